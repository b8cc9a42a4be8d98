"""The shipped templates are found."""

from __future__ import annotations

from kskd.pages.templates import names


def test_every_page_has_a_template_in_both_formats() -> None:
    wanted = {f"{end}/{page}.{end}.j2" for end in ("md", "html") for page in ("opd", "rekap", "index")}
    assert wanted <= set(names())
