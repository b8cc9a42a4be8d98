"""What a list is about, by its columns, its title, and what an office has decided."""

from __future__ import annotations

import tomllib
from importlib.resources import files
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kskd.domain.document.fields import FIELDS
from kskd.domain.told import read_told
from kskd.domain.values.grid import Area
from kskd.domain.values.text import clean, leaves_unknown
from kskd.errors import KskdError
from kskd.evaluation.instrument import read_instrument
from kskd.importing.about.catalogues import catalogues, item_of, source_of
from kskd.importing.about.deciding import is_recap, subject_of
from kskd.importing.columns import plan_columns
from kskd.importing.concepts import Subject
from kskd.importing.kamus import learn_all
from kskd.importing.layout import find_tables
from kskd.importing.reading import read_record
from kskd.importing.template import TemplateSheet, template_sheets
from tests.importing.lists import TOML, sheet
from tests.importing.rows import record_of

INSTRUMENT = read_instrument((files("kskd") / "instruments" / "inti-2.toml").read_text("utf-8"))
CATALOGUES = catalogues(FIELDS, instrument=INSTRUMENT)
KNOWN = learn_all(TOML, CATALOGUES)
SHEETS = dict(zip(Subject, template_sheets(CATALOGUES), strict=True))
BESIDE = [one for one in Subject if one is not Subject.DOCUMENT]
WORDS = st.text(st.characters(categories=("L", "Nd"), include_characters=" /-"), min_size=3, max_size=40)


def _subject(*rows: str, names: tuple[str, ...] = ("Sheet1",)) -> Subject:
    (found,) = find_tables(sheet(rows), KNOWN[Subject.DOCUMENT])
    return subject_of(found, KNOWN, (*names, *found.above))


@pytest.mark.parametrize(
    ("head", "row", "subject"),
    [
        ("No | Kode | Nama | Alias | Sejak", "1 | DINKES | Dinas Kesehatan | - | -", "opd"),
        ("kode | nama", "DINKES | Dinas Kesehatan", "opd"),
        ("No | Nama OPD | Alamat", "1 | Dinas Kesehatan | Jl. Contoh", "opd"),
        ("No | Nama Mitra | Jenis Mitra | Alamat | Kontak", "1 | PT Contoh | Swasta | - | -", "mitra"),
        ("Mitra | Jenis | Alias", "PT Contoh | perusahaan | -", "mitra"),
        ("No | Mitra | Judul | Nomor", "1 | PT Contoh | Isi | 1/PKS/2024", "naskah"),
        ("No | Mitra | OPD | Tahun", "1 | PT Contoh | Dinkes | 2024", "naskah"),
        ("Nomor | Judul | Periode | Pelaksanaan", "1/PKS/2024 | Isi | Semester I 2024 | penuh", "evaluasi"),
        ("Judul | Tahun | Semester | Kendala", "Isi | 2024 | I | -", "evaluasi"),
        ("Nomor | Judul | Periode | Kendala", "1/PKS/2024 | Isi | 3 Tahun | -", "naskah"),
        ("Nomor | Judul | Mulai | Berakhir | Tindak Lanjut", "1 | Isi | 2024 | 2025 | -", "naskah"),
        ("Agency name | Abbreviation", "Dinas Kesehatan | Dinkes", "opd"),
        ("Partner name | Category | Other names", "PT Contoh | Swasta | -", "mitra"),
    ],
)
def test_the_columns_say_what_a_list_is_about(head: str, row: str, subject: str) -> None:
    assert _subject(head, row) == subject


MESSY = tomllib.loads((Path(__file__).parents[1] / "registers.toml").read_text("utf-8"))


@pytest.mark.parametrize("case", MESSY)
@pytest.mark.parametrize("name", ["Sheet1", "OPD", "Mitra", "Hasil Evaluasi Semester I 2024"])
def test_a_register_is_one_of_documents_whatever_its_sheet_is_called(case: str, name: str) -> None:
    told = MESSY[case]
    head = told["head"] if isinstance(told["head"], list) else [told["head"]]
    merged = [Area(*area) for area in told.get("merged", ())]
    lists = find_tables(sheet([*head, *told.get("rows", ())], merged=merged), KNOWN[Subject.DOCUMENT])
    assert {subject_of(found, KNOWN, (name,)) for found in lists} == {Subject.DOCUMENT}


def test_a_name_alone_is_told_apart_by_the_sheet_or_the_title() -> None:
    rows = "No | Nama | Keterangan", "1 | Dinas Kesehatan | -"
    assert _subject(*rows) is Subject.DOCUMENT
    assert _subject(*rows, names=("Daftar OPD",)) is Subject.OPD
    assert _subject(*rows, names=("mitra",)) is Subject.PARTNER
    assert _subject("DAFTAR PERANGKAT DAERAH", *rows) is Subject.OPD


