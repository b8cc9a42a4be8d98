"""What the office itself owes on a day, as the registry tells it."""

from datetime import date
from itertools import groupby

from kskd.domain.settings import Government
from kskd.registry.session import Session
from kskd.registry.tables.holidays import read_calendar
from kskd.registry.views.office_facts import read_in_force, read_recorded
from kskd.rules.case import Office
from kskd.rules.duties import Duties, asked


def read_office(session: Session, government: Government, as_of: date) -> Office:
    """The office as the rules see it, with its days off and its papers."""
    office = Office.of(government, as_of, read_calendar(session))
    return office._replace(recorded=read_recorded(session, government, as_of))


def read_duties(session: Session, government: Government, as_of: date) -> Duties:
    """The papers that are recorded, and those that are owed and are not."""
    recorded, level = read_recorded(session, government, as_of), government.text("level")
    days = int(government.text("report-days"))
    found = read_in_force(session, asked(recorded, as_of, days, level), as_of)
    groups = groupby(found, lambda one: one.kind.kind)
    by_kind = {kind: tuple(one.period for one in ones) for kind, ones in groups}
    return Duties(as_of, level, days, recorded, by_kind)
