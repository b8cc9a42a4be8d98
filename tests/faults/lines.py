"""Which commands write, taken from the command tree itself, and lines that make each of them write."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, Any, NamedTuple

from kskd.cli import ROOT

from ..cli.command_line import parameters
from ..cli.test_writing import WRITES

if TYPE_CHECKING:
    from collections.abc import Iterator

PKS = "PKS-2024-001"


def commands() -> Iterator[tuple[str, dict[str, Any]]]:
    """Every command of the tree as it is typed, and its options by name."""
    for path in ROOT.paths():
        yield path, parameters(path)


# A command that can be tried without being kept is one that writes to the registry.
HANDED = {"package", "handover"}
"""Commands that make folders of files; faults in them are tried in ``test_results`` and beside it."""
WRITERS = [name for name, options in commands() if "dry_run" in options and name not in HANDED]


class Line(NamedTuple):
    """A command line that writes on the stage, and the file that it writes to.

    ``again`` is a word of the sentence that meets who types it once more, which keeps one copy; None where a
    second time is another act.
    """

    command: str
    args: tuple[str, ...]
    again: str | None = ""
    target: str = "kskd.db"


_FULL_MOU = (
    "add-mou", "--scheme", "ksdpk", "--title", "Kota sehat", "--partner", "Koperasi Contoh", "--new", "--opd",
    "DINKES", "--support-opd", "DIKBUD", "--number", "9/KB/2025", "--signed", "2025-01-10", "--years", "3",
    "--affair", "1.02", "--scope", "Imunisasi", "--file", "opd.csv",
)  # fmt: skip
_FULL_EVALUATION = (
    "evaluate", PKS, "--period", "2024-S1", "--implementation", "sebagian", "--answer", "koordinasi=baik",
    "--obstacle", "Pelatih kurang", "--effort", "Menambah pelatih", "--evidence", "Daftar hadir",
    "--realisation", "1=30",
)  # fmt: skip
_FULL_UPDATE = (
    "update", "KB-2024-001", "--reason", "koreksi", "--title", "Mutu tenaga kesehatan", "--drop-affair",
    "1.02", "--scope", "Gizi", "--partner", "PT Maju Contoh", "--support-opd", "DIKBUD",
)  # fmt: skip
MORE = [
    Line("add-mou", _FULL_MOU, "sudah tercatat"),
    Line("evaluate", _FULL_EVALUATION),
    Line("update", _FULL_UPDATE),
    Line("init", ("init", "--name", "Kota Lain", "--db", "baru.db"), "sudah ada", "baru.db"),
    Line("init", ("init", "--upgrade", "--db", "lama.db"), "", "lama.db"),
    Line("add-mou", ("add-mou", "--scheme", "sinergi", "--title", "Pangan", "--partner", "PT Contoh", "--new",
                     "--opd", "DINKES", "--db", "lama.db"), None, "lama.db"),
    Line("import", ("import", "ekspor.json", "--db", "baru.db"), "berisi", "baru.db"),
    Line("import", ("import", "ekspor.json", "--db", "kosong.db"), "berisi", "kosong.db"),
    Line("undo", ("undo", "12", "--yes"), "12"),
    Line("restore", ("restore", "cadangan.db", "--yes"), None),
    Line("erase", ("erase", "Nama Contoh", "--reason", "diminta", "--yes"), "Nama Contoh"),
    Line("doctor", ("doctor", "--fix", "--yes", "--db", "sakit.db"), "", "sakit.db"),
    Line("clock start", ("clock", "start", "dprd-persetujuan", "--agreement", PKS, "--on", "2025-01-02"),
         None),
    Line("clock stop", ("clock", "stop", "1", "--on", "2025-01-10", "--outcome", "diterima"),
         "sudah berhenti"),
    Line("holiday import", ("holiday", "import", "libur.csv")),
    Line("remind", ("remind",), None),
    Line("desk export", ("desk", "export", "--period", "2024-S2", "--format", "csv", "--out", ".", "--due",
                         "2025-02-10")),
    Line("desk import", ("desk", "import", "isian.csv", "--yes"), "Tidak ada yang berubah"),
    Line("desk schedule", ("desk", "schedule", "--period", "2024-S2", "--from", "2025-01-20", "--save")),
    Line("check", ("check", "--accept", PKS, "KS601", "--reason", "naskah asli di Bagian Hukum")),
    Line("opd rename", ("opd", "rename", "RAMAI", "--into", "DIKBUD", "--on", "2025-01-02", "--db",
                        "ramai.db"), "", "ramai.db"),
]  # fmt: skip
LINES = [*(Line(command, tuple(args)) for command, args, _ in WRITES), *MORE]
_seen: Counter[str] = Counter()


def _name(line: Line) -> str:
    _seen[line.command] += 1
    return f"{line.command} {_seen[line.command]}" if _seen[line.command] > 1 else line.command


NAMES = [_name(line) for line in LINES]
