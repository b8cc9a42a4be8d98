"""What is told of a page before it is written: its code, its heads, what stays blank on it."""

from __future__ import annotations

from dataclasses import replace

from kskd.pages.parts import Annex, Blank, Heading, Pair, Pairs, Para, Signatures, Signer, Title
from kskd.pages.tree import blanks, levels, plain_tree
from tests.pages.whole_page import page, whole


def test_the_code_is_over_what_the_parts_say_and_not_over_who_said_it() -> None:
    one = whole(lambda field: field)
    assert replace(one, version="9.9").digest == one.digest
    assert replace(one, origin=None).digest == one.digest
    assert replace(one, paper="a4").digest == one.digest
    assert whole(lambda field: field.upper()).digest != one.digest
    assert len(one.digest.split()) == 4


def test_a_tree_is_plain_json_that_names_each_part() -> None:
    told = plain_tree((Para(("a ", Blank("NIP"))),))
    assert told == [{"part": "para", "body": ["a ", {"part": "blank", "what": "NIP"}]}]


def test_no_level_of_heads_is_left_out() -> None:
    parts = (Para(("x",)), Heading("a", level=3), Heading("b", level=3), Title("c"), Annex("d"), Para(("e",)))
    assert [*levels(parts)] == [0, 1, 2, 1, 2, 2]


def test_what_stays_blank_is_named_wherever_it_stands() -> None:
    parts = (
        Pairs((Pair("Nomor", (Blank("nomor surat"),)),)),
        Signatures(
            (Signer("", "Kepala"), Signer("", "Sekretaris", "Contoh"), Signer("", "Camat", None, "1"))
        ),
        Signatures((Signer("", "Bupati", "Contoh", "1"),)),
    )
    assert [*blanks(page(parts).parts)] == [
        "nomor surat",
        "nama dan NIP Kepala",
        "NIP Sekretaris",
        "nama Camat",
    ]
