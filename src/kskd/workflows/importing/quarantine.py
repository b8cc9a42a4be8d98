"""The quarantine: rows as they were, each with why it was left, in a CSV to be imported after repair."""

from __future__ import annotations

import re
from pathlib import Path
from typing import TYPE_CHECKING

from kskd.importing.concepts import SUBJECT_NAMES, Subject
from kskd.importing.kamus import SURE
from kskd.interchange.own_files import refuse_foreign, was_ours, write_own
from kskd.system import may_write
from kskd.workflows.importing.left_rows import is_quarantine, safe_cell, text_of
from kskd.workflows.importing.names import new_code

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from kskd.importing.kamus import Kamus
    from kskd.workflows.importing.listing import FilePlan
    from kskd.workflows.importing.outcome import Left, Outcome


def place_of(plan: FilePlan, told: str | None) -> Path:
    """Where the quarantine of a file stands: as told, else beside it, else in the folder of work.

    What is left of a quarantine that is imported again stands in its place. AlreadyThere where a file stands
    there that is not kskd's, before anything is done.
    """
    path = Path(plan.book.path)
    if told is None and may_be_replaced(plan):
        return path
    again = re.fullmatch(r"(.+\.karantina)(?:-([0-9]+))?", path.stem)
    name = f"{again[1]}-{int(again[2] or 1) + 1}" if again else f"{path.stem}.karantina"
    beside = path.with_name(f"{name}.csv")
    place = Path(told) if told else beside if may_write(beside.parent) else Path(beside.name)
    names = {_place_for(place, one.subject).name: b"" for one in plan.lists}
    refuse_foreign(place.parent, names, code="quarantine-not-ours")
    return place


def may_be_replaced(plan: FilePlan) -> bool:
    """Whether a file is a quarantine that kskd wrote, and nothing in it is neither taken nor left."""
    path = Path(plan.book.path)
    return was_ours(path) and all(
        is_quarantine(column.heading for column in one.columns)
        and all(column.sure == SURE for column in one.columns if column.heading)
        for one in plan.lists
    )


def quarantine_of(subject: Subject) -> str:
    """What the quarantine of the rows about a subject is called."""
    return "Karantina" if subject is Subject.DOCUMENT else f"Karantina {SUBJECT_NAMES[subject]}"


def _place_for(place: Path, subject: Subject) -> Path:
    """Where the rows about a subject stand: those of documents at the place itself, others beside it.

    A file that is imported again is known by this name for what it is about.
    """
    if subject is Subject.DOCUMENT:
        return place
    stem, mark, rest = place.name.rpartition(".karantina")
    stem = stem.removesuffix(f".{subject}")
    name = f"{stem}.{subject}{mark}{rest}" if mark else f"{place.stem}.{subject}{place.suffix}"
    return place.with_name(name)


def write_left(place: Path, left: Sequence[Left], kamus: Mapping[Subject, Kamus]) -> dict[Subject, Path]:
    """Write the rows in the order of the file, those about each subject by themselves; gives the files."""
    made: dict[Subject, Path] = {}
    for subject in Subject:
        rows = [one for one in left if one.batch.subject is subject]
        if rows:
            made[subject] = _place_for(place, subject)
            content = {made[subject].name: text_of(rows, kamus).encode("utf-8-sig")}
            write_own(place.parent, content, code="quarantine-not-ours")
    return made


def write_units(place: Path, outcome: Outcome) -> None:
    """Write units that are not known as a file for ``opd import``, their codes and names to be corrected."""
    lines = [
        f"{new_code(name, ())};{safe_cell(name).replace(';', ',')}" for name in sorted(outcome.unknown_opds)
    ]
    content = "\r\n".join(("kode;nama", *lines, ""))
    write_own(place.parent, {place.name: content.encode("utf-8-sig")}, code="quarantine-not-ours")
