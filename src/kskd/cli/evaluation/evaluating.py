"""``evaluate``."""

from kskd.cli.evaluation.questions import fill_report
from kskd.cli.kit.ask import ask
from kskd.cli.kit.command import WRITING, Call, required
from kskd.cli.kit.field_commands import Given, takes
from kskd.cli.kit.options import AgreementArgument
from kskd.cli.kit.output import put
from kskd.cli.kit.talk import say, tell
from kskd.domain.values.numbers import format_number, format_percent
from kskd.domain.values.period import Period
from kskd.domain.values.warning import warning
from kskd.workflows.evaluation import evaluating
from kskd.workflows.evaluation.report_options import read_report


@takes(lambda known: known.report, "seen", "no_input", *WRITING, may_clear=True)
def evaluate(call: Call, typed: Given, *, agreement: AgreementArgument) -> None:
    """Dapat diulang untuk melengkapi; koreksi memerlukan --reason. Di terminal, yang kurang ditanyakan."""
    way = call.access
    report = read_report(way, typed)
    period = typed["period"]
    if call.may_ask and period is None:
        usual = str(evaluating.likely_period(way, agreement))
        period = str(ask("Periode", Period.parse, usual))
    period = required(None if period is None else str(period), "--period")
    if call.may_ask:
        report = fill_report(evaluating.questions(way, agreement, period), report, way)
    done = evaluating.evaluate(way, agreement, period, report)
    put(f"{done.evaluation.agreement} {done.evaluation.period}")
    if done.disagreements:
        say("Jawaban OPD dan Bagian berbeda:", *(f"  {line}" for line in done.disagreements))
    tell(done.changes)
    say(*done.notes)
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
        kept = done.evaluation
        proof = f"kskd evaluate {kept.agreement} --period {kept.period} --evidence BUTIR=BUKTI"
        say(
            warning(
                f"masih pernyataan tanpa bukti: {', '.join(score.claims)}", f"sebut buktinya dengan {proof}"
            )
        )
    if done.proposal.advice is not None and done.evaluation.recommendation is not done.proposal.advice:
        say(f"Usulan rekomendasi: {done.proposal.advice} ({done.proposal.rule}: {done.proposal.says}).")
    if done.obstacles:
        say(f"Kendala yang masih terbuka: {len(done.obstacles)}.")
