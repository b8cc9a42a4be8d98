"""What the court of dates decided, in words."""

from typing import NamedTuple

from kskd.domain.values.grid import column_name
from kskd.domain.values.text import quote
from kskd.importing.day_readings import ORDERS, Form, Kind, Order
from kskd.importing.orders import Decision, OrderTally, Ruling
from kskd.importing.witnesses import Testimony


class Heard(NamedTuple):
    """Cells of a column: those read as a day, those of several readings left, and those that say no day."""

    settled: int = 0
    undecided: int = 0
    unread: int = 0

    def with_one(self, one: Testimony, decision: Decision, count: int) -> "Heard":
        """With so many cells more of which the same is said and decided."""
        if one.form is Form.EMPTY:
            return self
        if one.form is Form.NONE:
            return self._replace(unread=self.unread + count)
        if decision.at is None:
            return self._replace(undecided=self.undecided + count)
        return self._replace(settled=self.settled + count)


def words_of(column: int, heading: str, ruling: Ruling, heard: Heard) -> str:
    """A column in one line: its days, the evidence for its order, and what is left to decide."""
    named = f"Kolom {quote(heading)} ({column_name(column)})" if heading else f"Kolom {column_name(column)}"
    total = heard.settled + heard.undecided
    if not total:
        return f"{named}: tidak ada tanggal{_unread(heard)}."
    kinds = {kind: tally for kind, tally in ruling.tallies.items() if tally.total}
    parts = [f"{named}: {total} tanggal"]
    for kind, tally in kinds.items():
        name = f"{kind} ({tally.total}): " if len(kinds) > 1 else ""
        parts.append(name + _order(kind, tally, ruling))
    parts.append(f"{heard.undecided} perlu diputuskan{_unread(heard)}")
    return "; ".join(parts) + "."


def _order(kind: Kind, tally: OrderTally, ruling: Ruling) -> str:
    first, second = ORDERS[kind]
    order = ruling.orders.get(kind)
    proven = tally.proven()
    if order is not None:
        told = _evidence(tally, order)
        against = f", {proven[1 - order]} bertentangan"
        if kind is Kind.SHOWN:
            return f"dibaca {ORDERS[kind][order]}{against}"
        by = f"terbukti oleh {proven[order]} sel ({told})" if told else "ditetapkan"
        return f"urutan {ORDERS[kind][order]} {by}{against}"
    evidence = f"{first}: {proven[0]} sel; {second}: {proven[1]} sel"
    if kind is Kind.SHOWN:
        by = f", terbukti oleh {told}" if (told := _evidence(tally, 1)) else ""
        no_right = ", tidak ada yang terbukti benar" if Order.SWAPPED in ruling.proposed else ""
        return (
            f"ada yang tertukar oleh spreadsheet ({evidence}{by}){no_right}, "
            "hanya yang terbukti di barisnya yang dibaca"
        )
    if kind in ruling.contested:
        return f"urutan bertentangan dengan kolom pasangannya ({evidence})"
    return f"urutan {'bertentangan' if all(proven) else 'belum terbukti'} ({evidence})"


def _evidence(tally: OrderTally, order: int) -> str:
    proofs = {name: counts[order] for name, counts in tally.proofs.items() if counts[order]}
    return "; ".join(f"{name}: {count}" for name, count in proofs.items())


def _unread(heard: Heard) -> str:
    return f"; {heard.unread} bukan tanggal" if heard.unread else ""
