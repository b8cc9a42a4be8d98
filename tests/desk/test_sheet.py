"""The columns of a sheet that is filled by hand or in a spreadsheet."""

from __future__ import annotations

from kskd.desk.sheet import evaluation_columns
from kskd.domain.implementation import NOT_ASSESSABLE, NOT_ASSESSABLE_LABEL
from tests.desk.desk_sheet import INTI


def test_a_hint_names_an_answer_as_the_sheet_offers_it_and_never_by_its_code() -> None:
    told = [(one.hint or "", dict(one.choices)) for one in evaluation_columns(INTI, has_own=False)]
    assert [hint for hint, _ in told if NOT_ASSESSABLE in hint] == []
    named = [offered for hint, offered in told if f"jawab “{NOT_ASSESSABLE_LABEL}”" in hint]
    assert named
    assert all(NOT_ASSESSABLE_LABEL in offered.values() for offered in named)
