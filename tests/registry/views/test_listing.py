"""Listings made inside SQLite say what the domain says, whatever is asked for and in whatever order."""

from __future__ import annotations

import json
import shutil
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from kskd.domain.document.chain import UMBRELLAS
from kskd.domain.document.ends import gap_days
from kskd.domain.document.fields import FIELDS
from kskd.domain.document.lines import lines_of
from kskd.domain.values.kinds import FieldKind
from kskd.errors import UsageError
from kskd.registry.database import snapshot
from kskd.registry.schema.images import columns_of, tracked_tables
from kskd.registry.tables import agreements, evaluations
from kskd.registry.views.listing import FILTERS, SORTS, WORDS, Query, columns, json_rows, read_columns, rows
from tests.registry.harness import dump, raw

if TYPE_CHECKING:
    from collections.abc import Callable

    from kskd.domain.document.agreement import Agreement
    from kskd.domain.field import Field
    from kskd.domain.values.days import Day

pytestmark = pytest.mark.slow

TODAY, JUNE = date(2025, 1, 15), date(2025, 6, 30)
AS_OF = (date(2019, 6, 1), date(2024, 12, 31), TODAY, date(2031, 1, 1))

# -- the example, column by column ----------------------------------------------------------------------


def _facts(one: Agreement, as_of: date, shown: dict[str, Agreement]) -> dict[str, object]:
    """What ``list --format json`` must say of a document: its relatives are those there were on the day."""

    def was_there(other: str | None) -> bool:
        return other is not None and shown[other].is_known(as_of)

    one = one.on(as_of)
    term = one.term
    return {
        "id": one.id, "doc": one.doc, "scheme": one.scheme, "title": one.title, "status": one.status(as_of),
        "signed": _edtf(one.signed), "signed_on": _iso(one.signed_on),
        "starts": _edtf(term.starts or one.signed), "starts_on": _iso(one.effective_term.starts_on),
        "ends": _edtf(term.ends), "ends_on": _iso(term.ends_on),
        "end_kind": term.end_kind, "end_condition": term.condition, "days_left": one.days_left(as_of),
        "parent": one.parent,
        "children": [child for child in one.children if was_there(child)],
        "predecessor": one.predecessor,
        "successor": one.successor if was_there(one.successor) else None,
        "line": lines_of(shown.values(), as_of).get(one.id, (one.id,))[0],
        "relations": [
            *({"kind": kind, "agreement": other} for kind, other in one.relations),
            *({"kind": kind, "agreement": other} for kind, other in one.related if was_there(other)),
        ],
        "numbers": [
            {"party": party.name, "number": text} for party in one.parties for text in party.numbers
        ],
        "partners": list(one.partners), "lead_opd": one.lead_opd, "support_opds": list(one.support_opds),
        "co_leads": list(one.co_leads), "paper_name": one.fact("paper_name"), "value": one.fact("value"),
        "fields": {},
        "affairs": list(one.affairs), "file_count": len(one.files), "original_place": one.original_place,
        "planned_for": one.planned_for, "note": one.note,
        "gap_days": gap_days(
            shown[one.predecessor].on(as_of).last_day(as_of) if one.predecessor else None,
            one.effective_term.starts_on,
        ),
        "last_day": _edtf(one.last(as_of)), "decision": None,
        "ended_on": _iso(one.ending.on) if one.ending and one.ending.on <= as_of else None,
        "end_ground": one.ending.ground if one.ending and one.ending.on <= as_of else None,
    }  # fmt: skip


def _edtf(day: Day | None) -> str | None:
    return str(day) if day else None


def _iso(day: date | None) -> str | None:
    return day.isoformat() if day else None


def _plain(value: object) -> object:
    if isinstance(value, list):
        texts = [_entry(one) if isinstance(one, dict) else one for one in value]
        return "; ".join(texts) if texts else None
    return None if value == {} else value


def _entry(one: dict[str, str]) -> str:
    return one["number"] if "number" in one else f"{one['kind']} {one['agreement']}"


BESIDE: dict[str, list[str]] = {}  # what is told of each document beside it, once ``shown`` is read


