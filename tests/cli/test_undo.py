"""``undo``: shows what it takes back, asks, and names what stands in the way."""

from __future__ import annotations

import re
import sqlite3
from contextlib import closing
from typing import TYPE_CHECKING

import pytest

from tests.cli.command_line import Ok, Refused, Run, document
from tests.cli.test_writing import WRITES
from tests.cli.test_writing import ready as _ready
from tests.registry.harness import raw

if TYPE_CHECKING:
    from pathlib import Path

ready = _ready
PKS = "PKS-2024-001"


# What undoing adds to, numbers once given, and bytes that the history points to.
_HISTORY = {"act", "journal", "serial", "content"}


def _facts(ok: Ok) -> str:
    """The whole export, byte for byte, but for the history itself."""
    text = ok("export")
    tables = re.split(r'^(?="[a-z_]+": \[)', text, flags=re.MULTILINE)
    assert len(tables) > 20
    return "".join(one for one in tables if one.split('"')[1] not in _HISTORY)


@pytest.mark.parametrize(
    ("command", "args", "out"), WRITES, ids=[" ".join(args[:5]) for _, args, _ in WRITES]
)
def test_every_write_is_undone_and_had_again(
    command: str, args: list[str], out: str, ready: Path, ok: Ok
) -> None:
    before = _facts(ok)
    ok(*args)
    after = _facts(ok)
    first = int(document(ok("log", "--limit", "1", "--format", "json"))["items"][0]["act"])
    assert ok("undo", "--yes") == f"{first + 1}\n"
    assert _facts(ok) == before
    (undone,) = document(ok("log", "--limit", "1", "--format", "json"))["items"]
    assert (undone["command"], undone["undoes"]) == ("undo", [first])
    ok("undo", str(first + 1), "--yes")
    assert _facts(ok) == after
    verdict = document(ok("log", "--verify", "--format", "json"))
    assert (verdict["broken"], verdict["acts"]) == (None, first + 2)


def test_what_will_be_undone_is_shown_and_nothing_done_without_consent(desk: Path, run: Run, ok: Ok) -> None:
    ok("update", PKS, "--title", "Pelatihan bidan", "--reason", "salah ketik")
    before = desk.read_bytes()
    result = run("undo")
    assert (result.status, result.out) == (1, "")
    assert "judul Pelatihan bidan → Pelatihan bidan desa" in result.err
    assert "--yes" in result.err
    assert desk.read_bytes() == before


def test_a_dry_run_keeps_nothing_and_says_so(desk: Path, run: Run) -> None:
    before = desk.read_bytes()
    result = run("undo", "--dry-run")
    assert (result.status, result.out) == (0, "")
    assert "Uji coba" in result.err
    assert desk.read_bytes() == before


def test_what_later_facts_stand_on_is_refused_with_their_names(desk: Path, run: Run, ok: Ok) -> None:
    """The KB (act 6) carries the PKS (act 7); undoing both at once is what the sentence offers."""
    before = desk.read_bytes()
    result = run("undo", "6", "--yes")
    assert (result.status, result.out) == (1, "")
    assert "catatan 7 (derive-pks: PKS-2024-001)" in result.err
    assert "yaitu 6 (add-mou), 7 (derive-pks): kskd undo 6 7." in result.err
    assert desk.read_bytes() == before
    ok("undo", "6", "7", "--yes")
    assert document(ok("list", "--format", "json"))["items"] == []


def _behind_its_back(desk: Path, trigger: str, statement: str) -> None:
    """Change the registry as another program would that leaves no trace in the history."""
    with closing(sqlite3.connect(desk)) as con:
        (made,) = con.execute("SELECT sql FROM sqlite_schema WHERE name = ?", (trigger,)).fetchone()
    raw(desk, f"DROP TRIGGER {trigger}", statement, made)


@pytest.mark.parametrize("is_seen", [True, False], ids=["seen by the history", "unseen"])
def test_over_a_row_that_another_program_changed_nothing_is_undone(
    is_seen: bool, desk: Path, ok: Ok, refused: Refused
) -> None:
    """The row is named, and not the act before, whose state is no longer there."""
    ok("update", "KB-2024-001", "--note", "Satu")
    change = "UPDATE agreement SET note = 'Dua' WHERE id = 'KB-2024-001'"
    if is_seen:
        raw(desk, change)
    else:
        _behind_its_back(desk, "journal_agreement_update", change)
    sentence = "keadaan KB-2024-001 sekarang bukan dari catatan kskd. Periksa dengan kskd doctor."
    assert sentence in refused("undo", "8", "--yes")


