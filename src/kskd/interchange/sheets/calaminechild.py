"""The process that reads a workbook from its input, and tells what stands in it line by line in JSON."""

import json
import sys
from datetime import date, time, timedelta
from io import BytesIO

from kskd import system
from kskd.interchange.sheets.pages import cell_of_text, cell_of_time, plain_number

_MEMORY = 1_500_000_000  # bytes: the largest sheet that .xls can hold, several times over
_SECONDS = 120
_LOCKED = "EncryptedPackage".encode("utf-16-le")  # a newer workbook in the coat of an older one


def main() -> None:
    """Tell each sheet, then its rows with the cells that hold something; at the end that it is the end."""
    import python_calamine

    content = sys.stdin.buffer.read()
    if _LOCKED in content:
        _tell("kata sandi")
        return
    try:
        book = python_calamine.CalamineWorkbook.from_filelike(BytesIO(content))
    except python_calamine.PasswordError:
        _tell("kata sandi")
        return
    for at, about in enumerate(book.sheets_metadata):
        if about.typ != python_calamine.SheetTypeEnum.WorkSheet:
            continue
        sheet = book.get_sheet_by_index(at)
        merged = [
            (top + 1, left + 1, bottom + 1, right + 1)
            for (top, left), (bottom, right) in sheet.merged_cell_ranges or ()
        ]
        is_hidden = about.visible != python_calamine.SheetVisibleEnum.Visible
        _tell({"name": about.name, "hidden": is_hidden, "merged": merged})
        first = sheet.start[1] + 1 if sheet.start else 1  # rows are given from the first, columns are not
        for number, row in enumerate(sheet.iter_rows(), 1):
            if cells := [(column, *cell) for column, one in enumerate(row, first) if (cell := _cell(one))]:
                _tell([number, cells])
    _tell("selesai")


def _cell(value: object) -> tuple[object, ...] | None:
    if isinstance(value, bool):
        return cell_of_text("TRUE" if value else "FALSE")
    if isinstance(value, (int, float)):
        return (plain_number(value), float(value))
    if isinstance(value, (date, time, timedelta)):
        return cell_of_time(value)
    return cell_of_text(str(value))


def _tell(said: object) -> None:
    sys.stdout.write(json.dumps(said) + "\n")


if __name__ == "__main__":
    system.limit_self(memory=_MEMORY, seconds=_SECONDS)
    main()
