"""Documents as the rules see them, one after the other in order of id: a few ordered SELECTs, merged.

Nothing is held but the document at hand, so that the memory does not grow with the registry.
"""

from __future__ import annotations

import json
from datetime import date
from typing import TYPE_CHECKING, Any

from kskd.domain.document.chain import Doc, Scheme
from kskd.domain.document.facts import CLAUSE, clause_code
from kskd.domain.document.status import Status
from kskd.domain.values.period import Period
from kskd.registry.twins.adendums import before_later
from kskd.registry.twins.documents import KNOWN, KNOWN_OF, STATUS
from kskd.registry.values import day
from kskd.rules.case import Addendum, Case, Promise, Relative, Report, Seat, Trouble

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Collection, Iterator, Sequence

    from kskd.rules.case import Office

_ENDED_ON = "iif({0}.ended_on <= :as_of, {0}.ended_on, NULL)"
_RELATIVE = (
    "{0}.id, {0}.doc, {0}.signed_on, coalesce({0}.starts_on, {0}.signed_on), {0}.end_kind, {0}.ends_on,"
    f" {_ENDED_ON}"
)
_DOCUMENTS = (
    f"SELECT a.id, a.doc, a.scheme, a.lead_opd, {STATUS}, a.entered_on, a.signed_on,"
    " coalesce(a.starts_on, a.signed_on), a.end_kind, a.ends_on, a.duration_typed, a.original_place,"
    " EXISTS (SELECT 1 FROM scope_item WHERE agreement = a.id), EXISTS (SELECT 1 FROM target WHERE agreement = a.id),"
    " EXISTS (SELECT 1 FROM file WHERE agreement = a.id), o.valid_to,"
    f" {_ENDED_ON.format('a')}, iif(a.ended_on <= :as_of, a.end_ground, NULL), a.planned_for,"
    f" {_RELATIVE.format('p')}, {_RELATIVE.format('q')}, {_RELATIVE.format('s')}"
    " FROM agreement AS a JOIN opd AS o ON o.code = a.lead_opd LEFT JOIN agreement AS p ON p.id = a.parent"
    " LEFT JOIN agreement AS q ON q.id = a.predecessor"
    " LEFT JOIN agreement AS s ON s.predecessor = a.id AND s.void_reason IS NULL"
    f" AND {KNOWN_OF.format('s')}"
    f" WHERE a.void_reason IS NULL AND {KNOWN} {{where}} ORDER BY a.id"
)
# What hangs on a document: the owner first, in order of the owner; {0} narrows the owners.
_PARTS = {
    "seats": (
        "SELECT agreement, seat, partner, p.name, p.kind, number, signer_office, power_number, power_date"
        " FROM party LEFT JOIN partner AS p ON p.id = partner WHERE {0} ORDER BY agreement, seat",
        "agreement",
    ),
    "affairs": ("SELECT agreement, code FROM affair WHERE {0} ORDER BY agreement, code", "agreement"),
    "facts": ("SELECT agreement, key, value FROM fact WHERE {0} ORDER BY agreement, key", "agreement"),
    "children": (
        f"SELECT parent, {_RELATIVE.format('a')} FROM agreement AS a WHERE parent IS NOT NULL AND {{0}}"
        f" AND void_reason IS NULL AND {KNOWN} ORDER BY parent, id",
        "parent",
    ),
    "parent_partners": (
        "SELECT a.id, y.partner FROM agreement AS a JOIN party AS y ON y.agreement = a.parent"
        " WHERE y.seat > 0 AND {0} ORDER BY a.id",
        "a.id",
    ),
    "parent_affairs": (
        "SELECT a.id, u.code FROM agreement AS a JOIN affair AS u ON u.agreement = a.parent WHERE {0} ORDER BY a.id",
        "a.id",
    ),
    "reports": (
        "SELECT agreement, period, implementation, recommendation, EXISTS (SELECT 1 FROM evidence AS e"
        " WHERE e.agreement = v.agreement AND e.period = v.period) FROM evaluation AS v WHERE {0} ORDER BY agreement",
        "agreement",
    ),
    "troubles": (
        "SELECT agreement, number, text, opened, closed, EXISTS (SELECT 1 FROM effort AS e WHERE e.agreement = k.agreement"
        " AND e.obstacle = k.number) FROM obstacle AS k WHERE {0} ORDER BY agreement, number",
        "agreement",
    ),
    "addendums": (
        "SELECT agreement, number, signed_on, (SELECT json_group_object(field, iif(field = 'term', old ->> '$.ends_on', NULL))"
        " FROM amendment_change AS c WHERE c.agreement = m.agreement AND c.amendment = m.number), (SELECT n.number"
        " FROM amendment_number AS n WHERE n.agreement = m.agreement AND n.amendment = m.number AND n.seat = 0),"
        " adds_burden, dprd_answer, dprd_approved_on, tkksd_note FROM amendment AS m"
        " WHERE {0} AND signed_on <= :as_of ORDER BY agreement, number",
        "agreement",
    ),
    "promises": (
        "SELECT agreement, number, what, agreed, due_on FROM action WHERE {0}"
        " AND (done_on IS NULL OR done_on > :as_of) ORDER BY agreement, number",
        "agreement",
    ),
}


