"""Flipped bits: doctor notices each one that changed a value, and no command shows a traceback over any."""

from __future__ import annotations

import random
import sqlite3
import traceback
from contextlib import closing
from typing import TYPE_CHECKING, Any

import pytest

from ..registry.harness import tables_of

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from ..cli.command_line import Run
    from .conftest import Stage

pytestmark = pytest.mark.slow

PKS = "PKS-2024-001"
READERS: list[tuple[str, ...]] = [
    ("status",), ("list",), ("list", "--format", "json"), ("show", PKS), ("show", "KB-2024-001"), ("log",),
    ("log", PKS, "--format", "json"), ("log", "--verify"), ("search", "bidan"), ("opd", "list"),
    ("opd", "show", "DINKES"), ("partner", "list"), ("partner", "show", "PT Maju Contoh"), ("target", "list"),
    ("action", "list"), ("setting", "list"), ("instrument", "show"), ("attach", PKS),
    ("report", "--period", "2024-S2"), ("export",), ("export", "--public"), ("backup",),
    ("undo", "--dry-run"), ("restore", "cadangan.db", "--dry-run"),
    ("restore", "kskd.db", "--db", "ramai.db"),
]  # fmt: skip


def _values(path: Path) -> dict[str, list[Any]] | None:
    """Every value of every table, byte for byte; None where SQLite cannot read them all."""
    try:
        with closing(sqlite3.connect(f"file:{path}?mode=ro", uri=True)) as con:
            names = tables_of(con)
            con.text_factory = bytes
            return {
                name: sorted(map(repr, con.execute(f'SELECT * FROM "{name}"')))  # noqa: S608 - from the schema
                for name in names
                if name != "_sqlite_migrations"
            }
    except (sqlite3.Error, UnicodeDecodeError):
        return None


@pytest.mark.parametrize("flips", [150, pytest.param(6000, marks=pytest.mark.torture)], ids=["some", "many"])
def test_every_flip_that_changed_a_value_is_noticed(
    flips: int, stage: Stage, run: Run, count: Callable[..., None]
) -> None:
    """And every command ends with a sentence or an answer, whatever it meets."""
    path = stage.file("kskd.db")
    whole, before = path.read_bytes(), _values(path)
    chance = random.Random(flips)  # noqa: S311 - the same flips in every run
    unnoticed, uncivil = [], []
    for at in range(flips):
        place, bit = chance.randrange(len(whole)), 1 << chance.randrange(8)
        content = bytearray(whole)
        content[place] ^= bit
        path.write_bytes(content)
        is_changed = _values(path) != before
        uncivil += _uncivil(run, READERS[at % len(READERS)], (place, bit))
        if is_changed:
            path.write_bytes(content)  # a command may have settled something
            seen = run("doctor", "--format", "json").status
            count("flips that changed a value")
            if seen in {1, 3}:
                count("flips that changed a value, noticed by doctor")
            else:
                unnoticed.append((place, bit))
        count("flips")
    assert uncivil == []
    assert unnoticed == []


def _uncivil(run: Run, words: tuple[str, ...], flip: tuple[int, int]) -> list[str]:
    """What is wrong with how a command ended, if anything."""
    try:
        result = run(*words)
    except Exception as error:
        last = traceback.extract_tb(error.__traceback__)[-1]
        return [f"{' '.join(words)} {flip}: {error!r} in {last.filename}:{last.lineno}"]
    is_fine = result.status in {0, 1, 2, 3} and "Traceback" not in result.err
    return [] if is_fine else [f"{' '.join(words)} {flip}: {result}"]
