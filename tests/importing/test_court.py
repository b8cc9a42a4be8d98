"""The court of dates: an order is proven for a column, or its days are left; none is silently wrong."""

from itertools import product

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kskd.domain.values.dates import MONTHS, ROMAN
from kskd.domain.values.days import Day
from kskd.domain.values.durations import Duration, duration_agrees
from kskd.domain.values.grid import Cell
from kskd.importing.court import Court, CourtVerdict
from kskd.importing.day_readings import Form, Order, see
from kskd.importing.problems import Problem
from kskd.importing.records import Record
from kskd.importing.witnesses import stand
from tests.importing.dated_rows import (
    BESIDE,
    ENDS,
    LENGTH,
    NUMBER,
    ROW,
    STARTS,
    Column,
    Score,
    Writer,
    court_of,
    day_first,
    dice,
    in_words,
    iso,
    mixed,
    month_first,
    right_cell,
    rows,
    score,
    shown,
    swapped_by_locale,
)

SEEDS = st.integers(0, 10_000)


def _verdict(records: list[Record], decided: dict[int, frozenset[Order]] | None = None) -> CourtVerdict:
    court = Court((STARTS, ENDS), BESIDE)
    for record in records:
        court.hear(record)
    return court.close(decided)


def _starts(*texts: str) -> list[Record]:
    return [Record("PKS", row, {STARTS.column: Cell(text)}) for row, text in enumerate(texts, 2)]


def _told(*texts: str, decided: frozenset[Order] = frozenset()) -> list[str | None]:
    records = _starts(*texts)
    verdict = _verdict(records, {STARTS.column: decided})
    days = [verdict.read(record).get(STARTS.column) for record in records]
    return [str(day) if isinstance(day, Day) else None for day in days]


def _pair(start: str, end: str, length: str = "", number: str = "", row: int = 2) -> Record:
    told = {STARTS.column: start, ENDS.column: end, LENGTH.column: length, NUMBER.column: number}
    return Record("PKS", row, {column: Cell(text) for column, text in told.items() if text})


def test_days_that_no_other_order_can_read_prove_that_of_the_column() -> None:
    assert _told("6/25/2025", "6/26/2025", "7/30/2024", "5/6/2025")[-1] == "2025-05-06"
    assert _told("25/6/2025", "26/6/2025", "5/6/2025")[-1] == "2025-06-05"
    assert _told("25/6/2025", "5/6/2025")[-1] is None


def test_years_of_two_digits_stand_last_where_a_person_gave_the_order() -> None:
    assert _told("15/01/24", "5/6/24") == [None, None]
    assert _told("15/01/24", "5/6/24", decided=frozenset({Order.DAY_FIRST})) == ["2024-01-15", "2024-06-05"]


def test_a_column_of_both_orders_settles_none() -> None:
    assert _told("6/25/2025", "25/6/2025", "5/6/2025") == ["2025-06-25", "2025-06-25", None]


def test_nothing_proven_is_left_with_both_readings_until_a_person_decides() -> None:
    (record,) = _starts("5/6/2025")
    problem = _verdict([record]).read(record)[STARTS.column]
    assert isinstance(problem, Problem)
    assert problem.readings == ("5 Juni 2025", "6 Mei 2025")
    assert problem.why.startswith("Perlu diputuskan: urutan hari dan bulan")
    assert _verdict([record]).proposed == {STARTS.column: (Order.DAY_FIRST,)}
    assert _told("5/6/2025", decided=frozenset({Order.MONTH_FIRST})) == ["2025-05-06"]


def test_months_in_words_and_days_known_in_part_need_no_order() -> None:
    told = _told("2014", "Mei 2014", "2 Mei 2014", "May 2, 2014", "5/6/2014")
    assert told == ["2014", "2014-05", "2014-05-02", "2014-05-02", None]


def test_the_weekday_decides_in_its_own_cell() -> None:
    assert _told("Kamis (6/5/2021)", "Sabtu (6/5/2021)", "7/8/2021") == ["2021-05-06", "2021-06-05", None]
    assert _told("Sabtu (5/6/2021)") == ["2021-06-05"]


@pytest.mark.parametrize("text", ["9/92021", "1965", "31/02/2024", "Selasa (6/7)", "14/3/20", "45000"])
def test_what_may_be_a_typing_error_is_named(text: str) -> None:
    assert _told("25/6/2025", "26/6/2025", text)[-1] is None


