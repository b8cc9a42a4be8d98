"""``partner add``, ``list``, ``show``, ``alias``, ``merge``."""

from typing import Annotated

from kskd.cli.kit.command import READING, WRITING, Call, command
from kskd.cli.kit.options import AliasOption, NameOption, NewOption, argument, option
from kskd.cli.kit.output import put, put_listing
from kskd.cli.kit.talk import say
from kskd.workflows.register import partners

_Partner = Annotated[str, argument("MITRA", "Nama atau nama lain.")]
_Kind = Annotated[
    str | None,
    option(
        "--kind",
        "JENIS",
        "pemda, kementerian, instansi-vertikal, bumn, bumd, perusahaan, koperasi, perguruan-tinggi, ormas,"
        " perseorangan, pemda-luar-negeri, lembaga-luar-negeri.",
    ),
]
_COLUMNS = {"name": "Mitra", "kind": "Jenis", "aliases": "Nama lain", "agreements": "Naskah"}


@command(*WRITING)
def add(
    call: Call, *, partner: _Partner, kind: _Kind = None, alias: AliasOption, new: NewOption = False
) -> None:
    """Nama yang mirip dengan mitra yang sudah tercatat ditolak, kecuali dengan --new."""
    one = partners.add(call.access, partner, kind, alias, new=new)
    put(one.name)
    say("Tercatat.")


@command(*READING)
def list_all(call: Call) -> None:
    """Beserta jumlah naskahnya."""
    _put(call, partners.listing(call.access, call.day))


@command(*READING)
def show(call: Call, *, partner: _Partner) -> None:
    """Dicari dengan nama atau nama lain."""
    _put(call, [partners.show(call.access, partner, call.day)])


@command(*WRITING)
def alias(call: Call, *, partner: _Partner, alias: Annotated[str, argument("ALIAS", "Nama lain.")]) -> None:
    """Nama lain tidak boleh sama dengan nama mitra yang lain."""
    one = partners.add_alias(call.access, partner, alias)
    put(one.name)
    say(f"{one.name} kini juga dikenal sebagai {one.aliases[-1]}.")


@command(*WRITING)
def update(call: Call, *, partner: _Partner, name: NameOption = None, kind: _Kind = None) -> None:
    """Yang kosong dilengkapi; yang sudah tercatat hanya diubah dengan --reason. Nama lama tetap dikenali."""
    one, changes = partners.update(call.access, partner, name=name, kind=kind)
    put(one.name)
    say(*(f"  {change}" for change in changes) if changes else ("Tidak ada yang berubah.",))


@command(*WRITING)
def merge(
    call: Call,
    *,
    partner: _Partner,
    other: Annotated[str, argument("MITRA_TUJUAN", "Mitra yang dipertahankan.")],
) -> None:
    """Semua naskah MITRA menjadi milik MITRA_TUJUAN; nama lamanya tetap dikenali."""
    source, target, changed = partners.merge(call.access, partner, other)
    put(target.name)
    say(f"{source.name} digabungkan ke {target.name}; {changed} naskah berubah.")


def _put(call: Call, found: list[partners.PartnerRow]) -> None:
    rows = [(row.partner.name, row.partner.kind, row.partner.aliases, row.agreements) for row in found]
    empty = "Belum ada mitra. Tambahkan dengan kskd partner add."
    put_listing(call, "partner-list/1", _COLUMNS, rows, empty=empty)
