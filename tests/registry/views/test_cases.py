"""Documents on their way to the rules: what is read of them, and that the rules never fail on any."""

from __future__ import annotations

import tempfile
from contextlib import suppress
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kskd.domain.document.facts import FACTS
from kskd.domain.document.lines import lines_of
from kskd.domain.document.status import Status
from kskd.domain.finding import Severity
from kskd.domain.settings import SETTINGS
from kskd.errors import KskdError
from kskd.registry.database import snapshot
from kskd.registry.tables import agreements, evaluations
from kskd.registry.tables.settings import read_government
from kskd.registry.views.cases import read_cases
from kskd.rules.case import Office
from kskd.rules.catalogue import OFFICE_RULES, RULES
from kskd.workflows.law.checking import RulesAsked, accepted, check
from kskd.workflows.law.due import due
from kskd.workflows.law.explaining import why
from kskd.workflows.law.next_steps import MOST, pressing
from tests.registry.office import COMMANDS, Command, way_into

if TYPE_CHECKING:
    from collections.abc import Iterable

    from kskd.domain.finding import Finding

pytestmark = pytest.mark.slow

DAYS = (date(1945, 1, 1), date(2024, 3, 1), date(2025, 1, 15), date(2029, 8, 1), date(2150, 12, 31))
CODES = {rule.code: rule.severity for rule in RULES} | {rule.code: rule.severity for rule in OFFICE_RULES}


def _sound(findings: Iterable[Finding]) -> None:
    """Each names a rule, an article or a setting, and a remedy, in whole sentences."""
    for one in findings:
        assert one.severity in {CODES[one.rule], Severity.INFO}
        assert one.article in SETTINGS or " Pasal " in one.article
        assert one.message.endswith(".")
        assert one.remedy
        assert "{" not in one.remedy


@settings(max_examples=40)
@given(commands=st.lists(COMMANDS, min_size=1, max_size=8))
def test_check_is_total_on_whatever_the_commands_can_build(
    office_bytes: bytes, commands: list[Command]
) -> None:
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "kskd.db"
        path.write_bytes(office_bytes)
        way = way_into(path)
        for work, args, more in commands:
            with suppress(KskdError):
                work(way, *args, **more)
        for day in DAYS:
            _sound(check(way, RulesAsked(), {}, tuple(Severity), as_of=day))
            accepted(way, RulesAsked(), {}, as_of=day)
            for deadline in due(way, {}, as_of=day, within="99999d"):
                assert deadline.remedy.startswith("kskd ")
            assert len(pressing(way, {}, as_of=day)) <= MOST
        with snapshot(path) as session:
            ids = list(agreements.read_agreements(session))
        for one in ids:
            assert why(way, one, as_of=DAYS[2]).reasons


@pytest.mark.parametrize("as_of", [date(2020, 6, 30), date(2024, 1, 15), date(2024, 12, 31)])
def test_a_case_is_the_document(example_registry: Path, as_of: date) -> None:
    """What the rules see of every document of the example is what the domain says of it on the day."""
    with snapshot(example_registry) as session:
        office = Office.of(read_government(session), as_of)
        whole = agreements.read_agreements(session)
        cases = {case.id: case for case in read_cases(session, office)}
        targets, realisations = evaluations.read_targets(session), evaluations.read_realisations(session)
    known = {
        one.id
        for one in whole.values()
        if one.void_reason is None and (one.signed_on or one.entered_on) <= as_of
    }
    lines = lines_of(whole.values(), as_of)
    assert set(cases) == known
    assert list(cases) == sorted(cases)
    for case in cases.values():
        one = whole[case.id].on(as_of)
        assert [addendum.number for addendum in case.addendums] == [each.number for each in one.amendments]
        ended = one.ended_by(as_of)
        assert (case.ended_on, case.end_ground) == ((ended.on, ended.ground) if ended else (None, None))
        assert case.last_day == one.last_day(as_of)
        assert (case.doc, case.scheme, case.opd, case.status) == (
            one.doc,
            one.scheme,
            one.lead_opd,
            one.status(as_of),
        )
        assert (case.signed_on, case.starts_on) == (one.signed_on, one.effective_term.starts_on)
        assert (case.end_kind, case.ends_on) == (one.term.end_kind, one.term.ends_on)
        assert [seat.number for seat in case.seats] == [party.number for party in one.parties]
        assert (case.affairs, case.has_scope) == (one.affairs, bool(one.scope))
        links = lines.get(case.id, (case.id,))
        assert {child.id for child in case.children} == {
            each for id_ in links for each in whole[id_].children
        } & known
        above = lines.get(one.parent, (one.parent,)) if one.parent else ()
        assert {parent.id for parent in case.parents} == {
            each for each in above if each == one.parent or whole[each].status(as_of) is not Status.DRAFT
        }
        if one.parent:
            partners = {party.partner for party in whole[one.parent].parties if party.seat}
            assert set(case.parent_partners) == partners
            assert case.parent_affairs == whole[one.parent].affairs
        assert (case.predecessor.id if case.predecessor else None) == one.predecessor
        after = one.successor if one.successor in known else None
        assert (case.successor.id if case.successor else None) == after
        assert [replace(each, agreement=one.id, source=None) for each in case.targets] == [
            replace(each, source=None, more=()) for each in targets if each.agreement == one.id
        ]
        assert [replace(each, agreement=one.id) for each in case.realisations] == [
            each for each in realisations if each.agreement == one.id and each.known_from <= as_of
        ]
        assert list(case.facts.items()) == [fact for fact in one.facts if fact[0] in FACTS]


def test_some_documents_are_read_as_if_all_were(example_registry: Path) -> None:
    with snapshot(example_registry) as session:
        office = Office.of(read_government(session), date(2024, 12, 31))
        every = {case.id: case for case in read_cases(session, office)}
        some = ["KB-2020-001", "PKS-2023-002"]
        assert {case.id: case for case in read_cases(session, office, agreements=some)} == {
            one: every[one] for one in some
        }
        assert list(read_cases(session, office, agreements=[])) == []
