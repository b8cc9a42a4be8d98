"""Every cell of the invented registers is right or named; no row is lost, little asked in vain."""

from __future__ import annotations

import json
import sys
from collections import Counter
from typing import TYPE_CHECKING, Any

import pytest

from kskd.domain.document.fields import FIELDS
from tests.importing.registers_kept import Register, Truth, read_registers

if TYPE_CHECKING:
    from pathlib import Path

    from tests.cli.command_line import Run
    from tests.importing.conftest import NewOffice

REGISTERS = read_registers()


@pytest.fixture
def office(new_office: NewOffice) -> None:
    """A registry with the units of the office and nothing else."""
    new_office()


@pytest.mark.parametrize("register", REGISTERS, ids=[one.name for one in REGISTERS])
def test_every_cell_is_right_or_named(register: Register, office: None, run: Run, tmp_path: Path) -> None:
    """What is recorded is true, what is not recorded is named by its row, and no row is lost."""
    found = run("import", register.write(tmp_path), "--yes", "--no-input", "--format", "json")
    assert found.status in {0, 3}, found.err
    said = json.loads(found.out)
    documents = [json.loads(run("show", one, "--format", "json").out) for one in _ids(run)]
    wrong = [line for truth in register.truths for line in _wrong(truth, documents, said["problems"])]
    assert not wrong, "\n".join(wrong)
    needless = [
        one.row for one in register.truths if not one.needs_a_question and _problems(one, said["problems"])
    ]
    assert len(needless) <= len(register.truths) // 20, f"named all the same: {needless}"
    titles = {title for truth in register.truths for title in truth.facts["title"]}
    extra = {one["title"] for one in documents} - titles
    assert all(_is_umbrella(one, documents) for one in extra), f"no document of the sheet: {extra}"


def test_nearly_all_columns_are_certain_and_little_is_asked_in_vain(
    office: None, run: Run, tmp_path: Path
) -> None:
    """Of all registers together; the figures are printed (``pytest -rP``)."""
    sure: Counter[str] = Counter()
    plain = needless = 0
    for register in REGISTERS:
        found = run(
            "import", register.write(tmp_path), "--yes", "--no-input", "--dry-run", "--format", "json"
        )
        said = json.loads(found.out)
        sure.update(column["sure"] for one in said["lists"] for column in one["columns"])
        rows = [one for one in register.truths if not one.needs_a_question]
        plain += len(rows)
        needless += sum(bool(_problems(one, said["problems"])) for one in rows)
    columns = sum(sure.values())
    figures = f"{columns} columns {dict(sure)}; {plain} rows that need no question, {needless} named"
    sys.stdout.write(f"{figures}\n")
    assert sure["pasti"] >= 0.9 * columns, figures
    assert needless <= 0.05 * plain, figures


def _ids(run: Run) -> list[str]:
    return [row["id"] for row in json.loads(run("list", "--format", "json").out)["items"]]


def _is_umbrella(title: str, documents: list[dict[str, Any]]) -> bool:
    return any(one["title"] == title and one["children"] for one in documents)


def _problems(truth: Truth, problems: list[dict[str, Any]]) -> list[dict[str, Any]]:
    return [one for one in problems if one["row"] == truth.row and truth.sheet in {None, one["sheet"]}]


def _is_open_column(key: str, problems: list[dict[str, Any]]) -> bool:
    """Whether a whole column that may tell it was left to a person, which is said at its heading."""
    field = FIELDS.get(key)
    return field is not None and any(
        field.label in one["readings"] and not one["typed"] and one["column"] for one in problems
    )


def _wrong(truth: Truth, documents: list[dict[str, Any]], problems: list[dict[str, Any]]) -> list[str]:
    """What is recorded of the row and untrue, or neither recorded nor named."""
    named = bool(_problems(truth, problems))
    (title,) = truth.facts["title"]
    mine = [one for one in documents if one["title"] == title]
    if len(mine) != 1:
        return [] if named and not mine else [f"{truth.row}: {len(mine)} documents “{title}”, named: {named}"]
    wrong = []
    for key, may in truth.facts.items():
        value = _fact(key, mine[0], documents)
        if value in may:
            continue
        if value == "-" and (named or _is_open_column(key, problems)):
            continue
        wrong.append(f"{truth.row} {key}: {value} recorded, true is {' or '.join(may)}, named: {named}")
    return wrong


def _fact(key: str, one: dict[str, Any], documents: list[dict[str, Any]]) -> str:
    parties = one["parties"]
    others = [party for party in parties if not party["is_own"]]
    found = {
        "partners": "; ".join(sorted(one["partners"])),
        "number": parties[0]["number"],
        "partner_number": "; ".join(party["number"] for party in others if party["number"]),
        "parent_number": next(
            (each["parties"][0]["number"] for each in documents if each["id"] == one["parent"]), None
        ),
    }
    value = found[key] if key in found else one[key]
    return "-" if value in {None, "", "XXXX"} else str(value)
