"""``check``, ``explain``, ``why``: what is shown, chosen, accepted, and what the exit status says."""

from __future__ import annotations

import re
import shlex
from typing import TYPE_CHECKING, Any

import pytest

from kskd.cli import ROOT
from kskd.cli.kit.group import Group
from kskd.domain.choices import OBSTACLE_CATEGORIES
from kskd.domain.finding import Finding
from kskd.rules.catalogue import RULES
from tests.cli.command_line import document, english_in, flags, on_screen, table

if TYPE_CHECKING:
    from pathlib import Path

    from .command_line import Ok, Refused, Run

PKS, KB = "PKS-2024-001", "KB-2024-001"
DAY = ("--as-of", "2024-12-31")


@pytest.fixture
def faulty(desk: Path, ok: Ok) -> Path:
    """A PKS that outlives its KB and was signed by another without a power of attorney."""
    ok(
        "update",
        PKS,
        "--ends",
        "2029-03-01",
        "--clear",
        "power-of-attorney",
        "--has-power",
        "tidak",
        "--stamp-duty",
        "tidak",
        "--reason",
        "uji",
    )
    return desk


def _rules(ok: Ok, *args: str) -> set[str]:
    found: list[dict[str, Any]] = document(ok("check", "--format", "json", *DAY, *args))["items"]
    return {one["rule"] for one in found}


def test_findings_have_the_promised_keys_in_every_format(faulty: Path, ok: Ok) -> None:
    read = document(ok("check", "--format", "json", *DAY))
    assert (read["schema"], read["as_of"]) == ("kskd/finding-list/1", "2024-12-31")
    assert all(tuple(one) == Finding._fields for one in read["items"])
    assert all(value for one in read["items"] for value in one.values())
    rows = [{key: str(value) for key, value in one.items()} for one in read["items"]]
    assert table(ok("check", "--format", "tsv", *DAY)) == rows
    assert table(ok("check", "--format", "csv", *DAY), ",") == rows


@pytest.mark.parametrize("how", ["table", "md"])
@pytest.mark.parametrize("by", ["opd", "rule"])
def test_people_see_findings_in_groups_each_with_article_and_remedy(
    faulty: Path, ok: Ok, how: str, by: str
) -> None:
    shown = ok("check", "--format", how, "--by", by, *DAY).replace("\\", "")
    heads = [line for line in shown.splitlines() if re.search(r" – .* \(\d+\)$", line)]
    keys = {"DINKES"} if by == "opd" else _rules(ok)
    assert {re.sub("^## ", "", head).split(" ")[0] for head in heads} == keys
    for one in document(ok("check", "--format", "json", *DAY))["items"]:
        assert all(one[key] in shown for key in ("message", "article", "remedy", "agreement"))


def test_on_a_terminal_findings_are_folded_and_indonesian(faulty: Path) -> None:
    shown = on_screen("check", *DAY, "--severity", "info", "--severity", "error")
    assert max(map(len, shown.splitlines())) <= 100
    assert english_in(shown) == []


def test_findings_are_chosen_by_rule_chapter_severity_opd_and_document(faulty: Path, ok: Ok) -> None:
    every = _rules(ok)
    assert {"KS202", "KS307", "KS209"} <= every
    assert _rules(ok, "--rule", "ks202", "--rule", "KS209") == {"KS202", "KS209"}
    assert _rules(ok, "--chapter", "2") == {one for one in every if one[2] == "2"}
    assert _rules(ok, "--severity", "error") < every
    assert _rules(ok, "--opd", "DIKBUD") == set()
    assert _rules(ok, "--opd", "Dinas Kesehatan") == every
    assert "KS202" not in _rules(ok, "--agreement", KB)
    assert _rules(ok, "--agreement", "440/7/PKS/2024") | _rules(ok, "--agreement", KB) == every


def test_what_cannot_be_judged_is_shown_when_asked_for_and_accuses_nobody(faulty: Path, ok: Ok) -> None:
    found = document(ok("check", "--format", "json", "--severity", "info", *DAY))["items"]
    lacking = [one for one in found if one["agreement"] and "Belum dapat dinilai" in one["message"]]
    assert {"KS122", "KS401", "KS601"} <= {one["rule"] for one in lacking}
    for one in lacking:
        assert re.fullmatch(r"kskd update \S+ (--partner \".+\" )?--[a-z-]+ …", one["remedy"])


