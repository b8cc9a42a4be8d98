"""``doctor``."""

from typing import TYPE_CHECKING, Any

import typer

from kskd.cli.kit.ask import confirm
from kskd.cli.kit.context import access, as_of
from kskd.cli.kit.output import Format, put, put_document, put_rows, read_format
from kskd.cli.kit.takes import takes
from kskd.cli.kit.talk import say
from kskd.errors import UsageError

if TYPE_CHECKING:
    from kskd.domain.ailment import Symptom

_WORDS = {"error": "RUSAK", "warning": "perhatian", "info": "catatan"}


@takes("fix", "yes", "no_input", "format", "reason", "letter", "who", "dry_run", "db")
def doctor(**given: Any) -> None:
    """Susunan berkas, skema, riwayat, setiap baris, berkas naskah, sisa perintah, izin, ruang, jam, cadangan.

    Status 3 bila ada yang rusak. --fix memperbaiki yang aman diperbaiki, setelah membuat cadangan.
    """
    from kskd.workflows.office.doctor import examine, fix

    if given["dry_run"] and not given["fix"]:
        raise UsageError("--dry-run dipakai bersama --fix; tanpa --fix tidak ada yang diubah.")
    way = access(given, "doctor")
    symptoms = examine(way)
    how = read_format(given)
    if how is Format.JSON:
        put_document(
            "doctor/1", {"as_of": as_of(given).isoformat(), "items": [_item(one) for one in symptoms]}
        )
    elif how is Format.TABLE:
        _tell(symptoms)
    else:
        keys = ("severity", "code", "where", "message", "remedy", "can_fix")
        headings = ("Tingkat", "Kode", "Di mana", "Yang terlihat", "Yang perlu dilakukan", "Dapat diperbaiki")
        rows = [tuple(_item(one)[key] for key in keys) for one in symptoms]
        put_rows(how, keys, headings, rows, empty="Registri sehat.")
    if given["fix"] and any(one.can_fix for one in symptoms):
        confirm(given, "Perbaiki yang dapat diperbaiki?", "kskd doctor --fix")
        for done in fix(way, symptoms):
            say(f"  {done}")
        if not given["dry_run"]:
            symptoms = examine(way)
            say("Diperiksa lagi: " + ("sehat." if not symptoms else f"{len(symptoms)} temuan tersisa."))
    elif not symptoms:
        say("Registri sehat.")
    elif given["fix"]:
        say(
            "Tidak ada yang dapat diperbaiki dengan --fix; lihat apa yang perlu dilakukan pada setiap temuan."
        )
    if any(one.ailment.severity == "error" for one in symptoms):
        raise typer.Exit(3)


def _item(one: "Symptom") -> dict[str, Any]:
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


def _tell(symptoms: "list[Symptom]") -> None:
    """One block a kind of trouble: what it means, where it shows, what to do."""
    for code in dict.fromkeys(one.code for one in symptoms):
        alike = [one for one in symptoms if one.code == code]
        ailment = alike[0].ailment
        _wrapped(f"{_WORDS[ailment.severity]} [{code}] {ailment.explain}", "")
        for one in alike:
            _wrapped(f"• {one.where}: {one.seen}", "  ")
        _wrapped(f"→ {alike[0].remedy}", "  ")


def _wrapped(text: str, indent: str) -> None:
    import shutil
    import textwrap

    wide = min(shutil.get_terminal_size((100, 24)).columns, 100)
    for line in textwrap.wrap(text, wide, initial_indent=indent, subsequent_indent=f"{indent}  "):
        put(line)
