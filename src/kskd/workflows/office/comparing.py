"""Comparing the registry with another file of it, such as a copy that a sync client left beside it."""

from pathlib import Path
from typing import NamedTuple

from kskd.domain.ailment import Symptom
from kskd.domain.values.text import quote_path
from kskd.errors import refusal
from kskd.registry import health
from kskd.registry.file.opening import checked, identity
from kskd.registry.history import branches
from kskd.registry.history.branches import Branches
from kskd.workflows.access import Access


class Compared(NamedTuple):
    """The acts of both, and what was changed without one in the registry and in the other file."""

    acts: Branches
    here: list[Symptom]
    there: list[Symptom]


def compare(access: Access, text: str) -> Compared:
    """What the registry and the other file have in common, and what each has alone; nothing is changed."""
    other = checked(Path(text))
    if identity(other) == identity(checked(access.path)):
        raise refusal("compare-with-itself", file=quote_path(text))
    there = access._replace(path=other)
    with (
        access.reading(older_is_fine=True) as one,
        there.reading(older_is_fine=True) as two,
    ):
        acts = branches.compare(one, two)
        found = Compared(acts, health.unrecorded(one), health.unrecorded(two))
    return found  # noqa: RET504 - for all that types know, the block swallows exceptions
