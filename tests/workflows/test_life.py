"""The life of an umbrella told as stories: extended once, twice, early, late, called off; with its PKS."""

from __future__ import annotations

import json
import re
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

if TYPE_CHECKING:
    from collections.abc import Callable

    Ok = Callable[..., str]

NAMED = ("--title", "Mutu tenaga kesehatan", "--partner", "Mitra Contoh", "--opd", "DINKES")
TERM = ("--years", "5", "--affair", "1.02", "--scope", "Pelatihan", "--partner-number", "7/MC/2019")
LINE_RULES = {"KS103", "KS104", "KS111", "KS112", "KS118", "KS306", "KS307"}


@pytest.fixture
def at(monkeypatch: pytest.MonkeyPatch) -> Callable[[str], None]:
    """Set the day on which the office works."""

    def go(day: str) -> None:
        when = datetime.fromisoformat(day).replace(tzinfo=UTC)
        monkeypatch.setenv("SOURCE_DATE_EPOCH", str(int(when.timestamp())))

    return go


@pytest.fixture
def line(ok: Ok, at: Callable[[str], None]) -> None:
    """An office with a KB of 2019 and a PKS under it that runs until 2026."""
    at("2020-02-01")
    _office(ok, "perguruan-tinggi")
    ok("add-mou", "--scheme", "ksdpk", *NAMED, "--number", "1/KB/2019", "--signed", "2019-07-01", *TERM)
    pks = ("--title", "Pelatihan bidan", "--signed", "2020-01-10", "--ends", "2026-01-09")
    ok("derive-pks", "KB-2019-001", *pks)


def _office(ok: Ok, kind: str) -> None:
    ok("init", "--name", "Kabupaten Contoh", "--seat", "Contoh")
    ok("opd", "add", "DINKES", "--name", "Dinas Kesehatan")
    ok("partner", "add", "Mitra Contoh", "--kind", kind)


def _extended(ok: Ok, old: str, signed: str, starts: str, number: str, *more: str) -> None:
    ok("extend", old, "--signed", signed, "--starts", starts, "--years", "5", "--number", number, *more)


def _ratio(ok: Ok, period: str, as_of: str) -> tuple[int, int]:
    """Umbrellas followed up, and umbrellas in force, as the recap of the report counts them."""
    ok("report", "--period", period, "--as-of", as_of, "--out", "laporan")

    page = Path(f"laporan/{period}/rekap.md").read_text("utf-8")
    found = re.search(r"(\d+) dari (\d+) naskah payung yang berlaku", page)
    assert found is not None
    return int(found[1]), int(found[2])


def _findings(ok: Ok, run: Callable[..., Any], as_of: str) -> set[tuple[str, str]]:
    made = run("check", "--as-of", as_of, "--format", "json")
    assert made.status in {0, 3}
    return {
        (one["agreement"], one["rule"]) for one in json.loads(made.out)["items"] if one["rule"] in LINE_RULES
    }


def _due(ok: Ok, as_of: str) -> set[tuple[str, str]]:
    items = json.loads(ok("due", "--as-of", as_of, "--within", "400d", "--format", "json"))["items"]
    return {(one["agreement"], one["kind"]) for one in items}


def _without_child(ok: Ok, as_of: str) -> list[str]:
    return [
        one["id"]
        for one in json.loads(ok("list", "--no-child", "--as-of", as_of, "--format", "json"))["items"]
    ]


@pytest.mark.usefixtures("line")
@pytest.mark.parametrize(
    ("signed", "starts"), [("2024-05-20", "2024-07-02"), ("2024-09-01", "2024-09-01")], ids=["early", "late"]
)
def test_an_extension_keeps_its_pks(
    signed: str, starts: str, ok: Ok, run: Callable[..., Any], at: Callable[[str], None]
) -> None:
    assert _ratio(ok, "2020-S1", "2020-06-30") == (1, 1)
    at("2024-10-01")
    _extended(ok, "KB-2019-001", signed, starts, "9/KB/2024")
    assert _ratio(ok, "2024-S2", "2024-12-31") == (1, 1)
    assert _without_child(ok, "2024-12-31") == []
    assert _findings(ok, run, "2025-06-30") == set()
    gaps = json.loads(ok("gaps", "--as-of", "2025-06-30", "--format", "json"))["items"]
    assert [one["agreement"] for one in gaps if one["kind"] == "no-child"] == []
    assert not any(kind == "tindak-lanjut-kb" for _, kind in _due(ok, "2025-06-30"))


