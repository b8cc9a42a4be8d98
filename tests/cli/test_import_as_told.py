"""What ``list --columns all`` or a filled template tells of documents, an import makes the same documents of."""

from __future__ import annotations

import csv
import json
import random
import re
import shutil
from io import StringIO
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from kskd.importing.concepts import NOT_TOLD
from tests.cli.every_field import ENTRIES, command_of
from tests.conftest import fill_office, invoke, succeed

if TYPE_CHECKING:
    from collections.abc import Callable

    from tests.conftest import Once

    Kept = Callable[[str], dict[str, dict[str, Any]]]

NEW = ("add-mou", "--scheme", "ksdpk", "--partner", "PT Maju Contoh", "--opd", "DINKES", "--allow-duplicate")
PKS = ("derive-pks", "--partner", "PT Maju Contoh", "--opd", "DINKES", "--signed", "2024-06-03")
FREE = (*PKS, "--no-parent", "--scheme", "ksdpk", "--years", "2")
SIGNED = ("--signed", "2024-06-03")
REASON = ("--reason", "salah catat")
STATES: dict[str, tuple[tuple[str, ...], ...]] = {
    "ended": ((*NEW, *SIGNED, "--years", "3"), ("end", "{id}", "--on", "2024-12-31", "--ground", "kesepakatan")),
    "ended-lain": (FREE, ("end", "{id}", "--on", "2024-12-31", "--ground", "lain")),
    "void": ((*NEW, *SIGNED, "--number", "300/1"), ("void", "{id}", *REASON)),
    "entered-again": ((*NEW, *SIGNED, "--number", "300/1"),),
    "void-ended": (FREE, ("end", "{id}", "--on", "2024-12-31", "--ground", "tujuan"), ("void", "{id}", *REASON)),
    "void-draft": (NEW, ("void", "{id}", *REASON)),
    "starts-when-signed": ((*NEW, *SIGNED, "--starts", "2024-06-03", "--years", "2"),),
    "end-typed-in-words": ((*NEW, *SIGNED, "--ends", "akhir Desember 2026"),),
    "end-and-length": ((*NEW, *SIGNED, "--ends", "2/6/2026", "--years", "2"),),
    "renewed": ((*NEW, *SIGNED, "--years", "1", "--renews-every", "12 bulan", "--notice", "3 bulan"),),
    "renewed-end-typed": ((*NEW, *SIGNED, "--ends", "31/12/2026", "--renews-every", "12 bulan"),),
    "condition-and-first-end": ((*NEW, *SIGNED, "--until", "sampai predikat WBK", "--years", "2"),),
    "condition-later": ((*NEW, *SIGNED, "--years", "2"), ("update", "{id}", "--until", "sampai jadi", *REASON)),
    "open-after-length": ((*NEW, *SIGNED, "--years", "2"), ("update", "{id}", "--open-ended", *REASON)),
    "draft": (NEW,),
    "draft-with-length": ((*NEW, "--years", "2", "--planned", "2026"),),
    "draft-begun": (
        (*NEW, *SIGNED, "--starts", "2024-06-10", "--years", "2"),
        ("update", "{id}", "--clear", "signed", *REASON),
    ),
    "signed-unknown": ((*NEW, "--signed", "tidak-diketahui", "--starts", "2021", "--ends", "2031"),),
    "signed-in-part": ((*NEW, "--signed", "Mei 2024", "--years", "2"),),
    "no-amount": ((*NEW, *SIGNED, "--value", "0", "--contribution", "0", "--partner-contribution", "0"),),
    "one-item-with-semicolon": ((*NEW, *SIGNED, "--scope", "pelatihan; pendampingan"),),
    "marked-items": ((*NEW, *SIGNED, "--scope", "1. pelatihan", "--scope", '- "x"', "--scope", "a; b"),),
    "quoted": ((*NEW, *SIGNED, "--scope", '"a; b"', "--brings", "- alat", "--note", "-- a\n\n= b; c"),),
    "partner-of-two-names": (
        (*NEW[:3], "--partner", "PT Satu Contoh dan CV Dua Contoh", "--new", *NEW[5:], *SIGNED),
        ("update", "{id}", "--partner", "Yayasan; Contoh", "--new"),
    ),
    "number-of-two": ((*NEW, *SIGNED, "--number", "1/KB/2024; 7/MOU/2024", "--partner-number", "8/M; 9/M"),),
    "same-title": ((*NEW, *SIGNED),),
    "same-number": ((*NEW, *SIGNED, "--number", "400/1"),),
    "same-number-too": ((*NEW, *SIGNED, "--number", "400/1", "--value", "5000000"),),
    "below": ((*PKS[:1], "KB-2024-001", *PKS[1:]), ("update", "{id}", "--drop-scope", "Pelatihan bidan", "--drop-scope",
        "Penelitian gizi", "--drop-affair", "1.02", *REASON)),
    "under-a-pks": ((*PKS[:1], "PKS-2024-001", *PKS[1:], "--doc", "kontrak"),),
    "mou": ((*NEW[:2], "ksdpl", *NEW[3:], "--doc", "loi", *SIGNED),
        ("add-mou", "--doc", "mou", "--parent", "{id}", "--title", "Di bawah LoI", *SIGNED),
        ("derive-pks", "--doc", "rkt", "MOU-2024-{last}", "--title", "Di bawah MoU", *SIGNED)),
    "void-chain": ((*NEW, *SIGNED), ("derive-pks", "{id}", "--title", "Anak batal", *SIGNED), ("void", "{made}", *REASON),
        ("void", "{id}", *REASON)),
    "replaced": ((*NEW, *SIGNED, "--ends", "2024-12-31"), (*NEW, "--title", "Penggantinya", "--signed", "2025-01-02",
        "--relates", "menggantikan={id}", "--replaces", "{id}")),
    "related-to-a-later-one": ((*NEW, *SIGNED), (*NEW, "--title", "Yang kemudian", *SIGNED),
        ("update", "{id}", "--relates", "terkait={made}", "--relates", "melengkapi=PKS-2024-001")),
    "extended": ((*NEW, *SIGNED, "--years", "1"), ("extend", "{id}", "--title", "Perpanjangannya", "--signed", "2025-01-05",
        "--years", "2")),
    "own-fields": ((*NEW, *SIGNED, *(word for pair in ("teks=a; b", "angka=1,5", "hari=2024-05-02", "uang=0",
        "pilih=Sains") for word in ("--set", pair))),),
    "left": ((*NEW, *SIGNED, "--partner", "Universitas Contoh", "--partner-left", "2024-12-31"),),
}  # fmt: skip
"""Documents of which commands have made what no single field tells, by name."""
SAME_TITLE = {
    "same-title": "Isian number",
    "same-number-too": "Keadaan same-number",
    "entered-again": "Keadaan void",
}
OF_ITSELF = {"id", "entered_on", "version", "sources"}
"""What is another document's own: its id, the day of entry, its history."""


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
    _empty_like("kskd.db")
    Path("daftar.csv").write_text(_listed("kskd.db"), "utf-8")
    for one in ("lain", "acak"):
        shutil.copy("kosong.db", f"{one}.db")
    done = invoke("import", "daftar.csv", "--yes", "--no-input", "--db", "lain.db")
    Path("lain.txt").write_text(f"{done.status}\n{done.out}{done.err}", "utf-8")
    _shuffled("daftar.csv", "acak.csv")
    done = invoke("import", "acak.csv", "--yes", "--no-input", "--db", "acak.db")
    Path("acak.txt").write_text(f"{done.status}\n{done.out}{done.err}", "utf-8")


