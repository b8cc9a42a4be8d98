"""What `templates check` passes a report does not refuse, and what a report takes it does not either."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from kskd.domain.values.period import Period
from kskd.errors import TemplateError
from kskd.reporting.build import build
from kskd.reporting.render import render
from kskd.reporting.templates import shipped
from kskd.reporting.trial import check
from tests.reporting.reporting_facts import YEAR_END, rich_facts

if TYPE_CHECKING:
    from pathlib import Path


def _written(folder: Path, name: str, text: str) -> Path:
    (folder / name).parent.mkdir(parents=True, exist_ok=True)
    (folder / name).write_text(text, "utf-8")
    return folder


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("md/index.md.j2", "{{ page.entah }}"),
        ("md/index.md.j2", "{{ halaman }}"),
        ("md/opd.md.j2", "{% for row in page.leads %}{{ row.entah }}{% endfor %}{{ page.entah }}"),
        ("html/rekap.html.j2", "{{ page.head.as_of|persen }}"),
        ("html/rekap.html.j2", "{{ 'a' * 1000 }}"),
        ("html/index.html.j2", "{% include 'html/_hilang.html.j2' %}"),
        (
            "html/index.html.j2",
            "{% if page.totals.total < 0 %}{% include 'html/_hilang.html.j2' %}{% endif %}",
        ),
        ("html/_gaya.css.j2", "{{ page.head.entah }}"),
        ("md/_kaki.md.j2", "{% for x in range(99999) %}{% for y in range(99999) %}{% endfor %}{% endfor %}"),
        ("md/rencana.md.j2", "{{ page.groups.entah }}"),
        ("html/desk.html.j2", "{{ page.sheet.entah }}"),
        ("md/mutu-data.md.j2", "{% for unit in page.units %}{{ unit.entah }}{% endfor %}"),
        ("html/mutu-data.html.j2", "{{ page.asked.entah }}"),
        ("text/permintaan-surat.txt.j2", "{{ page.entah }}"),
        ("text/permintaan-pesan.txt.j2", "{% for item in page.items %}{{ item.entah }}{% endfor %}"),
        ("text/surat.txt.j2", "{{ page.entah }}"),
        ("text/_butir.txt.j2", "{{ entah }}"),
        ("md/rekap.md.j2", "{{ page.figures.follow_up.numerator / page.figures.follow_up.denominator }}"),
        ("md/opd.md.j2", "{% import 'md/_hilang.md.j2' as x %}"),
    ],
)
def test_what_a_page_cannot_be_made_with_is_refused(name: str, text: str, tmp_path: Path) -> None:
    with pytest.raises(TemplateError):
        check(_written(tmp_path, name, text))


def test_a_link_to_nothing_is_refused_as_a_report_does(tmp_path: Path) -> None:
    _written(tmp_path, "md/index.md.j2", "x")
    (tmp_path / "md" / "opd.md.j2").symlink_to(tmp_path / "entah")
    with pytest.raises(TemplateError):
        check(tmp_path)
    with pytest.raises(TemplateError):
        list(render(build(rich_facts(), Period.parse("2024-S2"), YEAR_END), tmp_path))


@pytest.mark.parametrize(
    "text",
    [
        "{% include 'md/_milik-sendiri.md.j2' ignore missing %}",
        "{% for row in page.opds %}{{ row.name }}{% endfor %}",
        "{{ page.head.filtered or '' }}{% if page.totals.total > 99 %}{{ page.totals.in_force }}{% endif %}",
    ],
)
def test_what_a_report_can_be_made_with_passes(text: str, tmp_path: Path) -> None:
    _written(tmp_path, "md/index.md.j2", text)
    assert check(tmp_path) == ["md/index.md.j2"]
    assert list(render(build(rich_facts(), Period.parse("2024-S2"), YEAR_END), tmp_path))


def test_the_shipped_templates_pass(tmp_path: Path) -> None:
    for name, content in shipped():
        _written(tmp_path, name, content.decode())
    assert check(tmp_path) == [name for name, _ in shipped()]
