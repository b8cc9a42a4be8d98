"""Reading commands: data on stdout in five formats, a stable JSON contract, and nothing written."""

from __future__ import annotations

import re
import sqlite3
from contextlib import closing
from typing import TYPE_CHECKING, Any

import pytest

from kskd.domain.values.text import safe
from tests.cli.command_line import Ok, Refused, Run, document, english_in, on_screen, table

if TYPE_CHECKING:
    from pathlib import Path

PKS = "PKS-2024-001"
AGREEMENT = {
    "id", "doc", "scheme", "title", "status", "signed_on", "starts_on", "ends_on", "end_kind", "days_left",
    "parent", "children", "predecessor", "successor", "line", "numbers", "partners", "lead_opd",
    "support_opds", "affairs",
}  # fmt: skip
EVALUATION = {
    "agreement", "period", "implementation", "reported_on", "answers", "score", "coverage", "category",
    "recommendation", "obstacles", "actions",
}  # fmt: skip

# Command, its schema, and the keys that each of its items has at least.
READS: dict[str, tuple[list[str], str, set[str]]] = {
    "list": (["list"], "agreement-list/1", AGREEMENT),
    "search": (["search", "bidan"], "agreement-list/1", AGREEMENT),
    "opd list": (["opd", "list"], "opd-list/1", {"code", "name", "aliases", "valid_to", "successor"}),
    "opd show": (["opd", "show", "DINKES"], "opd-list/1", {"code", "name", "aliases"}),
    "partner list": (["partner", "list"], "partner-list/1", {"name", "kind", "aliases"}),
    "partner show": (["partner", "show", "PT Maju Contoh"], "partner-list/1", {"name", "kind", "aliases"}),
    "target list": (
        ["target", "list"], "target-list/1",
        {"agreement", "number", "kind", "indicator", "value", "unit", "due_on", "owed_by", "lower_is_better"},
    ),
    "action list": (
        ["action", "list"], "action-list/1",
        {"agreement", "number", "agreed", "what", "who", "due_on", "state", "done_on", "proof"},
    ),
    "official list": (
        ["official", "list"], "official-list/1",
        {"id", "name", "office", "role", "position", "opd", "partner", "valid_from", "valid_to", "decree",
         "phone", "mail", "personal"},
    ),
    "official show": (["official", "show", "1"], "official-list/1", {"id", "name", "office", "role"}),
    "paper list": (
        ["paper", "list"], "paper-list/1",
        {"id", "kind", "period", "given_on", "number", "addressee", "receipt", "received_on", "note",
         "void_reason"},
    ),
    "paper kinds": (
        ["paper", "kinds"], "paper-kind-list/1",
        {"kind", "title", "period", "who", "length", "article", "remedy"},
    ),
    "due": (
        ["due", "--within", "5 tahun"], "deadline-list/1",
        {"kind", "agreement", "opd", "due_on", "days_left", "article", "what", "note", "number", "remedy"},
    ),
    "next": (
        ["next"], "next-list/1",
        {"kind", "agreement", "opd", "due_on", "days_left", "what", "reason", "command"},
    ),
    "gaps": (
        ["gaps"], "gap-list/1",
        {"kind", "agreement", "opd", "since", "days", "what", "command"},
    ),
    "quality": (
        ["quality"], "quality/1",
        {
            "field", "label", "applies", "recorded", "partial", "missing", "share",
            "severity", "asked", "rules", "command",
        },
    ),
    "quality --each": (
        ["quality", "--each"], "missing-list/1",
        {"opd", "agreement", "field", "label", "is_partial", "severity", "rules", "command", "question"},
    ),
    "clock kinds": (["clock", "kinds"], "clock-kind-list/1", {"kind", "start", "length", "stops", "article"}),
    "setting list": (["setting", "list"], "setting-list/1", {"key", "label", "value", "is_set"}),
    "instrument show": (["instrument", "show"], "instrument/1", {"code", "question", "weight", "options"}),
    "instrument list": (
        ["instrument", "list"], "instrument-list/1", {"id", "title", "items", "is_used", "evaluations"},
    ),
    "period list": (["period", "list"], "period-list/1", {"period", "evaluated", "reported", "closed_on"}),
    "recap": (
        ["recap", "--period", "2024-S2", "--assume-reported"], "recap/1",
        {"key", "name", "total", "reported", "mean", "scored", "on_time", "late", "lowest", "highest"},
    ),
    "recap --by period": (
        ["recap", "--period", "2024-S2", "--by", "period"], "recap/1",
        {"key", "mean", "instruments", "changed"},
    ),
    "sebanding": (
        ["sebanding", "--period", "2024-S2"], "sebanding/1",
        {"group", "name", "umbrellas", "with_child", "carried_out", "with_benefit"},
    ),
    "check --list": (["check", "--list"], "rule-list/1", {"rule", "severity", "title", "article", "footing"}),
    "log": (["log"], "log/1", {"act", "at", "who", "command", "reason", "entries"}),
}  # fmt: skip
WHOLE: dict[str, tuple[list[str], str, set[str]]] = {
    "show": (
        ["show", PKS],
        "agreement/1",
        {*AGREEMENT, "as_of", "targets", "evaluations", "obstacles", "actions"},
    ),
    "log --verify": (
        ["log", "--verify"],
        "log-verify/1",
        {"as_of", "head", "acts", "broken", "changed_outside"},
    ),
    "why": (["why", PKS], "why/1", {"as_of", "agreement", "status", "reasons"}),
    "why --period": (
        ["why", PKS, "--period", "2024-S2"],
        "why-score/1",
        {"as_of", "agreement", "period", "items", "coverage", "borrowed_scales", "proposal", "score"},
    ),
    "status": (["status"], "status/1", {"as_of", "documents", "statuses", "follow_up", "ending_soon"}),
}
COMMANDS = {name: args for name, (args, _, _) in (READS | WHOLE).items()}
EVERY_READ = pytest.mark.parametrize("args", COMMANDS.values(), ids=COMMANDS.keys())


