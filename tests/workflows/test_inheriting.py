"""What a derived document takes over from its parent, and what takes its place when said."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

if TYPE_CHECKING:
    from collections.abc import Callable


def test_a_child_inherits_and_says_so(
    told: Callable[..., str], ok: Callable[..., str], show: Callable[..., dict[str, Any]]
) -> None:
    ok("update", "KB-2024-001", "--support-opd", "DIKBUD")
    said = told("derive-pks", "KB-2024-001", "--title", "Penelitian gizi")
    for line in (
        "Induk KB-2024-001",
        "Mitra diwarisi: Universitas Contoh.",
        "OPD diwarisi: DINKES.",
        "Jenis naskah Perjanjian Kerja Sama",
    ):
        assert line in said
    child = show("PKS-2025-001")
    assert (
        child["scheme"],
        child["partners"],
        child["lead_opd"],
        child["support_opds"],
        child["affairs"],
    ) == (
        "ksdpk",
        ["Universitas Contoh"],
        "DINKES",
        ["DIKBUD"],
        ["1.02"],
    )
    assert child["scope"] == ["Pelatihan bidan", "Penelitian gizi"]
    assert (child["numbers"], child["ends_on"], child["note"]) == ([], None, None)


@pytest.mark.parametrize(
    ("options", "field", "value"),
    [
        (["--opd", "DIKBUD"], "lead_opd", "DIKBUD"),
        (["--support-opd", "DIKBUD"], "support_opds", ["DIKBUD"]),
        (["--affair", "1.01"], "affairs", ["1.01"]),
        (["--scope", "Penelitian gizi"], "scope", ["Penelitian gizi"]),
        (["--partner", "PT Maju Contoh"], "partners", ["PT Maju Contoh"]),
        (["--doc", "kontrak"], "doc", "kontrak"),
    ],
)
def test_what_is_said_takes_the_place_of_what_is_inherited(
    options: list[str], field: str, value: object, ok: Callable[..., str], show: Callable[..., dict[str, Any]]
) -> None:
    child = ok("derive-pks", "KB-2024-001", "--title", "Penelitian", *options).strip()
    assert show(child)[field] == value


def test_another_partner_than_the_parents_is_told(told: Callable[..., str]) -> None:
    said = told("derive-pks", "KB-2024-001", "--title", "Penelitian", "--partner", "PT Maju Contoh")
    assert "Peringatan: PT Maju Contoh bukan mitra pada KB-2024-001; bila keliru, kskd update" in said


@pytest.mark.parametrize("typed", ["UC", "univ. contoh", " universitas  contoh"])
def test_the_parents_partner_by_another_name_is_no_stranger(
    typed: str, told: Callable[..., str], ok: Callable[..., str]
) -> None:
    ok("partner", "alias", "Universitas Contoh", "UC")
    ok("partner", "alias", "Universitas Contoh", "Univ. Contoh")
    assert "bukan mitra" not in told("derive-pks", "KB-2024-001", "--title", "Penelitian", "--partner", typed)
