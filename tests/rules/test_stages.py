"""Where a draft stands: behind the last thing that is recorded, never past what must come first."""

from datetime import date
from typing import Any, TypeAlias

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from kskd.domain.document.chain import Doc, Scheme
from kskd.domain.document.facts import FACTS
from kskd.domain.values.workdays import Calendar
from kskd.rules.case import Asked, Case
from kskd.rules.council import is_needed
from kskd.rules.stages import STAGE_NAMES, WAYS, Stage, stage_of, way

from .tables import made

ENTERED = date(2024, 5, 1)  # of ``made``
WAJIB = Scheme.KSDD_WAJIB
NEEDED = {"burdens_public": "yes", "ksdpk_kind": "pelayanan"}
FREE = {"burdens_public": "no", "in_apbd": "yes"}
OFFERED = {"kak": "yes", "offered_on": "2024-06-01"}
ACCEPTED = OFFERED | {"offer_accepted_on": "2024-06-20"}
WRITTEN = ACCEPTED | {"tkksd_recommended_on": "2024-08-01"}
RECEIVED = NEEDED | {"dprd_received_on": "2024-09-01"}
LATER = {"tkksd_recommended_on": "2024-10-05"}
AGREED = RECEIVED | {"dprd_answer": "setuju", "dprd_answered_on": "2024-10-01"}


def draft(
    one: str,
    facts: dict[str, str],
    *asked: tuple[str, date],
    scheme: Scheme | None = None,
    as_of: date = date(2024, 10, 16),
) -> Case:
    """A document that nobody has signed."""
    more: dict[str, Any] = {} if scheme is None else {"scheme": scheme}
    return made(
        one, signed_on=None, facts=facts, as_of=as_of, asked=tuple(Asked(*each) for each in asked), **more
    )


Row: TypeAlias = (
    "tuple[str, Scheme | None, dict[str, str], tuple[tuple[str, date], ...], str, str, date | None]"
)

