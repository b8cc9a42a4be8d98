"""The fields of all that is recorded beside documents: partners, OPD, targets, evaluations and more.

They stand in the order of their options. What several values or a shape of their own have, and so a reader
in the workflow that takes them in, is a part; the rest follows from its entry.
"""

from functools import partial
from typing import NamedTuple

from kskd.domain.choices import (
    Channel,
    Counting,
    OfficialRole,
    OwedBy,
    PartnerKind,
    Recommendation,
    TargetKind,
    TeamPosition,
)
from kskd.domain.document.fields import FIELDS
from kskd.domain.field import Field, Fields, Many, Place
from kskd.domain.implementation import Implementation
from kskd.domain.values.kinds import FieldKind

_text = partial(Field, kind=FieldKind.TEXT, place=Place.COLUMN, limit=500)
_block = partial(Field, kind=FieldKind.BLOCK, place=Place.COLUMN)
_day = partial(Field, kind=FieldKind.DATE, place=Place.COLUMN)
_period = partial(
    Field, kind=FieldKind.PERIOD, place=Place.COLUMN, help="Periode: 2024, 2024-S2, 2024-Q3, atau 2024-11."
)
_choice = partial(Field, kind=FieldKind.CHOICE, place=Place.COLUMN)
_part = partial(Field, kind=FieldKind.TEXT, place=Place.PARTS, limit=500)
_parts = partial(_part, many=Many.TEXTS)

PARTNER = Fields(
    _text(
        "name",
        "nama",
        help="Nama.",
        metavar="NAMA",
        is_needed=True,
        heading="Mitra",
        limit=300,
        full="nama mitra",
        personal=("partner.name",),
    ),
    _choice(
        "kind",
        "jenis",
        members=PartnerKind,
        help=f"{', '.join(PartnerKind)}.",
        metavar="JENIS",
        full="jenis mitra",
    ),
    _parts("alias", "alias", help="Nama lain.", metavar="NAMA", limit=300, personal=("partner_alias.alias",)),
)

OPD = Fields(
    _text("code", "kode", help="Kode OPD yang baru.", metavar="KODE", is_needed=True),
    _text("name", "nama", help="Nama.", metavar="NAMA", limit=200, full="nama OPD", is_needed=True),
    _parts("alias", "alias", help="Nama lain.", metavar="NAMA", limit=200),
    _day("valid_from", "berlaku sejak", heading="Sejak"),
    _day("valid_to", "berlaku sampai", heading="Sampai", is_typed=False),
    _text("successor", "penerus", help="OPD yang meneruskan (penggabungan).", metavar="OPD", flag="--into"),
)

TARGET = Fields(
    _text("indicator", "indikator", is_needed=True),
    _text("unit", "satuan", metavar="SATUAN", limit=60),
    Field(
        "value",
        "nilai",
        FieldKind.NUMBER,
        place=Place.COLUMN,
        help="Nilai target, misalnya 75 atau 1250,5.",
        metavar="NILAI",
    ),
    _day("due_on", "tenggat", flag="--due"),
    _choice(
        "kind",
        "jenis",
        members=TargetKind,
        choices=tuple((one.value, one.label) for one in TargetKind),
        help="output, outcome, atau duty [bawaan: output].",
        metavar="JENIS",
        full="jenis target",
    ),
    _choice("owed_by", "pihak", members=OwedBy, help="pemda atau mitra [bawaan: pemda].", metavar="PIHAK"),
    Field(
        "lower_is_better",
        "arah",
        FieldKind.SWITCH,
        choices=(("0", "makin besar makin baik"), ("1", "makin kecil makin baik")),
        place=Place.COLUMN,
        help="Makin kecil makin baik.",
        heading="Makin kecil makin baik",
        logged="makin kecil makin baik",
    ),
    _choice(
        "counting",
        "cara hitung",
        members=Counting,
        help="Realisasi setiap periode: kumulatif (sampai akhir periode) atau per-periode"
        " [bawaan: kumulatif].",
        metavar="CARA",
    ),
    _text("source", "sumber", help="Sumber data target dan realisasinya."),
)

