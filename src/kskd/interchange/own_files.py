"""Files that may have been filled since: written over only where they are, byte for byte, as kskd wrote them.

What was written is kept beside the files in ``.kskd.sha256``, as ``sha256sum`` writes it.
"""

from collections.abc import Mapping
from hashlib import sha256
from pathlib import Path

from kskd.domain.values.text import quote_path
from kskd.errors import refusal
from kskd.interchange.files import holds, read_content, write_if_changed
from kskd.interchange.sets import is_half_done, write_set

_LIST = ".kskd.sha256"
_LARGEST = 100_000_000


def refuse_foreign(folder: Path, files: Mapping[str, bytes], *, code: str = "desk-file-not-ours") -> None:
    """AlreadyThere where one of the files is there otherwise than kskd wrote it, before any is written.

    ``code`` is that of the refusal.
    """
    known = _known(folder)
    for name, content in files.items():
        path = folder / name
        if not path.exists() and not path.is_symlink():
            continue
        ours = [digest for digest, one in known if one == name]
        if not holds(path, content) and not any(_is(path, digest) for digest in ours):
            raise refusal(code, file=quote_path(str(path)))


def was_ours(path: Path) -> bool:
    """Whether kskd has written a file of this name, whatever has become of it."""
    return any(name == path.name for _, name in _known(path.parent))


def adopt(path: Path, digest: str) -> None:
    """Let a file of this SHA-256 be written over like one of kskd's: all that is in it has been taken."""
    _note(path.parent, _known(path.parent) | {(digest, path.name)})


def write_own(folder: Path, files: Mapping[str, bytes], *, code: str = "desk-file-not-ours") -> int:
    """Write the files; gives how many had to be. They are in the list before they are there."""
    refuse_foreign(folder, files, code=code)
    kept = {
        (digest, name) for digest, name in _known(folder) if name not in files or _is(folder / name, digest)
    }
    write_if_changed(folder / _LIST, _listed(files, kept))
    return sum(write_if_changed(folder / name, content) for name, content in files.items())


def write_own_set(folder: Path, files: Mapping[str, bytes], *, mode: int) -> int:
    """As ``write_own``, of files that belong together: with their list all as they were, or all new."""
    refuse_foreign_set(folder, files)
    kept = {(digest, name) for digest, name in _known(folder) if name not in files}
    whole = {_LIST: _listed(files, kept), **files}
    return write_set(folder, ((folder / name, content) for name, content in whole.items()), mode=mode)


def refuse_foreign_set(folder: Path, files: Mapping[str, bytes], *, dry_run: bool = False) -> None:
    """As ``refuse_foreign``, once what was cut off there is settled; in a dry run that is left as it is."""
    if is_half_done(folder):
        if dry_run:
            return
        write_set(folder, ())
    refuse_foreign(folder, files, code="result-not-ours")


def _listed(files: Mapping[str, bytes], kept: set[tuple[str, str]]) -> bytes:
    """The list as it is kept: the digests of these files, and beside them those that hold on."""
    new = {(sha256(content).hexdigest(), name) for name, content in files.items()}
    ordered = sorted(kept | new, key=lambda one: one[::-1])
    return "".join(f"{digest}  {name}\n" for digest, name in ordered).encode()


def _note(folder: Path, known: set[tuple[str, str]]) -> None:
    write_if_changed(folder / _LIST, _listed({}, known))


def _known(folder: Path) -> set[tuple[str, str]]:
    """Digests and names; a file has two while one is put in the place of another."""
    path = folder / _LIST
    if not path.is_file():
        return set()
    lines = read_content(str(path), _LARGEST).decode(errors="replace").splitlines()
    return {(digest, name) for digest, _, name in (line.partition("  ") for line in lines)}


def _is(path: Path, digest: str) -> bool:
    return path.is_file() and sha256(read_content(str(path), _LARGEST)).hexdigest() == digest
