"""How complete the registry is as a page, and what is missing as one letter for each unit."""

from __future__ import annotations

from dataclasses import replace
from itertools import groupby
from typing import TYPE_CHECKING, NamedTuple

from kskd.domain.finding import SEVERITY_NAMES, Severity
from kskd.pages.templates import folders_of
from kskd.registry.tables import opds
from kskd.registry.tables.reminders import ReminderTitle, read_titles
from kskd.registry.views.coverage import PARTNER_KIND
from kskd.reporting.message import DataRequest, DataRequestItem
from kskd.reporting.pages import PageStep, QualityLine, QualityPage, QualityRow, QualityUnit
from kskd.reporting.reports import MadePage, page
from kskd.workflows.register.filters import in_words
from kskd.workflows.reports import making
from kskd.workflows.reports.judged import GRAVITY
from kskd.workflows.reports.letters import LetterForm, Paper, Text, read_paper, said, texts
from kskd.workflows.reports.missing import ENDED, LIAISON, MissingFact
from kskd.workflows.reports.origins import TODAY, Again, origin
from kskd.workflows.reports.quality import Coverage, Quality, asking, read_proposal, read_quality

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence
    from datetime import date
    from pathlib import Path

    from kskd.domain.opd import Opd
    from kskd.pages.kinds import KindEnvironment
    from kskd.pages.tree import Page
    from kskd.workflows.access import Access
    from kskd.workflows.register.filtering import Filters

NAME, ASKING = "mutu-data", "permintaan"
_MOST = 100  # documents of a unit on the page; the rest is told by number
_UNASKED_TOO = {ENDED.name, LIAISON.name}
"""What a unit is asked though no rule asks: the report of the period that has just ended, and whom to ask."""


class _Read(NamedTuple):
    """What was read of one snapshot."""

    quality: Quality
    paper: Paper
    since: str | None
    opds: Mapping[str, Opd]
    titles: Mapping[str, ReminderTitle]


class QualityWanted(NamedTuple):
    """Of which documents and fields, empty for all, on which day, and by whose templates."""

    filters: Filters
    names: Sequence[str]
    as_of: date
    templates: Path | None


def ask_units(access: Access, wanted: QualityWanted, form: LetterForm) -> tuple[Text, ...]:
    """One text for each unit that is asked something: what rules ask for, or all of the fields named."""
    from kskd.pages.kinds import environment

    return texts(_requests(access, wanted, form.of(ASKING), environment(folders_of(form.templates))), form)


def write_page(access: Access, wanted: QualityWanted, out: Path) -> tuple[Path, ...]:
    """Write the page as Markdown and HTML; gives the paths."""
    from kskd.interchange.sets import write_set
    from kskd.pages.kinds import environment
    from kskd.workflows.reports.keeping import KeptPages

    made = _page(access, wanted, environment(folders_of(wanted.templates)))
    written = making.in_formats([made], making.DEFAULT_FORMATS, wanted.templates, KeptPages(access, out))
    files = [(out / name, content) for name, content in written]
    write_set(out, files)
    return tuple(path for path, _ in files)


def again(one: Again) -> Iterator[Page]:
    """The page, or the letters or messages that ask for what it lacks."""
    wanted = QualityWanted(one.asked, one.given("field") or (), one.stamp.as_of, one.templates)
    if one.stamp.kind == NAME:
        return iter((_page(one.access, wanted, one.made),))
    return _requests(one.access, wanted, one.stamp.kind, one.made)


def _page(access: Access, wanted: QualityWanted, made: KindEnvironment) -> Page:
    """The page, which types its commands for the day on which it is made."""
    read = _read(access, wanted)
    built = _built(access, wanted, read)
    today = (access.today.isoformat(),) if access.today != wanted.as_of else None
    given = {"field": wanted.names or None, TODAY: today}
    of = origin(read.paper.state, built.head.period, made, NAME, asked=wanted.filters, given=given)
    return page(built.head, NAME, MadePage(NAME, "Mutu data registri kerja sama", built), made, of)


def _requests(access: Access, wanted: QualityWanted, kind: str, made: KindEnvironment) -> Iterator[Page]:
    read = _read(access, wanted)
    asked = (_request(read, unit) for _, unit in _units(access, wanted, read) if unit.rows)
    state, period, given = read.paper.state, read.paper.head.period, {"field": wanted.names or None}
    return said(asked, kind, made, origin(state, period, made, kind, asked=wanted.filters, given=given))


