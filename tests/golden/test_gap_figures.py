"""Every line that is missing in the life of the documents, beside the rows counted again by other means."""

from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING

import pytest

from tests.conftest import invoke, succeed
from tests.golden.lacking_cases import fill
from tests.golden.recounted_gaps import KINDS, Lacking, Line

if TYPE_CHECKING:
    from pathlib import Path

    from tests.conftest import Once

DAYS = [
    "2023-12-31", "2024-06-30", "2024-07-30", "2024-07-31", "2024-12-02", "2024-12-27", "2024-12-28",
    "2024-12-31", "2025-01-07", "2025-01-08", "2025-01-15", "2025-01-30", "2025-01-31", "2025-08-15",
    "2026-02-15", "2027-02-01",
]  # fmt: skip

on_days = pytest.mark.parametrize("day", DAYS)


@pytest.fixture(scope="module")
def changed(example_registry: Path, once: Once) -> Path:
    """The example with the cases that it lacks."""
    return once("lacking", lambda: fill(example_registry)) / "kskd.db"


def told(path: Path, day: str, *more: str) -> list[Line]:
    """The lines as the command says them."""
    text = succeed("gaps", "--db", path, "--as-of", day, "--format", "json", *more)
    return [Line(**one) for one in json.loads(text)["items"]]


@on_days
def test_what_the_example_lacks(example_registry: Path, day: str) -> None:
    rows = Lacking(example_registry, day)
    assert told(example_registry, day) == rows.missing()
    assert told(example_registry, day, "--each") == rows.missing(each=True)


@on_days
def test_what_a_registry_with_every_case_lacks(changed: Path, day: str) -> None:
    rows = Lacking(changed, day)
    assert told(changed, day) == rows.missing()
    assert told(changed, day, "--each") == rows.missing(each=True)


@pytest.mark.parametrize("kind", KINDS)
def test_a_kind_alone_is_its_part_of_all(changed: Path, kind: str) -> None:
    part = [one for one in Lacking(changed, "2025-01-15").missing() if one.kind == kind]
    assert part
    assert told(changed, "2025-01-15", "--kind", kind) == part
    screen = succeed("gaps", "--db", changed, "--as-of", "2025-01-15", "--kind", kind, "--format", "table")
    assert screen.splitlines()[0] == f"{KINDS[kind]} ({len(part)})"


def test_the_help_names_the_kinds_that_there_are(changed: Path) -> None:
    refused = invoke("gaps", "--db", changed, "--kind", "lain").err
    named = succeed("gaps", "--help").partition("Jenis: ")[2].partition(".")[0]
    assert re.findall(r"[a-z]+-[a-z]+", re.sub(r"-\n +", "-", named)) == [*KINDS]
    assert ", ".join(KINDS) in refused


def test_an_opd_is_asked_for_its_own(changed: Path) -> None:
    lines = Lacking(changed, "2025-01-15").missing()
    units = {one.opd for one in lines}
    for opd in units - {"DISNAKER"}:
        assert told(changed, "2025-01-15", "--opd", opd) == [one for one in lines if one.opd == opd]
    carried_on = [one for one in lines if one.opd == "DISNAKER"]  # by NAKER since 2 January
    assert carried_on
    assert told(changed, "2025-01-15", "--opd", "NAKER") == carried_on
