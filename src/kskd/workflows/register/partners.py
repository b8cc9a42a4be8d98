"""Mitra: entering them, their other names, and merging two entries that turn out to be one."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import date

from kskd.domain.field import Typed
from kskd.domain.partner import Partner
from kskd.domain.subjects import PARTNER
from kskd.domain.told import read_told, worded
from kskd.domain.values import names
from kskd.domain.values.money import Worth
from kskd.domain.values.text import quote, require_name, word
from kskd.domain.values.warning import warning
from kskd.errors import UnknownPartner, refusal
from kskd.registry.session import Session
from kskd.registry.tables import partners as store
from kskd.workflows import lookup
from kskd.workflows.access import Access
from kskd.workflows.changes import Change, confirm
from kskd.workflows.register.naming import several_names

_NONE = Worth(None, 0, 0)


@dataclass(frozen=True, slots=True)
class PartnerRow:
    """One partner with what the documents to which it is a party are worth."""

    partner: Partner
    worth: Worth


def add(
    access: Access, name: str, aliases: Iterable[str] = (), *, new: bool = False, **typed: Typed
) -> Partner:
    """Enter a partner; a name like one that is known is refused unless ``new`` says that it is another.

    ``typed`` has its other fields.
    """
    said = read_told(access.subjects.partner, {**typed, "name": name})
    label = said["name"]
    others = names.distinct(map(_read_alias, aliases), but=label)
    with access.writing() as session:
        added = enter(session, replace(Partner(0, label).telling(said), aliases=others), new=new)
    if (parts := several_names(label)) is not None:
        apart = "; ".join(f"kskd partner add {word(part)}" for part in parts)
        access.tell(
            warning(
                f"{quote(label)} dicatat sebagai satu mitra",
                f"bila beberapa, batalkan dengan kskd undo, lalu {apart}",
            )
        )
    return added


def enter(session: Session, one: Partner, *, new: bool) -> Partner:
    """As ``add``, inside an act."""
    known = store.read_partners(session)
    for label in (one.name, *one.aliases):
        _refuse_owned(known, label)
    try:
        lookup.partner(known, one.name, or_new=True)
    except UnknownPartner as unknown:
        if unknown.candidates and not new:
            raise
    number = store.insert_partner(session, replace(one, aliases=()))
    for alias in one.aliases:
        store.add_alias(session, number, alias)
    return store.read_partners(session)[number]


def listing(access: Access, as_of: date) -> list[PartnerRow]:
    """Every partner in order of name, merged ones left out."""
    with access.reading() as session:
        counts = store.count_agreements(session, as_of)
        return [
            PartnerRow(one, counts.get(one.id, _NONE))
            for one in store.read_partners(session).values()
            if one.merged_into is None
        ]


def show(access: Access, text: str, as_of: date) -> PartnerRow:
    """One partner by name or alias."""
    with access.reading() as session:
        one = lookup.read_partner(session, text)
        return PartnerRow(one, store.count_agreements(session, as_of).get(one.id, _NONE))


def add_alias(access: Access, text: str, alias: str) -> Partner:
    """Let another name mean the partner."""
    label = _read_alias(alias)
    with access.writing() as session:
        known = store.read_partners(session)
        one = lookup.partner(known, text)
        call_too(session, one, label)
    return replace(one, aliases=(*one.aliases, label))


def call_too(session: Session, one: Partner, alias: str) -> None:
    """As ``add_alias``, inside an act."""
    label = _read_alias(alias)
    _refuse_owned(store.read_partners(session), label)
    store.add_alias(session, one.id, label)


def update(access: Access, text: str, typed: Mapping[str, Typed]) -> tuple[Partner, tuple[Change, ...]]:
    """Fill or correct fields of a partner; the old name stays as an alias. A correction needs a reason."""
    fields = access.subjects.partner
    with access.writing() as session:
        old = lookup.partner(store.read_partners(session), text)
        new, changes = correct(access, session, old, old.telling(read_told(fields, typed)))
    return new, changes


def correct(
    access: Access, session: Session, old: Partner, new: Partner
) -> tuple[Partner, tuple[Change, ...]]:
    """As ``update``, inside an act."""
    fields, known = access.subjects.partner, store.read_partners(session)
    if names.key(new.name) != names.key(old.name):
        _refuse_owned({number: one for number, one in known.items() if number != old.id}, new.name)
    changes = confirm(worded(fields, old), worded(fields, new), access.reason)
    store.update_partner(session, new)
    kept = names.distinct((*old.aliases, old.name), but=new.name)
    for alias in old.aliases:
        if alias not in kept:
            store.drop_alias(session, alias)
    if old.name in kept and old.name not in old.aliases:
        store.add_alias(session, old.id, old.name)
    return replace(new, aliases=kept), changes


def merge(access: Access, source: str, target: str) -> tuple[Partner, Partner, int]:
    """Let ``target`` stand wherever ``source`` did; gives both and the number of documents changed."""
    if access.reason is None:
        raise refusal("reason-missing", what="penggabungan")
    with access.writing() as session:
        known = store.read_partners(session)
        one, other = lookup.partner(known, source), lookup.partner(known, target)
        if one.id == other.id:
            raise refusal("partners-same", one=quote(source), other=quote(target), name=one.name)
        shared = store.shared_agreement(session, one.id, other.id)
        if shared is not None:
            raise refusal("partners-both-parties", one=one.name, other=other.name, id=shared)
        changed = store.merge(session, one.id, other.id)
        store.add_alias(session, other.id, one.name)
        return one, other, changed


def _read_alias(text: str) -> str:
    return PARTNER["alias"].text(text)


def _refuse_owned(known: Mapping[int, Partner], label: str) -> None:
    wanted = names.key(label)
    require_name(label, "nama mitra")
    for one in known.values():
        if wanted in {names.key(name) for name in (one.name, *one.aliases)}:
            owner = known[one.merged_into or one.id]
            raise refusal("partner-label-taken", label=quote(label), owner=owner.name)
