"""Input that cannot be: one Indonesian sentence, status 1 or 2, nothing on stdout, every file as it was."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.cli.command_line import Ok, Refused, Run, faults

if TYPE_CHECKING:
    from pathlib import Path

PKS, KB = "PKS-2024-001", "KB-2024-001"
MOU = ["add-mou", "--scheme", "ksdpk", "--title", "Penelitian gizi", "--partner", "PT Maju Contoh", "--opd",
       "DINKES"]  # fmt: skip
DERIVE = ["derive-pks", KB, "--title", "Penelitian gizi"]
EVAL = ["evaluate", PKS, "--period", "2024-S2"]
TARGET = ["target", "add", PKS, "--indicator", "Posyandu"]
ACTION = ["action", "add", PKS, "--what", "Rapat", "--period", "2024-S2"]

# Command line, exit status, and what the sentence must name.
BAD: list[tuple[list[str], int, str]] = [
    # dates
    ([*MOU, "--signed", "31/2/2024"], 1, "31/2/2024"),
    ([*MOU, "--signed", "6/25/2025"], 1, "25 Juni 2025"),
    ([*MOU, "--signed", "2/5/24"], 1, "empat angka"),
    ([*MOU, "--signed", "2024.05.02"], 1, "2 Mei 2024"),
    ([*MOU, "--signed", "minggu lalu"], 1, "minggu lalu"),
    ([*MOU, "--signed", ""], 2, "--signed kosong"),
    ([*MOU, "--signed", "2024-05-02T25:00"], 1, "2024-05-02"),
    ([*MOU, "--signed", "Rabu, 2 Mei 2024"], 1, "Kamis"),
    ([*MOU, "--signed", "1 Mei 1845"], 1, "1945"),
    ([*MOU, "--signed", "16/1/2025"], 1, "belum terjadi"),
    ([*MOU, "--ends", "30/2/2026"], 1, "30/2/2026"),
    ([*MOU, "--starts", "32 Mei 2024"], 1, "32 Mei 2024"),
    ([*DERIVE, "--power-of-attorney-date", "29/2/2023"], 1, "29/2/2023"),
    (["opd", "add", "DLH", "--name", "Dinas Lingkungan Hidup", "--valid-from", "x"], 1, "\"x\""),
    (["list", "--ends-before", "Mei"], 1, "Mei"),
    # terms
    ([*MOU, "--signed", "2024-05-02", "--years", "0"], 1, "0"),
    ([*MOU, "--signed", "2024-05-02", "--years", "x"], 1, "x"),
    ([*MOU, "--signed", "2024-05-02", "--years", "-1"], 1, "-1"),
    ([*MOU, "--signed", "2024-05-02", "--years", "1,5"], 1, "1,5"),
    ([*MOU, "--signed", "2024-05-02", "--years", "6 bulan 2"], 1, "6 bulan 2"),
    ([*MOU, "--signed", "2024-05-02", "--years", "127"], 1, "2150"),
    ([*MOU, "--signed", "2024-05-02", "--duration", "sesuai kebutuhan"], 1, "sesuai kebutuhan"),
    ([*MOU, "--signed", "2024-05-02", "--duration", "5 (enam) tahun"], 1, "bertentangan"),
    ([*MOU, "--signed", "2024-05-02", "--ends", "2024-05-01"], 1, "mendahului"),
    ([*MOU, "--starts", "2024-06-01", "--signed", "2024-05-02", "--ends", "2024-05-31"], 1, "mendahului"),
    ([*MOU, "--ends", "2026-01-01", "--open-ended"], 2, "--open-ended"),
    ([*MOU, "--until", "predikat WBK", "--open-ended"], 2, "--until"),
    ([*MOU, "--years", "5", "--duration", "5 tahun"], 2, "--duration"),
    (["update", PKS, "--ends", "2024-05-01", "--reason", "x"], 1, "mendahului"),
    # codes
    (["add-mou", "--scheme", "ksdx", "--title", "x"], 2, "ksdll"),
    (["add-mou", "--title", "x"], 2, "--scheme"),
    ([*MOU, "--doc", "pks"], 2, "derive-pks"),
    ([*MOU, "--doc", "surat"], 2, "nk"),
    ([*DERIVE, "--doc", "kb"], 2, "add-mou"),
    ([*DERIVE, "--scheme", "sinergi"], 2, "--scheme"),
    ([*MOU, "--affair", "9.99"], 1, "9.99"),
    ([*MOU[:6], "Kota Baru", "--opd", "DINKES", "--new", "--partner-kind", "kota"], 2, "pemda"),
    (["list", "--status", "aktif"], 2, "active"),
    (["list", "--scheme", "x"], 2, "ksdpk"),
    (["list", "--doc", "x"], 2, "pks"),
    (["list", "--affair", "x"], 1, "1.02"),
    (["list", "--opd", "XX"], 1, "XX"),
    (["list", "--partner", "XX"], 1, "XX"),
    (["list", "--format", "yaml"], 2, "json"),
    (["list", "--columns", "id,bogus"], 2, "bogus"),
    (["list", "--sort", "bogus"], 2, "bogus"),
    (["list", "--limit", "0"], 2, "--limit"),
    (["list", "--limit", "-5"], 2, "--limit"),
    (["list", "--limit", "lima"], 2, "--limit"),
    (["list", "--limit", "99999999999999999999999"], 2, "--limit"),
    (["list", "--year", "1800"], 2, "1945"),
    (["list", "--year", "x"], 2, "--year"),
    (["log", "--limit", "0"], 2, "--limit"),
    (["list", "--status", "batal"], 2, "dibatalkan (void)"),
    (["derive-pks", "KB-2024-001", "--no-parent", "--title", "x"], 2, "Pilih salah satu"),
    (["doctor", "--dry-run"], 2, "--dry-run dipakai bersama --fix"),
    (["target", "update", "PKS-2024-001", "99", "--value", "1"], 1, "yang ada: 1."),
    (["log", "--limit", "-3"], 2, "--limit"),
    (["log", "--limit", "99999999999999999999999"], 2, "--limit"),
    (["search", " "], 2, "KATA"),
    (["setting", "set", "bogus", "1"], 1, "term-rule"),
    (["setting", "set", "term-rule", "x"], 1, "same-day"),
    (["setting", "set", "soon-days", "0"], 1, "3650"),
    (["setting", "set", "soon-days", "99999999999999999999"], 1, "3650"),
    (["setting", "set", "instrument", "lain/1"], 1, "inti/2"),
    (["setting", "set", "name", "  "], 2, "kosong"),
    (["init", "--name", "Kabupaten Contoh", "--level", "desa", "--db", "baru.db"], 1, "kabupaten"),
    # documents
    (["show", "KB-1999-001"], 1, "KB-1999-001"),
    (["show", ""], 2, "kosong"),
    (["update", "9/9/9", "--note", "x"], 1, "9/9/9"),
    (["derive-pks", "XX", "--title", "x"], 1, "XX"),
    (["derive-pks", "--title", "x"], 2, "--no-parent"),
    (["derive-pks", KB, "--no-parent", "--title", "x"], 2, "--no-parent"),
    (["derive-pks", "--no-parent", "--title", "x", "--scheme", "ksdpk"], 2, "--partner"),
    (["derive-pks", PKS, "--title", "x"], 1, "naskah turunan"),
    (["derive-pks", KB], 2, "--title"),
    ([*MOU, "--replaces", "XX"], 1, "XX"),
    (["update", PKS, "--replaces", PKS, "--reason", "x"], 1, "pendahulu"),
    (["update", KB, "--parent", KB, "--reason", "x"], 1, KB),
    (["update", PKS, "--doc", "rk", "--reason", "x"], 1, "kskd void"),
    (["update", PKS, "--title", "Lain"], 1, "--reason"),
    (["update", PKS, "--drop-scope", "9", "--reason", "x"], 1, "9"),
    (["update", PKS, "--drop-affair", "1.01", "--reason", "x"], 1, "1.01"),
    (["update", PKS, "--drop-partner", "PT Maju Contoh", "--reason", "x"], 1, "mitra"),
    (["update", PKS, "--drop-partner", "Universitas Contoh", "--reason", "x"], 1, "sedikitnya satu"),
    (["update", PKS, "--drop-support-opd", "DIKBUD", "--reason", "x"], 1, "DIKBUD"),
    (["void", PKS], 2, "--reason"),
    (["void", KB, "--reason", "x"], 1, PKS),
    ([*MOU, "--number", "100.3.7.1 / 12 / kb / 2024"], 1, KB),
    ([*MOU[:6], "Universitas Contoh", "--opd", "DINKES", "--partner-number", "77/UC/KS/2024"], 1, KB),
    (["derive-pks", KB, "--title", "PELATIHAN bidan desa", "--signed", "2024-05-02"], 1, PKS),
    ([*MOU, "--file", "tidak-ada.pdf"], 1, "tidak-ada.pdf"),
    ([*MOU, "--file", "."], 1, "Berkas"),
    # parties
    ([*MOU[:6], "Universitas Conto", "--opd", "DINKES"], 1, "Universitas Contoh"),
    ([*MOU[:6], "Kota Misal", "--opd", "DINKES"], 1, "--new"),
    ([*MOU, "--partner", "pt. maju contoh"], 1, "dua kali"),
    ([*MOU, "--partner-number", "1", "--partner-number", "2"], 2, "--partner-number"),
    ([*MOU, "--partner-signer", "A", "--partner-signer", "B"], 2, "--partner-signer"),
    ([*MOU[:-1], "DINKS"], 1, "DINKES"),
    ([*MOU[:-1], "Dinas Perhubungan"], 1, "opd add"),
    ([*MOU, "--support-opd", "XX"], 1, "XX"),
    (["opd", "add", "DINKES", "--name", "Dinas Lain"], 1, "DINKES"),
    (["opd", "add", "1X", "--name", "Dinas Lain"], 1, "1X"),
    (["opd", "add", "DLH"], 2, "--name"),
    (["opd", "add", "DLH", "--name", "Dinas Kesehattan"], 1, "--new"),
    (["opd", "add", "DLH", "--name", "DINAS KESEHATAN"], 1, "DINKES"),
    (["opd", "alias", "DINKES", "dikbud"], 1, "DIKBUD"),
    (["opd", "alias", "XX", "Dinas X"], 1, "XX"),
    (["opd", "rename", "DINKES"], 2, "--name"),
    (["opd", "rename", "DINKES", "--code", "DK", "--name", "Dinas Baru"], 2, "--on"),
    (["opd", "rename", "DINKES", "--code", "DK", "--into", "DIKBUD", "--on", "2025-01-01"], 2, "--into"),
    (["opd", "rename", "DINKES", "--into", "DINKES", "--on", "2025-01-01"], 1, "dirinya sendiri"),
    (["opd", "rename", "DINKES", "--code", "DK", "--on", "2025-01-01"], 2, "--name"),
    (["opd", "rename", "DINKES", "--name", "Dikbud"], 1, "DIKBUD"),
    (["opd", "rename", "DINKES", "--into", "DIKBUD", "--name", "Dinas X", "--on", "2025-01-01"], 2, "--name"),
    (["opd", "rename", "DINKES", "--name", "Dinas Sehat", "--on", "2025-01-01"], 2, "--on"),
    (["opd", "show", "XX"], 1, "XX"),
    (["opd", "show", ""], 2, "kosong"),
    (["partner", "add", "universitas contoh"], 1, "Universitas Contoh"),
    (["partner", "add", "Universitas Conto"], 1, "--new"),
    (["partner", "add", "Kota Misal", "--kind", "kota"], 2, "pemda"),
    (["partner", "alias", "PT Maju Contoh", "Universitas Contoh"], 1, "Universitas Contoh"),
    (["partner", "merge", "PT Maju Contoh", "Universitas Contoh"], 2, "--reason"),
    (["partner", "merge", "PT Maju Contoh", "PT Maju Contoh", "--reason", "x"], 1, "sama"),
    (["partner", "show", "XX"], 1, "XX"),
    (["partner", "update", "PT Maju Contoh", "--kind", "bumd"], 1, "--reason"),
    (["partner", "update", "PT Maju Contoh", "--kind", "toko"], 2, "bumd"),
    (["partner", "update", "PT Maju Contoh", "--name", "universitas contoh", "--reason", "x"], 1, "Univ"),
    (["update", PKS, "--clear", "number"], 1, "--reason"),
    (["update", PKS, "--clear", "title", "--reason", "x"], 2, "note"),
    (["update", PKS, "--clear", "number", "--number", "1", "--reason", "x"], 2, "--clear"),
    (["update", PKS, "--clear", "signed", "--reason", "x"], 1, "2024-S2"),
    # targets, evaluations, actions
    ([*TARGET, "--value", "1.250"], 1, "1250"),
    ([*TARGET, "--value", "nan"], 1, "nan"),
    ([*TARGET, "--value", "1e9"], 1, "1e9"),
    ([*TARGET, "--value", "9999999999999999999"], 1, "batas"),
    ([*TARGET, "--kind", "dampak"], 2, "outcome"),
    ([*TARGET, "--owed-by", "opd"], 2, "mitra"),
    (["target", "add", PKS], 2, "--indicator"),
    (["target", "add", KB, "--indicator", "x"], 1, "payung"),
    (["target", "add", PKS, "--indicator", "BIDAN terlatih"], 1, PKS),
    (["target", "update", PKS, "1", "--value", "80"], 1, "--reason"),
    (["target", "update", PKS, "9", "--unit", "x"], 1, "9"),
    (["target", "update", PKS, "satu", "--unit", "x"], 2, "satu"),
    (["evaluate", PKS], 2, "--period"),
    (["evaluate", PKS, "--period", "2024-S3"], 1, "2024-S3"),
    (["evaluate", PKS, "--period", "S2"], 1, "S2"),
    (["evaluate", PKS, "--period", "2025-S2"], 1, "belum dimulai"),
    (["evaluate", PKS, "--period", "2024-Q1"], 1, "2 Mei 2024"),
    (["evaluate", KB, "--period", "2024-S2"], 1, PKS),
    (["evaluate", "KB-2025-001", "--period", "2024-S2"], 1, "belum ditandatangani"),
    ([*EVAL, "--implementation", "selesai"], 2, "penuh"),
    ([*EVAL, "--recommendation", "stop"], 2, "hentikan"),
    ([*EVAL, "--answer", "tepat-waktu"], 2, "BUTIR=JAWABAN"),
    ([*EVAL, "--answer", "bogus=ya"], 1, "tepat-waktu"),
    ([*EVAL, "--answer", "tepat-waktu=ya"], 1, "terlambat"),
    ([*EVAL, "--answer", "terlaksana=penuh"], 1, "--implementation"),
    ([*EVAL, "--answer", "tepat-waktu=tepat", "--answer", "tepat-waktu=tidak"], 2, "tepat-waktu"),
    ([*EVAL, "--realisation", "1=2", "--realisation", "1=3", "--reason", "x"], 2, "1"),
    ([*EVAL, "--realisation", "9=1"], 1, "9"),
    ([*EVAL, "--realisation", "1"], 2, "NILAI"),
    ([*EVAL, "--realisation", "1=banyak", "--reason", "x"], 1, "banyak"),
    ([*EVAL, "--realisation", "1=60"], 1, "--reason"),
    ([*EVAL, "--effort", "Rapat"], 2, "--effort"),
    ([*EVAL, "--obstacle", "Gedung", "--category", "gedung"], 2, "sarana"),
    ([*EVAL, "--obstacle", "Gedung", "--category", "sarana", "--category", "data"], 2, "--category"),
    ([*EVAL, "--effort", "9=Rapat"], 1, "9"),
    ([*EVAL, "--close-obstacle", "9"], 1, "9"),
    ([*EVAL, "--close-obstacle", "x"], 2, "x"),
    ([*EVAL, "--reported-on", "2025-01-16", "--reason", "x"], 1, "belum terjadi"),
    ([*EVAL, "--implementation", "penuh"], 1, "--reason"),
    (["action", "add", PKS, "--what", "Rapat"], 2, "--period"),
    (["action", "add", PKS, "--period", "2024-S2"], 2, "--what"),
    ([*ACTION, "--due", "2024-06-30"], 1, "mendahului"),
    (["action", "add", PKS, "--what", "Rapat", "--period", "2030-S1"], 1, "belum dimulai"),
    (["action", "add", PKS, "--what", "RAPAT koordinasi", "--period", "2024-S2"], 1, "nomor 1"),
    (["action", "done", PKS, "1"], 2, "--on"),
    (["action", "done", PKS, "1", "--on", "2025-01-16"], 1, "belum terjadi"),
    (["action", "done", PKS, "1", "--on", "2020-01-01"], 1, "2024-S2"),
    (["action", "done", PKS, "7", "--on", "2025-01-10"], 1, "7"),
    # files
    (["opd", "import", "tidak-ada.csv"], 1, "tidak-ada.csv"),
    (["instrument", "use", "tidak-ada.toml"], 1, "tidak-ada.toml"),
    (["instrument", "eject", "kskd.db"], 1, "sudah ada"),
    (["instrument", "eject", "x" * 300], 1, ""),
    (["init", "--name", "Kabupaten Contoh"], 1, "sudah ada"),
    (["init", "--name", "Kabupaten Contoh", "--db", "tidak/ada.db"], 1, "folder tidak ada"),
    (["init", "--db", "baru.db"], 2, "--name"),
    (["demo", "."], 1, "sudah berisi"),
    # the command line itself
    (["lst"], 2, "lst"),
    (["opd", "hapus"], 2, "hapus"),
    (["list", "--bogus"], 2, "--bogus"),
    (["--bogus"], 2, "--bogus"),
    (["show"], 2, "NASKAH"),
    (["show", "A", "B"], 2, "B"),
    (["list", "--format"], 2, "--format"),
    (["list", "--no-child=ya"], 2, "--no-child"),
    (["setting", "set", "seat"], 2, "NILAI"),
    (["opd", "import"], 2, "BERKAS"),
]  # fmt: skip


@pytest.mark.parametrize(
    ("args", "status", "named"), BAD, ids=[f"{at}-{' '.join(one[0])[-40:]}" for at, one in enumerate(BAD)]
)
def test_bad_input_is_refused(args: list[str], status: int, named: str, busy: Path, refused: Refused) -> None:
    assert named in refused(*args, status=status)


EMPTY: list[list[str]] = [
    [*MOU, "--number", ""], [*MOU, "--years", ""], [*MOU, "--duration", ""], [*MOU, "--until", ""],
    [*MOU, "--ends", ""], [*MOU, "--starts", ""], [*MOU, "--signer", ""], [*MOU, "--replaces", ""],
    [*MOU, "--note", ""], ["update", PKS, "--number", ""], ["update", PKS, "--opd", ""],
    ["update", PKS, "--parent", ""], [*EVAL, "--filler", ""], [*EVAL, "--note", ""],
    [*EVAL, "--reported-on", ""], [*TARGET, "--value", ""], [*TARGET, "--due", ""],
    [*ACTION, "--due", ""], ["list", "--as-of", ""],
]  # fmt: skip


@pytest.mark.parametrize("args", EMPTY, ids=[f"{args[0]} {args[-2]}" for args in EMPTY])
def test_an_empty_value_is_refused_not_passed_over(args: list[str], busy: Path, run: Run) -> None:
    """In a script it is a variable that was never set; what is recorded is taken away with --clear."""
    before = busy.read_bytes()
    assert faults(run(*args)) == []
    assert busy.read_bytes() == before


def test_a_date_that_could_be_read_in_two_ways_names_both(busy: Path, refused: Refused) -> None:
    sentence = refused(*MOU, "--signed", "2024.03.04")
    assert "4 Maret 2024" in sentence
    assert "3 April 2024" in sentence


def test_an_ambiguous_beginning_of_an_id_lists_what_it_could_be(busy: Path, refused: Refused) -> None:
    sentence = refused("show", "KB")
    assert "KB-2024-001" in sentence
    assert "KB-2025-001" in sentence


@pytest.mark.parametrize(
    "args",
    [
        ["evaluate", PKS, "--period", "2024-S2", "--implementation", "penuh"], ["update", PKS, "--note", "x"],
        ["target", "add", PKS, "--indicator", "x"],
        ["action", "add", PKS, "--what", "x", "--period", "2024-S2"],
        ["action", "done", PKS, "1", "--on", "2025-01-10"], ["target", "update", PKS, "1", "--unit", "x"],
        ["void", PKS, "--reason", "x"], ["update", "KB-2025-001", "--replaces", PKS],
    ],
)  # fmt: skip
def test_a_void_document_takes_nothing_more(args: list[str], busy: Path, ok: Ok, refused: Refused) -> None:
    ok("void", PKS, "--reason", "salah catat")
    assert PKS in refused(*args)


def test_a_void_document_is_no_parent(desk: Path, ok: Ok, refused: Refused) -> None:
    ok("void", PKS, "--reason", "salah catat")
    ok("void", KB, "--reason", "salah catat")
    assert "dibatalkan" in refused(*DERIVE)


def test_the_clock_of_reproducible_builds_must_be_a_number(
    desk: Path, refused: Refused, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "besok")
    assert "SOURCE_DATE_EPOCH" in refused("status", status=2)


def test_without_a_terminal_nothing_is_asked(desk: Path, run: Run, refused: Refused) -> None:
    before = desk.read_bytes()
    result = run("add-mou", stdin="ksdpk\nJudul\n")
    assert faults(result, status=2) == []
    assert desk.read_bytes() == before
