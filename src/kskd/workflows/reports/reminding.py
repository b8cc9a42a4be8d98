"""One text per unit of what is due, told once at each threshold, with a ledger of what was told."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from kskd.domain.reminding import Plan, key, plan
from kskd.pages.templates import folders_of
from kskd.registry.tables import opds, reminders
from kskd.registry.tables.reminders import ReminderRow, ReminderTitle
from kskd.registry.views import reminded
from kskd.reporting.message import MessageItem, Notice, OpenItem
from kskd.workflows import lookup
from kskd.workflows.law.due import ASKED, read_open
from kskd.workflows.register.filtering import Filters, choose
from kskd.workflows.reports.letters import LetterForm, Paper, Text, read_paper, said, texts
from kskd.workflows.reports.origins import Again, origin

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping
    from datetime import date

    from kskd.domain.deadline import Deadline
    from kskd.domain.opd import Opd
    from kskd.domain.settings import Government
    from kskd.pages.tree import Page
    from kskd.registry.session import Session
    from kskd.workflows.access import Access
    from kskd.workflows.register.filters import Chosen


class Reminders(NamedTuple):
    """The texts of a run, and what goes into the ledger once they were handed over."""

    ran_on: date
    opds: tuple[str, ...] | None
    texts: tuple[Text, ...]
    rows: tuple[ReminderRow, ...]
    last_run: date | None


class _Found(NamedTuple):
    """What a day has to tell: on whose paper, to whom, the ledger's rows, whom it is about, the last run."""

    paper: Paper
    notices: list[Notice]
    rows: tuple[ReminderRow, ...]
    units: tuple[str, ...] | None
    last_run: date | None


def prepare(
    access: Access,
    filters: Filters,
    *,
    as_of: date,
    form: LetterForm,
    since_last: bool = False,
) -> Reminders:
    """The texts of the day for units that have something to be told, in order of code; nothing is recorded.

    With ``since_last`` only those for whom there is something new.
    """
    from kskd.pages.kinds import environment

    found, kind = _find(access, filters, as_of), form.of("pengingat")
    made = environment(folders_of(form.templates))
    told_now = (one for one in found.notices if one.new or (one.passed and not since_last))
    of = origin(found.paper.state, found.paper.head.period, made, kind, asked=filters)
    told = texts(said(told_now, kind, made, of), form)
    return Reminders(as_of, found.units, told, found.rows, found.last_run)


def again(one: Again) -> Iterator[Page]:
    """The letters or messages of a run, by the ledger as it was before it."""
    found, kind = _find(one.access, one.asked, one.stamp.as_of), one.stamp.kind
    of = origin(found.paper.state, found.paper.head.period, one.made, kind, asked=one.asked)
    return said(found.notices, kind, one.made, of)


def _find(access: Access, filters: Filters, as_of: date) -> _Found:
    with access.reading() as session:
        paper = read_paper(session, access, as_of)
        government = paper.government
        known = opds.read_opds(session)
        chosen = choose(session, access, filters, as_of)
        deadlines, opened = _read(session, government, as_of, chosen)
        told, seen = reminders.read_ledger(session)
        thresholds = [int(part) for part in government.text("remind-thresholds").split(",")]
        sorted_out = plan(deadlines, thresholds, told, seen=seen)
        titles = reminders.read_titles(
            session, [one.agreement for one in deadlines if one.agreement], as_of.isoformat()
        )
        last_run = reminded.read_last_run(session)
    messages = _messages(paper, known, titles, sorted_out, opened, as_of=as_of)
    codes = {one.opd: lookup.carried_on(known, one.opd, as_of) for one in deadlines if one.opd}
    units = None if chosen is None else tuple(chosen.opds or sorted(set(codes.values())))
    return _Found(paper, messages, tuple(_rows(sorted_out, codes)), units, last_run)


def record(access: Access, made: Reminders) -> None:
    """Keep that a run was made and what it told; to be called once its texts were handed over.

    A run over some documents that met no unit is none.
    """
    if made.opds == ():
        return
    # Not told: cron mails whatever is, and a run that finds nothing new is to be silent.
    with access.writing(is_told=False) as session:
        reminders.insert_run(session, made.ran_on, made.opds, made.rows)


def _read(
    session: Session, government: Government, as_of: date, chosen: Chosen | None
) -> tuple[list[Deadline], list[tuple[str, OpenItem]]]:
    """Deadlines that belong to a unit, and with its code what is open without a day of its own."""
    deadlines: list[Deadline] = []
    opened: list[tuple[str, OpenItem]] = []
    for case, due in read_open(session, government, as_of, chosen, only=(*ASKED, "troubles")):
        deadlines += [one for one in due if one.opd]
        if case is None:
            continue
        opened += [
            (case.opd, OpenItem(case.id, f"kendala {one.number}, {one.text}")) for one in case.troubles
        ]
        opened += [
            (case.opd, OpenItem(case.id, f"tindak lanjut {one.number}, {one.what} (tanpa tenggat)"))
            for one in case.promises
            if one.due_on is None
        ]
    return sorted(deadlines, key=lambda one: (one.due_on, one.subject, one.kind)), opened


def _messages(
    paper: Paper,
    known: Mapping[str, Opd],
    titles: Mapping[str, ReminderTitle],
    sorted_out: Plan,
    opened: Iterable[tuple[str, OpenItem]],
    *,
    as_of: date,
) -> list[Notice]:
    """One message for each unit under which the work now goes on."""
    new: dict[str, list[MessageItem]] = {}
    passed: dict[str, list[MessageItem]] = {}
    still: dict[str, list[OpenItem]] = {}
    government = paper.government
    for one in sorted_out.new:
        new.setdefault(_now(known, one.deadline, as_of), []).append(_item(one.deadline, titles, government))
    for deadline in sorted_out.standing:
        passed.setdefault(_now(known, deadline, as_of), []).append(_item(deadline, titles, government))
    for code, item in opened:
        still.setdefault(lookup.carried_on(known, code, as_of), []).append(item)
    return [
        Notice(
            paper.head,
            paper.frame(known[code].name, "Pengingat tindak lanjut kerja sama daerah"),
            code,
            known[code].name,
            tuple(new.get(code, ())),
            tuple(passed.get(code, ())),
            tuple(still.get(code, ())),
            paper.signature,
        )
        for code in sorted({*new, *passed})
    ]


def _now(known: Mapping[str, Opd], deadline: Deadline, as_of: date) -> str:
    return lookup.carried_on(known, deadline.opd or "", as_of)


def _item(one: Deadline, titles: Mapping[str, ReminderTitle], government: Government) -> MessageItem:
    title = titles.get(one.agreement or "")
    return MessageItem(
        one.agreement,
        title.title if title else None,
        title.partners if title else None,
        one.what,
        one.due_on,
        one.days_left,
        government.basis(one.article),
        one.note,
    )


def _rows(sorted_out: Plan, codes: Mapping[str, str]) -> Iterable[ReminderRow]:
    for one in sorted_out.new:
        opd, left = codes[one.deadline.opd or ""], one.deadline.days_left
        yield ReminderRow(key(one.deadline, one.threshold), opd, left, is_told=True)
        for skipped in one.skipped:
            yield ReminderRow(key(one.deadline, skipped), opd, left, is_told=False)
