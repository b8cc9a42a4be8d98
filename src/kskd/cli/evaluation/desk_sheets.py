"""``desk export``, ``import``."""

from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Annotated

import typer

from kskd.cli.kit.ask import ask, confirm, day
from kskd.cli.kit.command import WRITING, Call, command, required
from kskd.cli.kit.options import OnlyOpds, PeriodOption, TemplatesOption, argument, codes, option
from kskd.cli.kit.output import put
from kskd.cli.kit.talk import say
from kskd.domain.values.dates import format_date
from kskd.domain.values.text import quote
from kskd.workflows.desk import returning
from kskd.workflows.desk.sending import export as run


@command("no_input", "who", "dry_run", "db")
def export(
    call: Call,
    *,
    period: PeriodOption = None,
    opd: OnlyOpds,
    out: Annotated[str, option("--out", "FOLDER", "Folder hasil [bawaan: desk].")] = "desk",
    formats: Annotated[
        list[str], codes("--format", "BENTUK", "xlsx, csv, html, docx, pdf [bawaan: tiga pertama].")
    ],
    due: Annotated[
        str | None, option("--due", "TANGGAL", "Dikembalikan paling lambat [bawaan: menurut report-days].")
    ] = None,
    templates: TemplatesOption = None,
) -> None:
    """Workbook, CSV, dan halaman cetak; yang dikirim dicatat, agar lembar yang kembali dikenali."""
    made = run(
        call.access,
        required(period, "--period"),
        Path(out),
        opd=opd,
        formats=formats,
        due=due,
        templates=Path(templates) if templates else None,
        ask_due=_ask_due if call.may_ask else None,
    )
    for path in made.paths:
        put(str(path))
    documents = sum(len(one.parts[0].rows) for one in made.sheets)
    due_on = format_date(made.sheets[0].due_on)
    say(f"{len(made.sheets)} OPD, {documents} naskah; dikembalikan paling lambat {due_on}.")


def _ask_due(usual: date, proposed: date, read: Callable[[str], date]) -> date:
    say(f"Batas menurut report-days, {format_date(usual)}, sudah lewat.")
    return ask("Dikembalikan paling lambat", day(read), format_date(proposed))


@command("yes", "no_input", *WRITING)
def take_in(
    call: Call,
    *,
    files: Annotated[list[str], argument("BERKAS...", "Lembar yang kembali: .xlsx atau .csv.")],
    on: Annotated[str | None, option("--on", "TANGGAL", "Hari lembar diterima [bawaan: hari ini].")] = None,
    out: Annotated[
        str, option("--out", "FOLDER", "Folder lembar perbaikan untuk OPD [bawaan: desk].")
    ] = "desk",
) -> None:
    """Ditampilkan per sel, lalu disetujui; kode keluar 3 bila ada yang tidak dapat diambil.

    Sel yang tidak dapat diambil ditulis menjadi lembar perbaikan, siap dikirim kembali kepada OPD.
    """
    way = call.access
    sheets, unread = returning.read_files(files)
    planned = returning.plan(way, sheets, on)
    unread += planned.unread
    say(*(f"Tidak dibaca: {sentence}" for sentence in unread))
    _show(planned)
    if planned.is_empty:
        say("Tidak ada yang berubah: semua isian yang dapat diambil sudah tercatat.")
    else:
        confirm(call, f"Simpan {len(planned.changes)} perubahan?")
        for path in returning.take(way, planned, Path(out), on):
            begin = "Akan ditulis, lembar" if way.dry_run else "Lembar"
            say(f"{begin} perbaikan untuk dikirim kepada OPD: {path}")
        for due_on in sorted({one.due_on for one in planned.again}):
            say(f"Lembar perbaikan dikembalikan paling lambat {format_date(due_on)}.")
    for agreement, period in dict.fromkeys((one.agreement, one.period) for one in planned.changes):
        put(f"{agreement} {period}")
    if planned.problems or unread:
        raise typer.Exit(3)


def _show(planned: returning.Intake) -> None:
    if planned.disagreements:
        say("Jawaban OPD berbeda dari kantor:", *(f"  {line}" for line in planned.disagreements))
    if planned.problems:
        say(f"Tidak dapat diambil ({len(planned.problems)} sel):", *(f"  {one}" for one in planned.problems))
    if planned.notes:
        say(f"Perlu diketahui ({len(planned.notes)}):", *(f"  {one}" for one in planned.notes))
    last = None
    for one in planned.changes:
        if last != (one.agreement, one.place.file):
            last = (one.agreement, one.place.file)
            say(f"{one.agreement} {one.period}, dari {one.place.file}:")
        sheet = f"lembar {quote(one.place.sheet)} " if one.place.sheet else ""
        say(f"  {sheet}sel {one.place.cell} {one.change}")
    say(
        f"{len(planned.files)} berkas, {planned.answers} sel dapat diambil,"
        f" {len(planned.changes)} perubahan, {len(planned.problems)} sel tidak dapat diambil."
    )
