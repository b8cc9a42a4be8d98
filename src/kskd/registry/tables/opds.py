"""OPD rows: units, their other names, and what carries on after them."""

from datetime import date

from kskd.domain.opd import Opd
from kskd.domain.subjects import OPD
from kskd.registry.session import Session
from kskd.registry.tables.records import Records, kinds_of
from kskd.registry.twins.documents import KNOWN
from kskd.registry.values import iso

_OPDS = Records("opd", Opd, ("code",), kinds_of(OPD), apart=("aliases",))


def read_opds(session: Session) -> dict[str, Opd]:
    """Every unit by code, in order of code."""
    aliases: dict[str, list[str]] = {}
    for alias, code in session.con.execute("SELECT alias, opd FROM opd_alias ORDER BY alias"):
        aliases.setdefault(code, []).append(alias)
    return {
        row["code"]: Opd(**row, aliases=tuple(aliases.get(row["code"], ())))
        for row in _OPDS.rows(session.con, None)
    }


def insert_opd(session: Session, opd: Opd) -> None:
    """Add a new unit with its aliases."""
    _OPDS.add(session.con, opd)
    for alias in opd.aliases:
        add_alias(session, opd.code, alias)


update_opd = _OPDS.keep


def add_alias(session: Session, code: str, alias: str) -> None:
    """Let ``alias`` mean the unit ``code``."""
    session.con.execute("INSERT INTO opd_alias (alias, opd) VALUES (?, ?)", (alias, code))


def drop_alias(session: Session, alias: str) -> None:
    """Let ``alias`` mean nothing any more."""
    session.con.execute("DELETE FROM opd_alias WHERE alias = ?", (alias,))


def count_agreements(session: Session, as_of: date) -> dict[str, tuple[int, int]]:
    """Per OPD code: documents that it leads and that it supports, of those there were on the day, void ones left out."""
    rows = session.con.execute(
        "SELECT code,"
        f" (SELECT count(*) FROM agreement AS a WHERE a.lead_opd = code AND a.void_reason IS NULL AND {KNOWN}),"
        " (SELECT count(*) FROM support_opd JOIN agreement AS a ON a.id = agreement"
        f"   WHERE opd = code AND a.void_reason IS NULL AND {KNOWN}) FROM opd",
        {"as_of": iso(as_of)},
    )
    return {code: (led, supported) for code, led, supported in rows}
