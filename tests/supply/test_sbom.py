"""The bill of materials: CycloneDX in form, the run time and nothing else, as steady as the lock."""

from __future__ import annotations

import json
import re
from dataclasses import replace
from importlib import metadata
from typing import TYPE_CHECKING

from supply.lock import ROOT, RUNTIME, read
from supply.sbom import bill

if TYPE_CHECKING:
    import pytest

PACKAGES = read(RUNTIME)
BILL = bill(PACKAGES, "1.2.3")


def test_form_and_version_are_declared() -> None:
    assert (BILL["bomFormat"], BILL["specVersion"], BILL["version"]) == ("CycloneDX", "1.6", 1)
    assert re.fullmatch(r"urn:uuid:[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}", BILL["serialNumber"])
    assert BILL["metadata"]["component"]["purl"] == "pkg:pypi/kskd@1.2.3"


def test_every_component_has_purl_hashes_licence_and_its_own_ref() -> None:
    refs = [BILL["metadata"]["component"]["bom-ref"]]
    for package, component in zip(PACKAGES, BILL["components"], strict=True):
        assert component["purl"] == f"pkg:pypi/{component['name']}@{component['version']}"
        assert {one["alg"] for one in component["hashes"]} == {"SHA-256"}
        assert tuple(one["content"] for one in component["hashes"]) == package.hashes
        assert [*component["licenses"][0]] == ["expression"]
        refs.append(component["bom-ref"])
    assert len(set(refs)) == len(refs)


def test_a_package_of_another_platform_says_so() -> None:
    marked = {one["name"]: one["properties"][0]["value"] for one in BILL["components"] if "properties" in one}
    assert marked == {"colorama": "sys_platform == 'win32'"}


def test_kskd_needs_each_component_directly_or_through_others() -> None:
    """The run-time lock holds the run time: nothing that only builds or tests it."""
    needs = {one["ref"]: one["dependsOn"] for one in BILL["dependencies"]}
    assert needs.keys() == {"pkg:pypi/kskd@1.2.3", *(one["bom-ref"] for one in BILL["components"])}
    reached, ahead = set(), ["pkg:pypi/kskd@1.2.3"]
    while ahead:
        ref = ahead.pop()
        if ref not in reached:
            reached.add(ref)
            ahead += needs[ref]
    assert reached == needs.keys()


def test_what_is_needed_on_any_platform_counts_and_an_extra_does_not(monkeypatch: pytest.MonkeyPatch) -> None:
    asked = ["Click_Default.Group>=1 ; sys_platform == 'win32'", "rich>=15; extra == 'dev'", "tidak-ada"]
    monkeypatch.setattr(metadata, "requires", lambda name: asked if name == "kskd" else None)
    own = bill(PACKAGES, "1.2.3")["dependencies"][0]
    assert own == {"ref": "pkg:pypi/kskd@1.2.3", "dependsOn": ["pkg:pypi/click-default-group@1.2.4"]}


def test_the_same_lock_gives_the_same_bytes_and_another_one_another_serial() -> None:
    assert json.dumps(bill(read(RUNTIME), "1.2.3")) == json.dumps(BILL)
    changed = [replace(PACKAGES[0], hashes=("0" * 64,)), *PACKAGES[1:]]
    assert bill(changed, "1.2.3")["serialNumber"] != BILL["serialNumber"]


def test_no_path_time_or_host_is_in_it() -> None:
    text = json.dumps({name: value for name, value in BILL.items() if name != "$schema"})
    assert "://" not in text
    assert "timestamp" not in text
    assert str(ROOT) not in text
