"""The plan of an import: the lists of a file, what each of their columns is, and how its days are read."""

from __future__ import annotations

from functools import partial
from importlib.resources import files
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from kskd.domain.values.kinds import FieldKind
from kskd.domain.values.text import quote, quote_path
from kskd.errors import refusal
from kskd.importing.columns import ColumnPlan, plan_columns
from kskd.importing.concepts import label_of
from kskd.importing.court import Court, CourtVerdict
from kskd.importing.day_readings import Order
from kskd.importing.kamus import LIKELY, SURE, Kamus, learn
from kskd.importing.layout import find_tables
from kskd.importing.problems import Problem
from kskd.importing.reading import RowReading, read_record
from kskd.importing.rules import Rules, read_rules, write_rules
from kskd.importing.template import BESIDE_DOCUMENTS, DOCUMENTS, GUIDE
from kskd.interchange.files import read_content
from kskd.interchange.own_files import write_own
from kskd.interchange.sheets.book import Book, open_sheets
from kskd.workflows.importing.outcome import Batch
from kskd.workflows.importing.quarantine import OWN_HEADS, write_left, write_units
from kskd.workflows.importing.telling import kind_in

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from kskd.domain.field import Fields
    from kskd.importing.records import FoundList
    from kskd.workflows.access import Access
    from kskd.workflows.importing.outcome import Outcome

_DAYS = frozenset(
    {
        "signed",
        "starts",
        "ends",
        "partner_joined",
        "partner_left",
        "power_of_attorney_date",
        "umbrella_signed",
        "umbrella_starts",
        "umbrella_ends",
    }
)
"""Parts that hold a day; plain fields say it by their kind."""
_ORDERS = {"hari-bulan": Order.DAY_FIRST, "bulan-hari": Order.MONTH_FIRST, "tertukar": Order.SWAPPED}
_LARGEST_RULES = 1_000_000


class ListPlan(NamedTuple):
    """A list under its plan: its columns, how its days are read, and how many of its rows are hidden."""

    found: FoundList
    columns: tuple[ColumnPlan, ...]
    days: CourtVerdict
    rows: int
    hidden: int

    def with_concepts(self, chosen: Mapping[int, str | None]) -> tuple[ColumnPlan, ...]:
        """Its columns with what a person says that they are."""
        return tuple(
            one._replace(concept=chosen[one.column], sure=SURE, why="menurut Anda")
            if one.column in chosen
            else one
            for one in self.columns
        )


class FilePlan(NamedTuple):
    """A file under its plan; ``fields`` are those that may be recorded, ``rules`` what was decided before."""

    book: Book
    fields: Fields
    rules: Rules
    lists: tuple[ListPlan, ...]


def open_plan(access: Access, path: str, only: Sequence[str] = (), rules: str | None = None) -> FilePlan:
    """Open a file and plan each of its lists; ``rules`` is a file of what was decided before.

    InputFileError for a file that cannot be read, or in which there is no list.
    """
    book = open_sheets(path, tuple(only))
    with access.reading(older_is_fine=True) as session:
        fields = access.fields_in(session)
    saved = Rules()
    if rules is not None:
        text = read_content(rules, _LARGEST_RULES).decode("utf-8-sig", "replace")
        saved = read_rules(text, quote_path(rules), fields)
    words = _words()
    lists: list[ListPlan] = []
    told = list(book.told)
    names = {sheet.name for sheet in book.sheets}
    beside = BESIDE_DOCUMENTS if {DOCUMENTS, GUIDE} <= names and not only else ()
    for sheet in book.sheets:
        if sheet.name in beside:
            told.append(f"lembar {quote(sheet.name)} pada templat bukan daftar naskah dan tidak diambil.")
            continue
        if sheet.is_hidden and not only:
            told.append(f"lembar {quote(sheet.name)} tersembunyi dan tidak diambil; sebut dengan --sheet.")
            continue
        before = len(lists)
        kamus = learn(words, fields, saved.of(sheet.name))
        for found in find_tables(sheet, kamus):
            lists.append(plan_list(found, kamus, saved, from_1904=sheet.from_1904))
        if len(lists) == before:
            told.append(f"lembar {quote(sheet.name)} tidak memuat daftar dan tidak diambil.")
    if not lists:
        raise refusal("table-without-list", file=quote_path(path))
    return FilePlan(book._replace(told=tuple(told)), fields, saved, tuple(lists))


def plan_list(
    found: FoundList,
    kamus: Kamus,
    rules: Rules,
    *,
    from_1904: bool = False,
    columns: tuple[ColumnPlan, ...] | None = None,
) -> ListPlan:
    """Plan a list, its columns as given or by the dictionary; all its rows are read once for the days."""
    plans = _own_heads(plan_columns(found, kamus) if columns is None else columns)
    days = [one for one in plans if _is_day(one, kamus.fields)]
    court = Court(days, plans, from_1904=from_1904)
    rows = hidden = 0
    for record in found.records():
        court.hear(record)
        rows += not record.passed
        hidden += record.is_hidden
    told = rules.of(found.sheet).days
    decided = {one.column: frozenset({_ORDERS[told[one.heading]]}) for one in days if one.heading in told}
    return ListPlan(found, plans, court.close(decided), rows, hidden)


def _own_heads(plans: tuple[ColumnPlan, ...]) -> tuple[ColumnPlan, ...]:
    """Plans in which the columns that a quarantine file adds are passed over."""
    own = {one.column for one in plans if one.heading in OWN_HEADS}
    if len(own) < len(OWN_HEADS):
        return plans
    return tuple(
        one._replace(concept="id" if one.heading == "ID" else "ignored", sure=SURE, why="kolom karantina")
        if one.column in own
        else one
        for one in plans
    )


