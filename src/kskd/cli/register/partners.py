"""``partner add``, ``list``, ``show``, ``alias``, ``merge``."""

from typing import Annotated

from kskd.cli.kit.command import READING, WRITING, Call, command
from kskd.cli.kit.field_cells import WORTH, cells, headings, worth_cells
from kskd.cli.kit.field_commands import Given, takes
from kskd.cli.kit.options import NewOption, argument
from kskd.cli.kit.output import put, put_listing
from kskd.cli.kit.talk import say, say_done, tell
from kskd.domain.field import texts
from kskd.domain.values.text import word
from kskd.domain.values.warning import warning
from kskd.errors import UnknownPartner
from kskd.workflows.register import partners

_Partner = Annotated[str, argument("MITRA", "Nama atau nama lain.")]


@takes(
    lambda known: (field for field in known.partner if field.key != "name"),
    "no_input",
    *WRITING,
)
def add(call: Call, typed: Given, *, partner: _Partner, new: NewOption = False) -> None:
    """Tentang nama yang mirip dengan mitra yang sudah tercatat Anda ditanya; tanpa terminal perlu --new."""
    aliases = texts(typed.pop("alias"))
    while True:
        try:
            one = partners.add(call.access, partner, aliases, new=new, **typed)
            break
        except UnknownPartner as unknown:
            if not call.may_ask:
                raise
            meant, known = _meant(unknown), unknown.candidates
        if meant in known:
            put(meant)
            other = f"bila itu nama lainnya, kskd partner alias {word(meant)} {word(partner)}"
            say(warning(f"tidak ada mitra baru, sebab {meant} sudah tercatat", other))
            return
        partner, new = meant or partner, meant is None
    put(one.name)
    say_done("Tercatat.", dry_run=call.dry_run)


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
    say(f"{one.name} {'akan' if call.dry_run else 'kini'} juga dikenal sebagai {one.aliases[-1]}.")


@takes(lambda known: known.partner.plain, *WRITING, may_clear=True)
def update(call: Call, typed: Given, *, partner: _Partner) -> None:
    """Yang kosong dilengkapi; yang sudah tercatat hanya diubah dengan --reason. Nama lama tetap dikenali."""
    one, changes = partners.update(call.access, partner, typed)
    put(one.name)
    tell(changes)


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
    done = f"digabungkan ke {target.name}; {changed} naskah berubah."
    say_done(done, of=source.name, dry_run=call.dry_run)


def _meant(unknown: UnknownPartner) -> str | None:
    from kskd.cli.register.settling import meant_partner

    return meant_partner(unknown)


def _put(call: Call, found: list[partners.PartnerRow]) -> None:
    shown = call.access.subjects.partner.plain
    rows = [
        (
            *cells(shown, row.partner, call.output).values(),
            row.partner.aliases,
            row.worth.total,
            *worth_cells(row.worth, call.output),
        )
        for row in found
    ]
    columns = headings(shown) | {"aliases": "Nama lain", "agreements": "Naskah"} | WORTH
    empty = "Belum ada mitra. Tambahkan dengan kskd partner add."
    put_listing(call, "partner-list/1", columns, rows, empty=empty, spare=("valued", "value", "aliases"))
