"""What each workbook that kskd writes shares: its writer, how cells look, and lists behind drop-downs."""

from types import ModuleType
from typing import Any

from kskd.domain.values.grid import column_name
from kskd.errors import refusal

LISTS = "Daftar"
Choices = tuple[tuple[str, str], ...]

BASE = {"font_name": "Arial", "font_size": 10, "valign": "top", "text_wrap": True}
LINES = {"border": 1, "border_color": "#8a97a3"}
# As text, so that what is typed comes back: else the spreadsheet decides what 5/7/2025 or 13.500 means.
OPEN = {**LINES, "bg_color": "#fffbe6", "locked": False, "num_format": "@"}


def require_writer() -> ModuleType:
    """What writes workbooks; OutputError says how to install it where it is missing."""
    try:
        import xlsxwriter  # type: ignore[import-untyped]
    except ImportError as error:
        raise refusal("xlsx-not-installed") from error
    return xlsxwriter  # type: ignore[no-any-return]


class DropDowns:
    """The lists of choices of a workbook while it is written, each kept once on a sheet that nobody sees."""

    def __init__(self) -> None:
        """No list yet."""
        self._lists: list[Choices] = []

    def offered(self, choices: Choices) -> dict[str, Any]:
        """The validation of cells that offer the words of these choices."""
        if choices not in self._lists:
            self._lists.append(choices)
        letters = column_name(self._lists.index(choices) + 1)
        return {
            "validate": "list",
            "source": f"={LISTS}!${letters}$2:${letters}${len(choices) + 1}",
            "error_title": "Bukan pilihan",
            "error_message": "Pilih salah satu dari daftar, atau kosongkan.",
        }

    def write(self, book: Any, code: str, allowed: dict[str, bool]) -> None:
        """Put the lists on their sheet, behind all others; ``code`` says to what they belong."""
        page = book.add_worksheet(LISTS)
        page.write_string(0, 0, f"{code} {LISTS.lower()}")
        for at, choices in enumerate(self._lists):
            for number, (_, label) in enumerate(choices, 1):
                page.write_string(number, at, label)
        page.protect("", allowed)
        page.very_hidden()
