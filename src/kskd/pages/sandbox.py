"""What templates may not do, and what one did wrong as one sentence. Imported only to render."""

from collections.abc import Callable, Iterable, Iterator
from decimal import Decimal
from pathlib import Path
from typing import Any, TypeVar

from jinja2 import (
    Environment,
    FileSystemLoader,
    TemplateNotFound,
    TemplateSyntaxError,
    nodes,
    pass_eval_context,
)
from jinja2.exceptions import SecurityError, UndefinedError
from jinja2.filters import do_join, do_replace
from jinja2.loaders import split_template_path
from jinja2.nodes import EvalContext
from jinja2.runtime import markup_join, str_join
from jinja2.sandbox import ImmutableSandboxedEnvironment
from jinja2.visitor import NodeTransformer

from kskd.errors import TemplateError, os_reason, refusal
from kskd.pages.filters import FILTERS

T = TypeVar("T")

_LARGEST_BASE, _LARGEST_EXPONENT = 10_000, 10
MAX_SOURCE = 1_000_000
"""Bytes of one template."""
MAX_TEXT = 200_000_000
"""Characters that templates join together in one page, counted each time that they are joined."""
MAX_STEPS = 5_000_000
"""Turns of all loops of the pages of one kind together, far more than any office's take."""


class Loader(FileSystemLoader):
    """Plain files of one folder: a link out of it, a device or a pipe could hold anything, without an end."""

    def get_source(self, environment: Environment, template: str) -> tuple[str, str, Callable[[], bool]]:
        """As Jinja's own; TemplateError for what is no plain file in the folder, or too large."""
        folder = Path(self.searchpath[0]).resolve()
        path = folder.joinpath(*split_template_path(template))
        if path.exists() or path.is_symlink():
            real = path.resolve()
            if not real.is_relative_to(folder) or not real.is_file() or real.stat().st_size > MAX_SOURCE:
                raise refusal("template-not-plain", name=template, most=MAX_SOURCE)
        return super().get_source(environment, template)


class _Joins(NodeTransformer):
    """``a ~ b`` is a filter, so that it is counted, and a format can do it its own way."""

    def visit_Concat(self, node: nodes.Concat, *args: Any) -> nodes.Node:  # noqa: N802 - a visitor's name
        """The join of its parts in its place."""
        self.generic_visit(node, *args)
        parts = nodes.List(node.nodes, lineno=node.lineno)
        return nodes.Filter(parts, "tilde", [], [], None, None, lineno=node.lineno)


_WIDENING = frozenset(
    {
        "center",
        "expandtabs",
        "format",
        "format_map",
        "join",
        "ljust",
        "replace",
        "rjust",
        "translate",
        "zfill",
    }
)
"""Methods of texts that make one of any length out of a short one."""
_LEFT_OUT = frozenset(
    {"batch", "center", "format", "indent", "random", "slice", "urlize", "wordwrap", "xmlattr"}
)
"""Filters that do so, or that are not the same again."""


