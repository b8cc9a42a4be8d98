"""``next``."""

from typing import Any

from kskd.cli.kit.context import access, as_of
from kskd.cli.kit.output import Format, put, put_rows, read_format
from kskd.cli.kit.takes import READING, takes

_COLUMNS = {
    "what": "Hal",
    "reason": "Mengapa",
    "command": "Perintah",
    "agreement": "Naskah",
    "opd": "OPD",
    "due_on": "Tenggat",
    "days_left": "Sisa hari",
    "kind": "Jenis",
}


@takes(*READING)
def pressing(**given: Any) -> None:
    """Paling banyak sepuluh hal, yang paling mendesak di atas, dengan alasan dan perintahnya."""
    from kskd.workflows.law.next_steps import pressing as run

    how, day = read_format(given), as_of(given)
    found = run(access(given, "next"), as_of=day)
    if how is Format.JSON:
        import json

        from kskd.cli.kit.output import put_json

        put_json(
            "next-list/1", day, (json.dumps(one._asdict(), ensure_ascii=False, default=str) for one in found)
        )
        return
    if how is Format.TABLE and found:
        for at, one in enumerate(found, 1):
            about = f"{one.agreement} ({one.opd}): " if one.agreement else ""
            put(f"{at}. {about}{one.what}")
            put(f"   {one.reason}")
            put(f"   {one.command}")
        return
    rows = [tuple(getattr(one, key) for key in _COLUMNS) for one in found]
    put_rows(how, tuple(_COLUMNS), tuple(_COLUMNS.values()), rows, empty="Tidak ada yang mendesak.")
