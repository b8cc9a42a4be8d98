"""Adendums: what the parties changed, kept with what it was before."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from kskd.domain.amendment import BURDEN_ARTICLE, Amendment, article_on_change
from kskd.domain.chain import DOC_NAMES
from kskd.domain.dates import format_date, read_date
from kskd.domain.facts import FACTS, YES
from kskd.domain.text import clean
from kskd.errors import AlreadyThere, InvalidFact, Refused, UsageError
from kskd.registry import agreements, settings
from kskd.workflows import chaining, lookup, reading
from kskd.workflows.agreements import Kept
from kskd.workflows.changes import differences
from kskd.workflows.form import UNKNOWN
from kskd.workflows.updating import changed_scope

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Iterator
    from datetime import date

    from kskd.domain.agreement import Agreement
    from kskd.domain.term import Term
    from kskd.workflows.access import Access
    from kskd.workflows.form import AgreementForm


def amend(
    access: Access,
    text: str,
    form: AgreementForm,
    *,
    what: str | None,
    adds_burden: str | None = None,
    dprd_approved: str | None = None,
) -> Kept:
    """Record an adendum and, in the same act, what it changed of title, end and scope.

    ``form`` has its day of signing and numbers. What the document was before stays readable as of a day
    before the signing.
    """
    if form.signed is None or what is None:
        missing = [name for name, value in (("--signed", form.signed), ("--what", what)) if value is None]
        raise UsageError(f"Belum disebut: {', '.join(missing)}.")
    signed_on = reading.read_signed(form.signed, access.today) or access.today
    with access.writing() as con:
        old = agreements.read_agreement(con, lookup.to_change(con, access, text))
        _refuse_unamendable(old, signed_on)
        amendment = Amendment(
            number=max((one.number for one in old.amendments), default=0) + 1,
            signed_on=signed_on,
            what=clean(what, "isi adendum", limit=1000),
            adds_burden=None if adds_burden is None else FACTS["burdens_public"].read(adds_burden) == YES,
            dprd_approved_on=read_date(dprd_approved) if dprd_approved else None,
            numbers=_numbers(old, form),
        )
        _refuse_second(old, amendment)
        title, scope = reading.read_title(form) or old.title, changed_scope(old, form)
        term, notes = _term(con, old, form)
        amendment = replace(
            amendment,
            old_title=old.title if title != old.title else None,
            old_term=replace(old.term, starts_on=None) if term != old.term else None,
            old_scope=old.scope if scope != old.scope else None,
        )
        _refuse_before_others(old, amendment)
        amendments_now = (*old.amendments, amendment)
        new = replace(old, title=title, term=term, scope=scope, amendments=amendments_now)
        agreements.update_agreement(con, old, new)
        beside = chaining.beside_family(con, new, access.today) if amendment.old_term else ()
    told = (*notes, *_notes(old, amendment), *beside)
    return Kept(new, told, differences(old, new))


def _refuse_unamendable(old: Agreement, signed_on: date) -> None:
    if old.void_reason is not None:
        raise Refused(f"{old.id} sudah dibatalkan; naskah yang batal tidak diubah.")
    if old.signed_on is None:
        raise Refused(f"{old.id} masih rancangan; rancangan diubah dengan kskd update, bukan dengan adendum.")
    if old.ending is not None:
        raise Refused(f"{old.id} sudah diakhiri {format_date(old.ending.on)}; tidak ada lagi yang diubah.")
    if signed_on < old.signed_on:
        raise InvalidFact(
            f"Adendum {format_date(signed_on)} mendahului penandatanganan {old.id}"
            f" ({format_date(old.signed_on)}); periksa tanggalnya."
        )


def _refuse_second(old: Agreement, new: Amendment) -> None:
    """No adendum is entered twice."""
    for one in old.amendments:
        if one.signed_on == new.signed_on and (one.what == new.what or set(one.numbers) & set(new.numbers)):
            raise AlreadyThere(
                f"Adendum {format_date(new.signed_on)} atas {old.id} sudah tercatat sebagai adendum"
                f" {one.number}."
            )


def _refuse_before_others(old: Agreement, new: Amendment) -> None:
    """None that changes facts comes before one that did, for it would not know what it found."""
    for one in old.amendments:
        if one.changes_facts and new.changes_facts and one.signed_on > new.signed_on:
            raise Refused(
                f"Adendum {one.number} atas {old.id} ditandatangani {format_date(one.signed_on)}, sesudah"
                " yang ini. Batalkan dahulu dengan kskd undo, lalu catat keduanya menurut urutan tanggalnya."
            )


def _term(con: sqlite3.Connection, old: Agreement, form: AgreementForm) -> tuple[Term, tuple[str, ...]]:
    """The term that the adendum gives; a duration counts from the start of the document."""
    if not form.says_term:
        return old.term, ()
    bare = replace(old.term, end_kind=None, ends_on=None, condition=None, end_typed=None, duration_typed=None)
    return reading.read_term(
        replace(form, signed=None), bare, old.signed_on, settings.read_government(con).term_rule
    )


def _numbers(old: Agreement, form: AgreementForm) -> tuple[tuple[int, str], ...]:
    """The parties' numbers for the adendum by seat, those of the partners in their order."""
    own, *partners = old.parties
    if len(form.partner_number) > len(partners):
        raise UsageError(
            "--partner-number lebih banyak daripada mitra; sebut menurut urutan mitra, - bila tidak"
            " diketahui."
        )
    said = [(own.seat, form.number)] if form.number else []
    said += [
        (party.seat, number)
        for party, number in zip(partners, form.partner_number, strict=False)
        if number != UNKNOWN
    ]
    return tuple((seat, reading.read_number(number)) for seat, number in said if number)


def _notes(old: Agreement, amendment: Amendment) -> Iterator[str]:
    article = article_on_change(old.doc, old.scheme)
    yield (
        f"Dasar perubahan: {article}."
        if article
        else f"Peraturan tidak mengatur perubahan {DOC_NAMES[old.doc]}; dicatat menurut kesepakatan para"
        " pihak."
    )
    last = old.term.ends_on
    if last is not None and amendment.signed_on > last:
        yield f"Adendum ditandatangani sesudah {old.id} berakhir {format_date(last)}."
    if amendment.adds_burden and amendment.dprd_approved_on is None:
        yield f"Perubahan yang menambah beban memerlukan persetujuan DPRD lagi ({BURDEN_ARTICLE})."
