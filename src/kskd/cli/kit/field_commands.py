"""Commands whose options are fields: their signature is made of the catalogue at hand."""

import inspect
from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import Any

from typer.models import OptionInfo

from kskd.cli.kit.command import Shared, made
from kskd.cli.kit.field_options import parameter
from kskd.domain.field import Field, Many, Typed
from kskd.domain.subjects import SUBJECTS, Subjects
from kskd.domain.told import clearable
from kskd.errors import refusal

Given = dict[str, Typed]
"""What was typed, by key of the field, or ``drop_`` and the key of one of many."""


_CLEAR = Field("clear", "", metavar="FAKTA", many=Many.CODES)
_TOLD = "told_"  # before the key in the name of a parameter, so that none is called as one of a Call


class FieldCommand:
    """A command that still wants its catalogue.

    It gets its Call, then what was typed of the fields that it chose, then its other options by name.
    """

    def __init__(
        self,
        function: Callable[..., None],
        choose: Callable[[Subjects], Iterable[Field]],
        shared: Sequence[Shared],
        *,
        may_drop: bool,
        may_clear: bool,
        needs: Sequence[str],
    ) -> None:
        """Keep what the options are made of; ``may_drop`` adds those that take one of many away.

        ``may_clear`` adds the one by which a field becomes unknown again.
        ``needs`` are the keys of fields without which the command cannot do.
        """
        self._function, self._choose, self._shared = function, choose, shared
        self._may_drop, self._may_clear, self._needs = may_drop, may_clear, needs

    def bound(self, subjects: Subjects | None) -> Callable[..., None]:
        """The command with an option for each field that it takes of these, None for those of kskd itself."""
        _, _, *own = inspect.signature(self._function).parameters.values()
        chosen = tuple(self._choose(subjects or SUBJECTS))
        flags = {field.key: field.option for field in chosen}
        told = list(self._parameters(chosen))
        names = {parameter.name for parameter in told}

        def run(call: object, **given: Any) -> None:
            typed = {name.removeprefix(_TOLD): given.pop(name) for name in names}
            for key in self._needs:
                if typed[key] is None:
                    raise refusal("option-missing", options=flags[key])
            self._function(call, typed, **given)

        run.__doc__ = self._function.__doc__
        first = [parameter for parameter in own if not isinstance(_told(parameter), OptionInfo)]
        return made(run, [*first, *told, *(one for one in own if one not in first)], self._shared)

    def _parameters(self, chosen: Sequence[Field]) -> Iterator[inspect.Parameter]:
        for field in chosen:
            yield parameter(_TOLD + field.key, field.option, field.told, field)
        for field in chosen if self._may_drop else ():
            if field.drop:
                yield parameter(f"{_TOLD}drop_{field.key}", f"--drop-{field.name}", field.drop, field)
        if self._may_clear:
            names = ", ".join(f"--{name}" for name in clearable(chosen))
            text = f"Mengosongkan yang salah catat: {names}."
            yield parameter(f"{_TOLD}clear", "--clear", text, _CLEAR)


def takes(
    choose: Callable[[Subjects], Iterable[Field]],
    *shared: Shared,
    may_drop: bool = False,
    may_clear: bool = False,
    needs: Sequence[str] = (),
) -> Callable[[Callable[..., None]], FieldCommand]:
    """A command with options for the fields that ``choose`` gives of a catalogue."""
    return lambda function: FieldCommand(
        function, choose, shared, may_drop=may_drop, may_clear=may_clear, needs=needs
    )


def _told(parameter: inspect.Parameter) -> object:
    (told,) = parameter.annotation.__metadata__
    return told
