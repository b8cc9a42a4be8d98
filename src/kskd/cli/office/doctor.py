"""``doctor``."""

import shutil
import textwrap
from typing import Annotated

import typer

from kskd.cli.kit.ask import confirm
from kskd.cli.kit.command import WRITING, Call, command
from kskd.cli.kit.options import switch
from kskd.cli.kit.output import Format, put, put_document, put_rows
from kskd.cli.kit.talk import say
from kskd.domain.ailment import Symptom
from kskd.errors import refusal
from kskd.workflows.office.doctor import examine
from kskd.workflows.office.doctor import fix as mend

_WORDS = {"error": "RUSAK", "warning": "perhatian", "info": "catatan"}


@command("yes", "no_input", "format", *WRITING)
def doctor(
    call: Call, *, fix: Annotated[bool, switch("--fix", "Memperbaiki yang aman diperbaiki.")] = False
) -> None:
    """Susunan berkas, skema, riwayat, setiap baris, berkas naskah, sisa perintah, izin, ruang, jam, cadangan.

    Status 3 bila ada yang rusak. --fix memperbaiki yang aman diperbaiki, setelah membuat cadangan.
    """
    if call.dry_run and not fix:
        raise refusal("dry-run-without-fix")
    way, how = call.access, call.output
    symptoms = examine(way)
    if how is Format.JSON:
        put_document("doctor/1", {"as_of": call.day.isoformat(), "items": [_item(one) for one in symptoms]})
    elif how is Format.TABLE:
        _tell(symptoms)
    else:
        keys = ("severity", "code", "where", "message", "remedy", "can_fix")
        headings = ("Tingkat", "Kode", "Di mana", "Yang terlihat", "Yang perlu dilakukan", "Dapat diperbaiki")
        rows = [tuple(_item(one)[key] for key in keys) for one in symptoms]
        put_rows(how, keys, headings, rows, empty="Registri sehat.")
    if fix and any(one.can_fix for one in symptoms):
        confirm(call, "Perbaiki yang dapat diperbaiki?", "--fix")
        for done in mend(way, symptoms):
            say(f"  {done}")
        if not call.dry_run:
            symptoms = examine(way)
            say("Diperiksa lagi: " + ("sehat." if not symptoms else f"{len(symptoms)} temuan tersisa."))
    elif not symptoms:
        say("Registri sehat.")
    elif fix:
        say(
            "Tidak ada yang dapat diperbaiki dengan --fix; lihat apa yang perlu dilakukan pada setiap temuan."
        )
    if any(one.ailment.severity == "error" for one in symptoms):
        raise typer.Exit(3)


def _item(one: Symptom) -> dict[str, str | bool]:
    ailment = one.ailment
    return {
        "code": one.code,
        "severity": ailment.severity.value,
        "where": one.where,
        "message": one.seen,
        "explain": ailment.explain,
        "remedy": one.remedy,
        "can_fix": one.can_fix,
    }


def _tell(symptoms: list[Symptom]) -> None:
    """One block a kind of trouble: what it means, where it shows, what to do."""
    for code in dict.fromkeys(one.code for one in symptoms):
        alike = [one for one in symptoms if one.code == code]
        ailment = alike[0].ailment
        _wrapped(f"{_WORDS[ailment.severity]} [{code}] {ailment.explain}", "")
        for one in alike:
            _wrapped(f"• {one.where}: {one.seen}", "  ")
        _wrapped(f"→ {alike[0].remedy}", "  ")


def _wrapped(text: str, indent: str) -> None:
    wide = min(shutil.get_terminal_size((100, 24)).columns, 100)
    for line in textwrap.wrap(text, wide, initial_indent=indent, subsequent_indent=f"{indent}  "):
        put(line)
