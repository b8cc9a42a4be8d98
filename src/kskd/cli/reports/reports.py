"""``report``, ``templates eject``."""

import sys
from pathlib import Path
from typing import Any

from kskd.cli.kit.context import access
from kskd.cli.kit.output import put
from kskd.cli.kit.takes import required, takes
from kskd.cli.kit.talk import say


@takes("period", "out", "opds", "templates", "assume_reported", "as_of", "db")
def report(**given: Any) -> None:
    """Jalur berkas ditulis ke keluaran baku, satu per baris. Berkas yang isinya sama tidak disentuh."""
    from kskd.domain.values.dates import read_date
    from kskd.workflows.reports.making import report as run

    made = run(
        access(given, "report"),
        required(given, "period"),
        Path(given["out"] or "laporan"),
        opd=given["opds"],
        templates=Path(given["templates"]) if given["templates"] else None,
        as_of=read_date(given["as_of"]) if given["as_of"] else None,
        assume_reported=given["assume_reported"],
        progress=_progress,
    )
    for path in made.paths:
        put(str(path))
    if made.stale:
        say(f"Bukan bagian laporan ini, mungkin sisa laporan lama: {', '.join(map(str, made.stale))}.")
    if sys.stderr.isatty():
        say(f"{len(made.paths)} berkas, {made.changed} di antaranya ditulis; keadaan per {made.as_of}.")


@takes("folder")
def eject(**given: Any) -> None:
    """Berkas yang sudah ada tidak ditimpa. Pakai hasilnya dengan kskd report --templates FOLDER."""
    from kskd.workflows.reports.making import eject_templates

    for path in eject_templates(Path(given["folder"])):
        put(str(path))


@takes("folder")
def check(**given: Any) -> None:
    """Nama templat yang dapat dipakai ditulis ke keluaran baku; yang salah disebut berkas dan barisnya."""
    from kskd.workflows.reports.making import check_templates

    for name in check_templates(Path(given["folder"])):
        put(name)


def _progress(done: int) -> None:
    """On a terminal, how many files are done, told rarely enough to cost nothing."""
    if done % 50 == 0 and sys.stderr.isatty():
        say(f"{done} berkas …")
