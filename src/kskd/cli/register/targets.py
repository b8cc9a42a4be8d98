"""``target add``, ``list``, ``update``."""

from typing import Annotated

from kskd.cli.kit.command import READING, WRITING, Call, command, required
from kskd.cli.kit.options import AgreementArgument, AgreementOrAll, DueOption, NumberArgument, option, switch
from kskd.cli.kit.output import Format, iso, put, put_listing
from kskd.cli.kit.talk import say
from kskd.errors import UsageError
from kskd.workflows.register import targets

_Indicator = Annotated[str | None, option("--indicator", "TEKS", "Indikator.")]
_Unit = Annotated[str | None, option("--unit", "SATUAN", "Satuan.")]
_Value = Annotated[str | None, option("--value", "NILAI", "Nilai target, misalnya 75 atau 1250,5.")]
_Kind = Annotated[str | None, option("--kind", "JENIS", "output, outcome, atau duty [bawaan: output].")]
_OwedBy = Annotated[str | None, option("--owed-by", "PIHAK", "pemda atau mitra [bawaan: pemda].")]
_Counting = Annotated[
    str | None,
    option(
        "--counting",
        "CARA",
        "Realisasi setiap periode: kumulatif (sampai akhir periode) atau per-periode [bawaan: kumulatif].",
    ),
]
_Source = Annotated[str | None, option("--source", "TEKS", "Sumber data target dan realisasinya.")]
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
    "counting": "Cara hitung",
    "source": "Sumber",
}


@command(*WRITING)
def add(
    call: Call,
    *,
    agreement: AgreementArgument,
    indicator: _Indicator = None,
    unit: _Unit = None,
    value: _Value = None,
    due: DueOption = None,
    kind: _Kind = None,
    owed_by: _OwedBy = None,
    counting: _Counting = None,
    source: _Source = None,
    lower_is_better: _Lower = False,
) -> None:
    """Keluaran, hasil, atau kewajiban yang tertulis dalam naskah."""
    target = targets.add_target(
        call.access,
        agreement,
        required(indicator, "--indicator"),
        unit=unit,
        value=value,
        due_on=due,
        kind=kind,
        owed_by=owed_by,
        lower_is_better=lower_is_better,
        counting=counting,
        source=source,
    )
    put(f"{target.agreement} {target.number}")
    say(f"Tercatat: target {target.number} pada {target.agreement}.")


@command("seen", *WRITING)
def update(
    call: Call,
    *,
    agreement: AgreementArgument,
    number: NumberArgument,
    indicator: _Indicator = None,
    unit: _Unit = None,
    value: _Value = None,
    due: DueOption = None,
    kind: _Kind = None,
    owed_by: _OwedBy = None,
    counting: _Counting = None,
    source: _Source = None,
    lower_is_better: _Lower = False,
    higher_is_better: Annotated[bool, switch("--higher-is-better", "Makin besar makin baik.")] = False,
) -> None:
    """Yang kosong dilengkapi; yang sudah tercatat hanya diubah dengan --reason."""
    if lower_is_better and higher_is_better:
        raise UsageError("--lower-is-better dan --higher-is-better tidak dapat dipakai bersama.")
    direction = lower_is_better if lower_is_better or higher_is_better else None
    target, changes = targets.update_target(
        call.access,
        agreement,
        number,
        indicator=indicator,
        unit=unit,
        value=value,
        due_on=due,
        kind=kind,
        owed_by=owed_by,
        lower_is_better=direction,
        counting=counting,
        source=source,
    )
    put(f"{target.agreement} {target.number}")
    say(*(f"  {change}" for change in changes) if changes else ("Tidak ada yang berubah.",))


@command(*READING)
def list_all(call: Call, *, agreement: AgreementOrAll = None) -> None:
    """Target satu naskah, atau semuanya."""
    worded = call.output in {Format.TABLE, Format.MD}
    rows = [
        (
            one.agreement,
            one.number,
            one.kind.label if worded else one.kind.value,
            one.indicator,
            one.value,
            one.unit,
            iso(one.due_on),
            one.owed_by.label if worded else one.owed_by.value,
            one.lower_is_better,
            one.counting.label if worded else one.counting.value,
            one.source,
        )
        for one in targets.list_targets(call.access, agreement, call.day)
    ]
    empty = "Belum ada target. Tambahkan dengan kskd target add."
    put_listing(call, "target-list/1", _COLUMNS, rows, empty=empty)
