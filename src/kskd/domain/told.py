"""What a subject is told of field by field: its attributes, and kept values of fields without one."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any

from kskd.domain.values.text import headed

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping
    from typing import Self

    from kskd.domain.field import Field, Fields, Typed, Value


@dataclass(frozen=True, slots=True, kw_only=True)
class Told:
    """``more`` are kept values of plain fields that are no attribute, in order of key."""

    more: tuple[tuple[str, Value], ...] = ()

    def fact(self, key: str) -> Any:
        """The value of a plain field, attribute or not; None while it is not known."""
        return getattr(self, key) if key in self.__dataclass_fields__ else dict(self.more).get(key)

    def telling(self, values: Mapping[str, Any]) -> Self:
        """The subject with these values of plain fields."""
        own = {key: value for key, value in values.items() if key in self.__dataclass_fields__}
        more = dict(self.more) | {key: _kept(value) for key, value in values.items() if key not in own}
        return replace(self, **own, more=tuple(sorted(more.items())))


def _kept(value: Any) -> Value:
    """A day or a period is kept as text."""
    return value if isinstance(value, str | int | float) else str(value)


def read_told(fields: Iterable[Field], typed: Mapping[str, Typed]) -> dict[str, Any]:
    """The values of what was typed of these fields, by key; what was not said is left out."""
    said: dict[str, Any] = {}
    for field in fields:
        text = typed.get(field.key)
        if isinstance(text, str):
            said[field.key] = field.value(field.read(text))
        elif isinstance(text, bool):
            said[field.key] = text
    return said


def worded(fields: Fields, one: Told) -> dict[str, str | None]:
    """Each plain field by its label, in words, to be compared; None where it is not known."""
    known = ((field, one.fact(field.key)) for field in fields.plain)
    return {headed(field.label): None if now is None else field.changed(now) for field, now in known}
