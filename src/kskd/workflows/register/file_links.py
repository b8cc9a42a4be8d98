"""Files of a document: by their path as seen from the registry, digest and size."""

from collections.abc import Iterable, Iterator
from dataclasses import replace
from pathlib import Path

from kskd.domain.document.agreement import FileLink
from kskd.domain.values.text import clean, quote, quote_path, word
from kskd.domain.values.warning import warning
from kskd.errors import refusal
from kskd.registry.session import Session
from kskd.registry.tables import files


def link_files(texts: Iterable[str], registry: Path) -> tuple[FileLink, ...]:
    """The files that were named, none of which may be the registry itself."""
    return tuple(link_file(text, registry) for text in texts)


def link_file(text: str, registry: Path) -> FileLink:
    """A file by its path as seen from the registry's folder, digest and size."""
    from kskd.interchange.files import fingerprint

    _refuse_registry(text, registry)
    return _link(text, *fingerprint(text, registry.resolve().parent))


def take_file(text: str, registry: Path, limit: int) -> tuple[FileLink, bytes]:
    """As ``link_file``, with the bytes to be embedded, at most ``limit``."""
    from hashlib import sha256

    from kskd.interchange.files import read_bytes

    _refuse_registry(text, registry)
    path, data = read_bytes(text, registry.resolve().parent, limit)
    return replace(_link(text, path, sha256(data).hexdigest(), len(data)), embedded=True), data


def shared(session: Session, agreement: str, links: Iterable[FileLink]) -> Iterator[str]:
    """A warning for each of the files, just linked, whose very bytes another document has too."""
    paths = {link.digest: link.path for link in links}
    for digest, other in files.elsewhere(session, agreement, paths) if paths else ():
        yield warning(
            f"berkas {paths[digest]} sama dengan berkas pada {other}",
            f'bila salah tautan, kskd attach {agreement} --drop {word(paths[digest])} --reason "…"',
        )


def _refuse_registry(text: str, registry: Path) -> None:
    """A registry is no scan, and its bytes change with the very act that would record them."""
    from pathlib import Path

    try:
        is_registry = Path(text).expanduser().samefile(registry)
    except (OSError, RuntimeError, ValueError):  # said in a sentence where it is read
        return
    if is_registry:
        raise refusal("file-is-registry", file=quote_path(text))


def _link(text: str, path: str, digest: str, size: int) -> FileLink:
    # Kept as it is, for a name with its spaces folded would lead to no file.
    if any(char < " " for char in path):
        raise refusal("file-name-control-character", file=quote(text))
    try:
        clean(path, "nama berkas", limit=500)
        return FileLink(path, digest, size)
    except UnicodeError as error:
        raise refusal("file-name-unrecordable", file=quote(text)) from error
