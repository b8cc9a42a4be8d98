"""The kinds of page: one table. A kind has a title, periods that it is made for, facts for its template."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, NamedTuple

from kskd.domain.values.dates import format_date
from kskd.domain.values.period import PeriodKind
from kskd.domain.values.text import quote
from kskd.errors import refusal
from kskd.pages.tree import Page, blanks
from kskd.reporting.build import page_name
from kskd.reporting.kinds.bulanan import bulanan
from kskd.reporting.kinds.luar_negeri import luar_negeri
from kskd.reporting.kinds.opd import opd_sheets
from kskd.reporting.kinds.pemetaan import pemetaan
from kskd.reporting.kinds.rekap import rekap
from kskd.reporting.kinds.ringkasan import ringkasan
from kskd.reporting.kinds.semester import semester
from kskd.reporting.kinds.tkksd import tkksd
from kskd.reporting.planning import build_plan

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Iterable, Iterator

    from kskd.pages.kinds import KindEnvironment
    from kskd.reporting.basis import Basis
    from kskd.reporting.model import Head

_ALL = frozenset(PeriodKind)
_PERIODS = {
    PeriodKind.YEAR: "tahun",
    PeriodKind.SEMESTER: "semester",
    PeriodKind.QUARTER: "triwulan",
    PeriodKind.MONTH: "bulan",
}


_LONG = frozenset({PeriodKind.SEMESTER, PeriodKind.YEAR})
_YEAR = frozenset({PeriodKind.YEAR})
_MONTH = frozenset({PeriodKind.MONTH})
DAY: frozenset[PeriodKind] = frozenset()
"""The periods of a kind that looks at a day, and at no period."""


class Made(NamedTuple):
    """One page's facts: the name of its file below the output folder, its title, what its template gets."""

    name: str
    title: str
    facts: object
    opd: str | None = None  # whose page it is


class Report(NamedTuple):
    """A kind of page. ``template`` is the template ``kinds/KEY.j2``."""

    key: str
    title: str
    periods: frozenset[PeriodKind]
    build: Callable[[Basis], Iterable[Made]]
    tells: tuple[str, ...] = ()  # the kinds of whose pages it says what stays blank, as ``kosong``


def _one(key: str, title: str, build: Callable[[Basis], object]) -> Callable[[Basis], Iterable[Made]]:
    """A kind that is one page of the whole Pemda, called after itself."""

    def made(basis: Basis) -> Iterator[Made]:
        yield Made(f"{basis.period}/{key}", f"{title}, {basis.period.label}", build(basis))

    return made


def _of_day(key: str, title: str, build: Callable[[Basis], object]) -> Callable[[Basis], Iterable[Made]]:
    """A kind that is one page of the whole Pemda on a day, called after itself and the day."""

    def made(basis: Basis) -> Iterator[Made]:
        yield Made(f"{key}-{basis.as_of.isoformat()}", f"{title}, {format_date(basis.as_of)}", build(basis))

    return made


def _whole(key: str, title: str, build: Callable[[Basis], object]) -> Report:
    return Report(key, title, _ALL, _one(key, title, build))


def _index(basis: Basis) -> Iterator[Made]:
    yield Made(
        f"{basis.period}/index",
        f"Laporan evaluasi kerja sama daerah {basis.period.label}",
        basis.reports.index,
    )


def _plan(basis: Basis) -> Iterator[Made]:
    year = basis.period.year
    page = build_plan(basis.facts, year, basis.as_of)
    yield Made(f"rencana-{year}", f"Daftar rencana kerja sama daerah tahun {year}", page)


def _sheets(basis: Basis) -> Iterator[Made]:
    for one in opd_sheets(basis):
        yield Made(
            f"{basis.period}/{page_name(one.code)}",
            f"Hasil evaluasi kerja sama {basis.period.label}, {one.name}",
            one,
            one.code,
        )


REPORTS = {
    one.key: one
    for one in (
        Report("indeks", "Indeks laporan", _ALL, _index, tells=("ringkasan", "opd", "rekap")),
        _whole("ringkasan", "Ringkasan bagi Pimpinan", ringkasan),
        Report("opd", "Lembar perangkat daerah", _ALL, _sheets),
        Report("semester", "Laporan semester", _LONG, _one("semester", "Laporan semester", semester)),
        Report("tkksd", "Laporan TKKSD", _LONG, _one("tkksd", "Laporan TKKSD", tkksd)),
        Report(
            "luar-negeri",
            "Laporan kerja sama luar negeri",
            _YEAR,
            _one("luar-negeri", "Laporan kerja sama luar negeri", luar_negeri),
        ),
        Report(
            "pemetaan",
            "Pemetaan kerja sama daerah",
            DAY,
            _of_day("pemetaan", "Pemetaan kerja sama daerah", pemetaan),
        ),
        Report("bulanan", "Laporan bulanan", _MONTH, _one("bulanan", "Laporan bulanan", bulanan)),
        Report("rencana", "Daftar rencana kerja sama", _YEAR, _plan),
        _whole("rekap", "Rekapitulasi evaluasi kerja sama daerah", rekap),
    )
}
"""The kinds by key, in the order in which they are made and listed."""

BARE = ("indeks", "ringkasan", "opd", "rekap")
"""The kinds that a report consists of where none is asked for."""

PER_OPD = frozenset({"opd"})
"""The kinds with a page for each OPD: those that are made where OPD are asked for."""


def find_report(text: str) -> Report:
    """The kind called ``text``; UsageError lists those there are."""
    try:
        return REPORTS[text.strip().casefold()]
    except KeyError:
        known = ", ".join(REPORTS)
        raise refusal("choice-unknown", what="--kind", text=quote(text), known=known) from None


def pages(
    report: Report, basis: Basis, made: KindEnvironment, chosen: Collection[str] = ()
) -> Iterator[Page]:
    """The pages of a kind, of a kind with a page for each OPD only those of the chosen, if any are.

    Raises InvalidFact for a period that it is not made for, TemplateError for its template.
    """
    if report.periods and basis.period.kind not in report.periods:
        known = ", ".join(word for kind, word in _PERIODS.items() if kind in report.periods)
        raise refusal("report-kind-period", kind=report.key, period=basis.period, known=known)
    for one in report.build(basis):
        if not chosen or one.opd in chosen:
            others = [each for key in report.tells for each in pages(REPORTS[key], basis, made)]
            yield page(basis.head, report.key, one, made, basis.facts.history, blank=blank_in(others))


def blank_in(those: Iterable[Page]) -> tuple[tuple[str, int], ...]:
    """What stays blank on pages, and on how many of them, the most first."""
    return tuple(Counter(what for one in those for what in dict.fromkeys(blanks(one.parts))).most_common())


def page(
    head: Head,
    kind: str,
    one: Made,
    made: KindEnvironment,
    history: str | None,
    *,
    blank: tuple[tuple[str, int], ...] = (),
) -> Page:
    """One page of a kind, also of one that is made from other facts than a report's."""
    from kskd.pages.kinds import say  # noqa: PLC0415 - Jinja only when rendering

    return Page(
        kind=kind,
        name=one.name,
        title=one.title,
        government=head.government,
        as_of=head.as_of,
        paper=head.paper,
        version=head.version,
        history=history,
        parts=say(made, kind, one.facts, kosong=blank),
    )
