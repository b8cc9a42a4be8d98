"""Taking returned desk sheets in: shown as a whole before, and kept as one act.

The files are tried in full, as the act would keep them, and the trial is what is shown.
"""

from __future__ import annotations

from collections import Counter
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from kskd.desk.again import asking_again
from kskd.desk.returned import find_code, read_returned
from kskd.domain.desk_round import Return
from kskd.domain.values.dates import format_date, read_date
from kskd.domain.values.text import quote
from kskd.errors import InputFileError, Refused, refusal
from kskd.interchange.own_files import refuse_foreign, write_own
from kskd.registry.tables import closings
from kskd.registry.tables import desk_rounds as store
from kskd.workflows.desk.contents import due_after, sheets
from kskd.workflows.desk.recording import Changed, Keeping
from kskd.workflows.desk.sending import files_of, possible, record
from kskd.workflows.reports.making import read_facts

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from datetime import date

    from kskd.desk.returned import Remark
    from kskd.desk.sheet import Code, Sheet
    from kskd.domain.desk_round import Sent
    from kskd.domain.values.grid import Grid
    from kskd.domain.values.period import Period
    from kskd.registry.session import Session
    from kskd.reporting.facts import Facts
    from kskd.workflows.access import Access


_SHOWN = 3  # files named in one sentence


class File(NamedTuple):
    """One file as it was read: its name, its cells, and its SHA-256."""

    name: str
    grids: tuple[Grid, ...]
    digest: str


class Intake(NamedTuple):
    """What taking the files in comes to. ``answers`` are the cells that could be taken, changed or not.

    ``disagreements`` say for which items the OPD answered otherwise than the office, ``unread`` why a file
    could not be taken at all.
    """

    files: tuple[File, ...]
    disagreements: tuple[str, ...]
    changes: tuple[Changed, ...]
    problems: tuple[Remark, ...]
    notes: tuple[Remark, ...]
    answers: int
    returns: tuple[Return, ...]  # those not known before
    again: tuple[Sheet, ...]  # what of them the OPD is asked for once more
    unread: tuple[str, ...]

    @property
    def is_empty(self) -> bool:
        """Whether everything in the files is recorded already."""
        return not self.changes and not self.returns


def read_files(paths: Sequence[str]) -> tuple[list[File], list[str]]:
    """The files as cells, workbooks and CSV alike, and of those that are neither why they cannot be read.

    Raises InputFileError where none can.
    """
    from kskd.interchange.sheets.grids import read_grids

    found: list[File] = []
    unread: list[str] = []
    doubled = {one for one, count in Counter(Path(path).name for path in set(paths)).items() if count > 1}
    for path in dict.fromkeys(paths):
        try:
            grids, digest = read_grids(path)
        except InputFileError as error:
            unread.append(str(error))
        else:
            name = Path(path).name
            found.append(File(path if name in doubled else name, tuple(grids), digest))
    if not found:
        raise refusal("desk-files-unreadable", sentences=_first(unread))
    return found, unread


def plan(access: Access, files: Sequence[File], on: str | None = None) -> Intake:
    """What the files change, and what in them cannot be taken; all of it is tried and nothing is kept.

    ``on`` is the day on which they came back, else today. Refused where none of the files is a sheet that
    went out from this registry with the instrument that is used now.
    """
    with access.replaced(dry_run=True).writing() as session:
        planned = _tried(session, access, files, _day(on, access.today))
    return planned  # noqa: RET504 - for all that types know, the block swallows exceptions


def take(access: Access, shown: Intake, out: Path, on: str | None = None) -> tuple[Path, ...]:
    """Keep what was shown, as one act, and write sheets of what could not be taken; gives their files.

    Refused when the registry has changed since in a way that matters.
    """
    files = _asking(access, shown.again) if shown.again else {}
    refuse_foreign(out, files)
    with access.writing() as session:
        if _tried(session, access, shown.files, _day(on, access.today)) != shown:
            raise refusal("registry-changed-meanwhile", command="kskd desk import")
        for one in shown.again:
            record(session, one, access.today)
    if files and not access.dry_run:
        write_own(out, files)
    return tuple(out / name for name in files)


def _asking(access: Access, sheets_again: Sequence[Sheet]) -> dict[str, bytes]:
    """The files of the sheets that ask once more, by name."""
    formats = possible(access, ("xlsx",), asked=False) or ("csv",)
    with access.reading() as session:
        facts = read_facts(session)
    return {
        name: content
        for one in sheets_again
        for name, content in files_of(
            access, facts, one, formats, None, suffix=f"-perbaikan-{one.digest[:8]}"
        )
    }


