BEGIN TRANSACTION;
CREATE TABLE "_sqlite_migrations" (
   "id" INTEGER PRIMARY KEY,
   "migration_set" TEXT,
   "name" TEXT,
   "applied_at" TEXT
);
INSERT INTO "_sqlite_migrations" VALUES(1,'kskd','0001_registry','2026-11-24 07:30:05.280217+00:00');
INSERT INTO "_sqlite_migrations" VALUES(2,'kskd','0002_safety','2026-11-24 07:30:05.290683+00:00');
INSERT INTO "_sqlite_migrations" VALUES(3,'kskd','0003_law','2026-11-24 10:01:24.263487+00:00');
INSERT INTO "_sqlite_migrations" VALUES(4,'kskd','0004_evaluation','2026-11-28 20:06:22.615370+00:00');
INSERT INTO "_sqlite_migrations" VALUES(5,'kskd','0005_lines','2026-11-28 21:17:30.654178+00:00');
INSERT INTO "_sqlite_migrations" VALUES(6,'kskd','0006_office','2026-11-29 00:15:56.218509+00:00');
INSERT INTO "_sqlite_migrations" VALUES(7,'kskd','0007_facts','2026-11-29 03:20:22.095155+00:00');
INSERT INTO "_sqlite_migrations" VALUES(8,'kskd','0008_sources','2026-11-29 05:58:48.490325+00:00');
CREATE TABLE acceptance (
  agreement   TEXT NOT NULL REFERENCES agreement (id),
  rule        TEXT NOT NULL CHECK (rule GLOB 'KS[1-9][0-9][0-9]'),
  reason      TEXT NOT NULL CHECK (trim(reason) <> '' AND reason NOT GLOB '*[' || char(1) || '-' || char(31) || ']*'),
  accepted_on TEXT NOT NULL CHECK (accepted_on IS date(accepted_on, '+0 days') AND length(accepted_on) = 10),
  until       TEXT CHECK (until IS date(until, '+0 days') AND length(until) = 10),
  PRIMARY KEY (agreement, rule),
  CHECK (until >= accepted_on)
) STRICT, WITHOUT ROWID;
INSERT INTO "acceptance" VALUES('PKS-2024-001','KS601','naskah asli di Bagian Hukum','2025-01-15',NULL);
CREATE TABLE act (
  id      INTEGER PRIMARY KEY,
  at      TEXT NOT NULL,
  who     TEXT NOT NULL CHECK (trim(who) <> '' AND who NOT GLOB '*[' || char(1) || '-' || char(31) || ']*'),
  command TEXT NOT NULL CHECK (trim(command) <> '' AND command NOT GLOB '*[' || char(1) || '-' || char(31) || ']*'),
  reason  TEXT CHECK (trim(reason) <> '' AND reason NOT GLOB '*[' || char(1) || '-' || char(31) || ']*'),
  entries INTEGER CHECK (entries > 0),
  link    TEXT CHECK (length(link) = 64 AND link NOT GLOB '*[^0-9a-f]*'), letter TEXT CHECK (trim(letter) <> '' AND letter NOT GLOB '*[' || char(1) || '-' || char(31) || ']*'), undoes TEXT CHECK (json_type(undoes) = 'array' AND json_array_length(undoes) > 0), salt TEXT, digest TEXT CHECK (length(digest) = 64 AND digest NOT GLOB '*[^0-9a-f]*'),
  CHECK ((entries IS NULL) = (link IS NULL))
) STRICT;
INSERT INTO "act" VALUES(1,'2025-01-15T00:00:00+00:00','analis','init',NULL,4,'a20b0a8cc6aa453c7a8ea0229f4242137137f5a02b3c058a59a37864db608d05',NULL,NULL,'f00afe416204883e1c68b64ff4c039df','ac040631d433a8bc59a2f7bb9b980afa03d2f270fd79679ef8cba2b66652a323');
INSERT INTO "act" VALUES(2,'2025-01-15T00:00:00+00:00','analis','opd add',NULL,1,'76bbc599778b855adc0dd8786e10eaae1ca7bf72420d49c88f7b617dff48a503',NULL,NULL,'b9175a009e77a65dba7c88201b1061a7','c5ca58cf9f45b3ac1547b37c6c6bfdff145efd8d8ba025a7e4ac0d521a2e9a64');
INSERT INTO "act" VALUES(3,'2025-01-15T00:00:00+00:00','analis','opd add',NULL,2,'3bdd03bf79bb207d4345229a85510259af0e6ab3f67d155a61e2ab97a982626d',NULL,NULL,'3099dd5291bb5d30cadfc51e3929085c','a864fbc1e2819c9598383cc92079db4f8532f03f351d66c5907330a847fa0a4c');
INSERT INTO "act" VALUES(4,'2025-01-15T00:00:00+00:00','analis','partner add',NULL,1,'d687eed3f51ca5e767089780cb3d8be94092e706286e2eb2afd2252fabcc43ce',NULL,NULL,'e523cbf6f8cd1a3093ad320af63300bd','85523a5cc3496e142709012a37e8bcfae001ebff0ea93317d89ce146ca6db901');
INSERT INTO "act" VALUES(5,'2025-01-15T00:00:00+00:00','analis','partner add',NULL,2,'6987fb6105030d85571520d5dce0322439eac3068965040074de6c03e77e1d7a',NULL,NULL,'23efde9adff40680754987e8c475d3a0','b393bcf1eed0fc45f86caea167e1bbd2e8c55e58062fda6ef93e06b37051f14a');
INSERT INTO "act" VALUES(6,'2025-01-15T00:00:00+00:00','analis','add-mou',NULL,8,'750b360b7b9aaca3ec263e76fada5364e93d49750fc56724299e90df056268e2','100/7/2024',NULL,'1352395b6ba9b95621b2d08874b5d3cd','1eb684635a1859e112250a66431a6879453f7391e3217a2f0e0380c4e7ea1b12');
INSERT INTO "act" VALUES(7,'2025-01-15T00:00:00+00:00','analis','attach',NULL,1,'b8429fe0a5df431cf7e2d36d9e0ddabb0b0b6e14a5b5b5c18d0709ccd959daad',NULL,NULL,'22864e158c800a5382790fb7b9d5a6e9','0c5f5082b2400e5b63718c72574ecb4b93f1101ee351616e236842e0bc1d7db9');
INSERT INTO "act" VALUES(8,'2025-01-15T00:00:00+00:00','analis','derive-pks',NULL,8,'3373bfb50753141a12b00c36e167f3a76e68d39a60eb51d4c071547794d5094a',NULL,NULL,'d92d41a308ab5c881a541580e0404363','c10f11da524be6bcb6a6f6c5ea0820a96266fa3ae3322b009823a8a5ddeeef90');
INSERT INTO "act" VALUES(9,'2025-01-15T00:00:00+00:00','analis','target add',NULL,1,'87820ceb78b7da18405dc44dfc9f17c111e88349a86b3d62c73988c7107dba6c',NULL,NULL,'1fe6ce51259fb163eb21f386e445ab7d','37e4fea6ee31b1b697303c8727a6e3106b76899ffc81b394cc07612d3cd8e135');
INSERT INTO "act" VALUES(10,'2025-01-15T00:00:00+00:00','analis','evaluate',NULL,6,'de019f20f2999ecc3816de32f670cb59178cac99f386778c96ef08477fb814dd',NULL,NULL,'b954eacddf44f52398cafb6f9f73349a','035ddd7395e34e95c4b706b42749788384ad31052d4b17d75da6c8968ce2bfc0');
INSERT INTO "act" VALUES(11,'2025-01-15T00:00:00+00:00','analis','action add',NULL,1,'92cd48f7dd9f8766f58de8cc1a7b191fb36f217c829bfc20c431acf7473f54da',NULL,NULL,'7393c30730862de1a553f28ac4882182','1988accd3aeea87c96b229e16cc46330b60ca2d82bd005bf9afd35a54026e203');
INSERT INTO "act" VALUES(12,'2025-01-15T00:00:00+00:00','Analis lain','update','salah ketik',1,'5bfe2dc22398155686b40f1113a0f19482cc6b3f5cfeb30c2d9df151625e218b',NULL,NULL,'c2b76bcb211a5f803c7f401dfa02a930','6f2661e554597f35e5bbe528114fc67ff2152c285807de543ecbcb75a81314b6');
INSERT INTO "act" VALUES(13,'2025-01-15T00:00:00+00:00','analis','undo',NULL,1,'6ec0a5c02bc01a1776cf46edfc71ba9938419571c5d5c4ce3fc734a9a8f062ee',NULL,'[12]','2751198c0802be076affe3989944038d','dfb8235c81af295bcfad11c556922d70ad5bb03d793091b43d945c3bc578b881');
INSERT INTO "act" VALUES(14,'2025-01-15T00:00:00+00:00','analis','erase','permintaan yang bersangkutan',3,'3f84826cb7934e5c4219c12b8bbe0e6cca297b540dd66b3acf8f5b034819c85a',NULL,NULL,'4dc0c427743480420430f5ec0b8a41d5','f98807fcc24f9afedbd067f9d1d0519cd9adfe6993d706fb4f249793014efe81');
INSERT INTO "act" VALUES(15,'2025-01-15T00:00:00+00:00','analis','holiday import',NULL,1,'30348310fb3533202e12bf3d8f9ed0a2c0bac5c649c230fe2c17c0f1cf9bb540',NULL,NULL,'2b4a98144abb9a45e30c0c2f5bf8a67a','c4393dc2cd28199506c52fbafa48c71a34a75ab8a48d25b02a58adfdb7859a46');
INSERT INTO "act" VALUES(16,'2025-01-15T00:00:00+00:00','analis','clock start',NULL,1,'27b647b85893e03cf344b0b324d683575c1b79e718d14330eb147aee9ee89b36',NULL,NULL,'399e05b3855711b84438426d8ce307c3','51a64b9a69445d6362bfd15696542edebe1ec2ab38fc9367044ddb5c11748c3b');
INSERT INTO "act" VALUES(17,'2025-01-15T00:00:00+00:00','analis','amend',NULL,7,'00371188cbb3f5e14af9289d5bfcd62c3c0293a04121b9daf94698de66e887b8',NULL,NULL,'f9d8fef4db43050d2b5e7483e7c6397d','62c3cd0aaf91951a8ed0d72678fefa392be140d5acc53f5cd8c5c971419d8ad1');
INSERT INTO "act" VALUES(18,'2025-01-15T00:00:00+00:00','analis','update',NULL,1,'c35f3c97be01de9082f40276695d1a0fdc9697491dae3cbddaad7fb6cf63d427',NULL,NULL,'51a0c0609ebef2c5392be1e02b6f1a7a','f3be2eb3c51b017a899c9cf51f16a2e9d237a7848cf6ba199e41df40360c9346');
INSERT INTO "act" VALUES(19,'2025-01-15T00:00:00+00:00','analis','check','naskah asli di Bagian Hukum',1,'2f7f026a684124acca10bceb473d55fc3779e70ac9c008b347f81fd89933ca7e',NULL,NULL,'c7d0d224fdaa51b0b167ffb02c91bc24','38bfde2a00881dd7a3c17c64d149d9f0c628890a27f361f186f1b154400fbfbe');
INSERT INTO "act" VALUES(20,'2025-01-15T00:00:00+00:00','analis','target add',NULL,1,'4d8cfc7a7a5ecbc536f5782543f24b33ba547b8a5c42fd3dce012740e4aa36c3',NULL,NULL,'5d7e6809d1f70274912b6387ec971d5b','5ae8f10cad73bc3b3f654bdba6d52c6954adbc4b2e9c2bb57a9ebe919602c559');
INSERT INTO "act" VALUES(21,'2025-01-15T00:00:00+00:00','analis','evaluate','koreksi',3,'44c16adccc233b8788ceba2de162df0bcd3bcb7b7ed72f354a446a95fe47d9f0',NULL,NULL,'14a9c511f45c7ed7040671a7e1dc77fa','7115cff071769b53edbadf341d1b684be0cfe07a90aef78758e69e95d73ed5ea');
INSERT INTO "act" VALUES(22,'2025-01-15T00:00:00+00:00','analis','remind',NULL,6,'d1ac2985de66c16270ca5b471984a7619ba1a1af7fc2023886f899ddf8b2faab',NULL,NULL,'992be808931ce37d47939adb8169d1f1','3f6ee067f7ff6b7dab6c6ec04c5d4d326f17019a94589f61bc68975fb0df3b7f');
INSERT INTO "act" VALUES(23,'2025-01-15T00:00:00+00:00','analis','add-mou',NULL,3,'1ac467d511864d7f5b8fa13dbd394f2833510110626aa28041041c137f393420',NULL,NULL,'ace27f7c45d75874506e36be523ea16b','15998df9643a18ef9adf5dea5dcb81a4d7a1255e87fbc1bf1af527fbfd158d7d');
INSERT INTO "act" VALUES(24,'2025-02-15T00:00:00+00:00','analis','evaluate',NULL,2,'14c2cb298bb875ee83ca5c8b5fead310f60b776a1a017fdb619b9a97422f15d3',NULL,NULL,'1e4a09c554847b92a7e57501fbdbee90','b4374807360f1a347e3f84f03325ec6b5355db1831e39a1e08e59a5d9bab7938');
INSERT INTO "act" VALUES(25,'2025-02-15T00:00:00+00:00','analis','evaluate',NULL,2,'a83ced9bd49b506538a60e644548b699e235ad80c8510048c8454300b6c97567',NULL,NULL,'3fc61ab25dbf6716152ae0c407526db3','963a61d0f26c933af884feb7a85ee5feab7747ea2311d5fe4ae32d8cab25df63');
INSERT INTO "act" VALUES(26,'2025-02-15T00:00:00+00:00','analis','desk export',NULL,1,'b57e1531a8fddaa9a4156b9293a0c2f3f2bf4dddeaa99cda41a1bbf6f336fd74',NULL,NULL,'a1c70b5c1315a4908292641ec82114cb','290e754ed966805786c5d6f0330cb96dec34d34f929fc729943552956d083b6c');
INSERT INTO "act" VALUES(27,'2025-02-15T00:00:00+00:00','analis','period close',NULL,1,'2d0c3d165f810951337eb0c17e81bbe68cde3051df7918ad4feb68118b11590b',NULL,NULL,'79b6c85e51073907a04053744cd9fb34','a9fa05d3339381194007ce7da4305b1af6e695502aabd6bef6c7c3aa7c6ce832');
INSERT INTO "act" VALUES(28,'2026-11-29T00:15:56+00:00','analis','official add',NULL,1,'6c5dcd36130f7ad3bffd9d88a4ff668aa0e9758ca2904cffb743fdc677fbb25f',NULL,NULL,'756433a3da1e5a3176b456d6e056111e','a57897808508fdd011e451d99cc3e4a5d8af0dacac376c8be05f1c065877d12d');
INSERT INTO "act" VALUES(29,'2026-11-29T00:16:12+00:00','analis','paper add',NULL,1,'ca5f16b35886f4aeab4da655e3a3e169f4e258718f8d9ccc9eead2fb17b74d12',NULL,NULL,'d98f9e3a43bac24df053e824d8151e57','5e7f05750350160aacef72a90705ae11fe68fa50451df4360799d5b026664a86');
INSERT INTO "act" VALUES(30,'2026-11-29T00:16:12+00:00','analis','extend',NULL,8,'5acb9264722f92cbf833d7d8a75dd0b8cc8b9db089b5f74008f84cde1a5c608a',NULL,NULL,'fd799718b98249c256826dd048eb1445','7f277846dc96c67d34e75f62141a83718833b456d57bad9be750972723ac38a6');
INSERT INTO "act" VALUES(31,'2026-11-29T00:16:12+00:00','analis','end',NULL,1,'00c84085a1474d901ef9499851700546f3bd0b9865417400b407016af4300330','1/L/2025',NULL,'37c91812608a686d28ae50ccbe5eb22c','f99378bcee50f0214db36dd87e19ed09a9a4d016296c994f076d7503442190dd');
INSERT INTO "act" VALUES(32,'2026-11-29T03:20:22+00:00','Analis Contoh','field add',NULL,1,'c80f122332b37b5677117a20acc20ff3919d541e8d3be4d9232445e3a33c5303',NULL,NULL,'a3502b0d7ca04f1b030d474e386fcd07','8cc5ca3f50f9d0feaa8b55d3013344eb4ca4ff375291ba40b18d6d570fa31051');
INSERT INTO "act" VALUES(33,'2026-11-29T03:20:22+00:00','Analis Contoh','add-mou',NULL,6,'c2d35a9aea268b4394fcc894ce2c495379d731f0f1b8b039478b1497ab379451',NULL,NULL,'9b68442e62c9b1861b15ef3e6be7e6b9','c1c832bad4d18b787d6f0c3b5daac0380a9bfdee053205fedb082d3cb0a9f577');
INSERT INTO "act" VALUES(34,'2026-11-29T03:20:22+00:00','Analis Contoh','add-mou',NULL,4,'0feef98ec18dd88e473083b8f5977f3e06f6d3d606aea154c895424efc031b3d',NULL,NULL,'eac280ad4e615c8e57ede666d15d0f75','48f18ec1ec8c2aac9baf73d0be074dc6c0082f3efdb1aef9b127edf6673c82a5');
INSERT INTO "act" VALUES(35,'2026-11-29T03:20:22+00:00','Analis Contoh','amend',NULL,3,'48290c5cb331b5dce0d0511c43f899f9a6f7b98637d15437aed61b58a74ecdb2',NULL,NULL,'f1bafbf13823a29fe30c06b273ca1979','a667d9461d5fe3db120c52cde141e26d47573c4e20c831ed8ca1a8cfd46ad647');
INSERT INTO "act" VALUES(36,'2026-11-29T03:20:22+00:00','Analis Contoh','add-mou',NULL,4,'ade9c40a66cb899bbfe0806129e53df524b6ff9dcc67b41f09533c743a9ed835',NULL,NULL,'225c5fdbc0dcb28b1045bdb1edddab9d','4d99dc3b13f3d13360095ed78a9862fba2318b275bf8f1c3dec3cbd59fb76ce6');
INSERT INTO "act" VALUES(37,'2026-11-29T03:20:22+00:00','Analis Contoh','official add',NULL,1,'459c56887d7c0386da927c04dbba5d5aca7b8d23612d364652491b09d20459ad',NULL,NULL,'cde26d5b401ff7c9478c6824462bc54b','a7f4a285105595b2e57891b27048a65c5695c842f6b7ddd0ac4923dcdac0d0c8');
INSERT INTO "act" VALUES(38,'2025-02-17T00:00:00+00:00','analis','import',NULL,2,'cae94d6105ca6f0c3f3ced4e3ef2c940ad054febd5bbdd9a631dc94c068ddca3',NULL,NULL,'6e2cf3c767479c545dc70c72065d8e50','945500aa787edf9380d07569750908048465390ea038bf57bdbae9c7edad3cde');
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
INSERT INTO "affair" VALUES('KB-2025-002','1.02');
INSERT INTO "affair" VALUES('PKS-2024-001','1.02');
CREATE TABLE agreement (
  id             TEXT PRIMARY KEY CHECK (id GLOB '[A-Z]*-[0-9][0-9][0-9][0-9]-[0-9][0-9][0-9]*'),
  doc            TEXT NOT NULL CHECK (doc IN ('kb', 'nk', 'loi', 'mou', 'pks', 'kontrak', 'rk', 'rkt')),
  scheme         TEXT NOT NULL CHECK (scheme IN ('ksdd-wajib', 'ksdd-sukarela', 'ksdpk', 'ksdpl', 'ksdll', 'sinergi')),
  title          TEXT NOT NULL CHECK (trim(title) <> '' AND title NOT GLOB '*[' || char(1) || '-' || char(31) || ']*'),
  lead_opd       TEXT NOT NULL REFERENCES opd (code),
  entered_on     TEXT NOT NULL CHECK (entered_on IS date(entered_on, '+0 days') AND length(entered_on) = 10),
  -- EDTF: 2014, 2014-05, 2014-05-02, and XXXX for a day of which nothing is known but that it has come.
  signed_on      TEXT CHECK (signed_on = 'XXXX' OR signed_on GLOB '[12][0-9][0-9][0-9]' OR (signed_on GLOB '[12][0-9][0-9][0-9]-[01][0-9]' AND signed_on || '-01' IS date(signed_on || '-01', '+0 days')) OR (signed_on IS date(signed_on, '+0 days') AND length(signed_on) = 10)),
  starts_on      TEXT CHECK (starts_on = 'XXXX' OR starts_on GLOB '[12][0-9][0-9][0-9]' OR (starts_on GLOB '[12][0-9][0-9][0-9]-[01][0-9]' AND starts_on || '-01' IS date(starts_on || '-01', '+0 days')) OR (starts_on IS date(starts_on, '+0 days') AND length(starts_on) = 10)),
  end_kind       TEXT CHECK (end_kind IN ('date', 'open', 'condition')),
  -- Beside a condition: the first end, which is a deadline and does not pass by itself.
  ends_on        TEXT CHECK (ends_on = 'XXXX' OR ends_on GLOB '[12][0-9][0-9][0-9]' OR (ends_on GLOB '[12][0-9][0-9][0-9]-[01][0-9]' AND ends_on || '-01' IS date(ends_on || '-01', '+0 days')) OR (ends_on IS date(ends_on, '+0 days') AND length(ends_on) = 10)),
  end_condition  TEXT CHECK (trim(end_condition) <> '' AND end_condition NOT GLOB '*[' || char(1) || '-' || char(31) || ']*'),
  end_typed      TEXT CHECK (trim(end_typed) <> '' AND end_typed NOT GLOB '*[' || char(1) || '-' || char(31) || ']*'),
  duration_typed TEXT CHECK (trim(duration_typed) <> '' AND duration_typed NOT GLOB '*[' || char(1) || '-' || char(31) || ']*'),
  parent         TEXT REFERENCES agreement (id) CHECK (parent <> id),
  predecessor    TEXT REFERENCES agreement (id) CHECK (predecessor <> id),
  void_reason    TEXT CHECK (trim(void_reason) <> '' AND void_reason NOT GLOB '*[' || char(1) || '-' || char(31) || ']*'),
  note           TEXT CHECK (trim(note) <> ''),
  original_place TEXT CHECK (trim(original_place) <> '' AND original_place NOT GLOB '*[' || char(1) || '-' || char(31) || ']*'),
  ended_on       TEXT CHECK (ended_on IS date(ended_on, '+0 days') AND length(ended_on) = 10),
  planned_for    INTEGER CHECK (planned_for BETWEEN 1945 AND 2150),
  end_ground     TEXT CHECK (end_ground IN ('tujuan', 'kesepakatan', 'peraturan', 'objek', 'pengadilan', 'pailit',
                   'penggantian', 'pergantian-pejabat', 'lain')),
  -- As the paper calls itself, beside its kind in law.
  paper_name     TEXT CHECK (trim(paper_name) <> '' AND paper_name NOT GLOB '*[' || char(1) || '-' || char(31) || ']*'),
  -- Whole rupiah.
  value          INTEGER CHECK (value BETWEEN 0 AND 1000000000000000),
  CHECK (CASE end_kind WHEN 'date' THEN ends_on IS NOT NULL WHEN 'condition' THEN 1 ELSE ends_on IS NULL END),
  CHECK ((end_kind IS 'condition') = (end_condition IS NOT NULL)),
  CHECK (coalesce(starts_on, signed_on) = 'XXXX' OR ends_on || '~' >= coalesce(starts_on, signed_on)),
  CHECK ((end_ground IS NULL) = (ended_on IS NULL)),
  CHECK (ended_on IS NULL OR (signed_on IS NOT NULL AND (signed_on = 'XXXX' OR ended_on >= signed_on))),
  CHECK (end_kind = 'condition' OR ended_on < iif(length(ends_on) = 10, ends_on, ends_on || '~')),
  CHECK (parent IS NULL OR doc IN ('mou', 'pks', 'kontrak', 'rk', 'rkt'))
) STRICT, WITHOUT ROWID;
INSERT INTO "agreement" VALUES('KB-2014-001','kb','ksdpk','Naskah bertahun saja','DINKES','2026-11-29','2014',NULL,'date','2020',NULL,'2020',NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,'MoA',1200000000);
INSERT INTO "agreement" VALUES('KB-2015-001','kb','ksdpk','Naskah kedua','DINKES','2026-11-29','2015-05-02',NULL,'date','2018-05-02',NULL,NULL,'3 tahun',NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL);
INSERT INTO "agreement" VALUES('KB-2024-001','kb','ksdpk','Peningkatan mutu tenaga kesehatan','DINKES','2025-01-15','2024-02-20',NULL,'date','2029-02-20',NULL,NULL,'5 tahun',NULL,NULL,NULL,NULL,'Lemari arsip 3','2025-12-31',NULL,'lain',NULL,NULL);
INSERT INTO "agreement" VALUES('KB-2025-001','kb','ksdpk','Rencana','DINKES','2025-01-15',NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,2026,NULL,NULL,NULL);
INSERT INTO "agreement" VALUES('KB-2025-002','kb','ksdpk','Peningkatan mutu tenaga kesehatan','DINKES','2026-11-29','2025-12-01','2026-01-01','date','2029-01-01',NULL,NULL,'3 tahun',NULL,'KB-2024-001',NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL);
INSERT INTO "agreement" VALUES('KB-2026-001','kb','ksdpk','Naskah terdahulu','DINKES','2026-11-29','XXXX',NULL,'condition',NULL,'sampai selesai',NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL);
INSERT INTO "agreement" VALUES('PKS-2024-001','pks','ksdpk','Pelatihan bidan dan perawat','DINKES','2025-01-15','2024-05-02',NULL,'date','2028-05-02',NULL,NULL,'4 tahun','KB-2024-001',NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL);
CREATE TABLE amendment (
  agreement        TEXT NOT NULL REFERENCES agreement (id),
  number           INTEGER NOT NULL CHECK (number > 0),
  signed_on        TEXT NOT NULL CHECK (signed_on = 'XXXX' OR signed_on GLOB '[12][0-9][0-9][0-9]' OR (signed_on GLOB '[12][0-9][0-9][0-9]-[01][0-9]' AND signed_on || '-01' IS date(signed_on || '-01', '+0 days')) OR (signed_on IS date(signed_on, '+0 days') AND length(signed_on) = 10)),
  what             TEXT NOT NULL CHECK (trim(what) <> '' AND what NOT GLOB '*[' || char(1) || '-' || char(31) || ']*'),
  adds_burden      TEXT CHECK (adds_burden IN ('yes', 'no')),
  dprd_approved_on TEXT CHECK (dprd_approved_on IS date(dprd_approved_on, '+0 days') AND length(dprd_approved_on) = 10),
  dprd_answer      TEXT CHECK (dprd_answer IN ('setuju', 'menolak', 'tidak-menjawab', 'belum-diminta')),
  tkksd_note       TEXT CHECK (tkksd_note IN ('yes', 'no')),
  starts_on        TEXT CHECK (starts_on = 'XXXX' OR starts_on GLOB '[12][0-9][0-9][0-9]' OR (starts_on GLOB '[12][0-9][0-9][0-9]-[01][0-9]' AND starts_on || '-01' IS date(starts_on || '-01', '+0 days')) OR (starts_on IS date(starts_on, '+0 days') AND length(starts_on) = 10)),
  ends_on          TEXT CHECK (ends_on = 'XXXX' OR ends_on GLOB '[12][0-9][0-9][0-9]' OR (ends_on GLOB '[12][0-9][0-9][0-9]-[01][0-9]' AND ends_on || '-01' IS date(ends_on || '-01', '+0 days')) OR (ends_on IS date(ends_on, '+0 days') AND length(ends_on) = 10)),
  PRIMARY KEY (agreement, number),
  CHECK (starts_on = 'XXXX' OR ends_on || '~' >= starts_on)
) STRICT, WITHOUT ROWID;
INSERT INTO "amendment" VALUES('KB-2014-001',1,'2016','Perpanjangan',NULL,NULL,NULL,NULL,NULL,NULL);
INSERT INTO "amendment" VALUES('PKS-2024-001',1,'2024-09-02','Diperpanjang','yes',NULL,NULL,NULL,NULL,NULL);
CREATE TABLE amendment_change (
  agreement TEXT NOT NULL,
  amendment INTEGER NOT NULL,
  field     TEXT NOT NULL CHECK (field IN ('title', 'term', 'scope')),
  old       TEXT NOT NULL CHECK (json_type(old) IS CASE field WHEN 'title' THEN 'text' WHEN 'term' THEN 'object' ELSE 'array' END),
  PRIMARY KEY (agreement, amendment, field),
  FOREIGN KEY (agreement, amendment) REFERENCES amendment (agreement, number)
) STRICT, WITHOUT ROWID;
INSERT INTO "amendment_change" VALUES('KB-2014-001',1,'term','{"end_kind": "date", "ends_on": "2019-05", "end_condition": null, "end_typed": "2019-05", "duration_typed": null}');
INSERT INTO "amendment_change" VALUES('PKS-2024-001',1,'scope','["Pelatihan bidan", "Penelitian gizi"]');
INSERT INTO "amendment_change" VALUES('PKS-2024-001',1,'term','{"end_kind": "date", "ends_on": "2026-05-02", "end_condition": null, "end_typed": null, "duration_typed": "2 tahun"}');
INSERT INTO "amendment_change" VALUES('PKS-2024-001',1,'title','"Pelatihan bidan desa"');
CREATE TABLE amendment_number (
  agreement TEXT NOT NULL,
  amendment INTEGER NOT NULL,
  seat      INTEGER NOT NULL,
  number    TEXT NOT NULL CHECK (trim(number) <> '' AND number NOT GLOB '*[' || char(1) || '-' || char(31) || ']*'),
  PRIMARY KEY (agreement, amendment, seat),
  FOREIGN KEY (agreement, amendment) REFERENCES amendment (agreement, number),
  FOREIGN KEY (agreement, seat) REFERENCES party (agreement, seat)
) STRICT, WITHOUT ROWID;
INSERT INTO "amendment_number" VALUES('PKS-2024-001',1,0,'8/AD');
CREATE TABLE answer (
  agreement TEXT NOT NULL,
  period    TEXT NOT NULL,
  item      TEXT NOT NULL CHECK (trim(item) <> '' AND item NOT GLOB '*[' || char(1) || '-' || char(31) || ']*'),
  option    TEXT NOT NULL CHECK (trim(option) <> '' AND option NOT GLOB '*[' || char(1) || '-' || char(31) || ']*'), opd_option TEXT CHECK (trim(opd_option) <> '' AND opd_option NOT GLOB '*[' || char(1) || '-' || char(31) || ']*') CHECK (opd_option <> option),
  PRIMARY KEY (agreement, period, item),
  FOREIGN KEY (agreement, period) REFERENCES evaluation (agreement, period)
) STRICT, WITHOUT ROWID;
INSERT INTO "answer" VALUES('PKS-2024-001','2024-S2','koordinasi','baik',NULL);
CREATE TABLE clock (
  number     INTEGER PRIMARY KEY CHECK (number > 0),
  kind       TEXT NOT NULL CHECK (kind IN ('penawaran-ksdd', 'penawaran-ksdd-kedua', 'penawaran-sinergi', 'dprd-tindak-lanjut',
               'dprd-persetujuan', 'gubernur-rencana', 'gubernur-naskah', 'laporan-tkksd')),
  agreement  TEXT REFERENCES agreement (id),
  partner    INTEGER REFERENCES partner (id),
  opd        TEXT REFERENCES opd (code),
  started_on TEXT NOT NULL CHECK (started_on IS date(started_on, '+0 days') AND length(started_on) = 10),
  letter     TEXT CHECK (trim(letter) <> '' AND letter NOT GLOB '*[' || char(1) || '-' || char(31) || ']*'),
  stopped_on TEXT CHECK (stopped_on IS date(stopped_on, '+0 days') AND length(stopped_on) = 10),
  outcome    TEXT CHECK (trim(outcome) <> '' AND outcome NOT GLOB '*[' || char(1) || '-' || char(31) || ']*'),
  CHECK (stopped_on >= started_on),
  CHECK ((stopped_on IS NULL) = (outcome IS NULL)),
  CHECK (agreement IS NOT NULL OR kind NOT IN ('dprd-tindak-lanjut', 'dprd-persetujuan')),
  CHECK (agreement IS NOT NULL OR partner IS NOT NULL OR kind = 'laporan-tkksd')
) STRICT;
INSERT INTO "clock" VALUES(1,'dprd-persetujuan','PKS-2024-001',NULL,NULL,'2025-01-02',NULL,NULL,NULL);
CREATE TABLE closing (
  period    TEXT PRIMARY KEY CHECK (period GLOB '[12][0-9][0-9][0-9]' OR period GLOB '[12][0-9][0-9][0-9]-S[12]' OR period GLOB '[12][0-9][0-9][0-9]-Q[1-4]' OR period GLOB '[12][0-9][0-9][0-9]-0[1-9]' OR period GLOB '[12][0-9][0-9][0-9]-1[0-2]'),
  closed_on TEXT NOT NULL CHECK (closed_on IS date(closed_on, '+0 days') AND length(closed_on) = 10)
) STRICT, WITHOUT ROWID;
INSERT INTO "closing" VALUES('2024-S1','2025-02-15');
CREATE TABLE content (
  digest TEXT PRIMARY KEY CHECK (length(digest) = 64 AND digest NOT GLOB '*[^0-9a-f]*'),
  data   BLOB NOT NULL
) STRICT;
INSERT INTO "content" VALUES('8e00a429e99e48f2cbd487612d8249888f208cfa6a5504d8cc998584bc01cfea',X'6973690A');
CREATE TABLE desk_meeting (
  period TEXT NOT NULL CHECK (period GLOB '[12][0-9][0-9][0-9]' OR period GLOB '[12][0-9][0-9][0-9]-S[12]' OR period GLOB '[12][0-9][0-9][0-9]-Q[1-4]' OR period GLOB '[12][0-9][0-9][0-9]-0[1-9]' OR period GLOB '[12][0-9][0-9][0-9]-1[0-2]'),
  opd    TEXT NOT NULL REFERENCES opd (code),
  day    TEXT NOT NULL CHECK (day IS date(day, '+0 days') AND length(day) = 10),
  starts TEXT NOT NULL CHECK (starts GLOB '[0-2][0-9].[0-5][0-9]'),
  ends   TEXT NOT NULL CHECK (ends GLOB '[0-2][0-9].[0-5][0-9]' AND ends > starts),
  place  TEXT CHECK (trim(place) <> '' AND place NOT GLOB '*[' || char(1) || '-' || char(31) || ']*'),
  PRIMARY KEY (period, opd)
) STRICT, WITHOUT ROWID;
CREATE TABLE desk_return (
  sheet       TEXT NOT NULL REFERENCES desk_sheet (digest),
  file        TEXT NOT NULL CHECK (length(file) = 64 AND file NOT GLOB '*[^0-9a-f]*'),
  returned_on TEXT NOT NULL CHECK (returned_on IS date(returned_on, '+0 days') AND length(returned_on) = 10),
  taken       INTEGER NOT NULL CHECK (taken >= 0),
  problems    INTEGER NOT NULL CHECK (problems >= 0),
  PRIMARY KEY (sheet, file)
) STRICT, WITHOUT ROWID;
CREATE TABLE desk_sheet (
  digest     TEXT PRIMARY KEY CHECK (length(digest) = 16 AND digest NOT GLOB '*[^0-9a-f]*'),
  period     TEXT NOT NULL CHECK (period GLOB '[12][0-9][0-9][0-9]' OR period GLOB '[12][0-9][0-9][0-9]-S[12]' OR period GLOB '[12][0-9][0-9][0-9]-Q[1-4]' OR period GLOB '[12][0-9][0-9][0-9]-0[1-9]' OR period GLOB '[12][0-9][0-9][0-9]-1[0-2]'),
  opd        TEXT NOT NULL REFERENCES opd (code),
  instrument TEXT NOT NULL REFERENCES instrument (id),
  sent_on    TEXT NOT NULL CHECK (sent_on IS date(sent_on, '+0 days') AND length(sent_on) = 10),
  due_on     TEXT NOT NULL CHECK (due_on IS date(due_on, '+0 days') AND length(due_on) = 10)
) STRICT, WITHOUT ROWID;
INSERT INTO "desk_sheet" VALUES('d19cd474835f7771','2024-S2','DINKES','inti/1','2025-02-15','2025-01-30');
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
CREATE TABLE erasure (
  what   TEXT NOT NULL CHECK (what IN ('journal', 'act')),
  number INTEGER NOT NULL CHECK (number > 0),
  digest TEXT NOT NULL CHECK (length(digest) = 64 AND digest NOT GLOB '*[^0-9a-f]*'),
  PRIMARY KEY (what, number)
) STRICT, WITHOUT ROWID;
INSERT INTO "erasure" VALUES('journal',29,'119b24c255590f78c973c88f73b77749046728f19123a56e4c5ff5004d01292b');
CREATE TABLE evaluation (
  agreement      TEXT NOT NULL REFERENCES agreement (id),
  period         TEXT NOT NULL CHECK (period GLOB '[12][0-9][0-9][0-9]' OR period GLOB '[12][0-9][0-9][0-9]-S[12]' OR period GLOB '[12][0-9][0-9][0-9]-Q[1-4]' OR period GLOB '[12][0-9][0-9][0-9]-0[1-9]' OR period GLOB '[12][0-9][0-9][0-9]-1[0-2]'),
  instrument     TEXT NOT NULL REFERENCES instrument (id),
  implementation TEXT CHECK (implementation IN ('penuh', 'sebagian', 'belum', 'tidak')),
  reported_on    TEXT CHECK (reported_on IS date(reported_on, '+0 days') AND length(reported_on) = 10),
  filler         TEXT CHECK (trim(filler) <> '' AND filler NOT GLOB '*[' || char(1) || '-' || char(31) || ']*'),
  recommendation TEXT CHECK (recommendation IN ('lanjut', 'perbaiki', 'perpanjang', 'perluas', 'hentikan')),
  note           TEXT CHECK (trim(note) <> ''), others TEXT CHECK (trim(others) <> ''), channel TEXT CHECK (channel IN ('surat', 'desk', 'formulir', 'surel', 'pesan', 'lainnya')), unchanged INTEGER NOT NULL DEFAULT 0 CHECK (unchanged IN (0, 1)), recommendation_reason TEXT CHECK (trim(recommendation_reason) <> ''), opd_implementation TEXT
  CHECK (opd_implementation IN ('penuh', 'sebagian', 'belum', 'tidak')) CHECK (opd_implementation <> implementation),
  PRIMARY KEY (agreement, period)
) STRICT, WITHOUT ROWID;
INSERT INTO "evaluation" VALUES('PKS-2024-001','2024-S1','inti/1','penuh',NULL,NULL,NULL,NULL,NULL,NULL,0,NULL,NULL);
INSERT INTO "evaluation" VALUES('PKS-2024-001','2024-S2','inti/1','penuh',NULL,NULL,'lanjut',NULL,NULL,NULL,0,NULL,NULL);
INSERT INTO "evaluation" VALUES('PKS-2024-001','2025-S1','inti/1','sebagian','2025-01-20','Subbagian Umum',NULL,NULL,'Rapat bersama','desk',0,NULL,NULL);
CREATE TABLE event (
  number INTEGER PRIMARY KEY,
  kind   TEXT NOT NULL CHECK (kind IN ('restore', 'repair', 'erase')),
  detail TEXT NOT NULL CHECK (trim(detail) <> '' AND detail NOT GLOB '*[' || char(1) || '-' || char(31) || ']*')
, outside INTEGER CHECK (outside > 0)) STRICT;
INSERT INTO "event" VALUES(1,'erase','1 isian dan 1 catatan riwayat dibersihkan',NULL);
CREATE TABLE evidence (
  agreement TEXT NOT NULL,
  period    TEXT NOT NULL,
  number    INTEGER NOT NULL CHECK (number > 0),
  text      TEXT NOT NULL CHECK (trim(text) <> '' AND text NOT GLOB '*[' || char(1) || '-' || char(31) || ']*'),
  digest    TEXT CHECK (length(digest) = 64 AND digest NOT GLOB '*[^0-9a-f]*'),
  size      INTEGER CHECK (size >= 0), item TEXT CHECK (trim(item) <> '' AND item NOT GLOB '*[' || char(1) || '-' || char(31) || ']*'),
  PRIMARY KEY (agreement, period, number),
  FOREIGN KEY (agreement, period) REFERENCES evaluation (agreement, period),
  CHECK ((digest IS NULL) = (size IS NULL))
) STRICT, WITHOUT ROWID;
INSERT INTO "evidence" VALUES('PKS-2024-001','2024-S2',1,'Daftar hadir',NULL,NULL,NULL);
INSERT INTO "evidence" VALUES('PKS-2024-001','2024-S2',2,'Notula',NULL,NULL,NULL);
INSERT INTO "evidence" VALUES('PKS-2024-001','2025-S1',1,'Daftar hadir',NULL,NULL,'keluaran');
CREATE TABLE fact (
  agreement TEXT NOT NULL REFERENCES agreement (id),
  key       TEXT NOT NULL CHECK (key GLOB '[a-z]*' AND key NOT GLOB '*[^a-z0-9_]*' AND length(key) <= 60),
  value     TEXT NOT NULL CHECK (trim(value) <> '' AND value NOT GLOB '*[' || char(1) || '-' || char(31) || ']*'),
  PRIMARY KEY (agreement, key)
) STRICT, WITHOUT ROWID;
INSERT INTO "fact" VALUES('KB-2014-001','own_lokasi','Desa Contoh');
INSERT INTO "fact" VALUES('PKS-2024-001','in_apbd','yes');
CREATE TABLE file (
  agreement TEXT NOT NULL REFERENCES agreement (id),
  path      TEXT NOT NULL CHECK (trim(path) <> '' AND path NOT GLOB '*[' || char(1) || '-' || char(31) || ']*'),
  digest    TEXT NOT NULL CHECK (length(digest) = 64 AND digest NOT GLOB '*[^0-9a-f]*'),
  size      INTEGER NOT NULL CHECK (size >= 0), embedded INTEGER NOT NULL DEFAULT 0 CHECK (embedded IN (0, 1)),
  PRIMARY KEY (agreement, path)
) STRICT, WITHOUT ROWID;
INSERT INTO "file" VALUES('KB-2024-001','naskah.pdf','8e00a429e99e48f2cbd487612d8249888f208cfa6a5504d8cc998584bc01cfea',4,1);
CREATE TABLE filler (
  agreement TEXT NOT NULL,
  period    TEXT NOT NULL,
  number    INTEGER NOT NULL CHECK (number > 0),
  name      TEXT NOT NULL CHECK (trim(name) <> '' AND name NOT GLOB '*[' || char(1) || '-' || char(31) || ']*'),
  role      TEXT NOT NULL CHECK (role IN ('opd', 'bagian', 'mitra')),
  opd       TEXT REFERENCES opd (code),
  filled_on TEXT CHECK (filled_on IS date(filled_on, '+0 days') AND length(filled_on) = 10),
  PRIMARY KEY (agreement, period, number),
  FOREIGN KEY (agreement, period) REFERENCES evaluation (agreement, period),
  CHECK (opd IS NULL OR role = 'opd')
) STRICT, WITHOUT ROWID;
INSERT INTO "filler" VALUES('PKS-2024-001','2024-S1',1,'Subbagian Contoh','opd',NULL,NULL);
CREATE TABLE further_number (
  agreement  TEXT NOT NULL,
  seat       INTEGER NOT NULL,
  position   INTEGER NOT NULL CHECK (position > 1),
  number     TEXT NOT NULL CHECK (trim(number) <> '' AND number NOT GLOB '*[' || char(1) || '-' || char(31) || ']*'),
  number_key TEXT GENERATED ALWAYS AS (replace(replace(replace(replace(upper(number), ' ', ''), ',', '.'), '//', '/'), '//', '/')) VIRTUAL,
  PRIMARY KEY (agreement, seat, position),
  FOREIGN KEY (agreement, seat) REFERENCES party (agreement, seat)
) STRICT, WITHOUT ROWID;
INSERT INTO "further_number" VALUES('KB-2014-001',0,2,'2/KB/2014');
CREATE TABLE holiday (
  day    TEXT PRIMARY KEY CHECK (day IS date(day, '+0 days') AND length(day) = 10),
  name   TEXT NOT NULL CHECK (trim(name) <> '' AND name NOT GLOB '*[' || char(1) || '-' || char(31) || ']*'),
  source TEXT NOT NULL CHECK (trim(source) <> '' AND source NOT GLOB '*[' || char(1) || '-' || char(31) || ']*')
) STRICT, WITHOUT ROWID;
INSERT INTO "holiday" VALUES('2025-01-01','Tahun Baru Masehi','SKB 3 Menteri');
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
INSERT INTO "journal" VALUES(1,1,'instrument','["inti/1"]',NULL,'{"id":"inti/1","text":"# Instrumen evaluasi inti, versi 1.\n#\n# Ini konvensi setempat. Tidak ada formulir atau nilai evaluasi nasional untuk kerja sama daerah:\n# Permendagri 22/2020 mewajibkan laporan semesteran (Pasal 17 dan Pasal 39) tetapi tidak menetapkan\n# daftar pertanyaan, bobot, ataupun kategori. Pemda dapat menggantinya dengan instrumen sendiri: salin\n# berkas ini, ubah `code` atau naikkan `version`, lalu sesuaikan isinya.\n#\n# Cara membaca\n# - `weight`: bobot butir; jumlah seluruh bobot harus tepat 100.\n# - `value`: bagian bobot yang diperoleh, dari 1 (terbaik) turun ke 0 (terendah).\n# - Setiap butir juga boleh dijawab `tidak-dapat-dinilai`; jawaban itu sudah tersedia, tidak ditulis di\n#   sini, dan tidak sama dengan jawaban terendah.\n# - `from_implementation = true`: jawaban diambil dari keadaan pelaksanaan, tidak ditanyakan dua kali.\n# - `above`: kategori berlaku untuk nilai di atas batas ini. Nilai dibulatkan ke dua desimal, sehingga\n#   \"80 ke atas\" ditulis `above = 79.99`.\n#\n# Alasan bobot: capaian paling berat (40), karena pimpinan menanyakan apakah kerja sama membuahkan\n# sesuatu; di dalamnya hasil lebih berat daripada keluaran. Pelaksanaan menyusul (36). Administrasi (18)\n# dan keberlanjutan (6) melengkapi, dan tidak dapat menutupi capaian yang kosong.\n\ncode = \"inti\"\nversion = 1\ntitle = \"Instrumen evaluasi kerja sama daerah: inti\"\nnote = \"\"\"\\\nKonvensi setempat: peraturan perundang-undangan tidak menetapkan formulir atau nilai evaluasi kerja sama \\\ndaerah. Nilai dihitung hanya apabila semua butir terjawab dan dapat dinilai; selain itu yang ditampilkan \\\nadalah cakupan.\"\"\"\nboundary_rule = \"\"\"\\\nNilai dibulatkan ke dua desimal (setengah ke atas). Sangat Tinggi: di atas 90; Tinggi: di atas 75 sampai \\\ndengan 90; Sedang: di atas 65 sampai dengan 75; Rendah: di atas 50 sampai dengan 65; Sangat Rendah: sampai \\\ndengan 50. Konvensi setempat; rentang dipinjam dari Permendagri 86/2017, yang ditulis dalam bilangan bulat \\\n(91–100, 76–90, 66–75, 51–65, 50 ke bawah) sehingga tidak menyebut nilai seperti 90,5.\"\"\"\n\n[sections]\npelaksanaan = \"Pelaksanaan\"\ncapaian = \"Capaian\"\nadministrasi = \"Administrasi\"\nkeberlanjutan = \"Keberlanjutan\"\n\n# Dasar semua butir lain. `belum` masih dapat dikejar, tetapi belum menghasilkan apa pun.\n[[items]]\ncode = \"terlaksana\"\nsection = \"pelaksanaan\"\nquestion = \"Sejauh mana kerja sama dilaksanakan dalam periode ini?\"\nhelp = \"Diambil dari keadaan pelaksanaan (--implementation).\"\nfrom_implementation = true\nweight = 10\noptions = [\n  { code = \"penuh\", label = \"Dilaksanakan penuh\", value = 1 },\n  { code = \"sebagian\", label = \"Dilaksanakan sebagian\", value = 0.5 },\n  { code = \"belum\", label = \"Belum dilaksanakan\", value = 0.1 },\n  { code = \"tidak\", label = \"Tidak dilaksanakan\", value = 0 },\n]\n\n# Kegiatan di luar maksud naskah tidak menjalankan naskah itu.\n[[items]]\ncode = \"sesuai-tujuan\"\nsection = \"pelaksanaan\"\nquestion = \"Apakah kegiatan berjalan menurut maksud, tujuan, dan ruang lingkup naskah?\"\nhelp = \"Bandingkan dengan pasal maksud dan tujuan, objek, dan ruang lingkup.\"\nweight = 8\noptions = [\n  { code = \"ya\", label = \"Ya, seluruhnya\", value = 1 },\n  { code = \"sebagian\", label = \"Sebagian\", value = 0.5 },\n  { code = \"tidak\", label = \"Tidak\", value = 0 },\n]\n\n# Terlambat masih lebih baik daripada tidak dikerjakan, dan sering bergantung pada anggaran.\n[[items]]\ncode = \"tepat-waktu\"\nsection = \"pelaksanaan\"\nquestion = \"Apakah kegiatan selesai menurut jadwal yang disepakati?\"\nhelp = \"Pakai rencana kerja atau jadwal dalam naskah; tanpa jadwal, jawab tidak-dapat-dinilai.\"\nweight = 6\noptions = [\n  { code = \"tepat\", label = \"Tepat waktu\", value = 1 },\n  { code = \"terlambat\", label = \"Terlambat\", value = 0.5 },\n  { code = \"tidak\", label = \"Tidak dikerjakan menurut jadwal\", value = 0 },\n]\n\n# Kerja sama yang dipikul satu pihak saja bukan kerja sama.\n[[items]]\ncode = \"peran-mitra\"\nsection = \"pelaksanaan\"\nquestion = \"Apakah mitra memenuhi kewajibannya (dana, tenaga, sarana, atau data)?\"\nhelp = \"Bandingkan dengan pasal hak dan kewajiban.\"\nweight = 7\noptions = [\n  { code = \"ya\", label = \"Ya, seluruhnya\", value = 1 },\n  { code = \"sebagian\", label = \"Sebagian\", value = 0.5 },\n  { code = \"tidak\", label = \"Tidak\", value = 0 },\n]\n\n# Sarana, bukan tujuan: paling ringan dalam bagian ini. Nilai berjarak sama, dibulatkan dua desimal.\n[[items]]\ncode = \"koordinasi\"\nsection = \"pelaksanaan\"\nquestion = \"Bagaimana koordinasi perangkat daerah dengan mitra dalam periode ini?\"\nhelp = \"Lihat rapat, surat-menyurat, dan tanggapan atas persoalan.\"\nweight = 5\noptions = [\n  { code = \"sangat-baik\", label = \"Sangat baik\", value = 1 },\n  { code = \"baik\", label = \"Baik\", value = 0.67 },\n  { code = \"cukup\", label = \"Cukup\", value = 0.33 },\n  { code = \"kurang\", label = \"Kurang\", value = 0 },\n]\n\n# Yang langsung dijanjikan naskah dan paling mudah dibuktikan.\n[[items]]\ncode = \"keluaran\"\nsection = \"capaian\"\nquestion = \"Apakah keluaran yang dijanjikan untuk periode ini tercapai?\"\nhelp = \"Bandingkan dengan target keluaran.\"\nweight = 18\noptions = [\n  { code = \"tercapai\", label = \"Tercapai seluruhnya\", value = 1 },\n  { code = \"sebagian\", label = \"Tercapai sebagian\", value = 0.5 },\n  { code = \"tidak\", label = \"Tidak tercapai\", value = 0 },\n]\n\n# Alasan kerja sama diadakan: bobot terbesar.\n[[items]]\ncode = \"hasil\"\nsection = \"capaian\"\nquestion = \"Apakah manfaat bagi pelayanan publik atau masyarakat sudah tampak?\"\nhelp = \"Bandingkan dengan target hasil; bila belum waktunya tampak, jawab tidak-dapat-dinilai.\"\nweight = 22\noptions = [\n  { code = \"nyata\", label = \"Nyata\", value = 1 },\n  { code = \"terbatas\", label = \"Terbatas\", value = 0.5 },\n  { code = \"tidak\", label = \"Tidak tampak\", value = 0 },\n]\n\n# Tertib naskah menjaga kepastian hukum dan ingatan kantor.\n[[items]]\ncode = \"kelengkapan-dokumen\"\nsection = \"administrasi\"\nquestion = \"Apakah dokumen kerja sama tersimpan lengkap?\"\nhelp = \"Naskah induk dan turunannya, kerangka acuan, laporan kegiatan, dan laporan keuangan bila ada.\"\nweight = 6\noptions = [\n  { code = \"lengkap\", label = \"Lengkap\", value = 1 },\n  { code = \"sebagian\", label = \"Sebagian\", value = 0.5 },\n  { code = \"tidak\", label = \"Tidak ada\", value = 0 },\n]\n\n# Laporan semesteran adalah kewajiban (Permendagri 22/2020 Pasal 17 dan Pasal 39).\n[[items]]\ncode = \"pelaporan\"\nsection = \"administrasi\"\nquestion = \"Apakah laporan pelaksanaan disampaikan kepada Bagian Kerja Sama tepat pada waktunya?\"\nhelp = \"Laporan yang diminta untuk periode ini.\"\nweight = 6\noptions = [\n  { code = \"rutin\", label = \"Rutin\", value = 1 },\n  { code = \"kadang\", label = \"Kadang-kadang\", value = 0.5 },\n  { code = \"tidak\", label = \"Tidak pernah\", value = 0 },\n]\n\n# Tanpa bukti, jawaban lain hanya pernyataan.\n[[items]]\ncode = \"bukti\"\nsection = \"administrasi\"\nquestion = \"Apakah jawaban di atas didukung bukti?\"\nhelp = \"Misalnya berita acara, daftar hadir, foto, data layanan, atau laporan.\"\nweight = 6\noptions = [\n  { code = \"lengkap\", label = \"Ada untuk semua jawaban\", value = 1 },\n  { code = \"sebagian\", label = \"Ada untuk sebagian jawaban\", value = 0.5 },\n  { code = \"tidak\", label = \"Tidak ada\", value = 0 },\n]\n\n# Menyangkut masa depan, bukan pelaksanaan: ringan, tetapi menjadi bahan rekomendasi.\n[[items]]\ncode = \"relevansi\"\nsection = \"keberlanjutan\"\nquestion = \"Apakah kerja sama masih sesuai dengan kebutuhan dan rencana pembangunan daerah?\"\nhelp = \"Bandingkan dengan RPJMD, RKPD, dan rencana strategis perangkat daerah.\"\nweight = 6\noptions = [\n  { code = \"sangat\", label = \"Sangat relevan\", value = 1 },\n  { code = \"cukup\", label = \"Cukup relevan\", value = 0.5 },\n  { code = \"tidak\", label = \"Tidak relevan\", value = 0 },\n]\n\n# Kategori, dari yang tertinggi; kategori terakhir menampung semua nilai yang tersisa.\n[[bands]]\nname = \"Sangat Tinggi\"\nabove = 90\n\n[[bands]]\nname = \"Tinggi\"\nabove = 75\n\n[[bands]]\nname = \"Sedang\"\nabove = 65\n\n[[bands]]\nname = \"Rendah\"\nabove = 50\n\n[[bands]]\nname = \"Sangat Rendah\"\n"}','885520750fd3e5f791f14dcc866c001e','5012aa4450e69698eecc60449ba3f16a28cf5cbd9a632fc71a3d22334e44bba6');
INSERT INTO "journal" VALUES(2,1,'setting','["name"]',NULL,'{"key":"name","value":"Kabupaten Contoh"}','72d13ef7e7af1bce140695e214b6ddcf','56fa10ac7408fcba76c4f50cf8922b6ef55f5aeaf3a96c6c14cb8ce975c2b147');
INSERT INTO "journal" VALUES(3,1,'setting','["seat"]',NULL,'{"key":"seat","value":"Contoh"}','e7dc141f6dca634d03a558c312a94eb4','83a6b2fa99a1bd83c289d4912fc71685a6b0bafddccb53b19633ccbcc6880602');
INSERT INTO "journal" VALUES(4,1,'setting','["instrument"]',NULL,'{"key":"instrument","value":"inti/1"}','71463740e6ac1c93b111c6fcba565784','7ac28777683ef7627159d16d2f1e8be917d2940bfa081bcf123ce94651004ca6');
INSERT INTO "journal" VALUES(5,2,'opd','["DINKES"]',NULL,'{"code":"DINKES","name":"Dinas Kesehatan","valid_from":null,"valid_to":null,"successor":null}','9d2271d8a7bfc0f3d8cad2606402ad97','2bc570926924d28af9d1851f403de76470301e2c7bca68dd571eb831538f3941');
INSERT INTO "journal" VALUES(6,3,'opd','["DIKBUD"]',NULL,'{"code":"DIKBUD","name":"Dinas Pendidikan dan Kebudayaan","valid_from":null,"valid_to":null,"successor":null}','f6c6895950e87fb30c28104ca702e1bf','4f3d25118f2e5ede551b641735c9c9dc0d0ccf90b34fac57aeae6661bb8bf330');
INSERT INTO "journal" VALUES(7,3,'opd_alias','["Dikbud"]',NULL,'{"alias":"Dikbud","opd":"DIKBUD"}','a2209f74dba7f3607027cfedabaf3acf','b96fb7e709d898ab25009fc3d3b0de10eae9c9abe4059bcf7b4c57090d0686ac');
INSERT INTO "journal" VALUES(8,4,'partner','[1]',NULL,'{"id":1,"name":"Universitas Contoh","kind":"perguruan-tinggi","merged_into":null}','4450b7630cffa55c13d6ebfdf15d01ea','7c445404ea6b7660509c1c5be84b053037d4bfe529dba743d3499dd42507b54f');
INSERT INTO "journal" VALUES(9,5,'partner','[2]',NULL,'{"id":2,"name":"Tokoh Contoh","kind":"perseorangan","merged_into":null}','43140d34cd9c930cfcc3fab8a0b6101a','dfb6a9c8be1b4e2a2df4a6172e45b36cba243cb4ef4f969d38aaa67e1eb4ef0b');
INSERT INTO "journal" VALUES(10,5,'partner_alias','["Bapak Contoh"]',NULL,'{"alias":"Bapak Contoh","partner":2}','545e194669f4dd7e2807e579db4b20a0','b5a3136a7e27e746b9447d534bcb48d3df02bb82f8c52f058c9da9f661838069');
INSERT INTO "journal" VALUES(11,6,'agreement','["KB-2024-001"]',NULL,'{"id":"KB-2024-001","doc":"kb","scheme":"ksdpk","title":"Peningkatan mutu tenaga kesehatan","lead_opd":"DINKES","entered_on":"2025-01-15","signed_on":"2024-02-20","starts_on":null,"end_kind":"date","ends_on":"2029-02-20","end_condition":null,"end_typed":null,"duration_typed":"5 tahun","parent":null,"predecessor":null,"void_reason":null,"note":null,"original_place":"Lemari arsip 3"}','2c2a0187bb532eac710b3b3f0c33b45b','350a67abc3f209f4e2e22ab14f0dbd510c950763563c3737b482be9bede3f7d4');
INSERT INTO "journal" VALUES(12,6,'party','["KB-2024-001",0]',NULL,'{"agreement":"KB-2024-001","seat":0,"partner":null,"number":"100.3.7.1/12/KB/2024","signer_office":"Bupati Contoh","signer_name":"Nama Contoh","power_number":null,"power_date":null}','b68ff151e96698de014abaeca86e1e3c','9f06f3832ec9d74625545abaabe8960ba58f08ee01cccd342c1b38c4826c130f');
INSERT INTO "journal" VALUES(13,6,'party','["KB-2024-001",1]',NULL,'{"agreement":"KB-2024-001","seat":1,"partner":1,"number":"77/UC/KS/2024","signer_office":null,"signer_name":null,"power_number":null,"power_date":null}','785d5201bcf9f19925c323abacebc6ad','211db50f3f7781d5f2545c84de11f19c3428d5a9f3bdfca68dc5df84238611ff');
INSERT INTO "journal" VALUES(14,6,'party','["KB-2024-001",2]',NULL,'{"agreement":"KB-2024-001","seat":2,"partner":2,"number":null,"signer_office":null,"signer_name":null,"power_number":null,"power_date":null}','a419416c58e5ce2527c1944c3a18e8b9','3ce1c694b0ca1db1386bd9947431a1a485a67d1803fd95d760ddfb478c655f4b');
INSERT INTO "journal" VALUES(15,6,'support_opd','["KB-2024-001","DIKBUD"]',NULL,'{"agreement":"KB-2024-001","opd":"DIKBUD"}','e38592274af4d56d986ce10434cb31ec','1cd90918dd118c46e4edb1a00792d9d13c9f17afab328ab1a9d8f88976d7a3cc');
INSERT INTO "journal" VALUES(16,6,'affair','["KB-2024-001","1.02"]',NULL,'{"agreement":"KB-2024-001","code":"1.02"}','1892878f383f129980785ea1ce0eb5e4','7f4472b984e997b4eaed39261eea1ff02139cc03873fe8662feae5323323e44b');
INSERT INTO "journal" VALUES(17,6,'scope_item','["KB-2024-001",1]',NULL,'{"agreement":"KB-2024-001","number":1,"text":"Pelatihan bidan"}','4512586398864ab195f5e9efc82cd679','dd9da5386caf56e8069a5df36d45caffdcbadf2de902273719d2d9e06422e273');
INSERT INTO "journal" VALUES(18,6,'scope_item','["KB-2024-001",2]',NULL,'{"agreement":"KB-2024-001","number":2,"text":"Penelitian gizi"}','65963d62f4793f3cc52e3f62e403aa5e','afb3e2ee8749aded4d3675ae569fa9e3725d9542cdb18df24c4e11fa107d6408');
INSERT INTO "journal" VALUES(19,7,'file','["KB-2024-001","naskah.pdf"]',NULL,'{"agreement":"KB-2024-001","path":"naskah.pdf","digest":"8e00a429e99e48f2cbd487612d8249888f208cfa6a5504d8cc998584bc01cfea","size":4,"embedded":1}','ed45f011409933e42ea0d40bfea485e7','5548887b9ab9ac2b3977891b6a957ea5524dce4d3546ea0f21880b5baa60e33c');
INSERT INTO "journal" VALUES(20,8,'agreement','["PKS-2024-001"]',NULL,'{"id":"PKS-2024-001","doc":"pks","scheme":"ksdpk","title":"Pelatihan bidan desa","lead_opd":"DINKES","entered_on":"2025-01-15","signed_on":"2024-05-02","starts_on":null,"end_kind":"date","ends_on":"2026-05-02","end_condition":null,"end_typed":null,"duration_typed":"2 tahun","parent":"KB-2024-001","predecessor":null,"void_reason":null,"note":null,"original_place":null}','360f02a20eb8601a91a3eaaf82c9d971','bcfeefdcb3ec9bd3e9498d5245b303e824ed51ca37f691ba13618e489be7b6bd');
INSERT INTO "journal" VALUES(21,8,'party','["PKS-2024-001",0]',NULL,'{"agreement":"PKS-2024-001","seat":0,"partner":null,"number":"440/7/PKS/2024","signer_office":"Kepala Dinas Kesehatan","signer_name":null,"power_number":"100/7/SK/2024","power_date":"2024-04-29"}','db6cfa2dc52a7187cc033da96d543046','f2929a7f24df47f9c9ea6a37232cc6a927bf0bff2d31751313875dafd0d9df82');
INSERT INTO "journal" VALUES(22,8,'party','["PKS-2024-001",1]',NULL,'{"agreement":"PKS-2024-001","seat":1,"partner":1,"number":null,"signer_office":null,"signer_name":null,"power_number":null,"power_date":null}','96931e1342c11e092fc1824d0f777e1f','5fe625a6caa7478621c22b664dc3ffb0e1447a943cf7e3baf4f134af8a53c07a');
INSERT INTO "journal" VALUES(23,8,'party','["PKS-2024-001",2]',NULL,'{"agreement":"PKS-2024-001","seat":2,"partner":2,"number":null,"signer_office":null,"signer_name":null,"power_number":null,"power_date":null}','ab9b2e02c6bb4c097059193ba734e81b','7640fae6a02d3f0e6d9a72475b3c2d8d14a87f74d7ff085454ca0f285e99e416');
INSERT INTO "journal" VALUES(24,8,'support_opd','["PKS-2024-001","DIKBUD"]',NULL,'{"agreement":"PKS-2024-001","opd":"DIKBUD"}','3b9553de6ade7afdfb334193827d1d3c','56979f8c51a06e4c2915fd335c7fa238d07f496481b718d8f35a5ca6fcb9fc61');
INSERT INTO "journal" VALUES(25,8,'affair','["PKS-2024-001","1.02"]',NULL,'{"agreement":"PKS-2024-001","code":"1.02"}','890c0dc7bb8e160e0c879d7b0f1486da','047045f7c40a42044d88860981dd2689cdd994884b9083141637de9f5fb3761c');
INSERT INTO "journal" VALUES(26,8,'scope_item','["PKS-2024-001",1]',NULL,'{"agreement":"PKS-2024-001","number":1,"text":"Pelatihan bidan"}','ad5a53611bbd000ad3f4cd20647d4b21','8157b45f4778d5186bf358c56084fc73a424edd6ca1d527e6f57fadc9d1d55f3');
INSERT INTO "journal" VALUES(27,8,'scope_item','["PKS-2024-001",2]',NULL,'{"agreement":"PKS-2024-001","number":2,"text":"Penelitian gizi"}','7eab108893830ef741bfd914bd830f0d','a686bcfaea4ce387daf7a53cec39d2e9d52b5a5e937fe60ebcc84cd149fa1f24');
INSERT INTO "journal" VALUES(28,9,'target','["PKS-2024-001",1]',NULL,'{"agreement":"PKS-2024-001","number":1,"kind":"output","indicator":"Bidan dilatih","unit":"orang","value":0.12345678901234559,"due_on":null,"owed_by":"pemda","lower_is_better":0}','471eca0ae22eecfce6ed5e2b6346ee61','54145b4780231c3825d25390b2b0e01f849a562b9fa3ca76d9cd321d5c356563');
INSERT INTO "journal" VALUES(29,10,'evaluation','["PKS-2024-001","2024-S2"]',NULL,'{"agreement":"PKS-2024-001","period":"2024-S2","instrument":"inti/1","implementation":"sebagian","reported_on":null,"filler":"[dihapus]","recommendation":"lanjut","note":null}','7c1ea7a8aaa432f9cd2462520f874342','96e0a7a7511059aac88de42432154cc516f685ded3ba535456348907b5e100f2');
INSERT INTO "journal" VALUES(30,10,'answer','["PKS-2024-001","2024-S2","koordinasi"]',NULL,'{"agreement":"PKS-2024-001","period":"2024-S2","item":"koordinasi","option":"baik"}','a39a8204d6b82ae09177191409200cea','66a0252efcea2d5160da29d70b93c7ee429fc85e25c77964f1d85b76a47e7d27');
INSERT INTO "journal" VALUES(31,10,'evidence','["PKS-2024-001","2024-S2",1]',NULL,'{"agreement":"PKS-2024-001","period":"2024-S2","number":1,"text":"Daftar hadir","digest":null,"size":null}','a715d03d85ab01f19c8af63473e93424','72addbfe34d9cbfb90abc7df0ea926eaa57a0a492afb96b929adc617ba6732e6');
INSERT INTO "journal" VALUES(32,10,'realisation','["PKS-2024-001",1,"2024-S2"]',NULL,'{"agreement":"PKS-2024-001","target":1,"period":"2024-S2","value":40.0}','4d70903d7532efc0099833fa4515de4c','c73afdd1ed6c760e8a528047fa8bd26e696dbb26ab56521c26bef6043c0ad04c');
INSERT INTO "journal" VALUES(33,10,'obstacle','["PKS-2024-001",1]',NULL,'{"agreement":"PKS-2024-001","number":1,"text":"Pelatih kurang","category":null,"opened":"2024-S2","closed":null}','b1f66470c9f873f52fc744d76325e605','aca7f4623b48dc3f503b10777810236456c9d571065bea132cdd2ce9c4c70c73');
INSERT INTO "journal" VALUES(34,10,'effort','["PKS-2024-001",1,1]',NULL,'{"agreement":"PKS-2024-001","obstacle":1,"number":1,"period":"2024-S2","text":"Menambah pelatih"}','e48d17a314062179262ef01080bb83a9','18caa78dc8afefdd8e8901561adb8c5e60754290c280e54e85323eaf4f1c1d6b');
INSERT INTO "journal" VALUES(35,11,'action','["PKS-2024-001",1]',NULL,'{"agreement":"PKS-2024-001","number":1,"agreed":"2024-S2","what":"Bimbingan teknis","who":null,"due_on":null,"done_on":null,"proof":null}','f85d3c87e1671c7832481f1d569e4b8c','0fb943d291d7a610f9e2efc125bd859b19484876e2f0ea0733c857aa9cbf48b9');
INSERT INTO "journal" VALUES(36,12,'agreement','["PKS-2024-001"]','{"id":"PKS-2024-001","doc":"pks","scheme":"ksdpk","title":"Pelatihan bidan desa","lead_opd":"DINKES","entered_on":"2025-01-15","signed_on":"2024-05-02","starts_on":null,"end_kind":"date","ends_on":"2026-05-02","end_condition":null,"end_typed":null,"duration_typed":"2 tahun","parent":"KB-2024-001","predecessor":null,"void_reason":null,"note":null,"original_place":null}','{"id":"PKS-2024-001","doc":"pks","scheme":"ksdpk","title":"Pelatihan bidan","lead_opd":"DINKES","entered_on":"2025-01-15","signed_on":"2024-05-02","starts_on":null,"end_kind":"date","ends_on":"2026-05-02","end_condition":null,"end_typed":null,"duration_typed":"2 tahun","parent":"KB-2024-001","predecessor":null,"void_reason":null,"note":null,"original_place":null}','db0ec61210c6ab48a7efa3d55605087f','0134eaedae04e9f6c4cffd7318e18ec329c5e089570b9fdfade86f5d8adcce34');
INSERT INTO "journal" VALUES(37,13,'agreement','["PKS-2024-001"]','{"id":"PKS-2024-001","doc":"pks","scheme":"ksdpk","title":"Pelatihan bidan","lead_opd":"DINKES","entered_on":"2025-01-15","signed_on":"2024-05-02","starts_on":null,"end_kind":"date","ends_on":"2026-05-02","end_condition":null,"end_typed":null,"duration_typed":"2 tahun","parent":"KB-2024-001","predecessor":null,"void_reason":null,"note":null,"original_place":null}','{"id":"PKS-2024-001","doc":"pks","scheme":"ksdpk","title":"Pelatihan bidan desa","lead_opd":"DINKES","entered_on":"2025-01-15","signed_on":"2024-05-02","starts_on":null,"end_kind":"date","ends_on":"2026-05-02","end_condition":null,"end_typed":null,"duration_typed":"2 tahun","parent":"KB-2024-001","predecessor":null,"void_reason":null,"note":null,"original_place":null}','13d6966fad1520b88f8e756fd281c7cc','0ca9301f529ef81c0c40b5f937b9336dc72054963d97d0d9315042566b01573c');
INSERT INTO "journal" VALUES(38,14,'evaluation','["PKS-2024-001","2024-S2"]','{"agreement":"PKS-2024-001","period":"2024-S2","instrument":"inti/1","implementation":"sebagian","reported_on":null,"filler":"[dihapus]","recommendation":"lanjut","note":null}','{"agreement":"PKS-2024-001","period":"2024-S2","instrument":"inti/1","implementation":"sebagian","reported_on":null,"filler":null,"recommendation":"lanjut","note":null}','79a6385ef388c180b51d052952b5c512','44560c9be4a993be1af054d8ec50bc0f133203f6d1e489542231f06af5c2bd20');
INSERT INTO "journal" VALUES(39,14,'erasure','["journal",29]',NULL,'{"what":"journal","number":29,"digest":"119b24c255590f78c973c88f73b77749046728f19123a56e4c5ff5004d01292b"}','736637ad5e3ba094489503fed1b33766','7e2c7373188d886fc17baefc98f4393edceb7788831a70581c3f6addd934caaa');
INSERT INTO "journal" VALUES(40,14,'event','[1]',NULL,'{"number":1,"kind":"erase","detail":"1 isian dan 1 catatan riwayat dibersihkan"}','670c0f056bb978fc7a2e3fb29bc871a5','a1bd23a7b3a26a3bb9488f41929c87026228d59944dcaf65fcfea34ea222fab4');
INSERT INTO "journal" VALUES(41,15,'holiday','["2025-01-01"]',NULL,'{"day":"2025-01-01","name":"Tahun Baru Masehi","source":"SKB 3 Menteri"}','95e1cf445eabf72a1bf05f7e7742b2ce','cd139564acd0183cf3c2d52e62daed26c32562c6d3d0d8dc61ebd1205d3b14a8');
INSERT INTO "journal" VALUES(42,16,'clock','[1]',NULL,'{"number":1,"kind":"dprd-persetujuan","agreement":"PKS-2024-001","partner":null,"opd":null,"started_on":"2025-01-02","letter":null,"stopped_on":null,"outcome":null}','4728e1e1ea3731945f779cd9f69e3f9f','94a0efa993ea0bc063600377c1c46cfdd1f188662ba16f72a7c1155fa334859d');
INSERT INTO "journal" VALUES(43,17,'agreement','["PKS-2024-001"]','{"id":"PKS-2024-001","doc":"pks","scheme":"ksdpk","title":"Pelatihan bidan desa","lead_opd":"DINKES","entered_on":"2025-01-15","signed_on":"2024-05-02","starts_on":null,"end_kind":"date","ends_on":"2026-05-02","end_condition":null,"end_typed":null,"duration_typed":"2 tahun","parent":"KB-2024-001","predecessor":null,"void_reason":null,"note":null,"original_place":null,"ended_on":null,"end_ground":null,"planned_for":null}','{"id":"PKS-2024-001","doc":"pks","scheme":"ksdpk","title":"Pelatihan bidan dan perawat","lead_opd":"DINKES","entered_on":"2025-01-15","signed_on":"2024-05-02","starts_on":null,"end_kind":"date","ends_on":"2028-05-02","end_condition":null,"end_typed":null,"duration_typed":"4 tahun","parent":"KB-2024-001","predecessor":null,"void_reason":null,"note":null,"original_place":null,"ended_on":null,"end_ground":null,"planned_for":null}','e566fa4ec03a5e382195f19b78d177f2','bc04c097eb8204351f657bd9c2263b26287d21cb7bf348853c58acfcde330b8c');
INSERT INTO "journal" VALUES(44,17,'scope_item','["PKS-2024-001",3]',NULL,'{"agreement":"PKS-2024-001","number":3,"text":"Gizi"}','0b6a88036387fc2e5c50eaf54d1dadd8','45d20cef00adf380038c6fd48ee24d7e793cd04a785beaaf2ba6e05898b7c085');
INSERT INTO "journal" VALUES(45,17,'amendment','["PKS-2024-001",1]',NULL,'{"agreement":"PKS-2024-001","number":1,"signed_on":"2024-09-02","what":"Diperpanjang","adds_burden":"yes","dprd_approved_on":null}','9487434aa4a431966867bf5af6f34013','a8a03f3aae880f088f8861b31fc3d25d3bf1c855ac51a25392c7f619cc4f8d46');
INSERT INTO "journal" VALUES(46,17,'amendment_number','["PKS-2024-001",1,0]',NULL,'{"agreement":"PKS-2024-001","amendment":1,"seat":0,"number":"8/AD"}','a0652fc3da37b5a45bbcf92d3d40f218','4f9721c9447b91830adec8289c753d9c956848281ab7a333d863e29736262e22');
INSERT INTO "journal" VALUES(47,17,'amendment_change','["PKS-2024-001",1,"title"]',NULL,'{"agreement":"PKS-2024-001","amendment":1,"field":"title","old":"\"Pelatihan bidan desa\""}','8d746460fdcaf87cbcad9b83b9b11015','6ff89ce332e5210a69f20e2c4d50686266e9897c4bcd41bc40d695ab0a94d109');
INSERT INTO "journal" VALUES(48,17,'amendment_change','["PKS-2024-001",1,"term"]',NULL,'{"agreement":"PKS-2024-001","amendment":1,"field":"term","old":"{\"end_kind\": \"date\", \"ends_on\": \"2026-05-02\", \"end_condition\": null, \"end_typed\": null, \"duration_typed\": \"2 tahun\"}"}','963915a637006cabf94744276baa1f76','5f5ff0ecbd8497fdd6b3dbc5940fdb1105958bd590815d214553be566930db10');
INSERT INTO "journal" VALUES(49,17,'amendment_change','["PKS-2024-001",1,"scope"]',NULL,'{"agreement":"PKS-2024-001","amendment":1,"field":"scope","old":"[\"Pelatihan bidan\", \"Penelitian gizi\"]"}','8ee0fbbf971cff0e4147a9ca35bf721d','e776fe54ad76088a83d6922923369aa2cddebb1b4a4c1dd9675fccbd75b77ac4');
INSERT INTO "journal" VALUES(50,18,'fact','["PKS-2024-001","in_apbd"]',NULL,'{"agreement":"PKS-2024-001","key":"in_apbd","value":"yes"}','d58d5127adde8e64e4f95d0f8df9f46c','bd1c41a92f157c72b2a27056148c76c8f10f1b005f79a717deebe1868f54b2e2');
INSERT INTO "journal" VALUES(51,19,'acceptance','["PKS-2024-001","KS601"]',NULL,'{"agreement":"PKS-2024-001","rule":"KS601","reason":"naskah asli di Bagian Hukum","accepted_on":"2025-01-15","until":null}','6597fbbefb97626a5d2fc199cf355c21','221e1129c0ed6e240315889599ac40d87d34f411fe509d25f3c7c12f00bb082d');
INSERT INTO "journal" VALUES(52,20,'target','["PKS-2024-001",2]',NULL,'{"agreement":"PKS-2024-001","number":2,"kind":"output","indicator":"Posyandu aktif","unit":null,"value":12.5,"due_on":null,"owed_by":"pemda","lower_is_better":0}','c2f2e838e18f861980627612813082d8','113d8ab56b6d843bdbd6db393ceb1901a8d69090627e37405ecb2c8e6a60180e');
INSERT INTO "journal" VALUES(53,21,'evaluation','["PKS-2024-001","2024-S2"]','{"agreement":"PKS-2024-001","period":"2024-S2","instrument":"inti/1","implementation":"sebagian","reported_on":null,"filler":null,"recommendation":"lanjut","note":null}','{"agreement":"PKS-2024-001","period":"2024-S2","instrument":"inti/1","implementation":"penuh","reported_on":null,"filler":null,"recommendation":"lanjut","note":null}','9a3034c95e008a26d363105521eb6f52','0d8f6572a8c48cf554763bf8a5faf1d65dc1c1a237201fff71551fbea8e3f7c3');
INSERT INTO "journal" VALUES(54,21,'evidence','["PKS-2024-001","2024-S2",2]',NULL,'{"agreement":"PKS-2024-001","period":"2024-S2","number":2,"text":"Notula","digest":null,"size":null}','ac353b59335029c5c09ee8deb1751af7','be8bb7f7e31680d32429603a3ee37686fafd7bc402af8e3f1417dfd93dd91dbb');
INSERT INTO "journal" VALUES(55,21,'realisation','["PKS-2024-001",2,"2024-S2"]',NULL,'{"agreement":"PKS-2024-001","target":2,"period":"2024-S2","value":10.0}','5e0105bb94c462c2250296d4532e1a00','b9e642e14cc2c5093295decbbd6ede6d58509d8609e6ca923bce83131624fa92');
INSERT INTO "journal" VALUES(56,22,'reminder_run','[1]',NULL,'{"number":1,"ran_on":"2025-01-15","opds":null,"told":2}','20eb9b371f01e42373c724f44db7ebf4','6a20cd863af0445f154dc1e0e5c40165dcf6562756639f194b8f40819bbd4bee');
INSERT INTO "journal" VALUES(57,22,'reminder','["laporan-semester","PKS-2024-001","2024-07-30",0,1]',NULL,'{"kind":"laporan-semester","subject":"PKS-2024-001","due_on":"2024-07-30","threshold":0,"told":1,"run":1,"opd":"DINKES","days_left":-169}','8aba13ec1b6c20e87cb25e5515495012','0c1c6fbb980a04a772c3a3cc91346577058abe800d8e014b14e2cfb62afeb728');
INSERT INTO "journal" VALUES(58,22,'reminder','["laporan-semester","PKS-2024-001","2024-07-30",30,0]',NULL,'{"kind":"laporan-semester","subject":"PKS-2024-001","due_on":"2024-07-30","threshold":30,"told":0,"run":1,"opd":"DINKES","days_left":-169}','61112ffbf7b52601288c81ea68602bec','34f922c2d4487ffb3c48d35c7d98548b2c0fab9342399c15ad2565ecd7d5c164');
INSERT INTO "journal" VALUES(59,22,'reminder','["laporan-semester","PKS-2024-001","2024-07-30",7,0]',NULL,'{"kind":"laporan-semester","subject":"PKS-2024-001","due_on":"2024-07-30","threshold":7,"told":0,"run":1,"opd":"DINKES","days_left":-169}','a8db22aa95032f5e86902933f727e147','236e529c2832821c2edd1593d4972d12f3a55bdfaa6d92f8916fa77b54d0a401');
INSERT INTO "journal" VALUES(60,22,'reminder','["dprd-persetujuan","PKS-2024-001#1","2025-01-17",7,1]',NULL,'{"kind":"dprd-persetujuan","subject":"PKS-2024-001#1","due_on":"2025-01-17","threshold":7,"told":1,"run":1,"opd":"DINKES","days_left":2}','becd2fd220c0c55a5383f067eaafc54a','9bfcb37c513a5208a584032820dae2d66c10d6e70d5718a0220f086fef615abf');
INSERT INTO "journal" VALUES(61,22,'reminder','["dprd-persetujuan","PKS-2024-001#1","2025-01-17",30,0]',NULL,'{"kind":"dprd-persetujuan","subject":"PKS-2024-001#1","due_on":"2025-01-17","threshold":30,"told":0,"run":1,"opd":"DINKES","days_left":2}','3808c3da7eff761b89607928a4bb9bce','31f309f23ef0b3894340f3813b56d10821a67a91d640007c7e391fb324def2d7');
INSERT INTO "journal" VALUES(62,23,'agreement','["KB-2025-001"]',NULL,'{"id":"KB-2025-001","doc":"kb","scheme":"ksdpk","title":"Rencana","lead_opd":"DINKES","entered_on":"2025-01-15","signed_on":null,"starts_on":null,"end_kind":null,"ends_on":null,"end_condition":null,"end_typed":null,"duration_typed":null,"parent":null,"predecessor":null,"void_reason":null,"note":null,"original_place":null,"ended_on":null,"end_ground":null,"planned_for":2026}','6a3789cb4fb7531fd8c9d26012b4b29b','12ed6faa381abd00a2803afbf2dd7c9ff0bc863af03d44f36b493a40589be76c');
INSERT INTO "journal" VALUES(63,23,'party','["KB-2025-001",0]',NULL,'{"agreement":"KB-2025-001","seat":0,"partner":null,"number":null,"signer_office":null,"signer_name":null,"power_number":null,"power_date":null}','404f47d2932d5eb89f18f7dfa186429f','8104360589b1fc1cfc76b3805c931e11668f10a1f1a3f568f0524da4dee28414');
INSERT INTO "journal" VALUES(64,23,'party','["KB-2025-001",1]',NULL,'{"agreement":"KB-2025-001","seat":1,"partner":1,"number":null,"signer_office":null,"signer_name":null,"power_number":null,"power_date":null}','1d6b2349d567af52b3d74a5e10670e03','ed83e156c0d86ab9c980e5bc981e9e93f21c9059cd581296895a4c635dda6ea0');
INSERT INTO "journal" VALUES(65,24,'evaluation','["PKS-2024-001","2025-S1"]',NULL,'{"agreement":"PKS-2024-001","period":"2025-S1","instrument":"inti/1","implementation":"sebagian","reported_on":"2025-01-20","filler":"Subbagian Umum","recommendation":null,"note":null,"others":"Rapat bersama","channel":"desk","unchanged":0,"recommendation_reason":null,"opd_implementation":null}','77180c0702413d9b0f44fecb9ebc86a0','c3205379cadf297bd4f5e34f36307af4d37b93415db3e6d0828009f5971fb4fe');
INSERT INTO "journal" VALUES(66,24,'evidence','["PKS-2024-001","2025-S1",1]',NULL,'{"agreement":"PKS-2024-001","period":"2025-S1","number":1,"text":"Daftar hadir","digest":null,"size":null,"item":"keluaran"}','2ab93bce1a9dcd29f259a72cf8e0fadf','aa4349631b9c32d9a31b78df6577e2442fb59a8a8c95c94fb30ed1819d68d8e8');
INSERT INTO "journal" VALUES(67,25,'evaluation','["PKS-2024-001","2024-S1"]',NULL,'{"agreement":"PKS-2024-001","period":"2024-S1","instrument":"inti/1","implementation":"penuh","reported_on":null,"filler":null,"recommendation":null,"note":null,"others":null,"channel":null,"unchanged":0,"recommendation_reason":null,"opd_implementation":null}','95323b50a993c18f845987a077858fcc','11f6b438fac6990ccf5a1690a4a40b747af922d09bf87689d4667135aed2e2ac');
INSERT INTO "journal" VALUES(68,25,'filler','["PKS-2024-001","2024-S1",1]',NULL,'{"agreement":"PKS-2024-001","period":"2024-S1","number":1,"name":"Subbagian Contoh","role":"opd","opd":null,"filled_on":null}','2cc9e2d81bce0fc733f14983e458a1db','0790b912540e331e49a58de50ddbd98b163e13cdd80bc3a41de4e18a602b2422');
INSERT INTO "journal" VALUES(69,26,'desk_sheet','["d19cd474835f7771"]',NULL,'{"digest":"d19cd474835f7771","period":"2024-S2","opd":"DINKES","instrument":"inti/1","sent_on":"2025-02-15","due_on":"2025-01-30"}','02a99f02eaae6d2b0202509e704ed4c4','40b02274a5ce54492fe924651cfb3e846a89626c86f6796bfe0a3427b3b536cb');
INSERT INTO "journal" VALUES(70,27,'closing','["2024-S1"]',NULL,'{"period":"2024-S1","closed_on":"2025-02-15"}','6be2a34a18fabcd547c069f58f95c0fc','cd8b22dec103d29a750845758ef88fa694db4f10c499ce2b0dc64dcbd656dbbd');
INSERT INTO "journal" VALUES(71,28,'official','[1]',NULL,'{"id":1,"name":"Tari Contoh","office":"Kepala Subbagian Fiktif","role":"penghubung","position":null,"opd":"DIKBUD","partner":null,"valid_from":"2024-01-02","valid_to":null,"decree":null,"phone":"000-1","mail":null,"personal":"yes"}','501d6781209cac0ca27e92f3eee56aaa','be8d7ca9d99013ba2adba029bbb60666ad6f7bc8bf9ec14c59b60b33ae4e707f');
INSERT INTO "journal" VALUES(72,29,'office_paper','[1]',NULL,'{"id":1,"kind":"laporan-tkksd-semester","period":"2024-S2","given_on":"2025-01-20","number":"9/TKKSD/2025","addressee":"Bupati","receipt":null,"received_on":null,"note":null,"void_reason":null}','2ee2e036dedd3be0e40ee7dbf93a32fa','6eee670aee2465239d174808759e8862457592cff25d1d3c1acddeb780c292d7');
INSERT INTO "journal" VALUES(73,30,'agreement','["KB-2025-002"]',NULL,'{"id":"KB-2025-002","doc":"kb","scheme":"ksdpk","title":"Peningkatan mutu tenaga kesehatan","lead_opd":"DINKES","entered_on":"2026-11-29","signed_on":"2025-12-01","starts_on":"2026-01-01","end_kind":"date","ends_on":"2029-01-01","end_condition":null,"end_typed":null,"duration_typed":"3 tahun","parent":null,"predecessor":"KB-2024-001","void_reason":null,"note":null,"original_place":null,"ended_on":null,"planned_for":null,"end_ground":null}','61d212f954ba0ffa9115010a4870d9c1','51c6cc9cd8be9c4b774dd9703d0be0a10a92f2401d3684b0e668d495d731f063');
INSERT INTO "journal" VALUES(74,30,'party','["KB-2025-002",0]',NULL,'{"agreement":"KB-2025-002","seat":0,"partner":null,"number":"8/KB/2025","signer_office":null,"signer_name":null,"power_number":null,"power_date":null}','5e6a6b0d0c0926c9fa64921f156feb63','fc26a08237efe469a99b25d01ca9efcb5702ab0e0e2eea69b1c0d2ce7578eaab');
INSERT INTO "journal" VALUES(75,30,'party','["KB-2025-002",1]',NULL,'{"agreement":"KB-2025-002","seat":1,"partner":1,"number":null,"signer_office":null,"signer_name":null,"power_number":null,"power_date":null}','93cded4fea47d16e8a34e0fe030245a8','0371c700ced868186b2c67a33edfbc64637c3e3c6ee438dd21711f7bd587a73a');
INSERT INTO "journal" VALUES(76,30,'party','["KB-2025-002",2]',NULL,'{"agreement":"KB-2025-002","seat":2,"partner":2,"number":null,"signer_office":null,"signer_name":null,"power_number":null,"power_date":null}','867953d6c90d1f2a4d5c28cc2e388b02','3f7f2584bcab9a9f7ba88597155a7d84061a0b37473f91336802ca54f677f541');
INSERT INTO "journal" VALUES(77,30,'support_opd','["KB-2025-002","DIKBUD"]',NULL,'{"agreement":"KB-2025-002","opd":"DIKBUD"}','7bb6226ec38e72a996b69ef07d031d5c','557ecf002708a5a6f25fd833b33633783dd3fa4aec28c3d8169d0e25b71f430a');
INSERT INTO "journal" VALUES(78,30,'affair','["KB-2025-002","1.02"]',NULL,'{"agreement":"KB-2025-002","code":"1.02"}','03dcc393582376eaf0c1638872fd6439','c1f1c56d873d618b92ef4f98913b9c79579aa1b741579ece42394dd1045cf918');
INSERT INTO "journal" VALUES(79,30,'scope_item','["KB-2025-002",1]',NULL,'{"agreement":"KB-2025-002","number":1,"text":"Pelatihan bidan"}','919b6a85981626cbb611c8de0d84ba4d','0519c837b0eb786b4a7278a090c324e0afc6fd554cf819e86e936bb5ec4d540f');
INSERT INTO "journal" VALUES(80,30,'scope_item','["KB-2025-002",2]',NULL,'{"agreement":"KB-2025-002","number":2,"text":"Penelitian gizi"}','6dda639294949f04219ef2c61f9328c9','d30c8a3910338f2f2f536cc1e9161e71a8d8a91e4648bfabe5032de376b91cb1');
INSERT INTO "journal" VALUES(81,31,'agreement','["KB-2024-001"]','{"id":"KB-2024-001","doc":"kb","scheme":"ksdpk","title":"Peningkatan mutu tenaga kesehatan","lead_opd":"DINKES","entered_on":"2025-01-15","signed_on":"2024-02-20","starts_on":null,"end_kind":"date","ends_on":"2029-02-20","end_condition":null,"end_typed":null,"duration_typed":"5 tahun","parent":null,"predecessor":null,"void_reason":null,"note":null,"original_place":"Lemari arsip 3","ended_on":null,"planned_for":null,"end_ground":null}','{"id":"KB-2024-001","doc":"kb","scheme":"ksdpk","title":"Peningkatan mutu tenaga kesehatan","lead_opd":"DINKES","entered_on":"2025-01-15","signed_on":"2024-02-20","starts_on":null,"end_kind":"date","ends_on":"2029-02-20","end_condition":null,"end_typed":null,"duration_typed":"5 tahun","parent":null,"predecessor":null,"void_reason":null,"note":null,"original_place":"Lemari arsip 3","ended_on":"2025-12-31","planned_for":null,"end_ground":"lain"}','ed91c74f38d3e8ece9d4706077cdd3dc','e401ae1c4751ee54e0030c635324ec481e91cacc7620bb8075a63a4e0a0e121f');
INSERT INTO "journal" VALUES(82,32,'own_field','["lokasi"]',NULL,'{"key":"lokasi","label":"Lokasi","kind":"text","choices":null,"docs":null,"personal":"no","position":1,"retired_on":null}','56182532a02bbcac7017c15abb42c60e','c15a077b0d399488cf83125fb7d5b71ee0b644c9580fee3596bc2c1f9aa3a333');
INSERT INTO "journal" VALUES(83,33,'partner','[3]',NULL,'{"id":3,"name":"Yayasan Contoh","kind":"ormas","merged_into":null}','5986f47b41f0269330a35afda9b3c15f','65cf8ebfc0e2c56b5a6c90ffd87d3b5b26a4f222bc8174a20f23223c18fa87ac');
INSERT INTO "journal" VALUES(84,33,'agreement','["KB-2014-001"]',NULL,'{"id":"KB-2014-001","doc":"kb","scheme":"ksdpk","title":"Naskah bertahun saja","lead_opd":"DINKES","entered_on":"2026-11-29","signed_on":"2014","starts_on":null,"end_kind":"date","ends_on":"2019-05","end_condition":null,"end_typed":"2019-05","duration_typed":null,"parent":null,"predecessor":null,"void_reason":null,"note":null,"original_place":null,"ended_on":null,"planned_for":null,"end_ground":null,"paper_name":"MoA","value":1200000000}','ec3a821f416ec73f2a3aafa77cf28afa','067ec118ea6520bf923912b61c4b9e212df88dff4089ce97e63d7bb28e5f8163');
INSERT INTO "journal" VALUES(85,33,'party','["KB-2014-001",0]',NULL,'{"agreement":"KB-2014-001","seat":0,"partner":null,"number":"1/KB/2014","signer_office":null,"signer_name":null,"power_number":null,"power_date":null,"contribution":1000000,"brings":null,"joined_on":null,"left_on":null}','22a1295b11ba0880373808f66140b662','a6924c9eba2c3ee45a12a8d841aff96eba1bed0b155a769e749ead5c56a1a8b6');
INSERT INTO "journal" VALUES(86,33,'party','["KB-2014-001",1]',NULL,'{"agreement":"KB-2014-001","seat":1,"partner":3,"number":null,"signer_office":null,"signer_name":null,"power_number":null,"power_date":null,"contribution":null,"brings":null,"joined_on":"2015","left_on":"2017-03"}','9742d18f59d206ee6cfaa68e37159545','6b88f7b38007ad51d3169f211868ce15a509711fd5337cb2471a2640d4d4d168');
INSERT INTO "journal" VALUES(87,33,'further_number','["KB-2014-001",0,2]',NULL,'{"agreement":"KB-2014-001","seat":0,"position":2,"number":"2/KB/2014"}','48e6debad9a80cdb0996054ee8ca3e6e','a59fb5647e5222d50b3aa17845d716f1cac7292f2104930a30f92bea0c6e9762');
INSERT INTO "journal" VALUES(88,33,'fact','["KB-2014-001","own_lokasi"]',NULL,'{"agreement":"KB-2014-001","key":"own_lokasi","value":"Desa Contoh"}','e5ee3a9b1ff634b7e242fda11588eef2','fb33ff7ec1c83120f18ebb6c21aa8d721333afdc4b2df911bdb071dceff4e03b');
INSERT INTO "journal" VALUES(89,34,'agreement','["KB-2026-001"]',NULL,'{"id":"KB-2026-001","doc":"kb","scheme":"ksdpk","title":"Naskah terdahulu","lead_opd":"DINKES","entered_on":"2026-11-29","signed_on":"XXXX","starts_on":null,"end_kind":"condition","ends_on":null,"end_condition":"sampai selesai","end_typed":null,"duration_typed":null,"parent":null,"predecessor":null,"void_reason":null,"note":null,"original_place":null,"ended_on":null,"planned_for":null,"end_ground":null,"paper_name":null,"value":null}','4b5a11f8b60ecae5625ac95d2756a13e','abb5453b6ccf3df3c868e69468a5ea40935df34a1e171f62919d4d795edfa5f4');
INSERT INTO "journal" VALUES(90,34,'party','["KB-2026-001",0]',NULL,'{"agreement":"KB-2026-001","seat":0,"partner":null,"number":null,"signer_office":null,"signer_name":null,"power_number":null,"power_date":null,"contribution":null,"brings":null,"joined_on":null,"left_on":null}','adff2be04117c2a566e9d3efccff070b','72f65194477c43e7b38950cdd9437146825ca8b93ec2aae5d3ed4f0b67bedb18');
INSERT INTO "journal" VALUES(91,34,'party','["KB-2026-001",1]',NULL,'{"agreement":"KB-2026-001","seat":1,"partner":1,"number":null,"signer_office":null,"signer_name":null,"power_number":null,"power_date":null,"contribution":null,"brings":null,"joined_on":null,"left_on":null}','51e6dbd59568ae2c0c3f66f0b25a3312','e223a26e472a6840305d80aa24e5c7dd8af37423d98219f1c235aca86053e435');
INSERT INTO "journal" VALUES(92,34,'support_opd','["KB-2026-001","DIKBUD"]',NULL,'{"agreement":"KB-2026-001","opd":"DIKBUD","as_lead":"yes"}','333b43920b953bccf42e8000ab23340b','a6ca70ccad97e5b41751df34e67d48e19cddb3b56c5c00aa780276b73f44f1bb');
INSERT INTO "journal" VALUES(93,35,'agreement','["KB-2014-001"]','{"id":"KB-2014-001","doc":"kb","scheme":"ksdpk","title":"Naskah bertahun saja","lead_opd":"DINKES","entered_on":"2026-11-29","signed_on":"2014","starts_on":null,"end_kind":"date","ends_on":"2019-05","end_condition":null,"end_typed":"2019-05","duration_typed":null,"parent":null,"predecessor":null,"void_reason":null,"note":null,"original_place":null,"ended_on":null,"planned_for":null,"end_ground":null,"paper_name":"MoA","value":1200000000}','{"id":"KB-2014-001","doc":"kb","scheme":"ksdpk","title":"Naskah bertahun saja","lead_opd":"DINKES","entered_on":"2026-11-29","signed_on":"2014","starts_on":null,"end_kind":"date","ends_on":"2020","end_condition":null,"end_typed":"2020","duration_typed":null,"parent":null,"predecessor":null,"void_reason":null,"note":null,"original_place":null,"ended_on":null,"planned_for":null,"end_ground":null,"paper_name":"MoA","value":1200000000}','09d4768b7cf1be2b124f99c8f1b220f9','55c55770048a268dc93659a45f286cbbd5494e77f7280ec41489d525cc43a1b2');
INSERT INTO "journal" VALUES(94,35,'amendment','["KB-2014-001",1]',NULL,'{"agreement":"KB-2014-001","number":1,"signed_on":"2016","what":"Perpanjangan","adds_burden":null,"dprd_approved_on":null,"dprd_answer":null,"tkksd_note":null,"starts_on":null,"ends_on":null}','9b2c452a22c16ae2eb7f5ed02745472a','0cb4cb8506858f56234b20d77f82c61e89fcf955ab07df3b50e128ccd665063e');
INSERT INTO "journal" VALUES(95,35,'amendment_change','["KB-2014-001",1,"term"]',NULL,'{"agreement":"KB-2014-001","amendment":1,"field":"term","old":"{\"end_kind\": \"date\", \"ends_on\": \"2019-05\", \"end_condition\": null, \"end_typed\": \"2019-05\", \"duration_typed\": null}"}','8a674183cf7def204f0965523245fe58','01f9428de4e2648dd7cd6e9cf8b2052e9d4dd9cc741c3e587331a8347ee6dd3d');
INSERT INTO "journal" VALUES(96,36,'agreement','["KB-2015-001"]',NULL,'{"id":"KB-2015-001","doc":"kb","scheme":"ksdpk","title":"Naskah kedua","lead_opd":"DINKES","entered_on":"2026-11-29","signed_on":"2015-05-02","starts_on":null,"end_kind":"date","ends_on":"2018-05-02","end_condition":null,"end_typed":null,"duration_typed":"3 tahun","parent":null,"predecessor":null,"void_reason":null,"note":null,"original_place":null,"ended_on":null,"planned_for":null,"end_ground":null,"paper_name":null,"value":null}','f9571ca0c3693e3076391eacaba97a9e','d3b930b42873acf978de27ab105d2ae9e7cf4ac800788da9fed6fa23c441cb43');
INSERT INTO "journal" VALUES(97,36,'party','["KB-2015-001",0]',NULL,'{"agreement":"KB-2015-001","seat":0,"partner":null,"number":null,"signer_office":null,"signer_name":null,"power_number":null,"power_date":null,"contribution":null,"brings":null,"joined_on":null,"left_on":null}','bce912df9535642332e18cbd2be1dd1f','ec05fdc99dfb62b64081af9332c9fa3421e077c99707a19bc6a7c0caf82246b1');
INSERT INTO "journal" VALUES(98,36,'party','["KB-2015-001",1]',NULL,'{"agreement":"KB-2015-001","seat":1,"partner":3,"number":null,"signer_office":null,"signer_name":null,"power_number":null,"power_date":null,"contribution":null,"brings":null,"joined_on":null,"left_on":null}','66e7ee4dca4a5e9d32ab25251f7edfd0','dbecc600cd12c553bb9ae658782aae87e1c0c0c495067ed63d6f1c74c08a1fa9');
INSERT INTO "journal" VALUES(99,36,'relation','["KB-2015-001","terkait","KB-2014-001"]',NULL,'{"agreement":"KB-2015-001","kind":"terkait","other":"KB-2014-001"}','141b14247596019938bf7374e916ca2d','858b9e443c0f4d021ea5ea62506edc1516616bfdfeda3403e0711d4a962c8283');
INSERT INTO "journal" VALUES(100,37,'official','[2]',NULL,'{"id":2,"name":"Nama Contoh","office":"Kontak","role":"kontak","position":null,"opd":null,"partner":null,"valid_from":null,"valid_to":null,"decree":null,"phone":null,"mail":null,"personal":"yes","agreement":"KB-2014-001"}','6aa44a3699fe18c88bcd13915dd0acfd','5d44ecc3f1aceb6c9e1a0d3eff9d15118cfef2990720db955fd86ad2f95c4cab');
INSERT INTO "journal" VALUES(101,38,'source_file','[1]',NULL,'{"id":1,"name":"register-contoh.xlsx","digest":"abababababababababababababababababababababababababababababababab"}','6c90d8e7a8c3fe0855c2438a0209bdde','ba38aeeb34fd70301ac3c7ea764a8ccaa2a6321c56561fccd97c1d9585f24371');
INSERT INTO "journal" VALUES(102,38,'source','["PKS-2024-001",1,"Daftar",7]',NULL,'{"agreement":"PKS-2024-001","file":1,"sheet":"Daftar","row":7,"cells":"[[\"title\",\"B\",\"Pelatihan bidan\"],[\"signer_name\",\"F\",null]]"}','0e6e7f4cb3272b01a901357b86f79fb5','630e8c7180cd8f015c332cd9e8dbf547d7e9d56b0e98f624511aa0a870ce6f9e');
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
CREATE TABLE office_paper (
  id          INTEGER PRIMARY KEY CHECK (id > 0),
  kind        TEXT NOT NULL CHECK (kind GLOB '[a-z]*' AND kind NOT GLOB '*[^a-z-]*' AND length(kind) <= 60),
  period      TEXT CHECK (period GLOB '[12][0-9][0-9][0-9]' OR period GLOB '[12][0-9][0-9][0-9]-S[12]' OR period GLOB '[12][0-9][0-9][0-9]-Q[1-4]' OR period GLOB '[12][0-9][0-9][0-9]-0[1-9]' OR period GLOB '[12][0-9][0-9][0-9]-1[0-2]'),
  given_on    TEXT NOT NULL CHECK (given_on IS date(given_on, '+0 days') AND length(given_on) = 10),
  number      TEXT CHECK (trim(number) <> '' AND number NOT GLOB '*[' || char(1) || '-' || char(31) || ']*'),
  addressee   TEXT CHECK (trim(addressee) <> '' AND addressee NOT GLOB '*[' || char(1) || '-' || char(31) || ']*'),
  receipt     TEXT CHECK (trim(receipt) <> '' AND receipt NOT GLOB '*[' || char(1) || '-' || char(31) || ']*'),
  received_on TEXT CHECK (received_on IS date(received_on, '+0 days') AND length(received_on) = 10),
  note        TEXT CHECK (trim(note) <> ''),
  void_reason TEXT CHECK (trim(void_reason) <> '' AND void_reason NOT GLOB '*[' || char(1) || '-' || char(31) || ']*'),
  CHECK (received_on >= given_on)
) STRICT;
INSERT INTO "office_paper" VALUES(1,'laporan-tkksd-semester','2024-S2','2025-01-20','9/TKKSD/2025','Bupati',NULL,NULL,NULL,NULL);
CREATE TABLE official (
  id         INTEGER PRIMARY KEY CHECK (id > 0),
  name       TEXT CHECK (trim(name) <> '' AND name NOT GLOB '*[' || char(1) || '-' || char(31) || ']*'),
  office     TEXT NOT NULL CHECK (trim(office) <> '' AND office NOT GLOB '*[' || char(1) || '-' || char(31) || ']*'),
  role       TEXT NOT NULL CHECK (role IN ('penanda-tangan', 'tkksd', 'penghubung', 'kontak')),
  position   TEXT CHECK (position IN ('ketua', 'wakil-ketua', 'sekretaris', 'anggota')),
  opd        TEXT REFERENCES opd (code),
  partner    INTEGER REFERENCES partner (id),
  valid_from TEXT CHECK (valid_from IS date(valid_from, '+0 days') AND length(valid_from) = 10),
  valid_to   TEXT CHECK (valid_to IS date(valid_to, '+0 days') AND length(valid_to) = 10),
  decree     TEXT CHECK (trim(decree) <> '' AND decree NOT GLOB '*[' || char(1) || '-' || char(31) || ']*'),
  phone      TEXT CHECK (trim(phone) <> '' AND phone NOT GLOB '*[' || char(1) || '-' || char(31) || ']*'),
  mail       TEXT CHECK (trim(mail) <> '' AND mail NOT GLOB '*[' || char(1) || '-' || char(31) || ']*'),
  personal   TEXT NOT NULL DEFAULT 'yes' CHECK (personal IN ('yes', 'no')), agreement TEXT REFERENCES agreement (id),
  CHECK (valid_to >= valid_from),
  CHECK (position IS NULL OR role = 'tkksd'),
  CHECK (opd IS NULL OR partner IS NULL)
) STRICT;
INSERT INTO "official" VALUES(1,'Tari Contoh','Kepala Subbagian Fiktif','penghubung',NULL,'DIKBUD',NULL,'2024-01-02',NULL,NULL,'000-1',NULL,'yes',NULL);
INSERT INTO "official" VALUES(2,'Nama Contoh','Kontak','kontak',NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,'yes','KB-2014-001');
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
CREATE TABLE own_field (
  key        TEXT PRIMARY KEY CHECK (key GLOB '[a-z]*' AND key NOT GLOB '*[^a-z0-9_]*' AND length(key) <= 40),
  label      TEXT NOT NULL CHECK (trim(label) <> '' AND label NOT GLOB '*[' || char(1) || '-' || char(31) || ']*'),
  kind       TEXT NOT NULL CHECK (kind IN ('text', 'number', 'date', 'money', 'choice')),
  choices    TEXT CHECK (json_type(choices) = 'array' AND json_array_length(choices) > 0),
  docs       TEXT CHECK (json_type(docs) = 'array' AND json_array_length(docs) > 0),
  personal   TEXT NOT NULL DEFAULT 'no' CHECK (personal IN ('yes', 'no')),
  position   INTEGER NOT NULL CHECK (position > 0),
  retired_on TEXT CHECK (retired_on IS date(retired_on, '+0 days') AND length(retired_on) = 10),
  CHECK ((kind = 'choice') = (choices IS NOT NULL))
) STRICT, WITHOUT ROWID;
INSERT INTO "own_field" VALUES('lokasi','Lokasi','text',NULL,NULL,'no',1,NULL);
CREATE TABLE partner (
  id          INTEGER PRIMARY KEY,
  name        TEXT NOT NULL UNIQUE COLLATE NOCASE CHECK (trim(name) <> '' AND name NOT GLOB '*[' || char(1) || '-' || char(31) || ']*'),
  kind        TEXT CHECK (kind IN ('pemda', 'kementerian', 'instansi-vertikal', 'bumn', 'bumd', 'perusahaan',
                'koperasi', 'perguruan-tinggi', 'ormas', 'perseorangan', 'pemda-luar-negeri', 'lembaga-luar-negeri')),
  merged_into INTEGER REFERENCES partner (id) CHECK (merged_into <> id)
) STRICT;
INSERT INTO "partner" VALUES(1,'Universitas Contoh','perguruan-tinggi',NULL);
INSERT INTO "partner" VALUES(2,'Tokoh Contoh','perseorangan',NULL);
INSERT INTO "partner" VALUES(3,'Yayasan Contoh','ormas',NULL);
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
  number_key    TEXT GENERATED ALWAYS AS (replace(replace(replace(replace(upper(number), ' ', ''), ',', '.'), '//', '/'), '//', '/')) VIRTUAL, contribution INTEGER CHECK (contribution BETWEEN 0 AND 1000000000000000), brings TEXT CHECK (trim(brings) <> '' AND brings NOT GLOB '*[' || char(1) || '-' || char(31) || ']*'), joined_on TEXT CHECK (joined_on = 'XXXX' OR joined_on GLOB '[12][0-9][0-9][0-9]' OR (joined_on GLOB '[12][0-9][0-9][0-9]-[01][0-9]' AND joined_on || '-01' IS date(joined_on || '-01', '+0 days')) OR (joined_on IS date(joined_on, '+0 days') AND length(joined_on) = 10)), left_on TEXT CHECK (left_on = 'XXXX' OR left_on GLOB '[12][0-9][0-9][0-9]' OR (left_on GLOB '[12][0-9][0-9][0-9]-[01][0-9]' AND left_on || '-01' IS date(left_on || '-01', '+0 days')) OR (left_on IS date(left_on, '+0 days') AND length(left_on) = 10)) CHECK (joined_on = 'XXXX' OR left_on || '~' >= joined_on)
  CHECK (left_on IS NULL OR seat > 0),
  PRIMARY KEY (agreement, seat),
  UNIQUE (agreement, partner),
  CHECK ((seat = 0) = (partner IS NULL))
) STRICT, WITHOUT ROWID;
INSERT INTO "party" VALUES('KB-2014-001',0,NULL,'1/KB/2014',NULL,NULL,NULL,NULL,1000000,NULL,NULL,NULL);
INSERT INTO "party" VALUES('KB-2014-001',1,3,NULL,NULL,NULL,NULL,NULL,NULL,NULL,'2015','2017-03');
INSERT INTO "party" VALUES('KB-2015-001',0,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL);
INSERT INTO "party" VALUES('KB-2015-001',1,3,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL);
INSERT INTO "party" VALUES('KB-2024-001',0,NULL,'100.3.7.1/12/KB/2024','Bupati Contoh','Nama Contoh',NULL,NULL,NULL,NULL,NULL,NULL);
INSERT INTO "party" VALUES('KB-2024-001',1,1,'77/UC/KS/2024',NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL);
INSERT INTO "party" VALUES('KB-2024-001',2,2,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL);
INSERT INTO "party" VALUES('KB-2025-001',0,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL);
INSERT INTO "party" VALUES('KB-2025-001',1,1,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL);
INSERT INTO "party" VALUES('KB-2025-002',0,NULL,'8/KB/2025',NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL);
INSERT INTO "party" VALUES('KB-2025-002',1,1,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL);
INSERT INTO "party" VALUES('KB-2025-002',2,2,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL);
INSERT INTO "party" VALUES('KB-2026-001',0,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL);
INSERT INTO "party" VALUES('KB-2026-001',1,1,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL);
INSERT INTO "party" VALUES('PKS-2024-001',0,NULL,'440/7/PKS/2024','Kepala Dinas Kesehatan',NULL,'100/7/SK/2024','2024-04-29',NULL,NULL,NULL,NULL);
INSERT INTO "party" VALUES('PKS-2024-001',1,1,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL);
INSERT INTO "party" VALUES('PKS-2024-001',2,2,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL);
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
INSERT INTO "personal_field" VALUES('fact','value','isian kantor yang ditandai data pribadi','UU 27/2022 Pasal 20 ayat (2) huruf e: tugas pelayanan publik','key','own_field');
INSERT INTO "personal_field" VALUES('filler','name','pengisi lain laporan','UU 27/2022 Pasal 20 ayat (2) huruf e: tugas pelayanan publik (Permendagri 22/2020 Pasal 17 dan 39)',NULL,NULL);
INSERT INTO "personal_field" VALUES('official','mail','surel pribadi pejabat','UU 27/2022 Pasal 20 ayat (2) huruf e: tugas pelayanan publik (Permendagri 22/2020 Pasal 46 dan 47)','personal','yes');
INSERT INTO "personal_field" VALUES('official','name','nama pejabat','UU 27/2022 Pasal 20 ayat (2) huruf e: tugas pelayanan publik (Permendagri 22/2020 Pasal 46 dan 47)',NULL,NULL);
INSERT INTO "personal_field" VALUES('official','phone','telepon pribadi pejabat','UU 27/2022 Pasal 20 ayat (2) huruf e: tugas pelayanan publik (Permendagri 22/2020 Pasal 46 dan 47)','personal','yes');
INSERT INTO "personal_field" VALUES('partner','name','nama mitra perseorangan','UU 27/2022 Pasal 20 ayat (2) huruf b: pemenuhan perjanjian (PP 28/2018 Pasal 14)','kind','perseorangan');
INSERT INTO "personal_field" VALUES('partner_alias','alias','nama lain mitra perseorangan','UU 27/2022 Pasal 20 ayat (2) huruf b: pemenuhan perjanjian (PP 28/2018 Pasal 14)','kind','perseorangan');
INSERT INTO "personal_field" VALUES('party','signer_name','nama penanda tangan','UU 27/2022 Pasal 20 ayat (2) huruf e: tugas pelayanan publik (Permendagri 22/2020, komparisi naskah)',NULL,NULL);
INSERT INTO "personal_field" VALUES('setting','value','penanda tangan laporan','UU 27/2022 Pasal 20 ayat (2) huruf e: tugas pelayanan publik (Permendagri 22/2020 Pasal 46)','key','signer-name,signer-id,approver-name');
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
INSERT INTO "realisation" VALUES('PKS-2024-001',2,'2024-S2',10.0);
CREATE TABLE relation (
  agreement TEXT NOT NULL REFERENCES agreement (id),
  kind      TEXT NOT NULL CHECK (kind IN ('menggantikan', 'melengkapi', 'terkait')),
  other     TEXT NOT NULL REFERENCES agreement (id) CHECK (other <> agreement),
  PRIMARY KEY (agreement, kind, other)
) STRICT, WITHOUT ROWID;
INSERT INTO "relation" VALUES('KB-2015-001','terkait','KB-2014-001');
CREATE TABLE reminder (
  kind      TEXT NOT NULL CHECK (trim(kind) <> '' AND kind NOT GLOB '*[' || char(1) || '-' || char(31) || ']*'),
  subject   TEXT NOT NULL CHECK (trim(subject) <> '' AND subject NOT GLOB '*[' || char(1) || '-' || char(31) || ']*'),
  due_on    TEXT NOT NULL CHECK (due_on IS date(due_on, '+0 days') AND length(due_on) = 10),
  threshold INTEGER NOT NULL CHECK (threshold >= 0),
  told      INTEGER NOT NULL CHECK (told IN (0, 1)),
  run       INTEGER NOT NULL REFERENCES reminder_run (number),
  opd       TEXT NOT NULL REFERENCES opd (code),
  days_left INTEGER NOT NULL CHECK (days_left <= threshold),
  PRIMARY KEY (kind, subject, due_on, threshold, told),
  CHECK (told = 1 OR days_left < threshold)
) STRICT, WITHOUT ROWID;
INSERT INTO "reminder" VALUES('dprd-persetujuan','PKS-2024-001#1','2025-01-17',7,1,1,'DINKES',2);
INSERT INTO "reminder" VALUES('dprd-persetujuan','PKS-2024-001#1','2025-01-17',30,0,1,'DINKES',2);
INSERT INTO "reminder" VALUES('laporan-semester','PKS-2024-001','2024-07-30',0,1,1,'DINKES',-169);
INSERT INTO "reminder" VALUES('laporan-semester','PKS-2024-001','2024-07-30',7,0,1,'DINKES',-169);
INSERT INTO "reminder" VALUES('laporan-semester','PKS-2024-001','2024-07-30',30,0,1,'DINKES',-169);
CREATE TABLE reminder_run (
  number INTEGER PRIMARY KEY CHECK (number > 0),
  ran_on TEXT NOT NULL CHECK (ran_on IS date(ran_on, '+0 days') AND length(ran_on) = 10),
  opds   TEXT CHECK (json_type(opds) = 'array' AND json_array_length(opds) > 0),
  told   INTEGER NOT NULL CHECK (told >= 0)
) STRICT;
INSERT INTO "reminder_run" VALUES(1,'2025-01-15',NULL,2);
CREATE TABLE scope_item (
  agreement TEXT NOT NULL REFERENCES agreement (id),
  number    INTEGER NOT NULL CHECK (number > 0),
  text      TEXT NOT NULL CHECK (trim(text) <> '' AND text NOT GLOB '*[' || char(1) || '-' || char(31) || ']*'),
  PRIMARY KEY (agreement, number)
) STRICT, WITHOUT ROWID;
INSERT INTO "scope_item" VALUES('KB-2024-001',1,'Pelatihan bidan');
INSERT INTO "scope_item" VALUES('KB-2024-001',2,'Penelitian gizi');
INSERT INTO "scope_item" VALUES('KB-2025-002',1,'Pelatihan bidan');
INSERT INTO "scope_item" VALUES('KB-2025-002',2,'Penelitian gizi');
INSERT INTO "scope_item" VALUES('PKS-2024-001',1,'Pelatihan bidan');
INSERT INTO "scope_item" VALUES('PKS-2024-001',2,'Penelitian gizi');
INSERT INTO "scope_item" VALUES('PKS-2024-001',3,'Gizi');
CREATE TABLE serial (
  doc  TEXT NOT NULL,
  year INTEGER NOT NULL CHECK (year BETWEEN 1945 AND 2150),
  last INTEGER NOT NULL CHECK (last > 0),
  PRIMARY KEY (doc, year)
) STRICT, WITHOUT ROWID;
INSERT INTO "serial" VALUES('kb',2014,1);
INSERT INTO "serial" VALUES('kb',2015,1);
INSERT INTO "serial" VALUES('kb',2024,1);
INSERT INTO "serial" VALUES('kb',2025,2);
INSERT INTO "serial" VALUES('kb',2026,1);
INSERT INTO "serial" VALUES('pks',2024,1);
CREATE TABLE setting (
  key   TEXT PRIMARY KEY,
  value TEXT NOT NULL CHECK (trim(value) <> '' AND value NOT GLOB '*[' || char(1) || '-' || char(31) || ']*')
) STRICT, WITHOUT ROWID;
INSERT INTO "setting" VALUES('instrument','inti/1');
INSERT INTO "setting" VALUES('name','Kabupaten Contoh');
INSERT INTO "setting" VALUES('seat','Contoh');
CREATE TABLE source (
  agreement TEXT NOT NULL REFERENCES agreement (id),
  file      INTEGER NOT NULL REFERENCES source_file (id),
  sheet     TEXT NOT NULL CHECK (length(sheet) <= 300),
  row       INTEGER NOT NULL CHECK (row > 0),
  cells     TEXT NOT NULL CHECK (json_type(cells) = 'array' AND json_array_length(cells) > 0),
  PRIMARY KEY (agreement, file, sheet, row)
) STRICT, WITHOUT ROWID;
INSERT INTO "source" VALUES('PKS-2024-001',1,'Daftar',7,'[["title","B","Pelatihan bidan"],["signer_name","F",null]]');
CREATE TABLE source_file (
  id     INTEGER PRIMARY KEY CHECK (id > 0),
  name   TEXT NOT NULL CHECK (trim(name) <> '' AND name NOT GLOB '*[' || char(1) || '-' || char(31) || ']*'),
  digest TEXT NOT NULL CHECK (length(digest) = 64 AND digest NOT GLOB '*[^0-9a-f]*'),
  UNIQUE (digest, name)
) STRICT;
INSERT INTO "source_file" VALUES(1,'register-contoh.xlsx','abababababababababababababababababababababababababababababababab');
CREATE TABLE support_opd (
  agreement TEXT NOT NULL REFERENCES agreement (id),
  opd       TEXT NOT NULL REFERENCES opd (code), as_lead TEXT NOT NULL DEFAULT 'no' CHECK (as_lead IN ('yes', 'no')),
  PRIMARY KEY (agreement, opd)
) STRICT, WITHOUT ROWID;
INSERT INTO "support_opd" VALUES('KB-2024-001','DIKBUD','no');
INSERT INTO "support_opd" VALUES('KB-2025-002','DIKBUD','no');
INSERT INTO "support_opd" VALUES('KB-2026-001','DIKBUD','yes');
INSERT INTO "support_opd" VALUES('PKS-2024-001','DIKBUD','no');
CREATE TABLE target (
  agreement       TEXT NOT NULL REFERENCES agreement (id),
  number          INTEGER NOT NULL CHECK (number > 0),
  kind            TEXT NOT NULL CHECK (kind IN ('output', 'outcome', 'duty')),
  indicator       TEXT NOT NULL CHECK (trim(indicator) <> '' AND indicator NOT GLOB '*[' || char(1) || '-' || char(31) || ']*'),
  unit            TEXT CHECK (trim(unit) <> '' AND unit NOT GLOB '*[' || char(1) || '-' || char(31) || ']*'),
  value           REAL CHECK (abs(value) <= 1e15),
  due_on          TEXT CHECK (due_on IS date(due_on, '+0 days') AND length(due_on) = 10),
  owed_by         TEXT NOT NULL CHECK (owed_by IN ('pemda', 'mitra')),
  lower_is_better INTEGER NOT NULL CHECK (lower_is_better IN (0, 1)), counting TEXT NOT NULL DEFAULT 'kumulatif' CHECK (counting IN ('kumulatif', 'per-periode')), source TEXT CHECK (trim(source) <> '' AND source NOT GLOB '*[' || char(1) || '-' || char(31) || ']*'),
  PRIMARY KEY (agreement, number)
) STRICT, WITHOUT ROWID;
INSERT INTO "target" VALUES('PKS-2024-001',1,'output','Bidan dilatih','orang',1.23456789012345594103e-01,NULL,'pemda',0,'kumulatif',NULL);
INSERT INTO "target" VALUES('PKS-2024-001',2,'output','Posyandu aktif',NULL,12.5,NULL,'pemda',0,'kumulatif',NULL);
CREATE UNIQUE INDEX "idx__sqlite_migrations_migration_set_name"
    ON "_sqlite_migrations" ("migration_set", "name");