def test_a_remedy_for_what_is_unknown_can_be_typed_as_it_stands(desk: Path, ok: Ok) -> None:
    """The dots are the only thing to fill in; then the rule can judge."""
    ok("partner", "add", "Kabupaten Umpama")
    ok("add-mou", "--scheme", "ksdd-wajib", "--title", "Batas", "--partner", "Kabupaten Umpama",
       "--opd", "DINKES", "--signed", "2024-03-01", "--years", "5")  # fmt: skip
    filled = {
        "KS113": "pemda", "KS207": "Bupati Umpama", "KS201": "Bupati Contoh", "KS115": "ya",
        "KS210": "2024-02-01",
    }  # fmt: skip
    ask = ["check", "--format", "json", "--severity", "info", "--agreement", "KB-2024-002", *DAY]
    for code, value in filled.items():
        (one,) = document(ok(*ask, "--rule", code))["items"]
        ok(*shlex.split(one["remedy"].replace("…", shlex.quote(value)))[1:])
        assert document(ok(*ask, "--rule", code))["items"] == []


@pytest.mark.parametrize(
    ("args", "status"),
    [
        ((), 0),
        (("--fail-on", "error"), 3),
        (("--fail-on", "error", "--rule", "KS209"), 0),
        (("--fail-on", "warning", "--rule", "KS209"), 3),
        (("--fail-on", "info", "--rule", "KS121"), 3),
        (("--fail-on", "warning", "--rule", "KS121"), 0),
        (("--fail-on", "error", "--opd", "DIKBUD"), 0),
    ],
)
def test_the_exit_status_is_3_only_where_asked_and_found(
    faulty: Path, run: Run, args: tuple[str, ...], status: int
) -> None:
    assert run("check", *DAY, *args).status == status


def test_an_accepted_finding_is_left_out_until_its_day_and_never_forgotten(faulty: Path, ok: Ok) -> None:
    ok(
        "check",
        "--accept",
        PKS,
        "ks202",
        "--reason",
        "Surat kuasa hilang",
        "--until",
        "2025-06-30",
        "--letter",
        "7/2025",
    )
    assert "KS202" not in _rules(ok)
    after = document(ok("check", "--format", "json", "--as-of", "2025-07-01"))["items"]
    assert "KS202" in {one["rule"] for one in after}
    (one,) = document(ok("check", "--accepted", "--format", "json", *DAY))["items"]
    assert (one["agreement"], one["rule"], one["reason"], one["until"]) == (
        PKS,
        "KS202",
        "Surat kuasa hilang",
        "2025-06-30",
    )
    assert (one["in_force"], one["accepted_on"]) == (True, "2025-01-15")
    assert "surat kuasa" in one["message"]
    (one,) = document(ok("check", "--accepted", "--format", "json", "--as-of", "2025-07-01"))["items"]
    assert one["in_force"] is False
    ok("update", PKS, "--power-of-attorney", "1/SK")
    (one,) = document(ok("check", "--accepted", "--format", "json", *DAY))["items"]
    assert one["message"] is None
    ok("check", "--withdraw", PKS, "KS202", "--reason", "ditemukan")
    assert document(ok("check", "--accepted", "--format", "json", *DAY))["items"] == []
    history = ok("log", PKS, "--format", "tsv")
    assert "Surat kuasa hilang" in history
    assert "dihapus temuan yang diterima PKS-2024-001 KS202" in history


def test_accepting_again_changes_day_and_reason_and_an_acceptance_can_be_undone(
    faulty: Path, ok: Ok, run: Run
) -> None:
    accept = ("check", "--accept", PKS, "KS202", "--reason")
    ok(*accept, "Hilang")
    assert "Tidak ada yang berubah" in run(*accept, "Hilang").err
    ok(*accept, "Hilang", "--through", "2025-12-31")
    ok("undo", "--yes")
    ok("undo", "--yes")
    assert "KS202" in _rules(ok)


