"""``compare``."""

import shlex
from typing import Annotated

from kskd.cli.kit.command import Call, command
from kskd.cli.kit.options import argument
from kskd.cli.kit.output import Format, moment, put_document, put_rows
from kskd.cli.kit.talk import say
from kskd.workflows.office.comparing import compare as run

_KEYS = ("where", "act", "at", "who", "command", "head")
_HEADINGS = ("Di mana", "Catatan", "Waktu", "Oleh", "Perintah", "Segel")


@command("format", "db")
def compare(call: Call, *, other: Annotated[str, argument("BERKAS", "Registri lain.")]) -> None:
    """Catatan riwayat yang hanya ada di salah satu, dihitung sesudah catatan terakhir yang sama segelnya.

    Yang diubah program lain tanpa catatan disebut tersendiri: di registri ini, dan di berkas lain.
    """
    compared, how = run(call.access, other), call.output
    found = compared.acts
    if how is Format.JSON:
        values = {
            "as_of": call.day.isoformat(),
            "common": {"act": found.common, "head": found.head} if found.common else None,
            "here": [one._asdict() for one in found.here],
            "there": [one._asdict() for one in found.there],
            "unrecorded": {
                "here": [{"where": one.where, "what": one.seen} for one in compared.here],
                "there": [{"where": one.where, "what": one.seen} for one in compared.there],
            },
        }
        put_document("compare/1", values)
        return
    if found.common:
        say(f"Sama sampai catatan {found.common}, segel {found.head[:16]}.")
    else:
        say("Tidak ada riwayat yang sama: berkas itu dari registri lain.")
    say(
        f"Hanya di registri ini: {len(found.here)} catatan. Hanya di berkas lain: {len(found.there)} catatan."
    )
    for where, doctor, unrecorded in (
        ("registri ini", "kskd doctor", compared.here),
        ("berkas lain", f"kskd doctor --db {shlex.quote(other)}", compared.there),
    ):
        if unrecorded:
            lines = (f"  {one.where}: {one.seen}" for one in unrecorded)
            say(
                f"Di {where} diubah tanpa catatan, oleh program lain atau karena rusak (lihat {doctor}):",
                *lines,
            )
    is_table = how is Format.TABLE
    rows = [
        (where, one.act, moment(one.at) if is_table else one.at, one.who, one.command, one.head[:16])
        for where, acts in (("sini", found.here), ("sana", found.there))
        for one in acts
    ]
    put_rows(how, _KEYS, _HEADINGS, rows, empty="Tidak ada yang berbeda.")
