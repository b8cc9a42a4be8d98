"""A past evaluation of a list taken in an act, as ``evaluate`` and ``action add`` would be told it."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from kskd.domain.field import texts
from kskd.domain.implementation import Implementation
from kskd.domain.reported import Reported
from kskd.domain.told import read_told
from kskd.domain.values.names import key
from kskd.domain.values.text import fold
from kskd.errors import KskdError
from kskd.importing.about.catalogues import ACTION, ANSWER, item_of, source_of
from kskd.importing.about.periods import joined_period, read_period
from kskd.importing.concepts import without_options
from kskd.registry.tables import agreements, evaluations
from kskd.registry.tables.opds import read_opds
from kskd.registry.views import ids
from kskd.workflows.evaluation import evaluating
from kskd.workflows.evaluation.periods import begun_period
from kskd.workflows.evaluation.report_options import read_report
from kskd.workflows.importing.outcome import Fate, RowChange
from kskd.workflows.importing.taking import Undecided
from kskd.workflows.register import targets

if TYPE_CHECKING:
    from collections.abc import Iterable
    from typing import Any

    from kskd.domain.document.agreement import Agreement
    from kskd.domain.evaluation import Obstacle
    from kskd.domain.values.period import Period
    from kskd.importing.reading import RowReading
    from kskd.workflows.changes import Change
    from kskd.workflows.importing.entering import Entering
    from kskd.workflows.importing.outcome import Batch
    from kskd.workflows.importing.taking import Taking

_NOTHING = (
    r"(?:tidak|belum|tdk|tak) (?:ada|terdapat|ditemukan)(?: (?:kendala|hambatan|masalah|permasalahan))?"
)
_LISTS = ("text", "effort", "category")  # what stands beside each other, an obstacle a place


class EvaluationRows:
    """An act into which rows of evaluations are taken, after the documents that they are of."""

    def __init__(self, taking: Taking, documents: Entering) -> None:
        """Take the act, and the documents that came in it."""
        self._taking, self._documents = taking, documents
        self._access, self._session = taking.access, taking.session

    def take(self, batch: Batch, reading: RowReading) -> None:
        """Take a row."""
        self._taking.settle(batch, reading, self._taken)

    def _taken(self, batch: Batch, reading: RowReading) -> tuple[Fate, str]:
        if (period_text := reading.typed.get("period")) and not _has_told(reading, "period"):
            reading.stood["period"] = str(period_text)  # the quarantine has no title to tell it
        one = self._document(reading)
        try:
            with self._session.savepoint():
                fate = self._written(reading, one)
                if fate in {Fate.NEW, Fate.CHANGED}:
                    self._taking.keep_source(batch, reading, one.id, source_of)
        except KskdError as error:
            reading.problem(without_options(batch.fields, str(error)))
            raise Undecided(Fate.LEFT, one.id) from error
        except Undecided as end:
            raise Undecided(end.fate, one.id) from end
        return fate, one.id

    def _written(self, reading: RowReading, one: Agreement) -> Fate:
        """What became of the evaluation of the document in the period that the row names."""
        period = begun_period(str(self._period(reading)), self._access.today)
        known = evaluating.evaluable(self._session, self._access, one.id, period)
        before = evaluating.known_evaluation(self._session, one.id, period)
        actions = evaluations.read_actions(self._session, [one.id])
        is_new = before is None and not any(each.agreed == period for each in actions)
        action = _action(reading)
        obstacles = evaluations.read_obstacles(self._session, [one.id])
        report = _untold(obstacles, period, self._report(reading))
        changes: list[Change] = []
        if report != Reported():
            changes += self._kept(reading, known, period, report)
        elif not action and not reading.problems:
            reading.problem("tidak ada yang dilaporkan; isi sekurang-kurangnya pelaksanaannya.")
            raise Undecided
        told = self._acted(reading, known, period, action)
        if not is_new:
            self._taking.outcome.changes += [RowChange(one.id, reading.record.row, each) for each in changes]
        if not (changes or told):
            return Fate.SAME if not reading.problems else Fate.LEFT
        return Fate.NEW if is_new else Fate.CHANGED

    def _kept(
        self, reading: RowReading, known: Agreement, period: Period, report: Reported
    ) -> tuple[Change, ...]:
        """Keep the report; a recommendation that lacks its reason is left, and costs nothing else."""
        try:
            with self._session.savepoint():
                return evaluating.keep(self._session, self._access, known, period, report).changes
        except KskdError as error:
            if error.code != "recommendation-without-reason":
                raise
            reading.problem(str(error), "recommendation")
        rest = replace(report, recommendation=None, recommendation_reason=None)
        return evaluating.keep(self._session, self._access, known, period, rest).changes

    def _report(self, reading: RowReading) -> Reported:
        """What the row reports, as the options of ``evaluate``."""
        typed: dict[str, Any] = {
            name: told for name, told in reading.typed.items() if not name.startswith((ACTION, ANSWER))
        }
        answers = [
            f"{item_of(name)}={told}" for name, told in reading.typed.items() if name.startswith(ANSWER)
        ]
        typed["answer"] = [*texts(typed.get("answer")), *answers]
        _read_percent(reading, typed)
        _pair_obstacles(reading, typed)
        return read_report(self._access, typed, read_opds(self._session))

    def _acted(self, reading: RowReading, one: Agreement, period: Period, told: dict[str, Any]) -> bool:
        """Whether the follow-up of the row is new, or is done now; one told otherwise is left."""
        if not told:
            return False
        said = read_told(self._access.subjects.action, told) | {"agreed": period}
        known = evaluations.read_actions(self._session, [one.id])
        done: dict[str, Any] = {name: said.pop(name) for name in ("done_on", "proof") if name in said}
        same = targets.same_action(known, period, said["what"])
        if same is None:
            same = targets.agree(self._session, self._access, one, said)
        elif strange := [name for name, value in said.items() if same.fact(name) != value]:
            how = "bila keliru, catat yang benar dengan kskd action add."
            why = f"tindak lanjut ini sudah tercatat dengan isi yang lain, dan itu tetap; {how}"
            reading.problem(why, f"{ACTION}{strange[0]}")
            return False
        if "done_on" in done and same.done_on != done["done_on"]:
            targets.finish(self._session, self._access, one, same.number, done)
            return True
        return same not in known

    def _period(self, reading: RowReading) -> Period:
        """The period that the row names, in one cell or as a year and a part of it."""
        typed = reading.typed
        told, part, year = (
            fold(text) if isinstance(text := typed.pop(name, None), str) else ""
            for name in ("period", "semester", "year")
        )
        found = {
            one
            for one in (
                read_period(told) or (joined_period(told, year) if told and year else None),
                (joined_period(part, year) if year else read_period(part)) if part else None,
            )
            if one is not None
        }
        if len(found) == 1 and (not year or str(min(found).year) == year.removesuffix(".0")):
            return found.pop()
        at = next((name for name in ("period", "semester", "year") if _has_told(reading, name)), "")
        why = "periode evaluasinya belum jelas; tulis misalnya Semester I 2024 atau 2024-S1."
        reading.problem(why, at, sorted(one.label for one in found))
        raise Undecided

    def _document(self, reading: RowReading) -> Agreement:
        """The document that the row names by id, by number or exactly by its title; never one alike."""
        typed = reading.typed
        number, title, partner = (
            fold(text) if isinstance(text := typed.pop(name, None), str) else ""
            for name in ("number", "title", "partner")
        )
        wanted = reading.beside.get("id", "")
        if not (wanted or number or title):
            reading.problem("naskah yang dievaluasi tidak disebut; isi nomor, ID, atau judulnya.")
            raise Undecided
        found = self._named(number, title)
        if wanted:
            own = self._documents.known.meant(reading)
            is_it = own is not None and (not (number or title) or own in {one.id for one in found})
            found = self._read([own] if own is not None and is_it else [])
        elif len(found) > 1 and partner:
            found = [one for one in found if key(partner) in map(key, one.partners)]
        if len(found) == 1:
            return found[0]
        at = "id" if wanted else "number" if number else "title"
        why = "dapat berarti beberapa naskah." if found else "naskah yang dievaluasi tidak ditemukan."
        reading.problem(why, at, [f"{one.id} ({one.title})" for one in found])
        raise Undecided(Fate.LEFT, wanted)

    def _named(self, number: str, title: str) -> list[Agreement]:
        """Documents of this number and this title; those of the number where the title is told otherwise."""
        titled = self._read(ids.titled(self._session, title)) if title else []
        if not number:
            return titled
        numbered = self._read(
            one
            for one in ids.find_ids(self._session, number)
            if one == number.upper() or not one.startswith(number.upper())
        )
        both = [one for one in numbered if one.id in {each.id for each in titled}]
        if not numbered:  # its number may not be recorded yet
            return [one for one in titled if one.parties[0].number is None]
        return both or list({one.id: one for one in (*numbered, *titled)}.values())

    def _read(self, found: Iterable[str]) -> list[Agreement]:
        return [agreements.read_agreement(self._session, one) for one in found]


def _has_told(reading: RowReading, concept: str) -> bool:
    """Whether a cell of the row told it, and no title above the list."""
    return any(one.concept == concept for one in reading.told)


def _action(reading: RowReading) -> dict[str, Any]:
    """What the row tells of a follow-up by key of its field; without what it is, nothing."""
    told = {
        name.removeprefix(ACTION): text for name, text in reading.typed.items() if name.startswith(ACTION)
    }
    if told and "what" not in told:
        reading.problem("tindak lanjutnya sendiri tidak disebut.", f"{ACTION}{next(iter(told))}")
        return {}
    return told if not _is_nothing(str(told.get("what", ""))) else {}


def _read_percent(reading: RowReading, typed: dict[str, Any]) -> None:
    """How far carried out by a percentage; of none it is not said whether that is not yet or not at all."""
    text = typed.pop("percent", None)
    if not isinstance(text, str):
        return
    found = re.fullmatch(r"([0-9]{1,3}(?:[.,][0-9]+)?) ?(%?)", fold(text))
    share = float(found[1].replace(",", ".")) if found else -1
    cell = next((reading.record.cells[one.column] for one in reading.told if one.concept == "percent"), None)
    is_share = bool(found and found[2]) or (cell is not None and cell.shown_as == "percent") or share > 1
    states = [Implementation.PENUH] if share == 100 else [Implementation.SEBAGIAN]
    if not 0 <= share <= 100:
        reading.problem("bukan persentase dari 0 sampai 100.", "percent")
        return
    if share == 0:
        states = [Implementation.BELUM, Implementation.TIDAK]
    elif share == 1 and not is_share:
        states = [Implementation.SEBAGIAN, Implementation.PENUH]
    said = typed.get("implementation")
    if len(states) > 1 and said not in states:
        readings = [state.label for state in states]
        reading.problem("isi kolom pelaksanaan: penuh, sebagian, belum, atau tidak.", "percent", readings)
    elif said is not None and said not in states:
        del typed["implementation"]
        reading.problem("pelaksanaan dan persentasenya berlainan.", "percent", [str(said), states[0].value])
    else:
        typed.setdefault("implementation", states[0].value)


def _pair_obstacles(reading: RowReading, typed: dict[str, Any]) -> None:
    """Obstacles that are some, and what is told beside each only where that is as many."""
    told = [one for one in texts(typed.get("text")) if not _is_nothing(one)]
    typed["text"] = told
    for name in _LISTS[1:]:
        said = [one for one in texts(typed.get(name)) if not _is_nothing(one)]
        typed[name] = said
        if said and len(said) != len(told):
            del typed[name]
            reading.problem(f"{len(said)} isian untuk {len(told)} kendala.", name, said)


def _is_nothing(text: str) -> bool:
    return re.fullmatch(_NOTHING, fold(text).casefold().strip(" .")) is not None


def _untold(known: Iterable[Obstacle], period: Period, report: Reported) -> Reported:
    """The report without obstacles of the period that are recorded as it tells them, closed since or not."""
    there = {one.text.casefold(): one for one in known if one.opened == period}
    new = []
    for one in report.obstacles:
        old = there.get(one.text.casefold())
        if old is None or one.effort not in {None, *(each.text for each in old.efforts)}:
            new.append(one)
    return replace(report, obstacles=tuple(new))
