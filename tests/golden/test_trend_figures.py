"""The words of trends, of means that can be compared, and of what cooperation is worth, beside the rows."""

from __future__ import annotations

import re
import shutil
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from tests.conftest import succeed
from tests.golden.pages_read import in_order, pages_once, pairs, tables, texts, under
from tests.golden.recounted import before, last_day, span
from tests.golden.recounted_recap import Recap
from tests.golden.test_page_figures import body
from tests.golden.test_recap_tables import share
from tests.golden.told import label
from tests.golden.voiced import enriched, evaluate, voiced

if TYPE_CHECKING:
    from tests.conftest import Once
    from tests.golden.pages_read import Parts

__all__ = ["enriched", "voiced"]

PERIODS = [
    ("2024-S1", "2024-06-30"), ("2024-S2", "2024-12-31"), ("2025-S1", "2025-06-30"),
    ("2025-S1", "2025-07-31"), ("2025-S2", "2025-12-31"), ("2024", "2025-01-31"),
    ("2024-11", "2024-11-30"), ("2024-Q4", "2024-12-31"),
]  # fmt: skip
OTHERWISE = " (berganti, tidak sebanding dengan periode sebelumnya)"
Made = tuple[Recap, dict[str, "Parts"]]
"""The rows of a period on a day, and by name the parts of each of its pages."""


@pytest.fixture(scope="session")
def switched(voiced: Path, once: Once) -> Path:
    """The registry with a third semester, which other versions of the instrument ask about."""

    def fill() -> None:
        shutil.copy(voiced, "kskd.db")
        evaluate("RK-2023-001", "--unchanged", "--answer", "hasil=nyata", period="2025-S1")
        succeed("instrument", "eject", "baru.toml")
        text = Path("baru.toml").read_text("utf-8")
        Path("baru.toml").write_text(re.sub(r"(?m)^version = .*$", "version = 7", text), "utf-8")
        succeed("instrument", "use", "baru.toml", "--reason", "uji")
        for key, state in (("PKS-2023-003", "penuh"), ("PKS-2024-003", "penuh"), ("PKS-2022-004", "belum")):
            evaluate(key, "--implementation", state, *_answers(voiced, key), period="2025-S1")
        evaluate("PKS-2024-001", "--implementation", "penuh", period="2025-S1")

    return once("switched", fill) / "kskd.db"


def _answers(path: Path, key: str) -> list[str]:
    given = Recap(path, "2024-S2").answers.answers[key, "2024-S2"]
    return [part for item, option in given.items() for part in ("--answer", f"{item}={option}")]


@pytest.fixture(params=PERIODS, ids="-".join)
def made(request: pytest.FixtureRequest, switched: Path, once: Once) -> Made:
    """The pages with a trend, made once."""
    report, as_of = request.param
    kinds = "rekap,opd,tkksd" if span(report)[1] - span(report)[0] > 4 else "rekap,opd"
    pages = pages_once(once, "tren", switched, (report, as_of), kinds)
    return Recap(switched, report, as_of), pages


def _line(rows: Recap) -> tuple[list[str], str]:
    """What a period of the trend says, and by which instruments it was scored."""
    counted = rows.counted()
    scored = [key for key in counted if rows.score(key) is not None]
    by = sorted({one["instrument"] for key in scored if (one := rows.shown(key)) is not None})
    told, whole = rows.reported(counted)
    return [
        label(rows.report), str(whole), share(told, whole) if whole else "–", f"{len(scored)} dari {whole}"
    ], ", ".join(by)  # fmt: skip


def _is_told(rows: Recap) -> bool:
    """Whether somebody told of the period itself."""
    first, last = span(rows.report)
    shown = [one["period"] for key in rows.counted() if (one := rows.shown(key)) is not None]
    return any(first <= span(one)[0] and span(one)[1] <= last for one in shown)


