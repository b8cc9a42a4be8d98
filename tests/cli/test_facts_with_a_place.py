"""What papers hold beside title and term: money, more numbers and leads, relations, contacts, a name."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from tests.cli.command_line import document

if TYPE_CHECKING:
    from .command_line import Ok, Refused, Run

KB = "KB-2024-001"
NEW = ("add-mou", "--scheme", "ksdpk", "--title", "Riset", "--opd", "DINKES")
TWO = ("--partner", "Universitas Contoh", "--partner", "PT Maju Contoh")


def shown(ok: Ok, one: str = KB, *more: str) -> dict[str, Any]:
    return document(ok("show", one, "--format", "json", *more))


def page(name: str) -> str:
    """A page of the reports of the second semester of 2024, made in this folder."""
    return (Path() / "2024-S2" / name).read_text("utf-8")


@pytest.fixture
def told(run: Run) -> Any:
    """Run a command that must succeed; what it said."""

    def tell(*args: str) -> str:
        result = run(*args)
        assert result.status == 0, result.err
        return result.err

    return tell


# -- money and the name on the paper ------------------------------------------------------------------


def test_a_value_is_filled_corrected_cleared_found_and_sorted_by(
    desk: Path, ok: Ok, told: Any, refused: Refused
) -> None:
    ok("update", KB, "--value", "Rp 1,2 miliar", "--funding", "apbd-mitra")
    assert (shown(ok)["value"], shown(ok)["facts"]["funding"]) == (1_200_000_000, "apbd-mitra")
    assert "sumber dana  APBD dan mitra" in ok("show", KB, "--format", "table")
    assert "Rp1.200.000.000" in ok("list", "--columns", "id,value", "--format", "table")
    assert ok("list", "--columns", "id,value", "--sort=-value").splitlines()[1] == f"{KB}\t1200000000"
    assert ok("list", "--where", "value=1.200.000.000", "--columns", "id").splitlines()[1:] == [KB]
    assert "Nilai kerja sama sudah tercatat" in refused("update", KB, "--value", "0")
    changed = told("update", KB, "--value", "0", "--reason", "hibah")
    assert "Nilai kerja sama: Rp1.200.000.000 → Rp0" in changed
    assert shown(ok)["value"] == 0
    assert "nilai kerja sama Rp1.200.000.000 → Rp0" in ok("log", KB, "--format", "tsv")
    ok("update", KB, "--clear", "value", "--reason", "keliru")
    assert shown(ok)["value"] is None
    assert "nilai kerja sama belum diketahui" in told("update", KB, "--value", "nihil")


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        ("1.250 juta", "dapat berarti Rp1.250.000.000 atau Rp1.250.000"),
        ("USD 5.000", "bukan dalam rupiah"),
        ("Rp10,50", "pecahan rupiah"),
        ("-5", "kurang dari nol"),
    ],
)
def test_money_that_cannot_be_taken_is_refused(desk: Path, refused: Refused, typed: str, said: str) -> None:
    assert said in refused("update", KB, f"--value={typed}")
    assert said in refused("update", KB, f"--contribution={typed}")
    assert said in refused("update", KB, f"--partner-contribution={typed}")


def test_what_each_party_brings_is_kept_by_party(desk: Path, ok: Ok, told: Any, refused: Refused) -> None:
    one = ok(*NEW, *TWO, "--contribution", "0", "--brings", "Ruang", "--partner-contribution", "-",
             "--partner-contribution", "2,5 juta", "--partner-brings", "Pengajar").strip()  # fmt: skip
    assert [(party["contribution"], party["brings"]) for party in shown(ok, one)["parties"]] == [
        (0, "Ruang"),
        (None, "Pengajar"),
        (2_500_000, None),
    ]
    text = ok("show", one, "--format", "tsv")
    assert "kontribusi Rp0 (Ruang)" in text
    assert "kontribusi Pengajar" in text
    assert "PT Maju Contoh; nomor belum tercatat; kontribusi Rp2.500.000" in text
    refused("update", one, "--contribution", "5")
    changed = told("update", one, "--contribution", "5", "--partner", "PT Maju Contoh", "--partner-brings",
                   "Alat", "--reason", "keliru")  # fmt: skip
    assert "Kontribusi Kabupaten Contoh: Rp0 → Rp5" in changed
    assert "Bentuk kontribusi PT Maju Contoh: belum tercatat → Alat" in changed
    assert "kontribusi Rp0 → Rp5" in ok("log", one, "--format", "tsv")
    ok("update", one, "--clear", "contribution,brings,partner-contribution,partner-brings", "--reason", "x")
    assert {(party["contribution"], party["brings"]) for party in shown(ok, one)["parties"]} == {(None, None)}
    ok("undo", "--yes")
    assert shown(ok, one)["parties"][2]["contribution"] == 2_500_000
    too_many = ("--partner-contribution", "1", "--partner-contribution", "2", "--partner-contribution", "3")
    assert "--partner-contribution lebih banyak" in refused("update", one, *too_many, status=2)


def test_sums_count_what_is_known_and_say_of_how_many(desk: Path, ok: Ok) -> None:
    """A parent's value counts as far as it exceeds its children's; what nobody recorded is not zero."""

    def partner() -> dict[str, Any]:
        items = document(ok("partner", "show", "Universitas Contoh", "--format", "json"))["items"]
        return {key: items[0][key] for key in ("agreements", "value", "valued")}

    def opd() -> dict[str, Any]:
        items = document(ok("opd", "show", "DINKES", "--format", "json"))["items"]
        return {key: items[0][key] for key in ("led", "value", "valued")}

    assert partner() == {"agreements": 2, "value": None, "valued": 0}
    ok("report", "--period", "2024-S2", "--out", ".")
    assert "Nilai kerja sama" not in page("DINKES.md") + page("rekap.html")
    ok("update", KB, "--value", "9 juta")
    assert opd() == {"led": 2, "value": 9_000_000, "valued": 1}
    ok("update", "PKS-2024-001", "--value", "4 juta")
    assert partner() == {"agreements": 2, "value": 9_000_000, "valued": 2}
    ok(*NEW, "--partner", "Universitas Contoh", "--value", "0")
    assert partner() == {"agreements": 3, "value": 9_000_000, "valued": 3}
    assert "Rp9.000.000" in ok("opd", "list", "--format", "table")
    assert "3 dari 3" in ok("partner", "list", "--format", "table")
    recap = document(ok("recap", "--period", "2024-S2", "--format", "json"))["items"]
    assert {(line["value"], line["valued"]) for line in recap} == {(4_000_000, 1)}
    ok("report", "--period", "2024-S2", "--out", ".", "--as-of", "2024-12-31")
    assert "Nilai kerja sama Rp9.000.000, tercatat pada 2 dari 2 naskah." in page("DINKES.md")
    assert re.search(
        r"^\| Dinas Kesehatan DINKES \|.*\| Rp9.000.000 \(2 dari 2\) \|$", page("rekap.md"), re.MULTILINE
    )
    assert "Nilai kerja sama Rp9.000.000, tercatat pada 2 dari 2 naskah." in page("DINKES.html")
    assert "Nilai kerja sama Rp9.000.000, tercatat pada 2 dari 2 naskah." in page("rekap.html")
    assert re.search(
        r'<td[^>]*data-l="Nilai kerja sama"[^>]*>Rp9.000.000 \(2 dari 2\)</td>', page("rekap.html")
    )


def test_the_name_on_the_paper_stands_beside_the_kind_in_law(desk: Path, ok: Ok) -> None:
    ok("update", KB, "--paper-name", "MoA")
    assert shown(ok)["paper_name"] == "MoA"
    assert "Kesepakatan Bersama (pada naskah: MoA)" in ok("show", KB, "--format", "tsv")
    assert ok("search", "moa", "--columns", "id,paper_name").splitlines()[1:] == [f"{KB}\tMoA"]


# -- several numbers ----------------------------------------------------------------------------------


def test_a_document_is_found_by_any_of_its_numbers(desk: Path, ok: Ok, refused: Refused) -> None:
    one = ok(*NEW, *TWO, "--number", "1/A", "--more-number", "1/B", "--more-number", "1/C",
             "--partner-number", "2/A", "--partner-more-number", "PT Maju Contoh=3/B",
             "--partner-more-number", "universitas contoh=2/B").strip()  # fmt: skip
    wanted = [
        ("Kabupaten Contoh", ["1/A", "1/B", "1/C"]),
        ("Universitas Contoh", ["2/A", "2/B"]),
        ("PT Maju Contoh", ["3/B"]),
    ]
    numbers = [{"party": party, "number": number} for party, all_of in wanted for number in all_of]
    assert shown(ok, one)["numbers"] == numbers
    for number in ("1/A", "1 / c", "2/b", "3/B"):
        assert shown(ok, number)["id"] == one
        assert ok("search", number.replace(" ", ""), "--columns", "id").splitlines()[1:] == [one]
    assert "nomor 1/A dan 1/B dan 1/C" in ok("show", one, "--format", "tsv")
    assert "1/A; 1/B; 1/C; 2/A; 2/B; 3/B" in ok("list", "--columns", "id,numbers")
    again = (*NEW, "--partner", "Universitas Contoh")
    assert f"sudah tercatat pada {one}" in refused(*again, "--number", "1/c")
    assert f"sudah tercatat pada {one}" in refused(*again, "--number", "9/A", "--more-number", "1/B")
    assert f"sudah tercatat pada {one}" in refused(*again, "--partner-more-number", "2/B")
    ok("update", "PKS-2024-001", "--more-number", "2/B", "--partner-more-number", "1/B")  # of other parties


def test_numbers_are_added_dropped_told_and_undone(desk: Path, ok: Ok, told: Any, refused: Refused) -> None:
    """The first that was told stays the first; without one the next is."""
    ok("update", KB, "--more-number", "8/X", "--partner-more-number", "9/X")
    first = shown(ok)["numbers"]
    assert "Nomor lain Kabupaten Contoh 9/Y" in told("update", KB, "--more-number", "9/Y")
    ok("update", KB, "--more-number", "9/y", "--more-number", "-")  # the same again, and none
    assert len(shown(ok)["numbers"]) == len(first) + 1
    assert "sudah tercatat" in refused("update", KB, "--drop-more-number", "9/Y")
    ok("update", KB, "--drop-more-number", "9/y", "--reason", "keliru")
    assert shown(ok)["numbers"] == first
    assert "nomor lain" in ok("log", KB, "--format", "tsv")
    ok("undo", "--yes")
    assert len(shown(ok)["numbers"]) == len(first) + 1
    assert "Tidak ada nomor lain 77/z" in refused("update", KB, "--drop-more-number", "77/Z", "--reason", "x")
    own = [one["number"] for one in first if one["party"] == "Kabupaten Contoh"]
    ok("update", KB, "--clear", "number", "--reason", "keliru")
    left = [one["number"] for one in shown(ok)["numbers"] if one["party"] == "Kabupaten Contoh"]
    assert left == [*own[1:], "9/Y"]


def test_a_further_number_of_one_among_several_partners_names_the_partner(
    desk: Path, ok: Ok, refused: Refused
) -> None:
    assert "dari mitra yang mana" in refused(*NEW, *TWO, "--partner-more-number", "3/B")
    assert "Mitra" in refused(*NEW, *TWO, "--partner-more-number", "Yayasan Lain=3/B")
    assert "belum diketahui" in refused(*NEW, *TWO, "--partner-more-number", "PT Maju Contoh=belum ada")
    ok("partner", "add", "Yayasan Umpama")
    assert "Tidak ada mitra" in refused(*NEW, *TWO, "--partner-more-number", "Yayasan Umpama=3/B")


def test_a_partner_goes_with_its_further_numbers(desk: Path, ok: Ok) -> None:
    one = ok(*NEW, *TWO, "--partner-more-number", "Universitas Contoh=2/A",
             "--partner-more-number", "Universitas Contoh=2/B").strip()  # fmt: skip
    ok("update", one, "--drop-partner", "Universitas Contoh", "--reason", "keliru")
    assert shown(ok, one)["numbers"] == []
    ok("undo", "--yes")
    assert len(shown(ok, one)["numbers"]) == 2


# -- several leads ------------------------------------------------------------------------------------


def test_of_several_leads_one_counts_and_the_others_are_named(
    desk: Path, ok: Ok, told: Any, refused: Refused
) -> None:
    ok("update", KB, "--co-lead", "DIKBUD")
    one = shown(ok)
    assert (one["lead_opd"], one["co_leads"], one["support_opds"]) == ("DINKES", ["DIKBUD"], [])
    assert "DINKES, DIKBUD (pemrakarsa bersama)" in ok("show", KB, "--format", "tsv")
    unit = document(ok("opd", "show", "DIKBUD", "--format", "json"))["items"][0]
    assert (unit["led"], unit["supported"], unit["co_led"]) == (0, 0, 1)
    ok("report", "--period", "2024-S2", "--out", ".")
    assert f"Diprakarsai bersama OPD lain: {KB} Dinas Kesehatan" in page("DIKBUD.md")
    assert "pemrakarsa bersama ya" in ok("log", KB, "--format", "tsv")
    child = ok("derive-pks", KB, "--title", "Gizi").strip()
    assert shown(ok, child)["co_leads"] == ["DIKBUD"]
    changed = told("update", KB, "--support-opd", "DIKBUD", "--drop-co-lead", "DIKBUD", "--reason", "keliru")
    assert "OPD pemrakarsa bersama DIKBUD: DIKBUD → dihapus" in changed
    assert (shown(ok)["co_leads"], shown(ok)["support_opds"]) == ([], ["DIKBUD"])
    assert "Tidak ada OPD pemrakarsa bersama" in refused("update", KB, "--drop-co-lead", "DIKBUD")


# -- relations ----------------------------------------------------------------------------------------


def test_relations_are_seen_from_both_sides(desk: Path, ok: Ok, told: Any, refused: Refused) -> None:
    new = (*NEW, "--partner", "Universitas Contoh", "--signed", "2025-01-10", "--years", "1")
    said = told(*new, "--relates", f"menggantikan={KB}", "--relates", "Terkait = pks-2024-001")
    assert f"Peringatan: {KB} yang digantikan masih berlaku" in said
    one = "KB-2025-001"
    assert shown(ok, one)["relations"] == [
        {"kind": "menggantikan", "agreement": KB},
        {"kind": "terkait", "agreement": "PKS-2024-001"},
    ]
    assert shown(ok)["relations"] == [{"kind": "digantikan", "agreement": one}]
    assert shown(ok, KB, "--as-of", "2025-01-09")["relations"] == []
    assert shown(ok)["status"] == "active"
    assert f"Digantikan oleh\t{one} Riset" in ok("show", KB, "--format", "tsv")
    assert f"Menggantikan\t{KB} " in ok("show", one, "--format", "tsv")
    assert f"digantikan {one}" in ok("list", "--columns", "id,relations")
    assert "Tidak ada yang berubah" in told("update", "PKS-2024-001", "--relates", f"terkait={one}")
    assert f"{one} sudah tercatat menggantikan {KB}" in refused(
        "update", KB, "--relates", f"menggantikan={one}"
    )
    assert "dirinya sendiri" in refused("update", KB, "--relates", f"terkait={KB}")
    assert "tidak ditemukan" in refused("update", KB, "--relates", "terkait=KB-1999-001")
    assert "HUBUNGAN=NASKAH" in refused("update", KB, "--relates", f"mirip={one}")
    assert "HUBUNGAN=NASKAH" in refused("update", KB, "--relates", one)
    assert "Tidak ada hubungan" in refused("update", KB, "--drop-relates", f"terkait={one}", "--reason", "x")
    ok("update", one, "--drop-relates", f"menggantikan={KB}", "--reason", "keliru")
    assert shown(ok)["relations"] == []
    ok("undo", "--yes")
    ok("void", one, "--reason", "salah catat")
    assert shown(ok)["relations"] == []
    assert "sudah dibatalkan" in refused("update", KB, "--relates", f"terkait={one}")


def test_the_command_that_is_told_ends_what_was_replaced(desk: Path, ok: Ok) -> None:
    ok(*NEW, "--partner", "Universitas Contoh", "--signed", "2025-01-10", "--relates", f"menggantikan={KB}")
    ok("end", KB, "--ground", "penggantian", "--on", "2025-01-09")
    assert shown(ok)["status"] == "ended"


# -- contacts -----------------------------------------------------------------------------------------


CONTACT = ("official", "add", "--role", "kontak", "--agreement", KB, "--office", "Kepala Bidang")


def test_contacts_of_both_sides_stand_on_the_document_alone(desk: Path, ok: Ok, refused: Refused) -> None:
    ok(*CONTACT, "--name", "Contoh Satu", "--phone", "0800", "--opd", "DINKES")
    ok(*CONTACT, "--name", "Contoh Dua", "--mail", "dua@contoh.example", "--partner", "Universitas Contoh")
    ours, theirs = shown(ok)["contacts"]
    assert (ours["name"], ours["phone"], ours["opd"], ours["partner"]) == (
        "Contoh Satu",
        "0800",
        "DINKES",
        None,
    )
    assert (theirs["partner"], theirs["mail"]) == ("Universitas Contoh", "dua@contoh.example")
    text = ok("show", KB, "--format", "tsv")
    assert "Kontak\t1. Pemda\tContoh Satu; Kepala Bidang; DINKES; 0800" in text
    assert "Kontak\t2. Mitra\tContoh Dua; Kepala Bidang; Universitas Contoh; dua@contoh.example" in text
    assert "Contoh Satu" not in ok("list", "--format", "json")
    ok("official", "update", "1", "--valid-to", "2025-01-14")
    assert [one["number"] for one in shown(ok)["contacts"]] == [2]
    assert "bukan mitra pada" in refused(*CONTACT, "--partner", "PT Maju Contoh")
    not_a_contact = ("official", "add", "--role", "tkksd", "--agreement", KB, "--office", "Kabid")
    assert "hanya bagi --role kontak" in refused(*not_a_contact, status=2)


def test_contacts_are_erased_and_in_no_public_export(desk: Path, ok: Ok) -> None:
    ok(*CONTACT, "--name", "Contoh Satu", "--phone", "0800", "--personal", "tidak")
    ok(
        "official",
        "add",
        "--role",
        "penghubung",
        "--office",
        "Kasubbag",
        "--phone",
        "0811",
        "--personal",
        "tidak",
    )
    public = json.loads(ok("export", "--public", "--out", "-"))
    assert [one["phone"] for one in public["tables"]["official"]] == ["0811"]
    ok("erase", "Contoh Satu", "--reason", "permintaan", "--yes")
    assert shown(ok)["contacts"][0]["name"] is None


# -- out and in ---------------------------------------------------------------------------------------


def test_all_of_it_goes_out_and_comes_back(desk: Path, ok: Ok, tmp_path: Path) -> None:
    one = ok(*NEW, *TWO, "--value", "5 juta", "--contribution", "1", "--brings", "Ruang", "--number", "1/A",
             "--more-number", "1/B", "--co-lead", "DIKBUD", "--relates", f"melengkapi={KB}", "--paper-name",
             "MoA", "--funding", "apbd").strip()  # fmt: skip
    ok("official", "add", "--role", "kontak", "--agreement", one, "--office", "Kabid", "--partner", TWO[1])
    ok("export", "--out", "semua.json")
    other = tmp_path / "lain.db"
    ok("import", "semua.json", "--db", str(other))
    assert shown(ok, one, "--db", str(other)) == shown(ok, one)
    extract = json.loads(ok("export", "--agreement", one, "--out", "-"))["tables"]
    assert {row["id"] for row in extract["agreement"]} == {one, KB}
    assert [row["partner"] for row in extract["official"]] == [1]
    assert [row["number"] for row in extract["further_number"]] == ["1/B"]
