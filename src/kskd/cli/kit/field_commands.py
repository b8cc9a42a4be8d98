"""Commands whose options are the fields of a document or of an evaluation, taken from the tables of those."""

import inspect
from collections.abc import Callable

from kskd.cli.kit.command import made
from kskd.cli.kit.field_options import FIELD_OPTIONS
from kskd.cli.kit.spec import Spec


class _Options(dict[str, Spec]):
    """All of them; those for facts of law are made when one is first asked for, which few commands do."""

    def __missing__(self, name: str) -> Spec:
        from kskd.cli.kit.law_options import law_options

        self.update(law_options())
        if name not in self:
            raise KeyError(name)
        return self[name]


_OPTIONS = _Options(FIELD_OPTIONS)


def takes(*fields: str, shared: tuple[str, ...]) -> Callable[[Callable[..., None]], Callable[..., None]]:
    """A command with options for these fields, which it gets by name in ``**given``, and then for a Call."""
    own = [
        inspect.Parameter(
            name, inspect.Parameter.KEYWORD_ONLY, annotation=_OPTIONS[name][0], default=_OPTIONS[name][1]
        )
        for name in fields
    ]
    return lambda function: made(function, own, shared)
