"""A row of a list as what the command line would be told by key, and what is left for a person."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, NamedTuple

from kskd.domain.document.ends import EndKind
from kskd.domain.document.reading import read_said
from kskd.domain.document.said import read_end, read_length
from kskd.domain.document.term import Term
from kskd.domain.field import Field, Fields, Many, Typed
from kskd.domain.values.days import UNKNOWN, Day, read_day
from kskd.domain.values.durations import units_in
from kskd.domain.values.kinds import FieldKind
from kskd.domain.values.money import in_unit_of
from kskd.domain.values.several import several
from kskd.domain.values.text import clean, fold, leaves_unknown, points_above, quote, says_nothing
from kskd.errors import KskdError
from kskd.importing.concepts import BESIDE, PASSED, WHOLE, is_amount, without_options
from kskd.importing.problems import Problem

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from kskd.domain.document.agreement import FileLink
    from kskd.domain.values.grid import Cell
    from kskd.importing.columns import ColumnPlan
    from kskd.importing.records import Record

_ANSWERS = {FieldKind.YES_NO, FieldKind.CHOICE, FieldKind.SWITCH}
_OPEN = r"(?:selamanya|seumur hidup|tanpa batas(?: waktu)?|(?:tidak|tak) (?:terbatas|terhingga))"
_UNTIL = r"(?:sampai|hingga|selama)\b.*"
_UNKNOWN_DAY = "tidak-diketahui"  # among several, where "XXXX" would be one of which nothing is said
_YEAR_FIRST = r"[0-9]{4}(?:-[0-9]{2}){0,2}"
_ZERO = r"(?:rp\.? ?)?0+(?:[.,]0+)?(?:[,.]-)?"
_YES = frozenset({"ya", "y", "yes", "v", "x", "true", "1", "✓", "✔", "√"})
_NO = frozenset({"tidak", "t", "no", "n", "false", "0"})
_AS_ABOVE = "menunjuk isi di atasnya; tulis isinya sendiri."
_OF_UNITS = frozenset({"opd", "support_opd", "co_lead"})  # "SDA" is also a code, of Sumber Daya Air
_NOT_YET = r"(?:belum|blm)\b.*"
_DRAFT = r"(?:rancangan|draf|draft|konsep|proses|dalam proses|pembahasan|on process|baru)\b.*"


Reader = Callable[[Fields, Mapping[str, Typed]], object]
"""Reads what was typed by key of the field, or raises KskdError."""


class CellTold(NamedTuple):
    """What a cell told: the concept of its column, the column, its text as typed, and the heading above."""

    concept: str
    column: int
    typed: str
    heading: str = ""


@dataclass(slots=True)
class RowReading:
    """A row: ``typed`` by key of the field as options would be, and ``beside`` what only an import knows.

    ``undecided`` are the fields whose cell cannot be read for certain, so that they are unknown; ``plain``
    are cells, by column, as they mean the same under any heading; ``links`` the files of ``typed``, once they
    have been looked at. ``stood`` is what no cell tells and only where the row stands (a title, a sheet), by
    concept. One that ``is_whole`` stands in a list that kskd made: what it does not say is not recorded, and
    its ``term`` is told as a whole.
    """

    record: Record
    typed: dict[str, Typed] = field(default_factory=dict)
    beside: dict[str, str] = field(default_factory=dict)
    told: list[CellTold] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)
    undecided: set[str] = field(default_factory=set)
    plain: dict[int, str] = field(default_factory=dict)
    links: tuple[FileLink, ...] = ()
    stood: dict[str, str] = field(default_factory=dict)
    is_whole: bool = False
    term: Term | None = None

    @property
    def is_draft(self) -> bool:
        """Whether the sheet itself says that it is not signed yet."""
        claim = fold(self.beside.get("status_claim", "")).casefold()
        return re.fullmatch(f"{_DRAFT}|{_NOT_YET}", claim) is not None

    def names(self, key: str) -> list[str]:
        """What was typed for a field, one or several."""
        told = self.typed.get(key)
        if isinstance(told, str):
            return [told]
        return [] if isinstance(told, bool) else [str(one) for one in told or ()]

    def problem(self, why: str, concept: str = "", readings: Sequence[str] = ()) -> None:
        """Leave something for a person, at the cell that told of ``concept``, else of the whole row."""
        cell = next((one for one in self.told if one.concept == concept), None)
        self.problems.append(
            Problem(
                self.record.sheet,
                self.record.row,
                cell.column if cell else None,
                cell.heading if cell else "",
                cell.typed if cell else "",
                tuple(readings),
                why,
            )
        )


def read_record(
    record: Record,
    plans: Sequence[ColumnPlan],
    fields: Fields,
    days: Mapping[int, Day | Problem],
    read: Reader = read_said,
) -> RowReading:
    """A record under the plans of its columns; a cell that cannot be read for certain is a problem.

    ``days`` are those of its cells by column, as the court of dates reads them, or why one is undecided;
    ``read`` reads what was typed of the subject of the list.
    """
    reading = RowReading(record, is_whole={plan.concept for plan in plans} >= WHOLE)
    for plan in plans:
        cell = record.cells.get(plan.column)
        if cell is None or plan.concept is None or plan.concept in PASSED:
            continue
        _read_cell(reading, plan, cell, fields, days.get(plan.column))
    _read_term(reading)
    _read_length(reading, plans)
    _read_currency(reading)
    _read_values(reading, fields, read)
    return reading


def _read_cell(
    reading: RowReading, plan: ColumnPlan, cell: Cell, fields: Fields, day: Day | Problem | None
) -> None:
    concept = plan.concept or ""
    reading.told.append(CellTold(concept, plan.column, cell.text, plan.heading))
    text = cell.link if concept == "file" and cell.link else cell.text.strip()
    is_as_above = not (reading.is_whole or isinstance(day, Day)) and points_above(text)
    is_as_above &= text != "SDA" or concept not in _OF_UNITS
    if fault := cell.fault or (_AS_ABOVE if is_as_above else None):
        _leave(reading, concept, fault)
        return
    known = fields.get(concept)
    if not text or text == "-" or (not reading.is_whole and _is_nothing(text, known)):
        if known is not None and known.many is not Many.NO and concept.startswith("partner_"):
            _add(reading, concept, ["-"], known)
        return
    if isinstance(day, Problem) and known is not None and known.many is not Many.NO:
        _read_days(reading, concept, known, text, day)
    elif day is not None:
        _read_day(reading, concept, fold(cell.text), day)
    elif known is None:
        if concept in BESIDE:
            reading.beside[concept] = text
    elif known.kind is FieldKind.SWITCH:
        _read_switch(reading, concept, text)
    elif is_amount(fields, concept):
        _add_amounts(reading, concept, cell, known)
    else:
        _add(reading, concept, [_code(one, known) for one in _values(text, known)], known)


def _read_switch(reading: RowReading, concept: str, text: str) -> None:
    """A yes; a no is what is true without it."""
    folded = fold(text).casefold()
    if folded in _YES:
        reading.typed[concept] = True
    elif folded not in _NO:
        _leave(reading, concept, "isi ya atau tidak.", ("ya", "tidak"))


def _is_nothing(text: str, known: Field | None) -> bool:
    if known is not None and known.kind in _ANSWERS:
        return text in {"-", "–", "—"} or text.startswith("#")
    return leaves_unknown(text) or text.startswith("#N/A") or (known is None and says_nothing(text))


def _read_day(reading: RowReading, concept: str, text: str, day: Day | Problem) -> None:
    """A day; an end may be an event or a length of time too, a signing may be one to come."""
    folded = text.casefold()
    if concept == "ends" and re.fullmatch(_OPEN, folded):
        reading.typed["open_ended"] = True
    elif concept == "signed" and re.fullmatch(_NOT_YET, folded):
        reading.beside.setdefault("status_claim", text)
    elif not isinstance(day, Problem):
        kept = text if concept == "ends" and _says(text, day) else day.edtf
        _keep(reading, concept, kept)
        reading.plain[reading.told[-1].column] = day.edtf
        if kept != day.edtf:
            reading.stood["end_typed"] = kept
    elif concept == "ends" and (length := _length(text)) is not None:
        if (other := str(reading.typed.setdefault("duration", length))) != length:
            _leave(reading, concept, "dua kolom mengatakan hal yang berbeda.", (other, length))
    elif concept == "ends" and re.fullmatch(_UNTIL, folded):
        reading.typed["until"] = text
    else:
        reading.undecided.add(concept)
        reading.problems.append(_of_several(day, text))


def _of_several(day: Problem, text: str) -> Problem:
    """What is told of a cell that tells several days, as a quarantine does where nobody has decided yet."""
    days = tuple(text.split(" atau "))
    try:
        if len(days) > 1 and all(read_day(one).exact for one in days):
            return day._replace(readings=days, why=f"Perlu diputuskan: sisakan satu, misalnya {days[0]}.")
    except KskdError:
        pass
    return day


def _says(text: str, last: Day) -> bool:
    """Whether a command would read the text as this last day, so that it can be kept as it is typed."""
    try:
        return read_end(text).on == last
    except KskdError:
        return False


def _read_days(reading: RowReading, concept: str, known: Field, text: str, day: Problem) -> None:
    """Days of several in one cell, which nothing proves but their writing: the year first."""
    parts = several(text)
    if all(leaves_unknown(one) or re.fullmatch(_YEAR_FIRST, one) for one in parts):
        _add(reading, concept, parts, known)
    else:
        reading.undecided.add(concept)
        reading.problems.append(day)


def _keep(reading: RowReading, concept: str, text: str) -> None:
    if concept in BESIDE:
        reading.beside[concept] = text
    elif concept in {"partner_joined", "partner_left"}:
        reading.typed[concept] = [*reading.names(concept), _UNKNOWN_DAY if text == UNKNOWN else text]
    else:
        reading.typed[concept] = text


def _leave(reading: RowReading, concept: str, why: str, readings: Sequence[str] = ()) -> None:
    """Leave the cell that was told last undecided."""
    reading.undecided.add(concept)
    cell, record = reading.told[-1], reading.record
    reading.problems.append(
        Problem(record.sheet, record.row, cell.column, cell.heading, cell.typed, tuple(readings), why)
    )


def _values(text: str, known: Field) -> list[str]:
    """The values in one cell of a field that may have several; codes are parted by commas too."""
    if known.many is Many.NO:
        return [text]
    parts = several(text)
    if known.many is Many.CODES and len(parts) < 2:
        return [one for one in map(str.strip, text.split(",")) if one]
    return parts


def _code(text: str, known: Field) -> str:
    """The code of a choice that is told in words."""
    words = {word.casefold(): code for code, word in known.choices}
    return words.get(fold(text).casefold(), text)


def _whole(cell: Cell) -> str:
    """An amount as people type it; of a number its figures."""
    if cell.number is not None and cell.number == int(cell.number):
        return str(int(cell.number))
    return cell.text.strip()


def _add(reading: RowReading, concept: str, values: list[str], known: Field) -> None:
    if known.many is not Many.NO:
        said = (_UNKNOWN_DAY if one == UNKNOWN else one for one in values)
        reading.typed[concept] = [*reading.names(concept), *said]
    elif concept in reading.typed and reading.typed[concept] != values[0]:
        other = str(reading.typed.pop(concept))
        _leave(reading, concept, "dua kolom mengatakan hal yang berbeda.", (other, values[0]))
    elif concept not in reading.undecided:
        reading.typed[concept] = values[0]


def _read_term(reading: RowReading) -> None:
    """The whole term of a list that kskd made; elsewhere its columns stand for those of start and end."""
    typed, beside = reading.typed, reading.beside
    if not reading.is_whole:
        for key, told in (("starts", "start_told"), ("ends", "end_typed")):
            if told in beside:
                typed.setdefault(key, beside[told])
        day, words = str(typed.get("ends")), beside.get("end_typed")
        if words and re.fullmatch(_YEAR_FIRST, day) and _says(words, Day.parse(day)):
            typed["ends"] = words  # as in a quarantine: the day as read, beside how it was worded
        return
    parts = {key: typed.pop(key, None) for key in ("starts", "ends", "until", "duration")}
    starts, ends, until, length = (one if isinstance(one, str) else None for one in parts.values())
    is_open = typed.pop("open_ended", None) is not None
    kept, end_typed = beside.get("start_told"), beside.get("end_typed")
    if kept and starts and kept != starts:
        reading.problem("dua kolom mengatakan hal yang berbeda.", "starts", (kept, starts))
    if starts == typed.get("signed"):  # what the list shows where no start is recorded
        starts = None
    kind = EndKind.DATE if ends else None
    if until or is_open:
        kind = EndKind.CONDITION if until else EndKind.OPEN
    try:
        last = Day.parse(ends)
        if end_typed and last and read_end(end_typed).on != last:  # the end alone was changed by hand
            end_typed = ends
        reading.term = Term(
            Day.parse(kept or starts),
            kind,
            last,
            until and clean(until, "syarat berakhir"),
            end_typed and clean(end_typed, "tanggal akhir"),
            length and read_length(length),
        )
    except KskdError as error:
        reading.undecided.add("ends")
        reading.problem(without_options(Fields(), str(error)), "ends")


def _add_amounts(reading: RowReading, concept: str, cell: Cell, known: Field) -> None:
    """Amounts; a zero is an amount that nobody knows, but in a list that kskd made."""
    parts = _values(cell.text.strip(), known)
    if len(parts) < 2:
        parts = [_whole(cell)]
    if not reading.is_whole:
        typed, (_, at, _, heading) = parts, reading.told[-1]
        parts = ["-" if re.fullmatch(_ZERO, one, re.I) else in_unit_of(heading, one) for one in parts]
        if in_unit_of(heading, "1") != "1" and parts != typed:
            reading.plain[at] = "; ".join(parts)
    if known.many is not Many.NO or parts != ["-"]:
        _add(reading, concept, parts, known)


def _length(text: str) -> str | None:
    """The length of time that an end is told by, as "selama 1 (satu) tahun"; None of a text that is none."""
    try:
        return read_length(re.sub("^selama ", "", text, flags=re.IGNORECASE))
    except KskdError:
        return None


def _read_length(reading: RowReading, plans: Iterable[ColumnPlan]) -> None:
    """A bare number as a length of time, in the unit of its heading or of the column beside it; 0 is none."""
    for key in ("duration", "years"):
        text = reading.typed.get(key)
        if not isinstance(text, str) or not (found := re.fullmatch(r"([0-9]+)(?:[.,]0+)?", text.strip())):
            continue
        del reading.typed[key]
        heading, at = next(((plan.heading, plan.column) for plan in plans if plan.concept == key), ("", 0))
        told = reading.beside.get("duration_unit") or ("tahun" if key == "years" else heading)
        units = units_in(told)
        if not (count := int(found[1])):
            continue
        if len(units) == 1:
            reading.typed["duration"] = length = f"{count} {units.pop()}"
            if key == "duration":
                reading.plain[at] = length
        else:
            reading.undecided.add("duration")
            reading.problem("satuan jangka waktu tidak disebut; tulis misalnya 3 tahun.", key)


def _read_currency(reading: RowReading) -> None:
    """Leave out amounts of which a column says that they are in no rupiah."""
    told = reading.beside.get("currency", "")
    if not told or told.casefold().strip(" .") in {"rp", "idr", "rupiah"}:
        return
    for key in ("value", "contribution", "partner_contribution"):
        if reading.typed.pop(key, None) is not None:
            reading.undecided.add(key)
            reading.problem(f"nilai dalam {quote(told)}; yang dicatat hanya rupiah.", key)


def _read_values(reading: RowReading, fields: Fields, read: Reader) -> None:
    """Leave out each value that cannot be read, with the sentence of its refusal."""
    try:
        read(fields, reading.typed)
    except KskdError:
        pass
    else:
        return
    for key in list(reading.typed):
        try:
            read(fields, {key: reading.typed[key]})
        except KskdError as error:
            reading.undecided.add(key)
            reading.problem(without_options(fields, str(error)), key)
            del reading.typed[key]
    try:
        read(fields, reading.typed)
    except KskdError as error:  # two ends, or two lengths
        reading.problem(without_options(fields, str(error)))
        for key in ("ends", "open_ended", "until", "duration", "years"):
            reading.typed.pop(key, None)