def test_a_title_may_tell_the_period_of_all_evaluations() -> None:
    rows = "Nomor | Judul | Pelaksanaan", "1/PKS/2024 | Isi | penuh"
    assert _subject("HASIL EVALUASI SEMESTER I TAHUN 2024", *rows) is Subject.EVALUATION
    assert _subject("HASIL EVALUASI", *rows) is Subject.DOCUMENT
    assert (
        _subject("HASIL EVALUASI", "Nomor | Periode | Pelaksanaan", "1/PKS | - | penuh") is Subject.EVALUATION
    )


@pytest.mark.parametrize("subject", Subject)
def test_each_sheet_of_the_template_is_what_it_is_called(subject: Subject) -> None:
    heads = " | ".join(one.heading for one in SHEETS[subject].columns)
    (found,) = find_tables(sheet([heads]), KNOWN[Subject.DOCUMENT])
    assert subject_of(found, KNOWN, (SHEETS[subject].title,)) is subject
    plans = plan_columns(found, KNOWN[subject])
    assert {plan.sure for plan in plans} == {"pasti"}
    concepts = [plan.concept for plan in plans]
    assert len(set(concepts)) == len(concepts)


@pytest.mark.parametrize("subject", BESIDE)
def test_every_key_label_and_heading_is_certain(subject: Subject) -> None:
    wrong = [
        (one.key, heading)
        for one in CATALOGUES[subject]
        for heading in (one.key, one.label, one.over)
        if one.is_typed and KNOWN[subject].read((heading,)).concepts[:1] != (one.key,)
    ]
    own = [("answer_bukti", "bukti")]  # the evidence of the whole goes first; the template has the key
    assert wrong == (own if subject is Subject.EVALUATION else [])


def _columns(page: TemplateSheet) -> list[tuple[str, str]]:
    (found,) = find_tables(sheet([" | ".join(one.heading for one in page.columns)]), KNOWN[Subject.DOCUMENT])
    return [(one.concept or "", one.heading) for one in plan_columns(found, KNOWN[_OF[page.title]])]


_OF = {page.title: subject for subject, page in SHEETS.items()}
PLAIN = {
    Subject.OPD: ("code", "name"),
    Subject.PARTNER: ("name",),
    Subject.EVALUATION: ("number", "title", "period", "note", "recommendation_reason", "action_what"),
}


@given(data=st.data(), subject=st.sampled_from(BESIDE))
def test_what_is_filled_in_is_read_back(data: st.DataObject, subject: Subject) -> None:
    page = SHEETS[subject]
    cells: list[str] = []
    told: dict[str, object] = {}
    for column, (concept, _) in zip(page.columns, _columns(page), strict=True):
        text = ""
        if column.choices and column.offered:
            code, text = data.draw(st.sampled_from(column.choices))
            told[concept] = True if code == "yes" else code
        elif concept in PLAIN[subject]:
            text = _plain(data.draw(WORDS))
            told |= {concept: text} if text else {}
        cells.append(text)
    (found,) = find_tables(sheet([" | ".join(one.heading for one in page.columns)]), KNOWN[Subject.DOCUMENT])
    plans = plan_columns(found, KNOWN[subject])
    reading = read_record(record_of(2, *cells), plans, CATALOGUES[subject], {}, read_told)
    assert (reading.typed, reading.problems) == (told, [])


def _plain(text: str) -> str:
    """A text as it is recorded, empty where it could not be."""
    try:
        made = clean(text, "x")
    except KskdError:
        return ""
    return "" if leaves_unknown(made) else made


def test_where_a_column_of_an_evaluation_tells_of() -> None:
    assert source_of("percent") == "evaluation.implementation"
    assert source_of("answer_tepat_waktu") == "evaluation.answer"
    assert source_of("action_due_on") == "action.due_on"
    assert source_of("number") == ""
    assert item_of("answer_tepat_waktu") == "tepat-waktu"


@pytest.mark.parametrize(
    ("heads", "is_one"),
    [
        ("No|OPD|Jumlah MoU|Jumlah PKS|Total", True),
        ("No|OPD|MoU|PKS|Total", True),
        ("Kode|OPD|Jumlah MoU", False),  # units, with a count beside them
        ("No|Mitra|Objek Kegiatan Bersama|OPD|Total Dana", False),
        ("No|Judul|OPD|Jumlah Peserta", False),
        ("No|OPD", False),
    ],
)
def test_a_sheet_that_only_counts_is_a_recap(heads: str, is_one: bool) -> None:
    words = heads.split("|")
    rows = [words, *([f"isi {row}{at}" for at in range(len(words))] for row in range(2))]
    (found,) = find_tables(sheet(rows), KNOWN[Subject.DOCUMENT])
    assert is_recap(found, KNOWN, subject_of(found, KNOWN, ["Lembar"])) is is_one
