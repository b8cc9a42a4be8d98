"""Reading and writing numbers the Indonesian way: a dot between thousands, a comma before decimals.

Rounding is always half up on the decimal figures as written, as people check it by hand.
"""

from __future__ import annotations

import re
from math import isfinite
from typing import TYPE_CHECKING

from kskd.domain.values.text import fold, quote
from kskd.errors import refusal

if TYPE_CHECKING:
    from decimal import Decimal

LARGEST = 10**15

_UNCLEAR = r"([+-]?[1-9][0-9]{0,2})\.([0-9]{3})"
_COMMA = r"[+-]?(?:[0-9]+|[1-9][0-9]{0,2}(?:\.[0-9]{3})+)(?:,[0-9]+)?"
_POINT = r"[+-]?[0-9]+\.[0-9]+"
_WITH_UNIT = rf"({_COMMA}) ?([^\W\d_][^\W\d_ ]*(?: [^\W\d_]+)*)"


class Percent(float):
    """A number that was typed with its per cent sign, which is lost where the unit is another."""

    def suits(self, unit: str | None) -> bool:
        """Whether the unit says so too: "%", "persen" and what begins with these."""
        return unit is not None and re.match(r"\s*(?:%|persen|prosen)", unit, re.IGNORECASE) is not None


def read_number(text: str) -> float:
    """Return the number typed, ``1.250,5``, ``12,5``, ``12.5``, ``75`` or ``75%`` (which is 75, a Percent).

    Raises InvalidNumber for anything else, for more than 10^15 either way, and for a text such as
    ``1.250`` that could be 1250 or 1,25.
    """
    typed = fold(text).removesuffix("%").rstrip(" ") if len(text) <= 60 else ""
    if found := re.fullmatch(_UNCLEAR, typed):
        whole, rest = found.groups()
        readings = f"{whole}{rest} atau {f'{whole},{rest}'.rstrip('0').rstrip(',')}"
        raise refusal("number-unclear", text=quote(text), readings=readings)
    if re.fullmatch(_COMMA, typed):
        value = float(typed.replace(".", "").replace(",", "."))
    elif re.fullmatch(_POINT, typed):
        value = float(typed)
    elif (found := re.fullmatch(_WITH_UNIT, typed)) and found[1]:
        raise refusal("number-with-unit", text=quote(text), number=found[1], unit=quote(found[2]))
    else:
        raise refusal("number-unreadable", text=quote(text))
    value = in_range(value, text)
    return Percent(value) if "%" in text else value


def in_range(value: float, text: str) -> float:
    """Return the number that ``text`` shows, or raise InvalidNumber: more than 10^15 either way, or none."""
    if not abs(value) <= LARGEST:
        raise refusal("number-outside", text=quote(text), largest=format_number(LARGEST))
    return value + 0.0  # minus zero becomes zero


def format_number(value: float, decimals: int | None = None) -> str:
    """Return the number with exactly ``decimals`` decimals, or with as few as needed, at most four.

    Rounds half up. Raises InvalidNumber for nan and infinity. A whole number from 1.000 to 999.999
    cannot be read back by ``read_number``, which finds it unclear; with decimals it can.
    """
    from decimal import Decimal  # noqa: PLC0415 - start-up

    if not isfinite(value):
        raise refusal("number-not-finite")
    return _written(Decimal(str(value)), decimals)


def format_exactly(value: float) -> str:
    """Return the finite number with all its decimals, as ``read_number`` reads it back."""
    from decimal import Decimal  # noqa: PLC0415 - start-up

    plain = f"{Decimal(repr(value)):,f}".translate({ord(","): ".", ord("."): ","})
    text = plain.rstrip("0").rstrip(",") if "," in plain else plain
    return text.replace(".", "") if re.fullmatch(_UNCLEAR, text) else text


def format_percent(numerator: float, denominator: float) -> str:
    """Return the share with one decimal, rounded half up ("66,7%"), or "–" when the denominator is 0."""
    from decimal import Decimal  # noqa: PLC0415 - start-up

    if denominator == 0:
        return "–"
    return _written(Decimal(str(numerator)) * 100 / Decimal(str(denominator)), 1) + "%"


def _written(number: Decimal, decimals: int | None) -> str:
    from decimal import ROUND_HALF_UP, Context, Decimal  # noqa: PLC0415 - start-up

    places = 4 if decimals is None else decimals
    wide = Context(prec=400, rounding=ROUND_HALF_UP)  # the default 28 digits would refuse large sums
    text = f"{wide.quantize(number, Decimal(1).scaleb(-places)):,f}"
    if decimals is None:
        text = text.rstrip("0").rstrip(".")
    if not text.strip("-0.,"):
        text = text.removeprefix("-")
    return text.translate({ord(","): ".", ord("."): ","})
