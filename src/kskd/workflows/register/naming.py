"""The partners that were named: found, or entered where it was said that they are new; and their numbers."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from kskd.domain.document.overlay import with_numbers
from kskd.domain.document.said import several_numbers
from kskd.domain.partner import Partner, latest_seats
from kskd.domain.values.names import LEGAL_FORMS, key
from kskd.domain.values.text import quote, require_name, word
from kskd.domain.values.warning import warning
from kskd.errors import UnknownPartner, refusal
from kskd.registry.tables import partners
from kskd.workflows import lookup

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from kskd.domain.document.agreement import Agreement, Party
    from kskd.domain.document.said import Said, SaidOf
    from kskd.domain.partner import Partners
    from kskd.registry.session import Session


_BODY = (
    r"(?:PT|CV|UD|Firma|Perum|Perumda|Koperasi|Bank|BPJS|Yayasan|Lembaga|Perkumpulan|Universitas|Institut"
    r"|Politeknik|Sekolah Tinggi|Akademi|RSUD|RS|Rumah Sakit|Kabupaten|Kota|Provinsi|Pemerintah|Kementerian"
    r"|Dinas|Badan)\b"
)
"""How the name of a body begins, by which a list of names is told from a name that has "dan" in it."""


def begins_as_body(name: str) -> bool:
    """Whether it begins as the name of a body does ("PT …", "Dinas …")."""
    return re.match(_BODY, name, re.IGNORECASE) is not None


def resolve_partners(
    session: Session, said: Said, option: str = "--partner"
) -> tuple[list[tuple[int, str]], list[str]]:
    """Numbers and names of the partners said, new ones entered when that was said, and what was done.

    ``option`` is the one by which they were said.
    """
    known = partners.read_partners(session)
    found: list[tuple[int, str]] = []
    notes: list[str] = []
    kinds = dict(said.kinds)
    unasked: list[str] = []
    for text in said.partner:
        try:
            one = lookup.partner(known, text, or_new=True)
        except UnknownPartner as unknown:
            name = unknown.name
            if not said.new and name not in kinds:
                raise
            require_name(name, "nama mitra")
            if name not in kinds:
                unasked.append(name)
            if said.partner_kind is not None and len(unasked) > 1:
                raise refusal(
                    "partner-kind-of-several", kind=said.partner_kind, names="; ".join(unasked)
                ) from None
            kind = kinds.get(name, said.partner_kind)
            number = partners.insert_partner(session, Partner(0, name, kind))
            known = partners.read_partners(session)
            one = known[number]
            notes.append(f"Mitra baru: {one.name}.")
            if (parts := several_names(one.name)) is not None:
                split = " ".join(f"{option} {word(part)}" for part in parts)
                notes.append(
                    warning(
                        f"{quote(one.name)} dicatat sebagai satu mitra",
                        f"bila beberapa, batalkan dengan kskd undo, lalu ulangi dengan {split}",
                    )
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
        _by_seat(known, parties, numbers)
        for numbers in (said.partner_more_number, said.drop_partner_more_number)
    )
    return tuple(with_numbers(party, more.get(party.seat, ()), drop.get(party.seat, ())) for party in parties)


def _by_seat(known: Partners, parties: tuple[Party, ...], numbers: Iterable[SaidOf]) -> dict[int, list[str]]:
    """Numbers by the seat of the partner that gave them, which needs no name where there is only one.

    Of a partner with several seats that is the one with the number, else the last.
    """
    found: dict[int, list[str]] = {}
    names = [party.name for party in latest_seats(parties)]
    for one in numbers:
        if not one.of and len(names) > 1:
            raise refusal("number-without-partner", number=quote(one.text), names="; ".join(names))
        partner = lookup.partner(known, one.of).id if one.of else parties[0].partner
        seats = [party for party in parties if party.partner == partner]
        if not seats:
            raise refusal("part-not-in-agreement", what="mitra", names=one.of)
        having = (party for party in seats if one.text.casefold() in map(str.casefold, party.further))
        found.setdefault(next(having, seats[-1]).seat, []).append(one.text)
    return found


def gone(
    agreement: str, found: Iterable[tuple[int, str]], old: Sequence[Party], new: Sequence[Party]
) -> Iterator[str]:
    """A warning for each partner named that had left before, and of which nothing else was said."""
    named = {number for number, _ in found}
    for party in latest_seats(new):
        if party.partner in named and party.left and party in old:
            yield warning(
                f"{party.name} sudah keluar dari {agreement} ({party.left.words})",
                f"bila bergabung kembali, kskd amend {agreement} --signed TANGGAL --what TEKS --partner-joins"
                f" {word(party.name)}",
            )


def several_in_one(said: Said, one: Agreement) -> Iterator[str]:
    """A warning for each number just said that is rather several, with the options that tell them apart."""
    for party in one.parties:
        number = party.number
        if number is None or number not in {said.number, *said.partner_number}:
            continue
        if (parts := several_numbers(number)) is None:
            continue
        offers = (
            f'{when}, kskd update {one.id} {what} --reason "…"' for when, what in _apart(one, party, parts)
        )
        yield warning(f"{quote(number)} dicatat sebagai satu nomor", "; ".join(offers))


def _apart(one: Agreement, party: Party, parts: Sequence[str]) -> Iterator[tuple[str, str]]:
    """In which cases numbers in one are whose, and the options that say so."""
    own, *others = one.parties
    first, *rest = parts
    lacking = sum(other.number is None for other in others)
    if (party is own and lacking >= len(rest)) or (own.number is None and len(others) == len(rest)):
        named = (f"--partner-number {word(part)}" for part in rest)
        yield "bila nomor para pihak", " ".join((f"--number {word(first)}", *named))
    elif party is not own and len(others) == len(parts):
        yield "bila nomor para mitra", " ".join(f"--partner-number {word(part)}" for part in parts)
    if party is own:
        more = (f"--more-number {word(part)}" for part in rest)
        yield f"bila semuanya nomor {own.name}", " ".join((f"--number {word(first)}", *more))
    else:
        more = (f"--partner-more-number {word(f'{party.name}={part}')}" for part in rest)
        theirs = f"--partner {word(party.name)} --partner-number {word(first)}"
        yield f"bila semuanya nomor {party.name}", " ".join((theirs, *more))


def several_names(name: str) -> list[str] | None:
    """The names in a list such as "A, B dan C", "A; B", "1. A 2. B", "PT A dan CV B"; None of what is none.

    Without a comma, a semicolon or numbers each part must begin as the name of a body: "Pemuda dan Olahraga"
    is one name.
    """
    if len(apart := [part for part in re.split(r" *; *", name) if part]) > 1:
        return apart
    if re.match(r"1[.)] ", name) and len(counted := re.split(r"(?:^| +)[1-9][.)] +", name)) > 2:
        return counted[1:]
    parts = re.split(r",? +(?:dan|serta|&|/) +|, +", name)
    if any(key(part) in LEGAL_FORMS for part in parts):  # "Bank Contoh, PT" is one body
        return None
    if len(parts) > 1 and all(map(begins_as_body, parts)):
        return parts
    found = re.fullmatch(r"(.+?, .+?),? (?:dan|serta|&) (.+)", name)
    return None if found is None else [*re.split(r", *", found[1]), found[2]]
