"""The two Jinja environments, and what a template did wrong as one sentence. Imported only to render.

HTML autoescapes. Markdown does not: its ``finalize`` escapes each printed expression, whatever it is, and
neither ``|safe`` nor ``~`` nor ``|join`` gets around it; that of text puts each on one line. The price is
that what a *macro* returns there goes through it once more, so that shared parts are ``{% include %}``d.
"""

from collections.abc import Callable, Iterable, Iterator, Sequence
from decimal import Decimal
from pathlib import Path
from typing import Any, TypeVar

from jinja2 import (
    ChoiceLoader,
    Environment,
    FileSystemLoader,
    StrictUndefined,
    TemplateNotFound,
    TemplateSyntaxError,
    nodes,
)
from jinja2.exceptions import SecurityError, UndefinedError
from jinja2.loaders import split_template_path
from jinja2.sandbox import ImmutableSandboxedEnvironment

from kskd.domain.values.markdown import markdown, plain
from kskd.errors import TemplateError, os_reason, refusal
from kskd.pages.filters import FILTERS

T = TypeVar("T")

_LARGEST_BASE, _LARGEST_EXPONENT = 10_000, 10
MAX_SOURCE = 1_000_000
"""Bytes of one template."""
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


class Sandbox(ImmutableSandboxedEnvironment):
    """Jinja's sandbox, in which ``*`` and ``**`` cannot fill the memory with one expression either, and loops
    cannot run for hours.
    """

    intercepted_binops = frozenset({"*", "**"})
    steps = 0

    def _parse(self, source: str, name: str | None, filename: str | None) -> nodes.Template:
        tree = super()._parse(source, name, filename)
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

    def run(self, work: Callable[[], T]) -> T:
        """What calls templates' code by itself: whatever it raises knows the lines of the templates."""
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
        """Multiply numbers only, and raise them to small powers only."""
        if not all(isinstance(side, int | float | Decimal) for side in (left, right)):
            raise SecurityError("hanya bilangan yang dapat dikalikan")
        if operator == "**" and (abs(left) > _LARGEST_BASE or abs(right) > _LARGEST_EXPONENT):
            raise SecurityError("pangkat terlalu besar")
        return super().call_binop(context, operator, left, right)


def environment(suffix: str, folders: Sequence[Path]) -> Sandbox:
    """The environment for ``html``, ``md`` or ``text``; an earlier folder's template hides a later one's."""
    made = Sandbox(
        loader=ChoiceLoader([Loader(str(folder)) for folder in folders]),
        autoescape=suffix == "html",
        finalize=_FINAL[suffix],
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
        auto_reload=False,
    )
    made.filters.update(FILTERS, counted=made.counted)
    return made


def _html_value(value: object) -> object:
    """Markup, such as a macro's result, as it is; all else as plain text, for autoescape to escape."""
    return value if hasattr(value, "__html__") else plain(value)


_FINAL: dict[str, Callable[[object], object]] = {"html": _html_value, "md": markdown, "text": plain}


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
