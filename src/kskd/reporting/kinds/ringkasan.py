"""*Ringkasan bagi pimpinan*: do umbrellas become agreements, are these carried out, what is to be decided."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from kskd.domain.document.chain import ABROAD, FOLLOWED, Scheme
from kskd.reporting import rows
from kskd.reporting.build import page_name
from kskd.reporting.kinds.decisions import decisions
from kskd.reporting.notes import unsure_notes, void_note
from kskd.reporting.rollups import By
from kskd.reporting.sebanding import sebanding
from kskd.reporting.signing import signatures

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator, Sequence

    from kskd.domain.document.agreement import Agreement
    from kskd.reporting.basis import Basis, Desk
    from kskd.reporting.kinds.decisions import ToDecide
    from kskd.reporting.model import Head, Signature
    from kskd.reporting.survey import Survey


@dataclass(frozen=True, slots=True)
class StateIds:
    """The documents of one state: its code, its label, their ids."""

    code: str
    label: str
    ids: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class StepReached:
    """How many of a whole came so far, now and a period before (None: no period before), by state."""

    now: int
    whole: int
    before: int | None
    whole_before: int | None
    states: tuple[StateIds, ...]
    states_before: tuple[StateIds, ...]


@dataclass(frozen=True, slots=True)
class OpdNote:
    """An OPD with something to note: a mark a document, and what it is, as the ids of its documents."""

    code: str
    name: str
    page: str
    marks: tuple[str, ...]
    silent: tuple[str, ...]  # ids of counted documents not reported
    weak: tuple[str, ...]  # carried out not yet, or not at all
    lapsed: tuple[str, ...]  # over, without successor
    overdue: tuple[str, ...]  # of each action past its day
    longest: int | None  # days of the longest of them
    obstacles: tuple[str, ...]  # of each open one
    decided: tuple[int, ...]  # numbers of the decisions that one of its documents waits for


@dataclass(frozen=True, slots=True)
class Ringkasan:
    """What the leader's page is given."""

    head: Head
    before_label: str | None  # of the period before
    umbrellas: StepReached
    carried: StepReached
    late: tuple[str, ...]  # ids of the counted documents not reported whose report is late
    lines_carried: int  # umbrellas with a derived document carried out
    lines_carried_before: int | None
    carried_lines: tuple[str, ...]  # ids of the former, each by the link that is in force
    decisions: tuple[ToDecide, ...]
    opds: tuple[OpdNote, ...]  # with something to note, the most first
    quiet: tuple[str, ...]  # codes of the others
    scored: tuple[str, ...]
    scored_both: tuple[str, ...]  # of these, also scored a period before
    abroad: tuple[str, ...]  # counted documents abroad, reported yearly
    endless: tuple[str, ...]  # in force, and nobody knows when they end
    unsure: tuple[str, ...]  # sentences on what is in no count
    titles: tuple[tuple[str, str, str], ...]  # id, title and OPD of every document named, in order
    signatures: tuple[Signature, Signature]


def ringkasan(basis: Basis) -> Ringkasan:
    """The page of the whole Pemda."""
    survey, past = basis.survey, basis.before
    total = sebanding(survey, past, By.OPD)[-1]
    umbrellas, carried = umbrella_step(basis), carried_step(basis)
    made = decisions(basis)
    told = list(_opds(basis, made))
    noted = sorted((one for one in told if _has_note(one)), key=_weight)
    named = {one for step in (umbrellas, carried) for state in step.states for one in state.ids}
    named |= {row.id for one in made for row in one.rows}
    scored = tuple(one.id for one in basis.counted if _is_scored(survey, one))
    return Ringkasan(
        head=basis.head,
        before_label=past.period.label if past else None,
        umbrellas=umbrellas,
        carried=carried,
        late=tuple(
            one.id
            for one in basis.counted
            if rows.result(survey, one).state == rows.NOT_REPORTED and basis.is_late(one)
        ),
        lines_carried=total.carried_out.count,
        lines_carried_before=total.carried_out.before,
        carried_lines=total.carried_out.ids,
        decisions=made,
        opds=tuple(noted),
        quiet=tuple(one.code for one in told if not _has_note(one)),
        scored=scored,
        scored_both=tuple(
            one.id
            for one in basis.counted_before
            if past is not None and one.id in scored and _is_scored(past, one)
        ),
        abroad=tuple(one.id for one in basis.counted if one.scheme in ABROAD),
        endless=tuple(one.id for one in survey.agreements.values() if rows.is_endless(survey, one)),
        unsure=(*unsure_notes(survey, survey.agreements.values()), *void_note(survey)),
        titles=tuple(
            (one.id, one.title, survey.opd[one.id]) for one in survey.agreements.values() if one.id in named
        ),
        signatures=signatures(basis.facts, basis.as_of),
    )


