"""Listings of agreements made inside SQLite: columns, filters and sort keys as tables of SQL."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import NamedTuple

from kskd.domain.document.facts import FACTS
from kskd.domain.field import OWN, Field, Fields, Place, Value
from kskd.domain.values.kinds import FieldKind
from kskd.domain.values.text import quote
from kskd.errors import refusal
from kskd.registry.session import Session
from kskd.registry.twins.adendums import before_later
from kskd.registry.twins.documents import (
    CARRIES_ON_OF,
    DAYS_LEFT,
    FIRST_OF_LINE,
    FOLLOWED_UP,
    GAP,
    KNOWN,
    KNOWN_OF,
    LAST_DAY,
    PARTY_OF,
    RELATIONS,
    STATUS,
    UMBRELLA,
    come,
    exactly,
)

_BEGINS = "coalesce(a.starts_on, a.signed_on)"
_LIVE_CHILD = (
    f"FROM agreement AS c WHERE c.parent = a.id AND c.void_reason IS NULL AND {KNOWN_OF.format('c')}"
)

_NUMBERS = (
    "(SELECT seat, partner, 1 AS position, number FROM party WHERE agreement = a.id AND number IS NOT NULL UNION ALL"
    " SELECT f.seat, q.partner, f.position, f.number FROM further_number AS f JOIN party AS q"
    " ON q.agreement = f.agreement AND q.seat = f.seat WHERE f.agreement = a.id)"
)
_BESIDE_LEAD = (  # {0} says whether it is one of the leads that the paper names
    "(SELECT json_group_array(opd) FROM"
    " (SELECT opd FROM support_opd WHERE agreement = a.id AND as_lead = '{0}' ORDER BY opd))"
)


class ListColumn(NamedTuple):
    """One column of a listing: its key, the heading that users read, and the SQL behind it.

    ``cell`` is the SQL of what a table shows in its place.
    """

    key: str
    heading: str
    sql: str
    is_json: bool = False
    cell: str = ""


# What was decided of the end by the day; one of which no day is known counts on every day.
_DECIDED = "(SELECT value FROM fact WHERE agreement = a.id AND key = 'decision_{0}')"
_DECISION = (
    f"(SELECT json_object('decision', value, 'by', {_DECIDED.format('by')}, 'on', {_DECIDED.format('on')},"
    f" 'letter', {_DECIDED.format('letter')}) FROM fact WHERE agreement = a.id AND key = 'decision'"
    f" AND coalesce({_DECIDED.format('on')} <= :as_of, 1))"
)

COLUMNS = {
    column.key: column
    for column in (
        ListColumn("id", "ID", "a.id"),
        ListColumn("doc", "Naskah", "a.doc"),
        ListColumn("scheme", "Bentuk", "a.scheme"),
        ListColumn("status", "Status", STATUS),
        ListColumn("signed", "Ditandatangani", "a.signed_on"),
        ListColumn("signed_on", "Ditandatangani", exactly("a.signed_on")),
        ListColumn("starts", "Mulai", _BEGINS),
        ListColumn("starts_on", "Mulai", exactly(_BEGINS)),
        ListColumn("ends", "Berakhir", "a.ends_on"),
        ListColumn("ends_on", "Berakhir", exactly("a.ends_on")),
        ListColumn("end_kind", "Jenis akhir", "a.end_kind"),
        ListColumn("end_condition", "Syarat akhir", "a.end_condition"),
        ListColumn("days_left", "Sisa hari", DAYS_LEFT),
        ListColumn("parent", "Induk", "a.parent"),
        ListColumn(
            "children",
            "Turunan",
            f"(SELECT json_group_array(id) FROM (SELECT c.id {_LIVE_CHILD} ORDER BY length(c.id), c.id))",
            is_json=True,
        ),
        ListColumn("predecessor", "Pendahulu", "a.predecessor"),
        ListColumn(
            "successor",
            "Penerus",
            f"(SELECT c.id FROM agreement AS c WHERE c.predecessor = a.id AND {CARRIES_ON_OF.format('c')})",
        ),
        ListColumn("line", "Naskah pertama", FIRST_OF_LINE),
        ListColumn("relations", "Hubungan", RELATIONS, is_json=True),
        ListColumn(
            "numbers",
            "Nomor",
            "(SELECT json_group_array(json_object('party', name, 'number', number)) FROM"
            f" (SELECT coalesce(p.name, s.value) AS name, y.number FROM {_NUMBERS} AS y LEFT JOIN partner AS p"
            " ON p.id = y.partner LEFT JOIN setting AS s ON s.key = 'name' ORDER BY y.seat, y.position))",
            is_json=True,
        ),
        ListColumn(
            "partners",
            "Mitra",
            "(SELECT json_group_array(name) FROM (SELECT p.name FROM party AS y JOIN partner AS p ON p.id = y.partner"
            f" WHERE y.agreement = a.id AND {PARTY_OF.format('y')} ORDER BY y.seat))",
            is_json=True,
        ),
        ListColumn("lead_opd", "OPD", "a.lead_opd"),
        ListColumn(
            "support_opds",
            "OPD pendukung",
            _BESIDE_LEAD.format("no"),
            is_json=True,
        ),
        ListColumn("co_leads", "Pemrakarsa bersama", _BESIDE_LEAD.format("yes"), is_json=True),
        ListColumn(
            "affairs",
            "Urusan",
            "(SELECT json_group_array(code) FROM (SELECT code FROM affair WHERE agreement = a.id ORDER BY code))",
            is_json=True,
        ),
        ListColumn("file_count", "Berkas", "(SELECT count(*) FROM file WHERE agreement = a.id)"),
        ListColumn("gap_days", "Jeda hari", GAP),
        ListColumn("last_day", "Berakhir", LAST_DAY),
        ListColumn(
            "decision",
            "Keputusan atas akhirnya",
            _DECISION,
            is_json=True,
            cell=f"{_DECISION} ->> '$.decision'",
        ),
        ListColumn("ended_on", "Diakhiri", "iif(a.ended_on <= :as_of, a.ended_on, NULL)"),
        ListColumn("end_ground", "Dasar pengakhiran", "iif(a.ended_on <= :as_of, a.end_ground, NULL)"),
    )
}

"""What is computed or has a shape of its own; the plain fields beside it come from their table."""

_WAITING = ":stages -> ('$.\"' || a.id || '\"') ->> '$.{}'"
STAGES = {
    key: ListColumn(key, heading, _WAITING.format(key))
    for key, heading in (
        ("stage", "Tahap"),
        ("stage_turn", "Menunggu"),
        ("stage_since", "Sejak"),
        ("stage_days", "Hari dalam tahap"),
    )
}
"""Where a draft stands: what rules compute of facts, and not SQL, so that it is handed in (see ``Query``)."""


def columns(fields: Fields) -> dict[str, ListColumn]:
    """The columns that every listing for programs has, by key: those of COLUMNS and of the document's row."""
    return (
        COLUMNS
        | {field.key: _column(field) for field in fields.columns}
        | {"fields": ListColumn("fields", "Isian kantor", _OWN if fields.own else "'{}'", is_json=True)}
    )


