"""One more plain fact of an evaluation, or of a target, is an entry and a column, and works everywhere."""

from __future__ import annotations

import json
import shutil
import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

if TYPE_CHECKING:
    from collections.abc import Callable

SOURCE = Path(__file__).resolve().parents[2] / "src" / "kskd"
SCHEMA = ("registry/schema/schema_4.py", "\nALTER TABLE evaluation ADD COLUMN others ")
LINES = {
    ("domain/subjects.py", '\n    _block("note", "catatan"),'): (
        '\n    _text("lesson", "pelajaran", help="Pelajaran yang dipetik."),'
    ),
    ("domain/subjects.py", '\n    _text("source", "sumber", '): (
        '\n    _text("effect", "dampak", help="Dampak yang diharapkan."),'
    ),
    SCHEMA: (
        "\nALTER TABLE evaluation ADD COLUMN lesson TEXT CHECK (trim(lesson) <> '');"
        "\nALTER TABLE target ADD COLUMN effect TEXT CHECK (trim(effect) <> '');"
    ),
}
"""What is put before which line of which module: nothing else is changed."""


@pytest.fixture
def kskd(tmp_path: Path) -> Callable[..., subprocess.CompletedProcess[str]]:
    """Run a command of a kskd with these lines more."""
    home = tmp_path / "more"
    shutil.copytree(SOURCE, home / "kskd", ignore=shutil.ignore_patterns("__pycache__"))
    for (name, before), more in LINES.items():
        path = home / "kskd" / name
        text = path.read_text("utf-8")
        assert text.count(before) == 1
        path.write_text(text.replace(before, more + before), "utf-8")

    def run(*args: str, status: int = 0) -> subprocess.CompletedProcess[str]:
        code = f"import sys; sys.path.insert(0, {str(home)!r}); from kskd.__main__ import main; main()"
        done = subprocess.run(
            [sys.executable, "-c", code, *args], capture_output=True, text=True, check=False
        )
        assert done.returncode == status, done.stderr
        return done

    run("init", "--name", "Kabupaten Contoh")
    run("opd", "add", "DINKES", "--name", "Dinas Kesehatan")
    pks = ("--no-parent", "--scheme", "ksdpk", "--title", "Gizi", "--partner", "PT Maju Contoh", "--new")
    run("derive-pks", *pks, "--opd", "DINKES", "--signed", "2024-02-20", "--years", "5")
    return run


@pytest.mark.slow
def test_one_entry_and_one_column_are_enough(
    kskd: Callable[..., subprocess.CompletedProcess[str]], tmp_path: Path
) -> None:
    def shown(*options: str) -> dict[str, Any]:
        return dict(json.loads(kskd("show", "PKS-2024-001", "--format", "json", *options).stdout))

    evaluate = ("evaluate", "PKS-2024-001", "--period", "2024-S2", "--lesson")
    target = ("target", "update", "PKS-2024-001", "1", "--effect")
    assert "--lesson" in kskd("evaluate", "--help").stdout
    said = kskd(*evaluate, " Mulai  lebih awal ").stderr
    assert "  Pelajaran: belum tercatat → Mulai lebih awal\n" in said
    assert "Pelajaran sudah tercatat" in kskd(*evaluate, "Lain", status=1).stderr
    assert "Pelajaran terlalu panjang" in kskd(*evaluate, "x" * 501, status=1).stderr
    kskd("target", "add", "PKS-2024-001", "--indicator", "Bidan", "--effect", "Gizi membaik")
    assert "--reason" in kskd(*target, "Lain", status=1).stderr
    kskd(*target, "Gizi baik", "--reason", "koreksi")
    listed = kskd("target", "list", "--format", "json").stdout
    assert json.loads(listed)["items"][0]["effect"] == "Gizi baik"
    whole = shown()
    assert whole["evaluations"][0]["lesson"] == "Mulai lebih awal"
    assert whole["targets"][0]["effect"] == "Gizi baik"
    page = kskd("show", "PKS-2024-001", "--format", "tsv").stdout
    assert "pelajaran\tMulai lebih awal" in page
    told = kskd("log", "--format", "table").stdout
    assert "pelajaran Mulai lebih awal" in told
    assert "dampak Gizi membaik → Gizi baik" in told
    (tmp_path / "semua.json").write_text(kskd("export", "--format", "json").stdout, "utf-8")
    kskd("import", "semua.json", "--db", "lain.db")
    assert shown("--db", "lain.db") == whole
    kskd("undo", "--yes")
    assert shown()["targets"][0]["effect"] == "Gizi membaik"
