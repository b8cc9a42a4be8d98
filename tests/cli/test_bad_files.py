"""Files that are not what they should be: registries, CSV, instruments. Refused and left as they were."""

from __future__ import annotations

import json
import shutil
import sqlite3
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from .command_line import Ok, Refused, Run

PKS = "PKS-2024-001"
MOU = ["add-mou", "--scheme", "ksdpk", "--title", "Penelitian gizi", "--partner", "PT Maju Contoh", "--opd",
       "DINKES"]  # fmt: skip


def _newer(path: Path) -> None:
    con = sqlite3.connect(path)
    con.execute("PRAGMA user_version = 99")
    con.close()


def _foreign(path: Path) -> None:
    con = sqlite3.connect(path)
    con.execute("PRAGMA application_id = 1")
    con.close()


def _torn(path: Path) -> None:
    content = bytearray(path.read_bytes())
    content[4096:] = b"\xa5" * (len(content) - 4096)
    path.write_bytes(content)


def _folder(path: Path) -> None:
    path.unlink()
    path.mkdir()


def _link_to_nothing(path: Path) -> None:
    path.unlink()
    path.symlink_to("tidak-ada.db")


def _two_names(path: Path) -> None:
    path.with_name("lain.db").hardlink_to(path)


REGISTRIES = {
    "newer schema": (_newer, "99"),
    "another program's database": (_foreign, "program lain"),
    "torn pages": (_torn, "cadangan"),
    "cut short": (lambda path: path.write_bytes(path.read_bytes()[:5000]), "kskd.db"),
    "empty": (lambda path: path.write_bytes(b""), "bukan berkas SQLite"),
    "one byte": (lambda path: path.write_bytes(b"S"), "bukan berkas SQLite"),
    "text": (lambda path: path.write_text("ini bukan registri\n"), "bukan berkas SQLite"),
    "folder": (_folder, "folder"),
    "link to nothing": (_link_to_nothing, "tidak ditemukan"),
    "missing": (lambda path: path.unlink(), "tidak ditemukan"),
    "two names": (_two_names, "lebih dari satu nama"),
}


@pytest.mark.parametrize("kind", REGISTRIES)
@pytest.mark.parametrize("args", [["list"], ["show", PKS], ["status"], ["update", PKS, "--note", "x"], MOU])
def test_a_file_that_is_no_sound_registry_is_refused_untouched(
    kind: str, args: list[str], desk: Path, refused: Refused
) -> None:
    spoil, named = REGISTRIES[kind]
    spoil(desk)
    assert named in refused(*args)


def test_a_folder_in_the_way_of_the_file_is_refused(desk: Path, refused: Refused) -> None:
    assert "bukan folder" in refused("list", "--db", "kskd.db/registri.db")
    assert "tidak dapat dipakai" in refused("list", "--db", "~tidak-ada-pengguna/x.db")


CSV: dict[str, tuple[bytes, str]] = {
    "no name": (b"kode,nama\nDLH,\n", "baris 2"),
    "bad code": (b"kode,nama\nDLH,Dinas Lingkungan Hidup\n9,Dinas X\n", "baris 3"),
    "known code": (b"kode,nama\nDINKES,Dinas Lain\n", "baris 2"),
    "known name": (b"kode,nama\nDLH,Dinas Kesehatan\n", "DINKES"),
    "code twice": (b"kode,nama\nDLH,Dinas A\nDLH,Dinas B\n", "baris 3"),
    "bad date": (b"kode,nama,berlaku_sejak\nDLH,Dinas A,31/2/2024\n", "31/2/2024"),
    "control character": (b"kode,nama\nDLH,Dinas \x1b[31mA\n", "baris 2"),
    "unknown heading": (b"kode,nama,alamat\nDLH,Dinas A,Jalan\n", "alamat"),
    "missing heading": (b"kode\nDLH\n", "nama"),
    "heading twice": (b"kode,nama,nama\nDLH,A,B\n", "dua kali"),
    "row too long": (b"kode,nama\nDLH,Dinas A,x,y\n", "baris 2"),
    "open quote": (b'kode,nama\nDLH,"Dinas A\n', "tanda kutip"),
    "no letters": (b"kode,nama\nDLH,Dinas \x81\n", "UTF-8"),
    "PDF": (b"%PDF-1.7\n", "PDF"),
    "NUL": (b"kode,nama\nDLH,Dinas\0A\n", "NUL"),
    "empty": (b"", "kosong"),
    "many headings": (b",".join(b"k%d" % at for at in range(20_000)) + b"\n", ""),
    "cell of 200 kB": (b"kode,nama\nDLH," + b"x" * 200_000 + b"\n", "baris 2"),
}


