"""The schema, as append-only steps of plain SQL. A step that has been released is never edited again."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import sqlite3

    from sqlite_utils import Database, Migrations

SCHEMA = 2  # number of steps below; kept in the file's user_version


def _text(column: str) -> str:
    """A CHECK that holds a text to be neither blank nor carrying control characters."""
    return f"CHECK (trim({column}) <> '' AND {column} NOT GLOB '*[' || char(1) || '-' || char(31) || ']*')"


def _day(column: str) -> str:
    """A CHECK that holds a text to be a real ISO day; SQLite's date() alone lets 31 February pass."""
    return f"CHECK ({column} IS date({column}, '+0 days') AND length({column}) = 10)"


_PERIOD = (
    "CHECK ({0} GLOB '[12][0-9][0-9][0-9]' OR {0} GLOB '[12][0-9][0-9][0-9]-S[12]'"
    " OR {0} GLOB '[12][0-9][0-9][0-9]-Q[1-4]' OR {0} GLOB '[12][0-9][0-9][0-9]-0[1-9]'"
    " OR {0} GLOB '[12][0-9][0-9][0-9]-1[0-2]')"
)

# The number as compared: case, spaces, doubled slashes and a comma typed for a point do not make
# another document (spreadsheets of real offices differ in just these).
NUMBER_KEY = "replace(replace(replace(replace(upper({0}), ' ', ''), ',', '.'), '//', '/'), '//', '/')"

