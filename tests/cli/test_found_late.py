"""Adendums as they come: out of order, with a term of their own, with partners that join or leave."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

from tests.cli.command_line import document

if TYPE_CHECKING:
    from pathlib import Path

    from tests.cli.command_line import Ok, Refused, Run

KB, PKS = "KB-2024-001", "PKS-2024-001"
YOUNG = (
    "amend",
    PKS,
    "--signed",
    "2024-10-01",
    "--what",
    "Kedua",
    "--ends",
    "2028-05-02",
    "--scope",
    "Rujukan",
)
OLD = ("amend", PKS, "--signed", "2024-09-01", "--what", "Pertama", "--ends", "2027-05-02", "--scope", "Gizi",
       "--title", "Bidan")  # fmt: skip
DAYS = ("2024-08-31", "2024-09-01", "2024-09-30", "2024-10-01")


def _show(ok: Ok, agreement: str, *more: str) -> dict[str, Any]:
    shown: dict[str, Any] = document(ok("show", agreement, "--format", "json", *more))
    return shown


def _views(ok: Ok) -> list[tuple[str, str, list[str]]]:
    shown = (_show(ok, PKS, "--as-of", day) for day in DAYS)
    return [(one["title"], one["ends_on"], one["scope"]) for one in shown]


@pytest.mark.parametrize("order", [(OLD, YOUNG), (YOUNG, OLD)], ids=["as they came", "found later"])
def test_every_day_is_the_same_in_whatever_order_adendums_were_entered(
    order: tuple[tuple[str, ...], ...], ok: Ok, desk: Path
) -> None:
    for one in order:
        ok(*one)
    base = _show(ok, KB)["scope"]
    before = ("Pelatihan bidan desa", "2026-05-02", base)
    between, after = (
        ("Bidan", "2027-05-02", [*base, "Gizi"]),
        ("Bidan", "2028-05-02", [*base, "Gizi", "Rujukan"]),
    )
    assert _views(ok) == [before, between, between, after]
    assert [one["what"] for one in _show(ok, PKS)["amendments"]] == ["Pertama", "Kedua"]
    ended = document(ok("list", "--format", "json", "--as-of", "2027-06-01"))["items"]
    assert [one["status"] for one in ended if one["id"] == PKS] == ["active"]


def test_one_found_later_is_undone_like_any_act(ok: Ok, run: Run, desk: Path) -> None:
    ok(*YOUNG)
    seen = _views(ok)
    result = run(*OLD)
    assert "Disisipkan sebelum adendum 1 menurut tanggalnya." in result.err
    assert result.out == f"{PKS} 2\n"
    ok("undo", "--yes")
    assert _views(ok) == seen
    assert run("doctor").status == 0


def test_two_of_one_day_follow_their_numbers_and_that_is_said(ok: Ok, run: Run, desk: Path) -> None:
    ok(*OLD)
    result = run("amend", PKS, "--signed", "2024-09-01", "--what", "Lain", "--ends", "2029-05-02")
    assert "Sehari dengan adendum 1; urutannya menurut nomor urutnya." in result.err
    assert _show(ok, PKS)["ends_on"] == "2029-05-02"
    assert ok("show", PKS).count("sehari dengan adendum lain") == 2


@pytest.mark.parametrize(
    ("signed", "since"), [("2024", "1 Januari 2024"), ("tidak-diketahui", "awal naskah")]
)
def test_from_when_an_adendum_of_a_day_in_part_counts_is_said(
    signed: str, since: str, run: Run, desk: Path
) -> None:
    change = ("amend", PKS, "--signed", signed, "--what", "Diperpanjang", "--ends", "2028-05-02")
    said = run(*change).err
    assert f"hari adendum 1 diketahui sebagian; perubahannya dianggap berlaku sejak {since}" in said
    assert f"kskd amend {PKS} --amendment 1 --signed TANGGAL" in said
    assert "diketahui sebagian" not in run("amend", PKS, "--signed", "2024", "--what", "Alamat").err


def test_an_adendum_has_a_term_of_its_own(ok: Ok, run: Run, refused: Refused, desk: Path) -> None:
    ok(
        *("amend", PKS, "--signed", "2024-09-01", "--what", "Posko"),
        *("--term-starts", "2024-09-02", "--term-ends", "2025-02-28"),
    )
    (one,) = _show(ok, PKS)["amendments"]
    assert (one["starts"], one["ends"], one["changes"]) == ("2024-09-02", "2025-02-28", [])
    assert _show(ok, PKS)["ends_on"] == "2026-05-02"
    assert "adendumnya sendiri berlaku 2 September 2024 s.d. 28 Februari 2025" in ok("show", PKS)
    found = document(ok("due", "--within", "60", "--format", "json"))["items"]
    assert [(one["due_on"], one["number"]) for one in found if one["kind"] == "akhir-adendum"] == [
        ("2025-02-28", 1)
    ]
    assert "sebelum mulai" in refused(
        "amend", PKS, "--amendment", "1", "--term-ends", "2024-09-01", "--reason", "x"
    )
    ok("amend", PKS, "--amendment", "1", "--term-ends", "2025-03-31", "--reason", "salah baca")
    assert _show(ok, PKS)["amendments"][0]["ends"] == "2025-03-31"
    assert run("doctor").status == 0


def _parties(ok: Ok, *more: str) -> list[tuple[str, str | None, str | None]]:
    shown = _show(ok, PKS, *more)["parties"][1:]
    return [(one["name"], one["joined_on"], one["left_on"]) for one in shown]


UNI, FIRM = "Universitas Contoh", "PT Maju Contoh"


def test_partners_join_and_leave_in_time(ok: Ok, desk: Path) -> None:
    ok(
        "amend",
        PKS,
        "--signed",
        "2024-09-01",
        "--what",
        "Berganti mitra",
        "--partner-joins",
        FIRM,
        "--partner-leaves",
        UNI,
    )
    assert _parties(ok) == [(UNI, None, "2024-09-01"), (FIRM, "2024-09-01", None)]
    assert _parties(ok, "--as-of", "2024-08-31") == [(UNI, None, None)]
    for day, there, gone in (("2024-08-31", UNI, FIRM), ("2024-09-01", FIRM, UNI)):
        assert _show(ok, PKS, "--as-of", day)["partners"] == [there]
        assert PKS in ok("list", "--partner", there, "--as-of", day, "--columns", "id")
        assert PKS not in ok("list", "--partner", gone, "--as-of", day, "--columns", "id")
        listed = document(ok("partner", "list", "--as-of", day, "--format", "json"))["items"]
        counts = {one["name"]: one["agreements"] for one in listed}
        assert (counts[UNI], counts[FIRM]) == ((2, 0) if there == UNI else (1, 1))
    assert f"{UNI}; nomor belum tercatat; keluar 1 September 2024" in ok("show", PKS)


def test_a_document_that_all_partners_left_is_told_of(ok: Ok, run: Run, desk: Path) -> None:
    result = run("amend", PKS, "--signed", "2024-09-01", "--what", "Keluar", "--partner-leaves", UNI)
    assert f"Peringatan: semua mitra {PKS} sudah keluar" in result.err
    found = document(ok("check", "--rule", "KS139", "--format", "json"))["items"]
    assert [one["agreement"] for one in found] == [PKS]
    assert (
        document(ok("check", "--rule", "KS139", "--as-of", "2024-08-31", "--format", "json"))["items"] == []
    )
    ok("update", PKS, "--clear", "partner-left", "--reason", "tetap menjadi pihak")
    assert document(ok("check", "--rule", "KS139", "--format", "json"))["items"] == []


def test_days_of_joining_and_leaving_are_corrected_with_a_reason(
    ok: Ok, refused: Refused, desk: Path
) -> None:
    ok("amend", PKS, "--signed", "2024-09-01", "--what", "Bergabung", "--partner-joins", FIRM)
    assert "--reason" in refused("update", PKS, "--partner", FIRM, "--partner-joined", "2024-10-01")
    ok(
        "update",
        PKS,
        "--partner",
        FIRM,
        "--partner-joined",
        "2024-10-01",
        "--partner-left",
        "2024-12-01",
        "--reason",
        "salah catat",
    )
    assert _parties(ok)[1] == (FIRM, "2024-10-01", "2024-12-01")
    assert "sebelum bergabung" in refused(
        "update", PKS, "--partner", FIRM, "--partner-left", "2024-09-30", "--reason", "x"
    )


@pytest.mark.parametrize(
    ("args", "says"),
    [
        (("--partner-joins", UNI), "sudah menjadi pihak"),
        (("--partner-leaves", FIRM), "Tidak ada mitra"),
        (("--partner-joins", "Koperasi Contoh"), "belum tercatat"),
    ],
)
def test_who_cannot_join_or_leave_is_refused(
    args: tuple[str, ...], says: str, refused: Refused, desk: Path
) -> None:
    assert says in refused("amend", PKS, "--signed", "2024-09-01", "--what", "Mitra", *args)


@pytest.mark.parametrize(
    ("left", "accused"), [("2024-05-03", []), ("2024-05-02", []), ("2024", []), ("2024-05-01", [PKS])]
)
def test_who_left_the_parent_afterwards_was_a_party_to_it(
    left: str, accused: list[str], ok: Ok, desk: Path
) -> None:
    """The PKS was signed on 2 May 2024; a day in part accuses nobody."""
    leaves = ("--partner-joins", "PT Maju Contoh", "--partner-leaves", "Universitas Contoh")
    ok("amend", KB, "--signed", left, "--what", "Mitra berganti", *leaves)
    found = document(ok("check", "--rule", "KS105", "--format", "json"))["items"]
    assert [one["agreement"] for one in found] == accused


def test_what_follows_is_inherited_from_those_who_are_still_parties(ok: Ok, run: Run, desk: Path) -> None:
    ok(
        "amend",
        KB,
        "--signed",
        "2024-09-01",
        "--what",
        "Berganti mitra",
        "--partner-joins",
        FIRM,
        "--partner-leaves",
        UNI,
    )
    one = run("derive-pks", KB, "--title", "Baru", "--signed", "2024-10-01", "--years", "1").out.strip()
    assert _show(ok, one)["partners"] == [FIRM]
    assert run("doctor").status == 0


def test_an_export_and_its_import_keep_it_all(ok: Ok, desk: Path, tmp_path: Path) -> None:
    ok(*YOUNG)
    ok(
        "amend",
        PKS,
        "--signed",
        "2024-09-01",
        "--what",
        "Berganti mitra",
        "--partner-joins",
        FIRM,
        "--term-ends",
        "2025-02-28",
    )
    ok("update", PKS, "--renews-every", "12 bulan", "--decision", "diganti")
    ok("export", "--format", "json", "--out", "isi.json")
    ok("init", "--db", "lain.db", "--name", "Kabupaten Contoh")
    ok("import", "isi.json", "--db", "lain.db")
    here, there = (_show(ok, PKS, "--db", path) for path in ("kskd.db", "lain.db"))
    for one in (here, there):
        one.pop("version")
    assert here == there
