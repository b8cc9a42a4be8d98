"""A register as offices keep it, row by row by commands: every fact is kept, and the counts are right.

The register is invented; its shape is that of real ones: no day of signing, years or months for days, money
in four notations, names on the paper, several numbers and leads in a cell, adendums as rows of their own.
"""

from __future__ import annotations

import json
from collections import Counter, defaultdict
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

import pytest

from tests.conftest import succeed

if TYPE_CHECKING:
    from tests.cli.command_line import Ok
    from tests.conftest import Once

DAY = ("--as-of", "2026-11-28")
TODAY = "1795824000"  # 28 November 2026, 00:00 UTC
PARTNERS = {
    "UC": ("Universitas Contoh", "perguruan-tinggi"),
    "RSC": ("RS Contoh Sehat", "perusahaan"),
    "PTC": ("PT Maju Contoh", "perusahaan"),
    "YC": ("Yayasan Contoh", "ormas"),
    "KF": ("Kabupaten Fiktif", "pemda"),
    "CCU": ("Contoh City University", "lembaga-luar-negeri"),
}
OPDS = {"DINKES": "Dinas Kesehatan", "DISDIK": "Dinas Pendidikan", "DISTAN": "Dinas Pertanian"}

# no | kind, with the row that it is under or changes | name on the paper | title | partners | own numbers
# | partner's number | OPD, the one that counts first | start | end | value | location (own field)
REGISTER = """
1|kb||Penelitian pangan|UC|1/KB/2014|11/UC/2014|DISTAN|2014|2018|1,2 miliar|Desa Fiktif
2|pks 1||Benih padi|UC|2/PKS/2014||DISTAN|2014|2016|Rp1.000.000,00|
3|pks 1|PKS Operasional|Uji lapangan|UC|3/PKS/2015|15/UC/2015|DISTAN|Mei 2015|2017|75.450.000|Desa Fiktif
4|adendum 3||Lokasi uji ditambah||2/AD/2016|||2016|||
5|kb|Nota Kesepahaman|Penelitian kesehatan|UC|5/KB/2022 & 19/HUK/2022|12/UC/2022|DINKES + DISDIK|2022|2027||
6|pks 5|IA|Gizi balita|UC|6/PKS/2022||DINKES|2022|2026|500 ribu|
7|pks 5|IA|Kesehatan ibu|UC|7/PKS/2023||DINKES|2023-03-01|2028-02-29|Rp250.000.000|Kelurahan Contoh
8|adendum 7||Jumlah peserta||8/AD/2024|||2024-06-03|||
9|adendum 7||Tempat pelatihan||9/AD/2024|||2024-06-03|||
10|kb|Nota Kesepahaman|Perbatasan|KF|10/KB/2021||DISDIK|2021|2026||
11|pks 10||Sekolah perbatasan|KF|11/PKS/2021||DISDIK|2021|2025|0|
12|kb||Pemasaran hasil tani|PTC|12/KB/2019||DISTAN|2019|terbuka||
13|pks 12|MoA|Gudang hasil tani|PTC|13/PKS/2019||DISTAN|2019|sampai predikat WBK|Rp75.000.000,-|
14|kb||Literasi|YC|14/KB/2017||DISDIK|2017|||
15|pks -||Perpustakaan keliling|YC|15/PKS/2018||DISDIK|2018|2020|12,5 juta|
16|mou|Memorandum of Agreement|Student exchange|CCU|16/MOU/2022||DISDIK|2022-01|2027-01||
17|rkt 16||Student exchange 2023|CCU|17/RKT/2023||DISDIK|2023|2026-12||
18|kb||Rujukan|RSC|18/KB/2026||DINKES|2026-12-05|2031-12-04||
19|pks -||Rujukan gawat darurat|RSC|19/PKS/2020||DINKES|2020-07-01|2023-06-30|Rp 40.000.000|
20|adendum 19 akhir 2026-12-31||Diperpanjang||20/AD/2023|||2023-06-01|||
21|adendum 19 judul||Rujukan gawat darurat dan ibu||21/AD/2022|||2022-02-01|||
22|adendum - PKS||Tarif rujukan|RSC|22/AD/2019||DINKES|2019|||
23|adendum 7 masa 2025-01 2025-12||Dana tambahan||23/AD/2025|||2025|||
24|kb||Air bersih|PTC, YC|24/KB/2020||DINKES|2020-03|2025-03||
25|pks 24||Air bersih desa|PTC, YC|25/PKS/2020||DINKES|April 2020|Maret 2025|Rp1.500.000.000|Desa Fiktif
26|kb||Magang|UC|26/KB/2023||DISDIK|2023|2028||
27|pks 26||Magang guru|UC|27/PKS/2023||DISDIK|2023|2024||
28|pks 26||Magang bidan|UC|28/PKS/2024||DINKES + DISDIK|2024|2028|60 juta|
29|kb||Penanggulangan bencana|KF|29/KB/2025||DINKES|2025-02-10|2030-02-09||
30|pks 29||Posko bersama|KF|30/PKS/2025||DINKES|2025|2029||
31|kb||Pasar murah|PTC|||DISTAN|2024-06|2026-06||
32|pks 31||Pasar murah Ramadan|PTC|32/PKS/2025||DISTAN|2025-02|2025-04|Rp20.000.000|
33|adendum 32||Jumlah lapak||33/AD/2025|||2025-03|||
34|kb|Piagam Kerja Sama|Sekolah sehat|RSC|34/KB/2016||DISDIK|2016|2021||
35|kb|Piagam Kerja Sama|Sekolah sehat lanjutan|RSC|35/KB/2021||DISDIK|2021|2026-10||
36|pks 35||Pemeriksaan gigi|RSC|36/PKS/2022||DINKES|2022|2026-09|Rp8.750.000|
37|kb||Benih unggul|UC|37/KB/2026||DISTAN|2026-01|2031-01||
38|pks 37||Demplot|UC|||DISTAN|2026-03|2027|Rp300.000.000|
39|kb||Data terpadu|PTC|39/KB/2013||DISDIK|2013|2018||
40|adendum 39||Data sekolah||40/AD/2014|||2014-11|||
"""
# Read off the rows by hand, as of 28 November 2026. A year that has begun and not ended leaves open whether.
STATUS = {
    "expired": (1, 2, 3, 11, 15, 24, 25, 27, 31, 32, 34, 35, 36, 39),
    "active": (5, 7, 12, 13, 14, 16, 17, 19, 26, 28, 29, 30, 37, 38),
    "unknown": (6, 10),
    "draft": (18,),
}
STUB = "active"  # of row 22 nothing is known but that it was signed
VALUES = {
    1: 1_200_000_000, 2: 1_000_000, 3: 75_450_000, 6: 500_000, 7: 250_000_000, 11: 0, 13: 75_000_000,
    15: 12_500_000, 19: 40_000_000, 25: 1_500_000_000, 28: 60_000_000, 32: 20_000_000, 36: 8_750_000,
    38: 300_000_000,
}  # fmt: skip


