"""``backup``, ``restore``."""

from typing import Annotated

import typer

from kskd.cli.kit.ask import agree
from kskd.cli.kit.command import WRITING, Call, command
from kskd.cli.kit.options import argument, option
from kskd.cli.kit.output import moment, put
from kskd.cli.kit.talk import say
from kskd.domain.values.text import quote, word
from kskd.domain.values.warning import warning
from kskd.errors import refusal
from kskd.workflows.office import backups
from kskd.workflows.office.backups import Restoring

_NAMED = 5  # rows named in one sentence


@command("db")
def backup(
    call: Call,
    *,
    out: Annotated[
        str | None,
        option("--out", "FOLDER", "Folder cadangan untuk kali ini [bawaan: pengaturan backup-dir]."),
    ] = None,
    keep: Annotated[
        int | None, option("--keep", "N", "Cadangan yang disimpan [bawaan: pengaturan backup-keep].")
    ] = None,
) -> None:
    """Boleh selagi registri dipakai. Cadangan diperiksa dahulu, baru yang terlalu lama dihapus.

    Status 3 bila registri rusak; cadangannya tetap dibuat, dengan nama berakhiran -rusak.
    """
    made = backups.back_up(call.access, out, keep)
    put(str(made.path))
    told = "Cadangan dengan isi yang sama sudah ada"
    if made.is_new:
        told = "Cadangan dibuat dan diperiksa" if made.is_whole else "Cadangan dibuat"
    say(f"{told}: {made.agreements} naskah, {made.acts} catatan riwayat.")
    if not made.is_whole:
        raise typer.Exit(3)


@command("yes", "no_input", *WRITING)
def restore(call: Call, *, file: Annotated[str, argument("BERKAS", "Berkas cadangan.")]) -> None:
    """Keadaan sekarang dicadangkan dahulu. Yang tercatat sesudah cadangan itu dibuat tidak lagi ada."""
    way = call.access
    with backups.preparing(way, file) as found:
        must_agree = found.is_there and not call.dry_run and not call.yes
        if must_agree and not call.may_ask:
            raise refusal("restore-confirmation-missing")
        _explain(found)
        if must_agree and not agree("Pulihkan?"):
            raise refusal("restore-denied")
        backups.restore(way, found)
    if not call.dry_run:
        put(str(found.registry))
        say(f"Registri dipulihkan dari {found.staged.source}.")


def _explain(found: Restoring) -> None:
    """Tell what is in the backup and what would be lost."""
    account, loss = found.staged.account, found.loss
    say(f"Cadangan: {account.agreements} naskah, {account.act} catatan riwayat, segel {account.link[:8]}.")
    if account.schema < found.schema:
        say(f"Skemanya dimutakhirkan: {account.schema} → {found.schema}.")
    if found.staged.dropped:
        say(
            f"Tidak ikut dipulihkan, karena bukan buatan kskd: {', '.join(map(quote, found.staged.dropped))}."
        )
    if astray := found.staged.astray:
        more = f", dan {len(astray) - _NAMED} lagi" if len(astray) > _NAMED else ""
        say(
            warning(
                f"isi cadangan ini tidak sama dengan riwayatnya sendiri pada {len(astray)} baris"
                f" ({', '.join(map(quote, astray[:_NAMED]))}{more})",
                "bila tetap dipulihkan, perbaiki sesudahnya dengan kskd doctor --fix",
            )
        )
    if loss is None:
        if found.is_there:
            say(f"{found.registry} rusak, sehingga yang akan hilang tidak dapat ditunjukkan.")
        return
    if loss.common == 0:
        say(
            warning(
                "cadangan ini berasal dari registri lain: tidak ada riwayat yang sama",
                f"bandingkan dahulu dengan kskd compare {word(str(found.staged.source))}",
            )
        )
    elif loss.common < account.act:
        say(
            warning(
                f"cadangan ini berasal dari riwayat lain, yang bercabang sesudah catatan {loss.common}",
                f"bandingkan dahulu dengan kskd compare {word(str(found.staged.source))}",
            )
        )
    if loss.acts:
        say(f"Yang akan hilang dari registri ({loss.acts} catatan riwayat, yang terakhir di atas):")
        say(*(f"  {number}  {moment(at)}  {who}  {command}" for number, at, who, command in loss.latest))
    else:
        say("Tidak ada catatan riwayat yang hilang.")
    if loss.erasures:
        say(
            warning(
                f"di antaranya {loss.erasures} penghapusan data pribadi (kskd erase),"
                " jadi yang dihapus akan ada lagi",
                "setelah dipulihkan, hapus lagi dengan kskd erase",
            )
        )
