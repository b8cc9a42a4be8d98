"""``partner add``, ``list``, ``show``, ``alias``, ``merge``."""

from typing import TYPE_CHECKING, Any

from kskd.cli.kit.context import access, as_of
from kskd.cli.kit.output import put, put_listing
from kskd.cli.kit.takes import READING, WRITING, takes
from kskd.cli.kit.talk import say

if TYPE_CHECKING:
    from kskd.workflows.register.partners import PartnerRow

_COLUMNS = {"name": "Mitra", "kind": "Jenis", "aliases": "Nama lain", "agreements": "Naskah"}


@takes("partner_text", "kind", "alias", "new", *WRITING)
def add(**given: Any) -> None:
    """Nama yang mirip dengan mitra yang sudah tercatat ditolak, kecuali dengan --new."""
    from kskd.workflows.register import partners

    one = partners.add(
        access(given, "partner add"), given["partner_text"], given["kind"], given["alias"], new=given["new"]
    )
    put(one.name)
    say("Tercatat.")


@takes(*READING)
def list_all(**given: Any) -> None:
    """Beserta jumlah naskahnya."""
    from kskd.workflows.register import partners

    _put(given, partners.listing(access(given, "partner list"), as_of(given)))


@takes("partner_text", *READING)
def show(**given: Any) -> None:
    """Dicari dengan nama atau nama lain."""
    from kskd.workflows.register import partners

    _put(given, [partners.show(access(given, "partner show"), given["partner_text"], as_of(given))])


@takes("partner_text", "alias_text", *WRITING)
def alias(**given: Any) -> None:
    """Nama lain tidak boleh sama dengan nama mitra yang lain."""
    from kskd.workflows.register import partners

    one = partners.add_alias(access(given, "partner alias"), given["partner_text"], given["alias_text"])
    put(one.name)
    say(f"{one.name} kini juga dikenal sebagai {one.aliases[-1]}.")


@takes("partner_text", "name", "kind", *WRITING)
def update(**given: Any) -> None:
    """Yang kosong dilengkapi; yang sudah tercatat hanya diubah dengan --reason. Nama lama tetap dikenali."""
    from kskd.workflows.register import partners

    one, changes = partners.update(
        access(given, "partner update"), given["partner_text"], name=given["name"], kind=given["kind"]
    )
    put(one.name)
    say(*(f"  {change}" for change in changes) if changes else ("Tidak ada yang berubah.",))


@takes("partner_text", "other_partner", *WRITING)
def merge(**given: Any) -> None:
    """Semua naskah MITRA menjadi milik MITRA_TUJUAN; nama lamanya tetap dikenali."""
    from kskd.workflows.register import partners

    source, target, changed = partners.merge(
        access(given, "partner merge"), given["partner_text"], given["other_partner"]
    )
    put(target.name)
    say(f"{source.name} digabungkan ke {target.name}; {changed} naskah berubah.")


def _put(given: dict[str, Any], found: "list[PartnerRow]") -> None:
    rows = [(row.partner.name, row.partner.kind, row.partner.aliases, row.agreements) for row in found]
    empty = "Belum ada mitra. Tambahkan dengan kskd partner add."
    put_listing(given, "partner-list/1", _COLUMNS, rows, empty=empty)
