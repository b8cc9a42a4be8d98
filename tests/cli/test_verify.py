"""`verify`, `report --known-on` and `--changed-since`: pages beside what was recorded when they were made."""

from __future__ import annotations

import json
import shutil
import zipfile
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from tests.cli.command_line import document

if TYPE_CHECKING:
    from tests.cli.command_line import Ok, Refused, Run

FORMATS = ("md", "html", "docx", "json", "pdf")
MADE = ("report", "--period", "2024-S2", "--as-of", "2025-01-15", "--out", "laporan")
LATER = str(1_738_400_000)  # 1 February 2025
SHEET = Path("laporan/2024-S2/DINKES.md")


@pytest.fixture
def made(busy: Path, ok: Ok) -> Path:
    """Pages of the registry ``busy`` in every format."""
    pytest.importorskip("typst")
    ok(*MADE, "--kind", "ringkasan,opd,rekap,indeks", "--format", ",".join(FORMATS))
    return busy.parent / "laporan" / "2024-S2"


def verdicts(run: Run, target: str | Path = "laporan") -> dict[str, str]:
    result = run("verify", target, "--format", "json")
    items = document(result.out)["items"]
    assert result.status == (0 if all(one["agrees"] for one in items) else 3)
    return {Path(one["file"]).name: one["verdict"] for one in items}


def differences(run: Run, target: str | Path) -> list[tuple[str, str | None, str | None]]:
    (item,) = document(run("verify", target, "--format", "json").out)["items"]
    return [(one["what"], one["in_file"], one["made_again"]) for one in item["differences"]]


def edited(path: Path, old: str, new: str) -> Path:
    """The page beside it with one text changed, in a file packed as Word packs it where it is one of Word."""
    other = path.with_name(f"diubah{path.suffix}")
    if path.suffix != ".docx":
        text = path.read_text("utf-8")
        assert old in text
        other.write_text(text.replace(old, new, 1), "utf-8")
        return other
    with zipfile.ZipFile(path) as package, zipfile.ZipFile(other, "w", zipfile.ZIP_DEFLATED) as again:
        for info in package.infolist():
            content = package.read(info).decode()
            if info.filename == "word/document.xml":
                assert old in content
                content = content.replace(old, new, 1)
            again.writestr(info.filename, content)
    return other


def test_pages_are_the_same_however_the_registry_goes_on(made: Path, run: Run, ok: Ok) -> None:
    assert set(verdicts(run).values()) == {"same"}
    ok("update", "PKS-2024-001", "--title", "Judul lain", "--reason", "salah ketik")
    ok("opd", "rename", "DINKES", "--name", "Dinas Kesehatan dan Lain")
    ok("evaluate", "PKS-2024-001", "--period", "2024-S2", "--implementation", "penuh", "--reason", "keliru")
    assert len(list(made.iterdir())) == len(verdicts(run)) == 5 * len(FORMATS)
    assert set(verdicts(run).values()) == {"same"}


@pytest.mark.parametrize("suffix", ["md", "html", "docx", "json"])
def test_an_edited_page_is_told_figures_first(made: Path, run: Run, suffix: str) -> None:
    page = edited(made / f"DINKES.{suffix}", "Pelatihan bidan desa", "Pelatihan 9 bidan kota")
    result = run("verify", page, "--format", "table")
    assert result.status == 3
    head, first, *_ = result.out.splitlines()
    assert head.endswith(": angka lain")
    assert first.startswith("  [angka] ")
    assert "Pelatihan 9 bidan kota" in first.split(" → ")[0]
    assert "Pelatihan bidan desa" in first.split(" → ")[1]
    assert "Di kiri tanda panah menurut berkas" in result.err


def test_words_that_were_changed_are_told_apart_from_figures(made: Path, run: Run) -> None:
    page = edited(made / "DINKES.docx", "Pelatihan bidan desa", "Pelatihan bidan kota")
    assert verdicts(run, page) == {"diubah.docx": "words"}


def test_a_page_of_other_looks_says_the_same(made: Path, run: Run) -> None:
    page = edited(made / "DINKES.html", "font-weight:bold", "font-weight:900")
    assert verdicts(run, page) == {"diubah.html": "looks"}
    result = run("verify", page, "--format", "table")
    assert (result.status, result.out) == (0, f"{page}: angka sama, tampilan versi lain\n")


