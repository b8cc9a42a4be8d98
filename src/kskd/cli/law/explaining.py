"""``explain``."""

from typing import Annotated

from kskd.cli.kit.command import Call, command
from kskd.cli.kit.options import argument
from kskd.cli.kit.output import Format, put, put_document, put_rows
from kskd.cli.kit.table import put_pairs
from kskd.workflows.law.explaining import explain as run

_OWED = ("article", "sort", "who", "does", "what", "to", "by", "every", "lasting")


@command("format")
def explain(
    call: Call,
    *,
    words: Annotated[
        list[str],
        argument(
            "YANG...",
            "Aturan (KS101), pasal (“pasal 17”), tenggat (laporan-semester), istilah (kendala), jenis"
            " galat; naskah membandingkan semua jenis naskah.",
        ),
    ],
) -> None:
    """Apa bunyinya, mengapa, bagaimana kskd menerapkannya, dan apa yang dapat dilakukan."""
    found = run(" ".join(words))
    how = call.output
    if how is Format.JSON:
        items = [
            {
                "kind": one.kind,
                "key": one.key,
                "title": one.title,
                "sections": [{"label": label, "text": text} for label, text in one.sections],
                "duties": [{key: getattr(duty, key) for key in _OWED} for duty in one.duties],
            }
            for one in found
        ]
        put_document("explanation/1", {"as_of": call.day.isoformat(), "items": items})
    elif how is Format.TABLE:
        for at, one in enumerate(found):
            if at:
                put("")
            put_pairs(one.title if one.title == one.key else f"{one.key} – {one.title}", one.sections)
    else:
        rows = [(one.key, label, text) for one in found for label, text in one.sections]
        put_rows(how, ("key", "label", "text"), ("Yang dijelaskan", "Keterangan", "Isi"), rows)
