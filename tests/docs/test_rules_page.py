"""docs/rules.md lists the rules and the clocks as they are; `make golden` writes it anew."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from kskd.domain.document.chain import SCHEME_SHORT, Doc
from kskd.domain.document.status import STATUS_NAMES, Status
from kskd.domain.finding import SEVERITY_NAMES
from kskd.domain.footing import FOOTING_NAMES
from kskd.domain.values.dates import format_date
from kskd.rules.catalogue import CHAPTERS, OFFICE_RULES, RULES
from kskd.rules.clocks.catalogue import CLOCKS
from kskd.rules.clocks.requests import REQUESTS
from kskd.rules.laws import ALWAYS
from kskd.rules.office_rule import SCOPE
from kskd.rules.papers import KINDS
from kskd.rules.rule import scope_in_words

if TYPE_CHECKING:
    from collections.abc import Iterable

    import pytest

    from kskd.rules.papers import PaperKind

PAGE = Path(__file__).resolve().parents[2] / "docs" / "rules.md"
_HEAD = """# Aturan dan tenggat yang diperiksa kskd

Dibuat dari katalog aturan dan tenggat (`src/kskd/rules`); jangan diubah dengan tangan. Penjelasan satu aturan
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
    return "\n".join([*lines, *_clocks(), ""])


def _clocks() -> list[str]:
    """The clocks that follow from documents, and those that are started by hand."""
    told = [
        (
            one.kind, one.title, one.start, one.length, f"{one.lead} hari", one.article, scope,
            FOOTING_NAMES[one.footing],
        )
        for one in CLOCKS
        for scope in [stages_in_words(one.stages)]
    ]  # fmt: skip
    by_hand = [
        (
            one.kind, one.title, one.start, one.length, "ya" if one.on_document else "tidak harus",
            one.article, one.then, FOOTING_NAMES[one.footing],
        )
        for one in REQUESTS.values()
    ]  # fmt: skip
    return [
        "## Tenggat yang mengikuti naskah\n",
        "| Jenis | Judul | Mulai | Lama | Diingatkan sejak | Dasar | Naskah | Pijakan |",
        "|---|---|---|---|---|---|---|---|",
        *(f"| {' | '.join(cells)} |" for cells in told),
        "\n## Tenggat yang dimulai dengan tangan\n",
        "| Jenis | Judul | Mulai | Lama | Pada naskah | Dasar | Sesudah lewat | Pijakan |",
        "|---|---|---|---|---|---|---|---|",
        *(f"| {' | '.join(cells)} |" for cells in by_hand),
        "\n## Naskah dinas yang menjadi kewajiban kantor\n",
        "| Jenis | Nama | Periode | Siapa | Paling lambat | Dasar | Bila ada naskah | Boleh mendahului |",
        "|---|---|---|---|---|---|---|---|",
        *(f"| {' | '.join(cells)} |" for cells in map(_paper, KINDS.values())),
    ]


def _paper(one: PaperKind) -> tuple[str, ...]:
    period = {"semester": "semester", "year": "tahun"}[one.period] if one.period else "–"
    due = f"{one.due.length}, dihitung dari {one.due.start}" if one.due else "–"
    docs = "semua jenis" if len(one.docs) == len(Doc) else ", ".join(doc.upper() for doc in one.docs)
    schemes = ", ".join(SCHEME_SHORT[scheme] for scheme in one.schemes)
    may_precede = "–" if one.period is None else "tidak" if one.looks_back else "ya"
    return one.kind, one.name, period, one.who, due, one.article, f"{docs}; {schemes}", may_precede


def stages_in_words(stages: Iterable[Status]) -> str:
    """Where the documents of a clock stand, in the order of a life."""
    return ", ".join(STATUS_NAMES[one] for one in Status if one in set(stages))


def test_the_page_lists_the_rules_as_they_are(pytestconfig: pytest.Config) -> None:
    if pytestconfig.getoption("--update-golden"):
        PAGE.write_text(page(), "utf-8")
    assert PAGE.read_text("utf-8") == page()
