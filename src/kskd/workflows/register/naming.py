"""The partners that were named: found, or entered where it was said that they are new."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from kskd.domain.document.overlay import with_numbers
from kskd.domain.partner import Partner
from kskd.domain.values.text import quote, require_name, word
from kskd.errors import UnknownPartner, refusal
from kskd.registry.tables import partners
from kskd.workflows import lookup

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from kskd.domain.document.agreement import Party
    from kskd.domain.document.said import Said, SaidOf
    from kskd.registry.session import Session


def resolve_partners(session: Session, said: Said) -> tuple[list[tuple[int, str]], list[str]]:
    """Numbers and names of the partners said, new ones entered when ``--new`` says so, and what was done."""
    known = partners.read_partners(session)
    found: list[tuple[int, str]] = []
    notes: list[str] = []
    entered: list[str] = []
    for text in said.partner:
        try:
            one = lookup.partner(known, text, or_new=True)
        except UnknownPartner as unknown:
            if not said.new:
                raise
            require_name(unknown.name, "nama mitra")
            entered.append(unknown.name)
            if said.partner_kind is not None and len(entered) > 1:
                raise refusal(
                    "partner-kind-of-several", kind=said.partner_kind, names="; ".join(entered)
                ) from None
            number = partners.insert_partner(session, Partner(0, unknown.name, said.partner_kind))
            known = partners.read_partners(session)
            one = known[number]
            notes.append(f"Mitra baru: {one.name}.")
            if (parts := _several(one.name)) is not None:
                split = " ".join(f"--partner {word(part)}" for part in parts)
                notes.append(
                    f"Peringatan: {quote(one.name)} dicatat sebagai satu mitra; bila beberapa,"
                    f" batalkan dengan kskd undo, lalu ulangi dengan {split}."
                )
        else:
            if one.name.casefold() != text.strip().casefold():
                notes.append(f"{text.strip()} dibaca sebagai mitra {one.name}.")
        if one.id in {number for number, _ in found}:
            raise refusal("partner-twice", name=one.name)
        found.append((one.id, one.name))
    return found, notes


def with_further_numbers(session: Session, parties: tuple[Party, ...], said: Said) -> tuple[Party, ...]:
    """The partners' parties with the further numbers that were said added or taken away."""
    if not said.partner_more_number and not said.drop_partner_more_number:
        return parties
    known = partners.read_partners(session)
    more, drop = (
        _by_partner(known, parties, numbers)
        for numbers in (said.partner_more_number, said.drop_partner_more_number)
    )
    return tuple(
        with_numbers(party, more.get(party.partner, ()), drop.get(party.partner, ())) for party in parties
    )


def _by_partner(
    known: Mapping[int, Partner], parties: tuple[Party, ...], numbers: Iterable[SaidOf]
) -> dict[int | None, list[str]]:
    """Numbers by the partner that gave them, which needs no name where there is only one."""
    found: dict[int | None, list[str]] = {}
    for one in numbers:
        if not one.of and len(parties) > 1:
            raise refusal(
                "number-without-partner", number=quote(one.text), names="; ".join(p.name for p in parties)
            )
        partner = lookup.partner(known, one.of).id if one.of else parties[0].partner
        if partner not in {party.partner for party in parties}:
            raise refusal("part-not-in-agreement", what="mitra", names=one.of)
        found.setdefault(partner, []).append(one.text)
    return found


def _several(name: str) -> list[str] | None:
    """The names in a list such as "A, B dan C"; None of what is no list."""
    found = re.fullmatch(r"(.+?, .+?),? (?:dan|serta|&) (.+)", name)
    return None if found is None else [*re.split(r", *", found[1]), found[2]]
