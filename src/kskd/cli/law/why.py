"""``why``: how a status came about; ``why --period``: how a score did."""

from typing import Annotated

from kskd.cli.evaluation.why_score import put_why_score
from kskd.cli.kit.command import READING, Call, command
from kskd.cli.kit.options import AgreementArgument, option
from kskd.cli.kit.output import Format, put_document, put_rows
from kskd.cli.kit.table import put_pairs
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
        put_document("why/1", {**values, "reasons": reasons})
    elif how is Format.TABLE:
        title = f"{found.agreement}: {found.status_name} per {format_date(day)}"
        put_pairs(title, [(one.fact, f"{one.value} → {one.effect}") for one in found.reasons])
    else:
        put_rows(how, ("fact", "value", "effect"), ("Fakta", "Nilai", "Akibat"), found.reasons)