def test_a_document_that_word_packed_anew_says_the_same(made: Path, run: Run) -> None:
    assert verdicts(run, edited(made / "DINKES.docx", "Dinas", "Dinas")) == {"diubah.docx": "looks"}


def test_what_is_filled_in_by_hand_is_named_and_no_difference(made: Path, run: Run) -> None:
    page = edited(made / "DINKES.docx", "……………………", "15 Januari 2025")
    assert verdicts(run, page) == {"diubah.docx": "open"}
    assert [what for what, *_ in differences(run, page)] == ["filled"]
    assert "diisi dengan tangan" in run("verify", page, "--format", "table").out


def test_a_pdf_is_the_same_or_not_read(made: Path, run: Run) -> None:
    page = made / "diubah.pdf"
    content = (made / "DINKES.pdf").read_bytes()
    page.write_bytes(content + b"\n%%EOF")
    assert verdicts(run, page) == {"diubah.pdf": "unread"}
    page.write_bytes(content.replace(b";digest=", b";digest=0000"))
    result = run("verify", page, "--format", "table")
    assert (result.status, "bandingkan dengan cetakan baru" in result.out) == (3, True)
    page.write_bytes(content.replace(b";version=", b";version=0."))
    assert verdicts(run, page) == {"diubah.pdf": "looks"}


def test_a_page_of_another_history_is_called_so(made: Path, run: Run) -> None:
    page = edited(made / "DINKES.md", ";seal=", ";seal=f00d")
    assert verdicts(run, page) == {"diubah.md": "foreign"}
    page = edited(made / "DINKES.md", ";act=", ";act=9")
    assert verdicts(run, page) == {"diubah.md": "foreign"}
    assert run("verify", page).status == 3


def test_a_page_that_is_not_made_any_more_is_called_so(made: Path, run: Run) -> None:
    for old, new in (
        (";kind=opd", ";kind=sulap"),
        ("%2FDINKES", "%2FDINAS"),
        (";period=2024", ";period=20x4"),
    ):
        assert verdicts(run, edited(made / "DINKES.md", old, new)) == {"diubah.md": "gone"}


def test_what_was_erased_since_is_named(made: Path, ok: Ok, run: Run) -> None:
    ok("add-mou", "--scheme", "ksdpk", "--title", "Pelatihan", "--partner", "Fulan bin Contoh",
       "--partner-kind", "perseorangan", "--new", "--opd", "DIKBUD", "--signed", "2024-03-20",
       "--years", "5")  # fmt: skip
    shutil.rmtree(made)
    ok(*MADE, "--kind", "opd,ringkasan", "--format", "md,html,docx,json")
    ok("erase", "Fulan bin Contoh", "--reason", "diminta", "--yes")
    found = verdicts(run)
    assert {name for name, verdict in found.items() if verdict == "open"} >= {"DIKBUD.md", "DIKBUD.docx"}
    assert set(found.values()) == {"open", "same"}
    ((what, old, new), *_) = differences(run, made / "DIKBUD.md")
    assert (what, "Fulan bin Contoh" in str(old), "[dihapus]" in str(new)) == ("erased", True, True)


def test_a_file_that_says_nothing_of_its_making_is_refused_and_in_a_folder_passed_over(
    made: Path, run: Run, refused: Refused
) -> None:
    (made / "catatan.md").write_text("Catatan.\n", "utf-8")
    assert "kskd report" in refused("verify", made / "catatan.md")
    assert "dibuat ulang" in refused("verify", "kskd.db")
    result = run("verify", "laporan")
    assert (result.status, "catatan.md" in result.err) == (0, True)
    shutil.rmtree(made)
    made.mkdir()
    assert "halaman" in refused("verify", "laporan")
    refused("verify", "tidak-ada")


def test_a_broken_document_is_told_without_hiding_the_others(made: Path, run: Run, refused: Refused) -> None:
    (made / "DINKES.docx").write_bytes(b"PK\x03\x04")
    assert verdicts(run)["DINKES.docx"] == "broken"
    assert verdicts(run)["DIKBUD.docx"] == "same"
    refused("verify", made / "DINKES.docx")
    (made / "DINKES.json").write_text('{"made_from": "' + _stamp(made) + '", "items": [3]}', "utf-8")
    refused("verify", made / "DINKES.json")


