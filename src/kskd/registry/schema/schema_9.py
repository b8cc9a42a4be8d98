"""Schema 9: a partner that left a document may be its party again."""

from kskd.registry.schema.constraints import NUMBER_KEY, day, partial_day, text

# A UNIQUE of a table changes only with the table, as in schema 7; what points at its rows finds them again.
SQL = f"""
PRAGMA defer_foreign_keys = ON;
CREATE TEMP TABLE kept AS SELECT * FROM party;
DROP TABLE party;
CREATE TABLE party (
  agreement     TEXT NOT NULL REFERENCES agreement (id),
  seat          INTEGER NOT NULL CHECK (seat BETWEEN 0 AND 999),
  partner       INTEGER REFERENCES partner (id),
  number        TEXT {text("number")},
  signer_office TEXT {text("signer_office")},
  signer_name   TEXT {text("signer_name")},
  power_number  TEXT {text("power_number")},
  power_date    TEXT {day("power_date")},
  number_key    TEXT GENERATED ALWAYS AS ({NUMBER_KEY.format("number")}) VIRTUAL,
  contribution  INTEGER CHECK (contribution BETWEEN 0 AND 1000000000000000),
  brings        TEXT {text("brings")},
  joined_on     TEXT {partial_day("joined_on")},
  left_on       TEXT {partial_day("left_on")} CHECK (joined_on = 'XXXX' OR left_on || '~' >= joined_on)
    CHECK (left_on IS NULL OR seat > 0),
  PRIMARY KEY (agreement, seat),
  CHECK ((seat = 0) = (partner IS NULL))
) STRICT, WITHOUT ROWID;
INSERT INTO party (agreement, seat, partner, number, signer_office, signer_name, power_number, power_date,
    contribution, brings, joined_on, left_on)
  SELECT agreement, seat, partner, number, signer_office, signer_name, power_number, power_date,
    contribution, brings, joined_on, left_on FROM kept;
DROP TABLE temp.kept;
CREATE INDEX party_partner ON party (partner) WHERE partner IS NOT NULL;
CREATE INDEX party_number ON party (number_key) WHERE number IS NOT NULL;
-- One partner sits twice only if it came again after it had gone (domain.partner). Here stands what no
-- two may have in common whatever is known of their days: no end, and the same beginning.
CREATE UNIQUE INDEX party_open ON party (agreement, partner) WHERE partner IS NOT NULL AND left_on IS NULL;
CREATE UNIQUE INDEX party_joined ON party (agreement, partner, coalesce(joined_on, ''))
  WHERE partner IS NOT NULL AND (joined_on IS NULL OR length(joined_on) = 10);
"""