# A number or an amount of the office's own is kept as the text of a JSON number.
_OWN = (
    "(SELECT json_group_object(o.key, json(CASE WHEN o.kind IN ('number', 'money') THEN f.value ELSE json_quote(f.value) END))"
    " FROM (SELECT key, kind FROM own_field ORDER BY position) AS o LEFT JOIN fact AS f"
    f" ON f.agreement = a.id AND f.key = '{OWN}' || o.key)"
)


def _column(field: Field) -> ListColumn:
    is_number = field.is_own and field.kind in {FieldKind.NUMBER, FieldKind.MONEY}
    key = field.key.removeprefix(OWN)
    return ListColumn(key, field.over, f"{_sql(field)} + 0" if is_number else _sql(field))


def _sql(field: Field) -> str:
    """Where the value of a plain field stands, beside a document called ``a``; keys are plain names."""
    if field.place is Place.COLUMN:
        return f"a.{field.key}"
    return f"(SELECT value FROM fact WHERE agreement = a.id AND key = '{field.key}')"


WORDS = {
    "agreement": (
        "title",
        "paper_name",
        "note",
        "lead_opd",
        "end_condition",
        "original_place",
        "void_reason",
    ),
    "party": ("number", "signer_office", "signer_name", "power_number", "brings"),
    "further_number": ("number",),
    "scope_item": ("text",),
    "file": ("path",),
    "target": ("indicator", "unit", "source"),
    "evaluation": ("filler", "note", "others", "recommendation_reason"),
    "filler": ("name",),
    "evidence": ("text",),
    "obstacle": ("text",),
    "effort": ("text",),
    "action": ("what", "who", "proof"),
    "amendment": ("what",),
    "amendment_number": ("number",),
    "official": ("name", "office", "decree", "phone", "mail"),
    "clock": ("letter", "outcome"),
    "acceptance": ("reason",),
}
"""Where words stand that are looked for, as the columns of each table that belongs to a document."""

_UNITS = "SELECT a.lead_opd UNION ALL SELECT opd FROM support_opd WHERE agreement = a.id"
_TEXTS = {FieldKind.TEXT, FieldKind.BLOCK}


