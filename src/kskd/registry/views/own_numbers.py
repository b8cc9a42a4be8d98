"""The numbers that the Pemda itself gave to documents: of drafts too, but of no void one."""

from collections.abc import Iterable

from kskd.domain.document.chain import Doc
from kskd.domain.office.numbering import GivenNumber
from kskd.registry.session import Session

# The year of an id: of signing, else of start, else of entry; XXXX is none.
_DAY = "coalesce(nullif(a.signed_on, 'XXXX'), nullif(a.starts_on, 'XXXX'), a.entered_on)"
# Ids of a kind are one stretch of the key, in which those of later years come later.
_IDS = "a.id >= :first AND a.id < :after AND a.void_reason IS NULL"
_NUMBERS = (
    f"SELECT p.number, a.id AS agreement, {_DAY} AS day FROM agreement AS a JOIN party AS p"
    f" ON p.agreement = a.id AND p.seat = 0 WHERE {_IDS} AND p.number IS NOT NULL"
    f" UNION ALL SELECT f.number, a.id, {_DAY} FROM agreement AS a JOIN further_number AS f"
    f" ON f.agreement = a.id AND f.seat = 0 WHERE {_IDS}"
)


def read_recent(session: Session, doc: Doc, year: int, most: int) -> list[GivenNumber]:
    """The last of a kind up to a year, the latest behind; ids of the year after may be of documents of it."""
    rows = session.con.execute(
        f"{_NUMBERS} ORDER BY agreement DESC LIMIT :most", {**_stretch(doc, 0, year + 1), "most": most}
    )
    return _given(doc, reversed(rows.fetchall()))


def read_around(session: Session, doc: Doc, year: int) -> list[GivenNumber]:
    """Those of a kind whose document is of the year, or of the year before or after it."""
    rows = session.con.execute(
        f"SELECT * FROM ({_NUMBERS}) ORDER BY day, length(agreement), agreement",
        _stretch(doc, year - 1, year + 1),
    )
    return _given(doc, rows)


def begun_in(session: Session) -> int:
    """The year in which the registry was begun; documents of earlier ones may never have been entered."""
    (at,) = session.con.execute("SELECT min(at) FROM act").fetchone()
    return int(at[:4])


def _stretch(doc: Doc, first: int, last: int) -> dict[str, str | int]:
    return {"first": f"{doc.upper()}-{first:04}", "after": f"{doc.upper()}-{last + 1:04}"}


def _given(doc: Doc, rows: Iterable[tuple[str, str, str]]) -> list[GivenNumber]:
    return [
        GivenNumber(number, agreement, doc, int(day[:4]), int(day[5:7]) if len(day) > 4 else None)
        for number, agreement, day in rows
    ]
