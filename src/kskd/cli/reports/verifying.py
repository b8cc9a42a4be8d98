"""``verify``: pages beside what the registry said when they were made."""

from pathlib import Path
from typing import Annotated

import typer

from kskd.cli.kit.command import Call, command
from kskd.cli.kit.options import TemplatesOption, argument
from kskd.cli.kit.output import Format, put_document, put_listing, put_text
from kskd.cli.kit.talk import say
from kskd.cli.reports.changes import difference_line
from kskd.workflows.verifying import verifying
from kskd.workflows.verifying.verifying import AGREES, Checked, Likeness

VERDICTS = {
    Likeness.SAME: "sama",
    Likeness.LOOKS: "angka sama, tampilan versi lain",
    Likeness.OPEN: "angka sama, kecuali yang diisi atau dihapus sejak itu",
    Likeness.WORDS: "angka sama, kata-kata lain",
    Likeness.FIGURES: "angka lain",
    Likeness.UNREAD: "lain",
    Likeness.GONE: "tidak dapat dibuat ulang",
    Likeness.FOREIGN: "dari riwayat lain",
    Likeness.BROKEN: "tidak terbaca",
}
_COLUMNS = {
    "file": "Berkas",
    "act": "Catatan",
    "verdict": "Hasil",
    "differences": "Beda",
    "note": "Keterangan",
}


@command("format", "db")
def verify(
    call: Call,
    *,
    target: Annotated[str, argument("BERKAS|FOLDER", "Halaman hasil kskd, atau foldernya.")],
    templates: TemplatesOption = None,
) -> None:
    """Dibandingkan: md, html, docx, txt, json menurut isinya, PDF menurut byte dan kode pemeriksanya.

    Angka disebut sebelum kata. Yang diisi dengan tangan pada titik-titik dan yang dihapus sejak itu
    (kskd erase) disebut, bukan dianggap beda. Kode keluar 3 bila ada yang beda.
    """
    found, others = verifying.verify(call.access, target, Path(templates) if templates else None)
    how = call.output
    if how is Format.JSON:
        put_document("verify/1", {"as_of": call.day.isoformat(), "items": [_item(one) for one in found]})
    elif how is Format.TABLE:
        for one in found:
            _tell(one)
        if any(one.differences for one in found):
            say("Di kiri tanda panah menurut berkas, di kanan menurut registri.")
    else:
        rows = [(one.file, one.act, one.verdict.value, len(one.differences), one.note) for one in found]
        put_listing(call, "verify/1", _COLUMNS, rows, empty="")
    if others:
        say(f"{len(others)} berkas tidak menyebut dari apa dibuat, dan dilewati: {', '.join(others)}.")
    if any(one.verdict not in AGREES for one in found):
        raise typer.Exit(3)


def _tell(one: Checked) -> None:
    """A file in lines for people: its verdict, then each difference."""
    more = f" ({one.note})" if one.note else ""
    put_text(f"{one.file}: {VERDICTS[one.verdict]}{more}")
    for line in map(difference_line, one.differences):
        put_text(f"  {line}")


def _item(one: Checked) -> dict[str, object]:
    told = [
        {"what": each.what.value, "part": each.where or None, "in_file": each.old, "made_again": each.new}
        for each in one.differences
    ]
    return {
        "file": one.file,
        "act": one.act,
        "verdict": one.verdict.value,
        "agrees": one.verdict in AGREES,
        "note": one.note,
        "differences": told,
    }
