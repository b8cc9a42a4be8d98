"""``erase``."""

import shlex
from typing import Annotated

from kskd.cli.kit.ask import confirm
from kskd.cli.kit.command import WRITING, Call, command
from kskd.cli.kit.options import argument
from kskd.cli.kit.output import put
from kskd.cli.kit.talk import say, say_done
from kskd.cli.office.entries import Words
from kskd.domain.values.warning import warning
from kskd.workflows.office.erasing import erase as run
from kskd.workflows.office.erasing import holding, plan
from kskd.workflows.office.own_fields import known


@command("yes", "no_input", *WRITING)
def erase(
    call: Call,
    *,
    text: Annotated[str, argument("DATA", "Isi lengkap data pribadi yang dihapus, misalnya nama seseorang.")],
) -> None:
    """Nama penanda tangan, pengisi, mitra perseorangan, pengguna kskd, dan lain-lain: dari isian dan riwayat.

    Tidak dapat dibatalkan. Rantai segel riwayat tetap utuh. Cadangan yang masih memuatnya disebutkan.
    """
    way = call.access
    planned = plan(way, text)
    found = planned.found
    told = f"Dihapus dari {len(found.mentions)} isian dan {len(found.entries)} catatan riwayat:"
    say_done(told, dry_run=call.dry_run)
    words = Words(known(way))
    say(
        *(
            f"    {words.place(one.table, one.key)}, {words.word(one.table, one.column)}: {one.value}"
            for one in found.mentions
        )
    )
    if found.sealed:
        numbers = ", ".join(map(str, found.sealed))
        say(f"Tetap tersegel pada catatan {numbers}, yang dicatat dengan kskd terdahulu.")
    if planned.others:
        say(warning("mitra yang sama juga tercatat dengan nama lain", "hapus pula masing-masing, dengan"))
        say(*(f"    kskd erase {shlex.quote(name)} --reason ALASAN" for name in planned.others))
    confirm(call, "Hapus untuk selamanya?")
    run(way, planned)
    say_done("Terhapus dari registri.", dry_run=call.dry_run)
    say("Cadangan di tempat lain, hasil ekspor, dan laporan tidak diperiksa.")
    backups = holding(way, planned.text)
    if backups:
        say(warning("cadangan di bawah ini masih memuatnya", "hapus bila tidak diperlukan lagi"))
        for one in backups:
            put(str(one))
