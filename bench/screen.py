"""The chapter "Minggu pertama" of docs/panduan.md, run as it stands, at a terminal of 80 columns.

``make screen`` writes the screen of its second import to docs/impor.svg; the tests of the pages hold both.
"""

from __future__ import annotations

import csv
import fcntl
import io
import os
import pty
import re
import shlex
import shutil
import struct
import subprocess
import sys
import tempfile
import termios
from pathlib import Path
from typing import NamedTuple

from rich.console import Console
from rich.text import Text

ROOT = Path(__file__).resolve().parents[1]
SHEET = ROOT / "examples" / "register-kerja-sama.csv"
PICTURE = ROOT / "docs" / "impor.svg"
PICTURED = "kskd import daftar.csv --yes"  # where it stands for the last time
WIDTH = 80
_CLOCK = "1736899200"  # 15 January 2025, 00:00 UTC
_HEADING = "## Minggu pertama: dari Excel ke laporan pertama\n"
_STEPS = re.compile(r"```(sh|text|csv)(?: (\S+))?\n(.*?)```|((?:^\|[^\n]*\n)+)", re.DOTALL | re.MULTILINE)


class Ran(NamedTuple):
    """A command of the chapter: as typed, its exit status, its screen, and what the page shows of that."""

    line: str
    status: int
    screen: str
    shown: str

    @property
    def text(self) -> str:
        """The screen without its colours and without spaces at the ends of lines."""
        return "\n".join(one.rstrip() for one in Text.from_ansi(self.screen).plain.splitlines())


def chapter() -> str:
    """The chapter as it stands in the page, to the next heading of its kind."""
    page = (ROOT / "docs" / "panduan.md").read_text("utf-8")
    return page.split(_HEADING, 1)[1].split("\n## ", 1)[0]


def run(text: str, folder: Path) -> list[Ran]:
    """Do in the folder what the chapter tells: its commands, its files, the changes in its tables."""
    shutil.copy(SHEET, folder / "daftar.csv")
    ran: list[Ran] = []
    for language, name, block, table in _STEPS.findall(text):
        if language == "sh":
            for line in block.replace("\\\n", " ").splitlines():
                ran.append(Ran(line, *_at_terminal(line, folder), ""))
        elif language == "text":
            ran[-1] = ran[-1]._replace(shown=block)
        elif language == "csv":
            (folder / name).write_text(block, "utf-8")
        else:
            _change(folder / "daftar.karantina.csv", table)
    return ran


def _at_terminal(line: str, folder: Path) -> tuple[int, str]:
    """The exit status and the screen of a command that is answered nothing."""
    words = shlex.split(line, comments=True)
    master, slave = pty.openpty()
    fcntl.ioctl(slave, termios.TIOCSWINSZ, struct.pack("HHHH", 50, WIDTH, 0, 0))
    kept = {
        name: value for name, value in os.environ.items() if not name.startswith(("KSKD", "COL", "LINES"))
    }
    known = {
        "SOURCE_DATE_EPOCH": _CLOCK,
        "LOGNAME": "analis",
        "TERM": "xterm-256color",
        "COLUMNS": str(WIDTH),
    }
    command = [str(Path(sys.executable).with_name(words[0])), *words[1:]]
    with subprocess.Popen(
        command, cwd=folder, env=kept | known, stdin=subprocess.DEVNULL, stdout=slave, stderr=slave
    ) as process:
        os.close(slave)
        screen = _all_of(master)
    os.close(master)
    return process.returncode, screen.replace("\r\n", "\n")


def _all_of(master: int) -> str:
    parts: list[bytes] = []
    while True:
        try:
            part = os.read(master, 65536)
        except OSError:  # Linux's way to tell that the other end was closed
            part = b""
        if not part:
            return b"".join(parts).decode()
        parts.append(part)


def _change(sheet: Path, table: str) -> None:
    """Write into the sheet's cells what the table (baris, kolom, isi) says; a new column is added."""
    text = sheet.read_text("utf-8-sig")
    rows = list(csv.reader(io.StringIO(text), delimiter=";"))
    head = rows[0]
    wanted = [[cell.strip() for cell in line.strip("|").split("|")] for line in table.splitlines()[2:]]
    for heading in dict.fromkeys(column for _, column, _ in wanted):
        if heading not in head:
            head.append(heading)
            for row in rows[1:]:
                row.append("")
    at = head.index("baris")
    for number, column, value in wanted:
        (row,) = [row for row in rows[1:] if row[at] == number]
        row[head.index(column)] = value
    with sheet.open("w", encoding="utf-8-sig", newline="") as out:
        csv.writer(out, delimiter=";").writerows(rows)


def picture(ran: list[Ran]) -> str:
    """The screen as an SVG that asks no other computer for its letters."""
    (*_, one) = [one for one in ran if one.line == PICTURED]
    console = Console(record=True, width=WIDTH, file=io.StringIO(), force_terminal=True)
    console.print(Text(f"$ {one.line}", style="bold"))
    console.print(Text.from_ansi(one.screen))
    drawn = console.export_svg(title="kskd import", unique_id="impor")
    return re.sub(r"\s*@font-face \{.*?\}", "", drawn, flags=re.DOTALL)


def main() -> None:
    """Write the picture anew."""
    with tempfile.TemporaryDirectory() as folder:
        PICTURE.write_text(picture(run(chapter(), Path(folder))), "utf-8")
    print(PICTURE.relative_to(ROOT))


if __name__ == "__main__":
    main()
