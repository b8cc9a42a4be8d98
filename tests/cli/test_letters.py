"""Letters to sign and forms to start from: the frame that is set, who signs, what the registry fills."""

from __future__ import annotations

import re
import struct
import zipfile
import zlib
from base64 import b64encode
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from kskd.domain.document.clauses import CLAUSES, CONTENTS
from tests.cli.command_line import document, table

if TYPE_CHECKING:
    from .command_line import Ok, Refused, Run

PERIOD = ("--period", "2024-S2", "--as-of", "2024-12-31")
DAY = ("--as-of", "2024-12-31")


def told(ok: Ok, kind: str, *args: str, form: str = "md") -> str:
    """The one page of a kind, as text."""
    (path,) = ok("report", "--kind", kind, "--format", form, "--out", "surat", *args).split("\n")[:-1]
    return Path(path).read_text("utf-8")


BLANK = "…" * 8
"""What stands where a hand is to write."""


def png(side: int = 4) -> bytes:
    """A small picture."""

    def chunk(name: bytes, data: bytes) -> bytes:
        return struct.pack(">I", len(data)) + name + data + struct.pack(">I", zlib.crc32(name + data))

    head = chunk(b"IHDR", struct.pack(">IIBBBBB", side, side, 8, 2, 0, 0, 0))
    rows = chunk(b"IDAT", zlib.compress((b"\0" + b"\xc8\x1e\x1e" * side) * side))
    return b"\x89PNG\r\n\x1a\n" + head + rows + chunk(b"IEND", b"")


def test_the_frame_is_what_the_office_has_set_and_nothing_else(example: Path, ok: Ok) -> None:
    bare = told(ok, "undangan", *PERIOD, "--opd", "DINKES")
    assert not re.search("Sifat|Tembusan|Jalan Contoh", bare)
    (example.parent / "lambang.png").write_bytes(png())
    for key, value in (
        ("lambang", "lambang.png"),
        ("letterhead-address", "Jalan Contoh Nomor 1"),
        ("letter-number", "100.2.2.3/……/BAG.KS/2024"),
        ("letter-nature", "Segera"),
        ("letter-copies", "Bupati Contoh Raya; Inspektur"),
        ("paper", "a4"),
    ):
        ok("setting", "set", key, value)
    framed = told(ok, "undangan", *PERIOD, "--opd", "DINKES")
    for line in (
        "Jalan Contoh Nomor 1",
        f"Nomor: 100.2.2.3/{BLANK}/BAG.KS/2024",
        "Sifat: Segera",
        "2. Inspektur",
    ):
        assert line in framed
    page = told(ok, "undangan", *PERIOD, "--opd", "DINKES", form="html")
    assert b64encode(png()).decode() in page
    assert "210mm 297mm" in page
    ok("report", "--kind", "undangan", *PERIOD, "--opd", "DINKES", "--format", "docx", "--out", "surat")
    with zipfile.ZipFile("surat/2024-S2/DINKES-undangan.docx") as package:
        assert any(package.read(name) == png() for name in package.namelist() if "media" in name)


def test_the_number_of_a_letter_is_filled_in_from_its_day(
    example: Path, ok: Ok, run: Run, refused: Refused
) -> None:
    told_why = refused("setting", "set", "letter-number", "100.3.7/……/{bulan}/{tahun}")
    assert "{year} tahun, {month} bulan Romawi, {n} titik-titik" in " ".join(told_why.split())
    ok("setting", "set", "letter-number", "100.3.7/{n}/BAG.KS/{month}/{year}")
    asked = ("--period", "2024-S2", "--opd", "DINKES")
    for day, number in (
        ("2025-01-15", f"100.3.7/{BLANK}/BAG.KS/I/2025"),
        ("2024-12-31", f"100.3.7/{BLANK}/BAG.KS/XII/2024"),
    ):
        assert f"Nomor: {number}" in told(ok, "undangan", *asked, "--as-of", day)
    made = run("report", "--kind", "undangan", *asked, "--format", "md", "--out", "surat")
    assert "nomor surat (1 halaman)" in made.err  # what is left to a hand is told
    assert f"Nomor: 100.3.7/{BLANK}/BAG.KS/XII/2024" in ok("remind", "--dry-run", "--as-of", "2024-12-30")


