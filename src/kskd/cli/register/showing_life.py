"""A document's life in words for ``show``: its status, stage, term, end, adendums, the gap before it."""

from datetime import date
from typing import TYPE_CHECKING

from kskd.domain.document.chain import Scheme
from kskd.domain.document.status import Status, status_name
from kskd.domain.values.dates import format_date
from kskd.domain.values.days import Day, format_term

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator, Mapping, Sequence

    from kskd.domain.document.record import (
        Amended,
        AmendmentRecord,
        DocumentRecord,
        TermRecord,
    )
    from kskd.domain.field import Field, Fields
    from kskd.rules.stages import Waiting


def in_words(edtf: str | None) -> str:
    """A day as people read it, as far as it is known; nothing for one that is not recorded."""
    return Day.parse(edtf).words if edtf else ""


def beside(
    fields: "Fields", one: "Mapping[str, object]", placed: "Collection[str]"
) -> "Iterator[tuple[Field, str]]":
    """The plain fields that are recorded and have no place of their own, each with its value in words."""
    for field in fields.plain:
        value = one.get(field.key)
        if field.key not in placed and isinstance(value, str | int | float):
            yield field, field.word(value)


def status_in_words(one: "DocumentRecord", as_of: date) -> str:
    """The status with the days that are left or over, or why it is void."""
    status, left = Status(one["status"]), one["days_left"]
    text = status_name(status, is_end_known=one["end_kind"] is not None)
    if status is Status.UPCOMING and (signed := Day.parse(one["signed"])) and signed.earliest > as_of:
        return f"belum ditandatangani pada hari itu, sehingga belum tampil dalam daftar ({text})"
    if status is Status.ACTIVE and left is not None:
        text += f", sisa {left} hari"
    elif status is Status.EXPIRED and left is not None:
        text += f" {-left} hari yang lalu"
    return f"{text}: {one['void_reason']}" if one["void_reason"] else text


def stage_in_words(now: "Waiting | None", as_of: date) -> str:
    """Where a draft stands, whose turn it is and since when; nothing for what is no draft."""
    if now is None:
        return ""
    begun = (
        f"sejak {format_date(now.since)}, {now.days(as_of)} hari"
        if now.since
        else "hari mulainya belum tercatat"
    )
    return "; ".join(filter(None, (f"{now.name}, menunggu {now.turn}", begun, now.note)))


def term_in_words(one: "TermRecord") -> str:
    """From when to when it runs, with its duration as typed."""
    starts, ends = (Day.parse(one[key]) for key in ("starts", "ends"))
    typed = f" ({one['duration_typed']})" if one["duration_typed"] else ""
    return format_term(starts, ends, one["end_condition"], is_open=one["end_kind"] == "open") + typed


def ended(one: "DocumentRecord") -> str:
    """The early end with its ground and article, or nothing."""
    if one["ended_on"] is None or one["end_ground"] is None:
        return ""
    from kskd.domain.document.ending import GROUNDS

    ground = GROUNDS[one["end_ground"]]
    return f"{in_words(one['ended_on'])}, {ground.label} ({ground.article(Scheme(one['scheme']))})"


def decided(one: "DocumentRecord") -> str:
    """What was decided of its end, or nothing."""
    made = one["decision"]
    if made is None:
        return ""
    from kskd.domain.document.facts import FACTS

    parts = (
        FACTS["decision"].word(made["decision"]),
        made["by"] and f"oleh {made['by']}",
        made["on"] and in_words(made["on"]),
        made["letter"] and f"surat {made['letter']}",
    )
    return ", ".join(filter(None, parts))


def gap(days: int | None) -> str:
    """What lies between it and its predecessor, to be added to that."""
    if not days:
        return ""
    return f"; jeda {days} hari" if days > 0 else f"; tumpang tindih {-days} hari"


def amendments_pairs(amendments: "Sequence[AmendmentRecord]") -> list[tuple[str, str]]:
    """The adendums by day, each with what it changed; where nobody can tell which was first, that is said."""
    days = [Day.parse(one["signed"]) for one in amendments]
    found = []
    for at, (one, day) in enumerate(zip(amendments, days, strict=True)):
        others = days[:at] + days[at + 1 :]
        crossed = [other for other in others if day.earliest <= other.latest and other.earliest <= day.latest]
        place = "urutannya tidak pasti" if any(not (day.exact and other.exact) for other in crossed) else ""
        if crossed and not place:
            place = "sehari dengan adendum lain, urut menurut nomor"
        found += _amendment_pairs(one, place)
    return found


def _amendment_pairs(one: "AmendmentRecord", place: str) -> list[tuple[str, str]]:
    numbers = [f"nomor {number['number']} ({number['party']})" for number in one["numbers"]]
    burden = {True: "menambah beban", False: "tidak menambah beban", None: ""}[one["adds_burden"]]
    approved = f"disetujui DPRD {in_words(one['dprd_approved_on'])}" if one["dprd_approved_on"] else ""
    answer = ""
    if one["dprd_answer"]:
        from kskd.domain.document.facts import FACTS

        answer = f"DPRD {FACTS['dprd_answer'].word(one['dprd_answer'])}"
    note = {True: "dengan catatan TKKSD", False: "tanpa catatan TKKSD", None: ""}[one["tkksd_note"]]
    starts, ends = Day.parse(one["starts"]), Day.parse(one["ends"])
    own = (
        f"adendumnya sendiri berlaku {format_term(starts, ends, None, is_open=False)}"
        if starts or ends
        else ""
    )
    text = "; ".join(filter(None, (one["what"], *numbers, burden, answer, approved, note, own, place)))
    words = {"title": "judul", "term": "akhir", "scope": "ruang lingkup"}
    return [
        (f"{one['number']}. {Day.parse(one['signed']).words}", text),
        *(
            (f"  {words[change['field']]}", f"{_amended(change['old'])} → {_amended(change['new'])}")
            for change in one["changes"]
        ),
    ]


def _amended(value: "Amended") -> str:
    if isinstance(value, dict):
        return term_in_words({"starts": None, "starts_on": None, **value})
    return "; ".join(value) or "–" if isinstance(value, list) else str(value)
