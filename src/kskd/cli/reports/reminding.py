"""``remind``."""

from pathlib import Path
from typing import TYPE_CHECKING, Any

from kskd.cli.kit.context import access, as_of
from kskd.cli.kit.output import put
from kskd.cli.kit.takes import takes
from kskd.cli.kit.talk import say
from kskd.domain.values.dates import format_date
from kskd.errors import KskdError, UsageError

if TYPE_CHECKING:
    from kskd.workflows.law.reminding import Reminders


@takes("form", "since_last", "opds", "out_texts", "templates", "as_of", "who", "dry_run", "db")
def remind(**given: Any) -> None:
    """Tiap ambang hari (remind-thresholds) disampaikan sekali; yang sudah lewat menjadi daftar tetap.

    Hanya teks: tidak ada yang dikirim. Yang disampaikan dicatat sesudah teksnya ditulis.
    """
    from kskd.workflows.law import reminding

    if given["as_of"] and not given["dry_run"]:
        raise UsageError("--as-of hanya bersama --dry-run; pengingat dibuat untuk hari ini.")
    way = access(given, "remind")
    made = reminding.prepare(
        way,
        as_of=as_of(given),
        opd=given["opds"],
        form=given["form"],
        since_last=given["since_last"],
        templates=Path(given["templates"]) if given["templates"] else None,
    )
    if made.last_run is not None and made.last_run > made.ran_on:
        say(
            f"Pengingat terakhir bertanggal {format_date(made.last_run)}, sesudah hari ini;"
            " periksa jam komputer."
        )
    _hand_over(given, made)
    if given["dry_run"]:
        return
    try:
        reminding.record(way, made)
    except KskdError:
        if made.texts:
            say("Teks sudah ditulis, tetapi belum tercatat; lain kali akan disampaikan lagi.")
        raise


def _hand_over(given: dict[str, Any], made: "Reminders") -> None:
    """The texts on stdout one after the other, or each in a file of its own, before anything is recorded."""
    import sys

    if given["out_texts"] and not given["dry_run"]:
        from kskd.workflows.law.reminding import write_texts

        for path in write_texts(made, Path(given["out_texts"])):
            put(str(path))
    else:
        sys.stdout.write("\n".join(f"=== {one.opd} ===\n\n{one.text}" for one in made.texts))
    sys.stdout.flush()
