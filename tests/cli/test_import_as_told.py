"""What ``list --columns all`` or a filled template tells of documents, an import makes the same of."""

from __future__ import annotations

import csv
import json
import shutil
from io import StringIO
from pathlib import Path
from typing import TYPE_CHECKING, Any

import openpyxl
import pytest

from kskd.importing.concepts import NOT_TOLD
from tests.cli.every_field import ENTRIES, OFFICE, cells_of, command_of
from tests.cli.filled_template import fill
from tests.cli.kept_states import SAME_TITLE, STATES
from tests.cli.told_documents import by_title, empty_like, listed, shown, shuffled, told_of
from tests.conftest import fill_office, invoke, succeed

if TYPE_CHECKING:
    from collections.abc import Callable

    from tests.cli.command_line import Ok
    from tests.conftest import Once

    Kept = Callable[[str], dict[str, dict[str, Any]]]


def _enter_state(name: str, commands: tuple[tuple[str, ...], ...]) -> None:
    one = made = ""
    for words in commands:
        given = [word.format(id=one, made=made, last=made.rpartition("-")[2]) for word in words]
        if words[0] in {"add-mou", "derive-pks"} and "--title" not in words:
            given += ["--title", SAME_TITLE.get(name, f"Keadaan {name}")]
        made = succeed(*given).split()[0] if words[0] not in {"void", "update", "end"} else made
        if words[0] in {"void", "update", "end"}:
            succeed(*given)
        one = one or made


def _fill_told() -> None:
    fill_office()
    Path("naskah.pdf").write_bytes(b"%PDF-1.4")
    succeed("opd", "add", "BAPPEDA", "--name", "Badan Perencanaan")
    for kind, key in (("text", "teks"), ("number", "angka"), ("date", "hari"), ("money", "uang")):
        succeed("field", "add", key, "--label", f"isian {key}", "--kind", kind)
    succeed(
        "field",
        "add",
        "pilih",
        "--label",
        "rumpun",
        "--kind",
        "choice",
        "--choice",
        "Sosial",
        "--choice",
        "Sains",
    )
    for entry in ENTRIES.values():
        succeed(*command_of(entry))
    for name, commands in STATES.items():
        _enter_state(name, commands)
    empty_like("kskd.db")
    Path("daftar.csv").write_text(listed("kskd.db"), "utf-8")
    for one in ("lain", "acak"):
        shutil.copy("kosong.db", f"{one}.db")
    done = invoke("import", "daftar.csv", "--yes", "--no-input", "--db", "lain.db")
    Path("lain.txt").write_text(f"{done.status}\n{done.out}{done.err}", "utf-8")
    shuffled("daftar.csv", "acak.csv")
    done = invoke("import", "acak.csv", "--yes", "--no-input", "--db", "acak.db")
    Path("acak.txt").write_text(f"{done.status}\n{done.out}{done.err}", "utf-8")
    _fill_templates()


@pytest.fixture(scope="session")
def told(once: Once) -> Path:
    """A registry with a document for each field and state, its list, and what an import made of that."""

    return once("told", _fill_told)


def _fill_templates() -> None:
    """The template filled with what commands told of each entry, as CSV and as a workbook, and imported."""
    Path("naskah.pdf").write_bytes(b"%PDF-1.4")
    for name, kind in (("isian", "csv"), ("buku", "xlsx")):
        shutil.copy("kosong.db", f"{name}.db")
        succeed("import", "--template", f"{name}.{kind}", "--db", f"{name}.db")
    rows = [cells_of(entry) for entry in (*OFFICE, *ENTRIES.values())]
    heads = Path("isian.csv").read_text("utf-8-sig").strip().split(";")
    unknown = {key for row in rows for key in row}.difference(heads)
    assert not unknown, unknown
    with Path("isian.csv").open("w", encoding="utf-8-sig", newline="") as file:
        csv.writer(file, delimiter=";").writerows(
            [heads, *([row.get(head, "") for head in heads] for row in rows)]
        )
    book = openpyxl.load_workbook("buku.xlsx")
    page = book["Naskah"]
    for at, row in enumerate(rows, 2):
        for column, head in enumerate(heads, 1):
            if head in row:
                page.cell(at, column).value = row[head]
                page.cell(at, column).data_type = "s"
    book.save("buku.xlsx")
    shutil.copy("kosong.db", "penuh.db")
    fill("penuh.xlsx", "kskd.db")
    for name in ("isian.csv", "buku.xlsx", "penuh.xlsx"):
        registry = Path(name).stem
        done = invoke("import", name, "--yes", "--no-input", "--db", f"{registry}.db")
        Path(f"{registry}.txt").write_text(f"{done.status}\n{done.out}{done.err}", "utf-8")