def _empty_texts(value: Any, where: str = "") -> list[str]:
    """Places of "" in a document: unknown is null."""
    if isinstance(value, dict):
        return [spot for key, one in value.items() for spot in _empty_texts(one, f"{where}.{key}")]
    if isinstance(value, list):
        return [spot for one in value for spot in _empty_texts(one, f"{where}[]")]
    return [where] if value == "" else []


@pytest.mark.parametrize("name", READS)
def test_a_listing_is_one_json_document_with_its_schema_day_and_keys(name: str, busy: Path, ok: Ok) -> None:
    args, schema, keys = READS[name]
    day = "2025-01-15" if name == "log" else "2024-12-31"  # nothing was entered before the test's own day
    read = document(ok(*args, "--format", "json", "--as-of", day))
    assert (read["schema"], read["as_of"]) == (f"kskd/{schema}", day)
    assert read["items"]
    assert all(keys <= item.keys() for item in read["items"])
    assert _empty_texts(read) == []


@pytest.mark.parametrize("name", WHOLE)
def test_one_thing_is_one_json_document_with_its_schema_day_and_keys(name: str, busy: Path, ok: Ok) -> None:
    args, schema, keys = WHOLE[name]
    read = document(ok(*args, "--format", "json", "--as-of", "31 Desember 2024"))
    assert (read["schema"], read["as_of"]) == (f"kskd/{schema}", "2024-12-31")
    assert keys <= read.keys()
    assert _empty_texts(read) == []


@EVERY_READ
def test_piped_a_reading_command_gives_tsv(args: list[str], busy: Path, ok: Ok) -> None:
    piped = ok(*args)
    assert piped == ok(*args, "--format", "tsv")
    assert table(piped)


@EVERY_READ
def test_csv_has_the_rows_and_columns_of_tsv(args: list[str], busy: Path, ok: Ok) -> None:
    csv_rows, tsv_rows = table(ok(*args, "--format", "csv"), ","), table(ok(*args, "--format", "tsv"))
    cells = [[safe(cell.removeprefix("'")) for cell in row.values()] for row in csv_rows]
    assert cells == [[*row.values()] for row in tsv_rows]
    assert csv_rows[0].keys() == tsv_rows[0].keys()


