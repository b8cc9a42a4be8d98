"""What rules ask to be recorded of each document, told a second time from their words.

How grave a rule is, which documents it looks at and since when stands in the table of ``docs/rules.md``; what
it needs to know stands in ``asked_words.py``.
"""

from __future__ import annotations

import re
import sqlite3
from collections import defaultdict
from contextlib import closing
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from tests.golden.asked_words import ADJUSTED, ASKS, NEW, P22, PLAIN, Paper
from tests.golden.recounted import ABROAD, Registry
from tests.golden.test_quality_figures import Held

if TYPE_CHECKING:
    from collections.abc import Iterator

TABLE = Path(__file__).parents[2] / "docs/rules.md"
DOCS = {
    "Kesepakatan Bersama": "kb", "Nota Kesepakatan": "nk", "Pernyataan Kehendak Kerja Sama (LoI)": "loi",
    "Naskah Kerja Sama (MoU)": "mou", "Perjanjian Kerja Sama": "pks", "Kontrak": "kontrak",
    "Rencana Kerja": "rk", "Rencana Kegiatan Tahunan": "rkt",
}  # fmt: skip
SCHEMES = {
    "KSDD wajib": "ksdd-wajib", "KSDD sukarela": "ksdd-sukarela", "KSDPK": "ksdpk", "KSDPL": "ksdpl",
    "KSDLL": "ksdll", "Sinergi": "sinergi",
}  # fmt: skip
GRAVE = {"pelanggaran": "error", "peringatan": "warning", "keterangan": "info"}
SINCE = {
    "9 Juli 2009": "2009-07-09", "13 Juli 2018": "2018-07-13", "14 April 2020": "2020-04-14",
    "22 Mei 2020": "2020-05-22", "–": "",
}  # fmt: skip

# What is looked at already before the signature: the parent, the partners, preparation, content.
DRAFTS_TOO = {
    *(f"KS{number}" for number in (102, 107, 109, 113, 114, 115, 117, *range(121, 139), 404, 406, 410)),
    "KS704", "KS705", "KS806", "KS807",
}  # fmt: skip
RUNNING = {"KS307", "KS308", "KS701"}  # only what has not ended


class Law(NamedTuple):
    """A rule's row in the table."""

    severity: str
    docs: set[str]
    schemes: set[str]
    since: str


@cache
def laws() -> dict[str, Law]:
    """By code the rules about documents."""
    found = {}
    for line in TABLE.read_text("utf-8").splitlines():
        cells = [cell.strip() for cell in line.strip("|").split("|")]
        kinds = cells[-2].split("; ") if re.fullmatch(r"KS\d{3}", cells[0]) else []
        if len(kinds) == 2 and not kinds[0].startswith("kantor"):
            docs, schemes = (
                {*known.values()} if told.startswith("semua") else {known[one] for one in told.split(", ")}
                for known, told in zip((DOCS, SCHEMES), kinds, strict=True)
            )
            found[cells[0]] = Law(GRAVE[cells[1]], docs, schemes, SINCE[cells[-1]])
    return found


GRAVEST = ("error", "warning", "info")
REPORTS = {"KS501", "KS502", "KS503"}


def gravest(rules: set[str]) -> str:
    """The gravest severity among rules, by the table of rules in words."""
    return min((laws()[rule].severity for rule in rules), key=GRAVEST.index)


class Asked(Held):
    """Of each document what it lacks that rules ask for."""

    def __init__(self, path: Path, as_of: str) -> None:
        super().__init__(path, as_of)
        self.papers: dict[str, set[str]] = defaultdict(set)
        with closing(sqlite3.connect(path)) as con:
            gone = dict(con.execute("SELECT code, successor FROM opd WHERE valid_to < ?", (as_of,)))
            for one in self.known.values():
                while gone.get(one["lead_opd"]):  # what a unit left its successor carries on
                    one["lead_opd"] = gone[one["lead_opd"]]
            for kind, period in con.execute(
                "SELECT kind, period FROM office_paper WHERE void_reason IS NULL AND given_on <= ?", (as_of,)
            ):
                self.papers[kind].add(period)
            self.accepted = {
                (key, rule)
                for key, rule, until in con.execute("SELECT agreement, rule, until FROM acceptance")
                if (until or "9999") >= as_of
            }

    def requests(self, key: str) -> dict[str, set[str]]:
        """By lacking field the rules that ask for it."""
        lacking = {field for field, level in self.fields(key).items() if level < 2}
        found: dict[str, set[str]] = defaultdict(set)
        for code, law in laws().items():
            if self._looks(code, law, key) and (key, code) not in self.accepted:
                for field in lacking & {*self._asks(code, law, key, lacking)}:
                    found[field].add(code)
        return dict(found)

    def _looks(self, code: str, law: Law, key: str) -> bool:
        """Whether a rule looks at a document of this kind, signed on this day, or not yet signed."""
        one = self.known[key]
        if one["doc"] not in law.docs or one["scheme"] not in law.schemes:
            return False
        since = law.since
        if (
            since and one["scheme"] == "sinergi" and code != "KS113"
        ):  # who its parties are stands in older law
            since = max(since, P22)
        if not one["signed_on"]:
            return code in DRAFTS_TOO
        if code == "KS404" or (code in RUNNING and not Paper(self, key).is_running):
            return False
        return bool(f"{one['signed_on']}-12-31"[:10] >= since)

    def _asks(self, code: str, law: Law, key: str, lacking: set[str]) -> Iterator[str]:
        one = Paper(self, key)
        if code in REPORTS:
            period = self.ended(one.scheme)
            if self.asks(key, period) and Registry(self.path, period, self.as_of).is_late(key):
                yield "evaluation-before"
            return
        told = (PLAIN[code],) if code in PLAIN else ASKS[code](one) if code in ASKS else ()
        if one.signed and len(one.signed) < 10 and law.since > f"{one.signed}-01-01"[:10]:
            yield from ("signed",) if lacking & {*told} else ()  # whether it looks at it turns on the day
        elif code in NEW and P22 <= (one.signed or "") <= ADJUSTED and NEW[code](one):
            yield "in-process"
        else:
            yield from told

    def ended(self, scheme: str) -> str:
        """The last period of its reports that is over."""
        year, is_second = int(self.as_of[:4]), self.as_of[5:7] > "06"
        if scheme in ABROAD:
            return str(year - 1)
        return f"{year}-S1" if is_second else f"{year - 1}-S2"
