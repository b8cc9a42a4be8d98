"""What people type without noticing what it would do: taken as meant, told, or refused, never silent."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.cli.command_line import document

if TYPE_CHECKING:
    from pathlib import Path

    from tests.cli.command_line import Ok, Refused, Run

PKS = "PKS-2024-001"
MOU = ("add-mou", "--scheme", "ksdpk", "--partner", "PT Maju Contoh", "--opd", "DINKES")


@pytest.mark.parametrize(
    "nothing", ["-", "–", "belum ada", "Nihil", "tidak ada", "(belum ada nomor)", "--", "???", "#N/A", "tba"]
)
def test_a_number_that_says_that_there_is_none_is_unknown_and_blocks_no_other(
    nothing: str, desk: Path, run: Run, ok: Ok
) -> None:
    for title in ("Satu", "Dua"):
        result = run(
            *MOU, "--title", title, "--number", nothing, "--partner-number", nothing, "--signer", nothing
        )
        assert result.status == 0, result.err
        assert f'--number "{nothing}": nomor belum diketahui.' in result.err
        shown = document(ok("show", result.out.strip(), "--format", "json"))
        assert [party["number"] for party in shown["parties"]] == [None, None]
        assert shown["parties"][0]["signer_office"] is None


@pytest.mark.parametrize(
    "command",
    [
        ("partner", "add", "belum ada"),
        ("opd", "add", "DINSOS", "--name", "-"),
        (*MOU[:4], "tidak ada", "--new", "--opd", "DINKES", "--title", "Satu"),
        ("partner", "add", "PT Lain", "--alias", "-"),
        ("partner", "add", "???"),
        ("opd", "add", "DINSOS", "--name", "#N/A"),
        ("update", PKS, "--power-of-attorney", "0"),
        ("update", PKS, "--partner-number", "0", "--reason", "x"),
        ("update", PKS, "--more-number", "0"),
        ("evaluate", PKS, "--period", "2024-S2", "--evidence", "xx"),
    ],
)
def test_a_name_that_says_that_there_is_none_is_no_name(
    command: tuple[str, ...], desk: Path, run: Run
) -> None:
    result = run(*command)
    assert result.status in {1, 2}
    assert "tidak ada atau belum diketahui" in result.err or "--name" in result.err


@pytest.mark.parametrize("nothing", ["-", "--", "?", "…", "N/A", "belum ditentukan"])
@pytest.mark.parametrize(
    "option", ["--title", "--purpose", "--decision-letter", "--value", "--until", "--paper-name"]
)
def test_a_placeholder_is_told_as_unknown_and_never_kept(
    option: str, nothing: str, desk: Path, run: Run, ok: Ok
) -> None:
    before = ok("show", PKS, "--format", "json")
    result = run("update", PKS, f"{option}={nothing}", "--reason", "x")
    assert f'{option} "{nothing}"' in result.err
    assert "belum diketahui" in result.err
    assert ok("show", PKS, "--format", "json") == before


def test_a_reason_that_says_nothing_is_none(desk: Path, refused: Refused) -> None:
    assert "--reason" in refused("update", PKS, "--title", "Lain", "--reason", "-")


def test_one_kind_is_not_given_to_two_new_partners(desk: Path, refused: Refused) -> None:
    command = ("add-mou", "--scheme", "ksdpk", "--title", "Satu", "--opd", "DINKES", "--new")
    said = refused(
        *command, "--partner", "PT Alfa", "--partner", "Universitas Beta", "--partner-kind", "perusahaan"
    )
    assert "PT Alfa; Universitas Beta" in said
    assert "kskd partner add" in said


def test_a_list_of_names_as_one_new_partner_is_told_with_the_names_apart(desk: Path, run: Run) -> None:
    command = ("add-mou", "--scheme", "ksdpk", "--title", "Satu", "--opd", "DINKES", "--new")
    result = run(*command, "--partner", "PT Alfa, CV Beta dan Yayasan Gama")
    assert result.status == 0
    assert '--partner "PT Alfa" --partner "CV Beta" --partner "Yayasan Gama"' in result.err
    assert "Peringatan:" in result.err
    assert "satu mitra" not in run(*command, "--partner", "PT Delta dan Anak").err


@pytest.mark.parametrize(
    ("name", "parts"),
    [
        ("PT Alfa; CV Beta", ["PT Alfa", "CV Beta"]),
        ("PT A, PT B dan PT C", ["PT A", "PT B", "PT C"]),
        ("Universitas Alfa dan PT Beta", ["Universitas Alfa", "PT Beta"]),
        ("PT Alfa & PT Beta", ["PT Alfa", "PT Beta"]),
        ("CV Alfa / CV Beta", ["CV Alfa", "CV Beta"]),
        ("PT Alfa, Yayasan Beta", ["PT Alfa", "Yayasan Beta"]),
        ("1. PT Alfa 2. PT Beta", ["PT Alfa", "PT Beta"]),
    ],
)
def test_a_list_of_names_entered_as_one_partner_is_told(
    name: str, parts: list[str], desk: Path, run: Run
) -> None:
    said = run("partner", "add", name).err
    assert all(f'kskd partner add "{part}"' in said for part in parts)
    for one in ("Yayasan Delta, Tbk", "Dinas Pemuda dan Olahraga", "PT Delta dan Anak", "Kota Satu"):
        assert "satu mitra" not in run("partner", "add", one).err


def test_a_list_of_names_that_join_is_told_with_the_option_of_the_adendum(desk: Path, run: Run) -> None:
    joins = ("--partner-joins", "PT Alfa, CV Beta dan CV Gama", "--new", "--partner-kind", "perusahaan")
    said = run("amend", "KB-2024-001", "--signed", "2024-06-01", "--what", "Mitra", *joins).err
    assert '--partner-joins "PT Alfa" --partner-joins "CV Beta" --partner-joins "CV Gama"' in said


def test_a_full_stop_behind_a_title_makes_no_other_document(desk: Path, run: Run) -> None:
    command = ("add-mou", "--scheme", "ksdpk", "--partner", "PT Maju Contoh", "--opd", "DINKES", "--title")
    assert run(*command, "Rawat Lembah", "--signed", "2014-02-03", "--years", "3").status == 0
    said = run(*command, "Rawat lembah.", "--signed", "2015-02-03", "--years", "3").err
    assert "jenis, judul, dan mitranya sama" in said


def test_a_list_of_obstacles_as_one_is_told_with_each_apart(desk: Path, run: Run) -> None:
    told = ("evaluate", "PKS-2024-001", "--period", "2024-S2", "--implementation", "sebagian", "--obstacle")
    said = run(*told, "1. Kurang orang 2. Kurang alat").err
    assert '--obstacle "Kurang orang" --obstacle "Kurang alat"' in said
    assert "satu permasalahan" not in run(*told, "Dana cair bulan 2. minggu kedua").err