def _built(access: Access, wanted: QualityWanted, read: _Read) -> QualityPage:
    """What the page is given, with every count as ``quality`` gives it."""
    lines = [(_line(one), one) for one in read.quality.fields]
    units = tuple(unit for _, unit in _units(access, wanted, read))
    return QualityPage(
        head=replace(read.paper.head, filtered=in_words(wanted.filters) if wanted.filters else None),
        documents=read.quality.documents,
        asked=tuple(line for line, one in lines if one.asked),
        lacking=tuple(line for line, one in lines if not one.asked and one.recorded < one.applies),
        whole=tuple(one.label for _, one in lines if one.recorded == one.applies),
        units=tuple(
            replace(unit, rows=unit.rows[:_MOST], left_out=max(0, len(unit.rows) - _MOST)) for unit in units
        ),
        steps=_steps(access, wanted, read, units),
    )


def _read(access: Access, wanted: QualityWanted) -> _Read:
    with access.reading() as session:
        found = read_quality(
            session, access, wanted.filters, as_of=wanted.as_of, names=wanted.names, each=True
        )
        ids = [one.agreement for one in found.missing if one.agreement]
        return _Read(
            found,
            read_paper(session, access, wanted.as_of),
            read_proposal(session, wanted.as_of),
            opds.read_opds(session),
            read_titles(session, ids, wanted.as_of.isoformat()),
        )


def _line(one: Coverage) -> QualityLine:
    return QualityLine(
        one.label,
        one.applies,
        one.recorded,
        one.partial,
        one.missing,
        one.share,
        SEVERITY_NAMES[one.severity] if one.severity else None,
        one.asked,
        one.rules,
        one.command,
    )


def _is_asked(one: MissingFact, wanted: QualityWanted) -> bool:
    return bool(wanted.names) or one.severity is not None or one.field in _UNASKED_TOO


def _units(access: Access, wanted: QualityWanted, read: _Read) -> Iterator[tuple[str, QualityUnit]]:
    """Each unit of which something is missing, with all of its documents."""
    for code, group in groupby(read.quality.missing, key=lambda one: one.opd):
        facts = list(group)
        asked = [one for one in facts if _is_asked(one, wanted)]
        rows = tuple(_row(read, *each) for each in groupby(asked, key=lambda one: one.agreement))
        typed = asking(access, {**wanted.filters, "opd": (code,)}, wanted.as_of)
        typed = "".join(f" --field {name}" for name in wanted.names) + typed
        yield (
            code,
            QualityUnit(
                code,
                read.opds[code].name,
                sum(row.id is not None for row in rows),
                len(asked),
                len(facts) - len(asked),
                rows,
                0,
                "kskd quality --ask" + typed,
                "kskd quality --each" + typed,
            ),
        )


def _row(read: _Read, agreement: str | None, facts: Iterable[MissingFact]) -> QualityRow:
    """What is asked of a document, the gravest first."""
    ordered = sorted(facts, key=lambda one: GRAVITY[one.severity])
    questions = tuple(dict.fromkeys(one.question for one in ordered))
    told = read.titles.get(agreement or "")
    return QualityRow(agreement, told and told.title, told and told.number, told and told.partners, questions)


def _request(read: _Read, unit: QualityUnit) -> DataRequest:
    return DataRequest(
        read.paper.head,
        read.paper.frame(unit.name, "Permintaan data kerja sama daerah"),
        unit.code,
        unit.name,
        tuple(question for row in unit.rows if row.id is None for question in row.questions),
        tuple(
            DataRequestItem(row.id, row.title or "", row.number, row.partners or "", row.questions)
            for row in unit.rows
            if row.id is not None
        ),
        read.paper.signature,
    )


def _steps(
    access: Access, wanted: QualityWanted, read: _Read, units: Sequence[QualityUnit]
) -> tuple[PageStep, ...]:
    """What to do next, in the order in which it helps."""
    typed, steps = asking(access, wanted.filters, wanted.as_of), list[PageStep]()
    if read.since:
        steps.append(PageStep(*read.since.rsplit(": ", 1)))
    if asked := sum(bool(unit.rows) for unit in units):
        steps.append(
            PageStep(
                f"Mintakan yang belum tercatat kepada {asked} OPD, satu surat untuk tiap OPD",
                f"kskd quality --ask --out permintaan{typed}",
            )
        )
    for one in read.quality.fields:
        if one.field == PARTNER_KIND.name and one.recorded < one.applies:
            steps.append(PageStep("Lengkapi jenis mitra, yang diketahui kantor sendiri", one.command))
    if any(one.severity is Severity.ERROR for one in read.quality.fields):
        steps.append(PageStep("Baca temuan menurut peraturan, beserta perbaikannya", f"kskd check{typed}"))
    return (*steps, PageStep("Lihat yang paling mendesak", f"kskd next{typed}"))
