"""Chapter 8: the TKKSD, what the office owes each year, and documents against the lists that it makes."""

from __future__ import annotations

from datetime import date
from typing import Any, NamedTuple

import pytest

from kskd.domain.choices import OfficialRole, TeamPosition
from kskd.domain.document.chain import Scheme
from kskd.domain.document.offices import fits_team
from kskd.domain.finding import Severity
from kskd.domain.office.official import Official
from kskd.domain.values.period import Period
from kskd.rules.catalogue import OFFICE_RULES
from kskd.rules.duties import Duties
from kskd.rules.office_rule import OfficeCase
from kskd.rules.recorded import Given, Recorded
from kskd.rules.rule import Unknown, Violated
from tests.rules.tables import AS_OF, Row, beside, fires, holds, made, quiet, unknown

DECREE = Given("keputusan-tkksd", None, date(2024, 1, 5), "188/5/2024")
PLENARY = Given("rapat-pleno-tkksd", "2023", date(2023, 11, 2))
LIST = Given("daftar-ksdpk", "2024", date(2024, 1, 9))
MINUTES = Given("berita-acara-ksdd-wajib", "2024", date(2024, 3, 1))
LED = ("Sekretaris Daerah", "Asisten Perekonomian dan Pembangunan", "Kepala Bagian Kerja Sama")
FULL = (*LED, "Inspektur", "Kepala Bappeda", "Kepala Bagian Hukum")


def team(
    *offices: str, positions: tuple[TeamPosition | None, ...] = tuple(TeamPosition)
) -> tuple[Official, ...]:
    """Members of the TKKSD by office, the first three its head, vice and secretary."""
    seats = (*positions, *[None] * len(offices))
    return tuple(
        Official(number, office, OfficialRole.TEAM, position=seat)
        for number, (office, seat) in enumerate(zip(offices, seats, strict=False), 1)
    )


def office(
    *papers: Given, members: tuple[Official, ...] = (), gone: tuple[Official, ...] = (), **owed: str
) -> OfficeCase:
    """The office on the day of the tables; ``owed`` has the years that are owed, by kind with ``_`` for ``-``."""
    open_ = {kind.replace("_", "-"): (Period.parse(year),) for kind, year in owed.items()}
    duties = Duties(AS_OF, "kabupaten", 30, Recorded(papers, since=date(2024, 1, 1)), open_)
    return OfficeCase(duties, members, (*members, *gone))


class OfOffice(NamedTuple):
    """A rule, the office, and what the rule must say: a part of the message, or None where it is kept."""

    code: str
    kind: str
    case: OfficeCase
    says: str | None = None


