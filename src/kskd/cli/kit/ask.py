"""Questions at a terminal, with defaults; never asked inside a transaction."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import TypeVar

import typer

from kskd.cli.kit.command import Call
from kskd.cli.kit.talk import say
from kskd.cli.kit.typed_day import typed_day
from kskd.domain.field import Field, Value
from kskd.domain.values.kinds import FieldKind
from kskd.domain.values.text import headed, leaves_unknown
from kskd.errors import KskdError, refusal

_Code = TypeVar("_Code", bound=str)
_Value = TypeVar("_Value")


def ask(label: str, read: Callable[[str], _Value], default: str | None = None) -> _Value:
    """The value of one answer; the sentence of a refusal is shown and the question comes again."""
    while True:
        answer = _typed(label, default)
        if not answer:
            say("  Wajib diisi.")
            continue
        try:
            return read(answer)
        except KskdError as error:
            say(f"  {error}")


def ask_optional(
    label: str,
    read: Callable[[str], _Value],
    is_nothing: Callable[[str], bool] = leaves_unknown,
    default: str = "",
) -> _Value | None:
    """As ``ask``; an empty answer means that it is not known, and so does "-" or its like.

    With a default, which is shown, an empty answer means that.
    """
    may_be = "- bila belum ada" if default else "boleh kosong"
    while True:
        answer = _typed(f"{label} ({may_be})", default)
        if not answer or is_nothing(answer):
            return None
        try:
            return read(answer)
        except KskdError as error:
            say(f"  {error}")


def day(read: Callable[[str], _Value]) -> Callable[[str], _Value]:
    """A reader of a day that understands "besok" and its like too."""
    return lambda text: read(typed_day(text))


def ask_field(field: Field) -> Value | None:
    """The value of one answer about a field, as it is kept; None where it is not known."""
    codes = "ya/tidak" if field.kind is FieldKind.YES_NO else ", ".join(code for code, _ in field.choices)
    read = day(field.read) if field.kind is FieldKind.DATE else field.read
    label = headed(field.label) + (f" ({codes})" if codes else "")
    return ask_optional(label, read, (lambda _: False) if codes else leaves_unknown)


def ask_fields(fields: Iterable[Field], is_known: Callable[[str], object]) -> Iterator[tuple[str, Value]]:
    """What is answered about those fields that everybody is asked for, by key."""
    for field in fields:
        if field.is_asked and not is_known(field.key) and (value := ask_field(field)) is not None:
            yield field.key, value


def choose(label: str, choices: Mapping[_Code, str], default: str | None = None) -> str:
    """One of the codes, by code or by number."""
    codes = [str(code) for code in choices]
    for at, (code, meaning) in enumerate(zip(codes, choices.values(), strict=True), 1):
        say(f"  {at}. {code}" + (f" – {meaning}" if meaning else ""))
    while True:
        answer = _typed(label, default).casefold()
        if answer.isascii() and answer.isdigit() and 1 <= int(answer) <= len(codes):
            return codes[int(answer) - 1]
        named = [code for code in codes if code.casefold() == answer]
        if named:
            return named[0]
        say(f"  Pilih nomor 1 sampai {len(codes)}.")


def agree(question: str) -> bool:
    """Yes or no, no by default."""
    while True:
        answer = _typed(f"{question} (y/t)", "t").casefold()
        if answer in {"y", "ya", "t", "tidak"}:
            return answer.startswith("y")
        say("  Ketik y atau t.")


def confirm(call: Call, question: str, switch: str = "") -> None:
    """Go on if a person agrees, or ``--yes`` or ``--dry-run`` was said; Refused where nobody can be asked.

    ``switch`` is what the command must be given to ask at all.
    """
    if call.yes or call.dry_run:
        return
    if not call.may_ask:
        words = f"kskd {call.command} {switch}".rstrip()
        raise refusal("confirmation-missing", command=words)
    if not agree(question):
        raise refusal("confirmation-denied")


def _typed(label: str, default: str | None) -> str:
    shown = bool(default)
    return str(
        typer.prompt(label, default="" if default is None else default, show_default=shown, err=True)
    ).strip()
