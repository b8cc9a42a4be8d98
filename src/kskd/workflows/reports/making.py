"""Making the reports of a period: read one snapshot, build, render, and write what changed."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, NamedTuple

from kskd import __version__
from kskd.domain.choices import PartnerKind
from kskd.domain.values.period import Period, PeriodKind
from kskd.domain.values.text import quote
from kskd.errors import refusal
from kskd.evaluation.instrument import read_instrument
from kskd.interchange.files import write_new
from kskd.interchange.sets import write_set
from kskd.pages.templates import folders_of
from kskd.pages.tree import blanks
from kskd.registry.history.journal import latest_act
from kskd.registry.tables import (
    agreements,
    desk_rounds,
    evaluations,
    instruments,
    officials,
    opds,
    partners,
    settings,
)
from kskd.registry.tables.own_fields import read_own_fields
from kskd.reporting.basis import Basis, OneDocument
from kskd.reporting.facts import Facts
from kskd.reporting.kinds.naskah import FORMS
from kskd.reporting.reports import BARE, PER_OPD, REPORTS, ReportKind, find_report, pages
from kskd.workflows import lookup
from kskd.workflows.register.filtering import Filters, choose
from kskd.workflows.register.filters import in_words
from kskd.workflows.reports.lambang import read_lambang
from kskd.workflows.reports.rewinding import recorded

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
    from datetime import date
    from pathlib import Path

    from kskd.pages.formats import AnyWriter
    from kskd.pages.tree import Page
    from kskd.registry.session import Session
    from kskd.reporting.trial import Trial
    from kskd.workflows.access import Access
    from kskd.workflows.reports.keeping import KeptPages
    from kskd.workflows.reports.origins import Again

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
    known_on: date | None = None,
    assume_reported: bool = False,
    progress: Callable[[int], None] = lambda _: None,
) -> Written:
    """Write the pages of a period under ``out``, all or none; with units among the filters only theirs.

    Without ``kinds`` those of a full report, without ``formats`` Markdown and HTML. The other filters choose
    the documents that are counted, which every page says. The day of the figures is ``as_of``, else the
    period's last day, else today while the period still runs. A file whose bytes would not change is not
    touched. With ``known_on`` all is as recorded at the end of that day. ``progress`` is told the files done.
    """
    from kskd.workflows.reports.keeping import KeptPages

    basis, wanted, chosen = gathered(
        access,
        period_text,
        filters,
        kinds=kinds,
        as_of=as_of,
        known_on=known_on,
        assume_reported=assume_reported,
    )
    paths: list[Path] = []
    blank, kept = Counter[str](), KeptPages(access, out)

    def files() -> Iterator[tuple[Path, bytes]]:
        made = written(basis, wanted, formats or DEFAULT_FORMATS, templates, chosen, blank=blank, kept=kept)
        for name, content in made:
            paths.append(out / name)
            yield paths[-1], content
            progress(len(paths))

    changed = write_set(out, files())
    is_whole = not (chosen or kinds or formats)
    stale = _stale(out / str(basis.period), {path.name for path in paths}) if is_whole else ()
    return Written(basis.period, basis.as_of, tuple(paths), changed, stale, tuple(blank.most_common()))


class Gathered(NamedTuple):
    """What pages are made from: the facts, the kinds, and the units that alone are asked for, if any."""

    basis: Basis
    wanted: Sequence[ReportKind]
    chosen: Collection[str]


def gathered(
    access: Access,
    period_text: str | None,
    filters: Filters,
    *,
    kinds: Sequence[str],
    as_of: date | None,
    known_on: date | None,
    assume_reported: bool,
) -> Gathered:
    """As ``report`` asks for it, out of one snapshot; refused where there is no such page."""
    wanted = [find_report(one) for one in kinds or BARE]
    period, day = _looked_at(access, period_text, as_of, wanted)
    with recorded(access, known_on) as session:
        others = {key: texts for key, texts in filters.items() if key != "opd"}
        facts, subject = seen(session, access, wanted, others, day)
        facts = replace(facts, known_on=known_on)
        opd = filters.get("opd", ())
        chosen = {lookup.carried_on(facts.opds, lookup.opd_code(facts.opds, text), day) for text in opd}
    basis = Basis(facts, period, day, assume_reported=assume_reported, subject=subject)
    without = sorted(chosen - set(basis.desks))
    if without:
        code = "report-opd-without-matches" if others else "report-opd-without-agreements"
        raise refusal(code, opds=", ".join(without), period=period.label)
    if chosen:
        wanted = [one for one in wanted if one.key in PER_OPD]
        if not wanted:
            raise refusal("report-kind-whole", kinds=", ".join(kinds))
    return Gathered(basis, wanted, chosen)


def seen(
    session: Session, access: Access, wanted: Sequence[ReportKind], filters: Filters, day: date
) -> tuple[Facts, OneDocument]:
    """The facts that filters leave, and the one document that kinds look at, if these do."""
    of_one = {key: texts for key, texts in filters.items() if key in {"agreement", "doc"}}
    is_filter = any(not one.of for one in wanted)
    others = {key: texts for key, texts in filters.items() if is_filter or key not in of_one}
    facts = read_counted(session, access, others, day)
    if not is_filter:
        asked = {**dict(facts.asked), **{key: tuple(texts) for key, texts in of_one.items()}}
        facts = replace(facts, asked=tuple(asked.items()))
    return facts, _subject(session, facts, day, wanted, filters)


def _subject(
    session: Session, facts: Facts, day: date, wanted: Sequence[ReportKind], said: Filters
) -> OneDocument:
    """The document and the form that kinds look at, of the filters of these names; UsageError without."""
    looking = {one.of: one.key for one in wanted if one.of}
    named, forms = said.get("agreement", ()), said.get("doc", ())
    lacks = len(named) != 1 and ("agreement" in looking or named or len(forms) != 1)
    if looking and (lacks or len(forms) > 1):
        raise refusal("report-without-agreement", kind=looking.get("agreement") or looking["form"])
    form = forms[0].strip().casefold() if looking and forms else None
    if form is not None and form not in FORMS:
        raise refusal("choice-unknown", what="--doc", text=quote(forms[0]), known=", ".join(FORMS))
    if not looking or not named:
        return OneDocument(None, form)
    return OneDocument(facts.agreements[lookup.agreement_id(session, named[0])].on(day), form)


def _looked_at(
    access: Access, text: str | None, as_of: date | None, wanted: Sequence[ReportKind]
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
    wanted: Sequence[ReportKind],
    formats: Sequence[str],
    templates: Path | None,
    chosen: Collection[str] = (),
    *,
    blank: Counter[str] | None = None,
    kept: KeptPages | None = None,
) -> Iterator[tuple[str, bytes]]:
    """Each page of these kinds in each format: its name below the output folder, and its bytes.

    What stays blank is counted into ``blank``, page by page. Of a page that is ``kept`` there already and
    says the same, the bytes that it has.
    """
    from kskd.pages.kinds import environment

    made = environment(folders_of(templates))

    def told() -> Iterator[Page]:
        for one in wanted:
            for each in pages(one, basis, made, chosen):
                if blank is not None:
                    blank.update(dict.fromkeys(blanks(each.parts), 1))
                yield each

    return in_formats(told(), formats, templates, kept)


def in_formats(
    those: Iterable[Page], formats: Sequence[str], templates: Path | None, kept: KeptPages | None = None
) -> Iterator[tuple[str, bytes]]:
    """Each page in each format: its name below the output folder, and its bytes."""
    from kskd.pages.formats import writer

    folders = folders_of(templates)
    writers = [writer(one, folders) for one in formats]
    pieces = [(one, each) for one in those for each in writers]
    for (one, each), content in zip(pieces, contents(pieces, kept), strict=True):
        yield f"{one.name}.{each.suffix}", content


def contents(pieces: Sequence[tuple[Page, AnyWriter]], kept: KeptPages | None = None) -> Iterator[bytes]:
    """The bytes of each page in its format, in order."""
    from kskd.pages.together import together

    def made(at: int) -> bytes:
        one, each = pieces[at]
        return kept.content(f"{one.name}.{each.suffix}", one, each) if kept else each.write(one)

    return together(made, len(pieces), sum(each.suffix in _SLOW for _, each in pieces))


def again(one: Again) -> Iterator[Page]:
    """The pages of a report, of the kind of a stamp."""
    stamp, kind = one.stamp, find_report(one.stamp.kind)
    with one.access.reading() as session:
        facts, subject = seen(session, one.access, [kind], one.asked, stamp.as_of)
    basis = Basis(
        replace(facts, known_on=stamp.origin.known_on),
        Period.parse(stamp.origin.period),
        stamp.as_of,
        assume_reported=stamp.origin.assume_reported,
        subject=subject,
    )
    return pages(kind, basis, one.made)


def _stale(folder: Path, names: set[str]) -> tuple[Path, ...]:
    """Pages in the folder that this report did not make: of a unit that has been renamed or merged since."""
    pages = (path for path in folder.iterdir() if path.suffix in {".md", ".html"})
    return tuple(sorted(path for path in pages if path.name not in names))


def read_counted(session: Session, access: Access, filters: Filters, as_of: date) -> Facts:
    """As ``read_facts``, where filters say which documents are counted."""
    facts = read_facts(session, access)
    chosen = choose(session, access, filters, as_of)
    if chosen is None:
        return facts
    asked = tuple((key, tuple(texts)) for key, texts in filters.items())
    return replace(facts, only=frozenset(chosen.ids), filtered=in_words(filters), asked=asked)


def read_facts(session: Session, access: Access | None = None) -> Facts:
    """Everything that a report is made from, out of one snapshot; with ``access`` the lambang too."""
    ids, government = instruments.instrument_ids(session), settings.read_government(session)
    latest = latest_act(session)
    return Facts(
        government=government,
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
        image=read_lambang(access, government) if access else None,
        officials=tuple(officials.read_officials(session).values()),
        persons=frozenset(
            one.id for one in partners.read_partners(session).values() if one.kind is PartnerKind.PERSEORANGAN
        ),
        meetings=tuple(desk_rounds.read_meetings(session)),
        act=latest.act if latest else None,
        seal=latest.head if latest else None,
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
            facts = read_facts(session, access)
        basis = Basis(facts, period, min(period.end, access.today))
        fit = (one for one in REPORTS.values() if not one.periods or period.kind in one.periods)
        wanted = [one for one in fit if not one.of]
        for _ in written(basis, wanted, makeable(), folder):
            pass
    return found