@pytest.mark.parametrize(
    ("name", "content", "why"),
    [
        ("tiada.png", None, "tidak ada"),
        ("besar.png", b"\x89PNG" + b"0" * 500_001, "lebih dari 500 kB"),
        ("palsu.png", b"bukan gambar", "bukan gambar"),
        ("lambang.svg", b"<svg/>", "PNG dan JPEG"),
    ],
)
def test_a_lambang_that_cannot_be_used_is_told_and_the_page_is_made(
    name: str, content: bytes | None, why: str, example: Path, run: Run
) -> None:
    if content is not None:
        (example.parent / name).write_bytes(content)
    assert run("setting", "set", "lambang", name).status == 0
    made = run(
        "report", "--kind", "undangan", *PERIOD, "--opd", "DINKES", "--format", "html", "--out", "surat"
    )
    assert made.status == 0
    assert f"lambang {name} tidak dicetak" in made.err
    assert why in made.err
    assert "data:image" not in Path("surat/2024-S2/DINKES-undangan.html").read_text("utf-8")


def test_a_page_names_who_held_the_office_on_its_day(desk: Path, ok: Ok) -> None:
    """By the persons of the registry, else the setting, else nobody; never somebody of another day."""

    def signed(day: str) -> str:
        return told(ok, "pemetaan", "--as-of", day)

    ok("setting", "set", "signer-name", "Nama Contoh Dua")
    ok("setting", "set", "signer-id", "1990")
    assert "| Nama Contoh Dua |" in signed("2024-12-31")
    office = ("official", "add", "--role", "tkksd", "--position", "sekretaris", "--office")
    ok(*office, "Kepala Bagian Kerja Sama", "--name", "Nama Contoh Satu", "--valid-to", "2024-06-30")
    ok(*office, "Kepala Bagian Kerja Sama", "--name", "Nama Contoh Dua", "--valid-from", "2025-01-01")
    ok(*office, "Plt. Kepala Bagian Kerja Sama", "--name", "Nama Contoh Tiga",
       "--valid-from", "2024-07-01", "--valid-to", "2024-11-30")  # fmt: skip
    old = signed("2024-05-02")
    assert "Kepala Bagian Kerja Sama selaku Sekretaris TKKSD" in old
    assert "Nama Contoh Satu" in old
    assert "1990" not in old
    acting = signed("2024-08-01")
    assert "Plt. Kepala Bagian Kerja Sama selaku Sekretaris TKKSD" in acting
    assert "Nama Contoh Tiga" in acting
    assert "Nama Contoh" not in signed("2024-12-15"), "the setting names who came later"
    now = signed("2025-01-10")
    assert "Nama Contoh Dua" in now
    assert "NIP 1990" in now


def test_an_office_without_a_name_keeps_its_place_in_the_team(desk: Path, ok: Ok) -> None:
    office = ("official", "add", "--role", "tkksd", "--position", "sekretaris", "--office")
    ok(*office, "Kepala Bagian Kerja Sama")
    page = told(ok, "pemetaan", "--as-of", "2024-12-31")
    assert "Kepala Bagian Kerja Sama selaku Sekretaris TKKSD" in page
    ok(*office, "Plt. Kepala Bagian Kerja Sama", "--name", "Nama Contoh Tiga", "--valid-from", "2024-07-01")
    ok("erase", "Nama Contoh Tiga", "--reason", "diminta", "--yes")
    page = told(ok, "pemetaan", "--as-of", "2024-12-31")
    assert "Plt. Kepala Bagian Kerja Sama selaku Sekretaris TKKSD" in page
    assert "Nama Contoh" not in page


