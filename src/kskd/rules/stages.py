"""Where a draft stands on its way to the signature, since when, and whose turn it is.

The stages are those of Permendagri 22/2020 Pasal 6, 28 and 52 and Permendagri 25/2020 Pasal 9, up to the signing.
They are computed from the facts of the draft and the clocks that were started for it, never recorded.
"""

from collections.abc import Callable, Mapping
from datetime import date
from enum import StrEnum
from typing import NamedTuple

from kskd.domain.document.chain import ABROAD, CONTRACTS, HOME, KSDD, KSDPK, SINERGI, Doc, Scheme
from kskd.domain.document.status import Status
from kskd.domain.values.kinds import YES
from kskd.rules.case import Case
from kskd.rules.council import is_needed, is_over
from kskd.rules.deemed import last_day
from kskd.rules.rule import Unknown, not_told


class Stage(StrEnum):
    """A stage of making a document."""

    PREPARING = "persiapan"
    OFFERING = "penawaran"
    EXPLORING = "penjajakan"
    WRITING = "penyusunan"
    PLANNING = "rencana-kerja-sama"
    COUNCIL = "persetujuan-dprd"
    VERIFYING = "verifikasi"
    MINISTER = "persetujuan-menteri"
    SIGNING = "penandatanganan"


STAGE_NAMES = {
    Stage.PREPARING: "Persiapan",
    Stage.OFFERING: "Penawaran",
    Stage.EXPLORING: "Penjajakan",
    Stage.WRITING: "Penyusunan naskah",
    Stage.PLANNING: "Penyusunan Rencana Kerja Sama",
    Stage.COUNCIL: "Persetujuan DPRD",
    Stage.VERIFYING: "Verifikasi Menteri",
    Stage.MINISTER: "Persetujuan Menteri",
    Stage.SIGNING: "Penandatanganan",
}

_OPD, _TEAM, _HEAD, _PARTNER = "perangkat daerah pemrakarsa", "TKKSD", "kepala daerah", "mitra"
_UPDATE, _CLOCK = "kskd update {id} ", "kskd clock start %s --agreement {id} --on TANGGAL"

Reached = date | bool
"""The day on which something was reached; True for a day that is not recorded, False while it is not known to be."""


class Turn(NamedTuple):
    """A part of a stage in which it is one party's turn.

    ``reached`` tells whether it is over, ``command`` records that, and ``holds`` whether the draft takes it at all.
    What ``must`` be over is never passed because something later is recorded.
    """

    stage: Stage
    whose: str
    article: str
    reached: Callable[[Case], Reached]
    command: str
    holds: Callable[[Case], bool] = lambda _: True
    must: bool = False


class Waiting(NamedTuple):
    """The stage of a draft; ``since`` is the day on which it began, None where that is not recorded.

    ``note`` names what must be recorded before it can be told whether there is a stage before this one.
    """

    stage: Stage
    turn: str
    since: date | None
    article: str
    command: str
    note: str | None

    @property
    def name(self) -> str:
        """The stage as people call it."""
        return STAGE_NAMES[self.stage]

    def days(self, as_of: date) -> int | None:
        """For how many days it has stood there; None where that is not recorded."""
        return None if self.since is None else max(0, (as_of - self.since).days)


def _yes(*facts: str) -> Callable[[Case], Reached]:
    return lambda case: any(case.facts.get(fact) == YES for fact in facts)


def _on(fact: str, yes: str = "") -> Callable[[Case], Reached]:
    return lambda case: case.day(fact) or case.facts.get(yes) == YES


def _asked(case: Case, kind: str) -> date | None:
    """The first day on which a clock whose kind begins so was started for the draft."""
    return min((one.started_on for one in case.asked if one.kind.startswith(kind)), default=None)


def _offered(case: Case) -> Reached:
    return case.day("offered_on") or _asked(case, "penawaran-") or False


def _requested(case: Case) -> Reached:
    return case.day("dprd_received_on") or case.facts.get("dprd_answer") not in {None, "belum-diminta"}


def _is_asked(case: Case) -> bool:
    return is_needed(case) is True or _requested(case) is not False


def _is_refused(case: Case) -> bool:
    return case.facts.get("dprd_answer") == "menolak"


