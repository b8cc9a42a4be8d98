"""Which column is what: headings as real registers have them, and their contents."""

from __future__ import annotations

import tomllib
from collections import Counter
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kskd.domain.document.fields import FIELDS
from kskd.domain.field import Field
from kskd.domain.values.grid import Area, Cell, RawSheet, Row
from kskd.domain.values.kinds import FieldKind
from kskd.importing.columns import ColumnPlan, plan_columns, rules_of
from kskd.importing.kamus import learn
from kskd.importing.layout import find_tables
from kskd.importing.rules import Rules, read_rules, write_rules
from kskd.registry.views.listing import COLUMNS, STAGES
from tests.importing.lists import TOML, kamus, sheet

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

KAMUS = kamus()
ANY = "?"


def _plans(
    head: Sequence[str] | str,
    rows: Sequence[str] = (),
    *,
    merged: Sequence[Area] = (),
    saved: Rules | None = None,
) -> list[ColumnPlan]:
    known = kamus(saved) if saved else KAMUS
    lines = [head] if isinstance(head, str) else list(head)
    (found,) = find_tables(sheet([*lines, *rows], merged=merged), known)
    return list(plan_columns(found, known))


def _concepts(plans: list[ColumnPlan]) -> list[str | None]:
    return [plan.concept for plan in plans]


MESSY = tomllib.loads((Path(__file__).parent / "registers.toml").read_text("utf-8"))


def _of_case(case: str, saved: Rules | None = None) -> list[ColumnPlan]:
    told = MESSY[case]
    merged = [Area(*area) for area in told.get("merged", ())]
    return _plans(told["head"], told.get("rows", ()), merged=merged, saved=saved)


@pytest.mark.parametrize("case", MESSY)
def test_a_messy_head_is_read(case: str) -> None:
    wanted = MESSY[case]["concepts"].split()
    concepts = [concept or "-" for concept in _concepts(_of_case(case))]
    assert [ANY if want == ANY else one for want, one in zip(wanted, concepts, strict=True)] == wanted


def test_nearly_all_columns_of_real_heads_are_certain() -> None:
    sure = Counter(plan.sure for case in MESSY for plan in _of_case(case))
    assert sure["pasti"] >= 0.9 * sure.total(), sure


def _plan_of(heading: str, *texts: str) -> ColumnPlan:
    rows = [f"PT Contoh {at} | x{at} | {text}" for at, text in enumerate(texts)]
    return _plans(f"Nama Mitra | Perihal | {heading}", rows)[-1]


@pytest.mark.parametrize(
    ("texts", "concept"),
    [
        (["3", "5", "3"], "duration"),
        (["3 tahun", "5 (lima) tahun", "2 thn"], "duration"),
        (["2 Mei 2024", "6/25/2025", "5/6/2025"], "ends"),
        (["2 Mei 2024", "Selamanya", "Sampai dengan Tahun 2024."], "ends"),
    ],
)
def test_the_contents_say_what_a_term_is(texts: list[str], concept: str) -> None:
    plan = _plan_of("Masa Berlaku", *texts)
    assert (plan.concept, plan.sure) == (concept, "pasti")


def test_a_term_without_contents_is_open() -> None:
    plan = _plan_of("Masa Berlaku")
    assert plan.sure == "mungkin"
    assert {plan.concept, *plan.others} == {"ends", "duration"}


@pytest.mark.parametrize(
    ("texts", "concept"),
    [
        (["1/PKS/V/2024", "2/PKS/VI/2024", "100.3.7.1/3/2024"], "number"),
        (["Rp1.000.000", "Rp2.500.000", "75.450.000"], "value"),
        (["2 tahun", "18 bulan", "lima tahun"], "duration"),
        (["https://contoh.example/1", "https://contoh.example/2", "https://contoh.example/3"], "file"),
        (["PKS", "MoU", "Nota Kesepakatan"], "kind"),
        (["Aktif", "Tidak Aktif", "Segera Berakhir"], "status_claim"),
        (["Dinas Contoh", "Badan Contoh", "Kecamatan Contoh"], "opd"),
        (["2021", "2022", "2022"], "year"),
        (["1", "2", "3"], "row_number"),
    ],
)
def test_contents_propose_what_a_column_without_a_heading_is(texts: list[str], concept: str) -> None:
    plan = _plan_of("Zzz", *texts)
    assert (plan.concept, plan.sure) == (concept, "mungkin")


