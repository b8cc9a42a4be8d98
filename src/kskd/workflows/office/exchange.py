"""The whole registry out into one file and back, its history included."""

from __future__ import annotations

from contextlib import contextmanager
from typing import TYPE_CHECKING

from kskd.domain.values.text import quote_path
from kskd.errors import InputFileError, OutputError, UsageError, os_reason
from kskd.interchange import jsonfile
from kskd.interchange.files import refuse_other, replacing
from kskd.registry.copies import transfer
from kskd.registry.database import filling
from kskd.registry.schema.steps import SCHEMA

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path
    from typing import IO

    from kskd.interchange.jsonfile import Document
    from kskd.registry.copies.transfer import Filled
    from kskd.workflows.access import Access

_IN_MEMORY = 8_000_000  # bytes of an export to stdout that are kept in memory before a file is needed


def export_file(access: Access, path: Path, *, public: bool) -> None:
    """The registry into a file that only its owner can read; an older export there is replaced whole."""
    refuse_other(path, jsonfile.BEGINNING)
    with replacing(path, mode=0o600) as stream:
        _write(access, stream, public=public)


@contextmanager
def exported(access: Access, *, public: bool) -> Iterator[IO[bytes]]:
    """The registry as a stream to be read.

    It is complete, and the registry let go, before the first byte is given: where the reader is slow (less, a
    network), no command that writes waits for it. The alternative, rows straight to stdout, would hold the
    lock as long as somebody looks at the first page.
    """
    from tempfile import SpooledTemporaryFile

    with SpooledTemporaryFile(max_size=_IN_MEMORY) as stream:
        try:
            _write(access, stream, public=public)
        except OSError as error:
            raise OutputError(
                f"Berkas sementara tidak dapat ditulis ({os_reason(error)}); pakai --out BERKAS."
            ) from error
        stream.seek(0)
        yield stream


def _write(access: Access, stream: IO[bytes], *, public: bool) -> None:
    with access.reading() as con:
        tables = transfer.read_tables(con, public=public)
        stream.writelines(jsonfile.write_document(SCHEMA, tables, is_public=public))


def import_file(access: Access, path: str) -> Filled:
    """An export into a registry that is empty or not there yet; nothing of it is kept unless all of it holds.

    It makes no act of its own: the history that comes in is the history, to the same seal.
    """
    source = quote_path(path)
    with jsonfile.opened_document(path) as document:
        _require_importable(document, source)
        with filling(access.path, dry_run=access.dry_run, tell=access.tell) as con:
            filled = transfer.fill(con, source, document.registry_schema, document.tables)
    return filled


def _require_importable(document: Document, source: str) -> None:
    if document.is_public:
        raise InputFileError(
            f"Berkas {source} adalah ekspor untuk umum: riwayat dan data pribadinya tidak ada, jadi tidak"
            " dapat diimpor. Buat lagi dengan kskd export tanpa --public."
        )
    if document.registry_schema > SCHEMA:
        raise InputFileError(
            f"Berkas {source} dibuat oleh kskd yang lebih baru (skema {document.registry_schema}; kskd ini"
            f" mengenal sampai {SCHEMA}). Mutakhirkan kskd, lalu ulangi."
        )


def check_kind(what: str | None, how: str | None) -> None:
    """UsageError for a part or a format that is not exported."""
    if what not in {None, "all"}:
        raise UsageError("--part: yang ada baru all (seluruh registri).")
    if how not in {None, "json"}:
        raise UsageError("--format: yang ada untuk kskd export baru json.")
