"""What ``list --format csv`` gives of a fact is read by the option that tells it as the same fact."""

from __future__ import annotations

import csv
import json
from io import StringIO
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from pathlib import Path

    from tests.cli.command_line import Ok

NEW = ("add-mou", "--scheme", "ksdpk", "--title", "Layanan Contoh", "--opd", "DINKES", "--allow-duplicate")
PARTNERS = ("PT Maju Contoh", "Universitas Contoh")
BASE = (*NEW, *(part for one in PARTNERS for part in ("--partner", one)), "--signed", "2024-06-03")
TERM = ("--years", "3")
FACTS: dict[str, tuple[str, ...]] = {
    "partner_number": ("-", "1/U/2024"),
    "partner_signer": ("Direktur", "-"),
    "partner_contribution": ("-", "75450000"),
    "partner_brings": ("alat; bahan", "-"),
    "partner_more_number": ("PT Maju Contoh=7/M/2024", "Universitas Contoh=8/U/2024"),
    "number": ("4/KB/2024",),
    "more_number": ("5/KB/2024", "6/KB/2024"),
    "contribution": ("10000000",),
    "brings": ("gedung, alat",),
    "signer": ("Bupati",),
    "signer_name": ("Nama Contoh",),
    "affair": ("1.01", "1.02"),
    "scope": ("pelatihan; pendampingan", "=evaluasi"),
    "clause": ("objek", "jangka-waktu"),
    "relates": ("melengkapi=KB-2024-001",),
    "starts": ("2024-07",),
    "ends": ("2027",),
    "duration": ("18 bulan",),
    "until": ("sampai predikat WBK",),
}
FIRST_NUMBERS = ("--number", "4/KB/2024", "--partner-number", "1/M/2024", "--partner-number", "1/U/2024")
WITHOUT_TERM = {"ends", "duration", "until"}


def _listed(ok: Ok, key: str) -> tuple[str, tuple[str, ...]]:
    """The document entered last, and its values under a key."""
    rows = list(
        csv.DictReader(StringIO(ok("list", "--format", "csv", "--doc", "kb", "--columns", f"id,{key}")))
    )
    row = max(rows, key=lambda one: one["id"])
    lines = row[key].splitlines()
    return row["id"], tuple(one[1:] if one[:2] in {"'=", "'-"} else one for one in lines)


def _enter(ok: Ok, key: str, values: tuple[str, ...]) -> tuple[str, tuple[str, ...]]:
    option = f"--{key.replace('_', '-')}"
    told = tuple(part for one in values for part in (option, one))
    first = FIRST_NUMBERS if "more_number" in key else ()
    ok(*BASE, *first, *(() if key in WITHOUT_TERM else TERM), *told)
    return _listed(ok, key)


@pytest.mark.usefixtures("desk")
@pytest.mark.parametrize("key", FACTS)
def test_a_listed_fact_is_told_again_by_its_option(key: str, ok: Ok) -> None:
    first, listed = _enter(ok, key, FACTS[key])
    second, again = _enter(ok, key, listed)
    assert first != second
    assert set(listed) == set(FACTS[key])
    assert again == listed


def test_all_columns_are_listed_with_one_word(desk: Path, ok: Ok) -> None:
    keys = ok("list", "--format", "csv", "--columns", "all").splitlines()[0].split(",")
    assert {"id", "partner", "partner_kind", *FACTS, "replaces", "open_ended", "opd", "file", "kak"} <= set(
        keys
    )
    assert len(keys) == len(set(keys))
    items = json.loads(ok("list", "--format", "json", "--columns", "all"))["items"]
    assert [list(one) for one in items] == [keys] * len(items)


@pytest.mark.usefixtures("desk")
def test_a_list_of_all_columns_is_imported_as_it_is(ok: Ok, tmp_path: Path) -> None:
    listed = ("list", "--format", "csv", "--columns", "all", "--sort", "id")
    before = ok(*listed)
    (tmp_path / "daftar.csv").write_text(before, "utf-8")
    other = ("--db", "lain.db")
    ok("init", "--name", "Kabupaten Contoh", *other)
    for one in json.loads(ok("opd", "list", "--format", "json"))["items"]:
        ok("opd", "add", one["code"], "--name", one["name"], *other)
    ok("import", "daftar.csv", "--yes", "--no-input", *other)
    kept = [list(csv.DictReader(StringIO(text))) for text in (before, ok(*listed, *other))]
    for row in (*kept[0], *kept[1]):
        del row["numbers"]  # it has the name of the government
    assert kept[0] == kept[1]
