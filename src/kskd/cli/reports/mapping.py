"""``map``: pemetaan, and the yearly list of planned cooperation."""

from pathlib import Path
from typing import TYPE_CHECKING, Any

from kskd.cli.kit.context import access, as_of
from kskd.cli.kit.output import Format, put, put_document, put_json, put_rows, read_format
from kskd.cli.kit.takes import READING, takes
from kskd.cli.kit.talk import say
from kskd.errors import UsageError

if TYPE_CHECKING:
    from kskd.domain.mapping import Line
    from kskd.workflows.reports.mapping import Counted


@takes(
    "map_by",
    "opds",
    "schemes",
    "docs",
    "statuses",
    "plan_year",
    "plan_out",
    "templates",
    *READING,
)
def map_agreements(**given: Any) -> None:
    """--by disebut sekali, atau dua kali untuk tabel silang. Yang dihitung naskah berlaku, atau --status."""
    narrowed = [name for name in ("map_by", "opds", "schemes", "docs", "statuses") if given[name]]
    if given["plan_year"] and narrowed:
        raise UsageError(
            "--plan menulis seluruh daftar rencana; pakai tanpa --by, --opd, --scheme, --doc, --status."
        )
    if given["plan_out"] and not given["plan_year"]:
        raise UsageError("--out hanya dipakai bersama --plan TAHUN.")
    if given["plan_year"]:
        _plan(given)
        return
    from kskd.workflows.register.listing import Filters
    from kskd.workflows.reports.mapping import map_agreements as run

    filters = Filters(
        opd=tuple(given["opds"]),
        scheme=tuple(given["schemes"]),
        doc=tuple(given["docs"]),
        status=tuple(given["statuses"]),
    )
    _put(given, run(access(given, "map"), given["map_by"], filters, as_of=as_of(given)))


def _put(given: dict[str, Any], counted: "Counted") -> None:
    how, made = read_format(given), counted.map
    keys = tuple(key for key, _ in made.columns)

    def counts(line: "Line") -> dict[str, int]:
        return dict(zip(keys, line.counts, strict=True))

    if how is Format.JSON:
        put_document(
            "map/1",
            {
                "as_of": as_of(given).isoformat(),
                "by": list(made.axes),
                "statuses": list(counted.statuses),
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


def _plan(given: dict[str, Any]) -> None:
    """As a document where a folder is said, else as rows."""
    from kskd.workflows.reports import mapping

    way, year, day = access(given, "map"), given["plan_year"], as_of(given)
    if given["plan_out"]:
        templates = Path(given["templates"]) if given["templates"] else None
        for path in mapping.write_plan(way, year, Path(given["plan_out"]), as_of=day, templates=templates):
            put(str(path))
        return
    how = read_format(given)
    found = mapping.list_plan(way, year, as_of=day, as_json=how is Format.JSON)
    if how is Format.JSON:
        put_json("agreement-list/1", day, found.objects)
    else:
        put_rows(how, found.keys, found.headings, found.rows, empty=f"Tidak ada rencana untuk tahun {year}.")