@pytest.fixture(scope="module")
def example_registry(example_registry: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The example with files, and places of originals, here and there."""
    path = Path(shutil.copy(example_registry, tmp_path_factory.mktemp("lengkap") / "kskd.db"))
    raw(
        path,
        "UPDATE agreement SET original_place = 'Lemari 3' WHERE doc = 'pks'",
        "DELETE FROM amendment_change",
        "DELETE FROM amendment_number",
        "DELETE FROM amendment",
        "INSERT INTO amendment (agreement, number, signed_on, what)"
        " SELECT id, 1, date(signed_on, '+90 days'), 'satu'"
        " FROM agreement WHERE end_kind = 'date'",
        "INSERT INTO amendment (agreement, number, signed_on, what, adds_burden)"
        " SELECT id, 2, date(signed_on, '+400 days'), 'dua', 'yes'"
        " FROM agreement WHERE end_kind = 'date' AND doc IN ('pks', 'kb')",
        "INSERT INTO amendment_change SELECT agreement, number, 'title', json_quote('Sebelum ' || number)"
        " FROM amendment WHERE number = 2 OR agreement GLOB '*3'",
        "INSERT INTO amendment_change SELECT m.agreement, m.number, 'term', json_object('end_kind', 'date',"
        " 'ends_on', date(signed_on, '+150 days'), 'end_condition', NULL, 'end_typed', NULL,"
        " 'duration_typed', m.number || ' hari')"
        " FROM amendment AS m WHERE number = 1 OR agreement GLOB '*2'",
        "INSERT INTO amendment_change SELECT agreement, number, 'scope', json_array('Pelatihan lama', 'a')"
        " FROM amendment WHERE number = 2",
        "UPDATE agreement SET paper_name = 'MoA', value = 75450000 WHERE doc = 'pks'",
        "UPDATE support_opd SET as_lead = 'yes' WHERE agreement GLOB '*[13579]'",
        "INSERT INTO further_number (agreement, seat, position, number)"
        " SELECT agreement, seat, 2, 'LAIN/' || agreement || '/' || seat FROM party"
        " WHERE agreement GLOB '*[24]'",
        "UPDATE party SET contribution = seat * 1000000, brings = 'Tenaga ' || seat"
        " WHERE agreement GLOB '*[24]'",
        "INSERT INTO relation (agreement, kind, other) SELECT a.id, k.value, b.id FROM agreement AS a"
        ' JOIN json_each(\'["menggantikan", "melengkapi", "terkait"]\') AS k'
        " JOIN agreement AS b ON b.id < a.id AND b.id GLOB '*' || (2 + k.key) WHERE a.id GLOB '*[15]'",
        "UPDATE agreement SET planned_for = CAST(substr(entered_on, 1, 4) AS INTEGER)",
        "UPDATE agreement SET planned_for = 2023 WHERE doc = 'kb'",
        "UPDATE agreement SET ended_on = date(signed_on, '+200 days'), end_ground = 'tujuan'"
        " WHERE scheme = 'ksdpk' AND date(signed_on, '+200 days') < ends_on",
        "UPDATE agreement SET signed_on = substr(signed_on, 1, 4 + 3 * (id GLOB '*1')) WHERE id GLOB '*[13]'",
        "UPDATE agreement SET signed_on = 'XXXX' WHERE id GLOB '*2' AND signed_on IS NOT NULL",
        "UPDATE agreement SET ends_on = substr(ends_on, 1, 4 + 3 * (id GLOB '*4'))"
        " WHERE id GLOB '*[24]' AND end_kind = 'date'",
        "INSERT INTO file SELECT id, 'a.pdf', printf('%064d', 0), 3, 0 FROM agreement WHERE doc <> 'nk'",
        "INSERT INTO file SELECT id, 'b.pdf', printf('%064d', 0), 3, 0 FROM agreement WHERE doc = 'kb'",
    )
    return path


@pytest.fixture(scope="module")
def shown(example_registry: Path) -> dict[str, Agreement]:
    """Every document of the example."""
    with snapshot(example_registry) as session:
        told = [
            *((one.agreement, one.text) for one in evaluations.read_obstacles(session)),
            *(
                (one.agreement, each.text)
                for one in evaluations.read_obstacles(session)
                for each in one.efforts
            ),
            *((one.agreement, one.what) for one in evaluations.read_actions(session)),
            *((one.agreement, one.indicator) for one in evaluations.read_targets(session)),
            *(
                (one.agreement, each.text)
                for one in evaluations.read_evaluations(session)
                for each in one.evidence
            ),
            *((one.agreement, one.note or "") for one in evaluations.read_evaluations(session)),
        ]
        for key, text in told:
            BESIDE.setdefault(key, []).append(text)
        return agreements.read_agreements(session)


@pytest.fixture(scope="module")
def today(shown: dict[str, Agreement]) -> dict[str, Agreement]:
    """The same, as of the day on which most is asked here."""
    return {key: one.on(TODAY) for key, one in shown.items()}


def _listed(path: Path, query: Query) -> list[str]:
    with snapshot(path) as session:
        return [str(one) for (one,) in rows(session, query, read_columns(FIELDS, ["id"]))]


@pytest.mark.parametrize("as_of", AS_OF)
def test_every_column_says_what_the_document_says(
    example_registry: Path, shown: dict[str, Agreement], as_of: date
) -> None:
    query = Query(as_of.isoformat(), {})
    with snapshot(example_registry) as session:
        objects = [json.loads(text) for text in json_rows(session, query, tuple(columns(FIELDS).values()))]
        plain = list(rows(session, query, tuple(columns(FIELDS).values())))
    assert len(objects) == len(shown) > 20
    for one, cells in zip(objects, plain, strict=True):
        expected = _facts(shown[one["id"]], as_of, shown)
        assert one == expected
        assert list(one) == list(columns(FIELDS))
        assert cells == tuple(_plain(expected[key]) for key in columns(FIELDS))


@pytest.mark.parametrize("key", [*columns(FIELDS), "kak"])
def test_each_column_can_be_asked_for_alone(example_registry: Path, key: str) -> None:
    with snapshot(example_registry) as session:
        seen = list(rows(session, Query("2025-01-15", {}, limit=3), read_columns(FIELDS, [key])))
    assert [len(row) for row in seen] == [1, 1, 1]


def test_an_unknown_column_is_refused_with_those_there_are() -> None:
    with pytest.raises(UsageError, match=r"tidak dikenal\. Yang ada: id, doc"):
        read_columns(FIELDS, ["id", "a.id, (SELECT 1)"])


# -- filters --------------------------------------------------------------------------------------------


STANDING: dict[str, dict[str, str | int]] = {
    "KB-2024-001": {"stage": "penawaran", "stage_days": 9},
    "PKS-2024-001": {"stage": "penyusunan", "stage_days": 100},
}
"""What is handed in of stages (see ``Query``): SQL only looks it up, whatever it says."""


def _filters(known: dict[str, Agreement]) -> list[tuple[str, str | None, Callable[[Agreement], bool]]]:
    """A name, a value and what it must mean: every filter, with several values where it takes them."""
    partner = next(party for one in known.values() for party in one.parties if party.seat)
    word = partner.name.split()[-1].lower()

    def text(one: Agreement) -> str:
        names = [f"{party.name if party.seat else ''} {party.number or ''}" for party in one.parties]
        brought = [text for party in one.parties for text in (*party.further, party.brings or "")]
        beside = [*BESIDE.get(one.id, ()), *(each.what for each in one.amendments)]
        return " ".join(
            [
                one.id,
                one.title,
                one.note or "",
                one.lead_opd,
                *names,
                *one.scope,
                *beside,
                one.text("paper_name") or "",
                *brought,
            ]
        ).lower()

    def followed_up(one: Agreement) -> bool:
        """A signed derived document stands below it or another link of its line, at any depth."""
        links = lines_of(known.values(), TODAY).get(one.id, (one.id,))
        below = [known[child] for link in links for child in known[link].children]
        return any((child.is_derived and child.signed is not None) or followed_up(child) for child in below)

    return [
        ("opd", '["DINKES"]', lambda one: one.lead_opd == "DINKES"),
        ("opd", '["DINKES", "TIADA"]', lambda one: one.lead_opd == "DINKES"),
        ("scheme", '["ksdpk", "sinergi"]', lambda one: one.scheme in {"ksdpk", "sinergi"}),
        ("doc", '["kb"]', lambda one: one.doc == "kb"),
        ("status", '["active", "draft"]', lambda one: one.status(TODAY) in {"active", "draft"}),
        ("status", '["void"]', lambda one: one.void_reason is not None),
        ("stage", '["penawaran"]', lambda one: STANDING.get(one.id, {}).get("stage") == "penawaran"),
        ("partner", f"[{partner.partner}]", lambda one: partner.name in one.partners),
        ("affair", '["1.02", "1.01"]', lambda one: bool({"1.02", "1.01"} & set(one.affairs))),
        ("year", "2023", lambda one: str(one.signed)[:4] == "2023"),
        ("planned", "2023", lambda one: one.planned_for == 2023),
        ("ends_before", "2025-06-30", lambda one: one.term.ends is not None and one.term.ends.latest < JUNE),
        ("ends_after", "2025-06-30", lambda one: one.term.ends is not None and one.term.ends.earliest > JUNE),
        ("no_child", None, lambda one: one.doc in UMBRELLAS and not followed_up(one)),
        ("no_file", None, lambda one: not one.files),
        ("no_original", None, lambda one: one.original_place is None),
        ("known", None, lambda one: one.is_known(TODAY)),
        ("agreement", '["KB-2024-001"]', lambda one: one.id == "KB-2024-001"),
        ("not_void", None, lambda one: one.void_reason is None),
        ("words", json.dumps([word]), lambda one: word in text(one)),
        ("words", '["lain/pks", "moa", "tenaga"]', lambda one: "lain/pks" in text(one)),
        ("words", '["pelatihan", "a"]', lambda one: "pelatihan" in text(one) and "a" in text(one)),
        ("words", "[]", lambda one: True),
    ]  # fmt: skip


def test_every_filter_lets_through_just_what_it_means(
    example_registry: Path, today: dict[str, Agreement]
) -> None:
    cases = _filters(today)
    assert {name for name, _, _ in cases} == set(FILTERS)
    for name, value, means in cases:
        found = set(
            _listed(example_registry, Query("2025-01-15", {name: value}, stages=json.dumps(STANDING)))
        )
        assert found == {key for key, one in today.items() if means(one)}, (name, value)


CODES = {
    "agreement": "id doc scheme entered_on signed_on starts_on end_kind ends_on end_typed duration_typed"
    " parent predecessor ended_on end_ground",
    "party": "power_date joined_on left_on",
    "support_opd": "opd as_lead",
    "affair": "code",
    "relation": "kind other",
    "file": "digest",
    "fact": "key value",
    "target": "kind due_on owed_by counting",
    "evaluation": "period instrument implementation reported_on recommendation channel opd_implementation",
    "filler": "period role opd filled_on",
    "answer": "period item option opd_option",
    "evidence": "period digest item",
    "realisation": "period",
    "obstacle": "category opened closed",
    "effort": "period",
    "action": "agreed due_on done_on",
    "amendment": "signed_on adds_burden dprd_approved_on dprd_answer tkksd_note starts_on ends_on",
    "amendment_change": "field old",
    "official": "role position opd valid_from valid_to personal",
    "clock": "kind opd started_on stopped_on",
    "acceptance": "rule accepted_on until",
    "source": "sheet cells",
}
"""Columns without words of their own: codes, days, names of other rows, what a sheet had of a fact; facts are
chosen by their kind."""


def test_every_column_of_words_is_looked_through_by_search(example_registry: Path) -> None:
    with snapshot(example_registry) as session:
        con = session.con
        for table in tracked_tables(con):
            columns, _ = columns_of(con, table)
            if table != "agreement" and "agreement" not in columns:
                continue
            texts = {name for name, kind in columns.items() if kind == "TEXT"} - {"agreement"}
            left = texts - set(WORDS.get(table, ())) - set(CODES.get(table, "").split())
            assert not left, f"{table}: {left} belong into WORDS, or are codes"
            assert set(WORDS.get(table, ())) <= texts, table


@pytest.mark.parametrize("field", [field for field in FIELDS.facts if field.kind is FieldKind.TEXT])
def test_every_fact_in_words_is_found(field: Field, example_registry: Path, tmp_path: Path) -> None:
    path = tmp_path / "kskd.db"
    shutil.copy(example_registry, path)
    raw(path, f"REPLACE INTO fact VALUES ('KB-2024-001', '{field.key}', 'Kuningwangi')")  # noqa: S608
    assert _listed(path, Query("2025-01-15", {"words": '["kuningwangi"]'})) == ["KB-2024-001"]


_LEAD = "SELECT lead_opd FROM agreement WHERE id = 'KB-2024-001'"
_PARTNER = "SELECT partner FROM party WHERE agreement = 'KB-2024-001' AND seat = 1"


@pytest.mark.parametrize(
    "change",
    [
        "UPDATE opd SET name = 'Dinas Kuningwangi' WHERE code = ({lead})",
        "INSERT INTO opd_alias VALUES ('Kuningwangi', ({lead}))",
        "INSERT INTO partner_alias VALUES ('Kuningwangi', ({partner}))",
    ],
)
def test_a_document_is_found_by_every_name_of_its_units_and_partners(
    change: str, example_registry: Path, tmp_path: Path
) -> None:
    """By the name of a unit, and by the names that it or a partner has had."""
    path = tmp_path / "kskd.db"
    shutil.copy(example_registry, path)
    raw(path, change.format(lead=_LEAD, partner=_PARTNER))
    assert "KB-2024-001" in _listed(path, Query("2025-01-15", {"words": '["kuningwangi"]'}))


def test_filters_are_joined_by_and(example_registry: Path, today: dict[str, Agreement]) -> None:
    cases = _filters(today)
    for name, value, means in cases:
        for other, other_value, other_means in cases:
            if name == other:
                continue
            query = Query("2025-01-15", {name: value, other: other_value}, stages=json.dumps(STANDING))
            expected = {key for key, one in today.items() if means(one) and other_means(one)}
            assert set(_listed(example_registry, query)) == expected, (name, other)


def test_most_filters_leave_something_and_take_something(
    example_registry: Path, today: dict[str, Agreement]
) -> None:
    """Else the tests above would prove little."""
    counts = [
        len(_listed(example_registry, Query("2025-01-15", {name: value}, stages=json.dumps(STANDING))))
        for name, value, _ in _filters(today)
    ]
    assert sum(0 < count < len(today) for count in counts) >= len(counts) - 2


# -- order ----------------------------------------------------------------------------------------------


@pytest.mark.parametrize("key", [sign + key for key in SORTS for sign in ("", "-")])
def test_every_order_is_total_and_puts_what_is_unknown_last(
    example_registry: Path, today: dict[str, Agreement], key: str
) -> None:
    name = key.removeprefix("-")
    order = _listed(example_registry, Query("2025-01-15", {}, (key,), stages=json.dumps(STANDING)))
    assert sorted(order) == sorted(today)
    if name == "id":
        kinds = [one.rsplit("-", 1)[0] for one in order]
        assert kinds == sorted(kinds, reverse=key.startswith("-"))
        return
    said = name.removesuffix("_on") if name in {"signed_on", "starts_on", "ends_on"} else name
    values = [
        (_facts(today[one], TODAY, today) | {"stage_days": None} | STANDING.get(one, {}))[said]
        for one in order
    ]
    nothing = [at for at, value in enumerate(values) if value in {None, "XXXX"}]
    known = [
        str(value).lower() if isinstance(value, str) else value
        for value in values[: len(values) - len(nothing)]
    ]
    assert known == sorted(known, reverse=key.startswith("-"))  # type: ignore[type-var]
    assert nothing == [*range(len(known), len(values))]
    assert [values[at] for at in nothing] == sorted(
        (values[at] for at in nothing), key=lambda value: value is None
    )
    ties = [ids for ids in _groups(order, values) if len(ids) > 1]
    assert all(ids == sorted(ids) for ids in ties)


def _groups(order: list[str], values: list[object]) -> list[list[str]]:
    groups: dict[object, list[str]] = {}
    for one, value in zip(order, values, strict=True):
        groups.setdefault(value.lower() if isinstance(value, str) else value, []).append(one)
    return list(groups.values())


def test_the_second_order_decides_where_the_first_is_equal(
    example_registry: Path, today: dict[str, Agreement]
) -> None:
    order = _listed(example_registry, Query("2025-01-15", {}, ("scheme", "-title")))
    for ids in _groups(order, [today[one].scheme for one in order]):
        titles = [today[one].title.lower() for one in ids]
        assert titles == sorted(titles, reverse=True)


@pytest.mark.parametrize("limit", [1, 5, 10_000])
def test_a_limit_takes_the_beginning_of_the_same_order(example_registry: Path, limit: int) -> None:
    everything = _listed(example_registry, Query("2025-01-15", {}, ("title",)))
    assert _listed(example_registry, Query("2025-01-15", {}, ("title",), limit)) == everything[:limit]


@pytest.mark.parametrize(
    "key", ["", "-", "--id", "a.id", "id; DROP TABLE agreement", "{0}", "id DESC", "rowid"]
)
def test_an_order_that_is_not_in_the_table_is_refused(key: str) -> None:
    with pytest.raises(UsageError, match="Yang ada: id"):
        Query("2025-01-15", {}, (key,), stages=json.dumps(STANDING)).sql("a.id")


# -- hostile values -------------------------------------------------------------------------------------

HOSTILE = (
    "' OR '1'='1", "1 OR 1=1", '"] OR 1=1 --', "x') UNION SELECT name FROM sqlite_schema --",
    "; DROP TABLE agreement; --",
    ":as_of", "?1", "\\", "[1,2", "$[0]", "' || char(0) || '", "a.id",
)  # fmt: skip


OPTIONS = (
    "--opd", "--scheme", "--doc", "--status", "--partner", "--affair", "--year", "--ends-before",
    "--ends-after", "--sort", "--columns", "--limit", "--as-of", "--format",
)  # fmt: skip


@pytest.mark.parametrize("option", OPTIONS)
def test_no_option_of_a_listing_lets_sql_in(run: Callable[..., Any], office: Path, option: str) -> None:
    before = office.read_bytes()
    for text in HOSTILE:
        result = run("list", f"{option}={text}")
        assert result.status in {1, 2}, text
        assert result.out == "", text
    assert office.read_bytes() == before


def test_a_search_for_sql_finds_nothing(run: Callable[..., Any], office: Path) -> None:
    before = office.read_bytes()
    for text in HOSTILE:
        assert run("search", "--", text).out.count("\n") <= 1, text  # the headings
        shown = run("show", "--", text)
        assert (shown.status, shown.out) == (1, ""), text
    assert office.read_bytes() == before


@pytest.mark.parametrize("text", HOSTILE)
@pytest.mark.parametrize("name", sorted({name for name, sql in FILTERS.items() if f":{name}" in sql}))
def test_no_filter_takes_its_value_for_sql(example_registry: Path, name: str, text: str) -> None:
    """Also where a caller forgot to check the value first."""
    value = text if name in {"id", "year", "ends_before", "ends_after"} else json.dumps([text])
    query = Query("2025-01-15", {name: value}, stages=json.dumps(STANDING))
    assert text not in query.sql("a.id") or text in {":as_of", "a.id"}
    if name not in {"ends_before", "ends_after"}:  # compared as text, any text is a bound
        assert _listed(example_registry, query) == []


def test_listing_changes_nothing(run: Callable[..., Any], office: Path) -> None:
    before = dump(office)
    assert run("list", "--format", "json").status == 0
    assert dump(office) == before
