"""What the tables of the rules are made of: well-kept documents, each changed in the one thing that matters."""

from __future__ import annotations

from datetime import date
from typing import Any, NamedTuple

from kskd.domain.document.agreement import split_id
from kskd.domain.document.chain import Doc, Scheme
from kskd.domain.document.standing import stand
from kskd.domain.settings import Government
from kskd.domain.values.days import Day
from kskd.rules.case import Case, Office, Promise, Relative, Report
from kskd.rules.catalogue import RULES, Bench
from kskd.rules.parts import Seat, Trouble
from kskd.rules.recorded import Given, Recorded
from kskd.rules.rule import Unknown, Violated

AS_OF = date(2025, 3, 15)
SIGNED = date(2024, 5, 2)
HEAD, OTHER = "Bupati Contoh", "Kepala Dinas Kesehatan"
_SCHEMES = {Doc.NK: Scheme.SINERGI, Doc.RK: Scheme.SINERGI, Doc.LOI: Scheme.KSDPL, Doc.MOU: Scheme.KSDPL,
            Doc.RKT: Scheme.KSDPL}  # fmt: skip
_KINDS = {Scheme.KSDPK: "perguruan-tinggi", Scheme.SINERGI: "kementerian", Scheme.KSDPL: "pemda-luar-negeri",
          Scheme.KSDLL: "lembaga-luar-negeri"}  # fmt: skip


class Row(NamedTuple):
    """A rule, a document, and what the rule must say: a part of the message, or None where it is kept."""

    code: str
    kind: str
    case: Case
    says: str | None = None

    def __str__(self) -> str:
        """As the test's name shows it."""
        return f"{self.code} {self.kind} {self.says or ''}"


def fires(code: str, case: Case, says: str) -> Row:
    """The rule is broken, and the message says so."""
    return Row(code, "fires", case, says)


def quiet(code: str, case: Case) -> Row:
    """The rule is kept, or does not look at such a document."""
    return Row(code, "quiet", case)


def unknown(code: str, case: Case, what: str) -> Row:
    """The rule cannot tell, since this is not recorded."""
    return Row(code, "unknown", case, what)


def holds(row: Row) -> None:
    """What the rule says of the document is what the row expects."""
    (rule,) = (one for one in RULES if one.code == row.code)
    found = list(Bench([rule]).judge(row.case))
    if row.kind == "quiet":
        assert found == []
        return
    ((_, verdict),) = found
    finding = rule.finding(row.case, verdict)
    if row.kind == "fires":
        assert isinstance(verdict, Violated)
        assert row.says is not None
        assert row.says in finding.message
        assert finding.severity is rule.severity
    else:
        assert isinstance(verdict, Unknown)
        assert verdict.what == row.says
        assert (finding.severity, "belum tercatat" in finding.message) == ("info", True)
    assert "{" not in finding.remedy


def day(known: date | str | None) -> Day | None:
    """A day that is known exactly, or, as EDTF, in part."""
    return Day.parse(known) if isinstance(known, str) else Day.of(known)


def near(
    one: str,
    signed: date | str | None = SIGNED,
    ends: date | str | None = None,
    *,
    starts: date | str | None = None,
    ended: date | None = None,
) -> Relative:
    """A parent, child, predecessor or successor."""
    split = split_id(one)
    assert split is not None
    kind = "date" if ends else None
    return Relative(one, split[0], day(signed), day(starts), kind, day(ends), ended)


def partner(name: str = "Mitra Contoh", **changes: Any) -> Seat:
    """A partner in the first seat, with number and signer."""
    seat = Seat(1, 1, name, None, "7/MC/2024", "Bupati Umpama", None, None)
    return seat._replace(**changes)


def own(
    office: str | None = HEAD, power: str | None = None, on: date | None = None, number: str = "1/KB/2024"
) -> Seat:
    """The Pemda's seat."""
    return Seat(0, None, None, None, number, office, power, on)


def report(
    period: str, begins: date, ends: date, implementation: str | None = "penuh", **changes: Any
) -> Report:
    """An evaluation with evidence."""
    one = Report(period, begins, ends, implementation, "lanjut", has_evidence=True)
    return one._replace(**changes)


S1 = report("2024-S1", date(2024, 1, 1), date(2024, 6, 30))
S2 = report("2024-S2", date(2024, 7, 1), date(2024, 12, 31))
TROUBLE = Trouble(1, "Anggaran bergeser", "2024-S2", has_effort=True)
PROMISE = Promise(1, "Menyusun jadwal", date(2025, 2, 1))


def made(
    one: str,
    *,
    as_of: date = AS_OF,
    settings: dict[str, str] | None = None,
    signed_on: date | str | None = SIGNED,
    facts: dict[str, str] | None = None,
    seats: tuple[Seat, ...] | None = None,
    **changes: Any,
) -> Case:
    """A document in force for two years, signed by the head of the region, with one fitting partner."""
    split = split_id(one)
    assert split is not None
    doc = split[0]
    parent = changes.pop("parent", None)
    if parent is not None:  # nearly always it was never extended
        changes["parents"] = (parent,)
    scheme = changes.pop("scheme", _SCHEMES.get(doc, Scheme.KSDPK))
    signed, starts = day(signed_on), day(changes.pop("starts_on", None))
    ended_on = changes.get("ended_on")
    ends = day(changes.pop("ends_on", date(signed.latest.year + 2, 4, 1) if signed else None))
    end_kind = changes.pop("end_kind", "date" if ends else None)
    stands = stand(
        is_void=False,
        signed=signed,
        starts=starts,
        end_kind=end_kind,
        ends=ends,
        ended_on=ended_on,
        as_of=as_of,
    )
    return Case(
        office=Office.of(Government({"name": "Kabupaten Contoh"} | (settings or {})), as_of),
        id=one, doc=doc, scheme=scheme, opd="DINKES", status=stands.status, entered_on=date(2024, 5, 1),
        signed=signed, starts=starts, end_kind=end_kind, ends=ends, facts=facts or {},
        seats=seats or (own(), partner(kind=_KINDS.get(scheme, "pemda"))), **changes,
    )  # fmt: skip


def beside(case: Case, *papers: Given) -> Case:
    """The document where the office has recorded these papers of its own."""
    return case._replace(office=case.office._replace(recorded=Recorded(papers)))
