"""What is recorded of documents, field by field: read in one pass over the documents and one over their facts."""

import json
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from kskd.domain.document.chain import DERIVED
from kskd.domain.document.clauses import CONTENTS
from kskd.domain.field import Field, Place
from kskd.domain.values.kinds import NO, YES, FieldKind
from kskd.registry.session import Session
from kskd.registry.twins.adendums import before_later
from kskd.registry.twins.documents import IS_CLAUSE
from kskd.registry.views.listing import Query

ALL, PART, NONE = 2, 1, 0
"""How much of a field is recorded: the whole, a part (a day known by its year, one partner of two), nothing."""


PARTNER_KIND = Field("partner_kind", "jenis mitra", FieldKind.PART, place=Place.PARTS)
"""What is recorded of the partners of a document beside it; ``partner update`` tells it."""


class HeldFields(NamedTuple):
    """One document, and how much of each field that applies to it is recorded, by key."""

    agreement: str
    opd: str
    levels: dict[str, int]


_DAY = "CASE WHEN {0} IS NULL THEN 0 WHEN length({0}) = 10 THEN 2 ELSE 1 END"
_DRAFT = "(a.signed_on IS NULL AND a.starts_on IS NULL)"
_OWN = "(SELECT count({}) > 0 FROM party WHERE agreement = a.id AND seat = 0) * 2"
_PARTNERS = (
    "(SELECT CASE count({0}) WHEN 0 THEN 0 WHEN count(*) THEN 2 ELSE 1 END"
    " FROM party WHERE agreement = a.id AND seat > 0 HAVING count(*) > 0)"
)
_POWER = (
    "(SELECT iif(power_number IS NOT NULL OR power_date IS NOT NULL OR EXISTS (SELECT 1 FROM fact"
    f" WHERE agreement = a.id AND key = 'has_power' AND value = '{YES}'), ({{0}} IS NOT NULL) * 2, NULL)"
    " FROM party WHERE agreement = a.id AND seat = 0)"
)
_WITH_CONTENT = ", ".join(f"'{one.doc} {scheme}'" for one in CONTENTS for scheme in one.schemes)
_CLAUSES = (
    f"iif(a.doc || ' ' || a.scheme IN ({_WITH_CONTENT}),"
    f" EXISTS (SELECT 1 FROM fact WHERE agreement = a.id AND {IS_CLAUSE}) * 2, NULL)"
)
_KIND = "(SELECT kind FROM partner WHERE id = party.partner)"
_ALWAYS = "2"
_OF_PARTNERS = {"partner_number": "number", "partner_signer": "signer_office"}
_ANY = "EXISTS (SELECT 1 FROM {} WHERE agreement = a.id) * 2"
_DERIVED = ", ".join(f"'{doc}'" for doc in DERIVED)
_NO_PARENT = f"EXISTS (SELECT 1 FROM fact WHERE agreement = a.id AND key = 'has_parent' AND value = '{NO}')"
_SIGNED = f"iif({_DRAFT}, NULL, {{}})"

_PARTS = {
    **dict.fromkeys(("scheme", "doc", "opd"), _ALWAYS),
    "partner": "EXISTS (SELECT 1 FROM party WHERE agreement = a.id AND seat > 0) * 2",
    **{key: _SIGNED.format(_PARTNERS.format(column)) for key, column in _OF_PARTNERS.items()},
    "number": _SIGNED.format(_OWN.format("number")),
    "signed": _SIGNED.format(_DAY.format("a.signed_on")),
    "ends": _SIGNED.format(
        f"CASE a.end_kind WHEN 'date' THEN {_DAY.format('a.ends_on')} ELSE (a.end_kind IS NOT NULL) * 2 END"
    ),
    "signer": _SIGNED.format(_OWN.format("signer_office")),
    "signer_name": _SIGNED.format(_OWN.format("signer_name")),
    "power_of_attorney": _SIGNED.format(_POWER.format("power_number")),
    "power_of_attorney_date": _SIGNED.format(_POWER.format("power_date")),
    "parent": f"iif(a.doc NOT IN ({_DERIVED}) OR {_NO_PARENT}, NULL, (a.parent IS NOT NULL) * 2)",
    "affair": _ANY.format("affair"),
    "scope": _ANY.format("scope_item"),
    "file": _SIGNED.format(_ANY.format("file")),
    "clause": _CLAUSES,
    PARTNER_KIND.key: _PARTNERS.format(_KIND),
}
"""Of each part that is no plain value, SQL that says how much is recorded; NULL where it cannot apply.

A draft has no day, number, signer or file yet; of a power there is something to be told where there is one.
"""


def read_held(
    session: Session, fields: Sequence[Field], as_of: str, ids: Sequence[str] | None
) -> Iterator[HeldFields]:
    """Each document known on the day and not void, of these ``ids`` or all, with its levels of ``fields``."""
    filters: dict[str, str | None] = {"known": None, "not_void": None}
    if ids is not None:
        filters["agreement"] = json.dumps(list(ids))
    told: dict[str, set[str]] = {}
    for agreement, key in session.con.execute("SELECT agreement, key FROM fact"):
        told.setdefault(agreement, set()).add(key)
    inline = [field for field in fields if field.place is not Place.FACT]
    select = ", ".join(
        ("a.id", "a.lead_opd", "a.doc", "a.scheme", *(_level(field) for field in inline)),
    )
    facts = [field for field in fields if field not in inline]
    kinds: dict[tuple[str, str], list[str]] = {}
    query = Query(as_of, filters, sort=("id",))
    sql = before_later(session.con, as_of) + query.sql(select)
    for agreement, opd, doc, scheme, *found in session.con.execute(sql, query.params):
        if (doc, scheme) not in kinds:
            kinds[doc, scheme] = [field.key for field in facts if field.applies_to(doc, scheme)]
        has = told.get(agreement, ())
        levels = {field.key: level for field, level in zip(inline, found, strict=True) if level is not None}
        levels |= {key: ALL if key in has else NONE for key in kinds[doc, scheme]}
        yield HeldFields(agreement, opd, levels)


def read_passed(session: Session) -> dict[tuple[str, str], int]:
    """How many partners come before the first of whom a fact told by partner is missing, by document and key.

    They are passed over with ``-`` in an option that is told in the order of the partners.
    """
    return {
        (agreement, key): count
        for key, column in _OF_PARTNERS.items()
        for agreement, count in session.con.execute(
            "SELECT agreement, count(*) FROM party AS p WHERE seat > 0 AND seat < (SELECT min(seat) FROM party"
            f" WHERE agreement = p.agreement AND seat > 0 AND {column} IS NULL) GROUP BY agreement"
        )
    }


def read_kindless(session: Session) -> dict[str, str]:
    """Of each document the first of its partners whose kind is not recorded, by name."""
    return {
        agreement: name
        for agreement, name, _seat in session.con.execute(
            "SELECT y.agreement, p.name, min(y.seat) FROM party AS y JOIN partner AS p ON p.id = y.partner"
            " WHERE y.seat > 0 AND p.kind IS NULL GROUP BY y.agreement"
        )
    }


def _level(field: Field) -> str:
    level = f"(a.{field.key} IS NOT NULL) * 2" if field.is_plain else _PARTS[field.key]
    docs = ", ".join(f"'{doc}'" for doc in field.docs)
    return f"iif(a.doc IN ({docs}), {level}, NULL)" if docs else level
