"""One flag, one meaning: an option given twice, codes with commas, and the spellings of before."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from kskd.cli import ROOT
from kskd.cli.kit.parser import RENAMED

from .command_line import document, flags, parameters, table

if TYPE_CHECKING:
    from pathlib import Path

    from .command_line import Ok, Refused, Run

PKS, KB = "PKS-2024-001", "KB-2024-001"
PATHS = list(ROOT.paths())


def _single(path: str) -> list[list[str]]:
    """The options of a command that take one value (or one pair), each with a value."""
    return [
        [one.opts[0], *(["1"] * one.nargs)]
        for one in parameters(path).values()
        if one.param_type_name == "option" and not one.is_flag and not one.multiple
    ]


@pytest.mark.parametrize("path", PATHS)
def test_an_option_with_one_value_is_refused_when_it_is_given_twice(
    path: str, tmp_path: Path, refused: Refused
) -> None:
    for typed in _single(path):
        said = refused(*path.split(), *typed, *typed, status=2)
        assert typed[0] in said
        assert "hanya menerima satu nilai" in said
        assert f"kskd {path} --help" in said


def test_one_spelling_of_before_counts_as_the_option_itself(desk: Path, run: Run) -> None:
    result = run("log", "--who", "x", "--by", "y")
    assert result.status == 2
    assert "--who hanya menerima satu nilai" in result.err


def test_a_switch_may_be_said_again(desk: Path, ok: Ok) -> None:
    assert ok("list", "--no-file", "--no-file") == ok("list", "--no-file")


@pytest.mark.parametrize(
    ("command", "old", "line"),
    [
        ("backup", "--to", ["backup", "{}", "usb"]),
        ("check", "--until", ["check", "--accept", PKS, "KS202", "--reason", "x", "{}", "2025-12-31"]),
        ("export", "--what", ["export", "{}", "all"]),
        ("log", "--by", ["log", "{}", "uji (CONTOH)"]),
    ],
)
def test_a_spelling_of_before_is_understood_and_told(
    command: str, old: str, line: list[str], desk: Path, run: Run
) -> None:
    new = RENAMED[command][old]
    result = run(*(word.format(old) for word in line))
    assert result.status == 0
    assert result.err.splitlines()[0] == f"Opsi {old} kini bernama {new}."
    (old_and_value,) = [f"{word}={line[at + 1]}" for at, word in enumerate(line) if word == "{}"]
    joined = [word for at, word in enumerate(line) if word != "{}" and line[at - 1] != "{}"]
    again = run(*joined, old_and_value.format(old))
    assert f"Opsi {old} kini bernama {new}." in again.err


@pytest.mark.parametrize("command", RENAMED)
def test_a_spelling_of_before_is_no_option_of_its_own(command: str, run: Run) -> None:
    shown = run(command, "--help").out
    for old, new in RENAMED[command].items():
        assert old not in flags(command)
        assert new in flags(command)
        assert f"{old} " not in shown


def test_a_value_that_looks_like_a_spelling_of_before_is_a_value(desk: Path, run: Run) -> None:
    result = run("log", "--command", "--by")
    assert (result.status, "kini bernama" in result.err) == (2, False)


def test_codes_may_stand_in_one_value_or_in_several(desk: Path, ok: Ok) -> None:
    ok("opd", "add", "RSUD", "--name", "Rumah Sakit, Umum Daerah")
    for typed in (["--doc", "kb", "--doc", "pks"], ["--doc", "kb,pks"], ["--doc", "kb, pks"]):
        assert [one["id"] for one in document(ok("list", *typed, "--format", "json"))["items"]] == [PKS, KB]
    assert ok("list", "--opd", "DINKES,RSUD") == ok("list", "--opd", "DINKES") != ""
    assert len(table(ok("list", "--opd", "Rumah Sakit, Umum Daerah"))) == 0  # a name stays whole
    assert ok("list", "--columns", "id", "--columns", "title") == ok("list", "--columns", "id, title")
    sheets = ok("desk", "export", "--period", "2024-S2", "--format", "csv,html").splitlines()
    assert {path.rpartition(".")[2] for path in sheets} == {"csv", "html"}


def test_an_empty_code_is_refused(desk: Path, refused: Refused) -> None:
    assert "--doc kosong" in refused("list", "--doc", "kb,", status=2)


def test_chapters_are_numbers(desk: Path, ok: Ok, refused: Refused) -> None:
    rules = ("check", "--list", "--format", "tsv")
    assert ok(*rules, "--chapter", "1,2") == ok(*rules, "--chapter", "1", "--chapter", "2")
    assert "bukan bilangan bulat" in refused(*rules, "--chapter", "satu", status=2)


def test_yes_and_no_are_ya_and_tidak_in_every_help(run: Run) -> None:
    for path in PATHS:
        for one in parameters(path).values():
            assert (one.metavar or "").upper() not in {"YA/TIDAK", "YES|NO", "Y|T", "YA/TDK"}, path


def test_days_counted_from_today_are_told_as_the_day_that_they_are(desk: Path, run: Run, ok: Ok) -> None:
    ok("update", PKS, "--clear", "ends", "--reason", "salah catat")
    result = run("update", PKS, "--ends", "akhir bulan ini")
    assert (result.status, '"akhir bulan ini" dibaca 31 Januari 2025.' in result.err) == (0, True)
    assert document(ok("show", PKS, "--format", "json"))["ends_on"] == "2025-01-31"
    assert run("list", "--as-of", "besok").status == 0
    assert run("list", "--as-of", "minggu depan").status != 0
