"""Partner rows: names, other names, kinds, and which partner was merged into which."""

from dataclasses import replace
from datetime import date

from kskd.domain.partner import Partner, Partners
from kskd.domain.subjects import PARTNER
from kskd.domain.values.money import Worth
from kskd.registry.session import Session
from kskd.registry.tables.records import Records, kinds_of
from kskd.registry.twins.documents import KNOWN, PARTY_OF, WORTH
from kskd.registry.values import iso

_PARTNERS = Records(
    "partner", Partner, ("id",), kinds_of(PARTNER), apart=("aliases",), order="name COLLATE NOCASE"
)


def read_partners(session: Session) -> Partners:
    """Every partner by number, merged ones included, in order of name; those just entered last."""
    memory = session.memory
    if memory is not None and "partner" in memory:
        known: Partners = memory["partner"]
        return known
    aliases: dict[int, list[str]] = {}
    for alias, partner in session.con.execute("SELECT alias, partner FROM partner_alias ORDER BY alias"):
        aliases.setdefault(partner, []).append(alias)
    read = Partners(
        Partner(**row, aliases=tuple(aliases.get(row["id"], ()))) for row in _PARTNERS.rows(session.con, None)
    )
    if memory is not None:
        memory["partner"] = read
    return read


def insert_partner(session: Session, partner: Partner) -> int:
    """Add a partner whose number is 0 and give the number that it got; aliases are added apart."""
    number = _PARTNERS.add(session.con, partner)
    _remember(session, replace(partner, id=number))
    return number


def update_partner(session: Session, partner: Partner) -> None:
    """Keep a partner as it is now, but for its aliases."""
    _PARTNERS.keep(session, partner)
    _remember(session, partner)


def _remember(session: Session, one: Partner) -> None:
    """Let an act that has read all partners know one as it is now."""
    if session.memory is not None and "partner" in session.memory:
        session.memory["partner"] = session.memory["partner"].with_one(one)


def add_alias(session: Session, partner: int, alias: str) -> None:
    """Let ``alias`` mean the partner."""
    session.con.execute("INSERT INTO partner_alias (alias, partner) VALUES (?, ?)", (alias, partner))
    if session.memory is not None and "partner" in session.memory:
        one = session.memory["partner"][partner]
        _remember(session, replace(one, aliases=(*one.aliases, alias)))


def drop_alias(session: Session, alias: str) -> None:
    """Let ``alias`` mean nothing any more."""
    if session.memory is not None:
        session.memory.pop("partner", None)
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
