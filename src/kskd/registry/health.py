"""Examining an open registry: what SQLite, the schema, the journal and the rows themselves say of its health."""

import sqlite3
from collections.abc import Callable, Iterator
from contextlib import closing
from datetime import datetime
from pathlib import Path

from kskd.domain.ailment import Symptom
from kskd.registry.copies.backup import is_damage
from kskd.registry.database import require_schema, settle
from kskd.registry.file.opening import checked, connect, translated
from kskd.registry.history import coherence, journal, live_rows, seals
from kskd.registry.schema import images
from kskd.registry.session import Session
from kskd.registry.views.ids import given_numbers

Check = Callable[[sqlite3.Connection], Iterator[Symptom]]

_MOST = 20  # findings of one kind that are told one by one


def examine(path: Path, now: datetime, tell: Callable[[str], None]) -> list[Symptom]:
    """Everything that is wrong inside the registry file, the deepest trouble first.

    Raises RegistryError for a file that is no registry of today's schema, or that another program holds.
    """
    path = checked(path)
    try:
        settle(path, tell)
        with closing(connect(path, "ro")) as con:
            con.execute("BEGIN")
            require_schema(con, path)
            checks = (
                _integrity,
                _schema,
                _chain,
                _rows,
                _breaks,
                _serials,
                _contents,
                _references,
                _coherence,
                _outside,
                lambda con: _clock(con, now),
                _settings,
            )
            found = [symptom for check in checks for symptom in _guarded(con, check)]
    except sqlite3.Error as error:
        if not is_damage(error):
            raise translated(error, path) from error
        return [Symptom("unreadable", path.name, _quoted(error))]
    is_proven = all(one.code != "chain" for one in found)
    return [one if is_proven else one._replace(is_proven=False) for one in found]


def unrecorded(session: Session) -> list[Symptom]:
    """What no act of kskd made: rows that another program changed, and a history that is not as recorded."""
    checks = (_chain, _rows, _breaks, _outside)
    return [symptom for check in checks for symptom in _guarded(session.con, check)]


def _guarded(con: sqlite3.Connection, check: Check) -> Iterator[Symptom]:
    found: list[Symptom] = []
    try:
        found.extend(check(con))
    except (sqlite3.Error, ValueError, TypeError) as error:  # damage can look like any value
        yield Symptom("unreadable", "registri", _quoted(error))
    yield from found[:_MOST]
    if len(found) > _MOST:
        yield Symptom(found[0].code, "registri", f"dan {len(found) - _MOST} lagi yang sejenis")


def _quoted(error: object) -> str:
    """What SQLite itself says, which is English."""
    return f"pesan SQLite: “{error}”"


def _integrity(con: sqlite3.Connection) -> Iterator[Symptom]:
    for (text,) in con.execute("PRAGMA integrity_check"):
        if text != "ok":
            yield Symptom("integrity", "registri", _quoted(text))


def _chain(con: sqlite3.Connection) -> Iterator[Symptom]:
    broken = seals.verify(Session(con)).broken
    if broken is not None:
        yield Symptom("chain", f"catatan {broken}", "isinya tidak lagi seperti saat dicatat")


def _rows(con: sqlite3.Connection) -> Iterator[Symptom]:
    for stray in live_rows.strays(con):
        where = " ".join((stray.table, *map(str, stray.key)))
        if stray.live is None:
            yield Symptom("row", where, "baris hilang")
        elif stray.last is None:
            yield Symptom("row", where, "baris muncul tanpa riwayat")
        else:
            last = ", ".join(f"{name}: {stray.last[name]} → {stray.live[name]}" for name in stray.differing)
            yield Symptom("row", where, last)


def _breaks(con: sqlite3.Connection) -> Iterator[Symptom]:
    for one in live_rows.breaks(con):
        where = " ".join((one.table, *map(str, one.key)))
        if one.told is None or one.found is None:
            what = "baris hilang" if one.found is None else "baris muncul tanpa riwayat"
        else:
            what = ", ".join(f"{name}: {one.told[name]} → {one.found[name]}" for name in one.differing)
        yield Symptom("break", where, f"{what}; sebelum catatan {one.act}")


def _serials(con: sqlite3.Connection) -> Iterator[Symptom]:
    wanted, held = given_numbers(con), _held_serials(con)
    for doc, year in sorted(wanted.keys() | held.keys(), key=str):
        last, should = held.get((doc, year)), wanted.get((doc, year))
        if last != should:
            yield Symptom(
                "serial", f"{str(doc).upper()}-{year}", f"tercatat {last}, menurut riwayat {should}"
            )


def _contents(con: sqlite3.Connection) -> Iterator[Symptom]:
    from hashlib import sha256

    for digest, data in con.execute("SELECT digest, data FROM content"):
        if sha256(data).hexdigest() != digest:
            yield Symptom("content", f"{digest[:12]}…", "isi tidak sesuai sidik jari")


def _references(con: sqlite3.Connection) -> Iterator[Symptom]:
    for table, key in coherence.orphans(con):
        yield Symptom("reference", f"{table} {key}", "menunjuk baris yang tidak ada")


def _coherence(con: sqlite3.Connection) -> Iterator[Symptom]:
    for fault in coherence.faults(con):
        yield Symptom("coherence", " / ".join(f"{table} {key}" for table, key in fault.rows), fault.words)


def _outside(con: sqlite3.Connection) -> Iterator[Symptom]:
    for entry in journal.outside(Session(con)):
        where = " ".join((entry.table, *map(str, entry.key)))
        if entry.old is None or entry.new is None:
            yield Symptom("outside", where, "baris baru" if entry.old is None else "baris dihapus")
        else:
            old, new = entry.old, entry.new
            changed = [f"{name}: {old.get(name)} → {new[name]}" for name in new if old.get(name) != new[name]]
            yield Symptom("outside", where, ", ".join(changed))


