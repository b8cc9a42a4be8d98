"""The message, the umbrellas and the notes on the sheet of an OPD, beside the rows."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest

from tests.golden.listed import words
from tests.golden.pages_read import in_order, pages_once, texts, under
from tests.golden.recounted import DERIVED
from tests.golden.recounted_recap import STATES
from tests.golden.test_page_figures import lead
from tests.golden.test_sheet_figures import own
from tests.golden.told import Told, label
from tests.golden.told_summary import name, named
from tests.golden.voiced import enriched, voiced

if TYPE_CHECKING:
    from pathlib import Path

    from tests.conftest import Once
    from tests.golden.pages_read import Parts

__all__ = ["enriched", "voiced"]

PERIODS = [
    ("2024-S1", "2024-06-30"), ("2024-S2", "2024-12-31"), ("2024-S2", "2025-01-15"),
    ("2024-S2", "2025-03-01"), ("2024", "2025-01-31"), ("2024-11", "2024-11-30"), ("2020-S2", "2020-12-31"),
]  # fmt: skip
Made = tuple[Told, dict[str, "Parts"]]
"""The rows of a period on a day, and by OPD the parts of its sheet."""


@pytest.fixture(params=PERIODS, ids="-".join)
def made(request: pytest.FixtureRequest, voiced: Path, once: Once) -> Made:
    """The sheets of a period, made once."""
    report, as_of = request.param
    pages = pages_once(once, "lembar", voiced, (report, as_of), "opd")
    told = Told(voiced, report, as_of)
    assert pages.keys() == {opd for opd in told.rows.opds if told.recap.leads(opd) or told.recap.beside(opd)}
    return told, pages


def _alone(told: Told, key: str) -> str:
    """What the message says of the only document of an OPD."""
    row, after, left = told.known[key], told.recap.successor(key), told.recap.days_left(key)
    said = f"Naskah turunan Saudara {name(told.recap.state(key) or 'belum-dilaporkan')}"
    if row["ended_on"] and row["ended_on"] <= told.rows.as_of:
        said += f"; diakhiri {words(row['ended_on'])} (kesepakatan para pihak)"
        return said + (f", diteruskan {after}." if after else ".")
    open_end = "" if row["doc"] == "rkt" else ", belum ada penerusnya"
    if left is not None and left < 0:
        said += f"; berakhir {-left} hari lalu" + (f", diteruskan {after}" if after else open_end)
    elif left is not None and left <= 180:
        on = f"{left} hari lagi" if left else "hari ini"
        said += f"; berakhir {on}" + (" dan penerusnya sudah ditandatangani" if after else open_end)
    return f"{said}."


def _several(told: Told, mine: list[str]) -> str:
    """What it says of more than one."""
    found = told.recap.by_state(mine)
    lines = []
    for state in (one for one in STATES if one in found):
        ids = found[state]
        few = f"{len(ids)} {name(state)} ({named(ids)})" if len(ids) < len(mine) else name(state)
        lines.append(f"{named(ids)} {name(state)}" if len(ids) == 1 else few)
    colon = ":" if len(lines) > 1 else ""
    return f"{len(mine)} naskah turunan Saudara{colon} {'; '.join(lines)}."


def _umbrellas(told: Told, opd: str) -> list[str]:
    live = {"draft", "upcoming", "active"}
    return [
        key
        for key in told.recap.leads(opd)
        if told.known[key]["doc"] not in DERIVED and told.recap.status(key) in live
    ]


def test_the_message_says_how_the_documents_stand(made: Made) -> None:
    told, pages = made
    for opd, parts in pages.items():
        leads, umbrellas = told.recap.leads(opd), _umbrellas(told, opd)
        mine = [key for key in told.recap.counted() if key in leads]
        if mine:
            wanted = _alone(told, mine[0]) if len(mine) == 1 else _several(told, mine)
        elif umbrellas:
            wanted = f"Tidak ada naskah turunan Saudara yang dievaluasi; {len(umbrellas)} naskah payung"
            wanted += " Saudara disebut di bawah."
        elif leads:
            wanted = f"Tidak ada naskah turunan Saudara yang berlaku dalam {label(told.rows.report)}."
        else:
            beside = len(told.recap.beside(opd))
            wanted = f"Tidak ada naskah yang diprakarsai {told.rows.opds[opd]};"
            wanted += f" {beside} naskah OPD lain didukungnya."
        late = [one for one in told.rows.open_actions() if (one["due_on"] or "9") < told.rows.as_of]
        overdue = sum(one["agreement"] in leads for one in late)
        wanted += f" {overdue} tindak lanjut lewat tenggat." if overdue else ""
        assert in_order(" ".join(lead(parts).split())) == wanted, opd


def test_each_umbrella_says_what_came_of_it(made: Made) -> None:
    told, pages = made
    for opd, parts in pages.items():
        wanted = []
        for key in _umbrellas(told, opd):
            days, derived, drafts = told.recap.umbrella(key)
            term = told.rows.term(key)
            line = f"{told.known[key]['title']} ({key}): {told.rows.standing(key)}"
            line += "" if term == "belum tercatat" else f", {term}"
            since = f" ({days} hari sejak ditandatangani)" if days else ""
            line += f"; {derived} turunan" if derived else f"; belum mempunyai turunan{since}"
            line += f", {drafts} rancangan" if drafts else ""
            if not derived and (shown := told.recap.shown(key)):
                line += f"; evaluasi sendiri: {name(shown['implementation'] or 'belum-dilaporkan')}"
            wanted.append(f"{line}.")
        assert sorted(texts(under(parts).get("Naskah payung", []), "items")) == sorted(wanted), opd


def test_the_notes_name_what_is_not_counted(made: Made) -> None:
    told, pages = made
    rows = told.recap
    for opd, parts in pages.items():
        leads, beside = rows.leads(opd), rows.beside(opd)
        (note,) = (one for one in texts(parts, "note") if "Rincian dan cara menghitung" in one)
        counted = {*rows.counted()}
        rest = [key for key in leads - counted if told.known[key]["doc"] in DERIVED]
        stands = {key: told.rows.standing(key) for key in rest}
        uncounted = [
            f"({key}) ({'berlaku sesudah periode' if stand == 'berlaku' else stand})"
            for key, stand in stands.items()
            if stand not in {"berakhir", "diakhiri"}
        ]
        together = [
            f"({key}) {told.rows.opds[rows.lead(key)]}" for key in beside if (key, opd) in told.rows.leads_too
        ]
        assert _listed(note, r"Belum dihitung: (.*?)\. ", ", ") == sorted(uncounted), opd
        assert _listed(note, r"Diprakarsai bersama OPD lain: (.*?)\. ", "; ") == sorted(together), opd
        others = r"Mendukung (\d+) naskah OPD lain, tidak dihitung di sini: (\(.*?\))\. "
        supporting = re.findall(others, note)
        assert [(count, in_order(ids)) for count, ids in supporting] == (
            [(str(len(beside)), named(beside))] if beside else []
        )
        own_values = {key: value for key in leads if (value := own(told.rows, key))}
        for key, value in own_values.items():
            plain = re.sub(r"(^|; )([^:;]*): ", r"\1\2 ", value)
            assert f"({key}): {plain}. " in note
        assert len(re.findall(r"\([A-Z]+-\d{4}-\d{3}\): ", note)) == len(own_values)


def test_the_notes_say_how_much_of_the_nine_things_is_recorded(made: Made) -> None:
    """That there are no obstacles is recorded once it was reported; a term without a known end is not."""
    told, pages = made
    for opd, parts in pages.items():
        mine = [key for key in told.recap.counted() if told.recap.lead(key) == opd]
        (note,) = (one for one in texts(parts, "note") if "Rincian dan cara menghitung" in one)
        recorded = sum(sum(_recorded(told, key)) for key in mine)
        wanted = [f"{recorded} dari {9 * len(mine)}"] if mine else []
        assert re.findall(r"Data: (\d+ dari \d+) isi laporan tercatat", note) == wanted, opd


def _recorded(told: Told, key: str) -> list[bool]:
    """Of each of the nine things whether it is recorded."""
    one, noted = told.known[key], told.rows.noted[key]
    efforts = [told.efforts(each) for each in told.obstacles({key})]
    is_reported = told.recap.state(key) is not None
    duties = [each for each in told.rows.targets if (each["agreement"], each["kind"]) == (key, "duty")]
    return [
        bool(one["title"]), bool(told.rows.own(key)["number"]), bool(told.partners(key)),
        bool(noted.get("purpose")), bool(noted.get("object") or key in dict(told.rows.affairs)),
        one["end_kind"] is not None,
        bool(efforts) or is_reported, all(efforts) if efforts else is_reported,
        bool(told.rows.scopes[key] or duties),
    ]  # fmt: skip


def _listed(text: str, pattern: str, between: str) -> list[str]:
    found = re.search(pattern, text)
    return sorted(found[1].split(between)) if found else []
