"""A period as sheets say it: "Semester I 2024", "Sem 1/2024", "TW II Tahun 2024", "2024-S1"."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from kskd.domain.values.dates import MONTHS
from kskd.domain.values.period import Period, PeriodKind
from kskd.domain.values.text import fold
from kskd.errors import KskdError

if TYPE_CHECKING:
    from collections.abc import Iterable

_COUNTS = {
    "i": 1,
    "ii": 2,
    "iii": 3,
    "iv": 4,
    "pertama": 1,
    "kesatu": 1,
    "kedua": 2,
    "ketiga": 3,
    "keempat": 4,
}
_COUNTS |= {str(number): number for number in range(1, 5)}
_COUNT = "|".join(sorted(_COUNTS, key=len, reverse=True))
_MONTHS = {name.casefold(): number for number, name in enumerate(MONTHS, 1)}
_MONTH = "|".join(_MONTHS)
_KINDS = {
    PeriodKind.SEMESTER: r"(?:semester|smt|sem|s)",
    PeriodKind.QUARTER: r"(?:triwulan|tw|kuartal|quarter|q)",
}
_YEAR = r"(?P<year>20[0-9]{2}|19[0-9]{2})"
_OF = r"[ ./,-]*(?:(?:tahun|thn|th|ta|anggaran|year)[. ]*)*"


def _patterns() -> Iterable[tuple[PeriodKind, str]]:
    """Each way of saying a period, with what follows from it."""
    for kind, word in _KINDS.items():
        part = rf"{word}[. -]*(?:ke[ -]?)?(?P<part>{_COUNT})"
        yield kind, rf"\b{part}{_OF}{_YEAR}\b"
        yield kind, rf"{_OF}\b{_YEAR}[ /.,-]*{part}\b"
    yield PeriodKind.MONTH, rf"\b(?:bulan )?(?P<month>{_MONTH})[ ,-]+{_YEAR}\b"
    yield PeriodKind.YEAR, rf"\b(?:tahun|ta|thn)[. ]*(?:anggaran )?{_YEAR}\b"


_PATTERNS = tuple((kind, re.compile(pattern)) for kind, pattern in _patterns())
_MORE = rf"\b(?:semester|smt|triwulan|tw|sampai|s\.?d)\b|\b{_YEAR}\b"  # a second period, or a span of several
_SPANS = (
    (PeriodKind.SEMESTER, 1, r"januari ?(?:-|–|sampai(?: dengan)?|s/?\.?d\.?) ?juni"),
    (PeriodKind.SEMESTER, 2, r"juli ?(?:-|–|sampai(?: dengan)?|s/?\.?d\.?) ?desember"),
)


def read_period(text: str) -> Period | None:
    """The one period that a cell names, as a code or in words; None where it names none, or says more."""
    folded = fold(text)
    try:
        return Period.parse(folded)
    except KskdError:
        pass
    found = _named(folded.casefold())
    if found is None:
        return None
    period, rest = found
    return (
        period if not re.search(r"[^\W_]", re.sub(r"\b(?:periode|pada|tahun|anggaran)\b", "", rest)) else None
    )


def period_in(texts: Iterable[str]) -> Period | None:
    """The only period that the name of a sheet or a title above a list names; None where it is not one."""
    told = [known for text in texts if (known := _named(fold(text).casefold())) is not None]
    found = {period for period, _ in told}
    says_more = any(re.search(_MORE, rest) for _, rest in told)
    return found.pop() if len(found) == 1 and not says_more else None


def joined_period(part: str, year: str) -> Period | None:
    """The period of a year in one cell and a part of it in another: "I" or "Semester I" and "2024"."""
    year = year.strip().removesuffix(".0")
    part = part.strip().removesuffix(".0")
    return read_period(f"{part} {year}") or read_period(f"semester {part} {year}")


def _named(text: str) -> tuple[Period, str] | None:
    """The period that a text in small letters names first by the longest words, and what else it says."""
    for kind, number, months in _SPANS:
        if span := re.search(rf"\b{months}{_OF}{_YEAR}\b", text):
            return Period(int(span["year"]), kind, number), text[: span.start()] + text[span.end() :]
    for kind, pattern in _PATTERNS:
        if found := pattern.search(text):
            told = found.groupdict()
            number = _COUNTS.get(told.get("part") or "", _MONTHS.get(told.get("month") or "", 1))
            try:
                return Period(int(told["year"]), kind, number), text[: found.start()] + text[found.end() :]
            except KskdError:
                return None
    return None
