"""The desk sheet as data: what an OPD is sent for one period, and what each of its cells means.

One description for everything that makes or reads a sheet: workbook, CSV, printed page, and the way back.
"""

from __future__ import annotations

from enum import StrEnum
from hashlib import sha256
from typing import TYPE_CHECKING, NamedTuple

from kskd.domain.choices import OBSTACLE_CATEGORIES
from kskd.domain.implementation import NOT_ASSESSABLE, NOT_ASSESSABLE_LABEL, Implementation
from kskd.domain.values.dates import format_date

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator, Mapping
    from datetime import date

    from kskd.domain.values.period import Period
    from kskd.evaluation.instrument import Instrument

FORM = "kskd-desk/1"
ID = "id"
ITEM, EVIDENCE = "item:", "evidence:"
UNKNOWN = "belum tercatat"  # shown where the registry does not know what a locked cell asks
YES = "ya"


class CellKind(StrEnum):
    """What a cell is to hold."""

    TEXT = "text"
    BLOCK = "block"  # several lines, each of which is one
    NUMBER = "number"
    DAY = "day"
    CHOICE = "choice"


class SheetColumn(NamedTuple):
    """One column: its key in the file, its heading, its width in characters, and who fills it.

    ``locked`` cells come from the registry, and of those that ``moves`` grow with each report. ``choices``
    are codes and labels; ``limit`` bounds a text. What ``names`` its row is no other row's. Of a block with
    ``several`` (what its lines are) a list is told to be one, and "nihil" is an answer.
    """

    key: str
    heading: str
    width: int
    kind: CellKind = CellKind.TEXT
    locked: bool = False
    choices: tuple[tuple[str, str], ...] = ()
    hint: str | None = None
    limit: int = 1000
    moves: bool = False
    names: bool = False
    several: str | None = None


# The id again at the far end of each row, by which cells that were shifted or sorted apart are found out.
END = SheetColumn("end", "Naskah (ulang)", 17, locked=True)
# On a sheet that asks again for what could not be taken: why.
TROUBLE = SheetColumn("trouble", "Yang perlu diperbaiki", 44, locked=True, moves=True)


class SheetPart(NamedTuple):
    """One table of the sheet. ``rows`` maps the id of each row to what its locked cells show.

    ``counted`` is what its rows are, after a number; ``again`` are cells that are asked for once more, by row
    and key.
    """

    key: str
    title: str
    counted: str
    note: str
    columns: tuple[SheetColumn, ...]
    rows: Mapping[str, Mapping[str, str | None]]
    again: Collection[tuple[str, str]] = ()

    @property
    def table(self) -> tuple[SheetColumn, ...]:
        """The columns as a spreadsheet has them, whose rows have an end."""
        return (*self.columns, END)

    def column(self, key: str) -> SheetColumn | None:
        """The column that a table of this part may have under a key, if there is one."""
        return next((column for column in (*self.table, TROUBLE) if column.key == key), None)

    @property
    def open_columns(self) -> tuple[SheetColumn, ...]:
        """The columns that the OPD fills."""
        return tuple(column for column in self.columns if not column.locked)