def _agreed(case: Case) -> Reached:
    """The DPRD agreed, or its time passed without a stand."""
    if case.facts.get("dprd_answer") == "setuju":
        return case.day("dprd_answered_on") or True
    received = case.day("dprd_received_on")
    if _is_refused(case) or received is None or is_over(case, case.office.as_of) is not True:
        return False
    return last_day(case, received)


def _studied(case: Case) -> Reached:
    return _asked(case, "dprd-tindak-lanjut") or _followed(case) or _is_refused(case) or _agreed(case)


def _followed(case: Case) -> Reached:
    return _asked(case, "dprd-persetujuan") or _agreed(case)


def _council(article: str) -> tuple[Turn, ...]:
    """The turns of asking the DPRD, where its consent is needed or was asked for."""
    answer = _UPDATE + "--dprd-answer SIKAP --dprd-answered-on TANGGAL"
    return (
        Turn(
            Stage.COUNCIL,
            _HEAD,
            article,
            _requested,
            _UPDATE + "--dprd-received-on TANGGAL",
            _is_asked,
            must=True,
        ),
        Turn(Stage.COUNCIL, "DPRD", article, _studied, answer, _is_asked, must=True),
        Turn(
            Stage.COUNCIL,
            _HEAD,
            article,
            _followed,
            _CLOCK % "dprd-persetujuan",
            lambda case: _asked(case, "dprd-tindak-lanjut") is not None and not _is_refused(case),
            must=True,
        ),
        Turn(
            Stage.COUNCIL,
            "DPRD",
            article,
            _agreed,
            answer,
            lambda case: _asked(case, "dprd-persetujuan") is not None and not _is_refused(case),
            must=True,
        ),
        Turn(Stage.COUNCIL, _HEAD, article, lambda _: False, answer, _is_refused, must=True),
    )


def _begun(articles: tuple[str, str], facts: tuple[str, ...], offered: str) -> tuple[Turn, ...]:
    """Preparation, told by one of the facts, and the offer, which ``offered`` records; each with its article."""
    preparing, offering = articles
    accepted = _UPDATE + "--offer-accepted-on TANGGAL"
    return (
        Turn(Stage.PREPARING, _OPD, preparing, _yes(*facts), _UPDATE + "--kak ya"),
        Turn(Stage.OFFERING, _TEAM, offering, _offered, offered),
        Turn(Stage.OFFERING, _PARTNER, offering, _on("offer_accepted_on"), accepted),
    )


def _written(turn: str, article: str) -> Turn:
    reached = _on("tkksd_recommended_on")
    return Turn(Stage.WRITING, turn, article, reached, _UPDATE + "--tkksd-recommended-on TANGGAL")


def _signed(turn: str, article: str) -> Turn:
    return Turn(Stage.SIGNING, turn, article, lambda _: False, _UPDATE + "--signed TANGGAL")


_BOTH = f"{_HEAD} dan {_PARTNER}"
_MINISTER = Turn(
    Stage.MINISTER,
    "Menteri",
    "Permendagri 25/2020 Pasal 22",
    _on("minister_approved_on", "minister_approved"),
    _UPDATE + "--minister-approved-on TANGGAL",
)

