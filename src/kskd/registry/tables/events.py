"""What happened to the registry as a whole: each a row that its act is journalled with, never taken back."""

from kskd.domain.values.text import safe
from kskd.registry.session import Session

_LONGEST = 2000  # characters


def write_event(session: Session, kind: str, detail: str, *, outside: int | None = None) -> None:
    """Note an ``erase``, ``repair`` or ``restore`` in the caller's act, in words.

    ``outside`` is the last change of another program that a repair accepts.
    """
    session.con.execute(
        "INSERT INTO event (kind, detail, outside) VALUES (?, ?, ?)", (kind, safe(detail)[:_LONGEST], outside)
    )
