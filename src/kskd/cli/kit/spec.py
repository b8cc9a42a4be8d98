"""What an option for a field is: its type with what Typer is told, and its value where nothing was said."""

from inspect import Parameter
from typing import Annotated, Any

from kskd.cli.kit import options

Spec = tuple[Any, Any]


def one(flag: str, metavar: str, text: str) -> Spec:
    """A text option that may be given once."""
    return Annotated[str | None, options.option(flag, metavar, text)], None


def many(flag: str, metavar: str, text: str) -> Spec:
    """A text option that may be repeated."""
    return Annotated[list[str], options.many(flag, metavar, text)], Parameter.empty


def codes(flag: str, metavar: str, text: str, *, or_names: bool = False) -> Spec:
    """An option for codes."""
    return Annotated[list[str], options.codes(flag, metavar, text, or_names=or_names)], Parameter.empty


def number(flag: str, metavar: str, text: str) -> Spec:
    """A whole number."""
    return Annotated[int | None, options.option(flag, metavar, text)], None


def numbers(flag: str, metavar: str, text: str) -> Spec:
    """A whole number that may be repeated."""
    return Annotated[list[int], options.many(flag, metavar, text)], Parameter.empty


def switch(flag: str, text: str) -> Spec:
    """An option without a value."""
    return Annotated[bool, options.switch(flag, text)], False
