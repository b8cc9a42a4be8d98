"""Schema 3: facts that the rules of law ask of a document, and findings that an office accepts."""

from __future__ import annotations

from kskd.registry.constraints import day, text

# What the rules of law ask of a document, one row a fact (domain.facts), and findings that an office accepts.
SQL = f"""
CREATE TABLE fact (
  agreement TEXT NOT NULL REFERENCES agreement (id),
  key       TEXT NOT NULL CHECK (key GLOB '[a-z]*' AND key NOT GLOB '*[^a-z0-9_]*' AND length(key) <= 60),
  value     TEXT NOT NULL {text("value")},
  PRIMARY KEY (agreement, key)
) STRICT, WITHOUT ROWID;

CREATE TABLE acceptance (
  agreement   TEXT NOT NULL REFERENCES agreement (id),
  rule        TEXT NOT NULL CHECK (rule GLOB 'KS[1-9][0-9][0-9]'),
  reason      TEXT NOT NULL {text("reason")},
  accepted_on TEXT NOT NULL {day("accepted_on")},
  until       TEXT {day("until")},
  PRIMARY KEY (agreement, rule),
  CHECK (until >= accepted_on)
) STRICT, WITHOUT ROWID;
"""
