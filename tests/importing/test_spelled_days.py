"""Days whose figures are words."""

import pytest

from kskd.domain.values.grid import Cell
from kskd.importing.day_readings import Form, see
from kskd.importing.spelled_days import read_spelled


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("Senin tanggal Empat bulan Januari tahun Dua ribu Enam belas", (2016, 1, 4, 0)),
        ("Kamis tanggal dua bulan Januari tahun Dua Ribu Empat Belas", (2014, 1, 2, 3)),
        (
            "pada hari ini, Jum'at tanggal tiga puluh satu bulan Januari tahun dua ribu dua puluh",
            (2020, 1, 31, 4),
        ),
        (
            "pada hari ini Jum'at tanggal tigapuluh satu bulan Januari tahun dua ribu duapuluh",
            (2020, 1, 31, 4),
        ),
        ("sebelas Mei seribu sembilan ratus sembilan puluh delapan", (1998, 5, 11, None)),
        ("dua puluh Mei dua ribu", (2000, 5, 20, None)),
        ("empat lima Mei dua ribu", None),
        ("dua puluh puluh Mei dua ribu", None),
        ("lima tahun", None),
        ("", None),
    ],
)
def test_what_words_spell(text: str, told: tuple[int, int, int, int | None] | None) -> None:
    assert read_spelled(text) == told


def test_a_spelled_day_needs_no_order_and_must_fall_on_its_weekday() -> None:
    assert see(Cell("Senin tanggal Empat bulan Januari tahun Dua ribu Enam belas")).form is Form.SURE
    told = see(Cell("Selasa tanggal Empat bulan Januari tahun Dua ribu Enam belas"))
    assert told.form is Form.NONE
    assert told.why == "Tertulis hari Selasa, padahal 4 Januari 2016 hari Senin."
    assert see(Cell("tiga puluh satu Februari dua ribu dua")).why.endswith("tidak ada dalam kalender.")
