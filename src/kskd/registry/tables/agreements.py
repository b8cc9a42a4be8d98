"""Agreement rows: whole documents in and out, and the next id."""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING, Any

from kskd.domain.document.agreement import Agreement, FileLink, PaperSigner, Party, Relation, format_id
from kskd.domain.document.chain import Doc, RelationKind, Scheme
from kskd.domain.document.ending import Ending
from kskd.domain.document.ends import EndKind
from kskd.domain.document.term import Term
from kskd.domain.values.days import Day
from kskd.registry.tables import amendments
from kskd.registry.twins.adendums import ORDER
from kskd.registry.twins.documents import CARRIES_ON_NOW
from kskd.registry.values import day, iso

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Callable, Collection, Iterable, Mapping

    from kskd.domain.field import Value
    from kskd.registry.session import Session

# Columns of a document's row with a place of their own in ``Agreement``; those of plain fields are all others.
_OWN = (
    "id",
    "doc",
    "scheme",
    "lead_opd",
    "entered_on",
    "signed_on",
    "starts_on",
    "end_kind",
    "ends_on",
    "end_condition",
    "end_typed",
    "duration_typed",
    "parent",
    "predecessor",
    "void_reason",
    "ended_on",
    "end_ground",
)


def next_id(session: Session, doc: Doc, year: int) -> str:
    """Take the next id of this kind and year; it is never given again."""
    (number,) = session.con.execute(
        "INSERT INTO serial (doc, year, last) VALUES (?, ?, 1)"
        " ON CONFLICT (doc, year) DO UPDATE SET last = last + 1 RETURNING last",
        (doc, year),
    ).fetchone()
    return format_id(doc, year, number)


def insert_agreement(session: Session, agreement: Agreement) -> None:
    """Add a document with all that belongs to it; its id comes from ``next_id``."""
    plain = _plain_columns(session.con)
    row = _row(agreement, plain)
    names = ", ".join(row)
    session.con.execute(
        f"INSERT INTO agreement ({names}) VALUES ({', '.join(f':{name}' for name in row)})",
        row,
    )
    for table, rows in _child_rows(agreement, plain).items():
        _insert_children(session.con, table, rows.values())


def update_agreement(session: Session, old: Agreement, new: Agreement) -> None:
    """Write what differs between the two, row by row, so that the journal shows just that."""
    # A further number goes and comes back with its party, whose row is another where another partner sits.
    session.con.execute("PRAGMA defer_foreign_keys = ON")
    plain = _plain_columns(session.con)
    before, after = _row(old, plain), _row(new, plain)
    changed = {name: value for name, value in after.items() if value != before[name]}
    if changed:
        session.con.execute(
            f"UPDATE agreement SET {', '.join(f'{name} = :{name}' for name in changed)} WHERE id = :id",
            {**changed, "id": new.id},
        )
    old_children, new_children = _child_rows(old, plain), _child_rows(new, plain)
    for table, keys in reversed(_CHILD_KEYS.items()):  # what hangs on a row goes before it
        where = " AND ".join(f"{name} IS ?" for name in keys)
        for key in [key for key in old_children[table] if key not in new_children[table]]:
            session.con.execute(f"DELETE FROM {table} WHERE agreement = ? AND {where}", (new.id, *key))
    for table, keys in _CHILD_KEYS.items():
        was, now = old_children[table], new_children[table]
        for key, row in now.items():
            if key in was and was[key] != row:
                _update_child(session.con, table, keys, was[key], row)
        _insert_children(session.con, table, (row for key, row in now.items() if key not in was))


