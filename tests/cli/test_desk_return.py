"""What an OPD meant, and nothing else: sheets that come back changed, corrected, damaged or not as sheets."""

from __future__ import annotations

import re
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any

import openpyxl
import pytest

from kskd.interchange.sheets.csvrows import grid_of
from kskd.workflows.desk import sending
from tests.cli.command_line import document, folder
from tests.cli.test_desk import PKS, fill

if TYPE_CHECKING:
    from tests.cli.command_line import Ok, Refused, Run

FEBRUARY = "1739577600"  # 15 February 2025, 00:00 UTC
TAKE = ("desk", "import", "--yes")


@pytest.fixture
def sheet(busy: Path, ok: Ok, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The workbook of DINKES for 2025-S1 as it went out in January; now it is February."""
    ok("desk", "export", "--period", "2025-S1", "--format", "xlsx")
    monkeypatch.setenv("SOURCE_DATE_EPOCH", FEBRUARY)
    return busy.parent / "desk/DINKES-2025-S1.xlsx"


def evaluation(ok: Ok) -> dict[str, Any]:
    """What is recorded of the document for the period."""
    shown = document(ok("show", PKS, "--format", "json"))["evaluations"]
    return next((dict(one) for one in shown if one["period"] == "2025-S1"), {})


def obstacles(ok: Ok) -> list[dict[str, Any]]:
    """The obstacles that the period told first."""
    shown = document(ok("show", PKS, "--format", "json"))["obstacles"]
    return [one for one in shown if one["opened"] == "2025-S1"]


def test_every_open_cell_is_text(sheet: Path) -> None:
    book = openpyxl.load_workbook(sheet)
    formats = {
        cell.number_format
        for page in book
        for row in page.iter_rows()
        for cell in row
        if not cell.protection.locked
    }
    assert formats == {"@"}


def test_a_target_is_never_a_bare_number(busy: Path, ok: Ok) -> None:
    """ "13.000" alone is 13 for a spreadsheet that takes points for decimal ones."""
    ok("target", "add", PKS, "--indicator", "Sampah", "--value", "13000", "--unit", "ton")
    ok("target", "add", PKS, "--indicator", "Indeks", "--value", "1,5")
    ok("desk", "export", "--period", "2025-S1", "--format", "csv")
    path = "desk/DINKES-2025-S1-target.csv"
    at = 5
    shown = [row[at].text for row in grid_of(path, Path(path).read_bytes()).rows.values()]
    assert shown == ["wanted", "Target", "75 orang", "13.000 ton", "1,5 (tanpa satuan)"]


def test_an_opd_corrects_its_own_answers_and_obstacle(sheet: Path, run: Run, ok: Ok) -> None:
    first = {"implementation": "Dilaksanakan sebagian", "item:hasil": "Nyata", "obstacle": "Armada rusak",
             "category": "Sarana dan prasarana", "effort": "Perbaikan"}  # fmt: skip
    fill(sheet, first)
    ok(*TAKE, sheet)
    fill(sheet, {**first, "implementation": "Dilaksanakan penuh", "item:hasil": "Terbatas",
                 "obstacle": "Dua armada rusak", "effort": "Sewa armada"})  # fmt: skip
    refused = run(*TAKE, sheet)
    assert refused.status == 3
    assert refused.err.count("--reason") == 3, "state, answer and obstacle are corrections"
    said = run(*TAKE, sheet, "--reason", "perbaikan dari OPD")
    assert said.status == 0
    assert "berbeda dari kantor" not in said.err
    found = evaluation(ok)
    assert (found["implementation"], found["opd_implementation"]) == ("penuh", None)
    assert (found["answers"], found["opd_answers"]) == ({"hasil": "terbatas"}, {})
    (one,) = obstacles(ok)
    assert (one["text"], [effort["text"] for effort in one["efforts"]]) == (
        "Dua armada rusak",
        ["Sewa armada"],
    )
    assert "Tidak ada yang berubah" in run(*TAKE, sheet).err


def test_what_the_office_answered_or_changed_since_is_no_longer_the_opds(
    sheet: Path, run: Run, ok: Ok
) -> None:
    fill(sheet, {"item:hasil": "Nyata", "item:koordinasi": "Baik"})
    ok(*TAKE, sheet)
    ok("evaluate", PKS, "--period", "2025-S1", "--answer", "hasil=terbatas", "--voice", "bagian")
    fill(sheet, {"item:hasil": "Tidak tampak", "item:koordinasi": "Cukup"})
    said = run(*TAKE, sheet, "--reason", "perbaikan dari OPD").err
    assert said.splitlines()[:2] == [
        "Jawaban OPD berbeda dari kantor:",
        f"  {PKS} hasil: OPD menjawab tidak, yang dihitung terbatas",
    ]
    found = evaluation(ok)
    assert found["answers"] == {"hasil": "terbatas", "koordinasi": "cukup"}
    assert found["opd_answers"] == {"hasil": "tidak"}


def test_an_effort_against_an_old_obstacle_is_corrected_too(sheet: Path, ok: Ok) -> None:
    fill(sheet, {"effort": "Rapat"}, part="Kendala")
    ok(*TAKE, sheet)
    fill(sheet, {"effort": "Rapat bulanan"}, part="Kendala")
    ok(*TAKE, sheet, "--reason", "perbaikan dari OPD")
    old = document(ok("show", PKS, "--format", "json"))["obstacles"][0]
    assert [one["text"] for one in old["efforts"]] == ["Usulan perubahan anggaran", "Rapat bulanan"]


def test_a_list_in_one_cell_is_several_obstacles_and_told(sheet: Path, run: Run, ok: Ok) -> None:
    fill(sheet, {"obstacle": "1. Armada rusak 2. Pelatih pindah", "effort": "- Perbaikan\n- Usulan"})
    said = run(*TAKE, sheet).err
    assert "dibaca sebagai 2 permasalahan" in said
    assert [(one["text"], one["efforts"][0]["text"]) for one in obstacles(ok)] == [
        ("Armada rusak", "Perbaikan"),
        ("Pelatih pindah", "Usulan"),
    ]


@pytest.mark.parametrize("nothing", ["belum ada", "Nihil", "tidak ada", "-", "Belum ada bukti."])
def test_what_says_that_there_is_nothing_is_no_evidence_and_no_name(
    nothing: str, sheet: Path, run: Run, ok: Ok
) -> None:
    fill(sheet, {"item:hasil": "Nyata", "evidence:hasil": nothing, "evidence": nothing, "filler": nothing})
    said = run(*TAKE, sheet)
    assert said.status == 0
    assert said.err.count("dibaca sebagai kosong") == 3
    found = evaluation(ok)
    assert (found["evidence"], found["filler"]) == ([], None)


def test_what_says_that_there_is_nothing_is_refused_at_the_keyboard(
    busy: Path, ok: Ok, refused: Refused
) -> None:
    evaluate = ("evaluate", PKS, "--period", "2024-S2")
    for said in (("--evidence", "belum ada"), ("--evidence", "hasil=tidak ada"), ("--filler", "-"),
                 ("--filler", "mitra=belum ada")):  # fmt: skip
        assert "tidak ada atau belum diketahui" in refused(*evaluate, *said)
    new = ("add-mou", "--scheme", "ksdpk", "--title", "Gizi", "--opd", "DINKES", "--new", "--partner")
    assert "nama mitra tidak ada" in refused(*new, "belum ada")
    assert "nama mitra tidak ada" in refused("partner", "add", "nihil")
    ok(*new, "PT Gizi Contoh", "--number", "-", "--partner-number", "belum ada")
    made = document(ok("list", "--format", "json", "--doc", "kb"))["items"][-1]
    assert [one for one in made["numbers"] if one["number"]] == []


@pytest.mark.parametrize(
    ("day", "said"),
    [
        ("14/1/2025", "mendahului hari lembar dibuat (15 Januari 2025)"),
        ("11/2/2025", "sesudah hari lembar diterima (10 Februari 2025)"),
    ],
)
def test_a_report_day_on_which_nobody_had_the_sheet_is_no_answer(
    day: str, said: str, sheet: Path, run: Run, ok: Ok
) -> None:
    fill(sheet, {"implementation": "Dilaksanakan penuh", "reported_on": day})
    result = run(*TAKE, sheet, "--on", "2025-02-10")
    assert result.status == 3
    assert said in result.err
    assert evaluation(ok)["reported_on"] is None, "what was told and cannot be is not guessed either"


def test_a_date_that_the_spreadsheet_made_is_told_with_the_other_reading(sheet: Path, run: Run) -> None:
    fill(sheet, {"reported_on": date(2025, 2, 1), "implementation": "Dilaksanakan penuh"})
    fill(sheet, {"realisation": 13.5}, part="Target")
    said = run(*TAKE, sheet, "--dry-run").err
    assert "dibaca 1 Februari 2025. Periksa: yang diketik mungkin 2 Januari 2025." in said
    assert "dibaca 13,5. Periksa: yang diketik mungkin 13.500." in said


def test_a_realisation_out_of_proportion_is_told(sheet: Path, run: Run, ok: Ok) -> None:
    fill(sheet, {"realisation": "75000"}, part="Target")
    said = run(*TAKE, sheet).err
    assert re.search(
        "Peringatan: .* adalah 100.000,0% dari target 75; periksa angkanya; .*kskd evaluate", said
    )
    said = run("evaluate", PKS, "--period", "2025-S1", "--realisation", "1=0,5", "--reason", "x").err
    assert "adalah 0,7% dari target 75; periksa angkanya; " in said
    said = run("evaluate", PKS, "--period", "2025-S1", "--realisation", "1=60", "--reason", "x").err
    assert "periksa" not in said


def test_refused_cells_come_back_as_a_sheet_that_is_sent_filled_and_taken(
    sheet: Path, run: Run, ok: Ok
) -> None:
    fill(sheet, {"implementation": "Dilaksanakan penuh", "item:hasil": "Ya", "reported_on": "1/2/2025"})
    fill(sheet, {"realisation": "1.250"}, part="Target")
    result = run(*TAKE, sheet)
    assert result.status == 3
    (path,) = re.findall(r"^Lembar perbaikan untuk dikirim kepada OPD: (.+)$", result.err, re.MULTILINE)
    book = openpyxl.load_workbook(path)
    assert book.sheetnames == ["Petunjuk", "Evaluasi", "Target", "Daftar"]
    told = " ".join(
        str(cell.value) for page in book for row in page.iter_rows() for cell in row if cell.value
    )
    assert '"Ya" bukan pilihan yang ada' in told
    assert 'Angka "1.250" tidak jelas' in told
    assert "Lembar ini menanyakan lagi" in told
    assert "30 Juli 2025" in told
    assert not re.search(r"--[a-z]|\bkskd (?!desk/)[a-z]", told), "no OPD is told to type a command"
    fill(path, {"item:hasil": "Nyata"})
    fill(path, {"realisation": "60"}, part="Target")
    again = run(*TAKE, path)
    assert (again.status, again.err.count("tidak ada pada lembar ini")) == (0, 0)
    assert evaluation(ok)["answers"] == {"hasil": "nyata"}
    assert evaluation(ok)["reported_on"] == "2025-02-01"


def test_a_sheet_that_asks_again_has_a_deadline_that_can_be_kept(
    sheet: Path, run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1754006400")  # 1 August 2025, 00:00 UTC
    fill(sheet, {"item:hasil": "Ya"})
    run(*TAKE, sheet)
    (path,) = Path("desk").glob("*-perbaikan-*.xlsx")
    told = [str(row[1].value) for row in openpyxl.load_workbook(path)["Petunjuk"].iter_rows()]
    assert "31 Agustus 2025" in told
    assert "30 Juli 2025" not in told


def test_what_the_office_has_to_decide_is_not_sent_to_the_opd(sheet: Path, run: Run, ok: Ok) -> None:
    ok("evaluate", PKS, "--period", "2025-S1", "--others", "Rapat")
    fill(sheet, {"others": "Rapat bulanan"})
    result = run(*TAKE, sheet)
    assert result.status == 3
    assert "Lembar perbaikan" not in result.err


def test_a_sheet_that_was_filled_is_never_written_over(sheet: Path, ok: Ok, refused: Refused) -> None:
    fill(sheet, {"implementation": "Dilaksanakan penuh"})
    filled = sheet.read_bytes()
    said = refused("desk", "export", "--period", "2025-S1")
    assert "tidak ditimpa" in said
    assert "DINKES-2025-S1.xlsx" in said
    assert sheet.read_bytes() == filled
    ok("desk", "export", "--period", "2025-S1", "--out", "lain")
    assert Path("lain/DINKES-2025-S1.xlsx").exists()


def test_a_sheet_that_is_as_kskd_wrote_it_gives_way_to_a_newer_one(sheet: Path, ok: Ok) -> None:
    before = sheet.read_bytes()
    ok("update", PKS, "--title", "Judul baru", "--reason", "x")
    ok("desk", "export", "--period", "2025-S1", "--format", "xlsx")
    assert sheet.read_bytes() != before
    ok("desk", "export", "--period", "2025-S1", "--format", "xlsx")


def test_a_sheet_is_known_before_it_is_there(
    busy: Path, ok: Ok, run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The disk is full in the middle of the export: what was written can come back all the same."""
    export = ("desk", "export", "--period", "2025-S1", "--format", "xlsx")
    made: list[dict[str, bytes]] = []

    def interrupted(_: Path, files: dict[str, bytes]) -> int:
        made.append(files)
        raise KeyboardInterrupt

    with monkeypatch.context() as patch:
        patch.setattr(sending, "write_own", interrupted)
        assert run(*export).status != 0
    ((name, content),) = made[0].items()
    Path(name).write_bytes(content)
    fill(name, {"implementation": "Dilaksanakan penuh"})
    assert run(*TAKE, name).status == 0
    assert evaluation(ok)["implementation"] == "penuh"


def test_a_deadline_that_is_over_is_never_printed(
    busy: Path, run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    """At a terminal it is asked for (``test_interactive``); where nobody can be asked it is told."""
    monkeypatch.setenv("SOURCE_DATE_EPOCH", FEBRUARY)
    result = run("desk", "export", "--period", "2024-S2", "--format", "html")
    assert result.status == 0
    over = "Peringatan: batas menurut report-days, 30 Januari 2025, sudah lewat, maka dipakai 17 Maret 2025;"
    assert f"{over} ubah dengan --due TANGGAL." in result.err
    page = Path("desk/DINKES-2024-S2.html").read_text("utf-8")
    assert ("17 Maret 2025" in page, "30 Januari 2025" in page) == (True, False)


@pytest.mark.parametrize(
    ("name", "content", "said"),
    [
        ("lembar.pdf", b"%PDF-1.7\n", "adalah PDF"),
        ("lembar.xlsx", b"", "kosong"),
        ("lembar.csv", b"\xef\xbb\xbf\r\n", "kosong"),
        ("foto.jpg", b"\xff\xd8\xff\xe0rest", "adalah foto (JPEG)"),
        ("lembar.xls", b"<html><table></table></html>", "adalah halaman HTML"),
    ],
)
def test_a_file_that_is_no_sheet_is_called_what_it_is(
    name: str, content: bytes, said: str, busy: Path, refused: Refused
) -> None:
    Path(name).write_bytes(content)
    sentence = refused(*TAKE, name)
    assert said in sentence
    assert name in sentence


def test_a_row_sorted_apart_and_a_merged_cell_end_with_status_3(sheet: Path, run: Run) -> None:
    fill(sheet, {"implementation": "Dilaksanakan penuh"})
    book = openpyxl.load_workbook(sheet)
    page = book["Evaluasi"]
    last = page.max_column
    page.cell(3, last).value = "PKS-2024-099"
    book.save("geser.xlsx")
    result = run(*TAKE, "geser.xlsx", "--dry-run")
    assert (result.status, "selnya bergeser" in result.err) == (3, True)
    page.cell(3, last).value = PKS
    page.merge_cells("I3:J3")
    book.save("gabung.xlsx")
    result = run(*TAKE, "gabung.xlsx", "--dry-run")
    assert (result.status, "sel gabungan I3:J3" in result.err) == (3, True)


def test_every_line_of_change_names_its_sheet(sheet: Path, run: Run) -> None:
    fill(sheet, {"implementation": "Dilaksanakan penuh"})
    fill(sheet, {"realisation": "60"}, part="Target")
    said = run(*TAKE, sheet, "--dry-run").err
    assert re.search(r'^  lembar "Evaluasi" sel I3 Pelaksanaan: ', said, re.MULTILINE)
    assert re.search(r'^  lembar "Target" sel I3 Realisasi Bidan terlatih: ', said, re.MULTILINE)


def test_a_dry_run_writes_no_sheet_of_corrections(sheet: Path, run: Run) -> None:
    fill(sheet, {"item:hasil": "Ya"})
    before = folder(sheet.parent)
    assert run(*TAKE, sheet, "--dry-run").status == 3
    assert folder(sheet.parent) == before


def test_evidence_and_plain_answers_that_are_said_otherwise_give_way(sheet: Path, run: Run, ok: Ok) -> None:
    """Nothing is there twice: proofs of an item, other proofs, realisation, who filled it, other matters."""
    fill(sheet, {"item:hasil": "Nyata", "evidence:hasil": "Foto\nDaftar hadir", "evidence": "Notula",
                 "filler": "Sekretaris", "others": "Rapat"})  # fmt: skip
    fill(sheet, {"realisation": "60"}, part="Target")
    fill(sheet, {"done_on": "1/2/2025", "proof": "Notula"}, part="Tindak lanjut")
    ok(*TAKE, sheet)
    ok("evaluate", PKS, "--period", "2025-S1", "--evidence", "hasil=Dilihat sendiri oleh bagian")
    fill(sheet, {"evidence:hasil": "Foto kegiatan", "evidence": "Notula\nSurat tugas", "filler": "Kepala",
                 "others": "Rapat bulanan"})  # fmt: skip
    fill(sheet, {"realisation": "65"}, part="Target")
    fill(sheet, {"done_on": "2/2/2025", "proof": "Notula rapat"}, part="Tindak lanjut")
    refused = run(*TAKE, sheet, "--dry-run")
    assert (refused.status, refused.err.count("--reason")) == (3, 5), "a further proof needs none"
    ok(*TAKE, sheet, "--reason", "perbaikan dari OPD")
    found = evaluation(ok)
    assert [(one["item"], one["text"]) for one in found["evidence"]] == [
        ("hasil", "Foto kegiatan"),
        (None, "Notula"),
        ("hasil", "Dilihat sendiri oleh bagian"),
        (None, "Surat tugas"),
    ]
    assert (found["filler"], found["others"]) == ("Kepala", "Rapat bulanan")
    shown = document(ok("show", PKS, "--format", "json"))
    assert [one["proof"] for one in shown["actions"]] == ["Notula rapat"]
    assert "Tidak ada yang berubah" in run(*TAKE, sheet).err
    fill(sheet, {"evidence:hasil": "Foto"})
    ok(*TAKE, sheet, "--reason", "sekali lagi")
    texts = [one["text"] for one in evaluation(ok)["evidence"]]
    assert texts == ["Foto", "Notula", "Dilihat sendiri oleh bagian", "Surat tugas"]
    ok("undo", "--reason", "uji", "--yes")
    assert next(one["text"] for one in evaluation(ok)["evidence"]) == "Foto kegiatan"


def test_evidence_that_goes_leaves_the_offices_own_and_files_alone(sheet: Path, ok: Ok) -> None:
    fill(sheet, {"item:hasil": "Nyata", "evidence:hasil": "A\nB\nC"})
    ok(*TAKE, sheet)
    Path("bukti.txt").write_text("isi", "utf-8")
    ok("evaluate", PKS, "--period", "2025-S1", "--evidence", "hasil=bukti.txt", "--evidence", "hasil=D")
    for cell, left in (("C", ["C", "bukti.txt", "D"]), ("E", ["E", "bukti.txt", "D"])):
        fill(sheet, {"evidence:hasil": cell})
        ok(*TAKE, sheet, "--reason", "perbaikan dari OPD")
        assert [one["text"] for one in evaluation(ok)["evidence"]] == left


def test_what_a_corrected_sheet_denies_or_leaves_out_is_told(sheet: Path, run: Run, ok: Ok) -> None:
    fill(sheet, {"obstacle": "Armada rusak\nPelatih pindah", "unchanged": "Ya"})
    fill(sheet, {"closed": "Ya"}, part="Kendala")
    ok(*TAKE, sheet)
    fill(sheet, {"obstacle": "Armada rusak", "unchanged": "Tidak"})
    fill(sheet, {"closed": "Belum"}, part="Kendala")
    said = run(*TAKE, sheet).err
    assert 'kendala 3 ("Pelatih pindah") tidak disebut lagi, tetapi tetap tercatat' in said
    assert f"kskd evaluate {PKS} --period 2025-S1 --close-obstacle 3" in said
    assert "kendala 1 sudah tercatat selesai pada 2025-S1 dan tetap selesai" in said
    assert '"Tidak ada perubahan" sudah tercatat' in said
    fill(sheet, {"obstacle": "nihil"})
    assert run(*TAKE, sheet).err.count("tidak disebut lagi") == 2
