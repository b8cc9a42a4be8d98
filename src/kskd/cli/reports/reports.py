"""``report``, ``templates eject``, ``check``."""

import sys
from pathlib import Path
from typing import Annotated

from kskd.cli.kit.command import Call, command, required
from kskd.cli.kit.filter_options import filtered
from kskd.cli.kit.options import (
    AssumeReported,
    KnownOn,
    PeriodOption,
    TemplatesOption,
    argument,
    codes,
    option,
)
from kskd.cli.kit.output import put
from kskd.cli.kit.progress import progress
from kskd.cli.kit.talk import say
from kskd.cli.kit.typed_day import day_said
from kskd.cli.reports.blanks import say_blank
from kskd.domain.values.warning import warning
from kskd.errors import refusal
from kskd.workflows.register.filtering import Filters
from kskd.workflows.reports import making

_Folder = Annotated[str, argument("FOLDER", "Folder tujuan.")]
KINDS = (
    "indeks, ringkasan, opd, semester, tkksd, luar-negeri, pemetaan, bulanan, rencana, undangan,"
    " berita-acara, surat-pengantar, naskah, sampul, daftar-publik, rekap"
)
"""The names of ``REPORTS``, which would take a help as long to load as a report."""
_Kinds = Annotated[list[str], codes("--kind", "JENIS", f"Jenis laporan: {KINDS}.")]
_Formats = Annotated[
    list[str], codes("--format", "FORMAT", "md, html, docx, pdf, txt, json [bawaan: md,html].")
]
_ChangedSince = Annotated[
    str | None,
    option(
        "--changed-since",
        "PERIODE|TANGGAL",
        "Tidak menulis berkas; hanya menyebut yang berubah dari yang tercatat saat itu.",
    ),
]


@filtered("as_of", "db")
def report(
    call: Call,
    *,
    period: PeriodOption = None,
    out: Annotated[str, option("--out", "FOLDER", "Folder hasil [bawaan: laporan].")] = "laporan",
    kind: _Kinds,
    formats: _Formats,
    filters: Filters,
    templates: TemplatesOption = None,
    known_on: KnownOn = None,
    changed_since: _ChangedSince = None,
    assume_reported: AssumeReported = False,
) -> None:
    """Jalur berkas ditulis ke keluaran baku, satu per baris. Berkas yang isinya sama tidak disentuh.

    Jenis sampul dan naskah dibuat untuk satu naskah: --agreement ID; naskah juga menurut --doc, termasuk kak.
    """
    if changed_since is not None:
        if known_on is not None:
            raise refusal("changed-since-known-on")
        from kskd.cli.reports.changes import put_changes
        from kskd.workflows.reports import changes

        put_changes(
            call._replace(format=formats[0] if formats else None),
            changes.changed_since(
                call.access,
                period if kind else required(period, "--period"),
                filters,
                since=changed_since,
                kinds=kind,
                templates=Path(templates) if templates else None,
                as_of=call.said_day,
                assume_reported=assume_reported,
            ),
        )
        return
    with progress("Menyusun laporan") as done:
        made = making.report(
            call.access,
            period if kind else required(period, "--period"),
            Path(out),
            filters,
            kinds=kind,
            formats=formats,
            templates=Path(templates) if templates else None,
            as_of=call.said_day,
            known_on=day_said(known_on),
            assume_reported=assume_reported,
            progress=done,
        )
    _say_made(made)


def _say_made(made: making.Written) -> None:
    for path in made.paths:
        put(str(path))
    if made.stale:
        stale = ", ".join(map(str, made.stale))
        say(
            warning(
                f"bukan bagian laporan ini, mungkin sisa laporan lama: {stale}",
                "hapus bila tidak diperlukan lagi",
            )
        )
    say_blank(made.blank)
    if sys.stderr.isatty():
        say(f"{len(made.paths)} berkas, {made.changed} di antaranya ditulis; keadaan per {made.as_of}.")


@command()
def eject(_: Call, *, folder: _Folder) -> None:
    """Berkas yang sudah ada tidak ditimpa. Pakai hasilnya dengan kskd report --templates FOLDER."""
    for path in making.eject_templates(Path(folder)):
        put(str(path))


@command("db")
def check(
    call: Call,
    *,
    folder: _Folder,
    period: Annotated[
        str | None, option("--period", "PERIODE", "Dicoba juga dengan isi registri untuk periode ini.")
    ] = None,
) -> None:
    """Dicoba dengan data contoh, yang lengkap dan yang kosong, dalam setiap format, seperti laporan dibuat.

    Nama templat yang dapat dipakai ditulis ke keluaran baku; yang salah disebut berkas dan barisnya.
    Bagian yang tidak ada dalam urutan, dan berkas yang tidak dipakai, disebut sebagai peringatan.
    """
    found = making.check_templates(call.access, Path(folder), period)
    for name in found.names:
        put(name)
    for name, left in found.left_out:
        say(warning(f"{name} tidak memuat {', '.join(left)}", "tambahkan ke urutan bila seharusnya ada"))
    for name in found.unused:
        say(warning(f"{name} tidak dipakai laporan apa pun", "periksa nama berkasnya"))
