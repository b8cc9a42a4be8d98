"""What ``doctor`` sees inside a registry, and what it mends from the history alone."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from kskd.domain.ailment import AILMENTS
from kskd.domain.finding import Severity
from kskd.errors import RegistryError
from kskd.registry import health
from kskd.registry.copies import transfer
from kskd.registry.database import repairing, snapshot, writing
from tests.registry.harness import ACT, dump, raw

if TYPE_CHECKING:
    from pathlib import Path

pytestmark = pytest.mark.slow

BLIND = "DROP TRIGGER journal_{0}_{1}"
UNGUARD = ("DROP TRIGGER journal_no_update", "DROP TRIGGER journal_no_delete", "DROP TRIGGER act_no_update")

# What is done behind kskd's back, and the codes of what is then seen, dropped triggers aside.
DAMAGES: list[tuple[tuple[str, ...], set[str]]] = [
    ((BLIND.format("party", "update"), "UPDATE party SET number = 'X' WHERE seat = 0"), {"row"}),
    ((BLIND.format("target", "update"), "UPDATE target SET value = value + 1e-9"), {"row"}),
    ((BLIND.format("scope_item", "delete"), "DELETE FROM scope_item WHERE number = 1"), {"row"}),
    ((BLIND.format("affair", "insert"), "INSERT INTO affair VALUES ('KB-2024-001', '1.01')"), {"row"}),
    (("UPDATE serial SET last = last + 1 WHERE doc = 'kb'",), {"serial"}),
    (("DELETE FROM serial WHERE doc = 'pks'",), {"serial"}),
    (("UPDATE setting SET value = 'Kota Lain' WHERE key = 'name'",), {"outside"}),
    (("INSERT INTO setting VALUES ('warna', 'merah')",), {"outside", "setting"}),
    (("INSERT INTO setting VALUES ('soon-days', '0')",), {"outside", "setting"}),
    (("DROP INDEX agreement_end",), set()),
    (("CREATE TABLE lain (a)",), {"foreign"}),
    (("CREATE TRIGGER jebakan AFTER INSERT ON party BEGIN SELECT 1; END",), {"intruder"}),
    (("CREATE VIEW pandangan AS SELECT 1",), {"intruder"}),
    (
        ("CREATE TABLE lain (a)", "CREATE TRIGGER lain_saja AFTER INSERT ON lain BEGIN SELECT 1; END"),
        {"foreign"},
    ),
    (("UPDATE personal_field SET only_value = 'pemda' WHERE tbl = 'partner'",), set()),
    ((*UNGUARD, "UPDATE journal SET new = replace(new, 'Gizi', 'Gigi')"), {"chain", "row"}),
    ((*UNGUARD, "UPDATE journal SET salt = 'x' WHERE seq = 3"), {"chain"}),
    ((*UNGUARD, "UPDATE act SET at = '2024-01-01T00:00:00+00:00' WHERE id = 3"), {"chain", "clock"}),
    ((*UNGUARD, "DELETE FROM journal WHERE seq = 3"), {"chain", "row"}),
    (("INSERT INTO content VALUES ('" + "0" * 64 + "', x'00')",), {"content"}),
    (
        ("PRAGMA foreign_keys = OFF", BLIND.format("opd", "delete"), "DELETE FROM opd WHERE code = 'DINKES'"),
        {"reference", "row"},
    ),
    (
        (BLIND.format("agreement", "update"), "UPDATE agreement SET void_reason = 'x' WHERE doc = 'kb'"),
        {"row", "coherence"},
    ),
    (
        (BLIND.format("fact", "insert"), "INSERT INTO fact VALUES ('KB-2024-001', 'own_warna', 'merah')"),
        {"row", "coherence"},
    ),
]
SCHEMA_TOUCHED = ("DROP", "UPDATE personal_field")


def _id(value: tuple[str, ...] | set[str]) -> str:
    """The same in every process, which the order of a set is not."""
    return " ".join(value if isinstance(value, tuple) else sorted(value) or ["-"])[:60]


@pytest.fixture
def office(office_bytes: bytes, tmp_path: Path) -> Path:
    """A small office."""
    (tmp_path / "kskd.db").write_bytes(office_bytes)
    return tmp_path / "kskd.db"


def _codes(path: Path) -> set[str]:
    return {one.code for one in health.examine(path, ACT.at, lambda _: None)}


def _mend(path: Path) -> list[str]:
    with repairing(path) as session:
        done = health.mend_schema(session)
    with writing(path, ACT) as session:
        done += health.mend(session)
        session.con.execute("INSERT INTO event (kind, detail) VALUES ('repair', 'uji')")
    return done


def test_a_sound_registry_has_no_symptom(office: Path, example: Path) -> None:
    assert _codes(office) == set()
    assert {one.code for one in health.examine(example, ACT.at, lambda _: None)} <= {"clock"}


@pytest.mark.parametrize(("statements", "codes"), DAMAGES, ids=_id)
def test_every_damage_is_seen_for_what_it_is(
    office: Path, statements: tuple[str, ...], codes: set[str]
) -> None:
    raw(office, *statements)
    is_schema = any(one.startswith(SCHEMA_TOUCHED) for one in statements)
    assert _codes(office) == codes | ({"schema"} if is_schema else set())


MENDED = {"row", "serial"}
SAFE = [(statements, codes) for statements, codes in DAMAGES if codes and codes <= MENDED]


@pytest.mark.parametrize(("statements", "codes"), SAFE, ids=_id)
def test_what_the_history_knows_is_put_back_as_it_was(
    office: Path, statements: tuple[str, ...], codes: set[str]
) -> None:
    with snapshot(office) as session:
        before = {table: list(rows) for table, rows in transfer.read_tables(session, public=True)}
    raw(office, *statements)
    assert _mend(office)
    with snapshot(office) as session:
        assert {table: list(rows) for table, rows in transfer.read_tables(session, public=True)} == before
    assert _codes(office) == set()
    dump(office)  # sound, its chain unbroken


def test_lost_triggers_and_indexes_are_made_again_and_work(office: Path) -> None:
    raw(office, "DROP TRIGGER journal_party_update", "DROP INDEX agreement_end", "DELETE FROM personal_field")
    assert len(_mend(office)) == 3
    assert _codes(office) == set()
    raw(office, "UPDATE party SET number = 'X' WHERE seat = 0")
    assert _codes(office) == {"outside"}


def test_rows_are_never_put_back_from_a_history_that_is_not_whole(office: Path) -> None:
    """The damage may be in the history: then only a backup helps."""
    raw(office, *UNGUARD, "UPDATE journal SET new = replace(new, 'Gizi', 'Gigi')")
    before = {table: rows for table, rows in dump_unverified(office).items() if table == "scope_item"}
    _mend(office)
    assert dump_unverified(office)["scope_item"] == before["scope_item"]


def dump_unverified(path: Path) -> dict[str, list[tuple[object, ...]]]:
    """The rows as they are, whatever the chain says."""
    with snapshot(path) as session:
        return {
            table: session.con.execute(f"SELECT * FROM {table} ORDER BY 1, 2").fetchall()  # noqa: S608
            for table in ("scope_item", "party")
        }


def test_many_of_a_kind_are_told_in_short(office: Path) -> None:
    raw(
        office,
        BLIND.format("setting", "insert"),
        "WITH RECURSIVE n (at) AS (SELECT 1 UNION ALL SELECT at + 1 FROM n WHERE at < 40)"
        " INSERT INTO setting SELECT 'x' || at, 'y' FROM n",
    )
    rows = [one for one in health.examine(office, ACT.at, lambda _: None) if one.code == "row"]
    assert len(rows) == 21
    assert rows[-1].seen == "dan 20 lagi yang sejenis"


def test_what_is_no_registry_is_refused_as_everywhere(tmp_path: Path) -> None:
    with pytest.raises(RegistryError, match="tidak ditemukan"):
        health.examine(tmp_path / "tiada.db", ACT.at, lambda _: None)


def test_a_torn_file_is_told_not_thrown(office: Path) -> None:
    whole_file = office.read_bytes()
    for size in (4096 * 3, len(whole_file) // 2, len(whole_file) - 4096):
        office.write_bytes(whole_file[:size])
        assert _codes(office) & {"unreadable", "integrity"}


def test_every_ailment_explains_itself_and_what_to_do() -> None:
    for code, one in AILMENTS.items():
        assert code == one.code
        assert one.severity in set(Severity)
        assert one.explain.endswith(".")
        assert one.remedy.endswith(".")
        assert one.can_fix == ("--fix" in one.remedy)
