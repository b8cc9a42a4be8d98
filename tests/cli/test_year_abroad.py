"""A cooperation abroad is reported on once a year, by what carries it out, else by the MoU itself."""

from __future__ import annotations

import shlex
from typing import TYPE_CHECKING

import pytest

from tests.cli.command_line import document

if TYPE_CHECKING:
    from pathlib import Path

    from .command_line import Ok

MOU, RKT = "MOU-2023-001", "RKT-2023-001"
DAY = "2025-02-01"
WHO = ("check", "due", "next", "gaps")


COMMANDS = f"""
setting set reports-since 2023-S1
partner add "Kota Misal" --kind pemda-luar-negeri
add-mou --scheme ksdpl --doc mou --title X --partner "Kota Misal" --opd DINKES --signed 2023-01-15 --years 5
derive-pks {MOU} --doc rkt --title "Rencana 2023" --signed 2023-01-20 --ends 2023-12-31
evaluate {RKT} --period 2023 --implementation penuh --reported-on 2024-01-05
"""


@pytest.fixture
def abroad(office: Path, ok: Ok) -> Path:
    """An MoU of two years ago with a plan of its first year only."""
    for command in COMMANDS.strip().splitlines():
        ok(*shlex.split(command))
    return office


def _asked(ok: Ok) -> dict[str, list[str]]:
    """By who tells it the documents of which the year 2024 is asked, with the command."""

    def of(*args: str, key: str) -> list[str]:
        rows = document(ok(*args, "--as-of", DAY, "--format", "json"))["items"]
        return [
            row[key] for row in rows if row["agreement"] in {MOU, RKT} and "--period 2024" in str(row[key])
        ]

    return {
        "check": of("check", "--rule", "KS503", key="remedy"),
        "due": of("due", "--overdue", key="remedy"),
        "next": of("next", key="command"),
        "gaps": of("gaps", "--kind", "no-report", key="command"),
    }


def test_the_year_that_nothing_carries_out_is_asked_of_the_memorandum(abroad: Path, ok: Ok) -> None:
    command = f"kskd evaluate {MOU} --period 2024"
    assert _asked(ok) == {who: [command] for who in WHO}
    assert "Laporan kepada Gubernur Tahun 2024 belum masuk" in ok(
        "remind", "--dry-run", "--as-of", DAY, "--opd", "DINKES"
    )


def test_it_is_settled_by_the_command_as_it_is_printed(abroad: Path, ok: Ok) -> None:
    (command,) = _asked(ok)["check"]
    ok(*shlex.split(command)[1:], "--implementation", "sebagian", "--reported-on", "2025-01-05")
    assert _asked(ok) == {who: [] for who in WHO}
