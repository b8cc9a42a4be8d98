"""Schema 7: days known in part, and a place for what real rows hold: money, numbers, relations, own fields."""

from kskd.registry.schema.constraints import NUMBER_KEY, day, partial_day, text

# Of a day known in part the text sorts as its earliest day does; ``~`` behind it sorts as its latest.
_BEGINS = "coalesce(starts_on, signed_on)"

# The CHECK of a column changes only with its table. The rows stand aside meanwhile, and the keys that point at
# them are counted again as they come back; triggers of the journal are made anew after the steps.
SQL = f"""
PRAGMA defer_foreign_keys = ON;
CREATE TEMP TABLE kept AS SELECT * FROM agreement;
DROP TABLE agreement;
CREATE TABLE agreement (
  id             TEXT PRIMARY KEY CHECK (id GLOB '[A-Z]*-[0-9][0-9][0-9][0-9]-[0-9][0-9][0-9]*'),
  doc            TEXT NOT NULL CHECK (doc IN ('kb', 'nk', 'loi', 'mou', 'pks', 'kontrak', 'rk', 'rkt')),
  scheme         TEXT NOT NULL CHECK (scheme IN ('ksdd-wajib', 'ksdd-sukarela', 'ksdpk', 'ksdpl', 'ksdll', 'sinergi')),
  title          TEXT NOT NULL {text("title")},
  lead_opd       TEXT NOT NULL REFERENCES opd (code),
  entered_on     TEXT NOT NULL {day("entered_on")},
  -- EDTF: 2014, 2014-05, 2014-05-02, and XXXX for a day of which nothing is known but that it has come.
  signed_on      TEXT {partial_day("signed_on")},
  starts_on      TEXT {partial_day("starts_on")},
  end_kind       TEXT CHECK (end_kind IN ('date', 'open', 'condition')),
  -- Beside a condition: the first end, which is a deadline and does not pass by itself.
  ends_on        TEXT {partial_day("ends_on")},
  end_condition  TEXT {text("end_condition")},
  end_typed      TEXT {text("end_typed")},
  duration_typed TEXT {text("duration_typed")},
  parent         TEXT REFERENCES agreement (id) CHECK (parent <> id),
  predecessor    TEXT REFERENCES agreement (id) CHECK (predecessor <> id),
  void_reason    TEXT {text("void_reason")},
  note           TEXT CHECK (trim(note) <> ''),
  original_place TEXT {text("original_place")},
  ended_on       TEXT {day("ended_on")},
  planned_for    INTEGER CHECK (planned_for BETWEEN 1945 AND 2150),
  end_ground     TEXT CHECK (end_ground IN ('tujuan', 'kesepakatan', 'peraturan', 'objek', 'pengadilan', 'pailit',
                   'penggantian', 'pergantian-pejabat', 'lain')),
  -- As the paper calls itself, beside its kind in law.
  paper_name     TEXT {text("paper_name")},
  -- Whole rupiah.
  value          INTEGER CHECK (value BETWEEN 0 AND 1000000000000000),
  CHECK (CASE end_kind WHEN 'date' THEN ends_on IS NOT NULL WHEN 'condition' THEN 1 ELSE ends_on IS NULL END),
  CHECK ((end_kind IS 'condition') = (end_condition IS NOT NULL)),
  CHECK ({_BEGINS} = 'XXXX' OR ends_on || '~' >= {_BEGINS}),
  CHECK ((end_ground IS NULL) = (ended_on IS NULL)),
  CHECK (ended_on IS NULL OR (signed_on IS NOT NULL AND (signed_on = 'XXXX' OR ended_on >= signed_on))),
  CHECK (end_kind = 'condition' OR ended_on < iif(length(ends_on) = 10, ends_on, ends_on || '~')),
  CHECK (parent IS NULL OR doc IN ('mou', 'pks', 'kontrak', 'rk', 'rkt'))
) STRICT, WITHOUT ROWID;
INSERT INTO agreement (id, doc, scheme, title, lead_opd, entered_on, signed_on, starts_on, end_kind, ends_on, end_condition,
    end_typed, duration_typed, parent, predecessor, void_reason, note, original_place, ended_on, planned_for, end_ground)
  SELECT id, doc, scheme, title, lead_opd, entered_on, signed_on, starts_on, end_kind, ends_on, end_condition,
    end_typed, duration_typed, parent, predecessor, void_reason, note, original_place, ended_on, planned_for, end_ground
  FROM kept;
DROP TABLE temp.kept;
CREATE INDEX agreement_parent ON agreement (parent) WHERE parent IS NOT NULL;
CREATE INDEX agreement_lead ON agreement (lead_opd, ends_on);
CREATE INDEX agreement_end ON agreement (ends_on);
CREATE INDEX agreement_signed ON agreement (signed_on);
CREATE INDEX agreement_planned ON agreement (planned_for) WHERE planned_for IS NOT NULL;
CREATE INDEX agreement_successor ON agreement (predecessor) WHERE predecessor IS NOT NULL;
CREATE UNIQUE INDEX agreement_predecessor ON agreement (predecessor) WHERE predecessor IS NOT NULL AND void_reason IS NULL
  AND (ended_on IS NULL OR ended_on >= coalesce(starts_on, signed_on, ended_on) OR {_BEGINS} = 'XXXX');

-- An adendum may have a term of its own, and its day too may be known in part.
CREATE TEMP TABLE kept AS SELECT * FROM amendment;
DROP TABLE amendment;
CREATE TABLE amendment (
  agreement        TEXT NOT NULL REFERENCES agreement (id),
  number           INTEGER NOT NULL CHECK (number > 0),
  signed_on        TEXT NOT NULL {partial_day("signed_on")},
  what             TEXT NOT NULL {text("what")},
  adds_burden      TEXT CHECK (adds_burden IN ('yes', 'no')),
  dprd_approved_on TEXT {day("dprd_approved_on")},
  dprd_answer      TEXT CHECK (dprd_answer IN ('setuju', 'menolak', 'tidak-menjawab', 'belum-diminta')),
  tkksd_note       TEXT CHECK (tkksd_note IN ('yes', 'no')),
  starts_on        TEXT {partial_day("starts_on")},
  ends_on          TEXT {partial_day("ends_on")},
  PRIMARY KEY (agreement, number),
  CHECK (starts_on = 'XXXX' OR ends_on || '~' >= starts_on)
) STRICT, WITHOUT ROWID;
INSERT INTO amendment (agreement, number, signed_on, what, adds_burden, dprd_approved_on, dprd_answer, tkksd_note)
  SELECT agreement, number, signed_on, what, adds_burden, dprd_approved_on, dprd_answer, tkksd_note FROM kept;
DROP TABLE temp.kept;
CREATE INDEX amendment_signed ON amendment (signed_on);

-- What each party brings, in whole rupiah and in words; a party that joined later or left before the end.
ALTER TABLE party ADD COLUMN contribution INTEGER CHECK (contribution BETWEEN 0 AND 1000000000000000);
ALTER TABLE party ADD COLUMN brings TEXT {text("brings")};
ALTER TABLE party ADD COLUMN joined_on TEXT {partial_day("joined_on")};
ALTER TABLE party ADD COLUMN left_on TEXT {partial_day("left_on")} CHECK (joined_on = 'XXXX' OR left_on || '~' >= joined_on)
  CHECK (left_on IS NULL OR seat > 0);

-- Of several leads that a paper names one counts, and stands in the document's row.
ALTER TABLE support_opd ADD COLUMN as_lead TEXT NOT NULL DEFAULT 'no' CHECK (as_lead IN ('yes', 'no'));

-- Numbers beside the first that a party gave.
CREATE TABLE further_number (
  agreement  TEXT NOT NULL,
  seat       INTEGER NOT NULL,
  position   INTEGER NOT NULL CHECK (position > 1),
  number     TEXT NOT NULL {text("number")},
  number_key TEXT GENERATED ALWAYS AS ({NUMBER_KEY.format("number")}) VIRTUAL,
  PRIMARY KEY (agreement, seat, position),
  FOREIGN KEY (agreement, seat) REFERENCES party (agreement, seat)
) STRICT, WITHOUT ROWID;
CREATE INDEX further_number_key ON further_number (number_key);

-- Relations beside parent and predecessor, from the younger document to the other.
CREATE TABLE relation (
  agreement TEXT NOT NULL REFERENCES agreement (id),
  kind      TEXT NOT NULL CHECK (kind IN ('menggantikan', 'melengkapi', 'terkait')),
  other     TEXT NOT NULL REFERENCES agreement (id) CHECK (other <> agreement),
  PRIMARY KEY (agreement, kind, other)
) STRICT, WITHOUT ROWID;
CREATE INDEX relation_other ON relation (other);

-- A contact may be of one document only.
ALTER TABLE official ADD COLUMN agreement TEXT REFERENCES agreement (id);
CREATE INDEX official_agreement ON official (agreement) WHERE agreement IS NOT NULL;

-- The same scan on several documents is looked for at entry, and by a rule.
CREATE INDEX file_digest ON file (digest);

-- Fields of the office's own; their values stand in ``fact`` under own_KEY.
CREATE TABLE own_field (
  key        TEXT PRIMARY KEY CHECK (key GLOB '[a-z]*' AND key NOT GLOB '*[^a-z0-9_]*' AND length(key) <= 40),
  label      TEXT NOT NULL {text("label")},
  kind       TEXT NOT NULL CHECK (kind IN ('text', 'number', 'date', 'money', 'choice')),
  choices    TEXT CHECK (json_type(choices) = 'array' AND json_array_length(choices) > 0),
  docs       TEXT CHECK (json_type(docs) = 'array' AND json_array_length(docs) > 0),
  personal   TEXT NOT NULL DEFAULT 'no' CHECK (personal IN ('yes', 'no')),
  position   INTEGER NOT NULL CHECK (position > 0),
  retired_on TEXT {day("retired_on")},
  CHECK ((kind = 'choice') = (choices IS NOT NULL))
) STRICT, WITHOUT ROWID;
-- Which of them are personal the office says (``personal``), so that the keys are looked up there.
INSERT INTO personal_field (tbl, col, label, basis, only_col, only_value) VALUES
  ('fact', 'value', 'isian kantor yang ditandai data pribadi', 'UU 27/2022 Pasal 20 ayat (2) huruf e: tugas pelayanan publik', 'key', 'own_field');
"""
