"""Pages on screens: nothing is asked of any place, nothing cut off, nothing that axe finds."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest

from tests.pages.readers import html
from tests.pages_real.browser import PRINTED, Width
from tests.pages_real.tools import AXE

if TYPE_CHECKING:
    from pathlib import Path

    from tests.pages_real.browser import Browser

pytestmark = pytest.mark.browser

SCREENS = [Width(360), Width(1280), Width(1280, is_dark=True)]
_CUT_OFF = """[...document.querySelectorAll("main *")].filter(one => {
  const style = getComputedStyle(one);
  return style.clipPath === "none" && style.overflow !== "visible"
    && (one.scrollWidth > one.clientWidth + 1 || one.scrollHeight > one.clientHeight + 1);
}).map(one => one.outerHTML.slice(0, 80))"""
_OUTSIDE = """[...document.querySelectorAll("main *")].filter(one => {
  const box = one.getBoundingClientRect();
  return box.width > 1 && (box.right > innerWidth + 1 || box.left < -1);
}).map(one => one.outerHTML.slice(0, 80))"""


def _files(folder: Path) -> list[Path]:
    found = sorted(folder.rglob("*.html"))
    assert len(found) > 20
    return found


@pytest.mark.parametrize("screen", SCREENS, ids=("telepon", "layar", "gelap"))
def test_nothing_is_asked_for_and_nothing_stands_outside(
    browser: Browser, folder: Path, screen: Width
) -> None:
    told = {}
    for file in _files(folder):
        browser.open(file, screen)
        wide = browser.value("document.documentElement.scrollWidth")
        told[file.name] = [
            *browser.requests(),
            *browser.complaints(),
            *([f"{wide} px wide"] if wide > screen.width else []),
            *browser.value(_OUTSIDE),
            *browser.value(_CUT_OFF),
        ]
    assert {name: found for name, found in told.items() if found} == {}


_BROKEN = """(() => {
  const found = [], walk = document.createTreeWalker(document.querySelector("main"), NodeFilter.SHOW_TEXT);
  while (walk.nextNode()) {
    const node = walk.currentNode, holder = node.parentElement, range = document.createRange();
    if (WITHOUT || getComputedStyle(holder.closest("thead") || holder).clipPath !== "none") continue;
    for (const word of node.data.matchAll(/(?<![\\p{L}\\d\\/.])\\p{L}{2,24}(?![\\p{L}\\d\\/])/gu)) {
      range.setStart(node, word.index);
      range.setEnd(node, word.index + word[0].length);
      if (new Set([...range.getClientRects()].map(one => Math.round(one.top))).size > 1) found.push(word[0]);
    }
  }
  return found;
})()"""
"""Words of letters only: what is longer, or the number of a document, may have to be."""
_LYING = 'holder.closest(".lebar")'


@pytest.mark.parametrize("width", [360, 640, 820, 840, 900, 1100, 1240, 1280])
def test_no_word_is_broken_on_a_screen(browser: Browser, folder: Path, width: int) -> None:
    told = {}
    for file in _files(folder):
        browser.open(file, Width(width))
        told[file.name] = browser.value(_BROKEN.replace("WITHOUT", "false"))
    assert {name: found for name, found in told.items() if found} == {}


@pytest.mark.parametrize("paper", PRINTED)
def test_no_word_is_broken_on_paper(browser: Browser, folder: Path, paper: str) -> None:
    told = {}
    for file in (folder / "a4").rglob("*.html") if paper.startswith("a4") else _files(folder):
        browser.open(file, PRINTED[paper])
        browser.send("Emulation.setEmulatedMedia", media="print")
        without = f"!{_LYING}" if paper.endswith("lebar") else _LYING
        told[file.name] = browser.value(_BROKEN.replace("WITHOUT", without))
    assert {name: found for name, found in told.items() if found} == {}


@pytest.mark.parametrize("screen", SCREENS, ids=("telepon", "layar", "gelap"))
def test_axe_finds_no_violation(browser: Browser, folder: Path, screen: Width) -> None:
    axe = AXE.read_text("utf-8")
    told = {}
    for file in _files(folder):
        browser.open(file, screen)
        browser.value(f"{axe};0")
        found = json.loads(browser.value("axe.run().then(one => JSON.stringify(one.violations))"))
        told[file.name] = [f"{one['id']}: {node['html'][:90]}" for one in found for node in one["nodes"][:3]]
    assert {name: found for name, found in told.items() if found} == {}


def test_the_browser_has_nothing_to_mend(browser: Browser, folder: Path) -> None:
    """What it reads are the elements that are written, in their order, none moved, added or left out."""
    for file in _files(folder):
        browser.open(file, Width(1280))
        found = browser.value("[...document.querySelectorAll('*')].map(one => one.localName)")
        written = [one[0] for one in html(file.read_bytes()).structure if isinstance(one, tuple)]
        assert [one.lower() for one in found] == written, file.name
