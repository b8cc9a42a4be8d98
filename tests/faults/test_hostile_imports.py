"""Files that are no register, or want to do harm, to ``import``: one sentence, and the registry as it was."""

from __future__ import annotations

import errno
import io
import os
import threading
import tracemalloc
import zipfile
from hashlib import sha256
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from openpyxl import Workbook
from openpyxl.utils import get_column_letter

from kskd.interchange import files

from ..cli.command_line import faults

if TYPE_CHECKING:
    from collections.abc import Callable
    from typing import Any

    from ..cli.command_line import Run
    from .conftest import Stage

_NS = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
_SHEET = "xl/worksheets/sheet1.xml"
_XLS = Path(__file__).parents[1] / "interchange" / "sheets" / "data" / "contoh.xls"
_HEADS = "No;Judul;Mitra;Nomor;Tanggal TTD;OPD\n"
_OLE = bytes.fromhex("d0cf11e0a1b11ae1")
_MOST_MEMORY = 150_000_000  # bytes that Python itself may hold at once


def _workbook(change: Callable[[dict[str, bytes]], None]) -> bytes:
    """A sound workbook with its parts changed."""
    book, out = Workbook(), io.BytesIO()
    for row in (
        _HEADS.strip().split(";"),
        ["1", "Kerja Contoh", "PT Contoh", "1/2024", "2 Mei 2024", "DINKES"],
    ):
        book.worksheets[0].append(row)
    book.save(out)
    with zipfile.ZipFile(out) as archive:
        parts = {name: archive.read(name) for name in archive.namelist()}
    change(parts)
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in parts.items():
            archive.writestr(name, content)
    return out.getvalue()


def _with_sheet(rows: bytes, head: bytes = b"") -> bytes:
    sheet = head + f'<worksheet xmlns="{_NS}"><sheetData>'.encode() + rows + b"</sheetData></worksheet>"
    return _workbook(lambda parts: parts.update({_SHEET: sheet}))


def _entities() -> bytes:
    lines = "".join(f'<!ENTITY a{at} "{f"&a{at - 1};" * 10}">' for at in range(1, 10))
    head = f'<?xml version="1.0"?><!DOCTYPE x [<!ENTITY a0 "haha">{lines}]>'
    return _with_sheet(b'<row r="1"><c r="A1" t="inlineStr"><is><t>&a9;</t></is></c></row>', head.encode())


def _reaching_out() -> bytes:
    head = b'<?xml version="1.0"?><!DOCTYPE x [<!ENTITY a SYSTEM "file:///etc/passwd">]>'
    return _with_sheet(b'<row r="1"><c r="A1" t="inlineStr"><is><t>&a;</t></is></c></row>', head)


def _lying() -> bytes:
    """A member that holds far more than the archive says of it."""
    whole = bytearray(_with_sheet(b'<row r="1"></row>' * 50_000))
    for mark, at in ((b"PK\x03\x04", 22), (b"PK\x01\x02", 24)):
        place = -1
        while (place := whole.find(mark, place + 1)) >= 0:
            whole[place + at : place + at + 4] = (100).to_bytes(4, "little")
    return bytes(whole)


def _cell(size: int) -> bytes:
    text = b'<row r="1"><c r="A1" t="inlineStr"><is><t>' + b"a" * size + b"</t></is></c></row>"
    return _with_sheet(text)


def _huge_cell() -> bytes:
    """A cell of 1 GB, which its archive says truly, made without having it in memory."""
    out = io.BytesIO(_cell(0))
    with zipfile.ZipFile(out) as archive:
        parts = {name: archive.read(name) for name in archive.namelist() if name != _SHEET}
        before, end = archive.read(_SHEET).split(b"<t>")
    out, piece = io.BytesIO(), b"a" * 1_000_000
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED, compresslevel=1) as archive:
        for name, content in parts.items():
            archive.writestr(name, content)
        with archive.open(_SHEET, "w") as stream:
            stream.write(before + b"<t>")
            for _ in range(1000):
                stream.write(piece)
            stream.write(end)
    return out.getvalue()


def _declared(size: int) -> bytes:
    """A small sheet of which the archive says that it is this large."""
    whole = bytearray(_cell(10))
    for mark, at in ((b"PK\x03\x04", 22), (b"PK\x01\x02", 24)):
        place = whole.rfind(mark)
        whole[place + at : place + at + 4] = size.to_bytes(4, "little")
    return bytes(whole)


