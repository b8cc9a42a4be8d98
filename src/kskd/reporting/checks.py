"""Sums and cross-totals of what a page is given, checked before anything is said of it.

Each figure that can be had in two ways is had in both: a sum from its parts, a count from the ids behind it,
the Pemda from its OPD. What disagrees is a fault of kskd or of the registry, never something to print.
"""

from __future__ import annotations

from dataclasses import fields, is_dataclass
from typing import TYPE_CHECKING, Any, NamedTuple

from kskd.reporting.kinds.bulanan import Bulanan
from kskd.reporting.kinds.opd import OpdSheet
from kskd.reporting.kinds.pemetaan import AffairLine, Pemetaan
from kskd.reporting.kinds.ringkasan import Ringkasan, StepReached
from kskd.reporting.kinds.tkksd import SchemeGroup
from kskd.reporting.model import Figures, IndexPage, OpdReport, RecapReport, Totals
from kskd.reporting.rows import NOT_REPORTED

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping


class Sum(NamedTuple):
    """A figure had in two ways: what it is, as it would be printed, and as it is found from its parts."""

    what: str
    stated: int
    found: int


def disagreements(facts: object) -> list[Sum]:
    """The sums of a page's facts, and of all within them, that do not agree."""
    return [one for one in _sums(facts) if one.stated != one.found]


def _sums(value: object) -> Iterator[Sum]:
    if isinstance(value, tuple):
        for one in value:
            yield from _sums(one)
    elif is_dataclass(value):
        if (check := CHECKS.get(type(value))) is not None:
            yield from check(value)
        for each in fields(value):
            yield from _sums(getattr(value, each.name))


def _within(what: str, some: int, all_: int) -> Sum:
    """No more than there are."""
    return Sum(what, some, min(some, all_))


def _counts(shares: Iterable[Any]) -> int:
    return sum(one.count for one in shares)


def _step(step: StepReached) -> Iterator[Sum]:
    ids = [one for state in step.states for one in state.ids]
    yield Sum("naskah menurut keadaannya", step.whole, len(ids))
    yield Sum("naskah yang berbeda menurut keadaannya", step.whole, len(set(ids)))
    yield _within("naskah yang sudah sampai", step.now, step.whole)
    if step.whole_before is not None and step.before is not None:
        yield Sum(
            "naskah periode lalu", step.whole_before, sum(len(state.ids) for state in step.states_before)
        )
        yield _within("naskah yang dahulu sudah sampai", step.before, step.whole_before)


def _ringkasan(page: Ringkasan) -> Iterator[Sum]:
    """The states of the Pemda beside what is noted of its OPD."""
    of = {state.code: set(state.ids) for state in page.carried.states}
    silent = {one for opd in page.opds for one in opd.silent}
    weak = {one for opd in page.opds for one in opd.weak}
    yield Sum("naskah yang belum dilaporkan menurut OPD", len(of.get(NOT_REPORTED, ())), len(silent))
    yield _within("naskah yang laporannya lewat jatuh tempo", len(page.late), len(silent))
    yield Sum(
        "naskah yang belum atau tidak dilaksanakan menurut OPD",
        len(of.get("belum", set()) | of.get("tidak", set())),
        len(weak),
    )
    yield _within("payung dengan turunan dilaksanakan", page.lines_carried, page.umbrellas.now)
    yield _within("naskah yang bernilai", len(page.scored), page.carried.whole)
    yield _within("naskah yang bernilai dua periode", len(page.scored_both), len(page.scored))
    yield _within("naskah luar negeri", len(page.abroad), page.carried.whole)


def _totals(totals: Totals) -> Iterator[Sum]:
    yield Sum("naskah payung dan turunan", totals.total, totals.umbrellas + totals.derived)
    for what, shares in (
        ("jenis", totals.by_doc),
        ("bentuk", totals.by_scheme),
        ("status", totals.by_status),
    ):
        yield Sum(f"naskah menurut {what}", totals.total, _counts(shares))


