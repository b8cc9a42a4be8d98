"""Six schemes and their chains: which document comes first, what may come from it, and what is inherited."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

import pytest

if TYPE_CHECKING:
    from collections.abc import Callable

SIGNED = "2024-03-01"


def mou(ok: Callable[..., str], scheme: str, *options: str, signed: str = SIGNED) -> str:
    """Register an umbrella; its id."""
    args = ("--title", f"Payung {scheme} {signed} {' '.join(options)}", "--opd", "DINKES", "--signed", signed)
    partner = () if "--parent" in options else ("--partner", "Universitas Contoh")
    return ok("add-mou", "--scheme", scheme, *args, *partner, *options).strip()


@pytest.mark.parametrize(
    ("scheme", "first", "derived"),
    [
        ("ksdd-wajib", "kb", "pks"),
        ("ksdd-sukarela", "kb", "pks"),
        ("ksdpk", "kb", "pks"),
        ("sinergi", "nk", "rk"),
    ],
)
def test_a_scheme_has_its_first_and_its_derived_document(
    scheme: str, first: str, derived: str, ok: Callable[..., str], show: Callable[..., dict[str, Any]]
) -> None:
    parent = mou(ok, scheme)
    child = ok("derive-pks", parent, "--title", "Turunan", "--signed", "2024-04-01").strip()
    assert (show(parent)["doc"], show(child)["doc"]) == (first, derived)
    assert (parent[: len(first)], child[: len(derived)]) == (first.upper(), derived.upper())
    assert (show(child)["scheme"], show(child)["parent"], show(parent)["children"]) == (
        scheme,
        parent,
        [child],
    )


@pytest.mark.parametrize("scheme", ["ksdpl", "ksdll"])
def test_abroad_a_letter_of_intent_becomes_an_mou_and_that_a_plan_or_agreement(
    scheme: str, ok: Callable[..., str], show: Callable[..., dict[str, Any]]
) -> None:
    letter = mou(ok, scheme)
    understanding = mou(ok, scheme, "--parent", letter)
    plan = ok("derive-pks", understanding, "--title", "Rencana").strip()
    agreement = ok("derive-pks", understanding, "--title", "Perjanjian", "--doc", "pks").strip()
    assert [show(one)["doc"] for one in (letter, understanding, plan, agreement)] == [
        "loi",
        "mou",
        "rkt",
        "pks",
    ]
    assert show(understanding)["partners"] == ["Universitas Contoh"]
    assert show(letter)["children"] == [understanding]
    assert show(understanding)["children"] == [agreement, plan] or show(understanding)["children"] == [
        plan,
        agreement,
    ]


def test_a_kb_may_also_become_a_contract(ok: Callable[..., str], show: Callable[..., dict[str, Any]]) -> None:
    child = ok("derive-pks", "KB-2024-001", "--title", "Pengadaan", "--doc", "kontrak").strip()
    assert (child, show(child)["doc"]) == ("KONTRAK-2025-001", "kontrak")


# Parent's scheme and kind, and the derived documents that the law gives it and does not give it.
CHILDREN = [
    ("ksdpk", "kb", {"pks", "kontrak"}),
    ("sinergi", "nk", {"rk"}),
    ("ksdpl", "loi", set()),
    ("ksdpl", "mou", {"rkt", "pks"}),
]
LEGACY = [
    ("ksdpk", "kb", {"pks", "kontrak", "rk"}),
    ("sinergi", "nk", {"rk", "pks", "kontrak"}),
    ("ksdpl", "loi", set()),
    ("ksdpl", "mou", {"pks", "rkt", "kontrak", "rk"}),
]
OF_SCHEME = {"ksdpk": {"pks", "kontrak"}, "sinergi": {"rk"}, "ksdpl": {"rkt", "pks"}}
CASES = [
    (scheme, doc, child, child in allowed, signed)
    for table, signed in ((CHILDREN, "2018-07-13"), (LEGACY, "2018-07-12"))
    for scheme, doc, allowed in table
    for child in ("pks", "kontrak", "rk", "rkt")
]


@pytest.mark.parametrize(("scheme", "doc", "child", "allowed", "signed"), CASES)
def test_a_parent_of_whatever_kind_is_recorded_and_a_strange_one_found(
    *,
    scheme: str,
    doc: str,
    child: str,
    allowed: bool,
    signed: str,
    desk: object,
    ok: Callable[..., str],
    run: Callable[..., Any],
) -> None:
    """Before 13 July 2018 the freer chain holds (PP 28/2018 Pasal 48-49)."""
    parent = mou(ok, scheme, "--doc", doc, signed=signed)
    made = run("derive-pks", parent, "--title", "Turunan", "--doc", child, "--signed", "2021-01-04")
    assert made.status == 0
    assert ("menurut peraturan tidak berada di bawah" in made.err) is not allowed
    found = json.loads(run("check", "--rule", "KS101,KS119", "--format", "json").out)["items"]
    strange = [one["rule"] for one in found if one["agreement"] == made.out.strip()]
    is_of_scheme = child in OF_SCHEME[scheme]
    assert strange == ([] if allowed and is_of_scheme else ["KS119" if is_of_scheme else "KS101"])


def test_from_a_letter_of_intent_an_mou_comes_first(
    desk: object, ok: Callable[..., str], refused: Callable[..., str]
) -> None:
    letter = mou(ok, "ksdpl")
    assert "add-mou --doc mou" in refused("derive-pks", letter, "--title", "Rencana")


@pytest.mark.parametrize("doc", ["kb", "nk", "loi"])
def test_only_an_mou_may_be_an_umbrella_under_another(
    doc: str, desk: object, ok: Callable[..., str], refused: Callable[..., str], run: Callable[..., Any]
) -> None:
    letter = mou(ok, "ksdpl")
    refused(
        "add-mou", "--scheme", "ksdpl", "--title", "x", "--opd", "DINKES", "--doc", doc, "--parent", letter
    )
    under = ("add-mou", "--scheme", "ksdpk", "--title", "x", "--opd", "DINKES", "--doc", "mou")
    made = run(*under, "--parent", "KB-2024-001", "--signed", "2024-06-03")
    assert (made.status, "tidak berada di bawah Kesepakatan Bersama" in made.err) == (0, True)
    assert f"KS101\terror\t{made.out.strip()}" in run("check", "--rule", "KS101").out


def test_an_mou_has_the_scheme_of_its_letter_of_intent(
    desk: object, ok: Callable[..., str], refused: Callable[..., str]
) -> None:
    """As with derive-pks: the chain cannot change its scheme on the way."""
    letter = mou(ok, "ksdpl")
    assert letter in refused(
        "add-mou", "--scheme", "sinergi", "--title", "x", "--opd", "DINKES", "--parent", letter
    )


def test_an_mou_tells_that_it_inherits_its_partners(told: Callable[..., str], ok: Callable[..., str]) -> None:
    letter = mou(ok, "ksdpl")
    said = told("add-mou", "--scheme", "ksdpl", "--title", "x", "--opd", "DINKES", "--parent", letter)
    assert "Mitra diwarisi: Universitas Contoh." in said


def test_a_derived_document_is_no_usual_parent(refused: Callable[..., str]) -> None:
    assert "naskah turunan" in refused("derive-pks", "PKS-2024-001", "--title", "x")
    assert "dari dirinya sendiri" in refused(
        "update", "PKS-2024-001", "--parent", "PKS-2024-001", "--reason", "x"
    )


def test_what_hangs_on_a_derived_document_is_recorded_and_found(
    ok: Callable[..., str], run: Callable[..., Any], show: Callable[..., dict[str, Any]]
) -> None:
    """Where its kind is named, for it cannot be guessed."""
    made = run("derive-pks", "PKS-2024-001", "--doc", "pks", "--title", "Rincian", "--signed", "2024-06-03")
    assert (made.status, made.out.strip()) == (0, "PKS-2024-002")
    assert show("PKS-2024-002")["parent"] == "PKS-2024-001"
    assert "KS119" in run("check", "--rule", "KS119").out


@pytest.mark.parametrize(
    ("scheme", "doc"),
    [
        ("ksdd-wajib", "pks"),
        ("ksdd-sukarela", "pks"),
        ("ksdpk", "pks"),
        ("ksdpl", "rkt"),
        ("ksdll", "rkt"),
        ("sinergi", "rk"),
    ],
)
def test_without_a_parent_the_scheme_gives_the_document(
    scheme: str, doc: str, ok: Callable[..., str], show: Callable[..., dict[str, Any]]
) -> None:
    made = ok(
        "derive-pks",
        "--no-parent",
        "--scheme",
        scheme,
        "--title",
        "Yatim",
        "--partner",
        "PT Maju Contoh",
        "--opd",
        "DINKES",
    ).strip()
    assert (show(made)["doc"], show(made)["parent"], show(made)["scheme"]) == (doc, None, scheme)


def test_a_parent_found_later_is_new_information(
    ok: Callable[..., str], told: Callable[..., str], show: Callable[..., dict[str, Any]]
) -> None:
    made = ok(
        "derive-pks",
        "--no-parent",
        "--scheme",
        "ksdpk",
        "--title",
        "Yatim",
        "--partner",
        "PT Maju Contoh",
        "--opd",
        "DINKES",
    ).strip()
    assert "Induk: belum tercatat → KB-2024-001" in told("update", made, "--parent", "kb-2024")
    assert show("KB-2024-001")["children"] == ["PKS-2024-001", made]


def test_another_parent_is_a_correction(
    ok: Callable[..., str], refused: Callable[..., str], show: Callable[..., dict[str, Any]]
) -> None:
    other = mou(ok, "ksdpk")
    assert "--reason" in refused("update", "PKS-2024-001", "--parent", other)
    ok("update", "PKS-2024-001", "--parent", other, "--reason", "salah induk")
    assert (show("KB-2024-001")["children"], show(other)["children"]) == ([], ["PKS-2024-001"])


def test_a_successor_names_its_predecessor_and_only_one_does(
    ok: Callable[..., str], refused: Callable[..., str], show: Callable[..., dict[str, Any]]
) -> None:
    new = mou(ok, "ksdpk", "--replaces", "KB-2024-001", signed="2025-01-10")
    assert (show(new)["predecessor"], show("KB-2024-001")["successor"]) == ("KB-2024-001", new)
    assert new in refused(
        "add-mou",
        "--scheme",
        "ksdpk",
        "--title",
        "x",
        "--opd",
        "DINKES",
        "--partner",
        "PT Maju Contoh",
        "--replaces",
        "KB-2024-001",
    )


def test_a_void_successor_leaves_the_place_to_another(
    ok: Callable[..., str], show: Callable[..., dict[str, Any]]
) -> None:
    ok("void", mou(ok, "ksdpk", "--replaces", "KB-2024-001", signed="2025-01-10"), "--reason", "salah catat")
    assert show("KB-2024-001")["successor"] is None
    new = mou(ok, "ksdpk", "--replaces", "KB-2024-001", signed="2025-01-11")
    assert show("KB-2024-001")["successor"] == new


def test_numbers_are_given_once_per_kind_and_year(ok: Callable[..., str], desk: object) -> None:
    ok("void", "PKS-2024-001", "--reason", "salah catat")
    assert ok("derive-pks", "KB-2024-001", "--title", "A", "--signed", "2024-12-31").strip() == "PKS-2024-002"
    assert ok("derive-pks", "KB-2024-001", "--title", "B", "--signed", "2025-01-01").strip() == "PKS-2025-001"
    assert ok("derive-pks", "KB-2024-001", "--title", "C").strip() == "PKS-2025-002"


def test_the_same_number_or_document_is_meant_only_when_said(
    ok: Callable[..., str], desk: object, refused: Callable[..., str]
) -> None:
    again = (
        "derive-pks",
        "KB-2024-001",
        "--title",
        "Pelatihan bidan desa",
        "--signed",
        "2024-05-02",
        "--number",
        "440/7/PKS/2024",
    )
    assert "--allow-duplicate" in refused(*again)
    assert ok(*again, "--allow-duplicate").strip() == "PKS-2024-002"


def test_a_void_document_gives_its_number_free(ok: Callable[..., str], desk: object) -> None:
    ok("void", "PKS-2024-001", "--reason", "salah catat")
    new = ok(
        "derive-pks",
        "KB-2024-001",
        "--title",
        "Pelatihan bidan desa",
        "--signed",
        "2024-05-02",
        "--number",
        "440/7/PKS/2024",
    )
    assert new.strip() == "PKS-2024-002"


def test_a_document_is_not_its_own_predecessor(
    ok: Callable[..., str], refused: Callable[..., str], desk: object
) -> None:
    """Neither directly nor round a corner."""
    old = ok("derive-pks", "KB-2024-001", "--title", "Lama").strip()
    new = ok("derive-pks", "KB-2024-001", "--title", "Baru", "--replaces", old).strip()
    assert "pendahulu dari dirinya sendiri" in refused("update", old, "--replaces", new)


def test_neither_parent_nor_child_is_a_predecessor(
    ok: Callable[..., str], refused: Callable[..., str], desk: object
) -> None:
    for args in (
        ("update", "KB-2024-001", "--replaces", "PKS-2024-001"),
        ("update", "PKS-2024-001", "--replaces", "KB-2024-001"),
        ("derive-pks", "KB-2024-001", "--title", "Baru", "--replaces", "KB-2024-001"),
    ):
        assert "induk atau turunan" in refused(*args)


def test_an_umbrella_with_only_a_draft_below_is_evaluated_itself(
    ok: Callable[..., str], refused: Callable[..., str], desk: object
) -> None:
    """What is not signed carries nothing out; once it is signed, the evaluation goes through it."""
    umbrella = ok(
        "add-mou", "--scheme", "ksdpk", "--title", "Payung", "--partner", "PT Maju Contoh", "--opd", "DINKES",
        "--signed", "2024-02-01", "--years", "3",
    ).strip()  # fmt: skip
    child = ok("derive-pks", umbrella, "--title", "Rancangan").strip()
    ok("evaluate", umbrella, "--period", "2024-S1", "--implementation", "belum")
    ok("update", child, "--signed", "2024-03-01")
    assert child in refused("evaluate", umbrella, "--period", "2024-S2", "--implementation", "belum")


def test_a_code_and_a_name_never_mean_two_units(
    ok: Callable[..., str], refused: Callable[..., str], desk: object
) -> None:
    """A new code that is another unit's alias is refused, and so is an alias that is another's code."""
    ok("opd", "alias", "DINKES", "Dinkes Kabupaten")
    assert "DINKES" in refused("opd", "add", "DINKES-KABUPATEN", "--name", "Badan Lain Sekali")
    assert "DINKES" in refused("opd", "alias", "DIKBUD", "dinkes")


def test_a_document_without_parent_gets_only_one_of_its_scheme(
    ok: Callable[..., str], refused: Callable[..., str], desk: object
) -> None:
    """A wrong scheme is corrected in the same step."""
    lost = ok(
        "derive-pks", "--no-parent", "--scheme", "ksdd-wajib", "--title", "Yatim",
        "--partner", "PT Maju Contoh", "--opd", "DINKES",
    ).strip()  # fmt: skip
    assert "--scheme ksdpk" in refused("update", lost, "--parent", "KB-2024-001")
    ok("update", lost, "--parent", "KB-2024-001", "--scheme", "ksdpk", "--reason", "salah catat")
