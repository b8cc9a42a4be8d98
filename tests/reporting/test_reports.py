"""Pages of every kind: safe whatever the registry holds, always the same, open to an office's templates."""

from __future__ import annotations

from dataclasses import fields, is_dataclass, replace
from datetime import date
from enum import Enum
from functools import cache
from html.parser import HTMLParser
from typing import TYPE_CHECKING, Any

import pytest
from markdown_it import MarkdownIt

from kskd.domain.evaluation import Obstacle
from kskd.domain.opd import Opd
from kskd.domain.values.period import Period, PeriodKind
from kskd.errors import TemplateError
from kskd.pages import kinds as kinds_module
from kskd.pages.kinds import environment
from kskd.pages.templates import folders_of
from kskd.reporting.basis import Basis, OneDocument
from kskd.reporting.reports import BARE, REPORTS, WIDE, pages
from kskd.workflows.reports.making import written
from tests.reporting.reporting_facts import S2, YEAR_END, agreement, facts, rich_facts

if TYPE_CHECKING:
    from pathlib import Path

    from kskd.reporting.facts import Facts

PAYLOADS = [
    "<script>alert(1)</script>",
    "<img src=x onerror=alert(1)>",
    '"><svg onload=alert(1)>',
    "' onmouseover='alert(1)",
    "</title></style><script>1</script>",
    "]]><!--",
    "[klik](javascript:alert(1))",
    "![x](https://contoh.example/suar.png)",
    "<https://contoh.example>",
    "https://contoh.example/x www.contoh.example a@contoh.example",
    "a | b | c",
    "baris satu\n| baris | dua |\n\n# judul",
    "```\nkode",
    "`kode` *tebal* _miring_ ~~coret~~",
    "[^1]: catatan\n[x]: https://contoh.example",
    "{{ 7*7 }} {% raw %}",
    "\\| \\",
    "&lt;b&gt; &#60;",
    "\u202e\u200b\x1b]8;;x\x07",
]
CODES = {
    "id", "code", "lead_opd", "support_opds", "parent", "predecessor", "successor", "agreement",
    "instrument", "answers", "affairs", "children", "void_reason", "boundary_rule", "section",
}  # fmt: skip


def poisoned(value: Any, payload: str, name: str = "") -> Any:
    """The value with the payload in the place of every free text within it."""
    if isinstance(value, str) and name not in CODES and not isinstance(value, Enum):
        return payload
    if hasattr(value, "_fields"):
        return value._replace(**{key: poisoned(one, payload, key) for key, one in value._asdict().items()})
    if isinstance(value, tuple | list):
        return type(value)(poisoned(one, payload, name) for one in value)
    if isinstance(value, dict) and name != "answers":
        return {key: poisoned(one, payload, name) for key, one in value.items()}
    if is_dataclass(value) and not isinstance(value, type | Period):
        known = {field.name: getattr(value, field.name) for field in fields(value)}
        return replace(value, **{key: poisoned(one, payload, key) for key, one in known.items()})
    return value


def files(
    given: Facts,
    user_dir: Path | None = None,
    kinds: tuple[str, ...] = BARE,
    period: Period = S2,
    formats: tuple[str, ...] = ("md", "html"),
) -> dict[str, str]:
    """The pages of these kinds as text, by name; those of one document of the first."""
    first = given.agreements[min(given.agreements)] if given.agreements else None
    basis = Basis(given, period, period.end, subject=OneDocument(first, None if first else "pks"))
    wanted = [REPORTS[one] for one in kinds]
    return {name: content.decode() for name, content in written(basis, wanted, formats, user_dir)}


def every_kind(given: Facts) -> dict[str, str]:
    """The pages of all kinds, each for a period that it is made for."""
    found: dict[str, str] = {}
    for one in REPORTS.values():
        kind = PeriodKind.SEMESTER if PeriodKind.SEMESTER in one.periods else min(one.periods, default=None)
        period = Period.of(YEAR_END, kind or PeriodKind.YEAR)
        found |= files(given, kinds=(one.key,), period=period)
    return found


@cache
def poisoned_pages(payload: str) -> dict[str, str]:
    return every_kind(poisoned(rich_facts(), payload))


