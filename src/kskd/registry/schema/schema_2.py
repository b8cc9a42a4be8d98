"""Schema 2: what undo, erasure, embedded files and the place of originals need."""

from kskd.registry.schema.constraints import text

# What undo, erasure, embedded files and the place of originals need. A column that an older image in the
# journal lacks holds its default there.
SQL = f"""
ALTER TABLE act ADD COLUMN letter TEXT {text("letter")};
ALTER TABLE act ADD COLUMN undoes TEXT CHECK (json_type(undoes) = 'array' AND json_array_length(undoes) > 0);
-- As in ``journal``: who, why and at whose request are sealed by a salted digest, so that they too can be
-- erased. Acts of schema 1 have none; their link stands on the values themselves.
ALTER TABLE act ADD COLUMN salt TEXT;
ALTER TABLE act ADD COLUMN digest TEXT CHECK (length(digest) = 64 AND digest NOT GLOB '*[^0-9a-f]*');

ALTER TABLE agreement ADD COLUMN original_place TEXT {text("original_place")};

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
  detail TEXT NOT NULL {text("detail")}
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
  label      TEXT NOT NULL {text("label")},
  basis      TEXT NOT NULL {text("basis")},
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
