"""Writing commands: ids on stdout, talk on stderr, one act in the journal, and dry runs that keep nothing."""

from __future__ import annotations

import stat
from typing import TYPE_CHECKING

import pytest

from tests.cli.command_line import Ok, Refused, Run, document, folder

if TYPE_CHECKING:
    from pathlib import Path

PKS = "PKS-2024-001"
_MOU = ["--title", "Penelitian", "--partner", "PT Maju Contoh", "--signed", "2024-06-03", "--years", "3"]

# Command as the journal names it, its command line on ``busy``, and what it writes to stdout.
WRITES: list[tuple[str, list[str], str]] = [
    ("opd add", ["opd", "add", "dishub", "--name", "Dinas Perhubungan", "--alias", "Dishub"], "DISHUB"),
    ("opd import", ["opd", "import", "opd.csv"], "DLH\nDINSOS"),
    ("opd alias", ["opd", "alias", "DINKES", "Dinas Kesehatan Contoh"], "DINKES"),
    ("opd update", ["opd", "update", "DINKES", "--valid-from", "2017-01-01"], "DINKES"),
    ("opd rename", ["opd", "rename", "DINKES", "--name", "Dinas Kesehatan Daerah"], "DINKES"),
    ("opd rename", ["opd", "rename", "DINKES", "--code", "DKPP", "--name", "Dinas Kesehatan dan Pangan",
                    "--on", "2025-01-02"], "DKPP"),
    ("opd rename", ["opd", "rename", "DINKES", "--into", "DIKBUD", "--on", "2025-01-02"], "DIKBUD"),
    ("partner add", ["partner", "add", "Kota Misal", "--kind", "pemda", "--alias", "KM"], "Kota Misal"),
    ("partner alias", ["partner", "alias", "PT Maju Contoh", "Majucon"], "PT Maju Contoh"),
    ("partner update", ["partner", "update", "PT Maju Contoh", "--name", "PT Maju Terus", "--reason", "x"],
     "PT Maju Terus"),
    ("partner merge", ["partner", "merge", "PT Maju Contoh", "Universitas Contoh", "--reason", "sama"],
     "Universitas Contoh"),
    ("add-mou", ["add-mou", "--scheme", "ksdpk", "--opd", "DINKES", *_MOU], "KB-2024-002"),
    ("add-mou", ["add-mou", "--scheme", "ksdpk", "--opd", "DINKES", "--title", "Rencana", "--partner",
                 "PT Maju Contoh", "--planned", "2026"], "KB-2025-002"),
    ("update", ["update", "KB-2025-001", "--planned", "2025", "--signed", "2025-01-10"], "KB-2025-001"),
    ("derive-pks", ["derive-pks", "KB-2024-001", *_MOU], "PKS-2024-002"),
    ("update", ["update", PKS, "--note", "Naskah asli di lemari arsip"], PKS),
    ("update", ["update", PKS, "--clear", "number", "--reason", "salah naskah"], PKS),
    ("extend", ["extend", PKS, "--signed", "2025-01-10", "--years", "2", "--number", "1/P"], "PKS-2025-001"),
    ("extend", ["extend", PKS, "--scheme", "sinergi", "--signed", "2025-01-10"], "NK-2025-001"),
    ("amend", ["amend", PKS, "--signed", "2024-09-02", "--what", "Diperpanjang", "--years", "4", "--number",
               "8/AD", "--partner-number", "9/AD", "--scope", "Gizi", "--title", "Pelatihan",
               "--adds-burden", "ya"],
     f"{PKS} 1"),
    ("end", ["end", PKS, "--on", "2024-12-31", "--ground", "tujuan tercapai", "--letter", "9/2024"], PKS),
    ("void", ["void", PKS, "--reason", "salah catat"], PKS),
    ("attach", ["attach", PKS, "opd.csv"], PKS),
    ("attach", ["attach", PKS, "opd.csv", "--embed"], PKS),
    ("target add", ["target", "add", PKS, "--indicator", "Posyandu aktif", "--value", "12,5"], f"{PKS} 2"),
    ("target update", ["target", "update", PKS, "1", "--value", "80", "--reason", "salah ketik"], f"{PKS} 1"),
    ("evaluate", ["evaluate", PKS, "--period", "2024-S2", "--recommendation", "lanjut"], f"{PKS} 2024-S2"),
    ("evaluate", ["evaluate", PKS, "--period", "2024-S1", "--implementation", "penuh"], f"{PKS} 2024-S1"),
    ("action add", ["action", "add", PKS, "--what", "Bimbingan teknis", "--period", "2024-S2"], f"{PKS} 2"),
    ("action done", ["action", "done", PKS, "1", "--on", "2025-01-14", "--proof", "Notula"], f"{PKS} 1"),
    ("setting set", ["setting", "set", "term-rule", "day-before"], "term-rule\tday-before"),
    ("instrument use", ["instrument", "use", "sendiri.toml"], "sendiri/2"),
    ("instrument use", ["instrument", "use", "inti/1"], "inti/1"),
    ("period close", ["period", "close", "2024-S2"], "2024-S2"),
    ("period reopen", ["period", "reopen", "2023", "--reason", "koreksi OPD"], "2023"),
    ("evaluate", ["evaluate", PKS, "--period", "2024-S2", "--answer", "hasil=nyata", "--voice", "opd",
                  "--filler", "DINKES=Pengisi Contoh", "--others", "Rapat", "--channel", "desk"],
     f"{PKS} 2024-S2"),
    ("setting reset", ["setting", "reset", "seat"], "seat\t"),
    ("official add", ["official", "add", "--role", "tkksd", "--office", "Asisten I",
                      "--position", "wakil-ketua", "--name", "Nama Contoh", "--opd", "DINKES",
                      "--valid-from", "2024-01-05"], "2"),
    ("official update", ["official", "update", "1", "--valid-to", "2025-01-02", "--mail", "a@b.example"],
     "1"),
    ("paper add", ["paper", "add", "rapat-pleno-tkksd", "--period", "2024", "--on", "2024-11-05"], "2"),
    ("paper update", ["paper", "update", "1", "--receipt", "12/TT", "--received", "2025-01-11"], "1"),
    ("field add", ["field", "add", "luas", "--label", "luas lahan", "--kind", "number"], "luas"),
    ("field update", ["field", "update", "asal", "--label", "asal dana", "--reason", "x"], "asal"),
    ("field retire", ["field", "retire", "asal"], "asal"),
    ("field resume", ["field", "resume", "lama"], "lama"),
    ("update", ["update", PKS, "--set", "asal=hibah"], PKS),
    ("paper void", ["paper", "void", "1", "--reason", "salah catat"], "1"),
]  # fmt: skip
EVERY_WRITE = pytest.mark.parametrize(
    ("command", "args", "out"), WRITES, ids=[" ".join(args[:5]) for _, args, _ in WRITES]
)


