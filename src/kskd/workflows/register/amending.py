"""Adendums: what the parties changed, kept with what it was before."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date

from kskd.domain.document import overlay
from kskd.domain.document.agreement import Agreement
from kskd.domain.document.amendment import Amendment, article_on_burden, article_on_change
from kskd.domain.document.chain import DOC_NAMES
from kskd.domain.document.fields import AMENDMENT
from kskd.domain.document.said import Said, several_numbers
from kskd.domain.document.term import Term
from kskd.domain.field import NO, YES, Value
from kskd.domain.values.dates import format_date
from kskd.domain.values.text import headed, quote, word
from kskd.domain.values.warning import warning
from kskd.errors import refusal
from kskd.registry.session import Session
from kskd.registry.tables import agreements, settings
from kskd.workflows import lookup
from kskd.workflows.access import Access
from kskd.workflows.changes import compare, of_document, require_reason
from kskd.workflows.register import chaining
from kskd.workflows.register.agreements import Kept
from kskd.workflows.register.updating import changed_scope

Values = tuple[tuple[str, Value], ...]  # kept values by key of AMENDMENT

_AGREED = "setuju"


def amend(access: Access, text: str, said: Said, values: Values) -> Kept:
    """Record an adendum and, in the same act, what it changed of title, end and scope.

    ``said`` has its day of signing and numbers. What the document was before stays readable as of a day
    before the signing.
    """
    if said.signed is None or "what" not in dict(values):
        needed = {"--signed": said.signed, "--what": dict(values).get("what")}
        missing = [name for name, value in needed.items() if value is None]
        raise refusal("option-missing", options=", ".join(missing))
    said_day = overlay.signed_by(said, access.today)
    if said_day is None or said_day.exact is None:
        raise refusal("date-unreadable", text=quote(said.signed.words))
    signed_on = said_day.exact
    with access.writing() as session:
        old = agreements.read_agreement(session, lookup.to_change(session, access, text))
        _refuse_unamendable(old, signed_on)
        number = max((one.number for one in old.amendments), default=0) + 1
        amendment = _with_said(
            Amendment(number, signed_on, str(dict(values)["what"])), old, said, values, access.today
        )
        _refuse_second(old, amendment)
        title, scope = str(said.fact("title") or old.title), changed_scope(old, said)
        term, notes = _term(session, old, said)
        amendment = replace(
            amendment,
            old_title=old.title if title != old.title else None,
            old_term=replace(old.term, starts=None) if term != old.term else None,
            old_scope=old.scope if scope != old.scope else None,
        )
        _refuse_before_others(old, amendment)
        amendments_now = (*old.amendments, amendment)
        new = replace(old.with_facts(title=title), term=term, scope=scope, amendments=amendments_now)
        if new.ending is not None:
            new.ending.check(new.id, new.signed, new.term.ends)
        agreements.update_agreement(session, old, new)
        beside = chaining.beside_family(session, new, access.today) if amendment.old_term else ()
        alike = chaining.near_duplicates(session, new) if amendment.old_title else ()
    told = (*notes, *_notes(old, amendment), *_several(old.id, number, said), *beside, *alike)
    return Kept(new, told, compare(of_document(access.fields, old), of_document(access.fields, new)))


def complete(access: Access, text: str, number: int, said: Said, values: Values) -> Kept:
    """Fill in what was not known of an adendum, or correct it with a reason.

    Its day and what it changed of the document stay: others may stand on them.
    """
    if said.signed or said.fact("title") or said.says_term or said.scope or said.drop_scope:
        raise refusal("amendment-day-fixed")
    with access.writing() as session:
        old = agreements.read_agreement(session, lookup.to_change(session, access, text))
        if old.void_reason is not None:
            raise refusal("agreement-void", id=old.id, done="diubah")
        before = next((one for one in old.amendments if one.number == number), None)
        if before is None:
            raise refusal("amendment-not-found", number=number, id=old.id)
        after = _with_said(before, old, said, values, access.today)
        changes = compare(_words(before, old), _words(after, old))
        require_reason(changes, access.reason)
        amendments_now = tuple(after if one.number == number else one for one in old.amendments)
        new = replace(old, amendments=amendments_now)
        agreements.update_agreement(session, old, new)
    return Kept(new, tuple(_burden_notes(old, after)), changes)


def _with_said(one: Amendment, old: Agreement, said: Said, values: Values, today: date) -> Amendment:
    """The adendum with what was said of it; what was not said stays.

    A day of consent says that the DPRD agreed, another stand that there is no such day.
    """
    facts = dict(values)
    burden, note = facts.get("adds_burden"), facts.get("tkksd_note")
    answer, approved_on = one.dprd_answer, one.dprd_approved_on
    said_answer, said_day = facts.get("dprd_answer"), facts.get("dprd_approved_on")
    if said_answer is not None:
        answer = str(said_answer)
        approved_on = approved_on if answer == _AGREED else None
    if said_day is not None:
        approved_on = date.fromisoformat(str(said_day))
        if said_answer is not None and answer != _AGREED:
            raise refusal("dprd-day-without-approval")
        if approved_on > today:
            raise refusal("day-in-future", what="--dprd-approved", day=format_date(approved_on))
        answer = _AGREED
    return replace(
        one,
        what=str(facts.get("what", one.what)),
        adds_burden=one.adds_burden if burden is None else burden == YES,
        dprd_answer=answer,
        dprd_approved_on=approved_on,
        tkksd_note=one.tkksd_note if note is None else note == YES,
        numbers=tuple(sorted((dict(one.numbers) | dict(_numbers(old, said))).items())),
    )


def _words(one: Amendment, old: Agreement) -> dict[str, str | None]:
    """An adendum in words by label, to be compared."""
    values: dict[str, Value | None] = {
        "what": one.what,
        "adds_burden": _kept(one.adds_burden),
        "dprd_answer": one.dprd_answer,
        "dprd_approved_on": one.dprd_approved_on.isoformat() if one.dprd_approved_on else None,
        "tkksd_note": _kept(one.tkksd_note),
    }
    names = {party.seat: party.name for party in old.parties}
    words = {
        headed(AMENDMENT[key].label): None if value is None else AMENDMENT[key].word(value)
        for key, value in values.items()
    }
    return words | {f"Nomor {names[seat]}": number for seat, number in one.numbers}


def _kept(answer: bool | None) -> str | None:
    return {True: YES, False: NO, None: None}[answer]


def _refuse_unamendable(old: Agreement, signed_on: date) -> None:
    if old.void_reason is not None:
        raise refusal("agreement-void", id=old.id, done="diubah")
    if old.signed is None:
        raise refusal("draft-not-amended", id=old.id)
    if signed_on < old.signed.earliest:
        raise refusal(
            "amendment-before-signing",
            day=format_date(signed_on),
            id=old.id,
            signed=old.signed.words,
        )


def _refuse_second(old: Agreement, new: Amendment) -> None:
    """No adendum is entered twice."""
    for one in old.amendments:
        if one.signed_on == new.signed_on and (one.what == new.what or set(one.numbers) & set(new.numbers)):
            raise refusal("amendment-known", day=format_date(new.signed_on), id=old.id, number=one.number)


def _refuse_before_others(old: Agreement, new: Amendment) -> None:
    """None that changes facts comes before one that did, for it would not know what it found."""
    for one in old.amendments:
        if one.changes_facts and new.changes_facts and one.signed_on > new.signed_on:
            raise refusal(
                "amendment-later-known", number=one.number, id=old.id, day=format_date(one.signed_on)
            )


def _term(session: Session, old: Agreement, said: Said) -> tuple[Term, tuple[str, ...]]:
    """The term that the adendum gives; a duration counts from the start of the document."""
    if not said.says_term:
        return old.term, ()
    bare = replace(old.term, end_kind=None, ends=None, condition=None, end_typed=None, duration_typed=None)
    return overlay.term_after(
        said._replace(signed=None), bare, old.signed, settings.read_government(session).term_rule, old.id
    )


def _numbers(old: Agreement, said: Said) -> tuple[tuple[int, str], ...]:
    """The parties' numbers for the adendum by seat, those of the partners in their order."""
    own, *partners = old.parties
    if len(said.partner_number) > len(partners):
        raise refusal("partner-values-too-many", option="--partner-number")
    numbers = [(own.seat, said.number)] if said.number else []
    numbers += [
        (party.seat, number)
        for party, number in zip(partners, said.partner_number, strict=False)
        if number is not None
    ]
    return tuple(numbers)


