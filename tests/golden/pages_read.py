"""A page as its parts say it: texts, tables and blanks, read from the page in JSON."""

from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING, Any

from tests.conftest import invoke, succeed

if TYPE_CHECKING:
    from pathlib import Path

    from tests.conftest import Once

Parts = list[dict[str, Any]]


def said(body: object) -> str:
    """What a part says in one line: ids in brackets, what stays blank as dots with its name."""
    if isinstance(body, list):
        return "".join(map(said, body))
    if not isinstance(body, dict):
        return str(body or "")
    words = {
        "blank": lambda: f"<{body['what']}>",
        "check": lambda: f"[ ] {body['label']}",
        "ids": lambda: f"({', '.join(body['ids'])})",
        "strong": lambda: str(body["text"]),
        "link": lambda: str(body["text"]),
        "small": lambda: str(body["text"]),
        "marks": lambda: " ".join(sorted(body["codes"])),
    }
    return words.get(body["part"], lambda: said(body["body"]))()


def in_order(text: str) -> str:
    """The same with the ids of each bracket in order."""

    def ordered(one: re.Match[str]) -> str:
        return f"({', '.join(sorted(one[1].split(', ')))})"

    return re.sub(r"\(([A-Z]+-\d{4}-\d{3}(?:, [^)]*)?)\)", ordered, text)


def pairs(parts: Parts) -> list[tuple[str, str]]:
    """The labelled lines of all its lists of pairs."""
    return [
        (one["label"], said(one["body"]))
        for part in parts
        if part["part"] in {"pairs", "letter"}
        for one in part["body"]
    ]


def tables(parts: Parts) -> list[list[list[str]]]:
    """Its tables, each as rows of cells without the head."""
    return [
        [[said(cell) for cell in row["cells"]] for row in part["body"]]
        for part in parts
        if part["part"] == "table"
    ]


def texts(parts: Parts, *kinds: str) -> list[str]:
    """What its parts of these kinds say, in their order; an item of a list is a line of its own."""
    found: list[str] = []
    for part in parts:
        if part["part"] not in kinds:
            continue
        lines = part["body"] if part["part"] in {"items", "nil"} else [part]
        found += [said(one["text"] if "text" in one else one.get("body")) for one in lines]
    return found


def under(parts: Parts) -> dict[str, Parts]:
    """The parts under each heading or annex."""
    found: dict[str, Parts] = {"": []}
    at = ""
    for part in parts:
        if part["part"] in {"heading", "annex"}:
            at = str(part.get("text") or part.get("title"))
            found[at] = []
        else:
            found[at].append(part)
    return found


def page(path: Path, out: Path, name: str, as_of: str, *asked: str) -> Parts:
    """The parts of one page as the command writes it."""
    told = invoke("report", "--db", path, "--format", "json", "--out", out, "--as-of", as_of, *asked)
    assert told.status == 0, told.err
    items: Parts = json.loads((out / f"{name}.json").read_text("utf-8"))["items"]
    return items


def pages_once(once: Once, name: str, path: Path, period: tuple[str, str], kinds: str) -> dict[str, Parts]:
    """By name the parts of each page of these kinds, of a period on a day, made once under a name."""
    report, as_of = period

    def fill() -> None:
        asked = ("--period", report, "--as-of", as_of, "--format", "json", "--out", ".")
        succeed("report", "--db", path, "--kind", kinds, *asked)

    folder = once(f"{name}-{report}-{as_of}", fill) / report
    return {one.stem: json.loads(one.read_text("utf-8"))["items"] for one in folder.iterdir()}