@pytest.mark.parametrize("kind", CSV)
def test_a_csv_file_with_a_problem_enters_nothing(kind: str, desk: Path, refused: Refused) -> None:
    content, named = CSV[kind]
    (desk.parent / "opd.csv").write_bytes(content)
    assert named in refused("opd", "import", "opd.csv")


def test_every_line_with_a_problem_is_named(desk: Path, refused: Refused) -> None:
    rows = "".join(f"{at},Dinas {at}\n" for at in range(1, 9))
    (desk.parent / "opd.csv").write_text(f"kode,nama\n{rows}")
    sentence = refused("opd", "import", "opd.csv")
    assert all(f"baris {line}:" in sentence for line in range(2, 7))
    assert "3 baris lain" in sentence


@pytest.mark.parametrize(
    ("content", "named"),
    [
        (b"x", "TOML"), (b"\xff\xfe", "UTF-8"), (b"", "code"), (b"code = 1", "code"),
        (b"a" * 500_000, "lebih besar"), (b"a.a.a = 1\n" * 10, "TOML"), (b"[" * 5000, "TOML"),
    ],
)  # fmt: skip
def test_a_file_that_is_no_instrument_is_refused(
    content: bytes, named: str, desk: Path, refused: Refused
) -> None:
    (desk.parent / "i.toml").write_bytes(content)
    assert named in refused("instrument", "use", "i.toml")


def test_an_instrument_with_other_content_under_the_same_id_is_refused(
    desk: Path, ok: Ok, refused: Refused
) -> None:
    ok("instrument", "eject", "i.toml")
    with Path("i.toml").open("a", encoding="utf-8") as stream:
        stream.write("# lain\n")
    assert "version" in refused("instrument", "use", "i.toml")


def test_a_registry_that_cannot_be_written_can_be_read(desk: Path, run: Run, refused: Refused) -> None:
    """As root file modes do not bind; a folder in place of the journal does for everybody."""
    (desk.parent / "kskd.db-journal").mkdir()
    refused("update", PKS, "--note", "x")
    shutil.rmtree(desk.parent / "kskd.db-journal")
    assert run("show", PKS).status == 0


def test_an_alias_given_twice_is_kept_once(ok: Ok, office: Path, tmp_path: Path) -> None:
    """Spellings that differ in capitals only are one name."""
    assert office.exists()
    rows = "kode,nama,alias\nDLH,Dinas Lingkungan Hidup,LH;lh;DINAS lingkungan hidup\n"
    (tmp_path / "opd.csv").write_text(rows, "utf-8")
    assert ok("opd", "import", "opd.csv") == "DLH\n"
    assert json.loads(ok("opd", "show", "lh", "--format", "json"))["items"][0]["aliases"] == ["LH"]


def test_a_checked_instrument_tells_every_problem_in_a_line_of_its_own(desk: Path, run: Run, ok: Ok) -> None:
    ok("instrument", "eject", "sendiri.toml")
    assert ok("instrument", "check", "sendiri.toml") == "inti/2\n"
    own = desk.parent / "sendiri.toml"
    text = own.read_text("utf-8").replace("version = 2", "version = 0").replace("weight = 22", "weight = 23")
    own.write_text(text.replace("cap = 0.5", "cap = 2"), "utf-8")
    found = run("instrument", "check", "sendiri.toml")
    assert (found.status, found.out) == (1, "")
    *lines, last = found.err.splitlines()
    assert [word for word, line in zip(("version", "cap", "101"), lines, strict=True) if word in line] == [
        "version", "cap", "101",
    ]  # fmt: skip
    assert "3 masalah" in last
