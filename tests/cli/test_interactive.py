"""Questions at a terminal: what is missing is asked, an interruption changes nothing."""

from __future__ import annotations

import os
import re
import select
import signal
import subprocess
import time
from contextlib import suppress
from typing import TYPE_CHECKING

import pytest

from tests.cli.command_line import Ok, document, folder, kskd

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

pytestmark = pytest.mark.slow

pty = pytest.importorskip("pty")
PATIENCE = 10.0


class Terminal:
    """A command at a terminal of its own: wait for words on the screen, type a line, see how it ends."""

    def __init__(self, *args: str) -> None:
        self._master, slave = pty.openpty()
        try:
            self._process = subprocess.Popen(
                [*kskd(), *args], stdin=slave, stdout=slave, stderr=slave, start_new_session=True
            )
        finally:
            os.close(slave)
        self.screen = ""
        self._seen = 0

    def wait_for(self, words: str) -> None:
        """Read until the words come after what was waited for last."""
        end = time.monotonic() + PATIENCE
        while words not in self.screen[self._seen :]:
            assert self._read(end - time.monotonic()), f"no {words!r} in {self.screen[-1500:]!r}"
        self._seen = self.screen.index(words, self._seen) + len(words)

    def answer(self, words: str, line: str) -> None:
        """Wait for a question and type the answer."""
        self.wait_for(words)
        os.write(self._master, f"{line}\n".encode())

    def press(self, keys: bytes) -> None:
        """Type keys."""
        os.write(self._master, keys)

    def send(self, number: int) -> None:
        """Send a signal; SIGINT is what Ctrl-C does."""
        self._process.send_signal(number)

    def ends(self, patience: float = PATIENCE) -> int:
        """The exit status, with all of the screen read."""
        end = time.monotonic() + patience
        while self._read(end - time.monotonic()):
            pass
        return self._process.wait(timeout=max(0.1, end - time.monotonic()))

    def close(self) -> None:
        """End what still runs."""
        if self._process.poll() is None:
            self._process.kill()
            self._process.wait()
        os.close(self._master)

    def _read(self, seconds: float) -> bool:
        if seconds <= 0 or not select.select([self._master], [], [], seconds)[0]:
            return False
        try:
            found = os.read(self._master, 65536)
        except OSError:  # Linux says so when the last writer is gone
            return False
        self.screen += found.decode("utf-8", "replace").replace("\r\n", "\n")
        return bool(found)


@pytest.fixture
def terminal() -> Iterator[Callable[..., Terminal]]:
    """Start a command at a terminal; what still runs at the end is ended."""
    started: list[Terminal] = []

    def start(*args: str) -> Terminal:
        started.append(Terminal(*args))
        return started[-1]

    yield start
    for one in started:
        one.close()


def test_add_mou_asks_for_everything_and_settles_an_unknown_partner(
    desk: Path, ok: Ok, terminal: Callable[..., Terminal]
) -> None:
    screen = terminal("add-mou")
    screen.answer("Bentuk kerja sama", "9")
    screen.wait_for("Pilih nomor 1 sampai 6")
    screen.answer("Bentuk kerja sama", "3")
    screen.answer("Judul", "Penelitian gizi anak")
    screen.answer("Mitra", "Universitas Conto")
    screen.wait_for("sudah tercatat")
    screen.answer("Pilih nomor", "1")
    screen.answer("Mitra lain", "")
    screen.answer("OPD pemrakarsa", "DINKS")
    screen.wait_for("tidak dikenal")
    screen.answer("OPD pemrakarsa", "dinkes")
    screen.answer("Nomor dari Pemda", "")
    screen.answer("Nomor dari Universitas Contoh", "")
    screen.answer("Tanggal penandatanganan", "31/2/2024")
    screen.wait_for("tidak ada dalam kalender")
    screen.answer("Tanggal penandatanganan", "3 Juni 2024")
    screen.answer("Jangka waktu", "2 tahun")
    screen.answer("Penanda tangan", "Bupati Contoh")
    screen.answer("Nilai kerja sama", "1,2 miliar")
    screen.answer("Isi juga keterangan hukum", "")
    assert screen.ends() == 0, screen.screen
    made = document(ok("show", "KB-2024-002", "--format", "json"))
    assert made["value"] == 1_200_000_000
    assert (made["title"], made["partners"], made["lead_opd"], made["ends_on"]) == (
        "Penelitian gizi anak", ["Universitas Contoh"], "DINKES", "2026-06-03",
    )  # fmt: skip
    assert re.findall(r"\b(Error|invalid|Aborted)\b", screen.screen) == []


