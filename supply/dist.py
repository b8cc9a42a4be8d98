"""A release: sdist and wheel built twice and compared, the bill of materials, and SHA256SUMS over them."""

from __future__ import annotations

import hashlib
import os
import shutil
import subprocess
import sys
import tarfile
import tempfile
from pathlib import Path

from supply import sbom
from supply.lock import ROOT


def moment() -> str:
    """Give the time that all files of the release carry: SOURCE_DATE_EPOCH, else that of the commit.

    SystemExit when the checkout differs from its commit: a release must be what the tag says.
    """
    given = os.environ.get("SOURCE_DATE_EPOCH")
    if given:
        return given
    if _git("status", "--porcelain"):
        raise SystemExit(
            "This checkout differs from its commit: commit first, or set SOURCE_DATE_EPOCH for a try."
        )
    return _git("log", "-1", "--format=%ct").strip()


def _git(*words: str) -> str:
    return subprocess.run(["git", *words], cwd=ROOT, stdout=subprocess.PIPE, text=True, check=True).stdout


def build(source: Path, out: Path, epoch: str) -> list[Path]:
    """Build sdist and wheel of a source tree into `out`, and give their paths, the sdist last."""
    environment = {**os.environ, "SOURCE_DATE_EPOCH": epoch}
    command = [sys.executable, "-m", "hatchling", "build", "-d", str(out)]
    subprocess.run(command, cwd=source, env=environment, check=True, capture_output=True)
    return [*out.glob("*.whl"), *out.glob("*.tar.gz")]


def differing(built: list[Path], epoch: str) -> list[str]:
    """Build once more, from the unpacked sdist in another folder, and name the files that differ."""
    with tempfile.TemporaryDirectory() as folder:
        with tarfile.open(built[-1]) as sdist:
            sdist.extractall(folder, filter="data")
        (source,) = Path(folder).iterdir()
        again = {path.name: path.read_bytes() for path in build(source, Path(folder) / "again", epoch)}
    return [path.name for path in built if again.get(path.name) != path.read_bytes()]


def sums(folder: Path) -> str:
    """Give a line per file of the folder, as `sha256sum --check` reads them."""
    return "".join(
        f"{hashlib.sha256(path.read_bytes()).hexdigest()}  {path.name}\n" for path in sorted(folder.iterdir())
    )


def main() -> None:
    """Make dist/ anew."""
    epoch, out = moment(), ROOT / "dist"
    shutil.rmtree(out, ignore_errors=True)
    different = differing(build(ROOT, out, epoch), epoch)
    if different:
        raise SystemExit(f"Built twice, and not the same bytes: {', '.join(different)}")
    sbom.main()
    text = sums(out)
    (out / "SHA256SUMS").write_text(text, "utf-8")
    print(text, end="")


if __name__ == "__main__":
    main()
