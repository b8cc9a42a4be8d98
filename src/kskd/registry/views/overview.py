"""The counts behind ``status``, made inside SQLite."""

from typing import NamedTuple

from kskd.registry.session import Session
from kskd.registry.twins.adendums import before_later
from kskd.registry.twins.documents import FOLLOWED_UP, KNOWN, LINE_IN_FORCE, STATUS
from kskd.registry.twins.periods import known


class Counts(NamedTuple):
    """What the registry holds, as of a day; void documents are counted by status only."""

    documents: tuple[tuple[str, int], ...]
    statuses: tuple[tuple[str, int], ...]
    followed_up: tuple[int, int]
    ending_soon: int
    end_unknown: int
    opds: int
    partners: int
    evaluations: tuple[tuple[str, int], ...]


def read_counts(session: Session, as_of: str, soon_days: int) -> Counts:
    """Count documents by kind and status, umbrellas followed up, ends within ``soon_days``, evaluations."""
    day = {"as_of": as_of, "soon": soon_days}
    then = before_later(session.con, as_of)

    def pairs(sql: str) -> tuple[tuple[str, int], ...]:
        return tuple((str(key), int(count)) for key, count in session.con.execute(then + sql, day))

    def one(sql: str) -> int:
        return int(session.con.execute(then + sql, day).fetchone()[0])

    in_force = one(f"SELECT count(*) FROM agreement AS a WHERE {LINE_IN_FORCE}")
    followed = one(f"SELECT count(*) FROM agreement AS a WHERE {LINE_IN_FORCE} AND {FOLLOWED_UP}")
    return Counts(
        documents=pairs(
            f"SELECT doc, count(*) FROM agreement AS a WHERE void_reason IS NULL AND {KNOWN} GROUP BY doc ORDER BY doc"
        ),
        statuses=pairs(
            f"SELECT {STATUS} AS status, count(*) FROM agreement AS a WHERE {KNOWN} GROUP BY status"
        ),
        followed_up=(followed, in_force),
        ending_soon=one(
            f"SELECT count(*) FROM agreement AS a WHERE {STATUS} = 'active' AND a.end_kind = 'date'"
            " AND a.ends_on <= date(:as_of, '+' || :soon || ' days')"
            " AND a.ends_on || '~' < date(:as_of, '+' || (:soon + 1) || ' days')"
            " AND coalesce(:as_of < a.ended_on, 1)"
        ),
        end_unknown=one(
            f"SELECT count(*) FROM agreement AS a WHERE {STATUS} = 'active' AND a.end_kind IS NULL"
        ),
        opds=one(
            "SELECT count(*) FROM opd WHERE (valid_from IS NULL OR valid_from <= :as_of)"
            " AND (valid_to IS NULL OR valid_to >= :as_of)"
        ),
        partners=one("SELECT count(*) FROM partner WHERE merged_into IS NULL"),
        evaluations=pairs(
            "SELECT period, count(*) FROM evaluation JOIN agreement ON id = agreement WHERE void_reason IS NULL"
            f" AND {known('evaluation')} GROUP BY period ORDER BY period DESC LIMIT 4"
        ),
    )
