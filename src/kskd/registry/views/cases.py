"""Documents as the rules see them, one after the other in order of id: a few ordered SELECTs, merged.

Nothing is held but the document at hand, so that the memory does not grow with the registry.
"""

import json
import sqlite3
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from datetime import date
from types import MappingProxyType
from typing import Any, NamedTuple

from kskd.domain.document.chain import Doc, Scheme
from kskd.domain.document.clauses import CLAUSE, clause_code
from kskd.domain.document.status import Status
from kskd.domain.values.days import Day
from kskd.domain.values.period import Period
from kskd.registry.session import Session
from kskd.registry.twins.adendums import before_later
from kskd.registry.twins.documents import CARRIES_ON_OF, KNOWN, KNOWN_OF, LINE, STATUS
from kskd.registry.twins.periods import BEGINS, ENDS
from kskd.registry.values import day
from kskd.rules.case import Addendum, Asked, Case, Office, Promise, Relative, Report, Seat, Trouble

_YES = {"yes": True, "no": False, None: None}
_AS_RECORDED: Mapping[str, Any] = MappingProxyType({})


class _Source(NamedTuple):
    """Where a document or a part of it is read from: ``made`` of ``fields``, each known by its name throughout.

    A field is selected from ``sql``, or from the column of its name, and passed through ``read`` where it is
    more than what a column holds. ``gather`` makes one thing of what all rows of an owner have made.
    """

    made: Callable[[Iterable[Any]], Any]
    fields: Sequence[str]
    tables: str
    owner: str
    order: str
    where: str = "1"
    sql: Mapping[str, str] = _AS_RECORDED
    read: Mapping[str, Callable[[Any], Any]] = _AS_RECORDED
    gather: Callable[[Iterable[Any]], Any] = tuple

    def select(self, condition: str) -> str:
        """The statement for owners that meet a condition, the owner first in each row."""
        columns = ", ".join(f"{self.sql.get(field, field)} AS {field}" for field in self.fields)
        where = f"{self.where} AND {condition}"
        return f"SELECT {self.owner}, {columns} FROM {self.tables} WHERE {where} ORDER BY {self.order}"

    def rows(
        self, con: sqlite3.Connection, then: str, condition: str, params: Mapping[str, str | None]
    ) -> Iterator[tuple[str, Any]]:
        """Each owner with what one row makes."""
        made = self.made
        reads = [(at, self.read[field]) for at, field in enumerate(self.fields) if field in self.read]
        for owner, *values in con.execute(then + self.select(condition), params):
            for at, read in reads:
                if (value := values[at]) is not None:
                    values[at] = read(value)
            yield owner, made(values)


def _only(values: Iterable[Any]) -> Any:
    (value,) = values
    return value


_ENDED_ON = "iif({0}.ended_on <= :as_of, {0}.ended_on, NULL)"
_DAYS: dict[str, Callable[[Any], Any]] = {
    "signed": Day.parse,
    "starts": Day.parse,
    "ends": Day.parse,
    "ended_on": day,
}
_WHOLE = _Source(
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
        "ended_on": _ENDED_ON.format("a"),
        "end_ground": "iif(a.ended_on <= :as_of, a.end_ground, NULL)",
    },
    {
        **_DAYS,
        "doc": Doc,
        "scheme": Scheme,
        "status": Status,
        "entered_on": date.fromisoformat,
        "opd_ended_on": day,
        **dict.fromkeys(("has_scope", "has_target", "has_file"), bool),
    },
)


def _relatives(tables: str, owner: str, order: str, where: str = "1", *, many: bool = False) -> _Source:
    """The documents ``r`` that stand in some relation to an owner."""
    sql = {field: f"r.{field}" for field in Relative._fields}
    sql |= {
        "signed": "r.signed_on",
        "starts": "r.starts_on",
        "ends": "r.ends_on",
        "ended_on": _ENDED_ON.format("r"),
    }
    gather = tuple if many else _only
    return _Source(
        Relative._make, Relative._fields, tables, owner, order, where, sql, {**_DAYS, "doc": Doc}, gather
    )


