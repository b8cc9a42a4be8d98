"""Reading files that users name, and writing results so that no half file is ever seen."""

import os
import re
import sys
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from enum import StrEnum
from pathlib import Path
from typing import BinaryIO

from kskd import system
from kskd.domain.values.text import quote_path
from kskd.errors import InputFileError, os_reason, refusal

LARGEST_TABLE = 20_000_000  # bytes of a workbook or CSV
_CHUNK = 1 << 20
_PATIENCE = 5.0  # seconds in which somebody has to begin to write to a pipe
_UNFIT = frozenset('<>:"|?*')
_RESERVED = re.compile(r"(con|prn|aux|nul|com[0-9¹²³]|lpt[0-9¹²³]) *", re.IGNORECASE)  # on Windows
_LONGEST_NAME = 200  # bytes; file systems take 255, and a temporary name is longer
_LONGEST_ENDING = 20


# -- reading: one way for all, bounded, never half --------------------------------------------------------


@contextmanager
def opened(name: str, limit: int | None = None, *, may_be_pipe: bool = True) -> Iterator[BinaryIO]:
    """A file that a user named, open to be read; of a pipe what came through, at most a byte over ``limit``.

    InputFileError for one that is not there or not allowed, for a folder, and for a pipe where none may be.
    """
    with readable(name):
        path = Path(name).expanduser()
        is_pipe = may_be_pipe and path.is_fifo()
        if not (is_pipe or path.is_file()):
            raise refusal("file-unreadable", file=quote_path(name))
        stream = system.open_pipe(path) if is_pipe else path.open("rb")
    with stream:
        if not is_pipe:
            yield stream
            return
        from tempfile import TemporaryFile

        # What reads it looks back and asks for its size, which a pipe cannot tell.
        with TemporaryFile() as kept:
            with readable(name):
                left = limit + 1 if limit is not None else sys.maxsize
                while left > 0 and (
                    chunk := _poured(stream, min(left, _CHUNK), name, is_first=not kept.tell())
                ):
                    left -= kept.write(chunk)
                kept.flush()
                kept.seek(0)
            yield kept


def _poured(pipe: BinaryIO, size: int, name: str, *, is_first: bool) -> bytes:
    try:
        return system.poured(pipe, size, patience=_PATIENCE if is_first else 0)
    except TimeoutError as error:
        raise refusal("pipe-without-writer", file=quote_path(name)) from error


@contextmanager
def readable(name: str) -> Iterator[None]:
    """InputFileError in place of what the system says of a file while it is read."""
    try:
        yield
    except (OSError, RuntimeError, ValueError) as error:
        raise refusal("file-unreadable", file=quote_path(name)) from error


def chunks_of(
    stream: BinaryIO, name: str, limit: int | None = None, too_big: str = "file-too-large"
) -> Iterator[bytes]:
    """The bytes of a file that nobody writes meanwhile: half a scan is not the scan."""
    with readable(name):
        before, size = os.fstat(stream.fileno()), 0
        if limit is not None and before.st_size > limit:
            raise refusal(too_big, file=quote_path(name), size=before.st_size, limit=limit)
        while size <= before.st_size and (chunk := stream.read(_CHUNK)):
            size += len(chunk)
            yield chunk
        after = os.fstat(stream.fileno())
    if (before.st_size, before.st_mtime_ns) != (size, after.st_mtime_ns):
        raise refusal("file-changing", file=quote_path(name))


def read_content(name: str, limit: int, *, too_big: str = "file-too-large") -> bytes:
    """The bytes of a file; for more than ``limit`` the refusal ``too_big`` (its ``size`` is of ``limit``)."""
    with opened(name, limit) as stream:
        return content_of(stream, name, limit, too_big=too_big)


def content_of(stream: BinaryIO, name: str, limit: int, *, too_big: str = "file-too-large") -> bytes:
    """As ``read_content``, of what is left of a file that is open."""
    return b"".join(chunks_of(stream, name, limit, too_big))


def read_text(name: str, limit: int, *, too_big: str = "file-too-large") -> str:
    """As ``read_content``, of a text."""
    return decoded(name, read_content(name, limit, too_big=too_big))


def decoded(name: str, content: bytes, *, not_utf_8: str = "file-not-utf-8", before: int = 0) -> str:
    """UTF-8 without its byte order mark; the refusal ``not_utf_8`` names the first byte that is none.

    Nothing else is guessed: in Windows-1252 any bytes are a text. ``before`` counts the bytes before these.
    """
    try:
        return content.decode().removeprefix("\ufeff")
    except UnicodeDecodeError as error:
        position = before + error.start + 1
        raise refusal(not_utf_8, file=quote_path(name), position=position) from error


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
    with opened(text, may_be_pipe=False) as stream:
        for chunk in chunks_of(stream, text):
            digest.update(chunk)
            size += len(chunk)
    return _recorded(text, folder), digest.hexdigest(), size


def read_bytes(text: str, folder: Path, limit: int) -> tuple[str, bytes]:
    """The path as ``fingerprint`` gives it, and the file's bytes; InputFileError for more than ``limit``."""
    with opened(text, may_be_pipe=False) as stream:
        content = content_of(stream, text, limit, too_big="file-too-large-to-embed")
    return _recorded(text, folder), content


def _recorded(text: str, folder: Path) -> str:
    with readable(text):
        return shown_path(Path(text).expanduser().resolve(strict=True), folder)


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
    with writing_told(path):
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
    with writing_told(path):
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
def writing_told(path: Path) -> Iterator[None]:
    """What the system refuses about ``path``, in one sentence."""
    try:
        yield
    except OSError as error:
        raise refusal("result-unwritable", file=quote_path(str(path)), reason=os_reason(error)) from error


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
        raise refusal("result-name-unusable", file=quote_path(str(path))) from error
    raise refusal("result-there-otherwise", file=quote_path(str(path)))


def write_new(path: Path, content: bytes, *, mode: int = 0o644) -> None:
    """Put ``content`` into a file that is not there yet; AlreadyThere if it is."""
    try:
        if path.exists() or path.is_symlink():
            raise refusal("result-there", file=quote_path(str(path)))
    except (OSError, ValueError) as error:
        raise refusal("result-name-unusable", file=quote_path(str(path))) from error
    with writing_told(path):
        path.parent.mkdir(parents=True, exist_ok=True)
    with replacing(path, mode=mode) as stream:
        stream.write(content)


def holds(path: Path, content: bytes) -> bool:
    """Whether these bytes are in a file there already, and not behind a link."""
    if path.is_symlink() or not path.is_file() or path.stat().st_size != len(content):
        return False
    return path.read_bytes() == content
