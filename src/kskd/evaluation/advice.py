"""What is proposed for an agreement after its evaluation, by stated rules; a person decides.

The rules are data, tried in order, and the first that fits gives the proposal. They are local convention.
That little of the term is left is never a ground to stop: a good agreement near its end is proposed to be
extended.
"""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING, NamedTuple

from kskd.domain.choices import Recommendation
from kskd.domain.document.chain import FOLLOWED
from kskd.domain.implementation import Implementation

if TYPE_CHECKING:
    from datetime import date

    from kskd.domain.document.agreement import Agreement
    from kskd.domain.evaluation import Evaluation
    from kskd.evaluation.score import Score


class Situation(NamedTuple):
    """What the rules look at: state, score, days from the period's last day to the end (None without one).

    ``is_ended`` says that the document was ended early; with a successor there is nothing to extend, nor of a
    kind that is followed by a new one (``is_followed``).
    """

    state: Implementation | None
    score: Decimal | None
    days_left: int | None = None
    has_successor: bool = False
    is_ended: bool = False
    is_followed: bool = False


class AdviceRule(NamedTuple):
    """One rule: what it proposes, in words, and its conditions; a condition that is None asks nothing.

    The score lies above ``above`` and is ``at_most`` at most; with ``near_end`` the end is near or has come.
    """

    code: str
    advice: Recommendation
    says: str
    states: frozenset[Implementation] | None = None
    above: Decimal | None = None
    at_most: Decimal | None = None
    near_end: bool = False


RULES = (
    AdviceRule(
        "R1",
        Recommendation.HENTIKAN,
        "tidak dilaksanakan, dan nilainya paling tinggi 50",
        states=frozenset({Implementation.TIDAK}),
        at_most=Decimal(50),
    ),
    AdviceRule("R2", Recommendation.PERBAIKI, "nilainya paling tinggi 65", at_most=Decimal(65)),
    AdviceRule(
        "R3",
        Recommendation.PERPANJANG,
        "nilainya di atas 65, masa berlakunya habis atau hampir habis, dan penerusnya belum tercatat, kecuali"
        " LoI dan RKT, yang disusul naskah baru",
        near_end=True,
    ),
    AdviceRule("R4", Recommendation.PERBAIKI, "nilainya di atas 65 sampai dengan 75", at_most=Decimal(75)),
    AdviceRule(
        "R5",
        Recommendation.PERLUAS,
        "dilaksanakan penuh dan nilainya di atas 90",
        states=frozenset({Implementation.PENUH}),
        above=Decimal(90),
    ),
    AdviceRule("R6", Recommendation.LANJUT, "nilainya di atas 75"),
)


class Proposal(NamedTuple):
    """What is proposed and by which rule, or None with the reason why nothing is."""

    advice: Recommendation | None
    rule: str | None
    says: str


def propose(situation: Situation, near_days: int) -> Proposal:
    """What the first rule that fits proposes; nothing without a score, or for what was ended early.

    The end is near within ``near_days`` of the period's last day, the setting ``renewal-days``.
    """
    if situation.is_ended:
        return Proposal(None, None, "naskah sudah diakhiri lebih awal")
    if situation.score is None:
        return Proposal(None, None, "nilainya belum lengkap")
    rule = next(one for one in RULES if _fits(one, situation, situation.score, near_days))
    return Proposal(rule.advice, rule.code, rule.says)


def _fits(rule: AdviceRule, situation: Situation, score: Decimal, near_days: int) -> bool:
    left = situation.days_left
    is_near = left is not None and left <= near_days
    is_extended = not (situation.has_successor or situation.is_followed)
    return (
        (rule.states is None or situation.state in rule.states)
        and (rule.above is None or score > rule.above)
        and (rule.at_most is None or score <= rule.at_most)
        and (not rule.near_end or (is_near and is_extended))
    )


def situation_of(
    agreement: Agreement, evaluation: Evaluation, score: Score, as_of: date, *, has_successor: bool
) -> Situation:
    """What the rules look at on a day, for the evaluation of a document; an end still to come is none."""
    last = agreement.term.ends_on
    return Situation(
        state=evaluation.implementation,
        score=score.value,
        days_left=None if last is None else (last - evaluation.period.end).days,
        has_successor=has_successor,
        is_ended=agreement.ended_by(as_of) is not None,
        is_followed=agreement.doc in FOLLOWED,
    )
