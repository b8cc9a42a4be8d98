"""The whole registry as one JSON document: written row by row, read with every fault named by its place.

``{"schema": "kskd/registry/1", "registry_schema": 2, "public": false, "tables": {"act": [{…}, …], …}}``, one
row a line. Bytes are ``{"base64": "…"}``. There is no day in it: the same registry gives the same bytes.
"""

from __future__ import annotations

import json
from math import isfinite
from typing import TYPE_CHECKING, Any, NamedTuple

from kskd.domain.values.text import quote, quote_path
from kskd.errors import InputFileError
from kskd.interchange.files import read_text

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

FAMILY = "kskd/registry/"
SCHEMA = f"{FAMILY}1"
BEGINNING = b'{"schema": "kskd/registry/'  # by which a file is known to be an export

# The document is read whole, which takes several times its size in memory.
MAX_BYTES = 500_000_000
_TOO_BIG = "registri sebesar itu dipindahkan dengan menyalin berkas registrinya di antara dua perintah"
_HOW_TO_MEND = "Pakai berkas yang dibuat dengan kskd export."
_KEYS = ("schema", "registry_schema", "public", "tables")


class Document(NamedTuple):
    """What an export holds: the registry's schema number, whether it is one for the public, rows by table."""

    registry_schema: int
    is_public: bool
    tables: dict[str, list[dict[str, Any]]]


class _Doubled(dict[str, Any]):
    """An object in which a key came twice."""

    key = ""


def write_document(
    registry_schema: int, tables: Iterable[tuple[str, Iterable[Mapping[str, object]]]], *, is_public: bool
) -> Iterator[bytes]:
    """The document in pieces of one row."""
    head = {"schema": SCHEMA, "registry_schema": registry_schema, "public": is_public}
    yield f'{_text(head)[:-1]}, "tables": {{'.encode()
    for at, (table, rows) in enumerate(tables):
        yield f"{',' if at else ''}\n{_text(table)}: [".encode()
        for number, row in enumerate(rows):
            yield f"{',' if number else ''}\n{_text(row)}".encode()
        yield b"]"
    yield b"\n}}\n"


def _text(value: object) -> str:
    return json.dumps(value, ensure_ascii=False, allow_nan=False, default=_bytes)


def _bytes(value: object) -> dict[str, str]:
    from base64 import b64encode

    if not isinstance(value, bytes):
        raise TypeError(value)
    return {"base64": b64encode(value).decode("ascii")}


def read_document(path: str) -> Document:
    """The export in a file; InputFileError for anything else, with the place.

    Which tables and columns there must be is for the registry to say.
    """
    source = quote_path(path)
    given = _ours(_parsed(read_text(path, MAX_BYTES, too_big=_TOO_BIG), source), source)
    number, is_public, tables = (given[name] for name in _KEYS[1:])
    if type(number) is not int or number < 1:
        raise _wrong(source, "registry_schema harus bilangan bulat")
    if not isinstance(is_public, bool):
        raise _wrong(source, "public harus true atau false")
    if not isinstance(tables, dict):
        raise _wrong(source, "tables harus objek")
    if isinstance(tables, _Doubled):
        raise _wrong(source, f"tabel {quote(tables.key)} ada dua kali")
    return Document(number, is_public, {name: _rows(source, name, rows) for name, rows in tables.items()})


def _parsed(text: str, source: str) -> object:
    try:
        return json.loads(text, object_pairs_hook=_object)
    except json.JSONDecodeError as error:
        is_cut = error.pos >= len(text.rstrip())
        what = "terpotong" if text and is_cut else "bukan JSON"
        raise _wrong(source, f"{what} (baris {error.lineno}, kolom {error.colno})") from error
    except (RecursionError, ValueError) as error:
        is_deep = isinstance(error, RecursionError)
        what = "bersarang terlalu dalam" if is_deep else "memuat bilangan yang terlalu panjang"
        raise _wrong(source, what) from error
    except MemoryError as error:
        raise InputFileError(f"Berkas {source} tidak muat di memori komputer ini; {_TOO_BIG}.") from error


def _object(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    made = dict(pairs)
    if len(made) == len(pairs):
        return made
    doubled, seen = _Doubled(made), set[str]()
    doubled.key = next(key for key, _ in pairs if key in seen or seen.add(key))  # type: ignore[func-returns-value]
    return doubled


def _ours(given: object, source: str) -> dict[str, Any]:
    """The document, its own keys checked."""
    schema = given.get("schema") if isinstance(given, dict) else None
    if not isinstance(given, dict) or not isinstance(schema, str) or not schema.startswith("kskd/"):
        raise _wrong(source, "JSON dari program lain, bukan ekspor registri kskd")
    if not schema.startswith(FAMILY):
        raise _wrong(source, f"berisi {quote(schema)}, bukan seluruh registri")
    if schema != SCHEMA:
        raise InputFileError(
            f"Berkas {source} berbentuk {quote(schema)}; kskd ini mengenal {SCHEMA}."
            " Mutakhirkan kskd, lalu ulangi."
        )
    if isinstance(given, _Doubled):
        raise _wrong(source, f"kunci {quote(given.key)} ada dua kali")
    strange = [name for name in given if name not in _KEYS]
    missing = [name for name in _KEYS if name not in given]
    if missing:
        raise _wrong(source, f"kunci {missing[0]} tidak ada")
    if strange:
        raise _wrong(source, f"kunci {quote(strange[0])} tidak dikenal")
    return given


def _rows(source: str, table: str, rows: object) -> list[dict[str, Any]]:
    place = f"tabel {quote(table)}"
    if not isinstance(rows, list):
        raise _wrong(source, f"{place} harus daftar")
    for at, row in enumerate(rows, 1):
        if not isinstance(row, dict):
            raise _wrong(source, f"{place} baris {at} harus objek")
        if isinstance(row, _Doubled):
            raise _wrong(source, f"{place} baris {at}: kunci {quote(row.key)} ada dua kali")
        for name, value in row.items():
            if not _is_plain(value):
                row[name] = _value(source, f"{place} baris {at} kolom {quote(name)}", value)
    return rows


def _is_plain(value: object) -> bool:
    """Whether a value is at once as it must be; nearly all are, and their places need not be told."""
    return value is None or isinstance(value, int) or (isinstance(value, str) and value.isascii())


def _value(source: str, place: str, value: object) -> object:
    """A text, a finite number, or the bytes that an object stands for."""
    if isinstance(value, str):
        try:
            value.encode()
        except UnicodeEncodeError as error:
            raise _wrong(source, f"{place} memuat karakter yang bukan Unicode") from error
        return value
    if isinstance(value, float):
        if not isfinite(value):
            raise _wrong(source, f"{place} bukan bilangan yang dapat disimpan")
        return value
    if isinstance(value, dict) and value.keys() == {"base64"} and not isinstance(value, _Doubled):
        from base64 import b64decode

        try:
            return b64decode(value["base64"], validate=True)
        except (TypeError, ValueError) as error:
            raise _wrong(source, f"{place} bukan base64") from error
    raise _wrong(source, f"{place} tidak dapat dibaca")


def _wrong(source: str, what: str) -> InputFileError:
    return InputFileError(f"Berkas {source}: {what}. {_HOW_TO_MEND}")
