"""``import`` of an office's own sheets: the plan, what goes in, what is left, and nothing half done."""

from __future__ import annotations

import json
import signal
from datetime import date
from typing import TYPE_CHECKING

import openpyxl
import pytest
from openpyxl.styles import Font

from kskd.workflows.importing.entering import Entering
from tests.cli.command_line import folder

if TYPE_CHECKING:
    from pathlib import Path
    from typing import Any

    from tests.cli.command_line import Ok, Refused, Run

HEADS = ("No", "Jenis Naskah", "Nomor", "Judul", "Mitra", "Perangkat Daerah", "Tanggal Tanda Tangan",
         "Jangka Waktu", "Status")  # fmt: skip
ROWS = (
    ("1", "Kesepakatan Bersama", "9/KB/2024", "Payung baru", "PT Baru Contoh", "Dikbud", "23/05/2024",
     "5 tahun", "Berlaku"),
    ("2", "PKS", "10/PKS/2024", "Isi baru", "PT Baru Contoh", "Dikbud", "14/06/2024", "2 tahun", "Berlaku"),
    ("3", "PKS", "11/PKS/2024", "Isi lain", "PT Baru Contoh", "Dinas Sosial", "01/07/2024", "2 tahun",
     "Berlaku"),
)  # fmt: skip
CERTAIN = ("import", "Register.csv", "--yes", "--no-input")


@pytest.fixture
def register(desk: Path) -> Path:
    """A register beside ``desk``, one row of which names a unit that is not known."""
    path = desk.with_name("Register.csv")
    lines = ["DAFTAR KERJA SAMA", ";".join(HEADS), *map(";".join, ROWS)]
    path.write_text("\n".join(lines), "utf-8")
    return path


@pytest.mark.usefixtures("register")
def test_what_is_certain_goes_in_and_the_rest_is_left(run: Run, ok: Ok) -> None:
    result = run(*CERTAIN)
    assert (result.status, result.out) == (3, "fate\trows\nbaru\t2\ndikarantina\t1\n")
    assert 'baris 5, kolom F "Perangkat Daerah": "Dinas Sosial": OPD "Dinas Sosial" belum' in result.err
    assert "urutan hari/bulan terbukti oleh" in result.err
    listed = json.loads(ok("list", "--format", "json"))["items"]
    assert {one["title"] for one in listed} >= {"Payung baru", "Isi baru"}
    told = json.loads(ok("show", "KB-2024-002", "--format", "json"))
    assert (told["signed_on"], told["scheme"]) == ("2024-05-23", "ksdpk")
    assert ["G", "23/05/2024"] in [[one["column"], one["typed"]] for one in told["sources"]]


def test_the_quarantine_can_be_imported_once_it_is_repaired(register: Path, run: Run, ok: Ok) -> None:
    run(*CERTAIN)
    left = register.with_name("Register.karantina.csv")
    head, row = left.read_text("utf-8-sig").splitlines()
    assert head.split(";") == [*HEADS, "mengapa", "ID", "lembar", "baris"]
    assert row.endswith(";;;5")
    assert ";2024-07-01;" in row
    ok("opd", "import", "Register.opd.csv")
    result = run("import", "Register.karantina.csv", "--yes", "--no-input")
    assert (result.status, result.out) == (0, "fate\trows\nbaru\t1\n")


def test_the_same_file_again_changes_nothing(register: Path, run: Run) -> None:
    run(*CERTAIN)
    before = folder(register.parent)
    assert run(*CERTAIN).out == "fate\trows\ndikarantina\t1\nsama\t2\n"
    assert folder(register.parent) == before


def test_one_undo_takes_all_of_it_back(register: Path, run: Run, ok: Ok) -> None:
    before = ok("list", "--format", "csv"), ok("partner", "list", "--format", "csv")
    run(*CERTAIN)
    assert (
        'sumber KB-2024-002 1 3: sel B "Kesepakatan' in run("undo", "--dry-run").err
    )  # in words, not as kept
    ok("undo", "--yes", "--reason", "salah berkas")
    assert (ok("list", "--format", "csv"), ok("partner", "list", "--format", "csv")) == before
    assert register.is_file()


