"""What the tests of pages need of the system, and what to install where it lacks."""

from __future__ import annotations

import shutil
import sys
from pathlib import Path

NEEDED = {
    "chromium": ("chromium", "chromium-browser", "google-chrome"),
    "libreoffice-writer": ("soffice",),
    "npm": ("npm",),
}
"""Packages by name, and the programs of which each brings one."""
AXE = Path(__file__).with_name("node_modules") / "axe-core" / "axe.min.js"


def program(package: str) -> str | None:
    """Where its program is; None where it is not installed."""
    return next(filter(None, map(shutil.which, NEEDED[package])), None)


def lacking() -> list[str]:
    """Packages whose program is not there."""
    return [package for package in NEEDED if program(package) is None]


if __name__ == "__main__":
    if lacks := lacking():
        sys.stdout.write(f"there is no {', no '.join(lacks)} (apt-get install {' '.join(lacks)})\n")
