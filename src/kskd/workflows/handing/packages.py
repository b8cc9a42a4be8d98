"""For each OPD of a period all that goes to it: sheet, letter, gaps, cells, next sheet, message."""

from __future__ import annotations

from collections import Counter
from datetime import timedelta
from typing import TYPE_CHECKING, NamedTuple

from kskd.desk.returned import find_code
from kskd.domain.values.dates import format_date
from kskd.domain.values.period import Period, PeriodKind
from kskd.errors import refusal
from kskd.evaluation.gaps import LABELS
from kskd.interchange.own_files import refuse_foreign_set
from kskd.pages.kinds import environment
from kskd.pages.templates import folders_of
from kskd.pages.tree import blanks
from kskd.registry.tables import desk_rounds as store
from kskd.reporting.basis import Basis
from kskd.reporting.kinds.desk_letters import asked_of
from kskd.workflows import lookup
from kskd.workflows.desk import returning, sending
from kskd.workflows.desk.contents import sheets
from kskd.workflows.evaluation.gaps import gaps
from kskd.workflows.handing.sets import (
    Files,
    SetCover,
    SetEntry,
    SetFile,
    SetWanted,
    files_of,
    formats,
    index_of,
    listed,
    paged,
    pages_in,
    put,
    table,
)
from kskd.workflows.reports import reminding
from kskd.workflows.reports.letters import LetterForm
from kskd.workflows.reports.making import read_facts
from kskd.workflows.reports.origins import TODAY

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator, Mapping, Sequence
    from pathlib import Path

    from kskd.desk.sheet import Sheet
    from kskd.domain.desk_round import Meeting, Return, Sent
    from kskd.evaluation.gaps import Gap
    from kskd.pages.kinds import KindEnvironment
    from kskd.pages.tree import Page
    from kskd.workflows.access import Access
    from kskd.workflows.reports.letters import Text
    from kskd.workflows.reports.origins import Again, Given

KIND = "package"


class _Refused(NamedTuple):
    """A cell that could not be taken, of the file that an OPD returned."""

    opd: str
    cell: str
    why: str


class _Beside(NamedTuple):
    """What packages take that no registry knows: cells of files that came back, and the formats there are."""

    refused: Sequence[_Refused]
    is_returned: bool  # whether files were said that came back
    formats: Sequence[str]
    sheet: str  # format of the next desk sheet

    def given(self) -> Given:
        """The same as the stamp of their index says it."""
        return {
            "set": (KIND,),
            "formats": self.formats,
            "sheet": (self.sheet,),
            "returned": () if self.is_returned else None,
            "refused": tuple(sorted({one.opd for one in self.refused})) or None,
        }


class _Source(NamedTuple):
    """All that packages are made from; ``opds`` are those that get one, in order of code."""

    access: Access
    basis: Basis
    opds: Collection[str]
    templates: Path | None
    made: KindEnvironment
    gaps: Sequence[Gap]
    returns: Sequence[tuple[str, Return]]
    beside: _Beside
    next_sheets: Mapping[str, Sheet]
    texts: Sequence[Text]
    blank: Counter[str]  # what stays blank on the pages that are made, by how many
    notes: tuple[str, ...]  # what is not in them, and why

    def takers(self, code: str) -> list[str]:
        """The packages that take what goes to a unit today: its own, else those whose work it does by now."""
        known, today = self.basis.facts.opds, self.access.today
        if code in self.opds:
            return [code]
        return [one for one in self.opds if lookup.carried_on(known, one, today) == code]


class Packages(NamedTuple):
    """The files in order, the units with a package, what is told of it, what stays blank and how often."""

    paths: tuple[Path, ...]
    opds: tuple[str, ...]
    notes: tuple[str, ...]
    blank: tuple[tuple[str, int], ...]


