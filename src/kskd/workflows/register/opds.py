"""Perangkat daerah: entering them, one by one or from a file, and following their renaming."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta

from kskd.domain.field import Field, Fields, Typed
from kskd.domain.opd import Opd, present, read_code
from kskd.domain.subjects import OPD
from kskd.domain.told import read_told, worded
from kskd.domain.values import names
from kskd.domain.values.dates import format_date, read_date, respelt_month
from kskd.domain.values.text import as_heading, leaves_unknown, quote, quote_path, require_name, word
from kskd.domain.values.warning import warning
from kskd.errors import KskdError, refusal
from kskd.registry.session import Session
from kskd.registry.tables import opds as store
from kskd.workflows import lookup
from kskd.workflows.access import Access
from kskd.workflows.changes import Change, confirm

_GONE = ("valid_to", "successor")  # what only ``rename`` tells of a unit
_NAMING = ("code", "name", "successor")


@dataclass(frozen=True, slots=True)
class OpdRow:
    """One unit with what is counted of its documents."""

    opd: Opd
    tally: store.Tally


def add(
    access: Access,
    code: str,
    name: str,
    aliases: Iterable[str] = (),
    *,
    new: bool = False,
    **typed: Typed,
) -> Opd:
    """Enter a unit; a name like one that is known is refused unless ``new`` says that it is another.

    ``typed`` has its other fields.
    """
    opd = _read(access, code, aliases, {**typed, "name": name})
    with access.writing() as session:
        enter(session, opd, new=new)
    return opd


def read_unit(
    access: Access, code: str, name: str, aliases: Iterable[str], typed: Mapping[str, Typed]
) -> Opd:
    """A unit as ``add`` would enter it."""
    return _read(access, code, aliases, {**typed, "name": name})


def enter(session: Session, opd: Opd, *, new: bool) -> None:
    """As ``add``, inside an act."""
    _refuse_known(opd, store.read_opds(session), new=new)
    store.insert_opd(session, opd)


def columns(fields: Fields) -> dict[str, str]:
    """The key of each field that a file of units may tell, by the heading of its column."""
    return {as_heading(one.label): one.key for one in fields if one.is_typed and one.key != "successor"}


_LISTED = {"aliases": "alias"} | dict.fromkeys(("led", "supported", "co_led", "value", "valued"), "")
"""Headings of ``opd list --format csv`` that are no key of a field, with the column that each means."""


def import_csv(access: Access, path: str) -> tuple[tuple[Opd, ...], tuple[str, ...]]:
    """Enter the units of a file, all or none; gives those entered and codes that were there already.

    Raises InputFileError that names every line that cannot be read.
    """
    from kskd.interchange.sheets.tables import read_table

    keys = columns(access.subjects.opd)
    listed = {key: heading for heading, key in keys.items()} | _LISTED
    rows = read_table(path, (*keys, *_GONE), required=("kode", "nama"), also=listed, tell=access.tell)
    problems: list[str] = []
    entered: list[Opd] = []
    skipped: list[str] = []
    with access.writing() as session:
        known = store.read_opds(session)
        for line, row in rows:
            try:
                gone = [text for key in _GONE if (text := row.pop(key))]
                typed = {keys[heading]: text for heading, text in row.items() if text}
                for note in filter(None, map(respelt_month, typed.values())):
                    access.tell(f"baris {line}: {note}")
                told = [part for part in typed.pop("alias", "").split(";") if part.strip()]
                aliases = [part for part in told if not leaves_unknown(part)]
                opd = _read(access, typed.pop("code", ""), aliases, {"name": "", **typed})
                if opd.code in known and known[opd.code].name == opd.name:
                    skipped.append(opd.code)
                    continue
                if gone:
                    access.tell(_ended(line, opd, gone))
                    continue
                _refuse_known(opd, known, new=True)
                store.insert_opd(session, opd)
                known[opd.code] = opd
                entered.append(opd)
            except KskdError as error:
                problems.append(f"baris {line}: {error}")
        if problems:
            more = f" (dan {len(problems) - 5} baris lain)" if len(problems) > 5 else ""
            raise refusal(
                "table-lines-unusable", file=quote_path(path), problems=f"{' '.join(problems[:5])}{more}"
            )
    return tuple(entered), tuple(skipped)


def _ended(line: int, opd: Opd, gone: Sequence[str]) -> str:
    """The warning for a unit of a file that has ended, which is not entered as one that lives."""
    return warning(
        f"baris {line}: {opd.code} sudah berakhir ({', '.join(gone)}), dan itu tidak dicatat dari berkas",
        f"bila naskahnya perlu dicatat, kskd opd add {opd.code} --name {word(opd.name)};"
        f" lalu kskd opd rename {opd.code} --into OPD --on TANGGAL",
    )


def listing(access: Access, as_of: date) -> list[OpdRow]:
    """Every unit in order of code."""
    with access.reading() as session:
        counts = store.count_agreements(session, as_of)
        return [OpdRow(opd, counts[opd.code]) for opd in store.read_opds(session).values()]


def show(access: Access, text: str, as_of: date) -> OpdRow:
    """One unit by code, name or alias."""
    with access.reading() as session:
        known = store.read_opds(session)
        code = lookup.opd_code(known, text)
        return OpdRow(known[code], store.count_agreements(session, as_of)[code])


def add_alias(access: Access, text: str, alias: str) -> Opd:
    """Let another name mean the unit."""
    label = _read_alias(alias)
    with access.writing() as session:
        known = store.read_opds(session)
        opd = known[lookup.opd_code(known, text)]
        call_too(session, opd, label)
    return replace(opd, aliases=(*opd.aliases, label))


def call_too(session: Session, opd: Opd, label: str) -> None:
    """As ``add_alias``, inside an act."""
    owner = _owner(store.read_opds(session), _read_alias(label))
    if owner is not None:
        raise refusal("opd-label-taken", label=quote(label), owner=owner)
    store.add_alias(session, opd.code, label)


def updatable(fields: Fields) -> tuple[Field, ...]:
    """What is corrected by itself: neither a code, a name nor a successor, which ``rename`` follows."""
    return tuple(field for field in fields.plain if field.is_typed and field.key not in _NAMING)


def update(access: Access, text: str, typed: Mapping[str, Typed]) -> tuple[Opd, tuple[Change, ...]]:
    """Fill or correct what else is known of a unit; a correction needs a reason."""
    fields = access.subjects.opd
    said = read_told(updatable(fields), typed)
    with access.writing() as session:
        known = store.read_opds(session)
        old = known[lookup.opd_code(known, text)]
        new = old.telling(said)
        changes = correct(access, session, old, new)
    return new, changes


def correct(access: Access, session: Session, old: Opd, new: Opd) -> tuple[Change, ...]:
    """As ``update``, inside an act; a name that changes stays as an alias, as ``rename`` leaves it."""
    if new.valid_from and new.valid_to and new.valid_from > new.valid_to:
        raise refusal("opd-begins-after-end", code=new.code, day=format_date(new.valid_to))
    fields = access.subjects.opd
    changes = confirm(worded(fields, old), worded(fields, new), access.reason)
    if new.name != old.name:
        old = _call(session, store.read_opds(session), old, new.name)
    store.update_opd(session, replace(new, aliases=old.aliases))
    return changes


def rename(
    access: Access,
    text: str,
    *,
    name: str | None = None,
    code: str | None = None,
    into: str | None = None,
    on: str | None = None,
) -> Opd:
    """Follow a change of nomenclature; gives the unit as it is called from then on.

    With ``name`` only, the name changes and the old one stays as an alias. With ``code`` a new unit
    carries on from the day ``on``; with ``into`` an existing one does (a merger).
    """
    if code and into:
        raise refusal("options-exclusive", options="--code dan --into")
    if into and name:
        raise refusal("opd-name-and-into")
    if not (name or code or into):
        raise refusal("opd-change-missing")
    if bool(code or into) != bool(on):
        raise refusal("opd-on-without-successor")
    day = read_date(on) if on else None
    with access.writing() as session:
        known = store.read_opds(session)
        old = known[lookup.opd_code(known, text)]
        if day is None:
            return _call(session, known, old, OPD["name"].text(name or ""))
        if old.successor is not None:
            raise refusal("opd-succeeded", code=old.code, successor=old.successor)
        if old.valid_from is not None and day <= old.valid_from:
            raise refusal("opd-successor-too-early", code=old.code, day=format_date(old.valid_from))
        if into is not None:
            new = known[lookup.opd_code(known, into)]
            if old.code in {new.code, present(new.code, known, day.max)}:
                raise refusal("opd-succeeds-itself", code=old.code)
        else:
            new = Opd(read_code(code or ""), OPD["name"].text(name or old.name), (), day)
            if names.key(new.name) == names.key(old.name):
                raise refusal("opd-new-name-missing")
            _refuse_known(new, known, new=True)
            store.insert_opd(session, new)
        store.update_opd(session, replace(old, valid_to=day - timedelta(days=1), successor=new.code))
    return new


def _call(session: Session, known: Mapping[str, Opd], old: Opd, name: str) -> Opd:
    """The unit under a new name; the old one becomes an alias, and the new one ceases to be one."""
    owner = _owner({code: opd for code, opd in known.items() if code != old.code}, name)
    if owner is not None:
        raise refusal("opd-label-taken", label=quote(name), owner=owner)
    store.update_opd(session, replace(old, name=name))
    kept = names.distinct((*old.aliases, old.name), but=name)
    for alias in old.aliases:
        if alias not in kept:
            store.drop_alias(session, alias)
    if old.name in kept and old.name not in old.aliases:
        store.add_alias(session, old.code, old.name)
    return replace(old, name=name, aliases=kept)


def _read(access: Access, code: str, aliases: Iterable[str], typed: Mapping[str, Typed]) -> Opd:
    said = read_told(access.subjects.opd, typed)
    require_name(said["name"], "nama OPD")
    others = names.distinct(map(_read_alias, aliases), but=said["name"])
    return Opd(read_code(code), said["name"], others).telling(said)


def _read_alias(text: str) -> str:
    require_name(text, "nama OPD")
    return OPD["alias"].text(text)


def _refuse_known(opd: Opd, known: Mapping[str, Opd], *, new: bool) -> None:
    if opd.code in known:
        raise refusal("opd-code-taken", code=opd.code, name=known[opd.code].name)
    for label in (opd.code, opd.name, *opd.aliases):
        owner = _owner(known, label)
        if owner is not None:
            raise refusal("opd-label-taken", label=quote(label), owner=f"{owner} ({known[owner].name})")
    if not new:
        near = names.closest(opd.name, [(other.name, other.code) for other in known.values()])
        if near:
            hint = "; ".join(f"{code} ({label})" for label, code in near)
            raise refusal("opd-name-similar", name=quote(opd.name), near=hint)


def _owner(known: Mapping[str, Opd], label: str) -> str | None:
    wanted = names.key(label)
    return next(
        (
            opd.code
            for opd in known.values()
            if wanted in {names.key(one) for one in (opd.code, opd.name, *opd.aliases)}
        ),
        None,
    )
