"""The figures of lists, covers, forms and desk sheets, beside the rows counted again by other means."""

from __future__ import annotations

import json
import shutil
from collections import defaultdict
from datetime import UTC, date, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from kskd.domain.document.affairs import AFFAIRS
from kskd.domain.values.period import Period
from kskd.reporting.basis import Basis, OneDocument
from kskd.reporting.kinds.documents import cover, public_list
from kskd.reporting.kinds.naskah import naskah
from kskd.reporting.planning import build_plan
from kskd.workflows.access import Access
from kskd.workflows.desk.contents import sheets
from kskd.workflows.reports.making import read_facts
from tests.conftest import invoke, succeed
from tests.golden.listed import Rows, lasts, on_days, words
from tests.golden.readings import first_of
from tests.golden.recounted import ABROAD, DERIVED, last_day, shown

if TYPE_CHECKING:
    from kskd.reporting.facts import Facts
    from tests.conftest import Once

PLANNED = {"PKS-2023-002": "2023", "PKS-2024-001": "2024", "KB-2024-001": "2024", "PKS-2024-004": "2024"}
CATEGORIES = {
    "anggaran": "Anggaran",
    "sdm": "Sumber daya manusia",
    "sarana": "Sarana dan prasarana",
    "data": "Data dan dokumen",
    "regulasi": "Peraturan dan perizinan",
    "koordinasi": "Koordinasi antarinstansi",
    "mitra": "Pemenuhan kewajiban mitra",
    "lainnya": "Lainnya",
}
PERSON = "CV Pustaka Cendekia Contoh"


def facts_of(path: Path) -> Facts:
    with Access(path, datetime(2025, 1, 15, tzinfo=UTC), "analis", "uji").reading() as session:
        return read_facts(session)


@pytest.fixture(scope="module")
def facts(registry: Path) -> Facts:
    return facts_of(registry)


@pytest.fixture(scope="module")
def changed(registry: Path, once: Once) -> Path:
    """The example with what it has nothing of: signed documents that were planned, and a private person."""

    def fill() -> None:
        shutil.copy(registry, "kskd.db")
        for key, year in PLANNED.items():
            succeed("update", key, "--planned", year)
        succeed("partner", "update", PERSON, "--kind", "perseorangan", "--reason", "uji")

    return once(f"lists-{registry.parent.name}", fill) / "kskd.db"


@pytest.mark.parametrize(
    ("year", "as_of"),
    [
        ("2025", "2025-01-15"),
        ("2024", "2025-01-15"),
        ("2024", "2024-04-01"),
        ("2024", "2024-03-01"),
        ("2023", "2024-06-30"),
        ("2022", "2025-01-15"),
    ],
)
def test_what_is_planned(changed: Path, year: str, as_of: str) -> None:
    rows = Rows(changed, as_of)
    page = build_plan(facts_of(changed), int(year), date.fromisoformat(as_of))
    planned = {key for key, one in rows.known.items() if str(one["planned_for"]) == year}
    affairs: dict[str, set[str]] = defaultdict(set)
    for key, code in rows.affairs:
        if key in planned:
            affairs[code].add(key)
    assert (page.total, page.signed) == (len(planned), len(planned & {*rows.signed()}))
    assert {one.code: {row.agreement.id for row in one.rows} for one in page.groups} == affairs
    assert [one.name for one in page.groups] == [AFFAIRS[code] for code in sorted(affairs)]
    assert {row.agreement.id for row in page.unclassed} == planned - {key for key, _ in rows.affairs}
    for row in (row for one in page.groups for row in one.rows):
        key = row.agreement.id
        told = {"yes": "ya", "no": "tidak"}.get(rows.noted[key].get("in_plan", ""))
        assert (row.scope, row.in_plan) == (tuple(rows.scopes[key]), told)
        assert (row.agreement.term, row.agreement.status_label) == (rows.term(key), rows.standing(key))


def test_the_words_of_what_is_planned(changed: Path, tmp_path: Path) -> None:
    for year, lead in (
        ("2024", "Direncanakan 3 naskah; 2 sudah ditandatangani."),
        ("2025", "Direncanakan 2 naskah; belum ada yang ditandatangani."),
    ):
        told = made(changed, tmp_path, f"rencana-{year}", "--kind", "rencana", "--period", year)
        assert [one["lead"] for one in told if one["part"] == "message"] == [[lead]]