def _empty_like(registry: str) -> None:
    """An empty registry with the same units and fields of the office's own, as kosong.db."""
    name = json.loads(succeed("setting", "list", "--format", "json", "--db", registry))
    told = {one["key"]: one["value"] for one in name["items"]}
    succeed("init", "--name", told["name"], "--db", "kosong.db")
    for one in json.loads(succeed("opd", "list", "--format", "json", "--db", registry))["items"]:
        succeed("opd", "add", one["code"], "--name", one["name"], "--db", "kosong.db")
    for one in json.loads(succeed("field", "list", "--format", "json", "--db", registry))["items"]:
        choices = [word for choice in one["choices"] or () for word in ("--choice", choice)]
        kind = ("--kind", one["kind"], *choices, "--db", "kosong.db")
        succeed("field", "add", one["key"], "--label", one["label"], *kind)


def _listed(registry: str | Path) -> str:
    """Every document, void ones too, as one list of all columns."""
    args = ("list", "--format", "csv", "--columns", "all", "--sort", "id", "--db", registry)
    head, *rows = csv.reader(StringIO(succeed(*args)))
    rows += list(csv.reader(StringIO(succeed(*args, "--status", "void"))))[1:]
    return _csv([head, *rows])


def _csv(rows: list[list[str]]) -> str:
    out = StringIO()
    csv.writer(out, lineterminator="\n").writerows(rows)
    return out.getvalue()


def _shuffled(path: str, other: str) -> None:
    """The same list with its rows and its columns in another order."""
    head, *rows = csv.reader(StringIO(Path(path).read_text("utf-8")))
    order = random.Random(7)
    places = list(range(len(head)))
    order.shuffle(places)
    order.shuffle(rows)
    Path(other).write_text(_csv([[row[at] for at in places] for row in (head, *rows)]), "utf-8")