def test_what_another_program_made_to_stand_on_a_row_is_named(desk: Path, ok: Ok, refused: Refused) -> None:
    ok("opd", "add", "DISHUB", "--name", "Dinas Perhubungan")
    _behind_its_back(desk, "journal_opd_alias_insert", "INSERT INTO opd_alias VALUES ('Hub', 'DISHUB')")
    assert "keadaan Hub sekarang bukan dari catatan kskd." in refused("undo", "8", "--yes")


def test_a_row_that_was_changed_is_changed_back_and_not_made_anew(desk: Path, ok: Ok) -> None:
    """The history tells one change of one row."""
    ok("update", "KB-2024-001", "--note", "Satu")
    ok("undo", "--yes")
    with closing(sqlite3.connect(desk)) as con:
        told = con.execute(
            "SELECT tbl, old IS NULL, new IS NULL FROM journal WHERE act = 9 AND tbl <> 'event'"
        ).fetchall()
    assert told == [("agreement", 0, 0)]


def test_every_act_that_stands_in_the_way_is_named_once_in_its_order(
    desk: Path, ok: Ok, refused: Refused
) -> None:
    """And one that was itself taken back is not."""
    for note in ("Satu", "Dua", "Tiga"):
        ok("update", "KB-2024-001", "--note", note, "--reason", "uji")
    told = refused("undo", "8", "--yes")
    assert "padanya: catatan 9 (update: KB-2024-001); catatan 10 (update: KB-2024-001). Untuk" in told
    assert "yaitu 8 (update), 9 (update), 10 (update): kskd undo 8 9 10." in told
    ok("undo", "10", "--yes")
    assert "padanya: catatan 9 (update: KB-2024-001). Untuk" in refused("undo", "8", "--yes")
    ok("undo", "8", "9", "--yes")
    assert document(ok("show", "KB-2024-001", "--format", "json"))["note"] is None


def test_an_undoing_that_was_had_again_stands_in_the_way_by_the_act_that_it_restored(
    desk: Path, ok: Ok, refused: Refused
) -> None:
    ok("update", "KB-2024-001", "--note", "Satu")
    ok("update", "KB-2024-001", "--note", "Dua", "--reason", "uji")
    undoing = ok("undo", "9", "--yes").strip()
    ok("undo", undoing, "--yes")
    assert "padanya: catatan 9 (update: KB-2024-001)." in refused("undo", "8", "--yes")


def test_the_same_cannot_be_undone_twice(desk: Path, ok: Ok, refused: Refused) -> None:
    ok("undo", "7", "--yes")
    assert "sudah dibatalkan oleh catatan 8" in refused("undo", "7", "--yes")


def test_undo_goes_back_step_by_step(desk: Path, ok: Ok) -> None:
    """Twice undo takes back two acts, as people expect; the second is not the undoing of the first."""
    ok("undo", "--yes")
    ok("undo", "--yes")
    assert document(ok("list", "--format", "json"))["items"] == []


def test_an_id_that_was_given_is_not_given_again_after_undo(desk: Path, ok: Ok) -> None:
    ok("undo", "--yes")
    assert ok("derive-pks", "KB-2024-001", "--title", "Gizi", "--signed", "2024-06-01") == "PKS-2024-002\n"


@pytest.mark.parametrize(
    ("words", "status", "sentence"),
    [
        (["99"], 1, "Catatan 99 tidak ada"),
        (["0"], 2, "bukan nomor catatan"),
        (["satu"], 2, "bukan nomor catatan"),
        (["7..6"], 2, "bukan nomor catatan"),
        (["1..99999999"], 2, "bukan nomor catatan"),
        (["7.."], 2, "bukan nomor catatan"),
        (["1"], 1, "membuat registri"),
        (["1..7"], 1, "membuat registri"),
    ],
)
def test_what_cannot_be_undone_is_refused(
    words: list[str], status: int, sentence: str, desk: Path, refused: Refused
) -> None:
    assert sentence in refused("undo", *words, "--yes", status=status)


def test_a_registry_of_only_its_first_act_has_nothing_to_undo(
    tmp_path: Path, ok: Ok, refused: Refused
) -> None:
    ok("init", "--name", "Kabupaten Contoh")
    assert "membuat registri" in refused("undo", "--yes")


def test_undo_names_who_why_and_the_letter(desk: Path, ok: Ok) -> None:
    ok("undo", "--yes", "--who", "Kepala Subbagian", "--reason", "salah berkas", "--letter", "100/7/2025")
    (act,) = document(ok("log", "--limit", "1", "--format", "json"))["items"]
    assert (act["who"], act["reason"], act["letter"]) == ("Kepala Subbagian", "salah berkas", "100/7/2025")
    assert "(surat 100/7/2025)" in ok("log", "--limit", "1", "--format", "table")
