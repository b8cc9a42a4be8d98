"""``add-mou``, ``derive-pks``, ``update``, ``void``."""

from collections.abc import Callable
from typing import Any

from kskd.cli.kit.command import WRITING, Call, command
from kskd.cli.kit.field_commands import takes
from kskd.cli.kit.options import Agreement
from kskd.cli.kit.output import put
from kskd.cli.kit.talk import say
from kskd.domain.document.chain import DERIVED, UMBRELLAS
from kskd.domain.document.facts import FACTS
from kskd.domain.document.fields import FIELDS
from kskd.domain.document.reading import read_said
from kskd.domain.document.said import Said
from kskd.errors import UnknownPartner

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
    *(field.key for field in FACTS.of(UMBRELLAS)),
    shared=("no_input", *WRITING),
)
def add_mou(call: Call, **given: Any) -> None:
    """ID naskah yang dicatat ditulis ke keluaran baku. Yang belum disebut ditanyakan di terminal."""
    from kskd.workflows.register.agreements import add_mou as run

    said = said_in(given)
    if call.may_ask:
        from kskd.cli.register.questions import fill_umbrella

        said = fill_umbrella(call.access, said)
    keep(call, said, lambda said: run(call.access, said))


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
    *(field.key for field in FACTS.of(DERIVED)),
    shared=("no_input", *WRITING),
)
def derive_pks(call: Call, **given: Any) -> None:
    """Mitra, bentuk, OPD, urusan, dan ruang lingkup diwarisi dari induk; sebut sendiri untuk mempersempit."""
    from kskd.workflows.register.agreements import derive_pks as run

    said = said_in(given)._replace(parent=given["from_parent"])
    if call.may_ask:
        from kskd.cli.register.questions import fill_derived

        said = fill_derived(call.access, said, no_parent=given["no_parent"])
    keep(call, said, lambda said: run(call.access, said, no_parent=given["no_parent"]))


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
    *(field.key for field in FACTS),
    *_DROPS,
    shared=("seen", "no_input", *WRITING),
)
def update(call: Call, **given: Any) -> None:
    """Yang kosong dilengkapi; yang tercatat diubah hanya dengan --reason. Daftar ditambah, bukan diganti."""
    from kskd.workflows.register.updating import update as run

    keep(call, said_in(given), lambda said: run(call.access, given["agreement"], said), "Diubah")


@command("seen", *WRITING)
def void(call: Call, *, agreement: Agreement) -> None:
    """Naskah tetap tersimpan dengan alasannya, tetapi tidak lagi dihitung."""
    from kskd.workflows.register.agreements import void as run

    kept = run(call.access, agreement)
    put(kept.agreement.id)
    say(f"Dibatalkan: {kept.agreement.title}.")


def said_in(given: dict[str, Any]) -> Said:
    """What was said of a document."""
    return read_said(FIELDS, given | {"planned_for": given.get("planned")})


def keep(call: Call, said: Said, run: Callable[[Said], Any], verb: str = "Tercatat") -> None:
    """Run, ask about a partner that is not known where a person can be asked, and tell what came of it."""
    while True:
        try:
            kept = run(said)
        except UnknownPartner as unknown:
            from kskd.cli.register.questions import settle_partner

            if not call.may_ask or unknown.name not in said.partner:
                raise

            said = settle_partner(said, unknown)
        else:
            break
    put(kept.agreement.id)
    if verb == "Diubah" and not kept.changes:
        say("Tidak ada yang berubah.")
        return
    say(*(f"  {line}" for line in (*kept.notes, *kept.changes)))
    say(f"{verb}: {kept.agreement.kind_name} “{kept.agreement.title}”.")
