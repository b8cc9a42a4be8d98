"""``export`` and ``import``: streams, files, refusals, and nothing lost on the way."""

from __future__ import annotations

import json
import os
import resource
import signal
import stat
import subprocess
import threading
import time
from typing import TYPE_CHECKING

import pytest

from kskd.registry.copies import transfer
from kskd.workflows.office import exchange
from tests.cli.command_line import document, folder, kskd

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path
    from typing import Any

    from .command_line import Ok, Refused, Run


def test_the_whole_comes_back_to_the_same_bytes(example: Path, ok: Ok, run: Run) -> None:
    """By stdout and by a file, and from one registry to the next."""
    ok("export", "--out", "satu.json")
    written = ok("export", "--part", "all", "--format", "json")
    assert example.with_name("satu.json").read_text("utf-8") == written
    result = run("import", "satu.json", "--db", "lain.db")
    assert (result.status, result.out) == (0, "lain.db\n")
    assert "belum ada, jadi dibuat" in result.err
    assert ok("export", "--db", "lain.db") == written
    assert ok("list", "--db", "lain.db", "--format", "json") == ok("list", "--format", "json")


def test_the_day_of_the_export_is_not_in_it(busy: Path, ok: Ok, monkeypatch: pytest.MonkeyPatch) -> None:
    before = ok("export")
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1936899200")
    assert ok("export") == before
    head = {name: value for name, value in document(before).items() if name != "tables"}
    assert head == {"schema": "kskd/registry/1", "registry_schema": 9, "public": False}


def test_an_export_is_its_owners_only_and_replaces_an_older_one_whole(busy: Path, ok: Ok) -> None:
    old = os.umask(0)
    try:
        assert ok("export", "--out", "satu.json") == "satu.json\n"
    finally:
        os.umask(old)
    path = busy.with_name("satu.json")
    assert stat.S_IMODE(path.stat().st_mode) == 0o600
    path.write_text('{"schema": "kskd/registry/1"', "utf-8")
    ok("export", "--out", "satu.json")
    assert path.read_text("utf-8") == ok("export")


@pytest.mark.parametrize(
    ("name", "named"),
    [
        ("kskd.db", "sudah ada"),
        ("catatan.txt", "sudah ada"),
        (".", "sudah ada"),
        ("tiada/x", "folder tidak ada"),
    ],
)
def test_an_export_replaces_nothing_else(name: str, named: str, busy: Path, refused: Refused) -> None:
    """Least of all the registry."""
    busy.with_name("catatan.txt").write_text("penting", "utf-8")
    assert named in refused("export", "--out", name)


@pytest.mark.parametrize(
    ("option", "said"),
    [
        (["--part", "list"], "--part: yang ada baru all"),
        (["--format", "csv"], "--format: yang ada untuk kskd export baru json"),
        (["--out", ""], "Nilai untuk --out kosong"),
    ],
)
def test_what_is_not_exported_is_said(option: list[str], said: str, busy: Path, refused: Refused) -> None:
    assert said in refused("export", *option, status=2)


def test_a_full_disk_leaves_no_export_behind(busy: Path) -> None:
    def limited() -> None:
        signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
        resource.setrlimit(resource.RLIMIT_FSIZE, (4096, resource.RLIM_INFINITY))

    before = folder(busy.parent)
    done = subprocess.run(
        [*kskd(), "export", "--out", "satu.json"], capture_output=True, text=True, check=False,
        preexec_fn=limited,
    )  # fmt: skip
    assert (done.returncode, done.stdout) == (1, "")
    assert "tidak dapat ditulis (berkasnya terlalu besar)" in done.stderr
    assert folder(busy.parent) == before


def test_a_slow_reader_keeps_no_writer_waiting(example: Path, ok: Ok) -> None:
    """The registry is let go before the first byte is taken."""
    with subprocess.Popen([*kskd(), "export"], stdout=subprocess.PIPE) as slow:
        assert slow.stdout is not None
        assert slow.stdout.read(1) == b"{"  # far more is to come than a pipe holds
        began = time.monotonic()
        ok("setting", "set", "seat", "Contoh Baru")
        assert time.monotonic() - began < 5
        assert slow.poll() is None
        slow.stdout.read()
    assert slow.returncode == 0


def test_a_reader_that_has_seen_enough_ends_it_quietly(example: Path) -> None:
    with subprocess.Popen([*kskd(), "export"], stdout=subprocess.PIPE, stderr=subprocess.PIPE) as cut:
        assert cut.stdout is not None
        assert cut.stderr is not None
        assert cut.stdout.read(10) == b'{"schema":'
        cut.stdout.close()
        assert cut.stderr.read() == b""
    assert cut.returncode == 141


