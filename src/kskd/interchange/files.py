"""Reading files that users name, and writing results so that no half file is ever seen."""

from __future__ import annotations

import os
import re
from contextlib import contextmanager, suppress
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING

from kskd import system
from kskd.domain.values.text import quote_path
from kskd.errors import AlreadyThere, InputFileError, OutputError, os_reason

if TYPE_CHECKING:
    from collections.abc import Iterator
    from typing import BinaryIO

LARGEST_TABLE = 20_000_000  # bytes of a workbook or CSV
_CHUNK = 1 << 20
_TOO_BIG = "lebih besar dari {limit} byte; periksa apakah berkasnya benar"
_UNFIT = frozenset('<>:"|?*')
_RESERVED = re.compile(r"(con|prn|aux|nul|com[0-9¹²³]|lpt[0-9¹²³]) *", re.IGNORECASE)  # on Windows
_LONGEST_NAME = 200  # bytes; file systems take 255, and a temporary name is longer
_LONGEST_ENDING = 20


# -- reading: one way for all, bounded, never half --------------------------------------------------------


@contextmanager
def opened(name: str) -> Iterator[BinaryIO]:
    """A file that a user named, open to be read.

    InputFileError for one that is not there or not allowed, for a folder, and for a pipe, which would be
    waited for without end.
    """
    with readable(name):
        path = Path(name).expanduser()
        if not path.is_file():
            raise _unreadable(name)
        stream = path.open("rb")
    with stream:
        yield stream


@contextmanager
def readable(name: str) -> Iterator[None]:
    """InputFileError in place of what the system says of a file while it is read."""
    try:
        yield
    except (OSError, RuntimeError, ValueError) as error:
        raise _unreadable(name) from error


def _unreadable(name: str) -> InputFileError:
    return InputFileError(f"Berkas {quote_path(name)} tidak dapat dibaca; periksa nama dan izinnya.")


def _chunks(name: str, limit: int | None = None, too_big: str = _TOO_BIG) -> Iterator[bytes]:
    """The bytes of a file that nobody writes meanwhile: half a scan is not the scan."""
    with opened(name) as stream, readable(name):
        before, size = os.fstat(stream.fileno()), 0
        if limit is not None and before.st_size > limit:
            told = too_big.format(limit=limit, size=before.st_size)
            raise InputFileError(f"Berkas {quote_path(name)} {told}.")
        while size <= before.st_size and (chunk := stream.read(_CHUNK)):
            size += len(chunk)
            yield chunk
        after = os.fstat(stream.fileno())
    if (before.st_size, before.st_mtime_ns) != (size, after.st_mtime_ns):
        raise InputFileError(
            f"Berkas {quote_path(name)} berubah saat dibaca; tunggu sampai selesai ditulis, lalu ulangi."
        )


def read_content(name: str, limit: int, *, too_big: str = _TOO_BIG) -> bytes:
    """The bytes of a file; InputFileError for more than ``limit``, which ``too_big`` tells (``{size}`` of
    ``{limit}``).
    """
    return b"".join(_chunks(name, limit, too_big))


def read_text(name: str, limit: int, *, too_big: str = _TOO_BIG) -> str:
    """As ``read_content``, of a text."""
    return decoded(name, read_content(name, limit, too_big=too_big))


def decoded(name: str, content: bytes, *, mend: str = "simpan ulang sebagai UTF-8", before: int = 0) -> str:
    """UTF-8 without its byte order mark; InputFileError names the first byte that is none, how to ``mend``.

    Nothing else is guessed: in Windows-1252 any bytes are a text. ``before`` counts the bytes before these.
    """
    try:
        return content.decode().removeprefix("\ufeff")
    except UnicodeDecodeError as error:
        raise InputFileError(
            f"Berkas {quote_path(name)} bukan teks UTF-8 (byte ke-{before + error.start + 1}); {mend}."
        ) from error


# -- files that are recorded ------------------------------------------------------------------------------


class FileState(StrEnum):
    """How a file is, beside what was recorded of it."""

    OK = "ok"
    CHANGED = "changed"
    MISSING = "missing"
    UNREADABLE = "unreadable"


def fingerprint(text: str, folder: Path) -> tuple[str, str, int]:
    """Path as ``shown_path`` gives it, SHA-256, size in bytes."""
    from hashlib import sha256

    digest, size = sha256(), 0
    for chunk in _chunks(text):
        digest.update(chunk)
        size += len(chunk)
    return _recorded(text, folder), digest.hexdigest(), size


def read_bytes(text: str, folder: Path, limit: int) -> tuple[str, bytes]:
    """The path as ``fingerprint`` gives it, and the file's bytes; InputFileError for more than ``limit``."""
    content = read_content(text, limit, too_big=_TOO_BIG_TO_EMBED)
    return _recorded(text, folder), content


def _recorded(text: str, folder: Path) -> str:
    with readable(text):
        return shown_path(Path(text).expanduser().resolve(strict=True), folder)


