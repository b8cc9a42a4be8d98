"""Adendums: what the parties changed, kept with what it was before."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date

from kskd.domain.document import overlay
from kskd.domain.document.agreement import Agreement, Party
from kskd.domain.document.amendment import (
    Amendable,
    Amendment,
    Effect,
    article_on_burden,
    article_on_change,
    in_order,
    scope_change,
    steps_back,
    steps_on,
)
from kskd.domain.document.chain import DOC_NAMES
from kskd.domain.document.fields import AMENDMENT
from kskd.domain.document.parts import Known
from kskd.domain.document.said import Said, several_numbers
from kskd.domain.document.term import Term
from kskd.domain.field import Value
from kskd.domain.partner import check_seats, seats_at, told_apart
from kskd.domain.values.dates import format_date
from kskd.domain.values.days import UNKNOWN, Day, read_day
from kskd.domain.values.kinds import NO, YES
from kskd.domain.values.text import headed, quote, word
from kskd.domain.values.warning import warning
from kskd.errors import refusal
from kskd.registry.session import Session
from kskd.registry.tables import agreements, settings
from kskd.workflows import lookup
from kskd.workflows.access import Access
from kskd.workflows.changes import compare, of_document, require_reason
from kskd.workflows.register import chaining, naming
from kskd.workflows.register.agreements import Kept
from kskd.workflows.register.updating import changed_scope

Values = tuple[tuple[str, Value], ...]  # kept values by key of AMENDMENT

_AGREED = "setuju"


def amend(access: Access, text: str, said: Said, values: Values) -> Kept:
    """Record an adendum and, in the same act, what it changed of title, end, scope and partners.

    ``said`` has its day of signing and numbers; its partners are those that join, those dropped leave. What
    the document was before stays readable as of a day before the signing. One found later than younger ones
    takes its place among them by its day, and theirs are done again upon it.
    """
    needed(said, values, access.today)
    with access.writing() as session:
        return amend_within(access, session, lookup.to_change(session, access, text), said, values)


def amend_within(access: Access, session: Session, wanted: str, said: Said, values: Values) -> Kept:
    """As ``amend``, inside an act, of the document of this id."""
    signed, what = needed(said, values, access.today)
    old = agreements.read_agreement(session, wanted)
    refuse_unamendable(old, signed)
    moved, notes = _with_parties(session, old, said, signed)
    number = max((one.number for one in old.amendments), default=0) + 1
    amendment = with_said(Amendment(number, signed, what), moved, said, values, access.today)
    refuse_second(old, amendment)
    new, term_notes = inserted(session, moved, amendment, said)
    agreements.update_agreement(session, old, new)
    beside = chaining.beside_family(session, new, access.today) if said.says_term else ()
    alike = chaining.near_duplicates(session, new) if said.fact("title") else ()
    told = (
        *(*notes, *term_notes, *order_notes(new, amendment), *_notes(old, amendment)),
        *(*_several(old.id, number, said), *beside, *alike),
    )
    return Kept(new, told, compare(of_document(access.fields, old), of_document(access.fields, new)), number)


def needed(said: Said, values: Values, today: date) -> tuple[Day, str]:
    """The day of signing and the words of an adendum, without which there is none."""
    what = dict(values).get("what")
    signed = overlay.signed_by(said, today)
    if signed is None or what is None:
        needed = {"--signed": signed, "--what": what}
        missing = [name for name, value in needed.items() if value is None]
        raise refusal("option-missing", options=", ".join(missing))
    return signed, str(what)


def inserted(
    session: Session, old: Agreement, amendment: Amendment, said: Said
) -> tuple[Agreement, tuple[str, ...]]:
    """The document with the adendum at its place: what it says, it says of the document as it then was."""
    before = [one for one in old.amendments if one.order < amendment.order]
    state, _ = steps_back(old.amendable, old.amendments[len(before) :])
    then = old.become(state)
    title, scope = said.fact("title"), changed_scope(then, said)
    term, notes = _term(session, then, said)
    step = Effect(
        amendment,
        None if title is None else str(title),
        term if said.says_term else None,
        scope_change(then.scope, scope) if said.scope or said.drop_scope else None,
    )
    return with_effects(old, [step]), notes


def with_effects(old: Agreement, more: list[Effect]) -> Agreement:
    """The document with more adendums, all of them done in the order of their days."""
    first, steps = steps_back(old.amendable, old.amendments)
    return _done_again(old, first, [*steps, *more])


def _done_again(old: Agreement, first: Amendable, steps: list[Effect]) -> Agreement:
    state, amendments = steps_on(first, in_order(steps))
    new = replace(old.become(state), amendments=amendments)
    if new.ending is not None:
        new.ending.check(new.id, new.signed, new.term.dated_end)
    return new


def _with_parties(session: Session, old: Agreement, said: Said, signed: Day) -> tuple[Agreement, list[str]]:
    """The document with the partners that join and leave by the adendum, and a line for each of note."""
    found, notes = naming.resolve_partners(session, said, "--partner-joins")
    leaves = {lookup.read_partner(session, name).id for name in said.drop_partner}
    there = {party.partner for party in old.parties if party.left is None}
    for number, name in found:
        if number in there:
            raise refusal("partner-is-party", party=name, id=old.id)
    strange = leaves - there
    if strange:
        raise refusal("part-not-in-agreement", what="mitra", names=", ".join(said.drop_partner))
    seat = max(party.seat for party in old.parties)
    parties = [
        replace(party, left=signed) if party.partner in leaves and party.left is None else party
        for party in old.parties
    ]
    parties += [Party(at, name, number, joined=signed) for at, (number, name) in enumerate(found, seat + 1)]
    check_seats(parties)
    new = replace(old, parties=tuple(parties))
    if leaves and not new.partners:
        then = f"akhiri dengan kskd end {old.id}, atau catat adendum mitra yang bergabung"
        notes.append(warning(f"semua mitra {old.id} sudah keluar", then))
    return new, notes


def complete(access: Access, text: str, number: int, said: Said, values: Values) -> Kept:
    """Fill in what was not known of an adendum, or correct it with a reason.

    What it changed of the document stays: others may stand on it. So does its day where that is known; one
    that was known in part may become an exacter one, and moves the adendum to its place.
    """
    if (
        said.fact("title")
        or said.says_term
        or said.scope
        or said.drop_scope
        or said.partner
        or said.drop_partner
    ):
        raise refusal("amendment-day-fixed")
    with access.writing() as session:
        old = agreements.read_agreement(session, lookup.to_change(session, access, text))
        if old.void_reason is not None:
            raise refusal("agreement-void", id=old.id, done="diubah")
        before = next((one for one in old.amendments if one.number == number), None)
        if before is None:
            raise refusal("amendment-not-found", number=number, id=old.id)
        after = with_said(before, old, said, values, access.today)
        if (signed := overlay.signed_by(said, access.today)) is not None and signed != before.signed:
            if not signed.lies_in(before.signed):
                raise refusal("amendment-day-fixed")
            refuse_unamendable(old, signed)
            after = replace(after, signed=signed)
        changes = compare(_words(before, old), _words(after, old))
        require_reason(changes, access.reason)
        first, steps = steps_back(old.amendable, old.amendments)
        steps = [step._replace(amendment=after) if step.amendment is before else step for step in steps]
        new = _done_again(old, first, steps)
        agreements.update_agreement(session, old, new)
    moved = order_notes(new, after) if after.signed != before.signed else ()
    return Kept(new, (*moved, *_burden_notes(old, after)), changes, number)


def with_said(one: Amendment, old: Agreement, said: Said, values: Values, today: date) -> Amendment:
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
    starts = _own_day(facts, "term_starts") or one.starts
    ends = _own_day(facts, "term_ends") or one.ends
    if starts and ends and ends.latest < starts.earliest:
        raise refusal("amendment-ends-before-start", end=ends.words, start=starts.words)
    return replace(
        one,
        what=str(facts.get("what", one.what)),
        adds_burden=one.adds_burden if burden is None else burden == YES,
        dprd_answer=answer,
        dprd_approved_on=approved_on,
        tkksd_note=one.tkksd_note if note is None else note == YES,
        numbers=tuple(sorted((dict(one.numbers) | dict(_numbers(old, said, one.signed))).items())),
        starts=starts,
        ends=ends,
    )


def _own_day(facts: dict[str, Value], key: str) -> Day | None:
    return read_day(str(facts[key])) if key in facts else None


def _words(one: Amendment, old: Agreement) -> dict[str, Known]:
    """An adendum in words by label, to be compared."""
    values: dict[str, Value | None] = {
        "what": one.what,
        "adds_burden": _kept(one.adds_burden),
        "dprd_answer": one.dprd_answer,
        "dprd_approved_on": one.dprd_approved_on.isoformat() if one.dprd_approved_on else None,
        "tkksd_note": _kept(one.tkksd_note),
    }
    names = {party.seat: name for party, name in told_apart(old.parties)}
    words: dict[str, Known] = {
        headed(AMENDMENT[key].label): None if value is None else AMENDMENT[key].word(value)
        for key, value in values.items()
    }
    days = {
        "Tanggal adendum": one.signed,
        headed(AMENDMENT["term_starts"].label): one.starts,
        headed(AMENDMENT["term_ends"].label): one.ends,
    }
    return words | days | {f"Nomor {names[seat]}": number for seat, number in one.numbers}


def _kept(answer: bool | None) -> str | None:
    return {True: YES, False: NO, None: None}[answer]


def refuse_unamendable(old: Agreement, signed: Day) -> None:
    """Refused of what is void or a draft; InvalidFact for a day that surely lies before the signing."""
    if old.void_reason is not None:
        raise refusal("agreement-void", id=old.id, done="diubah")
    if old.signed is None:
        raise refusal("draft-not-amended", id=old.id)
    if signed.latest < old.signed.earliest:
        raise refusal("amendment-before-signing", day=signed.words, id=old.id, signed=old.signed.words)


def refuse_second(old: Agreement, new: Amendment) -> None:
    """No adendum is entered twice."""
    for one in old.amendments:
        if one.signed == new.signed and (one.what == new.what or set(one.numbers) & set(new.numbers)):
            raise refusal("amendment-known", day=new.signed.words, id=old.id, number=one.number)


def _term(session: Session, old: Agreement, said: Said) -> tuple[Term, tuple[str, ...]]:
    """The term that the adendum gives; a duration counts from the start of the document."""
    if not said.says_term:
        return old.term, ()
    bare = replace(old.term, end_kind=None, ends=None, condition=None, end_typed=None, duration_typed=None)
    term, notes = overlay.term_after(
        said._replace(signed=None), bare, old.signed, settings.read_government(session).term_rule, old.id
    )
    return overlay.renewed(replace(old, term=term)).term, notes


def _numbers(old: Agreement, said: Said, signed: Day) -> tuple[tuple[int, str], ...]:
    """The parties' numbers for the adendum by seat, those of the partners in their order."""
    own, *partners = seats_at(old.parties, signed)
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
    last = old.last_day(amendment.signed.latest)
    if last is not None and amendment.signed.earliest > last:
        how = "diakhiri" if old.ending else "berakhir"
        yield warning(
            f"adendum ditandatangani sesudah {old.id} {how} {format_date(last)}",
            f"bila diperpanjang, kskd extend {old.id} --signed TANGGAL;"
            " bila salah catat, batalkan dengan kskd undo",
        )
    yield from _burden_notes(old, amendment)


