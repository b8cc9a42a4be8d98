"""OPD and partners: known by many names, renamed, carried on and merged without losing what was recorded."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

import pytest

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path


def _one(ok: Callable[..., str], *args: str) -> dict[str, Any]:
    (item,) = json.loads(ok(*args, "--format", "json"))["items"]
    assert isinstance(item, dict)
    return item


def _opd(ok: Callable[..., str], text: str) -> dict[str, Any]:
    return _one(ok, "opd", "show", text)


@pytest.mark.parametrize(
    "typed", ["DINKES", "dinkes", "Dinas Kesehatan", "DINAS  KESEHATAN", "dinas-kesehatan"]
)
def test_a_unit_is_known_by_code_and_name(typed: str, ok: Callable[..., str], desk: Path) -> None:
    assert _opd(ok, typed)["code"] == "DINKES"


def test_a_renamed_unit_keeps_its_code_and_its_old_name(ok: Callable[..., str], desk: Path) -> None:
    assert ok("opd", "rename", "DINKES", "--name", "Dinas Kesehatan Daerah").strip() == "DINKES"
    found = _opd(ok, "Dinas Kesehatan")
    assert (found["name"], found["aliases"]) == ("Dinas Kesehatan Daerah", ["Dinas Kesehatan"])


def test_a_name_taken_back_is_no_alias_of_itself(ok: Callable[..., str], desk: Path) -> None:
    ok("opd", "rename", "DINKES", "--name", "Dinas Kesehatan Daerah")
    ok("opd", "rename", "DINKES", "--name", "Dinas Kesehatan")
    found = _opd(ok, "DINKES")
    assert (found["name"], found["aliases"]) == ("Dinas Kesehatan", ["Dinas Kesehatan Daerah"])


def test_a_unit_that_carries_on_begins_where_the_old_one_ends(ok: Callable[..., str], desk: Path) -> None:
    ok(
        "opd",
        "rename",
        "DINKES",
        "--code",
        "DKPP",
        "--name",
        "Dinas Kesehatan dan Pangan",
        "--on",
        "1 Januari 2025",
    )
    old, new = _opd(ok, "DINKES"), _opd(ok, "DKPP")
    assert (old["valid_to"], old["successor"], new["valid_from"]) == ("2024-12-31", "DKPP", "2025-01-01")


def test_a_unit_is_merged_into_one_that_is_there(ok: Callable[..., str], desk: Path) -> None:
    assert ok("opd", "rename", "DIKBUD", "--into", "DINKES", "--on", "2025-01-01").strip() == "DINKES"
    assert _opd(ok, "DIKBUD")["successor"] == "DINKES"


def test_units_do_not_succeed_each_other_in_a_ring(
    ok: Callable[..., str], refused: Callable[..., str], desk: Path
) -> None:
    ok("opd", "rename", "DIKBUD", "--into", "DINKES", "--on", "2025-01-01")
    assert "dirinya sendiri" in refused("opd", "rename", "DINKES", "--into", "DIKBUD", "--on", "2025-01-02")


def test_a_unit_is_carried_on_once(ok: Callable[..., str], refused: Callable[..., str], desk: Path) -> None:
    ok("opd", "rename", "DIKBUD", "--into", "DINKES", "--on", "2025-01-01")
    assert "DINKES" in refused(
        "opd", "rename", "DIKBUD", "--code", "DISDIK", "--name", "Dinas X", "--on", "2025-01-02"
    )


def test_a_unit_does_not_end_before_it_began(
    ok: Callable[..., str], refused: Callable[..., str], desk: Path
) -> None:
    ok("opd", "add", "DLH", "--name", "Dinas Lingkungan Hidup", "--valid-from", "2020-01-01")
    assert "1 Januari 2020" in refused("opd", "rename", "DLH", "--into", "DINKES", "--on", "2020-01-01")
    ok("opd", "rename", "DIKBUD", "--into", "DINKES", "--on", "2025-01-01")
    update = ("opd", "update", "DIKBUD", "--valid-from")
    assert "31 Desember 2024" in refused(*update, "2025-01-01")
    ok(*update, "2024-12-31")
    assert "Yang ada: valid-from." in refused("opd", "update", "DIKBUD", "--clear", "successor")


def test_documents_are_counted_per_unit(ok: Callable[..., str], desk: Path) -> None:
    ok("update", "KB-2024-001", "--support-opd", "DIKBUD")
    assert (_opd(ok, "DINKES")["led"], _opd(ok, "DIKBUD")["supported"]) == (2, 1)
    ok("void", "PKS-2024-001", "--reason", "x")
    assert _opd(ok, "DINKES")["led"] == 1


@pytest.mark.parametrize(
    "typed", ["PT Maju Contoh", "pt. maju contoh", "P.T. Maju Contoh", " PT  MAJU CONTOH "]
)
def test_a_partner_is_known_however_it_is_spelled(typed: str, ok: Callable[..., str], desk: Path) -> None:
    assert _one(ok, "partner", "show", typed)["name"] == "PT Maju Contoh"


@pytest.mark.parametrize("typed", ["Maju Contoh", "PT Maju Conto", "PT Contoh Maju", "Universitas Contho"])
def test_a_name_that_resembles_a_partner_is_refused_with_the_candidate(
    typed: str, ok: Callable[..., str], refused: Callable[..., str], desk: Path
) -> None:
    assert "Contoh" in refused("partner", "add", typed)
    assert ok("partner", "add", typed, "--new") == f"{typed}\n"


def test_a_new_partner_said_on_the_way_has_its_kind(
    ok: Callable[..., str], told: Callable[..., str], desk: Path
) -> None:
    said = told(
        "add-mou",
        "--scheme",
        "ksdd-sukarela",
        "--title",
        "x",
        "--opd",
        "DINKES",
        "--partner",
        "Kota Misal",
        "--new",
        "--partner-kind",
        "pemda",
    )
    assert "Mitra baru: Kota Misal." in said
    assert _one(ok, "partner", "show", "Kota Misal")["kind"] == "pemda"


def test_what_another_spelling_was_read_as_is_told(told: Callable[..., str]) -> None:
    said = told("update", "PKS-2024-001", "--partner", "p.t. maju contoh")
    assert "dibaca sebagai mitra PT Maju Contoh" in said


def test_merged_partners_are_one_everywhere(
    ok: Callable[..., str], desk: Path, show: Callable[..., dict[str, Any]]
) -> None:
    ok("partner", "add", "Univ Contoh Raya", "--alias", "UCR")
    made = ok("add-mou", "--scheme", "ksdpk", "--title", "x", "--opd", "DINKES", "--partner", "UCR").strip()
    ok("partner", "merge", "UCR", "Universitas Contoh", "--reason", "orang yang sama")
    assert show(made)["partners"] == ["Universitas Contoh"]
    for name in ("UCR", "Univ Contoh Raya", "Universitas Contoh"):
        assert _one(ok, "partner", "show", name)["agreements"] == 3
    names = [item["name"] for item in json.loads(ok("partner", "list", "--format", "json"))["items"]]
    assert names == ["PT Maju Contoh", "Universitas Contoh"]
    listed = json.loads(ok("list", "--partner", "UCR", "--format", "json"))["items"]
    assert len(listed) == 3


def test_the_old_name_of_a_merged_partner_is_shown_among_its_names(
    ok: Callable[..., str], desk: Path
) -> None:
    """Found by that name, it should also say so."""
    ok("partner", "add", "Kampus Contoh Jaya")
    ok("partner", "merge", "Kampus Contoh Jaya", "Universitas Contoh", "--reason", "sama")
    assert "Kampus Contoh Jaya" in _one(ok, "partner", "show", "Kampus Contoh Jaya")["aliases"]


def test_two_parties_of_one_document_are_not_merged(
    ok: Callable[..., str], refused: Callable[..., str], desk: Path
) -> None:
    ok("update", "PKS-2024-001", "--partner", "PT Maju Contoh")
    assert "PKS-2024-001" in refused(
        "partner", "merge", "PT Maju Contoh", "Universitas Contoh", "--reason", "x"
    )


def test_a_kind_is_filled_and_then_corrected_with_a_reason(
    ok: Callable[..., str], refused: Callable[..., str], desk: Path
) -> None:
    ok("partner", "add", "Kota Misal")
    ok("partner", "update", "Kota Misal", "--kind", "pemda")
    assert "--reason" in refused("partner", "update", "Kota Misal", "--kind", "kementerian")
    assert _one(ok, "partner", "show", "Kota Misal")["kind"] == "pemda"


def test_a_partner_under_a_new_name_is_still_known_by_the_old_one(
    ok: Callable[..., str], desk: Path, show: Callable[..., dict[str, Any]]
) -> None:
    ok("partner", "update", "PT Maju Contoh", "--name", "PT Maju Terus", "--reason", "ganti nama")
    found = _one(ok, "partner", "show", "pt maju contoh")
    assert (found["name"], found["aliases"]) == ("PT Maju Terus", ["PT Maju Contoh"])
    ok("partner", "update", "PT Maju Terus", "--name", "PT Maju Contoh", "--reason", "kembali")
    assert _one(ok, "partner", "show", "PT Maju Terus")["aliases"] == ["PT Maju Terus"]


def test_only_the_writing_of_a_name_is_corrected(ok: Callable[..., str], desk: Path) -> None:
    """The same name to the eye: no alias is needed for it."""
    ok("partner", "update", "PT Maju Contoh", "--name", "PT. Maju Contoh", "--reason", "titik")
    assert _one(ok, "partner", "show", "PT Maju Contoh")["name"] == "PT. Maju Contoh"
