"""Persons with an office: entering them, correcting them, and who held an office on a day."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from kskd.domain.choices import OfficialRole, read_choice
from kskd.domain.field import Typed
from kskd.domain.office.official import Official
from kskd.domain.told import read_told, worded
from kskd.domain.values import names
from kskd.domain.values.dates import format_date
from kskd.domain.values.text import quote
from kskd.domain.values.warning import warning
from kskd.errors import refusal
from kskd.registry.session import Session
from kskd.registry.tables import agreements, opds, partners
from kskd.registry.tables import officials as store
from kskd.workflows import lookup
from kskd.workflows.access import Access
from kskd.workflows.changes import Change, confirm


@dataclass(frozen=True, slots=True)
class OfficialRow:
    """Somebody in an office, with the name of the partner for whom they act."""

    official: Official
    partner: str | None


def add(access: Access, typed: Mapping[str, Typed]) -> Official:
    """Enter somebody in an office; the same in the same term is refused."""
    said = read_told(access.subjects.official, typed)
    with access.writing() as session:
        _find(session, said)
        one = Official(0, said["office"], said["role"]).telling(said)
        _refuse_impossible(session, one)
        for other in store.read_officials(session).values():
            if _fingerprint(other) == _fingerprint(one):
                raise refusal("official-known", number=other.id)
        number = store.insert_official(session, one)
        added = store.read_officials(session)[number]
    _tell_odd(access, added)
    return added


def update(access: Access, number: int, typed: Mapping[str, Typed]) -> tuple[Official, tuple[Change, ...]]:
    """Fill or correct what is recorded of one; a correction needs a reason."""
    said = read_told(access.subjects.official, typed)
    with access.writing() as session:
        _find(session, said)
        old = _numbered(session, number)
        new = old.telling(said)
        _refuse_impossible(session, new)
        before, after = _words(session, access, old), _words(session, access, new)
        changes = confirm(before, after, access.reason)
        store.update_official(session, new)
    if (old.mail, old.phone) != (new.mail, new.phone):
        _tell_odd(access, new)
    return new, changes


def _tell_odd(access: Access, one: Official) -> None:
    for option, what, value in one.oddities:
        then = f'bila salah ketik, kskd official update {one.id} {option} NILAI --reason "…"'
        access.tell(warning(f"{what} {quote(value)} tidak berbentuk {what}", then))


def listing(
    access: Access, *, as_of: date, roles: tuple[str, ...], units: tuple[str, ...], everyone: bool
) -> list[OfficialRow]:
    """Who held an office on the day, by role, unit and number; with ``everyone`` also before and after it."""
    wanted = {read_choice(text, OfficialRole, "--role") for text in roles}
    with access.reading() as session:
        codes = lookup.units(session, units, as_of)
        known = partners.read_partners(session)
        found = [
            one
            for one in store.read_officials(session).values()
            if (everyone or one.holds(as_of))
            and (not wanted or one.role in wanted)
            and (codes is None or one.opd in codes)
        ]
    order = list(OfficialRole)
    found.sort(key=lambda one: (order.index(one.role), one.opd or "", one.id))
    return [OfficialRow(one, known[one.partner].name if one.partner else None) for one in found]


def show(access: Access, number: int) -> OfficialRow:
    """One by number."""
    with access.reading() as session:
        one = _numbered(session, number)
        return OfficialRow(one, _partner(session, one))


def _find(session: Session, said: dict[str, Any]) -> None:
    """Put the code of the unit and the number of the partner in the place of what was typed."""
    if said.get("opd"):
        said["opd"] = lookup.opd_code(opds.read_opds(session), said["opd"])
    if said.get("partner"):
        said["partner"] = lookup.read_partner(session, said["partner"]).id
    if said.get("agreement"):
        said["agreement"] = lookup.agreement_id(session, said["agreement"])


def _numbered(session: Session, number: int) -> Official:
    one = store.read_officials(session).get(number)
    if one is None:
        raise refusal("official-not-found", number=number)
    return one


def _refuse_impossible(session: Session, one: Official) -> None:
    if one.opd and one.partner:
        raise refusal("options-exclusive", options="--opd dan --partner")
    if one.position and one.role is not OfficialRole.TEAM:
        raise refusal("position-without-team")
    if one.agreement and one.role is not OfficialRole.CONTACT:
        raise refusal("agreement-without-contact", role=one.role)
    if one.agreement and one.partner:
        parties = agreements.read_agreement(session, one.agreement).parties
        if one.partner not in {party.partner for party in parties}:
            raise refusal("contact-of-stranger", partner=_partner(session, one), id=one.agreement)
    if one.valid_from and one.valid_to and one.valid_to < one.valid_from:
        raise refusal(
            "office-ends-before-start", end=format_date(one.valid_to), start=format_date(one.valid_from)
        )


def _fingerprint(one: Official) -> tuple[object, ...]:
    """What makes two entries one, so that a command may be repeated without harm."""
    name = names.key(one.name) if one.name else None
    return name, names.key(one.office), one.role, one.opd, one.partner, one.agreement, one.valid_from


def _words(session: Session, access: Access, one: Official) -> dict[str, str | None]:
    return worded(access.subjects.official, one) | {"Mitra": _partner(session, one)}


def _partner(session: Session, one: Official) -> str | None:
    return partners.read_partners(session)[one.partner].name if one.partner else None
