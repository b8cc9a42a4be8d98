"""Keeping what a returned sheet says, document by document, through the same door as ``evaluate``.

Every cell is tried alone against the registry as it is, so that what cannot be kept is known by its cell and
costs no other; what can is then kept together.
"""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date
from typing import NamedTuple

from kskd.desk.pieces import Piece, pieces
from kskd.desk.returned import CellAsked, CellPlace, Remark, Returned
from kskd.desk.sheet import EVALUATION, Sheet
from kskd.domain.choices import Channel
from kskd.domain.document.agreement import Agreement
from kskd.domain.reported import Reported, merged
from kskd.domain.values.dates import format_date
from kskd.domain.values.period import Period
from kskd.errors import InvalidDate, InvalidFact, InvalidNumber, InvalidText, KskdError, refusal
from kskd.registry.history.versions import first_told_by, set_by
from kskd.registry.session import Session
from kskd.registry.tables import evaluations
from kskd.workflows.access import Access
from kskd.workflows.changes import Change
from kskd.workflows.desk.unsaid import unsaid
from kskd.workflows.evaluation import evaluating
from kskd.workflows.register import targets

_BY_WHO_TYPED_IT = (InvalidDate, InvalidFact, InvalidNumber, InvalidText)  # the rest the office decides


class Changed(NamedTuple):
    """What a cell changes about a document in a period."""

    agreement: str
    period: Period
    place: CellPlace
    change: Change


def _doubted(piece: Piece) -> Piece:
    return piece._replace(
        trouble="tidak dipakai, sebab sel lain pada baris ini tidak dapat diambil; perbaiki sel itu, lalu"
        " masukkan lagi."
    )


