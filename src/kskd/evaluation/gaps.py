"""What is missing in the life of a document: each kind of gap with its age, and the command that closes it.

Whether reports are due is left to the rules of law; the other kinds are conventions of practice.
"""

from collections.abc import Callable, Iterator
from datetime import date, timedelta
from typing import NamedTuple

from kskd.domain.document.chain import children_of, is_umbrella
from kskd.domain.document.facts import FACTS
from kskd.domain.document.status import Status
from kskd.domain.implementation import Implementation
from kskd.domain.values.dates import format_date
from kskd.domain.values.kinds import YES
from kskd.rules.case import Case, is_unevaluated, missing_in_words, owed
from kskd.rules.catalogue import Bench
from kskd.rules.chapters.evaluations import RULES
from kskd.rules.chapters.signing import lacks_power
from kskd.rules.decided import STOPS, decision
from kskd.rules.readings import days_in_part, readings
from kskd.rules.rule import Violated
from kskd.rules.status_groups import IN_FORCE

_REPORTS = Bench(rule for rule in RULES if rule.code in {"KS501", "KS502", "KS503"})
_CARRIED_OUT = frozenset({Implementation.PENUH, Implementation.SEBAGIAN})


class Gap(NamedTuple):
    """One thing that is missing: since when, how many days that is, which OPD to ask, and what to type."""

    kind: str
    agreement: str
    opd: str
    since: date
    days: int
    what: str
    command: str


class _Found(NamedTuple):
    since: date
    what: str
    command: str


class Wanted(NamedTuple):
    """What is asked for: after how many days without a sign of life a document counts as idle.

    With ``each`` every report that has not come in is a gap of its own, else the oldest, with their number.
    """

    idle_days: int
    each: bool = False


class GapKind(NamedTuple):
    """One kind of gap: its code, what it is called, and what it finds in a document."""

    code: str
    label: str
    find: Callable[[Case, Wanted], Iterator[_Found]]


def gaps(case: Case, wanted: Wanted) -> Iterator[Gap]:
    """The gaps of one document on the day of its office, in the order of ``KINDS``.

    Where its days are known in part, the gaps of every reading, each as it is in the one that makes
    it shortest.
    """
    found = [list(_gaps(one.case, wanted)) for one in readings(case, days_in_part(case))]

    def named(gap: Gap) -> tuple[str, str]:
        # Of several reports the oldest is told, which is not the same in each reading.
        return gap.kind, "" if gap.kind == "no-report" and not wanted.each else gap.command

    for gap in found[0]:
        same = [one for each in found for one in each if named(one) == named(gap)]
        if len(same) == len(found):
            yield min(same, key=lambda one: one.days)


def _gaps(case: Case, wanted: Wanted) -> Iterator[Gap]:
    for kind in KINDS:
        for since, what, command in kind.find(case, wanted):
            days = (case.office.as_of - since).days
            yield Gap(kind.code, case.id, case.opd, since, days, what, f"kskd {command}")


def _is_carried_out(case: Case) -> bool:
    return case.status is Status.ACTIVE and not is_umbrella(case.doc)


def _asked_since(case: Case) -> tuple[date, str]:
    """The day from which somebody was asked about it; what there was before it is not known."""
    if case.begins >= case.office.reports_since:
        return case.begins, "sejak berlaku"
    return case.office.reports_since, "sejak laporannya ditagih"


def _no_child(case: Case, _: Wanted) -> Iterator[_Found]:
    """A line of umbrellas in force, by its last link, with no signed document below (an MoU under an LoI)."""
    if case.status is Status.ACTIVE and is_umbrella(case.doc) and not _is_followed(case):
        if any(child.signed_on is not None for child in case.children):
            return
        drafts = ", ".join(child.id for child in case.children)
        what = "Naskah payung belum mempunyai turunan"
        if drafts:
            yield _Found(case.signing, f"{what} yang ditandatangani; rancangan: {drafts}", _signing(case))
        else:
            yield _Found(case.signing, what, _following(case))


def _is_followed(case: Case) -> bool:
    """Whether what extends it is in force too: then the line is told of by that."""
    after, day = case.successor, case.office.as_of
    if after is None or after.signed_on is None or (after.starts_on or day) > day:
        return False
    return after.last_day is None or after.last_day >= day


def _following(case: Case) -> str:
    child, more = children_of(case.doc, case.signing)[0], '--title "…" --signed TANGGAL'
    if is_umbrella(child):
        return f"add-mou --scheme {case.scheme} --doc {child} --parent {case.id} {more}"
    return f"derive-pks {case.id} {more}"


def _signing(case: Case) -> str:
    return f"update {case.children[0].id} --signed TANGGAL"


def _no_target(case: Case, _: Wanted) -> Iterator[_Found]:
    if _is_carried_out(case) and not case.has_target:
        yield _Found(case.begins, "Belum ada target", f'target add {case.id} --indicator "…"')


def _idle(case: Case, wanted: Wanted) -> Iterator[_Found]:
    """In force, and for so long nothing was reported as carried out (``idle-days``)."""
    if not _is_carried_out(case):
        return
    busy = [one.ends for one in case.reports if one.implementation in _CARRIED_OUT]
    since, never = _asked_since(case)
    last = min(max([since, *busy]), case.office.as_of)
    if (case.office.as_of - last).days > wanted.idle_days:
        told = f"kegiatan terakhir dilaporkan sampai {format_date(last)}" if last in busy else never
        yield _Found(last, f"Tanpa kegiatan: {told}", f"evaluate {case.id} --period {case.office.semester}")


