"""``attach``."""

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

from kskd.cli.kit.command import WRITING, Call, command
from kskd.cli.kit.options import AgreementArgument, many, option, some, switch
from kskd.cli.kit.output import Format, put, put_listing
from kskd.cli.kit.talk import say, say_done
from kskd.errors import refusal
from kskd.workflows.register import attaching

if TYPE_CHECKING:
    from kskd.workflows.register.agreements import Kept

_COLUMNS = {
    "path": "Berkas",
    "size": "Byte",
    "sha256": "SHA-256",
    "state": "Di folder",
    "embedded": "Di registri",
}
_STATES = {"ok": "ada", "changed": "berubah", "missing": "hilang", "unreadable": "tidak terbaca"}


@command("seen", "format", *WRITING)
def attach(
    call: Call,
    *,
    agreement: AgreementArgument,
    files: Annotated[list[str], some("[BERKAS]...", "Berkas naskah.")],
    embed: Annotated[bool, switch("--embed", "Menyimpan isi berkas di dalam registri.")] = False,
    extract: Annotated[
        bool, switch("--extract", "Menulis berkas yang tersimpan di registri ke folder.")
    ] = False,
    drop: Annotated[list[str], many("--drop", "BERKAS", "Melepaskan berkas dari naskah; perlu --reason.")],
    out: Annotated[
        str | None, option("--out", "FOLDER", "Bersama --extract: folder hasil [bawaan: folder ini].")
    ] = None,
) -> None:
    """Tanpa BERKAS dan opsi: daftar berkas naskah itu dan keadaannya. Berkas ditautkan dengan sidik jarinya;
    dengan --embed isinya ikut tersimpan, sehingga satu registri memuat semuanya.
    """
    if extract + embed + bool(drop) > 1:
        raise refusal("options-several", options="--embed, --extract, atau --drop")
    if embed and not files:
        raise refusal("embedded-file-missing")
    if drop and files:
        raise refusal("drop-and-attach")
    if out and not extract:
        raise refusal("out-without-extract")
    if extract:
        _extract(call, agreement, files, Path(out or "."))
    elif drop:
        _tell(attaching.drop(call.access, agreement, drop), dry_run=call.dry_run)
    elif files:
        _tell(attaching.attach(call.access, agreement, files, embed=embed), dry_run=call.dry_run)
    else:
        _list(call, agreement)


def _extract(call: Call, agreement: str, files: list[str], folder: Path) -> None:
    found = attaching.extract(call.access, agreement, files, folder)
    for one in found:
        put(str(one.path))
    written = sum(one.is_written for one in found)
    say(f"{written} berkas ditulis, {len(found) - written} sudah ada.")


def _list(call: Call, text: str) -> None:
    agreement, files = attaching.list_files(call.access, text)
    worded = call.output in {Format.TABLE, Format.MD}
    rows = [
        (
            one.path,
            one.size,
            f"{one.digest[:12]}…" if worded else one.digest,
            _STATES[state] if worded else state.value,
            one.embedded,
        )
        for one, state in files
    ]
    empty = f"{agreement.id} belum mempunyai berkas. Lampirkan dengan kskd attach {agreement.id} BERKAS."
    put_listing(call, "file-list/1", _COLUMNS, rows, empty=empty)


def _tell(kept: "Kept", *, dry_run: bool) -> None:
    put(kept.agreement.id)
    if not kept.changes:
        say("Tidak ada yang berubah.")
        return
    say(*(f"  {line}" for line in (*kept.notes, *kept.changes)))
    say_done(f"Diubah: {kept.agreement.kind_name} “{kept.agreement.title}”.", dry_run=dry_run)
