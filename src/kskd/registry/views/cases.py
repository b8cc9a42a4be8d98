"""Documents as the rules see them, one after the other in order of id: a few ordered SELECTs, merged.

Nothing is held but the document at hand, so that the memory does not grow with the registry.
"""

from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
from datetime import date
from typing import TYPE_CHECKING, Any

from kskd.domain.document.chain import Doc, Scheme
from kskd.domain.document.status import Status
from kskd.domain.values.days import Day
from kskd.domain.values.period import Period
from kskd.registry.session import Session
from kskd.registry.twins.adendums import before_later
from kskd.registry.twins.documents import CARRIES_ON_OF, IS_CLAUSE, KNOWN, KNOWN_OF, LINE, SIGNED_OF, STATUS
from kskd.registry.twins.periods import agreed, known
from kskd.registry.values import day
from kskd.registry.views.case_sources import DAYS, ENDED_ON, Source, only_one, relatives
from kskd.rules.case import Asked, Case, Office, OwnTerm, Promise, Report

if TYPE_CHECKING:
    from kskd.rules.parts import Addendum

_WHOLE = Source(
    tuple,
    Case._fields[1 : Case._fields.index("parents")],
    "agreement AS a JOIN opd AS o ON o.code = a.lead_opd",
    "a.id",
    "a.id",
    KNOWN,
    {
        "opd": "a.lead_opd",
        "status": STATUS,
        "signed": "a.signed_on",
        "starts": "a.starts_on",
        "ends": "a.ends_on",
        "has_scope": "EXISTS (SELECT 1 FROM scope_item WHERE agreement = a.id)",
        "has_target": "EXISTS (SELECT 1 FROM target WHERE agreement = a.id)",
        "has_file": "EXISTS (SELECT 1 FROM file WHERE agreement = a.id)",
        "opd_ended_on": "o.valid_to",
        "ended_on": ENDED_ON.format("a"),
        "end_ground": "iif(a.ended_on <= :as_of, a.end_ground, NULL)",
    },
    {
        **DAYS,
        "doc": Doc,
        "scheme": Scheme,
        "status": Status,
        "entered_on": date.fromisoformat,
        "opd_ended_on": day,
        **dict.fromkeys(("has_scope", "has_target", "has_file"), bool),
    },
)


_LIVE = f"r.void_reason IS NULL AND {KNOWN_OF.format('r')}"
# Each document that hangs on a line, with the links of it; {0} is the column of the one that hangs, and a line of
# one is told apart, for most are.
_PARENTS = (
    f"(WITH RECURSIVE {LINE} SELECT c.id AS owner, c.parent AS link, 0 AS at FROM agreement AS c"
    " WHERE c.parent IS NOT NULL AND c.parent NOT IN (SELECT id FROM line)"
    " UNION ALL SELECT c.id, m.id, m.at FROM agreement AS c JOIN line AS o ON o.id = c.parent"
    " JOIN line AS m ON m.first = o.first JOIN agreement AS g ON g.id = m.id"
    f" WHERE m.id = c.parent OR {SIGNED_OF.format('g')})"
)
_CHILDREN = (
    f"(WITH RECURSIVE {LINE} SELECT c.parent AS owner, c.id AS child FROM agreement AS c WHERE c.parent IS NOT NULL"
    " UNION SELECT o.id, c.id FROM line AS o JOIN line AS m ON m.first = o.first JOIN agreement AS c ON c.parent = m.id)"
)
_RELATIONS = {
    "parents": relatives(
        f"{_PARENTS} AS k JOIN agreement AS r ON r.id = k.link", "k.owner", "k.owner, k.at", many=True
    ),
    "predecessor": relatives("agreement AS a JOIN agreement AS r ON r.id = a.predecessor", "a.id", "a.id"),
    "successor": relatives(
        "agreement AS r",
        "r.predecessor",
        "r.predecessor",
        f"r.predecessor IS NOT NULL AND {CARRIES_ON_OF.format('r')}",
    ),
}
_PARTS = {
    "facts": Source(
        tuple,
        ("key", "value"),
        "fact",
        "agreement",
        "agreement, key",
        f"NOT {IS_CLAUSE}",
        gather=dict,
    ),
    "children": relatives(
        f"{_CHILDREN} AS k JOIN agreement AS r ON r.id = k.child",
        "k.owner",
        "k.owner, r.id",
        _LIVE,
        many=True,
    ),
    "reports": Source(
        Report._make,
        Report._fields,
        "evaluation AS v",
        "agreement",
        "agreement",
        known("v"),
        {
            "begins": "period",
            "ends": "period",
            "has_evidence": "EXISTS (SELECT 1 FROM evidence AS e WHERE e.agreement = v.agreement AND e.period = v.period)",
            "sheet_sent_on": "iif(v.channel = 'desk', (SELECT min(d.sent_on) FROM desk_sheet AS d"
            " JOIN agreement AS o ON o.lead_opd = d.opd WHERE o.id = v.agreement AND d.period = v.period), NULL)",
        },
        {
            "begins": lambda code: _period(code)[0],
            "ends": lambda code: _period(code)[1],
            "has_evidence": bool,
            "reported_on": day,
            "sheet_sent_on": day,
        },
        lambda found: tuple(sorted(found, key=lambda one: (one.ends, one.begins))),
    ),
    "promises": Source(
        Promise._make,
        Promise._fields,
        "action",
        "agreement",
        "agreement, number",
        f"{agreed('action')} AND (done_on IS NULL OR done_on > :as_of)",
        read={"due_on": day},
    ),
    "asked": Source(
        Asked._make,
        Asked._fields,
        "clock",
        "agreement",
        "agreement, number",
        "agreement IS NOT NULL AND started_on <= :as_of",
        read={"started_on": date.fromisoformat},
    ),
    "moved": Source(
        only_one,
        ("signed_on",),
        "amendment_change AS c JOIN amendment AS m ON m.agreement = c.agreement AND m.number = c.amendment",
        "c.agreement",
        "c.agreement",
        "field = 'term' AND coalesce(nullif(signed_on, 'XXXX') <= :as_of, 1)",
        read={"signed_on": Day.parse},
        gather=lambda found: max(found, key=lambda day: day.latest),
    ),
    "own_terms": Source(
        OwnTerm._make,
        OwnTerm._fields,
        "amendment",
        "agreement",
        "agreement, number",
        "ends_on IS NOT NULL AND coalesce(nullif(signed_on, 'XXXX') <= :as_of, 1)",
        {"ends": "ends_on"},
        {"ends": Day.parse},
    ),
}
"""The parts that clocks look at, by their names in a case; what rules alone look at is in ``case_parts``."""


