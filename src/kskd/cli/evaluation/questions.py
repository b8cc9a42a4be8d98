"""What ``evaluate`` asks at a terminal: what the report on one document and period still lacks."""

from dataclasses import replace
from datetime import date
from functools import partial
from typing import TypeVar

from kskd.cli.kit.ask import agree, ask, ask_fields, ask_optional, choose
from kskd.cli.kit.talk import say
from kskd.domain.choices import OBSTACLE_CATEGORIES, Recommendation
from kskd.domain.document.parts import UNKNOWN
from kskd.domain.evaluation import Target
from kskd.domain.field import Fields
from kskd.domain.implementation import NOT_ASSESSABLE, NOT_ASSESSABLE_LABEL, Implementation
from kskd.domain.reported import FurtherEffort, NewObstacle, Reported
from kskd.domain.subjects import EVALUATION, OBSTACLE
from kskd.domain.told import Told
from kskd.domain.values.dates import read_date
from kskd.domain.values.numbers import format_number, read_number
from kskd.workflows.access import Access
from kskd.workflows.evaluation.evaluating import Questions, in_unit, proposed, require_possible
from kskd.workflows.evaluation.report_options import told_evidence

_LATER = "lewati"
_Told = TypeVar("_Told", bound=Told)


def fill_report(known: Questions, report: Reported, access: Access) -> Reported:
    """Ask for the state, the items, targets, obstacles, evidence and recommendation not yet known."""
    say(f"{known.agreement.id}: {known.agreement.title} – {known.period.label}")
    was = known.evaluation
    if report.implementation is None and (was is None or was.implementation is None):
        states = {one.value: one.label for one in Implementation}
        report = replace(report, implementation=Implementation(choose("Keadaan pelaksanaan", states)))
    report = _obstacles(known, _realisations(known, _items(known, report)), access)
    if not report.evidence and (was is None or not was.evidence):
        evidence = ask_optional("Bukti (nama berkas atau uraian)", lambda text: told_evidence(text, access))
        report = replace(report, evidence=(evidence,) if evidence else ())
    if report.reported_on is None and (was is None or was.reported_on is None):
        report = replace(report, reported_on=_reported_on(known, access.today))
    report = _asked(access.subjects.evaluation, report, was or report)
    if report.recommendation is None and (was is None or was.recommendation is None):
        report = _recommendation(known, report)
    return report


def _asked(fields: Fields, told: _Told, was: Told) -> _Told:
    """What is told with those fields that everybody is asked for, where neither it nor ``was`` knows them."""
    asked = ask_fields(fields, lambda key: any(one.fact(key) is not None for one in (told, was)))
    return told.telling({key: fields[key].value(value) for key, value in asked})


def _reported_on(known: Questions, today: date) -> date | None:
    def possible(text: str) -> date:
        day = read_date(text)
        require_possible(day, known.period, today)
        return day

    return ask_optional("Tanggal OPD melapor", possible)


def _recommendation(known: Questions, report: Reported) -> Reported:
    """The person's choice, beside what is proposed; another choice is asked for its reason."""
    advice = proposed(known, report)
    if advice.advice is None:
        say(f"Belum ada usulan rekomendasi: {advice.says}.")
    else:
        say(f"Usulan rekomendasi: {advice.advice} ({advice.rule}: {advice.says}).")
    options = {one.value: one.label for one in Recommendation} | {_LATER: "tentukan nanti"}
    chosen = choose("Rekomendasi", options, advice.advice or _LATER)
    if chosen == _LATER:
        return report
    report = replace(report, recommendation=Recommendation(chosen))
    if advice.advice in {None, chosen} or report.recommendation_reason is not None:
        return report
    read = EVALUATION["recommendation_reason"].text
    return replace(report, recommendation_reason=ask("Alasan berbeda dari usulan", read))


def _items(known: Questions, report: Reported) -> Reported:
    answers = dict(report.answers)
    for item in known.instrument.asked_items:
        if item.code in answers or (known.evaluation and item.code in known.evaluation.answers):
            continue
        say("", item.question)
        options = {option.code: option.label for option in item.options}
        options |= {NOT_ASSESSABLE: NOT_ASSESSABLE_LABEL, _LATER: "jawab nanti"}
        answer = choose(item.code, options, _LATER)
        if answer != _LATER:
            answers[item.code] = answer
    return replace(report, answers=answers)


def _realisations(known: Questions, report: Reported) -> Reported:
    if report.realisations:
        return report
    reached = {}
    for target in known.targets:
        if target.number in known.realised:
            continue
        wanted = (
            "" if target.value is None else f" (target {format_number(target.value)} {target.unit or ''})"
        )
        read = partial(_read_realisation, target)
        value = ask_optional(f"Realisasi: {target.indicator}{wanted}", read)
        if value is not None:
            reached[target.number] = value
    return replace(report, realisations=reached)


def _read_realisation(target: Target, text: str) -> float:
    return in_unit(target, read_number(text))


def _obstacles(known: Questions, report: Reported, access: Access) -> Reported:
    if report.obstacles or report.efforts or report.closed:
        return report
    efforts, closed = [], []
    for one in known.obstacles:
        say(f"Kendala {one.number} masih terbuka: {one.text}")
        effort = ask_optional("Upaya dalam periode ini", OBSTACLE["effort"].text)
        efforts += [FurtherEffort(one.number, effort)] if effort else []
        closed += [one.number] if agree("Sudah selesai?") else []
    report = replace(report, efforts=tuple(efforts), closed=tuple(closed))
    obstacle = ask_optional("Kendala baru", OBSTACLE["text"].text)
    if obstacle is None:
        return report
    category = choose("Kategori", {**OBSTACLE_CATEGORIES, UNKNOWN: "belum tentu"}, UNKNOWN)
    effort = ask_optional("Upaya penyelesaian", OBSTACLE["effort"].text)
    told = NewObstacle(obstacle, None if category == UNKNOWN else category, effort)
    return replace(report, obstacles=(_asked(access.subjects.obstacle, told, told),))
