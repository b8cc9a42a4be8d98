"""What the journal is told of one change to the registry."""

from datetime import datetime
from typing import NamedTuple


class Act(NamedTuple):
    """What the journal says about a change: when, who, by which command, why, and which letter asked for it."""

    at: datetime
    who: str
    command: str
    reason: str | None = None
    letter: str | None = None
