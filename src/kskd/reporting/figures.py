"""The figures of a report, counted alike for one OPD and for the whole Pemda."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from datetime import date

from kskd.domain.choices import Recommendation
from kskd.domain.document.agreement import Agreement
from kskd.domain.document.chain import DOC_NAMES, SCHEME_NAMES, Doc, Scheme
from kskd.domain.document.lines import worth_of
from kskd.domain.document.status import NOT_BEGUN, STATUS_NAMES, Status
from kskd.evaluation.rollup import follow_up_ratio, mean_score
from kskd.reporting import rollups, rows
from kskd.reporting.model import AgreementRow, Figures, Share, Totals, UmbrellaRow
from kskd.reporting.notes import WORTH_NOTE, notes, unsure_notes
from kskd.reporting.survey import Survey


def figures_of(survey: Survey, agreements: Sequence[Agreement], extra: tuple[str, ...] = ()) -> Figures:
    """The figures over these documents; ``extra`` are footnotes beside the counting rules."""
    counted = [one for one in agreements if survey.is_counted(one)]
    states = rows.state_shares(survey, counted)
    shown = [survey.evaluation(one.id) for one in counted]
    scores = [survey.score(one.id) for one in counted]
    mean = mean_score(scores)
    in_force = survey.lines_in_force(agreements)
    followed = {
        one.id: any(survey.is_signed(child) for child in survey.derived_from(one.id)) for one in in_force
    }
    barren = [rows.umbrella_row(survey, one) for one in in_force if not followed[one.id]]
    soon_days = survey.facts.government.soon_days
    worth = worth_of(agreements)
    over = [one for one in agreements if survey.is_signed(one) and survey.is_over_before(one, survey.period)]
    return Figures(
        totals=_totals(survey, agreements),
        follow_up=follow_up_ratio((True, followed[one.id]) for one in in_force),
        states=states,
        reported=rows.reported(states),
        mean=mean,
        recommendations=_recommendations(survey, counted),
        without_derived=tuple(sorted(barren, key=_oldest_first)),
        soon=_by_end(survey, (one for one in agreements if _ends_soon(survey, one, soon_days))),
        soon_days=soon_days,
        ended=_by_end(survey, (one for one in agreements if _has_ended(survey, one))),
        lapsed=_by_end(survey, (one for one in over if one.id not in survey.successors)),
        renewed=_by_end(survey, (one for one in over if one.id in survey.successors)),
        notes=(
            *notes(survey, counted, mean),
            *unsure_notes(survey, agreements),
            *((WORTH_NOTE,) if worth.known else ()),
            *extra,
        ),
        timely=rollups.timely(survey, agreements),
        targets=rollups.targets(survey, counted),
        mean_scales=rows.borrowed(mean.value),
        claims=sum(bool(one and one.claims) for one in scores),
        disputed=sum(bool(row.disputed) for row in shown if row is not None),
        worth=worth if worth.known else None,
    )


def _oldest_first(row: UmbrellaRow) -> int:
    return -(row.days_since_signing or 0)


def _ends_soon(survey: Survey, agreement: Agreement, soon_days: int) -> bool:
    left = agreement.most_days_left(survey.as_of)
    return left is not None and 0 <= left <= soon_days and survey.status[agreement.id] is Status.ACTIVE


def _has_ended(survey: Survey, agreement: Agreement) -> bool:
    """Whether the last day lies between the period's start and the day of the report, that day included."""
    last = agreement.last(survey.as_of)
    begun = survey.status[agreement.id] not in NOT_BEGUN
    return begun and last is not None and survey.period.start <= last.earliest and last.latest <= survey.as_of


def _by_end(survey: Survey, agreements: Iterable[Agreement]) -> tuple[AgreementRow, ...]:
    return rows.agreement_rows(
        survey,
        sorted(agreements, key=lambda one: last.latest if (last := one.last(survey.as_of)) else date.max),
    )


def _totals(survey: Survey, agreements: Sequence[Agreement]) -> Totals:
    docs = Counter(one.doc for one in agreements)
    schemes = Counter(one.scheme for one in agreements)
    statuses = Counter(survey.status[one.id] for one in agreements)
    derived = sum(one.is_derived for one in agreements)
    return Totals(
        total=len(agreements),
        in_force=statuses[Status.ACTIVE],
        end_unknown=sum(rows.is_endless(survey, one) for one in agreements),
        umbrellas=len(agreements) - derived,
        derived=derived,
        by_doc=tuple(Share(doc.value, DOC_NAMES[doc], docs[doc]) for doc in Doc if docs[doc]),
        by_scheme=tuple(Share(one.value, SCHEME_NAMES[one], schemes[one]) for one in Scheme if schemes[one]),
        by_status=tuple(
            Share(one.value, STATUS_NAMES[one].capitalize(), statuses[one]) for one in Status if statuses[one]
        ),
    )


def _recommendations(survey: Survey, counted: Sequence[Agreement]) -> tuple[Share, ...]:
    ids: dict[Recommendation | None, list[str]] = defaultdict(list)
    for one in counted:
        if (shown := survey.evaluation(one.id)) is not None:
            ids[shown.recommendation].append(one.id)
    classes = [(each, each.value, each.label) for each in Recommendation]
    return tuple(
        Share(code, label, len(ids[each]), tuple(ids[each]))
        for each, code, label in (*classes, (None, "belum-ada", "Belum ada rekomendasi"))
        if ids[each]
    )
