"""``add-mou``, ``derive-pks``, ``update``, ``void``."""

from collections.abc import Callable
from dataclasses import replace
from typing import Any

from kskd.cli.kit.command import WRITING, Call, command
from kskd.cli.kit.field_commands import pick, takes
from kskd.cli.kit.options import Agreement
from kskd.cli.kit.output import put
from kskd.cli.kit.talk import say
from kskd.domain.document.facts import FACTS, of_derived, of_umbrellas
from kskd.errors import UnknownPartner
from kskd.workflows.register.form import AgreementForm

PARTIES = ("partner", "new", "partner_kind", "partner_number", "partner_signer")
TERM = ("signed", "starts", "years", "duration", "ends", "open_ended", "until")
_CONTENT = (
    "affair",
    "scope",
    "file",
    "original_place",
    "note",
    "clause",
    "replaces",
    "planned",
    "allow_duplicate",
)
SIGNER = ("signer", "signer_name")
POWER = ("power_of_attorney", "power_of_attorney_date")
_DROPS = ("drop_partner", "drop_support_opd", "drop_affair", "drop_scope", "drop_clause", "clear")


@takes(
    "scheme",
    "doc",
    "title",
    *PARTIES,
    "opd",
    "support_opd",
    "number",
    *TERM,
    *SIGNER,
    "parent",
    *_CONTENT,
    *of_umbrellas(),
    shared=("no_input", *WRITING),
)
def add_mou(call: Call, **given: Any) -> None:
    """ID naskah yang dicatat ditulis ke keluaran baku. Yang belum disebut ditanyakan di terminal."""
    from kskd.workflows.register.agreements import add_mou as run

    form = form_of(given)
    if call.may_ask:
        from kskd.cli.register.questions import fill_umbrella

        form = fill_umbrella(call.access, form)
    keep(call, form, lambda form: run(call.access, form))


@takes(
    "from_parent",
    "no_parent",
    "doc",
    "title",
    "scheme",
    *PARTIES,
    "opd",
    "support_opd",
    "number",
    *TERM,
    *SIGNER,
    *POWER,
    *_CONTENT,
    *of_derived(),
    shared=("no_input", *WRITING),
)
def derive_pks(call: Call, **given: Any) -> None:
    """Mitra, bentuk, OPD, urusan, dan ruang lingkup diwarisi dari induk; sebut sendiri untuk mempersempit."""
    from kskd.workflows.register.agreements import derive_pks as run

    form = replace(form_of(given), parent=given["from_parent"])
    if call.may_ask:
        from kskd.cli.register.questions import fill_derived

        form = fill_derived(call.access, form, no_parent=given["no_parent"])
    keep(call, form, lambda form: run(call.access, form, no_parent=given["no_parent"]))


@takes(
    "agreement",
    "title",
    "scheme",
    "doc",
    *PARTIES,
    "opd",
    "support_opd",
    "number",
    *TERM,
    *SIGNER,
    *POWER,
    "parent",
    *_CONTENT,
    *FACTS,
    *_DROPS,
    shared=("seen", "no_input", *WRITING),
)
def update(call: Call, **given: Any) -> None:
    """Yang kosong dilengkapi; yang tercatat diubah hanya dengan --reason. Daftar ditambah, bukan diganti."""
    from kskd.workflows.register.updating import update as run

    keep(call, form_of(given), lambda form: run(call.access, given["agreement"], form), "Diubah")


@command("seen", *WRITING)
def void(call: Call, *, agreement: Agreement) -> None:
    """Naskah tetap tersimpan dengan alasannya, tetapi tidak lagi dihitung."""
    from kskd.workflows.register.agreements import void as run

    kept = run(call.access, agreement)
    put(kept.agreement.id)
    say(f"Dibatalkan: {kept.agreement.title}.")


def form_of(given: dict[str, Any]) -> AgreementForm:
    """What was said of a document, with the facts that were said in one field."""
    said = tuple((key, given[key]) for key in FACTS if given.get(key) is not None)
    return replace(pick(given, AgreementForm), facts=said)


def keep(
    call: Call, form: AgreementForm, run: Callable[[AgreementForm], Any], verb: str = "Tercatat"
) -> None:
    """Run, ask about a partner that is not known where a person can be asked, and tell what came of it."""
    while True:
        try:
            kept = run(form)
        except UnknownPartner as unknown:
            from kskd.cli.register.questions import names_of, settle_partner

            if not call.may_ask or unknown.name not in names_of(form):
                raise

            form = settle_partner(form, unknown)
        else:
            break
    put(kept.agreement.id)
    if verb == "Diubah" and not kept.changes:
        say("Tidak ada yang berubah.")
        return
    say(*(f"  {line}" for line in (*kept.notes, *kept.changes)))
    say(f"{verb}: {kept.agreement.kind_name} “{kept.agreement.title}”.")
