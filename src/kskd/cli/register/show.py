"""``show``."""

from kskd.cli.kit.command import READING, Call, command
from kskd.cli.kit.options import AgreementArgument
from kskd.cli.kit.output import Format, iso, put_document
from kskd.workflows.register.showing import show as run


@command(*READING)
def show(call: Call, *, agreement: AgreementArgument) -> None:
    """Dengan induk, turunan, masa berlaku, target, evaluasi, kendala, dan tindak lanjutnya."""
    day, how = call.day, call.output
    whole = run(call.access, agreement, as_of=day)
    if how is Format.JSON:
        now = whole.stage
        stage = now and {**now._asdict(), "since": iso(now.since), "days": now.days(day)}
        put_document("agreement/1", {"as_of": day.isoformat(), **whole.document, "stage": stage})
    else:
        from kskd.cli.register.showing import show_text

        show_text(whole, day, how)
