"""New information or correction: what an update fills, what it changes, and what therefore needs a reason."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from kskd.domain.document.parts import PARTS, Known
from kskd.domain.document.said import SaidEnd
from kskd.domain.values.days import Day
from kskd.domain.values.text import headed
from kskd.errors import refusal

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from kskd.domain.document.agreement import Agreement
    from kskd.domain.field import Fields


@dataclass(frozen=True, slots=True)
class Change:
    """One fact before and after, in words; ``old`` is None where nothing was recorded.

    It ``narrows`` where a day is now known more exactly, and was right before.
    """

    label: str
    old: str | None
    new: str | None
    narrows: bool = False

    def __str__(self) -> str:
        """As a line for the user."""
        return f"{self.label}: {self.old or 'belum tercatat'} → {self.new or 'dihapus'}"


def compare(old: Mapping[str, Known], new: Mapping[str, Known]) -> tuple[Change, ...]:
    """What differs between two sets of facts by label, in the order of ``new``, then what went away."""
    labels = [*new, *(label for label in old if label not in new)]
    pairs = ((label, old.get(label), new.get(label)) for label in labels)
    return tuple(
        Change(label, _word(was), _word(now), narrows=_narrows(was, now))
        for label, was, now in pairs
        if was != now
    )


def _word(value: Known) -> str | None:
    if isinstance(value, Day):
        return value.words
    return value.typed if isinstance(value, SaidEnd) else value


def _narrows(was: Known, now: Known) -> bool:
    old, new = (value.on if isinstance(value, SaidEnd) else value for value in (was, now))
    return isinstance(old, Day) and isinstance(new, Day) and new.lies_in(old)


def require_reason(changes: Iterable[Change], reason: str | None) -> None:
    """A correction (something recorded is changed) must say why; new information need not."""
    corrections = [change for change in changes if change.old is not None and not change.narrows]
    if corrections and reason is None:
        raise refusal("correction-without-reason", label=corrections[0].label, change=corrections[0])


def confirm(old: Mapping[str, Known], new: Mapping[str, Known], reason: str | None) -> tuple[Change, ...]:
    """As ``compare``; Refused where a reason is wanted and missing."""
    changes = compare(old, new)
    require_reason(changes, reason)
    return changes


def of_document(fields: Fields, agreement: Agreement) -> dict[str, Known]:
    """All that is recorded of a document in words by label."""
    words: dict[str, Known] = {}
    for field in fields:
        if field.is_plain:
            value = agreement.fact(field.key)
            words[headed(field.label)] = None if value is None else field.word(value)
        elif (say := PARTS[field.key].words) is not None:
            words |= say(agreement)
    return words
