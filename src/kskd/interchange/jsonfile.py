"""The whole registry as one JSON document: written and read row by row, every fault named by its place.

``{"schema": "kskd/registry/1", "registry_schema": 2, "public": false, "tables": {"act": [{…}, …], …}}``, one
row a line. Bytes are ``{"base64": "…"}``. There is no day in it: the same registry gives the same bytes.

What another tool laid out otherwise is the same document, but is read whole, which takes several times its
size in memory: so it is bounded.
"""

import json
import re
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from functools import partial
from math import isfinite
from typing import Any, BinaryIO, NamedTuple

from kskd.domain.values.text import quote, quote_path
from kskd.errors import refusal
from kskd.interchange.files import content_of, decoded, opened, readable

FAMILY = "kskd/registry/"
SCHEMA = f"{FAMILY}1"
BEGINNING = b'{"schema": "kskd/registry/'  # by which a file is known to be an export

MAX_BYTES = 500_000_000  # of a document that is read whole, and of one row
_CHUNK = 1 << 16
_KEYS = ("schema", "registry_schema", "public", "tables")
_FILTERED = "filtered"  # only where some documents were chosen, with how


class Document(NamedTuple):
    """What an export holds: the registry's schema number, whether it is for the public, rows by table, and
    whether it is of some documents only.

    Rows are read, and found wrong, as they are asked for, once: take those of one table before the next.
    """

    registry_schema: int
    is_public: bool
    tables: Mapping[str, Iterable[dict[str, Any]]]
    is_filtered: bool = False


class _Doubled(dict[str, Any]):
    """An object in which a key came twice."""

    key = ""


def write_document(
    registry_schema: int,
    tables: Iterable[tuple[str, Iterable[Mapping[str, object]]]],
    *,
    is_public: bool,
    filtered: Mapping[str, object] | None = None,
) -> Iterator[bytes]:
    """The document in pieces of one row; ``filtered`` says how some documents were chosen."""
    head = {"schema": SCHEMA, "registry_schema": registry_schema, "public": is_public}
    if filtered is not None:
        head[_FILTERED] = filtered
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


@contextmanager
def opened_document(path: str) -> Iterator[Document]:
    """The export in a file, open to be read; InputFileError for anything else, with the place.

    Which tables and columns there must be is for the registry to say.
    """
    source = quote_path(path)
    with opened(path) as stream:
        found = _layout(stream, path)
        if found is not None:
            head, places = found
            given = _ours(_parsed(f"{decoded(path, head)}}}}}", source), source)
            tables = {
                name: _rows(stream, path, name, *place) if place else () for name, place in places.items()
            }
            yield Document(given["registry_schema"], given["public"], tables, _FILTERED in given)
            return
        stream.seek(0)
        text = decoded(path, content_of(stream, path, MAX_BYTES, too_big="export-too-large"))
    given = _ours(_parsed(text, source), source)
    yield Document(
        given["registry_schema"],
        given["public"],
        {name: _listed(source, name, rows) for name, rows in given["tables"].items()},
        _FILTERED in given,
    )


_TABLE = re.compile(rb'("(?:[^"\\]|\\.)*"): \[(\],?)?')


def _layout(stream: BinaryIO, path: str) -> tuple[bytes, dict[str, tuple[int, int] | None]] | None:
    """The first line, and byte and line where the rows of each table begin, if it has any; None where it is
    not laid out as by ``write_document``. InputFileError where it is, and the end is missing.
    """
    places: dict[str, tuple[int, int] | None] = {}
    with readable(path):
        head = stream.readline(MAX_BYTES)
        at = len(head)
        if not (head.startswith(BEGINNING) and head.rstrip().endswith(b'"tables": {')):
            return None
        is_inside, wants_more, number = False, True, 1
        while line := stream.readline(MAX_BYTES):
            at, number, text = at + len(line), number + 1, line.rstrip(b"\r\n")
            if is_inside and text.startswith(b"{") and text.endswith((b"},", b"}]", b"}],")):
                is_inside, wants_more = text.endswith(b"},"), text.endswith(b",")
            elif not is_inside and text == b"}}" and not (wants_more and places):
                is_more = any(chunk.strip() for chunk in iter(partial(stream.read, _CHUNK), b""))
                return None if is_more else (head, places)
            elif not is_inside and wants_more and (match := _TABLE.fullmatch(text)):
                name = str(_parsed(decoded(path, match[1], before=at), quote_path(path), number))
                if name in places:
                    raise refusal(
                        "export-table-twice-by-line", file=quote_path(path), table=quote(name), line=number
                    )
                places[name] = None if match[2] else (at, number)
                is_inside, wants_more = not match[2], match[2] != b"]"
            elif line.endswith(b"\n") or len(line) == MAX_BYTES:
                return None
            else:
                break
    raise refusal("export-cut-off", file=quote_path(path), place=f"baris {number}")