def _shown(registry: str | Path) -> dict[str, dict[str, Any]]:
    """Every document by its title, with ids as titles; of one title in order of number and value."""
    items = []
    for more in ((), ("--status", "void")):
        items += json.loads(succeed("list", "--format", "json", "--db", registry, *more))["items"]
    shown = [json.loads(succeed("show", one["id"], "--format", "json", "--db", registry)) for one in items]
    shown.sort(key=lambda one: (one["title"], bool(one["void_reason"]), one["value"] or 0, one["doc"]))
    names: dict[str, str] = {}
    for at, one in enumerate(shown):
        again = at > 0 and shown[at - 1]["title"] == one["title"]
        names[one["id"]] = f"{one['title']} (lagi)" if again else one["title"]
    told = re.sub(
        r"\b(?:KB|NK|LOI|MOU|PKS|KONTRAK|RKT|RK)-[0-9]{4}-[0-9]{3,}\b",
        lambda found: names.get(found[0], found[0]),
        json.dumps({names[one["id"]]: {**one, "id": one["id"]} for one in shown}, ensure_ascii=True).replace(
            "\\", "\x00"
        ),
    ).replace("\x00", "\\")
    read: dict[str, dict[str, Any]] = json.loads(told)
    return {key: {name: _sorted(value) for name, value in one.items()} for key, one in read.items()}


def _sorted(value: Any) -> Any:
    """Lists of other documents have their order from ids."""
    return sorted(value, key=str) if isinstance(value, list) else value


@pytest.fixture(scope="session")
def told(once: Once) -> Path:
    """A registry with a document for each field and state, its list, and what an import made of that."""

    return once("told", _fill_told)


@pytest.fixture(scope="session")
def kept(told: Path) -> Kept:
    """The documents of a registry of that folder, read once."""
    read: dict[str, dict[str, dict[str, Any]]] = {}

    def of(name: str) -> dict[str, dict[str, Any]]:
        if name not in read:
            read[name] = _shown(told / f"{name}.db")
        return read[name]

    return of


def _told(one: dict[str, Any]) -> dict[str, Any]:
    """What a list tells of a document as ``show`` gives it."""
    return {key: value for key, value in one.items() if key not in OF_ITSELF | set(NOT_TOLD)}


def _by_title(text: str) -> list[dict[str, str]]:
    """The rows of a list in an order of their own, with titles in place of ids."""
    rows = list(csv.DictReader(StringIO(text)))
    names = {row["id"]: row["title"] for row in rows}
    pattern = r"(?<![\w.])(?:KB|NK|LOI|MOU|PKS|KONTRAK|RKT|RK)-[0-9]{4}-[0-9]{3,}(?!\w)"
    named = [
        {key: re.sub(pattern, lambda found: names.get(found[0], found[0]), cell) for key, cell in row.items()}
        for row in rows
    ]
    for row in named:
        for key in ("children", "relations", "relates"):
            row[key] = "; ".join(sorted(re.split("; |\n", row[key])))
    return sorted(named, key=lambda row: tuple(row.values()))


def _titles() -> list[str]:
    found = [entry.title for entry in ENTRIES.values()]
    return [*found, *(f"Keadaan {name}" for name in STATES if name not in SAME_TITLE)]


@pytest.mark.parametrize("registry", ["lain", "acak"])
def test_all_is_taken_also_of_shuffled_rows_and_columns(registry: str, told: Path) -> None:
    status, *said = (told / f"{registry}.txt").read_text("utf-8").splitlines()
    assert (status, said[1]) == (
        "0",
        f"baru\t{len(list(csv.reader(StringIO(_listed(told / 'kskd.db'))))) - 1}",
    )


@pytest.mark.parametrize("registry", ["lain", "acak"])
def test_no_document_comes_or_goes(registry: str, kept: Kept) -> None:
    assert set(kept(registry)) == set(kept("kskd"))
    assert set(_titles()) <= set(kept("kskd"))


@pytest.mark.parametrize("title", _titles())
@pytest.mark.parametrize("registry", ["lain", "acak"])
def test_each_document_is_the_same(registry: str, title: str, kept: Kept) -> None:
    assert _told(kept(registry)[title]) == _told(kept("kskd")[title])


@pytest.mark.parametrize("registry", ["lain", "acak"])
def test_every_document_is_the_same_to_the_last_column(registry: str, told: Path) -> None:
    lists = [_by_title(_listed(told / f"{name}.db")) for name in ("kskd", registry)]
    assert lists[0] == lists[1]


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
