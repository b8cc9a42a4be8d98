"""Which column is what: headings as real registers have them, and their contents."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kskd.domain.document.fields import FIELDS
from kskd.domain.field import Field
from kskd.domain.values.grid import Area, Cell, RawSheet
from kskd.domain.values.kinds import FieldKind
from kskd.importing.columns import ColumnPlan, plan_columns, rules_of
from kskd.importing.kamus import learn
from kskd.importing.layout import find_tables
from kskd.importing.rules import Rules, read_rules, write_rules
from kskd.registry.views.listing import COLUMNS, STAGES
from tests.importing.lists import TOML, kamus, sheet

if TYPE_CHECKING:
    from collections.abc import Sequence

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


MESSY: dict[str, tuple[list[str], list[str], list[Area], list[str | None]]] = {
    "a ministry: an unnamed year, its partner's category called MITRA, signer and number twice": (
        [
            " | MITRA | JENIS KERJA SAMA | MITRA KERJA SAMA | SIGN | NOMOR | SIGN | NOMOR | MASA BERLAKU (TAHUN) | MULAI | BERLAKU HINGGA | STATUS | "
        ],
        [
            "2023 | Swasta | PKS | PT Contoh | Direktur | 1/KS/II/2023 | Dirut | 7/PT/2023 | 3 | 2/13/2023 | 2/13/2026 | Berlaku | https://contoh.example/1",
            "2024 | Pemda | Nota Kesepahaman | Kota Contoh | Sekretaris | 2/KS/III/2024 | Wali Kota | 8/PT/2024 | 5 | 3/14/2024 | 3/14/2029 | Berlaku | https://contoh.example/2",
            "2025 | BUMN | Kesepakatan Bersama | Bank Contoh | Direktur | 3/KS/XI/2025 | Direksi | 9/PT/2025 | 3 | 11/5/2025 | 11/5/2028 | Tidak Berlaku | https://contoh.example/3",
        ],
        [],
        [
            "year",
            "partner_kind",
            "kind",
            "partner",
            "signer",
            "number",
            "partner_signer",
            "partner_number",
            "years",
            "starts",
            "ends",
            "status_claim",
            "file",
        ],
    ),
    "a hospital: legal grounds, two partners, a reminder, a blank over links": (
        [
            "No | Judul Kerjasama | Mitra 1 | Mitra 2 | Dasar Hukum RS | Dasar Hukum Mitra 1 | Dasar Hukum Mitra 2 | Tanggal Mulai  | Tanggal Selesai | Reminder 3 bulan | Status | "
        ],
        [
            "1 | Rujukan | RS Contoh | RS Misal | 445/1/2024 | 7/RS/2024 | 8/RM/2024 | 2 Mei 2024 | 1 Mei 2027 | 1 Februari 2027 | Berjalan | URL",
            "2 | Darah | PT Contoh | - | 445/2/2024 | 9/PT/2024 | - | 3 Mei 2024 | Selamanya | - | Berjalan | https://contoh.example/2",
            "3 | Limbah | CV Contoh | - | 445/3/2024 | 10/CV/2024 | - | 4 Mei 2024 | 3 Mei 2026 | - | Perlu Proses Perpanjangan | https://contoh.example/3",
            "4 | Gizi | PT Misal | - | 445/4/2024 | 11/PT/2024 | - | 4 Mei 2024 | 3 Mei 2026 | - | Berjalan | https://contoh.example/4",
            "5 | Obat | PT Umpama | - | 445/5/2024 | 12/PT/2024 | - | 4 Mei 2024 | 3 Mei 2026 | - | Berjalan | https://contoh.example/5",
        ],
        [],
        [
            "row_number",
            "title",
            "partner",
            "partner",
            "number",
            "partner_number",
            "partner_number",
            "starts",
            "ends",
            "computed",
            "status_claim",
            "file",
        ],
    ),
    "a polytechnic: judul_dokumen is the kind and tentang the title": (
        [
            "no | judul_dokumen | tentang | nomor_dokumen | nomor_dokumen_mitra | penetapan | mulai | berakhir | durasi | satuan | nominal | ref_mou | unit_terkait"
        ],
        [
            "1 | PERJANJIAN KERJA SAMA | Magang | 1/PL/2024 | 2/X/2024 | 2024-05-02 | 2024-05-02 | 2026-05-01 | 2 | TAHUN | 100000000 | 9/PL/2020 | Jurusan Contoh",
            "2 | NOTA KESEPAHAMAN | Riset | 3/PL/2024 | 4/X/2024 | 2024-05-03 | 2024-05-03 | 2026-05-02 | 2 | TAHUN | 250000000 | - | Jurusan Misal",
            "3 | MOU | Riset pasar | 5/PL/2024 | 6/X/2024 | 2024-05-04 | 2024-05-04 | 2024-11-03 | 183 | HARI | - | - | Jurusan Misal",
        ],
        [],
        [
            "row_number",
            "kind",
            "title",
            "number",
            "partner_number",
            "signed",
            "starts",
            "ends",
            "duration",
            "duration_unit",
            "value",
            "parent",
            "opd",
        ],
    ),
    "a city's application: plain keys": (
        [
            "id_kerjasama | kategori | nama_instansi | nomor_pks | ruang_lingkup | jangka_waktu | mulai | berakhir | file_pks"
        ],
        [],
        [],
        [ANY, ANY, "partner", "number", "scope", "duration", "starts", "ends", "file"],
    ),
    "a form: both parties by number": (
        [
            "nomor_surat | pihak_kerjasama | mou_or_pks | tgl_mulai_mou | mou_end | Ruang Lingkup | inisiator | alamat mitra"
        ],
        [],
        [],
        ["number", "partner", "kind", "starts", "ends", "scope", "opd", None],
    ),
    "groups over both parties and over the term": (
        [
            "No | Tentang | PIHAK KESATU | | PIHAK KEDUA | | Masa Berlaku | | Ket",
            " | | Jabatan | Nomor | Nama | Nomor | Mulai | Selesai | ",
        ],
        ["1 | Pelatihan | Bupati | 1/KB/2024 | PT Contoh | 2/PT/2024 | 2 Mei 2024 | 1 Mei 2027 | baik"],
        [
            Area(1, 1, 2, 1),
            Area(1, 2, 2, 2),
            Area(1, 3, 1, 4),
            Area(1, 5, 1, 6),
            Area(1, 7, 1, 8),
            Area(1, 9, 2, 9),
        ],
        ["row_number", "title", "signer", "number", "partner", "partner_number", "starts", "ends", "note"],
    ),
    "an umbrella beside its PKS": (
        ["Mitra | Nomor KB | Tanggal KB | Nomor PKS | Tanggal PKS | Judul PKS | SKPD"],
        ["Kota Contoh | 1/KB/2023 | 2 Mei 2023 | 5/PKS/2024 | 3 Mei 2024 | Air bersih | Dinas Contoh"],
        [],
        ["partner", "umbrella_number", "umbrella_signed", "number", "signed", "title", "opd"],
    ),
    "an umbrella beside its PKS, by keys in English": (
        ["partner | mou_number | mou_start | mou_end | pks_number | pks_start | pks_end"],
        [],
        [],
        ["partner", "umbrella_number", "umbrella_starts", "umbrella_ends", "number", "starts", "ends"],
    ),
    "a regional hospital: kinds under fakultas": (
        ["Column 1 | Institusi | fakultas | Valid From | kadaluarsa"],
        [
            "1 | Universitas Contoh | MoU | 6/25/2025 | 6/25/2028",
            "2 | Universitas Misal | PKS | 6/26/2025 | 6/26/2028",
            "3 | Universitas Umpama | MoU | 6/27/2025 | 6/27/2028",
        ],
        [],
        ["row_number", "partner", "kind", "starts", "ends"],
    ),
    "a health polytechnic: the parent, the former, and money": (
        [
            "No. | Institusi Mitra | Bentuk Kerja Sama | Ruang Lingkup | Dokumen Induk (MoU) | Ref Kerjasama Sebelumnya | Biaya (Rp) | Periode | Link Dokumen"
        ],
        [
            "1 | RS Contoh | Perjanjian Kerja sama (PKS) | Praktik | 1/M/2020 | - | 1500000 | 3 Tahun | https://contoh.example/1",
            "2 | RS Misal | Nota Kesepahaman Bersama (MoU) | Riset | - | - | 0 | 5 Tahun | https://contoh.example/2",
            "3 | RS Umpama | Addendum | Praktik | - | 1/K/2019 | 25000000 | 3 Tahun | https://contoh.example/3",
        ],
        [],
        ["row_number", "partner", "kind", "scope", "parent", "replaces", "value", "duration", "file"],
    ),
    "an office: the words of the law, shortened": (
        [
            "NO. | NAMA MITRA | OBYEK | PERIHAL | TGL TTD | TMT | TGL BERAKHIR | JML ANGGARAN | OPD PENGAMPU | SISA HARI | H-90 | KET."
        ],
        [],
        [],
        [
            "row_number",
            "partner",
            "object",
            "title",
            "signed",
            "starts",
            "ends",
            "value",
            "opd",
            "computed",
            "computed",
            "note",
        ],
    ),
}


@pytest.mark.parametrize("case", MESSY)
def test_a_messy_head_is_read(case: str) -> None:
    head, rows, merged, wanted = MESSY[case]
    concepts = _concepts(_plans(head, rows, merged=merged))
    shown = [ANY if want == ANY else concept for want, concept in zip(wanted, concepts, strict=True)]
    assert shown == wanted


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


def test_of_two_columns_the_surer_keeps_the_concept() -> None:
    likely, sure = _plans("Tanggal Mulai Kegiatan | Tanggal Mulai | Mitra | Judul")[:2]
    assert (sure.concept, likely.concept) == ("starts", None)
    assert "kolom B" in likely.why
    assert likely.others[0] == "starts"


@pytest.mark.parametrize("field", [one for one in FIELDS if one.is_typed and one.key != "years"], ids=str)
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
    "id": "id", "doc": "doc", "scheme": "scheme", "status": "status_claim", "signed": "signed", "starts": "starts",
    "ends": "ends", "parent": "parent", "predecessor": "replaces", "numbers": "numbers", "partners": "partner",
    "lead_opd": "opd", "support_opds": "support_opd", "co_leads": "co_lead", "affairs": "affair",
    "end_condition": "until",
}  # fmt: skip


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
    saved = Rules({"Judul": "note", "Nomor (2)": "ignored"})
    plans = _plans("Mitra | Judul | Nomor | Nomor", saved=saved)
    assert _concepts(plans) == ["partner", "note", "number", "ignored"]
    assert plans[1].why == "menurut aturan yang disimpan"


def test_what_was_planned_and_saved_is_planned_again() -> None:
    head, rows, merged, _ = MESSY["groups over both parties and over the term"]
    plans = _plans(head, rows, merged=merged)
    saved = read_rules(write_rules(rules_of(plans)), "aturan.toml", FIELDS)
    again = _plans(head, rows, merged=merged, saved=saved)
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

    def rows():  # type: ignore[no-untyped-def]
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
