"""``instrument show``, ``eject``, ``use``."""

from typing import Any

from kskd.cli._context import access, as_of
from kskd.cli._output import Format, put, put_document, put_rows, read_format, say
from kskd.cli._takes import READING, takes

_KEYS = ("item", "weight", "answer", "value", "question")
_HEADINGS = ("Butir", "Bobot", "Jawaban", "Nilai", "Pertanyaan")


@takes(*READING)
def show(**given: Any) -> None:
    """Butir, jawaban yang mungkin, dan bobotnya."""
    from kskd.workflows.begin import instrument

    used = instrument(access(given, "instrument show"))
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
        put_document("instrument/1", {"as_of": day, "id": used.id, "title": used.title, "items": items})
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
    put_rows(how, _KEYS, _HEADINGS, rows)


@takes("toml_file", "db")
def eject(**given: Any) -> None:
    """Sesuaikan salinannya, naikkan version, lalu kskd instrument use."""
    from kskd.workflows.begin import eject_instrument

    put(str(eject_instrument(access(given, "instrument eject"), given["toml_file"])))


@takes("toml_file", "dry_run", "db")
def use(**given: Any) -> None:
    """Isi berkas diperiksa dan disimpan di registri; evaluasi lama tetap memakai instrumennya."""
    from kskd.workflows.begin import use_instrument

    put(use_instrument(access(given, "instrument use"), given["toml_file"]))
