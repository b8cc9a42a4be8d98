"""Three acts kept apart: new information is filled in, a correction says why; terms follow rules."""

from __future__ import annotations

import json
import re
from datetime import date
from hashlib import sha256
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from kskd.domain.values.dates import ISO, format_date

if TYPE_CHECKING:
    from collections.abc import Callable

PKS = "PKS-2024-001"
BARE = "PKS-2025-001"  # a derived document of which only the title was said
UNCHANGED = "Tidak ada yang berubah.\n"


@pytest.fixture
def bare(ok: Callable[..., str], desk: Path) -> Path:
    """``desk`` with a draft of which nothing is known but its parent and title."""
    ok(
        "add-mou",
        "--scheme",
        "ksdpk",
        "--title",
        "Payung lain",
        "--partner",
        "PT Maju Contoh",
        "--opd",
        "DIKBUD",
    )
    ok("derive-pks", "KB-2025-001", "--title", "Rancangan")
    return desk


def _party(shown: dict[str, Any], seat: int, key: str) -> object:
    return shown["parties"][seat][key]


def _said(typed: str) -> str:
    """A day as a line of change tells it, any other value as it was typed."""
    return format_date(date.fromisoformat(typed)) if re.fullmatch(ISO, typed) else typed


# Option, a first and a second value, and how ``show`` reads it.
FIELDS: dict[str, tuple[str, str, Callable[[dict[str, Any]], object]]] = {
    "--number": ("1/2024", "2/2024", lambda shown: _party(shown, 0, "number")),
    "--partner-number": ("3/M/2024", "4/M/2024", lambda shown: _party(shown, 1, "number")),
    "--partner-signer": ("Direktur Utama", "Direktur", lambda shown: _party(shown, 1, "signer_office")),
    "--signer": ("Kepala Dinas", "Plt. Kepala Dinas", lambda shown: _party(shown, 0, "signer_office")),
    "--signer-name": ("Fulan Contoh", "Fulanah Contoh", lambda shown: _party(shown, 0, "signer_name")),
    "--power-of-attorney": ("1/SK/2024", "2/SK/2024", lambda shown: _party(shown, 0, "power_of_attorney")),
    "--power-of-attorney-date": (
        "2024-04-01",
        "2024-04-02",
        lambda shown: _party(shown, 0, "power_of_attorney_date"),
    ),
    "--original-place": ("Lemari 3", "Lemari 4", lambda shown: shown["original_place"]),
    "--signed": ("2024-05-02", "2024-05-03", lambda shown: shown["signed_on"]),
    "--starts": ("2024-06-01", "2024-06-02", lambda shown: shown["starts_on"]),
    "--ends": ("2026-01-01", "2026-01-02", lambda shown: shown["ends_on"]),
    "--until": ("predikat WBK diraih", "predikat WBBM diraih", lambda shown: shown["end_condition"]),
    "--duration": ("2 tahun", "3 tahun", lambda shown: shown["duration_typed"]),
    "--note": ("Naskah asli belum diterima", "Naskah asli sudah diterima", lambda shown: shown["note"]),
}
# Recorded from the start, so that any other value is a correction.
RECORDED: dict[str, tuple[str, Callable[[dict[str, Any]], object], object]] = {
    "--title": ("Judul lain", lambda shown: shown["title"], "Judul lain"),
    "--opd": ("DINKES", lambda shown: shown["lead_opd"], "DINKES"),
    "--parent": ("KB-2024-001", lambda shown: shown["parent"], "KB-2024-001"),
}
# Lists: adding is new information, taking away is a correction.
LISTS: dict[str, tuple[str, str, str, Callable[[dict[str, Any]], object]]] = {
    "--affair": ("1.01", "--drop-affair", "1.01", lambda shown: shown["affairs"]),
    "--scope": ("Butir satu", "--drop-scope", "Butir satu", lambda shown: shown["scope"]),
    "--support-opd": ("DINKES", "--drop-support-opd", "DINKES", lambda shown: shown["support_opds"]),
    "--partner": (
        "Universitas Contoh",
        "--drop-partner",
        "Universitas Contoh",
        lambda shown: shown["partners"][1:],
    ),
}


@pytest.mark.parametrize("option", FIELDS)
def test_an_empty_field_is_filled_and_then_only_corrected_with_a_reason(
    option: str,
    bare: Path,
    told: Callable[..., str],
    refused: Callable[..., str],
    show: Callable[..., dict[str, Any]],
) -> None:
    first, second, read = FIELDS[option]
    changed = f"{_said(first)} → {_said(second)}"
    assert read(show(BARE)) is None
    assert f"belum tercatat → {_said(first)}" in told("update", BARE, option, first)
    assert read(show(BARE)) == first
    assert told("update", BARE, option, first) == UNCHANGED
    sentence = refused("update", BARE, option, second)
    assert changed in sentence
    assert "--reason" in sentence
    assert changed in told("update", BARE, option, second, "--reason", "salah ketik")
    assert read(show(BARE)) == second


