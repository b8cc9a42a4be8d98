"""Taking back what was recorded by mistake: a fact becomes unknown again, as a correction."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from kskd.domain.document.facts import FACTS, clause_code
from kskd.domain.values.text import quote
from kskd.errors import UsageError

if TYPE_CHECKING:
    from collections.abc import Callable

    from kskd.domain.document.agreement import Agreement, Party, Signer
    from kskd.workflows.register.form import AgreementForm


def _own(agreement: Agreement, **changes: object) -> Agreement:
    own, *others = agreement.parties
    return replace(agreement, parties=(replace(own, **changes), *others))  # type: ignore[arg-type]


def _signer(agreement: Agreement, **changes: object) -> Agreement:
    signer: Signer = replace(agreement.parties[0].signer, **changes)  # type: ignore[arg-type]
    return _own(agreement, signer=signer)


def _partners(agreement: Agreement, clear: Callable[[Party], Party]) -> Agreement:
    own, *others = agreement.parties
    return replace(agreement, parties=(own, *(clear(party) for party in others)))


def _term(agreement: Agreement, **changes: object) -> Agreement:
    return replace(agreement, term=replace(agreement.term, **changes))  # type: ignore[arg-type]


def _forget(agreement: Agreement, wanted: Callable[[str], bool]) -> Agreement:
    return replace(agreement, facts=tuple(fact for fact in agreement.facts if not wanted(fact[0])))


def _unsigned(agreement: Agreement) -> Agreement:
    """Without a day of signing; an end that was only computed from it goes too."""
    term = agreement.term
    if term.starts is None and term.duration_typed is not None and term.end_typed is None:
        term = replace(term, end_kind=None, ends=None)
    return replace(agreement, signed=None, term=term)


_NO_END = {"end_kind": None, "ends": None, "condition": None, "end_typed": None, "duration_typed": None}

CLEARABLE: dict[str, Callable[[Agreement], Agreement]] = {
    "number": lambda one: _own(one, number=None),
    "partner-number": lambda one: _partners(one, lambda party: replace(party, number=None)),
    "partner-signer": lambda one: _partners(
        one, lambda party: replace(party, signer=replace(party.signer, office=None, name=None))
    ),
    "signed": _unsigned,
    "starts": lambda one: _term(one, starts=None),
    "ended": lambda one: replace(one, ending=None),
    "ends": lambda one: _term(one, **_NO_END),
    "signer": lambda one: _signer(one, office=None),
    "signer-name": lambda one: _signer(one, name=None),
    "power-of-attorney": lambda one: _signer(one, power_number=None, power_date=None),
    "parent": lambda one: replace(one, parent=None),
    "replaces": lambda one: replace(one, predecessor=None),
    "planned": lambda one: replace(one, planned_for=None),
    "note": lambda one: replace(one, note=None),
    "original-place": lambda one: replace(one, original_place=None),
    "clause": lambda one: _forget(one, lambda key: clause_code(key) is not None),
}


def clear(agreement: Agreement, form: AgreementForm) -> Agreement:
    """The document with what the form clears unknown again; UsageError lists the names there are."""
    for name in form.clear:
        key = name.strip().casefold().removeprefix("--")
        fact = key.replace("-", "_")
        if getattr(form, fact, None) or fact in dict(form.facts):
            raise UsageError(f"--clear {key} dan --{key} tidak dapat dipakai bersama.")
        if fact in FACTS:
            agreement = _forget(agreement, fact.__eq__)
        elif key in CLEARABLE:
            agreement = CLEARABLE[key](agreement)
        else:
            known = ", ".join((*CLEARABLE, *(one.replace("_", "-") for one in FACTS)))
            raise UsageError(f"--clear {quote(name)} tidak dikenal. Yang ada: {known}.")
    return agreement
