"""What the wheel carries: the templates, the instrument and the examples are inside the package."""

from __future__ import annotations

import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

pytestmark = pytest.mark.slow

ROOT = Path(__file__).resolve().parents[2]


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> zipfile.ZipFile:
    """The wheel as the backend in the environment builds it; nothing is fetched."""
    out = tmp_path_factory.mktemp("wheel")
    command = [
        sys.executable,
        "-m",
        "pip",
        "wheel",
        "-q",
        "--no-deps",
        "--no-build-isolation",
        "-w",
        str(out),
        str(ROOT),
    ]
    subprocess.run(command, check=True, capture_output=True)
    (path,) = out.glob("*.whl")
    return zipfile.ZipFile(path)


@pytest.mark.parametrize("folder", ["templates", "examples"])
def test_wheel_has_every_file_of_the_folder(folder: str, wheel: zipfile.ZipFile) -> None:
    """Just the files that git would keep, under kskd/."""
    shipped = {
        name.removeprefix(f"kskd/{folder}/")
        for name in wheel.namelist()
        if name.startswith(f"kskd/{folder}/")
    }
    assert shipped == {
        path.relative_to(ROOT / folder).as_posix() for path in (ROOT / folder).rglob("*") if path.is_file()
    }


def test_wheel_names_the_licence_of_the_fonts_and_carries_it(wheel: zipfile.ZipFile) -> None:
    (about,) = [name for name in wheel.namelist() if name.endswith(".dist-info/METADATA")]
    assert "License-Expression: MIT AND OFL-1.1" in wheel.read(about).decode()
    assert any(name.endswith("/LICENSE-Liberation.txt") and "dist-info" in name for name in wheel.namelist())


def test_wheel_has_the_instrument_and_the_type_marker(wheel: zipfile.ZipFile) -> None:
    """The questionnaire and py.typed travel with the code; tests do not."""
    names = set(wheel.namelist())
    assert {
        "kskd/instruments/inti-1.toml",
        "kskd/instruments/inti-2.toml",
        "kskd/py.typed",
        "kskd/__main__.py",
    } <= names
    assert not [name for name in names if "test" in name]


def test_a_wheel_alone_makes_a_report(wheel: zipfile.ZipFile, tmp_path: Path) -> None:
    """Unpacked into an empty place, away from the checkout, kskd runs from registry to report."""
    wheel.extractall(tmp_path / "lib")
    code = (
        "import sys; sys.path.insert(0, 'lib'); sys.argv[0] = 'kskd'; from kskd.__main__ import main; main()"
    )

    def kskd(*args: str) -> str:
        done = subprocess.run(
            [sys.executable, "-P", "-c", code, *args],
            cwd=tmp_path,
            capture_output=True,
            text=True,
            check=True,
        )
        return done.stdout

    kskd("init", "--name", "Kabupaten Contoh")
    kskd("opd", "add", "DINKES", "--name", "Dinas Kesehatan")
    kskd(
        "add-mou", "--scheme", "ksdpk", "--title", "Uji", "--partner", "PT Contoh", "--new", "--opd", "DINKES"
    )
    assert "laporan/2024-S2/index.html" in kskd("report", "--period", "2024-S2")
    where = subprocess.run(
        [sys.executable, "-P", "-c", code.replace("main()", "import kskd; print(kskd.__file__)")],
        cwd=tmp_path, capture_output=True, text=True, check=True,
    ).stdout  # fmt: skip
    assert str(tmp_path) in where or where.startswith("lib")
