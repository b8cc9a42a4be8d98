"""``next`` and the line about a long silence: what is pressing, why, and the command that can be typed."""

from __future__ import annotations

import shlex
from typing import TYPE_CHECKING

import pytest

from kskd.cli import ROOT
from kskd.domain.settings import SETTINGS
from tests.cli.command_line import document, on_screen, table

if TYPE_CHECKING:
    from pathlib import Path

    from .command_line import Ok, Run

KB, PKS = "KB-2024-001", "PKS-2024-001"


def kinds(text: str) -> list[tuple[str, str]]:
    return [(row["kind"], row["agreement"]) for row in table(text)]


def test_what_is_due_this_week_comes_before_what_has_passed(busy: Path, ok: Ok) -> None:
    """Then violations, then what is due within a month; a report overdue is not told twice as KS501."""
    ok("setting", "set", "reports-since", "2024-S2")
    ok("action", "add", PKS, "--what", "Kunjungan", "--period", "2024-S2", "--due", "2025-08-05")
    for kind in ("laporan-tkksd-semester", "laporan-berjenjang"):  # of the office itself nothing is owed
        for period in ("2024-S2", "2025-S1"):
            ok("paper", "add", kind, "--period", period, "--on", "2025-01-10")
    found = kinds(ok("next", "--as-of", "2025-08-02"))
    assert found[:3] == [("tindak-lanjut", PKS), ("laporan-semester", PKS), ("tindak-lanjut", PKS)]
    assert "KS501" not in {kind for kind, _ in found}


def test_an_error_of_check_is_pressing_unless_accepted(desk: Path, ok: Ok) -> None:
    """With the rule's own remedy; one that the office has accepted is not pressing."""
    ok(
        "derive-pks", KB, "--title", "Beasiswa", "--signed", "2024-06-01", "--years", "3", "--signer",
        "Kepala Dinas Kesehatan", "--has-power", "tidak",
    )  # fmt: skip
    found = [row for row in table(ok("next", "--as-of", "2024-06-15")) if row["agreement"] == "PKS-2024-002"]
    (error,) = (row for row in found if row["kind"].startswith("KS"))
    assert "surat kuasa" in error["what"]
    assert error["command"].startswith("minta kepala daerah menegaskan penandatanganan itu secara tertulis")
    assert (
        "; bila surat kuasanya ternyata ada, kskd update PKS-2024-002 --power-of-attorney" in error["command"]
    )
    ok("check", "--accept", "PKS-2024-002", error["kind"], "--reason", "surat kuasa ada di arsip")
    assert (error["kind"], "PKS-2024-002") not in kinds(ok("next", "--as-of", "2024-06-15"))


def test_what_was_never_evaluated_comes_last(desk: Path, ok: Ok) -> None:
    """In force, derived, and without any evaluation once a semester of it is due, which is named."""
    assert ("evaluasi", PKS) not in kinds(ok("next", "--as-of", "2024-07-30"))
    (*_, last) = table(ok("next", "--as-of", "2024-07-31"))
    assert (last["kind"], last["agreement"]) == ("evaluasi", PKS)
    assert last["command"] == f"kskd evaluate {PKS} --period 2024-S1"
    ok("evaluate", PKS, "--period", "2024-S1", "--implementation", "penuh", "--evidence", "Daftar hadir")
    assert ("evaluasi", PKS) not in kinds(ok("next", "--as-of", "2024-07-31"))


@pytest.mark.parametrize(("since", "when"), [("2024-S1", ""), ("2024-S2", " sejak laporannya ditagih")])
def test_what_was_evaluated_before_reports_are_asked_for_is_not_known(
    desk: Path, ok: Ok, since: str, when: str
) -> None:
    ok("setting", "set", "reports-since", since, "--reason", "uji")
    (*_, last) = table(ok("next", "--as-of", "2025-01-31"))
    assert last["reason"] == f"berlaku sejak 2 Mei 2024 dan belum pernah dievaluasi{when}"


def test_at_most_ten_each_with_reason_and_a_command_that_exists(example: Path, ok: Ok) -> None:
    """Over several years of the example: the first words after kskd are a command."""
    for as_of in ("2022-12-31", "2023-03-31", "2024-06-30", "2024-12-31", "2026-12-31"):
        items = document(ok("next", "--as-of", as_of, "--format", "json"))["items"]
        assert 0 < len(items) <= 10
        for item in items:
            assert item["what"]
            assert item["reason"]
            if not item["kind"].startswith("KS"):  # remedies of rules may be words
                program, command, *_ = shlex.split(item["command"])
                assert program == "kskd"
                assert ROOT.find(command) is not None


def test_nothing_pressing_is_silence_on_stdout(office: Path, run: Run, ok: Ok) -> None:
    """A registry of a day in which there was nothing: no row, and status 0."""
    result = run("next", "--as-of", "2024-02-19", "--format", "table")
    assert (result.status, result.out, result.err) == (0, "", "Tidak ada yang mendesak.\n")


def test_a_long_silence_is_told_by_next_and_status(desk: Path, ok: Ok) -> None:
    """After remind-silence-days without a run for all units; not before the first, nor for one unit only."""
    assert "pengingat" not in dict(kinds(ok("next", "--as-of", "2026-01-15")))
    ok("remind")
    ok("remind", "--opd", "DINKES")
    for as_of, is_silent in (("2025-03-01", False), ("2025-03-02", True)):
        assert ("pengingat" in dict(kinds(ok("next", "--as-of", as_of)))) is is_silent
        assert ("jalankan kskd remind" in ok("status", "--as-of", as_of)) is is_silent
    assert document(ok("status", "--format", "json"))["reminded_on"] == "2025-01-15"
    ok("setting", "set", "remind-silence-days", "60")
    assert "pengingat" not in dict(kinds(ok("next", "--as-of", "2025-03-02")))


def test_next_fits_a_terminal(busy: Path) -> None:
    """One thing after the other: a command that is broken over a cell's lines could not be copied."""
    lines = on_screen("next", "--as-of", "2025-03-10").splitlines()
    assert lines[0] == "1. PKS-2024-001 (DINKES): Tindak lanjut 1: Rapat koordinasi"
    assert lines[2] == f"   kskd action done {PKS} 1 --on TANGGAL"


def test_a_reason_names_a_setting_by_what_it_says_and_how_it_is_changed(desk: Path, ok: Ok) -> None:
    """Never by its bare key; and what settles a deadline is a command that can be typed as it stands."""
    ok("setting", "set", "renewal-days", "120")
    ok("derive-pks", KB, "--title", "Pelatihan", "--signed", "2024-06-01", "--ends", "2024-12-31")
    rows = table(ok("next", "--as-of", "2024-08-31"))
    told = "pengaturan kantor, hari sebelum berakhir untuk mulai membahas perpanjangan: 120"
    (renewal, *_) = (row for row in rows if row["kind"] == "perpanjangan")
    assert renewal["reason"].endswith(f"; {told} (kskd setting set renewal-days …)")
    bare = [key for row in rows for key in SETTINGS if row["reason"].endswith(f"; {key}")]
    assert not bare
    assert all("kskd " in row["command"] for row in rows)
