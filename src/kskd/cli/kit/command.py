"""What makes a command of a function with typed options, and what every command owes its user."""

import inspect
from collections.abc import Callable, Sequence
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any, Concatenate, Literal, NamedTuple, ParamSpec

import typer
from typer.models import OptionInfo

from kskd.cli.kit.context import home, is_attended, now, user
from kskd.cli.kit.options import Codes, option, switch
from kskd.cli.kit.output import Format, read_format
from kskd.cli.kit.talk import say
from kskd.cli.kit.typed_day import day_said, typed_day
from kskd.domain.values.kinds import METAVARS, FieldKind
from kskd.domain.values.text import clean, leaves_unknown
from kskd.errors import KskdError, refusal
from kskd.workflows.access import Access

if TYPE_CHECKING:
    from kskd.domain.subjects import Subjects

_Own = ParamSpec("_Own")
Shared = Literal[
    "db", "format", "as_of", "reason", "letter", "who", "seen", "dry_run", "yes", "no_input"
]  # what a Call may carry
READING: tuple[Shared, ...] = ("format", "as_of", "db")
WRITING: tuple[Shared, ...] = ("reason", "letter", "who", "dry_run", "db")


class Call(NamedTuple):
    """The command as it is typed, without ``kskd``, and what it has in common with others, as typed.

    A command that does not have one of these options finds it at its default. ``fields`` is the catalogue of
    what may be recorded, None for kskd's own.
    """

    command: str
    fields: "Subjects | None" = None
    db: Annotated[
        str | None,
        option("--db", "BERKAS", "Berkas registri [bawaan: KSKD_DB, lalu ./kskd.db].", envvar="KSKD_DB"),
    ] = None
    format: Annotated[
        str | None,
        option(
            "--format",
            "BENTUK",
            "table, json, csv, tsv, atau md [bawaan: table di terminal, selain itu tsv].",
        ),
    ] = None
    as_of: Annotated[
        str | None, option("--as-of", "TANGGAL", "Keadaan pada tanggal ini [bawaan: hari ini].")
    ] = None
    reason: Annotated[
        str | None, option("--reason", "ALASAN", "Alasan; wajib bila mengubah yang sudah tercatat.")
    ] = None
    letter: Annotated[str | None, option("--letter", "NOMOR", "Nomor surat yang memintanya.")] = None
    who: Annotated[
        str | None,
        option("--who", "NAMA", "Siapa yang mengubah [bawaan: KSKD_WHO, lalu nama pengguna komputer]."),
    ] = None
    seen: Annotated[
        int | None,
        option(
            "--seen", "VERSI", "Versi naskah yang dilihat (kskd show); ditolak bila naskah berubah sejak itu."
        ),
    ] = None
    dry_run: Annotated[bool, switch("--dry-run", "Memeriksa dan menampilkan hasil tanpa menyimpan.")] = False
    yes: Annotated[bool, switch("--yes", "Setuju tanpa ditanya.")] = False
    no_input: Annotated[bool, switch("--no-input", "Tidak bertanya apa pun.")] = False

    @property
    def access(self) -> Access:
        """What every use case is given."""
        return Access(
            path=home(Path(self.db or "kskd.db")),
            now=now(),
            who=_cleaned(self.who, "nama pengguna") or user(),
            command=self.command,
            reason=_cleaned(self.reason, "alasan"),
            seen=self.seen,
            letter=_cleaned(self.letter, "nomor surat"),
            dry_run=self.dry_run,
            tell=say,
            catalogue=self.fields,
        )

    @property
    def day(self) -> date:
        """The day of the question: ``--as-of``, else today."""
        return self.said_day or now().date()

    @property
    def said_day(self) -> date | None:
        """The day of ``--as-of``; None where it was not said."""
        return day_said(self.as_of)

    @property
    def output(self) -> Format:
        """The format asked for; a table on a terminal, else TSV."""
        return read_format(self.format)

    @property
    def may_ask(self) -> bool:
        """Whether questions may be asked: a person is at the terminal and did not forbid it."""
        return not self.no_input and is_attended()


def _cleaned(text: str | None, label: str) -> str | None:
    return None if text is None or leaves_unknown(text) else clean(text, label)


_DAY = METAVARS[FieldKind.DATE]
_KEYWORD = inspect.Parameter.KEYWORD_ONLY
_CONTEXT = inspect.Parameter("context", _KEYWORD, annotation=typer.Context)
SHARED = {
    name: inspect.Parameter(name, _KEYWORD, default=Call._field_defaults[name], annotation=annotation)
    for name, annotation in Call.__annotations__.items()
    if name in Call._field_defaults and name != "fields"
}
"""The options of a Call, by name."""


def command(*shared: Shared) -> Callable[[Callable[Concatenate[Call, _Own], None]], Callable[..., None]]:
    """A command with the options of its signature and then these, which it finds in its Call.

    What every command owes its user is done here: an empty value, an impossible ``--as-of`` and an unknown
    ``--format`` are refused before anything else, a dry run says that it was one, and a damaged registry is
    called so.
    """

    def decorate(function: Callable[Concatenate[Call, _Own], None]) -> Callable[..., None]:
        _, *own = inspect.signature(function).parameters.values()
        return made(function, own, shared)

    return decorate


def made(
    function: Callable[..., None], own: Sequence[inspect.Parameter], shared: Sequence[str]
) -> Callable[..., None]:
    """What Typer calls for the function, with its options ``own`` and those of a Call in ``shared``."""
    parameters = [*own, *(SHARED[name] for name in shared)]

    def run(context: typer.Context, **given: Any) -> None:
        for parameter in parameters:
            given[parameter.name] = _checked(parameter, given[parameter.name])
        name = context.command_path.partition(" ")[2]
        call = Call(name, context.obj, **{name: given.pop(name) for name in shared})
        _ = call.said_day, call.output  # refused here if they cannot be read
        try:
            function(call, **given)
        except Exception as error:
            if "db" in shared:
                _blame_damage(error, call)
            raise
        if call.dry_run:
            say("Uji coba: tidak ada yang disimpan.")

    run.__doc__ = function.__doc__
    run.__signature__ = inspect.Signature([_CONTEXT, *parameters])  # type: ignore[attr-defined]
    return run


def _checked(parameter: inspect.Parameter, value: Any) -> Any:
    """The value; a script's variable that was never set must not pass as if nothing had been said."""
    (told,) = parameter.annotation.__metadata__
    if isinstance(told, Codes):
        value = [code for text in value for code in told.split(text)]
    texts = value if isinstance(value, list) else [value]
    # NUL alone cannot be typed, and is no name of a file.
    if any(isinstance(text, str) and not text.strip().strip("\0") for text in texts):
        flag = told.param_decls[0] if isinstance(told, OptionInfo) and told.param_decls else told.metavar
        raise refusal("option-value-empty", name=flag)
    return typed_day(value) if told.metavar == _DAY and isinstance(value, str) else value


def _blame_damage(error: Exception, call: Call) -> None:
    """RegistryError in place of what else were a bug, where the registry is damaged and any value wrong."""
    if isinstance(error, KskdError | OSError | MemoryError | typer.Abort) or hasattr(error, "exit_code"):
        return
    from kskd.workflows.office.doctor import is_damaged

    way = call.access
    if is_damaged(way):
        raise refusal("registry-damaged", path=way.path) from error


def required(value: str | None, flag: str) -> str:
    """The value of an option that the command cannot do without."""
    if value is None:
        raise refusal("option-missing", options=flag)
    return value
