"""What every kind of page is made from: the facts of a period as seen from a day, each part made once."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING, NamedTuple

from kskd.domain.reporting_day import is_report_late
from kskd.errors import InvalidDate
from kskd.reporting import rows
from kskd.reporting.build import build, head_of_page
from kskd.reporting.survey import Survey

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping
    from datetime import date

    from kskd.domain.document.agreement import Agreement
    from kskd.domain.evaluation import Action, Obstacle, Target
    from kskd.domain.values.period import Period
    from kskd.reporting.build import Reports
    from kskd.reporting.facts import Facts
    from kskd.reporting.model import AgreementRow, Head


@dataclass(slots=True)
class Desk:
    """What lies on the desk of one OPD: the documents it leads and supports, and all about the former."""

    leads: list[Agreement]
    supports: list[Agreement]
    obstacles: list[Obstacle]
    actions: list[Action]
    targets: list[Target]


class OneDocument(NamedTuple):
    """The one document that a kind looks at, as it is on the day, and the form that is wanted of it."""

    agreement: Agreement | None = None
    form: str | None = None


class Basis:
    """The facts of a period on a day, and beside them the period of the same kind before it."""

    def __init__(
        self,
        facts: Facts,
        period: Period,
        as_of: date,
        *,
        assume_reported: bool = False,
        subject: OneDocument | None = None,
    ) -> None:
        """Take the facts; NotFound for a lead OPD that they lack.

        ``assume_reported`` asks the recap for the range that full reporting would leave.
        """
        self.assume_reported = assume_reported
        self.subject = subject or OneDocument()
        self.facts = facts
        self.period = period
        self.as_of = as_of
        self.survey = Survey(facts, period, as_of)

    @property
    def looked_at(self) -> Agreement:
        """The one document; ValueError where none was asked for, which no caller lets happen."""
        if self.subject.agreement is None:
            raise ValueError("no document is looked at")
        return self.subject.agreement

    @cached_property
    def head(self) -> Head:
        """What stands on every page."""
        return head_of_page(self.facts, self.period, self.as_of)

    @cached_property
    def before(self) -> Survey | None:
        """The period before, from its last day; None where there is none."""
        try:
            last = self.period.previous()
        except InvalidDate:
            return None
        return Survey(self.facts, last, last.end)

    @cached_property
    def counted(self) -> tuple[Agreement, ...]:
        """The derived documents that count in the level of carrying-out, in order."""
        return tuple(one for one in self.survey.agreements.values() if self.survey.is_counted(one))

    @cached_property
    def counted_before(self) -> tuple[Agreement, ...]:
        """Those of the period before, as they counted then."""
        past = self.before
        return () if past is None else tuple(one for one in past.agreements.values() if past.is_counted(one))

    def is_late(self, agreement: Agreement) -> bool:
        """Whether a report of the period is owed of it, and late on the day where it has not come."""
        government, is_owed = self.facts.government, bool(self.survey.owed(agreement))
        return is_owed and is_report_late(agreement.scheme, self.period, government, self.as_of)

    @cached_property
    def desks(self) -> Mapping[str, Desk]:
        """By code of OPD, in order, what lies on its desk; an OPD with nothing has none."""
        survey, facts = self.survey, self.facts
        desks: dict[str, Desk] = defaultdict(lambda: Desk([], [], [], [], []))
        for agreement in survey.agreements.values():
            desks[survey.opd[agreement.id]].leads.append(agreement)
            for code in survey.beside(agreement):
                desks[code].supports.append(agreement)
        for name in ("obstacles", "actions", "targets"):
            for one in getattr(facts, name):
                if one.agreement in survey.agreements:
                    getattr(desks[survey.opd[one.agreement]], name).append(one)
        return dict(sorted(desks.items()))

    @cached_property
    def reports(self) -> Reports:
        """The rows and figures of every OPD and of the Pemda."""
        return build(self.facts, self.period, self.as_of, assume_reported=self.assume_reported)

    def row(self, agreement: Agreement) -> AgreementRow:
        """A document as kinds print it."""
        return self.rows((agreement,))[0]

    def rows(self, agreements: Iterable[Agreement]) -> tuple[AgreementRow, ...]:
        """Documents as kinds print them, each made once."""
        return tuple(self._row(one) for one in agreements)

    def _row(self, agreement: Agreement) -> AgreementRow:
        if agreement.id not in self._rows:
            self._rows[agreement.id] = rows.agreement_row(self.survey, agreement)
        return self._rows[agreement.id]

    @cached_property
    def _rows(self) -> dict[str, AgreementRow]:
        return {}
