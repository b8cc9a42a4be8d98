"""The same page is the same file on every machine: whatever its hash seed, time zone, locale and clock."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

_SCRIPT = """
import hashlib, sys
from kskd.pages.formats import FORMATS, Writer
from kskd.pages.templates import templates_dir
from tests.pages.whole_page import whole
for name, made in FORMATS.items():
    content = Writer(made, [templates_dir()]).write(whole(lambda field: f"kata {field}"))
    print(name, hashlib.sha256(content).hexdigest())
"""
_ROOT = Path(__file__).resolve().parents[2]
_WORLDS = [
    {"PYTHONHASHSEED": "0", "TZ": "UTC", "LC_ALL": "C"},
    {"PYTHONHASHSEED": "1", "TZ": "Asia/Jayapura", "LC_ALL": "C.UTF-8"},
    {"PYTHONHASHSEED": "77", "TZ": "America/Anchorage", "LC_ALL": "id_ID.UTF-8", "SOURCE_DATE_EPOCH": "1"},
]


@pytest.mark.slow
def test_every_format_is_the_same_bytes_in_every_world() -> None:
    told = {
        subprocess.run(
            [sys.executable, "-c", _SCRIPT],
            cwd=_ROOT,
            env=os.environ | world,
            capture_output=True,
            text=True,
            check=True,
        ).stdout
        for world in _WORLDS
    }
    assert len(told) == 1
    assert [line.split()[0] for line in told.pop().splitlines()] == ["md", "html", "docx", "pdf", "txt"]