def test_days_without_a_heading_are_left_to_a_person() -> None:
    plan = _plan_of("Zzz", "2 Mei 2024", "3 Mei 2024", "5/6/2024")
    assert (plan.concept, plan.sure, plan.others) == (None, "tidak", ("signed", "starts", "ends"))


def test_contents_that_contradict_a_heading_make_it_doubtful() -> None:
    plan = _plan_of("Tanggal Mulai", "Swasta", "Swasta", "BUMN")
    assert (plan.concept, plan.sure) == ("starts", "mungkin")
    assert "isinya lain" in plan.why


def test_numbers_of_a_year_are_no_months() -> None:
    rows = [f"PKS Air {at} Contoh | 0{at} Tahun 201{at}" for at in range(1, 6)]
    assert _concepts(_plans("Judul | Nomor Mitra", rows)) == ["title", "partner_number"]
    assert {plan.sure for plan in _plans("Judul | Nomor Mitra", rows)} == {"pasti"}


def test_what_only_resembles_a_heading_is_likely() -> None:
    for heading, concept in [
        ("Jangka Wktu", "duration"),
        ("Nama OPD Teknis Pelaksana", "opd"),
        ("Tanggal Mulai Kegiatan", "starts"),
    ]:
        plan = _plan_of(heading)
        assert (plan.concept, plan.sure) == (concept, "mungkin"), heading


@pytest.mark.parametrize("heading", ["Alamat Mitra", "Telepon Mitra", "Email PIC Mitra", "Negara"])
def test_what_kskd_does_not_record_is_nothing(heading: str) -> None:
    assert _plan_of(heading, "Jalan Contoh 1", "Jalan Contoh 2", "Jalan Contoh 3").concept is None


def test_the_name_of_the_office_itself_is_no_partner() -> None:
    plans = _plans("Pihak I | Pihak II | Tentang")
    assert _concepts(plans) == ["ignored", "partner", "title"]


def test_numbers_of_papers_that_never_stand_in_one_row_are_open() -> None:
    rows = ["Kota A | 1/KB/2023 | ", "Kota B | | 5/PKS/2024", "Kota C | 2/KB/2023 | -"]
    plans = _plans("Mitra | Nomor KB | Nomor PKS", rows)
    assert [(plan.concept, plan.sure) for plan in plans[1:]] == [
        ("umbrella_number", "mungkin"),
        ("number", "mungkin"),
    ]


def test_a_number_and_a_day_in_one_cell_are_left_to_a_person() -> None:
    plan = _plan_of("Nomor dan Tanggal PKS", "1/A/2024 tanggal 2 Mei 2024", "-", "-")
    assert (plan.concept, plan.sure, plan.others) == (None, "tidak", ("number", "signed"))


def test_kinds_that_are_ticked_in_columns_of_their_own_are_told() -> None:
    plans = _plans(
        ["Mitra | Judul | Jenis Naskah | | Nomor", " | | MoU | PKS | "], ["PT Contoh | Air | v | | 1/A/2024"]
    )
    assert _concepts(plans) == ["partner", "title", None, None, "number"]
    assert plans[2].why == "jenis naskah ditandai per kolom"


def test_of_two_columns_the_surer_keeps_the_concept() -> None:
    likely, sure = _plans("Tanggal Mulai Kegiatan | Tanggal Mulai | Mitra | Judul")[:2]
    assert (sure.concept, likely.concept) == ("starts", None)
    assert "kolom B" in likely.why
    assert likely.others[0] == "starts"


