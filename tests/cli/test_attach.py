"""``attach``: files linked and embedded, looked after, taken out again, and let go."""

from __future__ import annotations

import os
import resource
import shutil
import signal
import stat
import subprocess
from hashlib import sha256
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from kskd.workflows.register import attaching
from tests.cli.command_line import document, folder, kskd, on_screen

if TYPE_CHECKING:
    from .command_line import Ok, Refused, Run

PKS, KB = "PKS-2024-001", "KB-2024-001"


@pytest.fixture
def scan(desk: Path) -> Path:
    """A file in a folder beside the registry."""
    path = desk.parent / "naskah" / "pks.pdf"
    path.parent.mkdir()
    path.write_bytes(b"isi naskah")
    return path


def listed(ok: Ok, agreement: str = PKS) -> list[dict[str, Any]]:
    """The files of a document, as programs read them."""
    read = document(ok("attach", agreement, "--format", "json"))
    assert read["schema"] == "kskd/file-list/1"
    items: list[dict[str, Any]] = read["items"]
    return items


def told(run: Run, *args: str) -> str:
    """What a command that must succeed told."""
    result = run(*args)
    assert result.status == 0, result.err
    return result.err


# -- linking --------------------------------------------------------------------------------------------


def test_a_file_beside_the_registrys_folder_moves_together_with_it(
    scan: Path, tmp_path: Path, ok: Ok, run: Run
) -> None:
    """Recorded from the registry's folder, unless they share nothing but the root."""
    office = tmp_path / "kantor"
    (office / "registri").mkdir(parents=True)
    shutil.move(tmp_path / "kskd.db", office / "registri" / "kskd.db")
    shutil.copy(scan, office / "pks.pdf")
    (office / "lain.pdf").write_bytes(b"tidak ditautkan")
    db = ("--db", str(office / "registri" / "kskd.db"))
    ok("attach", PKS, str(office / "pks.pdf"), *db)
    ok("attach", KB, "/etc/passwd", *db)
    assert document(ok("attach", KB, "--format", "json", *db))["items"][0]["path"] == "/etc/passwd"
    shutil.move(office, tmp_path / "pindah")
    db = ("--db", str(tmp_path / "pindah" / "registri" / "kskd.db"))
    (link,) = document(ok("attach", PKS, "--format", "json", *db))["items"]
    assert (link["path"], link["state"]) == ("../pks.pdf", "ok")
    codes = [one["code"] for one in document(run("doctor", "--format", "json", *db).out)["items"]]
    assert "file-unlinked" not in codes  # neither beside that scan nor in /etc


def test_the_registry_is_no_scan(desk: Path, refused: Refused) -> None:
    assert "registri ini sendiri" in refused("attach", PKS, "kskd.db")
    assert "registri ini sendiri" in refused("attach", PKS, "./kskd.db", "--embed")


def test_a_file_is_linked_by_path_and_digest(scan: Path, ok: Ok) -> None:
    assert ok("attach", PKS, "naskah/pks.pdf") == f"{PKS}\n"
    assert listed(ok) == [
        {
            "path": "naskah/pks.pdf", "size": 10, "sha256": sha256(b"isi naskah").hexdigest(), "state": "ok",
            "embedded": False,
        }
    ]  # fmt: skip
    assert "ada" in on_screen("attach", PKS)


def test_how_a_file_is_now_is_told(scan: Path, ok: Ok) -> None:
    ok("attach", PKS, "naskah/pks.pdf")
    for content, state, word in ((b"isi nasi h", "changed", "berubah"), (None, "missing", "hilang")):
        scan.write_bytes(content) if content else scan.unlink()
        assert [one["state"] for one in listed(ok)] == [state]
        assert word in on_screen("attach", PKS)
    assert "Belum" not in on_screen("attach", PKS)


def test_other_content_under_the_same_path_is_a_correction(
    scan: Path, run: Run, ok: Ok, refused: Refused
) -> None:
    ok("attach", PKS, "naskah/pks.pdf")
    assert "Tidak ada yang berubah" in told(run, "attach", PKS, "naskah/pks.pdf")
    scan.write_bytes(b"pindaian ulang")
    assert "--reason" in refused("attach", PKS, "naskah/pks.pdf")
    ok("attach", PKS, "naskah/pks.pdf", "--reason", "pindaian ulang")
    assert [one["state"] for one in listed(ok)] == ["ok"]


