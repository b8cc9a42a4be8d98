"""A PDF out of Typst's source: for archives (PDF/A-2a), to be read aloud (PDF/UA-1), the same bytes again.

Typst reads no file, since its root holds none, and no package, since what could fetch one is refused. A
library of an office's own is run apart, and stopped when it takes too long or too much.
"""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from kskd.errors import refusal
from kskd.pages.escapes import COMMANDS
from kskd.pages.templates import templates_dir
from kskd.system import limit_self

if TYPE_CHECKING:
    from multiprocessing.connection import Connection

    import typst

    from kskd.pages.formats import Writer
    from kskd.pages.tree import Page

MAX_SECONDS = 60
"""For one page by an office's own library."""
MAX_MEMORY = 4 * 2**30
"""Bytes of address space for the same."""


def compiled(writer: Writer, page: Page, source: str) -> bytes:
    """The page by Typst, with the fonts that are shipped and nothing else of the machine's.

    Signs that the font lacks are shown as their code, since they would stop an archivable page.
    TemplateError without the extra ``pdf``, and for whatever Typst warns of.
    """
    try:
        import typst  # noqa: F401, PLC0415 - an extra
    except ImportError:
        raise refusal("pdf-extra-missing") from None
    source = shown(source)
    if found := COMMANDS.search(source):
        problem = f"{found[0]} tidak boleh dipakai di sini"
        raise refusal("pdf-failing", name=page.name, problem=problem)
    made, problem = _apart(source) if writer.is_own else _made(source)
    if made is None:
        raise refusal("pdf-failing", name=page.name, problem=problem)
    return made


def _made(source: str) -> tuple[bytes | None, str]:
    """The file, or None and why there is none."""
    import typst  # noqa: PLC0415 - an extra

    try:
        made, warnings = _compiler().compile_with_warnings(source.encode(), pdf_standards=["a-2a", "ua-1"])
    except typst.TypstError as error:
        return None, _first_line(str(error))
    if warnings:
        return None, _first_line(warnings[0].message)
    return (made, "") if isinstance(made, bytes) else (None, "beberapa berkas")


def _apart(source: str) -> tuple[bytes | None, str]:
    """As ``_made``, in a process of its own that has an end."""
    from multiprocessing import get_context  # noqa: PLC0415 - start-up

    context = get_context("spawn")
    receiver, sender = context.Pipe(duplex=False)
    child = context.Process(target=_tell, args=(sender, source), daemon=True)
    child.start()
    sender.close()
    told: tuple[bytes | None, str] = None, f"lebih dari {MAX_SECONDS} detik"
    try:
        if receiver.poll(MAX_SECONDS):
            told = receiver.recv()
    except EOFError:
        told = None, "memakai terlalu banyak memori"
    finally:
        child.kill()
        child.join()
        receiver.close()
    return told


def _tell(sender: Connection, source: str) -> None:
    limit_self(memory=MAX_MEMORY, seconds=MAX_SECONDS)
    sender.send(_made(source))


@cache
def _compiler() -> typst.Compiler:
    """Typst with our fonts, and a file as its root, so that a page can read nothing below it.

    An empty folder would have to be made, and stay behind in each process that is stopped.
    """
    import typst  # noqa: PLC0415 - an extra

    fonts = templates_dir() / "fonts"
    root = fonts / "LICENSE-Liberation.txt"
    return typst.Compiler(root=str(root), font_paths=[str(fonts)], ignore_system_fonts=True)


def shown(source: str) -> str:
    """The source with every sign that the font lacks as its code: ``[U+1F600]``."""
    return re.sub(_lacking(), lambda found: f"[U+{ord(found[0]):04X}]", source)


@cache
def _lacking() -> re.Pattern[str]:
    ranges = (one.split("-") for one in SIGNS.split())
    return re.compile(f"[^\\n{''.join('-'.join(chr(int(end, 16)) for end in one) for one in ranges)}]")


SIGNS = (
    "0020-007e 00a0-036f 0374-0375 037a-037e 0384-038a 038c 038e-03a1 03a3-03ce 03d0-0513 051a-051d "
    "0591-05c7 05d0-05ea 05f0-05f4 1d00-1dca 1dfe-1e9b 1e9e 1ea0-1ef9 1f00-1f15 1f18-1f1d 1f20-1f45 "
    "1f48-1f4d 1f50-1f57 1f59 1f5b 1f5d 1f5f-1f7d 1f80-1fb4 1fb6-1fc4 1fc6-1fd3 1fd6-1fdb 1fdd-1fef "
    "1ff2-1ff4 1ff6-1ffe 2000-2010 2012-2022 2026 202a-2030 2032-2034 2039-203a 203c 203e 2044 205e "
    "206a-206f 2074-2079 207f-2089 2090-2094 20a0-20b5 20bf 20f0 2105 2113 2116-2117 2122 2126 212e "
    "214d-214e 2153-2154 215b-215e 2184 2190-2195 21a8 21d4 2202 2206 220f 2211-2212 2215 2219-221a "
    "221e-221f 2229 222b 2248 2260-2262 2264-2265 2302 2310 2320-2321 2500 2502 250c 2510 2514 2518 251c "
    "2524 252c 2534 253c 2550-256c 2580 2584 2588 258c 2590-2593 25a0-25a1 25aa-25ac 25b2 25ba 25bc 25c4 "
    "25ca-25cc 25cf-25d9 25e6 263a-263c 263f-2647 2660 2663 2665-2666 2669-266c 266f 2c60-2c6d 2c71-2c77 "
    "2e17 a717-a721 a788-a78c fb01-fb02 fb1d-fb36 fb38-fb3c fb3e fb40-fb41 fb43-fb44 fb46-fb4f fe20-fe23 "
    "fffc"
)
"""What both shipped fonts can show (Liberation Sans 2.1), in hexadecimal; a test reads the fonts."""


def _first_line(text: str) -> str:
    return text.strip().splitlines()[0] if text.strip() else text
