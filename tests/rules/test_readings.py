"""Days known in part: rules and clocks say what they say of every full reading, else that it is not known."""

from __future__ import annotations

from datetime import date, timedelta
from itertools import product
from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from kskd.domain.document.standing import spans
from kskd.domain.values.days import Day
from kskd.domain.values.moving import moved
from kskd.rules.catalogue import Bench
from kskd.rules.clock import ClockFrame
from kskd.rules.clocks.catalogue import deadlines
from kskd.rules.parts import Addendum
from kskd.rules.readings import Reading, days_in_part, readings, turning
from kskd.rules.rule import Unknown, Violated
from tests.rules.tables import AS_OF, S1, S2, made, near, own, partner

if TYPE_CHECKING:
    from random import Random

    from kskd.domain.deadline import Deadline
    from kskd.rules.case import Case

BENCH = Bench()
SAMPLES = 60
DAYS = st.dates(date(2020, 1, 1), date(2026, 12, 31)) | st.sampled_from(
    [date(2018, 7, 13), date(2020, 4, 14), date(2024, 5, 2), date(2025, 3, 15), date(2025, 6, 1)]
)


@st.composite
def days(draw: st.DrawFn, years: int = 0) -> str:
    """A day known to the year, the month or the day, as EDTF; the sixth of them nearly unknown."""
    part = draw(st.sampled_from(["%Y", "%Y", "%Y-%m", "%Y-%m-%d", "%Y-%m-%d"]))
    return moved(draw(DAYS), years=years).strftime(part)


Spec = dict[str, Any]


@st.composite
def specs(draw: st.DrawFn) -> Spec:
    """A document by its days, of which some are known in part, and what rules compare them with."""
    signings, ends = days() | st.just("XXXX"), days(draw(st.integers(0, 5)))
    facts = st.fixed_dictionaries(
        {},
        optional={
            "dprd_answer": st.sampled_from(["setuju", "menolak", "tidak-menjawab"]),
            "dprd_received_on": DAYS.map(str),
            "dprd_answered_on": DAYS.map(str),
            "burdens_public": st.just("yes"),
            "ksdpk_kind": st.sampled_from(["pelayanan", "aset"]),
            "extension_requested_on": DAYS.map(str),
            "governor_reported_on": DAYS.map(str),
            "tkksd_recommended_on": DAYS.map(str),
        },
    )
    kinds = ["KB", "PKS", "NK", "RK", "LOI", "MOU", "RKT"]
    return {
        "id": f"{draw(st.sampled_from(kinds))}-2024-001",
        "signed": draw(signings),
        "starts": draw(st.none() | days()),
        "ends": draw(st.none() | ends),
        "duration": draw(st.sampled_from([None, None, "1 tahun", "2 tahun 6 bulan", "90 hari"])),
        "number": draw(st.sampled_from(["1/KB/2024", "1/V/2024", "7/XII/2020", "3/III/2025"])),
        "ended": draw(st.none() | st.none() | DAYS),
        "parent": draw(st.booleans()),
        "parent signed": draw(st.none() | signings),
        "parent ends": draw(st.none() | ends),
        "before": draw(st.booleans()),
        "before signed": "2019-01-02",
        "before ends": draw(ends),
        "child": draw(st.booleans()),
        "child signed": draw(st.none() | signings),
        "child ends": draw(st.none() | ends),
        "amended": draw(st.none() | DAYS),
        "old end": draw(st.none() | DAYS),
        "facts": draw(facts),
        "reports": draw(st.sampled_from([(), (S1,), (S1, S2)])),
    }


