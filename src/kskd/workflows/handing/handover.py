"""All that a successor takes over, in one folder: registry, backup, reports, what is open, how we count."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING, NamedTuple

from kskd.domain.values.dates import format_date
from kskd.domain.values.period import Period, PeriodKind
from kskd.errors import InvalidDate
from kskd.pages.kinds import environment
from kskd.pages.templates import folders_of
from kskd.registry.copies import backup, rotation
from kskd.registry.file.opening import resolved
from kskd.registry.tables import instruments
from kskd.registry.tables.acceptances import read_acceptances
from kskd.reporting.basis import Basis
from kskd.reporting.kinds.serah_terima import serah_terima
from kskd.reporting.reports import BARE, MadePage, page
from kskd.workflows.handing.page import Around, read_around, read_beside, told_around
from kskd.workflows.handing.sets import (
    Files,
    SetCover,
    SetEntry,
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
from kskd.workflows.reports.making import read_facts
from kskd.workflows.reports.origins import origin

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping, Sequence

    from kskd.domain.finding import Acceptance
    from kskd.pages.kinds import KindEnvironment
    from kskd.pages.tree import Page
    from kskd.registry.session import Session
    from kskd.reporting.kinds.serah_terima import SerahTerima
    from kskd.workflows.access import Access
    from kskd.workflows.reports.origins import Again, Given, State

KIND = "serah-terima"
_REASONS = {
    "lapsed": "berakhir tanpa penerus",
    "ending": "segera berakhir tanpa penerus",
    "owed": "kewajiban mitra lewat",
    "stopping": "disarankan dihentikan",
    "barren": "payung tanpa turunan",
    "silent": "dua periode tidak dilaporkan",
    "rest": "payung tanpa turunan, atau tidak dilaporkan",
}
_PRIVATE = 0o600  # the registry is in it, with all that is personal


class _Beside(NamedTuple):
    """What a handover takes that no registry knows: its file, what lies around it, formats, own templates."""

    registry: str
    around: Around
    formats: Sequence[str]
    own: Sequence[str]

    def given(self) -> Given:
        """The same as the stamp of its index says it."""
        return {
            "set": (KIND,),
            "registry": (self.registry,),
            "formats": self.formats,
            "own": self.own or None,
            **self.around.given(),
        }


class _Source(NamedTuple):
    """All that a handover is made from; ``folder`` is the name of what it stands in."""

    access: Access
    folder: str
    basis: Basis
    page: SerahTerima
    beside: _Beside
    instruments: Mapping[str, str]
    accepted: Sequence[Acceptance]
    templates: Path | None
    made: KindEnvironment

    @property
    def state(self) -> State:
        """The state of the registry that is handed over."""
        return self.basis.facts.act, self.basis.facts.seal


def handover(access: Access, wanted: SetWanted) -> tuple[Path, ...]:
    """Write it under ``wanted.out``, all or nothing, for who runs the command alone; gives the paths.

    Nothing is written into the registry, and no backup is made: the copy of the registry is checked as one.
    """
    own = tuple(_own_templates(wanted.templates)) if wanted.templates else ()

    def beside(session: Session) -> _Beside:
        return _Beside(resolved(access.path).name, read_around(session, access), formats(), own)

    source = _read(access, beside, wanted.templates, environment(folders_of(wanted.templates)))
    return put(files_of(listed(ENTRIES, source), _cover(source), wanted), wanted, mode=_PRIVATE)


def again(one: Again) -> Iterator[Page]:
    """The page, or the index of the set, with what lay around the registry as the stamp says it."""

    def beside(session: Session) -> _Beside:
        names = (one.given(key) or () for key in ("registry", "formats", "own"))
        registry, endings, own = names
        return _Beside("".join(registry), told_around(session, one), endings, own)

    source = _read(one.access, beside, one.templates, one.made)
    if one.stamp.kind == KIND:
        yield _own_page(source)
    else:
        is_packed = one.given("zip") is not None
        yield index_of(listed(ENTRIES, source), _cover(source), one.made, is_packed=is_packed)


def _cover(source: _Source) -> SetCover:
    title = f"Serah terima, {format_date(source.basis.as_of)}"
    return SetCover(
        source.basis.head, title, {source.folder: title}, (), source.state, {}, source.beside.given()
    )


def _read(
    access: Access, beside: Callable[[Session], _Beside], templates: Path | None, made: KindEnvironment
) -> _Source:
    day = access.today
    with access.reading() as session:
        facts = read_facts(session, access)
        taken = beside(session)
        told = read_beside(session, access, facts, day, taken.around)
        texts = {
            one: instruments.read_instrument(session, one) or ""
            for one in instruments.instrument_ids(session)
        }
        accepted = tuple(read_acceptances(session).values())
    try:
        full = Period.of(day, PeriodKind.SEMESTER).previous()
    except InvalidDate:
        full = Period.of(day, PeriodKind.SEMESTER)
    basis = Basis(facts, full, day)
    name = f"{KIND}-{day.isoformat()}"
    page = serah_terima(basis, told)
    return _Source(access, name, basis, page, taken, texts, accepted, templates, made)


def _page(source: _Source) -> Files:
    return paged([_own_page(source)], source.beside.formats)


def _own_page(source: _Source) -> Page:
    head = source.basis.head
    made = MadePage(f"{source.folder}/{KIND}", "Serah terima pengelolaan kerja sama daerah", source.page)
    of = origin(source.state, head.period, source.made, KIND, given=source.beside.around.given())
    return page(head, KIND, made, source.made, of)


def _registry(source: _Source) -> Files:
    """A copy of one moment, found whole."""
    yield f"{source.folder}/{source.beside.registry}", partial(_copied, resolved(source.access.path))


def _copied(path: Path) -> bytes:
    try:
        with TemporaryDirectory(prefix="kskd-") as folder:
            made = Path(folder) / path.name
            made.touch(mode=_PRIVATE)
            backup.copy(path, made)
            return made.read_bytes()
    except backup.Unsound as error:
        raise rotation.unsound(path, error) from error


def _backup(source: _Source) -> Files:
    newest = source.beside.around.backup
    if newest is not None:
        yield f"{source.folder}/cadangan/{newest.path.name}", partial(_backed_up, newest.path)


def _backed_up(path: Path) -> bytes:
    from kskd.interchange.files import read_content

    return read_content(str(path), path.stat().st_size)


def _reports(source: _Source) -> Files:
    """Of the last full semester, as they looked on its last day."""
    basis = Basis(source.basis.facts, source.basis.period, source.basis.period.end)
    place = f"{source.folder}/laporan/{basis.period}"
    return paged(pages_in(basis, BARE, source.made, folder=place), source.beside.formats)


def _decisions(source: _Source) -> Files:
    heads = ["Nomor", "Naskah", "OPD", "Judul", "Alasan", "Keterangan", "Paling lambat"]
    rows = [
        [str(at), row.id, row.opd, row.title, _REASONS[one.reason], one.detail, format_date(one.due)]
        for at, one in enumerate(source.page.decisions, 1)
        for row in one.rows
    ]
    yield from table(f"{source.folder}/keputusan-terbuka.csv", heads, rows)


def _unfound(source: _Source) -> Files:
    found = [[one.id, one.title, "naskah tidak ditemukan"] for one in source.page.unfound]
    found += [[one.agreement, one.path, one.state] for one in source.page.beside.files]
    heads = ["Naskah", "Judul atau berkas", "Keadaan"]
    yield from table(f"{source.folder}/naskah-belum-ditemukan.csv", heads, found)


def _dates(source: _Source) -> Files:
    heads = ["Tanggal", "Hari", "Naskah", "OPD", "Apa", "Dasar", "Catatan"]
    rows = [
        [one.due_on.isoformat(), str(one.days_left), one.agreement, one.opd, one.what, one.basis, one.note]
        for one in source.page.beside.dates
    ]
    yield from table(f"{source.folder}/tanggal-enam-bulan.csv", heads, rows)


def _settings(source: _Source) -> Files:
    """A line each, as ``setting set`` takes it; what the office did not set is marked."""
    lines = []
    for one in source.page.settings:
        mark = "  (bawaan)" if one.is_default else ""
        lines.append(f"{one.key} = {one.value}{mark}" if one.value else f"{one.key}  (tidak ditetapkan)")
    yield f"{source.folder}/pengaturan.txt", "".join(f"{line}\n" for line in lines).encode()


def _notes(source: _Source) -> Files:
    yield f"{source.folder}/cara-menghitung.txt", "\n\n".join(source.page.notes).encode() + b"\n"


def _rules(source: _Source) -> Files:
    """The instruments, which say how is scored, and the findings that the office accepts."""
    for name, text in source.instruments.items():
        yield f"{source.folder}/aturan/instrumen-{name.replace('/', '-')}.toml", text.encode()
    rows = [[one.agreement, one.rule, one.reason, one.accepted_on, one.until] for one in source.accepted]
    heads = ["Naskah", "Aturan", "Alasan", "Diterima", "Sampai"]
    yield from table(f"{source.folder}/aturan/temuan-diterima.csv", heads, rows)


def _templates(source: _Source) -> Files:
    """The office's own, where the command was told of them."""
    for name in source.beside.own:
        yield f"{source.folder}/templat/{name}", ((source.templates or Path()) / name).read_bytes


def _own_templates(folder: Path) -> Iterator[str]:
    """The templates of a folder, by name."""
    for path in sorted(folder.rglob("*.j2")):
        if path.is_file() and not path.is_symlink():
            yield path.relative_to(folder).as_posix()


ENTRIES: tuple[SetEntry[_Source], ...] = (
    SetEntry("halaman serah terima: yang terbuka, tanggal, cadangan, kepada siapa bertanya", _page),
    SetEntry("registri, lengkap dengan data pribadi dan riwayatnya", _registry),
    SetEntry("cadangan terakhir yang baik", _backup),
    SetEntry("laporan semester penuh yang terakhir", _reports),
    SetEntry("hal yang menunggu keputusan", _decisions),
    SetEntry("naskah dan berkas yang belum ditemukan", _unfound),
    SetEntry("tanggal enam bulan ke depan, dan yang sudah lewat", _dates),
    SetEntry("pengaturan kantor", _settings),
    SetEntry("cara menghitung", _notes),
    SetEntry("instrumen dan temuan yang diterima kantor", _rules),
    SetEntry("templat milik kantor", _templates),
)
"""What a handover holds, in order; an entry that has nothing is not in it."""
