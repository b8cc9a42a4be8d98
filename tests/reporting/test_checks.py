"""Sums and cross-totals: they hold of any registry, and what disagrees is never printed."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kskd.domain.document.chain import Scheme
from kskd.domain.implementation import Implementation
from kskd.domain.values.period import Period
from kskd.errors import Refused
from kskd.pages.kinds import environment
from kskd.pages.templates import templates_dir
from kskd.reporting import reports
from kskd.reporting.basis import Basis, OneDocument
from kskd.reporting.checks import Sum, disagreements
from kskd.reporting.reports import REPORTS
from tests.reporting.reporting_facts import S2, YEAR_END, agreement, evaluation, facts, rich_facts, term

if TYPE_CHECKING:
    from kskd.domain.document.agreement import Agreement
    from kskd.domain.evaluation import Evaluation

PERIODS = [Period.parse(text) for text in ("2023-S2", "2024-S1", "2024-S2", "2024", "2024-Q3", "2024-11")]
DAYS = [date(2023, 12, 31), date(2024, 6, 30), YEAR_END, date(2025, 3, 1)]
DRAWN = st.lists(
    st.tuples(
        st.sampled_from(["KB", "KB", "PKS", "PKS", "LOI", "MOU", "RKT"]),
        st.sampled_from(["DINKES", "DINSOS", "DLH"]),
        st.dates(date(2022, 1, 1), date(2025, 1, 1)),
        st.integers(1, 1500),
        st.integers(0, 7),  # the umbrella that it stands under, or that it follows
        st.none() | st.sampled_from(Implementation),
        st.none() | st.sampled_from(["1.02", "1.01", "3.27"]),
    ),
    max_size=8,
)
_PARENTS = {"PKS": {"KB"}, "MOU": {"LOI"}, "RKT": {"MOU", "LOI"}}


def _office(drawn: list[tuple[Any, ...]]) -> tuple[list[Agreement], list[Evaluation]]:
    documents: list[Agreement] = []
    reports_: list[Evaluation] = []
    for number, (doc, opd, signed, days, other, state, affair) in enumerate(drawn, 1):
        before = documents[other] if other < len(documents) else None
        end = date.fromordinal(signed.toordinal() + days)
        changes: dict[str, Any] = {
            "scheme": Scheme.KSDLL if doc in {"LOI", "MOU", "RKT"} else Scheme.KSDPK,
            "signed_on": signed,
            "term": term(signed, end),
            "affairs": (affair,) if affair else (),
        }
        if before is not None:
            kind = before.doc.value.upper()
            if kind in _PARENTS.get(doc, ()):
                changes["parent"] = before.id
            elif kind == doc and all(one.predecessor != before.id for one in documents):
                changes["predecessor"] = before.id
        documents.append(agreement(f"{doc}-{signed.year}-{number:03}", opd, **changes))
        if doc in {"PKS", "RKT"} and state is not None:
            reports_.append(evaluation(documents[-1].id, S2, implementation=state))
    return documents, reports_


@given(DRAWN, st.sampled_from(PERIODS), st.sampled_from(DAYS))
def test_the_sums_of_any_registry_agree(drawn: list[tuple[Any, ...]], period: Period, day: date) -> None:
    documents, reported = _office(drawn)
    looked_at = OneDocument(documents[0] if documents else None)
    basis = Basis(facts(*documents, evaluations=reported), period, day, subject=looked_at)
    for kind in REPORTS.values():
        if (documents or kind.of != "agreement") and (not kind.periods or period.kind in kind.periods):
            for page in kind.build(basis):
                assert disagreements(page.facts) == [], (kind.key, page.name)


def _page(kind: str) -> Any:
    (page,) = REPORTS[kind].build(Basis(rich_facts(), S2, YEAR_END))
    return page.facts


@pytest.mark.parametrize(
    ("kind", "name", "what"),
    [
        ("ringkasan", "scored_both", "naskah yang bernilai dua periode"),
        ("ringkasan", "lines_carried", "payung dengan turunan dilaksanakan"),
        ("pemetaan", "total", "naskah yang berlaku menurut urusan"),
    ],
)
def test_a_figure_that_is_one_too_many_is_found(kind: str, name: str, what: str) -> None:
    page = _page(kind)
    assert disagreements(page) == []
    told = getattr(page, name)
    more = (*told, *map(str, range(99))) if isinstance(told, tuple) else told + 99
    (found,) = disagreements(replace(page, **{name: more}))
    assert (found.what, found.stated - found.found > 0) == (what, True)


def test_a_document_that_is_lost_or_counted_twice_among_the_states_is_found() -> None:
    step = _page("ringkasan").umbrellas
    first, *others = step.states
    for ids in (first.ids[1:], (*first.ids, first.ids[0])):
        assert disagreements(replace(step, states=(replace(first, ids=ids), *others)))


def test_an_opd_that_is_left_out_of_the_recap_is_found() -> None:
    recap = _page("rekap").recap
    found = disagreements(replace(recap, opds=recap.opds[1:]))
    assert Sum("naskah menurut OPD", 12, 12 - recap.opds[0].total) in found


def test_a_page_whose_sums_disagree_is_refused_with_its_figures(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(reports, "disagreements", lambda _: [Sum("naskah menurut OPD", 5, 4)])
    made = environment([templates_dir()])
    with pytest.raises(Refused, match="naskah menurut OPD 4, seluruhnya 5") as refused:
        list(reports.pages(REPORTS["rekap"], Basis(rich_facts(), S2, YEAR_END), made))
    assert refused.value.code == "page-figures-disagree"
