"""How far each field is recorded, beside the registry's rows counted again by other means.

Which documents a fact is told of is the table of facts itself; the rest is SQL and dates as text.
"""

from __future__ import annotations

import json
from collections import defaultdict
from typing import TYPE_CHECKING, Any

from kskd.domain.document.clauses import CONTENTS
from kskd.domain.document.facts import FACTS
from tests.conftest import succeed
from tests.golden.listed import Rows, lasts, on_days
from tests.golden.readings import NEVER, exactly, first_of, last_of
from tests.golden.recounted import ABROAD, DERIVED, Registry, last_day
from tests.golden.test_scores import table

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

DAY = len("2024-12-31")  # of a day that is known by its month or year less is written
CONTRACTS = {"pks", "kontrak"}
COLUMNS = ("Naskah", "Tercatat", "Sebagian", "Belum", "%")
FIGURES = ("applies", "recorded", "partial", "missing", "share")


def share(values: Iterable[object]) -> int:
    """2 where all are told, 1 where some, 0 where none is."""
    told = [value is not None for value in values]
    return 2 if all(told) else int(any(told))


def known(day: str | None) -> int:
    """How far a day is told: 2 to the day, 1 in part, 0 not."""
    return 0 if day is None else 2 if exactly(day) else 1


class Held(Rows):
    """Of each document how much of each field is told: 2 the whole, 1 a part, 0 nothing."""

    def fields(self, key: str) -> dict[str, int]:
        """By name of field."""
        one, own, others = self.known[key], self.own(key), self.partners(key)
        found = {
            **dict.fromkeys(("title", "scheme", "doc", "opd"), 2),
            "partner": 2 * bool(others),
            "partner-kind": share(party["kind"] for party in others),
            "affair": 2 * any(agreement == key for agreement, _ in self.affairs),
            "scope": 2 * bool(self.scopes[key]),
            "original-place": 2 * bool(one["original_place"]),
            "value": 2 * (one["value"] is not None),
            "funding": 2 * ("funding" in self.noted[key]),
        }
        told = self.noted[key]
        if one["signed_on"] or one["starts_on"]:
            ends = self.old_ends.get(key, one["ends_on"]) if one["end_kind"] == "date" else one["end_kind"]
            found |= {
                "number": 2 * bool(own["number"]),
                "signer": 2 * bool(own["signer_office"]),
                "signer-name": 2 * bool(own["signer_name"]),
                "signed": known(one["signed_on"]),
                "ends": known(ends) if one["end_kind"] == "date" else 2 * bool(ends),
                "file": 2 * (key in self.filed),
                "partner-number": share(party["number"] for party in others),
                "partner-signer": share(party["signer_office"] for party in others),
            }
            if own["power_number"] or own["power_date"] or told.get("has_power") == "yes":
                found["power-of-attorney"] = 2 * bool(own["power_number"])
                found["power-of-attorney-date"] = 2 * bool(own["power_date"])
        if one["doc"] in DERIVED and told.get("has_parent") != "no":
            found["parent"] = 2 * bool(one["parent"])
        if any(one["doc"] == each.doc and one["scheme"] in each.schemes for each in CONTENTS):
            found["clause"] = 2 * any(each.startswith("clause_") for each in told)
        for field in FACTS:
            is_of = (not field.docs or one["doc"] in field.docs) and (
                not field.schemes or one["scheme"] in field.schemes
            )
            if is_of and field.is_typed and not field.is_seldom:
                found[field.key.replace("_", "-")] = 2 * (field.key in told)
        return found | self.reports(key)

    def reports(self, key: str) -> dict[str, int]:
        """Whether the reports of the running and of the last ended period are in, where they are owed."""
        year, half = int(self.as_of[:4]), 1 if self.as_of[5:7] <= "06" else 2
        if self.known[key]["scheme"] in ABROAD:
            periods = {"evaluation": f"{year}", "evaluation-before": f"{year - 1}"}
        else:
            past = f"{year}-S1" if half == 2 else f"{year - 1}-S2"
            periods = {"evaluation": f"{year}-S{half}", "evaluation-before": past}
        return {
            name: 2 * self.is_in(key, period) for name, period in periods.items() if self.asks(key, period)
        }

    def asks(self, key: str, period: str) -> bool:
        """Whether the law asks for a report of it: signed under the regulations of 2020, 30 days in force."""
        one = self.known[key]
        is_abroad = one["scheme"] in ABROAD
        kinds = {"mou", *DERIVED} if is_abroad else {"rk"} if one["scheme"] == "sinergi" else CONTRACTS
        since = "2020-05-22" if is_abroad else "2020-04-14"
        if not one["signed_on"] or one["doc"] not in kinds or first_of(one["signed_on"]) < since:
            return False
        rows = Registry(self.path, period, self.as_of)
        if last_day(period) < rows.since or not lasts(rows, key):
            return False
        heirs = [each for each, it in rows.known.items() if key in {it["parent"], it["predecessor"]}]
        return one["doc"] != "mou" or all(
            not rows.known[each]["signed_on"] or lasts(rows, each) is False for each in heirs
        )

    def is_in(self, key: str, period: str) -> bool:
        """Whether an evaluation within the period, up to its end or the document's, is known."""
        end = min(last_of(self.ends(key) or NEVER), last_day(period))
        return any(
            one["agreement"] == key
            and end <= last_day(one["period"]) <= last_day(period)
            and self.told(key, one["period"]) <= self.as_of
            for one in self.evaluations
        )


