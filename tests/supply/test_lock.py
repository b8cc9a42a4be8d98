"""The locks: exact pins with hashes, agreeing with one another; what differs from them is refused."""

from __future__ import annotations

import hashlib
import re
import subprocess
import sys
from typing import TYPE_CHECKING

import pytest

from supply.lock import ROOT, RUNTIME, Package, read

if TYPE_CHECKING:
    from pathlib import Path

LOCKS = sorted(ROOT.glob("requirements*.lock"))
DIGEST = "0" * 64


def test_there_are_five_locks_of_pins_with_hashes_only() -> None:
    """`read` refuses all else: an option, a host, a loose version, a package without a hash."""
    assert [path.name for path in LOCKS] == [
        "requirements-audit.lock",
        "requirements-build.lock",
        "requirements-dev.lock",
        "requirements-mutants.lock",
        "requirements.lock",
    ]
    for path in LOCKS:
        names = [package.name for package in read(path)]
        assert names == sorted(set(names)) != [], path.name
        assert "://" not in path.read_text("utf-8"), path.name


def test_the_development_lock_holds_the_others_unchanged() -> None:
    """What is tested is what is installed: same releases, same files, same platforms."""
    tested = set(read(ROOT / "requirements-dev.lock"))
    assert {*read(RUNTIME), *read(ROOT / "requirements-build.lock")} < tested


def test_a_pin_is_read_with_its_marker_and_all_its_hashes(tmp_path: Path) -> None:
    lock = tmp_path / "a.lock"
    other = "f" * 64
    lines = ["colorama==0.4.6 ; sys_platform == 'win32'", f"--hash=sha256:{DIGEST}", f"--hash=sha256:{other}"]
    lock.write_text(" \\\n    ".join(lines) + "\n", "utf-8")
    assert read(lock) == [Package("colorama", "0.4.6", "sys_platform == 'win32'", (DIGEST, other))]


@pytest.mark.parametrize(
    "line",
    [
        "mdurl==0.1.2",
        f"mdurl>=0.1 --hash=sha256:{DIGEST}",
        f"mdurl==0.1.2 --hash=md5:{DIGEST[:32]}",
        f"mdurl==0.1.2 --hash=sha256:{DIGEST[1:]}",
        f"mdurl @ https://example.org/mdurl.whl --hash=sha256:{DIGEST}",
        "--index-url https://example.org/simple",
        "# a comment",
    ],
)
def test_a_line_that_is_not_a_pin_with_hashes_is_named(line: str, tmp_path: Path) -> None:
    lock = tmp_path / "a.lock"
    lock.write_text(f"mdurl==0.1.2 --hash=sha256:{DIGEST}\n{line}\n", "utf-8")
    with pytest.raises(ValueError, match=rf"a\.lock: not a pin with hashes: {re.escape(line[:80])}"):
        read(lock)


def test_the_makefile_installs_nothing_but_what_is_locked() -> None:
    """Every installation asks for hashes; the one exception is the project itself, without what it needs."""
    makefile = (ROOT / "Makefile").read_text("utf-8")
    (pip,) = re.findall(r"^PIP +:= (.*)$", makefile, re.MULTILINE)
    assert pip.startswith("-m pip install ")
    assert makefile.count("pip install") == 1, "through $(PIP)"
    assert makefile.count("uv pip") == makefile.count("uv pip compile")
    asked = re.findall(r"\$\(PIP\) (.*)", makefile)
    assert len(asked) >= 4
    for words in asked:
        assert words.startswith("--require-hashes -r ") or words == "--no-deps --no-build-isolation -e ."


def _download(requirement: str, folder: Path) -> subprocess.CompletedProcess[str]:
    """Let pip fetch one locked wheel, soon giving up on an index out of reach."""
    folder.mkdir()
    (folder / "one.lock").write_text(requirement, "utf-8")
    pip = [sys.executable, "-m", "pip", "--no-cache-dir", "--disable-pip-version-check"]
    asked = [
        "download",
        "--require-hashes",
        "--no-deps",
        "--only-binary",
        ":all:",
        "--retries",
        "0",
        "--timeout",
        "5",
    ]
    return subprocess.run(
        [*pip, *asked, "-d", str(folder), "-r", str(folder / "one.lock")],
        capture_output=True,
        text=True,
        check=False,
    )


def test_a_swapped_file_is_refused(tmp_path: Path) -> None:
    """The smallest package with the lock's own hashes comes; with its wheel's hash altered it does not."""
    text = RUNTIME.read_text("utf-8")
    (requirement,) = re.findall(r"^mdurl==(?:.*\\\n)+.*\n", text, re.MULTILINE)
    right = _download(requirement, tmp_path / "right")
    if right.returncode != 0 and "DO NOT MATCH" not in right.stderr:
        pytest.skip(f"no package index in reach: {right.stderr.strip().splitlines()[-1:]}")
    assert right.returncode == 0, right.stderr
    (wheel,) = (tmp_path / "right").glob("*.whl")
    digest = hashlib.sha256(wheel.read_bytes()).hexdigest()
    assert digest in requirement
    altered = f"{(int(digest[0], 16) + 1) % 16:x}{digest[1:]}"
    wrong = _download(requirement.replace(digest, altered), tmp_path / "wrong")
    assert wrong.returncode == 1
    assert "DO NOT MATCH THE HASHES" in wrong.stderr
    assert altered in wrong.stderr
    assert not list((tmp_path / "wrong").glob("*.whl"))