def built(spec: Spec) -> Case:
    """The case of a document, its days exact where they are dates."""
    last = Day.of(spec["old end"])
    addendum = Addendum(1, Day.of(spec["amended"]), last, frozenset({"term"})) if spec["amended"] else None
    child = "RKT-2024-009" if spec["id"].startswith("MOU") else "PKS-2024-009"
    return made(
        spec["id"],
        signed_on=spec["signed"],
        starts_on=spec["starts"],
        ends_on=spec["ends"],
        duration_typed=spec["duration"],
        seats=(own(number=spec["number"]),),
        ended_on=spec["ended"] if spec["ended"] and spec["ended"] <= AS_OF else None,
        parent=near("NK-2024-001", spec["parent signed"], spec["parent ends"]) if spec["parent"] else None,
        predecessor=near("KB-2020-001", spec["before signed"], spec["before ends"])
        if spec["before"]
        else None,
        children=(near(child, spec["child signed"], spec["child ends"]),) if spec["child"] else (),
        addendums=(addendum,) if addendum else (),
        facts=spec["facts"],
        reports=spec["reports"],
    )


OWNERS = ("", "parent ", "before ", "child ")


def full(spec: Spec, chance: Random) -> Spec:
    """The same with a day taken at random for each, the first and the last more often than others."""
    taken = dict(spec)
    for owner in OWNERS:
        keys = (f"{owner}signed", f"{owner}starts", f"{owner}ends")
        signed, starts, ends = (Day.parse(spec.get(key)) for key in keys)
        for key, span in zip(keys, spans(signed, starts, ends, AS_OF), strict=True):
            if span is not None:
                first, last = span
                within = first + timedelta(days=chance.randint(0, (last - first).days))
                taken[key] = chance.choice([first, last, within, within, within])
    return taken


def is_possible(spec: Spec) -> bool:
    """Whether nothing starts after its end."""
    pairs = (
        (spec["starts"] or spec["signed"], spec["ends"]),
        (spec["parent signed"], spec["parent ends"]),
        (spec["child signed"], spec["child ends"]),
    )
    return all(start is None or end is None or start <= end for start, end in pairs)


def full_readings(spec: Spec, chance: Random) -> list[Case]:
    """The case in many full readings; of a document none of whose days are known in part nothing is asked."""
    assume(days_in_part(built(spec)))
    taken = [one for one in (full(spec, chance) for _ in range(SAMPLES)) if is_possible(one)]
    assume(taken)
    return [built(one) for one in taken]


def kinds_of(case: Case) -> dict[str, type]:
    return {rule.code: type(verdict) for rule, verdict in BENCH.judge(case)}


@pytest.mark.slow
@settings(max_examples=200)
@given(specs(), st.randoms(use_true_random=False))
def test_a_verdict_on_days_in_part_is_that_of_all_full_readings_or_unknown(
    spec: Spec, chance: Random
) -> None:
    case = built(spec)
    sampled = [kinds_of(one) for one in full_readings(spec, chance)]
    found = kinds_of(case)
    looked_at = [kinds_of(one.case) for one in readings(case, days_in_part(case))]
    for code in {code for each in (found, *sampled) for code in each}:
        seen = {each.get(code) for each in sampled}
        if found.get(code) is Unknown:
            assert seen == {Unknown} or len(seen | {each.get(code) for each in looked_at}) > 1
        else:
            assert seen == {found.get(code)}, (code, found.get(code))


def due_days(case: Case) -> dict[tuple[str, int | None, str], Deadline]:
    """By kind and remedy; of late reports the oldest is told, whichever it is."""
    found = deadlines(case, ClockFrame(ended_days=3650))
    return {(one.kind, one.number, _settled_by(one)): one for one in found}


def _settled_by(one: Deadline) -> str:
    return one.remedy.partition("--period")[0] if one.days_left < 0 else one.remedy


