"""Targets that a document promises, and actions agreed on in its evaluation."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date
from typing import Any, TypeVar

from kskd.domain.document.agreement import Agreement
from kskd.domain.evaluation import Action, Target
from kskd.domain.field import Typed
from kskd.domain.told import read_told, worded
from kskd.domain.values.dates import format_date
from kskd.domain.values.numbers import Percent, format_number
from kskd.domain.values.period import Period
from kskd.errors import refusal
from kskd.registry.session import Session
from kskd.registry.tables import agreements, evaluations
from kskd.registry.views import ids
from kskd.workflows import lookup
from kskd.workflows.access import Access
from kskd.workflows.changes import Change, compare, confirm

_T = TypeVar("_T", Target, Action)


def add_target(access: Access, text: str, typed: Mapping[str, Typed]) -> Target:
    """Record what a derived document promises: ``typed`` has its fields, the indicator among them."""
    said = read_told(access.subjects.target, typed)
    with access.writing() as session:
        agreement = _live(session, access, text)
        if not agreement.is_derived:
            raise refusal("umbrella-without-targets", id=agreement.id)
        known = evaluations.read_targets(session, [agreement.id])
        target = _whole(Target(agreement.id, len(known) + 1, said["indicator"]).telling(said))
        _refuse_same(known, target)
        evaluations.write_target(session, target)
    return target


def update_target(
    access: Access, text: str, number: int, typed: Mapping[str, Typed]
) -> tuple[Target, tuple[Change, ...]]:
    """Fill or correct fields of a target, as typed; a correction needs a reason."""
    fields = access.subjects.target
    said = read_told(fields, typed)
    with access.writing() as session:
        agreement = _live(session, access, text)
        known = evaluations.read_targets(session, [agreement.id])
        old = _numbered(known, number, agreement.id, "target")
        new = _whole(old.telling(said))
        _refuse_same([one for one in known if one.number != number], new)
        changes = confirm(worded(fields, old), worded(fields, new), access.reason)
        evaluations.write_target(session, new)
    return new, changes


def list_targets(access: Access, text: str | None, as_of: date) -> list[Target]:
    """Targets of one document, or of all that there were on the day."""
    with access.reading() as session:
        wanted = ids.known_ids(session, as_of) if text is None else [lookup.agreement_id(session, text)]
        return evaluations.read_targets(session, wanted)


def add_action(access: Access, text: str, typed: Mapping[str, Typed]) -> Action:
    """Record what was agreed on in the evaluation of a period: what, who, by when."""
    said = read_told(access.subjects.action, typed)
    with access.writing() as session:
        action = agree(session, access, _live(session, access, text), said)
    return action  # noqa: RET504 - for all that types know, the block swallows exceptions


def agree(session: Session, access: Access, agreement: Agreement, said: Mapping[str, Any]) -> Action:
    """As ``add_action``, inside an act, with values by key of the field."""
    agreed = said["agreed"]
    known = evaluations.read_actions(session, [agreement.id])
    action = Action(agreement.id, len(known) + 1, agreed, said["what"]).telling(said)
    if agreed.start > access.today:
        raise refusal("agreed-period-ahead", period=agreed)
    if agreement.signed is not None and agreed.end < agreement.signed.earliest:
        raise refusal("period-before-signing", period=agreed, id=agreement.id)
    if action.due_on is not None and action.due_on < agreed.start:
        raise refusal("day-before-period", what="Tenggat", day=format_date(action.due_on), period=agreed)
    if (same := same_action(known, action.agreed, action.what)) is not None:
        raise refusal("action-known", id=action.agreement, number=same.number)
    evaluations.write_action(session, action)
    return action


def finish_action(access: Access, text: str, number: int, typed: Mapping[str, Typed]) -> Action:
    """Record that an action is done, on which day, and by what it is proven; or, cleared, that it is not."""
    said = read_told(access.subjects.action, typed)
    if "done_on" not in said:
        raise refusal("option-missing", options="--on")
    if said["done_on"] is None:
        said["proof"] = None
    with access.writing() as session:
        new, _ = finish(session, access, _live(session, access, text), number, said)
    return new


def finish(
    session: Session, access: Access, agreement: Agreement, number: int, said: Mapping[str, Any]
) -> tuple[Action, tuple[Change, ...]]:
    """As ``finish_action``, inside an act, with values by key of the field; gives what changed too."""
    old = _numbered(evaluations.read_actions(session, [agreement.id]), number, agreement.id, "tindak lanjut")
    new = old.telling(said)
    on = new.done_on
    if on is not None and on > access.today:
        raise refusal("day-in-future", what="Tanggal selesai", day=format_date(on))
    if old.done_on is not None and access.reason is None:
        raise refusal("action-done-already", number=number, id=agreement.id, day=format_date(old.done_on))
    if on is not None and on < old.agreed.start:
        raise refusal("action-done-before-agreed", day=format_date(on), period=old.agreed)
    evaluations.write_action(session, new)
    return new, compare(_action_facts(old), _action_facts(new))


def list_actions(access: Access, text: str | None, as_of: date) -> list[Action]:
    """Actions of one document, or of all, that were agreed on by the day; as they stood on it."""
    with access.reading() as session:
        wanted = ids.known_ids(session, as_of) if text is None else [lookup.agreement_id(session, text)]
        return [one.on(as_of) for one in evaluations.read_actions(session, wanted) if one.known_from <= as_of]


def _live(session: Session, access: Access, text: str) -> Agreement:
    agreement = agreements.read_agreement(session, lookup.to_change(session, access, text))
    if agreement.void_reason is not None:
        raise refusal("agreement-void", id=agreement.id, done="diubah")
    return agreement


def _numbered(rows: Sequence[_T], number: int, agreement: str, what: str) -> _T:
    if not 1 <= number <= len(rows):
        there = ", ".join(map(str, range(1, len(rows) + 1))) or "belum ada"
        raise refusal("numbered-not-found", what=what, number=number, id=agreement, known=there)
    return rows[number - 1]


def _whole(target: Target) -> Target:
    """The target; InvalidNumber where its value was typed in per cent and its unit does not say so."""
    value = target.value
    if not isinstance(value, Percent):
        return target
    if not value.suits(target.unit):
        raise refusal("target-in-percent", value=format_number(value), unit=target.unit or "belum tercatat")
    return replace(target, value=float(value))


def _refuse_same(known: Sequence[Target], target: Target) -> None:
    if any(one.indicator.casefold() == target.indicator.casefold() for one in known):
        raise refusal("target-known", id=target.agreement)


def same_action(known: Sequence[Action], agreed: Period, what: str) -> Action | None:
    """The action that is recorded already: what is agreed on once in a period is recorded once."""
    return next(
        (one for one in known if (one.agreed, one.what.casefold()) == (agreed, what.casefold())), None
    )


def _action_facts(action: Action) -> dict[str, str | None]:
    name = f"Tindak lanjut {action.number}"
    return {
        f"{name} selesai": format_date(action.done_on) if action.done_on else None,
        f"Bukti {name.lower()}": action.proof,
    }
