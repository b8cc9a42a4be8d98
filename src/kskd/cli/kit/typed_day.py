"""Days that a person types as counted from today."""

from datetime import date

from kskd.cli.kit.context import now
from kskd.cli.kit.talk import say
from kskd.domain.values.text import quote


def typed_day(text: str) -> str:
    """The day as ISO where a person typed "besok" or its like, which is then told; else the text.

    A month that is spelt wrong is told too.
    """
    if not any(map(str.isalpha, text)):
        return text
    from kskd.domain.values.dates import beside_today, format_date, respelt_month

    if note := respelt_month(text):
        say(note)
    day = beside_today(text, now().date())
    if day is None:
        return text
    say(f"{quote(text)} dibaca {format_date(day)}.")
    return day.isoformat()


def day_said(text: str | None) -> date | None:
    """The day of an option; None where it was not said."""
    if not text:
        return None
    from kskd.domain.values.dates import read_date

    return read_date(text)
