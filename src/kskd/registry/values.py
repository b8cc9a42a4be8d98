"""Days as the registry keeps them: ISO text, NULL when unknown."""

from __future__ import annotations

from datetime import date


def day(text: str | None) -> date | None:
    """The day that a column holds."""
    return date.fromisoformat(text) if text else None


def iso(value: date | None) -> str | None:
    """The text that a column holds for a day."""
    return value.isoformat() if value else None