class Sheet(NamedTuple):
    """All that one OPD is sent for a period; ``sealed`` stands for its digest where that cannot be known."""

    government: str
    office: str
    opd: str
    opd_name: str
    period: Period
    instrument: Instrument
    due_on: date
    contact: str
    meeting: str | None
    parts: tuple[SheetPart, ...]
    sealed: str | None = None

    @property
    def digest(self) -> str:
        """SHA-256, in 16 hexadecimal digits, of what the registry has put into the sheet."""
        if self.sealed is not None:
            return self.sealed
        told = "\n".join("\t".join(line) for line in self._content())
        return sha256(told.encode()).hexdigest()[:16]

    @property
    def code(self) -> str:
        """The one line by which a sheet is known again: form, period, OPD, instrument and digest."""
        return f"{FORM} {self.period} {self.opd} {self.instrument.id} {self.digest}"

    @property
    def facts(self) -> tuple[tuple[str, str], ...]:
        """What the cover says about the sheet, as labels and values."""
        counts = "; ".join(f"{len(part.rows)} {part.counted}" for part in self.filled_parts)
        meeting = (("Desk evaluasi", self.meeting),) if self.meeting else ()
        return (
            ("Perangkat daerah", f"{self.opd_name} ({self.opd})"),
            ("Periode", f"{self.period.label} ({self.period})"),
            ("Yang diisi", counts),
            ("Dikembalikan paling lambat", format_date(self.due_on)),
            *meeting,
            ("Dikembalikan kepada", self.office),
            ("Bila ada pertanyaan", self.contact),
            ("Instrumen", f"{self.instrument.title} ({self.instrument.id})"),
            ("Kode lembar", self.code),
        )

    @property
    def filled_parts(self) -> tuple[SheetPart, ...]:
        """The parts with rows; the others are not sent."""
        return tuple(part for part in self.parts if part.rows)

    def lines(self, part: SheetPart) -> Iterator[tuple[str | None, ...]]:
        """A part as rows of cells: keys under the code, headings, then one row for each id."""
        keys = (column.key for column in part.table[1:])
        yield (f"{self.code} {part.key}", *keys)
        yield tuple(column.heading for column in part.table)
        for row, cells in part.rows.items():
            yield tuple(_shown(column, row, cells) for column in part.table)

    def _content(self) -> Iterator[tuple[str, ...]]:
        yield (FORM, self.government, self.opd, self.opd_name, str(self.period), self.instrument.id)
        for part in self.parts:
            yield (part.key, *(column.key for column in part.columns))
            for row, cells in part.rows.items():
                yield (row, *(cells.get(column.key) or "" for column in part.columns))


class Code(NamedTuple):
    """A sheet's ``code`` as read back; the part that a table is follows it there."""

    period: str
    opd: str
    instrument: str
    digest: str
    part: str | None


def read_code(text: str) -> Code | None:
    """The code that a cell holds, None for any other text."""
    words = text.split()
    if len(words) not in {5, 6} or words[0] != FORM:
        return None
    return Code(words[1], words[2], words[3], words[4], words[5] if len(words) == 6 else None)


def _shown(column: SheetColumn, row: str, cells: Mapping[str, str | None]) -> str | None:
    if column.key in {ID, END.key}:
        return row
    return (cells.get(column.key) or UNKNOWN) if column.locked else None


def _locked(key: str, heading: str, width: int, *, moves: bool = False, names: bool = False) -> SheetColumn:
    return SheetColumn(key, heading, width, locked=True, moves=moves, names=names)


# What a document says in fields of the office's own, where any does.
OWN = _locked("own", "Isian kantor", 24)


def _item_columns(instrument: Instrument) -> Iterator[SheetColumn]:
    """A column for each item that is asked; behind it one for the evidence that the instrument demands."""
    proven = instrument.evidence.items if instrument.evidence else ()
    for item in instrument.asked_items:
        options = ((option.code, option.label) for option in item.options)
        choices = (*options, (NOT_ASSESSABLE, NOT_ASSESSABLE_LABEL))
        # An instrument names that answer by its code; on a sheet, where it is chosen, only its words stand.
        hint = item.help and item.help.replace(NOT_ASSESSABLE, f"“{NOT_ASSESSABLE_LABEL}”")
        key = f"{ITEM}{item.code}"
        yield SheetColumn(key, item.question, 22, CellKind.CHOICE, choices=choices, hint=hint)
        if item.code in proven:
            yield SheetColumn(
                f"{EVIDENCE}{item.code}",
                f"Bukti atas {item.code}",
                24,
                CellKind.BLOCK,
                limit=400,
                hint="Tanpa bukti jawaban ini hanya pernyataan. Nama berkas atau uraian, satu bukti sebaris.",
            )


