"""The nine things that the law asks of each document in the reports upwards, beside the rows."""

from __future__ import annotations

import shutil
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from kskd.domain.document.affairs import AFFAIRS
from tests.conftest import succeed
from tests.golden.enriched import enriched
from tests.golden.listed import words
from tests.golden.pages_read import page, pairs, said, tables, texts, under
from tests.golden.recounted import ABROAD, DERIVED, last_day, shown, span
from tests.golden.test_listed_figures import number
from tests.golden.test_sheet_figures import DOCS
from tests.golden.told import ADVICE, STATES, Told, label

if TYPE_CHECKING:
    from tests.golden.pages_read import Parts

__all__ = ["enriched"]

SCHEMES = {"ksdd-wajib": "KSDD wajib", "ksdd-sukarela": "KSDD sukarela", "ksdpk": "KSDPK"}
UNKNOWN = "belum tercatat"
GROUND = "kesepakatan para pihak"
LOCAL = "Kerja sama dengan daerah lain: sembilan isi laporan (Pasal 17)"
THIRD = "Kerja sama dengan pihak ketiga: sembilan isi laporan (Pasal 39)"


def without(told: Told, key: str) -> str:
    """What stands in place of obstacles where there are none."""
    return "nihil" if told.recap.state(key) else "belum dilaporkan"


def object_of(told: Told, key: str) -> str:
    """What it is about: in its words, else its affairs."""
    affairs = "; ".join(AFFAIRS[code] for one, code in sorted(told.rows.affairs) if one == key)
    return told.rows.noted[key].get("object") or (f"urusan {affairs}" if affairs else UNKNOWN)


def obstacles_of(told: Told, key: str) -> tuple[str, str]:
    """Its obstacles with their days, and what was done about each."""
    ones = told.obstacles({key})
    texts_, efforts = [], []
    for at, one in enumerate(ones, 1):
        mark = f"({at}) " if len(ones) > 1 else ""
        age = f", {told.age(one)} hari" if told.age(one) else ""
        until = f", selesai {label(one['closed'])}" if one["closed"] else age
        texts_.append(f"{mark}{one['text']} (sejak {label(one['opened'])}{until})")
        done = "; ".join(f"{text} ({period})" for text, period in told.efforts(one))
        efforts.append(f"{mark}{done or UNKNOWN}")
    return "; ".join(texts_) or without(told, key), "; ".join(efforts) or without(told, key)


def nine(told: Told, key: str) -> list[str]:
    """The row of a document: who leads it and how it goes, and the nine things."""
    one, rows = told.known[key], told.rows
    scheme = SCHEMES[one["scheme"]]
    form = f"{one['paper_name'] or DOCS[one['doc']]} ({scheme}), nomor {rows.own(key)['number'] or UNKNOWN}"
    has_ended = one["ended_on"] and one["ended_on"] <= rows.as_of
    duties = [
        each["indicator"] for each in rows.targets if (each["agreement"], each["kind"]) == (key, "duty")
    ]
    return [
        f"({key}) {told.recap.lead(key)}, {STATES[told.recap.state(key)].lower()}",
        one["title"],
        form + (f"; induk ({one['parent']})" if one["parent"] else ""),
        "; ".join([rows.settings["name"], *told.partners(key)]),
        rows.noted[key].get("purpose") or UNKNOWN,
        object_of(told, key),
        rows.term(key) + (f"; diakhiri {words(one['ended_on'])} ({GROUND})" if has_ended else ""),
        *obstacles_of(told, key),
        "; ".join(rows.scopes[key] or duties) or UNKNOWN,
    ]


@pytest.mark.parametrize(
    ("report", "as_of"),
    [("2024-S1", "2024-06-30"), ("2024-S2", "2024-12-31"), ("2024-S2", "2025-01-31"), ("2024", "2025-01-31")],
)
def test_the_nine_things_of_a_semester(enriched: Path, tmp_path: Path, report: str, as_of: str) -> None:
    told = Told(enriched, report, as_of)
    asked = ("--kind", "semester", "--period", report)
    parts = page(enriched, tmp_path / "s", f"{report}/semester", as_of, *asked)
    parted, groups = under(parts), {}
    for head, schemes in ((LOCAL, {"ksdd-wajib", "ksdd-sukarela"}), (THIRD, {"ksdpk"})):
        (table,) = tables(parted[head])
        groups[head] = [key for key in told.recap.counted() if told.known[key]["scheme"] in schemes]
        assert sorted(table) == sorted(nine(told, key) for key in groups[head])
    rest = len(told.recap.counted()) - sum(map(len, groups.values()))
    opening = " ".join(texts(parts, "para"))
    assert f"{len(groups[LOCAL])} naskah turunan kerja sama dengan daerah lain" in opening
    assert f"{len(groups[THIRD])} naskah turunan kerja sama dengan pihak ketiga" in opening
    assert f"menghitung {rest} naskah turunan Sinergi dan kerja sama luar negeri" in opening
    (obstacles,) = tables(parted["Permasalahan dan upaya penyelesaian"])
    everything = {*told.known}
    assert sorted(obstacles) == sorted(map(told.obstacle_line, told.obstacles(everything)))
    actions = tables(parted["Rencana tindak lanjut"])
    lists = [one for one in (told.open_actions(everything), told.done_actions(everything)) if one]
    assert [sorted(one) for one in actions] == [sorted(one) for one in lists]


