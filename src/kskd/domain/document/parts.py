"""What parts of a document with a shape of their own can do: be read, said and made unknown again."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, NamedTuple, Union

from kskd.domain.document.affairs import read_affair
from kskd.domain.document.chain import read_doc, read_scheme
from kskd.domain.document.clauses import clause_code, clause_label, read_clause
from kskd.domain.document.ends import EndKind
from kskd.domain.document.said import (
    SaidEnd,
    read_end,
    read_length,
    read_number,
    read_number_of,
    read_office,
    read_power,
    read_relation,
    read_start,
    read_whole_years,
)
from kskd.domain.partner import told_apart
from kskd.domain.values.dates import format_date, read_date
from kskd.domain.values.days import read_day
from kskd.domain.values.money import format_money, read_money
from kskd.domain.values.text import clean, headed, leaves_unknown

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from kskd.domain.document.agreement import Agreement, Party
    from kskd.domain.values.days import Day

    Words = Mapping[str, "Known"]


Known = Union[str, "Day", SaidEnd, None]
"""What is recorded under a label: its words, or the day that they come from."""


class Part(NamedTuple):
    """One part by the key of its field.

    ``read`` makes the value of what was typed; ``words`` gives what is recorded by label, None where nothing
    is; ``clear`` makes it unknown again, and is None for what is never unknown.
    """

    read: Callable[[str], object]
    words: Callable[[Agreement], Words] | None = None
    clear: Callable[[Agreement], Agreement] | None = None


UNKNOWN = "-"  # typed for one of several numbers, signers, efforts … that is not known


def _text(label: str, limit: int = 500) -> Callable[[str], object]:
    return lambda text: clean(text, label, limit=limit)


def _or_unknown(read: Callable[[str], object]) -> Callable[[str], object]:
    """A reader of what ``-`` and all that says that there is nothing leave unknown (None)."""
    return lambda text: None if leaves_unknown(text) else read(text)


def _own(one: Agreement, **changes: object) -> Agreement:
    own, *others = one.parties
    return replace(one, parties=(replace(own, **changes), *others))  # type: ignore[arg-type]


def _signer(one: Agreement, **changes: object) -> Agreement:
    return _own(one, signer=replace(one.parties[0].signer, **changes))  # type: ignore[arg-type]


def _partners(one: Agreement, clear: Callable[[Party], Party]) -> Agreement:
    own, *others = one.parties
    return replace(one, parties=(own, *(clear(party) for party in others)))


def _term(one: Agreement, **changes: object) -> Agreement:
    return replace(one, term=replace(one.term, **changes))  # type: ignore[arg-type]


def _unsigned(one: Agreement) -> Agreement:
    """Without a day of signing; an end that was only computed from it goes too."""
    term = one.term
    if term.starts is None and term.duration_typed is not None and term.end_typed is None:
        kind = EndKind.CONDITION if term.condition else None
        term = replace(term, end_kind=kind, ends=None)
    return replace(one, signed=None, term=term)


def _endless(one: Agreement) -> Agreement:
    return _term(one, end_kind=None, ends=None, condition=None, end_typed=None, duration_typed=None)


def _without_clauses(one: Agreement) -> Agreement:
    return replace(one, facts=tuple(fact for fact in one.facts if clause_code(fact[0]) is None))


def _party_words(one: Agreement) -> Words:
    """Numbers and signers party by party."""
    words: dict[str, Known] = {}
    for party, name in told_apart(one.parties):
        signer = party.signer
        words |= {
            f"Nomor {name}": party.number,
            **{f"Nomor lain {name} {number}": number for number in party.further},
            f"Kontribusi {name}": None if party.contribution is None else format_money(party.contribution),
            f"Bentuk kontribusi {name}": party.brings,
            f"Penanda tangan {name}": signer.office,
            f"Nama penanda tangan {name}": signer.name,
            f"Surat kuasa {name}": signer.power_number,
            f"Tanggal surat kuasa {name}": format_date(signer.power_date) if signer.power_date else None,
            f"Bergabung {name}": party.joined,
            f"Keluar {name}": party.left,
        }
    return words


def _end_words(one: Agreement) -> Words:
    term = one.term
    condition = None if term.is_renewed else term.condition  # a renewal is told by its own fields
    end = condition or term.ends or ("tanpa batas waktu" if term.end_kind else None)
    first = term.ends if condition else None
    ending = f"{format_date(one.ending.on)} ({one.ending.label})" if one.ending else None
    typed = SaidEnd(term.ends, term.end_typed) if term.ends and term.end_typed else term.end_typed
    return {"Akhir": end, "Akhir pertama": first, "Diakhiri": ending, "Akhir menurut naskah": typed}


def _file_words(one: Agreement) -> Words:
    words: dict[str, Known] = {}
    for link in one.files:
        words[f"Berkas {link.path}"] = f"{link.size} byte, SHA-256 {link.digest[:12]}…"
        words[f"Salinan {link.path}"] = "tersimpan di registri" if link.embedded else None
    return words


def _each(label: str, values: tuple[str, ...]) -> Words:
    return {f"{label} {value}": value for value in values}


PARTS: Mapping[str, Part] = {
    "scheme": Part(read_scheme, lambda one: {"Bentuk": one.scheme}),
    "doc": Part(read_doc),
    "partner": Part(
        _text("nama mitra", 300),
        lambda one: _each("Mitra", tuple(name for party, name in told_apart(one.parties) if party.seat > 0)),
    ),
    "partner_number": Part(
        _or_unknown(read_number), clear=lambda one: _partners(one, lambda party: replace(party, number=None))
    ),
    "partner_signer": Part(
        _or_unknown(_text("jabatan penanda tangan mitra", 200)),
        clear=lambda one: _partners(
            one, lambda party: replace(party, signer=replace(party.signer, office=None, name=None))
        ),
    ),
    "partner_more_number": Part(read_number_of),
    "partner_contribution": Part(
        _or_unknown(read_money),
        clear=lambda one: _partners(one, lambda party: replace(party, contribution=None)),
    ),
    "partner_brings": Part(
        _or_unknown(_text("bentuk kontribusi mitra")),
        clear=lambda one: _partners(one, lambda party: replace(party, brings=None)),
    ),
    "partner_joined": Part(
        _or_unknown(read_day), clear=lambda one: _partners(one, lambda party: replace(party, joined=None))
    ),
    "partner_left": Part(
        _or_unknown(read_day), clear=lambda one: _partners(one, lambda party: replace(party, left=None))
    ),
    "opd": Part(str, lambda one: {"OPD": one.lead_opd}),
    "support_opd": Part(str, lambda one: _each("OPD pendukung", one.support_opds)),
    "co_lead": Part(str, lambda one: _each("OPD pemrakarsa bersama", one.co_leads)),
    "number": Part(_or_unknown(read_number), _party_words, lambda one: _own(one, number=None)),
    "more_number": Part(read_number),
    "contribution": Part(_or_unknown(read_money), clear=lambda one: _own(one, contribution=None)),
    "brings": Part(_or_unknown(_text("bentuk kontribusi Pemda")), clear=lambda one: _own(one, brings=None)),
    "signed": Part(read_day, lambda one: {"Tanggal penandatanganan": one.signed}, _unsigned),
    "starts": Part(
        read_start,
        lambda one: {"Tanggal mulai": one.term.starts},
        lambda one: _term(one, starts=None),
    ),
    "years": Part(read_whole_years),
    "duration": Part(read_length, lambda one: {"Jangka waktu": one.term.duration_typed}),
    "ends": Part(read_end, _end_words, _endless),
    "open_ended": Part(str),
    "until": Part(_text("syarat berakhir")),
    "signer": Part(read_office, clear=lambda one: _signer(one, office=None)),
    "signer_name": Part(_text("nama penanda tangan", 200), clear=lambda one: _signer(one, name=None)),
    "power_of_attorney": Part(read_power, clear=lambda one: _signer(one, power_number=None, power_date=None)),
    "power_of_attorney_date": Part(read_date),
    "parent": Part(str, lambda one: {"Induk": one.parent}, lambda one: replace(one, parent=None)),
    "affair": Part(read_affair, lambda one: _each("Urusan", one.affairs)),
    "scope": Part(_text("ruang lingkup", 1000), lambda one: _each("Ruang lingkup", one.scope)),
    "file": Part(str, _file_words),
    "clause": Part(
        read_clause,
        lambda one: {f"Klausul {clause_label(key)}": "ada" for key, _ in one.facts if clause_code(key)},
        _without_clauses,
    ),
    "replaces": Part(
        str, lambda one: {"Pendahulu": one.predecessor}, lambda one: replace(one, predecessor=None)
    ),
    "relates": Part(
        read_relation,
        lambda one: {f"{headed(bond.kind.words)} {bond.other}": bond.other for bond in one.relations},
    ),
    "ended": Part(str, clear=lambda one: replace(one, ending=None)),  # told by a command of its own
}
