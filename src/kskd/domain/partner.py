"""Mitra: the other parties of a cooperation."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from kskd.domain.told import Told

if TYPE_CHECKING:
    from kskd.domain.choices import PartnerKind


@dataclass(frozen=True, slots=True)
class Partner(Told):
    """One partner under today's name; ``kind`` is None while unknown."""

    id: int
    name: str
    kind: PartnerKind | None = None
    aliases: tuple[str, ...] = ()
    merged_into: int | None = None
