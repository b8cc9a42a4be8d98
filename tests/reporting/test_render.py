"""Rendered pages: safe whatever the registry holds, always the same, and open to an office's templates."""

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
from kskd.domain.values.period import Period
from kskd.errors import TemplateError
from kskd.reporting import render as render_module
from kskd.reporting.build import build
from kskd.reporting.render import render
from kskd.reporting.trial import check
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


def pages(given: Facts, user_dir: Path | None = None, period: Period = S2) -> dict[str, str]:
    reports = build(given, period, period.end)
    return {path: content.decode() for path, content in render(reports, user_dir)}


@cache
def poisoned_pages(payload: str) -> dict[str, str]:
    return pages(poisoned(rich_facts(), payload))


class Page(HTMLParser):
    """What a browser would find: tags, attributes, and the text of style elements."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.tags: set[str] = set()
        self.attributes: list[tuple[str, str, str | None]] = []
        self.feed(text)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.add(tag)
        self.attributes += [(tag, name, value) for name, value in attrs]


def shape(text: str) -> tuple[set[str], set[tuple[str, str]]]:
    page = Page(text)
    return page.tags, {(tag, name) for tag, name, _ in page.attributes}


@pytest.mark.parametrize("payload", PAYLOADS)
def test_no_text_of_the_registry_becomes_html(payload: str) -> None:
    """Whatever is typed, pages have the tags and attributes of a harmless one, and no other."""
    clean = poisoned_pages("biasa")
    for path, text in poisoned_pages(payload).items():
        if path.endswith(".html"):
            assert "biasa" in clean[path]
            assert shape(text) == shape(clean[path])
            assert not Page(text).tags & {"script", "img", "iframe", "object", "link", "form"}
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
        assert not {child.type for child in inline} & {
            "image",
            "html_inline",
            "code_inline",
            "em_open",
            "s_open",
        }
        links = [str(child.attrGet("href")) for child in inline if child.type == "link_open"]
        assert all("/" not in link and link.endswith(".md") for link in links)
        assert bool(links) == path.endswith("index.md")


def test_pages_are_named_by_period_and_code() -> None:
    names = ["DINKES", "DINSOS", "DLH", "rekap", "index"]
    assert list(pages(rich_facts())) == [f"2024-S2/{name}.{end}" for end in ("md", "html") for name in names]


def test_html_stands_alone() -> None:
    """No script, no foreign address, links only between the pages of the report."""
    found = pages(rich_facts())
    for path, text in found.items():
        assert "\r" not in text
        assert text.endswith("\n")
        assert "://" not in text
        if path.endswith(".html"):
            assert "default-src &#39;none&#39;" in text or "default-src 'none'" in text
            page = Page(text)
            assert not page.tags & {"script", "link", "img"}
            for _, name, value in page.attributes:
                if name in {"href", "src"}:
                    assert f"2024-S2/{value}" in found


@pytest.mark.parametrize("suffix", ["md", "html"])
def test_commands_are_printed_for_the_office_only(suffix: str) -> None:
    """An OPD has no kskd: it reads what is missing, in words."""
    text = pages(rich_facts())[f"2024-S2/DINKES.{suffix}"]
    assert "kskd update PKS-2024-003" in text
    assert "kskd update PKS-2024-004 --parent ID" in text
    assert not any(f"kskd {verb}" in text for verb in ("evaluate", "target", "show"))
    assert "keluaran, hasil (Capaian)" in text


@pytest.mark.parametrize(
    ("path", "sentence"),
    [
        ("DINKES.md", "Induk: KB-2024-001."),
        ("DINKES.md", "Induk: belum diketahui."),
        ("DINKES.html", '<small class="blok">Induk: KB-2024-001</small>'),
        ("DINKES.html", '<small class="blok">Induk: belum diketahui</small>'),
        ("DINKES.md", "Sidik jari laporan "),
        ("DINKES.html", "Sidik jari laporan "),
        ("DINKES.md", "## 8. Rencana tindak lanjut"),
        ("rekap.md", "| Payung yang ditindaklanjuti |"),
        ("rekap.md", "| Rencana tindak lanjut lewat tenggat |"),
        (
            "rekap.md",
            "| PKS-2024-001 | DINKES | Kapal layanan rusak selama dua bulan (Sarana dan prasarana) "
            "| Semester I Tahun 2024 (184 hari) | Menyewa kapal pengganti (Semester II Tahun 2024) |",
        ),
        ("rekap.md", "| RK-2024-001 | DLH | Data lahan belum seragam | Semester II Tahun 2024 "),
        ("rekap.html", '<td data-label="Upaya terakhir">Menyewa kapal pengganti '),
    ],
)
def test_pages_say_it_in_the_readers_words(path: str, sentence: str) -> None:
    assert sentence in pages(rich_facts())[f"2024-S2/{path}"]


@pytest.mark.parametrize("suffix", ["md", "html"])
def test_obstacles_beyond_the_list_are_counted_in_words(suffix: str) -> None:
    many = [Obstacle("PKS-2024-001", number, "Hambatan", None, S2) for number in range(1, 24)]
    found = {
        count: pages(facts(agreement("PKS-2024-001"), obstacles=many[:count]))[f"2024-S2/rekap.{suffix}"]
        for count in (20, 23)
    }
    assert "dan 3 kendala lain dalam laporan OPD." in found[23]
    assert "kendala lain" not in found[20]


def test_a_merged_unit_is_named_beside_its_documents() -> None:
    opds = (
        Opd("LAMA", "Dinas Lama", valid_to=date(2024, 9, 30), successor="BARU"),
        Opd("BARU", "Dinas Baru"),
    )
    found = pages(facts(agreement("PKS-2024-001", "LAMA"), opds=opds))
    for suffix in ("md", "html"):
        assert "(dahulu LAMA)" in found[f"2024-S2/BARU.{suffix}"]


def test_charts_have_a_text_in_their_place() -> None:
    text = pages(rich_facts())["2024-S2/DINKES.html"]
    assert "Dilaksanakan penuh: 1 dari 5; Dilaksanakan sebagian: 1 dari 5" in text
    assert "PKS-2024-003: belum lengkap (cakupan 60%)" in text


@pytest.mark.parametrize(("paper", "size"), [("f4", "215mm 330mm"), ("a4", "210mm 297mm")])
def test_paper_is_a_setting(paper: str, size: str) -> None:
    text = pages(facts(agreement("PKS-2024-001"), settings={"paper": paper}))["2024-S2/DINKES.html"]
    assert f"size: {size}" in text


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
    assert pages(turned) == pages(given) == pages(given)


def test_an_empty_registry_says_so_in_every_section() -> None:
    found = pages(facts())
    assert list(found) == [f"2024-S2/{name}" for name in ("rekap.md", "index.md", "rekap.html", "index.html")]
    assert "Tidak ada perangkat daerah dengan kerja sama." in found["2024-S2/rekap.md"]


def test_unknown_is_never_printed_as_zero_or_none() -> None:
    for text in pages(facts(agreement("PKS-2024-001"), agreement("KB-2024-001"))).values():
        assert "None" not in text
    text = pages(facts(agreement("PKS-2024-001")))["2024-S2/DINKES.md"]
    assert "Rata-rata nilai: belum ada; 0 dari 1 naskah memiliki nilai lengkap." in text


def test_md_and_html_carry_the_same_digest_and_another_content_another_one() -> None:
    one, other = build(rich_facts(), S2, YEAR_END), build(rich_facts(), S2, date(2024, 12, 30))
    found = pages(rich_facts())
    for page, later in zip(one.opds, other.opds, strict=True):
        assert page.digest in found[f"2024-S2/{page.page}.md"]
        assert page.digest in found[f"2024-S2/{page.page}.html"]
        assert page.digest != later.digest
    assert [len(part) for part in one.recap.digest.split(" ")] == [4, 4, 4, 4]


def test_the_digest_does_not_depend_on_the_version_of_kskd() -> None:
    newer = build(replace(rich_facts(), version="9.9.9"), S2, YEAR_END)
    assert newer.recap.digest == build(rich_facts(), S2, YEAR_END).recap.digest


def write(folder: Path, name: str, text: str) -> Path:
    path = folder / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")
    return folder


def test_one_template_of_the_office_replaces_the_shipped_one(tmp_path: Path) -> None:
    found = pages(rich_facts(), write(tmp_path, "md/index.md.j2", "Indeks {{ page.head.government }}\n"))
    assert found["2024-S2/index.md"] == "Indeks Kabupaten Contoh\n"
    assert found["2024-S2/rekap.md"] == pages(rich_facts())["2024-S2/rekap.md"]


@pytest.mark.parametrize(
    "expression",
    [
        "page.opds[0].name",
        "page.opds[0].name|safe",
        "'x' ~ page.opds[0].name",
        "[page.opds[0].name]|join('')",
    ],
)
def test_markdown_of_the_office_is_escaped_without_being_asked(tmp_path: Path, expression: str) -> None:
    folder = write(tmp_path, "md/index.md.j2", f"{{{{ {expression} }}}}\n")
    assert "<" not in pages(poisoned(rich_facts(), "<b>|"), folder)["2024-S2/index.md"]


def test_html_of_the_office_is_escaped_without_being_asked(tmp_path: Path) -> None:
    folder = write(tmp_path, "html/index.html.j2", "<p>{{ page.opds[0].name }}</p>\n")
    assert pages(poisoned(rich_facts(), "<b>"), folder)["2024-S2/index.html"] == "<p>&lt;b&gt;</p>\n"


@pytest.mark.parametrize(
    ("text", "sentence"),
    [
        ("a\n{{ page.tiada }}", r"md/index\.md\.j2 baris 2 memakai nama yang tidak ada"),
        ("{{ tiada }}", r"baris 1 memakai nama yang tidak ada"),
        ("a\nb\n{% if %}", r"md/index\.md\.j2 baris 3 salah tulis"),
        ("\n\n{{ 1 / 0 }}", r"baris 3 tidak dapat dijalankan"),
        ("{% include 'md/tiada.j2' %}", r"md/tiada\.j2 yang dipakai md/index\.md\.j2 tidak ada"),
        ("{% include '../../../etc/passwd' %}", "tidak ada"),
        ("{% include 'md/index.md.j2' %}", "tidak dapat dijalankan"),
        ("{{ ''.__class__.__mro__ }}", "terlarang"),
        ("{{ page.__init__.__globals__ }}", "terlarang"),
        ("{{ cycler.__init__.__globals__.os.popen('id').read() }}", "terlarang"),
        ("{{ (page.opds|attr('__class__')) }}", "terlarang"),
        ("{{ 'a' * (10 ** 9) }}", "terlarang"),
        ("{{ 9 ** 9 ** 9 }}", "terlarang"),
        ("{{ [1].append(2) }}", "terlarang"),
        ("{% for x in range(10000000) %}x{% endfor %}", "tidak dapat dijalankan"),
    ],
)
def test_a_faulty_template_is_one_sentence_with_its_place(tmp_path: Path, text: str, sentence: str) -> None:
    folder = write(tmp_path, "md/index.md.j2", text)
    with pytest.raises(TemplateError, match=sentence):
        pages(rich_facts(), folder)


def test_a_template_that_prints_without_end_is_stopped(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(render_module, "MAX_PAGE", 1000)
    folder = write(tmp_path, "md/index.md.j2", "{% for x in range(9999) %}xxxxxxxxx{% endfor %}")
    with pytest.raises(TemplateError, match="di atas 1000 karakter"):
        list(render(build(facts(), S2, YEAR_END), folder))


def test_a_template_that_is_not_utf8_is_named(tmp_path: Path) -> None:
    write(tmp_path, "md/index.md.j2", "")
    (tmp_path / "md/index.md.j2").write_bytes(b"\xff")
    with pytest.raises(TemplateError, match="UTF-8"):
        pages(rich_facts(), tmp_path)


def test_a_folder_that_is_missing_or_holds_no_template_is_a_mistake(tmp_path: Path) -> None:
    with pytest.raises(TemplateError, match="tidak ada"):
        pages(rich_facts(), tmp_path / "tiada")
    with pytest.raises(TemplateError, match="tidak memuat"):
        pages(rich_facts(), tmp_path)


def test_check_compiles_what_the_office_wrote(tmp_path: Path) -> None:
    write(tmp_path, "md/index.md.j2", "baik")
    assert check(tmp_path) == ["md/index.md.j2"]
    write(tmp_path, "html/opd.html.j2", "\n{% endif %}")
    with pytest.raises(TemplateError, match=r"html/opd\.html\.j2 baris 2 salah tulis"):
        check(tmp_path)