_SCHEMA_1 = f"""
CREATE TABLE setting (
  key   TEXT PRIMARY KEY,
  value TEXT NOT NULL {_text("value")}
) STRICT, WITHOUT ROWID;

-- Whole questionnaires, so that an old score can always be made again from the one file.
CREATE TABLE instrument (
  id   TEXT PRIMARY KEY {_text("id")},
  text TEXT NOT NULL CHECK (length(text) BETWEEN 1 AND 1000000)
) STRICT, WITHOUT ROWID;

CREATE TABLE opd (
  code       TEXT PRIMARY KEY CHECK (code GLOB '[A-Z]*' AND code NOT GLOB '*[^A-Z0-9-]*' AND length(code) BETWEEN 2 AND 20),
  name       TEXT NOT NULL UNIQUE COLLATE NOCASE {_text("name")},
  valid_from TEXT {_day("valid_from")},
  valid_to   TEXT {_day("valid_to")},
  successor  TEXT REFERENCES opd (code),
  CHECK (valid_to >= valid_from),
  CHECK (successor IS NULL OR (successor <> code AND valid_to IS NOT NULL))
) STRICT, WITHOUT ROWID;

CREATE TABLE opd_alias (
  alias TEXT PRIMARY KEY COLLATE NOCASE {_text("alias")},
  opd   TEXT NOT NULL REFERENCES opd (code)
) STRICT, WITHOUT ROWID;
CREATE INDEX opd_alias_opd ON opd_alias (opd);

CREATE TABLE partner (
  id          INTEGER PRIMARY KEY,
  name        TEXT NOT NULL UNIQUE COLLATE NOCASE {_text("name")},
  kind        TEXT CHECK (kind IN ('pemda', 'kementerian', 'instansi-vertikal', 'bumn', 'bumd', 'perusahaan',
                'koperasi', 'perguruan-tinggi', 'ormas', 'perseorangan', 'pemda-luar-negeri', 'lembaga-luar-negeri')),
  merged_into INTEGER REFERENCES partner (id) CHECK (merged_into <> id)
) STRICT;

CREATE TABLE partner_alias (
  alias   TEXT PRIMARY KEY COLLATE NOCASE {_text("alias")},
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
  title          TEXT NOT NULL {_text("title")},
  lead_opd       TEXT NOT NULL REFERENCES opd (code),
  entered_on     TEXT NOT NULL {_day("entered_on")},
  signed_on      TEXT {_day("signed_on")},
  starts_on      TEXT {_day("starts_on")},
  end_kind       TEXT CHECK (end_kind IN ('date', 'open', 'condition')),
  ends_on        TEXT {_day("ends_on")},
  end_condition  TEXT {_text("end_condition")},
  end_typed      TEXT {_text("end_typed")},
  duration_typed TEXT {_text("duration_typed")},
  parent         TEXT REFERENCES agreement (id) CHECK (parent <> id),
  predecessor    TEXT REFERENCES agreement (id) CHECK (predecessor <> id),
  void_reason    TEXT {_text("void_reason")},
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
  number        TEXT {_text("number")},
  signer_office TEXT {_text("signer_office")},
  signer_name   TEXT {_text("signer_name")},
  power_number  TEXT {_text("power_number")},
  power_date    TEXT {_day("power_date")},
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
  text      TEXT NOT NULL {_text("text")},
  PRIMARY KEY (agreement, number)
) STRICT, WITHOUT ROWID;

CREATE TABLE file (
  agreement TEXT NOT NULL REFERENCES agreement (id),
  path      TEXT NOT NULL {_text("path")},
  digest    TEXT NOT NULL CHECK (length(digest) = 64 AND digest NOT GLOB '*[^0-9a-f]*'),
  size      INTEGER NOT NULL CHECK (size >= 0),
  PRIMARY KEY (agreement, path)
) STRICT, WITHOUT ROWID;

CREATE TABLE target (
  agreement       TEXT NOT NULL REFERENCES agreement (id),
  number          INTEGER NOT NULL CHECK (number > 0),
  kind            TEXT NOT NULL CHECK (kind IN ('output', 'outcome', 'duty')),
  indicator       TEXT NOT NULL {_text("indicator")},
  unit            TEXT {_text("unit")},
  value           REAL CHECK (abs(value) <= 1e15),
  due_on          TEXT {_day("due_on")},
  owed_by         TEXT NOT NULL CHECK (owed_by IN ('pemda', 'mitra')),
  lower_is_better INTEGER NOT NULL CHECK (lower_is_better IN (0, 1)),
  PRIMARY KEY (agreement, number)
) STRICT, WITHOUT ROWID;

CREATE TABLE evaluation (
  agreement      TEXT NOT NULL REFERENCES agreement (id),
  period         TEXT NOT NULL {_PERIOD.format("period")},
  instrument     TEXT NOT NULL REFERENCES instrument (id),
  implementation TEXT CHECK (implementation IN ('penuh', 'sebagian', 'belum', 'tidak')),
  reported_on    TEXT {_day("reported_on")},
  filler         TEXT {_text("filler")},
  recommendation TEXT CHECK (recommendation IN ('lanjut', 'perbaiki', 'perpanjang', 'perluas', 'hentikan')),
  note           TEXT CHECK (trim(note) <> ''),
  PRIMARY KEY (agreement, period)
) STRICT, WITHOUT ROWID;
CREATE INDEX evaluation_period ON evaluation (period, agreement);

CREATE TABLE answer (
  agreement TEXT NOT NULL,
  period    TEXT NOT NULL,
  item      TEXT NOT NULL {_text("item")},
  option    TEXT NOT NULL {_text("option")},
  PRIMARY KEY (agreement, period, item),
  FOREIGN KEY (agreement, period) REFERENCES evaluation (agreement, period)
) STRICT, WITHOUT ROWID;

CREATE TABLE evidence (
  agreement TEXT NOT NULL,
  period    TEXT NOT NULL,
  number    INTEGER NOT NULL CHECK (number > 0),
  text      TEXT NOT NULL {_text("text")},
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
  text      TEXT NOT NULL {_text("text")},
  category  TEXT CHECK (category IN ('anggaran', 'sdm', 'sarana', 'data', 'regulasi', 'koordinasi', 'mitra', 'lainnya')),
  opened    TEXT NOT NULL {_PERIOD.format("opened")},
  closed    TEXT {_PERIOD.format("closed")},
  PRIMARY KEY (agreement, number)
) STRICT, WITHOUT ROWID;

CREATE TABLE effort (
  agreement TEXT NOT NULL,
  obstacle  INTEGER NOT NULL,
  number    INTEGER NOT NULL CHECK (number > 0),
  period    TEXT NOT NULL {_PERIOD.format("period")},
  text      TEXT NOT NULL {_text("text")},
  PRIMARY KEY (agreement, obstacle, number),
  FOREIGN KEY (agreement, obstacle) REFERENCES obstacle (agreement, number)
) STRICT, WITHOUT ROWID;

CREATE TABLE action (
  agreement TEXT NOT NULL REFERENCES agreement (id),
  number    INTEGER NOT NULL CHECK (number > 0),
  agreed    TEXT NOT NULL {_PERIOD.format("agreed")},
  what      TEXT NOT NULL {_text("what")},
  who       TEXT {_text("who")},
  due_on    TEXT {_day("due_on")},
  done_on   TEXT {_day("done_on")},
  proof     TEXT {_text("proof")},
  PRIMARY KEY (agreement, number),
  CHECK (proof IS NULL OR done_on IS NOT NULL)
) STRICT, WITHOUT ROWID;

-- One act is one command that changed something; its entries say what. While it is being written
-- ``entries`` is NULL, and at most one act is: an entry that finds none was made by another program.
-- ``link`` chains it to the act before it and to the digests of its entries, so that tampering shows.
CREATE TABLE act (
  id      INTEGER PRIMARY KEY,
  at      TEXT NOT NULL,
  who     TEXT NOT NULL {_text("who")},
  command TEXT NOT NULL {_text("command")},
  reason  TEXT {_text("reason")},
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

# What undo, erasure, embedded files and the place of originals need. A column that an older image in the
# journal lacks holds its default there.
_SCHEMA_2 = f"""
ALTER TABLE act ADD COLUMN letter TEXT {_text("letter")};
ALTER TABLE act ADD COLUMN undoes TEXT CHECK (json_type(undoes) = 'array' AND json_array_length(undoes) > 0);
-- As in ``journal``: who, why and at whose request are sealed by a salted digest, so that they too can be
-- erased. Acts of schema 1 have none; their link stands on the values themselves.
ALTER TABLE act ADD COLUMN salt TEXT;
ALTER TABLE act ADD COLUMN digest TEXT CHECK (length(digest) = 64 AND digest NOT GLOB '*[^0-9a-f]*');

