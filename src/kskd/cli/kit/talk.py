"""Talk to people on stderr; no text can steer the terminal."""

import shutil
import sys
import textwrap
from collections.abc import Sequence

import typer

from kskd.domain.values.text import safe

NOTHING = "–"


def say(*lines: str) -> None:
    """Talk to the user, on stderr; on a terminal long lines break between words."""
    for line in lines:
        for part in folded(safe(line)) if sys.stderr.isatty() else (safe(line),):
            typer.echo(part, file=sys.stderr)  # err=True would write past a bar that is shown


def say_done(what: str, *, dry_run: bool, of: str = "") -> None:
    """Say what was done, or in a dry run would be: "Tercatat: …", "Akan tercatat: …".

    ``of`` is what it was done with, where that stands before the verb: "Adendum tercatat", "Adendum akan …".
    """
    verb = f"{what[:1].lower()}{what[1:]}"
    if of:
        say(f"{of} akan {verb}" if dry_run else f"{of} {verb}")
    else:
        say(f"Akan {verb}" if dry_run else what)


def tell(changes: Sequence[object]) -> None:
    """Say what changed, a line each, or that nothing did."""
    say(*(f"  {change}" for change in changes) if changes else ("Tidak ada yang berubah.",))


def folded(line: str) -> list[str]:
    """The line in pieces as wide as the terminal, each after the indent of the first."""
    indent = " " * (len(line) - len(line.lstrip(" ")))
    wide = shutil.get_terminal_size((100, 24)).columns
    return textwrap.wrap(line, wide, subsequent_indent=indent, break_on_hyphens=False) or [""]
