"""``clock start``, ``stop``, ``list``, ``kinds``."""

from typing import TYPE_CHECKING, Any

from kskd.cli.kit.context import access, as_of
from kskd.cli.kit.output import iso, put, put_listing
from kskd.cli.kit.takes import READING, WRITING, takes
from kskd.cli.kit.talk import say
from kskd.domain.values.dates import format_date

if TYPE_CHECKING:
    from collections.abc import Sequence

_COLUMNS = {
    "number": "No",
    "kind": "Jenis",
    "agreement": "Naskah",
    "partner": "Mitra",
    "opd": "OPD",
    "started_on": "Mulai",
    "due_on": "Tenggat",
    "days_left": "Sisa hari",
    "letter": "Surat",
    "stopped_on": "Berhenti",
    "outcome": "Hasil",
    "note": "Catatan",
    "article": "Dasar",
}
_KINDS = {
    "kind": "Jenis",
    "title": "Judul",
    "start": "Mulai",
    "length": "Lama",
    "days": "Dihitung",
    "stops": "Berhenti",
    "by_hand": "Dimulai dengan tangan",
    "article": "Dasar",
    "footing": "Pijakan",
}


@takes("clock_kind", "of_agreement", "of_partner", "of_opd", "started", *WRITING)
def start(**given: Any) -> None:
    """Nomor jam ditulis ke keluaran baku; tenggatnya tampil dalam kskd due sampai dihentikan."""
    from kskd.workflows.law import clocks

    made, notes = clocks.start(
        access(given, "clock start"),
        given["clock_kind"],
        agreement=given["of_agreement"],
        partner=given["of_partner"],
        opd=given["of_opd"],
        on=given["started"],
    )
    put(str(made.started.number))
    due = made.deadline
    say(
        f"Tenggat {format_date(due.due_on)} ({due.article})." + (f" Catatan: {due.note}." if due.note else "")
    )
    say(*notes)


@takes("clock_number", "stopped", "outcome", *WRITING)
def stop(**given: Any) -> None:
    """Yang sudah berhenti tidak lagi ditagih dan tetap tercatat (kskd clock list --all)."""
    from kskd.workflows.law import clocks

    one = clocks.stop(
        access(given, "clock stop"), given["clock_number"], on=given["stopped"], outcome=given["outcome"]
    )
    put(str(one.number))
    say(f"Berhenti: jam {one.number} ({one.kind}), {one.outcome}.")


@takes("all_clocks", *READING)
def list_all(**given: Any) -> None:
    """Yang masih berjalan; dengan --all juga yang sudah berhenti."""
    from kskd.workflows.law import clocks

    found = clocks.listing(access(given, "clock list"), as_of=as_of(given), stopped=given["all_clocks"])
    rows = [
        (
            one.started.number,
            one.started.kind,
            one.started.agreement,
            one.started.partner,
            one.started.opd,
            iso(one.started.started_on),
            iso(one.deadline.due_on),
            None if one.started.stopped_on else one.deadline.days_left,
            one.started.letter,
            iso(one.started.stopped_on),
            one.started.outcome,
            one.deadline.note,
            one.deadline.article,
        )
        for one in found
    ]
    put_listing(given, "clock-list/1", _COLUMNS, rows, empty="Tidak ada jam yang berjalan.")


@takes(*READING)
def kinds(**given: Any) -> None:
    """Dari hari apa dihitung, berapa lama, apa yang menghentikannya, dan menurut apa."""
    from kskd.domain.finding import FOOTING_NAMES
    from kskd.rules.clocks import CLOCKS
    from kskd.rules.requests import REQUESTS

    rows: list[Sequence[object]] = [
        (
            one.kind,
            one.title,
            one.start,
            one.length,
            one.days.value,
            one.stops,
            False,
            one.article,
            FOOTING_NAMES[one.footing],
        )
        for one in CLOCKS
    ]
    rows += [
        (
            one.kind,
            one.title,
            one.start,
            one.length,
            one.counted.value,
            "kskd clock stop",
            True,
            one.article,
            FOOTING_NAMES[one.footing],
        )
        for one in REQUESTS.values()
    ]
    put_listing(given, "clock-kind-list/1", _KINDS, rows, empty="")
