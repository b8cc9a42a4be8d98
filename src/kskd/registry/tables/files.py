"""Bytes of embedded files, kept once under their digest; which document has which file, its row says."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from kskd.errors import refusal

if TYPE_CHECKING:
    from collections.abc import Iterable

    from kskd.domain.document.agreement import FileLink
    from kskd.registry.session import Session


def add_content(session: Session, link: FileLink, data: bytes) -> None:
    """Keep the bytes of a file; equal files share them.

    They are not journalled, so what was written is read back here, and not only by ``seals.is_faithful``.
    """
    session.con.execute(
        "INSERT INTO content (digest, data) VALUES (?, ?) ON CONFLICT (digest) DO NOTHING",
        (link.digest, data),
    )
    read_content(session, link)


def read_content(session: Session, link: FileLink) -> bytes:
    """The bytes of an embedded file; RegistryError where they are not those that were put in."""
    from hashlib import sha256

    row = session.con.execute("SELECT data FROM content WHERE digest = ?", (link.digest,)).fetchone()
    if row is None or len(row[0]) != link.size or sha256(row[0]).hexdigest() != link.digest:
        raise refusal("embedded-file-damaged", file=link.path)
    return bytes(row[0])


def elsewhere(session: Session, agreement: str, digests: Iterable[str]) -> list[tuple[str, str]]:
    """Digest and document, void ones left out, of the other documents that have a file of one of these digests."""
    return session.con.execute(
        "SELECT digest, agreement FROM file JOIN agreement ON id = agreement WHERE agreement <> ? AND void_reason IS NULL"
        " AND digest IN (SELECT value FROM json_each(?)) ORDER BY digest, agreement",
        (agreement, json.dumps(list(digests))),
    ).fetchall()


def read_links(session: Session) -> list[tuple[str, str, str, int]]:
    """Files that lie outside the registry: document, path, digest and size, in order."""
    return session.con.execute(
        "SELECT agreement, path, digest, size FROM file WHERE NOT embedded ORDER BY agreement, path"
    ).fetchall()
