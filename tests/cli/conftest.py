"""Registries for the tests of the command line, each made once and then copied."""

from __future__ import annotations

import shutil
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from tests.cli.command_line import Refused, Run, faults, folder
from tests.conftest import succeed

if TYPE_CHECKING:
    from tests.conftest import Once


@pytest.fixture
def desk(office: Path) -> Path:
    """The registry of ``office``."""
    return office


@pytest.fixture
def busy(desk: Path, once: Once) -> Path:
    """``desk`` with something of everything: target, evaluation, obstacle, action, draft, MoU, legacy."""

    def fill() -> None:
        shutil.copy(desk, "kskd.db")
        _fill_busy()

    return Path(shutil.copy(once("busy", fill) / "kskd.db", desk))


def _fill_busy() -> None:
    pks = "PKS-2024-001"
    succeed("target", "add", pks, "--indicator", "Bidan terlatih", "--unit", "orang", "--value", "75",
       "--due", "2024-12-31")  # fmt: skip
    succeed("evaluate", pks, "--period", "2024-S2", "--implementation", "sebagian", "--answer",
       "sesuai-tujuan=ya", "--obstacle", "Dana belum cair", "--effort", "Usulan perubahan anggaran",
       "--realisation", "1=50", "--evidence", "Daftar hadir", "--reported-on", "2025-01-10")  # fmt: skip
    succeed("action", "add", pks, "--what", "Rapat koordinasi", "--period", "2024-S2", "--who-acts", "DINKES",
       "--due", "2025-03-01")  # fmt: skip
    succeed("official", "add", "--role", "tkksd", "--office", "Sekretaris Daerah", "--position", "ketua")
    succeed("paper", "add", "laporan-tkksd-semester", "--period", "2024-S2", "--on", "2024-12-30",
       "--to", "Bupati Contoh")  # fmt: skip
    succeed("add-mou", "--scheme", "ksdpk", "--title", "Rancangan", "--partner", "PT Maju Contoh",
       "--opd", "DIKBUD")  # fmt: skip


@pytest.fixture
def refused(run: Run, tmp_path: Path) -> Refused:
    """Run a command that must be refused, leaving every file as it was; gives its sentence."""

    def refuse(*args: str | Path, status: int = 1) -> str:
        before = folder(tmp_path)
        result = run(*args)
        assert faults(result, status=status) == []
        assert folder(tmp_path) == before, "files were changed or made"
        return result.err

    return refuse
