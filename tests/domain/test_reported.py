"""One typed report: what it leaves as it was, what it takes back, and what several say together."""

from __future__ import annotations

from datetime import date

from hypothesis import given
from hypothesis import strategies as st

from kskd.domain.choices import Channel, FillerRole
from kskd.domain.evaluation import Evaluation, Evidence, Filler
from kskd.domain.implementation import Implementation
from kskd.domain.reported import DoneAction, FurtherEffort, NewObstacle, Reported, ToldEvidence, merged
from kskd.domain.values.period import Period

BASE = Evaluation(
    "PKS-2024-001",
    Period.parse("2024-S2"),
    "inti/2",
    Implementation.PENUH,
    {"hasil": "nyata"},
    fillers=(Filler("Pengisi", FillerRole.OFFICE),),
    evidence=(Evidence("Foto"),),
    others="Rapat",
    note="Baik",
)


def test_what_says_nothing_changes_nothing() -> None:
    assert Reported().over(BASE, ()) == BASE


def test_what_is_taken_back_is_unknown_again_and_the_rest_stays() -> None:
    made = Reported(cleared=frozenset({"others"}), channel=Channel.MAIL).over(BASE, ())
    assert (made.others, made.note, made.channel) == (None, "Baik", Channel.MAIL)
    assert Reported(cleared=frozenset({"others"}), others="Lain").over(BASE, ()).others == "Lain"


def test_evidence_is_of_an_item_only_where_the_instrument_has_it() -> None:
    told = ToldEvidence(Evidence("hasil=Data"), Evidence("Data", item="hasil"))
    assert Reported(evidence=(told,)).over(BASE, ("hasil",)).evidence[1:] == (Evidence("Data", item="hasil"),)
    assert Reported(evidence=(told,)).over(BASE, ("lain",)).evidence[1:] == (Evidence("hasil=Data"),)


def test_the_day_of_the_report_is_that_of_its_fillers() -> None:
    same = Filler("Pengisi", FillerRole.OFFICE)
    assert Reported(fillers=(same,)).over(BASE, ()).fillers == BASE.fillers
    made = Reported(fillers=(same,), reported_on=date(2025, 1, 10)).over(BASE, ())
    assert [one.filled_on for one in made.fillers] == [date(2025, 1, 10)]


PARTS = st.lists(
    st.sampled_from(
        [
            Reported(implementation=Implementation.BELUM, voice=FillerRole.OPD),
            Reported(answers={"hasil": "terbatas"}, voice=FillerRole.OPD),
            Reported(answers={"koordinasi": "baik"}, voice=FillerRole.OPD),
            Reported(realisations={1: 0.0}),
            Reported(realisations={2: 12.5}),
            Reported(obstacles=(NewObstacle("Dana", "anggaran"),)),
            Reported(efforts=(FurtherEffort(1, "Surat"),)),
            Reported(closed=(2,)),
            Reported(evidence=(ToldEvidence(Evidence("Notula")),)),
            Reported(done=(DoneAction(1, date(2025, 1, 2)),)),
            Reported(reported_on=date(2025, 1, 10)),
            Reported(cleared=frozenset({"note"})),
            Reported(cleared=frozenset({"others"}), unchanged=True),
        ]
    ),
    unique_by=id,
)


@given(PARTS, PARTS)
def test_parts_say_together_what_each_says_in_any_grouping(one: list[Reported], two: list[Reported]) -> None:
    assert merged([*one, *two]) == merged([merged(one), merged(two)])
    assert merged([]) == Reported()
    for part in one:
        assert merged([part]) == part


@given(PARTS)
def test_what_is_said_together_is_what_is_said_one_after_the_other(parts: list[Reported]) -> None:
    after = BASE
    for part in parts:
        after = part.over(after, ())
    assert merged(parts).over(BASE, ()) == after
