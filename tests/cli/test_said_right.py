"""What is said of a day, a figure or an act is what it is: one source for each."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.cli.command_line import document, folder

if TYPE_CHECKING:
    from pathlib import Path

    from tests.cli.command_line import Ok, Run

PKS = "PKS-2024-001"


def test_a_list_for_people_shows_the_day_on_which_a_document_was_ended(desk: Path, ok: Ok) -> None:
    ok("end", PKS, "--on", "2024-12-31", "--ground", "tujuan")
    row = next(line for line in ok("list", "--format", "md").splitlines() if PKS in line)
    assert "2024-12-31" in row
    item = next(one for one in document(ok("list", "--format", "json"))["items"] if one["id"] == PKS)
    assert (item["last_day"], item["ended_on"]) == ("2024-12-31", "2024-12-31")
    assert item["ends_on"] != "2024-12-31"
    before = document(ok("list", "--format", "json", "--as-of", "2024-12-30"))["items"]
    assert next(one["last_day"] for one in before if one["id"] == PKS) == item["ends_on"]


def test_a_list_for_programs_has_the_day_on_which_it_was_ended_behind_all_it_had(desk: Path, ok: Ok) -> None:
    ok("end", PKS, "--on", "2024-12-31", "--ground", "tujuan")
    heading, *rows = (line.split("\t") for line in ok("list", "--format", "tsv").splitlines())
    assert heading == ["id", "title", "partners", "lead_opd", "ends_on", "days_left", "status", "last_day"]
    item = next(one for one in document(ok("list", "--format", "json"))["items"] if one["id"] == PKS)
    row = dict(zip(heading, next(row for row in rows if row[0] == PKS), strict=True))
    assert (row["ends_on"], row["last_day"]) == (item["ends_on"], "2024-12-31")


def test_next_says_how_many_that_have_passed_it_leaves_out(desk: Path, run: Run, ok: Ok) -> None:
    for number in range(12):
        ok(
            "action",
            "add",
            PKS,
            "--what",
            f"Rapat {number}",
            "--period",
            "2024-S2",
            "--due",
            f"2024-12-{number + 1:02}",
        )
    result = run("next", "--format", "json")
    passed = len(document(ok("due", "--overdue", "--format", "json"))["items"])
    left = passed - sum((one["days_left"] or 0) < 0 for one in document(result.out)["items"])
    assert left >= 2
    assert f"Peringatan: {left} hal lain yang sudah lewat tidak tampil" in result.err
    assert "kskd due --overdue" in result.err


@pytest.mark.parametrize("command", ["recap", "sebanding"])
def test_the_figures_of_a_period_bear_the_day_of_the_figures(command: str, busy: Path, ok: Ok) -> None:
    assert document(ok(command, "--period", "2024-S2", "--format", "json"))["as_of"] == "2024-12-31"
    assert document(ok(command, "--period", "2025-S1", "--format", "json"))["as_of"] == "2025-01-15"
    asked = ok(command, "--period", "2024-S2", "--as-of", "2024-11-30", "--format", "json")
    assert document(asked)["as_of"] == "2024-11-30"


def test_status_of_a_day_shows_no_change_that_came_later(desk: Path, ok: Ok) -> None:
    assert document(ok("status", "--format", "json"))["last_change"] is not None
    assert document(ok("status", "--format", "json", "--as-of", "2025-01-15"))["last_change"] is not None
    assert document(ok("status", "--format", "json", "--as-of", "2025-01-14"))["last_change"] is None


@pytest.mark.parametrize(
    "command",
    [
        ("partner", "add", "PT Lain Sekali"),
        ("opd", "add", "DINSOS", "--name", "Dinas Sosial"),
        ("target", "add", PKS, "--indicator", "Posyandu"),
        ("update", PKS, "--note", "Catatan"),
        ("void", "PKS-2024-001", "--reason", "salah"),
        ("end", PKS, "--on", "2024-12-31", "--ground", "tujuan"),
    ],
)
def test_a_dry_run_says_what_would_be_done_and_not_that_it_was(
    command: tuple[str, ...], desk: Path, run: Run
) -> None:
    would, did = (run(*command, *more).err for more in (("--dry-run",), ()))
    assert "Akan " in would
    assert not any(
        line.startswith(("Tercatat", "Diubah", "Dibatalkan", "Diakhiri")) for line in would.splitlines()
    )
    assert "Akan " not in did


@pytest.mark.parametrize(
    ("command", "would"),
    [
        (("amend", PKS, "--signed", "1/6/2024", "--what", "Uji"), "Adendum akan tercatat: "),
        (("partner", "alias", "PT Maju Contoh", "PT MC"), "PT Maju Contoh akan juga dikenal sebagai PT MC."),
        (("opd", "alias", "DINKES", "Dinkesku"), "DINKES akan juga dikenal sebagai Dinkesku."),
        (
            ("partner", "merge", "PT Maju Contoh", "Universitas Contoh", "--reason", "sama"),
            "PT Maju Contoh akan digabungkan ke Universitas Contoh",
        ),
        (("period", "close", "2024-S2"), "Semester II Tahun 2024 akan ditutup."),
        (("check", "--accept", PKS, "KS706", "--reason", "uji"), "Akan diterima: KS706"),
    ],
)
def test_a_dry_run_of_anything_speaks_of_what_would_be(
    command: tuple[str, ...], would: str, desk: Path, run: Run
) -> None:
    assert would in run(*command, "--dry-run").err
    assert " akan " not in run(*command).err.casefold()


def test_an_export_to_a_dash_goes_to_standard_output_and_one_over_another_says_so(
    desk: Path, tmp_path: Path, run: Run, ok: Ok
) -> None:
    before = folder(tmp_path)
    assert ok("export", "--out", "-") == ok("export")
    assert folder(tmp_path) == before
    assert "diganti" not in run("export", "--out", "a.json").err
    assert "Hasil ekspor yang lama pada a.json diganti." in run("export", "--out", "a.json").err


def test_a_reminder_calls_no_obstacle_open_that_was_closed_this_semester(busy: Path, ok: Ok) -> None:
    assert "masih terbuka" in ok("remind", "--dry-run", "--as-of", "2025-03-02").casefold()
    ok("evaluate", PKS, "--period", "2025-S1", "--close-obstacle", "1", "--implementation", "sebagian")
    assert "kendala 1" not in ok("remind", "--dry-run", "--as-of", "2025-03-02")


def test_letter_show_check_and_report_agree_on_an_obstacle_of_the_running_semester(
    busy: Path, ok: Ok
) -> None:
    ok("evaluate", PKS, "--period", "2025-S1", "--close-obstacle", "1", "--implementation", "sebagian")
    for day, is_open in (("2024-12-31", True), ("2025-02-28", False)):
        (one,) = document(ok("show", PKS, "--format", "json", "--as-of", day))["obstacles"]
        assert (one["closed"] is None, one["age_days"] is None) == (is_open, not is_open)
        ok("report", "--period", day[:7], "--as-of", day)
        page = (busy.parent / "laporan" / day[:7] / "rekap.md").read_text("utf-8")
        row = next(line for line in page.splitlines() if "Dana belum cair" in line)
        assert ("terbuka" in row, "selesai" in row) == (is_open, not is_open)
