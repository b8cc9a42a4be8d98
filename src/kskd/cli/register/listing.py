"""``list``, ``search``, ``show``."""

from typing import TYPE_CHECKING, Any

from kskd.cli.kit.context import access, as_of
from kskd.cli.kit.output import Format, put_document, put_json, put_rows, read_format
from kskd.cli.kit.takes import READING, takes

if TYPE_CHECKING:
    from kskd.workflows.register.listing import Filters

_LAYOUT = ("sort", "columns", "limit", *READING)


@takes(
    "opds",
    "schemes",
    "docs",
    "statuses",
    "partners",
    "affairs",
    "year",
    "planned_in",
    "ends_before",
    "ends_after",
    "no_child",
    "no_file",
    "no_original",
    "where",
    *_LAYOUT,
)
def list_agreements(**given: Any) -> None:
    """Naskah yang dibatalkan hanya tampil dengan --status void. Yang terakhir ditandatangani di atas."""
    from kskd.workflows.register.listing import Filters

    filters = Filters(
        opd=tuple(given["opds"]),
        scheme=tuple(given["schemes"]),
        doc=tuple(given["docs"]),
        status=tuple(given["statuses"]),
        partner=tuple(given["partners"]),
        affair=tuple(given["affairs"]),
        year=given["year"],
        planned=given["planned_in"],
        ends_before=given["ends_before"],
        ends_after=given["ends_after"],
        no_child=given["no_child"],
        no_file=given["no_file"],
        no_original=given["no_original"],
        where=tuple(given["where"]),
    )
    _put(given, filters, "list")


@takes("words", *_LAYOUT)
def search(**given: Any) -> None:
    """Dicari dalam ID, judul, nomor, mitra, ruang lingkup, dan catatan."""
    from kskd.workflows.register.listing import Filters

    _put(given, Filters(words=tuple(given["words"])), "search")


@takes("agreement", *READING)
def show(**given: Any) -> None:
    """Dengan induk, turunan, masa berlaku, target, evaluasi, kendala, dan tindak lanjutnya."""
    from kskd.workflows.register.showing import show as run

    day = as_of(given)
    how = read_format(given)
    whole = run(access(given, "show"), given["agreement"], as_of=day)
    if how is Format.JSON:
        put_document("agreement/1", {"as_of": day.isoformat(), **whole.document})
    else:
        from kskd.cli.register.showing import show_text

        show_text(whole, day, how)


def _put(given: dict[str, Any], filters: "Filters", command: str) -> None:
    from kskd.workflows.register.listing import list_agreements as run

    how = read_format(given)
    day = as_of(given)
    columns = [key.strip() for key in (given["columns"] or "").split(",") if key.strip()]
    found = run(
        access(given, command),
        filters,
        as_of=day,
        columns=columns,
        sort=given["sort"],
        limit=given["limit"],
        as_json=how is Format.JSON,
    )
    if how is Format.JSON:
        put_json("agreement-list/1", day, found.objects)
        return
    rows = found.rows
    spare = () if columns else ("partners", "days_left", "lead_opd")
    if how in {Format.TABLE, Format.MD}:
        rows = tuple(_worded(found.keys, row) for row in rows)
    put_rows(how, found.keys, found.headings, rows, empty="Tidak ada naskah yang cocok.", spare=spare)


def _worded(keys: tuple[str, ...], row: tuple[object, ...]) -> tuple[object, ...]:
    """A row with its codes in words, for people."""
    return tuple(_word(key, value) for key, value in zip(keys, row, strict=True))


def _word(key: str, value: object) -> object:
    from kskd.domain.document.fields import FIELDS
    from kskd.domain.document.status import STATUS_NAMES, Status
    from kskd.domain.field import FieldKind

    if key == "status":
        return STATUS_NAMES[Status(str(value))]
    field = FIELDS.get(key)
    is_coded = field is not None and field.kind in {FieldKind.YES_NO, FieldKind.CHOICE}
    return field.word(str(value)) if field and is_coded and value is not None else value
