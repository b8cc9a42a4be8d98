"""Lines of life: an umbrella and what extends it are one cooperation.

Permendagri 22/2020 Pasal 9 ayat (3) and 32 ayat (3), Permendagri 25/2020 Pasal 32.
"""

from collections.abc import Iterable
from datetime import date

from kskd.domain.document.agreement import Agreement
from kskd.domain.document.chain import is_umbrella


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


def _goes_on(one: Agreement, umbrellas: dict[str, Agreement], as_of: date) -> bool:
    return one.predecessor in umbrellas and one.carries_on(as_of)