class Keeping:
    """What one returned sheet came to, inside an act; ``taken`` counts the cells that could be taken."""

    def __init__(
        self, session: Session, access: Access, sheet: Sheet, made_on: date, returned_on: date
    ) -> None:
        """The sheet, the day on which the OPD's first of the period was made, and that of its return."""
        self.changes: list[Changed] = []
        self.problems: list[Remark] = []
        self.notes: list[Remark] = []
        self.disagreements: list[str] = []
        self.taken = 0
        self._session = session
        self._access = access
        self._period = sheet.period
        self._made_on = made_on
        self._returned_on = returned_on
        self._own: frozenset[tuple[str | int, ...]] = frozenset()
        self._told: set[tuple[str, str]] = set()

    def take(self, found: Returned) -> None:
        """Keep what can be kept."""
        for agreement, parts in pieces(found.answers).items():
            try:
                known = evaluating.evaluable(self._session, self._access, agreement, self._period)
            except KskdError as error:
                self.problems += [Remark(piece.cells[0].place, str(error)) for piece in parts]
                continue
            self._own = frozenset(self._own_rows(agreement))
            said = [self._dated(piece) for piece in parts if not piece.report.unchanged]
            refused = {one for problem in found.problems for one in problem.again}
            has_day = CellAsked(EVALUATION, agreement, "reported_on") in refused
            self._take(known, [*said, *self._how(agreement, parts, has_day=has_day)])
            # Only then: what the OPD did answer is not as it was, nor is what it tried to.
            wrong = {one.place.row for one in (*found.problems, *self.problems)}
            as_it_was = [piece for piece in parts if piece.report.unchanged]
            self._take(
                known, [_doubted(one) if one.cells[0].place.row in wrong else one for one in as_it_was]
            )
            self._tell_unsaid(agreement, parts)
            if (kept := evaluating.known_evaluation(self._session, agreement, self._period)) is not None:
                self.disagreements += [f"{agreement} {line}" for line in evaluating.disagreements(kept)]

    def _take(self, known: Agreement, parts: Sequence[Piece]) -> None:
        """Try each piece alone, and keep those together that can be kept."""
        good = []
        for piece in parts:
            if self._is_old(piece):
                self.taken += len(piece.cells)
            elif self._passes(known, piece):
                good.append(piece)
                self.taken += len(piece.cells)
        if good:
            self._kept(known, good)

    def _tell_unsaid(self, agreement: str, parts: Sequence[Piece]) -> None:
        """Tell what stays recorded against cells that could be taken."""
        wrong = {one.place for one in self.problems}
        taken = [one for piece in parts for one in piece.cells if piece.cells[0].place not in wrong]
        self.notes += unsaid(self._session, agreement, self._period, taken, self._own)

    def _own_rows(self, agreement: str) -> Iterator[tuple[str | int, ...]]:
        """What sheets told of the document in the period before, and nobody else changed since."""
        period, command = str(self._period), self._access.command
        for key in set_by(self._session, command, "answer", "option", agreement, period):
            yield "answer", *key
        if (period,) in set_by(self._session, command, "evaluation", "implementation", agreement):
            yield ("evaluation",)
        for table in ("obstacle", "effort"):
            for key in set_by(self._session, command, table, "text", agreement):
                yield table, *key
        for key in first_told_by(self._session, command, "evidence", ("item", "text"), agreement, period):
            yield "evidence", *key

    def _dated(self, piece: Piece) -> Piece:
        """The piece; with trouble where it says a report day on which nobody can have filled the sheet."""
        day = piece.report.reported_on
        if day is None or self._made_on <= day <= self._returned_on:
            return piece
        said = format_date(day)
        if day > self._returned_on:
            wrong = refusal("cell-reported-after-return", day=said, returned=format_date(self._returned_on))
        else:
            wrong = refusal("cell-reported-before-sheet", day=said, made=format_date(self._made_on))
        return piece._replace(trouble=str(wrong))

    def _how(self, agreement: str, parts: Sequence[Piece], *, has_day: bool) -> list[Piece]:
        """Day and channel of the report where neither the sheet nor the registry says them.

        A sheet ``has_day`` though it may not be readable.
        """
        cells = [one for piece in parts for one in piece.cells if one.part == EVALUATION]
        if not cells:
            return []
        known = evaluating.known_evaluation(self._session, agreement, self._period)
        report = Reported()
        if known is None or known.channel is None:
            report = replace(report, channel=Channel.DESK)
        has_day = has_day or any(one.key == "reported_on" for one in cells)
        if not has_day and (known is None or known.reported_on is None):
            report = replace(report, reported_on=self._returned_on)
            self.notes.append(
                Remark(
                    cells[0].place._replace(heading=None),
                    f"{agreement} tanpa tanggal lapor; dipakai hari lembar diterima,"
                    f" {format_date(self._returned_on)}.",
                )
            )
        return [Piece(agreement, (), report, place=cells[0].place)] if report != Reported() else []

    def _is_old(self, piece: Piece) -> bool:
        """Whether an obstacle or an action is recorded as told, so that telling it again changes nothing."""
        report, period = piece.report, self._period
        obstacles = evaluations.read_obstacles(self._session, [piece.agreement])
        if report.closed:
            return any(one.number in report.closed and one.closed == period for one in obstacles)
        if report.obstacles:
            return all(
                any(
                    one.text.casefold() == told.text.casefold()
                    and one.opened == period
                    and one.closed == period
                    and told.effort in {None, *(known.text for known in one.efforts)}
                    for one in obstacles
                )
                for told in report.obstacles
            )
        for done in report.done:
            actions = evaluations.read_actions(self._session, [piece.agreement])
            return any(
                (one.number, one.done_on) == (done.number, done.on) and done.proof in {None, one.proof}
                for one in actions
            )
        return False

    def _passes(self, known: Agreement, piece: Piece) -> bool:
        """Whether the piece can be kept as the registry is; what it would change or why not is noted."""
        place = piece.place or piece.cells[0].place
        asked = tuple(one.asked for one in piece.cells)
        if piece.trouble:
            self.problems.append(Remark(place, piece.trouble, asked))
            return False
        try:
            with self._session.savepoint() as take_back:
                changes, remarks = self._kept(known, [piece])
                take_back()
        except KskdError as error:
            self.problems.append(
                Remark(place, str(error), asked if isinstance(error, _BY_WHO_TYPED_IT) else ())
            )
            return False
        for remark in (*remarks, *((piece.note,) if piece.note else ())):
            if (known.id, remark) not in self._told:
                self._told.add((known.id, remark))
                self.notes.append(Remark(place, remark))
        self.changes += [Changed(known.id, self._period, place, change) for change in changes]
        return True

    def _kept(self, known: Agreement, parts: Sequence[Piece]) -> tuple[list[Change], tuple[str, ...]]:
        """Keep what the pieces say; gives what changed, and what to know of it."""
        changes: list[Change] = []
        remarks: tuple[str, ...] = ()
        report = merged(piece.report for piece in parts)
        if (said := replace(report, done=())) != Reported():
            said = replace(said, own=self._own)
            done = evaluating.keep(self._session, self._access, known, self._period, said)
            changes += done.changes
            remarks = done.notes
        for action in report.done:
            told = {"done_on": action.on} | ({"proof": action.proof} if action.proof else {})
            changes += targets.finish(self._session, self._access, known, action.number, told)[1]
        return changes, remarks
