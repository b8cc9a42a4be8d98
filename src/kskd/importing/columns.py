"""What a column of a list is taken for."""

from typing import NamedTuple


class ColumnPlan(NamedTuple):
    """What a column is taken for (``concept``, None where nothing fits), how sure that is, and why.

    ``sure`` is "pasti", "mungkin" or "tidak"; ``others`` are further concepts that it could be.
    """

    column: int
    heading: str
    concept: str | None
    sure: str
    why: str
    others: tuple[str, ...] = ()
