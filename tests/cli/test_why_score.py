"""``why --period`` tells each step of a score and ends in the figure of the report, to the digit."""

from __future__ import annotations

import csv
import io
import re
from typing import TYPE_CHECKING

import pytest

from tests.cli.command_line import Ok, Refused, document

if TYPE_CHECKING:
    from pathlib import Path

PKS = "PKS-2024-001"


def scores(page: str) -> dict[str, str]:
    """The printed score of each evaluated document, in the annex of the recap."""
    part = page.split("## Lampiran 1. ")[1].split("## Lampiran 2. ", maxsplit=1)[0]
    return dict(re.findall(r"^\| ([A-Z]+-\d{4}-\d{3}) \|.*?nilai ([\d,]+) \([A-Z]", part, re.MULTILINE))


@pytest.mark.parametrize("period", ["2024-S1", "2024-S2", "2024-11", "2024"])
def test_it_ends_in_the_figure_of_the_report(
    period: str, example: Path, example_reports: Path, ok: Ok
) -> None:
    """Of every scored document of every OPD: points add up, and the rounded sum is what the page prints."""
    printed = scores((example_reports / period / "rekap.md").read_text("utf-8"))
    assert len(printed) >= 8
    day = "2024-11-30" if period == "2024-11" else "2024-06-30" if period == "2024-S1" else "2024-12-31"
    for one, figure in list(printed.items())[:6]:
        told = document(ok("why", one, "--period", period, "--as-of", day, "--format", "json"))
        assert f"{told['score']:.2f}".replace(".", ",") == figure
        assert sum(item["points"] for item in told["items"]) == pytest.approx(told["total"])
        assert [scale["is_borrowed"] for scale in told["borrowed_scales"]] == [True, True]
        last = ok("why", one, "--period", period, "--as-of", day, "--format", "table").splitlines()[-2:]
        assert figure in " ".join(last)


@pytest.fixture
def disputed(busy: Path, ok: Ok) -> Path:
    """The PKS with every kind of line: a claim, a proof, an open item, one not assessable, two voices."""
    ok("evaluate", PKS, "--period", "2024-S1", "--implementation", "penuh", "--answer", "keluaran=tercapai",
       "--answer", "hasil=nyata", "--evidence", "hasil=Data layanan", "--answer",
       "tepat-waktu=tidak-dapat-dinilai", "--answer", "koordinasi=baik")  # fmt: skip
    ok("evaluate", PKS, "--period", "2024-S1", "--answer", "koordinasi=sangat-baik", "--voice", "opd")
    return busy


def test_a_table_tells_disagreement_first_and_claims_caps_and_gaps(disputed: Path, ok: Ok) -> None:
    told = ok("why", PKS, "--period", "2024-S1", "--format", "table")
    lines = [" ".join(line.split()) for line in told.splitlines()]
    assert lines[1] == "Berbeda: koordinasi OPD: Sangat baik; dihitung: Baik"
    assert "keluaran Tercapai seluruhnya; 18 × 1, dibatasi 0,5 = 9; pernyataan tanpa bukti" in lines
    assert "hasil Nyata; 22 × 1 = 22; bukti: Data layanan" in lines
    assert "tepat-waktu tidak dapat dinilai; bobot 6, tidak ada perolehan" in lines
    assert "relevansi belum terjawab; bobot 6, tidak ada perolehan" in lines
    assert lines[-1].startswith("Nilai belum ada")


def test_csv_and_markdown_have_a_row_an_item_and_the_end_below(disputed: Path, ok: Ok) -> None:
    rows = list(csv.DictReader(io.StringIO(ok("why", PKS, "--period", "2024-S1", "--format", "csv"))))
    by_item = {row["item"]: row for row in rows}
    claim = by_item["keluaran"]
    assert (claim["weight"], claim["value"], claim["cap"], claim["points"]) == ("18.0", "1.0", "0.5", "9.0")
    assert by_item["koordinasi"]["opd_answer"] == "sangat-baik"
    assert rows[-1]["item"] == "Nilai"
    assert "| keluaran |" in ok("why", PKS, "--period", "2024-S1", "--format", "md")


def test_what_was_never_reported_has_no_score_to_explain(busy: Path, refused: Refused) -> None:
    assert "kskd evaluate PKS-2024-001 --period 2023" in refused("why", PKS, "--period", "2023")


def test_without_a_period_it_is_the_status_that_is_explained(busy: Path, ok: Ok) -> None:
    assert document(ok("why", PKS, "--format", "json"))["status"] == "active"