def _stamp(made: Path) -> str:
    return str(json.loads((made / "DINKES.json").read_text("utf-8"))["made_from"])


def test_a_page_of_chosen_documents_is_made_again_of_the_same(busy: Path, ok: Ok, run: Run) -> None:
    assert busy.exists()
    ok(*MADE, "--scheme", "ksdpk", "--partner", "Universitas Contoh", "--kind", "ringkasan")
    ok(*MADE[:-1], "satu", "--opd", "DINKES", "--assume-reported")
    assert set(verdicts(run).values()) == set(verdicts(run, "satu").values()) == {"same"}


def test_an_offices_own_words_are_named_where_they_are_not_said(
    busy: Path, ok: Ok, run: Run, tmp_path: Path
) -> None:
    assert busy.exists()
    ok("templates", "eject", "templat")
    words = tmp_path / "templat" / "kinds" / "_kata.j2"
    words.write_text(words.read_text("utf-8").replace("Belum", "Sama sekali belum"), "utf-8")
    ok(*MADE, "--kind", "opd", "--templates", "templat")
    result = run("verify", SHEET, "--templates", "templat", "--format", "json")
    assert document(result.out)["items"][0]["verdict"] == "same"
    (item,) = document(run("verify", SHEET, "--format", "json").out)["items"]
    assert item["verdict"] == "same" or "--templates" in item["note"]


# -- what was recorded then --------------------------------------------------------------------------------