class Row(NamedTuple):
    """One row of the register."""

    no: int
    kind: str
    paper: str
    title: str
    partners: str
    numbers: str
    partner_number: str
    opds: str
    starts: str
    ends: str
    value: str
    place: str

    @property
    def is_adendum(self) -> bool:
        return self.kind.startswith("adendum")


ROWS = [Row(int(no), *rest) for no, *rest in (line.split("|") for line in REGISTER.strip().splitlines())]


def _opt(option: str, value: str) -> list[str]:
    return [option, value] if value else []


def _names(row: Row) -> list[str]:
    return [word for one in row.partners.split(", ") for word in ("--partner", PARTNERS[one][0])]


def _ends(row: Row) -> list[str]:
    if row.ends == "terbuka":
        return ["--open-ended"]
    return _opt("--until" if row.ends.startswith("sampai") else "--ends", row.ends)


def _facts(row: Row) -> list[str]:
    lead, *others = row.opds.split(" + ")
    number, *more = row.numbers.split(" & ")
    return [
        "--title", row.title, "--opd", lead, *(word for one in others for word in ("--co-lead", one)),
        *_opt("--number", number), *(word for one in more for word in ("--more-number", one)),
        *_opt("--partner-number", row.partner_number), *_opt("--paper-name", row.paper),
        *_opt("--starts", row.starts), *_ends(row), *_opt("--value", row.value),
        *(("--set", f"lokasi={row.place}") if row.place else ()),
    ]  # fmt: skip


