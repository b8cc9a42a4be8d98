"""The software bill of materials of the run-time packages: CycloneDX JSON, the same bytes for the same lock.

uv's own export wants a uv.lock, names registry hosts, leaves out licences, and has a new serial number and
time in every run.
"""

from __future__ import annotations

import hashlib
import json
import re
import uuid
from importlib import metadata
from typing import TYPE_CHECKING, Any

import kskd
from supply.licences import licence
from supply.lock import ROOT, RUNTIME, Package, read

if TYPE_CHECKING:
    from collections.abc import Sequence


def bill(packages: Sequence[Package], version: str) -> dict[str, Any]:
    """Give the bill of kskd `version` over the locked packages: a CycloneDX 1.6 document.

    A component's hashes are those of all files that the lock accepts for it (wheels of all platforms, sdist).
    """
    own = Package("kskd", version, "", ())
    refs = {package.name: package.purl for package in packages}
    body = {
        "metadata": {
            "lifecycles": [{"phase": "pre-build"}],
            "component": _component(own, "application", str(metadata.metadata("kskd")["License-Expression"])),
        },
        "components": [_component(package, "library", licence(package)) for package in packages],
        "dependencies": [
            {"ref": package.purl, "dependsOn": sorted(refs[name] for name in _needs(package) & refs.keys())}
            for package in (own, *packages)
        ],
    }
    digest = hashlib.sha256(json.dumps(body, sort_keys=True).encode()).hexdigest()
    return {
        "$schema": "http://cyclonedx.org/schema/bom-1.6.schema.json",
        "bomFormat": "CycloneDX",
        "specVersion": "1.6",
        "serialNumber": uuid.uuid5(uuid.NAMESPACE_URL, f"{own.purl}#{digest}").urn,
        "version": 1,
        **body,
    }


def _component(package: Package, kind: str, expression: str) -> dict[str, Any]:
    component: dict[str, Any] = {
        "type": kind,
        "bom-ref": package.purl,
        "name": package.name,
        "version": package.version,
        "purl": package.purl,
        "licenses": [{"expression": expression}],
    }
    if package.hashes:
        component["hashes"] = [{"alg": "SHA-256", "content": content} for content in package.hashes]
    if package.marker:
        component["properties"] = [{"name": "kskd:marker", "value": package.marker}]
    return component


def _needs(package: Package) -> set[str]:
    """The names that the installed package asks for on any platform, without its extras."""
    try:
        lines = metadata.requires(package.name) or []
    except metadata.PackageNotFoundError:  # one of another platform
        return set()
    names = [re.match(r"[\w.-]+", line) for line in lines if not re.search(r";.*\bextra\b", line)]
    return {re.sub(r"[-_.]+", "-", name[0]).lower() for name in names if name}


def main() -> None:
    """Write dist/kskd-<version>.cdx.json and say so."""
    path = ROOT / "dist" / f"kskd-{kskd.__version__}.cdx.json"
    path.parent.mkdir(exist_ok=True)
    text = json.dumps(bill(read(RUNTIME), kskd.__version__), indent=2) + "\n"
    path.write_text(text, "utf-8")
    print(path.relative_to(ROOT))


if __name__ == "__main__":
    main()
