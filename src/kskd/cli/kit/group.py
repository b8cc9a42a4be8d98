"""The command tree, loaded as it is called."""

import gc
import inspect
import os
import signal
import sys
from collections.abc import Callable, Iterator, Mapping, Sequence
from importlib import import_module
from typing import TYPE_CHECKING, Any, NoReturn, TypeAlias

import typer
from typer.core import TyperCommand, TyperGroup

from kskd import __version__
from kskd.cli.kit.door import complain, guarded, use_utf8
from kskd.cli.kit.parser import Parser
from kskd.cli.kit.signals import Stopped, heeded
from kskd.cli.kit.usage import indonesian
from kskd.errors import refusal

if TYPE_CHECKING:
    from typer._click import Command, Context, HelpFormatter

    from kskd.domain.subjects import Subjects

Node: TypeAlias = tuple["Group | str", str]  # where a command lives (or a deeper group) and its help

_YOUNG = 20_000
"""How many new objects before garbage is looked for: a short command makes fewer, and has none."""


class Group:
    """A node of the tree: sections of commands."""

    def __init__(self, name: str, help_text: str, sections: Mapping[str, Mapping[str, Node]]) -> None:
        """Keep its name, its help and the commands of each section."""
        self.name, self.help, self.sections = name, help_text, sections

    @classmethod
    def of(cls, name: str, help_text: str, commands: Mapping[str, Node]) -> "Group":
        """A node with one section."""
        return cls(name, help_text, {"Perintah": commands})

    def find(self, name: str) -> Node | None:
        """Where the command lives and its help."""
        return next((commands[name] for commands in self.sections.values() if name in commands), None)

    def paths(self) -> Iterator[str]:
        """Every command below it as it is typed, without its own name."""
        for commands in self.sections.values():
            for name, (where, _) in commands.items():
                if isinstance(where, Group):
                    yield from (f"{name} {path}" for path in where.paths())
                else:
                    yield name


def load(
    where: str, fields: "Subjects | None" = None, line: Sequence[str] | None = None
) -> Callable[..., None]:
    """The function of a command by where it lives: a module below ``kskd.cli``, a colon, its name.

    Its options for fields are those of the catalogue ``fields``, None for kskd's own. It may leave out
    what ``line``, all that follows its name, cannot mean; None where that is not known.
    """
    module, _, function = where.partition(":")
    found = getattr(import_module(f"kskd.cli.{module}"), function)
    command: Callable[..., None] = found if inspect.isfunction(found) else found.bound(fields, line)
    return command


def build(group: Group, fields: "Subjects | None" = None) -> TyperGroup:
    """The command for a node, over a catalogue; its own commands are built when they are asked for."""
    app = typer.Typer(
        name=group.name,
        cls=_LazyGroup,
        help=group.help,
        no_args_is_help=True,
        add_completion=False,
        rich_markup_mode=None,
        pretty_exceptions_enable=False,
        context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100, "obj": fields},
    )
    app.callback()(_root_options if group.name == "kskd" else _no_options)
    command = typer.main.get_command(app)
    if not isinstance(command, _LazyGroup):
        raise TypeError(group.name)
    command.tree, command.fields = group, fields
    return command


def _show_version(wanted: bool) -> None:
    if wanted:
        typer.echo(f"kskd {__version__}")
        raise typer.Exit


def _root_options(
    version: bool = typer.Option(
        False, "--version", callback=_show_version, is_eager=True, help="Menampilkan versi, lalu selesai."
    ),
) -> None:
    pass


def _no_options() -> None:
    pass


class _Command(TyperCommand):
    def make_parser(self, ctx: "Context") -> Parser:
        parser = Parser(ctx)
        for param in self.get_params(ctx):
            param.add_to_parser(parser, ctx)
        return parser

    def get_help(self, ctx: "Context") -> str:
        return indonesian(super().get_help(ctx))


class _LazyGroup(TyperGroup):
    """A group that knows its commands from a table and imports one only to run it."""

    tree: Group
    fields: "Subjects | None"
    line: Sequence[str] | None = None

    def list_commands(self, ctx: "Context") -> list[str]:  # noqa: ARG002
        return [name for commands in self.tree.sections.values() for name in commands]

    def resolve_command(
        self, ctx: "Context", args: list[str]
    ) -> tuple[str | None, "Command | None", list[str]]:
        self.line = args[1:]
        self.commands.pop(args[0], None)  # it was made for another line
        return super().resolve_command(ctx, args)

    def get_command(self, ctx: "Context", cmd_name: str) -> "Command | None":  # noqa: ARG002
        if cmd_name not in self.commands and (found := self.tree.find(cmd_name)):
            self.commands[cmd_name] = self._built(cmd_name, *found)
        return self.commands.get(cmd_name)

    def _built(self, name: str, where: "Group | str", help_text: str) -> "Command":
        if isinstance(where, Group):
            return build(where, self.fields)
        command = _command(name, load(where, self.fields, self.line), help_text)
        if not gc.isenabled():  # off since the entry point; a command may run long
            gc.freeze()  # else the first look would go through all that was loaded
            gc.set_threshold(_YOUNG)
            gc.enable()
        return command

    def format_commands(self, ctx: "Context", formatter: "HelpFormatter") -> None:  # noqa: ARG002
        for section, commands in self.tree.sections.items():
            with formatter.section(section):
                formatter.write_dl([(name, help_text) for name, (_, help_text) in commands.items()])

    def get_help(self, ctx: "Context") -> str:
        return indonesian(super().get_help(ctx))

    def invoke(self, ctx: "Context") -> Any:
        try:
            return super().invoke(ctx)
        except KeyboardInterrupt as error:  # Typer would end without a word
            raise Stopped(signal.SIGINT) from error

    def main(  # type: ignore[override]  # Typer's other parameters go through as they are
        self, args: Sequence[str] | None = None, prog_name: str | None = None, **extra: Any
    ) -> NoReturn:
        """Run, and end with the documented status: the error door."""
        extra["standalone_mode"] = False
        if sys.stderr is None:
            sys.stderr = open(os.devnull, "w", encoding="utf-8")  # noqa: SIM115, PTH123 - for the whole process
        if sys.stdout is None:
            sys.exit(complain(refusal("output-closed")))
        use_utf8()
        with heeded():
            status = guarded(lambda: TyperGroup.main(self, args, prog_name or "kskd", **extra))
        sys.exit(status)


def _command(name: str, function: Callable[..., None], help_text: str) -> "Command":
    app = typer.Typer(add_completion=False, rich_markup_mode=None, pretty_exceptions_enable=False)
    details = inspect.getdoc(function) or ""
    app.command(
        name,
        cls=_Command,
        help="\n\n".join(filter(None, (help_text, details))),
        context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100},
    )(function)
    return typer.main.get_command(app)
