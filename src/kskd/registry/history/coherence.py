"""Facts that must be true together but that no CHECK can hold, since they stand in several rows."""

import sqlite3
from collections.abc import Iterator
from typing import NamedTuple

from kskd.domain.field import OWN
from kskd.registry.schema.images import columns_of
from kskd.registry.twins.periods import ENDS

Row = tuple[str, str]  # table, and key as the journal writes it


class RowRule(NamedTuple):
    """A fault that rows can have together: what it is in words, and the SQL that gives the keys of such rows.

    With ``other`` a second column gives the key of the row of that table which it is at odds with.
    """

    code: str
    words: str
    table: str
    sql: str
    other: str | None = None


class Fault(NamedTuple):
    """Rows that break a rule together, the one that it is about first."""

    rule: str
    words: str
    rows: tuple[Row, ...]


def _cycle(link: str) -> str:
    return (
        f"WITH RECURSIVE up (start, id) AS (SELECT id, {link} FROM agreement WHERE {link} IS NOT NULL"
        f" UNION SELECT up.start, a.{link} FROM up JOIN agreement AS a ON a.id = up.id WHERE a.{link} IS NOT NULL)"
        " SELECT json_array(start) FROM up WHERE start = id"
    )


def _taken_name(table: str, key: str, carried_on: str) -> str:
    """Other names that are the proper name of something else: a typed name would mean two things."""
    return (
        f"SELECT json_array(o.alias), json_array(t.{key}) FROM {table}_alias AS o JOIN {table} AS t"
        f" ON t.name = o.alias COLLATE NOCASE AND t.{key} <> o.{table} AND t.{carried_on} IS NULL"
    )


RULES = (
    RowRule(
        "child-of-void",
        "turunan dari naskah yang dibatalkan",
        "agreement",
        "SELECT json_array(c.id), json_array(p.id) FROM agreement AS c JOIN agreement AS p ON p.id = c.parent"
        " WHERE c.void_reason IS NULL AND p.void_reason IS NOT NULL",
        "agreement",
    ),
    RowRule(
        "scheme-of-parent",
        "bentuk kerja sama lain daripada induknya",
        "agreement",
        "SELECT json_array(c.id), json_array(p.id) FROM agreement AS c JOIN agreement AS p ON p.id = c.parent"
        " WHERE c.scheme <> p.scheme",
        "agreement",
    ),
    RowRule("parent-cycle", "menjadi induk dari dirinya sendiri", "agreement", _cycle("parent")),
    RowRule("predecessor-cycle", "mendahului dirinya sendiri", "agreement", _cycle("predecessor")),
    RowRule(
        "without-party",
        "tanpa pihak Pemda atau tanpa mitra",
        "agreement",
        "SELECT json_array(a.id) FROM agreement AS a WHERE NOT EXISTS"
        " (SELECT 1 FROM party WHERE agreement = a.id AND seat = 0) OR NOT EXISTS"
        " (SELECT 1 FROM party WHERE agreement = a.id AND seat > 0)",
    ),
    RowRule(
        "evaluated-before-signed",
        "evaluasi atas naskah yang saat itu belum ditandatangani",
        "evaluation",
        "SELECT json_array(e.agreement, e.period), json_array(a.id) FROM evaluation AS e"
        " JOIN agreement AS a ON a.id = e.agreement"
        f" WHERE a.signed_on IS NULL"
        f" OR (a.signed_on <> 'XXXX' AND a.signed_on > {ENDS.format('e.period')})",
        "agreement",
    ),
    RowRule(
        "amended-before-signed",
        "adendum atas naskah yang saat itu belum ditandatangani",
        "amendment",
        "SELECT json_array(m.agreement, m.number), json_array(a.id) FROM amendment AS m"
        # Of days known in part only what cannot be is a fault: ``~`` makes of a text its latest day.
        " JOIN agreement AS a ON a.id = m.agreement WHERE a.signed_on IS NULL"
        " OR (a.signed_on <> 'XXXX' AND a.signed_on > m.signed_on || '~')",
        "agreement",
    ),
    RowRule(
        "merged-partner",
        "pihak yang mitranya sudah digabungkan ke mitra lain",
        "party",
        "SELECT json_array(y.agreement, y.seat), json_array(p.id) FROM party AS y JOIN partner AS p ON p.id = y.partner"
        " WHERE p.merged_into IS NOT NULL",
        "partner",
    ),
    RowRule(
        "opd-name-twice",
        "nama lain yang menjadi nama OPD lain",
        "opd_alias",
        _taken_name("opd", "code", "successor"),
        "opd",
    ),
    RowRule(
        "partner-name-twice",
        "nama lain yang menjadi nama mitra lain",
        "partner_alias",
        _taken_name("partner", "id", "merged_into"),
        "partner",
    ),
    RowRule(
        "instrument-missing",
        "instrumen yang dipakai tidak tersimpan",
        "setting",
        "SELECT json_array(key) FROM setting WHERE key = 'instrument' AND value NOT IN (SELECT id FROM instrument)",
    ),
    RowRule(
        "content-missing",
        "berkas yang tersimpan di registri tanpa isinya",
        "file",
        "SELECT json_array(agreement, path) FROM file WHERE embedded AND digest NOT IN (SELECT digest FROM content)",
    ),
    RowRule(
        "own-field-missing",
        "isian kantor yang tidak dikenal",
        "fact",
        f"SELECT json_array(agreement, key) FROM fact WHERE key GLOB '{OWN}*'"
        f" AND substr(key, {len(OWN) + 1}) NOT IN (SELECT key FROM own_field)",
    ),
    RowRule(
        "own-choice-missing",
        "isian kantor dengan pilihan yang tidak ada",
        "fact",
        "SELECT json_array(f.agreement, f.key), json_array(o.key) FROM own_field AS o JOIN fact AS f"
        f" ON f.key = '{OWN}' || o.key WHERE o.kind = 'choice'"
        " AND f.value NOT IN (SELECT value FROM json_each(o.choices))",
        "own_field",
    ),
)


def faults(con: sqlite3.Connection) -> Iterator[Fault]:
    """What breaks a rule, in the order of the rules."""
    for rule in RULES:
        for key, *other in con.execute(f"{rule.sql} ORDER BY 1").fetchall():
            others = ((rule.other, *other),) if rule.other else ()
            yield Fault(rule.code, rule.words, ((rule.table, key), *others))


def orphans(con: sqlite3.Connection) -> list[Row]:
    """Rows that refer to a row that is not there."""
    broken = {(table, link) for table, _, _, link in con.execute("PRAGMA foreign_key_check")}
    found: list[Row] = []
    for table, link in sorted(broken):
        columns = [
            (parent, mine, theirs)
            for number, _, parent, mine, theirs, *_ in con.execute(f"PRAGMA foreign_key_list({table})")
            if number == link
        ]
        joined = " AND ".join(f"p.{theirs} IS t.{mine}" for _, mine, theirs in columns)
        known = " AND ".join(f"t.{mine} IS NOT NULL" for _, mine, _ in columns)
        key = ", ".join(f"t.{name}" for name in columns_of(con, table)[1])
        rows = con.execute(
            f"SELECT json_array({key}) FROM {table} AS t"
            f" WHERE {known} AND NOT EXISTS (SELECT 1 FROM {columns[0][0]} AS p WHERE {joined})"
        )
        found += [(table, one) for (one,) in rows]
    return found