def test_a_rehearsal_shows_the_same_and_writes_nothing(register: Path, run: Run) -> None:
    before = folder(register.parent)
    result = run(*CERTAIN, "--dry-run", "--format", "json")
    assert result.status == 3
    assert folder(register.parent) == before
    told = json.loads(result.out)
    assert told["counts"] == {"baru": 2, "dikarantina": 1}
    assert [column["field"] for column in told["lists"][0]["columns"]][:3] == ["row_number", "kind", "number"]
    (problem,) = told["problems"]
    assert (problem["row"], problem["column"], problem["typed"]) == (5, "F", "Dinas Sosial")


def test_without_a_person_and_without_yes_the_plan_is_shown_and_nothing_is_done(
    register: Path, run: Run
) -> None:
    before = folder(register.parent)
    result = run("import", "Register.csv", "--no-input")
    assert (result.status, result.out) == (1, "")
    assert "Perangkat Daerah" in result.err
    assert "--yes" in result.err.splitlines()[-1]
    assert folder(register.parent) == before


def test_a_quarantine_is_never_written_over_a_file_of_somebody_else(register: Path, run: Run) -> None:
    register.with_name("Register.karantina.csv").write_text("catatan sendiri", "utf-8")
    result = run(*CERTAIN)
    assert (result.status, result.out) == (1, "")
    assert "--quarantine" in result.err.splitlines()[-1]


