"""`report` and `templates eject` through the command line, on the example registry."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

from kskd.cli.reports.reports import KINDS

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from _pytest.monkeypatch import MonkeyPatch

    from tests.cli.command_line import Run

OPDS = 17


def _seen(folder: Path) -> dict[str, tuple[bytes, int]]:
    return {
        path.relative_to(folder).as_posix(): (path.read_bytes(), path.stat().st_mtime_ns)
        for path in folder.rglob("*")
        if path.is_file()
    }


def test_report_writes_a_page_per_opd_an_index_and_a_recap(example: Path, ok: Callable[..., str]) -> None:
    """Paths on stdout, one a line, each of them there; nothing else in the folder."""
    paths = ok("report", "--period", "2024-S2", "--out", "laporan").splitlines()
    made = sorted(
        path.relative_to(example.parent).as_posix() for path in (example.parent / "laporan").rglob("*.*")
    )
    assert sorted(paths) == made
    assert len(made) == 2 * (OPDS + 3)
    assert {
        "laporan/2024-S2/index.html",
        "laporan/2024-S2/rekap.md",
        "laporan/2024-S2/ringkasan.md",
        "laporan/2024-S2/DLH.html",
    } <= set(made)


def test_report_twice_is_the_same_bytes_and_touches_nothing(example: Path, ok: Callable[..., str]) -> None:
    """A second run writes no file anew, in the same folder; in another folder it writes the same bytes."""
    ok("report", "--period", "2024-S2", "--out", "satu")
    before = _seen(example.parent / "satu")
    ok("report", "--period", "2024-S2", "--out", "satu")
    ok("report", "--period", "2024-S2", "--out", "dua")
    assert _seen(example.parent / "satu") == before
    other = _seen(example.parent / "dua")
    assert {name: bytes_ for name, (bytes_, _) in other.items()} == {
        name: one for name, (one, _) in before.items()
    }


def test_report_does_not_change_the_registry(example: Path, ok: Callable[..., str]) -> None:
    """Reading commands never write."""
    before = example.read_bytes()
    ok("report", "--period", "2024-11")
    assert example.read_bytes() == before


def test_only_the_files_that_changed_are_written(example: Path, ok: Callable[..., str]) -> None:
    """A new effort for one unit leaves the pages of units that it does not touch alone."""
    ok("report", "--period", "2024-S2", "--out", "laporan")
    before = _seen(example.parent / "laporan")
    ok("evaluate", "PKS-2020-002", "--period", "2024-S2", "--effort", "1=Rapat dengan Kota Misal")
    ok("report", "--period", "2024-S2", "--out", "laporan")
    after = _seen(example.parent / "laporan")
    changed = {name for name in after if after[name] != before[name]}
    assert "2024-S2/DINKES.md" in changed
    assert "2024-S2/DLH.md" not in changed


def test_report_of_one_opd(example: Path, ok: Callable[..., str]) -> None:
    """With --opd only that unit's pages are written, found by code, name or alias."""
    assert example.exists()
    paths = ok("report", "--period", "2024-S2", "--opd", "Dinas Kesehatan", "--out", "laporan").splitlines()
    assert paths == ["laporan/2024-S2/DINKES.md", "laporan/2024-S2/DINKES.html"]


def test_a_month_names_the_period_of_each_evaluation(example_reports: Path) -> None:
    """November 2024 shows what was known at its end: the evaluation of the first semester of that year."""
    page = (example_reports / "2024-11" / "DINKES.md").read_text("utf-8")
    assert "November 2024" in page
    assert "30 November 2024" in page
    assert "Laporan diterima 2 Juli 2024 (Semester I);" in page
    assert "| 2.480 (Semester I) |" in page


def test_the_html_is_self_contained(example_reports: Path) -> None:
    """No script, no link out, no outer file: only links between the report's own pages."""
    import re

    for path in example_reports.rglob("*.html"):
        page = path.read_text("utf-8")
        assert "<script" not in page
        links = re.findall(r'(?:src|href|action)="([^"]*)"', page) + re.findall(r"url\(([^)]*)\)", page)
        assert all(link.startswith("#") or (path.parent / link).is_file() for link in links), path.name


def test_every_number_of_the_recap_adds_up_from_the_units(
    example_registry: Path, ok: Callable[..., str]
) -> None:
    """The Pemda's documents are the sum of the units' lists: each agreement is counted once."""
    import json

    listed = json.loads(ok("list", "--db", example_registry, "--as-of", "2024-12-31", "--format", "json"))[
        "items"
    ]
    units = {item["lead_opd"] for item in listed}
    per_unit = [
        len(json.loads(ok("list", "--db", example_registry, "--opd", unit, "--format", "json"))["items"])
        for unit in units
    ]
    assert len(units) == OPDS
    assert sum(per_unit) == len(listed) == 53


def test_own_template_is_used(example: Path, ok: Callable[..., str]) -> None:
    """A page's template in the user's folder wins; the others come from kskd."""
    paths = ok("templates", "eject", "templat").splitlines()
    assert any(path.endswith("opd.j2") for path in paths)
    for path in (example.parent / "templat").rglob("*.j2"):
        if path.name != "opd.j2":
            path.unlink()
        else:
            path.write_text("{% call p.para() %}Punya kami: {{ page.name }}{% endcall %}", "utf-8")
    ok("report", "--period", "2024-S2", "--opd", "DLH", "--templates", "templat", "--out", "laporan")
    made = example.parent / "laporan" / "2024-S2" / "DLH.md"
    assert made.read_text("utf-8").startswith("Punya kami: ")