def test_a_rehearsal_accepts_nothing(faulty: Path, ok: Ok) -> None:
    ok("check", "--accept", PKS, "KS202", "--reason", "x", "--dry-run")
    assert "KS202" in _rules(ok)


@pytest.mark.parametrize(
    ("args", "status", "told"),
    [
        (("--rule", "KS999"), 1, "check --list"),
        (("--chapter", "9"), 2, "1, 2, 3"),
        (("--severity", "berat"), 2, '"error", "warning", "info"'),
        (("--fail-on", "apa"), 2, '"error", "warning", "info"'),
        (("--by", "tahun"), 2, "opd, rule"),
        (("--agreement", "KB-1999-001"), 1, "tidak ditemukan"),
        (("--opd", "TIADA"), 1, "tidak dikenal"),
        (("--accept", PKS, "KS202"), 2, "--reason"),
        (("--accept", PKS, "KS000", "--reason", "x"), 1, "check --list"),
        (("--accept", PKS, "KS202", "--reason", "x", "--through", "2025-01-14"), 1, "sudah lewat"),
        (("--withdraw", PKS, "KS202", "--reason", "x"), 1, "tidak tercatat"),
        (("--withdraw", PKS, "KS202"), 2, "--reason"),
        (("--through", "2025-12-31"), 2, "--accept"),
        (("--list", "--accepted"), 2, "salah satu"),
    ],
)
def test_what_cannot_be_is_refused_with_what_to_type(
    faulty: Path, refused: Refused, args: tuple[str, ...], status: int, told: str
) -> None:
    assert told in refused("check", *args, status=status)


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.code)
def test_the_commands_in_a_remedy_exist_with_their_options(rule: Any) -> None:
    for words in re.findall(r"kskd ([a-z].*?)(?=[;,)]|$| bila | lalu )", rule.remedy):
        node: Any = ROOT
        path = []
        for word in words.split():
            if not isinstance(node, Group):
                break
            found = node.find(word)
            assert found is not None, words
            node = found[0]
            path.append(word)
        assert set(re.findall(r"--[a-z-]+", words)) <= flags(" ".join(path)), words


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.code)
def test_every_rule_is_explained_with_its_articles(rule: Any, ok: Ok) -> None:
    told = ok("explain", rule.code.lower(), "--format", "tsv")
    assert rule.title in told or rule.applied in told
    assert all(article in told for article in rule.articles().split("; "))


@pytest.mark.parametrize(
    ("asked", "told"),
    [
        ("pasal 17", "Permendagri 22/2020 Pasal 17"),
        ("Permendagri 22/2020 Pasal 9 ayat (3)", "paling lama 5 tahun"),
        ("kesepakatan-bersama", "naskah payung KSDD dan KSDPK"),
        ("Kesepakatan Bersama", "naskah payung KSDD dan KSDPK"),
        ("kb", "naskah payung KSDD dan KSDPK"),
        ("soon-days", "KS309"),
        ("refused", "--reason"),
        ("end-before-start", "Perbaiki salah satunya"),
        ("kendala", "--close-obstacle NOMOR"),
        ("permasalahan", "bukan daftar peraturan"),
        ("sebanding", "Dihitung berurutan"),
        ("undo", "kskd undo 57..61"),
        ("desk", "kskd desk import BERKAS"),
        ("laporan-semester", "Setiap: semester"),
        ("naskah", "juga sanksi (UU 23/2014 Pasal 366 ayat (2))"),
    ],
)
def test_articles_terms_settings_and_errors_are_explained(asked: str, told: str, ok: Ok) -> None:
    for how in ("table", "tsv", "json", "csv", "md"):
        assert told in ok("explain", *asked.split(), "--format", how).replace("\\", "")


