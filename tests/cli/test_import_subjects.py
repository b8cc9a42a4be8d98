"""``import`` of lists of OPD, of partners and of past evaluations, alone or beside their documents."""

from __future__ import annotations

import json
from importlib.resources import files
from typing import TYPE_CHECKING, Any

import openpyxl
import pytest

from kskd.evaluation.instrument import read_instrument
from tests.cli.command_line import folder

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from tests.cli.command_line import Ok, Refused, Run

CERTAIN = ("--yes", "--no-input")
PKS = "PKS-2024-001"
SHEETS: dict[str, Sequence[Sequence[Any]]] = {
    "Evaluasi": (
        ("HASIL EVALUASI",),
        ("No", "Nomor PKS", "Tahun", "Semester", "Persentase Pelaksanaan", "Kendala", "Upaya",
         "Tindak Lanjut", "Batas Waktu", "tepat-waktu", "Pengisi"),
        (1, "440/7/PKS/2024", 2024, "I", "100%", "Dana belum cair", "Usulan perubahan", "Rapat koordinasi",
         "2024-08-17", "Tepat waktu", "Nama Contoh"),
        (2, "20/PKS/2024", 2024, "II", "60%", "Tidak ada", "", "", "", "", ""),
    ),
    "PKS": (
        ("No", "Jenis Naskah", "Nomor", "Judul", "Mitra", "Perangkat Daerah", "Tanggal Tanda Tangan",
         "Jangka Waktu"),
        (1, "PKS", "20/PKS/2024", "Isi baru", "UCR", "Dinas Sosial", "14/06/2024", "5 tahun"),
    ),
    "Daftar Mitra": (
        ("No", "Nama Mitra", "Kategori", "Singkatan", "Kontak"),
        (1, "Universitas Contoh Raya", "Universitas", "UCR", ""),
        (2, "PT Maju Contoh", "Swasta", "Majco", ""),
    ),
    "Perangkat Daerah": (
        ("DAFTAR OPD",),
        ("No", "Singkatan", "Nama OPD", "Nama Lama"),
        (1, "DINSOS", "Dinas Sosial", "Dinas Sosial dan Pemakaman"),
        (2, "Dinkes", "Dinas Kesehatan", ""),
    ),
}  # fmt: skip


def _workbook(path: Path, sheets: dict[str, Sequence[Sequence[Any]]] = SHEETS) -> Path:
    book = openpyxl.Workbook()
    book.remove(book.worksheets[0])
    for name, rows in sheets.items():
        page = book.create_sheet(name)
        for row in rows:
            page.append(list(row))
    book.save(path)
    return path


@pytest.fixture
def whole(desk: Path) -> Path:
    """A workbook beside ``desk`` with a list of each subject, what is needed first standing last."""
    return _workbook(desk.with_name("Semua.xlsx"))


def _evaluations(ok: Ok, agreement: str = PKS) -> dict[str, Any]:
    told: dict[str, Any] = json.loads(ok("show", agreement, "--format", "json"))
    return told


@pytest.mark.usefixtures("whole")
def test_units_and_partners_go_in_before_and_evaluations_after_the_documents(run: Run, ok: Ok) -> None:
    result = run("import", "Semua.xlsx", *CERTAIN)
    assert (result.status, result.out) == (0, "fate\trows\nbaru\t5\nberubah\t1\nsama\t1\n"), result.err
    assert (
        "  OPD: 1 baru, 1 sama\n  mitra: 1 baru, 1 berubah\n  naskah: 1 baru\n  evaluasi: 2 baru"
        in result.err
    )
    told = _evaluations(ok)
    (one,) = told["evaluations"]
    assert (one["period"], one["implementation"], one["filler"]) == ("2024-S1", "penuh", "Nama Contoh")
    assert one["answers"] == {"tepat-waktu": "tepat"}
    (obstacle,) = told["obstacles"]
    assert (obstacle["text"], obstacle["efforts"][0]["text"]) == ("Dana belum cair", "Usulan perubahan")
    (action,) = told["actions"]
    assert (action["what"], action["due_on"]) == ("Rapat koordinasi", "2024-08-17")
    new = _evaluations(ok, "PKS-2024-002")
    assert (new["lead_opd"], new["parties"][1]["name"]) == ("DINSOS", "Universitas Contoh Raya")
    assert [each["implementation"] for each in new["evaluations"]] == ["sebagian"]
    assert new["obstacles"] == []


