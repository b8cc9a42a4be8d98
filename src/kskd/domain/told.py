"""What a subject is told of field by field: its attributes, and kept values of fields without one."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any

from kskd.domain.field import OWN, texts
from kskd.domain.values.text import headed, quote
from kskd.errors import refusal

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping
    from typing import Self

    from kskd.domain.field import Field, Fields, Typed, Value


@dataclass(frozen=True, slots=True, kw_only=True)
class Told:
    """``more`` are kept values of plain fields that are no attribute, by key; None for one cleared."""

    more: tuple[tuple[str, Value | None], ...] = ()

    def fact(self, key: str) -> Any:
        """The value of a plain field, attribute or not; None while it is not known."""
        return getattr(self, key) if key in self.__dataclass_fields__ else dict(self.more).get(key)

    def telling(self, values: Mapping[str, Any]) -> Self:
        """The subject with these values of plain fields; for None as if nothing had ever been said."""
        had = self.__dataclass_fields__
        own = {key: had[key].default if now is None else now for key, now in values.items() if key in had}
        more = dict(self.more) | {key: _kept(value) for key, value in values.items() if key not in own}
        return replace(self, **own, more=tuple(sorted(more.items())))


def _kept(value: Any) -> Value | None:
    """A day or a period is kept as text."""
    return value if value is None or isinstance(value, str | int | float) else str(value)


def read_told(fields: Iterable[Field], typed: Mapping[str, Typed]) -> dict[str, Any]:
    """The values of what was typed of these fields, by key; what was not said is left out.

    None is the value of those that ``clear`` names.
    """
    taken = tuple(fields)
    names = texts(typed.get("clear"))
    said: dict[str, Any] = dict.fromkeys(cleared(clearable(taken), names, lambda key: bool(typed.get(key))))
    for field in taken:
        text = typed.get(field.key)
        if isinstance(text, str):
            said[field.key] = field.value(field.read(text))
        elif isinstance(text, bool):
            said[field.key] = text
    return said


def clearable(fields: Iterable[Field]) -> dict[str, str]:
    """The key of each plain field that may be unknown, by what follows ``--clear``."""
    return {field.name: field.key for field in fields if field.is_plain and not field.is_needed}


def cleared(ways: Mapping[str, str], names: Iterable[str], is_said: Callable[[str], bool]) -> tuple[str, ...]:
    """The keys of what is to be unknown again, by name in ``ways``; UsageError lists those that may be."""
    keys = []
    for text in names:
        name = text.strip().casefold().removeprefix("--").replace("_", "-")
        if name not in ways:
            raise refusal("choice-unknown", what="--clear", text=quote(text), known=", ".join(ways))
        if is_said(ways[name]):
            option = f"--set {name}" if ways[name].startswith(OWN) else f"--{name}"
            raise refusal("field-cleared-and-given", key=name, option=option)
        keys.append(ways[name])
    return tuple(keys)


def worded(fields: Fields, one: Told) -> dict[str, str | None]:
    """Each plain field by its label, in words, to be compared; None where it is not known."""
    known = ((field, one.fact(field.key)) for field in fields.plain)
    return {headed(field.label): None if now is None else field.changed(now) for field, now in known}
