"""*Laporan TKKSD*: what the coordinating team reports of all cooperation within the country.

Permendagri 22/2020 Pasal 46 ayat (2) huruf j and ayat (3): KSDD, KSDPK and Sinergi, every semester and year.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from kskd.domain.document.chain import KSDD, KSDPK, SINERGI
from kskd.reporting import rows
from kskd.reporting.kinds.letter import LetterFrame, frame
from kskd.reporting.kinds.rekap import Paired, paired
from kskd.reporting.kinds.ringkasan import (
    Ringkasan,
    StepReached,
    carried_step,
    ringkasan,
    umbrella_step,
)
from kskd.reporting.rollups import By
from kskd.reporting.sebanding import sebanding

if TYPE_CHECKING:
    from kskd.reporting.basis import Basis
    from kskd.reporting.model import ActionRow, AgreementRow, Head, Share, TrendLine

_GROUPS = {
    "Kerja sama dengan daerah lain": KSDD,
    "Kerja sama dengan pihak ketiga": KSDPK,
    "Sinergi": SINERGI,
}


@dataclass(frozen=True, slots=True)
class SchemeGroup:
    """One kind of cooperation: its umbrellas and its derived documents, with the latter one by one."""

    label: str
    umbrellas: StepReached
    carried: StepReached
    rows: tuple[AgreementRow, ...]


@dataclass(frozen=True, slots=True)
class Tkksd:
    """What the report of the TKKSD is given."""

    head: Head
    frame: LetterFrame
    ringkasan: Ringkasan
    groups: tuple[SchemeGroup, ...]  # those with a document
    trend: tuple[TrendLine, ...]
    paired: Paired | None
    steps: tuple[tuple[str, int, int | None], ...]  # umbrellas, with a child, carried out: now and before
    overdue: tuple[ActionRow, ...]
    recommendations: tuple[Share, ...]
    next_year: int
    planned: tuple[AgreementRow, ...]  # for the year after the period's


def tkksd(basis: Basis) -> Tkksd:
    """The report of the team, of documents within the country."""
    survey, reports = basis.survey, basis.reports
    total = sebanding(survey, basis.before, By.OPD)[-1]
    groups = [
        SchemeGroup(
            label,
            umbrella_step(basis, schemes),
            carried_step(basis, schemes),
            basis.rows(one for one in basis.counted if one.scheme in schemes),
        )
        for label, schemes in _GROUPS.items()
    ]
    still_open, _ = rows.action_rows(
        survey, (one for one in basis.facts.actions if one.agreement in survey.agreements)
    )
    year = basis.period.year + 1
    return Tkksd(
        head=basis.head,
        frame=frame(basis.facts.government, basis.as_of, None, f"Laporan TKKSD {basis.period.label}"),
        ringkasan=ringkasan(basis),
        groups=tuple(one for one in groups if one.umbrellas.whole or one.carried.whole),
        trend=reports.recap.trend,
        paired=paired(basis),
        steps=tuple(
            (label, step.count, step.before)
            for label, step in (
                ("Naskah payung berlaku", total.umbrellas),
                ("mempunyai turunan", total.with_child),
                ("turunannya dilaksanakan", total.carried_out),
            )
        ),
        overdue=tuple(one for one in still_open if one.days_overdue is not None),
        recommendations=reports.recap.figures.recommendations,
        next_year=year,
        planned=basis.rows(one for one in survey.agreements.values() if one.planned_for == year),
    )
