"""``opd add``, ``import``, ``list``, ``show``, ``alias``, ``rename``."""

from typing import TYPE_CHECKING, Any

from kskd.cli.kit.context import access, as_of
from kskd.cli.kit.output import iso, put, put_listing
from kskd.cli.kit.takes import READING, WRITING, required, takes
from kskd.cli.kit.talk import say

if TYPE_CHECKING:
    from kskd.workflows.register.opds import OpdRow

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


@takes("opd_code", "name", "alias", "valid_from", "new", *WRITING)
def add(**given: Any) -> None:
    """Nama lain dan singkatan membantu kskd mengenali OPD dalam berkas dan perintah."""
    from kskd.workflows.register import opds

    opd = opds.add(
        access(given, "opd add"),
        given["opd_code"],
        required(given, "name"),
        given["alias"],
        given["valid_from"],
        new=given["new"],
    )
    put(opd.code)
    say(f"Tercatat: {opd.name}.")


@takes("csv_file", *WRITING)
def import_csv(**given: Any) -> None:
    """Semua baris masuk, atau tidak satu pun. OPD yang sudah tercatat dengan nama yang sama dilewati."""
    from kskd.workflows.register import opds

    entered, skipped = opds.import_csv(access(given, "opd import"), given["csv_file"])
    for opd in entered:
        put(opd.code)
    say(f"Tercatat: {len(entered)} OPD." + (f" Sudah ada: {', '.join(skipped)}." if skipped else ""))


@takes(*READING)
def list_all(**given: Any) -> None:
    """Beserta jumlah naskah yang dipimpin dan yang didukungnya."""
    from kskd.workflows.register import opds

    _put(given, opds.listing(access(given, "opd list"), as_of(given)))


@takes("opd_text", *READING)
def show(**given: Any) -> None:
    """Dicari dengan kode, nama, atau nama lain."""
    from kskd.workflows.register import opds

    _put(given, [opds.show(access(given, "opd show"), given["opd_text"], as_of(given))])


@takes("opd_text", "alias_text", *WRITING)
def alias(**given: Any) -> None:
    """Nama lain tidak boleh sama dengan nama OPD yang lain."""
    from kskd.workflows.register import opds

    opd = opds.add_alias(access(given, "opd alias"), given["opd_text"], given["alias_text"])
    put(opd.code)
    say(f"{opd.code} kini juga dikenal sebagai {opd.aliases[-1]}.")


@takes("opd_text", "name", "code", "into", "on", *WRITING)
def rename(**given: Any) -> None:
    """Tanpa --code dan --into hanya namanya yang berubah; nama lama tetap dikenali."""
    from kskd.workflows.register import opds

    opd = opds.rename(
        access(given, "opd rename"),
        given["opd_text"],
        name=given["name"],
        code=given["code"],
        into=given["into"],
        on=given["on"],
    )
    put(opd.code)
    say(f"Selanjutnya: {opd.code}, {opd.name}.")


def _put(given: dict[str, Any], found: "list[OpdRow]") -> None:
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
    put_listing(given, "opd-list/1", _COLUMNS, rows, empty="Belum ada OPD. Tambahkan dengan kskd opd add.")