OBSTACLE = Fields(
    _parts(
        "text",
        "kendala",
        help="Kendala baru.",
        flag="--obstacle",
        limit=1000,
        logged="isi",
        passes_nothing=True,
    ),
    _part(
        "category",
        "kategori",
        help="Kategori kendala baru, menurut urutan --obstacle: anggaran, sdm, sarana, data, regulasi,"
        " koordinasi, mitra, lainnya; - bila tidak tentu.",
        metavar="KATEGORI",
        many=Many.CODES,
    ),
    _parts(
        "effort",
        "upaya",
        help="Upaya, menurut urutan --obstacle; NOMOR=TEKS untuk kendala yang sudah tercatat.",
        limit=1000,
    ),
    Field(
        "closed",
        "selesai pada",
        FieldKind.PERIOD,
        place=Place.PARTS,
        help="Kendala bernomor ini selesai dalam periode ini.",
        metavar="NO",
        flag="--close-obstacle",
        many=Many.NUMBERS,
    ),
    _period("opened", "muncul pada", is_typed=False),
)
"""What an evaluation tells of obstacles."""

EVALUATION = Fields(
    _period("period", "periode", place=Place.PARTS),
    _choice(
        "implementation",
        "pelaksanaan",
        members=Implementation,
        place=Place.PARTS,
        help="Keadaan pelaksanaan: penuh, sebagian, belum, tidak.",
        metavar="KEADAAN",
        full="keadaan pelaksanaan",
    ),
    _parts(
        "answer",
        "jawaban",
        help="Jawaban atas butir instrumen; lihat kskd instrument show.",
        metavar="BUTIR=JAWABAN",
    ),
    _part(
        "voice",
        "suara",
        help="Suara siapa --answer ini bila OPD dan Bagian berbeda: opd (disimpan di samping jawaban yang"
        " dihitung), atau bagian (dihitung; yang sudah tercatat menjadi jawaban OPD).",
        metavar="SUARA",
    ),
    Field(
        "unchanged",
        "tidak ada perubahan",
        FieldKind.SWITCH,
        place=Place.PARTS,
        help="Tidak ada perubahan: pelaksanaan dan jawaban diambil dari evaluasi terakhir sebelumnya.",
    ),
    _day("reported_on", "tanggal lapor", help="Tanggal OPD melapor.", logged="dilaporkan"),
    _choice(
        "channel",
        "saluran",
        members=Channel,
        help=f"Laporan masuk lewat: {', '.join(Channel)}.",
        metavar="SALURAN",
    ),
    _text(
        "filler",
        "pengisi",
        help="NAMA yang bertanggung jawab atas laporan; pengisi lain sebagai PERAN=NAMA, dengan PERAN opd,"
        " bagian, mitra, atau kode OPD.",
        metavar="PENGISI",
        many=Many.TEXTS,
        limit=200,
        personal=("evaluation.filler", "filler.name"),
    ),
    *(field for field in OBSTACLE if not field.is_plain),
    _parts("realisation", "realisasi", help="Realisasi target bernomor ini.", metavar="NO=NILAI"),
    _parts(
        "evidence",
        "bukti",
        help="Bukti: nama berkas atau uraian; didahului BUTIR= bila membuktikan jawaban butir itu.",
        metavar="[BUTIR=]BUKTI",
    ),
    _choice("recommendation", "rekomendasi", members=Recommendation, help=f"{', '.join(Recommendation)}."),
    _text(
        "recommendation_reason",
        "alasan rekomendasi",
        help="Alasan rekomendasi; wajib bila lain daripada yang diusulkan.",
        metavar="ALASAN",
        limit=1000,
    ),
    _block("others", "hal lain", help="Hal lain yang disepakati."),
    _block("note", "catatan"),
    _choice(
        "opd_implementation",
        "pelaksanaan menurut OPD",
        members=Implementation,
        place=Place.PARTS,
        is_typed=False,
    ),
)

ACTION = Fields(
    _text("what", "tindak lanjut", help="Tindak lanjut yang disepakati.", logged="apa", is_needed=True),
    _period("agreed", "periode", flag="--period", logged="disepakati pada", is_needed=True),
    _text(
        "who",
        "pelaksana",
        help="Siapa yang mengerjakan.",
        metavar="SIAPA",
        heading="Siapa",
        flag="--who-acts",
        limit=200,
        logged="siapa",
        personal=("action.who",),
    ),
    _day("due_on", "tenggat", flag="--due"),
    _day("done_on", "selesai", help="Tanggal kejadiannya.", flag="--on", logged="selesai tanggal"),
    _text("proof", "bukti", help="Bukti selesainya.", metavar="BUKTI"),
)

