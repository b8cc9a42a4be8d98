"""``target add``, ``list``, ``update``."""

from datetime import date
from enum import StrEnum
from typing import Annotated, Any

from kskd.cli.kit.attribute_commands import Told, tells
from kskd.cli.kit.command import READING, WRITING, Call, command, required
from kskd.cli.kit.options import AgreementArgument, AgreementOrAll, NumberArgument, switch
from kskd.cli.kit.output import Format, iso, put, put_listing
from kskd.cli.kit.talk import say
from kskd.domain.attributes import attributes
from kskd.domain.evaluation import Target
from kskd.errors import refusal
from kskd.workflows.register import targets

_Lower = Annotated[bool, switch("--lower-is-better", "Makin kecil makin baik.")]
_COLUMNS = {
    "agreement": "Naskah",
    "number": "No",
    "kind": "Jenis",
    "indicator": "Indikator",
    "value": "Nilai",
    "unit": "Satuan",
    "due_on": "Tenggat",
    "owed_by": "Pihak",
    "lower_is_better": "Makin kecil makin baik",
}
_COLUMNS |= {name: one.label for name, one in attributes(Target).items() if name not in _COLUMNS}


@tells(Target, *WRITING)
def add(call: Call, *, agreement: AgreementArgument, told: Told, lower_is_better: _Lower = False) -> None:
    """Keluaran, hasil, atau kewajiban yang tertulis dalam naskah."""
    indicator = required(told.pop("indicator"), "--indicator")
    target = targets.add_target(call.access, agreement, indicator, lower_is_better=lower_is_better, **told)
    put(f"{target.agreement} {target.number}")
    say(f"Tercatat: target {target.number} pada {target.agreement}.")


@tells(Target, "seen", *WRITING)
def update(
    call: Call,
    *,
    agreement: AgreementArgument,
    number: NumberArgument,
    told: Told,
    lower_is_better: _Lower = False,
    higher_is_better: Annotated[bool, switch("--higher-is-better", "Makin besar makin baik.")] = False,
) -> None:
    """Yang kosong dilengkapi; yang sudah tercatat hanya diubah dengan --reason."""
    if lower_is_better and higher_is_better:
        raise refusal("counting-both-ways")
    direction = lower_is_better if lower_is_better or higher_is_better else None
    target, changes = targets.update_target(call.access, agreement, number, lower_is_better=direction, **told)
    put(f"{target.agreement} {target.number}")
    say(*(f"  {change}" for change in changes) if changes else ("Tidak ada yang berubah.",))


@command(*READING)
def list_all(call: Call, *, agreement: AgreementOrAll = None) -> None:
    """Target satu naskah, atau semuanya."""
    worded = call.output in {Format.TABLE, Format.MD}
    found = targets.list_targets(call.access, agreement, call.day)
    rows = [tuple(_shown(getattr(one, name), worded=worded) for name in _COLUMNS) for one in found]
    empty = "Belum ada target. Tambahkan dengan kskd target add."
    put_listing(call, "target-list/1", _COLUMNS, rows, empty=empty)


def _shown(value: Any, *, worded: bool) -> Any:
    if isinstance(value, StrEnum):
        return getattr(value, "label", value.value) if worded else value.value
    return iso(value) if isinstance(value, date) else value
