"""What the rules of law ask about a document beyond its title, parties and term: one table of facts.

A fact that is not recorded is unknown; it is never taken for "no".
"""

from kskd.domain.document.chain import Doc, Scheme
from kskd.domain.field import Field, FieldKind, Fields
from kskd.domain.values.text import quote
from kskd.errors import refusal

_KSDD = (Scheme.KSDD_WAJIB, Scheme.KSDD_SUKARELA)
_KSDPK = (Scheme.KSDPK,)
_ABROAD = (Scheme.KSDPL, Scheme.KSDLL)
_SINERGI = (Scheme.SINERGI,)
_LOCAL = (*_KSDD, *_KSDPK)
_HOME = (*_LOCAL, *_SINERGI)
_CONTRACTS = (Doc.PKS, Doc.KONTRAK)
_VOTED = (*_CONTRACTS, Doc.NK, Doc.MOU)
_YES_NO, _DATE, _TEXT, _CHOICE = FieldKind.YES_NO, FieldKind.DATE, FieldKind.TEXT, FieldKind.CHOICE

FACTS = Fields(
    # two of the nine items of a semester report (Permendagri 22/2020 Pasal 17, 39)
    Field("purpose", "maksud dan tujuan", _TEXT),
    Field("object", "objek kerja sama", _TEXT),
    # preparation
    Field("kak", "kerangka acuan kerja (KAK) ada", docs=(Doc.KB, Doc.NK), schemes=_HOME),
    Field("feasibility_study", "studi kelayakan ada", docs=(Doc.KB, *_CONTRACTS), schemes=_KSDPK),
    Field(
        "in_ksdpk_list", "naskah tercantum dalam daftar tahunan rencana KSDPK", docs=(Doc.KB,), schemes=_KSDPK
    ),
    Field(
        "in_ksdd_minutes",
        "naskah tercantum dalam berita acara pemetaan KSDD wajib",
        docs=(Doc.KB,),
        schemes=(Scheme.KSDD_WAJIB,),
    ),
    Field("kajian", "kajian sebelum Pernyataan Kehendak ada", docs=(Doc.LOI,), schemes=_ABROAD),
    Field("in_rkpd", "objek tercantum dalam RKPD", docs=(Doc.NK,), schemes=_SINERGI),
    Field("in_plan", "objek tercantum dalam rencana pembangunan", docs=(Doc.KB,), schemes=_LOCAL),
    Field(
        "plan_exception",
        "dasar objek di luar rencana pembangunan",
        _CHOICE,
        (Doc.KB,),
        _LOCAL,
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
        (Doc.KB, *_CONTRACTS),
        _KSDPK,
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
        _CONTRACTS,
        _KSDPK,
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
        schemes=(Scheme.KSDLL,),
        choices=(("penerusan", "penerusan kerja sama Pemerintah Pusat"), ("lainnya", "KSDLL lainnya")),
    ),
    Field("bordering", "semua mitra berbatasan langsung", schemes=(Scheme.KSDD_WAJIB,), docs=(Doc.KB,)),
    Field("legal_entity", "mitra berbadan hukum", schemes=_KSDPK),
    Field("diplomatic_relations", "ada hubungan diplomatik", docs=(Doc.LOI, Doc.MOU), schemes=_ABROAD),
    Field("offered_on", "tanggal surat penawaran", _DATE, (Doc.KB, Doc.NK), _HOME),
    Field("offer_accepted_on", "tanggal mitra menerima penawaran", _DATE, (Doc.KB, Doc.NK), _HOME),
    Field("tkksd_recommended_on", "tanggal rekomendasi TKKSD", _DATE, schemes=_HOME),
    # the six months of Permendagri 22/2020 Pasal 62
    Field("in_process", "berkas sudah diproses sebelum 14 April 2020", schemes=_HOME),
    # chain and signing
    Field("has_parent", "naskah induk ada", docs=(*_CONTRACTS, Doc.RK, Doc.MOU)),
    Field("has_power", "surat kuasa kepala daerah ada", docs=_CONTRACTS, schemes=_LOCAL),
    Field(
        "partner_power",
        "kuasa bagi penanda tangan mitra ada",
        docs=(Doc.KB, *_CONTRACTS, Doc.NK, Doc.RK),
        schemes=(*_KSDPK, *_SINERGI),
    ),
    # approvals
    Field("burdens_public", "kerja samanya membebani masyarakat dan daerah", docs=_VOTED, schemes=_HOME),
    Field("in_apbd", "pendanaan sudah ada dalam APBD tahun berjalan", docs=_VOTED, schemes=_HOME),
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
    Field("company_profile", "profil perusahaan mitra dilampirkan", docs=_CONTRACTS, schemes=_KSDPK),
    Field("minister_reply", "jawaban tertulis Menteri sebelum LoI ada", docs=(Doc.LOI,), schemes=_ABROAD),
    Field("minister_approved", "persetujuan Menteri ada", docs=(Doc.MOU,), schemes=_ABROAD),
    Field("minister_approved_on", "tanggal persetujuan Menteri", _DATE, (Doc.MOU,), _ABROAD),
    Field("foreign_confirmation", "surat konfirmasi Kemenlu ada", _YES_NO, (Doc.MOU,), _ABROAD),
    # the paper itself
    Field("indonesian_text", "ada naskah berbahasa Indonesia"),
    Field("stamp_duty", "naskah bermeterai cukup", docs=(Doc.KB, *_CONTRACTS), schemes=_LOCAL),
    Field("power_copy_sent", "tembusan surat kuasa diterima Bagian", docs=_CONTRACTS, schemes=_KSDD),
    # keeping and reporting
    Field("original_held", "naskah asli dipegang TKKSD", schemes=_HOME),
    Field("copy_held", "salinan dipegang Bagian", docs=(Doc.KB, Doc.PKS), schemes=_KSDD),
    Field("sent_to_minister", "naskah dikirim kepada Menteri", docs=(Doc.NK, Doc.LOI)),
    Field("minister_original", "naskah asli ada pada Menteri", docs=(Doc.MOU,), schemes=_ABROAD),
    Field("published", "naskah tersedia bagi publik"),
    Field("governor_reported_on", "tanggal laporan terakhir kepada Gubernur", _DATE, (Doc.NK,), _SINERGI),
    Field("extension_requested_on", "tanggal usul perpanjangan", _DATE, (Doc.MOU,), _ABROAD),
)