_DECREED = (Official(1, "Inspektur", OfficialRole.TEAM, decree="188/5/2024"),)
OF_OFFICE = [
    OfOffice("KS801", "unknown", office(), "keputusan pembentukan TKKSD belum tercatat"),
    OfOffice("KS801", "unknown", office(LIST), "keputusan pembentukan TKKSD belum tercatat"),
    OfOffice("KS801", "fires", office(members=team(*FULL)), "keputusan pembentukannya belum"),
    OfOffice("KS801", "fires", office(PLENARY), "keputusan pembentukannya belum"),
    OfOffice("KS801", "quiet", office(DECREE)),
    OfOffice("KS801", "quiet", office(members=_DECREED)),
    OfOffice("KS801", "quiet", office(gone=_DECREED)),
    OfOffice(
        "KS802", "fires", office(DECREE, members=team(*FULL[:5])), "Tercatat 5 anggota TKKSD, kurang dari 6"
    ),
    OfOffice("KS802", "quiet", office(DECREE, members=team(*FULL))),
    OfOffice("KS802", "quiet", office(DECREE, members=team(*FULL, "Camat"))),
    OfOffice("KS802", "quiet", office()),  # one line on a team that is not recorded is enough
    OfOffice("KS802", "unknown", office(DECREE), "anggota TKKSD belum tercatat"),
    OfOffice("KS802", "unknown", office(gone=team(*FULL)), "anggota TKKSD belum tercatat"),
    OfOffice(
        "KS803", "fires", office(members=team("Bupati Contoh", *LED[1:])), "tercatat Ketua Bupati Contoh"
    ),
    OfOffice(
        "KS803", "fires", office(members=team(LED[0], "Kepala Bappeda", LED[2])), "Wakil ketua Kepala Bappeda"
    ),
    OfOffice(
        "KS803",
        "fires",
        office(members=team(LED[0], LED[1], "Kepala Dinas Kesehatan")),
        "Sekretaris Kepala Dinas",
    ),
    OfOffice("KS803", "quiet", office(members=team(*LED))),
    OfOffice("KS803", "quiet", office(members=team("Plt. Sekda", "Asisten I", "Kabag Kerja Sama"))),
    OfOffice("KS803", "quiet", office(DECREE)),
    OfOffice("KS803", "unknown", office(members=team("Pembina", *LED[1:])), "dikenali (tercatat: Pembina)"),
    OfOffice(
        "KS803", "unknown", office(members=team(LED[0])), "wakil ketua, sekretaris TKKSD belum tercatat"
    ),
    OfOffice(
        "KS803",
        "unknown",
        office(members=team("Inspektur", positions=())),
        "ketua, wakil ketua, sekretaris TKKSD",
    ),
    OfOffice(
        "KS804",
        "fires",
        office(PLENARY, rapat_pleno_tkksd="2024"),
        "Rapat pleno TKKSD Tahun 2024 tidak tercatat",
    ),
    OfOffice("KS804", "quiet", office(PLENARY)),
    OfOffice("KS804", "quiet", office(rapat_pleno_tkksd="2024")),
    OfOffice("KS804", "quiet", office(PLENARY, rapat_pleno_tkksd="2025")),  # the year is not over
    OfOffice("KS804", "quiet", office(PLENARY, rapat_pleno_tkksd="2023")),  # not the last full year
    OfOffice(
        "KS804",
        "unknown",
        office(DECREE, rapat_pleno_tkksd="2024"),
        "Rapat pleno TKKSD Tahun 2024 belum tercatat",
    ),
    OfOffice(
        "KS805",
        "fires",
        office(LIST._replace(period="2023"), daftar_ksdpk="2024"),
        "KSDPK Tahun 2024 tidak tercatat",
    ),
    OfOffice("KS805", "quiet", office(LIST)),
    OfOffice("KS805", "quiet", office(daftar_ksdpk="2024")),
    OfOffice("KS805", "quiet", office(LIST, daftar_ksdpk="2025")),
    OfOffice(
        "KS805",
        "unknown",
        office(DECREE, daftar_ksdpk="2024"),
        "Daftar rencana KSDPK Tahun 2024 belum tercatat",
    ),
]


@pytest.mark.parametrize("row", OF_OFFICE, ids=lambda row: f"{row.code} {row.kind} {row.says or ''}")
def test_rule_of_the_office(row: OfOffice) -> None:
    """It is about no document and no unit, and what is not recorded is information."""
    (rule,) = (one for one in OFFICE_RULES if one.code == row.code)
    verdict = rule.judge(row.case)
    if row.kind == "quiet":
        assert verdict is None
        return
    assert isinstance(verdict, Violated if row.kind == "fires" else Unknown)
    finding = rule.finding(row.case, verdict)
    assert (finding.agreement, finding.opd) == (None, None)
    assert row.says is not None
    assert row.says in finding.message
    assert finding.severity is (rule.severity if row.kind == "fires" else Severity.INFO)
    assert "{" not in finding.remedy
    if "--period" in rule.remedy:
        assert "--period 2024 " in finding.remedy, "the last full year"


@pytest.mark.parametrize(
    ("members", "command"),
    [
        (team("Bupati Contoh", "Kepala Bappeda", LED[2]), "kskd official update 1 "),
        (team("Pembina", "Analis", LED[2]), "kskd official update 1 "),
        (team(LED[1], positions=(TeamPosition.VICE,)), "--position ketua "),
        (team(LED[0], positions=(TeamPosition.HEAD,)), "--position wakil-ketua "),
    ],
    ids=["of another office", "of an unknown form", "without head and secretary", "without the others"],
)
def test_of_several_the_remedy_begins_with_the_first(members: tuple[Official, ...], command: str) -> None:
    """In the order of the team: head, vice, secretary."""
    (remedy,) = (
        rule.finding(case, verdict).remedy
        for rule in OFFICE_RULES
        if rule.code == "KS803" and (verdict := rule.judge(case := office(members=members)))
    )
    assert command in remedy


