"""The registry's rows with the lists beside each document, by other means than kskd's own."""

from __future__ import annotations

import json
import sqlite3
from collections import defaultdict
from contextlib import closing
from typing import TYPE_CHECKING, Any

import pytest

from tests.golden.readings import UNKNOWN
from tests.golden.recounted import Registry, last_day

if TYPE_CHECKING:
    from pathlib import Path

DAYS = ("2024-06-30", "2024-12-31", "2025-01-15")
MONTHS = (
    "Januari",
    "Februari",
    "Maret",
    "April",
    "Mei",
    "Juni",
    "Juli",
    "Agustus",
    "September",
    "Oktober",
    "November",
    "Desember",
)
STANDING = {
    "draft": "rancangan",
    "upcoming": "akan berlaku",
    "active": "berlaku",
    "ended": "diakhiri",
    "expired": "berakhir",
    "unknown": "belum dapat dipastikan",
}
on_days = pytest.mark.parametrize("as_of", DAYS)


def words(day: str) -> str:
    """A day as it is printed, as far as it is known."""
    if day == UNKNOWN:
        return "tanggal tidak diketahui"
    year, *rest = day.split("-")
    return " ".join([*(str(int(one)) for one in rest[1:]), *(MONTHS[int(one) - 1] for one in rest[:1]), year])


class Rows(Registry):
    """The rows on a day, with the lists beside each document."""

    def __init__(self, path: Path, as_of: str, report: str | None = None) -> None:
        super().__init__(path, report or as_of[:4], as_of)
        with closing(sqlite3.connect(path)) as con:
            con.row_factory = sqlite3.Row

            def read(sql: str, *given: str) -> list[dict[str, Any]]:
                return [dict(one) for one in con.execute(sql, given)]

            self.parties: dict[str, list[dict[str, Any]]] = defaultdict(list)
            for one in read(
                "SELECT y.*, p.name, p.kind FROM party y LEFT JOIN partner p ON p.id = y.partner"
                " ORDER BY seat"
            ):
                self.parties[one["agreement"]].append(one)
            self.noted: dict[str, dict[str, str]] = defaultdict(dict)
            for one in read("SELECT * FROM fact"):
                self.noted[one["agreement"]][one["key"]] = one["value"]
            self.opds = {one["code"]: one["name"] for one in read("SELECT * FROM opd")}
            beside = read("SELECT * FROM support_opd ORDER BY opd")
            self.support = {(one["agreement"], one["opd"]) for one in beside}
            self.scopes: dict[str, list[str]] = defaultdict(list)
            for one in read("SELECT * FROM scope_item ORDER BY agreement, number"):
                self.scopes[one["agreement"]].append(one["text"])
            for one in read(
                "SELECT c.agreement, c.old FROM amendment_change c JOIN amendment a"
                " ON (a.agreement, a.number) = (c.agreement, c.amendment)"
                " WHERE c.field = 'scope' AND nullif(a.signed_on, ?) > ? ORDER BY a.signed_on DESC",
                UNKNOWN,
                as_of,
            ):
                self.scopes[one["agreement"]] = json.loads(one["old"])
            for one in read(
                "SELECT c.agreement, c.old FROM amendment_change c JOIN amendment a"
                " ON (a.agreement, a.number) = (c.agreement, c.amendment)"
                " WHERE c.field = 'title' AND a.signed_on > ? ORDER BY c.amendment DESC",
                as_of,
            ):
                self.known.get(one["agreement"], {})["title"] = json.loads(one["old"])
            self.filed = {one["agreement"] for one in read("SELECT agreement FROM file")}
            self.liaisons = read("SELECT * FROM official WHERE role = 'penghubung'")
            self.amendments = read("SELECT * FROM amendment ORDER BY agreement, number")
            self.amendment_numbers = read("SELECT * FROM amendment_number ORDER BY amendment, seat")
            self.efforts = read("SELECT * FROM effort ORDER BY obstacle, number")
            self.own_fields = read("SELECT * FROM own_field ORDER BY position")
            self.leads_too = {(one["agreement"], one["opd"]) for one in beside if one["as_lead"] == "yes"}
            self.settings = {one["key"]: one["value"] for one in read("SELECT * FROM setting")}

    def own(self, key: str) -> dict[str, Any]:
        """The party that is the region itself."""
        return next(one for one in self.parties[key] if one["seat"] == 0)

    def partners(self, key: str) -> list[dict[str, Any]]:
        """The other parties."""
        return [one for one in self.parties[key] if one["seat"] > 0]

    def there(self, key: str) -> list[dict[str, Any]]:
        """The parties on the day."""
        return [one for one in self.parties[key] if not one["left_on"] or one["left_on"] > self.as_of]

    def term(self, key: str) -> str:
        """The term as it is printed."""
        one, ends = self.known[key], self.old_ends.get(key, self.known[key]["ends_on"])
        starts = one["starts_on"] or one["signed_on"]
        if ends and not one["end_condition"]:
            return f"{words(starts)} s.d. {words(ends)}"
        if one["end_kind"] is None:
            return f"sejak {words(starts)}, tanggal akhir belum tercatat" if starts else "belum tercatat"
        end = "tanpa batas waktu" if one["end_kind"] == "open" else one["end_condition"]
        return f"sejak {words(starts)}, {end}"

    def standing(self, key: str) -> str:
        """Its status as it is printed."""
        return STANDING[self.status(key)]


def lasts(rows: Registry, key: str) -> bool | None:
    """Whether it is in force for 30 days of the period; None where its days leave it open."""
    return rows.lasts_in(key, rows.first, last_day(rows.report))