def _as_json(texts: Iterable[str]) -> str:
    import json

    return json.dumps(list(texts))


def read_cases(
    session: Session,
    office: Office,
    *,
    agreements: Sequence[str] | None = None,
    only: Collection[str] | None = None,
    even_void: bool = False,
) -> Iterator[Case]:
    """Every document that there was on the office's day, or some by id; void ones only with ``even_void``.

    ``only`` names the parts that are asked about, None all; the others are left empty.
    """
    day_asked = office.as_of.isoformat()
    ids = None if agreements is None else _as_json(agreements)
    params = {"as_of": day_asked, "ids": ids}
    then = before_later(session.con, day_asked)
    with_offices = _completing(session) if only is None or "seats" in only else None

    def rows(source: Source, more: str = "") -> Iterator[tuple[str, Any]]:
        named = f"{source.owner} IN (SELECT value FROM json_each(:ids))" if agreements is not None else "1"
        return source.rows(session.con, then, named + more, params)

    chosen = {**_RELATIONS, **_parts(only)}
    parts = [(name, source.gather, _Stream(rows(source))) for name, source in chosen.items()]
    for one, values in rows(_WHOLE, "" if even_void else " AND a.void_reason IS NULL"):
        found = {name: gather(made) for name, gather, part in parts if (made := part.take(one))}
        case = Case(office, *values, **found)
        if with_offices is not None:
            case = with_offices(case)
        yield case._replace(addendums=_with_ends(case)) if case.addendums else case


def _completing(session: Session) -> Callable[[Case], Case] | None:
    """What puts the offices of signers into a case, None where nobody is recorded as one."""
    from kskd.registry.views.signers import read_signers, with_offices

    signers = read_signers(session)
    return (lambda case: with_offices(case, signers)) if signers else None


def _parts(only: Collection[str] | None) -> dict[str, Source]:
    """The sources of these parts, None for all; those that rules alone look at are made for them alone."""
    if only is not None and _PARTS.keys() >= set(only):
        return {name: _PARTS[name] for name in only}
    from kskd.registry.views.case_parts import PARTS

    return {name: source for name, source in (_PARTS | PARTS).items() if only is None or name in only}


class _Stream:
    """What the rows of one source make, taken document by document in the order of both."""

    def __init__(self, rows: Iterator[tuple[str, Any]]) -> None:
        self._rows = rows
        self._head = next(rows, None)

    def take(self, owner: str) -> list[Any]:
        """What is of ``owner``; what is of owners before it is passed over."""
        head, found = self._head, []
        while head is not None and head[0] <= owner:
            if head[0] == owner:
                found.append(head[1])
            head = next(self._rows, None)
        self._head = head
        return found


def _with_ends(case: Case) -> "tuple[Addendum, ...]":
    """The adendums, each with the end that stood when it was signed.

    That is the end put off by the first later change of the term, or by its own.
    """
    last, found = case.dated_end, []
    for one in reversed(case.addendums):
        last = one.last if "term" in one.changed else last
        found.append(one._replace(last=last))
    return tuple(reversed(found))


_PERIODS: dict[str, tuple[date, date]] = {}  # at most a few hundred codes exist


def _period(code: str) -> tuple[date, date]:
    found = _PERIODS.get(code)
    if found is None:
        one = Period.parse(code)
        found = _PERIODS[code] = (one.start, one.end)
    return found
