"""One set of filters: the same options on every command that has them, each looking at what `list` shows."""

from __future__ import annotations

import re
import sqlite3
from contextlib import closing
from datetime import date
from typing import TYPE_CHECKING, Any

import pytest

from kskd.cli import ROOT
from kskd.cli.kit.group import build
from kskd.domain.document.fields import FIELDS
from kskd.registry.database import snapshot
from kskd.registry.views import listing
from kskd.workflows.law import next_steps
from kskd.workflows.register.filtering import choose
from kskd.workflows.register.filters import FILTERS, OPTIONS, in_words

from .command_line import document, flags, table

if TYPE_CHECKING:
    from pathlib import Path

    from .command_line import Ok, Refused

FILTERED = {
    "list",
    "search",
    "map",
    "check",
    "due",
    "gaps",
    "quality",
    "next",
    "recap",
    "report",
    "export",
    "remind",
    "sebanding",
}
DAY = "2024-12-31"
CASES = {
    "agreement": ["--agreement", "PKS-2023-003", "--agreement", "KB-2020-001"],
    "opd": ["--opd", "DIKBUD,BAPPERIDA"],
    "scheme": ["--scheme", "sinergi"],
    "doc": ["--doc", "pks"],
    "status": ["--status", "expired"],
    "void": ["--status", "void"],
    "stage": ["--stage", "penyusunan"],
    "partner": ["--partner", "Kabupaten Umpama"],
    "affair": ["--affair", "1.02"],
    "year": ["--year", "2023"],
    "planned": ["--planned", "2025"],
    "ends_before": ["--ends-before", "2025-06-30"],
    "ends_after": ["--ends-after", "2025-06-30"],
    "no_child": ["--no-child"],
    "no_file": ["--no-file"],
    "no_original": ["--no-original"],
    "where": ["--where", "in-apbd="],
    "several": ["--doc", "pks", "--opd", "DINKES", "--ends-after", "2024-06-30"],
    "none": ["--doc", "kb", "--doc", "pks", "--year", "1990"],
}
every_filter = pytest.mark.parametrize("args", CASES.values(), ids=CASES)


def test_the_same_set_stands_on_every_command_that_takes_filters() -> None:
    wanted = {option.option for option in OPTIONS}
    have = {path for path in ROOT.paths() if {"--where", "--no-child"} & flags(path)}
    assert have == FILTERED
    assert {path for path in FILTERED if wanted <= flags(path)} == FILTERED


@pytest.mark.parametrize(
    ("line", "made"),
    [
        ([], False),
        (["--as-of", DAY, "--within=90d", "--exit-code"], False),
        (["--opd", "DINKES"], True),
        (["--no-file"], True),
        (["--help"], True),
        (["-h"], True),
        (["--with", "90d"], True),
        (["--", "DINKES"], True),
    ],
)
def test_options_of_filters_are_made_for_a_line_that_may_name_one(line: list[str], made: bool) -> None:
    group: Any = build(ROOT)
    _, command, rest = group.resolve_command(None, ["due", *line])
    assert rest == line
    assert ("no_file" in {one.name for one in command.params}) is made
    assert {"within", "overdue", "exit_code", "format", "as_of", "db"} <= {one.name for one in command.params}


def test_every_filter_has_its_sql_and_is_tried_here() -> None:
    keys = {one.option.key for one in FILTERS}
    assert keys | {"known", "not_void", "words"} == set(listing.FILTERS)
    assert {option.key for option in OPTIONS} <= set(CASES)


def test_without_a_filter_nothing_is_asked() -> None:
    assert choose(None, FIELDS, {}, date(2025, 1, 15)) is None  # type: ignore[arg-type]
    assert in_words({}) is None


def _listed(ok: Ok, args: list[str], *more: str) -> set[str]:
    return {row["id"] for row in table(ok("list", *args, *more, "--format", "tsv"))}


def _rows(ok: Ok, *args: str) -> list[dict[str, Any]]:
    items = document(ok(*args, "--format", "json"))["items"]
    assert isinstance(items, list)
    return items


