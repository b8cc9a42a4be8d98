"""``log``."""

from typing import TYPE_CHECKING, Any

import typer

from kskd.cli.kit.context import access, as_of
from kskd.cli.kit.output import Format, moment, put, put_document, put_rows, put_text, read_format
from kskd.cli.kit.takes import READING, pick, takes
from kskd.cli.kit.talk import say
from kskd.cli.office.entries import line
from kskd.errors import UsageError

if TYPE_CHECKING:
    from collections.abc import Sequence

    from kskd.registry.history.journal import ActRecord, Entry

_SHOWN = 20
_SIGNS = (
    "baru",
    "dihapus",
    "diubah",
)  # for programs: a cell that begins with + is none that a spreadsheet trusts
_ANSWERS = {True: "ya", False: "tidak"}


@takes("agreement_or_all", "commands", "by", "day", "since", "most_acts", "verify", "expect", *READING)
def log(**given: Any) -> None:
    """Yang terakhir di atas: kapan, siapa, perintah apa, dan apa yang berubah."""
    from kskd.workflows.office.history import LogForm
    from kskd.workflows.office.history import log as run

    if given["verify"] or given["expect"]:
        _verify(given)
        return
    how = read_format(given)
    # Only people are spared the rest: a file that lacks acts unseen would be a wrong history.
    limit = _SHOWN if given["most_acts"] is None and how is Format.TABLE else given["most_acts"]
    if given["day"] and given["since"]:
        raise UsageError("Pilih salah satu: --on atau --since.")
    _refuse_unknown(given["commands"])
    form = pick({**given, "agreement": given["agreement_or_all"]}, LogForm)
    acts = run(access(given, "log"), form, limit, as_of(given))
    if how is Format.JSON:
        put_document("log/1", {"as_of": as_of(given).isoformat(), "items": [_document(act) for act in acts]})
        return
    if how is Format.TABLE:
        if not acts:
            say("Tidak ada riwayat yang cocok.")
        elif len(acts) == limit:
            say(f"{limit} catatan terakhir; lebih banyak dengan --limit.")
        for act in acts:
            put_text(headline(act), *(f"    {line(entry)}" for entry in act.entries))
        return
    rows = [
        (act.id, act.at, act.who, act.command, act.reason, act.letter, act.undone_by, line(entry, _SIGNS))
        for act in acts
        for entry in act.entries
    ]
    keys = ("act", "at", "who", "command", "reason", "letter", "undone_by", "change")
    headings = ("Catatan", "Waktu", "Oleh", "Perintah", "Alasan", "Surat", "Dibatalkan oleh", "Perubahan")
    put_rows(how, keys, headings, rows)


def _refuse_unknown(commands: "Sequence[str]") -> None:
    """UsageError for a command that does not exist, which an empty list would pass over."""
    from kskd.cli import ROOT
    from kskd.domain.values.text import quote

    known = set(ROOT.paths())
    for text in commands:
        if " ".join(text.casefold().split()) not in known:
            raise UsageError(f"Perintah {quote(text)} tidak ada; lihat yang ada dengan kskd --help.")


def headline(act: "ActRecord") -> str:
    """One act on one line: number, when, who, command, why, at whose request, and whether it still holds."""
    parts = [f"{act.id}  {moment(act.at)}  {act.who}  {act.command}"]
    if act.undoes:
        parts.append(f"catatan {', '.join(map(str, act.undoes))}")
    if act.reason:
        parts.append(f"– {act.reason}")
    if act.letter:
        parts.append(f"(surat {act.letter})")
    if act.undone_by:
        parts.append(f"[dibatalkan oleh catatan {act.undone_by}]")
    return " ".join(parts)


def _document(act: "ActRecord") -> dict[str, Any]:
    return {
        "act": act.id,
        "at": act.at,
        "who": act.who,
        "command": act.command,
        "reason": act.reason,
        "letter": act.letter,
        "undoes": list(act.undoes),
        "undone_by": act.undone_by,
        "entries": _entries(act.entries),
    }


def _entries(entries: "Sequence[Entry]") -> list[dict[str, Any]]:
    return [{"table": one.table, "key": list(one.key), "old": one.old, "new": one.new} for one in entries]


def _verify(given: dict[str, Any]) -> None:
    """Tell whether the chain of acts holds; ends with 3 if not, or if another program changed rows."""
    from kskd.workflows.office.history import verify

    filters = ("agreement_or_all", "commands", "by", "day", "since", "most_acts")
    if any(given[name] not in (None, []) for name in filters):
        raise UsageError("--verify memeriksa seluruh riwayat; lepaskan naskah, penyaring, dan --limit.")
    verdict, outside = verify(access(given, "log"), given["expect"])
    keys = ("head", "acts", "broken", "changed_outside", "is_expected")
    is_expected = verdict.is_expected if given["expect"] else None
    row = (verdict.head, verdict.acts, verdict.broken, len(outside), is_expected)
    how = read_format(given)
    if how is Format.JSON:
        day = as_of(given).isoformat()
        put_document(
            "log-verify/1",
            {"as_of": day} | dict(zip(keys, row, strict=True)) | {"outside": _entries(outside)},
        )
    else:
        headings = ("Segel", "Catatan utuh", "Catatan rusak", "Diubah dari luar", "Segel yang dicari ada")
        if how is Format.TABLE:  # a line each: a seal broken over two could not be copied
            for heading, value in zip(headings, row, strict=True):
                if value is not None:
                    put(f"{heading}: {_ANSWERS.get(value, value) if isinstance(value, bool) else value}")
        else:
            put_rows(how, keys, headings, [row])
    if verdict.broken is not None:
        say(f"Riwayat rusak pada catatan {verdict.broken}: isinya tidak lagi seperti saat dicatat.")
    if outside:
        say(f"{len(outside)} baris diubah oleh program lain, di luar kskd:")
        say(*(f"    {line(entry)}" for entry in outside[:_SHOWN]))
        if len(outside) > _SHOWN:
            say(f"    … dan {len(outside) - _SHOWN} perubahan lagi.")
        say("Periksa, koreksi bila salah, lalu terima dengan kskd doctor --fix --reason ALASAN.")
    if not verdict.is_expected:
        say(
            "Segel yang disebut tidak ada dalam riwayat ini: ekornya pernah dipotong, atau ini registri lain."
        )
    if verdict.broken is not None or outside or not verdict.is_expected:
        raise typer.Exit(3)
    say(f"Riwayat utuh: {verdict.acts} catatan.")
