"""*Rekapitulasi*: the lists behind every number of a period, and how they are counted."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from kskd.domain.values.period import PeriodKind
from kskd.evaluation.rollup import mean_score

if TYPE_CHECKING:
    from decimal import Decimal

    from kskd.reporting.basis import Basis
    from kskd.reporting.model import Head, OpdReport, RecapReport, Share


@dataclass(frozen=True, slots=True)
class Paired:
    """The mean of the documents scored both now and a period before: how many, which, then and now."""

    before_label: str
    ids: tuple[str, ...]
    before: Decimal
    now: Decimal


@dataclass(frozen=True, slots=True)
class Rekap:
    """What the recap is given: the figures of the Pemda, and the rows of every OPD."""

    head: Head
    recap: RecapReport
    opds: tuple[OpdReport, ...]
    idle: tuple[Share, ...]
    paired: Paired | None  # None where nothing was scored twice by the same instrument
    short: bool  # the period is shorter than a semester: what is shown may have been told of one before


def rekap(basis: Basis) -> Rekap:
    """The recap of the whole Pemda."""
    reports = basis.reports
    short = basis.period.kind not in {PeriodKind.YEAR, PeriodKind.SEMESTER}
    return Rekap(basis.head, reports.recap, reports.opds, reports.index.idle, paired(basis), short)


def paired(basis: Basis) -> Paired | None:
    """The means over the documents scored in both periods by the same instrument: these can be compared."""
    past = basis.before
    if past is None:
        return None
    then = {one.id: past.score(one.id) for one in basis.counted_before}
    ids, scores_before, scores_now = [], [], []
    for one in basis.counted:
        now, before = basis.survey.score(one.id), then.get(one.id)
        if now is None or before is None or now.value is None or before.value is None:
            continue
        if now.instrument == before.instrument:
            ids.append(one.id)
            scores_before.append(before)
            scores_now.append(now)
    mean_before, mean_now = mean_score(scores_before).value, mean_score(scores_now).value
    if mean_before is None or mean_now is None:
        return None
    return Paired(past.period.label, tuple(ids), mean_before, mean_now)
