"""What pages say of a document, an obstacle and an action, put into words again from the rows."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from fractions import Fraction
from typing import TYPE_CHECKING, Any

from tests.golden.listed import MONTHS, Rows, words
from tests.golden.recounted import last_day, rounded
from tests.golden.recounted_recap import Recap

if TYPE_CHECKING:
    from pathlib import Path

STATES = {
    "penuh": "Dilaksanakan penuh", "sebagian": "Dilaksanakan sebagian", "belum": "Belum dilaksanakan",
    "tidak": "Tidak dilaksanakan", None: "Belum dilaporkan",
}  # fmt: skip
ADVICE = {
    "lanjut": "dilanjutkan", "perbaiki": "dilanjutkan dengan perbaikan", "perpanjang": "diperpanjang",
    "perluas": "diperluas", "hentikan": "dihentikan",
}  # fmt: skip
CATEGORIES = {
    "anggaran": "Anggaran", "sdm": "Sumber daya manusia", "sarana": "Sarana dan prasarana",
    "data": "Data dan dokumen", "regulasi": "Peraturan dan perizinan",
    "koordinasi": "Koordinasi antarinstansi", "mitra": "Pemenuhan kewajiban mitra", "lainnya": "Lainnya",
}  # fmt: skip
PARTS = {"S1": "Semester I ", "S2": "Semester II ", "Q1": "Triwulan I ", "Q2": "Triwulan II ",
         "Q3": "Triwulan III ", "Q4": "Triwulan IV ", "": ""}  # fmt: skip


def label(period: str) -> str:
    """A period as it is printed."""
    year, _, part = period.partition("-")
    return f"{PARTS[part]}Tahun {year}" if part in PARTS else f"{MONTHS[int(part) - 1]} {year}"


class Told:
    """The rows of a period on a day, and what is said of them."""

    def __init__(self, path: Path, report: str, as_of: str) -> None:
        self.rows, self.recap = Rows(path, as_of, report), Recap(path, report, as_of)
        self.known = self.rows.known
        with closing(sqlite3.connect(path)) as con:
            con.row_factory = sqlite3.Row
            self.meetings = {
                one["opd"]: dict(one)
                for one in con.execute("SELECT * FROM desk_meeting WHERE period = ?", (report,))
            }
            self.voices = {
                tuple(one)
                for one in con.execute(
                    "SELECT agreement, period, item FROM answer WHERE opd_option <> option UNION SELECT"
                    " agreement, period, 'pelaksanaan' FROM evaluation"
                    " WHERE opd_implementation <> implementation"
                )
            }

    def partners(self, key: str) -> list[str]:
        """The other parties on the day."""
        return [one["name"] for one in self.rows.there(key) if one["seat"] > 0]

    def result(self, key: str) -> str:
        """How it was carried out, up to the recommendation and what the rules propose."""
        one = self.recap.shown(key)
        if one is None:
            return STATES[None]
        said = STATES[one["implementation"]]
        if one["period"] != self.rows.report:
            said += f" ({label(one['period'])})"
        if one["reported_on"]:
            said += f"; dilaporkan {words(one['reported_on'])}"
        items, score = self.recap.answered(key), self.recap.score(key)
        if score is None:
            covered = sum((weight for _, weight, points, _ in items if points is not None), Fraction(0))
            tenths = (covered * 10 + Fraction(1, 2)).__floor__()
            share = f"{tenths // 10},{tenths % 10}".removesuffix(",0")
            said += f"; nilai belum lengkap, cakupan {share}%"
        else:
            (law, high), (ministry, other) = self.recap.scales(rounded(score))
            said += f"; nilai {rounded(score)} ({high}; {law}: {high}; {ministry}: {other})"
        if claims := [code for code, *_, claim in items if claim]:
            said += f"; tanpa bukti: {', '.join(claims)}"
        if otherwise := self.disputed(key, one["period"]):
            said += f"; jawaban OPD berbeda: {', '.join(otherwise)}"
        advice, proposed = one["recommendation"], self.proposal(key)
        if not advice:
            return f"{said}; usulan {ADVICE[proposed]}" if proposed else said
        said += f"; rekomendasi {ADVICE[advice]}"
        if proposed in {None, advice}:
            return said
        why = one["recommendation_reason"] or "belum tercatat"
        return f"{said} (usulan {ADVICE[proposed]}; alasan: {why})"

    def disputed(self, key: str, period: str) -> list[str]:
        """The items of which the OPD says something else than what counts."""
        return sorted(item for one, when, item in self.voices if (one, when) == (key, period))

    def proposal(self, key: str) -> str | None:
        """What the rules propose that each report prints; None without a score or after an early end."""
        one, score, row = self.recap.shown(key), self.recap.score(key), self.known[key]
        if one is None or score is None or (row["ended_on"] and row["ended_on"] <= self.rows.as_of):
            return None
        state = one["implementation"]
        if score <= 65:
            return "hentikan" if state == "tidak" and score <= 50 else "perbaiki"
        if self.is_to_extend(key, one["period"]):
            return "perpanjang"
        if score <= 75:
            return "perbaiki"
        return "perluas" if state == "penuh" and score > 90 else "lanjut"

    def is_to_extend(self, key: str, period: str) -> bool:
        """Whether it is over or nearly so at the end of what is evaluated, and nothing follows it yet."""
        row = self.known[key]
        ends = self.rows.old_ends.get(key, row["ends_on"])
        followed = any(one["predecessor"] == key for one in self.known.values())
        if ends is None or followed or row["doc"] in {"loi", "rkt"}:
            return False
        return self.rows.days(ends, last_day(period)) <= int(self.rows.settings.get("renewal-days", 90))

    def obstacles(self, among: set[str]) -> list[dict[str, Any]]:
        """Those told by the last day, not closed before the period, in order."""
        found = []
        for one in self.rows.obstacles:
            key = one["agreement"]
            closed = one["closed"] if one["closed"] and self.told(key, one["closed"]) else None
            is_shown = self.told(key, one["opened"]) and (not closed or last_day(closed) >= self.rows.first)
            if key in among and is_shown:
                found.append({**one, "closed": closed})
        return found

    def told(self, key: str, period: str) -> bool:
        """Whether what is said for a period is known on the last day that is looked at."""
        return self.rows.told(key, period) <= self.rows.last

    def age(self, one: dict[str, Any]) -> int:
        """The days that an obstacle has been open; 0 once it is closed."""
        return 0 if one["closed"] else max(0, self.rows.days(self.rows.last, last_day(one["opened"])))

    def efforts(self, one: dict[str, Any]) -> list[tuple[str, str]]:
        """What was done about an obstacle, with the period of each."""
        return [
            (each["text"], label(each["period"]))
            for each in self.rows.efforts
            if (each["agreement"], each["obstacle"]) == (one["agreement"], one["number"])
            and self.told(each["agreement"], each["period"])
        ]

    def obstacle_line(self, one: dict[str, Any]) -> list[str]:
        """An obstacle as lists have it."""
        kind = CATEGORIES.get(one["category"], one["category"])
        days = f" ({self.age(one)} hari)" if self.age(one) else ""
        done = "; ".join(f"{text} ({period})" for text, period in self.efforts(one))
        return [
            f"({one['agreement']})", one["text"] + (f" ({kind})" if kind else ""),
            f"{label(one['opened'])}{days}",
            f"selesai {label(one['closed'])}" if one["closed"] else "terbuka", done or "belum tercatat",
        ]  # fmt: skip

    def open_actions(self, among: set[str]) -> list[list[str]]:
        """The actions that are open, first those due first."""
        ones = [one for one in self.rows.open_actions() if one["agreement"] in among]
        return [
            [f"({one['agreement']})", one["what"], one["who"] or "belum tercatat",
             words(one["due_on"]) if one["due_on"] else "", self.overdue(one)]
            for one in ones
        ]  # fmt: skip

    def overdue(self, one: dict[str, Any]) -> str:
        """How late an action is."""
        if one["due_on"] and one["due_on"] < self.rows.as_of:
            return f"lewat {self.rows.days(self.rows.as_of, one['due_on'])} hari"
        return "berjalan"

    def done_actions(self, among: set[str]) -> list[list[str]]:
        """Those that were done since the period began."""
        return [
            [f"({one['agreement']})", one["what"], words(one["done_on"]), one["proof"] or "belum tercatat"]
            for one in self.rows.actions
            if one["agreement"] in among and self.rows.first <= (one["done_on"] or "") <= self.rows.as_of
        ]
