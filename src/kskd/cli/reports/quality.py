"""``quality``."""

import sys
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from kskd.cli.kit.command import READING, Call
from kskd.cli.kit.filter_options import filtered
from kskd.cli.kit.options import TemplatesOption, codes, option, switch
from kskd.cli.kit.output import Format, put, put_items, put_rows
from kskd.cli.kit.talk import say
from kskd.domain.finding import SEVERITY_NAMES, Severity
from kskd.workflows.register.filtering import Filters
from kskd.workflows.reports.quality import quality as run

if TYPE_CHECKING:
    from kskd.workflows.reports.quality import Quality
    from kskd.workflows.reports.quality_page import QualityWanted

_COLUMNS = {
    "field": "Isian",
    "label": "Keterangan",
    "applies": "Naskah",
    "recorded": "Tercatat",
    "partial": "Sebagian",
    "missing": "Belum",
    "share": "%",
    "severity": "Bobot",
    "asked": "Diminta",
    "rules": "Aturan",
    "command": "Yang ditanya",
}
_EACH = {
    "opd": "OPD",
    "agreement": "Naskah",
    "field": "Isian",
    "label": "Keterangan",
    "is_partial": "Sebagian",
    "severity": "Bobot",
    "rules": "Aturan",
    "command": "Perintah",
}
_READ = {Format.TABLE, Format.MD}  # what people read names a field by its label, a severity by its word
_SPARE = ("command", "rules", "partial", "is_partial", "severity")
_EMPTY = {False: "Tidak ada naskah yang cocok.", True: "Tidak ada yang kurang."}


@filtered(*READING)
def quality(
    call: Call,
    *,
    field: Annotated[
        list[str], codes("--field", "ISIAN", "Hanya isian ini, misalnya signed,ends, atau file.")
    ],
    filters: Filters,
    each: Annotated[
        bool, switch("--each", "Tiap keterangan yang belum tercatat, dengan OPD yang ditanya.")
    ] = False,
    ask: Annotated[bool, switch("--ask", "Satu surat atau pesan permintaan data untuk tiap OPD.")] = False,
    form: Annotated[
        str | None, option("--form", "BENTUK", "Bentuk permintaan itu: surat atau pesan [bawaan: surat].")
    ] = None,
    out: Annotated[
        str | None,
        option("--out", "FOLDER", "Halaman mutu-data .md dan .html; bersama --ask satu berkas per OPD."),
    ] = None,
    templates: TemplatesOption = None,
    exit_code: Annotated[bool, switch("--exit-code", "Kode keluar 3 bila ada yang kurang.")] = False,
) -> None:
    """Yang paling diminta peraturan di atas: menurut bobot aturannya, lalu jumlah naskahnya.

    Hanya naskah yang dapat memiliki isian itu yang dihitung, tanpa yang dibatalkan; juga jenis mitra,
    evaluasi, dan penghubung OPD. Sebagian: tanggal yang baru diketahui tahunnya atau nomor dari satu mitra
    saja. Belum tercatat tidak berarti tidak ada.
    """
    how, day = call.output, call.day
    if ask or form or out:
        from kskd.workflows.reports.quality_page import QualityWanted

        wanted = QualityWanted(filters, field, day, Path(templates) if templates else None)
        if out and not (ask or form):
            _write(call, wanted, out)
        else:
            _ask(call, wanted, form, out)
    else:
        _put(how, day, run(call.access, filters, as_of=day, names=field, each=each), each=each)
    if exit_code and not run(call.access, filters, as_of=day, names=field).is_whole:
        raise typer.Exit(3)


def _put(how: Format, day: date, found: "Quality", *, each: bool) -> None:
    columns, items = (_EACH, found.missing) if each else (_COLUMNS, found.fields)
    if how is Format.JSON:
        put_items("missing-list/1" if each else "quality/1", day, (one._asdict() for one in items))
        return
    keys = [key for key in columns if how not in _READ or key != "field"]
    rows = [[_cell(getattr(one, key), how) for key in keys] for one in items]
    put_rows(how, keys, [columns[key] for key in keys], rows, empty=_EMPTY[each], spare=_SPARE)


def _cell(value: object, how: Format) -> object:
    if isinstance(value, Severity) and how in _READ:
        return SEVERITY_NAMES[value]
    return {True: "ya", False: None}[value] if isinstance(value, bool) else value


def _write(call: Call, wanted: "QualityWanted", out: str) -> None:
    """The page in a folder."""
    from kskd.workflows.reports.quality_page import write_page

    for path in write_page(call.access, wanted, Path(out)):
        put(str(path))


def _ask(call: Call, wanted: "QualityWanted", form: str | None, out: str | None) -> None:
    """The texts one after the other, or each in a file of its own."""
    from kskd.workflows.reports.letters import read_form, write_texts
    from kskd.workflows.reports.quality_page import ask_units

    how = read_form(form, (), wanted.templates, to_files=out is not None)
    texts = ask_units(call.access, wanted, how)
    if not texts:
        say(_EMPTY[True])
    if out is None:
        sys.stdout.write("\n".join(f"=== {one.opd} ===\n\n{one.text}" for one in texts))
        return
    for path in write_texts(call.access, texts, f"permintaan-{call.day.isoformat()}", Path(out)):
        put(str(path))
