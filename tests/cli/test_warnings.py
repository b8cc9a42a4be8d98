"""What commands warn of: each begins with Peringatan, and what it says to type is a command that works."""

from __future__ import annotations

import re
import shlex
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

import kskd
from tests.cli.command_line import document

if TYPE_CHECKING:
    from tests.cli.command_line import Ok, Refused, Run

PKS, KB = "PKS-2024-001", "KB-2024-001"
MOU = ("add-mou", "--scheme", "ksdpk", "--partner", "PT Maju Contoh", "--opd", "DINKES")
_PUT_IN = {
    "TANGGAL": "1/1/2030",
    "…": "uji",
    "KEADAAN": "sebagian",
    "NILAI": "75",
    "DASAR": "kesepakatan",
    "RUPIAH": "1",
}


def warnings(told: str) -> list[str]:
    """The warnings among what was told."""
    return [line.strip() for line in told.splitlines() if line.strip().startswith("Peringatan:")]


def typed(warning: str) -> list[list[str]]:
    """The commands that a warning prints, with something in the place of what a person fills in."""
    commands = re.findall(r"kskd ((?:[^;\"]|\"[^\"]*\")*?)(?=;|\.\Z|\.\s|$)", warning)
    return [[_filled(word) for word in shlex.split(one)] for one in commands]


def _filled(word: str) -> str:
    before, sign, last = word.rpartition("=")
    return f"{before}{sign}{_PUT_IN.get(last, last)}"


def test_one_place_makes_the_word_by_which_a_warning_is_known() -> None:
    root = Path(kskd.__file__).parent
    makers = [path.name for path in root.rglob("*.py") if "Peringatan: " in path.read_text("utf-8")]
    assert makers == ["warning.py"]


@pytest.mark.parametrize(
    ("number", "first", "second"),
    [
        ("1/KB/2024 - 7/MC/2024", "1/KB/2024", "7/MC/2024"),
        ("1/KB/2024\n7/MC/2024", "1/KB/2024", "7/MC/2024"),
        ("1/KB/2024; 7/MC/2024", "1/KB/2024", "7/MC/2024"),
        ("12 Tahun 2024 dan 13 Tahun 2024", "12 Tahun 2024", "13 Tahun 2024"),
        ("1/KB/2024 / 7/MC/2024", "1/KB/2024", "7/MC/2024"),
        ("1/KB/2024\ndan 7/MC/2024", "1/KB/2024", "7/MC/2024"),
        ("1/KB\nDan\n7/MC/2024", "1/KB", "7/MC/2024"),
    ],
)
def test_two_numbers_in_one_are_told_and_parted_by_what_is_printed(
    number: str, first: str, second: str, run: Run, desk: Path
) -> None:
    result = run(*MOU, "--title", "Satu", "--number", number)
    (warning,) = [one for one in warnings(result.err) if "satu nomor" in one]
    assert run(*typed(warning)[0]).status == 0
    shown = document(run("show", result.out.strip(), "--format", "json").out)
    assert [party["number"] for party in shown["parties"]] == [first, second]


@pytest.mark.parametrize(
    ("said", "number", "told"),
    [
        (("--number", "12/2019/KB"), "12/2019/KB", "menunjuk tahun 2019"),
        (("--number", "1/IV/2024"), "1/IV/2024", "menunjuk April 2024"),
        (("--partner-number", "4/UA/2019"), "4/UA/2019", "dari PT Maju Contoh menunjuk tahun 2019"),
        (("--number", "12/KB/19"), "12/KB/19", "menunjuk tahun 2019"),
        (("--partner-number", "PKS '19"), "PKS '19", "dari PT Maju Contoh menunjuk tahun 2019"),
        (("--more-number", "12/KB/2019", "--number", "1/V/2024"), "12/KB/2019", "menunjuk tahun 2019"),
        (
            ("--partner-more-number", "4/UA/2019", "--partner-number", "1/UA"),
            "4/UA/2019",
            "dari PT Maju Contoh menunjuk tahun 2019",
        ),
    ],
)
def test_a_number_that_names_another_day_than_that_of_signing_is_told_with_what_mends_it(
    said: tuple[str, ...], number: str, told: str, run: Run, desk: Path
) -> None:
    result = run(*MOU, "--title", "Satu", "--signed", "2/5/2024", *said)
    one = result.out.strip()
    (warning,) = [line for line in warnings(result.err) if number in line]
    assert f"nomor {number} {told}, sedangkan {one} ditandatangani 2 Mei 2024;" in warning
    mending, moving = typed(warning)
    assert mending[:2] == ["update", one]
    assert run(*mending, "--dry-run").status == 0
    assert number in run("update", one, said[0], f"{number}", "--signed", "3/6/2024", "--reason", "uji").err
    right = run("update", one, "--signed", "2/4/2019" if "2019" in told else "2/4/2024", "--reason", "uji")
    assert not [line for line in warnings(right.err) if number in line]
    assert moving == ["update", one, "--signed", "1/1/2030", "--reason", "uji"]


