"""What counts once: an umbrella and what extends it, a line of life; money told of a parent and its child.

Permendagri 22/2020 Pasal 9 ayat (3) and 32 ayat (3), Permendagri 25/2020 Pasal 32.
"""

from collections.abc import Collection, Iterable
from datetime import date

from kskd.domain.document.agreement import Agreement
from kskd.domain.document.chain import is_umbrella
from kskd.domain.values.money import Worth


def lines_of(agreements: Iterable[Agreement], as_of: date) -> dict[str, tuple[str, ...]]:
    """The line of each umbrella that there was on the day, by id: the ids of its links, the oldest first.

    What was called off carries nothing on, and begins a line of its own; what is void is in none.
    """
    live = {one.id: one for one in agreements if one.void_reason is None and one.is_known(as_of)}
    umbrellas = {key: one for key, one in live.items() if is_umbrella(one.doc)}
    after = {one.predecessor: one.id for one in umbrellas.values() if _goes_on(one, umbrellas, as_of)}
    found: dict[str, tuple[str, ...]] = {}
    for one in umbrellas.values():
        if _goes_on(one, umbrellas, as_of):
            continue
        line = [one.id]
        while (following := after.get(line[-1])) is not None:
            line.append(following)
        found |= dict.fromkeys(line, tuple(line))
    return found


def worth_of(agreements: Collection[Agreement]) -> Worth:
    """What documents are worth together; a parent's value counts where it exceeds its children's among them.

    Twin: ``registry.twins.documents.WORTH``.
    """
    values = {one.id: int(value) for one in agreements if (value := one.fact("value")) is not None}
    below: dict[str | None, int] = {}
    for one in agreements:
        below[one.parent] = below.get(one.parent, 0) + values.get(one.id, 0)
    added = [max(value - below.get(key, 0), 0) for key, value in values.items()]
    return Worth(sum(added) if added else None, len(values), len(agreements))


def _goes_on(one: Agreement, umbrellas: dict[str, Agreement], as_of: date) -> bool:
    return one.predecessor in umbrellas and one.carries_on(as_of)
