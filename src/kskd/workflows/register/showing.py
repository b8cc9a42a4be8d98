"""One document with all that hangs on it."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from kskd.registry.history.versions import version
from kskd.registry.views.document import read_document, read_titles
from kskd.workflows import lookup

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from datetime import date

    from kskd.domain.document.record import Amended, DocumentRecord, EndRecord, EvaluationRecord
    from kskd.domain.field import Fields
    from kskd.evaluation.instrument import Instrument
    from kskd.evaluation.score import Score
    from kskd.registry.session import Session
    from kskd.rules.stages import Waiting
    from kskd.workflows.access import Access


class Whole(NamedTuple):
    """A document as JSON, its evaluations' scores in order, its relatives' titles, the way in, a stage.

    ``fields`` are all that may be recorded of a document in its registry.
    """

    document: DocumentRecord
    scores: tuple[Score, ...]
    titles: dict[str, str]
    access: Access
    stage: Waiting | None
    fields: Fields


def show(access: Access, text: str, *, as_of: date) -> Whole:
    """One document, everything recorded of it as of the day, and what its relatives are called."""
    with access.reading() as session:
        fields = access.fields_in(session)
        document = read_document(session, fields, lookup.agreement_id(session, text), as_of.isoformat())
        document["version"] = version(session, document["id"])
        near = (
            document["parent"],
            document["predecessor"],
            document["successor"],
            *document["children"],
            *(bond["agreement"] for bond in document["relations"]),
        )
        titles = read_titles(session, [one for one in near if one], as_of.isoformat())
        _fill_changes(document)
        evaluations = document["evaluations"]
        instruments = _instruments(session, {one["instrument"] for one in evaluations}) if evaluations else {}
        stage = _stage(session, document["id"], as_of) if document["status"] == "draft" else None
    return Whole(
        document, _scored(evaluations, instruments) if evaluations else (), titles, access, stage, fields
    )


def _stage(session: Session, agreement: str, as_of: date) -> Waiting | None:
    from kskd.registry.views.stages import read_stages

    return read_stages(session, as_of, [agreement]).get(agreement)


def _fill_changes(document: DocumentRecord) -> None:
    """What each adendum made of a field: what the next one found, or what the document now says.

    Where that is what it was before, the adendum only said it again.
    """
    end: EndRecord = {
        "end_kind": document["end_kind"],
        "ends": document["ends"],
        "ends_on": document["ends_on"],
        "end_condition": document["end_condition"],
        "end_typed": document["end_typed"],
        "duration_typed": document["duration_typed"],
    }
    now: dict[str, Amended] = {"title": document["title"], "scope": document["scope"], "term": end}
    for amendment in reversed(document["amendments"]):
        for change in amendment["changes"]:
            change["new"], now[change["field"]] = now[change["field"]], change["old"]
        amendment["changes"] = [one for one in amendment["changes"] if one["old"] != one["new"]]


# A document without evaluations, which most are, loads nothing of what follows.


def _instruments(session: Session, wanted: Iterable[str]) -> dict[str, Instrument]:
    from kskd.evaluation.instrument import read_instrument
    from kskd.registry.tables import instruments

    return {one: read_instrument(instruments.read_instrument(session, one) or "") for one in wanted}


def _scored(evaluations: Sequence[EvaluationRecord], instruments: dict[str, Instrument]) -> tuple[Score, ...]:
    """The score of each evaluation by its own instrument; what programs read of it goes into its place."""
    from kskd.domain.implementation import Implementation
    from kskd.evaluation.score import Proof, score

    scores = []
    for one in evaluations:
        state = Implementation(one["implementation"]) if one["implementation"] else None
        proofs = [Proof(proof["text"], proof["sha256"], proof["item"]) for proof in one["evidence"]]
        made = score(instruments[one["instrument"]], state, one["answers"], proofs)
        one["score"] = None if made.value is None else float(made.value)
        one["coverage"] = float(made.coverage)
        one["category"] = made.category
        one["missing"] = list(made.missing)
        one["claims"] = list(made.claims)
        one["not_assessable"] = list(made.not_assessable)
        scores.append(made)
    return tuple(scores)
