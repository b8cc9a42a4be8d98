"""``field add``, ``list``, ``update``, ``retire``, ``resume``: fields of the office's own."""

from typing import Annotated

from kskd.cli.kit.command import WRITING, Call, command, required
from kskd.cli.kit.options import argument, codes, many, option
from kskd.cli.kit.output import Format, iso, put, put_listing
from kskd.cli.kit.talk import say, say_done, tell
from kskd.domain.document.chain import read_doc
from kskd.domain.office.own_field import (
    PERSONAL,
    OwnField,
    OwnKind,
    kept_answer,
    read_choices,
    read_key,
    read_kind,
    read_label,
    read_personal,
)
from kskd.workflows.office import own_fields

_Key = Annotated[str, argument("KUNCI", "Kuncinya, misalnya lokasi; lihat kskd field list.")]
_Label = Annotated[str | None, option("--label", "SEBUTAN", "Sebutannya, misalnya “lokasi kegiatan”.")]
_Personal = Annotated[
    str | None, option("--personal", "YA|TIDAK", "Isinya data pribadi: tidak ikut ke luar, dapat dihapus.")
]
_COLUMNS = {
    "key": "Kunci",
    "label": "Sebutan",
    "kind": "Jenis",
    "choices": "Pilihan",
    "docs": "Naskah",
    "personal": "Pribadi",
    "documents": "Terisi pada",
    "retired_on": "Dihentikan",
}


@command(*WRITING)
def add(
    call: Call,
    *,
    key: _Key,
    label: _Label = None,
    kind: Annotated[
        str | None, option("--kind", "JENIS", f"{', '.join(OwnKind)} [bawaan: {OwnKind.TEXT}].")
    ] = None,
    choice: Annotated[list[str], many("--choice", "PILIHAN", "Satu pilihan, pada jenis choice.")],
    doc: Annotated[list[str], codes("--doc", "JENIS", "Hanya bagi jenis naskah ini [bawaan: semua].")],
    personal: _Personal = None,
) -> None:
    """Diisi dengan --set KUNCI=NILAI pada add-mou, derive-pks, update, dan extend; ditanyakan di terminal."""
    one = own_fields.add(
        call.access,
        OwnField(
            read_key(key),
            read_label(required(label, "--label")),
            read_kind(kind) if kind else OwnKind.TEXT,
            read_choices(choice),
            tuple(dict.fromkeys(map(read_doc, doc))),
            read_personal(personal),
        ),
    )
    put(one.key)
    say(f"  Isi dengan --set {one.field.name}=NILAI.")
    say_done(f"Ditambahkan: {one.label}.", dry_run=call.dry_run, of="Isian kantor")


@command("format", "db")
def list_all(call: Call) -> None:
    """Juga berapa naskah yang mengisinya, dan sejak kapan tidak dipakai lagi."""
    rows = [
        (
            one.key,
            one.label,
            one.kind.value,
            one.choices or None,
            one.docs or None,
            _personal(one.is_personal, call.output),
            held,
            iso(one.retired_on),
        )
        for one, held in own_fields.listing(call.access)
    ]
    empty = "Belum ada isian kantor. Tambahkan dengan kskd field add."
    put_listing(call, "field-list/1", _COLUMNS, rows, empty=empty, spare=("retired_on", "personal", "docs"))


@command(*WRITING)
def update(
    call: Call,
    *,
    key: _Key,
    label: _Label = None,
    choice: Annotated[list[str], many("--choice", "PILIHAN", "Pilihan tambahan.")],
    drop_choice: Annotated[
        list[str], many("--drop-choice", "PILIHAN", "Menghapus pilihan yang tidak dipakai naskah mana pun.")
    ],
    personal: _Personal = None,
) -> None:
    """Kunci dan jenisnya tetap. Yang sudah tertulis diubah hanya dengan --reason."""
    one, changes = own_fields.update(
        call.access,
        read_key(key),
        label=read_label(label) if label else None,
        choices=read_choices(choice),
        dropped=read_choices(drop_choice),
        is_personal=None if personal is None else read_personal(personal),
    )
    put(one.key)
    tell(changes)


@command(*WRITING)
def retire(call: Call, *, key: _Key) -> None:
    """Yang sudah terisi tetap tampil dan dapat dikosongkan, tetapi tidak lagi ditanyakan atau diisi."""
    one, changes = own_fields.set_retired(call.access, read_key(key), call.access.today)
    _tell(call, one, "Dihentikan" if changes else "")


@command(*WRITING)
def resume(call: Call, *, key: _Key) -> None:
    """Isiannya kembali ditanyakan dan dapat diisi."""
    one, changes = own_fields.set_retired(call.access, read_key(key), None)
    _tell(call, one, "Dipakai lagi" if changes else "")


def _personal(is_so: bool, how: Format) -> str:
    """For programs the code, for people the word."""
    code = kept_answer(is_so)
    return PERSONAL.word(code) if how in {Format.TABLE, Format.MD} else code


def _tell(call: Call, one: OwnField, done: str) -> None:
    put(one.key)
    if done:
        say_done(f"{done}: {one.label}.", dry_run=call.dry_run)
    else:
        say("Tidak ada yang berubah.")
