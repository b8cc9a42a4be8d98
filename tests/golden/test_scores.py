"""Every score in every golden report, made again from the registry's rows by other means than kskd's own.

What is here stands on the instrument's text and the laws of ``docs/panduan.md`` alone: fractions instead of
decimals, tables of rows instead of the domain's objects.
"""

from __future__ import annotations

import re
import sqlite3
import tomllib
from collections import defaultdict
from contextlib import closing
from fractions import Fraction
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from collections.abc import Iterable

FILES = Path(__file__).parent / "files"
OPD_PAGES = sorted(path for path in FILES.glob("*/*.md") if path.stem not in {"index", "rekap"})
RECAPS = sorted(FILES.glob("*/rekap.md"))
HTML_PAGES = sorted(path for path in FILES.glob("*/*.html") if path.stem not in {"index", "rekap"})
ENDS = {"S1": 6, "S2": 12, "Q1": 3, "Q2": 6, "Q3": 9, "Q4": 12}
MONTHS = {"S": 6, "Q": 3}

Span = tuple[int, int]  # first and last month of a period, counted from the year 0


def span(code: str) -> Span:
    """The months that a period covers."""
    year, _, part = code.partition("-")
    last = int(year) * 12 + (ENDS[part] if part in ENDS else int(part or 12))
    length = 12 if not part else MONTHS.get(part[0], 1)
    return last - length + 1, last


def shown(periods: Iterable[str], report: str) -> str | None:
    """What a report shows: an evaluation within its period, or for one shorter than a semester the last."""
    first, last = span(report)
    short = last - first < 5
    fit = [
        one for one in periods
        if span(one)[1] <= last and (short or span(one)[0] >= first)
    ]  # fmt: skip
    return max(fit, key=lambda one: (span(one)[1], one == report, span(one)[0]), default=None)


def rounded(value: Fraction) -> str:
    """Two decimals, halves upwards, with a comma."""
    cents = (value * 100 + Fraction(1, 2)).__floor__()
    return f"{cents // 100},{cents % 100:02}"


class Answers:
    """What the registry holds of every evaluation, and the score that follows from it."""

    def __init__(self, path: Path) -> None:
        with closing(sqlite3.connect(path)) as con:
            self.instruments = {
                one: tomllib.loads(text, parse_float=Fraction)
                for one, text in con.execute("SELECT id, text FROM instrument")
            }
            self.evaluations = {
                (agreement, period): (instrument, state)
                for agreement, period, instrument, state in con.execute(
                    "SELECT agreement, period, instrument, implementation FROM evaluation"
                )
            }
            self.answers: dict[tuple[str, str], dict[str, str]] = defaultdict(dict)
            for agreement, period, item, option in con.execute(
                "SELECT agreement, period, item, option FROM answer"
            ):
                self.answers[agreement, period][item] = option
            self.proven = {
                (agreement, period, item)
                for agreement, period, item in con.execute("SELECT agreement, period, item FROM evidence")
            }

    def of(self, agreement: str, report: str) -> str | None:
        """The score of a document in a report, as it is printed; None without one."""
        exact = self.exact(agreement, report)
        return None if exact is None else rounded(exact)

    def exact(self, agreement: str, report: str) -> Fraction | None:
        """The same before it is rounded."""
        period = shown((when for one, when in self.evaluations if one == agreement), report)
        if period is None:
            return None
        instrument, state = self.evaluations[agreement, period]
        asked = self.instruments[instrument]
        demand = asked.get("evidence", {"items": [], "cap": 1})
        total = Fraction(0)
        for item in asked["items"]:
            given = self.answers[agreement, period].get(item["code"])
            if item.get("from_implementation"):
                given = state
            worth = {option["code"]: Fraction(option["value"]) for option in item["options"]}.get(given)
            if worth is None:
                return None
            if item["code"] in demand["items"] and (agreement, period, item["code"]) not in self.proven:
                worth = min(worth, Fraction(demand["cap"]))
            total += Fraction(item["weight"]) * worth
        return total


@pytest.fixture(scope="module")
def answers(example_registry: Path) -> Answers:
    return Answers(example_registry)


