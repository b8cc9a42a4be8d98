"""What is missing in the life of each document, counted again from the rows by other means than kskd's own.

It stands on what ``kskd gaps --help``, ``docs/panduan.md`` and the articles in ``docs/rules.md`` say of each
kind. A day that is known in part is read as each day that it may be.
"""

from __future__ import annotations

import json
import re
import sqlite3
from contextlib import closing
from datetime import date, timedelta
from typing import TYPE_CHECKING, Any, NamedTuple

from tests.golden.listed import Rows, words
from tests.golden.recounted import ABROAD, DERIVED, before, first_day, last_day

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

KINDS = {
    "no-child": "Naskah payung tanpa turunan",
    "no-target": "Turunan tanpa target",
    "no-activity": "Tanpa kegiatan",
    "no-report": "Laporan belum masuk",
    "no-evidence": "Laporan tanpa bukti",
    "after-end": "Dievaluasi sesudah berakhir",
    "never-evaluated": "Belum pernah dievaluasi",
    "no-power": "Surat kuasa belum tercatat",
    "no-successor": "Penerus yang diputuskan belum tercatat",
    "no-paper": "Naskah pokok belum ditemukan",
    "no-end": "Akhir belum diketahui",
    "overdue-action": "Tindak lanjut lewat tenggat",
}
CONTRACTS, LOCAL, DONE = {"pks", "kontrak"}, {"ksdd-wajib", "ksdd-sukarela", "ksdpk"}, {"penuh", "sebagian"}
PP28, P22, P25 = "2018-07-13", "2020-04-14", "2020-05-22"  # the days from which each binds what is signed
IDLE, REPORT, SHORTEST = 180, 30, 30  # days: without activity, for a report, in force to owe one
JANUARY = 7  # of a kabupaten
HEAD = re.compile(r"(?:(?:Plt|Plh|Pj|Pjs)\.? |Penjabat )?(?:Bupati|Wali ?[Kk]ota|Gubernur)\b")
BELOW = re.compile(r"(?:Kepala|Direktur|Sekretaris|Camat|Asisten|Lurah) |Wakil Bupati\b")
GOES_ON = {"diperpanjang": "diperpanjang", "diganti": "diganti naskah lain"}
HALVES = {"S1": "Semester I Tahun", "S2": "Semester II Tahun"}


class Line(NamedTuple):
    """One thing that is missing, as ``kskd gaps`` says it."""

    kind: str
    agreement: str
    opd: str
    days: int
    since: str
    what: str
    command: str


def later(day: str, days: int) -> str:
    """The day so many days on."""
    return (date.fromisoformat(day) + timedelta(days)).isoformat()


def label(period: str) -> str:
    """A semester or a year in words."""
    year, _, half = period.partition("-")
    return f"{HALVES[half]} {year}" if half else f"Tahun {year}"


def may_be(day: str | None, last: str) -> list[str | None]:
    """Each day that a day may be, up to a last one; of one of which nothing is known a few of each year."""
    if day is None or len(day) == len("2024-05-02"):
        return [day]
    if day == "XXXX":
        dawns = [f"{year}-{at}" for year in range(2000, int(last[:4])) for at in ("01-01", "04-14", "12-31")]
        return [*dawns, last]
    first, end = first_day(day), min(last_day(day), last)
    return [later(first, at) for at in range((date.fromisoformat(end) - date.fromisoformat(first)).days + 1)]


