"""Adendums: the document says what it became, and a day before the signing what it was, everywhere."""

from __future__ import annotations

import json
import re
import shlex
from typing import TYPE_CHECKING, Any

import pytest

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    Told = Callable[..., str]
    Show = Callable[..., dict[str, Any]]

KB, PKS = "KB-2024-001", "PKS-2024-001"
BEFORE, AFTER = ("--as-of", "2024-09-01"), ("--as-of", "2024-09-02")
AMEND = (
    "amend", PKS, "--signed", "2/9/2024", "--what", "Jangka waktu dan judul", "--ends", "31/12/2024",
    "--title", "Pelatihan bidan kecamatan", "--drop-scope", "Penelitian gizi", "--scope", "Rujukan",
    "--number", "8/AD/2024", "--partner-number", "9/AD/UC",
)  # fmt: skip


def test_what_was_before_stays_readable(told: Told, show: Show) -> None:
    untouched = show(PKS, *BEFORE)
    told(*AMEND)
    before, after = show(PKS, *BEFORE), show(PKS, *AFTER)
    version = before.pop("version")
    assert version > untouched.pop("version")
    assert before == untouched
    assert (after["title"], after["ends_on"]) == ("Pelatihan bidan kecamatan", "2024-12-31")
    assert after["scope"] == ["Pelatihan bidan", "Rujukan"]
    (amendment,) = after["amendments"]
    assert (amendment["number"], amendment["signed_on"]) == (1, "2024-09-02")
    assert [one["number"] for one in amendment["numbers"]] == ["8/AD/2024", "9/AD/UC"]
    changes = {one["field"]: (one["old"], one["new"]) for one in amendment["changes"]}
    assert changes["title"] == ("Pelatihan bidan desa", "Pelatihan bidan kecamatan")
    assert [term["ends_on"] for term in changes["term"]] == ["2026-05-02", "2024-12-31"]


def test_lists_searches_counts_and_reasons_are_of_the_day(told: Told, ok: Told) -> None:
    told(
        "amend",
        PKS,
        "--signed",
        "2/9/2024",
        "--what",
        "Dimajukan",
        "--ends",
        "3/9/2024",
        "--scope",
        "Rujukan",
    )
    late = ("--as-of", "2024-09-10")
    for day, status, count in ((BEFORE, "active", 0), (late, "expired", 1)):
        listed = json.loads(ok("list", "--doc", "pks", "--format", "json", *day))["items"]
        assert [one["status"] for one in listed] == [status]
        assert len(ok("search", "rujukan", "--columns", "id", *day).splitlines()) == 1 + count
        assert json.loads(ok("status", "--format", "json", *day))["statuses"].get("expired", 0) == count
        assert json.loads(ok("why", PKS, "--format", "json", *day))["status"] == status


def test_a_report_of_an_earlier_day_stays_the_same_to_the_byte(told: Told, desk: Path) -> None:
    page = desk.parent / "laporan" / "2024-S1" / "DINKES.md"
    told("report", "--period", "2024-S1", "--out", "laporan")
    made = page.read_bytes()
    told(*AMEND)
    told("report", "--period", "2024-S1", "--out", "laporan")
    assert page.read_bytes() == made
    told("report", "--period", "2024-S2", "--out", "laporan")
    assert "Pelatihan bidan kecamatan" in (desk.parent / "laporan" / "2024-S2" / "DINKES.md").read_text(
        "utf-8"
    )


def test_several_adendums_are_taken_back_one_by_one(told: Told, show: Show) -> None:
    for day, ends in (("1/8/2024", "1/1/2027"), ("1/9/2024", "1/1/2028"), ("1/10/2024", "1/1/2029")):
        told("amend", PKS, "--signed", day, "--what", f"Sampai {ends}", "--ends", ends)
    ends_on = {day: show(PKS, "--as-of", day)["ends_on"] for day in
               ("2024-07-31", "2024-08-01", "2024-09-15", "2024-10-01")}  # fmt: skip
    assert list(ends_on.values()) == ["2026-05-02", "2027-01-01", "2028-01-01", "2029-01-01"]
    news = [one["changes"][0]["new"]["ends_on"] for one in show(PKS)["amendments"]]
    assert news == ["2027-01-01", "2028-01-01", "2029-01-01"]


