"""Fields of the office's own: keys, choices, and values that are said as they are read."""

from __future__ import annotations

import json
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kskd.domain.document.chain import Doc
from kskd.domain.document.fields import FIELDS
from kskd.domain.document.reading import told_own
from kskd.domain.office.own_field import OwnField, OwnKind, read_choices, read_key, read_personal
from kskd.domain.values.kinds import FieldKind
from kskd.domain.values.numbers import LARGEST
from kskd.errors import InvalidFact, InvalidText, KskdError

CHOICES = ("Ilmu Sosial", "Sains", "ya, sebagian")
ANY_NUMBER = st.one_of(
    st.integers(-LARGEST, LARGEST).map(str),
    st.floats(-1e9, 1e9, allow_nan=False).map(lambda value: f"{value:.12f}".replace(".", ",")),
    st.sampled_from(["1250", "1.250.000", "999999", "0,0000001", "-3,5", "12.5", "1000", "75%"]),
)
TYPED = {
    OwnKind.TEXT: st.text(
        st.characters(codec="utf-8", exclude_categories=("C", "Z")), min_size=1, max_size=60
    ),
    OwnKind.NUMBER: ANY_NUMBER,
    OwnKind.DATE: st.dates(date(1945, 1, 1), date(2150, 12, 31)).map(str),
    OwnKind.MONEY: st.integers(0, LARGEST).map(str) | st.sampled_from(["Rp75.450.000", "1,2 miliar", "0"]),
    OwnKind.CHOICE: st.sampled_from([*CHOICES, "sains", " ILMU SOSIAL "]),
}


@pytest.mark.parametrize("kind", OwnKind)
@given(data=st.data())
def test_what_was_typed_is_read_said_and_read_again_as_the_same(kind: OwnKind, data: st.DataObject) -> None:
    field = OwnField("lokasi", "lokasi", kind, CHOICES if kind is OwnKind.CHOICE else ()).field
    kept = field.read(data.draw(TYPED[kind]))
    assert isinstance(kept, str), "the table of facts holds texts"
    assert field.read(field.word(kept)) == kept
    if kind in {OwnKind.NUMBER, OwnKind.MONEY}:
        assert field.value(kept) == json.loads(kept)


@pytest.mark.parametrize(
    ("typed", "key"),
    [("lokasi", "lokasi"), (" Lokasi-Kerja ", "lokasi_kerja"), ("a1", "a1"), ("x" * 40, "x" * 40)],
)
def test_a_key_is_plain(typed: str, key: str) -> None:
    assert read_key(typed) == key
    assert FIELDS.beside(OwnField(key, "apa").field).named(typed) is not None


@pytest.mark.parametrize("typed", ["", "1a", "_a", "a", "x" * 41, "lokasi kerja", "é", "a.b", "own=1"])
def test_another_key_is_refused(typed: str) -> None:
    with pytest.raises(InvalidText, match="Kunci"):
        read_key(typed)


def test_choices_are_there_once_and_keep_their_letters() -> None:
    assert read_choices(["Sains", " Ilmu  Sosial", "SAINS"]) == ("Sains", "Ilmu Sosial")
    field = OwnField("rumpun", "rumpun", OwnKind.CHOICE, CHOICES).field
    assert field.read("ilmu sosial") == "Ilmu Sosial"
    with pytest.raises(InvalidFact, match="Ilmu Sosial, Sains"):
        field.read("Sain")


def test_whether_it_is_personal() -> None:
    assert [read_personal(text) for text in (None, "tidak", "ya")] == [False, False, True]
    assert OwnField("nama", "nama", is_personal=True).field.personal == ("fact.value",)


def test_what_was_retired_is_no_longer_asked_for_nor_told() -> None:
    field = OwnField("lokasi", "lokasi", docs=(Doc.PKS,)).field
    assert field.is_asked
    assert field.is_typed
    retired = OwnField("lokasi", "lokasi", retired_on=date(2024, 5, 2)).field
    assert not retired.is_asked
    assert not retired.is_typed
    assert not field.applies_to(Doc.KB, "ksdpk")


def test_no_field_of_kskd_looks_like_one_of_the_office() -> None:
    assert FIELDS.own == ()


FULL = FIELDS.beside(
    OwnField("lokasi_kerja", "lokasi").field, OwnField("lama", "lama", retired_on=date(2024, 1, 1)).field
)


def test_what_set_tells() -> None:
    assert told_own(FULL, ["lokasi-kerja= Aula=1 "]) == {"own_lokasi_kerja": " Aula=1 "}
    assert told_own(FULL, []) == {}


@pytest.mark.parametrize(
    ("lines", "words"),
    [
        (["lokasi-kerja"], "KUNCI=NILAI"),
        (["title=x"], "lokasi-kerja"),
        (["apa=x"], "lokasi-kerja"),
        (["lama=x"], "kskd field resume lama"),
        (["lokasi_kerja="], "kosong"),
        (["lokasi_kerja=a", "lokasi-kerja=b"], "satu nilai"),
    ],
)
def test_what_set_cannot_tell(lines: list[str], words: str) -> None:
    with pytest.raises(KskdError, match=words):
        told_own(FULL, lines)


def test_each_kind_is_one_of_the_table_of_fields() -> None:
    assert {FieldKind(kind) for kind in OwnKind} <= set(FieldKind)
