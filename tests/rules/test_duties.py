"""What the office owes: which periods are asked for, what settles them, and the one line that is told of a kind."""

from __future__ import annotations

from datetime import date

import pytest

from kskd.domain.document.chain import Doc, Scheme
from kskd.domain.values.period import Period
from kskd.rules.duties import Duties, asked
from kskd.rules.papers import KINDS
from kskd.rules.recorded import Given, Recorded

AS_OF = date(2025, 3, 15)


def owed(
    kind: str, *papers: Given, since: str | None = "2023-07-01", as_of: date = AS_OF, **more: tuple[date, ...]
) -> list[str]:
    """The periods of a kind that are asked for and not recorded."""
    first = date.fromisoformat(since) if since else None
    found = asked(Recorded(papers, since=first, **more), as_of, 30, "kabupaten")
    return [str(one.period) for one in found if one.kind.kind == kind]


def given(kind: str, period: str | None, on: str = "2025-01-10") -> Given:
    return Given(kind, period, date.fromisoformat(on))


SEMESTER, YEARLY, SINERGI = "laporan-tkksd-semester", "laporan-tkksd-tahunan", "laporan-sinergi-tahunan"


def test_whole_periods_are_asked_for_since_the_first() -> None:
    assert owed(SEMESTER) == ["2023-S2", "2024-S1", "2024-S2", "2025-S1"]
    assert owed(YEARLY) == ["2024", "2025"]  # 2023 had begun
    assert owed(YEARLY, since="2024-07-01") == ["2025"]
    assert owed(YEARLY, since="2024-01-01") == ["2024", "2025"]


@pytest.mark.parametrize("kind", list(KINDS))
def test_only_what_falls_due_is_asked_for(kind: str) -> None:
    """A decree and the minutes of the mapping have no day in the law."""
    falls_due = kind not in {"keputusan-tkksd", "berita-acara-ksdd-wajib"}
    assert bool(owed(kind)) is falls_due


def test_a_registry_without_documents_is_asked_for_nothing() -> None:
    assert asked(Recorded(), AS_OF, 30, "kabupaten") == []


def test_a_registry_begun_now_is_asked_for_what_has_begun_only() -> None:
    found = asked(Recorded(since=date(2025, 1, 1)), AS_OF, 30, "kabupaten")
    assert {str(one.period) for one in found} == {"2025-S1", "2025"}


@pytest.mark.parametrize(
    ("as_of", "last"), [("2025-06-30", "2025-S1"), ("2025-07-01", "2025-S2"), ("2024-12-31", "2024-S2")]
)
def test_a_period_is_asked_for_from_its_first_day(as_of: str, last: str) -> None:
    assert owed(SEMESTER, as_of=date.fromisoformat(as_of))[-1] == last


def test_nothing_is_asked_of_a_period_that_began_before_its_law() -> None:
    """Permendagri 22/2020 is of 14 April 2020, Permendagri 25/2020 of 22 May."""
    assert owed(SEMESTER, since="2018-01-01")[0] == "2020-S2"
    assert owed(YEARLY, since="2018-01-01")[0] == "2021"
    assert owed("laporan-luar-negeri", since="2018-01-01")[0] == "2021"


def test_a_paper_settles_its_own_kind_and_period() -> None:
    assert owed(SEMESTER, given(SEMESTER, "2024-S1")) == ["2023-S2", "2024-S2", "2025-S1"]
    assert owed(YEARLY, given(SEMESTER, "2024-S1")) == ["2024", "2025"]
    assert owed(YEARLY, given(YEARLY, "2024")) == ["2025"]


@pytest.mark.parametrize(
    ("told", "left"),
    [
        ("2023-12-31", ["2024", "2025"]),
        ("2024-01-01", ["2025"]),
        ("2024-12-31", ["2025"]),
        ("2025-01-01", []),  # of 2024 in time, and in 2025
        ("2025-01-30", []),
        ("2025-01-31", ["2024"]),
    ],
)
def test_the_older_fact_of_a_document_still_counts(told: str, left: list[str]) -> None:
    assert owed(SINERGI, since="2024-01-01", told=(date.fromisoformat(told),)) == left


@pytest.mark.parametrize(
    ("started", "semesters", "years"),
    [
        ("2024-06-29", ["2024-S1", "2024-S2", "2025-S1"], ["2024", "2025"]),
        ("2024-06-30", ["2024-S2", "2025-S1"], ["2024", "2025"]),
        ("2024-12-30", ["2024-S2", "2025-S1"], ["2024", "2025"]),
        ("2024-12-31", ["2024-S1", "2025-S1"], ["2025"]),
        ("2025-01-10", ["2024-S1", "2025-S1"], ["2025"]),
    ],
)
def test_a_clock_of_old_stands_for_the_period_that_had_ended(
    started: str, semesters: list[str], years: list[str]
) -> None:
    day = date.fromisoformat(started)
    assert owed(SEMESTER, since="2024-01-01", started=(day,)) == semesters
    assert owed(YEARLY, since="2024-01-01", started=(day,)) == years
    assert owed("laporan-berjenjang", since="2024-01-01", started=(day,)) == ["2024-S1", "2024-S2", "2025-S1"]