@pytest.mark.parametrize("end", ["5/6/2025", "4/6/2025", "3/6/2025"])
def test_a_stated_duration_takes_same_day_day_before_and_365_days_for_normal(end: str) -> None:
    record = _pair("5 Juni 2022", end, "3 (tiga) tahun")
    day = _verdict([record]).read(record)[ENDS.column]
    assert isinstance(day, Day)
    assert day.exact is not None
    assert day.exact.month == 6


def test_an_order_that_the_duration_of_the_row_disproves_is_not_taken() -> None:
    proofs = [_pair(f"{13 + row % 12}/6/2022", "", row=row) for row in range(20)]
    record = _pair("5/6/2022", "5 Mei 2025", "3 tahun")  # 6 May, whatever the column says
    problem = _verdict([*proofs, record]).read(record)[STARTS.column]
    assert isinstance(problem, Problem)
    assert "membantah" in problem.why


def test_an_order_is_proven_by_the_one_of_the_other_end_and_the_durations_between() -> None:
    records = [_pair(f"{day}/6/2022", f"{day}/6/2025", "3 tahun", row=day) for day in range(1, 6)]
    ends = [_pair("", f"{day}/6/2025", row=day) for day in range(13, 20)]
    assert _verdict(records).counts[0].undecided == 5
    verdict = _verdict([*records, *ends])
    assert [heard.undecided for heard in verdict.counts] == [0, 0]
    assert str(verdict.read(records[0])[STARTS.column]) == "2022-06-01"


def test_two_columns_whose_durations_say_that_their_orders_differ_are_both_left() -> None:
    starts = [_pair(f"{day}/6/2022", "", row=day) for day in range(13, 18)]
    ends = [_pair("", f"6/{day}/2025", row=day) for day in range(13, 20)]
    same = [_pair(f"{day}/6/2022", f"{day}/6/2025", "3 tahun", row=day) for day in range(2, 6)]
    plain = _pair("7/8/2022", "7/8/2026")
    told = _verdict([*starts, *ends, *same, plain]).read(plain)
    assert all(isinstance(day, Problem) for day in told.values())


def test_two_orders_in_one_term_are_believed_only_where_durations_confirm_them() -> None:
    starts = [_pair(f"{day}/6/2022", "", row=day) for day in range(13, 18)]
    ends = [_pair("", f"6/{day}/2025", row=day) for day in range(13, 20)]
    plain = _pair("7/8/2022", "7/9/2026")
    verdict = _verdict([*starts, *ends, plain])
    assert [heard.undecided for heard in verdict.counts] == [1, 1]
    assert "bertentangan dengan kolom pasangannya" in verdict.words[0]
    confirming = [_pair(f"{day}/6/2022", f"6/{day}/2025", "3 tahun", row=day) for day in range(2, 6)]
    told = _verdict([*starts, *ends, *confirming, plain]).read(plain)
    assert [str(day) for day in told.values()] == ["2022-08-07", "2026-07-09"]


def test_an_end_before_its_start_however_read_is_left() -> None:
    record = _pair("5 Juni 2022", "4 Juni 2021")
    told = _verdict([record]).read(record)
    assert [isinstance(day, Problem) and day.why for day in told.values()] == [
        "Perlu diputuskan: akhir mendahului mulai, bagaimanapun tanggalnya dibaca. "
        "Periksa kedua tanggalnya pada naskah."
    ] * 2


def test_the_month_of_the_number_is_heard_only_where_certain_days_agree_with_it() -> None:
    open_ = [_pair(f"{day}/6/2022", "", number=f"1/KS/VI/{2022}", row=day) for day in range(1, 6)]
    agreeing = [_pair(f"{day} Juni 2022", "", number="1/KS/VI/2022", row=10 + day) for day in range(1, 8)]
    off = [_pair(f"{day} Juni 2022", "", number="1/KS/II/2022", row=10 + day) for day in range(1, 8)]
    assert _verdict(open_).counts[0].undecided == 5
    assert _verdict([*open_, *off]).counts[0].undecided == 5
    assert _verdict([*open_, *agreeing]).counts[0].undecided == 0


def test_the_month_of_a_number_of_another_year_is_not_heard() -> None:
    agreeing = [_pair(f"{day} Juni 2022", "", number="1/KS/VI/2022", row=10 + day) for day in range(1, 8)]
    old = [_pair(f"{day}/7/2022", "", number=f"1/KS/{ROMAN[day - 1]}/2020", row=day) for day in range(1, 6)]
    assert _verdict([*agreeing, *old]).counts[0].undecided == 5


