"""The example with what it has nothing of: money, contributions, fields of the office, parties that went."""

from __future__ import annotations

import shutil
from typing import TYPE_CHECKING

import pytest

from tests.conftest import succeed

if TYPE_CHECKING:
    from pathlib import Path

    from tests.conftest import Once

FIRST = "PT Medika Andaian Husada"
ALL_OF_A_PKS = (
    "maksud-tujuan,objek,ruang-lingkup,pelaksanaan,hak-kewajiban,pembiayaan,jangka-waktu,perselisihan,"
    "keadaan-kahar,pengakhiran"
)
FIELDS = [
    ("lokasi", "lokasi kegiatan", ()),
    ("peserta", "jumlah peserta", ("--kind", "number")),
    ("dimulai", "mulai di lapangan", ("--kind", "date")),
    ("hibah", "nilai hibah", ("--kind", "money")),
    ("rumpun", "rumpun", ("--kind", "choice", "--choice", "Sosial", "--choice", "Sains", "--doc", "pks,rk")),
    ("wali", "nama wali", ("--personal", "ya")),
    ("lama", "isian lama", ()),
]
FACTS = [
    ("KB-2020-001", "--purpose", "Memudahkan warga di perbatasan", "--object", "pelayanan publik"),
    ("KB-2022-002", "--object", "pertanian & hasilnya", "--affair", "3.30"),
    ("KB-2021-001", "--planned", "2025"),
    ("NK-2022-001", "--purpose", "Kepastian hukum keluarga", "--value", "75000000"),
    ("MOU-2024-001", "--purpose", "Air minum bagi semua", "--value", "5000000000", "--brings", "tanah"),
    ("RKT-2024-002", "--purpose", "Sambungan rumah tahun pertama", "--value", "1250500000",
     "--clause", "kegiatan", "--clause", "hasil"),
    ("RKT-2024-001", "--clause", "kegiatan", "--clause", "peran-pihak", "--clause", "hasil",
     "--clause", "pembiayaan"),
    ("RK-2022-001", "--purpose", "Isbat nikah dekat rumah", "--clause", "pembiayaan", "--value", "0"),
    ("LOI-2022-001", "--clause", "judul", "--clause", "jangka-waktu"),
    ("PKS-2024-002", "--purpose", "Kawasan yang terencana", "--object", "kawasan hortikultura",
     "--value", "1250000000", "--brings", "lahan", "--partner-brings", "tenaga ahli",
     "--set", "lokasi=Contoh Hulu", "--set", "peserta=1250", "--set", "dimulai=2/5/2024",
     "--set", "hibah=75000000", "--set", "rumpun=Sains", "--set", "wali=NAMA WALI", "--set", "lama=tetap",
     "--paper-name", "MoA", "--co-lead", "DISKOPDAG", "--support-opd", "BAPPERIDA", "--reason", "uji"),
    ("PKS-2023-002", "--set", "peserta=12,5", "--co-lead", "DIKBUD", "--support-opd", "BPBD",
     "--partner-brings", "perangkat", "--more-number", "12/TAMBAHAN/2023"),
    ("PKS-2021-002", "--partner", FIRST, "--partner", "PT Maju Contoh", "--reason", "uji",
     "--partner-left", "-", "--partner-left", "1/9/2024",
     "--partner-brings", "suku cadang", "--partner-brings", "teknisi"),
    ("PKS-2020-003", *(part for code in ALL_OF_A_PKS.split(",") for part in ("--clause", code))),
    ("KB-2023-002", "--original-place", "Lemari 3 map 7"),
    ("KB-2022-001", "--partner-left", "1/8/2024", "--reason", "uji"),
]  # fmt: skip


def enrich() -> None:
    """Record it in ./kskd.db, which holds the example."""
    succeed("opd", "add", "KESBANG", "--name", "Badan Kesatuan Bangsa dan Politik")
    succeed("opd", "add", "BRIDA", "--name", "Badan Riset dan Inovasi", "--valid-from", "2025-03-01")
    succeed("opd", "add", "KANTOR", "--name", "Kantor Arsip")
    succeed("opd", "rename", "KANTOR", "--code", "ARSIP", "--name", "Dinas Kearsipan", "--on", "2024-10-01")
    for key, label, more in FIELDS:
        succeed("field", "add", key, "--label", label, *more)
    for key, *told in FACTS:
        succeed("update", key, *told)
    succeed("field", "retire", "lama")
    succeed(
        "target", "add", "PKS-2022-002", "--indicator", "Ruang gerai", "--kind", "duty", "--owed-by", "pemda"
    )
    succeed(
        "target",
        "add",
        "PKS-2022-002",
        "--indicator",
        "Petugas gerai",
        "--kind",
        "duty",
        "--owed-by",
        "mitra",
    )
    succeed(
        "amend", "KB-2022-002", "--number", "7/AD/2025", "--signed", "2025-01-10", "--what", "judul",
        "--title", "Pertanian Terpadu dan Pengolahan Hasil (perubahan)", "--scope", "Pengolahan susu",
    )  # fmt: skip
    succeed("end", "PKS-2023-001", "--on", "2024-12-15", "--ground", "kesepakatan")
    succeed("partner", "update", "CV Pustaka Cendekia Contoh", "--kind", "perseorangan", "--reason", "uji")
    for key, value in (
        ("letter-number", "100.3.7/{n}/KS/{month}/{year}"), ("letter-nature", "Penting"),
        ("letter-copies", "Inspektur; Kepala Bagian Hukum"),
    ):  # fmt: skip
        succeed("setting", "set", key, value)
    succeed(
        "official", "add", "--role", "penanda-tangan", "--opd", "DINKES", "--name", "SI B", "--valid-from",
        "2024-07-01", "--office", "Plt. Kepala Dinas Kesehatan",
    )  # fmt: skip
    succeed(
        "desk", "schedule", "--period", "2024-S2", "--from", "2025-01-20", "--per-day", "3", "--save",
        "--place", "Ruang rapat",
    )  # fmt: skip


@pytest.fixture(scope="session")
def enriched(example_registry: Path, once: Once) -> Path:
    """The registry, made once."""

    def fill() -> None:
        shutil.copy(example_registry, "kskd.db")
        enrich()

    return once("enriched", fill) / "kskd.db"
