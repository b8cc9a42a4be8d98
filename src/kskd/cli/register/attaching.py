"""``attach``."""

from pathlib import Path
from typing import Any

from kskd.cli.kit.context import access
from kskd.cli.kit.output import Format, put, put_listing, read_format
from kskd.cli.kit.takes import WRITING, takes
from kskd.cli.kit.talk import say
from kskd.errors import UsageError

_COLUMNS = {
    "path": "Berkas",
    "size": "Byte",
    "sha256": "SHA-256",
    "state": "Di folder",
    "embedded": "Di registri",
}
_STATES = {"ok": "ada", "changed": "berubah", "missing": "hilang", "unreadable": "tidak terbaca"}


@takes("agreement", "files", "embed", "extract", "drop_file", "out_folder", "seen", "format", *WRITING)
def attach(**given: Any) -> None:
    """Tanpa BERKAS dan opsi: daftar berkas naskah itu dan keadaannya. Berkas ditautkan dengan sidik jarinya;
    dengan --embed isinya ikut tersimpan, sehingga satu registri memuat semuanya.
    """
    _refuse_mixture(given)
    way, text, files = access(given, "attach"), given["agreement"], given["files"]
    if given["extract"]:
        _extract(given)
    elif given["drop_file"]:
        from kskd.workflows.register.attaching import drop

        _tell(drop(way, text, given["drop_file"]))
    elif files:
        from kskd.workflows.register.attaching import attach as run

        _tell(run(way, text, files, embed=given["embed"]))
    else:
        _list(given)


def _refuse_mixture(given: dict[str, Any]) -> None:
    if given["extract"] + given["embed"] + bool(given["drop_file"]) > 1:
        raise UsageError("Pilih salah satu: --embed, --extract, atau --drop.")
    if given["embed"] and not given["files"]:
        raise UsageError("Sebut berkas yang akan disimpan dengan --embed.")
    if given["drop_file"] and given["files"]:
        raise UsageError("Melepaskan dan melampirkan berkas adalah dua perintah; jalankan satu per satu.")
    if given["out_folder"] and not given["extract"]:
        raise UsageError("--out dipakai bersama --extract.")


def _extract(given: dict[str, Any]) -> None:
    from kskd.workflows.register.attaching import extract

    folder = Path(given["out_folder"] or ".")
    found = extract(access(given, "attach"), given["agreement"], given["files"], folder)
    for one in found:
        put(str(one.path))
    written = sum(one.is_written for one in found)
    say(f"{written} berkas ditulis, {len(found) - written} sudah ada.")


def _list(given: dict[str, Any]) -> None:
    from kskd.workflows.register.attaching import list_files

    agreement, files = list_files(access(given, "attach"), given["agreement"])
    worded = read_format(given) in {Format.TABLE, Format.MD}
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
    put_listing(given, "file-list/1", _COLUMNS, rows, empty=empty)


def _tell(kept: Any) -> None:
    put(kept.agreement.id)
    if not kept.changes:
        say("Tidak ada yang berubah.")
        return
    say(*(f"  {line}" for line in (*kept.notes, *kept.changes)))
    say(f"Diubah: {kept.agreement.kind_name} “{kept.agreement.title}”.")
