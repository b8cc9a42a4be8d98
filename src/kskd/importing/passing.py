"""Rows under the headings of a list that are no records: repeated headings, groups, totals, signatures."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from kskd.domain.values.dates import MONTHS
from kskd.domain.values.names import key
from kskd.domain.values.text import fold, says_nothing
from kskd.importing.heads import is_numbering, is_text

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from kskd.domain.values.grid import Area, Cell
    from kskd.importing.heads import ListHead
    from kskd.importing.kamus import Kamus

STRAY = "?"
"""In place of a title: a row of one text, which may be the title of a new group or the rest of a record."""
OF_UNIT = r"(?:(?i:nama )?(?i:opd|skpd|perangkat daerah|unit kerja)(?i: pemrakarsa| pelaksana)? ?[:=] ?)"
"""How a title begins that names the unit of what stands below it."""
REPEATED = "kepala kolom yang diulang"
NUMBERING = "nomor kolom"
SECTION = "judul kelompok"
TOTAL = "jumlah"
FOOTER = "catatan atau tanda tangan di bawah daftar"
NUMBER_ONLY = "hanya nomor urut"
EMPTY = "tanpa isi"

_TOTALS = (
    r"(?:(?:sub|grand) ?)?(?:jumlah|total)(?: (?:seluruh|seluruhnya|keseluruhan|kerja sama|kerjasama|naskah"
    r"|dokumen|mou|pks|nilai|anggaran|besar|akhir|tahun|dan|i{1,3}|[a-e]|(?:19|20)[0-9]{2}))*|rata rata"
    r"|subtotal"
)
_TOTAL_OF = rf"{_TOTALS}|(?:(?:sub|grand) ?)?(?:jumlah|total)\b.*"
_MONTH = "|".join(name.casefold() for name in MONTHS)
_FOOTERS = (
    r"(?:mengetahui|menyetujui|mengesahkan|disetujui|diketahui|dibuat oleh|disusun oleh|an\.|a\.n\.?|plt\.?"
    r"|plh\.?|tembusan|nip\.?|catatan ?:|keterangan ?:|ket ?:|sumber ?:|sumber data|dicetak|diunduh)(?:\W.*|)"
    rf"|[a-z][a-z .]+, ?(?:tanggal )?(?:[0-9. …_]+)?(?:{_MONTH})(?: [0-9]{{4}}|\W*)"
)
_MARK = r"(?:([IVX]{1,5})|([A-Z])|([0-9]{1,2}))[.)]?"
_MARKED = (
    r"(?:([IVX]{1,5})|([A-Z])|([0-9]{1,2}))[.)] *\S.*"
    r"|(?:TAHUN|Tahun|tahun|TA\.?) *((?:19|20)[0-9]{2})|((?:19|20)[0-9]{2})"
)
_LONGEST = 200  # characters of what begins a footer
_STYLES = ("roman", "letter", "figure", "year", "year")
_NAMED = ("kind", "scheme", "partner_kind")
_BODIES = frozenset({"partner", "opd", "support_opd", "co_lead"})  # a name alone in these is one more of them
_OF_PAPERS = frozenset({"title", "number", "partner_number", "signed"})


def _says_nothing(cell: Cell) -> bool:
    return says_nothing(cell.text) and not cell.link and cell.fault is None


def begins_footer(cells: Mapping[int, Cell]) -> bool:
    """Whether a row says "Mengetahui", a place and a day, or whatever else begins what is below a list."""
    texts = (fold(cell.text).casefold() for cell in cells.values() if len(cell.text) < _LONGEST)
    return any(re.fullmatch(_FOOTERS, text) for text in texts)


class Passing:
    """The rows of one list in their order: why each is no record, and the titles of its groups."""

    def __init__(self, head: ListHead, merged: Sequence[Area], kamus: Kamus) -> None:
        """Nothing seen yet below the headings."""
        self._head, self._kamus = head, kamus
        self._width = len(head.headings)
        self._left = min((heading.column for heading in head.headings), default=1)
        read = ((one.column, kamus.read(one.parts).concepts) for one in head.headings)
        first = {column: said[0] for column, said in read if said}
        self._number = next((column for column, said in first.items() if said == "row_number"), 0)
        self._units = {column for column, said in first.items() if said == "opd"}
        self._bodies = {column for column, said in first.items() if said in _BODIES}
        self._has_papers = not _OF_PAPERS.isdisjoint(first.values())  # a list of units has none below a unit
        self._across = {
            (area.top, area.left): area.right - area.left + 1 for area in merged if area.right > area.left
        }
        self._sections: list[tuple[str, str]] = []
        self._is_first, self._is_below, self._is_stray = True, False, False

    @property
    def section(self) -> str:
        """The titles of the groups that hold now, the widest first; ``STRAY`` last where that is in doubt."""
        return " / ".join((*(text for _, text in self._sections), *[STRAY] * self._is_stray))

    def why(self, row: int, cells: Mapping[int, Cell], *, is_carried: bool) -> str:
        """Why a row with these cells of its own is no record; empty where it is one."""
        first, self._is_first = self._is_first, False
        if self._head.is_repeated_by(cells):
            self._is_first = True
            self._is_below = False
            return REPEATED
        if first and is_numbering(cells):
            return NUMBERING
        if self._is_footer(cells) or self._is_total(row, cells):
            return FOOTER if self._is_below else TOTAL
        if not is_carried and (title := self._title(row, cells)):
            self._enter(title)
            return SECTION
        others = [cell for column, cell in cells.items() if column != self._number]
        if all(map(_says_nothing, others)):
            return NUMBER_ONLY if self._width > 1 and not others else EMPTY
        self._is_stray |= len(cells) == 1 and self._width > 3 and not is_carried and is_text(others[0])
        return ""

    def _is_footer(self, cells: Mapping[int, Cell]) -> bool:
        """Whether a row stands below the list; one that is as full as a record is one again."""
        is_short = len(cells) <= max(2, self._width // 2) and len(cells) < self._width
        if not is_short:
            self._is_below = False
        elif not self._is_below and len(cells) <= 3:
            self._is_below = begins_footer(cells)
        return self._is_below

    def _is_total(self, row: int, cells: Mapping[int, Cell]) -> bool:
        words = [cell for cell in cells.values() if is_text(cell) and re.search("[^\\W\\d_]", cell.text)]
        if not words or len(cells) >= max(2, self._width):
            return False
        rest = (key(cell.text) for cell in words[1:])
        column = min(cells)  # in place of the number, or wide, any words may say of what
        is_apart = cells[column] is words[0] and (column == self._number or self._is_wide(row, column))
        pattern = _TOTAL_OF if is_apart else _TOTALS
        return re.fullmatch(pattern, key(words[0].text)) is not None and all(
            re.fullmatch(r"[0-9 ]*(?:rp|kerja sama|naskah|dokumen|mou|pks)?[0-9 ]*", text) for text in rest
        )

    def _title(self, row: int, cells: Mapping[int, Cell]) -> str:
        """The title of a group that a row is, empty where it is none."""
        if self._width < 3 or len(cells) > 2:
            return ""
        (column, cell), *others = sorted(cells.items())
        text = fold(cell.text)
        last = others[0][1] if others else cell
        is_unit = self._has_papers and self._units.issuperset(cells.keys() - {self._number})
        if is_unit and is_text(last):
            return fold(last.text)  # a unit alone, over the rows that are its own
        if others:
            title = fold(others[0][1].text)
            is_marked = re.fullmatch(_MARK, text) and not re.fullmatch(r"[0-9]+\W?", text)
            is_title = is_marked and self._width > 3 and is_text(others[0][1]) and column - self._left < 2
            return f"{text.rstrip('.)')}. {title}" if is_title else ""
        is_year = re.fullmatch(r"(?:19|20)[0-9]{2}", text) is not None
        if not is_year and not is_text(cell):
            return ""
        is_wide = self._is_wide(row, column)
        is_far_left = column - self._left < 2
        is_named = any(self._kamus.contents[name].fullmatch(text.casefold()) for name in _NAMED)
        may_be_office = self._has_papers and column not in self._bodies
        is_office = may_be_office and self._kamus.contents["offices"].fullmatch(text.casefold())
        marked = re.fullmatch(_MARKED, text) or re.match(OF_UNIT, text)
        is_told = is_far_left and (marked or is_office or (is_named and column != self._number + 1))
        in_numbers = column == self._number and not re.fullmatch(r"[0-9]+\W?", text)
        return text if is_wide or is_told or in_numbers else ""

    def _is_wide(self, row: int, column: int) -> bool:
        return self._across.get((row, column), 1) * 2 >= self._width

    def _enter(self, title: str) -> None:
        """Go into a group: out of the last one of its kind, and of all that stood within that."""
        self._is_stray = False
        style = "title"
        if found := re.fullmatch(_MARKED, title):
            style = _STYLES[next(at for at, part in enumerate(found.groups()) if part)]
        letters = [text[0] for kept, text in self._sections if kept == "letter"]
        if style == "roman" and letters and ord(title[0]) == ord(letters[0]) + 1:
            style = "letter"
        styles = [kept for kept, _ in self._sections]
        if style in styles:
            del self._sections[styles.index(style) :]
        self._sections.append((style, title))
