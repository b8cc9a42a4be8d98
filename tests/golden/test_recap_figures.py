"""Every figure that the recap and the index are given, beside the rows of a registry counted again."""

from __future__ import annotations

import shutil
import sqlite3
from collections import Counter, defaultdict
from contextlib import closing
from datetime import UTC, date, datetime
from fractions import Fraction
from functools import cache, partial
from typing import TYPE_CHECKING, Any

import pytest

from kskd.domain.values.period import Period
from kskd.reporting.basis import Basis
from kskd.reporting.kinds.rekap import rekap
from kskd.workflows.access import Access
from kskd.workflows.reports.making import read_facts
from tests.golden.recounted import DERIVED, before, last_day
from tests.golden.recounted_recap import STATES, Mean, Recap
from tests.golden.test_figures import ALL

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

    from kskd.evaluation.rollup import MeanScore, Ratio
    from kskd.reporting.facts import Facts
    from kskd.reporting.model import AgreementRow, Figures, Share, TimelyLine

looked_at = pytest.mark.parametrize(("report", "as_of"), ALL)

VARIED = """
UPDATE agreement SET value = 900 WHERE id IN ('KB-2023-001', 'PKS-2023-002', 'PKS-2022-004', 'RKT-2024-002');
UPDATE agreement SET value = 250 WHERE id IN ('KONTRAK-2024-001', 'PKS-2019-001');
UPDATE agreement SET value = 400 WHERE id IN ('KB-2022-002', 'NK-2020-001', 'PKS-2021-002');
UPDATE agreement SET value = 150 WHERE id = 'RK-2023-001';
UPDATE agreement SET parent = NULL WHERE id = 'RKT-2024-001';
UPDATE agreement SET end_kind = NULL, ends_on = NULL WHERE id IN ('KB-2022-001', 'PKS-2024-001');
UPDATE opd SET valid_to = '2024-12-31', successor = 'DINKES' WHERE code = 'RSUD';
UPDATE evaluation SET reported_on = '2024-08-15' WHERE agreement = 'PKS-2022-004' AND period = '2024-S1';
UPDATE evaluation SET reported_on = '2025-01-30' WHERE agreement = 'PKS-2023-003' AND period = '2024-S2';
UPDATE evaluation SET reported_on = '2025-01-31' WHERE agreement = 'PKS-2020-003' AND period = '2024-S2';
UPDATE evaluation SET reported_on = '2025-01-07' WHERE agreement = 'RKT-2024-001' AND period = '2024-S2';
UPDATE evaluation SET reported_on = '2025-01-08' WHERE agreement = 'RKT-2024-002' AND period = '2024-S2';
UPDATE agreement SET signed_on = '2024-12-01' WHERE id = 'KONTRAK-2024-001';
UPDATE agreement SET ends_on = '2024-07-30' WHERE id = 'PKS-2022-001';
UPDATE agreement SET ends_on = '2024-07-01' WHERE id = 'PKS-2022-003';
UPDATE agreement SET ends_on = '2023-12-31' WHERE id = 'PKS-2020-001';
UPDATE agreement SET ends_on = '2025-05-01' WHERE id = 'PKS-2021-002';
UPDATE agreement SET ends_on = '2025-05-02' WHERE id = 'PKS-2023-005';
UPDATE agreement SET ended_on = '2024-12-31', end_ground = 'kesepakatan' WHERE id = 'PKS-2023-004';
UPDATE evaluation SET reported_on = NULL WHERE agreement = 'PKS-2023-002' AND period = '2024-S2';
UPDATE evaluation SET implementation = NULL WHERE agreement = 'PKS-2021-003' AND period = '2024-S2';
UPDATE evaluation SET recommendation = NULL WHERE agreement = 'PKS-2020-002';
UPDATE evaluation SET opd_implementation = 'belum' WHERE agreement = 'RK-2022-001' AND period = '2024-S2';
UPDATE target SET lower_is_better = 1 WHERE agreement = 'RK-2023-001' AND number = 1;
UPDATE target SET counting = 'per-periode' WHERE agreement = 'PKS-2022-002';
DELETE FROM answer WHERE agreement = 'PKS-2024-003' AND item = 'hasil';
DELETE FROM evidence WHERE agreement IN ('PKS-2022-002', 'PKS-2022-005');
"""