def test_a_number_alone_does_not_read_a_cell_against_the_common_order() -> None:
    truths = rows(dice(3), 200, swapped_by_locale(later=0.05), stated=0)
    right = Record("PKS", 999, {STARTS.column: shown(truths[0].days[STARTS.column].replace(day=7, month=5))})
    year = truths[0].days[STARTS.column].year
    right = right._replace(cells={**right.cells, NUMBER.column: Cell(f"1/KS/V/{year}")})
    assert isinstance(court_of(truths).read(right)[STARTS.column], Problem)


def test_rows_that_are_passed_over_say_nothing() -> None:
    record = _starts("25/6/2025")[0]._replace(passed="jumlah")
    assert _verdict([record]).words == (
        'Kolom "Mulai" (E): tidak ada tanggal.',
        'Kolom "Berakhir" (F): tidak ada tanggal.',
    )


def test_one_row_against_many_proofs_is_left_and_shakes_few_only() -> None:
    against = _pair("1/2/2022", "2 Januari 2022")
    for count, is_read in ((19, False), (20, True)):
        proofs = [_pair(f"{13 + row % 12}/6/2022", "", row=row) for row in range(count)]
        verdict = _verdict([*proofs, against, *_starts("5/6/2022")])
        assert isinstance(verdict.read(_starts("5/6/2022")[0])[STARTS.column], Day) is is_read
        told = verdict.read(against)[STARTS.column]
        assert isinstance(told, Problem) if is_read else str(told) == "2022-01-02"


def test_the_words_count_the_evidence() -> None:
    records = [
        *_starts(
            "25/6/2025", "26/6/2025", "27/6/2025", "5/6/2025", "Jumat (5/6/2020)", "7 Mei 2024", "5 tahun"
        ),
        _pair("14/3/20", ""),
        _pair("9/8/2022", "10 Agustus 2023", "1 tahun"),
    ]
    assert _verdict(records).words[0] == (
        'Kolom "Mulai" (E): 8 tanggal; urutan hari/bulan terbukti oleh 5 sel (angka > 12: 3; nama hari: 1;'
        " jangka waktu: 1), 0 bertentangan; 1 perlu diputuskan; 1 bukan tanggal."
    )


def test_a_column_of_the_umbrella_hears_the_number_of_the_umbrella() -> None:
    signed, number = Column(8, "Tanggal KB", "umbrella_signed"), Column(9, "Nomor KB", "umbrella_number")
    cells = [{8: Cell(f"{day} Mei 2020"), 9: Cell("1/KB/V/2020")} for day in range(1, 8)]
    cells.append({8: Cell("7/6/2020"), 9: Cell("3/KB/VI/2020")})
    cells.append({8: Cell("5/6/2020"), 9: Cell("2/KB/VI/2020"), 2: Cell("2/KS/V/2020")})
    records = [Record("PKS", row, one) for row, one in enumerate(cells, 2)]
    court = Court((signed,), (*BESIDE, number))
    for record in records:
        court.hear(record)
    assert str(court.close().read(records[-1])[8]) == "2020-06-05"


ORDERED: dict[str, Writer] = {
    "day first": day_first,
    "month first": month_first,
    "iso": iso,
    "date cells": right_cell,
    "words": in_words,
    "texts and cells": mixed(in_words, right_cell),
}


@pytest.mark.parametrize("name", ORDERED)
def test_a_list_of_one_order_is_read_whole(name: str) -> None:
    truths = rows(dice(1), 300, ORDERED[name], ORDERED[name])
    assert score(truths, court_of(truths)) == Score(600, 0, 0)


MESSES: dict[str, tuple[Writer, Writer, float]] = {
    "half swapped": (swapped_by_locale(), swapped_by_locale(), 0.96),
    "half swapped by the other locale": (
        swapped_by_locale(month_first),
        swapped_by_locale(month_first),
        0.96,
    ),
    "half swapped beside words": (swapped_by_locale(), in_words, 0.99),
    "contradictory": (mixed(day_first, month_first), mixed(day_first, month_first), 0.88),
    "mostly American": (mixed(*[month_first] * 6, day_first), mixed(*[month_first] * 6, day_first), 0.94),
    "texts and cells": (mixed(day_first, right_cell), mixed(day_first, right_cell), 0.99),
}


