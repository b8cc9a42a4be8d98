"""Evaluating one document in one period: what was reported is checked, kept and scored."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, TypeVar

from kskd.domain.dates import format_date, read_date
from kskd.domain.evaluation import (
    OBSTACLE_CATEGORIES,
    Effort,
    Evaluation,
    Evidence,
    Implementation,
    Obstacle,
    Realisation,
    Recommendation,
    Target,
)
from kskd.domain.numbers import format_number, read_number
from kskd.domain.period import Period
from kskd.domain.text import clean, clean_block, quote
from kskd.errors import InputFileError, InvalidFact, NotFound, Refused, UsageError
from kskd.evaluation.instrument import read_instrument
from kskd.evaluation.score import Score, check_answers, score
from kskd.registry import agreements, evaluations, settings
from kskd.workflows import lookup
from kskd.workflows.changes import Change, compare, require_reason

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Iterable, Sequence
    from datetime import date

    from kskd.domain.agreement import Agreement
    from kskd.evaluation.instrument import Instrument
    from kskd.workflows.access import Access

_Choice = TypeVar("_Choice", Implementation, Recommendation)


@dataclass(frozen=True, slots=True)
class EvaluationForm:
    """Text as typed, one field an option; None or empty means that nothing was said."""

    implementation: str | None = None
    answer: tuple[str, ...] = ()
    reported_on: str | None = None
    filler: str | None = None
    obstacle: tuple[str, ...] = ()
    category: tuple[str, ...] = ()
    effort: tuple[str, ...] = ()
    close_obstacle: tuple[int, ...] = ()
    realisation: tuple[str, ...] = ()
    evidence: tuple[str, ...] = ()
    recommendation: str | None = None
    note: str | None = None


@dataclass(frozen=True, slots=True)
class Evaluated:
    """What came of it: the evaluation as kept, its score, open obstacles, what changed, and remarks."""

    evaluation: Evaluation
    score: Score
    obstacles: tuple[Obstacle, ...]
    changes: tuple[Change, ...]
    notes: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Questions:
    """What a person may still be asked about one document and period."""

    agreement: Agreement
    period: Period
    instrument: Instrument
    evaluation: Evaluation | None
    obstacles: tuple[Obstacle, ...]
    targets: tuple[Target, ...]


def questions(access: Access, text: str, period_text: str) -> Questions:
    """What is known so far, so that only the rest is asked. Raises Refused where nothing can be evaluated."""
    period = _period(period_text, access.today)
    with access.reading() as con:
        agreement = _evaluable(con, text, period)
        evaluation = _known(con, agreement.id, period)
        return Questions(
            agreement,
            period,
            _instrument(con, evaluation),
            evaluation,
            tuple(one for one in evaluations.read_obstacles(con, [agreement.id]) if one.is_open_in(period)),
            tuple(evaluations.read_targets(con, [agreement.id])),
        )


def evaluate(access: Access, text: str, period_text: str, form: EvaluationForm) -> Evaluated:
    """Keep what an OPD reports on a document for a period, over what it reported before.

    What was empty is filled; what was written is corrected only with a reason. Obstacles live on from
    period to period. Evaluated are derived documents, and umbrellas that have none (product page,
    "Counting"; Permendagri 22/2020 Pasal 17 and 39 ask for a report each semester).
    """
    period = _period(period_text, access.today)
    proofs = tuple(_evidence(text, access) for text in form.evidence)
    reported_on = read_date(form.reported_on) if form.reported_on else None
    if reported_on is not None and reported_on > access.today:
        raise InvalidFact(f"Tanggal lapor {format_date(reported_on)} belum terjadi; periksa tanggalnya.")
    with access.writing() as con:
        agreement = _evaluable(con, text, period)
        old = _known(con, agreement.id, period)
        instrument = _instrument(con, old)
        new = _updated(old or _blank(agreement.id, period, instrument), form, reported_on, proofs)
        check_answers(instrument, new.answers)
        changes = compare(_facts(old), _facts(new))
        realised, realised_changes = _realisations(con, agreement.id, period, form.realisation)
        changes += realised_changes
        require_reason(changes, access.reason)
        evaluations.write_evaluation(con, old, new)
        for one in realised:
            evaluations.write_realisation(con, one)
        obstacles, obstacle_changes = _obstacles(con, agreement.id, period, form)
        still_open = tuple(one for one in obstacles if one.is_open_in(period))
    return Evaluated(
        new,
        score(instrument, new.implementation, new.answers),
        still_open,
        changes + obstacle_changes,
        _remarks(agreement, period),
    )


def _period(text: str, today: date) -> Period:
    period = Period.parse(text)
    if period.start > today:
        raise InvalidFact(f"Periode {period} belum dimulai; yang dievaluasi ialah yang sudah berjalan.")
    return period


def _evaluable(con: sqlite3.Connection, text: str, period: Period) -> Agreement:
    agreement = agreements.read_agreement(con, lookup.agreement_id(con, text))
    if agreement.void_reason is not None:
        raise Refused(f"{agreement.id} sudah dibatalkan; naskah yang batal tidak dievaluasi.")
    if agreement.signed_on is None:
        raise Refused(
            f"{agreement.id} belum ditandatangani; catat dahulu dengan"
            f" kskd update {agreement.id} --signed TANGGAL."
        )
    if agreement.signed_on > period.end:
        raise InvalidFact(
            f"{agreement.id} ditandatangani {format_date(agreement.signed_on)},"
            f" sesudah {period.label} berakhir."
        )
    if agreement.children and not agreement.is_derived:
        raise Refused(
            f"{agreement.id} dievaluasi melalui turunannya: {', '.join(agreement.children)}."
            " Evaluasi naskah payung adalah rangkuman turunannya."
        )
    return agreement


def _known(con: sqlite3.Connection, agreement: str, period: Period) -> Evaluation | None:
    return next((one for one in evaluations.read_evaluations(con, [agreement]) if one.period == period), None)


def _instrument(con: sqlite3.Connection, evaluation: Evaluation | None) -> Instrument:
    wanted = evaluation.instrument if evaluation else settings.read_government(con).text("instrument")
    text = settings.read_instrument(con, wanted)
    if text is None:
        raise NotFound(f"Instrumen {wanted!r} tidak ada di registri. Pakai kskd instrument use BERKAS.")
    return read_instrument(text)


def _blank(agreement: str, period: Period, instrument: Instrument) -> Evaluation:
    return Evaluation(agreement, period, None, None, None, {}, None, None, instrument.id)


def _updated(
    base: Evaluation, form: EvaluationForm, reported_on: date | None, proofs: Sequence[Evidence]
) -> Evaluation:
    known = {proof.text for proof in base.evidence}
    return replace(
        base,
        implementation=_choice(form.implementation, Implementation, "Keadaan pelaksanaan")
        or base.implementation,
        recommendation=_choice(form.recommendation, Recommendation, "Rekomendasi") or base.recommendation,
        answers={**base.answers, **dict(_pair(text, "--answer", "BUTIR=JAWABAN") for text in form.answer)},
        reported_on=reported_on or base.reported_on,
        filler=clean(form.filler, "pengisi", limit=200) if form.filler else base.filler,
        note=clean_block(form.note, "catatan") if form.note else base.note,
        evidence=(*base.evidence, *(proof for proof in proofs if proof.text not in known)),
    )


def _realisations(
    con: sqlite3.Connection, agreement: str, period: Period, typed: Iterable[str]
) -> tuple[list[Realisation], tuple[Change, ...]]:
    targets = {target.number: target for target in evaluations.read_targets(con, [agreement])}
    recorded = {
        one.number: one for one in evaluations.read_realisations(con, [agreement]) if one.period == period
    }
    realised: list[Realisation] = []
    changes: list[Change] = []
    for text in typed:
        number, value = _pair(text, "--realisation", "NOMOR_TARGET=NILAI")
        if not (number.isascii() and number.isdigit() and int(number[:9]) in targets):
            known = ", ".join(map(str, targets)) or "belum ada target"
            raise NotFound(f"Tidak ada target nomor {quote(number)} pada {agreement} (yang ada: {known}).")
        one = Realisation(agreement, int(number), period, read_number(value))
        was = recorded.get(one.number)
        if was is None or was.value != one.value:
            label = f"Realisasi {targets[one.number].indicator}"
            changes.append(Change(label, format_number(was.value) if was else None, format_number(one.value)))
        realised.append(one)
    return realised, tuple(changes)


def _obstacles(
    con: sqlite3.Connection, agreement: str, period: Period, form: EvaluationForm
) -> tuple[list[Obstacle], tuple[Change, ...]]:
    """Enter new obstacles with their efforts in order, add efforts to known ones, close what is closed."""
    known = {one.number: one for one in evaluations.read_obstacles(con, [agreement])}
    before = dict(known)
    numbered = [re.fullmatch(r"(\d{1,6})=(.+)", text, re.DOTALL | re.ASCII) for text in form.effort]
    paired = [text for text, match in zip(form.effort, numbered, strict=True) if match is None]
    if len(paired) > len(form.obstacle):
        raise UsageError(
            "Upaya lebih banyak daripada kendala. Untuk kendala yang sudah tercatat, tulis"
            " --effort NOMOR=UPAYA."
        )
    categories = [_category(text) for text in form.category]
    if len(categories) > len(form.obstacle):
        raise UsageError("--category lebih banyak daripada --obstacle; sebut menurut urutan kendala.")
    for at, text in enumerate(form.obstacle):
        cleaned = clean(text, "kendala", limit=1000)
        same = next(
            (
                one
                for one in known.values()
                if one.text.casefold() == cleaned.casefold() and one.is_open_in(period)
            ),
            None,
        )
        obstacle = same or Obstacle(agreement, max(known, default=0) + 1, cleaned, None, period)
        if at < len(categories) and obstacle.category is None:
            obstacle = replace(obstacle, category=categories[at])
        known[obstacle.number] = _with_effort(obstacle, period, paired[at]) if at < len(paired) else obstacle
    for match in filter(None, numbered):
        number = _existing(known, int(match[1]), agreement)
        known[number] = _with_effort(known[number], period, match[2])
    for number in form.close_obstacle:
        one = known[_existing(known, number, agreement)]
        if one.closed is not None:
            raise Refused(f"Kendala {number} pada {agreement} sudah selesai pada {one.closed}.")
        known[number] = replace(one, closed=period)
    changes: list[Change] = []
    for number, one in known.items():
        old = before.get(number)
        if old == one:
            continue
        evaluations.write_obstacle(con, old, one)
        if old is None:
            changes.append(Change(f"Kendala {number}", None, one.text))
        new_efforts = one.efforts[len(old.efforts) if old else 0 :]
        changes += [Change(f"Upaya atas kendala {number}", None, effort.text) for effort in new_efforts]
        if one.closed is not None:
            changes.append(Change(f"Kendala {number}", "terbuka", f"selesai pada {one.closed}"))
    return list(known.values()), tuple(changes)


def _category(text: str) -> str | None:
    code = text.strip().casefold()
    if code == "-":
        return None
    if code not in OBSTACLE_CATEGORIES:
        raise UsageError(
            f"Kategori kendala {quote(text)} tidak dikenal. Yang ada: {', '.join(OBSTACLE_CATEGORIES)}."
        )
    return code


def _existing(known: dict[int, Obstacle], number: int, agreement: str) -> int:
    if number not in known:
        there = ", ".join(map(str, known)) or "belum ada"
        raise NotFound(f"Tidak ada kendala nomor {number} pada {agreement} (yang ada: {there}).")
    return number


def _with_effort(obstacle: Obstacle, period: Period, text: str) -> Obstacle:
    effort = Effort(period, clean(text, "upaya", limit=1000))
    return obstacle if effort in obstacle.efforts else replace(obstacle, efforts=(*obstacle.efforts, effort))


def _evidence(text: str, access: Access) -> Evidence:
    """A proof in words; where it names a file that is there, with its digest and size."""
    from pathlib import Path

    from kskd.interchange.files import fingerprint

    cleaned = clean(text, "bukti", limit=500)
    try:
        is_file = Path(text).is_file()
    except (OSError, ValueError):
        is_file = False
    if not is_file:
        return Evidence(cleaned)
    try:
        path, digest, size = fingerprint(text, access.path.resolve().parent)
    except InputFileError:
        return Evidence(cleaned)
    return Evidence(clean(path, "bukti", limit=500), digest, size)


def _pair(text: str, option: str, shape: str) -> tuple[str, str]:
    key, sign, value = text.partition("=")
    if not sign or not key.strip() or not value.strip():
        raise UsageError(f"{option} {quote(text)} harus berbentuk {shape}.")
    return key.strip().casefold(), value.strip().casefold() if option == "--answer" else value.strip()


def _choice(text: str | None, choices: type[_Choice], label: str) -> _Choice | None:
    if text is None:
        return None
    try:
        return choices(text.strip().casefold())
    except ValueError:
        raise UsageError(f"{label} {quote(text)} tidak dikenal. Yang ada: {', '.join(choices)}.") from None


def _facts(evaluation: Evaluation | None) -> dict[str, str | None]:
    if evaluation is None:
        return {}
    facts: dict[str, str | None] = {
        "Pelaksanaan": evaluation.implementation,
        **{f"Jawaban {item}": option for item, option in evaluation.answers.items()},
        "Tanggal lapor": evaluation.reported_on.isoformat() if evaluation.reported_on else None,
        "Pengisi": evaluation.filler,
        "Rekomendasi": evaluation.recommendation,
        "Catatan": evaluation.note,
    }
    return facts | {f"Bukti {proof.text}": proof.text for proof in evaluation.evidence}


def _remarks(agreement: Agreement, period: Period) -> tuple[str, ...]:
    ends_on = agreement.term.ends_on
    if ends_on is not None and ends_on < period.start:
        return (f"{agreement.id} sudah berakhir {format_date(ends_on)}, sebelum {period.label}.",)
    return ()
