"""Every figure that a kind is given, beside the rows of the example registry counted again by other means."""

from __future__ import annotations

from collections import Counter
from datetime import UTC, date, datetime
from typing import TYPE_CHECKING

import pytest

from kskd.domain.document.affairs import AFFAIRS
from kskd.domain.values.period import Period
from kskd.reporting.basis import Basis
from kskd.reporting.kinds.bulanan import bulanan
from kskd.reporting.kinds.decisions import decisions
from kskd.reporting.kinds.luar_negeri import luar_negeri
from kskd.reporting.kinds.opd import Life, OpdSheet, opd_sheets
from kskd.reporting.kinds.pemetaan import pemetaan
from kskd.reporting.kinds.ringkasan import StepReached, ringkasan
from kskd.reporting.kinds.semester import semester
from kskd.reporting.kinds.tkksd import tkksd
from kskd.workflows.access import Access
from kskd.workflows.reports.making import read_facts
from tests.golden.readings import exactly, first_of, last_of
from tests.golden.recounted import ABROAD, DERIVED, Registry, before, last_day

if TYPE_CHECKING:
    from pathlib import Path

    from kskd.reporting.facts import Facts

LONG = [
    ("2024-S1", "2024-06-30"), ("2024-S1", "2024-07-20"), ("2024-S2", "2024-12-31"),
    ("2024-S2", "2025-01-15"), ("2024-S2", "2025-01-30"), ("2024-S2", "2025-01-31"),
    ("2024-S2", "2025-03-02"), ("2024", "2024-12-31"), ("2024", "2025-01-08"), ("2024", "2025-01-31"),
]  # fmt: skip
MONTHS = [(f"2024-{month:02}", last_day(f"2024-{month:02}")) for month in range(1, 13)]
ALL = [*LONG, *MONTHS, ("2024-11", "2024-12-31"), ("2024-Q3", "2024-09-30")]

looked_at = pytest.mark.parametrize(("report", "as_of"), LONG)


@pytest.fixture(scope="module")
def facts(registry: Path) -> Facts:
    access = Access(registry, datetime(2025, 1, 15, tzinfo=UTC), "analis", "uji")
    with access.reading() as session:
        return read_facts(session)


class Both:
    """The basis of a page, and beside it the rows of its period and of the one before."""

    def __init__(self, facts: Facts, path: Path, report: str, as_of: str) -> None:
        self.basis = Basis(facts, Period.parse(report), date.fromisoformat(as_of))
        self.rows = Registry(path, report, as_of)
        self.past = Registry(path, before(report))


def step(one: StepReached) -> tuple[int, int, int | None, int | None]:
    """A step as its four figures."""
    return one.now, one.whole, one.before, one.whole_before


def states(one: StepReached) -> dict[str, set[str]]:
    """The documents of a step by state, without empty ones."""
    return {state.code: set(state.ids) for state in one.states if state.ids}


@pytest.mark.parametrize(("report", "as_of"), ALL)
def test_the_steps_of_a_summary(facts: Facts, registry: Path, report: str, as_of: str) -> None:
    both = Both(facts, registry, report, as_of)
    page, rows, past = ringkasan(both.basis), both.rows, both.past
    assert step(page.umbrellas) == (
        len(rows.with_child()), len(rows.lines()), len(past.with_child()), len(past.lines()),
    )  # fmt: skip
    assert states(page.umbrellas).get("penuh", set()) == rows.with_child()
    assert states(page.umbrellas).get("belum", set()) == rows.lines() - rows.with_child()
    assert step(page.carried) == (
        len(rows.carried_out(rows.counted())), len(rows.counted()),
        len(past.carried_out(past.counted())), len(past.counted()),
    )  # fmt: skip
    assert states(page.carried) == rows.by_state()
    assert {one.code: set(one.ids) for one in page.carried.states_before if one.ids} == past.by_state()
    reached = {key for key in rows.lines() if rows.carried_out(rows.below(key))}
    assert (page.lines_carried, set(page.carried_lines)) == (len(reached), reached)
    assert page.lines_carried_before == sum(bool(past.carried_out(past.below(key))) for key in past.lines())
    silent = rows.by_state().get("belum-dilaporkan", set())
    assert {*page.late} == {key for key in silent if rows.is_late(key)}
    assert {*page.abroad} == {key for key in rows.counted() if rows.known[key]["scheme"] in ABROAD}