class Lacking(Rows):
    """The rows on a day, and what is missing in them."""

    def __init__(self, path: Path, as_of: str) -> None:
        super().__init__(path, as_of)
        with closing(sqlite3.connect(path)) as con:
            con.row_factory = sqlite3.Row
            unknown = "SELECT * FROM agreement WHERE signed_on = 'XXXX' AND void_reason IS NULL"
            for one in con.execute(unknown):  # the day has come, whichever it is
                self.known[one["id"]] = dict(one)
            con.row_factory = None
            self.proven = {*con.execute("SELECT agreement, period FROM evidence")}
            terms = con.execute(
                "SELECT c.agreement, a.signed_on, c.old FROM amendment_change c JOIN amendment a"
                " ON (a.agreement, a.number) = (c.agreement, c.amendment)"
                " WHERE c.field = 'term' ORDER BY c.agreement, c.amendment DESC"
            ).fetchall()
        self.moved = [(key, on) for key, on, _ in terms if on <= as_of]
        for key, on, old in terms:
            if on > as_of and key in self.known:  # before an adendum of a later day
                self.known[key] |= json.loads(old)
        self.half = self._due(f"{as_of[:4]}-S{1 if as_of[5:7] < '07' else 2}")
        self.year = self._due(as_of[:4])
        self.last_links, self.undone = self.lines(), self.open_actions()
        self.told_of = {key: sorted(self._reports(key), key=lambda one: one[:2]) for key in self.known}

    def _due(self, period: str) -> str:
        """The last period whose reports should have come before the day."""
        while self.due_on(period) >= self.as_of:
            period = before(period)
        return period

    def due_on(self, period: str) -> str:
        """The day by which the reports of a semester, or abroad of a year, are to come."""
        if "-" in period:
            return later(last_day(period), REPORT)
        return f"{int(period) + 1}-01-{JANUARY:02}"

    def _reports(self, key: str) -> Iterator[tuple[str, str, dict[str, Any]]]:
        """Last day, first day and row of each evaluation that was known on the day."""
        for one in self.evaluations:
            if one["agreement"] == key and self.told(key, one["period"]) <= self.as_of:
                yield last_day(one["period"]), first_day(one["period"]), one

    def missing(self, *, each: bool = False) -> list[Line]:
        """Each thing that is missing: by kind, the oldest first."""
        found = [one for key in self.known for one in self.of(key, each=each)]
        order = [*KINDS]
        return sorted(found, key=lambda one: (order.index(one.kind), -one.days, one.agreement, one.what))

    def of(self, key: str, *, each: bool) -> Iterator[Line]:
        """What one document lacks, whichever of the days it may be that it was signed on."""
        told, seen = self.known[key], []
        days = told["signed_on"], told["ends_on"]
        for signed, ends in self.days_of(key):
            told |= {"signed_on": signed, "ends_on": ends}
            seen.append({(kind, command): rest for kind, command, *rest in self._of(key, each=each)})
        told["signed_on"], told["ends_on"] = days
        for kind, command in seen[0]:
            if all((kind, command) in one for one in seen):
                since, what = max(one[kind, command] for one in seen)
                days_since = self.days(self.as_of, since)
                yield Line(kind, key, str(told["lead_opd"]), days_since, since, what, f"kskd {command}")

    def days_of(self, key: str) -> Iterator[tuple[str | None, str | None]]:
        """The days on which it may have been signed and may end: mostly the one of each."""
        told = self.known[key]
        for ends in may_be(told["ends_on"], "9999-12-31"):
            for signed in may_be(told["signed_on"], min(self.as_of, ends or "9")):
                yield signed, ends

    def _of(self, key: str, *, each: bool) -> Iterator[tuple[str, str, str, str]]:
        """Kind, command, day since and words of each thing."""
        yield from self._follow_up(key)
        yield from self._running(key)
        yield from self._late(key, each=each)
        yield from self._of_reports(key)
        yield from self._of_paper(key)
        for one in self.undone:
            if one["agreement"] == key and one["due_on"] and one["due_on"] < self.as_of:
                number = one["number"]
                what = f"Tindak lanjut {number} lewat tenggat: {one['what']}"
                yield "overdue-action", f"action done {key} {number} --on TANGGAL", one["due_on"], what

    def ends(self, key: str) -> str | None:
        """Its last day on the day; a first end beside a condition does not pass by itself."""
        one = self.known[key]
        if one["ended_on"] and one["ended_on"] <= self.as_of:
            return str(one["ended_on"])
        return one["ends_on"] if one["end_kind"] == "date" else None

    def is_ended(self, key: str) -> bool:
        """Whether it was ended early by the day."""
        return (self.known[key]["ended_on"] or "9") <= self.as_of

    def runs(self, key: str) -> bool:
        """Whether it is in force on the day."""
        return self.in_force(key, self.as_of, self.as_of) is True

    def heir(self, key: str) -> str | None:
        """What carries it on, signed or in the making."""
        return next((one["id"] for one in self.known.values() if one["predecessor"] == key), None)

    def _follow_up(self, key: str) -> Iterator[tuple[str, str, str, str]]:
        """A line of umbrellas in force under which nothing is signed, told of by its last link."""
        told, line = self.known[key], self.line(key)
        below = sorted(one["id"] for one in self.known.values() if one["parent"] in line)
        if key not in self.last_links:
            return
        if any(self.known[one]["signed_on"] for one in below):
            return
        what, more = "Naskah payung belum mempunyai turunan", '--title "…" --signed TANGGAL'
        if below:
            what = f"{what} yang ditandatangani; rancangan: {', '.join(below)}"
            command = f"update {below[0]} --signed TANGGAL"
        elif told["doc"] == "loi":
            command = f"add-mou --scheme {told['scheme']} --doc mou --parent {key} {more}"
        else:
            command = f"derive-pks {key} {more}"
        yield "no-child", command, told["signed_on"], what

    def _running(self, key: str) -> Iterator[tuple[str, str, str, str]]:
        """A derived document in force: without a target, without activity, never evaluated."""
        if self.known[key]["doc"] not in DERIVED or not self.runs(key):
            return
        begins, reports = self.starts(key), self.told_of[key]
        command = f"evaluate {key} --period {self.half}"
        asked = "sejak laporannya ditagih" if self.since > begins else "sejak berlaku"
        if not any(one["agreement"] == key for one in self.targets):
            yield "no-target", f'target add {key} --indicator "…"', begins, "Belum ada target"
        busy = [last for last, _, one in reports if one["implementation"] in DONE]
        last = min(max(begins, self.since, *busy), self.as_of)
        if self.days(self.as_of, last) > IDLE:
            what = f"kegiatan terakhir dilaporkan sampai {words(last)}" if last in busy else asked
            yield "no-activity", command, last, f"Tanpa kegiatan: {what}"
        if not reports and max(begins, self.since) <= last_day(self.half):
            yield "never-evaluated", command, max(begins, self.since), f"Belum pernah dievaluasi {asked}"

    def _late(self, key: str, *, each: bool) -> Iterator[tuple[str, str, str, str]]:
        """Reports that should have come before the day; without ``each`` the oldest, with their number."""
        told = self.known[key]
        is_home = (told["doc"] in CONTRACTS and told["scheme"] in LOCAL) or (
            (told["doc"], told["scheme"]) == ("rk", "sinergi")
        )
        is_abroad = told["doc"] in {"mou", *DERIVED} and told["scheme"] in ABROAD
        if not told["signed_on"] or not (is_home or is_abroad):
            return
        if told["signed_on"] < (P25 if is_abroad else P22):
            return
        asked: list[str] = []
        period = self.year if is_abroad else self.half
        while last_day(period) >= max(self.since, self.starts(key)):
            if self.lasts(key, period) and not self.is_in(key, period) and not self.by_others(key, period):
                asked.insert(0, period)
            period = before(period)
        for one in asked if each else asked[:1]:
            what = f"Laporan {label(one)} belum masuk"
            if len(asked) > 1 and not each:
                what += f"; seluruhnya {len(asked)} laporan, ini yang tertua"
            yield "no-report", f"evaluate {key} --period {one}", later(last_day(one), 1), what

    def lasts(self, key: str, period: str) -> bool:
        """Whether it is in force long enough in a period to owe its report."""
        ends = min(self.ends(key) or "9999-12-31", last_day(period))
        return self.days(ends, max(self.starts(key), first_day(period))) >= SHORTEST

    def is_in(self, key: str, period: str) -> bool:
        """Whether what was reported reaches the end of the period, or of the document in it."""
        first, last = first_day(period), last_day(period)
        until = min(self.ends(key) or "9", last)
        return any(end >= until and (end <= last or begin <= first) for end, begin, _ in self.told_of[key])

    def by_others(self, key: str, period: str) -> bool:
        """Whether an MoU is reported on by what carries it out, or by the next of its line."""
        if self.known[key]["doc"] != "mou":
            return False
        line, heir = self.line(key), self.heir(key)
        kin = [one["id"] for one in self.known.values() if one["parent"] in line]
        kin += [heir] if heir else []
        return any(self.known[one]["signed_on"] and self.lasts(one, period) for one in kin)

    def _of_reports(self, key: str) -> Iterator[tuple[str, str, str, str]]:
        """What the last report does not prove, and reports of what had ended."""
        reports, ends = self.told_of[key], self.ends(key)
        if reports:
            last, _, one = reports[-1]
            if one["implementation"] in DONE and (key, one["period"]) not in self.proven:
                period = one["period"]
                command = f'evaluate {key} --period {period} --evidence "…"'
                yield "no-evidence", command, min(last, self.as_of), f"Laporan {period} tanpa bukti"
        after = [one["period"] for _, begin, one in reports if ends and begin > ends]
        if after and not self.heir(key):
            what = f"Dievaluasi ({', '.join(after)}) padahal berakhir {words(str(ends))}"
            yield "after-end", f"extend {key} --signed TANGGAL", str(ends), what

    def _of_paper(self, key: str) -> Iterator[tuple[str, str, str, str]]:
        """What the paper itself lacks: its power of attorney, its end, a successor, the paper."""
        told, noted = self.known[key], self.noted[key]
        if self.lacks_power(key):
            office = self.own(key)["signer_office"]
            command = f"update {key} --power-of-attorney NOMOR --power-of-attorney-date TANGGAL"
            what = f"Ditandatangani {office}; surat kuasanya belum tercatat"
            yield "no-power", command, told["signed_on"], what
        said, ends = self.decided(key), self.ends(key)
        is_over = ends is not None and ends < self.as_of
        if said in GOES_ON and is_over and not (self.is_ended(key) or self.heir(key)):
            what = f"Diputuskan {GOES_ON[said]}; penerusnya belum tercatat"
            yield "no-successor", f"extend {key} --signed TANGGAL", str(ends), what
        if noted.get("paper_missing") == "yes":
            since = min(told["entered_on"], self.as_of)
            command = f"update {key} --paper-missing tidak --reason …"
            yield "no-paper", command, since, "Naskah pokok belum ditemukan"
        if told["signed_on"] and told["end_kind"] is None and not is_over:
            yield "no-end", f"update {key} --ends TANGGAL", told["signed_on"], "Akhir belum diketahui"

    def lacks_power(self, key: str) -> bool:
        """Whether another than the head signed a contract, and nothing is known of his power."""
        told, own = self.known[key], self.own(key)
        office = own["signer_office"] or ""
        return (
            told["doc"] in CONTRACTS
            and told["scheme"] in LOCAL
            and (told["signed_on"] or "") >= PP28
            and not HEAD.match(office)
            and bool(BELOW.match(office))
            and not (own["power_number"] or own["power_date"] or "has_power" in self.noted[key])
        )

    def decided(self, key: str) -> str | None:
        """What was decided of its end by the day; an adendum on the term after that opens it again."""
        said, on = self.noted[key].get("decision"), self.noted[key].get("decision_on")
        moved = [day for one, day in self.moved if one == key]
        if (on and on > self.as_of) or (moved and (on is None or max(moved) > on)):
            return None
        return said
