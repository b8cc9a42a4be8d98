"""Making, changing and retiring fields of the office's own."""

from datetime import date
from typing import NamedTuple

from kskd.domain.document.parts import PARTS
from kskd.domain.office.own_field import OwnField, OwnKind
from kskd.domain.subjects import Subjects
from kskd.domain.values.text import quote
from kskd.errors import refusal
from kskd.registry.session import Session
from kskd.registry.tables import own_fields as store
from kskd.registry.views.listing import STAGES, columns
from kskd.workflows.access import Access
from kskd.workflows.changes import Change, confirm

_SHOWN = 5  # documents that a sentence names


class Listed(NamedTuple):
    """One field, and how many documents hold a value of it."""

    field: OwnField
    held: int


def known(access: Access) -> Subjects:
    """What may be recorded in this registry, by subject."""
    with access.reading() as session:
        return access.subjects._replace(agreement=access.fields_in(session))


def listing(access: Access) -> tuple[Listed, ...]:
    """All of them in their order."""
    with access.reading() as session:
        held = store.count_values(session)
        return tuple(Listed(one, held.get(one.key, 0)) for one in store.read_own_fields(session))


def add(access: Access, one: OwnField) -> OwnField:
    """Describe a new one; its key is nobody else's, and choices are those of a choice."""
    if (one.kind is OwnKind.CHOICE) != bool(one.choices):
        raise refusal("own-field-without-choices" if not one.choices else "own-field-with-choices")
    if one.key in _taken(access):
        raise refusal("own-field-key-taken", key=one.key)
    with access.writing() as session:
        if any(other.key == one.key for other in store.read_own_fields(session)):
            raise refusal("own-field-known", key=one.key)
        store.insert_own_field(session, one)
    return one


def _taken(access: Access) -> set[str]:
    """Keys and names by which something of a document is told, listed or looked for already."""
    fields = access.fields
    names = (*(one.key for one in fields), *(one.name for one in fields), *PARTS, *columns(fields), *STAGES)
    return {name.replace("-", "_") for name in (*names, "facts", "clauses", "set", "clear")}


def update(
    access: Access,
    key: str,
    *,
    label: str | None,
    choices: tuple[str, ...],
    dropped: tuple[str, ...],
    is_personal: bool | None,
) -> tuple[OwnField, tuple[Change, ...]]:
    """Change what it is called, add choices or take away those that no document holds."""
    with access.writing() as session:
        old = _read(session, key)
        if old.kind is not OwnKind.CHOICE and (choices or dropped):
            raise refusal("own-field-with-choices")
        kept = [one for one in old.choices if one.casefold() not in {text.casefold() for text in dropped}]
        for text in dropped:
            _refuse_used(session, old, text)
        have = {one.casefold() for one in kept}
        new = old._replace(
            label=label or old.label,
            choices=(*kept, *(one for one in choices if one.casefold() not in have)),
            is_personal=old.is_personal if is_personal is None else is_personal,
        )
        if old.choices and not new.choices:
            raise refusal("own-field-without-choices")
        changes = confirm(old.words(), new.words(), access.reason)
        store.update_own_field(session, new)
    return new, changes


def _refuse_used(session: Session, one: OwnField, text: str) -> None:
    choice = next((choice for choice in one.choices if choice.casefold() == text.casefold()), None)
    if choice is None:
        raise refusal("choice-unknown", what="Pilihan", text=quote(text), known=", ".join(one.choices))
    ids = store.holders(session, one.key, choice)
    if ids:
        more = f" dan {len(ids) - _SHOWN} naskah lain" if len(ids) > _SHOWN else ""
        named = ", ".join(ids[:_SHOWN]) + more
        raise refusal(
            "own-field-choice-used", choice=quote(choice), ids=named, id=ids[0], name=one.field.name
        )


def set_retired(access: Access, key: str, retired_on: date | None) -> tuple[OwnField, bool]:
    """Retire it from a day on, or take it into use again (None); gives whether that changed anything."""
    with access.writing() as session:
        old = _read(session, key)
        changes = (old.retired_on is None) != (retired_on is None)
        new = old._replace(retired_on=retired_on) if changes else old
        store.update_own_field(session, new)
    return new, changes


def _read(session: Session, key: str) -> OwnField:
    found = store.read_own_fields(session)
    one = next((one for one in found if one.key == key), None)
    if one is None:
        raise refusal("own-field-unknown", key=quote(key), known=", ".join(one.key for one in found) or "–")
    return one