@looked_at
def test_what_a_summary_notes_of_an_opd(facts: Facts, registry: Path, report: str, as_of: str) -> None:
    both = Both(facts, registry, report, as_of)
    page, rows = ringkasan(both.basis), both.rows
    lead = {key: str(one["lead_opd"]) for key, one in rows.known.items()}
    noted = {one.code: one for one in page.opds}
    waiting: dict[str, set[int]] = {}
    for at, decision in enumerate(page.decisions, 1):
        for row in decision.rows:
            waiting.setdefault(lead[row.id], set()).add(at)
    assert {*noted} | {*page.quiet} == {*lead.values()}
    for code in {*lead.values()}:
        mine = [key for key in rows.counted() if lead[key] == code]
        late = [one for one in rows.open_actions() if one["due_on"] and one["due_on"] < as_of]
        late = [one for one in late if lead[one["agreement"]] == code]
        lapsed = {
            key for key in mine if rows.is_over(key, rows.as_of) and rows.known[key]["ended_on"] is None
        }
        wanted = (
            {key for key in mine if rows.state(key) is None},
            {key for key in mine if rows.state(key) in {"belum", "tidak"}},
            {key for key in lapsed if not rows.successor(key) and rows.known[key]["doc"] != "rkt"},
            Counter(one["agreement"] for one in late),
            max((rows.days(as_of, one["due_on"]) for one in late), default=None),
            Counter(key for one in rows.open_obstacles() if lead[key := one["agreement"]] == code),
        )
        if code in noted:
            one = noted[code]
            assert Counter(one.marks) == Counter(rows.state(key) or "belum-dilaporkan" for key in mine)
            actions, obstacles = Counter(one.overdue), Counter(one.obstacles)
            told = ({*one.silent}, {*one.weak}, {*one.lapsed}, actions, one.longest, obstacles)
            assert told == wanted, code
            assert {*one.decided} == waiting.get(code, set())
        else:
            assert (*wanted, waiting.get(code)) == (set(), set(), set(), Counter(), None, Counter(), None), (
                code
            )


def decided(rows: Registry, past: Registry) -> dict[str, set[str]]:
    """By reason the documents that a leader has to decide on."""
    free = {
        key for key, one in rows.known.items() if one["doc"] not in {"loi", "rkt"} and not rows.successor(key)
    }
    dated = {key: ends for key in free & {*rows.signed()} if (ends := rows.ends(key))}
    year_ago = f"{int(rows.as_of[:4]) - 1}{rows.as_of[4:]}"
    return {
        "lapsed": {
            key
            for key, ends in dated.items()
            if rows.known[key]["doc"] in DERIVED and rows.known[key]["ended_on"] is None
            and 0 < rows.days(rows.as_of, last_of(ends)) <= 365 and rows.carried_out([key])
        },
        "ending": {key for key, ends in dated.items()
                   if key in rows.active() and rows.days(last_of(ends), rows.as_of) <= 90
                   and (rows.known[key]["ended_on"] or "9") > rows.as_of},
        "owed": {
            str(one["agreement"])
            for one in rows.targets
            if one["owed_by"] == "mitra" and one["due_on"] and one["due_on"] < rows.as_of
            and one["agreement"] in rows.counted() and (done := rows.achieved(one)) is not None
            and done < 100
        },
        "stopping": {
            key for key in {*rows.counted()} & {*rows.active()}
            if (shown := rows.shown(key)) and shown["recommendation"] == "hentikan"
        },
        "barren": {key for key in rows.lines() - rows.with_child()
                   if last_of(str(rows.known[key]["signed_on"])) < year_ago},
        "silent": {
            key for key in {*rows.counted()} & {*past.counted()}
            if past.owes(key) and rows.state(key) is None and past.state(key) is None and rows.is_late(key)
        },
    }  # fmt: skip