def _is_day(plan: ColumnPlan, fields: Fields) -> bool:
    known = fields.get(plan.concept or "")
    return plan.concept in _DAYS or (known is not None and known.kind is FieldKind.DATE)


def batches(plan: FilePlan) -> tuple[Batch, ...]:
    """The lists of a plan as an act takes them: of their columns those that are certain."""
    name = Path(plan.book.path).name
    return tuple(
        Batch(
            name,
            plan.book.digest,
            one.columns,
            partial(_readings, one, plan),
            kind_in((one.found.sheet, *one.found.above)),
        )
        for one in plan.lists
    )


def _readings(one: ListPlan, plan: FilePlan) -> Iterator[RowReading]:
    certain = tuple(column for column in one.columns if column.sure == SURE)
    defaults = plan.rules.of(one.found.sheet).defaults
    for record in one.found.records():
        if record.passed:
            yield RowReading(record)
            continue
        reading = read_record(record, certain, plan.fields, one.days.read(record))
        for key, text in defaults.items():
            reading.typed.setdefault(key, text)
        yield reading


def decided(
    plan: FilePlan,
    chosen: Mapping[tuple[int, int], str | None],
    days: Mapping[tuple[int, str], str] | None = None,
) -> FilePlan:
    """The plan with what a person says that columns are, by list and column, and how their days are read.

    ``days`` has orders of day and month by list and heading. The days of lists spoken of are heard anew.
    """
    concepts: dict[int, dict[int, str | None]] = {}
    orders: dict[int, dict[str, str]] = {}
    for (at, column), concept in chosen.items():
        concepts.setdefault(at, {})[column] = concept
    for (at, heading), order in (days or {}).items():
        orders.setdefault(at, {})[heading] = order
    sheets = dict(plan.rules.sheets)
    for at, told in orders.items():
        own = sheets.get(name := plan.lists[at].found.sheet, Rules())
        sheets[name] = own._replace(days={**own.days, **told})
    rules = plan.rules._replace(sheets=sheets)
    from_1904 = {sheet.name: sheet.from_1904 for sheet in plan.book.sheets}
    kamus = learn(_words(), plan.fields)
    lists = [
        plan_list(
            one.found,
            kamus,
            rules,
            from_1904=from_1904[one.found.sheet],
            columns=one.with_concepts(concepts.get(at, {})),
        )
        if at in concepts or at in orders
        else one
        for at, one in enumerate(plan.lists)
    ]
    return plan._replace(rules=rules, lists=tuple(lists))


def with_default(plan: FilePlan, key: str, text: str) -> FilePlan:
    """The plan with what a field is taken for wherever a row says nothing of it."""
    return plan._replace(rules=plan.rules._replace(defaults={**plan.rules.defaults, key: text}))


def save_rules(plan: FilePlan, path: str) -> None:
    """Write what is decided, with what each certain column is, as a file of rules for the next time."""
    sheets = {
        one.found.sheet: plan.rules.sheets.get(one.found.sheet, Rules())._replace(
            columns={c.heading: c.concept for c in one.columns if c.concept and c.sure == SURE}
        )
        for one in plan.lists
    }
    place = Path(path)
    write_own(
        place.parent, {place.name: write_rules(plan.rules._replace(sheets=sheets)).encode()}, is_desk=False
    )


def _words() -> str:
    return (files("kskd") / "importing" / "kamus.toml").read_text("utf-8")


def undecided(plan: FilePlan) -> list[tuple[int, ColumnPlan]]:
    """Columns that may be something and are not certain, by the place of their list."""
    return [
        (at, column) for at, one in enumerate(plan.lists) for column in one.columns if column.sure == LIKELY
    ]


def open_days(plan: FilePlan) -> list[tuple[int, ColumnPlan, int]]:
    """Columns of days whose order nothing proves, by the place of their list, with how many days are left."""
    found = []
    for at, one in enumerate(plan.lists):
        left = dict(zip((each.column for each in one.days.bench.days), one.days.counts, strict=True))
        found += [
            (at, column, left[column.column].undecided)
            for column in one.columns
            if column.column in one.days.proposed and left[column.column].undecided
        ]
    return found


def finish(plan: FilePlan, outcome: Outcome, place: Path, rules: str | None, *, keep: bool) -> dict[str, str]:
    """Tell what columns were left, and write what an import leaves; gives what was written, by its name.

    Without ``keep`` nothing is written.
    """
    outcome.problems[:0] = open_columns(plan)
    outcome.open_columns = len(undecided(plan))
    written: dict[str, str] = {}
    if keep and outcome.left:
        write_left(place, outcome.left)
        written["Karantina"] = str(place)
    if keep and outcome.unknown_opds:
        units = place.with_name(place.name.replace(".karantina", "").removesuffix(".csv") + ".opd.csv")
        write_units(units, outcome)
        written["OPD untuk kskd opd import"] = str(units)
    if rules is not None:
        save_rules(plan, rules)
        written["Aturan"] = rules
    return written


def open_columns(plan: FilePlan) -> list[Problem]:
    """Columns that are left to a person, each with what it may be."""
    return [
        Problem(
            one.found.sheet,
            one.found.head_rows[-1],
            column.column,
            column.heading,
            "",
            tuple(label_of(plan.fields, key) for key in (column.concept, *column.others) if key),
            "kolom ini belum diputuskan, sehingga isinya tidak diambil.",
        )
        for one in plan.lists
        for column in one.columns
        if column.sure == LIKELY
    ]
