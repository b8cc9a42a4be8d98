"""The desk round on the command line: out, back with consent, how it stands, and who is met when."""

from __future__ import annotations

import random
import re
import sys
import zipfile
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any

import openpyxl
import pytest

from kskd.domain.values.period import Period
from kskd.interchange.csvfile import grid_bytes
from kskd.interchange.sheets.grids import read_grids
from kskd.registry.act import Act
from kskd.registry.database import writing
from kskd.registry.tables.closings import close
from tests.cli.command_line import Ok, Refused, Run, document, faults, folder, table

PKS = "PKS-2024-001"
EXPORT = ("desk", "export", "--period", "2024-S2")
SHEET = "desk/DINKES-2024-S2.xlsx"


def fill(path: Path | str, cells: dict[str, Any], *, part: str = "Evaluasi", row: int = 3) -> None:
    """Fill cells of one row by the keys of their columns, as a person would in the workbook."""
    book = openpyxl.load_workbook(path)
    page = book[part]
    keys = [str(cell.value) for cell in page[1]]
    for key, value in cells.items():
        page.cell(row, keys.index(key) + 1).value = value
    book.save(path)


@pytest.fixture
def sheet(busy: Path, ok: Ok) -> Path:
    """The workbook of DINKES for 2025-S1, of which nothing is reported yet, as it went out."""
    ok("desk", "export", "--period", "2025-S1", "--format", "xlsx")
    return busy.parent / "desk/DINKES-2025-S1.xlsx"


def answers(ok: Ok, period: str = "2025-S1") -> dict[str, object]:
    """What ``show`` says of the document in the period."""
    shown = document(ok("show", PKS, "--format", "json"))
    found = [one for one in shown["evaluations"] if one["period"] == period]
    return dict(found[0]) if found else {}


def test_every_opd_gets_a_workbook_csv_and_a_page_and_again_nothing_is_touched(busy: Path, ok: Ok) -> None:
    paths = ok(*EXPORT).splitlines()
    assert sorted(path.partition("DINKES-2024-S2")[2] for path in paths) == [
        "-evaluasi.csv", "-target.csv", "-tindak-lanjut.csv", ".html", ".xlsx",
    ]  # fmt: skip
    before = folder(busy.parent)
    assert ok(*EXPORT).splitlines() == paths
    assert folder(busy.parent) == before