CREATE INDEX opd_alias_opd ON opd_alias (opd);
CREATE INDEX partner_alias_partner ON partner_alias (partner);
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
CREATE TRIGGER act_no_delete BEFORE DELETE ON act BEGIN SELECT raise(ABORT, 'journal is append-only'); END;
CREATE TRIGGER journal_no_update BEFORE UPDATE ON journal
WHEN (old.digest IS NOT NULL OR old.act IS NULL) AND NOT (
  new.seq IS old.seq AND new.act IS old.act AND new.tbl IS old.tbl AND new.digest IS old.digest
  AND EXISTS (SELECT 1 FROM erasure WHERE what = 'journal' AND number = old.seq)
  AND EXISTS (SELECT 1 FROM act WHERE entries IS NULL AND command = 'erase'))
BEGIN SELECT raise(ABORT, 'journal is append-only'); END;
CREATE TRIGGER act_no_update BEFORE UPDATE ON act
WHEN old.entries IS NOT NULL AND NOT (
  new.id IS old.id AND new.at IS old.at AND new.command IS old.command AND new.entries IS old.entries
  AND new.link IS old.link AND new.undoes IS old.undoes AND new.digest IS old.digest AND old.digest IS NOT NULL
  AND EXISTS (SELECT 1 FROM erasure WHERE what = 'act' AND number = old.id)
  AND EXISTS (SELECT 1 FROM act WHERE entries IS NULL AND command = 'erase'))
