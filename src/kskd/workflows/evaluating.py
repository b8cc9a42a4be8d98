"""Evaluating one document in one period: what was reported is checked, kept and scored."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, TypeVar

from kskd.domain.choices import Implementation, Recommendation
from kskd.domain.dates import format_date, read_date
from kskd.domain.evaluation import Evaluation, Evidence, Obstacle, Realisation, Target
from kskd.domain.numbers import format_number, read_number
from kskd.domain.period import Period
from kskd.domain.text import clean, clean_block, quote
from kskd.errors import InputFileError, InvalidFact, NotFound, Refused, UsageError
from kskd.evaluation.instrument import read_instrument
from kskd.evaluation.score import Score, check_answers, score
from kskd.registry import agreements, evaluations, ids, settings
from kskd.workflows import lookup
from kskd.workflows.changes import Change, compare, require_reason
from kskd.workflows.obstacles import take_in

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
    realised: frozenset[int]


def questions(access: Access, text: str, period_text: str) -> Questions:
    """What is known so far, so that only the rest is asked. Raises Refused where nothing can be evaluated."""
    period = _period(period_text, access.today)
    with access.reading() as con:
        agreement = evaluable(con, access, text, period)
        evaluation = known_evaluation(con, agreement.id, period)
        return Questions(
            agreement,
            period,
            _instrument(con, evaluation),
            evaluation,
            tuple(one for one in evaluations.read_obstacles(con, [agreement.id]) if one.is_open_in(period)),
            tuple(evaluations.read_targets(con, [agreement.id])),
            frozenset(
                one.number
                for one in evaluations.read_realisations(con, [agreement.id])
                if one.period == period
            ),
        )


def evaluate(access: Access, text: str, period_text: str, form: EvaluationForm) -> Evaluated:
    """Keep what an OPD reports on a document for a period, over what it reported before.

    What was empty is filled; what was written is corrected only with a reason. Obstacles live on from
    period to period. Evaluated are derived documents, and umbrellas that have none (product page,
    "Counting"; Permendagri 22/2020 Pasal 17 and 39 ask for a report each semester).
    """
    period = _period(period_text, access.today)
    proofs = tuple(_evidence(text, access) for text in form.evidence)
    reported_on = read_reported(form.reported_on, period, access.today) if form.reported_on else None
    with access.writing() as con:
        agreement = evaluable(con, access, text, period)
        if form == EvaluationForm():
            raise UsageError(
                "Belum disebut apa yang dilaporkan, misalnya --implementation; lihat kskd evaluate --help."
            )
        done = keep(con, access, agreement, period, form, reported_on=reported_on, proofs=proofs)
    return done  # noqa: RET504 - for all that types know, the block swallows exceptions


def keep(
    con: sqlite3.Connection,
    access: Access,
    agreement: Agreement,
    period: Period,
    form: EvaluationForm,
    *,
    reported_on: date | None,
    proofs: Sequence[Evidence],
) -> Evaluated:
    """As ``evaluate``, inside an act; day and proofs of the form are handed over as read."""
    old = known_evaluation(con, agreement.id, period)
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
    obstacles, obstacle_changes = take_in(con, agreement.id, period, form)
    still_open = tuple(one for one in obstacles if one.is_open_in(period))
    return Evaluated(
        new,
        score(instrument, new.implementation, new.answers),
        still_open,
        changes + obstacle_changes,
        _remarks(agreement, period),
    )


def read_reported(text: str, period: Period, today: date) -> date:
    """The day on which the OPD reported: not before the period, and not to come."""
    reported_on = read_date(text)
    if reported_on > today:
        raise InvalidFact(f"Tanggal lapor {format_date(reported_on)} belum terjadi; periksa tanggalnya.")
    if reported_on < period.start:
        raise InvalidFact(
            f"Tanggal lapor {format_date(reported_on)} mendahului periode {period}; perbaiki salah satunya."
        )
    return reported_on


def _period(text: str, today: date) -> Period:
    period = Period.parse(text)
    if period.start > today:
        raise InvalidFact(f"Periode {period} belum dimulai; yang dievaluasi ialah yang sudah berjalan.")
    return period


def evaluable(con: sqlite3.Connection, access: Access, text: str, period: Period) -> Agreement:
    """The document meant; Refused, with the reason, where it is not evaluated in the period."""
    agreement = agreements.read_agreement(con, lookup.to_change(con, access, text))
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
    below = ids.derived_below(con, agreement.id, period.end)
    if below and not agreement.is_derived:
        raise Refused(
            f"{agreement.id} dievaluasi melalui turunannya: {', '.join(below)}."
            " Evaluasi naskah payung adalah rangkuman turunannya."
        )
    return agreement


def known_evaluation(con: sqlite3.Connection, agreement: str, period: Period) -> Evaluation | None:
    """What is recorded of a document for the very period."""
    return next((one for one in evaluations.read_evaluations(con, [agreement]) if one.period == period), None)


def _instrument(con: sqlite3.Connection, evaluation: Evaluation | None) -> Instrument:
    wanted = evaluation.instrument if evaluation else settings.read_government(con).text("instrument")
    text = settings.read_instrument(con, wanted)
    if text is None:
        raise NotFound(f"Instrumen {quote(wanted)} tidak ada di registri. Pakai kskd instrument use BERKAS.")
    return read_instrument(text)


def _blank(agreement: str, period: Period, instrument: Instrument) -> Evaluation:
    return Evaluation(agreement, period, None, None, None, {}, None, None, instrument.id)


def _updated(
    base: Evaluation, form: EvaluationForm, reported_on: date | None, proofs: Sequence[Evidence]
) -> Evaluation:
    evidence = {proof.text: proof for proof in (*base.evidence, *proofs)}
    return replace(
        base,
        implementation=_choice(form.implementation, Implementation, "Keadaan pelaksanaan")
        or base.implementation,
        recommendation=_choice(form.recommendation, Recommendation, "Rekomendasi") or base.recommendation,
        answers={**base.answers, **_pairs(form.answer, "--answer", "BUTIR=JAWABAN")},
        reported_on=reported_on or base.reported_on,
        filler=clean(form.filler, "pengisi", limit=200) if form.filler else base.filler,
        note=clean_block(form.note, "catatan") if form.note else base.note,
        evidence=tuple(evidence.values()),
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
    for number, value in _pairs(typed, "--realisation", "NOMOR_TARGET=NILAI").items():
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


def _pairs(typed: Iterable[str], option: str, shape: str) -> dict[str, str]:
    """What was typed as KEY=VALUE; the same key with two values is refused, neither is guessed."""
    pairs: dict[str, str] = {}
    for text in typed:
        key, sign, value = (part.strip() for part in text.partition("="))
        key = key.casefold()
        value = value.casefold() if option == "--answer" else value
        if not sign or not key or not value:
            raise UsageError(f"{option} {quote(text)} harus berbentuk {shape}.")
        if pairs.get(key, value) != value:
            raise UsageError(f"{option} {key} disebut dua kali dengan nilai berbeda; sebut sekali saja.")
        pairs[key] = value
    return pairs


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
    for proof in evaluation.evidence:
        facts[f"Bukti {proof.text}"] = f"SHA-256 {proof.digest[:12]}…" if proof.digest else "uraian"
    return facts


def _remarks(agreement: Agreement, period: Period) -> tuple[str, ...]:
    ends_on = agreement.term.ends_on
    if ends_on is not None and ends_on < period.start:
        return (f"{agreement.id} sudah berakhir {format_date(ends_on)}, sebelum {period.label}.",)
    return ()