def _trend(rows: Recap) -> list[list[str]]:
    """The lines of the trend: at most four periods of a kind, each on its last day."""
    past = [rows.report]
    for _ in range(3):
        past.append(before(past[-1]))
    there = [Recap(rows.path, one) for one in past[:0:-1]]
    found: list[list[str]] = []
    last = ""
    for one in [*filter(_is_told, there), rows]:
        line, by = _line(one)
        found.append([*line, (by or "–") + (OTHERWISE if by and last and by != last else "")])
        last = by or last
    return found if len(found) > 1 else []


def _compared(rows: Recap) -> list[str]:
    """The mean of what the same instrument scored in both periods."""
    past = Recap(rows.path, before(rows.report))
    both = []
    for key in {*rows.counted()} & {*past.counted()}:
        now, then = rows.shown(key), past.shown(key)
        if rows.score(key) is not None and past.score(key) is not None and now and then:
            both += [key] if now["instrument"] == then["instrument"] else []
    if not both:
        return []
    means = f"{past.mean(both)[0]} pada {label(past.report)}, {rows.mean(both)[0]} sekarang"
    return [f"Rata-rata {len(both)} naskah yang sama: {means} ({', '.join(sorted(both))})."]


def test_a_trend_says_what_can_be_compared(made: Made) -> None:
    rows, pages = made
    wanted = _trend(rows)
    for name in {"rekap", "tkksd"} & pages.keys():
        parts = under(pages[name]).get("Tren", [])
        assert [row for table in tables(parts) for row in table] == wanted, name
        assert [*map(in_order, texts(parts, "para"))] == (_compared(rows) if wanted else []), name


def test_a_change_of_instrument_and_means_that_go_up_are_among_the_cases(switched: Path) -> None:
    third, fourth = (Recap(switched, f"2025-{half}", last_day(f"2025-{half}")) for half in ("S1", "S2"))
    cells = [row[4] for row in _trend(third)]
    assert cells == ["inti/2", "inti/2", f"inti/2, inti/7{OTHERWISE}"]
    assert _trend(fourth)[-1][3:] == [f"0 dari {len(fourth.counted())}", "–"]
    assert _compared(third)[0].startswith("Rata-rata 1 naskah yang sama: ")


def test_the_team_is_told_how_many_came_how_far(made: Made) -> None:
    rows, pages = made
    if "tkksd" in pages:
        past = Recap(rows.path, before(rows.report))
        steps = [
            (len(one.lines()), len(one.with_child()),
             sum(bool(one.carried_out(one.below(key))) for key in one.lines()))
            for one in (rows, past)
        ]  # fmt: skip
        names = ("Naskah payung berlaku", "mempunyai turunan", "turunannya dilaksanakan")
        assert pairs(under(pages["tkksd"])["Perkembangan"]) == [
            (name, f"{now} (periode lalu {then})") for name, now, then in zip(names, *steps, strict=True)
        ]


def _money(worth: tuple[int, int, int]) -> str:
    return f"Rp{worth[0]:,}".replace(",", ".")


def test_what_cooperation_is_worth_is_told_with_how_much_is_known(made: Made) -> None:
    """Nothing recorded is no nil: a page says nothing then; a nil that is recorded is one."""
    rows, pages = made
    whole = rows.worth(rows.known)
    assert whole
    told = f"Nilai kerja sama {_money(whole)}, tercatat pada {whole[1]} dari {whole[2]} naskah."
    assert told in body(pages["rekap"])
    by_opd = {code: worth for code in rows.opds if (worth := rows.worth(rows.leads(code)))}
    assert "Rp0" in map(_money, by_opd.values())
    heads = under(pages["rekap"])
    (table,) = (one for one in tables(heads["Perangkat daerah"]) if len(one[0]) == 3)
    assert {row[0].split()[-1]: row[1:] for row in table} == {
        code: [str(total), f"{_money((amount, known, total))} ({known} dari {total})"]
        for code, (amount, known, total) in by_opd.items()
    }
    for code in rows.opds.keys() & pages.keys():
        notes = " ".join(texts(pages[code], "note"))
        found = re.findall(r"Nilai kerja sama (\S+), tercatat pada (\d+) dari (\d+) naskah", notes)
        worth = by_opd.get(code)
        assert found == ([(_money(worth), str(worth[1]), str(worth[2]))] if worth else []), code
