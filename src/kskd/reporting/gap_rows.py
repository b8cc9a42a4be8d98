"""What a report lacks, document by document: the thing in words, who must give it, and the command for it.

Only gaps that can still be closed are listed: those of documents in force, to come, or counted.
"""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

from kskd.domain.document.status import Status
from kskd.reporting.model import ReportGap

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from kskd.domain.document.agreement import Agreement
    from kskd.domain.evaluation import Evaluation, Target
    from kskd.evaluation.instrument import Instrument
    from kskd.reporting.survey import Survey

KINDS = {
    "report": "Laporan evaluasi belum masuk",
    "state": "Keadaan pelaksanaan belum diisi",
    "answers": "Jawaban instrumen belum lengkap",
    "evidence": "Bukti belum disebut",
    "target": "Target belum dicatat",
    "realisation": "Realisasi target belum diisi",
    "partner-number": "Nomor naskah dari mitra belum tercatat",
    "number": "Nomor naskah Pemda belum tercatat",
    "end": "Tanggal akhir belum tercatat",
    "parent": "Naskah induk belum diketahui",
}
"""Codes of gaps and their headings, in printing order."""

_OFFICE = frozenset({"number", "end", "parent"})  # kept by the office; all else only the OPD can know


def gaps_of(survey: Survey, leads: Iterable[Agreement], targets: Iterable[Target]) -> tuple[ReportGap, ...]:
    """What the documents of an OPD lack; what the office itself must give comes last."""
    promised: dict[str, list[Target]] = defaultdict(list)
    for target in sorted(targets, key=lambda one: one.number):
        promised[target.agreement].append(target)
    found = [gap for one in leads for gap in gaps(survey, one, promised[one.id])]
    office = survey.facts.government.text("office")
    return tuple(sorted(found, key=lambda gap: gap.who == office))


def gaps(survey: Survey, agreement: Agreement, targets: Sequence[Target]) -> Iterator[ReportGap]:
    """What one document lacks, in the order of ``KINDS``."""
    status = survey.status[agreement.id]
    if status is Status.DRAFT or not (
        survey.is_counted(agreement) or status in {Status.ACTIVE, Status.UPCOMING}
    ):
        return
    found = {**_evaluation_gaps(survey, agreement, targets), **_paper_gaps(agreement)}
    code = survey.opd[agreement.id]
    office = survey.facts.government.text("office")
    for kind in KINDS:
        if kind in found:
            what, command = found[kind]
            who = office if kind in _OFFICE else survey.facts.opds[code].name
            yield ReportGap(kind, what, agreement.id, agreement.title, code, who, f"kskd {command}")


def _paper_gaps(agreement: Agreement) -> Mapping[str, tuple[str, str]]:
    found = {}
    update = f"update {agreement.id}"
    own = next((party.number for party in agreement.parties if party.seat == 0), None)
    nameless = [
        party.name for party in agreement.parties if party.seat > 0 and not party.number and not party.left
    ]
    if nameless:
        found["partner-number"] = (
            f"Nomor naskah dari {', '.join(nameless)}",
            f'{update} --partner-number "…"',
        )
    if not own:
        found["number"] = ("Nomor naskah Pemda", f'{update} --number "…"')
    if agreement.term.end_kind is None:
        found["end"] = ("Tanggal akhir, atau keterangan tanpa batas waktu", f"{update} --ends TANGGAL")
    if agreement.is_derived and agreement.parent is None:
        found["parent"] = ("Naskah induk (payung)", f"{update} --parent ID")
    return found


def _evaluation_gaps(
    survey: Survey, agreement: Agreement, targets: Sequence[Target]
) -> Mapping[str, tuple[str, str]]:
    shown = survey.evaluation(agreement.id)
    due = survey.due_period
    found = {}
    if (shown is None or shown.period.end < due.end) and survey.owed(agreement):
        found["report"] = (f"Laporan evaluasi {due.label}", f"evaluate {agreement.id} --period {due}")
    if not survey.is_counted(agreement):
        return found
    if shown is not None:
        found.update(_answer_gaps(survey, shown, targets))
    if not targets:
        found["target"] = ("Target keluaran, hasil, atau kewajiban", f"target add {agreement.id}")
    return found


def _answer_gaps(
    survey: Survey, evaluation: Evaluation, targets: Sequence[Target]
) -> Mapping[str, tuple[str, str]]:
    found = {}
    evaluate = f"evaluate {evaluation.agreement} --period {evaluation.period}"
    score = survey.score(evaluation.agreement)
    instrument = survey.facts.instruments[evaluation.instrument]
    asked = {item.code for item in instrument.asked_items}
    unanswered = [code for code in (score.missing if score else ()) if code in asked]
    if evaluation.implementation is None:
        found["state"] = ("Keadaan pelaksanaan", f"{evaluate} --implementation …")
    if unanswered:
        found["answers"] = (
            f"Jawaban {len(unanswered)} dari {len(asked)} butir: {_in_words(instrument, unanswered)}",
            f"{evaluate} --answer {unanswered[0]}=…",
        )
    if not evaluation.evidence:
        found["evidence"] = ("Bukti pelaksanaan", f'{evaluate} --evidence "…"')
    open_targets = [one for one in targets if one.value is not None and survey.realisation(one) is None]
    if open_targets:
        numbers = ", ".join(str(one.number) for one in open_targets)
        found["realisation"] = (f"Realisasi target nomor {numbers}", evaluate)
    return found


def _in_words(instrument: Instrument, codes: Sequence[str]) -> str:
    """Items by section, for people who know the questions and not the codes: "hasil (Capaian)"."""
    sections: dict[str, list[str]] = {}
    for item in instrument.items:
        if item.code in codes:
            sections.setdefault(instrument.sections[item.section], []).append(item.code.replace("-", " "))
    return "; ".join(f"{', '.join(labels)} ({title})" for title, labels in sections.items())
