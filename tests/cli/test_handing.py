"""`package` and `handover`: whole sets, the same bytes again, nothing foreign written over."""

from __future__ import annotations

import csv
import io
import json
import sqlite3
import stat
import zipfile
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from kskd.reporting.kinds import decisions
from kskd.workflows.handing.handover import _REASONS

from .test_desk import fill

if TYPE_CHECKING:
    from collections.abc import Callable

    from ..conftest import Result

    Run = Callable[..., Result]
    Ok = Callable[..., str]

OPDS = 17
PAPERS = {"docx", "html", "pdf"}
FOLDER = Path("serah-terima/serah-terima-2025-01-15")


@pytest.fixture(autouse=True)
def _january(monkeypatch: pytest.MonkeyPatch) -> None:
    """Two weeks after the semester of the example."""
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1736899200")


def _all(folder: Path) -> dict[str, bytes]:
    return {
        path.relative_to(folder).as_posix(): path.read_bytes()
        for path in folder.rglob("*")
        if path.is_file() and not path.name.startswith(".")
    }


def _rows(content: bytes) -> list[list[str]]:
    return list(csv.reader(io.StringIO(content.decode("utf-8-sig")), delimiter=";"))


def test_a_package_has_a_folder_for_each_opd(example: Path, ok: Ok) -> None:
    paths = ok("package", "--period", "2024-S2").splitlines()
    made = _all(Path("paket"))
    assert sorted(paths) == sorted(f"paket/{name}" for name in made)
    folders = {name.split("/")[1] for name in made if name.count("/") == 2}
    assert len(folders) == OPDS
    for opd in folders:
        endings = {name.rpartition(".")[2] for name in made if name.startswith(f"2024-S2/{opd}/{opd}.")}
        assert {"docx", "html"} <= endings <= PAPERS
    assert {"2024-S2/index.md", "2024-S2/index.html", "2024-S2/DINKES/pesan.txt"} <= set(made)
    index = made["2024-S2/index.md"].decode()
    assert all(f"({opd})" in index for opd in folders)
    assert "Kekurangan dan pesan: keadaan 15 Januari 2025." in index


def test_what_stays_blank_is_cut_on_the_screen_and_whole_in_the_index(
    example: Path, run: Callable[..., Result]
) -> None:
    done = run("package", "--period", "2024-S2")
    (told,) = [line for line in done.err.splitlines() if line.startswith("Belum terisi: ")]
    assert told.count("halaman)") == 6
    assert told.endswith(" lain.")
    index = (example.parent / "paket/2024-S2/index.md").read_text("utf-8")
    assert "nama dan NIP Kepala Dinas Kesehatan (1 halaman)" in index
    assert " lain." not in index[index.index("Belum terisi: ") :]


def test_the_gaps_of_a_package_are_those_of_the_command(example: Path, ok: Ok) -> None:
    ok("package", "--period", "2024-S2")
    told = list(csv.DictReader(io.StringIO(ok("gaps", "--format", "csv")), delimiter=","))
    for opd in {one["opd"] for one in told}:
        _, *rows = _rows(Path(f"paket/2024-S2/{opd}/kekurangan.csv").read_bytes())
        assert len(rows) == sum(one["opd"] == opd for one in told)


def test_the_desk_sheet_of_a_package_can_come_back(example: Path, ok: Ok) -> None:
    """It is recorded as sent, as by `desk export`; a dry run records and writes nothing."""
    before = example.read_bytes()
    listed = ok("package", "--period", "2024-S2", "--opd", "DINKES", "--dry-run").splitlines()
    assert "paket/2024-S2/DINKES/desk-2025-S1.xlsx" in listed
    assert not Path("paket").exists()
    assert example.read_bytes() == before
    assert ok("package", "--period", "2024-S2", "--opd", "DINKES").splitlines() == listed
    assert ok("desk", "import", "paket/2024-S2/DINKES/desk-2025-S1.xlsx", "--yes", "--dry-run") == ""


