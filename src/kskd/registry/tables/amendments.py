"""Adendum rows in and out."""

import json
from collections.abc import Iterable

from kskd.domain.document.amendment import Amendment
from kskd.domain.document.ends import EndKind
from kskd.domain.document.term import Term
from kskd.domain.values.days import Day
from kskd.registry.twins.adendums import TERM_COLUMNS
from kskd.registry.values import day, iso

COLUMNS = (
    "agreement, number, signed_on, what, adds_burden, dprd_answer, dprd_approved_on, tkksd_note, starts_on, ends_on,"
    " (SELECT json_group_array(json_array(seat, number)) FROM (SELECT seat, number FROM amendment_number AS n"
    "  WHERE n.agreement = m.agreement AND n.amendment = m.number ORDER BY seat)),"
    " (SELECT json_group_object(field, json(old)) FROM amendment_change AS c"
    "  WHERE c.agreement = m.agreement AND c.amendment = m.number)"
)
_WORD = {True: "yes", False: "no", None: None}
_MEANT = {word: meant for meant, word in _WORD.items()}


def from_row(number: int, signed_on: str, what: str, *rest: str | None) -> Amendment:
    """An adendum from the values of COLUMNS after the first."""
    adds_burden, answer, approved, note, starts, ends, numbers, old = rest
    was = json.loads(old or "{}")
    term = was.get("term")
    return Amendment(
        number,
        Day.parse(signed_on),
        what,
        _MEANT[adds_burden],
        answer,
        day(approved),
        _MEANT[note],
        tuple((seat, text) for seat, text in json.loads(numbers or "[]")),
        Day.parse(starts),
        Day.parse(ends),
        was.get("title"),
        None
        if term is None
        else Term(
            None,
            EndKind(term["end_kind"]) if term["end_kind"] else None,
            Day.parse(term["ends_on"]),
            term["end_condition"],
            term["end_typed"],
            term["duration_typed"],
        ),
        tuple(was["scope"]) if "scope" in was else None,
    )


def rows_of(amendments: Iterable[Amendment]) -> dict[str, list[dict[str, object]]]:
    """The rows of a document's adendums by table, without their owner."""
    tables: dict[str, list[dict[str, object]]] = {
        "amendment": [],
        "amendment_number": [],
        "amendment_change": [],
    }
    for one in amendments:
        tables["amendment"].append(
            {
                "number": one.number,
                "signed_on": iso(one.signed),
                "what": one.what,
                "adds_burden": _WORD[one.adds_burden],
                "dprd_answer": one.dprd_answer,
                "dprd_approved_on": iso(one.dprd_approved_on),
                "tkksd_note": _WORD[one.tkksd_note],
                "starts_on": iso(one.starts),
                "ends_on": iso(one.ends),
            }
        )
        tables["amendment_number"] += [
            {"amendment": one.number, "seat": seat, "number": text} for seat, text in one.numbers
        ]
        was = {
            "title": one.old_title,
            "term": None if one.old_term is None else _term(one.old_term),
            "scope": None if one.old_scope is None else list(one.old_scope),
        }
        tables["amendment_change"] += [
            {"amendment": one.number, "field": field, "old": json.dumps(value, ensure_ascii=False)}
            for field, value in was.items()
            if value is not None
        ]
    return tables


def _term(term: Term) -> dict[str, str | None]:
    values = (term.end_kind, iso(term.ends), term.condition, term.end_typed, term.duration_typed)
    return dict(zip(TERM_COLUMNS, values, strict=True))
