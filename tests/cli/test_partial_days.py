"""Documents of which only the year, the month, or nothing of a day is known: told as far as it is known."""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from tests.cli.command_line import document, table

if TYPE_CHECKING:
    from tests.cli.command_line import Ok, Refused, Result, Run

MOU = ("add-mou", "--scheme", "ksdpk", "--partner", "PT Maju Contoh", "--opd", "DINKES", "--title")
DAY = ("--as-of", "2026-11-28")

pytestmark = pytest.mark.usefixtures("desk")


@pytest.fixture
def lists(ok: Ok) -> Any:
    """The documents that ``list --format json`` shows on a day, by title."""

    def listed(*args: str) -> dict[str, dict[str, Any]]:
        found = document(ok("list", "--format", "json", *(args or DAY)))["items"]
        return {one["title"]: one for one in found}

    return listed


def _added(run: Run, *args: str) -> tuple[str, str]:
    result = run(*MOU, *args)
    assert result.status == 0, result.err
    return result.out.strip(), result.err


# -- what is typed --------------------------------------------------------------------------------------


def test_the_end_of_a_month_is_its_last_day_as_an_end_and_a_doubt_as_a_day_of_signing(
    run: Run, ok: Ok, refused: Refused
) -> None:
    kept, told = _added(run, "Lama", "--signed", "2014", "--ends", "akhir Mei 2016")
    assert '"akhir Mei 2016" dibaca 31 Mei 2016.' in told
    assert document(ok("show", kept, "--format", "json", *DAY))["ends_on"] == "2016-05-31"
    said = refused("update", kept, "--signed", "akhir Mei 2014", "--reason", "x")
    assert "dapat berarti 31 Mei 2014 atau Mei 2014" in said
    assert "tahun (2014), bulan (2014-05)" in refused("update", kept, "--signed", "201X", "--reason", "x")
    assert "36 tahun atau 36 bulan" in refused("update", kept, "--duration", "36", "--reason", "x")


@pytest.mark.parametrize(
    ("typed", "one", "signed"),
    [
        ("2014", "KB-2014-001", "2014"),
        ("tahun 2014", "KB-2014-001", "2014"),
        ("Mei 2014", "KB-2014-001", "2014-05"),
        ("05/2014", "KB-2014-001", "2014-05"),
        ("2014-05", "KB-2014-001", "2014-05"),
        ("2 Mei 2014", "KB-2014-001", "2014-05-02"),
        ("May 2014", "KB-2014-001", "2014-05"),
        ("May 2nd, 2014", "KB-2014-001", "2014-05-02"),
        ("tanggal 2 bulan Mei tahun 2014", "KB-2014-001", "2014-05-02"),
    ],
)
def test_a_day_is_kept_as_far_as_it_is_known(typed: str, one: str, signed: str, run: Run, ok: Ok) -> None:
    kept, told = _added(run, "Lama", "--signed", typed, "--open-ended")
    assert kept == one
    shown = document(ok("show", kept, "--format", "json", *DAY))
    exact = signed if len(signed) == 10 else None
    assert (shown["signed"], shown["signed_on"]) == (signed, exact)
    assert (shown["starts"], shown["starts_on"]) == (signed, exact)
    assert (shown["ends"], shown["ends_on"], shown["status"]) == (None, None, "active")
    assert "Peringatan: tanggal penandatanganan" not in told


@pytest.mark.parametrize("typed", ["tidak-diketahui", "Tidak diketahui", "XXXX"])
def test_a_signing_of_which_nothing_is_known_is_one(typed: str, run: Run, ok: Ok) -> None:
    kept, _ = _added(run, "Lama", "--signed", typed, "--starts", "2014", "--ends", "2018")
    assert kept == "KB-2014-001"
    shown = document(ok("show", kept, "--format", "json", *DAY))
    assert (shown["signed"], shown["signed_on"], shown["status"]) == ("XXXX", None, "expired")
    assert "tanggal tidak diketahui" in ok("show", kept, *DAY)


