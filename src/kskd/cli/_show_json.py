"""One document in full, for programs."""

from datetime import date
from typing import Any

from kskd.cli._output import iso, put_document
from kskd.domain.agreement import Party
from kskd.domain.evaluation import Target
from kskd.workflows.showing import Whole


def show_json(whole: Whole, as_of: date) -> None:
    """What ``list`` says of the document, and everything that hangs on it."""
    import json

    put_document(
        "agreement/1",
        {
            "as_of": as_of.isoformat(),
            **json.loads(whole.json),
            "entered_on": whole.agreement.entered_on.isoformat(),
            "end_typed": whole.agreement.term.end_typed,
            "duration_typed": whole.agreement.term.duration_typed,
            "void_reason": whole.agreement.void_reason,
            "note": whole.agreement.note,
            "scope": list(whole.agreement.scope),
            "files": [
                {"path": one.path, "sha256": one.digest, "size": one.size, "embedded": one.embedded}
                for one in whole.agreement.files
            ],
            "parties": [_party(party) for party in whole.agreement.parties],
            "targets": [_target(whole, target) for target in whole.targets],
            "evaluations": [_evaluation(whole, at) for at in range(len(whole.evaluations))],
            "obstacles": [
                {
                    "number": one.number,
                    "text": one.text,
                    "category": one.category,
                    "opened": str(one.opened),
                    "closed": str(one.closed) if one.closed else None,
                    "efforts": [
                        {"period": str(effort.period), "text": effort.text} for effort in one.efforts
                    ],
                }
                for one in whole.obstacles
            ],
            "actions": [
                {
                    "number": one.number,
                    "agreed": str(one.agreed),
                    "what": one.what,
                    "who": one.who,
                    "due_on": iso(one.due_on),
                    "done_on": iso(one.done_on),
                    "proof": one.proof,
                }
                for one in whole.actions
            ],
        },
    )


def _party(party: Party) -> dict[str, Any]:
    return {
        "name": party.name,
        "is_own": party.seat == 0,
        "number": party.number,
        "signer_office": party.signer.office,
        "signer_name": party.signer.name,
        "power_of_attorney": party.signer.power_number,
        "power_of_attorney_date": iso(party.signer.power_date),
    }


def _target(whole: Whole, target: Target) -> dict[str, Any]:
    return {
        "number": target.number,
        "kind": target.kind,
        "indicator": target.indicator,
        "unit": target.unit,
        "value": target.value,
        "due_on": iso(target.due_on),
        "owed_by": target.owed_by,
        "lower_is_better": target.lower_is_better,
        "realisations": [
            {"period": str(one.period), "value": one.value}
            for one in whole.realisations
            if one.number == target.number
        ],
    }


def _evaluation(whole: Whole, at: int) -> dict[str, Any]:
    evaluation, score = whole.evaluations[at]
    period = evaluation.period
    return {
        "agreement": evaluation.agreement,
        "period": str(period),
        "implementation": evaluation.implementation,
        "reported_on": iso(evaluation.reported_on),
        "filler": evaluation.filler,
        "answers": dict(evaluation.answers),
        "score": None if score.value is None else float(score.value),
        "coverage": float(score.coverage),
        "category": score.category,
        "instrument": score.instrument,
        "missing": list(score.missing),
        "not_assessable": list(score.not_assessable),
        "recommendation": evaluation.recommendation,
        "note": evaluation.note,
        "evidence": [
            {"text": one.text, "sha256": one.digest, "size": one.size} for one in evaluation.evidence
        ],
        "obstacles": [one.number for one in whole.obstacles if one.is_shown_in(period)],
        "actions": [one.number for one in whole.actions if one.agreed == period],
    }
