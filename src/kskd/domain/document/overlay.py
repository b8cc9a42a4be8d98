"""Laying what was said of a document over what is recorded: its term, parties and facts."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING, Any

from kskd.domain.document.agreement import PaperSigner, Party
from kskd.domain.document.chain import DOC_NAMES, SCHEME_SHORT
from kskd.domain.document.ends import EndKind
from kskd.domain.document.facts import FACTS
from kskd.domain.partner import check_seats
from kskd.domain.values.dates import format_date
from kskd.domain.values.days import UNKNOWN, Day
from kskd.domain.values.durations import TermRule, duration_agrees, partial_end_of, read_duration
from kskd.domain.values.kinds import YES, FieldKind
from kskd.domain.values.money import format_money
from kskd.domain.values.text import headed, quote, word
from kskd.domain.values.warning import warning
from kskd.errors import refusal

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping

    from kskd.domain.document.agreement import Agreement
    from kskd.domain.document.said import Said
    from kskd.domain.document.term import Term
    from kskd.domain.field import Fields


def signed_by(said: Said, today: date) -> Day | None:
    """The day of signing that was said; InvalidFact for a day to come, since nothing was signed on it yet."""
    if said.signed is not None and said.signed.earliest > today:
        raise refusal("signing-in-future", day=said.signed.words)
    return said.signed


def require_come(said: Said, today: date) -> None:
    """InvalidFact for a day to come of what has happened once it is told: a letter, a decision, a consent."""
    told = [(FACTS[key], str(value)) for key, value in said.facts if key in FACTS]
    days = [(field.label, value) for field, value in told if field.kind is FieldKind.DATE]
    if said.power_of_attorney_date is not None:
        days.append(("tanggal surat kuasa", said.power_of_attorney_date.isoformat()))
    for what, day in days:
        if day > today.isoformat():
            raise refusal("day-in-future", what=headed(what), day=format_date(date.fromisoformat(day)))


def parties_to_come(said: Said, one: Agreement, today: date) -> Iterator[str]:
    """A warning for each partner just said to join or leave on a day to come, which may be planned."""
    for party in one.parties:
        for told, day, does, option in (
            (said.partner_joined, party.joined, "bergabung", "--partner-joined"),
            (said.partner_left, party.left, "keluar", "--partner-left"),
        ):
            if day in told and day is not None and day.earliest > today:
                yield warning(
                    f"{party.name} {does} {day.words}, hari yang belum tiba",
                    f"bila salah catat, kskd update {one.id} --partner {word(party.name)} {option} TANGGAL"
                    ' --reason "…"',
                )


def above_value(said: Said, one: Agreement) -> tuple[str, ...]:
    """A warning where the contributions together are more than the document is worth, once either is said."""
    value, brought = one.fact("value"), [party for party in one.parties if party.contribution]
    total = sum(party.contribution or 0 for party in brought)
    if value is None or total <= int(value) or not any(map(said.says, _WORTH)):
        return ()
    names = " dan ".join(party.name for party in brought)
    last = brought[-1]
    option = f"--partner {word(last.name)} --partner-contribution" if last.partner else "--contribution"
    return (
        warning(
            f"kontribusi {names}, {format_money(total)}, melebihi nilai {one.id}, {format_money(int(value))}",
            f'bila nilainya salah catat, kskd update {one.id} --value RUPIAH --reason "…";'
            f' bila kontribusinya, kskd update {one.id} {option} RUPIAH --reason "…"',
        ),
    )


_WORTH = ("value", "contribution", "partner_contribution")


def signed_at_entry(said: Said, today: date) -> Day | None:
    """As ``signed_by``; what has begun or is over was signed, on a day unknown where none was said."""
    return signed_by(said, today) or (Day.parse(UNKNOWN) if has_begun(said, today) else None)


def has_begun(said: Said, today: date) -> bool:
    """Whether a document has begun by what is said at entry: its start has come, or its end has passed."""
    start, end = said.starts, said.ends and said.ends.on
    return start.latest <= today if start else end is not None and end.latest < today


def signing_unsaid(one: Agreement) -> tuple[str, ...]:
    """A warning where the signing of a document was only inferred from its start or its end."""
    start, end = one.term.starts, one.term.ends
    if one.signed is None or (start is None and end is None):
        return ()
    why = f"mulai berlaku {start.words}" if start else f"berakhir {end.words if end else ''}"
    return (
        warning(
            f"tanggal penandatanganan {one.id} dicatat tidak diketahui, sebab naskahnya {why}",
            f"bila diketahui, kskd update {one.id} --signed TANGGAL; bila belum ditandatangani,"
            f' kskd update {one.id} --clear signed --reason "…"',
        ),
    )


def begun_unsigned(one: Agreement, today: date) -> tuple[str, ...]:
    """A warning where a draft is said to have begun."""
    if one.term.starts is None or one.term.starts.latest > today:
        return ()
    return (
        warning(
            f"{one.id} mulai berlaku {one.term.starts.words}, tetapi masih rancangan",
            f"bila sudah ditandatangani, kskd update {one.id} --signed TANGGAL (atau tidak-diketahui)",
        ),
    )


def first_day(signed: Day | None, starts: Day | None, today: date) -> date:
    """The day that gives a document its year: the first known of signing, of start, else that of entry."""
    return next((day.earliest for day in (signed, starts) if day and day.edtf != UNKNOWN), today)


def term_after(
    said: Said, current: Term, signed: Day | None, rule: TermRule, agreement: str
) -> tuple[Term, tuple[str, ...]]:
    """The term after what was said is taken in, and a line for whatever was worked out or disagrees.

    ``current`` is the term recorded so far, ``signed`` the day of signing now known. An end as the
    document says it wins over one computed from a duration; a computed one follows its start. ``agreement``
    is the id that a warning names.
    """
    if said.term is not None:
        return said.term.over(current), ()
    typed = f"{said.years} tahun" if said.years else said.duration
    starts = said.starts or current.starts
    start = starts or signed
    base = replace(current, starts=None, duration_typed=typed or current.duration_typed)
    start_changes = typed or said.starts or said.signed or not {"starts", "signed"}.isdisjoint(said.clear)
    says_end = said.ends or said.open_ended or said.until
    notes: tuple[str, ...] = ()
    term = _said_end(said, base) if says_end else base
    is_computed = term.end_typed is None and term.end_kind is not EndKind.OPEN  # or not there at all
    if (said.until and typed) or (is_computed and start_changes and not says_end):
        term, notes = _computed_end(term, start, rule, is_first=said.fact("renews_every") is not None)
    if start and term.ends and term.ends.latest < start.earliest:
        raise refusal("end-before-start", end=term.ends.words, start=start.words)
    if not notes and (says_end or typed or said.starts or said.signed):
        notes = _disagreement(term, start and start.exact, agreement)
    if said.ends and said.ends.typed[:5].casefold() == "akhir":
        notes += (f"{quote(said.ends.typed)} dibaca {said.ends.on.words}.",)
    return replace(term, starts=starts), notes


def _said_end(said: Said, term: Term) -> Term:
    """The term with the end as the document says it."""
    term = replace(term, end_kind=None, ends=None, condition=None, end_typed=None)
    if said.ends is not None:
        return replace(term, end_kind=EndKind.DATE, ends=said.ends.on, end_typed=said.ends.typed)
    if said.until:
        return replace(term, end_kind=EndKind.CONDITION, condition=said.until)
    return replace(term, end_kind=EndKind.OPEN)


def _computed_end(
    term: Term, start: Day | None, rule: TermRule, *, is_first: bool
) -> tuple[Term, tuple[str, ...]]:
    """The term with the end that its duration gives, once a start is known, and a line that says so.

    From a start known to the year or month the end is known as far, where the duration is in these. Beside a
    condition it is the first end.
    """
    if term.duration_typed is None:
        return term, ()
    bare = replace(term, end_kind=EndKind.CONDITION if term.condition else None, ends=None)
    if start is None:
        return bare, ("Tanggal akhir dihitung setelah tanggal mulai atau penandatanganan tercatat.",)
    ends = partial_end_of(start, read_duration(term.duration_typed), rule)
    if ends is None:
        return bare, (
            "Tanggal akhir dihitung setelah tanggal mulai atau penandatanganan tercatat lebih tepat"
            f" ({start.words}).",
        )
    how = f"dihitung dari {term.duration_typed} sejak {start.words}"
    what = "Akhir pertama" if is_first or term.condition else "Berakhir"
    kind = EndKind.CONDITION if term.condition else EndKind.DATE
    return replace(term, end_kind=kind, ends=ends), (f"{what} {ends.words}, {how}.",)


def _disagreement(term: Term, start: date | None, agreement: str) -> tuple[str, ...]:
    correcting = f'bila salah catat, kskd update {agreement} --ends TANGGAL --reason "…"'
    if term.duration_typed is not None and term.end_kind is EndKind.OPEN:
        kept = f"tanpa batas waktu, sehingga jangka waktu {term.duration_typed} hanya disimpan"
        return (warning(kept, correcting),)
    if term.duration_typed is None or start is None or term.ends_on is None:
        return ()
    if duration_agrees(start, read_duration(term.duration_typed), term.ends_on):
        return ()
    return (
        warning(
            f"tanggal akhir {format_date(term.ends_on)} tidak sesuai dengan {term.duration_typed} sejak"
            f" {format_date(start)}, dan tanggal akhir yang dipakai",
            correcting,
        ),
    )


def signer_after(said: Said, current: PaperSigner) -> PaperSigner:
    """Who signed for the Pemda, with what was said put over what is recorded."""
    return PaperSigner(
        office=said.signer or current.office,
        name=said.signer_name or current.name,
        power_number=said.power_of_attorney or current.power_number,
        power_date=said.power_of_attorney_date or current.power_date,
    )


def own_after(said: Said, current: Party) -> Party:
    """The Pemda's own seat with its number and signer."""
    return with_numbers(
        replace(
            current,
            number=said.number or current.number,
            signer=signer_after(said, current.signer),
            contribution=current.contribution if said.contribution is None else said.contribution,
            brings=said.brings or current.brings,
        ),
        said.more_number,
        said.drop_more_number,
    )


