"""Where the drafts of the registry stand: what the rules of stages say of each."""

from collections.abc import Sequence
from datetime import date

from kskd.domain.document.status import Status
from kskd.registry.session import Session
from kskd.registry.tables import holidays, settings
from kskd.registry.views.cases import read_cases
from kskd.registry.views.listing import Query, read_ids
from kskd.rules.case import Office
from kskd.rules.stages import Waiting, stage_of

_DRAFTS = {"status": f'["{Status.DRAFT}"]', "known": None, "not_void": None}


def read_stages(session: Session, as_of: date, agreements: Sequence[str] | None = None) -> dict[str, Waiting]:
    """The stage of each draft on the day, or of some documents by id; those without a stage are left out."""
    ids = read_ids(session, Query(as_of.isoformat(), _DRAFTS)) if agreements is None else agreements
    office = Office.of(settings.read_government(session), as_of, holidays.read_calendar(session))
    found = (
        (case.id, stage_of(case))
        for case in read_cases(session, office, agreements=ids, only=("facts", "asked"))
    )
    return {one: where for one, where in found if where is not None}
