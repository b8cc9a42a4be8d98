"""Schema 8: where the facts of a document came from, cell by cell."""

from kskd.registry.schema.constraints import text

SQL = f"""
-- A file that was imported; the digest tells it from another one of the same name.
CREATE TABLE source_file (
  id     INTEGER PRIMARY KEY CHECK (id > 0),
  name   TEXT NOT NULL {text("name")},
  digest TEXT NOT NULL CHECK (length(digest) = 64 AND digest NOT GLOB '*[^0-9a-f]*'),
  UNIQUE (digest, name)
) STRICT;

-- A row of it that told of a document. Cells are [field, column, as typed]; what is personal is not kept as typed (null).
CREATE TABLE source (
  agreement TEXT NOT NULL REFERENCES agreement (id),
  file      INTEGER NOT NULL REFERENCES source_file (id),
  sheet     TEXT NOT NULL CHECK (length(sheet) <= 300),
  row       INTEGER NOT NULL CHECK (row > 0),
  cells     TEXT NOT NULL CHECK (json_type(cells) = 'array' AND json_array_length(cells) > 0),
  PRIMARY KEY (agreement, file, sheet, row)
) STRICT, WITHOUT ROWID;
CREATE INDEX source_of_file ON source (file);
"""