def test_a_reminder_is_a_letter_to_sign_in_any_format(example: Path, ok: Ok, refused: Refused) -> None:
    assert "--out" in refused("remind", "--format", "docx", "--dry-run", status=2)
    shown = ok("remind", "--opd", "DINKES", "--dry-run")
    paths = ok("remind", "--opd", "DINKES", "--format", "txt,docx,html", "--out", "surat").split()
    assert [Path(path).suffix for path in paths] == [".txt", ".docx", ".html"]
    text, page = (Path(path).read_text("utf-8") for path in (paths[0], paths[2]))
    assert shown == f"=== DINKES ===\n\n{text}"
    for line in ("SEKRETARIAT DAERAH", "Yth. Kepala Dinas Kesehatan", "Nomor: ", "selaku Sekretaris TKKSD"):
        assert line in text
    (code,) = re.findall(r"kode pemeriksa ([0-9a-f ]{19})", text)
    assert code in page


def test_an_invitation_has_the_hour_of_the_schedule(example: Path, ok: Ok) -> None:
    assert "| Pukul | ……………………" in told(ok, "undangan", *PERIOD, "--opd", "DINKES")
    ok("desk", "schedule", "--period", "2024-S2", "--from", "2025-03-03", "--place", "Ruang Contoh", "--save")
    round_ = document(ok("desk", "schedule", "--period", "2024-S2", "--format", "json"))["items"]
    for meeting in round_:
        text = told(ok, "undangan", *PERIOD, "--opd", meeting["opd"])
        assert f"| Pukul | {meeting['starts']}–{meeting['ends']} |" in text
        assert "| Tempat | Ruang Contoh |" in text
    asked = ok("report", "--kind", "undangan", *PERIOD, "--format", "md", "--out", "surat").splitlines()
    assert {Path(one).stem.removesuffix("-undangan") for one in asked} == {one["opd"] for one in round_}


def test_minutes_hold_what_was_agreed(example: Path, ok: Ok) -> None:
    """Every action of the unit that is open on the day, with who does it; both sides sign."""
    text = told(ok, "berita-acara", *PERIOD, "--opd", "DIKBUD")
    theirs = {row["id"] for row in table(ok("list", "--format", "tsv", "--opd", "DIKBUD", *DAY))}
    listed = document(ok("action", "list", "--format", "json", *DAY))["items"]
    actions = [one for one in listed if one["agreement"] in theirs and one["done_on"] is None]
    assert actions
    for one in actions:
        assert one["what"] in text
    assert "Kepala Dinas Pendidikan dan Kebudayaan" in text
    assert "Kepala Bagian Kerja Sama" in text


def test_a_covering_letter_counts_what_goes_with_it(example: Path, ok: Ok) -> None:
    text = told(ok, "surat-pengantar", *PERIOD, "--opd", "DISKOPDAG")
    rows = re.findall(r"^\| \d+ \|", text, re.MULTILINE)
    assert f"Lampiran: {len(rows)} berkas" in text


@pytest.mark.parametrize("doc", ["kb", "pks", "nk", "loi", "mou", "rkt", "kontrak"])
def test_a_form_has_each_clause_that_the_law_asks_for(doc: str, example: Path, ok: Ok) -> None:
    text = told(ok, "naskah", "--doc", doc, *DAY)
    asked = {CLAUSES[code] for one in CONTENTS if one.doc == doc for code in one.clauses}
    body, _, annex = text.partition("Daftar periksa klausul")
    found = {one.casefold() for one in re.findall(r"^## (?:Pasal \d+ – |\d+\\?\. )(.*)$", body, re.MULTILINE)}
    assert found == asked - {"judul", "subjek", "tempat dan tanggal"}
    assert set(re.findall(r"\| ☐ ada +\| (.*?) \|", annex)) == asked


def test_a_form_without_a_list_in_the_law_says_so(example: Path, ok: Ok) -> None:
    assert "tidak menentukan isi Rencana Kerja" in told(ok, "naskah", "--doc", "rk", *DAY)
    outline = told(ok, "naskah", "--doc", "kak", *DAY)
    assert "Permendagri 22/2020 Pasal 7 ayat (2) dan Pasal 29 ayat (2)" in outline


