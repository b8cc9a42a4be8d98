"""Taking turns: a process that waits is told for whom."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from kskd.errors import RegistryError
from kskd.registry.database import snapshot, writing
from kskd.registry.file import locks
from kskd.registry.tables.settings import write_setting
from tests.registry.harness import ACT

if TYPE_CHECKING:
    from collections.abc import Iterator

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="the lock's owner is asked of Linux")

_WRITER = """
import sqlite3, sys
con = sqlite3.connect(sys.argv[1], isolation_level=None)
con.execute(sys.argv[2])
print("ready", flush=True)
sys.stdin.read()
"""


@pytest.fixture
def other(blank: Path) -> Iterator[subprocess.Popen[str]]:
    """Another program that is writing, until its standard input ends."""
    with subprocess.Popen(
        [sys.executable, "-c", _WRITER, blank, "BEGIN IMMEDIATE"],
        stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True,
    ) as process:  # fmt: skip
        assert process.stdout is not None
        assert process.stdout.readline() == "ready\n"
        yield process


def test_who_waits_in_vain_is_told_for_whom(
    blank: Path, other: subprocess.Popen[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(locks, "WAIT_SECONDS", 0.3)
    monkeypatch.setattr(locks, "TELL_SECONDS", 0.1)
    told: list[str] = []
    before = blank.read_bytes()
    with pytest.raises(RegistryError, match=rf"masih dipakai .*\(proses {other.pid}\)"):  # noqa: SIM117
        with writing(blank, ACT, tell=told.append) as session:
            write_setting(session, "seat", "Contoh")
    assert [f"(proses {other.pid})" in sentence for sentence in told] == [True]
    assert blank.read_bytes() == before


def test_who_waits_and_gets_a_turn_has_lost_nothing(
    blank: Path, other: subprocess.Popen[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(locks, "TELL_SECONDS", 0.1)
    told: list[str] = []

    def tell(sentence: str) -> None:
        told.append(sentence)
        assert other.stdin is not None
        other.stdin.close()

    with writing(blank, ACT, tell=tell) as session:
        write_setting(session, "seat", "Contoh")
    other.wait()
    assert [f"(proses {other.pid})" in sentence for sentence in told] == [True, False]
    assert told[1].startswith("Catatan")  # the act, once it is kept
    with snapshot(blank) as session:
        assert session.con.execute("SELECT value FROM setting WHERE key = 'seat'").fetchone() == ("Contoh",)


def test_nobody_is_named_where_nobody_is_in_the_way(blank: Path, tmp_path: Path) -> None:
    assert locks.holder(blank) is None
    assert locks.holder(tmp_path / "tiada.db") is None


def test_a_kskd_is_named_with_its_command() -> None:
    """The words of this very process, made to look like one."""
    process = subprocess.Popen(
        ["/usr/bin/env", "sh", "-c", "read x", "kskd", "derive-pks", "Rahasia"], stdin=subprocess.PIPE
    )
    while b"read x" not in Path(f"/proc/{process.pid}/cmdline").read_bytes().split(b"\0"):
        os.sched_yield()
    named = locks._program(process.pid)
    process.communicate(b"\n")
    assert named == "kskd derive-pks"
