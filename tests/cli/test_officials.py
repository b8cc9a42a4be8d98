"""``official``: one home for persons with an office, and what their offices make known of documents."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

import pytest

from tests.cli.command_line import document, table

if TYPE_CHECKING:
    from pathlib import Path

    from .command_line import Ok, Refused, Run

KB = "KB-2024-001"
SIGNER = (
    "official",
    "add",
    "--role",
    "penanda-tangan",
    "--name",
    "Nama Contoh Satu",
    "--office",
    "Bupati Contoh",
)
HEAD = ("official", "add", "--role", "tkksd", "--office", "Sekretaris Daerah", "--position", "ketua")


def listed(ok: Ok, *args: str) -> list[dict[str, Any]]:
    items: list[dict[str, Any]] = document(ok("official", "list", "--format", "json", *args))["items"]
    return items


def test_who_held_an_office_on_a_day(desk: Path, ok: Ok) -> None:
    """The first and the last day count; terms may overlap, as an acting head's does."""
    ok(*SIGNER, "--valid-from", "2021-02-26", "--valid-to", "2024-09-30")
    ok(*SIGNER[:-3], "Nama Contoh Dua", "--office", "Plt. Bupati Contoh", "--valid-from", "2024-09-25")

    def names(day: str, *args: str) -> list[str]:
        return [one["name"] for one in listed(ok, "--as-of", day, *args)]

    first, second = "Nama Contoh Satu", "Nama Contoh Dua"
    assert names("2021-02-25") == []
    assert names("2021-02-26") == [first]
    assert names("2024-09-24") == [first]
    assert names("2024-09-25") == names("2024-09-30") == [first, second]
    assert names("2024-10-01") == [second]
    assert names("2021-02-25", "--all") == [first, second]


def test_a_list_may_be_of_a_role_and_of_a_unit(desk: Path, ok: Ok, refused: Refused) -> None:
    ok(*SIGNER)
    ok(*HEAD)
    ok(
        "official",
        "add",
        "--role",
        "penghubung",
        "--name",
        "Nama Contoh Tiga",
        "--office",
        "Analis",
        "--opd",
        "dinkes",
    )
    assert [one["role"] for one in listed(ok)] == ["penanda-tangan", "tkksd", "penghubung"]
    assert [one["office"] for one in listed(ok, "--role", "tkksd,penghubung")] == [
        "Sekretaris Daerah",
        "Analis",
    ]
    assert [one["opd"] for one in listed(ok, "--opd", "Dinas Kesehatan")] == ["DINKES"]
    assert "penanda-tangan, tkksd, penghubung, kontak" in refused(
        "official", "list", "--role", "ketua", status=2
    )


def test_what_is_recorded_is_corrected_with_a_reason_cleared_and_undone(desk: Path, ok: Ok, run: Run) -> None:
    ok(*HEAD)
    filled = run("official", "update", "1", "--name", "Nama Contoh Satu", "--partner", "PT Maju Contoh")
    assert "Mitra: belum tercatat → PT Maju Contoh" in filled.err
    wrong = run("official", "update", "1", "--name", "Nama Contoh Dua")
    assert (wrong.status, "sudah tercatat (Nama: Nama Contoh Satu → Nama Contoh Dua)" in wrong.err) == (
        1,
        True,
    )
    ok("official", "update", "1", "--name", "Nama Contoh Dua", "--reason", "salah ketik")
    assert "nama Nama Contoh Satu → Nama Contoh Dua" in ok("log")
    cleared = run("official", "update", "1", "--clear", "partner,position", "--reason", "salah catat")
    assert "Mitra: PT Maju Contoh → dihapus" in cleared.err
    ok("undo", "--yes")
    ok("undo", "--yes")
    (one,) = document(ok("official", "show", "1", "--format", "json"))["items"]
    assert (one["name"], one["partner"], one["position"]) == ("Nama Contoh Satu", "PT Maju Contoh", "ketua")
    assert "--role" not in run("official", "update", "--help").out.partition("--clear")[2]


@pytest.mark.parametrize(
    ("args", "status", "said"),
    [
        (("add", "--office", "Bupati"), 2, "--role"),
        (("add", "--role", "tkksd"), 2, "--office"),
        (("add", "--role", "ketua", "--office", "x"), 2, "penanda-tangan"),
        (("add", "--role", "kontak", "--office", "x", "--position", "ketua"), 2, "hanya bagi --role tkksd"),
        (("add", "--role", "kontak", "--office", "x", "--opd", "TIADA"), 1, "tidak dikenal"),
        (("add", "--role", "kontak", "--office", "x", "--partner", "Entah"), 1, "belum tercatat"),
        (
            ("add", "--role", "kontak", "--office", "x", "--opd", "DINKES", "--partner", "PT Maju Contoh"),
            2,
            "bersama",
        ),
        (
            (
                "add",
                "--role",
                "kontak",
                "--office",
                "x",
                "--valid-from",
                "2024-01-02",
                "--valid-to",
                "2024-01-01",
            ),
            1,
            "mendahului --valid-from",
        ),
        (("add", "--role", "kontak", "--office", "x", "--personal", "mungkin"), 1, "ya atau tidak"),
        (("update", "9", "--name", "x"), 1, "Pejabat 9 tidak ada"),
        (("show", "9"), 1, "Pejabat 9 tidak ada"),
    ],
)
def test_what_cannot_be_is_refused(
    desk: Path, refused: Refused, args: tuple[str, ...], status: int, said: str
) -> None:
    assert said in refused("official", *args, status=status)