ALTER TABLE agreement ADD COLUMN original_place TEXT {_text("original_place")};

-- An embedded file has its bytes in ``content`` under its digest, so that one file holds all. Bytes are not
-- journalled: the digest is, and tells whether they are still the same.
ALTER TABLE file ADD COLUMN embedded INTEGER NOT NULL DEFAULT 0 CHECK (embedded IN (0, 1));
CREATE TABLE content (
  digest TEXT PRIMARY KEY CHECK (length(digest) = 64 AND digest NOT GLOB '*[^0-9a-f]*'),
  data   BLOB NOT NULL
) STRICT;

-- What happened to the registry as a whole: restored, repaired, erased from.
CREATE TABLE event (
  number INTEGER PRIMARY KEY,
  kind   TEXT NOT NULL CHECK (kind IN ('restore', 'repair', 'erase')),
  detail TEXT NOT NULL {_text("detail")}
) STRICT;

-- Entries of the journal (by seq) and acts (by id) whose personal data was destroyed: the digest of what is
-- left. The chain of acts stands on the first digest, which stays.
CREATE TABLE erasure (
  what   TEXT NOT NULL CHECK (what IN ('journal', 'act')),
  number INTEGER NOT NULL CHECK (number > 0),
  digest TEXT NOT NULL CHECK (length(digest) = 64 AND digest NOT GLOB '*[^0-9a-f]*'),
  PRIMARY KEY (what, number)
) STRICT, WITHOUT ROWID;