def _first(sentences: Sequence[str]) -> str:
    more = f" (dan {len(sentences) - _SHOWN} berkas lain)" if len(sentences) > _SHOWN else ""
    return " ".join(sentences[:_SHOWN]) + more


def _day(text: str | None, today: date) -> date:
    day = read_date(text) if text else today
    if day > today:
        raise refusal("day-in-future", what="--on", day=format_date(day))
    return day


def _tried(session: Session, access: Access, files: Sequence[File], returned_on: date) -> Intake:
    """Take the files in inside the running act, one after the other; gives what it came to."""
    facts = read_facts(session)
    problems: list[Remark] = []
    notes: list[Remark] = []
    changes: list[Changed] = []
    returns: list[Return] = []
    unread: list[str] = []
    disagreements: list[str] = []
    answers = 0
    made: dict[Period, dict[str, Sheet]] = {}
    open_rows: dict[Period, dict[str, Sheet]] = {}
    again: list[Sheet] = []
    for file in files:
        try:
            sent = _sent(session, facts, find_code(file.name, file.grids))
            if sent.period not in made:
                made[sent.period] = sheets(facts, sent.period, access.today, None, {}, all_rows=True)
                open_rows[sent.period] = sheets(facts, sent.period, access.today, None, {})
            sheet = _sheet(file, sent, made[sent.period])
            _refuse_closed(session, access, file, sent)
        except (InputFileError, Refused) as error:
            said = str(error)
            unread.append(said if file.name in said else f"Berkas {quote(file.name)}: {said}")
            continue
        expected = {part.key: part.rows for part in open_rows[sent.period][sent.opd].parts}
        found = read_returned(file.name, file.grids, sheet, expected)
        made_on = min(one.sent_on for one in store.read_sent(session, sent.period) if one.opd == sent.opd)
        keeping = Keeping(session, access, sheet, made_on, returned_on)
        keeping.take(found)
        problems += [*found.problems, *keeping.problems]
        notes += [*found.notes, *keeping.notes]
        changes += keeping.changes
        disagreements += keeping.disagreements
        answers += keeping.taken
        wrong = len(found.problems) + len(keeping.problems)
        one = Return(sent.digest, file.digest, returned_on, keeping.taken, wrong)
        if store.write_return(session, one):
            returns.append(one)
            if asked := asking_again(sheet, (*found.problems, *keeping.problems)):
                is_over = sent.due_on < access.today
                due_on = due_after(facts, access.today) if is_over else sent.due_on
                again.append(asked._replace(due_on=due_on))
    if len(unread) == len(files):
        raise refusal("desk-files-refused", sentences=_first(unread))
    return Intake(
        tuple(files),
        tuple(disagreements),
        tuple(changes),
        tuple(problems),
        tuple(notes),
        answers,
        tuple(returns),
        tuple(again),
        tuple(unread),
    )


def _sent(session: Session, facts: Facts, code: Code) -> Sent:
    sent = store.find_sent(session, code.digest)
    shown = f"{code.opd} {code.period} ({code.digest})"
    if sent is None:
        raise refusal("sheet-never-sent", sheet=quote(shown), period=code.period)
    if (str(sent.period), sent.opd, sent.instrument) != (code.period, code.opd, code.instrument):
        raise refusal(
            "sheet-code-changed",
            sheet=quote(shown),
            opd=sent.opd,
            period=sent.period,
            instrument=sent.instrument,
        )
    used = facts.government.text("instrument")
    if sent.instrument != used:
        raise refusal(
            "sheet-of-other-instrument",
            sheet=quote(shown),
            instrument=sent.instrument,
            used=used,
            period=sent.period,
            opd=sent.opd,
        )
    return sent


def _refuse_closed(session: Session, access: Access, file: File, sent: Sent) -> None:
    """A file of a closed period needs a reason, unless it came back before and so changes nothing."""
    returned = {one.file for one in store.read_returns(session, sent.period)}
    closed = closings.closing_of(session, sent.period)
    if closed and access.reason is None and file.digest not in returned:
        raise refusal("sheet-of-closed-period", period=closed, file=quote(file.name))


def _sheet(file: File, sent: Sent, made: Mapping[str, Sheet]) -> Sheet:
    if sent.opd not in made:
        raise refusal(
            "sheet-without-agreements", opd=sent.opd, period=sent.period.label, file=quote(file.name)
        )
    return made[sent.opd]
