"""The chapter "Minggu pertama" of the guide: its commands run, its screens and picture are real."""

from __future__ import annotations

import re

import pytest

pytest.importorskip("pty")

from bench import screen

pytestmark = pytest.mark.slow


@pytest.fixture(scope="module")
def ran(tmp_path_factory: pytest.TempPathFactory) -> list[screen.Ran]:
    """The chapter, done once."""
    return screen.run(screen.chapter(), tmp_path_factory.mktemp("minggu-pertama"))


def test_at_most_fifteen_commands_lead_to_the_report(ran: list[screen.Ran]) -> None:
    """All succeed; only what leaves rows behind ends with 3, and the repaired file leaves none."""
    assert len(ran) <= 15
    left = [one.line for one in ran if one.status]
    assert {one.status for one in ran} == {0, 3}
    assert left == ["kskd import daftar.csv --dry-run", *["kskd import daftar.csv --yes"] * 2]
    assert "kskd import daftar.karantina.csv --yes" in [one.line for one in ran]
    (report,) = [one.text for one in ran if one.line.startswith("kskd report")]
    assert all(f"laporan/2024-S2/{page}.html" in report for page in ("DINKES", "DLH", "rekap", "index"))


def test_what_the_chapter_shows_is_on_the_screen(ran: list[screen.Ran]) -> None:
    """Line for line and in order; a line of one … stands for lines that are left out."""
    shown = [one for one in ran if one.shown]
    assert len(shown) >= 5
    for one in shown:
        lines = ("(?:.*\n)*" if line == "…" else re.escape(line) + "\n" for line in one.shown.splitlines())
        assert re.fullmatch("".join(lines), one.text + "\n"), one.line


def test_the_picture_is_what_the_command_shows_now(ran: list[screen.Ran]) -> None:
    """`make screen` would not change it, and it fetches nothing from anywhere."""
    drawn = screen.PICTURE.read_text("utf-8")
    assert drawn == screen.picture(ran), "run make screen"
    assert not re.search(r"url\((?!#)|href|<script", drawn)