def order_notes(new: Agreement, amendment: Amendment) -> Iterator[str]:
    """How the adendum stands among others, where that may be otherwise or is no matter of course."""
    others = [one for one in new.amendments if one.number != amendment.number]
    later = [str(one.number) for one in others if one.order > amendment.order]
    if later:
        yield f"Disisipkan sebelum adendum {', '.join(later)} menurut tanggalnya."
    crossed = [one for one in others if one.may_cross(amendment)]
    same = [str(one.number) for one in crossed if one.signed == amendment.signed and one.signed.exact]
    if same:
        yield f"Sehari dengan adendum {', '.join(same)}; urutannya menurut nomor urutnya."
    unsure = [
        f"{one.number} ({one.signed.words})"
        for one in crossed
        if not (one.signed.exact and amendment.signed.exact)
    ]
    kept = next(one for one in new.amendments if one.number == amendment.number)
    if kept.signed.exact is None and (kept.old_title, kept.old_term, kept.old_scope) != (None, None, None):
        is_known = amendment.signed.edtf != UNKNOWN
        first = format_date(amendment.signed.earliest) if is_known else "awal naskah"
        yield warning(
            f"hari adendum {kept.number} diketahui sebagian; perubahannya dianggap berlaku sejak {first}",
            f"bila harinya diketahui, kskd amend {new.id} --amendment {amendment.number} --signed TANGGAL",
        )
    if unsure:
        yield (
            f"Urutan tidak pasti terhadap adendum {', '.join(unsure)}; dipakai hari yang paling awal, lalu"
            " nomor urutnya."
        )


def _burden_notes(old: Agreement, amendment: Amendment) -> Iterator[str]:
    article = article_on_burden(old.scheme)
    settled = amendment.dprd_approved_on is not None or amendment.dprd_answer in {"setuju", "tidak-menjawab"}
    if amendment.adds_burden and article and not settled:
        yield warning(
            f"perubahan yang menambah beban memerlukan persetujuan DPRD lagi ({article})",
            f"catat dengan kskd amend {old.id} --amendment {amendment.number} --dprd-approved TANGGAL",
        )
