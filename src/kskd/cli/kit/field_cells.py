"""Columns of listings that are fields, or sums of one: headings and cells for people and programs."""

from datetime import date
from typing import TYPE_CHECKING, Any

from kskd.cli.kit.output import Format, Listable, iso
from kskd.domain.values.kinds import NO, YES

if TYPE_CHECKING:
    from collections.abc import Iterable

    from kskd.domain.field import Field
    from kskd.domain.told import Told
    from kskd.domain.values.money import Worth


def headings(fields: "Iterable[Field]") -> dict[str, str]:
    """Headings by key."""
    return {field.key: field.over for field in fields}


def cells(fields: "Iterable[Field]", one: "Told", how: Format) -> dict[str, Listable]:
    """What one subject has for these fields by key: codes for programs, words for people."""
    return {field.key: _cell(field, one.fact(field.key), how) for field in fields}


WORTH = {"value": "Nilai kerja sama", "valued": "Nilai tercatat"}


def worth_cells(worth: "Worth", how: Format) -> tuple[Listable, Listable]:
    """What documents are worth, and of how many of them that is recorded, under the headings of ``WORTH``."""
    if how not in {Format.TABLE, Format.MD}:
        return worth.amount, worth.known
    from kskd.domain.values.money import format_money

    return (None, None) if worth.amount is None else (format_money(worth.amount), worth.coverage)


def _cell(field: "Field", value: Any, how: Format) -> Listable:
    if isinstance(value, date):
        return iso(value)
    if how in {Format.TABLE, Format.MD}:
        value = field.word(value) if value in {YES, NO} else getattr(value, "label", value)
    return value if value is None or isinstance(value, float | int) else str(value)