def test_a_correction_of_what_no_adendum_touched_holds_for_every_day(told: Told, show: Show) -> None:
    told("amend", PKS, "--signed", "2/9/2024", "--what", "Diperpanjang", "--years", "4")
    told("update", PKS, "--title", "Pelatihan bidan", "--reason", "salah ketik")
    assert [show(PKS, *day)["title"] for day in (BEFORE, AFTER)] == ["Pelatihan bidan"] * 2
    assert [show(PKS, *day)["ends_on"] for day in (BEFORE, AFTER)] == ["2026-05-02", "2028-05-02"]


@pytest.mark.parametrize(
    ("args", "sentence"),
    [
        ((KB, "--title", "X"), "Peraturan tidak mengatur perubahan Kesepakatan Bersama"),
        ((PKS, "--title", "X"), "Permendagri 22/2020 Pasal 37"),
        ((PKS, "--adds-burden", "ya"), "persetujuan DPRD lagi (Permendagri 22/2020 Pasal 37 ayat (5))"),
        ((PKS, "--ends", "1/1/2030"), "sesudah induknya KB-2024-001"),
    ],
)
def test_what_the_law_says_is_told(args: tuple[str, ...], sentence: str, told: Told) -> None:
    assert sentence in told("amend", *args, "--signed", "2/9/2024", "--what", "Perubahan")


def test_a_burden_that_the_dprd_approved_is_not_asked_for_again(told: Told) -> None:
    said = told("amend", PKS, "--signed", "2/9/2024", "--what", "Biaya", "--adds-burden", "ya",
                "--dprd-approved", "1/9/2024")  # fmt: skip
    assert "DPRD" not in said


@pytest.mark.parametrize(
    ("args", "sentence"),
    [
        ((PKS, "--what", "X"), "--signed"),
        ((PKS, "--signed", "2/9/2024"), "--what"),
        ((PKS, "--signed", "1/5/2024", "--what", "X"), "mendahului penandatanganan"),
        ((PKS, "--signed", "16/1/2025", "--what", "X"), "belum terjadi"),
        ((PKS, "--signed", "2/9/2024", "--what", "X", "--drop-scope", "Tiada"), "Tidak ada ruang lingkup"),
        ((PKS, "--signed", "2/9/2024", "--what", "X", "--adds-burden", "mungkin"), "ya atau tidak"),
        (
            (PKS, "--signed", "2/9/2024", "--what", "X", "--partner-number", "1", "--partner-number", "2"),
            "mitra",
        ),
    ],
)
def test_what_cannot_be_is_refused(args: tuple[str, ...], sentence: str, refused: Told) -> None:
    assert sentence in refused("amend", *args)


def test_adendums_come_once_and_take_their_places_by_their_days(
    told: Told, refused: Told, show: Show
) -> None:
    told(*AMEND)
    assert "sudah tercatat sebagai adendum 1" in refused(*AMEND)
    earlier = ("amend", PKS, "--signed", "1/8/2024", "--what")
    assert "Disisipkan sebelum adendum 1" in told(*earlier, "Judul", "--title", "Y")
    told(*earlier, "Alamat surat-menyurat")
    assert [one["number"] for one in show(PKS)["amendments"]] == [2, 3, 1]
    titles = [show(PKS, "--as-of", day)["title"] for day in ("2024-07-31", "2024-08-01", "2024-09-02")]
    assert titles == ["Pelatihan bidan desa", "Y", "Pelatihan bidan kecamatan"]


