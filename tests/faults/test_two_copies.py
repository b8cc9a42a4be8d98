"""A registry that went two ways, and one that was left half written where nothing can be written."""

from __future__ import annotations

import json
import os
import shutil
import sqlite3
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from kskd.registry.file.location import is_conflict

from ..cli.command_line import english_in
from ..conftest import invoke
from ..registry.conftest import nobody as _nobody
from ..registry.conftest import shared as _shared
from ..registry.harness import forked, raw
from .test_resources import in_child, is_told

if TYPE_CHECKING:
    from collections.abc import Callable

    from ..conftest import Result

    Run = Callable[..., Result]
    Ok = Callable[..., str]

pytestmark = pytest.mark.slow

nobody, shared = _nobody, _shared
COPY = "kskd (conflicted copy 2025-01-15).db"


@pytest.fixture
def parted(office: Path, ok: Ok) -> Path:
    """The office, and beside it a copy to which other things were added since."""
    shutil.copy(office, COPY)
    ok("opd", "add", "DLH", "--name", "Dinas Lingkungan Hidup")
    for code in ("DISHUB", "DINSOS"):
        ok("opd", "add", code, "--name", f"Dinas {code}", "--db", COPY)
    return office


def test_each_act_that_one_has_alone_is_told(parted: Path, ok: Ok, run: Run) -> None:
    before = (parted.read_bytes(), Path(COPY).read_bytes())
    told = json.loads(ok("compare", COPY, "--format", "json"))
    assert told["schema"] == "kskd/compare/1"
    common = told["common"]["act"]
    assert [(one["act"], one["command"]) for one in told["here"]] == [(common + 1, "opd add")]
    assert [one["act"] for one in told["there"]] == [common + 1, common + 2]
    assert told["here"][0]["head"] != told["there"][0]["head"]
    result = run("compare", COPY)
    assert f"Sama sampai catatan {common}" in result.err
    assert "Hanya di registri ini: 1 catatan. Hanya di berkas lain: 2 catatan." in result.err
    assert [line.split("\t")[0] for line in result.out.splitlines()[1:]] == ["sini", "sana", "sana"]
    assert english_in(result.err) == []
    assert (parted.read_bytes(), Path(COPY).read_bytes()) == before


def test_an_older_copy_lacks_and_has_nothing_alone(office: Path, ok: Ok) -> None:
    shutil.copy(office, "lama.db")
    assert json.loads(ok("compare", "lama.db", "--format", "json"))["there"] == []
    ok("opd", "add", "DLH", "--name", "Dinas Lingkungan Hidup")
    told = json.loads(ok("compare", "lama.db", "--format", "json"))
    assert (len(told["here"]), told["there"]) == (1, [])


@pytest.mark.parametrize("is_silent", [True, False], ids=["past the journal", "in the journal"])
@pytest.mark.parametrize("side", ["here", "there"])
def test_what_another_program_changed_without_an_act_is_told(
    side: str, is_silent: bool, office: Path, ok: Ok, run: Run
) -> None:
    """The acts of both are the same, and yet what they say is not."""
    shutil.copy(office, COPY)
    path, told = (office, "registri ini") if side == "here" else (Path(COPY), "berkas lain")
    assert "tanpa catatan" not in run("compare", COPY).err
    if is_silent:
        code = "DROP TRIGGER journal_opd_update"
        raw(path, code)
    raw(path, "UPDATE opd SET name = 'Dinas Palsu' WHERE code = 'DINKES'")
    result = run("compare", COPY)
    assert f"Di {told} diubah tanpa catatan" in result.err
    assert "opd DINKES: name: Dinas Kesehatan → Dinas Palsu" in result.err
    assert english_in(result.err) == []
    found = json.loads(ok("compare", COPY, "--format", "json"))
    assert (found["here"], found["there"]) == ([], [])
    other = "there" if side == "here" else "here"
    assert (len(found["unrecorded"][side]), found["unrecorded"][other]) == (1, [])


def test_another_registry_has_nothing_in_common_and_no_registry_is_refused(
    office: Path, run: Run, ok: Ok
) -> None:
    ok("init", "--name", "Kota Lain", "--db", "lain.db")
    assert json.loads(ok("compare", "lain.db", "--format", "json"))["common"] is None
    for name, told in (("kskd.db", "sedang dipakai"), ("tiada.db", "tidak ditemukan")):
        result = run("compare", name)
        assert is_told(result)
        assert told in result.err


def test_a_copy_in_conflict_is_named_by_status_and_doctor(parted: Path, run: Run) -> None:
    seen = run("status")
    assert (seen.status, COPY in seen.err, "kskd compare" in seen.err) == (0, True, True)
    items = json.loads(run("doctor", "--format", "json").out)["items"]
    assert [one["where"] for one in items if one["code"] == "conflict"] == [COPY]


@pytest.mark.parametrize(
    ("name", "is_one"),
    [
        ("kskd (conflicted copy 2025-01-15 080000).db", True),
        ("kskd (Salinan konflik milik Sari 2025-01-15).db", True),
        ("kskd.sync-conflict-20250115-080000-ABCDEFG.db", True),
        ("kskd (1).db", True),
        ("kskd 2.db", True),
        ("kskd-DESKTOP-1A2B3C.db", True),
        ("KSKD-laptop-sari.db", True),
        ("kskd.db", False),
        ("kskd-2024.db", False),
        ("kskd-20250115-080000-7-0a1b2c3d.db", False),
        ("kskd.db-journal", False),
        ("lain (1).db", False),
        ("kskd-pcr.db", False),
    ],
)
def test_names_that_sync_clients_give(name: str, is_one: bool) -> None:
    assert is_conflict(name, Path("kskd.db")) is is_one


def _leave_half(path: Path) -> str:
    """A transaction that a kill left half written, with its journal."""
    con = sqlite3.connect(path, isolation_level=None)
    con.execute("PRAGMA cache_size = 1")
    con.execute("PRAGMA cache_spill = 1")
    con.execute("BEGIN IMMEDIATE")
    con.execute("UPDATE opd SET name = name || printf('%.*c', 20000, 'x')")
    con.execute("SELECT count(*) FROM journal").fetchall()
    os._exit(0)


def test_a_half_written_registry_on_a_read_only_medium_needs_a_copy(
    office: Path, shared: Path, nobody: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    forked(lambda: _leave_half(office))
    journal = office.with_name("kskd.db-journal")
    assert journal.stat().st_size > 512
    for one in (office, journal):
        shutil.copy(one, shared)
        (shared / one.name).chmod(0o444)
    shared.chmod(0o555)
    monkeypatch.chdir(shared)
    invoke("list", "--help")

    def become() -> None:
        if os.getuid() != nobody:
            os.setgroups([])
            os.setgid(nobody)
            os.setuid(nobody)

    for words in (("list",), ("status",), ("opd", "add", "DLH", "--name", "Dinas Lingkungan Hidup")):
        result = in_child(words, become)
        assert is_told(result), result
    assert "kskd.db-journal ke folder yang dapat ditulis" in in_child(("list",), become).err
    monkeypatch.chdir(office.parent)
    assert invoke("list").status == 0, "the copy of both is taken back"
