"""Durations as typed, the end they lead to, and what a term says on a day."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from dateutil.relativedelta import relativedelta  # type: ignore[import-untyped]
from hypothesis import given
from hypothesis import strategies as st

from kskd.domain.document.ends import EndKind
from kskd.domain.document.term import Term
from kskd.domain.values.days import Day
from kskd.domain.values.durations import (
    Duration,
    TermRule,
    coming_end,
    duration_agrees,
    end_of,
    notice_day,
    read_duration,
)
from kskd.errors import InvalidDate, InvalidFact

DAYS = st.dates(date(1990, 1, 1), date(2100, 12, 31))
COUNTS = st.integers(0, 50)
DURATIONS = st.builds(lambda parts: Duration(*parts), st.tuples(COUNTS, COUNTS, COUNTS).filter(any))
START = date(2024, 2, 20)
FROM, TO = Day.of(START), Day.of(date(2029, 2, 20))


@pytest.mark.parametrize(
    ("typed", "duration"),
    [
        ("5 tahun", Duration(years=5)),
        ("5 (lima) tahun", Duration(years=5)),
        ("5(lima)tahun", Duration(years=5)),
        ("lima tahun", Duration(years=5)),
        ("Lima (5) Tahun", Duration(years=5)),
        ("5 TAHUN.", Duration(years=5)),
        ("dua\u00a0 tahun", Duration(years=2)),
        ("18 bulan", Duration(months=18)),
        ("183 HARI", Duration(days=183)),
        ("1965 HARI", Duration(days=1965)),
        ("3 (tiga) tahun", Duration(years=3)),
        ("36 bulan", Duration(months=36)),
        ("2 thn 6 bln", Duration(years=2, months=6)),
        ("3 Years", Duration(years=3)),
        ("1 year 6 months", Duration(years=1, months=6)),
        ("2 weeks", Duration(days=14)),
        ("1 tahun 6 bulan", Duration(years=1, months=6)),
        ("1 (satu) tahun dan 6 (enam) bulan", Duration(years=1, months=6)),
        ("2 tahun 3 bulan 10 hari", Duration(2, 3, 10)),
        ("35 (tiga puluh lima) tahun", Duration(years=35)),
        ("sepuluh tahun", Duration(years=10)),
        ("sebelas bulan", Duration(months=11)),
        ("dua belas bulan", Duration(months=12)),
        ("duapuluh tahun", Duration(years=20)),
        ("sembilan puluh sembilan hari", Duration(days=99)),
        ("seratus hari", Duration(days=100)),
        ("2 thn", Duration(years=2)),
        ("2 thn.", Duration(years=2)),
        ("2 th.", Duration(years=2)),
        ("2th", Duration(years=2)),
        ("2 (dua) Thn.", Duration(years=2)),
        ("6 bln", Duration(months=6)),
        ("6 bl", Duration(months=6)),
        ("30 hr", Duration(days=30)),
        ("1 th. 6 bln. 10 hr.", Duration(1, 6, 10)),
        ("1 thn dan 6 bulan", Duration(years=1, months=6)),
        ("setahun", Duration(years=1)),
        ("Setahun 6 bulan", Duration(years=1, months=6)),
        ("2 tahun sebulan", Duration(years=2, months=1)),
        ("sebulan", Duration(months=1)),
        ("1,5 tahun", Duration(years=1, months=6)),
        ("0,5 tahun", Duration(months=6)),
        ("1.5 tahun", Duration(years=1, months=6)),
        ("1,25 tahun", Duration(years=1, months=3)),
        ("1,50 tahun", Duration(years=1, months=6)),
        ("1,5 years", Duration(years=1, months=6)),
        ("2,5 thn.", Duration(years=2, months=6)),
        ("1,5 tahun 10 hari", Duration(1, 6, 10)),
        ("40 minggu", Duration(days=280)),
        ("dua (2) minggu", Duration(days=14)),
        ("1 bulan 1 minggu 2 hari", Duration(months=1, days=9)),
    ],
)
def test_durations_seen_in_documents_are_read(typed: str, duration: Duration) -> None:
    assert read_duration(typed) == duration


@pytest.mark.parametrize(
    "typed",
    [
        "", "-", "0", "5", "tahun", "0 tahun", "terlampir", "Ada dilampirkan", "Akan dibicarakan",
        "satu tahun anggaran", "Sampai dengan Tahun 2024.", "terhitung tahun 2023 sampai 2028",
        "5 tahun sejak ditandatangani", "5 tahun 5 tahun", "-5 tahun", "5 0 tahun",
        "5 (lima tahun", "5 (tahun)", "5 () tahun", "(5) tahun", "dan 5 tahun", "5 tahun dan", "٥ tahun",
        "seratus satu hari", "123456 hari", "5 tahun " * 20,
        "satu semester", "seminggu", "sehari", "thn", "2 thn 3 tahun", "2 t", "2 bulanan", "5 setahun",
        "lima puluh setahun", "2setahun", "setahun sekali", "setahun setahun", "5 (setahun)",
        "1,4 tahun", "1,24 tahun", "1.33 tahun", "1.500 tahun", "1,250 tahun",
        "1.5 bulan", "1.5", "1 ,5 tahun", "1, 5 tahun", ",5 tahun",
        "1,5 bulan", "1,5 minggu", "1,5 hari", "1,5", "-1,5 tahun", "1,5 (satu) tahun", "3 1,5 tahun",
        "1,5 tahun 3 bulan", "3 bulan 1,5 tahun", "123456,5 tahun", "0 minggu", "2 minggu 2 minggu",
        "1,5,5 tahun",
    ],
)  # fmt: skip
def test_vague_durations_are_refused_and_the_ways_out_named(typed: str) -> None:
    with pytest.raises(InvalidDate, match=r"tidak dapat dihitung.*--ends.*--open-ended.*--until"):
        read_duration(typed)


@pytest.mark.parametrize(
    ("typed", "readings"),
    [
        ("36", "36 tahun atau 36 bulan"),
        ("5 (lima)", "5 tahun atau 5 bulan"),
        ("Lima.", "5 tahun atau 5 bulan"),
    ],
)
def test_a_figure_without_its_unit_is_refused_with_its_readings(typed: str, readings: str) -> None:
    with pytest.raises(InvalidDate, match=readings):
        read_duration(typed)


@pytest.mark.parametrize("typed", ["5 (tiga) tahun", "5 (tiga) thn.", "5 (tiga) minggu"])
def test_a_figure_and_a_word_that_disagree_are_refused(typed: str) -> None:
    with pytest.raises(InvalidDate, match="5 di luar kurung, 3 di dalamnya"):
        read_duration(typed)


@given(DURATIONS)
def test_a_duration_is_read_back_as_written(duration: Duration) -> None:
    assert read_duration(str(duration)) == duration


@given(st.integers(0, 99), st.integers(0, 11), st.sampled_from(",."))
def test_years_with_a_part_are_whole_months_or_refused(years: int, quarters: int, point: str) -> None:
    part = quarters * 25 // 3
    typed = f"{years}{point}{part:02} tahun"
    if quarters % 3 or years == part == 0:
        with pytest.raises(InvalidDate):
            read_duration(typed)
    else:
        assert read_duration(typed) == Duration(years, quarters)


@pytest.mark.parametrize("parts", [(0, 0, 0), (-1, 0, 0), (1, -1, 0)])
def test_a_duration_of_nothing_or_less_is_refused(parts: tuple[int, int, int]) -> None:
    with pytest.raises(InvalidDate, match="lebih dari nol"):
        Duration(*parts)


@pytest.mark.parametrize(
    ("start", "typed", "same_day", "day_before"),
    [
        (date(2024, 2, 20), "5 tahun", date(2029, 2, 20), date(2029, 2, 19)),
        (date(2024, 1, 1), "5 tahun", date(2029, 1, 1), date(2028, 12, 31)),
        (date(2024, 2, 29), "1 tahun", date(2025, 2, 28), date(2025, 2, 27)),
        (date(2024, 2, 29), "4 tahun", date(2028, 2, 29), date(2028, 2, 28)),
        (date(2024, 1, 31), "1 bulan", date(2024, 2, 29), date(2024, 2, 28)),
        (date(2024, 1, 31), "1 bulan 1 hari", date(2024, 3, 1), date(2024, 2, 29)),
        (date(2024, 1, 31), "18 bulan", date(2025, 7, 31), date(2025, 7, 30)),
        (date(2024, 5, 2), "1 hari", date(2024, 5, 3), date(2024, 5, 2)),
    ],
)
def test_the_end_under_both_rules(start: date, typed: str, same_day: date, day_before: date) -> None:
    duration = read_duration(typed)
    assert end_of(start, duration, TermRule.SAME_DAY) == same_day
    assert end_of(start, duration, TermRule.DAY_BEFORE) == day_before


@given(DAYS, st.builds(Duration, st.integers(1, 40), st.integers(0, 11), st.integers(0, 365)))
def test_the_end_is_the_start_plus_everything_in_one_go(start: date, duration: Duration) -> None:
    parts = relativedelta(years=duration.years, months=duration.months, days=duration.days)
    end = end_of(start, duration, TermRule.SAME_DAY)
    assert end == start + parts
    assert end_of(start, duration, TermRule.DAY_BEFORE) == end - timedelta(days=1)


@pytest.mark.parametrize("duration", [Duration(years=127), Duration(years=99999), Duration(days=10**20)])
def test_an_end_beyond_the_calendar_is_refused(duration: Duration) -> None:
    with pytest.raises(InvalidDate, match="sejak 20 Februari 2024 melewati tahun 2150"):
        end_of(START, duration, TermRule.SAME_DAY)


@pytest.mark.parametrize(
    ("typed", "shift", "agrees"),
    [
        ("5 tahun", 0, True),
        ("5 tahun", -1, True),
        ("5 tahun", -6, True),
        ("5 tahun", 6, True),
        ("5 tahun", -7, False),
        ("5 tahun", 7, False),
        ("1 tahun", -2, True),
        ("1 tahun", -3, False),
        ("24 bulan", -3, True),
        ("24 bulan", -4, False),
        ("30 hari", -1, True),
        ("30 hari", -2, False),
    ],
)
def test_end_and_duration_agree_within_a_day_more_than_the_years(
    typed: str, shift: int, agrees: bool
) -> None:
    duration = read_duration(typed)
    ends_on = end_of(START, duration, TermRule.SAME_DAY) + timedelta(days=shift)
    assert duration_agrees(START, duration, ends_on) is agrees


def test_a_duration_beyond_the_calendar_agrees_with_no_end() -> None:
    assert not duration_agrees(START, Duration(years=200), date(2150, 12, 31))


@given(DAYS, st.integers(1, 40))
def test_all_three_end_rules_in_use_agree_with_the_duration(start: date, years: int) -> None:
    duration = Duration(years=years)
    for ends_on in (
        end_of(start, duration, TermRule.SAME_DAY),
        end_of(start, duration, TermRule.DAY_BEFORE),
        start + timedelta(days=365 * years),
        start + timedelta(days=365 * years - 1),
    ):
        # n times 365 days falls short by a day for each leap day, of which n years have at most n
        assert duration_agrees(start, duration, ends_on)


@pytest.mark.parametrize(
    ("term", "words"),
    [
        (Term(FROM, EndKind.DATE, TO), "20 Februari 2024 s.d. 20 Februari 2029"),
        (Term(FROM, EndKind.OPEN), "sejak 20 Februari 2024, tanpa batas waktu"),
        (
            Term(FROM, EndKind.CONDITION, condition="predikat WBK"),
            "sejak 20 Februari 2024, sampai predikat WBK",
        ),
        (
            Term(FROM, EndKind.CONDITION, condition="Hingga terbitnya sertifikat"),
            "sejak 20 Februari 2024, hingga terbitnya sertifikat",
        ),
        (Term(FROM), "sejak 20 Februari 2024, tanggal akhir belum tercatat"),
        (Term(None, EndKind.DATE, TO), "s.d. 20 Februari 2029"),
        (Term(None, EndKind.OPEN), "tanpa batas waktu"),
        (Term(None, EndKind.CONDITION, condition="Sampai selesai"), "sampai selesai"),
        (Term(), "belum tercatat"),
        (Term(Day.parse("2024-02"), EndKind.DATE, Day.parse("2029")), "Februari 2024 s.d. 2029"),
    ],
)
def test_a_term_in_words(term: Term, words: str) -> None:
    assert term.describe() == words


@pytest.mark.parametrize(
    ("kind", "ends", "condition", "part"),
    [
        (EndKind.DATE, None, None, "Tanggal akhir harus ada"),
        (EndKind.OPEN, TO, None, "Tanggal akhir harus ada"),
        (None, TO, None, "Tanggal akhir harus ada"),
        (EndKind.CONDITION, None, None, "Syarat berakhir harus ada"),
        (EndKind.CONDITION, None, "", "Syarat berakhir harus ada"),
        (EndKind.OPEN, None, "sampai selesai", "Syarat berakhir harus ada"),
        (EndKind.DATE, TO, "sampai selesai", "Syarat berakhir harus ada"),
        (
            EndKind.DATE,
            Day.of(date(2024, 2, 19)),
            None,
            "Tanggal akhir 19 Februari 2024 mendahului tanggal mulai 20 Februari 2024",
        ),
    ],
)
def test_facts_that_cannot_be_true_together_are_refused(
    kind: EndKind | None, ends: Day | None, condition: str | None, part: str
) -> None:
    with pytest.raises(InvalidFact, match=part):
        Term(FROM, kind, ends, condition)


@pytest.mark.parametrize(
    ("starts", "ends", "is_possible"),
    [
        ("2024", "2024-01", True),
        ("2024-05-02", "2024", True),
        ("2024-05", "2024-05-01", True),
        ("2024-05-02", "2024-05-01", False),
        ("2024-05", "2024-04", False),
        ("2025", "2024", False),
        ("XXXX", "2024", True),
    ],
)
def test_days_known_in_part_are_refused_only_where_no_days_could_be_meant(
    starts: str, ends: str, is_possible: bool
) -> None:
    def made() -> Term:
        return Term(Day.parse(starts), EndKind.DATE, Day.parse(ends))

    if is_possible:
        assert (made().starts, made().ends) == (Day.parse(starts), Day.parse(ends))
        assert (made().starts_on is None) is (len(starts) < 10)
    else:
        with pytest.raises(InvalidFact, match="mendahului tanggal mulai"):
            made()


def test_a_term_may_end_on_the_day_it_starts() -> None:
    assert Term(FROM, EndKind.DATE, FROM).days_left(START) == 0


@given(DAYS, DAYS)
def test_days_left_lead_to_the_end(ends_on: date, as_of: date) -> None:
    term = Term(None, EndKind.DATE, Day.of(ends_on))
    left = term.days_left(as_of)
    assert left is not None
    assert as_of + timedelta(days=left) == ends_on


@given(DAYS)
def test_an_end_that_is_no_date_has_no_days_left(as_of: date) -> None:
    for term in (Term(FROM, EndKind.OPEN), Term(FROM, EndKind.CONDITION, condition="selesai"), Term()):
        assert term.days_left(as_of) is None


YEARLY = "diperpanjang otomatis tiap 12 bulan"


def test_what_is_renewed_by_itself_keeps_its_first_end_and_gets_it_back() -> None:
    dated = Term(FROM, EndKind.DATE, Day.of(START), end_typed="2 Mei")
    once = dated.renewed("12 bulan", None)
    assert (once.end_kind, once.ends, once.condition) == (EndKind.CONDITION, Day.of(START), YEARLY)
    assert (once.ends_on, once.first_end, once.days_left(START)) == (None, START, None)
    noticed = once.renewed("12 bulan", "3 bulan")
    assert noticed.condition == f"{YEARLY}, kecuali diberitahukan 3 bulan sebelumnya"
    assert noticed.describe().endswith(f"{noticed.condition}; akhir pertama {Day.of(START).words}")
    assert noticed.renewed(None, "3 bulan") == dated


@pytest.mark.parametrize(
    "term", [Term(FROM, EndKind.OPEN), Term(FROM), Term(FROM, EndKind.CONDITION, condition="WBK")]
)
def test_an_end_of_another_kind_is_left_as_it_is(term: Term) -> None:
    assert term.renewed("12 bulan", "3 bulan") == term
    assert term.renewed(None, None) == term


@pytest.mark.parametrize(
    ("first", "every", "day", "end"),
    [
        (date(2026, 5, 2), "12 bulan", date(2026, 5, 2), date(2026, 5, 2)),
        (date(2026, 5, 2), "12 bulan", date(2026, 5, 3), date(2027, 5, 2)),
        (date(2025, 1, 31), "1 bulan", date(2025, 2, 1), date(2025, 2, 28)),
        (date(2025, 1, 31), "1 bulan", date(2025, 3, 1), date(2025, 3, 31)),  # counted from the first
        (date(2024, 2, 29), "1 tahun", date(2028, 2, 1), date(2028, 2, 29)),
        (date(2026, 5, 2), "999 tahun", date(2026, 5, 3), None),  # beyond the calendar
    ],
)
def test_the_coming_end_is_counted_from_the_first(
    first: date, every: str, day: date, end: date | None
) -> None:
    assert coming_end(first, every, day) == end


def test_notice_is_given_so_long_before_the_end() -> None:
    assert notice_day(date(2026, 5, 31), "3 bulan") == date(2026, 2, 28)
    assert notice_day(date(2026, 5, 31), "30 hari") == date(2026, 5, 1)