def test_a_period_without_a_next_semester_says_so(example: Path, run: Run) -> None:
    done = run("package", "--period", "2025-S1", "--opd", "DINKES")
    assert done.status == 0
    assert "Lembar desk berikutnya belum ada: Semester II Tahun 2025 mulai 1 Juli 2025." in done.err
    assert not list(Path("paket").rglob("desk-*"))


def test_refused_cells_are_told_of_the_files_that_came_back(example: Path, ok: Ok, run: Run) -> None:
    """The registry keeps how many; the cells are read again of the file."""
    ok("desk", "export", "--period", "2024-S2", "--format", "xlsx", "--opd", "DINKES")
    back = Path("desk/DINKES-2024-S2.xlsx")
    fill(back, {"implementation": "Entah"})
    assert run("desk", "import", back, "--yes").status == 3
    told = run("package", "--period", "2024-S2", "--opd", "DINKES")
    assert "sebut berkasnya dengan --returned" in told.err
    _, row = _rows(Path("paket/2024-S2/DINKES/lembar-kembali.csv").read_bytes())
    assert row == ["15 Januari 2025", "0", "1"]
    ok("package", "--period", "2024-S2", "--opd", "DINKES", "--returned", back)
    _, (cell, why) = _rows(Path("paket/2024-S2/DINKES/sel-ditolak.csv").read_bytes())
    assert "sel " in cell
    assert "Entah" in why


@pytest.mark.parametrize(
    "command", [("package", "--period", "2024-S2", "--out", "hasil"), ("handover", "--out", "hasil")]
)
@pytest.mark.parametrize("how", [(), ("--zip",)], ids=["folder", "zip"])
def test_a_set_is_the_same_bytes_twice(
    command: tuple[str, ...], how: tuple[str, ...], example: Path, ok: Ok
) -> None:
    ok(*command, *how)
    before = {path: path.stat().st_mtime_ns for path in Path("hasil").rglob("*") if path.is_file()}
    first = _all(Path("hasil"))
    ok(*command, *how)
    assert _all(Path("hasil")) == first
    now = {path: path.stat().st_mtime_ns for path in Path("hasil").rglob("*") if path.is_file()}
    assert now == before or command[0] == "package"  # a package records its sheets, so the history moves on


@pytest.mark.parametrize(
    ("command", "name"),
    [
        (("package", "--period", "2024-S2", "--out", "hasil"), "2024-S2/DINKES/pesan.txt"),
        (("handover", "--out", "hasil"), "serah-terima-2025-01-15/pengaturan.txt"),
    ],
)
def test_what_is_foreign_is_never_written_over(
    command: tuple[str, ...], name: str, example: Path, run: Run
) -> None:
    there = Path("hasil") / name
    there.parent.mkdir(parents=True)
    there.write_text("milik orang lain", "utf-8")
    done = run(*command)
    assert done.status == 1
    assert "tidak ditimpa" in done.err
    assert _all(Path("hasil")) == {name: b"milik orang lain"}


def test_the_pages_of_a_set_are_made_again_wherever_they_lie(example: Path, ok: Ok, run: Run) -> None:
    ok("package", "--period", "2024-S2", "--opd", "DINKES,RSUD")
    ok("handover")
    for folder, least in (("paket", 8), ("serah-terima", 2 * OPDS)):
        result = run("verify", folder, "--format", "json")
        told = json.loads(result.out)["items"]
        assert (result.status, {one["verdict"] for one in told}) == (0, {"same"})
        assert len(told) >= least


