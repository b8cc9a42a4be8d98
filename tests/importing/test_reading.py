"""A row becomes what the command line would be told, and each cell that cannot is named."""

from __future__ import annotations

import pytest

from kskd.domain.document.fields import FIELDS
from kskd.domain.document.reading import read_said
from kskd.domain.values.grid import Cell
from tests.importing.rows import reading_of

COMMON = "title partner opd number signed years value affair"


def test_a_row_is_told_as_options_are() -> None:
    one = reading_of(
        COMMON,
        "Pelatihan",
        "PT Maju\nPT Contoh",
        "DINKES",
        "1/P/2024",
        "2 Mei 2024",
        "3",
        "Rp75.000",
        "1.02",
    )
    assert one.problems == []
    assert one.typed == {
        "title": "Pelatihan",
        "partner": ["PT Maju", "PT Contoh"],
        "opd": "DINKES",
        "number": "1/P/2024",
        "signed": "2024-05-02",
        "duration": "3 tahun",
        "value": "Rp75.000",
        "affair": ["1.02"],
    }
    assert read_said(FIELDS, one.typed).duration == "3 tahun"


@pytest.mark.parametrize("nothing", ["-", "belum ada", "#N/A", "nihil", "?"])
def test_what_says_nothing_is_nothing(nothing: str) -> None:
    one = reading_of("title number value signer note", "Pelatihan", *[nothing] * 4)
    assert (one.typed, one.problems) == ({"title": "Pelatihan"}, [])


def test_a_day_in_doubt_is_left_with_both_readings() -> None:
    one = reading_of("title signed", "Pelatihan", "2/5/2024")
    assert "signed" not in one.typed
    assert one.undecided == {"signed"}
    (problem,) = one.problems
    assert problem.readings == ("2 Mei 2024", "5 Februari 2024")
    assert problem.as_json() == {
        "sheet": "Data",
        "row": 2,
        "column": "B",
        "heading": "signed",
        "typed": "2/5/2024",
        "readings": ["2 Mei 2024", "5 Februari 2024"],
        "why": "Perlu diputuskan.",
    }
    assert str(problem) == (
        'lembar "Data", baris 2, kolom B "signed": "2/5/2024": Perlu diputuskan.'
        " Dapat dibaca 2 Mei 2024 atau 5 Februari 2024."
    )


@pytest.mark.parametrize(
    ("typed", "told"),
    [
        ("tidak terbatas", {"open_ended": True}),
        ("sampai selesai pembangunan", {"until": "sampai selesai pembangunan"}),
        ("3 (tiga) tahun", {"duration": "3 (tiga) tahun"}),
        ("31 Desember 2026", {"ends": "31 Desember 2026"}),
    ],
)
def test_an_end_may_be_said_in_four_ways(typed: str, told: dict[str, object]) -> None:
    one = reading_of("ends", typed)
    assert (one.typed, one.problems) == (told, [])


def test_a_bare_length_takes_its_unit_from_beside_or_above() -> None:
    assert reading_of("duration duration_unit", "18", "bln").typed == {"duration": "18 bulan"}
    assert reading_of("duration:Lama(tahun)", Cell("3.0", 3.0)).typed == {"duration": "3 tahun"}
    lost = reading_of("duration", "18")
    assert (lost.typed, len(lost.problems)) == ({}, 1)
    assert reading_of("years", "0").typed == {}


def test_a_value_that_cannot_be_is_left_with_the_sentence_of_its_refusal() -> None:
    one = reading_of("title value", "Pelatihan", "banyak sekali")
    assert one.typed == {"title": "Pelatihan"}
    assert [(problem.column, problem.typed) for problem in one.problems] == [(2, "banyak sekali")]


def test_a_cell_with_a_fault_is_no_value() -> None:
    one = reading_of("title value", "Pelatihan", Cell("12", 12, fault="rumus tanpa nilai."))
    assert (one.typed, one.problems[0].why) == ({"title": "Pelatihan"}, "rumus tanpa nilai.")


def test_two_columns_that_say_different_things_say_nothing() -> None:
    one = reading_of("title title signer", "Satu", "Dua", "Bupati")
    assert one.typed == {"signer": "Bupati"}
    assert one.problems[0].readings == ("Satu", "Dua")


def test_numbers_of_partners_keep_their_places() -> None:
    one = reading_of("partner partner_number", "PT Maju; PT Contoh", "7/M/2024; -")
    assert one.typed["partner_number"] == ["7/M/2024", "-"]
    assert reading_of("partner partner_number", "PT Maju", "-").typed["partner_number"] == ["-"]


@pytest.mark.parametrize("claim", ["Rancangan", "masih proses", "belum ditandatangani"])
def test_a_sheet_may_say_that_it_is_a_draft(claim: str) -> None:
    assert reading_of("status_claim", claim).is_draft is (claim != "masih proses")


def test_an_amount_in_another_currency_is_left() -> None:
    assert reading_of("value currency", "75.000", "Rp").typed == {"value": "75.000"}
    one = reading_of("value currency", "75.000", "USD")
    assert (one.typed, [problem.heading for problem in one.problems]) == ({}, ["value"])


@pytest.mark.parametrize(
    "text", ["sda", "S.d.a.", "idem", "〃", '"', '- " -', "sama dengan di atas", "seperti diatas"]
)
def test_a_cell_that_points_to_the_one_above_is_no_name(text: str) -> None:
    one = reading_of("title partner", "Pelatihan", text)
    assert one.typed == {"title": "Pelatihan"}
    assert [(problem.column, problem.typed) for problem in one.problems] == [(2, text)]
    assert one.undecided == {"partner"}


def test_a_unit_may_have_the_code_that_elsewhere_points_above() -> None:
    assert reading_of("opd", "SDA").typed == {"opd": "SDA"}
    assert reading_of("opd", "sda").typed == {}


@pytest.mark.parametrize("text", ["selama 1 (satu) tahun", "Selama 6 bulan", "3 tahun"])
def test_an_end_told_as_a_length_of_time_is_one(text: str) -> None:
    one = reading_of("ends", text)
    assert one.typed == {"duration": text.casefold().removeprefix("selama ")}


def test_an_end_told_as_a_length_of_time_is_none_beside_another_length() -> None:
    one = reading_of("duration ends", "2 tahun", "selama 3 tahun")
    assert one.problems[0].readings == ("2 tahun", "3 tahun")


def test_an_end_of_an_event_is_no_length_of_time() -> None:
    assert reading_of("ends", "selama program berjalan").typed == {"until": "selama program berjalan"}