def test_the_plan_says_what_each_list_is_about(whole: Path, run: Run) -> None:
    before = folder(whole.parent)
    result = run("import", "Semua.xlsx", "--yes", "--dry-run")
    assert 'Lembar "Perangkat Daerah", kepala pada baris 2: 2 baris, daftar OPD.' in result.err
    assert 'Lembar "Daftar Mitra", kepala pada baris 1: 2 baris, daftar mitra.' in result.err
    told = json.loads(run("import", "Semua.xlsx", "--yes", "--dry-run", "--format", "json").out)
    assert [one["subject"] for one in told["lists"]] == ["evaluasi", "naskah", "mitra", "opd"]
    assert told["opds"] == {"DINSOS": "Dinas Sosial"}
    assert told["subjects"]["evaluasi"] == {"baru": 2}
    assert folder(whole.parent) == before


def test_the_same_file_again_changes_nothing(whole: Path, run: Run) -> None:
    run("import", "Semua.xlsx", *CERTAIN)
    before = folder(whole.parent)
    assert run("import", "Semua.xlsx", *CERTAIN).out == "fate\trows\nsama\t7\n"
    assert folder(whole.parent) == before


@pytest.mark.usefixtures("whole")
def test_one_undo_takes_units_partners_and_evaluations_back(run: Run, ok: Ok) -> None:
    listings = (
        ("opd", "list"),
        ("partner", "list"),
        ("list",),
        ("action", "list"),
        ("recap", "--period", "2024-S1"),
    )
    before = [ok(*one, "--format", "json") for one in listings]
    assert "Rapat" not in before[3]
    run("import", "Semua.xlsx", *CERTAIN)
    ok("undo", "--yes", "--reason", "salah berkas")
    assert [ok(*one, "--format", "json") for one in listings] == before
    told = _evaluations(ok)
    assert (told["evaluations"], told["sources"]) == ([], [])


@pytest.mark.usefixtures("whole")
def test_where_an_evaluation_came_from_is_kept_but_for_what_is_personal(run: Run, ok: Ok) -> None:
    run("import", "Semua.xlsx", *CERTAIN)
    cells = {one["field"]: one["typed"] for one in _evaluations(ok)["sources"]}
    assert cells["evaluation.implementation"] == "100%"
    assert cells["action.due_on"] == "2024-08-17"
    assert cells["evaluation.answer"] == "Tepat waktu"
    assert cells["evaluation.filler"] is None
    shown = ok("show", PKS, "--format", "tsv")
    assert "evaluasi: pelaksanaan" in shown
    assert "tindak lanjut: tenggat" in shown


def _evaluated(desk: Path, heads: str, *rows: str) -> str:
    """A CSV of evaluations beside ``desk``; gives its name."""
    path = desk.with_name("Evaluasi.csv")
    path.write_text("\n".join((heads, *rows)) + "\n", "utf-8")
    return path.name


def test_an_id_of_another_registry_means_the_document_of_the_same_file(desk: Path, run: Run, ok: Ok) -> None:
    heads, row = SHEETS["PKS"]
    sheets = {
        "PKS": (("ID", *heads), ("PKS-2024-009", *row[:-3], "DINKES", *row[-2:])),
        "Evaluasi": (("ID", "Periode", "Pelaksanaan"), ("PKS-2024-009", "2024-S2", "penuh")),
    }
    _workbook(desk.with_name("Lain.xlsx"), {**sheets, "Daftar Mitra": SHEETS["Daftar Mitra"]})
    assert run("import", "Lain.xlsx", *CERTAIN).status == 0
    assert _evaluations(ok)["evaluations"] == []
    assert [one["period"] for one in _evaluations(ok, "PKS-2024-002")["evaluations"]] == ["2024-S2"]


