"""What `templates check` passes a report does not refuse, and what a report takes it does not either."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from kskd.domain.values.period import Period
from kskd.errors import TemplateError
from kskd.pages.templates import names, shipped
from kskd.reporting import trial
from kskd.reporting.basis import Basis
from kskd.reporting.reports import REPORTS
from kskd.reporting.trial import TRIED, check
from kskd.workflows.reports.making import written
from tests.reporting.reporting_facts import YEAR_END, rich_facts

if TYPE_CHECKING:
    from pathlib import Path


@pytest.fixture(autouse=True)
def _quick(monkeypatch: pytest.MonkeyPatch) -> None:
    """PDF is tried by the test that asks for it."""
    monkeypatch.setattr(trial, "makeable", lambda: ("md", "html", "docx", "txt"))


def _written(folder: Path, name: str, text: str) -> Path:
    (folder / name).parent.mkdir(parents=True, exist_ok=True)
    (folder / name).write_text(text, "utf-8")
    return folder


def _report(folder: Path, *kinds: str) -> list[str]:
    basis = Basis(rich_facts(), Period.parse("2024-S2"), YEAR_END)
    formats = ("md", "html", "docx")
    return [name for name, _ in written(basis, [REPORTS[one] for one in kinds], formats, folder)]


def _extending(kind: str, text: str) -> str:
    return f'{{% extends "bawaan/kinds/{kind}.j2" %}}\n{text}'


def test_every_kind_is_tried() -> None:
    shipped_kinds = {name for name in names() if name.startswith("kinds/") and not name.startswith("kinds/_")}
    assert {f"kinds/{one}.j2" for one in TRIED} == shipped_kinds
    assert TRIED.keys() > REPORTS.keys()


REFUSED = [
    ("kinds/ringkasan.j2", "{{ page.entah }}"),
    ("kinds/ringkasan.j2", "{{ halaman }}"),
    ("kinds/ringkasan.j2", "kata bebas"),
    ("kinds/ringkasan.j2", "{{ p.grafik(1) }}"),
    ("kinds/ringkasan.j2", _extending("ringkasan", "{% block kop %}{{ p.title() }}{% endblock %}")),
    ("kinds/ringkasan.j2", _extending("ringkasan", '{% set urutan = ["kop", "entah"] %}')),
    ("kinds/opd.j2", _extending("opd", "{% block kop %}{{ page.sheets.entah }}{% endblock %}")),
    ("kinds/rekap.j2", "{% if page.head.as_of|persen %}{% endif %}"),
    ("kinds/rekap.j2", "{% if 'a' * 1000 %}{% endif %}"),
    ("kinds/indeks.j2", "{% include 'kinds/_hilang.j2' %}"),
    ("kinds/indeks.j2", "{% if page.totals.total < 0 %}{% include 'kinds/_hilang.j2' %}{% endif %}"),
    ("kinds/_susunan.j2", "{{ entah }}"),
    ("kinds/_kata.j2", "{% macro sebut(ids) %}{% for x in range(99999) %}{% endfor %}"),
    ("kinds/rencana.j2", "{% for x in range(99999) %}{% for y in range(99999) %}{% endfor %}{% endfor %}"),
    ("kinds/tkksd.j2", "{% macro a() %}{{ a() }}{% endmacro %}{{ a() }}"),
    ("kinds/pemetaan.j2", "{% import 'kinds/_hilang.j2' as x %}"),
    ("formats/md.j2", "{% macro table(x) %}{{ x.entah }}{% endmacro %}"),
    ("formats/html.j2", "{% macro table(x, y) %}{{ y }}{% endmacro %}"),
    ("formats/docx.j2", "{% macro styles(page) %}{{ page.entah }}{% endmacro %}"),
    ("formats/gaya.css.j2", "{{ entah }}"),
    ("formats/md.j2", "{% macro para(x) %}{% endmakro %}"),
    ("kinds/lembar-desk.j2", "{{ p.para(page.sheet.entah) }}"),
    ("kinds/mutu-data.j2", "{{ page.asked.entah }}"),
    ("kinds/pengingat.j2", "{{ p.para(page.entah) }}"),
    ("kinds/permintaan-pesan.j2", "{% for item in page.items %}{{ p.para(item.entah) }}{% endfor %}"),
    ("kinds/_pengingat.j2", "{{ entah }}"),
    ("formats/txt.j2", "{% macro items(x) %}{{ x.entah }}{% endmacro %}"),
]


@pytest.mark.parametrize(("name", "text"), REFUSED)
def test_what_a_page_cannot_be_made_with_is_refused(name: str, text: str, tmp_path: Path) -> None:
    _written(tmp_path, "kinds/bulanan.j2", _extending("bulanan", ""))
    with pytest.raises(TemplateError, match=r"\.j2"):
        check(_written(tmp_path, name, text))


@pytest.mark.parametrize(
    "text",
    [
        '#read("x")',
        '#import "@preview/cetz:0.3.1": *',
        "#entah",
        '#figure(image(bytes("x")))',
        "= Bab\n=== Anak",
    ],
)
def test_a_library_that_typst_refuses_is_refused(
    text: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(trial, "makeable", lambda: ("pdf",))
    with pytest.raises(TemplateError, match=r"formats/typ\.j2"):
        check(_written(tmp_path, "formats/typ.j2", f"{{% macro title(x) %}}\n{text}\n{{% endmacro %}}"))


def test_a_template_that_asks_for_one_that_is_not_there_is_named(tmp_path: Path) -> None:
    text = _extending("ringkasan", '{% block kop %}{% include "kinds/tiada.j2" %}{% endblock %}')
    _written(tmp_path, "kinds/ringkasan.j2", text)
    with pytest.raises(TemplateError, match=r"kinds/tiada\.j2 yang dipakai kinds/ringkasan\.j2 tidak ada"):
        check(tmp_path)


def test_a_link_to_nothing_is_refused_as_a_report_does(tmp_path: Path) -> None:
    _written(tmp_path, "kinds/indeks.j2", _extending("indeks", ""))
    (tmp_path / "kinds/opd.j2").symlink_to(tmp_path / "entah")
    with pytest.raises(TemplateError):
        check(tmp_path)
    with pytest.raises(TemplateError):
        _report(tmp_path, "opd")


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("kinds/ringkasan.j2", '{{ p.title("Ringkasan") }}{% include "kinds/_milik.j2" ignore missing %}'),
        ("kinds/ringkasan.j2", _extending("ringkasan", "{% block ttd %}{% endblock %}")),
        ("kinds/ringkasan.j2", _extending("ringkasan", "{% block kop %}{{ super() }}{% endblock %}")),
        ("formats/md.j2", "{% macro note(x) %}{{ t(x.body) }}{% endmacro %}"),
        ("formats/html.j2", '{% macro title(x) %}<h1 class="kantor">{{ x.text }}</h1>{% endmacro %}'),
        ("formats/gaya.css.j2", "body{color:#000}"),
    ],
)
def test_what_a_report_can_be_made_with_passes(name: str, text: str, tmp_path: Path) -> None:
    _written(tmp_path, name, text)
    found = check(tmp_path)
    assert found == ((name,), (), ())
    assert _report(tmp_path, "ringkasan") == [f"2024-S2/ringkasan.{end}" for end in ("md", "html", "docx")]


def test_the_shipped_templates_pass(tmp_path: Path) -> None:
    for name, content in shipped():
        _written(tmp_path, name, content.decode())
    found = check(tmp_path)
    assert found == (tuple(name for name, _ in shipped()), (), ())


def test_what_an_order_leaves_out_is_told(tmp_path: Path) -> None:
    text = _extending("ringkasan", '{% set urutan = ["pesan", "kop", "ttd", "lampiran"] %}')
    found = check(_written(tmp_path, "kinds/ringkasan.j2", text))
    assert found.left_out == (("kinds/ringkasan.j2", ("kotak", "keputusan", "opd", "batas")),)


def test_a_file_that_no_report_uses_is_told(tmp_path: Path) -> None:
    _written(tmp_path, "kinds/ringkasn.j2", "{{ entah }}")
    _written(tmp_path, "kinds/indeks.j2", _extending("indeks", '{% include "kinds/_milik.j2" %}'))
    _written(tmp_path, "kinds/_milik.j2", "")
    found = check(tmp_path)
    assert found.unused == ("kinds/ringkasn.j2",)
    assert found.names == ("kinds/_milik.j2", "kinds/indeks.j2")


@pytest.mark.parametrize("kind", TRIED)
def test_an_office_sets_the_order_of_each_kind_alone(kind: str, tmp_path: Path) -> None:
    """By a template that extends the shipped one and sets its order, and nothing else."""
    from kskd.pages.kinds import environment, order, say
    from kskd.pages.templates import folders_of, templates_dir
    from kskd.reporting.made_up import GUISES, made_up

    facts = made_up(TRIED[kind], GUISES[0])
    ours = order(environment([templates_dir()]), kind, facts)
    turned = [*reversed(ours)]
    folders = folders_of(
        _written(tmp_path, f"kinds/{kind}.j2", _extending(kind, f"{{% set urutan = {turned} %}}"))
    )
    made = environment(folders)
    assert order(made, kind, facts) == tuple(turned)
    assert len(ours) > 1
    assert say(made, kind, facts)[0] != say(environment([templates_dir()]), kind, facts)[0]
