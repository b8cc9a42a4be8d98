"""``evaluate``."""

from typing import Annotated

from kskd.cli.evaluation.questions import fill_report
from kskd.cli.kit.ask import ask
from kskd.cli.kit.attribute_commands import Told, tells
from kskd.cli.kit.command import WRITING, Call, required
from kskd.cli.kit.options import AgreementArgument, PeriodOption, codes, many, option, switch
from kskd.cli.kit.output import put
from kskd.cli.kit.talk import say
from kskd.domain.evaluation import PlainFacts
from kskd.domain.values import period as domain_period
from kskd.domain.values.numbers import format_number, format_percent
from kskd.workflows.evaluation import evaluating
from kskd.workflows.evaluation.report_options import read_report


@tells(PlainFacts, "seen", "no_input", *WRITING)
def evaluate(
    call: Call,
    *,
    agreement: AgreementArgument,
    period: PeriodOption = None,
    implementation: Annotated[
        str | None,
        option("--implementation", "KEADAAN", "Keadaan pelaksanaan: penuh, sebagian, belum, tidak."),
    ] = None,
    answer: Annotated[
        list[str],
        many("--answer", "BUTIR=JAWABAN", "Jawaban atas butir instrumen; lihat kskd instrument show."),
    ],
    voice: Annotated[
        str | None,
        option(
            "--voice",
            "SUARA",
            "Suara siapa --answer ini bila OPD dan Bagian berbeda: opd (disimpan di samping jawaban yang"
            " dihitung), atau bagian (dihitung; yang sudah tercatat menjadi jawaban OPD).",
        ),
    ] = None,
    unchanged: Annotated[
        bool,
        switch(
            "--unchanged",
            "Tidak ada perubahan: pelaksanaan dan jawaban diambil dari evaluasi terakhir sebelumnya.",
        ),
    ] = False,
    filler: Annotated[
        list[str],
        many(
            "--filler",
            "PENGISI",
            "NAMA yang bertanggung jawab atas laporan; pengisi lain sebagai PERAN=NAMA, dengan PERAN opd,"
            " bagian, mitra, atau kode OPD.",
        ),
    ],
    obstacle: Annotated[list[str], many("--obstacle", "TEKS", "Kendala baru.")],
    category: Annotated[
        list[str],
        codes(
            "--category",
            "KATEGORI",
            "Kategori kendala baru, menurut urutan --obstacle: anggaran, sdm, sarana, data, regulasi,"
            " koordinasi, mitra, lainnya; - bila tidak tentu.",
        ),
    ],
    effort: Annotated[
        list[str],
        many(
            "--effort",
            "TEKS",
            "Upaya, menurut urutan --obstacle; NOMOR=TEKS untuk kendala yang sudah tercatat.",
        ),
    ],
    close_obstacle: Annotated[
        list[int], many("--close-obstacle", "NO", "Kendala bernomor ini selesai dalam periode ini.")
    ],
    realisation: Annotated[list[str], many("--realisation", "NO=NILAI", "Realisasi target bernomor ini.")],
    evidence: Annotated[
        list[str],
        many(
            "--evidence",
            "[BUTIR=]BUKTI",
            "Bukti: nama berkas atau uraian; didahului BUTIR= bila membuktikan jawaban butir itu.",
        ),
    ],
    told: Told,
) -> None:
    """Dapat diulang untuk melengkapi; koreksi memerlukan --reason. Di terminal, yang kurang ditanyakan."""
    way = call.access
    report = read_report(
        way,
        implementation=implementation,
        answer=answer,
        voice=voice,
        unchanged=unchanged,
        filler=filler,
        obstacle=obstacle,
        category=category,
        effort=effort,
        close_obstacle=close_obstacle,
        realisation=realisation,
        evidence=evidence,
        **told,
    )
    if call.may_ask and period is None:
        usual = str(evaluating.likely_period(way, agreement))
        period = str(ask("Periode", domain_period.Period.parse, usual))
    period = required(period, "--period")
    if call.may_ask:
        report = fill_report(evaluating.questions(way, agreement, period), report, way)
    done = evaluating.evaluate(way, agreement, period, report)
    put(f"{done.evaluation.agreement} {done.evaluation.period}")
    if done.disagreements:
        say("Jawaban OPD dan Bagian berbeda:", *(f"  {line}" for line in done.disagreements))
    if not done.changes:
        say("Tidak ada yang berubah.")
    say(*(f"  {change}" for change in done.changes), *done.notes)
    score = done.score
    if score.value is not None:
        say(f"Nilai {format_number(float(score.value), 2)} ({score.category}), instrumen {score.instrument}.")
    else:
        say(f"Belum ada nilai: cakupan {format_percent(float(score.coverage), 1)}.")
        if score.missing:
            say(f"  Belum terjawab: {', '.join(score.missing)}.")
        if score.not_assessable:
            say(f"  Tidak dapat dinilai: {', '.join(score.not_assessable)}.")
    if score.claims:
        say(f"  Masih pernyataan tanpa bukti: {', '.join(score.claims)}; sebut --evidence BUTIR=BUKTI.")
    if done.proposal.advice is not None and done.evaluation.recommendation is not done.proposal.advice:
        say(f"Usulan rekomendasi: {done.proposal.advice} ({done.proposal.rule}: {done.proposal.says}).")
    if done.obstacles:
        say(f"Kendala yang masih terbuka: {len(done.obstacles)}.")
