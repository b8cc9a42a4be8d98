"""The day on which a report is due, and the day after, on which it is late."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from kskd.domain.document.chain import Scheme
from kskd.domain.reporting_day import is_report_late
from kskd.domain.settings import Government
from kskd.domain.values.period import Period

DAY = timedelta(days=1)
OFFICE = Government({"report-days": "30", "level": "kabupaten"})


@pytest.mark.parametrize(
    ("scheme", "period", "due"),
    [
        (Scheme.KSDPK, "2024-S1", date(2024, 7, 30)),
        (Scheme.KSDD_WAJIB, "2024-S2", date(2025, 1, 30)),
        (Scheme.KSDPK, "2024", date(2025, 1, 30)),  # with the report of its second semester
        (Scheme.KSDPL, "2024", date(2025, 1, 7)),
        (Scheme.KSDLL, "2024", date(2025, 1, 7)),
    ],
)
def test_a_report_is_late_from_the_day_after_that_on_which_it_is_due(
    scheme: Scheme, period: str, due: date
) -> None:
    assert not is_report_late(scheme, Period.parse(period), OFFICE, due)
    assert is_report_late(scheme, Period.parse(period), OFFICE, due + DAY)


@pytest.mark.parametrize(
    ("scheme", "period"),
    [
        (Scheme.KSDPK, "2024-11"), (Scheme.KSDPK, "2024-Q4"),
        (Scheme.KSDPL, "2024-S2"), (Scheme.KSDLL, "2024-12"),
    ],
)  # fmt: skip
def test_what_is_not_owed_is_never_late(scheme: Scheme, period: str) -> None:
    assert not is_report_late(scheme, Period.parse(period), OFFICE, date(2030, 1, 1))