def test_what_was_recorded_changes_only_with_a_reason(desk: Path, run: Run, ok: Ok) -> None:
    heads = "Nomor;Periode;Pelaksanaan"
    assert run("import", _evaluated(desk, heads, "440/7/PKS/2024;2024-S1;belum"), *CERTAIN).status == 0
    changed = _evaluated(desk, heads, "440/7/PKS/2024;Semester I 2024;Dilaksanakan penuh")
    result = run("import", changed, *CERTAIN)
    assert (result.status, result.out) == (3, "fate\trows\ndikarantina\t1\n")
    assert "--reason" in result.err
    result = run("import", changed, *CERTAIN, "--reason", "laporan susulan")
    assert (result.status, result.out) == (0, "fate\trows\nberubah\t1\n")
    assert [one["implementation"] for one in _evaluations(ok)["evaluations"]] == ["penuh"]


def test_a_follow_up_is_recorded_once_and_finished_later(desk: Path, run: Run, ok: Ok) -> None:
    heads, row = "Nomor;Periode;Tindak Lanjut;Tenggat;Tindak lanjut selesai", "440/7/PKS/2024;2024-S1;Rapat"
    assert run("import", _evaluated(desk, heads, f"{row};2024-08-17;"), *CERTAIN).status == 0
    again = run("import", _evaluated(desk, heads, f"{row};2024-08-17;2024-08-01"), *CERTAIN)
    assert again.out == "fate\trows\nberubah\t1\n"
    result = run("import", _evaluated(desk, heads, f"{row};2024-09-17;"), *CERTAIN)
    assert (result.status, result.out) == (3, "fate\trows\ndikarantina\t1\n")
    assert "sudah tercatat dengan isi yang lain" in result.err
    (one,) = _evaluations(ok)["actions"]
    assert (one["due_on"], one["done_on"]) == ("2024-08-17", "2024-08-01")


@pytest.mark.parametrize(
    ("heads", "row", "said"),
    [
        ("Nomor;Periode;Persentase", "440/7/PKS/2024;2024-S1;0%", "Belum dilaksanakan atau Tidak"),
        ("Nomor;Periode;Persentase", "440/7/PKS/2024;2024-S1;1", "sebagian atau Dilaksanakan penuh"),
        ("Nomor;Periode;Persentase", "440/7/PKS/2024;2024-S1;140%", "bukan persentase"),
        ("Nomor;Periode;Pelaksanaan", "440/7/PKS/2024;2024-S1;terlaksana", "terlaksana"),
        ("Nomor;Periode;Pelaksanaan;Persentase", "440/7/PKS/2024;2024-S1;belum;70%", "berlainan"),
        ("Nomor;Periode;Pelaksanaan", "440/7/PKS/2024;2024-S1;-", "tidak ada yang dilaporkan"),
        ("Nomor;Periode;Pelaksanaan", "999/PKS/2024;2024-S1;penuh", "tidak ditemukan"),
        ("Nomor;Judul;Periode;Pelaksanaan", "440/7/PKS/2024;Peningkatan mutu tenaga kesehatan;2024-S1;penuh",
         "beberapa naskah"),
        ("ID;Judul;Periode;Pelaksanaan", "PKS-2024-001;Judul yang lain;2024-S1;penuh", "tidak ditemukan"),
        ("Nomor;Tahun;Semester;Pelaksanaan", "440/7/PKS/2024;2024;ganjil;penuh", "periode evaluasinya"),
        ("Nomor;Periode;Tahun;Pelaksanaan", "440/7/PKS/2024;2024-S1;2023;penuh", "periode evaluasinya"),
        ("Nomor;Periode;Pelaksanaan", "440/7/PKS/2024;2023-S1;penuh", "ditandatangani"),
        ("Nomor;Periode;Pelaksanaan", "440/7/PKS/2024;2031-S1;penuh", "2031"),
        ("Nomor;Periode;Kendala;Kategori kendala", "440/7/PKS/2024;2024-S1;1. A besar 2. B besar;Anggaran",
         "1 isian untuk 2 kendala"),
        ("Nomor;Periode;Pelaksanaan;Tenggat", "440/7/PKS/2024;2024-S1;penuh;2024-08-17", "tindak lanjutnya"),
    ],
)  # fmt: skip
def test_what_is_not_certain_of_an_evaluation_is_left(
    heads: str, row: str, said: str, desk: Path, run: Run
) -> None:
    result = run("import", _evaluated(desk, heads, row), *CERTAIN)
    assert result.status == 3, result.err
    assert said in result.err


