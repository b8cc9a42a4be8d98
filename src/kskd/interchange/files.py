"""Reading files that users name, and writing results so that no half file is ever seen."""

from __future__ import annotations

import os
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

from kskd.domain.text import quote_path
from kskd.errors import AlreadyThere, InputFileError, OutputError, os_reason

if TYPE_CHECKING:
    from collections.abc import Iterator
    from typing import BinaryIO

_CHUNK = 1 << 20


def fingerprint(text: str, folder: Path) -> tuple[str, str, int]:
    """Path relative to ``folder`` where the file lies below it (else absolute), SHA-256, size in bytes."""
    from hashlib import sha256

    try:
        path = Path(text).expanduser().resolve(strict=True)
        if not path.is_file():  # a pipe would be waited for without end
            raise _unreadable(text)
        digest, size = sha256(), 0
        with path.open("rb") as stream:
            while chunk := stream.read(_CHUNK):
                digest.update(chunk)
                size += len(chunk)
    except (OSError, RuntimeError, ValueError) as error:
        raise InputFileError(
            f"Berkas {quote_path(text)} tidak dapat dibaca; periksa nama dan izinnya."
        ) from error
    shown = path.relative_to(folder).as_posix() if path.is_relative_to(folder) else path.as_posix()
    return shown, digest.hexdigest(), size


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
        if _holds(path, content):
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
        descriptor = os.open(temporary, os.O_CREAT | os.O_EXCL | os.O_WRONLY, mode)
        try:
            with os.fdopen(descriptor, "wb") as stream:
                yield stream
                stream.flush()
                os.fsync(stream.fileno())
            temporary.replace(path)
            _sync_folder(path.parent)
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


def write_new(path: Path, content: bytes) -> None:
    """Put ``content`` into a file that is not there yet; AlreadyThere if it is."""
    try:
        if path.exists() or path.is_symlink():
            raise AlreadyThere(f"{quote_path(str(path))} sudah ada; pilih nama lain.")
    except (OSError, ValueError) as error:
        raise OutputError(f"{quote_path(str(path))} tidak dapat ditulis; pilih nama lain.") from error
    write_if_changed(path, content)


def _sync_folder(folder: Path) -> None:
    descriptor = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)


def _holds(path: Path, content: bytes) -> bool:
    if path.is_symlink() or not path.is_file() or path.stat().st_size != len(content):
        return False
    return path.read_bytes() == content


def _unreadable(text: str) -> InputFileError:
    return InputFileError(f"Berkas {quote_path(text)} tidak dapat dibaca; periksa nama dan izinnya.")
