"""``log``."""

from collections.abc import Sequence
from typing import TYPE_CHECKING, Annotated

import typer

from kskd.cli import ROOT
from kskd.cli.kit.command import READING, Call, command
from kskd.cli.kit.options import AgreementOrAll, codes, option, switch
from kskd.cli.kit.output import Format, Json, moment, put, put_document, put_rows, put_text
from kskd.cli.kit.talk import say
from kskd.cli.office.entries import Words
from kskd.domain.values.text import quote
from kskd.domain.values.warning import warning
from kskd.errors import refusal
from kskd.workflows.office import history
from kskd.workflows.office.own_fields import known

if TYPE_CHECKING:
    from kskd.registry.history.journal import ActRecord

_SHOWN = 20
# For programs: a cell that begins with + is none that a spreadsheet trusts.
_SIGNS = ("baru", "dihapus", "diubah")
_ANSWERS = {True: "ya", False: "tidak"}


@command(*READING)
def log(
    call: Call,
    *,
    agreement: AgreementOrAll = None,
    commands: Annotated[
        list[str], codes("--command", "PERINTAH", "Hanya perintah ini, misalnya update atau “opd import”.")
    ],
    who: Annotated[str | None, option("--who", "NAMA", "Hanya oleh orang ini.")] = None,
    on: Annotated[str | None, option("--on", "TANGGAL", "Hanya pada tanggal ini.")] = None,
    since: Annotated[str | None, option("--since", "TANGGAL", "Sejak tanggal ini.")] = None,
    limit: Annotated[
        int | None,
        option(
            "--limit",
            "N",
            "Paling banyak sekian catatan [bawaan: semua; dalam bentuk table 20 yang terakhir].",
        ),
    ] = None,
    verify: Annotated[bool, switch("--verify", "Memeriksa apakah riwayat masih utuh.")] = False,
    expect: Annotated[
        str | None,
        option("--expect", "SEGEL", "Bersama --verify: segel yang pernah dicatat di luar registri."),
    ] = None,
) -> None:
    """Yang terakhir di atas: kapan, siapa, perintah apa, dan apa yang berubah."""
    form = history.LogForm(agreement, tuple(commands), who, on, since)
    if verify or expect:
        if any(form) or limit is not None:
            raise refusal("log-verify-narrowed")
        _verify(call, expect)
        return
    if on and since:
        raise refusal("options-several", options="--on atau --since")
    _refuse_unknown(commands)
    _list(call, form, limit)


def _list(call: Call, form: history.LogForm, limit: int | None) -> None:
    how, words = call.output, Words(known(call.access))
    if limit is None and how is Format.TABLE:
        # Only people are spared the rest: a file that lacks acts unseen would be a wrong history.
        limit = _SHOWN
    acts = history.log(call.access, form, limit, call.day)
    if how is Format.JSON:
        put_document("log/1", {"as_of": call.day.isoformat(), "items": [_document(act) for act in acts]})
        return
    if how is Format.TABLE:
        if not acts:
            say("Tidak ada riwayat yang cocok.")
        elif len(acts) == limit:
            say(f"{limit} catatan terakhir; lebih banyak dengan --limit.")
        for act in acts:
            put_text(headline(act), *(f"    {words.line(entry)}" for entry in act.entries))
        return
    rows = [
        (
            act.id,
            act.at,
            act.who,
            act.command,
            act.reason,
            act.letter,
            act.undone_by,
            words.line(entry, _SIGNS),
        )
        for act in acts
        for entry in act.entries
    ]
    keys = ("act", "at", "who", "command", "reason", "letter", "undone_by", "change")
    headings = ("Catatan", "Waktu", "Oleh", "Perintah", "Alasan", "Surat", "Dibatalkan oleh", "Perubahan")
    put_rows(how, keys, headings, rows)


def _refuse_unknown(commands: Sequence[str]) -> None:
    """UsageError for a command that does not exist, which an empty list would pass over."""
    known = set(ROOT.paths())
    for text in commands:
        if " ".join(text.casefold().split()) not in known:
            raise refusal("log-command-unknown", text=quote(text))


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


def _document(act: "ActRecord") -> Json:
    facts = act._asdict()
    return {"act": facts.pop("id"), **facts, "entries": [one._asdict() for one in act.entries]}


def _verify(call: Call, expect: str | None) -> None:
    """Tell whether the chain of acts holds; ends with 3 if not, or if another program changed rows."""
    verdict, outside = history.verify(call.access, expect)
    keys = ("head", "acts", "broken", "changed_outside", "is_expected")
    is_expected = verdict.is_expected if expect else None
    row = (verdict.head, verdict.acts, verdict.broken, len(outside), is_expected)
    how = call.output
    if how is Format.JSON:
        put_document(
            "log-verify/1",
            {"as_of": call.day.isoformat()}
            | dict(zip(keys, row, strict=True))
            | {"outside": [one._asdict() for one in outside]},
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
        broken = f"riwayat rusak pada catatan {verdict.broken}: isinya tidak lagi seperti saat dicatat"
        say(warning(broken, "periksa dengan kskd doctor"))
    if outside:
        mending = "periksa, koreksi bila salah, lalu terima dengan kskd doctor --fix --reason ALASAN"
        say(warning(f"{len(outside)} baris diubah oleh program lain, di luar kskd", mending))
        words = Words(known(call.access))
        say(*(f"    {words.line(entry)}" for entry in outside[:_SHOWN]))
        if len(outside) > _SHOWN:
            say(f"    … dan {len(outside) - _SHOWN} perubahan lagi.")
    if not verdict.is_expected:
        lost = (
            "Segel yang disebut tidak ada dalam riwayat ini: ekornya pernah dipotong, atau ini registri lain"
        )
        say(warning(lost, "bandingkan dengan cadangan: kskd compare CADANGAN"))
    if verdict.broken is not None or outside or not verdict.is_expected:
        raise typer.Exit(3)
    say(f"Riwayat utuh: {verdict.acts} catatan.")
