"""Exports: what goes out comes back, and anything else is refused with its place."""

from __future__ import annotations

import json
import tracemalloc
from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kskd.errors import InputFileError
from kskd.interchange import jsonfile
from kskd.interchange.jsonfile import Document, opened_document, write_document

if TYPE_CHECKING:
    from pathlib import Path

VALUES = st.one_of(
    st.none(),
    st.integers(-(2**63), 2**63 - 1),
    st.floats(allow_nan=False, allow_infinity=False),
    st.text(st.characters(codec="utf-8")),
    st.binary(max_size=50),
)
NAMES = st.text("abcdefghijklmnopqrstuvwxyz_", min_size=1, max_size=8)


def read_document(path: Path) -> Document:
    """All of the document at once."""
    with opened_document(str(path)) as document:
        return document._replace(tables={name: list(rows) for name, rows in document.tables.items()})


ROWS = st.lists(st.dictionaries(NAMES, VALUES, max_size=5), max_size=4)


@given(st.dictionaries(NAMES, ROWS, max_size=3), st.integers(1, 99), st.booleans())
def test_every_value_comes_back_as_it_was(
    tmp_path_factory: pytest.TempPathFactory,
    tables: dict[str, list[dict[str, Any]]],
    schema: int,
    is_public: bool,
) -> None:
    """Type for type, and written again to the same bytes."""
    path = tmp_path_factory.getbasetemp() / "ekspor.json"
    pieces = list(write_document(schema, tables.items(), is_public=is_public))
    path.write_bytes(b"".join(pieces))
    read = read_document(path)
    assert repr(read) == repr(Document(schema, is_public, tables))
    assert list(write_document(schema, read.tables.items(), is_public=is_public)) == pieces
    assert json.loads(path.read_bytes())["schema"] == jsonfile.SCHEMA
    assert path.read_bytes().startswith(jsonfile.BEGINNING)


def test_a_row_is_written_before_the_next_is_asked_for() -> None:
    """So that a registry of any size fits through."""
    asked = []

    def rows() -> Any:
        for number in range(3):
            asked.append(number)
            yield {"number": number}

    for piece in write_document(2, [("many", rows())], is_public=False):
        if b'"number": 1' in piece:
            break
    assert asked == [0, 1]


def _with(
    tables: str, head: str = '"schema": "kskd/registry/1", "registry_schema": 2, "public": false'
) -> str:
    return f'{{{head}, "tables": {tables}}}'


