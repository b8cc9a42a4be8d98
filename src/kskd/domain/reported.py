"""What is reported on one document in one period, as a value: cells, questions and options all make it.

Whoever makes it has read what was typed; from here on nothing is text that stands for something else.
"""

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, field, fields, replace
from datetime import date
from typing import Any, NamedTuple, TypeVar

from kskd.domain.choices import FillerRole
from kskd.domain.evaluation import Evaluation, Evidence, Filler, PlainFacts
from kskd.domain.implementation import Implementation
from kskd.domain.told import Told

_Said = TypeVar("_Said", bound=str)
_STATE = "pelaksanaan"  # answered as an item is, by a choice of its own


@dataclass(frozen=True, slots=True)
class NewObstacle(Told):
    """An obstacle that is told, with its category and what was done against it where these are."""

    text: str
    category: str | None = None
    effort: str | None = None


class FurtherEffort(NamedTuple):
    """What was done against an obstacle that is recorded, by its number."""

    obstacle: int
    text: str


class DoneAction(NamedTuple):
    """An action that is done, by its number: on which day, and by what that is proven."""

    number: int
    on: date
    proof: str | None = None


class ToldEvidence(NamedTuple):
    """Evidence as told, and what it is if the item that it begins with is one of the instrument."""

    whole: Evidence
    of_item: Evidence | None = None

    def among(self, items: Collection[str]) -> Evidence:
        """The evidence, with its item only where that is one of these."""
        return self.of_item if self.of_item and self.of_item.item in items else self.whole


@dataclass(frozen=True, slots=True)
class Reported(PlainFacts):
    """What is said; None or empty where nothing is, and what is recorded stays. ``cleared`` is taken back.

    ``voice`` says whose state and answers these are where the OPD and the office differ. ``closed`` are
    numbers of obstacles, the keys of ``realisations`` numbers of targets, ``cleared`` names of plain facts.
    Fillers have no day: that of the report is theirs. ``unchanged`` says that all else is as it was. ``own``
    are rows that the same voice told itself before, as table and key: what it says now takes their place.
    """

    implementation: Implementation | None = None
    answers: Mapping[str, str] = field(default_factory=dict)
    voice: FillerRole | None = None
    unchanged: bool = False
    fillers: tuple[Filler, ...] = ()
    obstacles: tuple[NewObstacle, ...] = ()
    efforts: tuple[FurtherEffort, ...] = ()
    closed: tuple[int, ...] = ()
    realisations: Mapping[int, float] = field(default_factory=dict)
    evidence: tuple[ToldEvidence, ...] = ()
    done: tuple[DoneAction, ...] = ()
    cleared: frozenset[str] = frozenset()
    own: frozenset[tuple[str | int, ...]] = frozenset()

    def over(self, base: Evaluation, items: Collection[str]) -> Evaluation:
        """The evaluation with what is said over what it said before; ``items`` are the instrument's."""
        own = {str(key[-1]) for key in self.own if key[0] == "answer"}
        answers, opd_answers = _voiced(base.answers, base.opd_answers, self.answers, self.voice, own)
        states, opd_states = _voiced(
            _state(base.implementation),
            _state(base.opd_implementation),
            _state(self.implementation),
            self.voice,
            {_STATE} if ("evaluation",) in self.own else (),
        )
        plain = {one.name: getattr(self, one.name) for one in fields(PlainFacts)} | dict(self.more)
        del plain["more"]
        said = {key: value for key, value in plain.items() if value is not None}
        return replace(
            base.telling(dict.fromkeys(self.cleared) | said),
            implementation=states.get(_STATE),
            opd_implementation=opd_states.get(_STATE),
            answers=answers,
            opd_answers=opd_answers,
            unchanged=base.unchanged or self.unchanged,
            fillers=self._fillers(base.fillers),
            evidence=self._evidence(base.evidence, [one.among(items) for one in self.evidence]),
        )

    def _evidence(self, before: Sequence[Evidence], told: Sequence[Evidence]) -> tuple[Evidence, ...]:
        """What is told beside what was before, of its ``own`` of the same item in the place of the rest.

        A file that was laid down is more than the words of it, and stays.
        """
        items, keys = {one.item for one in told}, {(one.item, one.text) for one in told}
        known = {(one.item, one.text) for one in before}
        new = [one for one in told if (one.item, one.text) not in known]
        kept: list[Evidence] = []
        for one in before:
            is_own = one.digest is None and ("evidence", one.item or "", one.text) in self.own
            if not is_own or one.item not in items or (one.item, one.text) in keys:
                kept.append(one)
            elif (instead := next((other for other in new if other.item == one.item), None)) is not None:
                new.remove(instead)
                kept.append(instead)
        return tuple({(proof.item, proof.text): proof for proof in (*kept, *new, *told)}.values())

    def _fillers(self, before: Iterable[Filler]) -> tuple[Filler, ...]:
        known = {(one.name, one.role, one.opd): one for one in before}
        for one in self.fillers:
            key = (one.name, one.role, one.opd)
            if self.reported_on or key not in known:
                known[key] = replace(one, filled_on=self.reported_on)
        return tuple(known.values())


def merged(parts: Iterable[Reported]) -> Reported:
    """One report that says what all of them say; of two that say one thing otherwise, what the last says."""
    found: dict[str, Any] = {}
    for part in parts:
        for one in fields(Reported):
            value, before = getattr(part, one.name), found.get(one.name)
            if not value:
                continue
            if before and isinstance(value, dict | frozenset):
                value = before | value
            elif before and isinstance(value, tuple):
                value = (*before, *value)
            found[one.name] = value
    return Reported(**found)


def _state(value: Implementation | None) -> dict[str, Implementation]:
    return {_STATE: value} if value else {}


def _voiced(
    counted: Mapping[str, _Said],
    by_opd: Mapping[str, _Said],
    said: Mapping[str, _Said],
    by: FillerRole | None,
    own: Collection[str],
) -> tuple[dict[str, _Said], dict[str, _Said]]:
    """The answers that count, and those of the OPD where they differ.

    Without a voice an answer is the one that counts. The OPD's is kept beside the one that counts; the
    office's takes its place, and what was recorded becomes the OPD's where none is kept yet. What counts and
    is the OPD's ``own``, the OPD corrects.
    """
    answers, voices = dict(counted), dict(by_opd)
    for item, option in said.items():
        before = answers.get(item)
        if by is FillerRole.OPD and before is not None and item not in own:
            voices[item] = option
        else:
            if by is FillerRole.OFFICE and before is not None and before != option:
                voices.setdefault(item, before)
            answers[item] = option
    return answers, {item: option for item, option in voices.items() if answers[item] != option}