NASTY = ["a  b.pdf", "é.pdf", "e\u0301.pdf", "[bold]x.pdf", "=1+1.pdf", "a\u00a0b.pdf", "a;b'c\".pdf",
         " x .pdf", "-x.pdf", "a\\b.pdf", "CON.pdf"]  # fmt: skip


@pytest.mark.parametrize("name", NASTY)
def test_a_file_of_any_name_is_found_again_and_taken_out(name: str, desk: Path, ok: Ok) -> None:
    """Its path is kept to the byte, whatever the screen shows."""
    desk.with_name(name).write_bytes(b"isi")
    ok("attach", PKS, "--embed", "--", f"./{name}")
    assert [(one["state"], one["embedded"]) for one in listed(ok)] == [("ok", True)]
    ok("attach", PKS, "--extract", "--out", "hasil")
    (taken,) = Path("hasil").iterdir()
    assert taken.read_bytes() == b"isi"
    ok("attach", PKS, f"--drop={name}", "--reason", "x")
    assert listed(ok) == []


@pytest.mark.parametrize(
    ("name", "said"),
    [
        ("a\nb.pdf", 'a␊b.pdf" memuat karakter kendali'),
        ("a\tb.pdf", 'a␉b.pdf" memuat karakter kendali'),
        ("a\x1b[31m.pdf", 'a␛[31m.pdf" memuat karakter kendali'),
        ("a\u202eb.pdf", "Nama berkas memuat karakter tak terlihat U+202E"),
    ],
)
def test_a_name_that_could_not_be_shown_is_refused(
    name: str, said: str, desk: Path, refused: Refused
) -> None:
    desk.with_name(name).write_bytes(b"isi")
    assert said in refused("attach", PKS, f"./{name}")


# -- embedding ------------------------------------------------------------------------------------------


def test_an_embedded_file_survives_the_loss_of_the_file(scan: Path, ok: Ok) -> None:
    ok("attach", PKS, "naskah/pks.pdf", "--embed")
    shutil.rmtree(scan.parent)
    assert [(one["state"], one["embedded"]) for one in listed(ok)] == [("missing", True)]
    assert "tersimpan di registri" in ok("show", PKS)
    assert document(ok("show", PKS, "--format", "json"))["files"][0]["embedded"] is True
    assert ok("attach", PKS, "--extract", "--out", "hasil") == "hasil/pks.pdf\n"
    assert Path("hasil/pks.pdf").read_bytes() == b"isi naskah"
    assert stat.S_IMODE(Path("hasil/pks.pdf").stat().st_mode) == 0o600


def test_a_linked_file_is_embedded_without_a_reason(scan: Path, run: Run, ok: Ok) -> None:
    """Nothing that was written is corrected by it."""
    ok("attach", PKS, "naskah/pks.pdf")
    assert "tersimpan di registri" in told(run, "attach", PKS, "naskah/pks.pdf", "--embed")
    assert "Tidak ada yang berubah" in told(run, "attach", PKS, "naskah/pks.pdf", "--embed")
    assert "Tidak ada yang berubah" in told(run, "update", PKS, "--file", "naskah/pks.pdf")
    assert [one["embedded"] for one in listed(ok)] == [True]


def test_new_content_that_is_only_linked_is_said_to_be_so(scan: Path, run: Run, ok: Ok) -> None:
    ok("attach", PKS, "naskah/pks.pdf", "--embed")
    scan.write_bytes(b"pindaian ulang")
    assert "--embed" in told(run, "attach", PKS, "naskah/pks.pdf", "--reason", "pindaian ulang")
    assert [one["embedded"] for one in listed(ok)] == [False]


