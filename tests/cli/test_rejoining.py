"""A partner that left a document may come again: two times in one document, and one party on any day."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.cli.command_line import document

if TYPE_CHECKING:
    from pathlib import Path

    from tests.cli.command_line import Ok, Refused, Run

KB, PKS = "KB-2024-001", "PKS-2024-001"
UNI, FIRM = "Universitas Contoh", "PT Maju Contoh"
LEFT, BACK = "2024-06-01", "2024-09-01"


def _amend(day: str, *more: str) -> tuple[str, ...]:
    return ("amend", PKS, "--signed", day, "--what", f"Mitra berubah {day}", *more)


LEAVES = _amend(LEFT, "--partner-leaves", UNI, "--partner-joins", FIRM)
COMES = _amend(BACK, "--partner-joins", UNI, "--number", "5/AD/2024")


def _parties(ok: Ok, *more: str) -> list[tuple[str, str | None, str | None]]:
    shown = document(ok("show", PKS, "--format", "json", *more))["parties"]
    return [(one["name"], one["joined_on"], one["left_on"]) for one in shown if not one["is_own"]]


def _count(ok: Ok, day: str) -> int:
    listed = document(ok("partner", "list", "--as-of", day, "--format", "json"))["items"]
    return next(int(one["agreements"]) for one in listed if one["name"] == UNI)


@pytest.fixture
def back(desk: Path, ok: Ok) -> Path:
    ok(*LEAVES)
    ok(*COMES)
    return desk


def test_a_partner_that_left_comes_again_and_each_day_has_its_parties(back: Path, ok: Ok, run: Run) -> None:
    both = [(UNI, None, LEFT), (FIRM, LEFT, None), (UNI, BACK, None)]
    assert _parties(ok) == both
    assert _parties(ok, "--as-of", "2024-08-31") == both[:2]
    assert _parties(ok, "--as-of", "2024-05-31") == [(UNI, None, None)]
    names = {"2024-05-31": [UNI], "2024-08-31": [FIRM], BACK: [FIRM, UNI]}
    for day, there in names.items():
        listed = document(ok("list", "--as-of", day, "--format", "json"))["items"]
        assert next(one["partners"] for one in listed if one["id"] == PKS) == there
        assert (PKS in ok("list", "--partner", UNI, "--as-of", day, "--columns", "id")) == (UNI in there)
        assert _count(ok, day) == 1 + (UNI in there)  # its KB, and the PKS once
    text = ok("show", PKS)
    assert f"{UNI}; nomor belum tercatat; keluar 1 Juni 2024" in text
    assert f"{UNI}; nomor belum tercatat; bergabung 1 September 2024" in text
    assert run("doctor").status == 0


def test_numbers_belong_to_the_time_in_which_they_were_given(back: Path, ok: Ok, run: Run) -> None:
    first, second = ("--partner-number", "1/U/2024"), ("--partner-more-number", f"{UNI}=3/U/2024")
    assert (
        f"Nomor {UNI} (bergabung kembali): belum tercatat → 1/U/2024"
        in run("update", PKS, "--partner", UNI, *first, *second).err
    )
    ok("update", PKS, "--partner-number", "0/U/2024")  # without a name all in their order
    shown = document(ok("show", PKS, "--format", "json"))["parties"]
    assert [(one["number"], one["further_numbers"]) for one in shown if one["name"] == UNI] == [
        ("0/U/2024", []),
        ("1/U/2024", ["3/U/2024"]),
    ]
    assert f"{UNI}; nomor 1/U/2024 dan 3/U/2024; bergabung" in ok("show", PKS)
    assert f"{UNI}; nomor 0/U/2024; keluar" in ok("show", PKS)
    # Of an adendum each partner is numbered once, in its seat of the day: the university comes first.
    assert (
        f"Nomor {UNI} (bergabung kembali): belum tercatat → 9/AD/2024"
        in run("amend", PKS, "--amendment", "2", "--partner-number", "9/AD/2024").err
    )


def test_only_the_last_time_is_taken_away(back: Path, ok: Ok, refused: Refused) -> None:
    gone = ("update", PKS, "--drop-partner", UNI)
    assert f"Mitra {UNI} (bergabung kembali)" in refused(*gone)
    ok(*gone, "--reason", "tidak pernah kembali")
    assert _parties(ok) == [(UNI, None, LEFT), (FIRM, LEFT, None)]
    ok("undo", "--yes")
    assert _parties(ok)[2] == (UNI, BACK, None)


@pytest.mark.parametrize(
    ("args", "says"),
    [
        (COMES, "sudah menjadi pihak"),  # it is there already
        (
            ("update", PKS, "--partner", UNI, "--partner-joined", "2024-05-31", "--reason", "x"),
            "sudah menjadi pihak sampai 1 Juni 2024, sehingga tidak dapat bergabung kembali 31 Mei 2024",
        ),
        (
            ("update", PKS, "--partner-left", "2024-09-02", "--reason", "x"),
            "sampai 2 September 2024, sehingga tidak dapat bergabung kembali 1 September 2024",
        ),
        (("update", PKS, "--clear", "partner-joined", "--reason", "x"), "kembali sejak semula"),
        (("update", PKS, "--clear", "partner-left", "--reason", "x"), "tanpa hari keluar"),
        (_amend("2024-08-01", "--partner-leaves", UNI), "sebelum bergabung"),
    ],
)
def test_nobody_is_a_party_twice_at_once(
    args: tuple[str, ...], says: str, back: Path, refused: Refused
) -> None:
    assert says in refused(*args)


def test_a_return_before_the_leaving_is_refused_and_days_in_part_accuse_nobody(
    desk: Path, ok: Ok, refused: Refused, run: Run
) -> None:
    ok(*LEAVES)
    assert "tidak dapat bergabung kembali 31 Mei 2024" in refused(
        *_amend("2024-05-31", "--partner-joins", UNI)
    )
    ok(*_amend("2024", "--partner-joins", UNI))
    assert _count(ok, "2024-05-31") == 2
    assert run("doctor").status == 0


def test_naming_one_who_left_says_how_it_comes_again(desk: Path, ok: Ok, run: Run) -> None:
    ok(*LEAVES)
    said = run("update", PKS, "--partner", UNI).err
    assert f"{UNI} sudah keluar dari {PKS} (1 Juni 2024)" in said
    assert f"kskd amend {PKS} --signed TANGGAL --what TEKS --partner-joins" in said


def test_history_export_and_merging_carry_both_times(
    back: Path, ok: Ok, refused: Refused, tmp_path: Path
) -> None:
    ok("export", "--format", "json", "--out", "isi.json")
    ok("init", "--db", "lain.db", "--name", "Kabupaten Contoh")
    ok("import", "isi.json", "--db", "lain.db")
    assert _parties(ok, "--db", "lain.db") == _parties(ok)
    ok("partner", "add", "Akademi Contoh")
    ok("partner", "merge", UNI, "Akademi Contoh", "--reason", "berganti nama")
    assert [name for name, *_ in _parties(ok)] == ["Akademi Contoh", FIRM, "Akademi Contoh"]
    assert "keduanya pihak" in refused("partner", "merge", "Akademi Contoh", FIRM, "--reason", "x")
    ok("undo", "--yes")
    assert [name for name, *_ in _parties(ok)] == [UNI, FIRM, UNI]