@pytest.mark.usefixtures("line")
def test_both_links_in_force_are_one_line(ok: Ok, at: Callable[[str], None]) -> None:
    """Signed and begun while the old one still runs."""
    at("2024-06-20")
    _extended(ok, "KB-2019-001", "2024-05-20", "2024-05-20", "9/KB/2024")
    assert _ratio(ok, "2024-S1", "2024-06-20") == (1, 1)


@pytest.mark.usefixtures("line")
def test_moving_the_pks_to_the_extension_is_no_fault(
    ok: Ok, run: Callable[..., Any], at: Callable[[str], None]
) -> None:
    at("2024-10-01")
    _extended(ok, "KB-2019-001", "2024-05-20", "2024-07-02", "9/KB/2024")
    ok("update", "PKS-2020-001", "--parent", "KB-2024-001", "--reason", "Induk diperpanjang")
    assert _findings(ok, run, "2025-06-30") == set()
    assert _ratio(ok, "2024-S2", "2024-12-31") == (1, 1)


@pytest.mark.usefixtures("line")
def test_extended_twice_it_is_still_one_line(
    ok: Ok, run: Callable[..., Any], at: Callable[[str], None]
) -> None:
    at("2024-10-01")
    _extended(ok, "KB-2019-001", "2024-05-20", "2024-07-02", "9/KB/2024")
    at("2029-08-01")
    _extended(ok, "KB-2024-001", "2029-05-20", "2029-07-03", "4/KB/2029")
    assert _ratio(ok, "2029-S2", "2029-12-31") == (1, 1)
    items = json.loads(ok("list", "--doc", "kb", "--as-of", "2029-12-31", "--format", "json"))["items"]
    assert {one["line"] for one in items} == {"KB-2019-001"}
    assert _findings(ok, run, "2029-12-31") == set()


@pytest.mark.usefixtures("line")
@pytest.mark.parametrize("way", ["void", "end"])
def test_what_is_called_off_gives_the_old_end_back(
    way: str, ok: Ok, run: Callable[..., Any], at: Callable[[str], None]
) -> None:
    """In due, check and the list; and the old one can be extended again."""
    at("2024-05-25")
    _extended(ok, "KB-2019-001", "2024-05-20", "2024-07-02", "9/KB/2024")
    assert ("KB-2019-001", "masa-berlaku") not in _due(ok, "2024-06-15")
    at("2024-06-10")
    if way == "void":
        ok("void", "KB-2024-001", "--reason", "Salah catat")
    else:
        ok("end", "KB-2024-001", "--on", "2024-06-05", "--ground", "kesepakatan")
    assert ("KB-2019-001", "masa-berlaku") in _due(ok, "2024-06-15")
    assert ("PKS-2020-001", "KS118") in _findings(ok, run, "2024-12-31")
    items = json.loads(ok("list", "--as-of", "2024-06-15", "--format", "json"))["items"]
    assert {one["id"]: one["successor"] for one in items}["KB-2019-001"] is None
    at("2024-06-20")
    _extended(ok, "KB-2019-001", "2024-06-18", "2024-07-02", "11/KB/2024")
    assert ("KB-2019-001", "masa-berlaku") not in _due(ok, "2024-06-30")
    assert _findings(ok, run, "2025-06-30") <= {("KB-2024-001", rule) for rule in LINE_RULES}


@pytest.mark.parametrize("doc", ["nk", "mou"])
def test_a_note_and_a_memorandum_abroad_are_lines_too(doc: str, ok: Ok, at: Callable[[str], None]) -> None:
    at("2021-02-01")
    scheme, kind, child = {
        "nk": ("sinergi", "kementerian", "rk"),
        "mou": ("ksdpl", "pemda-luar-negeri", "rkt"),
    }[doc]
    _office(ok, kind)
    first, signed = f"{doc.upper()}-2021-001", ("--signed", "2021-01-10")
    ok("add-mou", "--scheme", scheme, "--doc", doc, *NAMED, "--number", "1/2021", *signed, "--years", "3")
    ok("derive-pks", first, "--doc", child, "--title", "Rencana", *signed, "--ends", "2021-12-31")
    at("2024-02-01")
    _extended(ok, first, "2024-01-05", "2024-01-11", "2/2024")
    assert _without_child(ok, "2024-06-30") == []
    assert _ratio(ok, "2024-S1", "2024-06-30") == (1, 1)
