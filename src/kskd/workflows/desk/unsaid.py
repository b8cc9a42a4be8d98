"""What a corrected sheet does not say any more, or denies, and what stays recorded all the same: told."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kskd.desk.returned import Remark
from kskd.desk.sheet import EVALUATION, YES
from kskd.domain.values.text import quote
from kskd.registry.tables import evaluations
from kskd.workflows.evaluation.evaluating import known_evaluation

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator, Sequence

    from kskd.desk.returned import Answer
    from kskd.domain.values.period import Period
    from kskd.registry.session import Session


def unsaid(
    session: Session,
    agreement: str,
    period: Period,
    answers: Sequence[Answer],
    own: Collection[tuple[str | int, ...]],
) -> Iterator[Remark]:
    """A remark for each cell of one document that was taken and beside which something else stays recorded.

    ``own`` are the rows that sheets told before, as table and key.
    """
    obstacles = {one.number: one for one in evaluations.read_obstacles(session, [agreement])}
    for one in answers:
        number = int(one.row.partition("/")[2] or 0)
        if one.key == "closed" and one.value != YES and obstacles[number].closed == period:
            said = f"kendala {number} sudah tercatat selesai pada {period} dan tetap selesai."
            yield Remark(one.place, f"{said} Bila itu keliru, batalkan catatannya dengan kskd undo.")
        elif one.key == "unchanged" and one.value != YES:
            known = known_evaluation(session, agreement, period)
            if known and known.unchanged:
                what = '"Tidak ada perubahan" sudah tercatat, dan jawaban yang dibawa serta tetap dipakai.'
                yield Remark(one.place, f"{what} Yang berubah: isi jawabannya.")
        elif (one.part, one.key) == (EVALUATION, "obstacle"):
            texts = {text.casefold() for text in (one.value if isinstance(one.value, tuple) else ())}
            for left in obstacles.values():
                is_ours = ("obstacle", left.number) in own and left.opened == period and left.closed is None
                if is_ours and left.text.casefold() not in texts:
                    said = f"kendala {left.number} ({quote(left.text)}) tidak disebut lagi, tetapi"
                    close = f"kskd evaluate {agreement} --period {period} --close-obstacle {left.number}"
                    yield Remark(one.place, f"{said} tetap tercatat. Bila sudah selesai: {close}.")
