"""Small made-up registries for the tests of reports; every name is plainly fictional."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from functools import cache
from importlib.resources import files
from typing import TYPE_CHECKING, Any

from kskd.domain.choices import OwedBy, Recommendation, TargetKind
from kskd.domain.document.agreement import Agreement, Party
from kskd.domain.document.chain import Doc, Scheme
from kskd.domain.document.ends import EndKind
from kskd.domain.document.fields import FIELDS
from kskd.domain.document.term import Term
from kskd.domain.evaluation import Action, Effort, Evaluation, Evidence, Obstacle, Realisation, Target
from kskd.domain.implementation import Implementation
from kskd.domain.opd import Opd
from kskd.domain.settings import Government
from kskd.domain.values.days import Day
from kskd.domain.values.period import Period
from kskd.evaluation.instrument import Instrument, read_instrument
from kskd.reporting.facts import Facts

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

S1 = Period.parse("2024-S1")
S2 = Period.parse("2024-S2")
YEAR_END = date(2024, 12, 31)


PLAIN = {field.key for field in FIELDS.plain}


@cache
def inti() -> Instrument:
    return read_instrument((files("kskd") / "instruments" / "inti-1.toml").read_text(encoding="utf-8"))


def answers(place: int = 0, *, without: Sequence[str] = ()) -> dict[str, str]:
    """An answer for each asked item: its option at ``place``, counted from the best."""
    return {
        item.code: item.options[min(place, len(item.options) - 1)].code
        for item in inti().asked_items
        if item.code not in without
    }


def agreement(agreement_id: str, opd: str = "DINKES", **changes: Any) -> Agreement:
    """A document in force from 2 May 2024 to 2 May 2026, both numbers recorded; ``changes`` win.

    ``signed_on`` among them is the exact day of signing.
    """
    doc = Doc(agreement_id.partition("-")[0].lower())
    base = Agreement(
        id=agreement_id,
        doc=doc,
        scheme=Scheme.SINERGI if doc in {Doc.NK, Doc.RK} else Scheme.KSDPK,
        lead_opd=opd,
        entered_on=date(2024, 1, 2),
        signed=Day.of(changes.pop("signed_on", date(2024, 5, 2))),
        term=term(date(2024, 5, 2), date(2026, 5, 2)),
        parties=(
            Party(0, "Kabupaten Contoh", number=f"100.3.7.1/{agreement_id[-3:]}/{doc.upper()}/2024"),
            Party(1, "Universitas Umpama", partner=1, number=f"{agreement_id[-2:]}/UU/2024"),
        ),
    )
    plain = {"title": f"Pelayanan Contoh {agreement_id}"} | dict(changes.pop("facts", ()))
    plain |= {key: changes.pop(key) for key in PLAIN & changes.keys()}
    return replace(base, **changes).with_facts(**plain)


def draft(agreement_id: str, opd: str = "DINKES", **changes: Any) -> Agreement:
    return agreement(agreement_id, opd, **{"signed_on": None, "term": Term(), **changes})


def term(start: date | None, end: date | None) -> Term:
    return Term(Day.of(start), EndKind.DATE if end else None, Day.of(end))


def evaluation(agreement_id: str, period: Period = S2, **changes: Any) -> Evaluation:
    """A complete report of full implementation with the best answers; ``changes`` win."""
    base = Evaluation(
        agreement=agreement_id,
        period=period,
        implementation=Implementation.PENUH,
        reported_on=date(2025, 1, 10),
        filler="Petugas Contoh",
        answers=answers(),
        recommendation=Recommendation.LANJUT,
        note=None,
        instrument=inti().id,
        evidence=(Evidence("Berita acara contoh"),),
    )
    return replace(base, **changes)


def target(agreement_id: str, number: int = 1, **changes: Any) -> Target:
    base = Target(
        agreement=agreement_id,
        number=number,
        kind=TargetKind.OUTPUT,
        indicator="Jumlah layanan contoh",
        unit="layanan",
        value=1000.0,
        due_on=YEAR_END,
        owed_by=OwedBy.PEMDA,
    )
    return replace(base, **changes)


def realisation(agreement_id: str, number: int = 1, value: float = 750.0, period: Period = S2) -> Realisation:
    return Realisation(agreement_id, number, period, value)


OPDS = (Opd("DINKES", "Dinas Kesehatan"), Opd("DINSOS", "Dinas Sosial"), Opd("DLH", "Dinas Lingkungan Hidup"))


def facts(
    *agreements: Agreement,
    opds: Iterable[Opd] = OPDS,
    settings: Mapping[str, str] | None = None,
    evaluations: Sequence[Evaluation] = (),
    obstacles: Sequence[Obstacle] = (),
    actions: Sequence[Action] = (),
    targets: Sequence[Target] = (),
    realisations: Sequence[Realisation] = (),
    instruments: Iterable[Instrument] = (),
) -> Facts:
    return Facts(
        government=Government({"name": "Kabupaten Contoh", "seat": "Contoh", **(settings or {})}),
        opds={one.code: one for one in opds},
        agreements={one.id: one for one in agreements},
        evaluations=evaluations,
        obstacles=obstacles,
        actions=actions,
        targets=targets,
        realisations=realisations,
        instruments={one.id: one for one in (inti(), *instruments)},
        version="0.0.0",
    )


def rich_facts() -> Facts:
    """A registry in which every section of the reports has something to show."""
    mean_answers = answers(1)
    return facts(
        agreement("KB-2024-001", affairs=("1.02",), scope=("Layanan kesehatan", "Rujukan pasien")),
        agreement(
            "KB-2023-001",
            "DINSOS",
            title="Perlindungan Sosial bagi Warga Contoh",
            signed_on=date(2023, 3, 1),
            term=term(date(2023, 3, 1), date(2025, 3, 1)),
        ),
        agreement("KB-2019-001", signed_on=date(2019, 3, 1), term=term(date(2019, 3, 1), date(2022, 3, 1))),
        agreement("NK-2024-001", "DLH", term=Term(Day.of(date(2024, 5, 2)), EndKind.OPEN)),
        agreement(
            "PKS-2024-001",
            parent="KB-2024-001",
            title="Pelayanan Kesehatan Bergerak di Wilayah Perbatasan dan Kepulauan Contoh",
            support_opds=("DINSOS", "DLH"),
            affairs=("1.02",),
            scope=("Pemeriksaan ibu dan anak", "Rujukan pasien"),
        ),
        agreement("PKS-2024-002", parent="KB-2024-001", term=term(date(2024, 5, 2), date(2025, 2, 1))),
        agreement(
            "PKS-2024-003",
            parent="KB-2024-001",
            parties=(Party(0, "Kabupaten Contoh"), Party(1, "Yayasan Misal Sehat", partner=2)),
        ),
        agreement("PKS-2024-004", term=Term(Day.of(date(2024, 5, 2)))),
        agreement("PKS-2024-005", parent="KB-2024-001", term=term(date(2024, 5, 2), date(2024, 11, 30))),
        draft("PKS-2024-006", parent="KB-2024-001"),
        agreement(
            "PKS-2023-001",
            "DINSOS",
            parent="KB-2023-001",
            signed_on=date(2023, 4, 1),
            term=term(date(2023, 4, 1), date(2024, 4, 1)),
        ),
        agreement("RK-2024-001", "DLH", parent="NK-2024-001"),
        agreement("KB-2020-009", void_reason="tercatat dua kali"),
        opds=(*OPDS, Opd("DISHUB", "Dinas Perhubungan")),
        settings={"signer-name": "Nama Contoh", "signer-id": "19000101 200001 1 001"},
        evaluations=[
            evaluation("PKS-2024-001"),
            evaluation(
                "PKS-2024-002",
                implementation=Implementation.SEBAGIAN,
                answers=mean_answers,
                recommendation=Recommendation.PERBAIKI,
            ),
            evaluation(
                "PKS-2024-003",
                implementation=Implementation.BELUM,
                answers=answers(1, without=("hasil", "keluaran")),
                recommendation=None,
                evidence=(),
            ),
            evaluation("PKS-2024-001", S1, implementation=Implementation.SEBAGIAN, answers=mean_answers),
            evaluation(
                "RK-2024-001",
                implementation=Implementation.TIDAK,
                answers=answers(3),
                recommendation=Recommendation.HENTIKAN,
            ),
        ],
        obstacles=[
            Obstacle(
                "PKS-2024-001",
                1,
                "Kapal layanan rusak selama dua bulan",
                "sarana",
                S1,
                None,
                (Effort(S1, "Mengusulkan perbaikan"), Effort(S2, "Menyewa kapal pengganti")),
            ),
            Obstacle("PKS-2024-002", 1, "Anggaran belum tersedia", "anggaran", S1, S2),
            Obstacle("RK-2024-001", 1, "Data lahan belum seragam", None, S2),
        ],
        actions=[
            Action("PKS-2024-001", 1, S1, "Menyusun jadwal bersama", "Dinas Kesehatan", date(2024, 9, 30)),
            Action(
                "PKS-2024-002", 1, S1, "Menyampaikan laporan", None, None, date(2024, 8, 1), "Surat contoh"
            ),
        ],
        targets=[
            target("PKS-2024-001"),
            target(
                "PKS-2024-001",
                2,
                indicator="Lama rujukan",
                unit="hari",
                value=3.0,
                lower_is_better=True,
                kind=TargetKind.OUTCOME,
            ),
            target(
                "PKS-2024-001",
                3,
                indicator="Mitra menyediakan tenaga",
                unit=None,
                value=None,
                due_on=None,
                kind=TargetKind.DUTY,
                owed_by=OwedBy.MITRA,
            ),
            target("PKS-2024-002"),
        ],
        realisations=[realisation("PKS-2024-001"), realisation("PKS-2024-002", value=1250.5)],
    )