BAD: dict[str, tuple[bytes | str, str]] = {
    "empty": ("", "bukan JSON"),
    "text": ("ini bukan ekspor\n", "baris 1, kolom 1"),
    "cut short": (_with('{"act": [{"id": 1}')[:-1], "terpotong (baris 1"),
    "two documents": (_with("{}") + "\n{}", "bukan JSON (baris 2, kolom 1)"),
    "not UTF-8": (b'{"schema": "\xff"}', "UTF-8"),
    "UTF-16": (_with("{}").encode("utf-16"), "UTF-8"),
    "list": ("[]", "program lain"),
    "another program's": ('{"version": 3, "items": []}', "program lain"),
    "schema that is no text": ('{"schema": 1}', "program lain"),
    "another of ours": ('{"schema": "kskd/agreement-list/1", "items": []}', "kskd/agreement-list/1"),
    "newer": ('{"schema": "kskd/registry/2"}', "Mutakhirkan"),
    "schema twice": ('{"schema": "kskd/registry/1", "schema": "kskd/registry/1"}', '"schema" ada dua kali'),
    "key missing": ('{"schema": "kskd/registry/1", "tables": {}}', "registry_schema tidak ada"),
    "key unknown": (_with("{}", '"x": 1, "schema": "kskd/registry/1", "registry_schema": 2, "public": false'),
                    '"x" tidak dikenal'),
    "number that is none": (_with("{}").replace("2,", "true,"), "registry_schema"),
    "number too small": (_with("{}").replace("2,", "0,"), "registry_schema"),
    "endless number": (_with("{}").replace("2,", "1e400,"), "registry_schema"),
    "public that is none": (_with("{}").replace("false", "0"), "public"),
    "tables as list": (_with("[]"), "tables"),
    "table twice": (_with('{"act": [], "opd": [], "act": []}'), '"act" ada dua kali'),
    "table that is no list": (_with('{"act": {}}'), '"act" harus daftar'),
    "row that is no object": (_with('{"act": [{}, 7]}'), '"act" baris 2 harus objek'),
    "key of a row twice": (_with('{"act": [{"id": 1, "id": 2}]}'), '"act" baris 1: kunci "id" ada dua kali'),
    "NaN": (_with('{"target": [{"value": NaN}]}'), '"target" baris 1 kolom "value"'),
    "infinity": (_with('{"target": [{"value": -Infinity}]}'), '"target" baris 1 kolom "value"'),
    "1e400": (_with('{"target": [{}, {"value": 1e400}]}'), '"target" baris 2 kolom "value"'),
    "number of 5,000 digits": (_with('{"act": [{"id": ' + "9" * 5000 + "}]}"), "terlalu panjang"),
    "list as value": (_with('{"act": [{"id": [1]}]}'), '"act" baris 1 kolom "id" tidak dapat dibaca'),
    "object as value": (_with('{"act": [{"id": {"a": 1}}]}'), '"act" baris 1 kolom "id" tidak dapat dibaca'),
    "no base64": (_with('{"content": [{"data": {"base64": "??"}}]}'), 'kolom "data" bukan base64'),
    "base64 cut": (_with('{"content": [{"data": {"base64": "YQ="}}]}'), 'kolom "data" bukan base64'),
    "base64 that is no text": (_with('{"content": [{"data": {"base64": 7}}]}'), 'kolom "data" bukan base64'),
    "half a character": (_with('{"act": [{"who": "\\ud800"}]}'), '"act" baris 1 kolom "who"'),
    "nested beyond reason": ("[" * 200_000, "bersarang"),
    "nested in a value": (_with('{"act": [{"id": ' + "[" * 200_000 + "]" * 200_000 + "}]}"), "bersarang"),
    "escape in a name": (_with('{"\\u001b[31m": 1}'), "␛[31m"),
}  # fmt: skip


@pytest.mark.parametrize("kind", BAD)
def test_what_is_no_export_is_refused_with_its_place(tmp_path: Path, kind: str) -> None:
    content, named = BAD[kind]
    path = tmp_path / "ekspor.json"
    path.write_bytes(content if isinstance(content, bytes) else content.encode())
    with pytest.raises(InputFileError) as refusal:
        read_document(path)
    assert "ekspor.json" in str(refusal.value)
    assert named in str(refusal.value)
    assert len(str(refusal.value)) < 300


def test_a_mark_before_the_document_is_passed_over(tmp_path: Path) -> None:
    path = tmp_path / "ekspor.json"
    path.write_text("\ufeff" + _with("{}"), "utf-8")
    assert read_document(path) == Document(2, False, {})


