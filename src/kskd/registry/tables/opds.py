"""OPD rows: units, their other names, and what carries on after them."""

from datetime import date
from typing import NamedTuple

from kskd.domain.opd import Opd
from kskd.domain.subjects import OPD
from kskd.domain.values.money import Worth
from kskd.registry.session import Session
from kskd.registry.tables.records import Records, kinds_of
from kskd.registry.twins.documents import KNOWN, WORTH
from kskd.registry.values import iso

_OPDS = Records("opd", Opd, ("code",), kinds_of(OPD), apart=("aliases",))


def read_opds(session: Session) -> dict[str, Opd]:
    """Every unit by code, in order of code."""
    if session.memory is not None and "opd" in session.memory:
        known: dict[str, Opd] = session.memory["opd"]
        return known
    aliases: dict[str, list[str]] = {}
    for alias, code in session.con.execute("SELECT alias, opd FROM opd_alias ORDER BY alias"):
        aliases.setdefault(code, []).append(alias)
    read = {
        row["code"]: Opd(**row, aliases=tuple(aliases.get(row["code"], ())))
        for row in _OPDS.rows(session.con, None)
    }
    if session.memory is not None:
        session.memory["opd"] = read
    return read


def insert_opd(session: Session, opd: Opd) -> None:
    """Add a new unit with its aliases."""
    _forget(session)
    _OPDS.add(session.con, opd)
    for alias in opd.aliases:
        add_alias(session, opd.code, alias)


def update_opd(session: Session, opd: Opd) -> None:
    """Keep a unit as it is now, but for its aliases."""
    _forget(session)
    _OPDS.keep(session, opd)


def _forget(session: Session) -> None:
    """Let what was read in an act be read anew."""
    if session.memory is not None:
        session.memory.pop("opd", None)


def add_alias(session: Session, code: str, alias: str) -> None:
    """Let ``alias`` mean the unit ``code``."""
    _forget(session)
    session.con.execute("INSERT INTO opd_alias (alias, opd) VALUES (?, ?)", (alias, code))


def drop_alias(session: Session, alias: str) -> None:
    """Let ``alias`` mean nothing any more."""
    _forget(session)
    session.con.execute("DELETE FROM opd_alias WHERE alias = ?", (alias,))


class Tally(NamedTuple):
    """Documents of a unit: what those that it leads are worth, how many it supports, and leads beside another."""

    worth: Worth
    supported: int
    co_led: int


def count_agreements(session: Session, as_of: date) -> dict[str, Tally]:
    """Per OPD code: its documents, of those there were on the day, void ones left out."""
    beside = (
        "(SELECT count(*) FROM support_opd JOIN agreement AS a ON a.id = agreement"
        f" WHERE opd = code AND as_lead = '{{}}' AND a.void_reason IS NULL AND {KNOWN})"
    )
    rows = session.con.execute(
        f"SELECT code, sum({WORTH.format('c.lead_opd = a.lead_opd')}), count(a.value), count(a.id),"
        f" {beside.format('no')}, {beside.format('yes')} FROM opd LEFT JOIN agreement AS a"
        f" ON a.lead_opd = code AND a.void_reason IS NULL AND {KNOWN} GROUP BY code",
        {"as_of": iso(as_of)},
    )
    return {code: Tally(Worth(*counts[:3]), *counts[3:]) for code, *counts in rows}
