"""The whole registry as rows: out in a fixed order, and in again only where everything about them holds."""

import json
import sqlite3
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import NamedTuple

from kskd.domain.values.text import quote
from kskd.errors import refusal
from kskd.registry.history import live_rows, seals
from kskd.registry.history.erasure import PersonalField, personal_fields
from kskd.registry.schema import migrations
from kskd.registry.schema.images import columns_of, table_names
from kskd.registry.session import Session
from kskd.registry.views.ids import given_numbers

Row = Mapping[str, object]

_OF_THE_SCHEMA = {"_sqlite_migrations", "personal_field"}  # its steps fill them
_NOT_PUBLIC = {"act", "journal", "event", "erasure", "content"}
_PUBLIC_ROWS = {"official": "t.agreement IS NULL"}  # whom to ask about a document is nobody else's matter
_OF_THE_OFFICE = {
    "setting",
    "instrument",
    "opd",
    "opd_alias",
    "holiday",
    "own_field",
}  # whole beside some documents
_OF_INIT = {"setting", "instrument", "act", "journal"}
_KINDS: dict[str, tuple[tuple[type, ...], str]] = {
    "INTEGER": ((int,), "bilangan bulat"),
    "REAL": ((float, int), "bilangan"),
    "TEXT": ((str,), "teks"),
    "BLOB": ((bytes,), "isi base64"),
}


class Filled(NamedTuple):
    """What came in: documents, acts, and the head of their chain (see ``seals.head``)."""

    agreements: int
    acts: int
    head: str | None


# -- out ------------------------------------------------------------------------------------------------


def read_tables(
    session: Session, *, public: bool, only: Collection[str] | None = None
) -> Iterator[tuple[str, Iterator[Row]]]:
    """Every table by name with its rows by primary key, one at a time; take them before the next table.

    With ``public`` neither the history nor what names a person (table ``personal_field`` says where). With
    ``only`` documents of these ids, all that hangs on them, the bare rows of those that they point to
    (``read_beside``), and what the office works with; neither history nor rounds of the office.
    """
    for table in _tables(session.con):
        if public and table in _NOT_PUBLIC:
            continue
        if only is None:
            yield table, _rows(session, table, public=public)
        elif among := _among(session.con, table):
            yield table, _rows(session, table, public=public, among=among, only=only)


_POINTED = (
    "WITH RECURSIVE pointed (id) AS (SELECT value FROM json_each(:only) UNION SELECT q.id FROM pointed JOIN agreement AS a"
    " ON a.id = pointed.id JOIN agreement AS q ON q.id IN (a.parent, a.predecessor)"
    " OR q.id IN (SELECT other FROM relation WHERE relation.agreement = a.id)) SELECT id FROM pointed"
)
_MET = (
    "WITH RECURSIVE met (id) AS (SELECT partner FROM party WHERE agreement IN (SELECT value FROM json_each(:only))"
    " UNION SELECT partner FROM clock WHERE agreement IN (SELECT value FROM json_each(:only))"
    " UNION SELECT partner FROM official WHERE agreement IN (SELECT value FROM json_each(:only))"
    " UNION SELECT merged_into FROM met JOIN partner USING (id)) SELECT id FROM met"
)
_AMONG = {
    "agreement": f"t.id IN ({_POINTED})",
    "partner": f"t.id IN ({_MET})",
    "partner_alias": f"t.partner IN ({_MET})",
    "content": "t.digest IN (SELECT digest FROM file WHERE agreement IN (SELECT value FROM json_each(:only)))",
    "source_file": "t.id IN (SELECT file FROM source WHERE agreement IN (SELECT value FROM json_each(:only)))",
}


def _among(con: sqlite3.Connection, table: str) -> str | None:
    """Which rows of a table go with some documents, as SQL; None where none does."""
    if table in _OF_THE_OFFICE:
        return "1"
    if "agreement" in columns_of(con, table)[0]:
        return "t.agreement IN (SELECT value FROM json_each(:only))"
    return _AMONG.get(table)


def read_beside(session: Session, only: Collection[str]) -> list[str]:
    """Ids of documents that these are derived from or follow, directly or through others, and that are not among them."""
    rows = session.con.execute(f"{_POINTED} ORDER BY id", {"only": json.dumps(list(only))})
    return [one for (one,) in rows if one not in set(only)]


def _tables(con: sqlite3.Connection) -> list[str]:
    names = con.execute("SELECT name FROM sqlite_schema WHERE type = 'table' ORDER BY name")
    return [name for (name,) in names if name in table_names() and name not in _OF_THE_SCHEMA]


