"""The whole registry out and in again: to the same bytes, whatever it holds; or not at all, and why."""

from __future__ import annotations

import json
import shutil
import sqlite3
import tempfile
from contextlib import closing, suppress
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kskd.errors import InputFileError, KskdError, Refused, RegistryError
from kskd.registry.copies import transfer
from kskd.registry.database import filling, snapshot, upgrade, writing
from kskd.registry.schema.steps import SCHEMA
from kskd.registry.session import Session
from kskd.registry.tables.settings import write_setting
from kskd.workflows.access import Access
from tests.registry.harness import ACT, beside, create, dump, raw
from tests.registry.history.test_live_rows import behind_its_back
from tests.registry.office import COMMANDS, Command
from tests.registry.test_upgrading import OLD, made

if TYPE_CHECKING:
    from collections.abc import Callable

    from kskd.registry.copies.transfer import Filled, Row

pytestmark = pytest.mark.slow

Tables = dict[str, list["Row"]]


def taken(path: Path, *, public: bool = False) -> Tables:
    """Every row of every table, as it is exported."""
    with snapshot(path) as session:
        return {table: list(rows) for table, rows in transfer.read_tables(session, public=public)}


def filled(path: Path, tables: Tables, schema: int = SCHEMA) -> Filled:
    """A registry filled with these rows."""
    with filling(path) as session:
        return transfer.fill(session, '"uji.json"', schema, tables)


def test_every_table_but_the_schemas_own_goes_out_by_primary_key(example: Path) -> None:
    tables = taken(example)
    assert list(tables) == sorted(set(dump(example)) - {"_sqlite_migrations", "personal_field"})
    ids = [row["id"] for row in tables["agreement"]]
    assert ids == sorted(map(str, ids))
    assert list(tables["act"][0])[:4] == ["id", "at", "who", "command"]
    assert {"salt", "digest"} <= tables["journal"][0].keys()


@settings(max_examples=30)
@given(commands=st.lists(COMMANDS, min_size=1, max_size=8))
def test_whatever_was_done_comes_back_with_its_history(office_bytes: bytes, commands: list[Command]) -> None:
    """Every row of every table, bit for bit; and what another program changed is still known as that."""
    with tempfile.TemporaryDirectory() as folder:
        path, other = Path(folder) / "kskd.db", Path(folder) / "lain.db"
        path.write_bytes(office_bytes)
        way = Access(path, datetime(2025, 1, 15, tzinfo=UTC), "analis", "uji", "koreksi", "800/1")
        for work, args, more in commands:
            with suppress(KskdError):
                work(way, *args, **more)
        raw(path, "UPDATE target SET value = value / 3", "UPDATE opd_alias SET alias = upper(alias)")
        filled(other, taken(path))
        assert repr(taken(other)) == repr(taken(path))
        assert {**dump(other), "_sqlite_migrations": []} == {**dump(path), "_sqlite_migrations": []}


def test_the_example_comes_back_and_can_be_worked_with(
    example: Path, tmp_path: Path, ok: Callable[..., str]
) -> None:
    """The next act stands on the same chain, and the next id is a new one."""
    came = filled(tmp_path / "lain.db", taken(example))
    assert (came.agreements, came.acts) == (len(taken(example)["agreement"]), len(taken(example)["act"]))
    assert came.head is not None
    new = [
        ok("add-mou", "--db", one, "--scheme", "ksdpk", "--title", "Baru", "--partner", "PT Baru", "--new",
           "--opd", "DINKES")
        for one in (example, tmp_path / "lain.db")
    ]  # fmt: skip
    assert new[0] == new[1]
    ok("log", "--verify", "--expect", came.head, "--db", tmp_path / "lain.db")


def test_the_filled_file_is_its_owners_only_and_has_the_triggers(example: Path, tmp_path: Path) -> None:
    other = tmp_path / "lain.db"
    filled(other, taken(example))
    assert other.stat().st_mode & 0o777 == 0o600
    assert beside(other) == []
    schemas = []
    for path in (example, other):
        with closing(sqlite3.connect(path)) as con:
            schemas.append(con.execute("SELECT type, name, sql FROM sqlite_schema ORDER BY 1, 2").fetchall())
            schemas.append(con.execute("SELECT * FROM personal_field").fetchall())
            schemas.append(con.execute("PRAGMA user_version").fetchall())
            schemas.append(con.execute("PRAGMA application_id").fetchall())
    assert schemas[:4] == schemas[4:]


