"""What rules ask for of each document and field, beside their words put to the rows a second time."""

from __future__ import annotations

import shutil
from typing import TYPE_CHECKING

import pytest

from tests.conftest import succeed
from tests.golden.listed import DAYS, on_days
from tests.golden.recounted_asked import Asked, gravest
from tests.golden.test_quality_figures import listed

if TYPE_CHECKING:
    from pathlib import Path

    from tests.conftest import Once

# What the example has no case of.
CHANGES = {
    "KB-2020-001": "--kak tidak",  # signed in the six months of adjustment
    "PKS-2020-002": "--power-copy-sent tidak --tkksd-recommended-on 2020-09-05",
    "KB-2024-003": "--in-plan tidak --initiator mitra",
    "KB-2024-002": "--initiator mitra --feasible tidak",
    "KB-2023-003": "--initiator mitra --feasible tidak --ksdpk-kind pelayanan",
    "KB-2022-002": "--ksdpk-kind aset",
    "KB-2021-002": "--initiator pemda --stamp-duty ya",
    "KB-2024-001": "--dispute musyawarah",
    "PKS-2023-001": "--ksdpk-kind investasi",
    "PKS-2023-002": "--burdens-public ya",
    "PKS-2023-003": "--burdens-public ya --ksdpk-kind pelayanan",
    "PKS-2023-004": "--burdens-public ya --ksdpk-kind pelayanan --dprd-answer tidak-menjawab",
    "PKS-2023-005": "--burdens-public tidak",
    "PKS-2022-001": "--in-apbd tidak --dprd-received-on 2021-12-31",  # signed on the 45th day
    "PKS-2021-004": "--in-apbd tidak --dprd-received-on 2021-10-21",  # signed on the 46th
    "PKS-2019-001": "--in-apbd tidak --dprd-received-on 2019-01-02",  # no law knew silence then
    "PKS-2022-004": "--ksdpk-kind aset",
    "PKS-2022-005": "--dprd-answer setuju --company-profile tidak",
    "PKS-2020-003": "--burdens-public tidak --in-apbd ya --dprd-answer setuju",  # no consent is needed
    "PKS-2024-002": "--proceeds uang --proceeds-paid tidak",
    "PKS-2021-001": "--proceeds uang-barang --partner-power tidak",
    "PKS-2022-002": "--proceeds barang",
    "PKS-2021-003": "--proceeds tidak-ada",
    "PKS-2021-002": "--power-of-attorney 180/20/SKK/2021",
    "PKS-2024-003": "--dispute tkksd-provinsi",
    "MOU-2023-001": "--cooperation-plan ya --plan-verified tidak --extension-requested-on 2024-12-01",
    "MOU-2024-001": "--needs-mapped tidak --needs-study tidak --foreign-body nonprofit --principle-permit ya"
    " --dprd-received-on 2024-02-10 --dprd-answered-on 2024-02-01",
    "NK-2020-001": "--dprd-answer setuju",
    "KB-2021-003": "--number 415.4/15/KB/SETDA.PEM/XI/2021",
}
ANNEXED = ("--needs-mapped", "ya", "--activity-outline", "ya", "--willingness-letter", "ya")
MORE = [
    ("check", "--accept", "KB-2024-001", "KS121", "--reason", "uji", "--through", "2025-01-31"),
    ("paper", "add", "daftar-ksdpk", "--period", "2024", "--on", "2024-02-01"),
    ("paper", "add", "berita-acara-ksdd-wajib", "--period", "2021", "--on", "2021-03-01"),
    ("paper", "add", "laporan-sinergi-tahunan", "--period", "2023", "--on", "2024-12-20"),
    ("add-mou", "--scheme", "ksdpk", "--title", "Gotong royong pasar", "--partner", "Rukun Pasar", "--new",
     "--opd", "DISKOPDAG", "--signed", "2023-01-10"),
    ("add-mou", "--scheme", "ksdpl", "--doc", "loi", "--title", "Penjajakan kota kembar", "--partner",
     "Kota Specimen", "--partner-kind", "pemda-luar-negeri", "--new", "--opd", "BAG-KS",
     "--signed", "2024-05-02"),
    ("add-mou", "--scheme", "ksdll", "--doc", "mou", "--title", "Pengolahan air sungai", "--partner",
     "Exemplum Water Foundation", "--opd", "DPUPR", "--signed", "2024-03-04", "--years", "3",
     "--minister-approved-on", "2024-03-11", "--plan-verified-on", "2024-03-12"),
    ("derive-pks", "--no-parent", "--scheme", "ksdd-sukarela", "--title", "Taman bermain bersama",
     "--partner", "Kota Misal", "--opd", "DINSOS", "--signed", "2018", "--ends", "2021-06-30",
     "--number", "7/TB", "--signer", "Bupati Contoh Raya", "--partner-signer", "Kepala Dinas Sosial"),
    ("derive-pks", "--no-parent", "--scheme", "ksdpk", "--title", "Penyuluhan gizi", "--partner", "Dr. Andai",
     "--partner-kind", "perseorangan", "--new", "--opd", "DINKES", "--signed", "2023-02-02", "--years", "6",
     "--signer", "Kepala Dinas Kesehatan", "--has-parent", "tidak"),
    ("derive-pks", "--no-parent", "--scheme", "sinergi", "--doc", "rk", "--title", "Sertifikat lahan",
     "--partner", "Kantor Pertanahan Kabupaten Contoh Raya", "--opd", "DPUPR", "--signed", "2023-04-04"),
    ("derive-pks", "KB-2022-001", "--title", "Antrean daring", "--opd", "DPMPTSP", "--signed", "2024-02-05"),
    ("derive-pks", "KB-2020-001", "--title", "Rujukan ibu", "--opd", "DINKES", "--signed", "2024-02-06",
     "--signer", "Kepala Dinas Kesehatan", "--power-of-attorney-date", "2024-02-01"),
    ("derive-pks", "KB-2020-001", "--title", "Rujukan bayi", "--opd", "DINKES", "--signed", "2024-02-07",
     "--signer", "Kepala Dinas Kesehatan", "--has-power", "ya"),
    ("derive-pks", "KB-2023-001", "--doc", "kontrak", "--title", "Sewa menara", "--opd", "DISKOMINFO",
     "--signed", "2024-02-08", "--dprd-received-on", "2024-01-02", "--indonesian-text", "tidak"),
    ("add-mou", "--scheme", "ksdd-sukarela", "--title", "Pasar tani bersama", "--partner", "Kota Misal",
     "--opd", "DISTAN", "--signed", "2024-02-09", "--years", "5", "--original-place", "Rak 2"),
    ("add-mou", "--scheme", "ksdpl", "--doc", "mou", "--title", "Pertukaran pelajar", "--partner",
     "Kota Specimen", "--opd", "DIKBUD", "--signed", "2024-02-12", "--dprd-answer", "tidak-menjawab",
     "--minister-approved", "tidak", "--plan-complete", "tidak"),
    ("add-mou", "--scheme", "ksdll", "--doc", "mou", "--title", "Air bersih desa", "--partner",
     "Exemplum Water Foundation", "--opd", "DPUPR", "--signed", "2024-02-13", "--ksdll-kind", "penerusan",
     *ANNEXED),
    ("add-mou", "--scheme", "ksdll", "--doc", "mou", "--title", "Sumur resapan", "--partner",
     "Exemplum Water Foundation", "--opd", "DPUPR", "--signed", "2024-02-14", "--ksdll-kind", "penerusan",
     "--needs-study", "ya", "--foreign-body", "nonprofit", "--principle-permit", "tidak",
     *ANNEXED),
    ("opd", "rename", "RSUD", "--into", "DINKES", "--on", "2025-01-01"),
]  # fmt: skip
TURNS = ("2024-12-05", "2024-12-06", "2024-12-16", "2024-12-17", "2026-09-04", "2026-09-05")


