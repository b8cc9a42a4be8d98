"""A document in full as programs read it: the shape of ``show --format json`` (schema ``agreement/1``).

It is what ``domain.document.agreement`` says in other words, made inside SQLite; days are ISO texts (EDTF
under ``signed``, ``starts`` and ``ends``), unknown is None. Plain fields that are not named here stand beside
the others under their keys.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, TypedDict

if TYPE_CHECKING:
    from kskd.domain.field import Value


class PartyRecord(TypedDict):
    """One party; ``is_own`` is the Pemda itself."""

    name: str
    is_own: bool
    number: str | None
    signer_office: str | None
    signer_name: str | None
    power_of_attorney: str | None
    power_of_attorney_date: str | None
    joined_on: str | None
    left_on: str | None
    contribution: int | None
    brings: str | None
    further_numbers: list[str]


class ContactRecord(TypedDict):
    """Somebody to be asked about the document; ``personal`` says whether telephone and mail are their own."""

    number: int
    name: str | None
    office: str
    opd: str | None
    partner: str | None
    phone: str | None
    mail: str | None
    personal: bool


class RelationRecord(TypedDict):
    """What it is to another document, told by either of the two."""

    kind: str
    agreement: str


class NumberRecord(TypedDict):
    """A number and the party that gave it."""

    party: str
    number: str


class FileRecord(TypedDict):
    """A file of the document."""

    path: str
    sha256: str
    size: int
    embedded: bool


class EndRecord(TypedDict):
    """How it ends, and how long it runs as typed."""

    end_kind: str | None
    ends: str | None
    ends_on: str | None
    end_condition: str | None
    end_typed: str | None
    duration_typed: str | None


class TermRecord(EndRecord):
    """When it begins and how it ends."""

    starts: str | None
    starts_on: str | None


Amended = str | list[str] | EndRecord | None
"""A title, a scope or an end."""


class AmendedRecord(TypedDict):
    """A field that an adendum changed, before and after."""

    field: str
    old: Amended
    new: Amended


class AmendmentRecord(TypedDict):
    """One adendum; ``signed``, ``starts`` and ``ends`` are EDTF, ``signed_on`` an exact day."""

    number: int
    signed_on: str | None
    signed: str
    starts: str | None
    ends: str | None
    what: str
    adds_burden: bool | None
    dprd_answer: str | None
    dprd_approved_on: str | None
    tkksd_note: bool | None
    numbers: list[NumberRecord]
    changes: list[AmendedRecord]


class RealisationRecord(TypedDict):
    """What of a target was reached in a period."""

    period: str
    value: float


class TargetRecord(TypedDict):
    """One target with what was reached of it."""

    number: int
    kind: str
    indicator: str
    unit: str | None
    value: float | None
    due_on: str | None
    owed_by: str
    lower_is_better: bool
    counting: str
    source: str | None
    realisations: list[RealisationRecord]


class FillerRecord(TypedDict):
    """One who filled a report in beside the one who answers for it."""

    name: str
    role: str
    opd: str | None
    filled_on: str | None


class EvidenceRecord(TypedDict):
    """One piece of evidence; a file has a digest and a size."""

    text: str
    sha256: str | None
    size: int | None
    item: str | None


class EvaluationRecord(TypedDict):
    """One evaluation; the score and what follows from the instrument are filled in beside the snapshot."""

    agreement: str
    period: str
    implementation: str | None
    opd_implementation: str | None
    reported_on: str | None
    filler: str | None
    fillers: list[FillerRecord]
    channel: str | None
    unchanged: bool
    answers: dict[str, str]
    opd_answers: dict[str, str]
    score: float | None
    coverage: float | None
    category: str | None
    instrument: str
    missing: list[str] | None
    claims: list[str] | None
    not_assessable: list[str] | None
    recommendation: str | None
    recommendation_reason: str | None
    others: str | None
    note: str | None
    evidence: list[EvidenceRecord]
    obstacles: list[int]
    actions: list[int]


class EffortRecord(TypedDict):
    """What was done about an obstacle in a period."""

    period: str
    text: str


class ObstacleRecord(TypedDict):
    """One obstacle with the efforts against it."""

    number: int
    text: str
    category: str | None
    opened: str
    closed: str | None
    age_days: int | None
    efforts: list[EffortRecord]


class ActionRecord(TypedDict):
    """One action that was agreed on."""

    number: int
    agreed: str
    what: str
    who: str | None
    due_on: str | None
    done_on: str | None
    proof: str | None


class DecisionRecord(TypedDict):
    """What was decided of the end before it came."""

    decision: str
    by: str | None
    on: str | None
    letter: str | None


class SourceRecord(TypedDict):
    """A cell that told of a field; ``typed`` is None of what is personal, ``sheet`` of a file without."""

    field: str
    file: str
    sha256: str
    sheet: str | None
    row: int
    column: str
    typed: str | None


class DocumentRecord(TermRecord):
    """One document with all that hangs on it."""

    id: str
    doc: str
    scheme: str
    title: str
    status: str
    signed: str | None
    signed_on: str | None
    days_left: int | None
    parent: str | None
    children: list[str]
    predecessor: str | None
    successor: str | None
    line: str
    relations: list[RelationRecord]
    numbers: list[NumberRecord]
    partners: list[str]
    lead_opd: str
    support_opds: list[str]
    co_leads: list[str]
    affairs: list[str]
    file_count: int
    planned_for: int | None
    gap_days: int | None
    decision: DecisionRecord | None
    paper_name: str | None
    value: int | None
    ended_on: str | None
    end_ground: str | None
    entered_on: str
    void_reason: str | None
    scope: list[str]
    files: list[FileRecord]
    facts: dict[str, Value]
    fields: dict[str, str | float | None]
    clauses: list[str]
    parties: list[PartyRecord]
    contacts: list[ContactRecord]
    amendments: list[AmendmentRecord]
    targets: list[TargetRecord]
    evaluations: list[EvaluationRecord]
    obstacles: list[ObstacleRecord]
    actions: list[ActionRecord]
    sources: list[SourceRecord]
    version: int
