"""What was changed, by whom, when and why."""

import re
from datetime import date
from typing import NamedTuple

from kskd.domain.values.dates import read_date
from kskd.domain.values.text import clean
from kskd.errors import refusal
from kskd.registry.history import journal, seals
from kskd.registry.history.journal import ActRecord, Entry
from kskd.registry.history.seals import Verdict
from kskd.workflows import lookup
from kskd.workflows.access import Access
from kskd.workflows.register.listing import check_limit


class LogForm(NamedTuple):
    """Which acts are wanted, as typed; empty means all."""

    agreement: str | None = None
    commands: tuple[str, ...] = ()
    by: str | None = None
    day: str | None = None
    since: str | None = None


def log(access: Access, form: LogForm, limit: int | None, as_of: date) -> list[ActRecord]:
    """The latest acts up to the day first, of the whole registry or those asked for; at most ``limit``."""
    check_limit(limit)
    first = form.day or form.since
    since = read_date(first).isoformat() if first else "0000-01-01"
    with access.reading() as session:
        search = journal.Search(
            agreement=lookup.agreement_id(session, form.agreement) if form.agreement else None,
            commands=tuple(clean(text, "perintah").casefold() for text in form.commands),
            who=clean(form.by, "nama") if form.by else None,
            since=since,
            until=min(as_of.isoformat(), since) if form.day else as_of.isoformat(),
        )
        return journal.read_acts(session, search, limit)


def verify(access: Access, expect: str | None) -> tuple[Verdict, list[Entry]]:
    """Whether the chain of acts holds and once had the head ``expect``; what other programs changed."""
    if expect is not None:
        expect = clean(expect, "segel").casefold().rstrip("…")
        if not re.fullmatch(r"[0-9a-f]{16,64}", expect):
            raise refusal("seal-unreadable")
    with access.reading() as session:
        return seals.verify(session, expect), journal.outside(session)
