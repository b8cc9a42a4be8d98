"""*Lembar OPD*: what one OPD is told of its documents, and what it is asked to do."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from kskd.domain.choices import TargetKind
from kskd.domain.document.chain import FOLLOWED
from kskd.domain.document.lines import worth_of
from kskd.domain.document.status import Status
from kskd.reporting import rows
from kskd.reporting.gap_rows import gaps_of
from kskd.reporting.kinds.decisions import barren, lapsed
from kskd.reporting.kinds.letter import LetterFrame, frame
from kskd.reporting.signing import signatures

if TYPE_CHECKING:
    from collections.abc import Iterator

    from kskd.domain.document.agreement import Agreement
    from kskd.domain.values.days import Day
    from kskd.domain.values.money import Worth
    from kskd.reporting.basis import Basis, Desk
    from kskd.reporting.model import (
        AgreementRow,
        Head,
        ObstacleRow,
        OwnValues,
        ReportGap,
        Result,
        Signature,
        TargetRow,
        UmbrellaRow,
    )

MOST_ASKED = 5
"""Requests that a sheet makes at once; the rest stand in the annexes of the recap."""


@dataclass(frozen=True, slots=True)
class Life:
    """The term of a document: its days, how much of it has gone by (0 to 1), the day of the page."""

    starts: date
    ends: date
    done: float
    days_left: int


@dataclass(frozen=True, slots=True)
class NineItems:
    """The nine items that the law asks of a semester report; None and () are not recorded.

    Permendagri 22/2020 Pasal 17 (KSDD) and Pasal 39 (KSDPK).
    """

    title: str
    form: str
    number: str | None
    parent: str | None
    parties: tuple[str, ...]
    purpose: str | None
    object: str | None
    affairs: tuple[str, ...]
    scope: tuple[str, ...]
    term: str
    has_end: bool  # whether its end is recorded, as a day, a condition or that there is none
    is_reported: bool  # only then is no obstacle an answer
    obstacles: tuple[ObstacleRow, ...]
    duties: tuple[TargetRow, ...]


@dataclass(frozen=True, slots=True)
class SheetOf:
    """One counted document of the OPD."""

    row: AgreementRow
    life: Life | None  # None where a day is not known exactly, or there is no end
    nine: NineItems
    targets: tuple[TargetRow, ...]
    before: Result | None  # as the period before had it; None where it did not count then
    successor_starts: date | Day | None
    followed: bool  # another document follows it when its time is over (LoI, RKT): it is not extended


@dataclass(frozen=True, slots=True)
class AskedOfOpd:
    """What the OPD is asked to do: its kind by code, by when or how many days late, of which documents."""

    kind: str
    agreements: tuple[str, ...]
    what: str
    due: date | Day | None = None
    days_late: int | None = None
    partner: str | None = None  # which of several has to do it, where that is not the OPD


@dataclass(frozen=True, slots=True)
class OpdSheet:
    """What the sheet of one OPD is given."""

    head: Head
    frame: LetterFrame
    code: str
    name: str
    before_label: str | None
    led: int  # documents that it leads, also those over and not yet signed
    sheets: tuple[SheetOf, ...]  # the counted derived documents
    obstacles: tuple[ObstacleRow, ...]  # of the others that it leads, over or umbrellas
    umbrellas: tuple[UmbrellaRow, ...]  # drafts, upcoming and in force
    uncounted: tuple[AgreementRow, ...]  # derived: drafts, those that begin after the period, those unsure
    supporting: tuple[AgreementRow, ...]
    co_led: tuple[AgreementRow, ...]  # of these, those that it leads beside the OPD that counts them
    worth: Worth | None  # of the documents led; None while none is recorded
    requests: tuple[AskedOfOpd, ...]  # at most ``MOST_ASKED``
    more: int  # requests beyond those
    overdue: int  # actions past their day
    office_gaps: tuple[ReportGap, ...]  # what the office itself has to complete
    known: int  # of the nine items of all sheets, those recorded
    asked: int
    own: tuple[OwnValues, ...]
    signatures: tuple[Signature, Signature]


def opd_sheets(basis: Basis) -> Iterator[OpdSheet]:
    """The sheet of every OPD that leads or supports a document, in order of code."""
    for code, desk in basis.desks.items():
        yield opd_sheet(basis, code, desk)


def opd_sheet(basis: Basis, code: str, desk: Desk) -> OpdSheet:
    """The sheet of one OPD."""
    survey = basis.survey
    counted = [one for one in desk.leads if survey.is_counted(one)]
    live = [one for one in desk.leads if rows.is_live(survey.status[one.id])]
    sheets = tuple(_sheet(basis, one, desk) for one in counted)
    asked = sorted(_requests(basis, desk), key=_pressing)
    opd, worth = survey.facts.opds[code], worth_of(desk.leads)
    office = survey.facts.government.text("office")
    known, told = [_known(one.nine) for one in sheets], {one.row.id for one in sheets}
    return OpdSheet(
        head=basis.head,
        frame=frame(basis.facts.government, basis.as_of, opd.name, "Hasil evaluasi kerja sama"),
        code=code,
        name=opd.name,
        before_label=basis.before.period.label if basis.before else None,
        led=len(desk.leads),
        sheets=sheets,
        obstacles=rows.obstacle_rows(survey, (one for one in desk.obstacles if one.agreement not in told)),
        umbrellas=tuple(rows.umbrella_row(survey, one) for one in live if not one.is_derived),
        uncounted=basis.rows(one for one in live if one.is_derived and not survey.is_counted(one)),
        supporting=basis.rows(desk.supports),
        co_led=basis.rows(one for one in desk.supports if code in survey.co_leads(one)),
        worth=worth if worth.known else None,
        requests=tuple(asked[:MOST_ASKED]),
        more=max(len(asked) - MOST_ASKED, 0),
        overdue=sum(one.kind in {"action", "chase"} and one.days_late is not None for one in asked),
        office_gaps=tuple(gap for gap in gaps_of(survey, desk.leads, desk.targets) if gap.who == office),
        known=sum(sum(one) for one in known),
        asked=sum(len(one) for one in known),
        own=rows.own_rows(survey, desk.leads),
        signatures=signatures(survey.facts, basis.as_of, code),
    )


def _sheet(basis: Basis, one: Agreement, desk: Desk) -> SheetOf:
    survey, past = basis.survey, basis.before
    row = basis.row(one)
    targets = rows.target_rows(survey, (target for target in desk.targets if target.agreement == one.id))
    successor = survey.successors.get(one.id)
    counted = past is not None and one.id in {then.id for then in basis.counted_before}
    return SheetOf(
        row=row,
        life=_life(basis, one),
        nine=nine_items(basis, one),
        targets=targets,
        before=rows.result(past, past.agreements[one.id]) if past is not None and counted else None,
        successor_starts=None if successor is None else _start(survey.present[successor]),
        followed=one.doc in FOLLOWED,
    )


def nine_items(basis: Basis, one: Agreement) -> NineItems:
    """The nine items of one document."""
    row, desk = basis.row(one), basis.desks[basis.survey.opd[one.id]]
    obstacles = (trouble for trouble in desk.obstacles if trouble.agreement == one.id)
    duties = (each for each in desk.targets if each.agreement == one.id and each.kind is TargetKind.DUTY)
    return NineItems(
        title=one.title,
        form=row.paper_name or row.kind,
        number=row.number,
        parent=one.parent,
        parties=(basis.head.government, *row.partners),
        purpose=one.text("purpose"),
        object=one.text("object"),
        affairs=row.affairs,
        scope=row.scope,
        term=row.term,
        has_end=one.effective_term.end_kind is not None,
        is_reported=row.result.state != rows.NOT_REPORTED,
        obstacles=rows.obstacle_rows(basis.survey, obstacles),
        duties=rows.target_rows(basis.survey, duties),
    )


def _start(one: Agreement) -> date | Day | None:
    return one.effective_term.starts_on or one.effective_term.starts


def _life(basis: Basis, one: Agreement) -> Life | None:
    starts, ends = one.effective_term.starts_on, one.last_day(basis.as_of)
    if starts is None or ends is None or ends <= starts:
        return None
    left = (ends - basis.as_of).days
    done = (basis.as_of - starts).days / (ends - starts).days
    return Life(starts, ends, round(min(max(done, 0.0), 1.0), 3), left)


def _known(nine: NineItems) -> tuple[bool, ...]:
    """Whether each of the nine items is recorded; of what was reported, no obstacle is an answer too."""
    return (
        True,
        nine.number is not None,
        len(nine.parties) > 1,
        nine.purpose is not None,
        nine.object is not None or bool(nine.affairs),
        nine.has_end,
        nine.is_reported or bool(nine.obstacles),
        all(one.efforts for one in nine.obstacles) if nine.obstacles else nine.is_reported,
        bool(nine.duties) or bool(nine.scope),
    )


def _requests(basis: Basis, desk: Desk) -> Iterator[AskedOfOpd]:
    """All that the OPD is asked, in no order."""
    survey = basis.survey
    for action in rows.action_rows(survey, desk.actions)[0]:
        partners = {one.casefold(): one for one in survey.agreements[action.agreement].partners}
        partner = partners.get((action.who or "").casefold())
        when, kind = (action.due_on, action.days_overdue), "chase" if partner else "action"
        named = partner if len(partners) > 1 else None
        yield AskedOfOpd(kind, (action.agreement,), action.what, *when, named)
    for one in desk.leads:
        left = one.most_days_left(basis.as_of)
        is_near = left is not None and 0 <= left <= basis.facts.government.soon_days
        if survey.status[one.id] is Status.ACTIVE and is_near:
            successor = survey.successors.get(one.id)
            kind = "switch" if successor else "followed" if one.doc in FOLLOWED else "ending"
            due = one.term.ends_on or one.term.dated_end
            yield AskedOfOpd(kind, (one.id,), successor or "", due)
    mine = {one.id for one in desk.leads}
    yield from (
        AskedOfOpd(kind, (one.id,), "", due)
        for kind, found in (("lapsed", lapsed(basis)), ("barren", barren(basis)))
        for one, _, due in found
        if one.id in mine and (kind == "barren" or survey.is_counted(one))
    )
    same: dict[tuple[str, str], list[str]] = defaultdict(list)
    for gap in gaps_of(survey, desk.leads, desk.targets):
        if gap.who != basis.facts.government.text("office"):
            same[gap.kind, gap.what].append(gap.agreement)
    for (kind, what), documents in same.items():
        yield AskedOfOpd(kind, tuple(documents), what)


_ORDER = {
    kind: at
    for at, kind in enumerate(
        (
            "action",
            "chase",
            "lapsed",
            "ending",
            "switch",
            "followed",
            "barren",
            "report",
            "state",
            "realisation",
            "evidence",
            "answers",
            "target",
            "partner-number",
        )
    )
}


def _pressing(one: AskedOfOpd) -> tuple[int, int, int, tuple[str, ...]]:
    """What is late first, the longest first; then by day, what has none last and by kind."""
    late, due = one.days_late or 0, one.due or date.max
    return (
        -late,
        (due if isinstance(due, date) else due.latest).toordinal(),
        _ORDER.get(one.kind, 99),
        one.agreements,
    )