def test_nothing_recorded_is_one_line_of_information() -> None:
    """However much is owed: an office that has recorded nothing of itself is told so once."""
    case = office(rapat_pleno_tkksd="2024", daftar_ksdpk="2024")
    said = [(rule.code, verdict) for rule in OFFICE_RULES if (verdict := rule.judge(case))]
    assert [code for code, _ in said] == ["KS801"]
    assert isinstance(said[0][1], Unknown)


def test_before_all_years_nothing_is_owed() -> None:
    case = office(PLENARY, rapat_pleno_tkksd="2024")
    first = case._replace(duties=case.duties._replace(as_of=date(1945, 1, 1)))
    assert [rule.code for rule in OFFICE_RULES if isinstance(rule.judge(first), Violated)] == ["KS801"]


@pytest.mark.parametrize(
    ("position", "text", "fits"),
    [
        ("ketua", "Sekretaris Daerah Kabupaten Contoh", True),
        ("ketua", "Pj. Sekda", True),
        ("ketua", "Asisten Sekretaris Daerah", False),
        ("ketua", "Wakil Bupati Contoh", False),
        ("ketua", "Bupati Contoh", False),
        ("ketua", "Pembina", None),
        ("wakil-ketua", "Asisten Pemerintahan", True),
        ("wakil-ketua", "Sekretaris Daerah", False),
        ("sekretaris", "Kepala Biro Pemerintahan dan Otonomi Daerah", True),
        ("sekretaris", "Plt. Kabag Kerja Sama", True),
        ("sekretaris", "Kepala Subbagian Kerja Sama", False),
        ("sekretaris", "Analis", None),
        ("anggota", "Inspektur", None),
        (None, "Inspektur", None),
    ],
)
def test_an_office_fits_a_position_in_the_team(position: str | None, text: str, fits: bool | None) -> None:
    assert fits_team(position, text) is fits


WAJIB: dict[str, Any] = {"scheme": Scheme.KSDD_WAJIB}
OUTSIDE, INSIDE = {"in_ksdpk_list": "no"}, {"in_ksdpk_list": "yes"}
LEFT_OUT, TOLD = {"in_ksdd_minutes": "no"}, {"in_ksdd_minutes": "yes"}
ROWS = [
    fires("KS806", made("KB-2024-001", facts=OUTSIDE), "di luar daftar rencana KSDPK Tahun 2024"),
    fires(
        "KS806", made("KB-2024-001", signed_on=None, facts=OUTSIDE), "di luar daftar rencana KSDPK Tahun 2025"
    ),
    fires("KS806", made("KB-2025-001", signed_on=None, planned_for=2026, facts=OUTSIDE), "KSDPK Tahun 2026"),
    quiet("KS806", made("KB-2024-001", facts=INSIDE)),
    quiet("KS806", made("KB-2024-001")),  # without a list of the year nothing is asked
    quiet("KS806", beside(made("KB-2024-001"), LIST._replace(period="2023"))),
    quiet("KS806", beside(made("KB-2024-001"), MINUTES)),
    quiet("KS806", made("KB-2020-001", signed_on=date(2020, 4, 13), facts=OUTSIDE)),  # Permendagri 22/2020
    fires("KS806", made("KB-2020-001", signed_on=date(2020, 4, 14), facts=OUTSIDE), "Tahun 2020"),
    quiet("KS806", made("PKS-2024-001", facts=OUTSIDE)),
    quiet("KS806", made("KB-2024-001", facts=OUTSIDE, **WAJIB)),
    unknown("KS806", beside(made("KB-2024-001"), LIST), "in_ksdpk_list"),
    unknown(
        "KS806", beside(made("KB-2025-001", signed_on=None), LIST._replace(period="2025")), "in_ksdpk_list"
    ),
    fires(
        "KS807",
        made("KB-2024-001", facts=LEFT_OUT, **WAJIB),
        "di luar berita acara pemetaan KSDD wajib Tahun 2024",
    ),
    quiet("KS807", made("KB-2024-001", facts=TOLD, **WAJIB)),
    quiet("KS807", made("KB-2024-001", **WAJIB)),
    quiet("KS807", beside(made("KB-2024-001", **WAJIB), LIST)),
    quiet("KS807", beside(made("KB-2024-001", scheme=Scheme.KSDD_SUKARELA), MINUTES)),
    unknown("KS807", beside(made("KB-2024-001", **WAJIB), MINUTES), "in_ksdd_minutes"),
]


@pytest.mark.parametrize("row", ROWS, ids=str)
def test_a_rule_says_what_the_table_expects(row: Row) -> None:
    holds(row)
