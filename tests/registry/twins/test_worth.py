"""SQL and the domain agree on what the documents of a unit and of a partner are worth together."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from kskd.domain.document.agreement import Party
from kskd.domain.document.lines import worth_of
from kskd.domain.values.days import Day
from kskd.registry.session import Session
from kskd.registry.tables import agreements, opds, partners
from tests.registry.harness import PARTNERS, UNITS, plain

if TYPE_CHECKING:
    import sqlite3

    from kskd.domain.document.agreement import Agreement

AS_OF = date(2024, 6, 30)
VALUES = st.none() | st.sampled_from([0, 1, 75_450_000, 10**15])
SIGNED = st.sampled_from([None, date(2024, 2, 20), date(2024, 6, 30), date(2024, 7, 1)])


@st.composite
def chains(draw: st.DrawFn) -> list[Agreement]:
    """A few umbrellas and what hangs on them, led, signed and valued as it comes."""
    documents: list[Agreement] = []
    for at in range(draw(st.integers(1, 5))):
        parents = [one.id for one in documents if one.doc == "kb"]
        signed = draw(SIGNED)
        chosen = draw(st.lists(st.sampled_from(sorted(PARTNERS)[:3]), min_size=1, max_size=2, unique=True))
        documents.append(
            plain(
                f"{'PKS' if at % 2 else 'KB'}-2024-{at + 1:03}",
                lead_opd=draw(st.sampled_from(UNITS[:2])),
                signed=Day.of(signed) if signed else None,
                parent=draw(st.sampled_from([None, *parents])) if at % 2 else None,
                void_reason=draw(st.sampled_from([None, None, None, "salah catat"])),
                value=draw(VALUES),
                parties=(
                    Party(0, "Kabupaten Contoh"),
                    *(Party(seat, PARTNERS[one], one) for seat, one in enumerate(chosen, 1)),
                ),
                support_opds=draw(st.sampled_from([(), (UNITS[1],)])),
                co_leads=draw(st.sampled_from([(), (UNITS[2],)])),
            )
        )
    return documents


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(documents=chains())
def test_sums_of_units_and_partners_are_the_domains(
    con: sqlite3.Connection, documents: list[Agreement]
) -> None:
    con.execute("SAVEPOINT test")
    for one in documents:
        agreements.insert_agreement(Session(con), one)
    known = [one for one in documents if one.void_reason is None and one.is_known(AS_OF)]
    tallies = opds.count_agreements(Session(con), AS_OF)
    worths = partners.count_agreements(Session(con), AS_OF)
    con.execute("ROLLBACK TO test")
    old = plain("KB-2020-001")  # stands in the registry already, without a value
    for code in UNITS:
        led = [one for one in (*known, old) if one.lead_opd == code]
        supported, co_led = (
            sum(code in codes for codes in told)
            for told in ([one.support_opds for one in known], [one.co_leads for one in known])
        )
        assert tallies[code] == (worth_of(led), supported, co_led)
    for number in PARTNERS:
        of = [one for one in known if number in {party.partner for party in one.parties}]
        assert worths.get(number, worth_of([])) == worth_of(of)
