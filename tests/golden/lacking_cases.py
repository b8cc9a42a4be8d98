"""The example registry with the cases of each kind of gap that it lacks, made by commands alone."""

from __future__ import annotations

import shutil
from typing import TYPE_CHECKING

from tests.conftest import succeed

if TYPE_CHECKING:
    from pathlib import Path

UNI, REGION, WATER = "Universitas Contoh", "Kota Misal", "Exemplum Water Foundation"
HEAD, BELOW = "Bupati Contoh Raya", "Kepala Dinas Kesehatan"

DUE = (
    ("2025-01-14", ""), ("2025-01-15", ""), ("2024-11-29", "2025-01-09"), ("2024-11-28", "2024-12-31"),
    ("", ""),
)  # fmt: skip


def fill(example: Path) -> None:
    """Change a copy of the example in the working folder."""
    shutil.copy(example, "kskd.db")
    _umbrellas()
    _signers()
    _ends()
    _reports()
    _actions()
    _names()


def made(*args: str) -> str:
    """The id of a document that a command makes."""
    return succeed(*args).split()[0]


def umbrella(signed: str, *more: str, scheme: str = "ksdpk", opd: str = "DINKES", partner: str = UNI) -> str:
    """An umbrella, or with ``--doc`` another document of its own."""
    dated = ("--signed", signed) if signed else ()
    names = ("--title", f"Naskah {signed} {more}", "--partner", partner, "--opd", opd, "--signer", HEAD)
    return made("add-mou", "--scheme", scheme, *names, *dated, *more)


def derived(parent: str, signed: str, *more: str) -> str:
    """A derived document, under no parent where none is named."""
    under = (parent,) if parent else ("--no-parent", "--scheme", "ksdpk", "--partner", UNI, "--opd", "DINKES")
    dated = ("--signed", signed) if signed else ()
    return made("derive-pks", *under, "--title", f"Turunan {signed} {more}", *dated, *more)


def _umbrellas() -> None:
    """What follows an umbrella: drafts alone, an MoU, what is signed under another link of its line."""
    derived("KB-2023-002", "")
    loi = umbrella("2024-03-01", "--doc", "loi", "--years", "2", scheme="ksdll", opd="DPUPR", partner=WATER)
    umbrella("2024-04-01", "--doc", "loi", "--years", "2", scheme="ksdll", opd="DPUPR", partner=WATER)
    mou = made(
        "add-mou", "--scheme", "ksdll", "--doc", "mou", "--parent", loi, "--title", "Air bersih", "--opd",
        "DPUPR", "--partner", WATER, "--signed", "2024-05-02", "--years", "3",
    )  # fmt: skip
    derived(mou, "2024-06-03", "--doc", "rkt", "--ends", "2025-01-20")  # in 2025 not for 30 days
    derived(mou, "")
    old = umbrella("2020-01-02", "--ends", "2025-03-31")
    made("extend", old, "--signed", "2025-01-02", "--starts", "2025-04-01", "--years", "5")
    worn = umbrella("2019-02-01", "--years", "5", opd="RSUD")
    derived(worn, "2019-05-01", "--years", "5")
    made("extend", worn, "--signed", "2024-02-01", "--years", "5")
    early = umbrella("2021-02-01", "--years", "5", opd="RSUD")
    made("extend", early, "--signed", "2024-12-02", "--years", "5")  # while the other still runs
    outlived = umbrella("2021-03-01", "--years", "5", opd="RSUD")
    made("extend", outlived, "--signed", "2024-01-10", "--ends", "2024-06-30")  # ends before the other
    gone = umbrella("2023-02-01", "--years", "5", opd="RSUD")
    succeed("void", derived(gone, "2023-03-01", "--years", "2"), "--reason", "salah catat")
    succeed("void", umbrella("2023-02-02", "--years", "5"), "--reason", "salah catat")


def _signers() -> None:
    """Who signed a contract, under which law and power."""
    for signed, office in (
        ("2018-07-12", BELOW), ("2018-07-13", BELOW), ("2023-01-05", HEAD), ("2023-01-06", "Pj. Bupati"),
        ("2023-01-09", "Wakil Bupati Contoh Raya"), ("2023-01-10", "Tim Kerja"),
    ):  # fmt: skip
        derived("", signed, "--years", "8", "--signer", office)
    derived("", "2023-02-06", "--years", "3", "--signer", BELOW, "--power-of-attorney", "7/SK")
    derived("", "2023-02-07", "--years", "3", "--signer", BELOW, "--power-of-attorney-date", "2023-02-01")
    derived("", "2023-02-08", "--years", "3", "--signer", BELOW, "--has-power", "ya")
    derived("", "2021", "--ends", "2025-06-30", "--signer", BELOW)
    derived("", "2018", "--ends", "2026-06-30", "--signer", BELOW)  # under which law is not known
    derived("", "2024-11", "--years", "2", "--signer", BELOW)
    derived("KB-2023-001", "2023-02-20", "--doc", "kontrak", "--years", "3", "--signer", BELOW)
    derived("NK-2023-001", "2024-01-08", "--doc", "rk", "--years", "2", "--signer", BELOW)