def test_an_interruption_leaves_nothing(register: Path, run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    before = folder(register.parent)
    take = Entering.take

    def interrupted(self: Entering, *given: Any) -> None:
        take(self, *given)
        signal.raise_signal(signal.SIGINT)

    monkeypatch.setattr(Entering, "take", interrupted)
    assert run(*CERTAIN).status == 130
    assert folder(register.parent) == before


def test_a_workbook_of_a_sheet_for_each_kind(desk: Path, run: Run, ok: Ok) -> None:
    book = openpyxl.Workbook()
    book.remove(book.worksheets[0])
    for name, rows in (("MoU", ROWS[:1]), ("PKS", ROWS[1:2])):
        sheet = book.create_sheet(name)
        sheet.append(["REKAPITULASI"])
        sheet.append([HEADS[0], *HEADS[2:]])
        for row in rows:
            sheet.append([row[0], *row[2:]])
    book.save(desk.with_name("Register.xlsx"))
    result = run("import", "Register.xlsx", "--yes", "--no-input")
    assert (result.status, result.out) == (0, "fate\trows\nbaru\t2\n"), result.err
    assert json.loads(ok("show", "PKS-2024-002", "--format", "json"))["title"] == "Isi baru"


def test_what_is_left_stands_in_the_order_of_the_sheets(desk: Path, run: Run) -> None:
    book = openpyxl.Workbook()
    book.remove(book.worksheets[0])
    for name in ("PKS", "MoU"):
        sheet = book.create_sheet(name)
        for row in ([HEADS[0], *HEADS[2:]], [ROWS[2][0], *ROWS[2][2:]]):
            sheet.append(row)
    book.save(desk.with_name("Register.xlsx"))
    result = run("import", "Register.xlsx", "--yes", "--no-input", "--format", "json")
    assert [one["sheet"] for one in json.loads(result.out)["problems"]] == ["PKS", "PKS", "MoU", "MoU"]


@pytest.mark.parametrize(
    ("usual", "made"),
    [('scheme = "ksdd-wajib"', ["ksdd-wajib"]), ('scheme = "ksdd-wajibb"', []), ('note = "lama"', [])],
)
def test_a_usual_scheme_holds_for_a_partner_of_which_nothing_is_known(
    usual: str, made: list[str], desk: Path, run: Run, ok: Ok
) -> None:
    row = tuple(one.replace("PT Baru Contoh", "Pemerintah Desa Contoh") for one in ROWS[1])
    desk.with_name("Register.csv").write_text("\n".join(map(";".join, (HEADS, row))), "utf-8")
    desk.with_name("aturan.toml").write_text(f"[bawaan]\n{usual}\n", "utf-8")
    result = run(*CERTAIN, "--rules", "aturan.toml")
    assert result.status == (0 if made else 3), result.err
    assert made or "bentuk kerja sama" in result.err.casefold()
    listed = json.loads(ok("list", "--format", "json"))["items"]
    assert [one["scheme"] for one in listed if one["title"] == "Isi baru"] == made


def test_rules_that_were_saved_make_the_next_file_run_alike(register: Path, run: Run) -> None:
    run(*CERTAIN, "--save-rules", "aturan.toml")
    assert '"Perangkat Daerah" = "opd"' in register.with_name("aturan.toml").read_text("utf-8")
    with register.with_name("aturan.toml").open("a", encoding="utf-8") as rules:
        rules.write('\n[opd]\n"Dinas Sosial" = "DINKES"\n')
    result = run(*CERTAIN, "--rules", "aturan.toml")
    assert (result.status, result.out) == (0, "fate\trows\nbaru\t1\nsama\t2\n"), result.err


def test_what_stands_over_a_row_goes_with_it_into_the_quarantine(desk: Path, run: Run, ok: Ok) -> None:
    path = desk.with_name("Register.csv")
    lines = (
        "DAFTAR PKS",
        "No;Nomor;Judul;Mitra;Tanggal;Berakhir",
        "DINAS SOSIAL;;;;;",
        "TAHUN 2023;;;;;",
        "1;7/PKS/2023;Lansia;PT Lansia Contoh;;31 Desember 2026",
        "Dinas Kesehatan;;;;;",
        "2;8/PKS/2023;Gizi;PT Gizi Contoh;13 Mei 2023;31 Desember 2026",
    )
    path.write_text("\n".join(lines), "utf-8")
    result = run(*CERTAIN)
    assert result.status == 3
    assert 'Judul "DINAS SOSIAL" (1 baris) → OPD DINAS SOSIAL' in result.err
    left = path.with_name("Register.karantina.csv")
    head, row = left.read_text("utf-8-sig").splitlines()
    assert head.split(";")[6:10] == ["Akhir menurut naskah", "judul di atasnya", "Tahun", "OPD"]
    assert row.split(";")[6:10] == ["31 Desember 2026", "DINAS SOSIAL", "2023", "DINAS SOSIAL"]
    ok("opd", "add", "DINSOS", "--name", "Dinas Sosial")
    again = run("import", left, "--yes", "--no-input", "--format", "json")
    assert (again.status, json.loads(again.out)["counts"]) == (0, {"baru": 1})
    told = json.loads(ok("show", "PKS-2023-002", "--format", "json"))
    assert (told["title"], told["lead_opd"], told["signed"]) == ("Lansia", "DINSOS", "2023")


def test_figures_keep_the_unit_of_their_own_heading_in_the_quarantine(desk: Path, run: Run, ok: Ok) -> None:
    """Lists of other units share a column there; a figure without a unit is asked about as before."""
    path = desk.with_name("Register.csv")
    rows = []
    for at, (length, value) in enumerate(UNITS_OF_HEADINGS.items(), 1):
        rows += [f"Jenis;Nomor;Judul;Mitra;Tanggal;OPD;{length};{value}"]
        rows += [f"PKS;{at}/PKS/2024;Layanan {at};PT Contoh Satu;1{at} Mei 2024;Dinas Sosial;{at};25{at}", ""]
    path.write_text("\n".join(rows), "utf-8")
    assert run(*CERTAIN).status == 3
    ok("opd", "add", "DINSOS", "--name", "Dinas Sosial")
    left = path.with_name("Register.karantina.csv")
    again = run("import", left, "--yes", "--no-input", "--format", "json")
    assert [one["why"].partition(";")[0] for one in json.loads(again.out)["problems"]] == [
        "satuan jangka waktu tidak disebut"
    ]
    listed = json.loads(ok("list", "--opd", "DINSOS", "--format", "json", "--columns", "all"))["items"]
    assert {one["number"][0]: (one["duration"], one["value"]) for one in listed} == {
        "1": ("1 bulan", 251_000_000),
        "2": (None, 252),
        "3": ("3 tahun", 253_000_000_000),
    }


UNITS_OF_HEADINGS = {
    "Jangka Waktu (bulan)": "Nilai (Rp juta)",
    "Jangka Waktu": "Nilai",
    "Jangka Waktu (tahun)": "Nilai (miliar rupiah)",
}


def test_a_list_without_headings_needs_its_columns_confirmed(desk: Path, run: Run) -> None:
    path = desk.with_name("Register.csv")
    rows = (f"PT Contoh {at};Layanan {at};440/{at}/PKS/2024;1{at} Mei 2024;Dikbud;PKS" for at in range(2, 6))
    path.write_text("\n".join(rows), "utf-8")
    result = run(*CERTAIN)
    assert (result.status, result.out) == (3, "fate\trows\ndikarantina\t4\n")
    assert "daftarnya tidak berkepala kolom: arti kolom hanya diduga dari isinya" in result.err
    assert 'baris 1, kolom A "Kolom A": kolom ini belum diputuskan' in result.err
    columns = dict(zip("ABCDEF", ("partner", "title", "number", "signed", "opd", "kind"), strict=True))
    rules = "\n".join(("[kolom]", *(f'"Kolom {at}" = "{key}"' for at, key in columns.items())))
    desk.with_name("aturan.toml").write_text(rules, "utf-8")
    result = run(*CERTAIN, "--rules", "aturan.toml", "--format", "json")
    assert (result.status, json.loads(result.out)["counts"]) == (0, {"baru": 4})


def test_a_list_that_lies_across_is_recognised(desk: Path, refused: Refused) -> None:
    rows = ("Judul;Air;Pasar", "Mitra;PT A;PT B", "Nomor;1/KB/2024;2/KB/2024", "Berakhir;2027;2028")
    desk.with_name("Register.csv").write_text("\n".join(rows), "utf-8")
    assert "Tempel Khusus > Transpose" in refused(*CERTAIN)


def test_a_file_without_a_list_is_refused(desk: Path, refused: Refused) -> None:
    desk.with_name("Catatan.csv").write_text("halo\n", "utf-8")
    assert "tidak memuat daftar" in refused("import", "Catatan.csv", "--yes")


def test_a_template_is_written_with_the_fields_of_the_office(desk: Path, ok: Ok, run: Run) -> None:
    ok("field", "add", "pic", "--label", "narahubung")
    result = run("import", "--template", "t.csv")
    assert (result.status, result.out) == (0, "t.csv\n")
    assert "Templat dibuat" in result.err
    heads = desk.with_name("t.csv").read_text("utf-8-sig").strip().split(";")
    assert {"Judul", "Mitra", "Jenis mitra", "Narahubung"} <= set(heads)


def test_a_rehearsed_template_is_not_written(desk: Path, run: Run) -> None:
    before = folder(desk.parent)
    assert "Templat akan dibuat" in run("import", "--template", "t.xlsx", "--dry-run").err
    assert folder(desk.parent) == before


@pytest.mark.usefixtures("register")
@pytest.mark.parametrize("args", [("import",), ("import", "Register.csv", "--template", "t.xlsx")])
def test_a_list_or_a_template_and_not_both(args: tuple[str, ...], refused: Refused) -> None:
    assert "Pilih salah satu" in refused(*args, status=2)


def test_a_template_never_replaces_a_file(desk: Path, refused: Refused) -> None:
    desk.with_name("t.xlsx").write_text("catatan sendiri", "utf-8")
    assert "t.xlsx" in refused("import", "--template", "t.xlsx")


@pytest.mark.usefixtures("desk")
def test_of_a_template_only_the_sheet_that_is_filled_is_taken(ok: Ok, run: Run) -> None:
    ok("import", "--template", "t.xlsx")
    book = openpyxl.load_workbook("t.xlsx")
    page = book["Naskah"]
    told = {
        "Jenis naskah": "Perjanjian Kerja Sama",
        "Bentuk": "ksdpk",
        "Judul": "Layanan Templat",
        "Mitra": "PT Templat Contoh",
        "OPD": "DINKES",
        "Nilai kerja sama": "Rp75.450.000",
    }
    for cell in list(page[1]):
        if (text := told.get(str(cell.value))) is not None:
            page.cell(2, cell.column or 1, text)
        elif cell.value == "Tanggal penandatanganan":
            page.cell(2, cell.column or 1, "15/1/2025")
    book.save("t.xlsx")
    result = run("import", "t.xlsx", "--yes", "--no-input")
    assert result.out == "fate\trows\nbaru\t1\n", result.err
    one = json.loads(ok("show", "PKS-2025-001", "--format", "json"))
    assert (one["title"], one["value"], one["partners"]) == (
        "Layanan Templat",
        75450000,
        ["PT Templat Contoh"],
    )


@pytest.mark.usefixtures("desk")
def test_what_is_left_of_a_quarantine_stands_in_its_place(register: Path, run: Run, ok: Ok) -> None:
    more = (*ROWS[2][:2], "12/PKS/2024", "Isi ketiga", *ROWS[2][4:5], "Dinas Perikanan", *ROWS[2][6:])
    register.write_text(f"{register.read_text('utf-8')}\n{';'.join(more)}", "utf-8")
    run(*CERTAIN)
    left = register.with_name("Register.karantina.csv")
    assert [row.split(";")[-1] for row in left.read_text("utf-8-sig").splitlines()[1:]] == ["5", "6"]
    left.write_text(left.read_text("utf-8-sig").replace("Dinas Sosial;", "DINKES;"), "utf-8-sig")
    result = run("import", "Register.karantina.csv", "--yes", "--no-input")
    assert (result.status, result.out) == (3, "fate\trows\nbaru\t1\ndikarantina\t1\n"), result.err
    assert "Karantina: Register.karantina.csv" in result.err
    (row,) = left.read_text("utf-8-sig").splitlines()[1:]
    assert (row.split(";")[3], row.split(";")[-1]) == ("Isi ketiga", "6")
    left.write_text(left.read_text("utf-8-sig").replace("Dinas Perikanan;", "DINKES;"), "utf-8-sig")
    result = run("import", "Register.karantina.csv", "--yes", "--no-input")
    assert (result.status, result.out) == (0, "fate\trows\nbaru\t1\n"), result.err
    assert "boleh dihapus: Register.karantina.csv" in result.err
    assert left.is_file()
    assert run(*CERTAIN).status == 3  # and what has been taken from it may be written over
    assert "Isi ketiga" in left.read_text("utf-8-sig")


@pytest.mark.usefixtures("desk")
def test_a_repaired_quarantine_whose_columns_are_not_all_known_stays_as_it_is(
    register: Path, run: Run
) -> None:
    run(*CERTAIN)
    left = register.with_name("Register.karantina.csv")
    head, row = left.read_text("utf-8-sig").splitlines()
    left.write_text(f"{head};Catatan ruang arsip\r\n{row};lemari 3\r\n", "utf-8-sig")
    kept = left.read_bytes()
    result = run("import", "Register.karantina.csv", "--yes", "--no-input")
    assert "Karantina: Register.karantina-2.csv" in result.err
    assert left.read_bytes() == kept


def test_a_rehearsal_leaves_a_repaired_quarantine_as_it_is(register: Path, run: Run) -> None:
    run(*CERTAIN)
    left = register.with_name("Register.karantina.csv")
    left.write_text(f"{left.read_text('utf-8-sig')}\r\n", "utf-8-sig")
    before = folder(register.parent)
    run("import", "Register.karantina.csv", "--yes", "--no-input", "--dry-run")
    assert folder(register.parent) == before


def _workbook(path: Path, sheets: dict[str, list[list[object]]]) -> None:
    book = openpyxl.Workbook()
    book.remove(book.worksheets[0])
    for name, rows in sheets.items():
        sheet = book.create_sheet(name)
        for row in rows:
            sheet.append(row)
    book.save(path)


def test_columns_of_two_sheets_are_one_only_where_they_mean_the_same(desk: Path, run: Run, ok: Ok) -> None:
    """What the sheet alone tells, the kind, has a column of its own in the quarantine."""
    heads = ["No", "Nomor", "Judul", "Mitra", "Perangkat Daerah", "Jangka Waktu"]
    _workbook(
        desk.with_name("Register.xlsx"),
        {
            "MoU": [
                ["REKAPITULASI"],
                [*heads, "Tanggal", "Ruang"],
                ["1", "9/KB/2024", "Payung baru", "PT Baru Contoh", "Dinas Sosial", "5 tahun", "23/05/2024",
                 "A"],
            ],
            "PKS": [
                ["REKAPITULASI"],
                [*heads, "Tanggal Tanda Tangan", "Tanggal"],
                ["1", "10/PKS/2024", "Isi baru", "PT Baru Contoh", "Dinas Sosial", "2 tahun", "23/05/2024",
                 "24/05/2024"],
            ],
        },
    )  # fmt: skip
    rules = desk.with_name("aturan.toml")
    rules.write_text('[lembar.PKS.kolom]\n"Tanggal" = "starts"\n', "utf-8")
    result = run("import", "Register.xlsx", "--yes", "--no-input", "--rules", "aturan.toml")
    assert result.out == "fate\trows\ndikarantina\t2\n", result.err
    head = desk.with_name("Register.karantina.csv").read_text("utf-8-sig").splitlines()[0]
    added = "Tanggal;Ruang;Tanggal mulai;Jenis naskah"
    assert head == ";".join((*heads, added, "mengapa;ID;lembar;baris"))
    ok("opd", "import", "Register.opd.csv")
    result = run("import", "Register.karantina.csv", "--yes", "--no-input")
    assert result.out == "fate\trows\nbaru\t2\n", result.err
    told = json.loads(ok("show", "PKS-2024-002", "--format", "json"))
    assert (told["signed_on"], told["starts_on"]) == ("2024-05-23", "2024-05-24")


def test_rows_of_one_document_are_named(register: Path, run: Run) -> None:
    register.write_text(f"{register.read_text('utf-8')}\n{';'.join(ROWS[1])}", "utf-8")
    result = run(*CERTAIN)
    assert result.status == 3
    assert "baris 6 dengan baris 4: PKS-2024-002 (Isi baru)" in result.err
    told = json.loads(run(*CERTAIN, "--format", "json").out)
    (merged,) = told["merged_rows"]
    assert (told["merged"], merged["row"], merged["first"]["row"]) == (1, 6, 4)


def test_a_column_of_swapped_days_is_read_when_the_office_says_so(desk: Path, ok: Ok, run: Run) -> None:
    """Nothing in its rows proves it, so that by itself none is taken."""
    book = openpyxl.Workbook()
    sheet = book.worksheets[0]
    sheet.append(("Nomor", "Judul", "Mitra", "Tanggal TTD", "OPD"))
    for at in range(1, 9):
        day = date(2024, at, 5) if at % 2 else f"{12 + at}/5/2024"  # all were typed as days of May
        sheet.append((f"{at}/PKS/2024", f"PKS {at} Contoh", "PT Baru Contoh", day, "DIKBUD"))
    path = desk.with_name("tertukar.xlsx")
    book.save(path)
    found = json.loads(run("import", path, "--yes", "--no-input", "--format", "json").out)
    assert [one["row"] for one in found["problems"]] == [2, 4, 8]
    desk.with_name("aturan.toml").write_text('[tanggal]\n"Tanggal TTD" = "tertukar"\n', "utf-8")
    ok("import", path, "--yes", "--no-input", "--rules", "aturan.toml")
    for at in range(1, 9):
        one = json.loads(ok("show", f"{at}/PKS/2024", "--format", "json"))
        assert one["signed_on"] == f"2024-05-{at if at % 2 else 12 + at:02d}"


@pytest.mark.usefixtures("desk")
def test_what_the_office_has_decided_holds_for_rows_that_say_nothing(
    tmp_path: Path, run: Run, ok: Ok
) -> None:
    """Kind and scheme, also of a partner whose sort nobody knows."""
    sheet, rules = tmp_path / "Lama.csv", tmp_path / "aturan.toml"
    sheet.write_text("Judul;Mitra;OPD;Tanggal TTD\nMagang;SMK Khayalan;Dikbud;23 Mei 2023\n", "utf-8")
    rules.write_text('[bawaan]\nscheme = "ksdpk"\ndoc = "pks"\n', "utf-8")
    asked = run("import", "Lama.csv", "--yes", "--no-input")
    assert (asked.status, asked.out) == (3, "fate\trows\ndikarantina\t1\n")
    taken = run("import", "Lama.csv", "--yes", "--no-input", "--rules", "aturan.toml")
    assert (taken.status, taken.out) == (0, "fate\trows\nbaru\t1\n")
    assert json.loads(ok("show", "PKS-2023-001", "--format", "json"))["scheme"] == "ksdpk"


@pytest.mark.usefixtures("desk")
def test_a_column_of_two_facts_is_told_and_a_sheet_of_counts_is_none(tmp_path: Path, run: Run) -> None:
    book = openpyxl.Workbook()
    recap, list_ = book.worksheets[0], book.create_sheet("Daftar")
    recap.title = "Rekap"
    for row in (("No", "OPD", "Jumlah MoU", "Total"), (1, "Dikbud", 2, 2), (2, "Dinas Khayal", 1, 1)):
        recap.append(row)
    list_.append(("Jenis", "Judul", "Mitra", "OPD", "Nomor & Tanggal"))
    list_.append(("PKS", "Magang", "CV Khayalan", "Dikbud", "12/PKS/2023 tanggal 23 Mei 2023"))
    book.save(tmp_path / "Lama.xlsx")
    found = run("import", "Lama.xlsx", "--dry-run", "--no-input")
    assert 'lembar "Rekap" memuat rekapitulasi dan tidak diambil.' in found.err
    assert "Dinas Khayal" not in found.err
    assert (
        'kolom E "Nomor & Tanggal": kolom ini memuat dua isian dalam satu sel dan tidak diambil' in found.err
    )


@pytest.mark.usefixtures("desk")
def test_a_row_that_is_struck_through_is_left_to_a_person(tmp_path: Path, run: Run) -> None:
    book = openpyxl.Workbook()
    sheet = book.worksheets[0]
    sheet.append(("Jenis", "Judul", "Mitra", "OPD", "Tanggal TTD"))
    for title in ("Magang", "Batal"):
        sheet.append(("PKS", title, "CV Khayalan", "Dikbud", "23 Mei 2023"))
    for cell in sheet[3]:
        cell.font = Font(strike=True)
    book.save(tmp_path / "Lama.xlsx")
    found = run("import", "Lama.xlsx", "--yes", "--no-input")
    assert (found.status, found.out) == (3, "fate\trows\nbaru\t1\ndikarantina\t1\n")
    assert (
        "baris 3: dicoret di lembarnya; bila batal, hapus barisnya; bila masih benar, biarkan." in found.err
    )
    again = run("import", "Lama.karantina.csv", "--yes", "--no-input")
    assert (again.status, again.out) == (0, "fate\trows\nbaru\t1\n")