@pytest.mark.parametrize(
    "field", [one for one in FIELDS if one.is_typed and one.key != "years"], ids=lambda one: one.key
)
def test_every_key_label_and_heading_of_a_field_is_certain(field: Field) -> None:
    for heading in {field.key, field.label, field.over}:
        plan = _plans(f"Zzz | {heading} | {'Mitra' if field.key != 'partner' else 'Judul'} | ID")[1]
        assert (plan.concept, plan.sure) == (field.key, "pasti"), heading


def test_the_fields_of_an_office_are_learned() -> None:
    own = Field("own_kode_arsip", "kode arsip", FieldKind.TEXT)
    known = learn(TOML, FIELDS.beside(own))
    (found,) = find_tables(sheet(["Mitra | Judul | Kode Arsip"]), known)
    assert plan_columns(found, known)[2][2:4] == ("own_kode_arsip", "pasti")


def test_a_template_of_every_field_is_certain() -> None:
    typed = [one for one in FIELDS if one.is_typed and one.key != "years"]
    plans = _plans(" | ".join(one.over for one in typed))
    assert _concepts(plans) == [one.key for one in typed]
    assert {plan.sure for plan in plans} == {"pasti"}


LISTED = {
    "id": "id",
    "doc": "doc",
    "scheme": "scheme",
    "status": "status_claim",
    "signed": "signed",
    "starts": "starts",
    "ends": "ends",
    "parent": "parent",
    "predecessor": "replaces",
    "numbers": "numbers",
    "partners": "partner",
    "lead_opd": "opd",
    "support_opds": "support_opd",
    "co_leads": "co_lead",
    "affairs": "affair",
    "end_condition": "until",
    "ended_on": "ended_on",
    "end_ground": "end_ground",
}


@pytest.mark.parametrize("key", [*COLUMNS, *STAGES])
def test_every_column_of_list_is_certain(key: str) -> None:
    beside = "Judul" if key != "title" else "Mitra"
    plan = _plans(f"Zzz | {key} | {beside} | Keterangan")[1]
    wanted = {
        "signed_on": "signed",
        "starts_on": "starts",
        "ends_on": "ends",
        "decision": "decision",
    } | LISTED
    assert (plan.concept, plan.sure) == (wanted.get(key, "computed"), "pasti")


def test_a_saved_rule_goes_before_all() -> None:
    saved = Rules({"JUDUL ": "note", "Nomor (2)": "ignored"})
    plans = _plans("Mitra | Judul | Nomor | Nomor", saved=saved)
    assert _concepts(plans) == ["partner", "note", "number", "ignored"]
    assert plans[1].why == "menurut aturan yang disimpan"


def test_what_was_planned_and_saved_is_planned_again() -> None:
    case = "groups over both parties and over the term"
    plans = _of_case(case)
    again = _of_case(case, read_rules(write_rules(rules_of(plans)), "aturan.toml", FIELDS))
    assert _concepts(again) == _concepts(plans)
    assert {plan.sure for plan in again} == {"pasti"}


CELLS = {
    "No": ("1", "2", "3"),
    "Mitra": ("PT Contoh", "CV Contoh", "Kota Contoh"),
    "Perihal": ("Magang", "Sewa gedung", "Pasar"),
    "Masa Berlaku": ("3", "5", "2"),
    "Tanggal Mulai": ("2 Mei 2024", "3/5/2024", "2024-05-04"),
    "Tanggal Mulai Kegiatan": ("2 Mei 2024", "-", "2024-05-04"),
    "Mulai Berlaku": ("2 Mei 2024", "3/5/2024", "2024-05-04"),
    "Selesai": ("2 Mei 2025", "3/5/2025", "2025-05-04"),
    "Expired": ("2 Mei 2025", "3/5/2025", "2025-05-04"),
    "Zzz": ("1/PKS/2024", "2/PKS/2024", "3/PKS/2024"),
    "Kategori": ("Swasta", "BUMN", "Pemda"),
    "Status": ("Aktif", "Aktif", "Habis"),
}


