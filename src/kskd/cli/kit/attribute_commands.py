"""Commands some of whose options are the attributes of a value: a report, a target."""

import inspect
from collections.abc import Callable
from typing import Annotated, Any

from kskd.cli.kit import options
from kskd.cli.kit.command import Shared, made
from kskd.domain.attributes import attributes

Told = dict[str, str | None]
"""What was typed, by name of the attribute; None where nothing was."""


def tells(kind: type, *shared: Shared) -> Callable[[Callable[..., None]], Callable[..., None]]:
    """A command with an option for each attribute of a dataclass that has one, in the place of ``told``."""
    options_of = [
        inspect.Parameter(
            name,
            inspect.Parameter.KEYWORD_ONLY,
            default=None,
            annotation=Annotated[
                str | None,
                options.option(entry.flag or f"--{name.replace('_', '-')}", entry.metavar, entry.help),
            ],
        )
        for name, entry in attributes(kind).items()
        if entry.help
    ]

    def decorate(function: Callable[..., None]) -> Callable[..., None]:
        _, *own = inspect.signature(function).parameters.values()
        spread = [part for one in own for part in (options_of if one.name == "told" else [one])]

        def run(call: object, **given: Any) -> None:
            told = {one.name: given.pop(one.name) for one in options_of}
            function(call, told=told, **given)

        run.__doc__ = function.__doc__
        return made(run, spread, shared)

    return decorate
