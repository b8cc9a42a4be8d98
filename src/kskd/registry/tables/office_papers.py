"""Rows of the office's own papers."""

from kskd.domain.office.paper import OfficePaper
from kskd.domain.subjects import OFFICE_PAPER
from kskd.registry.session import Session
from kskd.registry.tables.records import Records, kinds_of

_PAPERS = Records("office_paper", OfficePaper, ("id",), kinds_of(OFFICE_PAPER))

update_paper = _PAPERS.keep


def read_papers(session: Session) -> dict[int, OfficePaper]:
    """All of them by number, void ones included."""
    return {one.id: one for one in _PAPERS.read(session)}


def insert_paper(session: Session, one: OfficePaper) -> int:
    """Add one whose number is 0; gives the number that it got."""
    return _PAPERS.add(session.con, one)
