"""``desk status``, ``schedule``."""

from typing import Annotated

from kskd.cli.kit.command import READING, Call, command, required
from kskd.cli.kit.options import OnlyOpds, PeriodOption, codes, option, switch
from kskd.cli.kit.output import Format, iso, put_listing
from kskd.cli.kit.talk import say
from kskd.domain.values.dates import WEEKDAYS
from kskd.domain.values.warning import warning
from kskd.errors import refusal
from kskd.workflows.desk import meetings
from kskd.workflows.desk.progress import STATES, standing

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


@command(*READING)
def status(call: Call, *, period: PeriodOption = None, opd: OnlyOpds) -> None:
    """Sisa hari negatif berarti terlambat. Lengkap: keadaan pelaksanaan dan semua butir terjawab."""
    found = standing(call.access, required(period, "--period"), as_of=call.day, opd=opd)
    how = call.output
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
            one.days,
            one.asked,
            one.complete,
            one.missing,
            one.refused,
            *((one.unanswered,) if how is Format.JSON else ()),
        )
        for one in found
    ]
    put_listing(
        call,
        "desk-status/1",
        columns,
        rows,
        empty="Tidak ada OPD yang dievaluasi dalam periode ini.",
        spare=("name", "refused", "sent_on", "due_on", "days"),
    )


@command("format", "reason", "who", "dry_run", "db")
def schedule(
    call: Call,
    *,
    period: PeriodOption = None,
    start: Annotated[
        str | None, option("--from", "TANGGAL", "Hari pertama; tanpa ini ditampilkan jadwal yang tercatat.")
    ] = None,
    per_day: Annotated[int | None, option("--per-day", "N", "Pertemuan sehari [bawaan: 4].")] = None,
    hours: Annotated[list[str], codes("--hours", "JAM", "Jam pertemuan [bawaan: 09.00-12.00,13.00-15.00].")],
    place: Annotated[str | None, option("--place", "TEMPAT", "Tempat pertemuan.")] = None,
    save: Annotated[bool, switch("--save", "Mencatat jadwal yang diusulkan.")] = False,
) -> None:
    """Tanpa --from, jadwal yang tercatat. Akhir pekan dan hari libur yang tercatat dilewati."""
    way, period = call.access, required(period, "--period")
    if start is None:
        if per_day or hours or place or save:
            raise refusal("desk-first-day-missing")
        made = meetings.recorded(way, period)
    else:
        wish = meetings.Wish(start, per_day, ",".join(hours) or None, place)
        made = (meetings.save if save else meetings.proposed)(way, period, wish)
    rows = [
        (iso(day), WEEKDAYS[day.weekday()], starts, ends, opd, made.names[opd], where)
        for _, opd, day, starts, ends, where in made.meetings
    ]
    put_listing(
        call,
        "desk-schedule/1",
        _MEETINGS,
        rows,
        empty="Belum ada jadwal; susun dengan --from.",
        spare=("place", "ends", "weekday"),
    )
    if made.without_holidays:
        years = ", ".join(map(str, made.without_holidays))
        say(
            warning(
                f"daftar hari libur {years} belum tercatat, jadi hanya akhir pekan yang dilewati",
                "catat dengan kskd holiday import BERKAS",
            )
        )
    say(*(f"  {change}" for change in made.changes))
    if start and not save:
        say("Usulan; catat dengan --save.")
