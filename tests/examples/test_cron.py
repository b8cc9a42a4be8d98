"""The jobs of the calendar under the environment that cron gives: hardly any, another folder."""

from __future__ import annotations

import json
import os
import re
import shutil
import subprocess
import sys
import time
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from collections.abc import Callable

CRON = Path(__file__).resolve().parents[2] / "examples" / "cron"
SCRIPT = CRON / "jadwal.sh"
KSKD = Path(sys.executable).with_name("kskd")
JOBS = ("bulan", "semester", "pengingat", "cadangan")
JANUARY, NEXT_DAY, FEBRUARY = "1735689600", "1735776000", "1738368000"  # the first of 2025, the day after
WAYS = ("flock", "mkdir")


@pytest.fixture(params=WAYS)
def way(request: pytest.FixtureRequest) -> dict[str, str]:
    """How a run holds others off."""
    if request.param == "flock" and shutil.which("flock") is None:
        pytest.skip("flock is not there")
    return {} if request.param == "flock" else {"KSKD_NO_FLOCK": "1"}


def _line(folder: Path, *args: str, **more: str) -> list[str]:
    given = {
        "PATH": "/usr/bin:/bin",
        "KSKD": str(KSKD),
        "KSKD_DB": str(folder / "kskd.db"),
        "KSKD_OUT": str(folder / "hasil"),
        "KSKD_REMIND": str(folder / "teks"),
        **more,
    }
    return ["env", "-i", *(f"{name}={value}" for name, value in given.items()), "/bin/sh", str(SCRIPT), *args]


def _job(folder: Path, *args: str, **more: str) -> subprocess.CompletedProcess[str]:
    elsewhere = folder / "lain"
    elsewhere.mkdir(exist_ok=True)
    return subprocess.run(
        _line(folder, *args, **more), cwd=elsewhere, capture_output=True, text=True, check=False, timeout=120
    )


def _log(folder: Path) -> list[list[str]]:
    return [line.split("\t") for line in (folder / "jadwal.tsv").read_text("utf-8").splitlines()]


