"""How complete the registry is: what is recorded of each field, and what is to be asked of which OPD."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date
from typing import NamedTuple

from kskd.domain.field import Field, Fields, Place
from kskd.domain.finding import Severity
from kskd.domain.settings import Government
from kskd.domain.values.period import Period, PeriodKind
from kskd.domain.values.text import quote
from kskd.errors import refusal
from kskd.registry.session import Session
from kskd.registry.tables import opds
from kskd.registry.tables.settings import read_government
from kskd.registry.views.coverage import ALL, NONE, PART, PARTNER_KIND, HeldFields, read_held
from kskd.rules.asking import REPORT
from kskd.workflows import lookup
from kskd.workflows.access import Access
from kskd.workflows.register.filtering import Filters, choose
from kskd.workflows.reports.judged import GRAVITY, Asking, Judged, read_judged
from kskd.workflows.reports.missing import (
    ENDED,
    LIAISON,
    RUNNING,
    Lack,
    MissingFact,
    missing_facts,
    reach,
    read_liaisons,
    unreached,
)

_NAMED = 5  # fields in a line that says what is recorded least
_PLACES = (Place.PARTS, Place.COLUMN, Place.FACT)
_OWED = (ENDED, RUNNING)  # by whether the period still runs
_BESIDE = (PARTNER_KIND, *_OWED, LIAISON)
# What rules ask for by another command than ``update``.
_ASKED_BY = {PARTNER_KIND.key: "partner update --kind", ENDED.key: REPORT}


class Coverage(NamedTuple):
    """One field: to how many documents it applies, and of how many it is recorded, partly, or not at all.

    ``share`` is in percent, of the wholly recorded, rounded down, so that 100 means all; ``command`` tells
    which. ``asked`` are those that lack it and of which ``rules``, the gravest of ``severity``, say so.
    """

    field: str
    label: str
    applies: int
    recorded: int
    partial: int
    missing: int
    share: int
    severity: Severity | None
    asked: int
    rules: tuple[str, ...]
    command: str


class Quality(NamedTuple):
    """The fields in the order in which rules ask for them, and, where asked for, each missing fact by OPD.

    ``documents`` are so many that were looked at.
    """

    documents: int
    fields: list[Coverage]
    missing: list[MissingFact]

    @property
    def is_whole(self) -> bool:
        """Whether nothing is missing."""
        return all(one.recorded == one.applies for one in self.fields)


class _Tally:
    """Counts of fields over documents, added one after the other."""

    def __init__(self, fields: Sequence[Field]) -> None:
        self.fields, self.documents = fields, 0
        self.counts = {field.key: [0, 0, 0] for field in fields}
        self._asked: dict[str, list[Asking]] = {}
        self._by_command = {_ASKED_BY.get(one.key, f"update {one.option}"): one.key for one in fields}

    def add(self, held: HeldFields, requests: Mapping[str, Asking]) -> dict[str, Asking]:
        """Count a document; gives the requests for what it lacks by key of field."""
        self.documents += 1
        for key, level in held.levels.items():
            self.counts[key][level] += 1
        found = {self._by_command.get(command, ""): one for command, one in requests.items()}
        found = {key: one for key, one in found.items() if held.levels.get(key, ALL) != ALL}
        for key, request in found.items():
            self._asked.setdefault(key, []).append(request)
        return found

    def coverage(self, ending: str) -> list[Coverage]:
        """What rules ask for by the gravest of them, then by how many documents lack it; then the rest.

        Of that first what lacks somewhere: the paper itself, its row, the facts of law, the office's own; of
        each the emptiest.
        """
        told = [(field, one) for field in self.fields if (one := self._of(field, ending)).applies]
        return [one for _, one in sorted(told, key=lambda each: _rank(*each))]

    def _of(self, field: Field, ending: str) -> Coverage:
        missing, partial, recorded = (self.counts[field.key][level] for level in (NONE, PART, ALL))
        applies, asked = missing + partial + recorded, self._asked.get(field.key, [])
        return Coverage(
            field.name,
            field.label,
            applies,
            recorded,
            partial,
            missing,
            100 * recorded // (applies or 1),
            min((one.severity for one in asked), key=GRAVITY.__getitem__, default=None),
            len(asked),
            tuple(sorted({code for one in asked for code in one.rules})),
            f"kskd quality --each --field {field.name}{ending}",
        )


def _rank(field: Field, one: Coverage) -> tuple[int, int, bool, bool, int, int]:
    lacking = one.missing + one.partial
    return GRAVITY[one.severity], -one.asked, not lacking, field.is_own, _PLACES.index(field.place), -lacking


def quality(
    access: Access, filters: Filters, *, as_of: date, names: Sequence[str] = (), each: bool = False
) -> Quality:
    """The coverage of the day, of some fields or documents only; with ``each`` what is missing too."""
    with access.reading() as session:
        return read_quality(session, access, filters, as_of=as_of, names=names, each=each)


def read_quality(
    session: Session, access: Access, filters: Filters, *, as_of: date, names: Sequence[str], each: bool
) -> Quality:
    """As ``quality``, of a snapshot."""
    fields = _chosen((*access.fields_in(session), *_BESIDE), names)
    chosen = choose(session, access, filters, as_of)
    ids = None if chosen is None else chosen.ids
    judged = read_judged(session, as_of, ids)
    tally, lacks, units = _Tally(fields), list[Lack](), set[str]()
    for held in _held(session, fields, as_of, ids, judged):
        requests = tally.add(held, judged.requests.get(held.agreement, {}))
        units.add(held.opd)
        if each:
            levels = ((field, held.levels.get(field.key, ALL)) for field in fields)
            lacks += (Lack(held, field, requests.get(field.key)) for field, level in levels if level != ALL)
    liaisons = read_liaisons(session, units if LIAISON in fields else (), as_of)
    for one in liaisons.values():
        tally.counts[LIAISON.key][reach(one)] += 1
    missing = [*unreached(liaisons), *missing_facts(session, lacks, judged)] if each else []
    by_opd = sorted(missing, key=lambda one: one.opd)  # within an OPD by document, as they were read
    return Quality(tally.documents, tally.coverage(asking(access, filters, as_of)), by_opd)


def asking(access: Access, filters: Filters, as_of: date) -> str:
    """The filters and the day as they are typed behind a command, so that it tells of the same documents."""
    day = f" --as-of {as_of}" if as_of != access.today else ""
    if not filters:
        return day
    from kskd.workflows.register.filters import in_options

    return in_options(filters) + day


def coverage(session: Session, fields: Fields, as_of: date) -> list[Coverage]:
    """The coverage of all documents of the day without asking the rules; nothing is written."""
    every = _chosen((*fields, PARTNER_KIND), ())
    tally = _Tally(every)
    for held in read_held(session, every, as_of.isoformat(), None):
        tally.add(held, {})
    return tally.coverage("")


def told_after_import(access: Access) -> list[str]:
    """What is lacking most now, how it is asked for, and from when reports are owed."""
    with access.reading() as session:
        lacking = least(coverage(session, access.fields_in(session), access.today))
        since = read_proposal(session, access.today)
    return [line for line in (lacking, since) if line is not None]


def least(found: Iterable[Coverage]) -> str | None:
    """One line that names the fields that most documents lack, None where nothing is missing."""
    lacking = sorted(found, key=lambda one: one.recorded - one.applies)[:_NAMED]
    told = ", ".join(
        f"{one.label} ({one.applies - one.recorded} naskah)" for one in lacking if one.applies > one.recorded
    )
    if not told:
        return None
    return (
        f"Yang paling banyak belum tercatat: {told}. Selengkapnya: kskd quality --each; sebagai halaman:"
        " kskd quality --out mutu; yang dimintakan kepada tiap OPD: kskd quality --ask."
    )


def read_proposal(session: Session, as_of: date) -> str | None:
    """As ``proposed_since``; None where an evaluation is recorded, for then older ones are asked about."""
    return None if session.has_any("evaluation") else proposed_since(read_government(session), as_of)


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


def _chosen(fields: Iterable[Field], names: Sequence[str]) -> tuple[Field, ...]:
    every = tuple(field for field in fields if field.is_typed and not field.is_seldom)
    if not names:
        return every
    known = {field.name: field for field in every}
    wanted = [name.strip().casefold().removeprefix("--").replace("_", "-") for name in names]
    for name in wanted:
        if name not in known:
            raise refusal("choice-unknown", what="--field", text=quote(name), known=", ".join(known))
    return tuple(dict.fromkeys(known[name] for name in wanted))


def _held(
    session: Session, fields: Sequence[Field], as_of: date, ids: Sequence[str] | None, judged: Judged
) -> Iterator[HeldFields]:
    """Each document with its levels, those of the reports on it too, under the unit that carries it on."""
    known = opds.read_opds(session)
    of_document = [field for field in fields if field not in (*_OWED, LIAISON)]
    reports = {_OWED.index(field): field.key for field in fields if field in _OWED}
    for held in read_held(session, of_document, as_of.isoformat(), ids):
        levels = held.levels | {
            reports[one.is_running]: ALL if one.is_reported else NONE
            for one in judged.reports.get(held.agreement, ())
            if one.is_running in reports
        }
        yield held._replace(opd=lookup.carried_on(known, held.opd, as_of), levels=levels)
