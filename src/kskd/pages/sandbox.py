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
)
from jinja2.exceptions import SecurityError, UndefinedError
from jinja2.loaders import split_template_path
from jinja2.sandbox import ImmutableSandboxedEnvironment

from kskd.errors import TemplateError, os_reason, refusal

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
