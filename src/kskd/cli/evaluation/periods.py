"""``period list``, ``close``, ``reopen``."""

from typing import Any

from kskd.cli.kit.context import access, as_of
from kskd.cli.kit.output import iso, put, put_listing
from kskd.cli.kit.takes import READING, WRITING, takes
from kskd.cli.kit.talk import say

_COLUMNS = {
    "period": "Periode",
    "evaluated": "Dievaluasi",
    "reported": "Tanggal lapor tercatat",
    "closed_on": "Ditutup",
}


@takes(*READING)
def list_all(**given: Any) -> None:
    """Yang terbaru lebih dahulu."""
    from kskd.workflows.evaluation.periods import list_periods

    found = list_periods(access(given, "period list"), as_of(given))
    rows = [(str(one.period), one.evaluated, one.reported, iso(one.closed_on)) for one in found]
    put_listing(given, "period-list/1", _COLUMNS, rows, empty="Belum ada periode dengan evaluasi.")


@takes("period_code", *WRITING)
def close(**given: Any) -> None:
    """Sesudah itu evaluasi, realisasi, bukti, dan kendalanya hanya berubah dengan --reason."""
    from kskd.workflows.evaluation.periods import close as run

    period = run(access(given, "period close"), given["period_code"])
    put(str(period))
    say(f"{period.label} ditutup.")


@takes("period_code", *WRITING)
def reopen(**given: Any) -> None:
    """Memerlukan --reason."""
    from kskd.workflows.evaluation.periods import reopen as run

    period = run(access(given, "period reopen"), given["period_code"])
    put(str(period))
    say(f"{period.label} dibuka kembali.")
