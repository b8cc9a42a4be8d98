"""Many at once: every act of every process is kept, in one unbroken history, while others read."""

from __future__ import annotations

import sqlite3
import time
from contextlib import closing
from multiprocessing import get_context
from typing import TYPE_CHECKING, Any

import pytest

from kskd.pages.formats import Writer
from tests.faults.sweeping import sound

from ..conftest import invoke
from ..registry.harness import dump

if TYPE_CHECKING:
    from collections.abc import Callable

    from ..conftest import Result
    from .conftest import Stage

pytestmark = pytest.mark.slow

WRITERS = 8
FORK = get_context("fork")


def _write(number: int, acts: int, results: Any) -> None:
    """Add agreements one after another, each in a transaction of its own."""
    faults, times = [], []
    for at in range(acts):
        began = time.monotonic()
        done = invoke(
            "add-mou", "--scheme", "sinergi", "--title", f"Kerja {number}-{at}", "--opd", "DINKES",
            "--partner", "PT Maju Contoh",
        )  # fmt: skip
        times.append(time.monotonic() - began)
        if done.status or done.err.count("kskd:"):
            faults.append(done.err)
    results.put((faults, times))


def _read(commands: list[tuple[str, ...]], stop: Any, results: Any) -> None:
    """Read until told to stop; a listing must never show half of an act."""
    faults, rounds = [], 0
    while not stop.is_set():
        for args in commands:
            done = invoke(*args)
            if done.status:
                faults.append(done.err)
        rounds += 1
    results.put((faults, rounds))


@pytest.mark.parametrize("acts", [25, pytest.param(200, marks=pytest.mark.torture)])
def test_no_act_of_any_process_is_lost(acts: int, stage: Stage, count: Callable[..., None]) -> None:
    """And nobody who reads meets an error: neither a list, nor a report in a loop."""
    path = stage.file("kskd.db")
    before = dump(path)
    results, readings, stop = FORK.Queue(), FORK.Queue(), FORK.Event()
    readers = [
        FORK.Process(target=_read, args=(commands, stop, readings))
        for commands in (
            [("list", "--format", "json"), ("show", "PKS-2024-001"), ("log", "--verify")],
            [("report", "--period", "2024-S2", "--out", "laporan")],
        )
    ]
    writers = [FORK.Process(target=_write, args=(number, acts, results)) for number in range(WRITERS)]
    for process in (*readers, *writers):
        process.start()
    done = [results.get() for _ in writers]
    stop.set()
    read = [readings.get() for _ in readers]
    for process in (*readers, *writers):
        process.join()
    assert [fault for faults, _ in (*done, *read) for fault in faults] == []
    after = sound(path)
    titles = [row[3] for row in after["agreement"] if str(row[3]).startswith("Kerja ")]
    assert sorted(titles) == sorted(f"Kerja {number}-{at}" for number in range(WRITERS) for at in range(acts))
    assert len(after["act"]) == len(before["act"]) + WRITERS * acts
    assert all(rounds > 0 for _, rounds in read)
    times = sorted(one for _, seconds in done for one in seconds)
    count(f"writers: acts of {WRITERS} processes × {acts}", len(times))
    slowest = int(1000 * times[len(times) * 99 // 100])
    count(f"writers: p99 of an act in milliseconds, {WRITERS} × {acts}", slowest)
    count("writers: rounds of readers meanwhile", sum(rounds for _, rounds in read))


def test_a_writer_gets_through_while_a_report_is_rendered(
    stage: Stage, monkeypatch: pytest.MonkeyPatch
) -> None:
    """No lock is held and no cursor open while pages are made: the writer need not wait at all."""
    seen: list[int] = []
    page = Writer.write

    def slow(*args: Any, **more: Any) -> Any:
        with closing(sqlite3.connect(stage.file("kskd.db"), timeout=0, isolation_level=None)) as other:
            other.execute("BEGIN EXCLUSIVE")
            other.execute("ROLLBACK")
        seen.append(invoke("opd", "add", f"B{len(seen)}", "--name", f"Badan {len(seen)}").status)
        return page(*args, **more)

    monkeypatch.setattr(Writer, "write", slow)
    assert invoke("report", "--period", "2024-S2").status == 0
    assert seen
    assert set(seen) == {0}


def _at_once(lines: list[tuple[str, ...]]) -> list[Result]:
    """How the command lines end that start together, each in a process of its own."""
    start = FORK.Barrier(len(lines))
    results = FORK.Queue()

    def work(args: tuple[str, ...]) -> None:
        start.wait()
        results.put(invoke(*args))

    processes = [FORK.Process(target=work, args=(args,)) for args in lines]
    for process in processes:
        process.start()
    ends: list[Result] = [results.get() for _ in processes]
    for process in processes:
        process.join()
    return ends


def test_of_several_who_make_the_same_registry_one_wins_and_the_others_are_told(stage: Stage) -> None:
    ends = _at_once([("init", "--name", f"Kota {number}", "--db", "baru.db") for number in range(6)])
    assert sorted(one.status for one in ends) == [0, 1, 1, 1, 1, 1]
    assert all("sudah ada" in one.err for one in ends if one.status)
    assert len(sound(stage.file("baru.db"))["act"]) == 1
    assert stage.strays() == ["baru.db"]


def test_several_who_upgrade_the_same_registry_take_turns(stage: Stage) -> None:
    """One brings the schema up, the others go on with what is there; each act is kept."""
    ends = _at_once(
        [
            *([("init", "--upgrade", "--db", "lama.db")] * 2),
            *(
                ("opd", "add", f"B{number}", "--name", f"Badan {number}", "--db", "lama.db")
                for number in range(4)
            ),
        ]
    )
    assert [one.err for one in ends if one.status] == []
    assert {f"B{number}" for number in range(4)} <= {row[0] for row in sound(stage.file("lama.db"))["opd"]}
