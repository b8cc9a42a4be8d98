"""*Undangan*, *berita acara*, *surat pengantar*: the letters around the desk meeting of one OPD."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from kskd.domain.values.dates import WEEKDAYS
from kskd.reporting import rows
from kskd.reporting.gap_rows import gaps_of
from kskd.reporting.kinds.letter import LetterFrame, frame
from kskd.reporting.signing import signatures

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

    from kskd.reporting.basis import Basis, Desk
    from kskd.reporting.model import ActionRow, AgreementRow, Head, ObstacleRow, ReportGap, Signature


@dataclass(frozen=True, slots=True)
class Appointment:
    """When and where the OPD is met: "Senin", the day, hours as ``09.00``."""

    weekday: str
    day: date
    starts: str
    ends: str
    place: str | None


@dataclass(frozen=True, slots=True)
class Invitation:
    """What the invitation of an OPD is given; ``meeting`` is None while none is recorded."""

    head: Head
    frame: LetterFrame
    code: str
    name: str
    meeting: Appointment | None
    rows: tuple[AgreementRow, ...]  # to be talked about
    signature: Signature


@dataclass(frozen=True, slots=True)
class Minutes:
    """What the minutes of a desk meeting are given: what is recorded of it."""

    head: Head
    code: str
    name: str
    meeting: Appointment | None
    rows: tuple[AgreementRow, ...]
    obstacles: tuple[ObstacleRow, ...]
    actions_open: tuple[ActionRow, ...]
    actions_done: tuple[ActionRow, ...]
    signatures: tuple[Signature, Signature]


@dataclass(frozen=True, slots=True)
class Enclosure:
    """One thing that goes with a letter: how many, and what is in it."""

    what: str
    count: str
    note: str


@dataclass(frozen=True, slots=True)
class Covering:
    """What the covering letter of an OPD's sheet is given."""

    head: Head
    frame: LetterFrame
    code: str
    name: str
    enclosures: tuple[Enclosure, ...]
    signature: Signature


def invitations(basis: Basis) -> Iterator[Invitation]:
    """One for each OPD that is asked about something in the period, in order of code."""
    for code, asked in _asked(basis):
        name = basis.facts.opds[code].name
        yield Invitation(
            head=basis.head,
            frame=frame(
                basis.facts.government, basis.as_of, name, f"Undangan desk evaluasi {basis.period.label}"
            ),
            code=code,
            name=name,
            meeting=_meeting(basis, code),
            rows=asked,
            signature=signatures(basis.facts, basis.as_of)[1],
        )


def minutes(basis: Basis) -> Iterator[Minutes]:
    """Those of each OPD that is asked about something in the period, in order of code."""
    for code, asked in _asked(basis):
        desk, survey = basis.desks[code], basis.survey
        still_open, done = rows.action_rows(survey, desk.actions)
        left, right = signatures(basis.facts, basis.as_of, code)
        yield Minutes(
            head=basis.head,
            code=code,
            name=basis.facts.opds[code].name,
            meeting=_meeting(basis, code),
            rows=asked,
            obstacles=rows.obstacle_rows(survey, desk.obstacles),
            actions_open=still_open,
            actions_done=done,
            signatures=(
                replace(left, caption="Perangkat daerah,"),
                replace(right, caption="Pengelola kerja sama,"),
            ),
        )


def coverings(basis: Basis) -> Iterator[Covering]:
    """The letter that goes with the sheet of each OPD, in order of code."""
    for code, desk in basis.desks.items():
        name, enclosures = basis.facts.opds[code].name, tuple(_enclosures(basis, desk))
        subject = f"Penyampaian hasil evaluasi kerja sama {basis.period.label}"
        yield Covering(
            head=basis.head,
            frame=frame(basis.facts.government, basis.as_of, name, subject, f"{len(enclosures)} berkas"),
            code=code,
            name=name,
            enclosures=enclosures,
            signature=signatures(basis.facts, basis.as_of)[1],
        )


def _asked(basis: Basis) -> Iterator[tuple[str, tuple[AgreementRow, ...]]]:
    for code, desk in basis.desks.items():
        if asked := basis.rows(one for one in desk.leads if basis.survey.is_asked(one)):
            yield code, asked


def _meeting(basis: Basis, code: str) -> Appointment | None:
    found = (one for one in basis.facts.meetings if (one.period, one.opd) == (basis.period, code))
    return next(
        (Appointment(WEEKDAYS[one.day.weekday()], one.day, one.starts, one.ends, one.place) for one in found),
        None,
    )


def _enclosures(basis: Basis, desk: Desk) -> Iterator[Enclosure]:
    counted = sum(basis.survey.is_counted(one) for one in desk.leads)
    note = f"{counted or 'belum ada'} naskah turunan yang dievaluasi"
    yield Enclosure(f"Hasil evaluasi kerja sama {basis.period.label}", "1 berkas", note)
    if lacking := asked_of(basis, desk):
        yield Enclosure("Daftar data yang perlu dilengkapi", "1 berkas", f"{len(lacking)} hal")


def asked_of(basis: Basis, desk: Desk) -> list[ReportGap]:
    """What the reports of the period lack and the OPD itself has to complete."""
    office = basis.facts.government.text("office")
    return [gap for gap in gaps_of(basis.survey, desk.leads, desk.targets) if gap.who != office]
