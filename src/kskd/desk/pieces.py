"""What the cells of one document report: the smallest pieces that can be kept or refused alone."""

from __future__ import annotations

from collections import defaultdict
from datetime import date
from typing import TYPE_CHECKING, Any, NamedTuple

from kskd.desk.sheet import ACTIONS, EVALUATION, ITEM, OBSTACLES, TARGETS, YES
from kskd.domain.choices import FillerRole
from kskd.domain.evaluation import Evidence
from kskd.domain.implementation import Implementation
from kskd.domain.reported import DoneAction, FurtherEffort, NewObstacle, Reported, ToldEvidence
from kskd.domain.values.text import says_nothing

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence

    from kskd.desk.returned import Answer, CellPlace

_TOGETHER = ("obstacle", "category", "effort")  # a new obstacle, its kind, and what is done about it


class Piece(NamedTuple):
    """What one cell, or a few that belong together, report of a document; ``cells`` are in their order.

    ``trouble`` says why it cannot be kept, ``note`` what to know of it; ``place`` is where it comes from if
    it is of no cell.
    """

    agreement: str
    cells: tuple[Answer, ...]
    report: Reported = Reported()
    trouble: str | None = None
    place: CellPlace | None = None
    note: str | None = None


def pieces(answers: Iterable[Answer]) -> dict[str, list[Piece]]:
    """The pieces of each document, in the order of the sheet."""
    rows: dict[tuple[str, str], list[Answer]] = defaultdict(list)
    for one in answers:
        rows[one.part, one.row].append(one)
    found: dict[str, list[Piece]] = defaultdict(list)
    for (part, row), cells in rows.items():
        agreement, _, number = row.partition("/")
        found[agreement] += _READERS[part](agreement, int(number or 0), cells)
    return found


def _evaluation(agreement: str, _: int, cells: Sequence[Answer]) -> Iterator[Piece]:
    for one in cells:
        if one.key not in _TOGETHER:
            yield Piece(agreement, (one,), _said(one))
    by_key = {one.key: one for one in cells}
    if told := tuple(by_key[key] for key in _TOGETHER if key in by_key):
        yield _trouble(agreement, told)


def _said(one: Answer) -> Reported:
    """What one cell reports; a column is called as the plain fact that it fills."""
    _, _, item = one.key.partition(":")
    match one.key, one.value:
        case key, str(option) if key.startswith(ITEM):
            return Reported(answers={item: option}, voice=FillerRole.OPD)
        case _, tuple(texts):
            return Reported(evidence=tuple(_evidence(text, item) for text in texts))
        case "implementation", str(code):
            return Reported(implementation=Implementation(code), voice=FillerRole.OPD)
        case "unchanged", value:
            return Reported(unchanged=value == YES)
        case key, value:
            plain: dict[str, Any] = {key: value}
            return Reported(**plain)


def _evidence(text: str, item: str) -> ToldEvidence:
    if not item:
        return ToldEvidence(Evidence(text))
    return ToldEvidence(Evidence(f"{item}={text}"), Evidence(text, item=item))


def _trouble(agreement: str, cells: tuple[Answer, ...]) -> Piece:
    said = {one.key: _told(one) for one in cells}
    category, efforts = next(iter(said.get("category", ())), None), said.get("effort", ())
    if obstacles := said.get("obstacle"):
        of_each: Sequence[str | None] = efforts
        note = None
        if len(efforts) != len(obstacles):
            of_each = ["; ".join(efforts) or None] * len(obstacles)
            note = "upaya dicatat sebagai satu pada tiap permasalahan baris ini." if efforts else None
        told = (NewObstacle(text, category, effort) for text, effort in zip(obstacles, of_each, strict=True))
        return Piece(agreement, cells, Reported(obstacles=tuple(told)), note=note)
    if not category and not efforts:
        return Piece(agreement, cells)
    return Piece(
        agreement,
        cells,
        trouble="tanpa permasalahan pada kolom Permasalahan; isi permasalahannya, atau tulis upaya untuk"
        " kendala lama pada lembar Kendala.",
    )


def _told(one: Answer) -> tuple[str, ...]:
    """What a cell tells, each of a list, without what only says that there is none."""
    values = one.value if isinstance(one.value, tuple) else (str(one.value),)
    return tuple(text for text in values if not says_nothing(text))


def _target(agreement: str, number: int, cells: Sequence[Answer]) -> Iterator[Piece]:
    for one in cells:
        if isinstance(one.value, float):
            yield Piece(agreement, (one,), Reported(realisations={number: one.value}))


def _obstacle(agreement: str, number: int, cells: Sequence[Answer]) -> Iterator[Piece]:
    for one in cells:
        if one.key == "effort":
            efforts = tuple(FurtherEffort(number, text) for text in _told(one))
            yield Piece(agreement, (one,), Reported(efforts=efforts))
        elif one.key == "closed":
            yield Piece(agreement, (one,), Reported(closed=(number,) if one.value == YES else ()))


def _action(agreement: str, number: int, cells: Sequence[Answer]) -> Iterator[Piece]:
    said = {one.key: one.value for one in cells}
    on, proof = said.get("done_on"), said.get("proof")
    if isinstance(on, date):
        done = DoneAction(number, on, str(proof) if proof else None)
        yield Piece(agreement, tuple(cells), Reported(done=(done,)))
    else:
        yield Piece(
            agreement,
            tuple(cells),
            trouble="tanpa tanggal pada kolom Selesai tanggal; isi harinya bila tindak lanjut selesai.",
        )


_READERS: Mapping[str, Callable[[str, int, Sequence[Answer]], Iterator[Piece]]] = {
    EVALUATION: _evaluation,
    TARGETS: _target,
    OBSTACLES: _obstacle,
    ACTIONS: _action,
}
