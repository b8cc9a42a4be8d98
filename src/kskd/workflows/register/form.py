"""What a user may say about a document, as typed."""

from __future__ import annotations

from dataclasses import dataclass

UNKNOWN = "-"  # typed for one of several numbers, signers, efforts … that is not known


@dataclass(frozen=True, slots=True)
class AmendmentForm:
    """Text as typed of an adendum, beside its day, numbers and changes; None where nothing was said."""

    what: str | None = None
    adds_burden: str | None = None
    dprd_answer: str | None = None
    dprd_approved: str | None = None
    tkksd_note: str | None = None


@dataclass(frozen=True, slots=True)
class AgreementForm:
    """Text as typed, one field an option; None or empty means that nothing was said."""

    scheme: str | None = None
    doc: str | None = None
    title: str | None = None
    partner: tuple[str, ...] = ()
    new: bool = False
    partner_kind: str | None = None
    partner_number: tuple[str, ...] = ()
    partner_signer: tuple[str, ...] = ()
    opd: str | None = None
    support_opd: tuple[str, ...] = ()
    number: str | None = None
    signed: str | None = None
    starts: str | None = None
    years: str | None = None
    duration: str | None = None
    ends: str | None = None
    open_ended: bool = False
    until: str | None = None
    affair: tuple[str, ...] = ()
    scope: tuple[str, ...] = ()
    signer: str | None = None
    signer_name: str | None = None
    power_of_attorney: str | None = None
    power_of_attorney_date: str | None = None
    parent: str | None = None
    replaces: str | None = None
    planned: str | None = None
    file: tuple[str, ...] = ()
    note: str | None = None
    original_place: str | None = None
    clause: tuple[str, ...] = ()
    facts: tuple[tuple[str, str], ...] = ()  # key of domain.facts, and the value as typed
    allow_duplicate: bool = False
    drop_partner: tuple[str, ...] = ()
    drop_support_opd: tuple[str, ...] = ()
    drop_affair: tuple[str, ...] = ()
    drop_scope: tuple[str, ...] = ()
    drop_clause: tuple[str, ...] = ()
    clear: tuple[str, ...] = ()

    @property
    def says_term(self) -> bool:
        """Whether anything was said about how long the document runs."""
        return bool(self.years or self.duration or self.ends or self.open_ended or self.until)
