"""What an option or argument is, before Typer's own objects are made of it."""

from typing import Any

# An option is kept as its Python type, default, flag (None for an argument) and what Typer is told of it;
# Typer's own objects are made only for the command that runs.
Spec = tuple[Any, Any, str | None, dict[str, Any]]


def one(flag: str, metavar: str, text: str, **more: Any) -> Spec:
    """A text option that may be given once."""
    return str | None, None, flag, {"metavar": metavar, "help": text, **more}


def many(flag: str, metavar: str, text: str) -> Spec:
    """A text option that may be repeated."""
    return list[str], [], flag, {"metavar": metavar, "help": f"{text} Dapat diulang."}


def pair(flag: str, metavar: str, text: str) -> Spec:
    """A text option that takes two words."""
    return tuple[str, str] | None, None, flag, {"metavar": metavar, "help": text}


def number(flag: str, metavar: str, text: str) -> Spec:
    """A whole number."""
    return int | None, None, flag, {"metavar": metavar, "help": text}


def numbers(flag: str, metavar: str, text: str) -> Spec:
    """A whole number that may be repeated."""
    return list[int], [], flag, {"metavar": metavar, "help": f"{text} Dapat diulang."}


def switch(flag: str, text: str) -> Spec:
    """An option without a value."""
    return bool, False, flag, {"help": text}


def argument(metavar: str, text: str, *, kind: Any = str, default: Any = ...) -> Spec:
    """A word of the command line without a flag."""
    return kind, default, None, {"metavar": metavar, "help": text}