def test_a_form_of_a_document_is_filled_and_lists_what_is_missing(example: Path, ok: Ok) -> None:
    ok("update", "PKS-2020-002", "--clause", "sanksi,objek,pembiayaan", "--purpose", "Pelayanan lancar.")
    text = told(ok, "naskah", "--agreement", "pks-2020-002", *DAY)
    shown = document(ok("show", "PKS-2020-002", "--format", "json", *DAY))
    for word in (shown["title"], "Pelayanan lancar.", *(one["number"] for one in shown["numbers"])):
        assert word in text
    _, _, annex = text.partition("Daftar periksa klausul")
    missing = re.findall(r"\| ☐ ada +\| (.*?) \|", annex)
    pks = next(one for one in CONTENTS if one.doc == "pks" and len(one.clauses) > 1)
    assert missing == [CLAUSES[code] for code in pks.clauses if code not in {"objek", "pembiayaan"}]
    assert "belum ada pada PKS-2020-002: 8 dari 10" in annex
    begun = told(ok, "naskah", "--agreement", "KB-2024-001", "--doc", "pks", *DAY)
    assert "Kesepakatan Bersama Nomor 100.3.7.1/03/KB/BAG.KS/IV/2024" in begun.replace("\\", "")
    assert "KB-2024-001" not in begun.partition("Daftar periksa klausul")[2].partition("---")[0]


def test_clauses_that_nobody_recorded_are_not_called_missing(example: Path, ok: Ok) -> None:
    text = told(ok, "naskah", "--agreement", "PKS-2020-002", *DAY)
    assert "Klausul PKS-2020-002 belum tercatat dalam registri." in text
    assert "belum ada pada" not in text


def test_a_kind_of_one_document_asks_for_it(example: Path, refused: Refused) -> None:
    assert "--agreement ID" in refused("report", "--kind", "sampul", status=2)
    assert "--agreement ID" in refused("report", "--kind", "naskah", status=2)
    assert "--agreement ID" in refused(
        "report", "--kind", "sampul", "--agreement", "KB-2024-001", "--agreement", "KB-2024-002", status=2
    )
    assert "kak" in refused("report", "--kind", "naskah", "--doc", "surat", status=2)
    assert "tidak" in refused("report", "--kind", "sampul", "--agreement", "KB-2099-001")


@pytest.mark.parametrize(
    "asked",
    [
        ("--kind", "sampul", "--agreement", "PKS-2020-002"),
        ("--kind", "naskah", "--agreement", "KB-2024-001", "--doc", "pks"),
        ("--kind", "naskah", "--doc", "kak"),
        ("--kind", "undangan", "--period", "2024-S2", "--opd", "DINKES"),
    ],
)
def test_what_is_made_of_one_document_can_be_verified(asked: tuple[str, ...], example: Path, ok: Ok) -> None:
    """Also after the document has changed: the page is made again from what was recorded then."""
    (path,) = ok("report", *asked, *DAY, "--format", "html", "--out", "surat").split()
    ok("update", "PKS-2020-002", "--title", "Judul lain", "--reason", "uji")
    assert path in ok("verify", path)


def test_a_cover_says_what_is_recorded_of_the_paper(example: Path, ok: Ok) -> None:
    for row in table(ok("list", "--format", "tsv", *DAY))[:8]:
        shown = document(ok("show", row["id"], "--format", "json", *DAY))
        text = told(ok, "sampul", "--agreement", row["id"], *DAY).replace("\\", "")
        for number in shown["numbers"]:
            assert number["number"] in text
        assert shown["title"] in text
        assert (
            f"| Kode klasifikasi arsip | 100.3.7.{2 if shown['scheme'] in {'ksdpl', 'ksdll'} else 1} " in text
        )


def test_the_public_list_has_every_signed_document_and_no_person(example: Path, ok: Ok) -> None:
    ok("partner", "update", "Universitas Contoh", "--kind", "perseorangan", "--reason", "uji")
    text = told(ok, "daftar-publik", *DAY)
    listed = table(ok("list", "--format", "tsv", *DAY, "--status", "upcoming,active,expired,ended,unknown"))
    assert len(re.findall(r"^\| \d+ \|", text, re.MULTILINE)) == len(listed)
    assert not re.search("Universitas Contoh", text)
    assert "perseorangan (nama tidak dimuat)" in text
