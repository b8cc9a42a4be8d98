"""``amend``, ``extend``, ``end``: what becomes of a document after its signing."""

from typing import Annotated, Any

from kskd.cli.kit.command import WRITING, Call, command
from kskd.cli.kit.field_commands import takes
from kskd.cli.kit.options import Agreement, On, option
from kskd.cli.kit.output import put
from kskd.cli.kit.talk import say
from kskd.cli.register.agreements import PARTIES, POWER, SIGNER, TERM, keep, said_in
from kskd.domain.document.facts import FACTS
from kskd.domain.document.fields import AMENDMENT
from kskd.domain.document.reading import read_said


@takes(
    "agreement",
    "scheme",
    "doc",
    "title",
    *PARTIES,
    "opd",
    "support_opd",
    "number",
    *TERM,
    *SIGNER,
    *POWER,
    "parent",
    "affair",
    "scope",
    "file",
    "original_place",
    "note",
    "clause",
    "allow_duplicate",
    *(field.key for field in FACTS),
    shared=("seen", "no_input", *WRITING),
)
def extend(call: Call, **given: Any) -> None:
    """Judul, mitra, OPD, urusan, dan ruang lingkup diwarisi; sebut sendiri untuk mempersempit."""
    from kskd.workflows.register.extending import extend as run

    keep(call, said_in(given), lambda form: run(call.access, given["agreement"], form))


@takes(
    "agreement",
    "number",
    "partner_number",
    "amended_on",
    "what_changes",
    "adds_burden",
    "amendment_dprd",
    "dprd_approved",
    "tkksd_note",
    "title",
    "years",
    "duration",
    "ends",
    "open_ended",
    "until",
    "scope",
    "drop_scope",
    "amendment",
    shared=("seen", *WRITING),
)
def amend(call: Call, **given: Any) -> None:
    """Yang disebut berlaku sejak adendum ditandatangani; keadaan sebelumnya terbaca dengan --as-of."""
    from kskd.workflows.register.amending import amend as run
    from kskd.workflows.register.amending import complete

    said = said_in(given | {"signed": given["amended_on"]})
    typed = {
        "what": given["what_changes"],
        "adds_burden": given["adds_burden"],
        "dprd_answer": given["amendment_dprd"],
        "dprd_approved_on": given["dprd_approved"],
        "tkksd_note": given["tkksd_note"],
    }
    told = read_said(AMENDMENT, typed).facts
    way, number = call.access, given["amendment"]
    if number is None:
        kept = run(way, given["agreement"], said, told)
    else:
        kept = complete(way, given["agreement"], number, said, told)
    put(f"{kept.agreement.id} {number or kept.agreement.amendments[-1].number}")
    if number is not None and not kept.changes:
        say("Tidak ada yang berubah.")
        return
    say(*(f"  {line}" for line in (*kept.notes, *kept.changes)))
    done = "tercatat" if number is None else "dilengkapi"
    say(f"Adendum {done}: {kept.agreement.kind_name} “{kept.agreement.title}”.")


@command("seen", *WRITING)
def end(
    call: Call,
    *,
    agreement: Agreement,
    on: On = None,
    ground: Annotated[
        str | None,
        option("--ground", "DASAR", "Dasar pengakhiran: kode atau kata, misalnya “tujuan tercapai”."),
    ] = None,
) -> None:
    """--on adalah hari terakhir naskah berlaku. Dasarnya menurut peraturan bagi bentuk kerja samanya."""
    from kskd.workflows.register.ending import end as run

    kept = run(call.access, agreement, on=on, ground=ground)
    put(kept.agreement.id)
    say(*(f"  {note}" for note in kept.notes))
    say(f"Diakhiri: {kept.agreement.kind_name} “{kept.agreement.title}”.")
