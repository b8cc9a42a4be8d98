"""What goes to each OPD and what is handed over, beside the rows counted again by other means."""

from __future__ import annotations

import csv
import re
import shutil
import sqlite3
from collections import Counter
from contextlib import closing
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from kskd.workflows.handing import handover, packages
from tests.conftest import invoke, succeed
from tests.golden.lacking_cases import fill
from tests.golden.listed import Rows, words
from tests.golden.recounted import last_day
from tests.golden.recounted_gaps import KINDS, Lacking
from tests.golden.test_handed_figures import _grid, _index
from tests.golden.test_letter_figures import _lacking

if TYPE_CHECKING:
    from collections.abc import Callable

    from tests.conftest import Once

PACKED = [
    ("2024-07-20", "2024-S1"), ("2024-07-31", "2024-S1"), ("2025-01-15", "2024-S2"), ("2025-01-31", "2024"),
    ("2025-04-01", "2025-Q1"),
]  # fmt: skip


def at(day: str, patch: pytest.MonkeyPatch) -> None:
    """Let it be noon of a day."""
    noon = datetime.fromisoformat(f"{day}T12:00:00").replace(tzinfo=UTC)
    patch.setenv("SOURCE_DATE_EPOCH", str(int(noon.timestamp())))


@pytest.fixture
def pack(monkeypatch: pytest.MonkeyPatch) -> Callable[..., Path]:
    """Make the packages of a period on a day, with pages in one format alone; gives their folder."""
    monkeypatch.setattr(packages, "formats", lambda: ("html",))

    def make(day: str, period: str, *more: str | Path) -> Path:
        at(day, monkeypatch)
        succeed("package", "--period", period, "--out", "p", *more)
        return Path("p", period)

    return make


@pytest.fixture
def changed(example_registry: Path, once: Once, tmp_path: Path) -> Path:
    """A copy of the example with the cases that it lacks."""
    return Path(shutil.copy(once("lacking", lambda: fill(example_registry)) / "kskd.db", tmp_path))


def unit(path: Path, code: str, day: str) -> str:
    """Who does the work of an OPD on a day."""
    with closing(sqlite3.connect(path)) as con:
        while True:
            heir = con.execute(
                "SELECT successor FROM opd WHERE code = ? AND valid_to < ? AND successor IS NOT NULL",
                (code, day),
            ).fetchone()
            if heir is None:
                return code
            (code,) = heir


def are_told(path: Path, made: Path, day: str, period: str) -> int:
    """Compare the gaps in each package with the rows; gives how many there are."""
    as_of, folders = min(day, last_day(period)), _index(made)
    wanted: dict[str, list[list[str]]] = {code: [] for code in folders}
    for one in Lacking(path, day).missing():
        line = [one.agreement, KINDS[one.kind], one.what, words(one.since), str(one.days)]
        wanted[unit(path, one.opd, as_of)].append(line)
    for code, files in folders.items():
        told = [[*one.values()] for one in _grid(made / code / "kekurangan.csv")]
        assert told == wanted[code], code
        assert ("kekurangan.csv" in files) == bool(told)
    assert f"Kekurangan dan pesan: keadaan {words(day)}." in (made / "index.md").read_text("utf-8")
    return sum(map(len, wanted.values()))


@pytest.mark.parametrize(("day", "period"), PACKED)
def test_each_package_tells_what_its_opd_lacks(
    example: Path, pack: Callable[..., Path], day: str, period: str
) -> None:
    assert are_told(example, pack(day, period), day, period) > 0


@pytest.mark.parametrize(("day", "period"), [("2025-01-15", "2024-S2"), ("2025-01-15", "2025-S1")])
def test_each_package_of_a_registry_with_every_case_tells_what_its_opd_lacks(
    changed: Path, pack: Callable[..., Path], day: str, period: str
) -> None:
    assert are_told(changed, pack(day, period), day, period) > 100


