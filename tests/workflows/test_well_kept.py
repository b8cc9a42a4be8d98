"""A well-kept registry: every scheme in order and nothing to be found; a neglect brings just its finding."""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from kskd.domain.document.chain import Doc, Scheme
from kskd.domain.document.clauses import contents_of

if TYPE_CHECKING:
    from collections.abc import Callable

AS_OF = ("--as-of", "2024-12-31")
HEAD = ("--signer", "Bupati Contoh")
TOLD = {
    "kb": "kak in-plan stamp-duty original-held", "nk": "kak in-rkpd original-held sent-to-minister",
    "pks": "in-apbd stamp-duty original-held", "kontrak": "in-apbd stamp-duty original-held",
    "rk": "original-held",
    "loi": "kajian diplomatic-relations minister-reply sent-to-minister indonesian-text published",
    "mou": "diplomatic-relations minister-approved foreign-confirmation minister-original indonesian-text"
    " published cooperation-plan plan-complete plan-verified",
    "rkt": "indonesian-text published",
}  # fmt: skip


def _facts(doc: str, scheme: str) -> list[str]:
    """All that the rules may ask of such a document, answered as it should be."""
    told = TOLD[doc].split()
    if scheme == "ksdpk":
        told += ["legal-entity", "published"] + (["feasibility-study"] if doc != "rk" else [])
    if scheme.startswith("ksdd") and doc in {"kb", "pks"}:
        told += ["copy-held"]
    if scheme == "ksdd-wajib" and doc == "kb":
        told += ["bordering"]
    if scheme.startswith("ksdd") and doc == "pks":
        told += ["power-copy-sent"]
    words = [word for fact in told for word in (f"--{fact}", "ya")]
    if doc in {"pks", "kontrak", "nk"}:
        words += ["--burdens-public", "tidak"] + (["--in-apbd", "ya"] if doc == "nk" else [])
    if doc in {"kb", "nk", "pks", "kontrak"}:
        words += ["--tkksd-recommended-on", "2024-01-05"]
    if doc == "mou":
        words += ["--dprd-answer", "setuju", "--dprd-answered-on", "2024-01-08"]  # after the LoI
    if scheme == "ksdpk" and doc in {"kb", "pks"}:
        words += ["--initiator", "pemda"] if doc == "kb" else ["--proceeds", "tidak-ada"]
    if "original-held" in told:
        words += ["--original-place", "Lemari arsip 3"]
    for code in (code for one in contents_of(Doc(doc), Scheme(scheme)) for code in one.clauses):
        words += ["--clause", code]
    return words


def _keep(ok: Callable[..., str], scheme: str, partner: str, at: int) -> list[str]:
    """One umbrella, or an LoI and its MoU, with what is derived from it, reported on in both semesters."""
    derived = {"sinergi": "rk", "ksdpl": "rkt"}.get(scheme, "pks")
    umbrella = {"sinergi": "nk", "ksdpl": "loi"}.get(scheme, "kb")
    theirs = {"ksdpk": "Direktur Utama", "sinergi": "Menteri Contoh"}.get(scheme, "Bupati Umpama")
    common = ["--partner-signer", theirs]
    more = [
        *HEAD, "--affair", "1.02", "--scope", "Layanan", "--partner", partner, "--opd", "DINKES",
        "--scheme", scheme, *common,
    ]  # fmt: skip

    def add(doc: str, command: list[str], day: str, *words: str) -> str:
        number = f"100.3.7.1/{at}/{doc.upper()}/I/2024"
        scan = Path(f"naskah-{at}-{doc}.pdf")
        scan.write_text(number)
        return ok(
            *command, "--file", scan, "--title", f"Layanan {at} {doc}", "--number", number,
            "--partner-number", f"{at}/{doc}", "--signed", day, *_facts(doc, scheme), *words,
        ).strip()  # fmt: skip

    years = "1" if umbrella == "loi" else "5"
    ids = [add(umbrella, ["add-mou"], "2024-01-08", "--years", years, *more)]
    if umbrella == "loi":
        parent = ["add-mou", "--doc", "mou", "--parent", ids[0]]
        ids.append(add("mou", parent, "2024-01-09", "--years", "5", *more))
    power = (
        []
        if derived in {"rk", "rkt"}
        else ["--power-of-attorney", f"180/{at}", "--power-of-attorney-date", "2024-01-08"]
    )
    signer = ["--signer", "Kepala Dinas Kesehatan"] if power else list(HEAD)
    day = "2024-01-08" if derived == "rk" else "2024-01-09"
    ids.append(add(derived, ["derive-pks", ids[-1]], day, "--ends", "2025-12-31", *signer, *power, *common))
    last = ids[-1]
    ok("target", "add", last, "--indicator", "Peserta", "--value", "10")
    for period in ("2024-S1", "2024-S2"):
        ok("evaluate", last, "--period", period, "--implementation", "penuh", "--evidence", "Laporan",
           "--recommendation", "lanjut")  # fmt: skip
    return ids


