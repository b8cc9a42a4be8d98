"""What a report is made from: everything is read beforehand and handed over, so nothing is looked up."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from datetime import date

    from kskd.domain.desk_round import Meeting
    from kskd.domain.document.agreement import Agreement
    from kskd.domain.evaluation import Action, Evaluation, Obstacle, Realisation, Target
    from kskd.domain.field import Field
    from kskd.domain.office.official import Official
    from kskd.domain.opd import Opd
    from kskd.domain.settings import Government
    from kskd.evaluation.instrument import Instrument


@dataclass(frozen=True, slots=True)
class Facts:
    """All that the registry knows and a report needs; the order within does not matter."""

    government: Government
    opds: Mapping[str, Opd]  # by code
    agreements: Mapping[str, Agreement]  # by id
    evaluations: Sequence[Evaluation]
    obstacles: Sequence[Obstacle]
    actions: Sequence[Action]
    targets: Sequence[Target]
    realisations: Sequence[Realisation]
    instruments: Mapping[str, Instrument]  # by id, as "inti/1"
    version: str  # of kskd, printed on each page
    only: frozenset[str] | None = None  # ids of the documents that are counted; None: all
    own: Sequence[Field] = ()  # fields of the office's own, but for personal ones
    filtered: str | None = None  # by what they were chosen, in words
    image: str | None = None  # lambang, as a data URI
    officials: Sequence[Official] = ()
    persons: frozenset[int] = frozenset()  # partners that are a person, whose name is personal
    meetings: Sequence[Meeting] = ()  # of all rounds
    asked: tuple[tuple[str, tuple[str, ...]], ...] = ()  # the same as it was typed, by key
    act: int | None = None  # the last one that is recorded, and its seal: the head of the history
    seal: str | None = None
    known_on: date | None = None  # by the end of which day all was recorded; None: all that is