def _rows(
    session: Session, table: str, *, public: bool, among: str = "1", only: Collection[str] = ()
) -> Iterator[Row]:
    columns, key = columns_of(session.con, table)
    values = {name: f"t.{name}" for name in columns}
    where = "1"
    if public:
        where = _hide(session, table, values, key)
    order = ", ".join(f"t.{name}" for name in key)
    names = tuple(values)
    for row in session.con.execute(
        f"SELECT {', '.join(values.values())} FROM {table} AS t WHERE {where} AND {among} ORDER BY {order}",
        {"only": json.dumps(list(only))},
    ):
        yield dict(zip(names, row, strict=True))


def _hide(session: Session, table: str, values: dict[str, str], key: Collection[str]) -> str:
    """Take what is personal out of ``values`` (SQL by column); gives the condition for the rows that stay."""
    where = [_PUBLIC_ROWS.get(table, "1")]
    for field in personal_fields(session):
        if field.table != table:
            continue
        column, condition = field.column, _is_marked(session.con, field)
        if condition is None:
            del values[column]
        elif column in key or table in {
            "setting",
            "fact",
        }:  # a row without its key, or its value, would be none
            where.append(f"NOT {condition}")
        else:
            values[column] = f"CASE WHEN {condition} THEN NULL ELSE t.{column} END"
    return " AND ".join(where)


def _is_marked(con: sqlite3.Connection, field: PersonalField) -> str | None:
    """Whether a row is one of those that hold personal data, as SQL; None where all of the table do.

    The column that tells stands in the row, or in the one that it points to: an alias is as personal as its
    partner, and so is a partner that was merged into a person.
    """
    if field.only is None:
        return None
    table, (only, values) = field.table, field.only
    quoted = [con.execute("SELECT quote(?)", (value,)).fetchone()[0] for value in values]
    wanted = f"IN ({', '.join(quoted)})"
    found = [f"t.{only} {wanted}"] if only in columns_of(con, table)[0] else []
    pointers = con.execute('SELECT "table", "from", "to" FROM pragma_foreign_key_list(?)', (table,))
    found += [
        f"EXISTS (SELECT 1 FROM {parent} AS p WHERE p.{theirs} = t.{ours} AND p.{only} {wanted})"
        for parent, ours, theirs in pointers.fetchall()
        if only in columns_of(con, parent)[0]
    ]
    return f"({' OR '.join(found)})" if found else None


# -- in -------------------------------------------------------------------------------------------------


def require_empty(con: sqlite3.Connection, path: Path) -> None:
    """Refuse a registry that holds more than ``init`` put there."""
    names = con.execute(
        "SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite#_%' ESCAPE '#'"
    )
    every = {name for (name,) in names} - _OF_THE_SCHEMA
    held = {name for name in every if con.execute(f'SELECT 1 FROM "{name}" LIMIT 1').fetchone()}
    acts = con.execute("SELECT command FROM act LIMIT 2").fetchall() if "act" in held else []
    outside = con.execute("SELECT 1 FROM journal WHERE act IS NULL").fetchone() if "journal" in held else None
    if held - _OF_INIT or acts not in ([], [("init",)]) or outside:
        raise refusal("import-into-full-registry", path=path)


def clear(con: sqlite3.Connection) -> None:
    """Drop whatever the file holds, what points before what is pointed to."""
    things = con.execute(
        "SELECT type, name FROM sqlite_schema WHERE type IN ('table', 'view', 'trigger')"
        " AND name NOT LIKE 'sqlite#_%' ESCAPE '#' ORDER BY rowid DESC"
    )
    for kind, name in things.fetchall():
        con.execute(f'DROP {kind} IF EXISTS "{name}"')


def fill(session: Session, source: str, schema: int, tables: Mapping[str, Iterable[Row]]) -> Filled:
    """Put exported rows of a schema into a file without any table (``database.filling``), and bring it to SCHEMA.

    No journal trigger stands while the rows go in: their history comes with them, and all of it is checked
    before the block may end. InputFileError says where in ``source`` something does not hold.
    """
    migrations.make_tables(session.con, schema)
    session.con.execute("PRAGMA defer_foreign_keys = ON")
    _require_names(source, "tabel", tables, _tables(session.con))
    # As the schema makes them, what is pointed to first: while anything points nowhere yet, SQLite looks
    # through all that could point to each new row, which takes the square of the number of documents.
    for (table,) in session.con.execute(
        "SELECT name FROM sqlite_schema WHERE type = 'table' ORDER BY rowid"
    ).fetchall():
        if table in tables:
            _insert(session.con, source, table, tables[table])
    migrations.apply(session.con)
    _require_sound(session, source)
    (agreements,) = session.con.execute("SELECT count(*) FROM agreement").fetchone()
    (acts,) = session.con.execute("SELECT count(*) FROM act").fetchone()
    head = seals.head(session.con)
    return Filled(agreements, acts, head[1] if head else None)


