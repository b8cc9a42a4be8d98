"""``next``."""

from kskd.cli.kit.command import READING, Call
from kskd.cli.kit.filter_options import filtered
from kskd.cli.kit.output import Format, put, put_items, put_rows
from kskd.cli.kit.talk import say
from kskd.domain.values.warning import warning
from kskd.workflows.law.next_steps import pressing as run
from kskd.workflows.register.filtering import Filters

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


@filtered(*READING)
def pressing(call: Call, *, filters: Filters) -> None:
    """Paling banyak sepuluh hal, yang paling mendesak di atas, dengan alasan dan perintahnya."""
    how, day = call.output, call.day
    found, more = run(call.access, filters, as_of=day)
    if more:
        say(warning(f"{more} hal lain yang sudah lewat tidak tampil di sini", "lihat kskd due --overdue"))
    if how is Format.JSON:
        put_items("next-list/1", day, (one._asdict() for one in found))
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
