"""Every cell that the registry fills on the sheets of a desk, in each of their forms, beside the rows."""

from __future__ import annotations

import csv
import html
import re
import zipfile
from datetime import UTC, datetime
from typing import TYPE_CHECKING
from xml.etree import ElementTree

import pytest

from tests.conftest import invoke
from tests.golden.enriched import enriched
from tests.golden.listed import Rows, words
from tests.golden.recounted import last_day
from tests.golden.test_listed_figures import is_asked, obstacle_line, target_line

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

__all__ = ["enriched"]

DOCS = {
    "kb": "Kesepakatan Bersama", "nk": "Nota Kesepakatan", "loi": "Pernyataan Kehendak Kerja Sama (LoI)",
    "mou": "Naskah Kerja Sama (MoU)", "pks": "Perjanjian Kerja Sama", "kontrak": "Kontrak",
    "rk": "Rencana Kerja", "rkt": "Rencana Kegiatan Tahunan",
}  # fmt: skip
TOLD = ("Judul", "Bentuk naskah", "Para pihak", "Maksud dan tujuan, ruang lingkup", "Objek", "Jangka waktu")
HEADS = {
    "target": ("Judul", "Jenis", "Indikator", "Target", "Satuan", "Tenggat", "Realisasi tercatat"),
    "kendala": ("Judul", "Kendala yang masih terbuka", "Kategori", "Sejak", "Upaya tercatat"),
    "tindak-lanjut": ("Judul", "Tindak lanjut yang masih terbuka", "Penanggung jawab", "Tenggat"),
}  # fmt: skip
SHEETS = [
    ("2024-S1", "2024-06-30"),
    ("2024-S2", "2024-12-31"),
    ("2024-S2", "2025-01-15"),
    ("2024", "2025-01-15"),
]
UNKNOWN = "belum tercatat"

Cells = dict[str, dict[str, str]]
"""By id of a row its cells by heading."""

exported = pytest.mark.parametrize(("report", "today"), SHEETS)


def parties(rows: Rows, key: str) -> str:
    """The region, those who are still parties, and the OPD beside the lead."""
    names = [one["name"] or rows.settings["name"] for one in rows.there(key)]
    beside = [opd for one, opd in sorted(rows.support) if one == key]
    leads = [opd for opd in beside if (key, opd) in rows.leads_too]
    support = [opd for opd in beside if opd not in leads]
    names += [f"OPD pemrakarsa bersama: {', '.join(leads)}"] if leads else []
    return "; ".join([*names, *([f"OPD pendukung: {', '.join(support)}"] if support else [])])


def own(rows: Rows, key: str) -> str | None:
    """What the fields of the office say of a document, without personal data."""
    told = []
    for one in rows.own_fields:
        value = rows.noted[key].get(f"own_{one['key']}")
        if value is None or one["personal"] == "yes":
            continue
        kind = one["kind"]
        if kind == "number":
            value = f"{float(value):g}".replace(".", ",")
        elif kind == "date":
            value = words(value)
        elif kind == "money":
            value = f"Rp{int(value):,}".replace(",", ".")
        told.append(f"{one['label']}: {value}")
    return "; ".join(told) or None


def told_of(rows: Rows, key: str) -> list[str]:
    """What the registry tells of a document: six of the nine things of the law."""
    one, noted = rows.known[key], rows.noted[key]
    purpose = "; ".join([*filter(None, [noted.get("purpose")]), *rows.scopes[key]])
    found = (one["title"], DOCS[one["doc"]], parties(rows, key), purpose, noted.get("object"), rows.term(key))
    return [str(each or UNKNOWN) for each in found]


