"""``package``, ``handover``."""

from collections.abc import Sequence
from pathlib import Path
from typing import Annotated

from kskd.cli.kit.command import Call, command, required
from kskd.cli.kit.options import OnlyOpds, PeriodOption, TemplatesOption, many, option, switch
from kskd.cli.kit.output import put
from kskd.cli.kit.progress import progress
from kskd.cli.kit.talk import say
from kskd.cli.reports.blanks import say_blank
from kskd.domain.values.warning import warning

_Zip = Annotated[bool, switch("--zip", "Satu berkas .zip untuk tiap folder.")]


@command("who", "dry_run", "db")
def package(
    call: Call,
    *,
    period: PeriodOption = None,
    opd: OnlyOpds,
    out: Annotated[str, option("--out", "FOLDER", "Folder hasil [bawaan: paket].")] = "paket",
    zipped: _Zip = False,
    returned: Annotated[
        list[str], many("--returned", "BERKAS", "Lembar desk yang kembali, untuk sel yang ditolak.")
    ],
    templates: TemplatesOption = None,
) -> None:
    """Satu folder per OPD: lembar, surat pengantar, kekurangan, sel yang ditolak, lembar desk, pesan.

    Lembar desk berikutnya dicatat sebagai dikirim, seperti oleh kskd desk export, agar dapat kembali.
    """
    from kskd.workflows.handing.packages import package as run
    from kskd.workflows.handing.sets import SetWanted

    label = required(period, "--period")
    with progress("Menyusun paket") as told:
        wanted = SetWanted(Path(out), zipped, call.dry_run, _folder(templates), told)
        made = run(call.access, label, wanted, opd=opd, returned=returned)
    _list(made.paths)
    for sentence in made.notes:
        say(sentence)
    say_blank(made.blank)


@command("dry_run", "db")
def handover(
    call: Call,
    *,
    out: Annotated[str, option("--out", "FOLDER", "Folder hasil [bawaan: serah-terima].")] = "serah-terima",
    zipped: _Zip = False,
    templates: TemplatesOption = None,
) -> None:
    """Registri, cadangan, laporan terakhir, yang terbuka, tanggal enam bulan, pengaturan, cara menghitung.

    Isinya memuat data pribadi, jadi hanya dapat dibaca oleh yang menjalankan perintah ini.
    """
    from kskd.workflows.handing.handover import handover as run
    from kskd.workflows.handing.sets import SetWanted

    with progress("Menyusun serah terima") as told:
        made = run(call.access, SetWanted(Path(out), zipped, call.dry_run, _folder(templates), told))
    _list(made)
    say(warning("serah terima memuat data pribadi", "serahkan langsung, jangan lewat surel"))


def _folder(templates: str | None) -> Path | None:
    return Path(templates) if templates else None


def _list(paths: Sequence[Path]) -> None:
    for path in paths:
        put(str(path))
