"""Lines of life: which umbrellas are one cooperation on a day."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from kskd.domain.document.ending import Ending
from kskd.domain.document.lines import lines_of
from kskd.domain.document.term import Term
from kskd.domain.values.days import Day
from tests.registry.harness import plain

AS_OF = date(2024, 12, 31)


def _kb(one: str, signed: date | None, before: str | None = None, **more: Any) -> Any:
    return plain(one, signed=Day.of(signed), predecessor=before, entered_on=date(2024, 1, 2), **more)


OLD = _kb("KB-2019-001", date(2019, 3, 1))
NEW = _kb("KB-2024-001", date(2024, 2, 1), OLD.id)
NEWEST = _kb("KB-2024-002", date(2024, 11, 1), NEW.id)
STARTS = Term(Day.of(date(2024, 6, 1)))


def _ended(on: date) -> Any:
    """An extension from June that was ended on a day."""
    return _kb("KB-2024-001", NEW.signed_on, OLD.id, term=STARTS, ending=Ending(on, "x"))


DRAFT = _kb("KB-2024-009", None, OLD.id)
VOID = _kb("KB-2024-001", NEW.signed_on, OLD.id, void_reason="x")
VOID_OLD = _kb(OLD.id, OLD.signed_on, void_reason="x")
NOTE = plain("NK-2024-001", signed=NEW.signed, predecessor=OLD.id)
PKS = plain("PKS-2019-001", signed=OLD.signed)
AFTER_PKS = _kb("KB-2024-001", NEW.signed_on, PKS.id)
CASES: dict[str, tuple[tuple[Any, ...], date, list[str]]] = {
    "one alone": ((OLD,), AS_OF, ["KB-2019-001"]),
    "an extension": ((OLD, NEW), AS_OF, ["KB-2019-001 KB-2024-001"]),
    "two": ((NEWEST, NEW, OLD), AS_OF, ["KB-2019-001 KB-2024-001 KB-2024-002"]),
    "before it was signed": ((OLD, NEW), date(2024, 1, 31), ["KB-2019-001"]),
    "a draft that carries on": ((OLD, DRAFT), AS_OF, ["KB-2019-001 KB-2024-009"]),
    "before the draft was entered": ((OLD, DRAFT), date(2024, 1, 1), ["KB-2019-001"]),
    "a void extension": ((OLD, VOID), AS_OF, ["KB-2019-001"]),
    "one ended before it began": ((OLD, _ended(date(2024, 5, 31))), AS_OF, ["KB-2019-001", "KB-2024-001"]),
    "before that end": ((OLD, _ended(date(2024, 5, 31))), date(2024, 5, 30), ["KB-2019-001 KB-2024-001"]),
    "one ended on its first day": ((OLD, _ended(date(2024, 6, 1))), AS_OF, ["KB-2019-001 KB-2024-001"]),
    "a void beginning": ((VOID_OLD, NEW), AS_OF, ["KB-2024-001"]),
    "an NK after a KB": ((OLD, NOTE), AS_OF, ["KB-2019-001 NK-2024-001"]),
    "no umbrella": ((PKS,), AS_OF, []),
    "an umbrella after none": ((PKS, AFTER_PKS), AS_OF, ["KB-2024-001"]),
}


@pytest.mark.parametrize(("documents", "as_of", "lines"), CASES.values(), ids=CASES)
def test_a_line_is_an_umbrella_with_what_extends_it(
    documents: tuple[Any, ...], as_of: date, lines: list[str]
) -> None:
    found = lines_of(documents, as_of)
    assert sorted({" ".join(line) for line in found.values()}) == lines
    assert all(key in line for key, line in found.items())
