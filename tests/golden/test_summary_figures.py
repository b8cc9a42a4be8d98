"""Every sentence and cell of a leader's page, also within the reports upwards, beside the rows."""

from __future__ import annotations

import re
from collections import Counter
from typing import TYPE_CHECKING

import pytest

from tests.golden.pages_read import in_order, pages_once, said, tables, texts, under
from tests.golden.test_figures import decided
from tests.golden.test_page_figures import body, lead
from tests.golden.told_summary import PROPOSED, Summary, named
from tests.golden.voiced import enriched, voiced

if TYPE_CHECKING:
    from pathlib import Path

    from tests.conftest import Once
    from tests.golden.pages_read import Parts

__all__ = ["enriched", "voiced"]

PERIODS = [
    ("2024-S1", "2024-06-30"), ("2024-S1", "2024-07-31"), ("2024-S2", "2024-12-31"),
    ("2024-S2", "2025-01-31"), ("2024", "2025-01-31"), ("2024-11", "2024-11-30"), ("2023-S2", "2023-12-31"),
]  # fmt: skip
FIRST = 5
"""OPD that the page itself names on paper of the office's own size; the annex has all."""
Made = tuple[Summary, dict[str, "Parts"]]
"""The rows, and the parts of each page."""


@pytest.fixture(params=PERIODS, ids="-".join)
def made(request: pytest.FixtureRequest, voiced: Path, once: Once) -> Made:
    """The page and the reports that hold it, made once."""
    report, as_of = request.param
    kinds = "ringkasan" if len(report) == 7 and report[5] != "S" else "ringkasan,semester,tkksd"
    pages = pages_once(once, "pokok", voiced, (report, as_of), kinds)
    return Summary(voiced, report, as_of), pages


def _decisions(parts: Parts) -> list[list[str]]:
    """The documents of each decision in the order of the annex."""
    (table,) = tables(under(parts)["Lampiran 1. Naskah di balik setiap angka"])
    told = {row[0]: row[1] for row in table if row[0].startswith("Keputusan nomor ")}
    assert [*told] == [f"Keputusan nomor {at}" for at in range(1, len(told) + 1)]
    return [re.findall(r"\(([A-Z]+-\d{4}-\d{3})\)", one) for one in told.values()]


def test_a_summary_says_how_far_cooperation_came(made: Made) -> None:
    summary, pages = made
    parts = pages["ringkasan"]
    assert lead(parts) == summary.lead()
    asked = len(_decisions(parts))
    ask = f"{asked} hal di bawah" if asked else "Tidak ada hal yang"
    assert body(parts) == f"{summary.compared()}{ask} memerlukan keputusan."
    (squares,) = (part["body"] for part in parts if part["part"] == "squares")
    states = [{state["label"]: {*state["ids"]} for state in one["body"] if state["ids"]} for one in squares]
    assert [
        (one["title"], said(one["note"]), each) for one, each in zip(squares, states, strict=True)
    ] == summary.steps()
    assert texts(under(parts)["Batas data"], "note") == [summary.limits()]


def test_a_summary_names_the_documents_behind_each_figure(made: Made) -> None:
    summary, pages = made
    (table,) = tables(under(pages["ringkasan"])["Lampiran 1. Naskah di balik setiap angka"])
    rows = [[row[0], in_order(row[1])] for row in table if not row[0].startswith("Keputusan nomor ")]
    assert rows == summary.behind()


def test_a_summary_says_what_is_to_be_decided_and_why(made: Made) -> None:
    summary, pages = made
    parts = pages["ringkasan"]
    wanted = {one: ids for one, ids in decided(summary.now, summary.then).items() if ids}
    if len(wanted) > FIRST:
        wanted["rest"] = wanted.pop("barren") | wanted.pop("silent")
    told: dict[str, set[str]] = {}
    made_of = _decisions(parts)
    table = tables(under(parts)["Yang memerlukan keputusan"])[0] if made_of else []
    (annex,) = tables(under(parts)["Lampiran 1. Naskah di balik setiap angka"])
    for at, (row, ids) in enumerate(zip(table, made_of, strict=True), 1):
        (reason,) = (one for one, proposal in PROPOSED.items() if proposal == row[3])
        told[reason] = told.get(reason, set()) | {*ids}
        assert row == [
            str(at), summary.matter(reason, ids), summary.why(reason, ids), PROPOSED[reason],
            summary.due(reason, ids), "[ ] setuju[ ] lain: ……",
        ]  # fmt: skip
        assert [f"Keputusan nomor {at}", "; ".join(map(summary.titled, ids))] in annex
    assert told == wanted
    assert [*told] == [one for one in PROPOSED if one in told]
    assert len(table) <= FIRST