_TOO_BIG_TO_EMBED = (
    "berukuran {size} byte; yang dapat disimpan di registri paling besar {limit} byte. Kecilkan pindaiannya,"
    " atau tautkan saja tanpa --embed"
)


def shown_path(path: Path, folder: Path) -> str:
    """How a file is recorded: relative to ``folder``, so that both can be moved together; absolute where they
    share nothing but the root.
    """
    is_apart = os.path.commonpath((path, folder.absolute())) == path.anchor
    return path.as_posix() if is_apart else Path(os.path.relpath(path, folder)).as_posix()


def file_state(path: Path, digest: str, size: int) -> FileState:
    """Whether the file there is the one recorded; its bytes are read only where the size is the same."""
    try:
        if not path.exists():
            return FileState.MISSING
        if not path.is_file() or path.stat().st_size != size:
            return FileState.CHANGED
        _, found, _ = fingerprint(str(path), path.parent)
    except (OSError, RuntimeError, ValueError, InputFileError):
        return FileState.UNREADABLE
    return FileState.OK if found == digest else FileState.CHANGED


def safe_name(path: str) -> str:
    """A name that any system takes for a file, from the last part of a recorded path; it leads nowhere."""
    last = re.split(r"[/\\]", path.rstrip("/\\"))[-1]
    shown = "".join(char if char.isprintable() and char not in _UNFIT else "_" for char in last)
    name = shown.lstrip(" .-").rstrip(" .")
    stem, dot, ending = name.rpartition(".")
    if not dot or len(ending.encode()) > _LONGEST_ENDING:
        stem, dot, ending = name, "", ""
    if _RESERVED.fullmatch(name.split(".")[0]):
        stem = f"_{stem}"
    room = _LONGEST_NAME - len(f"{dot}{ending}".encode())
    stem = stem.encode()[:room].decode("utf-8", "ignore").rstrip(" .")
    return f"{stem}{dot}{ending}" if stem else f"berkas{dot}{ending}"


# -- writing ----------------------------------------------------------------------------------------------


def write_if_changed(path: Path, content: bytes) -> bool:
    """Put ``content`` at ``path`` by a complete temporary file; a file with the same bytes is not touched.

    Gives whether anything was written. A link at ``path`` is replaced, never followed.
    """
    with _told(path):
        if holds(path, content):
            return False
        path.parent.mkdir(parents=True, exist_ok=True)
    with replacing(path, mode=0o644) as stream:
        stream.write(content)
    return True


@contextmanager
def replacing(path: Path, *, mode: int) -> Iterator[BinaryIO]:
    """A stream whose bytes take the place of ``path`` after the block, whole and on disk.

    Whatever goes wrong, ``path`` is as it was. A link there is replaced, never followed.
    """
    with _told(path):
        temporary = path.with_name(f".{path.name}.{os.urandom(4).hex()}.baru")
        try:  # around the making, too: a signal may come just after it
            with system.new_file(temporary, mode) as stream:
                yield stream
                system.sync(stream)
            system.replace(temporary, path)
            system.sync_file(path.parent)
        except BaseException:
            with suppress(OSError):
                temporary.unlink()
            raise


@contextmanager
def _told(path: Path) -> Iterator[None]:
    """What the system refuses about ``path``, in one sentence."""
    try:
        yield
    except OSError as error:
        raise OutputError(
            f"{quote_path(str(path))} tidak dapat ditulis ({os_reason(error)});"
            " periksa folder, izin, dan ruang penyimpanan."
        ) from error


def refuse_other(path: Path, beginning: bytes) -> None:
    """AlreadyThere for a file that does not begin so: only an older result of our own may be replaced."""
    try:
        if not path.exists():
            return
        if path.is_file():
            with path.open("rb") as stream:
                if stream.read(len(beginning)) == beginning:
                    return
    except (OSError, ValueError) as error:
        raise OutputError(f"{quote_path(str(path))} tidak dapat ditulis; pilih nama lain.") from error
    raise AlreadyThere(f"{quote_path(str(path))} sudah ada dan berisi hal lain; pilih nama lain.")


def write_new(path: Path, content: bytes, *, mode: int = 0o644) -> None:
    """Put ``content`` into a file that is not there yet; AlreadyThere if it is."""
    try:
        if path.exists() or path.is_symlink():
            raise AlreadyThere(f"{quote_path(str(path))} sudah ada; pilih nama lain.")
    except (OSError, ValueError) as error:
        raise OutputError(f"{quote_path(str(path))} tidak dapat ditulis; pilih nama lain.") from error
    with _told(path):
        path.parent.mkdir(parents=True, exist_ok=True)
    with replacing(path, mode=mode) as stream:
        stream.write(content)


def holds(path: Path, content: bytes) -> bool:
    """Whether these bytes are in a file there already, and not behind a link."""
    if path.is_symlink() or not path.is_file() or path.stat().st_size != len(content):
        return False
    return path.read_bytes() == content