def _words() -> str:
    """Everything that is said of a document in words, as one text."""
    facts = ", ".join(f"'{field.key}'" for field in FACTS if field.kind in _TEXTS)
    told = [
        "SELECT a.id AS text",
        *(
            "SELECT "
            + " || ' ' || ".join(f"coalesce({column}, '')" for column in columns)
            + f" FROM {table} WHERE {'id' if table == 'agreement' else 'agreement'} = a.id"
            for table, columns in WORDS.items()
        ),
        "SELECT p.name FROM party AS y JOIN partner AS p ON p.id = y.partner WHERE y.agreement = a.id",
        "SELECT p.alias FROM party AS y JOIN partner_alias AS p USING (partner) WHERE y.agreement = a.id",
        f"SELECT name FROM opd WHERE code IN ({_UNITS})",
        f"SELECT alias FROM opd_alias WHERE opd IN ({_UNITS})",
        f"SELECT value FROM fact WHERE agreement = a.id AND (key GLOB '{OWN}*' OR key IN ({facts}))",
    ]
    return f"(SELECT group_concat(text, ' ') FROM ({' UNION ALL '.join(told)}))"


FILTERS = {
    "agreement": "a.id IN (SELECT value FROM json_each(:agreement))",
    "opd": "a.lead_opd IN (SELECT value FROM json_each(:opd))",
    "scheme": "a.scheme IN (SELECT value FROM json_each(:scheme))",
    "doc": "a.doc IN (SELECT value FROM json_each(:doc))",
    "status": f"{STATUS} IN (SELECT value FROM json_each(:status))",
    "stage": f"{STAGES['stage'].sql} IN (SELECT value FROM json_each(:stage))",
    "partner": (
        "a.id IN (SELECT agreement FROM party AS y WHERE partner IN (SELECT value FROM json_each(:partner))"
        f" AND {PARTY_OF.format('y')})"
    ),
    "affair": "a.id IN (SELECT agreement FROM affair WHERE code IN (SELECT value FROM json_each(:affair)))",
    "year": "a.signed_on BETWEEN :year AND :year || '~'",
    "planned": "a.planned_for = CAST(:planned AS INTEGER)",
    # Of an end known in part, every day that it may be.
    "ends_before": "a.ends_on < :ends_before AND a.ends_on || '~' < :ends_before",
    "ends_after": f"a.ends_on > :ends_after AND {come('a.ends_on')} IS NOT NULL",
    "no_child": f"{UMBRELLA} AND NOT {FOLLOWED_UP}",
    "no_file": "NOT EXISTS (SELECT 1 FROM file WHERE agreement = a.id)",
    "no_original": "a.original_place IS NULL",
    "known": KNOWN,
    "not_void": "a.void_reason IS NULL",
    "words": (
        f"NOT EXISTS (SELECT 1 FROM json_each(:words) AS w WHERE instr(unaccented({_words()}), unaccented(w.value)) = 0)"
    ),
}

_DAYS = {"signed_on": "a.signed_on", "starts_on": _BEGINS, "ends_on": "a.ends_on"}
SORTS = {
    "id": "substr(a.id, 1, instr(a.id, '-') + 4) {0}, length(a.id) {0}, a.id {0}",
    "title": "a.title COLLATE NOCASE {0}",
    **{key: f"{day} {{0}} NULLS LAST" for key, day in _DAYS.items()},
    "days_left": f"{DAYS_LEFT} {{0}} NULLS LAST",
    "value": "a.value {0} NULLS LAST",
    "lead_opd": "a.lead_opd {0}",
    "doc": "a.doc {0}",
    "scheme": "a.scheme {0}",
    "status": f"{STATUS} {{0}}",
    "stage_days": f"{STAGES['stage_days'].sql} {{0}} NULLS LAST",
}


class Query(NamedTuple):
    """What to list. ``filters`` maps names of FILTERS to values (lists as JSON text, flags as None).

    ``told`` are plain fields with the value that they must have, None where none may be recorded; of a text
    the value is a part. ``stages`` are the drafts' stages by id, as JSON, where one of STAGES is asked for.
    """

    as_of: str
    filters: Mapping[str, str | None]
    sort: Sequence[str] = ("-signed_on",)
    limit: int | None = None
    told: tuple[tuple[Field, Value | None], ...] = ()
    stages: str | None = None

    def sql(self, select: str) -> str:
        """The statement that gives ``select``; every fragment comes from the tables above."""
        told = [_told(field, value, f":told_{at}") for at, (field, value) in enumerate(self.told)]
        where = " AND ".join((*(FILTERS[name] for name in self.filters), *told)) or "1"
        order = ", ".join([*(_order(key) for key in self.sort), "a.id"])
        limit = "" if self.limit is None else f" LIMIT {self.limit:d}"
        return f"SELECT {select} FROM agreement AS a WHERE {where} ORDER BY {order}{limit}"

    @property
    def params(self) -> dict[str, Value | None]:
        """Values for the statement."""
        return {
            "as_of": self.as_of,
            "stages": self.stages,
            **{name: value for name, value in self.filters.items() if value is not None},
            **{f"told_{at}": value for at, (_, value) in enumerate(self.told)},
        }