def made(path: Path, out: Path, name: str, *asked: str) -> list[dict[str, Any]]:
    """The parts of a page as the command writes them."""
    succeed("report", "--db", path, "--format", "json", "--out", out, "--as-of", "2025-01-15", *asked)
    items: list[dict[str, Any]] = json.loads((out / f"{name}.json").read_text("utf-8"))["items"]
    return items


@on_days
def test_what_the_public_may_read(changed: Path, as_of: str) -> None:
    rows = Rows(changed, as_of)
    page = public_list(basis(facts_of(changed), as_of))
    public = sorted(key for key in rows.signed() if rows.partners(key))
    assert sorted(one.id for one in page.rows) == public
    assert [*page.unpublished] == [key for key in public if rows.noted[key].get("published") == "no"]
    for one in page.rows:
        told = rows.known[one.id]
        there = [party for party in rows.partners(one.id) if (party["left_on"] or "9") > as_of]
        names = tuple(
            "perseorangan (nama tidak dimuat)" if party["kind"] == "perseorangan" else party["name"]
            for party in there or rows.partners(one.id)
        )
        assert (one.number, one.title) == (rows.own(one.id)["number"], told["title"])
        assert (one.parties, str(one.signed)) == (names, told["signed_on"])
        assert (one.term, one.status) == (rows.term(one.id), rows.standing(one.id))


def test_the_words_of_what_the_public_may_read(changed: Path, tmp_path: Path) -> None:
    name = "daftar-publik-2025-01-15"
    told = made(changed, tmp_path, name, "--kind", "daftar-publik")
    count = len([*Rows(changed, "2025-01-15").signed()])
    assert [one["text"] for one in told if one["part"] == "heading"] == [f"{count} naskah"]
    lines = next(one["body"] for one in told if one["part"] == "table")
    assert [line["cells"][0] for line in lines] == [[str(at)] for at in range(1, count + 1)]
    whole = (tmp_path / f"{name}.json").read_text("utf-8")
    assert PERSON not in whole
    assert whole.count("perseorangan (nama tidak dimuat)") == 1


def basis(facts: Facts, as_of: str, key: str | None = None) -> Basis:
    """What a page of a day is made from, and of one document."""
    day = date.fromisoformat(as_of)
    subject = OneDocument(facts.agreements[key].on(day)) if key else None
    return Basis(facts, Period.parse(as_of[:4]), day, subject=subject)


@on_days
def test_the_cover_of_each_document(facts: Facts, registry: Path, as_of: str) -> None:
    rows = Rows(registry, as_of)
    for key, told in rows.known.items():
        page = cover(basis(facts, as_of, key))
        assert (page.title, page.opd) == (told["title"], rows.opds[told["lead_opd"]])
        assert {*page.support} == {rows.opds[code] for one, code in rows.support if one == key}
        assert page.archive[:9] == ("100.3.7.2" if told["scheme"] in ABROAD else "100.3.7.1")
        assert (page.signed and str(page.signed)) == told["signed_on"]
        if told["signed_on"]:
            assert page.term == rows.term(key)
        assert page.status == rows.standing(key)
        chain = (page.parent, page.predecessor, page.successor)
        assert chain == (told["parent"], told["predecessor"], rows.successor(key))
        assert page.original_place == told["original_place"]
        changes = [
            one for one in rows.amendments if one["agreement"] == key and first_of(one["signed_on"]) <= as_of
        ]
        changes.sort(key=lambda one: (first_of(one["signed_on"]), one["number"]))
        assert [(one.number, str(one.signed), one.what) for one in page.adendums] == [
            (one["number"], one["signed_on"], one["what"]) for one in changes
        ]
        for one in page.adendums:
            numbers = [
                each["number"]
                for each in rows.amendment_numbers
                if (each["agreement"], each["amendment"]) == (key, one.number)
            ]
            assert [*one.numbers] == numbers
        parties = [
            (
                party["name"] or rows.settings["name"],
                tuple(filter(None, [party["number"]])),
                party["signer_office"],
                party["signer_name"],
            )
            for party in rows.parties[key]
        ]
        assert [(one.name, one.numbers, one.office, one.signer) for one in page.parties] == parties


