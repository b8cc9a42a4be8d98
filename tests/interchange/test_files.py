"""Files of users: read within bounds; results are put in place whole, and only when they differ."""

from __future__ import annotations

import errno
import hashlib
import os
import resource
import stat
import threading
from contextlib import suppress
from pathlib import Path
from time import sleep
from typing import TYPE_CHECKING, NoReturn

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kskd.errors import AlreadyThere, InputFileError, OutputError
from kskd.interchange import files
from kskd.interchange.files import (
    FileState,
    file_state,
    fingerprint,
    read_bytes,
    read_text,
    refuse_other,
    replacing,
    safe_name,
    write_if_changed,
)

if TYPE_CHECKING:
    from collections.abc import Callable

LONG_AGO = 946_684_800


# -- writing --------------------------------------------------------------------------------------------


def test_a_new_file_is_written_with_its_folders(tmp_path: Path) -> None:
    path = tmp_path / "laporan" / "2024-S2" / "index.html"
    assert write_if_changed(path, b"isi")
    assert path.read_bytes() == b"isi"
    assert [one.name for one in path.parent.iterdir()] == ["index.html"]


def test_the_same_bytes_are_not_written_again(tmp_path: Path) -> None:
    path = tmp_path / "index.html"
    path.write_bytes(b"isi")
    os.utime(path, (LONG_AGO, LONG_AGO))
    number = path.stat().st_ino
    assert not write_if_changed(path, b"isi")
    assert (path.stat().st_mtime, path.stat().st_ino) == (LONG_AGO, number)


@pytest.mark.parametrize("content", [b"is!", b"", b"isi dan lagi"])
def test_other_bytes_replace_the_file(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "index.html"
    path.write_bytes(b"isi")
    assert write_if_changed(path, content)
    assert path.read_bytes() == content


def test_an_open_file_keeps_its_old_content(tmp_path: Path) -> None:
    """Somebody who reads a report while it is made anew reads one of the two, never a mixture."""
    path = tmp_path / "index.html"
    path.write_bytes(b"lama")
    with path.open("rb") as stream:
        write_if_changed(path, b"baru")
        assert stream.read() == b"lama"


@pytest.mark.parametrize("content", [b"rahasia", b"baru"])
def test_a_planted_link_is_replaced_and_never_followed(tmp_path: Path, content: bytes) -> None:
    """Also where the target holds the same bytes already."""
    target = tmp_path / "rahasia.txt"
    target.write_bytes(b"rahasia")
    link = tmp_path / "index.html"
    link.symlink_to(target)
    assert write_if_changed(link, content)
    assert not link.is_symlink()
    assert link.read_bytes() == content
    assert target.read_bytes() == b"rahasia"


def test_a_dangling_link_is_replaced(tmp_path: Path) -> None:
    link = tmp_path / "index.html"
    link.symlink_to(tmp_path / "tiada")
    assert write_if_changed(link, b"isi")
    assert sorted(one.name for one in tmp_path.iterdir()) == ["index.html"]


def test_the_umask_decides_who_may_read_a_report(tmp_path: Path) -> None:
    old = os.umask(0o027)
    try:
        write_if_changed(tmp_path / "index.html", b"isi")
    finally:
        os.umask(old)
    assert stat.S_IMODE((tmp_path / "index.html").stat().st_mode) == 0o640


def test_a_folder_that_is_gone_is_made_again(tmp_path: Path) -> None:
    path = tmp_path / "laporan" / "index.html"
    write_if_changed(path, b"isi")
    path.unlink()
    path.parent.rmdir()
    assert write_if_changed(path, b"isi")


def _refused(error: BaseException) -> type[BaseException]:
    return OutputError if isinstance(error, OSError) else type(error)


@pytest.mark.parametrize(
    "fault", [OSError(errno.EIO, "Input/output error"), KeyboardInterrupt(), MemoryError()]
)
@pytest.mark.parametrize("call", ["fsync", "rename"])
def test_a_fault_leaves_the_old_file_and_nothing_beside_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, call: str, fault: BaseException
) -> None:
    def fail(*_: object) -> NoReturn:
        raise fault

    path = tmp_path / "index.html"
    path.write_bytes(b"lama")
    if call == "fsync":
        monkeypatch.setattr(os, "fsync", fail)
    else:
        monkeypatch.setattr(Path, "replace", fail)
    with pytest.raises(_refused(fault)):
        write_if_changed(path, b"baru")
    assert path.read_bytes() == b"lama"
    assert [one.name for one in tmp_path.iterdir()] == ["index.html"]


