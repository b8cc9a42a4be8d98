"""Ending a cooperation early, on a ground that the law gives."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from kskd.domain.document.ending import Ending, grounds_of, read_ground
from kskd.domain.document.status import Status
from kskd.domain.values.dates import format_date, read_date
from kskd.errors import AlreadyThere, InvalidFact, Refused, UsageError
from kskd.registry.tables import agreements
from kskd.workflows import lookup
from kskd.workflows.register.agreements import Kept

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Iterator
    from datetime import date

    from kskd.domain.document.agreement import Agreement
    from kskd.workflows.access import Access


def end(access: Access, text: str, *, on: str | None, ground: str | None) -> Kept:
    """Record that a document ended before its time; ``on`` is its last day in force.

    Derived documents stay what they are, and are told of. Raises InvalidFact for a day or a ground that
    cannot be, AlreadyThere for a document that has ended.
    """
    if on is None:
        raise UsageError("Belum disebut: --on, hari terakhir naskah berlaku.")
    day = read_date(on)
    if day > access.today:
        raise InvalidFact(
            f"{format_date(day)} belum tiba. Catat pengakhiran setelah harinya, atau, bila para pihak sepakat"
            " memajukan akhirnya, catat adendum dengan kskd amend --ends."
        )
    with access.writing() as con:
        old = agreements.read_agreement(con, lookup.to_change(con, access, text))
        _refuse_over(old)
        if ground is None:
            choices = "; ".join(f"{one.code} ({one.label})" for one in grounds_of(old.scheme))
            raise UsageError(f"Belum disebut: --ground. Dasar yang ada: {choices}.")
        meant = read_ground(ground, old.scheme)
        ending = Ending(day, meant.code)
        ending.check(old.id, old.signed_on, old.term.ends_on)
        new = replace(old, ending=ending)
        agreements.update_agreement(con, old, new)
        notes = [
            f"Hari terakhir berlaku {format_date(day)}.",
            f"Dasar: {meant.label} ({meant.article(old.scheme)}).",
            *_children(con, new, day),
        ]
    return Kept(new, tuple(notes))


def _refuse_over(one: Agreement) -> None:
    if one.void_reason is not None:
        raise Refused(f"{one.id} sudah dibatalkan; naskah yang batal tidak diakhiri.")
    if one.signed_on is None:
        raise Refused(
            f"{one.id} masih rancangan dan tidak dapat diakhiri; bila tidak jadi, batalkan dengan kskd void."
        )
    if one.ending is not None:
        raise AlreadyThere(
            f"{one.id} sudah diakhiri {format_date(one.ending.on)} ({one.ending.label}). Bila salah catat,"
            f" kosongkan dengan kskd update {one.id} --clear ended --reason ALASAN."
        )


def _children(con: sqlite3.Connection, ended: Agreement, day: date) -> Iterator[str]:
    """A line for each document under it that goes on."""
    for child in agreements.read_agreements(con, ended.children).values():
        state = child.status(day)
        if state in {Status.ACTIVE, Status.UPCOMING}:
            yield (
                f"Turunannya {child.id} tetap berlaku ({child.effective_term.describe()}); bila turut"
                f" berakhir, akhiri dengan kskd end {child.id}."
            )
        elif state is Status.DRAFT:
            yield f"Turunannya {child.id} masih rancangan."