def test_a_number_is_not_held_against_a_day_that_is_not_known(run: Run, desk: Path) -> None:
    for at, signed in enumerate((("--signed", "2024"), ("--signed", "tidak-diketahui"), ())):
        said = ("--title", f"Judul {at}", "--number", f"{at}/V/2024", "--partner-number", f"{at}/X/2024")
        assert "menunjuk" not in run(*MOU, *said, *signed).err


@pytest.mark.parametrize(
    ("said", "told"),
    [
        (("--number", "1/X/2024; 2/X/2024"), ["1/X/2024", "2/X/2024"]),
        (
            ("--number", "9/KB/2024", "--partner-number", "1/X/2024; 2/X/2024"),
            ["9/KB/2024", "1/X/2024", "2/X/2024"],
        ),
    ],
)
def test_several_numbers_of_one_party_are_parted_by_what_is_printed(
    said: tuple[str, ...], told: list[str], desk: Path, run: Run, ok: Ok
) -> None:
    result = run(*MOU, "--title", "Satu", *said)
    (warning,) = [one for one in warnings(result.err) if "satu nomor" in one]
    ok(*typed(warning)[-1])
    items = document(ok("list", "--format", "json"))["items"]
    (numbers,) = [one["numbers"] for one in items if one["id"] == result.out.strip()]
    assert [one["number"] for one in numbers] == told


@pytest.mark.parametrize(
    "number", ["100.3.7.1/12-KB/2024", "1/KB - SETDA/2024", "5/Kerja Sama dan Otda/2024"]
)
def test_one_number_is_not_taken_for_several(number: str, desk: Path, run: Run) -> None:
    assert "satu nomor" not in run(*MOU, "--title", "Satu", "--number", number).err


def test_a_second_document_of_the_same_title_and_partner_is_told_at_any_distance_of_days(
    desk: Path, run: Run, ok: Ok
) -> None:
    for signed in ("1/2/2015", "1/2/2024"):
        result = run(*MOU, "--title", "Kota Sehat", "--signed", signed, "--years", "1")
    (warning,) = warnings(result.err)
    assert "sama dengan KB-2015-001 (1 Februari 2015)" in warning
    ok(*typed(warning)[1])
    assert document(ok("show", "KB-2024-002", "--format", "json"))["predecessor"] == "KB-2015-001"
    # What extends a document has its title.
    assert not warnings(run("extend", "KB-2024-002", "--signed", "1/2/2025", "--years", "1").err)
    said = run(*MOU, "--title", "Kota Sehat", "--signed", "2/2/2025", "--years", "1", "--allow-duplicate").err
    assert not warnings(said)


def test_an_update_that_makes_two_alike_is_told(desk: Path, run: Run) -> None:
    run(*MOU, "--title", "Kota Sehat", "--signed", "1/2/2015", "--years", "1")
    run(*MOU, "--title", "Kota Sehta", "--signed", "1/2/2016", "--years", "1")
    result = run("update", "KB-2016-001", "--title", "Kota sehat", "--reason", "salah ketik")
    assert "sama dengan KB-2015-001" in "".join(warnings(result.err))
    assert not warnings(run("update", "KB-2016-001", "--note", "Catatan").err)


