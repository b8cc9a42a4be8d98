"""Signers who are recorded as persons with an office, so that their office is known where only a name was written."""

from collections.abc import Mapping
from typing import NamedTuple

from kskd.domain.document.offices import is_head
from kskd.domain.values.days import Day
from kskd.domain.values.names import key
from kskd.registry.session import Session
from kskd.rules.case import Case
from kskd.rules.parts import Seat


class Held(NamedTuple):
    """The office that a signer held from the one ISO day to the other, None while they hold it."""

    office: str
    first: str
    last: str | None


Signers = Mapping[tuple[int | None, str], tuple[Held, ...]]
"""The terms of each signer, by the partner for whom they act (None: the Pemda) and the key of their name."""


def read_signers(session: Session) -> Signers:
    """Everyone who is recorded as a signer with a name and a first day: without it nothing is known of any other."""
    found: dict[tuple[int | None, str], tuple[Held, ...]] = {}
    for partner, name, *term in session.con.execute(
        "SELECT partner, name, office, valid_from, valid_to FROM official"
        " WHERE role = 'penanda-tangan' AND name IS NOT NULL AND valid_from IS NOT NULL ORDER BY id"
    ):
        at = (partner, key(name))
        found[at] = (*found.get(at, ()), Held(*term))
    return found


def with_offices(case: Case, signers: Signers) -> Case:
    """The document with the office of the day of signing behind each signer who is told by name alone.

    Of several offices at a time a head's comes first: it is enough to sign. Whose term does not hold on every day
    on which the document may have been signed stays as written.
    """
    day = case.signed or Day.of(case.office.as_of)
    seats = tuple(_with_office(seat, signers, day) if seat.office else seat for seat in case.seats)
    return case._replace(seats=seats) if seats != case.seats else case


def _with_office(seat: Seat, signers: Signers, day: Day | None) -> Seat:
    terms = signers.get((seat.partner, key(seat.office or "")), ())
    if day is None or not terms:
        return seat
    first, last = day.earliest.isoformat(), day.latest.isoformat()
    held = [one.office for one in terms if one.first <= first and last <= (one.last or "9")]
    held.sort(key=lambda office: is_head(office) is not True)
    return seat._replace(office=", ".join((seat.office or "", *held))) if held else seat
