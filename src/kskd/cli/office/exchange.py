"""``export``, ``import``."""

import sys
from pathlib import Path
from typing import Annotated

from kskd.cli.kit.command import Call, command
from kskd.cli.kit.options import argument, option, switch
from kskd.cli.kit.output import put
from kskd.cli.kit.talk import say
from kskd.domain.values.text import safe_json
from kskd.workflows.office import exchange


@command("db")
def export(
    call: Call,
    *,
    part: Annotated[str | None, option("--part", "BAGIAN", "all: seluruh registri [bawaan: all].")] = None,
    form: Annotated[str | None, option("--format", "BENTUK", "json [bawaan: json].")] = None,
    out: Annotated[str | None, option("--out", "BERKAS", "Berkas hasil [bawaan: keluaran baku].")] = None,
    public: Annotated[
        bool, switch("--public", "Untuk umum: tanpa riwayat dan data pribadi; tidak dapat diimpor.")
    ] = False,
) -> None:
    """Satu dokumen JSON dengan riwayatnya; registri yang sama memberi byte yang sama."""
    exchange.check_kind(part, form)
    if out:
        exchange.export_file(call.access, Path(out), public=public)
        put(out)
        return
    with exchange.exported(call.access, public=public) as lines:
        for line in lines:
            sys.stdout.write(safe_json(line.decode()))


@command("dry_run", "db")
def import_registry(
    call: Call, *, file: Annotated[str, argument("BERKAS", "Berkas hasil kskd export.")]
) -> None:
    """Riwayat ikut masuk dan semuanya diperiksa; registri yang sudah berisi ditolak."""
    way = call.access
    filled = exchange.import_file(way, file)
    put(str(way.path))
    say(f"Masuk: {filled.agreements} naskah, {filled.acts} catatan riwayat; segel {filled.head or '–'}.")