def test_a_title_names_the_document_exactly(desk: Path, run: Run, ok: Ok) -> None:
    told = _evaluated(desk, "Judul;Periode;Pelaksanaan", "pelatihan bidan desa.;Sem 1/2024;sebagian")
    assert run("import", told, *CERTAIN).status == 0
    (one,) = _evaluations(ok)["evaluations"]
    assert (one["period"], one["implementation"]) == ("2024-S1", "sebagian")


def test_a_recommendation_without_its_reason_is_left_and_the_rest_taken(desk: Path, run: Run, ok: Ok) -> None:
    text = (files("kskd") / "instruments" / "inti-2.toml").read_text("utf-8")
    answers = {f"answer_{one.code}": one.options[-1].code for one in read_instrument(text).asked_items}
    heads = ";".join(("Nomor", "Periode", "Pelaksanaan", "Rekomendasi", *answers))
    row = ";".join(("440/7/PKS/2024", "2024-S1", "tidak", "lanjut", *answers.values()))
    told = _evaluated(desk, heads, row)
    result = run("import", told, *CERTAIN)
    assert (result.status, result.out) == (3, "fate\trows\nbaru\t1\n"), result.err
    (one,) = _evaluations(ok)["evaluations"]
    assert (one["implementation"], one["recommendation"]) == ("tidak", None)


def test_the_period_of_a_title_goes_with_what_is_left(desk: Path, run: Run, ok: Ok) -> None:
    rows = (("EVALUASI SEMESTER I TAHUN 2024",), ("Nomor", "Judul", "Pelaksanaan"),
            ("440/7/PKS/2024", "Pelatihan bidan desa", "terlaksana"))  # fmt: skip
    _workbook(desk.with_name("Lama.xlsx"), {"Sheet1": rows})
    assert run("import", "Lama.xlsx", *CERTAIN).status == 3
    left = desk.with_name("Lama.evaluasi.karantina.csv")
    text = left.read_text("utf-8-sig")
    assert "Periode" in text
    assert "2024-S1" in text
    left.write_text(text.replace(";terlaksana;", ";penuh;"), "utf-8-sig")
    assert run("import", left.name, *CERTAIN).out == "fate\trows\nbaru\t1\n"
    assert _evaluations(ok)["evaluations"][0]["period"] == "2024-S1"


def test_semesters_may_stand_beside_each_other(desk: Path, run: Run, ok: Ok) -> None:
    rows = (("Nomor", "Semester I 2024", None, "Semester II 2024", None),
            (None, "Pelaksanaan", "Kendala", "Pelaksanaan", "Kendala"),
            ("440/7/PKS/2024", "sebagian", "Dana", "penuh", "-"))  # fmt: skip
    book = openpyxl.load_workbook(_workbook(desk.with_name("Lebar.xlsx"), {"Sheet1": rows}))
    for area in ("A1:A2", "B1:C1", "D1:E1"):
        book["Sheet1"].merge_cells(area)
    book.save("Lebar.xlsx")
    result = run("import", "Lebar.xlsx", *CERTAIN)
    assert (result.status, result.out) == (0, "fate\trows\nbaru\t2\n"), result.err
    assert "daftar evaluasi periode 2024-S2" in result.err
    told = [(one["period"], one["implementation"]) for one in _evaluations(ok)["evaluations"]]
    assert sorted(told) == [("2024-S1", "sebagian"), ("2024-S2", "penuh")]
    assert run("import", "Lebar.xlsx", *CERTAIN).out == "fate\trows\nsama\t2\n"


