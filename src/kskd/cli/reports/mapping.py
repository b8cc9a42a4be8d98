"""``map``: pemetaan, and the yearly list of planned cooperation."""

from pathlib import Path
from typing import Annotated

from kskd.cli.kit.command import READING, Call
from kskd.cli.kit.filter_options import filtered
from kskd.cli.kit.options import TemplatesOption, codes, option
from kskd.cli.kit.output import Format, put, put_document, put_json, put_rows
from kskd.cli.kit.talk import say
from kskd.domain.mapping import Line
from kskd.errors import refusal
from kskd.workflows.register.filtering import Filters
from kskd.workflows.reports import mapping


@filtered(*READING)
def map_agreements(
    call: Call,
    *,
    by: Annotated[
        list[str], codes("--by", "HAL", "affair, opd, scheme, atau partner-kind [bawaan: affair].")
    ],
    filters: Filters,
    plan: Annotated[
        str | None, option("--plan", "TAHUN", "Daftar rencana kerja sama untuk tahun ini.")
    ] = None,
    out: Annotated[
        str | None, option("--out", "FOLDER", "Bersama --plan: folder untuk dokumen .md dan .html.")
    ] = None,
    templates: TemplatesOption = None,
) -> None:
    """--by disebut sekali, atau dua kali untuk tabel silang. Yang dihitung naskah berlaku, atau --status."""
    if plan and (by or filters):
        raise refusal("plan-not-filtered")
    if out and not plan:
        raise refusal("out-without-plan")
    if plan:
        _plan(call, plan, out, templates)
        return
    _put(call, mapping.map_agreements(call.access, by, filters, as_of=call.day))


def _put(call: Call, counted: mapping.Counted) -> None:
    how, made = call.output, counted.map
    if counted.unsure:
        say(
            f"{counted.unsure} naskah tidak dipetakan, sebab statusnya belum dapat dipastikan;"
            " lihat kskd list --status unknown."
        )
    keys = tuple(key for key, _ in made.columns)

    def counts(line: Line) -> dict[str, int]:
        return dict(zip(keys, line.counts, strict=True))

    if how is Format.JSON:
        put_document(
            "map/1",
            {
                "as_of": call.day.isoformat(),
                "by": list(made.axes),
                "statuses": list(counted.statuses),
                "unsure": counted.unsure,
                "items": [{"key": one.key, "name": one.label, "counts": counts(one)} for one in made.lines],
                "unclassed": counts(made.unclassed),
                "total": counts(made.total),
                "empty": [one.key for one in made.empty],
            },
        )
        return
    named = [*((one.key, one) for one in made.lines), ("unclassed", made.unclassed), ("total", made.total)]
    rows = [(key, one.label, *one.counts) for key, one in named]
    what = made.axes[0].label
    put_rows(how, ("key", "name", *keys), (what, "Nama", *(heading for _, heading in made.columns)), rows)
    if how is Format.TABLE:
        say(
            f"Tanpa satu naskah pun: {len(made.empty)} dari {len(made.lines)}. Naskah yang termasuk beberapa"
            " baris dihitung pada masing-masing; jumlah menghitungnya sekali."
        )


def _plan(call: Call, year: str, out: str | None, templates: str | None) -> None:
    """As a document where a folder is said, else as rows."""
    way, day = call.access, call.day
    if out:
        own = Path(templates) if templates else None
        for path in mapping.write_plan(way, year, Path(out), as_of=day, templates=own):
            put(str(path))
        return
    found = mapping.list_plan(way, year, as_of=day, as_json=call.output is Format.JSON)
    if call.output is Format.JSON:
        put_json("agreement-list/1", day, found.objects)
    else:
        empty = f"Tidak ada rencana untuk tahun {year}."
        put_rows(call.output, found.keys, found.headings, found.rows, empty=empty)
