"""What a document is and who stands on either side of it, in words for ``show``."""

from typing import TYPE_CHECKING

from kskd.cli.register.showing_life import in_words
from kskd.domain.document.chain import DOC_NAMES, SCHEME_NAMES, Doc, RelationKind, Scheme
from kskd.domain.values.text import headed

if TYPE_CHECKING:
    from kskd.domain.document.record import ContactRecord, DocumentRecord, PartyRecord

_Pairs = list[tuple[str, str]]


def kind(one: "DocumentRecord") -> str:
    """The kind in law, what the paper calls itself, and with whom it cooperates."""
    paper = f" (pada naskah: {one['paper_name']})" if one["paper_name"] else ""
    return f"{DOC_NAMES[Doc(one['doc'])]}{paper} – {SCHEME_NAMES[Scheme(one['scheme'])]}"


def relations(one: "DocumentRecord") -> _Pairs:
    """What it is to other documents, in words, with the id of the other."""
    return [(headed(RelationKind(bond["kind"]).words), bond["agreement"]) for bond in one["relations"]]


def units(one: "DocumentRecord") -> str:
    """The lead that counts, then the others that the paper names, then those that support."""
    return ", ".join(
        (
            one["lead_opd"],
            *(f"{code} (pemrakarsa bersama)" for code in one["co_leads"]),
            *(f"{code} (pendukung)" for code in one["support_opds"]),
        )
    )


def party_pairs(one: "DocumentRecord") -> _Pairs:
    """The Pemda, then its partners, each with numbers, signer, what it brings and when it came or went."""
    return [("Pemda" if party["is_own"] else "Mitra", _party(party)) for party in one["parties"]]


def _party(party: "PartyRecord") -> str:
    numbers = [*filter(None, (party["number"],)), *party["further_numbers"]]
    parts = [party["name"], f"nomor {' dan '.join(numbers)}" if numbers else "nomor belum tercatat"]
    if party["signer_office"] or party["signer_name"]:
        parts.append(
            "ditandatangani " + ", ".join(filter(None, (party["signer_name"], party["signer_office"])))
        )
    if party["power_of_attorney"]:
        given = in_words(party["power_of_attorney_date"])
        parts.append(f"surat kuasa {party['power_of_attorney']}" + (f" tanggal {given}" if given else ""))
    if party["contribution"] is not None or party["brings"]:
        parts.append(f"kontribusi {_brought(party)}")
    parts += [f"bergabung {in_words(party['joined_on'])}"] if party["joined_on"] else []
    parts += [f"keluar {in_words(party['left_on'])}"] if party["left_on"] else []
    return "; ".join(parts)


def _brought(party: "PartyRecord") -> str:
    amount, words = party["contribution"], party["brings"] or ""
    if amount is None:
        return words
    from kskd.domain.values.money import format_money

    return f"{format_money(amount)} ({words})" if words else format_money(amount)


def contact_pair(one: "ContactRecord") -> tuple[str, str]:
    """One contact of the document, by number, with the side for which they speak."""
    parts = (one["name"], one["office"], one["partner"] or one["opd"], one["phone"], one["mail"])
    return f"{one['number']}. {'Mitra' if one['partner'] else 'Pemda'}", "; ".join(filter(None, parts))