def test_later_changes_may_not_contradict_an_adendum(told: Told, refused: Told) -> None:
    told(*AMEND)
    assert "adendum" in refused("update", PKS, "--signed", "3/9/2024", "--reason", "koreksi")
    assert "adendum" in refused("update", PKS, "--drop-partner", "Universitas Contoh", "--partner",
                                "PT Maju Contoh", "--reason", "koreksi")  # fmt: skip
    told("end", PKS, "--on", "1/10/2024", "--ground", "tujuan")
    late = ("amend", PKS, "--signed", "1/10/2024", "--what", "Baru ditemukan")
    assert "berakhir dengan sendirinya" in refused(*late, "--ends", "30/9/2024")
    told(*late)


def test_an_adendum_after_an_early_end_is_recorded_and_found(told: Told, run: Callable[..., Any]) -> None:
    told("end", PKS, "--on", "1/10/2024", "--ground", "tujuan")
    said = told("amend", PKS, "--signed", "2/10/2024", "--what", "Penutup")
    assert f"Peringatan: adendum ditandatangani sesudah {PKS} diakhiri 1 Oktober 2024;" in said
    assert "sesudah naskahnya diakhiri 1 Oktober 2024" in run("check", "--rule", "KS313").out


@pytest.mark.parametrize(("doc", "years"), [("loi", "1"), ("rkt", "1")])
def test_an_adendum_to_what_is_followed_by_another_is_recorded_and_found(
    doc: str, years: str, told: Told, run: Callable[..., Any]
) -> None:
    command = ("derive-pks", "--no-parent") if doc == "rkt" else ("add-mou",)
    told(*command, "--scheme", "ksdpl", "--doc", doc, "--title", "Luar negeri", "--partner", "PT Maju Contoh",
         "--opd", "DINKES", "--signed", "2/5/2024", "--years", years)  # fmt: skip
    told("amend", f"{doc.upper()}-2024-001", "--signed", "2/9/2024", "--what", "Ruang lingkup")
    assert "Tercatat adendum 1" in run("check", "--rule", "KS316").out


def test_a_day_of_signing_cannot_be_undone_below_an_adendum(told: Told, refused: Told) -> None:
    """The draft is signed by an update; the adendum stands on that day."""
    told("add-mou", "--scheme", "ksdpk", "--title", "B", "--partner", "PT Maju Contoh", "--opd", "DINKES")
    told("update", "KB-2025-001", "--signed", "2/1/2025")
    told("amend", "KB-2025-001", "--signed", "3/1/2025", "--what", "X")
    assert "amend: KB-2025-001" in refused("undo", "9", "--yes")


BURDEN = ("amend", PKS, "--signed", "2/9/2024", "--what", "Biaya", "--adds-burden", "ya")


def test_what_was_not_known_of_an_adendum_is_filled_in_and_a_correction_says_why(
    told: Told, show: Show, refused: Told
) -> None:
    told(*BURDEN)
    told(
        "amend",
        PKS,
        "--amendment",
        "1",
        "--dprd-answer",
        "belum-diminta",
        "--tkksd-note",
        "tidak",
        "--number",
        "8/AD",
    )
    (one,) = show(PKS)["amendments"]
    assert (one["adds_burden"], one["dprd_answer"], one["tkksd_note"]) == (True, "belum-diminta", False)
    assert [number["number"] for number in one["numbers"]] == ["8/AD"]
    corrected = ("amend", PKS, "--amendment", "1", "--dprd-answer", "setuju", "--dprd-approved", "1/9/2024")
    assert "Sikap DPRD sudah tercatat (Sikap DPRD: belum diminta → menyetujui)" in refused(*corrected)
    assert "memerlukan persetujuan" not in told(*corrected, "--reason", "surat DPRD ditemukan")
    (one,) = show(PKS)["amendments"]
    assert (one["what"], one["dprd_answer"], one["dprd_approved_on"]) == ("Biaya", "setuju", "2024-09-01")
    told("amend", PKS, "--amendment", "1", "--dprd-answer", "menolak", "--reason", "surat itu dicabut")
    (one,) = show(PKS)["amendments"]
    assert (one["dprd_answer"], one["dprd_approved_on"]) == ("menolak", None)
    assert "Tidak ada yang berubah" in told("amend", PKS, "--amendment", "1", "--dprd-answer", "menolak")