@pytest.mark.parametrize("key", ["KB-2023-003", "PKS-2023-002", "KB-2024-003", "KB-2024-005"])
def test_the_words_of_a_cover(registry: Path, tmp_path: Path, key: str) -> None:
    rows = Rows(registry, "2025-01-15")
    parts = made(registry, tmp_path, f"sampul-{key}", "--kind", "sampul", "--agreement", key)
    told = {one["label"]: one["body"] for part in parts if part["part"] == "pairs" for one in part["body"]}
    signed = rows.known[key]["signed_on"]
    assert told["Ditandatangani"] == [words(signed) if signed else "belum tercatat"]
    assert told["Jangka waktu"] == [rows.term(key)]
    assert told["Keadaan 15 Januari 2025"] == [rows.standing(key)]


CLAUSES = {"kb": 7, "pks": 10, "kontrak": 4, "nk": 10, "loi": 6, "mou": 11, "rkt": 4, "rk": 9}
"""How many clauses the law asks of each kind; of a Rencana Kerja as many as the example has."""
FRAMED = 3  # of a document abroad: title, parties, and place and day stand beside the articles


@on_days
def test_the_clauses_of_each_document(facts: Facts, registry: Path, as_of: str) -> None:
    rows = Rows(registry, as_of)
    for key, told in rows.known.items():
        page = naskah(basis(facts, as_of, key))
        whole = CLAUSES[told["doc"]] + (told["doc"] == "pks" and told["scheme"] == "ksdpk")
        have = sum(one.startswith("clause_") for one in rows.noted[key])
        assert len(page.clauses) + len(page.framed) == whole
        assert len(page.framed) == (FRAMED if told["doc"] in {"loi", "mou"} else 0)
        assert len(page.missing) == whole - have
        assert page.is_judged == bool(have)
        assert {one.number for one in page.sides} == {party["number"] for party in rows.parties[key]}
        lines = {one.label: one.known for one in page.clauses}
        if told["end_kind"] and "jangka waktu" in lines:
            assert lines["jangka waktu"] == (rows.term(key),)
        if "ruang lingkup" in lines:
            assert lines["ruang lingkup"] == tuple(rows.scopes[key])


@pytest.mark.parametrize(
    ("key", "told"),
    [
        ("PKS-2024-002", "2 dari 11"),
        ("KONTRAK-2024-001", "semua klausul ada"),
        ("KB-2023-001", "belum tercatat"),
    ],
)
def test_the_words_about_clauses(registry: Path, tmp_path: Path, key: str, told: str) -> None:
    name = f"naskah-{key.partition('-')[0].lower()}-{key}"
    parts = made(registry, tmp_path, name, "--kind", "naskah", "--agreement", key)
    assert told in json.dumps(parts, ensure_ascii=False)


def number(value: float) -> str:
    """A number as it is printed."""
    return f"{value:,.10g}".translate(str.maketrans(",.", ".,"))


SHEETS = [
    ("2024-S1", "2024-06-30"),
    ("2024-S1", "2024-07-20"),
    ("2024-S2", "2024-12-31"),
    ("2024-S2", "2025-01-15"),
    ("2024-S2", "2024-10-01"),
]


@pytest.mark.parametrize(("report", "today"), SHEETS)
def test_the_sheets_of_a_desk(facts: Facts, registry: Path, report: str, today: str) -> None:
    rows = Rows(registry, min(today, last_day(report)), report)
    made_of = sheets(facts, Period.parse(report), date.fromisoformat(today), None, {})
    asked = {key for key in rows.known if is_asked(rows, key)}
    found = {key: (code, row) for code, one in made_of.items() for key, row in one.parts[0].rows.items()}
    assert {key: code for key, (code, _) in found.items()} == {
        key: rows.known[key]["lead_opd"] for key in asked
    }
    for key, (_, row) in found.items():
        assert row["title"] == rows.known[key]["title"]
        assert row["term"] == rows.term(key)
        purpose = [rows.noted[key].get("purpose"), *rows.scopes[key]]
        assert row["purpose"] == ("; ".join(filter(None, purpose)) or None)
    told = [
        {(key, *row.values()) for one in made_of.values() for key, row in one.parts[at].rows.items()}
        for at in (1, 2, 3)
    ]
    assert told[0] == {target_line(rows, one) for one in rows.targets if one["agreement"] in asked}
    open_ones = [
        one
        for one in rows.obstacles
        if one["agreement"] in asked
        and one["opened"] != report
        and last_day(one["opened"]) <= last_day(report)
        and (one["closed"] is None or last_day(one["closed"]) > last_day(report))
    ]
    assert told[1] == {obstacle_line(rows, one) for one in open_ones}
    assert told[2] == {
        (
            *named(rows, one),
            one["what"],
            one["who"],
            one["due_on"] and words(one["due_on"]),
        )
        for one in rows.open_actions()
        if one["agreement"] in asked
    }
    for one in made_of.values():
        counts = [len(part.rows) for part in one.parts if part.rows]
        assert [int(each.split()[0]) for each in dict(one.facts)["Yang diisi"].split("; ")] == counts


