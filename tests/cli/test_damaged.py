"""A registry that another program spoiled: no command claims what it did not do, and there is a way out."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from typing import TYPE_CHECKING

import pytest

from tests.cli.command_line import Ok, Refused, Run, document

if TYPE_CHECKING:
    from pathlib import Path

pytestmark = pytest.mark.slow

PKS = "PKS-2024-001"
TITLE = ("update", PKS, "--title", "Judul lain", "--reason", "x")


def _raw(path: Path, *statements: str) -> None:
    with closing(sqlite3.connect(path, isolation_level=None)) as con:
        for statement in statements:
            con.execute(statement)


@pytest.mark.parametrize(
    "trigger", ["journal_agreement_update", "journal_event_insert", "journal_opd_delete"]
)
def test_nothing_is_changed_while_the_history_would_not_know(
    trigger: str, desk: Path, ok: Ok, run: Run, refused: Refused
) -> None:
    _raw(desk, f"DROP TRIGGER {trigger}")
    assert "riwayatnya tidak lagi mencatat" in refused(*TITLE)
    assert run("doctor", "--fix", "--yes").status == 0
    ok(*TITLE)
    ok("log", "--verify")


def _changed_unseen(path: Path, change: str) -> None:
    """As a flipped bit would: no trigger sees it."""
    with closing(sqlite3.connect(path, isolation_level=None)) as con:
        triggers = con.execute("SELECT name, sql FROM sqlite_schema WHERE type = 'trigger'").fetchall()
        for name, _ in triggers:
            con.execute(f"DROP TRIGGER {name}")
        con.execute(change)
        for _, sql in triggers:
            con.execute(sql)


def test_no_command_makes_official_what_changed_unseen(
    desk: Path, ok: Ok, run: Run, refused: Refused
) -> None:
    """The row is not written on until doctor has put back what the history knows."""
    before = document(ok("show", PKS, "--format", "json"))["title"]
    _changed_unseen(desk, "UPDATE agreement SET title = 'Qelatihan' WHERE doc = 'pks'")
    said = refused("update", PKS, "--note", "catatan")
    assert "bukan lagi yang terakhir dicatat riwayat" in said
    assert PKS in said
    assert "kskd doctor" in said
    assert run("doctor", "--fix", "--yes").status == 0
    ok("update", PKS, "--note", "catatan")
    assert document(ok("show", PKS, "--format", "json"))["title"] == before
    assert run("doctor").status == 0


def test_a_change_that_an_older_kskd_made_official_is_found_in_the_history(
    desk: Path, ok: Ok, run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    _changed_unseen(desk, "UPDATE agreement SET title = 'Qelatihan' WHERE doc = 'pks'")
    with monkeypatch.context() as patch:
        patch.setattr("kskd.registry.history.live_rows.breaks", lambda *_, **__: [])
        ok("update", PKS, "--note", "catatan")
    found = run("doctor", "--format", "json")
    assert found.status == 3
    (one,) = (item for item in document(found.out)["items"] if item["code"] == "break")
    assert "Qelatihan" in one["message"]
    assert PKS in one["where"]


def test_a_backup_without_a_trigger_is_restored_with_it(desk: Path, ok: Ok, run: Run) -> None:
    lame = desk.with_name("pincang.db")
    lame.write_bytes(desk.read_bytes())
    _raw(lame, "DROP TRIGGER journal_event_insert")
    ok("restore", lame, "--yes")
    ok(*TITLE)
    assert document(ok("show", PKS, "--format", "json"))["title"] == "Judul lain"
    assert "update" in ok("log", PKS, "--limit", "1")
    assert run("log", "--verify").status == 0


def test_an_act_that_was_never_sealed_stops_writing_with_a_sentence(
    desk: Path, run: Run, refused: Refused
) -> None:
    _raw(desk, "INSERT INTO act (at, who, command) VALUES ('2025-01-15', 'x', 'x')")
    assert "kskd restore" in refused(*TITLE)
    assert run("log", "--verify").status == 3


def test_a_registry_without_its_history_is_not_backed_up_and_no_backup_is_lost(
    desk: Path, ok: Ok, refused: Refused
) -> None:
    good = ok("backup").strip()
    _raw(desk, "PRAGMA foreign_keys = OFF", "DROP TABLE journal")
    assert "tidak dicadangkan" in refused("backup", "--keep", "1")
    ok("restore", good, "--yes")


def test_old_backups_stay_while_the_history_is_not_whole(desk: Path, ok: Ok, run: Run) -> None:
    good = ok("backup").strip()
    ok(*TITLE)
    _raw(desk, "DROP TRIGGER journal_scope_item_delete", "DELETE FROM scope_item")
    result = run("backup", "--keep", "1")
    assert result.status == 3
    assert "tidak dihitung sebagai cadangan yang baik" in result.err
    ok("restore", good, "--yes")


def test_rows_that_are_gone_are_put_back_though_no_backup_can_be_made(desk: Path, run: Run, ok: Ok) -> None:
    shown = ok("show", PKS, "--format", "json")
    _raw(
        desk,
        "PRAGMA foreign_keys = OFF",
        "DROP TRIGGER journal_partner_delete",
        "DELETE FROM partner WHERE id = 1",
    )
    result = run("doctor", "--fix", "--yes")
    assert result.status == 0, result.err
    assert "apa adanya" in result.err
    assert ok("show", PKS, "--format", "json") == shown
    assert [one.name for one in desk.parent.glob("kskd.db.rusak-*")]


def test_a_table_that_is_gone_comes_back_with_its_rows(desk: Path, run: Run, ok: Ok) -> None:
    before = ok("export")
    _raw(desk, "DROP TABLE scope_item")
    assert run("doctor").status == 3
    assert run("doctor", "--fix", "--yes").status == 0
    after = ok("export")
    scope = '"scope_item": ['
    assert after.split(scope)[1].split("]")[0] == before.split(scope)[1].split("]")[0]


def test_what_another_program_added_is_told_and_left_alone(desk: Path, run: Run, ok: Ok) -> None:
    _raw(desk, "CREATE TABLE asing (x)", "CREATE TABLE asing2 (x PRIMARY KEY)")
    ok("backup")
    items = document(run("doctor", "--format", "json").out)["items"]
    assert {one["code"] for one in items} == {"foreign"}
    assert not any(one["can_fix"] for one in items)
    acts = len(document(ok("log", "--format", "json"))["items"])
    assert run("doctor", "--fix", "--yes").status == 0
    assert len(document(ok("log", "--format", "json"))["items"]) == acts
    ok(*TITLE)
    assert "asing" not in ok("export")


def test_a_history_that_cannot_be_read_is_a_broken_one(desk: Path, run: Run) -> None:
    _raw(
        desk, "DROP TRIGGER journal_no_update", "UPDATE journal SET new = CAST(x'ff41' AS TEXT) WHERE act = 3"
    )
    result = run("log", "--verify")
    assert result.status == 3
    assert "rusak pada catatan 3" in result.err


def test_a_name_with_an_impossible_time_is_no_backup(desk: Path, run: Run, ok: Ok) -> None:
    (desk.parent / "cadangan").mkdir()
    (desk.parent / "cadangan" / "kskd-20241399-000000-1-0a1b2c3d.db").touch()
    assert "belum pernah" in ok("status")
    assert run("doctor").status == 0


@pytest.mark.parametrize("words", ["abc", "f629ece9", "bukan segel", "0" * 65])
def test_what_is_no_seal_accuses_nobody(words: str, desk: Path, refused: Refused) -> None:
    assert "sedikitnya 16" in refused("log", "--verify", "--expect", words, status=2)


def test_a_seal_as_status_shows_it_is_found(desk: Path, ok: Ok) -> None:
    head = document(ok("status", "--format", "json"))["last_change"]["head"]
    ok(*TITLE)
    ok("log", "--verify", "--expect", f"{head[:16]}…")


# -- undo in any order ------------------------------------------------------------------------------------


def test_redoing_in_the_wrong_order_names_what_is_in_the_way(
    desk: Path, ok: Ok, refused: Refused, run: Run
) -> None:
    for title in ("Judul A", "Judul B"):
        ok("update", PKS, "--title", title, "--reason", "x")
    ok("undo", "--yes")
    ok("undo", "--yes")
    assert "catatan 11 (undo: PKS-2024-001)" in run("undo", "10", "--yes").err
    ok("undo", "10", "11", "--yes")
    assert "Judul B" in ok("show", PKS)


def test_a_range_may_hold_an_act_and_what_took_it_back(desk: Path, ok: Ok) -> None:
    ok("update", PKS, "--title", "Judul A", "--reason", "x")
    ok("undo", "--yes")
    ok("update", PKS, "--title", "Judul C", "--reason", "x")
    ok("undo", "8..10", "--yes")
    assert "Pelatihan bidan desa" in ok("show", PKS)


def test_erase_leaves_no_name_in_its_own_act(desk: Path, ok: Ok) -> None:
    ok("update", PKS, "--signer-name", "Nama Rahasia")
    ok("erase", "Nama Rahasia", "--yes", "--reason", "permintaan Nama Rahasia", "--who", "Nama Rahasia")
    assert b"Nama Rahasia" not in desk.read_bytes()
    ok("log", "--verify")
