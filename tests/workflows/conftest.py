"""The office's registry, and refusals that must leave it as it was."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

import pytest

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path


@pytest.fixture
def desk(office: Path) -> Path:
    """The registry of ``office``."""
    return office


@pytest.fixture
def refused(run: Callable[..., Any], desk: Path) -> Callable[..., str]:
    """Run a command that must be refused; gives its sentence."""

    def refuse(*args: str) -> str:
        before = desk.read_bytes()
        result = run(*args)
        assert (result.status in {1, 2}, result.out) == (True, ""), result.out
        assert result.err.count("\n") == 1
        assert desk.read_bytes() == before
        return str(result.err)

    return refuse


@pytest.fixture
def told(run: Callable[..., Any], desk: Path) -> Callable[..., str]:
    """Run a command that must succeed; gives what it told on stderr."""

    def tell(*args: str) -> str:
        result = run(*args)
        assert result.status == 0, result.err
        return str(result.err)

    return tell


@pytest.fixture
def show(ok: Callable[..., str], desk: Path) -> Callable[..., dict[str, Any]]:
    """One document in full."""

    def look(agreement: str, *options: str) -> dict[str, Any]:
        read: dict[str, Any] = json.loads(ok("show", agreement, "--format", "json", *options))
        return read

    return look
