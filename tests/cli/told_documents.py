"""The documents of a registry as their list and ``show`` tell of them, with titles in place of ids."""

from __future__ import annotations

import csv
import json
import random
import re
from io import StringIO
from pathlib import Path
from typing import Any

from kskd.importing.concepts import NOT_TOLD
from tests.conftest import succeed

ID = r"(?<![\w.])(?:KB|NK|LOI|MOU|PKS|KONTRAK|RKT|RK)-[0-9]{4}-[0-9]{3,}(?!\w)"
OF_ITSELF = {"id", "entered_on", "version", "sources"}
"""What is another document's own: its id, the day of entry, its history."""


def empty_like(registry: str) -> None:
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


def listed(registry: str | Path) -> str:
    """Every document, void ones too, as one list of all columns."""
    args = ("list", "--format", "csv", "--columns", "all", "--sort", "id", "--db", registry)
    head, *rows = csv.reader(StringIO(succeed(*args)))
    rows += list(csv.reader(StringIO(succeed(*args, "--status", "void"))))[1:]
    return csv_of([head, *rows])


def csv_of(rows: list[list[str]]) -> str:
    out = StringIO()
    csv.writer(out, lineterminator="\n").writerows(rows)
    return out.getvalue()


def shuffled(path: str, other: str) -> None:
    """The same list with its rows and its columns in another order."""
    head, *rows = csv.reader(StringIO(Path(path).read_text("utf-8")))
    order = random.Random(7)  # noqa: S311 - any order will do, always the same one
    places = list(range(len(head)))
    order.shuffle(places)
    order.shuffle(rows)
    Path(other).write_text(csv_of([[row[at] for at in places] for row in (head, *rows)]), "utf-8")


def shown(registry: str | Path) -> dict[str, dict[str, Any]]:
    """Every document by its title, with ids as titles; of two of one title in order of number and value."""
    found = _documents(registry)
    found.sort(key=lambda one: (one["title"], bool(one["void_reason"]), one["value"] or 0, one["doc"]))
    names: dict[str, str] = {}
    for at, one in enumerate(found):
        again = at > 0 and found[at - 1]["title"] == one["title"]
        names[one["id"]] = f"{one['title']} (lagi)" if again else one["title"]
    return {names[one["id"]]: _named("", one, names) for one in found}


def all_shown(registry: str | Path) -> list[dict[str, Any]]:
    """Every document, with ids as titles, which many may have."""
    found = _documents(registry)
    names = {one["id"]: one["title"] for one in found}
    return [_named("", one, names) for one in found]


def _documents(registry: str | Path) -> list[dict[str, Any]]:
    items = []
    for more in ((), ("--status", "void")):
        items += json.loads(succeed("list", "--format", "json", "--db", registry, *more))["items"]
    return [json.loads(succeed("show", one["id"], "--format", "json", "--db", registry)) for one in items]


def _named(key: str, value: Any, names: dict[str, str]) -> Any:
    """A value of ``show`` with titles in place of ids, but for words, in which an id is a word too."""
    if key in {"title", "note", "void_reason"}:
        return value
    if isinstance(value, list):  # lists of other documents have their order from ids
        return sorted((_named("", one, names) for one in value), key=str)
    if isinstance(value, dict):
        return {name: _named(name, one, names) for name, one in value.items()}
    return re.sub(ID, lambda found: names.get(found[0], found[0]), value) if isinstance(value, str) else value


def told_of(one: dict[str, Any]) -> dict[str, Any]:
    """What a list tells of a document as ``show`` gives it."""
    return {key: value for key, value in one.items() if key not in OF_ITSELF | set(NOT_TOLD)}


def by_title(text: str) -> list[dict[str, str]]:
    """The rows of a list in an order of their own, with titles in place of ids."""
    rows = list(csv.DictReader(StringIO(text)))
    names = {row["id"]: row["title"] for row in rows}
    named = [
        {key: re.sub(ID, lambda found: names.get(found[0], found[0]), cell) for key, cell in row.items()}
        for row in rows
    ]
    for row in named:
        for key in ("children", "relations", "relates"):
            row[key] = "; ".join(sorted(re.split("; |\n", row[key])))
    return sorted(named, key=lambda row: tuple(row.values()))
