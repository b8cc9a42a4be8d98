"""What is handed over and what letters say in figures, beside the rows of the example counted again."""

from __future__ import annotations

import csv
import re
import sqlite3
from collections import Counter
from contextlib import closing
from datetime import UTC, date, datetime, timedelta
from typing import TYPE_CHECKING

import pytest

from kskd.domain.values.period import Period
from kskd.reporting.basis import Basis
from kskd.reporting.kinds.serah_terima import DueLine, SerahTerima, serah_terima
from kskd.workflows.access import Access
from kskd.workflows.handing.page import read_around, read_beside
from kskd.workflows.reports.making import read_facts
from tests.golden.dues import PAPERS, due
from tests.golden.recounted import Registry, last_day
from tests.golden.test_figures import Both, decided

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

DAYS = [
    ("2024-06-30", "2024-S1", "2023-S2", "2024-12-30"), ("2024-12-31", "2024-S2", "2024-S1", "2025-06-30"),
    ("2025-01-15", "2025-S1", "2024-S2", "2025-07-15"), ("2025-01-31", "2025-S1", "2024-S2", "2025-07-31"),
    ("2025-04-01", "2025-S1", "2024-S2", "2025-10-01"),
]  # fmt: skip
TITLES = {  # said where the day that stands in a sentence is known in part
    "Masa berlaku berakhir": "berakhir", "Mulai membahas perpanjangan": "Bahas",
    "KB ditindaklanjuti dengan PKS": "Susun",
}  # fmt: skip
PAPER_WORDS = tuple(what for _, what, *_ in PAPERS)
WORDS = ("Usul", "Bahas", "Susun", "Jawaban", "DPRD", "Tindak", "Laporan")

handed = pytest.mark.parametrize(("day", "running", "full", "until"), DAYS)


def _page(path: Path, day: str, full: str) -> SerahTerima:
    noon = datetime.fromisoformat(f"{day}T12:00:00").replace(tzinfo=UTC)
    access, as_of = Access(path, noon, "analis", "uji"), date.fromisoformat(day)
    with access.reading() as session:
        facts = read_facts(session, access)
        beside = read_beside(session, access, facts, as_of, read_around(session, access))
    return serah_terima(Basis(facts, Period.parse(full), as_of), beside)


@handed
def test_what_a_successor_takes_over(registry: Path, day: str, running: str, full: str, until: str) -> None:
    page, rows = _page(registry, day, full), Registry(registry, running, day)
    assert (page.total, page.in_force) == (len(rows.known), len(rows.active()))
    assert page.beside.until.isoformat() == until
    assert {(one.agreement, one.number): one.age_days for one in page.obstacles} == {
        (one["agreement"], one["number"]): max(0, rows.days(day, last_day(one["opened"])))
        for one in rows.open_obstacles()
    }
    assert {(one.agreement, one.number): one.days_overdue for one in page.actions} == {
        (one["agreement"], one["number"]):
            rows.days(day, one["due_on"]) if one["due_on"] and one["due_on"] < day else None
        for one in rows.open_actions()
    }  # fmt: skip
    where = {key: str(one["original_place"]) for key, one in rows.known.items() if one["original_place"]}
    assert {key: one.name for one in page.places for key in one.ids} == where
    assert sum(len(one.ids) for one in page.places) == len(where)
    assert sorted(page.placeless) == sorted({*rows.signed()} - where.keys())
    with closing(sqlite3.connect(registry)) as con:
        lost = {key for (key,) in con.execute("SELECT agreement FROM fact WHERE key = 'paper_missing'")}
        links = con.execute("SELECT count(DISTINCT path) FROM file").fetchone()[0]
    assert {one.id for one in page.unfound} == lost & rows.known.keys()
    assert (page.beside.linked, page.beside.files) == (links, ())


@handed
def test_what_a_successor_has_to_have_decided(
    registry: Path, day: str, running: str, full: str, until: str
) -> None:
    del running, until
    page = _page(registry, day, full)
    access = Access(registry, datetime(2025, 1, 15, tzinfo=UTC), "analis", "uji")
    with access.reading() as session:
        both = Both(read_facts(session), registry, full, day)
    wanted = decided(both.rows, both.past)
    if sum(map(bool, wanted.values())) > 5:
        wanted["rest"] = wanted.pop("barren") | wanted.pop("silent")
    told: dict[str, set[str]] = {key: set() for key in wanted}
    for one in page.decisions:
        told[one.reason] |= {row.id for row in one.rows}
    assert told == wanted


@handed
def test_the_dates_of_six_months(registry: Path, day: str, running: str, full: str, until: str) -> None:
    page, rows = _page(registry, day, full), Registry(registry, running, day)
    wanted = due(registry, rows, running)
    told = [(one.due_on.isoformat(), one.agreement, _short(one)) for one in page.beside.dates]
    assert Counter(told) == Counter(one[:3] for one in wanted if one[3] <= until)
    assert told == sorted(told, key=lambda one: one[0])
    for one in page.beside.dates:
        assert one.days_left == rows.days(one.due_on.isoformat(), day)
        assert one.opd == (rows.known[one.agreement]["lead_opd"] if one.agreement else one.opd)


