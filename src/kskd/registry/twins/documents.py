"""What the domain says of a document on a day, in SQL over ``agreement AS a`` and ``:as_of``.

Days are EDTF texts (``domain.values.days``). A text is at most another day's text if its first day is at most
that day; with ``~`` behind it, it is less than a day's if its last day is. ``XXXX`` is greater than all.
"""


def exactly(day: str) -> str:
    """The day where it is known exactly, else NULL."""
    return f"iif(length({day}) = 10, {day}, NULL)"


def come(day: str) -> str:
    """The day, NULL of one of which nothing is known but that it has come: no comparison then says otherwise."""
    return f"nullif({day}, 'XXXX')"


_BEGINS_OF = "coalesce({0}.starts_on, {0}.signed_on)"
_BEGINS = _BEGINS_OF.format("a")
_BEFORE, _AFTER = "date(:as_of, '-1 day')", "date(:as_of, '+1 day')"
# domain.document.status.status. Full days leave it at the first comparisons.
STATUS = (
    "CASE WHEN a.void_reason IS NOT NULL THEN 'void' WHEN a.signed_on IS NULL THEN 'draft'"
    " WHEN :as_of > a.ended_on THEN 'ended'"
    f" WHEN :as_of < {come('a.signed_on')} OR :as_of < {come('a.starts_on')} THEN 'upcoming'"
    f" WHEN length(a.starts_on) < 10 AND {come('a.starts_on')} || '~' > {_AFTER}"
    f" AND coalesce(a.ends_on || '~' > {_AFTER}, 1) THEN 'unknown'"
    " WHEN a.end_kind = 'date' AND :as_of > a.ends_on AND :as_of > a.ends_on || '~' THEN 'expired'"
    f" WHEN a.end_kind = 'date' AND length(a.ends_on) < 10 AND :as_of IS NOT a.ended_on AND {_BEFORE} >= coalesce({come('a.ends_on')}, '1945')"
    f" AND {_BEFORE} >= coalesce({come(_BEGINS)}, '1945') THEN 'unknown' ELSE 'active' END"
)
# domain.document.agreement.Agreement.days_left
DAYS_LEFT = (
    "CASE WHEN a.end_kind = 'date' AND length(a.ends_on) = 10"
    " AND coalesce(:as_of < a.ended_on, 1) THEN CAST(julianday(a.ends_on) - julianday(:as_of) AS INTEGER) END"
)
# domain.document.agreement.Agreement.last
LAST_DAY = "coalesce(iif(a.ended_on <= :as_of, a.ended_on, NULL), iif(a.end_kind = 'date', a.ends_on, NULL))"
# Whether it was signed by the day, of any row: {0} is its name.
SIGNED_OF = "({0}.signed_on <= :as_of OR {0}.signed_on = 'XXXX')"
# domain.document.agreement.Agreement.is_known, of any row.
KNOWN_OF = f"({SIGNED_OF} OR ({{0}}.signed_on IS NULL AND {{0}}.entered_on <= :as_of))"
KNOWN = KNOWN_OF.format("a")
_LIVE_OF = f"{{0}}.void_reason IS NULL AND {KNOWN_OF}"
# domain.document.agreement.Agreement.carries_on, of any row that names a predecessor.
CARRIES_ON_OF = (
    f"({_LIVE_OF} AND coalesce({{0}}.ended_on > :as_of OR {{0}}.ended_on >= {come(_BEGINS_OF)}, 1))"
)
# The same as things stand now; so says the index ``agreement_predecessor`` of schema 7.
CARRIES_ON_NOW = (
    "void_reason IS NULL AND (ended_on IS NULL OR ended_on >= coalesce(starts_on, signed_on, ended_on)"
    " OR coalesce(starts_on, signed_on) = 'XXXX')"
)
# domain.partner.seats_on: who had come by the day, and who had gone or even come again, of a row of the table
# of parties: {0} is its name.
JOINED_OF = "coalesce(nullif({0}.joined_on, 'XXXX') <= :as_of, 1)"
LEFT_OF = (
    "coalesce({0}.left_on = 'XXXX' OR {0}.left_on <= :as_of OR ({0}.left_on > '' AND EXISTS (SELECT 1 FROM party AS z_"
    " WHERE z_.agreement = {0}.agreement AND z_.partner = {0}.partner AND z_.seat > {0}.seat"
    f" AND {JOINED_OF.format('z_')})), 0)"
)
PARTY_OF = f"({JOINED_OF} AND NOT {LEFT_OF})"
_UMBRELLAS = "('kb', 'nk', 'loi', 'mou')"
# domain.document.lines.lines_of: each document of a line of umbrellas with the first of its line, and how many
# extensions lie between. What was never extended is in none.
LINE = (
    "line (id, first, at) AS ("
    f"SELECT p.id, p.id, 0 FROM agreement AS n JOIN agreement AS p ON p.id = n.predecessor WHERE n.predecessor > ''"
    f" AND n.doc IN {_UMBRELLAS}"
    f" AND {CARRIES_ON_OF.format('n')} AND p.doc IN {_UMBRELLAS} AND {_LIVE_OF.format('p')}"
    f" AND NOT (p.predecessor IS NOT NULL AND {CARRIES_ON_OF.format('p')} AND EXISTS (SELECT 1 FROM agreement AS q"
    f" WHERE q.id = p.predecessor AND q.doc IN {_UMBRELLAS} AND {_LIVE_OF.format('q')}))"
    " UNION ALL SELECT s.id, line.first, line.at + 1 FROM line JOIN agreement AS s ON s.predecessor = line.id"
    f" WHERE s.doc IN {_UMBRELLAS} AND {CARRIES_ON_OF.format('s')})"
)
# reporting.survey.Survey.derived_from, those that are signed: derived from an umbrella or another link of its
# line, directly or through further ones (an MoU under its LoI); see the product page, "Counting". It walks from
# the one document, for a line of all would be made anew for each.
DERIVED_BELOW = (
    "WITH RECURSIVE below (id, doc, signed_on) AS (SELECT a.id, a.doc, a.signed_on"
    " UNION SELECT c.id, c.doc, c.signed_on FROM below JOIN agreement AS c ON c.parent = below.id"
    f" WHERE {_LIVE_OF.format('c')}"
    " UNION SELECT s.id, s.doc, s.signed_on FROM below JOIN agreement AS s ON s.predecessor = below.id"
    f" WHERE {_LIVE_OF.format('a')} AND below.doc IN {_UMBRELLAS} AND s.doc IN {_UMBRELLAS}"
    f" AND {CARRIES_ON_OF.format('s')}"
    " UNION SELECT p.id, p.doc, p.signed_on FROM below JOIN agreement AS s ON s.id = below.id"
    f" JOIN agreement AS p ON p.id = s.predecessor WHERE s.doc IN {_UMBRELLAS} AND p.doc IN {_UMBRELLAS}"
    f" AND {CARRIES_ON_OF.format('s')} AND {_LIVE_OF.format('p')})"
    " SELECT id FROM below WHERE doc IN ('pks', 'kontrak', 'rk', 'rkt') "
    f" AND {SIGNED_OF.format('below')} AND id <> a.id"
)
FOLLOWED_UP = f"EXISTS ({DERIVED_BELOW})"
# The first of ``lines_of``; of a document that stands in no line, itself. A damaged circle ends the search.
FIRST_OF_LINE = (
    "(WITH RECURSIVE up (id, at) AS (SELECT a.id, 0 UNION ALL SELECT p.id, up.at + 1 FROM up"
    " JOIN agreement AS s ON s.id = up.id JOIN agreement AS p ON p.id = s.predecessor"
    f" WHERE s.doc IN {_UMBRELLAS} AND p.doc IN {_UMBRELLAS} AND {CARRIES_ON_OF.format('s')} AND {_LIVE_OF.format('p')}"
    " AND up.at < 100) SELECT id FROM up ORDER BY at DESC LIMIT 1)"
)
# reporting.survey.Survey.lines_in_force: a line counts by the last of its links that are in force.
LINE_IN_FORCE = (
    f"a.doc IN {_UMBRELLAS} AND {STATUS} = 'active' AND NOT EXISTS (WITH RECURSIVE after (id) AS ("
    f"SELECT s.id FROM agreement AS s WHERE s.predecessor = a.id AND s.doc IN {_UMBRELLAS} AND {CARRIES_ON_OF.format('s')}"
    f" UNION SELECT s.id FROM after JOIN agreement AS s ON s.predecessor = after.id WHERE s.doc IN {_UMBRELLAS}"
    f" AND {CARRIES_ON_OF.format('s')}) SELECT 1 FROM after JOIN agreement AS n ON n.id = after.id"
    f" WHERE {STATUS.replace('a.', 'n.')} = 'active')"
)
# domain.document.lines.worth_of, of one document in a group; {0} says whether its child ``c`` is in the group too.
WORTH = (
    "max(a.value - coalesce((SELECT sum(c.value) FROM agreement AS c WHERE c.parent = a.id"
    f" AND {_LIVE_OF.format('c')} AND {{0}}), 0), 0)"
)
# domain.document.agreement.Agreement.relations, then ``related``, of documents that there were on the day.
RELATIONS = (
    "(SELECT json_group_array(json_object('kind', said, 'agreement', other)) FROM (SELECT 0 AS at, kind, kind AS said,"
    " other FROM relation WHERE agreement = a.id UNION ALL SELECT 1, r.kind, CASE r.kind WHEN 'menggantikan' THEN"
    " 'digantikan' WHEN 'melengkapi' THEN 'dilengkapi' ELSE r.kind END, r.agreement FROM relation AS r"
    f" JOIN agreement AS o ON o.id = r.agreement WHERE r.other = a.id AND {_LIVE_OF.format('o')}"
    " ORDER BY at, kind, other))"
)
# domain.document.ends.gap_days, between the predecessor's last day and the start.
GAP = (
    f"(SELECT CAST(julianday({exactly(_BEGINS)}) - julianday(coalesce(iif(q.ended_on <= :as_of, q.ended_on, NULL),"
    " iif(q.end_kind = 'date' AND length(q.ends_on) = 10, q.ends_on, NULL))) AS INTEGER) - 1"
    " FROM agreement AS q WHERE q.id = a.predecessor)"
)
# domain.document.chain.is_umbrella
UMBRELLA = f"a.doc IN {_UMBRELLAS}"
# domain.document.clauses.clause_code, of a row of the table of facts: whether it is of a clause, and of which.
IS_CLAUSE = "key GLOB 'clause_*'"
CLAUSE_CODE = "replace(substr(key, 8), '_', '-')"