def test_packed_each_folder_is_a_zip_without_a_clock(example: Path, ok: Ok) -> None:
    ok("package", "--period", "2024-S2", "--zip", "--opd", "DINKES")
    made = _all(Path("paket/2024-S2"))
    assert set(made) == {"DINKES.zip", "index.md", "index.html"}
    with zipfile.ZipFile(io.BytesIO(made["DINKES.zip"])) as packed:
        assert packed.testzip() is None
        assert {one.date_time for one in packed.infolist()} == {(1980, 1, 1, 0, 0, 0)}
        assert {one.compress_type for one in packed.infolist()} == {zipfile.ZIP_STORED}
        assert "DINKES/pesan.txt" in packed.namelist()


def test_a_handover_has_all_that_is_taken_over(example: Path, run: Run, ok: Ok) -> None:
    """For its owner alone; the registry as it was, people by their offices, dates as `due` tells them."""
    ok(
        "official",
        "add",
        "--role",
        "penghubung",
        "--opd",
        "DINKES",
        "--office",
        "Kepala Seksi Rujukan",
        "--name",
        "Orang Contoh",
        "--phone",
        "0800000000",
    )
    ok("setting", "set", "soon-days", "77")
    ok("templates", "eject", "templat")
    ok("backup")
    before = example.read_bytes()
    done = run("handover", "--templates", "templat")
    assert (done.status, "data pribadi" in done.err) == (0, True)
    assert example.read_bytes() == before
    made = _all(FOLDER)
    assert {
        "kskd.db",
        "serah-terima.docx",
        "serah-terima.html",
        "pengaturan.txt",
        "cara-menghitung.txt",
        "keputusan-terbuka.csv",
        "tanggal-enam-bulan.csv",
        "aturan/instrumen-inti-2.toml",
        "laporan/2024-S2/ringkasan.html",
        "laporan/2024-S2/rekap.docx",
    } <= set(made)
    assert sum(name.startswith("cadangan/") for name in made) == 1
    assert sum(name.startswith("laporan/") and name.endswith(".html") for name in made) == OPDS + 3
    assert made["templat/kinds/ringkasan.j2"] == Path("templat/kinds/ringkasan.j2").read_bytes()
    with sqlite3.connect(FOLDER / "kskd.db") as con:
        assert con.execute("PRAGMA integrity_check").fetchone() == ("ok",)
        assert con.execute("SELECT count(*) FROM agreement WHERE void_reason IS NULL").fetchone() == (53,)
    modes = {stat.S_IMODE(path.stat().st_mode) for path in Path("serah-terima").rglob("*") if path.is_file()}
    assert modes == {0o600}
    page = made["serah-terima.html"].decode()
    assert "Kepala Seksi Rujukan" in page
    assert not [word for word in ("Orang Contoh", "0800000000") if word in page]
    lines = made["pengaturan.txt"].decode().splitlines()
    assert {"soon-days = 77", "report-days = 30  (bawaan)", "signer-name  (tidak ditetapkan)"} <= set(lines)
    _, *rows = _rows(made["tanggal-enam-bulan.csv"])
    told = list(csv.DictReader(io.StringIO(ok("due", "--within", "6 bulan", "--format", "csv"))))
    assert [(row[0], row[2]) for row in rows] == [(one["due_on"], one["agreement"]) for one in told]


def test_a_paper_that_nobody_finds_is_in_the_handover(office: Path, ok: Ok) -> None:
    ok(
        "amend",
        "--no-document",
        "--what",
        "Perubahan lingkup",
        "--signed",
        "2023-05-02",
        "--scheme",
        "ksdpk",
        "--partner",
        "PT Maju Contoh",
        "--opd",
        "DIKBUD",
    )
    ok("handover")
    _, *rows = _rows((FOLDER / "naskah-belum-ditemukan.csv").read_bytes())
    assert any("Perubahan lingkup" in row[1] for row in rows)
    page = (FOLDER / "serah-terima.html").read_text("utf-8")
    assert "1 naskah belum ditemukan" in page
    assert "Belum ada cadangan" in page


def test_every_reason_of_a_decision_has_words() -> None:
    assert _REASONS.keys() >= decisions._REASONS.keys()
