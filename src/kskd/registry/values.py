"""Days as the registry keeps them: ISO text, EDTF where one may be known in part, NULL when unknown."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from kskd.domain.values.days import Day


def day(text: str | None) -> date | None:
    """The day that a column holds."""
    return date.fromisoformat(text) if text else None


def iso(value: date | Day | None) -> str | None:
    """The text that a column holds for a day."""
    return str(value) if value else None