def test_what_a_killed_command_left_does_not_stand_in_the_way(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """In a container every command may have the same process number."""
    monkeypatch.setattr(os, "getpid", lambda: 1)
    (tmp_path / ".index.html.1.baru").write_bytes(b"setengah")
    assert write_if_changed(tmp_path / "index.html", b"isi")


def test_a_full_disk_leaves_the_old_file_and_nothing_beside_it(tmp_path: Path) -> None:
    path = tmp_path / "index.html"
    path.write_bytes(b"lama")
    old = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (10_000, old[1]))
    try:
        with pytest.raises(OutputError, match="tidak dapat ditulis"):
            write_if_changed(path, b"x" * 50_000)
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, old)
    assert path.read_bytes() == b"lama"
    assert [one.name for one in tmp_path.iterdir()] == ["index.html"]


def test_where_a_file_or_folder_is_in_the_way_the_sentence_names_the_place(tmp_path: Path) -> None:
    (tmp_path / "berkas").write_bytes(b"")
    (tmp_path / "folder").mkdir()
    for path in (tmp_path / "berkas" / "index.html", tmp_path / "folder", tmp_path / ("a" * 300)):
        with pytest.raises(OutputError, match="periksa folder, izin, dan ruang") as refusal:
            write_if_changed(path, b"isi")
        assert str(path)[-59:] in str(refusal.value)
    assert sorted(one.name for one in tmp_path.iterdir()) == ["berkas", "folder"]


# -- reading --------------------------------------------------------------------------------------------


def test_a_text_is_read_without_its_byte_order_mark(tmp_path: Path) -> None:
    (tmp_path / "a.toml").write_bytes("\ufeffid = 'é'".encode())
    assert read_text(str(tmp_path / "a.toml"), 100) == "id = 'é'"


def test_the_limit_counts_bytes_and_is_exact(tmp_path: Path) -> None:
    (tmp_path / "a.toml").write_bytes("éé".encode())
    assert read_text(str(tmp_path / "a.toml"), 4) == "éé"
    with pytest.raises(InputFileError, match="lebih besar dari 3 byte"):
        read_text(str(tmp_path / "a.toml"), 3)


UNREADABLE = (
    "tiada.csv",
    "",
    ".",
    "a\0b",
    "a" * 5000,
    "\udcff.csv",
    "~tiada-orang-bernama-ini/a.csv",
    "lingkar",
)


