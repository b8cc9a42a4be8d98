"""``undo``."""

from typing import Any

from kskd.cli.kit.ask import confirm
from kskd.cli.kit.context import access
from kskd.cli.kit.output import put
from kskd.cli.kit.takes import WRITING, takes
from kskd.cli.kit.talk import say
from kskd.cli.office.entries import line
from kskd.cli.office.history import headline

_SHOWN = 40


@takes("acts", "yes", "no_input", *WRITING)
def undo(**given: Any) -> None:
    """Yang dibatalkan ditampilkan dahulu, dan ditolak bila catatan sesudahnya bergantung padanya.

    Pembatalan dicatat seperti perubahan lain, jadi dapat dibatalkan pula.
    """
    from kskd.workflows.office.undoing import plan
    from kskd.workflows.office.undoing import undo as run

    way = access(given, "undo")
    texts = given["acts"] or []
    planned = plan(way, texts)
    for act in planned.acts:
        say(f"Akan dibatalkan: {headline(act)}")
    say(*(f"    {line(entry)}" for entry in planned.entries[:_SHOWN]))
    if len(planned.entries) > _SHOWN:
        say(f"    … dan {len(planned.entries) - _SHOWN} baris lagi.")
    confirm(given, "Batalkan?", "kskd undo")
    number = run(way, texts, planned)
    if number:
        put(str(number))
        say(f"Tercatat sebagai catatan {number}. Memberlakukannya lagi: kskd undo {number}.")
