"""One document in full, as programs read it: what ``list`` says of it and all that hangs on it, built by SQLite."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from kskd.domain.field import OWN
from kskd.registry.twins.adendums import ORDER, before_later
from kskd.registry.twins.documents import CLAUSE_CODE, IS_CLAUSE, JOINED_OF, LEFT_OF, exactly
from kskd.registry.twins.periods import BEGINS, ENDS, agreed, known, told
from kskd.registry.views.listing import ListColumn, Query, columns, json_rows

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Collection

    from kskd.domain.document.record import DocumentRecord, SourceRecord
    from kskd.domain.field import Fields
    from kskd.registry.session import Session

# quote() writes the digits that restore a REAL; json_object would write 15, which do not always.
_EXACT = "json(nullif(quote({0}), 'NULL'))"
_IF = "json(iif({0}, 'true', 'false'))"
_KNOWN_IF = "json(CASE {0} WHEN 'yes' THEN 'true' WHEN 'no' THEN 'false' END)"

_REALISATIONS = (
    f"(SELECT json_group_array(json_object('period', period, 'value', {_EXACT.format('value')})) FROM"
    " (SELECT period, value FROM realisation AS r WHERE r.agreement = t.agreement AND r.target = t.number"
    f" AND {told('r', 'period')} ORDER BY period))"
)
_ANSWERS = (
    "(SELECT json_group_object(item, option) FROM (SELECT item, option FROM answer AS w"
    " WHERE w.agreement = e.agreement AND w.period = e.period ORDER BY item))"
)
# What the OPD answered where the office's answer, which counts, is another one.
_OPD_ANSWERS = (
    "(SELECT json_group_object(item, opd_option) FROM (SELECT item, opd_option FROM answer AS w"
    " WHERE w.agreement = e.agreement AND w.period = e.period AND opd_option IS NOT NULL ORDER BY item))"
)
_FILLERS = (
    "(SELECT json_group_array(json_object('name', name, 'role', role, 'opd', opd, 'filled_on', filled_on)) FROM"
    " (SELECT * FROM filler AS i WHERE i.agreement = e.agreement AND i.period = e.period ORDER BY number))"
)
_EVIDENCE = (
    "(SELECT json_group_array(json_object('text', text, 'sha256', digest, 'size', size, 'item', item)) FROM"
    " (SELECT text, digest, size, item FROM evidence AS p WHERE p.agreement = e.agreement AND p.period = e.period"
    " ORDER BY number))"
)
# domain.evaluation.Obstacle.closed_by
_CLOSED = f"iif({told('o', 'closed')}, closed, NULL)"
# domain.evaluation.Obstacle.is_shown_in
_OBSTACLES_SHOWN = (
    "(SELECT json_group_array(number) FROM (SELECT number FROM obstacle AS o WHERE o.agreement = e.agreement"
    f" AND {told('o', 'opened')} AND {told('o', 'opened', ENDS.format('e.period'))}"
    f" AND (o.closed IS NULL OR NOT {told('o', 'closed')}"
    f" OR {ENDS.format('o.closed')} >= {BEGINS.format('e.period')}) ORDER BY number))"
)
_ACTIONS_AGREED = (
    "(SELECT json_group_array(number) FROM (SELECT number FROM action AS n"
    f" WHERE n.agreement = e.agreement AND n.agreed = e.period AND {agreed('n')} ORDER BY number))"
)
_EFFORTS = (
    "(SELECT json_group_array(json_object('period', period, 'text', text)) FROM (SELECT period, text FROM effort AS f"
    f" WHERE f.agreement = o.agreement AND f.obstacle = o.number AND {told('f', 'period')} ORDER BY number))"
)
_AMENDMENT_NUMBERS = (
    "(SELECT json_group_array(json_object('party', name, 'number', number)) FROM"
    " (SELECT coalesce(p.name, s.value) AS name, n.number FROM amendment_number AS n"
    " JOIN party AS y ON y.agreement = n.agreement AND y.seat = n.seat LEFT JOIN partner AS p ON p.id = y.partner"
    " LEFT JOIN setting AS s ON s.key = 'name' WHERE n.agreement = m.agreement AND n.amendment = m.number ORDER BY n.seat))"
)
_FURTHER = (
    "(SELECT json_group_array(number) FROM (SELECT number FROM further_number AS f"
    " WHERE f.agreement = y.agreement AND f.seat = y.seat ORDER BY position))"
)
_OLD_END = "old ->> '$.ends_on'"
_OLD = f"iif(field = 'term', json_set(old, '$.ends', {_OLD_END}, '$.ends_on', {exactly(_OLD_END)}), old)"
# What each field became is known from what came after (workflows.showing).
_AMENDMENT_CHANGES = (
    f"(SELECT json_group_array(json_object('field', field, 'old', json({_OLD}), 'new', NULL)) FROM (SELECT field, old"
    " FROM amendment_change AS c WHERE c.agreement = m.agreement AND c.amendment = m.number ORDER BY field))"
)
# The cells that told of a document.
_SOURCES = (
    "(SELECT json_group_array(json_object('field', cell ->> 0, 'file', name, 'sha256', digest,"
    " 'sheet', nullif(sheet, ''), 'row', row, 'column', cell ->> 1, 'typed', cell ->> 2))"
    " FROM (SELECT c.value AS cell, n.name, n.digest, s.sheet, s.row FROM source AS s JOIN source_file AS n"
    " ON n.id = s.file JOIN json_each(s.cells) AS c WHERE s.agreement = a.id ORDER BY s.file, s.sheet, s.row, c.key))"
)
_LISTS = {
    "scope": "(SELECT json_group_array(text) FROM (SELECT text FROM scope_item WHERE agreement = a.id ORDER BY number))",
    "files": (
        "(SELECT json_group_array(json_object('path', path, 'sha256', digest, 'size', size,"
        f" 'embedded', {_IF.format('embedded')})) FROM (SELECT * FROM file WHERE agreement = a.id ORDER BY path))"
    ),
    "facts": (
        "(SELECT json_group_object(key, value) FROM (SELECT key, value FROM fact WHERE agreement = a.id"
        f" AND NOT {IS_CLAUSE} AND key NOT GLOB '{OWN}*' ORDER BY key))"
    ),
    "clauses": (
        f"(SELECT json_group_array(code) FROM (SELECT {CLAUSE_CODE} AS code FROM fact"
        f" WHERE agreement = a.id AND {IS_CLAUSE} ORDER BY key))"
    ),
    "parties": (
        f"(SELECT json_group_array(json_object('name', name, 'is_own', {_IF.format('seat = 0')}, 'number', number,"
        " 'signer_office', signer_office, 'signer_name', signer_name, 'power_of_attorney', power_number,"
        f" 'power_of_attorney_date', power_date, 'contribution', contribution, 'brings', brings, 'joined_on', joined_on, 'left_on', iif({LEFT_OF.format('y')}, left_on, NULL), 'further_numbers', json({_FURTHER})))"
        " FROM (SELECT coalesce(p.name, s.value) AS name, y.* FROM party AS y LEFT JOIN partner AS p ON p.id = y.partner"
        f" LEFT JOIN setting AS s ON s.key = 'name' WHERE y.agreement = a.id AND {JOINED_OF.format('y')} ORDER BY y.seat) AS y)"
    ),
    # domain.office.official.Official.holds
    "contacts": (
        "(SELECT json_group_array(json_object('number', id, 'name', name, 'office', office, 'opd', opd, 'partner', partner,"
        f" 'phone', phone, 'mail', mail, 'personal', {_KNOWN_IF.format('personal')})) FROM (SELECT o.id, o.name, o.office,"
        " o.opd, p.name AS partner, o.phone, o.mail, o.personal FROM official AS o LEFT JOIN partner AS p ON p.id = o.partner"
        " WHERE o.agreement = a.id AND coalesce(o.valid_from <= :as_of, 1) AND coalesce(o.valid_to >= :as_of, 1)"
        " ORDER BY o.id))"
    ),
    "amendments": (
        "(SELECT json_group_array(json_object('number', number, 'signed_on', iif(length(signed_on) = 10, signed_on, NULL),"
        " 'signed', signed_on, 'starts', starts_on, 'ends', ends_on, 'what', what, 'adds_burden',"
        f" {_KNOWN_IF.format('adds_burden')}, 'dprd_answer', dprd_answer, 'dprd_approved_on', dprd_approved_on,"
        f" 'tkksd_note', {_KNOWN_IF.format('tkksd_note')},"
        f" 'numbers', json({_AMENDMENT_NUMBERS}), 'changes', json({_AMENDMENT_CHANGES}))) FROM (SELECT * FROM amendment"
        f" WHERE agreement = a.id AND coalesce(nullif(signed_on, 'XXXX') <= :as_of, 1) ORDER BY {ORDER}) AS m)"
    ),
    "targets": (
        "(SELECT json_group_array(json_object('number', number, 'kind', kind, 'indicator', indicator, 'unit', unit,"
        f" 'value', {_EXACT.format('value')}, 'due_on', due_on, 'owed_by', owed_by,"
        f" 'lower_is_better', {_IF.format('lower_is_better')}, 'counting', counting, 'source', source{{target}},"
        f" 'realisations', json({_REALISATIONS}))) FROM"
        " (SELECT * FROM target WHERE agreement = a.id ORDER BY number) AS t)"
    ),
    # What follows from the instrument has its place here and its value elsewhere.
    "evaluations": (
        "(SELECT json_group_array(json_object('agreement', agreement, 'period', period,"
        " 'implementation', implementation, 'opd_implementation', opd_implementation, 'reported_on', reported_on, 'filler', filler,"
        f" 'fillers', json({_FILLERS}), 'channel', channel, 'unchanged', {_IF.format('unchanged')},"
        f" 'answers', json({_ANSWERS}), 'opd_answers', json({_OPD_ANSWERS}), 'score', NULL, 'coverage', NULL, 'category', NULL, 'instrument', instrument,"
        " 'missing', NULL, 'claims', NULL, 'not_assessable', NULL, 'recommendation', recommendation,"
        " 'recommendation_reason', recommendation_reason, 'others', others, 'note', note{evaluation},"
        f" 'evidence', json({_EVIDENCE}), 'obstacles', json({_OBSTACLES_SHOWN}), 'actions', json({_ACTIONS_AGREED})))"
        " FROM (SELECT * FROM evaluation WHERE agreement = a.id"
        f" AND {known('evaluation')} ORDER BY period) AS e)"
    ),
    "obstacles": (
        "(SELECT json_group_array(json_object('number', number, 'text', text, 'category', category, 'opened', opened,"
        f" 'closed', {_CLOSED}, 'age_days', iif({_CLOSED} IS NOT NULL, NULL, max(0, CAST(julianday(:as_of) -"
        f" julianday({ENDS.format('opened')}) AS INTEGER))), 'efforts', json({_EFFORTS}){{obstacle}})) FROM (SELECT * FROM obstacle AS k WHERE agreement = a.id"
        f" AND {told('k', 'opened')} ORDER BY number) AS o)"
    ),
    # What was done after the day was not yet done on it.
    "actions": (
        "(SELECT json_group_array(json_object('number', number, 'agreed', agreed, 'what', what, 'who', who,"
        " 'due_on', due_on, 'done_on', iif(done_on <= :as_of, done_on, NULL), 'proof', iif(done_on <= :as_of, proof, NULL){action}))"
        f" FROM (SELECT * FROM action AS n WHERE agreement = a.id AND {agreed('n')} ORDER BY number))"
    ),
    "sources": _SOURCES,
}
_MORE = tuple(
    ListColumn(key, "", f"a.{key}") for key in ("entered_on", "end_typed", "duration_typed", "void_reason")
)
_TABLES = {"evaluations": "evaluation", "targets": "target", "obstacles": "obstacle", "actions": "action"}


def read_document(session: Session, fields: Fields, agreement: str, as_of: str) -> DocumentRecord:
    """All that was known of a document on a day (ISO), by its exact id, which must exist; the scores are None."""
    beside = {table: _beside(session.con, table, _LISTS[key]) for key, table in _TABLES.items()}
    lists = (ListColumn(key, "", sql.format(**beside), is_json=True) for key, sql in _LISTS.items())
    query = Query(as_of, {"agreement": json.dumps([agreement])})
    (text,) = json_rows(session, query, (*columns(fields).values(), *_MORE, *lists))
    document: DocumentRecord = json.loads(text)
    return document


def _beside(con: sqlite3.Connection, table: str, sql: str) -> str:
    """The columns of a table that the SQL of its JSON does not name, as they follow those that it does."""
    return "".join(
        f", '{name}', {_EXACT.format(name) if kind == 'REAL' else name}"
        for name, kind in con.execute("SELECT name, type FROM pragma_table_info(?)", (table,))
        if name != "agreement" and f"'{name}'" not in sql
    )


def read_titles(session: Session, agreements: list[str], as_of: str) -> dict[str, str]:
    """Titles of documents by id, as of a day."""
    return dict(
        session.con.execute(
            before_later(session.con, as_of)
            + "SELECT id, title FROM agreement WHERE id IN (SELECT value FROM json_each(:ids))",
            {"ids": json.dumps(agreements), "as_of": as_of},
        )
    )


def read_sources(session: Session, agreement: str, wanted: Collection[str]) -> tuple[SourceRecord, ...]:
    """The cells that told of these fields of a document, in the order of files and rows."""
    (text,) = session.con.execute(
        f"SELECT {_SOURCES} FROM agreement AS a WHERE id = ?", (agreement,)
    ).fetchone()
    return tuple(one for one in json.loads(text) if one["field"] in wanted)
