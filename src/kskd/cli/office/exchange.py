"""``export``."""

import sys
from pathlib import Path
from typing import Annotated

from kskd.cli.kit.command import Call
from kskd.cli.kit.filter_options import filtered
from kskd.cli.kit.options import option, switch
from kskd.cli.kit.output import put
from kskd.cli.kit.talk import say
from kskd.domain.values.text import safe_json
from kskd.workflows.office import exchange
from kskd.workflows.register.filtering import Filters


@filtered("db")
def export(
    call: Call,
    *,
    part: Annotated[str | None, option("--part", "BAGIAN", "all: seluruh registri [bawaan: all].")] = None,
    form: Annotated[str | None, option("--format", "BENTUK", "json [bawaan: json].")] = None,
    filters: Filters,
    out: Annotated[
        str | None,
        option("--out", "BERKAS", "Berkas hasil; hasil ekspor yang lama diganti [bawaan: -, keluaran baku]."),
    ] = None,
    public: Annotated[
        bool, switch("--public", "Untuk umum: tanpa riwayat dan data pribadi; tidak dapat diimpor.")
    ] = False,
) -> None:
    """Satu dokumen JSON dengan riwayatnya; registri yang sama memberi byte yang sama."""
    exchange.check_kind(part, form)
    if out and out != "-":
        was_there = Path(out).exists()
        extract = exchange.export_file(call.access, filters, Path(out), public=public)
        put(out)
        if was_there:
            say(f"Hasil ekspor yang lama pada {out} diganti.")
    else:
        with exchange.exported(call.access, filters, public=public) as (lines, extract):
            for line in lines:
                sys.stdout.write(safe_json(line.decode()))
    if extract is not None:
        beside = (
            f"; dari {', '.join(extract.beside)} hanya barisnya, sebagai rujukan" if extract.beside else ""
        )
        say(f"Disaring: {extract.documents} naskah tanpa riwayat, tidak dapat diimpor{beside}.")
