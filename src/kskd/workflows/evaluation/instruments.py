"""Instruments: those that come with kskd, those that a registry keeps, and files of an office's own."""

import re
from importlib.resources import files
from pathlib import Path
from typing import NamedTuple

from kskd.domain.values.text import quote
from kskd.errors import refusal
from kskd.evaluation.instrument import Instrument, problems, read_instrument
from kskd.interchange.files import read_text, write_new
from kskd.registry.session import Session
from kskd.registry.tables import instruments, settings
from kskd.workflows.access import Access

SHIPPED = {"inti/1": "inti-1.toml", "inti/2": "inti-2.toml"}
"""Instruments that come with kskd by id; the last is used by a new registry."""

NEWEST = "inti/2"
_ID = re.compile(r"[a-z0-9-]+/[0-9]{1,4}", re.ASCII)
MAX_BYTES = 400_000


class InstrumentLine(NamedTuple):
    """An instrument that is kept or comes with kskd, with its number of evaluations."""

    id: str
    title: str
    items: int
    demands: int
    is_kept: bool
    is_used: bool
    evaluations: int


def shipped_text(wanted: str) -> str:
    """The TOML text of an instrument that comes with kskd."""
    return (files("kskd") / "instruments" / SHIPPED[wanted]).read_text("utf-8")


def use(access: Access, name: str) -> str:
    """Use an instrument from now on: a TOML file, or one that is kept or comes with kskd by its id."""
    with access.writing() as session:
        text = _named(session, name) or read_text(name, MAX_BYTES)
        one = read_instrument(text)
        kept = instruments.read_instrument(session, one.id)
        if kept is None:
            instruments.add_instrument(session, one.id, text)
        elif kept != text:
            raise refusal("instrument-known", id=one.id)
        settings.write_setting(session, "instrument", one.id)
    return one.id


def check(access: Access, path: str) -> str:
    """The id of the instrument in a file that could be used.

    Raises InputFileError with the number of problems otherwise, once each was told (``access.tell``).
    """
    text = read_text(path, MAX_BYTES)
    if found := problems(text):
        for sentence in found:
            access.tell(sentence)
        raise refusal("instrument-unusable", file=quote(path), count=len(found))
    one = read_instrument(text)
    if access.path.exists():
        with access.reading() as session:
            kept = instruments.read_instrument(session, one.id)
        if kept is not None and kept != text:
            raise refusal("instrument-known-otherwise", id=one.id, file=quote(path))
    return one.id


def show(access: Access, wanted: str | None = None) -> Instrument:
    """The instrument in use, or the one with this id."""
    return read_instrument(_text(access, wanted))


def eject(access: Access, path: str) -> Path:
    """Copy the instrument in use to a new file; gives its path."""
    target = Path(path)
    write_new(target, _text(access, None).encode())
    return target


def list_instruments(access: Access) -> list[InstrumentLine]:
    """All that a registry keeps and all that come with kskd, in order of id."""
    with access.reading() as session:
        kept = {
            one: instruments.read_instrument(session, one) or ""
            for one in instruments.instrument_ids(session)
        }
        used = settings.read_government(session).text("instrument")
        counted = instruments.evaluations_by_instrument(session)
    texts = {one: shipped_text(one) for one in SHIPPED} | kept
    return [
        InstrumentLine(
            one.id,
            one.title,
            len(one.items),
            len(one.evidence.items) if one.evidence else 0,
            one.id in kept,
            one.id == used,
            counted.get(one.id, 0),
        )
        for one in (read_instrument(texts[name]) for name in sorted(texts))
    ]


def _named(session: Session, name: str) -> str | None:
    wanted = name.strip().casefold()
    if not _ID.fullmatch(wanted):
        return None
    kept = instruments.read_instrument(session, wanted)
    return shipped_text(wanted) if kept is None and wanted in SHIPPED else kept


def _text(access: Access, wanted: str | None) -> str:
    with access.reading() as session:
        text = _named(session, wanted or settings.read_government(session).text("instrument"))
    if text is None:
        if wanted:
            raise refusal("instrument-unknown", id=quote(wanted))
        raise refusal("instrument-in-use-not-kept")
    return text
