"""The one place that reads the clock, the user's name, the environment and the terminal."""

import os
import sys
from datetime import UTC, datetime
from pathlib import Path

from kskd import system
from kskd.domain.values.text import clean, quote, safe
from kskd.errors import refusal

YEARS = range(1945, 2150)
"""What a clock may say: the years of ``domain.values.dates``, which is not loaded here, but for the last."""


def now() -> datetime:
    """The local time with its offset; SOURCE_DATE_EPOCH (seconds, as in reproducible builds) overrides it.

    UsageError for a time zone that there cannot be, and for a clock in a year that no date here may have.
    """
    epoch = os.environ.get("SOURCE_DATE_EPOCH", "")
    if epoch:
        if not (epoch.isascii() and epoch.isdigit() and int(epoch[:12]) < 5_680_281_600):
            raise refusal("source-date-epoch-wrong")
        return datetime.fromtimestamp(int(epoch), UTC)
    try:
        read = datetime.now().astimezone()
    except (ValueError, OverflowError, OSError) as error:
        raise refusal("time-zone-wrong", zone=quote(os.environ.get("TZ", ""))) from error
    if read.year not in YEARS:
        raise refusal("clock-wrong", year=read.year)
    return read


def is_attended() -> bool:
    """Whether a person is at the terminal."""
    return sys.stdin is not None and sys.stdin.isatty() and sys.stderr.isatty()


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
