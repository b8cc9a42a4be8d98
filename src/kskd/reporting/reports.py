"""The kinds of page: one table. A kind has a title, periods that it is made for, facts for its template."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, NamedTuple

from kskd.domain.values.dates import format_date
from kskd.domain.values.period import PeriodKind
from kskd.domain.values.text import quote
from kskd.errors import refusal
from kskd.pages.stamp import Origin
from kskd.pages.templates import office_digest
from kskd.pages.tree import Page, blanks
from kskd.reporting.build import page_name
from kskd.reporting.checks import disagreements
from kskd.reporting.kinds.bulanan import bulanan
from kskd.reporting.kinds.desk_letters import coverings, invitations, minutes
from kskd.reporting.kinds.documents import cover, public_list
from kskd.reporting.kinds.luar_negeri import luar_negeri
from kskd.reporting.kinds.naskah import naskah
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
    from kskd.reporting.kinds.desk_letters import Covering, Invitation, Minutes
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


class MadePage(NamedTuple):
    """One page's facts: the name of its file below the output folder, its title, what its template gets."""

    name: str
    title: str
    facts: object
    opd: str | None = None  # whose page it is


class ReportKind(NamedTuple):
    """A kind of page, said by the template ``kinds/KEY.j2``.

    ``of`` says what it looks at: all that is counted (""), one ``agreement``, or a ``form``, which may be one
    of no document.
    """

    key: str
    title: str
    periods: frozenset[PeriodKind]
    build: Callable[[Basis], Iterable[MadePage]]
    of: str = ""
    tells: tuple[str, ...] = ()  # the kinds of whose pages it says what stays blank, as ``kosong``


def _one(key: str, title: str, build: Callable[[Basis], object]) -> Callable[[Basis], Iterable[MadePage]]:
    """A kind that is one page of the whole Pemda, called after itself."""

    def made(basis: Basis) -> Iterator[MadePage]:
        yield MadePage(f"{basis.period}/{key}", f"{title}, {basis.period.label}", build(basis))

    return made


def _of_day(key: str, title: str, build: Callable[[Basis], object]) -> Callable[[Basis], Iterable[MadePage]]:
    """A kind that is one page of the whole Pemda on a day, called after itself and the day."""

    def made(basis: Basis) -> Iterator[MadePage]:
        yield MadePage(
            f"{key}-{basis.as_of.isoformat()}", f"{title}, {format_date(basis.as_of)}", build(basis)
        )

    return made


def _whole(key: str, title: str, build: Callable[[Basis], object]) -> ReportKind:
    return ReportKind(key, title, _ALL, _one(key, title, build))


def _index(basis: Basis) -> Iterator[MadePage]:
    yield MadePage(
        f"{basis.period}/index",
        f"Laporan evaluasi kerja sama daerah {basis.period.label}",
        basis.reports.index,
    )


def _plan(basis: Basis) -> Iterator[MadePage]:
    year = basis.period.year
    page = build_plan(basis.facts, year, basis.as_of)
    yield MadePage(f"rencana-{year}", f"Daftar rencana kerja sama daerah tahun {year}", page)


def _sheets(basis: Basis) -> Iterator[MadePage]:
    for one in opd_sheets(basis):
        yield MadePage(
            f"{basis.period}/{page_name(one.code)}",
            f"Hasil evaluasi kerja sama {basis.period.label}, {one.name}",
            one,
            one.code,
        )


def _each(
    key: str, title: str, build: Callable[[Basis], Iterable[Invitation | Minutes | Covering]]
) -> ReportKind:
    """A kind with a page for each OPD, called after the OPD and itself."""

    def made(basis: Basis) -> Iterator[MadePage]:
        for one in build(basis):
            name = f"{basis.period}/{page_name(one.code)}-{key}"
            yield MadePage(name, f"{title} {basis.period.label}, {one.name}", one, one.code)

    return ReportKind(key, title, _ALL, made)


def _cover(basis: Basis) -> Iterator[MadePage]:
    page = cover(basis)
    yield MadePage(f"sampul-{page.id}", f"Sampul {page.id}", page)


def _naskah(basis: Basis) -> Iterator[MadePage]:
    page = naskah(basis)
    name = "-".join(filter(None, ("naskah", page.form, page.id)))
    yield MadePage(name, " ".join(filter(None, (page.kind, page.id))), page)


