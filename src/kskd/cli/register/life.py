"""``amend``, ``extend``, ``end``: what becomes of a document after its signing."""

from collections.abc import Iterable
from typing import Annotated

from kskd.cli.kit.command import WRITING, Call, command
from kskd.cli.kit.field_commands import Given, takes
from kskd.cli.kit.options import AgreementArgument, OnOption, argument, option, switch
from kskd.cli.kit.output import put
from kskd.cli.kit.talk import say, say_done
from kskd.cli.register.agreements import SET, WAYS, keep, said_in, tell_kept
from kskd.domain.document.fields import AMENDMENT
from kskd.domain.document.reading import read_said
from kskd.domain.field import Field
from kskd.domain.subjects import Subjects
from kskd.errors import refusal
from kskd.workflows.adendums import amending, unfound
from kskd.workflows.register import ending, extending

_OF_A_NEW_LINE = {"replaces", "planned_for"}  # a successor replaces what it extends, and is no plan
_JOINS, _LEAVES = "partner_joins", "partner_leaves"
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
    partner = fields["partner"]._replace(drop="")
    return (
        fields["number"],
        fields["partner_number"],
        fields["signed"]._replace(help="Tanggal penandatanganan adendum."),
        *AMENDMENT,
        *(fields[key] for key in _AMENDED),
        partner._replace(key=_JOINS, help="Mitra yang bergabung sejak adendum ini."),
        partner._replace(key=_LEAVES, help="Mitra yang keluar sejak adendum ini."),
        *(
            fields[key]._replace(help=f"{fields[key].told} Dengan --no-document.")
            for key in ("scheme", "doc", "opd")
        ),
        partner._replace(help="Mitra dalam adendum itu. Dengan --no-document."),
        *WAYS[:2],
    )


@takes(_of_amendments, "seen", *WRITING, may_drop=True)
def amend(
    call: Call,
    typed: Given,
    *,
    agreement: Annotated[
        str | None, argument("[NASKAH]", "ID, awal ID yang unik, atau nomor naskah.")
    ] = None,
    amendment: Annotated[
        int | None, option("--amendment", "NO", "Melengkapi adendum bernomor ini (kskd show).")
    ] = None,
    no_document: Annotated[
        bool,
        switch("--no-document", "Naskah pokoknya tidak ditemukan; bentuk, mitra, dan OPD disebut sendiri."),
    ] = False,
    take: Annotated[
        str | None,
        option("--take", "NASKAH", "Memindahkan adendum dari naskah yang dicatat dengan --no-document."),
    ] = None,
) -> None:
    """Yang disebut berlaku sejak adendum ditandatangani; keadaan sebelumnya terbaca dengan --as-of."""
    way = call.access
    values = read_said(AMENDMENT, typed).facts
    if not no_document:
        typed = typed | {"partner": typed[_JOINS], "drop_partner": typed[_LEAVES]}
    said = read_said(way.fields, {key: value for key, value in typed.items() if key not in AMENDMENT})
    if agreement is None:
        if not no_document:
            raise refusal("amendment-without-document")
        kept = unfound.amend_unfound(way, said, values)
    elif no_document:
        raise refusal("amendment-with-document", id=agreement)
    elif take is not None:
        kept = unfound.take(way, agreement, take)
    elif amendment is not None:
        kept = amending.complete(way, agreement, amendment, said, values)
    else:
        kept = amending.amend(way, agreement, said, values)
    put(f"{kept.agreement.id} {kept.number}")
    done = "dipindahkan" if take else "tercatat" if amendment is None else "dilengkapi"
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