@pytest.mark.parametrize("asked", ["KS211", "naskah", "masa-berlaku", "Permendagri 22/2020 Pasal 12"])
def test_an_explanation_fits_a_terminal_of_eighty_columns(
    asked: str, ok: Ok, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A label that is too long for a value beside it stands above it."""
    monkeypatch.setenv("COLUMNS", "80")
    lines = ok("explain", asked, "--format", "table").splitlines()
    assert max(map(len, lines)) <= 80
    assert all(line.strip() for line in lines if line)


def test_what_stands_in_the_way_is_explained_with_all_its_kinds(ok: Ok) -> None:
    told = ok("explain", "kendala", "--format", "tsv")
    assert f"Kategori\t{', '.join(OBSTACLE_CATEGORIES)};" in told


def test_who_owes_what_to_whom_is_told_to_programs_in_fields_of_its_own(ok: Ok) -> None:
    (told, *_) = document(ok("explain", "Permendagri 22/2020 pasal 8", "--format", "json"))["items"]
    assert told["duties"][0] == {
        "article": "Permendagri 22/2020 Pasal 8 ayat (3)", "sort": "wajib", "who": "daerah mitra",
        "does": "memberi", "what": "jawaban atas penawaran KSDD", "to": "daerah yang menawarkan",
        "by": "30 hari sejak menerima penawaran", "every": None, "lasting": None,
    }  # fmt: skip
    assert [one["label"] for one in told["sections"]].count("Wajib") == len(told["duties"]) > 3


def test_the_kinds_of_document_are_told_side_by_side_in_a_row_each(ok: Ok) -> None:
    rows = [line.split("\t") for line in ok("explain", "naskah", "--format", "tsv").splitlines()]
    assert rows[0] == ["key", "label", "text"]
    assert all(len(row) == 3 for row in rows)
    assert len({row[0] for row in rows[1:]}) == 5
    items = document(ok("explain", "naskah", "--format", "json"))["items"]
    assert [len(one["sections"]) for one in items] == [
        sum(row[0] == one["key"] for row in rows) for one in items
    ]


def test_an_article_of_a_number_is_explained_for_every_instrument_or_for_the_one_named(ok: Ok) -> None:
    keys = [one["key"] for one in document(ok("explain", "pasal 17", "--format", "json"))["items"]]
    assert keys == ["Permendagri 22/2020 Pasal 17", "Permendagri 25/2020 Pasal 17", "UU 14/2008 Pasal 17"]
    (one,) = document(ok("explain", "uu 14/2008 pasal 17", "--format", "json"))["items"]
    assert one["key"] == "UU 14/2008 Pasal 17"


@pytest.mark.parametrize("asked", ["pasal 999", "entah", "KS000", ""])
def test_what_is_not_known_is_refused_with_what_can_be_asked(asked: str, run: Run) -> None:
    result = run("explain", asked)
    assert result.status in {1, 2}
    assert result.out == ""


@pytest.mark.parametrize(
    "name", [error.__name__ for error in __import__("kskd.errors").errors.KskdError.__subclasses__()]
)
def test_every_kind_of_error_is_explained(name: str, ok: Ok) -> None:
    assert "\t" in ok("explain", name)


@pytest.mark.parametrize(
    ("args", "day", "status", "last"),
    [
        ((), "2024-05-01", "upcoming", "mendahuluinya"),
        ((), "2024-05-02", "active", "sisa 730 hari"),
        ((), "2026-05-02", "active", "sisa 0 hari"),
        ((), "2026-05-03", "expired", "lewat 1 hari"),
        (("--open-ended",), "2099-01-01", "active", "tidak pernah lewat"),
        (("--until", "sampai selesai"), "2099-01-01", "active", "tidak pernah lewat"),
        (("--clear", "signed"), "2025-01-01", "draft", "masih rancangan"),
        (("--starts", "2024-06-01"), "2024-05-20", "upcoming", "mendahuluinya"),
    ],
)
def test_why_a_document_stands_where_it_stands(
    desk: Path, ok: Ok, *, args: tuple[str, ...], day: str, status: str, last: str
) -> None:
    if args:
        ok("update", PKS, *args, "--reason", "uji")
    read = document(ok("why", PKS, "--as-of", day, "--format", "json"))
    assert read["status"] == status == document(ok("show", PKS, "--as-of", day, "--format", "json"))["status"]
    assert last in read["reasons"][-1]["effect"]


def test_why_a_void_document_is_void(desk: Path, ok: Ok) -> None:
    ok("void", PKS, "--reason", "salah catat")
    read = document(ok("why", PKS, "--format", "json"))
    assert (read["status"], read["reasons"][-1]["value"]) == ("void", "salah catat")