def test_what_came_from_the_wrong_parent_is_named_with_what_corrects_it(desk: Path, run: Run, ok: Ok) -> None:
    for title, partner, opd, more in (
        ("Induk keliru", "PT Maju Contoh", "DINKES", ("--affair", "1.02", "--scope", "Gizi")),
        ("Induk benar", "Universitas Contoh", "DIKBUD", ("--affair", "1.01", "--scope", "Guru")),
    ):
        run(
            *("add-mou", "--scheme", "ksdpk", "--title", title, "--partner", partner, "--opd", opd),
            *("--signed", "1/3/2024", "--years", "5", *more),
        )
    child = run("derive-pks", "KB-2024-002", "--title", "Pelatihan", "--signed", "1/4/2024", "--years", "1")
    one = child.out.strip()
    result = run("update", one, "--parent", "KB-2024-003", "--reason", "salah induk")
    told = [each for each in warnings(result.err) if "diwarisi dari KB-2024-002" in each]
    assert [each.split(" ")[1] for each in told] == ["mitra", "OPD", "urusan", "ruang"]
    for warning in told:
        for command in typed(warning):
            ok(*command)
    shown = document(ok("show", one, "--format", "json"))
    assert [party["name"] for party in shown["parties"]][1:] == ["Universitas Contoh"]
    assert (shown["lead_opd"], shown["affairs"], shown["scope"]) == ("DIKBUD", ["1.01"], ["Guru"])


def test_an_end_that_nobody_knows_is_told_at_entry_and_wherever_the_document_is_seen(
    desk: Path, run: Run, ok: Ok
) -> None:
    result = run(*MOU, "--title", "Lama", "--signed", "1/2/2015")
    (warning,) = warnings(result.err)
    one = result.out.strip()
    assert "akhirnya belum diketahui" in ok("show", one)
    assert "akhirnya belum diketahui" in ok("list", "--format", "md")
    assert "akhirnya belum diketahui" in ok("why", one, "--format", "table")
    assert "active" in ok("list", "--format", "tsv")
    assert document(ok("status", "--format", "json"))["end_unknown"] == 1
    assert "Akhir belum diketahui" in ok("status")
    (gap,) = document(ok("gaps", "--kind", "no-end", "--format", "json"))["items"]
    assert gap["agreement"] == one
    pressing = document(ok("next", "--format", "json"))["items"]
    assert [each["agreement"] for each in pressing if each["kind"] == "akhir-belum-diketahui"] == [one]
    ok(*typed(warning)[0])
    assert document(ok("status", "--format", "json"))["end_unknown"] == 0
    assert not warnings(run(*MOU, "--title", "Terbuka", "--signed", "1/2/2016", "--open-ended").err)


def test_the_same_scan_on_two_documents_is_told_and_found(desk: Path, run: Run, ok: Ok) -> None:
    Path("pindaian.pdf").write_bytes(b"%PDF-1.4 contoh")
    ok("attach", KB, "pindaian.pdf")
    result = run("attach", PKS, "pindaian.pdf")
    (warning,) = warnings(result.err)
    assert f"sama dengan berkas pada {KB}" in warning
    found = document(ok("check", "--rule", "KS713", "--format", "json"))["items"]
    assert [one["agreement"] for one in found] == [KB, PKS]
    ok(*typed(warning)[0])
    assert document(ok("check", "--rule", "KS713", "--format", "json"))["items"] == []


def test_what_is_hardly_to_be_believed_is_told_at_entry_and_found(desk: Path, run: Run, ok: Ok) -> None:
    ok("target", "add", PKS, "--indicator", "Guru", "--unit", "orang", "--value", "20")
    said = run(
        "evaluate", PKS, "--period", "2024-S1", "--implementation", "belum", "--realisation", "1=2000",
        "--reported-on", "1/1/2024",
    ).err  # fmt: skip
    first, second, third = warnings(said)
    assert "tanggal lapor 1 Januari 2024 mendahului penandatanganan" in first
    assert "10.000,0% dari target 20" in second
    assert "padahal semua target tercapai" in third
    found = document(ok("check", "--rule", "KS711,KS712,KS714", "--format", "json"))["items"]
    assert [one["rule"] for one in found] == ["KS711", "KS712", "KS714"]
    for warning in (second, third):
        ok(*typed(warning)[0])
    assert not document(ok("check", "--rule", "KS711,KS712", "--format", "json"))["items"]


