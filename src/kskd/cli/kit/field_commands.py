"""Commands whose options are fields: their signature is made of the catalogue at hand."""

import inspect
from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import Any, NamedTuple

from typer.models import OptionInfo

from kskd.cli.kit.command import Shared, made
from kskd.cli.kit.field_options import parameter
from kskd.cli.kit.talk import say
from kskd.domain.field import Field, Many, Typed, texts
from kskd.domain.subjects import SUBJECTS, Subjects
from kskd.domain.told import clearable
from kskd.domain.values.kinds import FieldKind
from kskd.domain.values.text import leaves_unknown, quote
from kskd.errors import refusal

CLEAR = Field("clear", "", metavar="FAKTA", many=Many.CODES)
"""What follows ``--clear``: names of fields that become unknown again."""
Given = dict[str, Typed]
"""What was typed, by key of the field, or ``drop_`` and the key of one of many."""


_MAY_BE_UNSAID = set(FieldKind) - {FieldKind.YES_NO, FieldKind.CHOICE, FieldKind.BLOCK, FieldKind.SWITCH}
_LOOKED_UP = {"OPD", "NASKAH", "URUSAN"}
_TOLD = "told_"  # before the key in the name of a parameter, so that none is called as one of a Call


class FieldCommand(NamedTuple):
    """A command that still wants its catalogue, of whose fields it takes those that ``choose`` gives.

    It gets its Call, then what was typed of these fields, then its other options by name. ``may_drop`` adds
    options that take one of many away, ``may_clear`` the one by which a field becomes unknown again;
    ``needs`` are the keys of fields without which the command cannot do.
    """

    function: Callable[..., None]
    choose: Callable[[Subjects], Iterable[Field]]
    shared: Sequence[Shared]
    may_drop: bool
    may_clear: bool
    needs: Sequence[str]

    def bound(self, subjects: Subjects | None, _line: Sequence[str] | None) -> Callable[..., None]:
        """The command with an option for each field that it takes of these, None for those of kskd itself."""
        _, _, *own = inspect.signature(self.function).parameters.values()
        chosen = tuple(self.choose(subjects or SUBJECTS))
        flags = {field.key: field.option for field in chosen}
        told = list(self._parameters(chosen))
        names = {parameter.name for parameter in told}

        def run(call: object, **given: Any) -> None:
            typed = {name.removeprefix(_TOLD): given.pop(name) for name in names}
            typed |= unsaid(chosen, typed)
            for key in self.needs:
                if typed[key] is None:
                    raise refusal("option-missing", options=flags[key])
            self.function(call, typed, **given)

        run.__doc__ = self.function.__doc__
        first = [parameter for parameter in own if not isinstance(_told(parameter), OptionInfo)]
        return made(run, [*first, *told, *(one for one in own if one not in first)], self.shared)

    def _parameters(self, chosen: Sequence[Field]) -> Iterator[inspect.Parameter]:
        for field in chosen:
            yield parameter(_TOLD + field.key, field.option, field.told, field)
        for field in chosen if self.may_drop else ():
            if field.drop:
                yield parameter(f"{_TOLD}drop_{field.key}", f"--drop-{field.name}", field.drop, field)
        if self.may_clear:
            names = ", ".join(f"--{name}" for name in clearable(chosen))
            text = f"Mengosongkan yang salah catat: {names}."
            yield parameter(f"{_TOLD}clear", "--clear", text, CLEAR)


def takes(
    choose: Callable[[Subjects], Iterable[Field]],
    *shared: Shared,
    may_drop: bool = False,
    may_clear: bool = False,
    needs: Sequence[str] = (),
) -> Callable[[Callable[..., None]], FieldCommand]:
    """A command with options for the fields that ``choose`` gives of a catalogue."""
    return lambda function: FieldCommand(function, choose, shared, may_drop, may_clear, needs)


def unsaid(chosen: Iterable[Field], typed: Given) -> Given:
    """What is left of fields for which "-" or its like was typed, each told; "tidak" may be an answer."""
    left: Given = {}
    for field in chosen:
        given = typed.get(field.key)
        may_be = field.passes_nothing if isinstance(given, list) else field.kind in _MAY_BE_UNSAID
        said = [given] if isinstance(given, str) else texts(given)
        nothing = [text for text in said if leaves_unknown(text)] if may_be else []
        if field.metavar in _LOOKED_UP:  # "XX" may be a code
            nothing = [text for text in nothing if not (text.isalpha() and text.isupper())]
        if field.knows_unknown:
            nothing = [text for text in nothing if not _has_come(text)]
        if not nothing:
            continue
        is_list = isinstance(given, list)
        left[field.key] = [text for text in said if text not in nothing] if is_list else None
        what = f"tidak dicatat sebagai {field.label}" if is_list else f"{field.label} belum diketahui"
        say(*(f"{field.option} {quote(text)}: {what}." for text in nothing))
    return left


def _has_come(text: str) -> bool:
    from kskd.domain.values.days import says_unknown

    return says_unknown(text)


def _told(parameter: inspect.Parameter) -> object:
    (told,) = parameter.annotation.__metadata__
    return told
