"""A document in full, made inside SQLite, says what the domain says of it."""

from __future__ import annotations

import itertools
import random
from dataclasses import replace
from datetime import date, timedelta
from typing import TYPE_CHECKING, Any

import pytest

from kskd.domain.choices import OfficialRole
from kskd.domain.document.agreement import Party, Relation
from kskd.domain.document.chain import RelationKind
from kskd.domain.document.clauses import clause_code
from kskd.domain.document.facts import FACTS
from kskd.domain.document.fields import FIELDS
from kskd.domain.evaluation import Action, Effort, Evaluation, Obstacle, Realisation, Target
from kskd.domain.office.official import Official
from kskd.domain.values.days import Day
from kskd.domain.values.period import Period
from kskd.registry.database import snapshot
from kskd.registry.session import Session
from kskd.registry.tables import agreements, evaluations, officials, partners
from kskd.registry.tables.instruments import add_instrument
from kskd.registry.views.document import read_document, read_titles
from tests.registry.harness import PARTNERS, plain

if TYPE_CHECKING:
    import sqlite3
    from pathlib import Path

    from kskd.domain.document.agreement import Agreement
    from kskd.domain.document.amendment import Amendment

PKS = "PKS-2024-001"
AS_OF = (date(2023, 3, 31), date(2024, 9, 30), date(2026, 6, 30))
PERIODS = [
    Period.parse(f"{year}{part}")
    for year in (2023, 2024)
    for part in ("", "-S1", "-S2", "-Q2", "-Q4", "-06", "-12")
]


def _iso(day: date | None) -> str | None:
    return day.isoformat() if day else None


def _amendment(one: Agreement, amendment: Amendment) -> dict[str, Any]:
    old: dict[str, object] = {
        "title": amendment.old_title,
        "scope": amendment.old_scope and [*amendment.old_scope],
    }
    if (term := amendment.old_term) is not None:
        old["term"] = {
            "end_kind": term.end_kind, "ends": _iso(term.ends_on), "ends_on": _iso(term.ends_on),
            "end_condition": term.condition,
            "end_typed": term.end_typed, "duration_typed": term.duration_typed,
        }  # fmt: skip
    return {
        "number": amendment.number, "signed_on": _iso(amendment.signed.exact),
        "signed": str(amendment.signed), "starts": None, "ends": None, "what": amendment.what,
        "adds_burden": amendment.adds_burden, "dprd_answer": amendment.dprd_answer,
        "dprd_approved_on": _iso(amendment.dprd_approved_on), "tkksd_note": amendment.tkksd_note,
        "numbers": [{"party": one.parties[seat].name, "number": text} for seat, text in amendment.numbers],
        "changes": [
            {"field": field, "old": value, "new": None}
            for field, value in sorted(old.items())
            if value is not None
        ],
    }  # fmt: skip


