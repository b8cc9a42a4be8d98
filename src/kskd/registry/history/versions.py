"""Which acts touched a document: its version is the last of them."""

import json
import sqlite3
from collections.abc import Sequence

from kskd.registry.session import Session


def version(session: Session, agreement: str) -> int:
    """The act that last touched a document or what is its own; 0 for one that no act made."""
    params: dict[str, object] = {}
    (act,) = session.con.execute(
        f"SELECT max(act) FROM journal WHERE {touches(session.con, agreement, params)}", params
    ).fetchone()
    return act or 0


def count_agreements(con: sqlite3.Connection, act: int) -> int:
    """How many documents an act touched."""
    tables = json.dumps(_agreement_tables(con))
    (count,) = con.execute(
        "SELECT count(DISTINCT key ->> 0) FROM journal"
        " WHERE act = ? AND tbl IN (SELECT value FROM json_each(?))",
        (act, tables),
    ).fetchone()
    return int(count)


def set_by(
    session: Session, command: str, table: str, column: str, *owner: str
) -> set[tuple[str | int, ...]]:
    """The keys of a table's rows below ``owner``, what leads them left out, whose column has the value that an
    act of this command gave it; what no act accounts for, no command did.
    """
    lead = json.dumps(owner, separators=(",", ":"))[:-1]
    rows = session.con.execute(
        "SELECT key FROM (SELECT j.key, a.command, row_number() OVER (PARTITION BY j.key ORDER BY j.seq DESC) AS n"
        " FROM journal AS j LEFT JOIN act AS a ON a.id = j.act WHERE j.tbl = :table AND j.key >= :lead AND j.key < :below"
        " AND j.old ->> :column IS NOT j.new ->> :column) WHERE n = 1 AND command = :command",
        {"table": table, "column": column, "command": command, "lead": lead, "below": f"{lead[:-1]}#"},
    )
    return {tuple(json.loads(key)[len(owner) :]) for (key,) in rows}


def first_told_by(
    session: Session, command: str, table: str, columns: Sequence[str], *owner: str
) -> set[tuple[str, ...]]:
    """The values of these columns ("" for none) in rows below ``owner`` that an act of this command told first.

    For rows whose number says nothing, as they move up when one before them goes.
    """
    lead = json.dumps(owner, separators=(",", ":"))[:-1]
    told = ", ".join(f"ifnull(j.new ->> '{column}', '')" for column in columns)
    rows = session.con.execute(
        f"SELECT {told}, a.command FROM journal AS j LEFT JOIN act AS a ON a.id = j.act WHERE j.tbl = :table"
        " AND j.key >= :lead AND j.key < :below AND j.new IS NOT NULL ORDER BY j.seq DESC",
        {"table": table, "lead": f"{lead},", "below": f"{lead}-"},
    )
    return {key for key, by in {tuple(values): by for *values, by in rows}.items() if by == command}


def touches(con: sqlite3.Connection, agreement: str, params: dict[str, object]) -> str:
    """A condition on journal entries, by its index: those of a document and of what is its own."""
    params |= {
        "tables": json.dumps(_agreement_tables(con)),
        "from": f'["{agreement}"',
        "below": f'["{agreement}#',
    }
    return "tbl IN (SELECT value FROM json_each(:tables)) AND key >= :from AND key < :below"


def _agreement_tables(con: sqlite3.Connection) -> list[str]:
    """The table of documents and those whose rows belong to one: its id leads their key."""
    rows = con.execute(
        "SELECT m.name FROM sqlite_schema AS m, pragma_table_info(m.name) AS c WHERE m.type = 'table'"
        " AND c.pk = 1 AND (c.name = 'agreement' OR (m.name = 'agreement' AND c.name = 'id')) ORDER BY m.name"
    )
    return [name for (name,) in rows]
