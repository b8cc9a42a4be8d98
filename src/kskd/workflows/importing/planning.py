"""The plan of an import: the lists of a file, what each of their columns is, and how its days are read."""

from __future__ import annotations

from functools import cache, partial
from importlib.resources import files
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from kskd.domain.document.reading import read_said
from kskd.domain.told import read_told
from kskd.domain.values.kinds import FieldKind
from kskd.domain.values.text import quote, quote_path
from kskd.errors import refusal
from kskd.importing.about.catalogues import catalogues
from kskd.importing.about.deciding import subject_of
from kskd.importing.about.periods import period_in
from kskd.importing.about.wide import by_period
from kskd.importing.columns import ColumnPlan, plan_columns
from kskd.importing.concepts import Subject, label_of
from kskd.importing.court import Court, CourtVerdict
from kskd.importing.day_readings import Order
from kskd.importing.kamus import LIKELY, SURE, Kamus, learn_all
from kskd.importing.layout import find_tables
from kskd.importing.problems import Problem
from kskd.importing.reading import RowReading, read_record
from kskd.importing.rules import Rules, read_rules, write_rules
from kskd.importing.template import GUIDE, GUIDE_HEADINGS
from kskd.interchange.files import read_content
from kskd.interchange.own_files import write_own
from kskd.interchange.sheets.book import Book, open_sheets
from kskd.workflows.evaluation.evaluating import instrument_in_use
from kskd.workflows.importing.outcome import Batch
from kskd.workflows.importing.quarantine import OWN_HEADS, quarantine_of, write_left, write_units
from kskd.workflows.importing.telling import kind_in

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from kskd.domain.field import Fields
    from kskd.domain.values.grid import RawSheet
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
    """A list under its plan: its columns, how its days are read, and how many of its rows are hidden.

    ``subject`` is what it is about, of which ``fields`` may be told; ``period`` that which the sheet or a
    title above tells of all its evaluations.
    """

    found: FoundList
    columns: tuple[ColumnPlan, ...]
    days: CourtVerdict
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
    lists: tuple[ListPlan, ...]


def open_plan(access: Access, path: str, only: Sequence[str] = (), rules: str | None = None) -> FilePlan:
    """Open a file and plan each of its lists; ``rules`` is a file of what was decided before.

    InputFileError for a file that cannot be read, or in which there is no list.
    """
    book = open_sheets(path, tuple(only))
    known = catalogues_in(access)
    saved = Rules()
    if rules is not None:
        text = read_content(rules, _LARGEST_RULES).decode("utf-8-sig", "replace")
        saved = read_rules(text, quote_path(rules), *known.values())
    lists: list[ListPlan] = []
    told = list(book.told)
    for sheet in book.sheets:
        if sheet.name == GUIDE and not only and _is_guide(sheet):
            continue
        if sheet.is_hidden and not only:
            told.append(f"lembar {quote(sheet.name)} tersembunyi dan tidak diambil; sebut dengan --sheet.")
            continue
        found = _plan_sheet(sheet, Path(path).stem, learn_all(_words(), known, saved.of(sheet.name)), saved)
        if not found:
            told.append(f"lembar {quote(sheet.name)} tidak memuat daftar dan tidak diambil.")
        lists += found
    if not lists:
        raise refusal("table-without-list", file=quote_path(path))
    filled = tuple(one for one in lists if one.rows)
    return FilePlan(book._replace(told=tuple(told)), known, saved, filled or tuple(lists))


def catalogues_in(access: Access) -> dict[Subject, Fields]:
    """What may be told in a list of each subject, with the items of the instrument that is used now."""
    with access.reading(older_is_fine=True) as session:
        return catalogues(access.fields_in(session), access.subjects, instrument_in_use(session))


def _is_guide(sheet: RawSheet) -> bool:
    """Whether it is the sheet of the template that tells how to fill the others."""
    first = next(iter(sheet.rows()), (0, {}))[1]
    return tuple(cell.text for _, cell in sorted(first.items())) == GUIDE_HEADINGS


def _plan_sheet(sheet: RawSheet, file: str, kamus: Mapping[Subject, Kamus], saved: Rules) -> list[ListPlan]:
    """The lists of a sheet, each of the subject that was decided or that its columns make it."""
    lists = []
    for found in find_tables(sheet, kamus[Subject.DOCUMENT]):
        names = (sheet.name or file.replace(".", " ").replace("_", " "), *found.above)
        subject = saved.of(sheet.name).subject or subject_of(found, kamus, names)
        for each, period in by_period(found) if subject is Subject.EVALUATION else ((found, None),):
            one = plan_list(each, kamus[subject], saved, from_1904=sheet.from_1904)
            if subject is Subject.EVALUATION and not _tells_periods(one.columns):
                one = one._replace(period=str(period or period_in(names) or ""))
            lists.append(one)
    return lists


def _tells_periods(columns: Sequence[ColumnPlan]) -> bool:
    return any(one.concept in {"period", "semester", "year"} for one in columns)


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
    return ListPlan(found, plans, court.close(decided), rows, hidden, kamus.subject, kamus.fields)


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
            one.subject,
            one.fields,
        )
        for one in plan.lists
    )


def _readings(one: ListPlan, plan: FilePlan) -> Iterator[RowReading]:
    certain = tuple(column for column in one.columns if column.sure == SURE)
    defaults = {**({"period": one.period} if one.period else {}), **plan.rules.of(one.found.sheet).defaults}
    read = read_said if one.subject is Subject.DOCUMENT else read_told
    for record in one.found.records():
        if record.passed:
            yield RowReading(record)
            continue
        reading = read_record(record, certain, one.fields, one.days.read(record), read)
        for key, text in defaults.items():
            if key in one.fields:
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
    kamus = learn_all(_words(), plan.catalogues)
    lists = [
        plan_list(
            one.found,
            kamus[one.subject],
            rules,
            from_1904=from_1904[one.found.sheet],
            columns=one.with_concepts(concepts.get(at, {})),
        )._replace(period=one.period)
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
    sheets: dict[str, Rules] = {}
    for one in plan.lists:
        before = sheets.get(one.found.sheet)
        own = before or plan.rules.sheets.get(one.found.sheet, Rules())
        columns = {c.heading: c.concept for c in one.columns if c.concept and c.sure == SURE}
        columns = {**before.columns, **columns} if before else columns
        sheets[one.found.sheet] = own._replace(columns=columns, subject=_saved_subject(plan, one))
    place = Path(path)
    write_own(
        place.parent, {place.name: write_rules(plan.rules._replace(sheets=sheets)).encode()}, is_desk=False
    )


def _saved_subject(plan: FilePlan, one: ListPlan) -> Subject | None:
    """What a list is about, where it is the only one of its sheet and no list of documents."""
    same = {each.subject for each in plan.lists if each.found.sheet == one.found.sheet}
    return one.subject if len(same) == 1 and same != {Subject.DOCUMENT} else None


@cache
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
    for subject, file in (write_left(place, outcome.left) if keep else {}).items():
        written[quarantine_of(subject)] = str(file)
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
            tuple(label_of(one.fields, key) for key in (column.concept, *column.others) if key),
            "kolom ini belum diputuskan, sehingga isinya tidak diambil.",
        )
        for one in plan.lists
        for column in one.columns
        if column.sure == LIKELY
    ]
