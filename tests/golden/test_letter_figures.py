"""The counts and days in letters to the OPD, beside the rows of the example counted again."""

from __future__ import annotations

import re
import sqlite3
from collections import Counter
from contextlib import closing
from typing import TYPE_CHECKING, Any

import pytest

from kskd.reporting.kinds.desk_letters import coverings, invitations, minutes
from tests.golden.dues import due
from tests.golden.readings import UNKNOWN
from tests.golden.recounted import ABROAD, DERIVED, Registry, first_day, last_day, shown
from tests.golden.test_figures import LONG, Both, facts
from tests.golden.test_handed_figures import DAYS

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from kskd.reporting.facts import Facts

__all__ = ["facts"]

MONTHS = [
    "Januari", "Februari", "Maret", "April", "Mei", "Juni", "Juli", "Agustus", "September", "Oktober",
    "November", "Desember",
]  # fmt: skip
ASKED = 10  # items of the example's instrument that a person answers
LEADS = {"berakhir": 180, "Susun": 90}  # days before the day from which it is told; all else 30

looked_at = pytest.mark.parametrize(("report", "as_of"), LONG)


def _asked(rows: Registry) -> dict[str, set[str]]:
    """By OPD what a desk talks about: what counts or may, and umbrellas in force without child."""
    barren = {
        key
        for key, one in rows.known.items()
        if one["doc"] not in DERIVED and rows.in_force(key, rows.first, rows.last) and not rows.below(key)
    }
    found: dict[str, set[str]] = {}
    for key in {*rows.counted()} | rows.unsure() | barren:
        found.setdefault(str(rows.known[key]["lead_opd"]), set()).add(key)
    return found


@looked_at
def test_an_invitation_names_what_is_talked_about(
    facts: Facts, registry: Path, report: str, as_of: str
) -> None:
    both = Both(facts, registry, report, as_of)
    told = {one.code: [row.id for row in one.rows] for one in invitations(both.basis)}
    assert {code: sorted(ids) for code, ids in told.items()} == {
        code: sorted(ids) for code, ids in _asked(both.rows).items()
    }


@looked_at
def test_minutes_hold_what_is_recorded_of_each_document(
    facts: Facts, registry: Path, report: str, as_of: str
) -> None:
    both = Both(facts, registry, report, as_of)
    rows, asked = both.rows, _asked(both.rows)
    lead = {key: str(one["lead_opd"]) for key, one in rows.known.items()}
    pages = {one.code: one for one in minutes(both.basis)}
    assert pages.keys() == asked.keys()
    for code, page in pages.items():
        assert {row.id: row.result.state for row in page.rows} == {
            key: rows.state(key) or "belum-dilaporkan" for key in asked[code]
        }
        mine = [one for one in rows.obstacles if lead.get(one["agreement"]) == code]
        assert {(one.agreement, one.number): one.age_days for one in page.obstacles} == _obstacles(rows, mine)
        assert {(one.agreement, one.number): one.days_overdue for one in page.actions_open} == {
            (one["agreement"], one["number"]): rows.days(as_of, on)
            if (on := one["due_on"] or "9") < as_of
            else None
            for one in rows.open_actions()
            if lead[one["agreement"]] == code
        }
        assert {(one.agreement, one.number) for one in page.actions_done} == {
            (one["agreement"], one["number"])
            for one in rows.actions
            if lead.get(one["agreement"]) == code and rows.first <= (one["done_on"] or "") <= as_of
        }


def _obstacles(rows: Registry, mine: list[dict[str, Any]]) -> dict[tuple[str, int], int | None]:
    """Those told by the last day, not closed before the period, with their days; None once closed."""
    found: dict[tuple[str, int], int | None] = {}
    for one in mine:
        key, closed = one["agreement"], one["closed"]
        if closed and rows.told(key, closed) > rows.last:
            closed = None
        if rows.told(key, one["opened"]) <= rows.last and (not closed or last_day(closed) >= rows.first):
            days = max(0, rows.days(rows.last, last_day(one["opened"])))
            found[key, one["number"]] = None if closed else days
    return found