@pytest.mark.parametrize("option", ["--starts", "--ends"])
def test_a_start_or_an_end_that_nobody_knows_is_not_said(option: str, refused: Refused) -> None:
    assert f"hapus {option}" in refused(*MOU, "Lama", "--signed", "2014", option, "tidak-diketahui")


def test_what_cannot_be_told_apart_is_refused_with_its_readings(refused: Refused) -> None:
    assert "dapat berarti 2014 atau 2015" in refused(*MOU, "Lama", "--signed", "2014/2015")
    assert "Penandatanganan 2200" not in refused(*MOU, "Lama", "--signed", "2150")


# -- what is not said -----------------------------------------------------------------------------------


def test_a_document_that_has_begun_was_signed(run: Run, lists: Any) -> None:
    """Registers have start and end, and no day of signing."""
    kept, told = _added(run, "Lama", "--starts", "2014-03-01", "--ends", "2018-12-31")
    assert kept == "KB-2014-001"
    assert "Peringatan: tanggal penandatanganan KB-2014-001 dicatat tidak diketahui" in told
    assert "kskd update KB-2014-001 --signed TANGGAL" in told
    to_come, _ = _added(run, "Nanti", "--starts", "2149-01-01")
    assert to_come == "KB-2149-001"
    found = lists()
    assert (found["Lama"]["signed"], found["Lama"]["status"]) == ("XXXX", "expired")
    assert (found["Nanti"]["signed"], found["Nanti"]["status"]) == (None, "draft")


def test_a_document_that_is_over_was_signed(run: Run, lists: Any) -> None:
    one, said = _added(run, "Hanya akhir", "--ends", "2019-12-31")
    assert "sebab naskahnya berakhir 31 Desember 2019" in said
    assert f"kskd update {one} --signed TANGGAL" in said
    _added(run, "Akan berakhir", "--ends", "2031-12-31")
    found = lists()
    assert (found["Hanya akhir"]["signed"], found["Hanya akhir"]["status"]) == ("XXXX", "expired")
    assert (found["Akan berakhir"]["signed"], found["Akan berakhir"]["status"]) == (None, "draft")


def test_an_id_takes_the_year_of_signing_else_of_start_else_of_entry(run: Run) -> None:
    assert _added(run, "Satu", "--signed", "2013", "--starts", "2014")[0] == "KB-2013-001"
    assert _added(run, "Dua", "--signed", "XXXX", "--starts", "Mei 2014")[0] == "KB-2014-001"
    assert _added(run, "Tiga", "--signed", "XXXX")[0] == _added(run, "Empat")[0].replace("-002", "-001")


def test_two_of_one_title_whose_signing_nobody_knows_are_told_apart_by_their_start(
    run: Run, refused: Refused
) -> None:
    for start in ("2014", "2015"):
        _added(run, "Praktik kerja", "--starts", start)
    assert "sudah tercatat" in refused(*MOU, "Praktik kerja", "--starts", "2014")


# -- ends and status ------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("said", "ends", "told"),
    [
        (("--signed", "2014", "--years", "5"), "2019", "Berakhir 2019, dihitung dari 5 tahun sejak 2014."),
        (("--signed", "Mei 2014", "--duration", "18 bulan"), "2015-11", "Berakhir November 2015, dihitung"),
        (("--signed", "2014", "--duration", "24 bulan"), "2016", "Berakhir 2016, dihitung"),
        (("--signed", "2014", "--duration", "18 bulan"), None, "tercatat lebih tepat (2014)."),
        (("--signed", "XXXX", "--years", "5"), None, "tercatat lebih tepat (tanggal tidak diketahui)."),
    ],
)
def test_an_end_is_computed_as_far_as_the_start_is_known(
    said: tuple[str, ...], ends: str | None, told: str, run: Run, lists: Any
) -> None:
    _, err = _added(run, "Lama", *said)
    assert told in err
    assert (lists()["Lama"]["ends"], lists()["Lama"]["ends_on"]) == (ends, None)


