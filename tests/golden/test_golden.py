"""The example's reports and findings, byte for byte as they were read and found right.

`make golden` writes them anew; the difference is to be read before it is committed. What a failing test
saw lies beside its golden file as `*.actual`.
"""

from __future__ import annotations

import re
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from kskd.pages.formats import writer
from kskd.pages.templates import folders_of
from kskd.pages.tree import Page
from kskd.reporting import reports
from kskd.reporting.trial import TRIED

if TYPE_CHECKING:
    from collections.abc import Callable

FILES = Path(__file__).parent / "files"
FORMATS = ("md", "html", "json")
DAY = ("--as-of", "2024-12-31")
MESSAGE = ("--form", "pesan")
BARE = {"indeks": "index", "ringkasan": "ringkasan", "rekap": "rekap", "opd": "DINKES"}
"""The kinds of a full report, with the page of each that is kept as a tree too."""
_SEAL = rb"(segel |seal=)[0-9a-f]+( [0-9a-f]+)?"  # salted, so that each registry has others
PAGES = (
    "2024-S2/index.md", "2024-S2/index.html", "2024-S2/rekap.md", "2024-S2/rekap.html",
    "2024-S2/ringkasan.md", "2024-S2/ringkasan.html", "2024-S2/DINKES.md", "2024-S2/DINKES.html",
    "2024-S2/BPBD.md", "2024-S2/DISKOPDAG.md", "2024-S2/DPUPR.md", "2024-S1/DIKBUD.md", "2024-11/DINKES.md",
    "2024-11/rekap.md", "2024/rekap.md",
)  # fmt: skip


@pytest.mark.parametrize("name", PAGES)
def test_page_is_as_it_was_read(name: str, example_reports: Path, pytestconfig: pytest.Config) -> None:
    """A page of the example's report has not changed unseen."""
    _compare(name, (example_reports / name).read_bytes(), update=pytestconfig.getoption("--update-golden"))


KINDS = {
    "semester": ("2024-S2", "2024-S2/semester"),
    "tkksd": ("2024-S2", "2024-S2/tkksd"),
    "luar-negeri": ("2024", "2024/luar-negeri"),
    "bulanan": ("2024-11", "2024-11/bulanan"),
    "rencana": ("2025", "rencana-2025"),
    "pemetaan": (None, "pemetaan-2024-12-31"),
    "daftar-publik": (None, "daftar-publik-2024-12-31"),
}
OF_ONE = {
    "undangan": ("2024-S2/DISNAKER-undangan", "--period", "2024-S2", "--opd", "DISNAKER"),
    "berita-acara": ("2024-S2/DIKBUD-berita-acara", "--period", "2024-S2", "--opd", "DIKBUD"),
    "surat-pengantar": ("2024-S2/DINKES-surat-pengantar", "--period", "2024-S2", "--opd", "DINKES"),
    "naskah": ("naskah-pks-PKS-2020-002", "--agreement", "PKS-2020-002"),
    "sampul": ("sampul-PKS-2020-002", "--agreement", "PKS-2020-002"),
}


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("format_", FORMATS)
def test_a_kind_is_as_it_was_read(
    kind: str, format_: str, example: Path, ok: Callable[..., str], pytestconfig: pytest.Config
) -> None:
    """The kinds that are made only where they are asked for."""
    period, name = KINDS[kind]
    asked = ("--period", period) if period else ()
    ok("report", "--kind", kind, *asked, "--as-of", "2024-12-31", "--format", format_, "--out", "jenis")
    made = (example.parent / "jenis" / f"{name}.{format_}").read_bytes()
    _compare(f"{name}.{format_}", made, update=pytestconfig.getoption("--update-golden"))


