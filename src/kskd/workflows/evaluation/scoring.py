"""How the score of a document in a report came about: answers, voices, weights, proofs, caps, rounding."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING, NamedTuple

from kskd.domain.values.period import Period
from kskd.errors import refusal
from kskd.evaluation.advice import Proposal, propose, situation_of
from kskd.evaluation.instrument import read_instrument
from kskd.evaluation.rollup import latest_evaluation
from kskd.evaluation.scales import SCALES
from kskd.evaluation.score import Score, ScoreLine, score

if TYPE_CHECKING:
    from datetime import date

    from kskd.domain.evaluation import Evaluation
    from kskd.evaluation.instrument import Instrument
    from kskd.evaluation.scales import Scale
    from kskd.workflows.access import Access


class ScoreWhy(NamedTuple):
    """The evaluation that a report of ``period`` shows of a document, and its score step by step."""

    title: str
    period: Period
    evaluation: Evaluation
    instrument: Instrument
    score: Score
    proposal: Proposal

    @property
    def total(self) -> Decimal:
        """The sum of the points before rounding."""
        return sum((line.points for line in self.score.lines if line.points is not None), Decimal(0))

    @property
    def borrowed(self) -> tuple[tuple[Scale, str], ...]:
        """The national scales with the class that the score falls into; none without a score."""
        value = self.score.value
        return () if value is None else tuple((scale, scale.category(value)) for scale in SCALES)

    def opd_answer(self, line: ScoreLine) -> str | None:
        """The code of what the OPD answered where the answer that counts is another one."""
        item = self.instrument.item(line.item)
        if item is not None and item.from_implementation:
            return self.evaluation.opd_implementation
        return self.evaluation.opd_answers.get(line.item)

    def opd_label(self, line: ScoreLine) -> str | None:
        """The same in words."""
        item, voice = self.instrument.item(line.item), self.opd_answer(line)
        option = item.option(voice) if item is not None and voice is not None else None
        return voice if option is None else option.label


def why_score(access: Access, text: str, period_text: str, *, as_of: date) -> ScoreWhy:
    """The score that a report of the period shows; NotFound where the document has no evaluation for it."""
    from kskd.registry.tables import agreements, evaluations, instruments, settings
    from kskd.workflows import lookup

    period = Period.parse(period_text)
    with access.reading() as session:
        agreement = agreements.read_agreement(session, lookup.agreement_id(session, text)).on(as_of)
        there = evaluations.read_evaluations(session, [agreement.id])
        shown = latest_evaluation((one for one in there if one.known_from <= as_of), period)
        if shown is None:
            raise refusal("evaluation-not-found", id=agreement.id, period=period.label, code=period)
        instrument = read_instrument(instruments.read_instrument(session, shown.instrument) or "")
        near_days = int(settings.read_government(session).text("renewal-days"))
        after = agreement.successor and agreements.read_agreement(session, agreement.successor)
    made = score(instrument, shown.implementation, shown.answers, shown.evidence)
    has_successor = bool(after and after.carries_on(as_of))
    situation = situation_of(agreement, shown, made, as_of, has_successor=has_successor)
    proposal = propose(situation, near_days)
    return ScoreWhy(agreement.title, period, shown, instrument, made, proposal)
