"""Schema 6: a ground of ending that the law does not give is kept as well."""

# Reality is recorded where it breaks the law: a change of the head of the region, and whatever stands in no list.
# The CHECK of a column changes only with the column. Its triggers are made anew after the steps, and the index
# stands aside while no end is recorded, since two documents may then seem to take the same place.
SQL = """
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
