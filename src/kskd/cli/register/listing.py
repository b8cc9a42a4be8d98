"""``list``, ``search``."""

from collections.abc import Sequence
from typing import Annotated

from kskd.cli.kit.command import READING, Call
from kskd.cli.kit.filter_options import filtered
from kskd.cli.kit.options import argument, codes, option
from kskd.cli.kit.output import Format, put_json, put_rows
from kskd.domain.document.fields import FIELDS
from kskd.domain.document.status import Status, status_name
from kskd.domain.field import FieldKind
from kskd.workflows.register.filtering import Filters
from kskd.workflows.register.listing import DEFAULT_COLUMNS
from kskd.workflows.register.listing import list_agreements as run

_Sort = Annotated[
    list[str],
    codes("--sort", "KUNCI", "Urutan, misalnya ends_on; awali dengan - untuk terbalik (--sort=-ends_on)."),
]
_Columns = Annotated[
    list[str], codes("--columns", "KOLOM", "Kolom yang ditampilkan, misalnya id,title,ends_on.")
]
_Limit = Annotated[int | None, option("--limit", "N", "Paling banyak sekian baris.")]


@filtered(*READING)
def list_agreements(
    call: Call, *, filters: Filters, sort: _Sort, columns: _Columns, limit: _Limit = None
) -> None:
    """Naskah yang dibatalkan hanya tampil dengan --status void. Yang terakhir ditandatangani di atas."""
    _put(call, filters, sort, columns, limit)


@filtered(*READING)
def search(
    call: Call,
    *,
    words: Annotated[list[str], argument("KATA...", "Kata yang dicari; semua harus ada.")],
    filters: Filters,
    sort: _Sort,
    columns: _Columns,
    limit: _Limit = None,
) -> None:
    """Dicari dalam naskah (ID, judul, nomor, mitra, ruang lingkup, catatan), target, adendum, dan evaluasi.

    Huruf besar dan aksen tidak membedakan.
    """
    _put(call, {**filters, "words": words}, sort, columns, limit)


def _put(call: Call, filters: Filters, sort: list[str], columns: list[str], limit: int | None) -> None:
    how, day = call.output, call.day
    if not columns and "stage" not in filters and how in {Format.TABLE, Format.MD}:
        shown = tuple("last_day" if key == "ends_on" else key for key in DEFAULT_COLUMNS)  # for people
    else:
        shown = tuple(columns)
    is_for_people = how in {Format.TABLE, Format.MD}
    beside = ("end_kind",) if is_for_people and "status" in shown and "end_kind" not in shown else ()
    found = run(
        call.access,
        filters,
        as_of=day,
        columns=(*shown, *beside),
        sort=sort,
        limit=limit,
        as_json=how is Format.JSON,
    )
    if how is Format.JSON:
        put_json("agreement-list/1", day, found.objects)
        return
    rows, width = found.rows, len(found.keys) - len(beside)
    spare = () if columns else ("partners", "days_left", "lead_opd")
    if is_for_people:
        rows = tuple(_words(found.keys, row)[:width] for row in rows)
    keys, headings = found.keys[:width], found.headings[:width]
    put_rows(how, keys, headings, rows, empty="Tidak ada naskah yang cocok.", spare=spare)


def _words(keys: Sequence[str], row: Sequence[object]) -> tuple[object, ...]:
    """A row with its codes in words, for people."""
    values = dict(zip(keys, row, strict=True))
    is_known = values.get("end_kind") is not None
    return tuple(_word(key, value, is_end_known=is_known) for key, value in values.items())


def _word(key: str, value: object, *, is_end_known: bool) -> object:
    if key == "status":
        return status_name(Status(str(value)), is_end_known=is_end_known)
    if key == "stage" and value is not None:
        from kskd.rules.stages import STAGE_NAMES, Stage

        return STAGE_NAMES[Stage(str(value))]
    field = FIELDS.get(key)
    has_words = field is not None and field.kind in {FieldKind.YES_NO, FieldKind.CHOICE, FieldKind.MONEY}
    return field.word(str(value)) if field and has_words and value is not None else value
