"""The journal is enough to go back: old images, put in place last first, give every earlier state again."""

from __future__ import annotations

import json
import sqlite3
import tempfile
from contextlib import closing, suppress
from pathlib import Path

import pytest
from hypothesis import example as also
from hypothesis import given, settings
from hypothesis import strategies as st

from kskd.errors import KskdError
from kskd.registry.database import snapshot
from kskd.registry.history import coherence
from kskd.workflows.office import undoing
from kskd.workflows.register import opds, partners, targets
from tests.registry.harness import Dump, content, dump, tracked
from tests.registry.office import COMMANDS, Command, way_into

pytestmark = pytest.mark.slow


def reversed_to(path: Path, mark: int) -> Dump:
    """What a scratch copy holds after every entry later than ``mark`` was taken back, the last first."""
    with closing(sqlite3.connect(":memory:", isolation_level=None)) as con:
        con.deserialize(path.read_bytes())
        for (name,) in con.execute("SELECT name FROM sqlite_schema WHERE type = 'trigger'").fetchall():
            con.execute(f"DROP TRIGGER {name}")
        entries = con.execute(
            "SELECT tbl, old, new FROM journal WHERE seq > ? ORDER BY seq DESC", (mark,)
        ).fetchall()
        for table, old, new in entries:
            _take_back(con, table, old and json.loads(old), new and json.loads(new))
        return tracked(content(con))


def _take_back(
    con: sqlite3.Connection, table: str, old: dict[str, object] | None, new: dict[str, object] | None
) -> None:
    if new is not None:
        where = " AND ".join(f"{name} IS :{name}" for name in new)
        assert con.execute(f"DELETE FROM {table} WHERE {where}", new).rowcount == 1, new  # noqa: S608
    if old is not None:
        names = ", ".join(old)
        values = ", ".join(f":{name}" for name in old)
        con.execute(f"INSERT INTO {table} ({names}) VALUES ({values})", old)  # noqa: S608


def _last_entry(path: Path) -> int:
    return max((row[0] for row in dump(path)["journal"]), default=0)


_AS_TYPED: list[Command] = [
    (targets.update_target, ("PKS-2024-001", 1, {"value": "0,1234567890123456"}), {}),
    (targets.update_target, ("PKS-2024-001", 1, {"value": "75"}), {}),
    (opds.rename, ("DINKES",), {"name": "Dinas KESEHATAN"}),
    (partners.merge, ("Universitas Contoh", "PT Maju Contoh"), {}),
]


@settings(max_examples=40)
@also(commands=_AS_TYPED)
@given(commands=st.lists(COMMANDS, min_size=1, max_size=6))
def test_old_images_lead_back_to_every_earlier_state(office_bytes: bytes, commands: list[Command]) -> None:
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "kskd.db"
        path.write_bytes(office_bytes)
        way = way_into(path)
        states = [(_last_entry(path), tracked(dump(path)))]
        for work, args, more in commands:
            try:
                work(way, *args, **more)
            except KskdError:
                assert tracked(dump(path)) == states[-1][1], "a refusal changes nothing"
            else:
                states.append((_last_entry(path), tracked(dump(path))))
        for mark, state in states:
            assert reversed_to(path, mark) == state


def test_the_whole_example_can_be_taken_back_to_nothing(example: Path, tmp_path: Path) -> None:
    assert all(rows == [] for rows in reversed_to(example, 0).values())
    halfway = _last_entry(example) // 2
    assert any(reversed_to(example, halfway).values())


# -- undo ------------------------------------------------------------------------------------------------


def _state(path: Path) -> Dump:
    with snapshot(path) as session:
        assert list(coherence.faults(session.con)) == []
    return tracked(dump(path))


def _undo(path: Path, *texts: str) -> int:
    way = way_into(path, "undo")
    return undoing.undo(way, texts, undoing.plan(way, texts))


def _acts(path: Path) -> list[int]:
    return sorted(row[0] for row in dump(path)["act"])


@settings(max_examples=40)
@also(commands=_AS_TYPED)
@given(commands=st.lists(COMMANDS, min_size=1, max_size=6))
def test_undoing_act_by_act_gives_every_earlier_state_and_redoing_the_later_ones(
    office_bytes: bytes, commands: list[Command]
) -> None:
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "kskd.db"
        path.write_bytes(office_bytes)
        states = [_state(path)]
        for work, args, more in commands:
            acts = _acts(path)
            with suppress(KskdError):
                work(way_into(path), *args, **more)
            if _acts(path) != acts:
                states.append(_state(path))
        redo = []
        for state in reversed(states[:-1]):
            redo.append(_undo(path))
            assert _state(path) == state
        for act, state in zip(reversed(redo), states[1:], strict=True):
            _undo(path, str(act))
            assert _state(path) == state


@settings(max_examples=40)
@given(commands=st.lists(COMMANDS, min_size=2, max_size=6), data=st.data())
def test_undoing_any_acts_is_refused_or_leaves_a_coherent_registry(
    office_bytes: bytes, commands: list[Command], data: st.DataObject
) -> None:
    """Whatever is chosen, in any order; and what was undone can be had again."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "kskd.db"
        path.write_bytes(office_bytes)
        for work, args, more in commands:
            with suppress(KskdError):
                work(way_into(path), *args, **more)
        for _ in range(3):
            before = _state(path)
            chosen = data.draw(st.lists(st.sampled_from(_acts(path)), min_size=1, max_size=3, unique=True))
            try:
                act = _undo(path, *map(str, chosen))
            except KskdError:
                assert _state(path) == before, "a refusal changes nothing"
            else:
                after = _state(path)
                assert after != before
                again = _undo(path, str(act))
                assert _state(path) == before
                _undo(path, str(again))
                assert _state(path) == after


def test_the_whole_example_can_be_undone_at_once(example: Path) -> None:
    """All but the act that made the registry, as one act; and had again."""
    before = _state(example)
    last = _acts(example)[-1]
    act = _undo(example, f"2..{last}")
    left = _state(example)
    assert [table for table, rows in left.items() if rows] == ["instrument", "setting"]
    _undo(example, str(act))
    assert _state(example) == before
