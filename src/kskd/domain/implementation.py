"""How far an agreement was carried out, and what an item that asks for it may also be answered."""

from enum import StrEnum

NOT_ASSESSABLE = "tidak-dapat-dinilai"
"""The answer that any item may have; it is neither the lowest answer nor a missing one."""

NOT_ASSESSABLE_LABEL = "Tidak dapat dinilai"
NOT_REPORTED_LABEL = "Belum dilaporkan"


class Implementation(StrEnum):
    """How far an agreement was carried out. Not reported is ``None``: a fifth class, never *belum*."""

    PENUH = "penuh"
    SEBAGIAN = "sebagian"
    BELUM = "belum"
    TIDAK = "tidak"

    @property
    def label(self) -> str:
        """The words that a report prints."""
        return _IMPLEMENTATION_LABELS[self]


_IMPLEMENTATION_LABELS = {
    Implementation.PENUH: "Dilaksanakan penuh",
    Implementation.SEBAGIAN: "Dilaksanakan sebagian",
    Implementation.BELUM: "Belum dilaksanakan",
    Implementation.TIDAK: "Tidak dilaksanakan",
}


def implementation_label(implementation: Implementation | None) -> str:
    """Return the printed words for one of the five classes, ``None`` being *belum dilaporkan*."""
    return NOT_REPORTED_LABEL if implementation is None else implementation.label


IDLE = frozenset({Implementation.BELUM, Implementation.TIDAK})
"""Not carried out, yet or at all."""
