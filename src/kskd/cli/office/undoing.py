"""``undo``."""

from typing import Annotated

from kskd.cli.kit.ask import confirm
from kskd.cli.kit.command import WRITING, Call, command
from kskd.cli.kit.options import some
from kskd.cli.kit.output import put
from kskd.cli.kit.talk import say
from kskd.cli.office.entries import Words
from kskd.cli.office.history import headline
from kskd.domain.values.warning import warning
from kskd.workflows.office.own_fields import known
from kskd.workflows.office.undoing import plan
from kskd.workflows.office.undoing import undo as run

_SHOWN = 40


@command("yes", "no_input", *WRITING)
def undo(
    call: Call,
    *,
    acts: Annotated[
        list[str],
        some(
            "[CATATAN...]", "Nomor catatan menurut kskd log, misalnya 57 atau 57..61 [bawaan: yang terakhir]."
        ),
    ],
) -> None:
    """Yang dibatalkan ditampilkan dahulu, dan ditolak bila catatan sesudahnya bergantung padanya.

    Pembatalan dicatat seperti perubahan lain, jadi dapat dibatalkan pula.
    """
    way = call.access
    planned = plan(way, acts)
    if planned.already:
        numbers = ", ".join(map(str, planned.already))
        say(
            warning(
                f"perintah terakhir sudah membatalkan catatan {numbers}",
                "ini membatalkan satu lagi; untuk mengulang yang sama saja,"
                f" kskd undo {' '.join(map(str, planned.already))}",
            )
        )
    for act in planned.acts:
        say(f"Akan dibatalkan: {headline(act)}")
    words = Words(known(way))
    say(*(f"    {words.line(entry)}" for entry in planned.entries[:_SHOWN]))
    if len(planned.entries) > _SHOWN:
        say(f"    … dan {len(planned.entries) - _SHOWN} baris lagi.")
    confirm(call, "Batalkan?")
    number = run(way, acts, planned)
    if number:
        put(str(number))
        say(f"Memberlakukannya lagi: kskd undo {number}.")
