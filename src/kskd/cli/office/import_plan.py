"""The plan of an import and what came of it, for people and for programs."""

from __future__ import annotations

import shlex
from typing import TYPE_CHECKING

from kskd.cli.kit.output import put_document
from kskd.cli.kit.talk import NOTHING, say
from kskd.domain.values.grid import column_name
from kskd.domain.values.text import quote
from kskd.importing.concepts import SUBJECT_NAMES, Subject, label_of
from kskd.importing.problems import together
from kskd.workflows.importing.quarantine import quarantine_of

if TYPE_CHECKING:
    from collections.abc import Mapping

    from kskd.workflows.importing.listing import FilePlan, ListPlan
    from kskd.workflows.importing.outcome import Fate, Outcome

_SHOWN = 20  # problems, changes or remarks of a kind that are shown; the files have all


def show_plan(plan: FilePlan) -> None:
    """Say what each column is taken for, how sure that is, and how days are read."""
    say(*(f"Berkas {plan.book.path}: {told}" for told in plan.book.told))
    for one in plan.lists:
        name = f"Lembar {quote(one.found.sheet)}" if one.found.sheet else "Daftar"
        hidden = f", {one.hidden} di antaranya tersembunyi" if one.hidden else ""
        where = "kepala pada" if one.found.head_rows else "tanpa kepala kolom, mulai"
        say(f"{name}, {where} baris {one.found.head}: {one.rows} baris{hidden}{_about(one)}.")
        say(*_columns(one))
        say(*_titles(one))
        say(*(f"  {words}" for words in one.days.words))


def _about(one: ListPlan) -> str:
    """What a list is about, where that is no documents."""
    if one.subject is Subject.DOCUMENT:
        return ""
    period = f" periode {one.period}" if one.period else ""
    return f", daftar {SUBJECT_NAMES[one.subject]}{period}"


def _columns(one: ListPlan) -> list[str]:
    lines = []
    for column in one.columns:
        meaning = label_of(one.fields, column.concept) if column.concept else NOTHING
        lines.append(
            f"  {column_name(column.column):>2}  {column.sure:<7} {column.heading[:28]:<28} → {meaning}"
        )
    return lines


def _titles(one: ListPlan) -> list[str]:
    """What stands over rows and holds for those that say nothing else."""
    return [
        f"  Judul {quote(title.text)} ({count} baris) → {label_of(one.fields, title.concept)} {title.value}"
        for title, count in one.titles.rows.most_common(_SHOWN)
    ]


def show_outcome(outcome: Outcome) -> None:
    """Say what is new, what changed, and what is left."""
    for what, names in (("Mitra baru", outcome.partners), ("OPD baru", list(outcome.opds.values()))):
        if names:
            _some(f"{what} ({len(names)}):", names)
    if outcome.unknown_opds:
        lines = [
            f"{name}" + (f" – mungkin {'; '.join(near)}" if near else "")
            for name, near in outcome.unknown_opds.items()
        ]
        _some(f"OPD yang belum tercatat ({len(lines)}):", lines)
    if outcome.changes:
        _some(
            f"Berubah ({len(outcome.changes)}):",
            [f"{one.id} (baris {one.row}) {one.change}" for one in outcome.changes],
        )
    if outcome.remarks:
        _some(f"Perlu diketahui ({len(outcome.remarks)}):", outcome.remarks)
    if outcome.problems:
        _some(f"Perlu diputuskan ({len(outcome.problems)}):", together(outcome.problems))
    if outcome.merged:
        lines = [f"{one.place} dengan {one.first}: {one.id} ({one.title})" for one in outcome.merged]
        _some(f"Digabung, karena naskahnya sama ({len(lines)}):", lines)


def show_result(plan: FilePlan, outcome: Outcome, written: Mapping[str, str], *, dry_run: bool) -> None:
    """Say how many rows were recorded, or would be, and what was written."""
    verb = "Akan tercatat" if dry_run else "Tercatat"
    say(f"{verb} dari {len(plan.lists)} daftar: {_counted(outcome.fates) or 'tidak ada baris'}.")
    if set(outcome.subjects) - {Subject.DOCUMENT}:
        say(*(f"  {SUBJECT_NAMES[one]}: {_counted(fates)}" for one, fates in outcome.subjects.items()))
    if outcome.links:
        say(f"{outcome.links} tautan ke luar bukan berkas; hanya tersimpan sebagai sumber.")
    for what, path in written.items():
        say(f"{what}: {path}")
        left = [one for one in outcome.left if quarantine_of(one.batch.subject) == what]
        if left:
            known = sum(bool(one.id) for one in left)
            also = f", {known} di antaranya dari naskah yang sudah tercatat" if known else ""
            say(f"  {len(left)} baris{also}; perbaiki, lalu: kskd import {shlex.quote(path)}")


def _counted(fates: Mapping[Fate, int]) -> str:
    return ", ".join(f"{count} {fate}" for fate, count in sorted(fates.items()))


def _some(heading: str, lines: list[str]) -> None:
    more = len(lines) - _SHOWN
    say(heading, *(f"  {line}" for line in lines[:_SHOWN]))
    if more > 0:
        say(f"  dan {more} lagi; semuanya dengan --format json.")


def put_json(plan: FilePlan, outcome: Outcome, written: Mapping[str, str]) -> None:
    """All of it for programs."""
    put_document(
        "import/1",
        {
            "file": plan.book.path,
            "sha256": plan.book.digest,
            "told": list(plan.book.told),
            "lists": [_list_said(one) for one in plan.lists],
            "counts": _fates_said(outcome.fates),
            "subjects": {str(subject): _fates_said(fates) for subject, fates in outcome.subjects.items()},
            "passed": outcome.passed,
            "merged": len(outcome.merged),
            "merged_rows": [
                {**one.place._asdict(), "id": one.id, "title": one.title, "first": one.first._asdict()}
                for one in outcome.merged
            ],
            "links": outcome.links,
            "partners": outcome.partners,
            "opds": outcome.opds,
            "unknown_opds": {name: list(near) for name, near in outcome.unknown_opds.items()},
            "changes": [
                {"id": one.id, "row": one.row, "label": change.label, "old": change.old, "new": change.new}
                for one in outcome.changes
                for change in [one.change]
            ],
            "remarks": outcome.remarks,
            "problems": [one.as_json() for one in outcome.problems],
            "quarantine": written.get(quarantine_of(Subject.DOCUMENT)),
            "quarantines": {
                str(subject): path for subject in Subject if (path := written.get(quarantine_of(subject)))
            },
        },
    )


def _list_said(one: ListPlan) -> dict[str, object]:
    """One list of the file, and what each of its columns is taken for."""
    return {
        "sheet": one.found.sheet or None,
        "subject": str(one.subject),
        "period": one.period or None,
        "rows": one.rows,
        "hidden": one.hidden,
        "columns": [
            {
                "column": column_name(column.column),
                "heading": column.heading,
                "field": column.concept,
                "sure": column.sure,
                "why": column.why,
                "others": list(column.others),
            }
            for column in one.columns
        ],
        "days": list(one.days.words),
        "titles": [
            {"text": title.text, "field": title.concept, "value": title.value, "rows": count}
            for title, count in one.titles.rows.most_common()
        ],
    }


def _fates_said(fates: Mapping[Fate, int]) -> dict[str, int]:
    return {str(fate): count for fate, count in sorted(fates.items())}
