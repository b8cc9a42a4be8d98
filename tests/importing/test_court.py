"""The court of dates: the order of a column is proven or not settled."""

from kskd.domain.values.grid import Cell
from kskd.importing.court import Reading, gather, judge, read
from kskd.importing.day_readings import Order
from kskd.importing.witnesses import Exhibit


def _read(*texts: str, decided: frozenset[Order] = frozenset()) -> list[Reading]:
    exhibits = [Exhibit(Cell(text), "starts") for text in texts]
    verdict = judge(gather(exhibits), decided)
    return [read(exhibit, verdict) for exhibit in exhibits]


def _days(*texts: str, decided: frozenset[Order] = frozenset()) -> list[str | None]:
    return [reading.day.edtf if reading.day else None for reading in _read(*texts, decided=decided)]


def test_days_that_no_other_order_can_read_prove_that_of_the_column() -> None:
    assert _days("6/25/2025", "6/26/2025", "7/30/2024", "5/6/2025")[-1] == "2025-05-06"
    assert _days("25/6/2025", "5/6/2025") == ["2025-06-25", "2025-06-05"]


def test_a_column_of_both_orders_settles_none() -> None:
    assert _days("6/25/2025", "25/6/2025", "5/6/2025") == ["2025-06-25", "2025-06-25", None]


def test_nothing_proven_is_not_settled_until_a_person_decides() -> None:
    (reading,) = _read("5/6/2025")
    assert (reading.day, len(reading.readings)) == (None, 2)
    assert _days("5/6/2025", decided=frozenset({Order.MONTH_FIRST})) == ["2025-05-06"]


def test_typing_errors_are_named() -> None:
    assert _days("9/92021", "1965", "31/02/2024", "Selasa (6/7)") == [None] * 4
