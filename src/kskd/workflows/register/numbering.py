"""The Pemda's own numbers: the next one, those that are missing, and those that do not follow the others."""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from kskd.domain.document.agreement import Agreement, Party, split_id
from kskd.domain.document.chain import DOC_NAMES, HOME, Doc
from kskd.domain.office import numbering
from kskd.domain.office.numbering import Hole, NextNumber, Parts, Pattern, Twice
from kskd.domain.values.dated_number import named_elsewhere
from kskd.domain.values.text import quote, word
from kskd.domain.values.warning import warning
from kskd.errors import refusal
from kskd.registry.session import Session
from kskd.registry.tables import settings
from kskd.registry.views import own_numbers
from kskd.registry.views.ids import numbered
from kskd.workflows.access import Access

_RECENT = 40  # numbers given last that show the pattern
EXAMPLE = "100.3.7.1/{n}/{doc}/{year}"


class Gaps(NamedTuple):
    """What the numbers of a kind of document lack in a year; ``pattern`` is None where none is known."""

    doc: Doc
    pattern: Pattern | None
    holes: tuple[Hole, ...]
    twice: tuple[Twice, ...]


class Missing(NamedTuple):
    """The gaps of each kind that has numbers, and whether the year may be recorded in part only."""

    kinds: tuple[Gaps, ...]
    is_partial: bool


def following(access: Access, doc: Doc, year: int, month: int | None = None) -> NextNumber:
    """The next number of a kind in a year; InvalidFact says what is not known where there is none."""
    with access.reading() as session:
        pattern, proposal = _proposed(session, doc, year, month)
    if proposal is not None:
        return proposal
    kind = DOC_NAMES[doc]
    if pattern is None:
        raise refusal("number-pattern-unknown", kind=kind, year=year, example=quote(EXAMPLE))
    raise refusal("number-not-written", kind=kind, pattern=pattern.text, example=quote(EXAMPLE))


def offered(session: Session, doc: Doc, year: int, month: int | None) -> NextNumber | None:
    """The next number where it is certain."""
    _, proposal = _proposed(session, doc, year, month)
    return proposal if proposal is not None and proposal.doubt is None else None


def missing(access: Access, year: int, docs: Sequence[Doc]) -> Missing:
    """What the numbers of a year lack, for all kinds or for some."""
    with access.reading() as session:
        found = []
        for doc in docs or Doc:
            given = own_numbers.read_around(session, doc, year)
            if not any(one.year == year for one in given):
                continue
            pattern, _ = _pattern(session, doc, year)
            holes, twice = numbering.gaps(pattern, given, year) if pattern else ([], [])
            found.append(Gaps(doc, pattern, tuple(holes), tuple(twice)))
        return Missing(tuple(found), year <= own_numbers.begun_in(session))


def remarks(session: Session, one: Agreement) -> Iterator[str]:
    """A warning for a number just entered that is unlike the others of its kind."""
    number = next((party.number for party in one.parties if party.seat == 0), None)
    said = split_id(one.id)  # an id has the year of the document
    if number is None or said is None:
        return
    pattern, _ = _pattern(session, one.doc, said[1], beside=one.id)
    if pattern is not None and not pattern.fits(number):
        yield warning(
            f"nomor {number} tidak menurut pola {pattern.text}",
            f"bila salah ketik, kskd update {one.id} --number NOMOR --reason ALASAN",
        )


def off_signing(one: Agreement) -> Iterator[str]:
    """A warning for each number that names another month or year than that of signing, as KS708 finds it."""
    if one.signed is None or one.scheme not in HOME:
        return
    for party, number in ((each, number) for each in one.parties for number in each.numbers):
        told = named_elsewhere(number, one.signed.earliest, one.signed.latest, is_own=party.partner is None)
        if told is None:
            continue
        whose = f" dari {party.name}" if party.partner else ""
        yield warning(
            f"nomor {number}{whose} menunjuk {told}, sedangkan {one.id} ditandatangani {one.signed.words}",
            f'bila nomornya salah catat, kskd update {one.id} {_renumbering(party, number)} --reason "…";'
            f' bila harinya, kskd update {one.id} --signed TANGGAL --reason "…"',
        )


def _renumbering(party: Party, number: str) -> str:
    """The options that correct one number of a party."""
    if number == party.number:
        return f"--partner {word(party.name)} --partner-number NOMOR" if party.partner else "--number NOMOR"
    if not party.partner:
        return f"--drop-more-number {word(number)} --more-number NOMOR"
    old, new = (word(f"{party.name}={each}") for each in (number, "NOMOR"))
    return f"--drop-partner-more-number {old} --partner-more-number {new}"


def _proposed(
    session: Session, doc: Doc, year: int, month: int | None
) -> tuple[Pattern | None, NextNumber | None]:
    pattern, is_told = _pattern(session, doc, year)
    if pattern is None:
        return None, None
    if "year" in pattern.marks:
        given = own_numbers.read_around(session, doc, year)
    else:
        given = own_numbers.read_recent(session, doc, year, _RECENT)
    return pattern, numbering.propose(
        pattern,
        given,
        lambda number: numbered(session, number, None),
        Parts(0, year, month, doc),
        is_told=is_told,
        others=[
            one for other in Doc if other is not doc for one in own_numbers.read_around(session, other, year)
        ],
    )


def _pattern(session: Session, doc: Doc, year: int, beside: str = "") -> tuple[Pattern | None, bool]:
    """The pattern of the setting, else what numbers of the kind in the year, or up to it, show.

    The document ``beside`` is left out.
    """
    told = settings.read_government(session).get("number-pattern")
    if told is not None and "{" in told:
        return Pattern.parse(told), True
    recent = [
        one
        for one in own_numbers.read_recent(session, doc, year, _RECENT)
        if one.agreement != beside and (told is None or numbering.follows(one.number, told))
    ]
    of_year = [one for one in recent if one.year == year]
    return numbering.learnt(of_year) or numbering.learnt([one for one in recent if one.year <= year]), False