def test_a_file_that_is_too_large_is_refused_with_what_to_do(
    scan: Path, refused: Refused, ok: Ok, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(attaching, "EMBED_LIMIT", 9)
    assert "paling besar 9 byte" in refused("attach", PKS, "naskah/pks.pdf", "--embed")
    ok("attach", PKS, "naskah/pks.pdf")


def test_bytes_stay_for_the_history_when_the_link_goes(scan: Path, ok: Ok, refused: Refused) -> None:
    ok("attach", PKS, "naskah/pks.pdf", "--embed")
    assert "--reason" in refused("attach", PKS, "--drop", "naskah/pks.pdf")
    ok("attach", PKS, "--drop", str(scan), "--reason", "salah naskah")
    assert listed(ok) == []
    assert "aXNpIG5hc2thaA==" in ok("export")
    scan.unlink()
    assert "Belum" not in ok("attach", PKS)
    assert "attach PKS-2024-001 BERKAS --embed" in refused("attach", PKS, "--extract")


def test_a_registry_with_files_goes_out_and_in(scan: Path, ok: Ok) -> None:
    ok("attach", PKS, "naskah/pks.pdf", "--embed")
    ok("export", "--out", "ekspor.json")
    ok("import", "ekspor.json", "--db", "lain/../lain.db")
    assert ok("export", "--db", "lain.db") == Path("ekspor.json").read_text("utf-8")
    ok("attach", PKS, "--extract", "--db", "lain.db", "--out", "hasil")
    assert Path("hasil/pks.pdf").read_bytes() == b"isi naskah"


# -- taking out -----------------------------------------------------------------------------------------


def test_what_is_there_already_is_not_touched_and_nothing_else_overwritten(
    scan: Path, run: Run, ok: Ok, refused: Refused
) -> None:
    (scan.parent / "kb.pdf").write_bytes(b"kb")
    ok("attach", PKS, "naskah/kb.pdf", "naskah/pks.pdf", "--embed")
    Path("hasil").mkdir()
    Path("hasil/kb.pdf").write_bytes(b"kb")
    os.utime("hasil/kb.pdf", (946_684_800, 946_684_800))
    assert "1 berkas ditulis, 1 sudah ada" in told(run, "attach", PKS, "--extract", "--out", "hasil")
    assert Path("hasil/kb.pdf").stat().st_mtime == 946_684_800
    Path("hasil/kb.pdf").unlink()
    Path("hasil/pks.pdf").write_bytes(b"isi nasi h")
    assert "hasil/pks.pdf" in refused("attach", PKS, "--extract", "--out", "hasil")
    Path("hasil/pks.pdf").unlink()
    Path("hasil/pks.pdf").symlink_to(scan)
    assert "hasil/pks.pdf" in refused("attach", PKS, "--extract", "--out", "hasil")


def test_files_of_the_same_name_are_told_apart(scan: Path, ok: Ok) -> None:
    """Also where only capitals differ; equal files come once."""
    for place, content in (("b", b"dua"), ("c", b"isi naskah")):
        (scan.parent / place).mkdir()
        (scan.parent / place / "PKS.pdf").write_bytes(content)
    ok("attach", PKS, "naskah/b/PKS.pdf", "naskah/c/PKS.pdf", "naskah/pks.pdf", "--embed")
    ok("attach", PKS, "--extract", "--out", "hasil")
    taken = {path.name.casefold(): path.read_bytes() for path in Path("hasil").iterdir()}
    assert sorted(taken.values()) == [b"dua", b"isi naskah"]
    assert len(taken) == 2


def test_a_chosen_file_comes_alone(scan: Path, ok: Ok, refused: Refused) -> None:
    (scan.parent / "kb.pdf").write_bytes(b"kb")
    (scan.parent / "lain.pdf").write_bytes(b"lain")
    ok("attach", PKS, "naskah/kb.pdf", "naskah/pks.pdf", "--embed")
    ok("attach", PKS, "naskah/lain.pdf")
    assert ok("attach", PKS, "naskah/kb.pdf", "--extract", "--out", "hasil") == "hasil/kb.pdf\n"
    assert "hanya ditautkan" in refused("attach", PKS, "naskah/lain.pdf", "--extract", "--out", "hasil")
    assert "tidak mempunyai" in refused("attach", PKS, "tiada.pdf", "--extract", "--out", "hasil")


def test_a_trial_takes_nothing_out(scan: Path, ok: Ok) -> None:
    ok("attach", PKS, "naskah/pks.pdf", "--embed")
    before = folder(scan.parent.parent)
    assert ok("attach", PKS, "--extract", "--dry-run", "--out", "hasil") == "hasil/pks.pdf\n"
    assert folder(scan.parent.parent) == before


def test_damaged_bytes_get_no_name(scan: Path, ok: Ok, refused: Refused) -> None:
    import sqlite3

    ok("attach", PKS, "naskah/pks.pdf", "--embed")
    with sqlite3.connect("kskd.db") as con:
        con.execute("UPDATE content SET data = CAST('isi nasi h' AS BLOB)")
    con.close()
    assert "sidik jari" in refused("attach", PKS, "--extract", "--out", "hasil")


def test_a_full_disk_leaves_no_half_file(scan: Path, ok: Ok) -> None:
    scan.write_bytes(b"x" * 100_000)
    ok("attach", PKS, "naskah/pks.pdf", "--embed")
    Path("hasil").mkdir()
    before = folder(scan.parent.parent)

    def limited() -> None:
        signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
        resource.setrlimit(resource.RLIMIT_FSIZE, (4096, resource.RLIM_INFINITY))

    done = subprocess.run(
        [*kskd(), "attach", PKS, "--extract", "--out", "hasil"], capture_output=True, text=True, check=False,
        preexec_fn=limited,
    )  # fmt: skip
    assert (done.returncode, done.stdout) == (1, "")
    assert "hasil/pks.pdf" in done.stderr
    assert folder(scan.parent.parent) == before


# -- what cannot be -------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("args", "status", "named"),
    [
        (["attach", PKS, "tiada.pdf"], 1, "tiada.pdf"),
        (["attach", PKS, "naskah"], 1, "naskah"),
        (["attach", PKS, "naskah/pks.pdf", "tiada.pdf", "--embed"], 1, "tiada.pdf"),
        (["attach", "PKS-1999-001", "naskah/pks.pdf"], 1, "tidak ditemukan"),
        (["attach", PKS, "--drop", "naskah/pks.pdf", "--reason", "x"], 1, "tidak mempunyai berkas"),
        (["attach", PKS, "--drop", "a\0b", "--reason", "x"], 1, "tidak mempunyai berkas"),
        (["attach", PKS, "--extract"], 1, "BERKAS --embed"),
        (["attach", PKS, "--embed"], 2, "--embed"),
        (["attach", PKS, "--embed", "--extract"], 2, "--extract"),
        (["attach", PKS, "naskah/pks.pdf", "--drop", "x"], 2, "dua perintah"),
        (["attach", PKS, "naskah/pks.pdf", "--out", "x"], 2, "--extract"),
        (["attach", PKS, ""], 2, "kosong"),
        (["attach"], 2, "NASKAH"),
    ],
)
def test_what_cannot_be_is_refused(
    args: list[str], status: int, named: str, scan: Path, refused: Refused
) -> None:
    assert named in refused(*args, status=status)


def test_a_void_document_takes_no_file(scan: Path, ok: Ok, refused: Refused) -> None:
    ok("void", PKS, "--reason", "salah catat")
    assert "dibatalkan" in refused("attach", PKS, "naskah/pks.pdf")
    ok("attach", PKS)


def test_documents_without_a_file_or_a_known_place_are_listed(scan: Path, ok: Ok) -> None:
    ok("attach", PKS, "naskah/pks.pdf")
    ok("update", KB, "--original-place", "Lemari 3, map 12")
    rows = [ok("list", *filters, "--columns", "id,file_count,original_place") for filters in
            ([], ["--no-file"], ["--no-original"], ["--no-file", "--no-original"])]  # fmt: skip
    bodies = [row.splitlines()[1:] for row in rows]
    kb, pks = f"{KB}\t0\tLemari 3, map 12", f"{PKS}\t1\t"
    assert bodies == [[pks, kb], [kb], [pks], []]