def test_a_status_is_unknown_only_while_the_day_lies_within(run: Run, lists: Any) -> None:
    _added(run, "Lama", "--signed", "2014", "--starts", "2014-06", "--ends", "2018")
    seen = {
        day: lists("--as-of", day).get("Lama", {}).get("status")
        for day in ("2013-12-31", "2014-01-01", "2014-06-15", "2014-06-30", "2018-01-01", "2018-01-02",
                    "2018-12-31", "2019-01-01")
    }  # fmt: skip
    assert list(seen.values()) == [
        None, "upcoming", "unknown", "active", "active", "unknown", "unknown", "expired",
    ]  # fmt: skip


def test_what_is_unknown_is_counted_apart(run: Run, ok: Ok) -> None:
    _added(run, "Lama", "--signed", "2022", "--ends", "2026")
    day = ("--as-of", "2026-06-15")
    assert document(ok("status", "--format", "json", *day))["statuses"]["unknown"] == 1
    assert "1 belum dapat dipastikan" in ok("status", *day)
    told = run("map", "--format", "json", *day)
    assert document(told.out)["unsure"] == 1
    assert "1 naskah tidak dipetakan" in told.err
    assert "statusnya" not in run("map", "--status", "unknown", *day).err
    assert [one["title"] for one in table(ok("list", "--status", "unknown", *day))] == ["Lama"]
    ok("derive-pks", "KB-2022-001", "--title", "Turunan", "--signed", "2022", "--ends", "2026")
    for command in ("recap", "sebanding"):
        err = run(command, "--period", "2026-Q2", *day).err
        assert "1 naskah payung tidak dihitung dalam rasio tindak lanjut" in err
        assert "1 naskah turunan tidak dihitung" in err
        assert "PKS-2022-001" in err
    ok("report", "--period", "2026-Q2", "--out", "laporan", *day)


def test_reports_say_days_in_words(run: Run, ok: Ok) -> None:
    _added(run, "Lama", "--signed", "Mei 2022", "--ends", "2026")
    _added(run, "Dulu", "--starts", "2014", "--ends", "2018")
    paths = ok("report", "--period", "2026-Q2", "--out", "laporan", "--as-of", "2026-06-15").split()
    texts = {path: Path(path).read_text("utf-8") for path in paths}
    unit, whole = (
        text for name in ("DINKES.md", "rekap.md") for path, text in texts.items() if path.endswith(name)
    )
    assert "belum dapat dipastikan, Mei 2022 s.d. 2026" in unit
    assert "Mei 2022 s.d. 2026 (belum dapat dipastikan)" in whole
    assert "| KB-2014-001 | Dulu | DINKES | 2018 |" in whole
    assert "naskah payung tidak dihitung dalam rasio tindak lanjut" in whole
    assert not any("XXXX" in text or "earliest" in text for text in texts.values())


# -- lists ----------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("day", "when"), [("2026-11-29", "paling lambat 1 hari lagi"), ("2026-12-02", "lewat sedikitnya 2 hari")]
)
def test_what_is_next_says_how_far_an_end_in_part_is_away(day: str, when: str, run: Run, ok: Ok) -> None:
    one, _ = _added(run, "Berakhir November", "--signed", "2024-02-01", "--ends", "2026-11")
    found = document(ok("next", "--format", "json", "--agreement", one, "--as-of", day))["items"]
    assert when in next(item["reason"] for item in found if item["kind"] == "masa-berlaku")


