"""``amend``, ``extend``, ``end``: what becomes of a document after its signing."""

from collections.abc import Iterable
from typing import Annotated

from kskd.cli.kit.command import WRITING, Call, command
from kskd.cli.kit.field_commands import Given, takes
from kskd.cli.kit.options import AgreementArgument, OnOption, option
from kskd.cli.kit.output import put
from kskd.cli.kit.talk import say, say_done
from kskd.cli.register.agreements import SET, WAYS, keep, said_in, tell_kept
from kskd.domain.document.fields import AMENDMENT
from kskd.domain.document.reading import read_said
from kskd.domain.field import Field
from kskd.domain.subjects import Subjects
from kskd.workflows.register import amending, ending, extending

_OF_A_NEW_LINE = {"replaces", "planned_for"}  # a successor replaces what it extends, and is no plan
_AMENDED = ("title", "years", "duration", "ends", "open_ended", "until", "scope")


@takes(
    lambda known: (*(one for one in known.agreement if one.key not in _OF_A_NEW_LINE), SET, *WAYS),
    "seen",
    "no_input",
    *WRITING,
)
def extend(call: Call, typed: Given, *, agreement: AgreementArgument) -> None:
    """Judul, mitra, OPD, urusan, dan ruang lingkup diwarisi; sebut sendiri untuk mempersempit."""
    said = said_in(call, typed)
    keep(call, said, lambda said: extending.extend(call.access, agreement, said))


def _of_amendments(known: Subjects) -> Iterable[Field]:
    fields = known.agreement
    signed = fields["signed"]._replace(help="Tanggal penandatanganan adendum.")
    return (
        fields["number"],
        fields["partner_number"],
        signed,
        *AMENDMENT,
        *(fields[key] for key in _AMENDED),
    )


@takes(_of_amendments, "seen", *WRITING, may_drop=True)
def amend(
    call: Call,
    typed: Given,
    *,
    agreement: AgreementArgument,
    amendment: Annotated[
        int | None, option("--amendment", "NO", "Melengkapi adendum bernomor ini (kskd show).")
    ] = None,
) -> None:
    """Yang disebut berlaku sejak adendum ditandatangani; keadaan sebelumnya terbaca dengan --as-of."""
    way = call.access
    values = read_said(AMENDMENT, typed).facts
    said = read_said(way.fields, {key: value for key, value in typed.items() if key not in AMENDMENT})
    if amendment is None:
        kept = amending.amend(way, agreement, said, values)
    else:
        kept = amending.complete(way, agreement, amendment, said, values)
    put(f"{kept.agreement.id} {amendment or kept.agreement.amendments[-1].number}")
    done = "tercatat" if amendment is None else "dilengkapi"
    tell_kept(kept, f"Adendum {done}", is_new=amendment is None, dry_run=call.dry_run)


@command("seen", *WRITING)
def end(
    call: Call,
    *,
    agreement: AgreementArgument,
    on: OnOption = None,
    ground: Annotated[
        str | None,
        option("--ground", "DASAR", "Dasar pengakhiran: kode atau kata, misalnya “tujuan tercapai”."),
    ] = None,
) -> None:
    """--on adalah hari terakhir naskah berlaku. Dasarnya menurut peraturan bagi bentuk kerja samanya."""
    kept = ending.end(call.access, agreement, on=on, ground=ground)
    put(kept.agreement.id)
    say(*(f"  {note}" for note in kept.notes))
    say_done(f"Diakhiri: {kept.agreement.kind_name} “{kept.agreement.title}”.", dry_run=call.dry_run)
