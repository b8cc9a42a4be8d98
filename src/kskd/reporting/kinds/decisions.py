"""What a leader has to decide: from the facts, the most pressing first, no more than a page takes.

Each reason is a question to the facts with an answer by document. Where all do not fit, the documents of the
least pressing reasons stand together in one row. The reasons and their order are local convention; the limit
of months for an umbrella is the setting ``follow-up-months``.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta
from typing import TYPE_CHECKING

from kskd.domain.choices import OwedBy, Recommendation
from kskd.domain.document.chain import FOLLOWED
from kskd.domain.document.status import Status
from kskd.domain.evaluation import achievement
from kskd.domain.implementation import Implementation
from kskd.domain.values.moving import moved

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence
    from datetime import date

    from kskd.domain.document.agreement import Agreement
    from kskd.domain.values.days import Day
    from kskd.reporting.basis import Basis
    from kskd.reporting.model import AgreementRow

MOST = 5
"""Decisions that a leader's page asks for at once."""

REST = "rest"
"""The reason of the row that takes the least pressing ones together, where there are more than ``MOST``."""

_CARRIED_OUT = frozenset({Implementation.PENUH, Implementation.SEBAGIAN})


@dataclass(frozen=True, slots=True)
class ToDecide:
    """One thing to decide: its reason by code, the documents, their days, by when.

    ``days`` are those since the end, until the end, or since signing, as the reason counts; ``in_part`` says
    that one of these is known in part, and so many have passed at least, or are left at most. ``detail`` is
    what a document says of it in its own words.
    """

    reason: str
    rows: tuple[AgreementRow, ...]
    days: tuple[int, ...]
    detail: str | None
    due: date
    in_part: bool = False


@dataclass(frozen=True, slots=True)
class _Found:
    agreement: Agreement
    days: int
    due: date
    detail: str | None = None
    since: Day | None = None  # the day that ``days`` are counted from, or to


def decisions(basis: Basis) -> tuple[ToDecide, ...]:
    """The decisions of the whole Pemda, at most ``MOST``; every document that needs one stands in a row."""
    found = [(reason, sorted(ask(basis), key=_pressing)) for reason, ask in _REASONS.items()]
    found = [(reason, ones) for reason, ones in found if ones]
    if len(found) > MOST:
        rest = [one for _, ones in found[MOST - 1 :] for one in ones]
        found = [*found[: MOST - 1], (REST, rest)]
    room = MOST - len(found)
    made: list[ToDecide] = []
    for reason, ones in found:
        if reason != REST and len(ones) - 1 <= room:
            room -= len(ones) - 1
            made += [_decision(basis, reason, [one]) for one in ones]
        else:
            made.append(_decision(basis, reason, ones))
    return tuple(made)


def _decision(basis: Basis, reason: str, ones: Sequence[_Found]) -> ToDecide:
    rows = basis.rows({one.agreement.id: one.agreement for one in ones}.values())
    detail = ones[0].detail if len(ones) == 1 else None
    in_part = any(one.since is not None and one.since.exact is None for one in ones)
    return ToDecide(
        reason, rows, tuple(one.days for one in ones), detail, min(one.due for one in ones), in_part
    )


def _pressing(one: _Found) -> tuple[date, str]:
    return (one.due, one.agreement.id)


def _soon(basis: Basis) -> date:
    """By when what is late already is to be decided: the setting ``decision-days``."""
    return basis.as_of + timedelta(days=int(basis.facts.government.text("decision-days")))


def lapsed(basis: Basis) -> Iterator[tuple[Agreement, int, date]]:
    """Over within ``ended-days``, and nothing takes its place: the days since, and by when to act.

    What is followed by another document when its time is over (LoI, RKT), and what was ended by an act, is
    none of these.
    """
    survey, limit = basis.survey, int(basis.facts.government.text("ended-days"))
    for one in survey.agreements.values():
        last = one.last(basis.as_of)
        if (
            one.doc in FOLLOWED
            or not one.is_derived
            or last is None
            or last.latest >= basis.as_of
            or one.id in survey.successors
        ):
            continue
        days = (basis.as_of - last.latest).days
        if one.ended_by(basis.as_of) is None and days <= limit:
            yield one, days, _soon(basis)


