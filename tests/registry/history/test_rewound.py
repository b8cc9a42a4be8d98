"""An earlier state of the registry: what was recorded by then, whatever came since."""

from __future__ import annotations

import tempfile
from contextlib import suppress
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kskd.errors import KskdError
from kskd.registry.database import snapshot, upgrade, writing
from kskd.registry.history import seals
from kskd.registry.history.rewound import rewound
from kskd.registry.tables.settings import write_setting
from kskd.workflows.register import opds, partners
from tests.registry.harness import ACT, Dump, content, dump, raw, tracked
from tests.registry.office import COMMANDS, Command, way_into
from tests.registry.test_upgrading import OLD, made


def _head(path: Path) -> int:
    with snapshot(path) as session:
        return (seals.head(session.con) or (0, ""))[0]


def _rewound(path: Path, act: int) -> Dump:
    with snapshot(path) as session, rewound(session, act) as past:
        assert (seals.head(past.con) or (0, ""))[0] == act
        return tracked(content(past.con))


@pytest.mark.slow
@settings(max_examples=40)
@given(commands=st.lists(COMMANDS, min_size=1, max_size=6))
def test_every_earlier_state_is_had_again_as_it_was(office_bytes: bytes, commands: list[Command]) -> None:
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "kskd.db"
        path.write_bytes(office_bytes)
        states = {_head(path): tracked(dump(path))}
        for work, args, more in commands:
            with suppress(KskdError):
                work(way_into(path), *args, **more)
            states[_head(path)] = tracked(dump(path))
        before = path.read_bytes()
        for act, state in states.items():
            assert _rewound(path, act) == state
        assert path.read_bytes() == before, "only a copy was changed"


def test_a_row_whose_key_changed_has_its_old_one_again(office_bytes: bytes, tmp_path: Path) -> None:
    path = tmp_path / "kskd.db"
    path.write_bytes(office_bytes)
    act, state = _head(path), tracked(dump(path))
    partners.merge(way_into(path), "Universitas Contoh", "PT Maju Contoh")
    opds.rename(way_into(path), "DINKES", name="Dinas KESEHATAN")
    assert _rewound(path, act) == state


def test_the_whole_example_goes_back_to_nothing(example: Path) -> None:
    assert all(rows == [] for rows in _rewound(example, 0).values())


def test_what_another_program_changed_after_the_act_is_later(office_bytes: bytes, tmp_path: Path) -> None:
    path = tmp_path / "kskd.db"
    path.write_bytes(office_bytes)
    act, state = _head(path), tracked(dump(path))
    raw(path, "UPDATE agreement SET title = 'Lain'")
    assert tracked(dump(path)) != state
    assert _rewound(path, act) == state


@pytest.mark.parametrize("schema", sorted(OLD))
def test_a_registry_of_an_older_schema_goes_back_to_each_of_its_acts(tmp_path: Path, schema: int) -> None:
    """Rows have the columns of today, as after the upgrade."""
    path = made(tmp_path / "kskd.db", schema)
    upgrade(path, ACT.at)
    whole, head = tracked(dump(path)), _head(path)
    with writing(path, ACT) as session:
        write_setting(session, "seat", "Contoh Lain")
    assert _rewound(path, head) == whole
    for act in range(head):
        assert _rewound(path, act).keys() == whole.keys()
    assert not any(_rewound(path, 0).values())
