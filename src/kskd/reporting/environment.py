"""The two Jinja environments, and what a template did wrong as one sentence. Imported only to render.

HTML autoescapes. Markdown does not: its ``finalize`` escapes each printed expression, whatever it is, and
neither ``|safe`` nor ``~`` nor ``|join`` gets around it; that of text puts each on one line. The price is
that what a *macro* returns there goes through it once more, so that shared parts are ``{% include %}``d.
"""

from collections.abc import Callable, Sequence
from decimal import Decimal
from pathlib import Path
from typing import Any, TypeVar

from jinja2 import ChoiceLoader, FileSystemLoader, StrictUndefined, TemplateNotFound, TemplateSyntaxError
from jinja2.exceptions import SecurityError, UndefinedError
from jinja2.sandbox import ImmutableSandboxedEnvironment

from kskd.domain.values.markdown import markdown, plain
from kskd.errors import TemplateError, os_reason, refusal
from kskd.reporting.filters import FILTERS

T = TypeVar("T")

_LARGEST_BASE, _LARGEST_EXPONENT = 10_000, 10


class Sandbox(ImmutableSandboxedEnvironment):
    """Jinja's sandbox, in which ``*`` and ``**`` cannot fill the memory with one expression either."""

    intercepted_binops = frozenset({"*", "**"})

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
        loader=ChoiceLoader([FileSystemLoader(str(folder)) for folder in folders]),
        autoescape=suffix == "html",
        finalize=_FINAL[suffix],
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
        auto_reload=False,
    )
    made.filters.update(FILTERS)
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


def _fault(error: Exception) -> str:
    match error:
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
