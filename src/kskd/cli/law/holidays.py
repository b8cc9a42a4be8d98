"""``holiday import``, ``list``."""

from typing import Any

from kskd.cli.kit.context import access
from kskd.cli.kit.output import iso, put, put_listing
from kskd.cli.kit.takes import WRITING, takes
from kskd.cli.kit.talk import say


@takes("holiday_csv", "replace", *WRITING)
def import_csv(**given: Any) -> None:
    """Semua baris masuk, atau tidak satu pun. Yang berubah tampil, juga dengan --dry-run."""
    from kskd.workflows.law import holidays

    done = holidays.import_csv(
        access(given, "holiday import"), given["holiday_csv"], replace=given["replace"]
    )
    for one in done.changes:
        sign = "-" if one.new is None else "+" if one.old is None else "~"
        kept = one.new or one.old
        if kept is not None:
            put(sign, kept.day.isoformat(), kept.name, kept.source)
    say(f"{len(done.changes)} hari berubah." if done.changes else "Tidak ada yang berubah.")
    if done.left_out:
        days = ", ".join(one.day.isoformat() for one in done.left_out)
        say(f"Tidak ada dalam berkas tetapi tetap tercatat: {days}. Hapus dengan --replace --reason ….")


@takes("holiday_year", "format", "db")
def list_all(**given: Any) -> None:
    """Tahun tanpa daftar disebut dalam setiap tenggat hari kerja yang memerlukannya."""
    from kskd.workflows.law import holidays

    rows = [
        (iso(one.day), one.name, one.source)
        for one in holidays.listing(access(given, "holiday list"), given["holiday_year"])
    ]
    columns = {"date": "Hari", "name": "Nama", "source": "Sumber"}
    put_listing(
        given,
        "holiday-list/1",
        columns,
        rows,
        empty="Belum ada hari libur. Lihat kskd holiday import --help.",
    )