# What hangs on a document: field, columns (the owner first), source, owner column, order, and how a row reads.
_LIVE = "(SELECT * FROM agreement WHERE void_reason IS NULL)"
_SUPPORTING, _LEADING = (
    f"(SELECT * FROM support_opd WHERE as_lead = '{is_one}')" for is_one in ("no", "yes")
)
_CARRIES_ON = f"(SELECT * FROM agreement WHERE {CARRIES_ON_NOW})"
_PARTS: tuple[tuple[str, str, str, str, str, Callable[..., object]], ...] = (
    (
        "parties",
        "agreement, seat, coalesce(p.name, s.value), partner, number,"
        " signer_office, signer_name, power_number, power_date, contribution, brings, joined_on, left_on",
        "party LEFT JOIN partner AS p ON p.id = partner LEFT JOIN setting AS s ON s.key = 'name'",
        "agreement",
        "agreement, seat",
        lambda seat, name, partner, number, office, person, power, on, worth, brings, joined, left: Party(
            seat,
            name,
            partner,
            number,
            PaperSigner(office, person, power, day(on)),
            worth,
            brings,
            joined=Day.parse(joined),
            left=Day.parse(left),
        ),
    ),
    (
        "further",
        "agreement, seat, number",
        "further_number",
        "agreement",
        "agreement, seat, position",
        lambda seat, number: (seat, number),
    ),
    ("support_opds", "agreement, opd", _SUPPORTING, "agreement", "agreement, opd", str),
    ("co_leads", "agreement, opd", _LEADING, "agreement", "agreement, opd", str),
    ("affairs", "agreement, code", "affair", "agreement", "agreement, code", str),
    ("scope", "agreement, text", "scope_item", "agreement", "agreement, number", str),
    (
        "files",
        "agreement, path, digest, size, embedded",
        "file",
        "agreement",
        "agreement, path",
        lambda path, digest, size, embedded: FileLink(path, digest, size, bool(embedded)),
    ),
    (
        "facts",
        "agreement, key, value",
        "fact",
        "agreement",
        "agreement, key",
        lambda key, value: (key, value),
    ),
    (
        "amendments",
        amendments.COLUMNS,
        "amendment AS m",
        "agreement",
        f"agreement, {ORDER}",
        amendments.from_row,
    ),
    (
        "relations",
        "agreement, kind, other",
        "relation",
        "agreement",
        "agreement, kind, other",
        lambda kind, other: Relation(RelationKind(kind), other),
    ),
    (
        "related",
        "other, kind, agreement",
        f"(SELECT * FROM relation AS r WHERE EXISTS (SELECT 1 FROM {_LIVE} AS a WHERE a.id = r.agreement))",
        "other",
        "other, kind, agreement",
        lambda kind, other: Relation(RelationKind(kind).reverse, other),
    ),
    ("children", "parent, id", _LIVE, "parent", "length(id), id", str),
    ("successor", "predecessor, id", _CARRIES_ON, "predecessor", "id", str),
)


def read_agreements(session: Session, ids: Iterable[str] | None = None) -> dict[str, Agreement]:
    """Whole documents by id: all of them in order of id, or those named."""
    where = "" if ids is None else "IN (SELECT value FROM json_each(?))"
    params = () if ids is None else (json.dumps(list(ids)),)
    parts: dict[str, dict[str, list[object]]] = {}
    for field, columns, source, owner, order, make in _PARTS:
        condition = where or "IS NOT NULL"
        for key, *values in session.con.execute(
            f"SELECT {columns} FROM {source} WHERE {owner} {condition} ORDER BY {order}", params
        ):
            parts.setdefault(key, {}).setdefault(field, []).append(make(*values))
    found = session.con.execute(
        f"SELECT * FROM agreement {where and f'WHERE id {where}'}"
        " ORDER BY substr(id, 1, instr(id, '-') + 4), length(id), id",
        params,
    )
    names = [column[0] for column in found.description]
    rows = (dict(zip(names, row, strict=True)) for row in found)
    return {row["id"]: _agreement(row, parts.get(row["id"], {})) for row in rows}


def read_agreement(session: Session, agreement: str) -> Agreement:
    """One whole document by its exact id, which must exist."""
    return read_agreements(session, [agreement])[agreement]


def _plain_columns(con: sqlite3.Connection) -> frozenset[str]:
    """The columns of a document's row in which plain fields stand."""
    named = con.execute("SELECT * FROM agreement LIMIT 0").description
    return frozenset(column[0] for column in named).difference(_OWN)


def _agreement(row: Mapping[str, Any], parts: Mapping[str, list[Any]]) -> Agreement:
    term = Term(
        Day.parse(row["starts_on"]),
        EndKind(row["end_kind"]) if row["end_kind"] else None,
        Day.parse(row["ends_on"]),
        row["end_condition"],
        row["end_typed"],
        row["duration_typed"],
    )
    apart = {"facts", "successor", "parties", "further"}
    lists = {name: tuple(parts.get(name, ())) for name, *_ in _PARTS if name not in apart}
    plain = [(name, value) for name, value in row.items() if name not in _OWN and value is not None]
    return Agreement(
        id=row["id"],
        doc=Doc(row["doc"]),
        scheme=Scheme(row["scheme"]),
        lead_opd=row["lead_opd"],
        entered_on=date.fromisoformat(row["entered_on"]),
        signed=Day.parse(row["signed_on"]),
        term=term,
        parent=row["parent"],
        predecessor=row["predecessor"],
        void_reason=row["void_reason"],
        ending=Ending(date.fromisoformat(row["ended_on"]), row["end_ground"]) if row["ended_on"] else None,
        facts=tuple(sorted((*plain, *parts.get("facts", ())))),
        parties=tuple(_numbered(parts.get("parties", ()), parts.get("further", ()))),
        successor=next(iter(parts.get("successor", ())), None),
        **lists,
    )


