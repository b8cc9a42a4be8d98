"""What the rules of law ask about a document beyond its title, parties and term: one table of facts.

A fact that is not recorded is unknown; it is never taken for "no".
"""

from kskd.domain.document.chain import (
    ABROAD,
    CONTRACTS,
    HOME,
    KSDD,
    KSDPK,
    LOCAL,
    SINERGI,
    Doc,
    Scheme,
)
from kskd.domain.field import Field, Fields
from kskd.domain.values.kinds import FieldKind

_KSDLL = (Scheme.KSDLL,)
_VOTED = (*CONTRACTS, Doc.NK, Doc.MOU)
_YES_NO, _DATE, _TEXT, _CHOICE = FieldKind.YES_NO, FieldKind.DATE, FieldKind.TEXT, FieldKind.CHOICE
_LENGTH = FieldKind.DURATION

FACTS = Fields(
    # two of the nine items of a semester report (Permendagri 22/2020 Pasal 17, 39)
    Field("purpose", "maksud dan tujuan", _TEXT),
    Field("object", "objek kerja sama", _TEXT),
    # preparation
    Field("kak", "kerangka acuan kerja (KAK) ada", docs=(Doc.KB, Doc.NK), schemes=HOME),
    Field(
        "feasibility_study",
        "studi kelayakan ada",
        docs=(Doc.KB, *CONTRACTS, Doc.MOU),
        schemes=(*KSDPK, Scheme.KSDLL),
    ),
    # what a third party begins itself (Permendagri 22/2020 Pasal 26)
    Field(
        "initiator",
        "pemrakarsa kerja sama",
        _CHOICE,
        (Doc.KB,),
        KSDPK,
        (("pemda", "pemerintah daerah"), ("mitra", "pihak ketiga")),
    ),
    Field(
        "fits_sector_plan", "prakarsanya sesuai dengan rencana induk sektor", docs=(Doc.KB,), schemes=KSDPK
    ),
    Field("feasible", "prakarsanya layak secara ekonomi dan finansial", docs=(Doc.KB,), schemes=KSDPK),
    Field("partner_can_finance", "mitra mampu membiayai pelaksanaannya", docs=(Doc.KB,), schemes=KSDPK),
    Field("partner_study", "studi kelayakannya disusun mitra", docs=(Doc.KB,), schemes=KSDPK),
    # the plan abroad, which becomes the MoU, and what it carries (Permendagri 25/2020 Pasal 15, 19, 29, 30)
    Field("cooperation_plan", "Rencana Kerja Sama ada", docs=(Doc.MOU,), schemes=ABROAD),
    Field("cooperation_plan_on", "tanggal Rencana Kerja Sama", _DATE, (Doc.MOU,), ABROAD),
    Field("plan_complete", "Rencana Kerja Sama memuat ketujuh isinya", docs=(Doc.MOU,), schemes=ABROAD),
    Field("plan_verified", "hasil verifikasi Menteri atas rencana ada", docs=(Doc.MOU,), schemes=ABROAD),
    Field("plan_verified_on", "tanggal verifikasi Menteri", _DATE, (Doc.MOU,), ABROAD),
    Field("needs_mapped", "pemetaan potensi dan kebutuhan dilampirkan", docs=(Doc.MOU,), schemes=_KSDLL),
    Field("activity_outline", "kerangka acuan kegiatan dilampirkan", docs=(Doc.MOU,), schemes=_KSDLL),
    Field("willingness_letter", "surat pernyataan kesediaan dilampirkan", docs=(Doc.MOU,), schemes=_KSDLL),
    Field(
        "needs_study",
        "kerja samanya bersifat teknis, atau membebani atau memakai aset daerah",
        docs=(Doc.MOU,),
        schemes=_KSDLL,
    ),
    Field(
        "foreign_body",
        "jenis lembaga mitra",
        _CHOICE,
        (Doc.MOU,),
        _KSDLL,
        (
            ("organisasi-internasional", "organisasi internasional"),
            ("nonprofit", "lembaga nonprofit berbadan hukum luar negeri"),
            ("mitra-pembangunan", "mitra pembangunan luar negeri"),
        ),
    ),
    Field("principle_permit", "Izin Prinsip lembaga nonprofit ada", docs=(Doc.MOU,), schemes=_KSDLL),
    Field("operating_permit", "Izin Operasional lembaga nonprofit ada", docs=(Doc.MOU,), schemes=_KSDLL),
    Field("nonprofit_plan", "rencana tahunan lembaga nonprofit ada", docs=(Doc.MOU,), schemes=_KSDLL),
    Field("in_ksdpk_list", "naskah tercantum dalam daftar tahunan rencana KSDPK", _YES_NO, (Doc.KB,), KSDPK),
    Field(
        "in_ksdd_minutes",
        "naskah tercantum dalam berita acara pemetaan KSDD wajib",
        docs=(Doc.KB,),
        schemes=(Scheme.KSDD_WAJIB,),
    ),
    Field("kajian", "kajian sebelum Pernyataan Kehendak ada", docs=(Doc.LOI,), schemes=ABROAD),
    Field("in_rkpd", "objek tercantum dalam RKPD", docs=(Doc.NK,), schemes=SINERGI),
    Field("in_plan", "objek tercantum dalam rencana pembangunan", docs=(Doc.KB,), schemes=LOCAL),
    Field(
        "plan_exception",
        "dasar objek di luar rencana pembangunan",
        _CHOICE,
        (Doc.KB,),
        LOCAL,
        (
            ("darurat", "kondisi darurat"),
            ("psn", "program strategis nasional"),
            ("tugas-pembantuan", "tugas pembantuan"),
            ("tidak-ada", "tidak ada"),
        ),
    ),
    Field(
        "ksdpk_kind",
        "jenis KSDPK",
        _CHOICE,
        (Doc.KB, *CONTRACTS),
        KSDPK,
        (
            ("pelayanan", "penyediaan pelayanan publik"),
            ("aset", "pengelolaan aset"),
            ("investasi", "investasi"),
            ("lainnya", "lainnya, misalnya pengadaan"),
        ),
    ),
    Field(
        "asset_form",
        "bentuk pemanfaatan aset",
        _CHOICE,
        CONTRACTS,
        KSDPK,
        (
            ("ksp", "kerja sama pemanfaatan"),
            ("ksp-infrastruktur", "kerja sama pemanfaatan infrastruktur"),
            ("bgs-bsg", "bangun guna serah/bangun serah guna"),
            ("sewa", "sewa"),
        ),
    ),
    Field(
        "ksdll_kind",
        "jenis KSDLL",
        _CHOICE,
        schemes=_KSDLL,
        choices=(("penerusan", "penerusan kerja sama Pemerintah Pusat"), ("lainnya", "KSDLL lainnya")),
    ),
    Field("bordering", "semua mitra berbatasan langsung", schemes=(Scheme.KSDD_WAJIB,), docs=(Doc.KB,)),
    Field("legal_entity", "mitra berbadan hukum", schemes=KSDPK),
    Field("diplomatic_relations", "ada hubungan diplomatik", docs=(Doc.LOI, Doc.MOU), schemes=ABROAD),
    Field("offered_on", "tanggal surat penawaran", _DATE, (Doc.KB, Doc.NK), HOME),
    Field("offer_accepted_on", "tanggal mitra menerima penawaran", _DATE, (Doc.KB, Doc.NK), HOME),
    Field("tkksd_recommended_on", "tanggal rekomendasi TKKSD", _DATE, schemes=HOME),
    # the six months of Permendagri 22/2020 Pasal 62
    Field("in_process", "berkas sudah diproses sebelum 14 April 2020", schemes=HOME),
    # the end: renewal by itself, the day of notice, and what was decided before it came
    Field(
        "renews_every",
        "diperpanjang otomatis tiap",
        _LENGTH,
        help="Diperpanjang otomatis tiap sekian lama, misalnya “12 bulan”; akhirnya menjadi akhir pertama.",
        is_seldom=True,
    ),
    Field(
        "notice_period",
        "batas pemberitahuan sebelum akhir",
        _LENGTH,
        flag="--notice",
        help="Berapa lama sebelum akhir harus diberitahukan bahwa tidak diperpanjang, misalnya “3 bulan”.",
        is_seldom=True,
    ),
    Field(
        "decision",
        "keputusan atas akhirnya",
        _CHOICE,
        choices=(
            ("diperpanjang", "diperpanjang"),
            ("tidak-diperpanjang", "tidak diperpanjang"),
            ("diganti", "diganti naskah lain"),
        ),
        is_seldom=True,
    ),
    Field(
        "decision_by",
        "pemutusnya",
        _TEXT,
        help="Jabatan atau forum yang memutuskan, misalnya TKKSD.",
        is_seldom=True,
    ),
    Field("decision_on", "tanggal keputusan", _DATE, is_seldom=True),
    Field("decision_letter", "nomor surat keputusannya", _TEXT, is_seldom=True),
    Field("paper_missing", "naskah pokoknya belum ditemukan", is_seldom=True),
    # chain and signing
    Field("has_parent", "naskah induk ada", docs=(*CONTRACTS, Doc.RK, Doc.MOU)),
    Field("has_power", "surat kuasa kepala daerah ada", docs=CONTRACTS, schemes=LOCAL),
    Field(
        "partner_power",
        "kuasa bagi penanda tangan mitra ada",
        docs=(Doc.KB, *CONTRACTS, Doc.NK, Doc.RK),
        schemes=HOME,
    ),
    # approvals
    Field("burdens_public", "kerja samanya membebani masyarakat dan daerah", docs=_VOTED, schemes=HOME),
    Field("in_apbd", "pendanaan sudah ada dalam APBD tahun berjalan", docs=_VOTED, schemes=HOME),
    Field("dprd_received_on", "tanggal permintaan diterima DPRD", _DATE, _VOTED),
    Field(
        "dprd_answer",
        "sikap DPRD",
        _CHOICE,
        _VOTED,
        choices=(
            ("setuju", "menyetujui"),
            ("menolak", "menolak"),
            ("tidak-menjawab", "tidak menyatakan sikap"),
            ("belum-diminta", "belum diminta"),
        ),
    ),
    Field("dprd_answered_on", "tanggal sikap DPRD", _DATE, _VOTED),
    Field("dprd_letter", "nomor surat DPRD", _TEXT, _VOTED),
    Field("company_profile", "profil perusahaan mitra dilampirkan", docs=CONTRACTS, schemes=KSDPK),
    Field("minister_reply", "ada jawaban tertulis Menteri sebelum LoI", docs=(Doc.LOI,), schemes=ABROAD),
    Field("minister_approved", "persetujuan Menteri ada", docs=(Doc.MOU,), schemes=ABROAD),
    Field("minister_approved_on", "tanggal persetujuan Menteri", _DATE, (Doc.MOU,), ABROAD),
    Field("foreign_confirmation", "surat konfirmasi Kemenlu ada", _YES_NO, (Doc.MOU,), ABROAD),
    # the paper itself
    Field("indonesian_text", "ada naskah berbahasa Indonesia"),
    Field("stamp_duty", "naskah bermeterai cukup", docs=(Doc.KB, *CONTRACTS), schemes=LOCAL),
    Field("power_copy_sent", "tembusan surat kuasa diterima Bagian", docs=CONTRACTS, schemes=KSDD),
    # keeping and reporting
    Field("original_held", "naskah asli dipegang TKKSD", schemes=HOME),
    Field("copy_held", "salinan dipegang Bagian", docs=(Doc.KB, Doc.PKS), schemes=KSDD),
    Field("sent_to_minister", "naskah dikirim kepada Menteri", docs=(Doc.NK, Doc.LOI)),
    Field("minister_original", "naskah asli ada pada Menteri", docs=(Doc.MOU,), schemes=ABROAD),
    Field("published", "naskah tersedia bagi publik"),
    Field("governor_reported_on", "tanggal laporan terakhir kepada Gubernur", _DATE, (Doc.NK,), SINERGI),
    Field("extension_requested_on", "tanggal usul perpanjangan", _DATE, (Doc.MOU,), ABROAD),
    Field("extension_copies", "tembusan usul perpanjangan disampaikan", docs=(Doc.MOU,), schemes=ABROAD),
    # what came of it: proceeds (PP 28/2018 Pasal 20), disputes (Permendagri 22/2020 Pasal 18-21)
    Field(
        "proceeds",
        "bentuk hasil kerja sama bagi daerah",
        _CHOICE,
        CONTRACTS,
        KSDPK,
        (
            ("uang", "uang"),
            ("barang", "barang"),
            ("uang-barang", "uang dan barang"),
            ("tidak-ada", "tidak ada"),
        ),
    ),
    Field("proceeds_paid", "hasil berupa uang disetor ke kas daerah", docs=CONTRACTS, schemes=KSDPK),
    Field(
        "proceeds_recorded",
        "hasil berupa barang dicatat sebagai aset daerah",
        docs=CONTRACTS,
        schemes=KSDPK,
    ),
    Field(
        "dispute",
        "langkah terakhir penyelesaian perselisihan",
        _CHOICE,
        (Doc.KB, *CONTRACTS),
        LOCAL,
        (
            ("tidak-ada", "tidak ada perselisihan"),
            ("musyawarah", "musyawarah"),
            ("tkksd-provinsi", "TKKSD provinsi"),
            ("gubernur", "Gubernur meminta keputusan Menteri"),
            ("menteri", "Menteri"),
            ("menurut-perjanjian", "menurut perjanjian"),
        ),
    ),
    Field("dispute_minutes", "berita acara musyawarah ada", docs=(Doc.KB, *CONTRACTS), schemes=KSDD),
    Field(
        "dispute_reported",
        "hasilnya dilaporkan kepada kepala daerah",
        docs=(Doc.KB, *CONTRACTS),
        schemes=KSDD,
    ),
    Field("same_province", "semua pihak dalam satu provinsi", docs=(Doc.KB, *CONTRACTS), schemes=KSDD),
)