# -- where to -------------------------------------------------------------------------------------------


def test_what_init_made_gives_way(example: Path, tmp_path: Path, ok: Callable[..., str]) -> None:
    other = tmp_path / "lain.db"
    ok("init", "--name", "Kota Lain", "--db", other)
    number = other.stat().st_ino
    filled(other, taken(example))
    assert taken(other) == taken(example)
    assert other.stat().st_ino == number


@pytest.mark.parametrize("schema", sorted(OLD))
def test_rows_of_an_older_schema_are_brought_to_todays(tmp_path: Path, schema: int) -> None:
    """As the file itself would be."""
    old = made(tmp_path / "tua.db", schema)
    with closing(sqlite3.connect(old)) as con:
        tables: Tables = {
            table: list(rows) for table, rows in transfer.read_tables(Session(con), public=False)
        }
    filled(tmp_path / "baru.db", tables, schema)
    upgrade(old, ACT.at)
    assert taken(tmp_path / "baru.db") == taken(old)


def _written(path: Path) -> None:
    with writing(path, ACT) as session:
        write_setting(session, "seat", "Contoh")


@pytest.mark.parametrize(
    "spoil",
    [
        lambda path: raw(path, "UPDATE setting SET value = 'Kota Baru' WHERE key = 'name'"),
        lambda path: raw(path, "INSERT INTO serial VALUES ('kb', 2024, 1)"),
        lambda path: raw(path, "CREATE TABLE lain (a)", "INSERT INTO lain VALUES (1)"),
        _written,
    ],
    ids=["changed outside", "a number given", "a foreign table", "a second act"],
)
def test_a_registry_that_holds_more_is_refused_untouched(
    example: Path, tmp_path: Path, ok: Callable[..., str], spoil: Callable[[Path], None]
) -> None:
    other = tmp_path / "lain.db"
    ok("init", "--name", "Kota Lain", "--db", other)
    spoil(other)
    before = other.read_bytes()
    with pytest.raises(Refused, match=r"sudah berisi.*--db"):
        filled(other, taken(example))
    assert other.read_bytes() == before


def test_a_registry_of_a_newer_schema_is_refused(tmp_path: Path, example: Path) -> None:
    create(tmp_path / "lain.db")
    raw(tmp_path / "lain.db", "PRAGMA user_version = 99")
    with pytest.raises(RegistryError, match="lebih baru"):
        filled(tmp_path / "lain.db", taken(example))


# -- what not -------------------------------------------------------------------------------------------


def _first(table: str, **changes: object) -> Callable[[Tables], None]:
    def spoil(tables: Tables) -> None:
        tables[table][0] = {**tables[table][0], **changes}

    return spoil


def _without(table: str, column: str) -> Callable[[Tables], None]:
    def spoil(tables: Tables) -> None:
        tables[table][-1] = {name: value for name, value in tables[table][-1].items() if name != column}

    return spoil


def _image(name: str, value: object) -> Callable[[Tables], None]:
    """An edited image of the first agreement in the history."""

    def spoil(tables: Tables) -> None:
        at = next(at for at, row in enumerate(tables["journal"]) if row["tbl"] == "agreement")
        image = json.loads(str(tables["journal"][at]["new"])) | {name: value}
        tables["journal"][at] = {**tables["journal"][at], "new": json.dumps(image)}

    return spoil


