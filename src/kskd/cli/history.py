"""``log``."""

from typing import TYPE_CHECKING, Any

from kskd.cli._context import access, as_of
from kskd.cli._output import Format, put, put_document, put_rows, read_format, say
from kskd.cli._takes import READING, takes

if TYPE_CHECKING:
    from kskd.registry.journal import Entry


@takes("agreement_or_all", "limit", *READING)
def log(**given: Any) -> None:
    """Yang terakhir di atas: kapan, siapa, perintah apa, dan apa yang berubah."""
    from kskd.workflows.history import log as run

    acts = run(
        access(given, "log"), given["agreement_or_all"], 20 if given["limit"] is None else given["limit"]
    )
    how = read_format(given)
    if how is Format.JSON:
        items = [
            {
                "act": act.id,
                "at": act.at,
                "who": act.who,
                "command": act.command,
                "reason": act.reason,
                "entries": [
                    {"table": one.table, "key": list(one.key), "old": one.old, "new": one.new}
                    for one in act.entries
                ],
            }
            for act in acts
        ]
        put_document("log/1", {"as_of": as_of(given).isoformat(), "items": items})
        return
    if how is Format.TABLE:
        if not acts:
            say("Belum ada riwayat.")
        for act in acts:
            why = f" – {act.reason}" if act.reason else ""
            put(f"{act.id}  {act.at}  {act.who}  {act.command}{why}")
            for entry in act.entries:
                put(f"    {_line(entry)}")
        return
    rows = [
        (act.id, act.at, act.who, act.command, act.reason, _line(entry))
        for act in acts
        for entry in act.entries
    ]
    keys = ("act", "at", "who", "command", "reason", "change")
    put_rows(how, keys, ("Catatan", "Waktu", "Oleh", "Perintah", "Alasan", "Perubahan"), rows)


def _line(entry: "Entry") -> str:
    """One changed row: new and gone rows by their values, others by what changed."""
    name = f"{entry.table} {' '.join(map(str, entry.key))}"
    if entry.old is None or entry.new is None:
        sign, image = ("+", entry.new) if entry.old is None else ("-", entry.old)
        values = "; ".join(
            f"{key}={_short(value)}"
            for key, value in (image or {}).items()
            if value is not None and value not in entry.key
        )
        return f"{sign} {name}: {values}" if values else f"{sign} {name}"
    old, new = entry.old, entry.new
    changed = "; ".join(
        f"{key}: {_short(old.get(key))} → {_short(new[key])}" for key in new if old.get(key) != new[key]
    )
    return f"~ {name}: {changed}"


def _short(value: object) -> str:
    text = "kosong" if value is None else str(value)
    return text if len(text) <= 80 else f"{text[:79]}…"
