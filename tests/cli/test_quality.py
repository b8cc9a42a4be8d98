"""``quality``: of how many documents each field is recorded, and what is missing with its command."""

from __future__ import annotations

import re
import shlex
from collections import Counter
from datetime import date
from typing import TYPE_CHECKING, Any

import pytest

from kskd.domain.document.fields import FIELDS
from kskd.domain.finding import Severity
from kskd.domain.settings import Government
from kskd.workflows.reports import quality_page
from kskd.workflows.reports.quality import proposed_since
from tests.cli.command_line import document, on_screen, table

if TYPE_CHECKING:
    from pathlib import Path

    from .command_line import Ok, Run

KB, PKS = "KB-2024-001", "PKS-2024-001"
DAY = ("--as-of", "2025-02-15")
GRAVITY = [*Severity, None]


def _of(ok: Ok, field: str, *more: str) -> dict[str, object]:
    (one,) = document(ok("quality", "--field", field, *more, "--format", "json"))["items"]
    return dict(one)


def test_a_fact_is_missing_until_its_command_was_typed(desk: Path, ok: Ok) -> None:
    before = _of(ok, "value", "--agreement", PKS)
    assert (before["applies"], before["missing"], before["share"]) == (1, 1, 0)
    (row,) = table(ok("quality", "--each", "--field", "value", "--agreement", PKS))
    assert (row["opd"], row["agreement"]) == ("DINKES", PKS)
    ok(*(word.replace("…", "75") for word in shlex.split(row["command"])[1:]))
    after = _of(ok, "value", "--agreement", PKS)
    assert (after["recorded"], after["missing"], after["share"]) == (1, 0, 100)
    assert table(ok("quality", "--each", "--field", "value", "--agreement", PKS)) == []


def test_a_day_known_by_its_year_is_known_in_part(desk: Path, ok: Ok) -> None:
    ok("update", KB, "--signed", "2024", "--reason", "uji")
    one = _of(ok, "signed", "--agreement", KB)
    assert (one["recorded"], one["partial"], one["missing"], one["share"]) == (0, 1, 0, 0)
    (row,) = table(ok("quality", "--each", "--field", "signed", "--agreement", KB))
    assert (row["is_partial"], "--reason" in row["command"]) == ("ya", True)


def test_a_field_is_counted_only_where_it_may_be_told(desk: Path, ok: Ok) -> None:
    assert document(ok("quality", "--field", "parent", "--agreement", KB, "--format", "json"))["items"] == []
    assert _of(ok, "parent", "--agreement", PKS)["applies"] == 1
    assert document(ok("quality", "--field", "has-power", "--doc", "kb", "--format", "json"))["items"] == []


def test_void_documents_are_left_out(desk: Path, ok: Ok) -> None:
    before = _of(ok, "title")["applies"]
    ok("void", PKS, "--reason", "salah catat")
    assert _of(ok, "title")["applies"] == int(str(before)) - 1


def test_what_the_office_made_is_counted_with_its_command(desk: Path, ok: Ok) -> None:
    ok("field", "add", "lokasi", "--label", "lokasi", "--kind", "text")
    (row,) = table(ok("quality", "--each", "--field", "lokasi", "--agreement", PKS))
    ok(*(word.replace("…", "Desa Contoh") for word in shlex.split(row["command"])[1:]))
    assert _of(ok, "lokasi", "--agreement", PKS)["recorded"] == 1


def test_it_adds_up_by_opd(example: Path, ok: Ok) -> None:
    every = table(ok("quality", "--each"))
    opds = list(dict.fromkeys(row["opd"] for row in every))
    assert opds == sorted(opds)
    apart = [row for opd in opds for row in table(ok("quality", "--each", "--opd", opd))]
    assert apart == every
    missing = sum(int(row["missing"]) + int(row["partial"]) for row in table(ok("quality")))
    assert missing == len(every)


def test_the_exit_status_can_say_that_something_is_missing(desk: Path, run: Run) -> None:
    assert run("quality", "--exit-code").status == 3
    assert run("quality").status == 0
    assert run("quality", "--exit-code", "--field", "title").status == 0
    refused = run("quality", "--field", "lubang")
    assert (refused.status, "original-place" in refused.err) == (2, True)


def test_a_person_reads_what_a_field_is_called(desk: Path, ok: Ok) -> None:
    assert "nilai kerja sama" in on_screen("quality")
    assert ok("quality", "--format", "md").startswith("| Keterangan | Naskah |")