@pytest.mark.parametrize(
    ("row", "said"),
    [
        ("DINKES2;Dinas Kesehatan;", "kodenya tercatat DINKES"),
        (";Dinas Kesehatann;", "mirip dengan OPD"),
        ("DINKES;Dinas Pendidikan dan Kebudayaan;", "DIKBUD"),
        ("DINKES;Dinas Kesehatan;Dikbud", "DIKBUD"),
        ("DINKES;Dinas Kesehatan Lain;", "--reason"),
        ("1.02.01;Dinas Pemuda;", "1.02.01"),
        ("DISPORA;;", "tidak disebut"),
    ],
)
def test_what_is_not_certain_of_a_unit_is_left(row: str, said: str, desk: Path, run: Run) -> None:
    desk.with_name("opd.csv").write_text(f"Kode;Nama;Nama lain\n{row}\n", "utf-8")
    result = run("import", "opd.csv", *CERTAIN)
    assert result.status == 3
    assert said in result.err
    assert desk.with_name("opd.opd.karantina.csv").is_file()


@pytest.mark.parametrize("ended", ["Penerus;DIKBUD", "Berlaku sampai;31/12/2020"])
def test_a_unit_that_has_ended_is_left_to_rename(ended: str, desk: Path, run: Run) -> None:
    head, told = ended.split(";")
    desk.with_name("opd.csv").write_text(f"Kode;Nama;{head}\nDISPAR;Dinas Pariwisata;{told}\n", "utf-8")
    result = run("import", "opd.csv", *CERTAIN)
    assert result.status == 3
    assert "kskd opd rename" in result.err


@pytest.mark.parametrize("what", ["opd", "partner"])
def test_what_kskd_lists_it_takes_again(what: str, desk: Path, run: Run, ok: Ok) -> None:
    desk.with_name("keluar.csv").write_text(ok(what, "list", "--format", "csv"), "utf-8")
    assert run("import", "keluar.csv", *CERTAIN).out == "fate\trows\nsama\t2\n"


@pytest.mark.parametrize(
    ("row", "said"),
    [
        ("PT Maju Contohh;;", "mirip"),
        ("PT Maju Contoh;Kampus;", "--reason"),
        ("PT Lain Contoh;Klub;", "jenis mitra"),
        ("PT Maju Contoh;;Universitas Contoh", "Universitas Contoh"),
        (";Swasta;Contoh", "tidak disebut"),
    ],
)
def test_what_is_not_certain_of_a_partner_is_left(row: str, said: str, desk: Path, run: Run) -> None:
    desk.with_name("mitra.csv").write_text(f"Nama Mitra;Jenis Mitra;Nama lain\n{row}\n", "utf-8")
    result = run("import", "mitra.csv", *CERTAIN)
    assert result.status == 3
    assert said in result.err


def test_a_partner_of_an_old_name_takes_the_new_one(desk: Path, run: Run, ok: Ok) -> None:
    text = "Nama Mitra;Jenis Mitra;Nama lama\nPT Maju Jaya Umpama;Swasta;PT Maju Contoh\n"
    desk.with_name("mitra.csv").write_text(text, "utf-8")
    assert run("import", "mitra.csv", *CERTAIN, "--reason", "akta perubahan").status == 0
    names = {
        one["name"]: one["aliases"] for one in json.loads(ok("partner", "list", "--format", "json"))["items"]
    }
    assert names["PT Maju Jaya Umpama"] == ["PT Maju Contoh"]


def test_rules_say_what_a_list_is_about(desk: Path, run: Run, ok: Ok) -> None:
    desk.with_name("nama.csv").write_text("Nama;Keterangan\nDinas Pertanian;-\n", "utf-8")
    assert run("import", "nama.csv", *CERTAIN).status != 0
    desk.with_name("aturan.toml").write_text('daftar = "opd"\n', "utf-8")
    result = run("import", "nama.csv", *CERTAIN, "--rules", "aturan.toml", "--save-rules", "lagi.toml")
    assert (result.status, result.out) == (0, "fate\trows\nbaru\t1\n"), result.err
    assert "Dinas Pertanian" in ok("opd", "list")
    assert 'daftar = "opd"' in desk.with_name("lagi.toml").read_text("utf-8")
    assert run("import", "nama.csv", *CERTAIN, "--rules", "lagi.toml").out == "fate\trows\nsama\t1\n"


