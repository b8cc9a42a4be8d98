"""The partners that were named: found, or entered where it was said that they are new."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from kskd.domain.partner import Partner
from kskd.domain.values.text import quote, require_name, word
from kskd.errors import UnknownPartner, refusal
from kskd.registry.tables import partners
from kskd.workflows import lookup

if TYPE_CHECKING:
    from kskd.domain.document.said import Said
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


def _several(name: str) -> list[str] | None:
    """The names in a list such as "A, B dan C"; None of what is no list."""
    found = re.fullmatch(r"(.+?, .+?),? (?:dan|serta|&) (.+)", name)
    return None if found is None else [*re.split(r", *", found[1]), found[2]]