def test_known_on_goes_back_to_what_was_recorded_by_the_end_of_that_day(
    busy: Path, ok: Ok, run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = ok("recap", "--period", "2024-S2", "--format", "csv")
    steps = ok("sebanding", "--period", "2024-S2", "--format", "csv")
    ok(*MADE, "--kind", "opd")
    page = SHEET.read_text("utf-8")
    day = document(ok("log", "--format", "json"))["items"][0]["at"][:10]
    monkeypatch.setenv("SOURCE_DATE_EPOCH", LATER)
    ok("add-mou", "--scheme", "ksdpk", "--title", "Baru", "--partner", "Universitas Contoh",
       "--opd", "DINKES", "--signed", "2024-11-20", "--years", "5")  # fmt: skip
    ok("derive-pks", "KB-2024-002", "--title", "Turunan", "--signed", "2024-11-21", "--years", "2")
    assert ok("recap", "--period", "2024-S2", "--as-of", "2025-01-15", "--format", "csv") != before
    known = ("--known-on", day, "--format", "csv")
    assert ok("recap", "--period", "2024-S2", *known) == before
    assert ok("sebanding", "--period", "2024-S2", *known) == steps
    ok(*MADE, "--kind", "opd", "--known-on", day)
    then = SHEET.read_text("utf-8")
    assert "menurut catatan sampai" in then
    assert then.split("---\n\nKeadaan")[0] == page.split("---\n\nKeadaan")[0]
    assert verdicts(run) == {
        "DIKBUD.html": "same",
        "DIKBUD.md": "same",
        "DINKES.html": "same",
        "DINKES.md": "same",
    }


def test_a_day_without_any_record_is_refused(busy: Path, refused: Refused) -> None:
    assert busy.exists()
    for command in (("recap", "--period", "2024-S2"), ("sebanding", "--period", "2024-S2"), MADE):
        assert "belum ada yang tercatat" in refused(*command, "--known-on", "1999-12-31")
        assert "belum tiba" in refused(*command, "--known-on", "2099-12-31")


@pytest.mark.parametrize("since", ["{day}", "{month}"])
def test_what_changed_since_is_listed_by_page_figures_first(
    busy: Path, ok: Ok, monkeypatch: pytest.MonkeyPatch, since: str
) -> None:
    assert busy.exists()
    day = document(ok("log", "--format", "json"))["items"][0]["at"][:10]
    since = since.format(day=day, month=day[:7])
    monkeypatch.setenv("SOURCE_DATE_EPOCH", LATER)
    asked = (*MADE, "--changed-since", since)
    assert document(ok(*asked, "--format", "json"))["items"] == []
    ok("evaluate", "PKS-2024-001", "--period", "2024-S2", "--implementation", "penuh", "--reason", "keliru")
    found = document(ok(*asked, "--format", "json"))["items"]
    assert {one["page"] for one in found} >= {"2024-S2/ringkasan", "2024-S2/DINKES", "2024-S2/rekap"}
    of_sheet = [one for one in found if one["page"] == "2024-S2/DINKES"]
    assert of_sheet[0]["what"] == "figures" or all(one["what"] == "words" for one in of_sheet)
    assert "ebagian" in str(of_sheet)
    assert not Path("laporan").exists(), "nothing is written"
    text = ok(*asked, "--format", "table")
    assert "2024-S2/DINKES:\n  [" in text


def test_a_page_that_came_since_is_told_as_one(busy: Path, ok: Ok, monkeypatch: pytest.MonkeyPatch) -> None:
    assert busy.exists()
    day = document(ok("log", "--format", "json"))["items"][0]["at"][:10]
    monkeypatch.setenv("SOURCE_DATE_EPOCH", LATER)
    ok("opd", "add", "DLH", "--name", "Dinas Lingkungan Hidup")
    ok("add-mou", "--scheme", "ksdpk", "--title", "Baru", "--partner", "Universitas Contoh",
       "--opd", "DLH", "--signed", "2024-11-20", "--years", "5")  # fmt: skip
    found = document(ok(*MADE, "--kind", "opd", "--changed-since", day, "--format", "json"))["items"]
    assert [one for one in found if one["page"] == "2024-S2/DLH"] == [
        {"page": "2024-S2/DLH", "what": "words", "part": None, "before": None, "after": "halaman ini dibuat"}
    ]


def test_changes_are_not_told_of_an_earlier_record(busy: Path, refused: Refused) -> None:
    assert busy.exists()
    refused(*MADE, "--changed-since", "2024-S1", "--known-on", "2024-12-31", status=2)


# -- what a page has ---------------------------------------------------------------------------------------


def test_a_page_names_the_head_of_its_history(made: Path, ok: Ok) -> None:
    act = document(ok("log", "--format", "json"))["items"][0]["act"]
    head = document(ok("log", "--verify", "--format", "json"))["head"]
    told = f"catatan {act}, segel {head[:4]} {head[4:8]}"
    assert f"riwayat {told}" in (made / "DINKES.md").read_text("utf-8")
    assert f"riwayat {told}" in (made / "DINKES.html").read_text("utf-8")
    assert told in zipfile.ZipFile(made / "DINKES.docx").read("word/footer1.xml").decode()


def test_the_tree_of_a_page_is_one_json_document(made: Path) -> None:
    told = json.loads((made / "DINKES.json").read_text("utf-8"))
    assert (told["schema"], told["as_of"], told["kind"]) == ("kskd/page/1", "2025-01-15", "opd")
    assert {one["part"] for one in told["items"]} >= {"title", "message", "table"}
    assert '""' not in (made / "DINKES.json").read_text("utf-8"), "what is not said is null"
    assert told["digest"] in (made / "DINKES.md").read_text("utf-8")


def test_a_page_that_says_the_same_stays_with_the_history_that_it_names(made: Path, ok: Ok, run: Run) -> None:
    before = {path.name: path.read_bytes() for path in made.iterdir()}
    ok("opd", "rename", "DINKES", "--name", "Dinas Kesehatan dan Lain")
    ok(*MADE, "--kind", "ringkasan,opd,rekap,indeks", "--format", ",".join(FORMATS))
    after = {path.name: path.read_bytes() for path in made.iterdir()}
    same = {name for name in before if before[name] == after[name]}
    assert same >= {f"DIKBUD.{suffix}" for suffix in FORMATS}
    assert not same & {f"DINKES.{suffix}" for suffix in FORMATS}
    assert set(verdicts(run).values()) == {"same"}


def test_a_page_of_another_registry_does_not_stay(made: Path, ok: Ok) -> None:
    page = edited(made / "DIKBUD.md", ";seal=", ";seal=f00d")
    content = page.read_text("utf-8").replace(";act=", ";act=1")
    (made / "DIKBUD.md").write_text(content, "utf-8")
    ok(*MADE, "--kind", "opd")
    assert ";seal=f00d" not in (made / "DIKBUD.md").read_text("utf-8")
