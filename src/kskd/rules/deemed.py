"""Until when the DPRD may take a stand before its silence is consent."""

from datetime import date, timedelta

from kskd.domain.document.chain import HOME
from kskd.rules.case import Case

DEEMED_DAYS = 45
"""Days from receipt, abroad working days; Permendagri 22/2020 Pasal 12 ayat (4), 34 ayat (6), 56 ayat (6), 25/2020 17."""


def last_day(case: Case, received: date) -> date:
    """The last day on which the DPRD may take a stand."""
    if case.scheme in HOME:
        return received + timedelta(days=DEEMED_DAYS)
    return case.office.calendar.after(received, DEEMED_DAYS)
