"""What may enter the registry as text, and what any text looks like on its way out."""

from __future__ import annotations

import json
import re
from unicodedata import category, normalize

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kskd.domain.values.text import (
    clean,
    clean_block,
    fold,
    leaves_unknown,
    quote,
    require_name,
    require_number,
    safe,
    safe_json,
)
from kskd.errors import InvalidText

ANY_TEXT = st.text(st.characters(codec=None))  # lone surrogates too


@pytest.mark.parametrize(
    ("typed", "stored"),
    [
        ("Dinas Kesehatan", "Dinas Kesehatan"),
        ("  Dinas \t Kesehatan \n", "Dinas Kesehatan"),
        ("Dinas\u00a0Kesehatan", "Dinas Kesehatan"),
        ("Dinas\u2003\u3000Kesehatan", "Dinas Kesehatan"),
        ("baris satu\r\nbaris dua\u2028tiga", "baris satu baris dua tiga"),
        ("Cafe\u0301", "Café"),
        ("100%", "100%"),
        ("x" * 500, "x" * 500),
    ],
)
def test_clean_folds_white_space_and_composes(typed: str, stored: str) -> None:
    assert clean(typed, "judul") == stored


@given(st.text(st.sampled_from("aZ0 –—‘’“”…§°\u00e9\u0301\u00a0\u2003\t\n"), min_size=1))
def test_the_short_ways_of_folding_and_composing_give_what_unicode_does(typed: str) -> None:
    white = "[\t \n\v\f\r\u2028\u2029\u00a0\u1680\u2000-\u200a\u202f\u205f\u3000]+"
    assert fold(typed) == re.sub(white, " ", typed).strip(" ")
    if fold(typed):
        assert clean(typed, "judul") == fold(normalize("NFC", typed))


@pytest.mark.parametrize(
    ("typed", "part"),
    [
        ("", "Judul kosong"),
        (" \t\u00a0\n", "Judul kosong"),
        ("x" * 501, "501 karakter, paling banyak 500"),
        ("ab\x1b[31m", "karakter kendali U+001B pada posisi ke-3"),
        ("\x00", "karakter kendali U+0000 pada posisi ke-1"),
        ("a\x1cb", "karakter kendali U+001C pada posisi ke-2"),
        ("a\x7f", "karakter kendali U+007F pada posisi ke-2"),
        ("a\x85b", "karakter kendali U+0085 pada posisi ke-2"),
        ("a\x9bb", "karakter kendali U+009B pada posisi ke-2"),
        ("  a\u202eb", "karakter tak terlihat U+202E pada posisi ke-4"),
        ("a\u200bb", "karakter tak terlihat U+200B pada posisi ke-2"),
        ("\ufeffa", "karakter tak terlihat U+FEFF pada posisi ke-1"),
        ("a\U000e0041", "karakter tak terlihat U+E0041 pada posisi ke-2"),
        ("a\udcff", "byte yang bukan UTF-8 U+DCFF pada posisi ke-2"),
    ],
)
def test_clean_refuses_and_says_what_and_where(typed: str, part: str) -> None:
    with pytest.raises(InvalidText) as refusal:
        clean(typed, "judul")
    assert part in str(refusal.value)
    assert str(refusal.value).startswith("Judul ")


def test_the_label_keeps_its_other_capitals() -> None:
    with pytest.raises(InvalidText, match=r"^Nomor SK kosong; "):
        clean("", "nomor SK")


def test_the_limit_counts_what_would_be_stored() -> None:
    assert clean("a    b", "judul", limit=3) == "a b"
    with pytest.raises(InvalidText, match="4 karakter, paling banyak 3"):
        clean("a  bc", "judul", limit=3)


def test_a_block_keeps_its_lines_and_nothing_else_changes() -> None:
    assert clean_block("\n satu \t 1\r\n\r\ndua\u2028tiga \n\n", "catatan") == "satu 1\n\ndua\ntiga"


