"""``clock start``, ``stop``, ``list``, ``kinds``."""

from collections.abc import Sequence
from typing import TYPE_CHECKING, Annotated

from kskd.cli.kit.command import READING, WRITING, Call, command
from kskd.cli.kit.options import argument, option, switch
from kskd.cli.kit.output import Listable, iso, put, put_listing
from kskd.cli.kit.talk import say, say_done
from kskd.domain.footing import FOOTING_NAMES
from kskd.domain.values.dates import format_date
from kskd.rules.clocks.catalogue import CLOCKS
from kskd.rules.clocks.requests import REQUESTS
from kskd.rules.papers import KINDS
from kskd.workflows.law import clocks

if TYPE_CHECKING:
    from kskd.rules.clock import Clock, TimeUnit
    from kskd.rules.clocks.requests import Request

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


@command(*WRITING)
def start(
    call: Call,
    *,
    kind: Annotated[str, argument("JENIS", "Jenisnya, misalnya penawaran-ksdd; lihat kskd clock kinds.")],
    agreement: Annotated[str | None, option("--agreement", "NASKAH", "Naskah yang dimaksud.")] = None,
    partner: Annotated[
        str | None, option("--partner", "MITRA", "Mitra yang dimaksud, bila belum ada naskahnya.")
    ] = None,
    opd: Annotated[str | None, option("--opd", "OPD", "OPD pemrakarsa, bila belum ada naskahnya.")] = None,
    on: Annotated[str | None, option("--on", "TANGGAL", "Hari mulainya; lihat kskd clock kinds.")] = None,
) -> None:
    """Nomornya ditulis ke keluaran baku; tenggatnya tampil dalam kskd due sampai dihentikan."""
    made, notes = clocks.start(call.access, kind, agreement=agreement, partner=partner, opd=opd, on=on)
    put(str(made.started.number))
    due = made.deadline
    say(
        f"Tenggat {format_date(due.due_on)} ({due.article})." + (f" Catatan: {due.note}." if due.note else "")
    )
    say(*notes)


@command(*WRITING)
def stop(
    call: Call,
    *,
    number: Annotated[int, argument("NO", "Nomor menurut kskd clock list.")],
    on: Annotated[str | None, option("--on", "TANGGAL", "Hari berhentinya.")] = None,
    outcome: Annotated[
        str | None,
        option("--outcome", "HASIL", "Hasilnya, misalnya “menerima” atau “permintaan kedua dikirim”."),
    ] = None,
) -> None:
    """Yang sudah berhenti tidak lagi ditagih dan tetap tercatat (kskd clock list --all)."""
    one = clocks.stop(call.access, number, on=on, outcome=outcome)
    put(str(one.number))
    say_done(f"Berhenti: penghitung tenggat {one.number} ({one.kind}), {one.outcome}.", dry_run=call.dry_run)


@command(*READING)
def list_all(
    call: Call, *, stopped: Annotated[bool, switch("--all", "Juga yang sudah berhenti.")] = False
) -> None:
    """Yang masih berjalan; dengan --all juga yang sudah berhenti."""
    found = clocks.listing(call.access, as_of=call.day, stopped=stopped)
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
    put_listing(call, "clock-list/1", _COLUMNS, rows, empty="Tidak ada penghitung tenggat yang berjalan.")


@command(*READING)
def kinds(call: Call) -> None:
    """Dari hari apa dihitung, berapa lama, apa yang menghentikannya, dan menurut apa."""
    rows = [
        *(_kind(one, one.days, one.stops) for one in CLOCKS),
        *(
            _kind(one, one.counted, "kskd clock stop", is_by_hand=True)
            for one in REQUESTS.values()
            if one.instead is None
        ),
        *(
            (
                one.kind,
                f"{one.name} ({one.who})",
                one.due.start,
                one.due.length,
                one.due.counted.value,
                "kskd paper add; hanya untuk periode yang mempunyai naskah berlaku",
                False,
                one.article,
                FOOTING_NAMES[one.footing],
            )
            for one in KINDS.values()
            if one.due
        ),
    ]
    put_listing(call, "clock-kind-list/1", _KINDS, rows, empty="")


def _kind(
    one: "Clock | Request", days: "TimeUnit", stops: str, *, is_by_hand: bool = False
) -> Sequence[Listable]:
    return (
        one.kind,
        one.title,
        one.start,
        one.length,
        days.value,
        stops,
        is_by_hand,
        one.article,
        FOOTING_NAMES[one.footing],
    )