def _clock(con: sqlite3.Connection, now: datetime) -> Iterator[Symptom]:
    before = ""
    for number, at in con.execute("SELECT id, at FROM act ORDER BY id"):
        if at[:10] > now.date().isoformat():
            yield Symptom("clock", f"catatan {number}", f"bertanggal {at[:10]}, sesudah hari ini")
        if at[:10] < before[:10]:
            yield Symptom(
                "clock", f"catatan {number}", f"bertanggal {at[:10]}, padahal sebelumnya {before[:10]}"
            )
        before = at


def _settings(con: sqlite3.Connection) -> Iterator[Symptom]:
    from kskd.domain.settings import SETTINGS
    from kskd.errors import KskdError

    for key, value in con.execute("SELECT key, value FROM setting ORDER BY key"):
        try:
            if key not in SETTINGS:
                yield Symptom("setting", str(key), "pengaturan tidak dikenal")
            elif SETTINGS[key].read(value) != value:
                yield Symptom("setting", str(key), "nilainya tidak seperti yang disimpan kskd")
        except KskdError as error:
            yield Symptom("setting", str(key), str(error))


# -- the schema -------------------------------------------------------------------------------------------

_OBJECTS = (
    "SELECT type, name, sql FROM sqlite_schema WHERE name NOT LIKE 'sqlite#_%' ESCAPE '#'"
    " ORDER BY type = 'trigger', type = 'index', name"  # in the order in which they can be made
)
_HISTORY = {"act", "journal"}  # an empty history is worse than none
_MARKS = "SELECT * FROM personal_field ORDER BY tbl, col"
_KINDS = {"trigger": "pemicu", "view": "tampilan (view)", "column": "kolom hitungan"}
_STEPS = "SELECT name FROM _sqlite_migrations ORDER BY id"


def _schema(con: sqlite3.Connection) -> Iterator[Symptom]:
    with closing(_fresh()) as fresh:
        wanted = {name: (kind, sql) for kind, name, sql in fresh.execute(_OBJECTS)}
        held = {name: (kind, sql) for kind, name, sql in con.execute(_OBJECTS)}
        strange = images.intruders(con)
        for one in strange:
            yield Symptom("intruder", one.where, f"{_KINDS[one.kind]} bukan buatan kskd")
        names = {one.name for one in strange if one.kind != "column"}
        for name in sorted(wanted.keys() | held.keys()):
            if name not in held:
                yield Symptom("schema", name, "tidak ada")
            elif name in names:
                continue
            elif name not in wanted:
                yield Symptom("foreign", name, "bukan buatan kskd")
            elif _squeezed(held[name][1]) != _squeezed(wanted[name][1]):
                yield Symptom("schema", name, "lain daripada buatan kskd")
        for query, name in ((_MARKS, "personal_field"), (_STEPS, "_sqlite_migrations")):
            if fresh.execute(query).fetchall() != con.execute(query).fetchall():
                yield Symptom("schema", name, "isinya lain daripada buatan kskd")


def _squeezed(sql: str | None) -> str:
    """The SQL of an object apart from white space, which ALTER TABLE lays in its own way."""
    return "".join((sql or "").split())


def _fresh() -> sqlite3.Connection:
    """An empty registry in memory, as this kskd makes it."""
    from kskd.registry.schema import migrations

    con = sqlite3.connect(":memory:", isolation_level=None)
    con.execute("BEGIN")
    migrations.apply(con)
    con.execute("COMMIT")
    return con


# -- mending ----------------------------------------------------------------------------------------------


def mend(session: Session) -> list[str]:
    """Mend, inside the caller's act, what can be mended without losing anything; gives what was done, in words.

    Rows get the image that the history has of them, serials the last number that it knows. Nothing is mended
    from a history that is itself not whole.
    """
    done: list[str] = []
    if seals.verify(session).broken not in {None, seals.open_number(session)}:
        return done
    for stray in live_rows.strays(session.con):
        live_rows.put_back(session.con, stray)
        done.append(f"{stray.table} {' '.join(map(str, stray.key))} dikembalikan menurut riwayat")
    wanted = given_numbers(session.con)
    if wanted != _held_serials(session.con):
        session.con.execute("DELETE FROM serial")
        session.con.executemany(
            "INSERT INTO serial VALUES (?, ?, ?)", [(*key, last) for key, last in wanted.items()]
        )
        done.append("nomor urut dihitung lagi")
    return done


def mend_schema(session: Session) -> list[str]:
    """Take out what other programs put in and make anew what is missing of tables, indexes, triggers and marks;
    gives what was done, in words.

    Runs before an act is opened, too: without its triggers an act would leave no history.
    """
    done = [f"{where} dihapus" for where in images.drop_intruders(session.con)]
    with closing(_fresh()) as fresh:
        held = {name for _, name, _ in session.con.execute(_OBJECTS)}
        for _, name, sql in fresh.execute(_OBJECTS).fetchall():
            if name not in held and name not in _HISTORY:
                session.con.execute(sql)
                done.append(f"{name} dibuat lagi")
        marks = fresh.execute(_MARKS).fetchall()
    if session.con.execute(_MARKS).fetchall() != marks:
        session.con.execute("DELETE FROM personal_field")
        session.con.executemany(
            f"INSERT INTO personal_field VALUES ({', '.join('?' * len(marks[0]))})", marks
        )
        done.append("tanda data pribadi dipulihkan")
    return done


def _held_serials(con: sqlite3.Connection) -> dict[tuple[str, int], int]:
    return {(doc, year): last for doc, year, last in con.execute("SELECT doc, year, last FROM serial")}
