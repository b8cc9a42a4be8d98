"""``due``."""

from typing import Any

import typer

from kskd.cli.kit.context import access, as_of
from kskd.cli.kit.output import Format, put_rows, read_format
from kskd.cli.kit.takes import READING, takes

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


@takes("within", "overdue", "opds", "exit_code", *READING)
def due(**given: Any) -> None:
    """Yang sudah lewat ikut tampil; sisa harinya negatif. Yang terdekat di atas."""
    from kskd.workflows.law.due import due as run

    how, day = read_format(given), as_of(given)
    found = run(
        access(given, "due"),
        as_of=day,
        within=given["within"],
        overdue=given["overdue"],
        opd=given["opds"],
    )
    if how is Format.JSON:
        import json

        from kskd.cli.kit.output import put_json

        keys = (
            "kind",
            "agreement",
            "opd",
            "due_on",
            "days_left",
            "article",
            "what",
            "note",
            "number",
            "remedy",
        )
        rows = [{key: getattr(one, key) for key in keys} for one in found]
        put_json("deadline-list/1", day, (json.dumps(row, ensure_ascii=False, default=str) for row in rows))
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
    if given["exit_code"] and any(one.days_left < 0 for one in found):
        raise typer.Exit(3)