_LIVE = f"r.void_reason IS NULL AND {KNOWN_OF.format('r')}"
# Each document that hangs on a line, with the links of it; {0} is the column of the one that hangs, and a line of
# one is told apart, for most are.
_PARENTS = (
    f"(WITH RECURSIVE {LINE} SELECT c.id AS owner, c.parent AS link, 0 AS at FROM agreement AS c"
    " WHERE c.parent IS NOT NULL AND c.parent NOT IN (SELECT id FROM line)"
    " UNION ALL SELECT c.id, m.id, m.at FROM agreement AS c JOIN line AS o ON o.id = c.parent"
    " JOIN line AS m ON m.first = o.first JOIN agreement AS g ON g.id = m.id"
    " WHERE m.id = c.parent OR g.signed_on <= :as_of)"
)
_CHILDREN = (
    f"(WITH RECURSIVE {LINE} SELECT c.parent AS owner, c.id AS child FROM agreement AS c WHERE c.parent IS NOT NULL"
    " UNION SELECT o.id, c.id FROM line AS o JOIN line AS m ON m.first = o.first JOIN agreement AS c ON c.parent = m.id)"
)
_BEGUN = f"{BEGINS} <= :as_of"
_RELATIONS = {
    "parents": _relatives(
        f"{_PARENTS} AS k JOIN agreement AS r ON r.id = k.link", "k.owner", "k.owner, k.at", many=True
    ),
    "predecessor": _relatives("agreement AS a JOIN agreement AS r ON r.id = a.predecessor", "a.id", "a.id"),
    "successor": _relatives(
        "agreement AS r",
        "r.predecessor",
        "r.predecessor",
        f"r.predecessor IS NOT NULL AND {CARRIES_ON_OF.format('r')}",
    ),
}
_PARTS = {
    "parent_partners": _Source(
        _only,
        ("partner",),
        "agreement AS a JOIN party AS y ON y.agreement = a.parent",
        "a.id",
        "a.id",
        "y.seat > 0",
    ),
    "parent_affairs": _Source(
        _only, ("code",), "agreement AS a JOIN affair AS u ON u.agreement = a.parent", "a.id", "a.id"
    ),
    "children": _relatives(
        f"{_CHILDREN} AS k JOIN agreement AS r ON r.id = k.child",
        "k.owner",
        "k.owner, r.id",
        _LIVE,
        many=True,
    ),
    "seats": _Source(
        Seat._make,
        Seat._fields,
        "party LEFT JOIN partner AS p ON p.id = partner",
        "agreement",
        "agreement, seat",
        sql={"name": "p.name", "kind": "p.kind", "office": "signer_office"},
        read={"power_date": day},
    ),
    "affairs": _Source(_only, ("code",), "affair", "agreement", "agreement, code"),
    "facts": _Source(
        tuple,
        ("key", "value"),
        "fact",
        "agreement",
        "agreement, key",
        f"key NOT GLOB '{CLAUSE}*'",
        gather=dict,
    ),
    "clauses": _Source(
        _only,
        ("key",),
        "fact",
        "agreement",
        "agreement",
        f"key GLOB '{CLAUSE}*'",
        read={"key": clause_code},
        gather=frozenset,
    ),
    "addendums": _Source(
        Addendum._make,
        Addendum._fields,
        "amendment AS m",
        "agreement",
        "agreement, number",
        "signed_on <= :as_of",
        {
            "last": "(SELECT old ->> '$.ends_on' FROM amendment_change AS c WHERE c.agreement = m.agreement"
            " AND c.amendment = m.number AND field = 'term')",
            "changed": "(SELECT json_group_array(field) FROM amendment_change AS c WHERE c.agreement = m.agreement"
            " AND c.amendment = m.number)",
            "own_number": "(SELECT n.number FROM amendment_number AS n WHERE n.agreement = m.agreement"
            " AND n.amendment = m.number AND n.seat = 0)",
        },
        {
            "signed_on": date.fromisoformat,
            "last": Day.parse,
            "changed": lambda fields: frozenset(json.loads(fields)),
            "adds_burden": _YES.get,
            "dprd_approved_on": day,
            "tkksd_note": _YES.get,
        },
    ),
    "reports": _Source(
        Report._make,
        Report._fields,
        "evaluation AS v",
        "agreement",
        "agreement",
        _BEGUN.format("period"),
        {
            "begins": "period",
            "ends": "period",
            "has_evidence": "EXISTS (SELECT 1 FROM evidence AS e WHERE e.agreement = v.agreement AND e.period = v.period)",
        },
        {
            "begins": lambda code: _period(code)[0],
            "ends": lambda code: _period(code)[1],
            "has_evidence": bool,
        },
        lambda found: tuple(sorted(found, key=lambda one: (one.ends, one.begins))),
    ),
    "troubles": _Source(
        Trouble._make,
        Trouble._fields,
        "obstacle AS k",
        "agreement",
        "agreement, number",
        f"{_BEGUN.format('opened')} AND (closed IS NULL OR {ENDS.format('closed')} > :as_of)",
        {
            "has_effort": "EXISTS (SELECT 1 FROM effort AS e WHERE e.agreement = k.agreement AND e.obstacle = k.number)"
        },
        {"has_effort": bool},
    ),
    "promises": _Source(
        Promise._make,
        Promise._fields,
        "action",
        "agreement",
        "agreement, number",
        f"{_BEGUN.format('agreed')} AND (done_on IS NULL OR done_on > :as_of)",
        read={"due_on": day},
    ),
    "asked": _Source(
        Asked._make,
        Asked._fields,
        "clock",
        "agreement",
        "agreement, number",
        "agreement IS NOT NULL AND started_on <= :as_of",
        read={"started_on": date.fromisoformat},
    ),
}
"""The parts that may be left out, by their names in a case."""


