"""Schema 4: evaluations in full: two voices, several fillers, evidence by item, closed periods."""

from kskd.registry.schema.constraints import PERIOD, day, text

# Only columns and tables are added: images in the journal stand on the old columns, and a column that an
# older image lacks holds its default there.
SQL = f"""
-- Entries of the journal up to this one that other programs made, and that somebody has looked at and accepted.
ALTER TABLE event ADD COLUMN outside INTEGER CHECK (outside > 0);

ALTER TABLE evaluation ADD COLUMN others TEXT CHECK (trim(others) <> '');
ALTER TABLE evaluation ADD COLUMN channel TEXT CHECK (channel IN ('surat', 'desk', 'formulir', 'surel', 'pesan', 'lainnya'));
ALTER TABLE evaluation ADD COLUMN unchanged INTEGER NOT NULL DEFAULT 0 CHECK (unchanged IN (0, 1));
ALTER TABLE evaluation ADD COLUMN recommendation_reason TEXT CHECK (trim(recommendation_reason) <> '');
-- What the OPD itself said of the state, where the one that counts is another.
ALTER TABLE evaluation ADD COLUMN opd_implementation TEXT
  CHECK (opd_implementation IN ('penuh', 'sebagian', 'belum', 'tidak')) CHECK (opd_implementation <> implementation);

-- ``option`` is the answer that counts; what the OPD itself answered stands beside it where that differs.
ALTER TABLE answer ADD COLUMN opd_option TEXT {text("opd_option")} CHECK (opd_option <> option);

-- The item of the instrument that it proves; NULL proves the evaluation as a whole.
ALTER TABLE evidence ADD COLUMN item TEXT {text("item")};

ALTER TABLE target ADD COLUMN counting TEXT NOT NULL DEFAULT 'kumulatif' CHECK (counting IN ('kumulatif', 'per-periode'));
ALTER TABLE target ADD COLUMN source TEXT {text("source")};

-- Who filled the form beside ``evaluation.filler``, who answers for the report.
CREATE TABLE filler (
  agreement TEXT NOT NULL,
  period    TEXT NOT NULL,
  number    INTEGER NOT NULL CHECK (number > 0),
  name      TEXT NOT NULL {text("name")},
  role      TEXT NOT NULL CHECK (role IN ('opd', 'bagian', 'mitra')),
  opd       TEXT REFERENCES opd (code),
  filled_on TEXT {day("filled_on")},
  PRIMARY KEY (agreement, period, number),
  FOREIGN KEY (agreement, period) REFERENCES evaluation (agreement, period),
  CHECK (opd IS NULL OR role = 'opd')
) STRICT, WITHOUT ROWID;
CREATE INDEX filler_opd ON filler (opd) WHERE opd IS NOT NULL;
INSERT INTO personal_field (tbl, col, label, basis, only_col, only_value) VALUES
  ('filler', 'name', 'pengisi lain laporan', 'UU 27/2022 Pasal 20 ayat (2) huruf e: tugas pelayanan publik (Permendagri 22/2020 Pasal 17 dan 39)', NULL, NULL);

-- A period that was reported: from then on what it says changes only with a reason.
CREATE TABLE closing (
  period    TEXT PRIMARY KEY {PERIOD.format("period")},
  closed_on TEXT NOT NULL {day("closed_on")}
) STRICT, WITHOUT ROWID;

-- Of an adendum: what the DPRD said of a new burden, and whether the TKKSD gave a note on it.
ALTER TABLE amendment ADD COLUMN dprd_answer TEXT CHECK (dprd_answer IN ('setuju', 'menolak', 'tidak-menjawab', 'belum-diminta'));
ALTER TABLE amendment ADD COLUMN tkksd_note TEXT CHECK (tkksd_note IN ('yes', 'no'));

-- The round of desk evaluasi. A sheet is known by its digest, so that what comes back finds what was sent.
CREATE TABLE desk_sheet (
  digest     TEXT PRIMARY KEY CHECK (length(digest) = 16 AND digest NOT GLOB '*[^0-9a-f]*'),
  period     TEXT NOT NULL {PERIOD.format("period")},
  opd        TEXT NOT NULL REFERENCES opd (code),
  instrument TEXT NOT NULL REFERENCES instrument (id),
  sent_on    TEXT NOT NULL {day("sent_on")},
  due_on     TEXT NOT NULL {day("due_on")}
) STRICT, WITHOUT ROWID;
CREATE INDEX desk_sheet_period ON desk_sheet (period, opd);

CREATE TABLE desk_return (
  sheet       TEXT NOT NULL REFERENCES desk_sheet (digest),
  file        TEXT NOT NULL CHECK (length(file) = 64 AND file NOT GLOB '*[^0-9a-f]*'),
  returned_on TEXT NOT NULL {day("returned_on")},
  taken       INTEGER NOT NULL CHECK (taken >= 0),
  problems    INTEGER NOT NULL CHECK (problems >= 0),
  PRIMARY KEY (sheet, file)
) STRICT, WITHOUT ROWID;

CREATE TABLE desk_meeting (
  period TEXT NOT NULL {PERIOD.format("period")},
  opd    TEXT NOT NULL REFERENCES opd (code),
  day    TEXT NOT NULL {day("day")},
  starts TEXT NOT NULL CHECK (starts GLOB '[0-2][0-9].[0-5][0-9]'),
  ends   TEXT NOT NULL CHECK (ends GLOB '[0-2][0-9].[0-5][0-9]' AND ends > starts),
  place  TEXT {text("place")},
  PRIMARY KEY (period, opd)
) STRICT, WITHOUT ROWID;
"""