@pytest.mark.slow
@settings(max_examples=200)
@given(specs(), st.randoms(use_true_random=False))
def test_a_due_day_on_days_in_part_spans_those_of_all_full_readings(spec: Spec, chance: Random) -> None:
    """It is told as overdue only where it is overdue in all."""
    case = built(spec)
    sampled = [due_days(one) for one in full_readings(spec, chance)]
    looked_at = [due_days(one.case) for one in readings(case, days_in_part(case))]
    found = due_days(case)
    for key in {key for each in (found, *sampled) for key in each}:
        seen = [each[key].due_on for each in sampled if key in each]
        always = all(key in each for each in (*sampled, *looked_at))
        one = found.get(key)
        if one is None:
            assert not always
        elif one.earliest is None:
            assert always
            assert set(seen) == {one.due_on}
        else:
            assert not always or one.earliest <= min(seen) <= max(seen) <= one.due_on
            assert one.earliest <= one.due_on
            assert one.note is not None
            assert ("belum tentu" in one.note) is not all(key in each for each in looked_at)
        if one is not None and one.days_left < 0:
            assert always
            assert all(day < AS_OF for day in seen)


KB = near("KB-2024-001", date(2024, 4, 1))


@pytest.mark.parametrize(
    ("code", "case", "message", "remedy"),
    [
        (
            "KS103",
            made("PKS-2024-001", signed_on="2024", parent=KB),
            "Belum dapat dinilai (naskah turunan mendahului induknya): tanggal penandatanganan yang tepat"
            " (diketahui: 2024) belum tercatat.",
            "kskd update PKS-2024-001 --signed …",
        ),
        (
            "KS103",
            made("PKS-2024-001", signed_on="XXXX", parent=KB),
            "Belum dapat dinilai (naskah turunan mendahului induknya): tanggal penandatanganan belum tercatat.",
            "kskd update PKS-2024-001 --signed …",
        ),
        (
            "KS103",
            made("PKS-2024-001", parent=near("KB-2024-001", "2024-05")),
            "Belum dapat dinilai (naskah turunan mendahului induknya): tanggal penandatanganan KB-2024-001 yang"
            " tepat (diketahui: Mei 2024) belum tercatat.",
            "kskd update KB-2024-001 --signed …",
        ),
        (
            "KS103",
            made("PKS-2023-001", signed_on="2023", parent=KB),
            "Naskah turunan mendahului induknya, apa pun hari tepatnya (tanggal penandatanganan: 2023).",
            "tanggal pada naskah tidak diubah: para pihak menegaskan naskah ini dengan surat atau naskah baru yang"
            " bertanggal sesudah induknya; bila salah catat, kskd update PKS-2023-001 --signed TANGGAL --reason …",
        ),
        ("KS103", made("PKS-2024-001", signed_on="2024-05", parent=KB), None, None),
        # Neither the first nor the last day of the year is the other's, nor in the month of the number.
        (
            "KS106",
            made("RK-2024-001", signed_on="2024", parent=near("NK-2024-001")),
            "Belum dapat dinilai (Rencana Kerja dan Nota Kesepakatannya ditandatangani pada hari yang berbeda):"
            " tanggal penandatanganan yang tepat (diketahui: 2024) belum tercatat.",
            "kskd update RK-2024-001 --signed …",
        ),
        (
            "KS708",
            made("KB-2024-001", signed_on="2024", seats=(own(number="1/V/2024"),)),
            "Belum dapat dinilai (bulan atau tahun pada nomor berbeda dari tanggal penandatanganan): tanggal"
            " penandatanganan yang tepat (diketahui: 2024) belum tercatat.",
            "kskd update KB-2024-001 --signed …",
        ),
        ("KS708", made("KB-2024-001", signed_on="2024-05", seats=(own(number="1/V/2024"),)), None, None),
        ("KS708", made("KB-2024-001", signed_on="2024", seats=(own(number="1/KB/2024"),)), None, None),
        (
            "KS708",
            made("KB-2024-001", signed_on="2024", seats=(own(), partner(number="4/2024/UA"))),
            None,
            None,
        ),
        (
            "KS708",
            made("KB-2024-001", signed_on="XXXX", seats=(own(number="1/KB"), partner(number="4/UA/2019"))),
            "Belum dapat dinilai (bulan atau tahun pada nomor berbeda dari tanggal penandatanganan): tanggal"
            " penandatanganan belum tercatat.",
            "kskd update KB-2024-001 --signed …",
        ),
        (
            "KS702",
            made("KB-2024-001", ends_on="2026", duration_typed="2 tahun"),
            "Belum dapat dinilai (tanggal akhir tidak sesuai dengan jangka waktu): tanggal akhir yang tepat"
            " (diketahui: 2026) belum tercatat.",
            "kskd update KB-2024-001 --ends …",
        ),
        (
            "KS702",
            made("KB-2024-001", starts_on="2024", ends_on=date(2026, 5, 2), duration_typed="2 tahun"),
            "Belum dapat dinilai (tanggal akhir tidak sesuai dengan jangka waktu): tanggal mulai yang tepat"
            " (diketahui: 2024) belum tercatat.",
            "kskd update KB-2024-001 --starts …",
        ),
        (  # the one start that fits is none of the days that are recorded
            "KS702",
            made("KB-2024-001", starts_on="2024", ends_on=date(2026, 6, 10), duration_typed="2 tahun"),
            "Belum dapat dinilai (tanggal akhir tidak sesuai dengan jangka waktu): tanggal mulai yang tepat"
            " (diketahui: 2024) belum tercatat.",
            "kskd update KB-2024-001 --starts …",
        ),
        ("KS104", made("PKS-2024-001", parent=near("KB-2024-001", "XXXX")), None, None),
        # Of two days that are known in part only the one on which it turns is named, or both.
        (
            "KS103",
            made("PKS-2024-001", signed_on="2024", ends_on="2030-05", parent=KB),
            "Belum dapat dinilai (naskah turunan mendahului induknya): tanggal penandatanganan yang tepat"
            " (diketahui: 2024) belum tercatat.",
            "kskd update PKS-2024-001 --signed …",
        ),
        (
            "KS103",
            made("PKS-2024-001", signed_on="2024", parent=near("KB-2024-001", "2024")),
            "Belum dapat dinilai (naskah turunan mendahului induknya): tanggal penandatanganan yang tepat"
            " (diketahui: 2024); tanggal penandatanganan KB-2024-001 yang tepat (diketahui: 2024) belum"
            " tercatat.",
            "kskd update PKS-2024-001 --signed …",
        ),
        # What names no day stays as it is.
        (
            "KS705",
            made("PKS-2024-001", signed_on="2024"),
            "Tidak satu pun butir ruang lingkup tercatat.",
            'kskd update PKS-2024-001 --scope "…"',
        ),
    ],
)
def test_what_is_said_of_days_in_part(code: str, case: Case, message: str | None, remedy: str | None) -> None:
    found = [rule.finding(case, verdict) for rule, verdict in BENCH.judge(case) if rule.code == code]
    assert [(one.message, one.remedy) for one in found] == ([] if message is None else [(message, remedy)])