@EVERY_READ
def test_markdown_is_a_table_with_the_rows_of_tsv(args: list[str], busy: Path, ok: Ok) -> None:
    lines = ok(*args, "--format", "md").splitlines()
    assert len(lines) == len(table(ok(*args))) + 2
    assert len({len(re.findall(r"(?<!\\)\|", line)) for line in lines}) == 1


@pytest.mark.parametrize("name", sorted(COMMANDS.keys() - {"log"}))  # log names tables and columns
def test_on_a_terminal_a_reading_command_gives_a_table_without_any_english(name: str, busy: Path) -> None:
    shown = re.sub(r"\x1b\[[0-9;]*m", "", on_screen(*COMMANDS[name]))
    assert shown
    assert english_in(shown) == []
    assert re.findall(r"\b(True|False|None)\b", shown) == []


@EVERY_READ
def test_reading_writes_nothing(args: list[str], busy: Path, ok: Ok) -> None:
    before, changed = busy.read_bytes(), busy.stat().st_mtime_ns
    for how in ("table", "json", "csv", "tsv", "md"):
        ok(*args, "--format", how)
    assert (busy.read_bytes(), busy.stat().st_mtime_ns) == (before, changed)
    assert [one.name for one in busy.parent.iterdir()] == ["kskd.db"]


@EVERY_READ
def test_a_day_that_is_none_is_refused_in_every_format(args: list[str], busy: Path, refused: Refused) -> None:
    for how in ("json", "table", "csv", "tsv", "md"):
        assert "tidak ada dalam kalender" in refused(*args, "--as-of", "31/2/2024", "--format", how)


@EVERY_READ
def test_a_format_that_is_not_known_is_refused(args: list[str], busy: Path, refused: Refused) -> None:
    assert "yaml" in refused(*args, "--format", "yaml", status=2)


@pytest.mark.parametrize(
    "args",
    [
        ["list"],
        ["search", "x"],
        ["partner", "list"],
        ["opd", "list"],
        ["target", "list"],
        ["action", "list"],
        ["due"],
        ["next"],
        ["clock", "list"],
        ["holiday", "list"],
        ["field", "list"],
        ["number", "holes"],
    ],
)
def test_an_empty_registry_gives_no_rows_and_says_so_on_stderr(args: list[str], ok: Ok, run: Run) -> None:
    ok("init", "--name", "Kabupaten Contoh")
    assert document(ok(*args, "--format", "json"))["items"] == []
    assert table(ok(*args)) == []
    shown = run(*args, "--format", "table")
    assert (shown.status, shown.out) == (0, "")
    assert shown.err.count("\n") == 1


def test_what_is_not_known_of_a_draft_is_null(busy: Path, ok: Ok) -> None:
    read = document(ok("show", "KB-2025-001", "--format", "json"))
    unknown = ("signed_on", "starts_on", "ends_on", "end_kind", "days_left", "parent", "predecessor",
               "successor", "note", "void_reason", "end_typed", "duration_typed")  # fmt: skip
    assert {key: read[key] for key in unknown} == dict.fromkeys(unknown)
    assert (read["status"], read["numbers"], read["children"]) == ("draft", [], [])


def test_show_tells_everything_of_a_document(busy: Path, ok: Ok) -> None:
    read = document(ok("show", PKS, "--format", "json", "--as-of", "2025-01-15"))
    assert (read["parent"], read["partners"], read["lead_opd"]) == (
        "KB-2024-001",
        ["Universitas Contoh"],
        "DINKES",
    )
    assert read["numbers"] == [{"party": "Kabupaten Contoh", "number": "440/7/PKS/2024"}]
    assert (read["ends_on"], read["end_kind"], read["days_left"]) == ("2026-05-02", "date", 472)
    (evaluation,) = read["evaluations"]
    assert evaluation.keys() >= EVALUATION
    assert (evaluation["period"], evaluation["implementation"]) == ("2024-S2", "sebagian")
    assert (evaluation["score"], evaluation["category"], evaluation["coverage"]) == (None, None, 0.18)
    assert evaluation["answers"] == {"sesuai-tujuan": "ya"}
    (target,) = read["targets"]
    assert target["realisations"] == [{"period": "2024-S2", "value": 50}]
    assert [one["text"] for one in read["obstacles"]] == ["Dana belum cair"]
    assert [one["what"] for one in read["actions"]] == ["Rapat koordinasi"]
    assert document(ok("show", "KB-2024-001", "--format", "json"))["children"] == [PKS]