def test_without_the_extra_csv_and_page_still_go_out(
    busy: Path, run: Run, refused: Refused, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(sys.modules, "xlsxwriter", None)
    assert "pip install" in refused(*EXPORT, "--format", "xlsx")
    result = run(*EXPORT)
    assert result.status == 0
    assert "pip install" in result.err
    assert {path.rpartition(".")[2] for path in result.out.splitlines()} == {"csv", "html"}


@pytest.mark.parametrize(
    ("args", "said"),
    [
        (("2024-S2", "--format", "ods"), "xlsx, csv, html"),
        (("2024-S2", "--opd", "DIKBUD"), "tidak mempunyai naskah"),
        (("2024-S2", "--due", "2024-12-31"), "sudah lewat"),
        (("2026-S1",), "belum dimulai"),
    ],
)
def test_an_export_that_makes_no_sense_is_refused(
    args: tuple[str, ...], said: str, busy: Path, run: Run
) -> None:
    result = run("desk", "export", "--period", *args)
    assert faults(result) == []
    assert said in result.err
    assert not (busy.parent / "desk").exists()


def test_a_dry_run_of_the_export_writes_no_file(busy: Path, ok: Ok) -> None:
    before = folder(busy.parent)
    assert SHEET in ok(*EXPORT, "--dry-run")
    assert folder(busy.parent) == before


def test_the_printed_page_shows_the_registry_as_text_and_its_digest(busy: Path, ok: Ok) -> None:
    ok("update", PKS, "--title", "Mutu <b>bidan</b>", "--reason", "x")
    ok(*EXPORT, "--format", "html")
    page = (busy.parent / "desk/DINKES-2024-S2.html").read_text("utf-8")
    assert "Mutu &lt;b&gt;bidan&lt;/b&gt;" in page
    (sent,) = [one for one in page.split("<") if "kskd-desk/1 2024-S2 DINKES" in one]
    digest = sent.split()[-1]
    assert " ".join(digest[at : at + 4] for at in range(0, 16, 4)) in page
    assert "215mm 330mm" in page
    assert page.count(">☐<") > 20
    ok(*EXPORT, "--format", "docx")
    with zipfile.ZipFile(busy.parent / "desk/DINKES-2024-S2.docx") as package:
        words = re.sub("<[^>]+>", "", package.read("word/document.xml").decode())
    assert digest in words
    assert words.count("☐") == page.count(">☐<")


def test_answers_are_shown_old_and_new_and_wait_for_consent(sheet: Path, run: Run, ok: Ok) -> None:
    fill(sheet, {"implementation": "Dilaksanakan penuh", "item:koordinasi": "baik"})
    before = sheet.parent.parent.joinpath("kskd.db").read_bytes()
    result = run("desk", "import", sheet)
    assert (result.status, result.out) == (1, "")
    assert "Pelaksanaan: belum tercatat → penuh" in result.err
    assert "kskd desk import … --yes" in result.err
    assert run("desk", "import", sheet, "--dry-run").status == 0
    assert sheet.parent.parent.joinpath("kskd.db").read_bytes() == before
    assert ok("desk", "import", sheet, "--yes") == f"{PKS} 2025-S1\n"
    assert answers(ok)["implementation"] == "penuh"
    assert answers(ok)["reported_on"] == "2025-01-15", "the day on which the sheet came back"


def test_what_is_recorded_is_corrected_only_with_a_reason_and_the_rest_lands(
    sheet: Path, run: Run, ok: Ok
) -> None:
    ok("evaluate", PKS, "--period", "2025-S1", "--others", "Rapat")
    fill(sheet, {"others": "Rapat bulanan", "obstacle": "Pelatih pindah", "effort": "3=pelatih baru"})
    result = run("desk", "import", sheet, "--yes")
    assert result.status == 3
    assert re.search(
        r'DINKES-2025-S1.xlsx lembar "Evaluasi" sel [A-Z]3 \(Hal lain yang disepakati\): ', result.err
    )
    assert "--reason" in result.err
    assert answers(ok)["others"] == "Rapat"
    assert "3=pelatih baru" in ok("show", PKS, "--format", "json")
    assert run("desk", "import", sheet, "--yes", "--reason", "kata OPD").status == 0
    assert answers(ok)["others"] == "Rapat bulanan"


def test_office_and_opd_are_two_voices_and_their_disagreement_stands_on_top(
    sheet: Path, run: Run, ok: Ok
) -> None:
    """What the office recorded goes on to count; what the OPD says is kept beside it, without a reason."""
    ok("evaluate", PKS, "--period", "2025-S1", "--answer", "koordinasi=baik", "--answer", "hasil=nyata",
       "--implementation", "sebagian")  # fmt: skip
    fill(sheet, {"implementation": "Belum dilaksanakan", "item:koordinasi": "Kurang", "item:hasil": "Nyata"})
    result = run("desk", "import", sheet, "--yes")
    assert result.status == 0
    first, state, second, *_ = result.err.splitlines()
    assert first == "Jawaban OPD berbeda dari kantor:"
    assert state == f"  {PKS} pelaksanaan: OPD menjawab belum, yang dihitung sebagian"
    assert second == f"  {PKS} koordinasi: OPD menjawab kurang, yang dihitung baik"
    assert answers(ok)["answers"] == {"koordinasi": "baik", "hasil": "nyata"}
    assert answers(ok)["opd_answers"] == {"koordinasi": "kurang"}
    assert (answers(ok)["implementation"], answers(ok)["opd_implementation"]) == ("sebagian", "belum")
    assert answers(ok)["channel"] == "desk"
    assert "Tidak ada yang berubah" in run("desk", "import", sheet, "--yes").err


def test_a_sheet_of_a_closed_period_needs_a_reason(sheet: Path, busy: Path, ok: Ok, refused: Refused) -> None:
    act = Act(datetime(2025, 1, 15, tzinfo=UTC), "analis", "uji")
    with writing(busy, act) as session:
        close(session, Period.parse("2025-S1"), date(2025, 1, 15))
    fill(sheet, {"implementation": "Dilaksanakan penuh"})
    assert "sudah ditutup" in refused("desk", "import", sheet, "--yes")
    ok("desk", "import", sheet, "--yes", "--reason", "terlambat dikirim")
    assert answers(ok)["implementation"] == "penuh"


def test_problems_and_efforts_that_are_none_make_no_obstacle(sheet: Path, ok: Ok) -> None:
    fill(sheet, {"obstacle": "Nihil", "effort": "tidak ada.", "implementation": "Dilaksanakan penuh"})
    ok("desk", "import", sheet, "--yes")
    assert all(
        one["opened"] != "2025-S1" for one in document(ok("show", PKS, "--format", "json"))["obstacles"]
    )


def test_a_cell_is_taken_as_it_stands_and_read_as_no_notation_of_options(sheet: Path, ok: Ok) -> None:
    fill(
        sheet,
        {"filler": "Mitra = Pengisi", "evidence": "hasil=Foto", "effort": "1=Surat", "obstacle": "2=Dana"},
    )
    ok("desk", "import", sheet, "--yes")
    told = answers(ok)
    assert (told["filler"], told["fillers"]) == ("Mitra = Pengisi", [])
    assert told["evidence"] == [{"text": "hasil=Foto", "sha256": None, "size": None, "item": None}]
    last = document(ok("show", PKS, "--format", "json"))["obstacles"][-1]
    assert (last["text"], [effort["text"] for effort in last["efforts"]]) == ("2=Dana", ["1=Surat"])


def test_old_obstacles_actions_and_targets_are_told_on_their_own_sheets(sheet: Path, ok: Ok) -> None:
    fill(sheet, {"effort": "Anggaran tersedia", "closed": "Ya"}, part="Kendala")
    fill(sheet, {"done_on": "14/1/2025", "proof": "Notula"}, part="Tindak lanjut")
    fill(sheet, {"realisation": "62,5"}, part="Target")
    told = ok("desk", "import", sheet, "--yes")
    assert told == f"{PKS} 2025-S1\n"
    shown = ok("show", PKS, "--format", "json")
    for what in ("Anggaran tersedia", '"2025-01-14"', "Notula", "62.5"):
        assert what in shown


def test_a_sheet_asks_about_obstacles_that_a_report_of_a_part_of_its_period_told(busy: Path, ok: Ok) -> None:
    ok("evaluate", PKS, "--period", "2024-Q4", "--obstacle", "Gudang bocor")
    ok("evaluate", PKS, "--period", "2024-S2", "--obstacle", "Kuota habis")
    ok(*EXPORT, "--format", "xlsx")
    page = openpyxl.load_workbook(busy.parent / SHEET)["Kendala"]
    told = {cell.value for row in page for cell in row}
    assert "Gudang bocor" in told
    assert "Kuota habis" not in told


def test_parts_as_csv_come_back_together(busy: Path, ok: Ok) -> None:
    paths = ok("desk", "export", "--period", "2025-S1", "--format", "csv").splitlines()
    for path, key, value in (
        (paths[0], "implementation", "DILAKSANAKAN PENUH"),
        (paths[1], "realisation", "70"),
    ):
        rows = [
            [row[at].text if at in row else "" for at in range(1, 40)]
            for row in read_grids(path)[0][0].rows.values()
        ]
        rows[2][rows[0].index(key)] = value
        busy.parent.joinpath(path).write_bytes(grid_bytes(rows))
    ok("desk", "import", *paths, "--yes")
    assert answers(ok)["implementation"] == "penuh"
    assert "70" in ok("show", PKS, "--format", "json")


def test_a_sheet_of_another_registry_or_with_another_code_is_refused(
    sheet: Path, busy: Path, ok: Ok, refused: Refused
) -> None:
    ok("init", "--name", "Kota Lain", "--db", "lain.db")
    assert "tidak pernah dikirim" in refused("desk", "import", sheet, "--yes", "--db", "lain.db")
    book = openpyxl.load_workbook(sheet)
    for page in book:
        for row in page.iter_rows():
            for cell in row:
                if isinstance(cell.value, str) and cell.value.startswith("kskd-desk/1 "):
                    cell.value = cell.value.replace(" 2025-S1 ", " 2024-S2 ")
    book.save("ubahan.xlsx")
    assert "sudah diubah" in refused("desk", "import", "ubahan.xlsx", "--yes")


def test_a_sheet_of_an_instrument_no_longer_used_is_refused(sheet: Path, ok: Ok, refused: Refused) -> None:
    ok("instrument", "eject", "baru.toml")
    new = sheet.parent.parent / "baru.toml"
    new.write_text(new.read_text("utf-8").replace('code = "inti"', 'code = "sendiri"', 1), "utf-8")
    ok("instrument", "use", "baru.toml")
    assert "sedangkan yang dipakai kini sendiri/" in refused("desk", "import", sheet, "--yes")


def test_a_file_that_is_no_sheet_costs_the_others_nothing(sheet: Path, run: Run, ok: Ok) -> None:
    fill(sheet, {"implementation": "Dilaksanakan penuh"})
    Path("laporan.csv").write_text("a;b\n1;2\n", "utf-8")
    Path("foto.xlsx").write_bytes(b"PK\x03\x04" + bytes(9))
    result = run("desk", "import", "laporan.csv", "foto.xlsx", sheet, "--yes")
    assert result.status == 3
    assert [line for line in result.err.splitlines() if line.startswith("Tidak dibaca: ")] == [
        'Tidak dibaca: Berkas "foto.xlsx" rusak atau bukan workbook .xlsx; buka di Excel atau LibreOffice,'
        " lalu simpan ulang sebagai .xlsx.",
        'Tidak dibaca: Berkas "laporan.csv" tidak memuat kode lembar desk evaluasi; minta OPD mengirim lembar'
        " yang dibuat kskd desk export, atau buat lagi.",
    ]
    assert answers(ok)["implementation"] == "penuh"
    assert faults(run("desk", "import", "laporan.csv", "--yes"), status=1) == []
    assert faults(run("desk", "import", "foto.xlsx", "tiada.xlsx", "--yes"), status=1) == []


def test_damaged_workbooks_are_one_sentence_each(sheet: Path, run: Run) -> None:
    """Bytes changed and cut at random: read, or refused; never a traceback."""
    whole, chance = sheet.read_bytes(), random.Random(3)  # noqa: S311 - damage, not secrets
    for _ in range(40):
        spoilt = bytearray(whole[: chance.randrange(len(whole))] if chance.random() < 0.2 else whole)
        for _ in range(chance.randrange(1, 30)):
            if spoilt:
                spoilt[chance.randrange(len(spoilt))] = chance.randrange(256)
        sheet.write_bytes(spoilt)
        result = run("desk", "import", sheet, "--yes", "--dry-run")
        if result.status not in {0, 3}:
            assert faults(result, status=1) == []


def test_the_round_stands_as_it_went(busy: Path, ok: Ok, monkeypatch: pytest.MonkeyPatch) -> None:
    def state(*args: str) -> dict[str, str]:
        (row,) = table(ok("desk", "status", "--period", "2025-S1", "--format", "tsv", *args))
        return {key: row[key] for key in ("state", "days", "asked", "complete", "missing", "refused")}

    nothing = {"asked": "1", "complete": "0", "missing": "11", "refused": "0"}
    assert state() == {"state": "unsent", "days": "", **nothing}
    ok("desk", "export", "--period", "2025-S1", "--format", "xlsx", "--due", "2025-01-20")
    assert state() == {"state": "waiting", "days": "5", **nothing}
    assert state("--as-of", "2025-01-23") == {"state": "late", "days": "-3", **nothing}
    fill("desk/DINKES-2025-S1.xlsx", {"implementation": "Dilaksanakan penuh"})
    ok("desk", "import", "desk/DINKES-2025-S1.xlsx", "--yes", "--on", "2025-01-14")
    assert state() == {"state": "returned", "days": "6", **nothing, "missing": "10"}
    instrument = document(ok("desk", "status", "--period", "2025-S1", "--format", "json"))
    assert instrument["schema"] == "kskd/desk-status/1"
    assert instrument["items"][0]["returned_on"] == "2025-01-14"
    assert len(instrument["items"][0]["unanswered"]) == 10
    assert f"{PKS} koordinasi" in instrument["items"][0]["unanswered"]


def test_all_answered_is_complete(sheet: Path, ok: Ok) -> None:
    book = openpyxl.load_workbook(sheet)
    items = [str(cell.value) for cell in book["Evaluasi"][1] if str(cell.value).startswith("item:")]
    fill(sheet, {"implementation": "Dilaksanakan penuh", **dict.fromkeys(items, "Tidak dapat dinilai")})
    ok("desk", "import", sheet, "--yes")
    (row,) = table(ok("desk", "status", "--period", "2025-S1", "--format", "tsv"))
    assert (row["state"], row["complete"], row["missing"]) == ("complete", "1", "0")


def test_meetings_are_proposed_recorded_and_moved_only_with_a_reason(
    busy: Path, ok: Ok, refused: Refused
) -> None:
    """Saturday 18 January 2025 is no working day; what is recorded stands on the cover of the next sheet."""
    asked = ("desk", "schedule", "--period", "2024-S2", "--from", "18/1/2025", "--format", "tsv")
    (meeting,) = table(ok(*asked, "--place", "Ruang rapat", "--save"))
    assert (meeting["day"], meeting["weekday"], meeting["starts"]) == ("2025-01-20", "Senin", "09.00")
    assert table(ok("desk", "schedule", "--period", "2024-S2", "--format", "tsv")) == [meeting]
    ok(*EXPORT, "--format", "html")
    assert "20 Januari 2025, pukul 09.00–10.00, Ruang rapat" in (
        busy.parent / "desk/DINKES-2024-S2.html"
    ).read_text("utf-8")
    moved = ("desk", "schedule", "--period", "2024-S2", "--from", "21/1/2025", "--save")
    assert "--reason" in refused(*moved)
    ok(*moved, "--reason", "rapat pimpinan")
    assert "2025-01-21" in ok("desk", "schedule", "--period", "2024-S2")
    assert "--from" in refused("desk", "schedule", "--period", "2024-S2", "--save", status=2)