@pytest.mark.parametrize("name", MESSES)
def test_share_settled_of_each_mess(name: str) -> None:
    starts, ends, least = MESSES[name]
    scores = []
    for seed in range(10):
        truths = rows(dice(seed), 200, starts, ends)
        verdict = court_of(truths)
        scores.append(score(truths, verdict))
        assert sum(heard.settled for heard in verdict.counts) == scores[-1].right
    right, wrong, undecided = map(sum, zip(*scores, strict=True))
    total = Score(right, wrong, undecided)
    assert wrong == 0
    assert total.share >= least


def test_days_below_13_without_any_evidence_are_all_left() -> None:
    truths = rows(
        dice(1), 100, day_first, numbered=0, only=lambda day: day.day <= 12 and day.day != day.month
    )
    assert score(truths, court_of(truths)) == Score(0, 0, 100)


@settings(max_examples=60, deadline=None)
@given(SEEDS, st.integers(1, 60), st.floats(0, 0.5), st.sampled_from([day_first, month_first]), st.booleans())
def test_no_day_of_a_half_swapped_list_is_wrong(
    seed: int, count: int, later: float, write: Writer, has_ends: bool
) -> None:
    writer = swapped_by_locale(write, later)
    truths = rows(dice(seed), count, writer, writer if has_ends else None)
    if any(not truth.record.cells[STARTS.column].shown_as for truth in truths):
        assert score(truths, court_of(truths)).wrong == 0


@settings(max_examples=30, deadline=None)
@given(SEEDS, st.sampled_from(sorted(MESSES)))
def test_the_order_of_rows_changes_nothing(seed: int, name: str) -> None:
    starts, ends, _ = MESSES[name]
    truths = rows(dice(seed), 60, starts, ends)
    one = court_of(truths)
    other = court_of(dice(seed + 1).sample(truths, len(truths)))
    assert (one.words, one.rulings, one.counts) == (other.words, other.rulings, other.counts)


_DATES = st.builds(
    lambda one, two, year, sign: f"{one}{sign}{two}{sign}{year}",
    st.integers(1, 31),
    st.integers(1, 12),
    st.integers(2018, 2026),
    st.sampled_from("/-."),
)
_CELLS = _DATES | st.sampled_from(["", "2020", "Mei 2021", "4 Juni 2022", "-"])


@settings(max_examples=200, deadline=None)
@given(
    st.lists(
        st.tuples(_CELLS, _CELLS, st.sampled_from(["", "1 tahun", "3 tahun", "6 bulan"])),
        min_size=1,
        max_size=12,
    )
)
def test_no_day_is_read_in_an_order_that_its_row_disproves(told: list[tuple[str, str, str]]) -> None:
    records = [_pair(*texts, row=row) for row, texts in enumerate(told, 2)]
    verdict = _verdict(records)
    for record, (start_text, end_text, stated) in zip(records, told, strict=True):
        days = verdict.read(record)
        start, end = days.get(STARTS.column), days.get(ENDS.column)
        if not isinstance(start, Day) or not isinstance(end, Day):
            continue
        assert start.earliest <= end.latest
        length = {"1 tahun": Duration(1), "3 tahun": Duration(3), "6 bulan": Duration(months=6)}.get(stated)
        both = [see(Cell(text)) for text in (start_text, end_text)]
        if length is None or Form.TWO not in {one.form for one in both}:
            continue
        pairs = product(both[0].readings(), both[1].readings())
        fits = [pair for pair in pairs if _agrees(*pair, length)]
        assert not fits or (start, end) in fits


def _agrees(start: Day, end: Day, length: Duration) -> bool:
    if start.exact is None or end.exact is None or end.exact < start.exact:
        return False
    return duration_agrees(start.exact, length, end.exact)


def test_what_is_kept_does_not_grow_with_the_list() -> None:
    assert _different(8_000) < 1.6 * _different(2_000)


def _different(count: int) -> int:
    court = Court((STARTS, ENDS), BESIDE)
    for truth in rows(dice(5), count, swapped_by_locale(), swapped_by_locale()):
        court.hear(truth.record)
    return court.different


def _no_order(records: list[Record], verdict: CourtVerdict) -> int:
    return sum(isinstance(verdict.read(record).get(STARTS.column), Problem) for record in records)