def test_a_report_by_a_sheet_before_that_was_made_is_told_and_found(desk: Path, run: Run, ok: Ok) -> None:
    ok("desk", "export", "--period", "2024-S2", "--format", "csv")
    command = ("evaluate", PKS, "--period", "2024-S2", "--implementation", "sebagian", "--reported-on")
    assert not warnings(run(*command, "10/1/2025").err)
    assert document(ok("check", "--rule", "KS714", "--format", "json"))["items"] == []
    (warning,) = warnings(run("evaluate", PKS, "--period", "2024-S2", "--channel", "desk").err)
    assert "tanggal lapor 10 Januari 2025 mendahului hari lembar desk dibuat" in warning
    (found,) = document(ok("check", "--rule", "KS714", "--format", "json"))["items"]
    assert "mendahului hari lembar desk dibuat" in found["message"]


@pytest.mark.parametrize(
    ("value", "says"),
    [
        ("80%", "ketik --value 80 saja, atau sebut juga --unit %"),
        ("12 unit", 'ketik angkanya saja, 12, dan "unit" sebagai satuannya'),
        *(
            (value, "tulis dengan kata pada uraiannya")
            for value in ("±10", "> 5", "10 s.d. 12", "1/2", "3-4")
        ),
    ],
)
def test_a_value_that_would_lose_something_is_refused(
    value: str, says: str, desk: Path, refused: Refused
) -> None:
    assert says in refused("target", "add", PKS, "--indicator", "Guru", "--unit", "orang", "--value", value)


def test_a_per_cent_is_kept_where_the_unit_says_so(desk: Path, ok: Ok, refused: Refused) -> None:
    ok("target", "add", PKS, "--indicator", "Cakupan", "--unit", "% penduduk", "--value", "80%")
    ok("target", "add", PKS, "--indicator", "Guru", "--unit", "orang", "--value", "20")
    ok("evaluate", PKS, "--period", "2024-S2", "--realisation", "1=75%")
    command = ("evaluate", PKS, "--period", "2024-S2", "--realisation", "2=75%")
    assert "Realisasi 75% tidak sesuai dengan satuan target 2 (orang)" in refused(*command)


def test_texts_that_say_that_there_is_nothing_are_left_out_of_lists_and_told(desk: Path, run: Run) -> None:
    result = run("update", PKS, "--scope", "-", "--affair", "belum ada", "--support-opd", "nihil")
    assert '--scope "-": tidak dicatat sebagai ruang lingkup.' in result.err
    assert "Tidak ada yang berubah." in result.err
    said = run("evaluate", PKS, "--period", "2024-S2", "--implementation", "sebagian", "--obstacle", "Nihil")
    assert '--obstacle "Nihil": tidak dicatat sebagai kendala.' in said.err


@pytest.mark.parametrize(
    "command",
    [
        ("opd", "add", "DINSOS", "--name", "Dinas Sosial", "--alias", "-"),
        ("opd", "alias", "DINKES", "nihil"),
        ("partner", "alias", "PT Maju Contoh", "-"),
        ("setting", "set", "name", "-"),
        ("evaluate", PKS, "--period", "2024-S2", "--effort", "1=-"),
    ],
)
def test_no_name_says_that_there_is_none(command: tuple[str, ...], desk: Path, refused: Refused) -> None:
    assert "tidak ada atau belum diketahui" in refused(*command)


def test_a_month_that_is_spelt_wrong_is_read_and_told(desk: Path, run: Run, ok: Ok) -> None:
    assert '"1 Febuari 2024": "Febuari" dibaca Februari.' in run("list", "--as-of", "1 Febuari 2024").err
    said = run(*MOU, "--title", "Satu", "--signed", "1 Pebuari 2024", "--years", "1").err
    assert '"Pebuari" dibaca Februari.' in said
    Path("opd.csv").write_text("kode,nama,berlaku sejak\nDINSOS,Dinas Sosial,2 Febuari 2020\n", "utf-8")
    assert 'baris 2: "2 Febuari 2020": "Febuari" dibaca Februari.' in run("opd", "import", "opd.csv").err


