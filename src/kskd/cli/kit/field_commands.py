"""Commands whose options are fields of a document: their signature is made of the catalogue at hand."""

import inspect
from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import Any

from typer.models import OptionInfo

from kskd.cli.kit.command import Shared, made
from kskd.cli.kit.field_options import parameter
from kskd.domain.document.fields import FIELDS
from kskd.domain.document.reading import Typed
from kskd.domain.field import Field, Fields

Given = dict[str, Typed]
"""What was typed, by key of the field, or ``drop_`` and the key of one of many."""


class FieldCommand:
    """A command that still wants its catalogue.

    It gets its Call, then what was typed of the fields that it chose, then its other options by name.
    """

    def __init__(
        self,
        function: Callable[..., None],
        choose: Callable[[Fields], Iterable[Field]],
        shared: Sequence[Shared],
        *,
        may_drop: bool,
    ) -> None:
        """Keep what the options are made of; ``may_drop`` adds those that take one of many away."""
        self._function, self._choose, self._shared, self._may_drop = function, choose, shared, may_drop

    def bound(self, fields: Fields | None) -> Callable[..., None]:
        """The command with an option for each field that it takes of these, None for those of kskd itself."""
        _, _, *own = inspect.signature(self._function).parameters.values()
        told = list(self._parameters(fields or FIELDS))
        names = {parameter.name for parameter in told}

        def run(call: object, **given: Any) -> None:
            typed = {name: given.pop(name) for name in names}
            self._function(call, typed, **given)

        run.__doc__ = self._function.__doc__
        first = [parameter for parameter in own if not isinstance(_told(parameter), OptionInfo)]
        return made(run, [*first, *told, *(one for one in own if one not in first)], self._shared)

    def _parameters(self, fields: Fields) -> Iterator[inspect.Parameter]:
        chosen = tuple(self._choose(fields))
        for field in chosen:
            yield parameter(field.key, field.option, field.told, field)
        for field in chosen if self._may_drop else ():
            if field.drop:
                yield parameter(f"drop_{field.key}", f"--drop-{field.name}", field.drop, field)


def takes(
    choose: Callable[[Fields], Iterable[Field]], *shared: Shared, may_drop: bool = False
) -> Callable[[Callable[..., None]], FieldCommand]:
    """A command with options for the fields that ``choose`` gives of a catalogue."""
    return lambda function: FieldCommand(function, choose, shared, may_drop=may_drop)


def _told(parameter: inspect.Parameter) -> object:
    (told,) = parameter.annotation.__metadata__
    return told