def umbrella_step(basis: Basis, among: Collection[Scheme] = frozenset(Scheme)) -> StepReached:
    """The umbrellas in force of these schemes, by line of life, and those with a signed derived document."""

    def split(survey: Survey) -> tuple[StateIds, ...]:
        lines = survey.lines_in_force(one for one in survey.agreements.values() if one.scheme in among)
        with_child = [
            one.id for one in lines if any(survey.is_signed(child) for child in survey.derived_from(one.id))
        ]
        without = [one.id for one in lines if one.id not in with_child]
        return (
            StateIds("penuh", "sudah mempunyai turunan", tuple(with_child)),
            StateIds("belum", "belum mempunyai turunan", tuple(without)),
        )

    return _step(split(basis.survey), None if basis.before is None else split(basis.before), 1)


def carried_step(basis: Basis, among: Collection[Scheme] = frozenset(Scheme)) -> StepReached:
    """The counted derived documents of these schemes by state; carried out are *penuh* and *sebagian*."""

    def split(survey: Survey, agreements: Iterable[Agreement]) -> tuple[StateIds, ...]:
        counted = [one for one in agreements if one.scheme in among]
        shares = rows.state_shares(survey, counted)
        states = [rows.result(survey, one).state for one in counted]
        return tuple(
            StateIds(
                share.code,
                share.label.lower(),
                tuple(one.id for one, state in zip(counted, states, strict=True) if state == share.code),
            )
            for share in shares
        )

    past = basis.before
    return _step(
        split(basis.survey, basis.counted), None if past is None else split(past, basis.counted_before), 2
    )


def _step(now: tuple[StateIds, ...], before: tuple[StateIds, ...] | None, reached: int) -> StepReached:
    """A step from its states, of which the first ``reached`` count as having come so far."""

    def first(states: tuple[StateIds, ...], many: int | None = None) -> int:
        return sum(len(one.ids) for one in states[:many])

    return StepReached(
        first(now, reached),
        first(now),
        None if before is None else first(before, reached),
        None if before is None else first(before),
        now,
        before or (),
    )


def _is_scored(survey: Survey, agreement: Agreement) -> bool:
    score = survey.score(agreement.id)
    return score is not None and score.value is not None


def _opds(basis: Basis, made: Sequence[ToDecide]) -> Iterator[OpdNote]:
    for code, desk in basis.desks.items():
        if desk.leads:
            waits = (at for at, one in enumerate(made, 1) if any(row.opd == code for row in one.rows))
            yield _opd(basis, code, desk, tuple(waits))


def _opd(basis: Basis, code: str, desk: Desk, decided: tuple[int, ...]) -> OpdNote:
    survey = basis.survey
    counted = [one for one in desk.leads if survey.is_counted(one)]
    states = [rows.result(survey, one).state for one in counted]
    overdue = [
        (one.agreement, (basis.as_of - one.due_on).days)
        for one in desk.actions
        if one.due_on is not None and one.is_overdue(basis.as_of)
    ]

    def of(*wanted: str) -> tuple[str, ...]:
        return tuple(one.id for one, state in zip(counted, states, strict=True) if state in wanted)

    return OpdNote(
        code=code,
        name=survey.facts.opds[code].name,
        page=page_name(code),
        marks=tuple(states),
        silent=of(rows.NOT_REPORTED),
        weak=of("belum", "tidak"),
        lapsed=tuple(
            one.id
            for one in counted
            if one.doc not in FOLLOWED
            and one.id not in survey.successors
            and one.ended_by(basis.as_of) is None
            and (last := one.last(basis.as_of))
            and last.latest < basis.as_of
        ),
        overdue=tuple(one for one, _ in overdue),
        longest=max((days for _, days in overdue), default=None),
        obstacles=tuple(one.agreement for one in desk.obstacles if one.is_open_on(survey.day)),
        decided=decided,
    )


def _has_note(one: OpdNote) -> bool:
    return bool(one.silent or one.weak or one.lapsed or one.overdue or one.obstacles or one.decided)


def _weight(one: OpdNote) -> tuple[int, int, int, str]:
    states = len(one.silent) + len(one.weak) + len(one.lapsed)
    return (-states, -len(one.overdue), -len(one.obstacles), one.code)