def _numbered(parties: Iterable[Party], further: Iterable[tuple[int, str]]) -> Iterable[Party]:
    """Parties with their further numbers, which most do not have."""
    by_seat: dict[int, tuple[str, ...]] = {}
    for seat, number in further:
        by_seat[seat] = (*by_seat.get(seat, ()), number)
    return [replace(one, further=by_seat[one.seat]) if one.seat in by_seat else one for one in parties]


def _row(agreement: Agreement, plain: Iterable[str]) -> dict[str, Value | None]:
    term, facts = agreement.term, dict(agreement.facts)
    return {
        "id": agreement.id,
        "doc": agreement.doc,
        "scheme": agreement.scheme,
        "lead_opd": agreement.lead_opd,
        "entered_on": iso(agreement.entered_on),
        "signed_on": iso(agreement.signed),
        "starts_on": iso(term.starts),
        "end_kind": term.end_kind,
        "ends_on": iso(term.ends),
        "end_condition": term.condition,
        "end_typed": term.end_typed,
        "duration_typed": term.duration_typed,
        "parent": agreement.parent,
        "predecessor": agreement.predecessor,
        "void_reason": agreement.void_reason,
        "ended_on": iso(agreement.ending.on) if agreement.ending else None,
        "end_ground": agreement.ending.ground if agreement.ending else None,
        **{name: facts.get(name) for name in sorted(plain)},
    }


_CHILD_KEYS = {
    "party": ("seat", "partner"),  # another partner in a seat is another party: gone, then come
    "further_number": ("seat", "position"),
    "support_opd": ("opd",),
    "affair": ("code",),
    "scope_item": ("number",),
    "file": ("path",),
    "relation": ("kind", "other"),
    "fact": ("key",),
    "amendment": ("number",),
    "amendment_number": ("amendment", "seat"),
    "amendment_change": ("amendment", "field"),
}
_Row = dict[str, object]


def _child_rows(agreement: Agreement, plain: Collection[str]) -> dict[str, dict[tuple[object, ...], _Row]]:
    """Rows of the tables that belong to a document, by table and key."""
    tables: dict[str, list[_Row]] = {
        "party": [
            {
                "seat": party.seat,
                "partner": party.partner,
                "number": party.number,
                "signer_office": party.signer.office,
                "signer_name": party.signer.name,
                "power_number": party.signer.power_number,
                "power_date": iso(party.signer.power_date),
                "joined_on": iso(party.joined),
                "left_on": iso(party.left),
                "contribution": party.contribution,
                "brings": party.brings,
            }
            for party in agreement.parties
        ],
        "further_number": [
            {"seat": party.seat, "position": position, "number": number}
            for party in agreement.parties
            for position, number in enumerate(party.further, 2)
        ],
        "support_opd": [
            {"opd": code, "as_lead": as_lead}
            for as_lead, codes in (("no", agreement.support_opds), ("yes", agreement.co_leads))
            for code in codes
        ],
        "affair": [{"code": code} for code in agreement.affairs],
        "scope_item": [{"number": at, "text": text} for at, text in enumerate(agreement.scope, 1)],
        "file": [
            {"path": one.path, "digest": one.digest, "size": one.size, "embedded": int(one.embedded)}
            for one in agreement.files
        ],
        "relation": [{"kind": kind, "other": other} for kind, other in agreement.relations],
        "fact": [{"key": key, "value": value} for key, value in agreement.facts if key not in plain],
        **amendments.rows_of(agreement.amendments),
    }
    return {
        table: {
            tuple(row[name] for name in _CHILD_KEYS[table]): {"agreement": agreement.id, **row}
            for row in rows
        }
        for table, rows in tables.items()
    }


def _insert_children(con: sqlite3.Connection, table: str, rows: Iterable[_Row]) -> None:
    for row in rows:
        values = ", ".join(f":{name}" for name in row)
        con.execute(f"INSERT INTO {table} ({', '.join(row)}) VALUES ({values})", row)


def _update_child(con: sqlite3.Connection, table: str, keys: tuple[str, ...], was: _Row, now: _Row) -> None:
    changed = [name for name in now if now[name] != was[name]]
    where = " AND ".join(f"{name} IS :{name}" for name in ("agreement", *keys))
    con.execute(
        f"UPDATE {table} SET {', '.join(f'{name} = :{name}' for name in changed)} WHERE {where}",
        now,
    )
