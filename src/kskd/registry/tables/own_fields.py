"""Fields of the office's own as rows, and the documents that hold a value of one."""

import json

from kskd.domain.document.chain import Doc
from kskd.domain.field import OWN
from kskd.domain.office.own_field import OwnField, OwnKind, kept_answer
from kskd.domain.values.kinds import YES
from kskd.registry.session import Session
from kskd.registry.values import day, iso


def read_own_fields(session: Session) -> tuple[OwnField, ...]:
    """All of them, in the order in which they are asked for; those retired keep their place."""
    rows = session.con.execute(
        "SELECT key, label, kind, choices, docs, personal, retired_on FROM own_field ORDER BY position, key"
    )
    return tuple(
        OwnField(
            key,
            label,
            OwnKind(kind),
            tuple(json.loads(choices or "[]")),
            tuple(map(Doc, json.loads(docs or "[]"))),
            personal == YES,
            day(retired_on),
        )
        for key, label, kind, choices, docs, personal, retired_on in rows
    )


def insert_own_field(session: Session, one: OwnField) -> None:
    """Add it behind the others."""
    session.con.execute(
        "INSERT INTO own_field (key, label, kind, choices, docs, personal, position)"
        " VALUES (?, ?, ?, ?, ?, ?, (SELECT coalesce(max(position), 0) + 1 FROM own_field))",
        (one.key, one.label, one.kind, _list(one.choices), _list(one.docs), kept_answer(one.is_personal)),
    )


def update_own_field(session: Session, one: OwnField) -> None:
    """Write what may change of it: what it is called, its choices, whether it is personal, since when retired."""
    session.con.execute(
        "UPDATE own_field SET label = ?, choices = ?, personal = ?, retired_on = ? WHERE key = ?",
        (one.label, _list(one.choices), kept_answer(one.is_personal), iso(one.retired_on), one.key),
    )


def count_values(session: Session) -> dict[str, int]:
    """How many documents that are not void hold a value, by key; a key without any is left out."""
    rows = session.con.execute(
        "SELECT f.key, count(*) FROM fact AS f JOIN agreement AS a ON a.id = f.agreement"
        f" WHERE f.key GLOB '{OWN}*' AND a.void_reason IS NULL GROUP BY f.key"
    )
    return {key.removeprefix(OWN): count for key, count in rows}


def holders(session: Session, key: str, value: str) -> list[str]:
    """Ids of the documents, void ones too, that hold this value."""
    rows = session.con.execute(
        "SELECT agreement FROM fact WHERE key = ? AND value = ? ORDER BY agreement", (OWN + key, value)
    )
    return [one for (one,) in rows]


def _list(values: tuple[str, ...]) -> str | None:
    return json.dumps(values, ensure_ascii=False) if values else None
