"""What differs between two pages: figures first, what stands open or was erased apart."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kskd.pages.compare import Difference, PageLine, What, differences, figures, lines, shortened
from kskd.pages.parts import (
    Blank,
    Column,
    Figure,
    Heading,
    Ids,
    Item,
    Marks,
    Message,
    Requests,
    Row,
    Squares,
    State,
    Strong,
    Table,
    Title,
)
from kskd.pages.tree import plain_tree

PAGE = (
    Title("Ringkasan", "Semester II Tahun 2024"),
    Message(("13 dari 16 ", Strong("payung"))),
    Heading("Naskah", "per OPD"),
    Table(
        (Column("OPD"), Column("Naskah", "num")),
        (
            Row((("DINKES",), ("3 ", Ids(("KB-2024-001", "PKS-2024-001"))))),
            Row((("DLH",), (Marks(("penuh",)),))),
        ),
    ),
    Squares(
        (Figure("Dilaksanakan?", "satu kotak satu naskah", (State("penuh", "penuh", ("PKS-1", "PKS-2")),)),)
    ),
    Requests("Mohon", (Item(("isi ", Blank("tanggal")), "segera"),)),
)


def test_a_page_is_read_line_by_line_under_its_heads() -> None:
    assert lines(plain_tree(PAGE)) == [
        PageLine("", "Ringkasan Semester II Tahun 2024"),
        PageLine("", "13 dari 16 payung"),
        PageLine("Naskah", "Naskah per OPD"),
        PageLine("Naskah", "OPD"),
        PageLine("Naskah", "Naskah"),
        PageLine("Naskah", "DINKES | 3 KB-2024-001, PKS-2024-001"),
        PageLine("Naskah", "DLH | ■"),
        PageLine("Naskah", "Dilaksanakan? satu kotak satu naskah"),
        PageLine("Naskah", "penuh PKS-1, PKS-2"),
        PageLine("Naskah", "Mohon"),
        PageLine("Naskah", "isi …… segera"),
    ]


def told(old: list[str], new: list[str]) -> list[tuple[str, str | None, str | None]]:
    found = differences([PageLine("", one) for one in old], [PageLine("", one) for one in new])
    return [(one.what.value, one.old, one.new) for one in found]


@pytest.mark.parametrize(
    ("old", "new", "what"),
    [
        ("13 dari 16 payung", "14 dari 16 payung", "figures"),
        ("keadaan ■ penuh sekali", "keadaan □ penuh sekali", "figures"),
        ("PKS-2024-001 dilaksanakan baik", "PKS-2024-002 dilaksanakan baik", "figures"),
        ("Rp1.200.000 setahun penuh", "Rp1.300.000 setahun penuh", "figures"),
        ("tujuan yang lama tercapai 3", "tujuan yang baru tercapai 3", "words"),
        ("NIP 19000101 200001 1 001", "NIP ……………………", "filled"),
        ("Contoh, 3 Januari 2025", "Contoh, ……", "filled"),
        ("A | NIP 1 | NIP 2", "A | NIP …… | NIP ……", "filled"),
        ("A | NIP 1 | NRP 2", "A | NIP …… | NIP ……", "figures"),
        ("Nomor 12 lembar", "Nomor …… lembar", "filled"),
        ("Para pihak: Fulan bin Contoh", "Para pihak: [dihapus]", "erased"),
    ],
)  # fmt: skip
def test_a_line_that_differs_is_told_by_what_differs_in_it(old: str, new: str, what: str) -> None:
    assert told(["sama", old], [new, "sama"]) == [(what, old, new)]


def test_a_blank_is_no_place_for_a_sentence_and_a_line_of_dots_for_nothing() -> None:
    assert told(["Contoh, " + "sangat baik " * 30], ["Contoh, ……"])[0][0] == "words"
    assert told(["99 naskah"], ["………………………………"])[0][0] == "figures"


def test_figures_come_before_words_and_what_is_there_on_one_side_only_is_told() -> None:
    assert told(["halo semua", "3 naskah", "catatan tangan"], ["hai semua", "4 naskah", "5 baru"]) == [
        ("figures", "3 naskah", "4 naskah"),
        ("figures", None, "5 baru"),
        ("words", "halo semua", "hai semua"),
        ("words", "catatan tangan", None),
    ]


def test_what_differs_outside_of_what_is_erased_is_no_erasure() -> None:
    assert told(["Fulan bin Contoh, 3 naskah"], ["[dihapus], 4 naskah"])[0][0] == "figures"


def test_a_row_is_told_beside_the_row_of_the_same_words() -> None:
    """Not beside the one that took its place."""
    old = ["DINKES | 3 | 1", "DLH | 2 | 0"]
    new = ["DIKBUD | 9 | 9", "DINKES | 4 | 1", "DLH | 2 | 0"]
    assert told(old, new) == [
        ("figures", "DINKES | 3 | 1", "DINKES | 4 | 1"),
        ("figures", None, "DIKBUD | 9 | 9"),
    ]


def test_a_difference_is_told_under_its_head() -> None:
    found = differences(
        [PageLine("A", "3 naskah"), PageLine("B", "3 naskah")],
        [PageLine("A", "3 naskah"), PageLine("B", "4 naskah")],
    )
    assert found == [Difference(What.FIGURES, "B", "3 naskah", "4 naskah")]


def test_figures_that_changed_places_under_two_heads_are_told() -> None:
    old = [PageLine("A", "3 naskah"), PageLine("B", "4 naskah")]
    assert len(differences(old, [PageLine("A", "4 naskah"), PageLine("B", "3 naskah")])) == 2


def test_lines_under_a_head_that_was_renamed_are_the_same() -> None:
    old = [PageLine("Lama", "Lama"), PageLine("Lama", "3 naskah"), PageLine("Lain", "5 naskah")]
    new = [PageLine("Baru", "Baru"), PageLine("Baru", "3 naskah"), PageLine("Lain", "5 naskah")]
    assert [one.what for one in differences(old, new)] == [What.WORDS, What.WORDS]


TEXTS = st.lists(st.text("ab1 2■", max_size=6).map(lambda text: " ".join(text.split())), max_size=8)


@given(TEXTS, TEXTS)
def test_differences_lead_from_the_one_page_to_the_other(old: list[str], new: list[str]) -> None:
    found = told(old, new)
    left = sorted(old)
    for _, gone, come in found:
        if gone is not None:
            left.remove(gone)
        if come is not None:
            left.append(come)
    assert sorted(left) == sorted(new)
    assert (found == []) == (sorted(old) == sorted(new))


@given(TEXTS)
def test_a_page_in_another_order_says_the_same(page: list[str]) -> None:
    assert told(page, page[::-1]) == []


def test_figures_are_numbers_ids_and_marks() -> None:
    assert figures("■ 13 dari 16 (81,3%), Rp1.200.000, 2/5/2024, PKS-2024-001?") == [
        "■", "13", "16", "81,3", "1.200.000", "2/5/2024", "2024-001",
    ]  # fmt: skip


def test_what_both_say_alike_is_shortened_around_the_difference() -> None:
    old = "a b c d e f g h i j k l 3 m n o p q r s t"
    assert shortened(old, old.replace("3", "4")) == (
        "a b c d … i j k l 3 m n o p …",
        "a b c d … i j k l 4 m n o p …",
    )
    assert shortened("3 x", "4 x") == ("3 x", "4 x")
    assert shortened("sama", "sama juga") == ("sama", "sama juga")