def _figures(figures: Figures) -> Iterator[Sum]:
    reported = figures.reported
    silent = (one for one in figures.states if one.code == NOT_REPORTED)
    yield Sum("naskah turunan menurut pelaksanaan", reported.denominator, _counts(figures.states))
    yield Sum("naskah yang belum dilaporkan", reported.denominator - reported.numerator, _counts(silent))
    yield Sum("naskah dalam rata-rata nilai", reported.denominator, figures.mean.total)
    yield _within("naskah bernilai", figures.mean.scored, figures.mean.total)
    barren = figures.follow_up.denominator - figures.follow_up.numerator
    yield Sum("naskah payung tanpa turunan", barren, len(figures.without_derived))


def _opd(page: OpdReport) -> Iterator[Sum]:
    yield Sum(f"naskah turunan {page.code}", page.figures.reported.denominator, len(page.agreements))


def _recap(page: RecapReport) -> Iterator[Sum]:
    """The Pemda from its OPD, and from its schemes."""
    whole, opds = page.figures, page.opds
    pairs = {
        "naskah": (whole.totals.total, [one.total for one in opds]),
        "naskah yang berlaku": (whole.totals.in_force, [one.in_force for one in opds]),
        "naskah payung yang berlaku": (
            whole.follow_up.denominator,
            [one.follow_up.denominator for one in opds],
        ),
        "naskah turunan": (whole.reported.denominator, [one.reported.denominator for one in opds]),
        "naskah yang dilaporkan": (whole.reported.numerator, [one.reported.numerator for one in opds]),
        "naskah yang bernilai": (whole.mean.scored, [one.mean.scored for one in opds]),
        "naskah yang segera berakhir": (len(whole.soon), [one.soon for one in opds]),
        "isian yang kurang": (_counts(page.gaps), [one.gaps for one in opds]),
    }
    for what, (stated, parts) in pairs.items():
        yield Sum(f"{what} menurut OPD", stated, sum(parts))
    for at, state in enumerate(whole.states):
        yield Sum(
            f"{state.label.lower()} menurut OPD", state.count, sum(one.states[at].count for one in opds)
        )
    schemes = page.by_scheme
    yield Sum("naskah turunan menurut bentuk", whole.reported.denominator, sum(one.total for one in schemes))
    listed = len(page.oldest_obstacles) + page.more_obstacles
    yield Sum("kendala terbuka menurut daftarnya", _counts(page.open_obstacles), listed)


def _index(page: IndexPage) -> Iterator[Sum]:
    yield Sum("naskah menurut OPD", page.totals.total, sum(one.total for one in page.opds))


def _sheet(page: OpdSheet) -> Iterator[Sum]:
    yield Sum("isi laporan yang diminta", page.asked, 9 * len(page.sheets))
    yield _within("isi laporan yang tercatat", page.known, page.asked)
    yield _within("tindak lanjut yang terlambat", page.overdue, len(page.requests) + page.more)


def _affair(line: AffairLine) -> Iterator[Sum]:
    yield Sum(f"naskah urusan {line.name}", line.umbrellas + line.derived, len(set(line.ids)))


def _map(page: Pemetaan) -> Iterator[Sum]:
    shown = {one for line in page.lines for one in line.ids} | set(page.unclassed)
    yield Sum("naskah yang berlaku menurut urusan", page.total, len(shown))


def _month(page: Bulanan) -> Iterator[Sum]:
    silent = page.reported.denominator - page.reported.numerator
    yield Sum("naskah yang belum dilaporkan", silent, len(set(page.silent)))


def _group(group: SchemeGroup) -> Iterator[Sum]:
    yield Sum(f"naskah turunan, {group.label.lower()}", group.carried.whole, len(group.rows))


CHECKS: Mapping[type, Callable[[Any], Iterator[Sum]]] = {
    StepReached: _step,
    Ringkasan: _ringkasan,
    Totals: _totals,
    Figures: _figures,
    OpdReport: _opd,
    RecapReport: _recap,
    IndexPage: _index,
    OpdSheet: _sheet,
    AffairLine: _affair,
    Pemetaan: _map,
    Bulanan: _month,
    SchemeGroup: _group,
}
"""What is checked, by the class of the facts; a page is checked by what it holds, whatever its kind."""
