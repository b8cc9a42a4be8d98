"""Taking back what commands did: choosing the acts, showing what it comes to, and doing it as an act."""

import re
from collections.abc import Collection, Sequence
from dataclasses import dataclass

from kskd.domain.values.text import quote
from kskd.errors import KskdError, refusal
from kskd.registry.history import journal, reversal, seals
from kskd.registry.history.journal import ActRecord, Entry
from kskd.registry.history.reversal import Blocker
from kskd.registry.session import Session
from kskd.workflows.access import Access

# What these did to the registry as a whole cannot be put back by giving rows their old values.
_FINAL = {
    "init": "undo-of-init",
    "erase": "undo-of-erase",
    "doctor": "undo-of-doctor",
    "restore": "undo-of-restore",
}
_NAMED = 5  # acts, and rows of each, named in one sentence
_LISTED = 20  # acts that go together, named in one sentence
_MANY = 10_000  # acts named by one range


@dataclass(frozen=True, slots=True)
class Undoing:
    """The acts to take back, the latest first, and each row before and after.

    ``already`` are those that the last command took back, where none was named this time: it may be the same
    command, said again.
    """

    acts: tuple[ActRecord, ...]
    entries: tuple[Entry, ...]
    already: tuple[int, ...] = ()


def plan(access: Access, texts: Sequence[str]) -> Undoing:
    """What undoing comes to: of the acts named (``57``, ``57..61``), else of the last one that still holds.

    It is tried in full and nothing is kept. Raises Refused where later acts stand on it, naming all of
    them, and NotFound for an act that is not there.
    """
    with access.replaced(dry_run=True).writing() as session:
        planned = _tried(session, texts)
    return planned  # noqa: RET504 - for all that types know, the block swallows exceptions


def undo(access: Access, texts: Sequence[str], shown: Undoing) -> int:
    """Take back what was shown, as one act of its own; gives its number (0 in a dry run).

    Refused when the registry has changed since it was shown in a way that changes what would be undone.
    """
    number = 0
    with access.writing() as session:
        now = _tried(session, texts)
        if now != shown:
            raise refusal("undo-outdated")
        seals.mark_undoing(session, [act.id for act in now.acts])
        number = seals.open_number(session)
    return 0 if access.dry_run else number


def _tried(session: Session, texts: Sequence[str]) -> Undoing:
    """Take the acts back inside the running transaction; gives what it came to."""
    wanted = _numbers(texts) if texts else [_latest(session)]
    acts = journal.acts(session, sorted(wanted, reverse=True))
    missing = sorted(set(wanted) - {act.id for act in acts})
    if missing:
        raise refusal("act-not-found", number=missing[0])
    for act in acts:
        _refuse_final(act, wanted)
    if seals.erased_in(session, wanted):
        raise refusal("undo-of-erased")
    entries, blockers = reversal.take_back(session, wanted)
    if blockers:
        standing = journal.acts(session, reversal.standing_on(session, wanted, blockers))
        raise _in_the_way(blockers, standing)
    if not entries:
        raise refusal("undo-nothing-left")
    return Undoing(tuple(acts), entries, () if texts else journal.undone_last(session))


def _refuse_final(act: ActRecord, wanted: Collection[int]) -> None:
    """Refuse what cannot be taken back, or is already, unless its undoing is to be taken back with it."""
    if act.command in _FINAL:
        raise refusal(_FINAL[act.command], act=act.id, command=act.command)
    if act.undone_by is not None and act.undone_by not in wanted:
        raise refusal("undone-already", act=act.id, command=act.command, by=act.undone_by)


def _numbers(texts: Sequence[str]) -> list[int]:
    """Numbers of acts as typed, each once."""
    numbers: dict[int, None] = {}
    for text in texts:
        match = re.fullmatch(r"([0-9]{1,9})(?:\.\.([0-9]{1,9}))?", text.strip())
        first, last = (int(match[1]), int(match[2] or match[1])) if match else (0, 0)
        if not 0 < first <= last or last - first >= _MANY:
            raise refusal("acts-unreadable", text=quote(text))
        numbers |= dict.fromkeys(range(first, last + 1))
    return list(numbers)


def _latest(session: Session) -> int:
    """The last act that still holds and did not itself take something back."""
    number = journal.latest_standing(session)
    if number is None:
        raise refusal("act-to-undo-missing")
    return number


def _in_the_way(blockers: Sequence[Blocker], standing: Sequence[ActRecord]) -> KskdError:
    """The refusal that names what was recorded later, and what to type to take all of it back.

    Each act that the command would take back is named with it.
    """
    unknown = [one for one in blockers if one.act is None]
    if unknown:
        return refusal("undo-of-foreign-state", row=unknown[0].key[0])
    rows: dict[tuple[int | None, str | None], dict[str, None]] = {}
    for one in sorted(blockers, key=lambda one: one.act or 0):
        rows.setdefault((one.act, one.command), {})[str(one.key[0])] = None
    named = "; ".join(
        f"catatan {act} ({command}: {', '.join(list(keys)[:_NAMED])})"
        for (act, command), keys in list(rows.items())[:_NAMED]
    )
    more = f"; dan {len(rows) - _NAMED} catatan lagi" if len(rows) > _NAMED else ""
    if not standing:
        return refusal("undo-depended-on", acts=f"{named}{more}")
    numbers = " ".join(str(act.id) for act in standing)
    told = ", ".join(f"{act.id} ({act.command})" for act in standing)
    if len(standing) > _LISTED:
        told = f"{len(standing)} catatan yang ditampilkan lebih dahulu dengan --dry-run"
    return refusal("undo-depended-on-by", acts=f"{named}{more}", together=told, numbers=numbers)
