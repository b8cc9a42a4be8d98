"""The licence of every run-time package, as a table in docs/supply-chain.md."""

from __future__ import annotations

import re
import tomllib
from importlib import metadata
from pathlib import Path
from typing import TYPE_CHECKING, Any

from supply.lock import ROOT, RUNTIME, read

if TYPE_CHECKING:
    from collections.abc import Iterable

    from supply.lock import Package

PAGE = ROOT / "docs" / "supply-chain.md"
START, END = "<!-- licences: made by `make licences` -->\n", "<!-- end of licences -->"
RULES: dict[str, Any] = tomllib.loads(Path(__file__).with_name("licences.toml").read_text("utf-8"))


def licence(package: Package) -> str:
    """Give the SPDX expression of a locked package.

    It is what a person has read (licences.toml), else what the installed release declares. LookupError when
    neither says it beyond doubt, or when another release is installed than the locked one.
    """
    if package.pin in RULES["read"]:
        return str(RULES["read"][package.pin])
    try:
        about = metadata.metadata(package.name)
    except metadata.PackageNotFoundError:
        raise LookupError(f"{package.pin} is not installed: read its licence into licences.toml") from None
    if about["Version"] != package.version:
        raise LookupError(f"{package.pin} is locked, {about['Version']} is installed: run `make`")
    if about["License-Expression"]:
        return str(about["License-Expression"])
    declared = {RULES["spelled"].get(said, said) for said in _declared(about)}
    if len(declared) != 1 or not declared <= set(RULES["allowed"]):
        raise LookupError(f"{package.pin} does not say its licence clearly: read it into licences.toml")
    return str(declared.pop())


def _declared(about: metadata.PackageMetadata) -> list[str]:
    """Its licence classifiers; the free field only without them, since some put the whole text there."""
    classifiers = [said for said in about.get_all("Classifier", []) if said.startswith("License ::")]
    return classifiers or [about["License"] or ""]


def refused(expression: str) -> set[str]:
    """Give the parts of an SPDX expression that the list of allowed licences lacks; of an OR, all count."""
    return {part for part in re.split(r" AND | OR |[()]", expression) if part} - set(RULES["allowed"])


def table(packages: Iterable[Package]) -> str:
    """Give the Markdown table of the packages, one a row."""
    rows = ["| Package | Version | Licence | Installed |", "|---|---|---|---|"]
    for package in packages:
        where = f"`{package.marker}`" if package.marker else "everywhere"
        rows.append(f"| {package.name} | {package.version} | {licence(package)} | {where} |")
    return "\n".join(rows) + "\n"


def main() -> None:
    """Write the table between its markers."""
    before, _, rest = PAGE.read_text("utf-8").partition(START)
    _, _, after = rest.partition(END)
    PAGE.write_text(f"{before}{START}{table(read(RUNTIME))}{END}{after}", "utf-8")


if __name__ == "__main__":
    main()