def test_one_reading_of_many_days_may_need_one_late_and_the_others_early() -> None:
    """With more days than are mixed freely, and where a start would come to lie after its end."""
    many = made(
        "MOU-2024-001",
        signed_on="2024-07",
        ends_on="2024",
        parent=near("LOI-2024-001", "XXXX", "2024-07"),
        predecessor=near("MOU-2020-001", date(2019, 1, 2), "2025-10"),
        children=(near("RKT-2024-001", "XXXX"),),
    )
    late = made(
        "KB-2024-001",
        signed_on="2020",
        starts_on="2024",
        ends_on=None,
        parent=near("NK-2019-001", None, "2019"),
        predecessor=near("KB-2019-001", date(2019, 1, 2), "2023"),
        children=(near("PKS-2019-001", None, "2019"),),
    )
    assert [len(days_in_part(case)) for case in (many, late)] == [6, 5]
    assert kinds_of(many)["KS306"] is Unknown  # signed after the end of its parent, or not
    assert kinds_of(late)["KS311"] is Unknown  # a gap after its predecessor, or none


def test_without_one_day_on_which_it_turns_all_are_named() -> None:
    case = made("PKS-2024-001", signed_on="2024", ends_on="2030")
    days = days_in_part(case)
    seen = [Reading((date(2024, 1, 1), date(2030, 1, 1)), case), Reading((AS_OF, AS_OF), case)]
    assert turning(days, seen, [None, Unknown]) == list(days)
    assert turning(days, [*seen, Reading((AS_OF, date(2030, 1, 1)), case)], [1, 2, 2]) == [days[0]]


