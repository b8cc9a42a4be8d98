"""All that a successor takes over, in one folder: registry, backup, reports, what is open, how we count."""

from __future__ import annotations

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
from kskd.workflows.handing.page import newest_backup, read_beside
from kskd.workflows.handing.sets import (
    SetCover,
    SetEntry,
    SetWanted,
    collected,
    files_of,
    formats,
    pages_in,
    put,
    table,
)
from kskd.workflows.reports.making import in_formats, read_facts

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from kskd.domain.finding import Acceptance
    from kskd.registry.copies.shelf import Backup
    from kskd.reporting.kinds.serah_terima import SerahTerima
    from kskd.workflows.access import Access

    Files = Iterator[tuple[str, bytes]]

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


class _Source(NamedTuple):
    """All that a handover is made from; ``folder`` is the name of what it stands in."""

    access: Access
    folder: str
    basis: Basis
    page: SerahTerima
    newest: Backup | None
    instruments: Mapping[str, str]
    accepted: Sequence[Acceptance]
    templates: Path | None


def handover(access: Access, wanted: SetWanted) -> tuple[Path, ...]:
    """Write it under ``wanted.out``, all or nothing, for who runs the command alone; gives the paths.

    Nothing is written into the registry, and no backup is made: the copy of the registry is checked as one.
    """
    source = _read(access, wanted)
    items = collected(ENTRIES, source, wanted)
    title = f"Serah terima, {format_date(source.basis.as_of)}"
    cover = SetCover(source.basis.head, title, {source.folder: title})
    return put(files_of(items, cover, wanted), wanted, mode=_PRIVATE)


def _read(access: Access, wanted: SetWanted) -> _Source:
    day = access.today
    with access.reading() as session:
        facts = read_facts(session)
        beside = read_beside(session, access, facts, day)
        newest = newest_backup(session, access, resolved(access.path))
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
    return _Source(
        access, name, basis, serah_terima(basis, beside), newest, texts, accepted, wanted.templates
    )


def _page(source: _Source) -> Files:
    head = source.basis.head
    made = MadePage(f"{source.folder}/{KIND}", "Serah terima pengelolaan kerja sama daerah", source.page)
    one = page(head, KIND, made, environment(folders_of(source.templates)), None)
    yield from in_formats([one], formats(), source.templates)


def _registry(source: _Source) -> Files:
    """A copy of one moment, found whole."""
    path = resolved(source.access.path)
    try:
        with TemporaryDirectory(prefix="kskd-") as folder:
            made = Path(folder) / path.name
            made.touch(mode=_PRIVATE)
            backup.copy(path, made)
            yield f"{source.folder}/{path.name}", made.read_bytes()
    except backup.Unsound as error:
        raise rotation.unsound(path, error) from error


def _backup(source: _Source) -> Files:
    if source.newest is not None:
        from kskd.interchange.files import read_content

        one = source.newest.path
        yield f"{source.folder}/cadangan/{one.name}", read_content(str(one), one.stat().st_size)


def _reports(source: _Source) -> Files:
    """Of the last full semester, as they looked on its last day."""
    basis = Basis(source.basis.facts, source.basis.period, source.basis.period.end)
    place = f"{source.folder}/laporan/{basis.period}"
    yield from in_formats(pages_in(basis, BARE, source.templates, folder=place), formats(), source.templates)


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
    folder = source.templates
    if folder is None:
        return
    for path in sorted(folder.rglob("*.j2")):
        if path.is_file() and not path.is_symlink():
            yield f"{source.folder}/templat/{path.relative_to(folder).as_posix()}", path.read_bytes()


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
