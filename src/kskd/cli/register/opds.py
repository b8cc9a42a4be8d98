"""``opd add``, ``import``, ``list``, ``show``, ``alias``, ``rename``."""

from typing import Annotated

from kskd.cli.kit.command import READING, WRITING, Call, command, required
from kskd.cli.kit.options import AliasOption, NameOption, NewOption, OnOption, argument, option
from kskd.cli.kit.output import iso, put, put_listing
from kskd.cli.kit.talk import say
from kskd.workflows.register import opds

_Opd = Annotated[str, argument("OPD", "Kode, nama, atau nama lain.")]
_COLUMNS = {
    "code": "Kode",
    "name": "Nama",
    "aliases": "Nama lain",
    "valid_from": "Sejak",
    "valid_to": "Sampai",
    "successor": "Penerus",
    "led": "Naskah",
    "supported": "Mendukung",
}


@command(*WRITING)
def add(
    call: Call,
    *,
    code: Annotated[str, argument("KODE", "Kode OPD, misalnya DINKES.")],
    name: NameOption = None,
    alias: AliasOption,
    valid_from: Annotated[str | None, option("--valid-from", "TANGGAL", "Berlaku sejak.")] = None,
    new: NewOption = False,
) -> None:
    """Nama lain dan singkatan membantu kskd mengenali OPD dalam berkas dan perintah."""
    opd = opds.add(call.access, code, required(name, "--name"), alias, valid_from, new=new)
    put(opd.code)
    say(f"Tercatat: {opd.name}.")


@command(*WRITING)
def import_csv(
    call: Call,
    *,
    file: Annotated[
        str, argument("BERKAS", "Berkas CSV: kode,nama,alias,berlaku_sejak; alias dipisah titik koma.")
    ],
) -> None:
    """Semua baris masuk, atau tidak satu pun. OPD yang sudah tercatat dengan nama yang sama dilewati."""
    entered, skipped = opds.import_csv(call.access, file)
    for opd in entered:
        put(opd.code)
    say(f"Tercatat: {len(entered)} OPD." + (f" Sudah ada: {', '.join(skipped)}." if skipped else ""))


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
    say(f"{one.code} kini juga dikenal sebagai {one.aliases[-1]}.")


@command(*WRITING)
def rename(
    call: Call,
    *,
    opd: _Opd,
    name: NameOption = None,
    code: Annotated[str | None, option("--code", "KODE", "Kode OPD yang baru.")] = None,
    into: Annotated[str | None, option("--into", "OPD", "OPD yang meneruskan (penggabungan).")] = None,
    on: OnOption = None,
) -> None:
    """Tanpa --code dan --into hanya namanya yang berubah; nama lama tetap dikenali."""
    one = opds.rename(call.access, opd, name=name, code=code, into=into, on=on)
    put(one.code)
    say(f"Selanjutnya: {one.code}, {one.name}.")


def _put(call: Call, found: list[opds.OpdRow]) -> None:
    rows = [
        (
            row.opd.code,
            row.opd.name,
            row.opd.aliases,
            iso(row.opd.valid_from),
            iso(row.opd.valid_to),
            row.opd.successor,
            row.led,
            row.supported,
        )
        for row in found
    ]
    put_listing(call, "opd-list/1", _COLUMNS, rows, empty="Belum ada OPD. Tambahkan dengan kskd opd add.")
