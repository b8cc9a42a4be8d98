"""Pages on paper, by Chromium and by LibreOffice: how many sheets, and what is repeated on them."""

from __future__ import annotations

import re
import shutil
import subprocess
from typing import TYPE_CHECKING

import pytest

from tests.pages_real.browser import Width
from tests.pages_real.tools import program

if TYPE_CHECKING:
    from pathlib import Path

    from tests.pages_real.browser import Browser

pytestmark = pytest.mark.browser

POINTS = {"f4": (609, 935), "a4": (595, 842)}
"""The sides of the papers in points."""

_WITHOUT_ANNEXES = """
const first = document.querySelector(".lampiran");
while (first.nextSibling) first.nextSibling.remove();
first.remove();
"""

_AGREEMENTS = """
document.querySelectorAll(".hal caption").length + [...document.querySelectorAll(".daftar thead tr")]
  .filter(one => one.firstChild.textContent === "Isi").reduce((sum, one) => sum + one.children.length - 1, 0)
"""
"""One stands in a table of pairs; more stand beside one another, a column each."""


def sheets(pdf: bytes) -> list[tuple[int, int]]:
    """Width and height of each sheet in points."""
    box = rb"/Type\s*/Page\b.{,2000}?/MediaBox\s*\[\s*0 0 ([\d.]+) ([\d.]+)\s*\]"
    boxes = re.findall(box, pdf, re.DOTALL)
    return [(int(float(width)), int(float(height))) for width, height in boxes]


def _printed(browser: Browser, file: Path) -> list[tuple[int, int]]:
    browser.open(file, Width(1280))
    return sheets(browser.pdf())


@pytest.fixture(scope="module")
def by_word(
    folder: Path, with_fonts: dict[str, str], tmp_path_factory: pytest.TempPathFactory
) -> dict[str, list[tuple[int, int]]]:
    """The sheets of each document of Word, by its place: ``2024-S2/DINKES``."""
    out, profile = (tmp_path_factory.mktemp(one) for one in ("word", "profil"))
    places = [one.relative_to(folder).with_suffix("").as_posix() for one in sorted(folder.rglob("*.docx"))]
    for number, place in enumerate(places):
        shutil.copy(folder / f"{place}.docx", out / f"{number}.docx")
    command = [program("libreoffice-writer") or "", f"-env:UserInstallation={profile.as_uri()}", "--headless"]
    subprocess.run(
        [*command, "--convert-to", "pdf", "--outdir", out, *sorted(out.glob("*.docx"))],
        check=True,
        capture_output=True,
        env=with_fonts,
        timeout=600,
    )
    found = {place: sheets((out / f"{at}.pdf").read_bytes()) for at, place in enumerate(places)}
    assert all(found.values())
    return found


@pytest.mark.parametrize("paper", POINTS)
def test_the_paper_is_the_one_that_is_set_and_lies_on_its_side_for_a_wide_annex(
    paper: str, browser: Browser, folder: Path, by_word: dict[str, list[tuple[int, int]]]
) -> None:
    for found in (_printed(browser, folder / f"semua-{paper}.html"), by_word[f"semua-{paper}"]):
        width, height = POINTS[paper]
        for one, wanted in ((found[0], (width, height)), (found[-1], (height, width))):
            assert one == pytest.approx(wanted, abs=2)


@pytest.mark.parametrize("place", ["2024-S2/ringkasan", "a4/2024-S2/ringkasan"], ids=POINTS)
def test_the_leader_gets_one_page_and_the_lists_behind_it(
    place: str, browser: Browser, folder: Path, by_word: dict[str, list[tuple[int, int]]]
) -> None:
    """On its own one sheet, F4 or A4; the annexes begin on the next."""
    whole = len(_printed(browser, folder / f"{place}.html"))
    browser.value(_WITHOUT_ANNEXES)
    assert len(sheets(browser.pdf())) == 1
    assert whole > 1
    assert len(by_word[place]) <= whole


def test_a_unit_gets_one_page_for_an_agreement_and_two_for_three(
    browser: Browser, folder: Path, by_word: dict[str, list[tuple[int, int]]]
) -> None:
    told = {}
    for file in sorted((folder / "2024-S2").glob("*.html")):
        if file.stem.isupper():
            printed = len(_printed(browser, file))
            agreements = browser.value(_AGREEMENTS)
            most = {0: 1, 1: 1, 2: 2, 3: 2}.get(agreements, agreements)
            if max(printed, len(by_word[f"2024-S2/{file.stem}"])) > most:
                told[file.stem] = (agreements, printed, len(by_word[f"2024-S2/{file.stem}"]))
    assert told == {}


@pytest.mark.parametrize("paper", POINTS)
def test_the_sheet_of_three_full_agreements_is_two_pages(
    paper: str, browser: Browser, folder: Path, by_word: dict[str, list[tuple[int, int]]]
) -> None:
    printed = _printed(browser, folder / f"tiga-{paper}.html")
    assert browser.value(_AGREEMENTS) == 3
    assert max(len(printed), len(by_word[f"tiga-{paper}"])) <= 2


def test_the_head_of_a_table_is_repeated_on_each_sheet(browser: Browser, folder: Path) -> None:
    browser.open(folder / "2024-S2/rekap.html", Width(1280))
    browser.send("Emulation.setEmulatedMedia", media="print")
    shown = "[...document.querySelectorAll('thead')].map(one => getComputedStyle(one).display)"
    assert set(browser.value(shown)) == {"table-header-group"}