@pytest.fixture(scope="module")
def _kept() -> dict[str, bytes]:
    return {}


@pytest.fixture
def kept(_kept: dict[str, bytes], tmp_path: Path, ok: Callable[..., str]) -> Path:
    """Twenty and more documents of five schemes, all in order."""
    path = tmp_path / "kskd.db"
    if "made" in _kept:
        path.write_bytes(_kept["made"])
        return path
    ok("init", "--name", "Kabupaten Contoh")
    ok("opd", "add", "DINKES", "--name", "Dinas Kesehatan")
    partners = {
        "ksdd-wajib": ("Kabupaten Umpama", "pemda"), "ksdd-sukarela": ("Kota Misal", "pemda"),
        "ksdpk": ("PT Maju Contoh", "perusahaan"), "sinergi": ("Kementerian Contoh", "kementerian"),
        "ksdpl": ("Kota Exemplum", "pemda-luar-negeri"),
    }  # fmt: skip
    for name, kind in partners.values():
        ok("partner", "add", name, "--kind", kind)
    for at, scheme in enumerate([*partners, *partners], 1):
        _keep(ok, scheme, partners[scheme][0], at)
    ok("paper", "add", "keputusan-tkksd", "--on", "2021-01-05", "--number", "188/5/2021")
    leaders = (
        ("ketua", "Sekretaris Daerah"),
        ("wakil-ketua", "Asisten I"),
        ("sekretaris", "Kabag Kerja Sama"),
    )
    members = (("anggota", "Inspektur"), ("anggota", "Kepala Bappeda"), ("anggota", "Kepala Bagian Hukum"))
    for position, office in (*leaders, *members):
        ok("official", "add", "--role", "tkksd", "--position", position, "--office", office)
    _kept["made"] = path.read_bytes()
    return path


def _found(ok: Callable[..., str], *args: str) -> list[dict[str, Any]]:
    items: list[dict[str, Any]] = json.loads(ok("check", "--format", "json", *AS_OF, *args))["items"]
    return items


@pytest.mark.parametrize("how", ["table", "tsv", "csv", "md"])
def test_a_well_kept_registry_of_twenty_is_silent(kept: Path, run: Callable[..., Any], how: str) -> None:
    assert len(json.loads(run("list", "--format", "json").out)["items"]) >= 20
    result = run("check", *AS_OF, "--format", how, "--fail-on", "warning")
    assert (result.status, result.out, result.err) == (0, "", "")


def test_nor_is_there_anything_that_cannot_be_judged(kept: Path, ok: Callable[..., str]) -> None:
    """Every fact that a rule asks for has its option, and was told; JSON is a document without items."""
    assert _found(ok, "--severity", "info", "--severity", "warning", "--severity", "error") == []


def test_one_neglect_brings_one_finding(kept: Path, ok: Callable[..., str], run: Callable[..., Any]) -> None:
    ok("update", "PKS-2024-001", "--stamp-duty", "tidak", "--reason", "uji")
    (found,) = _found(ok)
    assert found == {
        "rule": "KS209", "severity": "warning", "agreement": "PKS-2024-001", "opd": "DINKES",
        "message": "Naskah asli tercatat tidak bermeterai cukup.", "article": "UU 10/2020 Pasal 3 ayat (2)",
        "remedy": "lunasi bea meterainya, lalu kskd update PKS-2024-001 --stamp-duty ya --reason …",
    }  # fmt: skip
    assert run("check", *AS_OF, "--fail-on", "error").status == 0
    assert run("check", *AS_OF, "--fail-on", "warning").status == 3


def test_half_a_year_later_only_the_reports_are_missing(kept: Path, ok: Callable[..., str]) -> None:
    found = json.loads(ok("check", "--format", "json", "--as-of", "2025-08-15"))["items"]
    assert {one["rule"] for one in found} == {"KS501", "KS502"}
