"""`verify` of every kind of page: as made, after the registry went on, edited, and with a person erased."""

from __future__ import annotations

import re
import shutil
from collections import defaultdict
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from kskd.interchange.page_files import read_page
from kskd.reporting.trial import TRIED
from kskd.workflows.verifying.makers import MAKERS
from tests.cli.command_line import document
from tests.cli.test_letters import png
from tests.conftest import succeed

if TYPE_CHECKING:
    from tests.cli.command_line import Ok, Run
    from tests.conftest import Once

PERSON = "Fulan bin Contoh"
PKS = "PKS-2024-001"
_REPORT = ("report", "--as-of", "2025-01-15", "--out", "laporan", "--format")
COMMANDS = (
    (*_REPORT, "md,txt", "--period", "2024-S2", "--kind",
     "indeks,ringkasan,opd,semester,tkksd,undangan,berita-acara,surat-pengantar,rekap"),
    (*_REPORT, "md", "--period", "2024", "--kind", "luar-negeri,rencana"),
    (*_REPORT, "md", "--period", "2024-11", "--kind", "bulanan"),
    (*_REPORT, "md", "--kind", "pemetaan,daftar-publik"),
    (*_REPORT, "md", "--kind", "sampul,naskah", "--agreement", PKS),
    ("package", "--period", "2024-S2"),
    ("handover",),
    ("quality", "--out", "mutu"),
    ("quality", "--as-of", "2025-02-01", "--opd", "DIKBUD", "--out", "mutu-satu"),
    ("quality", "--ask", "--out", "diminta"),
    ("quality", "--ask", "--form", "pesan", "--field", "signed,affair", "--scheme", "ksdpk",
     "--out", "ditanya"),
    ("desk", "export", "--period", "2024-S2", "--due", "2025-02-20", "--format", "html,docx",
     "--out", "lembar"),
    ("remind", "--format", "txt,md,html,docx", "--out", "ingat"),
)  # fmt: skip
FOLDERS = ("laporan", "paket", "serah-terima", "mutu", "mutu-satu", "diminta", "ditanya", "lembar", "ingat")


@pytest.fixture
def made(busy: Path, once: Once) -> dict[str, list[Path]]:
    """The pages of every command, by kind, in the working folder beside the registry that they are of."""

    def fill() -> None:
        shutil.copy(busy, "kskd.db")
        succeed("add-mou", "--scheme", "ksdpk", "--title", "Pelatihan", "--partner", PERSON,
                "--partner-kind", "perseorangan", "--new", "--opd", "DIKBUD", "--signed", "2024-03-20",
                "--years", "1")  # fmt: skip
        succeed("derive-pks", "KB-2024-002", "--title", "Pelatihan guru", "--signed", "2024-04-01",
                "--ends", "2025-03-01")  # fmt: skip
        for command in COMMANDS:
            succeed(*command)

    whole = once("pages-of-every-kind", fill)
    shutil.copytree(whole, busy.parent, dirs_exist_ok=True)
    found: dict[str, list[Path]] = defaultdict(list)
    for folder in FOLDERS:
        for path in sorted(Path(folder).rglob("*.*")):
            if path.suffix in {".md", ".html", ".docx", ".txt", ".pdf"}:
                stamp = read_page(str(path)).stamp
                assert stamp or path.stem in {"pengaturan", "cara-menghitung"}, path
                if stamp:
                    found[stamp.kind].append(path)
    return found


def verdicts(run: Run, target: str | Path = ".") -> dict[Path, str]:
    """What `verify` says of each file."""
    items = document(run("verify", target, "--format", "json").out)["items"]
    return {Path(one["file"]): one["verdict"] for one in items}


def text_of(path: Path) -> str:
    return "" if path.suffix in {".docx", ".pdf"} else path.read_text("utf-8")


def edited(path: Path) -> Path:
    """The file beside it, with the first figure that is read in it changed."""
    text, other = path.read_text("utf-8"), path.with_name(f"diubah{path.suffix}")
    start = text.find("<body")
    pattern = r">([^<&\d]*)\d+" if start >= 0 else r"(^|\s)([^\d\n]*)\d+"
    found = re.compile(pattern).search(text, max(start, 0))
    assert found is not None
    other.write_text(f"{text[: found.end()]}77{text[found.end() :]}", "utf-8")
    return other


def test_every_kind_that_there_is_can_be_made_again(made: dict[str, list[Path]]) -> None:
    """A template of a kind without a maker, or whose page bears no stamp, is found here."""
    assert MAKERS.keys() == TRIED.keys()
    assert made.keys() == MAKERS.keys()


def test_every_page_is_the_same_however_the_registry_goes_on(
    made: dict[str, list[Path]], run: Run, ok: Ok
) -> None:
    pages = {path for paths in made.values() for path in paths}
    found = verdicts(run)
    assert found.keys() == pages
    assert set(found.values()) == {"same"}
    ok("update", PKS, "--title", "Judul lain", "--ends", "2030-01-01", "--reason", "salah ketik")
    ok("opd", "rename", "DINKES", "--name", "Dinas Kesehatan dan Lain")
    ok("evaluate", PKS, "--period", "2024-S2", "--implementation", "penuh", "--reason", "keliru")
    ok("setting", "set", "office", "Bagian Lain")
    ok("backup")
    assert {path for path, verdict in verdicts(run).items() if verdict != "same"} == set()