def wanted(rows: Rows) -> dict[str, dict[str, Cells]]:
    """By OPD and part the cells that the registry fills."""
    asked = {key for key in rows.known if is_asked(rows, key)}
    lead = {key: str(rows.known[key]["lead_opd"]) for key in asked}
    found: dict[str, dict[str, Cells]] = {opd: {"evaluasi": {}} for opd in lead.values()}
    for key in asked:
        found[lead[key]]["evaluasi"][key] = dict(zip(TOLD, told_of(rows, key), strict=True))
    for opd, parts in found.items():
        has_own = {key: own(rows, key) for key in parts["evaluasi"]}
        if any(has_own.values()):
            for key, value in has_own.items():
                parts["evaluasi"][key]["Isian kantor"] = value or UNKNOWN
        for part, lines in lists(rows, {key for key in asked if lead[key] == opd}).items():
            cells = (zip(HEADS[part], (each or UNKNOWN for each in line[1:]), strict=True) for line in lines)
            if told := {str(line[0]): dict(one) for line, one in zip(lines, cells, strict=True)}:
                parts[part] = told
    return found


def lists(rows: Rows, asked: set[str]) -> dict[str, list[tuple[str | None, ...]]]:
    """The lines of targets, of open obstacles that other reports told by its end, of open actions."""
    open_ones = [
        one
        for one in rows.obstacles
        if one["agreement"] in asked
        and one["opened"] != rows.report and last_day(one["opened"]) <= last_day(rows.report)
        and (one["closed"] is None or last_day(one["closed"]) > last_day(rows.report))
    ]  # fmt: skip
    actions = [one for one in rows.open_actions() if one["agreement"] in asked]
    return {
        "target": [target_line(rows, one) for one in rows.targets if one["agreement"] in asked],
        "kendala": [obstacle_line(rows, one) for one in open_ones],
        "tindak-lanjut": [
            (f"{one['agreement']}/{one['number']}", rows.known[one["agreement"]]["title"], one["what"],
             one["who"], one["due_on"] and words(one["due_on"]))
            for one in actions
        ],
    }  # fmt: skip


def read_csv(path: Path) -> Iterator[list[str]]:
    """The rows of a table."""
    with path.open(encoding="utf-8-sig", newline="") as file:
        yield from csv.reader(file, delimiter=";")


def read_workbook(path: Path) -> dict[str, list[list[str]]]:
    """By part the rows of each sheet that has a code above its headings."""
    found = {}
    with zipfile.ZipFile(path) as book:
        strings = re.findall(r"<si>(.*?)</si>", book.read("xl/sharedStrings.xml").decode(), re.DOTALL)
        shared = [html.unescape(re.sub(r"<[^>]*>", "", one)) for one in strings]
        for name in book.namelist():
            if not re.fullmatch(r"xl/worksheets/sheet\d+\.xml", name):
                continue
            rows = [
                [
                    shared[int(at)] if at else ""
                    for at in re.findall(r"<c [^>]*?(?:/>|><v>(\d+)</v></c>)", row)
                ]
                for row in re.findall(r"<row .*?</row>", book.read(name).decode())
            ]
            if rows and rows[0] and rows[0][0].startswith("kskd-desk/1 ") and len(rows[0]) > 1:
                found[rows[0][0].split()[-1]] = rows
    return found


def cells(grid: list[list[str]], headings: set[str]) -> Cells:
    """What a table with keys, headings and rows says under these headings."""
    _, heads, *lines = grid
    found = {}
    for line in lines:
        assert line[0] == line[-1]  # the id again at the far end
        told = dict(zip([head.partition(" [")[0] for head in heads[1:-1]], line[1:-1], strict=True))
        found[line[0]] = {head: value for head, value in told.items() if head in headings}
        assert not any(value for head, value in told.items() if head not in headings)
    return found


def printed(text: str) -> dict[str, Cells]:
    """What the printed sheet says: of each document a list of pairs, and tables."""
    plain = [*map(html.unescape, re.split(r"<h2[^>]*>([^<]*)</h2>", text))]
    found: dict[str, Cells] = {"evaluasi": {}}
    for head, body in zip(plain[1::2], plain[2::2], strict=True):
        key, dot, _ = head.partition(" · ")
        if dot:
            registry = body.split("Diisi perangkat daerah")[0]
            found["evaluasi"][key] = dict(re.findall(r'<th scope="row">(.*?)</th><td>(.*?)</td>', registry))
            continue
        for row in re.findall(r'<tr>(<td data-l="Naskah/nomor">.*?)</tr>', body):
            told = dict(re.findall(r'<td data-l="(.*?)">(.*?)</td>', row))
            part = next(name for name, heads in HEADS.items() if set(heads) <= told.keys())
            kept = {name: UNKNOWN if told[name] == "–" else told[name] for name in HEADS[part]}
            found.setdefault(part, {})[told["Naskah/nomor"]] = kept
    return found