@looked_at
def test_a_covering_letter_counts_what_goes_with_it(
    facts: Facts, registry: Path, report: str, as_of: str
) -> None:
    both = Both(facts, registry, report, as_of)
    rows = both.rows
    lead = {key: str(one["lead_opd"]) for key, one in rows.known.items()}
    counted = Counter(lead[key] for key in rows.counted())
    lacking: Counter[str] = Counter()
    with closing(sqlite3.connect(registry)) as con:
        (itself,) = con.execute(
            "SELECT code FROM opd WHERE name = (SELECT value FROM setting WHERE key = 'office')"
        ).fetchone()
    for key, number in _lacking(registry, rows).items():
        lacking[lead[key]] += number * (lead[key] != itself)  # the office asks nothing of itself
    for page in coverings(both.basis):
        said = [one.note for one in page.enclosures]
        assert said[0] == f"{counted[page.code] or 'belum ada'} naskah turunan yang dievaluasi"
        assert said[1:] == ([f"{lacking[page.code]} hal"] if lacking[page.code] else []), page.code
        assert page.frame.annexes == f"{len(said)} berkas"


def _lacking(path: Path, rows: Registry) -> dict[str, int]:
    """By document that counts, runs or is to come: how many kinds of things that its OPD gives it lacks."""
    with closing(sqlite3.connect(path)) as con:
        con.row_factory = sqlite3.Row
        nameless = {
            one["agreement"]
            for one in con.execute(
                "SELECT * FROM party WHERE seat > 0 AND number IS NULL AND left_on IS NULL"
            )
        }
        proven = {(one["agreement"], one["period"]) for one in con.execute("SELECT * FROM evidence")}
        answers = Counter((one["agreement"], one["period"]) for one in con.execute("SELECT * FROM answer"))
    found = {}
    for key in rows.signed():
        is_counted = key in rows.counted()
        if not is_counted and rows.status(key) not in {"upcoming", "active"}:
            continue
        one = rows.shown(key)
        is_told = one is not None and last_day(one["period"]) >= last_day(rows.report)
        lacks = [key in nameless, _is_reported_itself(rows, key) and rows.owes(key) and not is_told]
        if is_counted:
            targets = [each for each in rows.targets if each["agreement"] == key]
            lacks.append(not targets)
            if one is not None:
                when = (key, one["period"])
                lacks += [
                    one["implementation"] is None, when not in proven, answers[when] < ASKED,
                    any(each["value"] is not None and not _is_reached(rows, each) for each in targets),
                ]  # fmt: skip
        found[key] = sum(lacks)
    return found


def _is_reported_itself(rows: Registry, key: str) -> bool:
    """An umbrella is reported on by what carries it out, an MoU abroad itself where surely nothing does."""
    kin = {*rows.below(key), *filter(None, [rows.successor(key)])}
    days = first_day(rows.report), last_day(rows.report)
    is_alone = all(rows.lasts_in(one, *days) is False for one in kin)
    return rows.known[key]["doc"] in DERIVED or (rows.known[key]["doc"] == "mou" and is_alone)


def _is_reached(rows: Registry, target: dict[str, Any]) -> bool:
    """Whether a figure of what was reached is shown."""
    told = [
        one["period"]
        for one in rows.reached
        if (one["agreement"], one["target"]) == (target["agreement"], target["number"])
        and rows.told(one["agreement"], one["period"]) <= rows.as_of
    ]
    return shown(told, rows.report) is not None


@pytest.mark.parametrize(("day", "running"), [one[:2] for one in DAYS])
def test_a_reminder_tells_each_opd_its_days(
    copied: Path, ok: Callable[..., str], day: str, running: str
) -> None:
    rows = Registry(copied, running, day)
    lead: dict[str, str] = {key: str(one["lead_opd"]) for key, one in rows.known.items()}
    with closing(sqlite3.connect(copied)) as con:
        offers = con.execute(
            "SELECT opd, date(started_on, '+30 days') FROM clock WHERE agreement IS NULL AND opd IS NOT NULL"
            " AND started_on <= ?1 AND (stopped_on IS NULL OR stopped_on > ?1)",
            (day,),
        ).fetchall()
    wanted: dict[str, Counter[tuple[str | None, str, int]]] = {}
    own = [(lead[key], key, on, what) for on, key, what, _ in due(copied, rows, running) if key]
    for opd, key, on, what in [*own, *((opd, None, on, "Jawaban") for opd, on in offers)]:
        if (left := rows.days(on, day)) <= LEADS.get(what, 30):
            wanted.setdefault(opd, Counter())[key, on, left] += 1
    for opd in {*lead.values(), *wanted}:
        told = ok("remind", "--as-of", day, "--opd", opd, "--dry-run") if opd in wanted else ""
        assert _told(told) == wanted.get(opd, Counter()), opd
        opened = re.findall(r"^\d+\. (\S+): kendala (\d+),", told, flags=re.MULTILINE)
        assert not told or sorted(opened) == sorted(
            (one["agreement"], str(one["number"]))
            for one in rows.open_obstacles()
            if lead[one["agreement"]] == opd
        )


