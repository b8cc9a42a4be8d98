"""Taking back what commands did: choosing the acts, showing what it comes to, and doing it as an act."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from kskd.domain.text import quote
from kskd.errors import NotFound, Refused, UsageError
from kskd.registry import journal, reversal, seals

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Sequence

    from kskd.registry.journal import ActRecord, Entry
    from kskd.registry.reversal import Obstacle
    from kskd.workflows.access import Access

# What these did to the registry as a whole cannot be put back by giving rows their old values.
_FINAL = {
    "init": "membuat registri ini; hapus berkasnya bila registri ini memang tidak diperlukan",
    "erase": "menghapus data pribadi; yang dihapus tidak dapat dikembalikan",
    "restore": "memulihkan registri; pulihkan keadaan sebelumnya dengan kskd restore CADANGAN",
}
_NAMED = 5  # acts and rows named in one sentence
_MANY = 10_000  # acts named by one range


@dataclass(frozen=True, slots=True)
class Undoing:
    """The acts to take back, the latest first, and each row before and after."""

    acts: tuple[ActRecord, ...]
    entries: tuple[Entry, ...]


def plan(access: Access, texts: Sequence[str]) -> Undoing:
    """What undoing comes to: of the acts named (``57``, ``57..61``), else of the last one that still holds.

    Raises Refused where a later act stands on it, naming that act, and NotFound for an act that is not there.
    """
    with access.reading() as con:
        return _plan(con, texts)


def undo(access: Access, texts: Sequence[str], shown: Undoing) -> int:
    """Take back what was shown, as one act of its own; gives its number (0 in a dry run).

    Refused when the registry has changed since it was shown in a way that changes what would be undone.
    """
    number = 0
    with access.writing() as con:
        now = _plan(con, texts)
        if now != shown:
            raise Refused("Registri berubah sejak ditampilkan; periksa lagi dengan kskd undo.")
        _refuse(reversal.apply(con, now.entries))
        seals.mark_undoing(con, [act.id for act in now.acts])
        number = seals.open_number(con)
    return 0 if access.dry_run else number


def _plan(con: sqlite3.Connection, texts: Sequence[str]) -> Undoing:
    wanted = _numbers(texts) if texts else [_latest(con)]
    acts = journal.acts(con, sorted(wanted, reverse=True))
    missing = sorted(set(wanted) - {act.id for act in acts})
    if missing:
        raise NotFound(f"Catatan {missing[0]} tidak ada; lihat nomornya dengan kskd log.")
    for act in acts:
        _refuse_final(act)
    if seals.erased_in(con, wanted):
        raise Refused("Catatan itu memuat data yang sudah dihapus dengan kskd erase; tidak dapat dibatalkan.")
    planned = reversal.plan(con, wanted)
    _refuse(planned.obstacles)
    if not planned.entries:
        raise Refused("Tidak ada yang perlu dibatalkan: semuanya sudah seperti sebelumnya.")
    return Undoing(tuple(acts), planned.entries)


def _refuse_final(act: ActRecord) -> None:
    if act.command in _FINAL:
        raise Refused(f"Catatan {act.id} ({act.command}) {_FINAL[act.command]}.")
    if act.undone_by is not None:
        raise Refused(
            f"Catatan {act.id} ({act.command}) sudah dibatalkan oleh catatan {act.undone_by};"
            f" untuk memberlakukannya lagi: kskd undo {act.undone_by}."
        )


def _numbers(texts: Sequence[str]) -> list[int]:
    """Numbers of acts as typed, each once."""
    numbers: dict[int, None] = {}
    for text in texts:
        match = re.fullmatch(r"([0-9]{1,9})(?:\.\.([0-9]{1,9}))?", text.strip())
        first, last = (int(match[1]), int(match[2] or match[1])) if match else (0, 0)
        if not 0 < first <= last or last - first >= _MANY:
            raise UsageError(
                f"{quote(text)} bukan nomor catatan; tulis seperti 57 atau 57..61, menurut kskd log."
            )
        numbers |= dict.fromkeys(range(first, last + 1))
    return list(numbers)


def _latest(con: sqlite3.Connection) -> int:
    """The last act that still holds and did not itself take something back."""
    number = journal.latest_standing(con)
    if number is None:
        raise NotFound("Belum ada catatan yang dapat dibatalkan.")
    return number


def _refuse(obstacles: Sequence[Obstacle]) -> None:
    """Name what stands in the way, and what to take back before or together."""
    if not obstacles:
        return
    outside = [one for one in obstacles if one.act is None]
    if outside:
        raise Refused(
            f"Tidak dapat dibatalkan: {_row(outside[0])} diubah oleh program lain, di luar kskd."
            " Periksa dengan kskd doctor."
        )
    acts = _by_act(obstacles)
    named = "; ".join(
        f"catatan {act} ({command}: {', '.join(list(dict.fromkeys(rows))[:_NAMED])})"
        for act, (command, rows) in list(acts.items())[:_NAMED]
    )
    more = f"; dan {len(acts) - _NAMED} catatan lagi" if len(acts) > _NAMED else ""
    raise Refused(
        f"Tidak dapat dibatalkan, karena yang dicatat sesudahnya bergantung padanya: {named}{more}."
        f" Batalkan itu dahulu, atau sekaligus: sebut juga {' '.join(map(str, list(acts)[:_NAMED]))}."
    )


def _by_act(obstacles: Sequence[Obstacle]) -> dict[int, tuple[str, list[str]]]:
    acts: dict[int, tuple[str, list[str]]] = {}
    for one in sorted(obstacles, key=lambda one: one.act or 0):
        acts.setdefault(one.act or 0, (one.command or "", []))[1].append(_row(one))
    return acts


def _row(one: Obstacle) -> str:
    """A row as people find it: the thing that its key begins with."""
    return str(one.key[0])
