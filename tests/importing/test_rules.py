"""What an office decided once, as a file that it can read and mend by hand."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kskd.domain.document.fields import FIELDS
from kskd.errors import InputFileError
from kskd.importing.concepts import Subject
from kskd.importing.rules import Rules, read_rules, write_rules

TEXTS = st.text(st.characters(exclude_categories=["Cs"]), min_size=1, max_size=12)
NAMES = st.dictionaries(TEXTS, TEXTS, max_size=3)
PARTS = st.builds(
    Rules,
    st.dictionaries(TEXTS, st.sampled_from(["partner", "signed", "kind", "ignored"]), max_size=3),
    st.dictionaries(TEXTS, st.sampled_from(["hari-bulan", "bulan-hari", "tertukar"]), max_size=3),
    NAMES,
    NAMES,
    st.dictionaries(st.sampled_from(["opd", "scheme"]), TEXTS, max_size=2),
    subject=st.none() | st.sampled_from(Subject),
)


@given(rules=PARTS, sheets=st.dictionaries(TEXTS, PARTS, max_size=2))
def test_what_is_written_is_read_again(rules: Rules, sheets: dict[str, Rules]) -> None:
    sheets = {name: one for name, one in sheets.items() if any(one)}
    told = rules._replace(sheets=sheets)
    assert read_rules(write_rules(told), "aturan.toml", FIELDS) == told


def test_those_of_a_sheet_go_before() -> None:
    told = read_rules('[kolom]\nA = "title"\nB = "note"\n[lembar."PKS".kolom]\nA = "partner"\n', "a", FIELDS)
    assert told.of("PKS").columns == {"A": "partner", "B": "note"}
    assert told.of("MoU").columns == {"A": "title", "B": "note"}


def test_what_a_list_is_about_may_be_said_of_a_sheet_or_of_all() -> None:
    told = read_rules('daftar = "mitra"\n[lembar."Unit"]\ndaftar = "opd"\n', "a", FIELDS)
    assert (told.of("Unit").subject, told.of("Lain").subject) == (Subject.OPD, Subject.PARTNER)


def test_a_column_may_be_named_as_people_name_it() -> None:
    told = read_rules(
        '[kolom]\nA = "Tanggal penandatanganan"\nB = "partner-number"\nC = "dilewati"\n', "a", FIELDS
    )
    assert list(told.columns.values()) == ["signed", "partner_number", "ignored"]


@pytest.mark.parametrize(
    ("text", "code", "said"),
    [
        ("[kolom", "rules-not-toml", "bukan TOML"),
        ("[kolum]\nA = 'title'", "rules-part-unknown", "kolum"),
        ("[kolom]\nA = 1", "rules-part-wrong", "kolom"),
        ("lembar = 1", "rules-part-wrong", "lembar"),
        ("[tanggal]\nA = 'tahun'", "rules-order-unknown", "bulan-hari"),
        ("[kolom]\nA = 'partnr'", "rules-concept-unknown", "misalnya partner"),
        ("daftar = 'surat'", "rules-subject-unknown", "naskah, opd, mitra, evaluasi"),
        ("daftar = 1", "rules-subject-unknown", "evaluasi"),
        ("[bawaan]\nzzz = 'x'", "rules-concept-unknown", "zzz"),
        ("[lembar.PKS.kolom]\nA = 'tittle'", "rules-concept-unknown", "title"),
    ],
)
def test_what_is_mistyped_is_refused(text: str, code: str, said: str) -> None:
    with pytest.raises(InputFileError, match=said) as refused:
        read_rules(text, "aturan.toml", FIELDS)
    assert refused.value.code == code