@pytest.fixture
def ready(busy: Path, ok: Ok) -> Path:
    """``busy`` with the files that some commands read."""
    ok("instrument", "eject", "sendiri.toml")
    ok("period", "close", "2023")
    ok("field", "add", "asal", "--label", "asal")
    ok("field", "add", "lama", "--label", "lama")
    ok("field", "retire", "lama")
    own = busy.parent / "sendiri.toml"
    own.write_text(own.read_text("utf-8").replace('code = "inti"', 'code = "sendiri"', 1), "utf-8")
    (busy.parent / "opd.csv").write_text(
        "kode;nama;alias;berlaku_sejak\nDLH;Dinas Lingkungan Hidup;LH;2017-01-03\n\nDINSOS;Dinas Sosial;;\n",
        "utf-8",
    )
    return busy


@pytest.mark.parametrize("key", ["name", "instrument"])
def test_what_a_registry_always_has_is_not_reset(key: str, desk: Path, refused: Refused) -> None:
    assert f"kskd setting set {key} NILAI" in refused("setting", "reset", key)


@EVERY_WRITE
def test_ids_go_to_stdout_and_the_act_into_the_journal(
    command: str, args: list[str], out: str, ready: Path, ok: Ok
) -> None:
    (before,) = document(ok("log", "--limit", "1", "--format", "json"))["items"]
    assert ok(*args) == f"{out}\n"
    (act,) = document(ok("log", "--limit", "1", "--format", "json"))["items"]
    assert (act["act"], act["command"], act["who"]) == (before["act"] + 1, command, "analis")
    assert act["at"] == "2025-01-15T00:00:00+00:00"
    assert act["entries"]
    assert act["reason"] == (args[args.index("--reason") + 1] if "--reason" in args else None)
    assert [one.name for one in ready.parent.glob("*.db*")] == ["kskd.db"]