def abroad(told: Told, key: str) -> dict[str, str]:
    """The nine things of a cooperation abroad."""
    one, rows = told.known[key], told.rows
    partners = "; ".join(told.partners(key)) or "mitra belum tercatat"
    title = f"{one['title']}; {DOCS[one['doc']]} dengan {partners}, {rows.term(key)}"
    state = STATES[told.recap.state(key)]
    targets = [each for each in rows.targets if each["agreement"] == key and one["doc"] in DERIVED]
    money = one["value"]
    troubles = (f"{each['text']} (sejak {label(each['opened'])})" for each in told.obstacles({key}))
    return {
        "Judul": title + (f"; induk ({one['parent']})" if one["parent"] else ""),
        "Latar belakang": UNKNOWN,
        "Maksud, tujuan, dan sasaran": rows.noted[key].get("purpose") or UNKNOWN,
        "Ruang lingkup": "; ".join(rows.scopes[key]) or UNKNOWN,
        "Perkembangan dan hasil": "; ".join([state, *(reached(told, each) for each in targets)]),
        "Penerima manfaat": UNKNOWN,
        "Pendanaan": UNKNOWN if money is None else f"Rp{money:,}".replace(",", "."),
        "Hambatan dan tantangan": "; ".join(troubles) or without(told, key),
        "Analisis dan rencana tindak lanjut": next_steps(told, key),
    }


def reached(told: Told, target: dict[str, Any]) -> str:
    """What was reached of a target by the day."""
    values = {
        each["period"]: each["value"]
        for each in told.rows.reached
        if (each["agreement"], each["target"]) == (target["agreement"], target["number"])
        and told.rows.told(target["agreement"], each["period"]) <= told.rows.as_of
    }
    period = shown(values, told.rows.report)
    so_far = None if period is None else values[period]
    if target["counting"] == "per-periode":
        until = span(told.rows.report)[1]
        so_far = sum(value for when, value in values.items() if span(when)[1] <= until) if values else None
    wanted = "" if target["value"] is None else f" dari {number(target['value'])}"
    unit = f" {target['unit']}" if target["unit"] else ""
    return f"{target['indicator']}: {UNKNOWN if so_far is None else number(so_far)}{wanted}{unit}"


def next_steps(told: Told, key: str) -> str:
    """What is to be done, what was done in the period, or else what the evaluation advises."""
    still_open = sorted(
        (one for one in told.rows.open_actions() if one["agreement"] == key),
        key=lambda one: (one["due_on"] or "9", one["number"]),
    )
    steps = [
        one["what"] + (f" (tenggat {words(one['due_on'])})" if one["due_on"] else "") for one in still_open
    ]
    steps += [f"{what} (selesai {on})" for _, what, on, _ in told.done_actions({key})]
    one = told.recap.shown(key)
    advice = ADVICE[one["recommendation"]].capitalize() if one and one["recommendation"] else UNKNOWN
    return "; ".join(steps) or advice


def owing(told: Told) -> set[str]:
    """What is reported of a year: plans that counted, and an MoU that nothing carries out or carries on."""
    counted = {key for key in told.recap.counted() if told.known[key]["scheme"] in ABROAD}
    return counted | {
        key
        for key, one in told.known.items()
        if one["scheme"] in ABROAD and told.recap.owes_of(key, told.rows.report)
    }


def check_abroad(told: Told, parts: Parts) -> None:
    """All items of the report."""
    keys, found = owing(told), {}
    for at, part in enumerate(parts):
        if part["part"] == "heading" and part["small"]:
            found[part["small"]] = dict(pairs([parts[at + 1]]))
    assert found == {key: abroad(told, key) for key in keys}
    (lead,) = (said(part["lead"]) for part in parts if part["part"] == "message")
    year = f"Tahun {told.rows.report}"
    none = f"Tidak ada kerja sama luar negeri yang dilaporkan untuk {year}."
    assert lead == (f"{len(keys)} naskah kerja sama luar negeri dilaporkan untuk {year}." if keys else none)


@pytest.mark.parametrize(
    ("report", "as_of"),
    [
        ("2020", "2020-12-31"),
        ("2023", "2023-12-31"),
        ("2023", "2025-01-15"),
        ("2024", "2024-12-31"),
        ("2025", "2025-01-31"),
    ],
)
def test_the_nine_things_of_a_year_abroad(enriched: Path, tmp_path: Path, report: str, as_of: str) -> None:
    asked = ("--kind", "luar-negeri", "--period", report)
    parts = page(enriched, tmp_path, f"{report}/luar-negeri", as_of, *asked)
    check_abroad(Told(enriched, report, as_of), parts)
    (body,) = (said(part["body"]) for part in parts if part["part"] == "message")
    assert body.startswith(f"Disampaikan paling lambat 7 Januari {int(report) + 1} ")


def test_a_province_reports_in_the_second_week(enriched: Path, tmp_path: Path) -> None:
    path = Path(shutil.copy(enriched, tmp_path / "kskd.db"))
    succeed("setting", "set", "level", "provinsi", "--db", path, "--reason", "uji")
    parts = page(
        path, tmp_path, "2024/luar-negeri", "2024-12-31", "--kind", "luar-negeri", "--period", "2024"
    )
    check_abroad(Told(path, "2024", last_day("2024")), parts)
    (body,) = (said(part["body"]) for part in parts if part["part"] == "message")
    assert body.startswith("Disampaikan paling lambat 14 Januari 2025 ")
    (letter,) = (part for part in parts if part["part"] == "letter")
    assert letter["to"][0] == "Yth. Gubernur"
