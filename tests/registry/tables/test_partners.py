"""An act of many documents finds the same partners by its index as by reading all of them."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from kskd.domain.partner import Partner
from kskd.domain.values.names import key
from kskd.registry.session import Session
from kskd.registry.tables import partners

if TYPE_CHECKING:
    import sqlite3

    from kskd.domain.partner import Partners

NAMES = ("PT Umpama", "P.T. UMPAMA", "CV Misal", "C.V. Misal", "Universitas Contoh", "Yayasan Andai")
STEP = st.tuples(
    st.sampled_from(("enter", "rename", "alias", "drop")), st.integers(1, 6), st.sampled_from(NAMES)
)


def take(session: Session, step: str, number: int, name: str) -> None:
    """One step, where names stay apart as the registry keeps them."""
    known = partners.read_partners(session)
    labels = {label.casefold() for one in known.values() for label in (one.name, *one.aliases)}
    if step == "drop":
        partners.drop_alias(session, name)
    elif name.casefold() in labels:
        return
    elif step == "enter":
        partners.insert_partner(session, Partner(0, name))
    elif number in known and step == "rename":
        partners.update_partner(session, replace(known[number], name=name))
    elif number in known:
        partners.add_alias(session, number, name)


def found(known: Partners) -> tuple[dict[int, Partner], dict[str, set[int]]]:
    """All that is known, and what each name means."""
    one_by_one = {number: known[number] for number in known}
    assert list(known.items()) == list(one_by_one.items())
    assert list(known.values()) == list(one_by_one.values())
    assert len(known) == len(one_by_one)
    return one_by_one, {name: known.meant(key(name)) for name in NAMES}


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.lists(STEP, max_size=4), st.lists(st.tuples(st.booleans(), STEP), max_size=10))
def test_the_index_finds_what_reading_all_finds(
    con: sqlite3.Connection, before: list[tuple[str, int, str]], then: list[tuple[bool, tuple[str, int, str]]]
) -> None:
    """After any steps, some of them taken back, of what was there before the act and what came in it."""
    act, plain = Session(con), Session(con)
    act.memory = {}
    with plain.savepoint() as undo:
        for step in before:
            take(plain, *step)
        partners.read_partners(act)
        for is_kept, step in then:
            with act.savepoint() as take_back:
                take(act, *step)
                if not is_kept:
                    take_back()
            assert found(partners.read_partners(act)) == found(partners.read_partners(plain))
        undo()


def test_a_merged_partner_means_the_one_it_was_merged_into(con: sqlite3.Connection) -> None:
    act = Session(con)
    act.memory = {}
    first, second = (partners.insert_partner(act, Partner(0, name)) for name in NAMES[::2][:2])
    partners.merge(act, second, first)
    assert partners.read_partners(act).meant(key(NAMES[2])) == {first}
    assert partners.read_partners(act)[second].merged_into == first