def test_lists_choose_sort_and_say(run: Run, ok: Ok) -> None:
    for title, *said in (
        ("A", "--signed", "2014", "--ends", "2018"),
        ("B", "--signed", "2014-05", "--ends", "2018-05"),
        ("C", "--signed", "2014-04-30", "--ends", "2018-05-02"),
        ("D", "--signed", "XXXX"),
    ):
        _added(run, title, *said)

    def titles(*args: str) -> str:
        return "".join(row["title"] for row in table(ok("list", "--partner", "PT Maju Contoh", *args, *DAY)))

    assert titles("--sort", "signed_on") == "ACBD"
    assert titles("--sort=-signed_on") == "BCAD"
    assert titles("--sort", "ends_on") == "ABCD"
    assert titles("--year", "2014", "--sort", "id") == "ABC"
    assert titles("--ends-before", "2018-06-01", "--sort", "id") == "BC"
    assert titles("--ends-after", "2018-04-30", "--sort", "id") == "BC"
    columns = ("--columns", "signed,signed_on,ends,ends_on", "--partner", "PT Maju Contoh", *DAY)
    shown = ok("list", *columns, "--format", "csv", "--sort", "signed_on").splitlines()
    assert shown[1:] == [
        "2014,,2018,",
        "2014-04-30,2014-04-30,2018-05-02,2018-05-02",
        "2014-05,,2018-05,",
        "XXXX,,,",
    ]
    for_people = ok("list", "--columns", "signed_on,ends_on", *columns[2:], "--format", "md")
    assert "| Mei 2014 | Mei 2018 |" in for_people
    assert "| tanggal tidak diketahui | – |" in for_people


# -- what changes ---------------------------------------------------------------------------------------


def test_a_day_known_more_exactly_is_new_information(run: Run, refused: Refused, lists: Any) -> None:
    kept, _ = _added(run, "Lama", "--starts", "2014", "--years", "5")
    for option, typed in (
        ("--signed", "2014"), ("--signed", "Mei 2014"), ("--signed", "2014-05-02"), ("--starts", "Juni 2014"),
        ("--ends", "Juni 2019"), ("--ends", "2019-06-30"),
    ):  # fmt: skip
        result = run("update", kept, option, typed)
        assert result.status == 0, result.err
    found = lists()["Lama"]
    assert [found[key] for key in ("signed", "starts", "ends")] == ["2014-05-02", "2014-06", "2019-06-30"]
    assert "--reason" in refused("update", kept, "--signed", "2014-05-03")
    assert "--reason" in refused("update", kept, "--signed", "2014")
    assert "--reason" in refused("update", kept, "--starts", "2015")
    assert run("update", kept, "--signed", "Mei 2014", "--reason", "Hari tidak tertulis").status == 0


def test_a_draft_is_what_was_never_signed(run: Run, lists: Any) -> None:
    kept, _ = _added(run, "Lama", "--starts", "2014")
    assert run("update", kept, "--clear", "signed", "--reason", "Tidak jadi").status == 0
    assert lists()["Lama"]["status"] == "draft"
    told = run("update", kept, "--starts", "2015", "--reason", "Salah ketik").err
    assert f"Peringatan: {kept} mulai berlaku 2015, tetapi masih rancangan; bila sudah ditandatangani" in told
    assert run("update", kept, "--signed", "tidak diketahui").status == 0
    assert lists()["Lama"]["signed"] == "XXXX"


def test_the_life_of_a_document_goes_on(run: Run, ok: Ok, refused: Refused, lists: Any) -> None:
    kept, _ = _added(run, "Lama", "--signed", "2014", "--ends", "2018")
    assert "ditandatangani 2014" in refused("end", kept, "--on", "2013-12-31", "--ground", "kesepakatan")
    ok("end", kept, "--on", "2016-06-30", "--ground", "kesepakatan")
    assert lists()["Lama"]["status"] == "ended"
    ok("undo", "--yes")
    after = ok("extend", kept, "--signed", "2018", "--years", "5", "--title", "Baru").strip()
    assert after == "KB-2018-001"
    assert lists()["Lama"]["successor"] == after
    assert lists()["Baru"]["ends"] == "2023"
    child = ok("derive-pks", kept, "--title", "Turunan", "--starts", "06/2015", "--ends", "2019").strip()
    assert child == "PKS-2015-001"
    ok("evaluate", child, "--period", "2016-S1", "--implementation", "penuh")
    assert "sesudah induknya" in run("update", child, "--ends", "2020", "--reason", "Salah ketik").err
    ok("void", after, "--reason", "Tidak jadi")
    assert document(ok("doctor", "--format", "json"))["items"][0]["code"] == "backup"