def test_an_import_says_what_is_lacking_most_and_who_is_asked(
    example: Path, run: Run, tmp_path: Path
) -> None:
    """What most documents lack is in it, with how many of them."""
    sheet = tmp_path / "baru.csv"
    sheet.write_text(
        "Jenis;Judul;Mitra;Tanggal;OPD\nPKS;PKS Umpama Baru;PT Umpama Fiktif;3 Mei 2024;DINKES\n", "utf-8"
    )
    said = run("import", sheet, "--yes", "--no-input").err
    assert "Yang paling banyak belum tercatat:" in said
    assert "kskd quality --each" in said
    most = max(table(run("quality").out), key=lambda row: int(row["missing"]) + int(row["partial"]))
    assert f"({int(most['missing']) + int(most['partial'])} naskah)" in said


@pytest.mark.parametrize(
    ("since", "proposed"), [("2023-S1", True), ("2024-S2", True), ("2025-S1", False), ("2025-S2", False)]
)
def test_reports_are_proposed_from_the_semester_of_the_day(since: str, proposed: bool) -> None:
    government = Government({"reports-since": since})
    said = proposed_since(government, date(2025, 1, 15))
    assert (said is not None) is proposed
    assert said is None or said.endswith("kskd setting set reports-since 2025-S1")


def _items(text: str) -> list[dict[str, Any]]:
    return list(document(text)["items"])


def _typed(ok: Ok, command: str) -> str:
    return ok(*shlex.split(command)[1:], "--format", "json")


def test_every_field_is_counted_but_those_told_where_it_happened(example: Path, ok: Ok) -> None:
    told = {one["field"] for one in _items(ok("quality", *DAY, "--format", "json"))}
    beside = {"partner-kind", "evaluation", "evaluation-before", "liaison"}
    assert told == beside | {field.name for field in FIELDS if field.is_typed and not field.is_seldom}
    assert "renews-every" not in told


@pytest.mark.parametrize(
    "filters",
    [
        ("--opd", "DINKES,BPBD", "--doc", "pks"),
        ("--partner", "Kota Misal", "--where", "in-apbd="),
        (
            "--no-original",
            "--ends-after=1 Juli 2024",
            "--year=2024",
            "--no-file",
            "--field",
            "scope,liaison,partner-number",
        ),
    ],
)
def test_every_count_leads_to_what_it_counts(filters: tuple[str, ...], example: Path, ok: Ok) -> None:
    """By the command beside it, which asks of the same documents on the same day."""
    listed = {one["id"] for one in _items(ok("list", *DAY, *filters[:4], "--format", "json"))}
    for line in _items(ok("quality", *DAY, *filters, "--format", "json")):
        found = _items(_typed(ok, line["command"]))
        assert Counter(one["is_partial"] for one in found) == Counter(
            {True: line["partial"], False: line["missing"]}
        ), line
        assert {one["agreement"] for one in found} - {None} <= listed


def test_what_rules_ask_for_comes_first_as_check_finds_it(example: Path, ok: Ok) -> None:
    """Counted anew from the findings: which option the remedy of each names, and whether that is missing."""
    lines = _items(ok("quality", *DAY, "--format", "json"))
    assert [(GRAVITY.index(one["severity"]), -one["asked"]) for one in lines] == sorted(
        (GRAVITY.index(one["severity"]), -one["asked"]) for one in lines
    )
    severities = {one["rule"]: one["severity"] for one in _items(ok("check", "--list", "--format", "json"))}
    findings = _items(ok("check", *DAY, "--severity", "error,warning,info", "--format", "json"))
    missing: dict[str, set[str]] = {}
    for one in _items(ok("quality", "--each", *DAY, "--format", "json")):
        missing.setdefault(one["field"], set()).add(one["agreement"])
    asked = [one for one in lines if one["asked"]]
    assert len(asked) > 25
    for line in asked:
        lacking = [one for one in findings if one["agreement"] in missing[line["field"]]]
        words = (
            ["kskd evaluate "]
            if line["field"] == "evaluation-before"
            else ["kskd update ", f"--{line['field']} "]
        )
        found = {
            (one["agreement"], one["rule"])
            for one in lacking
            if all(word in one["remedy"] for word in words)
            and (line["field"] != "evaluation-before" or one["rule"] in {"KS501", "KS502", "KS503"})
        }
        assert {rule for _, rule in found} == set(line["rules"])
        assert line["asked"] == len({agreement for agreement, _ in found}), line
        assert line["severity"] == min(map(severities.__getitem__, line["rules"]), key=GRAVITY.index)