@pytest.mark.parametrize(("day", "period"), PACKED[1:3])
def test_the_letter_in_a_package_counts_what_goes_with_it(
    example: Path, pack: Callable[..., Path], day: str, period: str
) -> None:
    made, rows = pack(day, period), Rows(example, min(day, last_day(period)), period)
    lead = {key: str(one["lead_opd"]) for key, one in rows.known.items()}
    lacking = _lacking(example, rows)
    for code, files in _index(made).items():
        counted = sum(lead[key] == code for key in rows.counted())
        mine = Counter({key: number for key, number in lacking.items() if lead[key] == code != "BAG-KS"})
        asked, listed = mine.total(), _grid(made / code / "data-perlu-dilengkapi.csv")
        assert Counter(one["Naskah"] for one in listed) == mine
        assert all(one["Judul"] == rows.known[one["Naskah"]]["title"] for one in listed)
        assert ("data-perlu-dilengkapi.csv" in files) == bool(asked)
        text = (made / code / f"{code}-surat-pengantar.html").read_text("utf-8")
        letter = re.sub(r"\s+", " ", re.sub(r"<[^>]+>", " ", text))
        assert f"{counted or 'belum ada'} naskah turunan yang dievaluasi" in letter
        assert re.findall(r"(\d+) hal\b", letter) == ([str(asked)] if asked else [])
        assert f"{1 + bool(asked)} berkas" in letter


def test_who_carries_on_the_work_gets_the_message_and_the_next_sheet(
    changed: Path, pack: Callable[..., Path]
) -> None:
    """On the last day of the period it had another code than it has today."""
    assert unit(changed, "DISNAKER", "2024-12-31") == "DISNAKER"
    assert unit(changed, "DISNAKER", "2025-01-15") == "NAKER"
    files = _index(pack("2025-01-15", "2024-S2"))
    assert "NAKER" not in files
    assert {"pesan.txt", "desk-2025-S1.xlsx"} <= files["DISNAKER"]


BACK = {  # file, row, column, what is typed into it, whether it can be taken
    "DISKOPDAG-2024-S2-evaluasi.csv": [
        (3, "implementation", "Dilaksanakan penuh", True), (3, "item:tepat-waktu", "Kapan-kapan", False),
        (3, "item:keluaran", "Tercapai sebagian", True), (3, "reported_on", "31/2/2025", False),
        (4, "implementation", "Entah", False),
    ],
    "DLH-2024-S2-target.csv": [(3, "realisation", "banyak", False)],
    "DINKES-2024-S2-evaluasi.csv": [],
}  # fmt: skip