def test_rules_about_no_such_list_are_refused(desk: Path, refused: Refused) -> None:
    desk.with_name("nama.csv").write_text("Nama;Kode\nDinas Pertanian;-\n", "utf-8")
    desk.with_name("aturan.toml").write_text('daftar = "lain"\n', "utf-8")
    assert "naskah, opd, mitra, evaluasi" in refused("import", "nama.csv", "--yes", "--rules", "aturan.toml")


def test_the_template_is_taken_again_in_all_its_sheets(desk: Path, run: Run, ok: Ok) -> None:
    ok("import", "--template", "t.xlsx")
    book = openpyxl.load_workbook("t.xlsx")
    filled = {
        "OPD": {"Kode": "DISTAN", "Nama": "Dinas Pertanian", "Alias": "Dinas Tani; DP",
                "Sejak": "2 Januari 2017"},
        "Mitra": {"Mitra": "Koperasi Umpama", "Jenis": "Koperasi", "Alias": "KU"},
        "Naskah": {"Jenis naskah": "Perjanjian Kerja Sama", "Bentuk": "ksdpk", "Judul": "Panen Contoh",
                   "Nomor": "30/PKS/2024", "Mitra": "KU", "OPD": "Dinas Tani",
                   "Tanggal penandatanganan": "15/1/2024"},
        "Evaluasi": {"Nomor naskah": "30/PKS/2024", "Periode": "Semester I 2024",
                     "Pelaksanaan": "Dilaksanakan penuh", "tepat-waktu": "Terlambat",
                     "Kendala": "Hujan; Hama", "Kategori": "Anggaran; Lainnya", "Upaya": "Pompa; Obat",
                     "Tanggal lapor": "10 Juli 2024", "Saluran": "surat", "Bukti": "Daftar hadir",
                     "Tindak lanjut": "Rapat", "Tenggat tindak lanjut": "1 September 2024",
                     "Selesai tindak lanjut": "2024-08-20", "Catatan": "Baik"},
    }  # fmt: skip
    for name, told in filled.items():
        heads = {str(cell.value): cell.column or 1 for cell in book[name][1]}
        for head, text in told.items():
            book[name].cell(2, heads[head], text)
    book.save("t.xlsx")
    result = run("import", "t.xlsx", *CERTAIN)
    assert (result.status, result.out) == (0, "fate\trows\nbaru\t4\n"), result.err
    units = {one["code"]: one for one in json.loads(ok("opd", "list", "--format", "json"))["items"]}
    assert (units["DISTAN"]["aliases"], units["DISTAN"]["valid_from"]) == (["Dinas Tani", "DP"], "2017-01-02")
    kept = _evaluations(ok, "PKS-2024-002")
    (one,) = kept["evaluations"]
    assert (one["answers"], one["reported_on"], one["channel"], one["note"]) == (
        {"tepat-waktu": "terlambat"}, "2024-07-10", "surat", "Baik")  # fmt: skip
    assert [(each["text"], each["category"]) for each in kept["obstacles"]] == [
        ("Hujan", "anggaran"), ("Hama", "lainnya")]  # fmt: skip
    assert [(each["due_on"], each["done_on"]) for each in kept["actions"]] == [("2024-09-01", "2024-08-20")]
    before = folder(desk.parent)
    assert run("import", "t.xlsx", *CERTAIN).out == "fate\trows\nsama\t4\n"
    assert folder(desk.parent) == before


@pytest.mark.parametrize(
    ("text", "code"), [("Dilanjutkan", "lanjut"), ("diperluas", "perluas"), ("lanjut", "lanjut")]
)
def test_a_recommendation_is_read_in_the_words_of_reports_too(
    text: str, code: str, desk: Path, run: Run, ok: Ok
) -> None:
    heads, row = "Nomor;Periode;Pelaksanaan;Rekomendasi", f"440/7/PKS/2024;2024-S1;Terlaksana sebagian;{text}"
    result = run("import", _evaluated(desk, heads, row), *CERTAIN)
    assert result.status == 0, result.err
    assert _evaluations(ok)["evaluations"][0]["recommendation"] == code
