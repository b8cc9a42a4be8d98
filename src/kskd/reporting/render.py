"""Pages to bytes, by templates that an office may replace one by one."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from kskd.errors import refusal
from kskd.pages.templates import folders_of

if TYPE_CHECKING:
    from pathlib import Path

    from kskd.pages.sandbox import Sandbox
    from kskd.reporting.desk_page import SheetPage
    from kskd.reporting.message import DataRequest, Message

    Page = SheetPage

MAX_PAGE = 20_000_000
"""Characters; a template that prints more is broken or hostile."""


def render_sheet(page: SheetPage, user_dir: Path | None = None) -> bytes:
    """The desk sheet of an OPD as a page to be printed and filled by hand."""
    from kskd.pages.sandbox import environment  # noqa: PLC0415 - Jinja only when rendering

    return page_of(environment("html", folders_of(user_dir)), "html/desk.html.j2", page)


def page_of(made: Sandbox, name: str, page: Page | Message | DataRequest) -> bytes:
    """The page by a template, as it is written; TemplateError names the file and line that fail."""
    from kskd.pages.sandbox import guarded  # noqa: PLC0415 - Jinja only when rendering

    return guarded(name, partial(text_of, made, name, page)).encode()


def text_of(made: Sandbox, name: str, page: Page | Message | DataRequest) -> str:
    """The page by a template, in one piece."""
    parts: list[str] = []
    size = 0
    for part in made.get_template(name).generate(page=page):
        parts.append(part)
        size += len(part)
        if size > MAX_PAGE:
            raise refusal("template-too-long", name=name, most=MAX_PAGE)
    return "".join(parts)