def _several(agreement: str, amendment: int, said: Said) -> Iterator[str]:
    """A warning for each number just said that is rather several."""
    for told in (said.number, *said.partner_number):
        parts = several_numbers(told) if told else None
        if parts is not None:
            first, *rest = map(word, parts)
            named = " ".join(("--number", first, *(f"--partner-number {part}" for part in rest)))
            yield warning(
                f"{quote(told or '')} dicatat sebagai satu nomor",
                f'bila nomor para pihak, kskd amend {agreement} --amendment {amendment} {named} --reason "…"',
            )


def _notes(old: Agreement, amendment: Amendment) -> Iterator[str]:
    article = article_on_change(old.doc, old.scheme)
    yield (
        f"Dasar perubahan: {article}."
        if article
        else f"Peraturan tidak mengatur perubahan {DOC_NAMES[old.doc]}; dicatat menurut kesepakatan para"
        " pihak."
    )
    last = old.last_day(amendment.signed_on)
    if last is not None and amendment.signed_on > last:
        how = "diakhiri" if old.ending else "berakhir"
        yield warning(
            f"adendum ditandatangani sesudah {old.id} {how} {format_date(last)}",
            f"bila diperpanjang, kskd extend {old.id} --signed TANGGAL;"
            " bila salah catat, batalkan dengan kskd undo",
        )
    yield from _burden_notes(old, amendment)


def _burden_notes(old: Agreement, amendment: Amendment) -> Iterator[str]:
    article = article_on_burden(old.scheme)
    settled = amendment.dprd_approved_on is not None or amendment.dprd_answer in {"setuju", "tidak-menjawab"}
    if amendment.adds_burden and article and not settled:
        yield warning(
            f"perubahan yang menambah beban memerlukan persetujuan DPRD lagi ({article})",
            f"catat dengan kskd amend {old.id} --amendment {amendment.number} --dprd-approved TANGGAL",
        )
