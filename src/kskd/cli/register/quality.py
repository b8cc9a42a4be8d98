"""``quality``."""

from typing import Annotated

import typer

from kskd.cli.kit.command import READING, Call
from kskd.cli.kit.filter_options import filtered
from kskd.cli.kit.options import codes, switch
from kskd.cli.kit.output import put_listing
from kskd.workflows.register.filtering import Filters
from kskd.workflows.register.quality import quality as run

_COLUMNS = {
    "field": "Isian",
    "label": "Keterangan",
    "applies": "Naskah",
    "recorded": "Tercatat",
    "partial": "Sebagian",
    "missing": "Belum",
    "share": "%",
}
_EACH = {
    "opd": "OPD",
    "agreement": "Naskah",
    "field": "Isian",
    "label": "Keterangan",
    "is_partial": "Sebagian",
    "command": "Perintah",
}


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
    """Isian naskah lebih dulu, lalu keterangan menurut peraturan, lalu isian kantor; yang paling kosong di atas.

    Yang dihitung hanya naskah yang dapat memiliki isian itu; naskah yang dibatalkan tidak dihitung. Sebagian: misalnya
    tanggal yang baru diketahui tahunnya, atau nomor dari salah satu mitra saja. Belum tercatat tidak berarti tidak ada.
    """
    found = run(call.access, filters, as_of=call.day, names=field, each=each)
    if each:
        put_listing(
            call,
            "quality-each/1",
            _EACH,
            [(*one[:4], "ya" if one.is_partial else None, one.command) for one in found.missing],
            empty="Tidak ada yang kurang.",
            spare=("label", "is_partial"),
        )
    else:
        put_listing(
            call, "quality/1", _COLUMNS, found.fields, empty="Tidak ada naskah yang cocok.", spare=("field",)
        )
    if exit_code and any(one.recorded < one.applies for one in found.fields):
        raise typer.Exit(3)