def test_of_a_document_that_has_begun_the_signing_is_asked_for(
    desk: Path, ok: Ok, terminal: Callable[..., Terminal]
) -> None:
    said = ("--scheme", "ksdpk", "--title", "Lama", "--partner", "Universitas Contoh", "--opd", "DINKES")
    numbers = ("--number", "1/KB/2014", "--partner-number", "2/UC/2014")
    screen = terminal("add-mou", *said, *numbers, "--starts", "2014", "--ends", "2018")
    screen.answer("Tanggal penandatanganan, atau tidak-diketahui", "2014/2015")
    screen.wait_for("2014 atau 2015")
    screen.answer("Tanggal penandatanganan, atau tidak-diketahui", "tidak diketahui")
    screen.answer("Penanda tangan", "Bupati Contoh")
    screen.answer("Nilai kerja sama", "")
    screen.answer("Isi juga keterangan hukum", "")
    assert screen.ends() == 0, screen.screen
    made = document(ok("show", "KB-2014-001", "--format", "json"))
    assert (made["signed"], made["starts"], made["ends"]) == ("XXXX", "2014", "2018")


def test_an_unknown_partner_may_be_said_to_be_new(
    desk: Path, ok: Ok, terminal: Callable[..., Terminal]
) -> None:
    screen = terminal(
        "add-mou", "--scheme", "ksdpk", "--title", "Penelitian", "--partner", "Universitas Conto", "--opd",
        "DINKES", "--number", "1/2024", "--signed", "2024-06-03", "--years", "2",
    )  # fmt: skip
    screen.answer("Pilih nomor", "2")
    screen.answer("Jenis mitra", "perguruan-tinggi")
    screen.answer("Nomor dari Universitas Conto", "")
    screen.answer("Penanda tangan", "")
    screen.answer("Nilai kerja sama", "")
    screen.answer("Isi juga keterangan hukum", "t")
    assert screen.ends() == 0, screen.screen
    assert document(ok("show", "KB-2024-002", "--format", "json"))["partners"] == ["Universitas Conto"]


SIGNED = ("--signed", "2024-06-03", "--years", "2", "--signer", "Bupati Contoh")


def test_a_list_of_bodies_given_as_one_partner_is_told_at_the_choice(
    desk: Path, ok: Ok, terminal: Callable[..., Terminal]
) -> None:
    screen = terminal(
        "add-mou",
        "--scheme",
        "ksdpk",
        "--title",
        "Penelitian",
        "--opd",
        "DINKES",
        "--number",
        "1/2024",
        *SIGNED,
    )
    screen.answer("Mitra", "PT Alfa, CV Beta dan CV Gama")
    screen.wait_for("beberapa mitra (PT Alfa; CV Beta; CV Gama)")
    screen.answer("Pilih nomor", "2")
    screen.answer("Mitra", "Universitas Contoh")
    screen.answer("Mitra lain", "")
    screen.answer("Nomor dari Universitas Contoh", "")
    screen.answer("Nilai kerja sama", "")
    screen.answer("Isi juga keterangan hukum", "t")
    assert screen.ends() == 0, screen.screen
    assert document(ok("show", "KB-2024-002", "--format", "json"))["partners"] == ["Universitas Contoh"]


