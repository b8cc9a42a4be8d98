"""Schema 1: the registry. A step that has been released is never edited again."""

from kskd.registry.schema.constraints import NUMBER_KEY, PERIOD, day, text

SQL = f"""
CREATE TABLE setting (
  key   TEXT PRIMARY KEY,
  value TEXT NOT NULL {text("value")}
) STRICT, WITHOUT ROWID;

-- Whole questionnaires, so that an old score can always be made again from the one file.
CREATE TABLE instrument (
  id   TEXT PRIMARY KEY {text("id")},
  text TEXT NOT NULL CHECK (length(text) BETWEEN 1 AND 1000000)
) STRICT, WITHOUT ROWID;

CREATE TABLE opd (
  code       TEXT PRIMARY KEY CHECK (code GLOB '[A-Z]*' AND code NOT GLOB '*[^A-Z0-9-]*' AND length(code) BETWEEN 2 AND 20),
  name       TEXT NOT NULL UNIQUE COLLATE NOCASE {text("name")},
  valid_from TEXT {day("valid_from")},
  valid_to   TEXT {day("valid_to")},
  successor  TEXT REFERENCES opd (code),
  CHECK (valid_to >= valid_from),
  CHECK (successor IS NULL OR (successor <> code AND valid_to IS NOT NULL))
) STRICT, WITHOUT ROWID;

CREATE TABLE opd_alias (
  alias TEXT PRIMARY KEY COLLATE NOCASE {text("alias")},
  opd   TEXT NOT NULL REFERENCES opd (code)
) STRICT, WITHOUT ROWID;
CREATE INDEX opd_alias_opd ON opd_alias (opd);

CREATE TABLE partner (
  id          INTEGER PRIMARY KEY,
  name        TEXT NOT NULL UNIQUE COLLATE NOCASE {text("name")},
  kind        TEXT CHECK (kind IN ('pemda', 'kementerian', 'instansi-vertikal', 'bumn', 'bumd', 'perusahaan',
                'koperasi', 'perguruan-tinggi', 'ormas', 'perseorangan', 'pemda-luar-negeri', 'lembaga-luar-negeri')),
  merged_into INTEGER REFERENCES partner (id) CHECK (merged_into <> id)
) STRICT;

CREATE TABLE partner_alias (
  alias   TEXT PRIMARY KEY COLLATE NOCASE {text("alias")},
  partner INTEGER NOT NULL REFERENCES partner (id)
) STRICT, WITHOUT ROWID;
CREATE INDEX partner_alias_partner ON partner_alias (partner);

-- The last running number given per kind and year. Not journalled: a number once given stays used,
-- also when the act that took it is undone.
CREATE TABLE serial (
  doc  TEXT NOT NULL,
  year INTEGER NOT NULL CHECK (year BETWEEN 1945 AND 2150),
  last INTEGER NOT NULL CHECK (last > 0),
  PRIMARY KEY (doc, year)
) STRICT, WITHOUT ROWID;

CREATE TABLE agreement (
  id             TEXT PRIMARY KEY CHECK (id GLOB '[A-Z]*-[0-9][0-9][0-9][0-9]-[0-9][0-9][0-9]*'),
  doc            TEXT NOT NULL CHECK (doc IN ('kb', 'nk', 'loi', 'mou', 'pks', 'kontrak', 'rk', 'rkt')),
  scheme         TEXT NOT NULL CHECK (scheme IN ('ksdd-wajib', 'ksdd-sukarela', 'ksdpk', 'ksdpl', 'ksdll', 'sinergi')),
  title          TEXT NOT NULL {text("title")},
  lead_opd       TEXT NOT NULL REFERENCES opd (code),
  entered_on     TEXT NOT NULL {day("entered_on")},
  signed_on      TEXT {day("signed_on")},
  starts_on      TEXT {day("starts_on")},
  end_kind       TEXT CHECK (end_kind IN ('date', 'open', 'condition')),
  ends_on        TEXT {day("ends_on")},
  end_condition  TEXT {text("end_condition")},
  end_typed      TEXT {text("end_typed")},
  duration_typed TEXT {text("duration_typed")},
  parent         TEXT REFERENCES agreement (id) CHECK (parent <> id),
  predecessor    TEXT REFERENCES agreement (id) CHECK (predecessor <> id),
  void_reason    TEXT {text("void_reason")},
  note           TEXT CHECK (trim(note) <> ''),
  CHECK ((end_kind IS 'date') = (ends_on IS NOT NULL)),
  CHECK ((end_kind IS 'condition') = (end_condition IS NOT NULL)),
  CHECK (ends_on >= coalesce(starts_on, signed_on)),
  CHECK (parent IS NULL OR doc IN ('mou', 'pks', 'kontrak', 'rk', 'rkt'))
) STRICT, WITHOUT ROWID;
CREATE INDEX agreement_parent ON agreement (parent) WHERE parent IS NOT NULL;
CREATE UNIQUE INDEX agreement_predecessor ON agreement (predecessor) WHERE predecessor IS NOT NULL AND void_reason IS NULL;
CREATE INDEX agreement_lead ON agreement (lead_opd, ends_on);
CREATE INDEX agreement_end ON agreement (ends_on);
CREATE INDEX agreement_signed ON agreement (signed_on);

-- Seat 0 is the Pemda itself; every party numbers and signs the document on its own.
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
  PRIMARY KEY (agreement, seat),
  UNIQUE (agreement, partner),
  CHECK ((seat = 0) = (partner IS NULL))
) STRICT, WITHOUT ROWID;
CREATE INDEX party_partner ON party (partner) WHERE partner IS NOT NULL;
CREATE INDEX party_number ON party (number_key) WHERE number IS NOT NULL;

CREATE TABLE support_opd (
  agreement TEXT NOT NULL REFERENCES agreement (id),
  opd       TEXT NOT NULL REFERENCES opd (code),
  PRIMARY KEY (agreement, opd)
) STRICT, WITHOUT ROWID;
CREATE INDEX support_opd_opd ON support_opd (opd);

CREATE TABLE affair (
  agreement TEXT NOT NULL REFERENCES agreement (id),
  code      TEXT NOT NULL CHECK (code GLOB '[123].[0-3][0-9]'),
  PRIMARY KEY (agreement, code)
) STRICT, WITHOUT ROWID;
CREATE INDEX affair_code ON affair (code);

CREATE TABLE scope_item (
  agreement TEXT NOT NULL REFERENCES agreement (id),
  number    INTEGER NOT NULL CHECK (number > 0),
  text      TEXT NOT NULL {text("text")},
  PRIMARY KEY (agreement, number)
) STRICT, WITHOUT ROWID;

CREATE TABLE file (
  agreement TEXT NOT NULL REFERENCES agreement (id),
  path      TEXT NOT NULL {text("path")},
  digest    TEXT NOT NULL CHECK (length(digest) = 64 AND digest NOT GLOB '*[^0-9a-f]*'),
  size      INTEGER NOT NULL CHECK (size >= 0),
  PRIMARY KEY (agreement, path)
) STRICT, WITHOUT ROWID;

CREATE TABLE target (
  agreement       TEXT NOT NULL REFERENCES agreement (id),
  number          INTEGER NOT NULL CHECK (number > 0),
  kind            TEXT NOT NULL CHECK (kind IN ('output', 'outcome', 'duty')),
  indicator       TEXT NOT NULL {text("indicator")},
  unit            TEXT {text("unit")},
  value           REAL CHECK (abs(value) <= 1e15),
  due_on          TEXT {day("due_on")},
  owed_by         TEXT NOT NULL CHECK (owed_by IN ('pemda', 'mitra')),
  lower_is_better INTEGER NOT NULL CHECK (lower_is_better IN (0, 1)),
  PRIMARY KEY (agreement, number)
) STRICT, WITHOUT ROWID;

CREATE TABLE evaluation (
  agreement      TEXT NOT NULL REFERENCES agreement (id),
  period         TEXT NOT NULL {PERIOD.format("period")},
  instrument     TEXT NOT NULL REFERENCES instrument (id),
  implementation TEXT CHECK (implementation IN ('penuh', 'sebagian', 'belum', 'tidak')),
  reported_on    TEXT {day("reported_on")},
  filler         TEXT {text("filler")},
  recommendation TEXT CHECK (recommendation IN ('lanjut', 'perbaiki', 'perpanjang', 'perluas', 'hentikan')),
  note           TEXT CHECK (trim(note) <> ''),
  PRIMARY KEY (agreement, period)
) STRICT, WITHOUT ROWID;
CREATE INDEX evaluation_period ON evaluation (period, agreement);

CREATE TABLE answer (
  agreement TEXT NOT NULL,
  period    TEXT NOT NULL,
  item      TEXT NOT NULL {text("item")},
  option    TEXT NOT NULL {text("option")},
  PRIMARY KEY (agreement, period, item),
  FOREIGN KEY (agreement, period) REFERENCES evaluation (agreement, period)
) STRICT, WITHOUT ROWID;

CREATE TABLE evidence (
  agreement TEXT NOT NULL,
  period    TEXT NOT NULL,
  number    INTEGER NOT NULL CHECK (number > 0),
  text      TEXT NOT NULL {text("text")},
  digest    TEXT CHECK (length(digest) = 64 AND digest NOT GLOB '*[^0-9a-f]*'),
  size      INTEGER CHECK (size >= 0),
  PRIMARY KEY (agreement, period, number),
  FOREIGN KEY (agreement, period) REFERENCES evaluation (agreement, period),
  CHECK ((digest IS NULL) = (size IS NULL))
) STRICT, WITHOUT ROWID;

CREATE TABLE realisation (
  agreement TEXT NOT NULL,
  target    INTEGER NOT NULL,
  period    TEXT NOT NULL,
  value     REAL NOT NULL CHECK (abs(value) <= 1e15),
  PRIMARY KEY (agreement, target, period),
  FOREIGN KEY (agreement, target) REFERENCES target (agreement, number),
  FOREIGN KEY (agreement, period) REFERENCES evaluation (agreement, period)
) STRICT, WITHOUT ROWID;
CREATE INDEX realisation_period ON realisation (agreement, period);

-- An obstacle lives on from period to period until it is closed.
CREATE TABLE obstacle (
  agreement TEXT NOT NULL REFERENCES agreement (id),
  number    INTEGER NOT NULL CHECK (number > 0),
  text      TEXT NOT NULL {text("text")},
  category  TEXT CHECK (category IN ('anggaran', 'sdm', 'sarana', 'data', 'regulasi', 'koordinasi', 'mitra', 'lainnya')),
  opened    TEXT NOT NULL {PERIOD.format("opened")},
  closed    TEXT {PERIOD.format("closed")},
  PRIMARY KEY (agreement, number)
) STRICT, WITHOUT ROWID;

CREATE TABLE effort (
  agreement TEXT NOT NULL,
  obstacle  INTEGER NOT NULL,
  number    INTEGER NOT NULL CHECK (number > 0),
  period    TEXT NOT NULL {PERIOD.format("period")},
  text      TEXT NOT NULL {text("text")},
  PRIMARY KEY (agreement, obstacle, number),
  FOREIGN KEY (agreement, obstacle) REFERENCES obstacle (agreement, number)
) STRICT, WITHOUT ROWID;

CREATE TABLE action (
  agreement TEXT NOT NULL REFERENCES agreement (id),
  number    INTEGER NOT NULL CHECK (number > 0),
  agreed    TEXT NOT NULL {PERIOD.format("agreed")},
  what      TEXT NOT NULL {text("what")},
  who       TEXT {text("who")},
  due_on    TEXT {day("due_on")},
  done_on   TEXT {day("done_on")},
  proof     TEXT {text("proof")},
  PRIMARY KEY (agreement, number),
  CHECK (proof IS NULL OR done_on IS NOT NULL)
) STRICT, WITHOUT ROWID;

-- One act is one command that changed something; its entries say what. While it is being written
-- ``entries`` is NULL, and at most one act is: an entry that finds none was made by another program.
-- ``link`` chains it to the act before it and to the digests of its entries, so that tampering shows.
CREATE TABLE act (
  id      INTEGER PRIMARY KEY,
  at      TEXT NOT NULL,
  who     TEXT NOT NULL {text("who")},
  command TEXT NOT NULL {text("command")},
  reason  TEXT {text("reason")},
  entries INTEGER CHECK (entries > 0),
  link    TEXT CHECK (length(link) = 64 AND link NOT GLOB '*[^0-9a-f]*'),
  CHECK ((entries IS NULL) = (link IS NULL))
) STRICT;
CREATE UNIQUE INDEX act_open ON act ((1)) WHERE entries IS NULL;

-- ``digest`` is over salt and values: the chain stands on digests, so that values (personal data) can one
-- day be destroyed without breaking it, and the salt keeps short values from being guessed.
CREATE TABLE journal (
  seq    INTEGER PRIMARY KEY,
  act    INTEGER REFERENCES act (id),
  tbl    TEXT NOT NULL,
  key    TEXT NOT NULL,
  old    TEXT,
  new    TEXT,
  salt   TEXT NOT NULL DEFAULT (lower(hex(randomblob(16)))),
  digest TEXT CHECK (length(digest) = 64 AND digest NOT GLOB '*[^0-9a-f]*'),
  CHECK (old IS NOT NULL OR new IS NOT NULL)
) STRICT;
CREATE INDEX journal_act ON journal (act);
CREATE INDEX journal_row ON journal (tbl, key);

CREATE TRIGGER journal_no_update BEFORE UPDATE ON journal WHEN old.digest IS NOT NULL OR old.act IS NULL BEGIN SELECT raise(ABORT, 'journal is append-only'); END;
CREATE TRIGGER journal_no_delete BEFORE DELETE ON journal BEGIN SELECT raise(ABORT, 'journal is append-only'); END;
CREATE TRIGGER act_no_update BEFORE UPDATE ON act WHEN old.entries IS NOT NULL BEGIN SELECT raise(ABORT, 'journal is append-only'); END;
CREATE TRIGGER act_no_delete BEFORE DELETE ON act BEGIN SELECT raise(ABORT, 'journal is append-only'); END;
"""