def _no_report(case: Case, wanted: Wanted) -> Iterator[_Found]:
    """The oldest report that has not come in, with how many, or each: what KS501, KS502 and KS503 find."""
    for rule, verdict in _REPORTS.judge(case):
        if isinstance(verdict, Violated):
            late = owed(case, case.office.year if rule.code == "KS503" else case.office.semester)
            for periods in [(one,) for one in late] if wanted.each else [late]:
                yield _Found(
                    periods[0].end + timedelta(days=1),
                    f"Laporan {missing_in_words(periods)}",
                    f"evaluate {case.id} --period {periods[0]}",
                )


def _no_evidence(case: Case, _: Wanted) -> Iterator[_Found]:
    """The latest report says that something was carried out, and nothing proves it."""
    if case.reports:
        last = case.reports[-1]
        if last.implementation in _CARRIED_OUT and not last.has_evidence:
            yield _Found(
                min(last.ends, case.office.as_of),
                f"Laporan {last.period} tanpa bukti",
                f'evaluate {case.id} --period {last.period} --evidence "…"',
            )


def _after_end(case: Case, _: Wanted) -> Iterator[_Found]:
    """Evaluated for a period that began after the last day, and no successor carries it on."""
    last = case.last_day
    late = [one for one in case.reports if last is not None and one.begins > last]
    if last is not None and late and case.successor is None:
        periods = ", ".join(one.period for one in late)
        yield _Found(
            last,
            f"Dievaluasi ({periods}) padahal berakhir {format_date(last)}",
            f"extend {case.id} --signed TANGGAL",
        )


def _never(case: Case, _: Wanted) -> Iterator[_Found]:
    """Nothing was ever reported, and a semester that is asked for and in which it was in force is due."""
    if _is_carried_out(case) and is_unevaluated(case):
        since, when = _asked_since(case)
        yield _Found(
            since, f"Belum pernah dievaluasi {when}", f"evaluate {case.id} --period {case.office.semester}"
        )


def _no_power(case: Case, _: Wanted) -> Iterator[_Found]:
    """Another than the head signed a contract (Permendagri 22/2020 Pasal 14, 36); its OPD knows the power."""
    if lacks_power(case):
        yield _Found(
            case.signing,
            f"Ditandatangani {case.own.office}; surat kuasanya belum tercatat",
            f"update {case.id} --power-of-attorney NOMOR --power-of-attorney-date TANGGAL",
        )


def _no_end(case: Case, _: Wanted) -> Iterator[_Found]:
    """In force, and nobody knows until when; what is open-ended is known."""
    if case.status in IN_FORCE and case.end_kind is None:
        yield _Found(case.signing, "Akhir belum diketahui", f"update {case.id} --ends TANGGAL")


def _overdue(case: Case, _: Wanted) -> Iterator[_Found]:
    for one in case.promises:
        if one.due_on is not None and one.due_on < case.office.as_of:
            yield _Found(
                one.due_on,
                f"Tindak lanjut {one.number} lewat tenggat: {one.what}",
                f"action done {case.id} {one.number} --on TANGGAL",
            )


def _no_successor(case: Case, _: Wanted) -> Iterator[_Found]:
    """It was decided to go on; it ended by itself, and nothing carries it on.

    An early end is another decision, as for KS318.
    """
    said, last = decision(case), case.ends_on
    if said is None or said == STOPS or case.successor is not None or case.ended_on is not None:
        return
    if last is not None and last < case.office.as_of:
        what = FACTS["decision"].word(said)
        yield _Found(
            last, f"Diputuskan {what}; penerusnya belum tercatat", f"extend {case.id} --signed TANGGAL"
        )


def _no_paper(case: Case, _: Wanted) -> Iterator[_Found]:
    """Only its adendum is there."""
    if case.facts.get("paper_missing") == YES:
        yield _Found(
            min(case.entered_on, case.office.as_of),
            "Naskah pokok belum ditemukan",
            f"update {case.id} --paper-missing tidak --reason …",
        )


KINDS = (
    GapKind("no-child", "Naskah payung tanpa turunan", _no_child),
    GapKind("no-target", "Turunan tanpa target", _no_target),
    GapKind("no-activity", "Tanpa kegiatan", _idle),
    GapKind("no-report", "Laporan belum masuk", _no_report),
    GapKind("no-evidence", "Laporan tanpa bukti", _no_evidence),
    GapKind("after-end", "Dievaluasi sesudah berakhir", _after_end),
    GapKind("never-evaluated", "Belum pernah dievaluasi", _never),
    GapKind("no-power", "Surat kuasa belum tercatat", _no_power),
    GapKind("no-successor", "Penerus yang diputuskan belum tercatat", _no_successor),
    GapKind("no-paper", "Naskah pokok belum ditemukan", _no_paper),
    GapKind("no-end", "Akhir belum diketahui", _no_end),
    GapKind("overdue-action", "Tindak lanjut lewat tenggat", _overdue),
)
"""All kinds, in printing order."""

LABELS = {kind.code: kind.label for kind in KINDS}
