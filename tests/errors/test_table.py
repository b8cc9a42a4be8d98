"""The table of refusals: each entry has one code, a sentence, and what to do next or a reason for nothing."""

from __future__ import annotations

import re

import pytest

from kskd.domain.settings import SETTINGS
from kskd.errors import refusal
from kskd.errors.table import REFUSALS, SUBJECTS, Refusal
from kskd.rules.catalogue import RULES
from kskd.workflows.law.explaining import explain, texts

ENTRIES = pytest.mark.parametrize("entry", REFUSALS.values(), ids=REFUSALS)

# Why an entry may say nothing of what to do: it says it already, or passes on what it was told;
_SAYS_IT_ALREADY = r"--|harus|: isi |^Sebut |^Pilih |^Belum disebut|dicatat dengan|\(yang (ada|ditutup)"
_PASSES_ON = r"\{(reason|what|why|fault|problem|problems|sentences|outcome)\}"
# or it says how things stand, and there is nothing to do about it.
STANDS = {
    "confirmation-denied",
    "restore-denied",
    "output-closed",
    "agreement-succeeded",
    "amendment-known",
    "opd-code-taken",
    "opd-label-taken",
    "partner-label-taken",
    "opd-succeeded",
    "opd-succeeds-itself",
    "partners-same",
    "period-closed-already",
    "agreement-void",
    "agreement-void-for-clock",
    "draft-not-extended",
    "party-numbered-amendment",
    "file-only-linked",
    "evaluation-period-ahead",
    "signed-after-period",
    "period-before-signing",
    "obstacle-not-yet-there",
    "obstacle-closed",
    "umbrella-without-targets",
    "desk-nothing-to-evaluate",
    "desk-nothing-to-evaluate-for",
    "sheet-without-agreements",
    "finding-not-accepted",
    "clock-only-below-province",
    "report-opd-without-agreements",
    "report-opd-without-matches",
    "registry-of-other-program",
    "act-to-undo-missing",
    "undo-nothing-left",
    "undo-of-erased",
    "undo-of-erase",
    "undo-of-doctor",
    "undo-depended-on",
    "erasure-of-opd-name",
}
# These could say what to do, and do not yet.
OWING = {
    "option-value-not-whole",
    "file-name-unrecordable",
    "action-done-before-agreed",
    "holidays-empty",
    "csv-row-too-long",
    "csv-too-wide",
    "registry-name-unusable",
    "registry-not-a-database",
    "registry-memory-full",
    "registry-not-made-disk",
    "sqlite-too-old",
    "demo-without-shell",
}


def test_a_code_is_given_once() -> None:
    entries = [code for subject in SUBJECTS.values() for kind in subject.values() for code in kind]
    assert len(entries) == len(set(entries)) == len(REFUSALS)


def test_a_code_is_no_other_thing_that_is_explained() -> None:
    told = texts()
    others = {*SETTINGS, *told["terms"], *told["aliases"], *told["errors"], *(rule.code for rule in RULES)}
    assert {other.casefold() for other in others}.isdisjoint(REFUSALS)


@ENTRIES
def test_an_entry_is_whole(entry: Refusal) -> None:
    assert re.fullmatch(r"[a-z]+(-[a-z0-9]+)+", entry.code)
    assert entry.sentence
    assert entry.sentence == entry.sentence.strip()
    assert entry.text.endswith((".", "?", "{hint}", "{sentences}", "{problems}"))
    assert "\n" not in entry.remedy
    assert (
        entry.sentence.endswith((".", "?", ";", ":", ",")) or not entry.remedy or entry.code == "usage-wrong"
    )


def test_an_entry_says_what_to_do_or_why_nothing() -> None:
    silent = {
        entry.code
        for entry in REFUSALS.values()
        if not (entry.remedy or re.search(f"{_SAYS_IT_ALREADY}|{_PASSES_ON}", entry.sentence))
    }
    assert silent == STANDS | OWING


@ENTRIES
def test_every_refusal_is_explained_with_its_exit_status(entry: Refusal) -> None:
    (found,) = explain(entry.code.replace("-", " ").upper())
    said = dict(found.sections)
    assert found.key == entry.code
    assert not re.search(r"[{}]", f"{said['Pesan']}{said.get('Langkah', '')}")
    assert said["Kode keluar"] == str(entry.kind.exit_status)


def test_a_refusal_has_its_code_and_its_class() -> None:
    error = refusal("end-before-start", end="1 Mei 2024", start="2 Mei 2024")
    assert (error.code, type(error).__name__, error.exit_status) == ("end-before-start", "InvalidFact", 1)
    assert str(error) == (
        "Tanggal akhir 1 Mei 2024 mendahului tanggal mulai 2 Mei 2024; perbaiki salah satunya."
    )
    assert refusal("option-missing", options="--on").exit_status == 2


def test_a_value_is_never_read_as_a_sentence() -> None:
    assert str(refusal("rule-unknown", text="{x}\n{0}")).startswith("Aturan {x}\n{0} tidak dikenal. Lihat")
