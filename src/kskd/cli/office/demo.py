"""``demo``."""

from pathlib import Path
from typing import Annotated

from kskd.cli.kit.command import Call, command
from kskd.cli.kit.options import PeriodOption, argument
from kskd.cli.kit.talk import say
from kskd.workflows.office.demo import run


@command()
def demo(
    _: Call,
    *,
    folder: Annotated[str, argument("[FOLDER]", "Folder tujuan [bawaan: demo].")] = "demo",
    period: PeriodOption = None,
) -> None:
    """Registri kabupaten fiktif, diisi dengan perintah kskd sendiri, dan laporan satu semester."""
    made = run(Path(folder), period or "2024-S2", say)
    say(
        f"Laporan: {made.index} (buka dengan peramban)",
        f"Registri: {made.registry}",
        f"Selanjutnya: {made.command} list --db {made.registry} --as-of {made.as_of}",
    )
