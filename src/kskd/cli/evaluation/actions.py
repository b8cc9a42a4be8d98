"""``action add``, ``list``, ``done``."""

from kskd.cli.kit.command import READING, WRITING, Call, command
from kskd.cli.kit.field_cells import cells, headings
from kskd.cli.kit.field_commands import Given, takes
from kskd.cli.kit.options import AgreementArgument, AgreementOrAll, NumberArgument
from kskd.cli.kit.output import Format, Listable, put, put_listing
from kskd.cli.kit.talk import say_done
from kskd.workflows.register import targets

_DONE = ("done_on", "proof")  # known once it is done
_AGREED = ("agreed", "what", "who", "due_on")
_STATES = {"open": "terbuka", "overdue": "lewat tenggat", "done": "selesai"}


@takes(
    lambda known: (field for field in known.action if field.key not in _DONE),
    *WRITING,
    needs=("what", "agreed"),
)
def add(call: Call, typed: Given, *, agreement: AgreementArgument) -> None:
    """Apa, oleh siapa, dan kapan, menurut evaluasi periode itu."""
    action = targets.add_action(call.access, agreement, typed)
    put(f"{action.agreement} {action.number}")
    say_done(f"Tercatat: tindak lanjut {action.number} pada {action.agreement}.", dry_run=call.dry_run)


@takes(lambda known: map(known.action.__getitem__, _DONE), "seen", *WRITING, may_clear=True)
def done(call: Call, typed: Given, *, agreement: AgreementArgument, number: NumberArgument) -> None:
    """Sebut hari selesainya dengan --on; bila ternyata belum selesai, --clear on dengan --reason."""
    action = targets.finish_action(call.access, agreement, number, typed)
    put(f"{action.agreement} {action.number}")
    say_done(f"{'Selesai' if action.done_on else 'Belum selesai'}: {action.what}.", dry_run=call.dry_run)


@command(*READING)
def list_all(call: Call, *, agreement: AgreementOrAll = None) -> None:
    """Tindak lanjut satu naskah, atau semuanya."""
    fields, day, how = call.access.subjects.action, call.day, call.output
    agreed = tuple(map(fields.__getitem__, _AGREED))
    rest = tuple(field for field in fields.plain if field not in agreed)
    rows: list[tuple[Listable, ...]] = []
    for one in targets.list_actions(call.access, agreement, day):
        state = one.state(day)
        shown = _STATES[state] if how in {Format.TABLE, Format.MD} else state
        before, after = (cells(some, one, how).values() for some in (agreed, rest))
        rows.append((one.agreement, one.number, *before, shown, *after))
    columns = (
        {"agreement": "Naskah", "number": "No"} | headings(agreed) | {"state": "Keadaan"} | headings(rest)
    )
    put_listing(call, "action-list/1", columns, rows, empty="Belum ada tindak lanjut.")
