"""``action add``, ``list``, ``done``."""

from typing import Any

from kskd.cli.kit.context import access, as_of
from kskd.cli.kit.output import Format, iso, put, put_listing, read_format
from kskd.cli.kit.takes import READING, WRITING, required, takes
from kskd.cli.kit.talk import say

_COLUMNS = {
    "agreement": "Naskah",
    "number": "No",
    "agreed": "Periode",
    "what": "Tindak lanjut",
    "who": "Siapa",
    "due_on": "Tenggat",
    "state": "Keadaan",
    "done_on": "Selesai",
    "proof": "Bukti",
}
_STATES = {"open": "terbuka", "overdue": "lewat tenggat", "done": "selesai"}


@takes("agreement", "what", "period", "who_acts", "due", *WRITING)
def add(**given: Any) -> None:
    """Apa, oleh siapa, dan kapan, menurut evaluasi periode itu."""
    from kskd.workflows.register import targets

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


@takes("agreement", "no", "on", "proof", "seen", *WRITING)
def done(**given: Any) -> None:
    """Sebut hari selesainya dengan --on."""
    from kskd.workflows.register import targets

    action = targets.finish_action(
        access(given, "action done"), given["agreement"], given["no"], required(given, "on"), given["proof"]
    )
    put(f"{action.agreement} {action.number}")
    say(f"Selesai: {action.what}.")


@takes("agreement_or_all", *READING)
def list_all(**given: Any) -> None:
    """Tindak lanjut satu naskah, atau semuanya."""
    from kskd.workflows.register import targets

    day, worded = as_of(given), read_format(given) in {Format.TABLE, Format.MD}
    rows = [
        (
            one.agreement,
            one.number,
            str(one.agreed),
            one.what,
            one.who,
            iso(one.due_on),
            _STATES[state] if worded else state,
            iso(one.done_on),
            one.proof,
        )
        for one in targets.list_actions(access(given, "action list"), given["agreement_or_all"], day)
        for state in [one.state(day)]
    ]
    put_listing(given, "action-list/1", _COLUMNS, rows, empty="Belum ada tindak lanjut.")
