"""Text that other programs would act on: kept as typed, given back as typed, shown as typed."""

from __future__ import annotations

import re
import shutil
from pathlib import Path
from typing import TYPE_CHECKING
from unicodedata import normalize

import pytest

from tests.cli.command_line import Ok, Run, document, on_screen, table

if TYPE_CHECKING:
    from tests.conftest import Once

pytestmark = pytest.mark.slow

NASTY = [
    # Rich markup
    "[/]", "[/red] satu", "[bold]dua[/bold]", "[link=https://contoh.invalid]tiga[/link]",
    "[kab. x] empat", ":warning: lima", ":smile: [a]", "[@click=app.quit]enam[/]", "[red", "\\[tujuh]",
    "[[delapan]]", "[/etc/passwd]",
    # HTML and XML
    "<b>sembilan</b>", "<script>alert(1)</script>", "<img src=x onerror=alert(2)>", "&lt;sepuluh&gt;",
    "&amp; &#60;", "]]> sebelas", "\" onmouseover=\"dua belas", "<!-- tiga belas -->",
    "javascript:alert(3)",
    # Markdown
    "| empat belas |", "**lima belas**", "_enam belas_", "`tujuh belas`", "# delapan belas",
    "> sembilan belas", "[dua puluh](https://contoh.invalid/a)",
    "![gambar](https://contoh.invalid/b.png)", "https://contoh.invalid/c", "surat@contoh.invalid",
    "~~coret~~", "--- garis", "\\| garis", "1. satu", "- butir", "www.contoh.invalid",
    # spreadsheets
    "=1+1", "=HYPERLINK(\"https://contoh.invalid\")", "+62 811", "-5 derajat", "@SUM(A1)", "＝cmd",
    "'kutip", "=cmd|' /C calc'!A0",
    # quotes and formats
    "\"kutip ganda\"", "'", "\"", "a\"\"b", "koma, titik; dua", "%s %d %(x)s", "{0} {x!r}", "{{ 7*7 }}",
    "{% raw %}", "$HOME $(id)", "`id`", "\\n \\x1b \\u202e", "C:\\Users", "../../etc/passwd", "~/x",
    "--help", "NULL", "null", "true", "0", "1e999",
    # SQL
    "'; DROP TABLE agreement; --", "' OR '1'='1", "x' UNION SELECT 1 --", "% _ *",
    # letters of the world
    "Dinas\u00a0Sosial", "kafe\u0301", "ÉCOLE", "İstanbul ẞ ǅ", "日本語の題", "مذكرة تفاهم", "שלום עולם",
    "हिन्दी", "😀 sukses", "🇮🇩 Merah", "ﬁ ligatur", "Ａ lebar", "1\u20442 takaran", "  banyak   spasi  ",
    "tab\tdi tengah", "K" * 190, "pan-" * 45, "a" * 60 + "|" + "b" * 60,
]  # fmt: skip
IDS = [f"{at}-{re.sub(r'[^A-Za-z0-9]+', '-', text)[:20]}" for at, text in enumerate(NASTY)]
FORMULA = ("=", "+", "-", "@", "＝")
EVERY = pytest.mark.parametrize("at", range(len(NASTY)), ids=IDS)


def kept(text: str) -> str:
    """The text after cleaning: composed, and every run of white space one space."""
    return " ".join(normalize("NFC", text).split())


def partner(at: int) -> str:
    return kept(f"{NASTY[at]} mitra{at}")


@pytest.fixture
def full(desk: Path, ok: Ok, once: Once) -> Path:
    """A registry with every nasty text as title, note, scope, obstacle, effort, OPD and partner."""

    def fill() -> None:
        shutil.copy(desk, "kskd.db")
        for at, text in enumerate(NASTY):
            ok("opd", "add", f"N{at}", f"--name={text} opd{at}", "--new")
            ok("add-mou", "--scheme=ksdpk", f"--title={text}", f"--partner={text} mitra{at}", "--new",
               f"--opd=N{at}",
               f"--note={text}", f"--scope={text}", f"--number={text[:80]} {at}", "--signed=2024-02-20",
               f"--signer={text}")  # fmt: skip
            ok("evaluate", _id(at), "--period=2024-S2", f"--obstacle={text}", f"--effort={text}",
               f"--note={text}", f"--filler={text}")  # fmt: skip

    shutil.copy(once("nasty", fill) / "kskd.db", desk)
    return desk


