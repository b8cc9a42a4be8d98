"""The score of one evaluation by one instrument, with every figure that it was made from."""

from __future__ import annotations

from decimal import ROUND_HALF_UP, Decimal
from typing import TYPE_CHECKING, NamedTuple

from kskd.domain.choices import NOT_ASSESSABLE, NOT_ASSESSABLE_LABEL, Implementation
from kskd.domain.text import quote
from kskd.errors import InvalidFact
from kskd.evaluation.instrument import FULL_MARK

if TYPE_CHECKING:
    from collections.abc import Mapping

    from kskd.evaluation.instrument import Instrument, Item

CENT = Decimal("0.01")


class ScoreLine(NamedTuple):
    """One item: the answer given (``None``: missing), what it is worth and what it earned."""

    item: str
    section: str
    question: str
    answer: str | None
    label: str | None
    weight: Decimal
    value: Decimal | None
    points: Decimal | None


class Score(NamedTuple):
    """A score from 0 to 100, or ``None`` with the coverage (0–1) and what it still lacks."""

    instrument: str
    value: Decimal | None
    coverage: Decimal
    category: str | None
    lines: tuple[ScoreLine, ...]
    missing: tuple[str, ...]
    not_assessable: tuple[str, ...]


def round_half_up(value: Decimal) -> Decimal:
    """Round to two decimals, halves upwards, as schools and offices do."""
    return value.quantize(CENT, rounding=ROUND_HALF_UP)


def check_answers(instrument: Instrument, answers: Mapping[str, str]) -> None:
    """Raise ``InvalidFact``, listing what is allowed, for an item or an option the instrument lacks.

    An item that follows from the state of carrying-out takes no answer of its own.
    """
    for code, answer in answers.items():
        item = instrument.item(code)
        if item is None:
            known = ", ".join(item.code for item in instrument.asked_items)
            raise InvalidFact(
                f"Butir {quote(code)} tidak ada dalam instrumen {instrument.id}; pakai salah satu: {known}."
            )
        if item.from_implementation:
            raise InvalidFact(
                f'Butir "{code}" mengikuti keadaan pelaksanaan; isi dengan --implementation, '
                f"salah satu dari: {', '.join(Implementation)}."
            )
        if answer != NOT_ASSESSABLE and item.option(answer) is None:
            known = ", ".join([*(option.code for option in item.options), NOT_ASSESSABLE])
            raise InvalidFact(
                f'Jawaban {quote(answer)} tidak ada pada butir "{code}" instrumen {instrument.id}; '
                f"pakai salah satu: {known}."
            )


def score(instrument: Instrument, implementation: Implementation | None, answers: Mapping[str, str]) -> Score:
    """Return the score, or the coverage and the gaps where there is none.

    Points are weight × value of the option; the score is their sum, rounded half up to two decimals, and
    the category is that of the rounded score. Coverage is the weight of the items with an assessable
    answer ÷ the weight of all items. A score exists exactly when coverage is 1: nothing is assumed for
    a missing answer, and one answered ``tidak-dapat-dinilai`` is unassessed, not 0. Weights are never
    spread over the items that remain. No national score exists (Permendagri 22/2020 gives none): the
    instrument is a local convention. Raises ``InvalidFact`` as ``check_answers`` does.
    """
    check_answers(instrument, answers)
    lines = tuple(_line(item, _answer(item, implementation, answers)) for item in instrument.items)
    answered = sum((line.weight for line in lines if line.points is not None), Decimal(0))
    value = None
    if answered == FULL_MARK:
        value = round_half_up(sum((line.points for line in lines if line.points is not None), Decimal(0)))
    return Score(
        instrument=instrument.id,
        value=value,
        coverage=answered / FULL_MARK,
        category=None if value is None else instrument.category(value),
        lines=lines,
        missing=tuple(line.item for line in lines if line.answer is None),
        not_assessable=tuple(line.item for line in lines if line.answer == NOT_ASSESSABLE),
    )


def _answer(item: Item, implementation: Implementation | None, answers: Mapping[str, str]) -> str | None:
    if item.from_implementation:
        return None if implementation is None else implementation.value
    return answers.get(item.code)


def _line(item: Item, answer: str | None) -> ScoreLine:
    option = None if answer is None else item.option(answer)
    label = NOT_ASSESSABLE_LABEL if answer == NOT_ASSESSABLE else None
    return ScoreLine(
        item=item.code,
        section=item.section,
        question=item.question,
        answer=answer,
        label=label if option is None else option.label,
        weight=item.weight,
        value=None if option is None else option.value,
        points=None if option is None else item.weight * option.value,
    )
