"""How far a long command has come is shown on a terminal and nowhere else, and is gone when it is done."""

from __future__ import annotations

import io
import threading

import pytest

from kskd.cli.kit.progress import progress
from kskd.cli.kit.talk import say


class _Terminal(io.StringIO):
    def isatty(self) -> bool:
        return True


def test_a_bar_on_a_terminal_counts_and_goes_without_a_thread(monkeypatch: pytest.MonkeyPatch) -> None:
    shown = _Terminal()
    monkeypatch.setattr("sys.stderr", shown)
    monkeypatch.setenv("TERM", "xterm")
    before = threading.active_count()
    with progress("Menyusun", 3) as told:
        told(2)
        assert threading.active_count() == before
    assert "Menyusun" in shown.getvalue()
    assert "2/3" in shown.getvalue()
    assert shown.getvalue().endswith("\x1b[2K")


@pytest.mark.parametrize(("is_terminal", "least"), [(False, 0), (True, 10)])
def test_elsewhere_and_of_little_nothing_is_shown(
    is_terminal: bool, least: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    shown = _Terminal() if is_terminal else io.StringIO()
    monkeypatch.setattr("sys.stderr", shown)
    with progress("Menyusun", 3, least=least) as told:
        told(2)
    assert shown.getvalue() == ""


def test_what_is_said_beside_a_bar_stands_in_a_line_of_its_own(monkeypatch: pytest.MonkeyPatch) -> None:
    bare = io.BytesIO()
    shown = io.TextIOWrapper(bare, "utf-8", write_through=True)
    shown.isatty = lambda: True  # type: ignore[method-assign]
    monkeypatch.setattr("sys.stderr", shown)
    monkeypatch.setenv("TERM", "xterm")
    with progress("Mencatat", 3) as told:
        told(2)
        say("Catatan riwayat 9.")
    said = bare.getvalue().decode()
    assert "\x1b[2KCatatan riwayat 9." in said, said