@pytest.mark.parametrize(("report", "as_of"), ALL)
def test_what_a_leader_has_to_decide(facts: Facts, registry: Path, report: str, as_of: str) -> None:
    both = Both(facts, registry, report, as_of)
    wanted, found = decided(both.rows, both.past), decisions(both.basis)
    if sum(map(bool, wanted.values())) > 5:
        wanted["rest"] = wanted.pop("barren") | wanted.pop("silent")
    told: dict[str, set[str]] = {key: set() for key in wanted}
    for one in found:
        told[one.reason] |= {row.id for row in one.rows}
    assert told == wanted


@looked_at
def test_the_sheets_of_the_opd(facts: Facts, registry: Path, report: str, as_of: str) -> None:
    both = Both(facts, registry, report, as_of)
    rows, pages = both.rows, list(opd_sheets(both.basis))
    assert sorted(one.row.id for page in pages for one in page.sheets) == rows.counted()
    for page in pages:
        for one in page.sheets:
            key = one.row.id
            assert rows.known[key]["lead_opd"] == page.code
            assert one.row.result.state == (rows.state(key) or "belum-dilaporkan")
            assert (one.before is not None) == (key in both.past.counted())
            if one.before is not None:
                assert one.before.state == (both.past.state(key) or "belum-dilaporkan")
            assert one.row.successor == rows.successor(key)
            _check_days(rows, key, one.life)
            assert len(one.targets) == sum(each["agreement"] == key for each in rows.targets)
            for each in one.targets:
                (row,) = [t for t in rows.targets if (t["agreement"], t["number"]) == (key, each.number)]
                reached = rows.achieved(row)
                assert (each.achievement is None) == (reached is None)
                assert reached is None or each.achievement == pytest.approx(float(reached))
        _check_requests(rows, page)


@pytest.mark.parametrize(("report", "as_of"), [*ALL, ("2025-S1", "2024-12-15")])
def test_an_obstacle_is_open_in_the_recap_and_on_the_sheet_of_its_opd(
    facts: Facts, registry: Path, report: str, as_of: str
) -> None:
    """Also one whose end is told after the day, and one of a document that is over."""
    both = Both(facts, registry, report, as_of)
    found = {(one["agreement"], one["number"]) for one in both.rows.open_obstacles()}
    for page in opd_sheets(both.basis):
        told = [*page.obstacles, *(each for one in page.sheets for each in one.nine.obstacles)]
        still_open = {(one.agreement, one.number) for one in told if one.closed is None}
        leads = {key for key, _ in found if both.rows.known[key]["lead_opd"] == page.code}
        assert still_open == {one for one in found if one[0] in leads}
    recap = both.basis.reports.recap
    assert sum(one.count for one in recap.open_obstacles) == len(found)
    assert sum(one.open_obstacles for one in recap.opds) == len(found)


def _check_days(rows: Registry, key: str, life: Life | None) -> None:
    """A term of which a day is known in part has no share that has gone by."""
    starts, ends = exactly(rows.starts(key)), exactly(rows.ends(key))
    assert (life is not None) == (starts is not None and ends is not None and starts < ends)
    if life is not None and starts and ends:
        assert (life.starts.isoformat(), life.ends.isoformat()) == (starts, ends)
        assert life.days_left == rows.days(ends, rows.as_of)
        share = rows.days(rows.as_of, starts) / rows.days(ends, starts)
        assert life.done == pytest.approx(min(max(share, 0), 1), abs=0.0006)


