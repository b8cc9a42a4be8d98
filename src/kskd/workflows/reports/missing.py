"""What is not recorded of which document or unit, each with who is asked and the command that records it."""

from collections.abc import Iterable, Mapping
from datetime import date
from functools import partial
from typing import NamedTuple

from kskd.domain.choices import OfficialRole
from kskd.domain.field import Field, Many, Place
from kskd.domain.finding import Severity
from kskd.domain.office.official import Official
from kskd.domain.values.kinds import FieldKind
from kskd.domain.values.text import word
from kskd.registry.session import Session
from kskd.registry.tables import officials
from kskd.registry.views.coverage import (
    ALL,
    NONE,
    PART,
    PARTNER_KIND,
    HeldFields,
    read_kindless,
    read_passed,
)
from kskd.workflows.reports.judged import Asking, Judged

_beside = partial(Field, kind=FieldKind.PART, place=Place.PARTS)
RUNNING = _beside("evaluation", "evaluasi periode berjalan")
ENDED = _beside("evaluation_before", "evaluasi periode yang lalu")
LIAISON = _beside("liaison", "penghubung OPD (per OPD)")
"""Counted by unit, not by document; who is known without telephone and mail is known in part."""

Liaisons = Mapping[str, Official | None]
"""By unit who is the liaison, of several the one that can be reached; None where nobody is recorded."""


class MissingFact(NamedTuple):
    """One fact of one document, or with None of the unit itself, that is not recorded, or in part.

    With the OPD asked, the command that records it, and the rules that ask for it, if any do. ``question``
    stands in a letter.
    """

    opd: str
    agreement: str | None
    field: str
    label: str
    is_partial: bool
    severity: Severity | None
    rules: tuple[str, ...]
    command: str
    question: str


class Lack(NamedTuple):
    """A field of a document that is not recorded, or in part, and what the rules say of that."""

    held: HeldFields
    field: Field
    request: Asking | None


def missing_facts(session: Session, lacks: Iterable[Lack], judged: Judged) -> list[MissingFact]:
    """Each lack in words and with its command."""
    passed, kindless = read_passed(session), read_kindless(session)
    found = []
    for held, field, request in lacks:
        agreement, level = held.agreement, held.levels[field.key]
        label, command = field.label, _update(agreement, field, level, passed.get((agreement, field.key), 0))
        if field is PARTNER_KIND:
            name = kindless[agreement]
            label, command = f"{field.label} {name}", f"kskd partner update {word(name)} --kind …"
        elif field in (RUNNING, ENDED):
            owed = judged.reports[agreement]
            period = next(one.period for one in owed if one.is_running is (field is RUNNING))
            label, command = f"evaluasi {period.label}", f"kskd evaluate {agreement} --period {period}"
        is_partial = level == PART
        asked = request or Asking(None, ())
        found.append(
            MissingFact(
                held.opd,
                agreement,
                field.name,
                label,
                is_partial,
                *asked,
                command,
                _question(field, label, is_partial=is_partial),
            )
        )
    return found


def _question(field: Field, label: str, *, is_partial: bool) -> str:
    if label == field.label and field.full:
        label = field.full
    if field.kind is FieldKind.YES_NO:
        return f"apakah {label.removeprefix('apakah ')}"
    if field.choices:
        return f"{label} ({', '.join(said for _, said in field.choices)})"
    return f"{label} (baru tercatat sebagian)" if is_partial else label


def _update(agreement: str, field: Field, level: int, passed: int) -> str:
    """What records a field of a document; a correction of what is known in part is told with its reason."""
    told = f"{field.option}=…" if field.is_own else f"{field.option} …"
    if passed or field.many is Many.TEXTS:
        told = " ".join((*passed * (f"{field.option} -",), f"{field.option} …"))
    elif level == PART:
        told = f"{told} --reason …"
    return f"kskd update {agreement} {told}"


def read_liaisons(session: Session, units: Iterable[str], as_of: date) -> Liaisons:
    """Who is the liaison of each of these units on the day."""
    found: dict[str, Official | None] = dict.fromkeys(sorted(units))
    for one in officials.read_officials(session).values():
        if one.role is OfficialRole.LIAISON and one.opd in found and one.holds(as_of):
            known = found[one.opd]
            found[one.opd] = one if known is None or reach(known) < reach(one) else known
    return found


def reach(one: Official | None) -> int:
    """How much of a liaison is recorded."""
    if one is None:
        return NONE
    return ALL if one.phone or one.mail else PART


def unreached(liaisons: Liaisons) -> list[MissingFact]:
    """The units of which no liaison is recorded, or none that can be reached."""
    return [_unreached(opd, one) for opd, one in liaisons.items() if reach(one) != ALL]


def _unreached(opd: str, one: Official | None) -> MissingFact:
    label = "telepon atau surel penghubung" if one else "penghubung OPD"
    question = label if one else "nama, jabatan, dan telepon penghubung kerja sama"
    command = f"add --role penghubung --opd {opd} --office … --name … --phone …"
    if one is not None:
        command = f"update {one.id} --phone …"
    return MissingFact(
        opd, None, LIAISON.name, label, one is not None, None, (), f"kskd official {command}", question
    )
