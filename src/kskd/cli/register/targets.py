"""``target add``, ``list``, ``update``."""

from typing import Annotated

from kskd.cli.kit.command import READING, WRITING, Call, command
from kskd.cli.kit.field_cells import cells, headings
from kskd.cli.kit.field_commands import Given, takes
from kskd.cli.kit.options import AgreementArgument, AgreementOrAll, NumberArgument, switch
from kskd.cli.kit.output import put, put_listing
from kskd.cli.kit.talk import say_done, tell
from kskd.domain.field import Field
from kskd.domain.subjects import Subjects
from kskd.domain.values.kinds import FieldKind
from kskd.errors import refusal
from kskd.workflows.register import targets

_FIRST = ("kind", "indicator", "value", "unit")


def _told(known: Subjects) -> list[Field]:
    """Its fields, what is said without a value last."""
    return sorted(known.target, key=lambda field: field.kind is FieldKind.SWITCH)


@takes(_told, *WRITING, needs=("indicator",))
def add(call: Call, typed: Given, *, agreement: AgreementArgument) -> None:
    """Keluaran, hasil, atau kewajiban yang tertulis dalam naskah."""
    target = targets.add_target(call.access, agreement, typed)
    put(f"{target.agreement} {target.number}")
    say_done(f"Tercatat: target {target.number} pada {target.agreement}.", dry_run=call.dry_run)


@takes(_told, "seen", *WRITING, may_clear=True)
def update(
    call: Call,
    typed: Given,
    *,
    agreement: AgreementArgument,
    number: NumberArgument,
    higher_is_better: Annotated[bool, switch("--higher-is-better", "Makin besar makin baik.")] = False,
) -> None:
    """Yang kosong dilengkapi; yang sudah tercatat hanya diubah dengan --reason."""
    lower = typed["lower_is_better"]
    if lower and higher_is_better:
        raise refusal("counting-both-ways")
    typed["lower_is_better"] = lower if lower or higher_is_better else None
    target, changes = targets.update_target(call.access, agreement, number, typed)
    put(f"{target.agreement} {target.number}")
    tell(changes)


@command(*READING)
def list_all(call: Call, *, agreement: AgreementOrAll = None) -> None:
    """Target satu naskah, atau semuanya."""
    shown = call.access.subjects.target.first(*_FIRST)
    rows = [
        (one.agreement, one.number, *cells(shown, one, call.output).values())
        for one in targets.list_targets(call.access, agreement, call.day)
    ]
    empty = "Belum ada target. Tambahkan dengan kskd target add."
    columns = {"agreement": "Naskah", "number": "No"} | headings(shown)
    put_listing(call, "target-list/1", columns, rows, empty=empty)
