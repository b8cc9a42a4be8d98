"""Pemetaan of cooperation as of a day, and the yearly list of planned cooperation."""

from collections.abc import Sequence
from datetime import date
from pathlib import Path
from typing import NamedTuple

from kskd.domain.document.chain import Doc
from kskd.domain.document.fields import FIELDS
from kskd.domain.document.status import Status
from kskd.domain.mapping import Axis, Map, Mapped, classes_of, cross, map_by
from kskd.domain.values.text import quote
from kskd.errors import refusal
from kskd.registry.tables import opds as units
from kskd.registry.views import listing as store
from kskd.workflows import lookup
from kskd.workflows.access import Access
from kskd.workflows.register.filtering import Filters
from kskd.workflows.register.filters import read_query
from kskd.workflows.register.listing import Listing, list_agreements


class Counted(NamedTuple):
    """The map, and what it was counted over: the statuses asked for.

    ``unsure`` are so many more whose status nobody can tell, since their days are known in part.
    """

    map: Map
    statuses: tuple[str, ...]
    unsure: int


def map_agreements(access: Access, by: Sequence[str], filters: Filters, *, as_of: date) -> Counted:
    """Count documents by one axis, or across two; those in force on the day unless statuses are asked for.

    Raises UsageError for an axis that there is not.
    """
    axes = tuple(_axis(text) for text in by) or (Axis.AFFAIR,)
    if len(axes) > 2 or len(set(axes)) < len(axes):
        raise refusal("axes-too-many")
    wanted = {"status": ("active",), **filters}
    columns = (
        *store.read_columns(access.fields, ("doc", "scheme", "lead_opd", "affairs")),
        store.PARTNER_KINDS,
    )
    with access.reading() as session:
        query = read_query(session, access.fields_in(session), wanted, as_of)
        rows = list(store.rows(session, query, columns))
        unknown = read_query(session, access.fields, {**wanted, "status": (Status.UNKNOWN,)}, as_of)
        unsure = (
            0 if Status.UNKNOWN in (query.filters["status"] or "") else len(store.read_ids(session, unknown))
        )
        known = units.read_opds(session)
    documents = [
        Mapped(
            Doc(str(doc)),
            {
                Axis.SCHEME: (str(scheme),),
                Axis.OPD: (lookup.carried_on(known, str(lead), as_of),),
                Axis.AFFAIR: _parts(affairs),
                Axis.PARTNER_KIND: _parts(kinds),
            },
        )
        for doc, scheme, lead, affairs, kinds in rows
    ]
    present = {code: opd.name for code, opd in known.items() if lookup.carried_on(known, code, as_of) == code}
    classes = [classes_of(axis, present) for axis in axes]
    made = (
        map_by(documents, axes[0], classes[0])
        if len(axes) == 1
        else cross(documents, (axes[0], axes[1]), *classes)
    )
    return Counted(made, tuple(wanted["status"]), unsure)


PLAN_COLUMNS = (
    "planned_for",
    "id",
    "title",
    "scheme",
    "partners",
    "lead_opd",
    "affairs",
    "status",
    "signed_on",
)


def write_plan(
    access: Access, year: str, out: Path, *, as_of: date, templates: Path | None = None
) -> tuple[Path, ...]:
    """Write the list of cooperation planned for a year, as Markdown and HTML; gives the paths."""
    from kskd.domain.values.period import Period, PeriodKind
    from kskd.interchange.sets import write_set
    from kskd.reporting.basis import Basis
    from kskd.reporting.reports import REPORTS
    from kskd.workflows.reports.keeping import KeptPages
    from kskd.workflows.reports.making import DEFAULT_FORMATS, read_facts, written

    wanted = int(FIELDS["planned_for"].read(year))
    with access.reading() as session:
        facts = read_facts(session, access)
    basis = Basis(facts, Period(wanted, PeriodKind.YEAR), as_of)
    pages = list(
        written(basis, [REPORTS["rencana"]], DEFAULT_FORMATS, templates, kept=KeptPages(access, out))
    )
    write_set(out, ((out / name, content) for name, content in pages))
    return tuple(out / name for name, _ in pages)


def list_plan(access: Access, year: str, *, as_of: date, as_json: bool) -> Listing:
    """The same list as rows."""
    return list_agreements(
        access,
        {"planned": (str(FIELDS["planned_for"].read(year)),)},
        as_of=as_of,
        columns=PLAN_COLUMNS,
        sort=("id",),
        as_json=as_json,
    )


def _parts(joined: object) -> tuple[str, ...]:
    return tuple(str(joined).split("; ")) if joined else ()


def _axis(text: str) -> Axis:
    try:
        return Axis(text.strip().casefold())
    except ValueError:
        raise refusal("choice-unknown", what="--by", text=quote(text), known=", ".join(Axis)) from None