def test_each_of_two_new_partners_is_asked_for_a_kind_of_its_own(
    desk: Path, ok: Ok, terminal: Callable[..., Terminal]
) -> None:
    screen = terminal(
        "add-mou", "--scheme", "ksdpk", "--title", "Penelitian", "--partner", "PT Alfa", "--partner",
        "Yayasan Beta", "--new", "--partner-kind", "perusahaan", "--opd", "DINKES", "--number", "1/2024",
        "--partner-number", "-", "--partner-number", "-", "--signed", "2024-06-03", "--years", "2",
        "--signer", "Bupati Contoh",
    )  # fmt: skip
    screen.answer("Jenis mitra PT Alfa [perusahaan]", "")
    screen.answer("Jenis mitra Yayasan Beta [perusahaan]", "ormas")
    screen.answer("Nilai kerja sama", "")
    screen.answer("Isi juga keterangan hukum", "t")
    assert screen.ends() == 0, screen.screen
    kinds = {one["name"]: one["kind"] for one in document(ok("partner", "list", "--format", "json"))["items"]}
    assert (kinds["PT Alfa"], kinds["Yayasan Beta"]) == ("perusahaan", "ormas")


def test_a_partner_like_a_known_one_is_asked_about(
    desk: Path, ok: Ok, terminal: Callable[..., Terminal]
) -> None:
    screen = terminal("partner", "add", "Universitas Conto", "--kind", "perguruan-tinggi")
    screen.wait_for("belum tercatat")
    screen.answer("Pilih nomor", "1")
    assert screen.ends() == 0, screen.screen
    told = " ".join(screen.screen.split())
    assert 'kskd partner alias "Universitas Contoh" "Universitas Conto"' in told
    names = [one["name"] for one in document(ok("partner", "list", "--format", "json"))["items"]]
    assert "Universitas Conto" not in names
    screen = terminal("partner", "add", "Universitas Conto")
    screen.answer("Pilih nomor", "2")
    assert screen.ends() == 0, screen.screen
    names = [one["name"] for one in document(ok("partner", "list", "--format", "json"))["items"]]
    assert "Universitas Conto" in names


def test_an_opd_like_a_known_one_is_asked_about(
    desk: Path, ok: Ok, terminal: Callable[..., Terminal]
) -> None:
    args = ("opd", "add", "DINKES2", "--name", "Dinas Kesehatann")
    for answer, status, known in (("t", 1, False), ("y", 0, True)):
        screen = terminal(*args)
        screen.wait_for("mirip dengan DINKES")
        screen.answer("Catat sebagai OPD lain?", answer)
        assert screen.ends() == status, screen.screen
        codes = [one["code"] for one in document(ok("opd", "list", "--format", "json"))["items"]]
        assert ("DINKES2" in codes) is known


def test_an_opd_that_is_not_known_is_asked_for_again(
    desk: Path, ok: Ok, terminal: Callable[..., Terminal]
) -> None:
    """With those that it resembles, where it was said as an option too."""
    screen = terminal("update", "PKS-2024-001", "--opd", "DINKESS", "--reason", "salah catat")
    screen.wait_for("Maksud Anda DINKES")
    screen.answer("OPD pemrakarsa", "DIKBUD")
    assert screen.ends() == 0, screen.screen
    assert document(ok("show", "PKS-2024-001", "--format", "json"))["lead_opd"] == "DIKBUD"