def test_a_due_day_that_is_known_in_part_says_from_when_to_when() -> None:
    (end,) = (
        one
        for one in deadlines(made("PKS-2024-001", ends_on="2025"), ClockFrame())
        if one.kind == "masa-berlaku"
    )
    assert (end.earliest, end.due_on, end.days_left) == (date(2025, 1, 1), date(2025, 12, 31), 291)
    assert (
        end.note == "paling awal 1 Januari 2025, bergantung pada tanggal akhir yang tepat (diketahui: 2025)"
    )


def test_a_case_with_all_days_known_has_one_reading_itself() -> None:
    case = made("PKS-2024-001", parent=KB)
    assert days_in_part(case) == ()
    assert [one.case for one in readings(case, ())] == [case]


def test_in_each_reading_all_days_are_known() -> None:
    """Also of a document that hangs on others and has some of its own."""
    case = made(
        "MOU-2024-001",
        signed_on="2024",
        ends_on="2028",
        parents=(near("LOI-2023-001", "2023"), near("LOI-2024-002", "2024-02")),
        children=(near("RKT-2024-001", "2024-11", ends="2025"), near("RKT-2025-002", "XXXX")),
    )
    seen = readings(case, days_in_part(case))
    assert len(seen) > 1
    assert all(one.case.is_exact for one in seen)


def test_of_four_days_every_mixture_of_first_and_last_is_read() -> None:
    """Of one more only all first and all last, and each turning point beside them."""
    four = made(
        "PKS-2024-001",
        signed_on="2024",
        ends_on="2030",
        parent=near("KB-2023-001", "2023"),
        predecessor=near("PKS-2020-001", "2020"),
    )
    days = days_in_part(four)
    assert len(days) == 4
    taken = {one.taken for one in readings(four, days)}
    assert set(product(*((day.first, day.last) for day in days))) <= taken


@pytest.mark.parametrize(("as_of", "is_told"), [(date(2025, 3, 19), True), (date(2025, 3, 20), False)])
def test_a_due_day_that_may_not_be_one_is_told_until_its_latest(as_of: date, is_told: bool) -> None:
    """A LoI of March 2024 that ends on 20 March 2025 passes its year only if it was signed by the 19th."""
    letter = made("LOI-2024-001", as_of=as_of, signed_on="2024-03", ends_on=date(2025, 3, 20))
    found = [one for one in deadlines(letter, ClockFrame()) if one.kind == "loi-setahun"]
    assert [(one.due_on, one.days_left) for one in found] == [(date(2025, 3, 19), 0)] * is_told
    assert all(one.note and one.note.startswith("belum tentu, bergantung pada") for one in found)


def test_what_is_said_of_a_due_day_is_what_all_readings_say() -> None:
    """A day on which nothing turns is no news; of the words those are told that all readings have."""

    def told(**days: Any) -> dict[str, Deadline]:
        return {one.kind: one for one in deadlines(made("PKS-2024-001", **days), ClockFrame())}

    of_may = told(signed_on="2024-05", ends_on=date(2026, 4, 1))["masa-berlaku"]
    assert (of_may.due_on, of_may.earliest, of_may.note) == (date(2026, 4, 1), None, None)
    end = "Perjanjian Kerja Sama berakhir; belum ada penerusnya"
    assert of_may.what == end
    until_december = told(ends_on="2025-12")
    assert until_december["masa-berlaku"].what == end
    assert until_december["perpanjangan"].what == "Bahas perpanjangan"
    assert (until_december["perpanjangan"].note or "").startswith(
        "belum ada perpanjangan yang tercatat sebagai pembanding; paling awal 2 September 2025"
    )


