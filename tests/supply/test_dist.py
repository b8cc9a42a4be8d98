"""A release: built twice from two places to the same bytes, only of what is committed."""

from __future__ import annotations

import subprocess
from typing import TYPE_CHECKING

import pytest

from supply import dist
from supply.lock import ROOT

if TYPE_CHECKING:
    from pathlib import Path

pytestmark = pytest.mark.slow

EPOCH = "1736899200"


def test_sdist_and_wheel_come_out_the_same_from_the_unpacked_sdist(tmp_path: Path) -> None:
    """And a build that differs by one byte is named."""
    built = dist.build(ROOT, tmp_path, EPOCH)
    assert [path.suffix for path in built] == [".whl", ".gz"]
    assert dist.differing(built, EPOCH) == []
    built[0].write_bytes(built[0].read_bytes() + b"\0")
    assert dist.differing(built, EPOCH) == [built[0].name]


def test_a_release_has_the_commits_time_and_refuses_what_is_not_committed(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("SOURCE_DATE_EPOCH")
    monkeypatch.setattr(dist, "ROOT", tmp_path)
    for name in ("GIT_DIR", "GIT_WORK_TREE", "GIT_INDEX_FILE"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("GIT_COMMITTER_DATE", f"{EPOCH} +0700")
    who = ["-c", "user.name=analis", "-c", "user.email=analis@example.org", "-c", "commit.gpgsign=false"]
    for words in (["init", "-q"], [*who, "commit", "-q", "--allow-empty", "-m", "Begin"]):
        subprocess.run(["git", *words], cwd=tmp_path, check=True)
    assert dist.moment() == EPOCH
    (tmp_path / "baru").touch()
    with pytest.raises(SystemExit, match="differs from its commit"):
        dist.moment()


def test_sums_are_what_sha256sum_checks(tmp_path: Path) -> None:
    (tmp_path / "b").write_bytes(b"abc")
    (tmp_path / "a").write_bytes(b"")
    assert dist.sums(tmp_path) == (
        "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855  a\n"
        "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad  b\n"
    )