@pytest.mark.parametrize(("as_of", "is_there"), [("2025-01-09", False), ("2025-01-10", True)])
def test_a_successor_is_shown_from_the_day_on_which_it_was_signed(
    as_of: str, is_there: bool, desk: Path, ok: Ok
) -> None:
    """To people as to programs."""
    ok("add-mou", "--scheme", "ksdpk", "--title", "Lanjutan", "--partner", "Universitas Contoh", "--opd",
       "DINKES", "--signed", "2025-01-10", "--years", "5", "--replaces", "KB-2024-001")  # fmt: skip
    read = document(ok("show", "KB-2024-001", "--format", "json", "--as-of", as_of))
    assert read["successor"] == ("KB-2025-001" if is_there else None)
    shown = ok("show", "KB-2024-001", "--as-of", as_of)
    assert ("Penerus\tKB-2025-001 Lanjutan" in shown) is is_there


@pytest.mark.parametrize(
    "typed", ["pks-2024-001", "PKS-2024", "pks", "440/7/PKS/2024", " 440 / 7/ pks/2024 ", "440//7/PKS/2024"]
)
def test_a_document_is_found_by_id_prefix_or_number(typed: str, busy: Path, ok: Ok) -> None:
    assert document(ok("show", typed, "--format", "json"))["id"] == PKS


def test_a_document_is_found_by_the_partners_number(busy: Path, ok: Ok) -> None:
    assert document(ok("show", "77/uc/ks/2024", "--format", "json"))["id"] == "KB-2024-001"


@pytest.mark.parametrize(
    ("as_of", "status"),
    [
        ("2024-05-01", "upcoming"),
        ("2024-05-02", "active"),
        ("2026-05-02", "active"),
        ("2026-05-03", "expired"),
    ],
)
def test_status_follows_from_the_day(as_of: str, status: str, desk: Path, ok: Ok) -> None:
    assert document(ok("show", PKS, "--format", "json", "--as-of", as_of))["status"] == status
    # A list of a day has what was signed by then, as the reports do.
    rows = table(ok("list", "--doc", "pks", "--as-of", as_of))
    assert [row["status"] for row in rows] == ([] if status == "upcoming" else [status])
    counted = document(ok("status", "--format", "json", "--as-of", as_of))["statuses"]
    assert (status in counted) is (status != "upcoming")


@pytest.mark.parametrize(
    ("options", "ids"),
    [
        ([], ["PKS-2024-001", "KB-2024-001", "KB-2025-001"]),
        (["--sort", "id"], ["KB-2024-001", "KB-2025-001", "PKS-2024-001"]),
        (["--sort=-id"], ["PKS-2024-001", "KB-2025-001", "KB-2024-001"]),
        (["--sort", "title", "--limit", "2"], ["PKS-2024-001", "KB-2024-001"]),
        (["--sort", "ends_on"], ["PKS-2024-001", "KB-2024-001", "KB-2025-001"]),
        (["--opd", "dinas kesehatan", "--sort", "id"], ["KB-2024-001", "PKS-2024-001"]),
        (["--opd", "Dikbud"], ["KB-2025-001"]),
        (["--scheme", "KSDPK", "--doc", "pks"], ["PKS-2024-001"]),
        (["--doc", "pks", "--doc", "kb", "--status", "active"], ["PKS-2024-001", "KB-2024-001"]),
        (["--status", "draft"], ["KB-2025-001"]),
        (["--partner", "pt. maju contoh"], ["KB-2025-001"]),
        (["--affair", "kesehatan", "--sort", "id"], ["KB-2024-001", "PKS-2024-001"]),
        (["--year", "2024", "--sort", "id"], ["KB-2024-001", "PKS-2024-001"]),
        (["--year", "2023"], []),
        (["--ends-before", "2 Mei 2026"], []),
        (["--ends-before", "3 Mei 2026"], ["PKS-2024-001"]),
        (["--ends-after", "2026-05-02"], ["KB-2024-001"]),
        (["--no-child"], ["KB-2025-001"]),
        (["--status", "void"], []),
    ],
)  # fmt: skip
def test_list_filters_and_sorts(options: list[str], ids: list[str], busy: Path, ok: Ok) -> None:
    assert [row["id"] for row in table(ok("list", *options))] == ids