def package(
    access: Access,
    period_text: str,
    wanted: SetWanted,
    *,
    opd: Sequence[str] = (),
    returned: Sequence[str] = (),
) -> Packages:
    """Write the packages of a period under ``wanted.out``, all or none, and record which sheets go out.

    Reports look at the period's last day, or at today while it runs; gaps and messages at today. The next
    desk sheet is that of the semester after the period, where it has begun. ``returned`` are sheets that
    came back, of which the cells are told that could not be taken; the registry keeps only how many.
    """
    period = Period.parse(period_text)
    if period.start > access.today:
        raise refusal("report-period-ahead", period=period)
    # What was told, or concerns a sheet that does not go out yet, is not told.
    quiet = access._replace(tell=lambda _: None)
    way = access if _following(period).start <= access.today else quiet
    sheet = sending.possible(way, ("xlsx",), asked=False) or ("csv",)
    beside = _Beside(_refused(access, returned), bool(returned), formats(), sheet[0])

    def whole(way: Access) -> tuple[_Source, dict[str, bytes]]:
        source, items, cover = _listed(way, period, opd, beside, wanted.templates)
        files = files_of(items, cover, wanted)
        return source, {f"{period}/{name}": content for name, content in files.items()}

    source, files = whole(access)
    refuse_foreign_set(wanted.out, files, dry_run=access.dry_run)
    if not access.dry_run and _record(access, source.next_sheets):
        source, files = whole(quiet)  # pages name the head of the history, which has moved on
    return Packages(put(files, wanted), tuple(source.opds), source.notes, tuple(source.blank.most_common()))


def again(one: Again) -> Iterator[Page]:
    """The index of the packages of a period, with what is of no registry as the stamp says it."""
    beside = _Beside(
        [_Refused(opd, "", "") for opd in one.given("refused") or ()],
        one.given("returned") is not None,
        one.given("formats") or (),
        "".join(one.given("sheet") or ()),
    )
    period = Period.parse(one.stamp.origin.period)
    _, items, cover = _listed(one.access, period, one.asked.get("opd", ()), beside, one.templates)
    yield index_of(items, cover, one.made, is_packed=one.given("zip") is not None)


def _listed(
    access: Access,
    period: Period,
    opd: Sequence[str],
    beside: _Beside,
    templates: Path | None,
) -> tuple[_Source, list[SetFile], SetCover]:
    """What the packages are made from, their files, and what their index says of what is not in them."""
    source = _read(access, period, opd, beside, templates)
    if not source.opds:
        if opd:
            raise refusal("report-opd-without-agreements", opds=", ".join(opd), period=period.label)
        raise refusal("package-empty", period=period.label)
    items = listed(ENTRIES, source)
    told = "; ".join(f"{what} ({count} halaman)" for what, count in source.blank.most_common())
    blank = [f"Belum terisi: {told}."] if told else []
    facts, today = source.basis.facts, access.today
    cover = SetCover(
        source.basis.head,
        f"Paket perangkat daerah, {period.label}",
        {code: facts.opds[code].name for code in source.opds},
        (f"Kekurangan dan pesan: keadaan {format_date(today)}.", *source.notes, *blank),
        (facts.act, facts.seal),
        {"opd": opd} if opd else {},
        {**beside.given(), TODAY: (today.isoformat(),) if today != source.basis.as_of else None},
    )
    return source, items, cover


def _record(access: Access, going_out: Mapping[str, Sheet]) -> bool:
    """Keep, as ``desk export`` does, which sheets go out, before they do; False where all is known."""
    with access.reading() as session:
        known = {key: store.find_sent(session, one.digest) for key, one in going_out.items()}
    fresh = [
        one for key, one in going_out.items() if (sent := known[key]) is None or sent.due_on != one.due_on
    ]
    if fresh:
        with access.writing() as session:
            for one in fresh:
                sending.record(session, one, access.today)
    return bool(fresh)


def _read(
    access: Access,
    period: Period,
    opd: Sequence[str],
    beside: _Beside,
    templates: Path | None,
) -> _Source:
    today = access.today
    following = _following(period)
    with access.reading() as session:
        facts = read_facts(session, access)
        chosen = lookup.units(session, opd, today)
        sent = store.read_sent(session, period)
        back = store.read_returns(session, period)
        meetings = store.read_meetings(session, following)
    basis = Basis(facts, period, min(period.end, today))
    opds = [code for code in basis.desks if chosen is None or code in chosen]
    left_out, next_sheets = [], {}
    if following.start > today:
        left_out.append(
            f"Lembar desk berikutnya belum ada: {following.label} mulai {format_date(following.start)}."
        )
    else:
        next_sheets = _next_sheets(access, basis, following, meetings, opds)
    if not beside.is_returned and any(one.problems for one in back):
        left_out.append(
            "Sel yang ditolak hanya disebut banyaknya; sebut berkasnya dengan --returned untuk rinciannya."
        )
    form = LetterForm("pesan", templates=templates)
    return _Source(
        access,
        basis,
        opds,
        templates,
        environment(folders_of(templates)),
        gaps(access, {}, as_of=today),
        _of_units(sent, back),
        beside,
        next_sheets,
        reminding.prepare(access, {}, as_of=today, form=form).texts,
        Counter(),
        tuple(left_out),
    )