def test_the_remedy_of_a_burden_without_consent_settles_it(told: Told, ok: Told) -> None:
    told("update", PKS, "--ksdpk-kind", "pelayanan")
    told(*BURDEN, "--dprd-answer", "belum-diminta")
    (one,) = _found(ok, "2024-12-31", "KS411")
    command = re.search(r"kskd (amend .*)", one["remedy"])
    assert command
    told(*shlex.split(command[1].replace("TANGGAL", "1/9/2024").replace("…", "susulan")))
    assert _found(ok, "2024-12-31", "KS411") == []


@pytest.mark.parametrize(
    ("args", "sentence"),
    [
        (("2", "--tkksd-note", "ya"), "Adendum 2 atas PKS-2024-001 tidak ada"),
        (("1", "--tkksd-note", "mungkin"), '--tkksd-note "mungkin" tidak dikenal; yang ada: ya atau tidak'),
        (("1", "--ends", "1/1/2027"), "kskd undo"),
        (("1", "--signed", "3/9/2024"), "kskd undo"),
        (("1", "--what", "Lain"), "--reason"),
        (("1", "--dprd-approved", "1/9/2030"), "belum terjadi"),
        (("1", "--dprd-approved", "1/9/2024", "--dprd-answer", "menolak"), "hanya bila DPRD menyetujui"),
    ],
)
def test_an_adendum_keeps_its_day_and_what_it_changed(
    args: tuple[str, ...], sentence: str, told: Told, refused: Told
) -> None:
    told(*BURDEN)
    assert sentence in refused("amend", PKS, "--amendment", *args)


def _found(ok: Told, as_of: str, *rules: str) -> list[dict[str, Any]]:
    chosen = [part for code in rules for part in ("--rule", code)]
    made = ok("check", *chosen, "--as-of", as_of, "--format", "json")
    items: list[dict[str, Any]] = json.loads(made)["items"]
    return items


def test_rules_see_adendums_as_they_stood_when_they_were_signed(told: Told, ok: Told) -> None:
    """One signed after the end is told of although it moved the end; a day before it is not known yet."""
    told("update", PKS, "--ends", "1/8/2024", "--reason", "uji")
    told("amend", PKS, "--signed", "2/9/2024", "--what", "Diperpanjang", "--ends", "31/12/2025")
    told("amend", PKS, "--signed", "1/10/2024", "--what", "Alamat")
    assert [one["message"] for one in _found(ok, "2024-12-31", "KS313")] == [
        "Adendum 1 (2 September 2024), sesudah naskahnya berakhir 1 Agustus 2024."
    ]
    assert _found(ok, "2024-09-01", "KS313", "KS411") == []


def test_an_early_end_reaches_the_rules_of_parent_and_child(told: Told, ok: Told) -> None:
    told("end", KB, "--on", "1/12/2024", "--ground", "pailit")
    (one,) = _found(ok, "2024-12-31", "KS118")
    assert "KB-2024-001 diakhiri 1 Desember 2024" in one["message"]
    assert _found(ok, "2024-11-30", "KS118") == []


def test_a_ground_of_another_scheme_is_a_finding_and_can_still_be_shown(told: Told, ok: Told) -> None:
    """The scheme was corrected after the end; show and why say so too."""
    told("add-mou", "--scheme", "ksdpk", "--title", "B", "--partner", "PT Maju Contoh", "--opd", "DINKES",
         "--signed", "2/5/2024", "--years", "2")  # fmt: skip
    told("end", "KB-2024-002", "--on", "1/12/2024", "--ground", "pailit")
    told("update", "KB-2024-002", "--scheme", "ksdd-sukarela", "--reason", "salah catat")
    assert [one["severity"] for one in _found(ok, "2025-01-15", "KS314")] == ["error"]
    for command in ("show", "why"):
        assert "bukan dasar pengakhiran KSDD sukarela" in ok(command, "KB-2024-002")
