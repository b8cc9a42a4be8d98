"""``official add``, ``update``, ``list``, ``show``."""

from typing import Annotated

from kskd.cli.kit.command import READING, WRITING, Call, command
from kskd.cli.kit.field_cells import cells, headings
from kskd.cli.kit.field_commands import Given, takes
from kskd.cli.kit.options import OnlyOpds, argument, codes, switch
from kskd.cli.kit.output import put, put_listing
from kskd.cli.kit.talk import say_done, tell
from kskd.workflows.register import officials
from kskd.workflows.register.officials import OfficialRow

_Number = Annotated[int, argument("NO", "Nomor menurut kskd official list.")]


@takes(lambda known: known.official, *WRITING, needs=("office", "role"))
def add(call: Call, typed: Given) -> None:
    """Masa jabatan boleh bertumpang tindih, misalnya dengan pelaksana tugas. Nomornya ke keluaran baku."""
    one = officials.add(call.access, typed)
    put(str(one.id))
    say_done(f"Tercatat: {', '.join(filter(None, (one.name, one.office)))}.", dry_run=call.dry_run)


@takes(lambda known: known.official, *WRITING, may_clear=True)
def update(call: Call, typed: Given, *, number: _Number) -> None:
    """Yang kosong dilengkapi; yang sudah tercatat hanya diubah dengan --reason."""
    one, changes = officials.update(call.access, number, typed)
    put(str(one.id))
    tell(changes)


@command(*READING)
def list_all(
    call: Call,
    *,
    roles: Annotated[
        list[str],
        codes("--role", "PERAN", "Hanya peran ini: penanda-tangan, tkksd, penghubung, atau kontak."),
    ],
    opds: OnlyOpds,
    everyone: Annotated[bool, switch("--all", "Juga yang sudah tidak, atau belum, menjabat.")] = False,
) -> None:
    """Yang menjabat hari ini, atau pada hari --as-of."""
    found = officials.listing(
        call.access, as_of=call.day, roles=tuple(roles), units=tuple(opds), everyone=everyone
    )
    _put(call, found)


@command(*READING)
def show(call: Call, *, number: _Number) -> None:
    """Dicari dengan nomornya."""
    _put(call, [officials.show(call.access, number)])


def _put(call: Call, found: list[OfficialRow]) -> None:
    fields = call.access.subjects.official.first("role", "name", "office")
    rows = [
        (row.official.id, *(cells(fields, row.official, call.output) | {"partner": row.partner}).values())
        for row in found
    ]
    empty = "Tidak ada pejabat yang cocok. Tambahkan dengan kskd official add."
    spare = (
        "personal",
        "mail",
        "phone",
        "decree",
        "agreement",
        "partner",
        "valid_to",
        "valid_from",
        "position",
    )
    put_listing(call, "official-list/1", {"id": "No"} | headings(fields), rows, empty=empty, spare=spare)
