"""``desk export``, ``import``, ``status``, ``schedule``."""

from pathlib import Path
from typing import TYPE_CHECKING, Any

import typer

from kskd.cli.kit.context import access, as_of
from kskd.cli.kit.output import Format, iso, put, put_listing, read_format
from kskd.cli.kit.takes import READING, WRITING, required, takes
from kskd.cli.kit.talk import say
from kskd.domain.values.dates import WEEKDAYS, format_date
from kskd.errors import UsageError

if TYPE_CHECKING:
    from kskd.workflows.desk.returning import Intake

_STANDING = {
    "opd": "OPD",
    "name": "Nama",
    "state": "Keadaan",
    "sent_on": "Dikirim",
    "due_on": "Tenggat",
    "returned_on": "Kembali",
    "days": "Sisa hari",
    "asked": "Naskah",
    "complete": "Lengkap",
    "missing": "Belum terjawab",
    "refused": "Sel ditolak",
}
_MEETINGS = {
    "day": "Tanggal",
    "weekday": "Hari",
    "starts": "Mulai",
    "ends": "Selesai",
    "opd": "OPD",
    "name": "Nama",
    "place": "Tempat",
}


@takes("period", "opds", "out_sheets", "sheet_formats", "due_back", "templates", "who", "dry_run", "db")
def export(**given: Any) -> None:
    """Workbook, CSV, dan halaman cetak; yang dikirim dicatat, agar lembar yang kembali dikenali."""
    from kskd.workflows.desk.sending import export as run

    made = run(
        access(given, "desk export"),
        required(given, "period"),
        Path(given["out_sheets"] or "desk"),
        opd=given["opds"],
        formats=given["sheet_formats"],
        due=given["due_back"],
        templates=Path(given["templates"]) if given["templates"] else None,
    )
    for path in made.paths:
        put(str(path))
    documents = sum(len(one.parts[0].rows) for one in made.sheets)
    due_on = format_date(made.sheets[0].due_on)
    say(f"{len(made.sheets)} OPD, {documents} naskah; dikembalikan paling lambat {due_on}.")


@takes("sheet_files", "returned", "yes", "no_input", *WRITING)
def take_in(**given: Any) -> None:
    """Ditampilkan per sel, lalu disetujui; kode keluar 3 bila ada yang tidak dapat diambil."""
    from kskd.cli.kit.ask import confirm
    from kskd.workflows.desk import returning

    way = access(given, "desk import")
    files, unread = returning.read_files(given["sheet_files"])
    planned = returning.plan(way, files, given["returned"])
    unread += planned.unread
    say(*(f"Tidak dibaca: {sentence}" for sentence in unread))
    _show(planned)
    if planned.is_empty:
        say("Tidak ada yang berubah: semua isian yang dapat diambil sudah tercatat.")
    else:
        confirm(given, f"Simpan {len(planned.changes)} perubahan?", "kskd desk import")
        returning.take(way, planned, given["returned"])
    for agreement, period in dict.fromkeys((one.agreement, one.period) for one in planned.changes):
        put(f"{agreement} {period}")
    if planned.problems or unread:
        raise typer.Exit(3)


def _show(planned: "Intake") -> None:
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
        say(f"  {one.place.cell} {one.change}")
    say(
        f"{len(planned.files)} berkas, {planned.answers} sel dapat diambil,"
        f" {len(planned.changes)} perubahan, {len(planned.problems)} sel tidak dapat diambil."
    )


@takes("period", "opds", *READING)
def status(**given: Any) -> None:
    """Sisa hari negatif berarti terlambat. Lengkap: keadaan pelaksanaan dan semua butir terjawab."""
    from kskd.workflows.desk.progress import STATES, standing

    found = standing(
        access(given, "desk status"), required(given, "period"), as_of=as_of(given), opd=given["opds"]
    )
    how = read_format(given)
    worded = how in {Format.TABLE, Format.MD}
    # What is unanswered, one by one, is for programs: at a terminal it would drown the rest.
    columns = _STANDING if how is not Format.JSON else {**_STANDING, "unanswered": "Belum terjawab"}
    rows = [
        (
            one.opd,
            one.name,
            STATES[one.state] if worded else one.state,
            iso(one.sent_on),
            iso(one.due_on),
            iso(one.returned_on),
            *one[6 : len(columns)],
        )
        for one in found
    ]
    put_listing(
        given,
        "desk-status/1",
        columns,
        rows,
        empty="Tidak ada OPD yang dievaluasi dalam periode ini.",
        spare=("name", "refused", "sent_on", "due_on", "days"),
    )


@takes(
    "period", "from_day", "per_day", "desk_hours", "place", "save", "format", "reason", "who", "dry_run", "db"
)
def schedule(**given: Any) -> None:
    """Tanpa --from, jadwal yang tercatat. Akhir pekan dan hari libur yang tercatat dilewati."""
    from kskd.workflows.desk import meetings

    way, period = access(given, "desk schedule"), required(given, "period")
    if given["from_day"] is None:
        if any(given[name] for name in ("per_day", "desk_hours", "place", "save")):
            raise UsageError("Sebut hari pertamanya dengan --from.")
        made = meetings.recorded(way, period)
    else:
        wish = meetings.Wish(given["from_day"], given["per_day"], given["desk_hours"], given["place"])
        made = (meetings.save if given["save"] else meetings.proposed)(way, period, wish)
    rows = [
        (iso(day), WEEKDAYS[day.weekday()], starts, ends, opd, made.names[opd], where)
        for _, opd, day, starts, ends, where in made.meetings
    ]
    put_listing(
        given,
        "desk-schedule/1",
        _MEETINGS,
        rows,
        empty="Belum ada jadwal; susun dengan --from.",
        spare=("place", "ends", "weekday"),
    )
    if made.without_holidays:
        years = ", ".join(map(str, made.without_holidays))
        say(f"Daftar hari libur {years} belum tercatat; hanya akhir pekan yang dilewati.")
    say(*(f"  {change}" for change in made.changes))
    if given["from_day"] and not given["save"]:
        say("Usulan; catat dengan --save.")
