"""What each page says of a result, its proposal and the second voice, beside the rows."""

from __future__ import annotations

import json
import shutil
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from tests.conftest import succeed
from tests.golden.pages_read import page, pages_once, said, tables, texts, under
from tests.golden.recounted import ABROAD, before, rounded
from tests.golden.recounted_recap import Recap
from tests.golden.test_page_figures import GROUPS
from tests.golden.told import ADVICE, STATES, Told, label
from tests.golden.voiced import enriched, voiced

if TYPE_CHECKING:
    from tests.conftest import Once
    from tests.golden.pages_read import Parts

__all__ = ["enriched", "voiced"]

PERIODS = [
    ("2024-S1", "2024-06-30"), ("2024-S2", "2024-12-31"), ("2024-S2", "2025-01-15"),
    ("2024-S2", "2025-01-31"), ("2024", "2025-01-31"),
]  # fmt: skip
Made = tuple[Told, dict[str, "Parts"]]
"""The rows of a period on a day, and by name the parts of each of its pages."""


@pytest.fixture(params=PERIODS, ids="-".join)
def made(request: pytest.FixtureRequest, voiced: Path, once: Once) -> Made:
    """The pages that tell of results, made once."""
    report, as_of = request.param
    pages = pages_once(once, "hasil", voiced, (report, as_of), "rekap,opd,tkksd,berita-acara")
    return Told(voiced, report, as_of), pages


def test_every_proposal_and_every_second_voice_is_among_the_cases(voiced: Path) -> None:
    told, later = Told(voiced, "2024-S2", "2024-12-31"), Told(voiced, "2024-S2", "2025-01-31")
    results = {key: told.result(key) for key in told.recap.counted()}
    for name in ADVICE.values():
        assert any(one.endswith(f"; usulan {name}") for one in results.values()), name
    assert sum("(usulan " in one for one in results.values()) > 3
    assert sorted(one for one in results if "jawaban OPD berbeda" in results[one]) == [
        "PKS-2023-003", "PKS-2023-005", "RK-2022-001", "RK-2023-001",
    ]  # fmt: skip
    assert "jawaban OPD berbeda: hasil, pelaksanaan;" in results["RK-2022-001"]
    changes = {key: (told.proposal(key), later.proposal(key)) for key in ("PKS-2020-003", "PKS-2023-004")}
    assert changes == {"PKS-2020-003": ("perpanjang", "perluas"), "PKS-2023-004": ("lanjut", None)}


def test_the_minutes_say_every_result(made: Made) -> None:
    told, pages = made
    for name, parts in pages.items():
        if name.endswith("-berita-acara"):
            for key, _, result in tables(under(parts)["Hasil evaluasi"])[0]:
                assert result == told.result(key.strip("()"))


def test_the_team_is_told_every_result(made: Made) -> None:
    told, pages = made
    heads = under(pages["tkksd"])
    rows = [row for name in GROUPS for table in tables(heads.get(name, [])) for row in table]
    home = [key for key in told.recap.counted() if told.known[key]["scheme"] not in ABROAD]
    assert {row[0].strip("()"): row[3] for row in rows} == {key: told.result(key) for key in home}


def test_the_recap_says_every_result(made: Made) -> None:
    told, pages = made
    heads = under(pages["rekap"])
    found = {row[0].strip("()"): row[5] for row in tables(heads["Lampiran 1. Naskah turunan"])[0]}
    assert found == {key: told.result(key) for key in told.recap.counted()}
    parents = {row[0].strip("()"): row[6] for row in tables(heads["Lampiran 2. Naskah payung"])[0]}
    own = {key: cell for key, cell in parents.items() if cell.startswith("Evaluasi sendiri: ")}
    assert own == {
        key: f"Evaluasi sendiri: {told.result(key)}"
        for key in parents
        if not told.recap.below(key) and told.recap.shown(key)
    }
    lines = dict(line for line in _pairs(heads["Naskah"]))
    others = [key for key in found if told.disputed(key, (told.recap.shown(key) or {"period": ""})["period"])]
    assert lines.get("Jawaban OPD berbeda") == (f"{len(others)} naskah" if others else None)


def test_the_rules_by_which_is_proposed_are_printed_as_they_are_applied(made: Made) -> None:
    """These are the words on which ``Told.proposal`` stands."""
    _, pages = made
    (rules,) = (one for one in texts(pages["rekap"], "items") if one.startswith("Rekomendasi diusulkan"))
    assert rules == (
        "Rekomendasi diusulkan menurut aturan:"
        " R1 dihentikan bila tidak dilaksanakan, dan nilainya paling tinggi 50;"
        " R2 dilanjutkan dengan perbaikan bila nilainya paling tinggi 65;"
        " R3 diperpanjang bila nilainya di atas 65, masa berlakunya habis atau hampir habis, dan penerusnya"
        " belum tercatat, kecuali LoI dan RKT, yang disusul naskah baru;"
        " R4 dilanjutkan dengan perbaikan bila nilainya di atas 65 sampai dengan 75;"
        " R5 diperluas bila dilaksanakan penuh dan nilainya di atas 90;"
        " R6 dilanjutkan bila nilainya di atas 75."
        " Masa berlaku hampir habis bila berakhir paling lama 90 hari sesudah akhir periode yang dievaluasi."
        " Aturan pertama yang cocok yang dipakai; naskah yang sudah diakhiri atau nilainya belum lengkap"
        " tidak diberi usulan. Yang memutuskan orang."
    )