def read_cases(
    session: Session,
    office: Office,
    *,
    agreements: Sequence[str] | None = None,
    only: Collection[str] = _PARTS.keys(),
    even_void: bool = False,
) -> Iterator[Case]:
    """Every document that there was on the office's day, or some by id; void ones only with ``even_void``.

    ``only`` names the parts that are asked about; the others are left empty.
    """
    day_asked = office.as_of.isoformat()
    ids = None if agreements is None else json.dumps(list(agreements))
    params = {"as_of": day_asked, "ids": ids}
    then = before_later(session.con, day_asked)
    with_offices = _completing(session) if "seats" in only else None

    def rows(source: _Source, more: str = "") -> Iterator[tuple[str, Any]]:
        named = f"{source.owner} IN (SELECT value FROM json_each(:ids))" if agreements is not None else "1"
        return source.rows(session.con, then, named + more, params)

    chosen = _RELATIONS | {name: source for name, source in _PARTS.items() if name in only}
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


def _with_ends(case: Case) -> tuple[Addendum, ...]:
    """The adendums, each with the end that stood when it was signed.

    That is the end put off by the first later change of the term, or by its own.
    """
    changes = [one for one in case.addendums if "term" in one.changed]

    def last(one: Addendum) -> Day | None:
        later = (
            each.last for each in changes if (each.signed_on, each.number) >= (one.signed_on, one.number)
        )
        return next(later, case.ends)

    return tuple(one._replace(last=last(one)) for one in case.addendums)


_PERIODS: dict[str, tuple[date, date]] = {}  # at most a few hundred codes exist


def _period(code: str) -> tuple[date, date]:
    found = _PERIODS.get(code)
    if found is None:
        one = Period.parse(code)
        found = _PERIODS[code] = (one.start, one.end)
    return found