def command(row: Row, ids: dict[int, str]) -> list[str]:
    """The command by which a row is entered; ``ids`` are those of the rows before."""
    kind, *rest = row.kind.split()
    abroad, next_door = row.partners == "CCU", row.partners == "KF"
    scheme = "ksdpl" if abroad else "ksdd-sukarela" if next_door else "ksdpk"
    if kind in {"kb", "mou"}:
        return ["add-mou", "--scheme", scheme, "--doc", kind, *_names(row), *_facts(row)]
    under = rest.pop(0)
    if kind != "adendum":
        parent = ["--no-parent", "--scheme", scheme, *_names(row)] if under == "-" else [ids[int(under)]]
        return ["derive-pks", *parent, "--doc", kind, *_facts(row)]
    told = ["--signed", row.starts, "--what", row.title, "--number", row.numbers]
    if under == "-":
        return [
            "amend", "--no-document", "--scheme", scheme, "--doc", rest[0].lower(), *_names(row),
            "--opd", row.opds, *told,
        ]  # fmt: skip
    match rest:
        case ["akhir", day]:
            told += ["--ends", day]
        case ["judul"]:
            told += ["--title", row.title]
        case ["masa", starts, ends]:
            told += ["--term-starts", starts, "--term-ends", ends]
    return ["amend", ids[int(under)], *told]