def _facts(con: sqlite3.Connection, wanted: str, as_of: date) -> dict[str, Any]:
    """What ``show --format json`` adds to ``list``, out of the domain's objects; scores are not SQLite's."""
    one = agreements.read_agreement(Session(con), wanted).on(as_of)
    known = partners.read_partners(Session(con))
    reached = [
        real for real in evaluations.read_realisations(Session(con), [wanted]) if real.known_from <= as_of
    ]
    obstacles = [real for real in evaluations.read_obstacles(Session(con), [wanted]) if real.is_known(as_of)]
    actions = [
        real.on(as_of)
        for real in evaluations.read_actions(Session(con), [wanted])
        if real.known_from <= as_of
    ]
    return {
        "entered_on": one.entered_on.isoformat(), "end_typed": one.term.end_typed,
        "duration_typed": one.term.duration_typed, "void_reason": one.void_reason,
        "scope": list(one.scope),
        "files": [
            {"path": link.path, "sha256": link.digest, "size": link.size, "embedded": link.embedded}
            for link in one.files
        ],
        "facts": {key: value for key, value in one.facts if key in FACTS},
        "clauses": [code for key, _ in one.facts if (code := clause_code(key)) is not None],
        "parties": [
            {
                "name": party.name, "is_own": party.seat == 0, "number": party.number,
                "signer_office": party.signer.office, "signer_name": party.signer.name,
                "power_of_attorney": party.signer.power_number,
                "power_of_attorney_date": _iso(party.signer.power_date),
                "joined_on": party.joined and str(party.joined), "left_on": party.left and str(party.left),
                "contribution": party.contribution, "brings": party.brings,
                "further_numbers": list(party.further),
            }
            for party in one.parties
        ],
        "contacts": [
            {
                "number": who.id, "name": who.name, "office": who.office, "opd": who.opd,
                "partner": known[who.partner].name if who.partner else None, "phone": who.phone,
                "mail": who.mail, "personal": who.personal == "yes",
            }
            for who in officials.read_officials(Session(con)).values()
            if who.agreement == wanted and who.holds(as_of)
        ],
        "amendments": [_amendment(one, amendment) for amendment in one.amendments],
        "targets": [
            {
                "number": target.number, "kind": target.kind, "indicator": target.indicator,
                "unit": target.unit, "value": target.value, "due_on": _iso(target.due_on),
                "owed_by": target.owed_by, "lower_is_better": target.lower_is_better,
                "counting": target.counting, "source": target.source,
                "realisations": [
                    {"period": str(real.period), "value": real.value}
                    for real in reached if real.target == target.number
                ],
            }
            for target in evaluations.read_targets(Session(con), [wanted])
        ],
        "evaluations": [
            {
                "agreement": wanted, "period": str(made.period), "implementation": made.implementation,
                "opd_implementation": made.opd_implementation,
                "reported_on": _iso(made.reported_on), "filler": made.filler,
                "fillers": [
                    {"name": who.name, "role": who.role, "opd": who.opd, "filled_on": _iso(who.filled_on)}
                    for who in made.fillers
                ],
                "channel": made.channel, "unchanged": made.unchanged,
                "answers": dict(made.answers), "opd_answers": dict(made.opd_answers),
                "score": None, "coverage": None, "category": None, "instrument": made.instrument,
                "missing": None, "claims": None, "not_assessable": None,
                "recommendation": made.recommendation,
                "recommendation_reason": made.recommendation_reason,
                "others": made.others, "note": made.note,
                "evidence": [
                    {"text": proof.text, "sha256": proof.digest, "size": proof.size, "item": proof.item}
                    for proof in made.evidence
                ],
                "obstacles": [real.number for real in obstacles if real.is_shown_in(made.period, as_of)],
                "actions": [real.number for real in actions if real.agreed == made.period],
            }
            for made in evaluations.read_evaluations(Session(con), [wanted]) if made.known_from <= as_of
        ],
        "obstacles": [
            {
                "number": real.number, "text": real.text, "category": real.category,
                "opened": str(real.opened), "closed": str(real.closed) if real.closed_by(as_of) else None,
                "age_days": real.age(as_of),
                "efforts": [
                    {"period": str(effort.period), "text": effort.text} for effort in real.efforts_by(as_of)
                ],
            }
            for real in obstacles
        ],
        "actions": [
            {
                "number": real.number, "agreed": str(real.agreed), "what": real.what, "who": real.who,
                "due_on": _iso(real.due_on), "done_on": _iso(real.done_on), "proof": real.proof,
            }
            for real in actions
        ],
        "sources": [],
    }  # fmt: skip


def _same(con: sqlite3.Connection, wanted: str, as_of: date) -> dict[str, Any]:
    """The document, which must hold the domain's facts in the domain's order."""
    document: dict[str, Any] = dict(read_document(Session(con), FIELDS, wanted, as_of.isoformat()))
    facts = _facts(con, wanted, as_of)
    assert document | facts == document
    assert list(document)[-len(facts) :] == list(facts)
    return document


@pytest.mark.parametrize("as_of", AS_OF)
def test_every_document_of_the_example_is_the_domains(example_registry: Path, as_of: date) -> None:
    with snapshot(example_registry) as session:
        read = [_same(session.con, one, as_of) for one in agreements.read_agreements(session)]
    assert len(read) >= 50


@pytest.fixture
def reported(con: sqlite3.Connection) -> sqlite3.Connection:
    """A document with an evaluation of every period: told within it, after it, or on a day not recorded."""
    add_instrument(Session(con), "inti/1", "-")
    agreements.insert_agreement(Session(con), plain(PKS))
    for number, period in enumerate(PERIODS):
        told = (period.start + timedelta(days=20), period.end + timedelta(days=9), None)[number % 3]
        made = Evaluation(PKS, period, "inti/1", reported_on=told)
        evaluations.write_evaluation(Session(con), made)
    return con


