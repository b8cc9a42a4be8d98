"""The one place that reads the clock, the user's name, the environment and the terminal."""

import os
import sys
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any

from kskd import system
from kskd.cli.kit.talk import say
from kskd.errors import UsageError
from kskd.workflows.access import Access


def now() -> datetime:
    """The local time with its offset; SOURCE_DATE_EPOCH (seconds, as in reproducible builds) overrides it."""
    epoch = os.environ.get("SOURCE_DATE_EPOCH", "")
    if epoch:
        if not (epoch.isascii() and epoch.isdigit() and int(epoch[:12]) < 5_680_281_600):
            raise UsageError("SOURCE_DATE_EPOCH harus bilangan detik sejak 1970, misalnya 1735603200.")
        return datetime.fromtimestamp(int(epoch), UTC)
    return datetime.now().astimezone()


def access(given: dict[str, Any], command: str) -> Access:
    """What every use case is given, from the options in ``given``."""
    return Access(
        path=_home(Path(given.get("db") or "kskd.db")),
        now=now(),
        who=_cleaned(given, "who", "nama pengguna") or _named() or _login(),
        command=command,
        reason=_cleaned(given, "reason", "alasan"),
        seen=given.get("seen"),
        letter=_cleaned(given, "letter", "nomor surat"),
        dry_run=bool(given.get("dry_run")),
        tell=say,
    )


def _home(path: Path) -> Path:
    """The path with a home folder in place of ``~``, which crontabs and settings do not expand."""
    try:
        return path.expanduser()
    except RuntimeError:
        return path


def _cleaned(given: dict[str, Any], name: str, label: str) -> str | None:
    text = given.get(name)
    if text is None:
        return None
    from kskd.domain.values.text import clean

    return clean(text, label)


def as_of(given: dict[str, Any]) -> date:
    """The day of the question: ``--as-of``, else today."""
    typed = given.get("as_of")
    if not typed:
        return now().date()
    from kskd.domain.values.dates import read_date

    return read_date(typed)


def may_ask(given: dict[str, Any]) -> bool:
    """Whether questions may be asked: a person is at the terminal and did not forbid it."""
    return not given.get("no_input") and sys.stdin.isatty() and sys.stderr.isatty()


def _named() -> str | None:
    """Who changes something, as the office says once for all its commands."""
    return _cleaned({"who": os.environ.get("KSKD_WHO") or None}, "who", "KSKD_WHO")


def _login() -> str:
    """The user's name on this computer."""
    from kskd.domain.values.text import safe

    name = os.environ.get("LOGNAME") or os.environ.get("USER")
    return safe(name or system.user_name() or "tidak diketahui").strip() or "tidak diketahui"
