"""Commands that look at some documents only: each has the whole set of filters, in one line."""

import inspect
from collections.abc import Callable, Sequence
from typing import Any

from kskd.cli.kit.command import Shared, made
from kskd.cli.kit.field_options import parameter
from kskd.workflows.register.filtering import OPTIONS


def filtered(*shared: Shared) -> Callable[[Callable[..., None]], Callable[..., None]]:
    """A command as ``command`` makes it, with the options of all filters where its signature has ``filters``.

    There it gets what was said of them (``Filters``).
    """

    def decorate(function: Callable[..., None]) -> Callable[..., None]:
        own: list[inspect.Parameter] = []
        for one in list(inspect.signature(function).parameters.values())[1:]:
            own += (
                [parameter(filter_.key, filter_.option, filter_.told, filter_) for filter_ in OPTIONS]
                if one.name == "filters"
                else [one]
            )

        def run(call: object, **given: Any) -> None:
            typed = {filter_.key: given.pop(filter_.key) for filter_ in OPTIONS}
            function(call, filters={key: _texts(one) for key, one in typed.items() if one}, **given)

        run.__doc__ = function.__doc__
        return made(run, own, shared)

    return decorate


def _texts(typed: str | Sequence[str] | bool) -> Sequence[str]:
    if isinstance(typed, bool):
        return ()
    return (typed,) if isinstance(typed, str) else tuple(typed)