def _broken_xls(*, keep: float, noise: bool = False) -> bytes:
    """A true .xls whose stream ends early, or has noise in its middle."""
    whole = _XLS.read_bytes()
    if noise:
        middle = len(whole) // 4
        return whole[:middle] + bytes(range(255, -1, -1)) * (middle // 128) + whole[middle * 3 :]
    return whole[: int(len(whole) * keep)]


def _as_xlsb(parts: dict[str, bytes]) -> None:
    parts["xl/workbook.bin"] = b"\x83\x01\0" + parts.pop("xl/workbook.xml")
    parts["xl/worksheets/sheet1.bin"] = parts.pop(_SHEET)


def _wide() -> bytes:
    cells = "".join(
        f'<c r="{get_column_letter(at)}1" t="inlineStr"><is><t>a</t></is></c>' for at in range(1, 10_001)
    )
    return _with_sheet(f'<row r="1">{cells}</row>'.encode())


def _far(cell: str) -> bytes:
    return _with_sheet(f'<row r="1"><c r="{cell}" t="inlineStr"><is><t>a</t></is></c></row>'.encode())


def _as_words(parts: dict[str, bytes]) -> None:
    parts.clear()
    parts["[Content_Types].xml"] = b"<Types/>"
    parts["word/document.xml"] = b"<document/>"


def _round() -> bytes:
    """A compound file whose chain of sectors leads back to itself."""
    head = bytearray(512)
    head[:8] = _OLE
    head[24:34] = bytes.fromhex("3e000300feff09000600")
    head[44:48] = (1).to_bytes(4, "little")
    head[48:52] = (1).to_bytes(4, "little")
    head[56:60] = (4096).to_bytes(4, "little")
    head[76:512] = (0).to_bytes(4, "little") + b"\xff" * 432
    table = (0).to_bytes(4, "little") + (1).to_bytes(4, "little") + b"\0" * 504
    return bytes(head) + table + b"W\0o\0r\0k\0b\0o\0o\0k\0" + bytes(2000)


HOSTILE: dict[str, tuple[str, Callable[[], bytes]]] = {
    "a bomb of one sheet": ("Bom.xlsx", lambda: _with_sheet(b" " * 700_000_000)),
    "entities that grow": ("Entitas.xlsx", _entities),
    "an entity that reaches out": ("Entitas.xlsx", _reaching_out),
    "sizes that lie": ("Bohong.xlsx", _lying),
    "a cell of 100 MB": ("Sel.xlsx", lambda: _cell(100_000_000)),
    "a cell of 1 GB": ("Sel.xlsx", _huge_cell),
    "a size of 1 GB that is told only": ("Sel.xlsx", lambda: _declared(1_000_000_000)),
    "a line of 100 MB": ("Baris.csv", lambda: _HEADS.encode() + b"1;" + b"a" * 100_000_000),
    "a quote that never ends": ("Kutip.csv", lambda: _HEADS.encode() + b'1;"' + b"a\n" * 5_000_000),
    "a cell far to the right": ("Jauh.xlsx", lambda: _far("XFD1")),
    "a cell beyond all columns": ("Jauh.xlsx", lambda: _far("ZZZZZZZZ1")),
    "10,000 columns of CSV": ("Lebar.csv", lambda: (";".join(map(str, range(10_000))) + "\n").encode() * 5),
    "10,000 columns of XLSX": ("Lebar.xlsx", _wide),
    "NUL alone": ("Nol.csv", lambda: bytes(100_000)),
    "NUL between": ("Nol.csv", lambda: _HEADS.encode() + b"1;Ker\0ja;PT\0;1;2 Mei 2024;DINKES\n" * 5),
    "a PDF": ("Register.csv", lambda: b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n1 0 obj\n<<>>\nendobj\n"),
    "a photo": ("Register.xlsx", lambda: b"\xff\xd8\xff\xe0\0\x10JFIF" + bytes(500)),
    "a document of words": ("Register.xlsx", lambda: _workbook(_as_words)),
    "a binary workbook": ("Register.xlsb", lambda: _workbook(_as_xlsb)),
    "an XLS that ends in its stream": ("Register.xls", lambda: _broken_xls(keep=0.6)),
    "an XLS with noise in its stream": ("Register.xls", lambda: _broken_xls(keep=1, noise=True)),
    "an XLS without a stream": ("Register.xls", lambda: _OLE + bytes(504)),
    "an XLS of noise": ("Register.xls", lambda: _OLE + bytes(range(256)) * 40),
    "an XLS that goes round": ("Register.xls", _round),
    "half a workbook": ("Register.xlsx", lambda: _cell(100)[:900]),
    "an empty file": ("Register.csv", lambda: b""),
    "a mark alone": ("Register.csv", lambda: b"\xef\xbb\xbf"),
    "nested tables of HTML": ("Register.xls", lambda: b"<html>" + b"<table><tr><td>" * 200_000),
}  # fmt: skip


@pytest.mark.slow
@pytest.mark.parametrize("name", HOSTILE)
def test_a_hostile_file_is_refused_in_one_sentence(name: str, stage: Stage, run: Run) -> None:
    called, made = HOSTILE[name]
    stage.file(called).write_bytes(made())
    before = _digests(stage.folder)
    tracemalloc.start()
    try:
        result = run("import", called, "--yes", "--no-input")
        _, most = tracemalloc.get_traced_memory()
    finally:
        tracemalloc.stop()
    assert faults(result) == []
    assert called in result.err
    assert _digests(stage.folder) == before
    assert most < _MOST_MEMORY


def test_a_binary_workbook_is_told_how_to_be_saved(stage: Stage, run: Run) -> None:
    stage.file("Register.xlsb").write_bytes(_workbook(_as_xlsb))
    assert "simpan sebagai XLSX" in run("import", "Register.xlsb", "--yes", "--no-input").err


@pytest.mark.slow
def test_what_is_no_file_to_read_is_refused(stage: Stage, run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    """A folder, nothing at all, a pipe that nobody fills, and what comes from the keyboard."""
    monkeypatch.setattr(files, "_PATIENCE", 0.1)
    stage.file("Folder.xlsx").mkdir()
    os.mkfifo(stage.file("Pipa.csv"))
    before = _digests(stage.folder)
    for name in ("Folder.xlsx", "Tidakada.csv", "Pipa.csv", "-", "/dev/stdin"):
        result = run("import", name, "--yes", "--no-input")
        assert faults(result) == [], name
        assert name in result.err
        assert _digests(stage.folder) == before


def test_a_list_through_a_pipe_is_refused(stage: Stage, run: Run) -> None:
    os.mkfifo(stage.file("Pipa.csv"))
    before = _digests(stage.folder)
    writer = threading.Thread(target=stage.file("Pipa.csv").write_text, args=(_HEADS, "utf-8"))
    writer.start()
    result = run("import", "Pipa.csv", "--yes", "--no-input")
    writer.join()
    assert faults(result) == []
    assert _digests(stage.folder) == before


@pytest.mark.parametrize("at", ["open", "read"])
@pytest.mark.parametrize("error", [errno.EACCES, errno.EIO], ids=["not allowed", "a worn disk"])
def test_a_file_that_the_system_does_not_give_is_refused(
    at: str, error: int, stage: Stage, run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Root may read everything, so the system's answer is put in its place."""
    stage.file("Tertutup.csv").write_text(_HEADS, "utf-8")
    before = _digests(stage.folder)
    opened = Path.open

    class Refusing(io.FileIO):
        def readinto(self, _into: object) -> int:
            raise OSError(error, os.strerror(error))

    def refusing(path: Path, *given: Any, **more: Any) -> Any:
        if path.name != "Tertutup.csv":
            return opened(path, *given, **more)
        if at == "open":
            raise OSError(error, os.strerror(error))
        return io.BufferedReader(Refusing(str(path)))

    with monkeypatch.context() as patch:
        patch.setattr(Path, "open", refusing)
        result = run("import", "Tertutup.csv", "--yes", "--no-input")
    assert faults(result) == []
    assert "Tertutup.csv" in result.err
    assert _digests(stage.folder) == before


def _digests(folder: Path) -> dict[str, str]:
    return {
        one.relative_to(folder).as_posix(): sha256(one.read_bytes()).hexdigest()
        for one in sorted(folder.rglob("*"))
        if one.is_file()
    }