def duties(
    kind: str, *periods: str, as_of: str = "2025-03-15", level: str = "kabupaten", days: int = 30
) -> Duties:
    open_ = {kind: tuple(map(Period.parse, periods))}
    return Duties(date.fromisoformat(as_of), level, days, Recorded(), open_)


# kind, open periods, day asked, due day, days left, what is said
LINES = [
    (
        SEMESTER,
        "2024-S2",
        "2025-01-29",
        "2025-01-30",
        1,
        "Laporan TKKSD Semester II Tahun 2024 kepada kepala daerah belum tercatat",
    ),
    (SEMESTER, "2024-S2", "2025-01-30", "2025-01-30", 0, "belum tercatat"),
    (SEMESTER, "2024-S2", "2025-01-31", "2025-01-30", -1, "belum tercatat"),
    (
        SEMESTER,
        "2023-S2 2024-S1 2024-S2",
        "2025-01-30",
        "2024-01-30",
        -366,
        "Semester II Tahun 2023 kepada kepala daerah belum tercatat; seluruhnya 2 periode, ini yang tertua",
    ),
    (SEMESTER, "2023-S2 2024-S1 2024-S2", "2025-01-31", "2024-01-30", -367, "seluruhnya 3 periode"),
    (YEARLY, "2024", "2025-03-15", "2025-01-30", -44, "Laporan tahunan TKKSD Tahun 2024"),
    (
        "laporan-berjenjang",
        "2024-S2",
        "2025-03-15",
        "2025-01-30",
        -44,
        "Laporan berjenjang Semester II Tahun 2024 kepada Gubernur",
    ),
    (SINERGI, "2024", "2025-03-15", "2025-01-30", -44, "Laporan Sinergi Tahun 2024 kepada Gubernur"),
    (
        "laporan-luar-negeri",
        "2024",
        "2025-01-07",
        "2025-01-07",
        0,
        "Laporan kerja sama luar negeri Tahun 2024 kepada Gubernur",
    ),
    ("laporan-luar-negeri", "2024", "2025-01-08", "2025-01-07", -1, "kepada Gubernur"),
    (
        "rapat-pleno-tkksd",
        "2024",
        "2024-12-31",
        "2024-12-31",
        0,
        "Rapat pleno TKKSD Tahun 2024 belum tercatat",
    ),
    (
        "rapat-pleno-tkksd",
        "2024",
        "2025-01-01",
        "2024-12-31",
        -1,
        "Rapat pleno TKKSD Tahun 2024 belum tercatat",
    ),
    (
        "daftar-ksdpk",
        "2025",
        "2025-03-15",
        "2025-12-31",
        291,
        "Daftar rencana KSDPK Tahun 2025 belum tercatat",
    ),
]


@pytest.mark.parametrize("row", LINES, ids=lambda row: f"{row[0]} {row[1]} {row[2]}")
def test_one_line_tells_the_oldest_of_a_kind(row: tuple[str, str, str, str, int, str]) -> None:
    kind, periods, as_of, due_on, left, says = row
    (found,) = duties(kind, *periods.split(), as_of=as_of).deadlines()
    assert (found.kind, found.agreement, found.opd, found.number) == (kind, None, None, None)
    assert (found.due_on.isoformat(), found.days_left) == (due_on, left)
    assert says in found.what
    assert ("seluruhnya" in found.what) is ("seluruhnya" in says)
    assert found.remedy == f"kskd paper add {kind} --period {periods.split()[0]} --on TANGGAL"


def test_a_province_reports_to_the_menteri_by_its_own_article_and_day() -> None:
    (found,) = duties(SINERGI, "2024", level="provinsi").deadlines()
    assert "kepada Menteri" in found.what
    assert found.article == "Permendagri 22/2020 Pasal 60 ayat (3)"
    (abroad,) = duties("laporan-luar-negeri", "2024", level="provinsi").deadlines()
    assert (abroad.due_on, abroad.article.partition(";")[0]) == (
        date(2025, 1, 14),
        "Permendagri 25/2020 Pasal 36 ayat (2)",
    )
    (below,) = duties(SINERGI, "2024").deadlines()
    assert below.article == "Permendagri 22/2020 Pasal 60 ayat (2)"


def test_the_office_sets_the_days_where_the_law_names_none() -> None:
    (found,) = duties(SEMESTER, "2024-S2", days=0).deadlines()
    assert found.due_on == date(2024, 12, 31)


def test_only_what_falls_due_has_a_last_day() -> None:
    with pytest.raises(ValueError, match="keputusan-tkksd"):
        duties(SEMESTER).due_on(KINDS["keputusan-tkksd"], Period.parse("2024"))


def test_each_kind_says_who_owes_what_to_whom() -> None:
    assert KINDS["laporan-berjenjang"].who == "bupati/wali kota kepada Gubernur; gubernur kepada Menteri"
    assert KINDS["rapat-pleno-tkksd"].who == "TKKSD"
    assert KINDS["laporan-luar-negeri"].schemes == (Scheme.KSDPL, Scheme.KSDLL)
    assert Doc.MOU in KINDS["laporan-luar-negeri"].docs
    assert KINDS["keputusan-tkksd"].remedy == "kskd paper add keputusan-tkksd --on TANGGAL"
