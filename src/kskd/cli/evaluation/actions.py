"""``action add``, ``list``, ``done``."""

from typing import Annotated

from kskd.cli.kit.command import READING, WRITING, Call, command, required
from kskd.cli.kit.options import (
    AgreementArgument,
    AgreementOrAll,
    NumberArgument,
    OnOption,
    PeriodOption,
    option,
)
from kskd.cli.kit.output import Format, iso, put, put_listing
from kskd.cli.kit.talk import say
from kskd.workflows.register import targets

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


@command(*WRITING)
def add(
    call: Call,
    *,
    agreement: AgreementArgument,
    what: Annotated[str | None, option("--what", "TEKS", "Tindak lanjut yang disepakati.")] = None,
    period: PeriodOption = None,
    who_acts: Annotated[str | None, option("--who-acts", "SIAPA", "Siapa yang mengerjakan.")] = None,
    due: Annotated[str | None, option("--due", "TANGGAL", "Tenggat.")] = None,
) -> None:
    """Apa, oleh siapa, dan kapan, menurut evaluasi periode itu."""
    action = targets.add_action(
        call.access, agreement, required(what, "--what"), required(period, "--period"), who=who_acts, due=due
    )
    put(f"{action.agreement} {action.number}")
    say(f"Tercatat: tindak lanjut {action.number} pada {action.agreement}.")


@command("seen", *WRITING)
def done(
    call: Call,
    *,
    agreement: AgreementArgument,
    number: NumberArgument,
    on: OnOption = None,
    proof: Annotated[str | None, option("--proof", "BUKTI", "Bukti selesainya.")] = None,
) -> None:
    """Sebut hari selesainya dengan --on."""
    action = targets.finish_action(call.access, agreement, number, required(on, "--on"), proof)
    put(f"{action.agreement} {action.number}")
    say(f"Selesai: {action.what}.")


@command(*READING)
def list_all(call: Call, *, agreement: AgreementOrAll = None) -> None:
    """Tindak lanjut satu naskah, atau semuanya."""
    day, worded = call.day, call.output in {Format.TABLE, Format.MD}
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
        for one in targets.list_actions(call.access, agreement, day)
        for state in [one.state(day)]
    ]
    put_listing(call, "action-list/1", _COLUMNS, rows, empty="Belum ada tindak lanjut.")
