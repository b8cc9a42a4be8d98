"""Triggers, views and generated columns of another program: nothing is written while they stand."""

from __future__ import annotations

import json
import sqlite3
from contextlib import closing
from typing import TYPE_CHECKING

import pytest

from kskd.registry.schema import images

from ..cli.command_line import english_in
from ..registry.harness import dump, raw, tables_of

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from ..conftest import Result

    Run = Callable[..., Result]
    Ok = Callable[..., str]

pytestmark = pytest.mark.slow

ADD = ("opd", "add", "DLH", "--name", "Dinas Lingkungan Hidup")
# The statements of the other program, and how people are told of what it made.
INTRUDERS = {
    "changes": (
        ("CREATE TRIGGER pengubah AFTER INSERT ON opd BEGIN UPDATE setting SET value = 'x'; END",),
        "pengubah",
    ),
    "shouts": (
        ("CREATE TRIGGER penolak BEFORE INSERT ON opd BEGIN SELECT raise(ABORT, '\x1b[2Jdihapus'); END",),
        "penolak",
    ),
    "named to steer": (('CREATE TRIGGER "\x1b[2J" BEFORE INSERT ON opd BEGIN SELECT 1; END',), "\u241b[2J"),
    "looks like ours": (
        ("CREATE TRIGGER journal_opd_replace AFTER INSERT ON opd BEGIN SELECT 1; END",),
        "journal_opd_replace",
    ),
    "view": (("CREATE VIEW naskah AS SELECT * FROM agreement",), "naskah"),
    "view that is written to": (
        (
            "CREATE VIEW naskah AS SELECT * FROM agreement",
            "CREATE TRIGGER ke_naskah INSTEAD OF INSERT ON naskah BEGIN DELETE FROM opd; END",
        ),
        "naskah",
    ),
    "column": (("ALTER TABLE opd ADD COLUMN panjang INTEGER AS (length(name))",), "opd.panjang"),
    "column with an index": (
        (
            "ALTER TABLE agreement ADD COLUMN panjang INTEGER AS (length(doc))",
            "CREATE INDEX agreement_panjang ON agreement (panjang)",
        ),
        "agreement.panjang",
    ),
}
WAYS = pytest.mark.parametrize(("statements", "name"), INTRUDERS.values(), ids=INTRUDERS)


@WAYS
def test_nothing_is_written_while_one_stands_and_reading_goes_on(
    statements: tuple[str, ...], name: str, office: Path, run: Run, ok: Ok
) -> None:
    raw(office, *statements)
    before = office.read_bytes()
    result = run(*ADD)
    assert result.status == 1
    assert name in result.err
    assert "kskd doctor --fix" in result.err
    assert "\x1b" not in result.err
    assert "Traceback" not in result.err
    assert english_in(result.err) == []
    assert office.read_bytes() == before
    ok("list")
    ok("status")


@WAYS
def test_doctor_calls_it_an_error_and_takes_it_out(
    statements: tuple[str, ...], name: str, office: Path, run: Run, ok: Ok
) -> None:
    rows = dump(office)
    raw(office, *statements)
    result = run("doctor", "--format", "json")
    assert result.status == 3
    (told,) = [one for one in json.loads(result.out)["items"] if one["code"] == "intruder"]
    assert told["severity"] == "error"
    assert told["where"] == name or "\x1b" in told["where"] or "\u241b" in told["where"]
    fixed = run("doctor", "--fix", "--yes")
    assert "dihapus" in fixed.err
    assert {one["code"] for one in json.loads(run("doctor", "--format", "json").out)["items"]} <= {"backup"}
    after = dump(office)
    assert {table: after[table] for table in rows if table not in {"act", "journal", "event"}} == {
        table: rows[table] for table in rows if table not in {"act", "journal", "event"}
    }
    ok(*ADD)


@WAYS
def test_a_restore_does_not_bring_it_in(
    statements: tuple[str, ...], name: str, office: Path, run: Run, ok: Ok
) -> None:
    backup = ok("backup").strip()
    ok(*ADD)
    raw(office.parent / backup, *statements)
    result = run("restore", backup, "--yes")
    assert result.status == 0, result.err
    assert "Tidak ikut dipulihkan" in result.err
    assert name in result.err
    assert {one["code"] for one in json.loads(run("doctor", "--format", "json").out)["items"]} <= {"backup"}
    ok(*ADD)


def test_a_backup_against_its_history_says_so_before_anybody_agrees(office: Path, run: Run, ok: Ok) -> None:
    backup = ok("backup").strip()
    raw(
        office.parent / backup,
        "DROP TRIGGER journal_opd_update",
        "UPDATE opd SET name = 'Palsu' WHERE code = 'DINKES'",
    )
    before = office.read_bytes()
    told = run("restore", backup, "--dry-run")
    assert (
        'Peringatan: isi cadangan ini tidak sama dengan riwayatnya sendiri pada 1 baris ("opd DINKES")'
        in told.err
    )
    assert office.read_bytes() == before
    ok("restore", backup, "--yes")
    assert run("doctor").status == 3
    run("doctor", "--fix", "--yes")
    assert "Palsu" not in ok("opd", "list", "--format", "csv")


def test_the_columns_called_ours_are_those_that_a_fresh_registry_has(office: Path) -> None:
    with closing(sqlite3.connect(office)) as con:
        assert images.intruders(con) == []
        held = {
            (table, column)
            for table in tables_of(con)
            for _, column, *_, hidden in con.execute("SELECT * FROM pragma_table_xinfo(?)", (table,))
            if hidden in {2, 3}
        }
    assert held == images.GENERATED
