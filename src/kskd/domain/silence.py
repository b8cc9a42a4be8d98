"""How long nobody was reminded: apart from what a reminder tells, since ``next`` and ``status`` ask it."""

from datetime import date


def silence(allowed: int, reminded_on: date | None, as_of: date) -> int | None:
    """Days since a run of ``remind`` when they are more than ``allowed``.

    None also before the first run: who never began has not fallen silent.
    """
    if reminded_on is None:
        return None
    days = (as_of - reminded_on).days
    return days if days > allowed else None
