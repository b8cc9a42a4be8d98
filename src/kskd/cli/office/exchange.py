"""``export``, ``import``."""

import sys
from pathlib import Path
from typing import Any

from kskd.cli.kit.context import access
from kskd.cli.kit.output import put
from kskd.cli.kit.takes import takes
from kskd.cli.kit.talk import say
from kskd.domain.values.text import safe_json


@takes("what_part", "export_format", "out_file", "public", "db")
def export(**given: Any) -> None:
    """Satu dokumen JSON dengan riwayatnya; registri yang sama memberi byte yang sama."""
    from kskd.workflows.office import exchange

    exchange.check_kind(given["what_part"], given["export_format"])
    way = access(given, "export")
    if given["out_file"]:
        exchange.export_file(way, Path(given["out_file"]), public=given["public"])
        put(given["out_file"])
        return
    with exchange.exported(way, public=given["public"]) as lines:
        for line in lines:
            sys.stdout.write(safe_json(line.decode()))


@takes("export_json", "dry_run", "db")
def import_registry(**given: Any) -> None:
    """Riwayat ikut masuk dan semuanya diperiksa; registri yang sudah berisi ditolak."""
    from kskd.workflows.office.exchange import import_file

    way = access(given, "import")
    filled = import_file(way, given["export_json"])
    put(str(way.path))
    say(f"Masuk: {filled.agreements} naskah, {filled.acts} catatan riwayat; segel {filled.head or '–'}.")