@given(order=st.permutations(list(CELLS)))
def test_shuffled_columns_are_the_same(order: list[str]) -> None:
    def of(headings: list[str]) -> dict[str, tuple[str | None, str]]:
        rows = [" | ".join(CELLS[one][at] for one in headings) for at in range(3)]
        return {plan.heading: (plan.concept, plan.sure) for plan in _plans(" | ".join(headings), rows)}

    assert of(order) == of(list(CELLS))


def test_only_the_first_records_are_read() -> None:
    read = 0

    def rows() -> Iterator[Row]:
        nonlocal read
        yield 1, {1: Cell("Mitra"), 2: Cell("Judul")}
        for at in range(2, 5000):
            read += 1
            yield at, {1: Cell(f"PT Contoh {at}"), 2: Cell("Magang")}

    (found,) = find_tables(RawSheet("", rows), KAMUS)
    read = 0
    plan_columns(found, KAMUS)
    assert read < 300


def test_a_column_that_fills_late_is_seen_all_the_same() -> None:
    rows = [f"PT Contoh {at} | x |  " for at in range(300)] + ["PT Lain | x | 1/PKS/V/2024"] * 3
    assert _plans("Mitra | Judul | Zzz", rows)[2].concept == "number"


OWN = ("100.3.7.1/{}/SETDA/2024", "100.3.7.1/{}/KB/SETDA/II/2024", "100.3.7.1/{}/DINKES/2024")
OTHERS = ("{}/RSU/2024", "AM-{}/X/2024", "B.{}/UN99/2024", "{}/YG/III/2024")
PARTNERS = ("RS Contoh", "PT Contoh", "Universitas Contoh", "Yayasan Contoh")


def _two_numbers(first: Sequence[str], second: Sequence[str], partners: Sequence[str]) -> list[ColumnPlan]:
    rows = [
        f"{name} | Judul {at} | Kepala | {first[at % len(first)].format(at + 1)}"
        f" | Direktur | {second[at % len(second)].format(at + 5)}"
        for at, name in enumerate(partners)
    ]
    return _plans("Mitra | Judul | Sign | Nomor | Sign | Nomor", rows)[2:]


def test_of_two_numbers_the_one_with_the_code_of_the_office_is_its_own() -> None:
    plans = _two_numbers(OWN, OTHERS, PARTNERS)
    assert _concepts(plans) == ["signer", "number", "partner_signer", "partner_number"]
    assert {plan.sure for plan in plans} == {"pasti"}
    plans = _two_numbers(OTHERS, OWN, PARTNERS)
    assert _concepts(plans) == ["partner_signer", "partner_number", "signer", "number"]
    assert {plan.sure for plan in plans} == {"pasti"}


def test_two_numbers_that_nothing_tells_apart_are_left_to_a_person() -> None:
    both = _two_numbers(OWN, ("100.3.7.1/{}/SETKOT/2024",), PARTNERS)
    assert [(one.concept, one.sure) for one in both if one.heading.startswith("Nomor")] == [
        ("number", "pasti"),
        ("partner_number", "mungkin"),
    ]
    one_partner = _two_numbers(OTHERS, ("HK.02/{}/KEM/2024",), ["Kementerian Contoh"] * 4)
    assert {one.sure for one in one_partner if one.heading.startswith("Nomor")} == {"mungkin"}


def test_numbers_of_two_papers_under_one_heading_are_left_to_a_person() -> None:
    rows = [
        f"{name} | Judul {at} | {at}/MoU/SETDA/2023 | {at}/PKS/SETDA/2024" for at, name in enumerate(PARTNERS)
    ]
    plans = _plans("Mitra | Judul | Nomor | Nomor", rows)[2:]
    assert [(one.concept, one.sure) for one in plans] == [
        ("umbrella_number", "mungkin"),
        ("number", "mungkin"),
    ]
