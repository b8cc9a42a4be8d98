"""``instrument list``, ``show``, ``check``, ``eject``, ``use``."""

from typing import Any

from kskd.cli.kit.context import access, as_of
from kskd.cli.kit.output import Format, put, put_document, put_listing, put_rows, read_format
from kskd.cli.kit.takes import READING, WRITING, takes
from kskd.cli.kit.talk import say

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


@takes(*READING)
def list_all(**given: Any) -> None:
    """Yang tersimpan di registri dan yang ada dalam kskd; pakai dengan kskd instrument use."""
    from kskd.workflows.evaluation.instruments import list_instruments

    rows = [tuple(one) for one in list_instruments(access(given, "instrument list"))]
    put_listing(given, "instrument-list/1", _LISTED, rows, empty="Tidak ada instrumen.")


@takes("instrument_id", *READING)
def show(**given: Any) -> None:
    """Butir, jawaban yang mungkin, bobotnya, dan aturan buktinya."""
    from kskd.workflows.evaluation.instruments import show as run

    used = run(access(given, "instrument show"), given["instrument_id"])
    from kskd.domain.values.numbers import format_percent

    how = read_format(given)
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
        day = as_of(given).isoformat()
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


@takes("toml_file", "db")
def check(**given: Any) -> None:
    """Setiap masalah disebut dengan tempatnya; id instrumen yang dapat dipakai ditulis ke keluaran baku."""
    from kskd.workflows.evaluation.instruments import check as run

    put(run(access(given, "instrument check"), given["toml_file"]))


@takes("toml_file", "db")
def eject(**given: Any) -> None:
    """Sesuaikan salinannya, naikkan version, periksa dengan instrument check, lalu kskd instrument use."""
    from kskd.workflows.evaluation.instruments import eject as run

    put(str(run(access(given, "instrument eject"), given["toml_file"])))


@takes("toml_or_id", *WRITING)
def use(**given: Any) -> None:
    """Isi berkas diperiksa dan disimpan di registri; evaluasi lama tetap memakai instrumennya."""
    from kskd.workflows.evaluation.instruments import use as run

    put(run(access(given, "instrument use"), given["toml_or_id"]))