BAD: dict[str, tuple[Callable[[Tables], object], str]] = {
    "table missing": (lambda tables: tables.pop("party"), 'tabel "party" tidak ada'),
    "table unknown": (lambda tables: tables.update(gaji=[]), 'tabel "gaji" tidak dikenal'),
    "the schema's own table": (lambda tables: tables.update(personal_field=[]), '"personal_field" tidak'),
    "column missing": (_without("party", "number"), 'kolom "number" tidak ada'),
    "column unknown": (_first("party", gaji=1), 'tabel party baris 1: kolom "gaji" tidak dikenal'),
    "generated column": (_first("party", number_key="x"), "number_key"),
    "text for a number": (_first("party", seat="0"), 'tabel party baris 1 kolom "seat" bukan bilangan bulat'),
    "fraction for a whole number": (_first("party", seat=0.0), 'kolom "seat" bukan bilangan bulat'),
    "truth for a number": (_first("party", seat=False), 'kolom "seat" bukan bilangan bulat'),
    "number for text": (_first("setting", value=7), 'tabel setting baris 1 kolom "value" bukan teks'),
    "bytes for text": (_first("setting", value=b"x"), 'kolom "value" bukan teks'),
    "text for bytes": (lambda tables: tables.update(content=[{"digest": "0" * 64, "data": "x"}]), "base64"),
    "number too large": (_first("target", number=2**63), "terlalu besar"),
    "NUL": (_first("setting", value="a\0b"), "NUL"),
    "null where something must be": (_first("agreement", title=None), "tabel agreement baris 1 isinya"),
    "what the schema refuses": (_first("agreement", scheme="x"), "tabel agreement baris 1 isinya melanggar"),
    "endless value": (_first("target", value=float("inf")), "tabel target baris 1 isinya melanggar"),
    "row twice": (lambda tables: tables["affair"].append(tables["affair"][-1]), "sama dengan baris sebelum"),
    "name twice": (
        lambda tables: tables["opd"].append({**tables["opd"][0], "code": "LAIN"}), "sama dengan baris sebelum"
    ),
    "row of nothing": (_first("affair", agreement="KB-1999-001"), "tabel affair menunjuk baris tabel"),
    "act that is not there": (_first("journal", act=9999), "tabel journal menunjuk baris tabel act"),
    "value edited": (_first("agreement", title="Lain"), 'kolom "title" tidak sama dengan riwayat'),
    "last bit edited": (_first("target", value=1e-300), 'kolom "value" tidak sama dengan riwayat'),
    "row added": (
        lambda tables: tables["setting"].append({"key": "seat2", "value": "x"}),
        '"seat2": ada, padahal tidak ada menurut riwayat',
    ),
    "row taken away": (lambda tables: tables["affair"].pop(), "tidak ada, padahal ada menurut riwayat"),
    "history edited": (_image("title", "Lain"), "riwayat rusak pada catatan"),
    "who did it edited": (_first("act", who="orang lain"), "riwayat rusak pada catatan 1"),
    "salt edited": (_first("journal", salt="0"), "riwayat rusak pada catatan 1"),
    "act left open": (_first("act", entries=None, link=None), "riwayat rusak pada catatan 1"),
    "image that is no JSON": (_first("journal", new="{"), "tabel journal: isi baris 1 tidak terbaca"),
    "image that is no object": (_first("journal", new="[1]"), "tabel journal: isi baris 1 tidak terbaca"),
    "key that is no list": (_first("journal", key="{}"), "tabel journal: isi baris 1 tidak terbaca"),
    "serial set back": (_first("serial", last=1), "tidak sesuai riwayat"),
    "serials gone": (lambda tables: tables["serial"].clear(), "tidak sesuai riwayat"),
    "file of other bytes": (
        lambda tables: tables.update(content=[{"digest": "0" * 64, "data": b"x"}]), "sidik jarinya"
    ),
}  # fmt: skip


@pytest.mark.parametrize("kind", BAD)
@pytest.mark.parametrize("is_there", [False, True], ids=["new", "after init"])
def test_rows_that_do_not_hold_together_are_refused_with_their_place(
    example_registry: Path, tmp_path: Path, ok: Callable[..., str], kind: str, is_there: bool
) -> None:
    """Nothing is made, nothing is changed."""
    spoil, named = BAD[kind]
    tables, other = taken(example_registry), tmp_path / "lain.db"
    spoil(tables)
    if is_there:
        create(other)
        raw(other, "DROP TRIGGER act_no_update", "UPDATE act SET command = 'init'")
    before = other.read_bytes() if is_there else None
    with pytest.raises(InputFileError) as refusal:
        filled(other, tables)
    assert named in str(refusal.value)
    assert str(refusal.value).startswith('Berkas "uji.json": ')
    assert (other.read_bytes() if other.exists() else None) == before
    assert beside(other) == []


