"""``target add``, ``list``, ``update``."""

from typing import Any

from kskd.cli.kit.context import access, as_of
from kskd.cli.kit.output import Format, iso, put, put_listing, read_format
from kskd.cli.kit.takes import READING, WRITING, required, takes
from kskd.cli.kit.talk import say
from kskd.errors import UsageError

_FACTS = ("indicator", "unit", "value", "due", "target_kind", "owed_by", "counting", "target_source")
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


@takes("agreement", *_FACTS, "lower_is_better", *WRITING)
def add(**given: Any) -> None:
    """Keluaran, hasil, atau kewajiban yang tertulis dalam naskah."""
    from kskd.workflows.register import targets

    target = targets.add_target(
        access(given, "target add"),
        given["agreement"],
        required(given, "indicator"),
        unit=given["unit"],
        value=given["value"],
        due_on=given["due"],
        kind=given["target_kind"],
        owed_by=given["owed_by"],
        lower_is_better=given["lower_is_better"],
        counting=given["counting"],
        source=given["target_source"],
    )
    put(f"{target.agreement} {target.number}")
    say(f"Tercatat: target {target.number} pada {target.agreement}.")


@takes("agreement", "no", *_FACTS, "lower_is_better", "higher_is_better", "seen", *WRITING)
def update(**given: Any) -> None:
    """Yang kosong dilengkapi; yang sudah tercatat hanya diubah dengan --reason."""
    from kskd.workflows.register import targets

    if given["lower_is_better"] and given["higher_is_better"]:
        raise UsageError("--lower-is-better dan --higher-is-better tidak dapat dipakai bersama.")
    direction = given["lower_is_better"] if given["lower_is_better"] or given["higher_is_better"] else None
    target, changes = targets.update_target(
        access(given, "target update"),
        given["agreement"],
        given["no"],
        indicator=given["indicator"],
        unit=given["unit"],
        value=given["value"],
        due_on=given["due"],
        kind=given["target_kind"],
        owed_by=given["owed_by"],
        lower_is_better=direction,
        counting=given["counting"],
        source=given["target_source"],
    )
    put(f"{target.agreement} {target.number}")
    say(*(f"  {change}" for change in changes) if changes else ("Tidak ada yang berubah.",))


@takes("agreement_or_all", *READING)
def list_all(**given: Any) -> None:
    """Target satu naskah, atau semuanya."""
    from kskd.workflows.register import targets

    worded = read_format(given) in {Format.TABLE, Format.MD}
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
        for one in targets.list_targets(access(given, "target list"), given["agreement_or_all"], as_of(given))
    ]
    empty = "Belum ada target. Tambahkan dengan kskd target add."
    put_listing(given, "target-list/1", _COLUMNS, rows, empty=empty)
