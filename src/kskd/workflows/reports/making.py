"""Making the reports of a period: read one snapshot, build, render, and write what changed."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from kskd import __version__
from kskd.domain.values.period import Period, PeriodKind
from kskd.errors import refusal
from kskd.evaluation.instrument import read_instrument
from kskd.interchange.files import write_new
from kskd.interchange.sets import write_set
from kskd.pages.templates import folders_of
from kskd.pages.tree import blanks
from kskd.registry.tables import agreements, evaluations, instruments, opds, settings
from kskd.registry.tables.own_fields import read_own_fields
from kskd.reporting.basis import Basis
from kskd.reporting.facts import Facts
from kskd.reporting.reports import BARE, PER_OPD, REPORTS, Made, Report, find_report, page, pages
from kskd.workflows import lookup
from kskd.workflows.register.filtering import Filters, choose
from kskd.workflows.register.filters import in_words

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
    from datetime import date
    from pathlib import Path

    from kskd.pages.tree import Page
    from kskd.registry.session import Session
    from kskd.reporting.model import Head
    from kskd.reporting.trial import Trial
    from kskd.workflows.access import Access

DEFAULT_FORMATS = ("md", "html")
_SLOW = {"docx", "pdf"}  # 15 to 45 ms a page, the others 6 to 9


@dataclass(frozen=True, slots=True)
class Written:
    """The report's files in order, how many had to be written, older pages that are none of it, blanks."""

    period: Period
    as_of: date
    paths: tuple[Path, ...]
    changed: int
    stale: tuple[Path, ...]
    blank: tuple[tuple[str, int], ...]  # what stays blank, and on how many pages


def report(
    access: Access,
    period_text: str | None,
    out: Path,
    filters: Filters,
    *,
    kinds: Sequence[str] = (),
    formats: Sequence[str] = (),
    templates: Path | None = None,
    as_of: date | None = None,
    assume_reported: bool = False,
    progress: Callable[[int], None] = lambda _: None,
) -> Written:
    """Write the pages of a period under ``out``, all or none; with units among the filters only theirs.

    Without ``kinds`` those of a full report, without ``formats`` Markdown and HTML. The other filters choose
    the documents that are counted, which every page says. The day of the figures is ``as_of``, else the
    period's last day, else today while the period still runs. A file whose bytes would not change is not
    touched. ``progress`` is told the files done so far.
    """
    wanted = [find_report(one) for one in kinds or BARE]
    period, day = _looked_at(access, period_text, as_of, wanted)
    with access.reading() as session:
        others = {key: texts for key, texts in filters.items() if key != "opd"}
        facts = read_counted(session, access, others, day)
        opd = filters.get("opd", ())
        chosen = {lookup.carried_on(facts.opds, lookup.opd_code(facts.opds, text), day) for text in opd}
    basis = Basis(facts, period, day, assume_reported=assume_reported)
    without = sorted(chosen - set(basis.desks))
    if without:
        code = "report-opd-without-matches" if others else "report-opd-without-agreements"
        raise refusal(code, opds=", ".join(without), period=period.label)
    if chosen:
        wanted = [one for one in wanted if one.key in PER_OPD]
        if not wanted:
            raise refusal("report-kind-whole", kinds=", ".join(kinds))
    paths: list[Path] = []
    blank = Counter[str]()

    def files() -> Iterator[tuple[Path, bytes]]:
        made = written(basis, wanted, formats or DEFAULT_FORMATS, templates, chosen, blank=blank)
        for name, content in made:
            paths.append(out / name)
            yield paths[-1], content
            progress(len(paths))

    changed = write_set(out, files())
    is_whole = not (chosen or kinds or formats)
    stale = _stale(out / str(period), {path.name for path in paths}) if is_whole else ()
    return Written(period, day, tuple(paths), changed, stale, tuple(blank.most_common()))


def _looked_at(
    access: Access, text: str | None, as_of: date | None, wanted: Sequence[Report]
) -> tuple[Period, date]:
    """The period and the day: without a period today or the day asked for, of kinds that look at a day."""
    if text is None:
        if any(one.periods for one in wanted):
            raise refusal("report-without-period")
        day = as_of or access.today
        return Period.of(day, PeriodKind.YEAR), day
    period = Period.parse(text)
    if period.start > access.today and as_of is None:
        raise refusal("report-period-ahead", period=period)
    return period, as_of or min(period.end, access.today)


