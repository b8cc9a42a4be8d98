"""The pages of a month, of the TKKSD, of affairs and plans: every count, day and cell, beside the rows."""

from __future__ import annotations

import re
import shutil
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from kskd.domain.document.affairs import AFFAIRS
from tests.conftest import succeed
from tests.golden.enriched import enriched
from tests.golden.listed import MONTHS, Rows, words
from tests.golden.pages_read import page, pairs, said, tables, texts, under
from tests.golden.recounted import DERIVED, before, last_day
from tests.golden.recounted_recap import Recap
from tests.golden.told import ADVICE, STATES, Told, label

if TYPE_CHECKING:
    from tests.golden.pages_read import Parts

__all__ = ["enriched"]

SCHEMES = {"ksdd-wajib": "KSDD wajib", "ksdd-sukarela": "KSDD sukarela", "ksdpk": "KSDPK",
           "ksdpl": "KSDPL", "ksdll": "KSDLL", "sinergi": "Sinergi"}  # fmt: skip
GROUPS = {
    "Kerja sama dengan daerah lain": {"ksdd-wajib", "ksdd-sukarela"},
    "Kerja sama dengan pihak ketiga": {"ksdpk"}, "Sinergi": {"sinergi"},
}  # fmt: skip
UNKNOWN = "belum tercatat"


def lead(parts: Parts) -> str:
    """The message of a page in bold."""
    return " ".join(said(part["lead"]) for part in parts if part["part"] == "message").strip()


def body(parts: Parts) -> str:
    """What stands below it."""
    return " ".join(said(part["body"]) for part in parts if part["part"] == "message")


def late(told: Told) -> list[list[str]]:
    """The actions that are overdue, with their days."""
    return [
        [f"({one['agreement']})", one["what"], one["who"] or UNKNOWN, words(one["due_on"]),
         str(told.rows.days(told.rows.as_of, one["due_on"]))]
        for one in told.rows.open_actions()
        if one["due_on"] and one["due_on"] < told.rows.as_of
    ]  # fmt: skip


def named(told: Told, key: str) -> str:
    """A document as running text names it."""
    return f"{told.known[key]['title']}, {told.recap.lead(key)} ({key})"


def ended(told: Told, key: str) -> str:
    """The same with its last day and what carries it on."""
    after = told.rows.successor(key)
    on = words(told.rows.ends(key) or "")
    return f"{named(told, key)} ({on}, {f'penerus {after}' if after else 'tanpa penerus'})"


@pytest.mark.parametrize(
    ("report", "as_of"),
    [(f"2024-{month:02}", last_day(f"2024-{month:02}")) for month in (2, 3, 6, 7, 10, 11, 12)]
    + [("2024-12", "2024-12-20"), ("2024-11", "2025-01-15")],
)
def test_the_page_of_a_month(enriched: Path, tmp_path: Path, report: str, as_of: str) -> None:
    parts = page(enriched, tmp_path, f"{report}/bulanan", as_of, "--kind", "bulanan", "--period", report)
    told, rows = Told(enriched, report, as_of), Rows(enriched, as_of, report)

    def within(day: str | None) -> bool:
        return rows.first <= (day or "") <= rows.last

    signed = [*rows.signed()]
    reports = [
        one for one in rows.evaluations if one["agreement"] in rows.known and within(one["reported_on"])
    ]
    done = [one for one in rows.actions if one["agreement"] in rows.known and within(one["done_on"])]
    wanted = {
        "Ditandatangani": [named(told, key) for key in signed if within(rows.known[key]["signed_on"])],
        "Mulai berlaku": [named(told, key) for key in signed if within(rows.starts(key))],
        "Berakhir": [
            ended(told, key) for key in signed if within(on := rows.ends(key)) and (on or "9") < as_of
        ],
        "Laporan masuk": [
            f"({one['agreement']}) {told.recap.lead(one['agreement'])}, {label(one['period'])},"
            f" {STATES[one['implementation']].lower()}"
            for one in reports
        ],
        "Tindak lanjut selesai": [
            f"{one['what']} ({one['agreement']}) ({words(one['done_on'])})" for one in done
        ],
    }  # fmt: skip
    found = {}
    for head, line in pairs(parts):
        count, _, items = line.partition(": ")
        found[head] = sorted(items.split("; "))
        assert int(count) == len(wanted[head])
    assert found == {head: sorted("; ".join(lines).split("; ")) for head, lines in wanted.items() if lines}
    told_of = [
        f"{len(wanted[head])} {what}"
        for head, what in (
            ("Ditandatangani", "naskah ditandatangani"), ("Berakhir", "naskah berakhir"),
            ("Laporan masuk", "laporan masuk"), ("Tindak lanjut selesai", "tindak lanjut selesai"),
        )
        if wanted[head]
    ]  # fmt: skip
    assert lead(parts) == f"Bulan ini {', '.join(told_of)}." if told_of else lead(parts)[:9] == "Tidak ada"
    past = before(report)
    name = f"{MONTHS[int(past[5:]) - 1]} {past[:4]}"
    in_force, then = len(rows.active()), len(Recap(enriched, past, last_day(past)).active())
    assert f"{in_force} naskah berlaku (akhir {name}: {then})." in body(parts)
    ending = [
        key
        for key in rows.active()
        if rows.known[key]["doc"] not in {"loi", "rkt"} and not rows.successor(key)
        and (told.recap.days_left(key) or 0) <= 90 and told.recap.days_left(key) is not None
    ]  # fmt: skip
    heads = under(parts)
    lists = {
        "Berakhir dalam 90 hari tanpa penerus": [
            [f"({key})", rows.known[key]["title"], told.recap.lead(key), words(rows.ends(key) or ""),
             str(told.recap.days_left(key))]
            for key in ending
        ],
        "Tindak lanjut lewat tenggat": late(told),
    }  # fmt: skip
    for head, lines in lists.items():
        assert [sorted(one) for one in tables(heads.get(head, []))] == ([sorted(lines)] if lines else [])
    assert (f"{len(ending)} naskah berakhir dalam 90 hari" in body(parts)) == bool(ending)
    assert (f"{len(late(told))} tindak lanjut lewat tenggat" in body(parts)) == bool(late(told))
    nothing = [not wanted["Ditandatangani"], not wanted["Berakhir"], not reports, not ending, not late(told)]
    assert len(texts(parts, "nil")) == sum(nothing)