class Page(HTMLParser):
    """What a browser would find: tags and attributes, in order."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.tags: list[str] = []
        self.attributes: list[tuple[str, str, str | None]] = []
        self.feed(text)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append(tag)
        self.attributes += [(tag, name, value) for name, value in attrs]


def shape(text: str) -> tuple[list[str], list[tuple[str, str]]]:
    page = Page(text)
    return page.tags, [(tag, name) for tag, name, _ in page.attributes]


@pytest.mark.parametrize("payload", PAYLOADS)
def test_no_text_of_the_registry_becomes_html(payload: str) -> None:
    """Whatever is typed, pages of every kind have the tags and attributes of a harmless one, and no other."""
    clean = poisoned_pages("biasa")
    for path, text in poisoned_pages(payload).items():
        if path.endswith(".html"):
            assert "biasa" in clean[path]
            assert shape(text) == shape(clean[path])
            assert not {*Page(text).tags} & {"script", "img", "iframe", "object", "link", "form"}
            assert all(not name.startswith("on") for _, name, _ in Page(text).attributes)


@pytest.mark.parametrize("payload", PAYLOADS)
def test_no_text_of_the_registry_becomes_markdown(payload: str) -> None:
    """Tables keep their columns, and there is no raw HTML, image or live link but those of the index."""
    reader = MarkdownIt("commonmark").enable(["table", "strikethrough"])
    clean = poisoned_pages("biasa")
    for path, text in poisoned_pages(payload).items():
        if not path.endswith(".md"):
            continue
        assert "<" not in text
        assert len(text.splitlines()) == len(clean[path].splitlines())
        tokens = reader.parse(text)
        assert [one.type for one in tokens] == [one.type for one in reader.parse(clean[path])]
        inline = [child for token in tokens for child in token.children or ()]
        found = {child.type for child in inline}
        assert not found & {"image", "html_inline", "code_inline", "em_open", "s_open"}
        links = [str(child.attrGet("href")) for child in inline if child.type == "link_open"]
        assert all("/" not in link and link.endswith(".md") for link in links)
        assert bool(links) == path.endswith("index.md")


def test_pages_are_named_by_period_and_code() -> None:
    names = ["index", "ringkasan", "DINKES", "DINSOS", "DLH", "rekap"]
    assert list(files(rich_facts())) == [f"2024-S2/{name}.{end}" for name in names for end in ("md", "html")]


def test_a_page_has_one_head_of_paper_and_one_title() -> None:
    """Also where another page stands in it as an annex, as the leader's in the report of the semester."""
    for path, text in every_kind(rich_facts()).items():
        if path.endswith(".html"):
            assert max(Page(text).tags.count(one) for one in ("header", "h1")) == 1, path


@pytest.mark.parametrize("kind", sorted(WIDE))
def test_a_list_of_many_columns_begins_on_the_sheet_of_its_title(kind: str) -> None:
    period = Period.of(YEAR_END, PeriodKind.YEAR)
    (text,) = files(rich_facts(), kinds=(kind,), period=period, formats=("html",)).values()
    assert 0 < text.index('<div class="lebar">') < text.index("<h1>")
    assert 'class="lampiran"' not in text


def test_html_stands_alone() -> None:
    """No script, no foreign address, links only between the pages of the report."""
    found = files(rich_facts())
    for path, text in found.items():
        assert "\r" not in text
        assert text.endswith("\n")
        assert "://" not in text
        if path.endswith(".html"):
            assert "default-src 'none'" in text
            page = Page(text)
            assert not {*page.tags} & {"script", "link", "img"}
            for _, name, value in page.attributes:
                if name in {"href", "src"}:
                    assert f"2024-S2/{value}" in found


@pytest.mark.parametrize("suffix", ["md", "html"])
def test_commands_are_printed_for_the_office_only(suffix: str) -> None:
    """An OPD has no kskd: it reads what is missing, in words; the recap tells the office what to type."""
    found = files(rich_facts())
    assert "kskd " not in found[f"2024-S2/DINKES.{suffix}"].rpartition("kode pemeriksa")[0]
    assert "kskd update PKS-2024-003" in found[f"2024-S2/rekap.{suffix}"]
    assert not any(f"kskd {verb}" in found[f"2024-S2/rekap.{suffix}"] for verb in ("evaluate", "target add"))


@pytest.mark.parametrize(
    ("path", "sentence"),
    [
        ("DINKES.md", "induk KB-2024-001"),
        ("DINKES.html", 'induk <small><span class="utuh">KB-2024-001</span></small>'),
        ("DINKES.md", "kode pemeriksa "),
        ("DINKES.html", "kode pemeriksa "),
        ("rekap.md", "Induk: belum diketahui."),
        ("rekap.md", "## Lampiran 4. Rencana tindak lanjut"),
        ("rekap.md", "| Payung yang ditindaklanjuti |"),
        ("rekap.md", "Kapal layanan rusak selama dua bulan (Sarana dan prasarana)"),
        ("rekap.md", "Menyewa kapal pengganti (Semester II Tahun 2024)"),
        ("rekap.md", "Data lahan belum seragam"),
        ("rekap.html", '<td data-l="Upaya">'),
    ],
)
def test_pages_say_it_in_the_readers_words(path: str, sentence: str) -> None:
    assert sentence in files(rich_facts())[f"2024-S2/{path}"]


