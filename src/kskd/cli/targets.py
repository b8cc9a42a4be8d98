"""``target add``, ``list``, ``update``."""

from typing import Any

from kskd.cli._context import access, as_of
from kskd.cli._output import Format, put, put_document, put_rows, read_format, say
from kskd.cli._takes import READING, WRITING, required, takes
from kskd.errors import UsageError

_FACTS = ("indicator", "unit", "value", "due", "target_kind", "owed_by")
_KEYS = ("agreement", "number", "kind", "indicator", "value", "unit", "due_on", "owed_by", "lower_is_better")
_HEADINGS = (
    "Naskah",
    "No",
    "Jenis",
    "Indikator",
    "Nilai",
    "Satuan",
    "Tenggat",
    "Pihak",
    "Makin kecil makin baik",
)


@takes("agreement", *_FACTS, "lower_is_better", *WRITING)
def add(**given: Any) -> None:
    """Keluaran, hasil, atau kewajiban yang tertulis dalam naskah."""
    from kskd.workflows import targets

    target = targets.add_target(
        access(given, "target add"), given["agreement"], required(given, "indicator"), unit=given["unit"],
        value=given["value"], due=given["due"], kind=given["target_kind"], owed_by=given["owed_by"],
        lower_is_better=given["lower_is_better"],
    )  # fmt: skip
    put(f"{target.agreement} {target.number}")
    say(f"Tercatat: target {target.number} pada {target.agreement}.")


@takes("agreement", "no", *_FACTS, "lower_is_better", "higher_is_better", *WRITING)
def update(**given: Any) -> None:
    """Yang kosong dilengkapi; yang sudah tercatat hanya diubah dengan --reason."""
    from kskd.workflows import targets

    if given["lower_is_better"] and given["higher_is_better"]:
        raise UsageError("--lower-is-better dan --higher-is-better tidak dapat dipakai bersama.")
    direction = given["lower_is_better"] if given["lower_is_better"] or given["higher_is_better"] else None
    target, changes = targets.update_target(
        access(given, "target update"), given["agreement"], given["no"], indicator=given["indicator"],
        unit=given["unit"], value=given["value"], due=given["due"], kind=given["target_kind"],
        owed_by=given["owed_by"],
        lower_is_better=direction,
    )  # fmt: skip
    put(f"{target.agreement} {target.number}")
    say(*(f"  {change}" for change in changes) if changes else ("Tidak ada yang berubah.",))


@takes("agreement_or_all", *READING)
def list_all(**given: Any) -> None:
    """Target satu naskah, atau semuanya."""
    from kskd.workflows import targets

    how = read_format(given)
    worded = how in {Format.TABLE, Format.MD}
    rows = [
        (
            one.agreement,
            one.number,
            one.kind.label if worded else one.kind.value,
            one.indicator,
            one.value,
            one.unit,
            one.due_on and one.due_on.isoformat(),
            one.owed_by.label if worded else one.owed_by.value,
            one.lower_is_better,
        )
        for one in targets.list_targets(access(given, "target list"), given["agreement_or_all"])
    ]
    if how is Format.JSON:
        items = [dict(zip(_KEYS, row, strict=True)) for row in rows]
        put_document("target-list/1", {"as_of": as_of(given).isoformat(), "items": items})
        return
    put_rows(how, _KEYS, _HEADINGS, rows, empty="Belum ada target. Tambahkan dengan kskd target add.")