@pytest.mark.parametrize("kind", OF_ONE)
@pytest.mark.parametrize("format_", FORMATS)
def test_a_kind_of_one_unit_or_document_is_as_it_was_read(
    kind: str, format_: str, example: Path, ok: Callable[..., str], pytestconfig: pytest.Config
) -> None:
    """The letters to one OPD, and the pages of one document."""
    name, *asked = OF_ONE[kind]
    ok("report", "--kind", kind, *asked, "--as-of", "2024-12-31", "--format", format_, "--out", "jenis")
    made = (example.parent / "jenis" / f"{name}.{format_}").read_bytes()
    _compare(f"{name}.{format_}", made, update=pytestconfig.getoption("--update-golden"))


@pytest.mark.parametrize("format_", ["html"])
def test_a_desk_sheet_is_as_it_was_read(
    format_: str, example: Path, ok: Callable[..., str], pytestconfig: pytest.Config
) -> None:
    """For pen and paper."""
    asked = ("--period", "2024-S2", "--opd", "DLH", "--due", "2025-02-15", "--format", format_)
    ok("desk", "export", *asked, "--out", "jenis")
    made = (example.parent / "jenis" / f"DLH-2024-S2.{format_}").read_bytes()
    _compare(f"DLH-2024-S2.{format_}", made, update=pytestconfig.getoption("--update-golden"))


BESIDE = {
    "mutu-data": ("mutu-data", "quality", *DAY, "--opd", "DINKES,BPBD", "--out", "."),
    "pengingat": ("pengingat-DLH", "remind", *DAY, "--dry-run", "--opd", "DLH"),
    "pengingat-pesan": ("pengingat-pesan-DLH", "remind", *DAY, "--dry-run", "--opd", "DLH", *MESSAGE),
    "permintaan": ("permintaan-BPBD", "quality", "--ask", *DAY, "--opd", "BPBD"),
    "permintaan-pesan": ("permintaan-pesan-BPBD", "quality", "--ask", *DAY, "--opd", "BPBD", *MESSAGE),
    "lembar-desk": (
        "DLH-2024-S2", "desk", "export", "--period", "2024-S2", "--opd", "DLH", "--due", "2025-02-15",
        "--format", "html", "--out", "jenis",
    ),
    "paket": ("2024-S2/paket", "package", "--period", "2024-S2", "--out", "p"),
    "serah-terima": ("serah-terima/serah-terima", "handover", "--out", "h"),
}  # fmt: skip
"""Pages that commands beside ``report`` make, which write them in some of the formats only."""


@pytest.mark.parametrize("kind", BESIDE)
def test_a_page_of_another_command_is_as_it_was_read(
    kind: str,
    example: Path,
    ok: Callable[..., str],
    monkeypatch: pytest.MonkeyPatch,
    pytestconfig: pytest.Config,
) -> None:
    """The page that the command makes, in the three formats."""
    made: list[Page] = []

    def seen(**told: Any) -> Page:
        made.append(Page(**told))
        return made[-1]

    monkeypatch.setattr(reports, "Page", seen)
    name, *asked = BESIDE[kind]
    ok(*asked)
    page = [one for one in made if one.kind == kind][-1]
    for format_ in FORMATS:
        content = writer(format_, folders_of(None)).write(page)
        _compare(f"{name}.{format_}", content, update=pytestconfig.getoption("--update-golden"))


@pytest.mark.parametrize("kind", TRIED)
def test_each_kind_was_read_in_each_format(kind: str) -> None:
    """None without a golden file in Markdown, HTML and JSON."""
    named = {key: one for key, (_, one) in KINDS.items()} | {
        key: one[0] for key, one in (OF_ONE | BESIDE).items()
    }
    name = (named | {key: f"2024-S2/{one}" for key, one in BARE.items()})[kind]
    assert [one for one in FORMATS if not (FILES / f"{name}.{one}").is_file()] == []


