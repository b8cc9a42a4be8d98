"""``list``, ``search``."""

from collections.abc import Sequence
from typing import Annotated

from kskd.cli.kit.command import READING, Call
from kskd.cli.kit.filter_options import filtered
from kskd.cli.kit.options import argument, codes, option
from kskd.cli.kit.output import Format, put_json, put_rows
from kskd.domain.document.status import Status, status_name
from kskd.domain.field import OWN, Fields
from kskd.domain.values.kinds import FieldKind
from kskd.workflows.register.filtering import Filters
from kskd.workflows.register.listing import DEFAULT_COLUMNS
from kskd.workflows.register.listing import list_agreements as run

_Sort = Annotated[
    list[str],
    codes("--sort", "KUNCI", "Urutan, misalnya ends_on; awali dengan - untuk terbalik (--sort=-ends_on)."),
]
_Columns = Annotated[
    list[str],
    codes("--columns", "KOLOM", "Kolom yang ditampilkan, misalnya id,title,ends_on; all: semua kolom."),
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
    """Dicari dalam naskah (ID, judul, nomor, mitra, OPD, ruang lingkup, catatan), target,
    adendum, dan evaluasi.

    Huruf besar dan aksen tidak membedakan.
    """
    _put(call, {**filters, "words": words}, sort, columns, limit)


def _put(call: Call, filters: Filters, sort: list[str], columns: list[str], limit: int | None) -> None:
    how, day = call.output, call.day
    if not columns and "stage" not in filters and how in {Format.TABLE, Format.MD}:
        shown = tuple("last_day" if key == "ends_on" else key for key in DEFAULT_COLUMNS if key != "last_day")
    else:
        shown = tuple(columns)
    is_for_people = how in {Format.TABLE, Format.MD}
    if is_for_people:
        shown = tuple(_AS_KNOWN.get(key, key) for key in shown)
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
        rows = tuple(_words(found.fields, found.keys, row)[:width] for row in rows)
    keys, headings = found.keys[:width], found.headings[:width]
    put_rows(how, keys, headings, rows, empty="Tidak ada naskah yang cocok.", spare=spare)


_AS_KNOWN = {"signed_on": "signed", "starts_on": "starts", "ends_on": "ends"}
"""Columns that programs read only of full days, and what people read in their place."""
_DAYS = {*_AS_KNOWN.values(), "last_day"}


def _words(fields: Fields, keys: Sequence[str], row: Sequence[object]) -> tuple[object, ...]:
    """A row with its codes in words, for people."""
    values = dict(zip(keys, row, strict=True))
    is_known = values.get("end_kind") is not None
    return tuple(_word(fields, key, value, is_end_known=is_known) for key, value in values.items())


def _word(fields: Fields, key: str, value: object, *, is_end_known: bool) -> object:
    if key == "status":
        return status_name(Status(str(value)), is_end_known=is_end_known)
    if key == "stage" and value is not None:
        from kskd.rules.stages import STAGE_NAMES, Stage

        return STAGE_NAMES[Stage(str(value))]
    if key in _DAYS and isinstance(value, str) and len(value) < len("2024-05-02"):
        from kskd.domain.values.days import Day

        return Day.parse(value).words
    field = fields.get(key) or fields.get(OWN + key)
    if field is None or value is None:
        return value
    is_said = field.is_own or field.kind in {FieldKind.YES_NO, FieldKind.CHOICE, FieldKind.MONEY}
    return field.word(value) if is_said and isinstance(value, str | int | float) else value