@pytest.mark.parametrize("typed", ["\n \n", "a\x1bb", "x" * 4001])
def test_a_block_is_refused_like_a_line(typed: str) -> None:
    with pytest.raises(InvalidText, match=r"^Catatan "):
        clean_block(typed, "catatan")


@given(ANY_TEXT)
def test_clean_is_idempotent_and_leaves_nothing_hidden(typed: str) -> None:
    for cleaner in (clean, clean_block):
        try:
            once = cleaner(typed, "judul")
        except InvalidText:
            continue
        assert cleaner(once, "judul") == once
        assert safe(once.replace("\n", "")) == once.replace("\n", "")


@pytest.mark.parametrize(
    ("value", "shown"),
    [
        ("a\x1b[31m", "a␛[31m"),
        ("a\tb\nc", "a␉b␊c"),
        ("\x00\x7f", "␀␡"),
        ("\x9b\u202e\u200b\u2028", "\\u009b\\u202e\\u200b\\u2028"),
        ("\U000e0041\udcff", "\\U000e0041\\udcff"),
        ("Dinas\u00a0Kesehatan", "Dinas\u00a0Kesehatan"),
    ],
)
def test_safe_makes_hidden_characters_visible(value: str, shown: str) -> None:
    assert safe(value) == shown


@given(ANY_TEXT)
def test_safe_never_returns_anything_hidden(value: str) -> None:
    shown = safe(value)
    assert {category(char) for char in shown}.isdisjoint({"Cc", "Cf", "Cs", "Zl", "Zp"})
    assert safe(shown) == shown
    assert len(shown.splitlines()) <= 1
    shown.encode()


def test_safe_returns_the_very_same_printable_text() -> None:
    value = "Kerja Sama – Café"
    assert safe(value) is value


def test_quote_is_safe_and_short() -> None:
    assert quote("a\x1b") == '"a␛"'
    assert quote("x" * 60) == '"' + "x" * 60 + '"'
    assert quote("x" * 61) == '"' + "x" * 60 + '…"'


def test_fold_does_not_take_separators_of_files_for_white_space() -> None:
    assert fold(" a\x1c \v b\u00a0") == "a\x1c b"


@given(
    st.recursive(
        st.text(), lambda one: st.lists(one, max_size=3) | st.dictionaries(st.text(), one, max_size=3)
    )
)
def test_safe_json_is_the_same_json_with_nothing_hidden(value: object) -> None:
    shown = safe_json(json.dumps(value, ensure_ascii=False, indent=1))
    assert json.loads(shown) == value
    assert {char for char in shown if category(char) in {"Cc", "Cf", "Cs", "Zl", "Zp"}} <= {"\n"}


NOTHING = """-|--|---|–|?|???|…|...|_|***|n/a|N/A|#N/A|#REF!|#DIV/0!|xx|XXX|XXXX|xxxxxx|tba|TBD.
belum ditentukan|None|Belum ditetapkan|menyusul|nomor menyusul|(akan menyusul)|dalam proses
-- belum ada --|tidak tahu"""
SOMETHING = """Kerja sama 0 km|0|1|A-1|I|X|NULL|Nil|XXL|C++|ya|Rapat #1|?/NAMA-1|% _ *|'|"|+62 811|Tbk
Tidak ada bukti tertulis|Foto menyusul minggu depan|Proses perizinan|Bukti menyusul"""


@pytest.mark.parametrize("text", re.split(r"[|\n]", NOTHING))
def test_signs_and_words_that_stand_for_nothing_leave_it_unknown(text: str) -> None:
    assert leaves_unknown(text)
    with pytest.raises(InvalidText, match="tidak ada atau belum diketahui"):
        require_name(text, "nama")


@pytest.mark.parametrize("text", ["", *re.split(r"[|\n]", SOMETHING)])
def test_what_has_a_word_or_a_figure_of_its_own_is_a_text(text: str) -> None:
    assert not leaves_unknown(text)


@pytest.mark.parametrize("text", ["0", "00", "0 0"])
def test_naught_is_no_number_of_a_document(text: str) -> None:
    with pytest.raises(InvalidText, match="nomor naskah tidak ada"):
        require_number(text, "nomor naskah")
