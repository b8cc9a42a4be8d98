"""Type texts into the cells of a workbook as a person does, in a running LibreOffice, and save it.

``type_in_libreoffice.py PIPE SENT BACK CELLS``; CELLS is JSON, a list of sheet, cell and text; cells without
a text are sorted. For a Python that has LibreOffice's ``uno``; by the test beside it only.
"""

import json
import sys
import time
from importlib import import_module
from pathlib import Path
from typing import Any

uno: Any = import_module("uno")


def _given(name: str, value: object) -> Any:
    given = uno.createUnoStruct("com.sun.star.beans.PropertyValue")
    given.Name, given.Value = name, value
    return given


def _desktop(pipe: str) -> tuple[Any, Any]:
    local = uno.getComponentContext()
    resolver = local.ServiceManager.createInstanceWithContext("com.sun.star.bridge.UnoUrlResolver", local)
    for _ in range(120):
        try:
            context = resolver.resolve(f"uno:pipe,name={pipe};urp;StarOffice.ComponentContext")
        except Exception:  # it is not listening yet, whatever it says
            time.sleep(0.5)
        else:
            manager = context.ServiceManager
            return (
                manager.createInstanceWithContext("com.sun.star.frame.Desktop", context),
                manager.createInstanceWithContext("com.sun.star.frame.DispatchHelper", context),
            )
    raise SystemExit("LibreOffice does not listen")


def _sort(sheet: Any, cells: str) -> None:
    """Sort some cells of one column, by what the program itself proposes, without those beside them."""
    sheet.unprotect("")
    chosen = sheet.getCellRangeByName(cells)
    field = uno.createUnoStruct("com.sun.star.table.TableSortField")
    field.Field, field.IsAscending = 0, True
    given = [one for one in chosen.createSortDescriptor() if one.Name != "SortFields"]
    fields = _given("SortFields", uno.Any("[]com.sun.star.table.TableSortField", (field,)))
    uno.invoke(chosen, "sort", ((*given, fields),))


def main(pipe: str, sent: str, back: str, cells: str) -> None:
    """Type everything, one cell after the other, save and close the office."""
    desktop, helper = _desktop(pipe)
    book = desktop.loadComponentFromURL(Path(sent).as_uri(), "_blank", 0, ())
    frame = book.CurrentController.Frame
    for sheet, cell, text in json.loads(Path(cells).read_text("utf-8")):
        if text is None:
            _sort(book.Sheets.getByName(sheet), cell)
            continue
        book.CurrentController.setActiveSheet(book.Sheets.getByName(sheet))
        helper.executeDispatch(frame, ".uno:GoToCell", "", 0, (_given("ToPoint", cell),))
        helper.executeDispatch(frame, ".uno:EnterString", "", 0, (_given("StringName", text),))
    book.storeToURL(Path(back).as_uri(), (_given("FilterName", "Calc MS Excel 2007 XML"),))
    book.close(True)
    desktop.terminate()


main(*sys.argv[1:])
