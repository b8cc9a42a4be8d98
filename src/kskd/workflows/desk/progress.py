"""How the round of desk evaluasi stands: who was sent a sheet, who returned it, what is unanswered."""

from collections.abc import Mapping, Sequence
from datetime import date
from typing import NamedTuple

from kskd.domain.desk_round import Return, Sent
from kskd.domain.evaluation import Evaluation
from kskd.domain.opd import Opd
from kskd.evaluation.instrument import Instrument
from kskd.registry.tables import desk_rounds as store
from kskd.workflows import lookup
from kskd.workflows.access import Access
from kskd.workflows.desk.contents import sheets
from kskd.workflows.evaluation.periods import begun_period
from kskd.workflows.reports.making import read_facts

STATES = {
    "unsent": "belum dikirim",
    "waiting": "ditunggu",
    "late": "terlambat",
    "returned": "kembali, belum lengkap",
    "complete": "lengkap",
}


class Standing(NamedTuple):
    """One OPD in the round; the days are those of its first sheet and first return.

    ``days`` are left until the sheet is due, negative when late, as of its return once it came back.
    ``complete`` counts the documents of which all is answered, out of ``asked``; ``missing`` the answers that
    are not there, the state of carrying-out among them, and ``unanswered`` names them after their documents;
    ``refused`` counts the cells that could not be taken.
    """

    opd: str
    name: str
    state: str
    sent_on: date | None
    due_on: date | None
    returned_on: date | None
    days: int | None
    asked: int
    complete: int
    missing: int
    refused: int
    unanswered: tuple[str, ...]


def standing(access: Access, period_text: str, *, as_of: date, opd: Sequence[str] = ()) -> list[Standing]:
    """Every OPD that is asked in the period or was sent a sheet, in order of code, as of a day."""
    period = begun_period(period_text, as_of)
    with access.reading() as session:
        facts = read_facts(session)
        sent = [one for one in store.read_sent(session, period) if one.sent_on <= as_of]
        returns = [one for one in store.read_returns(session, period) if one.returned_on <= as_of]
        chosen = lookup.units(session, opd, as_of)
    made = sheets(facts, period, as_of, None, {})
    reported = {
        one.agreement: one for one in facts.evaluations if one.period == period and one.known_from <= as_of
    }
    found = []
    for code in sorted({*made, *(one.opd for one in sent)}):
        if chosen is not None and code not in chosen:
            continue
        ours = [one for one in sent if one.opd == code]
        digests = {one.digest for one in ours}
        back = [one for one in returns if one.sheet in digests]
        sheet = made.get(code)
        asked = list(sheet.parts[0].rows) if sheet else []
        gaps = {one: missing(reported.get(one), sheet.instrument) for one in asked if sheet}
        found.append(_standing(facts.opds[code], ours, back, gaps, as_of))
    return found


def missing(evaluation: Evaluation | None, instrument: Instrument) -> tuple[str, ...]:
    """The answers about a document that are not there, by the keys of their columns."""
    answers = evaluation.answers if evaluation else {}
    state = () if evaluation and evaluation.implementation else ("implementation",)
    return (*state, *(item.code for item in instrument.asked_items if item.code not in answers))


def _standing(
    opd: Opd, sent: Sequence[Sent], back: Sequence[Return], gaps: Mapping[str, Sequence[str]], as_of: date
) -> Standing:
    first, last = (sent[0], sent[-1]) if sent else (None, None)
    returned_on = back[0].returned_on if back else None
    due_on = last.due_on if last else None
    days = (due_on - (returned_on or as_of)).days if due_on else None
    if gaps and not any(gaps.values()):
        state = "complete"
    elif back:
        state = "returned"
    elif days is None:
        state = "unsent"
    else:
        state = "late" if days < 0 else "waiting"
    return Standing(
        opd.code,
        opd.name,
        state,
        first.sent_on if first else None,
        due_on,
        returned_on,
        days,
        len(gaps),
        sum(not gap for gap in gaps.values()),
        sum(map(len, gaps.values())),
        sum(one.problems for one in back),
        tuple(f"{agreement} {key}" for agreement, gap in gaps.items() for key in gap),
    )