def read_cases(
    con: sqlite3.Connection,
    office: Office,
    *,
    opds: Sequence[str] | None = None,
    agreements: Sequence[str] | None = None,
    only: Collection[str] = _PARTS.keys(),
) -> Iterator[Case]:
    """Every document that there was on the office's day, void ones left out; of some units or ids only.

    ``only`` names the parts that are asked about; the others are left empty.
    """
    params = {"as_of": office.as_of.isoformat(), "opds": _json(opds), "ids": _json(agreements)}
    where = " AND a.lead_opd IN (SELECT value FROM json_each(:opds))" if opds is not None else ""
    if agreements is not None:
        where += f" AND {_named('a.id')}"
    then = before_later(con, params["as_of"] or "")
    parts = {
        name: _Part(con.execute(then + sql.format(_named(owner) if agreements is not None else "1"), params))
        for name, (sql, owner) in _PARTS.items()
        if name in only
    }
    for row in con.execute(then + _DOCUMENTS.format(where=where), params):
        yield _case(office, row, parts)


class _Part:
    """The rows of one SELECT, taken document by document in the order of both."""

    def __init__(self, rows: sqlite3.Cursor) -> None:
        self._rows = rows
        self._head: tuple[Any, ...] | None = next(rows, None)

    def take(self, owner: str) -> list[tuple[Any, ...]]:
        """The rows of ``owner``; those of owners before it are passed over."""
        head, found = self._head, []
        while head is not None and head[0] <= owner:
            if head[0] == owner:
                found.append(head)
            head = next(self._rows, None)
        self._head = head
        return found


def _case(office: Office, row: tuple[Any, ...], parts: dict[str, _Part]) -> Case:
    one = row[0]
    taken = {name: parts[name].take(one) if name in parts else [] for name in _PARTS}
    facts = taken["facts"]
    return Case(
        office,
        one,
        Doc(row[1]),
        Scheme(row[2]),
        row[3],
        Status(row[4]),
        date.fromisoformat(row[5]),
        day(row[6]),
        day(row[7]),
        row[8],
        day(row[9]),
        row[10],
        row[11],
        bool(row[12]),
        bool(row[13]),
        bool(row[14]),
        day(row[15]),
        day(row[16]),
        row[17],
        row[18],
        parent=_relative(row[19:26]),
        predecessor=_relative(row[26:33]),
        successor=_relative(row[33:40]),
        parent_partners=tuple(found[1] for found in taken["parent_partners"]),
        parent_affairs=tuple(found[1] for found in taken["parent_affairs"]),
        children=tuple(filter(None, (_relative(found[1:]) for found in taken["children"]))),
        seats=tuple(Seat._make((*found[1:8], day(found[8]))) for found in taken["seats"]),
        affairs=tuple(found[1] for found in taken["affairs"]),
        facts={key: value for _, key, value in facts if not key.startswith(CLAUSE)},
        clauses=frozenset(clause_code(key) or key for _, key, _ in facts if key.startswith(CLAUSE)),
        reports=_reports(office, taken["reports"]),
        troubles=_troubles(office, taken["troubles"]),
        addendums=_addendums(day(row[9]), taken["addendums"]),
        promises=tuple(
            Promise(number, what, day(due))
            for _, number, what, agreed, due in taken["promises"]
            if _days(agreed)[0] <= office.as_of
        ),
    )


def _relative(values: Sequence[Any]) -> Relative | None:
    if values[0] is None:
        return None
    one, doc, signed_on, starts_on, end_kind, ends_on, ended_on = values
    return Relative(one, Doc(doc), day(signed_on), day(starts_on), end_kind, day(ends_on), day(ended_on))


_YES = {"yes": True, "no": False, None: None}


def _addendums(ends_on: date | None, rows: list[tuple[Any, ...]]) -> tuple[Addendum, ...]:
    """Adendums signed by the day, each with the end that stood when it was signed.

    That is the end put off by the first later change of the term, or by its own.
    """
    found: list[Addendum] = []
    ends = [
        (signed_on, number, day(old["term"]))
        for _, number, signed_on, changes, *_ in rows
        if "term" in (old := json.loads(changes or "{}"))
    ]
    for _, number, signed_on, changes, own_number, burden, answer, approved_on, note in rows:
        later = (end for when, at, end in ends if (when, at) >= (signed_on, number))
        found.append(
            Addendum(
                number,
                date.fromisoformat(signed_on),
                next(later, ends_on),
                frozenset(json.loads(changes or "{}")),
                own_number,
                _YES[burden],
                answer,
                day(approved_on),
                _YES[note],
            )
        )
    return tuple(found)


def _reports(office: Office, rows: list[tuple[Any, ...]]) -> tuple[Report, ...]:
    """Evaluations of periods begun by the day, the latest last, and of those that end together the shortest."""
    if not rows:
        return ()
    found = [
        Report(period, *_days(period), implementation, recommendation, bool(has_evidence))
        for _, period, implementation, recommendation, has_evidence in rows
    ]
    return tuple(
        sorted((one for one in found if one.begins <= office.as_of), key=lambda one: (one.ends, one.begins))
    )


def _troubles(office: Office, rows: list[tuple[Any, ...]]) -> tuple[Trouble, ...]:
    """Obstacles that had arisen and were open on the day."""
    return tuple(
        Trouble(number, text, opened, bool(has_effort))
        for _, number, text, opened, closed, has_effort in rows
        if _days(opened)[0] <= office.as_of and (closed is None or _days(closed)[1] > office.as_of)
    )


_PERIODS: dict[str, tuple[date, date]] = {}  # at most a few hundred codes exist


def _days(period: str) -> tuple[date, date]:
    found = _PERIODS.get(period)
    if found is None:
        one = Period.parse(period)
        found = _PERIODS[period] = (one.start, one.end)
    return found


def _named(owner: str) -> str:
    return f"{owner} IN (SELECT value FROM json_each(:ids))"


def _json(values: Sequence[str] | None) -> str | None:
    return None if values is None else json.dumps(list(values))
