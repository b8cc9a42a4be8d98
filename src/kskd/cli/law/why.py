"""``why``: how a status came about; ``why --period``: how a score did."""

from typing import Annotated

from kskd.cli.evaluation.why_score import put_why_score
from kskd.cli.kit.command import READING, Call, command
from kskd.cli.kit.options import AgreementArgument, option
from kskd.cli.kit.output import Format, put_document, put_rows
from kskd.cli.kit.table import put_pairs
from kskd.cli.register.showing_facts import source_pairs
from kskd.domain.values.dates import format_date
from kskd.workflows.evaluation.scoring import why_score
from kskd.workflows.law.explaining import why as run


@command(*READING)
def why(
    call: Call,
    *,
    agreement: AgreementArgument,
    period: Annotated[
        str | None,
        option("--period", "PERIODE", "Menjelaskan nilai evaluasi yang tampil dalam laporan periode ini."),
    ] = None,
) -> None:
    """Langkah demi langkah dari fakta yang tercatat; langkah terakhir yang menentukan.

    Dengan --period: bagaimana nilai evaluasi itu dalam laporan terjadi, sampai angka terakhirnya.
    """
    day, how = call.day, call.output
    if period is not None:
        put_why_score(why_score(call.access, agreement, period, as_of=day), how, day)
        return
    found = run(call.access, agreement, as_of=day)
    if how is Format.JSON:
        reasons = [one._asdict() for one in found.reasons]
        values = {"as_of": day.isoformat(), "agreement": found.agreement, "status": found.status.value}
        put_document("why/1", {**values, "reasons": reasons, "sources": found.sources})
        return
    steps = [(one.fact, one.value, one.effect) for one in found.reasons]
    came = source_pairs(call.access.fields, found.sources)
    if how is Format.TABLE:
        title = f"{found.agreement}: {found.status_name} per {format_date(day)}"
        told = [(fact, f"{value} → {effect}") for fact, value, effect in steps]
        put_pairs(title, [*told, *((f"Sumber {label}", where) for label, where in came)])
    else:
        rows = [*steps, *((f"sumber {label}", where, "") for label, where in came)]
        put_rows(how, ("fact", "value", "effect"), ("Fakta", "Nilai", "Akibat"), rows)
