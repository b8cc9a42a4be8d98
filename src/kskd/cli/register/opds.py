"""``opd add``, ``import``, ``list``, ``show``, ``alias``, ``update``, ``rename``."""

from typing import Annotated

from kskd.cli.kit.ask import agree
from kskd.cli.kit.command import READING, WRITING, Call, command
from kskd.cli.kit.field_cells import WORTH, cells, headings, worth_cells
from kskd.cli.kit.field_commands import Given, takes
from kskd.cli.kit.options import NewOption, OnOption, argument
from kskd.cli.kit.output import Listable, put, put_listing
from kskd.cli.kit.talk import say, say_done, tell
from kskd.domain.field import texts
from kskd.domain.subjects import SUBJECTS
from kskd.errors import Refused
from kskd.workflows.register import opds

_Opd = Annotated[str, argument("OPD", "Kode, nama, atau nama lain.")]
_COUNTED = {"led": "Naskah", "supported": "Mendukung", "co_led": "Memrakarsai bersama"}
_SPARE = ("co_led", "valued", "value", "aliases")  # what may go on a narrow terminal, in this order
_RENAMED = ("name", "code", "successor")


@takes(
    lambda known: (field for field in known.opd if field.is_typed and field.key not in {"code", "successor"}),
    "no_input",
    *WRITING,
    needs=("name",),
)
def add(
    call: Call,
    typed: Given,
    *,
    code: Annotated[str, argument("KODE", "Kode OPD, misalnya DINKES.")],
    new: NewOption = False,
) -> None:
    """Tentang nama yang mirip dengan OPD yang sudah tercatat Anda ditanya; tanpa terminal perlu --new."""
    name, aliases = str(typed.pop("name")), texts(typed.pop("alias"))
    try:
        opd = opds.add(call.access, code, name, aliases, new=new, **typed)
    except Refused as similar:
        if similar.code != "opd-name-similar" or not call.may_ask:
            raise
        say(f"  {similar}")
        if not agree("Catat sebagai OPD lain?"):
            raise
        opd = opds.add(call.access, code, name, aliases, new=True, **typed)
    put(opd.code)
    say_done(f"Tercatat: {opd.name}.", dry_run=call.dry_run)


@command(*WRITING)
def import_csv(
    call: Call,
    *,
    file: Annotated[
        str,
        argument(
            "BERKAS",
            f"Berkas CSV atau Excel: {','.join(opds.columns(SUBJECTS.opd))}; alias dipisah titik koma.",
        ),
    ],
) -> None:
    """Semua baris masuk, atau tidak satu pun. OPD yang sudah tercatat dengan nama yang sama dilewati."""
    entered, skipped = opds.import_csv(call.access, file)
    for opd in entered:
        put(opd.code)
    say_done(
        f"Tercatat: {len(entered)} OPD." + (f" Sudah ada: {', '.join(skipped)}." if skipped else ""),
        dry_run=call.dry_run,
    )


@command(*READING)
def list_all(call: Call) -> None:
    """Beserta jumlah naskah yang dipimpin dan yang didukungnya."""
    _put(call, opds.listing(call.access, call.day))


@command(*READING)
def show(call: Call, *, opd: _Opd) -> None:
    """Dicari dengan kode, nama, atau nama lain."""
    _put(call, [opds.show(call.access, opd, call.day)])


@command(*WRITING)
def alias(call: Call, *, opd: _Opd, alias: Annotated[str, argument("ALIAS", "Nama lain.")]) -> None:
    """Nama lain tidak boleh sama dengan nama OPD yang lain."""
    one = opds.add_alias(call.access, opd, alias)
    put(one.code)
    say(f"{one.code} {'akan' if call.dry_run else 'kini'} juga dikenal sebagai {one.aliases[-1]}.")


@takes(lambda known: opds.updatable(known.opd), *WRITING, may_clear=True)
def update(call: Call, typed: Given, *, opd: _Opd) -> None:
    """Yang sudah tercatat hanya diubah dengan --reason. Kode dan nama berubah dengan kskd opd rename."""
    one, changes = opds.update(call.access, opd, typed)
    put(one.code)
    tell(changes)


@takes(lambda known: map(known.opd.__getitem__, _RENAMED), *WRITING)
def rename(call: Call, typed: Given, *, opd: _Opd, on: OnOption = None) -> None:
    """Tanpa --code dan --into hanya namanya yang berubah; nama lama tetap dikenali."""
    name, code, into = (text if isinstance(text := typed[key], str) else None for key in _RENAMED)
    one = opds.rename(call.access, opd, name=name, code=code, into=into, on=on)
    put(one.code)
    say(f"Selanjutnya: {one.code}, {one.name}.")


def _put(call: Call, found: list[opds.OpdRow]) -> None:
    code, name, *rest = call.access.subjects.opd.first("code", "name")
    columns = headings((code, name)) | {"aliases": "Nama lain"} | headings(rest) | _COUNTED | WORTH
    rows: list[tuple[Listable, ...]] = []
    for row in found:
        known = cells(rest, row.opd, call.output).values()
        worth, *others = row.tally
        told = (worth.total, *others, *worth_cells(worth, call.output))
        rows.append((row.opd.code, row.opd.name, row.opd.aliases, *known, *told))
    empty = "Belum ada OPD. Tambahkan dengan kskd opd add."
    put_listing(
        call, "opd-list/1", columns, rows, empty=empty, spare=("co_led", "valued", "value", "aliases")
    )
