"""The fields of a document: what is told of its parties, papers, term and place, and the facts of law.

What a part with a shape of its own can do stands in ``parts``; everything else follows from its entry.
"""

from kskd.domain.document.chain import DERIVED, TOLD_RELATIONS, Doc, Scheme
from kskd.domain.document.facts import FACTS
from kskd.domain.field import Field, Fields, Many, Place
from kskd.domain.values.kinds import FieldKind

_COLUMN, _POWERED = Place.COLUMN, tuple(DERIVED)


def _part(
    key: str,
    label: str,
    metavar: str,
    told: str,
    *,
    kind: FieldKind = FieldKind.PART,
    docs: tuple[Doc, ...] = (),
    many: Many = Many.NO,
    drop: str = "",
    is_seldom: bool = False,
) -> Field:
    """A part with a shape of its own; ``parts`` has what it can do under the same key."""
    place = Place.PARTS
    return Field(
        key,
        label,
        kind,
        docs,
        place=place,
        help=told,
        metavar=metavar,
        many=many,
        drop=drop,
        is_seldom=is_seldom,
    )


DOCUMENT = Fields(
    _part("scheme", "bentuk", "BENTUK", f"Bentuk kerja sama: {', '.join(Scheme)}."),
    _part("doc", "jenis", "JENIS", "Jenis naskah [bawaan: menurut rantai bentuk kerja sama]."),
    Field(
        "title",
        "judul",
        FieldKind.TEXT,
        place=_COLUMN,
        help="Judul (tentang).",
        metavar="JUDUL",
        heading="Judul",
        limit=1000,
        is_needed=True,
    ),
    _part(
        "partner",
        "mitra",
        "MITRA",
        "Mitra, nama atau nama lainnya.",
        many=Many.TEXTS,
        drop="Mengeluarkan mitra.",
    ),
    _part(
        "partner_number",
        "nomor dari mitra",
        "NOMOR",
        "Nomor dari mitra, menurut urutan mitra; - bila tidak diketahui.",
        many=Many.TEXTS,
    ),
    _part(
        "partner_signer",
        "penanda tangan mitra",
        "JABATAN",
        "Penanda tangan mitra, menurut urutan mitra; - bila tidak diketahui.",
        many=Many.TEXTS,
    ),
    _part(
        "partner_more_number",
        "nomor lain dari mitra",
        "MITRA=NOMOR",
        "Nomor lain dari mitra; bila mitranya hanya satu, cukup NOMOR.",
        many=Many.TEXTS,
        drop="Mengeluarkan nomor lain dari mitra.",
        is_seldom=True,
    )._replace(passes_nothing=True),
    _part(
        "partner_contribution",
        "kontribusi mitra",
        "RUPIAH",
        "Kontribusi mitra dalam rupiah, menurut urutan mitra; - bila tidak diketahui.",
        many=Many.TEXTS,
        is_seldom=True,
    ),
    _part(
        "partner_brings",
        "bentuk kontribusi mitra",
        "TEKS",
        "Kontribusi mitra dengan kata-kata, menurut urutan mitra; - bila tidak diketahui.",
        many=Many.TEXTS,
        is_seldom=True,
    ),
    _part(
        "partner_joined",
        "tanggal mitra bergabung",
        "TANGGAL",
        "Hari pertama mitra yang bergabung kemudian, menurut urutan mitra; - bila sejak semula.",
        many=Many.TEXTS,
        is_seldom=True,
    ),
    _part(
        "partner_left",
        "tanggal mitra keluar",
        "TANGGAL",
        "Hari mitra keluar, menurut urutan mitra; - bila masih menjadi pihak.",
        many=Many.TEXTS,
        is_seldom=True,
    ),
    _part("opd", "OPD", "OPD", "OPD pemrakarsa: kode, nama, atau nama lainnya."),
    _part(
        "support_opd",
        "OPD pendukung",
        "OPD",
        "OPD pendukung.",
        many=Many.CODES_OR_NAMES,
        drop="Mengeluarkan OPD pendukung.",
        is_seldom=True,
    )._replace(passes_nothing=True),
    _part(
        "co_lead",
        "OPD pemrakarsa bersama",
        "OPD",
        "OPD yang dalam naskah juga disebut pemrakarsa; yang dihitung tetap --opd.",
        many=Many.CODES_OR_NAMES,
        drop="Mengeluarkan OPD pemrakarsa bersama.",
        is_seldom=True,
    )._replace(passes_nothing=True),
    _part("number", "nomor", "NOMOR", "Nomor dari Pemda.")._replace(full="nomor dari Pemda"),
    _part(
        "more_number",
        "nomor lain",
        "NOMOR",
        "Nomor lain dari Pemda.",
        many=Many.TEXTS,
        drop="Mengeluarkan nomor lain dari Pemda.",
        is_seldom=True,
    )._replace(passes_nothing=True),
    Field(
        "paper_name",
        "nama pada naskah",
        FieldKind.TEXT,
        place=_COLUMN,
        help="Nama yang tertulis pada naskah, misalnya MoA atau PKS Operasional.",
        metavar="NAMA",
        limit=100,
        is_seldom=True,
    ),
    Field(
        "value",
        "nilai kerja sama",
        FieldKind.MONEY,
        place=_COLUMN,
        help="Nilai kerja sama dalam rupiah, misalnya Rp75.450.000 atau 1,2 miliar.",
        is_asked=True,
    ),
    Field(
        "funding",
        "sumber dana",
        FieldKind.CHOICE,
        choices=(
            ("apbd", "APBD"),
            ("mitra", "mitra"),
            ("apbd-mitra", "APBD dan mitra"),
            ("lain", "sumber lain"),
        ),
    ),
    _part("contribution", "kontribusi Pemda", "RUPIAH", "Kontribusi Pemda dalam rupiah.", is_seldom=True),
    _part("brings", "bentuk kontribusi Pemda", "TEKS", "Kontribusi Pemda dengan kata-kata.", is_seldom=True),
    _part(
        "signed",
        "tanggal penandatanganan",
        "TANGGAL",
        "Tanggal penandatanganan, juga 2014, Mei 2014, atau tidak-diketahui; tanpa ini naskah dicatat sebagai"
        " rancangan, kecuali sudah mulai berlaku.",
    )._replace(knows_unknown=True),
    _part(
        "starts",
        "tanggal mulai",
        "TANGGAL",
        "Tanggal mulai berlaku, juga 2014 atau Mei 2014 [bawaan: tanggal penandatanganan].",
        is_seldom=True,
    ),
    _part("years", "jangka waktu", "N", "Jangka waktu dalam tahun.", is_seldom=True),
    _part("duration", "jangka waktu", "LAMA", "Jangka waktu, misalnya “18 bulan”.", is_seldom=True),
    _part("ends", "tanggal akhir", "TANGGAL", "Tanggal berakhir menurut naskah, juga 2014 atau Mei 2014."),
    _part("open_ended", "tanpa batas waktu", "", "Tanpa batas waktu.", kind=FieldKind.SWITCH, is_seldom=True),
    _part(
        "until",
        "syarat berakhir",
        "SYARAT",
        "Berakhir dengan syarat, misalnya “sampai predikat WBK”.",
        is_seldom=True,
    ),
    _part("signer", "jabatan penanda tangan", "JABATAN", "Jabatan penanda tangan dari Pemda."),
    _part("signer_name", "nama penanda tangan", "NAMA", "Nama penanda tangan dari Pemda.")._replace(
        personal=("party.signer_name",)
    ),
    _part("power_of_attorney", "surat kuasa", "NOMOR", "Nomor surat kuasa kepala daerah.", docs=_POWERED),
    _part("power_of_attorney_date", "tanggal surat kuasa", "TANGGAL", "Tanggal surat kuasa.", docs=_POWERED),
    _part("parent", "induk", "NASKAH", "Naskah induk: ID, awal ID yang unik, atau nomor naskah.")._replace(
        full="naskah induknya"
    ),
    _part(
        "affair",
        "urusan",
        "URUSAN",
        "Urusan pemerintahan: kode (1.02) atau nama.",
        many=Many.CODES_OR_NAMES,
        drop="Mengeluarkan urusan.",
    )._replace(passes_nothing=True),
    _part(
        "scope",
        "ruang lingkup",
        "TEKS",
        "Satu butir ruang lingkup.",
        many=Many.TEXTS,
        drop="Mengeluarkan butir ruang lingkup yang berbunyi demikian.",
    )._replace(passes_nothing=True),
    _part(
        "file", "berkas", "BERKAS", "Berkas naskah; dicatat tempat dan sidik jarinya.", many=Many.TEXTS
    )._replace(full="berkas naskah"),
    Field(
        "original_place",
        "tempat naskah asli",
        FieldKind.TEXT,
        place=_COLUMN,
        help="Tempat penyimpanan naskah asli.",
        metavar="TEMPAT",
        heading="Tempat naskah asli",
        limit=500,
    ),
    Field("note", "catatan", FieldKind.BLOCK, place=_COLUMN, metavar="TEKS", is_seldom=True),
    _part(
        "clause",
        "klausul",
        "KLAUSUL",
        "Klausul yang ada dalam naskah, misalnya objek atau jangka-waktu.",
        many=Many.CODES,
        drop="Mengeluarkan klausul yang ternyata tidak ada.",
    )._replace(full="klausul yang ada dalam naskah"),
    _part("replaces", "pendahulu", "NASKAH", "Naskah pendahulu yang diteruskan naskah ini.", is_seldom=True),
    _part(
        "relates",
        "hubungan",
        "HUBUNGAN=NASKAH",
        f"Hubungan dengan naskah lain: {', '.join(TOLD_RELATIONS)}; misalnya menggantikan=KB-2020-001.",
        many=Many.TEXTS,
        drop="Mengeluarkan hubungan dengan naskah lain.",
        is_seldom=True,
    ),
    Field(
        "planned_for",
        "tahun rencana",
        FieldKind.YEAR,
        place=_COLUMN,
        help="Tahun yang direncanakan; naskahnya rancangan sampai ditandatangani.",
        heading="Direncanakan",
        flag="--planned",
        is_seldom=True,
    ),
)