PARTNER_KINDS = ListColumn(  # what documents are counted by, and no list shows
    "partner_kinds",
    "Jenis mitra",
    "(SELECT json_group_array(kind) FROM (SELECT DISTINCT p.kind FROM party AS y"
    " JOIN partner AS p ON p.id = y.partner"
    f" WHERE y.agreement = a.id AND p.kind IS NOT NULL AND {PARTY_OF.format('y')} ORDER BY p.kind))",
    is_json=True,
)


def _told(field: Field, value: Value | None, param: str) -> str:
    if value is not None and field.kind in {FieldKind.TEXT, FieldKind.BLOCK}:
        return f"instr(lower({_sql(field)}), lower({param})) > 0"
    return f"{_sql(field)} IS {param}"


ALL = "all"  # what is said for every column but those of STAGES


def read_columns(fields: Fields, keys: Iterable[str]) -> tuple[ListColumn, ...]:
    """The columns called ``keys``, of facts of law too; UsageError lists those there are."""
    from kskd.registry.views.told import TOLD  # start-up: only who names columns needs these

    facts = {key: _column(one) for one in fields.facts for key in (one.key, one.key.removeprefix(OWN))}
    told = {one[0]: ListColumn(*one) for one in TOLD} | facts  # a field of the office's own keeps its name
    known = told | columns(fields) | STAGES
    known = {key: known[key] for key in columns(fields) | STAGES | told}
    wanted = list(dict.fromkeys(keys))
    if wanted == [ALL] and ALL not in known:
        wanted = [key for key, one in known.items() if key == one.key and key not in STAGES]
    unknown = [key for key in wanted if key not in known]
    if unknown:
        raise refusal("choice-unknown", what="Kolom", text=quote(unknown[0]), known=", ".join(known))
    return tuple(known[key] for key in wanted)


def read_ids(session: Session, query: Query) -> list[str]:
    """Ids of the documents."""
    sql = _begun(session, query) + query.sql("a.id")
    return [one for (one,) in session.con.execute(sql, query.params)]


def rows(session: Session, query: Query, columns: Sequence[ListColumn]) -> Iterator[tuple[object, ...]]:
    """One tuple of column values an agreement; lists as text joined by semicolons."""
    select = ", ".join(_plain(column) for column in columns)
    return session.con.execute(_begun(session, query) + query.sql(select), query.params)


def json_rows(session: Session, query: Query, columns: Sequence[ListColumn]) -> Iterator[str]:
    """One JSON object an agreement, built by SQLite."""
    pairs = [f"'{c.key}', {f'json({c.sql})' if c.is_json else c.sql}" for c in columns]
    parts = (pairs[at : at + 50] for at in range(0, len(pairs), 50))  # a function takes 127 arguments at most
    select = ", ".join(f"json_object({', '.join(part)})" for part in parts)
    for row in session.con.execute(_begun(session, query) + query.sql(select), query.params):
        yield f"{{{','.join(part[1:-1] for part in row)}}}"


def _begun(session: Session, query: Query) -> str:
    """What stands before the statement; where words are looked for, SQLite is taught to compare them."""
    if "words" in query.filters:
        from kskd.domain.values.text import unaccented

        session.con.create_function("unaccented", 1, unaccented, deterministic=True)
    return before_later(session.con, query.as_of)


def _plain(column: ListColumn) -> str:
    if column.cell or not column.is_json:
        return column.cell or column.sql
    entry = (
        "CASE WHEN type = 'object' THEN coalesce(value ->> '$.number', (value ->> '$.kind') || ' '"
        " || (value ->> '$.agreement')) WHEN typeof(key) = 'text' THEN key || '=' || value ELSE value END"
    )
    return f"(SELECT group_concat({entry}, '; ') FROM json_each({column.sql}))"


def _order(key: str) -> str:
    name = key.removeprefix("-")
    if name not in SORTS:
        raise refusal("sort-unknown", text=quote(key), known=", ".join(SORTS))
    if name == key:
        return SORTS[name].format("ASC")
    if day := _DAYS.get(name):  # one of which nothing is known comes behind those known, also backwards
        return f"{come(day)} DESC NULLS LAST, {day} IS NULL"
    return SORTS[name].format("DESC")
