"""``erase``: shows what it destroys, asks, and names the backups that still hold it."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

import pytest

from tests.cli.command_line import Ok, Refused, Run, document

if TYPE_CHECKING:
    from pathlib import Path

NAME = "Nama Rahasia"
WHY = ("--reason", "permintaan yang bersangkutan", "--letter", "7/PDP/2025")


@pytest.fixture
def named(desk: Path, ok: Ok) -> Path:
    """``desk`` whose PKS names its signer, with a backup of that."""
    ok("update", "PKS-2024-001", "--signer-name", NAME)
    ok("backup")
    return desk


def test_it_is_gone_and_the_backup_that_holds_it_is_named(named: Path, run: Run, ok: Ok) -> None:
    result = run("erase", NAME, "--yes", *WHY)
    assert result.status == 0
    (backup,) = (named.parent / "cadangan").iterdir()
    assert result.out == f"{backup}\n"
    assert "masih memuatnya" in result.err
    assert NAME.encode() not in named.read_bytes()
    assert NAME not in ok("show", "PKS-2024-001") + ok("log", "--format", "json")
    ok("log", "--verify")
    assert run("doctor").status == 0
    (act,) = document(ok("log", "--command", "erase", "--format", "json"))["items"]
    assert (act["reason"], act["letter"]) == (WHY[1], WHY[3])


def test_without_consent_it_is_shown_and_nothing_is_done(named: Path, run: Run) -> None:
    before = named.read_bytes()
    result = run("erase", NAME, *WHY)
    assert (result.status, result.out) == (1, "")
    assert f"pihak PKS-2024-001 0, nama penanda tangan: {NAME}" in result.err
    assert run("erase", NAME, *WHY, "--dry-run").status == 0
    assert named.read_bytes() == before


def test_a_reason_is_asked_for_before_anything_is_done(named: Path, refused: Refused) -> None:
    assert "--reason" in refused("erase", NAME, "--dry-run", status=2)


def test_what_is_not_personal_is_refused(named: Path, refused: Refused) -> None:
    sentence = refused("erase", "PT Maju Contoh", "--yes", *WHY)
    assert "nama mitra perseorangan" in sentence


def test_other_names_of_the_same_person_are_named_with_their_commands(desk: Path, run: Run, ok: Ok) -> None:
    ok("partner", "add", "Tokoh Contoh", "--kind", "perseorangan", "--alias", "Pak Tokoh")
    result = run("erase", "Tokoh Contoh", "--yes", *WHY)
    assert "juga tercatat dengan nama lain" in result.err
    assert "kskd erase 'Pak Tokoh' --reason ALASAN" in result.err
    last = run("erase", "Pak Tokoh", "--yes", *WHY)
    assert "nama lain" not in last.err.replace("nama lain mitra", "")
    assert b"Tokoh" not in desk.read_bytes()


@pytest.mark.parametrize("name", ["Dinas Kesehatan", "dinkes", "PT Maju Contoh"])
def test_the_name_of_an_office_is_nobodys_data_though_it_stands_for_a_person(
    name: str, busy: Path, ok: Ok, refused: Refused
) -> None:
    ok("action", "add", "PKS-2024-001", "--what", "Rapat", "--period", "2024-S2", "--who-acts", name)
    assert "tidak ada yang dihapus" in refused("erase", name, "--yes", *WHY)


def test_who_changed_the_registry_can_be_erased_from_the_history(desk: Path, run: Run, ok: Ok) -> None:
    ok("update", "PKS-2024-001", "--note", "x", "--who", NAME)
    assert run("erase", NAME.upper(), "--yes", *WHY).status == 0
    assert NAME.encode() not in desk.read_bytes()
    (act,) = document(ok("log", "--command", "update", "--format", "json"))["items"]
    assert act["who"] == "[dihapus]"
    ok("log", "--verify")


def test_restoring_what_was_erased_is_told_before_it_is_done(named: Path, run: Run) -> None:
    backup = run("erase", NAME, "--yes", *WHY).out.strip()
    for words in (["--dry-run"], ["--yes"]):
        sentence = "1 penghapusan data pribadi (kskd erase), jadi yang dihapus akan ada lagi"
        assert sentence in run("restore", backup, *words).err


def test_the_public_export_has_neither_name_nor_history(named: Path, ok: Ok) -> None:
    ok("partner", "add", "Tokoh Contoh", "--kind", "perseorangan", "--alias", "Bapak Tokoh")
    ok("setting", "set", "signer-name", "Kepala Contoh")
    public = ok("export", "--public")
    for secret in (NAME, "Tokoh Contoh", "Bapak Tokoh", "Kepala Contoh", "analis"):
        assert secret not in public
    assert "PT Maju Contoh" in public


def test_a_command_that_died_is_settled_and_told_of(desk: Path, run: Run) -> None:
    """A hot journal: the next command, even one that only reads, takes back what was half written."""
    import sqlite3

    before = desk.read_bytes()
    child = os.fork()
    if child == 0:
        con = sqlite3.connect(desk, isolation_level=None)
        con.execute("PRAGMA cache_size = 1")
        con.execute("BEGIN IMMEDIATE")
        con.execute("UPDATE journal SET salt = hex(randomblob(500)) WHERE 0")
        con.execute("CREATE TABLE besar (a)")
        con.execute(
            "WITH RECURSIVE n (a) AS (SELECT 1 UNION ALL SELECT a + 1 FROM n WHERE a < 500)"
            " INSERT INTO besar SELECT randomblob(900) FROM n"
        )
        os._exit(0)
    os.waitpid(child, 0)
    assert desk.with_name("kskd.db-journal").exists()
    result = run("status")
    assert result.status == 0
    assert "terhenti di tengah jalan" in result.err
    assert desk.read_bytes() == before
    assert "terhenti" not in run("status").err
