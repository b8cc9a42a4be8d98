"""docs/rules.md lists the rules as they are; `make golden` writes it anew."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from kskd.domain.finding import SEVERITY_NAMES
from kskd.domain.footing import FOOTING_NAMES
from kskd.domain.values.dates import format_date
from kskd.rules.catalogue import CHAPTERS, OFFICE_RULES, RULES
from kskd.rules.laws import ALWAYS
from kskd.rules.office_rule import SCOPE
from kskd.rules.rule import scope_in_words

if TYPE_CHECKING:
    import pytest

PAGE = Path(__file__).resolve().parents[2] / "docs" / "rules.md"
_HEAD = """# Aturan yang diperiksa kskd

Dibuat dari katalog aturan (`src/kskd/rules`); jangan diubah dengan tangan. Penjelasan satu aturan
beserta bunyi pasalnya: `kskd explain KS301`. Di kolom dasar berdiri pasal, atau
nama pengaturan bila peraturan tidak mengatur. Setiap naskah dinilai menurut peraturan yang berlaku pada
hari yang dinilai; temuannya menyebut pasal hari itu.
"""


def page() -> str:
    """The page as the catalogue gives it."""
    lines = [_HEAD]
    for chapter, title in CHAPTERS.items():
        lines.append(f"## {chapter}. {title}\n")
        lines.append("| Aturan | Tingkat | Pijakan | Dasar | Judul | Naskah | Sejak |")
        lines.append("|---|---|---|---|---|---|---|")
        for one in OFFICE_RULES:
            if one.chapter == chapter:
                cells = (
                    one.code, SEVERITY_NAMES[one.severity], FOOTING_NAMES[one.footing], one.articles(),
                    one.title, SCOPE, format_date(one.first_day),
                )  # fmt: skip
                lines.append(f"| {' | '.join(cells)} |")
        for rule in RULES:
            if rule.chapter == chapter:
                since = "–" if rule.first_day == ALWAYS else format_date(rule.first_day)
                cells = (
                    rule.code, SEVERITY_NAMES[rule.severity], FOOTING_NAMES[rule.footing], rule.articles(),
                    rule.title, scope_in_words(rule), since,
                )  # fmt: skip
                lines.append(f"| {' | '.join(cells)} |")
        lines.append("")
    return "\n".join(lines)


def test_the_page_lists_the_rules_as_they_are(pytestconfig: pytest.Config) -> None:
    if pytestconfig.getoption("--update-golden"):
        PAGE.write_text(page(), "utf-8")
    assert PAGE.read_text("utf-8") == page()