def test_a_month_is_reported_in_silence_and_leaves_a_row(
    example: Path, tmp_path: Path, way: dict[str, str]
) -> None:
    """A second run touches no file."""
    out = tmp_path / "hasil/2024-11"
    done = _job(tmp_path, "bulan", "2024-11", **way)
    assert (done.returncode, done.stdout, done.stderr) == (0, "", "")
    pages = {path.name: path.stat().st_mtime_ns for path in out.iterdir()}
    assert set(pages) == {"bulanan.md", "bulanan.html"}
    assert _job(tmp_path, "bulan", "2024-11", **way).returncode == 0
    assert {path.name: path.stat().st_mtime_ns for path in out.iterdir()} == pages
    rows = _log(tmp_path)
    assert [row[1:3] for row in rows] == [["bulan", "0"]] * 2
    assert all(re.fullmatch(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d[+-]\d{4}", row[0]) for row in rows)


def test_without_a_word_it_is_the_period_that_has_passed(example: Path, tmp_path: Path) -> None:
    from datetime import UTC, datetime, timedelta

    now = datetime.now(UTC)
    before = now.replace(day=1) - timedelta(days=1)
    semester = f"{now.year}-S1" if now.month > 6 else f"{now.year - 1}-S2"
    for job in ("bulan", "semester"):
        done = _job(tmp_path, job, TZ="UTC")
        assert done.returncode == 0, done.stderr
    assert {path.name for path in (tmp_path / "hasil").iterdir()} == {f"{before:%Y-%m}", semester}
    assert (tmp_path / "hasil" / semester / "index.html").is_file()


def test_what_went_wrong_is_passed_on_and_logged(tmp_path: Path, way: dict[str, str]) -> None:
    """A missing registry: kskd's sentence on stderr and its exit status, so that cron sends a mail."""
    for job in JOBS:
        done = _job(tmp_path, job, **way)
        assert done.returncode == 1
        assert "tidak ditemukan" in done.stderr
    assert [row[1:3] for row in _log(tmp_path)] == [[job, "1"] for job in JOBS]
    done = _job(tmp_path, "cadangan", **way | {"KSKD": "/tidak/ada"})
    assert (done.returncode, "KSKD=/letak/kskd" in done.stderr) == (1, True)


def test_reminders_are_told_once_and_then_nothing(example: Path, tmp_path: Path) -> None:
    """It names one text per OPD; again it is silent; a month later something is new."""
    first = _job(tmp_path, "pengingat", SOURCE_DATE_EPOCH=JANUARY)
    assert (first.returncode, first.stderr) == (0, "")
    texts = [Path(line) for line in first.stdout.splitlines()]
    assert {text.name for text in texts} >= {"RSUD-2025-01-01.txt", "DINKES-2025-01-01.txt"}
    assert all(text.read_text("utf-8").count("\nYth. ") == 1 for text in texts)
    again = _job(tmp_path, "pengingat", SOURCE_DATE_EPOCH=NEXT_DAY)
    assert (again.returncode, again.stdout, again.stderr) == (0, "", "")
    later = _job(tmp_path, "pengingat", "pesan", SOURCE_DATE_EPOCH=FEBRUARY)
    assert "DINKES-2025-02-01.txt" in later.stdout


def test_a_backup_is_made_in_silence(example: Path, tmp_path: Path) -> None:
    done = _job(tmp_path, "cadangan", SOURCE_DATE_EPOCH=JANUARY)
    assert (done.returncode, done.stdout, done.stderr) == (0, "", "")
    assert len(list((tmp_path / "cadangan").glob("kskd-20250101-*.db"))) == 1


def test_a_run_that_is_still_going_is_not_begun_again(tmp_path: Path, way: dict[str, str]) -> None:
    """Another job is; what was killed holds nobody off."""
    slow = tmp_path / "lambat"
    slow.write_text("#!/bin/sh\nexec sleep 60\n", "utf-8")
    slow.chmod(0o755)
    quick = tmp_path / "cepat"
    quick.write_text("#!/bin/sh\n", "utf-8")
    quick.chmod(0o755)
    first = subprocess.Popen(_line(tmp_path, "cadangan", **way | {"KSKD": str(slow)}), start_new_session=True)
    try:
        held = tmp_path / (".jadwal.tsv.cadangan.kunci" + (".d/pid" if way else ""))
        until = time.monotonic() + 20
        while not held.exists() and time.monotonic() < until:
            time.sleep(0.02)
        time.sleep(0.3)
        done = _job(tmp_path, "cadangan", **way | {"KSKD": str(quick)})
        assert (done.returncode, "masih berjalan" in done.stderr) == (75, True)
        assert _job(tmp_path, "bulan", **way | {"KSKD": str(quick)}).returncode == 0
    finally:
        os.killpg(first.pid, 9)
        first.wait()
    assert _job(tmp_path, "cadangan", **way | {"KSKD": str(quick)}).returncode == 0
    assert [row[1:3] for row in _log(tmp_path)] == [["bulan", "0"], ["cadangan", "0"]]


@pytest.mark.parametrize(
    "words",
    ["", "tahun", "bulan 2024-13", "semester 2024-S3", "pengingat lisan", "cadangan x", "bulan 2024-01 x"],
)
def test_other_words_are_usage(words: str, tmp_path: Path) -> None:
    done = _job(tmp_path, *words.split())
    assert (done.returncode, "tulis bulan" in done.stderr) == (2, True)
    assert not (tmp_path / "jadwal.tsv").exists()


def test_status_next_and_doctor_read_the_log(example: Path, tmp_path: Path, ok: Callable[..., str]) -> None:
    """Reports that are silent, and a run that failed; nothing is said before the first."""
    assert json.loads(ok("status", "--format", "json"))["runs"] == []
    (tmp_path / "jadwal.tsv").write_text(
        "bukan baris\n2024-10-01T06:00:00+0700\tbulan\t0\t3\n2024-12-31T20:00:00+0700\tcadangan\t1\t0\n",
        "utf-8",
    )
    told = json.loads(ok("status", "--as-of", "2024-12-31", "--format", "json"))
    assert told["runs"] == [
        {"job": "bulan", "at": "2024-10-01T06:00:00", "status": 0, "good_on": "2024-10-01"},
        {"job": "cadangan", "at": "2024-12-31T20:00:00", "status": 1, "good_on": None},
    ]
    assert told["silences"] == [{"kind": "laporan", "days": 91}]
    assert "Jadwal cadangan\tgagal 31/12/2024 20:00, status 1" in ok("status")
    assert "bulan: tidak dibuat selama 91 hari" in ok("status", "--as-of", "2024-12-31")
    ok("setting", "set", "report-silence-days", "100")
    assert json.loads(ok("status", "--as-of", "2024-12-31", "--format", "json"))["silences"] == []


def test_crontab_lines_are_what_cron_reads() -> None:
    """Five fields and a job that there is; every variable is one that the script knows."""
    lines = [line for line in (CRON / "crontab").read_text("utf-8").splitlines() if line and line[0] != "#"]
    variables = [line.partition("=")[0] for line in lines if re.match(r"[A-Z_]+=", line)]
    jobs = [line for line in lines if not re.match(r"[A-Z_]+=", line)]
    found = [re.fullmatch(r"(?:[\d*/,-]+ ){5}/bin/sh \S+/jadwal\.sh ([a-z]+)", job) for job in jobs]
    assert [one[1] for one in found if one] == list(JOBS)
    known = SCRIPT.read_text("utf-8")
    assert all(name in known for name in variables if name.startswith("KSKD"))


def test_each_timer_starts_its_job() -> None:
    for job in JOBS:
        timer = (CRON / f"kskd-{job}.timer").read_text("utf-8")
        assert f"Unit=kskd@{job}.service" in timer
    service = (CRON / "kskd@.service").read_text("utf-8")
    assert "jadwal.sh %i" in service


def test_the_task_of_windows_knows_the_same_jobs() -> None:
    """Not run here: what it registers, and the row that it leaves."""
    text = (CRON / "jadwal.ps1").read_text("utf-8")
    assert all(f"'kskd {job}'" in text and f"    '{job}' {{" in text for job in JOBS)
    assert "`t$Job`t$status`t$seconds" in text
