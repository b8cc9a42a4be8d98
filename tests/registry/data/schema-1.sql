BEGIN TRANSACTION;
CREATE TABLE "_sqlite_migrations" (
   "id" INTEGER PRIMARY KEY,
   "migration_set" TEXT,
   "name" TEXT,
   "applied_at" TEXT
);
INSERT INTO "_sqlite_migrations" VALUES(1,'kskd','0001_registry','2026-11-24 06:18:16.553019+00:00');
CREATE TABLE act (
  id      INTEGER PRIMARY KEY,
  at      TEXT NOT NULL,
  who     TEXT NOT NULL CHECK (trim(who) <> '' AND who NOT GLOB '*[' || char(1) || '-' || char(31) || ']*'),
  command TEXT NOT NULL CHECK (trim(command) <> '' AND command NOT GLOB '*[' || char(1) || '-' || char(31) || ']*'),
  reason  TEXT CHECK (trim(reason) <> '' AND reason NOT GLOB '*[' || char(1) || '-' || char(31) || ']*'),
  entries INTEGER CHECK (entries > 0),
  link    TEXT CHECK (length(link) = 64 AND link NOT GLOB '*[^0-9a-f]*'),
  CHECK ((entries IS NULL) = (link IS NULL))
) STRICT;
INSERT INTO "act" VALUES(1,'2025-01-15T00:00:00+00:00','analis','init',NULL,4,'c380596a96b21109011a3a7470958797298facf4e26a1f9ffa6563f66bf32444');
INSERT INTO "act" VALUES(2,'2025-01-15T00:00:00+00:00','analis','opd add',NULL,1,'fd13191445407560ce796c69ec32f4c34d7d860967e8cee8b72c79fd3b8370b8');
INSERT INTO "act" VALUES(3,'2025-01-15T00:00:00+00:00','analis','opd add',NULL,2,'8204d2f6b979aaf09f999796d206f39560da88b993b3907a15aff8814be61a92');
INSERT INTO "act" VALUES(4,'2025-01-15T00:00:00+00:00','analis','partner add',NULL,1,'6d88d00d123838e82f43f64282c2106eeadda0b83902cb4aed52764e6ac8f1b3');
INSERT INTO "act" VALUES(5,'2025-01-15T00:00:00+00:00','analis','partner add',NULL,2,'a74f388e95b4ea84ec3203615a02f85af7e620f85d06c9c9533517d291005264');
INSERT INTO "act" VALUES(6,'2025-01-15T00:00:00+00:00','analis','add-mou',NULL,9,'53e4a2fba8d9ba96928c5745cffd67d5925f2680ed52f15c53886c4eb9b9d163');
INSERT INTO "act" VALUES(7,'2025-01-15T00:00:00+00:00','analis','derive-pks',NULL,8,'07084d31726bd2803cb81bfa6d236fda1354912ac7181ff2050c505f28d24176');
INSERT INTO "act" VALUES(8,'2025-01-15T00:00:00+00:00','analis','target add',NULL,1,'bfc68db541f371e113550dc4fe7cda4b1e5102bb25c0b0d8456c52dc1d868956');
INSERT INTO "act" VALUES(9,'2025-01-15T00:00:00+00:00','analis','evaluate',NULL,6,'b1693fcead1d9ba27cdae3f4a40939ac24efdcededf0818df5fb41cc8512ba1d');
INSERT INTO "act" VALUES(10,'2025-01-15T00:00:00+00:00','analis','action add',NULL,1,'b62bbd08e9f30a968b2a15fcb2e5ac1d46226b9d3a8e01ab964a7b27c5e7cd12');
INSERT INTO "act" VALUES(11,'2025-01-15T00:00:00+00:00','analis','update','salah ketik',1,'902efc82831387809d94055d04078c14a96cf77c7ff289b7fb7257bb228c0482');
INSERT INTO "act" VALUES(12,'2025-01-15T00:00:00+00:00','analis','add-mou',NULL,4,'f17a1e26fcad6186539fb96f58042a93497e3d0446902b90bb49805fd3bb1d22');
INSERT INTO "act" VALUES(13,'2025-01-15T00:00:00+00:00','analis','void','salah catat',1,'13a3ff273d13a3ca9628c74ec16ae7375f9d39f78278c0210af82ad01b44cbc9');
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
INSERT INTO "action" VALUES('PKS-2024-001',1,'2024-S2','Bimbingan teknis',NULL,NULL,NULL,NULL);
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
  note           TEXT CHECK (trim(note) <> ''),
  CHECK ((end_kind IS 'date') = (ends_on IS NOT NULL)),
  CHECK ((end_kind IS 'condition') = (end_condition IS NOT NULL)),
  CHECK (ends_on >= coalesce(starts_on, signed_on)),
  CHECK (parent IS NULL OR doc IN ('mou', 'pks', 'kontrak', 'rk', 'rkt'))
) STRICT, WITHOUT ROWID;
INSERT INTO "agreement" VALUES('KB-2024-001','kb','ksdpk','Peningkatan mutu tenaga kesehatan','DINKES','2025-01-15','2024-02-20',NULL,'date','2029-02-20',NULL,NULL,'5 tahun',NULL,NULL,NULL,'Baris satu
baris dua');
INSERT INTO "agreement" VALUES('LOI-2025-001','loi','ksdll','Surat minat','DIKBUD','2025-01-15',NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,'salah catat',NULL);
INSERT INTO "agreement" VALUES('PKS-2024-001','pks','ksdpk','Pelatihan bidan','DINKES','2025-01-15','2024-05-02',NULL,'date','2026-05-02',NULL,NULL,'2 tahun','KB-2024-001',NULL,NULL,NULL);
CREATE TABLE answer (
  agreement TEXT NOT NULL,
  period    TEXT NOT NULL,
  item      TEXT NOT NULL CHECK (trim(item) <> '' AND item NOT GLOB '*[' || char(1) || '-' || char(31) || ']*'),
  option    TEXT NOT NULL CHECK (trim(option) <> '' AND option NOT GLOB '*[' || char(1) || '-' || char(31) || ']*'),
  PRIMARY KEY (agreement, period, item),
  FOREIGN KEY (agreement, period) REFERENCES evaluation (agreement, period)
) STRICT, WITHOUT ROWID;
INSERT INTO "answer" VALUES('PKS-2024-001','2024-S2','koordinasi','baik');
CREATE TABLE effort (
  agreement TEXT NOT NULL,
  obstacle  INTEGER NOT NULL,
  number    INTEGER NOT NULL CHECK (number > 0),
  period    TEXT NOT NULL CHECK (period GLOB '[12][0-9][0-9][0-9]' OR period GLOB '[12][0-9][0-9][0-9]-S[12]' OR period GLOB '[12][0-9][0-9][0-9]-Q[1-4]' OR period GLOB '[12][0-9][0-9][0-9]-0[1-9]' OR period GLOB '[12][0-9][0-9][0-9]-1[0-2]'),
  text      TEXT NOT NULL CHECK (trim(text) <> '' AND text NOT GLOB '*[' || char(1) || '-' || char(31) || ']*'),
  PRIMARY KEY (agreement, obstacle, number),
  FOREIGN KEY (agreement, obstacle) REFERENCES obstacle (agreement, number)
) STRICT, WITHOUT ROWID;
INSERT INTO "effort" VALUES('PKS-2024-001',1,1,'2024-S2','Menambah pelatih');
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
INSERT INTO "evaluation" VALUES('PKS-2024-001','2024-S2','inti/1','sebagian',NULL,'Kepala Seksi','lanjut',NULL);
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
  size      INTEGER NOT NULL CHECK (size >= 0),
  PRIMARY KEY (agreement, path)
) STRICT, WITHOUT ROWID;
INSERT INTO "file" VALUES('KB-2024-001','naskah.pdf','8e00a429e99e48f2cbd487612d8249888f208cfa6a5504d8cc998584bc01cfea',4);
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
INSERT INTO "journal" VALUES(1,1,'instrument','["inti/1"]',NULL,'{"id":"inti/1","text":"# Instrumen evaluasi inti, versi 1.\n#\n# Ini konvensi setempat. Tidak ada formulir atau nilai evaluasi nasional untuk kerja sama daerah:\n# Permendagri 22/2020 mewajibkan laporan semesteran (Pasal 17 dan Pasal 39) tetapi tidak menetapkan\n# daftar pertanyaan, bobot, ataupun kategori. Pemda dapat menggantinya dengan instrumen sendiri: salin\n# berkas ini, ubah `code` atau naikkan `version`, lalu sesuaikan isinya.\n#\n# Cara membaca\n# - `weight`: bobot butir; jumlah seluruh bobot harus tepat 100.\n# - `value`: bagian bobot yang diperoleh, dari 1 (terbaik) turun ke 0 (terendah).\n# - Setiap butir juga boleh dijawab `tidak-dapat-dinilai`; jawaban itu sudah tersedia, tidak ditulis di\n#   sini, dan tidak sama dengan jawaban terendah.\n# - `from_implementation = true`: jawaban diambil dari keadaan pelaksanaan, tidak ditanyakan dua kali.\n# - `above`: kategori berlaku untuk nilai di atas batas ini. Nilai dibulatkan ke dua desimal, sehingga\n#   \"80 ke atas\" ditulis `above = 79.99`.\n#\n# Alasan bobot: capaian paling berat (40), karena pimpinan menanyakan apakah kerja sama membuahkan\n# sesuatu; di dalamnya hasil lebih berat daripada keluaran. Pelaksanaan menyusul (36). Administrasi (18)\n# dan keberlanjutan (6) melengkapi, dan tidak dapat menutupi capaian yang kosong.\n\ncode = \"inti\"\nversion = 1\ntitle = \"Instrumen evaluasi kerja sama daerah: inti\"\nnote = \"\"\"\\\nKonvensi setempat: peraturan perundang-undangan tidak menetapkan formulir atau nilai evaluasi kerja sama \\\ndaerah. Nilai dihitung hanya apabila semua butir terjawab dan dapat dinilai; selain itu yang ditampilkan \\\nadalah cakupan.\"\"\"\nboundary_rule = \"\"\"\\\nNilai dibulatkan ke dua desimal (setengah ke atas). Sangat Tinggi: di atas 90; Tinggi: di atas 75 sampai \\\ndengan 90; Sedang: di atas 65 sampai dengan 75; Rendah: di atas 50 sampai dengan 65; Sangat Rendah: sampai \\\ndengan 50. Konvensi setempat; rentang dipinjam dari Permendagri 86/2017, yang ditulis dalam bilangan bulat \\\n(91–100, 76–90, 66–75, 51–65, 50 ke bawah) sehingga tidak menyebut nilai seperti 90,5.\"\"\"\n\n[sections]\npelaksanaan = \"Pelaksanaan\"\ncapaian = \"Capaian\"\nadministrasi = \"Administrasi\"\nkeberlanjutan = \"Keberlanjutan\"\n\n# Dasar semua butir lain. `belum` masih dapat dikejar, tetapi belum menghasilkan apa pun.\n[[items]]\ncode = \"terlaksana\"\nsection = \"pelaksanaan\"\nquestion = \"Sejauh mana kerja sama dilaksanakan dalam periode ini?\"\nhelp = \"Diambil dari keadaan pelaksanaan (--implementation).\"\nfrom_implementation = true\nweight = 10\noptions = [\n  { code = \"penuh\", label = \"Dilaksanakan penuh\", value = 1 },\n  { code = \"sebagian\", label = \"Dilaksanakan sebagian\", value = 0.5 },\n  { code = \"belum\", label = \"Belum dilaksanakan\", value = 0.1 },\n  { code = \"tidak\", label = \"Tidak dilaksanakan\", value = 0 },\n]\n\n# Kegiatan di luar maksud naskah tidak menjalankan naskah itu.\n[[items]]\ncode = \"sesuai-tujuan\"\nsection = \"pelaksanaan\"\nquestion = \"Apakah kegiatan berjalan menurut maksud, tujuan, dan ruang lingkup naskah?\"\nhelp = \"Bandingkan dengan pasal maksud dan tujuan, objek, dan ruang lingkup.\"\nweight = 8\noptions = [\n  { code = \"ya\", label = \"Ya, seluruhnya\", value = 1 },\n  { code = \"sebagian\", label = \"Sebagian\", value = 0.5 },\n  { code = \"tidak\", label = \"Tidak\", value = 0 },\n]\n\n# Terlambat masih lebih baik daripada tidak dikerjakan, dan sering bergantung pada anggaran.\n[[items]]\ncode = \"tepat-waktu\"\nsection = \"pelaksanaan\"\nquestion = \"Apakah kegiatan selesai menurut jadwal yang disepakati?\"\nhelp = \"Pakai rencana kerja atau jadwal dalam naskah; tanpa jadwal, jawab tidak-dapat-dinilai.\"\nweight = 6\noptions = [\n  { code = \"tepat\", label = \"Tepat waktu\", value = 1 },\n  { code = \"terlambat\", label = \"Terlambat\", value = 0.5 },\n  { code = \"tidak\", label = \"Tidak dikerjakan menurut jadwal\", value = 0 },\n]\n\n# Kerja sama yang dipikul satu pihak saja bukan kerja sama.\n[[items]]\ncode = \"peran-mitra\"\nsection = \"pelaksanaan\"\nquestion = \"Apakah mitra memenuhi kewajibannya (dana, tenaga, sarana, atau data)?\"\nhelp = \"Bandingkan dengan pasal hak dan kewajiban.\"\nweight = 7\noptions = [\n  { code = \"ya\", label = \"Ya, seluruhnya\", value = 1 },\n  { code = \"sebagian\", label = \"Sebagian\", value = 0.5 },\n  { code = \"tidak\", label = \"Tidak\", value = 0 },\n]\n\n# Sarana, bukan tujuan: paling ringan dalam bagian ini. Nilai berjarak sama, dibulatkan dua desimal.\n[[items]]\ncode = \"koordinasi\"\nsection = \"pelaksanaan\"\nquestion = \"Bagaimana koordinasi perangkat daerah dengan mitra dalam periode ini?\"\nhelp = \"Lihat rapat, surat-menyurat, dan tanggapan atas persoalan.\"\nweight = 5\noptions = [\n  { code = \"sangat-baik\", label = \"Sangat baik\", value = 1 },\n  { code = \"baik\", label = \"Baik\", value = 0.67 },\n  { code = \"cukup\", label = \"Cukup\", value = 0.33 },\n  { code = \"kurang\", label = \"Kurang\", value = 0 },\n]\n\n# Yang langsung dijanjikan naskah dan paling mudah dibuktikan.\n[[items]]\ncode = \"keluaran\"\nsection = \"capaian\"\nquestion = \"Apakah keluaran yang dijanjikan untuk periode ini tercapai?\"\nhelp = \"Bandingkan dengan target keluaran.\"\nweight = 18\noptions = [\n  { code = \"tercapai\", label = \"Tercapai seluruhnya\", value = 1 },\n  { code = \"sebagian\", label = \"Tercapai sebagian\", value = 0.5 },\n  { code = \"tidak\", label = \"Tidak tercapai\", value = 0 },\n]\n\n# Alasan kerja sama diadakan: bobot terbesar.\n[[items]]\ncode = \"hasil\"\nsection = \"capaian\"\nquestion = \"Apakah manfaat bagi pelayanan publik atau masyarakat sudah tampak?\"\nhelp = \"Bandingkan dengan target hasil; bila belum waktunya tampak, jawab tidak-dapat-dinilai.\"\nweight = 22\noptions = [\n  { code = \"nyata\", label = \"Nyata\", value = 1 },\n  { code = \"terbatas\", label = \"Terbatas\", value = 0.5 },\n  { code = \"tidak\", label = \"Tidak tampak\", value = 0 },\n]\n\n# Tertib naskah menjaga kepastian hukum dan ingatan kantor.\n[[items]]\ncode = \"kelengkapan-dokumen\"\nsection = \"administrasi\"\nquestion = \"Apakah dokumen kerja sama tersimpan lengkap?\"\nhelp = \"Naskah induk dan turunannya, kerangka acuan, laporan kegiatan, dan laporan keuangan bila ada.\"\nweight = 6\noptions = [\n  { code = \"lengkap\", label = \"Lengkap\", value = 1 },\n  { code = \"sebagian\", label = \"Sebagian\", value = 0.5 },\n  { code = \"tidak\", label = \"Tidak ada\", value = 0 },\n]\n\n# Laporan semesteran adalah kewajiban (Permendagri 22/2020 Pasal 17 dan Pasal 39).\n[[items]]\ncode = \"pelaporan\"\nsection = \"administrasi\"\nquestion = \"Apakah laporan pelaksanaan disampaikan kepada Bagian Kerja Sama tepat pada waktunya?\"\nhelp = \"Laporan yang diminta untuk periode ini.\"\nweight = 6\noptions = [\n  { code = \"rutin\", label = \"Rutin\", value = 1 },\n  { code = \"kadang\", label = \"Kadang-kadang\", value = 0.5 },\n  { code = \"tidak\", label = \"Tidak pernah\", value = 0 },\n]\n\n# Tanpa bukti, jawaban lain hanya pernyataan.\n[[items]]\ncode = \"bukti\"\nsection = \"administrasi\"\nquestion = \"Apakah jawaban di atas didukung bukti?\"\nhelp = \"Misalnya berita acara, daftar hadir, foto, data layanan, atau laporan.\"\nweight = 6\noptions = [\n  { code = \"lengkap\", label = \"Ada untuk semua jawaban\", value = 1 },\n  { code = \"sebagian\", label = \"Ada untuk sebagian jawaban\", value = 0.5 },\n  { code = \"tidak\", label = \"Tidak ada\", value = 0 },\n]\n\n# Menyangkut masa depan, bukan pelaksanaan: ringan, tetapi menjadi bahan rekomendasi.\n[[items]]\ncode = \"relevansi\"\nsection = \"keberlanjutan\"\nquestion = \"Apakah kerja sama masih sesuai dengan kebutuhan dan rencana pembangunan daerah?\"\nhelp = \"Bandingkan dengan RPJMD, RKPD, dan rencana strategis perangkat daerah.\"\nweight = 6\noptions = [\n  { code = \"sangat\", label = \"Sangat relevan\", value = 1 },\n  { code = \"cukup\", label = \"Cukup relevan\", value = 0.5 },\n  { code = \"tidak\", label = \"Tidak relevan\", value = 0 },\n]\n\n# Kategori, dari yang tertinggi; kategori terakhir menampung semua nilai yang tersisa.\n[[bands]]\nname = \"Sangat Tinggi\"\nabove = 90\n\n[[bands]]\nname = \"Tinggi\"\nabove = 75\n\n[[bands]]\nname = \"Sedang\"\nabove = 65\n\n[[bands]]\nname = \"Rendah\"\nabove = 50\n\n[[bands]]\nname = \"Sangat Rendah\"\n"}','10fa50e285e7febb0cc9b8bbe9529511','50698336bbc424d1c5b5891a0870cc4317c5c6fe7a8a3ca34ff5c6d8c6cd4b9f');
INSERT INTO "journal" VALUES(2,1,'setting','["name"]',NULL,'{"key":"name","value":"Kabupaten Contoh"}','da3410f45148cf7f69f2cd8ce995cbab','3e042db76801270b27d91b09e4d27ca0131f82fced38adc75b9895c98e775612');
INSERT INTO "journal" VALUES(3,1,'setting','["seat"]',NULL,'{"key":"seat","value":"Contoh"}','ce26a0d0f33ee624d658a5a3df1ed745','7da4f0ca1c5875442d1b76301b7eb35f961db0c8fa3d08e5c2b2494b977cba45');
INSERT INTO "journal" VALUES(4,1,'setting','["instrument"]',NULL,'{"key":"instrument","value":"inti/1"}','3889f36fb90860b56ed1069fdb5cb4e6','73dfb2bdd836caa94f9de523d93206e6e31c895b41d06368f590d48ff95e6741');
INSERT INTO "journal" VALUES(5,2,'opd','["DINKES"]',NULL,'{"code":"DINKES","name":"Dinas Kesehatan","valid_from":null,"valid_to":null,"successor":null}','8dea422fe224d69d6d9c14c7331a7025','72c2862bcd8e2d51d9f02001e3fc21a9ce303a71015f5acf62b14ba4208c7931');
INSERT INTO "journal" VALUES(6,3,'opd','["DIKBUD"]',NULL,'{"code":"DIKBUD","name":"Dinas Pendidikan dan Kebudayaan","valid_from":null,"valid_to":null,"successor":null}','9e8899c1d3def44b95eb46c4656204b1','6bb97611105856c6fa7ce474496a36a56c949a205809ef787b58d5703f70b611');
INSERT INTO "journal" VALUES(7,3,'opd_alias','["Dikbud"]',NULL,'{"alias":"Dikbud","opd":"DIKBUD"}','a7078582177795e0ad7cfed3692f4571','936c7d0facb22a8e6aca44e1abdd1105618d799ded30d0298d36d55bf3956c47');
INSERT INTO "journal" VALUES(8,4,'partner','[1]',NULL,'{"id":1,"name":"Universitas Contoh","kind":"perguruan-tinggi","merged_into":null}','1241fad49725fa684d3eee1c8bbddfb3','101cc7ae755ddf4db4f5d868e4c60bc0098782ffa29c76e143e1884cc7301a35');
INSERT INTO "journal" VALUES(9,5,'partner','[2]',NULL,'{"id":2,"name":"Tokoh Contoh","kind":"perseorangan","merged_into":null}','952f6cd3e867e579fe102b50058a7d68','7d76ede51191634c906e567fadf6dfc9f62d333d9d1d4cc9e0a09bffd52321e8');
INSERT INTO "journal" VALUES(10,5,'partner_alias','["Bapak Contoh"]',NULL,'{"alias":"Bapak Contoh","partner":2}','1010775c77f3af38c8869b23663fb73e','ca3b23d5308485b505d63769e7eae6686b65a7cb333e938eb152fe078a7e34f2');
INSERT INTO "journal" VALUES(11,6,'agreement','["KB-2024-001"]',NULL,'{"id":"KB-2024-001","doc":"kb","scheme":"ksdpk","title":"Peningkatan mutu tenaga kesehatan","lead_opd":"DINKES","entered_on":"2025-01-15","signed_on":"2024-02-20","starts_on":null,"end_kind":"date","ends_on":"2029-02-20","end_condition":null,"end_typed":null,"duration_typed":"5 tahun","parent":null,"predecessor":null,"void_reason":null,"note":"Baris satu\nbaris dua"}','035897dabff73db1d47489b4e5f74da8','b3643a0c552464a4803f2ff07e20d638fd3f7008570f5e4c71cc55ba8e454232');
INSERT INTO "journal" VALUES(12,6,'party','["KB-2024-001",0]',NULL,'{"agreement":"KB-2024-001","seat":0,"partner":null,"number":"100.3.7.1/12/KB/2024","signer_office":"Bupati Contoh","signer_name":"Nama Contoh","power_number":null,"power_date":null}','79473963a5803a9b44001784ff599c78','448e366765ec1da906280372bc7bd673862332be9ec42a8335a5c171196c0d4a');
INSERT INTO "journal" VALUES(13,6,'party','["KB-2024-001",1]',NULL,'{"agreement":"KB-2024-001","seat":1,"partner":1,"number":"77/UC/KS/2024","signer_office":null,"signer_name":null,"power_number":null,"power_date":null}','1cbfb9073e5ecdd2a07e26e3f9815b35','0351cc54e56c607b0f438d985849ed2564104376df170d9c1f96c076c59ec1c3');
INSERT INTO "journal" VALUES(14,6,'party','["KB-2024-001",2]',NULL,'{"agreement":"KB-2024-001","seat":2,"partner":2,"number":null,"signer_office":null,"signer_name":null,"power_number":null,"power_date":null}','905ac3a273e57b3c0311bb3e08fc310e','a9643f6dd074c9cd9025e1c3664aed113cfd7e12066ae5056a8b476eae594f9a');
INSERT INTO "journal" VALUES(15,6,'support_opd','["KB-2024-001","DIKBUD"]',NULL,'{"agreement":"KB-2024-001","opd":"DIKBUD"}','9a715d6b8ffda0f109b349fdd5ee9559','2fdc6cd42e382486037219dfdfa68da3c57fc49e809a565d786afbf0dd1e0812');
INSERT INTO "journal" VALUES(16,6,'affair','["KB-2024-001","1.02"]',NULL,'{"agreement":"KB-2024-001","code":"1.02"}','fd69e313ac249f3910c5e633bd5909dc','7d4775d2f337493da00cb61b799b0c876b7757aa49635ffa5983db30621c0071');
INSERT INTO "journal" VALUES(17,6,'scope_item','["KB-2024-001",1]',NULL,'{"agreement":"KB-2024-001","number":1,"text":"Pelatihan bidan"}','acbc49b41b04d13b2c66246a06baedf6','1586b80940f4ec1ecfab2be1b520ea789f7573d4c5a540c4e45b020a16ef16d8');
INSERT INTO "journal" VALUES(18,6,'scope_item','["KB-2024-001",2]',NULL,'{"agreement":"KB-2024-001","number":2,"text":"Penelitian gizi"}','ea426d2c5ad0286fac0c030696ae30e9','eec968a567b32b315d1763f1bb28d5e615cf55507e6a551c10f612dcc5f945e6');
INSERT INTO "journal" VALUES(19,6,'file','["KB-2024-001","naskah.pdf"]',NULL,'{"agreement":"KB-2024-001","path":"naskah.pdf","digest":"8e00a429e99e48f2cbd487612d8249888f208cfa6a5504d8cc998584bc01cfea","size":4}','d40941ccd608453d6a31cbce77dc2af5','7e8d43783c59a83768116f9a52411df60313a50babaa92af5614d4d9bdf0e74f');
INSERT INTO "journal" VALUES(20,7,'agreement','["PKS-2024-001"]',NULL,'{"id":"PKS-2024-001","doc":"pks","scheme":"ksdpk","title":"Pelatihan bidan desa","lead_opd":"DINKES","entered_on":"2025-01-15","signed_on":"2024-05-02","starts_on":null,"end_kind":"date","ends_on":"2026-05-02","end_condition":null,"end_typed":null,"duration_typed":"2 tahun","parent":"KB-2024-001","predecessor":null,"void_reason":null,"note":null}','be7f316f97869e2f1e8998aa77ebc7e9','d8cec7919bb9d6d6b4a7865dc8700b245e151fe0bdb53bad9e155cb6e862bc2b');
INSERT INTO "journal" VALUES(21,7,'party','["PKS-2024-001",0]',NULL,'{"agreement":"PKS-2024-001","seat":0,"partner":null,"number":"440/7/PKS/2024","signer_office":"Kepala Dinas Kesehatan","signer_name":null,"power_number":"100/7/SK/2024","power_date":"2024-04-29"}','0cdda4e5f07363d29ab4f8f5fd915920','feee62c6b6aa0bf3f18f78f2d7eb508caae48dcf45970b63c125e31896b5627f');
INSERT INTO "journal" VALUES(22,7,'party','["PKS-2024-001",1]',NULL,'{"agreement":"PKS-2024-001","seat":1,"partner":1,"number":null,"signer_office":null,"signer_name":null,"power_number":null,"power_date":null}','ec4f3d9edf4aff925ee3f3e4f483e2c6','7707ce3d1b80523a64735854586cc5e242b408b1179a4e11d8337a8a240b3be4');
INSERT INTO "journal" VALUES(23,7,'party','["PKS-2024-001",2]',NULL,'{"agreement":"PKS-2024-001","seat":2,"partner":2,"number":null,"signer_office":null,"signer_name":null,"power_number":null,"power_date":null}','e09f18e124e36e144dca7a9efd920f61','ddbb02eeab5cb7cdf3a72faf498d5d8cf123efa6ed135a7fb62d1593d6fd4236');
INSERT INTO "journal" VALUES(24,7,'support_opd','["PKS-2024-001","DIKBUD"]',NULL,'{"agreement":"PKS-2024-001","opd":"DIKBUD"}','e4273833308d3ab73ec2229146886804','b02eced15ead53e74fb3670fa07337ef8080321c1db6b1c3b3b7fe8900bed584');
INSERT INTO "journal" VALUES(25,7,'affair','["PKS-2024-001","1.02"]',NULL,'{"agreement":"PKS-2024-001","code":"1.02"}','f9dcac922293803f4b8f3ee9524c17d6','dab3cd252ba5de9eccc4532529928ea315f3727ee274b1b2db4da970a777282c');
INSERT INTO "journal" VALUES(26,7,'scope_item','["PKS-2024-001",1]',NULL,'{"agreement":"PKS-2024-001","number":1,"text":"Pelatihan bidan"}','fe6e44297a549c9b929b9a04b7eacf6d','cdec6c28b65bf6863fc9c48ca5f190bfd7ff7d12d07c643516d56796504204a9');
INSERT INTO "journal" VALUES(27,7,'scope_item','["PKS-2024-001",2]',NULL,'{"agreement":"PKS-2024-001","number":2,"text":"Penelitian gizi"}','80797841e48891fdb091ac5b9d97c9a7','2cac7bf28e99f95e903b1a716c50a1988245794b296e5afd9677a0d9cf7eafe9');
INSERT INTO "journal" VALUES(28,8,'target','["PKS-2024-001",1]',NULL,'{"agreement":"PKS-2024-001","number":1,"kind":"output","indicator":"Bidan dilatih","unit":"orang","value":0.12345678901234559,"due_on":null,"owed_by":"pemda","lower_is_better":0}','c90b037bdede8caf1373d2b15ac9026a','053deb7fac6a4947cda496075eb48f13a1db2a4a770d5d33cf88de77fca7e62d');
INSERT INTO "journal" VALUES(29,9,'evaluation','["PKS-2024-001","2024-S2"]',NULL,'{"agreement":"PKS-2024-001","period":"2024-S2","instrument":"inti/1","implementation":"sebagian","reported_on":null,"filler":"Kepala Seksi","recommendation":"lanjut","note":null}','7b70da127c8ebf68ccbbfdb0dc9447e2','d7465dc1c09d2437ac13e27a54b966a100645fd9703e6884d96982295b207c2f');
INSERT INTO "journal" VALUES(30,9,'answer','["PKS-2024-001","2024-S2","koordinasi"]',NULL,'{"agreement":"PKS-2024-001","period":"2024-S2","item":"koordinasi","option":"baik"}','050b4b7db7f72941430bdab26f52e4c9','c72bec94c75577aea77c1f187aba6644916ec981c9e7fbbbaef997a33ba04525');
INSERT INTO "journal" VALUES(31,9,'evidence','["PKS-2024-001","2024-S2",1]',NULL,'{"agreement":"PKS-2024-001","period":"2024-S2","number":1,"text":"Daftar hadir","digest":null,"size":null}','fca172d101c4e4391c4bd88f1ae9f483','77e93ae0d417517f0da3a36aa062845760e438e4403ef61162b4419453914d02');
INSERT INTO "journal" VALUES(32,9,'realisation','["PKS-2024-001",1,"2024-S2"]',NULL,'{"agreement":"PKS-2024-001","target":1,"period":"2024-S2","value":40.0}','7e9365e3b244259b9a4401f435a6b33b','89c819a5aaa717686c11d9d20aa09bf5ddeaf0d41675b95318aebc2ea0addc51');
INSERT INTO "journal" VALUES(33,9,'obstacle','["PKS-2024-001",1]',NULL,'{"agreement":"PKS-2024-001","number":1,"text":"Pelatih kurang","category":null,"opened":"2024-S2","closed":null}','65fe5e4667e426bbd8b61978aca9a01e','43ec70d33ec44372bb3ff35206ad4dd1c6e94ecc61d30c4a91ec5fe89995b882');
INSERT INTO "journal" VALUES(34,9,'effort','["PKS-2024-001",1,1]',NULL,'{"agreement":"PKS-2024-001","obstacle":1,"number":1,"period":"2024-S2","text":"Menambah pelatih"}','df1c0ae12879f035aef4ad45dca6f2bd','82d1d6d41b4561607eeb314dfaecd56ca500546a31f44311ccb4717e14831bf8');
INSERT INTO "journal" VALUES(35,10,'action','["PKS-2024-001",1]',NULL,'{"agreement":"PKS-2024-001","number":1,"agreed":"2024-S2","what":"Bimbingan teknis","who":null,"due_on":null,"done_on":null,"proof":null}','ec2650c64e753533c76f6669e5ebd01c','87a6909d89f839f862437b895f4e8d1dc3b5ba50edf53e7d45472a4350086d07');
INSERT INTO "journal" VALUES(36,11,'agreement','["PKS-2024-001"]','{"id":"PKS-2024-001","doc":"pks","scheme":"ksdpk","title":"Pelatihan bidan desa","lead_opd":"DINKES","entered_on":"2025-01-15","signed_on":"2024-05-02","starts_on":null,"end_kind":"date","ends_on":"2026-05-02","end_condition":null,"end_typed":null,"duration_typed":"2 tahun","parent":"KB-2024-001","predecessor":null,"void_reason":null,"note":null}','{"id":"PKS-2024-001","doc":"pks","scheme":"ksdpk","title":"Pelatihan bidan","lead_opd":"DINKES","entered_on":"2025-01-15","signed_on":"2024-05-02","starts_on":null,"end_kind":"date","ends_on":"2026-05-02","end_condition":null,"end_typed":null,"duration_typed":"2 tahun","parent":"KB-2024-001","predecessor":null,"void_reason":null,"note":null}','7fde6ac5eb30d9baef975aa82a5ed278','2083c92442acec64d6acc4f9f6d7fd288303aa236fa3d036a945550e87192919');
INSERT INTO "journal" VALUES(37,12,'partner','[3]',NULL,'{"id":3,"name":"Foreign Body","kind":null,"merged_into":null}','2161259aba12a54767a6ef212ac73f44','df74fd49afa283d0538295c16bcd08e24b93adeadbc78b4bdf6e3e8ec243f680');
INSERT INTO "journal" VALUES(38,12,'agreement','["LOI-2025-001"]',NULL,'{"id":"LOI-2025-001","doc":"loi","scheme":"ksdll","title":"Surat minat","lead_opd":"DIKBUD","entered_on":"2025-01-15","signed_on":null,"starts_on":null,"end_kind":null,"ends_on":null,"end_condition":null,"end_typed":null,"duration_typed":null,"parent":null,"predecessor":null,"void_reason":null,"note":null}','f95ed844a9b6e5f01f4259c51209cadf','04c37cf2b9c3281c598db06d2fb85761da33ddeac2f0107216ce9167a685e514');
INSERT INTO "journal" VALUES(39,12,'party','["LOI-2025-001",0]',NULL,'{"agreement":"LOI-2025-001","seat":0,"partner":null,"number":null,"signer_office":null,"signer_name":null,"power_number":null,"power_date":null}','b7f6594df1e310e8b88704da4c0cdebd','72363429114aad73d4b4cf05705bfa152dacee7fbd910ed829686ddeec48e9e5');
INSERT INTO "journal" VALUES(40,12,'party','["LOI-2025-001",1]',NULL,'{"agreement":"LOI-2025-001","seat":1,"partner":3,"number":null,"signer_office":null,"signer_name":null,"power_number":null,"power_date":null}','71f232c0a48a035a40be6d36974f348a','4bd32f727ae580d3ae720ea1f5bc4dd6002fff305606574ef1ada1d9293cb10f');
INSERT INTO "journal" VALUES(41,13,'agreement','["LOI-2025-001"]','{"id":"LOI-2025-001","doc":"loi","scheme":"ksdll","title":"Surat minat","lead_opd":"DIKBUD","entered_on":"2025-01-15","signed_on":null,"starts_on":null,"end_kind":null,"ends_on":null,"end_condition":null,"end_typed":null,"duration_typed":null,"parent":null,"predecessor":null,"void_reason":null,"note":null}','{"id":"LOI-2025-001","doc":"loi","scheme":"ksdll","title":"Surat minat","lead_opd":"DIKBUD","entered_on":"2025-01-15","signed_on":null,"starts_on":null,"end_kind":null,"ends_on":null,"end_condition":null,"end_typed":null,"duration_typed":null,"parent":null,"predecessor":null,"void_reason":"salah catat","note":null}','55a798145493416d6b15dd911a71c428','f605b32d0e9769fa09abca8dedc7520a8276cf0d116d7317569b99418329a2cf');
CREATE TABLE obstacle (
  agreement TEXT NOT NULL REFERENCES agreement (id),
  number    INTEGER NOT NULL CHECK (number > 0),
  text      TEXT NOT NULL CHECK (trim(text) <> '' AND text NOT GLOB '*[' || char(1) || '-' || char(31) || ']*'),
  category  TEXT CHECK (category IN ('anggaran', 'sdm', 'sarana', 'data', 'regulasi', 'koordinasi', 'mitra', 'lainnya')),
  opened    TEXT NOT NULL CHECK (opened GLOB '[12][0-9][0-9][0-9]' OR opened GLOB '[12][0-9][0-9][0-9]-S[12]' OR opened GLOB '[12][0-9][0-9][0-9]-Q[1-4]' OR opened GLOB '[12][0-9][0-9][0-9]-0[1-9]' OR opened GLOB '[12][0-9][0-9][0-9]-1[0-2]'),
  closed    TEXT CHECK (closed GLOB '[12][0-9][0-9][0-9]' OR closed GLOB '[12][0-9][0-9][0-9]-S[12]' OR closed GLOB '[12][0-9][0-9][0-9]-Q[1-4]' OR closed GLOB '[12][0-9][0-9][0-9]-0[1-9]' OR closed GLOB '[12][0-9][0-9][0-9]-1[0-2]'),
  PRIMARY KEY (agreement, number)
) STRICT, WITHOUT ROWID;
INSERT INTO "obstacle" VALUES('PKS-2024-001',1,'Pelatih kurang',NULL,'2024-S2',NULL);
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
INSERT INTO "partner" VALUES(2,'Tokoh Contoh','perseorangan',NULL);
INSERT INTO "partner" VALUES(3,'Foreign Body',NULL,NULL);
CREATE TABLE partner_alias (
  alias   TEXT PRIMARY KEY COLLATE NOCASE CHECK (trim(alias) <> '' AND alias NOT GLOB '*[' || char(1) || '-' || char(31) || ']*'),
  partner INTEGER NOT NULL REFERENCES partner (id)
) STRICT, WITHOUT ROWID;
INSERT INTO "partner_alias" VALUES('Bapak Contoh',2);
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
INSERT INTO "party" VALUES('KB-2024-001',0,NULL,'100.3.7.1/12/KB/2024','Bupati Contoh','Nama Contoh',NULL,NULL);
INSERT INTO "party" VALUES('KB-2024-001',1,1,'77/UC/KS/2024',NULL,NULL,NULL,NULL);
INSERT INTO "party" VALUES('KB-2024-001',2,2,NULL,NULL,NULL,NULL,NULL);
INSERT INTO "party" VALUES('LOI-2025-001',0,NULL,NULL,NULL,NULL,NULL,NULL);
INSERT INTO "party" VALUES('LOI-2025-001',1,3,NULL,NULL,NULL,NULL,NULL);
INSERT INTO "party" VALUES('PKS-2024-001',0,NULL,'440/7/PKS/2024','Kepala Dinas Kesehatan',NULL,'100/7/SK/2024','2024-04-29');
INSERT INTO "party" VALUES('PKS-2024-001',1,1,NULL,NULL,NULL,NULL,NULL);
INSERT INTO "party" VALUES('PKS-2024-001',2,2,NULL,NULL,NULL,NULL,NULL);
CREATE TABLE realisation (
  agreement TEXT NOT NULL,
  target    INTEGER NOT NULL,
  period    TEXT NOT NULL,
  value     REAL NOT NULL CHECK (abs(value) <= 1e15),
  PRIMARY KEY (agreement, target, period),
  FOREIGN KEY (agreement, target) REFERENCES target (agreement, number),
  FOREIGN KEY (agreement, period) REFERENCES evaluation (agreement, period)
) STRICT, WITHOUT ROWID;
INSERT INTO "realisation" VALUES('PKS-2024-001',1,'2024-S2',40.0);
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
INSERT INTO "serial" VALUES('loi',2025,1);
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
INSERT INTO "target" VALUES('PKS-2024-001',1,'output','Bidan dilatih','orang',1.23456789012345594103e-01,NULL,'pemda',0);
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
CREATE TRIGGER journal_no_update BEFORE UPDATE ON journal WHEN old.digest IS NOT NULL OR old.act IS NULL BEGIN SELECT raise(ABORT, 'journal is append-only'); END;
CREATE TRIGGER journal_no_delete BEFORE DELETE ON journal BEGIN SELECT raise(ABORT, 'journal is append-only'); END;
CREATE TRIGGER act_no_update BEFORE UPDATE ON act WHEN old.entries IS NOT NULL BEGIN SELECT raise(ABORT, 'journal is append-only'); END;
CREATE TRIGGER act_no_delete BEFORE DELETE ON act BEGIN SELECT raise(ABORT, 'journal is append-only'); END;
CREATE TRIGGER journal_action_insert AFTER INSERT ON action BEGIN INSERT INTO journal (act, tbl, key, old, new) VALUES ((SELECT id FROM act WHERE entries IS NULL), 'action', json_array(new.agreement, new.number), NULL, json_object('agreement', new.agreement, 'number', new.number, 'agreed', new.agreed, 'what', new.what, 'who', new.who, 'due_on', new.due_on, 'done_on', new.done_on, 'proof', new.proof)); END;
CREATE TRIGGER journal_action_update AFTER UPDATE ON action WHEN old.agreement IS NOT new.agreement COLLATE BINARY OR old.number IS NOT new.number COLLATE BINARY OR old.agreed IS NOT new.agreed COLLATE BINARY OR old.what IS NOT new.what COLLATE BINARY OR old.who IS NOT new.who COLLATE BINARY OR old.due_on IS NOT new.due_on COLLATE BINARY OR old.done_on IS NOT new.done_on COLLATE BINARY OR old.proof IS NOT new.proof COLLATE BINARY BEGIN INSERT INTO journal (act, tbl, key, old, new) VALUES ((SELECT id FROM act WHERE entries IS NULL), 'action', json_array(new.agreement, new.number), json_object('agreement', old.agreement, 'number', old.number, 'agreed', old.agreed, 'what', old.what, 'who', old.who, 'due_on', old.due_on, 'done_on', old.done_on, 'proof', old.proof), json_object('agreement', new.agreement, 'number', new.number, 'agreed', new.agreed, 'what', new.what, 'who', new.who, 'due_on', new.due_on, 'done_on', new.done_on, 'proof', new.proof)); END;
CREATE TRIGGER journal_action_delete AFTER DELETE ON action BEGIN INSERT INTO journal (act, tbl, key, old, new) VALUES ((SELECT id FROM act WHERE entries IS NULL), 'action', json_array(old.agreement, old.number), json_object('agreement', old.agreement, 'number', old.number, 'agreed', old.agreed, 'what', old.what, 'who', old.who, 'due_on', old.due_on, 'done_on', old.done_on, 'proof', old.proof), NULL); END;
CREATE TRIGGER journal_affair_insert AFTER INSERT ON affair BEGIN INSERT INTO journal (act, tbl, key, old, new) VALUES ((SELECT id FROM act WHERE entries IS NULL), 'affair', json_array(new.agreement, new.code), NULL, json_object('agreement', new.agreement, 'code', new.code)); END;
CREATE TRIGGER journal_affair_update AFTER UPDATE ON affair WHEN old.agreement IS NOT new.agreement COLLATE BINARY OR old.code IS NOT new.code COLLATE BINARY BEGIN INSERT INTO journal (act, tbl, key, old, new) VALUES ((SELECT id FROM act WHERE entries IS NULL), 'affair', json_array(new.agreement, new.code), json_object('agreement', old.agreement, 'code', old.code), json_object('agreement', new.agreement, 'code', new.code)); END;
CREATE TRIGGER journal_affair_delete AFTER DELETE ON affair BEGIN INSERT INTO journal (act, tbl, key, old, new) VALUES ((SELECT id FROM act WHERE entries IS NULL), 'affair', json_array(old.agreement, old.code), json_object('agreement', old.agreement, 'code', old.code), NULL); END;
CREATE TRIGGER journal_agreement_insert AFTER INSERT ON agreement BEGIN INSERT INTO journal (act, tbl, key, old, new) VALUES ((SELECT id FROM act WHERE entries IS NULL), 'agreement', json_array(new.id), NULL, json_object('id', new.id, 'doc', new.doc, 'scheme', new.scheme, 'title', new.title, 'lead_opd', new.lead_opd, 'entered_on', new.entered_on, 'signed_on', new.signed_on, 'starts_on', new.starts_on, 'end_kind', new.end_kind, 'ends_on', new.ends_on, 'end_condition', new.end_condition, 'end_typed', new.end_typed, 'duration_typed', new.duration_typed, 'parent', new.parent, 'predecessor', new.predecessor, 'void_reason', new.void_reason, 'note', new.note)); END;
CREATE TRIGGER journal_agreement_update AFTER UPDATE ON agreement WHEN old.id IS NOT new.id COLLATE BINARY OR old.doc IS NOT new.doc COLLATE BINARY OR old.scheme IS NOT new.scheme COLLATE BINARY OR old.title IS NOT new.title COLLATE BINARY OR old.lead_opd IS NOT new.lead_opd COLLATE BINARY OR old.entered_on IS NOT new.entered_on COLLATE BINARY OR old.signed_on IS NOT new.signed_on COLLATE BINARY OR old.starts_on IS NOT new.starts_on COLLATE BINARY OR old.end_kind IS NOT new.end_kind COLLATE BINARY OR old.ends_on IS NOT new.ends_on COLLATE BINARY OR old.end_condition IS NOT new.end_condition COLLATE BINARY OR old.end_typed IS NOT new.end_typed COLLATE BINARY OR old.duration_typed IS NOT new.duration_typed COLLATE BINARY OR old.parent IS NOT new.parent COLLATE BINARY OR old.predecessor IS NOT new.predecessor COLLATE BINARY OR old.void_reason IS NOT new.void_reason COLLATE BINARY OR old.note IS NOT new.note COLLATE BINARY BEGIN INSERT INTO journal (act, tbl, key, old, new) VALUES ((SELECT id FROM act WHERE entries IS NULL), 'agreement', json_array(new.id), json_object('id', old.id, 'doc', old.doc, 'scheme', old.scheme, 'title', old.title, 'lead_opd', old.lead_opd, 'entered_on', old.entered_on, 'signed_on', old.signed_on, 'starts_on', old.starts_on, 'end_kind', old.end_kind, 'ends_on', old.ends_on, 'end_condition', old.end_condition, 'end_typed', old.end_typed, 'duration_typed', old.duration_typed, 'parent', old.parent, 'predecessor', old.predecessor, 'void_reason', old.void_reason, 'note', old.note), json_object('id', new.id, 'doc', new.doc, 'scheme', new.scheme, 'title', new.title, 'lead_opd', new.lead_opd, 'entered_on', new.entered_on, 'signed_on', new.signed_on, 'starts_on', new.starts_on, 'end_kind', new.end_kind, 'ends_on', new.ends_on, 'end_condition', new.end_condition, 'end_typed', new.end_typed, 'duration_typed', new.duration_typed, 'parent', new.parent, 'predecessor', new.predecessor, 'void_reason', new.void_reason, 'note', new.note)); END;
CREATE TRIGGER journal_agreement_delete AFTER DELETE ON agreement BEGIN INSERT INTO journal (act, tbl, key, old, new) VALUES ((SELECT id FROM act WHERE entries IS NULL), 'agreement', json_array(old.id), json_object('id', old.id, 'doc', old.doc, 'scheme', old.scheme, 'title', old.title, 'lead_opd', old.lead_opd, 'entered_on', old.entered_on, 'signed_on', old.signed_on, 'starts_on', old.starts_on, 'end_kind', old.end_kind, 'ends_on', old.ends_on, 'end_condition', old.end_condition, 'end_typed', old.end_typed, 'duration_typed', old.duration_typed, 'parent', old.parent, 'predecessor', old.predecessor, 'void_reason', old.void_reason, 'note', old.note), NULL); END;
CREATE TRIGGER journal_answer_insert AFTER INSERT ON answer BEGIN INSERT INTO journal (act, tbl, key, old, new) VALUES ((SELECT id FROM act WHERE entries IS NULL), 'answer', json_array(new.agreement, new.period, new.item), NULL, json_object('agreement', new.agreement, 'period', new.period, 'item', new.item, 'option', new.option)); END;
CREATE TRIGGER journal_answer_update AFTER UPDATE ON answer WHEN old.agreement IS NOT new.agreement COLLATE BINARY OR old.period IS NOT new.period COLLATE BINARY OR old.item IS NOT new.item COLLATE BINARY OR old.option IS NOT new.option COLLATE BINARY BEGIN INSERT INTO journal (act, tbl, key, old, new) VALUES ((SELECT id FROM act WHERE entries IS NULL), 'answer', json_array(new.agreement, new.period, new.item), json_object('agreement', old.agreement, 'period', old.period, 'item', old.item, 'option', old.option), json_object('agreement', new.agreement, 'period', new.period, 'item', new.item, 'option', new.option)); END;
CREATE TRIGGER journal_answer_delete AFTER DELETE ON answer BEGIN INSERT INTO journal (act, tbl, key, old, new) VALUES ((SELECT id FROM act WHERE entries IS NULL), 'answer', json_array(old.agreement, old.period, old.item), json_object('agreement', old.agreement, 'period', old.period, 'item', old.item, 'option', old.option), NULL); END;
CREATE TRIGGER journal_effort_insert AFTER INSERT ON effort BEGIN INSERT INTO journal (act, tbl, key, old, new) VALUES ((SELECT id FROM act WHERE entries IS NULL), 'effort', json_array(new.agreement, new.obstacle, new.number), NULL, json_object('agreement', new.agreement, 'obstacle', new.obstacle, 'number', new.number, 'period', new.period, 'text', new.text)); END;
CREATE TRIGGER journal_effort_update AFTER UPDATE ON effort WHEN old.agreement IS NOT new.agreement COLLATE BINARY OR old.obstacle IS NOT new.obstacle COLLATE BINARY OR old.number IS NOT new.number COLLATE BINARY OR old.period IS NOT new.period COLLATE BINARY OR old.text IS NOT new.text COLLATE BINARY BEGIN INSERT INTO journal (act, tbl, key, old, new) VALUES ((SELECT id FROM act WHERE entries IS NULL), 'effort', json_array(new.agreement, new.obstacle, new.number), json_object('agreement', old.agreement, 'obstacle', old.obstacle, 'number', old.number, 'period', old.period, 'text', old.text), json_object('agreement', new.agreement, 'obstacle', new.obstacle, 'number', new.number, 'period', new.period, 'text', new.text)); END;
CREATE TRIGGER journal_effort_delete AFTER DELETE ON effort BEGIN INSERT INTO journal (act, tbl, key, old, new) VALUES ((SELECT id FROM act WHERE entries IS NULL), 'effort', json_array(old.agreement, old.obstacle, old.number), json_object('agreement', old.agreement, 'obstacle', old.obstacle, 'number', old.number, 'period', old.period, 'text', old.text), NULL); END;
CREATE TRIGGER journal_evaluation_insert AFTER INSERT ON evaluation BEGIN INSERT INTO journal (act, tbl, key, old, new) VALUES ((SELECT id FROM act WHERE entries IS NULL), 'evaluation', json_array(new.agreement, new.period), NULL, json_object('agreement', new.agreement, 'period', new.period, 'instrument', new.instrument, 'implementation', new.implementation, 'reported_on', new.reported_on, 'filler', new.filler, 'recommendation', new.recommendation, 'note', new.note)); END;
CREATE TRIGGER journal_evaluation_update AFTER UPDATE ON evaluation WHEN old.agreement IS NOT new.agreement COLLATE BINARY OR old.period IS NOT new.period COLLATE BINARY OR old.instrument IS NOT new.instrument COLLATE BINARY OR old.implementation IS NOT new.implementation COLLATE BINARY OR old.reported_on IS NOT new.reported_on COLLATE BINARY OR old.filler IS NOT new.filler COLLATE BINARY OR old.recommendation IS NOT new.recommendation COLLATE BINARY OR old.note IS NOT new.note COLLATE BINARY BEGIN INSERT INTO journal (act, tbl, key, old, new) VALUES ((SELECT id FROM act WHERE entries IS NULL), 'evaluation', json_array(new.agreement, new.period), json_object('agreement', old.agreement, 'period', old.period, 'instrument', old.instrument, 'implementation', old.implementation, 'reported_on', old.reported_on, 'filler', old.filler, 'recommendation', old.recommendation, 'note', old.note), json_object('agreement', new.agreement, 'period', new.period, 'instrument', new.instrument, 'implementation', new.implementation, 'reported_on', new.reported_on, 'filler', new.filler, 'recommendation', new.recommendation, 'note', new.note)); END;
CREATE TRIGGER journal_evaluation_delete AFTER DELETE ON evaluation BEGIN INSERT INTO journal (act, tbl, key, old, new) VALUES ((SELECT id FROM act WHERE entries IS NULL), 'evaluation', json_array(old.agreement, old.period), json_object('agreement', old.agreement, 'period', old.period, 'instrument', old.instrument, 'implementation', old.implementation, 'reported_on', old.reported_on, 'filler', old.filler, 'recommendation', old.recommendation, 'note', old.note), NULL); END;
CREATE TRIGGER journal_evidence_insert AFTER INSERT ON evidence BEGIN INSERT INTO journal (act, tbl, key, old, new) VALUES ((SELECT id FROM act WHERE entries IS NULL), 'evidence', json_array(new.agreement, new.period, new.number), NULL, json_object('agreement', new.agreement, 'period', new.period, 'number', new.number, 'text', new.text, 'digest', new.digest, 'size', new.size)); END;
CREATE TRIGGER journal_evidence_update AFTER UPDATE ON evidence WHEN old.agreement IS NOT new.agreement COLLATE BINARY OR old.period IS NOT new.period COLLATE BINARY OR old.number IS NOT new.number COLLATE BINARY OR old.text IS NOT new.text COLLATE BINARY OR old.digest IS NOT new.digest COLLATE BINARY OR old.size IS NOT new.size COLLATE BINARY BEGIN INSERT INTO journal (act, tbl, key, old, new) VALUES ((SELECT id FROM act WHERE entries IS NULL), 'evidence', json_array(new.agreement, new.period, new.number), json_object('agreement', old.agreement, 'period', old.period, 'number', old.number, 'text', old.text, 'digest', old.digest, 'size', old.size), json_object('agreement', new.agreement, 'period', new.period, 'number', new.number, 'text', new.text, 'digest', new.digest, 'size', new.size)); END;
CREATE TRIGGER journal_evidence_delete AFTER DELETE ON evidence BEGIN INSERT INTO journal (act, tbl, key, old, new) VALUES ((SELECT id FROM act WHERE entries IS NULL), 'evidence', json_array(old.agreement, old.period, old.number), json_object('agreement', old.agreement, 'period', old.period, 'number', old.number, 'text', old.text, 'digest', old.digest, 'size', old.size), NULL); END;
CREATE TRIGGER journal_file_insert AFTER INSERT ON file BEGIN INSERT INTO journal (act, tbl, key, old, new) VALUES ((SELECT id FROM act WHERE entries IS NULL), 'file', json_array(new.agreement, new.path), NULL, json_object('agreement', new.agreement, 'path', new.path, 'digest', new.digest, 'size', new.size)); END;
CREATE TRIGGER journal_file_update AFTER UPDATE ON file WHEN old.agreement IS NOT new.agreement COLLATE BINARY OR old.path IS NOT new.path COLLATE BINARY OR old.digest IS NOT new.digest COLLATE BINARY OR old.size IS NOT new.size COLLATE BINARY BEGIN INSERT INTO journal (act, tbl, key, old, new) VALUES ((SELECT id FROM act WHERE entries IS NULL), 'file', json_array(new.agreement, new.path), json_object('agreement', old.agreement, 'path', old.path, 'digest', old.digest, 'size', old.size), json_object('agreement', new.agreement, 'path', new.path, 'digest', new.digest, 'size', new.size)); END;
CREATE TRIGGER journal_file_delete AFTER DELETE ON file BEGIN INSERT INTO journal (act, tbl, key, old, new) VALUES ((SELECT id FROM act WHERE entries IS NULL), 'file', json_array(old.agreement, old.path), json_object('agreement', old.agreement, 'path', old.path, 'digest', old.digest, 'size', old.size), NULL); END;
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
