"""docs/refusals.md lists the refusals as they are; `make golden` writes it anew."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from kskd.errors.table import REFUSALS, SUBJECTS

if TYPE_CHECKING:
    import pytest

PAGE = Path(__file__).resolve().parents[2] / "docs" / "refusals.md"
_HEAD = """# Penolakan kskd

Dibuat dari tabel penolakan (`src/kskd/errors`); jangan diubah dengan tangan. Setiap penolakan mempunyai
kode yang tetap; penjelasan satu kode: `kskd explain end-before-start`. Tanda … berdiri di tempat yang diketik
atau ditemukan.
"""


def page() -> str:
    """The page as the tables give it."""
    lines = [_HEAD]
    for title, subject in SUBJECTS.items():
        lines += [f"## {title}\n", "| Kode | Pesan | Langkah | Kode keluar |", "|---|---|---|---|"]
        for code in sorted(code for entries in subject.values() for code in entries):
            sentence, remedy = REFUSALS[code].in_general()
            lines.append(f"| `{code}` | {sentence} | {remedy or '–'} | {REFUSALS[code].kind.exit_status} |")
        lines.append("")
    return "\n".join(lines)


def test_the_page_lists_the_refusals_as_they_are(pytestconfig: pytest.Config) -> None:
    if pytestconfig.getoption("--update-golden"):
        PAGE.write_text(page(), "utf-8")
    assert PAGE.read_text("utf-8") == page()
