"""The lists of a file as they are planned: what each is about, its columns, its days and its titles."""

from __future__ import annotations

from functools import cache
from importlib.resources import files
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from kskd.domain.document.reading import read_said
from kskd.domain.told import read_told
from kskd.domain.values.kinds import FieldKind
from kskd.domain.values.text import quote, quote_path
from kskd.errors import refusal
from kskd.importing.about.deciding import is_recap, subject_of
from kskd.importing.about.periods import period_in
from kskd.importing.about.wide import by_period
from kskd.importing.columns import ColumnPlan, plan_columns
from kskd.importing.concepts import WHOLE, Subject
from kskd.importing.court import Court, CourtVerdict
from kskd.importing.day_readings import Order
from kskd.importing.kamus import SURE, Kamus, learn_all
from kskd.importing.layout import find_headless, find_tables, is_across
from kskd.importing.reading import RowReading, read_record
from kskd.importing.template import GUIDE, GUIDE_HEADINGS
from kskd.workflows.importing.left_rows import OWN_HEADS, is_quarantine
from kskd.workflows.importing.titles import Titles, UnitNames

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from kskd.domain.field import Fields
    from kskd.domain.values.grid import RawSheet
    from kskd.importing.records import FoundList
    from kskd.importing.rules import Rules
    from kskd.interchange.sheets.book import Book

_DAYS = frozenset(
    {
        "signed",
        "starts",
        "ends",
        "partner_joined",
        "partner_left",
        "start_told",
        "ended_on",
        "power_of_attorney_date",
        "umbrella_signed",
        "umbrella_starts",
        "umbrella_ends",
    }
)
"""Parts that hold a day; plain fields say it by their kind."""
_DATED = frozenset({"signed", "starts", "number"})  # what has the year of a document
_CARRIED = ("above", "sheet")  # what rows of a quarantine stood under
_OWN = {"ID": "id", "lembar": "sheet"}
_ORDERS = {"hari-bulan": Order.DAY_FIRST, "bulan-hari": Order.MONTH_FIRST, "tertukar": Order.SWAPPED}


class ListPlan(NamedTuple):
    """A list under its plan: its columns, how its days are read, and how many of its rows are hidden.

    ``subject`` is what it is about, of which ``fields`` may be told; ``period`` that which the sheet or a
    title above tells of all its evaluations.
    ``titles`` are what stands over rows of documents and says something of them.
    """

    found: FoundList
    columns: tuple[ColumnPlan, ...]
    days: CourtVerdict
    titles: Titles
    rows: int
    hidden: int
    subject: Subject
    fields: Fields
    period: str = ""

    def with_concepts(self, chosen: Mapping[int, str | None]) -> tuple[ColumnPlan, ...]:
        """Its columns with what a person says that they are."""
        return tuple(
            one._replace(concept=chosen[one.column], sure=SURE, why="menurut Anda")
            if one.column in chosen
            else one
            for one in self.columns
        )


class FilePlan(NamedTuple):
    """A file under its plan; ``catalogues`` has what may be told by subject, ``rules`` what was decided."""

    book: Book
    catalogues: Mapping[Subject, Fields]
    rules: Rules
    units: UnitNames
    lists: tuple[ListPlan, ...] = ()


def with_lists(plan: FilePlan, *, is_told: bool) -> FilePlan:
    """The plan with the lists of its sheets: those that have rows, where any has.

    InputFileError where there is no list. ``is_told`` where a person has said which sheets to take.
    """
    told = list(plan.book.told)
    sheets = [
        (one, learn_all(words(), plan.catalogues, plan.rules.of(one.name)))
        for one in _wanted(plan.book, told, is_told=is_told)
    ]
    found = [find_tables(sheet, kamus[Subject.DOCUMENT]) for sheet, kamus in sheets]
    if not any(found):
        if any(is_across(sheet, kamus[Subject.DOCUMENT]) for sheet, kamus in sheets):
            raise refusal("table-across", file=quote_path(plan.book.path))
        found = [find_headless(sheet, kamus[Subject.DOCUMENT]) for sheet, kamus in sheets]
    lists: list[ListPlan] = []
    for (sheet, kamus), tables in zip(sheets, found, strict=True):
        for one in tables:
            subject = _subject(one, sheet, kamus, plan)
            if subject is None:
                told.append(f"{_named(sheet)} memuat rekapitulasi dan tidak diambil.")
            else:
                lists += _plan_found(one, sheet, kamus, plan, subject)
        told += _said_of(sheet, tables, kamus[Subject.DOCUMENT])
    if not lists:
        raise refusal("table-without-list", file=quote_path(plan.book.path))
    filled = tuple(one for one in lists if one.rows) or tuple(lists)
    return plan._replace(book=plan.book._replace(told=tuple(told)), lists=filled)


def _wanted(book: Book, told: list[str], *, is_told: bool) -> Iterator[RawSheet]:
    """The sheets that may have a list; ``told`` comes to say of the others why they have not."""
    for sheet in book.sheets:
        if is_told:
            yield sheet
        elif sheet.name == GUIDE and _is_guide(sheet):
            continue
        elif sheet.is_hidden:
            told.append(f"lembar {quote(sheet.name)} tersembunyi dan tidak diambil; sebut dengan --sheet.")
        else:
            yield sheet


def _is_guide(sheet: RawSheet) -> bool:
    """Whether it is the sheet of the template that tells how to fill the others."""
    first = next(iter(sheet.rows()), (0, {}))[1]
    return tuple(cell.text for _, cell in sorted(first.items())) == GUIDE_HEADINGS