def test_what_the_office_accepted_is_not_asked_for(example: Path, ok: Ok) -> None:
    before = _of(ok, "stamp-duty", *DAY)
    (first, *_) = [
        one
        for one in _items(ok("quality", "--each", "--field", "stamp-duty", *DAY, "--format", "json"))
        if one["rules"]
    ]
    ok("check", "--accept", first["agreement"], "KS209", "--reason", "bermeterai; naskahnya di brankas")
    after = _of(ok, "stamp-duty", *DAY)
    assert (before["missing"], int(str(before["asked"])) - 1) == (after["missing"], after["asked"])


def test_the_kind_of_a_partner_is_asked_of_each_document(desk: Path, ok: Ok) -> None:
    ok("partner", "add", "Yayasan Rekaan Umpama")
    ok("update", PKS, "--partner", "Yayasan Rekaan Umpama")
    one = _of(ok, "partner-kind", "--agreement", PKS)
    assert (one["applies"], one["recorded"], one["severity"]) == (1, 0, "error")
    (row,) = table(ok("quality", "--each", "--field", "partner-kind", "--agreement", PKS))
    assert row["label"] == "jenis mitra Yayasan Rekaan Umpama"
    ok(*(word.replace("…", "ormas") for word in shlex.split(row["command"])[1:]))
    assert _of(ok, "partner-kind", "--agreement", PKS)["recorded"] == 1


def test_an_evaluation_is_missing_of_the_running_and_of_the_last_period(desk: Path, ok: Ok) -> None:
    for field, period in (("evaluation-before", "2024-S2"), ("evaluation", "2025-S1")):
        day = ("--as-of", "2025-01-15", "--agreement", PKS)
        assert _of(ok, field, *day)["missing"] == 1
        (row,) = table(ok("quality", "--each", "--field", field, *day))
        assert row["command"] == f"kskd evaluate {PKS} --period {period}"
        ok(*shlex.split(row["command"])[1:], "--implementation", "sebagian")
        assert _of(ok, field, *day)["recorded"] == 1
    assert (
        document(ok("quality", "--field", "evaluation", "--agreement", KB, "--format", "json"))["items"] == []
    )


def test_a_liaison_is_counted_by_unit(desk: Path, ok: Ok) -> None:
    before = _of(ok, "liaison", "--opd", "DINKES")
    assert (before["applies"], before["missing"]) == (1, 1)
    ok("official", "add", "--role", "penghubung", "--opd", "DINKES", "--office", "Sekretaris")
    assert _of(ok, "liaison", "--opd", "DINKES")["partial"] == 1
    (row,) = table(ok("quality", "--each", "--field", "liaison", "--opd", "DINKES"))
    ok(*(word.replace("…", "0811 000 000") for word in shlex.split(row["command"])[1:]))
    assert _of(ok, "liaison", "--opd", "DINKES")["recorded"] == 1


def test_a_power_is_asked_for_only_where_there_is_one(desk: Path, ok: Ok) -> None:
    new = ok(
        "derive-pks", KB, "--title", "Uji", "--opd", "DINKES", "--signed", "2024-06-02", "--years", "1"
    ).strip()
    field = ("--field", "power-of-attorney-date", "--agreement", new, "--format", "json")
    assert document(ok("quality", *field))["items"] == []
    ok("update", new, "--power-of-attorney", "100/7/SK/2024")
    (one,) = document(ok("quality", *field))["items"]
    assert (one["missing"], _of(ok, "power-of-attorney", "--agreement", new)["recorded"]) == (1, 1)


def test_the_page_has_the_counts_of_the_command(example: Path, ok: Ok, tmp_path: Path) -> None:
    paths = ok("quality", *DAY, "--out", "mutu").split()
    assert paths == ["mutu/mutu-data.md", "mutu/mutu-data.html"]
    text, html = ((tmp_path / path).read_text("utf-8") for path in paths)
    cells = re.sub(r"</td><td[^>]*>", " | ", html)
    for one in _items(ok("quality", *DAY, "--format", "json")):
        counts = (
            f"{one['applies']} | {one['recorded']} | {one['partial']} | {one['missing']} | {one['share']}"
        )
        if one["recorded"] < one["applies"]:
            assert f"| {one['label']} | {counts} |" in text
            assert f"{one['label']} | {counts}" in cells
    assert ok("quality", *DAY, "--out", "mutu").split() == paths
    assert (tmp_path / paths[0]).read_text("utf-8") == text
    steps = text[text.index("## Langkah") : text.index("## Yang diminta")]
    commands = [line.rsplit(": ", 1)[1] for line in steps.splitlines() if line[:1].isdigit()]
    assert len(commands) >= 3
    for command in commands:
        ok(*shlex.split(command)[1:])