def written(
    basis: Basis,
    wanted: Sequence[Report],
    formats: Sequence[str],
    templates: Path | None,
    chosen: Collection[str] = (),
    *,
    blank: Counter[str] | None = None,
) -> Iterator[tuple[str, bytes]]:
    """Each page of these kinds in each format: its name below the output folder, and its bytes.

    What stays blank is counted into ``blank``, page by page.
    """
    from kskd.pages.kinds import environment

    made = environment(folders_of(templates))

    def told() -> Iterator[Page]:
        for one in wanted:
            for each in pages(one, basis, made, chosen):
                if blank is not None:
                    blank.update(dict.fromkeys(blanks(each.parts), 1))
                yield each

    return in_formats(told(), formats, templates)


def in_formats(
    those: Iterable[Page], formats: Sequence[str], templates: Path | None
) -> Iterator[tuple[str, bytes]]:
    """Each page in each format: its name below the output folder, and its bytes."""
    from kskd.pages.formats import Writer, find_format
    from kskd.pages.together import together

    folders = folders_of(templates)
    writers = [Writer(find_format(one), folders) for one in formats]
    pieces = [(one, writer) for one in those for writer in writers]

    def written(at: int) -> bytes:
        one, writer = pieces[at]
        return writer.write(one)

    slow = sum(writer.format.suffix in _SLOW for _, writer in pieces)
    for (one, writer), content in zip(pieces, together(written, len(pieces), slow), strict=True):
        yield f"{one.name}.{writer.format.suffix}", content


def write_page(
    head: Head,
    kind: str,
    one: Made,
    out: Path,
    *,
    formats: Sequence[str] = DEFAULT_FORMATS,
    templates: Path | None = None,
) -> tuple[Path, ...]:
    """Write one page that is made from other facts than a report's, in each format; gives the paths."""
    from kskd.pages.kinds import environment

    made = page(head, kind, one, environment(folders_of(templates)), None)
    files = [(out / name, content) for name, content in in_formats([made], formats, templates)]
    write_set(out, files)
    return tuple(path for path, _ in files)


def _stale(folder: Path, names: set[str]) -> tuple[Path, ...]:
    """Pages in the folder that this report did not make: of a unit that has been renamed or merged since."""
    pages = (path for path in folder.iterdir() if path.suffix in {".md", ".html"})
    return tuple(sorted(path for path in pages if path.name not in names))


def read_counted(session: Session, access: Access, filters: Filters, as_of: date) -> Facts:
    """As ``read_facts``, where filters say which documents are counted."""
    facts = read_facts(session)
    chosen = choose(session, access, filters, as_of)
    if chosen is None:
        return facts
    return replace(facts, only=frozenset(chosen.ids), filtered=in_words(filters))


def read_facts(session: Session) -> Facts:
    """Everything that a report is made from, out of one snapshot."""
    ids = instruments.instrument_ids(session)
    return Facts(
        government=settings.read_government(session),
        opds=opds.read_opds(session),
        agreements=agreements.read_agreements(session),
        evaluations=evaluations.read_evaluations(session),
        obstacles=evaluations.read_obstacles(session),
        actions=evaluations.read_actions(session),
        targets=evaluations.read_targets(session),
        realisations=evaluations.read_realisations(session),
        instruments={one: read_instrument(instruments.read_instrument(session, one) or "") for one in ids},
        version=__version__,
        own=tuple(one.field for one in read_own_fields(session) if not one.is_personal),
    )


def eject_templates(target: Path) -> list[Path]:
    """Copy the shipped templates to a folder of the user's; none of them if one is there already.

    Whatever stops it, what was written is taken back.
    """
    from kskd.pages.templates import shipped

    wanted = [(target / name, content) for name, content in shipped()]
    for path, _ in wanted:
        if path.exists() or path.is_symlink():
            raise refusal("report-file-there", file=path)
    written: list[Path] = []
    try:
        for path, content in wanted:
            write_new(path, content)
            written.append(path)
    except BaseException:
        for path in written:
            path.unlink(missing_ok=True)
        raise
    return written


def check_templates(access: Access, folder: Path, period_text: str | None = None) -> Trial:
    """Try the templates in a folder of the user's; TemplateError for the first that cannot be used.

    With a period the report of the registry for it is made too, and not written.
    """
    from kskd.reporting.trial import check, makeable

    found = check(folder)
    if period_text is not None:
        period = Period.parse(period_text)
        with access.reading() as session:
            facts = read_facts(session)
        basis = Basis(facts, period, min(period.end, access.today))
        wanted = [one for one in REPORTS.values() if not one.periods or period.kind in one.periods]
        for _ in written(basis, wanted, makeable(), folder):
            pass
    return found
