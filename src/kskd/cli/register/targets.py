"""``target add``, ``list``, ``update``."""

from datetime import date
from enum import StrEnum
from inspect import Parameter
from typing import Any

from kskd.cli.kit.command import READING, WRITING, Call, command, required
from kskd.cli.kit.field_commands import attribute_options, takes
from kskd.cli.kit.options import AgreementOrAll, Number
from kskd.cli.kit.output import Format, iso, put, put_listing
from kskd.cli.kit.spec import switch
from kskd.cli.kit.talk import say
from kskd.domain.attributes import attributes
from kskd.domain.evaluation import Target
from kskd.errors import UsageError
from kskd.workflows.register import targets

_OPTIONS = attribute_options(Target)
_MORE = {
    **_OPTIONS,
    "target": (Number, Parameter.empty),
    "lower_is_better": switch("--lower-is-better", "Makin kecil makin baik."),
    "higher_is_better": switch("--higher-is-better", "Makin besar makin baik."),
}
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


@takes("agreement", *_OPTIONS, "lower_is_better", shared=WRITING, more=_MORE)
def add(call: Call, *, agreement: str, indicator: str | None, **given: Any) -> None:
    """Keluaran, hasil, atau kewajiban yang tertulis dalam naskah."""
    target = targets.add_target(call.access, agreement, required(indicator, "--indicator"), **given)
    put(f"{target.agreement} {target.number}")
    say(f"Tercatat: target {target.number} pada {target.agreement}.")


@takes(
    "agreement",
    "target",
    *_OPTIONS,
    "lower_is_better",
    "higher_is_better",
    shared=("seen", *WRITING),
    more=_MORE,
)
def update(
    call: Call, *, agreement: str, target: int, lower_is_better: bool, higher_is_better: bool, **given: Any
) -> None:
    """Yang kosong dilengkapi; yang sudah tercatat hanya diubah dengan --reason."""
    if lower_is_better and higher_is_better:
        raise UsageError("--lower-is-better dan --higher-is-better tidak dapat dipakai bersama.")
    direction = lower_is_better if lower_is_better or higher_is_better else None
    new, changes = targets.update_target(call.access, agreement, target, lower_is_better=direction, **given)
    put(f"{new.agreement} {new.number}")
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