OFFICIAL = Fields(
    _text(
        "name",
        "nama",
        help="Nama orangnya, tanpa gelar.",
        metavar="NAMA",
        limit=200,
        full="nama pejabat",
        personal=("official.name",),
    ),
    _text("office", "jabatan", help="Jabatannya.", metavar="JABATAN", limit=200, is_needed=True),
    _choice(
        "role",
        "peran",
        members=OfficialRole,
        help="penanda-tangan, tkksd, penghubung (dari OPD), atau kontak.",
        metavar="PERAN",
        is_needed=True,
    ),
    _choice(
        "position",
        "kedudukan dalam TKKSD",
        members=TeamPosition,
        help=f"Kedudukan dalam TKKSD: {', '.join(TeamPosition)}.",
        metavar="KEDUDUKAN",
        heading="Dalam TKKSD",
    ),
    _text("opd", "OPD", help="OPD tempatnya bertugas.", metavar="OPD"),
    _text("partner", "mitra", help="Mitra yang diwakilinya; tanpa ini ia pejabat Pemda.", metavar="MITRA"),
    _text(
        "agreement",
        "naskah",
        help="Naskah yang kontaknya ialah orang ini; hanya bagi peran kontak.",
        metavar="NASKAH",
    ),
    _day("valid_from", "menjabat sejak", heading="Sejak"),
    _day("valid_to", "menjabat sampai", heading="Sampai", help="Hari terakhir ia menjabat."),
    _text("decree", "nomor keputusan", help="Nomor keputusan atau surat yang mendasarinya.", metavar="NOMOR"),
    _text("phone", "telepon", metavar="TELEPON", limit=60, personal=("official.phone",)),
    _text("mail", "surel", metavar="SUREL", limit=200, personal=("official.mail",)),
    Field(
        "personal",
        "kontak pribadi",
        place=Place.COLUMN,
        help="Apakah telepon dan surel itu milik pribadi, bukan milik kantor [bawaan: ya].",
        is_needed=True,
    ),
)
"""Who holds an office. What was erased of a name leaves the office, so that no name is needed."""

OFFICE_PAPER = Fields(
    _period("period", "periode"),
    _day("given_on", "tanggal", help="Tanggal naskah, atau hari rapatnya.", flag="--on", is_needed=True),
    _text("number", "nomor", help="Nomor naskahnya.", metavar="NOMOR"),
    _text("addressee", "kepada", help="Kepada siapa disampaikan.", metavar="KEPADA", flag="--to", limit=200),
    _text("receipt", "tanda terima", help="Nomor atau uraian tanda terimanya.", metavar="TANDA"),
    _day("received_on", "diterima", help="Tanggal diterimanya.", flag="--received"),
    _block("note", "catatan", help="Catatan lain."),
)
"""What is told of a report, a decree or a meeting of the office itself."""


class Subjects(NamedTuple):
    """The fields of every subject, by the table of its rows; handed over as a value."""

    agreement: Fields = FIELDS
    partner: Fields = PARTNER
    opd: Fields = OPD
    target: Fields = TARGET
    evaluation: Fields = EVALUATION
    obstacle: Fields = OBSTACLE
    action: Fields = ACTION
    official: Fields = OFFICIAL
    office_paper: Fields = OFFICE_PAPER

    @property
    def report(self) -> tuple[Field, ...]:
        """What ``evaluate`` is told: the fields of an evaluation, then those that only an obstacle has."""
        further = (
            one._replace(many=Many.TEXTS, place=Place.PARTS, help=f"{one.told} Menurut urutan --obstacle.")
            for one in self.beside_obstacle
            if one.is_plain
        )
        return (*(one for one in self.evaluation if one.is_typed), *further)

    @property
    def beside_obstacle(self) -> tuple[Field, ...]:
        """What is told of a new obstacle in the order of ``--obstacle``, its effort left out."""
        return tuple(one for one in self.obstacle if (one.is_plain and one.is_typed) or one.key == "category")


SUBJECTS = Subjects()
"""All that kskd itself knows to record."""