WAYS: Mapping[tuple[tuple[Doc, ...], tuple[Scheme, ...]], tuple[Turn, ...]] = {
    ((Doc.KB,), KSDD): (
        *_begun(
            ("Permendagri 22/2020 Pasal 7", "Permendagri 22/2020 Pasal 8"),
            ("kak",),
            _CLOCK % "penawaran-ksdd",
        ),
        _written(_OPD, "Permendagri 22/2020 Pasal 9"),
        _signed("para kepala daerah", "Permendagri 22/2020 Pasal 10 ayat (2)"),
    ),
    ((Doc.KB,), KSDPK): (
        *_begun(
            ("Permendagri 22/2020 Pasal 29", "Permendagri 22/2020 Pasal 30"),
            ("feasibility_study", "kak"),
            _UPDATE + "--offered-on TANGGAL",
        ),
        _written(_TEAM, "Permendagri 22/2020 Pasal 32"),
        _signed(_BOTH, "Permendagri 22/2020 Pasal 33"),
    ),
    ((Doc.NK,), SINERGI): (
        *_begun(
            ("Permendagri 22/2020 Pasal 53", "Permendagri 22/2020 Pasal 54"),
            ("kak",),
            _CLOCK % "penawaran-sinergi",
        ),
        _written(_TEAM, "Permendagri 22/2020 Pasal 55"),
        *_council("Permendagri 22/2020 Pasal 56"),
        _signed(_BOTH, "Permendagri 22/2020 Pasal 57"),
    ),
    (CONTRACTS, KSDD): (
        *_council("Permendagri 22/2020 Pasal 12"),
        _written(_OPD, "Permendagri 22/2020 Pasal 13"),
        _signed(_BOTH, "Permendagri 22/2020 Pasal 14"),
    ),
    (CONTRACTS, KSDPK): (
        *_council("Permendagri 22/2020 Pasal 34"),
        _written(_OPD, "Permendagri 22/2020 Pasal 35"),
        _signed(_BOTH, "Permendagri 22/2020 Pasal 36"),
    ),
    ((Doc.RK,), HOME): (
        _written(_TEAM, "Permendagri 22/2020 Pasal 55"),
        _signed(_BOTH, "Permendagri 22/2020 Pasal 57"),
    ),
    ((Doc.LOI,), ABROAD): (
        Turn(Stage.EXPLORING, _OPD, "Permendagri 25/2020 Pasal 12", _yes("kajian"), _UPDATE + "--kajian ya"),
        Turn(
            Stage.EXPLORING,
            "Menteri",
            "Permendagri 25/2020 Pasal 14",
            _yes("minister_reply"),
            _UPDATE + "--minister-reply ya",
        ),
        _signed(_BOTH, "Permendagri 25/2020 Pasal 14 ayat (4)"),
    ),
    ((Doc.MOU,), ABROAD): (
        Turn(
            Stage.PLANNING,
            _OPD,
            "Permendagri 25/2020 Pasal 15",
            _on("cooperation_plan_on", "cooperation_plan"),
            _UPDATE + "--cooperation-plan-on TANGGAL",
        ),
        *_council("Permendagri 25/2020 Pasal 16; Permendagri 25/2020 Pasal 17"),
        Turn(
            Stage.VERIFYING,
            "Menteri",
            "Permendagri 25/2020 Pasal 19",
            _on("plan_verified_on", "plan_verified"),
            _UPDATE + "--plan-verified-on TANGGAL",
            lambda case: case.facts.get("ksdll_kind") != "penerusan",
        ),
        _MINISTER,
        _signed(_BOTH, "Permendagri 25/2020 Pasal 24 ayat (2); Permendagri 25/2020 Pasal 25 ayat (1)"),
    ),
    ((Doc.RKT, Doc.PKS), ABROAD): (_signed(_BOTH, "Permendagri 25/2020 Pasal 26"),),
}
"""The turns of each kind of document and scheme, in the order of the law, from the first to the signature."""


def way(doc: Doc, scheme: Scheme) -> tuple[Turn, ...]:
    """The turns of such a document; none where the law knows no such document."""
    return next((turns for (docs, schemes), turns in WAYS.items() if doc in docs and scheme in schemes), ())


def stage_of(case: Case) -> Waiting | None:
    """Where a draft stands: behind the last turn that is over, or in the first that must be and is not.

    None for what is no draft, and for a document that the law's chains do not know. A draft of which nothing is
    recorded stands in its first turn since the day of its entry.
    """
    if case.status is not Status.DRAFT:
        return None
    turns = [turn for turn in way(case.doc, case.scheme) if turn.holds(case)]
    if not turns:
        return None
    at = 0
    since: date | None = case.entered_on
    for position, turn in enumerate(turns):
        reached = turn.reached(case)
        if reached is not False:
            at, since = position + 1, reached if isinstance(reached, date) else None
        elif turn.must:
            break
    now, needed = turns[at], is_needed(case) if _is_voted(case) else None
    note = not_told(needed.what) if isinstance(needed, Unknown) else None
    return Waiting(now.stage, now.whose, since, now.article, now.command.replace("{id}", case.id), note)


def _is_voted(case: Case) -> bool:
    return any(turn.stage is Stage.COUNCIL for turn in way(case.doc, case.scheme))
