"""Every cell of covers and of the public list, beside the rows."""

from __future__ import annotations

import shutil
import sqlite3
from contextlib import closing
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from tests.conftest import succeed
from tests.golden.enriched import enriched
from tests.golden.listed import Rows, words
from tests.golden.pages_read import page, pairs, tables, texts
from tests.golden.recounted import ABROAD
from tests.golden.test_page_figures import SCHEMES
from tests.golden.test_sheet_figures import DOCS

if TYPE_CHECKING:
    from tests.golden.pages_read import Parts

__all__ = ["enriched"]

UNKNOWN = "belum tercatat"
IN_A_FOLDER = (
    "naskah asli", "salinan naskah", "surat kuasa", "KAK atau studi kelayakan",
    "surat penawaran dan jawabannya", "rekomendasi TKKSD", "persetujuan DPRD, bila diperlukan",
)  # fmt: skip


class Covers(Rows):
    """The rows with all numbers of the parties."""

    def __init__(self, path: Path, as_of: str) -> None:
        super().__init__(path, as_of)
        with closing(sqlite3.connect(path)) as con:
            self.further = con.execute(
                "SELECT agreement, seat, number FROM further_number ORDER BY position"
            ).fetchall()
            self.files = con.execute("SELECT agreement, path FROM file ORDER BY path").fetchall()

    def numbers(self, key: str, seat: int, first: str | None) -> str:
        """All that a party gave it."""
        more = [number for one, at, number in self.further if (one, at) == (key, seat)]
        return "; ".join([*filter(None, [first]), *more]) or UNKNOWN

    def head(self, key: str) -> dict[str, str]:
        """What stands on top."""
        one = self.known[key]
        support = [
            self.opds[opd]
            for at, opd in sorted(self.support)
            if at == key and (at, opd) not in self.leads_too
        ]
        beside = f"; pendukung: {', '.join(support)}" if support else ""
        chain = {"Naskah induk": one["parent"], "Meneruskan": one["predecessor"],
                 "Diteruskan oleh": self.successor(key)}  # fmt: skip
        is_abroad = one["scheme"] in ABROAD
        return {
            "Bentuk naskah": f"{one['paper_name'] or DOCS[one['doc']]} ({SCHEMES[one['scheme']]})",
            "Kode klasifikasi arsip": "100.3.7.2 (luar negeri)" if is_abroad else "100.3.7.1 (dalam negeri)",
            "Ditandatangani": words(one["signed_on"]) if one["signed_on"] else UNKNOWN,
            "Jangka waktu": self.term(key) if one["end_kind"] or one["signed_on"] else UNKNOWN,
            f"Keadaan {words(self.as_of)}": self.standing(key),
            "Perangkat daerah": self.opds[one["lead_opd"]] + beside,
            **{name: f"({value})" for name, value in chain.items() if value},
            "Tempat naskah asli": one["original_place"] or f"<tempat naskah asli {key}>",
        }

    def sides(self, key: str) -> list[list[str]]:
        """Each party, those that went with their day."""
        found = []
        for one in self.parties[key]:
            gone = one["left_on"] and one["left_on"] <= self.as_of
            name = one["name"] or self.settings["name"]
            who = one["signer_office"] or "jabatan belum tercatat"
            found.append([
                name + (f" (keluar {words(one['left_on'])})" if gone else ""),
                self.numbers(key, one["seat"], one["number"]),
                who + (f", {one['signer_name']}" if one["signer_name"] else ""),
            ])  # fmt: skip
        return found

    def adendums(self, key: str) -> list[list[str]]:
        """Those of the day, with their numbers."""
        return [
            [str(one["number"]), words(one["signed_on"]),
             "; ".join(
                 each["number"]
                 for each in self.amendment_numbers
                 if (each["agreement"], each["amendment"]) == (key, one["number"])
             ) or UNKNOWN, one["what"]]
            for one in self.amendments
            if one["agreement"] == key and one["signed_on"] <= self.as_of
        ]  # fmt: skip


