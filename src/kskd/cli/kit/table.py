"""Tables for people: as wide as the terminal allows, plain where there is none."""

import shutil
import sys
import textwrap
from collections.abc import Iterable, Sequence
from typing import Any

from kskd.cli.kit.talk import NOTHING, say
from kskd.domain.values.text import safe

TEXT_WIDTH = 18  # columns of text narrower than this cannot be read
GAP = 3
NARROW_GAP = 2
LABEL_WIDTH = 24  # columns of the longest label that stands beside its value
RICH_ROWS = 30  # a screenful; more rows are easier to scan with one line each, and rich takes 0.6 ms a row

Cells = Sequence[Sequence[str]]


def put_table(
    keys: Sequence[str], headings: Sequence[str], cells: Cells, numeric: Sequence[bool], spare: Sequence[str]
) -> Cells:
    """Print the table; gives the rows that must stand on lines of their own since no table of them fits.

    ``cells`` are safe texts. On a terminal columns without any value are left out; where it is too narrow
    those in ``spare`` go too, in that order, until the rest can be read.
    """
    if not sys.stdout.isatty():
        _lines(
            headings, cells, [max(map(len, column)) for column in zip(headings, *cells, strict=True)], numeric
        )
        return ()
    room = shutil.get_terminal_size((100, 24)).columns
    kept = [at for at in range(len(keys)) if any(row[at] != NOTHING for row in cells)] or [0]
    wide = {at: max(len(headings[at]), *(len(row[at]) for row in cells)) for at in kept}

    def needed(columns: Sequence[int]) -> int:
        return sum(min(wide[at], TEXT_WIDTH) for at in columns) + GAP * (len(columns) - 1)

    dropped = []
    for key in spare:
        if needed(kept) > room:
            dropped += [headings[at] for at in kept if keys[at] == key]
            kept = [at for at in kept if keys[at] != key]
    if dropped and needed(kept) <= room:
        say(f"Tidak tampil karena layar sempit: {', '.join(dropped)}; semuanya dengan --format csv.")
    if needed(kept) > room:
        return cells
    if len(cells) > RICH_ROWS:
        texts = [at for at in kept if wide[at] > TEXT_WIDTH]
        left = room - sum(wide[at] for at in kept if at not in texts) - NARROW_GAP * (len(kept) - 1)
        share = left // len(texts) if texts else 0
        _lines(
            [headings[at] for at in kept],
            [[row[at] for at in kept] for row in cells],
            [min(wide[at], share) if at in texts else wide[at] for at in kept],
            [numeric[at] for at in kept],
        )
        return ()
    _rich(
        [(headings[at], "right" if numeric[at] else "left", wide[at] <= TEXT_WIDTH) for at in kept],
        [[row[at] for at in kept] for row in cells],
        room,
    )
    return ()


def put_markdown(headings: Sequence[str], cells: Cells) -> None:
    """Print the table as Markdown, every sign that Markdown would read escaped."""
    from kskd.domain.values.markdown import markdown

    def line(values: Iterable[str]) -> str:
        return f"| {' | '.join(values)} |\n"

    sys.stdout.write(line(headings))
    sys.stdout.write(line("---" for _ in headings))
    for row in cells:
        sys.stdout.write(line(markdown(value) for value in row))


def put_pairs(title: str, pairs: Sequence[tuple[str, str]]) -> None:
    """Facts about one thing for people: labels and values under a title, wrapped to the terminal.

    A label that would leave its value too little room stands on a line of its own.
    """
    wide = max((len(label) for label, _ in pairs if len(label) <= LABEL_WIDTH), default=0)
    room = max(40, min(shutil.get_terminal_size((100, 24)).columns, 120)) - wide - 4
    told = [title]
    for label, value in pairs:
        is_beside = len(label) <= wide
        told += [] if is_beside else [f"  {label}"]
        lines = [
            line
            for part in value.split("\n")
            for line in textwrap.wrap(safe(part), room, break_on_hyphens=False)
        ]
        told += [
            f"  {(label if is_beside and not at else '').ljust(wide)}  {line}"
            for at, line in enumerate(lines or [""])
        ]
    sys.stdout.writelines(f"{safe(line)}\n" for line in told)


def _rich(columns: Sequence[tuple[str, Any, bool]], cells: Cells, room: int) -> None:
    """A table from headings with their side and whether they may not be broken."""
    from rich import box
    from rich.console import Console
    from rich.table import Table
    from rich.text import Text

    table = Table(box=box.SIMPLE_HEAD, pad_edge=False, show_edge=False)
    for heading, side, whole in columns:
        table.add_column(heading, justify=side, no_wrap=whole, overflow="fold")
    for row in cells:
        table.add_row(*(Text(value) for value in row))
    # Left to itself rich takes 80 columns where a terminal does not tell its size, or is called dumb.
    Console(width=room, height=RICH_ROWS, markup=False, emoji=False, highlight=False).print(table)


def _lines(headings: Sequence[str], cells: Cells, widths: Sequence[int], numeric: Sequence[bool]) -> None:
    """One line a row; what is longer than its column is cut, and shows that it is."""
    for row in (headings, *cells):
        fitted = []
        for text, width, is_number in zip(row, widths, numeric, strict=True):
            cut = text if len(text) <= width else f"{text[: width - 1]}…"
            fitted.append(cut.rjust(width) if is_number else cut.ljust(width))
        sys.stdout.write((" " * NARROW_GAP).join(fitted).rstrip() + "\n")