@pytest.fixture
def wide(monkeypatch: pytest.MonkeyPatch) -> None:
    """A terminal so wide that no cell is folded."""
    monkeypatch.setenv("COLUMNS", "2000")
    monkeypatch.setenv("TERM", "xterm-256color")


def _id(at: int) -> str:
    return f"KB-2024-{at + 2:03}"


def test_listings_give_every_text_back_as_it_was_typed(full: Path, ok: Ok) -> None:
    """JSON, TSV and CSV hold the very text; tables with an apostrophe before what starts a formula."""
    expected = {_id(at): (kept(text), partner(at)) for at, text in enumerate(NASTY)}
    items = document(ok("list", "--format", "json", "--doc", "kb"))["items"]
    assert {one["id"]: (one["title"], *one["partners"]) for one in items if one["id"] in expected} == expected
    disarmed = {code: tuple(map(_disarmed, texts)) for code, texts in expected.items()}
    for form, separator in (("tsv", "\t"), ("csv", ",")):
        rows = table(ok("list", "--format", form, "--doc", "kb"), separator)
        assert {
            row["id"]: (row["title"], row["partners"]) for row in rows if row["id"] in expected
        } == disarmed


def _disarmed(text: str) -> str:
    return f"'{text}" if text.startswith(FORMULA) else text


def test_names_of_opd_and_partners_come_back_as_typed(full: Path, ok: Ok) -> None:
    opds = {one["code"]: one["name"] for one in document(ok("opd", "list", "--format", "json"))["items"]}
    assert [opds[f"N{at}"] for at in range(len(NASTY))] == [
        kept(f"{text} opd{at}") for at, text in enumerate(NASTY)
    ]
    names = {one["name"] for one in document(ok("partner", "list", "--format", "json"))["items"]}
    assert {partner(at) for at in range(len(NASTY))} <= names


@EVERY
def test_show_gives_every_text_back_as_it_was_typed(at: int, full: Path, ok: Ok) -> None:
    text = kept(NASTY[at])
    read = document(ok("show", _id(at), "--format", "json"))
    assert (read["title"], read["note"], read["scope"]) == (text, text, [text])
    (obstacle,) = read["obstacles"]
    assert (obstacle["text"], obstacle["efforts"][0]["text"]) == (text, text)
    (evaluation,) = read["evaluations"]
    assert (evaluation["note"], evaluation["filler"]) == (text, text)
    assert read["parties"][0]["signer_office"] == text
    rows = table(ok("show", _id(at), "--format", "tsv"))
    assert {row["value"] for row in rows if row["field"] in {"Judul", "Catatan", "Ruang lingkup 1"}} == {
        _disarmed(text)
    }


@EVERY
def test_a_document_is_found_by_the_title_as_it_was_typed(at: int, full: Path, ok: Ok) -> None:
    found = {row["id"] for row in table(ok("search", "--", NASTY[at]))}
    assert _id(at) in found


@EVERY
def test_a_partner_is_found_by_the_name_as_it_was_typed(at: int, full: Path, ok: Ok) -> None:
    (row,) = document(ok("partner", "show", "--format", "json", "--", f"{NASTY[at]} mitra{at}"))["items"]
    assert row["name"] == partner(at)


@EVERY
def test_the_same_text_again_is_no_change(at: int, full: Path, run: Run) -> None:
    before = full.read_bytes()
    result = run("update", _id(at), f"--title={NASTY[at]}", f"--note={NASTY[at]}", f"--opd=N{at}")
    assert (result.status, result.err) == (0, "Tidak ada yang berubah.\n")
    assert full.read_bytes() == before


