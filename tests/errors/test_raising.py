"""What is raised and what the tables hold are the same: every code, and of each exactly its values."""

from __future__ import annotations

import ast
from pathlib import Path
from string import Formatter
from typing import TYPE_CHECKING, NamedTuple

import pytest

import kskd
from kskd import errors
from kskd.errors.table import REFUSALS

if TYPE_CHECKING:
    from collections.abc import Iterator

SOURCE = Path(kskd.__file__).parent
CLASSES = {
    name for name, one in vars(errors).items() if isinstance(one, type) and issubclass(one, errors.KskdError)
}
MODULES = {
    name: ast.parse(path.read_text("utf-8"))
    for path in sorted(SOURCE.rglob("*.py"))
    if not (name := path.relative_to(SOURCE).as_posix()).startswith("errors/")
}


class Raised(NamedTuple):
    """A call of ``refusal``: the codes that it may be given, its values, and whether it is passed on."""

    place: str
    codes: frozenset[str]
    values: frozenset[str]
    is_passed_on: bool


def _codes(*nodes: ast.AST | None) -> frozenset[str]:
    """Every code that stands as a text in pieces of source."""
    texts = (one.value for node in nodes if node for one in ast.walk(node) if isinstance(one, ast.Constant))
    return frozenset(text for text in texts if isinstance(text, str) and text in REFUSALS)


def _calls(node: ast.AST, *names: str) -> Iterator[ast.Call]:
    for one in ast.walk(node):
        if isinstance(one, ast.Call) and isinstance(one.func, ast.Name) and one.func.id in names:
            yield one


def _passed(name: str) -> frozenset[str]:
    """The codes that are passed on under this name, anywhere."""
    every = (one for module in MODULES.values() for one in ast.walk(module) if isinstance(one, ast.keyword))
    return _codes(*(one.value for one in every if one.arg == name))


def _raised() -> Iterator[Raised]:
    for name, module in MODULES.items():
        said = _codes(*(call.args[0] for call in _calls(module, "refusal")))
        for function in (one for one in ast.walk(module) if isinstance(one, ast.FunctionDef)):
            parameters = {one.arg for one in (*function.args.args, *function.args.kwonlyargs)}
            for call in _calls(function, "refusal"):
                first = call.args[0]
                is_passed_on = isinstance(first, ast.Name) and first.id in parameters
                # A code that is worked out stands in the function, or in a table of the module.
                codes = _codes(first) or _codes(function) - said or _codes(module) - said
                if isinstance(first, ast.Name) and is_passed_on:
                    codes = _codes(*function.args.defaults, *function.args.kw_defaults) | _passed(first.id)
                elif isinstance(first, ast.Constant):
                    codes |= {str(first.value)}
                values = frozenset(keyword.arg or "**" for keyword in call.keywords)
                yield Raised(f"{name}:{call.lineno}", codes, values, is_passed_on)


RAISED = sorted(set(_raised()), key=lambda raised: (raised.place, sorted(raised.codes)))


def _named(code: str) -> set[str]:
    """The names of the values in a sentence."""
    return {name for _, name, _, _ in Formatter().parse(REFUSALS[code].text) if name}


@pytest.mark.parametrize("raised", RAISED, ids=lambda raised: raised.place)
def test_a_refusal_is_given_the_values_that_its_sentence_names(raised: Raised) -> None:
    assert raised.codes
    if raised.is_passed_on:
        assert raised.values == set().union(*map(_named, raised.codes))
    else:
        assert [raised.values] * len(raised.codes) == [_named(code) for code in raised.codes]


def test_every_entry_is_raised_somewhere() -> None:
    assert set(REFUSALS) - {code for raised in RAISED for code in raised.codes} == set()


def test_nothing_is_refused_without_a_code() -> None:
    """``UnknownPartner`` is handed the refusal that it is."""
    direct = [
        f"{name}:{call.lineno}" for name, module in MODULES.items() for call in _calls(module, *CLASSES)
    ]
    (partner,) = direct
    assert partner.startswith("workflows/lookup.py:")
