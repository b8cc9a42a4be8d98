"""The status of a document on a day: always computed from facts, never stored."""

from __future__ import annotations

from enum import StrEnum
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from datetime import date

    from kskd.domain.document.term import EndKind


class Status(StrEnum):
    """Where an agreement stands on a day. Always computed, never stored."""

    DRAFT = "draft"
    UPCOMING = "upcoming"
    ACTIVE = "active"
    EXPIRED = "expired"
    ENDED = "ended"
    VOID = "void"


STATUS_NAMES = {
    Status.DRAFT: "rancangan",
    Status.UPCOMING: "akan berlaku",
    Status.ACTIVE: "berlaku",
    Status.EXPIRED: "berakhir",
    Status.ENDED: "diakhiri",
    Status.VOID: "dibatalkan",
}


def status(
    *,
    is_void: bool,
    signed_on: date | None,
    starts_on: date | None,
    end_kind: EndKind | None,
    ends_on: date | None,
    ended_on: date | None = None,
    as_of: date,
) -> Status:
    """The status that the facts give on ``as_of``; the SQL twin is ``registry.twins.documents.STATUS``.

    Only a dated end can pass: an open or conditional term stays in force (product page, "How a thing
    changes"). ``ended_on`` is the last day before an early end. Without a recorded start the day of signing
    counts (Permendagri 22/2020 is silent). A document signed after ``as_of`` was not yet in force then.
    """
    if is_void:
        return Status.VOID
    if signed_on is None:
        return Status.DRAFT
    if ended_on is not None and as_of > ended_on:
        return Status.ENDED
    if as_of < max(signed_on, starts_on or signed_on):
        return Status.UPCOMING
    if end_kind == "date" and ends_on is not None and as_of > ends_on:
        return Status.EXPIRED
    return Status.ACTIVE