def _notes(summary: Summary, opd: str, numbers: list[int]) -> dict[str, Counter[str]]:
    """What is to be noted of an OPD: by kind the documents, each as often as it is meant."""
    rows = summary.now
    mine = [key for key in rows.counted() if rows.lead(key) == opd]
    lapsed = [
        key
        for key in mine
        if (rows.ends(key) or "9") < rows.as_of and (rows.known[key]["ended_on"] or "9") > rows.as_of
        and not rows.successor(key) and rows.known[key]["doc"] != "rkt"
    ]  # fmt: skip
    late = [one["agreement"] for one in rows.open_actions() if (one["due_on"] or "9") < rows.as_of]
    obstacles = [one["agreement"] for one in rows.open_obstacles()]
    found = {
        "berakhir tanpa penerus": lapsed,
        "belum dilaporkan": [key for key in mine if rows.state(key) is None],
        "belum atau tidak dilaksanakan": [key for key in mine if rows.state(key) in {"belum", "tidak"}],
        "tindak lanjut lewat": [key for key in late if rows.lead(key) == opd],
        "kendala terbuka": [key for key in obstacles if rows.lead(key) == opd],
        "keputusan nomor": [*map(str, numbers)],
    }
    return {what: Counter(ids) for what, ids in found.items() if ids}


def _noted(summary: Summary, opd: str, notes: dict[str, Counter[str]], *, in_full: bool) -> str:
    """The same as the page says it: in full, or with no more than two documents of what is short."""
    rows = summary.now
    said_: list[str] = []
    for what, ids in notes.items():
        if what == "keputusan nomor":
            said_ += [f"{what} {', '.join(ids)}"] if in_full or not said_ else []
            continue
        line = f"{ids.total()} {what}"
        if what == "tindak lanjut lewat":
            days = max(
                rows.days(rows.as_of, one["due_on"])
                for one in rows.open_actions()
                if one["due_on"] and rows.lead(one["agreement"]) == opd
            )
            line += f"{', terlama' if ids.total() > 1 else ''} {days} hari"
        is_short = "lewat" not in what and "kendala" not in what and ids.total() <= 2
        said_.append(line + (f" {named(ids)}" if in_full or is_short else ""))
    return "; ".join(said_)


def test_a_summary_says_what_is_to_be_noted_of_each_opd(made: Made) -> None:
    summary, pages = made
    parts, rows = pages["ringkasan"], summary.now
    numbers: dict[str, list[int]] = {}
    for at, ids in enumerate(_decisions(parts), 1):
        for opd in {*map(rows.lead, ids)}:
            numbers.setdefault(opd, []).append(at)
    leads = sorted({rows.lead(key) for key in rows.known})
    wanted = {opd: _notes(summary, opd, numbers.get(opd, [])) for opd in leads}
    noted = {opd: notes for opd, notes in wanted.items() if notes}
    heads = under(parts)
    annex = tables(heads["Lampiran 2. Perangkat daerah dengan catatan"])[0]
    assert {row[0]: in_order(row[1]) for row in annex} == {
        opd: _noted(summary, opd, notes, in_full=True) for opd, notes in noted.items()
    }
    table = tables(heads["Perangkat daerah yang perlu perhatian"])[0]
    assert [row[0] for row in table] == [row[0] for row in annex[:FIRST]]
    for opd, marks, text in table:
        assert in_order(text) == _noted(summary, opd, noted[opd], in_full=False)
        mine = [key for key in rows.counted() if rows.lead(key) == opd]
        assert marks == " ".join(sorted(rows.state(key) or "belum-dilaporkan" for key in mine))
    quiet = [opd for opd in leads if opd not in noted]
    others = len(noted) - FIRST
    (note,) = texts(heads["Perangkat daerah yang perlu perhatian"], "note")
    told = f"{others} perangkat daerah lain dengan catatan, dan semua" if others > 0 else "Semua"
    assert note.strip() == (
        f"{told} naskahnya: Lampiran 2."
        + (f" Tanpa catatan: {len(quiet)} perangkat daerah ({', '.join(quiet[:10])}" if quiet else "")
        + (", …" if len(quiet) > 10 else "")
        + (")." if quiet else "")
    )


@pytest.mark.parametrize(("kind", "left"), [("semester", set()), ("tkksd", {"signatures"})])
def test_the_reports_upwards_hold_the_summary_as_it_is(made: Made, kind: str, left: set[str]) -> None:
    """All but its head, and in that of the team its signatures, which stand under the letter there."""
    _, pages = made
    if kind in pages:
        page = [one for one in pages["ringkasan"] if one["part"] not in {"letterhead", "title", *left}]
        at = next(at for at, one in enumerate(pages[kind]) if one.get("title") == "Ringkasan") + 1
        assert pages[kind][at : at + len(page)] == page