class Kept:
    """A registry as kskd reads it and as it is counted again, each case made once."""

    def __init__(self, facts: Facts, path: Path) -> None:
        self.facts = facts
        self.rows = cache(partial(Recap, path))
        self.basis = cache(self._basis)

    def _basis(self, report: str, as_of: str) -> Basis:
        """What the kinds are made from, with the range that full reporting would leave."""
        return Basis(self.facts, Period.parse(report), date.fromisoformat(as_of), assume_reported=True)


@pytest.fixture(scope="module", params=["", VARIED], ids=["as it is", "varied"])
def kept(request: pytest.FixtureRequest, registry: Path, tmp_path_factory: pytest.TempPathFactory) -> Kept:
    """A registry, and one with what it lacks: values, late and incomplete reports, days at the edge."""
    path = tmp_path_factory.mktemp("recap") / "kskd.db"
    shutil.copy(registry, path)
    with closing(sqlite3.connect(path)) as con:
        con.executescript(request.param)
    with Access(path, datetime(2025, 1, 15, tzinfo=UTC), "analis", "uji").reading() as session:
        return Kept(read_facts(session), path)


def two(ratio: Ratio) -> tuple[int, int]:
    """A ratio as its two figures."""
    return ratio.numerator, ratio.denominator


def mean(one: MeanScore) -> Mean:
    """A mean as it is printed, with its two figures."""
    return None if one.value is None else str(one.value).replace(".", ","), one.scored, one.total


def counts(shares: Iterable[Share]) -> dict[str, int]:
    """The classes of a count."""
    return {one.code: one.count for one in shares}


def ids(rows: Iterable[AgreementRow]) -> set[str]:
    """The documents of a list, each once."""
    found = [one.id for one in rows]
    assert len(found) == len({*found})
    return {*found}


def timely(lines: Iterable[TimelyLine]) -> dict[str, tuple[int, int, int, int]]:
    """How the reports came; with the two rates that follow."""
    found = {}
    for one in lines:
        each = one.counts
        found[one.period] = each.on_time, each.late, each.unknown_day, each.missing
        owed = sum(found[one.period])
        assert each.owed == owed
        assert (two(each.reported), two(each.in_time)) == ((owed - each.missing, owed), (each.on_time, owed))
    return found


def told(one: Figures) -> dict[str, Any]:
    """The figures of a page under the names of ``Recap.figures``."""
    totals = one.totals
    return {
        "totals": (totals.total, totals.in_force, totals.umbrellas, totals.derived),
        "doc": counts(totals.by_doc),
        "scheme": counts(totals.by_scheme),
        "status": counts(totals.by_status),
        "endless": totals.end_unknown,
        "follow up": two(one.follow_up),
        "states": counts(one.states),
        "reported": two(one.reported),
        "mean": mean(one.mean),
        "scales": [(each.source, each.category) for each in one.mean_scales],
        "advice": {each.code: {*each.ids} for each in one.recommendations if each.count == len(each.ids)},
        "barren": {
            each.agreement.id: (each.days_since_signing, each.derived, each.drafts)
            for each in one.without_derived
        },
        "soon": ids(one.soon),
        "ended": ids(one.ended),
        "lapsed": ids(one.lapsed),
        "renewed": {each.id: each.successor for each in one.renewed},
        "timely": timely(one.timely),
        "targets": {each.kind: (each.total, each.measured, each.reached) for each in one.targets},
        "claims": one.claims,
        "disputed": one.disputed,
        "worth": one.worth and (one.worth.amount, one.worth.known, one.worth.total),
    }


@looked_at
def test_the_figures_of_the_whole_and_of_every_opd(kept: Kept, report: str, as_of: str) -> None:
    rows, page = kept.rows(report, as_of), rekap(kept.basis(report, as_of))
    assert told(page.recap.figures) == rows.figures(rows.known)
    assert page.recap.figures.soon_days == 90
    for one in page.opds:
        assert told(one.figures) == rows.figures(rows.leads(one.code)), one.code
    days = [one.days_since_signing or 0 for one in page.recap.figures.without_derived]
    assert days == sorted(days, reverse=True)
    assert page.short == ("-" in report and report[5] != "S")


