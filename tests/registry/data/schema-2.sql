BEGIN TRANSACTION;
CREATE TABLE "_sqlite_migrations" (
   "id" INTEGER PRIMARY KEY,
   "migration_set" TEXT,
   "name" TEXT,
   "applied_at" TEXT
);
INSERT INTO "_sqlite_migrations" VALUES(1,'kskd','0001_registry','2026-11-24 07:02:39.321589+00:00');
INSERT INTO "_sqlite_migrations" VALUES(2,'kskd','0002_safety','2026-11-24 07:02:39.336309+00:00');
CREATE TABLE act (
  id      INTEGER PRIMARY KEY,
  at      TEXT NOT NULL,
  who     TEXT NOT NULL CHECK (trim(who) <> '' AND who NOT GLOB '*[' || char(1) || '-' || char(31) || ']*'),
  command TEXT NOT NULL CHECK (trim(command) <> '' AND command NOT GLOB '*[' || char(1) || '-' || char(31) || ']*'),
  reason  TEXT CHECK (trim(reason) <> '' AND reason NOT GLOB '*[' || char(1) || '-' || char(31) || ']*'),
  entries INTEGER CHECK (entries > 0),
  link    TEXT CHECK (length(link) = 64 AND link NOT GLOB '*[^0-9a-f]*'), letter TEXT CHECK (trim(letter) <> '' AND letter NOT GLOB '*[' || char(1) || '-' || char(31) || ']*'), undoes TEXT CHECK (json_type(undoes) = 'array' AND json_array_length(undoes) > 0),
  CHECK ((entries IS NULL) = (link IS NULL))
) STRICT;
INSERT INTO "act" VALUES(1,'2025-01-15T00:00:00+00:00','analis','init',NULL,4,'68b4d04793d644b71aeae2e4eec98befa56a0ff0ee18e6c5dc5ed2dfec4c53c8',NULL,NULL);
INSERT INTO "act" VALUES(2,'2025-01-15T00:00:00+00:00','analis','opd add',NULL,1,'496dd997e2cf26940e583caec892da4e3a492e3197a229ff49c2fae1a2147620',NULL,NULL);
INSERT INTO "act" VALUES(3,'2025-01-15T00:00:00+00:00','analis','opd add',NULL,2,'68e30e99d48fc4320bf6f52220b9b2cae0d7e6c3cf0568059bdd16cbc0b55003',NULL,NULL);
INSERT INTO "act" VALUES(4,'2025-01-15T00:00:00+00:00','analis','partner add',NULL,2,'5ac2ffd58eb7241ef706e7b78b89c467a23a24898e554a7f666aaef02df975a4',NULL,NULL);
INSERT INTO "act" VALUES(5,'2025-01-15T00:00:00+00:00','analis','partner add',NULL,1,'be47f6169980b19299015fc97fc6b0cae7e93066d70a7639889063f5bf15d526',NULL,NULL);
INSERT INTO "act" VALUES(6,'2025-01-15T00:00:00+00:00','analis','add-mou',NULL,8,'ffb08997678b8923389740f09d0b19f8dd8a68afbbea7ab285e32ad8a334fcce','100/7/2024',NULL);
INSERT INTO "act" VALUES(7,'2025-01-15T00:00:00+00:00','analis','derive-pks',NULL,7,'4a5b515c6711dfe506c491e5726e167ad174648948153f22b155eaca1baa0235',NULL,NULL);
INSERT INTO "act" VALUES(8,'2025-01-15T00:00:00+00:00','analis','target add',NULL,1,'1028f54202aa358d71bec0d78b13bb7357beaaafcf6b463707cd2a2d8f288f3a',NULL,NULL);
INSERT INTO "act" VALUES(9,'2025-01-15T00:00:00+00:00','analis','evaluate',NULL,6,'17ed929ca062744f9e1160bace50aef6504bb373fa052e7310aead01439c167f',NULL,NULL);
INSERT INTO "act" VALUES(10,'2025-01-15T00:00:00+00:00','analis','action add',NULL,1,'2857382ea937cbf0be4ac1e0290cb89fb23b62099868a43b8a18143bca67052c',NULL,NULL);
INSERT INTO "act" VALUES(11,'2025-01-15T00:00:00+00:00','analis','update','salah ketik',1,'c5324d7edc59a5ef9d721f68c5258091c55102d28123ec652057b2fea61564c4',NULL,NULL);
INSERT INTO "act" VALUES(12,'2025-01-15T00:00:00+00:00','analis','add-mou',NULL,3,'05e1cf0623d4482f3dea40b2aec7c4cc4a78dc47d8f88cda81bc740b2655aceb',NULL,NULL);
INSERT INTO "act" VALUES(13,'2025-01-15T00:00:00+00:00','analis','void','salah catat',1,'80f39331e812f864eb5d67491d929ede40f7c2f71af919de8f313674d7f4b28b',NULL,NULL);
INSERT INTO "act" VALUES(14,'2025-01-15T00:00:00+00:00','analis','setting set',NULL,1,'3a0f938f4f1c2e158dc2d2c085852c1d5fea987e14b7e11e4419bc9712f55187',NULL,NULL);
INSERT INTO "act" VALUES(15,'2025-01-15T00:00:00+00:00','analis','undo','salah pilih',1,'52fac2cde5f127f985ebc60821d45d9cc2d1a01dd6dde88f16efa5541c1037c7',NULL,'[14]');
CREATE TABLE action (
  agreement TEXT NOT NULL REFERENCES agreement (id),
  number    INTEGER NOT NULL CHECK (number > 0),
  agreed    TEXT NOT NULL CHECK (agreed GLOB '[12][0-9][0-9][0-9]' OR agreed GLOB '[12][0-9][0-9][0-9]-S[12]' OR agreed GLOB '[12][0-9][0-9][0-9]-Q[1-4]' OR agreed GLOB '[12][0-9][0-9][0-9]-0[1-9]' OR agreed GLOB '[12][0-9][0-9][0-9]-1[0-2]'),
  what      TEXT NOT NULL CHECK (trim(what) <> '' AND what NOT GLOB '*[' || char(1) || '-' || char(31) || ']*'),
  who       TEXT CHECK (trim(who) <> '' AND who NOT GLOB '*[' || char(1) || '-' || char(31) || ']*'),
  due_on    TEXT CHECK (due_on IS date(due_on, '+0 days') AND length(due_on) = 10),
  done_on   TEXT CHECK (done_on IS date(done_on, '+0 days') AND length(done_on) = 10),
  proof     TEXT CHECK (trim(proof) <> '' AND proof NOT GLOB '*[' || char(1) || '-' || char(31) || ']*'),
  PRIMARY KEY (agreement, number),
  CHECK (proof IS NULL OR done_on IS NOT NULL)
) STRICT, WITHOUT ROWID;
INSERT INTO "action" VALUES('PKS-2024-001',1,'2024-S2','Rapat koordinasi','DINKES','2025-03-01',NULL,NULL);
CREATE TABLE affair (
  agreement TEXT NOT NULL REFERENCES agreement (id),
  code      TEXT NOT NULL CHECK (code GLOB '[123].[0-3][0-9]'),
  PRIMARY KEY (agreement, code)
) STRICT, WITHOUT ROWID;
INSERT INTO "affair" VALUES('KB-2024-001','1.02');
INSERT INTO "affair" VALUES('PKS-2024-001','1.02');
CREATE TABLE agreement (
  id             TEXT PRIMARY KEY CHECK (id GLOB '[A-Z]*-[0-9][0-9][0-9][0-9]-[0-9][0-9][0-9]*'),
  doc            TEXT NOT NULL CHECK (doc IN ('kb', 'nk', 'loi', 'mou', 'pks', 'kontrak', 'rk', 'rkt')),
  scheme         TEXT NOT NULL CHECK (scheme IN ('ksdd-wajib', 'ksdd-sukarela', 'ksdpk', 'ksdpl', 'ksdll', 'sinergi')),
  title          TEXT NOT NULL CHECK (trim(title) <> '' AND title NOT GLOB '*[' || char(1) || '-' || char(31) || ']*'),
  lead_opd       TEXT NOT NULL REFERENCES opd (code),
  entered_on     TEXT NOT NULL CHECK (entered_on IS date(entered_on, '+0 days') AND length(entered_on) = 10),
  signed_on      TEXT CHECK (signed_on IS date(signed_on, '+0 days') AND length(signed_on) = 10),
  starts_on      TEXT CHECK (starts_on IS date(starts_on, '+0 days') AND length(starts_on) = 10),
  end_kind       TEXT CHECK (end_kind IN ('date', 'open', 'condition')),
  ends_on        TEXT CHECK (ends_on IS date(ends_on, '+0 days') AND length(ends_on) = 10),
  end_condition  TEXT CHECK (trim(end_condition) <> '' AND end_condition NOT GLOB '*[' || char(1) || '-' || char(31) || ']*'),
  end_typed      TEXT CHECK (trim(end_typed) <> '' AND end_typed NOT GLOB '*[' || char(1) || '-' || char(31) || ']*'),
  duration_typed TEXT CHECK (trim(duration_typed) <> '' AND duration_typed NOT GLOB '*[' || char(1) || '-' || char(31) || ']*'),
  parent         TEXT REFERENCES agreement (id) CHECK (parent <> id),
  predecessor    TEXT REFERENCES agreement (id) CHECK (predecessor <> id),
  void_reason    TEXT CHECK (trim(void_reason) <> '' AND void_reason NOT GLOB '*[' || char(1) || '-' || char(31) || ']*'),
  note           TEXT CHECK (trim(note) <> ''), original_place TEXT CHECK (trim(original_place) <> '' AND original_place NOT GLOB '*[' || char(1) || '-' || char(31) || ']*'),
  CHECK ((end_kind IS 'date') = (ends_on IS NOT NULL)),
  CHECK ((end_kind IS 'condition') = (end_condition IS NOT NULL)),
  CHECK (ends_on >= coalesce(starts_on, signed_on)),
  CHECK (parent IS NULL OR doc IN ('mou', 'pks', 'kontrak', 'rk', 'rkt'))
) STRICT, WITHOUT ROWID;
INSERT INTO "agreement" VALUES('KB-2024-001','kb','ksdpk','Peningkatan mutu tenaga kesehatan','DINKES','2025-01-15','2024-02-20',NULL,'date','2029-02-20',NULL,NULL,'5 tahun',NULL,NULL,NULL,NULL,NULL);
INSERT INTO "agreement" VALUES('KB-2025-001','kb','ksdpk','Rancangan','DIKBUD','2025-01-15',NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,'salah catat',NULL,NULL);
INSERT INTO "agreement" VALUES('PKS-2024-001','pks','ksdpk','Pelatihan bidan desa','DINKES','2025-01-15','2024-05-02',NULL,'date','2026-05-02',NULL,NULL,'2 tahun','KB-2024-001',NULL,NULL,NULL,NULL);
CREATE TABLE answer (
  agreement TEXT NOT NULL,
  period    TEXT NOT NULL,
  item      TEXT NOT NULL CHECK (trim(item) <> '' AND item NOT GLOB '*[' || char(1) || '-' || char(31) || ']*'),
  option    TEXT NOT NULL CHECK (trim(option) <> '' AND option NOT GLOB '*[' || char(1) || '-' || char(31) || ']*'),
  PRIMARY KEY (agreement, period, item),
  FOREIGN KEY (agreement, period) REFERENCES evaluation (agreement, period)
) STRICT, WITHOUT ROWID;
INSERT INTO "answer" VALUES('PKS-2024-001','2024-S2','sesuai-tujuan','ya');
CREATE TABLE content (
  digest TEXT PRIMARY KEY CHECK (length(digest) = 64 AND digest NOT GLOB '*[^0-9a-f]*'),
  data   BLOB NOT NULL
) STRICT;
CREATE TABLE effort (
  agreement TEXT NOT NULL,
  obstacle  INTEGER NOT NULL,
  number    INTEGER NOT NULL CHECK (number > 0),
  period    TEXT NOT NULL CHECK (period GLOB '[12][0-9][0-9][0-9]' OR period GLOB '[12][0-9][0-9][0-9]-S[12]' OR period GLOB '[12][0-9][0-9][0-9]-Q[1-4]' OR period GLOB '[12][0-9][0-9][0-9]-0[1-9]' OR period GLOB '[12][0-9][0-9][0-9]-1[0-2]'),
  text      TEXT NOT NULL CHECK (trim(text) <> '' AND text NOT GLOB '*[' || char(1) || '-' || char(31) || ']*'),
  PRIMARY KEY (agreement, obstacle, number),
  FOREIGN KEY (agreement, obstacle) REFERENCES obstacle (agreement, number)
) STRICT, WITHOUT ROWID;
INSERT INTO "effort" VALUES('PKS-2024-001',1,1,'2024-S2','Usulan perubahan anggaran');
CREATE TABLE erasure (
  seq    INTEGER PRIMARY KEY REFERENCES journal (seq),
  digest TEXT NOT NULL CHECK (length(digest) = 64 AND digest NOT GLOB '*[^0-9a-f]*')
) STRICT;
CREATE TABLE evaluation (
  agreement      TEXT NOT NULL REFERENCES agreement (id),
  period         TEXT NOT NULL CHECK (period GLOB '[12][0-9][0-9][0-9]' OR period GLOB '[12][0-9][0-9][0-9]-S[12]' OR period GLOB '[12][0-9][0-9][0-9]-Q[1-4]' OR period GLOB '[12][0-9][0-9][0-9]-0[1-9]' OR period GLOB '[12][0-9][0-9][0-9]-1[0-2]'),
  instrument     TEXT NOT NULL REFERENCES instrument (id),
  implementation TEXT CHECK (implementation IN ('penuh', 'sebagian', 'belum', 'tidak')),
  reported_on    TEXT CHECK (reported_on IS date(reported_on, '+0 days') AND length(reported_on) = 10),
  filler         TEXT CHECK (trim(filler) <> '' AND filler NOT GLOB '*[' || char(1) || '-' || char(31) || ']*'),
  recommendation TEXT CHECK (recommendation IN ('lanjut', 'perbaiki', 'perpanjang', 'perluas', 'hentikan')),
  note           TEXT CHECK (trim(note) <> ''),
  PRIMARY KEY (agreement, period)
) STRICT, WITHOUT ROWID;
INSERT INTO "evaluation" VALUES('PKS-2024-001','2024-S2','inti/1','sebagian','2025-01-10',NULL,NULL,NULL);
CREATE TABLE event (
  number INTEGER PRIMARY KEY,
  kind   TEXT NOT NULL CHECK (kind IN ('restore', 'upgrade', 'repair', 'erase')),
  detail TEXT NOT NULL CHECK (trim(detail) <> '' AND detail NOT GLOB '*[' || char(1) || '-' || char(31) || ']*')
) STRICT;
CREATE TABLE evidence (
  agreement TEXT NOT NULL,
  period    TEXT NOT NULL,
  number    INTEGER NOT NULL CHECK (number > 0),
  text      TEXT NOT NULL CHECK (trim(text) <> '' AND text NOT GLOB '*[' || char(1) || '-' || char(31) || ']*'),
  digest    TEXT CHECK (length(digest) = 64 AND digest NOT GLOB '*[^0-9a-f]*'),
  size      INTEGER CHECK (size >= 0),
  PRIMARY KEY (agreement, period, number),
  FOREIGN KEY (agreement, period) REFERENCES evaluation (agreement, period),
  CHECK ((digest IS NULL) = (size IS NULL))
) STRICT, WITHOUT ROWID;
INSERT INTO "evidence" VALUES('PKS-2024-001','2024-S2',1,'Daftar hadir',NULL,NULL);
CREATE TABLE file (
  agreement TEXT NOT NULL REFERENCES agreement (id),
  path      TEXT NOT NULL CHECK (trim(path) <> '' AND path NOT GLOB '*[' || char(1) || '-' || char(31) || ']*'),
  digest    TEXT NOT NULL CHECK (length(digest) = 64 AND digest NOT GLOB '*[^0-9a-f]*'),
  size      INTEGER NOT NULL CHECK (size >= 0), embedded INTEGER NOT NULL DEFAULT 0 CHECK (embedded IN (0, 1)),
  PRIMARY KEY (agreement, path)
) STRICT, WITHOUT ROWID;
INSERT INTO "file" VALUES('KB-2024-001','kb.pdf','f03dfcee740bc816084064c93d5f4f5dce3c324f7e7a41b580bafbaf557b8ec4',7,0);
CREATE TABLE instrument (
  id   TEXT PRIMARY KEY CHECK (trim(id) <> '' AND id NOT GLOB '*[' || char(1) || '-' || char(31) || ']*'),
  text TEXT NOT NULL CHECK (length(text) BETWEEN 1 AND 1000000)
) STRICT, WITHOUT ROWID;
INSERT INTO "instrument" VALUES('inti/1','# Instrumen evaluasi inti, versi 1.
#
# Ini konvensi setempat. Tidak ada formulir atau nilai evaluasi nasional untuk kerja sama daerah:
# Permendagri 22/2020 mewajibkan laporan semesteran (Pasal 17 dan Pasal 39) tetapi tidak menetapkan
# daftar pertanyaan, bobot, ataupun kategori. Pemda dapat menggantinya dengan instrumen sendiri: salin
# berkas ini, ubah `code` atau naikkan `version`, lalu sesuaikan isinya.
#
# Cara membaca
# - `weight`: bobot butir; jumlah seluruh bobot harus tepat 100.
# - `value`: bagian bobot yang diperoleh, dari 1 (terbaik) turun ke 0 (terendah).
# - Setiap butir juga boleh dijawab `tidak-dapat-dinilai`; jawaban itu sudah tersedia, tidak ditulis di
#   sini, dan tidak sama dengan jawaban terendah.
# - `from_implementation = true`: jawaban diambil dari keadaan pelaksanaan, tidak ditanyakan dua kali.
# - `above`: kategori berlaku untuk nilai di atas batas ini. Nilai dibulatkan ke dua desimal, sehingga
#   "80 ke atas" ditulis `above = 79.99`.
#
# Alasan bobot: capaian paling berat (40), karena pimpinan menanyakan apakah kerja sama membuahkan
# sesuatu; di dalamnya hasil lebih berat daripada keluaran. Pelaksanaan menyusul (36). Administrasi (18)
# dan keberlanjutan (6) melengkapi, dan tidak dapat menutupi capaian yang kosong.

code = "inti"
version = 1
title = "Instrumen evaluasi kerja sama daerah: inti"
note = """\
Konvensi setempat: peraturan perundang-undangan tidak menetapkan formulir atau nilai evaluasi kerja sama \
daerah. Nilai dihitung hanya apabila semua butir terjawab dan dapat dinilai; selain itu yang ditampilkan \
adalah cakupan."""
boundary_rule = """\
Nilai dibulatkan ke dua desimal (setengah ke atas). Sangat Tinggi: di atas 90; Tinggi: di atas 75 sampai \
dengan 90; Sedang: di atas 65 sampai dengan 75; Rendah: di atas 50 sampai dengan 65; Sangat Rendah: sampai \
dengan 50. Konvensi setempat; rentang dipinjam dari Permendagri 86/2017, yang ditulis dalam bilangan bulat \
(91–100, 76–90, 66–75, 51–65, 50 ke bawah) sehingga tidak menyebut nilai seperti 90,5."""

[sections]
pelaksanaan = "Pelaksanaan"
capaian = "Capaian"
administrasi = "Administrasi"
keberlanjutan = "Keberlanjutan"

# Dasar semua butir lain. `belum` masih dapat dikejar, tetapi belum menghasilkan apa pun.
[[items]]
code = "terlaksana"
section = "pelaksanaan"
question = "Sejauh mana kerja sama dilaksanakan dalam periode ini?"
help = "Diambil dari keadaan pelaksanaan (--implementation)."
from_implementation = true
weight = 10
options = [
  { code = "penuh", label = "Dilaksanakan penuh", value = 1 },
  { code = "sebagian", label = "Dilaksanakan sebagian", value = 0.5 },
  { code = "belum", label = "Belum dilaksanakan", value = 0.1 },
  { code = "tidak", label = "Tidak dilaksanakan", value = 0 },
]

# Kegiatan di luar maksud naskah tidak menjalankan naskah itu.
[[items]]
code = "sesuai-tujuan"
section = "pelaksanaan"
question = "Apakah kegiatan berjalan menurut maksud, tujuan, dan ruang lingkup naskah?"
help = "Bandingkan dengan pasal maksud dan tujuan, objek, dan ruang lingkup."
weight = 8
options = [
  { code = "ya", label = "Ya, seluruhnya", value = 1 },
  { code = "sebagian", label = "Sebagian", value = 0.5 },
  { code = "tidak", label = "Tidak", value = 0 },
]

# Terlambat masih lebih baik daripada tidak dikerjakan, dan sering bergantung pada anggaran.
[[items]]
code = "tepat-waktu"
section = "pelaksanaan"
question = "Apakah kegiatan selesai menurut jadwal yang disepakati?"
help = "Pakai rencana kerja atau jadwal dalam naskah; tanpa jadwal, jawab tidak-dapat-dinilai."
weight = 6
options = [
  { code = "tepat", label = "Tepat waktu", value = 1 },
  { code = "terlambat", label = "Terlambat", value = 0.5 },
  { code = "tidak", label = "Tidak dikerjakan menurut jadwal", value = 0 },
]

# Kerja sama yang dipikul satu pihak saja bukan kerja sama.
[[items]]
code = "peran-mitra"
section = "pelaksanaan"
question = "Apakah mitra memenuhi kewajibannya (dana, tenaga, sarana, atau data)?"
help = "Bandingkan dengan pasal hak dan kewajiban."
weight = 7
options = [
  { code = "ya", label = "Ya, seluruhnya", value = 1 },
  { code = "sebagian", label = "Sebagian", value = 0.5 },
  { code = "tidak", label = "Tidak", value = 0 },
]

# Sarana, bukan tujuan: paling ringan dalam bagian ini. Nilai berjarak sama, dibulatkan dua desimal.
[[items]]
code = "koordinasi"
section = "pelaksanaan"
question = "Bagaimana koordinasi perangkat daerah dengan mitra dalam periode ini?"
help = "Lihat rapat, surat-menyurat, dan tanggapan atas persoalan."
weight = 5
options = [
  { code = "sangat-baik", label = "Sangat baik", value = 1 },
  { code = "baik", label = "Baik", value = 0.67 },
  { code = "cukup", label = "Cukup", value = 0.33 },
  { code = "kurang", label = "Kurang", value = 0 },
]

# Yang langsung dijanjikan naskah dan paling mudah dibuktikan.
[[items]]
code = "keluaran"
section = "capaian"
question = "Apakah keluaran yang dijanjikan untuk periode ini tercapai?"
help = "Bandingkan dengan target keluaran."
weight = 18
options = [
  { code = "tercapai", label = "Tercapai seluruhnya", value = 1 },
  { code = "sebagian", label = "Tercapai sebagian", value = 0.5 },
  { code = "tidak", label = "Tidak tercapai", value = 0 },
]

# Alasan kerja sama diadakan: bobot terbesar.
[[items]]
code = "hasil"
section = "capaian"
question = "Apakah manfaat bagi pelayanan publik atau masyarakat sudah tampak?"
help = "Bandingkan dengan target hasil; bila belum waktunya tampak, jawab tidak-dapat-dinilai."
weight = 22
options = [
  { code = "nyata", label = "Nyata", value = 1 },
  { code = "terbatas", label = "Terbatas", value = 0.5 },
  { code = "tidak", label = "Tidak tampak", value = 0 },
]

# Tertib naskah menjaga kepastian hukum dan ingatan kantor.
[[items]]
code = "kelengkapan-dokumen"
section = "administrasi"
question = "Apakah dokumen kerja sama tersimpan lengkap?"
help = "Naskah induk dan turunannya, kerangka acuan, laporan kegiatan, dan laporan keuangan bila ada."
weight = 6
options = [
  { code = "lengkap", label = "Lengkap", value = 1 },
  { code = "sebagian", label = "Sebagian", value = 0.5 },
  { code = "tidak", label = "Tidak ada", value = 0 },
]

# Laporan semesteran adalah kewajiban (Permendagri 22/2020 Pasal 17 dan Pasal 39).
[[items]]
code = "pelaporan"
section = "administrasi"
question = "Apakah laporan pelaksanaan disampaikan kepada Bagian Kerja Sama tepat pada waktunya?"
help = "Laporan yang diminta untuk periode ini."
weight = 6
options = [
  { code = "rutin", label = "Rutin", value = 1 },
  { code = "kadang", label = "Kadang-kadang", value = 0.5 },
  { code = "tidak", label = "Tidak pernah", value = 0 },
]

# Tanpa bukti, jawaban lain hanya pernyataan.
[[items]]
code = "bukti"
section = "administrasi"
question = "Apakah jawaban di atas didukung bukti?"
help = "Misalnya berita acara, daftar hadir, foto, data layanan, atau laporan."
weight = 6
options = [
  { code = "lengkap", label = "Ada untuk semua jawaban", value = 1 },
  { code = "sebagian", label = "Ada untuk sebagian jawaban", value = 0.5 },
  { code = "tidak", label = "Tidak ada", value = 0 },
]

# Menyangkut masa depan, bukan pelaksanaan: ringan, tetapi menjadi bahan rekomendasi.
[[items]]
code = "relevansi"
section = "keberlanjutan"
question = "Apakah kerja sama masih sesuai dengan kebutuhan dan rencana pembangunan daerah?"
help = "Bandingkan dengan RPJMD, RKPD, dan rencana strategis perangkat daerah."
weight = 6
options = [
  { code = "sangat", label = "Sangat relevan", value = 1 },
  { code = "cukup", label = "Cukup relevan", value = 0.5 },
  { code = "tidak", label = "Tidak relevan", value = 0 },
]

# Kategori, dari yang tertinggi; kategori terakhir menampung semua nilai yang tersisa.
[[bands]]
name = "Sangat Tinggi"
above = 90

[[bands]]
name = "Tinggi"
above = 75

[[bands]]
name = "Sedang"
above = 65

[[bands]]
name = "Rendah"
above = 50

[[bands]]
name = "Sangat Rendah"
');
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
INSERT INTO "journal" VALUES(1,1,'instrument','["inti/1"]',NULL,'{"id":"inti/1","text":"# Instrumen evaluasi inti, versi 1.\n#\n# Ini konvensi setempat. Tidak ada formulir atau nilai evaluasi nasional untuk kerja sama daerah:\n# Permendagri 22/2020 mewajibkan laporan semesteran (Pasal 17 dan Pasal 39) tetapi tidak menetapkan\n# daftar pertanyaan, bobot, ataupun kategori. Pemda dapat menggantinya dengan instrumen sendiri: salin\n# berkas ini, ubah `code` atau naikkan `version`, lalu sesuaikan isinya.\n#\n# Cara membaca\n# - `weight`: bobot butir; jumlah seluruh bobot harus tepat 100.\n# - `value`: bagian bobot yang diperoleh, dari 1 (terbaik) turun ke 0 (terendah).\n# - Setiap butir juga boleh dijawab `tidak-dapat-dinilai`; jawaban itu sudah tersedia, tidak ditulis di\n#   sini, dan tidak sama dengan jawaban terendah.\n# - `from_implementation = true`: jawaban diambil dari keadaan pelaksanaan, tidak ditanyakan dua kali.\n# - `above`: kategori berlaku untuk nilai di atas batas ini. Nilai dibulatkan ke dua desimal, sehingga\n#   \"80 ke atas\" ditulis `above = 79.99`.\n#\n# Alasan bobot: capaian paling berat (40), karena pimpinan menanyakan apakah kerja sama membuahkan\n# sesuatu; di dalamnya hasil lebih berat daripada keluaran. Pelaksanaan menyusul (36). Administrasi (18)\n# dan keberlanjutan (6) melengkapi, dan tidak dapat menutupi capaian yang kosong.\n\ncode = \"inti\"\nversion = 1\ntitle = \"Instrumen evaluasi kerja sama daerah: inti\"\nnote = \"\"\"\\\nKonvensi setempat: peraturan perundang-undangan tidak menetapkan formulir atau nilai evaluasi kerja sama \\\ndaerah. Nilai dihitung hanya apabila semua butir terjawab dan dapat dinilai; selain itu yang ditampilkan \\\nadalah cakupan.\"\"\"\nboundary_rule = \"\"\"\\\nNilai dibulatkan ke dua desimal (setengah ke atas). Sangat Tinggi: di atas 90; Tinggi: di atas 75 sampai \\\ndengan 90; Sedang: di atas 65 sampai dengan 75; Rendah: di atas 50 sampai dengan 65; Sangat Rendah: sampai \\\ndengan 50. Konvensi setempat; rentang dipinjam dari Permendagri 86/2017, yang ditulis dalam bilangan bulat \\\n(91–100, 76–90, 66–75, 51–65, 50 ke bawah) sehingga tidak menyebut nilai seperti 90,5.\"\"\"\n\n[sections]\npelaksanaan = \"Pelaksanaan\"\ncapaian = \"Capaian\"\nadministrasi = \"Administrasi\"\nkeberlanjutan = \"Keberlanjutan\"\n\n# Dasar semua butir lain. `belum` masih dapat dikejar, tetapi belum menghasilkan apa pun.\n[[items]]\ncode = \"terlaksana\"\nsection = \"pelaksanaan\"\nquestion = \"Sejauh mana kerja sama dilaksanakan dalam periode ini?\"\nhelp = \"Diambil dari keadaan pelaksanaan (--implementation).\"\nfrom_implementation = true\nweight = 10\noptions = [\n  { code = \"penuh\", label = \"Dilaksanakan penuh\", value = 1 },\n  { code = \"sebagian\", label = \"Dilaksanakan sebagian\", value = 0.5 },\n  { code = \"belum\", label = \"Belum dilaksanakan\", value = 0.1 },\n  { code = \"tidak\", label = \"Tidak dilaksanakan\", value = 0 },\n]\n\n# Kegiatan di luar maksud naskah tidak menjalankan naskah itu.\n[[items]]\ncode = \"sesuai-tujuan\"\nsection = \"pelaksanaan\"\nquestion = \"Apakah kegiatan berjalan menurut maksud, tujuan, dan ruang lingkup naskah?\"\nhelp = \"Bandingkan dengan pasal maksud dan tujuan, objek, dan ruang lingkup.\"\nweight = 8\noptions = [\n  { code = \"ya\", label = \"Ya, seluruhnya\", value = 1 },\n  { code = \"sebagian\", label = \"Sebagian\", value = 0.5 },\n  { code = \"tidak\", label = \"Tidak\", value = 0 },\n]\n\n# Terlambat masih lebih baik daripada tidak dikerjakan, dan sering bergantung pada anggaran.\n[[items]]\ncode = \"tepat-waktu\"\nsection = \"pelaksanaan\"\nquestion = \"Apakah kegiatan selesai menurut jadwal yang disepakati?\"\nhelp = \"Pakai rencana kerja atau jadwal dalam naskah; tanpa jadwal, jawab tidak-dapat-dinilai.\"\nweight = 6\noptions = [\n  { code = \"tepat\", label = \"Tepat waktu\", value = 1 },\n  { code = \"terlambat\", label = \"Terlambat\", value = 0.5 },\n  { code = \"tidak\", label = \"Tidak dikerjakan menurut jadwal\", value = 0 },\n]\n\n# Kerja sama yang dipikul satu pihak saja bukan kerja sama.\n[[items]]\ncode = \"peran-mitra\"\nsection = \"pelaksanaan\"\nquestion = \"Apakah mitra memenuhi kewajibannya (dana, tenaga, sarana, atau data)?\"\nhelp = \"Bandingkan dengan pasal hak dan kewajiban.\"\nweight = 7\noptions = [\n  { code = \"ya\", label = \"Ya, seluruhnya\", value = 1 },\n  { code = \"sebagian\", label = \"Sebagian\", value = 0.5 },\n  { code = \"tidak\", label = \"Tidak\", value = 0 },\n]\n\n# Sarana, bukan tujuan: paling ringan dalam bagian ini. Nilai berjarak sama, dibulatkan dua desimal.\n[[items]]\ncode = \"koordinasi\"\nsection = \"pelaksanaan\"\nquestion = \"Bagaimana koordinasi perangkat daerah dengan mitra dalam periode ini?\"\nhelp = \"Lihat rapat, surat-menyurat, dan tanggapan atas persoalan.\"\nweight = 5\noptions = [\n  { code = \"sangat-baik\", label = \"Sangat baik\", value = 1 },\n  { code = \"baik\", label = \"Baik\", value = 0.67 },\n  { code = \"cukup\", label = \"Cukup\", value = 0.33 },\n  { code = \"kurang\", label = \"Kurang\", value = 0 },\n]\n\n# Yang langsung dijanjikan naskah dan paling mudah dibuktikan.\n[[items]]\ncode = \"keluaran\"\nsection = \"capaian\"\nquestion = \"Apakah keluaran yang dijanjikan untuk periode ini tercapai?\"\nhelp = \"Bandingkan dengan target keluaran.\"\nweight = 18\noptions = [\n  { code = \"tercapai\", label = \"Tercapai seluruhnya\", value = 1 },\n  { code = \"sebagian\", label = \"Tercapai sebagian\", value = 0.5 },\n  { code = \"tidak\", label = \"Tidak tercapai\", value = 0 },\n]\n\n# Alasan kerja sama diadakan: bobot terbesar.\n[[items]]\ncode = \"hasil\"\nsection = \"capaian\"\nquestion = \"Apakah manfaat bagi pelayanan publik atau masyarakat sudah tampak?\"\nhelp = \"Bandingkan dengan target hasil; bila belum waktunya tampak, jawab tidak-dapat-dinilai.\"\nweight = 22\noptions = [\n  { code = \"nyata\", label = \"Nyata\", value = 1 },\n  { code = \"terbatas\", label = \"Terbatas\", value = 0.5 },\n  { code = \"tidak\", label = \"Tidak tampak\", value = 0 },\n]\n\n# Tertib naskah menjaga kepastian hukum dan ingatan kantor.\n[[items]]\ncode = \"kelengkapan-dokumen\"\nsection = \"administrasi\"\nquestion = \"Apakah dokumen kerja sama tersimpan lengkap?\"\nhelp = \"Naskah induk dan turunannya, kerangka acuan, laporan kegiatan, dan laporan keuangan bila ada.\"\nweight = 6\noptions = [\n  { code = \"lengkap\", label = \"Lengkap\", value = 1 },\n  { code = \"sebagian\", label = \"Sebagian\", value = 0.5 },\n  { code = \"tidak\", label = \"Tidak ada\", value = 0 },\n]\n\n# Laporan semesteran adalah kewajiban (Permendagri 22/2020 Pasal 17 dan Pasal 39).\n[[items]]\ncode = \"pelaporan\"\nsection = \"administrasi\"\nquestion = \"Apakah laporan pelaksanaan disampaikan kepada Bagian Kerja Sama tepat pada waktunya?\"\nhelp = \"Laporan yang diminta untuk periode ini.\"\nweight = 6\noptions = [\n  { code = \"rutin\", label = \"Rutin\", value = 1 },\n  { code = \"kadang\", label = \"Kadang-kadang\", value = 0.5 },\n  { code = \"tidak\", label = \"Tidak pernah\", value = 0 },\n]\n\n# Tanpa bukti, jawaban lain hanya pernyataan.\n[[items]]\ncode = \"bukti\"\nsection = \"administrasi\"\nquestion = \"Apakah jawaban di atas didukung bukti?\"\nhelp = \"Misalnya berita acara, daftar hadir, foto, data layanan, atau laporan.\"\nweight = 6\noptions = [\n  { code = \"lengkap\", label = \"Ada untuk semua jawaban\", value = 1 },\n  { code = \"sebagian\", label = \"Ada untuk sebagian jawaban\", value = 0.5 },\n  { code = \"tidak\", label = \"Tidak ada\", value = 0 },\n]\n\n# Menyangkut masa depan, bukan pelaksanaan: ringan, tetapi menjadi bahan rekomendasi.\n[[items]]\ncode = \"relevansi\"\nsection = \"keberlanjutan\"\nquestion = \"Apakah kerja sama masih sesuai dengan kebutuhan dan rencana pembangunan daerah?\"\nhelp = \"Bandingkan dengan RPJMD, RKPD, dan rencana strategis perangkat daerah.\"\nweight = 6\noptions = [\n  { code = \"sangat\", label = \"Sangat relevan\", value = 1 },\n  { code = \"cukup\", label = \"Cukup relevan\", value = 0.5 },\n  { code = \"tidak\", label = \"Tidak relevan\", value = 0 },\n]\n\n# Kategori, dari yang tertinggi; kategori terakhir menampung semua nilai yang tersisa.\n[[bands]]\nname = \"Sangat Tinggi\"\nabove = 90\n\n[[bands]]\nname = \"Tinggi\"\nabove = 75\n\n[[bands]]\nname = \"Sedang\"\nabove = 65\n\n[[bands]]\nname = \"Rendah\"\nabove = 50\n\n[[bands]]\nname = \"Sangat Rendah\"\n"}','e19f2b57293d096bc030f8838080b5f9','6dd0162a9a42baaaf4f933891c481152a138463bf1b17ec6cdc97f7d8b8b7bd6');
INSERT INTO "journal" VALUES(2,1,'setting','["name"]',NULL,'{"key":"name","value":"Kabupaten Contoh"}','467adab8fa876fa6b4f24cf10bb3202f','f9db8e384d6d437a12db8439a4c4d101b9e8c725a6d1ae4a1552ef17d15eb93f');
INSERT INTO "journal" VALUES(3,1,'setting','["seat"]',NULL,'{"key":"seat","value":"Contoh"}','a0c0f0ea46cc3e5b2d30bb4c2856c13d','db88dd71afca6a5d79983332deb3697679013860e3a2b52276cc1d7b99d8dd4a');
INSERT INTO "journal" VALUES(4,1,'setting','["instrument"]',NULL,'{"key":"instrument","value":"inti/1"}','5f3dfff3200875b3009d0d7f07134c02','e3204ad05a68de477f6696ee4491d71c8b6d9194bf96d1e5341c5243061be64b');
INSERT INTO "journal" VALUES(5,2,'opd','["DINKES"]',NULL,'{"code":"DINKES","name":"Dinas Kesehatan","valid_from":null,"valid_to":null,"successor":null}','becc3af32aca52ba9fdfb2ac65278e98','790209c5cdad773b6b75f6a4b23faed510324b05498cc9905a6f1b5767b29d4e');
INSERT INTO "journal" VALUES(6,3,'opd','["DIKBUD"]',NULL,'{"code":"DIKBUD","name":"Dinas Pendidikan dan Kebudayaan","valid_from":null,"valid_to":null,"successor":null}','8f3f20bac12352f18ffac33d2c45c7ab','9fc154521344eca0e4bee00942833be59a04fad4b6376539713b9118e5773594');
INSERT INTO "journal" VALUES(7,3,'opd_alias','["Dikbud"]',NULL,'{"alias":"Dikbud","opd":"DIKBUD"}','c0477319c7cba8a4ab6630c3b1c6dc6e','09b25c829a970b7f78f6fa4d7576d410e1be0e780775992ff1ab80cab5281b86');
INSERT INTO "journal" VALUES(8,4,'partner','[1]',NULL,'{"id":1,"name":"Universitas Contoh","kind":"perguruan-tinggi","merged_into":null}','63f6d9ccfcd7bf3b0591e15777ca4a5d','9ca47674acb1dcc7561317861f44227e9368d1babc17a4eee165e2f98c1b9050');
INSERT INTO "journal" VALUES(9,4,'partner_alias','["UC"]',NULL,'{"alias":"UC","partner":1}','35becae06bf71967f3717c04af8b66c3','fdfc3d7654a462e814d9372daccbdad55cbb7a35da7c4b1acf51063d2607b4e6');
INSERT INTO "journal" VALUES(10,5,'partner','[2]',NULL,'{"id":2,"name":"PT Maju Contoh","kind":"perusahaan","merged_into":null}','0beb1d5ecca55749567c178a11c77ef0','c5cc2cb2d9510ac91a33ed744b3479b1de715a1ccf2f4edb66088ab31821bafe');
INSERT INTO "journal" VALUES(11,6,'agreement','["KB-2024-001"]',NULL,'{"id":"KB-2024-001","doc":"kb","scheme":"ksdpk","title":"Peningkatan mutu tenaga kesehatan","lead_opd":"DINKES","entered_on":"2025-01-15","signed_on":"2024-02-20","starts_on":null,"end_kind":"date","ends_on":"2029-02-20","end_condition":null,"end_typed":null,"duration_typed":"5 tahun","parent":null,"predecessor":null,"void_reason":null,"note":null,"original_place":null}','fb1c30c14cefc427e111f428cf55f387','9bd6e82540be164c27717000a541017ac65edf40f94a9e25abcdf54b8be8ca5a');
INSERT INTO "journal" VALUES(12,6,'party','["KB-2024-001",0]',NULL,'{"agreement":"KB-2024-001","seat":0,"partner":null,"number":"100.3.7.1/12/KB/2024","signer_office":null,"signer_name":null,"power_number":null,"power_date":null}','33991127131e772c18efcdde7f7b5b36','03197db5dc0c93486e32daee1e6ac30300690f7f51c7579254f482501057edd4');
INSERT INTO "journal" VALUES(13,6,'party','["KB-2024-001",1]',NULL,'{"agreement":"KB-2024-001","seat":1,"partner":1,"number":"77/UC/KS/2024","signer_office":null,"signer_name":null,"power_number":null,"power_date":null}','bc1debf9e7da02b47ba6f31a411f417b','322893963939e5d1dc5ee60ad88b0374da24197d7fd2ab4f59d34537bc026011');
INSERT INTO "journal" VALUES(14,6,'support_opd','["KB-2024-001","DIKBUD"]',NULL,'{"agreement":"KB-2024-001","opd":"DIKBUD"}','215976a52b7f96284231c24e3513f9be','383235ce4aac8897c98dfdcc11930234fd32e72def0b412d56fd0e7f4de0d59a');
INSERT INTO "journal" VALUES(15,6,'affair','["KB-2024-001","1.02"]',NULL,'{"agreement":"KB-2024-001","code":"1.02"}','14688d1665b337a2f7ae774fa8ed3deb','f786f5d55ee329cb4de35b316ff501314fb514baa0c4826df291d324781d9190');
INSERT INTO "journal" VALUES(16,6,'scope_item','["KB-2024-001",1]',NULL,'{"agreement":"KB-2024-001","number":1,"text":"Pelatihan bidan"}','de930c68c3dbdbd4d123f26c5457ecf0','dcdcef9cf1256f235452a20ddb1fde88e5016da14730a148a17fcf6738b4102a');
INSERT INTO "journal" VALUES(17,6,'scope_item','["KB-2024-001",2]',NULL,'{"agreement":"KB-2024-001","number":2,"text":"Penelitian gizi"}','d8730ba650236ae5426ff47a13362fc5','80c73d2f8460f6461379cb0d345fef2a1d21816f5acb9bc2daf17b2f0b074bd3');
INSERT INTO "journal" VALUES(18,6,'file','["KB-2024-001","kb.pdf"]',NULL,'{"agreement":"KB-2024-001","path":"kb.pdf","digest":"f03dfcee740bc816084064c93d5f4f5dce3c324f7e7a41b580bafbaf557b8ec4","size":7,"embedded":0}','8660710c5f55415612f2728560275f59','2330978e8354fde1062cfabadfa8b2b33562bc525a3d5996baf66868fbdb3125');
INSERT INTO "journal" VALUES(19,7,'agreement','["PKS-2024-001"]',NULL,'{"id":"PKS-2024-001","doc":"pks","scheme":"ksdpk","title":"Pelatihan bidan desa","lead_opd":"DINKES","entered_on":"2025-01-15","signed_on":"2024-05-02","starts_on":null,"end_kind":"date","ends_on":"2026-05-02","end_condition":null,"end_typed":null,"duration_typed":"2 tahun","parent":"KB-2024-001","predecessor":null,"void_reason":null,"note":null,"original_place":null}','07c1917937b13b6df803ba2a22ab05fe','8afdcc08475f12843fc2f6f57116e62f0f588b0888218f0b3c6e92a4c5ff2199');
INSERT INTO "journal" VALUES(20,7,'party','["PKS-2024-001",0]',NULL,'{"agreement":"PKS-2024-001","seat":0,"partner":null,"number":"440/7/PKS/2024","signer_office":"Kepala Dinas Kesehatan","signer_name":null,"power_number":"100/7/SK/2024","power_date":"2024-04-29"}','416853a253cdb4ecc34120bd90e222c0','d4245385de01d41ff756876655f08784e392b17297c897a06022021931316640');
INSERT INTO "journal" VALUES(21,7,'party','["PKS-2024-001",1]',NULL,'{"agreement":"PKS-2024-001","seat":1,"partner":1,"number":null,"signer_office":null,"signer_name":null,"power_number":null,"power_date":null}','5383003162f0eab2f17a77d6e72f1e8c','b93cd4533495e852244c6127715b443eae368335897138bda539eb213604b2d6');
INSERT INTO "journal" VALUES(22,7,'support_opd','["PKS-2024-001","DIKBUD"]',NULL,'{"agreement":"PKS-2024-001","opd":"DIKBUD"}','e2975749852325eca6ec0fc860a76ee4','420e86bba872b558f7307c1c37d940c72f1cc03c3b1faaa31a81f5314613ea0d');
INSERT INTO "journal" VALUES(23,7,'affair','["PKS-2024-001","1.02"]',NULL,'{"agreement":"PKS-2024-001","code":"1.02"}','81a048bfe602a84b64d912a543f16924','4ce66811da0df905aef9769eea3b021a72f0ca46e3b5ab925761046377b965c0');
INSERT INTO "journal" VALUES(24,7,'scope_item','["PKS-2024-001",1]',NULL,'{"agreement":"PKS-2024-001","number":1,"text":"Pelatihan bidan"}','6ac4e60cc8a7feb15fb336943b3fb7ca','aeb5b734d62b49d8b30676b2f73e895ec2a0dfd142f432859dfd5288c3732d3f');
INSERT INTO "journal" VALUES(25,7,'scope_item','["PKS-2024-001",2]',NULL,'{"agreement":"PKS-2024-001","number":2,"text":"Penelitian gizi"}','61530378aaf0d8e9f0d563279c49079b','3cd8e571dad95232b015a50e8d500a213d958197e4e9feb923ec34f36b2b12a4');
INSERT INTO "journal" VALUES(26,8,'target','["PKS-2024-001",1]',NULL,'{"agreement":"PKS-2024-001","number":1,"kind":"output","indicator":"Bidan terlatih","unit":"orang","value":75.5,"due_on":"2024-12-31","owed_by":"pemda","lower_is_better":0}','439d772e04535ded884ceb1c061c7598','9f4c4234b7e8b3f9d44d936e02a678ecfcb8cd2793b38203f4cc0e5fb79c40b3');
INSERT INTO "journal" VALUES(27,9,'evaluation','["PKS-2024-001","2024-S2"]',NULL,'{"agreement":"PKS-2024-001","period":"2024-S2","instrument":"inti/1","implementation":"sebagian","reported_on":"2025-01-10","filler":null,"recommendation":null,"note":null}','5fb584c94eb6d2e3451b12238588a132','d415c427ac8a3a1beafe9650698ac051d7ba04fc7c45c3420a468a6a0bef0a18');
INSERT INTO "journal" VALUES(28,9,'answer','["PKS-2024-001","2024-S2","sesuai-tujuan"]',NULL,'{"agreement":"PKS-2024-001","period":"2024-S2","item":"sesuai-tujuan","option":"ya"}','88dd70a87913685bee70e7a4191b1f51','2014428d608d17fdda816d5bf8d6251775c785087a8e4e30933d0201d1a54ea0');
INSERT INTO "journal" VALUES(29,9,'evidence','["PKS-2024-001","2024-S2",1]',NULL,'{"agreement":"PKS-2024-001","period":"2024-S2","number":1,"text":"Daftar hadir","digest":null,"size":null}','f973a4c2c292d9ef21997020a003d604','465b400eae090db4e96454644e66811e13ceca355b5bcc4a6a494e4c8d19105b');
INSERT INTO "journal" VALUES(30,9,'realisation','["PKS-2024-001",1,"2024-S2"]',NULL,'{"agreement":"PKS-2024-001","target":1,"period":"2024-S2","value":50.0}','d8965902f92267cd5724847c66fd4084','d0b02f4c60410f805f599981736d8dd1bdea92ba8b7d3bf64609075dca6e0f53');
INSERT INTO "journal" VALUES(31,9,'obstacle','["PKS-2024-001",1]',NULL,'{"agreement":"PKS-2024-001","number":1,"text":"Dana belum cair","category":null,"opened":"2024-S2","closed":null}','229568a4936f8dc4a13d873035491198','4dea7232e40bf3dcb55205a796c52841a49eeb051abad8f69176ac7b001e2c15');
INSERT INTO "journal" VALUES(32,9,'effort','["PKS-2024-001",1,1]',NULL,'{"agreement":"PKS-2024-001","obstacle":1,"number":1,"period":"2024-S2","text":"Usulan perubahan anggaran"}','4647cd3f8e7811eabd9add46435413f2','e2c2f7cd6703981c03d0e4604ebf8b427f96a3462b53a1da291b850a75c94270');
INSERT INTO "journal" VALUES(33,10,'action','["PKS-2024-001",1]',NULL,'{"agreement":"PKS-2024-001","number":1,"agreed":"2024-S2","what":"Rapat koordinasi","who":"DINKES","due_on":"2025-03-01","done_on":null,"proof":null}','8fb5b40f7c12379520ab20e81644a632','d7bc46d7ad26c3a745c10b8ad057dbdd0dc77314dbec007b90755571f7dad2da');
INSERT INTO "journal" VALUES(34,11,'party','["PKS-2024-001",0]','{"agreement":"PKS-2024-001","seat":0,"partner":null,"number":"440/7/PKS/2024","signer_office":"Kepala Dinas Kesehatan","signer_name":null,"power_number":"100/7/SK/2024","power_date":"2024-04-29"}','{"agreement":"PKS-2024-001","seat":0,"partner":null,"number":"440/8/PKS/2024","signer_office":"Kepala Dinas Kesehatan","signer_name":null,"power_number":"100/7/SK/2024","power_date":"2024-04-29"}','2adc3bd39b9f3a8f2bced525860d3942','bff52f9acddf5d7d4b054b21dda4b33f079234c9255c14576495fd9b5867ca9f');
INSERT INTO "journal" VALUES(35,12,'agreement','["KB-2025-001"]',NULL,'{"id":"KB-2025-001","doc":"kb","scheme":"ksdpk","title":"Rancangan","lead_opd":"DIKBUD","entered_on":"2025-01-15","signed_on":null,"starts_on":null,"end_kind":null,"ends_on":null,"end_condition":null,"end_typed":null,"duration_typed":null,"parent":null,"predecessor":null,"void_reason":null,"note":null,"original_place":null}','b05e1b8e810e28516f0a2d06e6a18631','bd89fa0402a8682348ba398048a7a4fc327693571366cb0121ccf7763b3757dc');
INSERT INTO "journal" VALUES(36,12,'party','["KB-2025-001",0]',NULL,'{"agreement":"KB-2025-001","seat":0,"partner":null,"number":null,"signer_office":null,"signer_name":null,"power_number":null,"power_date":null}','2db1d2b64023ca81748b5ab840404b5b','04df07ed79f27ad54533c8d1a5cd452b537c6eb1bc9ed7d33bc5072f5135a948');
INSERT INTO "journal" VALUES(37,12,'party','["KB-2025-001",1]',NULL,'{"agreement":"KB-2025-001","seat":1,"partner":2,"number":null,"signer_office":null,"signer_name":null,"power_number":null,"power_date":null}','fd899e92a22a5329e9f8fda4a8e4e4f1','13a1193c53320fb37aad6ab1fb8ea221b44ae3462fa529a2030caef0ae6aa202');
INSERT INTO "journal" VALUES(38,13,'agreement','["KB-2025-001"]','{"id":"KB-2025-001","doc":"kb","scheme":"ksdpk","title":"Rancangan","lead_opd":"DIKBUD","entered_on":"2025-01-15","signed_on":null,"starts_on":null,"end_kind":null,"ends_on":null,"end_condition":null,"end_typed":null,"duration_typed":null,"parent":null,"predecessor":null,"void_reason":null,"note":null,"original_place":null}','{"id":"KB-2025-001","doc":"kb","scheme":"ksdpk","title":"Rancangan","lead_opd":"DIKBUD","entered_on":"2025-01-15","signed_on":null,"starts_on":null,"end_kind":null,"ends_on":null,"end_condition":null,"end_typed":null,"duration_typed":null,"parent":null,"predecessor":null,"void_reason":"salah catat","note":null,"original_place":null}','b2a0eb805db3098ba2b2009e43d612c9','0bf9bd5fb19406b4e59133f6adb3aafc7a067373ccc83b93e78f65e352d6267c');
INSERT INTO "journal" VALUES(39,14,'setting','["paper"]',NULL,'{"key":"paper","value":"a4"}','5770d58f6ba2ff60f9e44e7cd70baeb9','2fd127168cf6a229dc74197ff5dbde723f3103dc622bb9084b41f274037cdee5');
INSERT INTO "journal" VALUES(40,15,'setting','["paper"]','{"key":"paper","value":"a4"}',NULL,'1c031166645352f1cedee707a344e571','6c9438e2805f6abbc87bc0e1fd82757ec354cf5b6dd1bd298a4df1063044a184');
CREATE TABLE obstacle (
  agreement TEXT NOT NULL REFERENCES agreement (id),
  number    INTEGER NOT NULL CHECK (number > 0),
  text      TEXT NOT NULL CHECK (trim(text) <> '' AND text NOT GLOB '*[' || char(1) || '-' || char(31) || ']*'),
  category  TEXT CHECK (category IN ('anggaran', 'sdm', 'sarana', 'data', 'regulasi', 'koordinasi', 'mitra', 'lainnya')),
  opened    TEXT NOT NULL CHECK (opened GLOB '[12][0-9][0-9][0-9]' OR opened GLOB '[12][0-9][0-9][0-9]-S[12]' OR opened GLOB '[12][0-9][0-9][0-9]-Q[1-4]' OR opened GLOB '[12][0-9][0-9][0-9]-0[1-9]' OR opened GLOB '[12][0-9][0-9][0-9]-1[0-2]'),
  closed    TEXT CHECK (closed GLOB '[12][0-9][0-9][0-9]' OR closed GLOB '[12][0-9][0-9][0-9]-S[12]' OR closed GLOB '[12][0-9][0-9][0-9]-Q[1-4]' OR closed GLOB '[12][0-9][0-9][0-9]-0[1-9]' OR closed GLOB '[12][0-9][0-9][0-9]-1[0-2]'),
  PRIMARY KEY (agreement, number)
) STRICT, WITHOUT ROWID;
INSERT INTO "obstacle" VALUES('PKS-2024-001',1,'Dana belum cair',NULL,'2024-S2',NULL);
CREATE TABLE opd (
  code       TEXT PRIMARY KEY CHECK (code GLOB '[A-Z]*' AND code NOT GLOB '*[^A-Z0-9-]*' AND length(code) BETWEEN 2 AND 20),
  name       TEXT NOT NULL UNIQUE COLLATE NOCASE CHECK (trim(name) <> '' AND name NOT GLOB '*[' || char(1) || '-' || char(31) || ']*'),
  valid_from TEXT CHECK (valid_from IS date(valid_from, '+0 days') AND length(valid_from) = 10),
  valid_to   TEXT CHECK (valid_to IS date(valid_to, '+0 days') AND length(valid_to) = 10),
  successor  TEXT REFERENCES opd (code),
  CHECK (valid_to >= valid_from),
  CHECK (successor IS NULL OR (successor <> code AND valid_to IS NOT NULL))
) STRICT, WITHOUT ROWID;
INSERT INTO "opd" VALUES('DIKBUD','Dinas Pendidikan dan Kebudayaan',NULL,NULL,NULL);
INSERT INTO "opd" VALUES('DINKES','Dinas Kesehatan',NULL,NULL,NULL);
CREATE TABLE opd_alias (
  alias TEXT PRIMARY KEY COLLATE NOCASE CHECK (trim(alias) <> '' AND alias NOT GLOB '*[' || char(1) || '-' || char(31) || ']*'),
  opd   TEXT NOT NULL REFERENCES opd (code)
) STRICT, WITHOUT ROWID;
INSERT INTO "opd_alias" VALUES('Dikbud','DIKBUD');
CREATE TABLE partner (
  id          INTEGER PRIMARY KEY,
  name        TEXT NOT NULL UNIQUE COLLATE NOCASE CHECK (trim(name) <> '' AND name NOT GLOB '*[' || char(1) || '-' || char(31) || ']*'),
  kind        TEXT CHECK (kind IN ('pemda', 'kementerian', 'instansi-vertikal', 'bumn', 'bumd', 'perusahaan',
                'koperasi', 'perguruan-tinggi', 'ormas', 'perseorangan', 'pemda-luar-negeri', 'lembaga-luar-negeri')),
  merged_into INTEGER REFERENCES partner (id) CHECK (merged_into <> id)
) STRICT;
INSERT INTO "partner" VALUES(1,'Universitas Contoh','perguruan-tinggi',NULL);
INSERT INTO "partner" VALUES(2,'PT Maju Contoh','perusahaan',NULL);
CREATE TABLE partner_alias (
  alias   TEXT PRIMARY KEY COLLATE NOCASE CHECK (trim(alias) <> '' AND alias NOT GLOB '*[' || char(1) || '-' || char(31) || ']*'),
  partner INTEGER NOT NULL REFERENCES partner (id)
) STRICT, WITHOUT ROWID;
INSERT INTO "partner_alias" VALUES('UC',1);
CREATE TABLE party (
  agreement     TEXT NOT NULL REFERENCES agreement (id),
  seat          INTEGER NOT NULL CHECK (seat BETWEEN 0 AND 999),
  partner       INTEGER REFERENCES partner (id),
  number        TEXT CHECK (trim(number) <> '' AND number NOT GLOB '*[' || char(1) || '-' || char(31) || ']*'),
  signer_office TEXT CHECK (trim(signer_office) <> '' AND signer_office NOT GLOB '*[' || char(1) || '-' || char(31) || ']*'),
  signer_name   TEXT CHECK (trim(signer_name) <> '' AND signer_name NOT GLOB '*[' || char(1) || '-' || char(31) || ']*'),
  power_number  TEXT CHECK (trim(power_number) <> '' AND power_number NOT GLOB '*[' || char(1) || '-' || char(31) || ']*'),
  power_date    TEXT CHECK (power_date IS date(power_date, '+0 days') AND length(power_date) = 10),
  number_key    TEXT GENERATED ALWAYS AS (replace(replace(replace(replace(upper(number), ' ', ''), ',', '.'), '//', '/'), '//', '/')) VIRTUAL,
  PRIMARY KEY (agreement, seat),
  UNIQUE (agreement, partner),
  CHECK ((seat = 0) = (partner IS NULL))
) STRICT, WITHOUT ROWID;
INSERT INTO "party" VALUES('KB-2024-001',0,NULL,'100.3.7.1/12/KB/2024',NULL,NULL,NULL,NULL);
INSERT INTO "party" VALUES('KB-2024-001',1,1,'77/UC/KS/2024',NULL,NULL,NULL,NULL);
INSERT INTO "party" VALUES('KB-2025-001',0,NULL,NULL,NULL,NULL,NULL,NULL);
INSERT INTO "party" VALUES('KB-2025-001',1,2,NULL,NULL,NULL,NULL,NULL);
INSERT INTO "party" VALUES('PKS-2024-001',0,NULL,'440/8/PKS/2024','Kepala Dinas Kesehatan',NULL,'100/7/SK/2024','2024-04-29');
INSERT INTO "party" VALUES('PKS-2024-001',1,1,NULL,NULL,NULL,NULL,NULL);
CREATE TABLE personal_field (
  tbl        TEXT NOT NULL,
  col        TEXT NOT NULL,
  label      TEXT NOT NULL CHECK (trim(label) <> '' AND label NOT GLOB '*[' || char(1) || '-' || char(31) || ']*'),
  basis      TEXT NOT NULL CHECK (trim(basis) <> '' AND basis NOT GLOB '*[' || char(1) || '-' || char(31) || ']*'),
  only_col   TEXT,
  only_value TEXT,
  PRIMARY KEY (tbl, col),
  CHECK ((only_col IS NULL) = (only_value IS NULL))
) STRICT, WITHOUT ROWID;
INSERT INTO "personal_field" VALUES('action','who','yang mengerjakan tindak lanjut','UU 27/2022 Pasal 20 ayat (2) huruf e: tugas pelayanan publik (Permendagri 22/2020 Pasal 17 dan 39)',NULL,NULL);
INSERT INTO "personal_field" VALUES('evaluation','filler','pengisi laporan','UU 27/2022 Pasal 20 ayat (2) huruf e: tugas pelayanan publik (Permendagri 22/2020 Pasal 17 dan 39)',NULL,NULL);
INSERT INTO "personal_field" VALUES('partner','name','nama mitra perseorangan','UU 27/2022 Pasal 20 ayat (2) huruf b: pemenuhan perjanjian (PP 28/2018 Pasal 14)','kind','perseorangan');
INSERT INTO "personal_field" VALUES('partner_alias','alias','nama lain mitra perseorangan','UU 27/2022 Pasal 20 ayat (2) huruf b: pemenuhan perjanjian (PP 28/2018 Pasal 14)','kind','perseorangan');
INSERT INTO "personal_field" VALUES('party','signer_name','nama penanda tangan','UU 27/2022 Pasal 20 ayat (2) huruf e: tugas pelayanan publik (Permendagri 22/2020, komparisi naskah)',NULL,NULL);
CREATE TABLE realisation (
  agreement TEXT NOT NULL,
  target    INTEGER NOT NULL,
  period    TEXT NOT NULL,
  value     REAL NOT NULL CHECK (abs(value) <= 1e15),
  PRIMARY KEY (agreement, target, period),
  FOREIGN KEY (agreement, target) REFERENCES target (agreement, number),
  FOREIGN KEY (agreement, period) REFERENCES evaluation (agreement, period)
) STRICT, WITHOUT ROWID;
INSERT INTO "realisation" VALUES('PKS-2024-001',1,'2024-S2',50.0);
CREATE TABLE scope_item (
  agreement TEXT NOT NULL REFERENCES agreement (id),
  number    INTEGER NOT NULL CHECK (number > 0),
  text      TEXT NOT NULL CHECK (trim(text) <> '' AND text NOT GLOB '*[' || char(1) || '-' || char(31) || ']*'),
  PRIMARY KEY (agreement, number)
) STRICT, WITHOUT ROWID;
INSERT INTO "scope_item" VALUES('KB-2024-001',1,'Pelatihan bidan');
INSERT INTO "scope_item" VALUES('KB-2024-001',2,'Penelitian gizi');
INSERT INTO "scope_item" VALUES('PKS-2024-001',1,'Pelatihan bidan');
INSERT INTO "scope_item" VALUES('PKS-2024-001',2,'Penelitian gizi');
CREATE TABLE serial (
  doc  TEXT NOT NULL,
  year INTEGER NOT NULL CHECK (year BETWEEN 1945 AND 2150),
  last INTEGER NOT NULL CHECK (last > 0),
  PRIMARY KEY (doc, year)
) STRICT, WITHOUT ROWID;
INSERT INTO "serial" VALUES('kb',2024,1);
INSERT INTO "serial" VALUES('kb',2025,1);
INSERT INTO "serial" VALUES('pks',2024,1);
CREATE TABLE setting (
  key   TEXT PRIMARY KEY,
  value TEXT NOT NULL CHECK (trim(value) <> '' AND value NOT GLOB '*[' || char(1) || '-' || char(31) || ']*')
) STRICT, WITHOUT ROWID;
INSERT INTO "setting" VALUES('instrument','inti/1');
INSERT INTO "setting" VALUES('name','Kabupaten Contoh');
INSERT INTO "setting" VALUES('seat','Contoh');
CREATE TABLE support_opd (
  agreement TEXT NOT NULL REFERENCES agreement (id),
  opd       TEXT NOT NULL REFERENCES opd (code),
  PRIMARY KEY (agreement, opd)
) STRICT, WITHOUT ROWID;
INSERT INTO "support_opd" VALUES('KB-2024-001','DIKBUD');
INSERT INTO "support_opd" VALUES('PKS-2024-001','DIKBUD');
CREATE TABLE target (
  agreement       TEXT NOT NULL REFERENCES agreement (id),
  number          INTEGER NOT NULL CHECK (number > 0),
  kind            TEXT NOT NULL CHECK (kind IN ('output', 'outcome', 'duty')),
  indicator       TEXT NOT NULL CHECK (trim(indicator) <> '' AND indicator NOT GLOB '*[' || char(1) || '-' || char(31) || ']*'),
  unit            TEXT CHECK (trim(unit) <> '' AND unit NOT GLOB '*[' || char(1) || '-' || char(31) || ']*'),
  value           REAL CHECK (abs(value) <= 1e15),
  due_on          TEXT CHECK (due_on IS date(due_on, '+0 days') AND length(due_on) = 10),
  owed_by         TEXT NOT NULL CHECK (owed_by IN ('pemda', 'mitra')),
  lower_is_better INTEGER NOT NULL CHECK (lower_is_better IN (0, 1)),
  PRIMARY KEY (agreement, number)
) STRICT, WITHOUT ROWID;
INSERT INTO "target" VALUES('PKS-2024-001',1,'output','Bidan terlatih','orang',75.5,'2024-12-31','pemda',0);
CREATE UNIQUE INDEX "idx__sqlite_migrations_migration_set_name"
    ON "_sqlite_migrations" ("migration_set", "name");
CREATE INDEX opd_alias_opd ON opd_alias (opd);
CREATE INDEX partner_alias_partner ON partner_alias (partner);
CREATE INDEX agreement_parent ON agreement (parent) WHERE parent IS NOT NULL;
CREATE UNIQUE INDEX agreement_predecessor ON agreement (predecessor) WHERE predecessor IS NOT NULL AND void_reason IS NULL;
CREATE INDEX agreement_lead ON agreement (lead_opd, ends_on);
CREATE INDEX agreement_end ON agreement (ends_on);
CREATE INDEX agreement_signed ON agreement (signed_on);
CREATE INDEX party_partner ON party (partner) WHERE partner IS NOT NULL;
CREATE INDEX party_number ON party (number_key) WHERE number IS NOT NULL;
CREATE INDEX support_opd_opd ON support_opd (opd);
CREATE INDEX affair_code ON affair (code);
CREATE INDEX evaluation_period ON evaluation (period, agreement);
CREATE INDEX realisation_period ON realisation (agreement, period);
CREATE UNIQUE INDEX act_open ON act ((1)) WHERE entries IS NULL;
CREATE INDEX journal_act ON journal (act);
CREATE INDEX journal_row ON journal (tbl, key);
CREATE TRIGGER journal_no_delete BEFORE DELETE ON journal BEGIN SELECT raise(ABORT, 'journal is append-only'); END;
CREATE TRIGGER act_no_update BEFORE UPDATE ON act WHEN old.entries IS NOT NULL BEGIN SELECT raise(ABORT, 'journal is append-only'); END;
CREATE TRIGGER act_no_delete BEFORE DELETE ON act BEGIN SELECT raise(ABORT, 'journal is append-only'); END;
CREATE TRIGGER journal_no_update BEFORE UPDATE ON journal
WHEN (old.digest IS NOT NULL OR old.act IS NULL) AND NOT (
  new.seq IS old.seq AND new.act IS old.act AND new.tbl IS old.tbl AND new.digest IS old.digest
  AND EXISTS (SELECT 1 FROM erasure WHERE seq = old.seq)
  AND EXISTS (SELECT 1 FROM act WHERE entries IS NULL AND command = 'erase'))
BEGIN SELECT raise(ABORT, 'journal is append-only'); END;
CREATE TRIGGER journal_action_insert AFTER INSERT ON action BEGIN INSERT INTO journal (act, tbl, key, old, new) VALUES ((SELECT id FROM act WHERE entries IS NULL), 'action', json_array(new.agreement, new.number), NULL, json_object('agreement', new.agreement, 'number', new.number, 'agreed', new.agreed, 'what', new.what, 'who', new.who, 'due_on', new.due_on, 'done_on', new.done_on, 'proof', new.proof)); END;
CREATE TRIGGER journal_action_update AFTER UPDATE ON action WHEN old.agreement IS NOT new.agreement COLLATE BINARY OR old.number IS NOT new.number COLLATE BINARY OR old.agreed IS NOT new.agreed COLLATE BINARY OR old.what IS NOT new.what COLLATE BINARY OR old.who IS NOT new.who COLLATE BINARY OR old.due_on IS NOT new.due_on COLLATE BINARY OR old.done_on IS NOT new.done_on COLLATE BINARY OR old.proof IS NOT new.proof COLLATE BINARY BEGIN INSERT INTO journal (act, tbl, key, old, new) VALUES ((SELECT id FROM act WHERE entries IS NULL), 'action', json_array(new.agreement, new.number), json_object('agreement', old.agreement, 'number', old.number, 'agreed', old.agreed, 'what', old.what, 'who', old.who, 'due_on', old.due_on, 'done_on', old.done_on, 'proof', old.proof), json_object('agreement', new.agreement, 'number', new.number, 'agreed', new.agreed, 'what', new.what, 'who', new.who, 'due_on', new.due_on, 'done_on', new.done_on, 'proof', new.proof)); END;
CREATE TRIGGER journal_action_delete AFTER DELETE ON action BEGIN INSERT INTO journal (act, tbl, key, old, new) VALUES ((SELECT id FROM act WHERE entries IS NULL), 'action', json_array(old.agreement, old.number), json_object('agreement', old.agreement, 'number', old.number, 'agreed', old.agreed, 'what', old.what, 'who', old.who, 'due_on', old.due_on, 'done_on', old.done_on, 'proof', old.proof), NULL); END;
CREATE TRIGGER journal_affair_insert AFTER INSERT ON affair BEGIN INSERT INTO journal (act, tbl, key, old, new) VALUES ((SELECT id FROM act WHERE entries IS NULL), 'affair', json_array(new.agreement, new.code), NULL, json_object('agreement', new.agreement, 'code', new.code)); END;
CREATE TRIGGER journal_affair_update AFTER UPDATE ON affair WHEN old.agreement IS NOT new.agreement COLLATE BINARY OR old.code IS NOT new.code COLLATE BINARY BEGIN INSERT INTO journal (act, tbl, key, old, new) VALUES ((SELECT id FROM act WHERE entries IS NULL), 'affair', json_array(new.agreement, new.code), json_object('agreement', old.agreement, 'code', old.code), json_object('agreement', new.agreement, 'code', new.code)); END;
CREATE TRIGGER journal_affair_delete AFTER DELETE ON affair BEGIN INSERT INTO journal (act, tbl, key, old, new) VALUES ((SELECT id FROM act WHERE entries IS NULL), 'affair', json_array(old.agreement, old.code), json_object('agreement', old.agreement, 'code', old.code), NULL); END;
CREATE TRIGGER journal_agreement_insert AFTER INSERT ON agreement BEGIN INSERT INTO journal (act, tbl, key, old, new) VALUES ((SELECT id FROM act WHERE entries IS NULL), 'agreement', json_array(new.id), NULL, json_object('id', new.id, 'doc', new.doc, 'scheme', new.scheme, 'title', new.title, 'lead_opd', new.lead_opd, 'entered_on', new.entered_on, 'signed_on', new.signed_on, 'starts_on', new.starts_on, 'end_kind', new.end_kind, 'ends_on', new.ends_on, 'end_condition', new.end_condition, 'end_typed', new.end_typed, 'duration_typed', new.duration_typed, 'parent', new.parent, 'predecessor', new.predecessor, 'void_reason', new.void_reason, 'note', new.note, 'original_place', new.original_place)); END;
CREATE TRIGGER journal_agreement_update AFTER UPDATE ON agreement WHEN old.id IS NOT new.id COLLATE BINARY OR old.doc IS NOT new.doc COLLATE BINARY OR old.scheme IS NOT new.scheme COLLATE BINARY OR old.title IS NOT new.title COLLATE BINARY OR old.lead_opd IS NOT new.lead_opd COLLATE BINARY OR old.entered_on IS NOT new.entered_on COLLATE BINARY OR old.signed_on IS NOT new.signed_on COLLATE BINARY OR old.starts_on IS NOT new.starts_on COLLATE BINARY OR old.end_kind IS NOT new.end_kind COLLATE BINARY OR old.ends_on IS NOT new.ends_on COLLATE BINARY OR old.end_condition IS NOT new.end_condition COLLATE BINARY OR old.end_typed IS NOT new.end_typed COLLATE BINARY OR old.duration_typed IS NOT new.duration_typed COLLATE BINARY OR old.parent IS NOT new.parent COLLATE BINARY OR old.predecessor IS NOT new.predecessor COLLATE BINARY OR old.void_reason IS NOT new.void_reason COLLATE BINARY OR old.note IS NOT new.note COLLATE BINARY OR old.original_place IS NOT new.original_place COLLATE BINARY BEGIN INSERT INTO journal (act, tbl, key, old, new) VALUES ((SELECT id FROM act WHERE entries IS NULL), 'agreement', json_array(new.id), json_object('id', old.id, 'doc', old.doc, 'scheme', old.scheme, 'title', old.title, 'lead_opd', old.lead_opd, 'entered_on', old.entered_on, 'signed_on', old.signed_on, 'starts_on', old.starts_on, 'end_kind', old.end_kind, 'ends_on', old.ends_on, 'end_condition', old.end_condition, 'end_typed', old.end_typed, 'duration_typed', old.duration_typed, 'parent', old.parent, 'predecessor', old.predecessor, 'void_reason', old.void_reason, 'note', old.note, 'original_place', old.original_place), json_object('id', new.id, 'doc', new.doc, 'scheme', new.scheme, 'title', new.title, 'lead_opd', new.lead_opd, 'entered_on', new.entered_on, 'signed_on', new.signed_on, 'starts_on', new.starts_on, 'end_kind', new.end_kind, 'ends_on', new.ends_on, 'end_condition', new.end_condition, 'end_typed', new.end_typed, 'duration_typed', new.duration_typed, 'parent', new.parent, 'predecessor', new.predecessor, 'void_reason', new.void_reason, 'note', new.note, 'original_place', new.original_place)); END;
CREATE TRIGGER journal_agreement_delete AFTER DELETE ON agreement BEGIN INSERT INTO journal (act, tbl, key, old, new) VALUES ((SELECT id FROM act WHERE entries IS NULL), 'agreement', json_array(old.id), json_object('id', old.id, 'doc', old.doc, 'scheme', old.scheme, 'title', old.title, 'lead_opd', old.lead_opd, 'entered_on', old.entered_on, 'signed_on', old.signed_on, 'starts_on', old.starts_on, 'end_kind', old.end_kind, 'ends_on', old.ends_on, 'end_condition', old.end_condition, 'end_typed', old.end_typed, 'duration_typed', old.duration_typed, 'parent', old.parent, 'predecessor', old.predecessor, 'void_reason', old.void_reason, 'note', old.note, 'original_place', old.original_place), NULL); END;
CREATE TRIGGER journal_answer_insert AFTER INSERT ON answer BEGIN INSERT INTO journal (act, tbl, key, old, new) VALUES ((SELECT id FROM act WHERE entries IS NULL), 'answer', json_array(new.agreement, new.period, new.item), NULL, json_object('agreement', new.agreement, 'period', new.period, 'item', new.item, 'option', new.option)); END;
CREATE TRIGGER journal_answer_update AFTER UPDATE ON answer WHEN old.agreement IS NOT new.agreement COLLATE BINARY OR old.period IS NOT new.period COLLATE BINARY OR old.item IS NOT new.item COLLATE BINARY OR old.option IS NOT new.option COLLATE BINARY BEGIN INSERT INTO journal (act, tbl, key, old, new) VALUES ((SELECT id FROM act WHERE entries IS NULL), 'answer', json_array(new.agreement, new.period, new.item), json_object('agreement', old.agreement, 'period', old.period, 'item', old.item, 'option', old.option), json_object('agreement', new.agreement, 'period', new.period, 'item', new.item, 'option', new.option)); END;
CREATE TRIGGER journal_answer_delete AFTER DELETE ON answer BEGIN INSERT INTO journal (act, tbl, key, old, new) VALUES ((SELECT id FROM act WHERE entries IS NULL), 'answer', json_array(old.agreement, old.period, old.item), json_object('agreement', old.agreement, 'period', old.period, 'item', old.item, 'option', old.option), NULL); END;
CREATE TRIGGER journal_effort_insert AFTER INSERT ON effort BEGIN INSERT INTO journal (act, tbl, key, old, new) VALUES ((SELECT id FROM act WHERE entries IS NULL), 'effort', json_array(new.agreement, new.obstacle, new.number), NULL, json_object('agreement', new.agreement, 'obstacle', new.obstacle, 'number', new.number, 'period', new.period, 'text', new.text)); END;
CREATE TRIGGER journal_effort_update AFTER UPDATE ON effort WHEN old.agreement IS NOT new.agreement COLLATE BINARY OR old.obstacle IS NOT new.obstacle COLLATE BINARY OR old.number IS NOT new.number COLLATE BINARY OR old.period IS NOT new.period COLLATE BINARY OR old.text IS NOT new.text COLLATE BINARY BEGIN INSERT INTO journal (act, tbl, key, old, new) VALUES ((SELECT id FROM act WHERE entries IS NULL), 'effort', json_array(new.agreement, new.obstacle, new.number), json_object('agreement', old.agreement, 'obstacle', old.obstacle, 'number', old.number, 'period', old.period, 'text', old.text), json_object('agreement', new.agreement, 'obstacle', new.obstacle, 'number', new.number, 'period', new.period, 'text', new.text)); END;
CREATE TRIGGER journal_effort_delete AFTER DELETE ON effort BEGIN INSERT INTO journal (act, tbl, key, old, new) VALUES ((SELECT id FROM act WHERE entries IS NULL), 'effort', json_array(old.agreement, old.obstacle, old.number), json_object('agreement', old.agreement, 'obstacle', old.obstacle, 'number', old.number, 'period', old.period, 'text', old.text), NULL); END;
CREATE TRIGGER journal_erasure_insert AFTER INSERT ON erasure BEGIN INSERT INTO journal (act, tbl, key, old, new) VALUES ((SELECT id FROM act WHERE entries IS NULL), 'erasure', json_array(new.seq), NULL, json_object('seq', new.seq, 'digest', new.digest)); END;
CREATE TRIGGER journal_erasure_update AFTER UPDATE ON erasure WHEN old.seq IS NOT new.seq COLLATE BINARY OR old.digest IS NOT new.digest COLLATE BINARY BEGIN INSERT INTO journal (act, tbl, key, old, new) VALUES ((SELECT id FROM act WHERE entries IS NULL), 'erasure', json_array(new.seq), json_object('seq', old.seq, 'digest', old.digest), json_object('seq', new.seq, 'digest', new.digest)); END;
CREATE TRIGGER journal_erasure_delete AFTER DELETE ON erasure BEGIN INSERT INTO journal (act, tbl, key, old, new) VALUES ((SELECT id FROM act WHERE entries IS NULL), 'erasure', json_array(old.seq), json_object('seq', old.seq, 'digest', old.digest), NULL); END;
CREATE TRIGGER journal_evaluation_insert AFTER INSERT ON evaluation BEGIN INSERT INTO journal (act, tbl, key, old, new) VALUES ((SELECT id FROM act WHERE entries IS NULL), 'evaluation', json_array(new.agreement, new.period), NULL, json_object('agreement', new.agreement, 'period', new.period, 'instrument', new.instrument, 'implementation', new.implementation, 'reported_on', new.reported_on, 'filler', new.filler, 'recommendation', new.recommendation, 'note', new.note)); END;
CREATE TRIGGER journal_evaluation_update AFTER UPDATE ON evaluation WHEN old.agreement IS NOT new.agreement COLLATE BINARY OR old.period IS NOT new.period COLLATE BINARY OR old.instrument IS NOT new.instrument COLLATE BINARY OR old.implementation IS NOT new.implementation COLLATE BINARY OR old.reported_on IS NOT new.reported_on COLLATE BINARY OR old.filler IS NOT new.filler COLLATE BINARY OR old.recommendation IS NOT new.recommendation COLLATE BINARY OR old.note IS NOT new.note COLLATE BINARY BEGIN INSERT INTO journal (act, tbl, key, old, new) VALUES ((SELECT id FROM act WHERE entries IS NULL), 'evaluation', json_array(new.agreement, new.period), json_object('agreement', old.agreement, 'period', old.period, 'instrument', old.instrument, 'implementation', old.implementation, 'reported_on', old.reported_on, 'filler', old.filler, 'recommendation', old.recommendation, 'note', old.note), json_object('agreement', new.agreement, 'period', new.period, 'instrument', new.instrument, 'implementation', new.implementation, 'reported_on', new.reported_on, 'filler', new.filler, 'recommendation', new.recommendation, 'note', new.note)); END;
CREATE TRIGGER journal_evaluation_delete AFTER DELETE ON evaluation BEGIN INSERT INTO journal (act, tbl, key, old, new) VALUES ((SELECT id FROM act WHERE entries IS NULL), 'evaluation', json_array(old.agreement, old.period), json_object('agreement', old.agreement, 'period', old.period, 'instrument', old.instrument, 'implementation', old.implementation, 'reported_on', old.reported_on, 'filler', old.filler, 'recommendation', old.recommendation, 'note', old.note), NULL); END;
CREATE TRIGGER journal_event_insert AFTER INSERT ON event BEGIN INSERT INTO journal (act, tbl, key, old, new) VALUES ((SELECT id FROM act WHERE entries IS NULL), 'event', json_array(new.number), NULL, json_object('number', new.number, 'kind', new.kind, 'detail', new.detail)); END;
CREATE TRIGGER journal_event_update AFTER UPDATE ON event WHEN old.number IS NOT new.number COLLATE BINARY OR old.kind IS NOT new.kind COLLATE BINARY OR old.detail IS NOT new.detail COLLATE BINARY BEGIN INSERT INTO journal (act, tbl, key, old, new) VALUES ((SELECT id FROM act WHERE entries IS NULL), 'event', json_array(new.number), json_object('number', old.number, 'kind', old.kind, 'detail', old.detail), json_object('number', new.number, 'kind', new.kind, 'detail', new.detail)); END;
CREATE TRIGGER journal_event_delete AFTER DELETE ON event BEGIN INSERT INTO journal (act, tbl, key, old, new) VALUES ((SELECT id FROM act WHERE entries IS NULL), 'event', json_array(old.number), json_object('number', old.number, 'kind', old.kind, 'detail', old.detail), NULL); END;
CREATE TRIGGER journal_evidence_insert AFTER INSERT ON evidence BEGIN INSERT INTO journal (act, tbl, key, old, new) VALUES ((SELECT id FROM act WHERE entries IS NULL), 'evidence', json_array(new.agreement, new.period, new.number), NULL, json_object('agreement', new.agreement, 'period', new.period, 'number', new.number, 'text', new.text, 'digest', new.digest, 'size', new.size)); END;
CREATE TRIGGER journal_evidence_update AFTER UPDATE ON evidence WHEN old.agreement IS NOT new.agreement COLLATE BINARY OR old.period IS NOT new.period COLLATE BINARY OR old.number IS NOT new.number COLLATE BINARY OR old.text IS NOT new.text COLLATE BINARY OR old.digest IS NOT new.digest COLLATE BINARY OR old.size IS NOT new.size COLLATE BINARY BEGIN INSERT INTO journal (act, tbl, key, old, new) VALUES ((SELECT id FROM act WHERE entries IS NULL), 'evidence', json_array(new.agreement, new.period, new.number), json_object('agreement', old.agreement, 'period', old.period, 'number', old.number, 'text', old.text, 'digest', old.digest, 'size', old.size), json_object('agreement', new.agreement, 'period', new.period, 'number', new.number, 'text', new.text, 'digest', new.digest, 'size', new.size)); END;
CREATE TRIGGER journal_evidence_delete AFTER DELETE ON evidence BEGIN INSERT INTO journal (act, tbl, key, old, new) VALUES ((SELECT id FROM act WHERE entries IS NULL), 'evidence', json_array(old.agreement, old.period, old.number), json_object('agreement', old.agreement, 'period', old.period, 'number', old.number, 'text', old.text, 'digest', old.digest, 'size', old.size), NULL); END;
CREATE TRIGGER journal_file_insert AFTER INSERT ON file BEGIN INSERT INTO journal (act, tbl, key, old, new) VALUES ((SELECT id FROM act WHERE entries IS NULL), 'file', json_array(new.agreement, new.path), NULL, json_object('agreement', new.agreement, 'path', new.path, 'digest', new.digest, 'size', new.size, 'embedded', new.embedded)); END;
CREATE TRIGGER journal_file_update AFTER UPDATE ON file WHEN old.agreement IS NOT new.agreement COLLATE BINARY OR old.path IS NOT new.path COLLATE BINARY OR old.digest IS NOT new.digest COLLATE BINARY OR old.size IS NOT new.size COLLATE BINARY OR old.embedded IS NOT new.embedded COLLATE BINARY BEGIN INSERT INTO journal (act, tbl, key, old, new) VALUES ((SELECT id FROM act WHERE entries IS NULL), 'file', json_array(new.agreement, new.path), json_object('agreement', old.agreement, 'path', old.path, 'digest', old.digest, 'size', old.size, 'embedded', old.embedded), json_object('agreement', new.agreement, 'path', new.path, 'digest', new.digest, 'size', new.size, 'embedded', new.embedded)); END;
CREATE TRIGGER journal_file_delete AFTER DELETE ON file BEGIN INSERT INTO journal (act, tbl, key, old, new) VALUES ((SELECT id FROM act WHERE entries IS NULL), 'file', json_array(old.agreement, old.path), json_object('agreement', old.agreement, 'path', old.path, 'digest', old.digest, 'size', old.size, 'embedded', old.embedded), NULL); END;
CREATE TRIGGER journal_instrument_insert AFTER INSERT ON instrument BEGIN INSERT INTO journal (act, tbl, key, old, new) VALUES ((SELECT id FROM act WHERE entries IS NULL), 'instrument', json_array(new.id), NULL, json_object('id', new.id, 'text', new.text)); END;
CREATE TRIGGER journal_instrument_update AFTER UPDATE ON instrument WHEN old.id IS NOT new.id COLLATE BINARY OR old.text IS NOT new.text COLLATE BINARY BEGIN INSERT INTO journal (act, tbl, key, old, new) VALUES ((SELECT id FROM act WHERE entries IS NULL), 'instrument', json_array(new.id), json_object('id', old.id, 'text', old.text), json_object('id', new.id, 'text', new.text)); END;
CREATE TRIGGER journal_instrument_delete AFTER DELETE ON instrument BEGIN INSERT INTO journal (act, tbl, key, old, new) VALUES ((SELECT id FROM act WHERE entries IS NULL), 'instrument', json_array(old.id), json_object('id', old.id, 'text', old.text), NULL); END;
CREATE TRIGGER journal_obstacle_insert AFTER INSERT ON obstacle BEGIN INSERT INTO journal (act, tbl, key, old, new) VALUES ((SELECT id FROM act WHERE entries IS NULL), 'obstacle', json_array(new.agreement, new.number), NULL, json_object('agreement', new.agreement, 'number', new.number, 'text', new.text, 'category', new.category, 'opened', new.opened, 'closed', new.closed)); END;
CREATE TRIGGER journal_obstacle_update AFTER UPDATE ON obstacle WHEN old.agreement IS NOT new.agreement COLLATE BINARY OR old.number IS NOT new.number COLLATE BINARY OR old.text IS NOT new.text COLLATE BINARY OR old.category IS NOT new.category COLLATE BINARY OR old.opened IS NOT new.opened COLLATE BINARY OR old.closed IS NOT new.closed COLLATE BINARY BEGIN INSERT INTO journal (act, tbl, key, old, new) VALUES ((SELECT id FROM act WHERE entries IS NULL), 'obstacle', json_array(new.agreement, new.number), json_object('agreement', old.agreement, 'number', old.number, 'text', old.text, 'category', old.category, 'opened', old.opened, 'closed', old.closed), json_object('agreement', new.agreement, 'number', new.number, 'text', new.text, 'category', new.category, 'opened', new.opened, 'closed', new.closed)); END;
CREATE TRIGGER journal_obstacle_delete AFTER DELETE ON obstacle BEGIN INSERT INTO journal (act, tbl, key, old, new) VALUES ((SELECT id FROM act WHERE entries IS NULL), 'obstacle', json_array(old.agreement, old.number), json_object('agreement', old.agreement, 'number', old.number, 'text', old.text, 'category', old.category, 'opened', old.opened, 'closed', old.closed), NULL); END;
CREATE TRIGGER journal_opd_insert AFTER INSERT ON opd BEGIN INSERT INTO journal (act, tbl, key, old, new) VALUES ((SELECT id FROM act WHERE entries IS NULL), 'opd', json_array(new.code), NULL, json_object('code', new.code, 'name', new.name, 'valid_from', new.valid_from, 'valid_to', new.valid_to, 'successor', new.successor)); END;
CREATE TRIGGER journal_opd_update AFTER UPDATE ON opd WHEN old.code IS NOT new.code COLLATE BINARY OR old.name IS NOT new.name COLLATE BINARY OR old.valid_from IS NOT new.valid_from COLLATE BINARY OR old.valid_to IS NOT new.valid_to COLLATE BINARY OR old.successor IS NOT new.successor COLLATE BINARY BEGIN INSERT INTO journal (act, tbl, key, old, new) VALUES ((SELECT id FROM act WHERE entries IS NULL), 'opd', json_array(new.code), json_object('code', old.code, 'name', old.name, 'valid_from', old.valid_from, 'valid_to', old.valid_to, 'successor', old.successor), json_object('code', new.code, 'name', new.name, 'valid_from', new.valid_from, 'valid_to', new.valid_to, 'successor', new.successor)); END;
CREATE TRIGGER journal_opd_delete AFTER DELETE ON opd BEGIN INSERT INTO journal (act, tbl, key, old, new) VALUES ((SELECT id FROM act WHERE entries IS NULL), 'opd', json_array(old.code), json_object('code', old.code, 'name', old.name, 'valid_from', old.valid_from, 'valid_to', old.valid_to, 'successor', old.successor), NULL); END;
CREATE TRIGGER journal_opd_alias_insert AFTER INSERT ON opd_alias BEGIN INSERT INTO journal (act, tbl, key, old, new) VALUES ((SELECT id FROM act WHERE entries IS NULL), 'opd_alias', json_array(new.alias), NULL, json_object('alias', new.alias, 'opd', new.opd)); END;
CREATE TRIGGER journal_opd_alias_update AFTER UPDATE ON opd_alias WHEN old.alias IS NOT new.alias COLLATE BINARY OR old.opd IS NOT new.opd COLLATE BINARY BEGIN INSERT INTO journal (act, tbl, key, old, new) VALUES ((SELECT id FROM act WHERE entries IS NULL), 'opd_alias', json_array(new.alias), json_object('alias', old.alias, 'opd', old.opd), json_object('alias', new.alias, 'opd', new.opd)); END;
CREATE TRIGGER journal_opd_alias_delete AFTER DELETE ON opd_alias BEGIN INSERT INTO journal (act, tbl, key, old, new) VALUES ((SELECT id FROM act WHERE entries IS NULL), 'opd_alias', json_array(old.alias), json_object('alias', old.alias, 'opd', old.opd), NULL); END;
CREATE TRIGGER journal_partner_insert AFTER INSERT ON partner BEGIN INSERT INTO journal (act, tbl, key, old, new) VALUES ((SELECT id FROM act WHERE entries IS NULL), 'partner', json_array(new.id), NULL, json_object('id', new.id, 'name', new.name, 'kind', new.kind, 'merged_into', new.merged_into)); END;
CREATE TRIGGER journal_partner_update AFTER UPDATE ON partner WHEN old.id IS NOT new.id COLLATE BINARY OR old.name IS NOT new.name COLLATE BINARY OR old.kind IS NOT new.kind COLLATE BINARY OR old.merged_into IS NOT new.merged_into COLLATE BINARY BEGIN INSERT INTO journal (act, tbl, key, old, new) VALUES ((SELECT id FROM act WHERE entries IS NULL), 'partner', json_array(new.id), json_object('id', old.id, 'name', old.name, 'kind', old.kind, 'merged_into', old.merged_into), json_object('id', new.id, 'name', new.name, 'kind', new.kind, 'merged_into', new.merged_into)); END;
CREATE TRIGGER journal_partner_delete AFTER DELETE ON partner BEGIN INSERT INTO journal (act, tbl, key, old, new) VALUES ((SELECT id FROM act WHERE entries IS NULL), 'partner', json_array(old.id), json_object('id', old.id, 'name', old.name, 'kind', old.kind, 'merged_into', old.merged_into), NULL); END;
CREATE TRIGGER journal_partner_alias_insert AFTER INSERT ON partner_alias BEGIN INSERT INTO journal (act, tbl, key, old, new) VALUES ((SELECT id FROM act WHERE entries IS NULL), 'partner_alias', json_array(new.alias), NULL, json_object('alias', new.alias, 'partner', new.partner)); END;
CREATE TRIGGER journal_partner_alias_update AFTER UPDATE ON partner_alias WHEN old.alias IS NOT new.alias COLLATE BINARY OR old.partner IS NOT new.partner COLLATE BINARY BEGIN INSERT INTO journal (act, tbl, key, old, new) VALUES ((SELECT id FROM act WHERE entries IS NULL), 'partner_alias', json_array(new.alias), json_object('alias', old.alias, 'partner', old.partner), json_object('alias', new.alias, 'partner', new.partner)); END;
CREATE TRIGGER journal_partner_alias_delete AFTER DELETE ON partner_alias BEGIN INSERT INTO journal (act, tbl, key, old, new) VALUES ((SELECT id FROM act WHERE entries IS NULL), 'partner_alias', json_array(old.alias), json_object('alias', old.alias, 'partner', old.partner), NULL); END;
CREATE TRIGGER journal_party_insert AFTER INSERT ON party BEGIN INSERT INTO journal (act, tbl, key, old, new) VALUES ((SELECT id FROM act WHERE entries IS NULL), 'party', json_array(new.agreement, new.seat), NULL, json_object('agreement', new.agreement, 'seat', new.seat, 'partner', new.partner, 'number', new.number, 'signer_office', new.signer_office, 'signer_name', new.signer_name, 'power_number', new.power_number, 'power_date', new.power_date)); END;
CREATE TRIGGER journal_party_update AFTER UPDATE ON party WHEN old.agreement IS NOT new.agreement COLLATE BINARY OR old.seat IS NOT new.seat COLLATE BINARY OR old.partner IS NOT new.partner COLLATE BINARY OR old.number IS NOT new.number COLLATE BINARY OR old.signer_office IS NOT new.signer_office COLLATE BINARY OR old.signer_name IS NOT new.signer_name COLLATE BINARY OR old.power_number IS NOT new.power_number COLLATE BINARY OR old.power_date IS NOT new.power_date COLLATE BINARY BEGIN INSERT INTO journal (act, tbl, key, old, new) VALUES ((SELECT id FROM act WHERE entries IS NULL), 'party', json_array(new.agreement, new.seat), json_object('agreement', old.agreement, 'seat', old.seat, 'partner', old.partner, 'number', old.number, 'signer_office', old.signer_office, 'signer_name', old.signer_name, 'power_number', old.power_number, 'power_date', old.power_date), json_object('agreement', new.agreement, 'seat', new.seat, 'partner', new.partner, 'number', new.number, 'signer_office', new.signer_office, 'signer_name', new.signer_name, 'power_number', new.power_number, 'power_date', new.power_date)); END;
CREATE TRIGGER journal_party_delete AFTER DELETE ON party BEGIN INSERT INTO journal (act, tbl, key, old, new) VALUES ((SELECT id FROM act WHERE entries IS NULL), 'party', json_array(old.agreement, old.seat), json_object('agreement', old.agreement, 'seat', old.seat, 'partner', old.partner, 'number', old.number, 'signer_office', old.signer_office, 'signer_name', old.signer_name, 'power_number', old.power_number, 'power_date', old.power_date), NULL); END;
CREATE TRIGGER journal_realisation_insert AFTER INSERT ON realisation BEGIN INSERT INTO journal (act, tbl, key, old, new) VALUES ((SELECT id FROM act WHERE entries IS NULL), 'realisation', json_array(new.agreement, new.target, new.period), NULL, json_object('agreement', new.agreement, 'target', new.target, 'period', new.period, 'value', json(CASE WHEN new.value IS NOT NULL THEN printf('%!.17g', new.value) END))); END;
CREATE TRIGGER journal_realisation_update AFTER UPDATE ON realisation WHEN old.agreement IS NOT new.agreement COLLATE BINARY OR old.target IS NOT new.target COLLATE BINARY OR old.period IS NOT new.period COLLATE BINARY OR old.value IS NOT new.value COLLATE BINARY BEGIN INSERT INTO journal (act, tbl, key, old, new) VALUES ((SELECT id FROM act WHERE entries IS NULL), 'realisation', json_array(new.agreement, new.target, new.period), json_object('agreement', old.agreement, 'target', old.target, 'period', old.period, 'value', json(CASE WHEN old.value IS NOT NULL THEN printf('%!.17g', old.value) END)), json_object('agreement', new.agreement, 'target', new.target, 'period', new.period, 'value', json(CASE WHEN new.value IS NOT NULL THEN printf('%!.17g', new.value) END))); END;
CREATE TRIGGER journal_realisation_delete AFTER DELETE ON realisation BEGIN INSERT INTO journal (act, tbl, key, old, new) VALUES ((SELECT id FROM act WHERE entries IS NULL), 'realisation', json_array(old.agreement, old.target, old.period), json_object('agreement', old.agreement, 'target', old.target, 'period', old.period, 'value', json(CASE WHEN old.value IS NOT NULL THEN printf('%!.17g', old.value) END)), NULL); END;
CREATE TRIGGER journal_scope_item_insert AFTER INSERT ON scope_item BEGIN INSERT INTO journal (act, tbl, key, old, new) VALUES ((SELECT id FROM act WHERE entries IS NULL), 'scope_item', json_array(new.agreement, new.number), NULL, json_object('agreement', new.agreement, 'number', new.number, 'text', new.text)); END;
CREATE TRIGGER journal_scope_item_update AFTER UPDATE ON scope_item WHEN old.agreement IS NOT new.agreement COLLATE BINARY OR old.number IS NOT new.number COLLATE BINARY OR old.text IS NOT new.text COLLATE BINARY BEGIN INSERT INTO journal (act, tbl, key, old, new) VALUES ((SELECT id FROM act WHERE entries IS NULL), 'scope_item', json_array(new.agreement, new.number), json_object('agreement', old.agreement, 'number', old.number, 'text', old.text), json_object('agreement', new.agreement, 'number', new.number, 'text', new.text)); END;
CREATE TRIGGER journal_scope_item_delete AFTER DELETE ON scope_item BEGIN INSERT INTO journal (act, tbl, key, old, new) VALUES ((SELECT id FROM act WHERE entries IS NULL), 'scope_item', json_array(old.agreement, old.number), json_object('agreement', old.agreement, 'number', old.number, 'text', old.text), NULL); END;
CREATE TRIGGER journal_setting_insert AFTER INSERT ON setting BEGIN INSERT INTO journal (act, tbl, key, old, new) VALUES ((SELECT id FROM act WHERE entries IS NULL), 'setting', json_array(new.key), NULL, json_object('key', new.key, 'value', new.value)); END;
CREATE TRIGGER journal_setting_update AFTER UPDATE ON setting WHEN old.key IS NOT new.key COLLATE BINARY OR old.value IS NOT new.value COLLATE BINARY BEGIN INSERT INTO journal (act, tbl, key, old, new) VALUES ((SELECT id FROM act WHERE entries IS NULL), 'setting', json_array(new.key), json_object('key', old.key, 'value', old.value), json_object('key', new.key, 'value', new.value)); END;
CREATE TRIGGER journal_setting_delete AFTER DELETE ON setting BEGIN INSERT INTO journal (act, tbl, key, old, new) VALUES ((SELECT id FROM act WHERE entries IS NULL), 'setting', json_array(old.key), json_object('key', old.key, 'value', old.value), NULL); END;
CREATE TRIGGER journal_support_opd_insert AFTER INSERT ON support_opd BEGIN INSERT INTO journal (act, tbl, key, old, new) VALUES ((SELECT id FROM act WHERE entries IS NULL), 'support_opd', json_array(new.agreement, new.opd), NULL, json_object('agreement', new.agreement, 'opd', new.opd)); END;
CREATE TRIGGER journal_support_opd_update AFTER UPDATE ON support_opd WHEN old.agreement IS NOT new.agreement COLLATE BINARY OR old.opd IS NOT new.opd COLLATE BINARY BEGIN INSERT INTO journal (act, tbl, key, old, new) VALUES ((SELECT id FROM act WHERE entries IS NULL), 'support_opd', json_array(new.agreement, new.opd), json_object('agreement', old.agreement, 'opd', old.opd), json_object('agreement', new.agreement, 'opd', new.opd)); END;
CREATE TRIGGER journal_support_opd_delete AFTER DELETE ON support_opd BEGIN INSERT INTO journal (act, tbl, key, old, new) VALUES ((SELECT id FROM act WHERE entries IS NULL), 'support_opd', json_array(old.agreement, old.opd), json_object('agreement', old.agreement, 'opd', old.opd), NULL); END;
CREATE TRIGGER journal_target_insert AFTER INSERT ON target BEGIN INSERT INTO journal (act, tbl, key, old, new) VALUES ((SELECT id FROM act WHERE entries IS NULL), 'target', json_array(new.agreement, new.number), NULL, json_object('agreement', new.agreement, 'number', new.number, 'kind', new.kind, 'indicator', new.indicator, 'unit', new.unit, 'value', json(CASE WHEN new.value IS NOT NULL THEN printf('%!.17g', new.value) END), 'due_on', new.due_on, 'owed_by', new.owed_by, 'lower_is_better', new.lower_is_better)); END;
CREATE TRIGGER journal_target_update AFTER UPDATE ON target WHEN old.agreement IS NOT new.agreement COLLATE BINARY OR old.number IS NOT new.number COLLATE BINARY OR old.kind IS NOT new.kind COLLATE BINARY OR old.indicator IS NOT new.indicator COLLATE BINARY OR old.unit IS NOT new.unit COLLATE BINARY OR old.value IS NOT new.value COLLATE BINARY OR old.due_on IS NOT new.due_on COLLATE BINARY OR old.owed_by IS NOT new.owed_by COLLATE BINARY OR old.lower_is_better IS NOT new.lower_is_better COLLATE BINARY BEGIN INSERT INTO journal (act, tbl, key, old, new) VALUES ((SELECT id FROM act WHERE entries IS NULL), 'target', json_array(new.agreement, new.number), json_object('agreement', old.agreement, 'number', old.number, 'kind', old.kind, 'indicator', old.indicator, 'unit', old.unit, 'value', json(CASE WHEN old.value IS NOT NULL THEN printf('%!.17g', old.value) END), 'due_on', old.due_on, 'owed_by', old.owed_by, 'lower_is_better', old.lower_is_better), json_object('agreement', new.agreement, 'number', new.number, 'kind', new.kind, 'indicator', new.indicator, 'unit', new.unit, 'value', json(CASE WHEN new.value IS NOT NULL THEN printf('%!.17g', new.value) END), 'due_on', new.due_on, 'owed_by', new.owed_by, 'lower_is_better', new.lower_is_better)); END;
CREATE TRIGGER journal_target_delete AFTER DELETE ON target BEGIN INSERT INTO journal (act, tbl, key, old, new) VALUES ((SELECT id FROM act WHERE entries IS NULL), 'target', json_array(old.agreement, old.number), json_object('agreement', old.agreement, 'number', old.number, 'kind', old.kind, 'indicator', old.indicator, 'unit', old.unit, 'value', json(CASE WHEN old.value IS NOT NULL THEN printf('%!.17g', old.value) END), 'due_on', old.due_on, 'owed_by', old.owed_by, 'lower_is_better', old.lower_is_better), NULL); END;
COMMIT;
