"""Sheets as offices keep them, written down row by row."""

from __future__ import annotations

from importlib.resources import files
from typing import TYPE_CHECKING

from kskd.domain.document.fields import FIELDS
from kskd.domain.values.grid import Area, Cell, RawSheet
from kskd.importing.kamus import Kamus, learn

if TYPE_CHECKING:
    from collections.abc import Sequence

    from kskd.importing.rules import Rules

TOML = (files("kskd.importing") / "kamus.toml").read_text("utf-8")


def kamus(saved: Rules | None = None) -> Kamus:
    """The dictionary of kskd itself."""
    return learn(TOML, FIELDS, saved)


def row(text: str) -> tuple[str, ...]:
    """Cells parted by ``|``."""
    return tuple(cell.strip() for cell in text.split("|"))


def sheet(
    rows: Sequence[Sequence[str] | str], *, merged: Sequence[Area] = (), hidden: Sequence[int] = ()
) -> RawSheet:
    """A sheet of these rows from the first; an empty cell is none, an empty row a blank one."""
    made = [
        (
            at,
            {
                column: Cell(text)
                for column, text in enumerate(row(one) if isinstance(one, str) else one, 1)
                if text
            },
        )
        for at, one in enumerate(rows, 1)
    ]
    return RawSheet("Lembar", lambda: iter(made), tuple(merged), frozenset(hidden))
