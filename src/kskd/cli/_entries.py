"""Changed rows in words, for ``log`` and ``undo``."""

from typing import Protocol

from kskd.cli._values import shown


class Entry(Protocol):
    """A changed row as the journal has it: ``old`` is None for a new row, ``new`` for a removed one."""

    @property
    def table(self) -> str: ...
    @property
    def key(self) -> tuple[str | int, ...]: ...
    @property
    def old(self) -> dict[str, object] | None: ...
    @property
    def new(self) -> dict[str, object] | None: ...


def line(entry: Entry, signs: tuple[str, str, str] = ("+", "-", "~")) -> str:
    """One changed row for people: new and gone rows by their values, others by what changed.

    ``signs`` stand for a new, a gone and a changed row.
    """
    name = place(entry.table, entry.key)
    if entry.old is None or entry.new is None:
        sign, image = (signs[0], entry.new) if entry.old is None else (signs[1], entry.old)
        values = [
            f"{word(key)} {shown(key, value)}"
            for key, value in (image or {}).items()
            if value is not None and value not in entry.key
        ]
        return f"{sign} {name}: {'; '.join(values)}" if values else f"{sign} {name}"
    old, new = entry.old, entry.new
    changed = [
        f"{word(key)} {shown(key, old.get(key))} → {shown(key, new[key])}"
        for key in new
        if old.get(key) != new[key]
    ]
    return f"{signs[2]} {name}: {'; '.join(changed) or 'yang berubah sudah dihapus'}"


def place(table: str, key: tuple[str | int, ...]) -> str:
    """A row by the name of its table and its key."""
    return " ".join((_TABLES.get(table, table), *map(str, key)))


def word(column: str) -> str:
    return _COLUMNS.get(column, column.replace("_", " "))


_TABLES = {
    "setting": "pengaturan",
    "instrument": "instrumen",
    "opd": "OPD",
    "opd_alias": "nama lain OPD",
    "partner": "mitra",
    "partner_alias": "nama lain mitra",
    "agreement": "naskah",
    "party": "pihak",
    "support_opd": "OPD pendukung",
    "affair": "urusan",
    "scope_item": "ruang lingkup",
    "file": "berkas",
    "target": "target",
    "evaluation": "evaluasi",
    "answer": "jawaban",
    "evidence": "bukti",
    "realisation": "realisasi",
    "obstacle": "kendala",
    "effort": "upaya",
    "action": "tindak lanjut",
    "event": "peristiwa",
    "erasure": "penghapusan",
    "fact": "fakta",
    "acceptance": "temuan yang diterima",
    "holiday": "hari libur",
    "clock": "jam tenggat",
    "reminder_run": "pengingat ke",
    "reminder": "pengingat",
    "amendment": "adendum",
    "amendment_number": "nomor adendum",
    "amendment_change": "sebelum adendum",
    "filler": "pengisi",
    "closing": "penutupan periode",
    "desk_sheet": "lembar desk",
    "desk_return": "lembar desk kembali",
    "desk_meeting": "pertemuan desk",
}
_COLUMNS = {
    "adds_burden": "menambah beban",
    "dprd_answer": "sikap DPRD",
    "dprd_approved_on": "disetujui DPRD",
    "field": "yang diubah",
    "old": "semula",
    "accepted_on": "diterima pada",
    "agreed": "disepakati pada",
    "category": "kategori",
    "channel": "saluran",
    "closed": "selesai pada",
    "closed_on": "ditutup",
    "code": "kode",
    "counting": "cara hitung",
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
    "filler": "pengisi",
    "implementation": "pelaksanaan",
    "indicator": "indikator",
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
    "others": "hal lain",
    "outside": "perubahan dari luar sampai",
    "outcome": "hasil",
    "original_place": "tempat naskah asli",
    "owed_by": "pihak",
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
    "recommendation": "rekomendasi",
    "recommendation_reason": "alasan rekomendasi",
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
    "unit": "satuan",
    "until": "sampai",
    "valid_from": "berlaku sejak",
    "valid_to": "berlaku sampai",
    "value": "nilai",
    "void_reason": "alasan batal",
    "what": "apa",
    "who": "siapa",
}
