"""``sebanding``: do umbrellas become documents that are carried out?"""

from dataclasses import asdict
from typing import TYPE_CHECKING, Annotated

from kskd.cli.kit.command import READING, Call, required
from kskd.cli.kit.filter_options import filtered
from kskd.cli.kit.options import KnownOn, PeriodOption, option
from kskd.cli.kit.output import Format, Listable, put_items, put_listing
from kskd.cli.kit.talk import say
from kskd.cli.kit.typed_day import day_said
from kskd.workflows.register.filtering import Filters
from kskd.workflows.register.filters import in_words
from kskd.workflows.reports.recap import day_of
from kskd.workflows.reports.recap import sebanding as run

if TYPE_CHECKING:
    from kskd.reporting.sebanding import Sebanding

_STEPS = {"umbrellas": "payung", "with_child": "berturunan", "carried_out": "dilaksanakan"}
_COLUMNS = {"group": "Kode", "name": "Nama"}
for _key, _label in _STEPS.items():
    _COLUMNS |= {_key: _label.capitalize(), f"{_key}_before": "Lalu"}
_COLUMNS |= {f"{key}_ids": f"Naskah {label}" for key, label in _STEPS.items()}
_SPARE = ("umbrellas_ids", "with_child_ids", "carried_out_ids", "name")


@filtered(*READING)
def sebanding(
    call: Call,
    *,
    period: PeriodOption = None,
    filters: Filters,
    by: Annotated[str | None, option("--by", "HAL", "opd, scheme, atau affair [bawaan: opd].")] = None,
    known_on: KnownOn = None,
) -> None:
    """Payung yang berlaku, yang mempunyai turunan yang ditandatangani, dan yang turunannya dilaksanakan.

    Naskah payung dan perpanjangannya dihitung sekali, menurut yang berlaku. Dilaksanakan: penuh atau sebagian
    dalam periode itu. Lalu: angka periode sebelumnya. Naskah di balik setiap angka ada pada kolom naskah.
    """
    period = required(period, "--period")
    found = run(call.access, period, by or "opd", filters, call.said_day, known_on=day_said(known_on))
    if told := in_words(filters):
        say(f"Disaring: {told}.")
    if call.output is Format.JSON:
        put_items("sebanding/1", day_of(call.access, period, call.said_day), map(_item, found))
        return
    put_listing(call, "sebanding/1", _COLUMNS, [_row(one) for one in found], empty="", spare=_SPARE)


def _item(one: "Sebanding") -> dict[str, object]:
    """The steps with their documents; no benefit is recorded yet."""
    steps = {step: asdict(getattr(one, step)) for step in _STEPS}
    return {"group": one.code, "name": one.label, **steps, "with_benefit": None}


def _row(one: "Sebanding") -> tuple[Listable, ...]:
    steps = (one.umbrellas, one.with_child, one.carried_out)
    figures = [figure for step in steps for figure in (step.count, step.before)]
    return (one.code, one.label, *figures, *(step.ids for step in steps))
