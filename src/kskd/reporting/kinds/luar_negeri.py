"""*Laporan kerja sama luar negeri*: the nine items of a year's cooperation abroad.

Permendagri 25/2020 Pasal 35, 36 (days) and Pasal 37 with Lampiran IV (items).
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from kskd.domain.document.chain import ABROAD, Scheme
from kskd.domain.reporting_day import report_due
from kskd.reporting import rows
from kskd.reporting.kinds.letter import LetterFrame, frame
from kskd.reporting.signing import signatures

if TYPE_CHECKING:
    from datetime import date

    from kskd.domain.document.agreement import Agreement
    from kskd.reporting.basis import Basis
    from kskd.reporting.model import ActionRow, AgreementRow, Head, ObstacleRow, Signature, TargetRow


@dataclass(frozen=True, slots=True)
class Abroad:
    """One cooperation with its nine items; what is None or empty is not recorded."""

    row: AgreementRow
    purpose: str | None
    scope: tuple[str, ...]
    results: tuple[TargetRow, ...]
    money: int | None
    obstacles: tuple[ObstacleRow, ...]
    actions: tuple[ActionRow, ...]


@dataclass(frozen=True, slots=True)
class LuarNegeri:
    """What the report of cooperation abroad is given."""

    head: Head
    frame: LetterFrame
    due_on: date | None
    items: tuple[Abroad, ...]
    signatures: tuple[Signature, Signature]


def luar_negeri(basis: Basis) -> LuarNegeri:
    """The cooperation abroad that counted in the year: derived documents, and umbrellas that owe a report."""
    survey = basis.survey
    shown = [
        one
        for one in survey.agreements.values()
        if one.scheme in ABROAD and (survey.is_counted(one) or survey.owes(one, basis.period))
    ]
    return LuarNegeri(
        head=basis.head,
        frame=frame(
            basis.facts.government, basis.as_of, None, f"Laporan kerja sama luar negeri {basis.period.label}"
        ),
        due_on=report_due(Scheme.KSDLL, basis.period, basis.facts.government),
        items=tuple(_item(basis, one) for one in shown),
        signatures=signatures(basis.facts, basis.as_of),
    )


def _item(basis: Basis, one: Agreement) -> Abroad:
    survey, desk = basis.survey, basis.desks[basis.survey.opd[one.id]]
    still_open, done = rows.action_rows(survey, (each for each in desk.actions if each.agreement == one.id))
    row = basis.row(one)
    return Abroad(
        row=row,
        purpose=one.text("purpose"),
        scope=row.scope,
        results=rows.target_rows(survey, (each for each in desk.targets if each.agreement == one.id)),
        money=row.money,
        obstacles=rows.obstacle_rows(survey, (each for each in desk.obstacles if each.agreement == one.id)),
        actions=(*still_open, *done),
    )
