"""The browser, and the pages that are looked at: those of the example, and one of every part."""

from __future__ import annotations

import os
import shutil
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from kskd.pages.formats import FORMATS, Writer
from kskd.pages.templates import templates_dir
from kskd.workflows.access import Access
from kskd.workflows.reports.making import read_facts
from tests.conftest import succeed
from tests.pages.whole_page import whole
from tests.pages_real.browser import Browser
from tests.pages_real.tools import AXE, lacking, program
from tests.reporting.kinds.gathered import LEADS, gathered, on, told
from tests.reporting.reporting_facts import YEAR_END

if TYPE_CHECKING:
    from collections.abc import Iterator

MADE = (
    ("2024-S2", ("indeks", "ringkasan", "opd", "semester", "tkksd", "rekap")),
    ("2024", ("luar-negeri", "rencana")),
    ("2024-11", ("bulanan",)),
    ("2024-12", ("pemetaan",)),
)
"""Periods, and the kinds that are made for them."""

_FONTS = """<?xml version="1.0"?>
<fontconfig>
<dir>{ours}</dir><dir>/usr/share/fonts</dir><cachedir>{cache}</cachedir>
<alias binding="same"><family>Arial</family><prefer><family>Liberation Sans</family></prefer></alias>
</fontconfig>
"""


@pytest.fixture(scope="session", autouse=True)
def _tools() -> None:
    if lacks := lacking():
        pytest.exit(f"make pages needs {', '.join(lacks)}: apt-get install {' '.join(lacks)}", returncode=1)
    if not AXE.is_file():
        pytest.exit("make pages needs axe-core: npm ci --prefix tests/pages_real", returncode=1)


@pytest.fixture(scope="session")
def with_fonts(tmp_path_factory: pytest.TempPathFactory) -> dict[str, str]:
    """The environment in which Arial is what it is on an office's machine, or as wide to the point."""
    folder = tmp_path_factory.mktemp("huruf")
    (folder / "fonts.conf").write_text(_FONTS.format(ours=templates_dir() / "fonts", cache=folder), "utf-8")
    return {**os.environ, "FONTCONFIG_FILE": str(folder / "fonts.conf")}


@pytest.fixture(scope="session")
def browser(with_fonts: dict[str, str]) -> Iterator[Browser]:
    """One Chromium for all tests."""
    with Browser(program("chromium") or "", with_fonts) as made:
        yield made


@pytest.fixture(scope="session")
def folder(tmp_path_factory: pytest.TempPathFactory, example_registry: Path) -> Path:
    """Pages of the example in HTML and for Word; of every part and of three documents on both papers."""
    out = tmp_path_factory.mktemp("halaman")
    for period, kinds in MADE:
        chosen = [option for kind in kinds for option in ("--kind", kind)]
        asked = ("--period", period, "--as-of", "2025-01-15", "--format", "html,docx", "--out", out)
        succeed("report", "--db", example_registry, *chosen, *asked)
    registry = Path(shutil.copy(example_registry, tmp_path_factory.mktemp("a4") / "kskd.db"))
    succeed("setting", "set", "paper", "a4", "--db", registry)
    asked = ("--period", "2024-S2", "--as-of", "2025-01-15", "--format", "html,docx", "--out", out / "a4")
    succeed("report", "--db", registry, "--kind", "ringkasan", *asked)
    with Access(example_registry, datetime(2025, 1, 15, tzinfo=UTC), "analis", "uji").reading() as session:
        facts = gathered(read_facts(session))
    for paper in ("f4", "a4"):
        page = whole(lambda field: f"Kata {field} dan kata lain yang lebih panjang", paper=paper)
        (three,) = [one for one in told(on(facts, paper), "opd", "2024-S2", YEAR_END) if LEADS in one.name]
        for name in ("html", "docx"):
            writer = Writer(FORMATS[name], [templates_dir()])
            (out / f"semua-{paper}.{name}").write_bytes(writer.write(page))
            (out / f"tiga-{paper}.{name}").write_bytes(writer.write(three))
    return out
