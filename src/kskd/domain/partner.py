"""Mitra: the other parties of a cooperation, and the times that one was party to a document.

One that left and came again has a seat for each time.
"""

from __future__ import annotations

from abc import abstractmethod
from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

from kskd.domain.told import Told
from kskd.errors import refusal

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from datetime import date

    from kskd.domain.choices import PartnerKind
    from kskd.domain.document.agreement import Party
    from kskd.domain.values.days import Day


@dataclass(frozen=True, slots=True)
class Partner(Told):
    """One partner under today's name; ``kind`` is None while unknown."""

    id: int
    name: str
    kind: PartnerKind | None = None
    aliases: tuple[str, ...] = ()
    merged_into: int | None = None


class Partners(Mapping[int, Partner]):
    """Partners by number, each found by the key of its name or of one of its other names."""

    __slots__ = ()

    @abstractmethod
    def meant(self, key: str) -> set[int]:
        """Numbers of those that a name of this key (``values.names``) means; of a merged one the other's."""


class AllPartners(dict[int, Partner], Partners):
    """Partners that were read together, merged ones included."""

    def __init__(self, partners: Iterable[Partner] = ()) -> None:
        """Take partners in their order."""
        super().__init__((one.id, one) for one in partners)
        self._numbers: dict[str, set[int]] = {}

    def meant(self, key: str) -> set[int]:
        """As ``Partners.meant``; the keys of all are made when the first is asked for."""
        if not self._numbers:
            from kskd.domain.values import names  # noqa: PLC0415 - start-up

            for one in self.values():
                for label in (one.name, *one.aliases):
                    self._numbers.setdefault(names.key(label), set()).add(one.merged_into or one.id)
        return self._numbers.get(key, set())


def told_apart(parties: Iterable[Party]) -> Iterator[tuple[Party, str]]:
    """Each seat with a name that no other has."""
    times: dict[int | None, int] = {}
    for party in parties:
        before = times.get(party.partner, 0)
        times[party.partner] = before + 1
        which = f" ke-{before}" if before > 1 else ""
        yield party, f"{party.name} (bergabung kembali{which})" if before else party.name


def latest_seats(parties: Iterable[Party]) -> tuple[Party, ...]:
    """The last seat of each partner, in the order in which they first came."""
    return tuple({party.partner: party for party in parties}.values())


def seats_at(parties: Iterable[Party], day: Day) -> tuple[Party, ...]:
    """As ``latest_seats``, of the seats taken by the day; of a partner that came only later, its first."""
    first: dict[int | None, Party] = {}
    for party in parties:
        if party.partner not in first or party.has_joined(day.latest):
            first[party.partner] = party
    return tuple(first.values())


def seats_on(parties: Iterable[Party], as_of: date) -> tuple[Party, ...]:
    """The seats taken by a day, as they were known on it: who had come again had gone before."""
    there = [party for party in parties if party.has_joined(as_of)]
    last = {party.seat for party in latest_seats(there)}
    return tuple(party.on(as_of) if party.seat in last else party for party in there)


def check_seats(parties: Iterable[Party]) -> None:
    """InvalidFact for one who left before it came, and for a partner that came again before it had left."""
    before: dict[int | None, Party] = {}
    for party in parties:
        joined, left = party.joined, party.left
        if joined and left and left.latest < joined.earliest:
            raise refusal("party-left-before-joined", party=party.name, joined=joined.words, left=left.words)
        if (one := before.get(party.partner)) is not None and not _follows(one, party):
            until = f"sampai {one.left.words}" if one.left else "tanpa hari keluar"
            since = joined.words if joined else "sejak semula"
            raise refusal("party-twice-at-once", party=party.name, until=until, since=since)
        before[party.partner] = party


def _follows(one: Party, other: Party) -> bool:
    """Whether the other seat may have been taken after the one was given up."""
    return bool(one.left and other.joined and one.left.earliest <= other.joined.latest)