@EVERY_WRITE
def test_a_dry_run_says_the_same_and_keeps_nothing(
    command: str, args: list[str], out: str, ready: Path, run: Run
) -> None:
    before = folder(ready.parent)
    result = run(*args, "--dry-run")
    assert (result.status, result.out) == (0, f"{out}\n")
    assert folder(ready.parent) == before


@EVERY_WRITE
def test_a_dry_run_says_that_it_is_one(
    command: str, args: list[str], out: str, ready: Path, run: Run
) -> None:
    """ "Tercatat." after a dry run would be untrue."""
    assert "uji coba" in run(*args, "--dry-run").err.casefold()


@EVERY_WRITE
def test_an_unknown_registry_is_refused_and_not_made(
    command: str, args: list[str], out: str, ready: Path, refused: Refused
) -> None:
    assert "tidak ditemukan" in refused(*args, "--db", "lain.db")


@pytest.mark.parametrize("args", [["list"], ["show", PKS], ["status"], ["log"], ["opd", "list"]])
def test_reading_an_unknown_registry_is_refused_and_makes_none(
    args: list[str], tmp_path: Path, refused: Refused
) -> None:
    assert "kskd init" in refused(*args)


def test_who_comes_from_the_environment(desk: Path, ok: Ok, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("KSKD_WHO", "cron bulanan")
    ok("update", PKS, "--note", "x")
    assert document(ok("log", "--limit", "1", "--format", "json"))["items"][0]["who"] == "cron bulanan"


def test_log_tells_old_and_new_values_of_one_document(desk: Path, ok: Ok) -> None:
    ok("update", PKS, "--title", "Pelatihan bidan", "--reason", "salah ketik")
    first = document(ok("log", PKS, "--format", "json"))["items"][0]
    (entry,) = first["entries"]
    assert (entry["table"], entry["key"]) == ("agreement", [PKS])
    assert (entry["old"]["title"], entry["new"]["title"]) == ("Pelatihan bidan desa", "Pelatihan bidan")
    assert [one["command"] for one in document(ok("log", PKS, "--format", "json"))["items"]] == [
        "update",
        "derive-pks",
    ]
    assert "Pelatihan bidan desa → Pelatihan bidan" in ok("log", PKS, "--format", "table")


def test_log_is_limited_as_asked(desk: Path, ok: Ok) -> None:
    assert len(document(ok("log", "--limit", "2", "--format", "json"))["items"]) == 2


def test_init_makes_a_registry_for_its_owner_only(tmp_path: Path, ok: Ok) -> None:
    assert ok("init", "--db", "baru.db", "--name", "Kota  Contoh", "--level", "kota") == "baru.db\n"
    made = tmp_path / "baru.db"
    assert stat.S_IMODE(made.stat().st_mode) == 0o600
    assert [one.name for one in tmp_path.iterdir()] == ["baru.db"]
    values = {one["key"]: one["value"] for one in
              document(ok("setting", "list", "--db", "baru.db", "--format", "json"))["items"]}  # fmt: skip
    assert (values["name"], values["level"], values["instrument"]) == ("Kota Contoh", "kota", "inti/2")


def test_init_dry_run_makes_nothing(tmp_path: Path, ok: Ok) -> None:
    assert ok("init", "--name", "Kabupaten Contoh", "--dry-run") == "kskd.db\n"
    assert list(tmp_path.iterdir()) == []


def test_init_dry_run_is_refused_where_init_would_be(desk: Path, refused: Refused) -> None:
    """A dry run checks everything that the run itself would."""
    assert "sudah ada" in refused("init", "--name", "Kabupaten Contoh", "--dry-run")


def test_init_dry_run_in_a_folder_that_is_not_there_is_refused(tmp_path: Path, refused: Refused) -> None:
    sentence = refused("init", "--name", "Kabupaten Contoh", "--db", "tidak/ada.db", "--dry-run")
    assert "folder tidak ada" in sentence


def test_upgrade_of_a_registry_of_today_changes_nothing(desk: Path, ok: Ok) -> None:
    before = desk.read_bytes()
    assert ok("init", "--upgrade") == ""
    assert desk.read_bytes() == before


def test_upgrade_dry_run_changes_nothing(tmp_path: Path, ok: Ok) -> None:
    """An older registry stays older in a dry run."""
    import sqlite3

    old = tmp_path / "kskd.db"
    con = sqlite3.connect(old)
    con.execute("PRAGMA application_id = 0x6B736B64")
    con.execute("PRAGMA user_version = 0")
    con.execute("VACUUM")
    con.close()
    before = old.read_bytes()
    ok("init", "--upgrade", "--dry-run")
    assert old.read_bytes() == before


def test_opd_import_reads_what_opd_list_writes(ready: Path, run: Run, tmp_path: Path) -> None:
    assert run("opd", "alias", "DINKES", "Dinkes, Kab. Contoh").status == 0
    listed = run("opd", "list", "--format", "csv").out
    (tmp_path / "daftar.csv").write_text(listed, "utf-8")
    again = run("opd", "import", "daftar.csv")
    assert (again.status, again.out) == (0, "")
    assert "Sudah ada: DIKBUD, DINKES" in again.err
    assert run("init", "--name", "Kabupaten Lain", "--db", "lain.db").status == 0
    assert run("opd", "import", "daftar.csv", "--db", "lain.db").status == 0
    codes = [
        line.split(",")[0]
        for line in run("opd", "list", "--format", "csv", "--db", "lain.db").out.splitlines()
    ]
    assert codes == [line.split(",")[0] for line in listed.splitlines()]


def test_opd_import_names_a_unit_that_has_ended_and_takes_the_rest(
    ready: Path, run: Run, tmp_path: Path
) -> None:
    assert run("opd", "add", "RSUD", "--name", "Rumah Sakit Contoh").status == 0
    assert run("opd", "rename", "RSUD", "--into", "DINKES", "--on", "1/7/2024").status == 0
    (tmp_path / "daftar.csv").write_text(run("opd", "list", "--format", "csv").out, "utf-8")
    assert run("init", "--name", "Kabupaten Lain", "--db", "lain.db").status == 0
    result = run("opd", "import", "daftar.csv", "--db", "lain.db")
    assert (result.status, result.out.split()) == (0, ["DIKBUD", "DINKES"])
    assert "Peringatan: baris 4: RSUD sudah berakhir (2024-06-30, DINKES)" in result.err
    assert 'kskd opd add RSUD --name "Rumah Sakit Contoh"; lalu kskd opd rename RSUD' in result.err


def test_opd_import_passes_over_what_is_there_already(ready: Path, run: Run) -> None:
    assert run("opd", "import", "opd.csv").status == 0
    again = run("opd", "import", "opd.csv")
    assert (again.status, again.out) == (0, "")
    assert "DLH" in again.err


def test_instrument_eject_makes_a_file_that_can_be_used(desk: Path, ok: Ok) -> None:
    assert ok("instrument", "eject", "inti.toml") == "inti.toml\n"
    assert ok("instrument", "use", "inti.toml") == "inti/2\n"


def test_a_setting_is_written_as_data_that_a_script_can_split(desk: Path, ok: Ok) -> None:
    """The tab between key and value is a tab, not a picture of one."""
    assert ok("setting", "set", "seat", "Contoh Baru").rstrip("\n").split("\t") == ["seat", "Contoh Baru"]


def test_the_example_office_answers_every_reading_command(example: Path, ok: Ok) -> None:
    items = document(ok("list", "--format", "json", "--as-of", "2024-12-31"))["items"]
    assert len(items) > 40
    for item in items:
        shown = document(ok("show", item["id"], "--format", "json", "--as-of", "2024-12-31"))
        assert {key: shown[key] for key in item} == item
    assert len({item["id"] for item in items}) == len(items)
