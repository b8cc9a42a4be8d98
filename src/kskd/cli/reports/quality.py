"""``quality``."""

from typing import Annotated

import typer

from kskd.cli.kit.command import READING, Call
from kskd.cli.kit.filter_options import filtered
from kskd.cli.kit.options import codes, switch
from kskd.cli.kit.output import Format, put_items, put_rows
from kskd.workflows.register.filtering import Filters
from kskd.workflows.reports.quality import quality as run

_COLUMNS = {
    "field": "Isian",
    "label": "Keterangan",
    "applies": "Naskah",
    "recorded": "Tercatat",
    "partial": "Sebagian",
    "missing": "Belum",
    "share": "%",
    "severity": "Bobot",
    "asked": "Diminta",
    "rules": "Aturan",
    "command": "Yang ditanya",
}
_EACH = {
    "opd": "OPD",
    "agreement": "Naskah",
    "field": "Isian",
    "label": "Keterangan",
    "is_partial": "Sebagian",
    "severity": "Bobot",
    "rules": "Aturan",
    "command": "Perintah",
}
_READ = {Format.TABLE, Format.MD}  # what people read names a field by its label
_SPARE = ("command", "rules", "is_partial", "label")
_EMPTY = {False: "Tidak ada naskah yang cocok.", True: "Tidak ada yang kurang."}


@filtered(*READING)
def quality(
    call: Call,
    *,
    field: Annotated[
        list[str], codes("--field", "ISIAN", "Hanya isian ini, misalnya signed,ends, atau file.")
    ],
    filters: Filters,
    each: Annotated[
        bool, switch("--each", "Tiap keterangan yang belum tercatat, dengan OPD yang ditanya.")
    ] = False,
    exit_code: Annotated[bool, switch("--exit-code", "Kode keluar 3 bila ada yang kurang.")] = False,
) -> None:
    """Isian naskah lebih dulu, keterangan menurut peraturan, isian kantor; yang paling kosong di atas.

    Hanya naskah yang dapat memiliki isian itu yang dihitung, tanpa yang dibatalkan. Sebagian: tanggal yang
    baru diketahui tahunnya atau nomor dari satu mitra saja. Belum tercatat tidak berarti tidak ada.
    """
    how, day = call.output, call.day
    found = run(call.access, filters, as_of=day, names=field, each=each)
    columns, items = (_EACH, found.missing) if each else (_COLUMNS, found.fields)
    if how is Format.JSON:
        put_items("missing-list/1" if each else "quality/1", day, (one._asdict() for one in items))
    else:
        keys = [key for key in columns if how not in _READ or key != "field"]
        rows = [[_cell(getattr(one, key)) for key in keys] for one in items]
        put_rows(how, keys, [columns[key] for key in keys], rows, empty=_EMPTY[each], spare=_SPARE)
    if exit_code and any(one.recorded < one.applies for one in found.fields):
        raise typer.Exit(3)


def _cell(value: object) -> object:
    return {True: "ya", False: None}[value] if isinstance(value, bool) else value
