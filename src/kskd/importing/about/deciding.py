"""What a list is about, decided from what its columns are, what it holds, and what it is called."""

from __future__ import annotations

import re
from itertools import islice
from typing import TYPE_CHECKING

from kskd.importing.about.periods import period_in, read_period
from kskd.importing.about.wide import period_over
from kskd.importing.concepts import Subject
from kskd.importing.kamus import PAPERS, SURE

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from kskd.importing.kamus import Kamus
    from kskd.importing.records import FoundList

_CLASSES = frozenset(
    {
        "row_number",
        "opd",
        "partner",
        "partner_kind",
        "kind",
        "scheme",
        "affair",
        "year",
        "computed",
        "ignored",
    }
)
"""What a table that counts documents counts them by, and its running numbers."""
_FEW = 50  # records by which a column is known to hold periods


def subject_of(found: FoundList, known: Mapping[Subject, Kamus], names: Sequence[str]) -> Subject:
    """What a list is about: the subject whose columns it has, by the table in the dictionary.

    ``names`` are that of its sheet or file and the titles above it; they decide where columns alone do not.
    """
    read = [known[Subject.DOCUMENT].read(heading.parts) for heading in found.headings]
    document = {one for meaning in read if meaning.sure == SURE for one in meaning.concepts}
    may = [
        subject
        for subject in (Subject.EVALUATION, Subject.OPD, Subject.PARTNER)
        if _may_be(found, known[subject], document, names)
    ]
    if len(may) == 1:
        return may[0]
    called = [one for one in may if known[one].is_named(names)]
    proven = [one for one in may if known[one].deciding.proves & sure_of(found, known[one])]
    return next(iter(called if len(called) == 1 else proven if len(proven) == 1 else ()), Subject.DOCUMENT)


def is_recap(found: FoundList, known: Mapping[Subject, Kamus], subject: Subject) -> bool:
    """Whether a list only counts documents by their classes, as "OPD, jumlah MoU, jumlah PKS, total".

    One that has what proves ``subject`` beside its counts is a list of these.
    """
    documents = known[Subject.DOCUMENT]
    read = {heading: documents.read(heading.parts) for heading in found.headings}
    told = {one.concepts[0] for one in read.values() if one.sure == SURE and one.concepts}
    others = [
        [*map(documents.spelt, heading.parts)]
        for heading, one in read.items()
        if one.sure != SURE or not one.concepts
    ]
    counts = [parts for parts in others if _counts(parts)]
    papers = [parts for parts in others if documents.sides.get(parts[-1] if parts else "") in PAPERS]
    is_proven = subject is not Subject.DOCUMENT and not sure_of(found, known[subject]).isdisjoint(
        known[subject].deciding.proves
    )
    are_counts = all(parts in counts or parts in papers for parts in others)
    return bool(counts) and are_counts and told <= _CLASSES and not is_proven


def _counts(parts: Iterable[str]) -> bool:
    return any(re.match(r"(?:jumlah|total|banyak(?:nya)?)\b", one) for one in parts)


def sure_of(found: FoundList, kamus: Kamus) -> set[str]:
    """What the headings of a list certainly mean in a list of a subject."""
    read = (kamus.read(heading.parts) for heading in found.headings)
    return {one.concepts[0] for one in read if one.sure == SURE and one.concepts}


def _may_be(found: FoundList, kamus: Kamus, document: set[str], names: Sequence[str]) -> bool:
    deciding, told = kamus.deciding, sure_of(found, kamus)
    if deciding.but_not & document or not deciding.needs <= told:
        return False
    if not deciding.periods:
        return True
    if not deciding.proves & told:
        return False
    if deciding.periods <= told or _holds_periods(found, kamus) or any(map(period_over, found.headings)):
        return True
    return kamus.is_named(names) and ("period" in told or period_in(names) is not None)


def _holds_periods(found: FoundList, kamus: Kamus) -> bool:
    """Whether the column of the period names some, and not the length of a term."""
    columns = {one.column for one in found.headings if kamus.read(one.parts).concepts[:1] == ("period",)}
    few: Iterable[str] = (
        cell.text
        for record in islice(found.records(), _FEW)
        for column, cell in record.cells.items()
        if column in columns and not record.passed
    )
    return any(read_period(text) is not None for text in few)