BEGIN SELECT raise(ABORT, 'journal is append-only'); END;
CREATE INDEX clock_agreement ON clock (agreement) WHERE agreement IS NOT NULL;
CREATE INDEX clock_partner ON clock (partner) WHERE partner IS NOT NULL;
CREATE INDEX reminder_of_run ON reminder (run);
CREATE INDEX amendment_number_party ON amendment_number (agreement, seat);
CREATE INDEX filler_opd ON filler (opd) WHERE opd IS NOT NULL;
CREATE INDEX desk_sheet_period ON desk_sheet (period, opd);
CREATE INDEX official_opd ON official (opd) WHERE opd IS NOT NULL;
CREATE INDEX official_partner ON official (partner) WHERE partner IS NOT NULL;
CREATE INDEX agreement_parent ON agreement (parent) WHERE parent IS NOT NULL;
CREATE INDEX agreement_lead ON agreement (lead_opd, ends_on);
CREATE INDEX agreement_end ON agreement (ends_on);
CREATE INDEX agreement_signed ON agreement (signed_on);
CREATE INDEX agreement_planned ON agreement (planned_for) WHERE planned_for IS NOT NULL;
CREATE INDEX agreement_successor ON agreement (predecessor) WHERE predecessor IS NOT NULL;
CREATE UNIQUE INDEX agreement_predecessor ON agreement (predecessor) WHERE predecessor IS NOT NULL AND void_reason IS NULL
  AND (ended_on IS NULL OR ended_on >= coalesce(starts_on, signed_on, ended_on) OR coalesce(starts_on, signed_on) = 'XXXX');
