"""The whole registry out into one file and back, its history included."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import IO, NamedTuple

from kskd.domain.values.text import quote_path
from kskd.errors import os_reason, refusal
from kskd.interchange import jsonfile
from kskd.interchange.files import opened, readable, refuse_other, replacing
from kskd.interchange.jsonfile import Document
from kskd.registry.copies import transfer
from kskd.registry.copies.transfer import Filled
from kskd.registry.database import filling
from kskd.registry.schema.steps import SCHEMA
from kskd.workflows.access import Access
from kskd.workflows.register.filtering import Filters, choose
from kskd.workflows.register.filters import in_words

_BEGINNING = 4096  # bytes in which the first sign of a file is looked for
_STREAMS = ("-", "/dev/stdin")
_IN_MEMORY = 8_000_000  # bytes of an export to stdout that are kept in memory before a file is needed


class Extract(NamedTuple):
    """What an export of some documents holds: how many, and others of which it has their rows only."""

    documents: int
    beside: tuple[str, ...]


def export_file(access: Access, filters: Filters, path: Path, *, public: bool) -> Extract | None:
    """The registry into a file that only its owner can read; an older export there is replaced whole.

    With filters an extract, which cannot be imported.
    """
    refuse_other(path, jsonfile.BEGINNING)
    with replacing(path, mode=0o600) as stream:
        return _write(access, filters, stream, public=public)


@contextmanager
def exported(access: Access, filters: Filters, *, public: bool) -> Iterator[tuple[IO[bytes], Extract | None]]:
    """The registry, or with filters an extract, as a stream to be read.

    It is complete, and the registry let go, before the first byte is given: where the reader is slow (less, a
    network), no command that writes waits for it. The alternative, rows straight to stdout, would hold the
    lock as long as somebody looks at the first page.
    """
    from tempfile import SpooledTemporaryFile

    with SpooledTemporaryFile(max_size=_IN_MEMORY) as stream:
        try:
            extract = _write(access, filters, stream, public=public)
        except OSError as error:
            raise refusal("export-without-room", reason=os_reason(error)) from error
        stream.seek(0)
        yield stream, extract


def _write(access: Access, filters: Filters, stream: IO[bytes], *, public: bool) -> Extract | None:
    with access.reading() as session:
        chosen = choose(session, access, filters, access.today)
        if chosen is None:
            tables = transfer.read_tables(session, public=public)
            stream.writelines(jsonfile.write_document(SCHEMA, tables, is_public=public))
            return None
        extract = Extract(len(chosen.ids), tuple(transfer.read_beside(session, chosen.ids)))
        tables = transfer.read_tables(session, public=public, only=chosen.ids)
        said = {"by": in_words(filters), "as_of": access.today.isoformat(), "beside": extract.beside}
        stream.writelines(jsonfile.write_document(SCHEMA, tables, is_public=public, filtered=said))
    return extract


def is_export(path: str) -> bool:
    """Whether a file is to be read as an export: JSON by how it begins, or what comes through a pipe.

    InputFileError for what is typed or led into the command itself: what is left has no place beside it.
    """
    if Path(path).is_fifo():
        return True
    if path in _STREAMS:
        raise refusal("import-from-stream", file=quote_path(path))
    with opened(path) as stream, readable(path):
        return stream.read(_BEGINNING).lstrip(b"\xef\xbb\xbf \t\r\n")[:1] in {b"{", b"["}


def import_file(access: Access, path: str) -> Filled:
    """An export into a registry that is empty or not there yet; nothing of it is kept unless all of it holds.

    It makes no act of its own: the history that comes in is the history, to the same seal.
    """
    source = quote_path(path)
    with jsonfile.opened_document(path) as document:
        _require_importable(document, source)
        with filling(access.path, dry_run=access.dry_run, tell=access.tell) as session:
            filled = transfer.fill(session, source, document.registry_schema, document.tables)
    return filled


def _require_importable(document: Document, source: str) -> None:
    if document.is_public:
        raise refusal("export-for-public", file=source)
    if document.is_filtered:
        raise refusal("export-filtered", file=source)
    if document.registry_schema > SCHEMA:
        raise refusal("export-of-newer-schema", file=source, schema=document.registry_schema, known=SCHEMA)


def check_kind(what: str | None, how: str | None) -> None:
    """UsageError for a part or a format that is not exported."""
    if what not in {None, "all"}:
        raise refusal("export-part-unknown")
    if how not in {None, "json"}:
        raise refusal("export-format-unknown")