NO_TEMPLATE_TELLS = {
    "below": "that it has not what its parent has",
    "condition-later": "a length that says nothing of the end",
    "draft-begun": "that what has begun is not signed",
    "no-amount": "an amount of nothing, which in a list is one that nobody knows",
    "own-fields": "the same of a field of the office's own",
    "number-of-two": "one number in which a semicolon stands",
    "open-after-length": "a length without an end",
    "partner-of-two-names": "that the kind of a partner is not known where its name tells it",
}
"""States to which only corrections lead, and what an office means otherwise when it types it in a list."""


@pytest.fixture(scope="session")
def kept(told: Path) -> Kept:
    """The documents of a registry of that folder, read once."""
    read: dict[str, dict[str, dict[str, Any]]] = {}

    def of(name: str) -> dict[str, dict[str, Any]]:
        if name not in read:
            read[name] = shown(told / f"{name}.db")
        return read[name]

    return of


def _entered(one: dict[str, Any]) -> dict[str, Any]:
    """The same without what other documents tell of it."""
    others = {"children", "successor", "relations"} if one["title"] not in {"Isian relates"} else set()
    return {key: value for key, value in told_of(one).items() if key not in others}


def _titles() -> list[str]:
    found = [entry.title for entry in ENTRIES.values()]
    return [*found, *(f"Keadaan {name}" for name in STATES if name not in SAME_TITLE)]


@pytest.mark.parametrize("registry", ["lain", "acak"])
def test_all_is_taken_also_of_shuffled_rows_and_columns(registry: str, told: Path) -> None:
    status, *said = (told / f"{registry}.txt").read_text("utf-8").splitlines()
    assert (status, said[1]) == (
        "0",
        f"baru\t{len(list(csv.reader(StringIO(listed(told / 'kskd.db'))))) - 1}",
    )


@pytest.mark.parametrize("registry", ["lain", "acak"])
def test_no_document_comes_or_goes(registry: str, kept: Kept) -> None:
    assert set(kept(registry)) == set(kept("kskd"))
    assert set(_titles()) <= set(kept("kskd"))


@pytest.mark.parametrize("title", _titles())
@pytest.mark.parametrize("registry", ["lain", "acak"])
def test_each_document_is_the_same(registry: str, title: str, kept: Kept) -> None:
    assert told_of(kept(registry)[title]) == told_of(kept("kskd")[title])


@pytest.mark.parametrize("registry", ["lain", "acak"])
def test_every_document_is_the_same_to_the_last_column(registry: str, told: Path) -> None:
    lists = [by_title(listed(told / f"{name}.db")) for name in ("kskd", registry)]
    assert lists[0] == lists[1]


@pytest.mark.parametrize("registry", ["isian", "buku"])
def test_all_of_a_filled_template_is_taken(registry: str, told: Path) -> None:
    status, *said = (told / f"{registry}.txt").read_text("utf-8").splitlines()
    assert (status, said[1]) == ("0", f"baru\t{len(ENTRIES) + len(OFFICE)}"), "\n".join(said[-40:])


@pytest.mark.parametrize("title", [entry.title for entry in ENTRIES.values()])
@pytest.mark.parametrize("registry", ["isian", "buku"])
def test_a_row_of_the_template_is_the_same_document(registry: str, title: str, kept: Kept) -> None:
    assert _entered(kept(registry)[title]) == _entered(kept("kskd")[title])


def _told_alike(registry: str | Path) -> list[dict[str, str]]:
    """What the list tells of each document but void ones."""
    return [row for row in by_title(listed(registry)) if row["status"] != "void"]


def test_the_template_filled_with_a_registry_makes_the_same_documents(told: Path) -> None:
    before, after = (_told_alike(told / f"{name}.db") for name in ("kskd", "penuh"))
    unlike = {row["title"].removeprefix("Keadaan ") for row in before if row not in after}
    assert (unlike, len(before)) == (set(NO_TEMPLATE_TELLS), len(after))


def test_the_template_filled_twice_changes_nothing(told: Path, tmp_path: Path) -> None:
    for name in ("penuh.db", "penuh.xlsx", "naskah.pdf"):
        shutil.copy(told / name, tmp_path)
    before = Path("penuh.db").read_bytes()
    done = invoke("import", "penuh.xlsx", "--yes", "--no-input", "--reason", "ulang", "--db", "penuh.db")
    assert done.out.split()[2::2] == ["sama"], done.err[-2000:]
    assert Path("penuh.db").read_bytes() == before


