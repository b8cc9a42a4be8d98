"""*Serah terima*: what a successor takes over: what is open, what is missing, what is due, whom to ask."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING

from kskd.domain.document.status import Status
from kskd.domain.settings import SETTINGS
from kskd.domain.values.kinds import YES
from kskd.domain.values.period import Period, PeriodKind
from kskd.reporting import rows
from kskd.reporting.kinds.decisions import decisions
from kskd.reporting.notes import TARGET_NOTE, WORTH_NOTE, unsure_notes, void_note
from kskd.reporting.signing import signatures
from kskd.reporting.survey import Survey

if TYPE_CHECKING:
    from datetime import date

    from kskd.reporting.basis import Basis
    from kskd.reporting.kinds.decisions import ToDecide
    from kskd.reporting.model import ActionRow, Head, ObstacleRow, Signature


@dataclass(frozen=True, slots=True)
class DueLine:
    """One day of the months ahead, or one that has passed; ``what`` is due, by ``basis``, from whom."""

    due_on: date
    days_left: int
    agreement: str | None
    opd: str | None
    what: str
    basis: str
    note: str | None


@dataclass(frozen=True, slots=True)
class FileLine:
    """A file that is not where it was, or not what it was: the document, its path, how it is."""

    agreement: str
    path: str
    state: str


@dataclass(frozen=True, slots=True)
class BackupLine:
    """The newest good backup: its file, local time (ISO), and whether the registry has changed since."""

    name: str
    at: str
    is_current: bool


@dataclass(frozen=True, slots=True)
class Person:
    """Whom to ask, by office only: their role, their office, and of what they are it."""

    role: str
    office: str
    of: str | None


@dataclass(frozen=True, slots=True)
class BesideFacts:
    """What the registry alone can tell, and no report asks."""

    dates: tuple[DueLine, ...]  # the earliest first
    until: date  # the last day of them
    files: tuple[FileLine, ...]
    linked: int  # files that documents link to, which a handover does not carry
    backup: BackupLine | None
    backup_folder: str
    people: tuple[Person, ...]


@dataclass(frozen=True, slots=True)
class OriginalPlace:
    """Where originals are kept, and of which documents."""

    name: str
    ids: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Unfound:
    """A document whose paper nobody can find."""

    id: str
    title: str
    opd: str


@dataclass(frozen=True, slots=True)
class SettingLine:
    """One setting; ``value`` is None where there is none, ``is_default`` where the office set nothing."""

    key: str
    label: str
    value: str | None
    is_default: bool


@dataclass(frozen=True, slots=True)
class SerahTerima:
    """What the page is given."""

    head: Head
    total: int
    in_force: int
    decisions: tuple[ToDecide, ...]
    obstacles: tuple[ObstacleRow, ...]  # open, the oldest first
    actions: tuple[ActionRow, ...]  # open
    unfound: tuple[Unfound, ...]
    places: tuple[OriginalPlace, ...]
    placeless: tuple[str, ...]  # ids of signed documents of whose original no place is recorded
    settings: tuple[SettingLine, ...]
    notes: tuple[str, ...]  # how we count
    beside: BesideFacts
    signatures: tuple[Signature, Signature]


def serah_terima(basis: Basis, beside: BesideFacts) -> SerahTerima:
    """The page as the registry stands on the day of the basis; its period is the last full semester.

    Decisions are those of that semester, since the one that runs has not been reported on; all else is of the
    day.
    """
    facts = basis.facts
    survey = Survey(facts, Period.of(basis.as_of, PeriodKind.SEMESTER), basis.as_of)
    agreements = tuple(survey.agreements.values())
    places: dict[str, list[str]] = defaultdict(list)
    placeless: list[str] = []
    for one in agreements:
        if one.original_place:
            places[one.original_place].append(one.id)
        elif survey.is_signed(one):
            placeless.append(one.id)
    return SerahTerima(
        head=basis.head,
        total=len(agreements),
        in_force=sum(survey.status[one.id] is Status.ACTIVE for one in agreements),
        decisions=decisions(basis),
        obstacles=rows.open_obstacle_rows(survey, facts.obstacles),
        actions=rows.action_rows(
            survey, (one for one in facts.actions if one.agreement in survey.agreements)
        )[0],
        unfound=tuple(
            Unfound(one.id, one.title, survey.opd[one.id])
            for one in agreements
            if one.fact("paper_missing") == YES
        ),
        places=tuple(OriginalPlace(name, tuple(ids)) for name, ids in sorted(places.items())),
        placeless=tuple(placeless),
        settings=tuple(
            SettingLine(key, one.label, facts.government.get(key), key not in facts.government.values)
            for key, one in SETTINGS.items()
        ),
        notes=counted_so(basis),
        beside=beside,
        signatures=signatures(facts, basis.as_of),
    )


def counted_so(basis: Basis) -> tuple[str, ...]:
    """How the figures of the office's pages are counted, a paragraph each."""
    survey = basis.survey
    figures = basis.reports.recap.figures
    told = (
        *figures.notes,
        TARGET_NOTE,
        WORTH_NOTE,
        *unsure_notes(survey, survey.agreements.values()),
        *void_note(survey),
    )
    return tuple(dict.fromkeys(told))
