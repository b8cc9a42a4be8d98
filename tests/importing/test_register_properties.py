"""What holds of an import whatever the register: again and in any order the same, and undo takes all back."""

from __future__ import annotations

import csv
import io
import json
import random
import sqlite3
from contextlib import closing
from typing import TYPE_CHECKING, Any

import pytest

from tests.importing.registers_kept import Register, read_registers

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from tests.cli.command_line import Ok, Run
    from tests.importing.conftest import NewOffice

    Kept = dict[str, list[tuple[str, Any]]]

REGISTERS = read_registers()
CERTAIN = ("--yes", "--no-input", "--format", "json")
PLAIN = {"02", "03", "04", "08", "09", "11", "12", "21"}
"""Registers of one list under one row of headings, whose rows say all by themselves."""
_OF_THE_REGISTRY = {"id", "sources", "parent", "children", "line", "relations", "folder"}


def seeds(count: int) -> list[Any]:
    """So many, of which `make quick` takes the first."""
    return [0, *(pytest.param(one, marks=pytest.mark.slow) for one in range(1, count))]


names = pytest.mark.parametrize("register", REGISTERS, ids=[one.name for one in REGISTERS])
plain = pytest.mark.parametrize(
    "register", [one for one in REGISTERS if one.name[:2] in PLAIN], ids=lambda one: one.name
)


@pytest.fixture(autouse=True)
def office(new_office: NewOffice) -> None:
    """A registry with the units of the office and nothing else."""
    new_office()


@pytest.fixture(scope="module")
def as_kept() -> Kept:
    """The documents of registers as they stand, by name, once some test has had them imported."""
    return {}


@names
def test_imported_again_nothing_changes(register: Register, run: Run, tmp_path: Path) -> None:
    """No row is new or changed, no table differs, and no act is added."""
    path = register.write(tmp_path)
    _imported(run, path)
    before = _content(tmp_path)
    counts = _imported(run, path)["counts"]
    assert not counts.keys() & {"baru", "berubah"}, counts
    assert _content(tmp_path) == before


@names
def test_one_undo_takes_all_back(register: Register, run: Run, ok: Ok, tmp_path: Path) -> None:
    """Documents, partners and sources are gone; the journal alone says that they were there."""
    kept = ("list", "partner list", "opd list")
    before = [ok(*one.split(), "--format", "json") for one in kept]
    if not _imported(run, register.write(tmp_path))["counts"].get("baru"):
        pytest.skip("nothing of it is certain")
    ok("undo", "--yes", "--reason", "salah berkas")
    assert [ok(*one.split(), "--format", "json") for one in kept] == before
    with closing(sqlite3.connect(tmp_path / "kskd.db")) as db:
        assert db.execute("SELECT count(*) FROM agreement").fetchone() == (0,)


@plain
@pytest.mark.parametrize("seed", seeds(3))
def test_shuffled_rows_give_the_same(
    register: Register, seed: int, run: Run, as_kept: Kept, new_office: NewOffice
) -> None:
    """Where the place of a row means nothing."""

    def shuffled(rows: list[list[str]]) -> list[list[str]]:
        head, *rest = rows
        random.Random(seed).shuffle(rest)  # noqa: S311 - the same in every run
        return [head, *rest]

    _compare(register, shuffled, run, as_kept, new_office)


@plain
@pytest.mark.parametrize("seed", seeds(3))
def test_shuffled_columns_give_the_same(
    register: Register, seed: int, run: Run, as_kept: Kept, new_office: NewOffice
) -> None:
    """Whatever stands beside what."""

    def shuffled(rows: list[list[str]]) -> list[list[str]]:
        width = max(map(len, rows))
        order = list(range(width))
        random.Random(seed).shuffle(order)  # noqa: S311 - the same in every run
        return [[(row + [""] * width)[at] for at in order] for row in rows]

    _compare(register, shuffled, run, as_kept, new_office)


@pytest.mark.parametrize("seed", seeds(8))
@pytest.mark.parametrize("name", ["02", "03", "04", "08", "21"])
def test_no_day_is_recorded_that_is_untrue(name: str, seed: int, run: Run, tmp_path: Path) -> None:
    """Also where most of the rows that prove the order are not there: a day is true, or it is left."""
    (register,) = (one for one in REGISTERS if one.name.startswith(name))
    chance = random.Random(seed)  # noqa: S311 - the same in every run

    def some(rows: list[list[str]]) -> list[list[str]]:
        head, *rest = rows
        return [head, *chance.sample(rest, chance.randrange(1, len(rest)))]

    part = Register("sebagian", register.kind, _turned(register, some), ())
    documents = dict(_documents(run, part.write(tmp_path)))
    true = {one.facts["title"][0]: one.facts for one in register.truths}
    wrong = [
        f"{title} {key}: {one[key]}, true is {true[title][key]}"
        for title, one in documents.items()
        for key in ("signed", "starts", "ends")
        if key in true[title]
        and one[key] not in {*true[title][key], None, one[key][:4] if one[key] else None}
    ]
    assert not wrong, "\n".join(wrong)


def _compare(
    register: Register,
    turned: Callable[[list[list[str]]], list[list[str]]],
    run: Run,
    as_kept: Kept,
    new_office: NewOffice,
) -> None:
    """The documents of a register and of the same one turned over."""
    folder = new_office("lain.db").parent
    if register.name not in as_kept:
        as_kept[register.name] = _documents(run, register.write(folder))
    other = Register("dibalik", register.kind, _turned(register, turned), register.truths)
    assert _documents(run, other.write(folder), "--db", "lain.db") == as_kept[register.name]


def _turned(register: Register, turned: Callable[[list[list[str]]], list[list[str]]]) -> list[str]:
    if register.kind[0] == "xlsx":
        sheet, *lines = register.body
        rows = [[cell.strip() for cell in line.split("|")] for line in lines]
        return [sheet, *("|".join(row) for row in turned(rows))]
    sign = next(one for one in "\t;," if one in register.body[0])
    out = io.StringIO()
    writer = csv.writer(out, delimiter=sign, lineterminator="\n")
    writer.writerows(turned(list(csv.reader(register.body, delimiter=sign))))
    return out.getvalue().splitlines()


def _imported(run: Run, path: Path, *more: str) -> dict[str, Any]:
    found = run("import", path, *CERTAIN, *more)
    assert found.status in {0, 3}, found.err
    said: dict[str, Any] = json.loads(found.out)
    return said


def _documents(run: Run, path: Path, *more: str) -> list[tuple[str, Any]]:
    """What is recorded of each document, by its title, without what tells its place in the registry."""
    _imported(run, path, *more)
    listed = json.loads(run("list", "--format", "json", *more).out)["items"]
    shown = [json.loads(run("show", one["id"], "--format", "json", *more).out) for one in listed]
    kept = [{key: value for key, value in one.items() if key not in _OF_THE_REGISTRY} for one in shown]
    return sorted((str(one["title"]), one) for one in kept)


def _content(folder: Path) -> list[str]:
    with closing(sqlite3.connect(folder / "kskd.db")) as db:
        return list(db.iterdump())
