"""Taking back what commands did: choosing the acts, showing what it comes to, and doing it as an act."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from kskd.domain.values.text import quote
from kskd.errors import NotFound, Refused, UsageError
from kskd.registry.history import journal, reversal, seals

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Collection, Sequence

    from kskd.registry.history.journal import ActRecord, Entry
    from kskd.registry.history.reversal import Blocker
    from kskd.workflows.access import Access

# What these did to the registry as a whole cannot be put back by giving rows their old values.
_FINAL = {
    "init": "membuat registri ini; hapus berkasnya bila registri ini memang tidak diperlukan",
    "erase": "menghapus data pribadi; yang dihapus tidak dapat dikembalikan",
    "doctor": "memperbaiki kerusakan; yang rusak tidak dikembalikan",
    "restore": "memulihkan registri; pulihkan keadaan sebelumnya dengan kskd restore CADANGAN",
}
_NAMED = 5  # acts, and rows of each, named in one sentence
_LISTED = 20  # acts that go together, named in one sentence
_MANY = 10_000  # acts named by one range


@dataclass(frozen=True, slots=True)
class Undoing:
    """The acts to take back, the latest first, and each row before and after."""

    acts: tuple[ActRecord, ...]
    entries: tuple[Entry, ...]


def plan(access: Access, texts: Sequence[str]) -> Undoing:
    """What undoing comes to: of the acts named (``57``, ``57..61``), else of the last one that still holds.

    It is tried in full and nothing is kept. Raises Refused where later acts stand on it, naming all of
    them, and NotFound for an act that is not there.
    """
    with access.replaced(dry_run=True).writing() as con:
        planned = _tried(con, texts)
    return planned  # noqa: RET504 - for all that types know, the block swallows exceptions


def undo(access: Access, texts: Sequence[str], shown: Undoing) -> int:
    """Take back what was shown, as one act of its own; gives its number (0 in a dry run).

    Refused when the registry has changed since it was shown in a way that changes what would be undone.
    """
    number = 0
    with access.writing() as con:
        now = _tried(con, texts)
        if now != shown:
            raise Refused("Registri berubah sejak ditampilkan; periksa lagi dengan kskd undo.")
        seals.mark_undoing(con, [act.id for act in now.acts])
        number = seals.open_number(con)
    return 0 if access.dry_run else number


def _tried(con: sqlite3.Connection, texts: Sequence[str]) -> Undoing:
    """Take the acts back inside the running transaction; gives what it came to."""
    wanted = _numbers(texts) if texts else [_latest(con)]
    acts = journal.acts(con, sorted(wanted, reverse=True))
    missing = sorted(set(wanted) - {act.id for act in acts})
    if missing:
        raise NotFound(f"Catatan {missing[0]} tidak ada; lihat nomornya dengan kskd log.")
    for act in acts:
        _refuse_final(act, wanted)
    if seals.erased_in(con, wanted):
        raise Refused("Catatan itu memuat data yang sudah dihapus dengan kskd erase; tidak dapat dibatalkan.")
    entries, blockers = reversal.take_back(con, wanted)
    if blockers:
        standing = journal.acts(con, reversal.standing_on(con, wanted, blockers))
        raise _in_the_way(blockers, standing)
    if not entries:
        raise Refused("Tidak ada yang perlu dibatalkan: semuanya sudah seperti sebelumnya.")
    return Undoing(tuple(acts), entries)


def _refuse_final(act: ActRecord, wanted: Collection[int]) -> None:
    """Refuse what cannot be taken back, or is already, unless its undoing is to be taken back with it."""
    if act.command in _FINAL:
        raise Refused(f"Catatan {act.id} ({act.command}) {_FINAL[act.command]}.")
    if act.undone_by is not None and act.undone_by not in wanted:
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


def _in_the_way(blockers: Sequence[Blocker], standing: Sequence[ActRecord]) -> Refused:
    """The refusal that names what was recorded later, and what to type to take all of it back.

    Each act that the command would take back is named with it.
    """
    unknown = [one for one in blockers if one.act is None]
    if unknown:
        return Refused(
            f"Tidak dapat dibatalkan: keadaan {unknown[0].key[0]} sekarang bukan dari catatan kskd."
            " Periksa dengan kskd doctor."
        )
    rows: dict[tuple[int | None, str | None], dict[str, None]] = {}
    for one in sorted(blockers, key=lambda one: one.act or 0):
        rows.setdefault((one.act, one.command), {})[str(one.key[0])] = None
    named = "; ".join(
        f"catatan {act} ({command}: {', '.join(list(keys)[:_NAMED])})"
        for (act, command), keys in list(rows.items())[:_NAMED]
    )
    more = f"; dan {len(rows) - _NAMED} catatan lagi" if len(rows) > _NAMED else ""
    together = ""
    if standing:
        numbers = " ".join(str(act.id) for act in standing)
        told = ", ".join(f"{act.id} ({act.command})" for act in standing)
        if len(standing) > _LISTED:
            told = f"{len(standing)} catatan yang ditampilkan lebih dahulu dengan --dry-run"
        together = f" Untuk membatalkan semuanya, yaitu {told}: kskd undo {numbers}."
    return Refused(
        f"Tidak dapat dibatalkan, karena yang dicatat sesudahnya bergantung padanya: {named}{more}.{together}"
    )
