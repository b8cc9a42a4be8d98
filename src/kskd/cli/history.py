"""``log``."""

from typing import TYPE_CHECKING, Any

import typer

from kskd.cli._context import access, as_of
from kskd.cli._output import Format, moment, put, put_document, put_rows, read_format, say
from kskd.cli._takes import READING, takes
from kskd.errors import UsageError

if TYPE_CHECKING:
    from kskd.registry.journal import Entry


@takes("agreement_or_all", "limit", "verify", *READING)
def log(**given: Any) -> None:
    """Yang terakhir di atas: kapan, siapa, perintah apa, dan apa yang berubah."""
    from kskd.workflows.history import log as run

    if given["verify"]:
        _verify(given)
        return
    limit = 20 if given["limit"] is None else given["limit"]
    acts = run(access(given, "log"), given["agreement_or_all"], limit, as_of(given))
    how = read_format(given)
    if how is Format.JSON:
        items = [
            {
                "act": act.id,
                "at": act.at,
                "who": act.who,
                "command": act.command,
                "reason": act.reason,
                "entries": [
                    {"table": one.table, "key": list(one.key), "old": one.old, "new": one.new}
                    for one in act.entries
                ],
            }
            for act in acts
        ]
        put_document("log/1", {"as_of": as_of(given).isoformat(), "items": items})
        return
    if how is Format.TABLE:
        if not acts:
            say("Belum ada riwayat.")
        elif len(acts) == limit:
            say(f"{limit} catatan terakhir; lebih banyak dengan --limit.")
        for act in acts:
            why = f" – {act.reason}" if act.reason else ""
            put(f"{act.id}  {moment(act.at)}  {act.who}  {act.command}{why}")
            for entry in act.entries:
                put(f"    {_line(entry)}")
        return
    rows = [
        (act.id, act.at, act.who, act.command, act.reason, _line(entry))
        for act in acts
        for entry in act.entries
    ]
    keys = ("act", "at", "who", "command", "reason", "change")
    put_rows(how, keys, ("Catatan", "Waktu", "Oleh", "Perintah", "Alasan", "Perubahan"), rows)


def _verify(given: dict[str, Any]) -> None:
    """Tell whether the chain of acts holds; ends with 3 if not, or if another program changed rows."""
    from kskd.workflows.history import verify

    if given["agreement_or_all"] is not None or given["limit"] is not None:
        raise UsageError("--verify memeriksa seluruh riwayat; lepaskan naskah dan --limit.")
    (acts, head, broken), outside = verify(access(given, "log"))
    keys = ("head", "acts", "broken", "changed_outside")
    row = (head, acts, broken, outside)
    how = read_format(given)
    if how is Format.JSON:
        day = as_of(given).isoformat()
        put_document("log-verify/1", {"as_of": day} | dict(zip(keys, row, strict=True)))
    else:
        put_rows(how, keys, ("Segel", "Catatan utuh", "Catatan rusak", "Diubah dari luar"), [row])
    if broken is not None:
        say(f"Riwayat rusak pada catatan {broken}: isinya tidak lagi seperti saat dicatat.")
    if outside:
        say(f"{outside} baris diubah oleh program lain, di luar kskd.")
    if broken is not None or outside:
        raise typer.Exit(3)
    say(f"Riwayat utuh: {acts} catatan.")


def _line(entry: "Entry") -> str:
    """One changed row: new and gone rows by their values, others by what changed."""
    name = " ".join((_TABLES.get(entry.table, entry.table), *map(str, entry.key)))
    if entry.old is None or entry.new is None:
        sign, image = ("+", entry.new) if entry.old is None else ("-", entry.old)
        values = [
            f"{_word(key)} {_short(value)}"
            for key, value in (image or {}).items()
            if value is not None and value not in entry.key
        ]
        return f"{sign} {name}: {'; '.join(values)}" if values else f"{sign} {name}"
    old, new = entry.old, entry.new
    changed = [
        f"{_word(key)} {_short(old.get(key))} → {_short(new[key])}" for key in new if old.get(key) != new[key]
    ]
    return f"~ {name}: {'; '.join(changed)}"


def _word(column: str) -> str:
    return _COLUMNS.get(column, column.replace("_", " "))


def _short(value: object) -> str:
    text = "kosong" if value is None else str(value)
    return text if len(text) <= 80 else f"{text[:79]}…"


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
}
_COLUMNS = {
    "agreed": "disepakati pada",
    "category": "kategori",
    "closed": "selesai pada",
    "code": "kode",
    "digest": "sidik jari",
    "doc": "jenis",
    "done_on": "selesai tanggal",
    "due_on": "tenggat",
    "duration_typed": "jangka waktu",
    "end_condition": "syarat berakhir",
    "end_kind": "jenis akhir",
    "end_typed": "akhir menurut naskah",
    "ends_on": "berakhir",
    "entered_on": "dicatat",
    "filler": "pengisi",
    "implementation": "pelaksanaan",
    "indicator": "indikator",
    "instrument": "instrumen",
    "kind": "jenis",
    "lead_opd": "OPD",
    "lower_is_better": "makin kecil makin baik",
    "merged_into": "digabungkan ke mitra",
    "name": "nama",
    "note": "catatan",
    "number": "nomor",
    "obstacle": "kendala",
    "opened": "muncul pada",
    "option": "jawaban",
    "owed_by": "pihak",
    "parent": "induk",
    "partner": "mitra",
    "period": "periode",
    "power_date": "tanggal surat kuasa",
    "power_number": "surat kuasa",
    "predecessor": "pendahulu",
    "proof": "bukti",
    "recommendation": "rekomendasi",
    "reported_on": "dilaporkan",
    "scheme": "bentuk",
    "signed_on": "ditandatangani",
    "signer_name": "nama penanda tangan",
    "signer_office": "penanda tangan",
    "size": "ukuran",
    "starts_on": "mulai",
    "successor": "penerus",
    "text": "isi",
    "title": "judul",
    "unit": "satuan",
    "valid_from": "berlaku sejak",
    "valid_to": "berlaku sampai",
    "value": "nilai",
    "void_reason": "alasan batal",
    "what": "apa",
    "who": "siapa",
}
