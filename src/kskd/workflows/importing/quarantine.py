"""The quarantine: rows as they were, each with why it was left, in a CSV to be imported after repair."""

from __future__ import annotations

import csv
import io
import re
from pathlib import Path
from typing import TYPE_CHECKING

from kskd.domain.values.text import harmless, says_nothing
from kskd.importing.concepts import SUBJECT_NAMES, Subject
from kskd.importing.problems import reasons
from kskd.interchange.own_files import refuse_foreign, write_own
from kskd.system import may_write
from kskd.workflows.importing.names import new_code

if TYPE_CHECKING:
    from collections.abc import Sequence

    from kskd.workflows.importing.outcome import Left, Outcome

OWN_HEADS = ("mengapa", "ID", "lembar", "baris")
"""Headings that it adds behind those of the lists."""


def place_of(path: str, told: str | None) -> Path:
    """Where the quarantine of a file stands: as told, else beside it, else in the folder of work.

    AlreadyThere where a file stands there that is not kskd's, before anything is done.
    """
    stem = Path(path).stem
    again = re.fullmatch(r"(.+\.karantina)(?:-([0-9]+))?", stem)
    name = f"{again[1]}-{int(again[2] or 1) + 1}" if again else f"{stem}.karantina"
    beside = Path(path).with_name(f"{name}.csv")
    place = Path(told) if told else beside if may_write(beside.parent) else Path(beside.name)
    names = {_place_for(place, subject).name: b"" for subject in Subject}
    refuse_foreign(place.parent, names, is_desk=False)
    return place


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


def write_left(place: Path, left: Sequence[Left]) -> dict[Subject, Path]:
    """Write the rows in the order of the file, those about each subject by themselves; gives the files.

    Days that could be read stand so that nobody need ask again.
    """
    made: dict[Subject, Path] = {}
    for subject in Subject:
        rows = [one for one in left if one.batch.subject is subject]
        if rows:
            made[subject] = _place_for(place, subject)
            content = {made[subject].name: text_of(rows).encode("utf-8-sig")}
            write_own(place.parent, content, is_desk=False)
    return made


def write_units(place: Path, outcome: Outcome) -> None:
    """Write units that are not known as a file for ``opd import``, their codes and names to be corrected."""
    lines = [f"{new_code(name, ())};{_safe(name).replace(';', ',')}" for name in sorted(outcome.unknown_opds)]
    content = "\r\n".join(("kode;nama", *lines, ""))
    write_own(place.parent, {place.name: content.encode("utf-8-sig")}, is_desk=False)


def text_of(left: Sequence[Left]) -> str:
    """The CSV: the headings of all lists that left a row, then why, the document, the sheet and the row."""
    heads = list(dict.fromkeys(column.heading for one in left for column in one.batch.plans))
    heads = [head for head in heads if head and head not in OWN_HEADS]
    heads += dict.fromkeys(head for one in left for head in one.beside if head not in heads)
    out = io.StringIO()
    writer = csv.writer(out, delimiter=";", lineterminator="\r\n")
    writer.writerow([*map(_safe, heads), *OWN_HEADS])
    for one in sorted(left, key=lambda one: (one.record.sheet, one.record.row)):
        cells = {**one.beside, **{column.heading: _cell(one, column.column) for column in one.batch.plans}}
        row = [cells.get(head, "") for head in heads]
        place = (one.record.sheet, str(one.record.row))
        writer.writerow([*map(_safe, row), _safe(reasons(one.problems)), one.id, *map(_safe, place)])
    return out.getvalue()


def _cell(one: Left, column: int) -> str:
    if (day := one.days.get(column)) is not None:
        return day
    cell = one.record.cells.get(column)
    return cell.text if cell else ""


def _safe(text: str) -> str:
    return text if says_nothing(text) else harmless(text)