def _pairs(parts: Parts) -> list[tuple[str, str]]:
    return [
        (one["label"], said(one["body"])) for part in parts if part["part"] == "pairs" for one in part["body"]
    ]


def test_the_sheet_of_an_opd_says_what_is_recommended_or_proposed(made: Made, voiced: Path) -> None:
    told, pages = made
    past = Told(voiced, before(told.rows.report), Recap(voiced, before(told.rows.report)).as_of)
    for opd in {told.recap.lead(key) for key in told.recap.counted()}:
        mine = [key for key in told.recap.counted() if told.recap.lead(key) == opd]
        (message,) = (part for part in pages[opd] if part["part"] == "message")
        text = " ".join(said(message["body"]).split())
        wanted = [sentence for key in mine if (sentence := _sentence(told, key, len(mine) == 1))]
        *sentences, compared = [*wanted, _compared(past, mine)]
        for one in filter(None, [*sentences, compared]):
            assert one in text, (opd, one)
            text = text.replace(one, "", 1)
        assert not text.strip(), opd


def _sentence(told: Told, key: str, is_alone: bool) -> str:
    """What the sheet says of the result of a document; "" of one that nobody told anything of."""
    one, score = told.recap.shown(key), told.recap.score(key)
    if one is None or not (one["reported_on"] or score is not None):
        return ""
    result = told.result(key)
    said_ = []
    if one["reported_on"]:
        on = result.split("dilaporkan ")[1].split(";")[0]
        of = label(one["period"]).removesuffix(f" Tahun {told.rows.report[:4]}")
        other = "" if one["period"] == told.rows.report else f" ({of})"
        said_.append(f"{'Laporan' if is_alone else 'laporan'} diterima {on}{other}")
    if score is None:
        said_.append(next(each for each in result.split("; ") if "cakupan" in each))
    else:
        (_, name), _ = told.recap.scales(rounded(score))
        said_.append(f"nilai {rounded(score)} ({name})")
    advice, proposed = one["recommendation"], told.proposal(key)
    if advice:
        why = one["recommendation_reason"] or "belum tercatat"
        differs = proposed not in {None, advice}
        other = f" (aturan mengusulkan {ADVICE[proposed]}; alasan: {why})" if proposed and differs else ""
        said_.append(f"rekomendasi {ADVICE[advice]}{other}")
    elif proposed:
        said_.append(f"diusulkan {ADVICE[proposed]}")
    return ("" if is_alone else f"({key}): ") + "; ".join(said_) + "."


def _compared(past: Told, mine: list[str]) -> str:
    """What it says of the period before."""
    then = [key for key in mine if key in past.recap.counted()]
    if not then:
        return ""

    def state(key: str, is_named: bool) -> str:
        score = past.recap.score(key)
        told = STATES[past.recap.state(key)].lower() + ("" if score is None else f", nilai {rounded(score)}")
        return f"({key}) {told}" if is_named else told

    alike = {state(key, is_named=False) for key in then}
    is_one = len(then) == len(mine) and len(alike) == 1 and all(past.recap.score(key) is None for key in then)
    lines = [*alike] if is_one else [state(key, len(mine) > 1) for key in then]
    return f"{label(past.rows.report)}: {'; '.join(lines)}."


@pytest.mark.parametrize(("report", "as_of"), [PERIODS[0], PERIODS[1], PERIODS[3]])
def test_why_tells_of_the_same_proposal(voiced: Path, report: str, as_of: str) -> None:
    """Also on a day before the early end, or before a successor that is recorded by now."""
    told = Told(voiced, report, as_of)
    for key in (one for one in told.recap.counted() if told.recap.shown(one)):
        asked = ("--period", report, "--as-of", as_of, "--format", "json", "--db", voiced)
        why = json.loads(succeed("why", key, *asked))
        assert why["proposal"]["advice"] == told.proposal(key), key


def test_what_is_nearly_over_follows_the_setting(voiced: Path, tmp_path: Path) -> None:
    """One that ends 91 days after the semester is no longer proposed to be widened."""
    path = Path(shutil.copy(voiced, tmp_path / "kskd.db"))
    succeed("setting", "set", "renewal-days", "91", "--db", path)
    as_of, told = "2024-12-31", Told(path, "2024-S2", "2024-12-31")
    heads = under(page(path, tmp_path, "2024-S2/rekap", as_of, "--kind", "rekap", "--period", "2024-S2"))
    found = {row[0].strip("()"): row[5] for row in tables(heads["Lampiran 1. Naskah turunan"])[0]}
    assert found == {key: told.result(key) for key in told.recap.counted()}
    assert found["RK-2022-001"].endswith("; usulan diperpanjang")
    (rules,) = (one for one in texts(heads["Lampiran 7. Cara menghitung"], "items") if "hampir habis" in one)
    assert "paling lama 91 hari sesudah" in rules
