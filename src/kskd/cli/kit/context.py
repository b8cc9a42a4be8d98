"""The one place that reads the clock, the user's name, the environment and the terminal."""

import os
import sys
from datetime import UTC, datetime
from pathlib import Path

from kskd import system
from kskd.domain.values.text import clean, safe
from kskd.errors import refusal


def now() -> datetime:
    """The local time with its offset; SOURCE_DATE_EPOCH (seconds, as in reproducible builds) overrides it."""
    epoch = os.environ.get("SOURCE_DATE_EPOCH", "")
    if epoch:
        if not (epoch.isascii() and epoch.isdigit() and int(epoch[:12]) < 5_680_281_600):
            raise refusal("source-date-epoch-wrong")
        return datetime.fromtimestamp(int(epoch), UTC)
    return datetime.now().astimezone()


def is_attended() -> bool:
    """Whether a person is at the terminal."""
    return sys.stdin.isatty() and sys.stderr.isatty()


def home(path: Path) -> Path:
    """The path with a home folder in place of ``~``, which crontabs and settings do not expand."""
    try:
        return path.expanduser()
    except RuntimeError:
        return path


def user() -> str:
    """Who changes something: as the office says once for all its commands, else the user's name."""
    named = os.environ.get("KSKD_WHO")
    return clean(named, "KSKD_WHO") if named else _login()


def _login() -> str:
    """The user's name on this computer."""
    name = os.environ.get("LOGNAME") or os.environ.get("USER")
    return safe(name or system.user_name() or "tidak diketahui").strip() or "tidak diketahui"