def _lapsed(basis: Basis) -> Iterator[_Found]:
    for one, days, due in lapsed(basis):
        shown = basis.survey.evaluation(one.id)
        if shown is not None and shown.implementation in _CARRIED_OUT:
            yield _Found(one, days, due, since=one.last(basis.as_of))


def ending(basis: Basis) -> Iterator[tuple[Agreement, int]]:
    """In force, over within ``soon-days``, and nothing takes its place, with the days left at most.

    What is followed by another document when its time is over (LoI, RKT) is none of these.
    """
    survey = basis.survey
    for one in survey.agreements.values():
        left = one.most_days_left(basis.as_of)
        if (
            survey.status[one.id] is Status.ACTIVE
            and left is not None
            and 0 <= left <= basis.facts.government.soon_days
            and one.id not in survey.successors
            and one.doc not in FOLLOWED
        ):
            yield one, left


def _ending(basis: Basis) -> Iterator[_Found]:
    for one, left in ending(basis):
        due = min(_soon(basis), basis.as_of + timedelta(days=left))
        yield _Found(one, left, due, since=one.term.dated_end)


def _owed(basis: Basis) -> Iterator[_Found]:
    """A duty of the partner is past its day and not reached."""
    survey = basis.survey
    for target in basis.facts.targets:
        if target.owed_by is not OwedBy.MITRA or target.due_on is None or target.due_on >= basis.as_of:
            continue
        one = survey.agreements.get(target.agreement)
        percent = achievement(target, survey.realised(target))
        if one is not None and survey.is_counted(one) and percent is not None and percent < 100:
            days = (basis.as_of - target.due_on).days
            yield _Found(one, days, _soon(basis), target.indicator)


def _stopping(basis: Basis) -> Iterator[_Found]:
    """Its last evaluation recommends to stop, and it is still in force."""
    for one in basis.counted:
        shown = basis.survey.evaluation(one.id)
        is_active = basis.survey.status[one.id] is Status.ACTIVE
        if is_active and shown is not None and shown.recommendation is Recommendation.HENTIKAN:
            yield _Found(one, 0, _soon(basis), shown.recommendation_reason)


def barren(basis: Basis) -> Iterator[tuple[Agreement, int, date]]:
    """In force, and nothing signed derived from it after ``follow-up-months``: the days, by when to act."""
    survey = basis.survey
    months = int(basis.facts.government.text("follow-up-months"))
    for one in survey.lines_in_force(survey.agreements.values()):
        signed = one.signed and min(one.signed.latest, basis.as_of)
        if signed is None or moved(signed, months=months) >= basis.as_of:
            continue
        if not any(survey.is_signed(child) for child in survey.derived_from(one.id)):
            yield one, (basis.as_of - signed).days, _soon(basis)


def _barren(basis: Basis) -> Iterator[_Found]:
    for one, days, due in barren(basis):
        yield _Found(one, days, due, since=one.signed)


def _silent(basis: Basis) -> Iterator[_Found]:
    """Owing a report of this period and of the one before, and reported in neither though both are late."""
    past = basis.before
    if past is None:
        return
    for one in basis.counted:
        then = past.agreements.get(one.id)
        if then is None or not past.owed(then) or not basis.is_late(one):
            continue
        if _is_silent(basis.survey.states([one])) and _is_silent(past.states([one])):
            yield _Found(one, (basis.as_of - basis.period.end).days, _soon(basis))


def _is_silent(states: Iterable[Implementation | None]) -> bool:
    return all(state is None for state in states)


_REASONS: dict[str, Callable[[Basis], Iterable[_Found]]] = {
    "lapsed": _lapsed,
    "ending": _ending,
    "owed": _owed,
    "stopping": _stopping,
    "barren": _barren,
    "silent": _silent,
}
"""The reasons, the most pressing first. A document may stand under several."""
