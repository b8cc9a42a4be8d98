"""The index of a period: its counts, each of its links and what it says of blanks, beside pages and rows."""

from __future__ import annotations

import json
import re
from collections import Counter
from typing import TYPE_CHECKING, Any

import pytest

from tests.conftest import succeed
from tests.golden.enriched import enriched
from tests.golden.pages_read import said, tables, texts
from tests.golden.recounted import last_day
from tests.golden.recounted_recap import Recap
from tests.golden.test_recap_tables import some

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from tests.conftest import Once

__all__ = ["enriched"]

PERIODS = [
    ("2024-S1", "2024-06-30"), ("2024-S2", "2024-12-31"), ("2024-S2", "2025-01-31"), ("2024", "2025-01-31"),
    ("2024-11", "2024-11-30"), ("2023-Q4", "2023-12-31"), ("2018", "2018-12-31"),
]  # fmt: skip
ENDS = {".json": None, ".md": r"\]\(([^)]*)\)", ".html": r'<a href="([^"]*)"'}
"""The endings of pages, and how a link stands in them."""
WHOLE = {"index", "ringkasan", "rekap"}


@pytest.fixture(params=PERIODS, ids="-".join)
def made(request: pytest.FixtureRequest, enriched: Path, once: Once) -> tuple[Recap, Path]:
    """The rows of a period, and the folder of its pages, made once."""
    report, as_of = request.param

    def fill() -> None:
        asked = ("--period", report, "--as-of", as_of, "--format", "json,md,html", "--out", ".")
        succeed("report", "--db", enriched, *asked)

    return Recap(enriched, report, as_of), once(f"indeks-{report}-{as_of}", fill) / report


def _parts(path: Path) -> list[dict[str, Any]]:
    items: list[dict[str, Any]] = json.loads(path.read_text("utf-8"))["items"]
    return items


def _blanks(value: object) -> Iterator[str]:
    """What stays open in parts: what is marked so, and name and NIP of who signs."""
    if isinstance(value, list):
        for one in value:
            yield from _blanks(one)
    elif isinstance(value, dict):
        if value.get("part") == "blank":
            yield value["what"]
        elif value.get("part") == "signer":
            lacks = [what for what, key in (("nama", "name"), ("NIP", "number")) if value[key] is None]
            if lacks:
                yield f"{' dan '.join(lacks)} {value['office']}"
        else:
            yield from _blanks(list(value.values()))


def test_an_index_counts_documents_and_opd(made: tuple[Recap, Path]) -> None:
    rows, folder = made
    parts = _parts(folder / "index.json")
    busy = {code for code in rows.opds if rows.leads(code) or rows.beside(code)}
    (message,) = (one for one in parts if one["part"] == "message")
    in_force = sum(rows.status(key) == "active" for key in rows.known)
    lead = f"{len(rows.known)} naskah, {in_force} berlaku, pada {len(busy)} perangkat daerah."
    assert said(message["lead"]) == lead
    found = {row[0]: row[1:] for table in tables(parts) for row in table}
    assert [*found] == sorted(busy)
    for code, cells in found.items():
        leads = rows.leads(code)
        counted = [key for key in rows.counted() if key in leads]
        assert cells == [
            rows.opds[code]["name"], str(len(leads)), str(len(rows.beside(code))),
            some(rows.reported(counted)), str(rows.gaps(leads).total()),
        ]  # fmt: skip


def test_an_index_names_the_opd_that_have_nothing(made: tuple[Recap, Path]) -> None:
    """Those that are there in the period, under the name they have then; not those that are yet to come."""
    rows, folder = made
    idle = [
        f"{one['name']} ({code})"
        for code, one in sorted(rows.opds.items())
        if not rows.leads(code) and not rows.beside(code) and rows.opd_now(code) == code
        and (one["valid_from"] or "") <= last_day(rows.report) and (one["valid_to"] or "9") >= rows.first
    ]  # fmt: skip
    notes = [one for one in texts(_parts(folder / "index.json"), "note") if one.startswith("Tanpa")]
    assert notes == ([f"Tanpa kerja sama: {'; '.join(idle)}."] if idle else [])


def test_an_index_leads_to_each_page_and_to_no_other(made: tuple[Recap, Path]) -> None:
    rows, folder = made
    names = WHOLE | {code for code in rows.opds if rows.leads(code) or rows.beside(code)}
    assert {one.name for one in folder.iterdir()} == {f"{one}{end}" for one in names for end in ENDS}
    for end, link in ENDS.items():
        if link is not None:
            hrefs = re.findall(link, (folder / f"index{end}").read_text("utf-8"))
            assert Counter(hrefs) == Counter(f"{one}{end}" for one in names - {"index"})
    (table,) = (
        (one for one in _parts(folder / "index.json") if one["part"] == "table") if names > WHOLE else ({},)
    )
    for row in table.get("body", ()):
        link = row["cells"][1][0]
        title = json.loads((folder / f"{link['page']}.json").read_text("utf-8"))["title"]
        assert (link["page"], link["text"]) == (said(row["cells"][0]), rows.opds[link["page"]]["name"])
        assert title.endswith(link["text"])


def test_an_index_tells_what_stays_blank_on_how_many_pages(made: tuple[Recap, Path]) -> None:
    _, folder = made
    pages = [one for one in folder.glob("*.json") if one.stem != "index"]
    blank = Counter(what for one in pages for what in {*_blanks(_parts(one))})
    assert blank
    (note,) = (one for one in texts(_parts(folder / "index.json"), "note") if one.startswith("Belum terisi"))
    told = re.findall(r"(?:: |; )(.*?) \((\d+) halaman\)", note)
    assert {what: int(count) for what, count in told} == blank
    counts = [int(count) for _, count in told]
    assert counts == sorted(counts, reverse=True)
