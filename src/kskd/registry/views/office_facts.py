"""What the duties of the office follow from: its papers, older records of them, and which periods had documents."""

from collections.abc import Sequence
from datetime import date

from kskd.domain.reporting_day import SHORTEST
from kskd.domain.settings import Government
from kskd.domain.values.period import Period, PeriodKind
from kskd.registry.session import Session
from kskd.registry.twins.adendums import before_later
from kskd.registry.twins.documents import exactly
from kskd.registry.values import day, iso
from kskd.rules.duties import OwedPaper
from kskd.rules.laws import in_force_since
from kskd.rules.recorded import Given, Recorded

_PAPERS = (
    "SELECT kind, period, given_on, number FROM office_paper WHERE void_reason IS NULL AND given_on <= :as_of"
    " UNION ALL SELECT 'told', NULL, value, NULL FROM fact WHERE agreement > 'NK-' AND agreement < 'NK.'"
    " AND key = 'governor_reported_on' AND value <= :as_of"
    " UNION ALL SELECT 'started', NULL, started_on, NULL FROM clock WHERE kind = 'laporan-tkksd' AND started_on <= :as_of"
    " ORDER BY 3"
)
_FIRST = "SELECT min(entered_on) FROM agreement WHERE void_reason IS NULL"
# Of days known in part that which is so on every day that they may be.
_START = exactly("coalesce(a.starts_on, a.signed_on)")
_END = "coalesce(iif(a.ended_on <= :as_of, a.ended_on, NULL), iif(a.end_kind = 'date', a.ends_on, NULL), '9999-12-31')"
# An id begins with the kind of its document, so that documents of one are found without reading all.
_IN_FORCE = (
    "SELECT 1 FROM agreement AS a WHERE a.id > :doc || '-' AND a.id < :doc || '.'"
    " AND instr(:schemes, ' ' || a.scheme || ' ') AND a.void_reason IS NULL AND +a.signed_on BETWEEN :law AND :as_of"
    f" AND {_START} <= :latest AND {_END} >= :earliest AND {_END} >= date({_START}, '+{SHORTEST.days} days') LIMIT 1"
)


def read_recorded(session: Session, government: Government, as_of: date) -> Recorded:
    """The papers that were given by the day, and from which day on papers are asked for.

    That is the setting ``reports-since``, else the semester in which the first document was entered.
    """
    found = [
        Given(kind, period, date.fromisoformat(on), number)
        for kind, period, on, number in session.con.execute(_PAPERS, {"as_of": iso(as_of)})
    ]
    of_old = {kind: tuple(one.on for one in found if one.kind == kind) for kind in ("told", "started")}
    papers = tuple(one for one in found if one.kind not in of_old)
    return Recorded(papers, **of_old, since=_since(session, government))


def _since(session: Session, government: Government) -> date | None:
    since = government.reports_since
    if since is None:
        (first,) = session.con.execute(_FIRST).fetchone()
        entered = day(first)
        since = Period.of(entered, PeriodKind.SEMESTER) if entered else None
    return since and since.start


def read_in_force(session: Session, asked: Sequence[OwedPaper], as_of: date) -> list[OwedPaper]:
    """Those of which a document was in force in the period, long enough to be reported on, by a law of its signing."""
    sql = before_later(session.con, as_of.isoformat()) + _IN_FORCE

    def is_owed(one: OwedPaper) -> bool:
        asked_of = {
            "as_of": iso(as_of),
            "schemes": f" {' '.join(one.kind.schemes)} ",
            "law": iso(min(in_force_since(way.article) for way in one.kind.ways)),
            "latest": iso(one.period.end - SHORTEST),
            "earliest": iso(one.period.start + SHORTEST),
        }
        found = (
            session.con.execute(sql, asked_of | {"doc": doc.upper()}).fetchone() for doc in one.kind.docs
        )
        return any(found)

    return [one for one in asked if is_owed(one)]
