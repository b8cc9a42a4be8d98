"""What ``check``, ``gaps``, ``due``, ``next`` and others print as a command works on its document."""

from __future__ import annotations

import re
import shlex
import shutil
from datetime import UTC, date, datetime, time
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

import pytest

from kskd.domain.document.chain import Doc, Scheme
from kskd.domain.document.clauses import CONTENTS
from kskd.domain.document.facts import FACTS
from kskd.domain.values.kinds import FieldKind
from tests.cli.command_line import document
from tests.conftest import invoke, succeed

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tests.conftest import Once

DAYS = (date(2025, 8, 15), date(2026, 11, 28), date(2030, 6, 30))
"""Days after all that was entered: what is printed on an earlier one was done since."""
PRINTING = {
    "check": ("check", "--severity", "error,warning,info"),
    "gaps": ("gaps",),
    "due": ("due", "--within", "400"),
    "next": ("next",),
    "quality": ("quality", "--each"),
}
# What a person puts in the place of capitals and dots, by the option before them, else by its kind.
_PUT_IN = {
    "--ground": "kesepakatan",
    "--recommendation": "lanjut",
    "--opd": "DINKES",
    "--file": "naskah.pdf",
    "--value": "75",
    "--funding": "apbd",
    "--adds-burden": "tidak",
    "--power-of-attorney-date": "2020-01-02",
}
_BY_KIND = {FieldKind.YES_NO: "tidak", FieldKind.DATE: "TANGGAL"}
# What is asked at a terminal, and must be said without one.
_ASKED = {
    "evaluate": ("--implementation", "penuh"),
    "derive-pks": ("--title", "Uji lain"),
    "add-mou": ("--title", "Uji lain"),
}


class Printed(NamedTuple):
    """A command as it is printed, for which document, by what rule or clock, on which day."""

    agreement: str | None
    by: str
    text: str
    day: date

    @property
    def sort(self) -> tuple[str, str, str]:
        """Commands that differ in nothing but ids and periods are of one sort."""
        text = re.sub(r"\b[A-Z]+-\d{4}-\d+\b", "ID", self.text)
        return (self.agreement or "").split("-")[0], self.by, re.sub(r"--period \S+", "--period P", text)


def _named(text: str) -> Iterator[str]:
    """The commands in a remedy, each up to the words around it."""
    for found in re.finditer(r"\bkskd (?=[a-z])(.*?)(?=[,;)]+(?: |\Z)|\(?\bkskd |\Z)", text):
        yield found[1].strip().removesuffix(" atau").removesuffix(".").strip()


def _printed(day: date) -> Iterator[Printed]:
    for command, args in PRINTING.items():
        for item in document(succeed(*args, "--format", "json", "--as-of", day.isoformat()))["items"]:
            by = item.get("rule") or item.get("kind") or item["field"]
            for text in _named(item.get("remedy") or item["command"]):
                yield Printed(item["agreement"], f"{command} {by}", text, day)


def _typed(one: Printed) -> list[str]:
    """The command as a person would type it."""
    words: list[str] = []
    for part in shlex.split(one.text):
        option = words[-1] if words and words[-1].startswith("--") else ""
        if not re.fullmatch(r"…|[A-Z][A-Z_]+", part):
            words.append(part.replace("…", "uji"))
        elif option:
            words.append(_value(one, option, part))
    option, value = _ASKED.get(words[0], ("", ""))
    says = {word for word in words if word.startswith("--")}
    is_said = not option or option in says or (words[0] == "evaluate" and says != {"--period"})
    return words if is_said else [*words, option, value]


def _value(one: Printed, option: str, part: str) -> str:
    """What is put in the place of one word."""
    doc = Doc((one.agreement or "kb").split("-", maxsplit=1)[0].casefold())
    if option == "--clause":
        return next(content.clauses[0] for content in CONTENTS if content.doc is doc)
    if option == "--partner":
        return str(next(party["name"] for party in _shown(one)["parties"] if not party["is_own"]))
    if option == "--parent":
        found = succeed("list", "--doc", "kb", "--scheme", _shown(one)["scheme"], "--columns", "id")
        return found.split()[1]
    fact = FACTS.get(option.removeprefix("--").replace("-", "_"))
    if fact is not None and fact.kind is FieldKind.CHOICE:
        return fact.choices[-1][0]
    value = _PUT_IN.get(option) or _BY_KIND.get(fact.kind if fact else FieldKind.TEXT, part)
    if value != "TANGGAL":
        return "7/UJI/2025" if value == part else value
    is_correction = option == "--signed" and one.text.startswith("update")
    return (is_correction and _shown(one)["signed_on"]) or one.day.isoformat()


def _shown(one: Printed) -> dict[str, Any]:
    return document(succeed("show", one.agreement or "", "--format", "json"))


def _spoil(answer: str | None) -> None:
    """Give every question of law of every document one answer, or take all answers away."""
    for item in document(succeed("list", "--format", "json"))["items"]:
        doc, scheme = Doc(item["doc"]), Scheme(item["scheme"])
        told = [fact for fact in FACTS if fact.applies_to(doc, scheme)]
        if answer is None:
            options = [part for fact in told for part in ("--clear", fact.name)]
        else:
            asked = [fact for fact in told if fact.kind is FieldKind.YES_NO]
            options = [part for fact in asked for part in (fact.option, answer)]
        result = invoke("update", item["id"], *options, "--reason", "uji")
        assert result.status == 0, result.err


@pytest.fixture(params=["as it is", "all is no", "all is yes", "nothing is known"])
def registry(request: pytest.FixtureRequest, example: Path, once: Once) -> Path:
    """The example, and what becomes of it when each question of law has the same answer."""

    def fill() -> None:
        shutil.copy(example, "kskd.db")
        if request.param != "as it is":
            _spoil({"all is no": "tidak", "all is yes": "ya"}.get(request.param))

    return Path(shutil.copy(once(f"printed {request.param}", fill) / "kskd.db", example))


def _failing(printed: list[Printed], patch: pytest.MonkeyPatch) -> list[str]:
    """Those that are refused, with the words of the refusal; each is only tried, nothing is changed."""
    failed = []
    for one in {each.sort: each for each in printed}.values():
        moment = datetime.combine(one.day, time(), UTC)
        patch.setenv("SOURCE_DATE_EPOCH", str(int(moment.timestamp())))
        words = _typed(one)
        result = invoke(*words, "--dry-run") if "--help" not in words else invoke(*words)
        if result.status != 0 and "--dry-run" in result.err:  # it only reads
            result = invoke(*words)
        if result.status != 0:
            failed.append(f"{one.by} {one.agreement}: {shlex.join(words)}: {result.err.strip()}")
    return failed


def test_every_printed_command_works_on_its_document(registry: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    Path("naskah.pdf").write_bytes(b"%PDF-1.4 uji")
    printed = [one for day in DAYS for one in _printed(day)]
    assert len({one.by for one in printed}) > 40
    failing = _failing(printed, monkeypatch)
    assert not failing, "\n".join(failing)


def test_letters_to_units_name_no_command(example: Path) -> None:
    """Who gets a reminder has no kskd."""
    assert "kskd" not in succeed("remind", "--dry-run", "--as-of", "2026-11-28")
