"""Schema 6: persons with an office, papers that the office owes, and grounds outside the law."""

from kskd.registry.schema.constraints import PERIOD, day, text

SQL = f"""
-- Who holds which office from when to when. A name that was erased leaves the office and its term.
CREATE TABLE official (
  id         INTEGER PRIMARY KEY CHECK (id > 0),
  name       TEXT {text("name")},
  office     TEXT NOT NULL {text("office")},
  role       TEXT NOT NULL CHECK (role IN ('penanda-tangan', 'tkksd', 'penghubung', 'kontak')),
  position   TEXT CHECK (position IN ('ketua', 'wakil-ketua', 'sekretaris', 'anggota')),
  opd        TEXT REFERENCES opd (code),
  partner    INTEGER REFERENCES partner (id),
  valid_from TEXT {day("valid_from")},
  valid_to   TEXT {day("valid_to")},
  decree     TEXT {text("decree")},
  phone      TEXT {text("phone")},
  mail       TEXT {text("mail")},
  personal   TEXT NOT NULL DEFAULT 'yes' CHECK (personal IN ('yes', 'no')),
  CHECK (valid_to >= valid_from),
  CHECK (position IS NULL OR role = 'tkksd'),
  CHECK (opd IS NULL OR partner IS NULL)
) STRICT;
CREATE INDEX official_opd ON official (opd) WHERE opd IS NOT NULL;
CREATE INDEX official_partner ON official (partner) WHERE partner IS NOT NULL;

-- Kinds are data (rules.papers), so that a new one needs no step.
CREATE TABLE office_paper (
  id          INTEGER PRIMARY KEY CHECK (id > 0),
  kind        TEXT NOT NULL CHECK (kind GLOB '[a-z]*' AND kind NOT GLOB '*[^a-z-]*' AND length(kind) <= 60),
  period      TEXT {PERIOD.format("period")},
  given_on    TEXT NOT NULL {day("given_on")},
  number      TEXT {text("number")},
  addressee   TEXT {text("addressee")},
  receipt     TEXT {text("receipt")},
  received_on TEXT {day("received_on")},
  note        TEXT CHECK (trim(note) <> ''),
  void_reason TEXT {text("void_reason")},
  CHECK (received_on >= given_on)
) STRICT;

INSERT INTO personal_field (tbl, col, label, basis, only_col, only_value) VALUES
  ('official', 'name', 'nama pejabat', 'UU 27/2022 Pasal 20 ayat (2) huruf e: tugas pelayanan publik (Permendagri 22/2020 Pasal 46 dan 47)', NULL, NULL),
  ('official', 'phone', 'telepon pribadi pejabat', 'UU 27/2022 Pasal 20 ayat (2) huruf e: tugas pelayanan publik (Permendagri 22/2020 Pasal 46 dan 47)', 'personal', 'yes'),
  ('official', 'mail', 'surel pribadi pejabat', 'UU 27/2022 Pasal 20 ayat (2) huruf e: tugas pelayanan publik (Permendagri 22/2020 Pasal 46 dan 47)', 'personal', 'yes');

-- Reality is recorded where it breaks the law: a change of the head of the region ends a document, and a ground that
-- stands in no list. The CHECK of a column changes only with the column. Its triggers are made anew after the steps, and
-- the index stands aside while no end is recorded, since two documents may then seem to take the same place.
DROP TRIGGER IF EXISTS journal_agreement_insert;
DROP TRIGGER IF EXISTS journal_agreement_update;
DROP TRIGGER IF EXISTS journal_agreement_delete;
DROP INDEX agreement_predecessor;
CREATE TEMP TABLE ended AS SELECT id, ended_on, end_ground FROM agreement WHERE ended_on IS NOT NULL;
UPDATE agreement SET ended_on = NULL, end_ground = NULL WHERE ended_on IS NOT NULL;
ALTER TABLE agreement DROP COLUMN end_ground;
ALTER TABLE agreement ADD COLUMN end_ground TEXT
  CHECK (end_ground IN ('tujuan', 'kesepakatan', 'peraturan', 'objek', 'pengadilan', 'pailit', 'penggantian',
                        'pergantian-pejabat', 'lain'))
  CHECK ((end_ground IS NULL) = (ended_on IS NULL));
UPDATE agreement SET ended_on = ended.ended_on, end_ground = ended.end_ground FROM ended WHERE ended.id = agreement.id;
DROP TABLE temp.ended;
CREATE UNIQUE INDEX agreement_predecessor ON agreement (predecessor) WHERE predecessor IS NOT NULL
  AND void_reason IS NULL AND (ended_on IS NULL OR ended_on >= coalesce(starts_on, signed_on, ended_on));
"""
