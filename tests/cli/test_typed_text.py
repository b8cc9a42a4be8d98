"""Text wherever it can be typed: nothing hidden comes in, nothing endless, and no sentence repeats it."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.cli.command_line import SENTENCE_LIMIT, Refused, Run, faults, folder

if TYPE_CHECKING:
    from pathlib import Path

pytestmark = pytest.mark.slow

PKS = "PKS-2024-001"
MOU = ["add-mou", "--scheme", "ksdpk", "--title", "Penelitian gizi", "--partner", "PT Maju Contoh", "--opd",
       "DINKES"]  # fmt: skip
DERIVE = ["derive-pks", "KB-2024-001", "--title", "Penelitian gizi"]
EVAL = ["evaluate", PKS, "--period", "2024-S2"]
TARGET = ["target", "add", PKS, "--indicator", "Posyandu"]
ACTION = ["action", "add", PKS, "--what", "Rapat", "--period", "2024-S2"]

# Where text can be typed: the command line, and the place of the text in it (None: at the end).
TEXTS: dict[str, list[str]] = {
    "title": ["add-mou", "--scheme", "ksdpk", "--partner", "PT Maju Contoh", "--opd", "DINKES", "--title"],
    "scheme": ["add-mou", "--title", "x", "--partner", "PT Maju Contoh", "--opd", "DINKES", "--scheme"],
    "partner": ["add-mou", "--scheme", "ksdpk", "--title", "x", "--opd", "DINKES", "--new", "--partner"],
    "opd": MOU[:-1],
    **{
        option: [*MOU, f"--{option}"]
        for option in (
            "number", "partner-number", "partner-signer", "scope", "note", "until", "duration", "years",
            "signed", "starts", "ends", "signer", "signer-name", "support-opd", "affair", "parent",
            "replaces",            "doc", "file",
            "partner-kind", "reason",
        )
    },
    "power-of-attorney": [*DERIVE, "--power-of-attorney"],
    "drop-partner": ["update", PKS, "--reason", "x", "--drop-partner"],
    "the document": ["show"],
    "the document to update": ["update"],
    "the parent": ["derive-pks", "--title", "x"],
    "the document of the log": ["log"],
    "the document of targets": ["target", "list"],
    "the document evaluated": ["evaluate", "--period", "2024-S2"],
    "void reason": ["void", PKS, "--reason"],
    "opd code": ["opd", "add", "--name", "Dinas Sosial"],
    "opd name": ["opd", "add", "DINSOS", "--name"],
    "opd alias": ["opd", "add", "DINSOS", "--name", "Dinas Sosial", "--alias"],
    "opd other name": ["opd", "alias", "DINKES"],
    "opd new name": ["opd", "rename", "DINKES", "--name"],
    "opd shown": ["opd", "show"],
    "partner name": ["partner", "add"],
    "partner alias": ["partner", "add", "Kota Misal", "--alias"],
    "partner new name": ["partner", "update", "PT Maju Contoh", "--reason", "x", "--name"],
    "clear": ["update", PKS, "--reason", "x", "--clear"],
    "partner other name": ["partner", "alias", "PT Maju Contoh"],
    "partner shown": ["partner", "show"],
    "indicator": ["target", "add", PKS, "--indicator"],
    "unit": [*TARGET, "--unit"],
    "value": [*TARGET, "--value"],
    **{
        option: [*EVAL, f"--{option}"]
        for option in ("filler", "obstacle", "evidence", "note", "answer", "realisation", "implementation")
    },
    "category": [*EVAL, "--obstacle", "x", "--category"],
    "effort": [*EVAL, "--obstacle", "x", "--effort"],
    "effort on a known obstacle": [*EVAL, "--effort"],
    "what": ["action", "add", PKS, "--period", "2024-S2", "--what"],
    "who acts": [*ACTION, "--who-acts"],
    "proof": ["action", "done", PKS, "1", "--on", "2025-01-10", "--proof"],
    "period": ["evaluate", PKS, "--period"],
    "setting": ["setting", "set", "seat"],
    "setting key": ["setting", "set"],
    "government": ["init", "--db", "baru.db", "--name"],
    "seat": ["init", "--db", "baru.db", "--name", "Kabupaten Contoh", "--seat"],
    "csv file": ["opd", "import"],
    "instrument file": ["instrument", "use"],
    "columns": ["list", "--columns"],
    "sort": ["list", "--sort"],
    "status": ["list", "--status"],
    "filter by opd": ["list", "--opd"],
    "filter by partner": ["list", "--partner"],
    "format": ["list", "--format"],
    "limit": ["list", "--limit"],
    "as of": ["status", "--as-of"],
    "registry": ["list", "--db"],
    "command": [],
    "command of a group": ["opd"],
}  # fmt: skip
HIDDEN = {
    "esc": "a\x1b[31mb", "bell": "a\x07b", "delete": "a\x7fb", "c1": "a\x9b31mb", "bidi override": "a\u202eb",
    "bidi isolate": "a\u2066b", "zero width space": "a\u200bb", "zero width joiner": "a\u200db",
    "byte order mark": "\ufeffab", "soft hyphen": "a\u00adb", "tag": "a\U000e0041b",
    "lone surrogate": "a\udcffb",
}  # fmt: skip


def _typed(place: list[str], text: str) -> list[str]:
    args = [*place, text]
    if place == ["setting", "set"]:
        args.append("x")
    if place == TEXTS["effort on a known obstacle"]:
        args[-1] = f"1={text}"
    if place == TEXTS["opd code"]:
        args = ["opd", "add", text, *place[2:]]
    return args


@pytest.mark.parametrize("where", TEXTS)
def test_hidden_characters_are_refused_wherever_text_is_typed(where: str, busy: Path, run: Run) -> None:
    before = folder(busy.parent)
    wrong = {}
    for name, text in HIDDEN.items():
        try:
            result = run(*_typed(TEXTS[where], text))
        except (UnicodeError, ValueError, OSError) as error:
            wrong[name] = [f"traceback: {error!r}"]
            continue
        if found := faults(result):
            wrong[name] = found
    assert wrong == {}
    assert folder(busy.parent) == before


@pytest.mark.parametrize("where", TEXTS)
def test_a_hundred_kilobytes_are_refused_and_not_repeated(where: str, busy: Path, run: Run) -> None:
    before = folder(busy.parent)
    result = run(*_typed(TEXTS[where], "x" * 100_000))
    assert faults(result) == []
    assert len(result.err) < SENTENCE_LIMIT
    assert folder(busy.parent) == before


def test_white_space_alone_is_no_text(busy: Path, refused: Refused) -> None:
    for blank in (" ", "\u00a0", "\t\n", "\u3000"):
        assert "kosong" in refused("update", PKS, "--title", blank, "--reason", "x", status=2)


@pytest.mark.parametrize(
    "text", ["a\x1b[31mb", "a\u202eb", "a\udcffb", "x" * 100_000, '"', "' OR 1=1 --", "*", "%"]
)
def test_searching_for_anything_is_harmless(text: str, busy: Path, run: Run) -> None:
    result = run("search", text)
    assert result.status in {0, 1, 2}
    assert result.out.count("\n") <= 1 if result.status == 0 else faults(result) == []
