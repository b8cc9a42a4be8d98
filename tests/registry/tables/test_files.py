"""Bytes of embedded files: kept once under their digest, read back, never given out once they are others."""

from __future__ import annotations

from hashlib import sha256
from typing import TYPE_CHECKING

import pytest

from kskd.domain.document.agreement import FileLink
from kskd.errors import RegistryError
from kskd.registry.session import Session
from kskd.registry.tables.files import add_content, read_content

if TYPE_CHECKING:
    import sqlite3


def link(data: bytes, path: str = "kb.pdf") -> FileLink:
    """A file of these bytes."""
    return FileLink(path, sha256(data).hexdigest(), len(data), embedded=True)


@pytest.mark.parametrize("data", [b"", b"isi", bytes(range(256)) * 5000])
def test_bytes_come_back_as_they_were(memory: sqlite3.Connection, data: bytes) -> None:
    add_content(Session(memory), link(data), data)
    assert read_content(Session(memory), link(data)) == data


def test_equal_files_share_their_bytes(memory: sqlite3.Connection) -> None:
    add_content(Session(memory), link(b"isi"), b"isi")
    add_content(Session(memory), link(b"isi", "salinan.pdf"), b"isi")
    assert memory.execute("SELECT count(*) FROM content").fetchall() == [(1,)]


def test_other_bytes_than_those_of_the_digest_are_not_kept(memory: sqlite3.Connection) -> None:
    """The file was read outside the transaction; what is kept is checked inside."""
    with pytest.raises(RegistryError, match=r"berkas kb\.pdf"):
        add_content(Session(memory), link(b"isi"), b"isu")


@pytest.mark.parametrize("other", [b"isu", b"is", b""])
def test_bytes_that_changed_in_the_registry_are_not_given_out(
    memory: sqlite3.Connection, other: bytes
) -> None:
    add_content(Session(memory), link(b"isi"), b"isi")
    memory.execute("UPDATE content SET data = ?", (other,))
    with pytest.raises(RegistryError, match="tidak sesuai dengan sidik jarinya"):
        read_content(Session(memory), link(b"isi"))
    memory.execute("DELETE FROM content")
    with pytest.raises(RegistryError, match="tidak sesuai dengan sidik jarinya"):
        read_content(Session(memory), link(b"isi"))
