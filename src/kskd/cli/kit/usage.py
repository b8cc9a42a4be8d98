"""What Typer says about a wrong command line, and in its help, in Indonesian."""

from difflib import get_close_matches
from typing import Any

from kskd.errors import KskdError, refusal


def usage_refusal(error: Any) -> KskdError:
    """What Typer found wrong with the command line, by the kind of its exception."""
    ctx = getattr(error, "ctx", None)
    path = ctx.command_path if ctx else "kskd"
    match type(error).__name__:
        case "NoSuchOption" if near := getattr(error, "possibilities", None):
            return refusal("option-misspelt", name=error.option_name, near=", ".join(near), path=path)
        case "NoSuchOption":
            return refusal("option-unknown", name=error.option_name, path=path)
        case "BadOptionUsage":
            return refusal("option-value-out-of-place", name=error.option_name, path=path)
        case "MissingParameter":
            return refusal("parameter-missing", name=_named(error, ctx), path=path)
        case "BadParameter":
            value = _value(error.format_message())
            return refusal("option-value-wrong", name=_named(error, ctx), value=value, path=path)
        case _:
            return _word_refusal(error.format_message(), ctx, path)


def _named(error: Any, ctx: Any) -> str:
    """The parameter as it is typed."""
    param = getattr(error, "param", None)
    if param is None:
        return ""
    named = "/".join(param.opts) if param.param_type_name == "option" else ""
    return named or str(param.make_metavar(ctx))


def _word_refusal(message: str, ctx: Any, path: str) -> KskdError:
    if message.startswith("No such command "):
        name = message.split("'", 2)[1]
        near = get_close_matches(name, ctx.command.list_commands(ctx), n=3, cutoff=0.6) if ctx else []
        if near:
            return refusal("command-misspelt", name=name, near=", ".join(near), path=path)
        return refusal("command-unknown", name=name, path=path)
    if "unexpected extra argument" in message:
        words = message.rsplit("(", 1)[-1].rpartition(")")[0]
        return refusal("word-superfluous", words=words, path=path)
    return refusal("usage-wrong", message=message, path=path)


def _value(message: str) -> str:
    """What was typed and what was expected, out of Typer's English message."""
    for english, indonesian in (
        (" is not a valid integer", " bukan bilangan bulat"),
        (" is not a valid int", " bukan bilangan bulat"),
        (" is not a valid boolean", " bukan ya atau tidak"),
        (" is not one of ", " bukan salah satu dari "),
    ):
        if english in message:
            return message.split(": ", 1)[-1].rstrip(".").replace(english, indonesian)
    return message.split(": ", 1)[-1].rstrip(".")


_HELP_WORDS = (
    ("Usage: ", "Pemakaian: "),
    ("[OPTIONS]", "[OPSI]"),
    ("COMMAND [ARGS]...", "PERINTAH [ARGUMEN]..."),
    ("\nOptions:\n", "\nOpsi:\n"),
    ("\nArguments:\n", "\nArgumen:\n"),
    ("Show this message and exit.", "Menampilkan bantuan ini, lalu selesai."),
    ("[required]", "[wajib]"),
    ("[default: ", "[bawaan: "),
)


def indonesian(text: str) -> str:
    """A help text with Typer's own words put into Indonesian."""
    for english, indonesian in _HELP_WORDS:
        text = text.replace(english, indonesian)
    return text
