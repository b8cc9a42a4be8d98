"""Changed rows in words, for ``log`` and ``undo``."""

from typing import TYPE_CHECKING

from kskd.cli.office.entry_values import shown, word

if TYPE_CHECKING:
    from kskd.registry.history.journal import Entry


def line(entry: "Entry", signs: tuple[str, str, str] = ("+", "-", "~")) -> str:
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
