"""``gaps``."""

from itertools import groupby
from typing import TYPE_CHECKING, Any

import typer

from kskd.cli.kit.context import access, as_of
from kskd.cli.kit.output import Format, put, put_rows, read_format
from kskd.cli.kit.takes import READING, takes
from kskd.cli.kit.talk import say

if TYPE_CHECKING:
    from collections.abc import Sequence

    from kskd.workflows.evaluation.gaps import Gap

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


@takes("gap_kinds", "opds", "gap_exit_code", *READING)
def gaps(**given: Any) -> None:
    """Yang paling lama di atas, dengan OPD yang ditanya dan perintah yang menutupnya.

    Jenis: no-child, no-target, no-activity, no-report, no-evidence, after-end, never-evaluated, dan
    overdue-action. Tanpa kegiatan: tidak dilaporkan terlaksana selama idle-days hari.
    """
    from kskd.workflows.evaluation.gaps import gaps as run

    how, day = read_format(given), as_of(given)
    found = run(access(given, "gaps"), as_of=day, kinds=given["gap_kinds"], opd=given["opds"])
    match how:
        case Format.JSON:
            import json

            from kskd.cli.kit.output import put_json

            items = (json.dumps(one._asdict(), ensure_ascii=False, default=str) for one in found)
            put_json("gap-list/1", day, items)
        case Format.TABLE:
            _by_kind(found)
        case _:
            _put(how, found, tuple(_COLUMNS))
    if given["gap_exit_code"] and found:
        raise typer.Exit(3)


def _by_kind(found: "Sequence[Gap]") -> None:
    from kskd.workflows.evaluation.gaps import LABELS

    if not found:
        say("Tidak ada yang kurang.")
    for at, (kind, group) in enumerate(groupby(found, key=lambda one: one.kind)):
        some = list(group)
        if at:
            put("")
        put(f"{LABELS[kind]} ({len(some)})")
        _put(Format.TABLE, some, _TOLD)


def _put(how: Format, found: "Sequence[Gap]", keys: "Sequence[str]") -> None:
    rows = [tuple(getattr(one, key) for key in keys) for one in found]
    put_rows(how, keys, [_COLUMNS[key] for key in keys], rows, spare=("command",))