@pytest.mark.parametrize(("report", "as_of"), [("2024-S2", "2024-12-31"), ("2024", "2025-01-31")])
def test_the_page_of_the_team(enriched: Path, tmp_path: Path, report: str, as_of: str) -> None:
    parts = page(enriched, tmp_path, f"{report}/tkksd", as_of, "--kind", "tkksd", "--period", report)
    told, heads = Told(enriched, report, as_of), under(parts)
    now, then = told.recap, Recap(enriched, before(report))
    for name, schemes in GROUPS.items():
        mine = [key for key in now.counted() if now.known[key]["scheme"] in schemes]
        (table,) = tables(heads[name])
        assert sorted(table) == sorted(
            [f"({key})", told.known[key]["title"], now.lead(key), told.result(key)] for key in mine
        )
        figures = []
        for rows in (now, then):
            lines = [key for key in rows.lines() if rows.known[key]["scheme"] in schemes]
            counted = [key for key in rows.counted() if rows.known[key]["scheme"] in schemes]
            figures += [
                (len({*lines} & rows.with_child()), len(lines)),
                (len(rows.carried_out(counted)), len(counted)),
            ]
        told_ = [
            (int(a), int(b)) for a, b in re.findall(r"(\d+) dari (\d+)", " ".join(texts(heads[name], "para")))
        ]
        assert told_ == [figures[0], figures[2], figures[1], figures[3]]
    assert sorted(tables(heads["Tindak lanjut lewat tenggat"])[0]) == sorted(late(told))
    advice: dict[str, list[str]] = {}
    for key in now.counted():
        if (one := now.shown(key)) is not None:
            name = ADVICE[one["recommendation"]].capitalize() if one["recommendation"] else "Belum ada"
            advice.setdefault(name, []).append(key)
    found = {}
    for line in texts(heads["Rekomendasi"], "items"):
        name, count, ids = re.findall(r"^(.*): (\d+) naskah \((.*)\)$", line)[0]
        found[name] = sorted(ids.split(", "))
        assert int(count) == len(found[name])
    assert found == {name: sorted(keys) for name, keys in advice.items()}
    year = int(report[:4]) + 1
    planned = [key for key, one in told.known.items() if one["planned_for"] == year]
    assert sorted(texts(heads[f"Rencana tahun {year}"], "items")) == sorted(
        f"{named(told, key)}: {told.rows.standing(key)}" for key in planned
    )


