"""Files that may have been filled: written over only as kskd wrote them."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from kskd.errors import AlreadyThere
from kskd.interchange.own_files import refuse_foreign, write_own

if TYPE_CHECKING:
    from pathlib import Path


def test_what_was_written_may_be_written_anew_and_nothing_else(tmp_path: Path) -> None:
    assert write_own(tmp_path, {"a": b"1", "b": b"1"}) == 2
    assert write_own(tmp_path, {"a": b"2"}) == 1
    assert write_own(tmp_path, {"a": b"2", "b": b"1"}) == 0
    (tmp_path / "b").write_bytes(b"filled")
    with pytest.raises(AlreadyThere, match="tidak ditimpa"):
        write_own(tmp_path, {"a": b"3", "b": b"3"})
    assert [(tmp_path / name).read_bytes() for name in "ab"] == [b"2", b"filled"]


def test_a_file_of_somebody_else_and_one_whose_list_is_lost_stay(tmp_path: Path) -> None:
    (tmp_path / "a").write_bytes(b"other")
    with pytest.raises(AlreadyThere):
        refuse_foreign(tmp_path, {"a": b"1"})
    write_own(tmp_path, {"b": b"1"})
    (tmp_path / ".kskd.sha256").unlink()
    refuse_foreign(tmp_path, {"b": b"1"})
    with pytest.raises(AlreadyThere):
        refuse_foreign(tmp_path, {"b": b"2"})


def test_a_link_and_a_folder_are_not_ours(tmp_path: Path) -> None:
    write_own(tmp_path, {"a": b"1"})
    (tmp_path / "c").symlink_to(tmp_path / "a")
    (tmp_path / "d").mkdir()
    for name in "cd":
        with pytest.raises(AlreadyThere):
            refuse_foreign(tmp_path, {name: b"1"})


def test_where_a_write_was_cut_off_both_states_are_known(tmp_path: Path) -> None:
    """The list is there first; the old file, still in its place, remains ours."""
    write_own(tmp_path, {"a": b"1"})
    kept = (tmp_path / "a").read_bytes()
    write_own(tmp_path, {"a": b"2"})
    (tmp_path / "a").write_bytes(kept)
    refuse_foreign(tmp_path, {"a": b"3"})
    write_own(tmp_path, {"a": b"3"})
    lines = (tmp_path / ".kskd.sha256").read_text("utf-8").splitlines()
    assert [line.partition("  ")[2] for line in lines] == ["a", "a"]
