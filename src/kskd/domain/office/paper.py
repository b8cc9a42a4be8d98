"""Papers of the office itself: reports that it sends, decrees that it obtains, meetings that it holds."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from kskd.domain.told import Told

if TYPE_CHECKING:
    from datetime import date

    from kskd.domain.values.period import Period


@dataclass(frozen=True, slots=True)
class OfficePaper(Told):
    """One paper: its kind (see ``rules.papers``) and period, when and to whom it was given, and the proof."""

    id: int
    kind: str
    given_on: date
    period: Period | None = None
    number: str | None = None
    addressee: str | None = None
    receipt: str | None = None
    received_on: date | None = None
    note: str | None = None
    void_reason: str | None = None