@pytest.mark.parametrize("as_of", ["2022-06-30", "2024-12-31", "2025-01-15"])
def test_the_page_of_affairs(enriched: Path, tmp_path: Path, as_of: str) -> None:
    rows = Rows(enriched, as_of)
    parts = page(enriched, tmp_path, f"pemetaan-{as_of}", as_of, "--kind", "pemetaan")
    active, heads = rows.active(), under(parts)
    by_affair: dict[str, list[str]] = {}
    for key, code in rows.affairs:
        if key in active:
            by_affair.setdefault(code, []).append(key)
    assert lead(parts) == f"{len(active)} naskah berlaku, pada {len(by_affair)} dari {len(AFFAIRS)} urusan."
    found = {row[0]: (*row[1:3], sorted(row[3].strip("()").split(", "))) for row in tables(parts)[0]}
    assert found == {
        f"{code} {AFFAIRS[code]}": (
            str(sum(rows.known[key]["doc"] not in DERIVED for key in keys)),
            str(sum(rows.known[key]["doc"] in DERIVED for key in keys)), sorted(keys),
        )
        for code, keys in by_affair.items()
    }  # fmt: skip
    assert [*found] == sorted(found)
    empty = [f"{code} {name}" for code, name in sorted(AFFAIRS.items()) if code not in by_affair]
    assert texts(heads["Urusan tanpa kerja sama, untuk dipertimbangkan"], "items") == empty
    unclassed = sorted({*active} - {key for key, _ in rows.affairs})
    (note,) = texts(heads.get("Batas data", []), "note") or [""]
    assert sorted(re.findall(r"[A-Z]+-\d{4}-\d{3}", note)) == unclassed


def test_what_nobody_can_tell_is_named_and_not_mapped(enriched: Path, tmp_path: Path) -> None:
    """A document that ends in some month of the year that is looked at."""
    path = Path(shutil.copy(enriched, tmp_path / "kskd.db"))
    succeed(
        "add-mou", "--db", path, "--scheme", "ksdpk", "--title", "Naskah tanpa urusan", "--partner",
        "Universitas Contoh", "--opd", "DIKBUD", "--signed", "2023-05-02", "--ends", "2025",
    )  # fmt: skip
    succeed(
        "add-mou", "--db", path, "--scheme", "ksdpk", "--title", "Naskah lain tanpa urusan", "--partner",
        "Universitas Contoh", "--opd", "DIKBUD", "--signed", "2023-05-02", "--ends", "2/5/2026",
    )  # fmt: skip
    parts = page(path, tmp_path, "pemetaan-2025-01-15", "2025-01-15", "--kind", "pemetaan")
    count = len(Rows(enriched, "2025-01-15").active())
    assert lead(parts).startswith(f"{count + 1} naskah berlaku, ")
    (note,) = texts(under(parts)["Batas data"], "note")
    assert "Statusnya belum dapat dipastikan, jadi tidak dipetakan: (KB-2023-004)." in note
    assert "Urusan belum tercatat: (KB-2023-005)." in note


@pytest.mark.parametrize(
    ("year", "as_of"), [("2025", "2025-01-15"), ("2025", "2024-12-31"), ("2022", "2024-12-31")]
)
def test_the_page_of_a_plan(enriched: Path, tmp_path: Path, year: str, as_of: str) -> None:
    told = Told(enriched, year, as_of)
    rows = told.rows
    parts = page(enriched, tmp_path, f"rencana-{year}", as_of, "--kind", "rencana", "--period", year)
    planned = [key for key, one in rows.known.items() if str(one["planned_for"]) == year]
    signed = sum(bool(rows.known[key]["signed_on"]) for key in planned)
    some = f"{signed} sudah" if signed else "belum ada yang"
    words_ = f"Direncanakan {len(planned)} naskah; {some} ditandatangani."
    none = "Tidak ada kerja sama yang direncanakan untuk tahun ini."
    assert lead(parts) == (words_ if planned else none)

    def line(key: str) -> list[str]:
        one = rows.known[key]
        in_plan = {"yes": "ya", "no": "tidak"}.get(rows.noted[key].get("in_plan", ""), UNKNOWN)
        return [
            f"({key})", one["title"], SCHEMES[one["scheme"]], "; ".join(told.partners(key)),
            told.recap.lead(key), "; ".join(rows.scopes[key]) or "–", one["duration_typed"] or rows.term(key),
            in_plan, rows.standing(key),
        ]  # fmt: skip

    wanted: dict[str, list[list[str]]] = {}
    for key in planned:
        codes = [code for one, code in rows.affairs if one == key]
        for head in [f"{code} {AFFAIRS[code]}" for code in codes] or ["Urusan belum tercatat"]:
            wanted.setdefault(head, []).append(line(key))
    found = {head: tables(one)[0] for head, one in under(parts).items() if tables(one)}
    assert {head: sorted(one) for head, one in found.items()} == {
        head: sorted(one) for head, one in wanted.items()
    }
