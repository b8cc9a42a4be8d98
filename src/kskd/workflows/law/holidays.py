"""Days off, from lists that offices import: nothing is ever taken from memory."""

from datetime import date
from typing import NamedTuple

from kskd.domain.holiday import Holiday
from kskd.domain.values.dates import format_date, read_date, respelt_month
from kskd.domain.values.text import clean, quote_path
from kskd.errors import KskdError, refusal
from kskd.registry.tables import holidays as store
from kskd.workflows.access import Access

IMPORT_COLUMNS = ("date", "name", "source")
_SHOWN = 20


class HolidayChange(NamedTuple):
    """What an import does to a day: ``new`` is None for one dropped, ``old`` for one added."""

    day: date
    old: Holiday | None
    new: Holiday | None


class Imported(NamedTuple):
    """The days that changed, and days of the same years that the file leaves out but that stay."""

    changes: tuple[HolidayChange, ...]
    left_out: tuple[Holiday, ...]


def import_csv(access: Access, path: str, *, replace: bool = False) -> Imported:
    """Take in the list of a file, all of it or nothing; with ``replace`` it is the whole list of its years.

    Raises InputFileError that names every line that cannot be read.
    """
    if replace and access.reason is None:
        raise refusal("reason-missing", what="menghapus hari yang tidak ada dalam berkas")
    listed = _read(access, path)
    with access.writing() as session:
        known = {one.day: one for one in store.read_holidays(session)}
        years = {day.year for day in listed}
        left_out = tuple(one for day, one in known.items() if day.year in years and day not in listed)
        changes = [
            HolidayChange(day, known.get(day), one)
            for day, one in sorted(listed.items())
            if known.get(day) != one
        ]
        if replace:
            changes += [HolidayChange(one.day, one, None) for one in left_out]
        for one in changes:
            if one.new is None:
                store.drop_holiday(session, one.day)
            else:
                store.write_holiday(session, one.new)
    return Imported(tuple(changes), () if replace else left_out)


def listing(access: Access, year: int | None) -> list[Holiday]:
    """Days off in order, of a year or all."""
    with access.reading() as session:
        return store.read_holidays(session, year)


def _read(access: Access, path: str) -> dict[date, Holiday]:
    from kskd.interchange.sheets.tables import read_table

    found: dict[date, Holiday] = {}
    lines: dict[date, int] = {}
    problems: list[str] = []
    for line, row in read_table(path, IMPORT_COLUMNS, required=IMPORT_COLUMNS, tell=access.tell):
        if note := respelt_month(row["date"]):
            access.tell(f"baris {line}: {note}")
        try:
            one = Holiday(
                read_date(row["date"]),
                clean(row["name"], "nama hari libur", limit=200),
                clean(row["source"], "sumber", limit=300),
            )
        except KskdError as error:
            problems.append(f"baris {line}: {error}")
            continue
        if one.day in found:
            problems.append(
                f"baris {line}: {format_date(one.day)} sudah ada di baris {lines[one.day]};"
                " gabungkan namanya."
            )
        found[one.day], lines[one.day] = one, line
    if problems:
        more = f" (dan {len(problems) - _SHOWN} baris lain)" if len(problems) > _SHOWN else ""
        raise refusal(
            "table-lines-unusable", file=quote_path(path), problems=f"{' '.join(problems[:_SHOWN])}{more}"
        )
    if not found:
        raise refusal("holidays-empty", file=quote_path(path))
    return found