REPORTS = {
    one.key: one
    for one in (
        ReportKind("indeks", "Indeks laporan", _ALL, _index, tells=("ringkasan", "opd", "rekap")),
        _whole("ringkasan", "Ringkasan bagi Pimpinan", ringkasan),
        ReportKind("opd", "Lembar perangkat daerah", _ALL, _sheets),
        ReportKind("semester", "Laporan semester", _LONG, _one("semester", "Laporan semester", semester)),
        ReportKind("tkksd", "Laporan TKKSD", _LONG, _one("tkksd", "Laporan TKKSD", tkksd)),
        ReportKind(
            "luar-negeri",
            "Laporan kerja sama luar negeri",
            _YEAR,
            _one("luar-negeri", "Laporan kerja sama luar negeri", luar_negeri),
        ),
        ReportKind(
            "pemetaan",
            "Pemetaan kerja sama daerah",
            DAY,
            _of_day("pemetaan", "Pemetaan kerja sama daerah", pemetaan),
        ),
        ReportKind("bulanan", "Laporan bulanan", _MONTH, _one("bulanan", "Laporan bulanan", bulanan)),
        ReportKind("rencana", "Daftar rencana kerja sama", _YEAR, _plan),
        _each("undangan", "Undangan desk evaluasi", invitations),
        _each("berita-acara", "Berita acara desk evaluasi", minutes),
        _each("surat-pengantar", "Surat pengantar hasil evaluasi", coverings),
        ReportKind("naskah", "Naskah untuk dimulai", DAY, _naskah, "form"),
        ReportKind("sampul", "Sampul map naskah", DAY, _cover, "agreement"),
        ReportKind(
            "daftar-publik",
            "Daftar perjanjian dengan pihak ketiga",
            DAY,
            _of_day("daftar-publik", "Daftar perjanjian dengan pihak ketiga", public_list),
        ),
        _whole("rekap", "Rekapitulasi evaluasi kerja sama daerah", rekap),
    )
}
"""The kinds by key, in the order in which they are made and listed."""

BARE = ("indeks", "ringkasan", "opd", "rekap")
"""The kinds that a report consists of where none is asked for."""

PER_OPD = frozenset({"opd", "undangan", "berita-acara", "surat-pengantar"})
"""The kinds with a page for each OPD: those that are made where OPD are asked for."""


def find_report(text: str) -> ReportKind:
    """The kind called ``text``; UsageError lists those there are."""
    try:
        return REPORTS[text.strip().casefold()]
    except KeyError:
        known = ", ".join(REPORTS)
        raise refusal("choice-unknown", what="--kind", text=quote(text), known=known) from None


def pages(
    report: ReportKind, basis: Basis, made: KindEnvironment, chosen: Collection[str] = ()
) -> Iterator[Page]:
    """The pages of a kind, of a kind with a page for each OPD only those of the chosen, if any are.

    Raises InvalidFact for a period that it is not made for, TemplateError for its template.
    """
    if report.periods and basis.period.kind not in report.periods:
        known = ", ".join(word for kind, word in _PERIODS.items() if kind in report.periods)
        raise refusal("report-kind-period", kind=report.key, period=basis.period, known=known)
    facts = basis.facts
    origin = Origin(
        str(basis.period),
        facts.act,
        facts.seal,
        facts.asked,
        facts.known_on,
        basis.assume_reported,
        office_digest(made.office, report.key) if made.office else None,
    )
    for one in report.build(basis):
        if not chosen or one.opd in chosen:
            others = [each for key in report.tells for each in pages(REPORTS[key], basis, made)]
            yield page(basis.head, report.key, one, made, origin, blank=blank_in(others))


def blank_in(those: Iterable[Page]) -> tuple[tuple[str, int], ...]:
    """What stays blank on pages, and on how many of them, the most first."""
    return tuple(Counter(what for one in those for what in dict.fromkeys(blanks(one.parts))).most_common())


def page(
    head: Head,
    kind: str,
    one: MadePage,
    made: KindEnvironment,
    origin: Origin,
    *,
    blank: tuple[tuple[str, int], ...] = (),
) -> Page:
    """One page of a kind, also of one that is made from other facts than a report's.

    Refused where a sum is not that of its parts: neither is printed.
    """
    from kskd.pages.kinds import say  # noqa: PLC0415 - Jinja only when rendering

    if found := disagreements(one.facts):
        told = "; ".join(f"{each.what} {each.found}, seluruhnya {each.stated}" for each in found)
        raise refusal("page-figures-disagree", page=one.name, figures=told)
    return Page(
        kind=kind,
        name=one.name,
        title=one.title,
        government=head.government,
        as_of=head.as_of,
        paper=head.paper,
        version=head.version,
        origin=origin,
        parts=say(made, kind, one.facts, kosong=blank),
    )
