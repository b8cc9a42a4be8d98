"""How a score came about, for ``why --period``: item by item, then sum, rounding and category."""

from datetime import date
from decimal import Decimal
from typing import TYPE_CHECKING

from kskd.cli.kit.output import Format, Json, Listable, put, put_document, put_rows
from kskd.cli.kit.table import put_pairs
from kskd.domain.values.numbers import format_number, format_percent

if TYPE_CHECKING:
    from kskd.evaluation.score import ScoreLine
    from kskd.workflows.evaluation.scoring import ScoreWhy

_KEYS = ("item", "answer", "opd_answer", "weight", "value", "evidence", "cap", "points")
_HEADINGS = ("Butir", "Jawaban", "Jawaban OPD", "Bobot", "Bagian", "Bukti", "Batas", "Perolehan")


def put_why_score(why: "ScoreWhy", how: Format, as_of: date) -> None:
    """The steps in the format asked for, the figure of the report last."""
    if how is Format.JSON:
        put_document("why-score/1", {"as_of": as_of.isoformat(), **_document(why)})
    elif how is Format.TABLE:
        one = why.evaluation
        put_pairs(f"{one.agreement} {why.title}: evaluasi {one.period.label}", _head(why))
        put("")
        put_pairs("Butir", [(line.item, _in_words(line)) for line in why.score.lines])
        put("")
        put_pairs("Nilai", _end(why))
    else:
        rows: list[tuple[Listable, ...]] = [_row(why, line) for line in why.score.lines]
        blank = ("",) * 5
        rows += [(label, value, *blank, "") for label, value in (*_head(why), *_end(why))]
        put_rows(how, _KEYS, _HEADINGS, rows)


def _head(why: "ScoreWhy") -> list[tuple[str, str]]:
    """Where the OPD and the office disagree first, then by what it is scored."""
    differing = [
        (f"Berbeda: {line.item}", f"OPD: {voice}; dihitung: {line.label}")
        for line in why.score.lines
        if (voice := why.opd_label(line)) is not None
    ]
    rule = why.instrument.evidence
    caps = (
        "tidak ada butir yang memerlukan bukti"
        if rule is None
        else f"{', '.join(rule.items)}: tanpa bukti paling banyak {format_percent(float(rule.cap), 1)} bobot"
    )
    unchanged = [("Tidak ada perubahan", "dinyatakan tidak berubah")] if why.evaluation.unchanged else []
    return [*differing, ("Instrumen", why.instrument.id), ("Aturan bukti", caps), *unchanged]


def _in_words(line: "ScoreLine") -> str:
    if line.points is None or line.value is None:
        return (
            f"{(line.label or 'belum terjawab').lower()}; bobot {_figure(line.weight)}, tidak ada perolehan"
        )
    proof = f"bukti: {'; '.join(line.proofs)}" if line.proofs else "pernyataan tanpa bukti"
    proof = proof if line.proofs or line.is_claim else "tanpa bukti (tidak diminta)"
    share = _figure(line.value)
    if line.is_capped and line.cap is not None:
        share = f"{share}, dibatasi {_figure(line.cap)}"
    return f"{line.label}; {_figure(line.weight)} × {share} = {_figure(line.points)}; {proof}"


def _end(why: "ScoreWhy") -> list[tuple[str, str]]:
    made, one = why.score, why.evaluation
    pairs = [("Jumlah perolehan", _figure(why.total)), ("Cakupan", format_percent(float(made.coverage), 1))]
    if made.value is None:
        pairs += [
            ("Belum terjawab", ", ".join(made.missing)),
            ("Tidak dapat dinilai", ", ".join(made.not_assessable)),
        ]
    else:
        pairs += [
            (f"Skala {scale.source}", f"{name} (dipinjam dari {scale.made_for}). {scale.boundary_rule}")
            for scale, name in why.borrowed
        ]
        pairs += [("Batas kategori", why.instrument.boundary_rule)]
    advice = why.proposal.advice.label if why.proposal.advice else "tidak ada"
    by = f"{why.proposal.rule}: {why.proposal.says}" if why.proposal.rule else why.proposal.says
    chosen = one.recommendation.label if one.recommendation else "belum diputuskan"
    pairs += [
        ("Usulan rekomendasi", f"{advice} ({by})"),
        (
            "Rekomendasi",
            chosen + (f"; alasan: {one.recommendation_reason}" if one.recommendation_reason else ""),
        ),
        (
            "Nilai",
            "belum ada: nilai hanya ada bila cakupan 100%"
            if made.value is None
            else f"{_figure(made.value, 2)} ({made.category}); dibulatkan ke dua desimal, setengah ke atas",
        ),
    ]
    return [(label, value) for label, value in pairs if value]


def _row(why: "ScoreWhy", line: "ScoreLine") -> tuple[Listable, ...]:
    return (
        line.item,
        line.answer,
        why.opd_answer(line),
        float(line.weight),
        _float(line.value),
        "; ".join(line.proofs),
        _float(line.cap),
        _float(line.points),
    )


def _document(why: "ScoreWhy") -> Json:
    made, one = why.score, why.evaluation
    return {
        "agreement": one.agreement,
        "period": str(why.period),
        "evaluation_period": str(one.period),
        "instrument": made.instrument,
        "items": [
            dict(zip(_KEYS, _row(why, line), strict=True))
            | {"evidence": list(line.proofs), "is_claim": line.is_claim}
            for line in made.lines
        ],
        "total": float(why.total),
        "coverage": float(made.coverage),
        "proposal": why.proposal._asdict(),
        "recommendation": one.recommendation,
        "recommendation_reason": one.recommendation_reason,
        "borrowed_scales": [
            {
                "scale": scale.code,
                "source": scale.source,
                "made_for": scale.made_for,
                "boundary_rule": scale.boundary_rule,
                "category": name,
                "is_borrowed": True,
            }
            for scale, name in why.borrowed
        ],
        "category": made.category,
        "score": _float(made.value),
    }


def _float(value: Decimal | None) -> float | None:
    return None if value is None else float(value)


def _figure(value: Decimal, decimals: int | None = None) -> str:
    return format_number(float(value)) if decimals is None else format_number(float(value), decimals)
