"""``action add``, ``list``, ``done``."""

from typing import Any

from kskd.cli._context import access, as_of
from kskd.cli._output import Format, put, put_document, put_rows, read_format, say
from kskd.cli._takes import READING, WRITING, required, takes

_KEYS = ("agreement", "number", "agreed", "what", "who", "due_on", "done_on", "proof")
_HEADINGS = ("Naskah", "No", "Periode", "Tindak lanjut", "Siapa", "Tenggat", "Selesai", "Bukti")


@takes("agreement", "what", "period", "who_acts", "due", *WRITING)
def add(**given: Any) -> None:
    """Apa, oleh siapa, dan kapan, menurut evaluasi periode itu."""
    from kskd.workflows import targets

    action = targets.add_action(
        access(given, "action add"),
        given["agreement"],
        required(given, "what"),
        required(given, "period"),
        who=given["who_acts"],
        due=given["due"],
    )
    put(f"{action.agreement} {action.number}")
    say(f"Tercatat: tindak lanjut {action.number} pada {action.agreement}.")


@takes("agreement", "no", "on", "proof", *WRITING)
def done(**given: Any) -> None:
    """Sebut hari selesainya dengan --on."""
    from kskd.workflows import targets

    action = targets.finish_action(
        access(given, "action done"), given["agreement"], given["no"], required(given, "on"), given["proof"]
    )
    put(f"{action.agreement} {action.number}")
    say(f"Selesai: {action.what}.")


@takes("agreement_or_all", *READING)
def list_all(**given: Any) -> None:
    """Tindak lanjut satu naskah, atau semuanya."""
    from kskd.workflows import targets

    rows = [
        (
            one.agreement,
            one.number,
            str(one.agreed),
            one.what,
            one.who,
            one.due_on and one.due_on.isoformat(),
            one.done_on and one.done_on.isoformat(),
            one.proof,
        )
        for one in targets.list_actions(access(given, "action list"), given["agreement_or_all"])
    ]
    how = read_format(given)
    if how is Format.JSON:
        items = [dict(zip(_KEYS, row, strict=True)) for row in rows]
        put_document("action-list/1", {"as_of": as_of(given).isoformat(), "items": items})
        return
    put_rows(how, _KEYS, _HEADINGS, rows, empty="Belum ada tindak lanjut.")