@pytest.mark.parametrize(
    ("words", "ids"),
    [
        (["bidan"], {"KB-2024-001", "PKS-2024-001"}),
        (["BIDAN", "desa"], {"PKS-2024-001"}),
        (["desa bidan"], {"PKS-2024-001"}),
        (["77/uc"], {"KB-2024-001"}),
        (["universitas contoh"], {"KB-2024-001", "PKS-2024-001"}),
        (["kb-2025"], {"KB-2025-001"}),
        (["tidak-ada"], set()),
        (["dana", "cair"], {"PKS-2024-001"}),  # an obstacle
        (["perubahan anggaran"], {"PKS-2024-001"}),  # an effort
        (["koordinasi"], {"PKS-2024-001"}),  # an action
        (["terlatih"], {"PKS-2024-001"}),  # a target
        (["daftar hadir"], {"PKS-2024-001"}),  # evidence
        (["bídan", "DÉSA"], {"PKS-2024-001"}),
        (["%"], set()),
        (["_"], set()),
    ],
)
def test_search_finds_documents_that_hold_every_word(
    words: list[str], ids: set[str], busy: Path, ok: Ok
) -> None:
    assert {row["id"] for row in table(ok("search", *words))} == ids


def test_search_finds_who_acts_who_signed_and_what_is_told_as_a_fact(busy: Path, ok: Ok) -> None:
    ok("action", "add", PKS, "--what", "Rapat", "--period", "2024-S2", "--who-acts", "Seksi Melati")
    ok(
        "update",
        PKS,
        "--purpose",
        "Menekan tengkes",
        "--signer-name",
        "Contoh Kenanga",
        "--until",
        "predikat Cempaka",
        "--reason",
        "x",
    )
    for word in ("melati", "tengkes", "kenanga", "cempaka"):
        assert {row["id"] for row in table(ok("search", word))} == {PKS}, word


@pytest.mark.parametrize("word", ["cafe", "CAFÉ", "Cafe\u0301", "cafè"])
def test_search_tells_no_accents_apart(word: str, busy: Path, ok: Ok) -> None:
    ok("update", PKS, "--note", "Rapat di Café Contoh")
    assert {row["id"] for row in table(ok("search", word))} == {PKS}


def test_columns_are_shown_as_asked(busy: Path, ok: Ok) -> None:
    (row,) = table(ok("list", "--doc", "pks", "--columns", "numbers, id "))
    assert row == {"numbers": "440/7/PKS/2024", "id": PKS}
    (item,) = document(ok("list", "--doc", "pks", "--columns", "id,ends_on", "--format", "json"))["items"]
    assert item == {"id": PKS, "ends_on": "2026-05-02"}


def test_a_column_named_twice_gives_json_that_can_be_read(busy: Path, run: Run) -> None:
    """A JSON object with the same key twice is read differently by different programs."""
    result = run("list", "--columns", "id,id", "--format", "json")
    assert result.status == 2 or document(result.out)["items"][0] == {"id": PKS}


def test_void_documents_are_left_out_of_lists_and_counts(busy: Path, ok: Ok) -> None:
    before = document(ok("status", "--format", "json"))
    ok("void", PKS, "--reason", "salah catat")
    assert PKS not in {row["id"] for row in table(ok("list"))}
    assert [row["id"] for row in table(ok("list", "--status", "void"))] == [PKS]
    assert table(ok("search", "bidan desa")) == []
    after = document(ok("status", "--format", "json"))
    assert before["follow_up"] == {"numerator": 1, "denominator": 1}
    assert after["follow_up"] == {"numerator": 0, "denominator": 1}
    assert (before["evaluations"], after["evaluations"]) == ({"2024-S2": 1}, {})
    assert "pks" not in after["documents"]


