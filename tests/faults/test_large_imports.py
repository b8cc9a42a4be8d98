"""An import larger than the memory that ends in its middle: the file grew, and nothing of it is left."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from kskd.cli.office import importing
from kskd.workflows.importing.entering import Entering

from .sweeping import FAULTS, sound

if TYPE_CHECKING:
    from typing import Any

    from ..cli.command_line import Run
    from .conftest import Stage

ROWS = 400
_HEADS = "No;Jenis;Nomor;Judul;Mitra;Tanggal TTD;Jangka Waktu;OPD;Catatan\n"
_LONG = "kata " * 1500  # so few rows are more than the database keeps in memory


@pytest.mark.slow
@pytest.mark.parametrize("fault", ["SIGINT", "SIGTERM", "MemoryError", "disk I/O error"])
def test_what_ends_a_large_import_leaves_the_registry_as_it_was(
    fault: str, stage: Stage, run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The bytes may differ in pages that are free; every row, seal and rule is as before."""
    path = stage.file("kskd.db")
    rows = (
        f"{at};PKS;{at}/X/2024;Kerja Besar {at};PT Maju Contoh;2 Mei 2024;2 tahun;DINKES;{_LONG}{at}\n"
        for at in range(1, ROWS + 1)
    )
    stage.file("Besar.csv").write_text(_HEADS + "".join(rows), "utf-8")
    before, size = sound(path), path.stat().st_size
    take, taken, sizes = Entering.take, [0], [0]
    end, status = FAULTS[fault]

    def interrupted(self: Entering, *given: Any) -> None:
        take(self, *given)
        taken[0] += 1
        if taken[0] == ROWS - 1:
            sizes[0] = path.stat().st_size
            end()

    monkeypatch.setattr(importing, "_LARGE", 1)
    with monkeypatch.context() as patch:
        patch.setattr(Entering, "take", interrupted)
        result = run("import", "Besar.csv", "--yes", "--no-input")
    assert result.status == status
    assert sizes[0] > size
    assert sound(path) == before
    assert path.stat().st_size == size
    assert stage.strays() == ["Besar.csv"]
    assert run("doctor").status == 0
    assert run("import", "Besar.csv", "--yes", "--no-input").out == f"fate\trows\nbaru\t{ROWS}\n"