CLAUSE = "clause_"  # begins the keys of clauses, whose rows say that the document has them

CLAUSES = {
    "maksud-tujuan": "maksud dan tujuan",
    "objek": "objek",
    "ruang-lingkup": "ruang lingkup",
    "pelaksanaan": "pelaksanaan",
    "jangka-waktu": "jangka waktu",
    "surat-menyurat": "surat-menyurat",
    "lain-lain": "lain-lain",
    "hak-kewajiban": "hak dan kewajiban",
    "pembiayaan": "pembiayaan",
    "perselisihan": "penyelesaian perselisihan",
    "keadaan-kahar": "keadaan kahar",
    "pengakhiran": "pengakhiran",
    "sanksi": "sanksi",
    "latar-belakang": "latar belakang",
    "lokasi": "lokasi",
    "tugas-tanggung-jawab": "tugas dan tanggung jawab",
    "judul": "judul",
    "subjek": "subjek",
    "tempat-tanggal": "tempat dan tanggal",
    "kelompok-kerja": "kelompok kerja bersama",
    "amandemen": "amandemen",
    "kegiatan": "kegiatan per tahun",
    "peran-pihak": "peran para pihak",
    "hasil": "hasil yang diharapkan",
}

_COMMON = ("maksud-tujuan", "objek", "ruang-lingkup", "pelaksanaan", "jangka-waktu")
CONTENT: dict[Doc, tuple[str, ...]] = {
    Doc.KB: (*_COMMON, "surat-menyurat", "lain-lain"),
    Doc.PKS: (
        *_COMMON,
        "hak-kewajiban",
        "pembiayaan",
        "perselisihan",
        "keadaan-kahar",
        "pengakhiran",
    ),
    Doc.KONTRAK: ("hak-kewajiban", "jangka-waktu", "perselisihan", "sanksi"),
    Doc.NK: (
        "latar-belakang",
        "maksud-tujuan",
        "lokasi",
        "objek",
        "ruang-lingkup",
        "tugas-tanggung-jawab",
        "pelaksanaan",
        "jangka-waktu",
        "pembiayaan",
        "lain-lain",
    ),
    Doc.LOI: ("judul", "subjek", "maksud-tujuan", "ruang-lingkup", "jangka-waktu", "tempat-tanggal"),
    Doc.MOU: (
        "judul",
        "subjek",
        "maksud-tujuan",
        "ruang-lingkup",
        "pelaksanaan",
        "pembiayaan",
        "kelompok-kerja",
        "perselisihan",
        "amandemen",
        "jangka-waktu",
        "tempat-tanggal",
    ),
    Doc.RKT: ("kegiatan", "peran-pihak", "hasil", "pembiayaan"),
}
"""The least that each kind of document must contain: Permendagri 22/2020 Pasal 40-42, UU 23/2014 Pasal 366
ayat (2), Permendagri 25/2020 Pasal 13, 20, 26. The law gives no content for a Rencana Kerja."""


def read_clause(text: str) -> str:
    """The key of the clause meant by its code; InvalidFact lists the codes."""
    code = "-".join(text.strip().casefold().split())
    if code not in CLAUSES:
        raise refusal("clause-unknown", text=quote(text), known=", ".join(CLAUSES))
    return clause_key(code)


def clause_key(code: str) -> str:
    """The key under which a clause is kept."""
    return CLAUSE + code.replace("-", "_")


def clause_code(key: str) -> str | None:
    """The code of the clause that a key stands for, None for any other fact."""
    return key.removeprefix(CLAUSE).replace("_", "-") if key.startswith(CLAUSE) else None


def clause_label(key: str) -> str:
    """What the clause of a key is called; a code that this kskd does not know is shown as it is."""
    code = clause_code(key) or key
    return CLAUSES.get(code, code)
