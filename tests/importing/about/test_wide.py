"""Evaluations of several periods beside each other are a list for each."""

from __future__ import annotations

from kskd.domain.document.fields import FIELDS
from kskd.domain.values.grid import Area
from kskd.importing.about.catalogues import catalogues
from kskd.importing.about.deciding import subject_of
from kskd.importing.about.wide import NOT_TOLD, by_period
from kskd.importing.columns import plan_columns
from kskd.importing.concepts import Subject
from kskd.importing.kamus import learn_all
from kskd.importing.layout import find_tables
from tests.importing.lists import TOML, sheet

KNOWN = learn_all(TOML, catalogues(FIELDS))
ROWS = (
    "No | Nomor | Semester I 2024 | | Semester II 2024 | ",
    " | | Pelaksanaan | Kendala | Pelaksanaan | Kendala",
    "1 | 1/PKS/2023 | penuh | - | sebagian | Dana",
    "2 | 2/PKS/2023 | - | - | belum | -",
)
MERGED = (Area(1, 1, 2, 1), Area(1, 2, 2, 2), Area(1, 3, 1, 4), Area(1, 5, 1, 6))


def test_each_period_has_its_own_columns_and_those_of_all() -> None:
    (found,) = find_tables(sheet(ROWS, merged=MERGED), KNOWN[Subject.DOCUMENT])
    assert subject_of(found, KNOWN, ("Sheet1",)) is Subject.EVALUATION
    first, second = by_period(found)
    assert (str(first[1]), str(second[1])) == ("2024-S1", "2024-S2")
    plans = [plan_columns(one, KNOWN[Subject.EVALUATION]) for one, _ in (first, second)]
    assert [[plan.concept for plan in each] for each in plans] == [
        ["row_number", "number", "implementation", "text"]
    ] * 2
    assert [[plan.column for plan in each] for each in plans] == [[1, 2, 3, 4], [1, 2, 5, 6]]
    assert [record.passed for record in first[0].records()] == ["", NOT_TOLD]
    assert [record.passed for record in second[0].records()] == ["", ""]


def test_a_list_of_one_period_is_itself() -> None:
    (found,) = find_tables(sheet(["Nomor | Periode | Pelaksanaan"]), KNOWN[Subject.DOCUMENT])
    assert by_period(found) == ((found, None),)
