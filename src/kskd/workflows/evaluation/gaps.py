"""What is missing in the life of the documents, each gap with its age and the command that closes it."""

from collections.abc import Sequence
from datetime import date

from kskd.domain.values.text import quote
from kskd.errors import refusal
from kskd.evaluation.gaps import LABELS, Gap, Wanted
from kskd.evaluation.gaps import gaps as gaps_of
from kskd.registry.tables import settings
from kskd.registry.views.cases import read_cases
from kskd.rules.case import Office
from kskd.workflows.access import Access
from kskd.workflows.register.filtering import Filters, choose

__all__ = ["LABELS", "Gap", "gaps"]

ASKED = ("children", "seats", "facts", "reports", "promises", "moved")
"""The parts of a document that are looked at."""


def gaps(
    access: Access, filters: Filters, *, as_of: date, kinds: Sequence[str] = (), each: bool = False
) -> list[Gap]:
    """Every gap of the day, by kind and within it the oldest first; of some kinds or documents only.

    With ``each`` every period that was not reported on is told, else the oldest of a document with a number.
    """
    wanted = [_kind(text) for text in kinds] or list(LABELS)
    with access.reading() as session:
        government = settings.read_government(session)
        chosen = choose(session, access, filters, as_of)
        ids = None if chosen is None else chosen.ids
        asked = Wanted(int(government.text("idle-days")), each)
        found = [
            gap
            for case in read_cases(session, Office.of(government, as_of), agreements=ids, only=ASKED)
            for gap in gaps_of(case, asked)
            if gap.kind in wanted
        ]
    places = {kind: at for at, kind in enumerate(LABELS)}
    return sorted(found, key=lambda one: (places[one.kind], -one.days, one.agreement, one.what))


def _kind(text: str) -> str:
    kind = text.strip().casefold()
    if kind not in LABELS:
        raise refusal("choice-unknown", what="--kind", text=quote(text), known=", ".join(LABELS))
    return kind
