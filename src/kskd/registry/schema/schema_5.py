"""Schema 5: what was called off lets its predecessor be extended again."""

# One document takes the place of another. What is void, or was ended before it began, takes no place.
SQL = """
DROP INDEX agreement_predecessor;
CREATE UNIQUE INDEX agreement_predecessor ON agreement (predecessor) WHERE predecessor IS NOT NULL
  AND void_reason IS NULL AND (ended_on IS NULL OR ended_on >= coalesce(starts_on, signed_on, ended_on));
-- SQLite uses an index on a part of the rows only where the query says the same of them.
CREATE INDEX agreement_successor ON agreement (predecessor) WHERE predecessor IS NOT NULL;
"""
