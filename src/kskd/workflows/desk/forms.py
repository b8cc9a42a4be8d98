"""What the cells of one document say, as forms: the smallest pieces that can be kept or refused alone."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import fields, replace
from datetime import date
from typing import TYPE_CHECKING, Any, NamedTuple

from kskd.desk.sheet import ACTIONS, EVALUATION, ITEM, OBSTACLES, TARGETS, YES
from kskd.domain.choices import FillerRole
from kskd.domain.document.parts import UNKNOWN
from kskd.workflows.evaluation.reported import EvaluationForm

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from kskd.desk.returned import Answer, Place

_TOGETHER = ("obstacle", "category", "effort")  # a new obstacle, its kind, and what is done about it
_NONE = frozenset({"nihil", "tidak ada", "tidak ada permasalahan", "tidak ada kendala", "nol"})


class Done(NamedTuple):
    """An action that the OPD says is done, and by what it is proven."""

    number: int
    on: date
    proof: str | None


class Piece(NamedTuple):
    """What one cell, or a few that belong together, say of a document; ``cells`` are in their order.

    ``trouble`` says why it cannot be kept; ``place`` is where it comes from if it is of no cell.
    """

    agreement: str
    cells: tuple[Answer, ...]
    form: EvaluationForm = EvaluationForm()
    done: Done | None = None
    trouble: str | None = None
    place: Place | None = None


def pieces(answers: Iterable[Answer]) -> dict[str, list[Piece]]:
    """The pieces of each document, in the order of the sheet."""
    rows: dict[tuple[str, str], list[Answer]] = defaultdict(list)
    for one in answers:
        rows[one.part, one.row].append(one)
    found: dict[str, list[Piece]] = defaultdict(list)
    for (part, row), cells in rows.items():
        agreement, _, number = row.partition("/")
        made = {
            EVALUATION: lambda of, _, cells: _evaluation(of, cells),
            TARGETS: _target,
            OBSTACLES: _obstacle,
            ACTIONS: _action,
        }[part](agreement, number, cells)
        found[agreement] += made
    return found


def merged(parts: Sequence[Piece]) -> EvaluationForm:
    """One form that says what all of them say."""
    form = EvaluationForm()
    for piece in parts:
        for field in fields(form):
            value = getattr(piece.form, field.name)
            if isinstance(value, tuple):
                value = (*getattr(form, field.name), *value)
            if value not in (None, (), False):
                form = replace(form, **{field.name: value})
    return form


def says_nothing(text: str) -> bool:
    """Whether a problem or an effort is told to be none."""
    return text.casefold().strip(" .") in _NONE


def _evaluation(agreement: str, cells: Sequence[Answer]) -> list[Piece]:
    by_key = {one.key: one for one in cells}
    made = []
    for one in cells:
        if one.key in _TOGETHER:
            continue
        made.append(Piece(agreement, (one,), _form(one)))
    if trouble := [by_key[key] for key in _TOGETHER if key in by_key]:
        made.append(_trouble(agreement, trouble))
    return made


def _form(one: Answer) -> EvaluationForm:
    """What one cell says; a column is called as the field of the form that it fills."""
    value = one.value.isoformat() if isinstance(one.value, date) else one.value
    if one.key.startswith(ITEM):
        return EvaluationForm(answer=(f"{one.key.removeprefix(ITEM)}={value}",), voice=FillerRole.OPD)
    if isinstance(one.value, tuple):
        _, _, item = one.key.partition(":")
        return EvaluationForm(evidence=tuple(f"{item}={text}" if item else text for text in one.value))
    if one.key == "implementation":
        return EvaluationForm(implementation=str(value), voice=FillerRole.OPD)
    told: Any = {"unchanged": value == YES, "filler": (value,)}.get(one.key, value)
    return EvaluationForm(**{one.key: told})


def _trouble(agreement: str, cells: Sequence[Answer]) -> Piece:
    said = {one.key: str(one.value) for one in cells if not says_nothing(str(one.value))}
    if not said:
        return Piece(agreement, tuple(cells))
    if "obstacle" not in said:
        return Piece(
            agreement,
            tuple(cells),
            trouble="tanpa permasalahan pada kolom Permasalahan; isi permasalahannya, atau tulis upaya untuk"
            " kendala lama pada lembar Kendala.",
        )
    effort = said.get("effort", UNKNOWN)
    form = EvaluationForm(
        obstacle=(said["obstacle"],),
        category=(said.get("category", UNKNOWN),),
        effort=(f" {effort}" if "=" in effort else effort,),  # “3=…” would be of obstacle 3
    )
    return Piece(agreement, tuple(cells), form)


def _target(agreement: str, number: str, cells: Sequence[Answer]) -> list[Piece]:
    (one,) = cells
    return [Piece(agreement, (one,), EvaluationForm(realisation=(f"{number}={one.value:.9f}",)))]


def _obstacle(agreement: str, number: str, cells: Sequence[Answer]) -> list[Piece]:
    made = []
    for one in cells:
        if one.key == "effort" and not says_nothing(str(one.value)):
            made.append(Piece(agreement, (one,), EvaluationForm(effort=(f"{number}={one.value}",))))
        elif one.key == "closed" and one.value == YES:
            made.append(Piece(agreement, (one,), EvaluationForm(close_obstacle=(int(number),))))
    return made


def _action(agreement: str, number: str, cells: Sequence[Answer]) -> list[Piece]:
    said = {one.key: one.value for one in cells}
    on = said.get("done_on")
    if not isinstance(on, date):
        return [
            Piece(
                agreement,
                tuple(cells),
                trouble="tanpa tanggal pada kolom Selesai tanggal; isi harinya bila tindak lanjut selesai.",
            )
        ]
    proof = said.get("proof")
    return [Piece(agreement, tuple(cells), done=Done(int(number), on, str(proof) if proof else None))]
