"""Files broken in any way, to every command that reads one: refused or right, and the registry as it was."""

from __future__ import annotations

import random
from typing import TYPE_CHECKING

import pytest

from tests.faults.sweeping import sound

if TYPE_CHECKING:
    from collections.abc import Callable

    from ..cli.command_line import Run
    from .conftest import Stage

pytestmark = pytest.mark.slow

# Command, the sound file that it reads, and the name under which it is given.
READ: dict[str, tuple[tuple[str, ...], str]] = {
    "import": (("import", "berkas", "--db", "baru.db"), "ekspor.json"),
    "opd import": (("opd", "import", "berkas"), "opd.csv"),
    "instrument use": (("instrument", "use", "berkas"), "sendiri.toml"),
    "restore": (("restore", "berkas", "--yes"), "cadangan.db"),
}
HOSTILE: dict[str, bytes] = {
    "empty": b"", "one byte": b"{", "nothing but zeros": bytes(5000), "UTF-16": "kode;n\n".encode("utf-16"),
    "a mark alone": b"\xef\xbb\xbf", "many quotes": b'"' * 50_000, "deep lists": b"[" * 100_000,
    "deep objects": b'{"a":' * 50_000, "one long line": b"a," * 500_000, "many lines": b"a;b\n" * 100_000,
    "a huge number": b'{"schema": ' + b"9" * 100_000 + b"}", "carriage returns": b"kode;nama\rA;B\r\rC;D\r",
    "NUL": b"kode;nama\nA\0;B\n", "escapes": b"kode;nama\nA\x1b[2J;\x9b\n", "keys twice": b"a = 1\na = 2\n",
    "dotted keys": b".".join([b"a"] * 20_000) + b" = 1\n", "a zip": b"PK\x03\x04" + bytes(100),
    "SQLite's name alone": b"SQLite format 3\0", "a script": b"#!/bin/sh\nrm -r /\n",
}  # fmt: skip


def _broken(content: bytes, chance: random.Random) -> bytes:
    """The file with something in it cut, doubled, flipped, swapped or put in."""
    at, size = chance.randrange(len(content)), chance.randrange(1, 40)
    match chance.randrange(6):
        case 0:
            return content[:at]
        case 1:
            return content[:at] + content[at + size :]
        case 2:
            return content[:at] + content[at : at + size] * 2 + content[at + size :]
        case 3:
            return content[:at] + bytes([content[at] ^ (1 << chance.randrange(8))]) + content[at + 1 :]
        case 4:
            odd = chance.choice(
                [b"\0", b"\xff", b'"', b"\n", b"\x1b[2J", b"-9e999", b"null", b"\xe2\x80\xae"]
            )
            return content[:at] + odd + content[at:]
        case _:
            other = chance.randrange(len(content))
            return content[:at] + content[other : other + size] + content[at + size :]


@pytest.mark.parametrize("command", READ)
@pytest.mark.parametrize("files", [15, pytest.param(1500, marks=pytest.mark.torture)], ids=["some", "many"])
def test_a_broken_file_is_refused_or_read_right(
    command: str, files: int, stage: Stage, run: Run, count: Callable[..., None]
) -> None:
    args, name = READ[command]
    whole, registry = stage.file(name).read_bytes(), stage.file("kskd.db")
    before = registry.read_bytes()
    chance = random.Random(files)  # noqa: S311 - the same files in every run
    contents = [*HOSTILE.values(), *(_broken(whole, chance) for _ in range(files))]
    wrong = []
    for content in contents:
        stage.file("berkas").write_bytes(content)
        try:
            result = run(*args)
        except Exception as error:
            wrong.append(f"{content[:40]!r}…: {error!r}")
            continue
        count("broken files to the commands that read one")
        target = stage.file("baru.db") if command == "import" else registry
        if result.status == 0:
            # A restore looks at the history, not at every value: that is left to doctor, which must find it.
            if command != "restore" or run("doctor", "--format", "json").status != 3:
                sound(target)
        elif result.status not in {1, 2} or not result.err.splitlines()[-1].startswith("kskd: "):
            wrong.append(f"{content[:40]!r}…: {result}")
        elif target.exists() and target.read_bytes() != before:
            wrong.append(f"{content[:40]!r}…: changed though refused")
        shown = {char for char in result.out + result.err if not char.isprintable() and char not in "\n\t"}
        if shown:
            wrong.append(f"{content[:40]!r}…: {shown} reaches the terminal")
        stage.reset("kskd.db")
        registry.write_bytes(before)
    assert wrong == [], "\n".join(wrong)
