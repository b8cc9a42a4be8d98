"""What a column can be, and how sentences of the command line read in a sheet."""

import pytest

from kskd.domain.document.fields import FIELDS
from kskd.importing.concepts import without_options


@pytest.mark.parametrize(
    ("said", "in_a_sheet"),
    [
        (
            "--duration dan --open-ended bentrok.",
            'isian "jangka waktu" dan isian "tanpa batas waktu" bentrok.',
        ),
        ("pakai tanggal akhir (--ends).", "pakai tanggal akhir."),
        ("pakai --reason.", "pakai --reason."),
        (
            "Bila lain, tambahkan --allow-duplicate.",
            "Bila lain, catat dengan kskd add-mou atau kskd derive-pks beserta --allow-duplicate.",
        ),
        ("pakai --tidak-ada.", "pakai --tidak-ada."),
        ("tanpa opsi - dan -- pun tetap.", "tanpa opsi - dan -- pun tetap."),
    ],
)
def test_options_are_said_as_columns(said: str, in_a_sheet: str) -> None:
    assert without_options(FIELDS, said) == in_a_sheet
