"""Two registries that figures are counted in again: the example, and one with days known only in part."""

from __future__ import annotations

import shutil
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from tests.conftest import succeed

if TYPE_CHECKING:
    from tests.conftest import Once

UMBRELLAS = {  # by a name of its own: the options of ``add-mou``
    "month": ("--opd", "DINKES", "--signed", "2021-03", "--years", "5"),
    "year": ("--opd", "DIKBUD", "--signed", "2019", "--years", "5"),
    "barren": ("--opd", "DLH", "--signed", "2022-12", "--ends", "2027-12"),
    "barren soon": ("--opd", "DLH", "--signed", "2024-01", "--open-ended"),
    "once": ("--opd", "DINSOS", "--signed", "tidak-diketahui", "--ends", "2025"),
    "soon": ("--opd", "DISTAN", "--signed", "2020-02-03", "--ends", "2025-03"),
    "abroad": ("--opd", "BAG-KS", "--scheme", "ksdpl", "--doc", "mou", "--signed", "2022", "--ends", "2026"),
    "new abroad": ("--opd", "DPUPR", "--scheme", "ksdll", "--doc", "mou", "--signed", "2024-11",
                   "--years", "3"),
    "begun abroad": ("--opd", "DPUPR", "--scheme", "ksdll", "--doc", "mou", "--signed", "2023",
                     "--years", "3"),
    "sinergi": ("--opd", "DINKES", "--scheme", "sinergi", "--signed", "2023-12", "--years", "3"),
}  # fmt: skip
DERIVED = {  # the parent, and the options of ``derive-pks``
    "signed in a year": ("month", "--signed", "2024", "--ends", "2025-12-31"),
    "months": ("month", "--signed", "2023-06", "--years", "2"),
    "ends in a month": ("year", "--signed", "2022-01-10", "--ends", "2024-09"),
    "ends in a year": ("year", "--signed", "2021-05-20", "--ends", "2024"),
    "starts later": ("month", "--signed", "2024-02-01", "--starts", "2024-06", "--ends", "2027-01-31"),
    "starts in a year": ("month", "--signed", "2023-11-01", "--starts", "2024", "--ends", "2026"),
    "registers": ("once", "--signed", "tidak-diketahui", "--starts", "2022", "--ends", "2025-02"),
    "open": ("once", "--signed", "tidak-diketahui", "--open-ended"),
    "ended early": ("month", "--signed", "2022-05", "--ends", "2026-05"),
    "ended in its last year": ("month", "--signed", "2021", "--ends", "2024"),
    "soon": ("soon", "--signed", "2024-12", "--ends", "2025-03"),
    "on the edge": ("soon", "--signed", "2024-06", "--ends", "2024-12"),
    "lapsed": ("soon", "--signed", "2020-05", "--ends", "2023"),
    "lapsed in a month": ("soon", "--signed", "2021-05", "--ends", "2024-02"),
    "amended": ("barren", "--signed", "2023-02", "--ends", "2024-08"),
    "no end": ("month", "--signed", "2024-03"),
    "short": ("sinergi", "--signed", "2024-06", "--ends", "2024-07"),
    "plan": ("abroad", "--doc", "rkt", "--signed", "2024-01", "--ends", "2024-12"),
    "late plan": ("begun abroad", "--doc", "rkt", "--signed", "2024", "--ends", "2024-12-31"),
}
REPORTED = {  # by document, and period: the state and more
    ("signed in a year", "2024-S2"): ("sebagian",),
    ("months", "2024-S1"): ("penuh", "--reported-on", "2024-07-10"),
    ("months", "2023-S2"): ("sebagian", "--reported-on", "2024-02-20"),
    ("ends in a month", "2024-S1"): ("penuh", "--obstacle", "Anggaran kurang", "--reported-on", "2024-07-31"),
    ("ends in a year", "2024-S2"): ("belum", "--reported-on", "2025-01-05", "--recommendation", "lanjut"),
    ("starts later", "2024-S2"): ("tidak", "--recommendation", "hentikan", "--recommendation-reason", "uji"),
    ("starts in a year", "2024-S1"): ("belum", "--obstacle", "Sarana rusak", "--effort", "Diperbaiki"),
    ("lapsed", "2023-S2"): ("penuh", "--reported-on", "2024-01-20"),
    ("lapsed in a month", "2023-S2"): ("sebagian", "--reported-on", "2024-01-20"),
    ("plan", "2024"): ("penuh", "--reported-on", "2025-01-06"),
    ("ended early", "2024-S2"): ("sebagian", "--reported-on", "2024-09-30"),
    ("registers", "2024-S2"): ("sebagian", "--recommendation", "hentikan", "--recommendation-reason", "uji"),
}