TABLE: list[Row] = [
    # a Kesepakatan Bersama: preparation, offer, writing, signature
    ("KB-2024-001", WAJIB, {}, (), "persiapan", "perangkat daerah pemrakarsa", ENTERED),
    ("KB-2024-001", WAJIB, {"kak": "no"}, (), "persiapan", "perangkat daerah pemrakarsa", ENTERED),
    ("KB-2024-001", WAJIB, {"kak": "yes"}, (), "penawaran", "TKKSD", None),
    ("KB-2024-001", WAJIB, OFFERED, (), "penawaran", "mitra", date(2024, 6, 1)),
    ("KB-2024-001", WAJIB, {}, (("penawaran-ksdd", date(2024, 6, 3)),), "penawaran", "mitra", date(2024, 6, 3)),
    ("KB-2024-001", WAJIB, {}, (("penawaran-ksdd-kedua", date(2024, 7, 8)), ("penawaran-ksdd", date(2024, 6, 3))), "penawaran", "mitra", date(2024, 6, 3)),
    ("KB-2024-001", WAJIB, ACCEPTED, (), "penyusunan", "perangkat daerah pemrakarsa", date(2024, 6, 20)),
    ("KB-2024-001", None, ACCEPTED, (), "penyusunan", "TKKSD", date(2024, 6, 20)),
    ("KB-2024-001", None, {"feasibility_study": "yes"}, (), "penawaran", "TKKSD", None),
    ("KB-2024-001", WAJIB, WRITTEN, (), "penandatanganan", "para kepala daerah", date(2024, 8, 1)),
    ("KB-2024-001", None, {"tkksd_recommended_on": "2024-08-01"}, (), "penandatanganan", "kepala daerah dan mitra", date(2024, 8, 1)),
    # a Perjanjian Kerja Sama: the DPRD first, where it must agree
    ("PKS-2024-001", None, {}, (), "penyusunan", "perangkat daerah pemrakarsa", ENTERED),
    ("PKS-2024-001", None, FREE, (), "penyusunan", "perangkat daerah pemrakarsa", ENTERED),
    ("PKS-2024-001", None, NEEDED, (), "persetujuan-dprd", "kepala daerah", ENTERED),
    # it was asked, whether or not it is known that it had to be
    ("PKS-2024-001", None, {"dprd_received_on": "2024-09-01"}, (), "persetujuan-dprd", "DPRD", date(2024, 9, 1)),
    ("PKS-2024-001", None, FREE | {"dprd_answer": "setuju", "dprd_answered_on": "2024-10-01"}, (), "penyusunan", "perangkat daerah pemrakarsa", date(2024, 10, 1)),
    ("PKS-2024-001", None, {"dprd_answer": "belum-diminta"}, (), "penyusunan", "perangkat daerah pemrakarsa", ENTERED),
    ("PKS-2024-001", None, NEEDED | {"dprd_answer": "belum-diminta"}, (), "persetujuan-dprd", "kepala daerah", ENTERED),
    ("PKS-2024-001", None, NEEDED | {"tkksd_recommended_on": "2024-08-01"}, (), "persetujuan-dprd", "kepala daerah", ENTERED),
    ("PKS-2024-001", None, RECEIVED, (), "persetujuan-dprd", "DPRD", date(2024, 9, 1)),
    ("PKS-2024-001", WAJIB, RECEIVED, (("dprd-tindak-lanjut", date(2024, 9, 10)),), "persetujuan-dprd", "kepala daerah", date(2024, 9, 10)),
    ("PKS-2024-001", WAJIB, RECEIVED, (("dprd-tindak-lanjut", date(2024, 9, 10)), ("dprd-persetujuan", date(2024, 9, 20))), "persetujuan-dprd", "DPRD", date(2024, 9, 20)),
    # that it was asked must be recorded first, whatever step is known to have followed
    ("PKS-2024-001", WAJIB, NEEDED, (("dprd-tindak-lanjut", date(2024, 9, 10)),), "persetujuan-dprd", "kepala daerah", ENTERED),
    ("PKS-2024-001", WAJIB, RECEIVED | LATER, (), "persetujuan-dprd", "DPRD", date(2024, 9, 1)),
    ("PKS-2024-001", WAJIB, RECEIVED | LATER, (("dprd-tindak-lanjut", date(2024, 9, 10)),), "persetujuan-dprd", "kepala daerah", date(2024, 9, 10)),
    ("PKS-2024-001", WAJIB, RECEIVED | LATER, (("dprd-tindak-lanjut", date(2024, 9, 10)), ("dprd-persetujuan", date(2024, 9, 20))), "persetujuan-dprd", "DPRD", date(2024, 9, 20)),
    ("PKS-2024-001", None, RECEIVED | LATER | {"dprd_answer": "menolak"}, (), "persetujuan-dprd", "kepala daerah", None),
    ("PKS-2024-001", None, RECEIVED | {"dprd_answer": "menolak"}, (), "persetujuan-dprd", "kepala daerah", None),
    ("PKS-2024-001", None, AGREED, (), "penyusunan", "perangkat daerah pemrakarsa", date(2024, 10, 1)),
    ("PKS-2024-001", None, NEEDED | {"dprd_answer": "setuju"}, (), "penyusunan", "perangkat daerah pemrakarsa", None),
    ("PKS-2024-001", None, AGREED | {"tkksd_recommended_on": "2024-10-05"}, (), "penandatanganan", "kepala daerah dan mitra", date(2024, 10, 5)),
    # a Nota Kesepakatan: the DPRD after the writing, and only where it must agree
    ("NK-2024-001", None, {}, (), "persiapan", "perangkat daerah pemrakarsa", ENTERED),
    ("NK-2024-001", None, {"burdens_public": "yes"}, (), "persiapan", "perangkat daerah pemrakarsa", ENTERED),
    ("NK-2024-001", None, WRITTEN | FREE, (), "penandatanganan", "kepala daerah dan mitra", date(2024, 8, 1)),
    ("NK-2024-001", None, WRITTEN | {"burdens_public": "yes"}, (), "persetujuan-dprd", "kepala daerah", date(2024, 8, 1)),
    ("RK-2024-001", None, {}, (), "penyusunan", "TKKSD", ENTERED),
    ("RK-2024-001", None, {"tkksd_recommended_on": "2024-08-01"}, (), "penandatanganan", "kepala daerah dan mitra", date(2024, 8, 1)),
    # abroad
    ("LOI-2024-001", None, {}, (), "penjajakan", "perangkat daerah pemrakarsa", ENTERED),
    ("LOI-2024-001", None, {"kajian": "yes"}, (), "penjajakan", "Menteri", None),
    ("LOI-2024-001", None, {"minister_reply": "yes"}, (), "penandatanganan", "kepala daerah dan mitra", None),
    ("MOU-2024-001", None, {}, (), "rencana-kerja-sama", "perangkat daerah pemrakarsa", ENTERED),
    ("MOU-2024-001", None, {"cooperation_plan": "no"}, (), "rencana-kerja-sama", "perangkat daerah pemrakarsa", ENTERED),
    ("MOU-2024-001", None, {"cooperation_plan_on": "2024-05-06"}, (), "persetujuan-dprd", "kepala daerah", date(2024, 5, 6)),
    ("MOU-2024-001", None, {"dprd_answer": "setuju"}, (), "verifikasi", "Menteri", None),
    ("MOU-2024-001", None, {"dprd_answer": "setuju", "plan_verified_on": "2024-08-01"}, (), "persetujuan-menteri", "Menteri", date(2024, 8, 1)),
    ("MOU-2024-001", None, {"dprd_answer": "setuju", "minister_approved": "yes"}, (), "penandatanganan", "kepala daerah dan mitra", None),
    ("MOU-2024-001", Scheme.KSDLL, {"ksdll_kind": "penerusan", "cooperation_plan": "yes"}, (), "persetujuan-menteri", "Menteri", None),
    ("RKT-2024-001", None, {}, (), "penandatanganan", "kepala daerah dan mitra", ENTERED),
]  # fmt: skip


