"""``remind``: each threshold is told once with the real count of days, and nothing is lost."""

from __future__ import annotations

import os
import re
import shutil
import tempfile
from calendar import timegm
from datetime import date, timedelta
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from kskd.domain.values.dates import read_date
from tests.cli.command_line import faults, table

if TYPE_CHECKING:
    from .command_line import Ok, Refused, Run

pytestmark = pytest.mark.slow

KB = "KB-2024-001"  # of DINKES; ends 20 February 2029
END = date(2029, 2, 20)
THRESHOLDS = (180, 90, 30, 7, 0)


def at(day: date) -> None:
    """From now on it is this day."""
    os.environ["SOURCE_DATE_EPOCH"] = str(timegm((*day.timetuple()[:3], 0, 0, 0)))


@pytest.fixture(autouse=True)
def clock(monkeypatch: pytest.MonkeyPatch) -> None:
    """Whatever day a test makes it, the next begins on the usual one."""
    monkeypatch.setenv("SOURCE_DATE_EPOCH", os.environ["SOURCE_DATE_EPOCH"])


def ends_told(text: str) -> list[tuple[date, str]]:
    """Ends of the KB that a short message tells as new: the day, and the count in words."""
    new = "\n".join(part.partition("Sudah lewat:")[0] for part in text.split("=== "))
    found = re.findall(rf"^- {KB}: Kesepakatan Bersama berakhir.*?, ([^,(]*) \(([^)]*)\)$", new, re.MULTILINE)
    return [(read_date(day), count) for day, count in found]


def told_on(ok: Ok, day: date, *args: str) -> list[tuple[date, str]]:
    at(day)
    return ends_told(ok("remind", "--form", "pesan", *args))


def before(days: int) -> date:
    return END - timedelta(days=days)


def test_each_threshold_is_told_once_with_the_real_count(desk: Path, ok: Ok) -> None:
    """A run a day from 200 days before the end to 10 after it tells five times."""
    found = {
        days: told_on(ok, before(days)) for days in (200, 181, 180, 179, 90, 30, 29, 8, 7, 1, 0, -1, -10)
    }
    assert {days: told for days, told in found.items() if told} == {
        days: [(END, f"{days} hari lagi" if days else "hari ini")] for days in THRESHOLDS
    }


def test_a_missed_week_is_caught_up(desk: Path, ok: Ok) -> None:
    """The run that should have been 30 days before comes 23 days before, and says so."""
    assert told_on(ok, before(37)) == [(END, "37 hari lagi")]
    assert told_on(ok, before(23)) == [(END, "23 hari lagi")]
    assert told_on(ok, before(22)) == []


def test_a_missed_quarter_is_told_once_at_the_threshold_of_the_day(desk: Path, ok: Ok) -> None:
    """Between 170 and 5 days before the end nobody ran it: 90, 30 and 7 become one telling."""
    assert told_on(ok, before(170)) == [(END, "170 hari lagi")]
    assert told_on(ok, before(5)) == [(END, "5 hari lagi")]
    rows = [
        row["change"] for row in table(ok("log", "--limit", "1")) if f"masa-berlaku {KB}" in row["change"]
    ]
    assert sorted(int(change.split()[7]) for change in rows) == [7, 30, 90], "those passed over are on record"


def test_twice_a_day_is_once(desk: Path, ok: Ok, run: Run) -> None:
    """The second finds nothing new: silent, and 0, with --since-last; but it leaves a row as every run."""
    assert len(told_on(ok, before(30))) == 1
    again = run("remind", "--since-last")
    assert (again.status, again.out, again.err) == (0, "", "")
    latest = table(ok("log", "--command", "remind", "--limit", "1"))
    assert "disampaikan 0" in latest[0]["change"]


def test_a_clock_set_back_tells_nothing_twice_and_loses_nothing(desk: Path, ok: Ok, run: Run) -> None:
    """Ahead by mistake it told the end; back again, thresholds only passed over come in their time."""
    assert told_on(ok, before(-3)) == [(END, "lewat 3 hari")]
    at(before(100))
    assert "periksa jam komputer" in run("remind").err
    assert told_on(ok, before(90)) == [(END, "90 hari lagi")]
    assert told_on(ok, before(89)) == []
    assert told_on(ok, before(7)) == [(END, "7 hari lagi")]
    assert told_on(ok, before(0)) == [], "told already"
    assert "lewat 3 hari" in ok("remind", "--dry-run", "--as-of", before(-3).isoformat()), "the standing list"


