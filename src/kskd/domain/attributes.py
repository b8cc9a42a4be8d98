"""Attributes of a value that people fill one by one: what each is called, and how a text as typed becomes it.

They stand beside the attribute itself, as ``metadata`` of its dataclass field, so that one more is one entry:
its option, its reading, its words of change, its column, its place in JSON and in ``show`` follow.
"""

from __future__ import annotations

from dataclasses import field, fields
from functools import cache, partial
from typing import TYPE_CHECKING, Any, NamedTuple

from kskd.domain.values.text import clean, clean_block

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping


class Attribute(NamedTuple):
    """What an attribute is called in a change, how a text is read into it, and how its value is said.

    ``help`` is that of its option, without which it has none of its own; ``flag`` where that is not its name.
    """

    label: str
    read: Callable[[str], Any]
    help: str = ""
    metavar: str = "TEKS"
    say: Callable[[Any], str] = str
    flag: str = ""


def attribute(
    label: str,
    read: Callable[[str], Any],
    told: str = "",
    metavar: str = "TEKS",
    *,
    say: Callable[[Any], str] = str,
    flag: str = "",
    default: Any = None,
) -> Any:
    """The field of a dataclass that people fill: an ``Attribute`` of these, and what it is until then."""
    entry = Attribute(label, read, told, metavar, say, flag)
    return field(default=default, metadata={"attribute": entry})


def line(what: str, limit: int = 500) -> Callable[[str], str]:
    """A reader of a text on one line; ``what`` is its name in a refusal."""
    return partial(clean, field=what, limit=limit)


def block(what: str) -> Callable[[str], str]:
    """A reader of a text of several lines."""
    return partial(clean_block, field=what)


@cache
def attributes(kind: type) -> dict[str, Attribute]:
    """The attributes of a dataclass that people fill, by name, in their order."""
    return {one.name: one.metadata["attribute"] for one in fields(kind) if "attribute" in one.metadata}


def read_attributes(kind: type, typed: Mapping[str, str | None]) -> dict[str, Any]:
    """The values of what was typed, by name; what was not said is left out."""
    known = attributes(kind)
    return {name: known[name].read(text) for name, text in typed.items() if text is not None}


def worded(value: Any) -> dict[str, str | None]:
    """Each attribute of a value by its label, in words, to be compared; None where it is not known."""
    said = {one.label: (one.say, getattr(value, name)) for name, one in attributes(value.__class__).items()}
    return {label: None if now is None else say(now) for label, (say, now) in said.items()}
