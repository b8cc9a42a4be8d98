"""``amend``, ``extend``, ``end``: what becomes of a document after its signing."""

from dataclasses import replace
from typing import Annotated, Any

from kskd.cli.kit.command import WRITING, Call, command
from kskd.cli.kit.field_commands import takes
from kskd.cli.kit.options import Agreement, On, option
from kskd.cli.kit.output import put
from kskd.cli.kit.talk import say
from kskd.cli.register.agreements import PARTIES, POWER, SIGNER, TERM, form_of, keep
from kskd.domain.document.facts import FACTS


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
    *FACTS,
    shared=("seen", "no_input", *WRITING),
)
def extend(call: Call, **given: Any) -> None:
    """Judul, mitra, OPD, urusan, dan ruang lingkup diwarisi; sebut sendiri untuk mempersempit."""
    from kskd.workflows.register.extending import extend as run

    keep(call, form_of(given), lambda form: run(call.access, given["agreement"], form))


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
    from kskd.workflows.register.form import AmendmentForm

    form = replace(form_of(given), signed=given["amended_on"])
    said = AmendmentForm(
        given["what_changes"],
        given["adds_burden"],
        given["amendment_dprd"],
        given["dprd_approved"],
        given["tkksd_note"],
    )
    way, number = call.access, given["amendment"]
    if number is None:
        kept = run(way, given["agreement"], form, said)
    else:
        kept = complete(way, given["agreement"], number, form, said)
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
