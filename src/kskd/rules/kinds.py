"""What rules and clocks look at, in groups: schemes, kinds of document, and where documents stand on a day.

Apart from rules, since clocks are asked often and rules seldom.
"""

from kskd.domain.document.chain import ABROAD, CONTRACTS, HOME, KSDD, KSDPK, LOCAL, SINERGI
from kskd.domain.document.status import Status

__all__ = [
    "ABROAD",
    "ACTIVE",
    "AGREED",
    "ANY",
    "CONTRACTS",
    "DRAFT",
    "ENDED",
    "EXPIRED",
    "HOME",
    "IN_FORCE",
    "KSDD",
    "KSDPK",
    "LOCAL",
    "OVER",
    "SIGNED",
    "SINERGI",
]

AGREED = "hasil evaluasi"  # what an evaluation recommended or agreed on stands on itself, not on an article


# Where documents stand that a rule or a clock looks at, on the day; each names several.
DRAFT, ACTIVE = frozenset({Status.DRAFT}), frozenset({Status.ACTIVE})
EXPIRED, ENDED = frozenset({Status.EXPIRED}), frozenset({Status.ENDED})
IN_FORCE = ACTIVE | {Status.UPCOMING}
OVER = EXPIRED | ENDED
SIGNED = IN_FORCE | OVER
ANY = SIGNED | DRAFT