-- Columns that hold personal data in the sense of UU 27/2022 Pasal 4; of a table whose rows hold it only
-- sometimes, the column that tells (of the row, else of what the row belongs to) and its values, with commas
-- between. Exports for the public leave them out, ``erase`` looks there.
CREATE TABLE personal_field (
  tbl        TEXT NOT NULL,
  col        TEXT NOT NULL,
  label      TEXT NOT NULL {_text("label")},
  basis      TEXT NOT NULL {_text("basis")},
  only_col   TEXT,
  only_value TEXT,
  PRIMARY KEY (tbl, col),
  CHECK ((only_col IS NULL) = (only_value IS NULL))
) STRICT, WITHOUT ROWID;
INSERT INTO personal_field (tbl, col, label, basis, only_col, only_value) VALUES
  ('party', 'signer_name', 'nama penanda tangan', 'UU 27/2022 Pasal 20 ayat (2) huruf e: tugas pelayanan publik (Permendagri 22/2020, komparisi naskah)', NULL, NULL),
  ('partner', 'name', 'nama mitra perseorangan', 'UU 27/2022 Pasal 20 ayat (2) huruf b: pemenuhan perjanjian (PP 28/2018 Pasal 14)', 'kind', 'perseorangan'),
  ('partner_alias', 'alias', 'nama lain mitra perseorangan', 'UU 27/2022 Pasal 20 ayat (2) huruf b: pemenuhan perjanjian (PP 28/2018 Pasal 14)', 'kind', 'perseorangan'),
  ('evaluation', 'filler', 'pengisi laporan', 'UU 27/2022 Pasal 20 ayat (2) huruf e: tugas pelayanan publik (Permendagri 22/2020 Pasal 17 dan 39)', NULL, NULL),
  ('setting', 'value', 'penanda tangan laporan', 'UU 27/2022 Pasal 20 ayat (2) huruf e: tugas pelayanan publik (Permendagri 22/2020 Pasal 46)', 'key', 'signer-name,signer-id,approver-name'),
  ('action', 'who', 'yang mengerjakan tindak lanjut', 'UU 27/2022 Pasal 20 ayat (2) huruf e: tugas pelayanan publik (Permendagri 22/2020 Pasal 17 dan 39)', NULL, NULL);

DROP TRIGGER journal_no_update;
CREATE TRIGGER journal_no_update BEFORE UPDATE ON journal
WHEN (old.digest IS NOT NULL OR old.act IS NULL) AND NOT (
  new.seq IS old.seq AND new.act IS old.act AND new.tbl IS old.tbl AND new.digest IS old.digest
  AND EXISTS (SELECT 1 FROM erasure WHERE what = 'journal' AND number = old.seq)
  AND EXISTS (SELECT 1 FROM act WHERE entries IS NULL AND command = 'erase'))
BEGIN SELECT raise(ABORT, 'journal is append-only'); END;
DROP TRIGGER act_no_update;
CREATE TRIGGER act_no_update BEFORE UPDATE ON act
WHEN old.entries IS NOT NULL AND NOT (
  new.id IS old.id AND new.at IS old.at AND new.command IS old.command AND new.entries IS old.entries
  AND new.link IS old.link AND new.undoes IS old.undoes AND new.digest IS old.digest AND old.digest IS NOT NULL
  AND EXISTS (SELECT 1 FROM erasure WHERE what = 'act' AND number = old.id)
  AND EXISTS (SELECT 1 FROM act WHERE entries IS NULL AND command = 'erase'))
BEGIN SELECT raise(ABORT, 'journal is append-only'); END;
"""

# Names of all tables that the steps make, so that another program's are never taken for ours.
TABLES = frozenset(re.findall(r"^CREATE TABLE (\w+)", _SCHEMA_1 + _SCHEMA_2, re.MULTILINE))


def steps() -> Migrations:
    """Every step in order, the oldest first; names are unique and never change."""
    from sqlite_utils import Migrations

    migrations = Migrations("kskd")

    @migrations(name="0001_registry")
    def _registry(db: Database) -> None:
        db.executescript(_SCHEMA_1)

    @migrations(name="0002_safety")
    def _safety(db: Database) -> None:
        db.executescript(_SCHEMA_2)

    return migrations


def make_tables(con: sqlite3.Connection, schema: int) -> None:
    """The bare tables of an older schema, in a file that has none: rows go in unjournalled, then ``apply``."""
    from sqlite_utils import Database

    database, ours = Database(con, execute_plugins=False), steps()
    ours.apply(database, stop_before=[step.name for step in ours.pending(database)[schema:]])


def apply(con: sqlite3.Connection) -> None:
    """Bring ``con`` to SCHEMA inside the caller's transaction, with journal triggers for every table."""
    from sqlite_utils import Database

    from kskd.registry.images import install_triggers

    steps().apply(Database(con, execute_plugins=False))
    install_triggers(con)
    con.execute(f"PRAGMA user_version = {SCHEMA:d}")