def fill_in_part() -> dict[str, str]:
    """Add documents to ./kskd.db whose days are known in part; their ids by the names above."""
    ids: dict[str, str] = {}
    for name, said in UMBRELLAS.items():
        partner = ("--partner", "Universitas Contoh Setengah", "--partner-kind", "perguruan-tinggi", "--new")
        scheme = () if "--scheme" in said else ("--scheme", "ksdpk")
        told = succeed(
            "add-mou", "--title", f"Payung {name}", *scheme, *(partner if not ids else partner[:2]), *said
        )
        ids[name] = told.strip()
    for name, (parent, *days) in DERIVED.items():
        opd = ("--opd", "DISKOMINFO") if name in {"open", "registers"} else ()
        ids[f"d {name}"] = succeed(
            "derive-pks", ids[parent], "--title", f"Turunan {name}", *days, *opd
        ).strip()
    of = {name: ids[f"d {name}"] for name in DERIVED}
    succeed("end", of["ended early"], "--on", "2024-08-15", "--ground", "kesepakatan")
    succeed("end", of["ended in its last year"], "--on", "2024-08-15", "--ground", "kesepakatan")
    for at, (signed, ends) in enumerate((("2024-08", "2026-03"), ("tidak-diketahui", "2026-04"))):
        what = f"Diperpanjang {at}"
        succeed("amend", of["amended"], "--signed", signed, "--what", what, "--ends", ends)
    ids["after"] = succeed(
        "extend", ids["year"], "--signed", "2024", "--years", "5", "--title", "Penerus"
    ).strip()
    ids["next"] = succeed("extend", of["on the edge"], "--signed", "2024-12", "--years", "1").strip()
    for name in ("months", "ends in a month", "signed in a year", "short"):
        succeed("target", "add", of[name], "--kind", "output", "--indicator", "Pelatihan", "--value", "4",
                "--unit", "kali", "--owed-by", "mitra", "--due", "2024-06-15")  # fmt: skip
    for (name, period), (state, *more) in REPORTED.items():
        succeed("evaluate", of[name], "--period", period, "--implementation", state, *more)
    for name, due in (
        ("months", "2024-07-31"),
        ("signed in a year", "2025-01-14"),
        ("registers", "2025-03-01"),
    ):
        succeed("action", "add", of[name], "--period", "2024-S1", "--what", f"Tindakan {name}", "--due", due)
    return ids


@pytest.fixture(scope="session")
def in_part(example_registry: Path, once: Once) -> Path:
    """The example with documents of which signing, start or end are known to the year, the month, or not."""

    def fill() -> None:
        shutil.copy(example_registry, "kskd.db")
        fill_in_part()

    return once("in-part", fill) / "kskd.db"


@pytest.fixture(scope="session", params=["example", "in part"])
def registry(request: pytest.FixtureRequest) -> Path:
    """A registry to count in again: all days known, and some known in part."""
    name = "example_registry" if request.param == "example" else "in_part"
    path: Path = request.getfixturevalue(name)
    return path


@pytest.fixture
def copied(registry: Path, tmp_path: Path) -> Path:
    """A copy of it as ./kskd.db."""
    return Path(shutil.copy(registry, tmp_path / "kskd.db"))