def test_every_open_obstacle_stands_in_the_recap() -> None:
    many = [Obstacle("PKS-2024-001", number, f"Hambatan {number}.", None, S2) for number in range(1, 40)]
    text = files(facts(agreement("PKS-2024-001"), obstacles=many))["2024-S2/rekap.md"]
    assert all(f"| Hambatan {number}. |" in text for number in range(1, 40))


def test_a_merged_unit_is_named_beside_its_documents() -> None:
    opds = (
        Opd("LAMA", "Dinas Lama", valid_to=date(2024, 9, 30), successor="BARU"),
        Opd("BARU", "Dinas Baru"),
    )
    found = files(facts(agreement("PKS-2024-001", "LAMA"), opds=opds))
    assert "2024-S2/BARU.md" in found
    assert all("Dahulu LAMA." in found[f"2024-S2/rekap.{suffix}"] for suffix in ("md", "html"))


@pytest.mark.parametrize(("paper", "size"), [("f4", "215mm 330mm"), ("a4", "210mm 297mm")])
def test_paper_is_a_setting(paper: str, size: str) -> None:
    text = files(facts(agreement("PKS-2024-001"), settings={"paper": paper}))["2024-S2/DINKES.html"]
    assert f"size:{size}" in text


def test_facts_in_another_order_give_the_same_bytes() -> None:
    given = rich_facts()
    turned = replace(
        given,
        opds=dict(reversed(list(given.opds.items()))),
        agreements=dict(reversed(list(given.agreements.items()))),
        evaluations=given.evaluations[::-1],
        obstacles=given.obstacles[::-1],
        actions=given.actions[::-1],
        targets=given.targets[::-1],
        realisations=given.realisations[::-1],
    )
    assert every_kind(turned) == every_kind(given) == every_kind(given)


def test_an_empty_registry_says_so() -> None:
    found = files(facts())
    names = ("index", "ringkasan", "rekap")
    assert list(found) == [f"2024-S2/{name}.{end}" for name in names for end in ("md", "html")]
    assert "Tidak ada naskah payung yang berlaku" in found["2024-S2/ringkasan.md"]


def test_unknown_is_never_printed_as_zero_or_none() -> None:
    for text in every_kind(facts(agreement("PKS-2024-001"), agreement("KB-2024-001"))).values():
        assert "None" not in text
    text = files(facts(agreement("PKS-2024-001")))["2024-S2/rekap.md"]
    assert "belum ada; 0 dari 1 naskah bernilai lengkap" in text


def _digests(given: Facts, day: date) -> dict[str, str]:
    basis, made = Basis(given, S2, day), environment(folders_of(None))
    return {page.name: page.digest for key in BARE for page in pages(REPORTS[key], basis, made)}


def test_all_formats_carry_one_digest_and_another_content_another_one() -> None:
    now, before = _digests(rich_facts(), YEAR_END), _digests(rich_facts(), date(2024, 12, 30))
    found = files(rich_facts())
    for name, digest in now.items():
        assert digest in found[f"{name}.md"]
        assert digest in found[f"{name}.html"]
        assert digest != before[name]
        assert [len(part) for part in digest.split(" ")] == [4, 4, 4, 4]


def test_the_digest_does_not_depend_on_the_version_of_kskd() -> None:
    newer = replace(rich_facts(), version="9.9.9")
    assert _digests(newer, YEAR_END) == _digests(rich_facts(), YEAR_END)


def write(folder: Path, name: str, text: str) -> Path:
    path = folder / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")
    return folder


def test_one_template_of_the_office_replaces_the_shipped_one(tmp_path: Path) -> None:
    mine = "{% call p.para() %}Indeks {{ page.head.government }}{% endcall %}"
    found = files(rich_facts(), write(tmp_path, "kinds/indeks.j2", mine))
    assert found["2024-S2/index.md"].startswith("Indeks Kabupaten Contoh\n")
    assert found["2024-S2/rekap.md"] == files(rich_facts())["2024-S2/rekap.md"]


def test_an_office_orders_and_words_a_kind_anew(tmp_path: Path) -> None:
    """It extends the shipped kind, leaves a part out, and says one in its own words."""
    mine = (
        '{% extends "bawaan/kinds/ringkasan.j2" %}'
        '{% set urutan = ["pesan", "batas"] %}'
        "{% block batas %}{% call p.note() %}Kata kami. {% endcall %}{{ super() }}{% endblock %}"
    )
    text = files(rich_facts(), write(tmp_path, "kinds/ringkasan.j2", mine))["2024-S2/ringkasan.md"]
    assert text.startswith("> **")
    assert "Kata kami." in text
    assert "# Batas data" in text
    assert "Lampiran 1" not in text.partition("Batas data")[0]


