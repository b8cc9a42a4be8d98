"""The frame of every letter: number, day, subject, what goes with it, to whom and copies, beside the rows."""

from __future__ import annotations

import json
import shutil
from typing import TYPE_CHECKING, Any, NamedTuple

import pytest

from tests.conftest import succeed
from tests.golden.enriched import enriched
from tests.golden.pages_read import pairs, said, tables, texts
from tests.golden.recounted_recap import Recap
from tests.golden.test_meeting_figures import KEEPER, NAMED, ROMAN
from tests.golden.told import label

if TYPE_CHECKING:
    from pathlib import Path

    from tests.conftest import Once
    from tests.golden.pages_read import Parts

__all__ = ["enriched"]

PERIODS = [
    ("2024-S1", "2024-06-30"), ("2024-S2", "2024-12-31"), ("2024-S2", "2025-02-03"), ("2024", "2025-01-31"),
]  # fmt: skip
OF_OFFICE = {"number", "end", "parent"}
"""What the office itself has to complete; all else is asked of the OPD."""


class Frame(NamedTuple):
    """What an office has set of its letters."""

    number: str
    nature: str | None
    copies: list[str]
    place: str | None
    head: str
    lines: list[str]
    address: str | None
    settings: tuple[tuple[str, str | None], ...] = ()


UNIT = "SEKRETARIAT DAERAH"
REGION = "PEMERINTAH KABUPATEN CONTOH RAYA"
FRAMES = {
    "all": Frame(
        "100.3.7/<nomor surat>/KS/{month}/{year}", "Penting", ["Inspektur", "Kepala Bagian Hukum"],
        "Contoh Tengah", "Bupati", [REGION, UNIT], None,
    ),
    "none": Frame(
        "<nomor surat>", None, [], None, "Wali Kota", [REGION, UNIT], None,
        (("letter-number", None), ("letter-nature", None), ("letter-copies", None), ("seat", None),
         ("level", "kota")),
    ),
    "other": Frame(
        "<nomor surat>/KS/{year}", "Segera", ["Arsip"], "Kota Lain", "Gubernur",
        [REGION, "BAGIAN KERJA SAMA"], "Jalan Contoh 1",
        (("letter-number", "……/KS/{year}"), ("letter-nature", "Segera"), ("letter-copies", " Arsip "),
         ("seat", "Kota Lain"), ("level", "provinsi"), ("letterhead-unit", "Bagian Kerja Sama"),
         ("letterhead-address", "Jalan Contoh 1")),
    ),
}  # fmt: skip
Made = tuple[Frame, Recap, dict[str, "Parts"]]
"""What is set, the rows, and by name the parts of each letter."""


@pytest.fixture(params=FRAMES)
def framed(request: pytest.FixtureRequest, enriched: Path, once: Once) -> tuple[str, Path]:
    """A registry with these settings, made once, and their name."""
    name: str = request.param

    def fill() -> None:
        shutil.copy(enriched, "kskd.db")
        for key, value in FRAMES[name].settings:
            succeed("setting", *(("reset", key) if value is None else ("set", key, value)))

    return name, once(f"bingkai-{name}", fill) / "kskd.db"


@pytest.fixture(params=PERIODS, ids="-".join)
def made(request: pytest.FixtureRequest, framed: tuple[str, Path], once: Once) -> Made:
    """The letters of a period, made once."""
    (report, as_of), (name, path) = request.param, framed

    def fill() -> None:
        asked = ("--period", report, "--as-of", as_of, "--format", "json", "--out", ".")
        kinds = "surat-pengantar,opd,semester,tkksd" + (",luar-negeri" if len(report) == 4 else "")
        succeed("report", "--db", path, "--kind", kinds, *asked)

    folder = once(f"surat-{name}-{report}-{as_of}", fill) / report
    pages = {one.stem: json.loads(one.read_text("utf-8"))["items"] for one in folder.iterdir()}
    return FRAMES[name], Recap(path, report, as_of), pages


