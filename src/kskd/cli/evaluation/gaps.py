"""``gaps``."""

from collections.abc import Sequence
from itertools import groupby
from typing import TYPE_CHECKING, Annotated

import typer

from kskd.cli.kit.command import READING, Call
from kskd.cli.kit.filter_options import filtered
from kskd.cli.kit.options import codes, switch
from kskd.cli.kit.output import Format, put, put_items, put_rows
from kskd.cli.kit.talk import say
from kskd.workflows.evaluation.gaps import LABELS
from kskd.workflows.evaluation.gaps import gaps as run
from kskd.workflows.register.filtering import Filters

if TYPE_CHECKING:
    from kskd.evaluation.gaps import Gap

_COLUMNS = {
    "kind": "Jenis",
    "agreement": "Naskah",
    "opd": "OPD",
    "days": "Hari",
    "since": "Sejak",
    "what": "Hal",
    "command": "Perintah",
}
_TOLD = ("agreement", "opd", "days", "what", "command")  # under a heading that names the kind


@filtered(*READING)
def gaps(
    call: Call,
    *,
    kind: Annotated[
        list[str], codes("--kind", "JENIS", "Hanya jenis ini, misalnya no-child atau no-report.")
    ],
    filters: Filters,
    each: Annotated[
        bool, switch("--each", "Tiap laporan yang belum masuk, tidak hanya yang tertua dari tiap naskah.")
    ] = False,
    exit_code: Annotated[bool, switch("--exit-code", "Kode keluar 3 bila ada yang kurang.")] = False,
) -> None:
    """Yang paling lama di atas, dengan OPD yang ditanya dan perintah yang menutupnya.

    Jenis: no-child, no-target, no-activity, no-report, no-evidence, after-end, never-evaluated, no-power,
    no-successor, no-paper, no-end, dan overdue-action. Tanpa kegiatan: tidak dilaporkan terlaksana selama
    idle-days hari.
    """
    how, day = call.output, call.day
    found = run(call.access, filters, as_of=day, kinds=kind, each=each)
    match how:
        case Format.JSON:
            put_items("gap-list/1", day, (one._asdict() for one in found))
        case Format.TABLE:
            _by_kind(found)
        case _:
            _put(how, found, tuple(_COLUMNS))
    if exit_code and found:
        raise typer.Exit(3)


def _by_kind(found: "Sequence[Gap]") -> None:
    if not found:
        say("Tidak ada yang kurang.")
    for at, (kind, group) in enumerate(groupby(found, key=lambda one: one.kind)):
        some = list(group)
        if at:
            put("")
        put(f"{LABELS[kind]} ({len(some)})")
        _put(Format.TABLE, some, _TOLD)


def _put(how: Format, found: "Sequence[Gap]", keys: Sequence[str]) -> None:
    rows = [tuple(getattr(one, key) for key in keys) for one in found]
    put_rows(how, keys, [_COLUMNS[key] for key in keys], rows, spare=("command",))