@every_filter
@pytest.mark.parametrize(
    "command", [["check", "--severity", "error,warning,info"], ["due", "--within", "99999d"], ["gaps"]]
)
def test_a_command_tells_of_what_list_shows(
    command: list[str], args: list[str], example: Path, ok: Ok
) -> None:
    shown = _listed(ok, args, "--as-of", DAY)
    whole = [one for one in _rows(ok, *command, "--as-of", DAY) if one["agreement"] in shown]
    found = _rows(ok, *command, *args, "--as-of", DAY)
    if "void" in args and command[0] == "check":  # which alone judges what was entered by mistake
        assert {one["agreement"] for one in found} <= shown
        assert not whole
    else:
        assert found == whole


@every_filter
def test_next_tells_of_what_list_shows(
    args: list[str], example: Path, ok: Ok, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(next_steps, "MOST", 99_999)
    shown = _listed(ok, args, "--as-of", DAY)
    whole = [one for one in _rows(ok, "next", "--as-of", DAY) if one["agreement"] in shown]
    assert _rows(ok, "next", *args, "--as-of", DAY) == whole


@every_filter
def test_reminders_tell_of_what_list_shows(args: list[str], example: Path, ok: Ok) -> None:
    remind = ["remind", "--form", "pesan", "--dry-run", "--as-of", DAY]
    shown = _listed(ok, args, "--as-of", DAY)
    whole = [line for line in _told(ok(*remind)) if line[0] in shown]
    assert _told(ok(*remind, *args)) == whole


def _told(text: str) -> list[tuple[str, str]]:
    """Documents with what is due of them; what is open besides stands only where something is due."""
    due = "\n".join(part.partition("Masih terbuka:")[0] for part in text.split("=== "))
    return re.findall(r"^- ([A-Z]+-[0-9-]+): (.*)$", due, re.MULTILINE)


@pytest.mark.slow
@every_filter
def test_a_recap_counts_what_list_shows(args: list[str], example: Path, ok: Ok) -> None:
    shown = _listed(ok, args, "--as-of", DAY)
    counted = [
        one for one in sorted(shown)
        if _rows(ok, "recap", "--period", "2024-S2", "--agreement", one)[-1]["total"]
    ]  # fmt: skip
    assert _rows(ok, "recap", "--period", "2024-S2", *args)[-1]["total"] == len(counted)


@every_filter
def test_an_export_holds_what_list_shows(args: list[str], example: Path, ok: Ok, refused: Refused) -> None:
    ok("export", *args, "--out", "sebagian.json")
    sentence = refused("import", "sebagian.json", "--db", "baru.db")
    assert "adalah ekspor yang disaring" in sentence
    made = document((example.parent / "sebagian.json").read_text("utf-8"))
    shown, beside = _listed(ok, args), set(made["filtered"]["beside"])
    tables = made["tables"]
    assert {row["id"] for row in tables["agreement"]} == shown | beside
    assert not shown & beside
    assert not {"act", "journal", "event", "reminder"} & set(tables)
    for rows in tables.values():
        assert {row["agreement"] for row in rows if "agreement" in row} <= shown
    _assert_closed(example, tables)


def _assert_closed(path: Path, tables: dict[str, list[dict[str, Any]]]) -> None:
    """Whatever a row points to is in the file too, and the rows are those of the registry."""
    with snapshot(path) as session:
        for name, rows in tables.items():
            for target, ours, theirs in session.con.execute(
                'SELECT "table", "from", "to" FROM pragma_foreign_key_list(?)', (name,)
            ):
                there = {row[theirs] for row in tables[target]}
                assert {row[ours] for row in rows if row[ours] is not None} <= there, (name, ours)


def test_an_export_leaves_no_row_of_its_documents_behind(example: Path, ok: Ok) -> None:
    whole = document(ok("export"))["tables"]
    part = document(ok("export", "--year", "2023"))["tables"]
    shown = _listed(ok, ["--year", "2023"])
    for name, rows in whole.items():
        if rows and "agreement" in rows[0] and name in part:
            assert part[name] == [row for row in rows if row["agreement"] in shown]
    assert part["opd"] == whole["opd"]
    assert {row["id"] for row in part["partner"]} >= {row["partner"] for row in part["party"]} - {None}


def test_a_filtered_report_says_so_on_every_page_and_counts_what_list_shows(example: Path, ok: Ok) -> None:
    args = ["--doc", "pks", "--where", "in-apbd=ya"]
    shown = _listed(ok, args, "--as-of", DAY)
    pages = ok("report", "--period", "2024-S2", "--out", "saring", *args).splitlines()
    for page in pages:
        assert "Disaring: jenis pks; in-apbd=ya." in (example.parent / page).read_text("utf-8")
    index = (example.parent / "saring/2024-S2/index.md").read_text("utf-8")
    assert f"**{len(shown)} naskah," in index
    whole = ok("report", "--period", "2024-S2", "--out", "semua").splitlines()
    assert all("Disaring" not in (example.parent / page).read_text("utf-8") for page in whole)
    whole_index = (example.parent / "semua/2024-S2/index.md").read_text("utf-8")
    assert _idle(index) == _idle(whole_index)  # who has others than these is not told to have none


def _idle(index: str) -> list[str]:
    return re.findall(r"^Tanpa kerja sama: .*$", index, re.MULTILINE)


def test_an_umbrella_is_followed_up_also_by_what_does_not_pass(example: Path, ok: Ok) -> None:
    ok("report", "--period", "2024-S2", "--out", "payung", "--doc", "kb,nk,mou,loi")
    ok("report", "--period", "2024-S2", "--out", "semua")
    ratio = re.compile(r"\d+ dari \d+ naskah payung yang berlaku sudah mempunyai turunan")
    some, whole = (
        ratio.findall((example.parent / name / "2024-S2/rekap.md").read_text("utf-8"))
        for name in ("payung", "semua")
    )
    assert some == whole != []


def test_clocks_without_a_document_pass_where_only_their_unit_or_partner_is_asked_for(
    office: Path, ok: Ok
) -> None:
    start = ["clock", "start", "penawaran-sinergi", "--on", "2025-01-10"]
    ok(*start, "--partner", "Universitas Contoh", "--opd", "DINKES")
    ok(*start, "--partner", "PT Maju Contoh", "--opd", "DIKBUD")
    with closing(sqlite3.connect(office)) as con, con:  # as it could be started once
        con.execute("INSERT INTO clock (number, kind, started_on) VALUES (3, 'laporan-tkksd', '2024-12-31')")

    def told(*args: str) -> list[str]:
        return [row["what"].rpartition(": ")[2] for row in _rows(ok, "due", "--within", "90d", *args)
                if row["number"]]  # fmt: skip

    assert len(told()) == 3
    assert told("--opd", "DINKES") == ["Universitas Contoh"]
    assert told("--partner", "PT Maju Contoh") == ["PT Maju Contoh"]
    assert told("--partner", "PT Maju Contoh", "--opd", "DINKES") == []
    assert told("--opd", "DINKES", "--scheme", "ksdpk") == []
    assert told("--doc", "kb") == []


def test_a_filtered_reminder_is_no_run_for_all_and_keeps_what_it_told(example: Path, ok: Ok) -> None:
    first = ok("remind", "--form", "pesan", "--scheme", "ksdpk")
    assert first
    assert document(ok("status", "--format", "json"))["reminded_on"] is None
    assert ok("remind", "--form", "pesan", "--scheme", "ksdpk", "--since-last") == ""
    assert ok("remind", "--form", "pesan", "--year", "1990") == ""


def test_next_says_nothing_of_the_office_where_documents_are_chosen(example: Path, ok: Ok) -> None:
    assert all(row["agreement"] for row in _rows(ok, "next", "--opd", "DIKBUD", "--as-of", DAY))


def test_search_takes_filters_too(example: Path, ok: Ok) -> None:
    found = {row["id"] for row in table(ok("search", "kesehatan", "--format", "tsv"))}
    some = {row["id"] for row in table(ok("search", "kesehatan", "--doc", "pks", "--format", "tsv"))}
    assert some == {one for one in found if one.startswith("PKS-")} != set()


@pytest.mark.parametrize(
    ("args", "said"),
    [
        (["--year", "abc"], "bukan bilangan bulat"),
        (["--year", "1800"], "--year harus antara"),
        (["--doc", "x"], '--doc "x" tidak dikenal'),
        (["--status", "x"], '--status "x" tidak dikenal'),
        (["--where", "x=y"], '--where "x=y" tidak dikenal'),
    ],
)
@pytest.mark.parametrize("command", ["list", "check", "due", "gaps", "next", "export", "remind --dry-run"])
def test_a_filter_that_cannot_be_read_is_refused_everywhere(
    command: str, args: list[str], said: str, example: Path, refused: Refused
) -> None:
    assert said in refused(*command.split(), *args, status=2)