class Sandbox(ImmutableSandboxedEnvironment):
    """Jinja's sandbox, in which no expression can fill the memory either, and no loop can run for hours."""

    intercepted_binops = frozenset({"*", "**", "+", "%"})
    steps = 0
    joined = 0

    def __init__(self, *args: Any, **settings: Any) -> None:
        """As Jinja's, with its filters and functions that have no bound left out or bounded."""
        super().__init__(*args, **settings)
        self.globals.pop("lipsum", None)
        self.filters = {name: one for name, one in self.filters.items() if name not in _LEFT_OUT}
        self.filters.update(FILTERS, counted=self.counted, tilde=self._tilde)
        self.filters.update(join=self._join, replace=self._replace)
        self.concat = self._concat  # type: ignore[method-assign]

    def _parse(self, source: str, name: str | None, filename: str | None) -> nodes.Template:
        tree = super()._parse(source, name, filename)
        _Joins().visit(tree)
        for loop in tree.find_all(nodes.For):
            loop.iter = nodes.Filter(loop.iter, "counted", [], [], None, None, lineno=loop.lineno)
        return tree

    def counted(self, items: Iterable[T]) -> Iterator[T]:
        """The items of a loop, each counted; SecurityError beyond all that are allowed."""
        for one in items:
            self.steps += 1
            if self.steps > MAX_STEPS:
                raise SecurityError(f"perulangannya lebih dari {MAX_STEPS} putaran")
            yield one

    def measured(self, values: Iterable[T], between: int = 0) -> list[T]:
        """The values that are about to be joined; SecurityError beyond all that one page may join."""
        kept = list(values)
        self._spend((between + 1) * len(kept) + sum(len(one) for one in kept if isinstance(one, str)))
        return kept

    def _spend(self, size: int) -> None:
        self.joined += size
        if self.joined > MAX_TEXT:
            raise SecurityError(f"teksnya lebih dari {MAX_TEXT} karakter")

    @pass_eval_context
    def _tilde(self, context: EvalContext, values: Iterable[object]) -> str:
        return (markup_join if context.autoescape else str_join)(self.measured(values))

    @pass_eval_context
    def _join(
        self, context: EvalContext, values: Iterable[object], between: str = "", attribute: str | None = None
    ) -> str:
        told: str = do_join(context, self.measured(values, len(between)), between, attribute)
        return told

    @pass_eval_context
    def _replace(self, context: EvalContext, text: object, old: str, new: str) -> str:
        said = text if isinstance(text, str) else str(text)  # what is marked as written stays so
        self._spend(len(said) + said.count(old) * len(new))
        return do_replace(context, said, old, new)

    def _concat(self, values: Iterable[str]) -> str:
        return "".join(self.measured(values))

    def is_safe_attribute(self, obj: Any, attr: str, value: Any) -> bool:
        """No method of a text that widens it."""
        return not (isinstance(obj, str) and attr in _WIDENING) and super().is_safe_attribute(
            obj, attr, value
        )

    def wrap_str_format(self, value: Any) -> None:
        """No ``format`` of a text of its own, which would be let through before."""

    def run(self, work: Callable[[], T]) -> T:
        """What calls templates' code by itself: whatever it raises knows the lines of the templates."""
        self.joined = 0
        try:
            return work()
        except Exception:  # a template can raise anything
            self.handle_exception()
            raise

    def needed_by(self, name: str) -> list[str]:
        """The templates that one includes, imports or extends by name and cannot do without."""
        source, _, _ = self.loader.get_source(self, name) if self.loader else ("", None, None)
        tree, found = self.parse(source), list[nodes.Expr]()
        found += (one.template for one in tree.find_all(nodes.Include) if not one.ignore_missing)
        found += (one.template for one in tree.find_all(nodes.Extends))
        found += (one.template for one in tree.find_all(nodes.Import))
        found += (one.template for one in tree.find_all(nodes.FromImport))
        return [one.value for one in found if isinstance(one, nodes.Const) and isinstance(one.value, str)]

    def call_binop(self, context: Any, operator: str, left: Any, right: Any) -> Any:
        """Multiply numbers only, raise them to small powers only, and add what is not too long."""
        if operator == "+":
            self.measured(side for side in (left, right) if isinstance(side, str))
            if sum(len(side) for side in (left, right) if isinstance(side, list | tuple)) > MAX_STEPS:
                raise SecurityError("daftarnya terlalu panjang")
            return super().call_binop(context, operator, left, right)
        if not all(isinstance(side, int | float | Decimal) for side in (left, right)):
            raise SecurityError("hanya bilangan yang dapat dikalikan atau dibagi")
        if operator == "**" and (abs(left) > _LARGEST_BASE or abs(right) > _LARGEST_EXPONENT):
            raise SecurityError("pangkat terlalu besar")
        return super().call_binop(context, operator, left, right)


def guarded(name: str, run: Callable[[], T]) -> T:
    """Run, and turn whatever a template does wrong into a TemplateError with file and line."""
    try:
        return run()
    except (TemplateError, MemoryError):
        raise
    except TemplateNotFound as error:
        raise refusal("template-included-missing", included=error.name, name=name) from error
    except UnicodeDecodeError as error:
        raise refusal("template-not-utf-8", name=name) from error
    except TemplateSyntaxError as error:
        place = error.name or name
        raise refusal("template-malformed", name=place, line=error.lineno, problem=error.message) from error
    except OSError as error:
        raise refusal("template-unreadable", name=name, reason=os_reason(error)) from error
    except Exception as error:  # a template can raise anything
        place, line = _place(error, name)
        raise refusal(_fault(error), name=place, line=line, problem=error) from error


class PartFault(Exception):
    """A template says a part that there is not, or says one wrongly: the problem in words."""


def _fault(error: Exception) -> str:
    match error:
        case PartFault():
            return "template-part"
        case SecurityError():
            return "template-forbidden"
        case UndefinedError():
            return "template-name-unknown"
        case _:
            return "template-failing"


def _place(error: BaseException, name: str) -> tuple[str, int]:
    """Name and line of the innermost template in the traceback."""
    line, trace = 0, error.__traceback__
    while trace is not None:
        file = trace.tb_frame.f_code.co_filename
        if file.endswith(".j2"):
            name, line = "/".join(file.replace("\\", "/").split("/")[-2:]), trace.tb_lineno
        trace = trace.tb_next
    return name, line