def _check_requests(rows: Registry, page: OpdSheet) -> None:
    mine = [one for one in rows.open_actions() if rows.known[one["agreement"]]["lead_opd"] == page.code]
    late = {one["what"]: rows.days(rows.as_of, one["due_on"]) for one in mine
            if one["due_on"] and one["due_on"] < rows.as_of}  # fmt: skip
    assert page.overdue == len(late)
    told = {one.what: one.days_late for one in page.requests if one.kind in {"action", "chase"}}
    assert late.items() <= told.items() or len(page.requests) == 5
    assert {key: days for key, days in told.items() if days is not None}.items() <= late.items()
    days = [one.days_late or 0 for one in page.requests]
    assert days == sorted(days, reverse=True)
    due = [last_of(str(one.due)) for one in page.requests if not one.days_late and one.due]
    assert due == sorted(due)


@pytest.mark.parametrize(("report", "as_of"), [*MONTHS, ("2024-11", "2024-12-31"), ("2024-12", "2024-12-20")])
def test_what_happened_in_a_month(facts: Facts, registry: Path, report: str, as_of: str) -> None:
    both = Both(facts, registry, report, as_of)
    page, rows = bulanan(both.basis), both.rows

    def within(day: str | None) -> bool:
        return day is not None and rows.first <= day <= rows.last

    def lies_in(day: str) -> bool:
        return rows.first <= first_of(day) and last_of(day) <= last_day(report)

    signed = {*rows.signed()}
    assert {one.id for one in page.signed} == {key for key in signed if lies_in(rows.known[key]["signed_on"])}
    assert {one.id for one in page.begun} == {
        key
        for key in signed
        if lies_in(rows.starts(key)) and all(one.begins <= as_of for one in rows.readings(key, as_of))
    }
    assert {one.id for one in page.ended} == {
        key for key in signed if (ends := rows.ends(key)) and lies_in(ends) and rows.is_over(key, as_of)
    }
    assert page.in_force == len(rows.active())
    assert page.in_force_before == len(both.past.active())
    assert Counter((one.agreement, one.reported_on.isoformat()) for one in page.reports) == Counter(
        (one["agreement"], one["reported_on"])
        for one in rows.evaluations
        if one["agreement"] in rows.known and within(one["reported_on"])
    )
    assert {(one.agreement, one.number) for one in page.done} == {
        (one["agreement"], one["number"])
        for one in rows.actions
        if one["agreement"] in rows.known and within(one["done_on"])
    }
    assert {one.id for one in page.ending} == decided(both.rows, both.past)["ending"]
    assert {(one.agreement, one.number): one.days_overdue for one in page.overdue} == {
        (one["agreement"], one["number"]): rows.days(as_of, one["due_on"])
        for one in rows.open_actions()
        if one["due_on"] and one["due_on"] < as_of
    }
    half = f"{report[:4]}-S{1 if report[5:] <= '06' else 2}"
    whole = Registry(registry, half, as_of)
    silent = {key for key in whole.counted() if whole.state(key) is None}
    assert {*page.silent} == silent
    wanted = (len(whole.counted()) - len(silent), len(whole.counted()))
    assert (page.reported.numerator, page.reported.denominator) == wanted