def _ends() -> None:
    """How they end: without a known end, on a condition, later by an adendum, early, and what was decided."""
    derived("", "2024-02-05")
    derived("", "2024-12-02", "--starts", "2025-02-01")
    derived("", "2024-02-06", "--open-ended")
    derived("", "2024-02-07", "--until", "sampai selesai")
    told_late = derived("", "2024-02-08")
    succeed("amend", told_late, "--signed", "2025-01-10", "--what", "Jangka waktu", "--ends", "2026-01-31")
    over = ("--ends", "2024-12-31", "--decision-on", "2024-12-02")
    for choice in ("diperpanjang", "diganti", "tidak-diperpanjang"):
        derived("", "2023-12-04", *over, "--decision", choice)
    derived("", "2023-12-05", "--ends", "2025-01-15", "--decision", "diperpanjang")
    derived("", "2023-12-06", "--ends", "2024-12-31", "--decision", "diganti", "--decision-on", "2025-01-14")
    early = derived("", "2023-12-07", *over, "--decision", "diperpanjang")
    succeed("end", early, "--on", "2024-12-20", "--ground", "kesepakatan")
    followed = derived("", "2023-12-08", *over, "--decision", "diperpanjang")
    made("extend", followed, "--title", "Rancangan penerus")
    said = ("--decision", "diperpanjang", "--decision-on")
    reopened = derived("", "2023-12-11", *over[:2], *said, "2024-06-03")
    succeed("amend", reopened, "--signed", "2024-11-04", "--what", "Jangka waktu", "--ends", "2025-01-05")
    settled = derived("", "2023-12-12", *over[:2], *said, "2024-12-04")
    succeed("amend", settled, "--signed", "2024-11-04", "--what", "Jangka waktu", "--ends", "2025-01-05")
    succeed(
        "amend", "--no-document", "--scheme", "ksdpk", "--opd", "DINKES", "--partner", UNI, "--signed",
        "2024-09-02", "--what", "Diperpanjang", "--ends", "2027-12-31",
    )  # fmt: skip


def evaluate(key: str, period: str, state: str | None, on: str, *more: str) -> None:
    """What was reported of a document, told on a day."""
    said = ("--implementation", state) if state else ()
    succeed("evaluate", key, "--period", period, *said, "--reported-on", on, *more)


def _reports() -> None:
    """What came in and what did not: parts of a period, a whole year, after the end, without proof."""
    parts = derived("", "2024-01-02", "--years", "3")
    evaluate(parts, "2024-Q1", "penuh", "2024-04-02", "--evidence", "foto")
    evaluate(parts, "2024-11", "sebagian", "2024-12-03")
    whole = derived("", "2024-01-03", "--years", "3")
    evaluate(whole, "2024-Q2", "belum", "2024-07-02")
    evaluate(whole, "2024", "penuh", "2025-01-10", "--evidence", "laporan")
    ended = derived("", "2023-01-03", "--ends", "2024-10-31")
    evaluate(ended, "2024-S1", None, "2024-07-01")
    evaluate(ended, "2024-10", "tidak", "2024-11-04")
    evaluate(ended, "2024-S2", "penuh", "2025-01-02", "--evidence", "laporan")
    for since, last in (("2024-05-31", ""), ("2024-06-01", ""), ("2023-05-01", "2024-01-30"),
                        ("2023-05-02", "2024-01-31"), ("2020-04-13", ""), ("2020-04-14", "")):  # fmt: skip
        derived("", since, "--ends", last or "2026-12-31")
    edge = derived("", "2023-01-03", "--ends", "2024-07-01")
    evaluate(edge, "2024-S2", "penuh", "2024-12-30", "--evidence", "foto")  # of its last day
    for key, more in (("no", ()), ("heir", ("--signed", "2025-01-06", "--years", "1")), ("draft", ())):
        late = derived("", "2023-01-04", "--ends", "2024-06-28", "--number", key)
        evaluate(late, "2024-S2", "penuh", "2024-12-30")
        evaluate(late, "2024-Q4", "penuh", "2025-01-03", "--evidence", "foto")
        if key != "no":
            made("extend", late, "--title", "Penerus", *more)
    early = derived("", "2023-01-05", "--years", "5")
    succeed("end", early, "--on", "2024-06-28", "--ground", "tujuan")
    evaluate(early, "2024-S2", "sebagian", "2024-12-30")
    for signed in ("2020-05-21", "2020-05-22"):
        umbrella(signed, "--doc", "mou", "--open-ended", scheme="ksdll", opd="DPUPR", partner=WATER)
    years = ("--doc", "mou", "--years", "5")
    abroad = umbrella("2023-05-23", *years, scheme="ksdll", opd="DPUPR", partner=WATER)
    evaluate(abroad, "2024-S2", "penuh", "2025-01-02")


def _actions() -> None:
    """What was agreed on: due yesterday, today or no day, done on the day, before and after it."""
    for key in ("PKS-2024-001", "PKS-2022-003"):  # in force, and ended
        for number, (due, done) in enumerate(DUE, 1):
            more = ("--due", due) if due else ()
            succeed("action", "add", key, "--period", "2024-S1", "--what", f"Menyusun {due}", *more)
            if done:
                succeed("action", "done", key, str(number), "--on", done)


def _names() -> None:
    """An OPD whose work another carries on."""
    succeed("opd", "rename", "DISNAKER", "--code", "NAKER", "--name", "Dinas Naker", "--on", "2025-01-02")
