"""*Laporan semester*: the report of the law upwards, with the nine items of every counted document."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from kskd.domain.document.chain import KSDD, KSDPK
from kskd.reporting.kinds.letter import LetterFrame, frame
from kskd.reporting.kinds.opd import nine_items
from kskd.reporting.kinds.ringkasan import Ringkasan, ringkasan

if TYPE_CHECKING:
    from kskd.reporting.basis import Basis
    from kskd.reporting.kinds.opd import NineItems
    from kskd.reporting.model import ActionRow, AgreementRow, Head, ObstacleRow


@dataclass(frozen=True, slots=True)
class ReportedDocument:
    """One document with its nine items."""

    row: AgreementRow
    nine: NineItems


@dataclass(frozen=True, slots=True)
class Semester:
    """What the report of a semester is given."""

    head: Head
    frame: LetterFrame
    ringkasan: Ringkasan
    local: tuple[ReportedDocument, ...]  # KSDD (Permendagri 22/2020 Pasal 17)
    third: tuple[ReportedDocument, ...]  # KSDPK (Pasal 39)
    obstacles: tuple[ObstacleRow, ...]
    actions_open: tuple[ActionRow, ...]
    actions_done: tuple[ActionRow, ...]
    notes: tuple[str, ...]


def semester(basis: Basis) -> Semester:
    """The report of the whole Pemda; umbrellas are not carried out and stand in the summary."""
    reports, label = basis.reports, basis.period.label
    told = [ReportedDocument(basis.row(one), nine_items(basis, one)) for one in basis.counted]
    scheme = {one.id: one.scheme for one in basis.counted}
    return Semester(
        head=basis.head,
        frame=frame(
            basis.facts.government, basis.as_of, None, f"Laporan pelaksanaan kerja sama daerah {label}"
        ),
        ringkasan=ringkasan(basis),
        local=tuple(one for one in told if scheme[one.row.id] in KSDD),
        third=tuple(one for one in told if scheme[one.row.id] in KSDPK),
        obstacles=tuple(row for one in reports.opds for row in one.obstacles),
        actions_open=tuple(row for one in reports.opds for row in one.actions_open),
        actions_done=tuple(row for one in reports.opds for row in one.actions_done),
        notes=reports.recap.figures.notes,
    )