def _subject(
    found: FoundList, sheet: RawSheet, kamus: Mapping[Subject, Kamus], plan: FilePlan
) -> Subject | None:
    """The subject that was decided, or that its columns and its name make it; None of a list of counts."""
    if decided := plan.rules.of(sheet.name).subject:
        return decided
    subject = subject_of(found, kamus, _names(found, sheet, plan))
    return None if is_recap(found, kamus, subject) else subject


def _names(found: FoundList, sheet: RawSheet, plan: FilePlan) -> tuple[str, ...]:
    """What a list is called: by its sheet or file, and by the titles above it."""
    return (sheet.name or Path(plan.book.path).stem.replace(".", " ").replace("_", " "), *found.above)


def _plan_found(
    found: FoundList, sheet: RawSheet, kamus: Mapping[Subject, Kamus], plan: FilePlan, subject: Subject
) -> Iterator[ListPlan]:
    """A list of a subject, by period."""
    names = _names(found, sheet, plan)
    for each, period in by_period(found) if subject is Subject.EVALUATION else ((found, None),):
        one = plan_list(each, kamus[subject], plan.rules, plan.units, from_1904=sheet.from_1904)
        if subject is Subject.EVALUATION and not _tells_periods(one.columns):
            one = one._replace(period=str(period or period_in(names) or ""))
        yield one


def _tells_periods(columns: Sequence[ColumnPlan]) -> bool:
    return any(one.concept in {"period", "semester", "year"} for one in columns)


def _named(sheet: RawSheet) -> str:
    return f"lembar {quote(sheet.name)}" if sheet.name else "daftarnya"


def _said_of(sheet: RawSheet, tables: Sequence[FoundList], kamus: Kamus) -> Iterator[str]:
    """What is to be known of a sheet that has no list, or one without headings."""
    name = _named(sheet)
    if any(not one.head_rows for one in tables):
        yield (
            f"{name} tidak berkepala kolom: arti kolom hanya diduga dari isinya dan perlu dipastikan;"
            " tambahkan baris kepala kolom, atau tetapkan dengan --rules."
        )
    elif not tables and is_across(sheet, kamus):
        yield f"{name} ditulis menyamping dan tidak diambil; salin lalu tempel dengan Transpose (Balik)."
    elif not tables:
        yield f"{name} tidak memuat daftar dan tidak diambil."


def plan_list(
    found: FoundList,
    kamus: Kamus,
    rules: Rules,
    units: UnitNames,
    *,
    from_1904: bool = False,
    columns: tuple[ColumnPlan, ...] | None = None,
) -> ListPlan:
    """Plan a list, its columns as given or by the dictionary; all its rows are read once for the days."""
    plans = _own_heads(plan_columns(found, kamus) if columns is None else columns)
    days = [one for one in plans if _is_day(one, kamus.fields)]
    court = Court(days, plans, from_1904=from_1904)
    titles = Titles(found.sheet, found.above, units, kamus.contents["offices"])
    dated, led = ([one.column for one in plans if one.concept in has] for has in (_DATED, {"opd"}))
    carried = [next((one.column for one in plans if one.concept == has), -1) for has in _CARRIED]
    is_titled = _is_titled(kamus.subject, plans)
    rows = hidden = 0
    for record in found.records():
        court.hear(record)
        if not record.passed:
            rows += 1
            if is_titled:
                titles.count(record, dated, led, carried)
        hidden += record.is_hidden
    titles.close()
    told = rules.of(found.sheet).days
    decided = {one.column: frozenset({_ORDERS[told[one.heading]]}) for one in days if one.heading in told}
    verdict = court.close(decided)
    return ListPlan(found, plans, verdict, titles, rows, hidden, kamus.subject, kamus.fields)


def _is_titled(subject: Subject, plans: Sequence[ColumnPlan]) -> bool:
    """Whether titles tell of the rows: of documents, and in no list that kskd made, which tells all."""
    return subject is Subject.DOCUMENT and not {one.concept for one in plans} >= WHOLE


def _own_heads(plans: tuple[ColumnPlan, ...]) -> tuple[ColumnPlan, ...]:
    """Plans in which the columns that a quarantine file adds are passed over."""
    if not is_quarantine(one.heading for one in plans):
        return plans
    return tuple(
        one._replace(concept=_OWN.get(one.heading, "ignored"), sure=SURE, why="kolom karantina")
        if one.heading in OWN_HEADS
        else one
        for one in plans
    )


def _is_day(plan: ColumnPlan, fields: Fields) -> bool:
    known = fields.get(plan.concept or "")
    return plan.concept in _DAYS or (known is not None and known.kind is FieldKind.DATE)


def readings_of(one: ListPlan, rules: Rules) -> Iterator[RowReading]:
    """Its rows, each with what its certain columns, what stands over it and what was decided tell of it."""
    certain = tuple(column for column in one.columns if column.sure == SURE)
    defaults = {**({"period": one.period} if one.period else {}), **rules.of(one.found.sheet).defaults}
    is_titled = _is_titled(one.subject, one.columns)
    read = read_said if one.subject is Subject.DOCUMENT else read_told
    for record in one.found.records():
        if record.passed:
            yield RowReading(record)
            continue
        reading = read_record(record, certain, one.fields, one.days.read(record), read)
        if is_titled:
            one.titles.tell(reading)
        for key, text in defaults.items():
            if key in one.fields:
                reading.typed.setdefault(key, text)
        yield reading


@cache
def words() -> str:
    """The text of the dictionary."""
    return (files("kskd") / "importing" / "kamus.toml").read_text("utf-8")
