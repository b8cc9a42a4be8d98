"""Sending the desk sheets of a period: one workbook, CSV and page for each OPD, and a record of it."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from kskd.domain.desk_round import Sent
from kskd.domain.values.dates import format_date, read_date
from kskd.domain.values.period import Period
from kskd.domain.values.text import ERASED, quote
from kskd.domain.values.warning import warning
from kskd.errors import OutputError, refusal
from kskd.interchange.own_files import refuse_foreign, write_own
from kskd.pages.templates import folders_of
from kskd.registry.tables import desk_rounds as store
from kskd.workflows import lookup
from kskd.workflows.desk.contents import due_after, sheets
from kskd.workflows.evaluation.periods import begun_period
from kskd.workflows.reports.making import in_formats, read_facts
from kskd.workflows.reports.origins import origin

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence
    from datetime import date
    from pathlib import Path

    from kskd.desk.sheet import Sheet
    from kskd.domain.desk_round import Meeting
    from kskd.pages.kinds import KindEnvironment
    from kskd.pages.tree import Page
    from kskd.registry.session import Session
    from kskd.reporting.facts import Facts
    from kskd.workflows.access import Access
    from kskd.workflows.reports.keeping import KeptPages
    from kskd.workflows.reports.origins import Again

    # Given the usual day, which is over, the one proposed, and what reads an answer.
    AskDue = Callable[[date, date, Callable[[str], date]], date]

FORMATS = ("xlsx", "csv", "html", "docx", "pdf")
USUAL = FORMATS[:3]
_KIND, _DUE = "lembar-desk", "due"


class Exported(NamedTuple):
    """The files in order, how many had to be written, and the sheets that they are of."""

    paths: tuple[Path, ...]
    changed: int
    sheets: tuple[Sheet, ...]


def export(
    access: Access,
    period_text: str,
    out: Path,
    *,
    opd: Sequence[str] = (),
    formats: Sequence[str] = (),
    due: str | None = None,
    templates: Path | None = None,
    ask_due: AskDue | None = None,
) -> Exported:
    """Write the sheets of a period under ``out`` and record that they went out; in a dry run neither.

    A file whose bytes would not change is not touched, one that is not as kskd wrote it never written over.
    Wanted back by ``due``, else ``report-days`` after the period; where that is over, by what ``ask_due``
    gives, or without it, told, so long from today on. What is recorded comes before the files: no sheet can
    come back that is not known.
    """
    from kskd.workflows.reports.keeping import KeptPages

    wanted = possible(access, read_formats(formats), asked=bool(formats))
    period = begun_period(period_text, access.today)
    with access.reading() as session:
        facts = read_facts(session)
        meetings = {one.opd: in_words(one) for one in store.read_meetings(session, period)}
        chosen = lookup.units(session, opd, access.today)
    due_on = due_day(access, facts, period, due, ask_due)
    made = sheets(facts, period, access.today, due_on, meetings)
    if chosen is not None:
        made = {code: one for code, one in made.items() if code in chosen}
    if not made:
        if opd:
            raise refusal("desk-nothing-to-evaluate-for", opds=", ".join(opd), period=period.label)
        raise refusal("desk-nothing-to-evaluate", period=period.label)
    files = {
        name: content
        for one in made.values()
        for name, content in files_of(access, facts, one, wanted, templates, kept=KeptPages(access, out))
    }
    refuse_foreign(out, files)
    with access.writing() as session:
        for one in made.values():
            record(session, one, access.today)
    changed = 0 if access.dry_run else write_own(out, files)
    return Exported(tuple(out / name for name in files), changed, tuple(made.values()))


def record(session: Session, one: Sheet, today: date) -> None:
    """Keep that a sheet goes out; one that did before keeps its first day."""
    known = store.find_sent(session, one.digest)
    sent_on = known.sent_on if known else today
    store.write_sent(session, Sent(one.digest, one.period, one.opd, one.instrument.id, sent_on, one.due_on))


def read_formats(texts: Sequence[str]) -> tuple[str, ...]:
    """The formats meant, the usual ones where none was said; UsageError lists those there are."""
    wanted = [text.strip().casefold() for text in texts]
    for text, one in zip(texts, wanted, strict=True):
        if one not in FORMATS:
            raise refusal("choice-unknown", what="--format", text=quote(text), known=", ".join(FORMATS))
    return tuple(one for one in FORMATS if one in wanted) or USUAL


def possible(access: Access, formats: tuple[str, ...], *, asked: bool) -> tuple[str, ...]:
    """The formats that can be written here; a missing extra is an error only for who asked for workbooks."""
    if "xlsx" not in formats:
        return formats
    from kskd.interchange.xlsxmade import require_writer

    try:
        require_writer()
    except OutputError as error:
        if asked:
            raise
        access.tell(warning("lembar .xlsx tidak dibuat", str(error)))
        return tuple(one for one in formats if one != "xlsx")
    return formats


def in_words(one: Meeting) -> str:
    """A desk meeting as the cover tells it."""
    place = f", {one.place}" if one.place else ""
    return f"{format_date(one.day)}, pukul {one.starts}–{one.ends}{place}"


def due_day(
    access: Access, facts: Facts, period: Period, text: str | None = None, ask_due: AskDue | None = None
) -> date | None:
    """The day on which the sheets are due, None for that of the setting; never one that is over."""
    today = access.today
    usual = due_after(facts, period.end)
    if text is None and usual < today and ask_due is not None:
        return ask_due(usual, due_after(facts, today), lambda typed: _coming(typed, today))
    if text is not None:
        return _coming(text, today)
    if usual >= today:
        return None
    due_on = due_after(facts, today)
    over = f"batas menurut report-days, {format_date(usual)}, sudah lewat"
    access.tell(warning(f"{over}, maka dipakai {format_date(due_on)}", "ubah dengan --due TANGGAL"))
    return due_on


def _coming(text: str, today: date) -> date:
    """The day typed; refused where it is over."""
    day = read_date(text)
    if day < today:
        raise refusal("desk-due-past", day=format_date(day))
    return day


def files_of(
    access: Access,
    facts: Facts,
    one: Sheet,
    formats: Sequence[str],
    templates: Path | None,
    *,
    suffix: str = "",
    kept: KeptPages | None = None,
) -> Iterator[tuple[str, bytes]]:
    """Name and content of each file of one sheet; ``suffix`` tells sheets of one period apart.

    A page that is ``kept`` there already and says the same stays as it is.
    """
    stem = _stem(one) + suffix
    if "xlsx" in formats:
        from kskd.interchange.desk_xlsx import workbook_bytes

        yield f"{stem}.xlsx", workbook_bytes(one, access.today, paper=facts.government.text("paper"))
    if "csv" in formats:
        from kskd.interchange.desk_csv import part_bytes

        for part in one.filled_parts:
            yield f"{stem}-{part.key}.csv", part_bytes(one, part)
    if printed := [each for each in formats if each in {"html", "docx", "pdf"}]:
        from kskd.pages.kinds import environment

        said = _page(facts, one, access.today, environment(folders_of(templates)))
        yield from in_formats([said], printed, templates, kept)


def again(one: Again) -> Iterator[Page]:
    """The sheets of a period on paper; one of which something was erased also as its code cannot be known."""
    stamp = one.stamp
    period, due = Period.parse(stamp.origin.period), one.given(_DUE)
    with one.access.reading() as session:
        facts = read_facts(session)
        meetings = {each.opd: in_words(each) for each in store.read_meetings(session, period)}
    made = sheets(facts, period, stamp.as_of, read_date(due[0]) if due else None, meetings)
    for each in made.values():
        yield _page(facts, each, stamp.as_of, one.made)
        cells = (cell or "" for part in each.parts for row in part.rows.values() for cell in row.values())
        if any(ERASED in cell for cell in cells):
            yield _page(facts, each._replace(sealed=ERASED), stamp.as_of, one.made)


def _page(facts: Facts, one: Sheet, as_of: date, made: KindEnvironment) -> Page:
    from kskd.reporting.desk_page import sheet_page
    from kskd.reporting.reports import MadePage, page

    told = sheet_page(facts, one, as_of)
    title = f"Lembar Desk Evaluasi {one.opd_name}, {one.period.label}"
    given = {_DUE: (one.due_on.isoformat(),)}
    of = origin((facts.act, facts.seal), one.period, made, _KIND, given=given)
    return page(told.head, _KIND, MadePage(_stem(one), title, told), made, of)


def _stem(one: Sheet) -> str:
    return f"{one.opd}-{one.period}"
