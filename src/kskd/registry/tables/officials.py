"""Rows of persons with an office."""

from kskd.domain.office.official import Official
from kskd.domain.subjects import OFFICIAL
from kskd.registry.session import Session
from kskd.registry.tables.records import Records, kinds_of

_OFFICIALS = Records("official", Official, ("id",), kinds_of(OFFICIAL))

update_official = _OFFICIALS.keep


def read_officials(session: Session) -> dict[int, Official]:
    """All of them by number."""
    return {one.id: one for one in _OFFICIALS.read(session)}


def insert_official(session: Session, one: Official) -> int:
    """Add one whose number is 0; gives the number that it got."""
    return _OFFICIALS.add(session.con, one)
