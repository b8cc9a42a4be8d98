"""The parts of a document that rules look at and clocks do not, by their names in a case (see ``cases``)."""

import json

from kskd.domain.choices import Counting, OwedBy, TargetKind
from kskd.domain.evaluation import Realisation, Target
from kskd.domain.values.days import Day
from kskd.domain.values.period import Period
from kskd.registry.twins.adendums import ORDER
from kskd.registry.twins.documents import CLAUSE_CODE, IS_CLAUSE, JOINED_OF, KNOWN_OF, PARTY_OF
from kskd.registry.twins.periods import told
from kskd.registry.values import day
from kskd.registry.views.case_sources import Source, only_one
from kskd.rules.parts import Addendum, Seat, SharedFile, Trouble

_LIVE = f"r.void_reason IS NULL AND {KNOWN_OF.format('r')}"
# Who left the parent after the document was signed was a party to it when that mattered.
_GONE = "coalesce(a.signed_on <> 'XXXX' AND y.left_on || '~' <= a.signed_on, 0)"
_FURTHER = (  # no number has a line break
    "(SELECT group_concat(number, char(10)) FROM (SELECT f.number FROM further_number AS f"
    " WHERE f.agreement = y.agreement AND f.seat = y.seat ORDER BY f.position))"
)
_YES = {"yes": True, "no": False, None: None}

PARTS = {
    "parent_partners": Source(
        only_one,
        ("partner",),
        "agreement AS a JOIN party AS y ON y.agreement = a.parent",
        "a.id",
        "a.id",
        f"y.seat > 0 AND {JOINED_OF.format('y')} AND NOT {_GONE}",
    ),
    "parent_affairs": Source(
        only_one, ("code",), "agreement AS a JOIN affair AS u ON u.agreement = a.parent", "a.id", "a.id"
    ),
    "seats": Source(
        Seat._make,
        Seat._fields,
        "party AS y LEFT JOIN partner AS p ON p.id = partner",
        "agreement",
        "agreement, seat",
        PARTY_OF.format("y"),
        sql={"name": "p.name", "kind": "p.kind", "office": "signer_office", "further": _FURTHER},
        read={"power_date": day, "further": lambda lines: tuple(lines.split("\n"))},
    ),
    "affairs": Source(only_one, ("code",), "affair", "agreement", "agreement, code"),
    "clauses": Source(
        only_one,
        ("code",),
        "fact",
        "agreement",
        "agreement",
        IS_CLAUSE,
        sql={"code": CLAUSE_CODE},
        gather=frozenset,
    ),
    "addendums": Source(
        Addendum._make,
        Addendum._fields,
        "amendment AS m",
        "agreement",
        f"agreement, {ORDER}",
        "coalesce(nullif(signed_on, 'XXXX') <= :as_of, 1)",
        {
            "signed": "signed_on",
            "last": "(SELECT iif(old ->> '$.end_kind' = 'date', old ->> '$.ends_on', NULL) FROM amendment_change AS c WHERE c.agreement = m.agreement"
            " AND c.amendment = m.number AND field = 'term')",
            "changed": "(SELECT json_group_array(field) FROM amendment_change AS c WHERE c.agreement = m.agreement"
            " AND c.amendment = m.number)",
            "own_number": "(SELECT n.number FROM amendment_number AS n WHERE n.agreement = m.agreement"
            " AND n.amendment = m.number AND n.seat = 0)",
        },
        {
            "signed": Day.parse,
            "last": Day.parse,
            "changed": lambda fields: frozenset(json.loads(fields)),
            "adds_burden": _YES.get,
            "dprd_approved_on": day,
            "tkksd_note": _YES.get,
        },
    ),
    "targets": Source(
        lambda values: Target("", *values),
        ("number", "indicator", "unit", "value", "due_on", "kind", "owed_by", "lower_is_better", "counting"),
        "target",
        "agreement",
        "agreement, number",
        read={
            "due_on": day,
            "kind": TargetKind,
            "owed_by": OwedBy,
            "lower_is_better": bool,
            "counting": Counting,
        },
    ),
    "realisations": Source(
        lambda values: Realisation("", *values),
        ("target", "period", "value"),
        "realisation",
        "agreement",
        "agreement, target, period",
        told("realisation", "period"),
        read={"period": Period.parse},
    ),
    "shared_files": Source(
        SharedFile._make,
        SharedFile._fields,
        "file AS f JOIN file AS g ON g.digest = f.digest AND g.agreement <> f.agreement"
        " JOIN agreement AS r ON r.id = g.agreement",
        "f.agreement",
        "f.agreement, f.path, g.agreement",
        _LIVE,
        sql={"path": "f.path", "agreement": "g.agreement"},
    ),
    "troubles": Source(
        Trouble._make,
        Trouble._fields,
        "obstacle AS k",
        "agreement",
        "agreement, number",
        f"{told('k', 'opened')} AND (closed IS NULL OR NOT {told('k', 'closed')})",
        {
            "has_effort": "EXISTS (SELECT 1 FROM effort AS e WHERE e.agreement = k.agreement AND e.obstacle = k.number"
            f" AND {told('e', 'period')})"
        },
        {"has_effort": bool},
    ),
}