def _short(one: DueLine) -> str:
    """What a line is about."""
    if one.what in TITLES:
        return TITLES[one.what]
    if " berakhir; " in one.what and not one.what.startswith("Bahas"):
        return "berakhir"
    words = PAPER_WORDS if one.agreement is None else ()
    return next(word for word in (*words, *WORDS) if one.what.startswith(word))


@pytest.mark.parametrize(("day", "full"), [("2024-06-30", "2023-S2"), ("2025-01-15", "2024-S2")])
def test_the_index_of_a_handover_counts_the_files_that_are_there(
    example: Path, ok: Callable[..., str], monkeypatch: pytest.MonkeyPatch, day: str, full: str
) -> None:
    noon = datetime.fromisoformat(f"{day}T12:00:00").replace(tzinfo=UTC)
    monkeypatch.setenv("SOURCE_DATE_EPOCH", str(int(noon.timestamp())))
    ok("handover", "--out", "h")
    folders = _index(example.parent / "h")
    assert [*folders] == [f"serah-terima-{day}"]
    made = example.parent / "h" / f"serah-terima-{day}"
    assert (made / "laporan" / full).is_dir()
    dates = _grid(made / "tanggal-enam-bulan.csv")
    days = [(one["Tanggal"], int(one["Hari"].lstrip("'"))) for one in dates]
    overdue = sum(left < 0 for _, left in days)
    assert all(date.fromisoformat(on) == noon.date() + timedelta(left) for on, left in days)
    told = (made / "serah-terima.html").read_text("utf-8")
    assert f"{overdue} tenggat sudah lewat" in told
    with closing(sqlite3.connect(example)) as con:
        lines = [*con.execute("SELECT key FROM setting")]
    set_here = [one for one in (made / "pengaturan.txt").read_text("utf-8").splitlines() if " = " in one]
    assert sum(not one.endswith("  (bawaan)") for one in set_here) == len(lines)


@pytest.mark.parametrize(("day", "period"), [("2025-01-15", "2024-S2"), ("2024-07-20", "2024-S1")])
def test_the_index_of_packages_counts_the_files_that_are_there(
    example: Path, ok: Callable[..., str], monkeypatch: pytest.MonkeyPatch, day: str, period: str
) -> None:
    noon = datetime.fromisoformat(f"{day}T12:00:00").replace(tzinfo=UTC)
    monkeypatch.setenv("SOURCE_DATE_EPOCH", str(int(noon.timestamp())))
    ok("package", "--period", period, "--out", "p")
    folders = _index(example.parent / "p" / period)
    rows = Registry(example, period, min(day, last_day(period)))
    with closing(sqlite3.connect(example)) as con:
        beside = {
            opd
            for agreement, opd in con.execute("SELECT agreement, opd FROM support_opd")
            if agreement in rows.known
        }
    assert {*folders} == {one["lead_opd"] for one in rows.known.values()} | beside
    as_now = Registry(example, period, day)
    for code, files in folders.items():
        assert {"docx", "html", "pdf"} == {
            one.rpartition(".")[2] for one in files if one.startswith(f"{code}.")
        }
        told = _grid(example.parent / "p" / period / code / "kekurangan.csv")
        for one in told:
            assert as_now.known[one["Naskah"]]["lead_opd"] == code
        late = Counter(
            (one["agreement"], as_now.days(day, one["due_on"]))
            for one in as_now.open_actions()
            if one["due_on"] and one["due_on"] < day and as_now.known[one["agreement"]]["lead_opd"] == code
        )
        overdue = (one for one in told if one["Kekurangan"] == "Tindak lanjut lewat tenggat")
        assert Counter((one["Naskah"], int(one["Hari"])) for one in overdue) == late


def _grid(path: Path) -> list[dict[str, str]]:
    """The rows of a table; none where there is no file."""
    if not path.exists():
        return []
    with path.open(encoding="utf-8-sig", newline="") as file:
        return [*csv.DictReader(file, delimiter=";")]


def _index(made: Path) -> dict[str, set[str]]:
    """The files of each folder as they lie there, beside an index that counts and names each of them."""
    files = [one for one in made.rglob("*") if one.is_file() and one.parent != made]
    folders: dict[str, set[str]] = {}
    for one in files:
        folder, _, name = one.relative_to(made).as_posix().partition("/")
        folders.setdefault(folder, set()).add(name)
    told = (made / "index.md").read_text("utf-8")
    counted = re.search(r"\*\*(\d+) berkas dalam (\d+) (?:paket|folder)\.\*\*", told)
    assert counted is not None
    assert (int(counted[1]), int(counted[2])) == (len(files), len(folders))
    named = set()
    for part in re.split(r"^## ", told, flags=re.MULTILINE)[1:]:
        heading = re.search(r"\(([^()]+)\)$", part.splitlines()[0])
        assert heading is not None
        for cell in re.findall(r"^\| (?!Isi|---)[^|]+ \| (.+) \|$", part, flags=re.MULTILINE):
            for stems, endings in re.findall(r"([^;]+) \(([^)]+)\)", cell):
                place, _, names = stems.strip().rpartition(": ")
                named |= {
                    f"{heading[1]}/{place}/{stem}.{ending}".replace("//", "/")
                    for stem in names.split(", ")
                    for ending in endings.split(", ")
                }
    assert named == {one.relative_to(made).as_posix() for one in files}
    return folders