def test_every_way_in_which_periods_can_meet_is_the_domains(reported: sqlite3.Connection) -> None:
    """Obstacles opened and closed, and actions agreed on and done, in and around every kind of period."""
    spans = [
        (opened, closed)
        for opened, closed in itertools.product(PERIODS, (*PERIODS, None))
        if closed is None or closed.end >= opened.start
    ]
    for number, (opened, closed) in enumerate(spans, 1):
        tried = tuple(Effort(period, "Surat") for period in {opened, closed or opened})
        one = Obstacle(PKS, number, "Dana", None, opened, closed, tried)
        evaluations.write_obstacle(Session(reported), one)
    for number, agreed in enumerate(PERIODS, 1):
        due_on = agreed.start + timedelta(days=60) if number % 2 else None
        done = Action(PKS, number, agreed, "Rapat", None, due_on, agreed.end + timedelta(days=7), "Notula")
        evaluations.write_action(Session(reported), done)
    days = (date(2023, 1, 25), date(2023, 6, 10), date(2024, 1, 8), date(2024, 6, 29), date(2024, 12, 31))
    shown = [_same(reported, PKS, as_of) for as_of in days]
    assert len({str(one["evaluations"]) for one in shown}) == len(shown)
    assert len({str(one["actions"]) for one in shown}) == len(shown)


def test_a_value_comes_out_as_the_number_that_went_in(reported: sqlite3.Connection) -> None:
    """Also one that takes 17 digits."""
    chance = random.Random(7)  # noqa: S311
    values = [
        0.1 + 0.2,
        1e15,
        -1e15,
        75.0,
        0.0,
        5e-324,
        1 / 3,
        *(chance.uniform(-1e6, 1e6) for _ in range(300)),
    ]
    for number, value in enumerate(values, 1):
        evaluations.write_target(Session(reported), Target(PKS, number, "Peserta", None, value))
        evaluations.write_realisation(Session(reported), Realisation(PKS, number, PERIODS[1], value))
    targets = read_document(Session(reported), FIELDS, PKS, "2025-01-01")["targets"]
    assert [one["value"] for one in targets] == values
    assert [one["realisations"][0]["value"] for one in targets] == values


def test_titles_are_read_for_those_asked_for(con: sqlite3.Connection) -> None:
    agreements.insert_agreement(Session(con), plain(PKS, title="Pelatihan"))
    assert read_titles(Session(con), [PKS, PKS], "2025-01-15") == {PKS: "Pelatihan"}
    assert read_titles(Session(con), [], "2025-01-15") == {}


@pytest.mark.parametrize("as_of", AS_OF)
def test_contacts_and_what_the_parties_bring_are_the_domains(con: sqlite3.Connection, as_of: date) -> None:
    """Of whom the term has begun and is not over on the day, its first and last day counted."""
    one = plain(
        PKS,
        signed=Day.of(date(2023, 1, 2)),
        parties=(
            Party(0, "Kabupaten Contoh", None, "1/KB", contribution=0, further=("2/KB", "3/KB")),
            Party(1, PARTNERS[1], 1, contribution=10**15, brings="Tenaga pengajar"),
        ),
        relations=(Relation(RelationKind.REPLACES, "KB-2020-001"),),
    )
    agreements.insert_agreement(Session(con), one)
    days = (None, date(2023, 3, 31), date(2024, 9, 30))
    for first, last in itertools.product(days, days):
        if first is None or last is None or first <= last:
            who = Official(0, "Kepala Bidang", OfficialRole.CONTACT, partner=1, agreement=PKS)
            officials.insert_official(Session(con), replace(who, valid_from=first, valid_to=last))
    officials.insert_official(Session(con), Official(0, "Sekretaris", OfficialRole.TEAM, phone="0800"))
    shown = _same(con, PKS, as_of)
    assert shown["numbers"] == [{"party": "Kabupaten Contoh", "number": f"{at}/KB"} for at in (1, 2, 3)]
    assert shown["relations"] == [{"kind": "menggantikan", "agreement": "KB-2020-001"}]
    assert 0 < len(shown["contacts"]) < 8