def wanted(rows: Asked) -> dict[tuple[str, str], set[str]]:
    """By document and field the rules that ask for what it lacks."""
    return {(key, field): rules for key in rows.known for field, rules in rows.requests(key).items()}


def compare(path: Path, as_of: str) -> None:
    """Each document and field, with the rules and the gravest of them; then the sums by field."""
    expected = wanted(Asked(path, as_of))
    each = {(one["agreement"], one["field"]): one for one in listed(path, as_of, "--each") if one["rules"]}
    told = {place: {*one["rules"]} for place, one in each.items()}
    differ = {place for place in told.keys() | expected.keys() if told.get(place) != expected.get(place)}
    assert {one: told.get(one) for one in differ} == {one: expected.get(one) for one in differ}
    for place, one in each.items():
        assert one["severity"] == gravest(expected[place]), place
    for one in listed(path, as_of):
        mine = [rules for (_, field), rules in expected.items() if field == one["field"]]
        rules = {rule for each_one in mine for rule in each_one}
        assert (one["asked"], {*one["rules"]}) == (len(mine), rules), one["field"]
        assert one["severity"] == (gravest(rules) if rules else None), one["field"]


@pytest.fixture
def changed(example_registry: Path, once: Once) -> Path:
    """The example with what it has no case of, made once."""

    def fill() -> None:
        path = shutil.copy(example_registry, "kskd.db")
        for key, options in CHANGES.items():
            succeed("update", key, *options.split(), "--reason", "uji", "--db", path)
        for words in MORE:
            succeed(*words, "--db", path)

    return once("diminta", fill) / "kskd.db"


@on_days
def test_rules_ask_for_what_their_words_need(example_registry: Path, as_of: str) -> None:
    compare(example_registry, as_of)


@pytest.mark.parametrize("as_of", [*DAYS, *TURNS])
def test_rules_ask_for_what_the_example_has_no_case_of(changed: Path, as_of: str) -> None:
    compare(changed, as_of)
