"""The stage for faults, and the table of figures that the long run prints."""

from __future__ import annotations

import csv
import io
import shutil
from collections import Counter
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

import pytest

from ..conftest import invoke
from ..registry.harness import raw
from ..registry.test_upgrading import made as made_old

if TYPE_CHECKING:
    from collections.abc import Callable

    from ..conftest import Once

_figures: Counter[str] = Counter()


@pytest.fixture
def count() -> Callable[[str, int], None]:
    """Add to a figure of the table."""

    def add(name: str, number: int = 1) -> None:
        _figures[name] += number

    return add


@pytest.fixture(autouse=True)
def _no_pdf(monkeypatch: pytest.MonkeyPatch) -> None:
    """Leave PDF out of sets: Typst's threads are not there in a process split off one that has used them.

    Faults are those of writing; a page is bytes in memory before. Those with PDF: ``test_results_with_pdf``.
    """
    monkeypatch.setattr("kskd.workflows.handing.sets.makeable", lambda: ("docx", "html", "md"))


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    """The figures, once the run is done."""
    if _figures and terminalreporter.config.getoption("--figures"):
        terminalreporter.section("figures")
        for name, number in sorted(_figures.items()):
            terminalreporter.line(f"{name:<70}{number:>10,}")


class Stage(NamedTuple):
    """A folder with a registry that has something of everything, and the files that commands read."""

    folder: Path
    names: frozenset[str]
    first: Path  # the folder with the same files as they were

    def file(self, name: str) -> Path:
        """A file of the stage."""
        return self.folder / name

    def reset(self, *names: str) -> None:
        """Make these files as they were, and take away what was not there (but not inside ``cadangan``)."""
        for path in (self.folder / "cadangan").glob("*"):
            path.unlink()
        for path in self.folder.iterdir():
            if path.name not in self.names:
                shutil.rmtree(path) if path.is_dir() else path.unlink()
        for name in names:
            if name in self.names:
                shutil.copy(self.first / name, self.folder / name)

    def strays(self) -> list[str]:
        """Names of files that do not belong here: neither of the stage nor finished backups."""
        return sorted(
            path.relative_to(self.folder).as_posix()
            for path in self.folder.rglob("*")
            if path.is_file()
            and path.name not in self.names
            and not (path.parent.name == "cadangan" and not path.name.startswith("."))
        )


def _must(*args: str) -> str:
    done = invoke(*args)
    assert done.status == 0, done.err
    return done.out


@pytest.fixture(scope="session")
def _stage_once(once: Once) -> Path:
    return once("stage", _fill)


