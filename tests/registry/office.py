"""A small office made through the use cases, and random commands on it, for properties that hold of any."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Any

from hypothesis import strategies as st

from kskd.domain.document.chain import DERIVED, TOLD_RELATIONS, UMBRELLAS, Scheme
from kskd.domain.document.clauses import CLAUSES
from kskd.domain.document.facts import FACTS
from kskd.domain.document.fields import AMENDMENT, FIELDS
from kskd.domain.document.reading import read_said
from kskd.domain.values.kinds import FieldKind
from kskd.rules.catalogue import RULES
from kskd.rules.clocks.requests import REQUESTS
from kskd.rules.papers import KINDS
from kskd.workflows.access import Access
from kskd.workflows.adendums import amending, unfound
from kskd.workflows.evaluation import evaluating
from kskd.workflows.evaluation.report_options import read_report
from kskd.workflows.law import checking, clocks
from kskd.workflows.office import begin
from kskd.workflows.register import (
    agreements,
    ending,
    extending,
    officials,
    opds,
    papers,
    partners,
    targets,
    updating,
)
from tests.registry.harness import ACT

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from kskd.domain.field import Field

Command = tuple["Callable[..., object]", tuple[Any, ...], dict[str, Any]]

IDS = st.sampled_from(["PKS-2024-001", "PKS-2024-001", "KB-2024-001", "KB-2025-001", "PKS-2025-001"])
NAMES = st.sampled_from(["Universitas Contoh", "PT Maju Contoh", "Koperasi Contoh", "Yayasan Contoh"])
UNITS = st.sampled_from(["DINKES", "DIKBUD", "BAPPEDA"])
WORDS = st.sampled_from(["Mutu", "mutu", "Gizi ibu", "“Baris” ke-2 \\ 'kutip'", "Ünïcode ✓", '{"a": null}'])
DATES = st.sampled_from(["2024-02-29", "2024-05-02", "2025-01-10"])
NUMBERS = st.one_of(
    st.sampled_from(["75", "0", "0,1234567890123456", "999999999999999,9", "12.5"]),
    st.floats(-1e6, 1e6, allow_nan=False).map(lambda value: f"{value:.20f}".replace(".", ",")),
)


MONEY = st.sampled_from(["0", "Rp75.450.000", "1,2 miliar"])
OF_PARTNERS = st.builds("{}={}".format, NAMES, WORDS)
RELATIONS = st.builds("{}={}".format, st.sampled_from(TOLD_RELATIONS), IDS)


def some(values: st.SearchStrategy[Any]) -> st.SearchStrategy[tuple[Any, ...]]:
    """None, one or two of the values."""
    return st.lists(values, max_size=2, unique=True).map(tuple)


def said(values: st.SearchStrategy[Any]) -> st.SearchStrategy[Any]:
    """One of the values, or nothing said."""
    return st.none() | values


class Document(dict[str, Any]):
    """What may be typed of a document."""


class Addendum(dict[str, Any]):
    """What may be typed of an adendum."""


def typed(**parts: Any) -> Document:
    """What may be typed of a document; ``facts`` are those of law."""
    return Document(parts | dict(parts.pop("facts", None) or ()))


def _told(fact: Field) -> st.SearchStrategy[tuple[str, str]]:
    """A fact of law with a value that may be typed for it."""
    values = {
        FieldKind.YES_NO: st.sampled_from(["ya", "tidak"]), FieldKind.DATE: DATES, FieldKind.TEXT: WORDS,
        FieldKind.CHOICE: st.sampled_from([code for code, _ in fact.choices] or [""]),
        FieldKind.DURATION: st.sampled_from(["3 bulan", "12 bulan", "99999 minggu"]),
    }  # fmt: skip
    return st.tuples(st.just(fact.key), values[fact.kind])


IN_PART = st.sampled_from(["2024", "2024-02", "2024-03", "tidak-diketahui"])
TOLD = st.lists(st.sampled_from(tuple(FACTS)).flatmap(_told), max_size=12).map(tuple)
RULE_CODES = st.sampled_from([rule.code for rule in RULES])
PARTS: dict[str, st.SearchStrategy[Any]] = {
    "title": WORDS, "partner": some(NAMES), "opd": UNITS, "support_opd": some(UNITS), "number": WORDS,
    "partner_number": some(WORDS), "signed": DATES, "years": st.sampled_from(["1", "5"]), "note": WORDS,
    "affair": some(st.sampled_from(["1.02", "1.01", "3.28"])), "facts": TOLD, "original_place": WORDS,
    "clause": some(st.sampled_from(sorted(CLAUSES))), "starts": DATES, "ends": DATES,
    "open_ended": st.just(True),
    "co_lead": some(UNITS), "drop_co_lead": some(UNITS), "paper_name": WORDS, "value": MONEY,
    "contribution": MONEY, "brings": WORDS, "more_number": some(WORDS), "drop_more_number": some(WORDS),
    "partner_contribution": some(MONEY), "partner_brings": some(WORDS),
    "partner_more_number": some(OF_PARTNERS), "drop_partner_more_number": some(OF_PARTNERS),
    "relates": some(RELATIONS), "drop_relates": some(RELATIONS),
    "duration": st.sampled_from(["99999 minggu", "99999 tahun", "18 bulan"]), "power_of_attorney": WORDS,
    "power_of_attorney_date": DATES, "scope": some(WORDS), "signer": WORDS,
    "partner_joined": some(IN_PART), "partner_left": some(IN_PART),
    "drop_partner": some(NAMES), "drop_scope": some(WORDS), "drop_support_opd": some(UNITS),
}  # fmt: skip
SOME_PARTS = st.lists(st.sampled_from(sorted(PARTS)), min_size=1, max_size=4, unique=True).flatmap(
    lambda names: st.builds(
        typed,
        new=st.just(True),
        allow_duplicate=st.just(True),
        **{name: PARTS[name] for name in names},
    )
)
WHOLE = st.builds(
    typed,
    scheme=st.just("ksdpk"), title=WORDS, partner=st.lists(NAMES, min_size=1, max_size=3,
    unique=True).map(tuple),
    opd=UNITS, support_opd=some(UNITS), scope=some(WORDS), signed=said(DATES), new=st.just(True),
    co_lead=some(UNITS), more_number=some(WORDS), partner_contribution=some(MONEY).map(lambda many: many[:1]),
    value=said(MONEY), relates=some(RELATIONS),
)  # fmt: skip
ANY_KIND = st.builds(
    typed,
    scheme=st.sampled_from(Scheme), title=WORDS, partner=st.lists(NAMES, min_size=1, max_size=3,
    unique=True).map(tuple),
    opd=UNITS, signed=said(st.sampled_from(["2017-02-01", "2021-03-31", "2024-02-29"])), new=st.just(True),
    doc=st.none() | st.sampled_from((*UMBRELLAS, *DERIVED)), years=said(st.sampled_from(["1", "5", "30"])),
    facts=TOLD, signer=said(st.sampled_from(["Bupati Contoh", "Kepala Dinas"])), number=said(WORDS),
    partner_kind=said(st.sampled_from(["pemda", "kementerian", "perusahaan", "lembaga-luar-negeri"])),
    parent=said(st.sampled_from(["KB-2024-001", "LOI-2024-001", "MOU-2021-001", "NK-2024-001"])),
    replaces=said(st.sampled_from(["KB-2024-001", "PKS-2024-001"])),
)  # fmt: skip
EVALUATION: st.SearchStrategy[dict[str, Any]] = st.builds(
    dict,
    implementation=said(st.sampled_from(["penuh", "sebagian", "belum"])), filler=some(WORDS),
    note=said(WORDS),
    text=some(WORDS), evidence=some(WORDS), recommendation=said(st.sampled_from(["lanjut", "perluas"])),
    closed=some(st.just(1)),
    realisation=some(NUMBERS.map(lambda number: f"1={number}")).map(lambda many: many[:1]),
)  # fmt: skip


AMENDED = st.builds(
    typed,
    signed=DATES | IN_PART, title=said(WORDS), scope=some(WORDS),
    ends=said(st.sampled_from(["2024-12-31", "2030-01-01"])),
    number=said(WORDS), partner_number=some(WORDS).map(lambda many: many[:1]),
    partner=some(NAMES), drop_partner=some(NAMES), new=st.booleans(),
)  # fmt: skip
UNFOUND = st.builds(
    typed,
    scheme=st.just("ksdpk"), opd=UNITS, partner=NAMES.map(lambda name: (name,)),
    signed=IN_PART, ends=said(DATES), scope=some(WORDS), number=said(WORDS), new=st.just(True),
)  # fmt: skip
ADDENDUM = st.builds(
    Addendum,
    what=WORDS, adds_burden=said(st.sampled_from(["ya", "tidak"])), dprd_approved_on=said(DATES),
    dprd_answer=said(st.sampled_from(["setuju", "menolak", "belum-diminta"])),
    tkksd_note=said(st.sampled_from(["ya", "tidak"])), term_starts=said(DATES), term_ends=said(DATES),
)  # fmt: skip
SUCCESSOR = st.builds(
    typed,
    scheme=said(st.sampled_from(Scheme)), doc=said(st.sampled_from((*UMBRELLAS, *DERIVED))),
    signed=said(DATES), years=said(st.just("2")), facts=TOLD,
)  # fmt: skip
OFFICIAL: st.SearchStrategy[dict[str, Any]] = st.builds(
    dict,
    office=st.sampled_from(["Sekretaris Daerah", "Bupati Contoh"]),
    role=st.sampled_from(["tkksd", "penanda-tangan", "kontak"]),
    name=said(WORDS),
    opd=said(UNITS),
    partner=said(NAMES),
    agreement=said(IDS),
    valid_from=said(DATES),
)
PAPER: st.SearchStrategy[dict[str, Any]] = st.builds(
    dict, given_on=DATES, period=said(st.sampled_from(["2024-S1", "2024", "2025"])), number=said(WORDS)
)


def _run(work: Callable[..., object], way: Access, *args: Any, **more: Any) -> object:
    return work(way, *map(_read, args), **more)


def _read(arg: Any) -> Any:
    if isinstance(arg, Addendum):
        return read_said(AMENDMENT, arg).facts
    return read_said(FIELDS, arg) if isinstance(arg, Document) else arg


def command(
    work: Callable[..., object], *args: st.SearchStrategy[Any], **more: Any
) -> st.SearchStrategy[Command]:
    """A use case with arguments to be drawn; what is typed is read as the command is run."""
    return st.tuples(st.just(partial(_run, work)), st.tuples(*args), st.fixed_dictionaries(more))


def _evaluate(way: Access, text: str, period: str, options: dict[str, Any]) -> object:
    return evaluating.evaluate(way, text, period, read_report(way, options))


COMMANDS = st.one_of(
    command(agreements.add_mou, WHOLE),
    command(
        agreements.derive_pks,
        st.builds(typed, parent=st.just("KB-2024-001"), title=WORDS, scope=some(WORDS)),
    ),
    command(updating.update, IDS, SOME_PARTS),
    command(updating.update, IDS, SOME_PARTS),
    command(agreements.void, IDS),
    command(agreements.add_mou, ANY_KIND),
    command(agreements.derive_pks, ANY_KIND, no_parent=st.just(True)),
    command(checking.accept, IDS, RULE_CODES, said(st.sampled_from(["2025-01-15", "2026-01-01"]))),
    command(checking.withdraw, IDS, RULE_CODES),
    command(partners.add, NAMES),
    command(partners.add_alias, NAMES, WORDS),
    command(partners.merge, NAMES, NAMES),
    command(opds.add, UNITS, WORDS),
    command(opds.add_alias, UNITS, WORDS),
    command(opds.rename, UNITS, name=WORDS | st.sampled_from(["dinas kesehatan", "DINAS KESEHATAN"])),
    command(opds.rename, UNITS, into=UNITS, on=DATES),
    command(opds.update, UNITS, st.builds(dict, valid_from=DATES)),
    command(begin.set_setting, st.sampled_from(["seat", "office"]), WORDS),
    command(targets.add_target, IDS, st.builds(dict, indicator=WORDS, value=said(NUMBERS))),
    command(targets.update_target, IDS, st.just(1), st.builds(dict, value=said(NUMBERS), unit=said(WORDS))),
    command(
        targets.add_action, IDS, st.builds(dict, what=WORDS, agreed=st.sampled_from(["2024-S2", "2024"]))
    ),
    command(targets.finish_action, IDS, st.just(1), st.builds(dict, done_on=DATES, proof=said(WORDS))),
    command(targets.finish_action, IDS, st.just(1), st.just({"clear": ["on"]})),
    command(targets.update_target, IDS, st.just(1), st.just({"clear": ["unit", "value"]})),
    command(_evaluate, IDS, st.sampled_from(["2024-S2", "2024"]), EVALUATION),
    command(amending.amend, IDS, AMENDED, ADDENDUM),
    command(unfound.amend_unfound, UNFOUND, ADDENDUM),
    command(unfound.take, IDS, IDS),
    command(amending.complete, IDS, st.sampled_from([1, 2]), st.just(Document()), ADDENDUM),
    command(extending.extend, IDS, SUCCESSOR),
    command(
        ending.end, IDS, on=DATES, ground=st.sampled_from(["tujuan", "pailit", "penggantian", "Bupati baru"])
    ),
    command(
        clocks.start, st.sampled_from(sorted(REQUESTS)), agreement=said(IDS), partner=said(NAMES), on=DATES
    ),
    command(clocks.stop, st.sampled_from([1, 2]), on=DATES, outcome=WORDS),
    command(officials.add, OFFICIAL),
    command(officials.update, st.sampled_from([1, 2]), st.builds(dict, name=WORDS, valid_from=said(DATES))),
    command(officials.update, st.sampled_from([1, 2]), st.just({"clear": ["name", "opd", "partner"]})),
    command(papers.add, st.sampled_from(sorted(KINDS)), PAPER),
    command(papers.update, st.sampled_from([1, 2]), st.builds(dict, number=WORDS, addressee=said(WORDS))),
    command(papers.void, st.sampled_from([1, 2])),
)


def make_office(path: Path) -> None:
    """Two OPD, two partners, a KB, a PKS under it, and a target."""
    way = Access(path, ACT.at, "analis", "uji", "alasan")
    begin.init(way, {"name": "Kabupaten Contoh"})
    opds.add(way, "DINKES", "Dinas Kesehatan")
    opds.add(way, "DIKBUD", "Dinas Pendidikan", ["Dikbud"])
    partners.add(way, "Universitas Contoh")
    partners.add(way, "PT Maju Contoh")
    form = typed(
        scheme="ksdpk",
        title="Kota sehat",
        partner=("Universitas Contoh",),
        opd="DINKES",
        signed="2024-02-20",
        years="5",
        scope=("Gizi", "Bidan"),
    )
    agreements.add_mou(way, _read(form))
    agreements.derive_pks(way, _read(typed(parent="KB-2024-001", title="Gizi desa", signed="2024-05-02")))
    targets.add_target(way, "PKS-2024-001", {"indicator": "Bidan terlatih", "value": "0,30000000000000004"})


def way_into(path: Path, command: str = "uji") -> Access:
    """The use cases' way into a registry, with a reason for everything."""
    return Access(path, ACT.at, "analis", command, "koreksi")
