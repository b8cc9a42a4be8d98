"""SQL and the domain agree on the days of a period."""

from __future__ import annotations

import sqlite3
from contextlib import closing

from hypothesis import given
from hypothesis import strategies as st

from kskd.domain.values.dates import FIRST_YEAR, LAST_YEAR
from kskd.domain.values.period import Period
from kskd.registry.twins.periods import BEGINS, ENDS

PARTS = (
    "",
    "-S1",
    "-S2",
    *(f"-Q{number}" for number in range(1, 5)),
    *(f"-{number:02}" for number in range(1, 13)),
)


@given(st.integers(FIRST_YEAR, LAST_YEAR))
def test_every_period_of_a_year_begins_and_ends_on_the_domains_days(year: int) -> None:
    codes = [f"{year}{part}" for part in PARTS]
    with closing(sqlite3.connect(":memory:")) as con:
        con.execute("CREATE TABLE t (code)")
        con.executemany("INSERT INTO t VALUES (?)", [(code,) for code in codes])
        sql = f"SELECT {BEGINS.format('code')}, {ENDS.format('code')} FROM t ORDER BY rowid"  # noqa: S608
        days = con.execute(sql).fetchall()
    periods = [Period.parse(code) for code in codes]
    assert days == [(one.start.isoformat(), one.end.isoformat()) for one in periods]