def _fill() -> None:
    pks = "PKS-2024-001"
    Path("opd.csv").write_text(
        "kode;nama;alias;berlaku_sejak\nDLH;Dinas Lingkungan Hidup;LH;2017-01-03\n\nDINSOS;Dinas Sosial;;\n",
        "utf-8",
    )
    _must("init", "--name", "Kabupaten Contoh", "--seat", "Contoh")
    _must("instrument", "eject", "sendiri.toml")
    own = Path("sendiri.toml")
    own.write_text(own.read_text("utf-8").replace('code = "inti"', 'code = "sendiri"', 1), "utf-8")
    _must("field", "add", "asal", "--label", "asal")
    _must("field", "add", "lama", "--label", "lama")
    _must("field", "retire", "lama")
    _must("opd", "add", "DINKES", "--name", "Dinas Kesehatan")
    _must("opd", "add", "DIKBUD", "--name", "Dinas Pendidikan dan Kebudayaan", "--alias", "Dikbud")
    _must("partner", "add", "Universitas Contoh", "--kind", "perguruan-tinggi")
    _must("partner", "add", "PT Maju Contoh", "--kind", "perusahaan")
    _must("add-mou", "--scheme", "ksdpk", "--title", "Peningkatan mutu tenaga kesehatan", "--partner",
          "Universitas Contoh", "--opd", "DINKES", "--number", "100.3.7.1/12/KB/2024", "--partner-number",
          "77/UC/KS/2024", "--signed", "2024-02-20", "--years", "5", "--affair", "1.02", "--scope",
          "Pelatihan bidan", "--scope", "Penelitian gizi")  # fmt: skip
    _must("derive-pks", "KB-2024-001", "--title", "Pelatihan bidan desa", "--signed", "2024-05-02", "--years",
          "2", "--number", "440/7/PKS/2024", "--signer", "Kepala Dinas Kesehatan", "--signer-name",
          "Nama Contoh", "--power-of-attorney", "100/7/SK/2024", "--power-of-attorney-date",
          "2024-04-29")  # fmt: skip
    _must("target", "add", pks, "--indicator", "Bidan terlatih", "--unit", "orang", "--value", "75", "--due",
          "2024-12-31")  # fmt: skip
    _must("update", "KB-2024-001", "--note", "Untuk dibatalkan")
    _must("evaluate", pks, "--period", "2024-S2", "--implementation", "sebagian", "--answer",
          "sesuai-tujuan=ya", "--obstacle", "Dana belum cair", "--effort", "Usulan perubahan anggaran",
          "--realisation", "1=50", "--evidence", "Daftar hadir", "--reported-on", "2025-01-10")  # fmt: skip
    _must("action", "add", pks, "--what", "Rapat koordinasi", "--period", "2024-S2", "--who-acts", "DINKES",
          "--due", "2025-03-01")  # fmt: skip
    _must("period", "close", "2023")
    _must("export", "--out", "ekspor.json")
    Path(_must("backup").strip()).rename("cadangan.db")
    Path("cadangan").rmdir()
    _must("opd", "add", "DISPORA", "--name", "Dinas Pemuda dan Olahraga")
    _must("add-mou", "--scheme", "ksdpk", "--title", "Rancangan", "--partner", "PT Maju Contoh", "--opd",
          "DIKBUD")  # fmt: skip
    _must("clock", "start", "penawaran-ksdd", "--partner", "PT Maju Contoh", "--on", "2025-01-02")
    _must("official", "add", "--role", "tkksd", "--office", "Sekretaris Daerah", "--position", "ketua")
    _must("paper", "add", "laporan-tkksd-semester", "--period", "2024-S2", "--on", "2024-12-30")
    Path("libur.csv").write_text("date,name,source\n2025-01-14,Libur Uji,Uji 1/2024\n", "utf-8")
    _must("desk", "export", "--period", "2024-S2", "--format", "csv", "--out", ".")
    rows = list(
        csv.reader(io.StringIO(Path("DINKES-2024-S2-evaluasi.csv").read_text("utf-8-sig")), delimiter=";")
    )
    rows[2][rows[0].index("item:koordinasi")] = "Baik"
    rows[2][rows[0].index("obstacle")] = "Pelatih pindah"
    with Path("isian.csv").open("w", encoding="utf-8", newline="") as stream:
        csv.writer(stream, delimiter=";").writerows(rows)
    _must("init", "--name", "Kota Lain", "--db", "kosong.db")
    raw(Path(shutil.copy("kskd.db", "sakit.db")), "UPDATE serial SET last = last + 5")
    made_old(Path("lama.db"), 1)
    _must("opd", "add", "RAMAI", "--name", "Dinas Ramai", "--db", shutil.copy("kskd.db", "ramai.db"))
    for at in range(10):
        _must("add-mou", "--scheme", "sinergi", "--title", f"Kerja {at}", "--partner", "PT Maju Contoh",
              "--opd", "RAMAI", "--db", "ramai.db")  # fmt: skip


@pytest.fixture
def stage(_stage_once: Path, tmp_path: Path) -> Stage:
    """The stage, copied into the working folder."""
    names = frozenset(path.name for path in _stage_once.iterdir())
    for name in names:
        shutil.copy(_stage_once / name, tmp_path / name)
    return Stage(tmp_path, names, _stage_once)