def test_no_more_than_a_row_is_read_ahead(example: Path, ok: Ok, monkeypatch: pytest.MonkeyPatch) -> None:
    """Rows wait in the registry until the one before is written."""
    held = most = 0
    rows = transfer._rows

    def counted(*args: Any, **more: Any) -> Iterator[Any]:
        nonlocal held, most
        for row in rows(*args, **more):
            held += 1
            most = max(most, held)
            yield row
            held -= 1

    monkeypatch.setattr(transfer, "_rows", counted)
    monkeypatch.setattr(exchange, "_IN_MEMORY", 100)
    assert ok("export").count("\n") > 500
    assert most == 1


# -- in -------------------------------------------------------------------------------------------------


@pytest.fixture
def exported(busy: Path, ok: Ok) -> Path:
    """The busy registry's export, and no registry any more."""
    ok("export", "--out", "ekspor.json")
    busy.unlink()
    return busy.with_name("ekspor.json")


def test_an_import_makes_no_act_of_its_own(exported: Path, ok: Ok) -> None:
    ok("init", "--name", "Kota Lain")
    ok("import", "ekspor.json")
    assert ok("export") == exported.read_text("utf-8")
    commands = [row.split("\t")[3] for row in ok("log", "--limit", "99", "--format", "tsv").splitlines()]
    assert "import" not in commands
    ok("log", "--verify")


def test_a_trial_makes_nothing(exported: Path, run: Run, refused: Refused) -> None:
    before = folder(exported.parent)
    result = run("import", "ekspor.json", "--dry-run")
    assert (result.status, "tidak ada yang disimpan" in result.err) == (0, True)
    assert folder(exported.parent) == before
    document = json.loads(exported.read_text("utf-8"))
    document["tables"]["agreement"][0]["title"] = "Lain"
    exported.write_text(json.dumps(document), "utf-8")
    assert "title" in refused("import", "ekspor.json", "--dry-run")


def test_a_second_import_is_refused(exported: Path, ok: Ok, refused: Refused) -> None:
    ok("import", "ekspor.json")
    assert "--db" in refused("import", "ekspor.json")


@pytest.mark.parametrize(
    ("change", "named"),
    [
        (('"registry_schema": 9', '"registry_schema": 10'), "Mutakhirkan kskd"),
        (('"registry_schema": 9', '"registry_schema": 1'), "tabel"),
        (('"who": "analis"', '"who": "orang lain"'), "riwayat rusak pada catatan 1"),
        (("Pelatihan bidan desa", "Pelatihan bidan kota"), "Pakai berkas yang utuh"),
        (('"value": 75.0', '"value": 75.00000000000001'), 'kolom "value" tidak sama dengan riwayat'),
        (('"value": 75.0', '"value": 1e400'), "kolom"),
        (('"seat": 0', '"seat": "nol"'), 'kolom "seat" bukan bilangan bulat'),
        (("\n}}\n", "\n"), "terpotong"),
    ],
)
def test_an_edited_export_is_refused_and_nothing_is_made(
    change: tuple[str, str], named: str, exported: Path, ok: Ok, refused: Refused
) -> None:
    """Where no registry is, and where an empty one waits."""
    old, new = change
    text = exported.read_text("utf-8")
    assert old in text
    exported.write_text(text.replace(old, new, 1), "utf-8")
    assert named in refused("import", "ekspor.json")
    ok("init", "--name", "Kota Lain")
    assert named in refused("import", "ekspor.json")


def test_an_export_for_the_public_cannot_come_in(busy: Path, ok: Ok, refused: Refused) -> None:
    ok("export", "--public", "--out", "umum.json")
    assert document(busy.with_name("umum.json").read_text("utf-8"))["public"] is True
    assert "tanpa --public" in refused("import", "umum.json", "--db", "lain.db")


@pytest.mark.parametrize("name", ["tiada.json", ".", "kskd.db"])
def test_what_is_no_readable_text_is_refused(name: str, busy: Path, refused: Refused) -> None:
    assert name in refused("import", name, "--db", "lain.db")


def test_an_import_where_no_registry_can_be_is_refused(exported: Path, refused: Refused) -> None:
    exported.with_name("catatan.txt").write_text("penting", "utf-8")
    assert "bukan berkas SQLite" in refused("import", "ekspor.json", "--db", "catatan.txt")
    assert "folder tidak ada" in refused("import", "ekspor.json", "--db", "tiada/lain.db")


@pytest.mark.parametrize("indent", [None, 1], ids=["as written", "laid out anew"])
def test_an_export_comes_in_through_a_pipe(indent: int | None, exported: Path, ok: Ok) -> None:
    """As ``kskd export | kskd import /dev/stdin`` would bring it."""
    text = exported.read_text("utf-8")
    text = text if indent is None else json.dumps(json.loads(text), indent=indent)
    pipe = exported.with_name("pipa")
    os.mkfifo(pipe)
    writer = threading.Thread(target=pipe.write_text, args=(text, "utf-8"))
    writer.start()
    ok("import", pipe, "--db", "lain.db")
    writer.join()
    ok("export", "--db", "lain.db", "--out", "lagi.json")
    assert exported.with_name("lagi.json").read_bytes() == exported.read_bytes()
