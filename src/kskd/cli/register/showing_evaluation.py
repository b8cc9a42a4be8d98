"""One evaluation in words for ``show``: what was reported, by whom, and what each item earned."""

from typing import TYPE_CHECKING

from kskd.cli.register.showing_life import beside, in_words
from kskd.domain.values.numbers import format_number, format_percent

if TYPE_CHECKING:
    from kskd.domain.document.record import EvaluationRecord, EvidenceRecord, FillerRecord
    from kskd.domain.field import Fields
    from kskd.evaluation.score import Score, ScoreLine

_Pairs = list[tuple[str, str]]
_PLACED = {"reported_on", "channel", "filler", "recommendation", "recommendation_reason"}


def evaluation_pairs(fields: "Fields", one: "EvaluationRecord", score: "Score") -> _Pairs:
    """Labels and values, where the OPD and the office disagree before all else."""
    from kskd.domain.choices import Recommendation
    from kskd.domain.implementation import Implementation, implementation_label

    figure = (
        f"belum ada nilai, cakupan {format_percent(float(score.coverage), 1)}"
        if score.value is None
        else f"nilai {format_number(float(score.value), 2)} ({score.category})"
    )
    state = implementation_label(Implementation(one["implementation"]) if one["implementation"] else None)
    advice = one["recommendation"]
    advice = Recommendation(advice).label if advice else "belum ada rekomendasi"
    said = {"pelaksanaan": one["opd_implementation"]} if one["opd_implementation"] else {}
    counted = {"pelaksanaan": one["implementation"], **one["answers"]}
    voices = [
        (f"  OPD: {item}", f"{option} (yang dihitung {counted[item]})")
        for item, option in (said | one["opd_answers"]).items()
    ]
    told = (in_words(one["reported_on"]), one["channel"] and f"lewat {one['channel']}", one["filler"])
    pairs = [
        (one["period"], f"{state}; {figure}; {advice}"),
        *voices,
        ("  alasan rekomendasi", one["recommendation_reason"] or ""),
        ("  dilaporkan", ", ".join(filter(None, told))),
        ("  tidak ada perubahan", "dinyatakan tidak berubah" if one["unchanged"] else ""),
        *(("  pengisi lain", _filler(who)) for who in one["fillers"]),
        *((f"  {line.item}", _scored(line)) for line in score.lines),
        *(_proof(proof) for proof in one["evidence"]),
        *((f"  {field.label}", text) for field, text in beside(fields, one, _PLACED)),
    ]
    return [(label, value) for label, value in pairs if value]


def _filler(who: "FillerRecord") -> str:
    from kskd.domain.choices import FillerRole

    place = who["opd"] or FillerRole(who["role"]).label
    return ", ".join(filter(None, (who["name"], place, in_words(who["filled_on"]))))


def _proof(proof: "EvidenceRecord") -> tuple[str, str]:
    of = f"{proof['item']}: " if proof["item"] else ""
    return ("  bukti berkas" if proof["sha256"] else "  bukti", of + proof["text"])


def _scored(line: "ScoreLine") -> str:
    """One item with its answer and what it earned of its weight."""
    if line.points is None:
        return f"{(line.label or 'belum terjawab').lower()}, bobot {format_number(float(line.weight))}"
    claim = " (pernyataan tanpa bukti)" if line.is_claim else ""
    earned = f"{format_number(float(line.points))} dari {format_number(float(line.weight))}"
    return f"{line.label}: {earned}{claim}"
