"""What a recap counts, counted again from the registry's rows; see ``recounted``."""

from __future__ import annotations

import sqlite3
from collections import Counter, defaultdict
from contextlib import closing
from fractions import Fraction
from functools import cache
from typing import TYPE_CHECKING, Any

from tests.golden.readings import exactly, first_of, last_of
from tests.golden.recounted import ABROAD, DERIVED, Answers, Registry, first_day, last_day, rounded, shown

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable
    from pathlib import Path

Mean = tuple[str | None, int, int]
"""The mean as it is printed, over how many, of how many."""

Dues = tuple[int, int, int, int]
"""Reports in time, late, of a day not recorded, and missing."""

STATES = ("penuh", "sebagian", "belum", "tidak", "belum-dilaporkan")
SCALES = {
    "Permendagri 86/2017": [("Sangat Tinggi", 90), ("Tinggi", 75), ("Sedang", 65), ("Rendah", 50),
                            ("Sangat Rendah", -1)],
    "PermenPANRB 88/2021": [("AA", 90), ("A", 80), ("BB", 70), ("B", 60), ("CC", 50), ("C", 30), ("D", -1)],
}  # fmt: skip

_answers = cache(Answers)


class Recap(Registry):
    """The rows of a period on a day, with what a recap needs beside them."""

    def __init__(self, path: Path, report: str, as_of: str | None = None) -> None:
        super().__init__(path, report, as_of)
        self.answers = _answers(path)
        with closing(sqlite3.connect(path)) as con:
            con.row_factory = sqlite3.Row
            self.opds = {str(one["code"]): dict(one) for one in con.execute("SELECT * FROM opd")}
            self.supports = {tuple(one) for one in con.execute("SELECT agreement, opd FROM support_opd")}
            self.numbers = [
                tuple(one) for one in con.execute("SELECT agreement, seat, number FROM party ORDER BY seat")
            ]
            self.evidence = {tuple(one) for one in con.execute("SELECT agreement, period FROM evidence")}
            self.efforts = [
                tuple(one) for one in con.execute("SELECT agreement, obstacle, period FROM effort")
            ]
            self.disputes = {
                tuple(one)
                for one in con.execute(
                    "SELECT agreement, period FROM answer WHERE opd_option IS NOT NULL UNION"
                    " SELECT agreement, period FROM evaluation WHERE opd_implementation IS NOT NULL"
                )
            }

    def opd_now(self, code: str) -> str:
        """The OPD that carries on the work of this one."""
        one = self.opds[code]
        gone = one["successor"] and one["valid_to"] < self.as_of
        return self.opd_now(str(one["successor"])) if gone else code

    def lead(self, key: str) -> str:
        """The OPD that leads a document on the day."""
        return self.opd_now(str(self.known[key]["lead_opd"]))

    def leads(self, code: str) -> set[str]:
        """The documents that it leads."""
        return {key for key in self.known if self.lead(key) == code}

    def beside(self, code: str) -> set[str]:
        """The documents of others that it supports."""
        return {
            key
            for key, opd in self.supports
            if key in self.known and self.opd_now(opd) == code != self.lead(key)
        }

    def days_left(self, key: str) -> int | None:
        """Days to the last day; None without one, of one known in part, and once an early end has come."""
        ends, early = exactly(self.ends(key)), self.known[key]["ended_on"]
        return None if ends is None or (early and early <= self.as_of) else self.days(ends, self.as_of)

    def score(self, key: str) -> Fraction | None:
        """The score of the evaluation shown, as it is printed."""
        told = self.shown(key)
        exact = None if told is None else self.answers.exact(key, told["period"])
        return None if exact is None else Fraction(rounded(exact).replace(",", "."))

    def mean(self, among: Collection[str]) -> Mean:
        """The mean of the scores there are."""
        scores = [score for key in among if (score := self.score(key)) is not None]
        value = rounded(sum(scores, Fraction(0)) / len(scores)) if scores else None
        return value, len(scores), len(among)

    def answered(self, key: str) -> list[tuple[str, Fraction, Fraction | None, bool]]:
        """By item of the evaluation shown: code, weight, what was earned of it, and whether it is a claim."""
        told = self.shown(key)
        if told is None:
            return []
        asked = self.answers.instruments[told["instrument"]]
        given = self.answers.answers[key, told["period"]]
        found = []
        for item in asked["items"]:
            code, weight = item["code"], Fraction(item["weight"])
            answer = told["implementation"] if item.get("from_implementation") else given.get(code)
            worth = {one["code"]: Fraction(one["value"]) for one in item["options"]}.get(answer)
            unproven = code in asked["evidence"]["items"] and (
                (key, told["period"], code) not in self.answers.proven
            )
            if worth is not None and unproven:
                worth = min(worth, Fraction(asked["evidence"]["cap"]))
            found.append(
                (code, weight, None if worth is None else weight * worth, worth is not None and unproven)
            )
        return found

    def reach(self, among: Collection[str]) -> tuple[str, str]:
        """The lowest and the highest mean that full reporting could leave."""
        low = high = Fraction(0)
        for key in among:
            items = self.answered(key)
            known = sum((points for _, _, points, _ in items if points is not None), Fraction(0))
            still = sum((weight for _, weight, points, _ in items if points is None), Fraction(0))
            low += Fraction(rounded(known).replace(",", "."))
            high += Fraction(rounded(known + still).replace(",", ".")) if items else 100
        return rounded(low / len(among)), rounded(high / len(among))

    def reported(self, among: Iterable[str]) -> tuple[int, int]:
        """Those of which the state is known, out of all."""
        states = [self.state(key) for key in among]
        return sum(state is not None for state in states), len(states)

    def asked(self) -> list[str]:
        """The semesters and years whose reports are counted: those within a long period, else the last."""
        year, _, part = self.report.partition("-")
        if not part:
            found = [one for one in (f"{year}-S1", f"{year}-S2", year) if first_day(one) <= self.as_of]
        elif part[0] == "S":
            found = [self.report]
        else:
            found = [self.due()]
        return [one for one in found if last_day(one) >= self.since]

    def due(self) -> str:
        """The period that a report is missing of: this one, or the last full semester."""
        year, _, part = self.report.partition("-")
        if not part or part[0] == "S":
            return self.report
        ended = last_day(self.report)
        if ended >= f"{year}-12-31":
            return f"{year}-S2"
        return f"{year}-S1" if ended >= f"{year}-06-30" else f"{int(year) - 1}-S2"

    def lasts(self, key: str, period: str) -> bool:
        """Whether it is in force for 30 days of a period, of which one has come."""
        if not self.in_force(key, first_day(period), min(self.as_of, last_day(period))):
            return False
        return self.lasts_in(key, first_day(period), last_day(period)) is True

    def may_last(self, key: str, period: str) -> bool:
        """Whether it may be, for all that is known of its days."""
        has_come = self.in_force(key, first_day(period), min(self.as_of, last_day(period))) is not False
        return has_come and self.lasts_in(key, first_day(period), last_day(period)) is not False

    def owes_of(self, key: str, period: str) -> bool:
        """Whether a report of a semester, abroad of a year, is owed of it."""
        one = self.known[key]
        is_due = (len(period) == 4) == (one["scheme"] in ABROAD)
        if not (is_due and self.is_asked_for(key) and self.lasts(key, period)):
            return False
        if one["doc"] in DERIVED:
            return True
        after = self.successor(key)
        return (
            one["doc"] == "mou"
            and not any(self.may_last(child, period) for child in self.below(key))
            and not (after and self.may_last(after, period))
        )

    def owed(self, key: str) -> list[str]:
        """The periods of which a report of it is owed."""
        return [period for period in self.asked() if self.owes_of(key, period)]

    def timely(self, among: Collection[str]) -> dict[str, Dues]:
        """By period of which any is owed, how the reports came."""
        found: dict[str, Dues] = {}
        for period in self.asked():
            due = last_day(period)
            due = f"{int(period) + 1}-01-07" if len(period) == 4 else due
            counts: Counter[str] = Counter()
            for key in among:
                if self.owes_of(key, period):
                    counts[self._came(key, period, due)] += 1
            if counts:
                found[period] = counts["in"], counts["late"], counts["unknown"], counts["missing"]
        return found

    def _came(self, key: str, period: str, due: str) -> str:
        known = {
            one["period"]: one
            for one in self.evaluations
            if one["agreement"] == key and self.told(key, one["period"]) <= self.as_of
        }
        told = shown(known, period)
        if told is None or known[told]["implementation"] is None:
            return "missing"
        day = known[told]["reported_on"]
        if day is None:
            return "unknown"
        grace = 0 if len(period) == 4 else 30
        return "in" if self.days(day, due) <= grace else "late"

    def over(self, among: Iterable[str]) -> set[str]:
        """Those whose last day lies before the period."""
        return {key for key in among if self.is_over(key, self.first)}

    def figures(self, among: Collection[str]) -> dict[str, Any]:
        """All that is counted alike of an OPD and of the Pemda."""
        known = {key: self.known[key] for key in among}
        counted = [key for key in self.counted() if key in known]
        told = [(key, one) for key in counted if (one := self.shown(key)) is not None]
        status = Counter(map(self.status, known))
        lines = self.lines() & known.keys()
        over = self.over(known)
        mean = self.mean(counted)
        advice: dict[str, set[str]] = defaultdict(set)
        for key, one in told:
            advice[one["recommendation"] or "belum-ada"].add(key)
        derived = sum(one["doc"] in DERIVED for one in known.values())
        return {
            "totals": (len(known), status["active"], len(known) - derived, derived),
            "doc": Counter(one["doc"] for one in known.values()),
            "scheme": Counter(one["scheme"] for one in known.values()),
            "status": status,
            "endless": sum(one["end_kind"] is None and self.status(key) == "active"
                           for key, one in known.items()),
            "follow up": (len(lines & self.with_child()), len(lines)),
            "states": {state: len(self.by_state(counted).get(state, ())) for state in STATES},
            "reported": self.reported(counted),
            "mean": mean,
            "scales": self.scales(mean[0]),
            "advice": dict(advice),
            "barren": {key: self.umbrella(key) for key in lines - self.with_child()},
            "soon": {key for key in known if self.status(key) == "active" and (ends := self.ends(key))
                     and known[key]["ended_on"] != self.as_of
                     and self.days(last_of(ends), self.as_of) <= 90},
            "ended": {key for key in known if self.status(key) not in {"draft", "upcoming"}
                      and (ends := self.ends(key)) and self.first <= first_of(ends)
                      and last_of(ends) <= self.as_of},
            "lapsed": {key for key in over if not self.successor(key)},
            "renewed": {key: self.successor(key) for key in over if self.successor(key)},
            "timely": self.timely(known),
            "targets": self.tally(counted),
            "claims": sum(any(claim for *_, claim in self.answered(key)) for key in counted),
            "disputed": sum((key, one["period"]) in self.disputes for key, one in told),
            "worth": self.worth(known),
        }  # fmt: skip

    def scales(self, mean: str | None) -> list[tuple[str, str]]:
        """The class of a mean on each national scale."""
        if mean is None:
            return []
        value = Fraction(mean.replace(",", "."))
        return [(key, next(name for name, above in one if value > above)) for key, one in SCALES.items()]

    def umbrella(self, key: str) -> tuple[int | None, int, int]:
        """Days since its signing, signed documents and drafts derived from it."""
        signed, found, size = exactly(self.known[key]["signed_on"]), self.line(key), 0
        while len(found) > size:
            size = len(found)
            found |= {other for other, one in self.known.items() if one["parent"] in found}
        derived = [self.known[one]["signed_on"] for one in found if self.known[one]["doc"] in DERIVED]
        days = self.days(self.as_of, signed) if signed else None
        return days, sum(day is not None for day in derived), sum(day is None for day in derived)

    def tally(self, counted: Collection[str]) -> dict[str, tuple[int, int, int]]:
        """Targets by kind: all, those measured, those reached."""
        percents: dict[str, list[Fraction | None]] = defaultdict(list)
        for one in self.targets:
            if one["agreement"] in counted:
                percents[one["kind"]].append(self.achieved(one))
        return {
            kind: (len(all_), sum(one is not None for one in all_), sum((one or 0) >= 100 for one in all_))
            for kind, all_ in percents.items()
        }

    def worth(self, among: Collection[str]) -> tuple[int, int, int] | None:
        """What they are worth: of a parent and its children the more; of how many it is known, and of all."""
        values = {key: value for key in among if (value := self.known[key]["value"]) is not None}
        total = 0
        for key, value in values.items():
            below = sum(v for child, v in values.items() if self.known[child]["parent"] == key)
            total += max(value - below, 0)
        return (total, len(values), len(among)) if values else None

    def gaps(self, among: Iterable[str]) -> Counter[tuple[str, str]]:
        """What is missing of which document."""
        counted = {*self.counted()}
        found: set[tuple[str, str]] = set()
        for key in among:
            if self.status(key) not in {"active", "upcoming"} and key not in counted:
                continue
            one, told = self.known[key], self.shown(key)
            lacks = {
                "partner-number": any(
                    k == key and seat > 0 and not number for k, seat, number in self.numbers
                ),
                "number": not any(k == key and seat == 0 and number for k, seat, number in self.numbers),
                "end": one["end_kind"] is None,
                "parent": one["doc"] in DERIVED and one["parent"] is None,
                "report": bool(self.owed(key))
                and (told is None or last_day(told["period"]) < last_day(self.due())),
                "target": key in counted and not any(t["agreement"] == key for t in self.targets),
            }
            if key in counted and told is not None:
                lacks |= self._unanswered(key, told)
            found |= {(kind, key) for kind, is_missing in lacks.items() if is_missing}
        return Counter(found)

    def _unanswered(self, key: str, told: dict[str, Any]) -> dict[str, bool]:
        items = self.answers.instruments[told["instrument"]]["items"]
        asked = {one["code"] for one in items if not one.get("from_implementation")}
        realised = [(one["target"], one["period"]) for one in self.reached if one["agreement"] == key]
        return {
            "state": told["implementation"] is None,
            "answers": bool(asked - self.answers.answers[key, told["period"]].keys()),
            "evidence": (key, told["period"]) not in self.evidence,
            "realisation": any(
                one["agreement"] == key and one["value"] is not None
                and shown((p for number, p in realised if number == one["number"]), self.report) is None
                for one in self.targets
            ),
        }  # fmt: skip
