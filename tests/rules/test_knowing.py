"""What is not recorded accuses nobody, and what becomes known accuses of nothing but itself."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from hypothesis import given, settings
from hypothesis import strategies as st

from kskd.domain.choices import PartnerKind
from kskd.domain.document.chain import Doc, Scheme
from kskd.domain.document.facts import FACTS
from kskd.domain.finding import Severity
from kskd.domain.values.kinds import FieldKind
from kskd.rules.catalogue import Bench
from kskd.rules.rule import Violated

from .tables import HEAD, OTHER, made, own, partner

if TYPE_CHECKING:
    from kskd.domain.field import Field
    from kskd.rules.case import Case

BENCH = Bench()
SIGNED_ON = [None, date(2018, 7, 13), date(2020, 4, 14), date(2020, 7, 1), date(2021, 1, 1), date(2024, 5, 2)]
AROUND = ["2018-01-01", "2020-06-30", "2024-05-01", "2024-05-02", "2024-05-03", "2025-03-14"]
SCHEMES = {
    Doc.KB: (Scheme.KSDD_WAJIB, Scheme.KSDD_SUKARELA, Scheme.KSDPK),
    Doc.PKS: (Scheme.KSDD_WAJIB, Scheme.KSDPK, Scheme.KSDPL, Scheme.KSDLL),
    Doc.KONTRAK: (Scheme.KSDPK,),
    Doc.NK: (Scheme.SINERGI,),
    Doc.RK: (Scheme.SINERGI,),
}
KINDS = [(doc, scheme) for doc in Doc for scheme in SCHEMES.get(doc, (Scheme.KSDPL, Scheme.KSDLL))]


def values_of(field: Field) -> list[str]:
    """Values of each sort that a fact can have; of days some around the signature."""
    if field.kind is FieldKind.CHOICE:
        return [value for value, _ in field.choices]
    return {FieldKind.YES_NO: ["yes", "no"], FieldKind.DATE: AROUND}.get(field.kind, ["sesuatu"])


@st.composite
def documents(draw: st.DrawFn) -> Case:
    """Any kind of document of any era, with any of the facts that it may have."""
    doc, scheme = draw(st.sampled_from(KINDS))
    facts = {
        field.key: draw(st.sampled_from(values_of(field)))
        for field in _fields(doc, scheme)
        if draw(st.booleans())
    }
    other = partner(
        number=draw(st.sampled_from([None, "7/MC"])), kind=draw(st.sampled_from([None, *PartnerKind]))
    )
    return made(
        f"{doc.value.upper()}-2024-001",
        scheme=scheme,
        signed_on=draw(st.sampled_from(SIGNED_ON)),
        facts=facts,
        seats=(own(draw(st.sampled_from([HEAD, OTHER, None]))), other),
    )


def _fields(doc: Doc, scheme: Scheme) -> list[Field]:
    return [field for field in FACTS if field.applies_to(doc, scheme)]


def verdicts(case: Case) -> dict[str, object]:
    """What each rule says that says anything."""
    return {rule.code: verdict for rule, verdict in BENCH.judge(case)}


@settings(max_examples=250)
@given(documents())
def test_what_becomes_known_never_turns_silence_into_an_accusation_of_something_else(case: Case) -> None:
    """A rule that says nothing while a fact is unknown, and accuses whatever that fact is, accuses of another."""
    silent = verdicts(case)
    for field in _fields(case.doc, case.scheme):
        if field.key in case.facts:
            continue
        known = [
            verdicts(case._replace(facts={**case.facts, field.key: value})) for value in values_of(field)
        ]
        accusing = {code for code in known[0] if all(isinstance(said.get(code), Violated) for said in known)}
        assert accusing - silent.keys() == set(), field.key


@given(documents())
def test_what_is_unknown_is_information(case: Case) -> None:
    """A verdict that lacks a fact is never more than `info`, and each finding says what to type."""
    for rule, verdict in BENCH.judge(case):
        finding = rule.finding(case, verdict)
        assert isinstance(verdict, Violated) or finding.severity is Severity.INFO
        assert finding.remedy
