"""What Typer says about a wrong command line, and in its help, in Indonesian."""

from difflib import get_close_matches
from typing import Any


def usage_sentence(error: Any) -> str:
    """What Typer found wrong with the command line, in Indonesian, by the kind of its exception."""
    kind = type(error).__name__
    ctx = getattr(error, "ctx", None)
    path = ctx.command_path if ctx else "kskd"
    param = getattr(error, "param", None)
    named = "/".join(param.opts) if param is not None and param.param_type_name == "option" else None
    named = named or (param.make_metavar(ctx) if param is not None else "")
    message = error.format_message()
    if kind == "NoSuchOption":
        near = getattr(error, "possibilities", None)
        sentence = f"Opsi {error.option_name} tidak dikenal." + (
            f" Maksud Anda {', '.join(near)}?" if near else ""
        )
    elif kind == "MissingParameter":
        sentence = f"{named} belum disebut."
    elif message.startswith("No such command "):
        sentence = _unknown_command(message.split("'", 2)[1], ctx)
    elif kind == "BadParameter":
        sentence = f"Nilai untuk {named} tidak dapat dipakai: {_value(message)}."
    elif kind == "BadOptionUsage":
        sentence = f"Opsi {error.option_name} memerlukan nilai, atau justru tidak menerimanya."
    elif "unexpected extra argument" in message:
        sentence = (
            f"Ada kata yang tidak dimengerti:{message.rsplit('(', 1)[-1].rpartition(')')[0].join((' ', '.'))}"
        )
    else:
        sentence = message
    return f"{sentence} Lihat {path} --help."


def _unknown_command(name: str, ctx: Any) -> str:
    near = get_close_matches(name, ctx.command.list_commands(ctx), n=3, cutoff=0.6) if ctx else []
    return f"Perintah {name} tidak dikenal." + (f" Maksud Anda {', '.join(near)}?" if near else "")


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
