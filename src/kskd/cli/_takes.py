"""Giving commands their options, and forms their values."""

import inspect
from collections.abc import Callable
from typing import Any, TypeVar

import typer

from kskd.cli._options import OPTIONS

_Form = TypeVar("_Form")

READING = ("format", "as_of", "db")
WRITING = ("reason", "dry_run", "db")


def takes(*names: str) -> Callable[[Callable[..., None]], Callable[..., None]]:
    """Give a command these options, in this order; it gets them by name in ``**given``."""

    def decorate(function: Callable[..., None]) -> Callable[..., None]:
        parameters = [_parameter(name) for name in names]
        function.__signature__ = inspect.Signature(parameters)  # type: ignore[attr-defined]
        return function

    return decorate


def _parameter(name: str) -> inspect.Parameter:
    kind, default, flag, told = OPTIONS[name]
    if flag is None:
        info = typer.Argument(default, show_default=False, **told)
    else:
        info = typer.Option(default, flag, show_default=False, **told)
    return inspect.Parameter(name, inspect.Parameter.KEYWORD_ONLY, default=info, annotation=kind)


def pick(given: dict[str, Any], form: type[_Form]) -> _Form:
    """A form filled from the options of the same names; lists become tuples."""
    known = form.__annotations__
    return form(
        **{
            name: tuple(value) if isinstance(value, list) else value
            for name, value in given.items()
            if name in known
        }
    )


def required(given: dict[str, Any], name: str) -> str:
    """The value of an option that the command cannot do without."""
    from kskd.errors import UsageError

    value = given.get(name)
    if value is None:
        raise UsageError(f"Belum disebut: --{name.replace('_', '-')}.")
    return str(value)
