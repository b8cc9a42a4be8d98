"""The journal is enough to go back: old images, put in place last first, give every earlier state again."""

from __future__ import annotations

import json
import sqlite3
import tempfile
from contextlib import closing
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import example as also
from hypothesis import given, settings
from hypothesis import strategies as st

from kskd.errors import KskdError
from kskd.workflows import agreements, begin, evaluating, opds, partners, targets, updating
from kskd.workflows.access import Access
from kskd.workflows.evaluating import EvaluationForm
from kskd.workflows.form import AgreementForm

from .harness import Dump, content, dump, tracked

if TYPE_CHECKING:
    from collections.abc import Callable

Command = tuple["Callable[..., object]", tuple[Any, ...], dict[str, Any]]

IDS = st.sampled_from(["PKS-2024-001", "PKS-2024-001", "KB-2024-001", "KB-2025-001", "PKS-2025-001"])
NAMES = st.sampled_from(["Universitas Contoh", "PT Maju Contoh", "Koperasi Contoh", "Yayasan Contoh"])
UNITS = st.sampled_from(["DINKES", "DIKBUD", "BAPPEDA"])
WORDS = st.sampled_from(["Mutu", "mutu", "Gizi ibu", "“Baris” ke-2 \\ 'kutip'", "Ünïcode ✓", '{"a": null}'])
DATES = st.sampled_from(["2024-02-29", "2024-05-02", "2025-01-10"])
NUMBERS = st.one_of(
    st.sampled_from(["75", "0", "0,1234567890123456", "999999999999999,9", "12.5"]),
    st.floats(-1e6, 1e6, allow_nan=False).map(lambda value: f"{value:.20f}".replace(".", ",")),
)


def some(values: st.SearchStrategy[Any]) -> st.SearchStrategy[tuple[Any, ...]]:
    """None, one or two of the values."""
    return st.lists(values, max_size=2, unique=True).map(tuple)


def said(values: st.SearchStrategy[Any]) -> st.SearchStrategy[Any]:
    """One of the values, or nothing said."""
    return st.none() | values


PARTS: dict[str, st.SearchStrategy[Any]] = {
    "title": WORDS, "partner": some(NAMES), "opd": UNITS, "support_opd": some(UNITS), "number": WORDS,
    "partner_number": some(WORDS), "signed": DATES, "years": st.sampled_from(["1", "5"]), "note": WORDS,
    "affair": some(st.sampled_from(["1.02", "1.01"])), "scope": some(WORDS), "signer": WORDS,
    "drop_partner": some(NAMES), "drop_scope": some(WORDS), "drop_support_opd": some(UNITS),
}  # fmt: skip
SOME_PARTS = st.lists(st.sampled_from(sorted(PARTS)), min_size=1, max_size=4, unique=True).flatmap(
    lambda names: st.builds(
        AgreementForm,
        new=st.just(True),
        allow_duplicate=st.just(True),
        **{name: PARTS[name] for name in names},
    )
)
WHOLE = st.builds(
    AgreementForm,
    scheme=st.just("ksdpk"), title=WORDS, partner=st.lists(NAMES, min_size=1, max_size=3,
    unique=True).map(tuple),
    opd=UNITS, support_opd=some(UNITS), scope=some(WORDS), signed=said(DATES), new=st.just(True),
)  # fmt: skip
EVALUATION = st.builds(
    EvaluationForm,
    implementation=said(st.sampled_from(["penuh", "sebagian", "belum"])), filler=said(WORDS),
    note=said(WORDS),
    obstacle=some(WORDS), evidence=some(WORDS), recommendation=said(st.sampled_from(["lanjut", "perluas"])),
    close_obstacle=some(st.just(1)),
    realisation=some(NUMBERS.map(lambda number: f"1={number}")).map(lambda many: many[:1]),
)  # fmt: skip


def command(
    work: Callable[..., object], *args: st.SearchStrategy[Any], **more: Any
) -> st.SearchStrategy[Command]:
    """A use case with arguments to be drawn."""
    return st.tuples(st.just(work), st.tuples(*args), st.fixed_dictionaries(more))


COMMANDS = st.one_of(
    command(agreements.add_mou, WHOLE),
    command(
        agreements.derive_pks,
        st.builds(AgreementForm, parent=st.just("KB-2024-001"), title=WORDS, scope=some(WORDS)),
    ),
    command(updating.update, IDS, SOME_PARTS),
    command(updating.update, IDS, SOME_PARTS),
    command(agreements.void, IDS),
    command(partners.add, NAMES),
    command(partners.add_alias, NAMES, WORDS),
    command(partners.merge, NAMES, NAMES),
    command(opds.add, UNITS, WORDS),
    command(opds.add_alias, UNITS, WORDS),
    command(opds.rename, UNITS, name=WORDS | st.sampled_from(["dinas kesehatan", "DINAS KESEHATAN"])),
    command(opds.rename, UNITS, into=UNITS, on=DATES),
    command(begin.set_setting, st.sampled_from(["seat", "office"]), WORDS),
    command(targets.add_target, IDS, WORDS, value=said(NUMBERS)),
    command(targets.update_target, IDS, st.just(1), value=said(NUMBERS), unit=said(WORDS)),
    command(targets.add_action, IDS, WORDS, st.sampled_from(["2024-S2", "2024"])),
    command(targets.finish_action, IDS, st.just(1), DATES, said(WORDS)),
    command(evaluating.evaluate, IDS, st.sampled_from(["2024-S2", "2024"]), EVALUATION),
)


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


@pytest.fixture(scope="session")
def office_bytes(tmp_path_factory: pytest.TempPathFactory) -> bytes:
    """A small office, made once through the use cases."""
    path = tmp_path_factory.mktemp("office") / "kskd.db"
    way = Access(path, datetime(2025, 1, 15, tzinfo=UTC), "analis", "uji", "alasan")
    begin.init(way, {"name": "Kabupaten Contoh"})
    opds.add(way, "DINKES", "Dinas Kesehatan")
    opds.add(way, "DIKBUD", "Dinas Pendidikan", ["Dikbud"])
    partners.add(way, "Universitas Contoh")
    partners.add(way, "PT Maju Contoh")
    form = AgreementForm(
        scheme="ksdpk",
        title="Kota sehat",
        partner=("Universitas Contoh",),
        opd="DINKES",
        signed="2024-02-20",
        years="5",
        scope=("Gizi", "Bidan"),
    )
    agreements.add_mou(way, form)
    agreements.derive_pks(way, AgreementForm(parent="KB-2024-001", title="Gizi desa", signed="2024-05-02"))
    targets.add_target(way, "PKS-2024-001", "Bidan terlatih", value="0,30000000000000004")
    return path.read_bytes()


_AS_TYPED: list[Command] = [
    (targets.update_target, ("PKS-2024-001", 1), {"value": "0,1234567890123456"}),
    (targets.update_target, ("PKS-2024-001", 1), {"value": "75"}),
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
        way = Access(path, datetime(2025, 1, 15, tzinfo=UTC), "analis", "uji", "koreksi")
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
