"""Every command that kskd names in a sentence, a remedy or a line of `next` exists and takes what is said."""

from __future__ import annotations

import ast
import re
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

import pytest

import kskd
from kskd.cli import ROOT
from kskd.cli.kit.group import build
from kskd.domain.values.workdays import Calendar
from kskd.rules.catalogue import RULES, Bench
from kskd.rules.clock import ClockFrame
from kskd.rules.clocks.catalogue import deadlines
from kskd.rules.clocks.requests import REQUESTS, Started, deadline

from ..rules import test_catalogue
from ..rules.clocks import test_catalogue as test_clocks

if TYPE_CHECKING:
    from collections.abc import Iterator

SOURCE = Path(kskd.__file__).parent
_TOKEN = re.compile(r'"[^"]*"|[^\s"]+="[^"]*"|\S+')
_VALUE = re.compile(r"[A-Z0-9{\"'…][^a-z]*|\"[^\"]*\"|[A-Z][A-Z0-9_]*-[0-9A-Z-]+|\d+=\"[^\"]*\"")


class Named(NamedTuple):
    """A command as it is named: where, what follows ``kskd``, and whether it can be typed as it stands."""

    where: str
    text: str
    is_remedy: bool = False


def _literals(tree: ast.AST) -> Iterator[tuple[int, str]]:
    """Texts in a module, what is put into one at run time shown as ``{…}``."""
    inside = {id(part) for node in ast.walk(tree) if isinstance(node, ast.JoinedStr) for part in node.values}
    for node in ast.walk(tree):
        if isinstance(node, ast.JoinedStr):
            parts = [part.value if isinstance(part, ast.Constant) else "{…}" for part in node.values]
            yield node.lineno, "".join(map(str, parts))
        elif isinstance(node, ast.Constant) and isinstance(node.value, str) and id(node) not in inside:
            yield node.lineno, node.value


def _in_source() -> Iterator[Named]:
    for path in sorted(SOURCE.rglob("*.py")):
        for line, text in _literals(ast.parse(path.read_text("utf-8"))):
            put_in = text.replace("{command}", "{…}")  # by a refusal, at run time
            yield from _in_text(f"{path.relative_to(SOURCE)}:{line}", put_in)
    told = (SOURCE / "explanations" / "peraturan.toml").read_text("utf-8")
    yield from _in_text("peraturan.toml", told)


def _in_rules() -> Iterator[Named]:
    """Remedies as people get them, of every row of the tables of rules."""
    for row in test_catalogue.ROWS:
        for rule, verdict in Bench([one for one in RULES if one.code == row.code]).judge(row.case):
            yield from _in_text(str(row), rule.finding(row.case, verdict).remedy, is_remedy=True)


def _in_clocks() -> Iterator[Named]:
    for kind, what, as_of, more, *_ in test_clocks.TABLE:
        for one in deadlines(test_clocks.case(what, as_of, **more), ClockFrame()):
            yield from _in_text(f"{kind} {what}", one.remedy, is_remedy=True)
    for kind in REQUESTS:
        for agreement, partner in (("PKS-2024-001", None), (None, 'Yayasan "Contoh" $1')):
            started = Started(1, kind, agreement, partner, None, date(2024, 1, 2), None, None, None)
            for day in (date(2024, 1, 3), date(2024, 12, 31)):
                yield from _in_text(kind, deadline(started, Calendar(), 30, day).remedy, is_remedy=True)


def _in_text(where: str, text: str, *, is_remedy: bool = False) -> Iterator[Named]:
    for found in re.finditer(r"(?<![\w/.-])kskd (?=[a-z{])(.*?)(?=\bkskd |\Z)", text, re.DOTALL):
        yield Named(where, found[1], is_remedy)


NAMED = [*_in_source(), *_in_rules(), *_in_clocks()]


def _wrong(named: Named) -> str | None:
    """What does not hold of a command that is named; None where all does, or where it is no command."""
    words = [part.rstrip(".,;:)") for part in _TOKEN.findall(named.text)]
    command: Any = build(ROOT)
    while words and hasattr(command, "tree"):
        name = words.pop(0)
        found = command.get_command(None, name) if re.fullmatch(r"[a-z-]+", name) else None
        if found is None:  # put in at run time, or the name of the program in a sentence
            is_typed = bool(words) and re.match(r"--|…|[A-Z]+-\d", words[0])
            return f"no command {name}" if named.is_remedy or (is_typed and name != "{…}") else None
        command = found
    options = {name: one for one in command.params for name in (*one.opts, *one.secondary_opts)}
    room = [one.nargs for one in command.params if one.param_type_name == "argument"]
    while words:
        part = words.pop(0)
        if part.startswith("--"):
            option = options.get(part)
            if option is None and part != "--help":
                return f"no option {part}"
            for _ in range(0 if option is None or option.is_flag else option.nargs):
                value = words.pop(0) if words else ""
                if value.startswith("--") or (not value and named.is_remedy):
                    return f"no value for {part}"
        elif _VALUE.fullmatch(part) and part not in {"…", "{…}"}:
            if not room:
                return f"no place for {part}"
            room = room if room[0] == -1 else room[1:]
        elif part not in {"…", "{…}"}:
            break
    return None


def test_every_command_that_is_named_exists_with_its_options_and_words() -> None:
    wrong = [f"{named.where}: kskd {named.text[:80]!r}: {said}" for named in NAMED if (said := _wrong(named))]
    assert wrong == []


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("ubah PKS-2024-001", "no command ubah"),
        ("clock mulai X", "no command mulai"),
        ("update PKS-2024-001 --sign TANGGAL", "no option --sign"),
        ("update PKS-2024-001 --signed", "no value for --signed"),
        ("update PKS-2024-001 --signed --reason …", "no value for --signed"),
        ("extend PKS-2024-001 PKS-2025-001", "no place for PKS-2025-001"),
    ],
)
def test_the_test_itself_sees_what_is_wrong(text: str, said: str) -> None:
    assert _wrong(Named("", text, is_remedy=True)) == said