CREATE INDEX amendment_signed ON amendment (signed_on);
CREATE INDEX further_number_key ON further_number (number_key);
CREATE INDEX relation_other ON relation (other);
CREATE INDEX official_agreement ON official (agreement) WHERE agreement IS NOT NULL;
CREATE INDEX file_digest ON file (digest);
CREATE INDEX source_of_file ON source (file);
CREATE TRIGGER journal_acceptance_insert AFTER INSERT ON acceptance BEGIN INSERT INTO journal (act, tbl, key, old, new) VALUES ((SELECT id FROM act WHERE entries IS NULL), 'acceptance', json_array(new.agreement, new.rule), NULL, json_object('agreement', new.agreement, 'rule', new.rule, 'reason', new.reason, 'accepted_on', new.accepted_on, 'until', new.until)); END;
CREATE TRIGGER journal_acceptance_update AFTER UPDATE ON acceptance WHEN old.agreement IS NOT new.agreement COLLATE BINARY OR old.rule IS NOT new.rule COLLATE BINARY OR old.reason IS NOT new.reason COLLATE BINARY OR old.accepted_on IS NOT new.accepted_on COLLATE BINARY OR old.until IS NOT new.until COLLATE BINARY BEGIN INSERT INTO journal (act, tbl, key, old, new) VALUES ((SELECT id FROM act WHERE entries IS NULL), 'acceptance', json_array(new.agreement, new.rule), json_object('agreement', old.agreement, 'rule', old.rule, 'reason', old.reason, 'accepted_on', old.accepted_on, 'until', old.until), json_object('agreement', new.agreement, 'rule', new.rule, 'reason', new.reason, 'accepted_on', new.accepted_on, 'until', new.until)); END;
CREATE TRIGGER journal_acceptance_delete AFTER DELETE ON acceptance BEGIN INSERT INTO journal (act, tbl, key, old, new) VALUES ((SELECT id FROM act WHERE entries IS NULL), 'acceptance', json_array(old.agreement, old.rule), json_object('agreement', old.agreement, 'rule', old.rule, 'reason', old.reason, 'accepted_on', old.accepted_on, 'until', old.until), NULL); END;
CREATE TRIGGER journal_action_insert AFTER INSERT ON action BEGIN INSERT INTO journal (act, tbl, key, old, new) VALUES ((SELECT id FROM act WHERE entries IS NULL), 'action', json_array(new.agreement, new.number), NULL, json_object('agreement', new.agreement, 'number', new.number, 'agreed', new.agreed, 'what', new.what, 'who', new.who, 'due_on', new.due_on, 'done_on', new.done_on, 'proof', new.proof)); END;
CREATE TRIGGER journal_action_update AFTER UPDATE ON action WHEN old.agreement IS NOT new.agreement COLLATE BINARY OR old.number IS NOT new.number COLLATE BINARY OR old.agreed IS NOT new.agreed COLLATE BINARY OR old.what IS NOT new.what COLLATE BINARY OR old.who IS NOT new.who COLLATE BINARY OR old.due_on IS NOT new.due_on COLLATE BINARY OR old.done_on IS NOT new.done_on COLLATE BINARY OR old.proof IS NOT new.proof COLLATE BINARY BEGIN INSERT INTO journal (act, tbl, key, old, new) VALUES ((SELECT id FROM act WHERE entries IS NULL), 'action', json_array(new.agreement, new.number), json_object('agreement', old.agreement, 'number', old.number, 'agreed', old.agreed, 'what', old.what, 'who', old.who, 'due_on', old.due_on, 'done_on', old.done_on, 'proof', old.proof), json_object('agreement', new.agreement, 'number', new.number, 'agreed', new.agreed, 'what', new.what, 'who', new.who, 'due_on', new.due_on, 'done_on', new.done_on, 'proof', new.proof)); END;
CREATE TRIGGER journal_action_delete AFTER DELETE ON action BEGIN INSERT INTO journal (act, tbl, key, old, new) VALUES ((SELECT id FROM act WHERE entries IS NULL), 'action', json_array(old.agreement, old.number), json_object('agreement', old.agreement, 'number', old.number, 'agreed', old.agreed, 'what', old.what, 'who', old.who, 'due_on', old.due_on, 'done_on', old.done_on, 'proof', old.proof), NULL); END;
CREATE TRIGGER journal_affair_insert AFTER INSERT ON affair BEGIN INSERT INTO journal (act, tbl, key, old, new) VALUES ((SELECT id FROM act WHERE entries IS NULL), 'affair', json_array(new.agreement, new.code), NULL, json_object('agreement', new.agreement, 'code', new.code)); END;
CREATE TRIGGER journal_affair_update AFTER UPDATE ON affair WHEN old.agreement IS NOT new.agreement COLLATE BINARY OR old.code IS NOT new.code COLLATE BINARY BEGIN INSERT INTO journal (act, tbl, key, old, new) VALUES ((SELECT id FROM act WHERE entries IS NULL), 'affair', json_array(new.agreement, new.code), json_object('agreement', old.agreement, 'code', old.code), json_object('agreement', new.agreement, 'code', new.code)); END;
CREATE TRIGGER journal_affair_delete AFTER DELETE ON affair BEGIN INSERT INTO journal (act, tbl, key, old, new) VALUES ((SELECT id FROM act WHERE entries IS NULL), 'affair', json_array(old.agreement, old.code), json_object('agreement', old.agreement, 'code', old.code), NULL); END;
CREATE TRIGGER journal_agreement_insert AFTER INSERT ON agreement BEGIN INSERT INTO journal (act, tbl, key, old, new) VALUES ((SELECT id FROM act WHERE entries IS NULL), 'agreement', json_array(new.id), NULL, json_object('id', new.id, 'doc', new.doc, 'scheme', new.scheme, 'title', new.title, 'lead_opd', new.lead_opd, 'entered_on', new.entered_on, 'signed_on', new.signed_on, 'starts_on', new.starts_on, 'end_kind', new.end_kind, 'ends_on', new.ends_on, 'end_condition', new.end_condition, 'end_typed', new.end_typed, 'duration_typed', new.duration_typed, 'parent', new.parent, 'predecessor', new.predecessor, 'void_reason', new.void_reason, 'note', new.note, 'original_place', new.original_place, 'ended_on', new.ended_on, 'planned_for', new.planned_for, 'end_ground', new.end_ground, 'paper_name', new.paper_name, 'value', new.value)); END;
CREATE TRIGGER journal_agreement_update AFTER UPDATE ON agreement WHEN old.id IS NOT new.id COLLATE BINARY OR old.doc IS NOT new.doc COLLATE BINARY OR old.scheme IS NOT new.scheme COLLATE BINARY OR old.title IS NOT new.title COLLATE BINARY OR old.lead_opd IS NOT new.lead_opd COLLATE BINARY OR old.entered_on IS NOT new.entered_on COLLATE BINARY OR old.signed_on IS NOT new.signed_on COLLATE BINARY OR old.starts_on IS NOT new.starts_on COLLATE BINARY OR old.end_kind IS NOT new.end_kind COLLATE BINARY OR old.ends_on IS NOT new.ends_on COLLATE BINARY OR old.end_condition IS NOT new.end_condition COLLATE BINARY OR old.end_typed IS NOT new.end_typed COLLATE BINARY OR old.duration_typed IS NOT new.duration_typed COLLATE BINARY OR old.parent IS NOT new.parent COLLATE BINARY OR old.predecessor IS NOT new.predecessor COLLATE BINARY OR old.void_reason IS NOT new.void_reason COLLATE BINARY OR old.note IS NOT new.note COLLATE BINARY OR old.original_place IS NOT new.original_place COLLATE BINARY OR old.ended_on IS NOT new.ended_on COLLATE BINARY OR old.planned_for IS NOT new.planned_for COLLATE BINARY OR old.end_ground IS NOT new.end_ground COLLATE BINARY OR old.paper_name IS NOT new.paper_name COLLATE BINARY OR old.value IS NOT new.value COLLATE BINARY BEGIN INSERT INTO journal (act, tbl, key, old, new) VALUES ((SELECT id FROM act WHERE entries IS NULL), 'agreement', json_array(new.id), json_object('id', old.id, 'doc', old.doc, 'scheme', old.scheme, 'title', old.title, 'lead_opd', old.lead_opd, 'entered_on', old.entered_on, 'signed_on', old.signed_on, 'starts_on', old.starts_on, 'end_kind', old.end_kind, 'ends_on', old.ends_on, 'end_condition', old.end_condition, 'end_typed', old.end_typed, 'duration_typed', old.duration_typed, 'parent', old.parent, 'predecessor', old.predecessor, 'void_reason', old.void_reason, 'note', old.note, 'original_place', old.original_place, 'ended_on', old.ended_on, 'planned_for', old.planned_for, 'end_ground', old.end_ground, 'paper_name', old.paper_name, 'value', old.value), json_object('id', new.id, 'doc', new.doc, 'scheme', new.scheme, 'title', new.title, 'lead_opd', new.lead_opd, 'entered_on', new.entered_on, 'signed_on', new.signed_on, 'starts_on', new.starts_on, 'end_kind', new.end_kind, 'ends_on', new.ends_on, 'end_condition', new.end_condition, 'end_typed', new.end_typed, 'duration_typed', new.duration_typed, 'parent', new.parent, 'predecessor', new.predecessor, 'void_reason', new.void_reason, 'note', new.note, 'original_place', new.original_place, 'ended_on', new.ended_on, 'planned_for', new.planned_for, 'end_ground', new.end_ground, 'paper_name', new.paper_name, 'value', new.value)); END;
CREATE TRIGGER journal_agreement_delete AFTER DELETE ON agreement BEGIN INSERT INTO journal (act, tbl, key, old, new) VALUES ((SELECT id FROM act WHERE entries IS NULL), 'agreement', json_array(old.id), json_object('id', old.id, 'doc', old.doc, 'scheme', old.scheme, 'title', old.title, 'lead_opd', old.lead_opd, 'entered_on', old.entered_on, 'signed_on', old.signed_on, 'starts_on', old.starts_on, 'end_kind', old.end_kind, 'ends_on', old.ends_on, 'end_condition', old.end_condition, 'end_typed', old.end_typed, 'duration_typed', old.duration_typed, 'parent', old.parent, 'predecessor', old.predecessor, 'void_reason', old.void_reason, 'note', old.note, 'original_place', old.original_place, 'ended_on', old.ended_on, 'planned_for', old.planned_for, 'end_ground', old.end_ground, 'paper_name', old.paper_name, 'value', old.value), NULL); END;
CREATE TRIGGER journal_amendment_insert AFTER INSERT ON amendment BEGIN INSERT INTO journal (act, tbl, key, old, new) VALUES ((SELECT id FROM act WHERE entries IS NULL), 'amendment', json_array(new.agreement, new.number), NULL, json_object('agreement', new.agreement, 'number', new.number, 'signed_on', new.signed_on, 'what', new.what, 'adds_burden', new.adds_burden, 'dprd_approved_on', new.dprd_approved_on, 'dprd_answer', new.dprd_answer, 'tkksd_note', new.tkksd_note, 'starts_on', new.starts_on, 'ends_on', new.ends_on)); END;
CREATE TRIGGER journal_amendment_update AFTER UPDATE ON amendment WHEN old.agreement IS NOT new.agreement COLLATE BINARY OR old.number IS NOT new.number COLLATE BINARY OR old.signed_on IS NOT new.signed_on COLLATE BINARY OR old.what IS NOT new.what COLLATE BINARY OR old.adds_burden IS NOT new.adds_burden COLLATE BINARY OR old.dprd_approved_on IS NOT new.dprd_approved_on COLLATE BINARY OR old.dprd_answer IS NOT new.dprd_answer COLLATE BINARY OR old.tkksd_note IS NOT new.tkksd_note COLLATE BINARY OR old.starts_on IS NOT new.starts_on COLLATE BINARY OR old.ends_on IS NOT new.ends_on COLLATE BINARY BEGIN INSERT INTO journal (act, tbl, key, old, new) VALUES ((SELECT id FROM act WHERE entries IS NULL), 'amendment', json_array(new.agreement, new.number), json_object('agreement', old.agreement, 'number', old.number, 'signed_on', old.signed_on, 'what', old.what, 'adds_burden', old.adds_burden, 'dprd_approved_on', old.dprd_approved_on, 'dprd_answer', old.dprd_answer, 'tkksd_note', old.tkksd_note, 'starts_on', old.starts_on, 'ends_on', old.ends_on), json_object('agreement', new.agreement, 'number', new.number, 'signed_on', new.signed_on, 'what', new.what, 'adds_burden', new.adds_burden, 'dprd_approved_on', new.dprd_approved_on, 'dprd_answer', new.dprd_answer, 'tkksd_note', new.tkksd_note, 'starts_on', new.starts_on, 'ends_on', new.ends_on)); END;
CREATE TRIGGER journal_amendment_delete AFTER DELETE ON amendment BEGIN INSERT INTO journal (act, tbl, key, old, new) VALUES ((SELECT id FROM act WHERE entries IS NULL), 'amendment', json_array(old.agreement, old.number), json_object('agreement', old.agreement, 'number', old.number, 'signed_on', old.signed_on, 'what', old.what, 'adds_burden', old.adds_burden, 'dprd_approved_on', old.dprd_approved_on, 'dprd_answer', old.dprd_answer, 'tkksd_note', old.tkksd_note, 'starts_on', old.starts_on, 'ends_on', old.ends_on), NULL); END;
CREATE TRIGGER journal_amendment_change_insert AFTER INSERT ON amendment_change BEGIN INSERT INTO journal (act, tbl, key, old, new) VALUES ((SELECT id FROM act WHERE entries IS NULL), 'amendment_change', json_array(new.agreement, new.amendment, new.field), NULL, json_object('agreement', new.agreement, 'amendment', new.amendment, 'field', new.field, 'old', new.old)); END;
CREATE TRIGGER journal_amendment_change_update AFTER UPDATE ON amendment_change WHEN old.agreement IS NOT new.agreement COLLATE BINARY OR old.amendment IS NOT new.amendment COLLATE BINARY OR old.field IS NOT new.field COLLATE BINARY OR old.old IS NOT new.old COLLATE BINARY BEGIN INSERT INTO journal (act, tbl, key, old, new) VALUES ((SELECT id FROM act WHERE entries IS NULL), 'amendment_change', json_array(new.agreement, new.amendment, new.field), json_object('agreement', old.agreement, 'amendment', old.amendment, 'field', old.field, 'old', old.old), json_object('agreement', new.agreement, 'amendment', new.amendment, 'field', new.field, 'old', new.old)); END;
CREATE TRIGGER journal_amendment_change_delete AFTER DELETE ON amendment_change BEGIN INSERT INTO journal (act, tbl, key, old, new) VALUES ((SELECT id FROM act WHERE entries IS NULL), 'amendment_change', json_array(old.agreement, old.amendment, old.field), json_object('agreement', old.agreement, 'amendment', old.amendment, 'field', old.field, 'old', old.old), NULL); END;
CREATE TRIGGER journal_amendment_number_insert AFTER INSERT ON amendment_number BEGIN INSERT INTO journal (act, tbl, key, old, new) VALUES ((SELECT id FROM act WHERE entries IS NULL), 'amendment_number', json_array(new.agreement, new.amendment, new.seat), NULL, json_object('agreement', new.agreement, 'amendment', new.amendment, 'seat', new.seat, 'number', new.number)); END;
CREATE TRIGGER journal_amendment_number_update AFTER UPDATE ON amendment_number WHEN old.agreement IS NOT new.agreement COLLATE BINARY OR old.amendment IS NOT new.amendment COLLATE BINARY OR old.seat IS NOT new.seat COLLATE BINARY OR old.number IS NOT new.number COLLATE BINARY BEGIN INSERT INTO journal (act, tbl, key, old, new) VALUES ((SELECT id FROM act WHERE entries IS NULL), 'amendment_number', json_array(new.agreement, new.amendment, new.seat), json_object('agreement', old.agreement, 'amendment', old.amendment, 'seat', old.seat, 'number', old.number), json_object('agreement', new.agreement, 'amendment', new.amendment, 'seat', new.seat, 'number', new.number)); END;
CREATE TRIGGER journal_amendment_number_delete AFTER DELETE ON amendment_number BEGIN INSERT INTO journal (act, tbl, key, old, new) VALUES ((SELECT id FROM act WHERE entries IS NULL), 'amendment_number', json_array(old.agreement, old.amendment, old.seat), json_object('agreement', old.agreement, 'amendment', old.amendment, 'seat', old.seat, 'number', old.number), NULL); END;
CREATE TRIGGER journal_answer_insert AFTER INSERT ON answer BEGIN INSERT INTO journal (act, tbl, key, old, new) VALUES ((SELECT id FROM act WHERE entries IS NULL), 'answer', json_array(new.agreement, new.period, new.item), NULL, json_object('agreement', new.agreement, 'period', new.period, 'item', new.item, 'option', new.option, 'opd_option', new.opd_option)); END;
CREATE TRIGGER journal_answer_update AFTER UPDATE ON answer WHEN old.agreement IS NOT new.agreement COLLATE BINARY OR old.period IS NOT new.period COLLATE BINARY OR old.item IS NOT new.item COLLATE BINARY OR old.option IS NOT new.option COLLATE BINARY OR old.opd_option IS NOT new.opd_option COLLATE BINARY BEGIN INSERT INTO journal (act, tbl, key, old, new) VALUES ((SELECT id FROM act WHERE entries IS NULL), 'answer', json_array(new.agreement, new.period, new.item), json_object('agreement', old.agreement, 'period', old.period, 'item', old.item, 'option', old.option, 'opd_option', old.opd_option), json_object('agreement', new.agreement, 'period', new.period, 'item', new.item, 'option', new.option, 'opd_option', new.opd_option)); END;
CREATE TRIGGER journal_answer_delete AFTER DELETE ON answer BEGIN INSERT INTO journal (act, tbl, key, old, new) VALUES ((SELECT id FROM act WHERE entries IS NULL), 'answer', json_array(old.agreement, old.period, old.item), json_object('agreement', old.agreement, 'period', old.period, 'item', old.item, 'option', old.option, 'opd_option', old.opd_option), NULL); END;
CREATE TRIGGER journal_clock_insert AFTER INSERT ON clock BEGIN INSERT INTO journal (act, tbl, key, old, new) VALUES ((SELECT id FROM act WHERE entries IS NULL), 'clock', json_array(new.number), NULL, json_object('number', new.number, 'kind', new.kind, 'agreement', new.agreement, 'partner', new.partner, 'opd', new.opd, 'started_on', new.started_on, 'letter', new.letter, 'stopped_on', new.stopped_on, 'outcome', new.outcome)); END;
CREATE TRIGGER journal_clock_update AFTER UPDATE ON clock WHEN old.number IS NOT new.number COLLATE BINARY OR old.kind IS NOT new.kind COLLATE BINARY OR old.agreement IS NOT new.agreement COLLATE BINARY OR old.partner IS NOT new.partner COLLATE BINARY OR old.opd IS NOT new.opd COLLATE BINARY OR old.started_on IS NOT new.started_on COLLATE BINARY OR old.letter IS NOT new.letter COLLATE BINARY OR old.stopped_on IS NOT new.stopped_on COLLATE BINARY OR old.outcome IS NOT new.outcome COLLATE BINARY BEGIN INSERT INTO journal (act, tbl, key, old, new) VALUES ((SELECT id FROM act WHERE entries IS NULL), 'clock', json_array(new.number), json_object('number', old.number, 'kind', old.kind, 'agreement', old.agreement, 'partner', old.partner, 'opd', old.opd, 'started_on', old.started_on, 'letter', old.letter, 'stopped_on', old.stopped_on, 'outcome', old.outcome), json_object('number', new.number, 'kind', new.kind, 'agreement', new.agreement, 'partner', new.partner, 'opd', new.opd, 'started_on', new.started_on, 'letter', new.letter, 'stopped_on', new.stopped_on, 'outcome', new.outcome)); END;
CREATE TRIGGER journal_clock_delete AFTER DELETE ON clock BEGIN INSERT INTO journal (act, tbl, key, old, new) VALUES ((SELECT id FROM act WHERE entries IS NULL), 'clock', json_array(old.number), json_object('number', old.number, 'kind', old.kind, 'agreement', old.agreement, 'partner', old.partner, 'opd', old.opd, 'started_on', old.started_on, 'letter', old.letter, 'stopped_on', old.stopped_on, 'outcome', old.outcome), NULL); END;
CREATE TRIGGER journal_closing_insert AFTER INSERT ON closing BEGIN INSERT INTO journal (act, tbl, key, old, new) VALUES ((SELECT id FROM act WHERE entries IS NULL), 'closing', json_array(new.period), NULL, json_object('period', new.period, 'closed_on', new.closed_on)); END;
CREATE TRIGGER journal_closing_update AFTER UPDATE ON closing WHEN old.period IS NOT new.period COLLATE BINARY OR old.closed_on IS NOT new.closed_on COLLATE BINARY BEGIN INSERT INTO journal (act, tbl, key, old, new) VALUES ((SELECT id FROM act WHERE entries IS NULL), 'closing', json_array(new.period), json_object('period', old.period, 'closed_on', old.closed_on), json_object('period', new.period, 'closed_on', new.closed_on)); END;
CREATE TRIGGER journal_closing_delete AFTER DELETE ON closing BEGIN INSERT INTO journal (act, tbl, key, old, new) VALUES ((SELECT id FROM act WHERE entries IS NULL), 'closing', json_array(old.period), json_object('period', old.period, 'closed_on', old.closed_on), NULL); END;
CREATE TRIGGER journal_desk_meeting_insert AFTER INSERT ON desk_meeting BEGIN INSERT INTO journal (act, tbl, key, old, new) VALUES ((SELECT id FROM act WHERE entries IS NULL), 'desk_meeting', json_array(new.period, new.opd), NULL, json_object('period', new.period, 'opd', new.opd, 'day', new.day, 'starts', new.starts, 'ends', new.ends, 'place', new.place)); END;
CREATE TRIGGER journal_desk_meeting_update AFTER UPDATE ON desk_meeting WHEN old.period IS NOT new.period COLLATE BINARY OR old.opd IS NOT new.opd COLLATE BINARY OR old.day IS NOT new.day COLLATE BINARY OR old.starts IS NOT new.starts COLLATE BINARY OR old.ends IS NOT new.ends COLLATE BINARY OR old.place IS NOT new.place COLLATE BINARY BEGIN INSERT INTO journal (act, tbl, key, old, new) VALUES ((SELECT id FROM act WHERE entries IS NULL), 'desk_meeting', json_array(new.period, new.opd), json_object('period', old.period, 'opd', old.opd, 'day', old.day, 'starts', old.starts, 'ends', old.ends, 'place', old.place), json_object('period', new.period, 'opd', new.opd, 'day', new.day, 'starts', new.starts, 'ends', new.ends, 'place', new.place)); END;
CREATE TRIGGER journal_desk_meeting_delete AFTER DELETE ON desk_meeting BEGIN INSERT INTO journal (act, tbl, key, old, new) VALUES ((SELECT id FROM act WHERE entries IS NULL), 'desk_meeting', json_array(old.period, old.opd), json_object('period', old.period, 'opd', old.opd, 'day', old.day, 'starts', old.starts, 'ends', old.ends, 'place', old.place), NULL); END;
CREATE TRIGGER journal_desk_return_insert AFTER INSERT ON desk_return BEGIN INSERT INTO journal (act, tbl, key, old, new) VALUES ((SELECT id FROM act WHERE entries IS NULL), 'desk_return', json_array(new.sheet, new.file), NULL, json_object('sheet', new.sheet, 'file', new.file, 'returned_on', new.returned_on, 'taken', new.taken, 'problems', new.problems)); END;
CREATE TRIGGER journal_desk_return_update AFTER UPDATE ON desk_return WHEN old.sheet IS NOT new.sheet COLLATE BINARY OR old.file IS NOT new.file COLLATE BINARY OR old.returned_on IS NOT new.returned_on COLLATE BINARY OR old.taken IS NOT new.taken COLLATE BINARY OR old.problems IS NOT new.problems COLLATE BINARY BEGIN INSERT INTO journal (act, tbl, key, old, new) VALUES ((SELECT id FROM act WHERE entries IS NULL), 'desk_return', json_array(new.sheet, new.file), json_object('sheet', old.sheet, 'file', old.file, 'returned_on', old.returned_on, 'taken', old.taken, 'problems', old.problems), json_object('sheet', new.sheet, 'file', new.file, 'returned_on', new.returned_on, 'taken', new.taken, 'problems', new.problems)); END;
CREATE TRIGGER journal_desk_return_delete AFTER DELETE ON desk_return BEGIN INSERT INTO journal (act, tbl, key, old, new) VALUES ((SELECT id FROM act WHERE entries IS NULL), 'desk_return', json_array(old.sheet, old.file), json_object('sheet', old.sheet, 'file', old.file, 'returned_on', old.returned_on, 'taken', old.taken, 'problems', old.problems), NULL); END;
CREATE TRIGGER journal_desk_sheet_insert AFTER INSERT ON desk_sheet BEGIN INSERT INTO journal (act, tbl, key, old, new) VALUES ((SELECT id FROM act WHERE entries IS NULL), 'desk_sheet', json_array(new.digest), NULL, json_object('digest', new.digest, 'period', new.period, 'opd', new.opd, 'instrument', new.instrument, 'sent_on', new.sent_on, 'due_on', new.due_on)); END;
CREATE TRIGGER journal_desk_sheet_update AFTER UPDATE ON desk_sheet WHEN old.digest IS NOT new.digest COLLATE BINARY OR old.period IS NOT new.period COLLATE BINARY OR old.opd IS NOT new.opd COLLATE BINARY OR old.instrument IS NOT new.instrument COLLATE BINARY OR old.sent_on IS NOT new.sent_on COLLATE BINARY OR old.due_on IS NOT new.due_on COLLATE BINARY BEGIN INSERT INTO journal (act, tbl, key, old, new) VALUES ((SELECT id FROM act WHERE entries IS NULL), 'desk_sheet', json_array(new.digest), json_object('digest', old.digest, 'period', old.period, 'opd', old.opd, 'instrument', old.instrument, 'sent_on', old.sent_on, 'due_on', old.due_on), json_object('digest', new.digest, 'period', new.period, 'opd', new.opd, 'instrument', new.instrument, 'sent_on', new.sent_on, 'due_on', new.due_on)); END;
CREATE TRIGGER journal_desk_sheet_delete AFTER DELETE ON desk_sheet BEGIN INSERT INTO journal (act, tbl, key, old, new) VALUES ((SELECT id FROM act WHERE entries IS NULL), 'desk_sheet', json_array(old.digest), json_object('digest', old.digest, 'period', old.period, 'opd', old.opd, 'instrument', old.instrument, 'sent_on', old.sent_on, 'due_on', old.due_on), NULL); END;
CREATE TRIGGER journal_effort_insert AFTER INSERT ON effort BEGIN INSERT INTO journal (act, tbl, key, old, new) VALUES ((SELECT id FROM act WHERE entries IS NULL), 'effort', json_array(new.agreement, new.obstacle, new.number), NULL, json_object('agreement', new.agreement, 'obstacle', new.obstacle, 'number', new.number, 'period', new.period, 'text', new.text)); END;
CREATE TRIGGER journal_effort_update AFTER UPDATE ON effort WHEN old.agreement IS NOT new.agreement COLLATE BINARY OR old.obstacle IS NOT new.obstacle COLLATE BINARY OR old.number IS NOT new.number COLLATE BINARY OR old.period IS NOT new.period COLLATE BINARY OR old.text IS NOT new.text COLLATE BINARY BEGIN INSERT INTO journal (act, tbl, key, old, new) VALUES ((SELECT id FROM act WHERE entries IS NULL), 'effort', json_array(new.agreement, new.obstacle, new.number), json_object('agreement', old.agreement, 'obstacle', old.obstacle, 'number', old.number, 'period', old.period, 'text', old.text), json_object('agreement', new.agreement, 'obstacle', new.obstacle, 'number', new.number, 'period', new.period, 'text', new.text)); END;
CREATE TRIGGER journal_effort_delete AFTER DELETE ON effort BEGIN INSERT INTO journal (act, tbl, key, old, new) VALUES ((SELECT id FROM act WHERE entries IS NULL), 'effort', json_array(old.agreement, old.obstacle, old.number), json_object('agreement', old.agreement, 'obstacle', old.obstacle, 'number', old.number, 'period', old.period, 'text', old.text), NULL); END;
CREATE TRIGGER journal_erasure_insert AFTER INSERT ON erasure BEGIN INSERT INTO journal (act, tbl, key, old, new) VALUES ((SELECT id FROM act WHERE entries IS NULL), 'erasure', json_array(new.what, new.number), NULL, json_object('what', new.what, 'number', new.number, 'digest', new.digest)); END;
CREATE TRIGGER journal_erasure_update AFTER UPDATE ON erasure WHEN old.what IS NOT new.what COLLATE BINARY OR old.number IS NOT new.number COLLATE BINARY OR old.digest IS NOT new.digest COLLATE BINARY BEGIN INSERT INTO journal (act, tbl, key, old, new) VALUES ((SELECT id FROM act WHERE entries IS NULL), 'erasure', json_array(new.what, new.number), json_object('what', old.what, 'number', old.number, 'digest', old.digest), json_object('what', new.what, 'number', new.number, 'digest', new.digest)); END;
CREATE TRIGGER journal_erasure_delete AFTER DELETE ON erasure BEGIN INSERT INTO journal (act, tbl, key, old, new) VALUES ((SELECT id FROM act WHERE entries IS NULL), 'erasure', json_array(old.what, old.number), json_object('what', old.what, 'number', old.number, 'digest', old.digest), NULL); END;
CREATE TRIGGER journal_evaluation_insert AFTER INSERT ON evaluation BEGIN INSERT INTO journal (act, tbl, key, old, new) VALUES ((SELECT id FROM act WHERE entries IS NULL), 'evaluation', json_array(new.agreement, new.period), NULL, json_object('agreement', new.agreement, 'period', new.period, 'instrument', new.instrument, 'implementation', new.implementation, 'reported_on', new.reported_on, 'filler', new.filler, 'recommendation', new.recommendation, 'note', new.note, 'others', new.others, 'channel', new.channel, 'unchanged', new.unchanged, 'recommendation_reason', new.recommendation_reason, 'opd_implementation', new.opd_implementation)); END;
CREATE TRIGGER journal_evaluation_update AFTER UPDATE ON evaluation WHEN old.agreement IS NOT new.agreement COLLATE BINARY OR old.period IS NOT new.period COLLATE BINARY OR old.instrument IS NOT new.instrument COLLATE BINARY OR old.implementation IS NOT new.implementation COLLATE BINARY OR old.reported_on IS NOT new.reported_on COLLATE BINARY OR old.filler IS NOT new.filler COLLATE BINARY OR old.recommendation IS NOT new.recommendation COLLATE BINARY OR old.note IS NOT new.note COLLATE BINARY OR old.others IS NOT new.others COLLATE BINARY OR old.channel IS NOT new.channel COLLATE BINARY OR old.unchanged IS NOT new.unchanged COLLATE BINARY OR old.recommendation_reason IS NOT new.recommendation_reason COLLATE BINARY OR old.opd_implementation IS NOT new.opd_implementation COLLATE BINARY BEGIN INSERT INTO journal (act, tbl, key, old, new) VALUES ((SELECT id FROM act WHERE entries IS NULL), 'evaluation', json_array(new.agreement, new.period), json_object('agreement', old.agreement, 'period', old.period, 'instrument', old.instrument, 'implementation', old.implementation, 'reported_on', old.reported_on, 'filler', old.filler, 'recommendation', old.recommendation, 'note', old.note, 'others', old.others, 'channel', old.channel, 'unchanged', old.unchanged, 'recommendation_reason', old.recommendation_reason, 'opd_implementation', old.opd_implementation), json_object('agreement', new.agreement, 'period', new.period, 'instrument', new.instrument, 'implementation', new.implementation, 'reported_on', new.reported_on, 'filler', new.filler, 'recommendation', new.recommendation, 'note', new.note, 'others', new.others, 'channel', new.channel, 'unchanged', new.unchanged, 'recommendation_reason', new.recommendation_reason, 'opd_implementation', new.opd_implementation)); END;
CREATE TRIGGER journal_evaluation_delete AFTER DELETE ON evaluation BEGIN INSERT INTO journal (act, tbl, key, old, new) VALUES ((SELECT id FROM act WHERE entries IS NULL), 'evaluation', json_array(old.agreement, old.period), json_object('agreement', old.agreement, 'period', old.period, 'instrument', old.instrument, 'implementation', old.implementation, 'reported_on', old.reported_on, 'filler', old.filler, 'recommendation', old.recommendation, 'note', old.note, 'others', old.others, 'channel', old.channel, 'unchanged', old.unchanged, 'recommendation_reason', old.recommendation_reason, 'opd_implementation', old.opd_implementation), NULL); END;
CREATE TRIGGER journal_event_insert AFTER INSERT ON event BEGIN INSERT INTO journal (act, tbl, key, old, new) VALUES ((SELECT id FROM act WHERE entries IS NULL), 'event', json_array(new.number), NULL, json_object('number', new.number, 'kind', new.kind, 'detail', new.detail, 'outside', new.outside)); END;
CREATE TRIGGER journal_event_update AFTER UPDATE ON event WHEN old.number IS NOT new.number COLLATE BINARY OR old.kind IS NOT new.kind COLLATE BINARY OR old.detail IS NOT new.detail COLLATE BINARY OR old.outside IS NOT new.outside COLLATE BINARY BEGIN INSERT INTO journal (act, tbl, key, old, new) VALUES ((SELECT id FROM act WHERE entries IS NULL), 'event', json_array(new.number), json_object('number', old.number, 'kind', old.kind, 'detail', old.detail, 'outside', old.outside), json_object('number', new.number, 'kind', new.kind, 'detail', new.detail, 'outside', new.outside)); END;
CREATE TRIGGER journal_event_delete AFTER DELETE ON event BEGIN INSERT INTO journal (act, tbl, key, old, new) VALUES ((SELECT id FROM act WHERE entries IS NULL), 'event', json_array(old.number), json_object('number', old.number, 'kind', old.kind, 'detail', old.detail, 'outside', old.outside), NULL); END;
CREATE TRIGGER journal_evidence_insert AFTER INSERT ON evidence BEGIN INSERT INTO journal (act, tbl, key, old, new) VALUES ((SELECT id FROM act WHERE entries IS NULL), 'evidence', json_array(new.agreement, new.period, new.number), NULL, json_object('agreement', new.agreement, 'period', new.period, 'number', new.number, 'text', new.text, 'digest', new.digest, 'size', new.size, 'item', new.item)); END;
CREATE TRIGGER journal_evidence_update AFTER UPDATE ON evidence WHEN old.agreement IS NOT new.agreement COLLATE BINARY OR old.period IS NOT new.period COLLATE BINARY OR old.number IS NOT new.number COLLATE BINARY OR old.text IS NOT new.text COLLATE BINARY OR old.digest IS NOT new.digest COLLATE BINARY OR old.size IS NOT new.size COLLATE BINARY OR old.item IS NOT new.item COLLATE BINARY BEGIN INSERT INTO journal (act, tbl, key, old, new) VALUES ((SELECT id FROM act WHERE entries IS NULL), 'evidence', json_array(new.agreement, new.period, new.number), json_object('agreement', old.agreement, 'period', old.period, 'number', old.number, 'text', old.text, 'digest', old.digest, 'size', old.size, 'item', old.item), json_object('agreement', new.agreement, 'period', new.period, 'number', new.number, 'text', new.text, 'digest', new.digest, 'size', new.size, 'item', new.item)); END;
CREATE TRIGGER journal_evidence_delete AFTER DELETE ON evidence BEGIN INSERT INTO journal (act, tbl, key, old, new) VALUES ((SELECT id FROM act WHERE entries IS NULL), 'evidence', json_array(old.agreement, old.period, old.number), json_object('agreement', old.agreement, 'period', old.period, 'number', old.number, 'text', old.text, 'digest', old.digest, 'size', old.size, 'item', old.item), NULL); END;
CREATE TRIGGER journal_fact_insert AFTER INSERT ON fact BEGIN INSERT INTO journal (act, tbl, key, old, new) VALUES ((SELECT id FROM act WHERE entries IS NULL), 'fact', json_array(new.agreement, new.key), NULL, json_object('agreement', new.agreement, 'key', new.key, 'value', new.value)); END;
CREATE TRIGGER journal_fact_update AFTER UPDATE ON fact WHEN old.agreement IS NOT new.agreement COLLATE BINARY OR old.key IS NOT new.key COLLATE BINARY OR old.value IS NOT new.value COLLATE BINARY BEGIN INSERT INTO journal (act, tbl, key, old, new) VALUES ((SELECT id FROM act WHERE entries IS NULL), 'fact', json_array(new.agreement, new.key), json_object('agreement', old.agreement, 'key', old.key, 'value', old.value), json_object('agreement', new.agreement, 'key', new.key, 'value', new.value)); END;
CREATE TRIGGER journal_fact_delete AFTER DELETE ON fact BEGIN INSERT INTO journal (act, tbl, key, old, new) VALUES ((SELECT id FROM act WHERE entries IS NULL), 'fact', json_array(old.agreement, old.key), json_object('agreement', old.agreement, 'key', old.key, 'value', old.value), NULL); END;
CREATE TRIGGER journal_file_insert AFTER INSERT ON file BEGIN INSERT INTO journal (act, tbl, key, old, new) VALUES ((SELECT id FROM act WHERE entries IS NULL), 'file', json_array(new.agreement, new.path), NULL, json_object('agreement', new.agreement, 'path', new.path, 'digest', new.digest, 'size', new.size, 'embedded', new.embedded)); END;
CREATE TRIGGER journal_file_update AFTER UPDATE ON file WHEN old.agreement IS NOT new.agreement COLLATE BINARY OR old.path IS NOT new.path COLLATE BINARY OR old.digest IS NOT new.digest COLLATE BINARY OR old.size IS NOT new.size COLLATE BINARY OR old.embedded IS NOT new.embedded COLLATE BINARY BEGIN INSERT INTO journal (act, tbl, key, old, new) VALUES ((SELECT id FROM act WHERE entries IS NULL), 'file', json_array(new.agreement, new.path), json_object('agreement', old.agreement, 'path', old.path, 'digest', old.digest, 'size', old.size, 'embedded', old.embedded), json_object('agreement', new.agreement, 'path', new.path, 'digest', new.digest, 'size', new.size, 'embedded', new.embedded)); END;
CREATE TRIGGER journal_file_delete AFTER DELETE ON file BEGIN INSERT INTO journal (act, tbl, key, old, new) VALUES ((SELECT id FROM act WHERE entries IS NULL), 'file', json_array(old.agreement, old.path), json_object('agreement', old.agreement, 'path', old.path, 'digest', old.digest, 'size', old.size, 'embedded', old.embedded), NULL); END;
CREATE TRIGGER journal_filler_insert AFTER INSERT ON filler BEGIN INSERT INTO journal (act, tbl, key, old, new) VALUES ((SELECT id FROM act WHERE entries IS NULL), 'filler', json_array(new.agreement, new.period, new.number), NULL, json_object('agreement', new.agreement, 'period', new.period, 'number', new.number, 'name', new.name, 'role', new.role, 'opd', new.opd, 'filled_on', new.filled_on)); END;
CREATE TRIGGER journal_filler_update AFTER UPDATE ON filler WHEN old.agreement IS NOT new.agreement COLLATE BINARY OR old.period IS NOT new.period COLLATE BINARY OR old.number IS NOT new.number COLLATE BINARY OR old.name IS NOT new.name COLLATE BINARY OR old.role IS NOT new.role COLLATE BINARY OR old.opd IS NOT new.opd COLLATE BINARY OR old.filled_on IS NOT new.filled_on COLLATE BINARY BEGIN INSERT INTO journal (act, tbl, key, old, new) VALUES ((SELECT id FROM act WHERE entries IS NULL), 'filler', json_array(new.agreement, new.period, new.number), json_object('agreement', old.agreement, 'period', old.period, 'number', old.number, 'name', old.name, 'role', old.role, 'opd', old.opd, 'filled_on', old.filled_on), json_object('agreement', new.agreement, 'period', new.period, 'number', new.number, 'name', new.name, 'role', new.role, 'opd', new.opd, 'filled_on', new.filled_on)); END;
CREATE TRIGGER journal_filler_delete AFTER DELETE ON filler BEGIN INSERT INTO journal (act, tbl, key, old, new) VALUES ((SELECT id FROM act WHERE entries IS NULL), 'filler', json_array(old.agreement, old.period, old.number), json_object('agreement', old.agreement, 'period', old.period, 'number', old.number, 'name', old.name, 'role', old.role, 'opd', old.opd, 'filled_on', old.filled_on), NULL); END;
CREATE TRIGGER journal_further_number_insert AFTER INSERT ON further_number BEGIN INSERT INTO journal (act, tbl, key, old, new) VALUES ((SELECT id FROM act WHERE entries IS NULL), 'further_number', json_array(new.agreement, new.seat, new.position), NULL, json_object('agreement', new.agreement, 'seat', new.seat, 'position', new.position, 'number', new.number)); END;
CREATE TRIGGER journal_further_number_update AFTER UPDATE ON further_number WHEN old.agreement IS NOT new.agreement COLLATE BINARY OR old.seat IS NOT new.seat COLLATE BINARY OR old.position IS NOT new.position COLLATE BINARY OR old.number IS NOT new.number COLLATE BINARY BEGIN INSERT INTO journal (act, tbl, key, old, new) VALUES ((SELECT id FROM act WHERE entries IS NULL), 'further_number', json_array(new.agreement, new.seat, new.position), json_object('agreement', old.agreement, 'seat', old.seat, 'position', old.position, 'number', old.number), json_object('agreement', new.agreement, 'seat', new.seat, 'position', new.position, 'number', new.number)); END;
CREATE TRIGGER journal_further_number_delete AFTER DELETE ON further_number BEGIN INSERT INTO journal (act, tbl, key, old, new) VALUES ((SELECT id FROM act WHERE entries IS NULL), 'further_number', json_array(old.agreement, old.seat, old.position), json_object('agreement', old.agreement, 'seat', old.seat, 'position', old.position, 'number', old.number), NULL); END;
CREATE TRIGGER journal_holiday_insert AFTER INSERT ON holiday BEGIN INSERT INTO journal (act, tbl, key, old, new) VALUES ((SELECT id FROM act WHERE entries IS NULL), 'holiday', json_array(new.day), NULL, json_object('day', new.day, 'name', new.name, 'source', new.source)); END;
CREATE TRIGGER journal_holiday_update AFTER UPDATE ON holiday WHEN old.day IS NOT new.day COLLATE BINARY OR old.name IS NOT new.name COLLATE BINARY OR old.source IS NOT new.source COLLATE BINARY BEGIN INSERT INTO journal (act, tbl, key, old, new) VALUES ((SELECT id FROM act WHERE entries IS NULL), 'holiday', json_array(new.day), json_object('day', old.day, 'name', old.name, 'source', old.source), json_object('day', new.day, 'name', new.name, 'source', new.source)); END;
CREATE TRIGGER journal_holiday_delete AFTER DELETE ON holiday BEGIN INSERT INTO journal (act, tbl, key, old, new) VALUES ((SELECT id FROM act WHERE entries IS NULL), 'holiday', json_array(old.day), json_object('day', old.day, 'name', old.name, 'source', old.source), NULL); END;
CREATE TRIGGER journal_instrument_insert AFTER INSERT ON instrument BEGIN INSERT INTO journal (act, tbl, key, old, new) VALUES ((SELECT id FROM act WHERE entries IS NULL), 'instrument', json_array(new.id), NULL, json_object('id', new.id, 'text', new.text)); END;
CREATE TRIGGER journal_instrument_update AFTER UPDATE ON instrument WHEN old.id IS NOT new.id COLLATE BINARY OR old.text IS NOT new.text COLLATE BINARY BEGIN INSERT INTO journal (act, tbl, key, old, new) VALUES ((SELECT id FROM act WHERE entries IS NULL), 'instrument', json_array(new.id), json_object('id', old.id, 'text', old.text), json_object('id', new.id, 'text', new.text)); END;
CREATE TRIGGER journal_instrument_delete AFTER DELETE ON instrument BEGIN INSERT INTO journal (act, tbl, key, old, new) VALUES ((SELECT id FROM act WHERE entries IS NULL), 'instrument', json_array(old.id), json_object('id', old.id, 'text', old.text), NULL); END;
CREATE TRIGGER journal_obstacle_insert AFTER INSERT ON obstacle BEGIN INSERT INTO journal (act, tbl, key, old, new) VALUES ((SELECT id FROM act WHERE entries IS NULL), 'obstacle', json_array(new.agreement, new.number), NULL, json_object('agreement', new.agreement, 'number', new.number, 'text', new.text, 'category', new.category, 'opened', new.opened, 'closed', new.closed)); END;
CREATE TRIGGER journal_obstacle_update AFTER UPDATE ON obstacle WHEN old.agreement IS NOT new.agreement COLLATE BINARY OR old.number IS NOT new.number COLLATE BINARY OR old.text IS NOT new.text COLLATE BINARY OR old.category IS NOT new.category COLLATE BINARY OR old.opened IS NOT new.opened COLLATE BINARY OR old.closed IS NOT new.closed COLLATE BINARY BEGIN INSERT INTO journal (act, tbl, key, old, new) VALUES ((SELECT id FROM act WHERE entries IS NULL), 'obstacle', json_array(new.agreement, new.number), json_object('agreement', old.agreement, 'number', old.number, 'text', old.text, 'category', old.category, 'opened', old.opened, 'closed', old.closed), json_object('agreement', new.agreement, 'number', new.number, 'text', new.text, 'category', new.category, 'opened', new.opened, 'closed', new.closed)); END;
CREATE TRIGGER journal_obstacle_delete AFTER DELETE ON obstacle BEGIN INSERT INTO journal (act, tbl, key, old, new) VALUES ((SELECT id FROM act WHERE entries IS NULL), 'obstacle', json_array(old.agreement, old.number), json_object('agreement', old.agreement, 'number', old.number, 'text', old.text, 'category', old.category, 'opened', old.opened, 'closed', old.closed), NULL); END;
CREATE TRIGGER journal_office_paper_insert AFTER INSERT ON office_paper BEGIN INSERT INTO journal (act, tbl, key, old, new) VALUES ((SELECT id FROM act WHERE entries IS NULL), 'office_paper', json_array(new.id), NULL, json_object('id', new.id, 'kind', new.kind, 'period', new.period, 'given_on', new.given_on, 'number', new.number, 'addressee', new.addressee, 'receipt', new.receipt, 'received_on', new.received_on, 'note', new.note, 'void_reason', new.void_reason)); END;
CREATE TRIGGER journal_office_paper_update AFTER UPDATE ON office_paper WHEN old.id IS NOT new.id COLLATE BINARY OR old.kind IS NOT new.kind COLLATE BINARY OR old.period IS NOT new.period COLLATE BINARY OR old.given_on IS NOT new.given_on COLLATE BINARY OR old.number IS NOT new.number COLLATE BINARY OR old.addressee IS NOT new.addressee COLLATE BINARY OR old.receipt IS NOT new.receipt COLLATE BINARY OR old.received_on IS NOT new.received_on COLLATE BINARY OR old.note IS NOT new.note COLLATE BINARY OR old.void_reason IS NOT new.void_reason COLLATE BINARY BEGIN INSERT INTO journal (act, tbl, key, old, new) VALUES ((SELECT id FROM act WHERE entries IS NULL), 'office_paper', json_array(new.id), json_object('id', old.id, 'kind', old.kind, 'period', old.period, 'given_on', old.given_on, 'number', old.number, 'addressee', old.addressee, 'receipt', old.receipt, 'received_on', old.received_on, 'note', old.note, 'void_reason', old.void_reason), json_object('id', new.id, 'kind', new.kind, 'period', new.period, 'given_on', new.given_on, 'number', new.number, 'addressee', new.addressee, 'receipt', new.receipt, 'received_on', new.received_on, 'note', new.note, 'void_reason', new.void_reason)); END;
CREATE TRIGGER journal_office_paper_delete AFTER DELETE ON office_paper BEGIN INSERT INTO journal (act, tbl, key, old, new) VALUES ((SELECT id FROM act WHERE entries IS NULL), 'office_paper', json_array(old.id), json_object('id', old.id, 'kind', old.kind, 'period', old.period, 'given_on', old.given_on, 'number', old.number, 'addressee', old.addressee, 'receipt', old.receipt, 'received_on', old.received_on, 'note', old.note, 'void_reason', old.void_reason), NULL); END;
CREATE TRIGGER journal_official_insert AFTER INSERT ON official BEGIN INSERT INTO journal (act, tbl, key, old, new) VALUES ((SELECT id FROM act WHERE entries IS NULL), 'official', json_array(new.id), NULL, json_object('id', new.id, 'name', new.name, 'office', new.office, 'role', new.role, 'position', new.position, 'opd', new.opd, 'partner', new.partner, 'valid_from', new.valid_from, 'valid_to', new.valid_to, 'decree', new.decree, 'phone', new.phone, 'mail', new.mail, 'personal', new.personal, 'agreement', new.agreement)); END;
CREATE TRIGGER journal_official_update AFTER UPDATE ON official WHEN old.id IS NOT new.id COLLATE BINARY OR old.name IS NOT new.name COLLATE BINARY OR old.office IS NOT new.office COLLATE BINARY OR old.role IS NOT new.role COLLATE BINARY OR old.position IS NOT new.position COLLATE BINARY OR old.opd IS NOT new.opd COLLATE BINARY OR old.partner IS NOT new.partner COLLATE BINARY OR old.valid_from IS NOT new.valid_from COLLATE BINARY OR old.valid_to IS NOT new.valid_to COLLATE BINARY OR old.decree IS NOT new.decree COLLATE BINARY OR old.phone IS NOT new.phone COLLATE BINARY OR old.mail IS NOT new.mail COLLATE BINARY OR old.personal IS NOT new.personal COLLATE BINARY OR old.agreement IS NOT new.agreement COLLATE BINARY BEGIN INSERT INTO journal (act, tbl, key, old, new) VALUES ((SELECT id FROM act WHERE entries IS NULL), 'official', json_array(new.id), json_object('id', old.id, 'name', old.name, 'office', old.office, 'role', old.role, 'position', old.position, 'opd', old.opd, 'partner', old.partner, 'valid_from', old.valid_from, 'valid_to', old.valid_to, 'decree', old.decree, 'phone', old.phone, 'mail', old.mail, 'personal', old.personal, 'agreement', old.agreement), json_object('id', new.id, 'name', new.name, 'office', new.office, 'role', new.role, 'position', new.position, 'opd', new.opd, 'partner', new.partner, 'valid_from', new.valid_from, 'valid_to', new.valid_to, 'decree', new.decree, 'phone', new.phone, 'mail', new.mail, 'personal', new.personal, 'agreement', new.agreement)); END;
CREATE TRIGGER journal_official_delete AFTER DELETE ON official BEGIN INSERT INTO journal (act, tbl, key, old, new) VALUES ((SELECT id FROM act WHERE entries IS NULL), 'official', json_array(old.id), json_object('id', old.id, 'name', old.name, 'office', old.office, 'role', old.role, 'position', old.position, 'opd', old.opd, 'partner', old.partner, 'valid_from', old.valid_from, 'valid_to', old.valid_to, 'decree', old.decree, 'phone', old.phone, 'mail', old.mail, 'personal', old.personal, 'agreement', old.agreement), NULL); END;
CREATE TRIGGER journal_opd_insert AFTER INSERT ON opd BEGIN INSERT INTO journal (act, tbl, key, old, new) VALUES ((SELECT id FROM act WHERE entries IS NULL), 'opd', json_array(new.code), NULL, json_object('code', new.code, 'name', new.name, 'valid_from', new.valid_from, 'valid_to', new.valid_to, 'successor', new.successor)); END;
CREATE TRIGGER journal_opd_update AFTER UPDATE ON opd WHEN old.code IS NOT new.code COLLATE BINARY OR old.name IS NOT new.name COLLATE BINARY OR old.valid_from IS NOT new.valid_from COLLATE BINARY OR old.valid_to IS NOT new.valid_to COLLATE BINARY OR old.successor IS NOT new.successor COLLATE BINARY BEGIN INSERT INTO journal (act, tbl, key, old, new) VALUES ((SELECT id FROM act WHERE entries IS NULL), 'opd', json_array(new.code), json_object('code', old.code, 'name', old.name, 'valid_from', old.valid_from, 'valid_to', old.valid_to, 'successor', old.successor), json_object('code', new.code, 'name', new.name, 'valid_from', new.valid_from, 'valid_to', new.valid_to, 'successor', new.successor)); END;
CREATE TRIGGER journal_opd_delete AFTER DELETE ON opd BEGIN INSERT INTO journal (act, tbl, key, old, new) VALUES ((SELECT id FROM act WHERE entries IS NULL), 'opd', json_array(old.code), json_object('code', old.code, 'name', old.name, 'valid_from', old.valid_from, 'valid_to', old.valid_to, 'successor', old.successor), NULL); END;
CREATE TRIGGER journal_opd_alias_insert AFTER INSERT ON opd_alias BEGIN INSERT INTO journal (act, tbl, key, old, new) VALUES ((SELECT id FROM act WHERE entries IS NULL), 'opd_alias', json_array(new.alias), NULL, json_object('alias', new.alias, 'opd', new.opd)); END;
CREATE TRIGGER journal_opd_alias_update AFTER UPDATE ON opd_alias WHEN old.alias IS NOT new.alias COLLATE BINARY OR old.opd IS NOT new.opd COLLATE BINARY BEGIN INSERT INTO journal (act, tbl, key, old, new) VALUES ((SELECT id FROM act WHERE entries IS NULL), 'opd_alias', json_array(new.alias), json_object('alias', old.alias, 'opd', old.opd), json_object('alias', new.alias, 'opd', new.opd)); END;
CREATE TRIGGER journal_opd_alias_delete AFTER DELETE ON opd_alias BEGIN INSERT INTO journal (act, tbl, key, old, new) VALUES ((SELECT id FROM act WHERE entries IS NULL), 'opd_alias', json_array(old.alias), json_object('alias', old.alias, 'opd', old.opd), NULL); END;
CREATE TRIGGER journal_own_field_insert AFTER INSERT ON own_field BEGIN INSERT INTO journal (act, tbl, key, old, new) VALUES ((SELECT id FROM act WHERE entries IS NULL), 'own_field', json_array(new.key), NULL, json_object('key', new.key, 'label', new.label, 'kind', new.kind, 'choices', new.choices, 'docs', new.docs, 'personal', new.personal, 'position', new.position, 'retired_on', new.retired_on)); END;
CREATE TRIGGER journal_own_field_update AFTER UPDATE ON own_field WHEN old.key IS NOT new.key COLLATE BINARY OR old.label IS NOT new.label COLLATE BINARY OR old.kind IS NOT new.kind COLLATE BINARY OR old.choices IS NOT new.choices COLLATE BINARY OR old.docs IS NOT new.docs COLLATE BINARY OR old.personal IS NOT new.personal COLLATE BINARY OR old.position IS NOT new.position COLLATE BINARY OR old.retired_on IS NOT new.retired_on COLLATE BINARY BEGIN INSERT INTO journal (act, tbl, key, old, new) VALUES ((SELECT id FROM act WHERE entries IS NULL), 'own_field', json_array(new.key), json_object('key', old.key, 'label', old.label, 'kind', old.kind, 'choices', old.choices, 'docs', old.docs, 'personal', old.personal, 'position', old.position, 'retired_on', old.retired_on), json_object('key', new.key, 'label', new.label, 'kind', new.kind, 'choices', new.choices, 'docs', new.docs, 'personal', new.personal, 'position', new.position, 'retired_on', new.retired_on)); END;
CREATE TRIGGER journal_own_field_delete AFTER DELETE ON own_field BEGIN INSERT INTO journal (act, tbl, key, old, new) VALUES ((SELECT id FROM act WHERE entries IS NULL), 'own_field', json_array(old.key), json_object('key', old.key, 'label', old.label, 'kind', old.kind, 'choices', old.choices, 'docs', old.docs, 'personal', old.personal, 'position', old.position, 'retired_on', old.retired_on), NULL); END;
CREATE TRIGGER journal_partner_insert AFTER INSERT ON partner BEGIN INSERT INTO journal (act, tbl, key, old, new) VALUES ((SELECT id FROM act WHERE entries IS NULL), 'partner', json_array(new.id), NULL, json_object('id', new.id, 'name', new.name, 'kind', new.kind, 'merged_into', new.merged_into)); END;
CREATE TRIGGER journal_partner_update AFTER UPDATE ON partner WHEN old.id IS NOT new.id COLLATE BINARY OR old.name IS NOT new.name COLLATE BINARY OR old.kind IS NOT new.kind COLLATE BINARY OR old.merged_into IS NOT new.merged_into COLLATE BINARY BEGIN INSERT INTO journal (act, tbl, key, old, new) VALUES ((SELECT id FROM act WHERE entries IS NULL), 'partner', json_array(new.id), json_object('id', old.id, 'name', old.name, 'kind', old.kind, 'merged_into', old.merged_into), json_object('id', new.id, 'name', new.name, 'kind', new.kind, 'merged_into', new.merged_into)); END;
CREATE TRIGGER journal_partner_delete AFTER DELETE ON partner BEGIN INSERT INTO journal (act, tbl, key, old, new) VALUES ((SELECT id FROM act WHERE entries IS NULL), 'partner', json_array(old.id), json_object('id', old.id, 'name', old.name, 'kind', old.kind, 'merged_into', old.merged_into), NULL); END;
CREATE TRIGGER journal_partner_alias_insert AFTER INSERT ON partner_alias BEGIN INSERT INTO journal (act, tbl, key, old, new) VALUES ((SELECT id FROM act WHERE entries IS NULL), 'partner_alias', json_array(new.alias), NULL, json_object('alias', new.alias, 'partner', new.partner)); END;
CREATE TRIGGER journal_partner_alias_update AFTER UPDATE ON partner_alias WHEN old.alias IS NOT new.alias COLLATE BINARY OR old.partner IS NOT new.partner COLLATE BINARY BEGIN INSERT INTO journal (act, tbl, key, old, new) VALUES ((SELECT id FROM act WHERE entries IS NULL), 'partner_alias', json_array(new.alias), json_object('alias', old.alias, 'partner', old.partner), json_object('alias', new.alias, 'partner', new.partner)); END;
CREATE TRIGGER journal_partner_alias_delete AFTER DELETE ON partner_alias BEGIN INSERT INTO journal (act, tbl, key, old, new) VALUES ((SELECT id FROM act WHERE entries IS NULL), 'partner_alias', json_array(old.alias), json_object('alias', old.alias, 'partner', old.partner), NULL); END;
CREATE TRIGGER journal_party_insert AFTER INSERT ON party BEGIN INSERT INTO journal (act, tbl, key, old, new) VALUES ((SELECT id FROM act WHERE entries IS NULL), 'party', json_array(new.agreement, new.seat), NULL, json_object('agreement', new.agreement, 'seat', new.seat, 'partner', new.partner, 'number', new.number, 'signer_office', new.signer_office, 'signer_name', new.signer_name, 'power_number', new.power_number, 'power_date', new.power_date, 'contribution', new.contribution, 'brings', new.brings, 'joined_on', new.joined_on, 'left_on', new.left_on)); END;
CREATE TRIGGER journal_party_update AFTER UPDATE ON party WHEN old.agreement IS NOT new.agreement COLLATE BINARY OR old.seat IS NOT new.seat COLLATE BINARY OR old.partner IS NOT new.partner COLLATE BINARY OR old.number IS NOT new.number COLLATE BINARY OR old.signer_office IS NOT new.signer_office COLLATE BINARY OR old.signer_name IS NOT new.signer_name COLLATE BINARY OR old.power_number IS NOT new.power_number COLLATE BINARY OR old.power_date IS NOT new.power_date COLLATE BINARY OR old.contribution IS NOT new.contribution COLLATE BINARY OR old.brings IS NOT new.brings COLLATE BINARY OR old.joined_on IS NOT new.joined_on COLLATE BINARY OR old.left_on IS NOT new.left_on COLLATE BINARY BEGIN INSERT INTO journal (act, tbl, key, old, new) VALUES ((SELECT id FROM act WHERE entries IS NULL), 'party', json_array(new.agreement, new.seat), json_object('agreement', old.agreement, 'seat', old.seat, 'partner', old.partner, 'number', old.number, 'signer_office', old.signer_office, 'signer_name', old.signer_name, 'power_number', old.power_number, 'power_date', old.power_date, 'contribution', old.contribution, 'brings', old.brings, 'joined_on', old.joined_on, 'left_on', old.left_on), json_object('agreement', new.agreement, 'seat', new.seat, 'partner', new.partner, 'number', new.number, 'signer_office', new.signer_office, 'signer_name', new.signer_name, 'power_number', new.power_number, 'power_date', new.power_date, 'contribution', new.contribution, 'brings', new.brings, 'joined_on', new.joined_on, 'left_on', new.left_on)); END;
CREATE TRIGGER journal_party_delete AFTER DELETE ON party BEGIN INSERT INTO journal (act, tbl, key, old, new) VALUES ((SELECT id FROM act WHERE entries IS NULL), 'party', json_array(old.agreement, old.seat), json_object('agreement', old.agreement, 'seat', old.seat, 'partner', old.partner, 'number', old.number, 'signer_office', old.signer_office, 'signer_name', old.signer_name, 'power_number', old.power_number, 'power_date', old.power_date, 'contribution', old.contribution, 'brings', old.brings, 'joined_on', old.joined_on, 'left_on', old.left_on), NULL); END;
CREATE TRIGGER journal_realisation_insert AFTER INSERT ON realisation BEGIN INSERT INTO journal (act, tbl, key, old, new) VALUES ((SELECT id FROM act WHERE entries IS NULL), 'realisation', json_array(new.agreement, new.target, new.period), NULL, json_object('agreement', new.agreement, 'target', new.target, 'period', new.period, 'value', json(CASE WHEN new.value IS NOT NULL THEN printf('%!.17g', new.value) END))); END;
CREATE TRIGGER journal_realisation_update AFTER UPDATE ON realisation WHEN old.agreement IS NOT new.agreement COLLATE BINARY OR old.target IS NOT new.target COLLATE BINARY OR old.period IS NOT new.period COLLATE BINARY OR old.value IS NOT new.value COLLATE BINARY BEGIN INSERT INTO journal (act, tbl, key, old, new) VALUES ((SELECT id FROM act WHERE entries IS NULL), 'realisation', json_array(new.agreement, new.target, new.period), json_object('agreement', old.agreement, 'target', old.target, 'period', old.period, 'value', json(CASE WHEN old.value IS NOT NULL THEN printf('%!.17g', old.value) END)), json_object('agreement', new.agreement, 'target', new.target, 'period', new.period, 'value', json(CASE WHEN new.value IS NOT NULL THEN printf('%!.17g', new.value) END))); END;
CREATE TRIGGER journal_realisation_delete AFTER DELETE ON realisation BEGIN INSERT INTO journal (act, tbl, key, old, new) VALUES ((SELECT id FROM act WHERE entries IS NULL), 'realisation', json_array(old.agreement, old.target, old.period), json_object('agreement', old.agreement, 'target', old.target, 'period', old.period, 'value', json(CASE WHEN old.value IS NOT NULL THEN printf('%!.17g', old.value) END)), NULL); END;
CREATE TRIGGER journal_relation_insert AFTER INSERT ON relation BEGIN INSERT INTO journal (act, tbl, key, old, new) VALUES ((SELECT id FROM act WHERE entries IS NULL), 'relation', json_array(new.agreement, new.kind, new.other), NULL, json_object('agreement', new.agreement, 'kind', new.kind, 'other', new.other)); END;
CREATE TRIGGER journal_relation_update AFTER UPDATE ON relation WHEN old.agreement IS NOT new.agreement COLLATE BINARY OR old.kind IS NOT new.kind COLLATE BINARY OR old.other IS NOT new.other COLLATE BINARY BEGIN INSERT INTO journal (act, tbl, key, old, new) VALUES ((SELECT id FROM act WHERE entries IS NULL), 'relation', json_array(new.agreement, new.kind, new.other), json_object('agreement', old.agreement, 'kind', old.kind, 'other', old.other), json_object('agreement', new.agreement, 'kind', new.kind, 'other', new.other)); END;
CREATE TRIGGER journal_relation_delete AFTER DELETE ON relation BEGIN INSERT INTO journal (act, tbl, key, old, new) VALUES ((SELECT id FROM act WHERE entries IS NULL), 'relation', json_array(old.agreement, old.kind, old.other), json_object('agreement', old.agreement, 'kind', old.kind, 'other', old.other), NULL); END;
CREATE TRIGGER journal_reminder_insert AFTER INSERT ON reminder BEGIN INSERT INTO journal (act, tbl, key, old, new) VALUES ((SELECT id FROM act WHERE entries IS NULL), 'reminder', json_array(new.kind, new.subject, new.due_on, new.threshold, new.told), NULL, json_object('kind', new.kind, 'subject', new.subject, 'due_on', new.due_on, 'threshold', new.threshold, 'told', new.told, 'run', new.run, 'opd', new.opd, 'days_left', new.days_left)); END;
CREATE TRIGGER journal_reminder_update AFTER UPDATE ON reminder WHEN old.kind IS NOT new.kind COLLATE BINARY OR old.subject IS NOT new.subject COLLATE BINARY OR old.due_on IS NOT new.due_on COLLATE BINARY OR old.threshold IS NOT new.threshold COLLATE BINARY OR old.told IS NOT new.told COLLATE BINARY OR old.run IS NOT new.run COLLATE BINARY OR old.opd IS NOT new.opd COLLATE BINARY OR old.days_left IS NOT new.days_left COLLATE BINARY BEGIN INSERT INTO journal (act, tbl, key, old, new) VALUES ((SELECT id FROM act WHERE entries IS NULL), 'reminder', json_array(new.kind, new.subject, new.due_on, new.threshold, new.told), json_object('kind', old.kind, 'subject', old.subject, 'due_on', old.due_on, 'threshold', old.threshold, 'told', old.told, 'run', old.run, 'opd', old.opd, 'days_left', old.days_left), json_object('kind', new.kind, 'subject', new.subject, 'due_on', new.due_on, 'threshold', new.threshold, 'told', new.told, 'run', new.run, 'opd', new.opd, 'days_left', new.days_left)); END;
CREATE TRIGGER journal_reminder_delete AFTER DELETE ON reminder BEGIN INSERT INTO journal (act, tbl, key, old, new) VALUES ((SELECT id FROM act WHERE entries IS NULL), 'reminder', json_array(old.kind, old.subject, old.due_on, old.threshold, old.told), json_object('kind', old.kind, 'subject', old.subject, 'due_on', old.due_on, 'threshold', old.threshold, 'told', old.told, 'run', old.run, 'opd', old.opd, 'days_left', old.days_left), NULL); END;
CREATE TRIGGER journal_reminder_run_insert AFTER INSERT ON reminder_run BEGIN INSERT INTO journal (act, tbl, key, old, new) VALUES ((SELECT id FROM act WHERE entries IS NULL), 'reminder_run', json_array(new.number), NULL, json_object('number', new.number, 'ran_on', new.ran_on, 'opds', new.opds, 'told', new.told)); END;
CREATE TRIGGER journal_reminder_run_update AFTER UPDATE ON reminder_run WHEN old.number IS NOT new.number COLLATE BINARY OR old.ran_on IS NOT new.ran_on COLLATE BINARY OR old.opds IS NOT new.opds COLLATE BINARY OR old.told IS NOT new.told COLLATE BINARY BEGIN INSERT INTO journal (act, tbl, key, old, new) VALUES ((SELECT id FROM act WHERE entries IS NULL), 'reminder_run', json_array(new.number), json_object('number', old.number, 'ran_on', old.ran_on, 'opds', old.opds, 'told', old.told), json_object('number', new.number, 'ran_on', new.ran_on, 'opds', new.opds, 'told', new.told)); END;
CREATE TRIGGER journal_reminder_run_delete AFTER DELETE ON reminder_run BEGIN INSERT INTO journal (act, tbl, key, old, new) VALUES ((SELECT id FROM act WHERE entries IS NULL), 'reminder_run', json_array(old.number), json_object('number', old.number, 'ran_on', old.ran_on, 'opds', old.opds, 'told', old.told), NULL); END;
CREATE TRIGGER journal_scope_item_insert AFTER INSERT ON scope_item BEGIN INSERT INTO journal (act, tbl, key, old, new) VALUES ((SELECT id FROM act WHERE entries IS NULL), 'scope_item', json_array(new.agreement, new.number), NULL, json_object('agreement', new.agreement, 'number', new.number, 'text', new.text)); END;
CREATE TRIGGER journal_scope_item_update AFTER UPDATE ON scope_item WHEN old.agreement IS NOT new.agreement COLLATE BINARY OR old.number IS NOT new.number COLLATE BINARY OR old.text IS NOT new.text COLLATE BINARY BEGIN INSERT INTO journal (act, tbl, key, old, new) VALUES ((SELECT id FROM act WHERE entries IS NULL), 'scope_item', json_array(new.agreement, new.number), json_object('agreement', old.agreement, 'number', old.number, 'text', old.text), json_object('agreement', new.agreement, 'number', new.number, 'text', new.text)); END;
CREATE TRIGGER journal_scope_item_delete AFTER DELETE ON scope_item BEGIN INSERT INTO journal (act, tbl, key, old, new) VALUES ((SELECT id FROM act WHERE entries IS NULL), 'scope_item', json_array(old.agreement, old.number), json_object('agreement', old.agreement, 'number', old.number, 'text', old.text), NULL); END;
CREATE TRIGGER journal_setting_insert AFTER INSERT ON setting BEGIN INSERT INTO journal (act, tbl, key, old, new) VALUES ((SELECT id FROM act WHERE entries IS NULL), 'setting', json_array(new.key), NULL, json_object('key', new.key, 'value', new.value)); END;
CREATE TRIGGER journal_setting_update AFTER UPDATE ON setting WHEN old.key IS NOT new.key COLLATE BINARY OR old.value IS NOT new.value COLLATE BINARY BEGIN INSERT INTO journal (act, tbl, key, old, new) VALUES ((SELECT id FROM act WHERE entries IS NULL), 'setting', json_array(new.key), json_object('key', old.key, 'value', old.value), json_object('key', new.key, 'value', new.value)); END;
CREATE TRIGGER journal_setting_delete AFTER DELETE ON setting BEGIN INSERT INTO journal (act, tbl, key, old, new) VALUES ((SELECT id FROM act WHERE entries IS NULL), 'setting', json_array(old.key), json_object('key', old.key, 'value', old.value), NULL); END;
CREATE TRIGGER journal_source_insert AFTER INSERT ON source BEGIN INSERT INTO journal (act, tbl, key, old, new) VALUES ((SELECT id FROM act WHERE entries IS NULL), 'source', json_array(new.agreement, new.file, new.sheet, new.row), NULL, json_object('agreement', new.agreement, 'file', new.file, 'sheet', new.sheet, 'row', new.row, 'cells', new.cells)); END;
CREATE TRIGGER journal_source_update AFTER UPDATE ON source WHEN old.agreement IS NOT new.agreement COLLATE BINARY OR old.file IS NOT new.file COLLATE BINARY OR old.sheet IS NOT new.sheet COLLATE BINARY OR old.row IS NOT new.row COLLATE BINARY OR old.cells IS NOT new.cells COLLATE BINARY BEGIN INSERT INTO journal (act, tbl, key, old, new) VALUES ((SELECT id FROM act WHERE entries IS NULL), 'source', json_array(new.agreement, new.file, new.sheet, new.row), json_object('agreement', old.agreement, 'file', old.file, 'sheet', old.sheet, 'row', old.row, 'cells', old.cells), json_object('agreement', new.agreement, 'file', new.file, 'sheet', new.sheet, 'row', new.row, 'cells', new.cells)); END;
CREATE TRIGGER journal_source_delete AFTER DELETE ON source BEGIN INSERT INTO journal (act, tbl, key, old, new) VALUES ((SELECT id FROM act WHERE entries IS NULL), 'source', json_array(old.agreement, old.file, old.sheet, old.row), json_object('agreement', old.agreement, 'file', old.file, 'sheet', old.sheet, 'row', old.row, 'cells', old.cells), NULL); END;
CREATE TRIGGER journal_source_file_insert AFTER INSERT ON source_file BEGIN INSERT INTO journal (act, tbl, key, old, new) VALUES ((SELECT id FROM act WHERE entries IS NULL), 'source_file', json_array(new.id), NULL, json_object('id', new.id, 'name', new.name, 'digest', new.digest)); END;
CREATE TRIGGER journal_source_file_update AFTER UPDATE ON source_file WHEN old.id IS NOT new.id COLLATE BINARY OR old.name IS NOT new.name COLLATE BINARY OR old.digest IS NOT new.digest COLLATE BINARY BEGIN INSERT INTO journal (act, tbl, key, old, new) VALUES ((SELECT id FROM act WHERE entries IS NULL), 'source_file', json_array(new.id), json_object('id', old.id, 'name', old.name, 'digest', old.digest), json_object('id', new.id, 'name', new.name, 'digest', new.digest)); END;
CREATE TRIGGER journal_source_file_delete AFTER DELETE ON source_file BEGIN INSERT INTO journal (act, tbl, key, old, new) VALUES ((SELECT id FROM act WHERE entries IS NULL), 'source_file', json_array(old.id), json_object('id', old.id, 'name', old.name, 'digest', old.digest), NULL); END;
CREATE TRIGGER journal_support_opd_insert AFTER INSERT ON support_opd BEGIN INSERT INTO journal (act, tbl, key, old, new) VALUES ((SELECT id FROM act WHERE entries IS NULL), 'support_opd', json_array(new.agreement, new.opd), NULL, json_object('agreement', new.agreement, 'opd', new.opd, 'as_lead', new.as_lead)); END;
CREATE TRIGGER journal_support_opd_update AFTER UPDATE ON support_opd WHEN old.agreement IS NOT new.agreement COLLATE BINARY OR old.opd IS NOT new.opd COLLATE BINARY OR old.as_lead IS NOT new.as_lead COLLATE BINARY BEGIN INSERT INTO journal (act, tbl, key, old, new) VALUES ((SELECT id FROM act WHERE entries IS NULL), 'support_opd', json_array(new.agreement, new.opd), json_object('agreement', old.agreement, 'opd', old.opd, 'as_lead', old.as_lead), json_object('agreement', new.agreement, 'opd', new.opd, 'as_lead', new.as_lead)); END;
CREATE TRIGGER journal_support_opd_delete AFTER DELETE ON support_opd BEGIN INSERT INTO journal (act, tbl, key, old, new) VALUES ((SELECT id FROM act WHERE entries IS NULL), 'support_opd', json_array(old.agreement, old.opd), json_object('agreement', old.agreement, 'opd', old.opd, 'as_lead', old.as_lead), NULL); END;
CREATE TRIGGER journal_target_insert AFTER INSERT ON target BEGIN INSERT INTO journal (act, tbl, key, old, new) VALUES ((SELECT id FROM act WHERE entries IS NULL), 'target', json_array(new.agreement, new.number), NULL, json_object('agreement', new.agreement, 'number', new.number, 'kind', new.kind, 'indicator', new.indicator, 'unit', new.unit, 'value', json(CASE WHEN new.value IS NOT NULL THEN printf('%!.17g', new.value) END), 'due_on', new.due_on, 'owed_by', new.owed_by, 'lower_is_better', new.lower_is_better, 'counting', new.counting, 'source', new.source)); END;
CREATE TRIGGER journal_target_update AFTER UPDATE ON target WHEN old.agreement IS NOT new.agreement COLLATE BINARY OR old.number IS NOT new.number COLLATE BINARY OR old.kind IS NOT new.kind COLLATE BINARY OR old.indicator IS NOT new.indicator COLLATE BINARY OR old.unit IS NOT new.unit COLLATE BINARY OR old.value IS NOT new.value COLLATE BINARY OR old.due_on IS NOT new.due_on COLLATE BINARY OR old.owed_by IS NOT new.owed_by COLLATE BINARY OR old.lower_is_better IS NOT new.lower_is_better COLLATE BINARY OR old.counting IS NOT new.counting COLLATE BINARY OR old.source IS NOT new.source COLLATE BINARY BEGIN INSERT INTO journal (act, tbl, key, old, new) VALUES ((SELECT id FROM act WHERE entries IS NULL), 'target', json_array(new.agreement, new.number), json_object('agreement', old.agreement, 'number', old.number, 'kind', old.kind, 'indicator', old.indicator, 'unit', old.unit, 'value', json(CASE WHEN old.value IS NOT NULL THEN printf('%!.17g', old.value) END), 'due_on', old.due_on, 'owed_by', old.owed_by, 'lower_is_better', old.lower_is_better, 'counting', old.counting, 'source', old.source), json_object('agreement', new.agreement, 'number', new.number, 'kind', new.kind, 'indicator', new.indicator, 'unit', new.unit, 'value', json(CASE WHEN new.value IS NOT NULL THEN printf('%!.17g', new.value) END), 'due_on', new.due_on, 'owed_by', new.owed_by, 'lower_is_better', new.lower_is_better, 'counting', new.counting, 'source', new.source)); END;
CREATE TRIGGER journal_target_delete AFTER DELETE ON target BEGIN INSERT INTO journal (act, tbl, key, old, new) VALUES ((SELECT id FROM act WHERE entries IS NULL), 'target', json_array(old.agreement, old.number), json_object('agreement', old.agreement, 'number', old.number, 'kind', old.kind, 'indicator', old.indicator, 'unit', old.unit, 'value', json(CASE WHEN old.value IS NOT NULL THEN printf('%!.17g', old.value) END), 'due_on', old.due_on, 'owed_by', old.owed_by, 'lower_is_better', old.lower_is_better, 'counting', old.counting, 'source', old.source), NULL); END;
COMMIT;