@pytest.mark.parametrize("row", TABLE)
def test_a_draft_stands_behind_the_last_thing_recorded(row: Row) -> None:
    """The stage, whose turn it is, and the day on which that began, where it is recorded."""
    one, scheme, facts, asked, *expected = row
    now = stage_of(draft(one, facts, *asked, scheme=scheme))
    assert now is not None
    assert [now.stage, now.turn, now.since] == expected


@pytest.mark.parametrize(("as_of", "turn"), [(15, "DPRD"), (16, "DPRD"), (17, "perangkat daerah pemrakarsa")])
def test_silence_of_the_dprd_is_consent_only_after_its_last_day(as_of: int, turn: str) -> None:
    """Of 1 September 2024 the 45th day is 16 October: that day is still the DPRD's own."""
    now = stage_of(draft("PKS-2024-001", RECEIVED, as_of=date(2024, 10, as_of)))
    assert now is not None
    assert now.turn == turn


def test_a_refusal_is_no_silence() -> None:
    """However long ago the DPRD was asked; since when it is the head's turn is not recorded."""
    now = stage_of(draft("PKS-2024-001", RECEIVED | {"dprd_answer": "menolak"}, as_of=date(2025, 3, 1)))
    assert now is not None
    assert (now.stage, now.turn, now.since) == (Stage.COUNCIL, "kepala daerah", None)


def test_abroad_silence_without_a_list_of_holidays_is_not_taken_for_consent() -> None:
    """Working days cannot be counted through a year whose holidays nobody has listed."""
    waiting = draft("MOU-2024-001", {"dprd_received_on": "2024-01-08"}, as_of=date(2024, 12, 31))
    listed = waiting._replace(
        office=waiting.office._replace(calendar=Calendar(frozenset({date(2024, 1, 1)})))
    )
    stages = [now and now.stage for now in map(stage_of, (waiting, listed))]
    assert stages == [Stage.COUNCIL, Stage.VERIFYING]


