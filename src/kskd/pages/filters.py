"""How templates print days, numbers and shares; ``None`` prints as unknown, never as zero."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kskd.domain.values.dates import format_date
from kskd.domain.values.days import Day
from kskd.domain.values.markdown import UNKNOWN
from kskd.domain.values.money import format_money
from kskd.domain.values.numbers import format_number, format_percent
from kskd.evaluation.rollup import Ratio

if TYPE_CHECKING:
    from datetime import date
    from decimal import Decimal


def tanggal(day: date | Day | None) -> str:
    """``2 Mei 2024``; of a day known in part ``Mei 2024``, ``2024``."""
    if isinstance(day, Day):
        return day.words
    return UNKNOWN if day is None else format_date(day)


def angka(value: float | Decimal | None, decimals: int | None = None) -> str:
    """``1.250,5``: as many decimals as needed, or as many as asked."""
    return UNKNOWN if value is None else format_number(float(value), decimals)


def persen(value: Ratio | Decimal | float | None) -> str:
    """A ``Ratio`` as ``66,7%``; a share between 0 and 1 likewise, without a needless ``,0``."""
    if value is None:
        return UNKNOWN
    if isinstance(value, Ratio):
        return format_percent(value.numerator, value.denominator)
    return format_number(float(value) * 100, 1).removesuffix(",0") + "%"


def bagian(count: int, whole: int) -> str:
    """A count as a share of the whole, ``66,7%``; unknown when there is no whole."""
    return format_percent(count, whole)


def nilai(score: Decimal | None) -> str:
    """A score with two decimals: ``78,50``."""
    return UNKNOWN if score is None else format_number(float(score), 2)


def uang(amount: int | None) -> str:
    """``Rp1.000.000``."""
    return UNKNOWN if amount is None else format_money(amount)


def kala(label: str, of_page: str | None) -> str:
    """The name of a period on a page of another: "" for the same one, "Semester I" for one of its year."""
    if label == of_page:
        return ""
    return label.removesuffix(f" Tahun {of_page[-4:]}") if of_page else label


def lebar(part: float | Decimal, whole: float | Decimal, width: float) -> str:
    """The part's share of a width, for charts: a plain number with one decimal and a point."""
    return "0.0" if not whole else f"{float(part) / float(whole) * width:.1f}"


FILTERS = {
    "tanggal": tanggal,
    "angka": angka,
    "persen": persen,
    "bagian": bagian,
    "nilai": nilai,
    "uang": uang,
    "kala": kala,
    "lebar": lebar,
}
