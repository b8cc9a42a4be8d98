"""Licences: the table in the docs is up to date, all are permissive, and doubt is an error."""

from __future__ import annotations

import tomllib
from importlib import metadata

import pytest

from supply import licences
from supply.lock import ROOT, RUNTIME, Package, read


def test_the_page_has_the_table_of_the_locked_packages() -> None:
    """Else `make licences` was forgotten after `make lock`."""
    page = licences.PAGE.read_text("utf-8")
    table = page.partition(licences.START)[2].partition(licences.END)[0]
    assert table == licences.table(read(RUNTIME))


def test_every_runtime_package_has_an_allowed_licence() -> None:
    refused = {package.name: licences.refused(licences.licence(package)) for package in read(RUNTIME)}
    assert not {name: parts for name, parts in refused.items() if parts}


def test_what_a_person_read_is_about_locked_releases() -> None:
    """An entry that outlived its release says nothing and goes."""
    assert set(licences.RULES["read"]) <= {package.pin for package in read(RUNTIME)}


def test_what_is_carried_of_others_has_its_licence_beside_it_and_on_the_page() -> None:
    page = licences.PAGE.read_text("utf-8")
    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]
    for folder, licence in licences.RULES["carried"].items():
        assert f"{licence}, `{folder}/`" in page
        assert licence in project["license"]
        (text,) = (ROOT / folder).glob("LICENSE*")
        assert text.relative_to(ROOT).as_posix() in project["license-files"]


@pytest.mark.parametrize(
    ("expression", "refused"),
    [
        ("MIT", set()),
        ("Apache-2.0 OR BSD-2-Clause", set()),
        ("MIT OR GPL-3.0-or-later", {"GPL-3.0-or-later"}),
        ("(MPL-2.0 AND MIT) OR ISC", {"MPL-2.0"}),
        ("Apache-2.0 WITH LLVM-exception", {"Apache-2.0 WITH LLVM-exception"}),
    ],
)
def test_every_part_of_an_expression_must_be_allowed(expression: str, refused: set[str]) -> None:
    assert licences.refused(expression) == refused


@pytest.mark.parametrize(
    ("said", "given"),
    [
        ({"License-Expression": "GPL-3.0-only", "License": "MIT"}, "GPL-3.0-only"),
        ({"Classifier": "License :: OSI Approved :: MIT License", "License": "the whole text"}, "MIT"),
        ({"License": "Apache License, Version 2.0"}, "Apache-2.0"),
        ({"License": "ISC"}, "ISC"),
    ],
)
def test_the_expression_counts_first_then_classifiers_then_the_free_field(
    said: dict[str, str], given: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    _install(said, monkeypatch)
    assert licences.licence(Package("contoh", "1.0", "", ())) == given


@pytest.mark.parametrize(
    "said",
    [
        {},
        {"License": "see LICENSE"},
        {"Classifier": "License :: OSI Approved :: BSD License", "License": "MIT"},
    ],
)
def test_an_unclear_licence_is_an_error(said: dict[str, str], monkeypatch: pytest.MonkeyPatch) -> None:
    """“BSD” can be any of them; the free field does not overrule a classifier."""
    _install(said, monkeypatch)
    with pytest.raises(LookupError, match=r"contoh==1\.0 does not say its licence clearly"):
        licences.licence(Package("contoh", "1.0", "", ()))


def test_another_release_than_the_locked_one_says_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    _install({"License": "MIT"}, monkeypatch)
    with pytest.raises(LookupError, match=r"contoh==2\.0 is locked, 1\.0 is installed"):
        licences.licence(Package("contoh", "2.0", "", ()))


def test_a_package_of_another_platform_must_have_been_read() -> None:
    with pytest.raises(LookupError, match=r"tidak-ada==1\.0 is not installed"):
        licences.licence(Package("tidak-ada", "1.0", "sys_platform == 'win32'", ()))


def _install(said: dict[str, str], monkeypatch: pytest.MonkeyPatch) -> None:
    about = metadata.metadata("kskd")
    for field in ("Version", "License-Expression", "License", "Classifier"):
        del about[field]  # type: ignore[attr-defined]
    for field, value in {"Version": "1.0", **said}.items():
        about[field] = value  # type: ignore[index]
    monkeypatch.setattr(metadata, "metadata", lambda _: about)