def is_asked(rows: Rows, key: str) -> bool:
    """Whether a sheet asks about it: derived, a barren umbrella, an MoU that reports itself.

    Derived also one of which nobody can tell that it was in force: its OPD may know.
    """
    if rows.known[key]["doc"] in DERIVED:
        return rows.in_force(key, rows.first, rows.last) is not False
    if rows.in_force(key, rows.first, rows.last) and not rows.below(key):
        return True
    later = rows.successor(key)
    return (
        rows.known[key]["doc"] == "mou"
        and bool(rows.known[key]["signed_on"] and lasts(rows, key))
        and all(lasts(rows, one) is False for one in (*rows.below(key), *filter(None, [later])))
    )


def named(rows: Rows, one: dict[str, Any]) -> tuple[str, str]:
    """How a row of a document's is called, and its title."""
    return f"{one['agreement']}/{one['number']}", rows.known[one["agreement"]]["title"]


def obstacle_line(rows: Rows, one: dict[str, Any]) -> tuple[str | None, ...]:
    """An obstacle as a sheet has it, with what was done about it up to the period."""
    done = [
        f"{each['text']} ({each['period']})"
        for each in rows.efforts
        if (each["agreement"], each["obstacle"]) == (one["agreement"], one["number"])
        and last_day(each["period"]) <= last_day(rows.report)
    ]
    category = CATEGORIES.get(one["category"], one["category"])
    return (*named(rows, one), one["text"], category, one["opened"], "; ".join(done) or None)


def target_line(rows: Rows, one: dict[str, Any]) -> tuple[str | None, ...]:
    """A target as a sheet has it."""
    told = {
        each["period"]: each["value"]
        for each in rows.reached
        if (each["agreement"], each["target"]) == (one["agreement"], one["number"])
        and rows.told(one["agreement"], each["period"]) <= rows.as_of
    }
    period = shown(told, rows.report)
    so_far = None
    if period is not None:
        half = {"S1": "Semester I Tahun", "S2": "Semester II Tahun"}[period[5:]]
        so_far = f"{number(told[period])} ({half} {period[:4]})"
    wanted = None if one["value"] is None else f"{number(one['value'])} {one['unit'] or '(tanpa satuan)'}"
    kind = {"output": "Keluaran", "outcome": "Hasil", "duty": "Kewajiban"}[one["kind"]]
    due = words(one["due_on"]) if one["due_on"] else None
    return (*named(rows, one), kind, one["indicator"], wanted, one["unit"], due, so_far)


def test_what_goes_out_to_each_opd(changed: Path, tmp_path: Path) -> None:
    path = Path(shutil.copy(changed, tmp_path / "kskd.db"))
    rows = Rows(path, "2024-12-31", "2024-S2")
    asked = {key for key in rows.known if is_asked(rows, key)}
    units = {str(rows.known[key]["lead_opd"]) for key in asked}
    told = invoke(
        "desk", "export", "--db", path, "--period", "2024-S2", "--format", "csv,html", "--out", tmp_path
    )
    assert told.status == 0
    assert f"{len(units)} OPD, {len(asked)} naskah; dikembalikan paling lambat 30 Januari 2025" in told.err
    found = set()
    for code in units:
        lines = (tmp_path / f"{code}-2024-S2-evaluasi.csv").read_text("utf-8-sig").splitlines()
        mine = {line.partition(";")[0] for line in lines[2:] if line}
        assert {rows.known[key]["lead_opd"] for key in mine} == {code}
        page = (tmp_path / f"{code}-2024-S2.html").read_text("utf-8")
        assert f">{len(mine)} naskah" in page
        assert {key for key in asked if f"{key} · " in page} == mine
        found |= mine
    assert found == asked
