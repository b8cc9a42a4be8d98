"""What stated rules propose to do with a document; a person decides, and says why where it differs.

A convention: no regulation says how a recommendation follows from an evaluation. A good document near its
end is proposed to be extended, never to be stopped for that.
"""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING, NamedTuple

from kskd.domain.choices import Implementation, Recommendation
from kskd.domain.numbers import format_number

if TYPE_CHECKING:
    from collections.abc import Callable

_NOT_CARRIED_OUT = frozenset({Implementation.BELUM, Implementation.TIDAK})


class Situation(NamedTuple):
    """What the rules look at, on the last day of the evaluated period.

    ``before`` is the state that the evaluation before this one told, ``days_left`` those to the last day of a
    dated document, ``is_succeeded`` whether a signed successor carries it on.
    """

    implementation: Implementation | None
    before: Implementation | None
    score: Decimal | None
    days_left: int | None
    open_obstacles: int
    is_succeeded: bool = False


class Limits(NamedTuple):
    """Scores (0–100) above which, and days within which, something is proposed."""

    expand: Decimal = Decimal(90)
    extend: Decimal = Decimal(75)
    go_on: Decimal = Decimal(65)
    near_end: int = 180


class Advice(NamedTuple):
    """A proposal with its reason in words."""

    recommendation: Recommendation
    reason: str


class _Rule(NamedTuple):
    recommendation: Recommendation
    fits: Callable[[Situation, Decimal, Limits], bool]
    reason: str


def _ends_soon(one: Situation, limits: Limits) -> bool:
    return not one.is_succeeded and one.days_left is not None and one.days_left <= limits.near_end


# The first that fits is proposed; ``{…}`` are filled with the figures that decided.
_RULES = (
    _Rule(
        Recommendation.PERPANJANG,
        lambda one, score, limits: _ends_soon(one, limits) and score > limits.extend,
        "nilai {score} di atas {extend} dan masa berlaku {end}",
    ),
    _Rule(
        Recommendation.PERLUAS,
        lambda one, score, limits: (
            score > limits.expand and one.implementation is Implementation.PENUH and not one.open_obstacles
        ),
        "nilai {score} di atas {expand}, dilaksanakan penuh, tanpa kendala terbuka",
    ),
    _Rule(
        Recommendation.LANJUT,
        lambda _, score, limits: score > limits.go_on,
        "nilai {score} di atas {go_on}",
    ),
    _Rule(Recommendation.PERBAIKI, lambda *_: True, "nilai {score} tidak di atas {go_on}"),
)


def _end(days_left: int) -> str:
    return f"lewat {-days_left} hari" if days_left < 0 else f"tinggal {days_left} hari"


def propose(one: Situation, limits: Limits | None = None) -> Advice | None:
    """The recommendation that the rules propose, or None where too little is known.

    Not carried out twice running: stop. Not carried out now: go on with mending. Else by the score, and
    without a complete score nothing is proposed.
    """
    limits = limits or Limits()
    if one.implementation in _NOT_CARRIED_OUT:
        if one.before in _NOT_CARRIED_OUT:
            return Advice(Recommendation.HENTIKAN, "dua evaluasi berturut-turut tidak dilaksanakan")
        return Advice(Recommendation.PERBAIKI, "belum atau tidak dilaksanakan dalam periode ini")
    score = one.score
    if one.implementation is None or score is None:
        return None
    rule = next(rule for rule in _RULES if rule.fits(one, score, limits))
    words = {
        "score": format_number(float(score), 2),
        "expand": format_number(float(limits.expand)),
        "extend": format_number(float(limits.extend)),
        "go_on": format_number(float(limits.go_on)),
        "end": _end(one.days_left or 0),
    }
    return Advice(rule.recommendation, rule.reason.format(**words))
