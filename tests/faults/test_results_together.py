"""A report that fails half-way leaves the old set whole, or the new one; tables run no formula anywhere."""

from __future__ import annotations

import zipfile
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from kskd import system
from kskd.errors import InputFileError
from kskd.interchange import sets
from kskd.interchange.sheets.xlsxfile import workbook_of

from ..conftest import invoke, succeed

if TYPE_CHECKING:
    from collections.abc import Callable

    from ..conftest import Result

    Run = Callable[..., Result]
    Ok = Callable[..., str]

pytestmark = pytest.mark.slow

REPORT = ("report", "--period", "2024-S2", "--out", "laporan")
# Commands that write a set, and at which of their calls one after the other something fails.
SETS = {
    "report": (REPORT, 1),
    "package": (("package", "--period", "2024-S2", "--out", "laporan"), 9),
    "handover": (("handover", "--out", "laporan"), 17),
}


def _all(folder: Path) -> dict[str, bytes]:
    return {str(path.relative_to(folder)): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


@pytest.mark.parametrize("command", SETS)
@pytest.mark.parametrize("call", ["new_file", "sync", "give_name", "replace", "sync_file"])
@pytest.mark.parametrize(
    "kind", [OSError(5, "EIO"), OSError(28, "ENOSPC"), KeyboardInterrupt()], ids=["EIO", "ENOSPC", "Ctrl-C"]
)
def test_a_set_that_fails_is_the_old_one_or_the_new(
    call: str, kind: BaseException, command: str, office: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """At each of its calls in turn, the files of a new unit among them."""
    args, step = SETS[command]
    succeed(*args)
    old = _all(Path("laporan"))
    succeed("update", "KB-2024-001", "--title", "Judul lain", "--reason", "uji")
    succeed("add-mou", "--scheme", "ksdpk", "--title", "Baru", "--partner", "PT Maju Contoh", "--opd",
       "DIKBUD", "--signed", "2024-03-01", "--years", "2")  # fmt: skip
    made = getattr(system, call)
    for at in range(1, 1000, step):
        count = 0

        def failing(*args: object, at: int = at, **more: object) -> object:
            nonlocal count
            count += 1
            if count == at:
                raise kind
            return made(*args, **more)

        with monkeypatch.context() as patch:
            patch.setattr(system, call, failing)
            status = invoke(*args).status
        now = _all(Path("laporan"))
        assert not [name for name in now if name.endswith(".baru")]
        if status == 0:
            break
        assert now == old, (call, at)
    assert status == 0
    assert len(now) > len(old)
    assert at > 1


def test_a_template_that_fails_at_the_last_page_leaves_the_old_set(office: Path, run: Run, ok: Ok) -> None:
    ok(*REPORT)
    old = _all(Path("laporan"))
    ok("update", "KB-2024-001", "--title", "Judul lain", "--reason", "uji")
    Path("templat/html").mkdir(parents=True)
    Path("templat/html/index.html.j2").write_text("{{ page.tiada }}", "utf-8")
    assert run(*REPORT, "--templates", "templat").status == 1
    assert _all(Path("laporan")) == old


def test_a_link_among_the_files_is_replaced_or_stays(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "asal").write_bytes(b"asal")
    (tmp_path / "a").symlink_to("asal")
    made = system.replace
    with monkeypatch.context() as patch:
        patch.setattr(system, "replace", lambda one, two: made(one, two) if two.name != "b" else _fail())
        with pytest.raises(Exception, match="tidak dapat ditulis"):
            sets.write_set(tmp_path, [(tmp_path / "a", b"1"), (tmp_path / "b", b"2")])
    assert (tmp_path / "a").is_symlink()
    assert sorted(path.name for path in tmp_path.iterdir()) == ["a", "asal"]
    assert sets.write_set(tmp_path, [(tmp_path / "a", b"1"), (tmp_path / "b", b"2")]) == 2
    assert (tmp_path / "asal").read_bytes() == b"asal"
    assert sets.write_set(tmp_path, [(tmp_path / "a", b"1"), (tmp_path / "b", b"2")]) == 0


def _fail() -> None:
    raise OSError(5, "EIO")


@pytest.mark.parametrize("sign", ["=", "+", "-", "@", "＝"])
@pytest.mark.parametrize("form", ["csv", "tsv"])
def test_no_table_runs_a_formula(form: str, sign: str, office: Path, ok: Ok) -> None:
    name = f"{sign}HYPERLINK(1)"
    ok("partner", "add", "--kind", "perusahaan", "--", name)
    told = ok("partner", "list", "--format", form)
    assert f"'{name}" in told
    assert not any(cell.startswith(name) for line in told.splitlines() for cell in line.split("\t"))


def test_a_text_of_a_negative_number_is_no_text(tmp_path: Path) -> None:
    """In Python -1 is the last one."""
    book = tmp_path / "buku.xlsx"
    main = 'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"'
    links = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
    package = "http://schemas.openxmlformats.org/package/2006/relationships"
    for index in ("0", "-1"):
        with zipfile.ZipFile(book, "w") as archive:
            archive.writestr(
                "xl/workbook.xml",
                f'<workbook {main} xmlns:r="{links}"><sheets><sheet name="A" r:id="r1"/></sheets></workbook>',
            )
            archive.writestr(
                "xl/_rels/workbook.xml.rels",
                f'<Relationships xmlns="{package}">'
                f'<Relationship Id="r1" Type="{links}/worksheet" Target="s.xml"/>'
                f'<Relationship Id="r2" Type="{links}/sharedStrings" Target="t.xml"/></Relationships>',
            )
            archive.writestr("xl/t.xml", f"<sst {main}><si><t>rahasia</t></si></sst>")
            archive.writestr(
                "xl/s.xml",
                f'<worksheet {main}><sheetData><row><c t="s"><v>{index}</v></c></row></sheetData>'
                "</worksheet>",
            )
        if index == "0":
            assert "rahasia" in repr(workbook_of("buku.xlsx", book.read_bytes()))
            continue
        with pytest.raises(InputFileError, match="rusak"):
            workbook_of("buku.xlsx", book.read_bytes())