def _insert(con: sqlite3.Connection, source: str, table: str, rows: Iterable[Row]) -> None:
    import sqlite3

    columns, _ = columns_of(con, table)
    sql = f"INSERT INTO {table} ({', '.join(columns)}) VALUES ({', '.join(f':{name}' for name in columns)})"
    for at, row in enumerate(rows, 1):
        place = f"tabel {table} baris {at}"
        if row.keys() != columns.keys():
            _require_names(source, f"{place}: kolom", row, columns)
        for name, value in row.items():
            if value is not None and (what := _misfit(columns[name], value)):
                raise refusal("export-value-misfit", file=source, place=place, column=quote(name), what=what)
        try:
            con.execute(sql, row)
        except sqlite3.Error as error:
            is_double = error.sqlite_errorcode in {
                sqlite3.SQLITE_CONSTRAINT_PRIMARYKEY,
                sqlite3.SQLITE_CONSTRAINT_ROWID,
                sqlite3.SQLITE_CONSTRAINT_UNIQUE,
            }
            code = "export-row-twice" if is_double else "export-row-unlawful"
            raise refusal(code, file=source, place=place) from error


def _require_names(source: str, what: str, given: Collection[str], known: Collection[str]) -> None:
    missing = [name for name in known if name not in given]
    if missing:
        raise refusal("export-name-missing", file=source, what=what, name=quote(missing[0]))
    strange = [name for name in given if name not in known]
    if strange:
        raise refusal("export-name-unknown", file=source, what=what, name=quote(strange[0]))


def _misfit(kind: str, value: object) -> str | None:
    """What is wrong with a value for a column of this type, if anything."""
    types, word = _KINDS[kind]
    if not isinstance(value, types) or isinstance(value, bool):
        return f"bukan {word}"
    if isinstance(value, int) and not -(2**63) <= value < 2**63:
        return "bilangannya terlalu besar"
    if isinstance(value, str) and "\0" in value:
        return "memuat karakter NUL"
    return None


def _require_sound(session: Session, source: str) -> None:
    """Everything that must hold between rows, the history first, since the rest is compared with it."""
    loose = session.con.execute("PRAGMA foreign_key_check").fetchone()
    if loose is not None:
        raise refusal("export-row-points-nowhere", file=source, table=loose[0], parent=loose[2])
    unread = session.con.execute(
        "SELECT seq FROM journal WHERE NOT (json_valid(key) AND json_valid(coalesce(old, '{}'))"
        " AND json_valid(coalesce(new, '{}')) AND iif(json_valid(key), json_type(key) = 'array', 0)"
        " AND iif(json_valid(old), json_type(old) = 'object', old IS NULL)"
        " AND iif(json_valid(new), json_type(new) = 'object', new IS NULL)) ORDER BY seq LIMIT 1"
    ).fetchone()
    if unread is not None:
        raise refusal("export-journal-unreadable", file=source, line=unread[0])
    if seals.head(session.con) is None:
        raise refusal("export-history-empty", file=source)
    broken = seals.verify(session).broken
    if broken is not None:
        raise refusal("export-history-broken", file=source, act=broken)
    _require_no_stray(source, live_rows.strays(session.con))
    _require_contents(session.con, source)
    _require_serials(session.con, source)


def _require_no_stray(source: str, strays: Sequence[live_rows.Stray]) -> None:
    if not strays:
        return
    first = strays[0]
    if first.live is None:
        what = "tidak ada, padahal ada menurut riwayat"
    elif first.last is None:
        what = "ada, padahal tidak ada menurut riwayat"
    else:
        what = f"kolom {', '.join(map(quote, first.differing))} tidak sama dengan riwayat"
    more = f" (dan {len(strays) - 1} baris lain)" if len(strays) > 1 else ""
    raise refusal(
        "export-row-against-history",
        file=source,
        table=first.table,
        row=quote(" ".join(map(str, first.key))),
        what=f"{what}{more}",
    )


def _require_contents(con: sqlite3.Connection, source: str) -> None:
    """The bytes of embedded files are not journalled; their digests are."""
    from hashlib import sha256

    for digest, data in con.execute("SELECT digest, data FROM content"):
        if sha256(data).hexdigest() != digest:
            raise refusal("export-content-changed", file=source, digest=digest[:12])
    lost = con.execute(
        "SELECT agreement, path FROM file WHERE embedded AND digest NOT IN (SELECT digest FROM content)"
    ).fetchone()
    if lost is not None:
        raise refusal("export-content-missing", file=source, name=quote(lost[1]), id=lost[0])


def _require_serials(con: sqlite3.Connection, source: str) -> None:
    """No number that was ever given may be given again; the serials are not journalled, the ids are."""
    wanted = given_numbers(con)
    held = {(doc, year): last for doc, year, last in con.execute("SELECT doc, year, last FROM serial")}
    for doc, year in sorted(wanted.keys() | held.keys()):
        if held.get((doc, year)) != wanted.get((doc, year)):
            raise refusal("export-serial-wrong", file=source, series=f"{doc.upper()}-{year}")
