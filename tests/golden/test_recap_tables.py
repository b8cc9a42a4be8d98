"""The tables of figures that the recap and the index print, beside the rows counted again."""

from __future__ import annotations

import re
from fractions import Fraction
from typing import TYPE_CHECKING

import pytest

from kskd.domain.values.period import Period
from tests.golden.recounted_recap import Recap
from tests.golden.test_scores import FILES, RECAPS, table

if TYPE_CHECKING:
    from pathlib import Path


def printed(path: Path) -> tuple[str, str]:
    """A golden page, and the day that it tells of."""
    text = path.read_text("utf-8")
    return text, re.findall(r";as-of=([\d-]{10});", text)[0]


def some(two_of: tuple[int, int]) -> str:
    """Some of all, as pages say it."""
    return f"{two_of[0]} dari {two_of[1]}" if two_of[1] else "–"


def share(one: int, whole: int) -> str:
    """A share in percent, halves upwards."""
    tenths = (Fraction(1000 * one, whole) + Fraction(1, 2)).__floor__()
    return f"{tenths // 10},{tenths % 10}%"


@pytest.mark.parametrize("path", RECAPS, ids=lambda path: path.parent.name)
def test_the_tables_that_a_recap_prints(path: Path, example_registry: Path) -> None:
    text, as_of = printed(path)
    rows = Recap(example_registry, path.parent.name, as_of)
    opds: dict[str, list[str]] = {}
    dues = [("Pemda", rows.timely(rows.known))]
    for code in sorted({*map(rows.lead, rows.known)} | {code for code in rows.opds if rows.beside(code)}):
        leads = rows.leads(code)
        one = rows.figures(leads)
        late = [each for each in rows.open_actions() if (each["due_on"] or "9") < as_of]
        value, scored, total = one["mean"]
        opds[code] = [
            *map(str, one["totals"][:2]), some(one["follow up"]), some(one["reported"]),
            (value or "–") + (f" ({scored} dari {total})" if total else ""),
            str(sum(each["agreement"] in leads for each in rows.open_obstacles())),
            str(sum(each["agreement"] in leads for each in late)), str(rows.gaps(leads).total()),
        ]  # fmt: skip
        dues.append((code, one["timely"]))
    found = [[*row.values()] for row in table(text, "## Perangkat daerah")]
    assert {row[0].split()[-1]: row[1:] for row in found} == opds
    assert [[*row.values()] for row in table(text, "## Ketepatan waktu laporan")] == [
        [code, Period.parse(period).label, str(owed), str(owed - each[3]), *map(str, each[:3]),
         share(owed - each[3], owed), share(each[0], owed)]
        for code, lines in dues for period, each in lines.items() if (owed := sum(each))
    ]  # fmt: skip
    lines = {row["Hal"]: row["Isi"] for row in table(text, "## Naskah\n")}
    whole = rows.figures(rows.known)
    for name, wanted in (
        ("Jenis naskah", whole["doc"]), ("Bentuk kerja sama", whole["scheme"]),
        ("Status", whole["status"]), ("Pelaksanaan naskah turunan", whole["states"]),
    ):  # fmt: skip
        found_counts = sorted(int(part.split()[0]) for part in lines[name].split("; "))
        assert found_counts == sorted(filter(None, wanted.values())), name


def test_the_table_that_an_index_prints(example_registry: Path) -> None:
    text, as_of = printed(FILES / "2024-S2" / "index.md")
    rows = Recap(example_registry, "2024-S2", as_of)
    for row in table(text, "## Lembar perangkat daerah"):
        code, _, *numbers = row.values()
        leads = rows.leads(code)
        one = rows.figures(leads)
        wanted = [len(leads), len(rows.beside(code)), some(one["reported"]), rows.gaps(leads).total()]
        assert numbers == [*map(str, wanted)], code
