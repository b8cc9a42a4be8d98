"""The office of a signer in every form in which people write it."""

from __future__ import annotations

import pytest

from kskd.domain.document.offices import is_head, is_leader, is_minister

HEADS = [
    "H. Contoh Contohan, S.E., M.M., Bupati Contoh Raya",
    "Bupati Contoh Raya, H. Contoh Contohan, S.E., M.M.",
    "Dr. Ir. Contoh (Bupati Umpama)",
    "Contoh Contohan / Wali Kota Misal",
    "Contoh Contohan – Walikota Misal",
    "Dr. H. Contoh Contohan M.Si Bupati Contoh",
    "H. Contoh selaku Bupati Contoh",
    "Bupati Contoh, bertindak untuk dan atas nama Pemerintah Kabupaten Contoh",
    "a.n. Pemerintah Kabupaten Contoh, Bupati Contoh",
    "Bupati Contoh a.n. Pemerintah Kabupaten Contoh",
    "Pj. Bupati Contoh",
    "PJ BUPATI CONTOH",
    "Pjs. Wali Kota Misal",
    "Plt. Bupati",
    "Plh. Bupati Contoh (Sekretaris Daerah)",
    "Penjabat (Pj.) Bupati Contoh Raya",
    "Penjabat Sementara Bupati Contoh",
    "Pelaksana Tugas Gubernur Contoh",
    "Pelaksana Harian (Plh) Wali Kota",
    "Wakil Bupati selaku Plt. Bupati Contoh Raya",
    "Sekretaris Daerah selaku Plh. Bupati",
    "Contoh Contohan, S.H., Sekretaris Daerah selaku Pelaksana Harian Bupati",
    "Regent of Contoh Raya",
    "Mayor of Misal",
    "The Governor of Contoh",
    "Acting Regent of Contoh",
    "Acting Mayor of Misal",
    "Lord Mayor",
    "Kepala Daerah",
    "GUBERNUR CONTOH",
    "Bupati Contoh selaku Ketua Dewan Pengawas",
    "Bupati Contoh didampingi Kepala Dinas Kesehatan",
    "H. Contoh, as the Regent of Contoh",
    "Menjabat Bupati Contoh, Dr. H. Contoh Contohan, S.Sos., M.AP.",
    "Gubernur Contoh selaku Wakil Pemerintah Pusat",
]
OTHERS = [
    "Sekretaris Daerah a.n. Bupati Contoh Raya",
    "a.n. Bupati Contoh, Sekretaris Daerah",
    "a.n. Bupati Contoh Sekretaris Daerah",
    "Kepala Dinas Kesehatan atas nama Bupati Contoh",
    "Bupati Contoh diwakili oleh Sekretaris Daerah",
    "Wakil Bupati Contoh",
    "Plt. Wakil Bupati Contoh",
    "Deputy Mayor of Misal",
    "Vice Governor",
    "Sekretaris Daerah Kabupaten",
    "Asisten Bupati",
    "Pj. Sekretaris Daerah",
    "Contoh Contohan, S.H., M.H., Kepala Dinas Kesehatan",
    "Kepala Dinas Kesehatan selaku Kuasa Pengguna Anggaran",
    "Kadis Kesehatan",
    "Kepala Dinas Kesehatan selaku kuasa Bupati Contoh",
    "Plt. Kepala Dinas Kesehatan",
    "Head of Health Agency",
    "Sekretaris Daerah selaku Ketua TKKSD",
    "Mayor Inf. Contoh Contohan, Kepala Satuan Polisi Pamong Praja",
    "Mayor (Purn.) Contoh Contohan, Kepala Satuan Polisi Pamong Praja",
    "Sekretaris Daerah (a.n. Bupati Contoh)",
]
OPEN = [
    "a.n. Bupati Contoh",
    "Pejabat Bupati Contoh",
    "H. Contoh Contohan, S.E.",
    "Bupatian",
    "Ketua",
    "Sekretaris Daerah, Bupati Contoh",
    "mantan Bupati",
]


@pytest.mark.parametrize("office", HEADS)
def test_the_head_of_a_region_is_known_in_every_form_also_when_acting(office: str) -> None:
    assert is_head(office) is True
    assert is_head(f"  {office.upper()} ") is True


@pytest.mark.parametrize("office", OTHERS)
def test_another_office_is_clearly_another(office: str) -> None:
    assert is_head(office) is False


@pytest.mark.parametrize("office", OPEN)
def test_an_unknown_form_is_left_open(office: str) -> None:
    assert is_head(office) is None


@pytest.mark.parametrize(
    ("office", "partner", "expected"),
    [
        ("Direktur Utama", "PT Maju Contoh", True),
        ("Plt. Direktur Utama", "PT Maju Contoh", True),
        ("Contoh Contohan, S.E., Direktur", "PT Maju Contoh", True),
        ("Direktur (Contoh Contohan)", "PT Maju Contoh", True),
        ("Prof. Dr. Contoh, M.Sc. (Rektor)", "Universitas Contoh", True),
        ("Ketua", "Yayasan Contoh", True),
        ("Ketua dan Sekretaris", "Ormas Contoh", True),
        ("President Director", "Contoh Ltd", True),
        ("Wakil Rektor Bidang Kerja Sama", "Universitas Contoh", False),
        ("a.n. Rektor, Wakil Rektor I", "Universitas Contoh", False),
        ("Direktur Utama diwakili oleh Manajer Umum", "PT Maju Contoh", False),
        ("Kepala Cabang", "Bank Contoh", False),
        ("Pemimpin Cabang", "Bank Contoh Cabang Contoh Raya", None),
        ("Dekan Fakultas Hukum", "Universitas Contoh", False),
        ("Dekan", "Fakultas Hukum Universitas Contoh", None),
        ("Ketua Program Studi Kebidanan", "Universitas Contoh", False),
        ("Wakil Ketua", "Yayasan Contoh", False),
        ("Direktur PT Maju Contoh", "PT Maju Contoh", True),
        ("Kepala SMK Contoh", "SMK Contoh", True),
        ("Ketua STIKES Contoh", "STIKES Contoh", True),
        ("Ketua STIKES Contoh Raya", "STIKES Contoh", None),
        ("Wakil Direktur PT Maju Contoh", "PT Maju Contoh", False),
        ("Direktur Keuangan", "PT Maju Contoh", None),
        ("Kepala Sekolah", "SMK Contoh", None),
        ("Contoh Contohan", "PT Maju Contoh", None),
    ],
)
def test_who_leads_a_partner_and_who_clearly_stands_below(
    office: str, partner: str, expected: bool | None
) -> None:
    assert is_leader(office, partner) is expected


@pytest.mark.parametrize(
    ("office", "expected"),
    [
        ("Menteri Contoh", True),
        ("Contoh Contohan, Menteri Contoh Republik Indonesia", True),
        ("Menteri Contoh/Kepala Badan Contoh", True),
        ("Dr. Contoh (Menteri Contoh)", True),
        ("a.n. Menteri Contoh, Direktur Jenderal Contoh", False),
        ("Wakil Menteri Contoh", False),
        ("Direktur Jenderal Contoh", False),
        ("Pejabat Kementerian Contoh", False),
    ],
)
def test_a_minister_is_known(office: str, expected: bool) -> None:
    assert is_minister(office) is expected
