"""What each OPD is asked for in a letter or a message, beside rules' words put to the rows a second time."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest

from tests.conftest import succeed
from tests.golden.listed import DAYS, on_days
from tests.golden.question_words import QUESTIONS
from tests.golden.recounted_asked import GRAVEST, Asked, gravest
from tests.golden.test_asked_figures import changed
from tests.golden.test_quality_figures import held

if TYPE_CHECKING:
    from pathlib import Path

__all__ = ["changed"]

SEVERAL = {"partner-number", "partner-signer", "signed"}  # may be recorded in part
LATER = "2025-03-03"  # reports of the semester that is over are due

Questions = dict[str, list[tuple[int, str]]]
"""By document, "" for the unit itself, what is asked and how grave it is, 0 the gravest."""


def wanted(rows: Asked, fields: tuple[str, ...] = ()) -> dict[str, Questions]:
    """By unit what it is asked: what rules ask for, last report and liaison; or all of these fields."""
    found: dict[str, Questions] = {}
    for key, one in rows.known.items():
        requests, levels = rows.requests(key), rows.fields(key)
        lacking = {name for name, level in levels.items() if level < 2}
        told = lacking & ({*fields} if fields else {*requests, "evaluation-before"})
        asked = [
            (GRAVEST.index(gravest(requests[name])) if name in requests else 3, _question(rows, key, name))
            for name in told
        ]
        if asked:
            found.setdefault(str(one["lead_opd"]), {})[key] = asked
    for code, level in held(rows)[1].items():
        if level < 2 and (not fields or "liaison" in fields):
            whole = "nama, jabatan, dan telepon penghubung kerja sama"
            found.setdefault(code, {})[""] = [(3, "telepon atau surel penghubung" if level else whole)]
    return found


def _question(rows: Asked, key: str, name: str) -> str:
    """A field as a letter asks for it."""
    if name == "evaluation-before":
        period = rows.ended(str(rows.known[key]["scheme"]))
        year, _, half = period.partition("-")
        return f"evaluasi {'Semester ' + 'I' * int(half[1]) + ' ' if half else ''}Tahun {year}"
    if name == "partner-kind":
        kindless = next(seat["name"] for seat in rows.partners(key) if seat["kind"] is None)
        return f"jenis mitra {kindless}"
    is_partial = name in SEVERAL and rows.fields(key)[name] == 1
    return QUESTIONS[name] + " (baru tercatat sebagian)" * is_partial


def heads(rows: Asked, form: str) -> dict[str, str]:
    """By the line that opens what is asked of a document its id."""
    found = {}
    for key, one in rows.known.items():
        names, number = "; ".join(seat["name"] for seat in rows.partners(key)), rows.own(key)["number"]
        if form == "surat":
            line = f"{one['title']} ({names}). Nomor: {number or 'belum tercatat'}; dalam registri: {key}"
        else:
            line = f"{number or key} – {one['title']} ({names}):"
        found[line] = key
    assert len(found) == len(rows.known)
    return found


def told(text: str, known: dict[str, str]) -> dict[str, dict[str, list[str]]]:
    """By unit and document the questions that stand in texts, in their order."""
    found: dict[str, dict[str, list[str]]] = {}
    units = re.split(r"^=== (\S+) ===$", text, flags=re.MULTILINE)
    for code, letter in zip(units[1::2], units[2::2], strict=True):
        unit, numbers, key = found.setdefault(code, {}), list[str](), ""
        for line in letter.splitlines():
            head = re.fullmatch(r"(?:(\d+)\. )?(.+)", line)
            if head is not None and head[2] in known:
                key = known[head[2]]
                assert key not in unit
                unit[key] = []
                numbers += [head[1]] if head[1] else []
            elif line.startswith("- "):
                unit.setdefault(key, []).append(line.removeprefix("- "))
        assert numbers in ([], [str(at) for at in range(1, len(unit.keys() - {""}) + 1)]), code
    return found


def compare(path: Path, as_of: str, form: str, fields: tuple[str, ...] = ()) -> None:
    """Exactly these questions of exactly these documents, the gravest first."""
    rows = Asked(path, as_of)
    expected = wanted(rows, fields)
    options = [word for name in fields for word in ("--field", name)]
    text = succeed("quality", "--ask", "--db", path, "--as-of", as_of, "--form", form, *options)
    found = told(text, heads(rows, form))
    assert {code: {*unit} for code, unit in found.items()} == {
        code: {*unit} for code, unit in expected.items()
    }
    for code, unit in found.items():
        for key, questions in unit.items():
            asked = expected[code][key]
            assert sorted(questions) == sorted(question for _, question in asked), (code, key)
            gravity = {question: at for at, question in asked}
            assert [gravity[one] for one in questions] == sorted(at for at, _ in asked), (code, key)


FORMS = pytest.mark.parametrize("form", ["surat", "pesan"])


@FORMS
@pytest.mark.parametrize("as_of", [*DAYS, LATER])
def test_each_opd_is_asked_for_what_its_documents_lack(example_registry: Path, form: str, as_of: str) -> None:
    compare(example_registry, as_of, form)


@FORMS
@pytest.mark.parametrize("as_of", ["2024-12-31", LATER])
def test_each_opd_is_asked_for_what_the_example_has_no_case_of(changed: Path, form: str, as_of: str) -> None:
    compare(changed, as_of, form)


@FORMS
def test_of_fields_that_are_named_all_that_lacks_them_is_asked(example_registry: Path, form: str) -> None:
    compare(
        example_registry, "2024-12-31", form, ("value", "copy-held", "evaluation-before", "partner-number")
    )


@on_days
def test_the_page_counts_what_each_opd_is_asked(changed: Path, tmp_path: Path, as_of: str) -> None:
    rows = Asked(changed, as_of)
    expected = wanted(rows)
    succeed("quality", "--db", changed, "--as-of", as_of, "--out", tmp_path)
    page = (tmp_path / "mutu-data.md").read_text("utf-8")
    assert f"kepada {len(expected)} OPD, satu surat untuk tiap OPD" in page
    for code, unit in expected.items():
        count, documents = sum(map(len, unit.values())), len(unit.keys() - {""})
        lead = {key for key, one in rows.known.items() if one["lead_opd"] == code}
        lacks = sum(level < 2 for key in lead for level in rows.fields(key).values())
        others = lacks + ("" in unit) - count
        line = f"{count} keterangan dari {documents} naskah. Suratnya: kskd quality --ask --opd {code}"
        assert line in page, code
        part = page.split(line)[1].split("keterangan dari")[0]
        assert f"\n{others} isian lain belum tercatat" in part, code
        assert _lines(part) == {
            (_opening(rows, key), *sorted(question for _, question in asked)) for key, asked in unit.items()
        }, code


def _lines(part: str) -> set[tuple[str, ...]]:
    """What a unit is asked by document: how the line opens, then its questions."""
    lines = re.findall(r"^- (.+?\)|Tentang OPD itu sendiri): (.+)\.$", part, flags=re.MULTILINE)
    return {(head, *sorted(questions.split("; "))) for head, questions in lines}


def _opening(rows: Asked, key: str) -> str:
    if not key:
        return "Tentang OPD itu sendiri"
    names = "; ".join(seat["name"] for seat in rows.partners(key))
    return f"{key} {rows.own(key)['number'] or 'tanpa nomor'}, {rows.known[key]['title']} ({names})"