def test_of_one_due_day_only_what_all_readings_say_of_it_is_told() -> None:
    """How many reports are owed hangs on the day of the end, the oldest of them does not."""

    def told(ends: date | str) -> str:
        document = made("PKS-2024-001", signed_on=date(2022, 1, 3), ends_on=ends)
        return next(one.what for one in deadlines(document, ClockFrame()) if one.kind == "laporan-semester")

    oldest = "Laporan Semester I Tahun 2022 belum masuk"
    assert told(date(2024, 6, 30)) == f"{oldest}; seluruhnya 5 laporan, ini yang tertua"
    assert told("2024-06") == told(date(2024, 6, 30))
    assert told("2024") == oldest


@pytest.mark.parametrize(
    ("last", "said"), [("2024-09", Unknown), ("2024-09-14", Violated), ("2024-09-15", None)]
)
def test_an_adendum_that_left_the_end_as_it_is_is_read_with_it(last: str, said: type | None) -> None:
    """Whether it was signed within the term turns on that end; one of another end is measured by its own."""
    signed = Addendum(1, Day.of(date(2024, 9, 15)), Day.parse(last))
    case = made("PKS-2023-001", signed_on=date(2023, 5, 2), ends_on="2024-09", addendums=(signed,))
    assert kinds_of(case).get("KS313") is said


def test_of_five_days_mixtures_are_read_no_more() -> None:
    """They would be twice as many with each day; turning points are read beside all first and all last."""
    five = made(
        "PKS-2024-001",
        signed_on="2024",
        ends_on="2030",
        parent=near("KB-2023-001", "2023", "2031"),
        predecessor=near("PKS-2020-001", "2020"),
    )
    days = days_in_part(five)
    assert len(days) == 5
    taken = {one.taken for one in readings(five, days)}
    firsts, lasts = tuple(day.first for day in days), tuple(day.last for day in days)
    assert {firsts, lasts, (lasts[0], *firsts[1:]), (firsts[0], *lasts[1:])} <= taken
    assert (*firsts[:3], *lasts[3:]) not in taken


# The first and the last day, and the anniversary of the day asked about with the day before; after each the next.
ALWAYS_READ = {"01-01", "01-02", "03-14", "03-15", "03-16", "12-31"}


@pytest.mark.parametrize(
    ("changes", "turns"),
    [
        ({}, set()),
        ({"starts_on": date(2024, 6, 3)}, {"06-03", "06-04"}),
        ({"ended_on": date(2024, 9, 9)}, {"09-09", "09-10"}),
        ({"parent": KB}, {"04-01", "04-02"}),
        ({"parent": near("KB-2020-001", date(2020, 1, 2), date(2024, 8, 1))}, {"08-01", "08-02"}),
        ({"parent": near("KB-2020-001", date(2020, 1, 2), ended=date(2024, 8, 1))}, {"08-01", "08-02"}),
        ({"predecessor": near("PKS-2020-001", date(2020, 1, 2), date(2024, 8, 1))}, {"08-01", "08-02"}),
        ({"successor": near("PKS-2024-009", date(2024, 8, 1))}, {"08-01", "08-02"}),
        ({"addendums": (Addendum(1, Day.of(date(2024, 8, 1)), Day.of(date(2024, 9, 9))),)}, {"08-01", "08-02", "09-09", "09-10"}),
        # The start to which the duration points back from the end.
        ({"duration_typed": "2 tahun", "ends_on": date(2026, 6, 10)}, {"06-10", "06-11"}),
        ({"duration_typed": "1 tahun 2 bulan 3 hari", "ends_on": date(2025, 6, 10)}, {"04-07", "04-08"}),
        # The month of the number, and the year where it names no month.
        ({"seats": (own(number="1/V/2024"),)}, {"05-01", "05-02"}),
        ({"seats": (own(number="1/KB/2024"),)}, set()),
    ],
)  # fmt: skip
def test_read_are_the_days_on_which_an_outcome_can_turn(changes: dict[str, Any], turns: set[str]) -> None:
    """What must not be later than a day turns on the next one."""
    case = made("PKS-2024-001", signed_on="2024", **{"ends_on": None, **changes})
    taken = {one.taken for one in readings(case, days_in_part(case))}
    assert taken == {(date.fromisoformat(f"2024-{one}"),) for one in ALWAYS_READ | turns}


