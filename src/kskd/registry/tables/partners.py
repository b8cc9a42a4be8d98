"""Partner rows: names, other names, kinds, and which partner was merged into which."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kskd.domain.partner import AllPartners, Partner, Partners
from kskd.domain.subjects import PARTNER
from kskd.domain.values.money import Worth
from kskd.registry.tables.records import Records, kinds_of, select
from kskd.registry.twins.documents import KNOWN, PARTY_OF, WORTH
from kskd.registry.values import iso

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import ItemsView, Iterable, Iterator, ValuesView
    from datetime import date

    from kskd.registry.session import Session

_PARTNERS = Records(
    "partner", Partner, ("id",), kinds_of(PARTNER), apart=("aliases",), order="name COLLATE NOCASE"
)


_ALIASES = "SELECT partner, alias FROM partner_alias {} ORDER BY alias"
# Not OR IGNORE: the statement that fires the trigger would say what becomes of a key that is there.
_LEARNT = (
    "INSERT INTO partner_key SELECT name_key(new.{0}), new.{1}"
    " EXCEPT SELECT key, partner FROM partner_key WHERE key = name_key(new.{0}); END"
)
_KEYS = (
    "CREATE TEMP TABLE partner_key (key TEXT, partner INTEGER, PRIMARY KEY (key, partner)) WITHOUT ROWID",
    "INSERT INTO temp.partner_key SELECT name_key(name), id FROM partner"
    " UNION SELECT name_key(alias), partner FROM partner_alias",
    *(
        f"CREATE TEMP TRIGGER {table}_{at} AFTER {change} ON main.{table} BEGIN {_LEARNT.format(*columns)}"
        for table, columns in (("partner", ("name", "id")), ("partner_alias", ("alias", "partner")))
        for at, change in enumerate(("INSERT", "UPDATE"))
    ),
)
# A name that is none any more may still have its key there: it is compared again.
_MEANT = """
SELECT DISTINCT coalesce(p.merged_into, p.id) FROM temp.partner_key AS k JOIN partner AS p ON p.id = k.partner
WHERE k.key = ?1 AND (
  name_key(p.name) = ?1 OR EXISTS (SELECT 1 FROM partner_alias WHERE partner = p.id AND name_key(alias) = ?1)
)
"""


class _IndexedPartners(Partners):
    """Partners read when they are asked for: in an act there may be as many as a sheet has rows."""

    __slots__ = ("_con",)

    def __init__(self, con: sqlite3.Connection) -> None:
        from kskd.domain.values import names

        self._con = con
        con.create_function("name_key", 1, names.key, deterministic=True)
        for statement in _KEYS:
            con.execute(statement)

    def __getitem__(self, number: int) -> Partner:
        return _read(self._con, [number])[number]

    def __iter__(self) -> Iterator[int]:
        return iter(_read(self._con))

    def __len__(self) -> int:
        count: int = self._con.execute("SELECT count(*) FROM partner").fetchone()[0]
        return count

    def values(self) -> ValuesView[Partner]:
        return _read(self._con).values()

    def items(self) -> ItemsView[int, Partner]:
        return _read(self._con).items()

    def meant(self, key: str) -> set[int]:
        return {number for (number,) in self._con.execute(_MEANT, (key,))}


def _read(con: sqlite3.Connection, numbers: Iterable[int] | None = None) -> AllPartners:
    aliases: dict[int, list[str]] = {}
    for partner, alias in select(con, _ALIASES, numbers, "partner"):
        aliases.setdefault(partner, []).append(alias)
    rows = _PARTNERS.rows(con, numbers)
    return AllPartners(Partner(**row, aliases=tuple(aliases.get(row["id"], ()))) for row in rows)


def read_partners(session: Session) -> Partners:
    """Every partner by number, merged ones included, in order of name."""
    if session.memory is None:
        return _read(session.con)
    if "partner" not in session.memory:
        session.memory["partner"] = _IndexedPartners(session.con)
    known: Partners = session.memory["partner"]
    return known


def insert_partner(session: Session, partner: Partner) -> int:
    """Add a partner whose number is 0 and give the number that it got; aliases are added apart."""
    return _PARTNERS.add(session.con, partner)


def update_partner(session: Session, partner: Partner) -> None:
    """Keep a partner as it is now, but for its aliases."""
    _PARTNERS.keep(session, partner)


def add_alias(session: Session, partner: int, alias: str) -> None:
    """Let ``alias`` mean the partner."""
    session.con.execute("INSERT INTO partner_alias (alias, partner) VALUES (?, ?)", (alias, partner))


def drop_alias(session: Session, alias: str) -> None:
    """Let ``alias`` mean nothing any more."""
    session.con.execute("DELETE FROM partner_alias WHERE alias = ?", (alias,))


def shared_agreement(session: Session, one: int, other: int) -> str | None:
    """A document to which both are parties, or None."""
    row = session.con.execute(
        "SELECT agreement FROM party WHERE partner IN (?, ?) GROUP BY agreement HAVING count(DISTINCT partner) > 1 LIMIT 1",
        (one, other),
    ).fetchone()
    return str(row[0]) if row else None


def merge(session: Session, source: int, target: int) -> int:
    """Make ``target`` the party wherever ``source`` was; gives the number of documents changed.

    No document may have both (see ``shared_agreement``). The source stays, pointing to the target.
    """
    changed = session.con.execute("UPDATE party SET partner = ? WHERE partner = ?", (target, source)).rowcount
    session.con.execute("UPDATE clock SET partner = ? WHERE partner = ?", (target, source))
    session.con.execute("UPDATE official SET partner = ? WHERE partner = ?", (target, source))
    session.con.execute("UPDATE partner_alias SET partner = ? WHERE partner = ?", (target, source))
    session.con.execute(
        "UPDATE partner SET merged_into = ?1 WHERE merged_into = ?2 OR id = ?2", (target, source)
    )
    return changed


def count_agreements(session: Session, as_of: date) -> dict[int, Worth]:
    """Per partner number: documents to which it is a party on the day, of those there were, void ones left out."""
    among = "EXISTS (SELECT 1 FROM party AS z WHERE z.agreement = c.id AND z.partner = y.partner)"
    rows = session.con.execute(
        f"SELECT partner, sum({WORTH.format(among)}), count(a.value), count(*) FROM party AS y"
        f" JOIN agreement AS a ON a.id = agreement WHERE partner IS NOT NULL AND a.void_reason IS NULL AND {KNOWN}"
        f" AND {PARTY_OF.format('y')} GROUP BY partner",
        {"as_of": iso(as_of)},
    )
    return {partner: Worth(*counts) for partner, *counts in rows}
