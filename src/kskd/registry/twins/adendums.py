"""The registry as it was before adendums that were signed after a day."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import sqlite3


ORDER = "nullif(signed_on, 'XXXX'), number"
"""How the adendums of a document follow each other: the twin of ``domain.document.amendment.Amendment.order``."""

TERM_COLUMNS = ("end_kind", "ends_on", "end_condition", "end_typed", "duration_typed")


def before_later(con: sqlite3.Connection, as_of: str) -> str:
    """A WITH clause that takes back, for one statement, what adendums signed after ``:as_of`` changed.

    In it the tables ``agreement`` and ``scope_item`` are as they were on the day. Empty where no such adendum
    is there, which is nearly always, so that listings of today cost nothing more. The twin of
    ``domain.document.agreement.Agreement.on``.
    """
    later = "SELECT 1 FROM amendment WHERE signed_on > ? AND signed_on <> 'XXXX' LIMIT 1"
    if not con.execute(later, (as_of,)).fetchone():
        return ""
    from kskd.registry.schema.images import columns_of

    then = {"title": "coalesce(t.old ->> '$', g.title)"}
    then |= {name: f"iif(e.old IS NULL, g.{name}, e.old ->> '$.{name}')" for name in TERM_COLUMNS}
    columns = ", ".join(
        f"{then.get(name, f'g.{name}')} AS {name}" for name in columns_of(con, "agreement")[0]
    )
    return (
        # Of each field what the first of them found; of one that no day is known of it has always been known.
        "WITH was AS (SELECT c.agreement, c.field, c.old, min(m.signed_on || printf(' %09d', m.number))"
        " FROM amendment_change AS c JOIN amendment AS m ON m.agreement = c.agreement AND m.number = c.amendment"
        " WHERE m.signed_on > :as_of AND m.signed_on <> 'XXXX' GROUP BY c.agreement, c.field),"
        f" agreement AS (SELECT {columns} FROM main.agreement AS g"
        " LEFT JOIN was AS t ON t.agreement = g.id AND t.field = 'title'"
        " LEFT JOIN was AS e ON e.agreement = g.id AND e.field = 'term'),"
        " scope_item AS (SELECT agreement, number, text FROM main.scope_item"
        " WHERE agreement NOT IN (SELECT agreement FROM was WHERE field = 'scope')"
        " UNION ALL SELECT w.agreement, i.key + 1, i.value FROM was AS w, json_each(w.old) AS i WHERE w.field = 'scope') "
    )
