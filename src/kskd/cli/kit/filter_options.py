"""Commands that look at some documents only: each has the whole set of filters, in one line."""

import inspect
from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, Any

from kskd.cli.kit.command import SHARED, Shared, made

if TYPE_CHECKING:
    from kskd.domain.field import Field
    from kskd.domain.subjects import Subjects


class FilteredCommand:
    """A command that still wants the options of all filters, where its signature has ``filters``.

    There it gets what was said of them (``Filters``).
    """

    def __init__(self, function: Callable[..., None], shared: Sequence[Shared]) -> None:
        """Keep the function, and which options it has of a Call."""
        self._function, self._shared = function, shared

    def bound(self, _: "Subjects | None", line: Sequence[str] | None) -> Callable[..., None]:
        """The command for what follows its name, None where that is not known.

        Making the options of filters takes longer than many a command, and mostly none is said: they are left
        out where every option on the line is one of the command's own.
        """
        _call, *own = inspect.signature(self._function).parameters.values()
        plain = [one for one in own if one.name != "filters"]
        shared = (SHARED[name] for name in self._shared)
        if line is not None and _says_only(line, [*plain, *shared]):
            return self._made(plain, ())
        from kskd.cli.kit.field_options import parameter
        from kskd.workflows.register.filters import OPTIONS

        at = next(place for place, one in enumerate(own) if one.name == "filters")
        options = (parameter(one.key, one.option, one.told, one) for one in OPTIONS)
        return self._made([*own[:at], *options, *own[at + 1 :]], OPTIONS)

    def _made(self, own: Sequence[inspect.Parameter], filters: Sequence["Field"]) -> Callable[..., None]:
        def run(call: object, **given: Any) -> None:
            typed = {one.key: given.pop(one.key) for one in filters}
            self._function(call, filters={key: _texts(one) for key, one in typed.items() if one}, **given)

        run.__doc__ = self._function.__doc__
        return made(run, own, self._shared)


def filtered(*shared: Shared) -> Callable[[Callable[..., None]], FilteredCommand]:
    """A command as ``command`` makes it, with the options of all filters (see ``FilteredCommand``)."""
    return lambda function: FilteredCommand(function, shared)


def _says_only(line: Sequence[str], own: Sequence[inspect.Parameter]) -> bool:
    """Whether all on the line that may be an option is one of these, written out; ``--help`` is none."""
    flags = {flag for one in own for flag in one.annotation.__metadata__[0].param_decls or ()}
    return all(word.partition("=")[0] in flags for word in line if word.startswith("-"))


def _texts(typed: str | Sequence[str] | bool) -> Sequence[str]:
    if isinstance(typed, bool):
        return ()
    return (typed,) if isinstance(typed, str) else tuple(typed)
