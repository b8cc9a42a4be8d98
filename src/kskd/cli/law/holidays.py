"""``holiday import``, ``list``."""

from typing import Annotated

from kskd.cli.kit.command import WRITING, Call, command
from kskd.cli.kit.options import argument, option, switch
from kskd.cli.kit.output import iso, put, put_listing
from kskd.cli.kit.talk import say, say_done
from kskd.domain.values.dates import format_date
from kskd.domain.values.warning import warning
from kskd.workflows.law import holidays


@command(*WRITING)
def import_csv(
    call: Call,
    *,
    file: Annotated[
        str,
        argument(
            "BERKAS",
            "Berkas CSV atau Excel: date,name,source; setiap hari libur dan cuti bersama satu baris.",
        ),
    ],
    replace: Annotated[
        bool, switch("--replace", "Menghapus hari lain dalam tahun yang disebut berkas; perlu --reason.")
    ] = False,
) -> None:
    """Semua baris masuk, atau tidak satu pun. Yang berubah tampil, juga dengan --dry-run."""
    done = holidays.import_csv(call.access, file, replace=replace)
    for one in done.changes:
        sign = "-" if one.new is None else "+" if one.old is None else "~"
        kept = one.new or one.old
        if kept is not None:
            put(sign, kept.day.isoformat(), kept.name, kept.source)
    if done.changes:
        say_done("berubah.", of=f"{len(done.changes)} hari", dry_run=call.dry_run)
    else:
        say("Tidak ada yang berubah.")
    if done.left_out:
        days = ", ".join(format_date(one.day) for one in done.left_out)
        say(
            warning(
                f"tidak ada dalam berkas tetapi tetap tercatat: {days}", "hapus dengan --replace --reason …"
            )
        )


@command("format", "db")
def list_all(
    call: Call, *, year: Annotated[int | None, option("--year", "TAHUN", "Hanya tahun ini.")] = None
) -> None:
    """Tahun tanpa daftar disebut dalam setiap tenggat hari kerja yang memerlukannya."""
    rows = [(iso(one.day), one.name, one.source) for one in holidays.listing(call.access, year)]
    columns = {"date": "Hari", "name": "Nama", "source": "Sumber"}
    put_listing(
        call, "holiday-list/1", columns, rows, empty="Belum ada hari libur. Lihat kskd holiday import --help."
    )
