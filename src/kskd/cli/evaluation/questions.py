"""What ``evaluate`` asks at a terminal: what the report on one document and period still lacks."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date

from kskd.cli.kit.ask import agree, ask, ask_optional, choose
from kskd.cli.kit.talk import say
from kskd.domain.choices import (
    NOT_ASSESSABLE,
    NOT_ASSESSABLE_LABEL,
    OBSTACLE_CATEGORIES,
    Implementation,
    Recommendation,
)
from kskd.domain.document.parts import UNKNOWN
from kskd.domain.values.numbers import format_number, read_number
from kskd.domain.values.text import clean
from kskd.workflows.evaluation.evaluating import Questions, proposed, read_reported
from kskd.workflows.evaluation.reported import EvaluationForm

_LATER = "lewati"


def fill_evaluation(known: Questions, form: EvaluationForm, today: date) -> EvaluationForm:
    """Ask for the state, the items, targets, obstacles, evidence and recommendation not yet known."""
    say(f"{known.agreement.id}: {known.agreement.title} – {known.period.label}")
    was = known.evaluation
    if form.implementation is None and (was is None or was.implementation is None):
        states = {one.value: one.label for one in Implementation}
        form = replace(form, implementation=choose("Keadaan pelaksanaan", states))
    form = _obstacles(known, _realisations(known, _items(known, form)))
    if not form.evidence and (was is None or not was.evidence):
        evidence = ask_optional("Bukti (nama berkas atau uraian)", str)
        form = replace(form, evidence=(evidence,) if evidence else ())
    if form.reported_on is None and (was is None or was.reported_on is None):
        form = replace(
            form,
            reported_on=ask_optional(
                "Tanggal OPD melapor", _typed(lambda text: read_reported(text, known.period, today))
            ),
        )
    if form.recommendation is None and (was is None or was.recommendation is None):
        form = _recommendation(known, form)
    return form


def _recommendation(known: Questions, form: EvaluationForm) -> EvaluationForm:
    """The person's choice, beside what is proposed; another choice is asked for its reason."""
    advice = proposed(known, form)
    if advice.advice is None:
        say(f"Belum ada usulan rekomendasi: {advice.says}.")
    else:
        say(f"Usulan rekomendasi: {advice.advice} ({advice.rule}: {advice.says}).")
    options = {one.value: one.label for one in Recommendation} | {_LATER: "tentukan nanti"}
    chosen = choose("Rekomendasi", options, advice.advice or _LATER)
    if chosen == _LATER:
        return form
    form = replace(form, recommendation=chosen)
    if advice.advice in {None, chosen} or form.recommendation_reason is not None:
        return form
    return replace(form, recommendation_reason=ask("Alasan berbeda dari usulan", _sentence))


def _items(known: Questions, form: EvaluationForm) -> EvaluationForm:
    said = {text.partition("=")[0].strip().casefold() for text in form.answer}
    answered = said | set(known.evaluation.answers if known.evaluation else ())
    answers = list(form.answer)
    for item in known.instrument.asked_items:
        if item.code in answered:
            continue
        say("", item.question)
        options = {option.code: option.label for option in item.options}
        options |= {NOT_ASSESSABLE: NOT_ASSESSABLE_LABEL, _LATER: "jawab nanti"}
        answer = choose(item.code, options, _LATER)
        if answer != _LATER:
            answers.append(f"{item.code}={answer}")
    return replace(form, answer=tuple(answers))


def _realisations(known: Questions, form: EvaluationForm) -> EvaluationForm:
    if form.realisation:
        return form
    typed = []
    for target in known.targets:
        if target.number in known.realised:
            continue
        wanted = (
            "" if target.value is None else f" (target {format_number(target.value)} {target.unit or ''})"
        )
        value = ask_optional(f"Realisasi: {target.indicator}{wanted}", _typed(read_number))
        typed += [f"{target.number}={value}"] if value else []
    return replace(form, realisation=tuple(typed))


def _obstacles(known: Questions, form: EvaluationForm) -> EvaluationForm:
    if form.obstacle or form.effort or form.close_obstacle:
        return form
    efforts, closed = [], []
    for one in known.obstacles:
        say(f"Kendala {one.number} masih terbuka: {one.text}")
        effort = ask_optional("Upaya dalam periode ini", _sentence)
        efforts += [f"{one.number}={effort}"] if effort else []
        closed += [one.number] if agree("Sudah selesai?") else []
    obstacle = ask_optional("Kendala baru", _sentence)
    if obstacle:
        category = choose("Kategori", {**OBSTACLE_CATEGORIES, UNKNOWN: "belum tentu"}, UNKNOWN)
        effort = ask_optional("Upaya penyelesaian", _sentence)
        efforts.insert(0, effort or UNKNOWN)
        form = replace(form, obstacle=(obstacle,), category=(category,))
    return replace(form, effort=tuple(efforts), close_obstacle=tuple(closed))


def _typed(read: Callable[[str], object]) -> Callable[[str], str]:
    """A reader that gives the text itself."""

    def checked(text: str) -> str:
        read(text)
        return text

    return checked


def _sentence(text: str) -> str:
    return clean(text, "uraian", limit=1000)