def test_the_example_registry_is_the_same_from_the_template(
    example: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1735603200")  # on the day on which its documents were entered
    empty_like("kskd.db")
    rows = fill("penuh.xlsx", example)
    done = invoke("import", "penuh.xlsx", "--yes", "--no-input", "--format", "json", "--db", "kosong.db")
    assert done.status == 0, done.err[-3000:]
    assert len(_told_alike("kosong.db")) == rows
    assert _told_alike("kosong.db") == _told_alike(example)
    kept = Path("kosong.db").read_bytes()
    again = invoke("import", "penuh.xlsx", "--yes", "--no-input", "--reason", "ulang", "--db", "kosong.db")
    assert (again.status, Path("kosong.db").read_bytes()) == (0, kept), again.err[-2000:]


def test_void_ones_may_come_in_a_list_of_their_own(told: Path, ok: Ok, tmp_path: Path) -> None:
    for name in ("kskd.db", "kosong.db", "naskah.pdf"):
        shutil.copy(told / name, tmp_path)
    args = ("list", "--format", "csv", "--columns", "all")
    Path("daftar.csv").write_text(ok(*args), "utf-8")
    Path("batal.csv").write_text(ok(*args, "--status", "void"), "utf-8")
    for _ in range(2):
        for name in ("daftar.csv", "batal.csv"):
            ok("import", name, "--yes", "--no-input", "--db", "kosong.db")
    void = ("list", "--status", "void", "--columns", "title,void_reason", "--format", "tsv")
    assert sorted(ok(*void).splitlines()) == sorted(ok(*void, "--db", "kosong.db").splitlines())


def test_an_early_end_is_told_by_the_template_too(told: Path, ok: Ok, tmp_path: Path) -> None:
    shutil.copy(told / "kosong.db", tmp_path / "kskd.db")
    cells = cells_of(OFFICE[1]) | {"Diakhiri": "31/12/2024", "Dasar pengakhiran": "kesepakatan para pihak"}
    cells["Tanggal penandatanganan"] = "2 Mei 2024"
    ok("import", "--template", "t.csv")
    heads = Path("t.csv").read_text("utf-8-sig").strip().split(";")
    with Path("t.csv").open("w", encoding="utf-8", newline="") as file:
        csv.writer(file, delimiter=";").writerows([heads, [cells.get(head, "") for head in heads]])
    ok("import", "t.csv", "--yes", "--no-input")
    one = json.loads(ok("show", "PKS-2024-001", "--format", "json"))
    assert (one["ended_on"], one["end_ground"], one["status"]) == ("2024-12-31", "kesepakatan", "ended")


def test_the_example_registry_is_the_same_from_its_list(
    example: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Of documents with adendums the list tells what these have made of them, and not the adendums."""
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1735603200")  # on the day on which its documents were entered
    empty_like("kskd.db")
    Path("daftar.csv").write_text(listed(example), "utf-8")
    shuffled("daftar.csv", "acak.csv")
    done = invoke("import", "acak.csv", "--yes", "--no-input", "--db", "kosong.db")
    assert done.status == 0, done.err[-3000:]
    before, after = shown(example), shown("kosong.db")
    assert set(before) == set(after)
    unlike = {title for title, one in before.items() if told_of(one) != told_of(after[title])}
    assert unlike == set()
    kept = Path("kosong.db").read_bytes()
    assert invoke("import", "daftar.csv", "--yes", "--no-input", "--db", "kosong.db").status == 0
    assert Path("kosong.db").read_bytes() == kept


def test_what_is_left_out_is_named(kept: Kept) -> None:
    """Every key of ``show`` is compared above, is a document's own, or stands in the table."""
    one = next(iter(kept("kskd").values()))
    assert set(NOT_TOLD) - {"embedded", "rejoined"} <= set(one)


@pytest.mark.parametrize("registry", ["lain", "acak"])
def test_twice_changes_nothing(registry: str, told: Path, tmp_path: Path) -> None:
    for name in (f"{registry}.db", "daftar.csv", "acak.csv", "naskah.pdf"):
        shutil.copy(told / name, tmp_path)
    before = Path(f"{registry}.db").read_bytes()
    for name in ("daftar.csv", "acak.csv"):
        done = invoke("import", name, "--yes", "--no-input", "--db", f"{registry}.db")
        assert (done.status, done.out.split()[2]) == (0, "sama"), done.err[-3000:]
    assert Path(f"{registry}.db").read_bytes() == before


def test_its_own_list_changes_nothing_of_a_registry(told: Path, tmp_path: Path) -> None:
    for name in ("kskd.db", "acak.csv", "naskah.pdf"):
        shutil.copy(told / name, tmp_path)
    before = Path("kskd.db").read_bytes()
    done = invoke("import", "acak.csv", "--yes", "--no-input")
    assert (done.status, done.out.split()[2]) == (0, "sama"), done.err[-3000:]
    assert Path("kskd.db").read_bytes() == before