def _rows(stream: BinaryIO, path: str, table: str, at: int, before: int) -> Iterator[dict[str, Any]]:
    """The rows of a table, a line each, from a byte on; ``before`` counts the lines before them."""
    source, number, is_last = quote_path(path), 0, False
    stream.seek(at)
    while not is_last:
        with readable(path):
            line = stream.readline()
        text = line.rstrip(b"\r\n")
        is_last = not text.endswith(b"},")
        row = decoded(path, text.rstrip(b",").removesuffix(b"]"), before=at)
        at, number = at + len(line), number + 1
        yield _row(source, table, number, _parsed(row, source, before + number))


def _parsed(text: str, source: str, line: int = 1) -> object:
    """What a JSON text that begins on a line stands for."""
    try:
        return json.loads(text, object_pairs_hook=_object)
    except json.JSONDecodeError as error:
        is_cut = error.pos >= len(text.rstrip())
        code = "export-cut-off" if text and is_cut else "export-not-json"
        place = f"baris {line + error.lineno - 1}, kolom {error.colno}"
        raise refusal(code, file=source, place=place) from error
    except (RecursionError, ValueError) as error:
        is_deep = isinstance(error, RecursionError)
        raise refusal("export-too-deep" if is_deep else "export-number-too-long", file=source) from error
    except MemoryError as error:
        raise refusal("export-too-large-for-memory", file=source) from error


def _object(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    made = dict(pairs)
    if len(made) == len(pairs):
        return made
    doubled, seen = _Doubled(made), set[str]()
    doubled.key = next(key for key, _ in pairs if key in seen or seen.add(key))  # type: ignore[func-returns-value]
    return doubled


def _ours(given: object, source: str) -> dict[str, Any]:
    """The document, its own keys and what they hold checked, but not the tables."""
    schema = given.get("schema") if isinstance(given, dict) else None
    if not isinstance(given, dict) or not isinstance(schema, str) or not schema.startswith("kskd/"):
        raise refusal("export-foreign", file=source)
    if not schema.startswith(FAMILY):
        raise refusal("export-of-other-kind", file=source, schema=quote(schema))
    if schema != SCHEMA:
        raise refusal("export-of-newer-form", file=source, schema=quote(schema), known=SCHEMA)
    if isinstance(given, _Doubled):
        raise refusal("export-key-twice", file=source, key=quote(given.key))
    strange = [name for name in given if name not in {*_KEYS, _FILTERED}]
    missing = [name for name in _KEYS if name not in given]
    if missing:
        raise refusal("export-key-missing", file=source, key=missing[0])
    if strange:
        raise refusal("export-key-unknown", file=source, key=quote(strange[0]))
    number, is_public, tables = (given[name] for name in _KEYS[1:])
    if type(number) is not int or number < 1:
        raise refusal("export-schema-not-number", file=source)
    if not isinstance(is_public, bool):
        raise refusal("export-public-not-boolean", file=source)
    if not isinstance(tables, dict):
        raise refusal("export-tables-not-object", file=source)
    if isinstance(tables, _Doubled):
        raise refusal("export-table-twice", file=source, table=quote(tables.key))
    return given


def _listed(source: str, table: str, rows: object) -> list[dict[str, Any]]:
    if not isinstance(rows, list):
        raise refusal("export-table-not-list", file=source, place=f"tabel {quote(table)}")
    return [_row(source, table, at, row) for at, row in enumerate(rows, 1)]


def _row(source: str, table: str, at: int, row: object) -> dict[str, Any]:
    """A row with its values as they are kept."""
    place = f"tabel {quote(table)} baris {at}"
    if not isinstance(row, dict):
        raise refusal("export-row-not-object", file=source, place=place)
    if isinstance(row, _Doubled):
        raise refusal("export-row-key-twice", file=source, place=place, key=quote(row.key))
    for name, value in row.items():
        if not _is_plain(value):
            row[name] = _value(source, f"{place} kolom {quote(name)}", value)
    return row


def _is_plain(value: object) -> bool:
    """Whether a value is at once as it must be; nearly all are, and their places need not be told."""
    return value is None or isinstance(value, int) or (isinstance(value, str) and value.isascii())


def _value(source: str, place: str, value: object) -> object:
    """A text, a finite number, or the bytes that an object stands for."""
    if isinstance(value, str):
        try:
            value.encode()
        except UnicodeEncodeError as error:
            raise refusal("export-value-not-unicode", file=source, place=place) from error
        return value
    if isinstance(value, float):
        if not isfinite(value):
            raise refusal("export-value-not-finite", file=source, place=place)
        return value
    if isinstance(value, dict) and value.keys() == {"base64"} and not isinstance(value, _Doubled):
        from base64 import b64decode

        try:
            return b64decode(value["base64"], validate=True)
        except (TypeError, ValueError) as error:
            raise refusal("export-value-not-base64", file=source, place=place) from error
    raise refusal("export-value-unreadable", file=source, place=place)
