"""How long something was not done that is to be done again and again."""

from datetime import date


def silence(allowed: int, last: date | None, as_of: date) -> int | None:
    """Days since it was last done when they are more than ``allowed``.

    None also before the first time: who never began has not fallen silent.
    """
    if last is None:
        return None
    days = (as_of - last).days
    return days if days > allowed else None
