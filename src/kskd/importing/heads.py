"""Which rows of a sheet are the headings of a list, and what stands over each of its columns."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from kskd.domain.values.grid import column_name
from kskd.domain.values.text import fold
from kskd.importing.contents import look_at
from kskd.importing.records import RecordHeading

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from kskd.domain.values.grid import Area, Cell, Row
    from kskd.importing.kamus import Kamus

MOST_LINES = 4
"""Rows that one set of headings may have."""
_CERTAIN = 0.8  # of the cells of a column
_SURELY = 4  # known headings that make a row one of headings, where that is a quarter of all
_LONGEST = 120  # characters of a heading
_OF_RECORDS = frozenset({"day", "number"})  # contents that no heading has
_HAS_FIGURE = re.compile("[0-9]")
_COLUMN_NUMBER = r"[(\[]?([0-9]{1,2}|[a-z])[)\].]?(?: ?=.*)?"


class ListHead(NamedTuple):
    """The rows of headings, from the top, and what they say of each column."""

    lines: tuple[Row, ...]
    headings: tuple[RecordHeading, ...]

    @property
    def first(self) -> int:
        """The number of its first row."""
        return self.lines[0][0]

    @property
    def last(self) -> int:
        """The number of its last row."""
        return self.lines[-1][0]

    def is_repeated_by(self, cells: Mapping[int, Cell]) -> bool:
        """Whether a row further down says again what one of its lines says, as on each printed page."""
        return any(_are_alike(cells, line) for _, line in self.lines)


def _are_alike(cells: Mapping[int, Cell], line: Mapping[int, Cell]) -> bool:
    if abs(len(cells) - len(line)) > 1 + len(line) // 5:
        return False
    same = sum(
        column in cells and fold(cells[column].text).casefold() == fold(cell.text).casefold()
        for column, cell in line.items()
    )
    return same * 5 >= 4 * max(len(cells), len(line)) and same >= min(2, len(line))


def is_text(cell: Cell) -> bool:
    """Whether a cell holds words, and could be a heading."""
    text = cell.text.strip()
    return cell.number is None and not cell.shown_as and 0 < len(text) <= _LONGEST and not text.isdigit()


def is_known_head(cells: Mapping[int, Cell], kamus: Kamus) -> bool:
    """Whether a row has the headings of a list: at least two that are known, and half of all or many."""
    if len(cells) < 2 or not all(map(is_text, list(cells.values())[:2])):
        return False
    words = sum(map(is_text, cells.values()))
    if words * 4 < 3 * len(cells):
        return False
    wanted = max(2, min(_SURELY, (len(cells) + 1) // 2), len(cells) // 4)
    known: set[str] = set()  # a row of records may say "pks" and, many times, "no"
    for rest, cell in zip(range(len(cells), 0, -1), cells.values(), strict=True):
        if len(known) + rest < wanted:
            return False
        if is_text(cell) and kamus.is_heading(cell.text):
            known.add(cell.text.casefold())
    return len(known) >= wanted


def is_likely_head(cells: Mapping[int, Cell], below: Mapping[int, Cell], kamus: Kamus) -> bool:
    """Whether a row of words, all different, stands over one that has other cells in the same columns.

    One with a day or the number of a document is a record.
    """
    texts = {fold(cell.text).casefold() for cell in cells.values()}
    if len(cells) < MOST_LINES - 1 or len(texts) < len(cells) or not all(map(is_text, cells.values())):
        return False
    if not _OF_RECORDS.isdisjoint(look_at(cells.values(), kamus).shares):
        return False
    shared = len(cells.keys() & below.keys())
    return shared * 2 >= len(cells) and any(map(_HAS_FIGURE.search, (cell.text for cell in below.values())))


def made_without(first: int, columns: Iterable[int]) -> ListHead:
    """What stands in place of headings over a list that begins in row ``first`` and has none."""
    headings = tuple(RecordHeading(column, (f"Kolom {column_name(column)}",)) for column in columns)
    return ListHead(((first - 1, {}),), headings)


def have_contents_of_records(cells: Iterable[Cell], kamus: Kamus) -> bool:
    """Whether the cells of a column are days, or numbers of documents."""
    contents = look_at(cells, kamus)
    return contents.tells and any(contents.shares.get(one, 0) >= _CERTAIN for one in _OF_RECORDS)


def is_numbering(cells: Mapping[int, Cell]) -> bool:
    """Whether a row numbers the columns: ``(1) (2) (3)``, also with sums as ``(5=3+4)``."""
    found = [
        re.fullmatch(_COLUMN_NUMBER, fold(cells[column].text).casefold().removesuffix(".0"))
        for column in sorted(cells)
    ]
    marks = [one[1] for one in found if one]
    if len(marks) < max(2, len(found) - 1):
        return False
    if marks[0] == "a":
        return marks == [chr(ord("a") + at) for at in range(len(marks))]
    return marks[0] in {"0", "1"} and marks == [str(int(marks[0]) + at) for at in range(len(marks))]


def made_head(
    before: Sequence[Row], row: Row, after: Iterable[Row], merged: Sequence[Area], kamus: Kamus
) -> ListHead:
    """The headings of which ``row`` is a line, with the lines that belong to it above and below."""
    lines = [row]
    for one in reversed(before):
        if one[0] != lines[0][0] - 1 or not _is_group_over(one, lines[0], merged, kamus):
            break
        lines.insert(0, one)
    for one in after:
        if len(lines) >= MOST_LINES or not _is_line_below(one, lines, merged, kamus):
            break
        lines.append(one)
    return ListHead(tuple(lines), tuple(_headings(lines, merged)))


def _across(row: int, merged: Iterable[Area]) -> Iterator[Area]:
    """Cells of a row that were made one with others to their right."""
    return (area for area in merged if area.top == row and area.right > area.left)


def _is_group_over(row: Row, below: Row, merged: Sequence[Area], kamus: Kamus) -> bool:
    """Whether a row has groups, each over some of the headings below; a title over all of them is none."""
    number, cells = row
    if not cells or not all(map(is_text, cells.values())):
        return False
    columns = cells.keys() | below[1].keys()
    if max(columns) - min(columns) < 2:
        return False
    wide = [area for area in _across(number, merged) if area.left in cells]
    if any((area.right - area.left + 1) * 3 > 2 * len(columns) for area in wide):
        return False
    groups = sum(kamus.is_heading(cell.text) for cell in cells.values())
    if (
        len(cells) == 1
        and not wide
        and min(cells) == min(columns)
        and kamus.names_kind(cells[min(cells)].text)
    ):
        return False  # what the documents of the whole list are
    return (bool(wide) and (len(cells) > 1 or groups > 0)) or groups * 2 > len(cells) > 0


def _is_line_below(row: Row, lines: Sequence[Row], merged: Sequence[Area], kamus: Kamus) -> bool:
    """Whether a row still belongs to the headings: merged into them, or with known ones under groups."""
    number, cells = row
    if number != lines[-1][0] + 1 or not cells or not all(map(is_text, cells.values())):
        return False
    if is_numbering(cells):
        return False
    first = lines[0][0]
    if any(first <= area.top < number <= area.bottom for area in merged):
        return True
    last = lines[-1]
    if _are_alike(cells, last[1]):
        return False
    groups = {column for area in _across(last[0], merged) for column in range(area.left, area.right + 1)}
    under = cells.keys() - (last[1].keys() - groups - {min(last[1])})
    known = sum(kamus.is_heading(cell.text) for cell in cells.values())
    if cells.keys() <= groups:
        return True
    return bool(under - last[1].keys() or under & groups) and known * 2 >= len(cells) and len(cells) > 1


def _headings(lines: Sequence[Row], merged: Sequence[Area]) -> Iterator[RecordHeading]:
    columns = {column for _, cells in lines for column in cells}
    spread = [_spread(at, lines, merged) for at in range(len(lines))]
    for column in sorted(columns.union(*spread)):
        texts = (fold(texts[column]) for texts in spread if column in texts)
        yield RecordHeading(column, tuple(dict.fromkeys(text for text in texts if text)))


def _spread(at: int, lines: Sequence[Row], merged: Sequence[Area]) -> dict[int, str]:
    """The texts of a line by column, a group's over all the columns that it stands over."""
    number, cells = lines[at]
    texts = {column: cell.text for column, cell in cells.items()}
    below = lines[at + 1][1] if at + 1 < len(lines) else {}
    for area in _across(number, merged):
        if area.left in cells:
            texts.update(dict.fromkeys(range(area.left, area.right + 1), cells[area.left].text))
    for column, cell in cells.items():
        beside = column + 1
        while column in below and beside in below and beside not in texts:
            texts[beside] = cell.text
            beside += 1
    return texts
