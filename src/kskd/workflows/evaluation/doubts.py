"""What is hardly to be believed of a report as it is kept; rules find the same later (KS711 to KS714)."""

from collections.abc import Iterator, Sequence

from kskd.domain.choices import Channel
from kskd.domain.document.agreement import Agreement
from kskd.domain.evaluation import Evaluation, Realisation, all_reached, disproportion
from kskd.domain.implementation import IDLE
from kskd.domain.values.dates import format_date
from kskd.domain.values.days import Day
from kskd.domain.values.numbers import format_number
from kskd.domain.values.text import listed, quote, word
from kskd.domain.values.warning import warning
from kskd.registry.session import Session
from kskd.registry.tables import desk_rounds, evaluations


def doubts(
    session: Session,
    agreement: Agreement,
    new: Evaluation,
    realised: Sequence[Realisation],
    obstacles: Sequence[str],
) -> Iterator[str]:
    """A warning for each doubt about an evaluation; ``realised`` and ``obstacles`` are what was just said."""
    yield from _days(session, agreement, new)
    yield from _figures(session, new, realised)
    for text in obstacles:
        if len(parts := listed(text)) > 1:
            each = " ".join(f"--obstacle {word(part.strip())}" for part in parts)
            yield warning(
                f"{quote(text)} dicatat sebagai satu permasalahan",
                f"bila beberapa, batalkan dengan kskd undo, lalu ulangi dengan {each}",
            )


def _days(session: Session, agreement: Agreement, new: Evaluation) -> Iterator[str]:
    """What is odd about the period or the day of the report, each in a warning."""
    ends, period, told = agreement.term.ends, new.period, new.reported_on
    if ends is not None and ends.latest < period.start:
        yield warning(
            f"{agreement.id} sudah berakhir {ends.words}, sebelum {period.label}",
            f"bila diperpanjang, kskd extend {agreement.id} --signed TANGGAL",
        )
    sent = [one.sent_on for one in desk_rounds.read_sent(session, period) if one.opd == agreement.lead_opd]
    sheet = min(sent) if sent and new.channel is Channel.DESK else None
    for first, what in (
        (agreement.signed, "penandatanganan naskahnya"),
        (Day.of(sheet), "hari lembar desk dibuat"),
    ):
        if told is not None and first is not None and told < first.earliest:
            yield warning(
                f"tanggal lapor {format_date(told)} mendahului {what} ({first.words})",
                f"bila salah catat, kskd evaluate {agreement.id} --period {period}"
                ' --reported-on TANGGAL --reason "…"',
            )


def _figures(session: Session, new: Evaluation, realised: Sequence[Realisation]) -> Iterator[str]:
    """Realisations out of proportion to their target, and a state that they contradict, each in a warning."""
    targets = evaluations.read_targets(session, [new.agreement])
    of = {one.number: one for one in targets}
    for one in realised:
        target = of[one.target]
        if (percent := disproportion(target, one.value)) is not None:
            share = f"{format_number(percent, 1)}% dari target {format_number(target.value or 0)}"
            yield warning(
                f"realisasi {target.indicator} {format_number(one.value)} adalah {share}",
                f"periksa angkanya; bila salah catat, kskd evaluate {new.agreement} --period {new.period}"
                f' --realisation {target.number}=NILAI --reason "…"',
            )
    known = evaluations.read_realisations(session, [new.agreement])
    if new.implementation in IDLE and all_reached(targets, known, new.period):
        yield warning(
            f"{new.agreement} {new.implementation.label.lower()}, padahal semua target tercapai",
            f"tanyakan mana yang benar; bila salah catat, kskd evaluate {new.agreement} --period {new.period}"
            ' --implementation KEADAAN --reason "…"',
        )
