"""The footnotes that say how a report counts."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kskd.domain.document.status import Status
from kskd.domain.values.dates import format_date
from kskd.evaluation.advice import RULES
from kskd.evaluation.scales import SCALES

if TYPE_CHECKING:
    from collections.abc import Collection, Sequence

    from kskd.domain.document.agreement import Agreement
    from kskd.evaluation.rollup import MeanScore
    from kskd.reporting.survey import Survey

TARGET_NOTE = (
    "Capaian = realisasi ÷ target × 100%; untuk target yang makin kecil makin baik: "
    "(2 − realisasi ÷ target) × 100%, paling rendah 0. Untuk target "
    "yang dihitung per periode, realisasi ialah jumlah periode-periode sampai akhir periode laporan; "
    "periode yang tercakup periode lain yang lebih panjang tidak dihitung dua kali. Konvensi setempat."
)
"""How ``domain.evaluation.achievement`` counts; for pages with targets."""


WORTH_NOTE = (
    "Nilai kerja sama dijumlahkan dari naskah yang nilainya tercatat; yang belum tercatat tidak dianggap "
    "nol. Nilai naskah induk dihitung hanya sejauh melebihi nilai turunannya dalam jumlah itu."
)
"""How ``domain.document.lines.worth_of`` counts; for pages with a value."""


def notes(survey: Survey, counted: Sequence[Agreement], mean: MeanScore) -> tuple[str, ...]:
    """Counting rules of the figures, and what they left out."""
    day = format_date(survey.as_of)
    lines = [
        f"Status, sisa hari, dan rasio dihitung menurut keadaan tanggal {day}. Naskah yang ditandatangani "
        "sesudah tanggal itu tidak termasuk.",
        "Rasio tindak lanjut = naskah payung yang berlaku dan sudah ditindaklanjuti ÷ seluruh naskah payung "
        "yang berlaku. Naskah payung dihitung sudah ditindaklanjuti bila sedikitnya satu naskah turunan "
        "(PKS, Kontrak, RK, atau RKT) di bawahnya, langsung atau melalui naskah payung lain seperti MoU di "
        f"bawah LoI, sudah ditandatangani sampai dengan {day}, termasuk yang sudah berakhir. Naskah payung "
        "dan perpanjangannya dihitung sebagai satu, dengan naskah turunan dari semuanya.",
        "Tingkat pelaksanaan menghitung naskah turunan yang sudah ditandatangani dan berlaku sekurang-"
        "kurangnya satu hari dalam periode. Rancangan, naskah yang baru berlaku sesudah periode, dan naskah "
        "yang berakhir sebelum periode tidak dihitung.",
        "“Belum dilaporkan” berarti keadaannya belum diketahui; tidak sama dengan “Belum dilaksanakan”.",
        "Nilai hanya ada bila seluruh butir instrumen terjawab dan dapat dinilai; selain itu yang "
        "ditampilkan adalah cakupan, yaitu bagian bobot yang terjawab. Jawaban di balik setiap nilai dapat "
        f"diminta kepada {survey.facts.government.text('office')}.",
    ]
    since = survey.facts.government.reports_since
    if since is not None and survey.period.start < since.start:
        lines.append(
            f"Sebelum registri dimulai ({since.label}): belum tercatat. Laporan sebelum semester itu tidak"
            " ditagih, dan tidak dihitung dalam ketepatan waktu."
        )
    if not survey.facts.evaluations:
        return tuple(lines)
    lines += [
        "Laporan tepat waktu bila hari masuknya tidak lewat "
        f"{survey.facts.government.text('report-days')} hari sesudah akhir semester (kerja sama luar negeri: "
        "minggu pertama Januari, bagi provinsi minggu kedua). Tingkat pelaporan = masuk ÷ ditagih; tingkat "
        "tepat waktu = tepat waktu ÷ ditagih. Laporan yang harinya tidak tercatat dihitung masuk, tetapi "
        "tidak tepat waktu.",
        "Target tercapai bila capaiannya sedikitnya 100%; keluaran dan hasil dihitung terpisah.",
        "Rekomendasi diusulkan menurut aturan: "
        + "; ".join(f"{rule.code} {rule.advice.label.lower()} bila {rule.says}" for rule in RULES)
        + ". Masa berlaku hampir habis bila berakhir paling lama "
        f"{survey.facts.government.text('renewal-days')} hari sesudah akhir periode yang dievaluasi. Aturan "
        "pertama yang cocok yang dipakai; naskah yang sudah diakhiri atau nilainya belum lengkap tidak "
        "diberi usulan. Yang memutuskan orang.",
        *(
            f"Skala {scale.source} dibuat untuk {scale.made_for} dan di sini dipinjam. {scale.boundary_rule}"
            for scale in SCALES
        ),
    ]
    if len(mean.instruments) > 1:
        lines.append(
            f"Rata-rata nilai mencampur instrumen {', '.join(mean.instruments)}; nilai dari instrumen atau "
            "versi yang berbeda tidak sepenuhnya sebanding."
        )
    for one in mean.instruments:
        rule = survey.facts.instruments[one].boundary_rule
        lines.append(f"Nilai dihitung dengan instrumen {one}, sebuah konvensi setempat. {rule}")
    others = sorted(
        {shown.period for one in counted if (shown := survey.evaluation(one.id))} - {survey.period}
    )
    if others:
        names = ", ".join(period.label for period in others)
        lines.append(f"Sebagian atau seluruh evaluasi yang dipakai berasal dari periode lain: {names}.")
    return tuple(lines)


def unsure_notes(survey: Survey, agreements: Collection[Agreement]) -> tuple[str, ...]:
    """Which documents are in no count since nobody can tell whether they were in force, if there are any."""
    umbrellas = [one for one in agreements if not one.is_derived]
    unsure = {
        "naskah payung tidak dihitung dalam rasio tindak lanjut": [
            one.id for one in umbrellas if survey.status[one.id] is Status.UNKNOWN
        ],
        "naskah turunan tidak dihitung dalam tingkat pelaksanaan": [
            one.id for one in agreements if survey.is_unsure(one)
        ],
    }
    return tuple(
        f"{len(ids)} {what}, sebab tanggalnya baru diketahui sebagian dan belum dapat dipastikan bahwa"
        f" naskahnya berlaku: {', '.join(ids)}."
        for what, ids in unsure.items()
        if ids
    )


def void_note(survey: Survey) -> tuple[str, ...]:
    """That void documents are left out, if there are any."""
    if not survey.void:
        return ()
    return (
        f"{len(survey.void)} naskah yang catatannya dibatalkan tidak termasuk dalam angka mana pun: "
        f"{', '.join(survey.void)}.",
    )
