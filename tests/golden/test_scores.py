"""Every score in every golden report, made again from the registry's rows by other means than kskd's own."""

from __future__ import annotations

import re
import sqlite3
from collections import defaultdict
from contextlib import closing
from fractions import Fraction
from pathlib import Path

import pytest

from kskd.domain.document.affairs import AFFAIRS
from kskd.domain.document.chain import SCHEME_NAMES
from tests.golden.recounted import Answers, rounded

FILES = Path(__file__).parent / "files"
LISTS = sorted(path for path in FILES.glob("*/*.md") if path.stem in {"rekap", "tkksd"})
RECAPS = sorted(FILES.glob("*/rekap.md"))
SHEETS = sorted(path for path in FILES.glob("*/*.md") if path.stem.isupper())
HTML_LISTS = sorted(path.with_suffix(".html") for path in LISTS if path.with_suffix(".html").exists())
HTML_SHEETS = sorted(path for path in FILES.glob("*/*.html") if path.stem.isupper())
ID = r"[A-Z]+-\d{4}-\d{3}"


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


def scored(words: str) -> str | None:
    """The score in what is said of one document; None where it says that there is none."""
    found = re.search(r"\bnilai (\d+,\d\d) \(", words)
    return found[1] if found else None


def told(page: str) -> dict[str, str | None]:
    """The score that the sheet of an OPD tells of each document that it evaluates.

    The heading names one, the head of a table several; the message has a sentence for each with a report or a
    score.
    """
    heads = re.findall(r"^## Naskah turunan .*|^\| Isi \| .*", page, re.MULTILINE)
    ids = re.findall(ID, " ".join(heads))
    message = " ".join(line for line in page.splitlines() if line.startswith(">"))
    if len(ids) == 1:
        return {ids[0]: scored(message)}
    parts = re.split(rf"({ID}): (?=laporan diterima|nilai)", message)
    assert set(parts[1::2]) <= set(ids)
    return dict.fromkeys(ids) | dict(zip(parts[1::2], map(scored, parts[2::2]), strict=True))


def listed(page: str) -> dict[str, str | None]:
    """The score in each row of the tables with a column on the carrying-out, by document that counts."""
    found: dict[str, str | None] = {}
    for block in page.split("\n\n"):
        if re.match(r"\|.*\| Pelaksanaan \|\n", block):
            rows = re.findall(rf"^\| ({ID}) \|.*\| ([^|]*) \|$", block, re.MULTILINE)
            found |= {one: scored(words) for one, words in rows if words != "tidak dihitung"}
    return found


@pytest.mark.parametrize("path", SHEETS, ids=lambda path: f"{path.parent.name}/{path.name}")
def test_every_score_of_an_opd_follows_from_its_answers(path: Path, answers: Answers) -> None:
    page = path.read_text("utf-8")
    printed = told(page)
    assert printed
    assert printed == {one: answers.of(one, path.parent.name) for one in printed}
    assert any(printed.values()) or "belum lengkap" in page or "belum dilaporkan" in page


@pytest.mark.parametrize("path", LISTS, ids=lambda path: f"{path.parent.name}/{path.name}")
def test_every_score_of_a_list_follows_from_its_answers(path: Path, answers: Answers) -> None:
    printed = listed(path.read_text("utf-8"))
    assert any(printed.values())
    assert printed == {one: answers.of(one, path.parent.name) for one in printed}


@pytest.mark.parametrize("path", HTML_LISTS, ids=lambda path: f"{path.parent.name}/{path.name}")
def test_the_scores_of_a_page_in_html_are_those_of_its_answers(path: Path, answers: Answers) -> None:
    found = re.findall(
        rf'<tr><td data-l="Naskah">(?:<[^>]*>)*({ID})<.*?<td data-l="Pelaksanaan">([^<]*)</td></tr>',
        path.read_text("utf-8"),
    )
    printed = {one: scored(words) for one, words in found if words != "tidak dihitung"}
    assert printed == listed(path.with_suffix(".md").read_text("utf-8"))
    assert printed == {one: answers.of(one, path.parent.name) for one in printed}


@pytest.mark.parametrize("path", HTML_SHEETS, ids=lambda path: f"{path.parent.name}/{path.name}")
def test_the_score_of_a_sheet_in_html_is_that_of_its_answers(path: Path, answers: Answers) -> None:
    page = path.read_text("utf-8")
    (one,) = re.findall(rf"<h2>[^<]*<small>({ID})</small></h2>", page)
    (message,) = re.findall(r'<section class="inti" aria-label="Pokok">(.*?)</section>', page)
    assert scored(message) == answers.of(one, path.parent.name) is not None


@pytest.mark.parametrize("path", RECAPS, ids=lambda path: f"{path.parent.name}/{path.name}")
def test_every_mean_of_a_recap_follows_from_the_answers(
    path: Path, answers: Answers, example_reports: Path
) -> None:
    """Of each OPD and of the Pemda, over the documents that the pages of the OPD and the annex list."""
    period, text = path.parent.name, path.read_text("utf-8")
    everyone: dict[str, Fraction | None] = {}
    for row in table(text, "## Perangkat daerah"):
        page = (example_reports / period / f"{row['OPD'].split()[-1]}.md").read_text("utf-8")
        scores = {one: answers.exact(one, period) for one in told(page)}
        everyone |= scores
        assert row["Rata-rata nilai"] == mean(list(scores.values())), row["OPD"]
    assert everyone.keys() == listed(text).keys()
    wanted = mean(list(everyone.values()))
    value, scored_ = wanted.split(" (")
    (line,) = re.findall(r"^\| Rata-rata nilai \| (.*) \|$", text, re.MULTILINE)
    said = re.match(r"([\d,]+), dari (\d+) di antara (\d+) naskah turunan", line)
    assert said is not None
    assert (said[1], f"{said[2]} dari {said[3]})") == (value, scored_)


@pytest.mark.parametrize("path", RECAPS, ids=lambda path: f"{path.parent.name}/{path.name}")
def test_every_mean_of_a_group_follows_from_the_answers(
    path: Path, answers: Answers, example_registry: Path
) -> None:
    """By scheme and by affair; a document of two affairs counts in both."""
    period, text = path.parent.name, path.read_text("utf-8")
    groups: dict[str, list[str]] = defaultdict(list)
    with closing(sqlite3.connect(example_registry)) as con:
        for one in listed(text):
            (scheme,) = con.execute("SELECT scheme FROM agreement WHERE id = ?", (one,)).fetchone()
            groups[SCHEME_NAMES[scheme]].append(one)
            for (affair,) in con.execute("SELECT code FROM affair WHERE agreement = ?", (one,)):
                groups[f"{affair} {AFFAIRS[affair]}"].append(one)
    rows = [
        row for name in ("Menurut bentuk kerja sama", "Menurut urusan") for row in table(text, f"## {name}\n")
    ]
    assert {row["Golongan"]: row["Rata-rata nilai"] for row in rows} == {
        name: mean([answers.exact(one, period) for one in ids]) for name, ids in groups.items()
    }
    assert {row["Golongan"]: row["Naskah turunan"] for row in rows} == {
        name: str(len(ids)) for name, ids in groups.items()
    }


def mean(scores: list[Fraction | None]) -> str:
    """The mean of the scores there are, each rounded as printed, and of how many."""
    known = [Fraction(rounded(one).replace(",", ".")) for one in scores if one is not None]
    value = rounded(sum(known, Fraction(0)) / len(known)) if known else "–"
    return f"{value} ({len(known)} dari {len(scores)})" if scores else value
