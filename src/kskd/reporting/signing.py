"""Who signs a page: the person in the office on its day, as far as the registry knows them."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from kskd.domain.choices import OfficialRole, TeamPosition
from kskd.reporting.model import Signature

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

    from kskd.domain.office.official import Official
    from kskd.domain.settings import Government
    from kskd.reporting.facts import Facts

_HEADS = (
    ("Badan Penanggulangan Bencana Daerah", "Kepala Pelaksana Badan Penanggulangan Bencana Daerah"),
    ("Sekretariat Daerah", "Sekretaris Daerah"),
    ("Sekretariat DPRD", "Sekretaris DPRD"),
    ("Sekretariat Dewan", "Sekretaris Dewan"),
    ("Inspektorat", "Inspektur"),
    ("Kecamatan", "Camat"),
    ("Kelurahan", "Lurah"),
    ("Rumah Sakit", "Direktur Rumah Sakit"),
)
"""Beginnings of names of units whose head is not called *Kepala*."""
_ACTING = re.compile(r"^(?:plt|plh|pj|pjs)\.? ")
"""Before the office of who holds it for the time being."""
_LEADS = (TeamPosition.HEAD, TeamPosition.SECRETARY)
"""The places in the TKKSD for which somebody signs *selaku*."""


def head_of(opd_name: str) -> str:
    """The office that signs for an OPD: "Kepala Dinas Kesehatan", "Camat Contoh Hilir"."""
    for beginning, head in _HEADS:
        if opd_name == beginning or opd_name.startswith(f"{beginning} "):
            return head + opd_name.removeprefix(beginning)
    return f"Kepala {opd_name}"


def keeper(government: Government, officials: Sequence[Official], as_of: date) -> Signature:
    """Who keeps the registry: by the persons of the registry on the day, else by the settings."""
    office = government.text("signer-office")
    return Signature(
        "",
        government.get("seat"),
        True,
        *_person(officials, office, as_of, government.get("signer-name"), government.get("signer-id")),
    )


def signatures(facts: Facts, as_of: date, opd: str | None = None) -> tuple[Signature, Signature]:
    """Left who has taken note (the head of the OPD, or for the Pemda the approver); right the keeper."""
    government, officials = facts.government, facts.officials
    if opd is None:
        office, name = government.text("approver-office"), government.get("approver-name")
        person = _person(officials, office, as_of, name, None)
    else:
        heads = [one for one in officials if one.opd == opd and one.role is OfficialRole.SIGNER]
        person = _person(heads, head_of(facts.opds[opd].name), as_of, None, None)
    left = Signature("Mengetahui,", None, False, *person)
    return left, keeper(government, officials, as_of)


def _person(
    officials: Sequence[Official], office: str, as_of: date, name: str | None, number: str | None
) -> tuple[str, str | None, str | None]:
    """Office, name and NIP of who held the office on the day.

    The name that is set is not printed for a day on which that person did not hold it; NIP are kept for the
    person of the settings only. An office of which no name is recorded, or none any more, keeps its place in
    the TKKSD.
    """
    same = [one for one in officials if one.partner is None and _is_of(one, office)]
    held = sorted((one for one in same if one.holds(as_of)), key=_since)
    team = next((one.position for one in reversed(held) if one.position in _LEADS), None)
    told = held[-1].office if held else office
    told = f"{told} selaku {team.label} TKKSD" if team else told
    found = held[-1].name if held else None
    if found is None:
        is_known_not = any(one.name == name or (held and one.name) for one in same)
        return (told, None, None) if is_known_not else (told, name, number)
    return told, found, number if found == name else None


def _is_of(one: Official, office: str) -> bool:
    """Whether it is that office: also held for the time being, or with the region's name after it."""
    held = _ACTING.sub("", one.office.casefold())
    return f"{held} ".startswith(f"{office.casefold()} ")


def _since(one: Official) -> tuple[int, int]:
    """Of several, as beside an acting head, the one who came last."""
    return (one.valid_from.toordinal() if one.valid_from else 0, one.id)
