"""What the domain says of a document on a day, in SQL over ``agreement AS a`` and ``:as_of``."""

# domain.document.status.status
STATUS = (
    "CASE WHEN a.void_reason IS NOT NULL THEN 'void' WHEN a.signed_on IS NULL THEN 'draft'"
    " WHEN :as_of > a.ended_on THEN 'ended'"
    " WHEN :as_of < max(a.signed_on, coalesce(a.starts_on, a.signed_on)) THEN 'upcoming'"
    " WHEN a.end_kind = 'date' AND :as_of > a.ends_on THEN 'expired' ELSE 'active' END"
)
# Status.ENDED, but for what is void.
ENDED = "coalesce(:as_of > a.ended_on, 0)"
# domain.document.agreement.Agreement.days_left
DAYS_LEFT = f"CASE WHEN a.end_kind = 'date' AND NOT {ENDED} THEN CAST(julianday(a.ends_on) - julianday(:as_of) AS INTEGER) END"
# domain.document.agreement.Agreement.is_known, of any row: {0} is its name.
KNOWN_OF = "({0}.signed_on <= :as_of OR ({0}.signed_on IS NULL AND {0}.entered_on <= :as_of))"
KNOWN = KNOWN_OF.format("a")
# reporting.survey.Survey.derived_from, those that are signed: derived from an umbrella, directly or through
# further ones (an MoU under its LoI); see the product page, "Counting".
DERIVED_BELOW = (
    "WITH RECURSIVE below (id, doc, signed_on) AS ("
    f"SELECT c.id, c.doc, c.signed_on FROM agreement AS c WHERE c.parent = a.id AND c.void_reason IS NULL AND {KNOWN_OF.format('c')}"
    " UNION SELECT c.id, c.doc, c.signed_on FROM below JOIN agreement AS c ON c.parent = below.id"
    f" WHERE c.void_reason IS NULL AND {KNOWN_OF.format('c')})"
    " SELECT id FROM below WHERE doc IN ('pks', 'kontrak', 'rk', 'rkt') AND signed_on <= :as_of"
)
FOLLOWED_UP = f"EXISTS ({DERIVED_BELOW})"
# domain.document.term.gap_days, between the predecessor's last day and the start.
GAP = (
    "(SELECT CAST(julianday(coalesce(a.starts_on, a.signed_on)) - julianday(coalesce("
    "iif(q.ended_on <= :as_of, q.ended_on, NULL), q.ends_on)) AS INTEGER) - 1"
    " FROM agreement AS q WHERE q.id = a.predecessor)"
)
# domain.document.chain.is_umbrella
UMBRELLA = "a.doc IN ('kb', 'nk', 'loi', 'mou')"
