"""One document in full, for people and for programs."""

from datetime import date
from typing import TYPE_CHECKING

from kskd.cli._output import Format, put, put_pairs, put_rows
from kskd.domain.affairs import AFFAIRS
from kskd.domain.agreement import FileLink, Party
from kskd.domain.chain import SCHEME_NAMES
from kskd.domain.dates import format_date
from kskd.domain.evaluation import OBSTACLE_CATEGORIES, implementation_label
from kskd.domain.numbers import format_number, format_percent
from kskd.domain.status import STATUS_NAMES, Status
from kskd.workflows.showing import Whole

if TYPE_CHECKING:
    from kskd.domain.evaluation import Action, Evaluation, Obstacle
    from kskd.evaluation.score import Score, ScoreLine


def show_text(whole: Whole, as_of: date, how: Format) -> None:
    """Labels and values under headings; as rows of label and value in CSV, TSV and Markdown."""
    sections = [(whole.agreement.id, _identity(whole, as_of)), *_rest(whole, as_of)]
    if how is Format.TABLE:
        for at, (title, pairs) in enumerate(sections):
            if at:
                put("")
            put_pairs(title, pairs)
        return
    rows = [(title, label, value) for title, pairs in sections for label, value in pairs]
    put_rows(how, ("section", "field", "value"), ("Bagian", "Keterangan", "Isi"), rows)


def _identity(whole: Whole, as_of: date) -> list[tuple[str, str]]:
    agreement = whole.agreement
    status = STATUS_NAMES[agreement.status(as_of)]
    left = agreement.days_left(as_of)
    if agreement.status(as_of) is Status.ACTIVE and left is not None:
        status += f", sisa {left} hari"
    elif agreement.status(as_of) is Status.EXPIRED and left is not None:
        status += f" {-left} hari yang lalu"
    if agreement.void_reason:
        status += f": {agreement.void_reason}"
    pairs = [
        ("Judul", agreement.title),
        ("Naskah", f"{agreement.kind_name} – {SCHEME_NAMES[agreement.scheme]}"),
        (f"Status per {format_date(as_of)}", status),
        (
            "Ditandatangani",
            format_date(agreement.signed_on) if agreement.signed_on else "belum ditandatangani",
        ),
        ("Masa berlaku", agreement.effective_term.describe() + _typed(agreement.term.duration_typed)),
        ("OPD", ", ".join((agreement.lead_opd, *(f"{code} (pendukung)" for code in agreement.support_opds)))),
        *((f"{'Pemda' if party.seat == 0 else 'Mitra'}", _signed(party)) for party in agreement.parties),
        ("Urusan", "; ".join(f"{code} {AFFAIRS.get(code, '')}" for code in agreement.affairs)),
        *((f"Ruang lingkup {at}", text) for at, text in enumerate(agreement.scope, 1)),
        ("Induk", _named(whole, agreement.parent) or ("belum diketahui" if agreement.is_derived else "")),
        *(("Turunan", _named(whole, child)) for child in agreement.children),
        ("Pendahulu", _named(whole, agreement.predecessor)),
        ("Penerus", _named(whole, agreement.successor)),
        *(("Berkas", _file(link)) for link in agreement.files),
        ("Tempat naskah asli", agreement.original_place or ""),
        ("Catatan", agreement.note or ""),
    ]
    return [(label, value) for label, value in pairs if value]


def _rest(whole: Whole, as_of: date) -> list[tuple[str, list[tuple[str, str]]]]:
    sections = (
        ("Target", _targets(whole)),
        ("Evaluasi", [pair for one in whole.evaluations for pair in _evaluation(*one)]),
        ("Kendala", [pair for one in whole.obstacles for pair in _obstacle(one)]),
        ("Tindak lanjut", [_action(one, as_of) for one in whole.actions]),
    )
    return [(title, pairs) for title, pairs in sections if pairs]


def _targets(whole: Whole) -> list[tuple[str, str]]:
    latest = {one.number: one for one in sorted(whole.realisations, key=lambda one: one.period)}
    pairs = []
    for target in whole.targets:
        done = latest.get(target.number)
        reached = (
            f"realisasi {format_number(done.value)} ({done.period})" if done else "realisasi belum dilaporkan"
        )
        wanted = "" if target.value is None else f" {format_number(target.value)}"
        text = f"{target.indicator}:{wanted} {target.unit or ''}; {reached}"
        pairs.append((f"{target.number}. {target.kind.label}", text))
    return pairs


def _evaluation(evaluation: "Evaluation", score: "Score") -> list[tuple[str, str]]:
    figure = (
        f"belum ada nilai, cakupan {format_percent(float(score.coverage), 1)}"
        if score.value is None
        else f"nilai {format_number(float(score.value), 2)} ({score.category})"
    )
    advice = evaluation.recommendation.label if evaluation.recommendation else "belum ada rekomendasi"
    reported = f"{format_date(evaluation.reported_on)}" if evaluation.reported_on else ""
    pairs = [
        (str(evaluation.period), f"{implementation_label(evaluation.implementation)}; {figure}; {advice}"),
        ("  dilaporkan", ", ".join(filter(None, (reported, evaluation.filler)))),
        *((f"  {line.item}", _scored(line)) for line in score.lines),
        *(("  bukti berkas" if one.digest else "  bukti", one.text) for one in evaluation.evidence),
        ("  catatan", evaluation.note or ""),
    ]
    return [(label, value) for label, value in pairs if value]


def _obstacle(one: "Obstacle") -> list[tuple[str, str]]:
    state = f"selesai {one.closed}" if one.closed else "terbuka"
    category = f" ({OBSTACLE_CATEGORIES[one.category]})" if one.category else ""
    return [
        (f"{one.number}. {one.opened}, {state}", one.text + category),
        *((f"  upaya {effort.period}", effort.text) for effort in one.efforts),
    ]


def _action(one: "Action", as_of: date) -> tuple[str, str]:
    parts = (one.what, one.who, _state(one.due_on, one.done_on, as_of), one.proof and f"bukti: {one.proof}")
    return f"{one.number}. {one.agreed}", "; ".join(filter(None, parts))


def _scored(line: "ScoreLine") -> str:
    """One item with its answer and what it earned of its weight."""
    if line.points is None:
        return f"{(line.label or 'belum terjawab').lower()}, bobot {format_number(float(line.weight))}"
    return f"{line.label}: {format_number(float(line.points))} dari {format_number(float(line.weight))}"


def _state(due: date | None, done: date | None, as_of: date) -> str:
    if done is not None:
        return f"selesai {format_date(done)}"
    if due is None:
        return "terbuka"
    return f"tenggat {format_date(due)}" + (", terlewati" if due < as_of else "")


def _typed(duration: str | None) -> str:
    return f" ({duration})" if duration else ""


def _signed(party: Party) -> str:
    parts = [party.name, f"nomor {party.number}" if party.number else "nomor belum tercatat"]
    signer = party.signer
    if signer.office or signer.name:
        parts.append("ditandatangani " + ", ".join(filter(None, (signer.name, signer.office))))
    if signer.power_number:
        power = f"surat kuasa {signer.power_number}"
        parts.append(power + (f" tanggal {format_date(signer.power_date)}" if signer.power_date else ""))
    return "; ".join(parts)


def _file(link: FileLink) -> str:
    kept = "; tersimpan di registri" if link.embedded else ""
    return f"{link.path} ({format_number(link.size)} byte{kept})"


def _named(whole: Whole, agreement: str | None) -> str:
    if agreement is None:
        return ""
    return f"{agreement} {whole.relatives[agreement].title}"
