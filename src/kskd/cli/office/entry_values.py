"""Values of changed rows in words, for ``log`` and ``undo``."""

import json

_ANSWERS = {0: "tidak", 1: "ya", "no": "tidak", "yes": "ya"}
_ANSWERED = {"adds_burden", "embedded", "lower_is_better", "unchanged"}


def shown(column: str, value: object) -> str:
    """A value in words, cut where it is long."""
    if value is None:
        text = "kosong"
    elif column in _ANSWERED:
        text = _ANSWERS.get(value, str(value)) if isinstance(value, int | str) else str(value)
    elif isinstance(value, float):
        text = str(value).removesuffix(".0").replace(".", ",")  # as exact as it is kept
    elif column == "old":
        text = _unpacked(str(value))
    else:
        text = str(value)
    return text if len(text) <= 80 else f"{text[:79]}…"


def _unpacked(text: str) -> str:
    """What a field was before an adendum, which is kept as JSON."""
    try:
        value = json.loads(text)
    except ValueError:
        return text
    if isinstance(value, dict):
        return ", ".join(f"{word(key)} {shown(key, one)}" for key, one in value.items() if one is not None)
    return "; ".join(map(str, value)) if isinstance(value, list) else str(value)


def word(column: str) -> str:
    """A column of the registry as people call it."""
    if column in _COLUMNS:
        return _COLUMNS[column]
    from kskd.domain.attributes import attributes
    from kskd.domain.evaluation import Action, PlainFacts, Target

    known = attributes(PlainFacts) | attributes(Target) | attributes(Action)
    return known[column].label.lower() if column in known else column.replace("_", " ")


_COLUMNS = {
    "adds_burden": "menambah beban",
    "dprd_answer": "sikap DPRD",
    "dprd_approved_on": "disetujui DPRD",
    "field": "yang diubah",
    "old": "semula",
    "accepted_on": "diterima pada",
    "agreed": "disepakati pada",
    "category": "kategori",
    "closed": "selesai pada",
    "closed_on": "ditutup",
    "code": "kode",
    "detail": "uraian",
    "day": "hari",
    "days_left": "sisa hari",
    "digest": "sidik jari",
    "doc": "jenis",
    "done_on": "selesai tanggal",
    "due_on": "tenggat",
    "ends": "selesai",
    "file": "sidik jari berkas",
    "place": "tempat",
    "problems": "sel ditolak",
    "returned_on": "kembali",
    "sent_on": "dikirim",
    "sheet": "lembar",
    "starts": "mulai",
    "taken": "sel diambil",
    "duration_typed": "jangka waktu",
    "embedded": "tersimpan di registri",
    "end_condition": "syarat berakhir",
    "end_kind": "jenis akhir",
    "end_typed": "akhir menurut naskah",
    "ended_on": "diakhiri",
    "end_ground": "dasar pengakhiran",
    "ends_on": "berakhir",
    "entered_on": "dicatat",
    "filled_on": "diisi pada",
    "implementation": "pelaksanaan",
    "instrument": "instrumen",
    "item": "butir",
    "kind": "jenis",
    "lead_opd": "OPD",
    "letter": "nomor surat",
    "lower_is_better": "makin kecil makin baik",
    "merged_into": "digabungkan ke mitra",
    "name": "nama",
    "note": "catatan",
    "number": "nomor",
    "obstacle": "kendala",
    "opd": "OPD",
    "opd_option": "jawaban OPD",
    "opd_implementation": "pelaksanaan menurut OPD",
    "opened": "muncul pada",
    "option": "jawaban",
    "outside": "perubahan dari luar sampai",
    "outcome": "hasil",
    "original_place": "tempat naskah asli",
    "parent": "induk",
    "partner": "mitra",
    "period": "periode",
    "planned_for": "direncanakan untuk",
    "power_date": "tanggal surat kuasa",
    "power_number": "surat kuasa",
    "predecessor": "pendahulu",
    "proof": "bukti",
    "ran_on": "tanggal",
    "reason": "alasan",
    "reported_on": "dilaporkan",
    "role": "peran",
    "run": "pengingat ke",
    "scheme": "bentuk",
    "signed_on": "ditandatangani",
    "signer_name": "nama penanda tangan",
    "signer_office": "penanda tangan",
    "size": "ukuran",
    "source": "sumber",
    "started_on": "mulai",
    "starts_on": "mulai",
    "stopped_on": "berhenti",
    "subject": "perihal",
    "successor": "penerus",
    "text": "isi",
    "threshold": "ambang hari",
    "title": "judul",
    "tkksd_note": "catatan TKKSD",
    "told": "disampaikan",
    "unchanged": "tidak ada perubahan",
    "until": "sampai",
    "valid_from": "berlaku sejak",
    "valid_to": "berlaku sampai",
    "value": "nilai",
    "void_reason": "alasan batal",
    "what": "apa",
    "who": "siapa",
}