def _answer(path: Path, cells: list[tuple[int, str, str, bool]]) -> list[str]:
    """Fill a sheet in; gives the addresses of the cells that cannot be taken."""
    with path.open(encoding="utf-8-sig", newline="") as file:
        grid = [*csv.reader(file, delimiter=";")]
    refused = []
    for row, key, text, is_good in cells:
        column = grid[0].index(key)
        grid[row - 1][column] = text
        first = chr(64 + column // 26) if column > 25 else ""
        refused += [] if is_good else [f"{first}{chr(65 + column % 26)}{row}"]
    with path.open("w", encoding="utf-8-sig", newline="") as file:
        csv.writer(file, delimiter=";").writerows(grid)
    return refused


def test_refused_cells_are_those_that_were_filled_in_wrongly(
    example: Path, pack: Callable[..., Path], monkeypatch: pytest.MonkeyPatch
) -> None:
    at("2025-01-14", monkeypatch)
    succeed("desk", "export", "--period", "2024-S2", "--format", "csv", "--out", "d")
    paths = [Path("d", name) for name in BACK]
    refused = {path.name.partition("-")[0]: _answer(path, BACK[path.name]) for path in paths}
    assert invoke("desk", "import", *paths, "--yes").status == 3
    for returned in ([], [*paths, paths[0]]):
        made = pack("2025-01-15", "2024-S2", *(part for path in returned for part in ("--returned", path)))
        for code in _index(made):
            told = _grid(made / code / "sel-ditolak.csv")
            cells = [one["Sel"].partition(" sel ")[2].partition(" ")[0] for one in told]
            assert cells == (refused.get(code, []) if returned else []), code
            name = next((path.name for path in paths if path.name.startswith(f"{code}-")), "")
            assert all(one["Sel"].startswith(name) and one["Mengapa tidak dapat diambil"] for one in told)
            back = [[*one.values()] for one in _grid(made / code / "lembar-kembali.csv")]
            good = sum(is_good for *_, is_good in BACK.get(name, []))
            wrong = len(refused.get(code, []))
            assert back == ([["14 Januari 2025", str(good), str(wrong)]] if wrong else []), code


def test_a_return_is_told_to_who_carries_on_the_work(
    example: Path, pack: Callable[..., Path], monkeypatch: pytest.MonkeyPatch
) -> None:
    """What came back of an OPD whose new code was recorded after that."""
    del example
    at("2025-01-14", monkeypatch)
    succeed("desk", "export", "--period", "2024-S2", "--format", "csv", "--out", "d", "--opd", "DLH")
    path = Path("d", "DLH-2024-S2-target.csv")
    _answer(path, BACK[path.name])
    assert invoke("desk", "import", path, "--yes").status == 3
    succeed(
        "opd", "rename", "DLH", "--code", "LINGKUNGAN", "--name", "Dinas Lingkungan", "--on", "2024-12-30"
    )
    made = pack("2025-01-15", "2024-S2", "--opd", "LINGKUNGAN")
    assert [*_index(made)] == ["LINGKUNGAN"]
    (told,) = _grid(made / "LINGKUNGAN" / "lembar-kembali.csv")
    assert [*told.values()] == ["14 Januari 2025", "0", "1"]


def _handed(day: str, patch: pytest.MonkeyPatch) -> str:
    """The words of the page that is handed over on a day."""
    at(day, patch)
    patch.setattr(handover, "formats", lambda: ("html",))
    succeed("handover", "--out", "h")
    text = Path("h", f"serah-terima-{day}", "serah-terima.html").read_text("utf-8")
    return re.sub(r"\s+", " ", re.sub(r"<[^>]+>", " ", text))


def test_the_backup_that_is_handed_over_is_the_newest(example: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("TZ", "UTC")
    del example
    assert "Belum ada cadangan yang baik. Folder cadangan: cadangan." in _handed("2025-01-15", monkeypatch)
    for day in ("2025-01-16", "2025-01-17"):
        at(day, monkeypatch)
        succeed("backup")
        succeed("opd", "alias", "DLH", f"Dinas {day}")
    at("2025-01-18", monkeypatch)
    succeed("backup")
    for day, change in (("2025-01-19", "sama"), ("2025-01-20", "berubah")):
        if change == "berubah":
            succeed("opd", "alias", "DLH", "Dinas Lain")
        newest = max(Path("cadangan").iterdir(), key=lambda one: one.name).name
        after = "; registri berubah sesudahnya" if change == "berubah" else ""
        told = f"Cadangan terakhir {newest}, dibuat 2025-01-18 pukul 12:00:00{after}."
        assert told in _handed(day, monkeypatch)
        kept = [*Path("h", f"serah-terima-{day}", "cadangan").iterdir()]
        assert [one.name for one in kept] == [newest]
        assert kept[0].read_bytes() == Path("cadangan", newest).read_bytes()


PEOPLE = [
    ("Kepala Subbagian A", "--role", "penghubung", "--opd", "RSUD", "--valid-from", "2025-01-10"),
    ("Kepala Subbagian B", "--role", "penghubung", "--opd", "DLH", "--valid-to", "2025-01-14"),
    ("Kepala Subbagian C", "--role", "kontak", "--partner", "Universitas Contoh", "--valid-to", "2025-01-15"),
    ("Staf D", "--role", "kontak", "--agreement", "PKS-2024-001", "--valid-from", "2025-01-16"),
    ("Staf E", "--role", "kontak", "--agreement", "PKS-2024-002"),
    ("Staf F", "--role", "kontak"),
]


@pytest.mark.parametrize("day", ["2025-01-09", "2025-01-15", "2025-01-16"])
def test_whom_to_ask_is_who_holds_the_office_on_the_day(
    example: Path, monkeypatch: pytest.MonkeyPatch, day: str
) -> None:
    for office, *more in PEOPLE:
        succeed("official", "add", "--office", office, "--name", "Seseorang Rahasia", *more)
    with closing(sqlite3.connect(example)) as con:
        wanted = con.execute(
            "SELECT upper(substr(p.role, 1, 1)) || substr(p.role, 2), p.office,"
            " coalesce(o.name, m.name, p.agreement, '–') FROM official p"
            " LEFT JOIN opd o ON o.code = p.opd LEFT JOIN partner m ON m.id = p.partner"
            " WHERE p.role IN ('penghubung', 'kontak') AND coalesce(p.valid_from, '') <= ?1"
            " AND coalesce(p.valid_to, '9') >= ?1 ORDER BY p.id",
            (day,),
        ).fetchall()
    text = _handed(day, monkeypatch)
    part = text.partition("Kepada siapa bertanya")[2].partition("Hanya jabatan")[0]
    assert part.partition("Untuk")[2].split() == " ".join(map(" ".join, wanted)).split()
    assert "Rahasia" not in text
