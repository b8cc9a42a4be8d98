"""The digest that a page carries, by which a print can be compared with a report made again."""

from dataclasses import fields, is_dataclass, replace
from datetime import date
from decimal import Decimal
from typing import TypeVar

from kskd.reporting.model import IndexPage, OpdReport, RecapReport
from kskd.reporting.pages import PlanPage, QualityPage

# Of these a page that has none says nothing.
_ONLY_SAID = {"filtered", "own", "worth", "paper_name", "money", "co_leads"}

P = TypeVar("P", OpdReport, RecapReport, IndexPage, PlanPage, QualityPage)


def stamped(page: P) -> P:
    """The page with the digest of its content: SHA-256 over canonical JSON, without kskd's version."""
    import json  # noqa: PLC0415 - start-up
    from hashlib import sha256  # noqa: PLC0415 - start-up

    unstamped = replace(page, head=replace(page.head, version=""), digest="")
    text = json.dumps(unstamped, default=_plain, sort_keys=True, ensure_ascii=True, separators=(",", ":"))
    digest = sha256(text.encode()).hexdigest()[:16]
    return replace(page, digest=" ".join(digest[start : start + 4] for start in range(0, 16, 4)))


def _plain(value: object) -> object:
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, Decimal):
        return str(value)
    if is_dataclass(value):
        told = {field.name: getattr(value, field.name) for field in fields(value)}
        # What pages said before a field came, they still say while it holds nothing.
        return {name: one for name, one in told.items() if name not in _ONLY_SAID or one not in (None, ())}
    raise TypeError(f"a report cannot hold {type(value).__name__}")
