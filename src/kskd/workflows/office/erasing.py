"""Destroying personal data of somebody who asks for it, or whose data is no longer needed (UU 27/2022)."""

from dataclasses import dataclass
from pathlib import Path

from kskd.domain.values.text import clean, quote
from kskd.errors import refusal
from kskd.registry.history import erasure
from kskd.registry.history.erasure import Found
from kskd.registry.tables.events import write_event
from kskd.workflows.access import Access

_SHORTEST = 3  # characters; less would hit what was never meant


@dataclass(frozen=True, slots=True)
class Erasing:
    """The text to erase, as it is looked for, where it stands, and other names of the same person."""

    text: str
    found: Found
    others: tuple[str, ...]


def plan(access: Access, text: str) -> Erasing:
    """Where a text stands that is, or was, the whole of a field marked as personal data.

    Raises NotFound where it is not: only personal data is erased; other facts are corrected by ``update``.
    The name of an office is refused, though it may stand where a person is asked for: it would go everywhere.
    Needs a reason, since it cannot be undone.
    """
    if access.reason is None:
        raise refusal("erasure-reason-missing")
    wanted = clean(text, "data yang dihapus")
    if len(wanted) < _SHORTEST:
        raise refusal("personal-data-too-short", text=quote(wanted))
    with access.reading() as session:
        found = erasure.find(session, wanted)
        if not erasure.is_personal(session, wanted, found):
            labels = sorted({one.label for one in erasure.personal_fields(session)})
            raise refusal("personal-data-not-found", text=quote(wanted), fields=", ".join(labels))
        _refuse_office(wanted, found)
        others = tuple(erasure.other_names(session, wanted, found))
    return Erasing(wanted, found, others)


def _refuse_office(wanted: str, found: Found) -> None:
    office = erasure.office_name(wanted, found)
    if office is None:
        return
    if office.table.startswith("opd"):
        raise refusal("erasure-of-opd-name", text=quote(wanted))
    raise refusal("erasure-of-partner-name", text=quote(wanted))


def holding(access: Access, text: str) -> list[Path]:
    """Backups and damaged copies that still hold the text; they are the user's to keep or delete."""
    from glob import escape

    from kskd.registry.copies.shelf import shelf_of
    from kskd.registry.file.opening import resolved

    with access.reading() as session:
        path = resolved(access.path)
        backups = [one.path for one in shelf_of(session, path).backups()]
    beside = sorted(path.parent.glob(f"{escape(path.name)}.rusak-*"))
    return [one for one in (*backups, *beside) if _holds(one, text.casefold())]


def _holds(path: Path, text: str) -> bool:
    try:
        return text in path.read_bytes().decode("utf-8", "replace").casefold()
    except OSError:
        return True  # one that cannot be read may well hold it


def erase(access: Access, shown: Erasing) -> None:
    """Destroy what was shown, in rows and in the journal; it cannot be undone."""
    with access.writing() as session:
        found = erasure.find(session, shown.text)
        if found != shown.found:
            raise refusal("registry-changed-meanwhile", command="kskd erase")
        erasure.erase(session, shown.text, found)
        cleaned = f"{len(found.mentions)} isian dan {len(found.entries)} catatan riwayat dibersihkan"
        write_event(session, "erase", cleaned)
