"""Desk cells, options and answers to questions say the same of the same fact: one typed report."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime
from decimal import Decimal
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kskd.cli.evaluation import questions
from kskd.cli.kit import ask
from kskd.desk.pieces import pieces
from kskd.desk.returned import read_returned
from kskd.desk.sheet import EVALUATION, OBSTACLES, TARGETS
from kskd.domain.choices import OBSTACLE_CATEGORIES, FillerRole, Recommendation
from kskd.domain.evaluation import Evidence, Obstacle, Target
from kskd.domain.implementation import NOT_ASSESSABLE, Implementation
from kskd.domain.reported import FurtherEffort, NewObstacle, Reported, ToldEvidence, merged
from kskd.domain.values.dates import format_date
from kskd.domain.values.grid import Cell
from kskd.domain.values.text import clean, listed, says_nothing
from kskd.errors import InvalidText
from kskd.evaluation.advice import Proposal
from kskd.workflows.access import Access
from kskd.workflows.evaluation.evaluating import Questions
from kskd.workflows.evaluation.report_options import read_report
from tests.desk.desk_sheet import IDS, INTI, SHEET, grid
from tests.reporting.reporting_facts import agreement

if TYPE_CHECKING:
    from collections.abc import Iterator

DOCUMENT = IDS[0]
ROW = f"{DOCUMENT}/1"  # of the one target and the one known obstacle of the sheet
TODAY = date(2025, 1, 15)
WAY = Access(Path("kskd.db"), datetime(2025, 1, 15, tzinfo=UTC), "analis", "evaluate")
ITEMS = {item.code: [option.code for option in item.options] for item in INTI.asked_items}


def _is_said(text: str) -> bool:
    """Whether a cell says it: not the many ways to say nothing, nor to leave a question empty."""
    try:
        return clean(text, "teks") == text and not says_nothing(text) and listed(text) == [text]
    except InvalidText:
        return False


TEXTS = st.text(st.characters(exclude_categories=["C"]), min_size=1, max_size=40).map(
    lambda text: " ".join(text.split())
).filter(_is_said)  # fmt: skip
NAMES = TEXTS.filter(lambda text: "=" not in text)  # options part a role or an item from what follows by “=”


def number_of(value: float) -> str:
    """A number as an office types it, digit for digit."""
    return f"{Decimal(repr(value)):f}".replace(".", ",")


NUMBERS = (
    st.floats(-1e15, 1e15).map(lambda value: value + 0.0).filter(lambda value: len(number_of(value)) <= 60)
)


LABELS = {
    column.key.removeprefix("item:"): dict(column.choices)
    for column in SHEET.parts[0].columns
    if column.key.startswith("item:")
}


def maybe(values: st.SearchStrategy[Any]) -> st.SearchStrategy[Any]:
    return st.none() | values


TROUBLE = st.builds(NewObstacle, TEXTS, maybe(st.sampled_from(sorted(OBSTACLE_CATEGORIES))), maybe(TEXTS))
ASKED = st.builds(
    Reported,
    implementation=st.sampled_from(Implementation),
    answers=st.fixed_dictionaries(
        {}, optional={code: st.sampled_from([*options, NOT_ASSESSABLE]) for code, options in ITEMS.items()}
    ),
    obstacles=maybe(TROUBLE).map(lambda one: (one,) if one else ()),
    efforts=maybe(TEXTS).map(lambda text: (FurtherEffort(1, text),) if text else ()),
    closed=st.sampled_from([(), (1,)]),
    realisations=maybe(NUMBERS).map(lambda value: {} if value is None else {1: value}),
    evidence=maybe(NAMES).map(lambda text: (ToldEvidence(Evidence(text)),) if text else ()),
    reported_on=maybe(st.dates(SHEET.period.start, TODAY)),
)
"""What all three can say."""
CELLS = st.builds(
    replace,
    ASKED,
    voice=st.just(FillerRole.OPD),
    unchanged=st.booleans(),
    filler=maybe(NAMES),
    others=maybe(TEXTS),
)
"""What a sheet can say."""


def options_of(one: Reported) -> dict[str, Any]:
    """What is typed after ``evaluate`` to say it."""
    beside = [f" {new.effort}" if new.effort else "-" for new in one.obstacles]
    return {
        "implementation": one.implementation,
        "answer": [f"{item}={option}" for item, option in one.answers.items()],
        "voice": one.voice,
        "unchanged": one.unchanged,
        "filler": [one.filler] if one.filler else [],
        "text": [new.text for new in one.obstacles],
        "category": [new.category or "-" for new in one.obstacles],
        "effort": [*beside, *(f"{effort.obstacle}={effort.text}" for effort in one.efforts)],
        "closed": one.closed,
        "realisation": [f"{number}={number_of(value)}" for number, value in one.realisations.items()],
        "evidence": [told.whole.text for told in one.evidence],
        "reported_on": one.reported_on.isoformat() if one.reported_on else None,
        "recommendation": one.recommendation,
        "recommendation_reason": one.recommendation_reason,
        "others": one.others,
    }


def cells_of(one: Reported, *, is_workbook: bool) -> Iterator[tuple[str, dict[tuple[str, str], Cell | str]]]:
    """What stands in the cells of a sheet that says it, part by part."""
    said: dict[str, Any] = {
        "implementation": one.implementation and one.implementation.label,
        **{f"item:{item}": LABELS[item][option] for item, option in one.answers.items()},
        "unchanged": "Ya" if one.unchanged else "Tidak",
        "filler": one.filler,
        "others": one.others,
        "evidence": "\n".join(told.whole.text for told in one.evidence),
        "reported_on": one.reported_on and format_date(one.reported_on),
    }
    for new in one.obstacles:
        said |= {"obstacle": new.text, "effort": new.effort}
        said["category"] = new.category and OBSTACLE_CATEGORIES[new.category]
    yield EVALUATION, {(DOCUMENT, key): value for key, value in said.items() if value}
    known = [("effort", effort.text) for effort in one.efforts] + [("closed", "Ya") for _ in one.closed]
    yield OBSTACLES, {(ROW, key): value for key, value in known}
    reached = [
        Cell(repr(value), value) if is_workbook else number_of(value) for value in one.realisations.values()
    ]
    yield TARGETS, dict(zip([(ROW, "realisation")], reached, strict=False))


@given(CELLS, st.booleans())
def test_a_sheet_and_options_make_the_same_report(one: Reported, is_workbook: bool) -> None:
    parts = [grid(part, cells) for part, cells in cells_of(one, is_workbook=is_workbook)]
    found = read_returned("DINKES.xlsx", parts, SHEET)
    made = merged(piece.report for piece in pieces(found.answers).get(DOCUMENT, ()))
    assert found.problems == ()
    assert made == one
    assert read_report(WAY, options_of(one)) == one


@given(ASKED, maybe(st.sampled_from(Recommendation)), TEXTS)
def test_answers_to_questions_and_options_make_the_same_report(
    one: Reported, recommendation: Recommendation | None, reason: str
) -> None:
    one = replace(
        one, recommendation=recommendation, recommendation_reason=reason if recommendation else None
    )
    answers = dict(answers_of(one))
    known = Questions(
        agreement(DOCUMENT),
        SHEET.period,
        INTI,
        None,
        (Obstacle(DOCUMENT, 1, "Dana belum cair", None, SHEET.period),),
        (Target(DOCUMENT, 1, "Bidan terlatih"),),
        frozenset(),
        90,
        date(2025, 1, 15),
    )
    other = next(advice for advice in Recommendation if advice is not recommendation)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(ask, "_typed", lambda label, _: answers[label.removesuffix(" (boleh kosong)")])
        patch.setattr(questions, "proposed", lambda *_: Proposal(other, "R0", "uji"))
        made = questions.fill_report(known, Reported(), WAY)
    assert made == one
    assert read_report(WAY, options_of(one)) == one


def answers_of(one: Reported) -> Iterator[tuple[str, str]]:
    """What is typed at each question to say it, by the question."""
    yield "Keadaan pelaksanaan", str(one.implementation)
    for code in ITEMS:
        yield code, one.answers.get(code, "lewati")
    yield "Realisasi: Bidan terlatih", "".join(number_of(value) for value in one.realisations.values())
    yield "Upaya dalam periode ini", "".join(effort.text for effort in one.efforts)
    yield "Sudah selesai? (y/t)", "y" if one.closed else "t"
    yield "Kendala baru", "".join(new.text for new in one.obstacles)
    yield "Kategori", "".join(new.category or "-" for new in one.obstacles)
    yield "Upaya penyelesaian", "".join(new.effort or "" for new in one.obstacles)
    yield "Bukti (nama berkas atau uraian)", "".join(told.whole.text for told in one.evidence)
    yield "Tanggal OPD melapor", one.reported_on.isoformat() if one.reported_on else ""
    yield "Rekomendasi", one.recommendation or "lewati"
    yield "Alasan berbeda dari usulan", one.recommendation_reason or ""