def listed(path: Path, as_of: str, *more: str) -> list[dict[str, Any]]:
    """What the command gives as JSON."""
    told = succeed("quality", "--db", path, "--as-of", as_of, "--format", "json", *more)
    items: list[dict[str, Any]] = json.loads(told)["items"]
    return items


def held(rows: Held) -> tuple[dict[str, dict[str, int]], dict[str, int]]:
    """By document how much of each field is told, and by unit how far its liaison is known."""
    units = {str(rows.known[key]["lead_opd"]) for key in rows.known}
    reached = dict.fromkeys(units, 0)
    for one in rows.liaisons:
        begun, over = one["valid_from"] or "", one["valid_to"] or "9999"
        if one["opd"] in units and begun <= rows.as_of <= over:
            reached[one["opd"]] = max(reached[one["opd"]], 2 if one["phone"] or one["mail"] else 1)
    return {key: rows.fields(key) for key in rows.known}, reached


@on_days
def test_how_far_each_field_is_recorded(registry: Path, as_of: str) -> None:
    documents, liaisons = held(Held(registry, as_of))
    levels = [*(one for one in documents.values()), *({"liaison": level} for level in liaisons.values())]
    wanted: dict[str, list[int]] = defaultdict(list)
    for one in levels:
        for name, level in one.items():
            wanted[name].append(level)
    found = {one["field"]: one for one in listed(registry, as_of)}
    assert found.keys() == wanted.keys()
    for name, one in found.items():
        told = wanted[name]
        counts = (len(told), told.count(2), told.count(1), told.count(0), told.count(2) * 100 // len(told))
        assert tuple(one[key] for key in FIGURES) == counts, name


@on_days
def test_what_is_missing_of_which_document(registry: Path, as_of: str) -> None:
    rows = Held(registry, as_of)
    documents, liaisons = held(rows)
    wanted = {
        (rows.known[key]["lead_opd"], key, name, level == 1)
        for key, one in documents.items()
        for name, level in one.items()
        if level < 2
    } | {(code, None, "liaison", level == 1) for code, level in liaisons.items() if level < 2}
    found = listed(registry, as_of, "--each")
    told = [(one["opd"], one["agreement"], one["field"], one["is_partial"]) for one in found]
    assert len(told) == len(wanted)
    assert {*told} == wanted


@on_days
def test_what_rules_ask_for(registry: Path, as_of: str) -> None:
    each = [one for one in listed(registry, as_of, "--each") if one["rules"]]
    judged = {
        (one["agreement"], one["rule"])
        for more in ((), ("--severity", "info"))
        for one in json.loads(
            succeed("check", "--db", registry, "--as-of", as_of, "--format", "json", *more)
        )["items"]
    }
    assert {(one["agreement"], rule) for one in each for rule in one["rules"]} <= judged
    for one in listed(registry, as_of):
        mine = [each_one for each_one in each if each_one["field"] == one["field"]]
        assert (one["asked"], {*one["rules"]}) == (len(mine), {rule for it in mine for rule in it["rules"]})


@on_days
def test_the_page_of_what_is_recorded(registry: Path, tmp_path: Path, as_of: str) -> None:
    rows, fields = Rows(registry, as_of), listed(registry, as_of)
    each = listed(registry, as_of, "--each")
    succeed("quality", "--db", registry, "--as-of", as_of, "--out", tmp_path)
    page = (tmp_path / "mutu-data.md").read_text("utf-8")
    lacking = [one for one in fields if one["recorded"] < one["applies"]]
    asked = [one for one in fields if one["asked"]]
    assert f"> **{len(asked)} isian diminta peraturan dan belum lengkap; {len(rows.known)} naskah," in page
    printed = {
        line["Isian"]: line
        for heading in ("## Yang diminta peraturan", "## Isian lain yang belum lengkap")
        for line in table(page, heading)
    }
    assert len(printed) == len(lacking)
    for one in lacking:
        line = printed[one["label"]]
        assert [int(line[name]) for name in COLUMNS] == [one[key] for key in FIGURES], one["field"]
        assert int(line.get("Diminta", "0")) == one["asked"]
    for code in {one["opd"] for one in each}:
        mine = [one for one in each if one["opd"] == code]
        told = [one for one in mine if one["rules"] or one["field"] in {"evaluation-before", "liaison"}]
        documents = {one["agreement"] for one in told} - {None}
        letter = f"Suratnya: kskd quality --ask --opd {code}"
        assert f"{len(told)} keterangan dari {len(documents)} naskah. {letter}" in page
        assert f"\n{len(mine) - len(told)} isian lain belum tercatat" in page.split(letter)[1]
