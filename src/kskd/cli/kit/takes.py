"""Giving commands their options, and forms their values."""

import inspect
from collections.abc import Callable
from functools import wraps
from typing import Any, TypeVar

import typer

from kskd.cli.kit.context import access, as_of
from kskd.cli.kit.options import OPTIONS
from kskd.cli.kit.output import read_format
from kskd.cli.kit.talk import say
from kskd.errors import KskdError, RegistryError, UsageError

_Form = TypeVar("_Form")

READING = ("format", "as_of", "db")
WRITING = ("reason", "letter", "who", "dry_run", "db")


def takes(*names: str) -> Callable[[Callable[..., None]], Callable[..., None]]:
    """Give a command these options, in this order; it gets them by name in ``**given``.

    What every command owes its user is done here: an empty value, an impossible ``--as-of`` and an unknown
    ``--format`` are refused before anything else, a dry run says that it was one, and a damaged registry is
    called so.
    """

    def decorate(function: Callable[..., None]) -> Callable[..., None]:
        @wraps(function)
        def command(**given: Any) -> None:
            _refuse_empty(given)
            if given.get("as_of"):
                as_of(given)
            if given.get("format"):
                read_format(given)
            try:
                function(**given)
            except Exception as error:
                _blame_damage(error, given)
                raise
            if given.get("dry_run"):
                say("Uji coba: tidak ada yang disimpan.")

        parameters = [_parameter(name) for name in names]
        command.__signature__ = inspect.Signature(parameters)  # type: ignore[attr-defined]
        return command

    return decorate


def _blame_damage(error: Exception, given: dict[str, Any]) -> None:
    """RegistryError in place of what else were a bug, where the registry is damaged and any value wrong."""
    is_told = isinstance(error, KskdError | OSError | MemoryError | typer.Abort) or hasattr(
        error, "exit_code"
    )
    if is_told or "db" not in given:
        return
    from kskd.workflows.office.doctor import is_damaged

    way = access(given, "doctor")
    if is_damaged(way):
        raise RegistryError(
            f"Registri {way.path} rusak, sehingga perintah ini tidak dapat selesai. Lihat yang rusak dengan"
            " kskd doctor, lalu perbaiki dengan kskd doctor --fix atau pulihkan dengan kskd restore BERKAS."
        ) from error


def _refuse_empty(given: dict[str, Any]) -> None:
    """A script's variable that was never set must not pass as if nothing had been said."""
    for name, value in given.items():
        texts = value if isinstance(value, list) else [value]
        # NUL alone cannot be typed, and is no name of a file.
        if any(isinstance(text, str) and not text.strip().strip("\0") for text in texts):
            flag = OPTIONS[name][2] or OPTIONS[name][3]["metavar"]
            raise UsageError(f"Nilai untuk {flag} kosong; isi, atau hapus opsi itu.")


def _parameter(name: str) -> inspect.Parameter:
    kind, default, flag, told = OPTIONS[name]
    if flag is None:
        info = typer.Argument(default, show_default=False, **told)
    else:
        info = typer.Option(default, flag, show_default=False, **told)
    return inspect.Parameter(name, inspect.Parameter.KEYWORD_ONLY, default=info, annotation=kind)


def pick(given: dict[str, Any], form: type[_Form]) -> _Form:
    """A form filled from the options of the same names; lists become tuples."""
    known = form.__annotations__
    return form(
        **{
            name: tuple(value) if isinstance(value, list) else value
            for name, value in given.items()
            if name in known
        }
    )


def required(given: dict[str, Any], name: str) -> str:
    """The value of an option that the command cannot do without."""
    value = given.get(name)
    if value is None:
        raise UsageError(f"Belum disebut: --{name.replace('_', '-')}.")
    return str(value)