def with_numbers(party: Party, more: Iterable[str], drop: Iterable[str]) -> Party:
    """The party with further numbers added and dropped; without a first number the first of them is that.

    NotFound for one to be dropped that is not among its further numbers.
    """
    gone = {number.casefold() for number in drop}
    strange = gone - {number.casefold() for number in party.further}
    if strange:
        raise refusal("part-not-in-agreement", what="nomor lain", names=", ".join(sorted(strange)))
    kept = [number for number in party.further if number.casefold() not in gone]
    numbers: dict[str, str] = {}
    for number in (*filter(None, (party.number,)), *kept, *more):
        numbers.setdefault(number.casefold(), number)
    first, *further = numbers.values() or (None,)
    return replace(party, number=first, further=tuple(further))


def seat_partners(found: list[tuple[int, str]], said: Said, current: tuple[Party, ...]) -> tuple[Party, ...]:
    """Parties in seats 1 and up with what was said in their order, as numbers and signers; ``-`` is unknown.

    ``current`` are the partners' parties so far, whose recorded parts stay where nothing was said.
    """
    seated = list(current)
    for number, name in found:
        if number not in {party.partner for party in current}:
            seat = max((party.seat for party in seated), default=0) + 1
            seated.append(Party(seat, name, number))
    # Those named beside the numbers are meant, in the seat that each last took; without names, all in order.
    last = {party.partner: at for at, party in enumerate(seated)}
    meant = [last[number] for number, _ in found] or list(range(len(seated)))
    for key, put in _PUT.items():
        values = getattr(said, key)
        if len(values) > len(meant):
            raise refusal("partner-values-too-many", option=f"--{key.replace('_', '-')}")
        for at, value in zip(meant, values, strict=False):
            if value is not None:
                seated[at] = put(seated[at], value)
    check_seats(seated)
    return tuple(seated)


