"""The registry's rows counted again, by other means than kskd's own.

What is here stands on the instrument's text and the laws of ``docs/panduan.md`` alone: fractions instead of
decimals, tables of rows instead of the domain's objects, days as texts.
"""

from __future__ import annotations

import json
import sqlite3
import tomllib
from collections import defaultdict
from contextlib import closing
from datetime import date
from fractions import Fraction
from typing import TYPE_CHECKING, Any

from tests.golden.readings import UNKNOWN, agreed, first_of, last_of, readings

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from pathlib import Path

    from tests.golden.readings import Reading

ENDS = {"S1": 6, "S2": 12, "Q1": 3, "Q2": 6, "Q3": 9, "Q4": 12}
MONTHS = {"S": 6, "Q": 3}

Span = tuple[int, int]  # first and last month of a period, counted from the year 0


def span(code: str) -> Span:
    """The months that a period covers."""
    year, _, part = code.partition("-")
    last = int(year) * 12 + (ENDS[part] if part in ENDS else int(part or 12))
    length = 12 if not part else MONTHS.get(part[0], 1)
    return last - length + 1, last


def shown(periods: Iterable[str], report: str) -> str | None:
    """What a report shows: an evaluation within its period, or for one shorter than a semester the last."""
    first, last = span(report)
    short = last - first < 5
    fit = [
        one for one in periods
        if span(one)[1] <= last and (short or span(one)[0] >= first)
    ]  # fmt: skip
    return max(fit, key=lambda one: (span(one)[1], one == report, span(one)[0]), default=None)


def rounded(value: Fraction) -> str:
    """Two decimals, halves upwards, with a comma."""
    cents = (value * 100 + Fraction(1, 2)).__floor__()
    return f"{cents // 100},{cents % 100:02}"


class Answers:
    """What the registry holds of every evaluation, and the score that follows from it."""

    def __init__(self, path: Path) -> None:
        with closing(sqlite3.connect(path)) as con:
            self.instruments = {
                one: tomllib.loads(text, parse_float=Fraction)
                for one, text in con.execute("SELECT id, text FROM instrument")
            }
            self.evaluations = {
                (agreement, period): (instrument, state)
                for agreement, period, instrument, state in con.execute(
                    "SELECT agreement, period, instrument, implementation FROM evaluation"
                )
            }
            self.answers: dict[tuple[str, str], dict[str, str]] = defaultdict(dict)
            for agreement, period, item, option in con.execute(
                "SELECT agreement, period, item, option FROM answer"
            ):
                self.answers[agreement, period][item] = option
            self.proven = {
                (agreement, period, item)
                for agreement, period, item in con.execute("SELECT agreement, period, item FROM evidence")
            }

    def of(self, agreement: str, report: str) -> str | None:
        """The score of a document in a report, as it is printed; None without one."""
        exact = self.exact(agreement, report)
        return None if exact is None else rounded(exact)

    def exact(self, agreement: str, report: str) -> Fraction | None:
        """The same before it is rounded."""
        period = shown((when for one, when in self.evaluations if one == agreement), report)
        if period is None:
            return None
        instrument, state = self.evaluations[agreement, period]
        asked = self.instruments[instrument]
        demand = asked.get("evidence", {"items": [], "cap": 1})
        total = Fraction(0)
        for item in asked["items"]:
            given = self.answers[agreement, period].get(item["code"])
            if item.get("from_implementation"):
                given = state
            worth = {option["code"]: Fraction(option["value"]) for option in item["options"]}.get(given)
            if worth is None:
                return None
            if item["code"] in demand["items"] and (agreement, period, item["code"]) not in self.proven:
                worth = min(worth, Fraction(demand["cap"]))
            total += Fraction(item["weight"]) * worth
        return total


def first_day(report: str) -> str:
    """The first day of a period."""
    month = span(report)[0] - 1
    return f"{month // 12:04}-{month % 12 + 1:02}-01"