@looked_at
def test_the_lines_of_the_opd_in_the_recap_and_in_the_index(kept: Kept, report: str, as_of: str) -> None:
    rows, reports = kept.rows(report, as_of), kept.basis(report, as_of).reports
    busy = {code for code in rows.opds if rows.leads(code) or rows.beside(code)}
    assert [one.code for one in reports.recap.opds] == sorted(busy)
    assert reports.index.opds == reports.recap.opds
    assert reports.index.totals == reports.recap.figures.totals
    assert reports.index.idle == reports.recap.idle
    assert {one.code for one in reports.index.idle} == {
        code
        for code, one in rows.opds.items()
        if code not in busy and rows.opd_now(code) == code
        and (one["valid_from"] or "") <= last_day(report)
        and (one["valid_to"] or "9") >= rows.first
    }  # fmt: skip
    lost: Counter[str] = Counter()
    for one in reports.recap.opds:
        leads = rows.leads(one.code)
        figures, gaps = rows.figures(leads), rows.gaps(leads)
        lost.update(kind for kind, _ in gaps)
        actions = [each for each in rows.open_actions() if each["agreement"] in leads]
        assert (one.total, one.in_force) == figures["totals"][:2]
        assert one.supporting == len(rows.beside(one.code))
        assert (two(one.follow_up), two(one.reported)) == (figures["follow up"], figures["reported"])
        assert (counts(one.states), mean(one.mean)) == (figures["states"], figures["mean"])
        assert (timely(one.timely), one.soon) == (figures["timely"], len(figures["soon"]))
        assert one.open_obstacles == sum(each["agreement"] in leads for each in rows.open_obstacles())
        assert one.open_actions == len(actions)
        assert one.overdue_actions == sum((each["due_on"] or "9") < as_of for each in actions)
        assert one.gaps == gaps.total()
        assert (one.worth and (one.worth.amount, one.worth.known, one.worth.total)) == figures["worth"]
    assert counts(reports.recap.gaps) == lost


@looked_at
def test_the_documents_behind_the_figures(kept: Kept, report: str, as_of: str) -> None:
    rows, page = kept.rows(report, as_of), rekap(kept.basis(report, as_of))
    for one in page.opds:
        leads, counted = rows.leads(one.code), {*rows.counted()}
        live = {key for key in leads if rows.status(key) in {"draft", "upcoming", "active", "unknown"}}
        derived = {key for key in leads if rows.known[key]["doc"] in DERIVED}
        assert ids(one.agreements) == leads & counted
        assert ids(one.uncounted) == (live & derived) - counted
        assert ids(each.agreement for each in one.umbrellas) == live - derived
        assert ids(one.supporting) == rows.beside(one.code)
        for each in (*one.agreements, *one.uncounted, *(umbrella.agreement for umbrella in one.umbrellas)):
            assert (each.status, each.days_left) == (rows.status(each.id), rows.days_left(each.id))
            assert (each.money, each.successor) == (rows.known[each.id]["value"], rows.successor(each.id))
            assert each.result.state == (rows.state(each.id) or "belum-dilaporkan")
            covered = [weight for _, weight, points, _ in rows.answered(each.id) if points is not None]
            wanted = sum(covered, Fraction(0)) / 100 if rows.shown(each.id) else None
            assert each.result.coverage == wanted
        for row in one.umbrellas:
            key, children = row.agreement.id, rows.below(row.agreement.id) & counted
            assert (row.days_since_signing, row.derived, row.drafts) == rows.umbrella(key)
            states = rows.by_state(children)
            assert counts(row.states) == {state: len(states.get(state, ())) for state in STATES}
            assert (two(row.reported), mean(row.mean)) == (rows.reported(children), rows.mean(children))
            assert row.own_result == (not rows.below(key) and rows.shown(key) is not None)