@pytest.mark.parametrize("kind", MAKERS)
def test_a_figure_that_was_edited_is_named(kind: str, made: dict[str, list[Path]], run: Run) -> None:
    for path in {one.suffix: one for one in made[kind] if text_of(one)}.values():
        result = run("verify", other := edited(path), "--format", "table")
        assert result.status == 3
        head, first, *_ = result.out.splitlines()
        assert head.startswith(f"{other}: angka lain"), result.out
        assert "[angka]" in first
        assert "77" in first


def test_a_person_who_was_erased_is_named_on_each_page_that_names_them(
    made: dict[str, list[Path]], run: Run, ok: Ok
) -> None:
    naming = {path for paths in made.values() for path in paths if PERSON in text_of(path)}
    assert {kind for kind, paths in made.items() if naming & set(paths)} >= {
        "opd", "rekap", "mutu-data", "permintaan", "permintaan-pesan", "pengingat", "lembar-desk",
    }  # fmt: skip
    ok("erase", PERSON, "--reason", "diminta", "--yes")
    found = {path: verdict for path, verdict in verdicts(run).items() if text_of(path)}
    assert {
        path: verdict for path, verdict in found.items() if path not in naming and verdict != "same"
    } == {}
    assert {path: found[path] for path in naming if found[path] != "open"} == {}
    told = run("verify", next(iter(sorted(naming))), "--format", "table").out
    assert "dihapus" in told


@pytest.mark.parametrize(
    ("kind", "old", "new"),
    [
        ("paket", "with-set=package", "with-set=sulap"),
        ("paket", "with-formats=html", "with-formats=exe"),
        ("paket", "period=2024-S2", "period=20x4"),
        ("serah-terima", "kind=serah-terima", "with-files=x;with-files=9-sulap;kind=serah-terima"),
        ("serah-terima", "kind=serah-terima", "with-files=99-missing;kind=serah-terima"),
        ("serah-terima", "kind=serah-terima", "with-backup=..%2F..;kind=serah-terima"),
        ("lembar-desk", "with-due=2025-02-20", "with-due=besok"),
        ("lembar-desk", "with-due=2025-02-20", "with-due="),
        ("mutu-data", "kind=mutu-data", "with-today=kapan;kind=mutu-data"),
        ("mutu-data", "kind=mutu-data", "with-field=sulap;kind=mutu-data"),
        ("pengingat", "as-of=2025-01-15", "as-of=0001-01-01"),
    ],
)  # fmt: skip
def test_a_stamp_that_says_what_cannot_be_is_judged_too(
    kind: str, old: str, new: str, made: dict[str, list[Path]], run: Run
) -> None:
    """Whoever writes to the file can say anything there."""
    page = next(path for path in made[kind] if path.suffix == ".html")
    text = page.read_text("utf-8")
    assert old in text
    page.write_text(text.replace(old, new), "utf-8")
    result = run("verify", page, "--format", "json")
    assert result.status in {0, 3}
    (item,) = document(result.out)["items"]
    assert item["verdict"] in {"gone", "looks", "figures", "words"}


def test_a_lambang_that_changed_is_a_difference_of_looks(busy: Path, run: Run, ok: Ok) -> None:
    pytest.importorskip("typst")
    picture = busy.parent / "lambang.png"
    picture.write_bytes(png())
    ok("setting", "set", "lambang", "lambang.png")
    ok(*_REPORT, "html,docx,pdf,txt", "--period", "2024-S2", "--kind", "surat-pengantar")
    assert set(verdicts(run, "laporan").values()) == {"same"}
    picture.write_bytes(png(6))
    found = document(run("verify", "laporan", "--format", "json").out)["items"]
    assert {Path(one["file"]).suffix: one["verdict"] for one in found} == {
        ".html": "looks", ".docx": "looks", ".pdf": "looks", ".txt": "same",
    }  # fmt: skip
    assert all("lambang berubah" in one["note"] for one in found if one["verdict"] == "looks")
    picture.unlink()
    assert set(verdicts(run, "laporan").values()) == {"looks", "same"}


def test_a_request_that_says_the_same_is_not_written_anew(busy: Path, run: Run, ok: Ok) -> None:
    """It stays with the act that it names, and no second file comes beside it."""
    assert busy.exists()
    asked = ("quality", "--ask", "--opd", "DIKBUD", "--out", "diminta")
    first = ok(*asked)
    before = {path: path.read_bytes() for path in Path("diminta").iterdir()}
    ok("opd", "add", "DLH", "--name", "Dinas Lingkungan Hidup")
    assert ok(*asked) == first
    assert {path: path.read_bytes() for path in Path("diminta").iterdir()} == before
    ok("opd", "rename", "DIKBUD", "--name", "Dinas Pendidikan")
    assert ok(*asked) != first
    assert set(verdicts(run, "diminta").values()) == {"same"}


def test_a_message_that_is_read_without_its_last_line_says_nothing_of_its_making(
    made: dict[str, list[Path]], run: Run
) -> None:
    path = made["pengingat-pesan"][0]
    text = path.read_text("utf-8").rstrip()
    body, _, last = text.rpartition("\n")
    assert len(last) < 170
    assert not re.search("kskd|only-|with-", text)
    path.write_text(body, "utf-8")
    assert run("verify", path).status == 1
