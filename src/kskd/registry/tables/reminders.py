"""The ledger of reminders: what was told of which deadline, at which threshold, to whom and when."""

from collections.abc import Iterable, Sequence
from datetime import date
from typing import NamedTuple

from kskd.domain.reminding import Key
from kskd.registry.session import Session
from kskd.registry.twins.documents import PARTY_OF


class ReminderRow(NamedTuple):
    """A threshold of a deadline, the unit it was told, the days left then, and whether it was told or passed over."""

    key: Key
    opd: str
    days_left: int
    is_told: bool


class ReminderTitle(NamedTuple):
    """What a document is called in a reminder."""

    title: str
    partners: str
    number: str | None


def read_ledger(session: Session) -> tuple[set[Key], set[Key]]:
    """The thresholds that were told, and those that were passed over."""
    told: set[Key] = set()
    passed: set[Key] = set()
    for *key, is_told in session.con.execute("SELECT kind, subject, due_on, threshold, told FROM reminder"):
        (told if is_told else passed).add((key[0], key[1], key[2], key[3]))
    return told, passed


def insert_run(
    session: Session, ran_on: date, opds: Sequence[str] | None, rows: Iterable[ReminderRow]
) -> int:
    """Keep a run and what it told; what another run has told meanwhile stays as that run's. Gives its number."""
    import json

    rows = list(rows)
    (number,) = session.con.execute("SELECT coalesce(max(number), 0) + 1 FROM reminder_run").fetchone()
    session.con.execute(
        "INSERT INTO reminder_run (number, ran_on, opds, told) VALUES (?, ?, ?, ?)",
        (
            number,
            ran_on.isoformat(),
            None if opds is None else json.dumps(list(opds)),
            sum(row.is_told for row in rows),
        ),
    )
    session.con.executemany(
        "INSERT INTO reminder (run, kind, subject, due_on, threshold, opd, days_left, told)"
        " VALUES (?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT DO NOTHING",
        [(number, *row.key, row.opd, row.days_left, int(row.is_told)) for row in rows],
    )
    return int(number)


def read_titles(session: Session, ids: Iterable[str], as_of: str) -> dict[str, ReminderTitle]:
    """Titles, names of the partners on the day (ISO) and the Pemda's own number of these documents."""
    import json

    rows = session.con.execute(
        "SELECT a.id, a.title, (SELECT group_concat(name, '; ') FROM (SELECT p.name FROM party AS y JOIN partner AS p"
        f" ON p.id = y.partner WHERE y.agreement = a.id AND {PARTY_OF.format('y')} ORDER BY y.seat)),"
        " (SELECT number FROM party WHERE agreement = a.id AND seat = 0)"
        " FROM agreement AS a WHERE a.id IN (SELECT value FROM json_each(:ids))",
        {"ids": json.dumps(sorted(set(ids))), "as_of": as_of},
    )
    return {one: ReminderTitle(title, partners or "", number) for one, title, partners, number in rows}