def evaluation_columns(instrument: Instrument, *, has_own: bool) -> tuple[SheetColumn, ...]:
    """One row a document: six of the nine items of the law from the registry, and what the OPD answers.

    The nine are those of Permendagri 22/2020 Pasal 17 and 39; the last three are problems, efforts, others.
    """
    return (
        _locked(ID, "Naskah", 15),
        _locked("title", "Judul", 34, names=True),
        _locked("doc", "Bentuk naskah", 18),
        _locked("parties", "Para pihak", 26),
        _locked("purpose", "Maksud dan tujuan, ruang lingkup", 26),
        _locked("object", "Objek", 18),
        _locked("term", "Jangka waktu", 20),
        *((OWN,) if has_own else ()),
        SheetColumn(
            "unchanged",
            "Tidak ada perubahan?",
            13,
            CellKind.CHOICE,
            choices=((YES, "Ya"), ("tidak", "Tidak")),
            hint="Ya: yang tidak dijawab di sini sama seperti laporan periode sebelumnya.",
        ),
        SheetColumn(
            "implementation",
            "Keadaan pelaksanaan",
            20,
            CellKind.CHOICE,
            choices=tuple((one.value, one.label) for one in Implementation),
        ),
        *_item_columns(instrument),
        SheetColumn(
            "obstacle",
            "Permasalahan",
            30,
            CellKind.BLOCK,
            hint="Permasalahan baru, satu permasalahan sebaris; tulis nihil bila tidak ada.",
            several="permasalahan",
        ),
        SheetColumn(
            "category",
            "Kategori permasalahan",
            20,
            CellKind.CHOICE,
            choices=tuple(OBSTACLE_CATEGORIES.items()),
        ),
        SheetColumn("effort", "Upaya penyelesaian", 30, CellKind.BLOCK, several="upaya"),
        SheetColumn("others", "Hal lain yang disepakati", 26, limit=4000),
        SheetColumn(
            "evidence",
            "Bukti lain",
            26,
            CellKind.BLOCK,
            limit=500,
            hint="Nama berkas atau uraian, satu bukti sebaris (Alt+Enter untuk baris baru).",
        ),
        SheetColumn("filler", "Pengisi (nama dan jabatan)", 22, limit=200),
        SheetColumn("reported_on", "Tanggal lapor", 14, CellKind.DAY),
    )


TARGET_COLUMNS = (
    _locked(ID, "Naskah/nomor", 17),
    _locked("title", "Judul", 36, names=True),
    _locked("kind", "Jenis", 12),
    _locked("indicator", "Indikator", 36, names=True),
    _locked("wanted", "Target", 14),
    _locked("unit", "Satuan", 14),
    _locked("due_on", "Tenggat", 16),
    _locked("so_far", "Realisasi tercatat", 20, moves=True),
    SheetColumn(
        "realisation",
        "Realisasi periode ini",
        18,
        CellKind.NUMBER,
        hint="Angka saja, misalnya 75, 12,5, atau 13500 (tanpa titik); kosongkan bila belum diketahui.",
    ),
)
OBSTACLE_COLUMNS = (
    _locked(ID, "Naskah/nomor", 17),
    _locked("title", "Judul", 32, names=True),
    _locked("text", "Kendala yang masih terbuka", 36, names=True),
    _locked("category", "Kategori", 18),
    _locked("opened", "Sejak", 12),
    _locked("so_far", "Upaya tercatat", 30, moves=True),
    SheetColumn("effort", "Upaya dalam periode ini", 36, CellKind.BLOCK, several="upaya"),
    SheetColumn("closed", "Sudah selesai?", 12, CellKind.CHOICE, choices=((YES, "Ya"), ("belum", "Belum"))),
)
ACTION_COLUMNS = (
    _locked(ID, "Naskah/nomor", 17),
    _locked("title", "Judul", 32, names=True),
    _locked("what", "Tindak lanjut yang masih terbuka", 36, names=True),
    _locked("who", "Penanggung jawab", 24),
    _locked("due_on", "Tenggat", 18),
    SheetColumn("done_on", "Selesai tanggal", 16, CellKind.DAY),
    SheetColumn("proof", "Bukti penyelesaian", 32, limit=500),
)
EVALUATION, TARGETS, OBSTACLES, ACTIONS = "evaluasi", "target", "kendala", "tindak-lanjut"
_PARTS = {
    EVALUATION: ("Evaluasi", "naskah", "Satu baris satu naskah."),
    TARGETS: ("Target", "target", "Isi yang tercapai sampai akhir periode, satu baris satu target."),
    OBSTACLES: (
        "Kendala",
        "kendala yang masih terbuka",
        "Kendala dari periode lalu: tulis upaya dalam periode ini, dan apakah sudah selesai.",
    ),
    ACTIONS: (
        "Tindak lanjut",
        "tindak lanjut yang masih terbuka",
        "Tindak lanjut yang disepakati: isi tanggal selesai dan buktinya bila sudah.",
    ),
}