def test_the_days_of_the_laws_and_of_the_number_are_read() -> None:
    """Permendagri 22/2020 and 25/2020, and six months after the one; of a number that names a year its two ends."""
    case = made("PKS-2020-001", signed_on="XXXX", ends_on=None, seats=(own(number="1/KB/2020"),))
    taken = {str(on) for one in readings(case, days_in_part(case)) for on in one.taken}
    assert {"2020-01-01", "2020-04-14", "2020-05-22", "2020-10-14", "2020-10-15", "2020-12-31"} <= taken


def test_a_case_without_its_parties_is_read_without_their_numbers() -> None:
    """Clocks do not look at the parties, and are given none."""
    case = made("PKS-2024-001", signed_on="2024", ends_on=None)._replace(seats=())
    taken = {one.taken for one in readings(case, days_in_part(case))}
    assert taken == {(date.fromisoformat(f"2024-{one}"),) for one in ALWAYS_READ}


def test_a_number_points_at_the_signing_only() -> None:
    """That of a parent, too, is not the document's own."""
    case = made(
        "PKS-2024-001", ends_on=None, parent=near("KB-2023-001", "XXXX"), seats=(own(number="1/KB/2023"),)
    )
    taken = {on for one in readings(case, days_in_part(case)) for on in one.taken}
    assert date(2023, 12, 31) not in taken
    late = made("PKS-2024-001", ends_on="XXXX", seats=(own(number="1/KB/2030"),))
    assert date(2030, 12, 31) not in {on for one in readings(late, days_in_part(late)) for on in one.taken}


IN_MAY = near("KB-2024-001", "2024-05", "2024-05")


@pytest.mark.parametrize(
    "changes",
    [
        {"signed_on": "2024-05", "ends_on": "2024-05"},
        {"signed_on": "2024-05", "starts_on": "2024-05", "ends_on": "2024-05"},
        {"parent": IN_MAY},
        {"predecessor": IN_MAY},
        {"successor": IN_MAY, "ends_on": "2024-05"},
        {"children": (IN_MAY, near("PKS-2024-009", "2024-05", "2024-05", starts="2024-05"))},
    ],
)
def test_no_document_starts_after_its_end_in_any_reading(changes: dict[str, Any]) -> None:
    """What would, is read once with both days at the end and once with both at the start."""
    case = made("PKS-2024-001", **changes)
    days = days_in_part(case)
    seen = readings(case, days)
    for one in seen:
        for doc in (
            one.case,
            *one.case.parents,
            *one.case.children,
            one.case.predecessor,
            one.case.successor,
        ):
            assert doc is None or doc.ends_on is None or doc.starts_on is None or doc.starts_on <= doc.ends_on
    taken = {one.taken for one in seen}
    assert {len(one) for one in taken} == {len(days)}
    assert {tuple(day.first for day in days), tuple(day.last for day in days)} <= taken


def test_a_start_and_an_end_of_one_month_are_read_on_one_day() -> None:
    case = made("PKS-2024-001", signed_on="2024-05", ends_on="2024-05")
    taken = {one.taken for one in readings(case, days_in_part(case))}
    first, last = date(2024, 5, 1), date(2024, 5, 31)
    assert {(first, first), (first, last), (last, last)} <= taken
    assert (last, first) not in taken
