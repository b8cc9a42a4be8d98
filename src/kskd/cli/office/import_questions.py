"""What a person is asked before an import: what columns are, how days are read, units and schemes."""

from __future__ import annotations

import re
from functools import partial
from typing import TYPE_CHECKING

from kskd.cli.kit.ask import agree, ask_optional, choose
from kskd.cli.kit.talk import say
from kskd.domain.document.chain import SCHEME_NAMES, read_scheme
from kskd.domain.values.grid import column_name
from kskd.domain.values.text import quote
from kskd.errors import refusal
from kskd.importing.concepts import concept_named, label_of
from kskd.importing.day_readings import Order
from kskd.workflows.importing.planning import decided, open_days, undecided, with_default

if TYPE_CHECKING:
    from kskd.domain.field import Fields
    from kskd.workflows.importing.listing import FilePlan
    from kskd.workflows.importing.outcome import Outcome, Wishes

_LEAVE = "biarkan"
_OTHERWISE = {"lain": "artinya diketik sendiri", "lewati": "tidak diambil"}
_TYPED = {"hari-bulan": "3/4/2024 adalah 3 April 2024", "bulan-hari": "3/4/2024 adalah 4 Maret 2024"}
_SWAPPED = {"tertukar": "semua sel tanggalnya tertukar: yang tampak 3 April 2024 adalah 4 Maret 2024"}


def answered(plan: FilePlan) -> FilePlan:
    """The plan with what a person says of its columns, and of the order of day and month in them."""
    chosen = {(at, column.column): _meaning(plan, at, column.column) for at, column in undecided(plan)}
    plan = decided(plan, chosen)
    example = "2C untuk kolom C daftar kedua" if plan.lists[1:] else "C"
    label = f"Kolom lain yang salah, misalnya {example}"
    while (place := ask_optional(label, partial(_place, plan))) is not None:
        plan = decided(plan, {place: _typed_meaning(plan, place[0])})
    return _with_days(plan)


def _meaning(plan: FilePlan, at: int, column: int) -> str | None:
    """Which of its likely meanings a column that is not certain has."""
    (one,) = (each for each in plan.lists[at].columns if each.column == column)
    keys = [key for key in (one.concept, *one.others) if key]
    say(f"Kolom {column_name(column)} {quote(one.heading)}: {one.why}.")
    meanings = {label_of(plan.lists[at].fields, key): key for key in keys}
    answer = choose("Kolom ini adalah", {**dict.fromkeys(meanings, ""), **_OTHERWISE}, next(iter(meanings)))
    if answer == "lain":
        return _typed_meaning(plan, at)
    return meanings.get(answer)


def _typed_meaning(plan: FilePlan, at: int) -> str | None:
    fields = plan.lists[at].fields
    return ask_optional("Isinya, misalnya judul atau tanggal akhir", partial(_concept, fields))


def _concept(fields: Fields, text: str) -> str:
    if found := concept_named(fields, text):
        return found
    known = ", ".join(one.label for one in fields if one.is_typed)
    raise refusal("choice-unknown", what="isian", text=quote(text), known=known)


def _place(plan: FilePlan, text: str) -> tuple[int, int]:
    """The list and the column that "C" or "2C" names."""
    found = re.fullmatch(r"([0-9]*) ?([A-Z]+)", text.strip().upper())
    at = int(found[1] or 1) - 1 if found else -len(plan.lists[1:])  # of one list all its columns are told
    columns = plan.lists[at].columns if 0 <= at < len(plan.lists) else ()
    for one in columns:
        if found and column_name(one.column) == found[2]:
            return at, one.column
    known = (
        ", ".join(column_name(one.column) for one in columns) or f"1 sampai {len(plan.lists)}, lalu hurufnya"
    )
    raise refusal("choice-unknown", what="kolom", text=quote(text), known=known)


def _with_days(plan: FilePlan) -> FilePlan:
    """The plan with the order of day and month of those columns where nothing proves it."""
    orders = {}
    for at, column, count in open_days(plan):
        place = f"Kolom {column_name(column.column)} {quote(column.heading)}"
        say(f"{place}: {count} tanggal belum terbukti urutannya.")
        is_swapped = Order.SWAPPED in plan.lists[at].days.proposed[column.column]
        choices = (_SWAPPED if is_swapped else _TYPED) | {_LEAVE: "tetap perlu diputuskan"}
        if (answer := choose("Dibaca sebagai", choices, _LEAVE)) != _LEAVE:
            orders[at, column.heading] = answer
    return decided(plan, {}, orders) if orders else plan


def with_units(trial: Outcome, wishes: Wishes) -> Wishes:
    """What is to become of units that nobody has recorded and that resemble none."""
    strange = [name for name, near in trial.unknown_opds.items() if not near]
    if not strange or wishes.new_opd:
        return wishes
    say("OPD yang belum tercatat:", *(f"  {name}" for name in strange))
    return wishes._replace(new_opd=agree("Catat semuanya sebagai OPD baru?"))


def with_scheme(trial: Outcome, plan: FilePlan) -> FilePlan:
    """The plan with a scheme for those documents that may be under several and say none."""
    if not trial.open_schemes:
        return plan
    may, count = trial.open_schemes.most_common(1)[0]
    say(f"{count} naskah tidak menyebut bentuk kerja samanya.")
    choices = {one: SCHEME_NAMES[read_scheme(one)] for one in may} | {_LEAVE: "tetap di karantina"}
    answer = choose("Bentuk yang tidak menyebutnya", choices, _LEAVE)
    return plan if answer == _LEAVE else with_default(plan, "scheme", answer)
