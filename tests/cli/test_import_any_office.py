"""Whatever commands an office has given: its list makes the same documents of an empty registry."""

from __future__ import annotations

import json
import shutil
from collections import Counter
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING, Any

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from kskd.errors import KskdError
from tests.cli.told_documents import all_shown, empty_like, listed, shuffled, told_of
from tests.conftest import Result, invoke
from tests.registry.office import COMMANDS, make_office, way_into

if TYPE_CHECKING:
    from tests.registry.office import Command


def _is_told(one: dict[str, Any]) -> bool:
    """Whether a list tells all of it: without adendums, and nobody in two seats."""
    seats = [party["name"] for party in one["parties"]]
    return not one["amendments"] and len(seats) == len(set(seats))


def _plain(one: dict[str, Any]) -> str:
    return json.dumps(told_of(one), sort_keys=True)


def _fates(done: Result) -> Counter[str]:
    """How many rows an import left, took or knew."""
    lines = (line.split("\t") for line in done.out.splitlines()[1:])
    return Counter({fate: int(rows) for fate, rows in lines})


@settings(max_examples=20, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.lists(COMMANDS, min_size=5, max_size=30))
def test_a_list_makes_the_same_documents(once: Any, tmp_path: Path, commands: list[Command]) -> None:
    for path in tmp_path.iterdir():
        shutil.rmtree(path) if path.is_dir() else path.unlink()
    shutil.copy(once("any-office", lambda: make_office(Path("kskd.db"))) / "kskd.db", tmp_path / "kskd.db")
    for work, args, more in commands:
        with suppress(KskdError):
            work(way_into(tmp_path / "kskd.db"), *args, **more)
    empty_like("kskd.db")
    Path("daftar.csv").write_text(listed("kskd.db"), "utf-8")
    shuffled("daftar.csv", "acak.csv")
    done = invoke("import", "acak.csv", "--yes", "--no-input", "--db", "kosong.db")
    whole = [_plain(one) for one in all_shown("kskd.db") if _is_told(one)]
    lost = Counter(whole) - Counter(map(_plain, all_shown("kosong.db")))
    assert not lost, (lost, Counter(map(_plain, all_shown("kosong.db"))) - Counter(whole), done.err[-2000:])
    kept, taken = Path("kosong.db").read_bytes(), _fates(done)
    for name in ("acak.csv", "daftar.csv"):
        again = invoke("import", name, "--yes", "--no-input", "--reason", "ulang", "--db", "kosong.db")
        assert Path("kosong.db").read_bytes() == kept, again.err[-2000:]
        assert (_fates(again)["sama"], _fates(again)["baru"]) == (taken["baru"] + taken["sama"], 0)