_PUT: Mapping[str, Callable[[Party, Any], Party]] = {
    "partner_number": lambda party, value: replace(party, number=value),
    "partner_signer": lambda party, value: replace(party, signer=replace(party.signer, office=value)),
    "partner_joined": lambda party, value: replace(party, joined=value),
    "partner_left": lambda party, value: replace(party, left=value),
    "partner_contribution": lambda party, value: replace(party, contribution=value),
    "partner_brings": lambda party, value: replace(party, brings=value),
}
"""What is said of partners in their order, and how each goes into its seat."""


def with_facts(one: Agreement, said: Said) -> Agreement:
    """The document with the plain facts and clauses that were said, and without the clauses dropped."""
    dropped = dict.fromkeys(said.drop_clause)
    return one.with_facts(**{**dict(said.facts), **dict.fromkeys(said.clause, YES), **dropped})


def renewed(one: Agreement) -> Agreement:
    """The document with the condition on which it ends where it is renewed by itself, before adendums too."""
    every, notice = one.text("renews_every"), one.text("notice_period")
    amendments = tuple(
        replace(each, old_term=each.old_term and each.old_term.renewed(every, notice))
        for each in one.amendments
    )
    return replace(one, term=one.term.renewed(every, notice), amendments=amendments)


def without_end(one: Agreement) -> tuple[str, ...]:
    """A warning where nothing is known of when a document ends, nor of how long it runs."""
    if one.term.end_kind is not None or one.term.duration_typed is not None:
        return ()
    return (
        warning(
            f"akhir {one.id} belum diketahui",
            f"sebut dengan kskd update {one.id} --ends TANGGAL; bila tanpa batas waktu,"
            f" kskd update {one.id} --open-ended",
        ),
    )


def idle_facts(fields: Fields, said: Said, one: Agreement) -> tuple[str, ...]:
    """A warning for each fact said that no rule asks of such a document; it is kept all the same."""
    told = (fields[key] for key, _ in said.facts)
    return tuple(
        warning(
            f"{field.option} disimpan, tetapi {'bukan untuk' if field.is_own else 'tidak diperiksa pada'}"
            f" {DOC_NAMES[one.doc]} {SCHEME_SHORT[one.scheme]}",
            f'bila salah catat, kskd update {one.id} --clear {field.name} --reason "…"',
        )
        for field in told
        if not field.applies_to(one.doc, one.scheme)
    )
