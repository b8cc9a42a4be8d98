"""A registry of an office that has done this for years: documents, units and troubles, drawn by seed."""

from __future__ import annotations

from datetime import date, timedelta
from random import Random
from typing import TYPE_CHECKING

from kskd.domain.choices import OwedBy, Recommendation, TargetKind
from kskd.domain.document.agreement import Agreement, Party
from kskd.domain.evaluation import Action, Effort, Evaluation, Evidence, Obstacle, Realisation, Target
from kskd.domain.implementation import Implementation
from kskd.domain.opd import Opd
from tests.reporting.reporting_facts import (
    S1,
    S2,
    YEAR_END,
    agreement,
    evaluation,
    facts,
    realisation,
    target,
    term,
)

if TYPE_CHECKING:
    from collections.abc import Mapping

    from kskd.reporting.facts import Facts

WHAT = (
    "Pelayanan",
    "Pembinaan",
    "Penyediaan",
    "Pengembangan",
    "Pemanfaatan Bersama",
    "Pendampingan",
    "Pengelolaan",
)
OF = (
    "Kesehatan Masyarakat", "Sarana dan Prasarana Persampahan Lintas Daerah", "Data Kependudukan",
    "Tempat Pemrosesan Akhir Sampah", "Kawasan Hortikultura", "Jaringan Internet Desa", "Bursa Kerja Daerah",
    "Pendidikan Inklusif bagi Penyandang Disabilitas", "Air Minum dan Sanitasi Perdesaan", "Pasar Rakyat",
)  # fmt: skip
WHERE = (
    "Contoh Hulu",
    "Contoh Hilir",
    "Wilayah Perbatasan dan Kepulauan Contoh",
    "Kecamatan Misal",
    "Kota Umpama",
)
PARTNERS = (
    "Kabupaten Umpama",
    "PT Contoh Sejahtera",
    "Universitas Contoh Nusantara",
    "Yayasan Misal Peduli Sesama",
)
STATES = [*Implementation, Implementation.PENUH, Implementation.SEBAGIAN, None]


def title(draw: Random) -> str:
    """A title as long as titles are: 30 to 110 signs."""
    return f"{draw.choice(WHAT)} {draw.choice(OF)} di {draw.choice(WHERE)}"


def crowd(count: int, settings: Mapping[str, str] | None = None, seed: int = 14, opds: int = 40) -> Facts:
    """So many documents, a third of them umbrellas; of the others often all that can be told."""
    draw = Random(seed)  # noqa: S311 - no secret
    units = [Opd(f"DINAS-{at:02}", f"Dinas {draw.choice(OF)} Nomor {at}") for at in range(opds)]
    documents: list[Agreement] = []
    evaluations: list[Evaluation] = []
    targets: list[Target] = []
    reached: list[Realisation] = []
    obstacles: list[Obstacle] = []
    actions: list[Action] = []
    for at in range(count):
        year, number = draw.randint(2019, 2024), f"{at + 1:03}"
        umbrella = at % 3 == 0
        parent = draw.choice([one.id for one in documents if not one.is_derived]) if not umbrella else None
        signed = date(year, 1, 1) + timedelta(days=draw.randrange(330))
        end = signed + timedelta(days=365 * draw.randint(1, 6))
        one = agreement(
            f"{'KB' if umbrella else 'PKS'}-{year}-{number}", draw.choice(units).code, parent=parent,
            signed_on=signed, term=term(signed, end), title=title(draw), affairs=("1.02",),
            parties=(Party(0, "Kabupaten Contoh"), Party(1, draw.choice(PARTNERS), partner=1)),
            scope=(title(draw), title(draw)),
        )  # fmt: skip
        documents.append(one)
        if umbrella:
            continue
        for period in (S1, S2):
            if draw.random() < 0.7:
                evaluations.append(
                    evaluation(
                        one.id, period, implementation=draw.choice(STATES), reported_on=period.end,
                        recommendation=draw.choice([*Recommendation]), evidence=(Evidence("Laporan"),),
                    )
                )  # fmt: skip
        for place in (1, 2):
            targets.append(
                target(
                    one.id, place, indicator=title(draw), owed_by=draw.choice([*OwedBy]),
                    kind=draw.choice([*TargetKind]), due_on=YEAR_END - timedelta(days=draw.randint(-90, 90)),
                )
            )  # fmt: skip
            if draw.random() < 0.7:
                reached.append(realisation(one.id, place, float(draw.randint(0, 1200))))
        if draw.random() < 0.5:
            obstacles.append(
                Obstacle(one.id, 1, title(draw), "anggaran", S1, None, (Effort(S1, title(draw)),))
            )
        if draw.random() < 0.5:
            actions.append(
                Action(one.id, 1, S1, title(draw), None, YEAR_END - timedelta(days=draw.randint(-60, 120)))
            )
    return facts(
        *documents, opds=units, settings=settings, evaluations=evaluations, obstacles=obstacles,
        actions=actions, targets=targets, realisations=reached,
    )  # fmt: skip
