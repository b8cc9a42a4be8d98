"""A day off, as a list that an office imports tells it."""

from datetime import date
from typing import NamedTuple


class Holiday(NamedTuple):
    """A day off, what it is called, and the decree that says so."""

    day: date
    name: str
    source: str