@pytest.mark.parametrize("title", ["A", "B", "C"])
def test_an_export_is_read_back_as_it_was(title: str, run: Run, ok: Ok) -> None:
    said = {"A": ("--signed", "2014"), "B": ("--starts", "2014-05"), "C": ("--signed", "XXXX")}
    kept, _ = _added(run, title, *said[title])
    before = json.loads(ok("show", kept, "--format", "json", *DAY))
    ok("export", "--out", "semua.json")
    result = run("import", "semua.json", "--db", "lain.db")
    if result.status:
        ok("init", "--name", "Kabupaten Contoh", "--db", "lain.db")
        ok("import", "semua.json", "--db", "lain.db")
    after = json.loads(ok("show", kept, "--format", "json", *DAY, "--db", "lain.db"))
    assert {key: after[key] for key in before if key != "version"} == {
        key: before[key] for key in before if key != "version"
    }


# -- the rest of the office -----------------------------------------------------------------------------


def test_no_command_falters_or_accuses(run: Run, ok: Ok) -> None:
    """Each command once, over a document of every sort."""
    said = (
        ("--signed", "2014"),
        ("--signed", "Mei 2022", "--ends", "2026"),
        ("--starts", "2022", "--years", "4"),
        ("--signed", "XXXX"),
        ("--starts", "2027"),
        ("--signed", "2025", "--ends", "Desember 2026"),
    )
    kept = [_added(run, f"Naskah {at}", *one)[0] for at, one in enumerate(said)]
    for one in kept[:4]:
        ok("derive-pks", one, "--title", f"Turunan {one}", "--signed", "2023", "--ends", "2026")
    seen: dict[str, Result] = {}
    for command in (*COMMANDS, *(f"{how} {one}" for how in ("show", "why") for one in kept)):
        day = () if command.split()[0] in {"log", "doctor", "desk", "remind"} else DAY
        seen[command] = run(*command.split(), *day)
    assert {command: one.err for command, one in seen.items() if one.status not in {0, 3}} == {}
    assert not [command for command, one in seen.items() if "XXXX" in one.out]
    errors = {row["rule"] for row in table(seen["check"].out) if row["severity"] == "error"}
    assert errors == {"KS501"}, "reports of years in which they were in force on whatever day"


COMMANDS = (
    "status",
    "next",
    "due",
    "gaps",
    "check",
    "check --severity info",
    "map",
    "remind",
    "sebanding --period 2026-S1",
    "recap --period 2026-S1",
    "recap --period 2026-S1 --by period",
    "clock list",
    "list",
    "search Naskah",
    "desk status --period 2024-S2",
    "log",
    "doctor",
)


def test_reports_that_are_late_on_whatever_day_it_was_signed_are_asked_for(run: Run, ok: Ok) -> None:
    """Which is the oldest of them is not known; that some are late is, and every list says so."""
    _added(run, "Lama", "--signed", "2021", "--open-ended")
    ok("setting", "set", "reports-since", "2020-S1")
    one = ok("derive-pks", "KB-2021-001", "--title", "Turunan", "--signed", "2022", "--open-ended").strip()
    due = document(ok("due", "--format", "json", "--overdue", "--agreement", one, *DAY))["items"]
    (late,) = [item for item in due if item["kind"] == "laporan-semester"]
    assert late["due_on"] == "2023-07-30", "the second semester of 2022 owes one only if signed by 1 December"
    assert "paling awal 30 Juli 2022" in late["note"]
    gaps = document(ok("gaps", "--format", "json", "--agreement", one, *DAY))["items"]
    assert "2023-S1" in next(item["command"] for item in gaps if item["kind"] == "no-report")
    assert "apa pun hari tepatnya" in ok("check", "--agreement", one, *DAY)