def test_eject_never_overwrites(ok: Callable[..., str], run: Callable[..., object], tmp_path: Path) -> None:
    """A folder with one of the files is left exactly as it was."""
    ok("templates", "eject", "templat")
    edited = next((tmp_path / "templat").rglob("opd.j2"))
    edited.write_text("diubah", "utf-8")
    result = run("templates", "eject", "templat")
    assert getattr(result, "status", 0) == 1
    assert edited.read_text("utf-8") == "diubah"


@pytest.mark.parametrize(
    ("args", "status"),
    [
        (("--period", "2024-S3"), 1),
        (("--period", "2031-S1"), 1),
        ((), 2),
        (("--period", "2024-S2", "--opd", "TIDAKADA"), 1),
        (("--period", "2024-S2", "--templates", "tidak-ada"), 1),
        (("--period", "2024-S2", "--as-of", "31/2/2024"), 1),
        (("--period", "2024-S2", "--out", "kskd.db"), 1),
    ],
)
def test_bad_report_is_refused(
    args: tuple[str, ...], status: int, example: Path, run: Callable[..., object], monkeypatch: MonkeyPatch
) -> None:
    """One sentence, the right status, nothing written."""
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1736899200")
    before = _seen(example.parent)
    result = run("report", *args)
    assert getattr(result, "status", 0) == status
    assert getattr(result, "err", "").startswith("kskd: ")
    assert len(getattr(result, "err", "").splitlines()) == 1
    assert _seen(example.parent) == before


def test_a_unit_without_cooperation_has_no_report(
    office: Path, ok: Callable[..., str], run: Callable[..., Any]
) -> None:
    """Asked for by name, that is said; nothing is written."""
    assert office.exists()
    result = run("report", "--period", "2024-S2", "--opd", "DIKBUD")
    assert (result.status, result.out) == (1, "")
    assert "DIKBUD" in result.err
    assert not (office.parent / "laporan").exists()


def test_templates_check_names_what_is_usable(
    ok: Callable[..., str], run: Callable[..., Any], tmp_path: Path
) -> None:
    """And the first file and line that is not."""
    ok("templates", "eject", "templat")
    assert "kinds/opd.j2" in ok("templates", "check", "templat").splitlines()
    (tmp_path / "templat" / "kinds" / "opd.j2").write_text("satu\n{% if %}\n", "utf-8")
    result = run("templates", "check", "templat")
    assert result.status == 1
    assert "opd.j2 baris 2" in result.err


@pytest.mark.parametrize(
    ("period", "day", "said"),
    [
        ("2024-S1", "2024-07-30", "6 belum dilaporkan."),
        # of the six one is abroad, one was in force for ten days, and PKS-2020-001 is older than the law
        ("2024-S1", "2024-07-31", "6 belum dilaporkan, 3 di antaranya sudah lewat jatuh tempo."),
        ("2024-S2", "2025-01-30", "6 belum dilaporkan."),
        ("2024-S2", "2025-01-31", "6 tidak diketahui karena OPD belum melapor."),
    ],
)
def test_a_summary_blames_nobody_before_the_report_is_late(
    period: str, day: str, said: str, example: Path, ok: Callable[..., str]
) -> None:
    """Thirty days after the semester; abroad not of a semester."""
    ok("report", "--kind", "ringkasan", "--period", period, "--as-of", day)
    page = (example.parent / f"laporan/{period}/ringkasan.md").read_text("utf-8")
    (first,) = [line for line in page.splitlines() if line.startswith("> **")]
    assert first.removesuffix("**").endswith(said)


def test_what_stays_blank_is_told_once_for_the_whole_set(example: Path, run: Callable[..., Any]) -> None:
    """On stderr, the most first; all of it stands in the index."""
    result = run("report", "--period", "2024-S2", "--out", "laporan")
    (told,) = [line for line in result.err.splitlines() if line.startswith("Belum terisi: ")]
    assert "tanggal surat (17 halaman); nomor surat (17 halaman)" in told
    assert told.endswith(" lain.")
    index = (example.parent / "laporan/2024-S2/index.md").read_text("utf-8")
    assert "Belum terisi, untuk ditulis dengan tangan: NIP Kepala Bagian Kerja Sama" in index
    assert "nama dan NIP Kepala Dinas Kesehatan (1 halaman)" in index


def test_templates_check_warns_of_what_an_order_leaves_out(
    ok: Callable[..., str], run: Callable[..., Any], tmp_path: Path
) -> None:
    """And of a file that no report uses; both are allowed."""
    folder = tmp_path / "templat/kinds"
    folder.mkdir(parents=True)
    mine = '{% extends "bawaan/kinds/bulanan.j2" %}{% set urutan = ["kop"] %}'
    (folder / "bulanan.j2").write_text(mine, "utf-8")
    (folder / "bulannan.j2").write_text(mine, "utf-8")
    result = run("templates", "check", "templat")
    assert (result.status, result.out) == (0, "kinds/bulanan.j2\n")
    assert "Peringatan: kinds/bulanan.j2 tidak memuat pesan" in result.err
    assert "Peringatan: kinds/bulannan.j2 tidak dipakai laporan apa pun" in result.err


def test_the_help_names_the_kinds_that_there_are(example: Path, run: Run) -> None:
    assert run("report", "--kind", "tiada").err.strip().endswith(f"Yang ada: {KINDS}.")