def test_targets_and_actions_of_a_void_document_are_left_out(busy: Path, ok: Ok) -> None:
    """What is out of every count is out of the lists that are worked through, too."""
    ok("void", PKS, "--reason", "salah catat")
    assert (table(ok("target", "list")), table(ok("action", "list"))) == ([], [])


def test_csv_disarms_formulas_and_leaves_numbers_alone(desk: Path, ok: Ok) -> None:
    ok("update", PKS, "--title", "=1+1", "--reason", "uji")
    row = table(ok("list", "--doc", "pks", "--format", "csv", "--as-of", "2026-06-01"), ",")[0]
    assert (row["title"], row["days_left"]) == ("'=1+1", "-30")


def test_a_note_of_several_lines_is_shown_in_lines(desk: Path, ok: Ok) -> None:
    ok("update", PKS, "--note", "baris satu\nbaris dua")
    assert document(ok("show", PKS, "--format", "json"))["note"] == "baris satu\nbaris dua"
    shown = ok("show", PKS, "--format", "table")
    assert "␊" not in shown
    assert re.search(r"baris satu\n +baris dua", shown)


def test_db_is_taken_from_the_option_then_the_environment(
    desk: Path, ok: Ok, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    other = desk.rename(tmp_path / "lain.db")
    assert table(ok("list", "--db", other))
    monkeypatch.setenv("KSKD_DB", str(other))
    assert table(ok("list"))


def test_a_target_is_shown_as_a_person_writes_numbers(busy: Path, ok: Ok) -> None:
    assert re.search(r"\b75\b(?!\.0)", ok("target", "list", "--format", "table"))


def test_log_verify_ends_with_three_when_another_program_changed_a_row(busy: Path, run: Run) -> None:
    whole = run("log", "--verify", "--format", "tsv")
    head = whole.out.splitlines()[1].split("\t")[0]
    assert (whole.status, len(head)) == (0, 64)
    assert "Riwayat utuh" in whole.err
    with closing(sqlite3.connect(busy)) as con, con:
        con.execute("UPDATE agreement SET title = 'Judul lain' WHERE id = ?", (PKS,))
    changed = run("log", "--verify", "--format", "tsv")
    assert changed.status == 3
    assert changed.out.splitlines()[1].split("\t")[0] == head
    assert "1 baris diubah oleh program lain" in changed.err


def test_log_verify_names_the_act_whose_history_was_edited(busy: Path, run: Run) -> None:
    with closing(sqlite3.connect(busy)) as con, con:
        con.execute("DROP TRIGGER act_no_update")
        con.execute("UPDATE act SET who = 'orang lain' WHERE id = 2")
    result = run("log", "--verify")
    assert result.status == 3
    assert "rusak pada catatan 2" in result.err


def test_columns_that_a_narrow_screen_drops_are_named(desk: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    told: list[str] = []
    monkeypatch.setattr("kskd.cli.kit.table.say", told.append)
    monkeypatch.setenv("COLUMNS", "80")
    shown = on_screen("list")
    (sentence,) = told
    assert "Tidak tampil karena layar sempit: Mitra" in sentence
    assert "Mitra" not in shown


def test_before_its_signing_a_document_is_said_not_to_be_signed(desk: Path, ok: Ok) -> None:
    assert "belum ditandatangani pada hari itu" in ok("show", PKS, "--as-of", "2023-01-01")
    assert PKS not in ok("list", "--as-of", "2023-01-01")


def test_status_counts_the_opd_there_were_on_the_day(desk: Path, ok: Ok) -> None:
    ok("opd", "add", "DLH", "--name", "Dinas Lingkungan Hidup", "--valid-from", "2024-07-01")
    counted = [
        document(ok("status", "--as-of", day, "--format", "json"))["opds"]
        for day in ("2024-06-30", "2024-07-01")
    ]
    assert counted[1] == counted[0] + 1


@pytest.mark.parametrize("args", [(PKS,), ("--limit", "2")])
def test_log_verify_is_of_the_whole_history(args: tuple[str, ...], busy: Path, refused: Refused) -> None:
    assert "seluruh riwayat" in refused("log", *args, "--verify", status=2)
