"""Why a document stands where it stands, in words: each step from its facts to its status."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from kskd.domain.document.ending import GROUNDS
from kskd.domain.document.ends import EndKind
from kskd.domain.document.standing import Step
from kskd.domain.document.status import STATUS_NAMES, Status
from kskd.domain.values.dates import format_date

if TYPE_CHECKING:
    from datetime import date

    from kskd.domain.document.agreement import Agreement


class Reason(NamedTuple):
    """One step from the facts to a status: the fact, its value, and what follows from it."""

    fact: str
    value: str
    effect: str


def reasons(one: Agreement, as_of: date) -> tuple[Reason, ...]:
    """The steps of ``Agreement.stand``, the deciding one last."""
    status, (*passed, last) = one.stand(as_of)
    return (
        *(Reason(step.value, _value(one, step), _PASSED[step]) for step in passed),
        Reason(last.value, _value(one, last), _decided(one, last, status, as_of)),
    )


_PASSED = {Step.SIGNING: "naskah sudah ditandatangani", Step.START: "sudah mulai"}


def _value(one: Agreement, step: Step) -> str:
    """What is recorded of the fact."""
    term, ending = one.term, one.ending
    if step is Step.VOIDING:
        return one.void_reason or ""
    if step is Step.SIGNING:
        return one.signed.words if one.signed else "belum tercatat"
    if step is Step.START:
        start = term.starts or one.signed
        source = "tercatat" if term.starts else "tidak tercatat, maka tanggal penandatanganan"
        return f"{start.words if start else ''} ({source})"
    if step is Step.ENDING and ending is not None:
        article = GROUNDS[ending.ground].article(one.scheme) if ending.ground in GROUNDS else "–"
        return f"{format_date(ending.on)}, dasar {ending.label} ({article})"
    if term.ends is None:
        return "tanpa batas waktu" if term.end_kind is EndKind.OPEN else term.condition or "belum tercatat"
    how = f", dihitung dari {term.duration_typed}" if term.duration_typed and not term.end_typed else ""
    return f"{term.ends.words}{how}"


def _decided(one: Agreement, step: Step, status: Status, as_of: date) -> str:
    """What follows from the step that decides."""
    ends, name = one.term.ends, STATUS_NAMES[status]
    at_least = "sedikitnya " if ends and ends.exact is None else ""
    if status is Status.DRAFT:
        return "tanpa tanda tangan naskah masih rancangan"
    if status is Status.VOID:
        why = "naskah salah catat tidak dihitung"
    elif status is Status.UNKNOWN:
        why = f"hari tepatnya belum diketahui, dan {format_date(as_of)} dapat sebelum atau sesudahnya"
    elif status is Status.UPCOMING:
        why = f"{format_date(as_of)} mendahuluinya"
    elif status is Status.ENDED and one.ending is not None:
        why = f"lewat {(as_of - one.ending.on).days} hari"
    elif step is Step.ENDING:
        why = "hari ini hari terakhirnya"
    elif ends is None:
        nobody = one.term.end_kind is None
        why = "tanpa tanggal akhir tidak pernah lewat"
        why = "akhirnya belum diketahui, jadi dianggap belum lewat" if nobody else why
    elif one.term.end_kind is EndKind.CONDITION:
        why = "akhir pertama tidak lewat dengan sendirinya"
    elif status is Status.EXPIRED:
        why = f"lewat {at_least}{(as_of - ends.latest).days} hari"
    else:
        why = f"sisa {at_least}{max(0, (ends.earliest - as_of).days)} hari, hari terakhir termasuk"
    return f"{why}: {name}"