def test_the_same_person_in_the_same_term_is_entered_once(desk: Path, ok: Ok, refused: Refused) -> None:
    ok(*SIGNER, "--valid-from", "2021-02-26")
    assert "sudah tercatat dengan nomor 1" in refused(*SIGNER, "--valid-from", "2021-02-26")
    assert ok(*SIGNER, "--valid-from", "2026-02-26") == "2\n"


def test_merging_partners_takes_their_officials_along(desk: Path, ok: Ok) -> None:
    ok("official", "add", "--role", "kontak", "--office", "Manajer", "--partner", "PT Maju Contoh")
    ok("partner", "merge", "PT Maju Contoh", "Universitas Contoh", "--reason", "sama")
    assert [one["partner"] for one in listed(ok)] == ["Universitas Contoh"]


def findings(ok: Ok, rule: str, *args: str) -> list[tuple[str, str]]:
    rows = table(ok("check", "--rule", rule, "--severity", "error,warning,info", *args))
    return [(row["severity"], row["message"]) for row in rows]


def test_a_signer_told_by_name_is_judged_by_the_office_of_the_day(desk: Path, ok: Ok) -> None:
    """KB-2024-001 was signed on 20 February 2024; a term that does not cover the day makes nothing known."""
    signed = str(document(ok("show", KB, "--format", "json"))["signed_on"])
    ok("update", KB, "--signer", "Nama Contoh Satu")
    assert findings(ok, "KS201", "--agreement", KB)[0][0] == "info"
    ok(*SIGNER, "--valid-from", signed)
    assert findings(ok, "KS201", "--agreement", KB) == []
    ok("official", "update", "1", "--office", "Sekretaris Daerah", "--reason", "salah")
    ((severity, message),) = findings(ok, "KS201", "--agreement", KB)
    assert severity == "error"
    assert "Ditandatangani Nama Contoh Satu, Sekretaris Daerah, bukan kepala daerah" in message
    ok(*SIGNER[:-1], "Plt. Bupati Contoh", "--valid-from", signed)
    assert findings(ok, "KS201", "--agreement", KB) == []  # in two offices, of which one may sign
    for number in ("1", "2"):
        ok("official", "update", number, "--valid-from", "2024-12-31", "--reason", "salah")
    assert findings(ok, "KS201", "--agreement", KB)[0][0] == "info"


def test_a_partner_has_signers_of_its_own(desk: Path, ok: Ok) -> None:
    """A name recorded for a partner, or in another role, makes nothing known of the Pemda's signer."""
    ok("update", KB, "--signer", "NAMA CONTOH SATU.")
    since = ("--valid-from", "2021-02-26")
    ok(*SIGNER, "--partner", "PT Maju Contoh", *since)
    ok(
        "official",
        "add",
        "--role",
        "kontak",
        "--name",
        "Nama Contoh Satu",
        "--office",
        "Bupati Contoh",
        *since,
    )
    ok(*SIGNER)  # since when is not known
    assert findings(ok, "KS201", "--agreement", KB)[0][0] == "info"
    ok(*SIGNER, *since)
    assert findings(ok, "KS201", "--agreement", KB) == []


def test_what_is_personal_stays_in_the_office(desk: Path, ok: Ok) -> None:
    """A private telephone does not leave with a public export; that of the office does, and no name ever."""
    ok(*SIGNER, "--phone", "0800-1", "--mail", "satu@contoh.example")
    ok(*HEAD, "--name", "Nama Contoh Dua", "--phone", "0800-2", "--personal", "tidak")
    ok("export", "--public", "--out", "umum.json")
    text = (desk.parent / "umum.json").read_text("utf-8")
    assert "Nama Contoh" not in text
    assert ("0800-1" in text, "satu@contoh" in text, "0800-2" in text) == (False, False, True)
    official = json.loads(text)["tables"]["official"]
    assert [one["office"] for one in official] == ["Bupati Contoh", "Sekretaris Daerah"]


def test_an_erased_name_leaves_the_office_and_its_term(desk: Path, ok: Ok, refused: Refused) -> None:
    ok(*SIGNER, "--valid-from", "2021-02-26", "--phone", "0800-1")
    ok("update", KB, "--signer", "Nama Contoh Satu")
    ok("erase", "Nama Contoh Satu", "--reason", "permintaan", "--yes")
    ok("erase", "0800-1", "--reason", "permintaan", "--yes")
    (one,) = listed(ok)
    assert (one["name"], one["phone"], one["office"], one["valid_from"]) == (
        None,
        None,
        "Bupati Contoh",
        "2021-02-26",
    )
    assert "Nama Contoh Satu" not in ok("log")
    assert b"Nama Contoh Satu" not in desk.read_bytes()
    ok(*HEAD, "--phone", "0800-2", "--personal", "tidak")
    assert "bukan isi lengkap data pribadi" in refused("erase", "0800-2", "--reason", "permintaan", "--yes")


def test_officials_and_papers_come_back_from_an_export(desk: Path, ok: Ok) -> None:
    ok(*SIGNER, "--phone", "0800-1")
    ok("paper", "add", "keputusan-tkksd", "--on", "2024-01-05", "--number", "188/5/2024")
    ok("export", "--out", "semua.json")
    ok("import", "semua.json", "--db", "lain.db")
    for what in ("official", "paper"):
        assert ok(what, "list", "--format", "json", "--db", "lain.db") == ok(what, "list", "--format", "json")
