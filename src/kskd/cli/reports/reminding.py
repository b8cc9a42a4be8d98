"""``remind``."""

import sys
from pathlib import Path
from typing import Annotated

from kskd.cli.kit.command import Call
from kskd.cli.kit.filter_options import filtered
from kskd.cli.kit.options import TemplatesOption, codes, option, switch
from kskd.cli.kit.output import put
from kskd.cli.kit.talk import say
from kskd.domain.values.dates import format_date
from kskd.domain.values.warning import warning
from kskd.errors import KskdError, refusal
from kskd.workflows.access import Access
from kskd.workflows.register.filtering import Filters
from kskd.workflows.reports import reminding
from kskd.workflows.reports.letters import read_form, write_texts


@filtered("as_of", "who", "dry_run", "db")
def remind(
    call: Call,
    *,
    form: Annotated[str | None, option("--form", "BENTUK", "surat atau pesan [bawaan: surat].")] = None,
    since_last: Annotated[
        bool, switch("--since-last", "Hanya OPD yang ada hal barunya; tanpa itu tidak menulis apa pun.")
    ] = False,
    filters: Filters,
    out: Annotated[
        str | None, option("--out", "FOLDER", "Satu berkas per OPD di folder ini [bawaan: keluaran baku].")
    ] = None,
    formats: Annotated[
        list[str], codes("--format", "FORMAT", "txt, docx, pdf, html, atau md [bawaan: txt].")
    ],
    templates: TemplatesOption = None,
) -> None:
    """Tiap ambang hari (remind-thresholds) disampaikan sekali; yang sudah lewat menjadi daftar tetap.

    Hanya teks: tidak ada yang dikirim. Yang disampaikan dicatat sesudah teksnya ditulis.
    """
    if call.as_of and not call.dry_run:
        raise refusal("as-of-without-dry-run")
    way = call.access
    folder = Path(templates) if templates else None
    how = read_form(form, formats, folder, to_files=bool(out))
    made = reminding.prepare(
        way,
        filters,
        as_of=call.day,
        form=how,
        since_last=since_last,
    )
    if made.last_run is not None and made.last_run > made.ran_on:
        say(
            warning(
                f"pengingat terakhir bertanggal {format_date(made.last_run)}, sesudah hari ini",
                "periksa jam komputer",
            )
        )
    _hand_over(way, made, None if call.dry_run else out, has_text=how.formats == ("txt",))
    if call.dry_run:
        return
    try:
        reminding.record(way, made)
    except KskdError:
        if made.texts:
            say(
                warning(
                    "teks sudah ditulis, tetapi belum tercatat, jadi lain kali akan disampaikan lagi",
                    "jalankan lagi kskd remind setelah sebabnya diatasi",
                )
            )
        raise


def _hand_over(way: Access, made: reminding.Reminders, out: str | None, *, has_text: bool) -> None:
    """The texts on stdout one after the other, or each in a file of its own, before anything is recorded."""
    if out:
        for path in write_texts(way, made.texts, made.ran_on.isoformat(), Path(out)):
            put(str(path))
    elif has_text:
        sys.stdout.write("\n".join(f"=== {one.opd} ===\n\n{one.text}" for one in made.texts))
    sys.stdout.flush()
