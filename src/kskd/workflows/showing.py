"""One document with all that hangs on it."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from kskd.registry import agreements, evaluations, ids, settings
from kskd.registry import listing as store
from kskd.workflows import lookup
from kskd.workflows.listing import JSON_COLUMNS

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Sequence
    from datetime import date

    from kskd.domain.agreement import Agreement
    from kskd.domain.evaluation import Action, Evaluation, Obstacle, Realisation, Target
    from kskd.evaluation.score import Score
    from kskd.workflows.access import Access


@dataclass(frozen=True, slots=True)
class Whole:
    """One document with all that hangs on it, and what ``list`` says of it as JSON."""

    agreement: Agreement
    json: str
    relatives: dict[str, Agreement]
    targets: tuple[Target, ...]
    realisations: tuple[Realisation, ...]
    evaluations: tuple[tuple[Evaluation, Score], ...]
    obstacles: tuple[Obstacle, ...]
    actions: tuple[Action, ...]


def show(access: Access, text: str, *, as_of: date) -> Whole:
    """One document, its relatives by id, and everything recorded of it, as of the day."""
    with access.reading() as con:
        wanted = lookup.agreement_id(con, text)
        agreement = agreements.read_agreement(con, wanted)
        near = (agreement.parent, agreement.predecessor, agreement.successor, *agreement.children)
        query = store.Query(as_of.isoformat(), {"id": wanted})
        (json,) = store.json_rows(con, query, store.read_columns(JSON_COLUMNS))
        reported = [one for one in evaluations.read_evaluations(con, [wanted]) if one.period.start <= as_of]
        known = set(ids.known_ids(con, as_of))
        return Whole(
            agreement=replace(agreement, children=tuple(one for one in agreement.children if one in known)),
            json=json,
            relatives=agreements.read_agreements(con, [one for one in near if one]),
            targets=tuple(evaluations.read_targets(con, [wanted])),
            realisations=tuple(
                one for one in evaluations.read_realisations(con, [wanted]) if one.period.start <= as_of
            ),
            evaluations=_scored(con, reported) if reported else (),
            obstacles=tuple(
                one for one in evaluations.read_obstacles(con, [wanted]) if one.opened.start <= as_of
            ),
            actions=tuple(
                one.on(as_of) for one in evaluations.read_actions(con, [wanted]) if one.agreed.start <= as_of
            ),
        )


def _scored(con: sqlite3.Connection, reported: Sequence[Evaluation]) -> tuple[tuple[Evaluation, Score], ...]:
    """Each evaluation with its score by its own instrument; a document without any loads none of this."""
    from kskd.evaluation.instrument import read_instrument
    from kskd.evaluation.score import score

    instruments = {
        one: read_instrument(settings.read_instrument(con, one) or "")
        for one in {evaluation.instrument for evaluation in reported}
    }
    return tuple(
        (one, score(instruments[one.instrument], one.implementation, one.answers)) for one in reported
    )
