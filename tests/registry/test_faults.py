"""Killed or stopped at any SQL statement, backup and restore leave what they found or what they were to make.

What holds of every writing command is in tests/faults.
"""

from __future__ import annotations

import shutil
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from tests.registry.harness import Dump, beside, dump

from ..faults.sweeping import Faulty, Traced, faulted, killed, points, statements

if TYPE_CHECKING:
    from collections.abc import Callable

pytestmark = pytest.mark.slow

EVERY = pytest.mark.parametrize(
    "every", [False, pytest.param(True, marks=pytest.mark.torture)], ids=["some", "all"]
)


@EVERY
def test_killed_at_any_statement_backup_leaves_no_name_for_what_was_not_checked(
    run: Callable[..., Any], office: Path, every: bool
) -> None:
    """Then the next backup works, and nothing but it is left."""
    folder = office.parent / "cadangan"
    before, old = office.read_bytes(), dump(office)
    total, named = statements(Traced, ("backup",)), 0
    for at in points(total, every=every):
        shutil.rmtree(folder)
        assert killed(at, ("backup",))
        for path in folder.glob("[!.]*") if folder.exists() else ():
            named += 1
            assert dump(path) == old
        assert office.read_bytes() == before
        again = run("backup")
        assert again.status == 0, again.err
        assert list(folder.iterdir()) == [Path(again.out.strip())]
    assert total > 100
    assert named > 3  # killed while looking at what is too old


@EVERY
def test_killed_at_any_statement_restore_leaves_one_state_or_the_other(
    run: Callable[..., Any], office: Path, tmp_path: Path, every: bool
) -> None:
    """Then the next command works, and repeating the restore gives what it would have given."""
    candidate = Path(run("backup").out.strip())
    assert run("opd", "add", "DISHUB", "--name", "Dinas Perhubungan").status == 0
    base = Path(shutil.copy(office, tmp_path / "awal"))
    old = dump(office)
    args = ("restore", candidate, "--yes")
    total = statements(Traced, args)
    new = dump(office)
    assert (len(old["opd"]), len(new["opd"]), len(new["event"])) == (3, 2, 1)
    (safety,) = candidate.parent.glob("*-sebelum-restore.db")
    untouched = base.read_bytes()
    ends: list[Dump] = []
    for at in points(total, every=every):
        shutil.copy(base, office)
        safety.unlink(missing_ok=True)
        assert killed(at, args)
        if office.read_bytes() == untouched:
            seen = old
        else:
            assert run("opd", "list").status == 0
            seen = dump(Path(shutil.copy(office, base.with_name("salinan"))))
        assert seen in (old, new), at
        if seen == new:
            assert dump(safety) == old
        elif at % 9 == 0:
            assert run(*args).status == 0
            assert dump(office) == new
            assert beside(office) == []
            assert sorted(candidate.parent.iterdir()) == sorted([candidate, safety])
        ends.append(seen)
    assert total > 250
    assert 0 < ends.count(new) < 10  # after the one step, what was staged is closed


@EVERY
@pytest.mark.parametrize("fault", ["SIGINT", "SIGTERM"])
@pytest.mark.parametrize("command", ["backup", "restore"])
def test_stopped_at_any_statement_backup_and_restore_leave_the_registry_as_it_is(
    run: Callable[..., Any], office: Path, command: str, fault: str, every: bool
) -> None:
    """And no unfinished file, though perhaps a whole backup more."""
    args: tuple[str, ...] = ("backup", "--out", str(office.parent / "usb"))
    if command == "restore":
        args = ("restore", run("backup").out.strip(), "--yes")
    folder = office.parent / ("usb" if command == "backup" else "cadangan")
    old = office.read_bytes()
    total = statements(Faulty, args)
    ends = []
    for at in points(total, every=every):
        office.write_bytes(old)
        if command == "backup":
            shutil.rmtree(folder, ignore_errors=True)
        ends.append(faulted(at, fault, args).status)
        assert (ends[-1] == 0) is (office.read_bytes() != old)
        assert [one for one in (*office.parent.iterdir(), *folder.glob(".*")) if ".salin" in one.name] == []
    assert total > 60
    assert {*ends} <= {0, 130 if fault == "SIGINT" else 143}
    assert ends == sorted(ends, reverse=True)
