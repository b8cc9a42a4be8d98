"""Where documents stand that rules and clocks look at, in groups.

Apart from rules, since clocks are asked often and rules seldom.
"""

from kskd.domain.document.status import Status

DRAFT, ACTIVE = frozenset({Status.DRAFT}), frozenset({Status.ACTIVE})
EXPIRED, ENDED = frozenset({Status.EXPIRED}), frozenset({Status.ENDED})
IN_FORCE = ACTIVE | {Status.UPCOMING}
OVER = EXPIRED | ENDED
SIGNED = IN_FORCE | OVER
ANY = SIGNED | DRAFT
