"""Schema 3: facts that the rules of law ask of a document, accepted findings, clocks, reminders, ends, adendums."""

from kskd.registry.schema.constraints import day, text

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

CREATE TABLE holiday (
  day    TEXT PRIMARY KEY {day("day")},
  name   TEXT NOT NULL {text("name")},
  source TEXT NOT NULL {text("source")}
) STRICT, WITHOUT ROWID;

CREATE TABLE clock (
  number     INTEGER PRIMARY KEY CHECK (number > 0),
  kind       TEXT NOT NULL CHECK (kind IN ('penawaran-ksdd', 'penawaran-ksdd-kedua', 'penawaran-sinergi', 'dprd-tindak-lanjut',
               'dprd-persetujuan', 'gubernur-rencana', 'gubernur-naskah', 'laporan-tkksd')),
  agreement  TEXT REFERENCES agreement (id),
  partner    INTEGER REFERENCES partner (id),
  opd        TEXT REFERENCES opd (code),
  started_on TEXT NOT NULL {day("started_on")},
  letter     TEXT {text("letter")},
  stopped_on TEXT {day("stopped_on")},
  outcome    TEXT {text("outcome")},
  CHECK (stopped_on >= started_on),
  CHECK ((stopped_on IS NULL) = (outcome IS NULL)),
  CHECK (agreement IS NOT NULL OR kind NOT IN ('dprd-tindak-lanjut', 'dprd-persetujuan')),
  CHECK (agreement IS NOT NULL OR partner IS NOT NULL OR kind = 'laporan-tkksd')
) STRICT;
CREATE INDEX clock_agreement ON clock (agreement) WHERE agreement IS NOT NULL;
CREATE INDEX clock_partner ON clock (partner) WHERE partner IS NOT NULL;

CREATE TABLE reminder_run (
  number INTEGER PRIMARY KEY CHECK (number > 0),
  ran_on TEXT NOT NULL {day("ran_on")},
  opds   TEXT CHECK (json_type(opds) = 'array' AND json_array_length(opds) > 0),
  told   INTEGER NOT NULL CHECK (told >= 0)
) STRICT;
-- The key's columns come first: SQLite 3.40's integrity_check reads a row without rowid wrongly otherwise.
CREATE TABLE reminder (
  kind      TEXT NOT NULL {text("kind")},
  subject   TEXT NOT NULL {text("subject")},
  due_on    TEXT NOT NULL {day("due_on")},
  threshold INTEGER NOT NULL CHECK (threshold >= 0),
  told      INTEGER NOT NULL CHECK (told IN (0, 1)),
  run       INTEGER NOT NULL REFERENCES reminder_run (number),
  opd       TEXT NOT NULL REFERENCES opd (code),
  days_left INTEGER NOT NULL CHECK (days_left <= threshold),
  PRIMARY KEY (kind, subject, due_on, threshold, told),
  CHECK (told = 1 OR days_left < threshold)
) STRICT, WITHOUT ROWID;
CREATE INDEX reminder_of_run ON reminder (run);

ALTER TABLE agreement ADD COLUMN ended_on TEXT {day("ended_on")}
  CHECK (ended_on IS NULL OR (signed_on IS NOT NULL AND ended_on >= signed_on))
  CHECK (ended_on < ends_on);
ALTER TABLE agreement ADD COLUMN end_ground TEXT
  CHECK (end_ground IN ('tujuan', 'kesepakatan', 'peraturan', 'objek', 'pengadilan', 'pailit', 'penggantian'))
  CHECK ((end_ground IS NULL) = (ended_on IS NULL));
ALTER TABLE agreement ADD COLUMN planned_for INTEGER CHECK (planned_for BETWEEN 1945 AND 2150);
CREATE INDEX agreement_planned ON agreement (planned_for) WHERE planned_for IS NOT NULL;

CREATE TABLE amendment (
  agreement        TEXT NOT NULL REFERENCES agreement (id),
  number           INTEGER NOT NULL CHECK (number > 0),
  signed_on        TEXT NOT NULL {day("signed_on")},
  what             TEXT NOT NULL {text("what")},
  adds_burden      TEXT CHECK (adds_burden IN ('yes', 'no')),
  dprd_approved_on TEXT {day("dprd_approved_on")},
  PRIMARY KEY (agreement, number)
) STRICT, WITHOUT ROWID;
CREATE INDEX amendment_signed ON amendment (signed_on);

CREATE TABLE amendment_number (
  agreement TEXT NOT NULL,
  amendment INTEGER NOT NULL,
  seat      INTEGER NOT NULL,
  number    TEXT NOT NULL {text("number")},
  PRIMARY KEY (agreement, amendment, seat),
  FOREIGN KEY (agreement, amendment) REFERENCES amendment (agreement, number),
  FOREIGN KEY (agreement, seat) REFERENCES party (agreement, seat)
) STRICT, WITHOUT ROWID;
CREATE INDEX amendment_number_party ON amendment_number (agreement, seat);

-- What an adendum changed, as it was before: the document's row has what it became, and a day before the
-- signing is read from here. A title is a JSON string, a scope an array, a term an object of its columns.
CREATE TABLE amendment_change (
  agreement TEXT NOT NULL,
  amendment INTEGER NOT NULL,
  field     TEXT NOT NULL CHECK (field IN ('title', 'term', 'scope')),
  old       TEXT NOT NULL CHECK (json_type(old) IS CASE field WHEN 'title' THEN 'text' WHEN 'term' THEN 'object' ELSE 'array' END),
  PRIMARY KEY (agreement, amendment, field),
  FOREIGN KEY (agreement, amendment) REFERENCES amendment (agreement, number)
) STRICT, WITHOUT ROWID;
"""
