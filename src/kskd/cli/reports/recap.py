"""``recap``: the figures of a period on screen."""

from typing import TYPE_CHECKING, Annotated

from kskd.cli.kit.command import READING, Call, required
from kskd.cli.kit.field_cells import WORTH, worth_cells
from kskd.cli.kit.filter_options import filtered
from kskd.cli.kit.options import AssumeReported, KnownOn, PeriodOption, option
from kskd.cli.kit.output import Listable, put_listing
from kskd.cli.kit.talk import say
from kskd.cli.kit.typed_day import day_said
from kskd.workflows.register.filtering import Filters
from kskd.workflows.register.filters import in_words
from kskd.workflows.reports.recap import TREND, day_of, over_time
from kskd.workflows.reports.recap import recap as run

if TYPE_CHECKING:
    from kskd.reporting.model import TrendLine
    from kskd.reporting.rollups import SummaryLine

_BOTH = {
    "total": "Naskah",
    "reported": "Dilaporkan",
    "mean": "Rata-rata",
    "scored": "Bernilai",
    "instruments": "Instrumen",
}
_GROUPS = {
    "key": "Kode",
    "name": "Nama",
    **_BOTH,
    "owed": "Ditagih",
    "on_time": "Tepat waktu",
    "late": "Terlambat",
    "unknown_day": "Hari tidak tercatat",
    "unsure": "Belum pasti",
    **WORTH,
}
_RANGE = {"lowest": "Terendah", "highest": "Tertinggi"}
_TREND = {"key": "Periode", "name": "Nama", **_BOTH, "changed": "Instrumen berganti"}
# What may go on a narrow terminal, in this order.
_SPARE = ("unsure", "valued", "value", "instruments", "unknown_day", "late", "scored", "name")
_EMPTY = "Tidak ada naskah turunan yang dihitung."


@filtered(*READING)
def recap(
    call: Call,
    *,
    period: PeriodOption = None,
    filters: Filters,
    by: Annotated[
        str | None, option("--by", "HAL", "opd, scheme, affair, atau period untuk tren [bawaan: opd].")
    ] = None,
    known_on: KnownOn = None,
    assume_reported: AssumeReported = False,
) -> None:
    """Seperti dalam laporan rekapitulasi; baris terakhir seluruh Pemda, setiap naskah sekali.

    Nilai kerja sama di sini dari naskah yang dihitung saja, dalam laporan dari semua naskah.
    """
    way, day, known = call.access, call.said_day, day_said(known_on)
    period, by = required(period, "--period"), by or "opd"
    of = day_of(way, period, day)
    if told := in_words(filters):
        say(f"Disaring: {told}.")
    rows: list[tuple[Listable, ...]] = []
    if by.strip().casefold() == TREND:
        for line in over_time(way, period, filters, day, known_on=known):
            rows.append((line.period, line.label, *_counts(line), line.changed))
        put_listing(call, "recap/1", _TREND, rows, empty=_EMPTY, spare=_SPARE, as_of=of)
        return
    for one in run(way, period, by, filters, day, known_on=known):
        came = (one.timely.owed, one.timely.on_time, one.timely.late, one.timely.unknown_day)
        reach = (float(one.low), float(one.high)) if one.total else (None, None)
        more = reach if assume_reported else ()
        worth = worth_cells(one.worth, call.output)
        rows.append((one.code, one.label, *_counts(one), *came, one.unsure, *worth, *more))
    columns = {**_GROUPS, **_RANGE} if assume_reported else _GROUPS
    put_listing(call, "recap/1", columns, rows, empty=_EMPTY, spare=_SPARE, as_of=of)


def _counts(line: "SummaryLine | TrendLine") -> tuple[Listable, ...]:
    """What groups and periods have alike."""
    value = None if line.mean.value is None else float(line.mean.value)
    return (line.total, line.reported.numerator, value, line.mean.scored, tuple(line.mean.instruments))
