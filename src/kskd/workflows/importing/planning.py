"""The plan of an import: the lists of a file under what is decided of them, and what is left to a person."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from kskd.domain.values.text import quote_path
from kskd.importing.about.catalogues import catalogues
from kskd.importing.concepts import Subject, label_of
from kskd.importing.kamus import LIKELY, NOT, SURE, TOGETHER, learn_all
from kskd.importing.problems import Problem
from kskd.importing.rules import Rules, read_rules, write_rules
from kskd.interchange.files import read_content
from kskd.interchange.own_files import adopt, write_own
from kskd.interchange.sheets.book import open_sheets
from kskd.registry.tables import opds, settings
from kskd.workflows.evaluation.evaluating import instrument_in_use
from kskd.workflows.importing.listing import FilePlan, plan_list, readings_of, with_lists, words
from kskd.workflows.importing.outcome import Batch
from kskd.workflows.importing.quarantine import may_be_replaced, quarantine_of, write_left, write_units
from kskd.workflows.importing.telling import kind_in
from kskd.workflows.importing.titles import UnitNames

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from kskd.domain.field import Fields
    from kskd.importing.columns import ColumnPlan
    from kskd.workflows.access import Access
    from kskd.workflows.importing.listing import ListPlan
    from kskd.workflows.importing.outcome import Outcome

FINISHED = "Tidak diperlukan lagi dan boleh dihapus"
"""What is said of a quarantine of which nothing is left."""
_LEFT_COLUMN = {
    LIKELY: "kolom ini belum diputuskan, sehingga isinya tidak diambil.",
    NOT: "kolom ini memuat dua isian dalam satu sel dan tidak diambil; pisahkan menjadi dua kolom.",
}
_LARGEST_RULES = 1_000_000


def open_plan(access: Access, path: str, only: Sequence[str] = (), rules: str | None = None) -> FilePlan:
    """Open a file and plan each of its lists; ``rules`` is a file of what was decided before.

    InputFileError for a file that cannot be read, or in which there is no list.
    """
    book = open_sheets(path, tuple(only))
    known = catalogues_in(access)
    with access.reading(older_is_fine=True) as session:
        units = UnitNames(opds.read_opds(session), settings.read_government(session).name)
    saved = Rules()
    if rules is not None:
        text = read_content(rules, _LARGEST_RULES).decode("utf-8-sig", "replace")
        saved = read_rules(text, quote_path(rules), *known.values())
    return with_lists(FilePlan(book, known, saved, units), is_told=bool(only))


def catalogues_in(access: Access) -> dict[Subject, Fields]:
    """What may be told in a list of each subject, with the items of the instrument that is used now."""
    with access.reading(older_is_fine=True) as session:
        return catalogues(access.fields_in(session), access.subjects, instrument_in_use(session))


def batches(plan: FilePlan) -> tuple[Batch, ...]:
    """The lists of a plan as an act takes them: of their columns those that are certain."""
    name = Path(plan.book.path).name
    return tuple(
        Batch(
            name,
            plan.book.digest,
            one.columns,
            partial(readings_of, one, plan.rules),
            kind_in((one.found.sheet, *one.found.above)),
            one.subject,
            one.fields,
        )
        for one in plan.lists
    )


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
    kamus = learn_all(words(), plan.catalogues)
    lists = [
        plan_list(
            one.found,
            kamus[one.subject],
            rules,
            plan.units,
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
        place.parent,
        {place.name: write_rules(plan.rules._replace(sheets=sheets)).encode()},
        code="quarantine-not-ours",
    )


def _saved_subject(plan: FilePlan, one: ListPlan) -> Subject | None:
    """What a list is about, where it is the only one of its sheet and no list of documents."""
    same = {each.subject for each in plan.lists if each.found.sheet == one.found.sheet}
    return one.subject if len(same) == 1 and same != {Subject.DOCUMENT} else None


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
    if keep and may_be_replaced(plan):
        adopt(Path(plan.book.path), plan.book.digest)
        if not outcome.left:
            written[FINISHED] = plan.book.path
    if keep and outcome.left:
        made = write_left(place, outcome.left, learn_all(words(), plan.catalogues))
        written |= {quarantine_of(subject): str(file) for subject, file in made.items()}
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
            one.found.head,
            column.column,
            column.heading,
            "",
            tuple(
                dict.fromkeys(label_of(one.fields, key) for key in (column.concept, *column.others) if key)
            ),
            _LEFT_COLUMN[column.sure],
        )
        for one in plan.lists
        for column in one.columns
        if column.sure == LIKELY or (column.why == TOGETHER and column.concept is None)
    ]
