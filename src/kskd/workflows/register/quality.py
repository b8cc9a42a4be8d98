"""How complete the registry is: what is recorded of each field, and what is to be asked of which OPD."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from typing import NamedTuple

from kskd.domain.field import Field, Fields, Many, Place
from kskd.domain.settings import Government
from kskd.domain.values.period import Period, PeriodKind
from kskd.domain.values.text import quote
from kskd.errors import refusal
from kskd.registry.session import Session
from kskd.registry.tables.settings import read_government
from kskd.registry.views.coverage import ALL, NONE, PART, HeldFields, counted, read_held, read_passed
from kskd.workflows.access import Access
from kskd.workflows.register.filtering import Filters, choose

_NAMED = 5  # fields in a line that says what is recorded least
_PLACES = (Place.PARTS, Place.COLUMN, Place.FACT)
# What is said only where it happened: that none is recorded is how most documents are.
_SELDOM = frozenset(
    {"paper_name", "note", "planned_for", "paper_missing", "renews_every", "notice_period"}
    | {"decision", "decision_by", "decision_on", "decision_letter"}
)


class Coverage(NamedTuple):
    """One field: to how many documents it applies, and of how many it is recorded, partly, or not at all.

    ``share`` is in percent, of the wholly recorded, rounded down, so that 100 means all;
    ``command`` tells who is to be asked.
    """

    field: str
    label: str
    applies: int
    recorded: int
    partial: int
    missing: int
    share: int
    command: str


class MissingFact(NamedTuple):
    """One fact of one document that is not recorded, or in part, with the OPD asked and the command."""

    opd: str
    agreement: str
    field: str
    label: str
    is_partial: bool
    command: str


class Quality(NamedTuple):
    """The fields in the order of what matters, and, where asked for, each missing fact by OPD."""

    fields: list[Coverage]
    missing: list[MissingFact]


def quality(
    access: Access, filters: Filters, *, as_of: date, names: Sequence[str] = (), each: bool = False
) -> Quality:
    """The coverage of the day, of some fields or documents only; with ``each`` what is missing too."""
    with access.reading() as session:
        fields = _chosen(access.fields_in(session), names)
        chosen = choose(session, access, filters, as_of)
        passed = read_passed(session) if each else {}
        held = list(read_held(session, fields, as_of.isoformat(), None if chosen is None else chosen.ids))
    return Quality(_counts(fields, held), _missing(fields, held, passed) if each else [])


def coverage(session: Session, fields: Fields, as_of: date) -> list[Coverage]:
    """The coverage of all documents of the day; nothing is written."""
    every = _chosen(fields, ())
    return _counts(every, read_held(session, every, as_of.isoformat(), None))


def told_after_import(access: Access) -> list[str]:
    """What is lacking most now, how it is asked for, and from when reports are owed."""
    with access.reading() as session:
        lacking = least(coverage(session, access.fields_in(session), access.today))
        since = proposed_since(read_government(session), access.today)
    return [line for line in (lacking, since) if line is not None]


def least(found: Iterable[Coverage]) -> str | None:
    """One line that names the fields that most documents lack, None where nothing is missing."""
    lacking = sorted(found, key=lambda one: one.recorded - one.applies)[:_NAMED]
    told = ", ".join(
        f"{one.label} ({one.applies - one.recorded} naskah)" for one in lacking if one.applies > one.recorded
    )
    if not told:
        return None
    return f"Yang paling banyak belum tercatat: {told}. Selengkapnya: kskd quality, dan kskd quality --each."


def proposed_since(government: Government, as_of: date) -> str | None:
    """A sentence with the command that asks for reports from the semester of ``as_of`` on.

    ``init`` begins so too. None where the setting names that semester or a later one.
    """
    now = Period.of(as_of, PeriodKind.SEMESTER)
    since = government.reports_since
    if since is not None and since.start >= now.start:
        return None
    told = f"sejak {since.label}" if since else "sejak naskah pertama dicatat"
    return (
        f"Laporan kini ditagih {told}; yang sebelum registri ini dipakai tidak diketahui."
        f" Agar ditagih mulai {now.label}: kskd setting set reports-since {now}"
    )


def _chosen(fields: Fields, names: Sequence[str]) -> tuple[Field, ...]:
    every = tuple(field for field in counted(tuple(fields)) if field.key not in _SELDOM)
    if not names:
        return every
    known = {field.name: field for field in every}
    wanted = [name.strip().casefold().removeprefix("--").replace("_", "-") for name in names]
    for name in wanted:
        if name not in known:
            raise refusal("choice-unknown", what="--field", text=quote(name), known=", ".join(known))
    return tuple(dict.fromkeys(known[name] for name in wanted))


def _counts(fields: Sequence[Field], held: Iterable[HeldFields]) -> list[Coverage]:
    """The paper itself, its row, the facts of law, the office's own; of each the emptiest first."""
    counts = {field.key: [0, 0, 0] for field in fields}
    for one in held:
        for key, level in one.levels.items():
            counts[key][level] += 1
    found = []
    for field in fields:
        missing, partial, recorded = (counts[field.key][level] for level in (NONE, PART, ALL))
        if applies := missing + partial + recorded:
            command = f"kskd quality --each --field {field.name}"
            share = 100 * recorded // applies
            rank = (field.is_own, _PLACES.index(field.place), -missing - partial)
            found.append(
                (
                    rank,
                    Coverage(field.name, field.label, applies, recorded, partial, missing, share, command),
                )
            )
    return [one for _, one in sorted(found, key=lambda each: each[0])]


def _missing(
    fields: Sequence[Field], held: Iterable[HeldFields], passed: Mapping[tuple[str, str], int]
) -> list[MissingFact]:
    by_key = {field.key: field for field in fields}
    found = [
        MissingFact(
            one.opd,
            one.agreement,
            by_key[key].name,
            by_key[key].label,
            level == PART,
            _command(one.agreement, by_key[key], level, passed.get((one.agreement, key), 0)),
        )
        for one in held
        for key, level in one.levels.items()
        if level != ALL
    ]
    return sorted(found, key=lambda each: each.opd)  # within an OPD by document, as they were read


def _command(agreement: str, field: Field, level: int, passed: int) -> str:
    """What records it; a correction of what is known in part is told with its reason."""
    if passed or field.many is Many.TEXTS:
        return f"kskd update {agreement} {f'{field.option} - ' * passed}{field.option} …"
    reason = " --reason …" if level == PART else ""
    return f"kskd update {agreement}{reason} {field.option}{'=' if field.is_own else ' '}…"