def test_a_document_too_large_says_what_to_do_instead(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "ekspor.json"
    path.write_text(_with("{}"), "utf-8")
    monkeypatch.setattr(jsonfile, "MAX_BYTES", 20)
    with pytest.raises(InputFileError, match=r"lebih besar dari 20 byte; .*menyalin berkas registri"):
        read_document(path)


# -- line by line ---------------------------------------------------------------------------------------


def _made(folder: Path, tables: dict[str, list[dict[str, Any]]]) -> Path:
    """An export of these rows."""
    path = folder / "ekspor.json"
    path.write_bytes(b"".join(write_document(4, tables.items(), is_public=False)))
    return path


TABLES: dict[str, list[dict[str, Any]]] = {
    "act": [{"id": 1, "who": "é}],"}, {"id": 2, "who": "\u2028"}],
    "affair": [],
    "content": [{"data": b"\n"}],
}


@pytest.mark.parametrize(
    "other",
    [
        lambda text: text.replace("\n", "\r\n"),
        lambda text: "\ufeff" + text,
        lambda text: text + "\n  \n",
        lambda text: json.dumps(json.loads(text)),
        lambda text: json.dumps(json.loads(text), indent=2, sort_keys=True),
        lambda text: text.replace("[\n", "[", 1),
        lambda text: text.replace("}]\n", "}\n]\n", 1),
    ],
)
def test_a_document_that_another_tool_laid_out_anew_is_the_same(tmp_path: Path, other: Any) -> None:
    path = _made(tmp_path, TABLES)
    path.write_text(other(path.read_text("utf-8")), "utf-8", newline="")
    assert read_document(path) == Document(4, False, TABLES)


SPOILED = {
    "row that is no JSON": ('"id": 2', '"id": ,', "bukan JSON (baris 4, kolom 8)"),
    "row that is no object": ('{"id": 2, "who": "\u2028"}', '{}, {}', "bukan JSON (baris 4, kolom 3)"),
    "key of a row twice": ('"id": 2', '"who": 2', 'tabel "act" baris 2: kunci "who" ada dua kali'),
    "no base64": ('{"base64": "Cg=="}', '{"base64": "Cg="}', 'tabel "content" baris 1 kolom "data" bukan'),
    "table twice": ('"affair"', '"act"', 'tabel "act" ada dua kali (baris 5)'),
    "number of 5,000 digits": ('"id": 2', f'"id": {"9" * 5000}', "terlalu panjang"),
    "cut in a row": ('"who": "\u2028"}],\n', "", "bukan JSON"),
    "no comma": ('}],"},\n', '}],"}\n', "bukan JSON (baris 4, kolom 1)"),
    "comma too many": ('}],\n"aff', '},\n"aff', "bukan JSON"),
    "more behind it": ("}}\n", "}}\n{}\n", "bukan JSON (baris 9, kolom 1)"),
    "key of the head": ('"public"', '"privat"', "kunci public tidak ada"),
}  # fmt: skip


@pytest.mark.parametrize("kind", SPOILED)
def test_a_fault_is_named_by_its_line(tmp_path: Path, kind: str) -> None:
    path, (old, new, named) = _made(tmp_path, TABLES), SPOILED[kind]
    text = path.read_text("utf-8")
    assert old in text
    path.write_text(text.replace(old, new, 1), "utf-8")
    with pytest.raises(InputFileError) as refusal:
        read_document(path)
    assert named in str(refusal.value)


def test_a_document_cut_anywhere_is_refused(tmp_path: Path) -> None:
    whole = _made(tmp_path, TABLES).read_bytes()
    path = tmp_path / "ekspor.json"
    for size in range(len(whole) - 1):
        path.write_bytes(whole[:size])
        with pytest.raises(InputFileError, match=r"terpotong|bukan JSON|bukan teks UTF-8"):
            read_document(path)
    path.write_bytes(whole[:-1])
    assert read_document(path) == Document(4, False, TABLES)


def test_a_byte_that_is_no_text_is_named_by_its_place(tmp_path: Path) -> None:
    path = _made(tmp_path, TABLES)
    whole = path.read_bytes()
    at = whole.index(b"Cg==")
    path.write_bytes(whole[:at] + b"\xff" + whole[at + 1 :])
    with pytest.raises(InputFileError, match=rf"byte ke-{at + 1}"):
        read_document(path)


def test_rows_are_read_as_they_are_asked_for(tmp_path: Path) -> None:
    """So that a document of any size fits through."""
    row = {"id": 1, "text": "x" * 1000}
    path = _made(tmp_path, {"act": [row] * 20_000, "opd": [{"code": "DLH"}]})
    tracemalloc.start()
    try:
        with opened_document(str(path)) as document:
            assert next(iter(document.tables["opd"])) == {"code": "DLH"}
            assert sum(one == row for one in document.tables["act"]) == 20_000
        assert tracemalloc.get_traced_memory()[1] < 1_000_000 < path.stat().st_size / 20
    finally:
        tracemalloc.stop()