def _following(period: Period) -> Period:
    """The semester after a period."""
    return Period.of(period.end + timedelta(days=1), PeriodKind.SEMESTER)


def _next_sheets(
    access: Access, basis: Basis, following: Period, meetings: Sequence[Meeting], opds: Collection[str]
) -> dict[str, Sheet]:
    words = {one.opd: sending.in_words(one) for one in meetings}
    due_on = sending.due_day(access, basis.facts, following)
    made = sheets(basis.facts, following, access.today, due_on, words)
    known = basis.facts.opds
    present = {lookup.carried_on(known, code, access.today) for code in opds}
    return {code: one for code, one in made.items() if code in present.union(opds)}


def _of_units(sent: Sequence[Sent], back: Sequence[Return]) -> list[tuple[str, Return]]:
    units = {one.digest: one.opd for one in sent}
    return [(units[one.sheet], one) for one in back if one.sheet in units]


def _refused(access: Access, paths: Sequence[str]) -> list[_Refused]:
    """The cells of returned files that could not be taken, file by file; nothing is kept of them."""
    found: list[_Refused] = []
    for path in dict.fromkeys(paths):
        files, _ = returning.read_files([path])
        opd = find_code(files[0].name, files[0].grids).opd
        found += [_Refused(opd, str(one.place), one.what) for one in returning.plan(access, files).problems]
    return found


def _sheets(source: _Source) -> Files:
    yield from _pages(source, "opd")


def _letters(source: _Source) -> Files:
    yield from _pages(source, "surat-pengantar")


def _pages(source: _Source, kind: str) -> Files:
    those = list(pages_in(source.basis, [kind], source.made, opds=source.opds))
    for one in those:
        source.blank.update(dict.fromkeys(blanks(one.parts), 1))
    yield from paged(those, source.beside.formats)


def _asked(source: _Source) -> Files:
    """The list that the covering letter counts."""
    for opd in source.opds:
        asked = asked_of(source.basis, source.basis.desks[opd])
        rows = [[one.agreement, one.title, one.what] for one in asked]
        yield from table(f"{opd}/data-perlu-dilengkapi.csv", ["Naskah", "Judul", "Perlu dilengkapi"], rows)


def _gaps(source: _Source) -> Files:
    carried = source.basis.survey.carried_on
    for opd in source.opds:
        rows = [
            [one.agreement, LABELS[one.kind], one.what, format_date(one.since), str(one.days)]
            for one in source.gaps
            if carried(one.opd) == opd
        ]
        heads = ["Naskah", "Kekurangan", "Keterangan", "Sejak", "Hari"]
        yield from table(f"{opd}/kekurangan.csv", heads, rows)


def _returns(source: _Source) -> Files:
    carried = source.basis.survey.carried_on
    for opd in source.opds:
        rows = [
            [format_date(one.returned_on), str(one.taken), str(one.problems)]
            for code, one in source.returns
            if carried(code) == opd and one.problems
        ]
        yield from table(f"{opd}/lembar-kembali.csv", ["Kembali", "Sel diambil", "Sel ditolak"], rows)


def _cells(source: _Source) -> Files:
    for opd in source.opds:
        rows = [[one.cell, one.why] for one in source.beside.refused if one.opd == opd]
        yield from table(f"{opd}/sel-ditolak.csv", ["Sel", "Mengapa tidak dapat diambil"], rows)


def _next(source: _Source) -> Files:
    for opd, one in source.next_sheets.items():
        for name, content in sending.files_of(
            source.access, source.basis.facts, one, (source.beside.sheet,), source.templates
        ):
            for taker in source.takers(opd):
                yield f"{taker}/desk-{name.removeprefix(f'{opd}-')}", content


def _messages(source: _Source) -> Files:
    for one in source.texts:
        for taker in source.takers(one.opd):
            yield f"{taker}/pesan.txt", one.text.encode()


ENTRIES: tuple[SetEntry[_Source], ...] = (
    SetEntry("lembar perangkat daerah", _sheets),
    SetEntry("surat pengantar", _letters),
    SetEntry("data yang perlu dilengkapi, menurut surat pengantar", _asked),
    SetEntry("kekurangan yang masih terbuka", _gaps),
    SetEntry("lembar yang kembali dengan sel yang tidak dapat diambil", _returns),
    SetEntry("sel yang tidak dapat diambil, dan mengapa", _cells),
    SetEntry("lembar desk berikutnya, untuk diisi dan dikembalikan", _next),
    SetEntry("pesan singkat", _messages),
)
"""What a package holds, in order; an entry that has nothing for an OPD is not in its folder."""