@pytest.mark.parametrize("name", BARE.values())
def test_the_tree_of_a_page_is_as_it_was_read(
    name: str, example: Path, ok: Callable[..., str], pytestconfig: pytest.Config
) -> None:
    """What the formats are made from, of the kinds that a full report has."""
    ok("report", "--period", "2024-S2", "--as-of", "2024-12-31", "--format", "json", "--out", "jenis")
    made = (example.parent / "jenis" / "2024-S2" / f"{name}.json").read_bytes()
    _compare(f"2024-S2/{name}.json", made, update=pytestconfig.getoption("--update-golden"))


def test_findings_are_as_they_were_read_against_the_articles(
    example: Path, ok: Callable[..., str], pytestconfig: pytest.Config
) -> None:
    """What check says of the example on its day; at least 30 different rules find something."""
    made = ok("check", "--as-of", "2024-12-31", "--format", "md")
    assert len(set(re.findall(r"\| (KS\d{3}) \|", made))) >= 30
    _compare("check.md", made.encode(), update=pytestconfig.getoption("--update-golden"))


@pytest.mark.parametrize("command", ["due", "next", "remind"])
def test_what_is_due_pressing_and_told_is_as_it_was_read(
    command: str, example: Path, ok: Callable[..., str], pytestconfig: pytest.Config
) -> None:
    """Each deadline with its article and remedy, the ten most pressing things, and the letters to the OPD."""
    options = ("--dry-run",) if command == "remind" else ("--format", "md")
    made = ok(command, "--as-of", "2024-12-31", *options)
    name = f"{command}.{'txt' if command == 'remind' else 'md'}"
    _compare(name, made.encode(), update=pytestconfig.getoption("--update-golden"))


def test_how_complete_the_registry_is_and_who_is_asked_is_as_it_was_read(
    example: Path, ok: Callable[..., str], tmp_path: Path, pytestconfig: pytest.Config
) -> None:
    """The counts, the page in both formats, and a letter and a message to a unit."""
    update, day = pytestconfig.getoption("--update-golden"), ("--as-of", "2024-12-31")
    _compare("quality.json", ok("quality", *day, "--format", "json").encode(), update=update)
    for path in ok("quality", *day, "--opd", "DINKES,BPBD", "--out", ".").split():
        _compare(Path(path).name, (tmp_path / path).read_bytes(), update=update)
    asked = [ok("quality", "--ask", *day, "--opd", "BPBD", "--form", form) for form in ("surat", "pesan")]
    _compare("permintaan.txt", "\n".join(asked).encode(), update=update)


def test_what_is_handed_over_is_as_it_was_read(
    example: Path, ok: Callable[..., str], monkeypatch: pytest.MonkeyPatch, pytestconfig: pytest.Config
) -> None:
    """The page for a successor and its tables, and the indexes of both sets."""
    update = pytestconfig.getoption("--update-golden")
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1736899200")  # 15 January 2025
    ok("handover", "--out", "h")
    folder = example.parent / "h"
    for name in ("index.md", "index.html"):
        _compare(f"serah-terima/{name}", (folder / name).read_bytes(), update=update)
    for name in ("serah-terima.html", "keputusan-terbuka.csv", "tanggal-enam-bulan.csv", "pengaturan.txt"):
        made = (folder / "serah-terima-2025-01-15" / name).read_bytes()
        _compare(f"serah-terima/{name}", made, update=update)
    ok("package", "--period", "2024-S2", "--out", "p")
    _compare("2024-S2/paket.md", (example.parent / "p/2024-S2/index.md").read_bytes(), update=update)


def _compare(name: str, made: bytes, *, update: bool) -> None:
    golden, made = FILES / name, re.sub(_SEAL, rb"\1-", made)
    if update:
        golden.parent.mkdir(parents=True, exist_ok=True)
        golden.write_bytes(made)
    actual = golden.with_name(f"{golden.name}.actual")
    if made != golden.read_bytes():
        actual.write_bytes(made)
        pytest.fail(f"{name} differs; compare it with {actual.name}, then `make golden` if it is right")
    actual.unlink(missing_ok=True)
    assert made == golden.read_bytes()
