"""A whole round of desk evaluasi in the example office: what is acceptable lands, all else is named."""

from __future__ import annotations

import random
import re
from datetime import date
from typing import TYPE_CHECKING, Any

import pytest

from kskd.domain.values.period import Period
from kskd.registry.database import snapshot
from kskd.workflows.reports.making import read_facts
from tests.workflows.messy import Messy, Said

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from kskd.reporting.facts import Facts

pytestmark = pytest.mark.slow

S1 = Period.parse("2025-S1")
SENT, BACK = "1751328000", "1752537600"  # 1 and 15 July 2025, 00:00 UTC
TODAY = date(2025, 7, 15)
FILLED = 24  # documents beside the example's own 26: a round for 17 OPD and 50 documents


@pytest.fixture
def sent(
    example: Path, ok: Callable[..., str], run: Callable[..., Any], monkeypatch: pytest.MonkeyPatch
) -> list[Path]:
    """The workbooks of the round, as they went out."""
    monkeypatch.setenv("SOURCE_DATE_EPOCH", SENT)
    ok("init", "--upgrade")
    codes = [row.split("\t")[0] for row in ok("opd", "list", "--format", "tsv").splitlines()[1:]]
    for at in range(FILLED):
        ok("derive-pks", "--no-parent", "--scheme", "ksdpk", "--title", f"Kerja sama rekaan {at}",
           "--partner", f"PT Rekaan {at} Contoh", "--new", "--opd", codes[at % len(codes)], "--signed",
           "2025-01-02", "--years", "3", "--object", f"Objek rekaan {at}")  # fmt: skip
    result = run("desk", "export", "--period", "2025-S1", "--format", "xlsx", "--out", "desk")
    assert "17 OPD, 50 naskah" in result.err
    monkeypatch.setenv("SOURCE_DATE_EPOCH", BACK)
    return [example.parent / line for line in result.out.splitlines()]


def landed(registry: Path, before: dict[tuple[str, str, str], object]) -> dict[tuple[str, str, str], object]:
    """What the registry holds of the period now, in the words of the sheet, and did not before."""
    with snapshot(registry) as session:
        facts = read_facts(session)
    found: dict[tuple[str, str, str], object] = {}
    for one in facts.evaluations:
        if one.period != S1:
            continue
        row = ("evaluasi", one.agreement)
        found |= {(*row, f"item:{item}"): option for item, option in one.answers.items()}
        said = {
            "implementation": one.implementation, "filler": one.filler, "reported_on": one.reported_on,
            "others": one.others, "unchanged": "ya" if one.unchanged else None,
        }  # fmt: skip
        for item in {proof.item for proof in one.evidence}:
            texts = tuple(proof.text for proof in one.evidence if proof.item == item)
            found[(*row, f"evidence:{item}" if item else "evidence")] = texts
        found |= {(*row, key): value for key, value in said.items() if value is not None}
    for trouble in facts.obstacles:
        is_new = trouble.opened == S1
        row = (
            ("evaluasi", trouble.agreement)
            if is_new
            else ("kendala", f"{trouble.agreement}/{trouble.number}")
        )
        if is_new:
            found |= {(*row, "obstacle"): trouble.text}
            found |= {(*row, "category"): trouble.category} if trouble.category else {}
        found |= {(*row, "effort"): one.text for one in trouble.efforts if one.period == S1}
        found |= {(*row, "closed"): "ya"} if trouble.closed == S1 else {}
    for reached in facts.realisations:
        if reached.period == S1:
            found["target", f"{reached.agreement}/{reached.target}", "realisation"] = reached.value
    for action in facts.actions:
        row = ("tindak-lanjut", f"{action.agreement}/{action.number}")
        if action.done_on:
            found |= {(*row, "done_on"): action.done_on}
            found |= {(*row, "proof"): action.proof} if action.proof else {}
    return {place: value for place, value in found.items() if before.get(place) != value}


def expected(said: Said, facts: Facts) -> dict[tuple[str, str, str], object]:
    """What must be in the registry: what was said, what it leaves as it was, and the day of the return.

    A row that is as it was needs an earlier evaluation, and no cell that cannot be taken.
    """
    found = {
        place: value
        for place, value in said.answers.items()
        if (place[2], value) not in {("closed", "belum"), ("unchanged", "tidak")}
    }
    for part, row, _ in said.answers:
        if part == "evaluasi" and row not in said.dayless:
            found.setdefault((part, row, "reported_on"), TODAY)
    for place in [place for place in found if place[2] == "unchanged"]:
        earlier = [one for one in facts.evaluations if one.agreement == place[1] and one.period < S1]
        if not earlier or place[:2] in said.spoilt:
            del found[place]
            said.wrong.add(said.cells[place])
            continue
        last = max(earlier, key=lambda one: one.period)
        for item, option in last.answers.items():
            found.setdefault((*place[:2], f"item:{item}"), option)
        if last.implementation is not None:
            found.setdefault((*place[:2], "implementation"), last.implementation)
    return found


@pytest.mark.parametrize("seed", [1, 2])
def test_a_round_lands_whole_and_a_second_import_changes_nothing(
    seed: int, sent: list[Path], example: Path, run: Callable[..., Any], ok: Callable[..., str]
) -> None:
    """17 OPD: rows turned round and deleted, columns put between, sheets renamed, cells retyped."""
    chance = random.Random(seed)  # noqa: S311 - disorder, not secrets
    said = Said()
    before = landed(example, {})
    with snapshot(example) as session:
        facts = read_facts(session)
    for path in sent:
        Messy(path, chance, said).fill()
    assert len(said.answers) > 150
    assert len(said.wrong) > 5
    wanted = expected(said, facts)
    result = run("desk", "import", *sent, "--yes")
    assert result.status == 3
    refused = result.err.partition("Tidak dapat diambil")[2].partition("\nPerlu diketahui")[0]
    named = set(re.findall(r'^  (\S+ lembar ".*?" sel [A-Z]+\d+ )', refused, re.MULTILINE))
    assert named == said.wrong
    assert landed(example, before) == wanted
    after = example.read_bytes()
    again = run("desk", "import", *sent, "--yes")
    assert "Tidak ada yang berubah" in again.err
    assert (again.status, again.out, example.read_bytes()) == (3, "", after)
    ok("undo", "--yes")
    assert landed(example, before) == {}, "one act, undone as one"
