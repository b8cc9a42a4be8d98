"""The registry as it was recorded at the end of a day, or after an act: what pages are made from again."""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date

from kskd.domain.values.dates import format_date
from kskd.errors import refusal
from kskd.registry.history.journal import latest_act
from kskd.registry.session import Session
from kskd.workflows.access import Access


@contextmanager
def recorded(access: Access, known_on: date | None) -> Iterator[Session]:
    """One snapshot of all that was recorded by the end of a day; of all that is where none is said.

    Refused for a day to come, and for one by which nothing was recorded.
    """
    if known_on is None:
        with access.reading() as session:
            yield session
        return
    from kskd.registry.history.rewound import rewound

    if known_on > access.today:
        raise refusal("known-on-ahead", day=format_date(known_on))
    with access.reading() as session:
        latest = latest_act(session, known_on.isoformat())
        if latest is None:
            raise refusal("known-on-before", day=format_date(known_on))
        with rewound(session, latest.act) as past:
            yield past
