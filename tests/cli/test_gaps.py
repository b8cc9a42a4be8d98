"""``gaps``: what is missing, by kind and the oldest first, until the command that it names was typed."""

from __future__ import annotations

import shlex
from typing import TYPE_CHECKING

from tests.cli.command_line import document, on_screen, table

if TYPE_CHECKING:
    from pathlib import Path

    from .command_line import Ok, Run

KB, PKS = "KB-2024-001", "PKS-2024-001"


def test_a_gap_is_gone_once_its_command_was_typed(desk: Path, ok: Ok) -> None:
    found = table(ok("gaps", "--kind", "no-target", "--as-of", "2024-12-31"))
    assert [row["agreement"] for row in found] == [PKS]
    ok(*(word.replace("…", "Bidan terlatih") for word in shlex.split(found[0]["command"])[1:]))
    assert table(ok("gaps", "--kind", "no-target", "--as-of", "2024-12-31")) == []


def test_they_come_by_kind_and_within_it_the_oldest_first(example: Path, ok: Ok) -> None:
    rows = document(ok("gaps", "--as-of", "2024-12-31", "--format", "json"))["items"]
    kinds = list(dict.fromkeys(row["kind"] for row in rows))
    assert kinds == [
        "no-child", "no-target", "no-activity", "no-report", "no-evidence", "never-evaluated",
        "no-power", "overdue-action",
    ]  # fmt: skip
    for kind in kinds:
        days = [row["days"] for row in rows if row["kind"] == kind]
        assert days == sorted(days, reverse=True)


def test_the_kinds_add_up_and_an_opd_sees_its_own(example: Path, ok: Ok) -> None:
    every = table(ok("gaps", "--as-of", "2024-12-31"))
    apart = [
        row
        for opd in {row["opd"] for row in every}
        for row in table(ok("gaps", "--opd", opd, "--as-of", "2024-12-31"))
    ]
    assert sorted(map(str, apart)) == sorted(map(str, every))


def test_the_exit_status_can_say_that_something_is_missing(desk: Path, run: Run) -> None:
    assert run("gaps", "--exit-code", "--as-of", "2024-12-31").status == 3
    assert run("gaps", "--as-of", "2024-12-31").status == 0
    done = run("gaps", "--exit-code", "--kind", "after-end", "--as-of", "2024-12-31", "--format", "table")
    assert (done.status, done.out) == (0, "")
    assert "Tidak ada yang kurang." in done.err


def test_an_unknown_kind_is_refused_with_those_there_are(desk: Path, run: Run) -> None:
    done = run("gaps", "--kind", "lubang")
    assert done.status == 2
    assert "no-child" in done.err


def test_people_read_the_kind_in_their_words(desk: Path) -> None:
    assert "Turunan tanpa target" in on_screen("gaps", "--as-of", "2024-12-31")
