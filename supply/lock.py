"""The locks as values: pip's requirements form, as `make lock` writes it and nothing looser."""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
RUNTIME = ROOT / "requirements.lock"

PIN = re.compile(
    r"(?P<name>[a-z0-9]+(?:-[a-z0-9]+)*)==(?P<version>[a-z0-9.]+)"
    r"(?: ; (?P<marker>\S.*?))?(?P<hashes>(?: +--hash=sha256:[0-9a-f]{64})+)"
)


@dataclass(frozen=True, slots=True)
class Package:
    """One locked release; `marker` says on which platforms it is installed, empty for all of them."""

    name: str
    version: str
    marker: str
    hashes: tuple[str, ...]

    @property
    def pin(self) -> str:
        """The release as pip names it."""
        return f"{self.name}=={self.version}"

    @property
    def purl(self) -> str:
        """The release as a package URL."""
        return f"pkg:pypi/{self.name}@{self.version}"


def read(path: Path) -> list[Package]:
    """Give the packages of a lock in its order.

    ValueError names the first line that is anything but an exact pin with its SHA-256 hashes: an option, a
    host, a loose version.
    """
    packages = []
    for line in path.read_text("utf-8").replace("\\\n", " ").splitlines():
        found = PIN.fullmatch(line)
        if found is None:
            raise ValueError(f"{path.name}: not a pin with hashes: {line[:80]}")
        hashes = tuple(re.findall(r"sha256:(\w+)", found["hashes"]))
        packages.append(Package(found["name"], found["version"], found["marker"] or "", hashes))
    return packages
