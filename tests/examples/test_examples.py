"""The example office: what is in it, and how its scripts fill a registry."""

from __future__ import annotations

import json
import os
import re
import shutil
import subprocess
import sys
from collections import Counter
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

if TYPE_CHECKING:
    from collections.abc import Callable

EXAMPLES = Path(__file__).resolve().parents[2] / "examples"
KSKD = Path(sys.executable).with_name("kskd")


@pytest.fixture
def listed(example: Path, ok: Callable[..., str]) -> list[dict[str, Any]]:
    """All documents as of the example's day."""
    text = ok("list", "--db", example, "--as-of", "2024-12-31", "--format", "json")
    items: list[dict[str, Any]] = json.loads(text)["items"]
    return items


def test_seventeen_opd_begin_fifty_three_cooperations_over_six_years(listed: list[dict[str, Any]]) -> None:
    """17 units lead 53 documents, signed in each of the years 2019 to 2024 or still drafts."""
    assert len(listed) == 53
    assert len({item["lead_opd"] for item in listed}) == 17
    assert {item["signed_on"][:4] for item in listed if item["signed_on"]} == set(map(str, range(2019, 2025)))


def test_every_scheme_document_status_and_kind_of_end_is_there(listed: list[dict[str, Any]]) -> None:
    """All six schemes, all eight kinds of document, every status by dates, all three kinds of end."""
    assert {item["scheme"] for item in listed} == {
        "ksdd-wajib", "ksdd-sukarela", "ksdpk", "ksdpl", "ksdll", "sinergi"
    }  # fmt: skip
    assert {item["doc"] for item in listed} == {"kb", "nk", "loi", "mou", "pks", "kontrak", "rk", "rkt"}
    assert {item["status"] for item in listed} == {"draft", "upcoming", "active", "expired", "ended"}
    assert {item["end_kind"] for item in listed if item["signed_on"]} == {"date", "open", "condition"}


def test_the_example_has_what_offices_have(listed: list[dict[str, Any]]) -> None:
    """Umbrellas without child, several partners, no known parent, near ends, a missing partner's number."""
    umbrellas = [item for item in listed if item["doc"] in {"kb", "nk", "loi", "mou"}]
    derived = [item for item in listed if item["doc"] in {"pks", "kontrak", "rk", "rkt"}]
    assert any(item["status"] == "active" and not item["children"] for item in umbrellas)
    assert any(len(item["partners"]) > 1 for item in listed)
    assert any(item["parent"] is None for item in derived)
    assert any(item["days_left"] is not None and 0 <= item["days_left"] <= 90 for item in derived)
    assert any(len(item["numbers"]) < 1 + len(item["partners"]) for item in derived)
    assert any(item["successor"] for item in listed)


def test_two_semesters_are_evaluated_with_gaps(
    example: Path, ok: Callable[..., str], listed: list[Any]
) -> None:
    """Some complete, some in part, some not at all; obstacles carry over from the first to the second."""
    periods: Counter[str] = Counter()
    complete, partial, carried = 0, 0, 0
    for item in listed:
        whole = json.loads(ok("show", item["id"], "--db", example, "--format", "json"))
        periods.update(one["period"] for one in whole["evaluations"])
        complete += sum(one["score"] is not None for one in whole["evaluations"])
        partial += sum(one["score"] is None for one in whole["evaluations"])
        carried += sum(one["opened"] == "2024-S1" and one["closed"] is None for one in whole["obstacles"])
    assert set(periods) == {"2024-S1", "2024-S2"}
    assert complete > 20
    assert partial > 3
    assert carried > 3


def test_the_registry_is_one_file_and_sound(example_registry: Path) -> None:
    """No side file is left behind."""
    assert sorted(path.name for path in example_registry.parent.iterdir()) == ["kskd.db"]


@pytest.mark.parametrize("found", ["by its name", "on the path"])
def test_filling_refuses_an_existing_registry(found: str, example: Path, tmp_path: Path) -> None:
    """The script never writes into a registry that is there."""
    before = example.read_bytes()
    path = {"PATH": f"{KSKD.parent}{os.pathsep}{os.environ.get('PATH', os.defpath)}"}
    environment = {"KSKD_DB": str(example), **({"KSKD": str(KSKD)} if found == "by its name" else path)}
    done = subprocess.run(
        ["/bin/sh", EXAMPLES / "isi-registri.sh"],
        env=environment,
        cwd=tmp_path,
        capture_output=True,
        text=True,
        check=False,
    )
    assert (done.returncode, "sudah ada dan tidak diubah" in done.stderr) == (1, True)
    assert example.read_bytes() == before


@pytest.mark.parametrize("script", sorted(EXAMPLES.rglob("*.sh")), ids=lambda path: path.name)
def test_scripts_are_posix(script: Path) -> None:
    """dash, the strictest sh at hand, parses every script."""
    shell = shutil.which("dash") or "/bin/sh"
    assert subprocess.run([shell, "-n", script], check=False).returncode == 0


def _unsealed(export: str) -> str:
    """An export without the chance in the seals of its history."""
    return re.sub(r'"(salt|digest|link)": "[0-9a-f]+"', "", export)


@pytest.mark.slow
def test_demo_makes_the_example_and_its_report(
    example: Path, run: Callable[..., Any], ok: Callable[..., str], monkeypatch: pytest.MonkeyPatch
) -> None:
    """`kskd demo` ends in three lines; a second time it refuses the folder that is there."""
    monkeypatch.delenv("SOURCE_DATE_EPOCH")  # the example has a day of its own
    made = run("demo", "contoh")
    assert made.status == 0, made.err
    assert [line.partition(":")[0] for line in made.err.splitlines()[-3:]] == [
        "Laporan",
        "Registri",
        "Selanjutnya",
    ]
    assert sorted(path.name for path in Path("contoh").iterdir()) == ["kskd.db", "laporan"]
    assert Path("contoh/laporan/2024-S2/index.html").is_file()
    assert _unsealed(ok("export", "--db", "contoh/kskd.db")) == _unsealed(ok("export", "--db", example))
    assert run("demo", "contoh").status == 1
