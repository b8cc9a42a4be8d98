"""Reading files that users name, and writing results so that no half file is ever seen."""

from __future__ import annotations

import os
import re
from contextlib import contextmanager
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING

from kskd import system
from kskd.domain.values.text import quote_path
from kskd.errors import AlreadyThere, InputFileError, OutputError, os_reason

if TYPE_CHECKING:
    from collections.abc import Iterator
    from typing import BinaryIO

_CHUNK = 1 << 20
_UNFIT = frozenset('<>:"|?*')
_RESERVED = re.compile(r"(con|prn|aux|nul|com[0-9¹²³]|lpt[0-9¹²³]) *", re.IGNORECASE)  # on Windows
_LONGEST_NAME = 200  # bytes; file systems take 255, and a temporary name is longer
_LONGEST_ENDING = 20


class FileState(StrEnum):
    """How a file is, beside what was recorded of it."""

    OK = "ok"
    CHANGED = "changed"
    MISSING = "missing"
    UNREADABLE = "unreadable"


def fingerprint(text: str, folder: Path) -> tuple[str, str, int]:
    """Path as ``shown_path`` gives it, SHA-256, size in bytes."""
    from hashlib import sha256

    with _readable(text):
        path = Path(text).expanduser().resolve(strict=True)
        digest, size = sha256(), 0
        for chunk in _chunks(path, text):
            digest.update(chunk)
            size += len(chunk)
    return shown_path(path, folder), digest.hexdigest(), size


def read_bytes(text: str, folder: Path, limit: int) -> tuple[str, bytes]:
    """The path as ``fingerprint`` gives it, and the file's bytes; InputFileError for more than ``limit``."""
    with _readable(text):
        path = Path(text).expanduser().resolve(strict=True)
        size, chunks = path.stat().st_size, []
        if size <= limit:
            chunks = list(_chunks(path, text))
    if size > limit:
        raise InputFileError(
            f"Berkas {quote_path(text)} berukuran {size} byte; yang dapat disimpan di registri paling besar"
            f" {limit} byte. Kecilkan pindaiannya, atau tautkan saja tanpa --embed."
        )
    return shown_path(path, folder), b"".join(chunks)


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


def _chunks(path: Path, text: str) -> Iterator[bytes]:
    """The bytes of a file that nobody writes meanwhile: half a scan is not the scan."""
    if not path.is_file():  # a pipe would be waited for without end
        raise _unreadable(text)
    with path.open("rb") as stream:
        before, size = os.fstat(stream.fileno()), 0
        while chunk := stream.read(_CHUNK):
            size += len(chunk)
            yield chunk
        after = os.fstat(stream.fileno())
    if (before.st_size, before.st_mtime_ns) != (size, after.st_mtime_ns):
        raise InputFileError(
            f"Berkas {quote_path(text)} berubah saat dibaca; tunggu sampai selesai ditulis, lalu ulangi."
        )


@contextmanager
def _readable(text: str) -> Iterator[None]:
    try:
        yield
    except (OSError, RuntimeError, ValueError) as error:
        raise _unreadable(text) from error


def safe_name(path: str) -> str:
    """A name that any system takes for a file, from the last part of a recorded path; it leads nowhere."""
    last = re.split(r"[/\\]", path.rstrip("/\\"))[-1]
    shown = "".join(char if char.isprintable() and char not in _UNFIT else "_" for char in last)
    name = shown.strip(" ").lstrip(".-").rstrip(" .")
    stem, dot, ending = name.rpartition(".")
    if not dot or len(ending.encode()) > _LONGEST_ENDING:
        stem, dot, ending = name, "", ""
    if _RESERVED.fullmatch(name.split(".")[0]):
        stem = f"_{stem}"
    room = _LONGEST_NAME - len(f"{dot}{ending}".encode())
    stem = stem.encode()[:room].decode("utf-8", "ignore").rstrip(" .")
    return f"{stem}{dot}{ending}" if stem else f"berkas{dot}{ending}"


def read_text(text: str, limit: int, *, too_big: str = "periksa apakah berkasnya benar") -> str:
    """A UTF-8 text file of at most ``limit`` bytes, a byte order mark taken off.

    ``too_big`` ends the sentence about a larger one.
    """
    try:
        with Path(text).expanduser().open("rb") as stream:
            raw = stream.read(limit + 1)
    except (OSError, RuntimeError, ValueError) as error:
        raise InputFileError(
            f"Berkas {quote_path(text)} tidak dapat dibaca; periksa nama dan izinnya."
        ) from error
    if len(raw) > limit:
        raise InputFileError(f"Berkas {quote_path(text)} lebih besar dari {limit} byte; {too_big}.")
    try:
        return raw.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise InputFileError(
            f"Berkas {quote_path(text)} bukan teks UTF-8 (byte ke-{error.start + 1});"
            " simpan ulang sebagai UTF-8."
        ) from error


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
        stream = system.new_file(temporary, mode)
        try:
            with stream:
                yield stream
                system.sync(stream)
            system.replace(temporary, path)
            system.sync_file(path.parent)
        except BaseException:
            temporary.unlink(missing_ok=True)
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


def _unreadable(text: str) -> InputFileError:
    return InputFileError(f"Berkas {quote_path(text)} tidak dapat dibaca; periksa nama dan izinnya.")
