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
