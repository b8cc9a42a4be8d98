"""What a page is made from, as its stamp says it, and what it takes to make it from that again."""

from __future__ import annotations

from types import MappingProxyType
from typing import TYPE_CHECKING, NamedTuple, TypeAlias

from kskd.domain.values.dates import read_date
from kskd.pages.stamp import Origin
from kskd.pages.templates import office_digest
from kskd.registry.history.journal import latest_act

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from datetime import date
    from pathlib import Path

    from kskd.domain.values.period import Period
    from kskd.pages.kinds import KindEnvironment
    from kskd.pages.stamp import Stamp
    from kskd.registry.session import Session
    from kskd.workflows.access import Access
    from kskd.workflows.register.filtering import Filters

State: TypeAlias = tuple[int | None, str | None]
"""A state of the registry by its last act and the seal of it; None where there is none."""

Given: TypeAlias = "Mapping[str, Sequence[str] | None]"
"""What a kind takes beside the registry, by key; a switch has no texts."""

TODAY = "today"
"""Given where a page was made on another day than the one that it looks at, and says so."""


def read_state(session: Session) -> State:
    """The last act that was recorded, and its seal."""
    latest = latest_act(session)
    return (latest.act, latest.head) if latest else (None, None)


def origin(
    state: State,
    period: Period | str,
    made: KindEnvironment,
    kind: str,
    *,
    asked: Filters = MappingProxyType({}),
    given: Given = MappingProxyType({}),
) -> Origin:
    """That of a page of a kind, made from a state of the registry.

    ``asked`` are filters as typed, ``given`` what the kind takes beside; what is None was not given.
    """
    return Origin(
        str(period),
        *state,
        tuple((key, tuple(texts)) for key, texts in asked.items()),
        templates=office_digest(made.office, kind) if made.office else None,
        given=tuple((key, tuple(texts)) for key, texts in given.items() if texts is not None),
    )


class Again(NamedTuple):
    """A page that is to be made again: the way into the state that it names, its stamp, and whose words."""

    access: Access
    stamp: Stamp
    made: KindEnvironment
    templates: Path | None

    @property
    def asked(self) -> dict[str, tuple[str, ...]]:
        """The filters as they were typed."""
        return dict(self.stamp.origin.asked)

    def given(self, key: str) -> tuple[str, ...] | None:
        """What was given beside the registry; None where it was not."""
        return dict(self.stamp.origin.given).get(key)


def day_made(stamp: Stamp) -> date:
    """The day on which the page was made, as far as it matters to what it says."""
    told = dict(stamp.origin.given).get(TODAY)
    return read_date(told[0] if told else stamp.as_of.isoformat())