@pytest.mark.parametrize("option", RECORDED)
def test_what_was_recorded_is_corrected_only_with_a_reason(
    option: str,
    bare: Path,
    told: Callable[..., str],
    refused: Callable[..., str],
    show: Callable[..., dict[str, Any]],
) -> None:
    value, read, expected = RECORDED[option]
    assert "--reason" in refused("update", BARE, option, value)
    told("update", BARE, option, value, "--reason", "salah catat")
    assert read(show(BARE)) == expected


@pytest.mark.parametrize("option", LISTS)
def test_lists_grow_freely_and_shrink_with_a_reason(
    option: str,
    bare: Path,
    told: Callable[..., str],
    refused: Callable[..., str],
    show: Callable[..., dict[str, Any]],
) -> None:
    value, drop, dropped, read = LISTS[option]
    assert read(show(BARE)) == []
    told("update", BARE, option, value)
    assert read(show(BARE)) == [value]
    assert told("update", BARE, option, value) == UNCHANGED
    assert "--reason" in refused("update", BARE, drop, dropped)
    assert "dihapus" in told("update", BARE, drop, dropped, "--reason", "salah catat")
    assert read(show(BARE)) == []


def test_new_information_and_a_correction_at_once_need_a_reason(
    bare: Path, refused: Callable[..., str]
) -> None:
    assert "Judul" in refused("update", BARE, "--note", "Catatan", "--title", "Judul lain")


def test_a_number_goes_to_the_partner_named_beside_it(
    ok: Callable[..., str], show: Callable[..., dict[str, Any]]
) -> None:
    """``--partner X --partner-number N`` speaks of X, also when others are there before it."""
    ok(
        "update",
        PKS,
        "--partner",
        "PT Maju Contoh",
        "--partner-number",
        "5/MC/2024",
        "--partner-signer",
        "Direktur",
    )
    of = {party["name"]: (party["number"], party["signer_office"]) for party in show(PKS)["parties"]}
    assert of["Universitas Contoh"] == (None, None)
    assert of["PT Maju Contoh"] == ("5/MC/2024", "Direktur")


def test_an_unknown_number_among_several_is_left_out(
    ok: Callable[..., str], desk: Path, show: Callable[..., dict[str, Any]]
) -> None:
    made = ok(
        "add-mou",
        "--scheme",
        "ksdd-sukarela",
        "--title",
        "Bertiga",
        "--opd",
        "DINKES",
        "--partner",
        "PT Maju Contoh",
        "--partner",
        "Universitas Contoh",
        "--partner-number",
        "-",
        "--partner-number",
        "9/UC",
    ).strip()
    assert show(made)["numbers"] == [{"party": "Universitas Contoh", "number": "9/UC"}]


def test_a_file_is_kept_by_its_digest(
    ok: Callable[..., str], desk: Path, show: Callable[..., dict[str, Any]]
) -> None:
    Path("naskah").mkdir()
    Path("naskah/pks.pdf").write_bytes(b"isi")
    ok("update", PKS, "--file", "naskah/pks.pdf")
    assert show(PKS)["files"] == [
        {"path": "naskah/pks.pdf", "size": 3, "sha256": sha256(b"isi").hexdigest(), "embedded": False}
    ]


def test_a_file_whose_content_changed_is_a_correction(
    ok: Callable[..., str], refused: Callable[..., str], told: Callable[..., str]
) -> None:
    """The digest is there so that another content is noticed; it is not taken over in silence."""
    Path("pks.pdf").write_bytes(b"isi pertama")
    ok("update", PKS, "--file", "pks.pdf")
    Path("pks.pdf").write_bytes(b"isi kedua")
    assert "--reason" in refused("update", PKS, "--file", "pks.pdf")
    assert told("update", PKS, "--file", "pks.pdf", "--reason", "pindaian ulang") != UNCHANGED


@pytest.mark.parametrize(
    "args",
    [
        ["update", PKS],
        ["update", PKS, "--scope", "Pelatihan bidan"],
        ["update", PKS, "--parent", "KB-2024-001"],
        ["update", PKS, "--title", " Pelatihan  bidan desa "],
        ["update", PKS, "--years", "2"],
        ["update", PKS, "--signed", "2 Mei 2024"],
        ["update", PKS, "--affair", "Kesehatan"],
        ["update", PKS, "--opd", "dinas kesehatan"],
        ["evaluate", PKS, "--period", "2024-S2"],
        ["opd", "rename", "DINKES", "--name", "Dinas Kesehatan"],
        ["setting", "set", "seat", "Contoh"],
    ],
)
def test_what_changes_nothing_writes_nothing(args: list[str], run: Callable[..., Any], desk: Path) -> None:
    """Nothing new was said, so the journal has nothing new, and no evaluation is counted as made."""
    before = desk.read_bytes()
    assert run(*args).status in {0, 1, 2}
    assert desk.read_bytes() == before


def test_the_same_scope_item_is_kept_once(
    ok: Callable[..., str], desk: Path, show: Callable[..., dict[str, Any]]
) -> None:
    made = ok("derive-pks", "KB-2024-001", "--title", "x", "--scope", "Gizi", "--scope", "Gizi").strip()
    assert show(made)["scope"] == ["Gizi"]