def check(rows: Covers, parts: Parts, key: str) -> None:
    """All of a cover."""
    (title,) = (part for part in parts if part["part"] == "title")
    assert (title["text"], title["sub"]) == (key, rows.known[key]["title"])
    assert dict(pairs(parts)) == rows.head(key)
    adendums = rows.adendums(key)
    assert tables(parts) == [rows.sides(key), *([adendums] if adendums else [])]
    (folder,) = texts(parts, "para")
    kept = [*IN_A_FOLDER, *(f"adendum {one[0]}" for one in adendums)]
    assert folder.split("[ ] ")[1:] == [*(f"{one} " for one in kept[:-1]), kept[-1]]
    files = "; ".join(path for one, path in rows.files if one == key)
    assert texts(parts, "note") == ([f"Berkas yang dilampirkan dalam registri: {files}."] if files else [])


@pytest.mark.parametrize("as_of", ["2024-06-30", "2025-01-15"])
def test_every_cover(enriched: Path, tmp_path: Path, as_of: str) -> None:
    rows = Covers(enriched, as_of)
    for key in rows.known:
        asked = ("--kind", "sampul", "--agreement", key)
        check(rows, page(enriched, tmp_path, f"sampul-{key}", as_of, *asked), key)


def test_a_cover_names_its_files(enriched: Path, tmp_path: Path) -> None:
    path = Path(shutil.copy(enriched, tmp_path / "kskd.db"))
    for name in ("pks.pdf", "adendum.pdf"):
        (tmp_path / name).write_bytes(b"%PDF-1.4")
        succeed("attach", "PKS-2023-002", "--db", path, tmp_path / name)
    rows = Covers(path, "2025-01-15")
    asked = ("--kind", "sampul", "--agreement", "PKS-2023-002")
    assert len(rows.files) == 2
    check(rows, page(path, tmp_path, "sampul-PKS-2023-002", "2025-01-15", *asked), "PKS-2023-002")


def test_the_cover_of_a_void_document_says_why(enriched: Path, tmp_path: Path) -> None:
    asked = ("--kind", "sampul", "--agreement", "PKS-2023-006")
    parts = page(enriched, tmp_path, "sampul-PKS-2023-006", "2025-01-15", *asked)
    with closing(sqlite3.connect(enriched)) as con:
        (why,) = con.execute("SELECT void_reason FROM agreement WHERE id = 'PKS-2023-006'").fetchone()
    (message,) = (part for part in parts if part["part"] == "message")
    assert why in str(message["body"])
    assert dict(pairs(parts))["Keadaan 15 Januari 2025"] == "dibatalkan"


@pytest.mark.parametrize("as_of", ["2022-06-30", "2024-06-30", "2024-12-31", "2025-01-15"])
def test_every_cell_of_the_public_list(enriched: Path, tmp_path: Path, as_of: str) -> None:
    rows = Rows(enriched, as_of)
    parts = page(enriched, tmp_path, f"daftar-publik-{as_of}", as_of, "--kind", "daftar-publik")
    public = [key for key in rows.signed() if rows.partners(key)]
    (table,) = tables(parts)
    assert texts(parts, "heading") == [f"{len(public)} naskah"]
    assert [row[0] for row in table] == [str(at) for at in range(1, len(public) + 1)]
    assert sorted(row[1:] for row in table) == sorted(
        [
            rows.own(key)["number"] or UNKNOWN, rows.known[key]["title"],
            "; ".join(
                "perseorangan (nama tidak dimuat)" if one["kind"] == "perseorangan" else one["name"]
                for one in [each for each in rows.there(key) if each["seat"] > 0] or rows.partners(key)
            ),
            words(rows.known[key]["signed_on"]), rows.term(key), rows.standing(key),
        ]
        for key in public
    )  # fmt: skip
    kept = sorted(key for key in public if rows.noted[key].get("published") == "no")
    (note,) = texts(parts, "note")
    assert (f"belum tersedia bagi publik: ({', '.join(kept)})." in note) == bool(kept)
    assert "CV Pustaka Cendekia Contoh" not in str(parts)
