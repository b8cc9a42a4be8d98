"""Questions at a terminal, with defaults; never asked inside a transaction."""

from collections.abc import Callable, Mapping, Sequence
from typing import Any

import typer

from kskd.cli._output import say
from kskd.errors import KskdError


def ask(label: str, default: str | None = None, *, check: Callable[[str], object] | None = None) -> str:
    """One answer that passes ``check``; the sentence of a refusal is shown and the question comes again."""
    while True:
        answer = str(typer.prompt(label, default=default, err=True)).strip()
        try:
            if check is not None:
                check(answer)
        except KskdError as error:
            say(f"  {error}")
        else:
            return answer


def ask_optional(label: str, *, check: Callable[[str], object] | None = None) -> str | None:
    """As ``ask``; an empty answer means that it is not known."""

    def checked(text: str) -> object:
        return check(text) if text and check is not None else None

    return ask(f"{label} (kosongkan bila belum diketahui)", "", check=checked) or None


def choose(label: str, choices: Mapping[Any, str] | Sequence[str], default: str | None = None) -> str:
    """One of the codes, by code or by number."""
    table = choices if isinstance(choices, Mapping) else dict.fromkeys(choices, "")
    codes = list(table)
    for at, code in enumerate(codes, 1):
        say(f"  {at}. {code}" + (f" – {table[code]}" if table[code] else ""))
    while True:
        answer = str(typer.prompt(label, default=default, err=True)).strip().casefold()
        if answer.isascii() and answer.isdigit() and 1 <= int(answer) <= len(codes):
            return str(codes[int(answer) - 1])
        if answer in table:
            return answer
        say(f"  Pilih salah satu: {', '.join(codes)}.")
