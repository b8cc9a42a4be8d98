"""When the DPRD must agree, and when its silence is consent."""

from datetime import date

from kskd.domain.document.chain import HOME, KSDPK, Scheme
from kskd.domain.values.kinds import NO, YES
from kskd.rules.case import Case
from kskd.rules.deemed import last_day
from kskd.rules.laws import P22
from kskd.rules.rule import Unknown


def is_needed(case: Case) -> bool | Unknown:
    """Whether the DPRD must agree: abroad, to a burden on public and region, or to what the APBD does not fund.

    What passes on a national cooperation, and what of KSDPK has rules of its sector, is not asked about.
    """
    if case.scheme is Scheme.KSDPL:
        return True
    if case.scheme is Scheme.KSDLL:
        kind = case.facts.get("ksdll_kind")
        return kind == "lainnya" if kind else Unknown("ksdll_kind")
    kind = case.facts.get("ksdpk_kind")
    if kind not in {"pelayanan", None}:
        return False
    burden, funded = case.facts.get("burdens_public"), case.facts.get("in_apbd")
    if burden == YES or funded == NO:
        return Unknown("ksdpk_kind") if case.scheme in KSDPK and kind is None else True
    if burden is None:
        return Unknown("burdens_public")
    return Unknown("in_apbd") if funded is None else False


def is_over(case: Case, on: date) -> bool | Unknown:
    """Whether the time of the DPRD to take a stand was over on a day: its last day is still its own."""
    received = case.day("dprd_received_on")
    if received is None or on <= (last := last_day(case, received)):
        return False
    missing = () if case.scheme in HOME else case.office.calendar.missing(received, last)
    years = ", ".join(map(str, missing))
    return Unknown(f"daftar hari libur {years}", "kskd holiday import") if years else True


def is_deemed(case: Case) -> bool | Unknown:
    """Whether that time was over on the day of signing; at home no law knew it before Permendagri 22/2020."""
    return False if case.scheme in HOME and case.signing < P22 else is_over(case, case.signing)
