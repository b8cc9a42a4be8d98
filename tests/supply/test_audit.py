"""The audit: three answers that cannot be taken for one another, whatever the auditor's exit status says."""

from __future__ import annotations

import json
import subprocess
import sys
from typing import TYPE_CHECKING

import pytest

from supply.audit import Verdict, judge, main
from supply.lock import Package

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

MDURL = Package("mdurl", "0.1.2", "", ("a" * 64,))
COLORAMA = Package("colorama", "0.4.6", "sys_platform == 'tidak-ada'", ("b" * 64,))
SOUND = {"name": "mdurl", "version": "0.1.2", "vulns": []}
BAD = {"name": "colorama", "version": "0.4.6", "vulns": [{"id": "PYSEC-1", "fix_versions": ["0.4.7"]}]}
SKIPPED = {"name": "colorama", "skip_reason": "Dependency not found"}


def _answer(status: int, *told: Mapping[str, object], error: str = "") -> subprocess.CompletedProcess[str]:
    out = json.dumps({"dependencies": told, "fixes": []}) if told else ""
    return subprocess.CompletedProcess([], status, out, error)


def test_clean_is_an_answer_about_every_package() -> None:
    assert judge([MDURL], _answer(0, SOUND)) == (Verdict.CLEAN, [])


@pytest.mark.parametrize(
    "told",
    [
        (SOUND,),
        (SOUND, SKIPPED),
        (SOUND, {**SKIPPED, "version": "0.4.6"}),
        (SOUND, {**BAD, "version": "9", "vulns": []}),
    ],
)
def test_a_green_answer_with_a_gap_is_not_clean(told: tuple[Mapping[str, object], ...]) -> None:
    """Left out, skipped, or answered for another version; the auditor ended with 0."""
    assert judge([MDURL, COLORAMA], _answer(0, *told)) == (
        Verdict.UNCHECKED,
        ["no answer about colorama 0.4.6"],
    )


def test_a_vulnerability_is_named_with_its_fix_and_outweighs_a_gap() -> None:
    verdict, reasons = judge([MDURL, COLORAMA], _answer(1, BAD))
    assert verdict is Verdict.VULNERABLE
    assert reasons == ["colorama 0.4.6: PYSEC-1, fixed in 0.4.7", "no answer about mdurl 0.1.2"]


def test_no_answer_gives_the_auditors_last_words() -> None:
    assert judge([MDURL], _answer(1, error="Traceback …\nConnectionError: no route\n")) == (
        Verdict.UNCHECKED,
        ["ConnectionError: no route"],
    )
    assert judge([MDURL], _answer(0))[0] is Verdict.UNCHECKED


def test_an_auditor_that_fails_without_a_finding_is_not_clean() -> None:
    assert judge([MDURL], _answer(1, SOUND)) == (Verdict.UNCHECKED, ["the auditor ended with 1"])


AUDITOR = """\
import json, sys
assert "--strict" in sys.argv
pins = [line.split()[0].split("==") for line in open(sys.argv[-1]) if ";" not in line]
vulns = {"colorama": [{"id": "PYSEC-1", "fix_versions": []}]} if FATE == "vulnerable" else {}
if FATE == "skipped" and "colorama" in dict(pins):
    sys.exit("ERROR: colorama skipped")
print(json.dumps({"dependencies": [dict(name=n, version=v, vulns=vulns.get(n, [])) for n, v in pins]}))
sys.exit(len(vulns))
"""


@pytest.mark.parametrize(
    ("fate", "status", "sentence"),
    [
        ("sound", 0, "clean: no known vulnerability\n"),
        ("vulnerable", 3, "VULNERABLE\n  colorama 0.4.6: PYSEC-1, fixed in no release yet\n"),
        (
            "skipped",
            1,
            "COULD NOT BE CHECKED: this says nothing about vulnerabilities\n  ERROR: colorama skipped\n",
        ),
    ],
)
def test_status_and_sentence_tell_the_three_apart_for_other_platforms_packages_too(
    fate: str, status: int, sentence: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """The stand-in for pip-audit passes over a line with a marker, as the real one does away from Windows."""
    lock, auditor = tmp_path / "a.lock", tmp_path / "auditor.py"
    lock.write_text(
        f"{COLORAMA.pin} ; {COLORAMA.marker} --hash=sha256:{COLORAMA.hashes[0]}\n"
        f"{MDURL.pin} --hash=sha256:{MDURL.hashes[0]}\n",
        "utf-8",
    )
    auditor.write_text(f"FATE = {fate!r}\n{AUDITOR}", "utf-8")
    assert main([str(lock)], (sys.executable, str(auditor))) == status
    assert capsys.readouterr().out == f"a.lock, 2 packages: {sentence}"