W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"


def read_docx(path: Path) -> Iterator[str | list[list[str]]]:
    """The paragraphs and tables of a document in their order: words, or rows of cells."""
    with zipfile.ZipFile(path) as package:
        (body,) = ElementTree.fromstring(package.read("word/document.xml"))  # noqa: S314 - our own file

    def words_of(part: ElementTree.Element) -> str:
        said = ("-" if one.tag == f"{W}noBreakHyphen" else one.text or "" for one in part.iter())
        return "".join(said).replace("\xa0", " ")

    for one in body:
        if one.tag == f"{W}tbl":
            yield [[words_of(cell) for cell in row.iter(f"{W}tc")] for row in one.iter(f"{W}tr")]
        elif text := words_of(one):
            yield text


def printed_docx(path: Path) -> dict[str, Cells]:
    """What the sheet for a word processor says, as ``printed``; an open cell holds dots or boxes alone."""
    found: dict[str, Cells] = {"evaluasi": {}}
    before: list[str] = []
    for one in read_docx(path):
        if isinstance(one, str):
            before = [*before, one][-2:]
        elif before[-1] == "Menurut registri":
            found["evaluasi"][before[0].partition(" · ")[0]] = dict(one)
        elif before[-1] == "Diisi perangkat daerah":
            assert all(re.fullmatch(r"(……………………|☐ .*?|\s)+", cell) for _, cell in one)
        elif one[0][0] == "Naskah/nomor":
            part = next(name for name, heads in HEADS.items() if {*heads} <= {*one[0]})
            for row in one[1:]:
                told = dict(zip(one[0], row, strict=True))
                kept = {name: UNKNOWN if told[name] == "–" else told[name] for name in HEADS[part]}
                found.setdefault(part, {})[told["Naskah/nomor"]] = kept
    return found


@exported
def test_every_form_of_a_sheet_says_what_the_registry_knows(
    enriched: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, report: str, today: str
) -> None:
    noon = datetime.fromisoformat(f"{today}T12:00:00").replace(tzinfo=UTC)
    monkeypatch.setenv("SOURCE_DATE_EPOCH", str(int(noon.timestamp())))
    path = tmp_path / "kskd.db"
    path.write_bytes(enriched.read_bytes())
    asked = ("--period", report, "--format", "csv,html,xlsx,docx", "--out", tmp_path)
    told = invoke("desk", "export", "--db", path, *asked)
    assert told.status == 0, told.err
    rows = Rows(path, min(today, last_day(report)), report)
    sheets = wanted(rows)
    assert sheets
    for opd, parts in sheets.items():
        place = tmp_path / f"{opd}-{report}"
        book, page = read_workbook(place.with_suffix(".xlsx")), place.with_suffix(".html").read_text("utf-8")
        assert book.keys() == parts.keys()
        assert printed(page) == parts
        assert printed_docx(place.with_suffix(".docx")) == parts
        for part, lines in parts.items():
            headings = {head for one in lines.values() for head in one}
            assert cells([*read_csv(tmp_path / f"{opd}-{report}-{part}.csv")], headings) == lines
            assert cells(book[part], headings) == lines
        (counts,) = re.findall(r"Yang diisi</th><td>(.*?)<", page)
        assert [*map(int, re.findall(r"\d+", counts))] == [len(one) for one in parts.values()]
        assert f"{rows.opds[opd]} ({opd})" in page
        meeting = re.findall(r"Desk evaluasi</th><td>(.*?)<", page)
        assert len(meeting) == (report == "2024-S2")
    written = {one.name for one in tmp_path.iterdir() if one.suffix in {".csv", ".html", ".xlsx", ".docx"}}
    assert written == {
        f"{opd}-{report}{end}"
        for opd, parts in sheets.items()
        for end in (".html", ".xlsx", ".docx", *(f"-{part}.csv" for part in parts))
    }