def test_what_the_law_asks_of_this_very_document_is_asked_if_wanted(
    desk: Path, ok: Ok, terminal: Callable[..., Terminal]
) -> None:
    """One answer leads to the next, Enter passes over, and only what a rule lacks is asked."""
    screen = terminal(
        "derive-pks", "KB-2024-001", "--title", "Posyandu", "--number", "3/2024", "--partner-number", "-",
        "--signed", "2024-06-03", "--years", "2", "--signer", "Bupati Contoh", "--stamp-duty", "ya",
    )  # fmt: skip
    screen.answer("Nilai kerja sama", "")
    screen.answer("Nomor surat kuasa", "")
    screen.answer("Isi juga keterangan hukum", "y")
    screen.answer("Tanggal rekomendasi TKKSD (boleh kosong)", "")
    screen.answer("Kerja samanya membebani masyarakat dan daerah (ya/tidak)", "mungkin")
    screen.wait_for("yang ada: ya atau tidak")
    screen.answer("Kerja samanya membebani masyarakat dan daerah (ya/tidak)", "ya")
    screen.answer("Jenis KSDPK (pelayanan, aset, investasi, lainnya)", "pelayanan")
    screen.answer("Sikap DPRD (setuju, menolak, tidak-menjawab, belum-diminta)", "setuju")
    screen.answer("Tanggal sikap DPRD", "")
    screen.answer("Naskah asli dipegang TKKSD", "")
    screen.answer("Naskah tersedia bagi publik", "tidak")
    assert screen.ends() == 0, screen.screen
    assert "eterai" not in screen.screen
    assert document(ok("show", "PKS-2024-002", "--format", "json"))["facts"] == {
        "burdens_public": "yes", "dprd_answer": "setuju", "ksdpk_kind": "pelayanan", "published": "no",
        "stamp_duty": "yes",
    }  # fmt: skip


ASKED_ONCE = {
    "typed with two spaces": [
        "add-mou", "--scheme", "ksdpk", "--title", "Penelitian", "--partner", "Universitas  Conto", "--opd",
        "DINKES", "--number", "1/2024", "--signed", "2024-06-03", "--years", "2",
    ],
}  # fmt: skip


@pytest.mark.parametrize("args", ASKED_ONCE.values(), ids=ASKED_ONCE.keys())
def test_a_partner_is_asked_about_once(
    args: list[str], desk: Path, terminal: Callable[..., Terminal]
) -> None:
    """The answer settles the question, however the name was typed and whatever it was typed for."""
    screen = terminal(*args)
    screen.answer("Pilih nomor", "1")
    screen.answer("Nomor dari Universitas Contoh", "")
    screen.answer("Penanda tangan", "")
    screen.answer("Nilai kerja sama", "")
    screen.answer("Isi juga keterangan hukum", "")
    with suppress(subprocess.TimeoutExpired):
        screen.ends(patience=1.5)
    assert screen.screen.count("Pilih nomor") == 1
    assert screen.ends() in {0, 1}


@pytest.mark.parametrize(("ends", "proposed"), [("2024-06-20", "2024-S1"), ("2027-01-01", "2024-S2")])
def test_evaluate_proposes_the_last_period_in_which_the_document_was_in_force(
    ends: str, proposed: str, desk: Path, ok: Ok, terminal: Callable[..., Terminal]
) -> None:
    ok("update", "PKS-2024-001", "--ends", ends, "--reason", "uji")
    screen = terminal("evaluate", "PKS-2024-001")
    screen.wait_for(f"Periode [{proposed}]")
    assert screen.screen.count("Periode [") == 1


def test_evaluate_asks_what_is_still_missing(busy: Path, ok: Ok, terminal: Callable[..., Terminal]) -> None:
    screen = terminal("evaluate", "PKS-2024-001", "--period", "2024-S2", "--answer", "tepat-waktu=tepat")
    for item, answer in (
        ("peran-mitra", "1"), ("koordinasi", "baik"), ("keluaran", "2"), ("hasil", "lewati"),
        ("kelengkapan-dokumen", ""), ("pelaporan", "tidak-dapat-dinilai"), ("bukti", "1"), ("relevansi", "1"),
    ):  # fmt: skip
        screen.answer(f"{item} [lewati]", answer)
    screen.answer("Upaya dalam periode ini", "Surat kedua")
    screen.answer("Sudah selesai", "t")
    screen.answer("Kendala baru", "")
    screen.answer("Rekomendasi", "lanjut")
    assert screen.ends() == 0, screen.screen
    assert "Kendala 1 masih terbuka: Dana belum cair" in screen.screen
    (evaluation,) = document(ok("show", "PKS-2024-001", "--format", "json"))["evaluations"]
    assert evaluation["missing"] == ["hasil", "kelengkapan-dokumen"]
    assert (evaluation["not_assessable"], evaluation["recommendation"]) == (["pelaporan"], "lanjut")