def test_what_was_extended_in_between_is_not_told_any_more(desk: Path, ok: Ok) -> None:
    """A new end has a ladder of its own; a successor ends it altogether."""
    assert told_on(ok, before(90)) == [(END, "90 hari lagi")]
    at(before(40))
    ok("update", KB, "--ends", "2029-05-20", "--reason", "adendum")
    later = date(2029, 5, 20)
    assert told_on(ok, before(30)) == [(later, "119 hari lagi")]
    ok(
        "add-mou", "--scheme", "ksdpk", "--title", "Lanjutan", "--partner", "Universitas Contoh",
        "--opd", "DINKES", "--signed", before(30).isoformat(), "--years", "5", "--replaces", KB,
    )  # fmt: skip
    assert told_on(ok, before(0)) == []


def test_what_has_passed_becomes_a_standing_list(desk: Path, ok: Ok, run: Run) -> None:
    """It is told as new once and then stands in every text, but does not make one with --since-last."""
    told_on(ok, before(-1))
    at(before(-2))
    text = ok("remind", "--opd", "DINKES")
    assert "Sudah lewat tenggat dan pernah disampaikan:" in text
    assert "Tenggat 20 Februari 2029, lewat 2 hari. Dasar: Permendagri 22/2020 Pasal 32 ayat (3)." in text
    assert run("remind", "--since-last").out == ""


def test_every_opd_gets_its_own_and_nothing_else(busy: Path, ok: Ok, tmp_path: Path) -> None:
    """One file a unit, named by unit and day; a second run of the day never writes over the first."""
    ok("action", "add", "KB-2024-001", "--what", "Rapat lain", "--period", "2024-S2")
    ok("derive-pks", KB, "--title", "Beasiswa", "--opd", "DIKBUD", "--signed", "2024-06-01", "--years", "1")
    at(date(2025, 5, 25))
    paths = [Path(line) for line in ok("remind", "--out", tmp_path / "surat").splitlines()]
    assert [path.name for path in paths] == ["DIKBUD-2025-05-25.txt", "DINKES-2025-05-25.txt"]
    texts = [path.read_text("utf-8") for path in paths]
    assert "PKS-2024-002 – Beasiswa (Universitas Contoh)" in texts[0]
    assert "PKS-2024-001" not in texts[0]
    assert "PKS-2024-002" not in texts[1]
    assert "PKS-2024-001: kendala 1, Dana belum cair" in texts[1]
    assert "KB-2024-001: tindak lanjut 1, Rapat lain (tanpa tenggat)" in texts[1]
    again = [Path(line) for line in ok("remind", "--out", tmp_path / "surat").splitlines()]
    assert [path.name for path in again] == ["DIKBUD-2025-05-25-2.txt", "DINKES-2025-05-25-2.txt"]
    assert [path.read_text("utf-8") for path in paths] == texts


def test_a_dry_run_shows_and_records_nothing(desk: Path, ok: Ok, refused: Refused) -> None:
    """The same text again afterwards; another day than today only so."""
    at(before(30))
    shown = ok("remind", "--dry-run")
    assert ok("remind") == shown
    assert len(ok("log", "--command", "remind").splitlines()) > 1
    assert "--dry-run" in refused("remind", "--as-of", "2029-01-01", status=2)


def test_what_could_not_be_handed_over_is_told_again(desk: Path, ok: Ok, run: Run, tmp_path: Path) -> None:
    """The ledger is written last: a folder that cannot be made, or a template that fails, loses nothing."""
    at(before(30))
    (tmp_path / "penuh").write_text("", encoding="utf-8")
    assert run("remind", "--out", tmp_path / "penuh" / "surat").status == 1
    templates = tmp_path / "templat"
    ok("templates", "eject", templates)
    (templates / "kinds/pengingat-pesan.j2").write_text("{{ p.para(page.tiada) }}", encoding="utf-8")
    failed = run("remind", "--form", "pesan", "--templates", templates)
    assert faults(failed, status=1) == []
    assert told_on(ok, before(30)) == [(END, "30 hari lagi")]