def test_an_embedded_file_without_its_bytes_is_refused(
    tmp_path: Path, ok: Callable[..., str], office: Path
) -> None:
    (tmp_path / "a.pdf").write_bytes(b"isi")
    ok("update", "KB-2024-001", "--file", "a.pdf")
    raw(office, "UPDATE file SET embedded = 1")
    with pytest.raises(InputFileError, match=r'isi berkas "a.pdf" pada KB-2024-001 tidak ada'):
        filled(tmp_path / "lain.db", taken(office))


def test_a_row_changed_behind_the_journals_back_goes_out_and_is_found_on_the_way_in(
    example: Path, tmp_path: Path
) -> None:
    with closing(sqlite3.connect(example, isolation_level=None)) as con:
        behind_its_back(con, "UPDATE agreement SET note = 'x' WHERE id LIKE 'KB-%'")
    with pytest.raises(
        InputFileError, match=r'kolom "note" tidak sama dengan riwayat .dan [0-9]+ baris lain'
    ):
        filled(tmp_path / "lain.db", taken(example))


# -- for the public -------------------------------------------------------------------------------------


@pytest.fixture
def persons(office: Path, ok: Callable[..., str]) -> Path:
    """The office with people in every place where the registry keeps names of people."""
    ok("setting", "set", "signer-name", "Rahasia Satu")
    ok("setting", "set", "signer-id", "Rahasia 2")
    ok("setting", "set", "approver-name", "Rahasia Tiga")
    ok("update", "KB-2024-001", "--signer-name", "Rahasia Empat")
    ok("partner", "add", "Rahasia Lima", "--kind", "perseorangan", "--alias", "Rahasia Enam")
    ok("partner", "add", "Rahasia Tujuh", "--new")
    ok("update", "KB-2024-001", "--partner", "Rahasia Lima")
    ok("partner", "merge", "Rahasia Tujuh", "Rahasia Lima", "--reason", "sama")
    ok(
        "evaluate",
        "PKS-2024-001",
        "--period",
        "2024-S2",
        "--implementation",
        "penuh",
        "--filler",
        "Rahasia 8",
    )
    ok("action", "add", "PKS-2024-001", "--what", "Rapat", "--period", "2024-S2", "--who-acts", "Rahasia 9")
    return office


def test_for_the_public_no_name_of_a_person_goes_out(persons: Path) -> None:
    """Only where the registry knows a name as that: titles and notes are not looked into."""
    tables = taken(persons, public=True)
    assert set(taken(persons)) - set(tables) == {"act", "journal", "event", "erasure", "content"}
    assert "Rahasia" in repr(taken(persons))
    assert "Rahasia" not in repr(tables)
    assert "signer_name" not in tables["party"][0]
    partners = {row["id"]: row["name"] for row in tables["partner"]}
    assert partners == {1: "Universitas Contoh", 2: "PT Maju Contoh", 3: None, 4: None}
    assert tables["partner_alias"] == []


def test_for_the_public_everything_else_goes_out(persons: Path) -> None:
    shown, all_of_it = taken(persons, public=True), taken(persons)
    for table in set(shown) - {"party", "partner", "partner_alias", "setting", "evaluation", "action"}:
        assert shown[table] == all_of_it[table]
    for table in ("party", "evaluation", "action"):
        assert [{**full, **part} for full, part in zip(all_of_it[table], shown[table], strict=True)] == (
            all_of_it[table]
        )


def test_an_alias_of_what_is_no_person_stays(example: Path) -> None:
    aliases: list[Any] = taken(example)["partner_alias"]
    persons = {row["id"] for row in taken(example)["partner"] if row["kind"] == "perseorangan"}
    assert taken(example, public=True)["partner_alias"] == [
        one for one in aliases if one["partner"] not in persons
    ]


def test_a_copy_made_while_nobody_writes_is_the_same(example: Path, tmp_path: Path) -> None:
    """Two readings of two copies of a registry give the same rows in the same order."""
    again = Path(shutil.copy(example, tmp_path / "salinan.db"))
    with closing(sqlite3.connect(again)) as con:
        con.execute("VACUUM")
    assert repr(taken(again)) == repr(taken(example))
