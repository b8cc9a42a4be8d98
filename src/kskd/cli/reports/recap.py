"""``recap``: the figures of a period on screen."""

from typing import Any

from kskd.cli.kit.context import access
from kskd.cli.kit.output import put_listing
from kskd.cli.kit.takes import READING, required, takes

_GROUPS = {
    "key": "Kode",
    "name": "Nama",
    "total": "Naskah",
    "reported": "Dilaporkan",
    "mean": "Rata-rata",
    "scored": "Bernilai",
    "instruments": "Instrumen",
    "owed": "Ditagih",
    "on_time": "Tepat waktu",
    "late": "Terlambat",
    "unknown_day": "Hari tidak tercatat",
}
_RANGE = {"lowest": "Terendah", "highest": "Tertinggi"}
_TREND = {
    "key": "Periode",
    "name": "Nama",
    "total": "Naskah",
    "reported": "Dilaporkan",
    "mean": "Rata-rata",
    "scored": "Bernilai",
    "instruments": "Instrumen",
    "changed": "Instrumen berganti",
}
_SPARE = (
    "instruments",
    "unknown_day",
    "late",
    "scored",
    "name",
)  # may go on a narrow terminal, in this order
_EMPTY = "Tidak ada naskah turunan yang dihitung."


@takes("period", "recap_by", "assume_reported", *READING)
def recap(**given: Any) -> None:
    """Seperti dalam laporan rekapitulasi; baris terakhir seluruh Pemda, setiap naskah sekali."""
    from kskd.domain.values.dates import read_date
    from kskd.workflows.reports.recap import TREND, over_time
    from kskd.workflows.reports.recap import recap as run

    way, period, by = access(given, "recap"), required(given, "period"), given["recap_by"] or "opd"
    day = read_date(given["as_of"]) if given["as_of"] else None
    rows: list[tuple[object, ...]] = []
    if by.strip().casefold() == TREND:
        for line in over_time(way, period, day):
            rows.append((line.period, line.label, *_counts(line), line.changed))
        put_listing(given, "recap/1", _TREND, rows, empty=_EMPTY, spare=_SPARE)
        return
    for one in run(way, period, by, day):
        came = (one.timely.owed, one.timely.on_time, one.timely.late, one.timely.unknown_day)
        reach = (float(one.low), float(one.high)) if one.total else (None, None)
        more = reach if given["assume_reported"] else ()
        rows.append((one.code, one.label, *_counts(one), *came, *more))
    columns = {**_GROUPS, **_RANGE} if given["assume_reported"] else _GROUPS
    put_listing(given, "recap/1", columns, rows, empty=_EMPTY, spare=_SPARE)


def _counts(line: Any) -> tuple[object, ...]:
    """What groups and periods have alike."""
    value = None if line.mean.value is None else float(line.mean.value)
    return (line.total, line.reported.numerator, value, line.mean.scored, tuple(line.mean.instruments))