ENDINGS = {
    "Ctrl-C": (130, "Dibatalkan; registri tidak diubah."),
    "Ctrl-D": (130, "Dibatalkan; registri tidak diubah."),
    "SIGTERM": (143, "Dihentikan dari luar; registri tidak diubah."),
    "SIGHUP": (129, "Dihentikan dari luar; registri tidak diubah."),
}


@pytest.mark.parametrize("how", ENDINGS)
@pytest.mark.parametrize(
    "args", [["add-mou"], ["derive-pks"], ["evaluate", "PKS-2024-001", "--period", "2024-S1"], ["restore"]]
)
def test_an_interruption_is_told_and_changes_nothing(
    how: str, args: list[str], desk: Path, ok: Ok, terminal: Callable[..., Terminal]
) -> None:
    """And leaves no file, such as the copy from which a restore was to be made."""
    if args == ["restore"]:
        args = ["restore", ok("backup").strip()]
    before = folder(desk.parent)
    screen = terminal(*args)
    screen.wait_for(": ")
    time.sleep(0.05)
    if how == "Ctrl-D":
        screen.press(b"\x04")
    else:
        screen.send(signal.SIGINT if how == "Ctrl-C" else signal.Signals[how])
    status, told = ENDINGS[how]
    assert screen.ends() == status
    assert told in screen.screen
    assert re.findall(r"Traceback|Abort", screen.screen) == []
    assert folder(desk.parent) == before


def test_no_input_asks_nothing_at_a_terminal(desk: Path, terminal: Callable[..., Terminal]) -> None:
    before = folder(desk.parent)
    screen = terminal("add-mou", "--no-input", "--scheme", "ksdpk")
    assert screen.ends() == 2
    assert screen.screen == "kskd: Belum disebut: --title, --partner, --opd.\n"
    assert folder(desk.parent) == before


def test_at_a_terminal_a_reading_command_draws_a_table(desk: Path, terminal: Callable[..., Terminal]) -> None:
    screen = terminal("list")
    assert screen.ends() == 0
    assert "Judul" in screen.screen
    assert "\t" not in screen.screen
    rest = re.sub(r"\x1b\[[0-9;]*m", "", screen.screen)
    assert [char for char in rest if not char.isprintable() and char != "\n"] == []


def test_a_restore_asks_and_takes_no_for_no(desk: Path, ok: Ok, terminal: Callable[..., Terminal]) -> None:
    backup = ok("backup").strip()
    ok("opd", "add", "DISHUB", "--name", "Dinas Perhubungan")
    before = desk.read_bytes()
    refusing = terminal("restore", backup)
    refusing.wait_for("opd add")
    refusing.answer("Pulihkan?", "t")
    assert refusing.ends() == 1
    assert desk.read_bytes() == before
    agreeing = terminal("restore", backup)
    agreeing.answer("Pulihkan?", "y")
    assert agreeing.ends() == 0
    assert "DISHUB" not in ok("opd", "list")


def test_the_deadline_of_a_desk_sheet_is_asked_for_where_the_usual_one_is_over(
    desk: Path, terminal: Callable[..., Terminal], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1739577600")  # 15 February 2025, 00:00 UTC
    export = ("desk", "export", "--period", "2024-S2", "--format", "html")
    screen = terminal(*export)
    screen.wait_for("30 Januari 2025, sudah lewat")
    screen.answer("Dikembalikan paling lambat [17 Maret 2025]", "1/2/2025")
    screen.wait_for("sudah lewat")
    screen.answer("Dikembalikan paling lambat", "3/3/2025")
    screen.wait_for("dikembalikan paling lambat 3 Maret 2025")
    assert screen.ends() == 0, screen.screen
    screen = terminal(*export, "--no-input")
    screen.wait_for("dipakai 17 Maret 2025")
    assert screen.ends() == 0, screen.screen
