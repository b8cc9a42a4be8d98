"""The example's reports and findings, byte for byte as they were read and found right.

`make golden` writes them anew; the difference is to be read before it is committed. What a failing test
saw lies beside its golden file as `*.actual`.
"""

from __future__ import annotations

import re
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from collections.abc import Callable

FILES = Path(__file__).parent / "files"
PAGES = (
    "2024-S2/index.md", "2024-S2/index.html", "2024-S2/rekap.md", "2024-S2/rekap.html",
    "2024-S2/DINKES.md", "2024-S2/DINKES.html", "2024-S2/BPBD.md", "2024-S2/DISKOPDAG.md", "2024-S2/DPUPR.md",
    "2024-S1/DIKBUD.md", "2024-11/DINKES.md", "2024-11/rekap.md", "2024/rekap.md",
)  # fmt: skip


@pytest.mark.parametrize("name", PAGES)
def test_page_is_as_it_was_read(name: str, example_reports: Path, pytestconfig: pytest.Config) -> None:
    """A page of the example's report has not changed unseen."""
    _compare(name, (example_reports / name).read_bytes(), update=pytestconfig.getoption("--update-golden"))


@pytest.mark.parametrize("name", [name[:-3] for name in PAGES if name.endswith(".md")])
def test_a_page_has_the_same_sections_in_both_formats(name: str, example_reports: Path) -> None:
    text = (example_reports / f"{name}.md").read_text("utf-8")
    html = (example_reports / f"{name}.html").read_text("utf-8")
    sections = [re.sub("<[^>]+>", "", one) for one in re.findall(r"<h2[^>]*>(.*?)</h2>", html, re.DOTALL)]
    signing = "Pengesahan"  # a heading in Markdown, a block in HTML
    assert sections == [one for one in re.findall(r"^## (.*)$", text, re.MULTILINE) if one != signing]
    assert len(sections) > 1


def test_findings_are_as_they_were_read_against_the_articles(
    example: Path, ok: Callable[..., str], pytestconfig: pytest.Config
) -> None:
    """What check says of the example on its day; at least 30 different rules find something."""
    made = ok("check", "--as-of", "2024-12-31", "--format", "md")
    assert len(set(re.findall(r"\| (KS\d{3}) \|", made))) >= 30
    _compare("check.md", made.encode(), update=pytestconfig.getoption("--update-golden"))


@pytest.mark.parametrize("command", ["due", "next", "remind"])
def test_what_is_due_pressing_and_told_is_as_it_was_read(
    command: str, example: Path, ok: Callable[..., str], pytestconfig: pytest.Config
) -> None:
    """Each deadline with its article and remedy, the ten most pressing things, and the letters to the OPD."""
    options = ("--dry-run",) if command == "remind" else ("--format", "md")
    made = ok(command, "--as-of", "2024-12-31", *options)
    name = f"{command}.{'txt' if command == 'remind' else 'md'}"
    _compare(name, made.encode(), update=pytestconfig.getoption("--update-golden"))


def test_how_complete_the_registry_is_and_who_is_asked_is_as_it_was_read(
    example: Path, ok: Callable[..., str], tmp_path: Path, pytestconfig: pytest.Config
) -> None:
    """The counts, the page in both formats, and a letter and a message to a unit."""
    update, day = pytestconfig.getoption("--update-golden"), ("--as-of", "2024-12-31")
    _compare("quality.json", ok("quality", *day, "--format", "json").encode(), update=update)
    for path in ok("quality", *day, "--opd", "DINKES,BPBD", "--out", ".").split():
        _compare(Path(path).name, (tmp_path / path).read_bytes(), update=update)
    asked = [ok("quality", "--ask", *day, "--opd", "BPBD", "--form", form) for form in ("surat", "pesan")]
    _compare("permintaan.txt", "\n".join(asked).encode(), update=update)


def _compare(name: str, made: bytes, *, update: bool) -> None:
    golden = FILES / name
    if update:
        golden.parent.mkdir(parents=True, exist_ok=True)
        golden.write_bytes(made)
    actual = golden.with_name(f"{golden.name}.actual")
    if made != golden.read_bytes():
        actual.write_bytes(made)
        pytest.fail(f"{name} differs; compare it with {actual.name}, then `make golden` if it is right")
    actual.unlink(missing_ok=True)
    assert made == golden.read_bytes()
