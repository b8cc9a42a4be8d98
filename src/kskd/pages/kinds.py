"""A kind of page: a template that is given facts and says parts. Imported only to make pages."""

from __future__ import annotations

from collections.abc import Generator
from functools import partial
from itertools import islice
from typing import TYPE_CHECKING, Any

from jinja2 import ChoiceLoader, PrefixLoader, StrictUndefined, nodes, pass_context
from jinja2.exceptions import TemplateSyntaxError
from jinja2.nativetypes import NativeEnvironment

from kskd.domain.values.markdown import plain
from kskd.errors import refusal
from kskd.pages.parts import MARKS
from kskd.pages.said import Fragment, part, stray
from kskd.pages.sandbox import Loader, PartFault, Sandbox, guarded
from kskd.pages.templates import SHIPPED, templates_dir

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from pathlib import Path

    from jinja2.runtime import Context

    from kskd.pages.parts import Block

MAX_PARTS = 200_000
"""Pieces of one page; a template that says more is broken or hostile."""


class KindEnvironment(NativeEnvironment, Sandbox):
    """Where templates print parts instead of text: what they print is kept as it is, piece by piece.

    So nothing has to be escaped here and nothing can break out: words stay words until a format writes them.
    """

    office: Path | None = None
    """The folder of the office's own templates; None where only the shipped ones are used."""

    def _concat(self, values: Iterable[Any]) -> Any:
        """What a block, a macro, a ``call`` or a ``set`` printed, as one fragment; a block prints blocks."""
        said = Fragment(_blocks(values) if isinstance(values, Generator) else values)
        self.measured(said.pieces)
        return said

    def is_safe_attribute(self, obj: Any, attr: str, value: Any) -> bool:
        """Nothing of what has been said is reached into."""
        return not isinstance(obj, Fragment) and super().is_safe_attribute(obj, attr, value)

    def _parse(self, source: str, name: str | None, filename: str | None) -> nodes.Template:
        tree = super()._parse(source, name, filename)
        _refuse_bare(tree, name, filename)
        return tree


class Saying:
    """A part before it is called, ``p.table``: to be called and nothing else."""

    __slots__ = ("_name",)

    def __init__(self, name: str) -> None:
        """Of that name, whether there is such a part or not."""
        self._name = name

    def __call__(self, *args: object, **named: object) -> Fragment:
        """The part; PartFault where it cannot be."""
        return part(self._name, args, named)

    def __str__(self) -> str:
        """PartFault: it has not been called."""
        raise PartFault(f"p.{self._name} belum diisi; tulis p.{self._name}(…)")


class Sayings:
    """The parts as templates call them: ``p.table(…)``."""

    def __getattr__(self, name: str) -> Saying:
        """The maker of a part; what is no part is refused once it is called."""
        if name.startswith("_"):
            raise AttributeError(name)
        return Saying(name)


@pass_context
def _block(context: Context, name: str) -> Fragment:
    """The block of that name; PartFault where the kind has none."""
    if not (found := context.blocks.get(name)):
        raise PartFault(
            f"urutan menyebut {name}, yang tidak ada; block yang ada: {', '.join(context.blocks)}"
        )
    printed: Any = found[0](context)
    return Fragment(_blocks(printed))


def environment(folders: list[Path]) -> KindEnvironment:
    """The environment of kinds; an earlier folder's template hides a later one's.

    ``bawaan/…`` is always the shipped one, so that an office's kind can extend it.
    """
    made = KindEnvironment(
        loader=ChoiceLoader(
            [
                *(Loader(str(folder)) for folder in folders),
                PrefixLoader({SHIPPED: Loader(str(templates_dir()))}),
            ]
        ),
        finalize=_final,
        undefined=StrictUndefined,
        auto_reload=False,
    )
    made.office = folders[0] if len(folders) > 1 else None
    made.globals.update(p=Sayings(), bagian=_block, tanda=MARKS, kosong=())
    return made


def say(made: KindEnvironment, kind: str, page: object, **settings: object) -> tuple[Block, ...]:
    """The parts that the kind says of these facts; TemplateError names file and line."""
    name = f"kinds/{kind}.j2"
    given = {"page": page, **settings}
    return guarded(name, partial(made.run, partial(_say, made, name, given)))


def order(made: KindEnvironment, kind: str, page: object) -> tuple[str, ...]:
    """The blocks that the kind says of these facts, in order; () for a template without an order."""
    name = f"kinds/{kind}.j2"
    module = guarded(name, lambda: made.get_template(name).make_module({"page": page}))
    return tuple(getattr(module, "urutan", ()))


def _say(made: KindEnvironment, name: str, given: dict[str, object]) -> tuple[Any, ...]:
    template = made.get_template(name)
    printed: Any = template.root_render_func(template.new_context(given))
    pieces = Fragment(islice(_blocks(printed), MAX_PARTS + 1)).pieces
    if len(pieces) > MAX_PARTS:
        raise refusal("template-too-long", name=name, most=MAX_PARTS)
    return tuple(piece for piece in pieces if not isinstance(piece, str))


def _blocks(values: Generator[object, None, None]) -> Iterator[object]:
    """What is printed beside no other part; PartFault at the line that prints what needs one."""
    for value in values:
        if problem := stray(value):
            values.throw(PartFault(problem))
        yield value


def _final(value: object) -> object:
    """A fragment as it is; all else as words on one line, at which a name that is unknown raises."""
    return value if isinstance(value, Fragment) else plain(value)


def _refuse_bare(tree: nodes.Template, name: str | None, filename: str | None) -> None:
    """TemplateSyntaxError for words outside every part, by their line."""
    within = {
        id(found)
        for kind in (nodes.CallBlock, nodes.AssignBlock, nodes.Macro, nodes.FilterBlock)
        for holder in tree.find_all(kind)
        for found in holder.find_all(nodes.TemplateData)
    }
    for bare in tree.find_all(nodes.TemplateData):
        if bare.data.strip() and id(bare) not in within:
            line = bare.lineno + len(bare.data) - len(bare.data.lstrip("\n"))
            said = bare.data.strip().splitlines()[0][:60]
            raise TemplateSyntaxError(f"teks di luar bagian: {said}", line, name, filename)
