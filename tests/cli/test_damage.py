"""A damaged registry is called damaged, and a bug stays a bug."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from kskd.workflows.register import targets

from ..registry.harness import raw

if TYPE_CHECKING:
    from pathlib import Path

    from .command_line import Refused, Run


def test_what_fails_over_a_damaged_value_says_that_the_registry_is_damaged(
    busy: Path, refused: Refused
) -> None:
    raw(
        busy,
        "PRAGMA ignore_check_constraints = ON",
        "DROP TRIGGER journal_target_update",
        "UPDATE target SET kind = 'outpuu'",
    )
    assert "kskd doctor" in refused("target", "list")


def test_a_failure_over_a_sound_registry_is_a_bug(
    busy: Path, run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(*_: object) -> None:
        raise LookupError("uji")

    monkeypatch.setattr(targets, "list_targets", fail)
    with pytest.raises(LookupError):
        run("target", "list")