@looked_at
def test_the_lists_behind_the_figures(kept: Kept, report: str, as_of: str) -> None:
    rows, page = kept.rows(report, as_of), rekap(kept.basis(report, as_of))
    still_open = {(each["agreement"], each["number"]) for each in rows.open_obstacles()}
    for one in page.opds:
        leads = rows.leads(one.code)
        assert Counter((gap.kind, gap.agreement) for gap in one.gaps) == rows.gaps(leads)
        wanted = {
            (each["agreement"], each["number"]): rows.days(as_of, each["due_on"])
            if (each["due_on"] or "9") < as_of
            else None
            for each in rows.open_actions()
            if each["agreement"] in leads
        }
        assert {(row.agreement, row.number): row.days_overdue for row in one.actions_open} == wanted
        assert {(row.agreement, row.number) for row in one.actions_done} == {
            (each["agreement"], each["number"])
            for each in rows.actions
            if each["agreement"] in leads and rows.first <= (each["done_on"] or "") <= as_of
        }
        obstacles = {
            (each["agreement"], each["number"]): each
            for each in rows.obstacles
            if each["agreement"] in leads
            and rows.told(each["agreement"], each["opened"]) <= rows.last
            and ((each["agreement"], each["number"]) in still_open or last_day(each["closed"]) >= rows.first)
        }
        assert {(row.agreement, row.number) for row in one.obstacles} == obstacles.keys()
        for row in one.obstacles:
            since = last_day(obstacles[row.agreement, row.number]["opened"])
            assert (row.closed is None) == ((row.agreement, row.number) in still_open)
            assert row.age_days == (None if row.closed else max(0, rows.days(rows.last, since)))
            assert len(row.efforts) == sum(
                (key, number) == (row.agreement, row.number) and rows.told(key, period) <= rows.last
                for key, number, period in rows.efforts
            )
        promised = {
            (each["agreement"], each["number"]): each
            for each in rows.targets
            if each["agreement"] in leads & {*rows.counted()}
        }
        assert {(row.agreement, row.number) for row in one.targets} == promised.keys()
        for target in one.targets:
            each = promised[target.agreement, target.number]
            reached = rows.achieved(each)
            assert target.value == each["value"]
            assert target.achievement == (None if reached is None else pytest.approx(float(reached)))


@looked_at
def test_the_groups_of_counted_documents(kept: Kept, report: str, as_of: str) -> None:
    rows, recap = kept.rows(report, as_of), kept.basis(report, as_of).reports.recap
    schemes: dict[str, list[str]] = defaultdict(list)
    affairs: dict[str, list[str]] = defaultdict(list)
    for key in rows.counted():
        schemes[rows.known[key]["scheme"]].append(key)
        for code in [code for one, code in rows.affairs if one == key] or ["–"]:
            affairs[code].append(key)
    for lines, groups in ((recap.by_scheme, schemes), (recap.by_affair, affairs)):
        assert {one.code: (one.total, two(one.reported), mean(one.mean)) for one in lines} == {
            code: (len(found), rows.reported(found), rows.mean(found)) for code, found in groups.items()
        }


@looked_at
def test_the_trend(kept: Kept, report: str, as_of: str) -> None:
    page = rekap(kept.basis(report, as_of))
    wanted, period = [], report
    for _ in range(4):
        there = kept.rows(period, as_of if period == report else None)
        counted = there.counted()
        shown = [one["period"] for key in counted if (one := there.shown(key)) is not None]
        inside = [one for one in shown if there.first <= last_day(one) and (period == one[: len(period)])]
        if period == report or inside:
            wanted.append((period, len(counted), there.reported(counted), there.mean(counted)))
        period = before(period)
    assert [(one.period, one.total, two(one.reported), mean(one.mean)) for one in page.recap.trend] == wanted[
        ::-1
    ]
    assert not any(one.changed for one in page.recap.trend)
    now, then = kept.rows(report, as_of), kept.rows(before(report))
    both = {
        key
        for key in {*now.counted()} & {*then.counted()}
        if now.score(key) is not None and then.score(key) is not None
    }
    assert (page.paired is not None) == bool(both)
    if page.paired is not None:
        assert {*page.paired.ids} == both
        values = [str(one).replace(".", ",") for one in (page.paired.before, page.paired.now)]
        assert values == [then.mean(both)[0], now.mean(both)[0]]


@looked_at
def test_what_full_reporting_could_change(kept: Kept, report: str, as_of: str) -> None:
    rows, recap = kept.rows(report, as_of), kept.basis(report, as_of).reports.recap
    groups = [[*rows.counted()]]
    groups += [[key for key in groups[0] if rows.lead(key) == line.code] for line in recap.opds]
    assert [
        (one.total, mean(one.mean), str(one.low).replace(".", ","), str(one.high).replace(".", ","))
        for one in recap.assumed
    ] == [(len(found), rows.mean(found), *rows.reach(found)) for found in groups if found]