@looked_at
def test_the_reports_of_a_semester_and_of_the_team(
    facts: Facts, registry: Path, report: str, as_of: str
) -> None:
    both = Both(facts, registry, report, as_of)
    rows, past, half, team = both.rows, both.past, semester(both.basis), tkksd(both.basis)

    def of(*schemes: str) -> list[str]:
        return [key for key in rows.counted() if rows.known[key]["scheme"] in schemes]

    assert sorted(one.row.id for one in half.local) == of("ksdd-wajib", "ksdd-sukarela")
    assert sorted(one.row.id for one in half.third) == of("ksdpk")
    open_actions = {(one["agreement"], one["number"]) for one in rows.open_actions()}
    assert {(one.agreement, one.number) for one in half.actions_open} == open_actions
    groups = {
        "Kerja sama dengan daerah lain": {"ksdd-wajib", "ksdd-sukarela"},
        "Kerja sama dengan pihak ketiga": {"ksdpk"},
        "Sinergi": {"sinergi"},
    }
    assert [one.label for one in team.groups] == [*groups]
    for one in team.groups:

        def few(which: Registry, keys: set[str] | list[str], label: str = one.label) -> set[str]:
            return {key for key in keys if which.known[key]["scheme"] in groups[label]}

        assert step(one.umbrellas) == (
            len(few(rows, rows.with_child())), len(few(rows, rows.lines())),
            len(few(past, past.with_child())), len(few(past, past.lines())),
        )  # fmt: skip
        mine, then = few(rows, rows.counted()), few(past, past.counted())
        assert step(one.carried) == (
            len(rows.carried_out(mine)), len(mine), len(past.carried_out(then)), len(then),
        )  # fmt: skip
        assert {row.id for row in one.rows} == mine
    shown = [told["recommendation"] or "belum-ada" for key in rows.counted() if (told := rows.shown(key))]
    assert {one.code: one.count for one in team.recommendations if one.count} == Counter(shown)
    assert all(len({*one.ids}) == one.count for one in team.recommendations)
    year = int(report[:4]) + 1
    assert {row.id for row in team.planned} == {
        key for key, one in rows.known.items() if one["planned_for"] == year
    }
    assert [(now, then) for _, now, then in team.steps] == [
        (len(rows.lines()), len(past.lines())),
        (len(rows.with_child()), len(past.with_child())),
        tuple(sum(bool(w.carried_out(w.below(key))) for key in w.lines()) for w in (rows, past)),
    ]


@pytest.mark.parametrize("day", ["2022-06-30", "2024-06-30", "2024-12-31", "2025-07-16"])
def test_the_map(facts: Facts, registry: Path, day: str) -> None:
    both = Both(facts, registry, "2024-S2", day)
    page, rows = pemetaan(both.basis), both.rows
    active = rows.active()
    assert page.total == len(active)
    pairs = [(key, code) for key, code in rows.affairs if key in active]
    derived = Counter(code for key, code in pairs if rows.known[key]["doc"] in DERIVED)
    umbrellas = Counter(code for key, code in pairs if rows.known[key]["doc"] not in DERIVED)
    assert {one.code: (one.umbrellas, one.derived, len(one.ids)) for one in page.lines} == {
        code: (umbrellas[code], derived[code], umbrellas[code] + derived[code])
        for code in derived | umbrellas
    }
    assert {one.code for one in page.empty} == AFFAIRS.keys() - derived.keys() - umbrellas.keys()
    assert {*page.unclassed} == {*active} - {key for key, _ in pairs}
    assert {*page.unsure} == {key for key in rows.known if rows.status(key) == "unknown"}


@pytest.mark.parametrize("report", ["2023", "2024"])
def test_cooperation_abroad(facts: Facts, registry: Path, report: str) -> None:
    """Of a year the plans that were carried out, and the MoU surely without one; the LoI owes none."""
    both = Both(facts, registry, report, last_day(report))
    page, rows = luar_negeri(both.basis), both.rows
    counted = {key for key in rows.counted() if rows.known[key]["scheme"] in ABROAD}
    told = {one.row.id for one in page.items}
    owing = {
        key
        for key in rows.known
        if rows.known[key]["doc"] == "mou" and rows.known[key]["signed_on"]
        and rows.lasts_in(key, rows.first, rows.last)
        and all(rows.lasts_in(child, rows.first, rows.last) is False for child in rows.below(key))
    }  # fmt: skip
    assert told == counted | owing
    for one in page.items:
        assert len(one.results) == sum(each["agreement"] == one.row.id for each in rows.targets)
        assert one.row.result.state == (rows.state(one.row.id) or "belum-dilaporkan")