def check(made: Made, name: str, to: str, subject: str, annexes: str | None = None) -> None:
    """The frame of a letter, from its head to those who get a copy."""
    frame, rows, pages = made
    parts = pages[name]
    assert _only(parts, "letterhead") == {
        "part": "letterhead", "lines": frame.lines, "address": frame.address, "image": None,
    }  # fmt: skip
    letter = _only(parts, "letter")
    assert letter["to"] == [f"Yth. {to}", *([f"di {frame.place}"] if frame.place else [])]
    assert said(letter["place"]) == (f"{frame.place}, " if frame.place else "") + "<tanggal surat>"
    month = ROMAN[int(rows.as_of[5:7]) - 1]
    lines = {
        "Nomor": frame.number.format(month=month, year=rows.as_of[:4]),
        "Sifat": frame.nature, "Lampiran": annexes, "Hal": subject,
    }  # fmt: skip
    assert pairs([letter]) == [(what, line) for what, line in lines.items() if line]
    copies = [said(item["body"]) for part in parts if part["part"] == "copies" for item in part["body"]]
    assert copies == frame.copies


def _only(parts: Parts, kind: str) -> dict[str, Any]:
    (found,) = (part for part in parts if part["part"] == kind)
    return found


def head_of(rows: Recap, opd: str) -> str:
    """Who leads an OPD."""
    return NAMED.get(opd, f"Kepala {rows.opds[opd]['name']}")


def test_a_covering_letter_says_to_whom_what_goes(made: Made) -> None:
    _, rows, pages = made
    of = label(rows.report)
    busy = {code for code in rows.opds if rows.leads(code) or rows.beside(code)}
    letters = {name.removesuffix("-surat-pengantar") for name in pages if name.endswith("-surat-pengantar")}
    assert letters == busy
    for opd in busy:
        parts, leads = pages[f"{opd}-surat-pengantar"], rows.leads(opd)
        counted = len(leads & {*rows.counted()}) or "belum ada"
        gaps = sum(kind not in OF_OFFICE for kind, _ in rows.gaps(leads)) if opd != "BAG-KS" else 0
        result = [f"Hasil evaluasi kerja sama {of}", "1 berkas",
                  f"{counted} naskah turunan yang dievaluasi"]  # fmt: skip
        lacking = [["2", "Daftar data yang perlu dilengkapi", "1 berkas", f"{gaps} hal"]] if gaps else []
        assert tables(parts) == [[["1", *result], *lacking]], opd
        subject = f"Penyampaian hasil evaluasi kerja sama {of}"
        name = f"{opd}-surat-pengantar"
        check(made, name, head_of(rows, opd), subject, f"{1 + len(lacking)} berkas")
        assert texts(parts, "title") == ["Surat pengantar"]
        receipt = dict(pairs([part for part in parts if part["part"] == "pairs"]))
        assert receipt == {
            "Diterima tanggal": "<tanggal terima>",
            "Nama dan jabatan penerima": "<nama dan jabatan penerima>",
            "Tanda tangan": "<tanda tangan penerima>",
        }
        signers = [(one["office"], one["name"]) for one in _only(parts, "signatures")["body"]]
        assert signers == [KEEPER]


def test_the_sheet_of_an_opd_goes_to_its_head(made: Made) -> None:
    _, rows, pages = made
    for opd in rows.opds.keys() & pages.keys():
        check(made, opd, head_of(rows, opd), "Hasil evaluasi kerja sama")


@pytest.mark.parametrize(
    ("kind", "subject"),
    [
        ("semester", "Laporan pelaksanaan kerja sama daerah"), ("tkksd", "Laporan TKKSD"),
        ("luar-negeri", "Laporan kerja sama luar negeri"),
    ],
)  # fmt: skip
def test_the_reports_upwards_go_to_the_head_of_the_region(made: Made, kind: str, subject: str) -> None:
    frame, rows, pages = made
    if kind in pages:
        check(made, kind, frame.head, f"{subject} {label(rows.report)}")