def _squeezed(text: str) -> str:
    return "".join(text.split())


def _plain(screen: str) -> str:
    """What is left without SGR, which must be printable."""
    rest = re.sub(r"\x1b\[[0-9;]*m", "", screen)
    assert sorted({char for char in rest if not char.isprintable() and char != "\n"}) == []
    return rest


def test_tables_on_a_terminal_show_every_text_as_typed(full: Path, wide: None) -> None:
    shown = _plain(on_screen("list", "--sort", "id"))
    assert "\x1b[" in on_screen("list", "--limit", "2")
    lines = {line.split()[0]: line for line in shown.splitlines() if line.startswith("KB-")}
    assert [text for at, text in enumerate(NASTY) if kept(text) not in lines[_id(at)]] == []
    opds = _plain(on_screen("opd", "list"))
    assert [text for at, text in enumerate(NASTY) if kept(f"{text} opd{at}") not in opds] == []
    names = _plain(on_screen("partner", "list"))
    assert [text for at, text in enumerate(NASTY) if partner(at) not in names] == []


@EVERY
def test_show_on_a_terminal_shows_the_text_as_typed(at: int, full: Path) -> None:
    shown = _squeezed(_plain(on_screen("show", _id(at))))
    text = _squeezed(kept(NASTY[at]))
    assert f"Judul{text}Naskah" in shown
    assert f"Catatan{text}" in shown
    assert _squeezed(_plain(on_screen("log", _id(at), "--limit", "3"))).count(text[:60]) >= 3


@EVERY
def test_talk_about_the_text_is_printable(at: int, full: Path, run: Run) -> None:
    told = run("update", _id(at), "--title=Judul baru", "--reason=uji").err
    assert told.replace("\n", "").isprintable()
    assert f"Judul: {kept(NASTY[at])} → Judul baru" in told


def _read_markdown(cell: str) -> str:
    """What a reader of the Markdown sees: escapes and entities undone."""
    plain = re.sub(r"\\([!-/:-@\[-`{-~])", r"\1", cell)
    for entity, sign in (("&lt;", "<"), ("&gt;", ">"), ("&amp;", "&")):
        plain = plain.replace(entity, sign)
    return plain


def test_markdown_shows_every_text_as_typed_and_runs_nothing(full: Path, ok: Ok) -> None:
    for line in ok("list", "--format", "md", "--sort", "id", "--doc", "kb").splitlines()[2:]:
        cells = [cell.strip() for cell in re.split(r"(?<!\\)(?:\\\\)*\|", line)[1:-1]]
        assert len(cells) == 7, line
        at = int(cells[0].rsplit("-", 1)[1]) - 2
        if cells[0].startswith("KB-2024") and at >= 0:
            assert _read_markdown(cells[1]) == kept(NASTY[at])
        assert "<" not in line
        assert re.findall(r"(?i)\b(https?://|www\.|[a-z]+@[a-z]+\.)", line) == [], "an address becomes a link"


def test_show_in_csv_disarms_every_formula(full: Path, ok: Ok) -> None:
    for at, text in enumerate(NASTY):
        if text.startswith(FORMULA):
            rows = table(ok("show", _id(at), "--format", "csv"), ",")
            assert {row["value"] for row in rows if row["field"] == "Judul"} == {f"'{kept(text)}"}


def test_file_names_may_be_nasty(desk: Path, ok: Ok) -> None:
    """A file's name is data like any other."""
    for at, name in enumerate(["[bold]x.pdf", "=1+1.pdf", "a b'c\".pdf", "é –.pdf", "-x.pdf"]):
        Path(name).write_bytes(b"isi")
        ok("update", "PKS-2024-001", f"--file={name}")
        assert document(ok("show", "PKS-2024-001", "--format", "json"))["files"][-1]["size"] == 3
        assert len(document(ok("show", "PKS-2024-001", "--format", "json"))["files"]) == at + 1
