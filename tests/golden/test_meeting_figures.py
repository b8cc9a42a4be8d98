"""Every cell of an invitation and of minutes, beside the rows."""

from __future__ import annotations

import json
from datetime import date
from typing import TYPE_CHECKING

import pytest

from tests.conftest import succeed
from tests.golden.enriched import enriched
from tests.golden.listed import words
from tests.golden.pages_read import pairs, tables, texts
from tests.golden.test_listed_figures import is_asked
from tests.golden.told import Told, label

if TYPE_CHECKING:
    from pathlib import Path

    from tests.conftest import Once
    from tests.golden.pages_read import Parts

__all__ = ["enriched"]

WEEKDAYS = ("Senin", "Selasa", "Rabu", "Kamis", "Jumat", "Sabtu", "Minggu")
ROMAN = ("I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X", "XI", "XII")
NAMED = {"BPBD": "Kepala Pelaksana Badan Penanggulangan Bencana Daerah", "KEC-HILIR": "Camat Contoh Hilir",
         "RSUD": "Direktur Rumah Sakit Umum Daerah Contoh Raya"}  # fmt: skip
"""Heads that are not called Kepala and the name of their OPD."""
KEEPER = ("Kepala Bagian Kerja Sama selaku Sekretaris TKKSD", "Pejabat Contoh Tiga")


@pytest.fixture(
    params=[("2024-S1", "2024-06-30"), ("2024-S2", "2024-12-31"), ("2024-S2", "2025-02-03")], ids="-".join
)
def made(
    request: pytest.FixtureRequest, enriched: Path, once: Once
) -> tuple[Told, dict[str, dict[str, Parts]]]:
    """The rows of a period, and by kind and OPD the parts of its letters, made once."""
    report, as_of = request.param

    def fill() -> None:
        asked = ("--period", report, "--as-of", as_of, "--format", "json", "--out", ".")
        succeed("report", "--db", enriched, "--kind", "undangan,berita-acara", *asked)

    folder = once(f"rapat-{report}-{as_of}", fill) / report
    found: dict[str, dict[str, Parts]] = {"undangan": {}, "berita-acara": {}}
    for one in folder.iterdir():
        (opd, kind) = next(
            (one.stem.removesuffix(f"-{kind}"), kind) for kind in found if one.stem.endswith(f"-{kind}")
        )
        found[kind][opd] = json.loads(one.read_text("utf-8"))["items"]
    return Told(enriched, report, as_of), found


def asked_of(told: Told) -> dict[str, set[str]]:
    """By OPD the documents that are talked about."""
    found: dict[str, set[str]] = {}
    for key in told.known:
        if is_asked(told.rows, key):
            found.setdefault(told.recap.lead(key), set()).add(key)
    return found


def test_an_invitation_tells_when_where_and_about_what(
    made: tuple[Told, dict[str, dict[str, Parts]]],
) -> None:
    told, pages = made
    asked, as_of = asked_of(told), told.rows.as_of
    assert pages["undangan"].keys() == asked.keys()
    for opd, parts in pages["undangan"].items():
        lines, one = dict(pairs(parts)), told.meetings.get(opd)
        when = ["<hari dan tanggal desk evaluasi>", "<pukul desk evaluasi>", "<tempat desk evaluasi>"]
        if one:
            weekday = WEEKDAYS[date.fromisoformat(one["day"]).weekday()]
            when = [f"{weekday}, {words(one['day'])}", f"{one['starts']}–{one['ends']}", one["place"]]
        assert [lines[what] for what in ("Hari, tanggal", "Pukul", "Tempat")] == when
        name = told.rows.opds[opd]
        (letter,) = (part for part in parts if part["part"] == "letter")
        assert letter["to"] == [f"Yth. {NAMED.get(opd, f'Kepala {name}')}", "di Contoh Tengah"]
        month = ROMAN[int(as_of[5:7]) - 1]
        assert lines["Nomor"] == f"100.3.7/<nomor surat>/KS/{month}/{as_of[:4]}"
        assert lines["Hal"] == f"Undangan desk evaluasi {label(told.rows.report)}"
        (table,) = tables(parts)
        assert f"Yang dibahas {len(asked[opd])} naskah:" in texts(parts, "para")
        assert sorted(table) == sorted(
            [f"({key})", told.known[key]["title"], "; ".join(told.partners(key)) or "belum tercatat"]
            for key in asked[opd]
        )
        assert [
            (s["office"], s["name"]) for part in parts if part["part"] == "signatures" for s in part["body"]
        ] == [KEEPER]


def test_minutes_hold_every_result_obstacle_and_action(
    made: tuple[Told, dict[str, dict[str, Parts]]],
) -> None:
    told, pages = made
    asked = asked_of(told)
    assert pages["berita-acara"].keys() == asked.keys()
    for opd, parts in pages["berita-acara"].items():
        leads = told.recap.leads(opd)
        obstacles = [told.obstacle_line(one) for one in told.obstacles(leads)]
        still_open, done = told.open_actions(leads), told.done_actions(leads)
        results, *others = tables(parts)
        assert sorted(results) == sorted(
            [f"({key})", told.known[key]["title"], told.result(key)] for key in asked[opd]
        )
        wanted = [sorted(one) for one in (obstacles, still_open, done) if one]
        assert [sorted(one) for one in others] == wanted, opd
        assert texts(parts, "nil") == [
            f"{what} yang tercatat"
            for what, there in (("permasalahan", obstacles), ("tindak lanjut", still_open or done))
            if not there
        ]
        one = told.meetings.get(opd)
        when = (
            f"Pada hari {WEEKDAYS[date.fromisoformat(one['day']).weekday()]}, tanggal {words(one['day'])},"
            if one
            else "Pada hari <"
        )
        assert any(text.startswith(when) and told.rows.opds[opd] in text for text in texts(parts, "para"))
        left, right = (s for part in parts if part["part"] == "signatures" for s in part["body"])
        head = NAMED.get(opd, f"Kepala {told.rows.opds[opd]}")
        is_acting = opd == "DINKES" and told.rows.as_of >= "2024-07-01"
        assert (left["office"], left["name"]) == (
            f"Plt. {head}" if is_acting else head,
            "SI B" if is_acting else None,
        )
        assert (right["office"], right["name"]) == KEEPER