def test_a_pipe_is_no_scan_and_is_not_waited_for(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipa.pdf")
    with pytest.raises(InputFileError, match="tidak dapat dibaca"):
        fingerprint(str(tmp_path / "pipa.pdf"), tmp_path)


@pytest.mark.parametrize(("more", "is_read"), [(0, True), (1, False), (1_000_000, False)])
def test_what_comes_through_a_pipe_is_read_up_to_the_limit(tmp_path: Path, more: int, is_read: bool) -> None:
    os.mkfifo(tmp_path / "pipa.csv")
    content = b"a" * (100 + more)

    def pour() -> None:
        with suppress(BrokenPipeError):
            (tmp_path / "pipa.csv").write_bytes(content)

    writer = threading.Thread(target=pour)
    writer.start()
    if is_read:
        assert read_text(str(tmp_path / "pipa.csv"), 100) == content.decode()
    else:
        with pytest.raises(InputFileError):
            read_text(str(tmp_path / "pipa.csv"), 100)
    writer.join()


@pytest.mark.parametrize("mark", [b"", b"\xef\xbb\xbf"])
def test_a_byte_that_is_no_text_is_named_by_its_place_in_the_file(tmp_path: Path, mark: bytes) -> None:
    (tmp_path / "a.toml").write_bytes(mark + b"id = '\xe9'")
    with pytest.raises(InputFileError, match=rf"byte ke-{len(mark) + 7}\); simpan ulang sebagai UTF-8"):
        read_text(str(tmp_path / "a.toml"), 100)


@pytest.mark.parametrize("name", UNREADABLE)
def test_what_cannot_be_read_is_refused_in_a_sentence(tmp_path: Path, name: str) -> None:
    (tmp_path / "lingkar").symlink_to("lingkar")
    with pytest.raises(InputFileError, match="tidak dapat dibaca; periksa nama dan izinnya"):
        read_text(name, 100)
    with pytest.raises(InputFileError, match="tidak dapat dibaca; periksa nama dan izinnya"):
        fingerprint(name, tmp_path)


def test_a_name_may_begin_with_the_home_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("HOME", str(tmp_path))
    (tmp_path / "a.txt").write_text("isi", "utf-8")
    assert read_text("~/a.txt", 100) == "isi"
    assert fingerprint("~/a.txt", tmp_path)[0] == "a.txt"


# -- fingerprints ---------------------------------------------------------------------------------------


@given(st.binary(max_size=5000))
def test_a_fingerprint_is_sha256_and_size(content: bytes) -> None:
    path = Path("isi.bin").resolve()
    path.write_bytes(content)
    assert fingerprint(str(path), path.parent) == (
        "isi.bin",
        hashlib.sha256(content).hexdigest(),
        len(content),
    )


def test_a_file_larger_than_one_reading_has_its_true_fingerprint(tmp_path: Path) -> None:
    content = bytes(range(256)) * 8200
    (tmp_path / "besar.pdf").write_bytes(content)
    shown, digest, size = fingerprint("besar.pdf", tmp_path)
    assert (shown, digest, size) == ("besar.pdf", hashlib.sha256(content).hexdigest(), len(content))


def test_a_path_is_kept_from_the_registrys_folder_or_else_from_the_root(tmp_path: Path) -> None:
    registry = tmp_path / "kantor"
    (registry / "naskah").mkdir(parents=True)
    inside, outside = registry / "naskah" / "kb.pdf", tmp_path / "kantor2.pdf"
    inside.write_bytes(b"a")
    outside.write_bytes(b"b")
    (registry / "tautan.pdf").symlink_to(outside)
    assert fingerprint(str(inside), registry)[0] == "naskah/kb.pdf"
    assert fingerprint("kantor/naskah/../naskah/kb.pdf", registry)[0] == "naskah/kb.pdf"
    assert fingerprint(str(outside), registry)[0] == "../kantor2.pdf"
    assert fingerprint(str(registry / "tautan.pdf"), registry)[0] == "../kantor2.pdf"


@pytest.mark.parametrize("read", [fingerprint, lambda name, folder: read_bytes(name, folder, 10_000_000)])
@pytest.mark.parametrize("change", ["grows", "shrinks", "rewritten"])
def test_a_file_that_changes_while_it_is_read_is_refused(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, change: str, read: Callable[[str, Path], object]
) -> None:
    """Half a scan with the digest of half a scan would look sound for ever."""
    path = tmp_path / "naskah.pdf"
    path.write_bytes(b"a" * 3_000_000)
    os.utime(path, (LONG_AGO, LONG_AGO))
    real = os.fstat
    seen: list[int] = []

    def fstat(descriptor: int) -> os.stat_result:
        status = real(descriptor)
        if stat.S_ISREG(status.st_mode) and status.st_size == 3_000_000 and not seen:
            seen.append(1)
            with path.open("r+b") as stream:
                if change == "shrinks":
                    stream.truncate(5)
                else:
                    stream.seek(0 if change == "rewritten" else 3_000_000)
                    stream.write(b"b")
        return status

    monkeypatch.setattr(os, "fstat", fstat)
    with pytest.raises(InputFileError, match="berubah saat dibaca"):
        read("naskah.pdf", tmp_path)
    assert seen == [1]


def test_bytes_are_read_up_to_the_limit_and_no_further(tmp_path: Path) -> None:
    (tmp_path / "a.pdf").write_bytes(b"12345")
    assert read_bytes("a.pdf", tmp_path, 5) == ("a.pdf", b"12345")
    with pytest.raises(InputFileError, match=r"berukuran 5 byte; .* paling besar 4 byte"):
        read_bytes("a.pdf", tmp_path, 4)


def test_the_state_of_a_file_is_told_by_size_and_then_by_digest(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "a.pdf"
    digest = hashlib.sha256(b"isi").hexdigest()
    assert file_state(path, digest, 3) is FileState.MISSING
    path.write_bytes(b"isi")
    assert file_state(path, digest, 3) is FileState.OK
    path.write_bytes(b"isu")
    assert file_state(path, digest, 3) is FileState.CHANGED
    assert file_state(tmp_path, digest, 3) is FileState.CHANGED
    assert file_state(tmp_path / ("a" * 300), digest, 3) is FileState.UNREADABLE
    monkeypatch.setattr(files, "fingerprint", None)  # not even opened
    path.write_bytes(b"isi lain")
    assert file_state(path, digest, 3) is FileState.CHANGED


# -- names ----------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("path", "name"),
    [
        ("naskah/kb.pdf", "kb.pdf"),
        ("/srv/arsip/Naskah Asli (2).PDF", "Naskah Asli (2).PDF"),
        ("../../etc/passwd", "passwd"),
        ("C:\\Users\\x\\kb.pdf", "kb.pdf"),
        ("naskah/..", "berkas"),
        ("...", "berkas"),
        (".bashrc", "bashrc"),
        ("-rf.pdf", "rf.pdf"),
        ("a:b*c?.pdf", "a_b_c_.pdf"),
        ("con.pdf", "_con.pdf"),
        ("NUL", "_NUL"),
        ("lpt1.tar.gz", "_lpt1.tar.gz"),
        ("konsep.pdf", "konsep.pdf"),
        ("kb.pdf. ", "kb.pdf"),
        (" kb .pdf", "kb.pdf"),
        (". kb.pdf", "kb.pdf"),
        ("a\x1b[31m.pdf", "a_[31m.pdf"),
        ("\u202egpj.exe", "_gpj.exe"),
        ("é" * 300 + ".pdf", "é" * 98 + ".pdf"),
        ("a." + "b" * 300, "a." + "b" * 198),
    ],
)
def test_a_name_to_write_to_is_a_plain_one(path: str, name: str) -> None:
    assert safe_name(path) == name


@given(st.text(st.characters(codec="utf-8", exclude_characters="\0"), max_size=300))
def test_every_name_can_be_written_and_stays_in_its_folder(path: str) -> None:
    name = safe_name(path)
    assert 0 < len(name.encode()) <= 210
    assert not set(name) & set('/\\<>:"|?*')
    assert name.isprintable()
    assert name[0] not in ".-"
    assert name == name.strip(" ").rstrip(".")
    assert safe_name(name) == name


# -- putting in place -----------------------------------------------------------------------------------


def test_a_stream_takes_the_place_of_the_file_only_when_it_is_complete(tmp_path: Path) -> None:
    path = tmp_path / "a.json"
    path.write_bytes(b"lama")
    with replacing(path, mode=0o600) as stream:
        stream.write(b"baru")
        stream.flush()
        assert path.read_bytes() == b"lama"
    assert (path.read_bytes(), stat.S_IMODE(path.stat().st_mode)) == (b"baru", 0o600)
    with suppress(KeyboardInterrupt), replacing(path, mode=0o600) as stream:
        stream.write(b"setengah")
        raise KeyboardInterrupt
    assert path.read_bytes() == b"baru"
    assert [one.name for one in tmp_path.iterdir()] == ["a.json"]


@pytest.mark.parametrize("content", [b"", b"{", b'{"schema": "lain"', b"SQLite format 3\0"])
def test_only_what_begins_alike_may_be_replaced(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "a.json"
    refuse_other(path, b'{"schema": "kskd')
    path.write_bytes(b'{"schema": "kskd/registry/1"}')
    refuse_other(path, b'{"schema": "kskd')
    path.write_bytes(content)
    with pytest.raises(AlreadyThere, match="berisi hal lain"):
        refuse_other(path, b'{"schema": "kskd')
    with pytest.raises(AlreadyThere):
        refuse_other(tmp_path, b"")


def test_a_pipe_to_which_nobody_comes_is_not_waited_for(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    os.mkfifo(tmp_path / "pipa.csv")
    monkeypatch.setattr(files, "_PATIENCE", 0.1)
    with pytest.raises(InputFileError, match="Tidak ada yang menulis"):
        read_text(str(tmp_path / "pipa.csv"), 100)


def test_who_writes_to_a_pipe_may_take_longer(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Patience is for the first sign of somebody; then the end of what is written is waited for."""
    os.mkfifo(tmp_path / "pipa.csv")
    monkeypatch.setattr(files, "_PATIENCE", 0.2)

    def pour() -> None:
        with (tmp_path / "pipa.csv").open("wb", buffering=0) as pipe:
            sleep(0.4)
            pipe.write(b"satu ")
            sleep(0.4)
            pipe.write(b"dua")

    writer = threading.Thread(target=pour)
    writer.start()
    assert read_text(str(tmp_path / "pipa.csv"), 100) == "satu dua"
    writer.join()
