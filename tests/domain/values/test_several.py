"""Several values in one cell come back as they were, and what offices write keeps its meaning."""

from __future__ import annotations

import json
import sqlite3
from contextlib import closing

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kskd.domain.values.several import IN_CELL, in_cell, several

PIECES = st.sampled_from(
    ["a", "b c", ";", "; ", '"', '""', "- ", "• ", "1. ", "12) ", "-", "2024-1", "“x”", ","]
)
VALUES = st.lists(PIECES, min_size=1, max_size=5).map(lambda parts: " ".join("".join(parts).split()))


@given(st.lists(VALUES.filter(bool), min_size=1, max_size=4))
def test_values_come_back_as_they_were_also_from_sql(values: list[str]) -> None:
    cell = in_cell(values)
    assert several(cell) == values
    with closing(sqlite3.connect(":memory:")) as con:
        sql = f"SELECT {IN_CELL.format('told')} FROM (SELECT value AS told FROM json_each(?))"  # noqa: S608
        assert con.execute(sql, (json.dumps(values),)).fetchone() == (cell,)


@pytest.mark.parametrize(
    ("cell", "values"),
    [
        ("a; b", ["a", "b"]),
        ("1. a 2. b", ["a ", "b"]),
        ("- a\n- b; c", ["a", "b; c"]),
        ('"Sister City"; lain', ['"Sister City"', "lain"]),
        ('"Sister City"', ['"Sister City"']),
        ('"a; b"; c', ["a; b", "c"]),
        ('- a\n"b"', ["a", '"b"']),
        ("", []),
    ],
)
def test_what_an_office_writes_keeps_its_meaning(cell: str, values: list[str]) -> None:
    assert several(cell) == values
