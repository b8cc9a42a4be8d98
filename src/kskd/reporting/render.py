"""Pages to bytes, by templates that an office may replace one by one."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from kskd.errors import refusal
from kskd.reporting.templates import names, templates_dir

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from kskd.reporting.build import Reports
    from kskd.reporting.desk_page import SheetPage
    from kskd.reporting.environment import Sandbox
    from kskd.reporting.message import DataRequest, Message
    from kskd.reporting.model import IndexPage, OpdReport, RecapReport
    from kskd.reporting.pages import PlanPage, QualityPage

    Page = OpdReport | RecapReport | IndexPage | PlanPage | QualityPage | SheetPage

MAX_PAGE = 20_000_000
"""Characters; a template that prints more is broken or hostile."""


def render(reports: Reports, user_dir: Path | None = None) -> Iterator[tuple[str, bytes]]:
    r"""Yield each page's path below the output folder, and its bytes in UTF-8 with ``\n`` line ends.

    A template in ``user_dir`` (``md/…`` and ``html/…``, as ``eject`` writes them) wins over the shipped one
    of that name. Raises TemplateError, naming file and line, for one that cannot be used.
    """
    from kskd.reporting.environment import environment  # noqa: PLC0415 - Jinja only when rendering

    folders = folders_of(user_dir)
    period = reports.index.head.period
    for suffix in ("md", "html"):
        made = environment(suffix, folders)
        for report in reports.opds:
            yield f"{period}/{report.page}.{suffix}", page_of(made, f"{suffix}/opd.{suffix}.j2", report)
        yield f"{period}/rekap.{suffix}", page_of(made, f"{suffix}/rekap.{suffix}.j2", reports.recap)
        yield f"{period}/index.{suffix}", page_of(made, f"{suffix}/index.{suffix}.j2", reports.index)


def render_both(
    page: PlanPage | QualityPage, template: str, name: str, user_dir: Path | None = None
) -> Iterator[tuple[str, bytes]]:
    """Yield one page as ``name.md`` and ``name.html`` by the templates of that stem, as ``render`` does."""
    from kskd.reporting.environment import environment  # noqa: PLC0415 - Jinja only when rendering

    folders = folders_of(user_dir)
    for suffix in ("md", "html"):
        made = environment(suffix, folders)
        yield f"{name}.{suffix}", page_of(made, f"{suffix}/{template}.{suffix}.j2", page)


def render_sheet(page: SheetPage, user_dir: Path | None = None) -> bytes:
    """The desk sheet of an OPD as a page to be printed and filled by hand."""
    from kskd.reporting.environment import environment  # noqa: PLC0415 - Jinja only when rendering

    return page_of(environment("html", folders_of(user_dir)), "html/desk.html.j2", page)


def folders_of(user_dir: Path | None) -> list[Path]:
    """Where templates are looked for, first place first; a folder that holds none of ours is a mistake."""
    if user_dir is None:
        return [templates_dir()]
    if not user_dir.is_dir():
        raise refusal("template-folder-missing", folder=user_dir)
    if not any((user_dir / name).is_file() for name in names()):
        raise refusal("template-folder-foreign", folder=user_dir, example=names()[0])
    return [user_dir, templates_dir()]


def page_of(made: Sandbox, name: str, page: Page | Message | DataRequest) -> bytes:
    """The page by a template, as it is written; TemplateError names the file and line that fail."""
    from kskd.reporting.environment import guarded  # noqa: PLC0415 - Jinja only when rendering

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