FIELDS = DOCUMENT.beside(*FACTS)
"""All that kskd itself knows to record of a document."""

AMENDMENT = Fields(
    Field(
        "what",
        "isi adendum",
        FieldKind.TEXT,
        help="Apa yang diubah, dengan kata-kata.",
        metavar="TEKS",
        limit=1000,
    ),
    Field(
        "adds_burden",
        "menambah beban",
        help="Apakah perubahan menambah beban masyarakat dan daerah.",
    ),
    FACTS["dprd_answer"]._replace(
        help="Sikap DPRD atas perubahan itu: setuju, menolak, tidak-menjawab, belum-diminta."
    ),
    Field(
        "dprd_approved_on",
        "disetujui DPRD",
        FieldKind.DATE,
        help="Tanggal persetujuan DPRD atas perubahan itu.",
        flag="--dprd-approved",
    ),
    Field("tkksd_note", "catatan TKKSD", help="Apakah ada catatan TKKSD atas perubahan itu."),
    Field(
        "term_starts",
        "mulai berlaku adendum",
        FieldKind.TEXT,
        help="Mulai berlakunya adendum itu sendiri, bukan naskahnya.",
        metavar="TANGGAL",
    ),
    Field(
        "term_ends",
        "akhir berlaku adendum",
        FieldKind.TEXT,
        help="Akhir berlakunya adendum itu sendiri, bukan naskahnya.",
        metavar="TANGGAL",
    ),
)
"""What is told of an adendum beside its day, numbers and the fields that it changes."""
