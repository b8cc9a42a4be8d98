"""``instrument list``, ``show``, ``check``, ``eject``, ``use``."""

from typing import Annotated

from kskd.cli.kit.command import READING, WRITING, Call, command
from kskd.cli.kit.options import argument
from kskd.cli.kit.output import Format, put, put_document, put_listing, put_rows
from kskd.cli.kit.talk import say
from kskd.domain.values.numbers import format_percent
from kskd.workflows.evaluation import instruments

_File = Annotated[str, argument("BERKAS", "Berkas instrumen (TOML).")]
_KEYS = ("item", "weight", "answer", "value", "question")
_HEADINGS = ("Butir", "Bobot", "Jawaban", "Nilai", "Pertanyaan")
_LISTED = {
    "id": "Instrumen",
    "title": "Judul",
    "items": "Butir",
    "evidence_items": "Butir yang perlu bukti",
    "is_kept": "Tersimpan",
    "is_used": "Dipakai",
    "evaluations": "Evaluasi",
}


@command(*READING)
def list_all(call: Call) -> None:
    """Yang tersimpan di registri dan yang ada dalam kskd; pakai dengan kskd instrument use."""
    rows = instruments.list_instruments(call.access)
    put_listing(call, "instrument-list/1", _LISTED, rows, empty="Tidak ada instrumen.")


@command(*READING)
def show(
    call: Call,
    *,
    instrument: Annotated[
        str | None, argument("[INSTRUMEN]", "Id menurut kskd instrument list [bawaan: yang dipakai].")
    ] = None,
) -> None:
    """Butir, jawaban yang mungkin, bobotnya, dan aturan buktinya."""
    used, how = instruments.show(call.access, instrument), call.output
    if how is Format.JSON:
        items = [
            {
                "code": item.code,
                "section": item.section,
                "question": item.question,
                "weight": float(item.weight),
                "from_implementation": item.from_implementation,
                "options": [
                    {"code": o.code, "label": o.label, "value": float(o.value)} for o in item.options
                ],
            }
            for item in used.items
        ]
        day = call.day.isoformat()
        rule = used.evidence and {**used.evidence._asdict(), "cap": float(used.evidence.cap)}
        head = {"as_of": day, "id": used.id, "title": used.title}
        put_document("instrument/1", {**head, "items": items, "evidence": rule})
        return
    rows = [
        (
            item.code if not at else "",
            str(item.weight) if not at else "",
            option.code,
            str(option.value),
            item.question if not at else "",
        )
        for item in used.items
        for at, option in enumerate(item.options)
    ]
    say(f"{used.title} ({used.id}). Setiap butir juga dapat dijawab tidak-dapat-dinilai.")
    if used.evidence:
        share = format_percent(float(used.evidence.cap), 1)
        kind = "berkas" if used.evidence.needs_file else "berkas atau uraian"
        say(f"Perlu bukti ({kind}): {', '.join(used.evidence.items)}; tanpa itu paling banyak {share} bobot.")
    put_rows(how, _KEYS, _HEADINGS, rows)


@command("db")
def check(call: Call, *, file: _File) -> None:
    """Setiap masalah disebut dengan tempatnya; id instrumen yang dapat dipakai ditulis ke keluaran baku."""
    put(instruments.check(call.access, file))


@command("db")
def eject(call: Call, *, file: _File) -> None:
    """Sesuaikan salinannya, naikkan version, periksa dengan instrument check, lalu kskd instrument use."""
    put(str(instruments.eject(call.access, file)))


@command(*WRITING)
def use(
    call: Call,
    *,
    instrument: Annotated[
        str, argument("INSTRUMEN", "Berkas instrumen (TOML), atau id menurut kskd instrument list.")
    ],
) -> None:
    """Isi berkas diperiksa dan disimpan di registri; evaluasi lama tetap memakai instrumennya."""
    put(instruments.use(call.access, instrument))
