"""Registries for the tests of the command line, each made once and then copied."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.cli.command_line import Ok, Refused, Run, faults, folder

if TYPE_CHECKING:
    from pathlib import Path

_made: dict[str, bytes] = {}


def _put(path: Path, content: bytes) -> Path:
    path.write_bytes(content)
    path.chmod(0o600)
    return path


@pytest.fixture
def desk(request: pytest.FixtureRequest, tmp_path: Path) -> Path:
    """The registry of ``office`` as ./kskd.db, copied."""
    if "desk" not in _made:
        office: Path = request.getfixturevalue("office")
        _made["desk"] = office.read_bytes()
    return _put(tmp_path / "kskd.db", _made["desk"])


@pytest.fixture
def busy(desk: Path, ok: Ok) -> Path:
    """``desk`` with something of everything: target, evaluation, obstacle, action, draft, MoU, legacy."""
    if "busy" not in _made:
        pks = "PKS-2024-001"
        ok("target", "add", pks, "--indicator", "Bidan terlatih", "--unit", "orang", "--value", "75",
           "--due", "2024-12-31")  # fmt: skip
        ok("evaluate", pks, "--period", "2024-S2", "--implementation", "sebagian", "--answer",
           "sesuai-tujuan=ya", "--obstacle", "Dana belum cair", "--effort", "Usulan perubahan anggaran",
           "--realisation", "1=50", "--evidence", "Daftar hadir", "--reported-on", "2025-01-10")  # fmt: skip
        ok("action", "add", pks, "--what", "Rapat koordinasi", "--period", "2024-S2", "--who-acts", "DINKES",
           "--due", "2025-03-01")  # fmt: skip
        ok("add-mou", "--scheme", "ksdpk", "--title", "Rancangan", "--partner", "PT Maju Contoh",
           "--opd", "DIKBUD")  # fmt: skip
        _made["busy"] = desk.read_bytes()
    return _put(desk, _made["busy"])


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
