"""``paper add``, ``update``, ``void``, ``list``, ``kinds``."""

from typing import Annotated

from kskd.cli.kit.command import READING, WRITING, Call, command
from kskd.cli.kit.field_cells import cells, headings
from kskd.cli.kit.field_commands import Given, takes
from kskd.cli.kit.options import PeriodOption, argument, codes, switch
from kskd.cli.kit.output import put, put_listing
from kskd.cli.kit.talk import say_done, tell
from kskd.domain.footing import FOOTING_NAMES
from kskd.rules.papers import KINDS
from kskd.workflows.register import papers

_Number = Annotated[int, argument("NO", "Nomor menurut kskd paper list.")]
_KINDS = {
    "kind": "Jenis",
    "title": "Nama",
    "period": "Periode",
    "who": "Dari dan kepada",
    "length": "Tenggat",
    "start": "Dihitung dari",
    "article": "Dasar",
    "footing": "Pijakan",
    "remedy": "Perintah",
}
_PERIODS = {"semester": "semester", "year": "tahun"}


@takes(lambda known: known.office_paper, *WRITING, needs=("given_on",))
def add(
    call: Call,
    typed: Given,
    *,
    kind: Annotated[
        str, argument("JENIS", "Jenisnya, seperti laporan-tkksd-semester; lihat kskd paper kinds.")
    ],
) -> None:
    """Yang tercatat tidak lagi ditagih dalam kskd due. Nomornya ditulis ke keluaran baku."""
    one = papers.add(call.access, kind, typed)
    put(str(one.id))
    say_done(
        f"Tercatat: {KINDS[one.kind].name}{f' {one.period.label}' if one.period else ''}.",
        dry_run=call.dry_run,
    )


@takes(lambda known: known.office_paper, *WRITING, may_clear=True)
def update(call: Call, typed: Given, *, number: _Number) -> None:
    """Yang kosong dilengkapi; yang sudah tercatat hanya diubah dengan --reason."""
    one, changes = papers.update(call.access, number, typed)
    put(str(one.id))
    tell(changes)


@command(*WRITING)
def void(call: Call, *, number: _Number) -> None:
    """Perlu --reason; yang dibatalkan tetap tercatat (kskd paper list --all) dan ditagih lagi."""
    one = papers.void(call.access, number)
    put(str(one.id))
    say_done(f"Dibatalkan: {one.kind} nomor {one.id}.", dry_run=call.dry_run)


@command(*READING)
def list_all(
    call: Call,
    *,
    kinds: Annotated[list[str], codes("--kind", "JENIS", "Hanya jenis ini.")],
    period: PeriodOption = None,
    everything: Annotated[bool, switch("--all", "Juga yang dibatalkan.")] = False,
) -> None:
    """Yang tercatat sampai hari itu, yang terbaru di atas."""
    fields = call.access.subjects.office_paper.first("period", "given_on", "number", "addressee")
    found = papers.listing(
        call.access, as_of=call.day, kinds=tuple(kinds), period=period, everything=everything
    )
    rows = [(one.id, one.kind, *cells(fields, one, call.output).values(), one.void_reason) for one in found]
    columns = {"id": "No", "kind": "Jenis"} | headings(fields) | {"void_reason": "Dibatalkan"}
    empty = "Tidak ada yang tercatat. Tambahkan dengan kskd paper add."
    spare = ("void_reason", "note", "received_on", "receipt", "addressee")
    put_listing(call, "paper-list/1", columns, rows, empty=empty, spare=spare)


@command(*READING)
def kinds(call: Call) -> None:
    """Siapa menyampaikan apa kepada siapa, untuk periode apa, sampai kapan, dan menurut apa."""
    rows = [
        (
            one.kind,
            one.name,
            _PERIODS[one.period] if one.period else None,
            one.who,
            one.due.length if one.due else None,
            one.due.start if one.due else None,
            one.article,
            FOOTING_NAMES[one.footing],
            one.remedy.format(period="PERIODE"),
        )
        for one in KINDS.values()
    ]
    spare = ("remedy", "footing", "start", "article", "length")
    put_listing(call, "paper-kind-list/1", _KINDS, rows, empty="", spare=spare)