@pytest.mark.parametrize("number", ["7/MC / 8/MC", "7/MC/2024\ndan 8/MC/2024"])
def test_two_numbers_of_a_partner_in_one_are_told_with_the_option_for_a_further_one(
    number: str, run: Run, desk: Path
) -> None:
    result = run(*MOU, "--title", "Satu", "--partner-number", number)
    (told,) = [one for one in warnings(result.err) if "satu nomor" in one]
    assert "--partner-more-number" in told
    assert all(run(*one, "--dry-run").status == 0 for one in typed(told))
    for one in ("1 / KB / 2024", "1/KB - SETDA/2024", "PKS Pendidikan dan Olahraga/12/2024"):
        assert "satu nomor" not in run(*MOU, "--title", f"Judul {one}", "--partner-number", one).err


@pytest.mark.parametrize(
    "said",
    [
        ("--contribution", "8 juta"),
        ("--partner-contribution", "8 juta"),
        ("--contribution", "3 juta", "--partner-contribution", "3 juta"),
    ],
)
def test_contributions_above_the_value_are_told(said: tuple[str, ...], run: Run, desk: Path) -> None:
    result = run(*MOU, "--title", "Satu", "--value", "5 juta", *said)
    (told,) = [one for one in warnings(result.err) if "melebihi nilai" in one]
    assert f"nilai {result.out.strip()}, Rp5.000.000" in told
    assert all(run(*one, "--dry-run").status == 0 for one in typed(told))
    one = result.out.strip()
    assert "melebihi" not in run("update", one, "--value", "10 juta", "--reason", "x").err
    assert "melebihi" in run("update", one, "--value", "1 juta", "--reason", "x").err
    assert "melebihi" not in run("update", one, "--note", "Catatan").err


def test_contributions_up_to_the_value_are_not_told(run: Run, desk: Path) -> None:
    for at, said in enumerate(
        (
            ("--value", "5 juta"),
            ("--contribution", "5 juta"),
            ("--value", "5 juta", "--contribution", "5 juta"),
        )
    ):
        assert "melebihi" not in run(*MOU, "--title", f"Judul {at}", *said).err


@pytest.mark.parametrize("option", ["--partner-joined", "--partner-left"])
def test_a_partner_who_joins_or_leaves_on_a_day_to_come_is_told_as_a_plan(
    option: str, run: Run, desk: Path
) -> None:
    told = run("update", PKS, "--partner", "Universitas Contoh", option, "2030-01-01").err
    (plan,) = [one for one in warnings(told) if "belum tiba" in one]
    assert all(run(*one, "--dry-run").status == 0 for one in typed(plan))
    assert "belum tiba" not in run("update", PKS, "--note", "Catatan").err


@pytest.mark.parametrize(
    "fact",
    [
        "--decision-on",
        "--offered-on",
        "--dprd-received-on",
        "--tkksd-recommended-on",
        "--power-of-attorney-date",
    ],
)
def test_what_has_happened_is_not_of_a_day_to_come(fact: str, refused: Refused, run: Run, desk: Path) -> None:
    said = refused("update", PKS, fact, "2025-01-16")
    assert "16 Januari 2025 belum terjadi" in said
    assert run("update", PKS, fact, "2025-01-15", "--reason", "x").status == 0


@pytest.mark.parametrize(("option", "odd"), [("--mail", "surat.contoh"), ("--phone", "0812xxxx")])
def test_a_contact_that_cannot_be_reached_as_written_is_told(
    option: str, odd: str, run: Run, ok: Ok, desk: Path
) -> None:
    contact = ("official", "add", "--role", "kontak", "--agreement", KB, "--office", "Kabid")
    (told,) = warnings(run(*contact, option, odd).err)
    assert f'"{odd}" tidak berbentuk' in told
    assert f"kskd official update 1 {option} NILAI" in told
    assert not warnings(run("official", "update", "1", "--name", "Contoh Satu").err)
    ok(
        "official",
        "update",
        "1",
        option,
        "0812-3456-789" if option == "--phone" else "a@contoh.example",
        "--reason",
        "x",
    )
    assert warnings(run("official", "update", "1", option, odd, "--reason", "x").err)