def last_day(report: str) -> str:
    """The last day of a period."""
    month = span(report)[1]
    return date.fromordinal(date(month // 12, month % 12 + 1, 1).toordinal() - 1).isoformat()


def before(report: str) -> str:
    """The period of the same kind before it."""
    year, _, part = report.partition("-")
    if not part:
        return str(int(year) - 1)
    if part[0] in MONTHS:
        number, most = int(part[1:]), 12 // MONTHS[part[0]]
        return f"{year}-{part[0]}{number - 1}" if number > 1 else f"{int(year) - 1}-{part[0]}{most}"
    month = span(report)[0] - 2
    return f"{month // 12:04}-{month % 12 + 1:02}"


DERIVED = {"pks", "kontrak", "rk", "rkt"}
ABROAD = {"ksdpl", "ksdll"}


class Registry:
    """The rows as they say it on a day, for a period."""

    def __init__(self, path: Path, report: str, as_of: str | None = None) -> None:
        self.report, self.as_of = report, as_of or last_day(report)
        self.first, self.last = first_day(report), min(last_day(report), self.as_of)
        self.path = path
        with closing(sqlite3.connect(path)) as con:
            con.row_factory = sqlite3.Row
            rows = [dict(one) for one in con.execute("SELECT * FROM agreement WHERE void_reason IS NULL")]
            self.evaluations = [dict(one) for one in con.execute("SELECT * FROM evaluation")]
            self.actions = [dict(one) for one in con.execute("SELECT * FROM action")]
            self.obstacles = [dict(one) for one in con.execute("SELECT * FROM obstacle")]
            self.targets = [dict(one) for one in con.execute("SELECT * FROM target")]
            self.reached = [dict(one) for one in con.execute("SELECT * FROM realisation")]
            self.since = first_day(
                con.execute("SELECT value FROM setting WHERE key = 'reports-since'").fetchone()[0]
            )
            self.affairs = [tuple(one) for one in con.execute("SELECT agreement, code FROM affair")]
            later = con.execute(
                "SELECT c.agreement, c.old FROM amendment_change c JOIN amendment a"
                " ON (a.agreement, a.number) = (c.agreement, c.amendment)"
                " WHERE c.field = 'term' AND nullif(a.signed_on, ?) > ?"
                " ORDER BY c.agreement, a.signed_on DESC, c.amendment DESC",
                (UNKNOWN, self.as_of),
            )
            self.old_ends = {key: json.loads(term)["ends_on"] for key, term in later}
        self.known = {
            one["id"]: one for one in rows if first_of(one["signed_on"] or one["entered_on"]) <= self.as_of
        }

    def signed(self) -> Iterator[str]:
        """Those signed by the day."""
        return (key for key, one in self.known.items() if one["signed_on"])

    def starts(self, key: str) -> str:
        """The first day of its term, as far as it is known."""
        one = self.known[key]
        return str(one["starts_on"] or one["signed_on"])

    def ends(self, key: str) -> str | None:
        """The last day as known on the day, of an early end that had come, else the dated one."""
        one = self.known[key]
        early = one["ended_on"]
        dated = one["ends_on"] if one["end_kind"] == "date" else None
        dated = self.old_ends.get(key, dated)  # before an adendum of a later day
        return str(early) if early and early <= self.as_of else dated

    def readings(self, key: str, by: str, *near: str) -> list[Reading]:
        """How the days of a signed document may lie, asked about on a day."""
        return readings(self.known[key], self.ends(key), by, *near)

    def status(self, key: str) -> str:
        """Where a document stands on the day; unknown where readings of its days differ."""
        one, day = self.known[key], self.as_of
        if not one["signed_on"]:
            return "draft"
        if one["ended_on"] and one["ended_on"] < day:
            return "ended"
        stands = agreed(
            lambda it: "upcoming" if it.begins > day else "expired" if it.ends < day else "active",
            self.readings(key, day),
        )
        return stands or "unknown"

    def in_force(self, key: str, first: str, last: str) -> bool | None:
        """Whether a day of its term lies between two days, both included; None where that is left open."""
        if not self.known[key]["signed_on"]:
            return False
        return agreed(
            lambda it: it.begins <= last and it.ends >= first, self.readings(key, last, first, last)
        )

    def is_over(self, key: str, by: str) -> bool:
        """Whether its last day lies before a day, whichever it is."""
        ends = self.ends(key)
        return bool(self.known[key]["signed_on"]) and ends is not None and last_of(ends) < by

    def lasts_in(self, key: str, first: str, last: str) -> bool | None:
        """Whether it is in force for 30 days between two days; None where its days leave it open."""
        return agreed(
            lambda it: self.days(min(it.ends, last), max(it.begins, first)) >= 30,
            self.readings(key, self.as_of, first, last),
        )

    def active(self) -> list[str]:
        """Those in force on the day."""
        return sorted(key for key in self.known if self.status(key) == "active")

    def counted(self) -> list[str]:
        """Derived documents in force on a day of the period."""
        return sorted(
            key
            for key, one in self.known.items()
            if one["doc"] in DERIVED and self.in_force(key, self.first, self.last)
        )

    def unsure(self) -> set[str]:
        """Derived documents of which nobody can tell whether they were in force in the period."""
        return {
            key
            for key, one in self.known.items()
            if one["doc"] in DERIVED and self.in_force(key, self.first, self.last) is None
        }

    def shown(self, key: str) -> dict[str, Any] | None:
        """The evaluation that a report for the period shows of a document."""
        known = {
            one["period"]: one
            for one in self.evaluations
            if one["agreement"] == key
            and min(one["reported_on"] or "9", last_day(one["period"])) <= self.as_of
        }
        period = shown(known, self.report)
        return None if period is None else known[period]

    def state(self, key: str) -> str | None:
        """How it was carried out; None where nobody reported it."""
        told = self.shown(key)
        return None if told is None else told["implementation"]

    def is_late(self, key: str) -> bool:
        """Whether a report of the period is owed and past its day: 30 days after it, abroad 7 January."""
        if self.known[key]["scheme"] in ABROAD:
            return self.owes(key) and self.as_of > f"{int(self.report[:4]) + 1}-01-07"
        return self.owes(key) and self.days(self.as_of, last_day(self.report)) > 30

    def is_asked_for(self, key: str) -> bool:
        """Whether it was surely signed under the regulation that asks for reports (panduan, 7)."""
        one = self.known[key]
        since = "2020-05-22" if one["scheme"] in ABROAD else "2020-04-14"
        return bool(one["signed_on"]) and first_of(one["signed_on"]) >= since

    def owes(self, key: str) -> bool:
        """Whether it is in force for 30 days of the year, at home of a half of it, that is asked for."""
        if not self.is_asked_for(key):
            return False
        is_year = len(self.report) == 4
        owed = [f"{self.report}-S1", f"{self.report}-S2"] if is_year else [self.report]
        if self.known[key]["scheme"] in ABROAD:
            owed = [self.report] if is_year else []
        spans = [(first_day(one), last_day(one)) for one in owed if "-" not in one or one[5] == "S"]
        return any(self.lasts_in(key, first, last) for first, last in spans if last >= self.since)

    def by_state(self, among: Iterable[str] | None = None) -> dict[str, set[str]]:
        """The counted documents by state."""
        found: dict[str, set[str]] = defaultdict(set)
        for key in self.counted() if among is None else among:
            found[self.state(key) or "belum-dilaporkan"].add(key)
        return dict(found)

    def carried_out(self, among: Iterable[str]) -> set[str]:
        """Those carried out in full or in part."""
        return {key for key in among if self.state(key) in {"penuh", "sebagian"}}

    def line(self, key: str) -> set[str]:
        """An umbrella with all that it extends and all that extends it."""
        found, size = {key}, 0
        while len(found) > size:
            size = len(found)
            found |= {one["predecessor"] for one in map(self.known.get, found) if one and one["predecessor"]}
            found |= {one["id"] for one in self.known.values() if one["predecessor"] in found}
        return found & self.known.keys()

    def older(self, key: str) -> Iterator[str]:
        """What it extends, and what that extends."""
        before = self.known[key]["predecessor"] if key in self.known else None
        if before:
            yield before
            yield from self.older(before)

    def lines(self) -> set[str]:
        """The umbrellas in force, of each line the last."""
        active = [key for key in self.active() if self.known[key]["doc"] not in DERIVED]
        return {*active} - {older for key in active for older in self.older(key)}

    def below(self, key: str) -> set[str]:
        """The signed derived documents under a line, also through another umbrella."""
        found, size = self.line(key), 0
        while len(found) > size:
            size = len(found)
            found |= {one["id"] for one in self.known.values() if one["parent"] in found}
        return {one for one in found if self.known[one]["doc"] in DERIVED and self.known[one]["signed_on"]}

    def with_child(self) -> set[str]:
        """The lines in force with a signed derived document."""
        return {key for key in self.lines() if self.below(key)}

    def successor(self, key: str) -> str | None:
        """The signed document that extends it."""
        ones = (one for one in self.signed() if self.known[one]["predecessor"] == key)
        return next(ones, None)

    def days(self, later: str, earlier: str) -> int:
        """Days from one day to a later one."""
        return (date.fromisoformat(later) - date.fromisoformat(earlier)).days

    def told(self, key: str, period: str) -> str:
        """The day from which what is reported of a document for a period is known."""
        days = [
            str(one["reported_on"])
            for one in self.evaluations
            if (one["agreement"], one["period"]) == (key, period) and one["reported_on"]
        ]
        return min([*days, last_day(period)])

    def open_actions(self) -> list[dict[str, Any]]:
        """Actions agreed on by the day and not done by it."""

        def agreed(one: dict[str, Any]) -> str:
            days = (self.told(one["agreement"], one["agreed"]), one["due_on"], one["done_on"])
            return min(day for day in days if day)

        return [
            one
            for one in self.actions
            if one["agreement"] in self.known
            and agreed(one) <= self.as_of
            and (one["done_on"] is None or one["done_on"] > self.as_of)
        ]

    def open_obstacles(self) -> list[dict[str, Any]]:
        """Obstacles told by the last day looked at and not told as closed by it."""
        return [
            one
            for one in self.obstacles
            if one["agreement"] in self.known
            and self.told(one["agreement"], one["opened"]) <= self.last
            and not (one["closed"] and self.told(one["agreement"], one["closed"]) <= self.last)
        ]

    def achieved(self, target: dict[str, Any]) -> Fraction | None:
        """What was reached of a target in percent; None where it is not known."""
        told = {
            one["period"]: Fraction(str(one["value"]))
            for one in self.reached
            if (one["agreement"], one["target"]) == (target["agreement"], target["number"])
        }
        period = shown(told, self.report)
        if target["counting"] == "per-periode":
            values = [value for when, value in told.items() if span(when)[1] <= span(self.report)[1]]
            value = sum(values, Fraction(0)) if values else None
        else:
            value = None if period is None else told[period]
        if value is None or not target["value"] or target["value"] <= 0:
            return None
        ratio = value / Fraction(str(target["value"]))
        return max(Fraction(0), 2 - ratio) * 100 if target["lower_is_better"] else ratio * 100