def test_every_change_of_a_journalled_act_is_told(ok: Callable[..., str], told: Callable[..., str]) -> None:
    """One line for each fact: no change goes by in silence."""
    said = told(
        "update",
        PKS,
        "--number",
        "1",
        "--note",
        "n",
        "--partner-number",
        "2",
        "--affair",
        "1.01",
        "--scope",
        "C",
        "--reason",
        "x",
    )
    assert said.count("→") == 5
    (act,) = json.loads(ok("log", "--limit", "1", "--format", "json"))["items"]
    assert (act["reason"], {entry["table"] for entry in act["entries"]}) == (
        "x",
        {"agreement", "party", "affair", "scope_item"},
    )


def test_void_needs_a_reason_and_keeps_the_document(
    ok: Callable[..., str], refused: Callable[..., str], show: Callable[..., dict[str, Any]]
) -> None:
    assert "--reason" in refused("void", PKS)
    ok("void", PKS, "--reason", "tercatat dua kali")
    shown = show(PKS)
    assert (shown["status"], shown["void_reason"], shown["title"]) == (
        "void",
        "tercatat dua kali",
        "Pelatihan bidan desa",
    )
    assert "tercatat dua kali" in refused("void", PKS, "--reason", "x")
    assert show("KB-2024-001")["children"] == []


CLEARED: dict[str, tuple[str, Callable[[dict[str, Any]], object]]] = {
    **{option.removeprefix("--"): (first, read) for option, (first, _, read) in FIELDS.items()},
    "replaces": ("KB-2024-001", lambda shown: shown["predecessor"]),
}


@pytest.mark.parametrize(
    "field", [*sorted(CLEARED.keys() - {"ends", "until", "duration", "power-of-attorney-date"})]
)
def test_what_was_recorded_by_mistake_is_taken_back_with_a_reason(
    field: str,
    bare: Path,
    told: Callable[..., str],
    refused: Callable[..., str],
    show: Callable[..., dict[str, Any]],
) -> None:
    value, read = CLEARED[field]
    told("update", BARE, f"--{field}", value)
    assert read(show(BARE)) == value
    assert "--reason" in refused("update", BARE, "--clear", field)
    assert "dihapus" in told("update", BARE, "--clear", field, "--reason", "salah naskah")
    assert read(show(BARE)) is None


def test_ends_taken_back_leaves_no_end_of_any_kind(
    bare: Path, told: Callable[..., str], show: Callable[..., dict[str, Any]]
) -> None:
    for end in (
        ["--ends", "2026-01-01"],
        ["--until", "predikat WBK diraih"],
        ["--open-ended"],
        ["--years", "2"],
    ):
        told("update", BARE, *end, "--reason", "uji")
        told("update", BARE, "--clear", "ends", "--reason", "salah naskah")
        shown = show(BARE)
        assert (shown["end_kind"], shown["ends_on"], shown["end_condition"], shown["end_typed"]) == (
            None,
        ) * 4


def test_a_power_of_attorney_is_taken_back_with_its_day(
    bare: Path, told: Callable[..., str], show: Callable[..., dict[str, Any]]
) -> None:
    """The day of a letter that is not there says nothing."""
    told("update", BARE, "--power-of-attorney", "1/SK/2024", "--power-of-attorney-date", "2024-04-01")
    told("update", BARE, "--clear", "power-of-attorney", "--reason", "salah naskah")
    own = show(BARE)["parties"][0]
    assert (own["power_of_attorney"], own["power_of_attorney_date"]) == (None, None)


def test_a_scheme_is_corrected_at_the_head_of_its_chain(
    ok: Callable[..., str], refused: Callable[..., str], desk: Path, show: Callable[..., dict[str, Any]]
) -> None:
    """One chain has one scheme: what hangs on its head follows, in the same act, and is undone with it."""
    assert desk.exists()
    assert "kskd update KB-2024-001 --scheme sinergi" in refused(
        "update", PKS, "--scheme", "sinergi", "--reason", "x"
    )
    before = [show(one)["scheme"] for one in ("KB-2024-001", PKS)]
    ok("update", "KB-2024-001", "--scheme", "ksdd-sukarela", "--reason", "salah catat")
    assert [show(one)["scheme"] for one in ("KB-2024-001", PKS)] == ["ksdd-sukarela", "ksdd-sukarela"]
    ok("undo", "--yes")
    assert [show(one)["scheme"] for one in ("KB-2024-001", PKS)] == before


def test_a_scheme_is_corrected_with_a_reason(
    ok: Callable[..., str], refused: Callable[..., str], desk: Path, show: Callable[..., dict[str, Any]]
) -> None:
    """As any correction is."""
    assert desk.exists()
    alone = ok(
        "add-mou", "--scheme", "ksdpk", "--title", "Sendiri", "--partner", "PT Maju Contoh", "--opd", "DINKES"
    ).strip()
    assert "--reason" in refused("update", alone, "--scheme", "ksdd-sukarela")
    ok("update", alone, "--scheme", "ksdd-sukarela", "--reason", "salah catat")
    assert show(alone)["scheme"] == "ksdd-sukarela"
