"""Columns of a listing that hold what was told of a document, as the options that tell it read it.

Each is called by the key of its field, where no column of ``listing`` has that key: ``scheme``, ``doc``,
``signed``, ``starts``, ``ends``, ``parent`` and the plain fields stand there. Of several values each has a line
of its own, in quotation marks where it would be taken apart (``domain.values.several``). Of what is told partner
by partner one that is not known is "-", so that the values stay in the order of ``partner``, which has those too
that have left. Behind the fields stands what no option tells, and the import of a list needs to make the same
document of it: the start that is recorded, the end as typed, and why it is void. What a list does not carry is
named in ``importing.concepts.NOT_TOLD``.
"""

from collections.abc import Iterator

from kskd.domain.document.clauses import CLAUSE
from kskd.domain.document.fields import DOCUMENT
from kskd.domain.document.term import RENEWED
from kskd.domain.values.several import IN_CELL


def _several(value: str, source: str) -> tuple[str, str]:
    """SQL of the values as JSON, and of the same a line each; NULL in a cell where there are none."""
    from_rows = f"FROM (SELECT {value} AS told {source})"
    return (
        f"(SELECT json_group_array(told) {from_rows})",
        f"(SELECT {IN_CELL.format('told')} {from_rows})",
    )


_SEATS = "FROM party AS y JOIN partner AS p ON p.id = y.partner WHERE y.agreement = a.id AND y.seat > 0 ORDER BY y.seat"
_FURTHER = (
    "FROM further_number AS f JOIN party AS y ON y.agreement = f.agreement AND y.seat = f.seat"
    " LEFT JOIN partner AS p ON p.id = y.partner WHERE f.agreement = a.id AND y.seat {0} ORDER BY f.seat, f.position"
)
_BESIDE = "FROM support_opd WHERE agreement = a.id AND as_lead = '{0}' ORDER BY opd"
_SEVERAL = {
    "partner": ("p.name", _SEATS),
    "partner_more_number": ("p.name || '=' || f.number", _FURTHER.format("> 0")),
    "support_opd": ("opd", _BESIDE.format("no")),
    "co_lead": ("opd", _BESIDE.format("yes")),
    "more_number": ("f.number", _FURTHER.format("= 0")),
    "affair": ("code", "FROM affair WHERE agreement = a.id ORDER BY code"),
    "scope": ("text", "FROM scope_item WHERE agreement = a.id ORDER BY number"),
    "file": ("path", "FROM file WHERE agreement = a.id ORDER BY path"),
    "clause": (
        f"replace(substr(key, {len(CLAUSE) + 1}), '_', '-')",
        f"FROM fact WHERE agreement = a.id AND key GLOB '{CLAUSE}*' ORDER BY key",
    ),
    "relates": ("kind || '=' || other", "FROM relation WHERE agreement = a.id ORDER BY kind, other"),
}
_OF_PARTNERS = {
    "partner_number": "number",
    "partner_signer": "signer_office",
    "partner_contribution": "contribution",
    "partner_brings": "brings",
    "partner_joined": "joined_on",
    "partner_left": "left_on",
}
_OF_PEMDA = {
    "number": "number",
    "contribution": "contribution",
    "brings": "brings",
    "signer": "signer_office",
    "signer_name": "signer_name",
    "power_of_attorney": "power_number",
    "power_of_attorney_date": "power_date",
}
_OF_ROW = {
    "opd": "a.lead_opd",
    "duration": "a.duration_typed",
    "open_ended": "iif(a.end_kind = 'open', 'ya', NULL)",
    "until": f"iif(a.end_condition GLOB '{RENEWED}*', NULL, a.end_condition)",  # its own fields tell that
    "replaces": "a.predecessor",
}


def _made() -> Iterator[tuple[str, str, str, bool, str]]:
    sqls = _OF_ROW | {
        key: f"(SELECT {column} FROM party WHERE agreement = a.id AND seat = 0)"
        for key, column in _OF_PEMDA.items()
    }
    several = {key: _several(*given) for key, given in _SEVERAL.items()}
    for key, column in _OF_PARTNERS.items():
        as_json, cell = _several(f"coalesce(y.{column}, '-')", _SEATS)
        known = f"EXISTS (SELECT 1 FROM party WHERE agreement = a.id AND seat > 0 AND {column} IS NOT NULL)"
        several[key] = as_json, f"iif({known}, {cell}, NULL)"
    for one in DOCUMENT:
        if one.key in several:
            as_json, cell = several[one.key]
            yield one.key, one.over, as_json, True, cell
        elif one.key in sqls:
            yield one.key, one.over, sqls[one.key], False, ""
    as_json, cell = _several("coalesce(p.kind, '-')", _SEATS)
    yield "partner_kind", "Jenis mitra", as_json, True, cell
    yield "start_told", "Mulai menurut naskah", "a.starts_on", False, ""
    yield "end_typed", "Akhir menurut naskah", "a.end_typed", False, ""
    yield "void_reason", "Alasan pembatalan", "a.void_reason", False, ""


TOLD = tuple(_made())
"""Key, heading, SQL, whether that gives JSON, and the SQL of a cell, in the order of the fields."""
