"""``period list``, ``close``, ``reopen``."""

from typing import Annotated

from kskd.cli.kit.command import READING, WRITING, Call, command
from kskd.cli.kit.options import argument
from kskd.cli.kit.output import iso, put, put_listing
from kskd.cli.kit.talk import say_done
from kskd.workflows.evaluation import periods

_Period = Annotated[str, argument("PERIODE", "Periode: 2024, 2024-S2, 2024-Q3, atau 2024-11.")]
_COLUMNS = {
    "period": "Periode",
    "evaluated": "Dievaluasi",
    "reported": "Tanggal lapor tercatat",
    "closed_on": "Ditutup",
}


@command(*READING)
def list_all(call: Call) -> None:
    """Yang terbaru lebih dahulu."""
    found = periods.list_periods(call.access, call.day)
    rows = [(str(one.period), one.evaluated, one.reported, iso(one.closed_on)) for one in found]
    put_listing(call, "period-list/1", _COLUMNS, rows, empty="Belum ada periode dengan evaluasi.")


@command(*WRITING)
def close(call: Call, *, period: _Period) -> None:
    """Sesudah itu evaluasi, realisasi, bukti, dan kendalanya hanya berubah dengan --reason."""
    one = periods.close(call.access, period)
    put(str(one))
    say_done("ditutup.", of=one.label, dry_run=call.dry_run)


@command(*WRITING)
def reopen(call: Call, *, period: _Period) -> None:
    """Memerlukan --reason."""
    one = periods.reopen(call.access, period)
    put(str(one))
    say_done("dibuka kembali.", of=one.label, dry_run=call.dry_run)