def test_what_the_mechanism_of_swapping_alone_says_is_proposed_and_never_taken() -> None:
    """A cell that was typed again stands right among swapped ones, and nothing in the column shows it."""
    truths = rows(dice(4), 60, swapped_by_locale(later=0), numbered=0, stated=0)
    records = [truth.record for truth in truths]
    verdict = _verdict(records)
    assert verdict.proposed == {STARTS.column: (Order.SWAPPED,)}
    assert "(seperti tertulis: 0 sel; hari dan bulan tertukar: 0 sel)" in verdict.words[0]
    assert "tidak ada yang terbukti benar" in verdict.words[0]
    assert _no_order(records, verdict)
    told = _verdict(records, {STARTS.column: frozenset({Order.SWAPPED})})
    assert score(truths, told) == Score(60, 0, 0)
    right = Record("PKS", 999, {STARTS.column: shown(truths[0].days[STARTS.column].replace(day=14))})
    assert not _verdict([*records, right]).proposed


def _whole(row: int, start: str, end: str) -> Record:
    return _pair(start, end, row=row)


def test_whole_years_tell_how_a_day_is_read_once_the_certain_terms_are_such() -> None:
    plain = [_whole(row, f"{row + 12}/6/2022", f"{row + 11}/6/2025") for row in range(2, 12)]
    halves = [_whole(row, f"{row + 12}/6/2022", f"{row + 12}/1/2025") for row in range(2, 12)]
    short = _whole(97, "14 Juli 2022", "14 Juni 2025")
    mixed_order = [
        _whole(90, "25/6/2022", "6/26/2025"),
        _whole(91, "6/25/2022", "24/6/2025"),
    ]  # so that no order is proven
    one = _whole(99, "6/7/2022", "5 Juli 2025")
    other = _whole(98, "7/6/2022", "6/5/2025")
    assert str(_verdict([*plain, *mixed_order, one]).read(one)[STARTS.column]) == "2022-07-06"
    assert isinstance(_verdict([*plain, *mixed_order, short, one]).read(one)[STARTS.column], Problem)
    assert isinstance(_verdict([*halves, *mixed_order, other]).read(other)[ENDS.column], Problem)


@pytest.mark.parametrize(
    ("start", "end", "whole"),
    [
        ("5/6/2022", "5/6/2025", True),
        ("5/6/2022", "4/6/2025", True),
        ("5/6/2019", "3/6/2024", True),
        ("29/2/2020", "28/2/2025", True),
        ("5/6/2019", "2/6/2024", False),
        ("5/6/2022", "6/6/2025", False),
        ("5/6/2022", "3/6/2023", False),
        ("5/6/2022", "5/12/2022", False),
    ],
)
def test_whole_years_are_the_same_day_the_day_before_or_365_days_each(
    start: str, end: str, whole: bool
) -> None:
    told = stand(see(Cell(start)), see(Cell(end)), None)
    assert told is not None
    assert ((0, 0) in (told.whole or ())) is whole


def test_an_end_with_the_year_says_nothing_of_its_start() -> None:
    told = stand(see(Cell("1/2/2016")), see(Cell("31/12/2018")), None)
    assert told is not None
    assert told.whole is None


def _numbered(row: int, start: str) -> Record:
    return Record("PKS", row, {ROW.column: Cell(f"{row}."), STARTS.column: Cell(start)})


def test_the_number_of_a_row_tells_where_its_day_falls_once_certain_days_follow_it() -> None:
    certain = [_numbered(row, f"2{row % 10} {month} 2022") for row, month in enumerate(MONTHS, 1) if row != 6]
    one = _numbered(6, "4/6/2022")
    assert _verdict([*certain, one]).counts[0].undecided == 1  # one witness alone is no order
    more = [_numbered(6, f"{day}/6/2022") for day in (1, 2, 3, 5, 7, 8)]
    assert _verdict([*certain, one, *more]).counts[0].undecided == 0
    turned = [record._replace(cells={**record.cells, ROW.column: Cell("6")}) for record in certain]
    assert _verdict([*turned, one, *more]).counts[0].undecided == 7


def test_the_words_tell_what_proves_that_days_were_swapped() -> None:
    truths = rows(dice(4), 200, swapped_by_locale(), swapped_by_locale(), late=0)
    told = court_of(truths).words[0]
    for evidence in ("jangka waktu", "jangka genap tahun", "urutan nomor baris"):
        assert f"{evidence}: " in told


def test_a_list_too_long_for_its_numbers_is_heard_without(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("kskd.importing.court._MOST_PLACED", 20)
    truths = rows(dice(5), 400, swapped_by_locale(later=0), late=0, numbered=0, stated=0)
    assert _verdict([truth.record for truth in truths]).neighbours == ()
    assert score(truths, court_of(truths, has_ends=False)).wrong == 0