def part_of(key: str, instrument: Instrument, rows: Mapping[str, Mapping[str, str | None]]) -> SheetPart:
    """A part of the sheet, with these rows."""
    has_own = any(row.get(OWN.key) for row in rows.values())
    return SheetPart(key, *_PARTS[key], columns_of(key, instrument, has_own=has_own), rows)


def columns_of(part: str, instrument: Instrument, *, has_own: bool = False) -> tuple[SheetColumn, ...]:
    """The columns of a part of the sheet; ``has_own`` where fields of the office's own say something."""
    if part == EVALUATION:
        return evaluation_columns(instrument, has_own=has_own)
    return {TARGETS: TARGET_COLUMNS, OBSTACLES: OBSTACLE_COLUMNS, ACTIONS: ACTION_COLUMNS}[part]


def how_to_fill(sheet: Sheet) -> tuple[str, ...]:
    """What the cover tells who fills it, one sentence a line."""
    again = "Lembar ini menanyakan lagi isian yang tidak dapat diambil: isi sel bertepi merah menurut kolom"
    return (
        *((f"{again} {TROUBLE.heading}.",) if any(part.again for part in sheet.parts) else ()),
        "Isi sel yang berlatar kuning; sel lain berasal dari registri dan terkunci.",
        "Sel yang kosong berarti belum dijawab: bukan nol, bukan “tidak”, dan tidak menghapus apa pun.",
        "Pilih jawaban dari daftar pada selnya; “Tidak dapat dinilai” adalah jawaban yang sah.",
        "Tanggal ditulis hari/bulan/tahun, misalnya 15/1/2025; angka dengan koma desimal, misalnya 12,5, dan"
        " ribuan tanpa titik, misalnya 13500.",
        "Lembar boleh diisi bertahap, diurutkan, dan dikirim kembali sebagian. Jangan mengubah kolom Naskah,"
        " Naskah (ulang), dan kode lembar: dengan itu isian dikenali. Jangan menggabungkan sel.",
        "Bukti disebut nama berkas atau uraiannya; berkasnya dikirim bersama lembar ini.",
        f"Bila ada judul, pihak, atau jangka waktu yang keliru, beri tahu {sheet.office}.",
    )


def how_to_write(sheet: Sheet) -> tuple[str, ...]:
    """The same for who fills the printed page by hand."""
    return (
        "Beri tanda silang pada satu kotak, dan tulis pada ruang yang tersedia dengan huruf cetak.",
        "Yang kosong berarti belum dijawab: bukan nol dan bukan “tidak”. “Tidak dapat dinilai” adalah jawaban"
        " yang sah.",
        "Bila tidak ada permasalahan, tulis nihil.",
        "Bukti disebut nama berkas atau uraiannya, dan dilampirkan.",
        f"Bila ada judul, pihak, atau jangka waktu yang keliru, beri tahu {sheet.office}.",
    )