def test_a_page_of_some_documents_says_so(example: Path, ok: Ok, tmp_path: Path) -> None:
    ok("quality", *DAY, "--opd", "DINKES", "--out", "mutu")
    text = (tmp_path / "mutu" / "mutu-data.md").read_text("utf-8")
    assert "Disaring: OPD DINKES." in text
    assert "BPBD" not in text


def test_a_unit_with_many_documents_is_cut_with_the_number_left_out(
    example: Path, ok: Ok, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    every = _items(ok("quality", "--each", "--opd", "DINKES", *DAY, "--format", "json"))
    asked = {one["agreement"] for one in every if one["rules"]}
    monkeypatch.setattr(quality_page, "_MOST", 2)  # the unit itself, and one document
    ok("quality", *DAY, "--opd", "DINKES", "--out", "mutu")
    text = (tmp_path / "mutu" / "mutu-data.md").read_text("utf-8")
    assert f"- {len(asked) - 1} naskah lain; selengkapnya: kskd quality --each --opd DINKES" in text


def test_a_unit_is_asked_for_what_rules_ask_for(example: Path, ok: Ok) -> None:
    letter = ok("quality", "--ask", "--opd", "DINKES", *DAY)
    assert letter.startswith("=== DINKES ===\n")
    assert "\nYth. Kepala Dinas Kesehatan\n" in letter
    assert "kskd" not in letter
    for one in _items(ok("quality", "--each", "--opd", "DINKES", *DAY, "--format", "json")):
        if one["rules"]:
            assert f"\n- {one['question']}\n" in letter
            assert f"dalam registri: {one['agreement']}\n" in letter
    assert "maksud dan tujuan" not in letter
    named = ok("quality", "--ask", "--opd", "DINKES", "--field", "purpose", *DAY)
    assert "- maksud dan tujuan\n" in named
    assert "berkas naskah" not in named


def test_each_unit_gets_a_file_of_its_own_and_none_is_written_over(
    example: Path, ok: Ok, tmp_path: Path
) -> None:
    paths = ok("quality", "--form", "pesan", "--out", "minta", *DAY).split()
    opds = {one["opd"] for one in _items(ok("quality", "--each", *DAY, "--format", "json"))}
    assert paths == [f"minta/{opd}-permintaan-2025-02-15.txt" for opd in sorted(opds)]
    assert ok("quality", "--form", "pesan", "--out", "minta", *DAY).split() == paths
    (tmp_path / paths[0]).write_text("sudah diubah", "utf-8")
    assert ok("quality", "--form", "pesan", "--out", "minta", *DAY).split()[0] == paths[0].replace(
        ".txt", "-2.txt"
    )


def test_who_lacks_nothing_is_asked_nothing(example: Path, run: Run) -> None:
    result = run("quality", "--ask", "--field", "title", *DAY)
    assert (result.status, result.out, result.err) == (0, "", "Tidak ada yang kurang.\n")
    assert run("quality", "--ask", "--form", "puisi").status == 2
    assert run("quality", "--out", "mutu", "--exit-code", *DAY).status == 3
    assert run("quality", "--out", "mutu", "--exit-code", "--field", "title", *DAY).status == 0


def test_reports_of_older_semesters_are_not_given_up_once_one_is_recorded(
    desk: Path, ok: Ok, tmp_path: Path
) -> None:
    ok("setting", "set", "reports-since", "2024-S1")
    page = tmp_path / "mutu" / "mutu-data.md"
    proposal = "kskd setting set reports-since 2025-S1"
    ok("quality", "--out", "mutu", "--as-of", "2025-01-15")
    assert proposal in page.read_text("utf-8")
    ok("evaluate", PKS, "--period", "2024-S2", "--implementation", "sebagian")
    ok("quality", "--out", "mutu", "--as-of", "2025-01-15")
    assert proposal not in page.read_text("utf-8")
    ok(*shlex.split(proposal)[1:])