def test_what_was_told_is_told_again_only_once_it_has_passed(example: Path, ok: Callable[..., str]) -> None:
    first, again = _told(ok("remind")), _told(ok("remind", "--dry-run"))
    assert again == Counter({one: count for one, count in first.items() if one[2] < 0})
    assert 0 < again.total() < first.total()


def _told(text: str) -> Counter[tuple[str | None, str, int]]:
    """The document, the day and the days left of each item of a letter."""
    found: Counter[tuple[str | None, str, int]] = Counter()
    days = r"(?:lewat (?P<passed>\d+) hari|(?P<left>\d+) hari lagi|hari ini)"
    for one in re.finditer(
        r"^\d+\. (?:(?P<id>[A-Z]+-\d{4}-\d{3}) – )?[^\n]*?Tenggat (?P<d>\d+) (?P<m>\w+) (?P<y>\d{4}), "
        + days,
        text,
        flags=re.MULTILINE,
    ):
        on = f"{one['y']}-{MONTHS.index(one['m']) + 1:02}-{int(one['d']):02}"
        found[one["id"], on, int(one["left"] or 0) - int(one["passed"] or 0)] += 1
    return found


@pytest.mark.parametrize(("day", "running"), [one[:2] for one in DAYS if one[0] > "2024-12-30"])
def test_a_request_asks_for_what_is_not_there(
    copied: Path, ok: Callable[..., str], day: str, running: str
) -> None:
    rows = Registry(copied, running, day)
    signed = {*rows.signed()}
    # Abroad no number is asked for, nor is one by any law where nothing is known of the day of signing.
    home = {key for key in signed if rows.known[key]["scheme"] not in ABROAD}
    home -= {key for key in signed if rows.known[key]["signed_on"] == UNKNOWN}
    with closing(sqlite3.connect(copied)) as con:
        held = {key for (key,) in con.execute("SELECT agreement FROM file")}
        nameless = {
            key for (key,) in con.execute("SELECT agreement FROM party WHERE seat = 0 AND number IS NULL")
        }
        numbers = con.execute(
            "SELECT agreement, count(number), count(*) FROM party WHERE seat > 0 GROUP BY agreement"
        ).fetchall()
        known = {code for (code,) in con.execute("SELECT opd FROM official WHERE role = 'penghubung'")}
    wanted = {
        "berkas naskah": signed - held,
        "nomor dari Pemda": home & nameless,
        "nomor dari mitra": home & {key for key, there, _ in numbers if there == 0},
        "nomor dari mitra (baru tercatat sebagian)": home
        & {key for key, some, all_ in numbers if 0 < some < all_},
    }
    told: dict[str, set[str]] = {question: set() for question in wanted}
    for opd in {str(one["lead_opd"]) for one in rows.known.values()}:
        head, *parts = re.split(
            r"^(\d+)\. ", ok("quality", "--ask", "--as-of", day, "--opd", opd), flags=re.MULTILINE
        )
        assert [int(one) for one in parts[::2]] == [*range(1, len(parts) // 2 + 1)]
        assert ("nama, jabatan, dan telepon penghubung kerja sama" in head) == (opd not in known)
        for part in parts[1::2]:
            named = re.search(r"dalam registri: (\S+)", part)
            assert named is not None
            assert rows.known[named[1]]["lead_opd"] == opd
            for question in wanted.keys() & {*re.findall(r"^- (.+)$", part, flags=re.MULTILINE)}:
                told[question].add(named[1])
    assert told == wanted
