"""The score of one evaluation by one instrument, with every figure that it was made from."""

from collections.abc import Iterable, Mapping, Sequence
from decimal import ROUND_HALF_UP, Decimal
from typing import NamedTuple, Protocol

from kskd.domain.implementation import NOT_ASSESSABLE, NOT_ASSESSABLE_LABEL, Implementation
from kskd.domain.values.text import quote
from kskd.errors import refusal
from kskd.evaluation.instrument import FULL_MARK, AskedItem, EvidenceRule, Instrument

CENT = Decimal("0.01")


class _Evidence(Protocol):
    @property
    def text(self) -> str: ...
    @property
    def digest(self) -> str | None: ...
    @property
    def item(self) -> str | None: ...


class Proof(NamedTuple):
    """Evidence as far as a score looks at it, for those who have no ``domain.evaluation.Evidence``."""

    text: str
    digest: str | None
    item: str | None


class ScoreLine(NamedTuple):
    """One item: the answer given (``None``: missing), what it is worth and what it earned.

    ``proofs`` are texts of the evidence that names the item. ``cap`` is the share that a claim earns at most
    where the instrument demands evidence and none counts, else None.
    """

    item: str
    section: str
    question: str
    answer: str | None
    label: str | None
    weight: Decimal
    value: Decimal | None
    points: Decimal | None
    proofs: tuple[str, ...] = ()
    cap: Decimal | None = None

    @property
    def is_claim(self) -> bool:
        """Whether it was answered without the evidence that the instrument demands."""
        return self.cap is not None and self.value is not None

    @property
    def is_capped(self) -> bool:
        """Whether it earned less for want of evidence."""
        return self.cap is not None and self.value is not None and self.value > self.cap


class Score(NamedTuple):
    """A score from 0 to 100, or ``None`` with the coverage (0–1) and what it still lacks."""

    instrument: str
    value: Decimal | None
    coverage: Decimal
    category: str | None
    lines: tuple[ScoreLine, ...]
    missing: tuple[str, ...]
    not_assessable: tuple[str, ...]

    @property
    def claims(self) -> tuple[str, ...]:
        """Items answered without the evidence that the instrument demands."""
        return tuple(line.item for line in self.lines if line.is_claim)

    @property
    def bounds(self) -> tuple[Decimal, Decimal]:
        """The lowest and the highest score that answers to all items could still give, rounded half up.

        Both are the score itself where there is one. What is answered stays; an item without an assessable
        answer earns nothing at the least, and all of its weight at the most.
        """
        known = sum((line.points for line in self.lines if line.points is not None), Decimal(0))
        still = sum((line.weight for line in self.lines if line.points is None), Decimal(0))
        return round_half_up(known), round_half_up(known + still)


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
            raise refusal("answer-item-unknown", item=quote(code), instrument=instrument.id, known=known)
        if item.from_implementation:
            raise refusal("answer-item-computed", item=code, known=", ".join(Implementation))
        if answer != NOT_ASSESSABLE and item.option(answer) is None:
            known = ", ".join([*(option.code for option in item.options), NOT_ASSESSABLE])
            raise refusal(
                "answer-option-unknown",
                answer=quote(answer),
                item=code,
                instrument=instrument.id,
                known=known,
            )


def score(
    instrument: Instrument,
    implementation: Implementation | None,
    answers: Mapping[str, str],
    evidence: Iterable[_Evidence] = (),
) -> Score:
    """Return the score, or the coverage and the gaps where there is none.

    Points are weight × value of the option, the value no higher than the instrument's cap where it demands
    evidence that names the item and there is none; so evidence never lowers a score. The score is the sum
    of points, rounded half up to two decimals, and the category is that of the rounded score. Coverage is
    the weight of the items with an assessable answer ÷ the weight of all items. A score exists exactly
    when coverage is 1: nothing is assumed for a missing answer, and one answered ``tidak-dapat-dinilai``
    is unassessed, not 0. Weights are never spread over the items that remain. No national score exists
    (Permendagri 22/2020 gives none): the instrument is a local convention. Raises ``InvalidFact`` as
    ``check_answers`` does.
    """
    check_answers(instrument, answers)
    by_item: dict[str, list[_Evidence]] = {}
    for one in evidence:
        by_item.setdefault(one.item or "", []).append(one)
    lines = tuple(
        _line(instrument, item, _answer(item, implementation, answers), by_item.get(item.code, ()))
        for item in instrument.items
    )
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


def _answer(item: AskedItem, implementation: Implementation | None, answers: Mapping[str, str]) -> str | None:
    if item.from_implementation:
        return None if implementation is None else implementation.value
    return answers.get(item.code)


def _line(
    instrument: Instrument, item: AskedItem, answer: str | None, proofs: Sequence[_Evidence]
) -> ScoreLine:
    option = None if answer is None else item.option(answer)
    label = NOT_ASSESSABLE_LABEL if answer == NOT_ASSESSABLE else None
    cap = None if option is None else _cap(instrument.evidence, item, proofs)
    share = None if option is None else option.value if cap is None else min(option.value, cap)
    return ScoreLine(
        item=item.code,
        section=item.section,
        question=item.question,
        answer=answer,
        label=label if option is None else option.label,
        weight=item.weight,
        value=None if option is None else option.value,
        points=None if share is None else item.weight * share,
        proofs=tuple(proof.text for proof in proofs),
        cap=cap,
    )


def _cap(rule: EvidenceRule | None, item: AskedItem, proofs: Sequence[_Evidence]) -> Decimal | None:
    if rule is None or item.code not in rule.items:
        return None
    is_proven = any(proof.digest is not None or not rule.needs_file for proof in proofs)
    return None if is_proven else rule.cap
