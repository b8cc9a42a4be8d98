"""Hostile text through every option of every command, and in every cell: told or kept, never obeyed."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from typing import TYPE_CHECKING, Any

import pytest

from kskd.registry.schema.images import columns_of, tracked_tables
from tests.faults.lines import LINES, WRITERS, commands
from tests.faults.sweeping import sound

from ..cli.test_nasty_text import NASTY
from ..cli.test_typed_text import HIDDEN

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from ..cli.command_line import Result, Run
    from .conftest import Stage

pytestmark = pytest.mark.slow

PKS = "PKS-2024-001"
WITHOUT_WRITING = {"demo"}  # makes a whole office each time; its options are those of others
# What the arguments of commands may be, where a command line is made for one.
ARGUMENTS: dict[str, list[str]] = {
    "agreement": [PKS], "opd": ["DINKES"], "partner": ["PT Maju Contoh"], "words": ["bidan"],
    "file": ["lain.toml"], "folder": ["templat"],
}  # fmt: skip
NEEDED = {"report": ["--period=2024-S2"]}
FORMATS = ("table", "json", "csv", "tsv", "md")
TEXTS = [
    *NASTY,
    *HIDDEN.values(),
    *(f"{text[:60]}{hidden}" for text, hidden in zip(NASTY, [*HIDDEN.values()] * 8, strict=False)),
    *(f"2024-{text[:20]}" for text in NASTY[::3]),
    *(f"1={text[:40]}" for text in NASTY[::3]),
    *(f"{text[:40]}\n{text[:40]}" for text in NASTY[::3]),
    "x" * 5000, "9" * 400, "1e400", "-1", "31/02/2024", "2024-13-45", "١٢/٠٣/٢٠٢٤", "½", "\u2028", "\x00",
]  # fmt: skip


def _lines() -> Iterator[tuple[str, str, list[str]]]:
    """Command, option that takes text, and a command line in which ☢ stands for the text."""
    known: dict[str, list[str]] = {}
    for line in LINES:
        known.setdefault(line.command, list(line.args))
    for command, options in commands():
        if command in WITHOUT_WRITING:
            continue
        words = known.get(command) or [
            *command.split(),
            *(word for name, one in options.items() if _is_word(one) for word in ARGUMENTS.get(name, [])),
            *NEEDED.get(command, []),
        ]
        place = len(command.split())
        for name, option in options.items():
            if _is_word(option):
                yield command, name, [*words[:place], "☢", *words[place + 1 :]]
                place += 1
            elif option.type.name == "str" and option.nargs == 1 and not option.is_flag:
                (flag,) = option.opts
                yield command, name, [*_without(words, flag), f"{flag}=☢"]


def _is_word(option: Any) -> bool:
    return bool(option.param_type_name == "argument")


def _without(words: list[str], flag: str) -> list[str]:
    kept, skip = [], False
    for word in words:
        if not skip and word != flag and not word.startswith(f"{flag}="):
            kept.append(word)
        skip = word == flag
    return kept


PLACES = list(_lines())


def test_every_command_with_text_is_tried() -> None:
    tried = {command for command, _, _ in PLACES}
    assert set(WRITERS) <= tried
    assert len(TEXTS) > 250


def _unsafe(text: str) -> set[str]:
    """What could steer a terminal or hide something."""
    return {char for char in text if not char.isprintable() and char not in "\n\t\u00a0\u3000"}


def _wrong(result: Result) -> str | None:
    if _unsafe(result.out) or _unsafe(result.err):
        return f"reaches the terminal: {_unsafe(result.out) | _unsafe(result.err)!r}"
    if result.status not in {0, 1, 2, 3} or "Traceback" in result.err:
        return f"ended with {result}"
    return None


@pytest.mark.parametrize("share", [450, pytest.param(1, marks=pytest.mark.torture)], ids=["some", "all"])
def test_no_text_in_any_option_is_obeyed(
    share: int, stage: Stage, run: Run, monkeypatch: pytest.MonkeyPatch, count: Callable[..., None]
) -> None:
    """Never a traceback, nothing hidden on a stream, and the registry is as it was or right."""
    deep = stage.folder / "a" / "b" / "c"
    deep.mkdir(parents=True)
    for name in stage.names:
        (deep / name).write_bytes(stage.file(name).read_bytes())
    monkeypatch.chdir(deep)
    monkeypatch.setenv("HOME", str(deep))
    registry = deep / "kskd.db"
    before = registry.read_bytes()
    wrong, kept = [], 0
    for at, (command, option, words) in enumerate(PLACES):
        for text in TEXTS[at % share :: share]:
            args = [word.replace("☢", text) for word in words]
            try:
                result = run(*args)
            except Exception as error:
                wrong.append(f"{command} {option} {text!r}: {error!r}")
                result = None
            count("hostile texts × options of commands")
            if result is not None and (found := _wrong(result)):
                wrong.append(f"{command} {option} {text!r}: {found}")
            if registry.read_bytes() != before:
                kept += 1
                if result is None or result.status not in {0, 3}:
                    wrong.append(f"{command} {option} {text!r}: changed though refused")
                if share == 1 or kept % 10 == 0:
                    sound(registry)
                registry.write_bytes(before)
            for name in ("baru.db", "kosong.db", "lama.db", "sakit.db", "ramai.db"):
                if name in args or not (deep / name).exists():
                    (deep / name).unlink(missing_ok=True)
                    if name in stage.names:
                        (deep / name).write_bytes(stage.file(name).read_bytes())
    assert wrong == [], "\n".join(wrong)
    assert kept > 5


STEERING = "\x1b[31m\x9b2J\u202e\x07[bold]<b>"
READERS: list[list[str]] = [
    *([*words, "--format", how] for how in FORMATS for words in (
        ["status"], ["list"], ["show", PKS], ["show", "KB-2024-001"], ["log"], ["log", PKS],
        ["search", "bidan"], ["opd", "list"], ["opd", "show", "DINKES"], ["partner", "list"],
        ["partner", "show", "PT Maju Contoh"], ["target", "list"], ["action", "list"], ["setting", "list"],
        ["instrument", "show"], ["attach", PKS], ["doctor"],
    )),
    ["export"], ["export", "--public"], ["undo", "--dry-run"], ["undo", "12", "--dry-run"],
    ["log", "--verify"], ["erase", "Nama Contoh", "--dry-run"],
    ["update", PKS, "--title", "Lain", "--reason", "x", "--dry-run"],
    ["report", "--period", "2024-S2"], ["restore", "cadangan.db", "--dry-run"], ["backup"],
    ["add-mou", "--scheme", "ksdpk", "--title", "x", "--partner", "PT Maju", "--opd", "DINKES"],
]  # fmt: skip


def _cells(path: Path) -> list[tuple[str, str]]:
    """Every text column of every table that has something in it."""
    with closing(sqlite3.connect(path)) as con:
        return [
            (table, column)
            for table in [*tracked_tables(con), "act", "journal"]
            for column in columns_of(con, table)[0]
            if con.execute(f"SELECT 1 FROM {table} WHERE typeof({column}) = 'text'").fetchone()  # noqa: S608
        ]


def _spoil(path: Path, table: str, column: str) -> None:
    """Put a text that steers terminals into a column, past all checks, as another program might."""
    with closing(sqlite3.connect(path, isolation_level=None)) as con:
        for (name,) in con.execute("SELECT name FROM sqlite_schema WHERE type = 'trigger'").fetchall():
            con.execute(f"DROP TRIGGER {name}")
        con.execute("PRAGMA ignore_check_constraints = ON")
        put = (
            f"json_set({column}, '$.title', ?)"
            if table == "journal" and column in {"old", "new"}
            else f"{column} || ?"
        )
        con.execute(f"UPDATE {table} SET {column} = {put} WHERE typeof({column}) = 'text'", (STEERING,))  # noqa: S608


@pytest.mark.parametrize("share", [100, pytest.param(1, marks=pytest.mark.torture)], ids=["some", "all"])
def test_nothing_stored_in_any_column_steers_the_terminal(
    share: int, stage: Stage, run: Run, count: Callable[..., None]
) -> None:
    """Also what another program put there: each output of each reading command shows it harmless."""
    path = stage.file("kskd.db")
    whole, wrong = path.read_bytes(), []
    for at, (table, column) in enumerate(_cells(path)):
        path.write_bytes(whole)
        _spoil(path, table, column)
        spoiled = path.read_bytes()
        for words in READERS[at % share :: share]:
            path.write_bytes(spoiled)
            try:
                found = _wrong(run(*words))
            except Exception as error:
                found = repr(error)
            count("stored hostile text: columns × outputs")
            if found:
                wrong.append(f"{table}.{column} {' '.join(words)}: {found}")
    assert wrong == [], "\n".join(wrong)
