"""Reading and writing amounts of money: whole rupiah, as people type them in Indonesia.

A fraction of a rupiah and another currency are never rounded or converted: they are refused.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from kskd.domain.values.numbers import LARGEST, format_number
from kskd.domain.values.text import fold, quote
from kskd.errors import refusal

if TYPE_CHECKING:
    from fractions import Fraction

_UNITS = {
    "ribu": 3,
    "rb": 3,
    "k": 3,
    "juta": 6,
    "jt": 6,
    "miliar": 9,
    "milyar": 9,
    "triliun": 12,
    "trilyun": 12,
    "t": 12,
}
"""Powers of ten by the word behind a figure; "M" is not among them, for it is short for two of them:
it is read only before millions ("1 M 200 juta")."""

_FOREIGN = (
    r"[$€£¥฿₩]|\b(?:us|usd|sgd|myr|rm|aud|eur|gbp|jpy|cny|thb|krw|sar|hkd|nzd|twd|chf|dolar|dollar|euro|yen"
    r"|yuan|ringgit|riyal|real|baht|won|pound|poundsterling)\b"
)
_AMOUNT = r"(?:(?:rp|idr)\.? ?)?([0-9][0-9.,]*?)(?:[.,]?[-–—])?(?: ?([a-z]+))??(?: ?rupiah)?"
_STEP = rf"([0-9][0-9.,]*) ?({'|'.join(_UNITS)})\b"
_STEPS = rf"(?:(?:rp|idr)\.? ?)?({_STEP}(?:(?: dan|,)? {_STEP})*)(?: dan)?(?: ([0-9][0-9.]*))?(?: ?rupiah)?"
_LARGER = (
    r"(?<=[0-9]) ?m(?=(?: dan|,)? [0-9][0-9.,]* ?(?:juta|jt)\b)"  # an "M" before millions is none of them
)
_LESS = r"(?:(?:rp|idr)\.? ?)?[-–—] ?(?:rp\.? ?)?[0-9].*"
_HOME = r"(?:[0-9]+|[1-9][0-9]{0,2}(?:\.[0-9]{3})+)(?:,[0-9]+)?"
_ABROAD = r"(?:[0-9]+|[1-9][0-9]{0,2}(?:,[0-9]{3})+)(?:\.[0-9]+)?"


class Worth(NamedTuple):
    """What documents are worth together: whole rupiah, of how many it is recorded, and how many they are.

    ``amount`` is None where it is recorded of none of them: unknown is not zero.
    """

    amount: int | None
    known: int
    total: int

    @property
    def coverage(self) -> str:
        """Of how many of them it is recorded."""
        return f"{self.known} dari {self.total}"


def in_unit_of(heading: str, amount: str) -> str:
    """An amount without a unit in the one that its heading names ("Nilai (Rp juta)"), if any."""
    units = set(
        re.findall(rf"\b({'|'.join(unit for unit in _UNITS if len(unit) > 1)})(?:an)?\b", heading.casefold())
    )
    is_bare = re.fullmatch(r"[0-9][0-9.,]*", amount.strip()) is not None
    return f"{amount.strip()} {units.pop()}" if is_bare and len(units) == 1 else amount


def read_money(text: str) -> int:
    """The amount typed, in whole rupiah: ``Rp1.000.000,00``, ``75.450.000``, ``1 miliar 200 juta``.

    Raises InvalidNumber, with the readings, for what could mean two amounts; for a fraction of a rupiah, for
    another currency, for less than nothing, and for more than 10^15.
    """
    typed = fold(text).casefold() if len(text) <= 80 else ""
    typed = re.sub(_LARGER, " miliar", typed)
    if re.search(_FOREIGN, typed):
        raise refusal("money-foreign", text=quote(text))
    if re.fullmatch(_LESS, typed):
        raise refusal("money-negative", text=quote(text))
    if (steps := re.fullmatch(_STEPS, typed)) and (summed := _summed(steps[1], steps[6], text)) is not None:
        return summed
    found = re.fullmatch(_AMOUNT, typed)
    figures, unit = found.groups() if found else ("", None)
    if unit == "m":
        readings = f"{figures} miliar atau {figures} juta"
        raise refusal("money-unclear", text=quote(text), readings=readings)
    amounts = _readings(figures, is_plain=unit is None)
    if not amounts or (unit is not None and unit not in _UNITS):
        raise refusal("money-unreadable", text=quote(text))
    amounts = [amount * 10 ** _UNITS.get(unit or "", 0) for amount in amounts]
    if len(amounts) > 1:
        readings = " atau ".join(f"Rp{format_number(float(amount))}" for amount in amounts)
        raise refusal("money-unclear", text=quote(text), readings=readings)
    (amount,) = amounts
    if amount > LARGEST:
        raise refusal("money-outside", text=quote(text), largest=format_money(LARGEST))
    if amount.denominator != 1:
        raise refusal("money-fraction", text=quote(text))
    return amount.numerator


def _readings(figures: str, *, is_plain: bool) -> list[Fraction]:
    """What figures may say, read as at home and as abroad; a plain amount has points between thousands."""
    from fractions import Fraction  # noqa: PLC0415 - start-up

    found: dict[Fraction, None] = {}
    for pattern, between, before in ((_HOME, ".", ","), (_ABROAD, ",", ".")):
        if re.fullmatch(pattern, figures):
            found[Fraction(figures.replace(between, "").replace(before, "."))] = None
            if is_plain and "," not in figures:
                break
    return list(found)


def _summed(steps: str, rest: str | None, text: str) -> int | None:
    """Amounts of falling units as one; None for a single one, and where they do not fit into each other.

    What follows the last unit in less than four figures may lack its own, and is refused with both readings.
    """
    from fractions import Fraction  # noqa: PLC0415 - start-up

    parts = [(figures, 10 ** _UNITS[unit]) for figures, unit in re.findall(_STEP, steps)]
    if rest is not None:
        parts.append((rest.replace(".", "") if re.fullmatch(_HOME, rest) else rest, 1))
    total, room = Fraction(0), Fraction(LARGEST)
    for figures, worth in parts:
        amounts = _readings(figures, is_plain=False)
        if len(amounts) != 1 or amounts[0] * worth >= room or total % room:
            return None
        total += amounts[0] * worth
        room = Fraction(worth)
    if len(parts) == 1 or total.denominator != 1:
        return None
    if rest and len(rest) < 4 and parts[-2][1] > 1000 and "rupiah" not in text.casefold():
        lower = max(
            (unit for unit in _UNITS if 10 ** _UNITS[unit] < parts[-2][1]), key=lambda unit: _UNITS[unit]
        )
        readings = f"{steps} {rest} {lower} atau {format_money(total.numerator)}"
        raise refusal("money-unclear", text=quote(text), readings=readings)
    return total.numerator


def format_money(amount: int) -> str:
    """``Rp1.000.000``: what ``read_money`` reads as the same amount."""
    return f"Rp{amount:,}".replace(",", ".")
