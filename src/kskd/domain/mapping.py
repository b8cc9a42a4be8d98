"""Pemetaan: how many documents there are per affair, unit, scheme and kind of partner, and where none."""

from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import NamedTuple

from kskd.domain.choices import KIND_NAMES, PartnerKind
from kskd.domain.document.affairs import AFFAIRS
from kskd.domain.document.chain import SCHEME_SHORT, Doc, Scheme, is_umbrella


class Axis(StrEnum):
    """By what documents are mapped."""

    AFFAIR = "affair"
    OPD = "opd"
    SCHEME = "scheme"
    PARTNER_KIND = "partner-kind"

    @property
    def label(self) -> str:
        """What it is called."""
        return _LABELS[self]


_LABELS = {
    Axis.AFFAIR: "Urusan",
    Axis.OPD: "OPD",
    Axis.SCHEME: "Bentuk",
    Axis.PARTNER_KIND: "Jenis mitra",
}


class Mapped(NamedTuple):
    """One document as the map sees it; an axis without keys is one on which it cannot be classed."""

    doc: Doc
    keys: Mapping[Axis, tuple[str, ...]]


class Line(NamedTuple):
    """One class: its key (None for what cannot be classed), name, and documents by the columns of the map."""

    key: str | None
    label: str
    counts: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Map:
    """Counts per class. A document of several classes counts in each, so that the lines add up to more.

    ``columns`` are keys with headings; ``total`` counts each document once, ``unclassed`` those without a
    class on the first axis. ``empty`` are the classes with nothing.
    """

    axes: tuple[Axis, ...]
    columns: tuple[tuple[str, str], ...]
    lines: tuple[Line, ...]
    unclassed: Line
    total: Line

    @property
    def empty(self) -> tuple[Line, ...]:
        """The classes in which there is no document."""
        return tuple(line for line in self.lines if not line.counts[-1])


UNCLASSED = "unclassed"
_PLAIN = (("umbrellas", "Payung"), ("derived", "Turunan"), ("total", "Jumlah"))


def map_by(documents: Sequence[Mapped], axis: Axis, classes: Mapping[str, str]) -> Map:
    """Documents per class of one axis, umbrellas and derived ones apart; ``classes`` names every class."""

    def counts(found: Iterable[Mapped]) -> tuple[int, ...]:
        umbrellas = Counter(is_umbrella(one.doc) for one in found)
        return umbrellas[True], umbrellas[False], umbrellas.total()

    return _map(documents, (axis,), classes, _PLAIN, counts)


def cross(
    documents: Sequence[Mapped], axes: tuple[Axis, Axis], rows: Mapping[str, str], columns: Mapping[str, str]
) -> Map:
    """Documents per class of the first axis (lines) and of the second (columns, those that occur)."""
    second = axes[1]
    seen = {key for one in documents for key in one.keys[second]}
    used = [key for key in columns if key in seen]

    def counts(found: Iterable[Mapped]) -> tuple[int, ...]:
        those = list(found)
        per_key = Counter(key for one in those for key in one.keys[second])
        unclassed = sum(not one.keys[second] for one in those)
        return (*(per_key[key] for key in used), unclassed, len(those))

    headings = (
        *((key, columns[key]) for key in used),
        (UNCLASSED, f"{second.label} tidak tercatat"),
        ("total", "Jumlah"),
    )
    return _map(documents, axes, rows, headings, counts)


def _map(
    documents: Sequence[Mapped],
    axes: tuple[Axis, ...],
    classes: Mapping[str, str],
    columns: tuple[tuple[str, str], ...],
    counts: Callable[[Iterable[Mapped]], tuple[int, ...]],
) -> Map:
    first = axes[0]
    members: dict[str, list[Mapped]] = {key: [] for key in classes}
    for one in documents:
        for key in one.keys[first]:
            members.setdefault(key, []).append(one)
    return Map(
        axes,
        columns,
        tuple(Line(key, classes.get(key, key), counts(found)) for key, found in members.items()),
        Line(None, f"{first.label} tidak tercatat", counts(one for one in documents if not one.keys[first])),
        Line(None, "Jumlah naskah", counts(documents)),
    )


def classes_of(axis: Axis, opds: Mapping[str, str]) -> dict[str, str]:
    """Every class of an axis with its name; ``opds`` are the units that there are, by code."""
    match axis:
        case Axis.AFFAIR:
            return dict(AFFAIRS)
        case Axis.SCHEME:
            return {scheme.value: SCHEME_SHORT[scheme] for scheme in Scheme}
        case Axis.PARTNER_KIND:
            return {kind.value: KIND_NAMES[kind] for kind in PartnerKind}
        case _:
            return dict(opds)
