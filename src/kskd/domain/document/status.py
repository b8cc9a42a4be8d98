"""What a document's status may be on a day, and what it is called; how it follows is in ``standing``."""

from enum import StrEnum


class Status(StrEnum):
    """Where an agreement stands on a day. Always computed, never stored."""

    DRAFT = "draft"
    UPCOMING = "upcoming"
    ACTIVE = "active"
    EXPIRED = "expired"
    ENDED = "ended"
    VOID = "void"
    UNKNOWN = "unknown"


STATUS_NAMES = {
    Status.DRAFT: "rancangan",
    Status.UPCOMING: "akan berlaku",
    Status.ACTIVE: "berlaku",
    Status.EXPIRED: "berakhir",
    Status.ENDED: "diakhiri",
    Status.VOID: "dibatalkan",
    Status.UNKNOWN: "belum dapat dipastikan",
}
OVER = frozenset({Status.EXPIRED, Status.ENDED})
NOT_BEGUN = frozenset({Status.DRAFT, Status.UPCOMING})


def status_name(status: Status, *, is_end_known: bool) -> str:
    """What a status is called; of what is in force without a known end, that nobody knows it."""
    name = STATUS_NAMES[status]
    return name if is_end_known or status is not Status.ACTIVE else f"{name}, akhirnya belum diketahui"