@pytest.fixture
def ids(once: Once, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> dict[int, str]:
    """The register of forty rows, entered row by row in the order of the sheet; gives the id of each row."""
    monkeypatch.setenv("SOURCE_DATE_EPOCH", TODAY)

    def fill() -> None:
        with pytest.MonkeyPatch.context() as patch:
            patch.setenv("SOURCE_DATE_EPOCH", TODAY)
            _fill()

    made = once("forty", fill)
    (tmp_path / "kskd.db").write_bytes((made / "kskd.db").read_bytes())
    return {int(no): one for no, one in json.loads((made / "ids.json").read_text("utf-8")).items()}


def _fill() -> None:
    succeed("init", "--name", "Kabupaten Contoh Raya")
    for code, name in OPDS.items():
        succeed("opd", "add", code, "--name", name)
    for name, kind in PARTNERS.values():
        succeed("partner", "add", name, "--kind", kind)
    succeed("field", "add", "lokasi", "--label", "lokasi kegiatan")
    found: dict[int, str] = {}
    for row in ROWS:
        found[row.no] = succeed(*command(row, found)).split()[0]  # of an adendum its number too
    Path("ids.json").write_text(json.dumps(found), "utf-8")


@pytest.fixture
def shown(ids: dict[int, str], ok: Ok) -> dict[int, dict[str, Any]]:
    """Each row's document as ``show --format json`` tells it."""
    return {no: json.loads(ok("show", one, "--format", "json", *DAY)) for no, one in ids.items()}


def test_forty_rows_are_forty_facts(ids: dict[int, str], ok: Ok) -> None:
    """Rows of documents become one each, rows of adendums none, but for the one whose document is missing."""
    assert len(ROWS) == 40
    documents = {row.no for row in ROWS if not row.is_adendum} | {22}
    listed = json.loads(ok("list", "--format", "json", *DAY))["items"]
    assert sorted(one["id"] for one in listed) == sorted(ids[no] for no in documents)


def test_every_document_has_the_status_that_its_years_decide(shown: dict[int, dict[str, Any]]) -> None:
    expected = {no: status for status, rows in STATUS.items() for no in rows} | {22: STUB}
    assert {no: shown[no]["status"] for no in expected} == expected


def test_every_fact_of_a_row_is_kept(shown: dict[int, dict[str, Any]]) -> None:
    for row in ROWS:
        if row.is_adendum:
            continue
        one = shown[row.no]
        numbers = [given["number"] for given in one["numbers"]]
        own = row.numbers.split(" & ") if row.numbers else []
        lead, *others = row.opds.split(" + ")
        assert numbers == own + ([row.partner_number] if row.partner_number else []), row
        assert one["partners"] == [PARTNERS[name][0] for name in row.partners.split(", ")], row
        assert (one["lead_opd"], one["co_leads"]) == (lead, others), row
        assert one["paper_name"] == (row.paper or None), row
        assert one["value"] == VALUES.get(row.no), row
        assert one["fields"].get("lokasi") == (row.place or None), row


MONTHS = {"Maret": "03", "April": "04", "Mei": "05"}


def _edtf(typed: str) -> str:
    """The day of a cell in EDTF."""
    month, _, year = typed.partition(" ")
    return f"{year}-{MONTHS[month]}" if year else typed


def test_every_day_is_kept_as_far_as_it_is_known(shown: dict[int, dict[str, Any]]) -> None:
    for row in ROWS:
        if row.is_adendum:
            continue
        one = shown[row.no]
        assert one["signed"] == (None if row.no == 18 else "XXXX"), row
        assert one["starts"] == _edtf(row.starts), row
        is_day = row.ends[:1].isdigit() or row.ends[-4:].isdigit()
        later = "2026-12-31" if row.no == 19 else None  # by the adendum of row 20
        assert one["ends"] == (later or (_edtf(row.ends) if is_day else None)), row
        exact = len(one["starts"]) == len("2026-01-01")
        assert one["starts_on"] == (one["starts"] if exact else None), row


def test_every_adendum_is_with_its_document_in_the_order_of_its_day(shown: dict[int, dict[str, Any]]) -> None:
    told = {no: [one["what"] for one in shown[no]["amendments"]] for no in (3, 7, 19, 22, 32, 39)}
    assert told == {
        3: ["Lokasi uji ditambah"],
        7: ["Jumlah peserta", "Tempat pelatihan", "Dana tambahan"],
        19: ["Rujukan gawat darurat dan ibu", "Diperpanjang"],
        22: ["Tarif rujukan"],
        32: ["Jumlah lapak"],
        39: ["Data sekolah"],
    }
    assert shown[19]["title"] == "Rujukan gawat darurat dan ibu"


def test_an_older_adendum_that_was_found_later_takes_effect_on_its_own_day(
    ids: dict[int, str], ok: Ok
) -> None:
    def on(day: str) -> tuple[str, str]:
        one = json.loads(ok("show", ids[19], "--format", "json", "--as-of", day))
        return one["title"], one["ends"]

    assert on("2021-12-31") == ("Rujukan gawat darurat", "2023-06-30")
    assert on("2022-12-31") == ("Rujukan gawat darurat dan ibu", "2023-06-30")
    assert on("2023-12-31") == ("Rujukan gawat darurat dan ibu", "2026-12-31")


def test_the_counts_are_those_of_the_rows(ids: dict[int, str], ok: Ok) -> None:
    expected = Counter({status: len(rows) for status, rows in STATUS.items()}) + Counter({STUB: 1})
    found = json.loads(ok("status", "--format", "json", *DAY))
    assert {status: count for status, count in found["statuses"].items() if count} == expected


def test_money_is_summed_per_unit_and_what_is_unknown_is_no_zero(ids: dict[int, str], ok: Ok) -> None:
    """The value of an umbrella counts as far as it exceeds those of the documents under it."""
    sums: dict[str, int] = defaultdict(int)
    known: Counter[str] = Counter()
    for row in ROWS:
        if row.no in VALUES:
            below = VALUES[2] + VALUES[3] if row.no == 1 else 0
            sums[row.opds.split(" + ")[0]] += VALUES[row.no] - below
            known[row.opds.split(" + ")[0]] += 1
    units = {one["code"]: one for one in json.loads(ok("opd", "list", "--format", "json"))["items"]}
    assert {code: units[code]["value"] for code in sums} == sums
    assert {code: units[code]["valued"] for code in sums} == known


def test_a_document_is_found_by_each_of_its_numbers_and_its_name_on_paper(
    ids: dict[int, str], ok: Ok
) -> None:
    for word in ("19/HUK/2022", "5/KB/2022", "12/UC/2022"):
        assert json.loads(ok("show", word, "--format", "json"))["id"] == ids[5]
    found = json.loads(ok("search", "Memorandum of Agreement", "--format", "json"))["items"]
    assert ids[16] in json.dumps(found)


def test_what_the_years_do_not_decide_accuses_nobody(ids: dict[int, str], ok: Ok) -> None:
    """No error or warning rests on a day that is not known; such days are asked for as info."""
    findings = json.loads(ok("check", "--format", "json", *DAY))["items"]
    for one in findings:
        if "tanggal penandatanganan" in one["message"] and "tidak diketahui" in one["message"]:
            assert one["severity"] == "info", one


def test_the_whole_register_goes_out_and_comes_back_the_same(ids: dict[int, str], ok: Ok) -> None:
    ok("export", "--out", "semua.json")
    ok("import", "semua.json", "--db", "salinan.db")
    one, two = (ok("list", "--format", "json", *DAY, "--db", name) for name in ("kskd.db", "salinan.db"))
    assert one == two
