"""The most pressing things of a day, each with its reason and the command to type."""

from collections.abc import Iterator
from datetime import date
from typing import TYPE_CHECKING, NamedTuple

from kskd.domain.deadline import Deadline
from kskd.domain.document.chain import is_umbrella
from kskd.domain.document.status import Status
from kskd.domain.settings import SETTINGS, Government
from kskd.registry.file.opening import resolved
from kskd.registry.session import Session
from kskd.registry.tables import settings
from kskd.rules.case import Case, is_unevaluated
from kskd.workflows.access import Access
from kskd.workflows.law.due import ASKED, read_open
from kskd.workflows.register.filtering import Filters, choose
from kskd.workflows.silences import silences

if TYPE_CHECKING:
    from kskd.workflows.register.filters import Chosen

MOST = 10
_AT_ONCE, _SOON = 7, 30  # days


class Pressing(NamedTuple):
    """One thing to do: its kind (a deadline's, or the code of a rule), why, and the command."""

    kind: str
    agreement: str | None
    opd: str | None
    due_on: date | None
    days_left: int | None
    what: str
    reason: str
    command: str


class Agenda(NamedTuple):
    """The most pressing things, and how many more that have passed there is no room for."""

    items: list[Pressing]
    more_passed: int


def pressing(access: Access, filters: Filters, *, as_of: date) -> Agenda:
    """At most ten things, in this order, and how many more have passed.

    What is due within a week; what has passed, the latest first; violations of the law; long silences of
    what is done by the calendar; what is due within a month; drafts that have stood in their stage for more
    than a month, the longest first; what is in force until a day that nobody knows, in one line; what is in
    force and was never evaluated. Rules are asked only when there is room for what they find. With filters
    nothing is said of silences.
    """
    with access.reading() as session:
        government = settings.read_government(session)
        never: list[Pressing] = []
        deadlines: list[Deadline] = []
        drafts: list[Case] = []
        endless: list[Case] = []
        chosen = choose(session, access, filters, as_of)
        for case, due in read_open(session, government, as_of, chosen, only=ASKED):
            deadlines += due
            if case is None:
                continue
            if case.status is Status.DRAFT and (case.planned_for or 0) < as_of.year:
                drafts.append(case)
            if case.status is Status.ACTIVE and case.end_kind is None:
                endless.append(case)
            if len(never) < MOST and _is_carried_out(case) and is_unevaluated(case):
                never.append(_never(case))
        deadlines.sort(key=lambda one: (one.due_on, one.subject, one.kind))
        found = [_due(one, government) for one in deadlines if 0 <= one.days_left <= _AT_ONCE]
        passed = [_due(one, government) for one in reversed(deadlines) if one.days_left < 0]
        more_passed = len(passed[max(0, MOST - len(found)) :])
        found += passed
        if len(found) < MOST:
            known = {one.command for one in found}  # a report that is overdue breaks a rule too
            found += [
                one for one in _violations(session, government, as_of, chosen) if one.command not in known
            ]
        if not filters:
            silent = silences(session, government, resolved(access.path), as_of, access.now)
            found += [
                Pressing(one.kind, None, None, None, None, one.what, one.reason, one.command)
                for one in silent
            ]
    found += [_due(one, government) for one in deadlines if _AT_ONCE < one.days_left <= _SOON]
    if len(found) < MOST:
        found += _waiting(drafts, as_of)
    found += _endless(endless)
    return Agenda([*found, *never][:MOST], more_passed)


def _due(one: Deadline, government: Government) -> Pressing:
    is_sure = one.first_day == one.due_on
    if one.days_left < 0:
        when = f"lewat {'' if is_sure else 'sedikitnya '}{-one.days_left} hari"
    else:
        when = f"{one.days_left} hari lagi" if one.days_left else "hari ini"
        when = when if is_sure else f"paling lambat {when}"
    return Pressing(
        one.kind,
        one.agreement,
        one.opd,
        one.due_on,
        one.days_left,
        one.what,
        f"{when}; {_basis(one.article, government)}",
        one.remedy,
    )


def _basis(article: str, government: Government) -> str:
    """As a letter names it; of a setting also the command that changes it."""
    changed = f" (kskd setting set {article} …)" if article in SETTINGS else ""
    return f"{government.basis(article)}{changed}"


def _violations(
    session: Session, government: Government, as_of: date, chosen: "Chosen | None"
) -> Iterator[Pressing]:
    """Errors that rules find and the office has not accepted, in order of document."""
    from kskd.domain.finding import Severity
    from kskd.registry.tables.acceptances import read_acceptances
    from kskd.registry.views.cases import read_cases
    from kskd.rules.catalogue import RULES, Bench
    from kskd.rules.rule import Violated
    from kskd.workflows.law.office_duties import read_office

    bench = Bench(rule for rule in RULES if rule.severity is Severity.ERROR)
    accepted = {key for key, one in read_acceptances(session).items() if one.holds(as_of.isoformat())}
    ids = None if chosen is None else chosen.ids
    for case in read_cases(session, read_office(session, government, as_of), agreements=ids):
        for rule, verdict in bench.judge(case):
            if isinstance(verdict, Violated) and (case.id, rule.code) not in accepted:
                one = rule.finding(case, verdict)
                yield Pressing(
                    one.rule,
                    one.agreement,
                    one.opd,
                    None,
                    None,
                    one.message,
                    f"{rule.title}; {_basis(one.article, government)}",
                    one.remedy,
                )


def _waiting(drafts: list[Case], as_of: date) -> list[Pressing]:
    if not drafts:
        return []
    from kskd.rules.stages import stage_of

    found: list[tuple[int, Pressing]] = []
    for case in drafts:
        now = stage_of(case)
        begun = (now and now.since) or case.entered_on
        days = (as_of - begun).days
        if now is None or days <= _SOON:
            continue
        since = f"{days} hari dalam tahap ini" if now.since else f"dicatat {days} hari lalu"
        told = Pressing(
            "tahap",
            case.id,
            case.opd,
            None,
            None,
            f"{now.name}: menunggu {now.turn}",
            "; ".join(filter(None, (since, now.note, now.article))),
            now.command,
        )
        found.append((days, told))
    return [one for _, one in sorted(found, key=lambda each: (-each[0], each[1].agreement))]


def _endless(cases: list[Case]) -> Iterator[Pressing]:
    """What is in force without a known end, told by the one that was signed first."""
    if not cases:
        return
    first = min(cases, key=lambda one: (str(one.signed), one.id))
    others = len(cases) - 1
    yield Pressing(
        "akhir-belum-diketahui",
        first.id,
        first.opd,
        None,
        None,
        "Akhir belum diketahui",
        f"berlaku sejak {_since(first)} tanpa akhir yang tercatat"
        + (f"; begitu pula {others} naskah lain (kskd gaps --kind no-end)" if others else ""),
        f"kskd update {first.id} --ends TANGGAL",
    )


def _since(case: Case) -> str:
    began = case.starts or case.signed
    return began.words if began else ""


def _is_carried_out(case: Case) -> bool:
    return case.status is Status.ACTIVE and not is_umbrella(case.doc)


def _never(case: Case) -> Pressing:
    began = case.starts or case.signed
    # What was evaluated before reports were asked for is not known.
    asked = " sejak laporannya ditagih" if began and began.latest < case.office.reports_since else ""
    return Pressing(
        "evaluasi",
        case.id,
        case.opd,
        None,
        None,
        "Evaluasi naskah ini",
        f"berlaku sejak {_since(case)} dan belum pernah dievaluasi{asked}",
        f"kskd evaluate {case.id} --period {case.office.semester}",
    )
