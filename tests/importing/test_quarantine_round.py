"""What goes through a quarantine comes in as it would have come at once."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

import pytest

from tests.importing.registers_kept import UNITS, Register, read_registers

if TYPE_CHECKING:
    from pathlib import Path

    from tests.cli.command_line import Ok, Run

REGISTERS = [pytest.param(one, id=one.name) for one in read_registers()]


@pytest.mark.slow
@pytest.mark.parametrize("register", REGISTERS)
def test_rows_left_for_want_of_their_units_come_in_alike(
    register: Register, ok: Ok, run: Run, tmp_path: Path
) -> None:
    """In one registry the units are recorded before, in the other after all rows have been left."""
    path = register.write(tmp_path)
    for name in ("dahulu.db", "kemudian.db"):
        ok("init", "--name", "Pemerintah Kabupaten Umpama", "--db", name)
    _record_units(ok, "dahulu.db")
    run("import", path, "--yes", "--no-input", "--db", "dahulu.db")
    told = json.loads(
        run("import", path, "--yes", "--no-input", "--db", "kemudian.db", "--format", "json").out
    )
    assert "baru" not in told["counts"]
    _record_units(ok, "kemudian.db")
    left = run("import", told["quarantine"], "--yes", "--no-input", "--db", "kemudian.db")
    assert left.status in {0, 3}, left.err
    assert _documents(run, "kemudian.db") == _documents(run, "dahulu.db")


def _record_units(ok: Ok, registry: str) -> None:
    for code, name in UNITS:
        ok("opd", "add", code, "--name", name, "--db", registry)


def _documents(run: Run, registry: str) -> list[dict[str, Any]]:
    """All that is recorded, but for where it came from and the numbers that documents were given."""
    listed = json.loads(run("list", "--format", "json", "--columns", "all", "--db", registry).out)["items"]
    return sorted(
        ({key: value for key, value in one.items() if key not in {"id"}} for one in listed),
        key=lambda one: json.dumps(one, sort_keys=True),
    )