@pytest.mark.parametrize(
    "expression",
    ["page.opds[0].name", "'x' ~ page.opds[0].name", "[page.opds[0].name]|join('')"],
)
def test_words_of_the_office_are_escaped_without_being_asked(tmp_path: Path, expression: str) -> None:
    said = f"{{% call p.para() %}}{{{{ {expression} }}}}{{% endcall %}}"
    folder = write(tmp_path, "kinds/indeks.j2", said)
    found = files(poisoned(rich_facts(), "<b>|"), folder)
    assert "<" not in found["2024-S2/index.md"]
    assert "&lt;b&gt;|" in found["2024-S2/index.html"]


def test_one_macro_of_a_format_is_replaced(tmp_path: Path) -> None:
    mine = "{% macro note(x) %}<p class=kami>{{ t(x.body) }}</p>{% endmacro %}"
    found = files(rich_facts(), write(tmp_path, "formats/html.j2", mine))
    assert "<p class=kami>" in found["2024-S2/DINKES.html"]
    assert found["2024-S2/DINKES.md"] == files(rich_facts())["2024-S2/DINKES.md"]


PARA = "{{% call p.para() %}}{}{{% endcall %}}"


@pytest.mark.parametrize(
    ("text", "sentence"),
    [
        (PARA.format("\n{{ page.tiada }}"), r"kinds/indeks\.j2 baris 2 memakai nama yang tidak ada"),
        (PARA.format("{{ tiada }}"), r"baris 1 memakai nama yang tidak ada"),
        ("\n\n{% if %}", r"kinds/indeks\.j2 baris 3 salah tulis"),
        (PARA.format("\n\n{{ 1 / 0 }}"), r"baris 3 tidak dapat dijalankan"),
        ("{% include 'kinds/tiada.j2' %}", r"kinds/tiada\.j2 yang dipakai kinds/indeks\.j2 tidak ada"),
        ("{% include '../../../etc/passwd' %}", "tidak ada"),
        ("{% include 'kinds/indeks.j2' %}", "tidak dapat dijalankan"),
        (PARA.format("{{ ''.__class__.__mro__ }}"), "terlarang"),
        (PARA.format("{{ page.__init__.__globals__ }}"), "terlarang"),
        (PARA.format("{{ cycler.__init__.__globals__.os.popen('id').read() }}"), "terlarang"),
        (PARA.format("{{ (page.opds|attr('__class__')) }}"), "terlarang"),
        (PARA.format("{{ 'a' * (10 ** 9) }}"), "terlarang"),
        (PARA.format("{{ 9 ** 9 ** 9 }}"), "terlarang"),
        (PARA.format("{{ [1].append(2) }}"), "terlarang"),
        (PARA.format("{% for x in range(10000000) %}x{% endfor %}"), "tidak dapat dijalankan"),
        ("teks saja", r"baris 1 salah tulis \(teks di luar bagian"),
        ("\n{{ p.tiada() }}", r"baris 2 salah menyebut bagian halaman \(tidak ada bagian p\.tiada"),
        ("{{ p.title() }}", r"harus ditulis \{\{ p\.title\(text, sub\) \}\}"),
    ],
)
def test_a_faulty_template_is_one_sentence_with_its_place(tmp_path: Path, text: str, sentence: str) -> None:
    folder = write(tmp_path, "kinds/indeks.j2", text)
    with pytest.raises(TemplateError, match=sentence):
        files(rich_facts(), folder)


def test_a_template_that_prints_without_end_is_stopped(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(kinds_module, "MAX_PARTS", 1000)
    folder = write(tmp_path, "kinds/indeks.j2", "{% for x in range(9999) %}{{ p.annex('x') }}{% endfor %}")
    with pytest.raises(TemplateError, match="di atas 1000"):
        files(facts(), folder)


def test_a_template_that_is_not_utf8_is_named(tmp_path: Path) -> None:
    write(tmp_path, "kinds/indeks.j2", "")
    (tmp_path / "kinds/indeks.j2").write_bytes(b"\xff")
    with pytest.raises(TemplateError, match="UTF-8"):
        files(rich_facts(), tmp_path)


def test_a_folder_that_is_missing_or_holds_no_template_is_a_mistake(tmp_path: Path) -> None:
    with pytest.raises(TemplateError, match="tidak ada"):
        files(rich_facts(), tmp_path / "tiada")
    with pytest.raises(TemplateError, match="tidak memuat"):
        files(rich_facts(), tmp_path)
