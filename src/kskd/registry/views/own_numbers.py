"""The numbers that the Pemda itself gave to documents."""

from kskd.domain.document.chain import Doc
from kskd.domain.office.numbering import Given
from kskd.registry.session import Session

# The year of an id: of signing, else of start, else of entry; XXXX is none.
_DAY = "coalesce(nullif(a.signed_on, 'XXXX'), nullif(a.starts_on, 'XXXX'), a.entered_on)"


def read_given(session: Session) -> list[Given]:
    """Those of drafts too, but of no void document, in the order of their days."""
    rows = session.con.execute(
        f"SELECT number, agreement, doc, day FROM (SELECT p.number, a.id AS agreement, a.doc, {_DAY} AS day"
        " FROM party AS p JOIN agreement AS a ON a.id = p.agreement"
        " WHERE p.seat = 0 AND p.number IS NOT NULL AND a.void_reason IS NULL"
        f" UNION ALL SELECT f.number, a.id, a.doc, {_DAY} FROM further_number AS f"
        " JOIN agreement AS a ON a.id = f.agreement WHERE f.seat = 0 AND a.void_reason IS NULL)"
        " ORDER BY day, length(agreement), agreement"
    )
    return [
        Given(number, agreement, Doc(doc), int(day[:4]), int(day[5:7]) if len(day) > 4 else None)
        for number, agreement, doc, day in rows
    ]


def begun_in(session: Session) -> int:
    """The year in which the registry was begun; documents of earlier ones may never have been entered."""
    (at,) = session.con.execute("SELECT min(at) FROM act").fetchone()
    return int(at[:4])