def test_an_office_words_its_own_reminders(desk: Path, ok: Ok, tmp_path: Path) -> None:
    """A template of its own wins; what is in the registry cannot run in it or break its lines."""
    templates = tmp_path / "templat"
    ok("templates", "eject", templates)
    (templates / "kinds/pengingat-pesan.j2").write_text(
        "{% for item in page.new %}{% call p.para() %}{{ item.title }}!{% endcall %}{% endfor %}\n",
        encoding="utf-8",
    )
    ok("update", KB, "--title", "{{ 7*7 }} {% raw %}", "--reason", "uji")
    at(before(30))
    assert "{{ 7*7 }} {% raw %}!" in ok("remind", "--form", "pesan", "--templates", templates)


def test_undo_of_a_run_tells_it_again(desk: Path, ok: Ok) -> None:
    """The ledger is journalled like everything else."""
    assert len(told_on(ok, before(30))) == 1
    ok("undo", "--yes")
    assert len(told_on(ok, before(30))) == 1


def test_a_registry_with_reminders_is_sound(desk: Path, ok: Ok, run: Run) -> None:
    """Clocks and the ledger pass every look of doctor, and go through export and import unchanged."""
    told_on(ok, before(30))
    ok("clock", "start", "penawaran-ksdd", "--partner", "PT Maju Contoh", "--on", "2025-01-02")
    assert "error" not in {row["severity"] for row in table(run("doctor").out)}
    ok("export", "--out", "a.json")
    ok("import", "a.json", "--db", "b.db")
    ok("export", "--db", "b.db", "--out", "b.json")
    assert Path("a.json").read_bytes() == Path("b.json").read_bytes()


def test_thresholds_are_a_setting(desk: Path, ok: Ok, refused: Refused) -> None:
    """Sorted and counted once; no other words."""
    assert ok("setting", "set", "remind-thresholds", "30, 60,30") == "remind-thresholds\t60,30\n"
    assert [bool(told_on(ok, before(days))) for days in (61, 60, 31, 30, 0)] == [
        False,
        True,
        False,
        True,
        False,
    ]
    refused("setting", "set", "remind-thresholds", "30,besok")
    refused("setting", "set", "remind-thresholds", "30,,7")


def test_opd_that_carries_on_is_told(desk: Path, ok: Ok) -> None:
    """The unit that took over gets the text, under its own name."""
    ok("opd", "rename", "DINKES", "--into", "DIKBUD", "--on", "2025-01-02")
    at(before(30))
    told = ok("remind")
    assert told.startswith("=== DIKBUD ===\n")
    assert "\nYth. Kepala Dinas Pendidikan dan Kebudayaan\n" in told


ENDS = st.sampled_from([END, END + timedelta(days=60), END + timedelta(days=365)])
STEPS = st.lists(
    st.one_of(st.integers(-30, 400).map(before), ENDS.map(lambda day: ("ends", day))), min_size=2, max_size=9
)


@settings(max_examples=15, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(STEPS)
def test_whatever_the_order_of_days_and_changes(
    desk: Path, ok: Ok, steps: list[date | tuple[str, date]]
) -> None:
    """After each run the threshold at which the end stands was told, once, with the count of its day."""
    told: list[tuple[date, int]] = []
    end = END
    with tempfile.TemporaryDirectory() as folder:
        path = Path(shutil.copy(desk, folder))
        for step in steps:
            if isinstance(step, tuple):
                ok("update", KB, "--ends", step[1].isoformat(), "--reason", "adendum", "--db", path)
                end = step[1]
                continue
            left = (end - step).days
            standing = min((one for one in THRESHOLDS if left <= one), default=None)
            for due, count in told_on(ok, step, "--db", str(path)):
                said = f"{left} hari lagi" if left > 0 else "hari ini" if left == 0 else f"lewat {-left} hari"
                assert (due, count) == (end, said)
                assert standing is not None
                told.append((due, standing))
            assert len(told) == len(set(told)), "told twice"
            assert standing is None or (end, standing) in told, "lost"
