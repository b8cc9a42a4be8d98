"""The figures of ``recap`` and ``sebanding`` on the screen, by each way of grouping, beside the rows."""

from __future__ import annotations

import json
from decimal import Decimal
from typing import TYPE_CHECKING, Any

import pytest

from tests.conftest import succeed
from tests.golden.recounted import before
from tests.golden.recounted_recap import Recap
from tests.golden.test_trend_figures import switched
from tests.golden.voiced import enriched, voiced

if TYPE_CHECKING:
    from pathlib import Path

__all__ = ["enriched", "switched", "voiced"]

looked_at = pytest.mark.parametrize(
    ("report", "as_of"),
    [
        ("2024-S1", "2024-06-30"), ("2024-S2", "2024-12-31"), ("2024-S2", "2025-01-31"),
        ("2024", "2025-01-31"), ("2025-S1", "2025-07-31"),
    ],
)  # fmt: skip
STEPS = ("umbrellas", "with_child", "carried_out")
grouped = pytest.mark.parametrize("by", ["opd", "scheme", "affair"])


def listed(path: Path, command: str, report: str, as_of: str, by: str) -> dict[str, dict[str, Any]]:
    """What a command lists, by the code of the group."""
    asked = ("--period", report, "--as-of", as_of, "--by", by, "--format", "json", "--db", path)
    items = json.loads(succeed(command, *asked))["items"]
    found = {one.get("key") or one["group"]: one for one in items}
    assert len(found) == len(items)
    return found


def groups(rows: Recap, by: str) -> dict[str, set[str]]:
    """The documents of each group, and of the whole."""
    found: dict[str, set[str]] = {"total": {*rows.known}}
    for key, one in rows.known.items():
        codes = [code for at, code in rows.affairs if at == key] or ["–"]
        mine = {"opd": [rows.lead(key)], "scheme": [one["scheme"]], "affair": codes}[by]
        for code in mine:
            found.setdefault(code, set()).add(key)
    return found


@looked_at
@grouped
def test_a_recap_on_the_screen(switched: Path, report: str, as_of: str, by: str) -> None:
    rows = Recap(switched, report, as_of)
    found, wanted = listed(switched, "recap", report, as_of, by), groups(rows, by)
    counted = {*rows.counted()}
    assert {code for code, ids in wanted.items() if ids & counted} <= found.keys() <= wanted.keys()
    for code, one in found.items():
        ids = wanted[code]
        mine = ids & counted
        mean, scored, total = rows.mean(mine)
        dues = [*rows.timely(ids).values()]
        worth = rows.worth(mine)  # of what the table counts: what was carried out, not its parents
        assert (one["total"], one["reported"], one["scored"]) == (total, rows.reported(mine)[0], scored)
        assert one["mean"] == (None if mean is None else float(Decimal(mean.replace(",", "."))))
        came = [sum(column) for column in zip(*dues, strict=True)] or [0, 0, 0, 0]
        assert [one["on_time"], one["late"], one["unknown_day"], one["owed"]] == [*came[:3], sum(came)], code
        assert (one["value"], one["valued"]) == ((worth[0], worth[1]) if worth else (None, 0)), code


@looked_at
@grouped
def test_how_far_umbrellas_came_on_the_screen(switched: Path, report: str, as_of: str, by: str) -> None:
    rows, past = Recap(switched, report, as_of), Recap(switched, before(report))
    found = listed(switched, "sebanding", report, as_of, by)
    wanted, then = groups(rows, by), groups(past, by)
    assert {code for code, ids in wanted.items() if ids & rows.lines()} == found.keys()
    for code, one in found.items():
        for what, ids in zip(STEPS, steps(rows), strict=True):
            mine = ids & wanted[code]
            assert (one[what]["count"], sorted(one[what]["ids"])) == (len(mine), sorted(mine)), (code, what)
        told = [one[what]["before"] for what in STEPS]
        assert told == [len(ids & then.get(code, set())) for ids in steps(past)], code


def steps(rows: Recap) -> tuple[set[str], set[str], set[str]]:
    """The lines in force, those with a signed child, those with one carried out."""
    lines = rows.lines()
    return lines, rows.with_child(), {key for key in lines if rows.carried_out(rows.below(key))}
