"""``add-mou``, ``derive-pks``, ``update``, ``void``."""

from collections.abc import Callable
from typing import Annotated

from kskd.cli.kit.command import WRITING, Call, command
from kskd.cli.kit.field_commands import CLEAR, Given, takes, unsaid
from kskd.cli.kit.options import AgreementArgument, argument, switch
from kskd.cli.kit.output import put
from kskd.cli.kit.talk import say, say_done
from kskd.cli.register.questions import fill_derived, fill_umbrella
from kskd.cli.register.settling import settle_lead, settle_partners
from kskd.domain.document.chain import DERIVED, UMBRELLAS
from kskd.domain.document.reading import read_said, told_own
from kskd.domain.document.said import Said
from kskd.domain.field import Field, Many, texts
from kskd.domain.values.kinds import FieldKind
from kskd.workflows.register import agreements, updating

WAYS = (
    Field("new", "baru", FieldKind.SWITCH, help="Nama yang belum tercatat memang baru."),
    Field(
        "partner_kind",
        "jenis mitra",
        FieldKind.TEXT,
        metavar="JENIS",
        help="Jenis mitra baru, misalnya perguruan-tinggi; lihat kskd partner add --help.",
    ),
    Field(
        "allow_duplicate", "ganda", FieldKind.SWITCH, help="Nomor atau judul yang sama memang naskah lain."
    ),
)
"""What is said beside its fields of how a document is taken in."""
SET = Field(
    "set",
    "isian kantor",
    FieldKind.TEXT,
    metavar="KUNCI=NILAI",
    many=Many.TEXTS,
    help="Isian kantor sendiri (kskd field list), misalnya lokasi=Aula.",
)
_CLEAR = CLEAR._replace(help="Mengosongkan fakta yang salah catat, misalnya number, parent, ends.")


@takes(lambda known: (*known.agreement.of(UMBRELLAS), SET, *WAYS), "no_input", *WRITING)
def add_mou(call: Call, typed: Given) -> None:
    """ID naskah yang dicatat ditulis ke keluaran baku. Yang belum disebut ditanyakan di terminal."""
    said = said_in(call, typed)
    if call.may_ask:
        said = fill_umbrella(call.access, said)
    keep(call, said, lambda said: agreements.add_mou(call.access, said))


@takes(
    lambda known: (*(one for one in known.agreement.of(DERIVED) if one.key != "parent"), SET, *WAYS),
    "no_input",
    *WRITING,
)
def derive_pks(
    call: Call,
    typed: Given,
    *,
    parent: Annotated[
        str | None, argument("[INDUK]", "Naskah induk: ID, awal ID yang unik, atau nomor.")
    ] = None,
    no_parent: Annotated[
        bool, switch("--no-parent", "Induknya tidak diketahui; bentuk, mitra, dan OPD disebut sendiri.")
    ] = False,
) -> None:
    """Mitra, bentuk, OPD, urusan, dan ruang lingkup diwarisi dari induk; sebut sendiri untuk mempersempit."""
    said = said_in(call, typed | {"parent": parent})
    if call.may_ask:
        said = fill_derived(call.access, said, no_parent=no_parent)
    keep(call, said, lambda said: agreements.derive_pks(call.access, said, no_parent=no_parent))


@takes(lambda known: (*known.agreement, SET, *WAYS, _CLEAR), "seen", "no_input", *WRITING, may_drop=True)
def update(call: Call, typed: Given, *, agreement: AgreementArgument) -> None:
    """Yang kosong dilengkapi; yang tercatat diubah hanya dengan --reason. Daftar ditambah, bukan diganti."""
    said = said_in(call, typed)
    keep(call, said, lambda said: updating.update(call.access, agreement, said), "Diubah")


@command("seen", *WRITING)
def void(call: Call, *, agreement: AgreementArgument) -> None:
    """Naskah tetap tersimpan dengan alasannya, tetapi tidak lagi dihitung."""
    kept = agreements.void(call.access, agreement)
    put(kept.agreement.id)
    say_done(f"Dibatalkan: {kept.agreement.title}.", dry_run=call.dry_run)


def said_in(call: Call, typed: Given) -> Said:
    """What was typed, with what --set says of the office's own fields; an unknown OPD is asked about."""
    fields, lines = call.access.fields, texts(typed.get(SET.key))
    if lines:
        from kskd.cli.kit.typed_day import typed_day
        from kskd.workflows.office.own_fields import known

        fields = known(call.access).agreement
        typed = typed | told_own(fields, lines)
        days = (one.key for one in fields.own if one.kind is FieldKind.DATE)
        typed |= {key: typed_day(text) for key in days if isinstance(text := typed.get(key), str)}
        typed |= unsaid(fields.own, typed)
    said = read_said(fields, typed)
    return settle_lead(call.access, said) if call.may_ask else said


def keep(call: Call, said: Said, run: Callable[[Said], agreements.Kept], verb: str = "Tercatat") -> None:
    """Run, ask about a partner that is not known where a person can be asked, and tell what came of it."""
    kept = run(settle_partners(call.access, said) if call.may_ask else said)
    put(kept.agreement.id)
    tell_kept(kept, verb, is_new=verb != "Diubah", dry_run=call.dry_run)


def tell_kept(kept: agreements.Kept, verb: str, *, is_new: bool, dry_run: bool) -> None:
    """Tell what came of it, or that nothing changed of what was not new."""
    if not is_new and not kept.changes:
        say("Tidak ada yang berubah.")
        return
    say(*(f"  {line}" for line in (*kept.notes, *kept.changes)))
    of, _, done = verb.rpartition(" ")
    say_done(f"{done}: {kept.agreement.kind_name} “{kept.agreement.title}”.", of=of, dry_run=dry_run)