def table(text: str, heading: str) -> list[dict[str, str]]:
    """The rows of the first Markdown table under a heading, by column."""
    lines = text.split(heading, 1)[1].splitlines()
    at = next(number for number, line in enumerate(lines) if line.startswith("|"))
    names = [cell.strip() for cell in lines[at].strip("|").split("|")]
    rows = []
    for line in lines[at + 2 :]:
        if not line.startswith("|"):
            break
        cells = (cell.strip() for cell in re.split(r"(?<!\\)\|", line.strip("|")))
        rows.append(dict(zip(names, cells, strict=True)))
    return rows


def evaluated(page: str) -> dict[str, str]:
    """The cell with the score, by document, of an OPD's page."""
    heading = "### Naskah turunan yang dievaluasi"
    if "Tidak ada naskah turunan yang dievaluasi" in page:
        return {}
    return {row["Naskah"].split(",")[0]: row["Nilai"] for row in table(page, heading)}


@pytest.mark.parametrize("path", OPD_PAGES, ids=lambda path: f"{path.parent.name}/{path.name}")
def test_every_score_of_an_opd_follows_from_its_answers(path: Path, answers: Answers) -> None:
    cells = evaluated(path.read_text("utf-8"))
    printed = {
        one: found[0] if (found := re.match(r"\d+,\d\d", cell)) else None for one, cell in cells.items()
    }
    assert printed == {one: answers.of(one, path.parent.name) for one in cells}
    assert "belum lengkap" in str(cells) or any(printed.values()) or not cells or "belum ada" in str(cells)


@pytest.mark.parametrize("path", HTML_PAGES, ids=lambda path: f"{path.parent.name}/{path.name}")
def test_the_scores_of_a_page_in_html_are_those_of_its_answers(path: Path, answers: Answers) -> None:
    found = re.findall(
        r'<strong class="pendek">([A-Z]+-\d{4}-\d{3})</strong>.*?'
        r'data-label="Nilai">\s*(?:<strong>([\d,]+)</strong>)?',
        path.read_text("utf-8").split("Naskah payung</h3>")[0].split("dievaluasi</h3>")[-1],
        re.DOTALL,
    )
    assert found
    assert [(one, value or None) for one, value in found] == [
        (one, answers.of(one, path.parent.name)) for one, _ in found
    ]


@pytest.mark.parametrize("path", RECAPS, ids=lambda path: f"{path.parent.name}/{path.name}")
def test_every_mean_of_a_recap_follows_from_the_answers(
    path: Path, answers: Answers, example_reports: Path
) -> None:
    """Of each OPD and of the Pemda, over the documents that the pages of the OPD list."""
    period, text = path.parent.name, path.read_text("utf-8")
    everyone: list[Fraction | None] = []
    for row in table(text, "## 5. Perangkat daerah"):
        page = (example_reports / period / f"{row['OPD']}.md").read_text("utf-8")
        scores = [answers.exact(one, period) for one in evaluated(page)]
        everyone += scores
        assert row["Rata-rata nilai"] == mean(scores), row["OPD"]
    (line,) = re.findall(r"^Rata-rata nilai: (.*)$", text, re.MULTILINE)
    wanted = mean(everyone)
    value, scored = wanted.split(" (")
    told = re.match(r"\*\*([\d,]+)\*\*, dari (\d+) naskah bernilai di antara (\d+)", line)
    assert told is not None
    assert (told[1], f"{told[2]} dari {told[3]})") == (value, scored)
    totals = [row for row in table(text, "### Menurut urusan") if row["Urusan"] == "**Jumlah naskah**"]
    assert [row["Rata-rata nilai"] for row in totals] == [wanted]


def mean(scores: list[Fraction | None]) -> str:
    """The mean of the scores there are, each rounded as printed, and of how many."""
    known = [Fraction(rounded(one).replace(",", ".")) for one in scores if one is not None]
    value = rounded(sum(known, Fraction(0)) / len(known)) if known else "–"
    return f"{value} ({len(known)} dari {len(scores)})"
