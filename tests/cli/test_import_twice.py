"""A file that is imported again changes nothing, also where documents are alike in all that it tells."""

from __future__ import annotations

import csv
import json
from io import StringIO
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from tests.cli.told_documents import csv_of, empty_like, listed

if TYPE_CHECKING:
    from tests.cli.command_line import Ok, Run

UMBRELLA = ("--scheme", "ksdpk", "--title", "Kota sehat", "--partner", "PT Contoh", "--opd", "DINKES",
            "--signed", "2024-02-20", "--years", "5", "--allow-duplicate", "--new")  # fmt: skip
CHILD = ("--signed", "2024-03-01", "--years", "1", "--allow-duplicate")
HEADS = "Jenis Naskah;Judul;Mitra;OPD;Tanggal Tanda Tangan;Nilai"
ROW = "PKS;Gizi desa;PT Contoh;DINKES;2 Mei 2024;{}"


def again(run: Run, file: str, registry: str, rows: int, status: int = 0) -> str:
    """Import once more, with a reason for everything; nothing may come or change. Gives what was said."""
    before = Path(registry).read_bytes()
    done = run("import", file, "--yes", "--no-input", "--reason", "ulang", "--db", registry)
    assert (done.status, done.out) == (status, f"fate\trows\nsama\t{rows}\n"), done.err[-2000:]
    assert Path(registry).read_bytes() == before
    return done.err


@pytest.fixture
def twins(desk: Path, ok: Ok) -> list[str]:
    """Two umbrellas alike in all, each with two documents under it, of which two are alike too."""
    one, other = (ok("add-mou", *UMBRELLA).split()[0] for _ in range(2))
    for umbrella, title in ((one, "Anak satu"), (other, "Anak dua"), (other, "Sama"), (one, "Sama")):
        ok("derive-pks", umbrella, "--title", title, *CHILD)
    ok("update", other, "--relates", "melengkapi=PKS-2024-002", "--allow-duplicate")
    return [one, other]


FEW = (
    "list",
    "--format",
    "csv",
    "--columns",
    "id,doc,scheme,title,partner,opd,signed,duration,parent,relates",
)


@pytest.mark.usefixtures("twins")
@pytest.mark.parametrize("columns", ["all", "few"])
def test_documents_that_are_all_alike_stay_what_they_are(columns: str, run: Run, ok: Ok) -> None:
    def of(registry: str) -> str:
        return listed(registry) if columns == "all" else ok(*FEW, "--sort", "id", "--db", registry)

    empty_like("kskd.db")
    Path("daftar.csv").write_text(of("kskd.db"), "utf-8")
    head, *rows = csv.reader(StringIO(Path("daftar.csv").read_text("utf-8")))
    Path("acak.csv").write_text(csv_of([head, *reversed(rows)]), "utf-8")
    ok("import", "acak.csv", "--yes", "--no-input", "--db", "kosong.db")
    Path("baru.csv").write_text(of("kosong.db"), "utf-8")
    for file in ("acak.csv", "daftar.csv", "baru.csv"):
        again(run, file, "kosong.db", len(rows))
    for file in ("acak.csv", "daftar.csv"):
        again(run, file, "kskd.db", len(rows))


def test_rows_that_are_alike_are_the_documents_that_are_alike_in_their_order(
    twins: list[str], run: Run, ok: Ok
) -> None:
    umbrella, _ = twins
    made = [
        ok("derive-pks", umbrella, "--title", "Gizi desa", "--signed", "2024-05-02", "--value", value,
           "--allow-duplicate").split()[0]
        for value in ("100", "100", "200")
    ]  # fmt: skip
    Path("f.csv").write_text("\n".join((HEADS, *map(ROW.format, (200, 100, 100)))), "utf-8")
    again(run, "f.csv", "kskd.db", 3)
    Path("f.csv").write_text("\n".join((HEADS, ROW.format(300))), "utf-8")
    before = Path("kskd.db").read_bytes()
    done = run("import", "f.csv", "--yes", "--no-input", "--reason", "ulang", "--format", "json")
    (problem,) = json.loads(done.out)["problems"]
    assert [one.split()[0] for one in problem["readings"]] == made
    assert Path("kskd.db").read_bytes() == before


def test_a_row_stays_that_of_its_document_whatever_became_of_it(desk: Path, run: Run, ok: Ok) -> None:
    Path("f.csv").write_text(
        "\n".join((HEADS, ROW.format(100), ROW.format(100).replace("desa", "ibu"))), "utf-8"
    )
    ok("import", "f.csv", "--yes", "--no-input")
    ok(
        "update",
        "PKS-2024-002",
        "--title",
        "Gizi di desa",
        "--signed",
        "2024-05-03",
        "--reason",
        "salah ketik",
    )
    before = Path("kskd.db").read_bytes()
    done = run("import", "f.csv", "--yes", "--no-input")
    assert done.out == "fate\trows\ndikarantina\t1\nsama\t1\n", done.err[-2000:]
    assert Path("kskd.db").read_bytes() == before
    ok("void", "PKS-2024-003", "--reason", "tercatat dua kali")
    assert (
        "baris 3: PKS-2024-003 dari baris ini sudah dibatalkan"
        in run("import", "f.csv", "--yes", "--no-input").err
    )