def test_what_must_be_known_first_is_named() -> None:
    """Whether the DPRD must agree cannot be told of a draft of which nothing is recorded."""
    notes = [
        now and now.note for now in (stage_of(draft("PKS-2024-001", facts)) for facts in ({}, FREE, NEEDED))
    ]
    assert notes == ["belum tercatat apakah kerja samanya membebani masyarakat dan daerah", None, None]


@pytest.mark.parametrize("one", ["KB-2024-001", "RK-2024-001", "LOI-2024-001", "RKT-2024-001"])
def test_where_the_dprd_has_no_voice_nothing_is_asked_about_it(one: str) -> None:
    """The law knows its consent to contracts, to an NK and to an MoU."""
    now = stage_of(draft(one, {}))
    assert now is not None
    assert now.note is None


def test_only_a_draft_has_a_stage() -> None:
    """What is signed is on its way no more; what the chains of the law do not know has no stage."""
    assert stage_of(made("PKS-2024-001")) is None
    assert stage_of(draft("RKT-2024-001", {}, scheme=Scheme.SINERGI)) is None


def test_days_in_a_stage_are_counted_from_its_first() -> None:
    """Unknown stays unknown; on a day before the first none has passed yet."""
    asked, unknown = (stage_of(draft("KB-2024-001", facts)) for facts in (OFFERED, {"kak": "yes"}))
    assert asked is not None
    assert unknown is not None
    assert (asked.days(date(2024, 6, 1)), asked.days(date(2024, 6, 11)), unknown.days(date(2024, 6, 1))) == (
        0,
        10,
        None,
    )
    assert asked.days(date(2024, 5, 31)) == 0


def test_each_kind_of_document_has_its_way_and_each_stage_its_name() -> None:
    """Every pair that the chains of the law know, and the signature is always the last."""
    assert set(STAGE_NAMES) == set(Stage) == {turn.stage for turns in WAYS.values() for turn in turns}
    assert {doc for docs, _ in WAYS for doc in docs} == set(Doc)
    assert all(turns[-1].stage is Stage.SIGNING for turns in WAYS.values())


@given(
    st.sampled_from([(docs[0], schemes[0]) for docs, schemes in WAYS]),
    st.dictionaries(
        st.sampled_from(["kak", "feasibility_study", "kajian", "minister_reply", "burdens_public", "in_apbd"]),
        st.sampled_from(["yes", "no"]),
    ),
    st.dictionaries(
        st.sampled_from(["offered_on", "offer_accepted_on", "tkksd_recommended_on", "dprd_received_on", "minister_approved_on"]),
        st.dates(date(2024, 5, 1), date(2024, 10, 1)).map(str),
    ),
    st.sampled_from(["offered_on", "offer_accepted_on", "tkksd_recommended_on", "dprd_received_on"]),
)  # fmt: skip
def test_a_day_that_becomes_known_never_puts_a_draft_back(
    kind: tuple[Doc, Scheme], told: dict[str, str], days: dict[str, str], more: str
) -> None:
    """The turns that are behind it stay so when something further is reached.

    But for one: that the DPRD was asked tells that there is a stage of which nothing was known.
    """
    doc, scheme = kind
    one = f"{doc.value.upper()}-2024-001"
    is_news = (
        more == "dprd_received_on" and is_needed(draft(one, {**told, **days}, scheme=scheme)) is not True
    )
    assume(more not in days and not is_news)
    turns = [(turn.stage, turn.whose) for turn in way(doc, scheme)]
    before, after = (
        stage_of(draft(one, {**further, **told, **days}, scheme=scheme))
        for further in ({}, {more: "2024-10-01"})
    )
    assert before is not None
    assert after is not None
    assert turns.index((before.stage, before.turn)) <= turns.index((after.stage, after.turn))


def test_facts_of_stages_are_facts_that_can_be_recorded() -> None:
    """The days of the offer are entries of the one table of facts."""
    assert {"offered_on", "offer_accepted_on"} <= {field.key for field in FACTS}
