"""Templates are copied out whole, or not at all."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from kskd.errors import OutputError, Refused
from kskd.pages.templates import names, templates_dir
from kskd.reporting.trial import check
from kskd.workflows.reports.making import eject_templates

if TYPE_CHECKING:
    from pathlib import Path


def test_ejected_templates_are_the_shipped_ones_and_compile(tmp_path: Path) -> None:
    written = eject_templates(tmp_path / "templat")
    assert [path.relative_to(tmp_path / "templat").as_posix() for path in written] == list(names())
    for name in names():
        assert (tmp_path / "templat" / name).read_bytes() == (templates_dir() / name).read_bytes()
    assert check(tmp_path / "templat").names == names()


def test_eject_overwrites_nothing_and_writes_nothing_when_one_file_is_there(tmp_path: Path) -> None:
    mine = tmp_path / names()[-1]
    mine.parent.mkdir()
    mine.write_text("punya saya", encoding="utf-8")
    with pytest.raises(Refused, match=mine.name):
        eject_templates(tmp_path)
    assert [path for path in tmp_path.rglob("*") if path.is_file()] == [mine]
    assert mine.read_text(encoding="utf-8") == "punya saya"


def test_eject_does_not_write_through_a_dangling_link(tmp_path: Path) -> None:
    link = tmp_path / names()[0]
    link.parent.mkdir()
    link.symlink_to(tmp_path / "tempat-lain")
    with pytest.raises(Refused):
        eject_templates(tmp_path)
    assert not (tmp_path / "tempat-lain").exists()


def test_eject_takes_back_what_it_wrote_when_it_cannot_go_on(tmp_path: Path) -> None:
    (tmp_path / "kinds").write_text("bukan folder", encoding="utf-8")
    with pytest.raises(OutputError, match="periksa folder"):
        eject_templates(tmp_path)
    assert [path.name for path in tmp_path.rglob("*") if path.is_file()] == ["kinds"]
