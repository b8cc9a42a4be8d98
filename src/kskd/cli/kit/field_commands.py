"""Commands whose options are the fields of a document or of an evaluation, taken from the tables of those."""

import inspect
from collections.abc import Callable, Mapping

from kskd.cli.kit.command import made
from kskd.cli.kit.field_options import FIELD_OPTIONS
from kskd.cli.kit.spec import Spec, one
from kskd.domain.attributes import attributes


class _Options(dict[str, Spec]):
    """All of them; those for facts of law are made when one is first asked for, which few commands do."""

    def __missing__(self, name: str) -> Spec:
        from kskd.cli.kit.law_options import law_options

        self.update(law_options())
        if name not in self:
            raise KeyError(name)
        return self[name]


_OPTIONS = _Options(FIELD_OPTIONS)


def attribute_options(kind: type) -> dict[str, Spec]:
    """One option for each attribute of a dataclass that has one of its own, under the attribute's name."""
    return {
        name: one(entry.flag or f"--{name.replace('_', '-')}", entry.metavar, entry.help)
        for name, entry in attributes(kind).items()
        if entry.help
    }


def takes(
    *fields: str, shared: tuple[str, ...], more: Mapping[str, Spec] | None = None
) -> Callable[[Callable[..., None]], Callable[..., None]]:
    """A command with options for these fields, which it gets by name in ``**given``, and then for a Call.

    ``more`` are options of the command's own, by name.
    """
    specs = {name: more[name] if more and name in more else _OPTIONS[name] for name in fields}
    own = [
        inspect.Parameter(name, inspect.Parameter.KEYWORD_ONLY, annotation=annotation, default=default)
        for name, (annotation, default) in specs.items()
    ]
    return lambda function: made(function, own, shared)
