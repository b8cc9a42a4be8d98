"""``due``."""

from typing import Annotated

import typer

from kskd.cli.kit.command import READING, Call
from kskd.cli.kit.filter_options import filtered
from kskd.cli.kit.options import option, switch
from kskd.cli.kit.output import Format, put_items, put_rows
from kskd.workflows.law.due import due as run
from kskd.workflows.register.filtering import Filters

_COLUMNS = {
    "due_on": "Tenggat",
    "days_left": "Sisa hari",
    "kind": "Jenis",
    "agreement": "Naskah",
    "opd": "OPD",
    "what": "Hal",
    "note": "Catatan",
    "article": "Dasar",
    "number": "No",
    "remedy": "Perintah",
}


@filtered(*READING)
def due(
    call: Call,
    *,
    within: Annotated[
        str | None,
        option(
            "--within", "LAMA", "Sejauh ini ke depan: 90d, atau “3 bulan” [bawaan: pengaturan soon-days]."
        ),
    ] = None,
    overdue: Annotated[bool, switch("--overdue", "Hanya yang sudah lewat.")] = False,
    filters: Filters,
    exit_code: Annotated[bool, switch("--exit-code", "Kode keluar 3 bila ada yang sudah lewat.")] = False,
) -> None:
    """Yang sudah lewat ikut tampil; sisa harinya negatif. Yang terdekat di atas."""
    how, day = call.output, call.day
    found = run(call.access, filters, as_of=day, within=within, overdue=overdue)
    if how is Format.JSON:
        items = ({key: value for key, value in one._asdict().items() if key != "lead"} for one in found)
        put_items("deadline-list/1", day, items)
    else:
        cells = [tuple(getattr(one, key) for key in _COLUMNS) for one in found]
        put_rows(
            how,
            tuple(_COLUMNS),
            tuple(_COLUMNS.values()),
            cells,
            empty="Tidak ada tenggat yang cocok.",
            spare=("remedy", "number", "note", "kind", "article"),
        )
    if exit_code and any(one.days_left < 0 for one in found):
        raise typer.Exit(3)
