"""Keeping what a returned sheet says, document by document, through the same door as ``evaluate``.

Every cell is tried alone against the registry as it is, so that what cannot be kept is known by its cell and
costs no other; what can is then kept together.
"""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from typing import NamedTuple

from kskd.desk.pieces import Piece, pieces
from kskd.desk.returned import CellPlace, Remark, Returned
from kskd.desk.sheet import EVALUATION, Sheet
from kskd.domain.choices import Channel
from kskd.domain.document.agreement import Agreement
from kskd.domain.reported import Reported, merged
from kskd.domain.values.dates import format_date
from kskd.domain.values.period import Period
from kskd.errors import KskdError
from kskd.registry.session import Session
from kskd.registry.tables import evaluations
from kskd.workflows.access import Access
from kskd.workflows.changes import Change
from kskd.workflows.evaluation import evaluating
from kskd.workflows.register import targets


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

    def __init__(self, session: Session, access: Access, sheet: Sheet, returned_on: date) -> None:
        """The sheet, and the day on which it came back."""
        self.changes: list[Changed] = []
        self.problems: list[Remark] = []
        self.notes: list[Remark] = []
        self.disagreements: list[str] = []
        self.taken = 0
        self._session = session
        self._access = access
        self._period = sheet.period
        self._returned_on = returned_on

    def take(self, found: Returned) -> None:
        """Keep what can be kept."""
        for agreement, parts in pieces(found.answers).items():
            try:
                known = evaluating.evaluable(self._session, self._access, agreement, self._period)
            except KskdError as error:
                self.problems += [Remark(piece.cells[0].place, str(error)) for piece in parts]
                continue
            said = [piece for piece in parts if not piece.report.unchanged]
            self._take(known, [*said, *self._how(agreement, parts)])
            # Only then: what the OPD did answer is not as it was, nor is what it tried to.
            wrong = {one.place.row for one in (*found.problems, *self.problems)}
            as_it_was = [piece for piece in parts if piece.report.unchanged]
            self._take(
                known, [_doubted(one) if one.cells[0].place.row in wrong else one for one in as_it_was]
            )
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

    def _how(self, agreement: str, parts: Sequence[Piece]) -> list[Piece]:
        """Day and channel of the report, where neither the sheet nor the registry says them."""
        cells = [one for piece in parts for one in piece.cells if one.part == EVALUATION]
        if not cells:
            return []
        known = evaluating.known_evaluation(self._session, agreement, self._period)
        report = Reported()
        if known is None or known.channel is None:
            report = replace(report, channel=Channel.DESK)
        if not any(one.key == "reported_on" for one in cells) and (
            known is None or known.reported_on is None
        ):
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
        for told in report.obstacles:
            return any(
                one.text.casefold() == told.text.casefold()
                and one.opened == period
                and one.closed == period
                and told.effort in {None, *(known.text for known in one.efforts)}
                for one in obstacles
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
        if piece.trouble:
            self.problems.append(Remark(place, piece.trouble))
            return False
        try:
            with self._session.savepoint() as take_back:
                changes = self._kept(known, [piece])
                take_back()
        except KskdError as error:
            self.problems.append(Remark(place, str(error)))
            return False
        self.changes += [Changed(known.id, self._period, place, change) for change in changes]
        return True

    def _kept(self, known: Agreement, parts: Sequence[Piece]) -> list[Change]:
        """Keep what the pieces say; gives what changed."""
        changes: list[Change] = []
        report = merged(piece.report for piece in parts)
        if (said := replace(report, done=())) != Reported():
            changes += evaluating.keep(self._session, self._access, known, self._period, said).changes
        for done in report.done:
            told = {"done_on": done.on} | ({"proof": done.proof} if done.proof else {})
            changes += targets.finish(self._session, self._access, known, done.number, told)[1]
        return changes
